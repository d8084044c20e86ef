"""Examples of the rules on tables (TAB), on how they are read (BAC) and on facts printed twice (FAK)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import laporan, pasangan, tabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan

__all__ = ["CONTOH"]

PEGAWAI = "Pegawai berdasarkan Golongan"


def _perubahan(perubahan: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.4",
                "Perbandingan dengan Tahun Sebelumnya",
                "indikator | realisasi@2024 | realisasi@2025 | perubahan",
                f"Persentase Peserta Lulus | 78,00 | 84,00 | {perubahan}",
                "Indeks Kepuasan | 81,20 | 83,70 | 2,50",
                "Cakupan Layanan | 66,00 | 64,50 | -1,50",
            ),
        )
    )


def _tanpa_dasar(jumlah: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.8",
                "Anggaran dan Realisasi Dana Dekonsentrasi",
                "nama | pagu | realisasi_anggaran",
                "Program Pelatihan | 80.000.000 | -",
                "Program Promosi | 50.000.000 | -",
                f"JUMLAH | 130.000.000 | {jumlah}",
            ),
        )
    )


def _bacaan(serapan: tuple[str, str]) -> Laporan:
    """A column that was taken for absorption; on most lines it follows nothing of the kind."""
    return laporan(
        tabel=(
            tabel(
                "3.5",
                "Anggaran dan Realisasi",
                "nama | pagu | realisasi_anggaran | serapan",
                "Program Pelatihan | 80.000.000 | 60.000.000 | 75,00",
                f"Program Promosi | 50.000.000 | 45.000.000 | {serapan[0]}",
                f"Program Penunjang | 40.000.000 | 38.000.000 | {serapan[1]}",
            ),
        )
    )


CONTOH: Mapping[str, Pasangan] = {
    "BAC01": pasangan(_bacaan, ("100,00", "100,00"), ("90,00", "95,00")),
    "TAB08": pasangan(_perubahan, "16,00", "6,00"),
    "TAB09": pasangan(_tanpa_dasar, "1.200.000", "-"),
}
