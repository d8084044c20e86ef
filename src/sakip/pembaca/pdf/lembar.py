"""A page of a PDF as data, whatever engine read it: its letters, rules, fills and pictures.

Coordinates are points from the top left corner of the page as it is held to be read, x to the right, y down.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import attrs

__all__ = ["TURUN", "Bidang", "Huruf", "Isian", "Lembar", "Persegi", "putar"]

Persegi: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, foot."""
TURUN = 0.22
"""How far the box of a letter reaches below its base line, by its size. The same for all fonts, so that letters of
different ones stand on one line."""


@attrs.define(slots=True, eq=False)
class Huruf:
    """A letter, or several that one glyph prints.

    Attributes:
        x0: where it begins.
        atas: the top of its box.
        x1: where the next one may begin.
        kaki: the foot of its box, below the base line.
        ukuran: the size of its font as printed, in points.
        arah: in which direction its line goes: 0 to the right, 1 up, 2 to the left, 3 down; -1 aslant.
        tanpa_peta: the font does not tell which letter it is.
    """

    teks: str
    x0: float
    atas: float
    x1: float
    kaki: float
    ukuran: float
    tebal: bool = False
    arah: int = 0
    tanpa_peta: bool = False

    def tegak(self) -> Huruf:
        """The letter after turning the page so that its line goes to the right; `x0` is then along the line."""
        x0, atas, x1, kaki = putar((self.x0, self.atas, self.x1, self.kaki), self.arah)
        return Huruf(self.teks, x0, atas, x1, kaki, self.ukuran, self.tebal, 0, self.tanpa_peta)


def putar(p: Persegi, arah: int) -> Persegi:
    """A box after turning the page so that lines of a direction go to the right."""
    x0, y0, x1, y1 = p
    if arah == 1:
        return -y1, x0, -y0, x1
    if arah == 2:
        return -x1, -y1, -x0, -y0
    return (y0, -x1, y1, -x0) if arah == 3 else p


@attrs.frozen(slots=True)
class Bidang:
    """How a page is held: its visible box in the coordinates of the file, and its quarter turns clockwise."""

    kotak: Persegi
    """Left, foot, right, top, y up."""
    putaran: int = 0

    @property
    def ukuran(self) -> tuple[float, float]:
        """Width and height as held."""
        x0, y0, x1, y1 = self.kotak
        return (y1 - y0, x1 - x0) if self.putaran % 2 else (x1 - x0, y1 - y0)

    def tampak(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file on the page as held."""
        x0, y0, x1, y1 = self.kotak
        if not self.putaran:
            return x - x0, y1 - y
        return ((y - y0, x - x0), (x1 - x, y - y0), (y1 - y, x1 - x))[self.putaran - 1]

    def asal(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as held in the coordinates of the file."""
        x0, y0, x1, y1 = self.kotak
        return ((x + x0, y1 - y), (y + x0, x + y0), (x1 - x, y + y0), (x1 - y, y1 - x))[self.putaran]


class Isian(NamedTuple):
    """A filled area and its colour."""

    kotak: Persegi
    warna: int


@attrs.define(slots=True, eq=False)
class Lembar:
    """A page.

    Attributes:
        bidang: how it is held.
        huruf: its letters, those printed twice for boldness once; spaces too, where the file has them.
        garis: its rules, each a box without width or without height.
        isian: its filled areas; those of one colour that touch and are as wide are one.
        gambar: its pictures.
    """

    bidang: Bidang
    huruf: list[Huruf]
    garis: list[Persegi]
    isian: list[Isian]
    gambar: list[Persegi]

    @property
    def lebar(self) -> float:
        """Points from left to right."""
        return self.bidang.ukuran[0]

    @property
    def tinggi(self) -> float:
        """Points from top to foot."""
        return self.bidang.ukuran[1]
