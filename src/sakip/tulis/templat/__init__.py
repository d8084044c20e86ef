"""A workbook to fill in: `sakip templat laporan.xlsx`.

What is typed is read by `sakip.pembaca`; the column PERIKSA beside it computes the same figures while they are
typed. It stands apart and holds words only, so that no reader takes what it computes for what is printed.
"""

from __future__ import annotations

import io
import os
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sakip.tulis.keluaran import KeluaranError, ke_berkas, periksa_tujuan
from sakip.tulis.templat.isi import LEMBAR, PETUNJUK
from sakip.tulis.words.catalogue import BAHASA, isi_pesan

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.tulis.templat.isi import KolomTemplat, LembarTemplat, Periksa

    Kata: TypeAlias = Callable[[str], str]

__all__ = ["buat_templat", "tulis_templat"]

KUNING, BIRU, MERAH, HIJAU = "FFF9E5", "DCE6F1", "F8CBAD", "C6E0B4"
FORMAT = {"teks": "General", "kode": "@", "uang": "#,##0.00", "persen": "0.00", "nilai": "General"}
LEBAR = {"teks": 30, "kode": 16, "uang": 22, "persen": 13, "nilai": 13}
SEMPIT = frozenset({"no", "satuan", "polaritas"})
KEPALA = 2
"""The row of the headings: the title is above it."""
_RUJUKAN = re.compile(r"\{(\w+)(?::(\w+))?\}")
ESELON = ("ESELON II", "ESELON III", "ESELON IV")


def tulis_templat(tujuan: str | os.PathLike[str], *, timpa: bool = False, bahasa: str = "id") -> int:
    """Write the workbook.

    Args:
        tujuan: the file, `.xlsx`.
        timpa: whether a file of this name may be replaced.
        bahasa: the language of the explanations; headings are those of reports.

    Returns:
        How many sheets it has.

    Raises:
        KeluaranError: it cannot be written, or is there already.
    """
    nama = os.fsdecode(tujuan)
    if not nama.lower().endswith(".xlsx"):
        raise KeluaranError("bukan_xlsx", tujuan=nama)
    periksa_tujuan(nama, ())
    if Path(nama).exists() and not timpa:
        raise KeluaranError("sudah_ada", tujuan=nama)
    buku = buat_templat(bahasa)
    isi = io.BytesIO()
    buku.save(isi)
    ke_berkas([isi.getvalue()], nama)
    return len(buku.sheetnames)


