"""Pages of a PDF into the blocks of one document: running heads left out, rows cut by a page break mended."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs

from sakip.lokasi import Lokasi
from sakip.pembaca.blok import Grid, Paragraf, SelGrid
from sakip.pembaca.pdf_baris import PATAH, PENGGALAN, angka_penuh, gabung_sel, gugus
from sakip.pembaca.tata_letak import uraikan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.pembaca.blok import Blok

__all__ = ["blok_halaman"]

SPASI = 3.0
"""Points of the space before a word that had no room."""

SINGKATAN_TERPANJANG = 5
"""Characters of an abbreviation with its stop, at most: `Kab.` ends no sentence."""
BIAYA_KANAN, BIAYA_KEPING, BIAYA_KIRI, BIAYA_PENDEK, BIAYA_SUKU = 1.0, 1.05, 1.1, 0.6, 2.0
"""How unlikely a word of pieces is that stands nowhere else: the last piece, several together, a piece left of a
break; how unlikely one of a letter or two that does, and a syllable that does not."""
KATA_TERPENDEK = 4
"""Letters of what may be a word that stands nowhere else in the document."""

_TAHUN = re.compile(r"(?:19|20)\d{2}")
_RP = re.compile(r"[-–(]?rp\.?", re.IGNORECASE)
_ANGKA_AWAL = re.compile(r"[-–(]?(?:rp\.?\s*)?[-–(]?[\d.,]*[-–]?", re.IGNORECASE)
_KODE = re.compile(r"[\dXx]+(?:\.[\dXx]+)+|\d[\d.,]*\s?[-–]\s?\d[\d.,]*")
_KATA = re.compile(rf"[^\W\d_]+(?:{PATAH}[^\W\d_]+)*")
_ANGKA = re.compile(r"\d+|\b[ivxl]+\b", re.IGNORECASE)


@attrs.define(slots=True, eq=False)
class _Tabel:
    """A table of a page: its rows, how much room was left in the cells of the last, its place."""

    halaman: int
    baris: list[tuple[SelGrid, ...]]
    sisa: list[float]
    awal: list[list[float]]
    kelompok: set[tuple[int, bool]] = attrs.field(factory=set)
    """In which columns headings stand inside the table, as rows of one cell, here or on the pages before, and
    whether they are numbered."""

    def catat_kelompok(self, atas: _Tabel | None) -> None:
        """Note the headings inside, and those of the page before; what a page cut is by then mended."""
        if atas is not None:
            self.kelompok |= atas.kelompok
        for b in self.baris[1:]:
            if len(isi := [(i, s.teks[0].isdigit()) for i, s in enumerate(b) if s.teks]) == 1:
                self.kelompok.add(isi[0])

    def blok(self) -> tuple[Blok, ...]:
        return uraikan(Grid(tuple(self.baris), self.baris[0][0].lokasi, halaman=self.halaman)) if self.baris else ()


def blok_halaman(halaman: Mapping[int, dict[str, Any]], sebutan: str) -> Iterator[Blok]:
    """The blocks of all pages in order.

    Args:
        halaman: number to page, as `pdf_halaman` gives it.
        sebutan: what places call the file.
    """
    berjalan = _kepala_berjalan(halaman)
    kata = _Kata.dari(halaman)
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
            baru = _Tabel(n, _sel(kata.utuhkan(b[1]), n, tabel, sebutan), b[2], b[3])
            if pertama and tertunda is not None and tertunda.halaman == n - 1:
                _mendapat_sisa(tertunda, baru, kata)
                if not baru.baris:  # nothing but the rest of a row, which may go on over the next page too
                    tertunda.halaman, tertunda.sisa = n, baru.sisa
                    pertama = False
                    continue
            baru.catat_kelompok(tertunda if pertama else None)
            yield from _lepas(tertunda, sela)
            tertunda, pertama = baru, False
    yield from _lepas(tertunda, sela)


@attrs.frozen(slots=True)
class _Kata:
    """The words of a document: those that stand whole, and what follows each piece that filled its line."""

    utuh: frozenset[str]
    ekor: Mapping[str, frozenset[str]]

    @classmethod
    def dari(cls, halaman: Mapping[int, dict[str, Any]]) -> _Kata:
        utuh: set[str] = set()
        ekor: dict[str, set[str]] = {}
        for h in halaman.values():
            for b in h["isi"]:
                for teks in [b[1]] if b[0] == "p" else [t for r in b[1] for t in r]:
                    for k in _KATA.findall(teks.casefold()):
                        bagian = k.split(PATAH)
                        if len(bagian) == 1:
                            utuh.add(k)
                        for a, c in pairwise(bagian):
                            ekor.setdefault(a, set()).add(c)
        return cls(frozenset(utuh), {k: frozenset(v) for k, v in ekor.items()})

    def utuhkan(self, baris: list[list[str]]) -> list[list[str]]:
        """Cells with each word that was broken put together, and words that only filled their lines parted."""
        return [[_KATA.sub(self._putus, t).replace(PATAH, "") if PATAH in t else t for t in r] for r in baris]

    def _putus(self, cocok: re.Match[str]) -> str:
        """The likeliest words of which pieces are made: as few unknown ones as can be."""
        bagian = cocok[0].split(PATAH)
        terbaik: list[tuple[float, list[str]]] = [(0.0, [])]
        for akhir in range(1, len(bagian) + 1):
            calon = []
            for awal, (biaya, kata) in enumerate(terbaik):
                baru = "".join(bagian[awal:akhir])
                potongan = BIAYA_KEPING if akhir - awal > 1 else BIAYA_KIRI if akhir < len(bagian) else BIAYA_KANAN
                calon.append((biaya + self._biaya(baru, potongan), [*kata, baru]))
            terbaik.append(min(calon, key=lambda c: (c[0], len(c[1]))))
        return " ".join(terbaik[-1][1])

    def _biaya(self, kata: str, asing: float) -> float:
        """How unlikely a word is; `asing`: when the document prints it nowhere else."""
        k = kata.casefold()
        if k in self.utuh or len(self.ekor.get(k, ())) > 1:
            return 0.0 if len(k) > 2 else BIAYA_PENDEK
        return asing if len(k) >= KATA_TERPENDEK else BIAYA_SUKU


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


def _mendapat_sisa(atas: _Tabel, bawah: _Tabel, kata: _Kata) -> None:
    """Put the rest of a row that the page break cut back into it."""
    n = 0
    while n < min(len(atas.baris), len(bawah.baris)) and _teks(atas.baris[n]) == _teks(bawah.baris[n]):
        n += 1  # the heading, printed again
    if n >= min(len(bawah.baris), len(bawah.awal)) or len(bawah.baris[n]) != len(atas.sisa):
        return
    pasang = list(zip(_teks(atas.baris[-1]), _teks(bawah.baris[n]), atas.sisa, bawah.awal[n], strict=True))
    isi = [k for k, p in enumerate(pasang) if p[1]]
    kepala = len(atas.baris) == 1 and not any(c.isdigit() for t in _teks(bawah.baris[n]) for c in t)
    if not isi or (len(isi) == len(pasang) and not kepala) or not all(_terputus(*pasang[k]) for k in isi):
        return
    if len(isi) == 1 and _kelompok(atas, isi[0], *pasang[isi[0]][:2]):
        return
    sel = zip(atas.baris[-1], pasang, strict=True)
    atas.baris[-1] = tuple(attrs.evolve(a, teks=_gabung(*p, kata)) if p[1] else a for a, p in sel)
    del bawah.baris[n]


def _kelompok(tabel: _Tabel, k: int, atas: str, bawah: str) -> bool:
    """Whether the one cell of a row on top of a page is a heading inside the table: as there were others above.

    Right below the heading of a table it is one too, unless that is set in capitals and so is what may be its rest.
    """
    if not bawah[0].isupper() or sum(map(bool, _teks(tabel.baris[-1]))) == 1:
        return False
    if len(tabel.baris) == 1:
        return not (_berkapital(atas) and bawah.split()[0].isupper())
    return (k, False) in tabel.kelompok


def _terputus(atas: str, bawah: str, sisa: float, kata: float) -> bool:
    """Whether the text of a cell may go on with another: what follows had no room beside it."""
    if not atas:
        return False
    tahun = _TAHUN.fullmatch(bawah) and atas[-1].isalpha()
    if PENGGALAN.fullmatch(bawah) and not tahun:
        huruf = kata / max(len(bawah.split(" ", 1)[0]), 1)
        penuh = atas[-1] in ".,-–" or _RP.fullmatch(atas) or sisa < huruf * gugus(bawah)
        return bool(penuh) and _ANGKA_AWAL.fullmatch(atas) is not None and _berangka(atas + bawah)
    selesai = atas.endswith((".", ";", ":")) and len(atas.rpartition(" ")[2]) > SINGKATAN_TERPANJANG
    if (angka_penuh(bawah) and not tahun) or sisa > kata + SPASI or selesai:
        return False
    return not bawah.isupper() or _berkapital(atas)


def _berkapital(teks: str) -> bool:
    return any(k.isupper() for k in teks.split())


def _berangka(teks: str) -> bool:
    """Whether a text is one figure, or a code."""
    return angka_penuh(teks) or _KODE.fullmatch(teks) is not None


def _gabung(atas: str, bawah: str, sisa: float, kata: float, semua: _Kata) -> str:
    """A cell and its rest; where there was no room for one letter more, that may be the rest of a word."""
    if PENGGALAN.fullmatch(bawah) and not atas[-1].isalpha():
        return atas + bawah
    penuh = sisa < kata / len(bawah.split(" ", 1)[0]) and atas[-1].isalpha() and bawah[0].isalpha()
    return semua.utuhkan([[gabung_sel([atas, PATAH + bawah if penuh else bawah])]])[0][0]


def _teks(baris: tuple[SelGrid, ...]) -> list[str]:
    return [s.teks for s in baris]


def _kepala_berjalan(halaman: Mapping[int, dict[str, Any]]) -> set[str]:
    """The lines in the margins that recur, whatever numbers stand in them."""
    suara = Counter(t for h in halaman.values() for t in {_baku(b[1]) for b in h["isi"] if b[0] == "p" and b[5]})
    return {t for t, n in suara.items() if n > 2 or 2 * n > len(halaman) > 1}


def _baku(teks: str) -> str:
    return _ANGKA.sub("#", teks).casefold()
