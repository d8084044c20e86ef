"""YAML for people: short entries on one line, long texts folded, quotes where they are needed.

What is written here is read by `sakip.konversi.yaml_ketat` as what it was: every value is text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["LEBAR", "Nilai", "butir", "pasangan"]

LEBAR = 120
"""Columns that a line takes at most, unless a single word is longer."""

Nilai: TypeAlias = "str | int | bool | Sequence[Nilai] | Mapping[str, Nilai]"
"""What can be written. A text is quoted when it could be taken for anything else; a number never is."""

_POLOS = re.compile(r"[^\W\d_](?:[\w ./()%+&;-]*[\w.)%])?")
_BERARTI = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Words that YAML of other programs takes for something else."""
_LOLOS = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_KHUSUS = re.compile('["\\\\\x00-\x1f\x7f-\xa0\xad\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufeff\ufffe\uffff]')
"""What is written with its number: what ends a string or a line, and what nobody sees."""


def pasangan(isi: Mapping[str, Nilai], jorok: int = 0) -> list[str]:
    """The lines of a mapping, a key a line."""
    hasil: list[str] = []
    for kunci, nilai in isi.items():
        hasil += _berkunci(kunci, nilai, jorok)
    return hasil


def butir(isi: Nilai, jorok: int = 0) -> list[str]:
    """The lines of an item of a list: on one line in braces if it fits, otherwise a key a line."""
    depan = " " * jorok + "- "
    baris = depan + _alir(isi)
    if len(baris) <= LEBAR:
        return [baris]
    if isinstance(isi, str):
        return _lipat(depan, isi, jorok + 2)
    if isinstance(isi, dict):
        hasil = pasangan(isi, jorok + 2)
        return [depan + hasil[0].lstrip(), *hasil[1:]]
    if isinstance(isi, (list, tuple)):
        return [depan.rstrip(), *(g for n in isi for g in butir(n, jorok + 2))]
    return [baris]


def _berkunci(kunci: str, nilai: Nilai, jorok: int) -> list[str]:
    depan = f"{' ' * jorok}{kunci}: "
    baris = depan + _alir(nilai)
    berisi = isinstance(nilai, (list, tuple)) and any(isinstance(n, dict) for n in nilai)
    if len(baris) <= LEBAR and not (berisi and jorok == 0):
        return [baris]
    if isinstance(nilai, str):
        return _lipat(depan, nilai, jorok + 2)
    if isinstance(nilai, dict):
        return [depan.rstrip(), *pasangan(nilai, jorok + 2)]
    if isinstance(nilai, (list, tuple)):
        return [depan.rstrip(), *(g for n in nilai for g in butir(n, jorok + 2))]
    return [baris]


def _alir(nilai: Nilai) -> str:
    """A value on one line."""
    if isinstance(nilai, bool):
        return "true" if nilai else "false"
    if isinstance(nilai, int):
        return str(nilai)
    if isinstance(nilai, str):
        return _skalar(nilai)
    if isinstance(nilai, dict):
        return "{" + ", ".join(f"{k}: {_alir(v)}" for k, v in nilai.items()) + "}"
    return "[" + ", ".join(map(_alir, nilai)) + "]"


def _skalar(teks: str) -> str:
    if _POLOS.fullmatch(teks) and teks.casefold() not in _BERARTI:
        return teks
    return f'"{_lolos(teks)}"'


def _lolos(teks: str) -> str:
    return _KHUSUS.sub(lambda c: _LOLOS.get(c[0]) or f"\\u{ord(c[0]):04x}", teks)


def _lipat(depan: str, teks: str, jorok: int) -> list[str]:
    """A text over several lines, broken where a single space stands; YAML reads each break as that space."""
    hasil: list[str] = []
    baris = depan + '"'
    kata = re.split(r"(?<=[^ ]) (?=[^ ])", _lolos(teks))
    for i, k in enumerate(kata):
        sambung = "" if i == 0 else " "
        if i and len(baris) + 1 + len(k) > LEBAR - 1:
            hasil.append(baris)
            baris, sambung = " " * jorok, ""
        baris += sambung + k
    hasil.append(baris + '"')
    return hasil
