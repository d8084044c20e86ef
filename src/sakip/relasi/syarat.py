"""Syarat: a structural condition."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from sakip.relasi.dasar import SESUAI, TIDAK_SESUAI, Evaluasi, Putusan, Relasi
from sakip.teks.short_repr import short_repr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.angka.interval import Interval
    from sakip.fakta.butir import Butir
    from sakip.teks.kalimat import Isi, Kalimat

__all__ = ["Syarat"]


@attrs.frozen(slots=True, eq=False, kw_only=True, field_transformer=short_repr)
class Syarat(Relasi):
    """A structural condition: an owner for each sub kegiatan, a superior one level up.

    Attributes:
        terpenuhi: whether it holds; None when it cannot be told.
        bukti: the figures and labels that show it, the one at fault first.
        tertulis, seharusnya: what is printed and what should be, in words.
        rincian: the single cases, where the condition is about several.
        alasan: why it cannot be told, or what innocent reading there is.
        menguji: whether it compares the values of `bukti` with each other.
    """

    bernilai: ClassVar[bool] = False

    terpenuhi: bool | None
    bukti: tuple[Butir, ...] = ()
    tertulis: Isi = ""  # pyright: ignore[reportIncompatibleMethodOverride] # given, not found
    seharusnya: Isi = ""  # pyright: ignore[reportIncompatibleMethodOverride] # given, not found
    rincian: tuple[Isi, ...] = ()  # pyright: ignore[reportIncompatibleMethodOverride] # given, not found
    alasan: str | Kalimat = ""
    menguji: bool = False
    jenis: str = "syarat"

    @property
    def butir(self) -> tuple[Butir, ...]:
        return self.bukti

    @property
    def diuji(self) -> tuple[Butir, ...]:
        return self.bukti if self.menguji else ()

    def evaluasi(self) -> Evaluasi:
        if self.terpenuhi is None:
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan=self.alasan)
        return SESUAI if self.terpenuhi else TIDAK_SESUAI

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:  # noqa: ARG002 - structure has no values
        return self.terpenuhi is not False
