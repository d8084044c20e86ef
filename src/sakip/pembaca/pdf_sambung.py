"""Pages of a PDF into the blocks of one document: running heads left out, rows cut by a page break mended."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs

from sakip.lokasi import Lokasi
from sakip.pembaca.blok import Grid, Paragraf, SelGrid
from sakip.pembaca.pdf_baris import angka_penuh, gabung_sel
from sakip.pembaca.tata_letak import uraikan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.pembaca.blok import Blok

__all__ = ["blok_halaman"]

SPASI = 3.0
"""Points of the space before a word that had no room."""

_ANGKA = re.compile(r"\d+|\b[ivxl]+\b", re.IGNORECASE)


@attrs.define(slots=True, eq=False)
class _Tabel:
    """A table of a page: its rows, how much room was left in the cells of the last, its place."""

    halaman: int
    baris: list[tuple[SelGrid, ...]]
    sisa: list[float]
    awal: list[list[float]]

    def blok(self) -> tuple[Blok, ...]:
        return uraikan(Grid(tuple(self.baris), self.baris[0][0].lokasi, halaman=self.halaman)) if self.baris else ()


def blok_halaman(halaman: Mapping[int, dict[str, Any]], sebutan: str) -> Iterator[Blok]:
    """The blocks of all pages in order.

    Args:
        halaman: number to page, as `pdf_halaman` gives it.
        sebutan: what places call the file.
    """
    berjalan = _kepala_berjalan(halaman)
    tertunda: _Tabel | None = None
    sela: list[Blok] = []
    """What stands in the margins after the table that waits for its rest."""
    tabel = 0
    for n, h in sorted(halaman.items()):
        pertama = True
        for b in h["isi"]:
            if b[0] == "p":
                if b[5] and _baku(b[1]) in berjalan:
                    continue
                p = Paragraf(b[1], Lokasi(sebutan, halaman=n), *b[2:5])
                if b[5] and tertunda is not None:
                    sela.append(p)
                    continue
                yield from _lepas(tertunda, sela)
                tertunda, pertama = None, pertama and b[5]
                yield p
                continue
            tabel += 1
            baru = _Tabel(n, _sel(b[1], n, tabel, sebutan), b[2], b[3])
            if pertama and tertunda is not None and tertunda.halaman == n - 1:
                _mendapat_sisa(tertunda, baru)
            yield from _lepas(tertunda, sela)
            tertunda, pertama = baru, False
    yield from _lepas(tertunda, sela)


def _lepas(tabel: _Tabel | None, sela: list[Blok]) -> Iterator[Blok]:
    if tabel is not None:
        yield from tabel.blok()
    yield from sela
    sela.clear()


def _sel(baris: list[list[str]], halaman: int, tabel: int, sebutan: str) -> list[tuple[SelGrid, ...]]:
    return [
        tuple(SelGrid(t, Lokasi(sebutan, halaman=halaman, sel=f"T{tabel} B{r} K{k}")) for k, t in enumerate(b, 1))
        for r, b in enumerate(baris, 1)
    ]


def _mendapat_sisa(atas: _Tabel, bawah: _Tabel) -> None:
    """Put the rest of a row that the page break cut back into it."""
    n = 0
    while n < min(len(atas.baris), len(bawah.baris)) and _teks(atas.baris[n]) == _teks(bawah.baris[n]):
        n += 1  # the heading, printed again
    if n >= min(len(bawah.baris), len(bawah.awal)) or len(bawah.baris[n]) != len(atas.sisa):
        return
    pasang = list(zip(_teks(atas.baris[-1]), _teks(bawah.baris[n]), atas.sisa, bawah.awal[n], strict=True))
    isi = [p for p in pasang if p[1]]
    if len(isi) == len(pasang) or not isi or not all(_terputus(*p) for p in isi):
        return
    sel = zip(atas.baris[-1], bawah.baris[n], strict=True)
    atas.baris[-1] = tuple(attrs.evolve(a, teks=gabung_sel([a.teks, b.teks])) if b.teks else a for a, b in sel)
    del bawah.baris[n]


def _terputus(atas: str, bawah: str, sisa: float, kata: float) -> bool:
    """Whether the text of a cell may go on with another: it is no figure, and its next word had no room."""
    if not atas or angka_penuh(bawah) or sisa > kata + SPASI or atas.endswith((".", ";", ":")):
        return False
    return not bawah.isupper() or atas.isupper()


def _teks(baris: tuple[SelGrid, ...]) -> list[str]:
    return [s.teks for s in baris]


def _kepala_berjalan(halaman: Mapping[int, dict[str, Any]]) -> set[str]:
    """The lines in the margins that recur, whatever numbers stand in them."""
    suara = Counter(t for h in halaman.values() for t in {_baku(b[1]) for b in h["isi"] if b[0] == "p" and b[5]})
    return {t for t, n in suara.items() if n > 2 or 2 * n > len(halaman) > 1}


def _baku(teks: str) -> str:
    return _ANGKA.sub("#", teks).casefold()
