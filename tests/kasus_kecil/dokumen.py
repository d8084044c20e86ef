"""The cases that are no texts: small Word, PDF and Excel documents, written when a test asks for one."""

from __future__ import annotations

import re
from functools import partial
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Any, TypeAlias

from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from tests.penulis.bagian import Kisi

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

__all__ = ["DOKUMEN", "tulis"]

Isi: TypeAlias = "tuple[str | Kisi, ...]"
"""Paragraphs and tables in their order; `#` and `##` before a heading of these levels."""

HURUF, TEBAL, UKURAN, LANGKAH, TEPI = "Helvetica", "Helvetica-Bold", 11.0, 12.8, 5.5
KIRI, LEBAR = 84.6, 432.0


def tulis(nama: str, folder: Path) -> Path:
    """Write a document of `DOKUMEN` into a folder."""
    jalur = folder / nama
    DOKUMEN[nama](jalur)
    return jalur


# -- What is in them -------------------------------------------------------------------


def _bab(instansi: str, tahun: int, judul: str, kisi: Kisi) -> Isi:
    """A report of one table."""
    return (
        f"# LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN {tahun}",
        instansi,
        "# BAB III AKUNTABILITAS KINERJA",
        "## A. Capaian Kinerja",
        judul,
        kisi,
    )


