"""What a set of doubted figures costs at the least, whatever else must be doubted with it.

The search in `pelokalan` orders its sets by these bounds. A set of figures is an integer here, a bit for each
figure, so that asking what two sets have in common costs next to nothing.
"""

from __future__ import annotations

from bisect import insort
from functools import reduce
from math import inf
from operator import and_
from typing import TYPE_CHECKING

import attrs

from sakip.dugaan.biaya import BIAYA_AKIBAT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip.dugaan.biaya import Timbangan
    from sakip.dugaan.penyebaran import Konflik
    from sakip.fakta.register import Butir

__all__ = ["Larangan", "Taksiran", "satu_satu"]

SEBAB_DICOBA = 2
"""Causes up to which it is tried out whether so many can meet what is known."""


def satu_satu(himpunan: int) -> Iterator[int]:
    """The numbers of the figures of a set, in order."""
    while himpunan:
        bit = himpunan & -himpunan
        yield bit.bit_length() - 1
        himpunan ^= bit


@attrs.frozen(slots=True, eq=False)
class _Tanda:
    """What is known of one figure, whatever set it is doubted in.

    Attributes:
        dari: what it was computed from.
        asal: the suspects of which one must be wrong for it to be.
        luas: these, and all that one slip may have spoiled with one of them.
        seluas: these, and the prints that say the same as one of them.
        serupa: the prints that say the same.
        rumpun: the figures that one slip may have spoiled with it, and itself.
        biaya: the least it can cost as a cause.
        termurah: the least that one of `asal` can.
    """

    dari: int
    asal: int
    luas: int
    seluas: int
    serupa: int
    rumpun: int
    biaya: float
    termurah: float


@attrs.frozen(slots=True, eq=False)
class Larangan:
    """Figures that cannot all be right: of `anggota` one must be freed, in every set that holds `syarat`.

    Attributes:
        luas: the causes that could be behind it, and all that one slip may have spoiled with them.
        seluas: these, and the prints that say the same as one of them.
        termurah: the least that such a cause can cost.
        pilihan: the ways to meet it: of each all must be freed.
    """

    syarat: int
    anggota: int
    luas: int
    seluas: int
    termurah: float
    pilihan: tuple[int, ...]

    def mengikat(self, bebas: int) -> bool:
        """Whether the set `bebas` must still meet it."""
        return not bebas & self.anggota and bebas & self.syarat == self.syarat


