"""How long the search for the wrong figures takes: random reports with many faults, and with garbled figures.

    python benchmarks/pelokalan.py --banyak 100

For each number of faults, and each share of figures whose digits were drawn anew, it prints how many knots the
reports had, the time that the search of one took by the processor, and how many searches were cut short, apart for
knots of up to 40 figures, which never are, and larger ones. Faults are put in one at a time, and the report is
reviewed after each. The same reports come out of the same arguments; nothing is written.
"""

from __future__ import annotations

import argparse
import os
import time
from concurrent.futures import ProcessPoolExecutor
from random import Random
from typing import TYPE_CHECKING

import attrs
from tabulate import tabulate

from sakip import reviu
from sakip.dugaan.localization import ErrorLocalizer
from sakip.dugaan.tuning import LARGE_KNOT
from sakip.pengujian import TakAdaTempat, laporan_acak, rusak_sembarang
from sakip.pengujian.letak import digit, ganti, ganti_digit, semua_sel, tulis_ulang

if TYPE_CHECKING:
    from sakip.dugaan.knots import Solution
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi

GALAT = (1, 3, 6, 12, 24)
"""Faults in a report."""

ACAK = (0.05, 0.2, 0.6)
"""Shares of the figures of a report that are garbled."""


@attrs.frozen
class Pencarian:
    """One search: the figures of its knot, the relations that fail in it, its time, whether it was cut short."""

    angka: int
    gagal: int
    detik: float
    terbatas: bool
    benih: int


def ukur(tugas: tuple[int, int | float]) -> list[Pencarian]:
    """The searches of the reviews of one report, spoiled in one way."""
    benih, cara = tugas
    hasil: list[Pencarian] = []
    asli = ErrorLocalizer.solve

    def pecahkan(self: ErrorLocalizer, knot: list[Relasi]) -> list[Solution]:
        mulai = time.process_time()
        solusi = asli(self, knot)
        angka = len({b for r in knot if not r.lunak for b in r.butir if not b.tetap})
        hasil.append(Pencarian(angka, len(knot), time.process_time() - mulai, self.cut_short, benih))
        return solusi

    ErrorLocalizer.solve = pecahkan  # type: ignore[method-assign] # the time of a part, seen from outside
    try:
        laporan = laporan_acak(benih, lengkap=benih % 2 == 0)
        acak = Random(benih)  # noqa: S311 - reports, not secrets
        if isinstance(cara, float):
            reviu(_acak(laporan, acak, cara))
        else:
            _rusak(laporan, acak, cara)
    finally:
        ErrorLocalizer.solve = asli  # type: ignore[method-assign]
    return hasil


def _rusak(laporan: Laporan, acak: Random, banyak: int) -> None:
    """Put one fault after the other into a report; each looks at a review first, to see where there is room."""
    for _ in range(banyak):
        try:
            laporan = rusak_sembarang(laporan, acak).laporan
        except TakAdaTempat:
            break
    reviu(laporan)


def _acak(laporan: Laporan, acak: Random, bagian: float) -> Laporan:
    """The report with new digits in some of its figures."""
    baru = {}
    for sel in semua_sel(laporan):
        posisi = digit(sel.teks) if sel.isi is not None and acak.random() < bagian else []
        if posisi:
            baru[id(sel)] = tulis_ulang(sel, ganti_digit(sel.teks, {i: acak.choice("123456789") for i in posisi}))
    return ganti(laporan, baru)


def _baris(cara: int | float, laporan: int, semua: list[Pencarian]) -> list[str]:
    nama = f"{cara:.0%} acak" if isinstance(cara, float) else f"{cara} galat"
    kecil = sorted((p for p in semua if p.angka <= LARGE_KNOT), key=lambda p: p.detik)
    besar = [p for p in semua if p.angka > LARGE_KNOT]
    p99 = kecil[len(kecil) * 99 // 100].detik if kecil else 0.0
    lama = kecil[-1] if kecil else None
    return [
        nama,
        str(laporan),
        str(len(kecil)),
        f"{1000 * p99:.1f} ms",
        f"{lama.detik:.2f} s" if lama else "–",
        f"{lama.angka} angka, {lama.gagal} gagal, benih {lama.benih}" if lama else "–",
        str(sum(p.terbatas for p in kecil)),
        str(len(besar)),
        str(sum(p.terbatas for p in besar)),
    ]


def main() -> None:
    """Measure as asked on the command line, and print a table."""
    p = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    p.add_argument("--banyak", type=int, default=100, help="banyak laporan untuk tiap cara")
    p.add_argument("--awal", type=int, default=0, help="benih laporan pertama")
    p.add_argument("--galat", type=int, nargs="*", default=GALAT, help="banyak galat dalam satu laporan")
    p.add_argument("--acak", type=float, nargs="*", default=ACAK, help="bagian angka yang diacak")
    a = p.parse_args()
    baris = []
    with ProcessPoolExecutor(os.cpu_count()) as pekerja:
        for cara in (*a.galat, *a.acak):
            tugas = [(benih, cara) for benih in range(a.awal, a.awal + a.banyak)]
            semua = [p for hasil in pekerja.map(ukur, tugas) for p in hasil]
            baris.append(_baris(cara, a.banyak, semua))
    kolom = ("cara", "laporan", "knot ≤ 40", "99 %", "terlama", "yaitu", "terbatas", "knot > 40", "terbatas")
    print(tabulate(baris, headers=kolom, tablefmt="github", disable_numparse=True))


if __name__ == "__main__":
    main()
