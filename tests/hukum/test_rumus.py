"""Formulas as data: evaluated, evaluated on intervals, and solved for a figure."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip.angka.interval import Interval
from sakip.hukum.regulasi import daftar_rumus
from sakip.hukum.rumus import SUDUT_TERBANYAK, Rumus, Suku

if TYPE_CHECKING:
    from collections.abc import Hashable

NAMA = sorted(daftar_rumus())
POSITIF = st.fractions(Fraction(1, 100), 1000, max_denominator=100)


@st.composite
def operan(draw: st.DrawFn, nama: str) -> tuple[Rumus, dict[Hashable, Interval], dict[Hashable, Fraction]]:
    """A formula of the regulations, printed figures for it, and values that round to them."""
    rumus = daftar_rumus()[nama].rumus
    cetak: dict[Hashable, Interval] = {}
    nilai: dict[Hashable, Fraction] = {}
    for k in rumus.peubah:
        tengah = draw(POSITIF)
        i = Interval.dari(tengah, draw(st.sampled_from([Fraction(0), Fraction(1, 200), Fraction(1, 2)])))
        bagian = draw(st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(1)]))
        cetak[k] = i
        nilai[k] = i.bawah + bagian * (i.atas - i.bawah)
    return rumus, cetak, nilai


@pytest.mark.parametrize("nama", NAMA)
@given(st.data())
def test_rentang_memuat_setiap_hasil(nama: str, data: st.DataObject) -> None:
    rumus, cetak, nilai = data.draw(operan(nama))
    rentang, hasil = rumus.rentang(cetak), rumus.hitung(nilai)
    if rentang is None:
        assert any(i.memuat(0) for i in cetak.values())
        return
    assert hasil is not None
    assert rentang.memuat(hasil)


@pytest.mark.parametrize("nama", NAMA)
@given(st.data())
def test_balik_memulihkan_angka(nama: str, data: st.DataObject) -> None:
    """Solving for a figure with the exact result and the other figures exact gives the figure back."""
    rumus, _, nilai = data.draw(operan(nama))
    hasil = rumus.hitung(nilai)
    assume(hasil is not None)
    assert hasil is not None
    tetap = {k: Interval.titik(v) for k, v in nilai.items()}
    for k in rumus.peubah:
        lain = {n: i for n, i in tetap.items() if n != k}
        kembali = rumus.balik(k, Interval.titik(hasil), lain)
        if hasil in (rumus.batas_atas, rumus.batas_bawah):
            assert kembali is None
        elif kembali is not None:
            assert kembali == Interval.titik(nilai[k])
        else:  # the figure has no influence: E for zero sums
            assert rumus.hitung(nilai | {k: nilai[k] + 1}) == hasil


@pytest.mark.parametrize("nama", NAMA)
@given(st.data())
def test_balik_memuat_angka_dari_cetakan(nama: str, data: st.DataObject) -> None:
    """With rounded operands and a rounded result the true figure is among the solutions."""
    rumus, cetak, nilai = data.draw(operan(nama))
    hasil = rumus.hitung(nilai)
    assume(hasil is not None)
    assert hasil is not None
    for k in rumus.peubah:
        lain = {n: i for n, i in cetak.items() if n != k}
        kembali = rumus.balik(k, Interval.dari(hasil, Fraction(1, 200)), lain)
        assert kembali is None or kembali.memuat(nilai[k])


def test_rentang_tepat_di_sudut() -> None:
    """A figure above and below the line is taken once, not twice: negatif A of T 10 ± 0,5 and R 5."""
    rumus = daftar_rumus()["negatif_a"].rumus
    hasil = rumus.rentang({"target": Interval.dari(10, Fraction(1, 2)), "realisasi": Interval.titik(5)})
    assert hasil == Interval(200 - Fraction(500) / Fraction(19, 2), 200 - Fraction(500) / Fraction(21, 2))


def test_rentang_tanpa_penyebut_dengan_angka_berulang() -> None:
    rumus = Rumus((Suku(Fraction(1), ("a", "b")), Suku(Fraction(-1), ("a",))))
    hasil = rumus.rentang({"a": Interval(Fraction(1), Fraction(2)), "b": Interval(Fraction(1), Fraction(3))})
    assert hasil == Interval(Fraction(0), Fraction(4))


@given(st.lists(st.tuples(st.integers(-5, 5), POSITIF), min_size=SUDUT_TERBANYAK + 1, max_size=20))
def test_banyak_angka_longgar(suku: list[tuple[int, Fraction]]) -> None:
    rumus = Rumus.linear([(koef, i) for i, (koef, _) in enumerate(suku)], pembagi=3)
    cetak: dict[Hashable, Interval] = {i: Interval.dari(n, Fraction(1, 2)) for i, (_, n) in enumerate(suku)}
    hasil = rumus.rentang(cetak)
    pusat = sum(koef * n for koef, n in suku) / Fraction(3)
    jari = Fraction(sum(abs(koef) for koef, _ in suku), 6)
    assert hasil == Interval.dari(pusat, jari)


def test_banyak_angka_longgar_dengan_penyebut_dan_batas() -> None:
    nama = [f"x{i}" for i in range(SUDUT_TERBANYAK + 2)]
    suku = tuple(Suku(Fraction(100), (n,)) for n in nama)
    rumus = Rumus(suku, tuple(Suku(Fraction(1), (n,)) for n in nama), batas_atas=Fraction(102))
    cetak: dict[Hashable, Interval] = {n: Interval.dari(10, Fraction(1, 2)) for n in nama}
    hasil = rumus.rentang(cetak)
    assert hasil is not None
    assert hasil.memuat(100)
    assert hasil.atas == 102


def test_bagi_nol() -> None:
    rasio = Rumus.rasio("r", "t")
    assert rasio.hitung({"r": Fraction(1), "t": Fraction(0)}) is None
    assert rasio.rentang({"r": Interval.titik(1), "t": Interval.titik(0)}) is None
    assert rasio.rentang({"r": Interval.titik(1), "t": Interval.dari(0, Fraction(1, 2))}) is None
    assert rasio.balik("t", Interval.titik(0), {"r": Interval.titik(1)}) is None
    assert rasio.balik("t", Interval.titik(5), {"r": Interval.titik(0)}) is None  # not 0, which divides by zero
    assert rasio.balik("t", Interval.titik(5), {"r": Interval.dari(0, Fraction(1, 2))}) is None


def test_batas_dan_ambang() -> None:
    rumus = Rumus((Suku(Fraction(1), ("x",)),), batas_bawah=Fraction(0), batas_atas=Fraction(100))
    assert [rumus.hitung({"x": Fraction(x)}) for x in (-5, 0, 50, 100, 235)] == [0, 0, 50, 100, 100]
    assert rumus.rentang({"x": Interval(Fraction(-5), Fraction(235))}) == Interval(Fraction(0), Fraction(100))
    assert rumus.balik("x", Interval.titik(100), {}) is None
    assert rumus.balik("x", Interval.titik(0), {}) is None
    assert rumus.balik("x", Interval.titik(7), {}) == Interval.titik(7)
    loncat = Rumus((Suku(Fraction(1), ("x",)),), batas_atas=Fraction(120), ambang_atas=Fraction(110))
    assert [loncat.hitung({"x": Fraction(x)}) for x in (109, 110, 111, 130)] == [109, 110, 120, 120]
    assert loncat.balik("x", Interval.titik(115), {}) is None
    assert loncat.balik("x", Interval.titik(110), {}) == Interval.titik(110)


def test_sisip() -> None:
    e, ne = daftar_rumus()["e"].rumus, daftar_rumus()["ne"].rumus
    langsung = ne.sisip("e", e)
    nilai: dict[Hashable, Fraction] = {
        "jumlah_selisih_efisiensi": Fraction("2408802554.87"),
        "jumlah_pagu_capaian": Fraction("24351295318.87"),
    }
    lewat_e = e.hitung(nilai)
    assert lewat_e is not None
    assert langsung.hitung(nilai) == ne.hitung({"e": lewat_e})


def test_ganti_dan_peubah() -> None:
    rumus = daftar_rumus()["negatif_a"].rumus
    assert rumus.peubah == ("target", "realisasi")
    baru = rumus.ganti({"target": ("C", 3)})
    assert baru.peubah == (("C", 3), "realisasi")
    assert baru.hitung({("C", 3): Fraction(32), "realisasi": Fraction("4.88")}) == Fraction("184.75")


def test_angka_berpangkat_ditolak() -> None:
    with pytest.raises(ValueError, match="dua kali"):
        Suku(Fraction(1), ("x", "x"))


@given(st.fractions(Fraction(90), Fraction(130)), st.fractions(Fraction(1, 1000), Fraction(2)))
def test_loncatan_tidak_dicapai_oleh_pembulatan(x: Fraction, setengah: Fraction) -> None:
    """Above 110 becomes 120: there is nothing between, and rounding takes no figure from one side to the other."""
    loncat = Rumus((Suku(Fraction(1), ("x",)),), batas_atas=Fraction(120), ambang_atas=Fraction(110))
    hasil = loncat.rentang({"x": Interval.dari(x, setengah)})
    tepat = loncat.hitung({"x": x})
    assert hasil is not None
    assert tepat is not None
    assert hasil.memuat(tepat)
    assert hasil.atas <= 110 or hasil == Interval.titik(120)
