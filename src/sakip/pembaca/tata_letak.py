"""Grids that only lay out a page: identities (`Nama : …`), boxes around text, places of signature.

They are turned into the paragraphs they print. What a grid means is not decided here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from sakip.pembaca.blok import Grid, Paragraf
from sakip.teks.istilah import bentuk

if TYPE_CHECKING:
    from sakip.pembaca.blok import Blok, SelGrid

__all__ = ["lepas_butir", "rapikan_teks", "uraikan"]

_ANGKA = re.compile(r"\d")
_BUTIR = re.compile(r"(?:[-–•●▪◦*➤❖✓○■□]|[\uf000-\uf0ff]|\(cid:\d+\))\s+(?=\S)")
"""Over each place of signature of an agreement."""
_TAK_TAMPAK = str.maketrans(
    {"\ufeff": None, "\u200b": None, "\u00ad": None, "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2011": "-"}
)


def rapikan_teks(teks: str) -> str:
    """A text with plain single spaces."""
    return " ".join(teks.translate(_TAK_TAMPAK).split())


def lepas_butir(teks: str) -> tuple[str, bool]:
    """A line without the bullet it begins with, and whether it had one."""
    cocok = _BUTIR.match(teks)
    return (teks[cocok.end() :], True) if cocok else (teks, False)


def uraikan(grid: Grid, *, tak_bergaris: bool = False) -> tuple[Blok, ...]:
    """A grid, or the paragraphs that it prints when it is none.

    Args:
        grid: the grid.
        tak_bergaris: nothing is drawn around its cells, so that without figures it is layout.
    """
    baris = tuple(b for b in grid.baris if any(s.teks for s in b))
    if not baris:
        return ()
    isi = [[s for s in b if s.teks] for b in baris]
    if max(map(len, baris)) == 1:
        return tuple(Paragraf(b[0].teks, b[0].lokasi) for b in isi)
    atas = next((n for n, b in enumerate(isi) if not _identitas(b)), len(isi))
    if atas:
        sisa = attrs.evolve(grid, baris=baris[atas:], lokasi=baris[atas][0].lokasi) if atas < len(isi) else None
        depan = tuple(_satukan(b) for b in isi[:atas])
        return (*depan, *(uraikan(sisa, tak_bergaris=tak_bergaris) if sisa else ()))
    if 2 * sum(_identitas(b) for b in isi) >= len(isi):
        return tuple(_satukan(b) for b in isi)
    tak_bergaris = tak_bergaris or all(bentuk("formulir.pihak").match(s.teks) for s in isi[0])
    if tak_bergaris and not any(_ANGKA.search(s.teks) for b in isi for s in b) and max(map(len, isi)) <= 3:
        lebar = max(map(len, baris))
        kolom = [[b[i] for b in baris if i < len(b) and b[i].teks] for i in range(lebar)]
        return tuple(Paragraf(s.teks, s.lokasi, n > 0) for k in kolom for n, s in enumerate(k))
    return (attrs.evolve(grid, baris=baris),)


def _identitas(isi: list[SelGrid]) -> bool:
    """Whether a row is a name, a colon and what it is: `Jabatan | : | Sekretaris`."""
    return 2 <= len(isi) <= 4 and any(s.teks.startswith(":") for s in isi[1:3])


def _satukan(isi: list[SelGrid]) -> Paragraf:
    return Paragraf(" ".join(s.teks for s in isi), isi[0].lokasi)
