"""Figures that one slip may have spoiled together: lines shifted, cells swapped, a line copied from its neighbour.

Only the print is looked at here: whether one value, put in another's place, would mend a relation that fails.
The search in `pelokalan` takes such figures for one cause; what the slip was is told afterwards, by `deret`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from fractions import Fraction
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from sakip.interval import Interval
from sakip.relasi import Rumusan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["cari_jodoh"]

TERBANYAK = 20
"""Failing relations of one figure, or lines whose value would mend it; where there are more, they tell of no slip."""


def cari_jodoh(butir: Iterable[Butir], gagal: Iterable[Relasi]) -> dict[Butir, frozenset[Butir]]:
    """For each suspected figure the others that the same slip may have spoiled.

    Args:
        butir: all printed figures, in the order of the report.
        gagal: the relations that fail.
    """
    milik: dict[Butir, list[Relasi]] = defaultdict(list)
    for r in gagal:
        for b in r.butir:
            if _berderet(b):
                milik[b].append(r)
    milik = {b: r for b, r in milik.items() if len(r) <= TERBANYAK}
    if len(milik) < 2:
        return {}
    kolom: dict[str, list[Butir]] = defaultdict(list)
    for b in butir:
        if _berderet(b):
            kolom[b.susunan[0]].append(b)
    for deret in kolom.values():
        deret.sort(key=lambda b: b.susunan[1])
    hasil: dict[Butir, set[Butir]] = defaultdict(set)
    for a, b in _pasangan(list(kolom.values()), milik):
        hasil[a].add(b)
        hasil[b].add(a)
    return {b: frozenset(lain) for b, lain in hasil.items()}


def _berderet(b: Butir) -> bool:
    """Whether it is a printed figure with lines above or below it."""
    return b.nilai is not None and bool(b.susunan[0]) and b.media in {"tabel", "pk"} and not b.tetap


def _pasangan(kolom: list[list[Butir]], milik: Mapping[Butir, list[Relasi]]) -> Iterator[tuple[Butir, Butir]]:
    for deret in kolom:
        yield from _geser(deret, milik)
        yield from _tukar(deret, milik)
    for baris in _salin(kolom, milik):
        yield from combinations(baris, 2)


def _pulih(b: Butir, dari: Butir, milik: Mapping[Butir, list[Relasi]]) -> bool:
    """Whether the value of another line would mend a relation of this one; one that both stand in tells nothing."""
    if dari.nilai is None or dari.nilai == b.nilai:
        return False
    nilai = Interval.titik(dari.nilai) if b.peran.pasti else Interval.dari(dari.nilai, dari.setengah)
    return any(r.dipenuhi({b: nilai}) for r in milik.get(b, ()) if dari not in r.butir)


def _geser(deret: list[Butir], milik: Mapping[Butir, list[Relasi]]) -> Iterator[tuple[Butir, Butir]]:
    for a, b in pairwise(deret):
        if a in milik and b in milik and (_pulih(a, b, milik) or _pulih(b, a, milik)):
            yield a, b


def _tukar(deret: list[Butir], milik: Mapping[Butir, list[Relasi]]) -> Iterator[tuple[Butir, Butir]]:
    curiga = sorted((b for b in deret if b in milik and b.nilai is not None), key=_nilai)
    nilai = [_nilai(b) for b in curiga]
    longgar = max((b.setengah for b in curiga), default=Fraction(0))
    pulih: set[tuple[Butir, Butir]] = set()
    for b in curiga:
        for r in milik[b]:
            for u in r.semua_usul(b, {}) if isinstance(r, Rumusan) else filter(None, [r.usul(b, {})]):
                calon = curiga[bisect_left(nilai, u.bawah - longgar) : bisect_right(nilai, u.atas + longgar)]
                if len(calon) <= TERBANYAK:
                    pulih.update((b, a) for a in calon if _pulih(b, a, milik))
    yield from ((a, b) for a, b in pulih if a.urut < b.urut and (b, a) in pulih)


def _nilai(b: Butir) -> Fraction:
    return b.nilai if b.nilai is not None else Fraction(0)


def _salin(kolom: Iterable[list[Butir]], milik: Mapping[Butir, list[Relasi]]) -> Iterator[list[Butir]]:
    """The suspected figures of a line that repeats all figures of the line above or below."""
    sama: dict[tuple[str, int, int], list[Butir]] = defaultdict(list)
    beda: set[tuple[str, int, int]] = set()
    for deret in kolom:
        for a, b in pairwise(deret):
            for x, langkah, y in ((b, -1, a), (a, 1, b)):
                kunci = (x.susunan[0].partition("|")[0], x.susunan[1], langkah)
                if x.nilai == y.nilai:
                    sama[kunci].append(x)
                else:
                    beda.add(kunci)
    for kunci, baris in sama.items():
        curiga = [b for b in baris if b in milik]
        if kunci not in beda and len(curiga) > 1:
            yield curiga
