"""Examples of the rules on tables (TAB), on how they are read (BAC) and on facts printed twice (FAK)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.aturan.contoh.bahan import laporan, pasangan, tabel, tabel_anggaran
from sakip.model.indikator import Indikator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan
    from sakip.model.peran import Kolom

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


def _triwulan(setahun: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.2",
                "Realisasi Anggaran per Triwulan",
                "nama | realisasi_anggaran:TW I | realisasi_anggaran:TW II | realisasi_anggaran",
                f"Program Pelatihan | 20.000.000 | 35.000.000 | {setahun}",
                "Program Promosi | 15.000.000 | 25.000.000 | 40.000.000",
                "Program Penunjang | 10.000.000 | 30.000.000 | 40.000.000",
            ),
        )
    )


def _rumus_kolom(hasil: str) -> Laporan:
    t = tabel(
        "3.6",
        "Efisiensi menurut Sasaran",
        "nama | angka:masukan | angka:keluaran | angka:efisiensi",
        f"Sasaran Pertama | 97,80 | 106,52 | {hasil}",
        "Sasaran Kedua | 98,30 | 106,93 | 108,78",
        "Sasaran Ketiga | 95,00 | 99,75 | 105,00",
    )
    judul = ("Sasaran", "Masukan (%)", "Keluaran (%)", "Efisiensi 4 = 3/2")
    return laporan(tabel=(attrs.evolve(t, kolom=tuple(map(_berjudul, t.kolom, judul))),))


def _berjudul(kolom: Kolom, judul: str) -> Kolom:
    return attrs.evolve(kolom, judul=judul)


CONTOH: Mapping[str, Pasangan] = {
    "TAB01": pasangan(_ke_samping, "27", "29"),
    "TAB02": pasangan(_ke_bawah, "39", "47"),
    "TAB03": pasangan(_persentase, "85,00%", "80,00%"),
    "TAB04": pasangan(_kelamin, "15 | 9", "9 | 15"),
    "TAB05": pasangan(_jumlah_lengkap, "", "39"),
    "TAB06": pasangan(_triwulan, "53.000.000", "55.000.000"),
    "TAB07": pasangan(_rumus_kolom, "118,92", "108,92"),
    "FAK01": pasangan(_fakta, "57.000.000", "75.000.000"),
    "FAK02": pasangan(_kosong, "NA", "76,00"),
}
