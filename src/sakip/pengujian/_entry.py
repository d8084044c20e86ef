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

    from sakip.angka.angka import Angka
    from sakip.angka.lokasi import Lokasi
    from sakip.hukum.hitung import Efisiensi, Nilai
    from sakip.hukum.skala import Skala
    from sakip.model.indikator import Indikator
    from sakip.model.laporan import Laporan, Metode
    from sakip.model.narasi import Klaim
    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.model.sel import Sel
    from sakip.model.tabel import Tabel
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Cakupan, HasilRelasi, Reviu

    strategi: dict[type[Any], str] = {
        Angka: "angka",
        Cakupan: "cakupan",
        Efisiensi: "hasil_efisiensi",
        HasilRelasi: "hasil_relasi",
        Indikator: "indikator",
        Klaim: "klaim",
        Laporan: "laporan_konsisten",
        Lokasi: "lokasi",
        Metode: "metode",
        Nilai: "nilai_hitung",
        PerjanjianKinerja: "perjanjian",
        Reviu: "hasil_reviu",
        Sel: "sel",
        Skala: "skala",
        Tabel: "tabel",
        Temuan: "temuan",
    }
    for tipe, nama in strategi.items():
        st.register_type_strategy(tipe, _nanti(nama))


def _nanti(nama: str) -> Callable[[type[Any]], SearchStrategy[Any]]:
    """A strategy of `sakip.pengujian.strategi`, made when it is drawn from."""

    def strategi(_tipe: type[Any]) -> SearchStrategy[Any]:
        hasil: SearchStrategy[Any] = getattr(import_module("sakip.pengujian.strategi"), nama)()
        return hasil

    return strategi
