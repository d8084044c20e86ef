"""The real report, read and reviewed once in a process, whichever modules look at it: nobody can change either."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tests.tempat import CONTOH, NASKAH

from sakip.pembaca import baca, baca_rinci
from sakip.tinjauan.engine import reviu

if TYPE_CHECKING:
    from sakip.model.laporan import Laporan
    from sakip.pembaca.hasil import Pembacaan
    from sakip.tinjauan.engine import Reviu


@cache
def laporan_contoh() -> Laporan:
    """The example, from its data folder."""
    return baca(str(CONTOH))


@cache
def reviu_contoh() -> Reviu:
    """Its review."""
    return reviu(laporan_contoh())


@cache
def pembacaan_naskah() -> Pembacaan:
    """The text of the same report, as read."""
    return baca_rinci(NASKAH)


@cache
def reviu_naskah() -> Reviu:
    """The review of that text."""
    return reviu(pembacaan_naskah().laporan)
