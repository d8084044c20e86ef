"""The figures that hold only by rounding, each with what the figures that it follows from give as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.angka.interval import Interval
from sakip.relasi import Peringkat, Putusan, Rumusan, Sama
from sakip.temuan.nilai import tulis_nilai

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir
    from sakip.teks.kalimat import Isi
    from sakip.tinjauan.engine import HasilRelasi, Reviu

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
            butir, dihitung = _uraikan(h)
            yield Pembulatan(h.kode, butir, dihitung, h.evaluasi.alasan)


def _uraikan(h: HasilRelasi) -> tuple[Butir, str]:
    r = h.relasi
    if isinstance(r, Rumusan):
        nama = h.evaluasi.jalur
        semua = [n for j in r.jalur_berlaku({}) if j.nama == nama and (n := r.hitung(j)) is not None]
        return r.hasil, tulis_nilai(r.hasil, Interval.titik(semua[0])) if semua else ""
    if isinstance(r, Sama):
        halus = min(r.cetakan, key=lambda b: b.setengah)
        kasar = next((b for b in r.cetakan if b.nilai != halus.nilai), halus)
        return kasar, halus.teks
    if isinstance(r, Peringkat):
        return r.label, r.nilai.teks
    return r.butir[0], ""
