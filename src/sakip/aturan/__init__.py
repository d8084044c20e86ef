"""The rules: what must hold in a report. One module a subject; each declares relations and no more."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sakip.aturan.definisi import Aturan, Keluarga

__all__ = ["VERSI", "bersifat", "katalog", "keluarga", "plugin"]

VERSI = "2026.1"
"""The version of the rule set; outputs carry it."""


@cache
def _isi() -> tuple[tuple[Aturan, ...], tuple[Keluarga, ...]]:
    """The rules and families of the modules of this package, found by what they are."""
    from sakip.aturan.definisi import Aturan, Keluarga

    semua: dict[int, Aturan | Keluarga] = {}
    for m in iter_modules(__path__):
        if not m.ispkg:
            isi = vars(import_module(f"{__name__}.{m.name}")).values()
            semua.update((id(x), x) for x in isi if isinstance(x, (Aturan, Keluarga)))
    aturan = (x for x in semua.values() if isinstance(x, Aturan))
    keluarga = (x for x in semua.values() if isinstance(x, Keluarga))
    return tuple(sorted(aturan, key=lambda a: a.kode)), tuple(sorted(keluarga, key=lambda k: k.huruf))


def katalog() -> tuple[Aturan, ...]:
    """The rules of `sakip`, by code."""
    return _isi()[0]


def keluarga() -> tuple[Keluarga, ...]:
    """The families of rules, by their letters."""
    return _isi()[1]


@cache
def bersifat(sifat: str) -> str:
    """The code of the rule of `sakip` with a property; see `definisi.SIFAT`.

    Raises:
        ValueError: not exactly one rule has it.
    """
    (kode,) = (a.kode for a in katalog() if sifat in a.sifat)
    return kode


@cache
def plugin() -> tuple[tuple[Aturan, ...], tuple[tuple[str, str], ...]]:
    """The rules of installed plugins, and (name, message) of each plugin that could not be loaded.

    Looked for once in a process: reading what is installed takes as long as a small review.

    A plugin is an entry point of the group `sakip.aturan` that names an `Aturan`, several, or a function
    without arguments that returns them.
    """
    from importlib.metadata import entry_points

    aturan: list[Aturan] = []
    galat: list[tuple[str, str]] = []
    for titik in sorted(entry_points(group="sakip.aturan"), key=lambda t: t.name):
        try:
            isi: Any = titik.load()
            isi = isi() if callable(isi) else isi
            aturan += [isi] if hasattr(isi, "kode") else list(isi)
        except Exception as e:  # noqa: BLE001 - whatever a plugin does, the review stands
            galat.append((titik.name, f"{type(e).__name__}: {e}"))
    return tuple(aturan), tuple(galat)