def buat_templat(bahasa: str = "id") -> Workbook:
    """The workbook, in memory."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise KeluaranError("templat_tanpa_openpyxl") from None
    if bahasa not in BAHASA:
        raise ValueError(bahasa)
    kata = partial(isi_pesan, isi={}, bahasa=bahasa)
    buku = Workbook()
    buku.remove(buku.worksheets[0])
    _lembar_laporan(buku.create_sheet("Laporan"), kata)
    for lembar in LEMBAR:
        _lembar_tabel(buku.create_sheet(lembar.nama), lembar, kata)
    _lembar_formulir(buku.create_sheet("Formulir PK"), kata)
    return buku


# -- sheets ------------------------------------------------------------------------


def _lembar_laporan(ws: Worksheet, kata: Kata) -> None:
    """Who reports on what year, and how to fill in the rest."""
    from openpyxl.worksheet.datavalidation import DataValidation

    _tulis(ws, 1, 1, "LAPORAN KINERJA INSTANSI PEMERINTAH", tebal=True)
    _tulis(ws, 2, 1, kata("templat.instansi"), isian=True)
    _tulis(ws, 3, 1, kata("templat.tahun"), isian=True)
    tahun = DataValidation("whole", operator="between", formula1="2000", formula2="2100", showErrorMessage=True)
    tahun.error = kata("templat.tahun.salah")
    ws.add_data_validation(tahun)
    tahun.add("A3")
    for i, teks in enumerate(PETUNJUK, 5):
        _tulis(ws, i, 1, kata(teks))
    ws.column_dimensions["A"].width = 110


def _lembar_tabel(ws: Worksheet, lembar: LembarTemplat, kata: Kata) -> None:
    _tulis(ws, 1, 1, f"Tabel {lembar.nomor} {lembar.judul}", tebal=True)
    dalam = 2 if any(k.induk for k in lembar.kolom) else 1
    _kepala(ws, lembar.kolom, KEPALA, dalam, kata)
    awal, akhir = KEPALA + dalam, KEPALA + dalam + lembar.baris - 1
    for i, k in enumerate(lembar.kolom, 1):
        _kolom(ws, k, i, awal, akhir, kata)
    if lembar.periksa:
        _kolom_periksa(ws, lembar, awal, akhir, kata)
    ws.freeze_panes = f"A{awal}"


def _lembar_formulir(ws: Worksheet, kata: Kata) -> None:
    """An officer's form: a table of targets and a table of money."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation

    from sakip.tulis.templat.isi import ANGKA, INDIKATOR, NO, RUPIAH, SASARAN, KolomTemplat

    _tulis(ws, 1, 1, "PERJANJIAN KINERJA PERUBAHAN", tebal=True)
    _tulis(ws, 2, 1, ESELON[1], isian=True, tebal=True)
    _pilihan(ws, ESELON, "A2:A2", DataValidation)
    _tulis(ws, 4, 1, "FORMULIR PERJANJIAN KINERJA PERUBAHAN", tebal=True)
    _tulis(ws, 6, 1, "Jabatan : ", isian=True)
    kinerja = (NO, SASARAN, INDIKATOR, KolomTemplat("target", "TARGET", ANGKA))
    anggaran = (
        KolomTemplat("nama", "PROGRAM/KEGIATAN", "templat.nama_formulir"),
        KolomTemplat("pagu", "ANGGARAN", RUPIAH),
        KolomTemplat("keterangan", "KETERANGAN", "templat.sumber"),
    )
    for kolom, kepala, baris in ((kinerja, 8, 30), (anggaran, 40, 40)):
        _kepala(ws, kolom, kepala, 1, kata)
        for i, k in enumerate(kolom, 1):
            _kolom(ws, k, i, kepala + 1, kepala + baris, kata)
    akhir = _tulis(ws, 82, 1, "LAMPIRAN")
    akhir.font = Font(color="A6A6A6", size=8)
    akhir.comment = Comment(kata("templat.penanda"), "sakip")
    for huruf, lebar in zip("ABCD", (44, 40, 40, 16), strict=True):
        ws.column_dimensions[huruf].width = lebar


# -- tables ------------------------------------------------------------------------


def _kepala(ws: Worksheet, kolom: tuple[KolomTemplat, ...], baris: int, dalam: int, kata: Kata) -> None:
    """The headings, those over several columns merged, each with its explanation."""
    from openpyxl.comments import Comment

    for i, k in enumerate(kolom, 1):
        baru = i == 1 or kolom[i - 2].induk != k.induk
        if k.induk and baru:
            _tulis(ws, baris, i, k.induk, kepala=True)
        if dalam == 1 or not k.induk:
            sel = _tulis(ws, baris, i, k.judul, kepala=True)
            if dalam > 1:
                ws.merge_cells(start_row=baris, end_row=baris + dalam - 1, start_column=i, end_column=i)
        else:
            sel = _tulis(ws, baris + 1, i, k.judul, kepala=True)
        if k.judul.startswith("="):
            sel.number_format = "0"
        sel.comment = Comment(kata(k.penjelasan), "sakip", height=90, width=260)
    for induk in dict.fromkeys(k.induk for k in kolom if k.induk):
        letak = [i for i, k in enumerate(kolom, 1) if k.induk == induk]
        if len(letak) > 1:
            ws.merge_cells(start_row=baris, end_row=baris, start_column=letak[0], end_column=letak[-1])


