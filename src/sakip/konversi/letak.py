"""Where the values of a TOML or JSON document stand, which neither `tomllib` nor `json` tells.

A document that its parser has accepted is gone over once more, only to find where things are: keys, quotes,
brackets and line ends. What a value is stays the parser's business, so that this can be short.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from typing import Any, NamedTuple, TypeAlias

__all__ = ["KeyPath", "Letak", "letak_json", "letak_toml"]

KeyPath: TypeAlias = tuple[str | int, ...]
"""The keys and indices that lead to a value."""

_LEWAT = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_KUTIP = r""""(?:\\.|[^"\\])*"|'[^']*'"""
_BAGIAN = rf"(?:[A-Za-z0-9_-]+|{_KUTIP})"
_KUNCI = re.compile(rf"{_BAGIAN}(?:[ \t]*\.[ \t]*{_BAGIAN})*", re.DOTALL)
_SKALAR = re.compile(
    rf'"""(?:\\.|[^\\])*?""""{{0,2}}|\'\'\'.*?\'\'\'\'{{0,2}}|{_KUTIP}|[^,\]\}}\n#]*[^,\]\}}\n#\s]', re.DOTALL
)


class Letak(NamedTuple):
    """Where a value stands.

    Attributes:
        baris: its line, from 1.
        baris_kunci: the line of its key.
        mentah: a scalar as spelled; empty for what holds others.
    """

    baris: int
    baris_kunci: int
    mentah: str = ""


def letak_toml(isi: str) -> dict[KeyPath, Letak]:
    """Every value of a valid TOML document. Tables that only a longer heading implies stand at that heading."""
    p = _Pemindai(isi.replace("\r\n", "\n"), "=")
    induk: KeyPath = ()
    larik: dict[KeyPath, int] = {}
    while p.lewati():
        if p.isi[p.di] == "[":
            ganda = p.isi.startswith("[[", p.di)
            p.di += 2 if ganda else 1
            p.lewati()
            baris, kunci = p.baris(), p.kunci()
            p.lewati()
            p.di += 2 if ganda else 1
            induk = ()
            for i, k in enumerate(kunci, 1):
                induk = (*induk, k)
                if ganda and i == len(kunci):
                    larik[induk] = larik.get(induk, -1) + 1
                p.catat(induk, baris, baris)
                if induk in larik:
                    induk = (*induk, larik[induk])
                    p.catat(induk, baris, baris)
        else:
            p.pasangan(induk)
    return p.hasil


def letak_json(isi: str) -> dict[KeyPath, Letak]:
    """Every value of a valid JSON document."""
    p = _Pemindai(isi, ":")
    p.lewati()
    p.nilai((), p.baris())
    return p.hasil


class _Pemindai:
    """Goes over a document that is known to be valid."""

    def __init__(self, isi: str, pemisah: str) -> None:
        self.isi = isi
        self.pemisah = pemisah
        self.di = 0
        self.hasil: dict[KeyPath, Letak] = {}
        self._akhir = [i for i, c in enumerate(isi) if c == "\n"]

    def baris(self) -> int:
        return bisect_right(self._akhir, self.di - 1) + 1

    def catat(self, path: KeyPath, baris: int, baris_kunci: int, mentah: str = "") -> None:
        self.hasil.setdefault(path, Letak(baris, baris_kunci, mentah))

    def lewati(self) -> bool:
        """Pass over blanks and remarks; False at the end."""
        if cocok := _LEWAT.match(self.isi, self.di):
            self.di = cocok.end()
        return self.di < len(self.isi)

    def ambil(self, pola: re.Pattern[str]) -> str:
        """What stands here. A document that was not valid after all gets no further."""
        cocok = pola.match(self.isi, self.di)
        if cocok is None:
            raise ValueError(f"tak terduga pada karakter {self.di}")
        self.di = cocok.end()
        return cocok[0]

    def kunci(self) -> KeyPath:
        """A key, which in TOML may be several with dots between; how they are quoted the parser knows."""
        mentah = self.ambil(_KUNCI)
        if self.pemisah == ":":
            return (_json(mentah),)
        hasil: list[str] = []
        isi: Any = tomllib.loads(f"{mentah}=0")
        while isinstance(isi, dict):
            ((k, isi),) = isi.items()
            hasil.append(k)
        return tuple(hasil)

    def pasangan(self, induk: KeyPath) -> None:
        """A key and its value."""
        baris = self.baris()
        for k in self.kunci():
            if induk:
                self.catat(induk, baris, baris)
            induk = (*induk, k)
        self.lewati()
        self.di += len(self.pemisah)
        self.lewati()
        self.nilai(induk, baris)

    def nilai(self, path: KeyPath, baris_kunci: int) -> None:
        """A value and all within it."""
        baris, awal = self.baris(), self.isi[self.di]
        if awal not in "[{":
            self.catat(path, baris, baris_kunci, self.ambil(_SKALAR))
            return
        self.catat(path, baris, baris_kunci)
        self.di += 1
        ke = 0
        while self.lewati() and self.isi[self.di] not in "]}":
            if awal == "{":
                self.pasangan(path)
            else:
                self.nilai((*path, ke), self.baris())
                ke += 1
            self.lewati()
            if self.isi.startswith(",", self.di):
                self.di += 1
        self.di += 1


def _json(mentah: str) -> str:
    import json

    hasil: str = json.loads(mentah)
    return hasil
