"""What the working papers hold, as a user gets them: one snapshot an output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

import sakip
from sakip import cli

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

NASKAH = """\
Tabel 3.1 Realisasi Anggaran Tahun 2025

| No | Program | Anggaran (Rp) | Realisasi (Rp) | Sisa (Rp) |
|---|---|---|---|---|
| 1 | Program A | 925.896.500 | 826.994.935 | 98.901.565 |
| 2 | Program B | 230.000.000 | 216.006.947 | 13.993.035 |
|  | JUMLAH | 1.155.896.500 | 1.043.001.882 | 112.894.618 |
"""


def _xlsx(jalur: Path) -> str:
    baris = []
    for lembar in openpyxl.load_workbook(jalur).worksheets:
        baris.append(f"== {lembar.title}")
        for isi in lembar.iter_rows():
            baris += [f"{s.coordinate}: {s.value}" for s in isi if s.value is not None]
    return "\n".join(baris)


def _docx(jalur: Path) -> str:
    baris = []
    for bagian in docx.Document(str(jalur)).iter_inner_content():
        if isinstance(bagian, docx.table.Table):
            baris += [" | ".join(s.text for s in b.cells) for b in bagian.rows]
        else:
            baris.append(bagian.text)
    return "\n".join(baris)


def _teks(jalur: Path) -> str:
    return jalur.read_text(encoding="utf-8")


ISI = {".xlsx": _xlsx, ".docx": _docx, ".md": _teks}


@pytest.mark.parametrize(
    ("argumen", "berkas"),
    [
        (["reviu", "laporan.md", "--format", "kkr", "-o"], "kkr.xlsx"),
        (["reviu", "laporan.md", "--format", "chr", "-o"], "chr.docx"),
        (["reviu", "laporan.md", "--anotasi"], "anotasi.md"),
        (["tabel", "laporan.md", "-o"], "tabel.md"),
        (["tabel", "laporan.md", "-o"], "tabel.docx"),
        (["tabel", "laporan.md", "-o"], "tabel.xlsx"),
    ],
    ids=lambda x: x if isinstance(x, str) else x[0],
)
def test_kertas(
    argumen: list[str], berkas: str, tmp_path: Path, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "laporan.md").write_text(NASKAH, encoding="utf-8")
    assert cli.main([*argumen, berkas]) == (1 if argumen[0] == "reviu" else 0)
    jalur = tmp_path / berkas
    assert ISI[jalur.suffix](jalur).replace(sakip.__version__, "VERSI") == snapshot
