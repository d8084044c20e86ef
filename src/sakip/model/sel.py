"""Sel: a printed figure or word at its place."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Angka, Jenis
from sakip.angka.cetakan import Cetakan, baca_sel
from sakip.angka.lokasi import Lokasi
from sakip.errors import AngkaError
from sakip.hukum.ordinal import baca_cetakan

if TYPE_CHECKING:
    from sakip.model.peran import Peran

__all__ = ["Cetakan", "Sel", "baca_angka", "baca_sel_peran", "simpan", "tercetak"]


@attrs.frozen(slots=True)
class Sel:
    """A cell: the text as printed, what it was read as (None for words), and its place.

    Attributes:
        tersimpan: the value that the print is a rounding of, where the source stores it, as a workbook does.
    """

    teks: str
    isi: Cetakan | None = None
    lokasi: Lokasi = Lokasi()
    tersimpan: Decimal | None = None

    @property
    def angka(self) -> Angka | None:
        """The figure, when it is one."""
        return self.isi if isinstance(self.isi, Angka) else None


def tercetak(*sel: Sel | None) -> tuple[Sel, ...]:
    """Those that are printed."""
    return tuple(s for s in sel if s is not None)


def simpan(sel: Sel, tersimpan: Decimal | None) -> Sel:
    """The cell with the value stored behind it, where that says more than the print and rounds to it."""
    a = sel.angka
    if a is None or tersimpan is None or tersimpan == a.nilai or abs(Fraction(tersimpan) - a.pecahan) > a.setengah:
        return sel
    return attrs.evolve(sel, tersimpan=tersimpan)


def baca_sel_peran(teks: str, peran: Peran, lokasi: Lokasi = Lokasi(), *, satuan: str = "") -> Sel:
    """Read a cell as its role demands.

    Args:
        teks: as printed.
        peran: decides whether it is money, a count, a percentage, or a measure named by its unit, which may be a
            grade in words.
        lokasi: where it is printed.
        satuan: the unit of the indicator, when it is printed elsewhere in the row.

    Raises:
        AngkaError: the role asks for a figure and the text is none.
    """
    if peran.jenis is None:
        return Sel(teks, None, lokasi)
    if not peran.menurut_satuan:
        return Sel(teks, baca_sel(teks, peran.jenis), lokasi)
    if "%" in teks or "%" in satuan:
        return Sel(teks, baca_cetakan(teks, Jenis.PERSEN), lokasi)
    isi = baca_cetakan(teks, Jenis.NILAI)
    if isinstance(isi, Angka) and isi.ambigu and isi.satuan:
        # A unit in words counts things: `1.060 Orang` is more than a thousand.
        isi = baca_sel(teks, Jenis.CACAH)
    return Sel(teks, isi, lokasi)


def baca_angka(teks: str, lokasi: Lokasi = Lokasi()) -> Sel:
    """Read a figure found among words, which no role explains; one of faulty marks counts by its digits alone."""
    jenis = Jenis.RUPIAH if teks[:2].casefold() == "rp" else Jenis.NILAI
    try:
        return Sel(teks, Angka.baca(teks, jenis), lokasi)
    except AngkaError:
        return Sel(teks, Angka.baca("".join(c for c in teks if c.isascii() and c.isdigit()), jenis), lokasi)
