"""Connected groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["rumpun"]

T = TypeVar("T")


def rumpun(anggota: Iterable[T], tetangga: Callable[[T], Iterable[T]]) -> list[list[T]]:
    """The connected groups of some members, in the order given; `tetangga` goes both ways."""
    sisa = dict.fromkeys(anggota)
    hasil: list[list[T]] = []
    while sisa:
        satu = next(iter(sisa))
        del sisa[satu]
        kelompok, antre = [], [satu]
        while antre:
            x = antre.pop()
            kelompok.append(x)
            for y in tetangga(x):
                if y in sisa:
                    del sisa[y]
                    antre.append(y)
        hasil.append(kelompok)
    return hasil
