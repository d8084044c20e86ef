"""Lines are numbered in one list or in several: what heads, sums and lines without a number between them mean."""

from __future__ import annotations

import pytest

from sakip.aturan.bahan.contoh import laporan, tabel
from sakip.aturan.penomoran import nomor_tabel
from sakip.tinjauan.engine import reviu
from sakip.tulis.words.kamus import pesan

BENAR = {
    "kepala Romawi": "I | Program Pelatihan; 1 | Magang; 2 | Kursus; II | Program Penempatan; 1 | Bursa; 2 | Bimbingan",
    "kepala huruf": "A. | Prasarana; 1. | Ruang; 2. | Gudang; B. | Sarana; 1. | Meja",
    "kepala tanpa nomor": " | Kecamatan Utara; 1 | Lempuyangan; 2 | Tegalrejo;  | Kecamatan Selatan; 1 | Wirobrajan",
    "sesudah jumlah": "1 | Ruang; 2 | Gudang; | JUMLAH; 1 | Meja; 2 | Kursi; 3 | Lemari",
    "menyambung halaman lalu": "3 | Ruang; 4 | Gudang; III | Sarana; 1 | Meja",
    "menerus di bawah kepala": "I | Prasarana; 1 | Ruang; 2 | Gudang; II | Sarana; 3 | Meja; 4 | Kursi",
    "nomornya di kolom lain": "1 | Ruang; | Gudang; 3 | Meja; | Kursi; 5 | Lemari",
    "baris bersambung": "1 | Ruang; | rapat; 2 | Gudang; | arsip; 3 | Meja",
}
SALAH = {
    "meloncat": "1 | Ruang; 2 | Gudang; 4 | Meja",
    "berulang": "1 | Ruang; 2 | Gudang; 2 | Meja; 3 | Kursi",
    "meloncat di daftar kedua": "I | Prasarana; 1 | Ruang; 2 | Gudang; II | Sarana; 1 | Meja; 3 | Kursi",
    "meloncat lebih jauh daripada baris tanpa nomor": "1 | Ruang; | rapat; 4 | Gudang; 5 | Meja",
    "berulang dari satu tanpa kepala": "1 | Ruang; 2 | Gudang; 1 | Meja; 2 | Kursi",
    "meloncat melewati jumlah": "1 | Ruang; 2 | Gudang; | JUMLAH; 4 | Meja",
}


def temuan(baris: str) -> list[str]:
    isi = [f"{b} | 12" for b in baris.split(";")]
    r = reviu(laporan(tabel=(tabel("1.3", "Sarana Kerja", "no | nama | jumlah", *isi),)))
    return [pesan(t.tertulis) for t in r.temuan if t.kode == nomor_tabel.kode]


@pytest.mark.parametrize("baris", BENAR.values(), ids=BENAR)
def test_daftar_yang_benar(baris: str) -> None:
    assert temuan(baris) == []


@pytest.mark.parametrize("baris", SALAH.values(), ids=SALAH)
def test_daftar_yang_salah(baris: str) -> None:
    assert len(temuan(baris)) == 1
