"""What a set of doubted figures costs at the least, whatever else must be doubted with it.

The search in `pelokalan` orders its sets by these bounds. A set of figures is an integer here, a bit for each
figure, so that asking what two sets have in common costs next to nothing.
"""

from __future__ import annotations

from functools import reduce
from math import inf
from operator import or_
from typing import TYPE_CHECKING

import attrs

from sakip.dugaan.cost import BIAYA_AKIBAT, KETIK_TERBANYAK, POTONGAN_KETIK
from sakip.dugaan.demand import Bayaran, Tuntutan, satu_satu, terpenuhi

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip.dugaan.cost import Timbangan
    from sakip.dugaan.propagation import Konflik
    from sakip.fakta.register import Butir

__all__ = ["Larangan", "Taksiran"]


@attrs.frozen(slots=True, eq=False)
class _Tanda:
    """What is known of one figure, whatever set it is doubted in.

    Attributes:
        bit: the set of it alone.
        dari: what it was computed from.
        asal: the suspects of which one must be wrong for it to be.
        serupa: the prints that say the same.
        jodoh: the figures that one slip may have spoiled with it, and itself.
        salinan: the lines copied from another that it may be part of: what marks one, and its figures.
        rumpun: what slips may have spoiled with it, step by step, and itself.
        tanda: what marks the copied lines among these.
        biaya: the least it can cost as a cause.
    """

    bit: int
    dari: int
    asal: int
    serupa: int
    jodoh: int
    salinan: tuple[tuple[int, int], ...]
    rumpun: int
    tanda: int
    biaya: float


@attrs.define(slots=True, eq=False)
class Larangan:
    """Figures that cannot all be right: of `anggota` one must be freed, in every set that holds `syarat`.

    Attributes:
        asal: the suspects of which one must be behind it.
        pilihan: the ways to meet it: of each all must be freed.
        tunggal: the figures that are such a way alone.
        jamak: the other ways.
        usang: whether another that was learned later says as much.
    """

    syarat: int
    anggota: int
    asal: int
    pilihan: tuple[int, ...]
    tunggal: int
    jamak: tuple[int, ...]
    usang: bool = False

    def mengikat(self, bebas: int) -> bool:
        """Whether the set `bebas` must still meet it."""
        return not bebas & self.anggota and bebas & self.syarat == self.syarat

    def banyak_cara(self, benar: int) -> int:
        """The number of ways to meet it when the figures `benar` are right."""
        return (self.tunggal & ~benar).bit_count() + sum(not x & benar for x in self.jamak)


