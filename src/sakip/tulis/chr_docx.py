"""Catatan Hasil Reviu (docx), with the draft of the Pernyataan Telah Direviu. Always in Indonesian.

The statement says what the review allows, and no more: its plain form only where nothing stands in the way, else the
form with a paragraf penjelas that lists what does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip._version import __version__
from sakip.relasi import Putusan
from sakip.tulis.jalur import jalur
from sakip.tulis.kkr.daftar_uji import FORMULIR, PEREVIU, butir, lingkup
from sakip.tulis.kkr.isi import Isi
from sakip.tulis.kkr.pernyataan import PENJELAS, POLOS, TUJUAN, halangan, pembuka
from sakip.tulis.office.pustaka import pastikan, satu
from sakip.tulis.teks import banyak, bersih

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
    yield buat(satu(reviu, "catatan hasil reviu"), opsi)


def buat(reviu: Reviu, opsi: Opsi) -> bytes:
    """The document as bytes; the same review gives the same bytes."""
    from sakip.tulis.office.docx_gaya import jadi_bytes, siapkan

    isi = Isi(reviu, opsi)
    judul = f"Catatan Hasil Reviu {isi.instansi} {reviu.laporan.tahun}"
    d = siapkan(f"Catatan Hasil Reviu — {isi.instansi}", isi.judul, judul)
    daftar_uji = butir(isi)
    _catatan(d, isi, daftar_uji)
    d.add_page_break()  # type: ignore[no-untyped-call] # python-docx left it out
    _pernyataan(d, isi, daftar_uji)
    return jadi_bytes(d)


def _catatan(d: Dokumen, isi: Isi, daftar_uji: list[Butir]) -> None:
    from sakip.tulis.office.docx_gaya import paragraf, tabel

    r = isi.reviu
    d.add_paragraph("CATATAN HASIL REVIU", style="Title")
    data = [
        ("Instansi", isi.instansi),
        ("Laporan yang direviu", isi.judul),
        ("Sumber", jalur(r.laporan.sumber) if r.laporan.sumber else ""),
        ("Sidik sumber (SHA-256)", r.laporan.sha256),
        ("Alat", f"sakip {__version__}, aturan {r.aturan}"),
        ("Batasan", isi.dibatasi),
    ]
    tabel(d, (), [b for b in data if b[1]], (4.5, 11.5))
    d.add_heading("1. Ruang lingkup", 1)
    c = r.cakupan
    paragraf(
        d,
        "Reviu menghitung ulang angka yang tercetak dalam laporan dan membandingkannya satu sama lain, menurut metode "
        "yang dinyatakan laporan sendiri. Reviu memberi keyakinan terbatas; laporan tidak dibandingkan dengan dokumen "
        f"sumber. Terperiksa {banyak(c.terperiksa)} dari {banyak(c.angka)} angka ({c.persen}%); sisanya tercantum "
        "dalam kertas kerja.",
    )
    paragraf(d, lingkup(isi.instansi))
    d.add_heading("2. Ringkasan", 1)
    keparahan = r.hitung_keparahan()
    baris = [[k.capitalize(), str(n), str(len(isi.terbuka(k)))] for k, n in keparahan.items()]
    tabel(
        d, ("Temuan", "Banyak", "Terbuka"), [*baris, ["Semua", str(len(r.temuan)), str(len(isi.terbuka()))]], (7, 3, 3)
    )
    putusan = r.hitung_putusan()
    nama = {
        Putusan.SESUAI: "Sesuai", Putusan.PEMBULATAN: "Sesuai karena pembulatan",
        Putusan.TIDAK_SESUAI: "Tidak sesuai", Putusan.TAK_DAPAT_DIPERIKSA: "Tidak dapat diperiksa",
    }  # fmt: skip
    tabel(d, ("Uji hubungan antarangka", "Banyak"), [[t, banyak(putusan[p])] for p, t in nama.items()], (10, 3))
    d.add_heading("3. Catatan", 1)
    if not r.temuan:
        paragraf(d, "Tidak ada temuan.")
    for k in PENUH:
        _rinci(d, isi, [t for t in r.temuan if t.keparahan == k], k)
    _daftar(d, isi, [t for t in r.temuan if t.keparahan not in PENUH])
    d.add_heading("4. Daftar uji", 1)
    paragraf(d, FORMULIR)
    tabel(
        d,
        ("No", "Pernyataan", "Hasil hitungan", "Yang menghalangi", "Sisanya bagi pereviu"),
        [[b.nomor, b.uraian, b.hasil, "\n".join(b.halangan), b.pereviu] for b in daftar_uji],
        (1.2, 4.6, 2.4, 4.4, 3.4),
    )
    if r.galat:
        paragraf(
            d,
            f"{len(r.galat)} aturan gagal dijalankan dan tidak menguji apa pun: {', '.join(g.kode for g in r.galat)}.",
        )
    d.add_heading("5. Tanggapan dan persetujuan", 1)
    paragraf(
        d, "Catatan ini dibahas oleh kedua pihak. Tanggapan atas tiap butir ditulis pada kolomnya atau dilampirkan."
    )
    _tanda_tangan(d, ("Yang direviu", "Tim reviu"))


def _rinci(d: Dokumen, isi: Isi, temuan: list[Temuan], keparahan: str) -> None:
    """Findings in full, each a small table that stays together."""
    from sakip.tulis.office.docx_gaya import bayangi, paragraf, tabel

    if not temuan:
        return
    d.add_heading(f"{keparahan.capitalize()} ({len(temuan)})", 2)
    if keparahan == "peringatan":
        paragraf(d, "Peringatan dapat wajar; penjelasannya ditanyakan lebih dahulu.")
    for t in temuan:
        tanggapan, _ = isi.tanggapan(t)
        angka = [f"tercetak {isi.kamus.ucap(t.tertulis)}"] if t.tertulis else []
        angka += [f"seharusnya {isi.kamus.ucap(t.seharusnya)}"] if t.seharusnya else []
        angka += [f"selisih {t.selisih}"] if t.selisih else []
        data = [
            (f"No. {isi.nomor[t.id]}", f"{t.kode} {isi.kamus.judul(t.kode)}"),
            ("Tempat", isi.letak(t)),
            ("Kondisi", isi.kondisi(t)),
            ("Angka", "; ".join(angka)),
            ("Sebab", isi.sebab(t)),
            ("Akibat", _ringkas(isi.akibat(t))),
            ("Rekomendasi", isi.rekomendasi(t)),
            ("Tanggapan", tanggapan or "\n"),
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


def _ringkas(teks: str, paling_banyak: int = 5) -> str:
    garis = teks.split("\n")
    lebih = len(garis) - paling_banyak
    return "\n".join(garis if lebih <= 1 else [*garis[:paling_banyak], f"• dan {lebih} lainnya dalam kertas kerja"])


def _daftar(d: Dokumen, isi: Isi, temuan: list[Temuan]) -> None:
    from sakip.tulis.office.docx_gaya import tabel

    if not temuan:
        return
    d.add_heading(f"Catatan yang perlu ditanyakan ({len(temuan)})", 2)
    baris = [[str(isi.nomor[t.id]), t.kode, isi.kondisi(t), isi.tanggapan(t)[0]] for t in temuan]
    tabel(d, ("No", "Kode", "Catatan", "Tanggapan"), baris, (1.1, 1.7, 9.7, 3.5))


def _pernyataan(d: Dokumen, isi: Isi, daftar_uji: list[Butir]) -> None:
    from sakip.tulis.office.docx_gaya import TENGAH, paragraf

    penghalang = halangan(isi, daftar_uji)
    d.add_paragraph("PERNYATAAN TELAH DIREVIU", style="Title")
    paragraf(d, isi.instansi.upper(), tebal=True, rata=TENGAH)
    paragraf(d, f"TAHUN ANGGARAN {isi.reviu.laporan.tahun}", tebal=True, rata=TENGAH)
    bentuk = "dengan paragraf penjelas" if penghalang else "tanpa penjelasan"
    formulir = "formulir contoh anak lampiran III/1-2 PermenPANRB 53/2014"
    paragraf(d, f"DRAF menurut {formulir}, bentuk {bentuk}.", rata=TENGAH)
    paragraf(d, pembuka(isi))
    paragraf(d, TUJUAN)
    if penghalang:
        paragraf(d, PENJELAS)
        for h in penghalang:
            paragraf(d, h.judul, tebal=True)
            for teks in h.rincian:
                paragraf(d, f"• {teks}")
    else:
        paragraf(d, POLOS)
    _tanda_tangan(d, ("Inspektur",))
    d.add_heading("Catatan untuk penyusun pernyataan", 2)
    if penghalang:
        paragraf(
            d,
            "Bentuk tanpa penjelasan tidak ditawarkan selama hal-hal di atas ada. Paragraf penjelas tentang perbaikan "
            "dan koreksi yang belum dilakukan disebut dalam Lampiran III C.4.f; bahwa bentuk tanpa penjelasan "
            "ditahan adalah rancangan kertas kerja ini, bukan bunyi peraturan.",
        )
    sendiri = [b.nomor for b in daftar_uji if b.resmi and b.hasil == PEREVIU]
    c = isi.reviu.cakupan
    paragraf(
        d,
        f"Pernyataan ini baru dapat ditandatangani setelah butir yang diserahkan kepada pereviu diperiksa "
        f"({', '.join(sendiri)}) dan angka yang belum terperiksa ditelusuri; terperiksa {banyak(c.terperiksa)} dari "
        f"{banyak(c.angka)} angka ({c.persen}%). Catatan ini tidak ikut dalam pernyataan.",
    )


def _tanda_tangan(d: Dokumen, pihak: tuple[str, ...]) -> None:
    """Blocks to sign, without names."""
    from sakip.tulis.office.docx_gaya import TENGAH, isi_sel

    d.add_paragraph()
    t = d.add_table(rows=1, cols=2)
    t.autofit = True
    for i, nama in enumerate(pihak if len(pihak) == 2 else ("", *pihak)):
        if nama:
            jabatan = f"{bersih(nama)} ……………………………" if nama == "Inspektur" else f"{bersih(nama)}\n(jabatan)"
            teks = f"…………………, ……………………………\n{jabatan}\n\n\n\n……………………………………………\nNIP …………………………………"
            isi_sel(t.rows[0].cells[i], teks, rata=TENGAH, ukuran=10)
