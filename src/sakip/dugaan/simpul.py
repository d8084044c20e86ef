"""Knots: failing relations that share figures, and what a solution of one says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.fakta.rumpun import rumpun

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sakip.fakta.register import Butir
    from sakip.interval import Interval
    from sakip.relasi import Relasi

__all__ = ["Solusi", "Suntingan", "simpul"]


@attrs.frozen(slots=True, eq=False)
class Suntingan:
    """One edit: a figure, the value it should have, and the edit it follows from (None: a cause itself)."""

    butir: Butir
    nilai: Interval | str
    akibat_dari: Butir | None = None


@attrs.frozen(slots=True, eq=False)
class Solusi:
    """A set of edits that mends a knot, and what it costs."""

    suntingan: tuple[Suntingan, ...]
    biaya: float

    @property
    def pokok(self) -> tuple[Suntingan, ...]:
        """The edits that are causes, in the order of the report."""
        return tuple(sorted((s for s in self.suntingan if s.akibat_dari is None), key=lambda s: s.butir.urut))


def simpul(gagal: Iterable[Relasi], jodoh: Mapping[Butir, frozenset[Butir]] | None = None) -> list[list[Relasi]]:
    """Group failing relations that share a printed figure, or figures that one slip may have spoiled."""
    semua = list(gagal)
    milik: dict[Butir, list[int]] = {}
    for i, r in enumerate(semua):
        for b in r.butir:
            if not b.tetap:
                milik.setdefault(b, []).append(i)

    def bertemu(i: int) -> Iterable[int]:
        for b in semua[i].butir:
            for c in (b, *(jodoh or {}).get(b, ())):
                yield from milik.pop(c, ())  # all of them join this group, so they need not be named again

    return [[semua[i] for i in sorted(k)] for k in rumpun(range(len(semua)), bertemu)]
