"""Error localization: the cheapest set of edits that makes everything hold.

The principle is that of Fellegi and Holt (1976): change the fewest, least reliable figures such that
all relations can hold. Failing relations that share figures form a knot; each knot is solved by a
best-first search over sets of freed figures. A set that does not yet let everything hold names the
figures of which one more must be freed (`penyebaran`), and each of them is a branch. A set waits in
the queue at the least that it, or any larger set, can cost; so the first that lets everything hold
and costs no more than what still waits is the cheapest, unless the search was cut short, and then
the finding says so.

Two things bound a solution. A figure is suspected only where a failing relation leads to it; all
others can but follow a suspected one. And a knot has no more causes than failing relations: a
solution with more says less than the relations do.
"""

from __future__ import annotations

from heapq import heappop, heappush
from math import inf
from typing import TYPE_CHECKING

import attrs

from sakip.dugaan.biaya import BIAYA_AKIBAT, BIAYA_LUNAK
from sakip.dugaan.penyebaran import sebarkan
from sakip.dugaan.simpul import Solusi, Suntingan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.dugaan.biaya import Timbangan
    from sakip.dugaan.penyebaran import Keadaan
    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["Pelokal"]

SETARA = 0.04
"""Solutions whose costs differ by no more are equally good."""

KERJA_TERBANYAK = 40_000
"""Relations looked at in one knot, over all sets, before the search settles for the best found so far: seconds."""


@attrs.define(slots=True, eq=False)
class Pelokal:
    """Solves knots.

    Attributes:
        timbangan: the relations of the report, and what it costs to doubt a figure.
        habis: set when a search ran out of steps, so that the finding can say so.
    """

    timbangan: Timbangan
    habis: bool = False

    def pecahkan(self, knot: list[Relasi]) -> list[Solusi]:
        """The cheapest solutions of a knot, equally good ones all; empty when there is none."""
        pencarian = _Pencarian(self.timbangan, [r for r in knot if not r.lunak])
        self.habis = pencarian.jalankan()
        return _termurah(pencarian.solusi)


