"""Examples of the rules on budgets (ANG)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import laporan, pasangan, tabel, tabel_anggaran
from sakip.model.indikator import Indikator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan

__all__ = ["CONTOH"]


def _jenjang(program: str) -> Laporan:
    return laporan(
        tabel=(
            tabel_anggaran(
                "     | JUMLAH                       | 150.000.000",
                f"01   | Program Penunjang Urusan     | {program}",
                "2.01 | Kegiatan Administrasi Umum   | 110.000.000",
                "2.02 | Kegiatan Pemeliharaan Barang | 40.000.000",
            ),
        )
    )


def _selisih(selisih: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "2.2",
                "Anggaran sebelum dan sesudah Perubahan",
                "nama | pagu_murni | pagu | selisih",
                f"Program Pelatihan | 90.000.000 | 75.000.000 | {selisih}",
                "Program Promosi | 60.000.000 | 65.000.000 | -5.000.000",
                "JUMLAH | 150.000.000 | 140.000.000 | 10.000.000",
            ),
        )
    )


def _sisa(sisa: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.4",
                "Realisasi Anggaran",
                "nama | pagu | realisasi_anggaran | sisa",
                f"Program Pelatihan | 75.000.000 | 71.250.000 | {sisa}",
                "Program Promosi | 65.000.000 | 58.500.000 | 6.500.000",
                "JUMLAH | 140.000.000 | 129.750.000 | 10.250.000",
            ),
        )
    )


def _serapan(serapan: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.5",
                "Serapan Anggaran",
                "nama | pagu | realisasi_anggaran | serapan",
                f"Program Pelatihan | 75.000.000 | 71.250.000 | {serapan}",
                "Program Promosi | 65.000.000 | 58.500.000 | 90,00%",
            ),
        )
    )


def _sisa_persen(persen: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.6",
                "Sisa Anggaran",
                "nama | pagu | sisa | sisa_persen",
                f"Program Pelatihan | 75.000.000 | 3.750.000 | {persen}",
                "Program Promosi | 65.000.000 | 6.500.000 | 10,00%",
            ),
        )
    )


def _indikator(pagu: str) -> Laporan:
    return laporan(
        indikator=(Indikator(kunci="pelatihan", nama="Persentase Peserta Lulus", program=("02", "03")),),
        tabel=(
            tabel_anggaran(
                "   | JUMLAH            | 140.000.000",
                "02 | Program Pelatihan | 75.000.000",
                "03 | Program Promosi   | 65.000.000",
            ),
            tabel(
                "3.9",
                "Anggaran menurut Sasaran",
                "indikator | pagu",
                f"Persentase Peserta Lulus | {pagu}",
            ),
        ),
    )


def _induk(atas: str) -> Laporan:
    return laporan(
        tabel=(
            tabel_anggaran(
                "02     | Program Pelatihan            | 80.000.000",
                "2.01   | Kegiatan Pelatihan Pengelola | 80.000.000",
                f"{atas} | Program Promosi              | 140.000.000",
                "2.01   | Kegiatan Promosi Produk      | 140.000.000",
            ),
        ),
    )


CONTOH: Mapping[str, Pasangan] = {
    "ANG01": pasangan(_jenjang, "105.000.000", "150.000.000"),
    "ANG02": pasangan(_selisih, "-15.000.000", "15.000.000"),
    "ANG03": pasangan(_sisa, "3.570.000", "3.750.000"),
    "ANG04": pasangan(_serapan, "59,00%", "95,00%"),
    "ANG05": pasangan(_sisa_persen, "5,26%", "5,00%"),
    "ANG06": pasangan(_indikator, "75.000.000", "140.000.000"),
    "ANG07": pasangan(_induk, "-", "03"),
}
