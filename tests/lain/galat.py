"""One wrong digit in a table of a consistent report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from .angka import Angka
from .dokumen import buat
from .periksa import patah

if TYPE_CHECKING:
    from .angka import Relasi
    from .naskah import Dokumen

CUKUP = 3
"""So many other lines bear a convention out."""


@dataclass(frozen=True)
class Galat:
    """What was done to a report."""

    sel: Angka
    baris: int
    salah: str
    benar: str
    patah: tuple[Relasi, ...]
    terputuskan: bool
    """Whether a broken relation is determined by words, or by the other lines of its table."""


def rusak(benih: int) -> tuple[Dokumen, Galat]:
    """The report of this seed with one digit changed in a table, so that a declared relation breaks."""
    baik, r = buat(benih), Random(f"galat {benih}")  # noqa: S311  # faults, not secrets
    sel = [s for x in baik.relasi for s in (x.hasil, *x.operan) if isinstance(s, Angka) and s.di_tabel]
    sel = list(dict.fromkeys(sel))
    while True:
        s = r.choice(sel)
        i = r.choice([i for i, c in enumerate(s.teks) if c.isdigit() and i >= len(s.notasi.depan)])
        salah = s.teks[:i] + r.choice("0123456789") + s.teks[i + 1 :]
        if not _wajar(s, salah):
            continue
        dok = _ganti(baik, s, salah)
        putus = tuple(x for x in baik.relasi if (s is x.hasil or s in x.operan) and patah(dok, x))
        if putus:
            return dok, Galat(s, s.baris, salah, s.teks, putus, any(_terputuskan(baik, x, putus) for x in putus))


def _wajar(s: Angka, salah: str) -> bool:
    """A figure that a hand may have typed: no zero, no leading zero that was not there."""
    return salah != s.teks and s.notasi.urai(salah) > 0 and s.notasi.cetak(s.notasi.urai(salah)) == salah


def _ganti(dok: Dokumen, s: Angka, teks: str) -> Dokumen:
    baris = dok.teks.split("\n")
    lama = baris[s.baris - 1]
    baris[s.baris - 1] = lama[: s.awal] + teks + lama[s.akhir :]
    return replace(dok, teks="\n".join(baris))


def _terputuskan(dok: Dokumen, x: Relasi, putus: tuple[Relasi, ...]) -> bool:
    return x.kata or sum(y.kelompok == x.kelompok and y not in putus for y in dok.relasi) >= CUKUP
