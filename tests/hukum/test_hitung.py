"""Calculations: capaian by polarity and variant, absorption, means, efficiency."""

from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.angka.angka import Angka, Jenis, tulis
from sakip.angka.cetakan import Kosong, baca_sel
from sakip.errors import AngkaError, SkalaError
from sakip.hukum.hitung import Nilai, capaian, efisiensi, rerata, serapan
from sakip.hukum.ordinal import baca_cetakan
from sakip.hukum.regulasi import Batas, ambil_rumus, daftar_rumus
from sakip.hukum.rumus import Rumus

POSITIF = st.fractions(Fraction(1, 100), 10000, max_denominator=100)
PITA = st.tuples(POSITIF, POSITIF).map(lambda p: (min(p), max(p)))
VARIAN = [nama for nama, r in daftar_rumus().items() if r.jenis == "capaian"]

SEMARANG = [
    ("2.222.600.041,00", "2.011.324.055,00", "77,60%", "82,57%"),
    ("9.868.026.533,00", "8.767.962.955,00", "45%", "46,17%"),
    ("11.847.006.290,32", "11.163.205.754,00", "80,35", "80,45"),
]


@pytest.mark.parametrize(
    ("target", "realisasi", "polaritas", "cetak"),
    [
        ("77,60", "82,57", "positif", "106,40"),
        ("59,80%", "59,86%", "positif", "100,10"),
        ("45%", "46,17%", "positif", "102,60"),
        ("3%", "1,14%", "positif", "38,00"),
        ("10,00%", "39,56%", "positif", "395,60"),
        ("50", "46,17", "positif", "92,34"),
        ("23.091", "23.186,47", "positif", "100,41"),
        ("1.060 Orang", "530 orang", "positif", "50,00"),
        ("32", "4,88", "negatif", "184,75"),
        ("24", "4,88", "negatif", "179,67"),
        ("18,04", "14,10", "negatif", "121,84"),
    ],
)
def test_capaian_laporan_nyata(target: str, realisasi: str, polaritas: str, cetak: str) -> None:
    assert str(capaian(target, realisasi, polaritas)) == cetak


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi", "hasil"),
    [
        ("negatif_a", "10", "0", 200),
        ("negatif_a", "10", "25", -50),
        ("negatif_b", "9,20", "9,53", Fraction(92000, 953)),
        ("negatif_b", "10", "0", None),
        ("negatif_c", "10", "10", 0),
        ("negatif_c", "10", "2", 80),
        ("negatif_d", "10", "5", 100),
        ("negatif_d", "10", "20", 50),
        ("negatif_d", "10", "0", 100),
    ],
)
def test_varian_negatif(rumus: str, target: str, realisasi: str, hasil: Any) -> None:
    assert capaian(target, realisasi, "negatif", rumus) == hasil


@given(POSITIF, POSITIF)
def test_rumus_menurut_definisi(t: Fraction, r: Fraction) -> None:
    assert capaian(t, r) == r / t * 100
    assert capaian(t, r, "negatif") == (t - (r - t)) / t * 100 == (1 + (1 - r / t)) * 100
    assert capaian(t, r, "negatif", "negatif_b") == t / r * 100
    assert capaian(t, r, "negatif", "negatif_c") == (t - r) / t * 100
    assert capaian(t, r, "negatif", "negatif_d") == (100 if r <= t else t / r * 100)
    assert capaian(t, Fraction(0), "negatif") == 200
    assert capaian(t, t) == capaian(t, t, "negatif") == capaian(t, t, "stabil") == 100


@given(PITA, POSITIF, st.sampled_from(["positif", "negatif", "stabil"]))
def test_pita(pita: tuple[Fraction, Fraction], r: Fraction, polaritas: str) -> None:
    hasil = capaian(None, r, polaritas, pita=pita)
    bawah, atas = pita
    if bawah <= r <= atas:
        assert hasil == 100
    elif polaritas == "stabil":
        assert hasil is not None
        assert hasil < 100
    else:
        assert hasil == capaian(atas if r > atas else bawah, r, polaritas)
    assert capaian(None, r, polaritas, pita=(atas, bawah)) == hasil


@pytest.mark.parametrize(
    ("target", "realisasi", "cetak"),
    [("69,1-69,5", "69,3", "100,00"), ("69,1-69,5", "69,5", "100,00"), ("69,1-69,5", "70", "100,72"),
     ("69,1-69,5", "60", "86,83"), ("7 – 8 bulan", "9 bulan", "112,50")],
)  # fmt: skip
def test_target_rentang(target: str, realisasi: str, cetak: str) -> None:
    assert str(capaian(target, realisasi)) == cetak
    assert capaian(baca_sel(target), baca_sel(realisasi)) == capaian(target, realisasi)


