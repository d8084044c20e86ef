"""Examples of the rules on performance (KIN)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import TAHUN, laporan, pasangan, sel, tabel
from sakip.model.indikator import Indikator, Komponen, SukuKomponen
from sakip.model.laporan import Metode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan

__all__ = ["CONTOH"]

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
WAKTU = Indikator(kunci="waktu", nama="Lama Penerbitan Rekomendasi", satuan="hari", polaritas="negatif")


def _capaian(capaian: str) -> Laporan:
    return laporan(
        indikator=(LULUS, WAKTU),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | satuan | target | realisasi | capaian",
                f"{LULUS.nama} | % | 80,00 | 84,00 | {capaian}",
                f"{WAKTU.nama} | hari | 10 | 8 | 120,00%",
            ),
        ),
    )


def _kategori(kategori: str) -> Laporan:
    return laporan(
        metode=Metode(skala="permendagri86_laporan"),
        indikator=(LULUS, WAKTU),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | target | realisasi | capaian | kategori",
                f"{LULUS.nama} | 80,00 | 68,00 | 85,00% | {kategori}",
                f"{WAKTU.nama} | 10 | 8 | 120,00% | Sangat Tinggi",
            ),
        ),
    )


def _rerata(rerata: str) -> Laporan:
    return laporan(
        indikator=(LULUS, WAKTU),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | target | realisasi | capaian",
                f"{LULUS.nama} | 80,00 | 84,00 | 105,00%",
                f"{WAKTU.nama} | 10 | 8 | 120,00%",
                f"RATA-RATA | | | {rerata}",
            ),
        ),
    )


def _komponen(hasil: str) -> Laporan:
    tempat = f"Perhitungan {LULUS.nama}"
    return laporan(
        indikator=(LULUS,),
        komponen=(
            Komponen(
                indikator=LULUS.kunci,
                pembilang=(SukuKomponen(nilai=sel("210", "pembilang", tempat)),),
                penyebut=(SukuKomponen(nilai=sel("250", "penyebut", tempat)),),
                hasil=sel(hasil, "realisasi", tempat),
            ),
        ),
    )


def _capaian_akhir(capaian: str) -> Laporan:
    return laporan(
        indikator=(LULUS, WAKTU),
        tabel=(
            tabel(
                "3.2",
                "Realisasi terhadap Target Akhir Renstra",
                "indikator | realisasi | target_akhir | capaian_akhir",
                f"{LULUS.nama} | 84,00 | 87,50 | {capaian}",
                f"{WAKTU.nama} | 8 | 8 | 100,00%",
            ),
        ),
    )


def _capaian_lalu(capaian: str) -> Laporan:
    lalu = TAHUN - 1
    return laporan(
        indikator=(LULUS,),
        tabel=(
            tabel("2.3", "Target Renstra", f"indikator | target_renstra@{lalu}", f"{LULUS.nama} | 75,00"),
            tabel(
                "3.3",
                "Perbandingan dengan Tahun Lalu",
                f"indikator | realisasi@{lalu} | capaian@{lalu}",
                f"{LULUS.nama} | 78,00 | {capaian}",
            ),
        ),
    )


def _satuan(target: str) -> Laporan:
    peserta = Indikator(kunci="peserta", nama="Jumlah Peserta Kelas", satuan="Orang")
    return laporan(
        indikator=(peserta,),
        tabel=(
            tabel("2.4", "Perjanjian Kinerja", "indikator | target", f"{peserta.nama} | {target}"),
            tabel("3.1", "Target Kinerja", "indikator | target", f"{peserta.nama} | 500 Orang"),
        ),
    )


def _berkategori(kategori: str) -> Laporan:
    return laporan(
        indikator=(LULUS, WAKTU),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | capaian | kategori",
                f"{LULUS.nama} | 85,00% | {kategori}",
                f"{WAKTU.nama} | 120,00% | Sangat Tinggi",
            ),
        ),
    )


def _polaritas(capaian: str) -> Laporan:
    miskin = Indikator(
        kunci="miskin", nama="Angka Kemiskinan", satuan="%", dasar_polaritas="angka", polaritas_kata="negatif"
    )
    return laporan(
        indikator=(miskin,),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | target | realisasi | capaian",
                f"{miskin.nama} | 10,00 | {capaian}",
            ),
        ),
    )


CONTOH: Mapping[str, Pasangan] = {
    "KIN01": pasangan(_capaian, "95,24%", "105,00%"),
    "KIN02": pasangan(_kategori, "Sangat Tinggi", "Tinggi"),
    "KIN03": pasangan(_rerata, "115,20%", "112,50%"),
    "KIN04": pasangan(_komponen, "80,00%", "84,00%"),
    "KIN05": pasangan(_capaian_akhir, "69,00%", "96,00%"),
    "KIN06": pasangan(_capaian_lalu, "97,50%", "104,00%"),
    "KIN07": pasangan(_satuan, "500 Kelompok", "500 Orang"),
    "KIN08": pasangan(_berkategori, "", "Tinggi"),
    "KIN10": pasangan(_polaritas, "11,00 | 110,00%", "10,00 | 100,00%"),
}
