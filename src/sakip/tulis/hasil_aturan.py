"""What each rule came to in a review, as the pages and the terminal show it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from sakip.relasi import Putusan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.definisi import Aturan
    from sakip.tinjauan.engine import Reviu
    from sakip.tinjauan.selection import Pilihan

__all__ = ["DIHITUNG", "HasilAturan", "aturan_tanpa_bahan", "hasil_aturan"]

DIHITUNG = tuple(p for p in Putusan if p is not Putusan.GALAT_ATURAN)
"""The outcomes that relations of a rule have; a rule that failed has none."""


@attrs.frozen(slots=True)
class HasilAturan:
    """A rule: how many of its relations had each outcome, in the order of `DIHITUNG`, and how many findings it made."""

    kode: str
    putusan: tuple[int, ...]
    temuan: int


def hasil_aturan(reviu: Reviu) -> list[HasilAturan]:
    """Every rule that spoke, by code."""
    putusan = Counter((h.kode, h.putusan) for h in reviu.relasi)
    temuan = Counter(t.kode for t in reviu.temuan)
    berbicara = sorted({*(kode for kode, _ in putusan), *temuan})
    return [HasilAturan(k, tuple(putusan[k, p] for p in DIHITUNG), temuan[k]) for k in berbicara]


def aturan_tanpa_bahan(reviu: Reviu, aturan: Mapping[str, Aturan], pilihan: Pilihan) -> list[str]:
    """The codes of the rules that were to run and found nothing to check."""
    dikenal = {*(h.kode for h in reviu.relasi), *(t.kode for t in reviu.temuan), *(g.kode for g in reviu.galat)}
    return [k for k, a in aturan.items() if k not in dikenal and a.jalankan and pilihan.berlaku(k)]
