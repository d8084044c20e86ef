"""The least that can meet several demands together: a cover, its cost and its size.

A set of figures is an integer, a bit for each.
"""

from __future__ import annotations

from functools import reduce
from math import inf
from operator import and_
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Bayaran", "Tuntutan", "satu_satu", "terpenuhi"]

SEBAB_DICOBA = 2
"""Causes up to which it is tried out whether so many can meet what is known."""


def satu_satu(himpunan: int) -> Iterator[int]:
    """The numbers of the figures of a set, in order."""
    while himpunan:
        bit = himpunan & -himpunan
        yield bit.bit_length() - 1
        himpunan ^= bit


@attrs.frozen(slots=True, eq=False)
class Tuntutan:
    """Some suspects of which one must be wrong.

    Attributes:
        luas: these, and all that one slip may have spoiled with one of them.
        seluas: these, and the prints that say the same as one of them.
        tanda: what marks the copied lines among these.
        wakil: one figure for each slip that may have spoiled one of the suspects,
        himpunan: all of these.
    """

    luas: int
    seluas: int
    tanda: int
    wakil: tuple[int, ...]
    himpunan: int


@attrs.define(slots=True, eq=False)
class Bayaran:
    """What several demands cost together at the least, each met by one of some slips.

    A demand is paid by all the slips that can meet it alike, as far as the cheapest of them has something left; so no
    slip pays more than it costs (the dual of a cheapest cover).

    Attributes:
        harga: the least that each slip can cost.
        jumlah: what was paid.
        banyak: by how many demands.
    """

    harga: dict[int, float]
    jumlah: float = 0.0
    banyak: int = 0
    _sisa: dict[int, float] = attrs.field(factory=dict)
    _habis: int = 0

    def tagih(self, s: Tuntutan, potongan: float = 0.0) -> None:
        """Demand one of some slips, of which the one that meets it may cost so much less."""
        if s.himpunan & self._habis:
            return
        sisa = self._sisa
        bayar = min((sisa.get(n, self.harga[n]) for n in s.wakil), default=inf) - potongan
        self.jumlah += bayar
        self.banyak += 1
        for n in s.wakil:
            sisa[n] = sisa.get(n, self.harga[n]) - bayar
            if sisa[n] <= potongan + 1e-9:
                self._habis |= 1 << n


def terpenuhi(larangan: list[int], sebab: int) -> bool:
    """Whether so many causes may meet all of these conflicts; estimated, where they are more than `SEBAB_DICOBA`."""
    if not larangan:
        return True
    if sebab < 2:
        return sebab == 1 and bool(reduce(and_, larangan))
    terpakai = banyak = 0
    for x in larangan:
        if not x & terpakai:
            terpakai |= x
            banyak += 1
    if banyak > sebab:
        return False
    if sebab > SEBAB_DICOBA:
        return True
    return any(terpenuhi([x for x in larangan if not x >> n & 1], sebab - 1) for n in satu_satu(larangan[0]))
