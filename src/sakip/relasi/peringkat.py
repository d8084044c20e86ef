"""Peringkat: a label that a scale gives to a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.angka.interval import Interval
from sakip.relasi.dasar import PEMBULATAN, SESUAI, TANDA, TIDAK_SESUAI, Evaluasi, Putusan, Relasi, nilai_hasil
from sakip.relasi.jalur import ada, nilai_operan
from sakip.relasi.lembar import BarisLembar, Lembar
from sakip.relasi.rumus_excel import TERPANJANG, bilangan, kutip
from sakip.teks.kalimat import kalimat
from sakip.teks.short_repr import short_repr

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sakip.fakta.butir import Butir
    from sakip.hukum.skala import Kelas, Skala
    from sakip.teks.kalimat import Isi

__all__ = ["Peringkat"]


@attrs.frozen(slots=True, eq=False, kw_only=True, field_transformer=short_repr)
class Peringkat(Relasi):
    """A label that a scale gives to a value."""

    label: Butir
    nilai: Butir
    skala: Skala
    jenis: str = "peringkat"

    @property
    def butir(self) -> tuple[Butir, ...]:
        return (self.label, self.nilai)

    @property
    def hasil(self) -> Butir:
        return self.label

    def evaluasi(self) -> Evaluasi:
        tepat = self.skala.label_berlaku(Interval.titik(ada(self.nilai.nilai)))
        if self._label({}) in tepat:
            return SESUAI
        if not self.skala.label_berlaku(nilai_hasil(self.nilai, {})):
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan=kalimat("alasan.celah_skala"))
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

    def benar(self, ubah: Mapping[Butir, Interval | str]) -> Isi:
        return self.label_benar(ubah) or kalimat("tanpa_kategori")

    def menentukan(self, belum: Collection[Butir]) -> bool:
        return len(belum) == 1

    def label_menurut(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> str | None:  # noqa: ARG002 - its one label
        return self.label_benar(ubah)

    def pesan_butir(self, butir: Butir) -> tuple[str, dict[str, Isi]]:  # noqa: ARG002 - a value is seldom at fault
        return "label", {}

    def pembulatan(self, evaluasi: Evaluasi) -> tuple[Butir, str]:  # noqa: ARG002 - there is but one way
        return self.label, self.nilai.teks

    def lembar(self, baris: int, evaluasi: Evaluasi) -> Lembar:
        v, g, kelas = f"F{baris + 1}", f"G{baris + 1}", self._label({})
        label = "{lembar.tanpa_kategori}"
        for k in reversed(self.skala.kelas):
            label = f"IF({_dalam(k, v, v)},{kutip(k.label)},{label})"
        milik = [k for k in self.skala.kelas if k.label == kelas and not k.kosong]
        if not milik or len(label) > TERPANJANG:
            tanda, label = f'"{TANDA[evaluasi.putusan]}"', ""
        else:
            tepat = ",".join(_dalam(k, v, v) for k in milik)
            dekat = ",".join(_dalam(k, f"{v}-{g}", f"{v}+{g}") for k in milik)
            tanda = f'IF(AND(F{baris}={kutip(kelas)},OR({tepat})),"✓",IF(OR({dekat}),"≈","✗"))'
        figur = BarisLembar(self.nilai, self.nilai.nilai, self.nilai.setengah)
        return Lembar(tanda=tanda, dihitung=label, nilai=kelas, baris=(figur,))


def _dalam(k: Kelas, kecil: str, besar: str) -> str:
    """Whether some value from the cell, or sum of cells, `kecil` to `besar` belongs to a class."""
    syarat = [f"{besar}>{'=' if k.bawah_termasuk else ''}{bilangan(k.bawah)}"] if k.bawah is not None else []
    syarat += [f"{kecil}<{'=' if k.atas_termasuk else ''}{bilangan(k.atas)}"] if k.atas is not None else []
    return f"AND({','.join(syarat)})" if syarat else "TRUE"
