"""Figures as a report prints them, and the relations between prints. Exact, half-up."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Notasi:
    """How figures of one column are written."""

    desimal: int = 0
    koma: str = ","
    ribuan: str = "."
    depan: str = ""
    belakang: str = ""
    kurung: bool = False
    pengali: int = 1
    """What one printed unit is worth: 1.000.000 in a column of Rp juta."""

    @property
    def satuan_akhir(self) -> Fraction:
        """One unit of the last printed place."""
        return Fraction(self.pengali, 10**self.desimal)

    def cetak(self, nilai: Fraction) -> str:
        """The text of this value, rounded half-up."""
        utuh, pecahan = divmod(int(abs(bulatkan(nilai, self.satuan_akhir)) / self.satuan_akhir), 10**self.desimal)
        teks = f"{utuh:,}".replace(",", self.ribuan)
        if self.desimal:
            teks += f"{self.koma}{pecahan:0{self.desimal}d}"
        teks = f"{self.depan}{teks}{self.belakang}"
        negatif = nilai < 0 and (utuh or pecahan)
        return (f"({teks})" if self.kurung else f"-{teks}") if negatif else teks

    def urai(self, teks: str) -> Fraction:
        """The value that this text prints."""
        negatif = teks.startswith(("-", "("))
        isi = teks.strip("-()").removeprefix(self.depan).removesuffix(self.belakang)
        angka = isi.replace(self.ribuan, "") if self.ribuan else isi
        nilai = Fraction(angka.replace(self.koma, ".")) * self.pengali
        return -nilai if negatif else nilai


def bulatkan(nilai: Fraction, satuan: Fraction) -> Fraction:
    """Half-up, away from zero, to a multiple of `satuan`."""
    besar = floor(abs(nilai) / satuan + Fraction(1, 2)) * satuan
    return besar if nilai >= 0 else -besar


@dataclass(eq=False)
class Cetakan:
    """Something printed once; its place is known when the report is written out."""

    teks: str
    baris: int = 0
    awal: int = 0
    di_tabel: bool = False

    @property
    def akhir(self) -> int:
        """The column after its last character."""
        return self.awal + len(self.teks)


@dataclass(eq=False)
class Angka(Cetakan):
    """A printed figure."""

    notasi: Notasi = Notasi()
    pasti: bool = True
    """Whether the print is the value itself: targets, money and counts are, measured shares are not."""

    @property
    def nilai(self) -> Fraction:
        """The value as printed."""
        return self.notasi.urai(self.teks)


@dataclass(frozen=True)
class Skala:
    """Lower bounds from the best label down; the last label has none. `celah`: bounds end at whole numbers."""

    label: tuple[str, ...]
    bawah: tuple[int, ...]
    celah: bool = False

    def nama(self, nilai: Fraction) -> str | None:
        """The label of this value, None in a gap between two bounds."""
        for label, batas in zip(self.label, self.bawah, strict=False):
            if nilai >= batas:
                return label
            if self.celah and nilai > batas - 1:
                return None
        return self.label[-1]


@dataclass(frozen=True)
class Relasi:
    """What must hold between prints."""

    jenis: str
    rumus: str
    hasil: Cetakan
    operan: tuple[Angka, ...]
    kata: bool
    """Whether the words of the report determine it; otherwise only the other lines of its group do."""
    kelompok: str
    batas: int | None = None
    skala: Skala | None = None
    longgar: bool = False
    """Whether the result was computed before its operands were rounded for print."""


RUMUS: dict[str, Callable[[Sequence[Fraction]], Fraction]] = {
    "jumlah": lambda n: sum(n, Fraction(0)),
    "rerata": lambda n: sum(n, Fraction(0)) / len(n),
    "selisih": lambda n: n[0] - n[1],
    "A+B-C": lambda n: n[0] + n[1] - n[2],
    "(B-A)/A": lambda n: (n[0] - n[1]) / n[1] * 100,
    "A/ΣA": lambda n: n[0] / sum(n[1:], Fraction(0)) * 100,
    "R/T": lambda n: n[0] / n[1] * 100,
    "ΣR/ΣT": lambda n: sum(n[: len(n) // 2], Fraction(0)) / sum(n[len(n) // 2 :], Fraction(0)) * 100,
    "T/R": lambda n: n[1] / n[0] * 100,
    "(2T-R)/T": lambda n: (2 * n[1] - n[0]) / n[1] * 100,
    "sama": lambda n: n[0],
}


def hitung(rumus: str, nilai: Sequence[Fraction], batas: int | None = None) -> Fraction:
    """The exact result of a formula."""
    hasil = RUMUS[rumus](nilai)
    return hasil if batas is None else min(hasil, Fraction(batas))
