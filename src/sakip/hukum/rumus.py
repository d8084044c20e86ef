"""Formulas as data: what follows from what.

Every formula of a performance report is a fraction of two sums of products in which no figure is
squared: a sum, a difference, a percentage, a mean, each variant of capaian, PAK × CK, E and NE.
In that form a formula can be written in a TOML file, evaluated on intervals, and solved for any of
its figures, so that the engine can say what a wrong figure should have been.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property, lru_cache, reduce
from itertools import product
from math import lcm
from operator import mul
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from sakip.angka.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

__all__ = ["Rumus", "Suku"]

SUDUT_TERBANYAK = 10
"""Figures with a rounding interval up to which the exact range is found corner by corner (2^10)."""


@attrs.frozen(slots=True)
class Suku:
    """A product: `koef` times the figures named in `dari` (none twice)."""

    koef: Fraction
    dari: tuple[Hashable, ...] = ()

    def __attrs_post_init__(self) -> None:
        if len(self.dari) > 1 and len(set(self.dari)) != len(self.dari):
            raise ValueError("sebuah suku tidak boleh memuat angka yang sama dua kali")


_Rencana: TypeAlias = tuple[tuple[int, tuple[int, ...], int], ...]
"""Terms as they are reckoned: a whole coefficient, the places of the figures, a power of their common denominator."""


@attrs.frozen(slots=True)
class Rumus:
    """(sum of `pembilang`) / (sum of `penyebut`), kept within `batas_bawah` and `batas_atas`.

    Attributes:
        pembilang: the terms above the line.
        penyebut: the terms below the line; empty means 1.
        batas_bawah, batas_atas: bounds put on the result (a cap of 100, NE within 0 and 100).
        ambang_atas: above it the result becomes `batas_atas`, where that is not the bound itself
            (above 110 becomes 120).
    """

    pembilang: tuple[Suku, ...]
    penyebut: tuple[Suku, ...] = ()
    batas_bawah: Fraction | None = None
    batas_atas: Fraction | None = None
    ambang_atas: Fraction | None = None

    @classmethod
    def linear(cls, suku: Sequence[tuple[int, Hashable]], pembagi: int = 1) -> Rumus:
        """The sum of coefficient times figure, over `pembagi`: sums, differences, means."""
        nilai = {koef: Fraction(koef, pembagi) for koef, _ in suku}
        return cls(tuple(Suku(nilai[koef], (kunci,)) for koef, kunci in suku))

    @classmethod
    @lru_cache(maxsize=256)
    def jumlah(cls, banyak: int, pembagi: int = 1) -> Rumus:
        """The sum of so many figures, which are named 0, 1, 2 …, over `pembagi`."""
        return cls.linear([(1, i) for i in range(banyak)], pembagi)

    @classmethod
    def rasio(cls, pembilang: Hashable, penyebut: Hashable, kali: int = 100) -> Rumus:
        """`pembilang` over `penyebut`, times `kali`."""
        return cls((Suku(Fraction(kali), (pembilang,)),), (Suku(Fraction(1), (penyebut,)),))

    @classmethod
    @lru_cache(maxsize=256)
    def rasio_jumlah(cls, banyak: int, kali: int = 100) -> Rumus:
        """The sum of so many figures over that of as many more, times `kali`; they are named 0, 1, 2 …."""
        atas, bawah = range(banyak), range(banyak, 2 * banyak)
        return cls(tuple(Suku(Fraction(kali), (i,)) for i in atas), tuple(Suku(Fraction(1), (i,)) for i in bawah))

    @cached_property
    def peubah(self) -> tuple[Hashable, ...]:
        """The figures it needs, each once, in order of appearance."""
        return tuple(dict.fromkeys(k for suku in self.pembilang + self.penyebut for k in suku.dari))

    def ganti(self, nama: Mapping[Any, Hashable]) -> Rumus:
        """The same formula over other names: from `target` to the cell that holds the target."""

        def tukar(suku: tuple[Suku, ...]) -> tuple[Suku, ...]:
            return tuple(Suku(s.koef, tuple(nama.get(k, k) for k in s.dari)) for s in suku)

        batas = (self.batas_bawah, self.batas_atas, self.ambang_atas)
        return Rumus(tukar(self.pembilang), tukar(self.penyebut), *batas)

    def dalam_satuan(self, kunci: Hashable, kali: Fraction) -> Rumus:
        """The same formula where the figure `kunci` is printed in a unit that is `kali` of the one that is meant."""

        def ubah(suku: tuple[Suku, ...]) -> tuple[Suku, ...]:
            return tuple(Suku(s.koef * kali, s.dari) if kunci in s.dari else s for s in suku)

        return attrs.evolve(self, pembilang=ubah(self.pembilang), penyebut=ubah(self.penyebut))

    def sisip(self, kunci: Hashable, dalam: Rumus) -> Rumus:
        """The same formula with the formula `dalam` in place of the figure `kunci`: NE from the sums.

        `dalam` may have no bounds, and `kunci` may not stand below the line.
        """
        bawah = dalam.penyebut or (Suku(Fraction(1)),)

        def kali(s: Suku, lain: tuple[Suku, ...]) -> list[Suku]:
            dari = tuple(k for k in s.dari if k != kunci)
            return [Suku(s.koef * t.koef, (*dari, *t.dari)) for t in lain]

        atas = [x for s in self.pembilang for x in kali(s, dalam.pembilang if kunci in s.dari else bawah)]
        penyebut = [x for s in self.penyebut or (Suku(Fraction(1)),) for x in kali(s, bawah)]
        return attrs.evolve(self, pembilang=tuple(atas), penyebut=tuple(penyebut))

    @cached_property
    def _rencana(self) -> tuple[_Rencana, _Rencana]:
        """The terms above and below the line, all of one degree, so that the common denominator cancels."""
        semua = (self.pembilang, self.penyebut or (Suku(Fraction(1)),))
        tempat = {k: i for i, k in enumerate(self.peubah)}
        derajat = max((len(s.dari) for suku in semua for s in suku), default=0)
        kali = lcm(*(s.koef.denominator for suku in semua for s in suku))

        def susun(suku: tuple[Suku, ...]) -> _Rencana:
            return tuple((int(s.koef * kali), tuple(tempat[k] for k in s.dari), derajat - len(s.dari)) for s in suku)

        return susun(semua[0]), susun(semua[1])

    def nisbah(self, nilai: Sequence[int], skala: int) -> tuple[int, int]:
        """The exact result as numerator and denominator, not reduced; the denominator is 0 when it divides by zero.

        Whole numbers all the way: a fraction would look for a common divisor at every step.

        Args:
            nilai: the figures in the order of `peubah`, as numerators over `skala`.
            skala: their common denominator.
        """
        rencana_atas, rencana_bawah = self._rencana
        atas = _jumlah(rencana_atas, nilai, skala)
        bawah = _jumlah(rencana_bawah, nilai, skala)
        if bawah and (self.batas_atas is not None or self.batas_bawah is not None):
            return self._batasi(Fraction(atas, bawah)).as_integer_ratio()
        return atas, bawah

    def hitung(self, nilai: Mapping[Any, Fraction]) -> Fraction | None:
        """The result for exact figures; None when it divides by zero."""
        return self._hasil(nilai[k] for k in self.peubah)

    def _hasil(self, nilai: Iterable[Fraction]) -> Fraction | None:
        """The same for figures in the order of `peubah`."""
        pasangan = [n.as_integer_ratio() for n in nilai]
        skala = lcm(*(bawah for _, bawah in pasangan))
        atas, bawah = self.nisbah([n * (skala // d) for n, d in pasangan], skala)
        return Fraction(atas, bawah) if bawah else None

    def rentang(self, nilai: Mapping[Any, Interval]) -> Interval | None:
        """All results for figures within their intervals; None when it may divide by zero.

        A cap that jumps (above 110 becomes 120) has none between: where the figures stand on both sides of the
        threshold it is the side of their centre, for half a unit of the last digit takes nothing across.

        The result is monotone in each figure while the denominator keeps its sign, so its extremes lie
        at corners. With more than `SUDUT_TERBANYAK` rounded figures the intervals are added and
        divided instead, which can only widen the result, never make a right figure wrong.
        """
        peubah = self.peubah
        longgar = [k for k in peubah if not nilai[k].tunggal]
        if not longgar:
            hasil = self._hasil(nilai[k].bawah for k in peubah)
            return None if hasil is None else Interval.titik(hasil)
        bawah = _jumlah_interval(self.penyebut, nilai) if self.penyebut else Interval.titik(1)
        if bawah.bawah <= 0 <= bawah.atas:
            return None
        sekali = not self.penyebut and len(peubah) == sum(len(s.dari) for s in self.pembilang)
        if sekali or len(longgar) > SUDUT_TERBANYAK:  # where each figure occurs once, adding is exact
            kasar = _jumlah_interval(self.pembilang, nilai) / bawah
            return self._batasi_rentang(kasar.bawah, kasar.atas)
        ujung = [(n.bawah,) if n.tunggal else (n.bawah, n.atas) for n in (nilai[k] for k in peubah)]
        rumus = self._tanpa_batas
        hasil_sudut = [h for h in map(rumus._hasil, product(*ujung)) if h is not None]
        return self._batasi_rentang(min(hasil_sudut), max(hasil_sudut))

    def balik(self, kunci: Hashable, hasil: Interval, nilai: Mapping[Any, Interval]) -> Interval | None:
        """The values of the figure `kunci` that give a result within `hasil`, the others as given.

        None when there is no such value, when every value does, when some of the values would divide by
        zero, or when the result sits on a bound (then the figure could be anything beyond it).
        """
        if self.batas_atas is not None and hasil.atas >= self.batas_atas:
            return None
        if self.batas_bawah is not None and hasil.bawah <= self.batas_bawah:
            return None
        if self.ambang_atas is not None and hasil.bawah > self.ambang_atas:
            return None  # between 110 and 120 there is no result when above 110 becomes 120
        lain = {k: v for k, v in nilai.items() if k != kunci}
        b0, b1 = _pisah(self.pembilang, kunci, lain)
        try:
            if not self.penyebut:
                return (hasil - b0) / b1
            c0, c1 = _pisah(self.penyebut, kunci, lain)
            nilai_kunci = (hasil * c0 - b0) / (b1 - hasil * c1)
        except ZeroDivisionError:
            return None
        # 0/x = 5 has no solution; the algebra would say x = 0, which divides by zero.
        return None if (c0 + c1 * nilai_kunci).memuat(0) else nilai_kunci

    @cached_property
    def _tanpa_batas(self) -> Rumus:
        """The same formula without its bounds."""
        bebas = self.batas_atas is None and self.batas_bawah is None
        return self if bebas else Rumus(self.pembilang, self.penyebut)

    def _batasi_rentang(self, bawah: Fraction, atas: Fraction) -> Interval:
        """The bounds on all results from one to another."""
        if self.ambang_atas is not None and bawah <= self.ambang_atas < atas:
            if bawah + atas > 2 * self.ambang_atas:
                bawah = atas
            else:
                atas = self.ambang_atas
        return Interval(self._batasi(bawah), self._batasi(atas))

    def _batasi(self, nilai: Fraction) -> Fraction:
        ambang = self.batas_atas if self.ambang_atas is None else self.ambang_atas
        if self.batas_atas is not None and ambang is not None and nilai > ambang:
            return self.batas_atas
        if self.batas_bawah is not None and nilai < self.batas_bawah:
            return self.batas_bawah
        return nilai


def _jumlah(rencana: _Rencana, nilai: Sequence[int], skala: int) -> int:
    jumlah = 0
    for koef, tempat, kurang in rencana:
        n = koef
        for i in tempat:
            n *= nilai[i]
        jumlah += n * skala**kurang if kurang else n
    return jumlah


def _jumlah_interval(suku: tuple[Suku, ...], nilai: Mapping[Any, Interval]) -> Interval:
    pasti: dict[int, int] = {}  # by denominator, of which money has one: spares a fraction for each term
    longgar: list[Interval] = []
    for s in suku:
        atas, bawah = s.koef.as_integer_ratio()
        for k in s.dari:
            n = nilai[k]
            if not n.tunggal:
                longgar.append(reduce(mul, (nilai[k] for k in s.dari)).kali(s.koef))
                break
            atas *= n.bawah.numerator
            bawah *= n.bawah.denominator
        else:
            pasti[bawah] = pasti.get(bawah, 0) + atas
    return sum(longgar, Interval.titik(sum((Fraction(a, b) for b, a in pasti.items()), Fraction(0))))


def _pisah(suku: tuple[Suku, ...], kunci: Hashable, nilai: Mapping[Any, Interval]) -> tuple[Interval, Interval]:
    """Split a sum into the part without the figure `kunci` and the factor that multiplies it."""
    tanpa = _jumlah_interval(tuple(s for s in suku if kunci not in s.dari), nilai)
    dengan = tuple(Suku(s.koef, tuple(k for k in s.dari if k != kunci)) for s in suku if kunci in s.dari)
    return tanpa, _jumlah_interval(dengan, nilai)
