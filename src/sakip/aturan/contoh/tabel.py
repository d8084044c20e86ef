"""Examples of the rules on tables of counts (TAB) and on facts printed twice (FAK)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import laporan, pasangan, tabel, tabel_anggaran
from sakip.model.indikator import Indikator

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


def _kelamin(sarjana: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "1.1",
                PEGAWAI,
                "nama | rincian:L | rincian:P",
                "Sekretariat | 12 | 17",
                "Bidang Pelatihan | 4 | 6",
            ),
            tabel(
                "1.2",
                "Pegawai berdasarkan Pendidikan",
                "nama | rincian:SMA L | rincian:SMA P | rincian:S1 L | rincian:S1 P",
                f"Sekretariat | 3 | 2 | {sarjana}",
                "Bidang Pelatihan | 1 | 1 | 3 | 5",
            ),
        )
    )


def _jumlah_lengkap(jumlah: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "1.1",
                PEGAWAI,
                "nama | rincian:Pria | rincian:Wanita | jumlah",
                "Golongan III | 12 | 17 | 29",
                "Golongan IV | 4 | 6 | 10",
                f"JUMLAH | 16 | 23 | {jumlah}",
            ),
        )
    )


def _kosong(realisasi: str) -> Laporan:
    lulus = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
    return laporan(
        indikator=(lulus,),
        tabel=(
            tabel("3.3", "Perbandingan Realisasi", "indikator | realisasi@2023", f"{lulus.nama} | {realisasi}"),
            tabel("4.1", "Realisasi Lima Tahun", "indikator | realisasi@2023", f"{lulus.nama} | 76,00"),
        ),
    )


CONTOH: Mapping[str, Pasangan] = {
    "TAB01": pasangan(_ke_samping, "27", "29"),
    "TAB02": pasangan(_ke_bawah, "39", "47"),
    "TAB03": pasangan(_persentase, "85,00%", "80,00%"),
    "TAB04": pasangan(_kelamin, "15 | 9", "9 | 15"),
    "TAB05": pasangan(_jumlah_lengkap, "", "39"),
    "FAK01": pasangan(_fakta, "57.000.000", "75.000.000"),
    "FAK02": pasangan(_kosong, "NA", "76,00"),
}
