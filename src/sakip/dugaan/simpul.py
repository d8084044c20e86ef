"""Knots: failing relations that share figures, and what a solution of one says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def simpul(gagal: Iterable[Relasi]) -> list[list[Relasi]]:
    """Group failing relations that share a printed figure, in the order given."""
    kelompok: list[list[Relasi]] = []
    milik: dict[Butir, list[Relasi]] = {}
    for r in gagal:
        bertemu: list[list[Relasi]] = []
        for b in r.butir:
            k = milik.get(b)
            if k is not None and not b.tetap and not any(k is x for x in bertemu):
                bertemu.append(k)
        satu = bertemu[0] if bertemu else []
        if not bertemu:
            kelompok.append(satu)
        for lain in bertemu[1:]:
            satu += lain
            for x in lain:
                for b in x.butir:
                    milik[b] = satu
            kelompok = [k for k in kelompok if k is not lain]
        satu.append(r)
        for b in r.butir:
            if not b.tetap:
                milik[b] = satu
    return kelompok
