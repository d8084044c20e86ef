"""The rules: what must hold in a report. One module a subject; each declares relations and no more."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip.aturan.definisi import Aturan, Keluarga

__all__ = ["VERSI", "bersifat", "katalog", "keluarga", "plugin"]

VERSI = "2026.1"
"""The version of the rule set; outputs carry it."""


@cache
def _isi() -> tuple[tuple[Aturan, ...], tuple[Keluarga, ...]]:
    """The rules and families of the modules of this package."""
    modul = (import_module(f"{__name__}.{m.name}") for m in iter_modules(__path__) if not m.ispkg)
    return _pilah(x for m in modul for x in vars(m).values())


def _pilah(isi: Iterable[object]) -> tuple[tuple[Aturan, ...], tuple[Keluarga, ...]]:
    """The rules and families among the things of a module, each once, found by what they are."""
    from sakip.aturan.definisi import Aturan, Keluarga

    semua = {id(x): x for x in isi}.values()
    aturan = (x for x in semua if isinstance(x, Aturan))
    keluarga = (x for x in semua if isinstance(x, Keluarga))
    return tuple(sorted(aturan, key=lambda a: a.kode)), tuple(sorted(keluarga, key=lambda k: k.huruf))


def katalog() -> tuple[Aturan, ...]:
    """The rules of `sakip`, by code."""
    return _isi()[0]


def keluarga() -> tuple[Keluarga, ...]:
    """The families of rules, by their letters: those of `sakip` and of installed plugins."""
    semua = {k.huruf: k for k in (*plugin().keluarga, *_isi()[1])}
    return tuple(semua[huruf] for huruf in sorted(semua))


class Plugin(NamedTuple):
    """What installed plugins bring: rules, families, and (name, message) of each plugin that could not be loaded."""

    aturan: tuple[Aturan, ...]
    keluarga: tuple[Keluarga, ...]
    galat: tuple[tuple[str, str], ...]


@cache
def bersifat(sifat: str) -> str:
    """The code of the rule of `sakip` with a property; see `definisi.SIFAT`.

    Raises:
        ValueError: not exactly one rule has it.
    """
    (kode,) = (a.kode for a in katalog() if sifat in a.sifat)
    return kode


@cache
def plugin() -> Plugin:
    """The rules and families of installed plugins.

    Looked for once in a process: reading what is installed takes as long as a small review.

    A plugin is an entry point of the group `sakip.aturan` that names a module, an `Aturan`, several rules and families,
    or a function without arguments that returns them.
    """
    from importlib.metadata import entry_points

    isi: list[object] = []
    galat: list[tuple[str, str]] = []
    for titik in sorted(entry_points(group="sakip.aturan"), key=lambda t: t.name):
        try:
            milik: Any = titik.load()
            milik = vars(milik).values() if isinstance(milik, ModuleType) else milik() if callable(milik) else milik
            isi += [milik] if hasattr(milik, "kode") else list(milik)
        except Exception as e:  # noqa: BLE001 - whatever a plugin does, the review stands
            galat.append((titik.name, f"{type(e).__name__}: {e}"))
    return Plugin(*_pilah(isi), tuple(galat))
