"""The search for the cheapest edits against trying every set of figures."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.kedalaman import sedalam

from sakip.angka.interval import Interval
from sakip.aturan.anggaran import jumlah
from sakip.dugaan.cost import CostModel
from sakip.dugaan.joint_slips import find_joint_slips
from sakip.dugaan.knots import Solution, find_knots, split_choices
from sakip.dugaan.localization import ErrorLocalizer, _Search, max_causes
from sakip.dugaan.propagation import propagate
from sakip.dugaan.tuning import EQUALLY_GOOD
from sakip.fakta import Butir, Kunci, Register
from sakip.hukum.rumus import Rumus
from sakip.model.laporan import Laporan
from sakip.model.peran import PERAN
from sakip.model.sel import baca_sel_peran
from sakip.relasi import Arah, Jalur, Putusan, Relasi, Rumusan, Sama

if TYPE_CHECKING:
    from collections.abc import Iterator

TERBANYAK = 3
"""Figures freed at once by the exhaustive search."""


@attrs.frozen
class Silang:
    """A 2 × 2 crosstab with its totals, some figures misprinted.

    Attributes:
        isi: the figures of the two rows.
        rusak: misprinted figures, by number.
        pindah: figures that print what another should, by number.
        salin: whether the second row prints what the first should.
        ulang: whether the first row is printed twice.
        naik: whether a sentence says that the second row's total is above the first's.
        berderet: whether the rows are lines of a table, in which one slip may spoil several figures.
    """

    isi: list[list[int]]
    rusak: dict[int, int]
    pindah: dict[int, int]
    salin: bool = False
    ulang: bool = False
    naik: bool = False
    berderet: bool = False

    def susun(self) -> tuple[CostModel, list[Butir], list[list[Relasi]]]:
        """What doubts cost in it, its figures, and its knots."""
        (a, b), (c, d) = self.isi
        benar = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d]
        reg = Register(Laporan(instansi="Dinas Contoh", tahun=2025))

        def catat(i: int, nilai: int) -> Butir:
            sel = baca_sel_peran(str(nilai), PERAN["rincian"])
            kunci = Kunci(f"x{i}", "rincian", 2025)
            letak = (f"uji|{i % 3}", i // 3) if self.berderet else ("", 0)
            nama = f"x{i}"
            return reg.catat(sel, PERAN["rincian"], nama=nama, di=nama, wadah="uji", kunci=kunci, susunan=letak)

        pindah = self.pindah | ({3: 0, 4: 1, 5: 2} if self.salin else {})
        salah = self.rusak | {i: benar[dari] for i, dari in pindah.items()}
        x = [catat(i, salah.get(i, n)) for i, n in enumerate(benar)]
        relasi: list[Relasi] = [
            jumlah("UJI01", f"{total} = {p} + {q}", x[total], [x[p], x[q]])
            for total, p, q in ((2, 0, 1), (5, 3, 4), (6, 0, 3), (7, 1, 4), (8, 2, 5), (8, 6, 7))
        ]
        semua = list(x)
        if self.ulang:
            lagi = [catat(i, benar[i]) for i in range(3)]
            relasi += [Sama(kode="UJI02", uraian=f"x{i}", cetakan=(x[i], y)) for i, y in enumerate(lagi)]
            semua += lagi
        if self.naik:
            peran = PERAN["sasaran"]
            kata = reg.catat(baca_sel_peran("naik", peran), peran, nama="kata", di="kata", wadah="uji")
            relasi.append(Arah(kode="UJI03", uraian="naik", arah="naik", deret=(x[2], x[5]), kata=kata))
            semua.append(kata)
        berlaku = {r: r.evaluasi().putusan is not Putusan.TIDAK_SESUAI for r in relasi}
        gagal = [r for r in relasi if not berlaku[r]]
        jodoh = find_joint_slips(reg.kolom if self.berderet else {}, gagal)
        milik = {b: [r for r in relasi if b in r.butir] for b in semua}
        return CostModel(milik, berlaku, jodoh), semua, find_knots(gagal, jodoh.shared())


def semua_solusi(pencarian: _Search, butir: list[Butir]) -> Iterator[tuple[frozenset[Butir], Solution]]:
    """Every set of up to three figures that lets everything hold and explains something."""
    for bebas in (frozenset(x) for n in range(1, TERBANYAK + 1) for x in combinations(butir, n)):
        keadaan = propagate(bebas, pencarian.around(bebas))
        if not keadaan.conflicts and not keadaan.stuck:
            solusi, sebab = pencarian.solution_of(bebas, keadaan)
            if pencarian.plausible(solusi, sebab):
                yield bebas, solusi


SILANG = st.builds(
    Silang,
    isi=st.lists(st.lists(st.integers(1, 60), min_size=2, max_size=2), min_size=2, max_size=2),
    rusak=st.dictionaries(st.integers(0, 8), st.integers(1, 200), max_size=4),
    pindah=st.dictionaries(st.integers(0, 8), st.integers(0, 8), max_size=4),
    salin=st.booleans(),
    ulang=st.booleans(),
    naik=st.booleans(),
    berderet=st.booleans(),
)


@settings(max_examples=sedalam(60))
@given(SILANG)
def test_tidak_ada_yang_lebih_murah(silang: Silang) -> None:
    """No set of up to three figures, with no more causes than it may have, mends a knot for less."""
    timbangan, butir, knots = silang.susun()
    for knot in knots:
        pelokal = ErrorLocalizer(timbangan)
        ditemukan = pelokal.solve(knot)
        assert not pelokal.cut_short
        for _, solusi in semua_solusi(_Search(timbangan, knot, max_causes(knot)), butir):
            assert ditemukan
            assert ditemukan[0].cost <= solusi.cost + EQUALLY_GOOD


@settings(max_examples=sedalam(60))
@given(SILANG)
def test_semua_yang_setara_ditemukan(silang: Silang) -> None:
    """Every set of causes that mends a knot for as little as the cheapest is found, and no dearer one."""
    timbangan, butir, knots = silang.susun()
    for knot in knots:
        ditemukan = ErrorLocalizer(timbangan).solve(knot)
        semua = [s for _, s in semua_solusi(_Search(timbangan, knot, max_causes(knot)), butir)]
        termurah = min((s.cost for s in (*semua, *ditemukan)), default=0.0)
        assert all(s.cost <= termurah + EQUALLY_GOOD for s in ditemukan)
        pokok = {frozenset(x.butir for x in s.causes) for s in ditemukan}
        assert len(pokok) == len(ditemukan)
        assert {frozenset(x.butir for x in s.causes) for s in semua if s.cost <= termurah + EQUALLY_GOOD} <= pokok


@settings(max_examples=sedalam(60))
@given(SILANG)
def test_bagian_menyebut_semua(silang: Silang) -> None:
    """Taken apart, solutions name the same edits, and put together again they are the same solutions."""
    timbangan, _, knots = silang.susun()
    for knot in knots:
        solusi = ErrorLocalizer(timbangan).solve(knot)
        if solusi:
            bagian = [[frozenset(x.butir for x in s.causes) for s in b] for b in split_choices(solusi)]
            assert [len(set(b)) for b in bagian] == [len(b) for b in bagian]
            gabung = {frozenset().union(*x) for x in product(*bagian)}
            assert gabung == {frozenset(x.butir for x in s.causes) for s in solusi}


@settings(max_examples=sedalam(60))
@given(SILANG)
def test_taksiran_tak_pernah_berlebih(silang: Silang) -> None:
    """With all that a search has learned, no part of a solution is held to cost more than the whole.

    That holds too where some of the figures that the solution does not free are held to be right.
    """
    timbangan, butir, knots = silang.susun()
    for knot in knots:
        semua = list(semua_solusi(_Search(timbangan, knot, max_causes(knot)), butir))
        pencarian = _Search(timbangan, knot, max_causes(knot))
        assert not pencarian.run()
        taksiran = pencarian.bound
        for bebas, solusi in semua:
            lain = [b for b in butir if b not in bebas]
            for bagian in (x for n in range(len(bebas) + 1) for x in combinations(bebas, n)):
                for benar in (lain[:0], lain[::2], lain[1::2], lain):
                    sedikitnya = taksiran.at_least(taksiran.bits(bagian), taksiran.bits(benar))
                    assert sedikitnya <= solusi.cost + 1e-9


@settings(max_examples=sedalam(60))
@given(SILANG)
def test_solusi_memulihkan_semua(silang: Silang) -> None:
    """With the edits of a solution every relation they touch holds, and so does the whole knot."""
    timbangan, _, knots = silang.susun()
    for knot in knots:
        for solusi in ErrorLocalizer(timbangan).solve(knot):
            ubah = {s.butir: s.nilai for s in solusi.edits}
            tersentuh = {r for b in ubah for r in timbangan.relations[b]}
            assert all(r.dipenuhi(ubah) for r in {*knot, *tersentuh})


# -- published: Scholtus (2009), Automatic correction of simple typing errors in numerical data, section 4 ----

SCHOLTUS = [1452, 116, 1568, 116, 323, 76, 12, 411, 1979, 1842, 137]
"""x1 to x11 without an error: x1+x2=x3, x2=x4, x5+x6+x7=x8, x3+x8=x9, x9-x10=x11."""


def scholtus(rusak: dict[int, int]) -> tuple[ErrorLocalizer, list[list[Relasi]]]:
    """The record with some figures in error, by number from 1."""
    reg = Register(Laporan(instansi="Dinas Contoh", tahun=2025))

    def catat(i: int, nilai: int) -> Butir:
        sel = baca_sel_peran(str(nilai), PERAN["rincian"])
        kunci = Kunci(f"x{i}", "rincian", 2025)
        return reg.catat(sel, PERAN["rincian"], nama=f"x{i}", di=f"x{i}", wadah="uji", kunci=kunci)

    x = {i: catat(i, rusak.get(i, n)) for i, n in enumerate(SCHOLTUS, 1)}
    relasi: list[Relasi] = [
        jumlah("UJI01", "x3", x[3], [x[1], x[2]]),
        Sama(kode="UJI02", uraian="x2", cetakan=(x[2], x[4])),
        jumlah("UJI01", "x8", x[8], [x[5], x[6], x[7]]),
        jumlah("UJI01", "x9", x[9], [x[3], x[8]]),
        jumlah("UJI01", "x9", x[9], [x[10], x[11]]),
    ]
    berlaku = {r: r.evaluasi().putusan is not Putusan.TIDAK_SESUAI for r in relasi}
    pelokal = ErrorLocalizer(CostModel({b: [r for r in relasi if b in r.butir] for b in x.values()}, berlaku))
    return pelokal, find_knots(r for r in relasi if not berlaku[r])


def test_contoh_scholtus_bukan_salah_ketik() -> None:
    """Three parts of a sum left at zero beside two typing errors: the errors are found, no single part is blamed."""
    pelokal, knot = scholtus({4: 161, 5: 0, 6: 0, 7: 0, 9: 19979})
    semua = [[{b.butir.nama for b in s.edits} for s in pelokal.solve(k)] for k in knot]
    pasti = {nama for solusi in semua for nama in set.intersection(*solusi)}
    assert pasti == {"x4", "x9"}
    assert {nama for solusi in semua for s in solusi for nama in s} - pasti == {"x5", "x6", "x7"}


# -- published: van der Loo, de Jonge and Scholtus (2011), the deducorrect package: costs + profit = turnover ----


@pytest.mark.parametrize(
    ("catatan", "usul"),
    [
        ((-100, 150, 250), {"biaya": 100}),
        ((325, 457, 800), {"laba": 475}),
        ((326, 475, 800), {"omzet": 801, "biaya": 325, "laba": 474}),
    ],
)
def test_contoh_deducorrect(catatan: tuple[int, int, int], usul: dict[str, int]) -> None:
    """A sign and a typing error are put right where the package does; a sum that is off by one may be so by any of the
    three, of which the package draws one."""
    reg = Register(Laporan(instansi="Dinas Contoh", tahun=2025))
    biaya, laba, omzet = (
        reg.catat(baca_sel_peran(str(n), PERAN["rincian"]), PERAN["rincian"], nama=nama, di=nama, wadah="uji")
        for nama, n in zip(("biaya", "laba", "omzet"), catatan, strict=True)
    )
    r = jumlah("UJI01", "omzet", omzet, [biaya, laba])
    solusi = ErrorLocalizer(CostModel({b: [r] for b in r.butir}, {r: False})).solve([r])
    assert {s.butir.nama: s.nilai.tengah for x in solusi for s in x.edits if isinstance(s.nilai, Interval)} == usul
    assert len(solusi) == len(usul)


# -- values that only several relations together give, and knots too large to be searched to the end ----------


def bebas_berdua(x: int, y: int, jumlah_: int, beda: int) -> tuple[ErrorLocalizer, list[list[Relasi]]]:
    """Two figures with their sum and their difference, both of which are printed three times."""
    reg = Register(Laporan(instansi="Dinas Contoh", tahun=2025))

    def catat(nama: str, nilai: int) -> Butir:
        return reg.catat(
            baca_sel_peran(str(nilai), PERAN["rincian"]), PERAN["rincian"], nama=nama, di=nama, wadah="uji"
        )

    a, b = catat("x", x), catat("y", y)
    s, d = ([catat(nama, n) for _ in range(3)] for nama, n in (("jumlah", jumlah_), ("beda", beda)))
    relasi: list[Relasi] = [
        jumlah("UJI01", "jumlah", s[0], [a, b]),
        Rumusan(
            kode="UJI01",
            jenis="selisih",
            uraian="beda",
            hasil=d[0],
            jalur=(Jalur("", Rumus.linear([(1, a), (-1, b)])),),
        ),
        *(Sama(kode="UJI02", uraian=x[0].nama, cetakan=tuple(x)) for x in (s, d)),
    ]
    berlaku = {r: r.evaluasi().putusan is not Putusan.TIDAK_SESUAI for r in relasi}
    semua = (a, b, *s, *d)
    pelokal = ErrorLocalizer(CostModel({b: [r for r in relasi if b in r.butir] for b in semua}, berlaku))
    return pelokal, find_knots(r for r in relasi if not berlaku[r])


@given(st.integers(10, 900), st.integers(10, 900), st.integers(1, 300), st.integers(1, 300))
def test_nilai_dari_beberapa_relasi(x: int, y: int, salah_x: int, salah_y: int) -> None:
    """Two wrong figures that each relation shows only together are solved together."""
    assume(salah_x != salah_y and x > y)  # else one of the two relations holds all the same
    pelokal, knot = bebas_berdua(x + salah_x, y + salah_y, x + y, x - y)
    (satu,) = knot
    (solusi,) = pelokal.solve(satu)
    assert {s.butir.nama: s.nilai.tengah for s in solusi.edits if isinstance(s.nilai, Interval)} == {"x": x, "y": y}


def test_hanya_simpul_besar_yang_dibatasi(monkeypatch: pytest.MonkeyPatch) -> None:
    """A knot of up to forty figures is searched to the end, a larger one as far as its work goes, and that is said."""
    monkeypatch.setattr("sakip.dugaan.localization.MAX_WORK", 3)
    pelokal, (satu,) = bebas_berdua(50, 20, 60, 10)
    assert pelokal.solve(satu)
    assert not pelokal.cut_short
    pelokal.largest_knot = 3
    pelokal.solve(satu)
    assert pelokal.cut_short
