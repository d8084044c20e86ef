"""Reading PDF: ruled and unruled tables, page breaks, scans, bad files."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import pytest
from pypdf import PdfWriter
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, PageBreak, Paragraph, SimpleDocTemplate

from sakip import pembaca
from sakip.errors import SumberError
from sakip.mesin import reviu
from sakip.pembaca import pdf as modul_pdf
from sakip.pembaca.blok import Grid, Paragraf
from sakip.pembaca.pdf import blok_pdf
from sakip.pembaca.pdf_baris import gabung_sel
from sakip.tulis import Opsi, tulis

if TYPE_CHECKING:
    from collections.abc import Callable

    from sakip.mesin import Reviu
    from sakip.pembaca.blok import Blok

FOLDER = Path(__file__).resolve().parents[1] / "examples" / "semarang_diskopum_2025"


def lukis(jalur: Path, *halaman: Callable[[Canvas], None], **opsi: Any) -> Path:
    """A PDF, a function a page."""
    c = Canvas(str(jalur), pagesize=A4, **opsi)
    for f in halaman:
        c.setFont("Helvetica", 10)
        f(c)
        c.showPage()
    c.save()
    return jalur


def teks_baris(*baris: str, y: float = 700, langkah: float = 14) -> Callable[[Canvas], None]:
    def f(c: Canvas) -> None:
        for n, t in enumerate(baris):
            c.drawString(60, y - langkah * n, t)

    return f


def kolom(baris: list[list[str]], x: list[float], y: float = 600, langkah: float = 16) -> Callable[[Canvas], None]:
    """Rows set in columns without rules; figures to the right."""

    def f(c: Canvas) -> None:
        for n, b in enumerate(baris):
            for xi, t in zip(x, b, strict=True):
                if xi == x[-1] and n:
                    c.drawRightString(xi + 60, y - langkah * n, t)
                else:
                    c.drawString(xi, y - langkah * n, t)

    return f


def bingkai(baris: list[list[str]], gaya: list[tuple[Any, ...]] | None = None, lebar: list[float] | None = None) -> Any:
    """A ruled table."""
    huruf = ParagraphStyle("sel", fontSize=7, leading=8.5)
    isi = [[Paragraph(escape(t), huruf) for t in b] for b in baris]
    garis = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"), *(gaya or [])]
    return LongTable(isi, colWidths=lebar, style=garis)


def susun(jalur: Path, *alur: Any, ukuran: tuple[float, float] = A4) -> Path:
    SimpleDocTemplate(str(jalur), pagesize=ukuran, leftMargin=40, rightMargin=40).build(list(alur))
    return jalur


def alinea(teks: str) -> Any:
    return Paragraph(escape(teks), ParagraphStyle("isi", fontSize=10, leading=12, spaceAfter=10))


def gambar(c: Canvas) -> None:
    """A page that is a picture."""
    from PIL import Image

    wadah = io.BytesIO()
    Image.new("L", (60, 80), 200).save(wadah, "PNG")
    c.drawImage(ImageReader(wadah), 0, 0, *A4)


def teks(b: Blok) -> object:
    return b.teks if isinstance(b, Paragraf) else [[s.teks for s in baris] for baris in b.baris]


def isi(jalur: Path) -> list[object]:
    return [teks(b) for b in blok_pdf(jalur, "laporan.pdf")[0].blok]


# -- lines -----------------------------------------------------------------------------


def test_alinea(tmp_path: Path) -> None:
    """Lines in reading order; those of one paragraph go on with each other; bold, bullets and pages are told."""

    def tebal(c: Canvas) -> None:
        c.setFont("Helvetica-Bold", 10)
        c.drawString(60, 400, "PENUTUP")

    jalur = lukis(
        tmp_path / "a.pdf",
        teks_baris("Kinerja tahun ini naik dibanding tahun", "lalu karena pembinaan.", "", "", "• Butir satu"),
        tebal,
    )
    hasil = [b for b in blok_pdf(jalur, "a.pdf")[0].blok if isinstance(b, Paragraf)]
    assert [(b.teks, b.sambung, b.tebal, b.butir, b.lokasi.halaman) for b in hasil] == [
        ("Kinerja tahun ini naik dibanding tahun", False, False, False, 1),
        ("lalu karena pembinaan.", True, False, False, 1),
        ("Butir satu", False, False, True, 1),
        ("PENUTUP", False, True, False, 2),
    ]


def test_isian_dan_nomor(tmp_path: Path) -> None:
    """What is set with tabs is one line: names with their colons, numbers with their items, dotted leaders."""

    def f(c: Canvas) -> None:
        for y, bagian in (
            (700, [(60, "Jabatan"), (160, ":"), (180, "Sekretaris")]),
            (680, [(60, "1."), (100, "Program Penunjang")]),
            (660, [(60, "2."), (100, "Program Penyuluhan")]),
            (640, [(60, "BAB I PENDAHULUAN"), (200, "............"), (400, "1")]),
            (600, [(60, "PIHAK KEDUA"), (350, "PIHAK PERTAMA")]),
            (580, [(60, "KEPALA DINAS"), (350, "SEKRETARIS")]),
        ):
            for x, t in bagian:
                c.drawString(x, y, t)

    assert isi(lukis(tmp_path / "a.pdf", f)) == [
        "Jabatan : Sekretaris",
        "1. Program Penunjang",
        "2. Program Penyuluhan",
        "BAB I PENDAHULUAN ............ 1",
        "PIHAK KEDUA",
        "PIHAK PERTAMA",
        "KEPALA DINAS",
        "SEKRETARIS",
    ]


@pytest.mark.parametrize(
    ("baris", "hasil"),
    [
        (["Rp. 11.847.006.", "290,32"], "Rp. 11.847.006.290,32"),
        (["1.234.567", "8.000"], "1.234.567 8.000"),
        (["rata-", "rata capaian"], "rata-rata capaian"),
        (["Program", "Penunjang"], "Program Penunjang"),
    ],
)
def test_sel_berbaris(baris: list[str], hasil: str) -> None:
    """The lines of a cell: pieces of one figure are put together, words are parted."""
    assert gabung_sel(baris) == hasil


def test_dua_kolom(tmp_path: Path) -> None:
    """Text set in two columns is read down the one, then down the other; what stands across parts the runs."""
    kiri = [
        "Kinerja dinas pada tahun ini",
        "naik dibanding tahun yang lalu",
        "karena pembinaan dilakukan",
        "terus menerus.",
    ]
    kanan = [
        "Anggaran dinas terserap dengan",
        "baik sampai akhir tahun dan",
        "tidak ada kegiatan yang",
        "tertunda lagi.",
    ]

    def f(c: Canvas) -> None:
        c.drawString(60, 720, "Bab ini menguraikan kinerja dan anggaran dinas pada tahun pelaporan ini seluruhnya.")
        for n, (a, b) in enumerate(zip(kiri, kanan, strict=True)):
            c.drawString(60, 700 - 12 * n, a)
            c.drawString(310, 700 - 12 * n, b)

    hasil = [b for b in blok_pdf(lukis(tmp_path / "a.pdf", f), "a.pdf")[0].blok if isinstance(b, Paragraf)]
    assert [b.teks for b in hasil][1:] == [*kiri, *kanan]
    assert [b.sambung for b in hasil][2:] == [True, True, True, False, True, True, True]


# -- tables ----------------------------------------------------------------------------

BARANG = [["NO", "NAMA BARANG", "JUMLAH"], ["1", "Traktor", "5"], ["2", "Bajak besar", "17"]]


def test_tabel_bergaris(tmp_path: Path) -> None:
    """A ruled table between paragraphs; merged cells stand in the first; places are page, table, row, column."""
    baris = [["URAIAN", "TARGET", ""], ["", "2024", "2025"], ["Nilai AKIP yang panjang namanya", "80,00", "81,00"]]
    gabung = [("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1))]
    jalur = susun(tmp_path / "a.pdf", alinea("Atas"), bingkai(baris, gabung, [60, 60, 60]), alinea("Bawah"))
    hasil = blok_pdf(jalur, "a.pdf")[0].blok
    assert [teks(b) for b in hasil] == ["Atas", baris, "Bawah"]
    grid = hasil[1]
    assert isinstance(grid, Grid)
    lokasi = grid.baris[2][1].lokasi
    assert (lokasi.halaman, lokasi.sel, lokasi.baris) == (1, "T1 B3 K2", None)


def test_tabel_tanpa_garis_datar(tmp_path: Path) -> None:
    """Rows without rules between them are told apart by the figures."""

    def f(c: Canvas) -> None:
        for x in (60, 100, 300, 400):
            c.line(x, 500, x, 620)
        for y in (500, 600, 620):
            c.line(60, y, 400, y)
        for n, b in enumerate(BARANG):
            for x, t in zip((65, 105, 305), b, strict=True):
                c.drawString(x, 605 - 20 * n, t)
        c.drawString(105, 605 - 52, "dan panjang")

    hasil = [BARANG[0], BARANG[1], ["2", "Bajak besar dan panjang", "17"]]
    assert isi(lukis(tmp_path / "a.pdf", f)) == [hasil]


def test_tabel_polos(tmp_path: Path) -> None:
    """A table without rules is known by its columns; text around it stays text."""
    atas = teks_baris("Jumlah barang pada akhir tahun disajikan dalam tabel berikut ini.", y=640)

    def f(c: Canvas) -> None:
        atas(c)
        kolom(BARANG, [60, 100, 300])(c)

    assert isi(lukis(tmp_path / "a.pdf", f)) == [
        "Jumlah barang pada akhir tahun disajikan dalam tabel berikut ini.",
        BARANG,
    ]


def test_tabel_polos_terbungkus(tmp_path: Path) -> None:
    """In a table without rules a name over two lines is one row: lines are nearer than rows."""

    def f(c: Canvas) -> None:
        kolom(BARANG, [60, 100, 300], langkah=24)(c)
        c.drawString(100, 600 - 2 * 24 - 11, "dan panjang")

    assert isi(lukis(tmp_path / "a.pdf", f)) == [[*BARANG[:2], ["2", "Bajak besar dan panjang", "17"]]]


def test_tabel_bersambung(tmp_path: Path) -> None:
    """A table goes on over pages, past running heads and page numbers, with its heading repeated or not."""

    def halaman(n: int, baris: list[list[str]]) -> Callable[[Canvas], None]:
        def f(c: Canvas) -> None:
            c.drawString(60, 815, "LKjIP Dinas Contoh Tahun 2025")
            c.drawString(280, 25, f"Halaman {n}")
            c.drawString(400, 25, f"{n} | Dinas Contoh")
            t = bingkai(baris, None, [40, 200, 80])
            t.wrapOn(c, 400, 600)
            t.drawOn(c, 60, 500)

        return f

    jalur = lukis(
        tmp_path / "a.pdf",
        halaman(1, BARANG),
        halaman(2, [BARANG[0], ["3", "Cangkul", "9"]]),
        halaman(3, [["4", "Sabit", "8"]]),
    )
    (t,) = pembaca.baca_rinci(jalur).laporan.tabel
    assert [[s.teks for s in b.sel] for b in t.baris] == [*BARANG, ["3", "Cangkul", "9"], ["4", "Sabit", "8"]]
    assert [b.sel[0].lokasi.halaman for b in t.baris] == [1, 1, 1, 2, 3]


def test_baris_terpotong_halaman(tmp_path: Path) -> None:
    """A row that the page break cut is one row; a heading of lines at the top of a page is a row of its own."""

    def halaman(baris: list[list[str]]) -> Callable[[Canvas], None]:
        def f(c: Canvas) -> None:
            t = bingkai(baris, None, [40, 110, 60])
            t.wrapOn(c, 400, 600)
            t.drawOn(c, 60, 500)

        return f

    atas = [BARANG[0], ["1", "Traktor roda empat buatan", "5"]]
    jalur = lukis(tmp_path / "a.pdf", halaman(atas), halaman([["", "Sukabumi", ""], ["2", "Bajak", "7"]]))
    assert isi(jalur)[0] == [BARANG[0], ["1", "Traktor roda empat buatan Sukabumi", "5"]]
    jalur = lukis(
        tmp_path / "b.pdf", halaman([BARANG[0], ["1", "Pacul", "5"]]), halaman([["", "BIDANG", ""], BARANG[2]])
    )
    assert isi(jalur)[1] == [["", "BIDANG", ""], BARANG[2]]


def test_angka_terpotong_sel(tmp_path: Path) -> None:
    """A figure broken because its cell is full is one figure; two figures below each other are two rows."""

    def f(c: Canvas) -> None:
        for x in (60, 160, 190):
            c.line(x, 500, x, 600)
        for y in (500, 560, 600):
            c.line(60, y, 190, y)
        for x, y, t in ((65, 580, "NAMA"), (165, 580, "2025"), (65, 545, "Nilai"), (165, 545, "50.7"), (165, 533, "0")):
            c.drawString(x, y, t)

    assert isi(lukis(tmp_path / "a.pdf", f)) == [[["NAMA", "2025"], ["Nilai", "50.70"]]]


def test_temuan_dan_tempat(tmp_path: Path) -> None:
    """A wrong total in a PDF is found on its page."""
    baris = [
        ["NO", "NAMA BARANG", "Jumlah Baik", "Jumlah Rusak", "JUMLAH"],
        ["1", "Traktor", "5", "1", "6"],
        ["2", "Bajak", "7", "2", "9"],
        ["", "JUMLAH", "12", "3", "16"],
    ]
    judul = [alinea("Laporan Kinerja Tahun 2025"), PageBreak(), alinea("Tabel 1.3 Aset")]
    jalur = susun(tmp_path / "a.pdf", *judul, bingkai(baris))
    (t,) = [t for t in reviu(pembaca.baca(jalur)).temuan if t.kode.startswith("TAB")]
    assert (t.tertulis, t.seharusnya, t.lokasi[0].halaman, t.lokasi[0].sel) == ("16", "15", 2, "T1 B4 K5")


# -- scans and bad files -------------------------------------------------------------------


def test_pindaian(tmp_path: Path) -> None:
    """A scanned page is named in the report, and the review does not claim to have seen it; the others are read."""
    baris = [["NAMA BARANG", "Baik", "Rusak", "JUMLAH"], ["Traktor", "5", "1", "6"], ["JUMLAH", "5", "1", "6"]]
    isi = [alinea("Laporan Kinerja Tahun 2025"), alinea("Tabel 1.3 Aset"), bingkai(baris)]
    gabung = PdfWriter()
    for berkas in (susun(tmp_path / "b.pdf", *isi), lukis(tmp_path / "c.pdf", gambar)):
        gabung.append(berkas)
    gabung.write(tmp_path / "a.pdf")
    laporan = pembaca.baca(tmp_path / "a.pdf")
    (lewat,) = [c for c in laporan.catatan if c.hilang]
    assert (lewat.pesan, lewat.lokasi.halaman) == ("tidak terbaca: pindaian, halaman 2", 2)
    hasil = reviu(laporan)
    assert (hasil.cakupan.belum, hasil.cakupan.hilang, hasil.cakupan.persen) == ((), 1, "99,99")
    for format_ in ("terminal", "json", "markdown", "html"):
        assert "tidak terbaca: pindaian, halaman 2" in keluaran(hasil, format_)


def keluaran(hasil: Reviu, format_: str) -> str:
    potongan = tulis([hasil], format_, Opsi(lebar=200))
    return b"".join(x if isinstance(x, bytes) else x.encode() for x in potongan).decode()


def test_semua_pindaian(tmp_path: Path) -> None:
    """A file of scans alone cannot be read."""
    with pytest.raises(SumberError, match="tidak terbaca: pindaian, halaman 1–2; jalankan OCR"):
        pembaca.baca(lukis(tmp_path / "a.pdf", gambar, gambar))


def test_terenkripsi(tmp_path: Path) -> None:
    """A file with a password is refused; one that only forbids printing is read."""
    kunci = StandardEncryption("rahasia", canPrint=0)
    with pytest.raises(SumberError, match="terenkripsi"):
        pembaca.baca(lukis(tmp_path / "a.pdf", teks_baris("Halo."), encrypt=kunci))
    jalur = lukis(tmp_path / "b.pdf", teks_baris("Halo."), encrypt=StandardEncryption("", "pemilik", canPrint=0))
    assert isi(jalur) == ["Halo."]


def _contoh() -> bytes:
    wadah = io.BytesIO()
    c = Canvas(wadah)
    c.drawString(60, 700, "Halo.")
    c.save()
    return wadah.getvalue()


@pytest.mark.parametrize(
    ("berkas", "pesan"),
    [
        (b"", "berkas kosong"),
        (b"<!DOCTYPE html><html></html>", "bukan PDF: isinya HTML"),
        (b"PK\x03\x04xxxx", "bukan PDF: isinya arsip zip"),
        (b"%PDF-1.7\n" + b"x" * 100, "terpotong"),
        (_contoh()[:-50], "terpotong"),
        (b"%PDF-1.7\nbukan apa-apa\n%%EOF\n", "rusak"),
        (_contoh().replace(b"Halo", b"    ").replace(b"/FlateDecode", b"/FlateDecodf"), "tidak memuat|rusak"),
    ],
)
def test_berkas_buruk(tmp_path: Path, berkas: bytes, pesan: str) -> None:
    """What is no sound PDF is refused with the reason."""
    jalur = tmp_path / "laporan.pdf"
    jalur.write_bytes(berkas)
    with pytest.raises(SumberError, match=pesan):
        pembaca.baca(jalur)


def test_tanpa_teks(tmp_path: Path) -> None:
    """A PDF that prints nothing is refused."""
    with pytest.raises(SumberError, match="tidak memuat teks"):
        pembaca.baca(lukis(tmp_path / "a.pdf", lambda c: c.rect(10, 10, 50, 50)))


def test_bom(tmp_path: Path) -> None:
    """A stream that inflates without end is stopped."""
    import zlib

    mesin = zlib.compressobj(9)
    data = b"".join(mesin.compress(b" " * 1_000_000) for _ in range(250)) + mesin.flush()
    objek = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(data), data),
    ]
    berkas = b"%PDF-1.7\n"
    letak = []
    for n, o in enumerate(objek, 1):
        letak.append(len(berkas))
        berkas += b"%d 0 obj\n%s\nendobj\n" % (n, o)
    awal = len(berkas)
    berkas += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % x for x in letak)
    berkas += b"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % awal
    jalur = tmp_path / "laporan.pdf"
    jalur.write_bytes(berkas)
    with pytest.raises(SumberError, match="terlalu besar setelah dimekarkan"):
        pembaca.baca(jalur)


def test_terlalu_lama(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is taken apart for too long is given up, and its process stopped."""
    monkeypatch.setattr(modul_pdf, "DIAM_TERLAMA", 0.0)
    with pytest.raises(SumberError, match="terlalu lama"):
        pembaca.baca(lukis(tmp_path / "a.pdf", teks_baris("Halo.")))


