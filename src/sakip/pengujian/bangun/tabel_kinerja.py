"""The tables that print indicators: targets, measurement with means and ratings, series, plan, medium term."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.angka.angka import bulat
from sakip.model.tabel import Tabel
from sakip.pengujian.bangun.kinerja import capaian, skala_metode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.model.laporan import Metode
    from sakip.pengujian.bangun.cetak import Cetak
    from sakip.pengujian.bangun.kinerja import Kinerja
    from sakip.pengujian.bangun.sumber import Sumber

__all__ = ["label", "rerata", "tabel_akhir", "tabel_deret", "tabel_pengukuran", "tabel_rencana", "tabel_target"]

KELOMPOK = {"tujuan": "Tujuan", "sasaran": "Sasaran", "program": "Program"}


def label(metode: Metode, nilai: Fraction, desimal: int) -> str:
    """The rating of a printed achievement; a dash in a gap of the scale."""
    return skala_metode(metode).label(Fraction(bulat(nilai, desimal))) or "-"


def rerata(isi: Sequence[Fraction], desimal: int | None) -> Fraction:
    """The mean of the values, or of what is printed of them."""
    nilai = [x if desimal is None else Fraction(bulat(x, desimal)) for x in isi]
    return sum(nilai, Fraction(0)) / len(nilai)


def tabel_target(s: Sumber, kinerja: Sequence[Kinerja], nomor: str, tahun: int, cetak: Cetak) -> Tabel:
    """What the agency agreed to reach; the unit beside the figure or in its own column."""
    terpisah = s.benar()
    kolom = ["no", "sasaran", "indikator", *(["satuan"] if terpisah else []), "target"]
    baris = [
        [
            str(i),
            k.sasaran,
            k.indikator.nama,
            *([k.indikator.satuan or "Nilai"] if terpisah else []),
            k.cetak_target(cetak, k.tahunan[tahun].target, satuan=not terpisah),
        ]
        for i, k in enumerate(kinerja, 1)
    ]
    return Tabel.susun(kolom, baris, nomor=nomor, judul="Perjanjian Kinerja Tahun Berjalan")


def tabel_pengukuran(
    s: Sumber, kinerja: Sequence[Kinerja], metode: Metode, nomor: str, tahun: int, cetak: Cetak
) -> Tabel:
    """Target, realisation, achievement and rating, by kind, each kind with its mean."""
    baris: list[list[str]] = []
    jenis: list[str] = []
    bulatkan = cetak.desimal if s.benar() else None
    semua: list[Fraction] = []
    pakai_rerata = not s.benar(4)
    for macam, judul in KELOMPOK.items():
        isi = [k for k in kinerja if k.indikator.jenis == macam]
        if not isi:
            continue
        baris.append(["", judul, "", "", "", "", ""])
        jenis.append("kelompok")
        for i, k in enumerate(isi, 1):
            baris.append([str(i), k.sasaran, k.indikator.nama, *_ukur(k, metode, tahun, cetak)])
            jenis.append("rincian")
        terisi = [c for k in isi if (c := k.capaian[tahun]) is not None]
        semua += terisi
        if pakai_rerata and terisi:
            baris.append(_baris_rerata(f"Rata-rata {judul}", terisi, bulatkan, metode, cetak))
            jenis.append("rerata")
    if semua and s.benar(3):
        baris.append(_baris_rerata("Rata-rata seluruhnya", semua, bulatkan, metode, cetak))
        jenis.append("rerata_total")
    kolom = ["no", "sasaran", "indikator", "target", "realisasi", "capaian", "kategori"]
    return Tabel.susun(kolom, baris, nomor=nomor, judul="Pengukuran Kinerja", jenis=jenis)


def _ukur(k: Kinerja, metode: Metode, tahun: int, cetak: Cetak) -> list[str]:
    target, realisasi = k.cetak_target(cetak, k.tahunan[tahun].target), k.cetak_realisasi(cetak, tahun)
    c = k.capaian[tahun]
    if c is None:
        return [target, realisasi, "-", "-"]
    return [target, realisasi, cetak.hitungan(c), label(metode, c, cetak.desimal)]


def _baris_rerata(nama: str, isi: list[Fraction], bulatkan: int | None, metode: Metode, cetak: Cetak) -> list[str]:
    nilai = rerata(isi, bulatkan)
    return ["", nama, "", "", "", cetak.hitungan(nilai), label(metode, nilai, cetak.desimal)]


def tabel_deret(
    s: Sumber, kinerja: Sequence[Kinerja], nomor: str, tahun: int, lain: Sequence[int], cetak: Cetak
) -> Tabel:
    """Realisations of the years, with or without their achievements."""
    tahunan = [*sorted(lain), tahun]
    kolom = ["indikator", *(f"realisasi@{t}" if t != tahun else "realisasi" for t in tahunan)]
    dengan_capaian = s.benar()
    if dengan_capaian:
        kolom += [f"capaian@{t}" if t != tahun else "capaian" for t in tahunan]
    baris = []
    for k in kinerja:
        isi = [k.cetak_realisasi(cetak, t) for t in tahunan]
        if dengan_capaian:
            isi += ["-" if (c := k.capaian[t]) is None else cetak.hitungan(c) for t in tahunan]
        baris.append([k.indikator.nama, *isi])
    return Tabel.susun(kolom, baris, nomor=nomor, judul="Perbandingan Realisasi Antar Tahun")


def tabel_rencana(
    kinerja: Sequence[Kinerja], nomor: str, peran: str, tahun: int, lain: Sequence[int], akhir: int, cetak: Cetak
) -> Tabel:
    """Yearly targets of the plan (`target_renstra`) or of the main indicators (`target_iku`)."""
    isi = [k for k in kinerja if k.pita is None]
    tahunan = [*sorted(lain), tahun]
    kolom = ["indikator", *(f"{peran}@{t}" for t in tahunan), f"{peran}@{akhir}"]
    baris = [
        [
            k.indikator.nama,
            *(k.cetak_target(cetak, k.tahunan[t].target) for t in tahunan),
            k.cetak_target(cetak, k.target_akhir),
        ]
        for k in isi
    ]
    judul = "Target Renstra" if peran == "target_renstra" else "Penetapan Indikator Kinerja Utama"
    return Tabel.susun(kolom, baris, nomor=nomor, judul=judul)


def tabel_akhir(kinerja: Sequence[Kinerja], metode: Metode, nomor: str, tahun: int, cetak: Cetak) -> Tabel:
    """Realisation against the target at the end of the plan."""
    baris = []
    for k in kinerja:
        c = None if k.pita is not None else capaian(k.indikator, metode, k.target_akhir, k.tahunan[tahun].realisasi)
        akhir = "-" if k.pita is not None else k.cetak_target(cetak, k.target_akhir)
        baris.append(
            [k.indikator.nama, k.cetak_realisasi(cetak, tahun), akhir, "-" if c is None else cetak.hitungan(c)]
        )
    kolom = ["indikator", "realisasi", "target_akhir", "capaian_akhir"]
    return Tabel.susun(kolom, baris, nomor=nomor, judul="Capaian terhadap Target Jangka Menengah")