def _kolom(ws: Worksheet, k: KolomTemplat, i: int, awal: int, akhir: int, kata: Kata) -> None:
    """The cells of a column to fill in."""
    from openpyxl.styles import Alignment, Border, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    huruf = get_column_letter(i)
    isi = PatternFill("solid", fgColor=KUNING)
    garis = Border(bottom=Side("hair"), right=Side("hair"))
    rata = Alignment(wrap_text=k.isi == "teks", vertical="top")
    for r in range(awal, akhir + 1):
        sel = ws.cell(r, i)
        sel.number_format = FORMAT[k.isi]
        sel.fill, sel.border, sel.alignment = isi, garis, rata
    ws.column_dimensions[huruf].width = 11 if k.kunci in SEMPIT else LEBAR[k.isi]
    if k.pilihan:
        _pilihan(ws, k.pilihan, f"{huruf}{awal}:{huruf}{akhir}", DataValidation, kata(k.penjelasan))


def _pilihan(ws: Worksheet, pilihan: tuple[str, ...], sel: str, jenis: type, penjelasan: str = "") -> None:
    """A drop-down; anything else may be typed too, for a report may print anything."""
    daftar = jenis("list", formula1=f'"{",".join(pilihan)}"', allow_blank=True, showErrorMessage=False)
    daftar.prompt, daftar.showInputMessage = penjelasan, bool(penjelasan)
    ws.add_data_validation(daftar)
    daftar.add(sel)


def _kolom_periksa(ws: Worksheet, lembar: LembarTemplat, awal: int, akhir: int, kata: Kata) -> None:
    """The column that computes, an empty column apart from the table."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill
    from openpyxl.utils import get_column_letter

    i = len(lembar.kolom) + 2
    huruf = get_column_letter(i)
    _tulis(ws, awal - 1, i, "PERIKSA", kepala=True)
    for r in range(awal, akhir + 1):
        ws.cell(r, i).value = _rumus(lembar, r, awal, akhir, kata)
    ws.column_dimensions[get_column_letter(i - 1)].width = 2
    ws.column_dimensions[huruf].width = 34
    daerah = f"{huruf}{awal}:{huruf}{akhir}"
    for tanda, warna in (("✗", MERAH), ("✓", HIJAU)):
        isi = PatternFill("solid", bgColor=warna, fgColor=warna)
        aturan = FormulaRule(formula=[f'LEFT({huruf}{awal},1)="{tanda}"'], fill=isi)  # type: ignore[no-untyped-call]
        ws.conditional_formatting.add(daerah, aturan)


def _rumus(lembar: LembarTemplat, r: int, awal: int, akhir: int, kata: Kata) -> str:
    """A tick where all checks of the row that can be made agree, otherwise a cross and what does not."""
    from openpyxl.utils import get_column_letter

    huruf = {k.kunci: get_column_letter(i) for i, k in enumerate(lembar.kolom, 1)}

    def rujukan(cocok: re.Match[str]) -> str:
        h = huruf[cocok[1]]
        if cocok[2] == "semua":
            return f"${h}${awal}:${h}${akhir}"
        return f"${h}${awal - 1}:${h}{r - 1}" if cocok[2] == "atas" else f"${h}{r}"

    def ada(p: Periksa) -> str:
        return f"AND({','.join(f'ISNUMBER(${huruf[k]}{r})' for k in p.perlu)})"

    salah = [f"IFERROR(AND({ada(p)},{_RUJUKAN.sub(rujukan, p.salah)}),FALSE)" for p in lembar.periksa]
    sebut = "&".join(f'IF({s}," {kata(p.pesan)};","")' for s, p in zip(salah, lembar.periksa, strict=True))
    dapat = f"OR({','.join(map(ada, lembar.periksa))})"
    return f'=IF(OR({",".join(salah)}),"✗"&{sebut},IF({dapat},"✓",""))'


def _tulis(
    ws: Worksheet,
    baris: int,
    kolom: int,
    teks: str,
    *,
    tebal: bool = False,
    kepala: bool = False,
    isian: bool = False,
) -> Cell | MergedCell:
    from openpyxl.styles import Alignment, Font, PatternFill

    sel = ws.cell(baris, kolom)
    sel.value = teks
    sel.font = Font(bold=tebal or kepala)
    if kepala:
        sel.fill = PatternFill("solid", fgColor=BIRU)
        sel.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
    elif isian:
        sel.fill = PatternFill("solid", fgColor=KUNING)
    return sel
