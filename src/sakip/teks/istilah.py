"""The words of the field and the shapes of its sentences, as data (`istilah.toml`, `bentuk.toml`).

A group is a list of words that mean or do the same. A shape is a regular expression made of groups and of the
notations of `NOTASI`; what is read from it has a name. The converter, which names what is wrong in a file, is made of
these words: the files are read by it in their tests, and taken as they are here.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["bentuk", "himpunan", "istilah", "pasangan", "pola", "semua_bentuk", "semua_istilah"]

_SAMPAI = r"(?:[-–/]|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?)"
NOTASI = {
    "angka": r"\d+(?:\.\d+)*(?:,\d+)?(?:\s?%)?",
    "cacah": r"\d{1,3}",
    "uang": r"Rp\.?\s?\d+(?:[.,]\d+)*(?:,-|-)?"
    r"(?:\s?<ribuan>\b|\s?(?-i:[MT])\b(?!\.))?",
    "uang_formulir": r"(?:rp\.?\s*[-–]?\s*\d[\d.,]*|\d{1,3}(?:\.\d{3})+(?:,\d+)?)(?:\s*,?-)?",
    "uang_kecil": r"(?<![\d.,])\d+(?:,\d+)?",
    "persen": r"\d+(?:[.,]\d+)?\s?%",
    "tahun": r"(?:19|20)\d{2}",
    "kali": r"(?:\\times|[x×*])",
    "sampai": _SAMPAI,
    "masa": rf"(?:19|20)\d{{2}}\s*{_SAMPAI}\s*(?:tahun\s+)?(?:\d{{4}}|\d{{2}})\b",
}
"""How figures, money and years are printed: what shapes are made of beside words.

The stop of a sentence is no part of a figure; of money in prose the large unit is (`Rp2,5 M`). Money in a form has `Rp`
or thousands (`uang_formulir`), or else the words beside it show it to be money (`uang_kecil`).
"""

_ACUAN = re.compile(r"(?<!\?P)<([a-z_]+)>")
_KELAS_ATAU_SPASI = re.compile(r"(\[(?:\\.|[^\]\\])*\]|\\.)|\s+", re.DOTALL)
_TANDA = re.compile(r"[ ~*]")
_ARTI_TANDA = {" ": r"\s+", "~": r"\s?", "*": r"\w*"}


@cache
def _berkas(nama: str) -> Mapping[str, Any]:
    return tomllib.loads((files("sakip.teks") / nama).read_text("utf-8"))


def semua_istilah() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every group with what `istilah.toml` says of it."""
    yield from _berkas("istilah.toml").items()


@cache
def istilah(kelompok: str) -> tuple[str, ...]:
    """The words of a group in the order given, those of the groups it names in their place. KeyError: no such group."""
    hasil: dict[str, None] = {}
    for k in _berkas("istilah.toml")[kelompok]["kata"]:
        hasil |= dict.fromkeys(istilah(k[1:]) if k.startswith("@") else (k,))
    return tuple(hasil)


@cache
def himpunan(*kelompok: str) -> frozenset[str]:
    """The words of groups, to look words up in."""
    return frozenset(k for g in kelompok for k in istilah(g))


@cache
def pasangan(kelompok: str) -> Mapping[str, str]:
    """What a group of pairs says of each of its words: `pimpinan`, `singkatan`."""
    isi: dict[str, str] = _berkas("istilah.toml")[kelompok]["arti_kata"]
    return isi


@cache
def pola(kelompok: str) -> str:
    """A regular expression that finds any word of a group, the longest first."""
    return "|".join(map(_frasa, sorted(istilah(kelompok), key=len, reverse=True)))


def _frasa(kata: str) -> str:
    """A word of a group as a regular expression."""
    hasil, akhir = "", 0
    for m in _TANDA.finditer(kata):
        hasil += re.escape(kata[akhir : m.start()]) + _ARTI_TANDA[m[0]]
        akhir = m.end()
    return hasil + re.escape(kata[akhir:])


def semua_bentuk() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every shape, `subject.name`, with what `bentuk.toml` says of it."""
    for perihal, isi in _berkas("bentuk.toml").items():
        for nama, data in isi.items():
            yield f"{perihal}.{nama}", data


@cache
def bentuk(nama: str) -> re.Pattern[str]:
    """The shape `subject.name`, compiled. KeyError: there is no such shape, or it names no such group."""
    perihal, _, sendiri = nama.partition(".")
    data = _berkas("bentuk.toml")[perihal][sendiri]
    utuh = "".join(baris.strip() for baris in data["bentuk"].splitlines())
    luas = _KELAS_ATAU_SPASI.sub(lambda m: m[1] or r"\s+", utuh)
    return re.compile(_ACUAN.sub(_isi, luas), 0 if data.get("kapital") else re.IGNORECASE)


def _isi(m: re.Match[str]) -> str:
    """What a name in angle brackets stands for."""
    return _ACUAN.sub(_isi, NOTASI[m[1]]) if m[1] in NOTASI else f"(?:{pola(m[1])})"
