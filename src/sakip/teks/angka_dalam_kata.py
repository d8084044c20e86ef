"""Figures among words: what a sentence, a remark or a cell of words prints that is a figure.

Years, dates, numbers of tables and regulations, codes and the numbering of a list are no figures: they measure nothing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sakip.teks.istilah import bentuk, semua_bentuk

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["angka_dalam_kata", "bukan_angka"]

_TANDA = re.IGNORECASE | re.ASCII
ALAMAT_TERPANJANG = 200
"""Characters of a line of a letterhead, at most."""
_AWAL = re.compile(r"\s*(?:\(?\d{1,3}[.)](?!\d)|\(\d{1,3}\)|\d{1,2}(?:\.\d{1,2})+\.?(?=\s+[A-Za-z]))")
"""The number of a heading or of an item of a list."""
_ISI = re.compile(r"(?<![\s.…_\-])[\s.…_\-]{3,}[0-9]{1,4}\s*\Z|\t\s*[0-9]{1,4}\s*\Z")
"""The page that a table of contents gives."""


@cache
def _bukan_angka() -> re.Pattern[str]:
    """What prints digits and measures nothing: any of the shapes `bukan_angka`."""
    return re.compile("|".join(bentuk(n).pattern for n, _ in semua_bentuk() if n.startswith("bukan_angka.")), _TANDA)


@cache
def _ascii(nama: str) -> re.Pattern[str]:
    return re.compile(bentuk(nama).pattern, _TANDA)


def bukan_angka(teks: str) -> bytearray:
    """For each character whether its digit measures nothing: years, dates, references, codes, numbering."""
    hasil = bytearray(len(teks))
    if len(teks) <= ALAMAT_TERPANJANG and _ascii("angka_kata.alamat").search(teks):
        return bytearray(b"\x01" * len(teks))
    for m in (*_bukan_angka().finditer(teks), _AWAL.match(teks), _ISI.search(teks)):
        if m is not None:
            hasil[m.start() : m.end()] = b"\x01" * (m.end() - m.start())
    return hasil


def angka_dalam_kata(teks: str) -> Iterator[tuple[int, str]]:
    """The figures in a text, each with where it begins.

    A figure is a run of digits with its marks, its `Rp`, `%` or large unit; what `bukan_angka` marks is none.
    """
    if not any(c.isdigit() for c in teks):
        return
    bukan = bukan_angka(teks)
    for m in _ascii("angka_kata.angka").finditer(teks):
        digit = m.start() + next(i for i, c in enumerate(m[0]) if c.isdigit())
        if not bukan[digit]:
            yield m.start(), m[0].strip()
