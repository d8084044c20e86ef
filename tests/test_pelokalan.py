"""The search for the cheapest edits against trying every set of figures."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sakip.aturan.anggaran import jumlah
from sakip.dugaan.pelokalan import SETARA, Pelokal
from sakip.dugaan.penyebaran import sebarkan
from sakip.dugaan.simpul import simpul
from sakip.fakta import Butir, Kunci, Register
from sakip.model.laporan import Laporan
from sakip.model.peran import PERAN
from sakip.model.sel import baca_sel_peran
from sakip.relasi import Putusan, Relasi, Sama

TERBANYAK = 3
"""Figures freed at once by the exhaustive search."""


def silang(isi: list[list[int]], rusak: dict[int, int], ulang: bool) -> tuple[list[Butir], list[Relasi]]:
    """A 2 × 2 crosstab with its totals, some figures misprinted; with `ulang` the first row is printed twice."""
    (a, b), (c, d) = isi
    benar = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d]
    reg = Register(Laporan(instansi="Dinas Contoh", tahun=2025))

    def catat(nama: str, nilai: int) -> Butir:
        sel = baca_sel_peran(str(nilai), PERAN["rincian"])
        kunci = Kunci(nama, "rincian", 2025)
        return reg.catat(sel, PERAN["rincian"], nama=nama, tempat=nama, wadah="uji", kunci=kunci)

    x = [catat(f"x{i}", rusak.get(i, n)) for i, n in enumerate(benar)]
    relasi: list[Relasi] = [
        jumlah("UJI01", f"{total} = {p} + {q}", x[total], [x[p], x[q]])
        for total, p, q in ((2, 0, 1), (5, 3, 4), (6, 0, 3), (7, 1, 4), (8, 2, 5), (8, 6, 7))
    ]
    if ulang:
        lagi = [catat(f"x{i}", benar[i]) for i in range(3)]
        relasi += [Sama(kode="UJI02", uraian=f"x{i}", cetakan=(x[i], y)) for i, y in enumerate(lagi)]
        x += lagi
    return x, relasi


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.integers(1, 60), min_size=2, max_size=2), min_size=2, max_size=2),
    st.dictionaries(st.integers(0, 8), st.integers(1, 200), min_size=1, max_size=3),
    st.booleans(),
)
def test_tidak_ada_yang_lebih_murah(isi: list[list[int]], rusak: dict[int, int], ulang: bool) -> None:
    """No set of up to three figures mends a knot for less than the solution found."""
    butir, relasi = silang(isi, rusak, ulang)
    berlaku = {r: r.evaluasi().putusan is not Putusan.TIDAK_SESUAI for r in relasi}
    milik = {b: [r for r in relasi if b in r.butir] for b in butir}
    pelokal = Pelokal(milik, berlaku)
    for knot in simpul(r for r in relasi if not berlaku[r]):
        ditemukan = pelokal.pecahkan(knot)
        assert not pelokal.habis
        for banyak in range(1, TERBANYAK + 1):
            for bebas in map(frozenset, combinations(butir, banyak)):
                keadaan = sebarkan(bebas, pelokal._sekitar(knot, bebas))
                if keadaan.konflik is None:
                    biaya = pelokal._solusi(bebas, keadaan).biaya
                    assert ditemukan
                    assert ditemukan[0].biaya <= biaya + SETARA


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.integers(1, 60), min_size=2, max_size=2), min_size=2, max_size=2),
    st.dictionaries(st.integers(0, 8), st.integers(1, 200), max_size=4),
)
def test_solusi_memulihkan_semua(isi: list[list[int]], rusak: dict[int, int]) -> None:
    """With the edits of a solution every relation they touch holds, and so does the whole knot."""
    butir, relasi = silang(isi, rusak, ulang=False)
    berlaku = {r: r.evaluasi().putusan is not Putusan.TIDAK_SESUAI for r in relasi}
    pelokal = Pelokal({b: [r for r in relasi if b in r.butir] for b in butir}, berlaku)
    for knot in simpul(r for r in relasi if not berlaku[r]):
        for solusi in pelokal.pecahkan(knot):
            ubah = {s.butir: s.nilai for s in solusi.suntingan}
            tersentuh = {r for b in ubah for r in relasi if b in r.butir}
            assert all(r.dipenuhi(ubah) for r in {*knot, *tersentuh})
