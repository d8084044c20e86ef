"""Examples of the rules on efficiency and of the method a report declares (EFI, MET)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import laporan, pasangan, sel, tabel
from sakip.model.indikator import Indikator
from sakip.model.laporan import Efisiensi, LangkahEfisiensi, Metode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan

__all__ = ["CONTOH"]

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
USAHA = Indikator(kunci="usaha", nama="Persentase Usaha Tumbuh", satuan="%")
TEMPAT = "Perhitungan efisiensi"
TAHUN_METODE = 2020
"""The last year in which PMK 214 was in force."""


def _perhitungan(nilai: str = "66,00%", kategori: str = "Cukup Efisien", tahun: int = TAHUN_METODE) -> Laporan:
    """E = 8 / 125, NE = 50 + 6,40 / 20 × 50."""
    return laporan(
        tahun,
        metode=Metode(efisiensi="pmk214"),
        efisiensi=Efisiensi(
            pembilang=sel("8.000.000", "selisih_efisiensi", TEMPAT, "pembilang"),
            penyebut=sel("125.000.000", "pagu_capaian", TEMPAT, "penyebut"),
            hasil=(sel("6,40%", "efisiensi", TEMPAT, "hasil"),),
            langkah=(LangkahEfisiensi(tertulis=sel("16,00%", "persen", TEMPAT, "langkah"), arti="e_per_20_kali_50"),),
            nilai=(sel(nilai, "nilai_efisiensi", TEMPAT, "nilai"),),
            kategori=(sel(kategori, "kategori", TEMPAT),),
        ),
    )


def _tahun(tahun: int) -> Laporan:
    return _perhitungan(tahun=tahun)


def _batas(nilai: str) -> Laporan:
    return laporan(efisiensi=Efisiensi(nilai=(sel(nilai, "nilai_efisiensi", TEMPAT, "nilai"),)))


def _skala(nama: str) -> Laporan:
    return laporan(metode=Metode(skala=nama))


def _dua_skala(capaian: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | capaian | kategori",
                f"{LULUS.nama} | {capaian} | Sangat Tinggi",
                f"{USAHA.nama} | 85,00% | Tinggi",
            ),
        ),
    )


CONTOH: Mapping[str, Pasangan] = {
    "MET01": pasangan(_tahun, TAHUN_METODE + 5, TAHUN_METODE),
    "MET02": pasangan(_skala, "permendagri86_tercetak", "permendagri86_laporan"),
    "MET03": pasangan(_dua_skala, "90,50%", "95,50%"),
    "MET04": pasangan(_batas, "107,50%", "100,00%"),
}
