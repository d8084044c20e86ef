"""The rules: what must hold in a report. One module a subject; each declares relations and no more."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sakip.aturan.definisi import Aturan

__all__ = ["VERSI", "katalog"]

VERSI = "2026.1"
"""The version of the rule set; outputs carry it."""

_MODUL = (
    "anggaran",
    "tabel",
    "kinerja",
    "efisiensi",
    "fakta_sama",
    "deret_target",
    "perjanjian",
    "kaskade",
    "jabatan",
    "narasi",
    "penomoran",
    "kewajaran",
    "metode_laporan",
    "nama_notasi",
)


@cache
def katalog() -> tuple[Aturan, ...]:
    """All rules by code."""
    semua = [a for m in _MODUL for a in import_module(f"sakip.aturan.{m}").ATURAN]
    return tuple(sorted(semua, key=lambda a: a.kode))
