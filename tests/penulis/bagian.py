"""The parts of a document, whatever format it is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from sakip.pembaca.blok import Paragraf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip.pembaca.blok import Blok

__all__ = ["HALAMAN", "Bagian", "Halaman", "Kisi", "Teks", "dari_blok"]


@attrs.frozen
class Teks:
    """A paragraph, or with `sambung` a line that goes on with the one before."""

    teks: str
    tebal: bool = False
    sambung: bool = False
    butir: bool = False


@attrs.frozen
class Kisi:
    """A ruled table, or the part of one on a page.

    Attributes:
        baris: the rows, of one length.
        gabung: merged cells: first row, first column, last row, last column, from 0.
        bergaris: whether it has rules; places of signature have none.
    """

    baris: tuple[tuple[str, ...], ...]
    gabung: tuple[tuple[int, int, int, int], ...] = ()
    bergaris: bool = True


@attrs.frozen
class Halaman:
    """A page ends here; `nomor` is printed where the format has no pages of its own."""

    nomor: int = 1


Bagian: TypeAlias = Teks | Kisi | Halaman

HALAMAN = Halaman()


def dari_blok(blok: Iterable[Blok]) -> list[Bagian]:
    """The blocks of a document that was read, to be written in another format."""
    hasil: list[Bagian] = []
    for b in blok:
        if isinstance(b, Paragraf):
            hasil.append(Teks(b.teks, b.tebal, b.sambung, b.butir))
        else:
            lebar = max(map(len, b.baris))
            baris = [[s.teks for s in r] for r in b.baris]
            hasil.append(Kisi(tuple((*r, *[""] * (lebar - len(r))) for r in baris)))
    return hasil
