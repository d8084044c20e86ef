"""What a percentage is of: each reading of a column weighed by the lines that would be wrong under it.

A heading such as `%` or `Capaian` fits several readings. Each is stated here, with the lines that hold under it and its
cost: for departing from the words, and for each column between it and what it is reckoned from.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Angka, Jenis
from sakip.angka.notasi import kosong
from sakip.errors import AngkaError
from sakip.model.peran import peran_kunci
from sakip.model.timbangan import BIAYA_KATA, Bobot, terbaik

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["BERSAING", "RENSTRA", "Tafsiran", "berencana", "nilai_sel", "tafsirkan_persen"]

BIAYA_JARAK = Fraction(1, 10)
"""A column between a percentage and what it is reckoned from."""
LONGGAR = Fraction(3, 2)
"""Units of the last digit printed by which a line may differ: reckoned from rounded or cut figures."""

RENSTRA = "Renstra"
"""The label of what is of all years of a plan."""
SERATUS = 100


@attrs.frozen(slots=True)
class Tafsiran:
    """A reading of a column.

    Attributes:
        peran: its role.
        operan: the columns it is reckoned from.
        bobot: what speaks for and against it.
    """

    peran: str
    operan: tuple[int, ...]
    bobot: Bobot


def _rasio(a: Fraction, b: Fraction) -> Iterator[Fraction]:
    if b:
        yield SERATUS * a / b


def _capaian(t: Fraction, r: Fraction) -> Iterator[Fraction]:
    """The usual variants, and the usual caps of what goes beyond them."""
    if t:
        yield from (SERATUS * r / t, SERATUS * (2 * t - r) / t)
    if r:
        yield SERATUS * t / r
    if t and r > t:
        yield from (Fraction(100), Fraction(120))


_CARA: tuple[tuple[str, tuple[str, str], Callable[[Fraction, Fraction], Iterator[Fraction]]], ...] = (
    ("capaian", ("target", "realisasi"), _capaian),
    ("serapan", ("realisasi_anggaran", "pagu"), _rasio),
    ("sisa_persen", ("sisa", "pagu"), _rasio),
    ("capaian_akhir", ("target_akhir", "realisasi"), _capaian),
    ("capaian_akhir", ("target_renstra", "realisasi"), _capaian),
)
"""Each role of a percentage, what it is reckoned from, and how."""

BERSAING = {"persen", *(peran for peran, _, _ in _CARA)}
"""Roles that the words of a heading alone do not tell apart."""


def berencana(kunci: str) -> bool:
    """Whether a column holds targets or money of the strategic plan: a figure of one year is set against its end."""
    peran = peran_kunci(kunci)
    return kunci == f"pagu:{RENSTRA}" or (peran is not None and peran.rencana == "renstra")


def tafsirkan_persen(
    i: int, peran: Sequence[str], periode: Sequence[int | None], data: Sequence[Sequence[str]]
) -> Tafsiran | None:
    """The best reading of column `i`; None where no column beside it says what it could be of.

    Args:
        i: the column.
        peran: the roles of all columns, by their words.
        periode: the years that their headings name.
        data: the cells of the lines, column by column.
    """
    calon = [
        _uji(i, nama, operan, cara, peran[i], data)
        for nama, dari, cara in _CARA
        for operan in _operan(i, dari, peran, periode)
    ]
    return terbaik(calon, lambda t: t.bobot)


def _operan(
    i: int, dari: tuple[str, str], peran: Sequence[str], periode: Sequence[int | None]
) -> Iterator[tuple[int, int]]:
    """The pairs of columns that column `i` may be reckoned from: of one year, its own where it has one."""
    kiri, kanan = ([j for j, p in enumerate(peran) if p.partition(":")[0] == d] for d in dari)
    if dari[0] == "target_renstra" and ("target_akhir" in peran or len(kiri) > 1):
        return  # of a plan printed year by year no one target is its end
    for a in kiri:
        for b in kanan:
            if dari[0] == "target_renstra" and _setahun(i, a, peran, periode):
                continue
            tahun = {periode[x] for x in (a, b) if periode[x] is not None and not berencana(peran[x])}
            if len(tahun) <= 1 and (periode[i] is None or not tahun or periode[i] in tahun):
                yield a, b


def _setahun(i: int, a: int, peran: Sequence[str], periode: Sequence[int | None]) -> bool:
    """Whether the plan's target in column `a` is of the year of column `i`, beside no other target of that year."""
    sendiri = any(p == "target" and n == periode[i] for p, n in zip(peran, periode, strict=True))
    return periode[i] is not None and periode[a] == periode[i] and not sendiri


def _uji(
    i: int,
    nama: str,
    operan: tuple[int, int],
    cara: Callable[[Fraction, Fraction], Iterator[Fraction]],
    kata: str,
    data: Sequence[Sequence[str]],
) -> Tafsiran:
    sesuai = gagal = 0
    for a, b, c in zip(data[operan[0]], data[operan[1]], data[i], strict=True):
        x, y, z = nilai_sel(a), nilai_sel(b), nilai_sel(c)
        if x is None or y is None or z is None:
            continue
        batas = LONGGAR * 2 * z.setengah
        if any(abs(n - z.pecahan) <= batas for n in cara(x.pecahan, y.pecahan)):
            sesuai += 1
        else:
            gagal += 1
    # Nearer is what stands to the left: a percentage follows what it is reckoned from.
    jarak = sum(abs(i - j) if j < i else 3 * abs(i - j) for j in operan)
    biaya = BIAYA_JARAK * jarak + (BIAYA_KATA if kata not in {nama, "persen"} else 0)
    return Tafsiran(nama, operan, Bobot(sesuai, gagal, biaya))


def nilai_sel(teks: str) -> Angka | None:
    """The figure that a cell prints, whatever its role; None where it prints none."""
    if kosong(teks):
        return None
    jenis = (
        Jenis.PERSEN if "%" in teks else Jenis.RUPIAH if "rp" in teks.casefold() or teks.count(".") > 1 else Jenis.NILAI
    )
    try:
        return Angka.baca(teks, jenis)
    except AngkaError:
        return None
