"""What reading a document gives: the report, and what of it was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.lokasi import Lokasi

if TYPE_CHECKING:
    from sakip.model.laporan import Laporan

__all__ = ["Catatan", "Pembacaan", "TakDikenali"]


@attrs.frozen(slots=True)
class TakDikenali:
    """A table, or columns of one, that the reader does not understand; its figures count as unchecked.

    Attributes:
        judul: the title, or the headings where there is none.
        lokasi: where it begins.
        alasan: what is missing, in Indonesian.
        angka: how many figures it holds.
    """

    judul: str
    lokasi: Lokasi
    alasan: str
    angka: int = 0


@attrs.frozen(slots=True)
class Catatan:
    """A remark on the reading, in Indonesian: a cell that is no figure, a form without an officer."""

    pesan: str
    lokasi: Lokasi = Lokasi()


@attrs.frozen(slots=True)
class Pembacaan:
    """A report as read from a document."""

    laporan: Laporan
    tak_dikenali: tuple[TakDikenali, ...] = ()
    catatan: tuple[Catatan, ...] = ()
