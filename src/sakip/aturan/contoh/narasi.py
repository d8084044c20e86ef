"""Examples of the rules on the prose (NAR)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import klaim, laporan, pasangan, tabel, tabel_anggaran
from sakip.model.indikator import Indikator
from sakip.model.laporan import Renstra
from sakip.model.narasi import Hitungan, PeringkatKlaim, Rujukan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan
    from sakip.model.narasi import Klaim

__all__ = ["CONTOH"]

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
USAHA = Indikator(kunci="usaha", nama="Persentase Usaha Tumbuh", satuan="%")


def _kinerja(*narasi: Klaim) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | target | realisasi@2024 | realisasi | capaian",
                f"{LULUS.nama} | 80,00 | 78,00 | 84,00 | 105,00%",
                f"{USAHA.nama} | 60,00 | 54,00 | 60,00 | 100,00%",
            ),
        ),
        narasi=narasi,
    )


def _realisasi(teks: str) -> Laporan:
    return _kinerja(klaim(teks, "realisasi", fakta=Rujukan(peran="realisasi", subjek="lulus")))


def _melampaui(teks: str) -> Laporan:
    return _kinerja(klaim(teks, "cacah", hitung=Hitungan(apa="indikator", capai="melampaui")))


def _arah(kata: str) -> Laporan:
    dari = (Rujukan(peran="realisasi", subjek="lulus", periode=2024), Rujukan(peran="realisasi", subjek="lulus"))
    return _kinerja(klaim(kata, "kategori", arah={"meningkat": "naik", "menurun": "turun"}[kata], dari=dari))


def _kategori(kata: str) -> Laporan:
    dari = (Rujukan(peran="capaian", subjek="lulus"), Rujukan(peran="capaian", subjek="usaha"))
    return _kinerja(klaim(kata, "kategori", rumus="kategori", dari=dari))


def _banyaknya(teks: str) -> Laporan:
    return laporan(
        tabel=(
            tabel_anggaran("02 | Program Pelatihan | 75.000.000", "03 | Program Promosi | 65.000.000", nomor="2.1"),
        ),
        narasi=(klaim(teks, "cacah", bagian="II.A", hitung=Hitungan(apa="program")),),
    )


def _turunan(teks: str) -> Laporan:
    return laporan(
        narasi=(
            klaim("48", "cacah", bagian="I.A", id="pegawai", rumus="tanpa", alasan="data kepegawaian"),
            klaim("12", "cacah", bagian="I.A", id="magang", rumus="tanpa", alasan="data kepegawaian"),
            klaim(
                teks, "persen", bagian="I.A", rumus="persen", dari=(Rujukan(klaim="magang"), Rujukan(klaim="pegawai"))
            ),
        )
    )


def _peringkat(teks: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.7",
                "Koperasi Aktif menurut Kota",
                "nama | persen:Aktif",
                "Kota Umpama | 85,00%",
                "Kota Contoh | 80,00%",
                "Kota Misal | 60,00%",
            ),
        ),
        narasi=(
            klaim(
                teks,
                "cacah",
                peringkat=PeringkatKlaim(tabel="3.7", kolom="persen:Aktif", baris="Kota Contoh"),
            ),
        ),
    )


def _tahun(teks: str) -> Laporan:
    return laporan(renstra=Renstra(awal=2021, akhir=2026), narasi=(klaim(teks, "tahun", tahun_laporan=True),))


CONTOH: Mapping[str, Pasangan] = {
    "NAR01": pasangan(_realisasi, "78,00", "84,00"),
    "NAR02": pasangan(_banyaknya, "3", "2"),
    "NAR03": pasangan(_turunan, "52,00%", "25,00%"),
    "NAR04": pasangan(_arah, "menurun", "meningkat"),
    "NAR05": pasangan(_peringkat, "1", "2"),
    "NAR06": pasangan(_tahun, "2024", "2025"),
    "NAR07": pasangan(_kategori, "Tinggi", "Sangat Tinggi"),
    "NAR08": pasangan(_melampaui, "2", "1"),
}
