"""A whole report: a cover, chapters, sections drawn at random."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from . import anggaran, hitungan, kinerja, nilai, ucapan, umum
from .dunia import bangun
from .naskah import Naskah

if TYPE_CHECKING:
    from collections.abc import Callable

    from .naskah import Dokumen

BAGIAN: tuple[tuple[int, Callable[[Naskah], None], str], ...] = (
    (1, umum.golongan_induk, "golongan_induk"),
    (1, umum.bagan_organisasi, "bagan_organisasi"),
    (1, umum.tahun_pengadaan, "tahun_pengadaan"),
    (1, umum.kunjungan_jumlah_satuan, "kunjungan_jumlah_satuan"),
    (1, umum.kolom_tahun_saja, "kolom_tahun_saja"),
    (1, hitungan.mutasi, "mutasi"),
    (1, hitungan.bagian, "bagian_dari_seluruh"),
    (1, hitungan.pertumbuhan, "pertumbuhan"),
    (2, umum.definisi, "definisi_operasional"),
    (2, umum.rencana, "target_beberapa_tahun"),
    (2, umum.pk, "formulir_pk"),
    (2, anggaran.murni_dan_perubahan, "murni_dan_perubahan"),
    (2, anggaran.selisih_terbalik, "selisih_terbalik"),
    (3, umum.komponen_akip, "komponen_akip"),
    (3, kinerja.utama, "indikator_utama"),
    (3, kinerja.utama, "indikator_utama"),
    (3, kinerja.tahun_di_kepala, "tahun_di_kepala"),
    (3, kinerja.capaian_terhadap_akhir, "capaian_terhadap_akhir"),
    (3, kinerja.capaian_berisi_realisasi, "capaian_berisi_realisasi"),
    (3, kinerja.tabel_judul_tahun_lain, "tabel_judul_tahun_lain"),
    (3, kinerja.tabel_unit_lain, "tabel_unit_lain"),
    (3, kinerja.tabel_triwulan_lain, "tabel_triwulan_lain"),
    (3, kinerja.polaritas, ""),
    (3, kinerja.polaritas, ""),
    (3, kinerja.batas, ""),
    (3, kinerja.batas, ""),
    (3, kinerja.batas, ""),
    (3, kinerja.label_tanpa_skala, ""),
    (3, kinerja.label_tanpa_skala, ""),
    (3, kinerja.nama_berawal_jumlah, "nama_berawal_jumlah"),
    (3, kinerja.kata_polaritas_menipu, "kata_polaritas_menipu"),
    (3, kinerja.realisasi_indikator_persen, "realisasi_indikator_persen"),
    (3, kinerja.nilai_capaian_konversi, "nilai_capaian_konversi"),
    (3, kinerja.indikator_ulang_per_sasaran, "indikator_ulang_per_sasaran"),
    (3, kinerja.indikator_pada_kegiatan_dan_sub, "indikator_pada_kegiatan_dan_sub"),
    (3, kinerja.kata_bukan_angka, "kata_bukan_angka"),
    (3, kinerja.baris_bertahun, ""),
    (3, kinerja.baris_bertahun, ""),
    (3, kinerja.triwulan, "triwulan"),
    (3, kinerja.naik_turun, "naik_turun"),
    (3, kinerja.banding_nasional, "banding_nasional"),
    (3, anggaran.per_program, "anggaran_per_program"),
    (3, anggaran.per_program, "anggaran_per_program"),
    (3, anggaran.hierarki, "hierarki_anggaran"),
    (3, anggaran.hierarki_tanpa_kode, "hierarki_tanpa_kode"),
    (3, anggaran.jumlah_di_bawah, "jumlah_di_bawah"),
    (3, anggaran.belum_terealisasi, "belum_terealisasi"),
    (3, anggaran.induk_tanpa_uang, "induk_tanpa_uang"),
    (3, anggaran.total_sebagian, "total_sebagian"),
    (3, anggaran.jumlah_per_sasaran, "jumlah_per_sasaran"),
    (3, anggaran.serapan_fisik, "serapan_fisik"),
    (3, anggaran.capaian_bukan_serapan, "capaian_bukan_serapan"),
    (3, anggaran.juta_rupiah, "juta_rupiah"),
    (3, anggaran.rerata_serapan, "rerata_tertimbang_atau_biasa"),
    (3, anggaran.prosa, ""),
    (3, anggaran.prosa, ""),
    (3, kinerja.prosa, ""),
    (3, anggaran.anggaran_per_tahun, "anggaran_per_tahun"),
    (3, anggaran.tahun_lalu, "anggaran_tahun_lalu"),
    (3, anggaran.sumber_dana, "sumber_dana"),
    (3, anggaran.anggaran_triwulan, "anggaran_triwulan"),
    (3, anggaran.efisiensi, "rumus_di_kepala"),
    (3, anggaran.kegiatan_per_unit, "kegiatan_per_unit"),
    (3, anggaran.program_nama_sama, "program_nama_sama"),
    (3, anggaran.data_datar, "data_datar"),
    (3, hitungan.cakupan, "cakupan"),
    (3, hitungan.capaian_serapan, "capaian_kurang_serapan"),
    (3, hitungan.evaluasi_renja, "evaluasi_renja"),
    (3, nilai.rentang, ""),
    (3, nilai.rasio, ""),
    (3, nilai.level, ""),
    (3, nilai.predikat, ""),
    (3, nilai.ambang, ""),
    (3, nilai.waktu, ""),
)
"""Chapter, section, and the kind it is; sections without one name their kinds themselves."""

JENIS = (
    *(nama for _, _, nama in BAGIAN if nama),
    "polaritas_negatif_a",
    "polaritas_negatif_b",
    "kolom_polaritas",
    "batas_100",
    "batas_120",
    "skala_tabel",
    "skala_daftar",
    "label_tanpa_skala",
    "tahun_di_baris",
    "baris_tanpa_nama",
    "desimal_titik",
    "satuan_miliar_prosa",
    "prosa_serapan",
    "prosa_capaian",
    "prosa_rerata",
    "prosa_tahun_lalu",
    "prosa_banyaknya",
    "ucapan",
    "sisa",
    "label_berskala",
    "target_rentang",
    "target_rasio",
    "target_level",
    "target_opini",
    "target_predikat",
    "target_paling_banyak",
    "target_paling_sedikit",
    "target_waktu",
    "target_tanggal",
)
"""Every kind a report may contain."""


def buat(benih: int) -> Dokumen:
    """The report of this seed."""
    r = Random(benih)  # noqa: S311  # reports, not secrets
    dunia = bangun(r)
    gaya = r.choices(("id", "campur", "en"), (76, 14, 10))[0]
    nomor = r.choice(("{b}.{n}", "{b}.{n}", "{b}. {n}", "{r}.{n}"))
    d = Naskah(r, dunia, dunia.aturan, dunia.skala, gaya, r.choice((".md", ".txt")), nomor)
    _sampul(d)
    dipilih = dict.fromkeys(r.sample(BAGIAN, r.randint(5, 8)))
    for bab in (1, 2, 3):
        d.mulai_bab(bab)
        if bab == 3:
            _ketentuan(d)
        for _, bagian, jenis in (x for x in dipilih if x[0] == bab):
            _bagian(d, bagian, jenis)
        if bab == 3 and not d.relasi:
            _bagian(d, anggaran.per_program, "anggaran_per_program")
    d.r = Random(f"ucapan {benih}")  # noqa: S311  # what stands above does not depend on the sentences
    ucapan.tulis(d)
    return d.selesai()


def _bagian(d: Naskah, bagian: Callable[[Naskah], None], jenis: str) -> None:
    sebelum = len(d.blok)
    if d.mungkin(0.4):
        d.kalimat("isi")
        sebelum += 1
    bagian(d)
    if jenis and len(d.blok) > sebelum:
        d.jenis.add(jenis)


def _sampul(d: Naskah) -> None:
    w = d.dunia
    tanda = "# " if d.akhiran == ".md" else ""
    judul = d.pilih(
        (
            "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)",
            "LAPORAN KINERJA INSTANSI PEMERINTAH",
            "LAPORAN KINERJA",
            "LKjIP",
        )
    )
    if d.mungkin(0.3):
        d.blok.append([f"{tanda}{judul} TAHUN {w.tahun}"])
        d.blok.append([w.instansi.upper()])
        return
    d.blok.append([tanda + judul])
    d.blok.append([d.pilih((w.instansi.upper(), w.instansi))])
    d.blok.append([d.pilih((f"TAHUN {w.tahun}", f"TAHUN ANGGARAN {w.tahun}", f"Tahun {w.tahun}"))])


def _ketentuan(d: Naskah) -> None:
    """How the report computes and labels achievements, as far as it says so."""
    a = d.aturan
    if a.negatif_tersurat:
        huruf = "a" if a.negatif == "(2T-R)/T" else "b"
        d.kalimat("positif")
        d.kalimat(f"negatif_{huruf}")
    if a.batas is not None and a.batas_tersurat:
        d.kalimat("batas", c=a.batas)
    umum.skala(d)
