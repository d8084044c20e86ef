"""What it costs to doubt a printed figure, and what a set of doubted figures costs.

Costs say how reliable a print is. A figure that other relations support costs more to doubt; a
sentence that repeats a table costs less; a figure computed from a wrong one moves with it almost
for free, as its consequence; figures that one slip spoiled cost little more than one.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import bulat
from sakip.angka.interval import Interval
from sakip.dugaan.joint_slips import JointSlips
from sakip.dugaan.tuning import (
    COST_CONSEQUENCE,
    COST_DECIMALS,
    COST_PRINT,
    COST_SUPPORT,
    DISCOUNT_ODD,
    DISCOUNT_REPEAT,
    DISCOUNT_SIGN,
    DISCOUNT_SLIP,
    DISCOUNT_WRONG_FORMULA,
    MAX_DECIMALS,
    MAX_SLIPS,
    MAX_SUPPORT,
    ODD_ABOVE,
)
from sakip.fakta.rumpun import rumpun
from sakip.teks.jarak import jarak_ketik

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["CostModel"]


@attrs.define(slots=True, eq=False)
class CostModel:
    """Weighs doubts over all relations of a report.

    Attributes:
        relations: the relations of each figure.
        holds: whether each relation holds as printed.
        joint: the figures that one slip may have spoiled together.
        weak: the relations that hold only by the rounding of their operands: they speak for no figure.
        slipped: whether a slip other than a digit's explains that a figure of this value was printed as it is.
    """

    relations: Mapping[Butir, list[Relasi]]
    holds: Mapping[Relasi, bool]
    joint: JointSlips = attrs.field(factory=JointSlips)
    weak: frozenset[Relasi] = frozenset()
    slipped: Callable[[Butir, Interval], bool] = lambda _b, _n: False
    _costs: dict[Butir, float] = attrs.field(factory=dict)
    _alike: dict[Butir, frozenset[Butir]] = attrs.field(factory=dict)
    _sources: dict[Butir, frozenset[Butir]] = attrs.field(factory=dict)
    _origins: dict[Butir, frozenset[Butir]] = attrs.field(factory=dict)
    _families: dict[Butir, frozenset[Butir]] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        shared = self.joint.shared()
        gathered = (frozenset(r) for r in rumpun(shared, lambda b: shared[b]))
        self._families = {b: r for r in gathered for b in r}

    def cost(self, b: Butir) -> float:
        """What it costs to doubt a print: its medium, and the relations that speak for it."""
        cost = self._costs.get(b)
        if cost is None:
            others = self._other_prints(b)
            support = sum(
                self.holds[r] and not r.lunak and r not in self.weak and r.mengikat
                for r in self.relations.get(b, ())
                if not others or any(not r.dipenuhi({b: n}) for n in others)
            )
            cost = COST_PRINT + COST_SUPPORT * min(support, MAX_SUPPORT)
            if b.nilai is not None and b.nilai < 0 and not b.peran.boleh_negatif:
                cost -= DISCOUNT_SIGN
            if b.nilai is not None and b.nilai > ODD_ABOVE.get(b.peran.nama, b.nilai):
                cost -= DISCOUNT_ODD
            self._costs[b] = cost
        return cost

    def _other_prints(self, b: Butir) -> list[Interval]:
        """What other prints of its fact say, where nothing else contradicts `b`.

        A relation that would hold with these too, such as a rounded mean, speaks for neither.
        """
        failed = [r for r in self.relations.get(b, ()) if not self.holds[r] and not r.lunak]
        if not all(r.cetakan for r in failed):
            return []
        return [c.interval for r in failed for c in r.butir if c.interval is not None and c.nilai != b.nilai]

    def cost_as_cause(self, b: Butir) -> float:
        """What `b` costs as a cause."""
        return self.cost(b) - (DISCOUNT_WRONG_FORMULA if self._follows_wrong_formula(b) else 0.0)

    def least_cost(self, b: Butir) -> float:
        """What `b` costs as a cause at the least, whatever is doubted with it."""
        repeats = b.media == "narasi" and len(self.alike(b)) > 1
        return self.cost_as_cause(b) - (DISCOUNT_REPEAT if repeats else 0.0)

    def _follows_wrong_formula(self, b: Butir) -> bool:
        """Whether `b` is what another formula gives than the one it fails."""
        return any(r.hasil is b and not self.holds[r] and r.keliru_tercetak() for r in self.relations.get(b, ()))

    def sources(self, b: Butir) -> frozenset[Butir]:
        """What `b` was computed from: the operands of the formulas that hold as printed and have it as their result."""
        found = self._sources.get(b)
        if found is None:
            gathered: set[Butir] = set()
            for r in self.relations.get(b, ()):
                if self.holds[r] and r.hasil is b:
                    gathered.update(r.butir)
            found = self._sources[b] = frozenset(gathered - {b})
        return found

    def cause(self, b: Butir, freed: frozenset[Butir]) -> Butir | None:
        """The freed operand that `b`, the result of a formula which holds as printed, was computed from."""
        return min(self.sources(b) & freed, key=lambda o: o.urut, default=None)

    def origins(self, b: Butir) -> frozenset[Butir]:
        """The figures of which one must be wrong for `b` to be: itself, and what it was computed from, step by step."""
        found = self._origins.get(b)
        if found is None:
            gathered, queue = {b}, [b]
            while queue:
                new = {o for o in self.sources(queue.pop()) if o not in gathered and not o.tetap}
                gathered |= new
                queue += new
            found = self._origins[b] = frozenset(x for x in gathered if not x.tetap)
        return found

    def alike(self, b: Butir) -> frozenset[Butir]:
        """`b` and the prints that say the same and must: of its fact, and of any fact that one of these states too."""
        found = self._alike.get(b)
        if found is None:
            gathered, queue = {b}, [b]
            while queue:
                own = self.relations.get(queue.pop(), ())
                prints = {c for r in own for c in r.cetakan} - gathered
                new = [c for c in prints if c.nilai == b.nilai and c.label == b.label]
                gathered.update(new)
                queue += new
            found = frozenset(gathered)
            self._alike.update(dict.fromkeys(found, found))
        return found

    def together(self, causes: Collection[Butir], values: Mapping[Butir, Interval | str]) -> tuple[int, float]:
        """How many causes these figures are, and what they cost.

        Figures that one slip spoiled are one cause and cost little more than one of them. Prints of one fact that
        say the same were copied: one cause too, but each of them is a print to doubt.

        Args:
            causes: the figures.
            values: the values of all that are doubted, these and what follows from them.
        """
        copies = [line for line in self.joint.copies if line <= values.keys()]

        def joint(b: Butir) -> Iterable[Butir]:
            yield from (c for c in self.joint.partners.get(b, ()) if c in causes and _explain_each_other(b, c, values))
            yield from (c for line in copies if b in line for c in line if c in causes)

        cost = slips = 0.0
        for r in rumpun(causes, joint):
            cost += max(self.cost_as_cause(b) for b in r) + COST_CONSEQUENCE * (len(r) - 1)
            cost += COST_CONSEQUENCE * self._unexplained(r, values)
            if len(r) == 1:
                slips += self._is_slip(r[0], values[r[0]])
                cost += COST_DECIMALS * self._changes_decimals(r[0], values)
        cost -= DISCOUNT_REPEAT * self._repeats(causes)
        count = len(rumpun(causes, lambda b: {*joint(b), *self.alike(b)}))
        return count, cost - DISCOUNT_SLIP * min(MAX_SLIPS, slips)

    def _unexplained(self, jointly: list[Butir], values: Mapping[Butir, Interval | str]) -> int:
        """How many figures of one slip print what is due neither to another of them nor to a line beside their own."""

        def own(b: Butir, c: Butir) -> bool:
            n = values.get(c, c.interval)
            return isinstance(n, Interval) and b.nilai is not None and n.memuat(b.nilai)

        def near(b: Butir) -> Iterable[Butir]:
            return (*jointly, *self.joint.neighbours.get(b, ()))

        return sum(not any(c is not b and own(b, c) for c in near(b)) for b in jointly) if len(jointly) > 1 else 0

    def _is_slip(self, b: Butir, value: Interval | str) -> bool:
        """Whether an edit is one slip."""
        return isinstance(value, Interval) and (_typo(b, value) or self.slipped(b, value))

    def _repeats(self, causes: Collection[Butir]) -> int:
        """How many of these figures are sentences that repeat another of them; of sentences alone one is the first."""
        own = set(causes)
        sentences = [b for b in own if b.media == "narasi"]
        first = {self.alike(b) for b in sentences if all(c.media == "narasi" for c in self.alike(b) & own)}
        return len(sentences) - len(first)

    def _changes_decimals(self, b: Butir, values: Mapping[Butir, Interval | str]) -> bool:
        """Whether no print of `b` with its own decimals lets its relations hold."""
        n, unit = values[b], 2 * b.setengah
        if not isinstance(n, Interval) or not unit or (n.tengah / unit).denominator == 1:
            return False
        printed = {**values, b: Interval.titik(floor(n.tengah / unit + Fraction(1, 2)) * unit)}
        return not all(r.dipenuhi(printed) for r in self.relations.get(b, ()) if not r.lunak)

    def with_joint(self, own: frozenset[Butir]) -> frozenset[Butir]:
        """These figures and all that one slip may have spoiled with one of them."""
        return own.union(*(self._families[b] for b in own if b in self._families))

    def broken_soft(self, values: Mapping[Butir, Interval | str]) -> int:
        """How many soft relations around the edits stay broken; another print of an edited fact counts too."""
        near = {c for b in values for s in self.relations.get(b, ()) for c in s.cetakan}
        soft = {r for b in {*values, *near} for r in self.relations.get(b, ()) if r.lunak}
        return sum(not r.dipenuhi(values) for r in soft)


def _typo(b: Butir, value: Interval) -> bool:
    """Whether an edit is one slip of a hand; another last digit is no more than a small difference.

    Whether it is does not depend on which of the two numbers was printed: both are compared with as many decimals as
    they need together.
    """
    if b.nilai is None:
        return False
    if b.peran.nama == "realisasi" and b.desimal and b.nilai.denominator == 1 and ceil(value.bawah) > value.atas:
        return False  # what is whole where decimals are printed is a count, and nobody counts a part of a thing
    decimals = b.desimal
    if value.tunggal:
        enough = (d for d in range(MAX_DECIMALS) if all((n * 10**d).denominator == 1 for n in (b.nilai, value.tengah)))
        decimals = next(enough, decimals)
    old, new = (int(bulat(n, decimals).scaleb(decimals)) for n in (b.nilai, value.tengah))
    if old and old == -new:
        return True
    return jarak_ketik(Decimal(old), Decimal(new)) == 1 and abs(old) // 10 != abs(new) // 10


def _explain_each_other(a: Butir, b: Butir, values: Mapping[Butir, Interval | str]) -> bool:
    """Whether one slip spoiled both, by the values they should have: one prints what the other should."""
    x, y = values[a], values[b]
    return any(
        isinstance(n, Interval) and c.nilai is not None and n.bertemu(Interval.dari(c.nilai, c.setengah))
        for n, c in ((x, b), (y, a))
    )
