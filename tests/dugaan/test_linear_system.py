"""Values that only several relations give together."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sakip.angka.interval import Interval
from sakip.dugaan.linear_system import solve_together
from sakip.fakta import Butir, Register
from sakip.hukum.rumus import Rumus
from sakip.model.laporan import Laporan
from sakip.model.peran import PERAN
from sakip.model.sel import baca_sel_peran
from sakip.relasi import Jalur, Relasi, Rumusan

BANYAK = 6
"""Figures in a system."""

SUATU = st.integers(0, BANYAK - 1)


def figur(nilai: list[int]) -> list[Butir]:
    reg = Register(Laporan(instansi="Dinas Contoh", tahun=2025))
    peran = PERAN["rincian"]
    sel = [baca_sel_peran(str(n), peran) for n in nilai]
    return [reg.catat(s, peran, nama=f"x{i}", di=f"x{i}", wadah="uji") for i, s in enumerate(sel)]


@given(
    st.lists(st.integers(0, 3), min_size=BANYAK, max_size=BANYAK),
    st.lists(st.tuples(st.booleans(), st.lists(SUATU, min_size=3, max_size=3, unique=True)), min_size=1, max_size=6),
    st.sets(SUATU, min_size=1),
)
def test_nilai_bersama_memenuhi_relasinya(
    nilai: list[int], bentuk: list[tuple[bool, list[int]]], belum: set[int]
) -> None:
    """Sums and shares, with noughts anywhere: what is settled keeps every relation in which all is known then."""
    x = figur(nilai)
    relasi: list[Relasi] = []
    for rasio, (a, b, c) in bentuk:
        rumus = Rumus.rasio(x[b], x[c], kali=1) if rasio else Rumus.linear([(1, x[b]), (1, x[c])])
        relasi.append(Rumusan(kode="UJI01", jenis="jumlah", uraian="", hasil=x[a], jalur=(Jalur("", rumus),)))
    tak_diketahui = {x[i] for i in belum}
    hasil = solve_together(relasi, tak_diketahui, {})
    assert hasil.keys() <= tak_diketahui
    isi = {b: Fraction(n) for b, n in zip(x, nilai, strict=True)} | hasil
    sisa = tak_diketahui - hasil.keys()
    for (rasio, (a, b, c)), r in zip(bentuk, relasi, strict=True):
        if hasil.keys() & set(r.butir) and not sisa & set(r.butir):
            kiri = isi[x[a]] * (isi[x[c]] if rasio else 1)
            # Two unknowns multiplied, and a share of nothing, are no equations.
            if not (rasio and ({x[a], x[c]} <= tak_diketahui or not isi[x[c]])):
                assert kiri == (isi[x[b]] if rasio else isi[x[b]] + isi[x[c]])


def test_dua_persamaan_dua_peubah() -> None:
    """x + y = 7 and x - y = 3, of which neither gives a value alone."""
    a, b, jumlah, beda = figur([1, 1, 7, 3])
    relasi: list[Relasi] = [
        Rumusan(kode="UJI01", jenis="jumlah", uraian="", hasil=h, jalur=(Jalur("", Rumus.linear([(1, a), (n, b)])),))
        for h, n in ((jumlah, 1), (beda, -1))
    ]
    assert solve_together(relasi, {a, b}, {}) == {a: 5, b: 2}
    assert solve_together(relasi, {a, b}, {beda: Interval.titik(Fraction(7))}) == {a: 7, b: 0}
