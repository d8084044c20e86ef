"""Examples of rules on notation and identity (NOT05, IDN01)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import laporan, pasangan, sel, tabel
from sakip.model.laporan import Tanggal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan

__all__ = ["CONTOH"]


def _kelamin(kolom: str) -> Laporan:
    baris = ("Sekretariat | 12 | 17", "Bidang Pelatihan | 4 | 6")
    return laporan(
        tabel=(
            tabel("1.1", "Pegawai berdasarkan Golongan", "nama | rincian:L | rincian:P", *baris),
            tabel("1.2", "Pegawai berdasarkan Pendidikan", f"nama | {kolom}", *baris),
        )
    )


def _tanggal(teks: str) -> Laporan:
    return laporan(tanggal=(Tanggal(nilai=sel(teks, "nama", "Tanggal"), bagian="Kata Pengantar"),))


CONTOH: Mapping[str, Pasangan] = {
    "NOT05": pasangan(_kelamin, "rincian:S1 P | rincian:S1 W", "rincian:S1 L | rincian:S1 P"),
    "IDN01": pasangan(_tanggal, "20 Februari 2025", "20 Februari 2026"),
}