@pytest.mark.parametrize(
    ("batas", "hasil"),
    [(None, [90, 105, 115, 130]), ("tanpa", [90, 105, 115, 130]), ("100", [90, 100, 100, 100]),
     ("120", [90, 105, 115, 120]), ("110_120", [90, 105, 120, 120]), (110, [90, 105, 110, 110]),
     (Decimal(110), [90, 105, 110, 110]),
     (Batas(nama="x", di_atas=Fraction(100), menjadi=Fraction(101)), [90, 101, 101, 101])],
)  # fmt: skip
def test_batas(batas: Any, hasil: list[int]) -> None:
    assert [capaian(100, r, batas=batas) for r in (90, 105, 115, 130)] == hasil


def test_target_nol() -> None:
    assert capaian("0", "5") is None
    assert capaian("0", "5", nol="nol") == 0
    with pytest.raises(AngkaError, match="target nol"):
        capaian("0", "5", nol="galat")
    assert capaian("0", "5", "negatif", "negatif_b", nol="galat") == 0  # nothing is divided by zero here
    assert capaian("0", "0", "negatif", "negatif_d") == 100  # its own definition: R does not exceed T


@pytest.mark.parametrize("kosong", ["-", "", "NA", None, Kosong()])
def test_yang_kosong_bukan_nol(kosong: Any) -> None:
    assert capaian(kosong, "5") is None
    assert capaian("5", kosong) is None


def test_predikat_dengan_nilai() -> None:
    assert str(capaian("BB (Nilai 75)", "80,45 (A)")) == "107,27"
    with pytest.raises(AngkaError, match="WTP"):
        capaian("5", "WTP")


@pytest.mark.parametrize(
    ("target", "realisasi", "polaritas", "hasil"),
    [
        # a band: 100 inside, by the upper bound above it, by the lower one below it
        ("80 – 90 %", "85 %", None, "100,00"), ("80 – 90 %", "92 %", None, "102,22"), ("80-90", "70", None, "87,50"),
        ("7 – 8 bulan", "9 bulan", "negatif", "87,50"), ("80-90", "92", "stabil", "97,78"),
        ("80-90", "72", "stabil", "90,00"), ("80-90", "80-90", None, "100,00"),
        # a bound
        ("≤ 3", "2", None, "100,00"), ("maks. 5", "6", None, "80,00"), ("< 5", "5", None, "100,00"),
        ("min. 80", "92", None, "100,00"), ("min. 80", "72", None, "90,00"), ("≤ 3", "4", "positif", "133,33"),
        # a ratio, a duration, a day
        ("1 : 20", "1 : 18", None, "90,00"), ("1:20", "1:18", "negatif", "110,00"), ("20:1", "18:1", None, "90,00"),
        ("8 menit", "7 menit 30 detik", "negatif", "106,25"), ("1 jam", "45 menit", "negatif", "125,00"),
        ("2 tahun", "1 tahun 6 bulan", "negatif", "125,00"), ("31 Maret", "31 Maret", None, "100,00"),
        ("31 Maret", "30 Maret", None, None), ("paling lambat 31 Maret", "2 Januari", None, "100,00"),
        # grades
        ("WTP", "Wajar Tanpa Pengecualian", None, "100,00"), ("WTP", "WDP", None, None), ("BB", "A", None, None),
        ("Baik", "Baik", None, "100,00"), ("Level 4", "Level 3", None, "75,00"), ("B", "68,15 (B)", None, "100,00"),
        ("Level 3", "Level 3 (3,15)", None, "105,00"),
    ],
)  # fmt: skip
def test_macam_nilai(target: str, realisasi: str, polaritas: str | None, hasil: str | None) -> None:
    c = capaian(target, realisasi, polaritas)
    assert (None if c is None else str(c)) == hasil
    assert capaian(baca_cetakan(target), baca_cetakan(realisasi), polaritas) == c


@pytest.mark.parametrize(
    ("target", "realisasi"),
    [("1:20", "20:1"), ("1:20", "18"), ("5", "≤ 3"), ("80", "Baik"), ("31 Maret", "5"), ("80-90", "81-91")],
)
def test_tidak_dapat_dibandingkan(target: str, realisasi: str) -> None:
    with pytest.raises(AngkaError):
        capaian(target, realisasi)


@pytest.mark.parametrize("realisasi", ["1:17,9", "69,1-69,5", "tinggi"])
def test_realisasi_bukan_satu_angka(realisasi: str) -> None:
    with pytest.raises(AngkaError, match=realisasi):
        capaian("5", realisasi)


def test_rumus_sendiri() -> None:
    assert capaian("4", "2", rumus=Rumus.rasio("target", "realisasi", kali=10)) == 20


