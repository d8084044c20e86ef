"""Error localization: the cheapest set of edits that makes everything hold.

The principle is that of Fellegi and Holt (1976): change the fewest, least reliable figures such that
all relations can hold. Failing relations that share figures form a knot; each knot is solved by a
best-first search over sets of freed figures. A set that does not yet let everything hold names
figures of which one more must be freed (`penyebaran`), and each of them is a branch; what one set
taught is asked of all others before they are looked at (`taksiran`), as in Reiter's theory of
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
from sakip.dugaan.cost import BIAYA_AKIBAT, BIAYA_LUNAK
from sakip.dugaan.knots import Solusi, Suntingan
from sakip.dugaan.lower_bound import Taksiran
from sakip.dugaan.propagation import sebarkan

if TYPE_CHECKING:
    from sakip.dugaan.cost import Timbangan
    from sakip.dugaan.lower_bound import Larangan
    from sakip.dugaan.propagation import Keadaan
    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["KNOT_BESAR", "SOLUSI_TERBANYAK", "Pelokal"]

SETARA = 0.04
"""Solutions whose costs differ by no more are equally good."""

KNOT_BESAR = 40
"""Figures up to which a knot is searched to its end, unless the configuration says otherwise."""

KERJA_TERBANYAK = 100_000
"""Figures of relations looked at, over all sets, before the search of a larger knot settles for the best found."""

KNOT_SEPERTI_ITU = 4
"""So many times as much over all such knots of a report, which may be nothing but contradictions."""

SOLUSI_TERBANYAK = 200
"""Equally good solutions of a knot beyond which the search says no more than that there are so many."""

LARANGAN_SEKERJA = 8
"""Known conflicts that take as long to go through as a figure of a relation takes to look at."""


@attrs.define(slots=True, eq=False)
class Pelokal:
    """Solves knots.

    Attributes:
        timbangan: the relations of the report, and what it costs to doubt a figure.
        knot_terbesar: figures up to which a knot is searched to its end.
        habis: set when a search ran out of steps, so that the finding can say so.
        kerja: the work done so far in large knots.
    """

    timbangan: Timbangan
    knot_terbesar: int = KNOT_BESAR
    habis: bool = False
    kerja: int = 0

    def pecahkan(self, knot: list[Relasi]) -> list[Solusi]:
        """The cheapest solutions of a knot, equally good ones all; empty when there is none."""
        gagal = [r for r in knot if not r.lunak]
        pencarian = _Pencarian(self.timbangan, gagal, sebab_terbanyak(gagal))
        if len({b for r in gagal for b in r.butir if not b.tetap}) <= self.knot_terbesar:
            self.habis = pencarian.jalankan()
        else:
            self.habis = pencarian.jalankan(min(KERJA_TERBANYAK, KNOT_SEPERTI_ITU * KERJA_TERBANYAK - self.kerja))
            self.kerja += pencarian.kerja
        return _termurah(pencarian.solusi)


def sebab_terbanyak(gagal: list[Relasi]) -> int:
    """The most causes that explain anything of so many failing relations."""
    return min(len(gagal), max(2, (len(gagal) + 1) // 2))


@attrs.define(slots=True, eq=False)
class _Cabang:
    """A part of the search: a set, and the larger ones that are still to be looked at.

    Attributes:
        bebas: the set.
        benar: figures that none of these frees, and what marks lines that none of these holds to be copied; the sets
            that do are looked at elsewhere.
        tidak_semua: figures that none of these frees all of.
        belum: what the set may have to meet, of the `diketahui` conflicts that were known.
    """

    bebas: int = 0
    benar: int = 0
    tidak_semua: tuple[int, ...] = ()
    belum: list[Larangan] = attrs.field(factory=list)
    diketahui: int = 0


@attrs.define(slots=True, eq=False)
class _Pencarian:
    """One search.

    Attributes:
        knot: the failing relations.
        sebab: the most causes a solution may have.
        curiga: the figures that may be a cause: those a failing relation leads to, and prints that say the same.
        solusi: what was found so far.
        batas: the cost of the cheapest of them; before there is one, the most that one may cost.
        taksiran: what was learned of the figures, and what sets of them cost at the least.
        kerja: the work done so far, in figures looked at.
    """

    timbangan: Timbangan
    knot: list[Relasi]
    sebab: int
    curiga: frozenset[Butir] = attrs.field(init=False)
    solusi: list[Solusi] = attrs.field(factory=list)
    batas: float = attrs.field(init=False)
    taksiran: Taksiran = attrs.field(init=False)
    kerja: int = 0
    _antre: list[tuple[float, int, _Cabang]] = attrs.field(factory=list)
    _urut: int = 0

    def __attrs_post_init__(self) -> None:
        t = self.timbangan
        asal = frozenset().union(*(t.asal(b) for b in {b for r in self.knot for b in r.butir}))
        self.curiga = frozenset().union(*{t.serupa(x) for x in asal})
        self.batas = BIAYA_LUNAK * (len(self.knot) + 1)
        self.taksiran = Taksiran(t, self.curiga, self.sebab)

    def jalankan(self, kerja_terbanyak: float = inf) -> bool:
        """Search to the end, or until so much work is done; true when it was cut short."""
        self._antrekan(_Cabang(), 0.0)
        while self._antre and self._antre[0][0] <= self.batas + SETARA:
            cukup = len(self.solusi) > SOLUSI_TERBANYAK and self._antre[0][0] > self.batas - SETARA
            if cukup or self.kerja > kerja_terbanyak:
                return True
            biaya, _, c = heappop(self._antre)
            if self._ingat(c) and self._taksir(c) > biaya:
                self._antrekan(c, biaya)  # dearer than it looked when less was known: it waits its turn
                continue
            self._cabangkan(c, biaya)
        return False

    def _ingat(self, c: _Cabang) -> bool:
        """Take in what was learned since a set was last looked at; true when any of it may concern the set."""
        c.belum, baru = self.taksiran.belum(c.bebas, c.belum, c.diketahui)
        c.diketahui = len(self.taksiran.larangan)
        return baru

    def _cabangkan(self, c: _Cabang, biaya: float) -> None:
        """Divide the larger sets by the first of the ways to go on that they take, so that none is met twice."""
        pilihan = self.taksiran.terdekat(c.bebas, c.benar, c.belum)
        if pilihan is None:
            self._periksa(c.bebas)
            self._ingat(c)
            pilihan = self.taksiran.terdekat(c.bebas, c.benar, c.belum)
        benar, tidak_semua = c.benar, c.tidak_semua
        # A set that lets everything hold is not made larger: what more it freed would keep the value it prints.
        for tambah in pilihan or ():
            bebas = c.bebas | tambah
            if bebas & benar or any(bebas & x == x for x in tidak_semua):
                continue
            self._antrekan(_Cabang(bebas, benar, tidak_semua, c.belum, c.diketahui), biaya)
            sisa = tambah & ~c.bebas
            salinan = tambah & self.taksiran.tanda_salinan
            if salinan:
                benar |= salinan
            elif sisa & (sisa - 1):
                tidak_semua = (*tidak_semua, sisa)
            else:
                benar |= sisa

    def _taksir(self, c: _Cabang) -> float:
        self.kerja += 4 + c.bebas.bit_count() // 2 + len(c.belum) // LARANGAN_SEKERJA
        return self.taksiran.paling_sedikit(c.bebas, c.benar, c.belum)

    def _antrekan(self, c: _Cabang, biaya: float) -> None:
        """Put a set in the queue, at no less than the set it was made from."""
        paling_sedikit = max(biaya, self._taksir(c))
        if paling_sedikit <= self.batas + SETARA:
            self._urut += 1
            heappush(self._antre, (paling_sedikit, self._urut, c))

    def _periksa(self, himpunan: int) -> None:
        """See whether a set lets everything hold: a solution, or conflicts to learn from."""
        bebas = self.taksiran.isi(himpunan)
        sekitar = self.sekitar(bebas)
        self.kerja += sum(len(r.butir) for r in sekitar)
        keadaan = sebarkan(bebas, sekitar)
        for konflik in keadaan.konflik:
            self.taksiran.catat(konflik, himpunan)
        if not keadaan.konflik and not keadaan.buntu:
            solusi, sebab = self.selesaikan(bebas, keadaan)
            if self.mungkin(solusi, sebab):
                self.batas = min(self.batas, solusi.biaya)
                self.solusi = [s for s in (*self.solusi, solusi) if s.biaya <= self.batas + SETARA]

    def mungkin(self, solusi: Solusi, sebab: int) -> bool:
        """Whether a solution with so many causes explains anything."""
        tersangka = self.curiga.issuperset(s.butir for s in solusi.pokok)
        return tersangka and sebab <= self.sebab and solusi.biaya <= self.batas + SETARA

    def sekitar(self, bebas: frozenset[Butir]) -> list[Relasi]:
        """The relations that must hold: the knot's, and those that the freed figures stand in."""
        milik = self.timbangan.relasi
        lain = (r for b in sorted(bebas, key=lambda b: b.urut) for r in milik.get(b, ()) if not r.lunak)
        return list(dict.fromkeys([*self.knot, *lain]))

    def selesaikan(self, bebas: frozenset[Butir], keadaan: Keadaan) -> tuple[Solusi, int]:
        """What a set that lets everything hold says, and how many causes it has."""
        t = self.timbangan
        sebab: set[Butir] = set()
        suntingan = []
        tersalin = {b for baris in t.jodoh.salinan if baris <= bebas for b in baris}
        for b in sorted(bebas, key=lambda b: b.urut):
            akibat_dari = t.sebab(b, bebas)
            if akibat_dari is None:
                sebab.add(b)
            if b not in tersalin or not _tetap(b, keadaan.nilai[b]):
                suntingan.append(Suntingan(b, keadaan.nilai[b], akibat_dari))
        banyak, biaya = t.sekaligus(sebab, keadaan.nilai)
        biaya += BIAYA_AKIBAT * (len(bebas) - len(sebab)) + BIAYA_LUNAK * t.lunak_rusak(keadaan.nilai)
        return Solusi(tuple(suntingan), biaya), banyak


def _tetap(b: Butir, nilai: Interval | str) -> bool:
    """Whether a figure of a copied line should be what it prints: both lines have it."""
    return isinstance(nilai, Interval) and b.nilai is not None and nilai.memuat(b.nilai)


def _termurah(solusi: list[Solusi]) -> list[Solusi]:
    """Each set of causes once, in the order of the report."""
    unik: dict[frozenset[Butir], Solusi] = {}
    for s in sorted(solusi, key=lambda s: s.biaya):
        unik.setdefault(frozenset(x.butir for x in s.pokok), s)
    return sorted(unik.values(), key=lambda s: [x.butir.urut for x in s.pokok])
