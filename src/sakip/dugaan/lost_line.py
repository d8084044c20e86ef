"""A line that was lost: the totals exceed their lines in several columns, by figures that make up a line themselves."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["BarisHilang", "cari_baris_hilang"]

SERUMPUN = frozenset({"jumlah", "selisih"})
"""Relations along a line that hold for each of its lines as for their total."""


@attrs.frozen(slots=True, eq=False)
class BarisHilang:
    """The sums that fail for want of one line.

    Attributes:
        relasi: the sums.
        isi: what the line printed, by the total it went into.
        cacahan: counts and ranks of the table's lines that are one too high without it.
    """

    relasi: tuple[Relasi, ...]
    isi: Mapping[Butir, Fraction]
    cacahan: tuple[Relasi, ...] = ()


def cari_baris_hilang(gagal: Iterable[Relasi], relasi: Mapping[Butir, list[Relasi]]) -> list[BarisHilang]:
    """The lost lines, in the order of the report.

    Args:
        gagal: the relations that fail.
        relasi: all relations of each figure.
    """
    semua = dict.fromkeys(gagal)
    baris: dict[tuple[str, int], list[Relasi]] = defaultdict(list)
    for r in semua:
        if r.bagian and _tegak(r):
            baris[_baris(r.butir[0])].append(r)
    hasil = []
    for milik in baris.values():
        isi: dict[Butir, Fraction] = {}
        for r in milik:
            y, bagian = r.butir[0], r.dihitung
            isi[y] = Fraction(0) if bagian is None or y.nilai is None else y.nilai - bagian
        wajar = all(n and (n > 0 or b.peran.boleh_negatif) for b, n in isi.items())
        if wajar and not _ada_lain(milik, semua, relasi) and not _tersalin(milik) and _satu_baris(isi, relasi):
            wadah = milik[0].butir[0].wadah
            hasil.append(BarisHilang(tuple(milik), isi, tuple(r for r in semua if _kurang_satu(r, wadah))))
    return hasil


def _ada_lain(milik: list[Relasi], gagal: Collection[Relasi], relasi: Mapping[Butir, list[Relasi]]) -> bool:
    """Whether a figure of these sums stands in another relation that fails."""
    sendiri: set[Relasi] = set(milik)
    return any(r in gagal and r not in sendiri for m in milik for b in m.butir for r in relasi.get(b, ()))


def _kurang_satu(r: Relasi, wadah: str) -> bool:
    """Whether it says of the table's lines that there are one more than are printed."""
    if r.hasil is None or r.hasil.nilai is None:
        return False
    kurang = r.hasil.nilai - 1
    return any(b.tetap and b.wadah == wadah and b.nilai == kurang for b in r.butir)


def _baris(b: Butir) -> tuple[str, int]:
    return b.susunan[0].partition("|")[0], b.susunan[1]


def _tegak(r: Relasi) -> bool:
    """Whether all its figures stand in one column."""
    kolom = r.butir[0].susunan[0]
    return bool(kolom) and all(b.susunan[0] == kolom for b in r.butir)


def _tersalin(milik: list[Relasi]) -> bool:
    """Whether two of the lines print the same in every one of these columns: then one was copied, and none lost."""
    baris: dict[int, list[Fraction | None]] = defaultdict(list)
    for r in milik:
        for b in r.bagian:
            baris[b.susunan[1]].append(b.nilai)
    isi = [tuple(b) for b in baris.values() if any(b)]
    return len(set(isi)) < len(isi)


def _satu_baris(isi: Mapping[Butir, Fraction], relasi: Mapping[Butir, list[Relasi]]) -> bool:
    """Whether all that must hold along the line of totals holds for what is missing.

    That must say something, and leave more than one figure free: a single wrong figure takes its results along too.
    """
    mendatar = {
        r: sum(b in isi for b in r.butir)
        for x in isi
        for r in relasi.get(x, ())
        if r.jalur and r.jenis in SERUMPUN and {_baris(b) for b in r.butir} == {_baris(x)}
    }
    mengikat = sum(n > 1 for n in mendatar.values())
    return 0 < mengikat < len(isi) - 1 and all(
        r.jalur[0].rumus.hitung({b: isi.get(b, Fraction(0)) for b in r.jalur[0].operan})
        == isi.get(r.butir[0], Fraction(0))
        for r in mendatar
    )
