"""Formulas that a report prints over its columns, by their numbers: `13 = 9 + 10 + 11`, `(7) = (6)/(5) × 100 %`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from sakip.hukum.rumus import Rumus

if TYPE_CHECKING:
    from collections.abc import Sequence

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

    Args:
        judul: the heading of each column.
        nomor: what the row of column numbers prints; empty where there is none, then columns count from the left.
    """
    letak = {int(c[1]): i for i, t in enumerate(nomor) if (c := _NOMOR.match(t.strip()))}
    letak = letak or {i + 1: i for i in range(len(judul))}
    hasil = []
    for teks in [*judul, *nomor]:
        cocok = _RUMUS.search(teks)
        x = _urai(int(cocok[1]), cocok[2], letak, cocok[0].strip()) if cocok else None
        if x is not None:
            hasil.append(x)
    return hasil


def _urai(hasil: int, ruas: str, letak: dict[int, int], teks: str) -> RumusKolom | None:
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
    semua = [hasil, *nomor]
    if not cara or len(set(semua)) != len(semua) or any(n not in letak for n in semua):
        return None
    return RumusKolom(letak[hasil], tuple(letak[n] for n in nomor), cara, teks)