KINERJA_ANGGARAN = _bab(
    "DINAS PANGAN KABUPATEN ARGA SARI",
    2023,
    "Tabel 3.2 Capaian Indikator Kinerja Tahun 2023",
    Kisi(
        (
            ("No", "Indikator", "Kinerja", "", "", "Anggaran", "", ""),
            ("", "", "Target", "Realisasi", "%", "Pagu", "Realisasi", "%"),
            ("1", "Cakupan Beras", "75", "60", "80", "1.200.000", "960.000", "80,00"),
            ("2", "Cakupan Garam", "92", "85", "97", "1.600.000", "1.360.000", "89,00"),
        ),
        ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4), (0, 5, 0, 7)),
    ),
)
KEPALA_GABUNG = _bab(
    "DINAS PERHUBUNGAN KABUPATEN BUMI LESTARI",
    2022,
    "Tabel 3.1 Capaian Indikator Kinerja Tahun 2022",
    Kisi(
        (
            ("No", "Indikator", "Satuan", "Tahun 2022", "", "", "Tahun 2021", "", ""),
            ("", "", "", "Target", "Realisasi", "Capaian (%)", "Target", "Realisasi", "Capaian (%)"),
            ("1", "Cakupan Halte", "%", "70", "63", "90", "70", "60", "85,71"),
            ("2", "Cakupan Marka", "%", "90", "84", "98", "90", "84", "93,33"),
        ),
        ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 5), (0, 6, 0, 8)),
    ),
)
KEPALA_GABUNG_LALU = _bab(
    "DINAS KOMINFO KABUPATEN SINAR RIMBA",
    2024,
    "Tabel 3.3 Capaian Indikator Kinerja Tahun 2024",
    Kisi(
        (
            ("No", "Indikator", "Satuan", "Realisasi", "", "Tahun 2024", "", ""),
            ("", "", "", "2022", "2023", "Target", "Realisasi", "Capaian (%)"),
            ("1", "Cakupan Sinyal", "%", "66", "68", "75", "69", "92"),
            ("2", "Cakupan Radio", "%", "80", "81", "88", "82", "98"),
        ),
        ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4), (0, 5, 0, 7)),
    ),
)
NOMOR_KOLOM = _bab(
    "DINAS KOPERASI KABUPATEN TIRTA WENING",
    2022,
    "Tabel 3.4 Capaian Indikator Kinerja Tahun 2022",
    Kisi(
        (
            ("No", "Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)"),
            ("1", "2", "3", "4", "5", "6=5/4x100"),
            ("1", "Cakupan Kredit", "%", "60", "48", "80"),
            ("2", "Cakupan Magang", "%", "85", "79", "98"),
        )
    ),
)
SEL_BEBERAPA_ANGKA = _bab(
    "DINAS KEBERSIHAN KABUPATEN LEMBAH HIJAU",
    2023,
    "Tabel 3.1 Capaian Indikator Kinerja Tahun 2023",
    Kisi(
        (
            ("Kegiatan", "Pagu (Rp)", "Realisasi per periode", "Realisasi (Rp)", "%"),
            ("Pengangkutan", "1.500.000", "500.000\n625.000", "1.125.000", "75,00"),
            ("Penyapuan", "2.400.000", "1.300.000\n740.000", "2.040.000", "85,00"),
        )
    ),
)
SKALA: Isi = (
    "# LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2020",
    "INSPEKTORAT DAERAH KABUPATEN TELUK KENCANA",
    "# BAB III AKUNTABILITAS KINERJA",
    "## A. Capaian Kinerja",
    "Tabel 3.2 Interval Penilaian Kinerja",
    Kisi(
        (
            ("NO", "INTERVAL NILAI REALISASI KINERJA", "KRITERIA PENILAIAN REALISASI KINERJA"),
            ("1", "91% ≤ 100%", "Sangat Tinggi"),
            ("2", "76% ≤ 90%", "Tinggi"),
            ("3", "66% ≤ 75%", "Sedang"),
            ("4", "51% ≤ 65%", "Rendah"),
            ("5", "≤ 50%", "Sangat Rendah"),
        )
    ),
)
TANDA_TANGAN: Isi = (
    "PERJANJIAN KINERJA TAHUN 2024",
    "BADAN RISET KABUPATEN GUNUNG ASRI",
    Kisi(
        (
            (
                "PIHAK KEDUA\n\n\nNAMA ATASAN",
                "Gunung Asri, Januari 2024\nPIHAK PERTAMA\n\n\nNAMA BAWAHAN\nPembina Muda\nNIP. 000000000000000000",
            ),
        ),
        bergaris=False,
    ),
    "PERJANJIAN KINERJA BADAN RISET KABUPATEN GUNUNG ASRI TAHUN 2024",
    Kisi(
        (
            ("NO", "TUJUAN/ SASARAN STRATEGIS", "INDIKATOR KINERJA UTAMA", "TARGET"),
            ("1", "2", "3", "4"),
            ("1.", "Menguatnya inovasi", "Indeks Inovasi Daerah", "0,6 Angka"),
            ("2.", "Menguatnya akuntabilitas", "Nilai SAKIP", "72,15 Angka"),
        )
    ),
    "",
    Kisi(
        (
            ("NO", "PROGRAM", "ANGGARAN", "KET"),
            ("1.", "PROGRAM PENUNJANG", "Rp3.947.280.000,00", ""),
            ("2.", "PROGRAM RISET DAERAH", "Rp684.156.000,00", ""),
            ("", "TOTAL ANGGARAN", "Rp4.631.346.000,00", ""),
        )
    ),
)

