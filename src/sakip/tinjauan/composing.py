"""From evaluated relations to findings: every failure is told once, by whatever explains it best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.dugaan.lost_line import find_lost_lines
from sakip.dugaan.tuning import LARGE_KNOT
from sakip.tinjauan.blame import from_knots
from sakip.tinjauan.notes import (
    condition,
    cut_off_results,
    doubted_readings,
    lost_line,
    soft_relations,
    unstated_ways,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.case import Case

__all__ = ["compose"]


def compose(case: Case, largest_knot: int = LARGE_KNOT) -> Iterator[Temuan]:
    """Every finding, in no particular order; knots of up to so many figures are searched to their end."""
    failed = case.failed
    lost = find_lost_lines(failed, case.relations)
    yield from (lost_line(case, x) for x in lost)
    answered = {r for x in lost for r in (*x.sums, *x.counts)}
    open_ = [r for r in failed if r.bernilai and not r.lunak and r not in answered]
    findings, blamed = from_knots(case, open_, largest_knot)
    yield from findings
    yield from (condition(case, r) for r in failed if not r.bernilai)
    yield from soft_relations(case, (r for r in failed if r.lunak), blamed)
    yield from cut_off_results(case)
    yield from doubted_readings(case)
    yield from unstated_ways(case)
