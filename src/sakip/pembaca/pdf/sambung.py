"""Pages of a PDF into the blocks of one document: running heads left out, rows cut by a page break mended."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from sakip.angka.lokasi import Lokasi
from sakip.pembaca.blok import Paragraf
from sakip.pembaca.pdf.kata import Kata
from sakip.pembaca.pdf.potong import Potongan, mendapat_sisa
from sakip.pembaca.tafsir.kosakata import kosakata

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.pembaca.blok import Blok

__all__ = ["blok_halaman"]

_ANGKA = re.compile(r"\d+|\b[ivxl]+\b", re.IGNORECASE)


def blok_halaman(halaman: Mapping[int, dict[str, Any]], sebutan: str) -> Iterator[Blok]:
    """The blocks of all pages in order.

    Args:
        halaman: number to page, as `pdf_halaman` gives it.
        sebutan: what places call the file.
    """
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
    berjalan = _kepala_berjalan(halaman)
    tertunda: Potongan | None = None
    sela: list[Paragraf] = []
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


def _kepala_berjalan(halaman: Mapping[int, dict[str, Any]]) -> set[str]:
    """The lines in the margins that recur, whatever numbers stand in them."""
    suara = Counter(t for h in halaman.values() for t in {_baku(b[1]) for b in h["isi"] if b[0] == "p" and b[5]})
    return {t for t, n in suara.items() if n > 2 or 2 * n > len(halaman) > 1}


def _baku(teks: str) -> str:
    return _ANGKA.sub("#", teks).casefold()