def test_modul_di_folder_laporan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies beside the report is never run."""
    (tmp_path / "pdfplumber.py").write_text("raise SystemExit", encoding="utf-8")
    jalur = lukis(tmp_path / "-a b.pdf", teks_baris("Halo."))
    monkeypatch.chdir(tmp_path)
    assert isi(Path(jalur.name)) == ["Halo."]


def test_tanpa_pustaka(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library the message names the extra to install."""
    monkeypatch.setattr(modul_pdf, "find_spec", lambda _: None)
    jalur = tmp_path / "laporan.pdf"
    jalur.write_bytes(_contoh())
    with pytest.raises(SumberError, match=r"pip install 'sakip\[pdf\]'"):
        pembaca.baca(jalur)


def test_kemajuan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar on a terminal, taken away at the end; nothing where there is none."""

    class Layar(io.StringIO):
        def isatty(self) -> bool:
            return True

    jalur = lukis(tmp_path / "a.pdf", *[teks_baris(f"Halaman isi {n}") for n in range(3)])
    layar, berkas = Layar(), io.StringIO()
    for aliran in (layar, berkas):
        monkeypatch.setattr(sys, "stderr", aliran)
        blok_pdf(jalur, "a.pdf")
    assert "3/3 halaman" in layar.getvalue()
    assert layar.getvalue().endswith("\r\x1b[K")
    assert berkas.getvalue() == ""
