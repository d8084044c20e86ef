"""What follows when some figures are set free: their values, or the figures that cannot all be right.

The freed figures are unknowns; all others are as printed. A relation with one unknown gives its value;
values spread from relation to relation. Where two relations give one unknown different values, or a
relation without unknowns fails, the figures they rest on cannot all be right: at least one more of
them must be freed. Naming them all is what makes the search in `localization` exact; saying in which sets
that is so lets it learn from one set for all others.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import bulat
from sakip.angka.interval import Interval
from sakip.dugaan.linear_system import solve_together
from sakip.teks.jarak import jarak_ketik
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["Conflict", "Outcome", "propagate"]


@attrs.frozen(slots=True, eq=False)
class Conflict:
    """Figures that cannot all be right.

    Attributes:
        members: of these one must be freed,
        given: in every set that frees these; in every set at all when there are none.
        equality: the relation of prints of one fact that failed, when no print of it was freed.
    """

    members: frozenset[Butir]
    given: frozenset[Butir] = frozenset()
    equality: Relasi | None = None


@attrs.frozen(slots=True, eq=False)
class Outcome:
    """What follows from a set of freed figures.

    Attributes:
        values: the values of those that have one.
        conflicts: the conflicts that remain; none when everything holds, or when nothing can help.
        stuck: whether freeing more mends nothing.
    """

    values: Mapping[Butir, Interval | str]
    conflicts: tuple[Conflict, ...] = ()
    stuck: bool = False


def propagate(freed: frozenset[Butir], relations: Iterable[Relasi]) -> Outcome:
    """Spread values through `relations` with the figures `freed` free."""
    propagation = _Propagation(freed, list(relations))
    return propagation.check(propagation.spread())


class _Propagation:
    def __init__(self, freed: frozenset[Butir], relations: list[Relasi]) -> None:
        self.freed = freed
        self.relations = relations
        self.values: dict[Butir, Interval | str] = {}
        self.rests_on: dict[Butir, frozenset[Butir]] = {}  # what each value rests on
        self.unknown = set(freed)
        self.optional: set[Butir] = set()  # freed figures whose value is one of several that would do

    def spread(self) -> Conflict | None:
        """Give values to unknowns, one relation at a time; the figures in conflict when two disagree."""
        while self.unknown:
            ready: dict[Butir, list[Relasi]] = {}
            for r in self.relations:
                waiting = [b for b in r.butir if b in self.unknown]
                if waiting and r.menentukan(waiting):
                    for b in waiting:
                        ready.setdefault(b, []).append(r)
            if not ready:
                if not self._together():
                    return None
                continue
            for b in sorted(ready, key=lambda b: b.urut):
                conflict = self._settle(b, ready[b])
                if conflict is not None:
                    return conflict
        return None

    def _settle(self, b: Butir, own: list[Relasi]) -> Conflict | None:
        """The value of `b` by its relations, or the figures in conflict. Labels wait for the value they rate."""
        self.unknown.discard(b)
        self.rests_on[b] = self._basis(own)
        if b.nilai is None:
            return self._settle_label(b, own)
        proposal: Interval | None = None
        own_result: Interval | None = None
        loose = False
        deciding = [r for r in sorted(own, key=_several_ways) if r.mengikat and not r.tanpa(b, self.values)]
        for i, r in enumerate(deciding, 1):
            n = _proposal(r, b, self.values, self.unknown, proposal)
            if n is None:
                return self._conflict([r], always=False)
            loose = loose or _loose(r, b, n)
            common = n if proposal is None else proposal.irisan(n)
            if common is None:
                return self._conflict(deciding[:i], always=not loose)
            proposal = common
            if own_result is None and r.hasil is b:
                own_result = n
        if proposal is None:
            return self._conflict(own, always=False)
        self.values[b] = _as_printed(b, proposal, own_result)
        if loose or not _one_print(b, proposal):
            self.optional.add(b)
        if _impossible(b, proposal.atas):
            return self._conflict(deciding, always=not loose)
        return None

    def _together(self) -> bool:
        """Give values to unknowns that no relation settles alone; false when none is settled, or one is impossible."""
        unsettled = [r for r in self.relations if not self.unknown.isdisjoint(r.butir)]
        settled = solve_together(unsettled, self.unknown, self.values)
        if any(_impossible(b, n) for b, n in settled.items()):
            return False
        rests_on = self._basis(unsettled)
        for b, n in settled.items():
            self.unknown.discard(b)
            self.rests_on[b] = rests_on
            self.optional.add(b)
            self.values[b] = _as_printed(b, Interval.dari(n, b.setengah), None)
        return bool(settled)

    def _settle_label(self, b: Butir, own: list[Relasi]) -> Conflict | None:
        self.optional.add(b)
        labels = {label for r in own if (label := r.label_menurut(b, self.values)) is not None}
        if len({baku(p) for p in labels}) != 1:
            return self._conflict(own, always=False)
        self.values[b] = min(labels)
        return None

    def _basis(self, relations: list[Relasi]) -> frozenset[Butir]:
        """The figures that some relations rest on, through the values they use."""
        found: set[Butir] = set()
        for r in relations:
            for b in r.butir:
                found.add(b)
                found |= self.rests_on.get(b, frozenset())
        return frozenset(found)

    def _conflict(self, relations: list[Relasi], *, always: bool, equality: Relasi | None = None) -> Conflict:
        """The conflict between some relations.

        Where every value on the way is the only one possible it stands for any set (`always`); else only for sets
        that free the same figures, in which the same values would be taken.
        """
        basis = self._basis(relations)
        certain = always and basis.isdisjoint(self.optional)
        return Conflict(basis - self.freed, frozenset() if certain else basis & self.freed, equality)

    def check(self, conflict: Conflict | None) -> Outcome:
        """Check every relation whose figures are all known, beside the conflict that spreading met, if any.

        Where no relation settles an unknown, freeing more does not help: nothing says what it should be.
        """
        conflicts = [] if conflict is None else [conflict]
        waiting = self.freed - self.values.keys()
        for r in self.relations:
            if not waiting.isdisjoint(r.butir) or r.dipenuhi(self.values):
                continue
            equality = r if r.cetakan and self.freed.isdisjoint(r.butir) else None
            conflicts.append(self._conflict([r], always=not r.bercabang, equality=equality))
        return Outcome(self.values, tuple(conflicts), bool(self.unknown) and not conflicts)


def _impossible(b: Butir, value: Fraction) -> bool:
    """Whether a figure cannot have a value: its role has none below zero, and neither has its print."""
    return value < 0 and (b.nilai is None or b.nilai >= 0) and not b.peran.boleh_negatif


def _loose(r: Relasi, b: Butir, proposal: Interval) -> bool:
    """Whether a relation says less of a figure than its proposal does: it holds in several ways, or by cut digits."""
    if r.longgar:
        return True
    printed = b.cetak
    return printed is not None and not printed.bertemu(proposal) and r.dipenuhi({})


def _one_print(b: Butir, proposal: Interval) -> bool:
    """Whether only one value with the decimals of the print lies within the proposal."""
    scale: int = 10**b.desimal
    return floor(proposal.atas * scale) == ceil(proposal.bawah * scale)


def _several_ways(r: Relasi) -> bool:
    return r.bercabang


def _proposal(
    r: Relasi, b: Butir, values: Mapping[Butir, Interval | str], unknown: set[Butir], so_far: Interval | None
) -> Interval | None:
    """The value a relation gives to its one unknown; of several, one that agrees with others, a slip first."""
    proposals = list(r.nilai_menurut(b, values, unknown))
    fitting = [n for n in proposals if so_far is None or n.bertemu(so_far)]
    return min(fitting or proposals, key=lambda n: not _one_slip(b, n), default=None)


def _one_slip(b: Butir, value: Interval) -> bool:
    """Whether one slip of a hand lies between the print and a value."""
    return b.nilai is not None and jarak_ketik(bulat(b.nilai, b.desimal), bulat(value.tengah, b.desimal)) == 1


def _as_printed(b: Butir, proposal: Interval, own_result: Interval | None) -> Interval:
    """A value within `proposal` as it would be printed: its own formula's result first, else the roundest.

    An exact value keeps decimals that the wrong print had not.
    """
    if b.peran.pasti and proposal.tunggal:
        return proposal
    candidates = [] if own_result is None else [bulat(own_result.tengah, b.desimal)]
    candidates += [bulat(proposal.tengah, d) for d in range(b.desimal + 1)]
    for c in map(Fraction, candidates):
        if proposal.memuat(c):
            return Interval.titik(c) if b.peran.pasti else Interval.dari(c, b.setengah)
    printed = Interval.dari(Fraction(bulat(proposal.tengah, b.desimal)), b.setengah)
    return printed if printed.bertemu(proposal) else proposal