@pytest.mark.parametrize("salah", [{"polaritas": "naik"}, {"rumus": "negatif_z"}, {"batas": "150"}, {"nol": "satu"}])
def test_nama_tak_dikenal(salah: dict[str, str]) -> None:
    with pytest.raises(SkalaError, match="yang ada"):
        capaian("5", "5", **salah)  # type: ignore[arg-type]


def test_float_ditolak_di_mana_pun() -> None:
    f: Any = 77.6
    for panggil in (
        lambda: capaian(f, "1"),
        lambda: capaian("1", f),
        lambda: capaian(None, "1", pita=(f, "2")),
        lambda: capaian("1", "1", batas=f),
        lambda: serapan(f, "1"),
        lambda: rerata([f]),
        lambda: efisiensi([(f, "1", "1")]),
        lambda: efisiensi([("1", "1", f)]),
        lambda: efisiensi([("1", "1", "1", f)]),
        lambda: Nilai(Fraction(1)) == f,
        lambda: Nilai(Fraction(1)) < f,
        lambda: Nilai(Fraction(1)) >= f,
    ):
        with pytest.raises(TypeError, match=r"float tidak diterima: 77\.6"):
            panggil()


@pytest.mark.parametrize(
    ("pagu", "realisasi", "cetak"),
    [
        ("23.937.632.864,32", "21.942.492.764,00", "91,67"),
        ("24.482.740,00", "15.998.000,0", "65,34"),
        ("Rp. 90.000,00,-", "60.000", "66,67"),
        ("925.896.500,00", "826.994.935,00", "89,32"),
        ("60.000.000,00", "0,00", "0,00"),
    ],
)
def test_serapan(pagu: str, realisasi: str, cetak: str) -> None:
    assert str(serapan(pagu, realisasi)) == cetak


def test_serapan_pagu_nol() -> None:
    assert serapan("0", "0") is None
    assert serapan("0", "0", nol="nol") == 0
    with pytest.raises(AngkaError, match="pagu nol"):
        serapan("0", "0", nol="galat")


def test_rerata() -> None:
    assert str(rerata(["106,40", "102,60", "100,12"])) == "103,04"
    assert str(rerata(["100,10", "100,63"])) == "100,37"
    eksak = [capaian(t, r) for _, _, t, r in SEMARANG]
    assert str(rerata(eksak)) == str(rerata(eksak, desimal=2)) == "103,04"
    assert rerata(eksak) != rerata(eksak, desimal=2)
    assert rerata([]) is None
    assert rerata(["100", None]) is None
    assert rerata(["80", "140"], batas="100") == 90
    assert rerata([Fraction("1.005"), Fraction("1.015")], desimal=2) == Fraction("1.015")


@given(st.lists(st.fractions(-1000, 1000), min_size=1, max_size=8))
def test_rerata_eksak(nilai: list[Fraction]) -> None:
    assert rerata(nilai) == sum(nilai) / Fraction(len(nilai))


def test_efisiensi_semarang() -> None:
    """Every figure of the report's efficiency table and of the calculation below it."""
    e = efisiensi(SEMARANG)
    assert [b.pagu_capaian.tulis() for b in e.baris] == [
        "2.364.949.553,94",
        "10.124.595.222,86",
        "11.861.750.542,08",
    ]
    assert [b.selisih_efisiensi.tulis() for b in e.baris] == [
        "353.625.498,94",
        "1.356.632.267,86",
        "698.544.788,08",
    ]
    assert e.jumlah_pagu_capaian.tulis() == "24.351.295.318,87"
    assert e.jumlah_selisih_efisiensi.tulis() == "2.408.802.554,87"
    assert (str(e.e), str(e.ne), str(e.ne_terbatas)) == ("9,89", "74,73", "74,73")
    assert e.kategori == "Cukup efisien"
    assert efisiensi(SEMARANG, skala="permendagri86_laporan").kategori == "Sedang"


def test_efisiensi_langkah() -> None:
    langkah = [str(x) for x in efisiensi(SEMARANG[:1]).langkah]
    assert langkah == [
        "baris 1: PAK × CK = 2.222.600.041,00 × 106,404639…% = Rp2.364.949.553,94",
        "baris 1: PAK × CK − RAK = 2.364.949.553,94 − 2.011.324.055,00 = Rp353.625.498,94",
        "Σ(PAK × CK) = Rp2.364.949.553,94",
        "Σ(PAK × CK − RAK) = Rp353.625.498,94",
        "E = Σ(PAK × CK − RAK) ÷ Σ(PAK × CK) × 100 = 14,95%",
        "NE = 50 + E ÷ 20 × 50 = 87,38%",
        "NE = 50 + E ÷ 20 × 50, paling rendah 0 dan paling tinggi 100 = 87,38%",
    ]
    assert str(efisiensi([("100", "90", "106,40")]).langkah[0]) == ("baris 1: PAK × CK = 100,00 × 106,40% = Rp106,40")


