"""Text and Markdown with margin notes. Taking the notes away gives the original back, byte for byte.

In plain text a note is a line of its own below the figure. In Markdown it is a comment, which no reader shows:
behind the last cell of a table row, so that the table stays one, and below any other line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sakip.tulis.keluaran import KeluaranError
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sakip.tulis.anotasi import Catatan

__all__ = ["TANDA", "anotasi"]

TANDA = "»» "
"""What every note in plain text begins with."""

_BOM = b"\xef\xbb\xbf"
_BARIS_TABEL = re.compile(r"\s*\|.*\|\s*\Z")


def anotasi(path: Path, catatan: Sequence[Catatan]) -> tuple[bytes, list[Catatan]]:
    """The text with its notes; at the end those that belong to no line."""
    mentah = path.read_bytes()
    depan, isi = (_BOM, mentah[3:]) if mentah.startswith(_BOM) else (b"", mentah)
    try:
        baris = isi.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise KeluaranError("bukan_utf8", sumber=str(path)) from None
    markdown = path.suffix.lower() == ".md"
    milik: dict[int, list[Catatan]] = {}
    sisa: list[Catatan] = []
    for c in catatan:
        if c.lokasi.baris is not None and 1 <= c.lokasi.baris <= len(baris):
            milik.setdefault(c.lokasi.baris, []).append(c)
        else:
            sisa.append(c)
    hasil: list[str] = []
    for nomor, teks in enumerate(baris, 1):
        cr = "\r" if teks.endswith("\r") else ""
        catat = _tulis(milik.get(nomor, ()), markdown=markdown)
        if markdown and catat and _BARIS_TABEL.match(teks):
            hasil.append(f"{teks.removesuffix(cr)} {' '.join(catat)}{cr}")
            continue
        hasil.append(teks)
        hasil += [f"{c}{cr}" for c in catat]
    if sisa:
        cr = "\r" if len(baris) > 1 and baris[0].endswith("\r") else ""
        if hasil[-1]:
            hasil.append("")
        akhir = [f"{c}{cr}" for c in _tulis(sisa, markdown=markdown)]
        hasil[-1:] = [*akhir, ""]
    return depan + "\n".join(hasil).encode(), []


def _tulis(catatan: Sequence[Catatan], *, markdown: bool) -> list[str]:
    """The notes of a line; what is said of several of its figures alike is said once."""
    return list(dict.fromkeys(_komentar(c) if markdown else TANDA + bersih(str(c)) for c in catatan))


def _komentar(c: Catatan) -> str:
    """A comment that nothing in it can end, and no pipe of which parts a cell."""
    teks = re.sub("-{2,}", "–", bersih(str(c))).replace("|", "¦").replace(">", "›").replace("<", "‹")
    return f"<!-- {teks} -->"
