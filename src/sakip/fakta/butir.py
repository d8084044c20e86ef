"""Butir: a printed figure or label, and what it states."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property, lru_cache
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

import attrs

from sakip.angka.angka import Angka
from sakip.angka.cetakan import Ambang, Banding, Masa, Predikat, Tanggal, Waktu
from sakip.angka.interval import Interval
from sakip.angka.lokasi import Lokasi
from sakip.fakta.pengenal import pengenal
from sakip.teks.kalimat import Daftar, Kalimat, kalimat
from sakip.teks.nama import baku
from sakip.teks.short_repr import short_repr

if TYPE_CHECKING:
    from sakip.angka.cetakan import Cetakan
    from sakip.model.peran import Peran
    from sakip.model.sel import Sel
    from sakip.teks.kalimat import Isi

__all__ = ["Butir", "Kunci", "Letak", "bilangan", "tempat"]


class Kunci(NamedTuple):
    """What a figure states: whose (`subjek`), what (`peran`, with the label of a part), when."""

    subjek: str
    peran: str
    periode: int | None


@attrs.frozen(slots=True, eq=False)
class Letak:
    """What the prints of one column have in common, or what one lone print is.

    Names and places are kept in pieces and are put together when asked for: few prints are ever named.

    Attributes:
        peran: the role.
        ciri: what tells it from other columns of its role: the label of a part, the year.
        nama: what it is, where role and line do not say it; empty where the line alone does.
        di: the table, form or section as findings call it: `Tabel 2.7`.
        baris: which line of it, where the print is alone.
        kolom: the heading of its column.
        wadah: the table, form or section, in words that survive renumbering.
        fakta: the role, with the label of a part, of the fact that it states.
        periode: the year of that fact.
        susunan: the column within its table or form, for runs of lines.
        media: where it is printed: `tabel`, `pk`, `narasi` or `hitungan` (a printed calculation).
        dibulatkan: the heading says that its money is in thousands or millions, so that each print is rounded.
        cacahan: it holds counts of whole things, which nobody rounds.
        tentang: words of the title that say what else its table is about.
    """

    peran: Peran
    di: Isi
    nama: Isi | None = None
    ciri: str = ""
    baris: Isi = ""
    kolom: Isi = ""
    wadah: str = ""
    fakta: str = ""
    periode: int | None = None
    susunan: str = ""
    media: str = "tabel"
    dibulatkan: bool = False
    cacahan: bool = False
    tentang: frozenset[str] = frozenset()


KASAR = 20
"""A print of fewer than so many halves of its last digit, such as 0,03 or 5, is taken as it stands."""


def tempat(di: Isi, baris: Isi, kolom: Isi) -> Daftar:
    """A place: `Tabel 2.7`, the line, `kolom Realisasi`."""
    bagian = (di, baris, kalimat("tempat.kolom", kolom=kolom) if kolom else "")
    return Daftar(tuple(filter(None, bagian)), None, "koma", ulang=True)


@attrs.frozen(slots=True, eq=False, field_transformer=short_repr)
class Butir:
    """One printed figure or label taking part in relations.

    Attributes:
        urut: its number in the register; gives every output a fixed order.
        letak: what it has in common with its column.
        sel: the printed cell; None for a figure computed from the report (a count).
        sebut: the name of its line.
        subjek: whose fact it states; None for a figure that states none.
        susunan: column and row order within its table or form, for runs of lines.
        pembilang, penyebut: the exact value printed, in whole numbers; `penyebut` is 0 where it is no figure.
        langkah: one unit of the last printed digit, over `penyebut`; 0 for a figure that was computed.
        peran: its role.
        media: where it is printed: `tabel`, `pk`, `narasi` or `hitungan` (a printed calculation).
        berangka: whether it is a figure.
    """

    urut: int
    letak: Letak
    sel: Sel | None
    sebut: Isi = ""
    subjek: str | None = None
    susunan: tuple[str, int] = ("", 0)
    pembilang: int = 0
    penyebut: int = 0
    langkah: int = 0
    # Asked by every rule of every print: without a call.
    peran: Peran = attrs.field(init=False, default=attrs.Factory(lambda b: b.letak.peran, takes_self=True))
    media: str = attrs.field(init=False, default=attrs.Factory(lambda b: b.letak.media, takes_self=True))
    berangka: bool = attrs.field(init=False, default=attrs.Factory(lambda b: b.penyebut != 0, takes_self=True))

    @property
    def nama(self) -> Isi:
        """What it is: `realisasi 2024 Nilai AKIP`; but `Rata-Rata Capaian 2024`, not `capaian` twice."""
        letak = self.letak
        if letak.nama is not None:
            return letak.nama or self.sebut
        if f" {self.peran.sebutan} " in f" {baku(pengenal(self.sebut))} ":
            return f"{self.sebut}{letak.ciri}" if isinstance(self.sebut, str) else self.sebut
        return Kalimat("nama.angka", {"peran": self.peran.ucapan, "ciri": letak.ciri, "baris": self.sebut})

    @property
    def pengenal(self) -> str:
        """The text by which it is known from one draft to the next, where it states no fact."""
        return pengenal(self.nama)

    @property
    def tempat(self) -> Daftar:
        """Where it is."""
        return tempat(self.letak.di, self.sebut or self.letak.baris, self.letak.kolom)

    @property
    def di(self) -> Isi:
        """The table, form or section as findings call it: `Tabel 2.7`."""
        return self.letak.di

    @property
    def kolom(self) -> Isi:
        """The heading of its column; empty outside tables."""
        return self.letak.kolom

    @property
    def wadah(self) -> str:
        """The table, form or section, in words that survive renumbering."""
        return self.letak.wadah

    @property
    def kunci(self) -> Kunci | None:
        """The fact it states; None for a figure that states none."""
        return Kunci(self.subjek, self.letak.fakta, self.letak.periode) if self.subjek and self.letak.fakta else None

    @property
    def tetap(self) -> bool:
        """Whether it was computed and so cannot be a wrong print."""
        return self.sel is None

    @property
    def lokasi(self) -> Lokasi:
        """Where it is printed."""
        return self.sel.lokasi if self.sel is not None else Lokasi()

    @property
    def teks(self) -> str:
        """As printed."""
        return self.sel.teks if self.sel is not None else str(self.nilai)

    @property
    def label(self) -> str:
        """The printed words, for labels."""
        sel = self.sel
        return (
            sel.teks if sel is not None and (sel.isi is None or isinstance(sel.isi, Predikat | Tanggal | Masa)) else ""
        )

    @property
    def bernilai(self) -> bool:
        """Whether it is a value: a figure, or the day of a target, which stands for no number."""
        hari = self.sel is not None and isinstance(self.sel.isi, Tanggal | Masa)
        return self.berangka or (hari and self.peran.menurut_satuan)

    @cached_property
    def nilai(self) -> Fraction | None:
        """The exact value printed; None for a label or a range."""
        return Fraction(self.pembilang, self.penyebut) if self.penyebut else None

    @property
    def setengah(self) -> Fraction:
        """Half a unit of the last printed digit."""
        return _setengah(self.langkah, self.penyebut)

    @property
    def desimal(self) -> int:
        """The decimals printed."""
        a = pokok(self.sel.isi) if self.sel is not None else None
        return a.desimal if a is not None else 0

    @property
    def dibulatkan(self) -> bool:
        """Whether an exact role is printed in large units: millions by its heading, or `Rp1,2 miliar`."""
        return self.letak.dibulatkan or self.langkah > self.penyebut

    @property
    def kasar(self) -> bool:
        """Whether it has so few digits that its rounding would explain nearly any result reckoned from it."""
        return (
            self.peran.menurut_satuan
            and not (self.peran.pasti or self.letak.cacahan)
            and self.penyebut != 0
            and self.langkah * KASAR > 2 * abs(self.pembilang)
        )

    @cached_property
    def interval(self) -> Interval | None:
        """What it stands for as an operand: a point when the role is exact or the source stores the value."""
        if self.nilai is None:
            return None
        if self.sel is not None and self.sel.tersimpan is not None:
            return Interval.titik(self.sel.tersimpan)
        pasti = (self.peran.pasti and not self.dibulatkan) or self.kasar or self.letak.cacahan
        return Interval.titik(self.nilai) if pasti else self.cetak

    @cached_property
    def cetak(self) -> Interval | None:
        """What it stands for as a printed result: all values that round to it, whatever its role."""
        return None if self.nilai is None else Interval.dari(self.nilai, self.setengah)


@lru_cache(maxsize=256)
def _setengah(langkah: int, penyebut: int) -> Fraction:
    return Fraction(langkah, 2 * penyebut) if penyebut else Fraction(0)


def pokok(isi: Cetakan | None) -> Angka | None:
    """The figure that a print is about: the side of a ratio that is not 1, the bound, the score of a grade."""
    if isinstance(isi, Angka):
        return isi
    if isinstance(isi, Banding):
        return isi.utama
    if isinstance(isi, Ambang | Predikat) and not isinstance(isi.nilai, Waktu | Tanggal):
        return isi.nilai
    return None


BUKAN_ANGKA = (0, 0, 0)


def bilangan(isi: Cetakan | None) -> tuple[int, int, int]:
    """What a print counts as, and one unit of its last digit, in whole numbers: numerator, denominator, unit.

    The denominator is 0 where it stands for no single number, the unit where nothing was rounded.
    """
    if isinstance(isi, Angka):  # nearly all are: without another call
        atas, bawah = isi.nilai.as_integer_ratio()
        desimal = isi.desimal - isi.pangkat
        satu = 10 ** max(desimal, 0)
        penyebut = satu if satu % bawah == 0 else lcm(satu, bawah)
        langkah = penyebut // satu if desimal >= 0 else penyebut * 10**-desimal
        return atas * (penyebut // bawah), penyebut, langkah
    if isinstance(isi, Ambang):
        return BUKAN_ANGKA if isinstance(isi.nilai, Tanggal) else bilangan(isi.nilai)
    if isinstance(isi, Predikat):
        return bilangan(isi.nilai) if isi.nilai is not None else (isi.tingkat, 1, 0) if isi.tingkat else BUKAN_ANGKA
    if isinstance(isi, Waktu):
        return _perkecil(isi.pecahan, Fraction(1, isi.kali))
    if isinstance(isi, Banding) and (n := isi.pecahan) is not None:
        satu = Fraction(10) ** (isi.utama.pangkat - isi.utama.desimal)
        return _perkecil(n, satu * n / isi.utama.pecahan if isi.utama.nilai else satu)
    return BUKAN_ANGKA


def _perkecil(nilai: Fraction, satu: Fraction) -> tuple[int, int, int]:
    """A value and a unit over their common denominator."""
    penyebut = lcm(nilai.denominator, satu.denominator)
    return int(nilai * penyebut), penyebut, int(satu * penyebut)
