"""The notation of Indonesian reports: its kinds of figure, the patterns of its prints, rounding, writing.

What the patterns mean is in `sakip.angka.angka`, which also exports what of this module a caller needs.
"""

from __future__ import annotations

import re
from decimal import (
    MAX_EMAX,
    MAX_PREC,
    MIN_EMIN,
    Clamped,
    Context,
    Decimal,
    Inexact,
    InvalidOperation,
    Rounded,
)
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING
from unicodedata import category

import attrs

from sakip.errors import AngkaError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "DIGIT",
    "EKSAK",
    "GAYA",
    "INTI",
    "KOSONG",
    "PANGKAT",
    "PANGKAT_RUPIAH",
    "PANJANG_TERBESAR",
    "POLOS",
    "PULUHAN",
    "SATUAN_WAKTU",
    "TAK_HINGGA",
    "Gaya",
    "Jenis",
    "bisa_ribuan",
    "bukan_angka",
    "bulat",
    "cocok_angka",
    "cocok_banding",
    "cocok_inggris",
    "cocok_kurung",
    "cocok_nilai_predikat",
    "cocok_predikat",
    "cocok_rentang",
    "cocok_tanda_dalam",
    "cocok_terbilang",
    "cocok_titik",
    "kosong",
    "ribuan_renggang",
    "salah_tipe",
    "tulis",
]

PANJANG_TERBESAR = 2000
"""Characters in a cell beyond which it is refused: Python converts at most 4,300 digits to an integer."""

EKSAK = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, Rounded, Clamped, InvalidOperation])
"""Decimal arithmetic that is exact or raises; the default context would round silently at 28 digits."""


class Jenis(StrEnum):
    """What kind of figure a role asks for; decides how an ambiguous separator is read."""

    RUPIAH = "rupiah"
    CACAH = "cacah"
    """A count of whole things."""
    PERSEN = "persen"
    NILAI = "nilai"
    """A score or another measure."""


# The pieces of which every pattern below is made.
INTI = r"[0-9][0-9.,]*"
"""Digits with separators, right or wrong."""
_TANDA = r"[-−–+]"
_RP = r"[Rr][Pp]\.?"
_HURUF = r"A-Za-z°µÀ-ÖØ-öø-ɏ"
# A unit has no digits, or `12 dari 15` would be a figure: except `m2`, and `per 100.000 kelahiran hidup`.
_SATUAN = rf"[%/{_HURUF}](?:[%/{_HURUF}\s.,&()'’²³·-]|(?<=[mM])[23](?![0-9])|(?<=per\s)10[0.]*(?![0-9,]))*"
_PREDIKAT = r"[A-Z]{1,4}[+-]?"
_RAPAT = "\u00a0\u2007\u2009\u202f"

PANGKAT = {
    "ribu": 3, "rb": 3, "juta": 6, "jt": 6,
    "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12,
}  # fmt: skip
"""The powers of ten of the words after a figure."""
DIGIT = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
"""The words of the digits."""
PULUHAN = ("belas", "puluh", "ratus")
"""What makes a number below a thousand of a digit."""
_TERBILANG = "|".join(("se", *DIGIT, *PULUHAN, *(k for k in PANGKAT if len(k) > 2)))

