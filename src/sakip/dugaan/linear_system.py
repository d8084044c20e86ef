"""Values that several relations give only together: as many equations as unknowns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.relasi.persamaan import NOL, kurangi

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from sakip.angka.interval import Interval
    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi
    from sakip.relasi.persamaan import Persamaan

__all__ = ["selesaikan_bersama"]


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
        for p in r.persamaan(belum, nilai):
            for b in [b for b in p if b in bentuk]:
                kurangi(p, bentuk[b], p[b])
            poros = next((b for b in sorted(filter(None, p), key=lambda b: b.urut)), None)
            if poros is None:
                if p.get(None):
                    return {}
                continue
            satu = {b: n / p[poros] for b, n in p.items()}
            for lain in bentuk.values():
                if poros in lain:
                    kurangi(lain, satu, lain[poros])
            bentuk[poros] = satu
    return {b: -p.get(None, NOL) for b, p in bentuk.items() if b is not None and all(x is b or x is None for x in p)}
