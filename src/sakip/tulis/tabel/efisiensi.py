"""The calculation of efficiency, step by step, from the figures as they should be, beside what is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.angka.angka import Jenis
from sakip.angka.interval import Interval
from sakip.aturan.metode import rumus_capaian, skala_efisiensi
from sakip.errors import AngkaError, SkalaError
from sakip.fakta.register import ANGGARAN
from sakip.hukum.hitung import Efisiensi, Nilai, capaian, efisiensi
from sakip.tulis.tabel import SelBenar, TabelBenar

if TYPE_CHECKING:
    from fractions import Fraction

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.register import BarisFakta, Butir, Register, TabelFakta
    from sakip.model.laporan import Laporan

__all__ = ["tabel_efisiensi"]

Ganti = dict["Lokasi", "str | Interval"]


def tabel_efisiensi(laporan: Laporan, reg: Register, ganti: Ganti) -> list[TabelBenar]:
    """One table for each printed table of PAK × CK; none when a line lacks a figure."""
    if not laporan.metode.efisiensi:
        return []
    hasil = []
    for t in reg.tabel:
        if t.tabel.indeks("pagu_capaian") is None:
            continue
        e = _hitung(reg, t, ganti)
        if e is not None:
            hasil.append(_tabel(reg, t, e))
    return hasil


def _hitung(reg: Register, t: TabelFakta, ganti: Ganti) -> Efisiensi | None:
    baris: list[tuple[Nilai, Nilai, Nilai]] = []
    for b in t.rincian:
        isi = [_nilai(b.butir.get(p), ganti) for p in ("pagu", "realisasi_anggaran")]
        ck = _capaian(reg, b, ganti)
        if isi[0] is None or isi[1] is None or ck is None:
            return None
        baris.append((Nilai(isi[0]), Nilai(isi[1]), ck))
    if not baris:
        return None
    try:
        uang = [(p.pecahan, r.pecahan, c.pecahan) for p, r, c in baris]
        return efisiensi(uang, metode=reg.laporan.metode.efisiensi, skala=skala_efisiensi(reg))
    except (AngkaError, SkalaError):
        return None


def _capaian(reg: Register, b: BarisFakta, ganti: Ganti) -> Nilai | None:
    """Achievement, not rounded where target and realisation are printed."""
    target, realisasi = (b.butir.get(p) for p in ("target", "realisasi"))
    t, r = _nilai(target, ganti), _nilai(realisasi, ganti)
    if t is None or r is None:
        ck = _nilai(b.butir.get("capaian"), ganti)
        return None if ck is None else Nilai(ck)
    _, rumus, _ = rumus_capaian(reg, b.indikator, target, realisasi)[0]
    return capaian(t, r, rumus=rumus)


def _nilai(b: Butir | None, ganti: Ganti) -> Fraction | None:
    if b is None:
        return None
    n = ganti.get(b.lokasi)
    return n.tengah if isinstance(n, Interval) else b.nilai


def _tabel(reg: Register, t: TabelFakta, e: Efisiensi) -> TabelBenar:
    baris = [(SelBenar(x.teks), SelBenar(x.nilai.tulis(2, x.jenis))) for x in e.langkah]
    catatan = []
    tahun = reg.laporan.tahun
    for peran, nilai in (
        ("pagu_capaian", e.jumlah_pagu_capaian), ("selisih_efisiensi", e.jumlah_selisih_efisiensi),
        ("efisiensi", e.e), ("nilai_efisiensi", e.ne),
    ):  # fmt: skip
        cetak = reg.cari(ANGGARAN, peran, tahun)
        if cetak is None or nilai is None or cetak.cetak is None:
            continue
        jenis = Jenis.RUPIAH if cetak.peran.jenis is Jenis.RUPIAH else Jenis.PERSEN
        teks = nilai.tulis(max(cetak.desimal, 2), jenis)
        sama = cetak.cetak.memuat(nilai.pecahan)
        baris.append((SelBenar(f"{cetak.nama}, dibanding cetakan"), SelBenar(teks, None if sama else cetak.teks)))
        if not sama:
            catatan.append(f"{cetak.nama}: {teks} (tercetak {cetak.teks})")
    if e.kategori is not None:
        cetak = next(iter(reg.cetakan(ANGGARAN, "kategori_efisiensi", tahun)), None)
        skala = skala_efisiensi(reg)
        kelas = skala.cari(cetak.label) if cetak is not None and skala is not None else None
        beda = cetak is not None and (kelas.label if kelas is not None else cetak.label) != e.kategori
        baris.append((SelBenar("Kategori"), SelBenar(e.kategori, cetak.teks if beda and cetak is not None else None)))
    return TabelBenar(
        judul=f"Perhitungan efisiensi menurut {t.tabel.sebutan}",
        kepala=("Langkah", "Hasil"),
        baris=tuple(baris),
        angka=frozenset({1}),
        catatan=tuple(catatan),
    )
