"""How the sheets look and how a cell is written: styles, headings, print setup; text that stays text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = [
    "BIRU",
    "aman",
    "angka",
    "format_angka",
    "kepala",
    "kosongkan_nol",
    "pasang_gaya",
    "rumus",
    "siapkan",
    "tinggi",
    "tulis",
]

BIRU, HITAM, ABU, GARIS = "1F3864", "222222", "595959", "BFBFBF"
MERAH, KUNING, HIJAU, LABU = "FBE0DD", "FFF3CD", "E2F0D9", "F2F2F2"

PALING_PANJANG = 32_000
"""Characters of a cell; Excel stops at 32.767."""

DIPOTONG = " … (sakip reviu --format json)"

_BERBAHAYA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with, also in full width."""


def pasang_gaya(buku: Workbook) -> None:
    """The named styles of the workbook."""
    tipis = Side(style="thin", color=GARIS)
    kotak = Border(left=tipis, right=tipis, top=tipis, bottom=tipis)

    def gaya(
        nama: str, *, tebal: bool = False, latar: str = "", warna: str = HITAM, rata: str = "left", ukuran: int = 9
    ) -> None:
        s = NamedStyle(nama)
        s.font = Font(name="Calibri", size=ukuran, bold=tebal, color=warna)
        s.alignment = Alignment(horizontal=rata, vertical="top", wrap_text=True)
        s.border = kotak
        if latar:
            s.fill = PatternFill("solid", start_color=latar)
        buku.add_named_style(s)

    gaya("isi")
    gaya("samar", warna=ABU)
    gaya("tebal", tebal=True)
    gaya("angka", rata="right")
    gaya("tengah", rata="center")
    gaya("tanda", rata="center", tebal=True, ukuran=11)
    gaya("kepala", tebal=True, latar=BIRU, warna="FFFFFF", rata="center")
    gaya("kelompok", tebal=True, latar="D9E2F3")
    gaya("kesalahan", tebal=True, latar=MERAH, warna="9C1C10")
    gaya("peringatan", tebal=True, latar=KUNING, warna="7F5F00")
    gaya("catatan", tebal=True, latar=LABU)
    gaya("beda", latar=MERAH, rata="right")
    gaya("baik", tebal=True, latar=HIJAU, warna="375623")
    gaya("uji", tebal=True, latar="EEF3FA")
    gaya("uji_angka", tebal=True, latar="EEF3FA", rata="right")
    gaya("isian", latar="FFFFE8")
    for nama, ukuran, tebal, warna in (
        ("judul", 16, True, BIRU), ("anak_judul", 11, True, BIRU), ("bebas", 10, False, HITAM), ("kecil", 8, False, ABU)
    ):  # fmt: skip
        s = NamedStyle(nama)
        s.font = Font(name="Calibri", size=ukuran, bold=tebal, color=warna)
        s.alignment = Alignment(vertical="top", wrap_text=nama in {"bebas", "kecil"})
        buku.add_named_style(s)


def aman(teks: str) -> str:
    """Text on one line that a cell can hold, without control characters."""
    hasil = bersih(teks)
    return hasil if len(hasil) <= PALING_PANJANG else hasil[: PALING_PANJANG - len(DIPOTONG)] + DIPOTONG


def tulis(ws: Worksheet, baris: int, kolom: int, teks: str, gaya: str = "isi", *, sebaris: bool = True) -> Cell:
    """Write text. It is stored as text whatever it begins with; `sebaris=False` keeps line breaks of our own."""
    sel = ws.cell(baris, kolom)
    isi = aman(teks) if sebaris else "\n".join(aman(t) for t in teks.split("\n"))[:PALING_PANJANG]
    sel.style = gaya
    if isi:
        sel.value = isi
        sel.data_type = "s"
        if isi.startswith(_BERBAHAYA):
            sel.quotePrefix = True  # also after somebody edits the cell
    return sel  # type: ignore[return-value] # a merged cell is never written to


def angka(
    ws: Worksheet, baris: int, kolom: int, nilai: Fraction | int | None, desimal: int = 0, gaya: str = "angka"
) -> None:
    """Write a number, shown with so many decimals."""
    sel = ws.cell(baris, kolom)
    sel.style = gaya
    if nilai is not None:
        sel.value = int(nilai) if nilai.denominator == 1 else float(nilai)
        sel.number_format = format_angka(desimal)


def rumus(ws: Worksheet, baris: int, kolom: int, isi: str, gaya: str = "angka", desimal: int | None = None) -> None:
    """Write a formula of our own."""
    sel = ws.cell(baris, kolom, f"={isi}")
    sel.style = gaya
    if desimal is not None:
        sel.number_format = format_angka(desimal)


def format_angka(desimal: int) -> str:
    """The number format; the program that shows it puts in the separators of its country."""
    return "#,##0" if desimal <= 0 else f"#,##0.{'0' * min(desimal, 10)}"


def kosongkan_nol(ws: Worksheet, baris: int, kolom: int) -> None:
    """Show a zero as nothing; it still counts."""
    sel = ws.cell(baris, kolom)
    sel.number_format = f"{sel.number_format};-{sel.number_format};"


def kepala(ws: Worksheet, baris: int, judul: Sequence[str], lebar: Sequence[float]) -> None:
    """The headings of a table with the widths of its columns; frozen, repeated on every printed page."""
    for i, (j, w) in enumerate(zip(judul, lebar, strict=True), 1):
        tulis(ws, baris, i, j, "kepala")
        ws.column_dimensions[get_column_letter(i)].width = w
    ws.freeze_panes = f"A{baris + 1}"
    ws.print_title_rows = f"{baris}:{baris}"


def siapkan(ws: Worksheet, judul: str, keterangan: str, kolom: int, kaki: tuple[str, str]) -> None:
    """Title and remark in rows 1 and 2, and the print setup: A4 across, one page wide; at its foot what it is, and the
    page among how many (`&P`, `&N`).
    """
    tulis(ws, 1, 1, judul, "judul")
    ws.row_dimensions[1].height = 24
    if keterangan:
        tulis(ws, 2, 1, keterangan, "kecil")
        ws.merge_cells(start_row=2, start_column=1, end_row=2, end_column=kolom)
    ws.sheet_view.showGridLines = False
    ws.page_setup.orientation = "landscape"
    ws.page_setup.paperSize = 9  # A4
    ws.page_setup.fitToWidth = 1
    ws.page_setup.fitToHeight = 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.page_margins.left = ws.page_margins.right = 0.4
    ws.page_margins.top, ws.page_margins.bottom = 0.5, 0.6
    footer = ws.oddFooter
    if footer is not None:
        footer.left.text, footer.center.text, footer.right.text = kaki[0], "&A", kaki[1]


def tinggi(teks: Sequence[tuple[str, float]], paling_rendah: float = 13.0) -> float:
    """The height of a row that shows every cell in full: (text, width of its column), at most what Excel allows."""
    baris = 1
    for isi, lebar in teks:
        muat = max(int(lebar * 1.2), 1)
        baris = max(baris, sum(-(-max(len(t), 1) // muat) for t in isi.split("\n")))
    return min(max(baris * 12.2 + 2, paling_rendah), 405.0)
