"""Short reprs of objects that hold many others: what a debugger or a failing test can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import attrs

__all__ = ["short_repr"]

TERPANJANG = 60
"""Characters of a field that are shown as they are; a repr of ten such fields fits a screen."""


def short_repr(_kelas: type, bidang: list[attrs.Attribute]) -> list[attrs.Attribute]:  # type: ignore[type-arg] # of any field
    """A field transformer for attrs: each field shows itself, or says what it is and how much of it there is."""
    return [a.evolve(repr=_tampak) if a.repr is True else a for a in bidang]


def _tampak(x: object) -> str:
    if isinstance(x, tuple | frozenset) and len(x) > 1:
        return f"<{len(x)} {type(next(iter(x))).__name__}>"
    teks = repr(x)
    return teks if len(teks) <= TERPANJANG else f"<{type(x).__name__}>"
