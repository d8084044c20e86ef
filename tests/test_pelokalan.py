"""The search for the cheapest edits against trying every set of figures."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip.aturan.anggaran import jumlah
from sakip.dugaan.biaya import Timbangan
from sakip.dugaan.jodoh import cari_jodoh
from sakip.dugaan.pelokalan import SETARA, Pelokal, _Pencarian
from sakip.dugaan.penyebaran import sebarkan
from sakip.dugaan.simpul import simpul
from sakip.fakta import Butir, Kunci, Register
from sakip.interval import Interval
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
    """No set of up to three figures, with no more causes than relations fail, mends a knot for less."""
    butir, relasi = silang(isi, rusak, ulang)
    berlaku = {r: r.evaluasi().putusan is not Putusan.TIDAK_SESUAI for r in relasi}
    milik = {b: [r for r in relasi if b in r.butir] for b in butir}
    jodoh = cari_jodoh(butir, [r for r in relasi if not berlaku[r]])
    pelokal = Pelokal(Timbangan(milik, berlaku, jodoh))
    for knot in simpul((r for r in relasi if not berlaku[r]), jodoh):
        ditemukan = pelokal.pecahkan(knot)
        assert not pelokal.habis
        pencarian = _Pencarian(pelokal.timbangan, knot)
        for bebas in (frozenset(x) for n in range(1, TERBANYAK + 1) for x in combinations(butir, n)):
            keadaan = sebarkan(bebas, pencarian.sekitar(bebas))
            if keadaan.konflik is not None:
                continue
            solusi, sebab = pencarian.selesaikan(bebas, keadaan)
            if sebab <= len(knot) and all(s.butir in pencarian.curiga for s in solusi.pokok):
                assert ditemukan
                assert ditemukan[0].biaya <= solusi.biaya + SETARA


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.integers(1, 60), min_size=2, max_size=2), min_size=2, max_size=2),
    st.dictionaries(st.integers(0, 8), st.integers(1, 200), max_size=4),
)
def test_solusi_memulihkan_semua(isi: list[list[int]], rusak: dict[int, int]) -> None:
    """With the edits of a solution every relation they touch holds, and so does the whole knot."""
    butir, relasi = silang(isi, rusak, ulang=False)
    berlaku = {r: r.evaluasi().putusan is not Putusan.TIDAK_SESUAI for r in relasi}
    pelokal = Pelokal(Timbangan({b: [r for r in relasi if b in r.butir] for b in butir}, berlaku))
    for knot in simpul(r for r in relasi if not berlaku[r]):
        for solusi in pelokal.pecahkan(knot):
            ubah = {s.butir: s.nilai for s in solusi.suntingan}
            tersentuh = {r for b in ubah for r in relasi if b in r.butir}
            assert all(r.dipenuhi(ubah) for r in {*knot, *tersentuh})


# -- published: Scholtus (2009), Automatic correction of simple typing errors in numerical data, section 4 ----

SCHOLTUS = [1452, 116, 1568, 116, 323, 76, 12, 411, 1979, 1842, 137]
"""x1 to x11 without an error: x1+x2=x3, x2=x4, x5+x6+x7=x8, x3+x8=x9, x9-x10=x11."""


def scholtus(rusak: dict[int, int]) -> tuple[Pelokal, list[list[Relasi]]]:
    """The record with some figures in error, by number from 1."""
    reg = Register(Laporan(instansi="Dinas Contoh", tahun=2025))

    def catat(i: int, nilai: int) -> Butir:
        sel = baca_sel_peran(str(nilai), PERAN["rincian"])
        kunci = Kunci(f"x{i}", "rincian", 2025)
        return reg.catat(sel, PERAN["rincian"], nama=f"x{i}", tempat=f"x{i}", wadah="uji", kunci=kunci)

    x = {i: catat(i, rusak.get(i, n)) for i, n in enumerate(SCHOLTUS, 1)}
    relasi: list[Relasi] = [
        jumlah("UJI01", "x3", x[3], [x[1], x[2]]),
        Sama(kode="UJI02", uraian="x2", cetakan=(x[2], x[4])),
        jumlah("UJI01", "x8", x[8], [x[5], x[6], x[7]]),
        jumlah("UJI01", "x9", x[9], [x[3], x[8]]),
        jumlah("UJI01", "x9", x[9], [x[10], x[11]]),
    ]
    berlaku = {r: r.evaluasi().putusan is not Putusan.TIDAK_SESUAI for r in relasi}
    pelokal = Pelokal(Timbangan({b: [r for r in relasi if b in r.butir] for b in x.values()}, berlaku))
    return pelokal, simpul(r for r in relasi if not berlaku[r])


def test_contoh_scholtus_bukan_salah_ketik() -> None:
    """Three parts of a sum left at zero beside two typing errors: the errors are found, no single part is blamed."""
    pelokal, knot = scholtus({4: 161, 5: 0, 6: 0, 7: 0, 9: 19979})
    semua = [[{b.butir.nama for b in s.suntingan} for s in pelokal.pecahkan(k)] for k in knot]
    pasti = {nama for solusi in semua for nama in set.intersection(*solusi)}
    assert pasti == {"x4", "x9"}
    assert {nama for solusi in semua for s in solusi for nama in s} - pasti == {"x5", "x6", "x7"}


# -- published: van der Loo, de Jonge and Scholtus (2011), the deducorrect package: costs + profit = turnover ----


@pytest.mark.parametrize(
    ("catatan", "usul"),
    [
        ((-100, 150, 250), {"biaya": 100}),
        ((325, 457, 800), {"laba": 475}),
        ((326, 475, 800), {"omzet": 801}),
    ],
)
def test_contoh_deducorrect(catatan: tuple[int, int, int], usul: dict[str, int]) -> None:
    """A sign, a typing error, and a sum that is off by one: each is put right where the package puts it right."""
    reg = Register(Laporan(instansi="Dinas Contoh", tahun=2025))
    biaya, laba, omzet = (
        reg.catat(baca_sel_peran(str(n), PERAN["rincian"]), PERAN["rincian"], nama=nama, tempat=nama, wadah="uji")
        for nama, n in zip(("biaya", "laba", "omzet"), catatan, strict=True)
    )
    r = jumlah("UJI01", "omzet", omzet, [biaya, laba])
    (solusi,) = Pelokal(Timbangan({b: [r] for b in r.butir}, {r: False})).pecahkan([r])
    assert {s.butir.nama: s.nilai.tengah for s in solusi.suntingan if isinstance(s.nilai, Interval)} == usul
