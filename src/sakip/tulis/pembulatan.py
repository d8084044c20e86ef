"""The figures that hold only by rounding, each with what the figures that it follows from give as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.relasi import Putusan
from sakip.temuan.nilai import tulis_nilai

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir
    from sakip.teks.kalimat import Isi
    from sakip.tinjauan.engine import Reviu

__all__ = ["Pembulatan", "daftar_pembulatan"]


@attrs.frozen(slots=True)
class Pembulatan:
    """A figure that holds only by rounding.

    Attributes:
        kode: the rule.
        butir: the figure.
        dihitung: what the printed figures give, in its notation; the finest print where several print one fact.
        alasan: how it holds, where that is not by the rounding of operands: digits were cut off.
    """

    kode: str
    butir: Butir
    dihitung: str
    alasan: Isi = ""


def daftar_pembulatan(reviu: Reviu) -> Iterator[Pembulatan]:
    """Every relation that holds only by rounding, in the order of the report."""
    for h in reviu.relasi:
        if h.putusan is Putusan.PEMBULATAN:
            butir, nilai = h.relasi.pembulatan(h.evaluasi)
            yield Pembulatan(h.kode, butir, tulis_nilai(butir, nilai), h.evaluasi.alasan)
