"""Figures that one slip may have spoiled together: lines shifted, cells swapped, a line copied from its neighbour.

Only the print is looked at here: whether one value, put in another's place, would mend a relation that fails.
The search in `pelokalan` takes such figures for one cause; what the slip was is told afterwards, by `deret`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

import attrs

from sakip.angka.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["Jodoh", "cari_jodoh"]

T = TypeVar("T")
K = TypeVar("K")

TERBANYAK = 20
"""Failing relations of one figure, or lines whose value would mend it; where there are more, they tell of no slip."""


@attrs.frozen(slots=True, eq=False)
class Jodoh:
    """Figures that one slip may have spoiled together.

    Attributes:
        pasangan: for each figure the others of its column in whose place it may stand: a shift, a swap.
        salinan: the suspected figures of each line that repeats the one above or below: all of them, or none.
        tetangga: for each of all these figures those above and below it.
    """

    pasangan: Mapping[Butir, frozenset[Butir]] = attrs.field(factory=dict)
    salinan: tuple[frozenset[Butir], ...] = ()
    tetangga: Mapping[Butir, tuple[Butir, ...]] = attrs.field(factory=dict)

    def bersama(self) -> dict[Butir, frozenset[Butir]]:
        """For each figure all others that a slip may have spoiled with it."""
        hasil: dict[Butir, set[Butir]] = defaultdict(set, {b: set(lain) for b, lain in self.pasangan.items()})
        for baris in self.salinan:
            for b in baris:
                hasil[b] |= baris - {b}
        return {b: frozenset(lain) for b, lain in hasil.items()}


def cari_jodoh(kolom: Mapping[str, list[Butir]], gagal: Iterable[Relasi]) -> Jodoh:
    """The figures that one slip may have spoiled together.

    Args:
        kolom: the prints of each column, from the top.
        gagal: the relations that fail.
    """
    milik: dict[Butir, list[Relasi]] = defaultdict(list)
    for r in gagal:
        for b in r.butir:
            if _berderet(b):
                milik[b].append(r)
    milik = {b: r for b, r in milik.items() if len(r) <= TERBANYAK}
    if len(milik) < 2:
        return Jodoh()
    curiga = sorted(milik, key=lambda b: b.urut)
    hasil: dict[Butir, set[Butir]] = defaultdict(set)
    for a, b in (*_geser(kolom, curiga, milik), *_tukar(curiga, milik)):
        hasil[a].add(b)
        hasil[b].add(a)
    salinan = tuple(dict.fromkeys(_salin(kolom, curiga)))
    tetangga = {
        b: tuple(c for langkah in (-1, 1) if (c := _dekat(kolom[b.susunan[0]], b.susunan[1], langkah)[1]) is not None)
        for b in {*hasil, *(b for baris in salinan for b in baris)}
    }
    return Jodoh({b: frozenset(lain) for b, lain in hasil.items()}, salinan, tetangga)


def _berderet(b: Butir) -> bool:
    """Whether it is a printed figure with lines above or below it."""
    return b.berangka and bool(b.susunan[0]) and b.media in {"tabel", "pk"} and not b.tetap


def _kelompok(semua: Iterable[T], kunci: Callable[[T], K]) -> dict[K, list[T]]:
    hasil: dict[K, list[T]] = {}
    for b in semua:
        hasil.setdefault(kunci(b), []).append(b)
    return hasil


def _dekat(deret: list[Butir], urut: int, langkah: int) -> tuple[Butir | None, Butir | None]:
    """The figure that a column prints on a line, and the one above or below it."""
    i = bisect_left(deret, urut, key=lambda b: b.susunan[1])
    if i == len(deret) or deret[i].susunan[1] != urut:
        return None, None
    while 0 <= i + langkah < len(deret):
        lain = deret[i + langkah]
        if lain.berangka:
            return deret[i], lain
        i += langkah
    return deret[i], None


def _pulih(b: Butir, dari: Butir, milik: Mapping[Butir, list[Relasi]]) -> bool:
    """Whether the value of another line would mend a relation of this one; one that both stand in tells nothing."""
    if dari.nilai is None or dari.nilai == b.nilai:
        return False
    nilai = Interval.titik(dari.nilai) if b.peran.pasti else Interval.dari(dari.nilai, dari.setengah)
    return any(r.dipenuhi({b: nilai}) for r in milik.get(b, ()) if dari not in r.butir)


def _geser(
    kolom: Mapping[str, list[Butir]], curiga: list[Butir], milik: Mapping[Butir, list[Relasi]]
) -> Iterator[tuple[Butir, Butir]]:
    for a in curiga:
        _, b = _dekat(kolom[a.susunan[0]], a.susunan[1], 1)
        if b in milik and b is not None and (_pulih(a, b, milik) or _pulih(b, a, milik)):
            yield a, b


def _tukar(curiga: list[Butir], milik: Mapping[Butir, list[Relasi]]) -> Iterator[tuple[Butir, Butir]]:
    for sekolom in _kelompok(curiga, lambda b: b.susunan[0]).values():
        urut = sorted(sekolom, key=_nilai)
        nilai = [_nilai(b) for b in urut]
        longgar = max(b.setengah for b in urut)
        pulih: set[tuple[Butir, Butir]] = set()
        for b in urut:
            for r in milik[b]:
                for u in r.semua_usul(b, {}):
                    calon = urut[bisect_left(nilai, u.bawah - longgar) : bisect_right(nilai, u.atas + longgar)]
                    if len(calon) <= TERBANYAK:
                        pulih.update((b, a) for a in calon if _pulih(b, a, milik))
        yield from ((a, b) for a, b in pulih if a.urut < b.urut and (b, a) in pulih)


def _nilai(b: Butir) -> Fraction:
    return b.nilai if b.nilai is not None else Fraction(0)


def _salin(kolom: Mapping[str, list[Butir]], curiga: list[Butir]) -> Iterator[frozenset[Butir]]:
    """The suspected figures of a line that repeats all figures of the line above or below."""
    milik = _kelompok(kolom, _wadah)
    for (wadah, urut), sebaris in _kelompok(curiga, lambda b: (_wadah(b.susunan[0]), b.susunan[1])).items():
        for langkah in (-1, 1) if len(sebaris) > 1 else ():
            pasangan = [_dekat(kolom[k], urut, langkah) for k in milik[wadah]]
            berdua = [(a, b) for a, b in pasangan if a is not None and b is not None and a.berangka]
            if berdua and all(a.nilai == b.nilai for a, b in berdua):
                tersalin = frozenset(sebaris).intersection(a for a, _ in berdua)
                if len(tersalin) > 1:
                    yield tersalin


def _wadah(kolom: str) -> str:
    """The table of a column."""
    return kolom.partition("|")[0]
