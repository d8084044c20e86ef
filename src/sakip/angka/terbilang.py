"""Terbilang: numbers spelled in Indonesian words, as documents print them in brackets behind a figure.

The grammar is that of Indonesian numerals up to thousands of millions of millions; spaces and hyphens between the
words count for nothing, as they are often missing. Decimals are spelled digit by digit or as one number: `dua koma
nol lima`, `dua koma dua puluh lima`.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from sakip.angka.angka import Angka
from sakip.angka.notasi import DIGIT, PANGKAT, PULUHAN, Jenis
from sakip.errors import AngkaError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["baca_terbilang", "cari_terbilang", "menyatakan"]

_SATUAN = {k: n for n, k in enumerate(DIGIT)} | {"kosong": 0, "tuju": 7}
_KELOMPOK = {k: n for k, n in PANGKAT.items() if len(k) > 2} | {"milliar": 9}
_TERPANJANG = 400
"""Characters of a number in words, at most."""

_kata = re.compile("|".join(sorted((*_SATUAN, *_KELOMPOK, *PULUHAN, "koma", "se"), key=len, reverse=True)))
_EKOR = r"(?:rupiah|persen|prosen|%)"
_angka = re.compile(
    r"(?<![\w.,])(?P<angka>(?:Rp\.?\s*)?[0-9][0-9.,]*(?<=[0-9])(?P<ribuan>\s*(?:" + "|".join(PANGKAT) + r")\b)?)"
    r"(?P<ekor>\s*,\s*[-–=]{1,2}|\.?[-–]|\s*%|\s*persen\b)?\s*"
    r"\(\s*(?P<kata>[A-Za-z][A-Za-z\s-]{1," + str(_TERPANJANG) + r"})%?\s*\)",
    re.IGNORECASE,
)


def baca_terbilang(teks: str) -> Fraction | None:
    """The number that words spell, in full; None where they spell none.

    `rupiah` or `persen` may stand behind them.
    """
    rapat = re.sub(r"[\s-]+", "", teks).casefold()
    rapat = re.sub(rf"{_EKOR}\Z", "", rapat)
    if not rapat or len(rapat) > _TERPANJANG:
        return None
    kata, i = [], 0
    while i < len(rapat):
        m = _kata.match(rapat, i)
        if m is None:
            return None
        kata.append(m[0])
        i = m.end()
    if "koma" not in kata:
        utuh = _bulat(kata)
        return None if utuh is None else Fraction(utuh)
    i = kata.index("koma")
    utuh, pecah = _bulat(kata[:i]), _pecahan(kata[i + 1 :])
    return None if utuh is None or pecah is None else utuh + pecah


def _pecahan(kata: list[str]) -> Fraction | None:
    if kata and all(k in _SATUAN for k in kata):
        digit = "".join(str(_SATUAN[k]) for k in kata)
    else:
        angka = _bulat(kata)
        if not angka:
            return None
        digit = str(angka)
    return Fraction(int(digit), 10 ** len(digit))


def _bulat(kata: list[str]) -> int | None:
    """A whole number: groups of thousands in falling order, each below a thousand."""
    if len(kata) == 1 and _SATUAN.get(kata[0]) == 0:
        return 0
    hasil, batas, awal = 0, max(_KELOMPOK.values()) + 3, 0
    for i, k in enumerate(kata):
        pangkat = _KELOMPOK.get(k)
        if pangkat is None:
            continue
        banyak = 1 if kata[awal:i] == ["se"] else _ratusan(kata[awal:i])
        if banyak is None or pangkat >= batas:
            return None
        hasil, batas, awal = hasil + banyak * 10**pangkat, pangkat, i + 1
    if awal == len(kata):
        return hasil if awal else None
    sisa = _ratusan(kata[awal:])
    return None if sisa is None else hasil + sisa


@cache
def _di_bawah_seribu() -> dict[tuple[str, ...], int]:
    """Every number below a thousand by its words, in their common spelling."""
    hasil: dict[tuple[str, ...], int] = {(k,): n for n, k in enumerate(DIGIT) if n}
    hasil |= {("se", "puluh"): 10, ("se", "belas"): 11}
    hasil |= {(DIGIT[n], "belas"): 10 + n for n in range(2, 10)}
    satuan = {(DIGIT[n],): n for n in range(1, 10)}
    hasil |= {(DIGIT[p], "puluh", *k): 10 * p + n for p in range(2, 10) for k, n in [((), 0), *satuan.items()]}
    kecil = [((), 0), *hasil.items()]
    ratus = {("se", "ratus"): 100} | {(DIGIT[r], "ratus"): 100 * r for r in range(1, 10)}
    return hasil | {(*awal, *k): r + n for awal, r in ratus.items() for k, n in kecil}


def _ratusan(kata: list[str]) -> int | None:
    return _di_bawah_seribu().get(tuple(DIGIT[_SATUAN[k]] if k in _SATUAN else k for k in kata))


def menyatakan(teks: str, nilai: Fraction) -> bool:
    """Whether a printed figure has this value in any of its readings; what is no figure has any."""
    hasil = False
    terbaca = False
    for jenis in (Jenis.NILAI, Jenis.RUPIAH):
        try:
            a = Angka.baca(teks, jenis)
        except AngkaError:
            continue
        terbaca = True
        hasil |= nilai in {Fraction(n) for n in (a.nilai, a.alternatif) if n is not None}
    return hasil or not terbaca


def cari_terbilang(teks: str) -> Iterator[tuple[tuple[int, int], str, str, Fraction]]:
    """The figures of a text with words in brackets right behind them that spell a number.

    Yields:
        Where the figure stands, the figure, the words, the number that they spell.
    """
    if "(" not in teks:
        return
    for m in _angka.finditer(teks):
        nilai = baca_terbilang(m["kata"])
        if nilai is not None:
            yield m.span("angka"), m["angka"], " ".join(m["kata"].split()), nilai