@attrs.define(slots=True, eq=False)
class _Pencarian:
    """One search.

    Attributes:
        knot: the failing relations.
        curiga: the figures that may be a cause: those a failing relation leads to, and prints that say the same.
        solusi: what was found so far.
        batas: the cost of the cheapest of them.
    """

    timbangan: Timbangan
    knot: list[Relasi]
    curiga: frozenset[Butir] = attrs.field(init=False)
    solusi: list[Solusi] = attrs.field(factory=list)
    batas: float = inf
    _antre: list[tuple[float, int, frozenset[Butir], Keadaan | None]] = attrs.field(factory=list)
    _pernah: set[frozenset[Butir]] = attrs.field(factory=set)

    def __attrs_post_init__(self) -> None:
        t = self.timbangan
        self.curiga = frozenset(c for r in self.knot for b in r.butir for x in t.asal(b) for c in t.serupa(x))

    def jalankan(self) -> bool:
        """Search to the end; true when it was cut short."""
        self._tambah(frozenset(), (), 0.0)
        kerja = 0
        while kerja < KERJA_TERBANYAK:
            if not self._antre or self._antre[0][0] > self.batas + SETARA:
                return False
            biaya, urut, bebas, keadaan = heappop(self._antre)
            if keadaan is None:
                sekitar = self.sekitar(bebas)
                kerja += len(sekitar)
                keadaan = sebarkan(bebas, sekitar)
                paling_sedikit = self._taksiran(bebas, keadaan.semua_konflik)
                if paling_sedikit > biaya:  # dearer than it looked before its conflicts were known: it waits its turn
                    if paling_sedikit < inf:
                        heappush(self._antre, (paling_sedikit, urut, bebas, keadaan))
                    continue
            self._lanjut(biaya, bebas, keadaan)
        return True

    def _lanjut(self, biaya: float, bebas: frozenset[Butir], keadaan: Keadaan) -> None:
        """A set that lets everything hold is a solution; any other is freed further."""
        if keadaan.konflik is None:
            solusi, sebab = self.selesaikan(bebas, keadaan)
            if sebab <= len(self.knot):
                self.solusi.append(solusi)
                self.batas = min(self.batas, solusi.biaya)
            return
        for tambah in self._cabang(keadaan, bebas):
            konflik = tuple(k for k in keadaan.semua_konflik if k.isdisjoint(tambah))
            self._tambah(bebas | tambah, konflik, biaya)

    def _tambah(self, bebas: frozenset[Butir], konflik: tuple[frozenset[Butir], ...], biaya: float) -> None:
        """Put a set in the queue, with what is known of its conflicts and its cost."""
        if bebas in self._pernah:
            return
        self._pernah.add(bebas)
        paling_sedikit = max(biaya, self._taksiran(bebas, konflik))
        if paling_sedikit < inf:
            heappush(self._antre, (paling_sedikit, len(self._pernah), bebas, None))

    def sekitar(self, bebas: frozenset[Butir]) -> list[Relasi]:
        """The relations that must hold: the knot's, and those that the freed figures stand in."""
        milik = self.timbangan.relasi
        lain = (r for b in sorted(bebas, key=lambda b: b.urut) for r in milik.get(b, ()) if not r.lunak)
        return list(dict.fromkeys([*self.knot, *lain]))

    def _cabang(self, keadaan: Keadaan, bebas: frozenset[Butir]) -> Iterator[frozenset[Butir]]:
        """The figures to free next: one of the conflict, or all prints but those of one value.

        A print that others repeat is freed with them: alone it would take their value again.
        """
        if keadaan.asal is not None:
            for kelompok in keadaan.asal.kelompok({}):
                lain = frozenset(b for b in keadaan.asal.cetakan if b not in kelompok)
                if not any(b.tetap for b in lain):
                    yield lain
            return
        sudah: set[frozenset[Butir]] = set()
        for b in sorted(keadaan.konflik or (), key=lambda b: b.urut):
            if b not in self.curiga and self.timbangan.sebab(b, bebas) is None:
                continue
            tambah = self.timbangan.serupa(b) - bebas
            if tambah not in sudah and not any(c.tetap for c in tambah):
                sudah.add(tambah)
                yield tambah

    def _taksiran(self, bebas: frozenset[Butir], konflik: tuple[frozenset[Butir], ...]) -> float:
        """The least that a set, or any larger one, can cost; infinite when it needs too many causes.

        A result whose formula holds as printed needs a cause among the figures it comes from, and so does a
        conflict; where these have no figure in common, the causes add up.
        """
        t = self.timbangan
        sebab: dict[Butir, float] = {}
        perlu: list[tuple[frozenset[Butir], frozenset[Butir]]] = []
        for b in bebas:
            if t.sebab(b, bebas) is None:
                if t.hasil_berlaku(b):
                    perlu.append((t.asal(b) & self.curiga, frozenset({b})))
                else:
                    sebab[b] = t.termurah(b)
        banyak, biaya = t.sekaligus_paling_sedikit(sebab)
        biaya += BIAYA_AKIBAT * (len(bebas) - len(sebab) + len(konflik))
        perlu += [(self.curiga & frozenset().union(*map(t.asal, k)), frozenset()) for k in konflik]
        terpakai: set[Butir] = set()
        for asal, sendiri in sorted(perlu, key=lambda p: len(p[0])):
            luas = t.berjodoh(asal)
            if bebas & luas <= sendiri and terpakai.isdisjoint(luas):
                terpakai |= luas
                biaya += min(map(t.termurah, asal), default=inf) - BIAYA_AKIBAT
                banyak += 1
        return biaya if banyak <= len(self.knot) else inf

    def selesaikan(self, bebas: frozenset[Butir], keadaan: Keadaan) -> tuple[Solusi, int]:
        """What a set that lets everything hold says, and how many causes it has."""
        t = self.timbangan
        sebab: dict[Butir, float] = {}
        suntingan = []
        for b in sorted(bebas, key=lambda b: b.urut):
            nilai = keadaan.nilai[b]
            akibat_dari = t.sebab(b, bebas)
            if akibat_dari is None:
                sebab[b] = t.biaya(b) - t.potongan(b, nilai)
            suntingan.append(Suntingan(b, nilai, akibat_dari))
        banyak, biaya = t.sekaligus(sebab, keadaan.nilai)
        biaya += BIAYA_AKIBAT * (len(bebas) - len(sebab)) + BIAYA_LUNAK * t.lunak_rusak(keadaan.nilai)
        return Solusi(tuple(suntingan), biaya), banyak


def _termurah(solusi: list[Solusi]) -> list[Solusi]:
    """The cheapest, each set of causes once."""
    unik: dict[frozenset[Butir], Solusi] = {}
    for s in sorted(solusi, key=lambda s: (s.biaya, [x.butir.urut for x in s.suntingan])):
        if s.biaya <= min(x.biaya for x in solusi) + SETARA:
            unik.setdefault(frozenset(x.butir for x in s.pokok), s)
    return list(unik.values())
