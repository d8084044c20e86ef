"""Checking the relations of the example against the least code that could do it: a loop over plain tuples.

    python benchmarks/relasi.py [--ulang 15]

The loop gets the figures already read, as exact fractions or as floats, and says of each relation only whether it
holds. It checks the same sums, differences, ratios and equalities, in all the ways in which each may hold, to half a
unit of the last digit printed. Over fractions it must say of each relation what `sakip` says; of how many it does not
over floats is shown. Each line is timed in turn with the loop, by processor time, so that a machine whose speed
drifts slows both; the median of the ratios is the figure to quote.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabulate import tabulate

from sakip import baca, reviu
from sakip.aturan import katalog
from sakip.fakta import susun
from sakip.relasi import Putusan, Rumusan, Sama
from sakip.teks.nama import baku
from sakip.tulis.json_ import objek, sebagai_json
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sakip.fakta.register import Register
    from sakip.hukum.rumus import Suku
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi

CONTOH = str(Path(__file__).resolve().parents[1] / "examples" / "semarang_diskopum_2025")

Pasangan = tuple[Any, tuple[Any, ...]]
Hubungan = tuple[Any, Any, tuple[tuple[tuple[Pasangan, ...], tuple[Pasangan, ...]], ...]]
"""Result, half a unit of its last digit, and for each way the terms above and below the line: coefficient, factors."""


def ringkas(relasi: Iterable[Relasi], jenis: Callable[[Fraction], Any]) -> tuple[list[Hubungan], list[tuple[Any, ...]]]:
    """The relations as tuples: formulas, and groups of figures or words that are equal."""
    rumus: list[Hubungan] = []
    sama: list[tuple[Any, ...]] = []

    def suku(semua: tuple[Suku, ...]) -> tuple[Pasangan, ...]:
        return tuple((jenis(s.koef), tuple(jenis(b.nilai) for b in s.dari)) for s in semua)  # type: ignore[attr-defined] # figures

    for r in relasi:
        if isinstance(r, Rumusan):
            cara = tuple((suku(j.rumus.pembilang), suku(j.rumus.penyebut)) for j in r.jalur_berlaku({}))
            rumus.append((jenis(r.hasil.nilai or Fraction(0)), jenis(r.hasil.setengah), cara))
        elif isinstance(r, Sama):
            nilai = tuple(b.nilai for b in r.cetakan)
            sama.append(tuple(jenis(n) for n in nilai if n is not None) or tuple(baku(b.label) for b in r.cetakan))
    return rumus, sama


def ulangan(  # noqa: C901 - one loop, as somebody would write it by hand
    rumus: list[Hubungan], sama: list[tuple[Any, ...]]
) -> list[bool]:
    """The hand-written loop: whether each relation holds, the formulas first."""
    putusan = []
    for hasil, setengah, cara in rumus:
        cocok = False
        for atas, bawah in cara:
            jumlah: Any = 0
            for koef, faktor in atas:
                n = koef
                for f in faktor:
                    n = n * f
                jumlah += n
            if bawah:
                pembagi: Any = 0
                for koef, faktor in bawah:
                    n = koef
                    for f in faktor:
                        n = n * f
                    pembagi += n
                if not pembagi:
                    continue
                jumlah = jumlah / pembagi
            if abs(jumlah - hasil) <= setengah:
                cocok = True
                break
        putusan.append(cocok)
    for nilai in sama:
        pertama = nilai[0]
        putusan.append(not any(n != pertama for n in nilai))
    return putusan


def kumpulkan(reg: Register) -> list[Relasi]:
    """Every relation of the catalogue."""
    return [r for a in katalog() if a.jalankan is not None for r in a.jalankan(reg)]


def lama(kerja: Callable[[], object]) -> float:
    """Seconds of processor: other work on the machine would fall on whatever takes longer than a time slice."""
    mulai = time.process_time()
    kerja()
    return time.process_time() - mulai


def pekerjaan(laporan: Laporan) -> dict[str, Callable[[], object]]:
    """What is measured, by name; the first is what all else is compared with."""
    semua = [r for r in kumpulkan(susun(laporan)) if isinstance(r, (Rumusan, Sama))]
    semua.sort(key=lambda r: isinstance(r, Sama))
    rumus, sama = ringkas(semua, float)
    tepat = ringkas(semua, Fraction)
    putusan = [x.evaluasi().putusan is Putusan.SESUAI for x in semua]
    if ulangan(*tepat) != putusan:
        raise SystemExit("the loop over fractions and sakip do not agree")
    beda = sum(a != b for a, b in zip(ulangan(rumus, sama), putusan, strict=True))
    r = reviu(laporan)
    return {
        f"loop over floats ({len(rumus)} formulas, {len(sama)} equalities; {beda} wrong)": lambda: ulangan(rumus, sama),
        "the same loop over exact fractions": lambda: ulangan(*tepat),
        "sakip: evaluate the same relations": lambda: [x.evaluasi() for x in semua],
        "sakip: register of facts": lambda: susun(laporan),
        "sakip: register, relations declared": lambda: kumpulkan(susun(laporan)),
        "sakip: whole review, with error localization": lambda: reviu(laporan),
        "sakip: the review as JSON": lambda: sebagai_json(objek(r, Kamus("id", r.lain))),
        "sakip: reading the data folder": lambda: baca(CONTOH),
    }


def main() -> None:
    """Print the medians and the ratios."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--ulang", type=int, default=15, help="runs of each, after one that does not count")
    ulang = p.parse_args().ulang
    semua = pekerjaan(baca(CONTOH))
    waktu = [{nama: lama(kerja) for nama, kerja in semua.items()} for _ in range(ulang + 1)][1:]
    loop, tepat = list(semua)[:2]
    baris = []
    for nama in semua:
        ms = statistics.median(w[nama] for w in waktu) * 1000
        rasio = [statistics.median(w[nama] / w[dasar] for w in waktu) for dasar in (loop, tepat)]
        baris.append([nama, f"{ms:.2f}", *(f"{x:.1f}" for x in rasio)])
    kepala = ["", "ms", "÷ floats", "÷ fractions"]
    rata = ("left", "right", "right", "right")
    sys.stdout.write(tabulate(baris, kepala, "github", disable_numparse=True, colalign=rata) + "\n")


if __name__ == "__main__":
    main()
