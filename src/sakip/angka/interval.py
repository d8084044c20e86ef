"""Interval: the values that a printed figure can stand for.

A figure printed with two decimals, `106,40`, stands for every value that rounds to it. Arithmetic on
these intervals replaces tolerances: a result agrees with its operands when the intervals meet.
Both ends belong to the interval, so a value on the half-way point agrees with either rounding of it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Interval"]


@attrs.frozen(slots=True, repr=False)
class Interval:
    """A closed interval of exact rationals.

    Attributes:
        bawah: the lowest value.
        atas: the highest value; never below `bawah`.
    """

    bawah: Fraction
    atas: Fraction

    @classmethod
    def titik(cls, nilai: Fraction | Decimal | int) -> Interval:
        """The interval that holds `nilai` alone."""
        f = nilai if type(nilai) is Fraction else Fraction(nilai)
        return cls(f, f)

    @classmethod
    def dari(cls, nilai: Fraction | Decimal | int, setengah: Fraction) -> Interval:
        """`nilai` give or take `setengah`, half a unit of its last printed digit."""
        f = nilai if type(nilai) is Fraction else Fraction(nilai)
        return cls(f - setengah, f + setengah) if setengah else cls(f, f)

    @classmethod
    def gabung(cls, nilai: list[Fraction]) -> Interval:
        """The smallest interval that holds all of `nilai` (at least one)."""
        return cls(min(nilai), max(nilai))

    @property
    def tunggal(self) -> bool:
        """Whether it holds one value only."""
        return self.bawah is self.atas or self.bawah == self.atas  # most are made of one value

    @property
    def tengah(self) -> Fraction:
        """The centre."""
        return self.bawah if self.tunggal else (self.bawah + self.atas) / 2

    def bertemu(self, lain: Interval) -> bool:
        """Whether the two have a value in common."""
        return self.bawah <= lain.atas and lain.bawah <= self.atas

    def memuat(self, nilai: Fraction | Decimal | int) -> bool:
        """Whether `nilai` lies in it."""
        return self.bawah <= nilai <= self.atas

    def irisan(self, lain: Interval) -> Interval | None:
        """The values both have; None when there are none."""
        bawah = max(self.bawah, lain.bawah)
        atas = min(self.atas, lain.atas)
        return Interval(bawah, atas) if bawah <= atas else None

    def __neg__(self) -> Interval:
        return Interval(-self.atas, -self.bawah)

    def __add__(self, lain: Interval) -> Interval:
        return Interval(self.bawah + lain.bawah, self.atas + lain.atas)

    def __sub__(self, lain: Interval) -> Interval:
        return Interval(self.bawah - lain.atas, self.atas - lain.bawah)

    def __mul__(self, lain: Interval) -> Interval:
        if self.tunggal and lain.tunggal:
            return Interval.titik(self.bawah * lain.bawah)
        return Interval.gabung([a * b for a in (self.bawah, self.atas) for b in (lain.bawah, lain.atas)])

    def kali(self, faktor: Fraction) -> Interval:
        """Each value times `faktor`."""
        a, b = self.bawah * faktor, self.atas * faktor
        return Interval(a, b) if a <= b else Interval(b, a)

    def __truediv__(self, lain: Interval) -> Interval:
        """Raises ZeroDivisionError when `lain` holds zero."""
        if lain.bawah <= 0 <= lain.atas:
            raise ZeroDivisionError("pembagi memuat nol")
        if lain.tunggal:
            return self.kali(1 / lain.bawah)
        return self * Interval(1 / lain.atas, 1 / lain.bawah)

    def __repr__(self) -> str:
        return f"Interval({self.bawah}, {self.atas})"
