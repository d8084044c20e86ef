"""Readers: whatever holds a report, into a `Laporan`.

`baca` looks at what the path is and loads the one reader it needs; nothing else of `sakip` loads cattrs or
YAML. A reader is a module with `baca(jalur, sebutan)`, entered in `PEMBACA`; a module `x` that reads documents
also has `baca_x(jalur, sebutan, kosakata)`, which tells what it did not understand.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sakip.errors import Masalah, SumberError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.model.laporan import Laporan
    from sakip.pembaca.hasil import Pembacaan
    from sakip.pembaca.tafsir.kosakata import Kosakata

__all__ = ["PEMBACA", "baca", "baca_rinci"]

FOLDER = "/"
"""The kind of a folder in `PEMBACA`."""

PEMBACA: Mapping[str, str] = MappingProxyType(
    {
        FOLDER: "sakip.pembaca.folder",
        ".txt": "sakip.pembaca.dokumen",
        ".md": "sakip.pembaca.dokumen",
        ".docx": "sakip.pembaca.docx",
        ".xlsx": "sakip.pembaca.xlsx",
        ".pdf": "sakip.pembaca.pdf",
    }
)
"""Kind of source (`/` a folder, otherwise the suffix of the file) to the module that reads it."""


def baca(sumber: str | os.PathLike[str], *, kosakata: Mapping[str, Any] | Kosakata | None = None) -> Laporan:
    """Read a report.

    Args:
        sumber: a data folder (`docs/format.md`), or the report itself as a document.
        kosakata: words by which documents are understood, added to those that come with the package:
            `Konfigurasi.kosakata`, or a whole vocabulary. A data folder needs none.

    Raises:
        SumberError: the source cannot be read. It lists every problem, each with its file, line and key.
    """
    sebutan = os.fsdecode(sumber)
    modul = _modul(sebutan)
    if kosakata:
        return _rinci(modul, sebutan, kosakata).laporan
    hasil: Laporan = modul.baca(Path(sebutan), sebutan)
    return hasil


def baca_rinci(sumber: str | os.PathLike[str], *, kosakata: Mapping[str, Any] | Kosakata | None = None) -> Pembacaan:
    """Read a report, and tell what of it was not understood. Arguments and errors are those of `baca`."""
    sebutan = os.fsdecode(sumber)
    return _rinci(_modul(sebutan), sebutan, kosakata)


def _rinci(modul: Any, sebutan: str, kosakata: Mapping[str, Any] | Kosakata | None) -> Pembacaan:
    from sakip.pembaca.hasil import Pembacaan

    jalur = Path(sebutan)
    dokumen = getattr(modul, f"baca_{modul.__name__.rpartition('.')[2]}", None)
    if dokumen is None:
        return Pembacaan(modul.baca(jalur, sebutan))
    hasil: Pembacaan = dokumen(jalur, sebutan, _kosakata(kosakata))
    return hasil


def _kosakata(tambahan: Mapping[str, Any] | Kosakata | None) -> Kosakata | None:
    from sakip.pembaca.tafsir.kosakata import Kosakata, kosakata

    if tambahan is None or isinstance(tambahan, Kosakata):
        return tambahan
    return kosakata(tambahan)


def _modul(sebutan: str) -> Any:
    """The reader of a source."""
    jenis = _jenis(sebutan)
    modul = PEMBACA.get(jenis)
    if modul is None:
        dikenal = ", ".join(akhiran for akhiran in PEMBACA if akhiran != FOLDER)
        pesan = f"jenis sumber tidak dikenal: {jenis or 'tanpa akhiran'}; yang dapat dibaca: folder data, {dikenal}"
        if jenis in {".yaml", ".yml", ".csv"}:
            pesan += " (sebut foldernya, bukan berkas di dalamnya)"
        raise SumberError([Masalah(sebutan, pesan)])
    return import_module(modul)


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
