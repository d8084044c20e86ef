"""What a set of doubted figures costs at the least, whatever else must be doubted with it.

The search in `localization` orders its sets by these bounds. A set of figures is an integer here, a bit for each
figure, so that asking what two sets have in common costs next to nothing.
"""

from __future__ import annotations

from functools import reduce
from math import inf
from operator import or_
from typing import TYPE_CHECKING

import attrs

from sakip.dugaan.demand import Demand, Payment, members_of, satisfiable
from sakip.dugaan.tuning import COST_CONSEQUENCE, DISCOUNT_SLIP, MAX_SLIPS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip.dugaan.cost import CostModel
    from sakip.dugaan.propagation import Conflict
    from sakip.fakta.register import Butir

__all__ = ["LowerBound", "Nogood"]


@attrs.frozen(slots=True, eq=False)
class _Known:
    """What is known of one figure, whatever set it is doubted in.

    Attributes:
        bit: the set of it alone.
        sources: what it was computed from.
        origins: the suspects of which one must be wrong for it to be.
        alike: the prints that say the same.
        joint: the figures that one slip may have spoiled with it, and itself.
        copies: the lines copied from another that it may be part of: what marks one, and its figures.
        family: what slips may have spoiled with it, step by step, and itself.
        mark: what marks the copied lines among these.
        cost: the least it can cost as a cause.
    """

    bit: int
    sources: int
    origins: int
    alike: int
    joint: int
    copies: tuple[tuple[int, int], ...]
    family: int
    mark: int
    cost: float


@attrs.define(slots=True, eq=False)
class Nogood:
    """Figures that cannot all be right: of `members` one must be freed, in every set that holds `given`.

    Attributes:
        origins: the suspects of which one must be behind it.
        choices: the ways to meet it: of each all must be freed.
        singles: the figures that are such a way alone.
        multiples: the other ways.
        obsolete: whether another that was learned later says as much.
    """

    given: int
    members: int
    origins: int
    choices: tuple[int, ...]
    singles: int
    multiples: tuple[int, ...]
    obsolete: bool = False

    def binds(self, freed: int) -> bool:
        """Whether the set `freed` must still meet it."""
        return not freed & self.members and freed & self.given == self.given

    def ways(self, right: int) -> int:
        """The number of ways to meet it when the figures `right` are right."""
        return (self.singles & ~right).bit_count() + sum(not x & right for x in self.multiples)


