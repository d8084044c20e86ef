"""Readers: whatever holds a report, into a `Laporan`.

`baca` looks at what the path is and loads the one reader it needs; nothing else of `sakip` loads cattrs or
YAML. A reader is a module with `baca(jalur, sebutan)`, entered in `PEMBACA`.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from sakip.errors import Masalah, SumberError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.model.laporan import Laporan

__all__ = ["PEMBACA", "baca"]

FOLDER = "/"
"""The kind of a folder in `PEMBACA`."""

PEMBACA: Mapping[str, str] = MappingProxyType(
    {FOLDER: "sakip.pembaca.folder", ".txt": "sakip.pembaca.dokumen", ".md": "sakip.pembaca.dokumen"}
)
"""Kind of source (`/` a folder, otherwise the suffix of the file) to the module that reads it."""


def baca(sumber: str | os.PathLike[str]) -> Laporan:
    """Read a report.

    Args:
        sumber: a data folder (`docs/format.md`), or a report as text or Markdown.

    Raises:
        SumberError: the source cannot be read. It lists every problem, each with its file, line and key.
    """
    sebutan = os.fsdecode(sumber)
    jenis = _jenis(sebutan)
    modul = PEMBACA.get(jenis)
    if modul is None:
        dikenal = ", ".join(akhiran for akhiran in PEMBACA if akhiran != FOLDER)
        pesan = f"jenis sumber tidak dikenal: {jenis or 'tanpa akhiran'}; yang dapat dibaca: folder data, {dikenal}"
        if jenis in {".yaml", ".yml", ".csv"}:
            pesan += " (sebut foldernya, bukan berkas di dalamnya)"
        raise SumberError([Masalah(sebutan, pesan)])
    hasil: Laporan = import_module(modul).baca(Path(sebutan), sebutan)
    return hasil


def _jenis(sebutan: str) -> str:
    """The kind of a source, as `PEMBACA` names it."""
    if not sebutan.strip():
        raise SumberError([Masalah(repr(sebutan), "nama sumber kosong")])
    jalur = Path(sebutan)
    try:
        if jalur.is_dir():
            return FOLDER
        jalur.stat()
    except FileNotFoundError:
        raise SumberError([Masalah(sebutan, "tidak ada berkas atau folder bernama ini")]) from None
    except (OSError, ValueError) as e:
        pesan = getattr(e, "strerror", None) or str(e)
        raise SumberError([Masalah(sebutan, f"tidak dapat dibaca: {pesan}")]) from None
    return jalur.suffix.lower()
