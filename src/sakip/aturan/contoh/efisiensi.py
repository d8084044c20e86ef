"""Examples of the rules on efficiency (EFI)."""

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


def _tabel(pagu_capaian: str = "78.750.000", selisih: str = "7.500.000") -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.9",
                "Efisiensi Anggaran",
                "indikator | capaian | pagu | realisasi_anggaran | pagu_capaian | selisih_efisiensi",
                f"{LULUS.nama} | 105,00% | 75.000.000 | 71.250.000 | {pagu_capaian} | {selisih}",
                f"{USAHA.nama} | 90,00% | 65.000.000 | 58.000.000 | 58.500.000 | 500.000",
                "JUMLAH | | 140.000.000 | 129.250.000 | 137.250.000 | 8.000.000",
            ),
        ),
    )


def _pagu_capaian(teks: str) -> Laporan:
    return _tabel(pagu_capaian=teks)


def _selisih(teks: str) -> Laporan:
    return _tabel(selisih=teks)


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


def _nilai(teks: str) -> Laporan:
    return _perhitungan(nilai=teks)


def _kategori(teks: str) -> Laporan:
    return _perhitungan(kategori=teks)


def _indeks(indeks: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.9",
                "Indeks Efisiensi",
                "indikator | capaian | serapan | indeks_efisiensi | tingkat_efisiensi",
                f"{LULUS.nama} | 105,00% | 95,00% | {indeks} | 0,11",
                f"{USAHA.nama} | 90,00% | 90,00% | 1,00 | 0,00",
            ),
        ),
    )


CONTOH: Mapping[str, Pasangan] = {
    "EFI01": pasangan(_pagu_capaian, "77.850.000", "78.750.000"),
    "EFI02": pasangan(_selisih, "5.700.000", "7.500.000"),
    "EFI03": pasangan(_nilai, "65,00%", "66,00%"),
    "EFI04": pasangan(_kategori, "Efisien", "Cukup Efisien"),
    "EFI05": pasangan(_indeks, "1,01", "1,11"),
}
