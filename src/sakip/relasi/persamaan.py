"""Linear equations over figures of which some are unknown."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, cast

from sakip.angka.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sakip.fakta.butir import Butir
    from sakip.hukum.rumus import Suku

__all__ = ["NOL", "Persamaan", "kurangi", "linear", "tengah"]

NOL = Fraction(0)

Persamaan = dict["Butir | None", Fraction]
"""A sum that is zero: the factor of each unknown, and under None what is known."""


def kurangi(p: Persamaan, q: Persamaan, kali: Fraction) -> None:
    """Take another sum so many times from the first."""
    for b, n in q.items():
        sisa = p.get(b, NOL) - kali * n
        if sisa or b is None:
            p[b] = sisa
        else:
            p.pop(b, None)


def linear(suku: Iterable[Suku], belum: Collection[Butir], ubah: Mapping[Butir, Interval | str]) -> Persamaan | None:
    """The terms of a formula as a sum over the unknowns `belum`; None where two of them are multiplied."""
    hasil: Persamaan = {}
    for s in suku:
        koef = s.koef
        peubah: Butir | None = None
        for b in cast("tuple[Butir, ...]", s.dari):
            if b not in belum:
                koef *= tengah(b, ubah)
            elif peubah is None:
                peubah = b
            else:
                return None
        kurangi(hasil, {peubah: koef}, Fraction(-1))
    return hasil


def tengah(b: Butir, ubah: Mapping[Butir, Interval | str]) -> Fraction:
    """The centre of what a figure stands for."""
    n = ubah.get(b, b.interval)
    return n.tengah if isinstance(n, Interval) else NOL
