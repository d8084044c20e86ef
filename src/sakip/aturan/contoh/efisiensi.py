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


def _perhitungan(nilai: str = "64,57%", kategori: str = "Cukup Efisien") -> Laporan:
    return laporan(
        metode=Metode(efisiensi="pmk214"),
        efisiensi=Efisiensi(
            pembilang=sel("8.000.000", "selisih_efisiensi", TEMPAT, "pembilang"),
            penyebut=sel("137.250.000", "pagu_capaian", TEMPAT, "penyebut"),
            hasil=(sel("5,83%", "efisiensi", TEMPAT, "hasil"),),
            langkah=(LangkahEfisiensi(tertulis=sel("14,57%", "persen", TEMPAT, "langkah"), arti="e_per_20_kali_50"),),
            nilai=(sel(nilai, "nilai_efisiensi", TEMPAT, "nilai"),),
            kategori=(sel(kategori, "kategori", TEMPAT),),
        ),
    )


CONTOH: Mapping[str, Pasangan] = {
    "EFI01": pasangan(lambda teks: _tabel(pagu_capaian=teks), "77.850.000", "78.750.000"),
    "EFI02": pasangan(lambda teks: _tabel(selisih=teks), "5.700.000", "7.500.000"),
    "EFI03": pasangan(lambda teks: _perhitungan(nilai=teks), "46,57%", "64,57%"),
    "EFI04": pasangan(lambda teks: _perhitungan(kategori=teks), "Efisien", "Cukup Efisien"),
}
