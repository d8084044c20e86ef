"""Knots: failing relations that share figures, and what a solution of one says."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

import attrs

from sakip.fakta.rumpun import rumpun

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sakip.angka.interval import Interval
    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["Solusi", "Suntingan", "pisahkan", "simpul"]


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


def pisahkan(solusi: Sequence[Solusi]) -> list[list[Solusi]]:
    """Take equally good solutions apart: what all of them have, and choices that do not depend on each other.

    Where one figure is certainly wrong and beside it one of three, of two sums each one of three, that is what is to be
    said, and not every combination. Where such choices do not say the same as the solutions, there is one choice.

    Args:
        solusi: the solutions of one knot.

    Returns:
        For what is certain one solution, for each choice several; each with what follows from its causes.
    """
    pokok = [frozenset(_tanda(s) for s in x.pokok) for x in solusi]
    pasti = frozenset.intersection(*pokok)
    di: dict[tuple[Butir, str], set[int]] = {}
    for i, x in enumerate(solusi):
        for s in x.pokok:
            if _tanda(s) not in pasti:
                di.setdefault(_tanda(s), set()).add(i)
    pilihan = [frozenset(k) for k in rumpun(di, lambda t: [u for u in di if _terkait(di[t], di[u], len(pokok))])]
    if prod(len({p & k for p in pokok}) for k in pilihan) != len(pokok):
        pilihan = [frozenset(di)]
    hasil = [[_bagian(solusi[0], pasti)]] if pasti else []
    for k in pilihan if di else ():
        satu: dict[frozenset[tuple[Butir, str]], Solusi] = {}
        for p, x in zip(pokok, solusi, strict=True):
            satu.setdefault(p & k, x)
        hasil.append([_bagian(x, p) for p, x in satu.items()])
    return hasil


def _terkait(a: set[int], b: set[int], semua: int) -> bool:
    """Whether one of two edits says anything of the other, by the solutions that have them."""
    return len(a & b) * semua != len(a) * len(b)


def _tanda(s: Suntingan) -> tuple[Butir, str]:
    return s.butir, repr(s.nilai)


def _bagian(solusi: Solusi, pokok: frozenset[tuple[Butir, str]]) -> Solusi:
    """Some causes of a solution with what follows from them."""
    dari = {s.butir: s.akibat_dari for s in solusi.suntingan}
    milik = {b for b, _ in pokok}

    def akar(b: Butir) -> Butir:
        while (asal := dari.get(b)) is not None:
            b = asal
        return b

    return Solusi(tuple(s for s in solusi.suntingan if akar(s.butir) in milik), solusi.biaya)


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
