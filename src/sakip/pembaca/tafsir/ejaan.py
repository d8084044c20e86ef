"""Spellings: whether two names are one but for light words and slips of the pen; short keys for names."""

from __future__ import annotations

from functools import lru_cache
from operator import eq
from typing import TYPE_CHECKING

from sakip.teks.nama import kata

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["satu_kata", "satu_nama", "slug"]

RINGAN = frozenset(
    {"yang", "dan", "di", "pada", "dalam", "dengan", "untuk", "oleh", "atau", "serta", "dari", "jumlah", "tingkat"}
)
"""Words that do not tell two indicators apart, except where a name begins with them."""

_BUANG = frozenset({"persentase", "presentase", "jumlah", "tingkat", "angka"})
KUNCI_TERPANJANG = 5


@lru_cache(maxsize=4096)
def _jarak(a: str, b: str, batas: int) -> int:
    """The restricted Damerau-Levenshtein distance, up to `batas` + 1."""
    if abs(len(a) - len(b)) > batas:
        return batas + 1
    lama: list[int] = []
    atas = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        kini = [i]
        for j, y in enumerate(b, 1):
            d = min(atas[j] + 1, kini[j - 1] + 1, atas[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                d = min(d, lama[j - 2] + 1)
            kini.append(d)
        if min(kini) > batas:
            return batas + 1
        lama, atas = atas, kini
    return atas[-1]


def satu_kata(a: str, b: str) -> bool:
    """Whether two words are one but for a slip of the pen; short words and abbreviations are not."""
    if a == b:
        return True
    pendek = min(len(a), len(b))
    if pendek < 5 or a.isdigit() or b.isdigit():
        return False
    return _jarak(a, b, 2 if pendek >= 9 else 1) <= (2 if pendek >= 9 else 1)


def satu_nama(a: str, b: str, instansi: str = "", *, setujuan: bool = False) -> bool:
    """Whether two names mean one indicator.

    All words must be the same in the same order but for light words. A name may add that of the agency, and
    its first word may bear a slip of the pen. In a long name one abbreviation may miss its last letter. Where
    both stand for the same goal (`setujuan`), other words may bear slips too and one may be missing; without
    that, `pengadaan` for `pengaduan` is another word.
    """
    ka, kb = list(kata(a)), list(kata(b))
    milik = list(kata(instansi))
    ka, kb = _tanpa_akhir(ka, milik), _tanpa_akhir(kb, milik)
    if not ka or not kb or not satu_kata(_dasar(ka[0]), _dasar(kb[0])):
        return False
    sisa_a, sisa_b, sama = _selaraskan(ka[1:], kb[1:], satu_kata if setujuan else eq)
    berat_a = [k for k in sisa_a if k not in RINGAN]
    berat_b = [k for k in sisa_b if k not in RINGAN]
    if not sama:
        return False
    if not berat_a and not berat_b:
        return len(sisa_a) + len(sisa_b) <= max(1, (len(sama) + 1) // 2)
    if len(berat_a) == len(berat_b) == 1:
        x, y = sorted((berat_a[0], berat_b[0]), key=len)
        return len(sama) >= 4 and len(x) >= 3 and len(y) == len(x) + 1 and y.startswith(x)
    return setujuan and len(berat_a) + len(berat_b) == 1 and len(sama) >= 3


def _tanpa_akhir(kata_nama: list[str], akhir: list[str]) -> list[str]:
    n = len(akhir)
    return kata_nama[:-n] if n and len(kata_nama) > n and kata_nama[-n:] == akhir else kata_nama


def _dasar(kata_kerja: str) -> str:
    """A verb without its ending: `meningkatkan` and `meningkatnya` set one goal."""
    return kata_kerja[:-3] if kata_kerja.startswith("me") and kata_kerja.endswith(("kan", "nya")) else kata_kerja


def _selaraskan(
    a: list[str], b: list[str], sama_kata: Callable[[str, str], bool]
) -> tuple[list[str], list[str], list[str]]:
    """The words of each that the other has not, and those that both have, in order (longest common run of words)."""
    n, m = len(a), len(b)
    tabel = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            if sama_kata(a[i], b[j]):
                tabel[i][j] = tabel[i + 1][j + 1] + 1
            else:
                tabel[i][j] = max(tabel[i + 1][j], tabel[i][j + 1])
    i = j = 0
    sisa_a: list[str] = []
    sisa_b: list[str] = []
    sama: list[str] = []
    while i < n and j < m:
        if sama_kata(a[i], b[j]):
            sama.append(a[i])
            i, j = i + 1, j + 1
        elif tabel[i + 1][j] >= tabel[i][j + 1]:
            sisa_a.append(a[i])
            i += 1
        else:
            sisa_b.append(b[j])
            j += 1
    return sisa_a + a[i:], sisa_b + b[j:], sama


def slug(nama: str) -> str:
    """A short key for a name: its first telling words, joined by `_`."""
    semua = [k for k in kata(nama) if k not in RINGAN]
    isi = [k for k in semua if k not in _BUANG] or semua or ["indikator"]
    return "_".join(isi[:KUNCI_TERPANJANG])