BERJENJANG: tuple[tuple[str | int | None, ...], ...] = (
    ("REKAPITULASI BELANJA LANGSUNG TAHUN ANGGARAN 2020",),
    ("DINAS PASAR KABUPATEN PASIR MUTIARA",),
    (),
    ("NO", "JENIS PEKERJAAN", None, None, "ANGGARAN", "REALISASI", "SISA ANGGARAN"),
    ("I", "Program Pasar Sehat", None, None, 420_000_000, 63_000_000, 357_000_000),
    (None, 1, "Kegiatan Kios", None, 180_000_000, 27_000_000, 153_000_000),
    (None, None, "a", "Belanja bahan", 120_000_000, 18_000_000, 102_000_000),
    (None, None, "b", "Belanja jasa", 60_000_000, 9_000_000, 51_000_000),
    (None, 2, "Kegiatan Drainase", None, 240_000_000, 36_000_000, 204_000_000),
    (None, None, "a", "Belanja bahan", 170_000_000, 25_500_000, 144_500_000),
    (None, None, "b", "Belanja jasa", 70_000_000, 10_500_000, 59_500_000),
    (None, "JUMLAH", None, None, 420_000_000, 63_000_000, 357_000_000),
)
_KUNCI = ("2.09 - Dinas B", "2.09.03 PROGRAM PANGAN", "2.09.03.2.01 Cadangan")
DATAR: tuple[tuple[str | int | None, ...], ...] = (
    ("SKPD", "PROGRAM", "KEGIATAN", "SUBKEGIATAN", "URAIAN BELANJA", "JUMLAH", "JUMLAH PERUBAHAN"),
    (*_KUNCI, "2.09.03.2.01.01 Pengadaan", "5.1.02.01.01.0024 ATK", 3_720_000, 3_720_000),
    (*_KUNCI, "2.09.03.2.01.01 Pengadaan", "5.1.02.01.01.0026 Cetak", 2_150_000, 2_150_000),
    (*_KUNCI, "2.09.03.2.01.02 Penyaluran", "5.1.02.01.01.0024 ATK", 6_480_000, 5_940_000),
)

TEGAK = (
    ("Uraian", "2020", "2021", "2022"),
    ("Belanja Modal", "4.218.650.730", "5.306.417.925", "3.940.205.610"),
    ("Belanja Jasa", "2.673.904.415", "3.120.588.340", "2.815.470.950"),
    ("Jumlah", "6.892.555.145", "8.427.006.265", "6.755.676.560"),
)
ZEBRA = (
    ("NO", "WILAYAH", "LAKI-LAKI", "PEREMPUAN", "JUMLAH"),
    ("1", "LUBUK GADING", "21.406", "20.938", "42.344"),
    ("2", "WAY KUNANG", "30.175", "30.612", "60.787"),
    ("3", "PASAR LAMA", "18.540", "18.207", "36.747"),
    ("4", "RANTAU PANJANG", "25.833", "26.019", "51.852"),
    ("", "JUMLAH", "95.954", "95.776", "191.730"),
)


# -- Word ------------------------------------------------------------------------------


def _docx(isi: Isi, jalur: Path) -> None:
    from docx import Document

    d: Any = Document()
    for b in isi:
        if isinstance(b, Kisi):
            _kisi_docx(d, b)
        else:
            tanda, _, teks = b.rpartition("# ")
            d.add_heading(teks, len(tanda) + 1) if teks != b else d.add_paragraph(b)
    d.save(str(jalur))


def _kisi_docx(d: Any, k: Kisi) -> None:
    t = d.add_table(len(k.baris), len(k.baris[0]), style="Table Grid" if k.bergaris else None)
    for n, baris in enumerate(k.baris):
        for m, teks in enumerate(baris):
            if teks:
                t.cell(n, m).text = teks  # a line feed becomes a break within the paragraph
    for r1, c1, r2, c2 in k.gabung:
        atas = t.cell(r1, c1)
        atas.merge(t.cell(r2, c2))
        for p in atas.paragraphs[1:]:
            p._p.getparent().remove(p._p)


# -- PDF, as a word processor prints it ------------------------------------------------


def _pdf(isi: Isi, jalur: Path) -> None:
    c = Canvas(str(jalur), pagesize=letter, invariant=1)
    y = letter[1] - 95
    for b in isi:
        if isinstance(b, Kisi):
            y = _kisi_pdf(c, b, y)
            continue
        tanda, _, teks = b.rpartition("# ")
        huruf, ukuran = (TEBAL, 14.0 - len(tanda)) if teks != b else (HURUF, UKURAN)
        c.setFont(huruf, ukuran)
        for baris in _lipat(teks, LEBAR - 2 * TEPI, huruf, ukuran):
            c.drawString(KIRI + TEPI, y, baris)
            y -= 1.3 * ukuran
    c.save()


