"""The rules: what must hold in a report. One module a subject; each declares relations and no more."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sakip.aturan.definisi import Aturan

__all__ = ["VERSI", "katalog", "plugin"]

VERSI = "2026.1"
"""The version of the rule set; outputs carry it."""

_MODUL = (
    "anggaran",
    "bacaan",
    "kode_anggaran",
    "tabel",
    "kinerja",
    "efisiensi",
    "fakta_sama",
    "deret_target",
    "perjanjian",
    "pernyataan",
    "kaskade",
    "jabatan",
    "narasi",
    "penomoran",
    "kewajaran",
    "perbandingan",
    "bagian_wajar",
    "metode_laporan",
    "nama_notasi",
    "isi_kolom",
    "lintas",
)


@cache
def katalog() -> tuple[Aturan, ...]:
    """The rules of `sakip`, by code."""
    semua = [a for m in _MODUL for a in import_module(f"sakip.aturan.{m}").ATURAN]
    return tuple(sorted(semua, key=lambda a: a.kode))


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
