"""Which form of the Pernyataan Telah Direviu a review leaves room for, and what stands in the way of the plain one.

The wording is that of the example form of PermenPANRB 53/2014, anak lampiran III/1-2. Lampiran III C.4.f foresees a
paragraf penjelas on what is not yet put right; that the plain form is withheld meanwhile is our design, not the rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.relasi import Putusan
from sakip.tulis.kkr.daftar_uji import BAIK, nomor_ringkas
from sakip.tulis.teks import pendek

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.temuan.temuan import Temuan
    from sakip.tulis.kkr.daftar_uji import Butir
    from sakip.tulis.kkr.isi import Isi

__all__ = ["PENJELAS", "POLOS", "TUJUAN", "Halangan", "halangan", "pembuka"]

TUJUAN = (
    "Reviu bertujuan untuk memberikan keyakinan terbatas laporan kinerja telah disajikan secara akurat, andal, dan "
    "valid."
)
POLOS = (
    "Berdasarkan reviu kami, tidak terdapat kondisi atau hal-hal yang menimbulkan perbedaan dalam meyakini keandalan "
    "informasi yang disajikan di dalam laporan kinerja ini."
)
"""The conclusion without reservation, as the regulation's form has it."""

PENJELAS = (
    "Berdasarkan reviu kami, hal-hal berikut belum diperbaiki, belum dijelaskan, atau belum dapat diperiksa, sehingga "
    "keandalan informasi yang disajikan di dalam laporan kinerja ini belum dapat kami yakini sejauh menyangkut hal itu:"
)
"""What introduces the paragraf penjelas; ours, since the form leaves it open."""

TITIK_TITIK = "…………………"
"""What is left to be filled in."""
PALING_BANYAK = 40
"""Matters of one kind that the statement lists; the rest stand in the Catatan Hasil Reviu."""

ALASAN_TERPANJANG = 160
"""Characters of the reason that stands behind an item; all of it stands in the checklist."""


@attrs.frozen
class Halangan:
    """Matters of one kind that keep the statement from its plain form."""

    judul: str
    rincian: tuple[str, ...]


def pembuka(isi: Isi) -> str:
    """What was reviewed, and whose it is."""
    instansi, tahun = isi.instansi or TITIK_TITIK, isi.reviu.laporan.tahun or TITIK_TITIK
    return (
        f"Kami telah mereviu Laporan Kinerja instansi pemerintah ({instansi}) untuk tahun anggaran {tahun} sesuai "
        "Pedoman Reviu atas Laporan Kinerja. Substansi informasi yang dimuat dalam Laporan Kinerja menjadi tanggung "
        f"jawab manajemen {instansi}."
    )


def halangan(isi: Isi, daftar_uji: Sequence[Butir]) -> list[Halangan]:
    """What stands in the way of the plain form, the gravest first; empty where it may be offered."""
    return [Halangan(judul, tuple(_batasi(rincian))) for judul, rincian in _halangan(isi, daftar_uji) if rincian]


def _batasi(rincian: list[str]) -> list[str]:
    lebih = len(rincian) - PALING_BANYAK
    return rincian if lebih <= 1 else [*rincian[:PALING_BANYAK], f"dan {lebih} lainnya dalam Catatan Hasil Reviu"]


def _halangan(isi: Isi, daftar_uji: Sequence[Butir]) -> Iterator[tuple[str, list[str]]]:
    r = isi.reviu
    salah = isi.terbuka("kesalahan")
    yield f"{len(salah)} kesalahan yang masih terbuka", [_sebut(isi, t) for t in salah]
    buka = {t.id for t in isi.terbuka()}
    jawab = [t for t in r.temuan if t.id not in buka and t.keparahan != "catatan"]
    yield "Perbedaan yang ditanggapi tetapi tidak diperbaiki", [_sebut(isi, t) for t in jawab]
    lain = [
        f"{len(semua)} {k}: Catatan Hasil Reviu no. {nomor_ringkas(sorted(isi.nomor[t.id] for t in semua))}"
        for k in ("peringatan", "catatan")
        if (semua := isi.terbuka(k))
    ]
    yield "Peringatan dan catatan yang belum dijelaskan", lain
    yield "Butir daftar uji yang belum terpenuhi", [_butir(b) for b in daftar_uji if b.resmi and b.hasil not in BAIK]
    terbatas = [f"reviu dibatasi: {isi.dibatasi}"] if isi.dibatasi else []
    terbatas += [f"aturan gagal dijalankan: {g.kode}" for g in r.galat]
    if not r.cakupan.angka or not any(h.putusan in {Putusan.SESUAI, Putusan.PEMBULATAN} for h in r.relasi):
        terbatas.append("tidak ada angka yang dapat diuji")
    yield "Batasan reviu", terbatas
    sumber = [isi.kamus.catatan(c) for c in r.laporan.catatan]
    if r.cakupan.hilang and not sumber:
        sumber.append(f"{r.cakupan.hilang} bagian tidak terbaca")
    yield "Bagian sumber yang tidak terbaca atau tidak dipahami", sumber


def _sebut(isi: Isi, t: Temuan) -> str:
    tertulis, seharusnya = isi.kamus.ucap(t.tertulis), isi.kamus.ucap(t.seharusnya)
    angka = f": tercetak {tertulis}" if tertulis else ""
    angka += f", seharusnya {seharusnya}" if tertulis and seharusnya else ""
    return f"No. {isi.nomor[t.id]} {t.kode} {isi.kamus.ucap(t.tempat)}{angka}"


def _butir(b: Butir) -> str:
    alasan = f" ({pendek(b.halangan[0], ALASAN_TERPANJANG)})" if b.halangan else ""
    return f"{b.nomor} {b.uraian}: {b.hasil}{alasan}"
