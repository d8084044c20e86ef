"""Formulas that a report prints over its columns, by their numbers: `13 = 9 + 10 + 11`, `(7) = (6)/(5) × 100 %`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from sakip.hukum.rumus import Rumus
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["RumusKolom", "cari_rumus_kolom"]

_RUMUS = re.compile(r"\(?\s*(\d{1,2})\s*\)?\s*=\s*([\d\s()+\-–−:/÷x×*.%]+)\s*\)?\s*\Z", re.IGNORECASE)
_KALI = re.compile(r"[x×*]\s*100\s*%?\s*\Z", re.IGNORECASE)
_BAGI = re.compile(r"(\d{1,2})[:/÷](\d{1,2})\Z")
_LINEAR = re.compile(r"\d{1,2}(?:[+\-–−]\d{1,2})+\Z")
_SUKU = re.compile(r"([+\-–−]?)(\d{1,2})")
_NOMOR = re.compile(r"\(?\s*-?(\d{1,2})\s*\)?(?:\s*=.*)?\Z")
SERATUS = 100


@attrs.frozen(slots=True)
class RumusKolom:
    """A printed formula.

    Attributes:
        hasil: the column of the result, by its place.
        operan: the columns it is reckoned from.
        cara: the formulas that the print can mean, over the places of the columns: a quotient may be a percentage.
        teks: as printed.
    """

    hasil: int
    operan: tuple[int, ...]
    cara: tuple[Rumus, ...]
    teks: str


def cari_rumus_kolom(judul: Sequence[str], nomor: Sequence[str]) -> list[RumusKolom]:
    """The formulas printed in the headings of a table or in its row of column numbers.

    A formula over numbers that stand for several columns each, `K | Rp`, is one for those of each mark.

    Args:
        judul: the heading of each column, its parts with ` / ` between them.
        nomor: what the row of column numbers prints; empty where there is none, then columns count from the left.
    """
    letak = _letak(nomor) or {i + 1: [i] for i in range(len(judul))}
    hasil: dict[int, RumusKolom] = {}
    for teks in [*judul, *nomor]:
        cocok = _RUMUS.search(teks)
        for i in letak.get(int(cocok[1]), ()) if cocok else ():
            x = _urai(i, cocok[2], _sejenis(i, judul, letak), cocok[0].strip()) if cocok else None
            if x is not None:
                hasil.setdefault(i, x)
    return [hasil[i] for i in sorted(hasil)]


def _letak(nomor: Sequence[str]) -> dict[int, list[int]]:
    """The columns that each number stands for: its own, and those to the right of it without another."""
    letak: dict[int, list[int]] = {}
    kini: list[int] = []
    for i, t in enumerate(nomor):
        if c := _NOMOR.match(t.strip()):
            kini = letak.setdefault(int(c[1]), [])
        if c or not t.strip():
            kini.append(i)
    return letak


def _sejenis(i: int, judul: Sequence[str], letak: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """The column that each number means in a formula for column `i`: the one under it, or the one of the same mark."""
    tanda = baku(judul[i].rpartition(" / ")[2])
    hasil = {}
    for n, kolom in letak.items():
        sama = kolom if len(kolom) == 1 else [k for k in kolom if baku(judul[k].rpartition(" / ")[2]) == tanda]
        if len(sama) == 1:
            hasil[n] = sama[0]
    return hasil


def _urai(hasil: int, ruas: str, letak: Mapping[int, int], teks: str) -> RumusKolom | None:
    polos = re.sub(r"[\s()]", "", ruas)
    persen = bool(_KALI.search(polos))
    polos = _KALI.sub("", polos).rstrip("%")
    cara: tuple[Rumus, ...] = ()
    nomor: list[int] = []
    if bagi := _BAGI.match(polos):
        nomor = [int(bagi[1]), int(bagi[2])]
        kali = (SERATUS,) if persen else (SERATUS, 1)
        if nomor[0] != nomor[1]:
            cara = tuple(Rumus.rasio(letak.get(nomor[0]), letak.get(nomor[1]), k) for k in kali)
    elif _LINEAR.match(polos):
        suku = [(-1 if t in {"-", "–", "−"} else 1, int(n)) for t, n in _SUKU.findall(polos)]
        nomor = [n for _, n in suku]
        cara = (Rumus.linear([(t, letak.get(n)) for t, n in suku]),)
    operan = [letak[n] for n in nomor if n in letak]
    if not cara or len(operan) < len(nomor) or len({hasil, *operan}) <= len(operan):
        return None
    return RumusKolom(hasil, tuple(operan), cara, teks)
