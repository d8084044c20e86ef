"""The lines of a ruled cell: which are the pieces of one word or figure, and which words; what ends open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from sakip.pembaca.pdf.baris import PATAH, PENGGALAN, PUTUS, RAPAT, Baris, angka_penuh

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Lipatan", "Ujung", "rapikan_sel", "tepi_tabel"]

TEPI_SEL = 8.0
"""Points between the rule of a cell and its letters, at most."""
LONGGAR = 0.3
"""Points by which widths of letters are told too small."""
SPASI_TERLEBAR = 0.34
"""A space is at most this share of the size of the letters wide."""

_PENUTUP = re.compile(r",?[-–]|[)%]+")
"""What a figure ends with, alone in a line of its own."""
_BERTANDA = re.compile(r"(?:\A|\S)[-–/+(]\n|\w\n(?:[/+,.;:)%]|[-–]\S)")
"""A line broken beside a sign, where no space need be: `Kabupaten/` `Kota`, `Perundang` `-undangan`."""


@attrs.frozen(slots=True)
class Ujung:
    """How a line of a cell ends.

    Attributes:
        ruang: points left beside its last letter.
        celah: points that a space takes, at most.
        spasi: whether it ends with a space; None where one would have had no room.
        sekata: it is one word, or the beginning of one: a word is broken only when it is longer than a line.
    """

    ruang: float
    celah: float
    spasi: bool | None
    sekata: bool

    @classmethod
    def dari(cls, baris: Baris, lebar: float) -> Ujung:
        """How a line ends in a cell of a width."""
        ruang, celah = lebar - baris.lebar, SPASI_TERLEBAR * baris.ukuran
        return cls(ruang, celah, True if baris.spasi else None if ruang < celah else False, baris.sekata)

    def mematahkan(self, gugus: float) -> bool:
        """Whether a word may be broken here; `gugus`: how wide its next letters are, that are never parted."""
        return self.sekata and not self.spasi and self.ruang < gugus + LONGGAR

    def melipat(self, kata: float) -> bool:
        """Whether the next word, so wide, had no room in this line."""
        return self.ruang < kata + self.celah


@attrs.define(slots=True)
class Lipatan:
    """How many lines of cells that go on in the next one, and how many that do not, end without a space and with one.

    Most programs keep the space at which they break a line. Where they do, a line without one ends in a word. Lines
    that may end in a word, or beside a sign, are not counted.
    """

    lipat: list[int] = attrs.field(factory=lambda: [0, 0])
    tutup: list[int] = attrs.field(factory=lambda: [0, 0])

    def catat(self, baris: Sequence[Baris], lebar: float) -> None:
        """Count the lines of a cell."""
        ujung = [Ujung.dari(b, lebar) for b in baris]
        for u, a, b in zip(ujung, baris, baris[1:], strict=False):
            kata = u.sekata and u.ruang < b.lebar_gugus + LONGGAR
            if u.spasi is not None and not kata and a.teks[-1].isalnum() and u.melipat(b.lebar_kata):
                self.lipat[u.spasi] += 1
        if ujung and ujung[-1].spasi is not None:
            self.tutup[ujung[-1].spasi] += 1


def tepi_tabel(sel: Iterable[tuple[int, float, Sequence[Baris]]]) -> float:
    """How far the letters of the cells of a table stand from their rules.

    Args:
        sel: for each its column, its left edge, its lines.
    """
    kolom: dict[int, list[float]] = {}
    for k, x0, baris in sel:
        if baris:
            kolom.setdefault(k, []).append(min(b.segmen[0].x0 for b in baris) - x0)
    jarak = [sorted(j)[len(j) // 10] for j in kolom.values()]
    return min(max(min(jarak, default=0.0), 0.0), TEPI_SEL)


def rapikan_sel(baris: list[Baris], lebar: float) -> list[Baris]:
    """The lines of a cell, those put together that are one figure broken where the cell is full.

    A line that may begin with the rest of a word is marked with `PATAH` or `PUTUS`.
    """
    hasil = baris[:1]
    for b in baris[1:]:
        atas = hasil[-1]
        ujung = Ujung.dari(atas, lebar)
        patah = len(atas.segmen) == 1 and ujung.mematahkan(b.lebar_gugus)
        if patah and _seangka(atas, b):
            kanan = attrs.evolve(b.segmen[-1], teks=atas.teks + b.teks, kata=atas.segmen[0].kata)
            hasil[-1] = attrs.evolve(b, atas=atas.atas, tebal=atas.tebal, segmen=[kanan], sekata=True)
        elif patah:
            hasil.append(_bertanda(b, PATAH if ujung.spasi is None else PUTUS))
        elif (
            ujung.spasi is False and ujung.melipat(b.lebar_kata) and _BERTANDA.search(f"{atas.teks[-2:]}\n{b.teks[:2]}")
        ):
            hasil.append(_bertanda(b, RAPAT))
        else:
            hasil.append(b)
    return hasil


def _bertanda(b: Baris, tanda: str) -> Baris:
    return attrs.evolve(b, segmen=[attrs.evolve(b.segmen[0], teks=tanda + b.segmen[0].teks), *b.segmen[1:]])


def _seangka(atas: Baris, b: Baris) -> bool:
    """Whether two lines are the pieces of one figure."""
    utuh = atas.teks + b.teks
    if not PENGGALAN.fullmatch(atas.teks) or not (PENGGALAN.fullmatch(b.teks) or _PENUTUP.fullmatch(b.teks)):
        return False
    rapat = b.kaki - atas.kaki < 2 * b.ukuran
    return rapat and angka_penuh(utuh) and utuh.count(",") < 2 + utuh.endswith(",-") and ",," not in utuh
