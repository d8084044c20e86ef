"""Sumber: where a builder takes its choices from: a seeded generator, or Hypothesis.

A builder asks for whole numbers and picks, the simplest choice first, so that Hypothesis can shrink what it
builds and a benchmark can build the same reports without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

__all__ = ["Sumber", "SumberAcak", "SumberTarik", "ambil", "bagi", "kocok"]

T = TypeVar("T")


class Sumber(Protocol):
    """Whole numbers on demand."""

    def bulat(self, bawah: int, atas: int) -> int:
        """A number from `bawah` to `atas`, both included; the one nearest to zero is the simplest."""
        ...

    def pilih(self, daftar: Sequence[T]) -> T:
        """One of the list; the first is the simplest."""
        ...

    def benar(self, dari: int = 2) -> bool:
        """True once in `dari` times; False is the simplest."""
        ...


@attrs.frozen
class SumberAcak:
    """Choices of a seeded generator: the same seed, the same report."""

    acak: Random

    def bulat(self, bawah: int, atas: int) -> int:
        """See `Sumber`."""
        return self.acak.randint(bawah, atas)

    def pilih(self, daftar: Sequence[T]) -> T:
        """See `Sumber`."""
        return daftar[self.acak.randrange(len(daftar))]

    def benar(self, dari: int = 2) -> bool:
        """See `Sumber`."""
        return self.acak.randrange(dari) == dari - 1


@attrs.frozen
class SumberTarik:
    """Choices of Hypothesis, through `draw` of a composite strategy."""

    draw: Callable[..., int]

    def bulat(self, bawah: int, atas: int) -> int:
        """See `Sumber`."""
        from hypothesis import strategies as st

        return self.draw(st.integers(bawah, atas))

    def pilih(self, daftar: Sequence[T]) -> T:
        """See `Sumber`."""
        return daftar[self.bulat(0, len(daftar) - 1)]

    def benar(self, dari: int = 2) -> bool:
        """See `Sumber`."""
        return self.bulat(0, dari - 1) == dari - 1


def kocok(s: Sumber, daftar: Sequence[T]) -> list[T]:
    """The list in any order; as it is when every choice is the simplest."""
    sisa = list(daftar)
    return [sisa.pop(s.bulat(0, len(sisa) - 1)) for _ in daftar]


def ambil(s: Sumber, daftar: Sequence[T], banyak: int) -> list[T]:
    """`banyak` different members of the list."""
    sisa = list(daftar)
    return [sisa.pop(s.bulat(0, len(sisa) - 1)) for _ in range(min(banyak, len(daftar)))]


def bagi(s: Sumber, daftar: Sequence[T], banyak: int) -> list[list[T]]:
    """The list cut into at most `banyak` parts that follow each other, none of them empty."""
    n = min(banyak, len(daftar))
    potong = sorted(ambil(s, range(1, len(daftar)), n - 1))
    return [list(daftar[a:b]) for a, b in zip([0, *potong], [*potong, len(daftar)], strict=True)] if daftar else []
