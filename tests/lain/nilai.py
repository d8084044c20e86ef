"""Sections whose targets are no plain figures: bands, bounds, ratios, durations, days, levels, grades."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from .angka import Notasi, hitung
from .naskah import Baris, Kolom

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .angka import Angka
    from .naskah import Naskah, Sel

POKOK = (Kolom("t", "Target"), Kolom("r", "Realisasi"), Kolom("c", "Capaian (%)"))
PITA = (
    "Tingkat Hunian Asrama",
    "Kelembapan Ruang Arsip",
    "Indeks Suhu Gudang",
    "Kadar Air Benih",
    "Beban Puncak Jaringan",
)
RASIO = ("Rasio Pengajar terhadap Siswa", "Rasio Petugas terhadap Blok", "Rasio Pendamping terhadap Kelompok Binaan")
LEVEL = ("Maturitas Penyelenggaraan SPIP", "Kapabilitas APIP", "Kematangan Tata Kelola Data", "Kematangan Organisasi")
OPINI = ("Opini atas Laporan Keuangan", "Opini BPK", "Opini Pemeriksa atas LK")
MUTU = ("Mutu Pelayanan Loket", "Kualitas Kearsipan", "Predikat Kepatuhan", "Kategori Keterbukaan Informasi")
BATAS_ATAS = ("Keluhan yang Terlambat Dijawab", "Lama Proses Rekomendasi", "Berkas yang Dikembalikan")
BATAS_BAWAH = ("Kehadiran Peserta", "Ketersediaan Stok Bahan", "Kepuasan Pengguna Aplikasi")
WAKTU = ("Waktu Tanggap Panggilan", "Lama Antrean Loket", "Waktu Muat Layanan Daring")
HARI = ("Penyampaian Laporan Bulanan", "Penetapan Dokumen Kerja", "Penyerahan Laporan Keuangan")
BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni")


def _tabel(d: Naskah, judul: str, baris: Sequence[dict[str, Sel]]) -> None:
    satuan = [d.kol("satuan", "satuan")] if all("satuan" in b for b in baris) and d.mungkin(0.6) else []
    isi = [Baris(b) for b in baris]
    d.r.shuffle(isi)
    d.tabel(f"{judul} Tahun {{t}}", [d.kol("nama", "nama"), *satuan, *POKOK], isi)


def _tulis(d: Naskah, x: Fraction, desimal: int) -> str:
    return d.notasi(desimal).cetak(x)


def _capaian(d: Naskah, nilai: Fraction) -> Angka:
    """An achievement that no formula over figures is declared for."""
    return d.angka(nilai, d.persen(2))


def _dibatasi(d: Naskah, nilai: Fraction) -> Fraction | None:
    """The value; None where the cap of the report would change it, which is another kind."""
    batas = d.aturan.batas
    return None if batas is not None and nilai > batas else nilai


def rentang(d: Naskah) -> None:
    """Bands: 100 inside, by the nearer end outside."""
    antara = d.pilih((" - ", "-", " – ", " s.d. ", " s/d ", " sampai dengan "))
    satuan = d.pilih(("", "%", " %"))
    desimal = d.pilih((0, 1))
    baris: list[dict[str, Sel]] = []
    for nama in d.r.sample(PITA, d.r.randint(3, 5)):
        bawah = Fraction(d.r.randint(40, 70))
        atas = bawah + d.r.randint(3, 9)
        r = d.pilih((bawah + d.r.randint(1, 2), atas + d.r.randint(1, 9), bawah - d.r.randint(3, 20)))
        nilai = Fraction(100) if bawah <= r <= atas else r / (atas if r > atas else bawah) * 100
        if (c := _dibatasi(d, nilai)) is None:
            c, r = Fraction(100), bawah + 1
        target = f"{_tulis(d, bawah, desimal)}{antara}{_tulis(d, atas, desimal)}{satuan}"
        baris.append({"nama": nama, "t": target, "r": _tulis(d, r, desimal) + satuan, "c": _capaian(d, c)})
    d.jenis.add("target_rentang")
    _tabel(d, "Capaian Indikator Terkendali", baris)


def _berumus(
    d: Naskah, judul: str, nama: Sequence[str], notasi: Notasi, ukur: Callable[[], tuple[int, int]], rumus: str
) -> None:
    """Targets and realisations with a word or mark before the figure, by one formula."""
    baris: list[dict[str, Sel]] = []
    for n in nama:
        for _ in range(20):
            t_, r_ = ukur()
            if _dibatasi(d, hitung(rumus, [Fraction(r_), Fraction(t_)])) is not None:
                break
        else:
            t_, r_ = 4, 4
        t, r = d.angka(t_, notasi), d.angka(r_, notasi)
        baris.append({"nama": n, "t": t, "r": r, "c": d.hitung("capaian", rumus, (r, t), d.persen(2), kata=False)})
    _tabel(d, judul, baris)


def rasio(d: Naskah) -> None:
    """Ratios of one to so many."""
    notasi = Notasi(depan=d.pilih(("1 : ", "1:", "1 :")))
    d.jenis.add("target_rasio")
    rumus = d.pilih(("R/T", "T/R"))
    _berumus(d, "Rasio Pelayanan", RASIO, notasi, lambda: (d.r.randint(15, 40), d.r.randint(12, 45)), rumus)


def level(d: Naskah) -> None:
    """Levels with their numbers."""
    notasi = Notasi(depan=d.pilih(("Level ", "Tingkat ", "level ")))
    d.jenis.add("target_level")
    nama = d.r.sample(LEVEL, d.r.randint(3, 4))
    _berumus(d, "Tingkat Kematangan", nama, notasi, lambda: (d.r.randint(2, 4), d.r.randint(1, 5)), "R/T")


def predikat(d: Naskah) -> None:
    """Opinions and grades in words that were reached, grades with their scores, one that was not reached."""
    baris: list[dict[str, Sel]] = []
    opini = d.pilih(("WTP", "Wajar Tanpa Pengecualian"))
    baris.append({"nama": d.pilih(OPINI), "t": opini, "r": opini, "c": _capaian(d, Fraction(100))})
    d.jenis.add("target_opini")
    for nama in d.r.sample(MUTU, 2):
        kata = d.pilih(("Baik", "Sangat Baik", "Tinggi"))
        baris.append({"nama": nama, "t": kata, "r": kata, "c": _capaian(d, Fraction(100))})
    bentuk = d.pilih(("{p} ({n})", "{n} ({p})", "{p} (Nilai {n})", "{p} / {n}"))
    t, r = Fraction(d.r.randint(7010, 7500), 100), Fraction(d.r.randint(6100, 7990), 100)
    if _dibatasi(d, r / t * 100) is not None:
        d.jenis.add("target_predikat")
        sel = [bentuk.format(p="BB" if x > 70 else "B", n=_tulis(d, x, 2)) for x in (t, r)]
        baris.append({"nama": "Nilai SAKIP", "t": sel[0], "r": sel[1], "c": _capaian(d, r / t * 100)})
    _tabel(d, "Capaian Predikat dan Opini", baris)


def ambang(d: Naskah) -> None:
    """At most and at least: 100 where the bound is kept, or by the formula in either case."""
    penuh = d.mungkin(0.5)
    for nama, tanda, rumus, kata in (
        (BATAS_ATAS, ("≤ ", "maks. ", "maksimal ", "<= ", "paling banyak "), d.aturan.negatif, "target_paling_banyak"),
        (BATAS_BAWAH, ("≥ ", "min. ", "Minimal ", ">= ", "paling sedikit "), "R/T", "target_paling_sedikit"),
    ):
        depan = d.pilih(tanda)
        baris: list[dict[str, Sel]] = []
        for n in nama:
            t, r = Fraction(d.r.randint(10, 30)), Fraction(d.r.randint(8, 33))
            dicapai = r <= t if kata == "target_paling_banyak" else r >= t
            nilai = Fraction(100) if penuh and dicapai else hitung(rumus, [r, t])
            if (c := _dibatasi(d, nilai)) is None:
                r, c = t, Fraction(100)
            baris.append({"nama": n, "t": depan + _tulis(d, t, 0), "r": _tulis(d, r, 0), "c": _capaian(d, c)})
        d.jenis.add(kata)
        _tabel(d, "Capaian terhadap Batas", baris)


def waktu(d: Naskah) -> None:
    """Durations in two units, and the days of deadlines."""
    baris: list[dict[str, Sel]] = []
    for nama in WAKTU:
        t, r = d.r.randint(6, 12), d.r.randint(300, 720)
        nilai = hitung(d.aturan.negatif, [Fraction(r, 60), Fraction(t)])
        if _dibatasi(d, nilai) is None:
            r, nilai = t * 60, Fraction(100)
        lama = f"{r // 60} menit {r % 60} detik" if r % 60 else f"{r // 60} menit"
        baris.append({"nama": nama, "satuan": "Menit", "t": f"{t} menit", "r": lama, "c": _capaian(d, nilai)})
    d.jenis.add("target_waktu")
    for nama in d.r.sample(HARI, 2):
        hari = f"{d.r.randint(5, 28)} {d.pilih(BULAN)}"
        tepat = d.mungkin(0.5)
        batas = hari if tepat else f"paling lambat {hari}"
        dicapai = hari if tepat else f"{d.r.randint(1, 4)} Januari"
        baris.append({"nama": nama, "satuan": "Tanggal", "t": batas, "r": dicapai, "c": _capaian(d, Fraction(100))})
    d.jenis.add("target_tanggal")
    _tabel(d, "Ketepatan Waktu Layanan", baris)
