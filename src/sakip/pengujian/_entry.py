"""What Hypothesis loads, wherever both are installed: strategies for `st.from_type`.

Hypothesis calls this while it is being imported, perhaps by `sakip.pengujian.strategi` itself; so the
strategies are looked up when a type is first asked for, not here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

__all__ = ["daftarkan"]


def daftarkan() -> None:
    """Register the strategies of the public types."""
    from hypothesis import strategies as st

    from sakip.angka import Angka
    from sakip.lokasi import Lokasi
    from sakip.model.indikator import Indikator
    from sakip.model.laporan import Laporan, Metode
    from sakip.model.narasi import Klaim
    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.model.sel import Sel
    from sakip.model.tabel import Tabel

    st.register_type_strategy(Angka, _nanti("angka"))
    st.register_type_strategy(Indikator, _nanti("indikator"))
    st.register_type_strategy(Klaim, _nanti("klaim"))
    st.register_type_strategy(Laporan, _nanti("laporan_konsisten"))
    st.register_type_strategy(Lokasi, _nanti("lokasi"))
    st.register_type_strategy(Metode, _nanti("metode"))
    st.register_type_strategy(PerjanjianKinerja, _nanti("perjanjian"))
    st.register_type_strategy(Sel, _nanti("sel"))
    st.register_type_strategy(Tabel, _nanti("tabel"))


def _nanti(nama: str) -> Callable[[type[Any]], SearchStrategy[Any]]:
    """A strategy of `sakip.pengujian.strategi`, made when it is drawn from."""

    def strategi(_tipe: type[Any]) -> SearchStrategy[Any]:
        hasil: SearchStrategy[Any] = getattr(import_module("sakip.pengujian.strategi"), nama)()
        return hasil

    return strategi
