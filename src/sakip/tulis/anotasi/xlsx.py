"""A workbook with a comment and a fill at each wrong figure. Values, formulas and formats stay."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils.exceptions import CellCoordinatesException, InvalidFileException

from sakip.tulis.keluaran import KeluaranError
from sakip.tulis.office.pustaka import AUTHOR
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell

    from sakip.tulis.anotasi import Catatan

__all__ = ["anotasi"]

WARNA = {"kesalahan": "FFC7CE", "peringatan": "FFEB9C", "catatan": "DDEBF7"}


def anotasi(path: Path, catatan: Sequence[Catatan]) -> tuple[bytes, list[Catatan]]:
    """The workbook with its comments; a comment that was there before keeps its text."""
    try:
        buku = load_workbook(path, rich_text=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError) as e:
        raise KeluaranError("bukan_buku_kerja", sumber=str(path), galat=str(e)) from e
    sisa: list[Catatan] = []
    milik: dict[tuple[str, str], list[Catatan]] = {}
    for c in catatan:
        sel = _sel(buku, c)
        if sel is None:
            sisa.append(c)
        else:
            milik.setdefault((sel.parent.title, sel.coordinate), []).append(c)
    for (lembar, alamat), semua in milik.items():
        sel = buku[lembar][alamat]
        teks = "\n".join(bersih(str(c)) for c in semua)
        lama = f"{sel.comment.text}\n" if sel.comment is not None else ""
        sel.comment = Comment((lama + teks)[:30_000], AUTHOR, height=140, width=360)
        parah = min((c.keparahan for c in semua), key=list(WARNA).index)
        sel.fill = PatternFill("solid", start_color=WARNA[parah])
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue(), sisa


def _sel(buku: Workbook, c: Catatan) -> Cell | None:
    """The cell of a note: `Lembar!C12`, in a merged range its first cell."""
    lembar, _, alamat = (c.lokasi.sel or "").rpartition("!")
    if not alamat or (lembar and lembar not in buku.sheetnames):
        return None
    ws = buku[lembar] if lembar else buku.worksheets[0]
    try:
        sel = ws[alamat]
    except (CellCoordinatesException, ValueError):
        return None
    if isinstance(sel, tuple):
        return None
    for r in ws.merged_cells.ranges:
        if sel.coordinate in r:
            return ws.cell(r.min_row, r.min_col)  # type: ignore[return-value] # the first cell is a cell
    return sel  # type: ignore[no-any-return]
