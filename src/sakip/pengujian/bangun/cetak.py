"""Cetak: how one report prints its figures. Values are exact fractions; what is printed is rounded half-up."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Gaya, Jenis, tulis
from sakip.angka.lokasi import Lokasi
from sakip.model.peran import PERAN
from sakip.model.sel import Sel, baca_sel_peran

if TYPE_CHECKING:
    from sakip.pengujian.bangun.sumber import Sumber

__all__ = ["Cetak", "cara_cetak", "daun_uang", "sel"]

SEN = Fraction(1, 100)

GAYA_UANG = (
    Gaya(rp=""),
    Gaya(rp="Rp"),
    Gaya(rp="Rp. ", ekor=",-"),
    Gaya(rp="Rp "),
)
"""How an amount is dressed; the bare figure of a table first."""


@attrs.frozen(kw_only=True)
class Cetak:
    """A notation.

    Attributes:
        uang_gaya: what stands around money.
        sen: whether whole money is printed with `,00`.
        kurung: whether negative money stands in brackets.
        persen: the sign after a percentage, or nothing where the heading has it.
        desimal: decimals of percentages that are calculated.
    """

    uang_gaya: Gaya = GAYA_UANG[0]
    sen: bool = False
    kurung: bool = False
    persen: str = ""
    desimal: int = 2

    def uang(self, nilai: Fraction, desimal: int | None = None) -> str:
        """Money; with its sen where it has any, or rounded to `desimal`."""
        if desimal is None:
            desimal = 2 if self.sen or nilai.denominator != 1 else 0
        gaya = self.uang_gaya if desimal == 0 or not self.uang_gaya.ekor else attrs.evolve(self.uang_gaya, ekor=",-")
        teks = tulis(abs(nilai), desimal, Jenis.RUPIAH, gaya=gaya)
        if nilai >= 0 or not any(c in "123456789" for c in teks):
            return teks
        return f"({teks})" if self.kurung and not gaya.ekor else f"-{teks}"

    def hitungan(self, nilai: Fraction, desimal: int | None = None) -> str:
        """A calculated percentage."""
        gaya = Gaya(persen=self.persen)
        return tulis(nilai, self.desimal if desimal is None else desimal, Jenis.PERSEN, gaya=gaya)

    def ukuran(self, nilai: Fraction, desimal: int, satuan: str = "") -> str:
        """A target or realisation, with the unit where one is printed beside it."""
        return tulis(nilai, desimal, Jenis.NILAI, satuan=satuan)


def cara_cetak(s: Sumber) -> Cetak:
    """Any notation."""
    return Cetak(
        uang_gaya=s.pilih(GAYA_UANG),
        sen=s.benar(),
        kurung=s.benar(6),
        persen=s.pilih(("", "%")),
        desimal=s.pilih((2, 2, 1, 0, 3)),
    )


def daun_uang(s: Sumber, *, sen: bool = False) -> Fraction:
    """An amount of money of any size a budget line has; seldom zero, with sen only where `sen` allows it."""
    if s.benar(24):
        return Fraction(0)
    digit = s.pilih((7, 8, 9, 6, 10))
    bulat = s.bulat(10 ** (digit - 1), 10**digit - 1)
    if s.benar(3):
        bulat = bulat // 1000 * 1000
    return Fraction(bulat) + (s.bulat(0, 99) * SEN if sen and s.benar(3) else 0)


def sel(teks: str, peran: str, tempat: str, kolom: str, *, satuan: str = "") -> Sel:
    """A print outside the tables, at a place of its own."""
    return baca_sel_peran(teks, PERAN[peran], Lokasi(tabel=tempat, kolom=kolom), satuan=satuan)
