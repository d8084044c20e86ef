"""How much a document may hold. No report comes near; a file that does would be worked on for minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.errors import Masalah, SumberError
from sakip.pembaca.blok import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.pembaca.blok import Dokumen

__all__ = ["BLOK_TERBANYAK", "KOLOM_TERBANYAK", "SEL_TERBANYAK", "TABEL_TERBANYAK", "periksa_batas"]

KOLOM_TERBANYAK = 2_000
"""Cells in a row of a table."""
TABEL_TERBANYAK = 5_000
"""Tables, and parts of them on pages."""
SEL_TERBANYAK = 1_000_000
"""Cells of all tables."""
BLOK_TERBANYAK = 500_000
"""Paragraphs, and lines where the format knows no paragraphs."""
DISEBUT = 20
"""Rows that are named, at most."""


def periksa_batas(dokumen: Dokumen) -> None:
    """Refuse a document that holds more than any report.

    Raises:
        SumberError: naming the rows that are too wide, and what else there is too much of.
    """
    if masalah := list(_masalah(dokumen)):
        raise SumberError(masalah)


def _masalah(dokumen: Dokumen) -> Iterator[Masalah]:
    tabel = [b for b in dokumen.blok if isinstance(b, Grid)]
    lebar = [b for t in tabel for b in t.baris if len(b) > KOLOM_TERBANYAK]
    for b in lebar[:DISEBUT]:
        pesan = f"{len(b)} kolom; paling banyak {KOLOM_TERBANYAK}"
        asal = b[0].lokasi
        tempat = f", halaman {asal.halaman}" if asal.halaman else ""
        yield Masalah(dokumen.sumber, f"{pesan} ({asal.sel}{tempat})" if asal.sel else pesan, asal.baris)
    if len(lebar) > DISEBUT:
        yield Masalah(dokumen.sumber, f"{len(lebar) - DISEBUT} baris lain juga terlalu lebar")
    sel = sum(len(b) for t in tabel for b in t.baris)
    for banyak, apa, batas in (
        (len(tabel), "tabel", TABEL_TERBANYAK),
        (sel, "sel tabel", SEL_TERBANYAK),
        (len(dokumen.blok) - len(tabel), "alinea", BLOK_TERBANYAK),
    ):
        if banyak > batas:
            yield Masalah(dokumen.sumber, f"{banyak} {apa}; paling banyak {batas}")
