"""What reading a document gives: the report, and what of it was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from sakip.angka.lokasi import Lokasi
    from sakip.model.laporan import Catatan, Laporan
    from sakip.teks.kalimat import Kalimat

__all__ = ["Pembacaan", "TakDikenali"]


@attrs.frozen(slots=True)
class TakDikenali:
    """A table, or columns of one, that the reader does not understand; its figures count as unchecked.

    Attributes:
        judul: the title, or the headings where there is none.
        lokasi: where it begins.
        alasan: what is missing.
        angka: how many figures it holds.
        kolom: the headings of those columns, where the table was understood but for them.
    """

    judul: str
    lokasi: Lokasi
    alasan: Kalimat
    angka: int = 0
    kolom: tuple[str, ...] = ()


@attrs.frozen(slots=True)
class Pembacaan:
    """A report as read from a document.

    Attributes:
        laporan: the report; its `catatan` names all of the below too.
        tak_dikenali: tables and columns that were not understood.
        catatan: the other remarks.
    """

    laporan: Laporan
    tak_dikenali: tuple[TakDikenali, ...] = ()
    catatan: tuple[Catatan, ...] = ()