def _kisi_pdf(c: Canvas, k: Kisi, atas: float) -> float:
    """Draw a table below a height; where it ends. Columns are of one width, so words and figures break in them."""
    kolom = len(k.baris[0])
    lebar = LEBAR / kolom
    rentang = {(r1, c1): (r2, c2) for r1, c1, r2, c2 in k.gabung}
    sel = {
        (n, m): _lipat(teks, lebar * (rentang.get((n, m), (n, m))[1] - m + 1) - 2 * TEPI)
        for n, baris in enumerate(k.baris)
        for m, teks in enumerate(baris)
    }
    tinggi = [
        LANGKAH * max(len(t) for (r, m), t in sel.items() if r == n and rentang.get((r, m), (r, m))[0] == n) + 0.5
        for n in range(len(k.baris))
    ]
    ys = list(accumulate(tinggi, lambda y, t: y - t, initial=atas))
    c.setFont(HURUF, UKURAN)
    for (n, m), baris in sel.items():
        for i, teks in enumerate(baris, 1):
            c.drawString(KIRI + lebar * m + TEPI, ys[n] - LANGKAH * i + 3, teks)
    c.setLineWidth(0.5)
    for n in range(len(ys)):
        for a, b in _terus(not _dalam(k, n, m, mendatar=True) for m in range(kolom)):
            c.line(KIRI + lebar * a, ys[n], KIRI + lebar * b, ys[n])
    for m in range(kolom + 1):
        for a, b in _terus(not _dalam(k, n, m, mendatar=False) for n in range(len(k.baris))):
            c.line(KIRI + lebar * m, ys[a], KIRI + lebar * m, ys[b])
    return ys[-1]


def _dalam(k: Kisi, n: int, m: int, *, mendatar: bool) -> bool:
    """Whether the rule above or left of a cell lies within merged cells."""
    return any(r1 <= n <= r2 and c1 <= m <= c2 and (n > r1 if mendatar else m > c1) for r1, c1, r2, c2 in k.gabung)


def _terus(ada: Iterator[bool]) -> Iterator[tuple[int, int]]:
    """Runs of what is there, as begin and end."""
    awal = 0
    for nilai, anggota in groupby(ada):
        akhir = awal + len(list(anggota))
        if nilai:
            yield awal, akhir
        awal = akhir


def _lipat(teks: str, lebar: float, huruf: str = HURUF, ukuran: float = UKURAN) -> list[str]:
    """Lines of a width: broken at spaces, which stay, and within words that are wider."""

    def muat(t: str) -> bool:
        return stringWidth(t.rstrip(), huruf, ukuran) <= lebar

    hasil = []
    for alinea in teks.split("\n"):
        baris = ""
        for kata in re.findall(r"\S+ ?", alinea):
            if baris and not muat(baris + kata):
                hasil.append(baris)
                baris = ""
            sisa = kata
            while not muat(sisa):
                potong = max(n for n in range(1, len(sisa)) if n == 1 or muat(sisa[:n]))
                hasil.append(sisa[:potong])
                sisa = sisa[potong:]
            baris += sisa
        hasil.append(baris)
    return hasil


# -- PDF, drawn ------------------------------------------------------------------------


def _lembar(jalur: Path, judul: str, tabel: str) -> Canvas:
    """A page with the head of a Renstra and the title of a table."""
    c = Canvas(str(jalur), pagesize=A4, invariant=1)
    c.setFont(TEBAL, 11)
    c.drawString(72, 785, judul)
    c.setFont(HURUF, 10)
    c.drawString(72, 760, tabel)
    c.setFont(HURUF, 9)
    return c


