"""The neutral block model: a document is a sequence of paragraphs and grids, whatever format it came in.

A reader of a format makes blocks and knows nothing of performance reports; `sakip.pembaca.tafsir` makes a
`Laporan` of blocks and knows nothing of formats. A block says what is printed and where, and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from sakip.angka.lokasi import Lokasi

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Blok", "Dokumen", "Grid", "Paragraf", "SelGrid"]


@attrs.frozen(slots=True)
class Paragraf:
    """One printed line of text, or a whole paragraph where the format knows paragraphs.

    Attributes:
        teks: without markup; formulas stay as LaTeX, between dollar signs.
        lokasi: where it is printed.
        sambung: it follows the paragraph before without a gap, as the lines of one heading do.
        tebal: it is printed bold, or is a heading by its style.
        butir: it was a list item; the bullet itself is left out, a printed number is not.
    """

    teks: str
    lokasi: Lokasi = Lokasi()
    sambung: bool = False
    tebal: bool = False
    butir: bool = False


@attrs.frozen(slots=True)
class SelGrid:
    """A cell of a grid.

    A cell merged over several columns or rows stands in the first of them; the others are there, and empty.

    Attributes:
        tersimpan: the number stored behind a print that rounds it, in the units of the print.
    """

    teks: str
    lokasi: Lokasi = Lokasi()
    tersimpan: Decimal | None = None


@attrs.frozen(slots=True)
class Grid:
    """Rows of cells, as printed between two paragraphs or page ends.

    Attributes:
        baris: the rows; they may differ in length.
        lokasi: where the grid begins.
        judul: its title, where the format itself says so; otherwise it is sought in the paragraphs above.
        halaman: the page it begins on, where the format has pages.
    """

    baris: tuple[tuple[SelGrid, ...], ...]
    lokasi: Lokasi = Lokasi()
    judul: str = ""
    halaman: int | None = None


Blok: TypeAlias = Paragraf | Grid


@attrs.frozen(slots=True)
class Dokumen:
    """A document as blocks.

    Attributes:
        blok: in the order printed.
        sumber: what was read, as the user named it.
        sha256: the digest of what was read.
    """

    blok: tuple[Blok, ...]
    sumber: str = ""
    sha256: str = ""
