"""Error localization: the cheapest set of edits that makes everything hold.

The principle is that of Fellegi and Holt (1976): change the fewest, least reliable figures such that
all relations can hold. Failing relations that share figures form a knot; each knot is solved by a
best-first search over sets of freed figures. A set that does not yet let everything hold names
figures of which one more must be freed (`propagation`), and each of them is a branch; what one set
taught is asked of all others before they are looked at (`lower_bound`), as in Reiter's theory of
diagnosis (1987). A branch holds the figures of those before it to be right, so no set is met twice. It
waits in the queue at the least that any set in it can cost; so the first set that lets everything hold
and costs no more than what still waits is the cheapest.

Three things bound a solution. A figure is suspected only where a failing relation leads to it; all
others can but follow a suspected one. From the third failing relation on a cause must explain two of
them on average: with more causes the relations themselves say as much. And it must not cost more than
leaving them unexplained: something that is no printed figure, such as a lost line, is likelier then.

A knot of up to 40 figures is searched to its end. The search of a larger one may be cut short,
and then the finding says so.
"""

from __future__ import annotations

from heapq import heappop, heappush
from math import inf
from typing import TYPE_CHECKING

import attrs

from sakip.angka.interval import Interval
from sakip.dugaan.knots import Edit, Solution
from sakip.dugaan.lower_bound import LowerBound
from sakip.dugaan.propagation import propagate
from sakip.dugaan.tuning import (
    COST_CONSEQUENCE,
    COST_SOFT,
    EQUALLY_GOOD,
    LARGE_KNOT,
    LARGE_KNOTS,
    MAX_SOLUTIONS,
    MAX_WORK,
    NOGOODS_PER_WORK,
)

if TYPE_CHECKING:
    from sakip.dugaan.cost import CostModel
    from sakip.dugaan.lower_bound import Nogood
    from sakip.dugaan.propagation import Outcome
    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["ErrorLocalizer"]


@attrs.define(slots=True, eq=False)
class ErrorLocalizer:
    """Solves knots.

    Attributes:
        costs: the relations of the report, and what it costs to doubt a figure.
        largest_knot: figures up to which a knot is searched to its end.
        cut_short: set when a search ran out of steps, so that the finding can say so.
        work: the work done so far in large knots.
    """

    costs: CostModel
    largest_knot: int = LARGE_KNOT
    cut_short: bool = False
    work: int = 0

    def solve(self, knot: list[Relasi]) -> list[Solution]:
        """The cheapest solutions of a knot, equally good ones all; empty when there is none."""
        failed = [r for r in knot if not r.lunak]
        search = _Search(self.costs, failed, max_causes(failed))
        if len({b for r in failed for b in r.butir if not b.tetap}) <= self.largest_knot:
            self.cut_short = search.run()
        else:
            self.cut_short = search.run(min(MAX_WORK, LARGE_KNOTS * MAX_WORK - self.work))
            self.work += search.work
        return _cheapest(search.solutions)