@attrs.define(slots=True, eq=False)
class LowerBound:
    """Lower bounds over the figures of one knot, from the conflicts met so far.

    Attributes:
        costs: what doubts cost.
        suspects: the figures that may be a cause.
        max_causes: the most causes a solution may have.
        nogoods: what sets must meet, in the order in which it was learned.
        _derived, _joined: the figures, of those looked at (`_seen`), that were computed from others; that one
            slip may have spoiled with others, or that others repeat.
    """

    costs: CostModel
    suspects: frozenset[Butir]
    max_causes: int
    nogoods: list[Nogood] = attrs.field(factory=list)
    _figures: list[Butir | None] = attrs.field(factory=list)
    _numbers: dict[Butir, int] = attrs.field(factory=dict)
    _bits: dict[frozenset[Butir], int] = attrs.field(factory=dict)
    _known: dict[int, _Known] = attrs.field(factory=dict)
    _demands: dict[tuple[int, int], Demand] = attrs.field(factory=dict)
    _origins_of: dict[int, int] = attrs.field(factory=dict)
    _prices: dict[int, float] = attrs.field(factory=dict)
    _own_costs: dict[int, float] = attrs.field(factory=dict)
    _copies: dict[frozenset[Butir], int] = attrs.field(factory=dict)
    copy_marks: int = 0
    _seen: int = 0
    _derived: int = 0
    _joined: int = 0

    def bits(self, figures: Iterable[Butir]) -> int:
        """The set of these figures."""
        found = 0
        for b in figures:
            n = self._numbers.get(b)
            if n is None:
                n = self._numbers[b] = len(self._figures)
                self._figures.append(b)
            found |= 1 << n
        return found

    def _stable_bits(self, figures: frozenset[Butir]) -> int:
        """The same for a set that will be asked for again: all prints of a fact have the same prints beside them."""
        found = self._bits.get(figures)
        if found is None:
            found = self._bits[figures] = self.bits(figures)
        return found

    def figures(self, bits: int) -> frozenset[Butir]:
        """The figures of a set."""
        return frozenset(b for n in members_of(bits) if (b := self._figures[n]) is not None)

    def _mark(self, line: frozenset[Butir]) -> tuple[int, int]:
        """What marks that a line was copied from another, and its suspected figures."""
        mark = self._copies.get(line)
        if mark is None:
            mark = self._copies[line] = 1 << len(self._figures)
            self._figures.append(None)
            self.copy_marks |= mark
        return mark, self._stable_bits(line)

    def _look(self, n: int) -> _Known:
        known = self._known.get(n)
        if known is None:
            t, b = self.costs, self._figures[n]
            assert b is not None  # noqa: S101 - what marks a line is never among the figures
            family = t.with_joint(frozenset({b}))
            known = self._known[n] = _Known(
                bit=1 << n,
                sources=self._stable_bits(t.sources(b)),
                origins=self.bits(t.origins(b) & self.suspects),
                alike=self._stable_bits(t.alike(b)),
                joint=self.bits({b, *t.joint.partners.get(b, ())}),
                copies=tuple(self._mark(line) for line in t.joint.copies if b in line),
                family=self.bits(family),
                mark=reduce(or_, (self._mark(x)[0] for x in t.joint.copies if not family.isdisjoint(x)), 0),
                cost=t.least_cost(b),
            )
            self._seen |= known.bit
            if known.sources:
                self._derived |= known.bit
            if known.family != known.bit or known.alike != known.bit:
                self._joined |= known.bit
        return known

    def _family(self, x: _Known, right: int) -> int:
        """The figures that slips may have spoiled with one, where the figures and lines `right` were not."""
        if not (x.family | x.mark) & right:
            return x.family
        found, new = 0, x.bit
        while new:
            found |= new
            others = 0
            for n in members_of(new):
                y = self._look(n)
                others |= y.joint
                for mark, line in y.copies:
                    if not (mark | line) & right:
                        others |= line
            new = others & ~(found | right)
        return found

    def _origins(self, members: int) -> int:
        """The suspects of which one must be wrong for one of these figures to be."""
        found = self._origins_of.get(members)
        if found is None:
            found = self._origins_of[members] = reduce(or_, (self._look(n).origins for n in members_of(members)), 0)
        return found

    def _one_of(self, origins: int, right: int) -> Demand:
        """What is known where one of these suspects must be wrong, and none of `right` is."""
        origins &= ~right
        plain = self._demands.get((origins, 0))
        if plain is None:
            plain = self._demands[origins, 0] = self._make_demand(origins, 0)
        avoided = right & (plain.wide | plain.mark)
        if not avoided:
            return plain
        found = self._demands.get((origins, avoided))
        if found is None:
            found = self._demands[origins, avoided] = self._make_demand(origins, avoided)
        return found

    def _make_demand(self, origins: int, right: int) -> Demand:
        wide = wider = mark = representatives = 0
        for n in members_of(origins):
            family = self._family(self._look(n), right)
            wide |= family
            mark |= self._look(n).mark
            representatives |= family & -family
        for n in members_of(wide):
            wider |= self._look(n).alike
        for n in members_of(representatives):
            if n not in self._prices:
                self._prices[n] = min(self._look(m).cost for m in members_of(self._look(n).family))
        return Demand(wide, wider, mark, tuple(members_of(representatives)), representatives)

    def learn(self, conflict: Conflict, freed: int) -> None:
        """Learn that a conflict was met with the figures `freed` freed."""
        given, members = self.bits(conflict.given), self.bits(conflict.members)
        standing = [x for x in self.nogoods if not x.obsolete]
        if any(x.given & ~given == 0 and x.members & ~members == 0 for x in standing if x.binds(freed)):
            return  # one that is known already says more
        numbers = [self._numbers[b] for b in sorted(conflict.members, key=lambda b: b.urut)]
        if conflict.equality is not None:
            # A print that others repeat is freed with them: alone it would take their value again.
            groups = map(self.bits, conflict.equality.kelompok({}))
            ways = [members & ~k for k in groups]
        else:
            singly = [self._look(n).alike for n in numbers if self._look(n).origins]
            # A whole line comes before its figures: where it is held to be no copy, they are doubted one by one.
            ways = [self._line(x) for n in numbers for x in self._look(n).copies] + singly
        fixed = self.bits(b for b in self._figures if b is not None and b.tetap)
        choices = tuple(dict.fromkeys(x for x in ways if not x & fixed))
        origins = self._origins(members)
        singles = reduce(or_, (x for x in choices if x.bit_count() == 1), 0)
        multiples = tuple(x for x in choices if x.bit_count() > 1)
        for x in standing:
            x.obsolete = x.given & given == given and x.members & members == members
        self.nogoods.append(Nogood(given, members, origins, choices, singles, multiples))

    def _line(self, copies: tuple[int, int]) -> int:
        """All that is doubted where a line was copied, and what marks it."""
        mark, line = copies
        return reduce(or_, (self._look(n).alike for n in members_of(line)), mark)

    def unmet(self, freed: int, before: list[Nogood], since: int) -> tuple[list[Nogood], bool]:
        """What a set may have to meet, that with the fewest possible causes first.

        Args:
            freed: the set.
            before: what a set that it was made from had to.
            since: how many were known then.

        Returns:
            It, and whether anything was learned since.
        """
        found = [x for x in before if not x.members & freed and not x.obsolete]
        new = [x for x in self.nogoods[since:] if not x.members & freed and not x.obsolete]
        if not new:
            return found, False
        return sorted(found + new, key=lambda x: x.origins.bit_count()), True

    def next_choices(self, freed: int, right: int, unmet: list[Nogood]) -> tuple[int, ...] | None:
        """The ways to go on, the fewest there are: those that meet most first; None when nothing need be met."""
        binding = [x for x in unmet if freed & x.given == x.given]
        if not binding:
            return None
        choices = min(binding, key=lambda x: x.ways(right)).choices
        return tuple(sorted(choices, key=lambda p: -sum(x.members & p != 0 for x in binding)))

    def at_least(self, freed: int, right: int = 0, unmet: list[Nogood] | None = None) -> float:
        """The least that a set, or any larger one without `right`, can cost; infinite when it needs too many causes.

        A result whose formula holds as printed needs a cause among the figures it comes from, and so does a
        conflict; where these have no figure in common, the causes add up.
        """
        freed &= ~self.copy_marks
        causes, results = self._causes_and_results(freed)
        allowed = self.max_causes - self._count(causes, right)
        if allowed < 0:
            return inf
        payment = Payment(self._prices)
        for x in results:
            s = self._one_of(x.origins, right)
            if not s.wide & freed & ~x.bit:
                payment.demand(s, COST_CONSEQUENCE)
        others: list[int] = []
        for y in self.nogoods if unmet is None else unmet:
            if freed & y.members or freed & y.given != y.given:
                continue
            s = self._one_of(self._origins(y.members & ~right), right)
            if not s.wide & freed:
                payment.demand(s)
                if not s.wider & freed:
                    others.append(s.wider)
        if not satisfiable(others, allowed):
            return inf
        cost = self._cost(causes, right) + COST_CONSEQUENCE * (freed.bit_count() - causes.bit_count()) + payment.total
        return cost - DISCOUNT_SLIP * min(MAX_SLIPS, causes.bit_count() + payment.count)

    def _causes_and_results(self, freed: int) -> tuple[int, list[_Known]]:
        """The figures of a set that can only be causes, and the results of which nothing they come from is freed."""
        for n in members_of(freed & ~self._seen):
            self._look(n)
        known = self._known
        derived = (known[n] for n in members_of(freed & self._derived))
        return freed & ~self._derived, [x for x in derived if not freed & x.sources]

    def _count(self, causes: int, right: int) -> int:
        """How many causes these figures are at the least; see `CostModel.together`."""
        count = (causes & ~self._joined).bit_count()
        causes &= self._joined
        while causes:
            count += 1
            new = causes & -causes
            while new:
                causes &= ~new
                x = self._look(new.bit_length() - 1)
                new = (new ^ x.bit) | causes & (self._family(x, right) | x.alike)
        return count

    def _cost(self, causes: int, right: int) -> float:
        """What they cost at the least: a slip little more than the dearest figure it spoiled."""
        alone = causes & ~self._joined
        cost = self._own_costs.get(alone)
        if cost is None:
            cost = self._own_costs[alone] = sum(self._look(n).cost for n in members_of(alone))
        causes ^= alone
        while causes:
            x = self._look(causes.bit_length() - 1)
            family = causes & self._family(x, right)
            causes &= ~family
            if family == x.bit:
                cost += x.cost
            else:
                cost += max(self._look(n).cost for n in members_of(family))
                cost += COST_CONSEQUENCE * (family.bit_count() - 1)
        return cost
