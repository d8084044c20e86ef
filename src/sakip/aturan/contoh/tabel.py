"""Examples of the rules on tables of counts (TAB) and on facts printed twice (FAK)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import laporan, pasangan, tabel, tabel_anggaran

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan

__all__ = ["CONTOH"]

PEGAWAI = "Pegawai berdasarkan Golongan"


def _ke_samping(jumlah: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "1.1",
                PEGAWAI,
                "nama | rincian:Pria | rincian:Wanita | jumlah",
                f"Golongan III | 12 | 17 | {jumlah}",
                "Golongan IV | 4 | 6 | 10",
                "JUMLAH | 16 | 23 | 39",
            ),
        )
    )


def _ke_bawah(jumlah: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "1.1",
                PEGAWAI,
                "nama | jumlah",
                "Golongan II | 8",
                "Golongan III | 29",
                "Golongan IV | 10",
                f"JUMLAH | {jumlah}",
            ),
        )
    )


def _persentase(persen: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.7",
                "Koperasi Aktif menurut Kota",
                "nama | rincian:Aktif | rincian:Tidak Aktif | jumlah | persen:Aktif",
                f"Kota Contoh | 360 | 90 | 450 | {persen}",
                "Kota Misal | 210 | 140 | 350 | 60,00%",
            ),
        )
    )


def _fakta(pagu: str) -> Laporan:
    return laporan(
        tabel=(
            tabel_anggaran(
                "   | JUMLAH            | 140.000.000",
                "02 | Program Pelatihan | 75.000.000",
                "03 | Program Promosi   | 65.000.000",
            ),
            tabel_anggaran(f"02 | Program Pelatihan | {pagu}", nomor="3.9"),
        )
    )


CONTOH: Mapping[str, Pasangan] = {
    "TAB01": pasangan(_ke_samping, "27", "29"),
    "TAB02": pasangan(_ke_bawah, "39", "47"),
    "TAB03": pasangan(_persentase, "85,00%", "80,00%"),
    "FAK01": pasangan(_fakta, "57.000.000", "75.000.000"),
}
