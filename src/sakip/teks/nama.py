"""Names as a report spells them: the same program, indicator or office in several ways.

A name is compared by its words: case, punctuation and the usual abbreviations do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["baku", "kata", "mirip", "terdekat"]

_KATA = re.compile(r"[^\W_]+")

SINGKATAN = {
    "yg": "yang",
    "dlm": "dalam",
    "dgn": "dengan",
    "kab": "kabupaten",
    "wil": "wilayah",
    "kop": "koperasi",
    "sp": "simpan pinjam",
    "um": "usaha mikro",
    "umkm": "usaha mikro kecil menengah",
    "smg": "semarang",
    "jml": "jumlah",
    "ka": "kepala",
    "kabid": "kepala bidang",
    "kasubbag": "kepala sub bagian",
    "subkoordinator": "sub koordinator",
    "subbagian": "sub bagian",
    "subkegiatan": "sub kegiatan",
}
"""Abbreviations of official prose, written out before names are compared."""


@lru_cache(maxsize=4096)
def kata(teks: str) -> tuple[str, ...]:
    """The words of a name, lower case, without punctuation, abbreviations written out."""
    hasil: list[str] = []
    tertulis: list[str] = _KATA.findall(teks.casefold())
    for k in tertulis:
        hasil += SINGKATAN.get(k, k).split()
    return tuple(hasil)


@lru_cache(maxsize=4096)
def baku(teks: str) -> str:
    """A name reduced to its words, for comparison and as a key."""
    return " ".join(kata(teks))


def mirip(a: str, b: str) -> float:
    """How alike two names are, 0 to 1: the share of words they have in common (Dice)."""
    kata_a, banyak_a = _banyak(a)
    kata_b, banyak_b = _banyak(b)
    sama = sum([min(n, kata_b[k]) for k, n in kata_a.items() if k in kata_b])
    return 2 * sama / (banyak_a + banyak_b) if sama else 0.0


@lru_cache(maxsize=8192)
def _banyak(teks: str) -> tuple[dict[str, int], int]:
    """How often a name has each of its words, and how many words it has."""
    semua = kata(teks)
    return dict(Counter(semua)), len(semua)


def terdekat(nama: str, calon: Iterable[tuple[str, str]], ambang: float, jarak: float = 0.08) -> str | None:
    """The key among `calon` (key, name) whose name is most like `nama`.

    None when nothing is at least `ambang` alike, or when a second key comes within `jarak` of the
    first: a doubtful match would turn into a false alarm.
    """
    skor: dict[str, float] = {}
    for kunci, lain in calon:
        skor[kunci] = max(skor.get(kunci, 0.0), mirip(nama, lain))
    urut = sorted(skor.items(), key=lambda s: (-s[1], s[0]))
    if not urut or urut[0][1] < ambang:
        return None
    if len(urut) > 1 and urut[0][1] - urut[1][1] < jarak and not urut[1][1] < urut[0][1] == 1:
        return None
    return urut[0][0]
