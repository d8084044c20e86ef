"""What an object states, as one comparable value: for objects that the engine tells apart by identity."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import attrs

__all__ = ["by_value"]


def by_value(x: object) -> object:
    """The fields of `x` and of whatever it holds, in nested tuples: equal where two objects say the same.

    Relations and prints are keys of the engine by identity, which a comparison of their fields would slow down; a
    review that was kept, sent or made anew is the same review all the same.
    """
    kelas = type(x)
    if (nama := _bidang(kelas)) is not None:  # type: ignore[arg-type] # mypy holds a class for unhashable
        return (kelas.__qualname__, *(by_value(getattr(x, n)) for n in nama))
    if isinstance(x, tuple | list):
        return tuple(map(by_value, x))
    if isinstance(x, Mapping):
        return tuple((k, by_value(v)) for k, v in x.items())
    return x


@cache
def _bidang(kelas: type) -> tuple[str, ...] | None:
    return tuple(a.name for a in attrs.fields(kelas) if a.init) if attrs.has(kelas) else None
