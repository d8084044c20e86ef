"""Batas: a figure within its limits."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

import attrs

from sakip.angka.angka import Jenis, tulis
from sakip.angka.interval import Interval
from sakip.relasi.setiap import Kasus
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from sakip.fakta.butir import Butir
    from sakip.teks.kalimat import Isi

    Nilai: TypeAlias = Butir | Fraction | int | None

__all__ = ["Batas"]


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Batas(Kasus):
    """A figure is not below one limit and not above another.

    A figure or a limit without a value contradicts nothing.

    Attributes:
        angka: the figure.
        bawah, atas: the limits, a number or another figure; None for none.
        terbuka: whether the limits themselves are out of bounds.
        membulat: whether only that is beyond a limit which no rounding of the prints explains.
    """

    bentuk: ClassVar[str] = "batas"

    angka: Butir
    bawah: Nilai = None
    atas: Nilai = None
    terbuka: bool = False
    membulat: bool = False

    @property
    def sesuai(self) -> bool:
        x, bawah, atas = (self._jangkauan(n) for n in (self.angka, self.bawah, self.atas))
        return x is None or not (self._melewati(bawah, x) or self._melewati(x, atas))

    def _melewati(self, kiri: Interval | None, kanan: Interval | None) -> bool:
        """Whether all of `kanan` is below all of `kiri`, or meets it where limits are out of bounds."""
        if kiri is None or kanan is None:
            return False
        return kanan.atas < kiri.bawah or (self.terbuka and kanan.atas == kiri.bawah)

    def _jangkauan(self, n: Nilai) -> Interval | None:
        """What a figure or limit may stand for."""
        if n is None:
            return None
        if isinstance(n, (int, Fraction)):
            return Interval.titik(Fraction(n))
        return n.interval if self.membulat or n.nilai is None else Interval.titik(n.nilai)

    @property
    def bukti(self) -> tuple[Butir, ...]:
        batas = (n for n in (self.bawah, self.atas) if n is not None and not isinstance(n, (int, Fraction)))
        return self.saksi or (self.angka, *batas)

    @property
    def kata(self) -> Mapping[str, Isi]:
        isi: dict[str, Isi] = {"teks": self.angka.teks, "bawah": _sebut(self.bawah), "atas": _sebut(self.atas)}
        ada = [k for k in ("bawah", "atas") if isi[k]]
        kunci = "_".join(ada) + ".terbuka" * self.terbuka if ada else "tanpa"
        batas = kalimat(f"batas.{kunci}", **{k: isi[k] for k in ada})
        return {"nama": self.nama or self.angka.nama, **isi, "batas": batas, **self.isi}


def _sebut(n: Nilai) -> str:
    if n is None:
        return ""
    if isinstance(n, (int, Fraction)):
        bulat = Fraction(n).denominator == 1
        return tulis(Fraction(n), 0 if bulat else 2, Jenis.NILAI)
    return n.teks