@attrs.define(slots=True, eq=False)
class Taksiran:
    """Lower bounds over the figures of one knot, from the conflicts met so far.

    Attributes:
        timbangan: what doubts cost.
        curiga: the figures that may be a cause.
        sebab_terbanyak: the most causes a solution may have.
        larangan: what sets must meet, that with the fewest possible causes first.
        pengetahuan: grows with what is known.
    """

    timbangan: Timbangan
    curiga: frozenset[Butir]
    sebab_terbanyak: int
    larangan: list[Larangan] = attrs.field(factory=list)
    pengetahuan: int = 0
    _butir: list[Butir] = attrs.field(factory=list)
    _nomor: dict[Butir, int] = attrs.field(factory=dict)
    _himpunan: dict[frozenset[Butir], int] = attrs.field(factory=dict)
    _tanda: dict[int, _Tanda] = attrs.field(factory=dict)

    def himpunan(self, semua: Iterable[Butir]) -> int:
        """The set of these figures."""
        hasil = 0
        for b in semua:
            n = self._nomor.get(b)
            if n is None:
                n = self._nomor[b] = len(self._butir)
                self._butir.append(b)
            hasil |= 1 << n
        return hasil

    def _himpunan_tetap(self, semua: frozenset[Butir]) -> int:
        """The same for a set that will be asked for again: all prints of a fact have the same prints beside them."""
        hasil = self._himpunan.get(semua)
        if hasil is None:
            hasil = self._himpunan[semua] = self.himpunan(semua)
        return hasil

    def isi(self, himpunan: int) -> frozenset[Butir]:
        """The figures of a set."""
        return frozenset(self._butir[n] for n in satu_satu(himpunan))

    def _lihat(self, n: int) -> _Tanda:
        tanda = self._tanda.get(n)
        if tanda is None:
            t, b = self.timbangan, self._butir[n]
            asal = t.asal(b) & self.curiga
            luas = t.berjodoh(asal)
            seluas = 0
            for x in luas:
                seluas |= self._himpunan_tetap(t.serupa(x))
            tanda = self._tanda[n] = _Tanda(
                dari=self._himpunan_tetap(t.dari(b)),
                asal=self.himpunan(asal),
                luas=self.himpunan(luas),
                seluas=seluas,
                serupa=self._himpunan_tetap(t.serupa(b)),
                rumpun=self.himpunan(t.berjodoh(frozenset({b}))),
                biaya=t.termurah(b),
                termurah=min(map(t.termurah, asal), default=inf),
            )
        return tanda

    def catat(self, konflik: Konflik, bebas: int) -> None:
        """Learn that a conflict was met with the figures `bebas` freed."""
        syarat, anggota = self.himpunan(konflik.syarat), self.himpunan(konflik.anggota)
        if any(x.syarat & ~syarat == 0 and x.anggota & ~anggota == 0 for x in self.larangan if x.mengikat(bebas)):
            return  # one that is known already says more
        nomor = sorted(satu_satu(anggota), key=lambda n: self._butir[n].urut)
        if konflik.asal is not None:
            # A print that others repeat is freed with them: alone it would take their value again.
            kelompok = map(self.himpunan, konflik.asal.kelompok({}))
            pilihan = [anggota & ~k for k in kelompok]
        else:
            pilihan = [self._lihat(n).serupa for n in nomor if self._lihat(n).asal]
        tetap = self.himpunan(b for b in self._butir if b.tetap)
        luas = seluas = 0
        for n in nomor:
            x = self._lihat(n)
            luas |= x.luas
            seluas |= x.seluas
        larangan = Larangan(
            syarat,
            anggota,
            luas,
            seluas,
            min((self._lihat(n).termurah for n in nomor), default=inf),
            tuple(dict.fromkeys(x for x in pilihan if not x & tetap)),
        )
        self.larangan = [x for x in self.larangan if x.syarat & syarat != syarat or x.anggota & anggota != anggota]
        insort(self.larangan, larangan, key=lambda x: x.luas.bit_count())
        self.pengetahuan += 1

    def terdekat(self, bebas: int) -> Larangan | None:
        """What the set must meet next, in the fewest ways; None when nothing is known that it must."""
        mengikat = (x for x in self.larangan if x.mengikat(bebas))
        return min(mengikat, key=lambda x: len(x.pilihan), default=None)

    def paling_sedikit(self, bebas: int) -> float:
        """The least that a set, or any larger one, can cost; infinite when it needs too many causes.

        A result whose formula holds as printed needs a cause among the figures it comes from, and so does a
        conflict; where these have no figure in common, the causes add up.
        """
        sebab = 0
        akibat: list[tuple[int, int, float]] = []
        for n in satu_satu(bebas):
            x = self._lihat(n)
            if not x.dari:
                sebab |= 1 << n
            elif not bebas & x.dari:
                akibat.append((x.luas, 1 << n, x.termurah))
        boleh = self.sebab_terbanyak - self._banyak(sebab)
        if boleh < 0:
            return inf
        biaya = self._biaya(sebab) + BIAYA_AKIBAT * (bebas.bit_count() - sebab.bit_count())
        terpakai = 0
        for luas, sendiri, termurah in sorted(akibat, key=lambda x: x[0].bit_count()):
            if not luas & (terpakai | bebas & ~sendiri):
                terpakai |= luas
                biaya += termurah - BIAYA_AKIBAT
        return biaya + self._yang_lain(bebas, terpakai, boleh)

    def _yang_lain(self, bebas: int, terpakai: int, boleh: int) -> float:
        """What the conflicts that no freed figure has a part in cost at the least, met by `boleh` more causes."""
        biaya = 0.0
        lain: list[int] = []
        for x in self.larangan:
            if not x.luas & bebas and x.mengikat(bebas):
                if not x.seluas & bebas:
                    lain.append(x.seluas)
                if not x.luas & terpakai:
                    terpakai |= x.luas
                    biaya += x.termurah
        return biaya if _terpenuhi(lain, boleh) else inf

    def _banyak(self, sebab: int) -> int:
        """How many causes these figures are at the least; see `Timbangan.sekaligus`."""
        banyak = 0
        while sebab:
            banyak += 1
            baru = sebab & -sebab
            while baru:
                sebab &= ~baru
                x = self._lihat(baru.bit_length() - 1)
                baru = (baru ^ 1 << baru.bit_length() - 1) | sebab & (x.rumpun | x.serupa)
        return banyak

    def _biaya(self, sebab: int) -> float:
        """What they cost at the least: a slip little more than the dearest figure it spoiled."""
        biaya = 0.0
        while sebab:
            x = self._lihat(sebab.bit_length() - 1)
            rumpun = sebab & x.rumpun
            sebab &= ~rumpun
            if rumpun.bit_count() == 1:
                biaya += x.biaya
            else:
                biaya += max(self._lihat(n).biaya for n in satu_satu(rumpun))
                biaya += BIAYA_AKIBAT * (rumpun.bit_count() - 1)
        return biaya


def _terpenuhi(larangan: list[int], sebab: int) -> bool:
    """Whether so many causes may meet all of these conflicts; estimated, where they are more than `SEBAB_DICOBA`."""
    if not larangan:
        return True
    if sebab < 2:
        return sebab == 1 and bool(reduce(and_, larangan))
    terpakai = banyak = 0
    for x in larangan:
        if not x & terpakai:
            terpakai |= x
            banyak += 1
    if banyak > sebab:
        return False
    if sebab > SEBAB_DICOBA:
        return True
    return any(_terpenuhi([x for x in larangan if not x >> n & 1], sebab - 1) for n in satu_satu(larangan[0]))
