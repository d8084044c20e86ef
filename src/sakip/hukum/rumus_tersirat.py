"""Formulas over columns that no heading prints and the figures themselves bear out: a share, a growth, a difference.

Agencies reckon one column from others under headings of every kind. Where the lines of a table agree with one of the
usual ways to so many digits that chance cannot have done it, that is how the column was reckoned, whatever its name.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from math import log10
from typing import TYPE_CHECKING, TypeAlias

import attrs

from sakip.hukum.rumus import Rumus, Suku

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

__all__ = ["SELURUHNYA", "Cetak", "RumusTersirat", "cari_rumus_tersirat"]

Cetak: TypeAlias = tuple[float, float]
"""A printed figure, and half a unit of its last digit; 0 for a count, which was not rounded."""

DIGIT_BUKTI = 5
"""Digits that must confirm a formula, over all lines, besides those of the number of formulas that are tried."""
BARIS_BUKTI = 2
"""Lines that must bear a formula out, each by figures of its own."""
PALING_SALAH = 2
"""How many times as many lines must hold as fail."""
BARIS_COBA = 6
"""Lines on which a formula is given up that more fail than may."""
LONGGAR = 3
"""Halves of the last digit by which a quotient may differ: rounded, cut off, or reckoned from rounded figures."""
SUKU_TERBANYAK = 8
"""Columns side by side that are tried as the parts of a sum."""
SERATUS = 100
BATAS_LAZIM = (0, SERATUS, 120)
"""What a percentage is often cut off at."""
BIASA = frozenset({0, 1, SERATUS})
"""Figures that agree with many formulas at once."""

SELURUHNYA = "seluruhnya"
"""The sum of the operand over all lines, where a formula reckons with it."""


@attrs.frozen(slots=True)
class RumusTersirat:
    """A formula that the lines of a table bear out.

    Attributes:
        hasil: the column that follows, by its place.
        operan: the columns that it follows from.
        cara: the way: `jumlah`, `mutasi`, `selisih`, `persen`, `hasil_bagi`, `pertumbuhan`, `hasil_kali`, `tertimbang`
            or `bagian`.
        rumus: the formula over the places of the columns, and `SELURUHNYA`.
        sesuai: the lines that hold.
        gagal: the lines that do not.
    """

    hasil: int
    operan: tuple[int, ...]
    cara: str
    rumus: Rumus
    sesuai: tuple[int, ...]
    gagal: tuple[int, ...]


@attrs.frozen(slots=True)
class _Cara:
    """A way to reckon.

    Attributes:
        tepat: nothing is divided, so that only rounded operands leave room.
        lain: what a line may print that is reckoned in another of the usual ways; it speaks neither for nor against.
    """

    nama: str
    operan: tuple[int, ...]
    hitung: Callable[[Sequence[float]], float]
    rumus: Callable[[], Rumus]
    tepat: bool = False
    lain: Callable[[Sequence[float]], Sequence[float]] = lambda _: ()


def cari_rumus_tersirat(kolom: Sequence[Sequence[Cetak | None]], hasil: Collection[int]) -> Iterator[RumusTersirat]:
    """For each column the formula over columns to its left that its lines bear out best, where they bear one out.

    Args:
        kolom: the figures of each column, line by line, without totals and means; None where none is printed.
        hasil: the columns that may follow from others.
    """
    for i in sorted(hasil):
        baris = [(n, z) for n, z in enumerate(kolom[i]) if z is not None]
        operan = [j for j in range(i) if any(x is not None for x in kolom[j])]
        if len(baris) < BARIS_BUKTI:
            continue
        cara = tuple(_semua_cara(operan, kolom))
        calon = [x for c in cara if (x := _uji(i, c, kolom, baris)) is not None]
        cukup = [x for x in calon if x[0] >= DIGIT_BUKTI + log10(len(cara))]
        if cukup:
            # Of two that fit alike, such as one column printed twice, it is the one of fewer and nearer columns.
            yield max(cukup, key=lambda x: x[0] - sum(1 + (i - j) / SERATUS for j in x[1].operan))[1]


def _semua_cara(operan: Sequence[int], kolom: Sequence[Sequence[Cetak | None]]) -> Iterator[_Cara]:
    for ke, a in enumerate(operan):
        for panjang in range(2, min(SUKU_TERBANYAK, len(operan) - ke) + 1):
            yield _jumlah(tuple(operan[ke : ke + panjang]))
        if len(tiga := tuple(operan[ke : ke + 3])) == 3:
            yield _mutasi(tiga)
        seluruhnya = sum(x for x, _ in filter(None, kolom[a]))
        if seluruhnya:
            yield _bagian(a, seluruhnya)
        for b in operan:
            if b != a:
                yield from _berdua(a, b)


def _negatif(x: Sequence[float]) -> Sequence[float]:
    """A percentage of what is the better the less there is of it, and a capped one."""
    terbalik = (SERATUS * x[1] / x[0],) if x[0] else ()
    return (*terbalik, SERATUS * (2 - x[0] / x[1]), *BATAS_LAZIM)


def _jumlah(operan: tuple[int, ...]) -> _Cara:
    return _Cara("jumlah", operan, sum, lambda: Rumus.linear([(1, j) for j in operan]), tepat=True)


def _mutasi(operan: tuple[int, ...]) -> _Cara:
    tanda = (1, 1, -1)
    rumus = partial(Rumus.linear, list(zip(tanda, operan, strict=True)))
    return _Cara("mutasi", operan, lambda x: x[0] + x[1] - x[2], rumus, tepat=True)


def _bagian(a: int, seluruhnya: float) -> _Cara:
    return _Cara("bagian", (a,), lambda x: SERATUS * x[0] / seluruhnya, lambda: Rumus.rasio(a, SELURUHNYA))


def _berdua(a: int, b: int) -> Iterator[_Cara]:
    ab, satu, seratus = (a, b), Fraction(1), Fraction(SERATUS)
    beda = lambda: Rumus.linear([(1, a), (-1, b)])  # noqa: E731 - as the others beside it
    yield _Cara("selisih", ab, lambda x: x[0] - x[1], beda, tepat=True, lain=lambda x: (x[1] - x[0],))
    yield _Cara("persen", ab, lambda x: SERATUS * x[0] / x[1], lambda: Rumus.rasio(a, b), lain=_negatif)
    yield _Cara("hasil_bagi", ab, lambda x: x[0] / x[1], lambda: Rumus.rasio(a, b, 1))
    yield _Cara(
        "pertumbuhan",
        ab,
        lambda x: SERATUS * (x[0] - x[1]) / x[1],
        lambda: Rumus((Suku(seratus, (a,)), Suku(-seratus, (b,))), (Suku(satu, (b,)),)),
        lain=lambda x: (SERATUS * (x[1] - x[0]) / x[1],),
    )
    if a < b:
        yield _Cara("hasil_kali", ab, lambda x: x[0] * x[1], lambda: Rumus((Suku(satu, ab),)))
        bobot = lambda: Rumus((Suku(1 / seratus, ab),))  # noqa: E731 - as above
        yield _Cara("tertimbang", ab, lambda x: x[0] * x[1] / SERATUS, bobot, lain=lambda x: x)


def _uji(
    i: int, cara: _Cara, kolom: Sequence[Sequence[Cetak | None]], baris: Sequence[tuple[int, Cetak]]
) -> tuple[float, RumusTersirat] | None:
    """The formula with the digits that confirm it; None where the lines do not bear it out."""
    sesuai: list[int] = []
    gagal: list[int] = []
    digit: dict[tuple[float, ...], float] = {}
    tertinggi = max(z for _, (z, _) in baris)
    for n, z in baris:
        operan = [x for j in cara.operan if (x := kolom[j][n]) is not None]
        nilai = [x for x, _ in operan]
        if len(operan) < len(cara.operan) or (not cara.tepat and not nilai[-1]):
            continue
        hitung = cara.hitung(nilai)
        batas = _batas(cara, operan, hitung, z)
        if abs(hitung - z[0]) > batas:
            if any(abs(x - z[0]) <= batas for x in cara.lain(nilai)):
                continue
            if cara.lain is _negatif and hitung > z[0] == tertinggi:
                continue  # the cap of the report, whatever it is
            gagal.append(n)
            if len(gagal) * (1 + PALING_SALAH) > max(BARIS_COBA, len(sesuai) + len(gagal)):
                return None
            continue
        sesuai.append(n)
        semua = (*nilai, z[0])
        if len(set(semua)) == len(semua) and BIASA.isdisjoint(map(abs, semua)):
            digit[semua] = log10(max(abs(z[0]) / max(2 * batas, 0 if z[1] else 1), 1))
    if len(digit) < BARIS_BUKTI or len(sesuai) < PALING_SALAH * len(gagal):
        return None
    return sum(digit.values()), RumusTersirat(i, cara.operan, cara.nama, cara.rumus(), tuple(sesuai), tuple(gagal))


def _batas(cara: _Cara, operan: Sequence[Cetak], hitung: float, z: Cetak) -> float:
    """By how much a line may differ from what it is reckoned as."""
    if cara.tepat:
        return sum(setengah for _, setengah in operan) + z[1] + abs(hitung) * 1e-9
    nisbi = sum(setengah / abs(x) for x, setengah in operan if x)
    return max(LONGGAR * z[1], z[1] + nisbi * (abs(hitung) + SERATUS * (cara.nama == "pertumbuhan"))) + 1e-9
