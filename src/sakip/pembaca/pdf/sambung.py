"""Pages of a PDF into the blocks of one document: running heads left out, rows cut by a page break mended."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from sakip.angka.lokasi import Lokasi
from sakip.pembaca.blok import Paragraf
from sakip.pembaca.pdf.kata import Kata
from sakip.pembaca.pdf.potong import Potongan, mendapat_sisa
from sakip.pembaca.tafsir.kosakata import kosakata
from sakip.teks.istilah import bentuk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sakip.pembaca.blok import Blok

__all__ = ["blok_halaman"]

TERLUAR = 4
"""First and last lines of a page among which running heads and feet stand."""
SETINGGI = 6.0
"""Points by which a running head stands elsewhere on another page, at most."""

_ANGKA = re.compile(r"\d+|\b[ivxl]+\b", re.IGNORECASE)
_BULAT = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,])")
_JUDUL = ("tabel.kepala", "tabel.lanjutan", "formulir.formulir", "formulir.perjanjian", "bagian.lampiran")
"""What titles are, which begin many pages and are no running heads."""


def blok_halaman(halaman: Mapping[int, dict[str, Any]], sebutan: str) -> Iterator[Blok]:
    """The blocks of all pages in order.

    Args:
        halaman: number to page, as `pdf_halaman` gives it.
        sebutan: what places call the file.
    """
    halaman = _tanpa_berjalan(halaman)
    kata = Kata.dari(halaman, kosakata().dikenal)
    bagian = list(_rangkai(halaman, sebutan, kata))
    kata = kata.mengenal(t for b in bagian for t in _teks(b))
    for b in bagian:
        yield from b.blok(kata) if isinstance(b, Potongan) else (b,)


def _teks(bagian: Paragraf | Potongan) -> Iterator[tuple[int, str]]:
    if isinstance(bagian, Paragraf):
        yield bagian.lokasi.halaman or 0, bagian.teks
        return
    for baris in bagian.baris:
        yield from ((bagian.halaman, s.teks) for s in baris)


def _rangkai(halaman: Mapping[int, dict[str, Any]], sebutan: str, kata: Kata) -> Iterator[Paragraf | Potongan]:
    """Lines and tables in order, the rows mended that a page break cut."""
    tertunda: Potongan | None = None
    sela: list[Paragraf] = []
    """What stands in the margins after the table that waits for its rest."""
    tabel = 0
    for n, h in sorted(halaman.items()):
        pertama = True
        for b in h["isi"]:
            if b[0] == "p":
                p = Paragraf(b[1], Lokasi(sebutan, halaman=n), *b[2:5])
                if b[5] and tertunda is not None:
                    sela.append(p)
                    continue
                yield from _lepas(tertunda, sela)
                tertunda, pertama = None, pertama and b[5]
                yield p
                continue
            tabel += 1
            baru = Potongan.dari(b[1], n, tabel, sebutan)
            if pertama and tertunda is not None and tertunda.halaman == n - 1:
                mendapat_sisa(tertunda, baru, kata)
                if not baru.baris:  # nothing but the rest of a row, which may go on over the next page too
                    tertunda.halaman = n
                    pertama = False
                    continue
            baru.catat_kelompok(tertunda if pertama else None)
            yield from _lepas(tertunda, sela)
            tertunda, pertama = baru, False
    yield from _lepas(tertunda, sela)


def _lepas(tabel: Potongan | None, sela: list[Paragraf]) -> Iterator[Paragraf | Potongan]:
    if tabel is not None:
        yield tabel
    yield from sela
    sela.clear()


def _tanpa_berjalan(halaman: Mapping[int, dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """The pages without running heads and feet."""
    tepi = Counter(t for h in halaman.values() for t in {_baku(b[1]) for b in h["isi"] if b[0] == "p" and b[5]})
    berulang = {t for t, n in tepi.items() if n > 2 or 2 * n > len(halaman) > 1}
    luar = _berulang_di_luar(halaman)
    hasil: dict[int, dict[str, Any]] = {}
    for n, h in halaman.items():
        isi = [
            b
            for i, b in enumerate(h["isi"])
            if b[0] != "p" or not ((n, i) in luar or (b[5] and _baku(b[1]) in berulang))
        ]
        hasil[n] = {**h, "isi": isi}
    return hasil


def _berulang_di_luar(halaman: Mapping[int, dict[str, Any]]) -> set[tuple[int, int]]:
    """Pages and places of the first and last lines of pages that recur at one height, however far from the edge.

    They count the pages, or stand on most of them. Titles recur too: those of tables and forms are left.
    """
    tempat: dict[tuple[Any, ...], set[tuple[int, int]]] = defaultdict(set)
    for n, h in halaman.items():
        for i in _terluar(h["isi"]):
            for kunci in _kunci(h["isi"][i], n):
                tempat[kunci].add((n, i))
    hasil: set[tuple[int, int]] = set()
    for kunci, di in tempat.items():
        banyak = len({n for n, _ in di})
        if banyak > 2 and (kunci[0] is not None or 2 * banyak > len(halaman)):
            hasil |= di
    return hasil


def _terluar(isi: Sequence[list[Any]]) -> set[int]:
    """The places of the first and last lines of a page, outside its first and last table."""
    hasil: set[int] = set()
    for urut in (range(len(isi)), range(len(isi) - 1, -1, -1)):
        for i in urut[:TERLUAR]:
            if isi[i][0] != "p":
                break
            hasil.add(i)
    return hasil


def _kunci(baris: list[Any], n: int) -> Iterator[tuple[Any, ...]]:
    """By what a line is known on other pages: its words and height; by how much a number in it is ahead of the page."""
    teks = baris[1].casefold()
    if any(bentuk(nama).match(baris[1]) for nama in _JUDUL):
        return
    for letak in (("a", baris[6] // SETINGGI), ("b", (baris[6] + SETINGGI / 2) // SETINGGI)):
        yield None, teks, letak
        for cocok in _BULAT.finditer(teks):
            yield int(cocok[0]) - n, f"{teks[: cocok.start()]}#{teks[cocok.end() :]}", letak


def _baku(teks: str) -> str:
    return _ANGKA.sub("#", teks).casefold()
