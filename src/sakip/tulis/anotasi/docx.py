"""A Word document with a real comment at each wrong figure, by the comments of python-docx 1.2.

A place is `T2 B5 K3` (table, row, column) or `P12` (paragraph), as the reader counts them. What is found there
must print the figure; otherwise the figure is looked for by its text, and a note whose figure is nowhere is
handed back.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from sakip.tulis.keluaran import KeluaranError
from sakip.tulis.office.pustaka import AUTHOR
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from docx.document import Document as Dokumen
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from sakip.tulis.anotasi import Catatan

__all__ = ["anotasi"]

_TABEL = re.compile(r"T(\d+) B(\d+) K(\d+)")
_ALINEA = re.compile(r"P(\d+)")


def anotasi(path: Path, catatan: Sequence[Catatan]) -> tuple[bytes, list[Catatan]]:
    """The document with its comments."""
    try:
        d = Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as e:
        raise KeluaranError("bukan_docx", sumber=str(path)) from e
    if not hasattr(d, "add_comment"):
        raise KeluaranError("python_docx_lama")
    letak = _Letak(d)
    sisa = []
    for c in catatan:
        p = letak.cari(c)
        if p is None:
            sisa.append(c)
            continue
        runs = _runs(p, c.tertulis)
        if not runs:
            sisa.append(c)
            continue
        d.add_comment(runs, text=bersih(str(c)), author=AUTHOR, initials="sk")
    wadah = io.BytesIO()
    d.save(wadah)
    return wadah.getvalue(), sisa


class _Letak:
    """Where the paragraphs of a document are, counted as the reader counts."""

    def __init__(self, d: Dokumen) -> None:
        self.tabel: list[Table] = []
        self.alinea: list[Paragraph] = []
        for isi in d.iter_inner_content():
            if isinstance(isi, Table):
                self._tabel(isi)
            else:
                self.alinea.append(isi)
        self.semua = [*(p for t in self.tabel for p in _alinea(t)), *self.alinea]

    def _tabel(self, t: Table) -> None:
        self.tabel.append(t)
        for baris in t.rows:
            sudah: list[object] = []
            for sel in baris.cells:
                if sel._tc not in sudah:
                    sudah.append(sel._tc)
                    for dalam in sel.tables:
                        self._tabel(dalam)

    def cari(self, c: Catatan) -> Paragraph | None:
        """The paragraph that a note belongs to."""
        sel = c.lokasi.sel or ""
        calon: list[Paragraph] = []
        if m := _TABEL.fullmatch(sel):
            calon = self._sel(*(int(x) for x in m.groups()))
        elif m := _ALINEA.fullmatch(sel):
            n = int(m[1])
            calon = self.alinea[n - 1 : n]
        cocok = [p for p in calon if _memuat(p, c.tertulis)]
        if cocok:
            return cocok[0]
        if c.tertulis and any(x.isdigit() for x in c.tertulis):
            semua = [p for p in self.semua if _memuat(p, c.tertulis)]
            if len(semua) == 1:
                return semua[0]
        return next((p for p in calon if p.runs), None)

    def _sel(self, tabel: int, baris: int, kolom: int) -> list[Paragraph]:
        if not 1 <= tabel <= len(self.tabel):
            return []
        t = self.tabel[tabel - 1]
        if not 1 <= baris <= len(t.rows):
            return []
        sel = t.rows[baris - 1].cells
        return list(sel[kolom - 1].paragraphs) if 1 <= kolom <= len(sel) else []


def _alinea(t: Table) -> Iterator[Paragraph]:
    for r in t.rows:
        sudah: set[int] = set()
        for c in r.cells:
            if id(c._tc) not in sudah:
                sudah.add(id(c._tc))
                yield from c.paragraphs


def _memuat(p: Paragraph, teks: str) -> bool:
    return bool(teks) and _rapi(teks) in _rapi(p.text)


def _rapi(teks: str) -> str:
    return "".join(teks.replace("\u00a0", " ").split()).casefold()


def _runs(p: Paragraph, teks: str) -> list[Run]:
    """The runs that print the figure; the whole paragraph where it cannot be told."""
    runs = [r for r in p.runs if r.text]
    dicari = _rapi(teks)
    for i in range(len(runs)):
        for j in range(i, len(runs)):
            if dicari and dicari in _rapi("".join(r.text for r in runs[i : j + 1])):
                while i < j and dicari in _rapi("".join(r.text for r in runs[i + 1 : j + 1])):
                    i += 1
                return [runs[i], runs[j]] if i != j else [runs[i]]
    return [runs[0], runs[-1]] if len(runs) > 1 else list(runs)
