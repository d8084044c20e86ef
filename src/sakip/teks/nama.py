"""Names as a report spells them: the same program, indicator or office in several ways.

A name is compared by its words: case, punctuation and abbreviations do not count. The abbreviations of official prose
are known; any other is what its letters abbreviate in names that stand where it could be meant (`urai_singkatan`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sakip.teks.istilah import himpunan, pasangan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["baku", "kata", "kerangka", "menyingkat", "pimpinan", "slug", "urai_singkatan"]

_KATA = re.compile(r"[^\W_]+")
_VOKAL = frozenset("aeiou")
_AKHIRAN = ("an", "kan", "nya")
"""Endings: a word without one is another word, not an abbreviation."""
SINGKAT = 8
"""Letters of an abbreviation, at most."""
POTONGAN = range(3, 7)
"""Letters of one that is the beginning of a word: `wil`, `kec`, `pemb`."""
TERPOTONG = 3
"""Letters that such a beginning leaves out, at least."""
KERANGKA = 3
"""Letters of one that is the consonants of a word, at least."""
KUNCI_TERPANJANG = 5
"""Words of a key."""


@lru_cache(maxsize=4096)
def kata(teks: str) -> tuple[str, ...]:
    """The words of a name, lower case, without punctuation, abbreviations written out."""
    hasil: list[str] = []
    tertulis: list[str] = _KATA.findall(teks.casefold())
    panjang = pasangan("singkatan")
    for k in tertulis:
        hasil += panjang.get(k, k).split()
    return tuple(hasil)


@lru_cache(maxsize=4096)
def baku(teks: str) -> str:
    """A name reduced to its words, for comparison and as a key."""
    return " ".join(kata(teks))


def menyingkat(pendek: str, frasa: Sequence[str]) -> bool:
    """Whether a word abbreviates a phrase.

    It abbreviates one word when it is its beginning up to a consonant (`kec`) or its consonants (`dgn`), several when
    it is made of their beginnings (`sp`, `sarpras`).
    """
    if len(frasa) != 1:
        return _awalan(pendek, frasa)
    sisa = frasa[0].removeprefix(pendek)
    terpotong = TERPOTONG <= len(sisa) < len(frasa[0]) and sisa not in _AKHIRAN
    return (len(pendek) in POTONGAN and terpotong and pendek[-1] not in _VOKAL) or kerangka(pendek, frasa[0], 2)


def kerangka(pendek: str, penuh: str, hilang: int = 1) -> bool:
    """Whether a word without vowels is another, first letter to last, without its vowels and `hilang` consonants."""
    if len(pendek) < KERANGKA or _VOKAL & set(pendek) or penuh[:1] + penuh[-1:] != pendek[0] + pendek[-1]:
        return False
    konsonan = [h for h in penuh if h not in _VOKAL]
    huruf = iter(konsonan)
    return len(pendek) < len(penuh) and len(konsonan) - len(pendek) <= hilang and all(h in huruf for h in pendek)


def _awalan(pendek: str, frasa: Sequence[str]) -> bool:
    """Whether a word is made of beginnings of all words of a phrase, in order."""
    if not frasa or len(pendek) < len(frasa):
        return not frasa and not pendek
    n = 0
    while n < min(len(pendek), len(frasa[0])) and pendek[n] == frasa[0][n]:
        n += 1
        if _awalan(pendek[n:], frasa[1:]):
            return True
    return False


def urai_singkatan(nama: str, lengkap: Iterable[str]) -> str:
    """A name as `baku` gives it, each abbreviation written out as `lengkap` print it.

    A word is one where none of them has it, and where it abbreviates one thing in all of them together: what a report
    shortens it prints in full elsewhere, and what could be short for two things is left as it stands.

    Args:
        nama: the name.
        lengkap: the names that may be meant.
    """
    ada = [kata(n) for n in lengkap]
    dikenal = {k for n in ada for k in n} | himpunan("sambung")
    hasil: list[str] = []
    for k in kata(nama):
        arti = set(_arti(k, ada)) if k not in dikenal and k.isalpha() and len(k) <= SINGKAT else set()
        hasil += arti.pop() if len(arti) == 1 else (k,)
    return " ".join(hasil)


def _arti(pendek: str, nama: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """What a word abbreviates in names, joining words left out."""
    sambung = himpunan("sambung")
    for n in nama:
        berat = [k for k in n if k not in sambung]
        for i, awal in enumerate(berat):
            if awal[0] == pendek[0]:
                ujung = range(i + 1, min(i + len(pendek), len(berat)) + 1)
                yield from (frasa for j in ujung if menyingkat(pendek, frasa := tuple(berat[i:j])))


def pimpinan(jabatan: str) -> str:
    """The kind of agency that an office heads, as it is called as a unit: `Badan`; empty when it heads none."""
    polos = " ".join(k for k in kata(jabatan) if k not in himpunan("penjabat"))
    return next((jenis for awal, jenis in pasangan("pimpinan").items() if f"{polos} ".startswith(f"{awal} ")), "")


def slug(nama: str) -> str:
    """A short key for a name: its first telling words, joined by `_`."""
    semua = [k for k in kata(nama) if k not in himpunan("ringan")]
    isi = [k for k in semua if k not in himpunan("awal_ukuran")] or semua or ["indikator"]
    return "_".join(isi[:KUNCI_TERPANJANG])
