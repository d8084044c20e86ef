"""The check of a relation as a part of a spreadsheet: its figures in rows, and formulas over their cells.

Column F holds the value of a row, G the half of its rounding interval, H what is reckoned, I and J the least and the
most that can be behind rounded figures, L the tick mark. A kind of relation writes the formulas, since it alone knows
what it says; whoever makes the spreadsheet puts the rows where they were said to be.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from sakip.fakta.butir import Butir
    from sakip.teks.kalimat import Kalimat

__all__ = ["BarisCara", "BarisLembar", "Lembar"]


@attrs.frozen(slots=True, eq=False)
class BarisLembar:
    """A row with a figure or a label.

    Attributes:
        butir: the print.
        nilai: what stands in F; the label where it is None.
        longgar: what stands in G.
        jenis: angka, cetakan or bukti.
    """

    butir: Butir
    nilai: Fraction | None
    longgar: Fraction = Fraction(0)
    jenis: str = "angka"


@attrs.frozen(slots=True, eq=False)
class BarisCara:
    """A row for another way of reckoning, whose figures follow it: its name and its formulas."""

    nama: str | Kalimat
    tanda: str
    dihitung: str
    terendah: str
    tertinggi: str


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Lembar:
    """What stands in the row of a relation, and in the rows below.

    Attributes:
        tanda: the formula of the tick mark.
        dihitung, terendah, tertinggi: the formulas of what is reckoned, where it is.
        berselisih: whether that is to be taken from the value of the row.
        nilai: the value of the row: a number, or a word that the formula of the mark asks for; one of ours as a
            sentence. In formulas our words stand as `{key}`, which whoever makes the spreadsheet fills in.
        setengah: half its rounding interval.
        desimal: the decimals of the value.
        desimal_hitung: the decimals to show of what is reckoned.
        baris: the rows below.
    """

    tanda: str
    dihitung: str = ""
    terendah: str = ""
    tertinggi: str = ""
    berselisih: bool = False
    nilai: Fraction | str | Kalimat | None = None
    setengah: Fraction | None = None
    desimal: int = 0
    desimal_hitung: int = 2
    baris: tuple[BarisLembar | BarisCara, ...] = ()
