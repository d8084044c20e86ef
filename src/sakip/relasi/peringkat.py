"""Peringkat: a label that a scale gives to a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.angka.interval import Interval
from sakip.relasi.dasar import PEMBULATAN, SESUAI, TIDAK_SESUAI, Evaluasi, Putusan, Relasi, nilai_hasil
from sakip.relasi.jalur import ada, nilai_operan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.fakta.butir import Butir
    from sakip.hukum.skala import Skala

__all__ = ["Peringkat"]


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Peringkat(Relasi):
    """A label that a scale gives to a value."""

    label: Butir
    nilai: Butir
    skala: Skala
    jenis: str = "peringkat"

    @property
    def butir(self) -> tuple[Butir, ...]:
        return (self.label, self.nilai)

    def evaluasi(self) -> Evaluasi:
        tepat = self.skala.label_berlaku(Interval.titik(ada(self.nilai.nilai)))
        if self._label({}) in tepat:
            return SESUAI
        if not self.skala.label_berlaku(nilai_hasil(self.nilai, {})):
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan="nilainya di dalam celah skala")
        return PEMBULATAN if self.dipenuhi({}) else TIDAK_SESUAI

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        return self._label(ubah) in self.skala.label_berlaku(nilai_hasil(self.nilai, ubah))

    def _label(self, ubah: Mapping[Butir, Interval | str]) -> str:
        """The class that the print means, by its label; the print itself when the scale has no such class."""
        teks = ubah.get(self.label)
        kelas = self.skala.cari(teks if isinstance(teks, str) else self.label.label)
        return kelas.label if kelas is not None else self.label.label

    def label_benar(self, ubah: Mapping[Butir, Interval | str]) -> str | None:
        """The label the scale gives; None in a gap of the scale or between two classes."""
        mungkin = self.skala.label_berlaku(nilai_hasil(self.nilai, ubah))
        tengah = self.skala.label_berlaku(Interval.titik(nilai_operan(self.nilai, ubah).tengah))
        pilihan = tuple(tengah or mungkin)
        return pilihan[0] if pilihan else None

    def usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval | None:  # noqa: ARG002 - a class has no one value
        return None
