"""Catatan Hasil Reviu (docx), with the draft of the Pernyataan Telah Direviu.

The statement says what the review allows, and no more: its plain form only where nothing stands in the way, else the
form with a paragraf penjelas that lists what does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.tulis.hasil_aturan import DIHITUNG
from sakip.tulis.kkr.daftar_uji import PEREVIU, butir, lingkup
from sakip.tulis.kkr.isi import Isi
from sakip.tulis.kkr.pernyataan import bunyi, halangan, pembuka
from sakip.tulis.office.pustaka import pastikan, satu
from sakip.tulis.path import path
from sakip.tulis.teks import besar
from sakip.tulis.words.catalogue import isi_pesan
from sakip.tulis.words.kamus import BATAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document as Dokumen

    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu
    from sakip.tulis import Opsi
    from sakip.tulis.kkr.daftar_uji import Butir

__all__ = ["buat", "tulis"]

PENUH = ("kesalahan", "peringatan")
"""Severities told in full; notes are listed."""


def tulis(reviu: Iterable[Reviu], opsi: Opsi) -> Iterator[bytes]:
    """The document of one review.

    Raises:
        KeluaranError: python-docx is missing, or there is more than one review.
    """
    pastikan("docx", "python-docx", "docx")
    yield buat(satu(reviu, isi_pesan("chr.satu", {}, opsi.bahasa)), opsi)


def buat(reviu: Reviu, opsi: Opsi) -> bytes:
    """The document as bytes; the same review gives the same bytes."""
    from sakip.tulis.office.docx_gaya import jadi_bytes, siapkan

    isi = Isi(reviu, opsi)
    judul = isi.kamus("chr.judul", instansi=isi.instansi, tahun=str(reviu.laporan.tahun))
    halaman = isi.kamus("kkr.halaman", ke=BATAS, semua=BATAS)
    d = siapkan(isi.kamus("chr.kepala", instansi=isi.instansi), isi.judul, judul, halaman)
    daftar_uji = butir(isi)
    _catatan(d, isi, daftar_uji)
    d.add_page_break()  # type: ignore[no-untyped-call] # python-docx left it out
    _pernyataan(d, isi, daftar_uji)
    return jadi_bytes(d)


def _catatan(d: Dokumen, isi: Isi, daftar_uji: list[Butir]) -> None:
    from sakip.tulis.office.docx_gaya import paragraf, tabel

    r, k = isi.reviu, isi.kamus
    d.add_paragraph(k("chr.catatan"), style="Title")
    data = [
        (k("chr.instansi"), isi.instansi),
        (k("chr.laporan"), isi.judul),
        (k("chr.sumber"), path(r.laporan.sumber) if r.laporan.sumber else ""),
        (k("kkr.sidik"), r.laporan.sha256),
        (k("chr.alat"), isi.alat),
        (k("chr.batasan"), isi.dibatasi),
    ]
    tabel(d, (), [b for b in data if b[1]], (4.5, 11.5))
    d.add_heading(k("chr.lingkup"), 1)
    paragraf(d, k("chr.lingkup.isi", **isi.cakupan))
    paragraf(d, lingkup(isi.instansi, isi.kamus))
    d.add_heading(k("chr.ringkasan"), 1)
    baris = [[besar(k(f"satu.{x}")), k.n(n), k.n(len(isi.terbuka(x)))] for x, n in r.hitung_keparahan().items()]
    semua = [k("chr.semua"), k.n(len(r.temuan)), k.n(len(isi.terbuka()))]
    tabel(d, [k(f"kkr.kolom.{x}") for x in ("temuan", "banyak", "terbuka")], [*baris, semua], (7, 3, 3))
    putusan = r.hitung_putusan()
    kepala = (k("chr.hubungan"), k("kkr.kolom.banyak"))
    tabel(d, kepala, [[k(f"chr.putusan.{p.value}"), k.n(putusan[p])] for p in DIHITUNG], (10, 3))
    d.add_heading(k("chr.catatan.isi"), 1)
    if not r.temuan:
        paragraf(d, k("kkr.temuan.tidak_ada"))
    for x in PENUH:
        _rinci(d, isi, [t for t in r.temuan if t.keparahan == x], x)
    _daftar(d, isi, [t for t in r.temuan if t.keparahan not in PENUH])
    d.add_heading(k("chr.daftar_uji"), 1)
    paragraf(d, k("uji.formulir"))
    tabel(
        d,
        [k(f"kkr.kolom.{x}") for x in ("no", "pernyataan", "hasil", "halangan", "pereviu")],
        [[b.nomor, b.uraian, isi.sebut_hasil(b.hasil), "\n".join(b.halangan), b.pereviu] for b in daftar_uji],
        (1.2, 4.6, 2.4, 4.4, 3.4),
    )
    if r.galat:
        paragraf(d, k("chr.gagal", n=len(r.galat), kode=", ".join(g.kode for g in r.galat)))
    d.add_heading(k("chr.persetujuan"), 1)
    paragraf(d, k("chr.persetujuan.isi"))
    _tanda_tangan(d, isi, ("yang_direviu", "tim"))


def _rinci(d: Dokumen, isi: Isi, temuan: list[Temuan], keparahan: str) -> None:
    """Findings in full, each a small table that stays together."""
    from sakip.tulis.office.docx_gaya import bayangi, paragraf, tabel

    if not temuan:
        return
    k = isi.kamus
    d.add_heading(k(f"chr.keparahan.{keparahan}", n=len(temuan)), 2)
    if keparahan == "peringatan":
        paragraf(d, k("chr.peringatan"))
    for t in temuan:
        tanggapan, _ = isi.tanggapan(t)
        angka = [
            k(f"angka.{x}", **{x: k.ucap(nilai)})
            for x, nilai in (("tertulis", t.tertulis), ("seharusnya", t.seharusnya), ("selisih", t.selisih))
            if nilai
        ]
        data = [
            (k("chr.nomor", nomor=str(isi.nomor[t.id])), f"{t.kode} {k.judul(t.kode)}"),
            (k("chr.tempat"), isi.letak(t)),
            (k("kkr.kolom.kondisi"), isi.kondisi(t)),
            (k("chr.angka"), "; ".join(angka)),
            (k("kkr.kolom.sebab"), isi.sebab(t)),
            (k("kkr.kolom.akibat"), _ringkas(isi, isi.akibat(t))),
            (k("kkr.kolom.rekomendasi"), isi.rekomendasi(t)),
            (k("chr.tanggapan"), tanggapan or "\n"),
        ]
        tb = tabel(d, (), [b for b in data if b[1]], (2.8, 13.2))
        for c in tb.rows[0].cells:
            bayangi(c, "FBE0DD" if keparahan == "kesalahan" else "FFF3CD")
            for p in c.paragraphs:
                for run in p.runs:
                    run.bold = True
        for baris in tb.rows[:-1]:
            for c in baris.cells:
                for p in c.paragraphs:
                    p.paragraph_format.keep_with_next = True


def _ringkas(isi: Isi, teks: str, paling_banyak: int = 5) -> str:
    garis = teks.split("\n")
    lebih = len(garis) - paling_banyak
    return "\n".join(garis if lebih <= 1 else [*garis[:paling_banyak], isi.kamus("chr.akibat.lainnya", n=lebih)])


def _daftar(d: Dokumen, isi: Isi, temuan: list[Temuan]) -> None:
    from sakip.tulis.office.docx_gaya import tabel

    if not temuan:
        return
    k = isi.kamus
    d.add_heading(k("chr.keparahan.catatan", n=len(temuan)), 2)
    baris = [[str(isi.nomor[t.id]), t.kode, isi.kondisi(t), isi.tanggapan(t)[0]] for t in temuan]
    kepala = (k("kkr.kolom.no"), k("kkr.kolom.kode"), k("chr.kolom.catatan"), k("chr.tanggapan"))
    tabel(d, kepala, baris, (1.1, 1.7, 9.7, 3.5))


def _pernyataan(d: Dokumen, isi: Isi, daftar_uji: list[Butir]) -> None:
    from sakip.tulis.office.docx_gaya import TENGAH, paragraf

    k, penghalang = isi.kamus, halangan(isi, daftar_uji)
    d.add_paragraph(k("pernyataan.judul"), style="Title")
    paragraf(d, isi.instansi.upper(), tebal=True, rata=TENGAH)
    paragraf(d, k("pernyataan.tahun", tahun=str(isi.reviu.laporan.tahun)), tebal=True, rata=TENGAH)
    paragraf(d, k(f"pernyataan.{'penjelas' if penghalang else 'polos'}"), rata=TENGAH)
    paragraf(d, pembuka(isi))
    paragraf(d, bunyi().tujuan)
    if penghalang:
        paragraf(d, k("pernyataan.penjelas.isi"))
        for h in penghalang:
            paragraf(d, h.judul, tebal=True)
            for teks in h.rincian:
                paragraf(d, k("butir_daftar", teks=teks))
    else:
        paragraf(d, bunyi().polos)
    _tanda_tangan(d, isi, ("inspektur",))
    d.add_heading(k("pernyataan.catatan"), 2)
    if penghalang:
        paragraf(d, k("pernyataan.ditahan"))
    sendiri = ", ".join(b.nomor for b in daftar_uji if b.resmi and b.hasil == PEREVIU)
    paragraf(d, k("pernyataan.syarat", butir=sendiri, **isi.cakupan))


def _tanda_tangan(d: Dokumen, isi: Isi, pihak: tuple[str, ...]) -> None:
    """Blocks to sign, without names."""
    from sakip.tulis.office.docx_gaya import TENGAH, isi_sel

    d.add_paragraph()
    t = d.add_table(rows=1, cols=2)
    t.autofit = True
    for i, kunci in enumerate(pihak if len(pihak) == 2 else ("", *pihak)):
        if kunci:
            nama = isi.kamus(f"chr.{kunci}")
            jabatan = f"{nama} ……………………………" if len(pihak) == 1 else isi.kamus("chr.jabatan", pihak=nama)
            teks = f"…………………, ……………………………\n{jabatan}\n\n\n\n……………………………………………\nNIP …………………………………"
            isi_sel(t.rows[0].cells[i], teks, rata=TENGAH, ukuran=10)
