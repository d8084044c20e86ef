"""A line that was lost: the totals exceed their lines in several columns, by figures that make up a line themselves."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["LostLine", "find_lost_lines"]

SERUMPUN = frozenset({"jumlah", "selisih"})
"""Relations along a line that hold for each of its lines as for their total."""


@attrs.frozen(slots=True, eq=False)
class LostLine:
    """The sums that fail for want of one line.

    Attributes:
        sums: the sums.
        missing: what the line printed, by the total it went into.
        counts: counts and ranks of the table's lines that are one too high without it.
    """

    sums: tuple[Relasi, ...]
    missing: Mapping[Butir, Fraction]
    counts: tuple[Relasi, ...] = ()


def find_lost_lines(failed: Iterable[Relasi], relations: Mapping[Butir, list[Relasi]]) -> list[LostLine]:
    """The lost lines, in the order of the report.

    Args:
        failed: the relations that fail.
        relations: all relations of each figure.
    """
    failing = dict.fromkeys(failed)
    lines: dict[tuple[str, int], list[Relasi]] = defaultdict(list)
    for r in failing:
        if r.bagian and _in_one_column(r):
            lines[_line(r.butir[0])].append(r)
    found = []
    for own in lines.values():
        missing: dict[Butir, Fraction] = {}
        for r in own:
            y, reckoned = r.butir[0], r.dihitung
            missing[y] = Fraction(0) if reckoned is None or y.nilai is None else y.nilai - reckoned
        plausible = all(n and (n > 0 or b.peran.boleh_negatif) for b, n in missing.items())
        if (
            plausible
            and not _others_fail(own, failing, relations)
            and not _copied(own)
            and _one_line(missing, relations)
        ):
            container = own[0].butir[0].wadah
            found.append(LostLine(tuple(own), missing, tuple(r for r in failing if _one_less(r, container))))
    return found


def _others_fail(own: list[Relasi], failed: Collection[Relasi], relations: Mapping[Butir, list[Relasi]]) -> bool:
    """Whether a figure of these sums stands in another relation that fails."""
    themselves: set[Relasi] = set(own)
    return any(r in failed and r not in themselves for m in own for b in m.butir for r in relations.get(b, ()))


def _one_less(r: Relasi, container: str) -> bool:
    """Whether it says of the table's lines that there are one more than are printed."""
    if r.hasil is None or r.hasil.nilai is None:
        return False
    less = r.hasil.nilai - 1
    return any(b.tetap and b.wadah == container and b.nilai == less for b in r.butir)


def _line(b: Butir) -> tuple[str, int]:
    return b.susunan[0].partition("|")[0], b.susunan[1]


def _in_one_column(r: Relasi) -> bool:
    """Whether all its figures stand in one column."""
    column = r.butir[0].susunan[0]
    return bool(column) and all(b.susunan[0] == column for b in r.butir)


def _copied(own: list[Relasi]) -> bool:
    """Whether two of the lines print the same in every one of these columns: then one was copied, and none lost."""
    lines: dict[int, list[Fraction | None]] = defaultdict(list)
    for r in own:
        for b in r.bagian:
            lines[b.susunan[1]].append(b.nilai)
    printed = [tuple(b) for b in lines.values() if any(b)]
    return len(set(printed)) < len(printed)


def _one_line(missing: Mapping[Butir, Fraction], relations: Mapping[Butir, list[Relasi]]) -> bool:
    """Whether all that must hold along the line of totals holds for what is missing.

    That must say something, and leave more than one figure free: a single wrong figure takes its results along too.
    """
    along = {
        r: sum(b in missing for b in r.butir)
        for x in missing
        for r in relations.get(x, ())
        if r.jalur and r.jenis in SERUMPUN and {_line(b) for b in r.butir} == {_line(x)}
    }
    binding = sum(n > 1 for n in along.values())
    return 0 < binding < len(missing) - 1 and all(
        r.jalur[0].rumus.hitung({b: missing.get(b, Fraction(0)) for b in r.jalur[0].operan})
        == missing.get(r.butir[0], Fraction(0))
        for r in along
    )
