"""A small invented report that earns the best outcome of every item of the checklist, with every document in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.angka.lokasi import Lokasi
from sakip.model.indikator import Indikator, Komponen, SukuKomponen
from sakip.model.laporan import Bagian, Laporan, Organisasi, Renstra
from sakip.model.peran import PERAN
from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, PerjanjianKinerja
from sakip.model.sel import Sel, baca_sel_peran
from sakip.model.tabel import Tabel

if TYPE_CHECKING:
    from collections.abc import Sequence

TAHUN = 2025
LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", jenis="sasaran", satuan="%")
USAHA = Indikator(kunci="usaha", nama="Persentase Usaha Tumbuh", jenis="sasaran", satuan="%")
SASARAN = ("Meningkatnya lulusan pelatihan", "Meningkatnya usaha binaan")
KEPALA = "Kepala Dinas Contoh"


def tabel(nomor: str, judul: str, kolom: str, *baris: str, jenis: Sequence[str] | None = None) -> Tabel:
    """A table, its columns and cells divided by bars."""
    isi = [[s.strip() for s in b.split("|")] for b in baris]
    return Tabel.susun([k.strip() for k in kolom.split("|")], isi, nomor=nomor, judul=judul, jenis=jenis)


def sel(teks: str, peran: str, tempat: str, kolom: str) -> Sel:
    """A print outside the tables."""
    return baca_sel_peran(teks, PERAN[peran], Lokasi(tabel=tempat, kolom=kolom))


def renstra() -> Tabel:
    """What the medium-term plan sets."""
    return tabel(
        "2.1",
        "Sasaran dan Target Renstra",
        "sasaran | indikator | target_renstra@2025 | target_akhir",
        f"{SASARAN[0]} | {LULUS.nama} | 80 | 90",
        f"{SASARAN[1]} | {USAHA.nama} | 50 | 60",
    )


def iku() -> Tabel:
    """The main indicators as they were set."""
    return tabel(
        "2.2",
        "Indikator Kinerja Utama",
        "sasaran | indikator | satuan | formula | sumber_data | penanggung_jawab | target_iku@2025",
        f"{SASARAN[0]} | {LULUS.nama} | % | lulus : peserta | Bidang | Bidang | 80",
        f"{SASARAN[1]} | {USAHA.nama} | % | tumbuh : binaan | Bidang | Bidang | 50",
    )


def pengukuran() -> Tabel:
    """What was measured."""
    return tabel(
        "3.1",
        "Pengukuran Kinerja",
        "sasaran | indikator | target | realisasi | capaian",
        f"{SASARAN[0]} | {LULUS.nama} | 80 | 76,00 | 95,00",
        f"{SASARAN[1]} | {USAHA.nama} | 50 | 50,00 | 100,00",
    )


def lalu() -> Tabel:
    """This year against the years before, with the change from the last."""
    return tabel(
        "3.2",
        "Perbandingan dengan Tahun Lalu",
        "indikator | realisasi@2024 | realisasi@2025 | perubahan",
        f"{LULUS.nama} | 70,00 | 76,00 | 6,00",
        f"{USAHA.nama} | 45,00 | 50,00 | 5,00",
    )


def menengah() -> Tabel:
    """This year against the end of the plan."""
    return tabel(
        "3.3",
        "Perbandingan dengan Target Jangka Menengah",
        "indikator | realisasi | target_akhir | capaian_akhir",
        f"{LULUS.nama} | 76,00 | 90 | 84,44",
        f"{USAHA.nama} | 50,00 | 60 | 83,33",
    )


def nasional() -> Tabel:
    """This year against the nation: a share, which its parts give."""
    return tabel(
        "3.4",
        "Perbandingan dengan Standar Nasional",
        "nama | rincian:Lulus | rincian:Tidak | jumlah",
        "Standar Nasional | 70 | 30 | 100",
        "Dinas | 76 | 24 | 100",
    )


def uang(nomor: str, judul: str) -> Tabel:
    """The budget and what was spent."""
    return tabel(
        nomor,
        judul,
        "kode | nama | pagu | realisasi_anggaran | sisa | serapan",
        "02 | Program Pelatihan | 200.000 | 150.000 | 50.000 | 75,00",
        "03 | Program Usaha | 100.000 | 50.000 | 50.000 | 50,00",
        "| JUMLAH | 300.000 | 200.000 | 100.000 | 66,67",
        jenis=("rincian", "rincian", "total"),
    )


def formulir() -> PerjanjianKinerja:
    """The agreement of the head."""
    pk = f"PK eselon II {KEPALA}"
    return PerjanjianKinerja(
        eselon="II",
        jabatan=KEPALA,
        tahun=TAHUN,
        kinerja=tuple(
            BarisKinerja(no=str(n), sasaran=s, indikator=i.nama, target=sel(t, "target", pk, f"{n} target"))
            for n, (s, i, t) in enumerate(zip(SASARAN, (LULUS, USAHA), ("80 %", "50 %"), strict=True), 1)
        ),
        anggaran=(
            BarisAnggaran(no="1", uraian="Program Pelatihan", anggaran=sel("200.000", "pagu", pk, "1 anggaran")),
            BarisAnggaran(no="2", uraian="Program Usaha", anggaran=sel("100.000", "pagu", pk, "2 anggaran")),
        ),
        jumlah=sel("300.000", "pagu", pk, "jumlah"),
    )


def komponen(indikator: str, atas: str, bawah: str, hasil: str) -> Komponen:
    """The parts of a realisation."""
    tempat = f"Perhitungan {indikator}"
    return Komponen(
        indikator=indikator,
        pembilang=(SukuKomponen(nilai=sel(atas, "pembilang", tempat, "pembilang")),),
        penyebut=(SukuKomponen(nilai=sel(bawah, "penyebut", tempat, "penyebut")),),
        hasil=sel(hasil, "realisasi", tempat, "hasil"),
    )


def laporan() -> Laporan:
    """The whole report."""
    return Laporan(
        instansi="Dinas Contoh Kota Contoh",
        tahun=TAHUN,
        renstra=Renstra(awal=2021, akhir=2026),
        bagian=tuple(Bagian(jenis=j) for j in ("gambaran_umum", "isu_strategis", "perbaikan")),
        organisasi=(Organisasi(jabatan=KEPALA, atasan="Wali Kota Contoh"),),
        indikator=(LULUS, USAHA),
        tabel=(
            renstra(), iku(), pengukuran(), lalu(), menengah(), nasional(),
            uang("3.5", "Realisasi Anggaran"), uang("3.6", "Realisasi Anggaran menurut Program"),
        ),
        komponen=(komponen("lulus", "76", "100", "76,00 %"), komponen("usaha", "25", "50", "50,00 %")),
        perjanjian=(formulir(),),
    )  # fmt: skip
