"""What Hypothesis loads, wherever both are installed: strategies for `st.from_type`."""

from __future__ import annotations

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
    from sakip.pengujian import strategi

    st.register_type_strategy(Angka, strategi.angka())
    st.register_type_strategy(Indikator, strategi.indikator())
    st.register_type_strategy(Klaim, strategi.klaim())
    st.register_type_strategy(Laporan, strategi.laporan_konsisten())
    st.register_type_strategy(Lokasi, strategi.lokasi())
    st.register_type_strategy(Metode, strategi.metode())
    st.register_type_strategy(PerjanjianKinerja, strategi.perjanjian())
    st.register_type_strategy(Sel, strategi.sel())
    st.register_type_strategy(Tabel, strategi.tabel())
