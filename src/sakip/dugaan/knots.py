"""Knots: failing relations that share figures, and what a solution of one says."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

import attrs

from sakip.fakta.rumpun import rumpun

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sakip.angka.interval import Interval
    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["Edit", "Solution", "find_knots", "split_choices"]


@attrs.frozen(slots=True, eq=False)
class Edit:
    """One edit: a figure, the value it should have, and the edit it follows from (None: a cause itself)."""

    butir: Butir
    nilai: Interval | str
    follows_from: Butir | None = None


@attrs.frozen(slots=True, eq=False)
class Solution:
    """A set of edits that mends a knot, and what it costs."""

    edits: tuple[Edit, ...]
    cost: float

    @property
    def causes(self) -> tuple[Edit, ...]:
        """The edits that are causes, in the order of the report."""
        return tuple(sorted((s for s in self.edits if s.follows_from is None), key=lambda s: s.butir.urut))


def split_choices(solutions: Sequence[Solution]) -> list[list[Solution]]:
    """Take equally good solutions apart: what all of them have, and choices that do not depend on each other.

    Where one figure is certainly wrong and beside it one of three, of two sums each one of three, that is what is to be
    said, and not every combination. Where such choices do not say the same as the solutions, there is one choice.

    Args:
        solutions: the solutions of one knot.

    Returns:
        For what is certain one solution, for each choice several; each with what follows from its causes.
    """
    causes = [frozenset(_key(s) for s in x.causes) for x in solutions]
    certain = frozenset.intersection(*causes)
    where: dict[tuple[Butir, str], set[int]] = {}
    for i, x in enumerate(solutions):
        for s in x.causes:
            if _key(s) not in certain:
                where.setdefault(_key(s), set()).add(i)
    choices = [
        frozenset(k) for k in rumpun(where, lambda t: [u for u in where if _related(where[t], where[u], len(causes))])
    ]
    if prod(len({p & k for p in causes}) for k in choices) != len(causes):
        choices = [frozenset(where)]
    found = [[_part(solutions[0], certain)]] if certain else []
    for k in choices if where else ():
        single: dict[frozenset[tuple[Butir, str]], Solution] = {}
        for p, x in zip(causes, solutions, strict=True):
            single.setdefault(p & k, x)
        found.append([_part(x, p) for p, x in single.items()])
    return found


def _related(a: set[int], b: set[int], count: int) -> bool:
    """Whether one of two edits says anything of the other, by the solutions that have them."""
    return len(a & b) * count != len(a) * len(b)


def _key(s: Edit) -> tuple[Butir, str]:
    return s.butir, repr(s.nilai)


def _part(solution: Solution, causes: frozenset[tuple[Butir, str]]) -> Solution:
    """Some causes of a solution with what follows from them."""
    sources = {s.butir: s.follows_from for s in solution.edits}
    own = {b for b, _ in causes}

    def root(b: Butir) -> Butir:
        while (source := sources.get(b)) is not None:
            b = source
        return b

    return Solution(tuple(s for s in solution.edits if root(s.butir) in own), solution.cost)


def find_knots(failed: Iterable[Relasi], joint: Mapping[Butir, frozenset[Butir]] | None = None) -> list[list[Relasi]]:
    """Group failing relations that share a printed figure, or figures that one slip may have spoiled."""
    gathered = list(failed)
    own: dict[Butir, list[int]] = {}
    for i, r in enumerate(gathered):
        for b in r.butir:
            if not b.tetap:
                own.setdefault(b, []).append(i)

    def meeting(i: int) -> Iterable[int]:
        for b in gathered[i].butir:
            for c in (b, *(joint or {}).get(b, ())):
                yield from own.pop(c, ())  # all of them join this group, so they need not be named again

    return [[gathered[i] for i in sorted(k)] for k in rumpun(range(len(gathered)), meeting)]
