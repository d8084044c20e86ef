"""Arah: a movement that a sentence states."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from sakip.relasi.dasar import SESUAI, TIDAK_SESUAI, Evaluasi, Relasi
from sakip.relasi.jalur import nilai_operan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.angka.interval import Interval
    from sakip.fakta.butir import Butir

__all__ = ["Arah"]


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Arah(Relasi):
    """A movement that a sentence states: each figure above (`naik`), below (`turun`) or equal to the one before."""

    arah: str
    deret: tuple[Butir, ...]
    kata: Butir
    jenis: str = "urutan"

    @property
    def butir(self) -> tuple[Butir, ...]:
        return (self.kata, *self.deret)

    def evaluasi(self) -> Evaluasi:
        return SESUAI if self.dipenuhi({}) else TIDAK_SESUAI

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        pasangan = [(nilai_operan(a, ubah).tengah, nilai_operan(b, ubah).tengah) for a, b in pairwise(self.deret)]
        if self.arah == "naik":
            return all(a < b for a, b in pasangan)
        if self.arah == "turun":
            return all(a > b for a, b in pasangan)
        kasar = [max(a.setengah, b.setengah) if a.setengah != b.setengah else 0 for a, b in pairwise(self.deret)]
        return all(abs(a - b) <= k for (a, b), k in zip(pasangan, kasar, strict=True))

    def usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval | None:  # noqa: ARG002 - no one value
        return None