cocok_angka = re.compile(
    rf"(?:({_TANDA})\s*)?(?:({_RP})\s*)?"
    rf"(?:([1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+|[0-9]+)(?:,([0-9]+))?|({INTI}))"
    rf"(\s*,\s*[-–=]{{1,2}}|\.?[-–])?(?:\s*({_SATUAN}))?"
).fullmatch
"""Sign, Rp, then whole part and decimals in plain notation or other digits, `,-`, unit."""
cocok_inggris = re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?").fullmatch
cocok_titik = re.compile(r"([0-9]+)\.([0-9]+)").fullmatch
cocok_tanda_dalam = re.compile(rf"({_RP})\s*({_TANDA})\s*(.*)").fullmatch
cocok_kurung = re.compile(rf"((?:{_RP}\s*)?)\(\s*([^()]*?)\s*\)(.*)").fullmatch
cocok_terbilang = re.compile(rf"({INTI})\s*\((?:\s*(?:{_TERBILANG}))+\s*\)(.*)", re.IGNORECASE).fullmatch
ribuan_renggang = re.compile(rf"(?<![0-9.,])([1-9][0-9]{{0,2}}(?:[{_RAPAT}][0-9]{{3}})+)(?![0-9])")
cocok_rentang = re.compile(
    r"(.*?[0-9]\D*?)\s*(?:[-–—−]|s/d|s\.d\.?|sampai(?:\s+dengan)?)\s*(\D{0,4}[0-9].*)", re.DOTALL
).fullmatch
cocok_banding = re.compile(rf"({INTI})\s*:\s*({INTI})").fullmatch
cocok_predikat = re.compile(
    rf"({_PREDIKAT})(?:\s*\(\s*(?:[A-Za-z]+\s*[:=]?\s*)?({INTI})\s*\)|\s*/\s*({INTI}))?"
).fullmatch
"""A grade, with its score in brackets or behind a stroke."""
cocok_nilai_predikat = re.compile(rf"({INTI})\s*\(\s*({_PREDIKAT})\s*\)").fullmatch
_berdigit_saja = re.compile(rf"(?:{_TANDA}|{_RP}|\s)*{INTI}").fullmatch
_eksponen = re.compile(r"[0-9][eE][-+]?[0-9]").search

KOSONG = frozenset({"", "-", "–", "—", "−", "--", "na", "n/a", "n.a", "n.a."})
"""What is printed for a missing figure, in lower case."""


def kosong(teks: str) -> bool:
    """Whether nothing is printed there, or a dash or `NA` for nothing."""
    return teks.strip().casefold() in KOSONG


TAK_HINGGA = frozenset({"nan", "snan", "inf", "infinity"})
"""What a program prints for a figure it does not have; never a grade."""
SATUAN_WAKTU = {
    "tahun": ("bulan", 12), "thn": ("bulan", 12), "bulan": ("bulan", 1), "bln": ("bulan", 1),
    "jam": ("detik", 3600), "menit": ("detik", 60), "mnt": ("detik", 60), "detik": ("detik", 1), "dtk": ("detik", 1),
}  # fmt: skip
"""Units of time: what each is a multiple of, and of how many. A day is left out: of an office it has other hours."""
PANGKAT_RUPIAH = PANGKAT | {"m": 9, "t": 12}
"""`Rp 1,5 M` is money in thousands of millions; `5 M` alone may be metres."""


@attrs.frozen(slots=True)
class Gaya:
    """How figures are written.

    Attributes:
        rp: before an amount of money.
        ekor: after an amount of money: `,-` as many reports have it.
        persen: after a percentage.
        kelompok: whether to separate thousands.
    """

    rp: str = "Rp"
    ekor: str = ""
    persen: str = "%"
    kelompok: bool = True


GAYA = Gaya()
"""`Rp1.234.567,00` and `106,40%`."""
POLOS = Gaya(rp="", persen="", kelompok=False)
"""Digits and decimal comma only; no separator that could be read two ways."""


def tulis(
    nilai: Decimal | Fraction | int,
    desimal: int,
    jenis: Jenis = Jenis.NILAI,
    satuan: str = "",
    gaya: Gaya = GAYA,
) -> str:
    """Write a value in Indonesian notation, rounded half-up to `desimal` decimals.

    What is written reads back as the rounded value: `Angka.baca(tulis(v, d, jenis)).nilai == bulat(v, d)`.
    For that a percentage without decimals has no thousands separator, and money or a count with three
    decimals is given a fourth: three digits after a single separator would read as thousands there.

    Raises:
        TypeError: a float.
        ValueError: a negative `desimal`.
    """
    if satuan.casefold().startswith(("%", "persen")):
        jenis = Jenis.PERSEN
    negatif, angka = _bulatkan(nilai, desimal)
    digit = str(Decimal(angka)).zfill(desimal + 1)  # int itself refuses to print more than 4,300 digits
    utuh, pecah = (digit[:-desimal], digit[-desimal:]) if desimal else (digit, "")
    if desimal == 3 and (jenis is Jenis.RUPIAH or jenis is Jenis.CACAH) and bisa_ribuan(utuh):
        pecah += "0"
    if gaya.kelompok and (pecah or jenis is not Jenis.PERSEN):
        utuh = f"{Decimal(utuh):,}".replace(",", ".")
    hasil = f"{utuh},{pecah}" if pecah else utuh
    if jenis is Jenis.RUPIAH:
        hasil = f"{gaya.rp}{hasil}{gaya.ekor}"
    elif jenis is Jenis.PERSEN and not satuan:
        hasil += gaya.persen
    if satuan:
        hasil += satuan if satuan == "%" else f" {satuan}"
    return f"-{hasil}" if negatif else hasil


