"""Writes a document in a format: text, Markdown, Word, a workbook, PDF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from tests.penulis.bagian import Halaman, Kisi, Teks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tests.penulis.bagian import Bagian

    from sakip.pengujian.bangun.sumber import Sumber

__all__ = ["FORMAT", "tulis_docx", "tulis_md", "tulis_pdf", "tulis_txt", "tulis_xlsx"]


def _menyambung(bagian: Sequence[Bagian], i: int) -> bool:
    """Whether a paragraph goes on with the one before."""
    p, atas = bagian[i], bagian[i - 1] if i else None
    return isinstance(p, Teks) and p.sambung and isinstance(atas, Teks)


# -- text ------------------------------------------------------------------------------


def tulis_txt(jalur: Path, bagian: Sequence[Bagian], s: Sumber) -> None:
    """Cells parted by tabs, pages by their numbers or form feeds."""
    _tulis_teks(jalur, bagian, s, "\t".join)


def tulis_md(jalur: Path, bagian: Sequence[Bagian], s: Sumber) -> None:
    """Cells parted by pipes, with or without the line under the heading."""

    def baris(sel: Iterable[str]) -> str:
        return f"| {' | '.join(t.replace('|', chr(92) + '|') for t in sel)} |"

    _tulis_teks(jalur, bagian, s, baris, garis=s.benar())


def _tulis_teks(jalur: Path, bagian: Sequence[Bagian], s: Sumber, gabung: Any, *, garis: bool = False) -> None:
    isi: list[str] = []
    for i, p in enumerate(bagian):
        if not _menyambung(bagian, i):
            isi.append("")
        if isinstance(p, Teks):
            butir = "- " if p.butir else ""
            isi.append(butir + (f"**{p.teks}**" if p.tebal else p.teks))
        elif isinstance(p, Halaman):
            isi.append(s.pilih(("\f", str(p.nomor), f"Halaman {p.nomor}")))
        elif not p.bergaris:
            # What is set beside each other without rules a converter gives as lines.
            isi += [" ".join(t for t in b if t) for b in p.baris]
        else:
            baris = [gabung(b) for b in p.baris]
            isi += [baris[0], *(["|---" * len(p.baris[0]) + "|"] if garis else []), *baris[1:]]
    jalur.write_text("\n".join(isi) + "\n", encoding="utf-8")


# -- Word ------------------------------------------------------------------------------


def tulis_docx(jalur: Path, bagian: Sequence[Bagian], s: Sumber, *, lebar: bool = False) -> None:
    """Tables with merged cells; here and there spaces that do not break; `lebar`: on wide pages."""
    from docx import Document
    from docx.shared import Cm

    d: Any = Document()
    if lebar:
        d.sections[0].page_width, d.sections[0].page_height = Cm(42), Cm(29.7)
    p: Any = None
    for i, b in enumerate(bagian):
        if isinstance(b, Kisi):
            _kisi_docx(d, b, s)
            if i + 1 < len(bagian) and isinstance(bagian[i + 1], Kisi):
                d.add_paragraph("")  # tables that touch are one
            p = None
        elif isinstance(b, Halaman):
            d.add_page_break()
            p = None
        else:
            if _menyambung(bagian, i) and p is not None and not b.butir:
                p.add_run().add_break()
            else:
                p = d.add_paragraph(style="List Bullet" if b.butir else None)
            p.add_run(b.teks).bold = b.tebal
    d.save(str(jalur))


_RENGGANG = re.compile(r"(?:-|\()?(?:Rp\.? |\d+ )")
"""A figure beside its `Rp` or unit, which typists keep on one line."""


def _kisi_docx(d: Any, k: Kisi, s: Sumber) -> None:
    from docx.shared import Cm

    t = d.add_table(len(k.baris), len(k.baris[0]), style="Table Grid" if k.bergaris else None)
    for tr, sel in zip(t._tbl.tr_lst, k.baris, strict=True):
        for tc, x in zip(tr.tc_lst, sel, strict=True):
            tc.p_lst[0].add_r().text = x.replace(" ", "\u00a0") if _RENGGANG.match(x) and s.benar(4) else x
    if not k.bergaris and len(k.baris[0]) == 3:
        t.autofit = False
        for lebar, kolom in zip((6.5, 0.7, 8.0), t.columns, strict=True):
            for sel in kolom.cells:
                sel.width = Cm(lebar)
            kolom.width = Cm(lebar)
    for r1, c1, r2, c2 in k.gabung:
        atas = t.cell(r1, c1)
        atas.merge(t.cell(r2, c2))
        for p in atas.paragraphs[1:]:
            p._p.getparent().remove(p._p)


# -- Excel -----------------------------------------------------------------------------

_BILANGAN = re.compile(r"(Rp\.? ?)?(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,3}))?(%)?")


def tulis_xlsx(jalur: Path, bagian: Sequence[Bagian], s: Sumber) -> None:
    """Several tables a sheet; figures as numbers under formats that print them, or as texts."""
    from openpyxl import Workbook

    wb = Workbook()
    ws: Any = wb.active
    baris = 1
    for i, b in enumerate(bagian):
        if isinstance(b, Teks):
            if not _menyambung(bagian, i):
                baris += 1
            if re.match(r"tabel\s", b.teks, re.IGNORECASE) and s.benar(4):
                ws, baris = wb.create_sheet(f"Lembar data {len(wb.sheetnames)}"), 1
            ws.cell(baris, 1).value = b.teks
            ws.cell(baris, 1).data_type = "s"
            baris += 1
        elif isinstance(b, Kisi):
            geser = 1
            baris += i > 0 and isinstance(bagian[i - 1], Kisi)
            for r, isi in enumerate(b.baris):
                for c, x in enumerate(isi):
                    _sel_xlsx(ws.cell(baris + r, geser + c), x, s)
            for r1, c1, r2, c2 in b.gabung:
                ws.merge_cells(None, baris + r1, geser + c1, baris + r2, geser + c2)
            baris += len(b.baris)
        elif not _di_tengah_tabel(bagian, i):
            baris += 1
    wb.save(jalur)


def _di_tengah_tabel(bagian: Sequence[Bagian], i: int) -> bool:
    """Whether a page ends inside a table, which a sheet goes on with."""
    return all(isinstance(b, Kisi) for b in (bagian[i - 1], *bagian[i + 1 : i + 2]))


def _sel_xlsx(c: Any, teks: str, s: Sumber) -> None:
    if not teks:
        return
    cocok = _BILANGAN.fullmatch(teks)
    polos = cocok and (cocok[3] or "." in cocok[2] or (cocok[4] and cocok[2].lstrip("0")))
    if cocok is None or not polos or s.benar(4):
        c.value, c.data_type = teks, "s"
        return
    rp, utuh, pecah, persen = cocok.groups()
    c.value = float(f"{utuh.replace('.', '')}.{pecah or 0}") / (100 if persen else 1)
    depan = f'"{rp}"' if rp else ""
    c.number_format = (
        depan + ("#,##0" if "." in utuh else "0") + ("." + "0" * len(pecah) if pecah else "") + (persen or "")
    )


# -- PDF -------------------------------------------------------------------------------

HURUF = "Vera"
LEBAR = 1100.0


def tulis_pdf(jalur: Path, bagian: Sequence[Bagian], s: Sumber) -> None:
    """Ruled tables on wide pages; what does not fit on one goes on over the next."""
    from reportlab.lib.pagesizes import A3, landscape
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, SimpleDocTemplate, Spacer

    if HURUF not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(HURUF, "Vera.ttf"))
        pdfmetrics.registerFont(TTFont(f"{HURUF}-Bold", "VeraBd.ttf"))
    alur: list[Any] = []
    for i, b in enumerate(bagian):
        if isinstance(b, Teks):
            if not _menyambung(bagian, i):
                alur.append(Spacer(1, 8))
            alur.append(_alinea(b))
        elif isinstance(b, Kisi):
            alur += [Spacer(1, 8), _kisi_pdf(b, s)]
        else:
            alur.append(PageBreak())
    SimpleDocTemplate(str(jalur), pagesize=landscape(A3), leftMargin=40, rightMargin=40).build(alur)


def _alinea(b: Teks) -> Any:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    nama = f"{HURUF}-Bold" if b.tebal else HURUF
    depan = "• " if b.butir else ""
    return Paragraph(escape(depan + b.teks), ParagraphStyle("isi", fontName=nama, fontSize=9, leading=11))


def _kisi_pdf(k: Kisi, s: Sumber) -> Any:
    from reportlab.lib import colors
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, Paragraph

    huruf = ParagraphStyle("sel", fontName=HURUF, fontSize=7, leading=8.5)
    isi = [[Paragraph(escape(t), huruf) for t in b] for b in k.baris]
    gaya: list[Any] = [("VALIGN", (0, 0), (-1, -1), s.pilih(("TOP", "MIDDLE")))]
    if k.bergaris:
        gaya.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    gaya += [("SPAN", (c1, r1), (c2, r2)) for r1, c1, r2, c2 in k.gabung]
    return LongTable(isi, colWidths=lebar_kolom(k.baris), style=gaya)


def lebar_kolom(baris: Sequence[Sequence[str]], penuh: float = LEBAR) -> list[float]:
    """Columns in which no word must be broken."""
    kata = [max(len(w) for b in baris for w in (b[i].split() or [""])) for i in range(len(baris[0]))]
    panjang = [max(1, min(30, max(len(b[i]) for b in baris))) for i in range(len(baris[0]))]
    sempit = [5.2 * k + 13 for k in kata]
    sisa = max(0.0, penuh - sum(sempit))
    return [a + sisa * p / sum(panjang) for a, p in zip(sempit, panjang, strict=True)]


FORMAT = {".txt": tulis_txt, ".md": tulis_md, ".docx": tulis_docx, ".xlsx": tulis_xlsx, ".pdf": tulis_pdf}
"""The writer of each format."""