def max_causes(failed: list[Relasi]) -> int:
    """The most causes that explain anything of so many failing relations."""
    return min(len(failed), max(2, (len(failed) + 1) // 2))


@attrs.define(slots=True, eq=False)
class _Branch:
    """A part of the search: a set, and the larger ones that are still to be looked at.

    Attributes:
        freed: the set.
        right: figures that none of these frees, and what marks lines that none of these holds to be copied; the sets
            that do are looked at elsewhere.
        not_all: figures that none of these frees all of.
        unmet: what the set may have to meet, of the `known` conflicts that were known.
    """

    freed: int = 0
    right: int = 0
    not_all: tuple[int, ...] = ()
    unmet: list[Nogood] = attrs.field(factory=list)
    known: int = 0


@attrs.define(slots=True, eq=False)
class _Search:
    """One search.

    Attributes:
        knot: the failing relations.
        allowed: the most causes a solution may have.
        suspects: the figures that may be a cause: those a failing relation leads to, and prints that say the same.
        solutions: what was found so far.
        limit: the cost of the cheapest of them; before there is one, the most that one may cost.
        bound: what was learned of the figures, and what sets of them cost at the least.
        work: the work done so far, in figures looked at.
    """

    costs: CostModel
    knot: list[Relasi]
    allowed: int
    suspects: frozenset[Butir] = attrs.field(init=False)
    solutions: list[Solution] = attrs.field(factory=list)
    limit: float = attrs.field(init=False)
    bound: LowerBound = attrs.field(init=False)
    work: int = 0
    _queue: list[tuple[float, int, _Branch]] = attrs.field(factory=list)
    _serial: int = 0

    def __attrs_post_init__(self) -> None:
        t = self.costs
        origins = frozenset().union(*(t.origins(b) for b in {b for r in self.knot for b in r.butir}))
        self.suspects = frozenset().union(*{t.alike(x) for x in origins})
        self.limit = COST_SOFT * (len(self.knot) + 1)
        self.bound = LowerBound(t, self.suspects, self.allowed)

    def run(self, max_work: float = inf) -> bool:
        """Search to the end, or until so much work is done; true when it was cut short."""
        self._enqueue(_Branch(), 0.0)
        while self._queue and self._queue[0][0] <= self.limit + EQUALLY_GOOD:
            enough = len(self.solutions) > MAX_SOLUTIONS and self._queue[0][0] > self.limit - EQUALLY_GOOD
            if enough or self.work > max_work:
                return True
            cost, _, c = heappop(self._queue)
            if self._recall(c) and self._estimate(c) > cost:
                self._enqueue(c, cost)  # dearer than it looked when less was known: it waits its turn
                continue
            self._branch_on(c, cost)
        return False

    def _recall(self, c: _Branch) -> bool:
        """Take in what was learned since a set was last looked at; true when any of it may concern the set."""
        c.unmet, new = self.bound.unmet(c.freed, c.unmet, c.known)
        c.known = len(self.bound.nogoods)
        return new

    def _branch_on(self, c: _Branch, cost: float) -> None:
        """Divide the larger sets by the first of the ways to go on that they take, so that none is met twice."""
        choices = self.bound.next_choices(c.freed, c.right, c.unmet)
        if choices is None:
            self._examine(c.freed)
            self._recall(c)
            choices = self.bound.next_choices(c.freed, c.right, c.unmet)
        right, not_all = c.right, c.not_all
        # A set that lets everything hold is not made larger: what more it freed would keep the value it prints.
        for added in choices or ():
            freed = c.freed | added
            if freed & right or any(freed & x == x for x in not_all):
                continue
            self._enqueue(_Branch(freed, right, not_all, c.unmet, c.known), cost)
            rest = added & ~c.freed
            copies = added & self.bound.copy_marks
            if copies:
                right |= copies
            elif rest & (rest - 1):
                not_all = (*not_all, rest)
            else:
                right |= rest

    def _estimate(self, c: _Branch) -> float:
        self.work += 4 + c.freed.bit_count() // 2 + len(c.unmet) // NOGOODS_PER_WORK
        return self.bound.at_least(c.freed, c.right, c.unmet)

    def _enqueue(self, c: _Branch, cost: float) -> None:
        """Put a set in the queue, at no less than the set it was made from."""
        least = max(cost, self._estimate(c))
        if least <= self.limit + EQUALLY_GOOD:
            self._serial += 1
            heappush(self._queue, (least, self._serial, c))

    def _examine(self, bits: int) -> None:
        """See whether a set lets everything hold: a solution, or conflicts to learn from."""
        freed = self.bound.figures(bits)
        around = self.around(freed)
        self.work += sum(len(r.butir) for r in around)
        outcome = propagate(freed, around)
        for conflict in outcome.conflicts:
            self.bound.learn(conflict, bits)
        if not outcome.conflicts and not outcome.stuck:
            solution, causes = self.solution_of(freed, outcome)
            if self.plausible(solution, causes):
                self.limit = min(self.limit, solution.cost)
                self.solutions = [s for s in (*self.solutions, solution) if s.cost <= self.limit + EQUALLY_GOOD]

    def plausible(self, solution: Solution, causes: int) -> bool:
        """Whether a solution with so many causes explains anything."""
        suspected = self.suspects.issuperset(s.butir for s in solution.causes)
        return suspected and causes <= self.allowed and solution.cost <= self.limit + EQUALLY_GOOD

    def around(self, freed: frozenset[Butir]) -> list[Relasi]:
        """The relations that must hold: the knot's, and those that the freed figures stand in."""
        own = self.costs.relations
        others = (r for b in sorted(freed, key=lambda b: b.urut) for r in own.get(b, ()) if not r.lunak)
        return list(dict.fromkeys([*self.knot, *others]))

    def solution_of(self, freed: frozenset[Butir], outcome: Outcome) -> tuple[Solution, int]:
        """What a set that lets everything hold says, and how many causes it has."""
        t = self.costs
        causes: set[Butir] = set()
        edits = []
        copied = {b for line in t.joint.copies if line <= freed for b in line}
        for b in sorted(freed, key=lambda b: b.urut):
            follows_from = t.cause(b, freed)
            if follows_from is None:
                causes.add(b)
            if b not in copied or not _unchanged(b, outcome.values[b]):
                edits.append(Edit(b, outcome.values[b], follows_from))
        count, cost = t.together(causes, outcome.values)
        cost += COST_CONSEQUENCE * (len(freed) - len(causes)) + COST_SOFT * t.broken_soft(outcome.values)
        return Solution(tuple(edits), cost), count


def _unchanged(b: Butir, value: Interval | str) -> bool:
    """Whether a figure of a copied line should be what it prints: both lines have it."""
    return isinstance(value, Interval) and b.nilai is not None and value.memuat(b.nilai)


def _cheapest(solutions: list[Solution]) -> list[Solution]:
    """Each set of causes once, in the order of the report."""
    unique: dict[frozenset[Butir], Solution] = {}
    for s in sorted(solutions, key=lambda s: s.cost):
        unique.setdefault(frozenset(x.butir for x in s.causes), s)
    return sorted(unique.values(), key=lambda s: [x.butir.urut for x in s.causes])
