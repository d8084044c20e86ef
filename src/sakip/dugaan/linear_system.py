"""Values that several relations give only together: as many equations as unknowns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.relasi.persamaan import NOL, kurangi

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from sakip.angka.interval import Interval
    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi
    from sakip.relasi.persamaan import Persamaan

__all__ = ["solve_together"]


def solve_together(
    relations: Iterable[Relasi], unknown: set[Butir], values: Mapping[Butir, Interval | str]
) -> dict[Butir, Fraction]:
    """The unknowns that the relations settle together, taken at the centre of what each print stands for.

    Args:
        relations: what must hold.
        unknown: the unknowns.
        values: values that stand in place of the printed ones.

    Returns:
        The values; none when the relations contradict each other.
    """
    solved: dict[Butir | None, Persamaan] = {}  # each pivot, once its equation is free of all other pivots
    for r in relations:
        for p in r.persamaan(unknown, values):
            for b in [b for b in p if b in solved]:
                kurangi(p, solved[b], p[b])
            pivot = next((b for b in sorted(filter(None, p), key=lambda b: b.urut)), None)
            if pivot is None:
                if p.get(None):
                    return {}
                continue
            unit = {b: n / p[pivot] for b, n in p.items()}
            for other in solved.values():
                if pivot in other:
                    kurangi(other, unit, other[pivot])
            solved[pivot] = unit
    return {b: -p.get(None, NOL) for b, p in solved.items() if b is not None and all(x is b or x is None for x in p)}
