"""A formula of the engine as a formula of the spreadsheet, and the range it has for figures that were rounded."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from sakip.hukum.rumus import SUDUT_TERBANYAK

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from fractions import Fraction

    from sakip.angka.interval import Interval
    from sakip.fakta.register import Butir
    from sakip.hukum.rumus import Rumus, Suku
    from sakip.relasi.jalur import Jalur

__all__ = ["TERPANJANG", "bilangan", "kutip", "rentang_excel", "rumus_excel", "toleransi"]

TERPANJANG = 8000
"""Characters of a formula; Excel stops at 8.192."""

Acuan = dict["Butir", str]
"""Where the value of a figure stands: `F12`."""


def bilangan(f: Fraction | int) -> str:
    """A number in a formula: exact, as a fraction where it has to be."""
    if f.denominator == 1:
        return str(f.numerator)
    sisa = f.denominator
    for p in (2, 5):
        while sisa % p == 0:
            sisa //= p
    if sisa != 1:
        return f"({f.numerator}/{f.denominator})"
    desimal = 0
    while (f * 10**desimal).denominator != 1:
        desimal += 1
    utuh = str(abs(int(f * 10**desimal))).rjust(desimal + 1, "0")
    return f"{'-' if f < 0 else ''}{utuh[:-desimal]}.{utuh[-desimal:]}"


def kutip(teks: str) -> str:
    """A text in a formula, as a cell shows it: on one line, without control characters, no longer than it may be."""
    satu_baris = "".join(c for c in " ".join(teks.split()) if c.isprintable())
    return '"' + satu_baris[:120].replace('"', '""') + '"'


def toleransi(nilai: Sequence[Fraction]) -> str:
    """What the binary numbers of a spreadsheet may be off by; far below half a unit of any printed digit."""
    terbesar = max((abs(float(n)) for n in nilai), default=0.0)
    return f"{max(1e-9, terbesar * 4e-15 * (len(nilai) + 2)):.12f}".rstrip("0")


def rumus_excel(rumus: Rumus, sel: Callable[[Butir], str], deret: str = "") -> str:
    """The formula over cells.

    Args:
        rumus: over figures.
        sel: the cell, or an expression, for a figure.
        deret: the cells of all figures as a range, in which a plain sum or mean is written.
    """
    atas = _jumlah(rumus.pembilang, sel, deret)
    isi = atas
    if rumus.penyebut:
        bawah = _jumlah(rumus.penyebut, sel, "")
        isi = f"{_kurung(atas)}/{_kurung(bawah)}"
    if rumus.batas_atas is not None:
        if rumus.ambang_atas is not None:
            isi = f"IF(({isi})>{bilangan(rumus.ambang_atas)},{bilangan(rumus.batas_atas)},{isi})"
        else:
            isi = f"MIN({bilangan(rumus.batas_atas)},{isi})"
    if rumus.batas_bawah is not None:
        isi = f"MAX({bilangan(rumus.batas_bawah)},{isi})"
    return isi


def _jumlah(suku: tuple[Suku, ...], sel: Callable[[Butir], str], deret: str) -> str:
    koef = {s.koef for s in suku}
    tunggal = all(len(s.dari) == 1 for s in suku) and len({s.dari for s in suku}) == len(suku)
    if deret and tunggal and len(koef) == 1 and len(suku) > 1:
        k = next(iter(koef))
        if k == 1:
            return f"SUM({deret})"
        if k * len(suku) == 1:
            return f"AVERAGE({deret})"
    hasil = ""
    for s in suku:
        faktor = [sel(b) for b in s.dari]  # type: ignore[arg-type] # the figures of a relation are its variables
        k = abs(s.koef)
        if k != 1 or not faktor:
            faktor.append(bilangan(k))
        hasil += ("-" if s.koef < 0 else "+" if hasil else "") + "*".join(faktor)
    return hasil or "0"


def _kurung(isi: str) -> str:
    datar = isi.startswith(("SUM(", "AVERAGE(")) or not any(c in isi for c in "+-/")
    return isi if datar and "*" not in isi else f"({isi})"


def rentang_excel(jalur: Jalur, nilai: Mapping[Butir, Interval], acuan: Acuan, g: Acuan) -> tuple[str, str] | None:
    """The lowest and the highest result as formulas; None when no operand was rounded, or it may divide by zero.

    Args:
        jalur: the way of reckoning.
        nilai: the interval of each operand.
        acuan, g: the cells that hold the value of each figure and the half of its rounding interval.

    The result is monotone in each figure, so its extremes lie at corners. Which corner is worked out here;
    the formula says it in full. Where even the corners are too many the two ends are numbers.
    """
    longgar = [b for b in jalur.operan if not nilai[b].tunggal]
    ujung = jalur.rumus.rentang(nilai) if longgar else None
    if ujung is None:
        return None
    hasil = []
    for target, atas in ((ujung.bawah, False), (ujung.atas, True)):
        sudut = _sudut(jalur, nilai, longgar, target, atas=atas)
        if sudut is None:
            hasil.append(bilangan(target))
            continue

        def sel(b: Butir, sudut: Mapping[Butir, bool] = sudut) -> str:
            return f"({acuan[b]}{'+' if sudut[b] else '-'}{g[b]})" if b in sudut else acuan[b]

        hasil.append(rumus_excel(jalur.rumus, sel))
    return hasil[0], hasil[1]


def _sudut(
    jalur: Jalur, nilai: Mapping[Butir, Interval], longgar: list[Butir], target: Fraction, *, atas: bool
) -> dict[Butir, bool] | None:
    """For each rounded operand whether its upper end gives the extreme; None when no corner does."""
    tengah = {b: n.tengah for b, n in nilai.items()}

    def di(sudut: Mapping[Butir, bool]) -> Fraction | None:
        return jalur.rumus.hitung(tengah | {b: nilai[b].atas if x else nilai[b].bawah for b, x in sudut.items()})

    coba: dict[Butir, bool] = {}
    for b in longgar:
        naik, turun = di({b: True}), di({b: False})
        if naik is None or turun is None:
            return None
        coba[b] = (naik >= turun) is atas
    if di(coba) == target:
        return coba
    if len(longgar) > SUDUT_TERBANYAK:
        return None
    for pilihan in product((False, True), repeat=len(longgar)):
        sudut = dict(zip(longgar, pilihan, strict=True))
        if di(sudut) == target:
            return sudut
    return None
