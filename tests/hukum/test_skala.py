"""Rating scales: the label of a value, the labels of a rounded one, and lint."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.angka.angka import Angka, Jenis
from sakip.angka.interval import Interval
from sakip.errors import AngkaError, SkalaError
from sakip.hukum.hitung import Nilai
from sakip.hukum.skala import (
    CacatSkala,
    Kelas,
    Skala,
    ambil_skala,
    daftar_skala,
    kategori,
    label_mungkin,
    normal_label,
    periksa_skala,
)

LAPORAN, BATAS_BAWAH, TERCETAK = (f"permendagri86_{x}" for x in ("laporan", "batas_bawah", "tercetak"))
NILAI = st.fractions(-50, 250, max_denominator=1000)
ST, T, S, R, SR = "Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"


@pytest.mark.parametrize(
    ("nilai", "laporan", "batas_bawah", "tercetak"),
    [
        ("395,60", ST, ST, None),
        ("106,40", ST, ST, None),
        ("100", ST, ST, ST),
        ("91", ST, ST, ST),
        ("90,5", ST, T, None),
        ("90,01", ST, T, None),
        ("90", T, T, T),
        ("75,5", T, S, None),
        ("75", S, S, S),
        ("65,5", S, R, None),
        ("65", R, R, R),
        ("50,5", R, SR, None),
        ("50", SR, SR, SR),
        ("38%", SR, SR, SR),
        ("0", SR, SR, SR),
        ("-100", SR, SR, SR),
    ],
)
def test_kategori(nilai: str, laporan: str, batas_bawah: str, tercetak: str | None) -> None:
    assert kategori(nilai) == kategori(nilai, LAPORAN) == laporan
    assert kategori(nilai, BATAS_BAWAH) == batas_bawah
    assert kategori(nilai, TERCETAK) == tercetak


@pytest.mark.parametrize(
    ("nilai", "skala", "label"),
    [
        ("74,73", "efisiensi_pmk214", "Cukup efisien"),
        ("235", "efisiensi_pmk214", "Sangat efisien"),
        ("90", "efisiensi_pmk214", "Efisien"),
        ("50", "efisiensi_pmk214", "Tidak efisien"),
        ("80,45", "akip_88_2021", "A"),
        ("80", "akip_88_2021", "BB"),
        ("0", "akip_88_2021", None),
        ("0,01", "akip_88_2021", "D"),
        ("30", "akip_88_2021", "D"),
        ("100,01", "akip_88_2021", None),
    ],
)
def test_skala_lain(nilai: str, skala: str, label: str | None) -> None:
    assert kategori(nilai, skala) == label


@pytest.mark.parametrize(
    "nilai",
    ["99,123", Decimal("99.123"), Fraction(99123, 1000), Nilai(Fraction(99123, 1000)), Angka.baca("99,123"),
     Angka.baca("99.123", Jenis.PERSEN), "99.123"],
)  # fmt: skip
def test_nilai_dalam_segala_bentuk(nilai: Any) -> None:
    assert kategori(nilai) == ST


def test_float_ditolak() -> None:
    nilai: Any = 90.5
    with pytest.raises(TypeError, match="float tidak diterima"):
        kategori(nilai)
    with pytest.raises(TypeError, match="float tidak diterima"):
        Kelas("x", bawah=nilai)
    with pytest.raises(AngkaError):
        kategori("tinggi")


def test_nama_tak_dikenal() -> None:
    with pytest.raises(SkalaError, match=r"'ngawur'; yang ada: permendagri86_laporan, .*akip_88_2021"):
        kategori("90", "ngawur")


@pytest.mark.parametrize("nama", [n for n in daftar_skala() if n not in {TERCETAK, "akip_88_2021"}])
def test_skala_utuh(nama: str) -> None:
    assert periksa_skala(nama) == []


def test_skala_akip_diam_tentang_nol() -> None:
    """PermenPANRB 88/2021 gives D to > 0–30 and says nothing of 0."""
    (celah,) = periksa_skala("akip_88_2021")
    assert (celah.jenis, celah.selang) == ("celah", "x = 0")


@pytest.mark.parametrize("nama", list(daftar_skala()))
@given(nilai=NILAI)
def test_paling_banyak_satu_kelas(nama: str, nilai: Fraction) -> None:
    """A scale without overlaps gives one label at most, and lint knows exactly where it gives none."""
    s = ambil_skala(nama)
    memuat = [k for k in s.kelas if k.memuat(nilai)]
    assert len(memuat) <= 1
    assert s.label(nilai) == (memuat[0].label if memuat else None)
    dimaksud = (s.dari is None or nilai >= s.dari) and (s.sampai is None or nilai <= s.sampai)
    assert (not memuat and dimaksud) == any(_dalam(c, nilai) for c in periksa_skala(s))


def _dalam(c: CacatSkala, nilai: Fraction) -> bool:
    return Kelas("", c.bawah, c.atas, c.bawah_termasuk, c.atas_termasuk).memuat(nilai)


def test_celah_skala_tercetak() -> None:
    assert [str(c) for c in periksa_skala(TERCETAK)] == [
        "nilai 50 < x < 51 tidak berlabel",
        "nilai 65 < x < 66 tidak berlabel",
        "nilai 75 < x < 76 tidak berlabel",
        "nilai 90 < x < 91 tidak berlabel",
        "nilai x > 100 tidak berlabel",
    ]


UJUNG = st.none() | st.integers(0, 10).map(Fraction)
KELAS = st.builds(Kelas, st.sampled_from("ABCD"), UJUNG, UJUNG, st.booleans(), st.booleans())


@given(st.lists(KELAS, min_size=1, max_size=5), st.fractions(-2, 12, max_denominator=4))
def test_lint_tepat(kelas: list[Kelas], nilai: Fraction) -> None:
    s = Skala("uji", tuple(kelas))
    memuat = [k for k in kelas if k.memuat(nilai)]
    cacat = [c for c in periksa_skala(s) if c.jenis in ("celah", "tumpang_tindih") and _dalam(c, nilai)]
    jenis = {0: ["celah"], 1: []}.get(len(memuat), ["tumpang_tindih"])
    assert [c.jenis for c in cacat] == jenis
    if len(memuat) > 1:
        assert cacat[0].label == tuple(k.label for k in memuat)
    kosong = {c.label for c in periksa_skala(s) if c.jenis == "kelas_kosong"}
    assert {(k.label,) for k in kelas if k.kosong} == kosong


@given(
    st.lists(KELAS, min_size=1, max_size=5),
    st.fractions(-2, 12, max_denominator=4),
    st.fractions(0, 5, max_denominator=4),
    st.lists(st.fractions(0, 1, max_denominator=8), max_size=8),
)
def test_label_mungkin(kelas: list[Kelas], bawah: Fraction, lebar: Fraction, bagian: list[Fraction]) -> None:
    s, i = Skala("uji", tuple(kelas)), Interval(bawah, bawah + lebar)
    mungkin = label_mungkin(i, s)
    nilai = {i.bawah, i.atas, *(i.bawah + b * lebar for b in bagian)}
    semua = {k.label for n in nilai for k in kelas if k.memuat(n)}
    assert semua <= mungkin
    assert set(s.label_mungkin(i)) == mungkin - {None}
    assert not any(s.label(n) is None for n in nilai) or None in mungkin
    # and every label claimed is that of some value: 24ths reach every whole number and between them
    halus = {i.bawah + Fraction(n, 24) for n in range(int(lebar * 24) + 1)} | {i.atas}
    assert {k.label for n in halus for k in kelas if k.memuat(n)} == mungkin - {None}
    assert (None in mungkin) == any(s.label(n) is None for n in halus)


def test_angka_bulat_di_batas_kelas() -> None:
    a = Angka.baca("90,00")
    assert ambil_skala().label_mungkin(a.interval(pasti=True)) == (T,)
    assert ambil_skala().label_mungkin(a.interval(pasti=False)) == (ST, T)
    assert ambil_skala(TERCETAK).label_mungkin(Interval.titik(Fraction("90.5"))) == ()
    assert label_mungkin(Interval.titik(Fraction("90.5")), TERCETAK) == {None}
    assert label_mungkin(a.interval(pasti=False), TERCETAK) == {T, None}


@pytest.mark.parametrize(
    ("cetak", "label"),
    [
        ("Sangat Tinggi", ST),
        ("SANGAT  TINGGI", ST),
        (" sangat\u00a0tinggi ", ST),
        ("Sangat Tinggi (ST)", ST),
        ("**Sangat Tinggi**", ST),
        ("ST", ST),
        ("SR", SR),
        ("Tinggi", T),
        ("Cukup", None),
        ("", None),
    ],
)
def test_label_tercetak(cetak: str, label: str | None) -> None:
    kelas = ambil_skala().cari(cetak)
    assert (kelas.label if kelas else None) == label


def test_label_dengan_sebutan() -> None:
    s = ambil_skala("akip_88_2021")
    for cetak in ("bb", "BB (Sangat Baik)", "Sangat Baik"):
        kelas = s.cari(cetak)
        assert kelas is not None
        assert kelas.label == "BB"
    rancu = Skala("rancu", (Kelas("Sangat Tinggi", 50), Kelas("Sangat Tidak", None, 50)))
    assert rancu.cari("ST") is None
    assert normal_label("Sangat-Tinggi (ST).") == "sangat tinggi"


@pytest.mark.parametrize(
    ("batas", "hasil"),
    [
        (
            [("> 90", ST), ("> 75", T), ("lainnya", R)],
            ["Sangat Tinggi: x > 90", "Tinggi: 75 < x ≤ 90", "Rendah: x ≤ 75"],
        ),
        (
            [("x > 90", "a"), ("90 ≥ x > 75", "b"), ("x <= 75", "c")],
            ["a: x > 90", "b: 75 < x ≤ 90", "c: x ≤ 75"],
        ),
        (
            [("NE > 90%", "a"), ("80% < NE ≤ 90%", "b"), ("NE ≤ 80%", "c")],
            ["a: x > 90", "b: 80 < x ≤ 90", "c: x ≤ 80"],
        ),
        ([("≤ 50", "a"), ("≤ 65,5", "b"), ("", "c")], ["a: x ≤ 50", "b: 50 < x ≤ 65,5", "c: x > 65,5"]),
        ([("< 50", "a"), (">= 50", "b")], ["a: x < 50", "b: x ≥ 50"]),
        (
            [("91 % ≤ 100 %", "a"), ("76 – 90", "b"), ("≤ 50 %", "c")],
            ["a: 91 ≤ x ≤ 100", "b: 76 ≤ x ≤ 90", "c: x ≤ 50"],
        ),
    ],
)
def test_skala_dari_batas_tercetak(batas: list[tuple[str, str]], hasil: list[str]) -> None:
    assert [str(k) for k in Skala.dari_batas("laporan", batas).kelas] == hasil


def test_skala_laporan_sama_dengan_yang_dicetak() -> None:
    cetak = [("x > 90", ST), ("90 ≥ x > 75", T), ("75 ≥ x > 65", S), ("65 ≥ x > 50", R), ("x ≤ 50", SR)]
    assert Skala.dari_batas("laporan", cetak).kelas == ambil_skala(LAPORAN).kelas


@pytest.mark.parametrize("batas", ["tinggi sekali", "50", "> sembilan puluh", "> 1.23.456", "90 < x < y"])
def test_batas_tak_terbaca(batas: str) -> None:
    with pytest.raises((SkalaError, AngkaError)):
        Skala.dari_batas("laporan", [(batas, "x")])


def test_skala_tanpa_kelas() -> None:
    with pytest.raises(SkalaError, match="tidak memuat kelas"):
        Skala.dari_batas("laporan", [])
    assert [str(c) for c in periksa_skala(Skala("hampa", ()))] == ["nilai x tidak berlabel"]


def test_cacat_lain() -> None:
    s = Skala("uji", (Kelas("A", 5, 5, True, True), Kelas("B", 5), Kelas("b", None, 5), Kelas("C", 7, 6)))
    assert [str(c) for c in periksa_skala(s)] == [
        "tidak ada nilai yang berlabel C",
        "label b dipakai lebih dari satu kelas",
    ]
    s = Skala("uji", (Kelas("A", 5, bawah_termasuk=True), Kelas("B", None, 5, False, True)))
    assert [str(c) for c in periksa_skala(s)] == ["nilai x = 5 berlabel ganda: A dan B"]
    assert s.label(Fraction(5)) == "A"
