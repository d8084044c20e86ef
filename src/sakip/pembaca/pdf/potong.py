"""The part of a table that stands on one page, and the row that a page break cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.pembaca.blok import Grid, SelGrid
from sakip.pembaca.pdf.baris import PATAH, PENGGALAN, PUTUS, RAPAT, TAK_PUTUS, angka_penuh, gabung_sel
from sakip.pembaca.pdf.kata import berangka
from sakip.pembaca.pdf.sel import Ujung
from sakip.pembaca.tata_letak import uraikan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sakip.pembaca.blok import Blok
    from sakip.pembaca.pdf.kata import Kata

    T = TypeVar("T")

__all__ = ["Potongan", "mendapat_sisa"]

SINGKATAN_TERPANJANG = 5
"""Characters of an abbreviation with its stop, at most: `Kab.` ends no sentence."""
SEJAJAR = 1.5
"""Points by which one rule stands elsewhere on another page, at most."""
KEPALA_TERBANYAK = 3
"""Rows of a heading that a page break cuts, at most."""

_TAHUN = re.compile(r"(?:19|20)\d{2}")
_TANDA = re.compile(f"[{PATAH}{PUTUS}{RAPAT}]")
_ANGKA_AWAL = re.compile(r"[-–(]?(?:rp\.?\s*)?[-–(]?[\d.,]*[-–]?", re.IGNORECASE)


@attrs.define(slots=True, eq=False)
class Potongan:
    """A table of a page (`pdf_tabel.Kotak`) whose cells have places; words in it may still be in pieces."""

    halaman: int
    baris: list[tuple[SelGrid, ...]]
    tepi: list[float]
    akhir: list[list[Any] | None]
    awal: list[list[list[float] | None]]
    kelompok: set[tuple[int, bool]] = attrs.field(factory=set)
    """In which columns headings stand inside the table, as rows of one cell, here or on the pages before, and
    whether they are numbered."""

    @classmethod
    def dari(cls, kotak: Mapping[str, Any], halaman: int, tabel: int, sebutan: str) -> Potongan:
        """The `tabel`-th table of a document."""
        baris = [
            tuple(SelGrid(t, Lokasi(sebutan, halaman=halaman, sel=f"T{tabel} B{r} K{k}")) for k, t in enumerate(b, 1))
            for r, b in enumerate(kotak["baris"], 1)
        ]
        return cls(halaman, baris, kotak["tepi"], kotak["akhir"], kotak["awal"])

    def catat_kelompok(self, atas: Potongan | None) -> None:
        """Note the headings inside, and those of the page before; what a page cut is by then mended."""
        if atas is not None and atas.lebar == self.lebar:  # else it is another table, or its columns are not these
            self.kelompok |= atas.kelompok
        for b in self.baris[1:]:
            if len(isi := [(i, s.teks[0].isdigit()) for i, s in enumerate(b) if s.teks]) == 1:
                self.kelompok.add(isi[0])

    @property
    def lebar(self) -> int:
        """How many columns it has."""
        return len(self.baris[0]) if self.baris else 0

    def letak(self, k: int) -> int:
        """In which row the text stands that reaches down to the foot in a column; the last is -1."""
        return akhir[1] if (akhir := self.akhir[k]) else -1

    def rentangkan(self, tepi: Sequence[float]) -> None:
        """Give it the columns that another part of the same table has more: its cells are merged over them."""
        if not self.tepi or len(tepi) <= len(self.tepi):
            return
        letak = [min(range(len(tepi)), key=lambda j: abs(tepi[j] - x)) for x in self.tepi]
        ujung = letak[0] == 0 and letak[-1] == len(tepi) - 1
        if not ujung or any(abs(tepi[j] - x) > SEJAJAR for j, x in zip(letak, self.tepi, strict=True)):
            return
        del letak[-1]
        self.baris = [tuple(_rentang(b, letak, len(tepi) - 1, SelGrid("", b[0].lokasi))) for b in self.baris]
        self.akhir = _rentang(self.akhir, letak, len(tepi) - 1, None) if self.akhir else []
        self.awal = [_rentang(a, letak, len(tepi) - 1, None) for a in self.awal]
        self.kelompok = {(letak[i], n) for i, n in self.kelompok}
        self.tepi = list(tepi)

    def blok(self, kata: Kata) -> tuple[Blok, ...]:
        """Its blocks, the words put together."""
        if not self.baris:
            return ()
        utuh = [
            tuple(attrs.evolve(s, teks=t) if (t := kata.utuhkan(s.teks, self.halaman)) != s.teks else s for s in b)
            for b in self.baris
        ]
        return uraikan(Grid(tuple(utuh), utuh[0][0].lokasi, halaman=self.halaman))


def _rentang(isi: Sequence[T], letak: Sequence[int], banyak: int, kosong: T) -> list[T]:
    hasil = [kosong] * banyak
    for i, x in zip(letak, isi, strict=True):
        hasil[i] = x
    return hasil


@attrs.frozen(slots=True)
class _Sambungan:
    """A cell at the foot of a page and what stands under it on the next.

    Attributes:
        atas: its text.
        bawah: what may be the rest of it.
        ujung: how its last line ends.
        kata: how wide the first word of the rest is.
        gugus: how wide the letters are that the rest begins with and that are never parted.
    """

    atas: str
    bawah: str
    ujung: Ujung
    kata: float
    gugus: float

    @property
    def patah(self) -> bool:
        """Whether a word may have been cut."""
        return self.ujung.mematahkan(self.gugus)

    @property
    def lipat(self) -> bool:
        """Whether the rest had no room beside the text."""
        return self.ujung.melipat(self.kata)

    @property
    def polos(self) -> str:
        """The text without marks."""
        return _TANDA.sub("", self.atas)

    @property
    def sisa(self) -> str:
        """The rest without marks."""
        return _TANDA.sub("", self.bawah)

    def pasti(self, halaman: int, kata: Kata) -> bool:
        """Whether the text alone tells that it goes on: a figure without its end, or a space at the end."""
        putus = self.polos[-1:] in {".", ","} and self._berangka() and self._angka()
        return putus or (kata.bersih and halaman in kata.jelas and self.ujung.spasi is True and self.lipat)

    def terputus(self, halaman: int, kata: Kata) -> bool:
        """Whether the text may go on: what follows had no room beside it."""
        if not self.atas or self.pasti(halaman, kata):
            return bool(self.atas)
        if self._berangka():
            return self._angka()
        if halaman in kata.jelas and self.ujung.spasi is False and self.polos[-1] not in "-/":
            return self.patah and kata.sekata(self.atas, self.bawah, halaman)
        return self.lipat and self._kata()

    def _berangka(self) -> bool:
        return PENGGALAN.fullmatch(self.sisa) is not None and not self._tahun()

    def _tahun(self) -> bool:
        return _TAHUN.fullmatch(self.sisa) is not None and self.polos[-1].isalpha()

    def _angka(self) -> bool:
        penuh = self.polos[-1] in ".,-–" or TAK_PUTUS.fullmatch(self.polos) or self.patah
        return bool(penuh) and _ANGKA_AWAL.fullmatch(self.polos) is not None and berangka(self.polos + self.sisa)

    def _kata(self) -> bool:
        selesai = self.polos.endswith((".", ";", ":")) and len(self.polos.rpartition(" ")[2]) > SINGKATAN_TERPANJANG
        if selesai or (angka_penuh(self.sisa) and not self._tahun()):
            return False
        return not self.sisa.isupper() or berkapital(self.polos)

    def utuh(self) -> str:
        """The text with its rest; what may be one word stays marked."""
        if self.ujung.spasi:
            return f"{self.atas} {self.bawah}"
        if self.patah:
            antara = PATAH if self.ujung.spasi is None else PUTUS
            return f"{self.atas}{'' if self._berangka() and not self.atas[-1].isalpha() else antara}{self.bawah}"
        return gabung_sel([self.atas, self.bawah])


def berkapital(teks: str) -> bool:
    """Whether a text has a word in capitals."""
    return any(k.isupper() for k in teks.split())


def mendapat_sisa(atas: Potongan, bawah: Potongan, kata: Kata) -> None:
    """Put the rest of a row that the page break cut back into it.

    Args:
        atas: the part of a table at the foot of a page.
        bawah: the one on top of the next; it loses the row that is the rest.
        kata: the words of the document.
    """
    atas.rentangkan(bawah.tepi)
    bawah.rentangkan(atas.tepi)
    n = 0
    while n < min(len(atas.baris), len(bawah.baris)) and _teks(atas.baris[n]) == _teks(bawah.baris[n]):
        n += 1  # the heading, printed again
    if n >= min(len(bawah.baris), len(bawah.awal)) or len(bawah.baris[n]) != len(atas.akhir):
        return
    anak = _anak(atas.akhir, bawah.awal[n])
    isi = {
        k: _sambungan(atas.baris[atas.letak(k)][k].teks, b.teks, atas.akhir[k], bawah.awal[n][k])
        for k, b in enumerate(bawah.baris[n])
        if b.teks and k not in anak
    }
    if not isi or not all(s.terputus(atas.halaman, kata) for s in isi.values()):
        return
    if not _boleh(atas, isi, anak, kata):
        return
    baris = bawah.baris.pop(n)
    for k, s in isi.items():
        kini = list(atas.baris[atas.letak(k)])
        kini[k] = attrs.evolve(kini[k], teks=s.utuh())
        atas.baris[atas.letak(k)] = tuple(kini)
    beranak = any(baris[k].teks for k in anak)
    if beranak:
        atas.baris.append(tuple(b if k in anak else attrs.evolve(b, teks="") for k, b in enumerate(baris)))
    if not bawah.baris:
        letak = [atas.letak(k) - (beranak and k not in anak) for k in range(len(atas.akhir))]
        atas.akhir = [
            z and [z[0], i, *z[2:]]
            for x, y, b, i in zip(atas.akhir, bawah.akhir, baris, letak, strict=True)
            for z in [y if b.teks else x]
        ]


def _boleh(atas: Potongan, isi: Mapping[int, _Sambungan], anak: set[int], kata: Kata) -> bool:
    """Whether a row whose cells may go on with those above is not a row of its own."""
    kepala = _kepala(atas) and not any(c.isdigit() for s in isi.values() for c in _TAHUN.sub("", s.bawah))
    if anak and not kepala:
        return False
    pasti = any(s.pasti(atas.halaman, kata) for s in isi.values())
    if len(isi) + len(anak) == len(atas.akhir) and not kepala and not pasti:
        return False
    return pasti or len(isi) > 1 or not _kelompok(atas, *next(iter(isi.items())), kata)


def _kelompok(tabel: Potongan, k: int, s: _Sambungan, kata: Kata) -> bool:
    """Whether the one cell of a row on top of a page is a heading inside the table: as there were others above.

    Right below the heading of a table it is one too, unless that is set in capitals and so is what may be its rest.
    """
    if not s.bawah[0].isupper() or kata.berdampingan(s.polos, s.bawah):
        return False
    if sum(map(bool, _teks(tabel.baris[-1]))) == 1:
        return True
    if len(tabel.baris) == 1:
        return not (berkapital(s.polos) and s.bawah.split()[0].isupper())
    return (k, False) in tabel.kelompok


def _kepala(tabel: Potongan) -> bool:
    """Whether there is nothing of a table yet but its heading."""
    teks = [t for b in tabel.baris for t in _teks(b)]
    return len(tabel.baris) <= KEPALA_TERBANYAK and not any(angka_penuh(t) and not _TAHUN.fullmatch(t) for t in teks)


def _anak(atas: Sequence[list[Any] | None], bawah: Sequence[list[float] | None]) -> set[int]:
    """The columns in which cells stand under one that is merged over several."""
    hasil = set()
    batas = 0.0
    for k, (a, b) in enumerate(zip(atas, bawah, strict=True)):
        if a is not None:
            batas = a[0]
        if b is not None and (a is None or b[0] < batas - SEJAJAR):
            hasil.add(k)
    return hasil


def _sambungan(atas: str, bawah: str, akhir: list[Any] | None, awal: list[float] | None) -> _Sambungan:
    ujung = Ujung(*akhir[2:]) if akhir else Ujung(0.0, 0.0, spasi=None, sekata=False)
    return _Sambungan(atas, bawah, ujung, *(awal[1:] if awal else (0.0, 0.0)))


def _teks(baris: Sequence[SelGrid]) -> list[str]:
    return [s.teks for s in baris]
