"""Stored numbers as a workbook prints them: number formats, in Indonesian notation.

`1234567` under `#,##0.00` is printed `1.234.567,00`; `0.8257` under `0.00%` is printed `82,57%`. Of a format
the sections (positive; negative; zero), literals, thousands, decimals, percent and scaling are known, and
the parts of dates. What else there is (fractions, exponents, conditions) is printed as under `General`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache

import attrs

from sakip.teks.istilah import istilah

__all__ = ["cetak_angka", "cetak_nilai", "cetak_tanggal", "nilai_tercetak"]

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
TANGGAL_PENDEK = "mm-dd-yy"
"""How the library spells the built-in short date, which every locale prints in its own way."""
DIGIT_TERSIMPAN = 15
"""Digits of a number that a workbook keeps."""
PANJANG_UMUM = 11
"""Characters of a number under `General`, with its separator."""

_POTONGAN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General|[#0?.,]+|%|@|[eE][+-]|/|.', re.IGNORECASE | re.DOTALL)
_TANGGAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|AM/PM|A/P|y+|m+|d+|h+|s+(?:\.0+)?|.', re.IGNORECASE | re.DOTALL)
_MATA_UANG = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")


@attrs.frozen(slots=True)
class _Bagian:
    """A section of a format: what stands before and after the digits, and how they are printed."""

    depan: str = ""
    belakang: str = ""
    angka: bool = False
    umum: bool = False
    utuh: int = 0
    desimal: int = 0
    wajib: int = 0
    ribuan: bool = False
    skala: int = 0
    """Powers of ten by which the number is multiplied: 2 for a percent sign, -3 for a comma at the end."""


def cetak_nilai(nilai: object, format_: str, *, titik: bool = False) -> str:
    """A stored value as printed.

    Args:
        nilai: as a workbook holds it.
        format_: its number format.
        titik: numbers under `General` keep their decimal point: they are codes, such as `2.01`.
    """
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "BENAR" if nilai else "SALAH"
    if isinstance(nilai, int | float):
        hasil = cetak_angka(nilai, format_)
        return hasil.replace(",", ".") if titik and _umum(format_) else hasil
    if isinstance(nilai, datetime | date | time):
        return cetak_tanggal(nilai, format_)
    if isinstance(nilai, timedelta):
        detik = int(nilai.total_seconds())
        return f"{detik // 3600}:{detik // 60 % 60:02}:{detik % 60:02}"
    return str(nilai)


def cetak_angka(nilai: float, format_: str) -> str:
    """A number as printed."""
    d = Decimal(repr(nilai))
    if not d.is_finite():
        return str(nilai)
    bagian = _urai(format_ or "General")
    if len(bagian) > 2 and not d:
        pilih, tanda = bagian[2], False
    elif len(bagian) > 1 and d < 0:
        pilih, tanda = bagian[1], False  # the section says how a negative number looks
    else:
        pilih, tanda = bagian[0], d < 0
    if pilih.umum:
        isi = _cetak_umum(abs(d))
    elif not pilih.angka:
        isi = ""
    else:
        isi = _cetak_digit(abs(d), pilih)
    minus = "-" if tanda and any(c in "123456789" for c in isi) else ""
    return " ".join(f"{minus}{pilih.depan}{isi}{pilih.belakang}".split())


def nilai_tercetak(nilai: object, teks: str) -> Decimal | None:
    """A stored number in the units in which it is printed as `teks`: hundredths where that bears a percent sign.

    None when what is stored is no number.

    As many digits as a workbook keeps: what a computer leaves behind the fifteenth is no value.
    """
    if isinstance(nilai, bool) or not isinstance(nilai, int | float):
        return None
    d = Decimal(repr(nilai))
    if not d.is_finite():
        return None
    with localcontext() as ctx:
        ctx.prec = DIGIT_TERSIMPAN
        return +(d * 100 if teks.endswith("%") else d)


def _umum(format_: str) -> bool:
    return not format_ or format_.casefold() == "general"


@lru_cache(maxsize=1024)
def _urai(format_: str) -> tuple[_Bagian, ...]:
    """The sections of a format."""
    bagian: list[list[str]] = [[]]
    for p in _POTONGAN.findall(format_):
        if p == ";":
            bagian.append([])
        else:
            bagian[-1].append(p)
    if any(re.match(r"\[[<>=]", p) for b in bagian for p in b):
        return (_Bagian(umum=True),)
    return tuple(map(_urai_bagian, bagian[:3]))


def _urai_bagian(potongan: list[str]) -> _Bagian:
    depan, belakang, digit = "", "", ""
    skala = 0
    for p in potongan:
        if p.casefold() == "general" or (p == "@" and len(potongan) == 1):
            return _Bagian(depan=depan, umum=True)
        if digit and (p == "/" or (p[0] in "eE" and len(p) == 2)):
            return _Bagian(umum=True)
        if p[0] in "#0?" or (p[0] in ".," and (digit or len(p) > 1)):
            digit += p
            continue
        teks = _literal(p)
        if p == "%":
            skala += 2
            teks = "%"
        if digit:
            belakang += teks
        else:
            depan += teks
    utuh, _, pecah = digit.partition(".")
    ekor = len(utuh) - len(utuh.rstrip(",")) if not pecah else len(pecah) - len(pecah.rstrip(","))
    utuh = utuh.rstrip(",") if not pecah else utuh
    pecah = pecah.rstrip(",")
    return _Bagian(
        depan=depan,
        belakang=belakang,
        angka=bool(digit),
        utuh=utuh.count("0"),
        desimal=len(pecah),
        wajib=len(pecah.rstrip("#")),
        ribuan="," in utuh,
        skala=skala - 3 * ekor,
    )


def _literal(p: str) -> str:
    if p.startswith('"'):
        return p[1:-1]
    if p.startswith("\\"):
        return p[1:]
    if p[0] == "_":
        return " "
    if p[0] in "*@":
        return " " if p[0] == "*" else ""
    if p.startswith("["):
        cocok = _MATA_UANG.fullmatch(p)
        return cocok[1] if cocok else ""
    return p


def _cetak_umum(d: Decimal) -> str:
    """A number under `General`: no thousands, as many decimals as fit."""
    if d and (d >= 10**11 or d < Decimal("1e-9")):
        return (
            format(d.normalize(), "f").replace(".", ",") if d == d.to_integral_value() else f"{d:.5E}".replace(".", ",")
        )
    utuh = len(str(int(d)))
    desimal = max(0, PANJANG_UMUM - utuh - 1)
    return _bulat(d, desimal).rstrip("0").rstrip(".").replace(".", ",") if desimal else _bulat(d, 0)


def _cetak_digit(d: Decimal, b: _Bagian) -> str:
    with localcontext() as ctx:
        ctx.prec = 60
        teks = _bulat(d.scaleb(b.skala), b.desimal)
    utuh, _, pecah = teks.partition(".")
    while len(pecah) > b.wajib and pecah.endswith("0"):
        pecah = pecah[:-1]
    utuh = utuh.lstrip("0").zfill(b.utuh)
    if b.ribuan and utuh:
        nol = len(utuh) - len(utuh.lstrip("0")) if utuh.strip("0") else 0
        utuh = f"{int(utuh):,}".replace(",", ".") if not nol else utuh
    return f"{utuh},{pecah}" if pecah else utuh


def _bulat(d: Decimal, desimal: int) -> str:
    """Rounded half away from zero, as spreadsheets do."""
    with localcontext() as ctx:
        ctx.prec = 400
        return format(d.quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP), "f")


def cetak_tanggal(nilai: date | time, format_: str) -> str:
    """A date or a time as printed, its names in Indonesian."""
    if isinstance(nilai, time):
        return nilai.strftime("%H:%M:%S")
    if format_ == TANGGAL_PENDEK:
        format_ = "dd/mm/yyyy"
    saat = nilai if isinstance(nilai, datetime) else datetime(nilai.year, nilai.month, nilai.day)  # noqa: DTZ001 - a printed date has no zone
    hasil = ""
    jam = False
    for p in _TANGGAL.findall(format_.partition(";")[0]):
        k = p.lower()
        if k[0] == "m" and set(k) == {"m"} and jam and len(k) <= 2:
            hasil += f"{saat.minute:02}"
            continue
        hasil += _bagian_tanggal(k, saat) if k[0] in "ymdhs" and len(set(k[:2])) == 1 else _literal(p)
        if k[0] in "hs":
            jam = True
        elif k[0] in "yd":
            jam = False
    return " ".join(hasil.split()) or saat.strftime("%d/%m/%Y")


def _bagian_tanggal(k: str, saat: datetime) -> str:
    n = len(k)
    if k[0] == "y":
        return f"{saat.year:04}" if n > 2 else f"{saat.year % 100:02}"
    if k[0] == "m":
        nama = istilah("bulan")[saat.month - 1].capitalize()
        return (f"{saat.month}", f"{saat.month:02}", nama[:3], nama)[n - 1] if n <= 4 else nama[0]
    if k[0] == "d":
        hari = HARI[saat.weekday()]
        return (f"{saat.day}", f"{saat.day:02}", hari[:3], hari)[min(n, 4) - 1]
    angka = saat.hour if k[0] == "h" else saat.second
    return f"{angka}" if n == 1 else f"{angka:02}"
