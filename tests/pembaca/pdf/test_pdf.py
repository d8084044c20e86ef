"""Reading PDF: lines, ruled and unruled tables, page breaks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfWriter, Transformation
from pypdf.generic import RectangleObject
from reportlab.platypus import PageBreak
from tests.penulis.kanvas import alinea, bingkai, isi, kolom, lukis, susun, teks, teks_baris

from sakip import pembaca
from sakip.pembaca.blok import Grid, Paragraf
from sakip.pembaca.pdf import blok_pdf
from sakip.pembaca.pdf.baris import gabung_sel
from sakip.teks.kalimat import kalimat
from sakip.tinjauan.engine import reviu

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas


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


def _diputar(teks: str, derajat: float) -> Callable[[Canvas], None]:
    def f(c: Canvas) -> None:
        c.drawString(60, 700, "Capaian tahun ini adalah 5")
        c.translate(300, 400)
        c.rotate(derajat)
        c.drawString(0, 0, teks)

    return f


@pytest.mark.parametrize("derajat", [30, 60, 135])
def test_angka_yang_miring(tmp_path: Path, derajat: int) -> None:
    """It is left out, and that is said: what it prints nobody knows. Words alone are no loss."""
    dokumen, catatan = blok_pdf(
        lukis(tmp_path / "a.pdf", _diputar("kata", derajat), _diputar("1.250", derajat)), "a.pdf"
    )
    assert [(c.pesan, c.hilang, c.angka, c.lokasi.halaman) for c in catatan] == [
        (kalimat("teks_diputar", halaman="2", n=4), True, 4, 2)
    ]
    assert [b.teks for b in dokumen.blok if isinstance(b, Paragraf)] == ["Capaian tahun ini adalah 5"] * 2


@pytest.mark.parametrize("derajat", [2, 89, 90, 180, 270])
def test_teks_diputar(tmp_path: Path, derajat: int) -> None:
    """Text that is turned by a quarter or two is read in its direction."""
    dokumen, catatan = blok_pdf(lukis(tmp_path / "a.pdf", _diputar("Tahun 2021", derajat)), "a.pdf")
    assert not catatan
    assert [b.teks for b in dokumen.blok if isinstance(b, Paragraf)] == ["Capaian tahun ini adalah 5", "Tahun 2021"]


@pytest.mark.parametrize("derajat", [90, 180, 270])
@pytest.mark.parametrize("cara", ["putaran halaman", "matriks"])
def test_halaman_diputar(tmp_path: Path, derajat: int, cara: str) -> None:
    """A page is read as it is held: turned by the file, or with all that is on it."""
    ukuran = (842.0, 842.0)
    jalur = susun(tmp_path / "a.pdf", alinea("Barang tahun ini."), bingkai(BARANG), ukuran=ukuran)
    asal = isi(jalur)
    penulis = PdfWriter(jalur)
    (hal,) = penulis.pages
    if cara == "matriks":
        hal.add_transformation(Transformation().translate(-421, -421).rotate(derajat).translate(421, 421))
    else:
        # What is upright in the file lies down on the page: the letters tell how it is to be read.
        hal.rotate(derajat)
    penulis.write(tmp_path / "b.pdf")
    assert isi(tmp_path / "b.pdf") == asal == ["Barang tahun ini.", BARANG]


def test_kotak_bergeser(tmp_path: Path) -> None:
    """What stands beside the visible box is not printed; where the box begins does not matter."""
    jalur = susun(tmp_path / "a.pdf", alinea("Barang tahun ini."), bingkai(BARANG))
    for nama, puncak in (("b.pdf", 342), ("c.pdf", 250)):
        penulis = PdfWriter(jalur)
        (hal,) = penulis.pages
        hal.add_transformation(Transformation().translate(1000, -500))
        hal.mediabox = RectangleObject((1000, -500, 1595, puncak))
        penulis.write(tmp_path / nama)
    assert isi(tmp_path / "b.pdf") == isi(jalur)
    assert "Barang tahun ini." not in isi(tmp_path / "c.pdf")


# -- fills and missing rules -----------------------------------------------------------------

X = [60.0, 100.0, 300.0, 380.0]
TINGGI_BARIS = 20.0


def _warnai(c: Canvas, y: float, tinggi: float, *, teks: bool = False) -> None:
    """A row whose cells are painted one by one; or the text in each, narrower than its cell."""
    c.setFillGray(0.9)
    for a, b in pairwise(X):
        c.rect(a + 5 * teks, y, b - a - 10 * teks, tinggi, stroke=0, fill=1)
    c.setFillGray(0)


def _tulis(c: Canvas, baris: list[list[str]]) -> None:
    for n, b in enumerate(baris):
        for x, t in zip(X, b, strict=False):
            c.drawString(x + 6, 686 - TINGGI_BARIS * n, t)


def _grid(
    baris: list[list[str]], *, kepala: str = "garis", atas: bool = True, isian: bool = False, samping: bool = True
) -> Callable[[Canvas], None]:
    """A table by its lines, its heading ruled or only painted, its top and sides drawn or not."""

    def f(c: Canvas) -> None:
        y = [700 - TINGGI_BARIS * n for n in range(len(baris) + 1)]
        for t in y[1::2] if isian else ():
            _warnai(c, t, TINGGI_BARIS)
            _warnai(c, t + 4, 12, teks=True)
        if kepala == "sel":
            _warnai(c, y[1], TINGGI_BARIS)
        elif kepala == "pita":
            c.setFillGray(0.8)
            c.rect(X[0], y[1], X[-1] - X[0], TINGGI_BARIS, stroke=0, fill=1)
            c.setFillGray(0)
        bergaris = y[kepala != "garis" :]
        for t in bergaris[not atas :]:
            c.line(X[0], t, X[-1], t)
        for x in X if samping else X[1:-1]:
            c.line(x, bergaris[0], x, y[-1])
        _tulis(c, baris)

    return f


@pytest.mark.parametrize(
    "gaya",
    [
        {},
        {"isian": True},
        {"kepala": "sel"},
        {"kepala": "pita"},
        {"kepala": "sel", "atas": False},
        {"atas": False},
        {"samping": False},
        {"samping": False, "isian": True},
    ],
)
def test_garis_dan_isian(tmp_path: Path, gaya: dict[str, Any]) -> None:
    """Fills make no columns of their own, and do for rules where a heading has none; sides may be missing."""
    assert isi(lukis(tmp_path / "a.pdf", _grid(BARANG, **gaya))) == [BARANG]


def test_zebra_tanpa_garis_datar(tmp_path: Path) -> None:
    """Rows of which only every other one is painted are rows, though no rule parts them."""

    def f(c: Canvas) -> None:
        _warnai(c, 640, TINGGI_BARIS)
        for x in X:
            c.line(x, 620, x, 700)
        for y in (620, 680, 700):
            c.line(X[0], y, X[-1], y)
        _tulis(c, [*BARANG, ["3", "Pacul", "9"]])

    assert isi(lukis(tmp_path / "a.pdf", f)) == [[*BARANG, ["3", "Pacul", "9"]]]


def test_baris_sel_yang_diwarnai(tmp_path: Path) -> None:
    """The lines of one cell, each painted as wide as the cell, are one row."""

    def f(c: Canvas) -> None:
        for y in (690, 680):
            _warnai(c, y, 10)
        _grid([["NO", "NAMA", "JUMLAH"], ["1", "Traktor", "5"]])(c)

    assert isi(lukis(tmp_path / "a.pdf", f)) == [[["NO", "NAMA", "JUMLAH"], ["1", "Traktor", "5"]]]


def test_kepala_tegak(tmp_path: Path) -> None:
    """Headings that are turned upright in their cells are headings, read from the foot up."""

    def f(c: Canvas) -> None:
        _grid([["", "", ""], ["1", "Traktor", "5"], ["2", "Bajak", "7"]], atas=False)(c)
        c.line(X[0], 780, X[-1], 780)
        for x in X:
            c.line(x, 680, x, 780)
        for x, t in zip(X, ("NO", "NAMA BARANG", "Tahun 2021"), strict=False):
            c.saveState()
            c.translate(x + 20, 690)
            c.rotate(90)
            c.drawString(0, 0, t)
            c.restoreState()

    hasil = isi(lukis(tmp_path / "a.pdf", f))
    assert hasil == [[["NO", "NAMA BARANG", "Tahun 2021"], ["1", "Traktor", "5"], ["2", "Bajak", "7"]]]


# -- parts over pages ------------------------------------------------------------------------


@pytest.mark.parametrize("kepala", [["NO", "NAMA BARANG", "JUMLAH (Unit)"], ["NO", "NAMA BARANG", "JUMLAH"]])
@pytest.mark.parametrize(("kaki", "jumlah"), [(30.0, "39"), (150.0, "39"), (150.0, "40")])
def test_bagian_di_halaman_lain(tmp_path: Path, kepala: list[str], kaki: float, jumlah: str) -> None:
    """A heading that recurs in a few other words, and a foot at any height, part no table."""

    def halaman(n: int, baris: list[list[str]]) -> Callable[[Canvas], None]:
        def f(c: Canvas) -> None:
            c.drawString(60, kaki, f"Laporan Kinerja Dinas Contoh Tahun 2025 {n + 4}")
            _grid(baris)(c)

        return f

    jalur = lukis(
        tmp_path / "a.pdf",
        halaman(1, [["NO", "NAMA BARANG", "JUMLAH (Unit)"], ["1", "2", "3"], *BARANG[1:]]),
        halaman(2, [kepala, ["1", "2", "3"], ["3", "Cangkul", "9"]]),
        halaman(3, [kepala, ["1", "2", "3"], ["4", "Sabit", "8"], ["", "JUMLAH", jumlah]]),
    )
    laporan = pembaca.baca_rinci(jalur).laporan
    (t,) = laporan.tabel
    assert [b.sel[1].teks for b in t.baris if b.jenis == "rincian"] == ["Traktor", "Bajak besar", "Cangkul", "Sabit"]
    salah = [x for x in reviu(laporan).temuan if x.kode == "TAB02"]
    assert bool(salah) is (jumlah == "40")


def test_tabel_tahun_lain(tmp_path: Path) -> None:
    """A table of another year on the next page is another table, however alike the heading."""

    def halaman(tahun: int, baris: list[list[str]]) -> Callable[[Canvas], None]:
        return _grid([["NO", "NAMA BARANG", f"JUMLAH {tahun}"], *baris])

    jalur = lukis(tmp_path / "a.pdf", halaman(2020, BARANG[1:]), halaman(2021, [["1", "Traktor", "6"]]))
    assert len(pembaca.baca_rinci(jalur).laporan.tabel) == 2


def test_judul_yang_berulang(tmp_path: Path) -> None:
    """Titles of tables stand at one height of many pages, and are no running heads."""

    def halaman(n: int) -> Callable[[Canvas], None]:
        def f(c: Canvas) -> None:
            c.drawString(60, 720, f"Tabel 3.{n} Barang Dinas")
            _grid(BARANG)(c)

        return f

    hal = [halaman(n) for n in range(1, 5)]
    laporan = pembaca.baca_rinci(lukis(tmp_path / "a.pdf", *hal)).laporan
    assert [t.nomor for t in laporan.tabel] == ["3.1", "3.2", "3.3", "3.4"]
