"""Figures that one slip may have spoiled together: lines shifted, cells swapped, a line copied from its neighbour.

Only the print is looked at here: whether one value, put in another's place, would mend a relation that fails.
The search in `localization` takes such figures for one cause; what the slip was is told afterwards, by `runs`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

import attrs

from sakip.angka.interval import Interval
from sakip.dugaan.tuning import MAX_CANDIDATES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["JointSlips", "find_joint_slips"]

T = TypeVar("T")
K = TypeVar("K")


@attrs.frozen(slots=True, eq=False)
class JointSlips:
    """Figures that one slip may have spoiled together.

    Attributes:
        partners: for each figure the others of its column in whose place it may stand: a shift, a swap.
        copies: the suspected figures of each line that repeats the one above or below: all of them, or none.
        neighbours: for each of all these figures those above and below it.
    """

    partners: Mapping[Butir, frozenset[Butir]] = attrs.field(factory=dict)
    copies: tuple[frozenset[Butir], ...] = ()
    neighbours: Mapping[Butir, tuple[Butir, ...]] = attrs.field(factory=dict)

    def shared(self) -> dict[Butir, frozenset[Butir]]:
        """For each figure all others that a slip may have spoiled with it."""
        found: dict[Butir, set[Butir]] = defaultdict(set, {b: set(others) for b, others in self.partners.items()})
        for line in self.copies:
            for b in line:
                found[b] |= line - {b}
        return {b: frozenset(others) for b, others in found.items()}


def find_joint_slips(columns: Mapping[str, list[Butir]], failed: Iterable[Relasi]) -> JointSlips:
    """The figures that one slip may have spoiled together.

    Args:
        columns: the prints of each columns, from the top.
        failed: the relations that fail.
    """
    failing: dict[Butir, list[Relasi]] = defaultdict(list)
    for r in failed:
        for b in r.butir:
            if _in_column(b):
                failing[b].append(r)
    failing = {b: r for b, r in failing.items() if len(r) <= MAX_CANDIDATES}
    if len(failing) < 2:
        return JointSlips()
    suspects = sorted(failing, key=lambda b: b.urut)
    found: dict[Butir, set[Butir]] = defaultdict(set)
    for a, b in (*_shifted(columns, suspects, failing), *_swapped(suspects, failing)):
        found[a].add(b)
        found[b].add(a)
    copies = tuple(dict.fromkeys(_copied(columns, suspects)))
    neighbours = {
        b: tuple(c for step in (-1, 1) if (c := _beside(columns[b.susunan[0]], b.susunan[1], step)[1]) is not None)
        for b in {*found, *(b for line in copies for b in line)}
    }
    return JointSlips({b: frozenset(others) for b, others in found.items()}, copies, neighbours)


def _in_column(b: Butir) -> bool:
    """Whether it is a printed figure with lines above or below it."""
    return b.berangka and bool(b.susunan[0]) and b.media in {"tabel", "pk"} and not b.tetap


def _grouped(members: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = {}
    for b in members:
        found.setdefault(key(b), []).append(b)
    return found


def _beside(column: list[Butir], row: int, step: int) -> tuple[Butir | None, Butir | None]:
    """The figure that a column prints on a line, and the one above or below it."""
    i = bisect_left(column, row, key=lambda b: b.susunan[1])
    if i == len(column) or column[i].susunan[1] != row:
        return None, None
    while 0 <= i + step < len(column):
        other = column[i + step]
        if other.berangka:
            return column[i], other
        i += step
    return column[i], None


def _mends(b: Butir, other: Butir, failing: Mapping[Butir, list[Relasi]]) -> bool:
    """Whether the value of another line would mend a relation of this one; one that both stand in tells nothing."""
    if other.nilai is None or other.nilai == b.nilai:
        return False
    value = Interval.titik(other.nilai) if b.peran.pasti else Interval.dari(other.nilai, other.setengah)
    return any(r.dipenuhi({b: value}) for r in failing.get(b, ()) if other not in r.butir)


def _shifted(
    columns: Mapping[str, list[Butir]], suspects: list[Butir], failing: Mapping[Butir, list[Relasi]]
) -> Iterator[tuple[Butir, Butir]]:
    for a in suspects:
        _, b = _beside(columns[a.susunan[0]], a.susunan[1], 1)
        if b in failing and b is not None and (_mends(a, b, failing) or _mends(b, a, failing)):
            yield a, b


def _swapped(suspects: list[Butir], failing: Mapping[Butir, list[Relasi]]) -> Iterator[tuple[Butir, Butir]]:
    for same_column in _grouped(suspects, lambda b: b.susunan[0]).values():
        ordered = sorted(same_column, key=_value)
        values = [_value(b) for b in ordered]
        slack = max(b.setengah for b in ordered)
        mended: set[tuple[Butir, Butir]] = set()
        for b in ordered:
            for r in failing[b]:
                for u in r.semua_usul(b, {}):
                    candidates = ordered[bisect_left(values, u.bawah - slack) : bisect_right(values, u.atas + slack)]
                    if len(candidates) <= MAX_CANDIDATES:
                        mended.update((b, a) for a in candidates if _mends(b, a, failing))
        yield from ((a, b) for a, b in mended if a.urut < b.urut and (b, a) in mended)


def _value(b: Butir) -> Fraction:
    return b.nilai if b.nilai is not None else Fraction(0)


def _copied(columns: Mapping[str, list[Butir]], suspects: list[Butir]) -> Iterator[frozenset[Butir]]:
    """The suspected figures of a line that repeats all figures of the line above or below."""
    by_container = _grouped(columns, _container)
    for (container, row), same_line in _grouped(suspects, lambda b: (_container(b.susunan[0]), b.susunan[1])).items():
        for step in (-1, 1) if len(same_line) > 1 else ():
            pairs = [_beside(columns[k], row, step) for k in by_container[container]]
            both = [(a, b) for a, b in pairs if a is not None and b is not None and a.berangka]
            if both and all(a.nilai == b.nilai for a, b in both):
                copied = frozenset(same_line).intersection(a for a, _ in both)
                if len(copied) > 1:
                    yield copied


def _container(column: str) -> str:
    """The table of a column."""
    return column.partition("|")[0]
