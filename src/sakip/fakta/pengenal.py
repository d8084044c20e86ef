"""Names and places of figures as texts that never change, by which a finding is known from one draft to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.model.peran import PERAN
from sakip.teks.kalimat import Daftar, Kalimat

if TYPE_CHECKING:
    from sakip.teks.kalimat import Isi

__all__ = ["pengenal"]

TETAP = {
    "nama.angka": "{peran}{ciri} {baris}",
    "nama.bagian": "{bagian} {nama}",
    "nama.batas_atas": "batas atas {nama}",
    "nama.batas_bawah": "batas bawah {nama}",
    "nama.dalam_kata": "angka dalam {teks}",
    "nama.diampu": "{baris}, diampu {unit}",
    "nama.hasil": "hasil",
    "nama.kategori_e": "kategori Nilai Efisiensi",
    "nama.langkah": "langkah {teks}",
    "nama.menurut": "{peran} {tahun} menurut {laporan}",
    "nama.narasi": "{peran} dalam narasi",
    "nama.nilai_e": "Nilai Efisiensi",
    "nama.nomor_baris": "nomor baris {teks}",
    "nama.nomor_kolom": "nomor kolom {teks}",
    "nama.pembilang_e": "pembilang E",
    "nama.penyebut_e": "penyebut E",
    "nama.predikat": "predikat {nama}",
    "nama.rerata": "rata-rata {n} indikator",
    "nama.tahun": "tahun {teks}",
    "nama.total": "{baris}, total anggaran",
    "tempat.efisiensi": "Perhitungan efisiensi",
    "tempat.iku": "Formulir IKU {jabatan}",
    "tempat.keterangan": "keterangan",
    "tempat.kolom": "kolom {kolom}",
    "tempat.narasi": "Narasi",
    "tempat.narasi.bagian": "Narasi {bagian}",
    "tempat.perhitungan": "Perhitungan {nama}",
    "tempat.pk": "PK eselon {eselon} {jabatan}",
    "tempat.pk_murni": "PK murni eselon {eselon} {jabatan}",
    "tempat.tabel": "Tabel {nomor}",
    "tempat.tanpa_judul": "Tabel tanpa judul",
    "tempat.target": "target",
}
"""The text of each key, whatever language a reader has and however the catalogues may come to word it.

An answer stays with its finding by these; to change one is to lose the answers to all findings of its kind.
"""


def pengenal(isi: Isi) -> str:
    """The text of a name or place; that of its data where it has no text of its own."""
    if isinstance(isi, Daftar):
        return ", ".join(map(pengenal, isi.isi))
    if not isinstance(isi, Kalimat):
        return str(isi)
    if isi.kunci in TETAP:
        return TETAP[isi.kunci].format_map({k: pengenal(v) for k, v in isi.isi.items()})
    depan, _, nama = isi.kunci.partition(".")
    return PERAN[nama].sebutan if depan == "peran" else str(isi)
