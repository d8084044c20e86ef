"""How many figures of sentences are tied, whether true sentences are accused, and whether wrong ones are found.

    python benchmarks/prosa.py --banyak 10000

Sentences on a report in a document that prints it: those of `tests/penulis/prosa.py` on the reports of the test kit,
and those of the second generator (`tests/lain/ucapan.py`). A figure is tied where a relation tests it. Then one digit
of a sentence of each report of the second generator is made wrong, in a sentence that says plainly whose and what its
figures are. The same numbers come out of the same arguments.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tabulate import tabulate

import sakip

sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.lain.ucapan import buat_ucapan, rusak_ucapan
from tests.penulis.bagian import Teks
from tests.penulis.prosa import LAIN, prosa
from tests.penulis.susun import cetak
from tests.penulis.tulis import FORMAT

from sakip.pengujian import laporan_acak
from sakip.pengujian.bangun.sumber import SumberAcak
from sakip.teks.angka_dalam_kata import angka_dalam_kata

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip import Reviu

SAMPUL = 4
"""Parts of the cover, behind which sentences are put."""


@dataclass
class Hitungan:
    """What was counted of sentences on one generator's reports."""

    kalimat: int = 0
    angka: int = 0
    terikat: int = 0
    asing: int = 0
    asing_terikat: int = 0
    tertuduh: list[str] = field(default_factory=list)
    belum: Counter[str] = field(default_factory=Counter)
    bentuk: Counter[str] = field(default_factory=Counter)

    def catat(self, r: Reviu, baris: Mapping[int, tuple[str, str]], asing: Mapping[int, int]) -> None:
        """Count the figures on these lines of a text, each with its words and its shape, so many of them invented."""
        belum = Counter(x.lokasi.baris for x in r.cakupan.belum)
        for n, (teks, bentuk) in baris.items():
            semua = len(list(angka_dalam_kata(teks)))
            kosong = min(belum[n], semua)
            lain = asing.get(n, 0)
            self.kalimat += 1
            self.asing += lain
            self.asing_terikat += max(lain - kosong, 0)
            self.angka += semua - lain
            self.terikat += semua - lain - max(kosong - lain, 0)
            self.bentuk[bentuk] += semua - lain
            self.belum[bentuk] += max(kosong - lain, 0)
        for t in r.temuan:
            if t.keparahan != "catatan" and any(x.baris in baris for x in t.lokasi):
                self.tertuduh.append(f"{t.kode} {t.tertulis} -> {t.seharusnya}")


def baca(teks: str, berkas: Path) -> Reviu:
    """Review a text as a file."""
    berkas.write_text(teks, encoding="utf-8")
    return sakip.reviu(sakip.baca(berkas))


def kit(banyak: int, folder: Path) -> Hitungan:
    """The sentences on the reports of the test kit."""
    h, benih = Hitungan(), 0
    awal_lain = {t.partition("{")[0] for t in LAIN}
    while h.kalimat < banyak:
        laporan, s = laporan_acak(benih), SumberAcak(Random(benih))  # noqa: S311 - reports, not secrets
        kalimat = prosa(laporan, s)
        bagian = cetak(laporan, s).bagian
        berkas = folder / f"kit{benih}.md"
        FORMAT[".md"](berkas, [*bagian[:SAMPUL], *map(Teks, kalimat), *bagian[SAMPUL:]], s)
        isi = set(kalimat)
        baris = {n: (t, "") for n, t in enumerate(berkas.read_text("utf-8").split("\n"), 1) if t in isi}
        asing = {n: _asing(t, awal_lain) for n, (t, _) in baris.items()}
        h.catat(sakip.reviu(sakip.baca(berkas)), baris, asing)
        benih += 1
    return h


def _asing(teks: str, awal_lain: set[str]) -> int:
    """How many figures of a sentence are of nothing in the report."""
    if any(teks.startswith(a) for a in awal_lain if len(a) > len("Pada tahun ")) or "terserap" in teks[-20:]:
        return len(list(angka_dalam_kata(teks)))
    return 1 if "direncanakan" in teks else 0


def lain(banyak: int, folder: Path) -> tuple[Hitungan, Counter[str], list[str]]:
    """The sentences of the second generator, as they are and with one wrong digit."""
    h, nasib, luput = Hitungan(), Counter[str](), list[str]()
    benih = 0
    while h.kalimat < banyak:
        dok, ucapan = buat_ucapan(benih)
        isi = dok.teks.split("\n")
        r = baca(dok.teks, folder / f"lain{benih}{dok.akhiran}")
        h.catat(r, {u.baris: (isi[u.baris - 1], u.bentuk) for u in ucapan}, {})
        rusak = rusak_ucapan(benih)
        if rusak is not None:
            salah, u = rusak
            lama = {(t.kode, t.tertulis, t.seharusnya) for t in r.temuan}
            baru = [
                t
                for t in baca(salah.teks, folder / f"salah{benih}{dok.akhiran}").temuan
                if (t.kode, t.tertulis, t.seharusnya) not in lama and t.keparahan != "catatan"
            ]
            kena = any(x.baris == u.baris for t in baru for x in (*t.lokasi, *(o.lokasi for o in t.operan)))
            nasib["ditemukan" if kena else "di tempat lain" if baru else "luput"] += 1
            if not kena:
                luput.append(f"{benih}: {salah.teks.split(chr(10))[u.baris - 1]}")
        benih += 1
    return h, nasib, luput


def main() -> int:
    """Parse the arguments, count, print."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--banyak", type=int, default=10_000)
    a = p.parse_args()
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        satu = kit(a.banyak // 2, folder)
        dua, nasib, luput = lain(a.banyak // 2, folder)
    print(
        tabulate(
            [
                (
                    n,
                    h.kalimat,
                    h.angka,
                    h.terikat,
                    f"{h.terikat / h.angka:.1%}",
                    f"{h.asing_terikat}/{h.asing}",
                    len(h.tertuduh),
                )
                for n, h in (("kit", satu), ("lain", dua))
            ],
            ["kalimat dari", "kalimat", "angka", "terikat", "%", "asing terikat", "tuduhan"],
        )
    )
    for h in (satu, dua):
        for t in h.tertuduh:
            print(t)
    print(f"satu digit salah dalam kalimat yang tegas: {dict(nasib)} dari {nasib.total()}")
    print("\n".join(luput[:20]))
    kurang = sorted(dua.bentuk, key=lambda b: -dua.belum[b] / max(dua.bentuk[b], 1))
    print(
        tabulate([(b, dua.bentuk[b], dua.belum[b]) for b in kurang if dua.belum[b]], ["bentuk", "angka", "tak terikat"])
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
