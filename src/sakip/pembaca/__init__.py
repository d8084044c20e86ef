"""Readers: whatever holds a report, into a `Laporan`.

`baca` looks at what the path is and loads the one reader it needs; nothing else of `sakip` loads cattrs or
YAML. A reader of a document is a function of the path and of what the user called it that gives its blocks and
remarks on what it could not read, entered in `PEMBACA`; one interpreter makes the report of the blocks.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sakip.errors import Masalah, SumberError, sebab

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sakip.model.laporan import Catatan, Laporan
    from sakip.pembaca.blok import Dokumen
    from sakip.pembaca.hasil import Pembacaan
    from sakip.pembaca.tafsir.kosakata import Kosakata

    _PembacaBlok = Callable[[Path, str], tuple[Dokumen, tuple[Catatan, ...]]]

__all__ = ["PEMBACA", "baca", "baca_rinci"]

FOLDER = "/"
"""The kind of a folder; the rest are suffixes of files."""

PEMBACA: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "sakip.pembaca.teks:blok_berkas",
        ".md": "sakip.pembaca.teks:blok_berkas",
        ".docx": "sakip.pembaca.docx:blok_docx",
        ".xlsx": "sakip.pembaca.xlsx:blok_xlsx",
        ".pdf": "sakip.pembaca.pdf:blok_pdf",
    }
)
"""Suffix of a document to the module and the function that read its blocks."""


def baca(sumber: str | os.PathLike[str], *, kosakata: Mapping[str, Any] | Kosakata | None = None) -> Laporan:
    """Read a report. What of a document could not be read or understood is in its `catatan`.

    Args:
        sumber: a data folder (`docs/format.md`), or the report itself as a document.
        kosakata: words by which documents are understood, added to those that come with the package:
            `Konfigurasi.kosakata`, or a whole vocabulary. A data folder needs none.

    Raises:
        SumberError: the source cannot be read, or holds no figure that could be reviewed. It lists every problem,
            each with its file, line and key.
    """
    from sakip.pembaca.isi import periksa_isi

    laporan = baca_rinci(sumber, kosakata=kosakata).laporan
    periksa_isi(laporan, os.fsdecode(sumber))
    return laporan


def baca_rinci(sumber: str | os.PathLike[str], *, kosakata: Mapping[str, Any] | Kosakata | None = None) -> Pembacaan:
    """Read a report, and tell what of it was not understood, be it all of its figures.

    Arguments are those of `baca`, and so are errors, but that a source is read as soon as it holds any figure.
    """
    from sakip.pembaca.hasil import Pembacaan
    from sakip.pembaca.isi import periksa_isi

    sebutan = os.fsdecode(sumber)
    jenis = _jenis(sebutan)
    if jenis == FOLDER:
        from sakip.pembaca.folder import baca as baca_folder

        hasil = Pembacaan(baca_folder(Path(sebutan), sebutan))
    else:
        hasil = _baca_dokumen(_pembaca(jenis, sebutan), sebutan, _kosakata(kosakata))
    periksa_isi(hasil.laporan, sebutan, dikenali=False)
    return hasil


def _baca_dokumen(blok: _PembacaBlok, sebutan: str, kosakata: Kosakata | None) -> Pembacaan:
    from sakip.pembaca.batas import periksa_batas
    from sakip.pembaca.tafsir import tafsirkan

    dokumen, catatan = blok(Path(sebutan), sebutan)
    periksa_batas(dokumen)
    return tafsirkan(dokumen, kosakata, catatan)


def _kosakata(tambahan: Mapping[str, Any] | Kosakata | None) -> Kosakata | None:
    from sakip.pembaca.tafsir.kosakata import Kosakata, kosakata

    if tambahan is None or isinstance(tambahan, Kosakata):
        return tambahan
    return kosakata(tambahan)


def _pembaca(jenis: str, sebutan: str) -> _PembacaBlok:
    """The reader of a kind of document."""
    tempat = PEMBACA.get(jenis)
    if tempat is None:
        pesan = f"jenis sumber tidak dikenal: {jenis or 'tanpa akhiran'}; yang dapat dibaca: folder data, "
        pesan += ", ".join(PEMBACA)
        if jenis in {".yaml", ".yml", ".csv"}:
            pesan += " (sebut foldernya, bukan berkas di dalamnya)"
        raise SumberError([Masalah(sebutan, pesan)])
    modul, _, nama = tempat.partition(":")
    hasil: _PembacaBlok = getattr(import_module(modul), nama)
    return hasil


def _jenis(sebutan: str) -> str:
    """The kind of a source: `FOLDER`, or the suffix of a file."""
    if not sebutan.strip():
        raise SumberError([Masalah(repr(sebutan), "nama sumber kosong")])
    path = Path(sebutan)
    try:
        if path.is_dir():
            return FOLDER
        path.stat()
    except FileNotFoundError:
        raise SumberError([Masalah(sebutan, "tidak ada berkas atau folder bernama ini")]) from None
    except (OSError, ValueError) as e:
        raise SumberError([Masalah(sebutan, f"tidak dapat dibaca: {sebab(e)}")]) from None
    return path.suffix.lower()
