"""Berpasangan: a thing with as many counterparts as it should have."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from sakip.relasi.setiap import Kasus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.teks.kalimat import Isi

__all__ = ["Berpasangan"]


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Berpasangan(Kasus):
    """A thing has a counterpart: an owner, a target, a line elsewhere; or exactly one; or none at all.

    Attributes:
        pasangan: the counterparts that were found, whatever they are.
        paling_sedikit, paling_banyak: how many there should be; None for no limit.
    """

    bentuk: ClassVar[str] = "berpasangan"
    tercetak: ClassVar[bool] = False

    pasangan: tuple[object, ...]
    paling_sedikit: int = 1
    paling_banyak: int | None = None

    @property
    def sesuai(self) -> bool:
        n = len(self.pasangan)
        return self.paling_sedikit <= n and (self.paling_banyak is None or n <= self.paling_banyak)

    @property
    def kata(self) -> Mapping[str, Isi]:
        return {"nama": self.nama, "pasangan": len(self.pasangan), **self.isi}
