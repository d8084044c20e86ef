"""Lokasi: where something is printed."""

from __future__ import annotations

import attrs

__all__ = ["Lokasi"]


@attrs.frozen(slots=True)
class Lokasi:
    """A place in a source, precise enough for a person or an editor to go there.

    Attributes:
        berkas: the file, as the user named it or relative to the folder reviewed.
        baris: the line in that file (1-based).
        halaman: the page of a PDF or printed document (1-based).
        sel: the cell of a workbook or table, such as `C12`.
        tabel: the table or form, in words: `Tabel 2.7`, `PK eselon IV Kepala Sub Bagian …`.
        kolom: the heading of the column, or the key in a form.
        asal: the line in the source text from which the file was transcribed.
    """

    berkas: str = ""
    baris: int | None = None
    halaman: int | None = None
    sel: str | None = None
    tabel: str | None = None
    kolom: str | None = None
    asal: int | None = None
