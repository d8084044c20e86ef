"""Timbangan: which of several readings of a print its table bears out best.

Readers weigh what a column, a row or a label is, rules which rows are parts of which, the engine which formula a column
follows. All state the readings that the words allow, each with the lines that hold under it, those that do not, and
what it costs to depart from the words; here is how they are weighed.
"""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["BIAYA_KATA", "BIAYA_LAIN", "Bobot", "Dasar", "terbaik"]

T = TypeVar("T")

BIAYA_KATA = Fraction(1)
"""A reading that contradicts the words must spare more than one line. By judgement, as all three."""
BIAYA_LAIN = Fraction(1, 2)
"""A reading that the words do not suggest must spare a whole line to be the better one; of equals the words' own is."""

TERBUKTI = 2
"""Lines that must hold before a reading that was guessed accuses any."""


class Dasar(enum.Enum):
    """What a reading rests on.

    TERSURAT: printed words fix it, and nothing that the figures do can change it.
    LAZIM: it is what such words usually mean; a table that contradicts it on most lines meant something else.
    DUGAAN: it was guessed; it accuses only where the table bears it out.
    """

    TERSURAT = "tersurat"
    LAZIM = "lazim"
    DUGAAN = "dugaan"


@attrs.frozen(slots=True)
class Bobot:
    """What speaks for and against a reading.

    Attributes:
        sesuai: the lines that hold under it.
        gagal: the lines that do not.
        biaya: what it costs to depart from the words so far, in lines that would be wrong.
    """

    sesuai: int = 0
    gagal: int = 0
    biaya: Fraction = Fraction()

    @property
    def harga(self) -> tuple[Fraction, Fraction]:
        """The less the better; the cost decides between equals. Of the same lines it is those that are wrong."""
        return Fraction(self.gagal - self.sesuai, 2) + self.biaya, self.biaya

    @property
    def terbukti(self) -> bool:
        """Whether more lines hold than not."""
        return self.sesuai > self.gagal

    def didukung(self, dasar: Dasar) -> bool:
        """Whether lines that fail under the reading accuse the figures, not the reading itself."""
        if dasar is Dasar.TERSURAT or not self.gagal:
            return True
        if dasar is Dasar.LAZIM:
            return self.gagal <= self.sesuai or self.gagal + self.sesuai == 1
        return self.sesuai >= TERBUKTI and self.terbukti

    def didukung_sebab(self, dasar: Dasar, sebab: int) -> bool:
        """Whether it does, where the lines that fail are the work of fewer slips than there are lines."""
        return sebab < self.gagal and sebab <= (max(1, self.sesuai) if dasar is Dasar.LAZIM else self.sesuai)


def terbaik(bacaan: Iterable[T], bobot: Callable[[T], Bobot]) -> T | None:
    """The reading that its table bears out best, the first of equals; None where there is none."""
    return min(bacaan, key=lambda b: bobot(b).harga, default=None)
