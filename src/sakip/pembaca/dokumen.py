"""Reports as documents: a text or Markdown file into a `Pembacaan`."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from sakip.errors import Masalah, SumberError
from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks

if TYPE_CHECKING:
    from sakip.model.laporan import Laporan
    from sakip.pembaca.hasil import Pembacaan
    from sakip.pembaca.tafsir.kosakata import Kosakata

__all__ = ["TERBESAR", "baca", "baca_dokumen", "baca_teks"]

TERBESAR = 50_000_000
"""Bytes beyond which a text is refused; no report is that long."""


def baca_teks(sumber: str | os.PathLike[str], kosakata: Kosakata | None = None) -> Pembacaan:
    """Read a report printed as text or Markdown.

    Args:
        sumber: the file; UTF-8, with or without a byte order mark.
        kosakata: the vocabulary; the one that comes with the package when left out.

    Raises:
        SumberError: the file cannot be read or is no text.
    """
    sebutan = os.fsdecode(sumber)
    try:
        jalur = Path(sebutan)
        if jalur.stat().st_size > TERBESAR:
            raise SumberError([Masalah(sebutan, f"lebih dari {TERBESAR // 1_000_000} MB")])
        isi = jalur.read_bytes()
    except (OSError, ValueError) as e:
        pesan = getattr(e, "strerror", None) or str(e)
        raise SumberError([Masalah(sebutan, f"tidak dapat dibaca: {pesan}")]) from None
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        baris = isi.count(b"\n", 0, e.start) + 1
        raise SumberError([Masalah(sebutan, "bukan teks UTF-8", baris)]) from None
    if (letak := teks.find("\0")) >= 0:
        raise SumberError([Masalah(sebutan, "memuat karakter NUL; bukan teks", teks.count("\n", 0, letak) + 1)])
    if not teks.strip():
        raise SumberError([Masalah(sebutan, "berkas kosong")])
    return tafsirkan(blok_teks(teks, sebutan, sha256(isi).hexdigest()), kosakata)


def baca_dokumen(jalur: Path, sebutan: str, kosakata: Kosakata | None = None) -> Pembacaan:
    """Read the report in `jalur`, which the user calls `sebutan`, and tell what of it was not understood."""
    hasil = baca_teks(jalur, kosakata)
    return attrs.evolve(hasil, laporan=attrs.evolve(hasil.laporan, sumber=sebutan))


def baca(jalur: Path, sebutan: str) -> Laporan:
    """Read the report in `jalur`, which the user calls `sebutan`; what was not understood counts as unchecked."""
    return baca_dokumen(jalur, sebutan).laporan
