"""Values that several relations give only together: as many equations as unknowns."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from sakip.angka.interval import Interval
from sakip.hukum.rumus import Suku
from sakip.relasi import Rumusan, Sama

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["selesaikan_bersama"]

NOL = Fraction(0)
SATU = Suku(Fraction(1))

Persamaan = dict["Butir | None", Fraction]
"""A sum that is zero: the factor of each unknown, and under None what is known."""


def selesaikan_bersama(
    relasi: Iterable[Relasi], belum: set[Butir], nilai: Mapping[Butir, Interval | str]
) -> dict[Butir, Fraction]:
    """The unknowns that the relations settle together, taken at the centre of what each print stands for.

    Args:
        relasi: what must hold.
        belum: the unknowns.
        nilai: values that stand in place of the printed ones.

    Returns:
        The values; none when the relations contradict each other.
    """
    bentuk: dict[Butir | None, Persamaan] = {}  # each pivot, once its equation is free of all other pivots
    for r in relasi:
        for p in _persamaan(r, belum, nilai):
            for b in [b for b in p if b in bentuk]:
                _kurangi(p, bentuk[b], p[b])
            poros = next((b for b in sorted(filter(None, p), key=lambda b: b.urut)), None)
            if poros is None:
                if p.get(None):
                    return {}
                continue
            satu = {b: n / p[poros] for b, n in p.items()}
            for lain in bentuk.values():
                if poros in lain:
                    _kurangi(lain, satu, lain[poros])
            bentuk[poros] = satu
    return {b: -p.get(None, NOL) for b, p in bentuk.items() if b is not None and all(x is b or x is None for x in p)}


def _kurangi(p: Persamaan, q: Persamaan, kali: Fraction) -> None:
    for b, n in q.items():
        sisa = p.get(b, NOL) - kali * n
        if sisa or b is None:
            p[b] = sisa
        else:
            p.pop(b, None)


def _persamaan(r: Relasi, belum: set[Butir], nilai: Mapping[Butir, Interval | str]) -> Iterator[Persamaan]:
    """A relation as equations; none where two unknowns are multiplied, or the formula has bounds or several ways."""
    if isinstance(r, Sama):
        bebas = [b for b in r.cetakan if b in belum]
        for a, b in pairwise(bebas):
            yield {a: Fraction(1), b: Fraction(-1)}
        return
    if not isinstance(r, Rumusan) or len(r.jalur) != 1 or belum.isdisjoint(r.butir):
        return
    (jalur,) = r.jalur
    rumus = jalur.rumus
    atas = _linear(rumus.pembilang, belum, nilai)
    bawah = _linear(rumus.penyebut or (SATU,), belum, nilai)
    if atas is None or bawah is None or rumus.batas_atas is not None or rumus.batas_bawah is not None:
        return
    p: Persamaan = {}
    if r.hasil not in belum:
        _kurangi(p, bawah, -_tengah(r.hasil, nilai))
    elif set(bawah) == {None} and bawah[None]:
        p[r.hasil] = bawah[None]
    else:
        return
    _kurangi(p, atas, Fraction(1))
    yield p


def _linear(suku: Iterable[Suku], belum: set[Butir], nilai: Mapping[Butir, Interval | str]) -> Persamaan | None:
    hasil: Persamaan = {}
    for s in suku:
        koef = s.koef
        peubah: Butir | None = None
        for b in cast("tuple[Butir, ...]", s.dari):
            if b not in belum:
                koef *= _tengah(b, nilai)
            elif peubah is None:
                peubah = b
            else:
                return None
        _kurangi(hasil, {peubah: koef}, Fraction(-1))
    return hasil


def _tengah(b: Butir, nilai: Mapping[Butir, Interval | str]) -> Fraction:
    n = nilai.get(b, b.interval)
    return n.tengah if isinstance(n, Interval) else NOL