def test_efisiensi_tidak_dibatasi_seperti_contoh_lampiran() -> None:
    """The annex of PMK 214 feeds CK of 1,22, 0,80 and 1,42 as they are; the budgets here are ours."""
    baris = [("100", "110", "122"), ("200", "150", "80"), ("300", "290", "142")]
    e = efisiensi(baris)
    assert e.jumlah_pagu_capaian == 122 + 160 + 426
    assert e.jumlah_selisih_efisiensi == 12 + 10 + 136
    assert e.e == Fraction(158 * 100, 708)
    assert e.ne == 50 + Fraction(158 * 100, 708) / 20 * 50
    assert str(e.ne) == "105,79"
    assert e.ne_terbatas == 100
    assert efisiensi(baris, batas=120).jumlah_pagu_capaian == 120 + 160 + 360


@given(st.lists(st.tuples(POSITIF, POSITIF, POSITIF), min_size=1, max_size=5))
def test_efisiensi_menurut_definisi(baris: list[tuple[Fraction, Fraction, Fraction]]) -> None:
    e = efisiensi(baris)
    penyebut = sum(pak * ck / 100 for pak, _, ck in baris)
    pembilang = sum(pak * ck / 100 - rak for pak, rak, ck in baris)
    assert e.e == Fraction(pembilang) / penyebut * 100
    assert e.e is not None
    assert e.ne == 50 + e.e.pecahan / 20 * 50
    assert e.ne is not None
    assert e.ne_terbatas == min(max(e.ne.pecahan, Fraction(0)), Fraction(100))
    assert pickle.loads(pickle.dumps(e)) == e  # noqa: S301  # our own bytes
    dari_target = efisiensi([(pak, rak, Fraction(100), ck) for pak, rak, ck in baris])
    assert dari_target == e


def test_efisiensi_tanpa_hasil() -> None:
    e = efisiensi([])
    assert (e.e, e.ne, e.ne_terbatas, e.kategori) == (None, None, None, None)
    assert len(e.langkah) == 2
    with pytest.raises(AngkaError, match="baris 2: capaian tidak dapat dihitung"):
        efisiensi([("1", "1", "100"), ("1", "1", "0", "5")])
    salah: Any = [("1", "1")]
    with pytest.raises(ValueError, match="baris 1: harus"):
        efisiensi(salah)
    with pytest.raises(SkalaError, match="pmk214"):
        efisiensi(SEMARANG, metode="ngawur")


def test_nilai() -> None:
    n = Nilai(Fraction("106.4046"))
    assert (repr(n), str(n), n.bulat(), n.bulat(1)) == (
        "Nilai('106,40')",
        "106,40",
        Decimal("106.40"),
        Decimal("106.4"),
    )
    assert (n.tulis(1, Jenis.PERSEN), n.tulis(0, Jenis.RUPIAH)) == ("106,4%", "Rp106")
    assert repr(Nilai(Fraction("-1234.565"))) == "Nilai('-1.234,57')"
    assert n != Nilai(Fraction("106.40"))
    assert n != "106,40"
    assert n != Decimal("NaN")
    assert n is not None
    with pytest.raises(TypeError):
        _ = n < "200"
    assert {Nilai(Fraction(2)): 1}[Nilai(Fraction(2))] == 1


@given(st.fractions(), st.fractions() | st.integers() | st.decimals(allow_nan=False, allow_infinity=False))
def test_nilai_dibandingkan_eksak(a: Fraction, b: Any) -> None:
    n, f = Nilai(a), Fraction(b)
    for lain in (b, f, Nilai(f)):
        assert (n == lain, n != lain) == (a == f, a != f)
        assert (n < lain, n <= lain, n > lain, n >= lain) == (a < f, a <= f, a > f, a >= f)
    if a == f:
        assert hash(n) == hash(b)


def test_nilai_dibandingkan_dengan_cetakan() -> None:
    assert capaian("80", "40") == Angka.baca("50,00%")
    assert capaian("80", "40") != True  # noqa: E712  # a truth value is no figure


@pytest.mark.parametrize("varian", VARIAN)
@given(t=POSITIF, r=POSITIF)
def test_hasil_tercetak_dapat_dihitung_balik(varian: str, t: Fraction, r: Fraction) -> None:
    """What `capaian` gives, printed and read, stands for an interval that holds it."""
    hasil = capaian(t, r, rumus=varian)
    assert hasil is not None
    cetak = Angka.baca(tulis(hasil.pecahan, 2, Jenis.PERSEN))
    assert cetak.interval(pasti=False).memuat(hasil.pecahan)
    assert ambil_rumus(varian).rumus.hitung({"target": t, "realisasi": r}) == hasil