def _tegak(miring: float, jalur: Path) -> None:
    """Figures turned upright; `miring`: how far from it, as programs that multiply matrices leave it."""
    c = _lembar(jalur, "RENSTRA DINAS PERTANIAN TAHUN 2024-2028", "Tabel 2.4 Anggaran Pelayanan Tahun 2020-2022")
    atas = 745.0
    for n, baris in enumerate(TEGAK):
        tinggi = 72 if n else 30
        for m, teks in enumerate(baris):
            x, lebar = (72.0, 170) if m == 0 else (242.0 + 48 * (m - 1), 48)
            c.rect(x, atas - tinggi, lebar, tinggi)
            if m == 0:
                c.drawString(x + 4, atas - 14, teks)
                continue
            c.saveState()
            # `transform` would round so small a tilt away.
            c.addLiteral(f"{miring:.9f} 1 -1 {miring:.9f} {x + 29:.2f} {atas - tinggi + 4:.2f} cm")
            c.drawString(0, 0, teks)
            c.restoreState()
        atas -= tinggi
    c.save()


def _zebra(jalur: Path) -> None:
    """Every other row filled, each cell by three rectangles that are no rules."""
    c = _lembar(jalur, "RENSTRA KECAMATAN TAHUN 2024-2028", "Tabel 2.2 Jumlah penduduk menurut jenis kelamin")
    batas = [72, 108, 236, 312, 388, 464]
    for n, baris in enumerate(ZEBRA):
        kaki = 727 - 18 * n
        for kiri, kanan, teks in zip(batas, batas[1:], baris, strict=False):
            if n % 2 == 0:
                c.setFillColorRGB(0.88, 0.93, 0.86)
                for a, b in ((kiri + 5, kanan - 5), (kiri, kiri + 5), (kanan - 5, kanan)):
                    c.rect(a, kaki + 0.5, b - a, 17, stroke=0, fill=1)
                c.setFillColorRGB(0, 0, 0)
            c.setLineWidth(0.5)
            c.rect(kiri, kaki, kanan - kiri, 18)
            c.drawString(kiri + 7, kaki + 5, teks)
    c.save()


# -- Excel -----------------------------------------------------------------------------


def _xlsx(baris: Sequence[Sequence[str | int | None]], gabung: Sequence[str], jalur: Path) -> None:
    from openpyxl import Workbook

    buku = Workbook()
    lembar: Any = buku.active
    for b in baris:
        lembar.append(list(b))
    for g in gabung:
        lembar.merge_cells(g)
    buku.save(jalur)


DOKUMEN: Mapping[str, Callable[[Path], None]] = {
    "kepala_kinerja_anggaran.docx": partial(_docx, KINERJA_ANGGARAN),
    "kepala_kinerja_anggaran.pdf": partial(_pdf, KINERJA_ANGGARAN),
    "kontrol_kepala_gabung.docx": partial(_docx, KEPALA_GABUNG),
    "kontrol_kepala_gabung.pdf": partial(_pdf, KEPALA_GABUNG),
    "kontrol_kepala_gabung_lalu.docx": partial(_docx, KEPALA_GABUNG_LALU),
    "kontrol_kepala_gabung_lalu.pdf": partial(_pdf, KEPALA_GABUNG_LALU),
    "kontrol_nomor_kolom.docx": partial(_docx, NOMOR_KOLOM),
    "kontrol_nomor_kolom.pdf": partial(_pdf, NOMOR_KOLOM),
    "lkjip_berjenjang.xlsx": partial(_xlsx, BERJENJANG, ("B4:D4",)),
    "nyata_data_datar.xlsx": partial(_xlsx, DATAR, ()),
    "nyata_teks_tegak.pdf": partial(_tegak, -4.4e-8),
    "nyata_teks_tegak_tepat_90.pdf": partial(_tegak, 0),
    "nyata_ttd_nip.docx": partial(_docx, TANDA_TANGAN),
    "nyata_zebra.pdf": _zebra,
    "pdf_sel_beberapa_angka.docx": partial(_docx, SEL_BEBERAPA_ANGKA),
    "pdf_sel_beberapa_angka.pdf": partial(_pdf, SEL_BEBERAPA_ANGKA),
    "skala_tabel_permendagri86.docx": partial(_docx, SKALA),
}
"""The makers, by file name."""
