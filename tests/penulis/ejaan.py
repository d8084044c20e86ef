"""Headings of columns in their usual spellings, on one line or over several columns."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.model.peran import Kolom
    from sakip.model.tabel import Tabel
    from sakip.pengujian.bangun.sumber import Sumber

__all__ = ["kepala"]

EJAAN: dict[str, tuple[str, ...]] = {
    "no": ("NO", "No.", "NOMOR"),
    "kode": ("KODE REK", "KODE REKENING", "Kode"),
    "nama": ("URAIAN",),
    "tujuan": ("TUJUAN",),
    "sasaran": ("SASARAN", "SASARAN STRATEGIS", "Sasaran"),
    "indikator": ("INDIKATOR KINERJA", "Indikator", "INDIKATOR KINERJA UTAMA"),
    "satuan": ("SATUAN", "Satuan"),
    "kategori": ("KATEGORI", "Predikat", "KRITERIA"),
    "keterangan": ("KETERANGAN", "Ket."),
    "target": ("TARGET", "Target {tahun}", "TARGET TAHUN {tahun}", "TARGET KINERJA"),
    "target_murni": ("TARGET PK MURNI", "TARGET MURNI"),
    "target_renstra": ("TARGET RENSTRA {tahun}", "Target Renstra Tahun {tahun}"),
    "target_iku": ("TARGET IKU {tahun}", "Target IKU Tahun {tahun}"),
    "target_akhir": ("TARGET AKHIR RENSTRA", "Target Akhir RPJMD", "KONDISI AKHIR"),
    "kondisi_awal": ("KONDISI AWAL", "Data Awal"),
    "realisasi": ("REALISASI", "REALISASI KINERJA", "Realisasi Tahun {tahun}"),
    "capaian": ("CAPAIAN (%)", "CAPAIAN", "Capaian Kinerja (%)", "% CAPAIAN"),
    "capaian_akhir": ("CAPAIAN TERHADAP TARGET AKHIR (%)", "% Capaian Target Akhir"),
    "pagu": ("ANGGARAN (Rp)", "PAGU", "PAGU ANGGARAN (Rp)", "Anggaran"),
    "pagu_murni": ("ANGGARAN MURNI (Rp)", "ANGGARAN SEBELUM PERUBAHAN (Rp)", "Pagu Murni"),
    "selisih": ("SELISIH (Rp)", "BERTAMBAH/BERKURANG (Rp)", "Selisih"),
    "realisasi_anggaran": ("REALISASI ANGGARAN (Rp)", "REALISASI KEUANGAN", "Realisasi Belanja"),
    "sisa": ("SISA ANGGARAN (Rp)", "SISA (Rp)", "Sisa"),
    "serapan": ("PENYERAPAN (%)", "SERAPAN ANGGARAN (%)", "CAPAIAN ANGGARAN (%)", "Realisasi Anggaran (%)"),
    "sisa_persen": ("SISA (%)", "SISA ANGGARAN (%)", "Persentase Sisa"),
    "pagu_capaian": ("ANGGARAN x CAPAIAN (Rp)", "PAK x CK", "PAGU × CAPAIAN"),
    "selisih_efisiensi": ("(PAK x CK) - RAK", "(ANGGARAN x CAPAIAN) - REALISASI ANGGARAN"),
    "jumlah": ("JUMLAH", "Jumlah", "TOTAL"),
    "persen": ("Persentase {label}", "% {label}"),
}
BERTINGKAT = {"realisasi": "REALISASI", "capaian": "CAPAIAN (%)", "target_renstra": "TARGET RENSTRA"}
"""Roles of which a run of years stands under one heading, and that heading."""
NAMA = {"kode": ("URAIAN", "PROGRAM/KEGIATAN/SUB KEGIATAN", "Program / Kegiatan"), "": ("URAIAN", "NAMA", "Bidang")}
PERUBAHAN = ("ANGGARAN PERUBAHAN (Rp)", "PAGU PERUBAHAN", "Anggaran Setelah Perubahan")


def kepala(
    t: Tabel, urut: Sequence[int], s: Sumber, tahun: int
) -> tuple[list[list[str]], list[tuple[int, int, int, int]]]:
    """The rows of the heading of a table printed with its columns in an order, and the cells merged in it.

    A table that has a printed heading keeps it.
    """
    if t.baris and t.baris[0].jenis == "judul":
        return [[t.baris[0].sel[i].teks.replace(" / ", " ") for i in urut]], []
    kolom = [t.kolom[i] for i in urut]
    satu = [_ejaan(t, k, s, tahun) for k in kolom]
    atas = [_induk(k) for k in kolom]
    kelompok = [(induk, [i for i, _ in isi]) for induk, isi in groupby(enumerate(atas), key=lambda x: x[1])]
    rincian = sum(k.peran.nama == "rincian" for k in kolom)
    bertingkat = [(x, isi) for x, isi in kelompok if x and len(isi) > 1 and len(isi) != rincian]
    if not bertingkat or s.benar():
        return [satu], []
    dua = [""] * len(kolom)
    gabung = [(0, isi[0], 0, isi[-1]) for _, isi in bertingkat]
    for induk, isi in bertingkat:
        for n, i in enumerate(isi):
            satu[i] = "" if n else induk
            dua[i] = kolom[i].label.rpartition(" ")[2] or str(kolom[i].periode or tahun)
    gabung += [(0, i, 1, i) for i in range(len(kolom)) if not dua[i]]
    return [satu, dua], gabung


def _induk(k: Kolom) -> str:
    """The heading that may stand over several columns such as this."""
    return k.label.rpartition(" ")[0] if k.peran.nama == "rincian" else BERTINGKAT.get(k.peran.nama, "")


def _ejaan(t: Tabel, k: Kolom, s: Sumber, tahun: int) -> str:
    peran = k.peran.nama
    ada = {x.peran.nama for x in t.kolom}
    seri = sum(x.peran.nama == peran for x in t.kolom) > 1
    if peran == "rincian":
        return k.label
    if peran == "nama":
        return s.pilih(NAMA["kode" if "kode" in ada else ""])
    pilihan = EJAAN[peran]
    if peran == "pagu" and "pagu_murni" in ada:
        pilihan = PERUBAHAN
    if "pagu" in ada and peran in {"target", "realisasi", "capaian"}:
        pilihan = tuple(p for p in pilihan if p != "REALISASI")
    hasil = s.pilih(pilihan).format(tahun=k.periode or tahun, label=k.label)
    bertahun = str(k.periode or tahun) in hasil
    return (
        f"{hasil} TAHUN {k.periode or tahun}" if seri and peran in {"realisasi", "capaian"} and not bertahun else hasil
    )
