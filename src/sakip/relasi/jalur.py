"""Jalur: one way to reckon a result from figures of the report."""

from __future__ import annotations

from functools import cached_property
from math import lcm
from typing import TYPE_CHECKING, TypeVar, cast

import attrs

from sakip.angka.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sakip.fakta.butir import Butir
    from sakip.hukum.rumus import Rumus
    from sakip.teks.kalimat import Kalimat

__all__ = ["Bila", "Jalur", "ada", "nilai_operan"]

T = TypeVar("T")


@attrs.frozen(slots=True, eq=False)
class Bila:
    """When a way of reckoning is the right one: while `kiri` is less than `kanan`, or while it is not.

    `dan` is what must hold besides, as within a band.
    """

    kiri: Butir
    kanan: Butir
    kurang: bool
    dan: Bila | None = None

    def berlaku(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        """Whether it is, with the values of `ubah` in place of the printed ones."""
        kurang = nilai_operan(self.kiri, ubah).tengah < nilai_operan(self.kanan, ubah).tengah
        return kurang == self.kurang and (self.dan is None or self.dan.berlaku(ubah))


@attrs.frozen(slots=True, eq=False)
class Jalur:
    """One way to reckon a result: a name for it, the formula, and when it is the right one.

    Attributes:
        pola: the formula, over `operan`, or over names of which they are the figures in order.
        operan: the figures, each once.
        cadangan: it may be the way, but nothing says so: a result that follows by it holds, none is put right by it.
    """

    nama: str | Kalimat
    pola: Rumus
    bila: Bila | None = None
    operan: tuple[Butir, ...] = attrs.field(
        default=attrs.Factory(lambda jalur: cast("tuple[Butir, ...]", jalur.pola.peubah), takes_self=True)
    )
    cadangan: bool = False

    @classmethod
    def menurut(
        cls,
        nama: str | Kalimat,
        pola: Rumus,
        operan: Sequence[Butir],
        bila: Bila | None = None,
        *,
        cadangan: bool = False,
    ) -> Jalur:
        """`pola` with these figures in the order of its names; one formula serves many lines."""
        if len(set(operan)) != len(operan):  # a figure under two names is one unknown
            return cls(nama, pola.ganti(dict(zip(pola.peubah, operan, strict=True))), bila, cadangan=cadangan)
        return cls(nama, pola, bila, tuple(operan), cadangan)

    @cached_property
    def rumus(self) -> Rumus:
        """The formula over the figures themselves."""
        return self.pola.ganti(dict(zip(self.pola.peubah, self.operan, strict=True)))

    def nisbah(self) -> tuple[int, int]:
        """The exact result from the figures as printed, as `Rumus.nisbah`.

        Raises:
            ValueError: one of them is no figure.
        """
        operan = self.operan
        skala = lcm(*[b.penyebut for b in operan])
        if not skala:
            raise ValueError(TAK_TERCETAK)
        nilai = [b.pembilang if b.penyebut == skala else b.pembilang * (skala // b.penyebut) for b in operan]
        return self.pola.nisbah(nilai, skala)

    def rentang(self, ubah: Mapping[Butir, Interval | str]) -> Interval | None:
        """All results that values behind the prints can give; None when it may divide by zero."""
        return self.pola.rentang(self._nilai(ubah))

    def balik(self, butir: Butir, hasil: Interval, ubah: Mapping[Butir, Interval | str]) -> Interval | None:
        """The values of one of the figures that give a result within `hasil`, as `Rumus.balik`."""
        return self.pola.balik(self.pola.peubah[self.operan.index(butir)], hasil, self._nilai(ubah))

    def _nilai(self, ubah: Mapping[Butir, Interval | str]) -> dict[object, Interval]:
        return {nama: nilai_operan(b, ubah) for nama, b in zip(self.pola.peubah, self.operan, strict=True)}


def nilai_operan(b: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval:
    """What a figure stands for as an operand: the value of `ubah`, or what is printed."""
    n = ubah.get(b)
    if not isinstance(n, Interval):
        n = b.interval
        if n is None:  # asked of every operand of every relation: `ada` would be one call more for each
            raise ValueError(TAK_TERCETAK)
    return n


TAK_TERCETAK = "relasi memuat angka yang tidak tercetak"


def ada(x: T | None) -> T:
    """A value that the rule made sure of; a rule that did not is at fault, and is reported so."""
    if x is None:
        raise ValueError(TAK_TERCETAK)
    return x