@attrs.define(slots=True, eq=False)
class Taksiran:
    """Lower bounds over the figures of one knot, from the conflicts met so far.

    Attributes:
        timbangan: what doubts cost.
        curiga: the figures that may be a cause.
        sebab_terbanyak: the most causes a solution may have.
        larangan: what sets must meet, in the order in which it was learned.
        _berdari, _berteman: the figures, of those looked at (`_dilihat`), that were computed from others; that one
            slip may have spoiled with others, or that others repeat.
    """

    timbangan: Timbangan
    curiga: frozenset[Butir]
    sebab_terbanyak: int
    larangan: list[Larangan] = attrs.field(factory=list)
    _butir: list[Butir | None] = attrs.field(factory=list)
    _nomor: dict[Butir, int] = attrs.field(factory=dict)
    _himpunan: dict[frozenset[Butir], int] = attrs.field(factory=dict)
    _tanda: dict[int, _Tanda] = attrs.field(factory=dict)
    _sebab: dict[tuple[int, int], Tuntutan] = attrs.field(factory=dict)
    _asal_dari: dict[int, int] = attrs.field(factory=dict)
    _harga: dict[int, float] = attrs.field(factory=dict)
    _biaya_sendiri: dict[int, float] = attrs.field(factory=dict)
    _salinan: dict[frozenset[Butir], int] = attrs.field(factory=dict)
    tanda_salinan: int = 0
    _dilihat: int = 0
    _berdari: int = 0
    _berteman: int = 0

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
        return frozenset(b for n in satu_satu(himpunan) if (b := self._butir[n]) is not None)

    def _tandai(self, baris: frozenset[Butir]) -> tuple[int, int]:
        """What marks that a line was copied from another, and its suspected figures."""
        tanda = self._salinan.get(baris)
        if tanda is None:
            tanda = self._salinan[baris] = 1 << len(self._butir)
            self._butir.append(None)
            self.tanda_salinan |= tanda
        return tanda, self._himpunan_tetap(baris)

    def _lihat(self, n: int) -> _Tanda:
        tanda = self._tanda.get(n)
        if tanda is None:
            t, b = self.timbangan, self._butir[n]
            assert b is not None  # noqa: S101 - what marks a line is never among the figures
            rumpun = t.berjodoh(frozenset({b}))
            tanda = self._tanda[n] = _Tanda(
                bit=1 << n,
                dari=self._himpunan_tetap(t.dari(b)),
                asal=self.himpunan(t.asal(b) & self.curiga),
                serupa=self._himpunan_tetap(t.serupa(b)),
                jodoh=self.himpunan({b, *t.jodoh.pasangan.get(b, ())}),
                salinan=tuple(self._tandai(baris) for baris in t.jodoh.salinan if b in baris),
                rumpun=self.himpunan(rumpun),
                tanda=reduce(or_, (self._tandai(x)[0] for x in t.jodoh.salinan if not rumpun.isdisjoint(x)), 0),
                biaya=t.biaya_terendah(b),
            )
            self._dilihat |= tanda.bit
            if tanda.dari:
                self._berdari |= tanda.bit
            if tanda.rumpun != tanda.bit or tanda.serupa != tanda.bit:
                self._berteman |= tanda.bit
        return tanda

    def _rumpun(self, x: _Tanda, benar: int) -> int:
        """The figures that slips may have spoiled with one, where the figures and lines `benar` were not."""
        if not (x.rumpun | x.tanda) & benar:
            return x.rumpun
        hasil, baru = 0, x.bit
        while baru:
            hasil |= baru
            lain = 0
            for n in satu_satu(baru):
                y = self._lihat(n)
                lain |= y.jodoh
                for tanda, baris in y.salinan:
                    if not (tanda | baris) & benar:
                        lain |= baris
            baru = lain & ~(hasil | benar)
        return hasil

    def _asal(self, anggota: int) -> int:
        """The suspects of which one must be wrong for one of these figures to be."""
        hasil = self._asal_dari.get(anggota)
        if hasil is None:
            hasil = self._asal_dari[anggota] = reduce(or_, (self._lihat(n).asal for n in satu_satu(anggota)), 0)
        return hasil

    def _salah_satu(self, asal: int, benar: int) -> Tuntutan:
        """What is known where one of these suspects must be wrong, and none of `benar` is."""
        asal &= ~benar
        dasar = self._sebab.get((asal, 0))
        if dasar is None:
            dasar = self._sebab[asal, 0] = self._susun(asal, 0)
        dijauhi = benar & (dasar.luas | dasar.tanda)
        if not dijauhi:
            return dasar
        hasil = self._sebab.get((asal, dijauhi))
        if hasil is None:
            hasil = self._sebab[asal, dijauhi] = self._susun(asal, dijauhi)
        return hasil

    def _susun(self, asal: int, benar: int) -> Tuntutan:
        luas = seluas = tanda = wakil = 0
        for n in satu_satu(asal):
            rumpun = self._rumpun(self._lihat(n), benar)
            luas |= rumpun
            tanda |= self._lihat(n).tanda
            wakil |= rumpun & -rumpun
        for n in satu_satu(luas):
            seluas |= self._lihat(n).serupa
        for n in satu_satu(wakil):
            if n not in self._harga:
                self._harga[n] = min(self._lihat(m).biaya for m in satu_satu(self._lihat(n).rumpun))
        return Tuntutan(luas, seluas, tanda, tuple(satu_satu(wakil)), wakil)

    def catat(self, konflik: Konflik, bebas: int) -> None:
        """Learn that a conflict was met with the figures `bebas` freed."""
        syarat, anggota = self.himpunan(konflik.syarat), self.himpunan(konflik.anggota)
        berlaku = [x for x in self.larangan if not x.usang]
        if any(x.syarat & ~syarat == 0 and x.anggota & ~anggota == 0 for x in berlaku if x.mengikat(bebas)):
            return  # one that is known already says more
        nomor = [self._nomor[b] for b in sorted(konflik.anggota, key=lambda b: b.urut)]
        if konflik.asal is not None:
            # A print that others repeat is freed with them: alone it would take their value again.
            kelompok = map(self.himpunan, konflik.asal.kelompok({}))
            semua = [anggota & ~k for k in kelompok]
        else:
            satuan = [self._lihat(n).serupa for n in nomor if self._lihat(n).asal]
            # A whole line comes before its figures: where it is held to be no copy, they are doubted one by one.
            semua = [self._baris(x) for n in nomor for x in self._lihat(n).salinan] + satuan
        tetap = self.himpunan(b for b in self._butir if b is not None and b.tetap)
        pilihan = tuple(dict.fromkeys(x for x in semua if not x & tetap))
        asal = self._asal(anggota)
        tunggal = reduce(or_, (x for x in pilihan if x.bit_count() == 1), 0)
        jamak = tuple(x for x in pilihan if x.bit_count() > 1)
        for x in berlaku:
            x.usang = x.syarat & syarat == syarat and x.anggota & anggota == anggota
        self.larangan.append(Larangan(syarat, anggota, asal, pilihan, tunggal, jamak))

    def _baris(self, salinan: tuple[int, int]) -> int:
        """All that is doubted where a line was copied, and what marks it."""
        tanda, baris = salinan
        return reduce(or_, (self._lihat(n).serupa for n in satu_satu(baris)), tanda)

    def belum(self, bebas: int, dulu: list[Larangan], sejak: int) -> tuple[list[Larangan], bool]:
        """What a set may have to meet, that with the fewest possible causes first.

        Args:
            bebas: the set.
            dulu: what a set that it was made from had to.
            sejak: how many were known then.

        Returns:
            It, and whether anything was learned since.
        """
        hasil = [x for x in dulu if not x.anggota & bebas and not x.usang]
        baru = [x for x in self.larangan[sejak:] if not x.anggota & bebas and not x.usang]
        if not baru:
            return hasil, False
        return sorted(hasil + baru, key=lambda x: x.asal.bit_count()), True

    def terdekat(self, bebas: int, benar: int, belum: list[Larangan]) -> tuple[int, ...] | None:
        """The ways to go on, the fewest there are: those that meet most first; None when nothing need be met."""
        mengikat = [x for x in belum if bebas & x.syarat == x.syarat]
        if not mengikat:
            return None
        pilihan = min(mengikat, key=lambda x: x.banyak_cara(benar)).pilihan
        return tuple(sorted(pilihan, key=lambda p: -sum(x.anggota & p != 0 for x in mengikat)))

    def paling_sedikit(self, bebas: int, benar: int = 0, belum: list[Larangan] | None = None) -> float:
        """The least that a set, or any larger one without `benar`, can cost; infinite when it needs too many causes.

        A result whose formula holds as printed needs a cause among the figures it comes from, and so does a
        conflict; where these have no figure in common, the causes add up.
        """
        bebas &= ~self.tanda_salinan
        sebab, akibat = self._sebab_akibat(bebas)
        boleh = self.sebab_terbanyak - self._banyak(sebab, benar)
        if boleh < 0:
            return inf
        bayaran = Bayaran(self._harga)
        for x in akibat:
            s = self._salah_satu(x.asal, benar)
            if not s.luas & bebas & ~x.bit:
                bayaran.tagih(s, BIAYA_AKIBAT)
        lain: list[int] = []
        for y in self.larangan if belum is None else belum:
            if bebas & y.anggota or bebas & y.syarat != y.syarat:
                continue
            s = self._salah_satu(self._asal(y.anggota & ~benar), benar)
            if not s.luas & bebas:
                bayaran.tagih(s)
                if not s.seluas & bebas:
                    lain.append(s.seluas)
        if not terpenuhi(lain, boleh):
            return inf
        biaya = self._biaya(sebab, benar) + BIAYA_AKIBAT * (bebas.bit_count() - sebab.bit_count()) + bayaran.jumlah
        return biaya - POTONGAN_KETIK * min(KETIK_TERBANYAK, sebab.bit_count() + bayaran.banyak)

    def _sebab_akibat(self, bebas: int) -> tuple[int, list[_Tanda]]:
        """The figures of a set that can only be causes, and the results of which nothing they come from is freed."""
        for n in satu_satu(bebas & ~self._dilihat):
            self._lihat(n)
        tanda = self._tanda
        semua = (tanda[n] for n in satu_satu(bebas & self._berdari))
        return bebas & ~self._berdari, [x for x in semua if not bebas & x.dari]

    def _banyak(self, sebab: int, benar: int) -> int:
        """How many causes these figures are at the least; see `Timbangan.sekaligus`."""
        banyak = (sebab & ~self._berteman).bit_count()
        sebab &= self._berteman
        while sebab:
            banyak += 1
            baru = sebab & -sebab
            while baru:
                sebab &= ~baru
                x = self._lihat(baru.bit_length() - 1)
                baru = (baru ^ x.bit) | sebab & (self._rumpun(x, benar) | x.serupa)
        return banyak

    def _biaya(self, sebab: int, benar: int) -> float:
        """What they cost at the least: a slip little more than the dearest figure it spoiled."""
        sendiri = sebab & ~self._berteman
        biaya = self._biaya_sendiri.get(sendiri)
        if biaya is None:
            biaya = self._biaya_sendiri[sendiri] = sum(self._lihat(n).biaya for n in satu_satu(sendiri))
        sebab ^= sendiri
        while sebab:
            x = self._lihat(sebab.bit_length() - 1)
            rumpun = sebab & self._rumpun(x, benar)
            sebab &= ~rumpun
            if rumpun == x.bit:
                biaya += x.biaya
            else:
                biaya += max(self._lihat(n).biaya for n in satu_satu(rumpun))
                biaya += BIAYA_AKIBAT * (rumpun.bit_count() - 1)
        return biaya
