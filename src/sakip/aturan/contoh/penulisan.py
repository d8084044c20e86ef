"""Examples of the rules on numbering, names, notation, identity and headings (NOM, NAM, NOT, IDN, PRN, KIN09)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.aturan.contoh.bahan import Kinerja, Uang, formulir, laporan, pasangan, tabel, tabel_anggaran
from sakip.model.indikator import Indikator
from sakip.model.laporan import Bagian

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan

__all__ = ["CONTOH"]

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")


def _nomor_baris(no: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "1.3",
                "Sarana Kerja",
                "no | nama | jumlah",
                "1 | Meja Kerja | 24",
                "2 | Kursi Kerja | 30",
                f"{no} | Lemari Arsip | 12",
            ),
        )
    )


def _nomor_formulir(no: str) -> Laporan:
    baris = [
        Uang("1.1", "Kegiatan Pelatihan Dasar", "Rp 45.000.000"),
        Uang(no, "Kegiatan Magang Kerja", "Rp 30.000.000"),
    ]
    return laporan(perjanjian=(formulir("III", "Kepala Bidang Pelatihan", baris),))


def _ejaan(nama: str) -> Laporan:
    return laporan(
        tabel=(
            tabel_anggaran("02 | Program Pelatihan Kerja | 75.000.000"),
            tabel_anggaran(f"02 | {nama} | 75.000.000", nomor="3.9"),
        )
    )


def _desimal(realisasi: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.1",
                "Target dan Realisasi",
                "indikator | target | realisasi",
                f"Persentase Peserta Lulus | 80,00 | {realisasi}",
                "Persentase Usaha Tumbuh | 60,00 | 54,00",
            ),
        )
    )


def _rupiah(pagu: str) -> Laporan:
    return laporan(tabel=(tabel_anggaran(f"02 | Program Pelatihan | {pagu}", "03 | Program Promosi | 65.000.000,00"),))


def _serapan(serapan: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.5",
                "Serapan Anggaran",
                "nama | pagu | realisasi_anggaran | serapan",
                f"Program Pelatihan | 75.000.000 | 50.000.000 | {serapan}",
                "Program Promosi | 65.000.000 | 58.500.000 | 90,00%",
            ),
        )
    )


def _persen(capaian: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | capaian",
                f"Persentase Peserta Lulus | {capaian}",
                "Persentase Usaha Tumbuh | 100,00%",
                "Persentase Koperasi Aktif | 96,00%",
            ),
        )
    )


def _sasaran(sasaran: str) -> Laporan:
    baris = ("Tumbuhnya usaha binaan | Persentase Usaha Tumbuh",)
    return laporan(
        indikator=(LULUS,),
        tabel=(
            tabel("2.1", "Sasaran Renstra", "sasaran | indikator", f"Siapnya tenaga kerja | {LULUS.nama}", *baris),
            tabel("3.1", "Sasaran Strategis", "sasaran | indikator", f"{sasaran} | {LULUS.nama}", *baris),
        ),
    )


def _kolom_realisasi(judul: str) -> Laporan:
    isi = tabel("3.3", "Perkembangan", "indikator | realisasi | capaian", f"{LULUS.nama} | 80,00 | 100,00")
    bernama = [attrs.evolve(k, judul=judul) if k.kunci == "realisasi" else k for k in isi.kolom]
    return laporan(indikator=(LULUS,), tabel=(attrs.evolve(isi, kolom=tuple(bernama)),))


def _satuan_nama(target: str) -> Laporan:
    kinerja = [Kinerja("1.", "Jumlah Paket Modul Pelatihan", target), Kinerja("2.", "Cakupan Alat Peraga", "4 Paket")]
    return laporan(perjanjian=(formulir("III", "Kepala Bidang Pelatihan", kinerja=kinerja),))


def _judul(judul: str) -> Laporan:
    isi = tabel("1.3", "Sarana Kerja", "nama | jumlah", "Meja Kerja | 24", "Kursi Kerja | 30")
    return laporan(tabel=(attrs.evolve(isi, judul_daftar=judul),))


def _tahun_judul(judul: str) -> Laporan:
    isi = tabel("3.1", judul, "indikator | target | realisasi | capaian", f"{LULUS.nama} | 80,00 | 60,00 | 75,00")
    kepala = {"target": "Target 2025", "realisasi": "Realisasi 2025"}
    kolom = tuple(attrs.evolve(k, judul=kepala.get(k.kunci, k.judul)) for k in isi.kolom)
    return laporan(indikator=(LULUS,), tabel=(attrs.evolve(isi, kolom=kolom),))


def _pernyataan(sisa: str) -> Laporan:
    uang = tabel(
        "3.5", "Sisa Anggaran", "nama | pagu | realisasi_anggaran | sisa", f"Program A | 90.000 | 60.000 | {sisa}"
    )
    tempat = Lokasi(tabel="Pernyataan Telah Direviu")
    return laporan(bagian=(Bagian(jenis="pernyataan", lokasi=tempat),), tabel=(uang,))


CONTOH: Mapping[str, Pasangan] = {
    "NOM01": pasangan(_nomor_baris, "4", "3"),
    "NOM02": pasangan(_nomor_formulir, "1.3", "1.2"),
    "NAM01": pasangan(_ejaan, "Program Pelatihan Tenaga Kerja", "Program Pelatihan Kerja"),
    "NAM02": pasangan(_sasaran, "Persentase Peserta Lulus", "Siapnya tenaga kerja"),
    "KIN09": pasangan(_satuan_nama, "3 Unit", "3 Paket"),
    "NOT01": pasangan(_desimal, "84.00", "84,00"),
    "NOT02": pasangan(_rupiah, "75.000.000,0", "75.000.000,00"),
    "NOT03": pasangan(_serapan, "66,66%", "66,67%"),
    "NOT04": pasangan(_persen, "105,00", "105,00%"),
    "NOT06": pasangan(_kolom_realisasi, "Capaian 2025", "Realisasi 2025"),
    "PRN01": pasangan(_pernyataan, "20.000", "30.000"),
    "IDN02": pasangan(_judul, "Prasarana Kerja", "Sarana Kerja"),
    "IDN03": pasangan(_tahun_judul, "Capaian Indikator Kinerja Tahun 2024", "Capaian Indikator Kinerja Tahun 2025"),
}
