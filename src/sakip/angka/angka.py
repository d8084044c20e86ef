"""Angka: what a report prints where a figure should be, read and written in Indonesian notation.

How a figure is read:

1. The comma is the decimal sign and the dot separates thousands. Where both occur the last one is the
   decimal sign (`1,004.50`), and a sign that occurs twice or more separates thousands (`1,004,422,800`).
2. A sign printed on the figure outranks the kind asked for: `Rp` and `,-` make it RUPIAH, `%` PERSEN.
3. One separator, followed by exactly three digits and preceded by one to three of which the first is not 0,
   can be read two ways. Money has sen of two digits and counts have no decimals, so in RUPIAH and CACAH it
   is thousands, dot or comma; in PERSEN it is decimal, dot or comma; in NILAI the dot is thousands and the
   comma decimal, as rule 1 has it. `alternatif` keeps the other reading where the kind does not settle it:
   for the dot in NILAI, for the comma in RUPIAH and CACAH, and for the dot before `juta` or `miliar`.
4. Any other single dot is a decimal sign (`50.70`, `0.063`).
5. Dots or commas that do not cut the digits by three (`1.23.456`) are an error, never guessed.

Digits are kept exactly, however many there are up to `PANJANG_TERBESAR` characters.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Protocol, TypeAlias

import attrs

from sakip.angka.interval import Interval
from sakip.angka.notasi import (
    EKSAK,
    GAYA,
    PANGKAT,
    PANGKAT_RUPIAH,
    PANJANG_TERBESAR,
    POLOS,
    Gaya,
    Jenis,
    bisa_ribuan,
    bukan_angka,
    bulat,
    cocok_angka,
    cocok_inggris,
    cocok_kurung,
    cocok_tanda_dalam,
    cocok_terbilang,
    cocok_titik,
    ribuan_renggang,
    salah_tipe,
    tulis,
)
from sakip.errors import AngkaError

__all__ = [
    "GAYA",
    "POLOS",
    "Angka",
    "Bilangan",
    "Gaya",
    "Jenis",
    "angka",
    "bulat",
    "pecahan",
    "tulis",
]

_RUPIAH, _CACAH, _PERSEN = Jenis.RUPIAH, Jenis.CACAH, Jenis.PERSEN


@attrs.frozen(slots=True)
class Angka:
    """One printed figure.

    Attributes:
        teks: as printed, without the whitespace around it.
        nilai: the exact value, in units (`Rp 1,5 juta` is 1500000).
        desimal: the decimals printed.
        satuan: the unit printed after it: `%`, `Orang/bulan`; empty for none and for rupiah.
        pangkat: the power of ten by which the digits are multiplied: 6 for `juta`.
        jenis: the kind: the one asked for, or the one its printed sign shows.
        alternatif: the value of the other plausible reading of the text, if there is one.
    """

    teks: str
    nilai: Decimal
    desimal: int = 0
    satuan: str = ""
    pangkat: int = 0
    jenis: Jenis = Jenis.NILAI
    alternatif: Decimal | None = None

    @classmethod
    def baca(cls, teks: str, jenis: Jenis = Jenis.NILAI) -> Angka:
        """Read one figure; `jenis` is what the place it stands in asks for.

        Raises:
            AngkaError: the text is not one figure. The message quotes it and says why.
            TypeError: `teks` is no text; a float cannot say what was printed.
        """
        if not isinstance(teks, str):
            raise salah_tipe(teks)
        teks = teks.strip()
        cocok = cocok_angka(teks)
        if cocok is None or len(teks) > PANJANG_TERBESAR:
            return _baca_khusus(teks, jenis)
        tanda, rp, utuh, pecah, lain, ekor, satuan = cocok.groups()
        if ekor is not None and not (rp or jenis is _RUPIAH or "," in ekor or (pecah and len(pecah) == 2)):
            raise bukan_angka(teks)  # `5-` is half a range: a dash ends a figure only where it is money
        if rp is not None or ekor is not None:
            jenis = _RUPIAH
        pangkat = 0
        if satuan is None:
            satuan = ""
        else:
            satuan, pangkat, jenis = _urai_satuan(satuan, jenis)
            if rp is not None and jenis is _PERSEN:
                raise bukan_angka(teks)
        if lain is not None:
            utuh, pecah = _pisah(lain, jenis, teks)
        nilai, desimal, alternatif = _nilai(utuh, pecah, jenis, pangkat)
        if pangkat or tanda is not None:
            kali = 10**pangkat if tanda is None or tanda == "+" else -(10**pangkat)
            nilai = _kali(nilai, kali)
            alternatif = None if alternatif is None else _kali(alternatif, kali)
        return cls(teks, nilai, desimal, satuan, pangkat, jenis, alternatif)

    @property
    def ambigu(self) -> bool:
        """Whether the text has another plausible reading."""
        return self.alternatif is not None

    @property
    def pecahan(self) -> Fraction:
        """The exact value as a fraction."""
        return Fraction(self.nilai)

    @property
    def setengah(self) -> Fraction:
        """Half a unit of the last printed digit: the most that rounding can have moved the value."""
        return _setengah(self.pangkat - self.desimal)

    def interval(self, pasti: bool) -> Interval:
        """The values it can stand for.

        Args:
            pasti: True where the print is the value itself (money, counts, targets): one point. False
                where it was rounded: give or take `setengah`.
        """
        return Interval.titik(self.nilai) if pasti else Interval.dari(self.nilai, self.setengah)

    def dalam(self, pangkat: int) -> Angka:
        """The same print under a heading that gives the scale, 6 for "dalam jutaan rupiah"."""
        kali = 10**pangkat
        alternatif = None if self.alternatif is None else _kali(self.alternatif, kali)
        return attrs.evolve(self, nilai=_kali(self.nilai, kali), pangkat=self.pangkat + pangkat, alternatif=alternatif)

    def __str__(self) -> str:
        return self.teks


class Berpecahan(Protocol):
    """A value that knows its exact fraction: `Angka`, `Nilai`."""

    @property
    def pecahan(self) -> Fraction: ...


Bilangan: TypeAlias = str | Decimal | int | Fraction | Berpecahan
"""What calculations accept as a figure. Never a float."""


def angka(nilai: str | Decimal | int | Angka, jenis: Jenis = Jenis.NILAI) -> Angka:
    """Make an `Angka` of what a caller has. A number is taken as printed with the decimals it carries.

    Raises:
        AngkaError: a text that is no figure; a Decimal that is NaN or infinite.
        TypeError: a float, because 106.4 is not the value 106,4.
    """
    if isinstance(nilai, Angka):
        return nilai
    if isinstance(nilai, str):
        return Angka.baca(nilai, jenis)
    if isinstance(nilai, bool) or not isinstance(nilai, int | Decimal):
        raise salah_tipe(nilai)
    d = Decimal(nilai)
    eksponen = d.as_tuple().exponent
    if not isinstance(eksponen, int):
        raise AngkaError(f"{nilai} bukan angka: nilainya tidak terhingga atau tidak ada")
    if max(d.adjusted(), -eksponen) >= PANJANG_TERBESAR:
        raise AngkaError(f"angka terlalu panjang: lebih dari {PANJANG_TERBESAR} karakter")
    return Angka.baca(tulis(d, max(0, -eksponen), jenis, gaya=POLOS), jenis)


def pecahan(nilai: Bilangan, jenis: Jenis = Jenis.NILAI) -> Fraction:
    """The exact value of whatever a calculation was given.

    Raises:
        AngkaError, TypeError: as `angka`.
    """
    if isinstance(nilai, Fraction):
        return nilai
    if isinstance(nilai, str):
        return Fraction(Angka.baca(nilai, jenis).nilai)
    if isinstance(nilai, int | Decimal):
        return Fraction(angka(nilai, jenis).nilai)
    hasil = getattr(nilai, "pecahan", None)
    if not isinstance(hasil, Fraction):
        raise salah_tipe(nilai)
    return hasil


def _nilai(utuh: str, pecah: str | None, jenis: Jenis, pangkat: int) -> tuple[Decimal, int, Decimal | None]:
    """Value, decimals and other reading of digits in plain notation: rule 3."""
    tak_pecah = jenis is _RUPIAH or jenis is _CACAH
    if pecah is None:
        digit = utuh.replace(".", "")
        if len(digit) + 1 != len(utuh):  # no dot, or several
            return Decimal(digit), 0, None
        if jenis is _PERSEN:
            return Decimal(utuh), 3, None
        return Decimal(digit), 0, Decimal(utuh) if pangkat or not tak_pecah else None
    if tak_pecah and len(pecah) == 3 and not pangkat and bisa_ribuan(utuh):
        return Decimal(utuh + pecah), 0, Decimal(f"{utuh}.{pecah}")
    # `Rp1,176 juta` may part thousands, where a report writes as the English do.
    lain = Decimal(utuh + pecah) if pangkat and len(pecah) == 3 and bisa_ribuan(utuh) else None
    return Decimal(f"{utuh.replace('.', '')}.{pecah}"), len(pecah), lain


def _pisah(inti: str, jenis: Jenis, teks: str) -> tuple[str, str | None]:
    """Whole part and decimals of digits that are not in plain Indonesian notation (rules 2 and 4)."""
    if cocok := cocok_inggris(inti):
        return cocok[1].replace(",", ""), cocok[2]
    if cocok := cocok_titik(inti):
        ribuan = (jenis is _RUPIAH or jenis is _CACAH) and len(cocok[2]) == 3 and cocok[1][0] != "0"
        if not ribuan:
            return cocok[1], cocok[2]
    raise bukan_angka(teks)


@lru_cache(maxsize=1024)
def _urai_satuan(satuan: str, jenis: Jenis) -> tuple[str, int, Jenis]:
    """The unit, the power of ten its first word stands for, and the kind it makes of the figure."""
    satuan = " ".join(satuan.split())
    if satuan[0] == "%" or satuan.casefold().startswith("persen"):
        return satuan, 0, _PERSEN
    kata, _, sisa = satuan.partition(" ")
    pangkat = (PANGKAT_RUPIAH if jenis is _RUPIAH else PANGKAT).get(kata.casefold().rstrip("."), 0)
    if pangkat:
        satuan = sisa
    if satuan.casefold() in ("rupiah", "rp", "rp."):
        satuan, jenis = "", _RUPIAH
    return satuan, pangkat, jenis


def _baca_khusus(teks: str, jenis: Jenis) -> Angka:
    """The rarer shapes, each put in the plain form: `(1.000)`, `Rp -5`, `5 (lima) Dokumen`, narrow spaces."""
    if len(teks) > PANJANG_TERBESAR:
        raise bukan_angka(teks)
    kurung = cocok_kurung(teks)
    if kurung:
        polos = kurung[1] + kurung[2] + kurung[3]
    elif cocok := cocok_tanda_dalam(teks):
        polos = cocok[2] + cocok[1] + cocok[3]
    elif cocok := cocok_terbilang(teks):
        polos = f"{cocok[1]} {cocok[2].strip()}"
    else:
        polos = ribuan_renggang.sub(lambda m: "".join(m[1].split()), teks)
        if polos == teks:
            raise bukan_angka(teks)
    try:
        hasil = Angka.baca(polos, jenis)
    except AngkaError:
        raise bukan_angka(teks) from None
    if kurung and hasil.nilai > 0:
        lain = None if hasil.alternatif is None else _kali(hasil.alternatif, -1)
        hasil = attrs.evolve(hasil, nilai=_kali(hasil.nilai, -1), alternatif=lain)
    return attrs.evolve(hasil, teks=teks)


def _kali(nilai: Decimal, kali: int) -> Decimal:
    return EKSAK.plus(EKSAK.multiply(nilai, Decimal(kali)))  # plus: minus nothing is nothing, not -0


@lru_cache(maxsize=256)
def _setengah(pangkat: int) -> Fraction:
    return Fraction(10) ** pangkat / 2
