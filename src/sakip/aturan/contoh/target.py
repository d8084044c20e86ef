"""Examples of the rules on targets over the years (SER, KON, REA)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.aturan.contoh.bahan import Kinerja, formulir, laporan, pasangan, tabel
from sakip.model.indikator import Indikator

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan

__all__ = ["CONTOH"]

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
USAHA = Indikator(kunci="usaha", nama="Persentase Usaha Tumbuh", satuan="%")
RENSTRA = "76,00 | 78,00 | 80,00 | 82,00"
"""The yearly targets of the plan."""


def _kolom(peran: str) -> str:
    return " | ".join(["indikator", *(f"{peran}@{tahun}" for tahun in (2023, 2024, 2025, 2026))])


def _renstra(target: str) -> Laporan:
    return laporan(
        indikator=(LULUS,),
        tabel=(
            tabel("2.1", "Target Renstra", _kolom("target_renstra"), f"{LULUS.nama} | {RENSTRA}"),
            tabel("2.4", "Perjanjian Kinerja", "indikator | target", f"{LULUS.nama} | {target}"),
        ),
    )


def _tahun_lalu(target: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.3",
                "Target dan Realisasi Tahun Lalu",
                "indikator | target | realisasi@2024",
                f"{LULUS.nama} | {target} | 78,00",
                f"{USAHA.nama} | 60,00 | 54,00",
            ),
        ),
    )


def _tinggi(capaian: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | capaian",
                f"{LULUS.nama} | {capaian}",
                f"{USAHA.nama} | 100,00%",
            ),
        ),
    )


def _perubahan(pagu: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "2.2",
                "Anggaran sebelum dan sesudah Perubahan",
                "nama | pagu_murni | pagu",
                f"Program Pelatihan | 90.000.000 | {pagu}",
                "Program Promosi | 60.000.000 | 65.000.000",
            ),
        )
    )


def _bagian(target: str) -> Laporan:
    return laporan(
        perjanjian=(
            formulir(
                "III",
                "Kepala Bidang Pelatihan",
                kinerja=[
                    Kinerja("1.", "Cakupan Layanan Pelatihan", target),
                    Kinerja("2.", "Persentase Pertumbuhan Peserta", "120 %"),
                ],
            ),
        ),
    )


def _formulir_iku(kinerja: Sequence[Kinerja]) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "2.2",
                "Indikator Kinerja Utama",
                "indikator | target_iku@2025",
                f"{LULUS.nama} | 80,00",
                f"{USAHA.nama} | 60,00",
            ),
        ),
        perjanjian=(formulir("II", "Kepala Dinas Contoh", kinerja=kinerja, jenis="iku"),),
    )


def _turun(realisasi: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.3",
                "Realisasi Dua Tahun",
                "indikator | realisasi@2024 | realisasi",
                f"{LULUS.nama} | 78,00 | {realisasi}",
                f"{USAHA.nama} | 54,00 | 56,00",
            ),
        ),
    )


def _awal(target: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "2.1",
                "Target Akhir Renstra",
                "indikator | kondisi_awal | target_akhir",
                f"{LULUS.nama} | 74,00 | {target}",
                f"{USAHA.nama} | 50,00 | 60,00",
            ),
        ),
    )


def _pembanding(capaian: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.4",
                "Kemajuan Renstra",
                "indikator | realisasi | capaian_akhir",
                f"{LULUS.nama} | 80,00 | {capaian}",
                f"{USAHA.nama} | 54,00 | 90,00",
            ),
        ),
    )


def _standar(judul: str) -> Laporan:
    isi = tabel("3.5", "Realisasi dan Standar Nasional", "indikator | realisasi | target", f"{LULUS.nama} | 80 | 75")
    bernama = [attrs.evolve(k, judul=judul) if k.kunci == "target" else k for k in isi.kolom]
    return laporan(indikator=(LULUS,), tabel=(attrs.evolve(isi, kolom=tuple(bernama)),))


IKU = [Kinerja("1.", LULUS.nama, "80,00"), Kinerja("2.", USAHA.nama, "60,00")]

CONTOH: Mapping[str, Pasangan] = {
    "KON01": pasangan(_renstra, "79,00", "80,00"),
    "KON02": pasangan(_formulir_iku, IKU[:1], IKU),
    "KON03": pasangan(_pembanding, "", "97,56"),
    "KON04": pasangan(_standar, "Target", "Standar Nasional"),
    "REA01": pasangan(_tahun_lalu, "75,00", "80,00"),
    "REA02": pasangan(_tinggi, "125,00%", "105,00%"),
    "REA03": pasangan(_perubahan, "195.000.000", "95.000.000"),
    "REA04": pasangan(_bagian, "180 %", "100 %"),
    "REA05": pasangan(_turun, "75,00", "80,00"),
    "REA06": pasangan(_awal, "72,00", "82,00"),
}
