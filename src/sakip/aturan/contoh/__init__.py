"""A failing and a passing example of each rule: small reports, run as tests and shown by `sakip aturan`.

One module a family of rules. Each report is invented; the two of a rule are identical but for the one
thing that is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh import (
    anggaran,
    efisiensi,
    kaskade,
    lintas,
    penulisan,
    perjanjian,
    tabel,
    target,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan

__all__ = ["CONTOH"]

CONTOH: Mapping[str, Pasangan] = {
    kode: contoh
    for modul in (anggaran, tabel, target, efisiensi, perjanjian, kaskade, penulisan, lintas)
    for kode, contoh in modul.CONTOH.items()
}
"""The wrong and the right report of each rule, by code."""
