"""Suggestions for misspelled words."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["maksud"]

PILIHAN_TERBANYAK = 1000
"""Choices that are compared; a folder with more has other worries than a spelling."""


def maksud(tertulis: str, pilihan: Iterable[str]) -> str:
    """`; maksud Anda 'satuan'?` for the most similar choice; empty when none is similar."""
    from difflib import get_close_matches

    semua = {p.casefold(): p for p in islice(pilihan, PILIHAN_TERBANYAK)}
    dekat = get_close_matches(tertulis.casefold()[:200], semua, 1, 0.6)
    return f"; maksud Anda '{semua[dekat[0]]}'?" if dekat else ""
