"""How our Word documents look: A4, styles, header, page numbers, tables; shared by the writers of docx."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from sakip.tulis.office.pustaka import AUTHOR, zip_tetap
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as Dokumen
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

__all__ = ["KANAN", "TENGAH", "bayangi", "isi_sel", "jadi_bytes", "paragraf", "siapkan", "tabel"]

BIRU = RGBColor(0x1F, 0x38, 0x64)
KANAN = WD_ALIGN_PARAGRAPH.RIGHT
TENGAH = WD_ALIGN_PARAGRAPH.CENTER


def siapkan(kepala: str, kaki: str, judul: str, halaman: str, *, melintang: bool = False) -> Dokumen:
    """An empty A4 document with our styles, a header, and page numbers in its footer.

    `halaman` says which page of how many it is, with NUL where the two numbers go.
    """
    d = Document()
    s = d.sections[0]
    s.page_width, s.page_height = (Cm(29.7), Cm(21)) if melintang else (Cm(21), Cm(29.7))
    s.orientation = WD_ORIENT.LANDSCAPE if melintang else WD_ORIENT.PORTRAIT
    s.left_margin = s.right_margin = Cm(2 if melintang else 2.5)
    s.top_margin, s.bottom_margin = Cm(2.3), Cm(2)
    normal = d.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after = Pt(5)
    for nama, ukuran in (("Title", 18), ("Heading 1", 13), ("Heading 2", 11)):
        gaya = d.styles[nama]
        gaya.font.name, gaya.font.size = "Calibri", Pt(ukuran)
        gaya.font.bold, gaya.font.color.rgb = True, BIRU
        rpr = gaya.element.get_or_add_rPr()
        for f in rpr.findall(qn("w:rFonts")):
            for a in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                f.attrib.pop(qn(f"w:{a}"), None)
    d.styles["Title"].paragraph_format.alignment = TENGAH
    p = s.header.paragraphs[0]
    _kecil(p, bersih(kepala))
    p = s.footer.paragraphs[0]
    awal, tengah, akhir = halaman.split("\0")
    _kecil(p, f"{bersih(kaki)}    {awal}")
    _bidang(p, "PAGE")
    _kecil(p, tengah)
    _bidang(p, "NUMPAGES")
    if akhir:
        _kecil(p, akhir)
    d.core_properties.author = AUTHOR
    d.core_properties.last_modified_by = AUTHOR
    d.core_properties.title = bersih(judul)[:250]
    d.core_properties.comments = ""
    return d


def _kecil(p: Paragraph, teks: str) -> None:
    r = p.add_run(teks)
    r.font.size = Pt(8)
    r.font.color.rgb = RGBColor(0x59, 0x59, 0x59)


def _bidang(p: Paragraph, nama: str) -> None:
    """A field that the program which shows the document fills in."""
    for jenis, isi in (("begin", ""), ("", nama), ("separate", ""), ("t", "1"), ("end", "")):
        r = p.add_run()
        r.font.size = Pt(8)
        if jenis == "t":
            r.text = isi
            continue
        e = OxmlElement("w:fldChar" if jenis else "w:instrText")
        if jenis:
            e.set(qn("w:fldCharType"), jenis)
        else:
            e.set(qn("xml:space"), "preserve")
            e.text = f" {isi} "
        r._r.append(e)


def paragraf(
    d: Dokumen, teks: str, gaya: str | None = None, *, tebal: bool = False, rata: WD_ALIGN_PARAGRAPH | None = None
) -> Paragraph:
    """A paragraph of plain text."""
    p = d.add_paragraph(style=gaya)
    r = p.add_run(bersih(teks))
    r.bold = tebal or None
    if rata is not None:
        p.alignment = rata
    return p


def tabel(d: Dokumen, kepala: Sequence[str], baris: Sequence[Sequence[str]], lebar: Sequence[float]) -> Table:
    """A table with a heading that is repeated on every page; widths in centimetres."""
    kosong: Table = d.add_table(rows=0, cols=len(lebar))
    t: Any = kosong  # python-docx leaves the types of its rows out
    t.style = "Table Grid"
    t.alignment = WD_TABLE_ALIGNMENT.CENTER
    t.autofit = False
    if kepala:
        sel = t.add_row()
        for c, teks in zip(sel.cells, kepala, strict=True):
            isi_sel(c, teks, tebal=True, putih=True)
            bayangi(c, "1F3864")
        ulang = OxmlElement("w:tblHeader")
        ulang.set(qn("w:val"), "true")
        sel._tr.get_or_add_trPr().append(ulang)
    for b in baris:
        for c, teks in zip(t.add_row().cells, b, strict=True):
            isi_sel(c, teks)
    for kolom, w in zip(t.columns, lebar, strict=True):
        kolom.width = Cm(w)
    for r in t.rows:
        utuh = OxmlElement("w:cantSplit")
        r._tr.get_or_add_trPr().append(utuh)
        for c, w in zip(r.cells, lebar, strict=True):
            c.width = Cm(w)
    jeda = d.add_paragraph().paragraph_format
    jeda.space_after, jeda.line_spacing = Pt(0), Pt(8)
    return kosong


def isi_sel(
    c: _Cell,
    teks: str,
    *,
    tebal: bool = False,
    putih: bool = False,
    rata: WD_ALIGN_PARAGRAPH | None = None,
    ukuran: float = 9,
) -> None:
    """Plain text into a cell, a paragraph for each of our lines."""
    for i, garis in enumerate(teks.split("\n")):
        p = c.paragraphs[0] if i == 0 else c.add_paragraph()
        p.paragraph_format.space_after = Pt(1)
        r = p.add_run(bersih(garis))
        r.font.size = Pt(ukuran)
        r.bold = tebal or None
        if putih:
            r.font.color.rgb = RGBColor(255, 255, 255)
        if rata is not None:
            p.alignment = rata


def bayangi(c: _Cell, warna: str) -> None:
    """The background of a cell."""
    e = OxmlElement("w:shd")
    for k, v in (("val", "clear"), ("color", "auto"), ("fill", warna)):
        e.set(qn(f"w:{k}"), v)
    c._tc.get_or_add_tcPr().append(e)


def jadi_bytes(d: Dokumen) -> bytes:
    """The document without the time at which it was written."""
    wadah = io.BytesIO()
    d.save(wadah)
    return zip_tetap(wadah.getvalue())
