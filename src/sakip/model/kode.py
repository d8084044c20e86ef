"""Budget codes: relative codes as reports print them, completed by the rows above.

Kepmendagri 050-5889/2021: urusan 1 digit, bidang 2, program 2, kegiatan 1.2, sub kegiatan 4
(2 digits under Permendagri 90/2019); `2.17.01.2.01.0001` in full.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from sakip.teks.istilah import istilah

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ANGGARAN", "TANPA_INDUK", "TINGKAT", "PenyusunKode", "induk", "tingkat_kode"]

ANGGARAN = "anggaran"
"""What stands for the whole budget where others are known by their code."""

TINGKAT = ("program", "kegiatan", "sub_kegiatan")
"""The levels of a budget, from the top."""

TANPA_INDUK = "?"
"""Set behind the code of a line that must stand somewhere above, and does not."""

_LENGKAP = re.compile(r"(?:[\dXx]\.[\dXx]{2}\.)?(\d{2})(?:\.(\d\.\d{2}))?(?:\.(\d{2}|\d{4}))?$")
_KEGIATAN = re.compile(r"\d\.\d{2}$")
_SUB = re.compile(r"\d{4}$")
_PENDEK = re.compile(r"\d{2}$")


def tingkat_kode(kode: str) -> str:
    """The level of a completed code: `01` program, `01.2.01` kegiatan, `01.2.01.0001` sub kegiatan."""
    return TINGKAT[{0: 0, 2: 1, 3: 2}[kode.count(".")]]


def induk(kode: str) -> str | None:
    """The code one level up; None for a program."""
    titik = kode.count(".")
    if titik == 0:
        return None
    return kode.rsplit(".", 1)[0] if titik == 3 else kode.split(".", 1)[0]


@attrs.define(slots=True)
class PenyusunKode:
    """Completes the codes of a table, row by row, from the top.

    A relative code that comes a second time under one line belongs to another line, which is missing: the codes
    from there on get a parent of their own, that no line has.

    Attributes:
        empat_digit: whether the table writes sub kegiatan with four digits; then two digits are a program.
    """

    empat_digit: bool = False
    program: str = ""
    kegiatan: str = ""
    _di_program: set[str] = attrs.field(factory=set)
    _di_kegiatan: set[str] = attrs.field(factory=set)

    @classmethod
    def untuk(cls, kode: Iterable[str]) -> PenyusunKode:
        """For a table with these printed codes."""
        return cls(any(_SUB.search(k.strip().rstrip(".")) for k in kode))

    def lengkap(self, kode: str, nama: str = "") -> str | None:
        """The completed code of the next row; None when the text is no budget code here."""
        kode = kode.strip().rstrip(".")
        awal = nama.casefold().lstrip()
        if awal.startswith(istilah("urusan")):
            return None
        if _KEGIATAN.match(kode):
            if not self.program:
                return None
            if kode in self._di_program:
                self.program, self._di_program = f"{self.program}{TANPA_INDUK}", set()
            self._di_program.add(kode)
            self._di_kegiatan = set()
            self.kegiatan = f"{self.program}.{kode}"
            return self.kegiatan
        di_kegiatan = self.kegiatan or (self.program and awal.startswith("sub kegiatan"))
        if _SUB.match(kode) or (
            _PENDEK.match(kode) and di_kegiatan and not self.empat_digit and not awal.startswith("program")
        ):
            if not di_kegiatan:
                return None
            self.kegiatan = self.kegiatan or f"{self.program}.0.00{TANPA_INDUK}"
            if kode in self._di_kegiatan:
                self.kegiatan, self._di_kegiatan = f"{self.kegiatan}{TANPA_INDUK}", set()
            self._di_kegiatan.add(kode)
            return f"{self.kegiatan}.{kode}"
        cocok = _LENGKAP.match(kode)
        if not cocok or (cocok.group(3) and not cocok.group(2)):
            return None
        self.program, keg, sub = cocok.group(1), cocok.group(2), cocok.group(3)
        self.kegiatan = f"{self.program}.{keg}" if keg else ""
        self._di_program, self._di_kegiatan = set(), set()
        return f"{self.kegiatan}.{sub}" if sub else self.kegiatan or self.program
