"""How many calls of its own functions `sakip` needs for a fixed workload, so that a change that adds work shows it.

    python benchmarks/panggilan.py            compare with benchmarks/panggilan.json; status 1 beyond the margin
    python benchmarks/panggilan.py --tulis MENGAPA    write the counts that hold from now on, and why they do

Instructions (callgrind) and allocations depend on how the interpreter was built and on its version; how often
the named functions of `sakip` are called does not. Comprehensions are left out, since Python 3.12 inlines them.
What is counted is therefore work in Python code, not its cost: a slower C call or a bigger integer is not seen here
but in `kecepatan.py` and `relasi.py`, which measure time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

AKAR = Path(__file__).resolve().parents[1]
CATATAN = Path(__file__).with_suffix(".json")
MARGIN = 0.03
"""A count may grow by this share; one that falls by more is to be written down, or the gain could be lost unseen."""

BENIH = range(4)
"""Generated reports beside the example."""


def kerjakan() -> Counter[str]:
    """The workload, from the import of `sakip` to the output: calls by part of the package."""
    n: Counter[str] = Counter()

    def hitung(bingkai: FrameType, apa: str, _: object) -> None:
        if apa == "call" and not bingkai.f_code.co_name.startswith("<"):
            bagian = bingkai.f_globals.get("__name__", "").split(".")
            if bagian[0] == "sakip" and len(bagian) > 1:
                n[bagian[1]] += 1

    sys.setprofile(hitung)
    try:
        from sakip import baca, reviu
        from sakip.pengujian import laporan_acak
        from sakip.tulis.json_ import objek, sebagai_json
        from sakip.tulis.words.kamus import Kamus

        for laporan in (baca(AKAR / "examples" / "semarang_diskopum_2025"), *map(laporan_acak, BENIH)):
            r = reviu(laporan)
            sebagai_json(objek(r, Kamus("id", r.lain)))
    finally:
        sys.setprofile(None)
    return n


def ukur() -> dict[str, int]:
    """The counts of a fresh process, where nothing is cached and names hash the same every time."""
    hasil = subprocess.run(
        [sys.executable, __file__, "--hitung"],
        env={**os.environ, "PYTHONHASHSEED": "0"},
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    isi: dict[str, int] = json.loads(hasil.stdout)
    return isi


def bandingkan(lama: dict[str, int], baru: dict[str, int]) -> list[str]:
    """What is beyond the margin, in words."""
    hasil = []
    semua = {"semua": (sum(lama.values()), sum(baru.values()))}
    for nama, (a, b) in (semua | {n: (lama.get(n, 0), baru.get(n, 0)) for n in sorted({*lama, *baru})}).items():
        if abs(b - a) > MARGIN * a + 50:
            hasil.append(f"{nama}: {a} calls, now {b} ({100 * (b - a) / max(a, 1):+.1f} %)")
    return hasil


def main() -> int:
    """Count, and compare or write."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--tulis", metavar="MENGAPA", help="write the counts, and why they hold from now on")
    p.add_argument("--hitung", action="store_true", help="print the counts of this process")
    pilihan = p.parse_args()
    if pilihan.hitung:
        json.dump(dict(sorted(kerjakan().items())), sys.stdout)
        return 0
    baru = ukur()
    if pilihan.tulis:
        isi = {"mengapa": pilihan.tulis, "panggilan": baru}
        CATATAN.write_text(json.dumps(isi, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        return 0
    beda = bandingkan(json.loads(CATATAN.read_text(encoding="utf-8"))["panggilan"], baru)
    sys.stdout.write("\n".join(beda or [f"{sum(baru.values())} calls, as before"]) + "\n")
    if beda:
        sys.stdout.write("Meant? Then: python benchmarks/panggilan.py --tulis MENGAPA, in the same change.\n")
    return bool(beda)


if __name__ == "__main__":
    raise SystemExit(main())
