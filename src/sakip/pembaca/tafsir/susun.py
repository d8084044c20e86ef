"""The parts of a document into a `Laporan`: tables, forms, profile, method, calculations, prose."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING

import attrs

from sakip.model.laporan import Catatan, Laporan
from sakip.pembaca.blok import Paragraf
from sakip.pembaca.hasil import Pembacaan
from sakip.pembaca.tafsir.formulir.formulir import baca_formulir
from sakip.pembaca.tafsir.hitungan import cari_efisiensi, cari_komponen
from sakip.pembaca.tafsir.indikator import cari_indikator
from sakip.pembaca.tafsir.kosakata import kosakata as kosakata_bawaan
from sakip.pembaca.tafsir.metode import cari_metode
from sakip.pembaca.tafsir.neraca import lengkapi
from sakip.pembaca.tafsir.profil import (
    cari_instansi,
    cari_judul,
    cari_organisasi,
    cari_renstra,
    cari_tahun,
    cari_tanggal,
)
from sakip.pembaca.tafsir.prosa.alinea import ALINEA_TERPANJANG, susun_alinea
from sakip.pembaca.tafsir.prosa.bagian import cari_bagian
from sakip.pembaca.tafsir.prosa.narasi import cari_klaim
from sakip.pembaca.tafsir.tabel.rangkai import TabelMentah, rangkai
from sakip.pembaca.tafsir.tabel.tabel import tafsirkan_tabel
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.pembaca.blok import Blok, Dokumen
    from sakip.pembaca.tafsir.kosakata import Kosakata
    from sakip.pembaca.tafsir.tabel.tabel import TabelTafsir

__all__ = ["tafsirkan"]

KATA_TERPANJANG = 2000
"""Characters without a space, beyond which it is no word of a language: patterns would be sought in it for long."""
_TERLALU_PANJANG = re.compile(rf"(\S{{{KATA_TERPANJANG}}})\S+")


def tafsirkan(dokumen: Dokumen, kosakata: Kosakata | None = None, terlewat: Sequence[Catatan] = ()) -> Pembacaan:
    """Understand a document.

    Args:
        dokumen: its blocks.
        kosakata: the vocabulary; the one that comes with the package when left out.
        terlewat: what the reader of the format could not read.
    """
    kata = kosakata or kosakata_bawaan()
    catatan = list(terlewat)
    rangkaian = rangkai([p for b in dokumen.blok for p in _tanpa_raksasa(b, catatan)], kata)
    bagian = rangkaian.bagian
    tahun = cari_tahun(bagian)
    formulir = baca_formulir(bagian, kata, tahun)
    tafsiran: list[TabelTafsir] = [
        tafsirkan_tabel(t, kata, tahun, rangkaian.daftar)
        for i, t in enumerate(bagian)
        if isinstance(t, TabelMentah) and i not in formulir.terpakai
    ]
    tabel = tuple(t.tabel for t in tafsiran)
    alinea = susun_alinea(bagian, rangkaian.kepala | formulir.terpakai)
    instansi = cari_instansi(bagian, alinea, formulir.instansi)
    catatan += [c for t in tafsiran for c in t.catatan]
    catatan += [Catatan(kalimat("tabel_tidak_ada", judul=p.teks), p.lokasi, hilang=True) for p in rangkaian.tanpa_tabel]
    asing = tuple(t.tak_dikenali for t in tafsiran if t.tak_dikenali)
    if not tahun:
        catatan.append(Catatan(kalimat("tahun_tidak_ditemukan")))
    if not instansi:
        catatan.append(Catatan(kalimat("instansi_tidak_ditemukan")))
    metode, bertentangan = cari_metode(alinea, kata, tabel)
    catatan += bertentangan
    laporan = Laporan(
        instansi=instansi,
        tahun=tahun,
        judul=cari_judul(alinea),
        tanggal=cari_tanggal(alinea),
        bagian=cari_bagian(bagian, alinea),
        renstra=cari_renstra(alinea, [t.judul for t in tabel]),
        metode=metode,
        organisasi=cari_organisasi(alinea, formulir.perjanjian),
        indikator=cari_indikator(tabel, formulir.perjanjian, kata, instansi, metode),
        tabel=tabel,
        perjanjian=formulir.perjanjian,
        sumber=dokumen.sumber,
        sha256=dokumen.sha256,
    )
    laporan = attrs.evolve(
        laporan, komponen=cari_komponen(alinea, laporan.indikator), efisiensi=cari_efisiensi(alinea, kata)
    )
    klaim, terlalu_banyak = cari_klaim(alinea, laporan, kata, _pengantar(bagian, rangkaian.kepala))
    catatan += terlalu_banyak
    laporan = attrs.evolve(
        laporan,
        catatan=(
            *catatan,
            *(Catatan(kalimat("tabel_tidak_dikenali", judul=a.judul, sebab=a.alasan), a.lokasi) for a in asing),
        ),
        narasi=klaim,
    )
    bab = {id(bagian[a.urut + n]): a.bagian for a in alinea for n in range(len(a.lokasi))}
    return Pembacaan(lengkapi(laporan, dokumen.blok, lambda b: bab.get(id(b), "")), asing, tuple(catatan))


def _tanpa_raksasa(b: Blok, catatan: list[Catatan]) -> Iterator[Blok]:
    """A block without words that are none, and a paragraph that is too long in pieces."""
    if not isinstance(b, Paragraf) or len(b.teks) <= KATA_TERPANJANG:
        yield b
        return
    teks, banyak = _TERLALU_PANJANG.subn(r"\1…", b.teks)
    if banyak:
        catatan.append(Catatan(kalimat("kata_terlalu_panjang", n=banyak, karakter=KATA_TERPANJANG), b.lokasi))
    bagian = [teks]
    if len(teks) > ALINEA_TERPANJANG:
        bagian = wrap(teks, ALINEA_TERPANJANG, break_long_words=False, break_on_hyphens=False)
        catatan.append(Catatan(kalimat("alinea_terlalu_panjang", karakter=ALINEA_TERPANJANG), b.lokasi))
    for n, t in enumerate(bagian):
        yield attrs.evolve(b, teks=t, sambung=b.sambung and not n)


def _pengantar(bagian: Sequence[Paragraf | TabelMentah], kepala: frozenset[int]) -> dict[int, str]:
    """The paragraphs right above tables, with the titles of the tables."""
    hasil: dict[int, str] = {}
    for i, t in enumerate(bagian):
        if isinstance(t, TabelMentah) and t.judul:
            j = i - 1
            while j in kepala:
                j -= 1
            if j >= 0 and not isinstance(bagian[j], TabelMentah):
                hasil[j] = t.judul
    return hasil