def bulat(nilai: Decimal | Fraction | int, desimal: int) -> Decimal:
    """Round half-up (a tie goes away from zero) to `desimal` decimals, exactly.

    Raises:
        TypeError: a float.
        ValueError: a negative `desimal`.
    """
    negatif, angka = _bulatkan(nilai, desimal)
    return EKSAK.scaleb(Decimal(-angka if negatif else angka), -desimal)


def bisa_ribuan(utuh: str) -> bool:
    """Whether the digits before a separator can be the first group of thousands."""
    return len(utuh) <= 3 and utuh[0] != "0"


def salah_tipe(nilai: object) -> TypeError:
    """The error for a value that cannot be a figure; says why for a float."""
    if isinstance(nilai, float):
        return TypeError(
            f"float tidak diterima: {nilai!r} disimpan sebagai pecahan biner dan bukan nilai yang tercetak; "
            f'pakai teks seperti tercetak ("106,40") atau Decimal'
        )
    return TypeError(f"angka harus berupa teks, Decimal atau int, bukan {type(nilai).__name__}: {nilai!r}")


def bukan_angka(teks: str) -> AngkaError:
    """The error for a text that is no figure, with the likeliest reason."""
    if not teks:
        return AngkaError("sel kosong tidak memuat angka", "bukan_angka.kosong")
    if len(teks) > PANJANG_TERBESAR:
        return AngkaError(
            f"{teks[:40]!r}… bukan angka: panjangnya {len(teks)} karakter, paling banyak {PANJANG_TERBESAR}",
            "bukan_angka.terlalu_panjang",
            teks=teks[:40],
            karakter=len(teks),
            terbanyak=PANJANG_TERBESAR,
        )
    tersembunyi = [c for c in teks if category(c) == "Cf"]
    if tersembunyi:  # what the eye does not see is the likeliest reason of all
        karakter = f"U+{ord(tersembunyi[0]):04X}"
        pesan = f"{teks!r} bukan angka: memuat karakter tak tampak {karakter}"
        return AngkaError(pesan, "bukan_angka.tak_tampak", teks=teks, karakter=karakter)
    kunci, alasan = next((kunci, alasan) for benar, kunci, alasan in _ALASAN if benar(teks))
    return AngkaError(f"{teks!r} bukan angka: {alasan}", f"bukan_angka.{kunci}", teks=teks)


_ALASAN: tuple[tuple[Callable[[str], object], str, str], ...] = (
    (lambda t: any(c.isnumeric() and not c.isascii() for c in t), "di_luar_09", "memuat angka di luar 0–9"),
    (lambda t: t.casefold().lstrip("+-") in TAK_HINGGA, "tak_terhingga", "nilainya tidak terhingga atau tidak ada"),
    (lambda t: not any(c in "0123456789" for c in t), "tanpa_angka", "tidak memuat angka"),
    (lambda t: "_" in t, "garis_bawah", "garis bawah bukan bagian dari angka"),
    (_eksponen, "eksponen", "notasi eksponen tidak dikenal"),
    (
        _berdigit_saja,
        "pemisah",
        "titik atau koma tidak memisahkan tiga-tiga angka; yang dikenal: 1.234.567,89",
    ),
    (bool, "bukan_satu", "bukan satu angka dengan satuannya"),
)


def _bulatkan(nilai: Decimal | Fraction | int, desimal: int) -> tuple[bool, int]:
    """Whether the rounded value is negative, and its digits as one whole number."""
    if isinstance(nilai, bool) or not isinstance(nilai, Decimal | Fraction | int):
        raise salah_tipe(nilai)
    if desimal < 0:
        raise ValueError(f"banyaknya desimal tidak boleh negatif: {desimal}")
    atas, bawah = nilai.as_integer_ratio()
    hasil, sisa = divmod(abs(atas) * 10**desimal, bawah)
    if 2 * sisa >= bawah:
        hasil += 1
    return atas < 0 and hasil > 0, hasil
