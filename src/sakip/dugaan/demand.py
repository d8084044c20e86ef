"""The least that can meet several demands together: a cover, its cost and its size.

A set of figures is an integer, a bit for each.
"""

from __future__ import annotations

from functools import reduce
from math import inf
from operator import and_
from typing import TYPE_CHECKING

import attrs

from sakip.dugaan.tuning import TRIED_CAUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Demand", "Payment", "members_of", "satisfiable"]


def members_of(bits: int) -> Iterator[int]:
    """The numbers of the figures of a set, in order."""
    while bits:
        bit = bits & -bits
        yield bit.bit_length() - 1
        bits ^= bit


@attrs.frozen(slots=True, eq=False)
class Demand:
    """Some suspects of which one must be wrong.

    Attributes:
        wide: these, and all that one slip may have spoiled with one of them.
        wider: these, and the prints that say the same as one of them.
        mark: what marks the copied lines among these.
        representatives: one figure for each slip that may have spoiled one of the suspects,
        bits: all of these.
    """

    wide: int
    wider: int
    mark: int
    representatives: tuple[int, ...]
    bits: int


@attrs.define(slots=True, eq=False)
class Payment:
    """What several demands cost together at the least, each met by one of some slips.

    A demand is paid by all the slips that can meet it alike, as far as the cheapest of them has something left; so no
    slip pays more than it costs (the dual of a cheapest cover).

    Attributes:
        prices: the least that each slip can cost.
        total: what was paid.
        count: by how many demands.
    """

    prices: dict[int, float]
    total: float = 0.0
    count: int = 0
    _left: dict[int, float] = attrs.field(factory=dict)
    _spent: int = 0

    def demand(self, s: Demand, discount: float = 0.0) -> None:
        """Demand one of some slips, of which the one that meets it may cost so much less."""
        if s.bits & self._spent:
            return
        left = self._left
        pay = min((left.get(n, self.prices[n]) for n in s.representatives), default=inf) - discount
        self.total += pay
        self.count += 1
        for n in s.representatives:
            left[n] = left.get(n, self.prices[n]) - pay
            if left[n] <= discount + 1e-9:
                self._spent |= 1 << n


def satisfiable(nogoods: list[int], causes: int) -> bool:
    """Whether so many causes may meet all of these conflicts; estimated, where they are more than `TRIED_CAUSES`."""
    if not nogoods:
        return True
    if causes < 2:
        return causes == 1 and bool(reduce(and_, nogoods))
    used = count = 0
    for x in nogoods:
        if not x & used:
            used |= x
            count += 1
    if count > causes:
        return False
    if causes > TRIED_CAUSES:
        return True
    return any(satisfiable([x for x in nogoods if not x >> n & 1], causes - 1) for n in members_of(nogoods[0]))
