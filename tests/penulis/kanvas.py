"""Small PDF files, drawn letter by letter or laid out, and their blocks."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

from sakip.pembaca.blok import Paragraf
from sakip.pembaca.pdf import blok_pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sakip.pembaca.blok import Blok


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
