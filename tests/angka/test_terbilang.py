"""Numbers in words: what is spelled reads back, and what spells no number is none."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.angka.terbilang import baca_terbilang, cari_terbilang, menyatakan

DIGIT = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
GOLONGAN = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"))


def eja(n: int) -> str:
    """A whole number in words."""
    if n < 10:
        return DIGIT[n]
    if n < 12:
        return ("sepuluh", "sebelas")[n - 10]
    if n < 20:
        return f"{DIGIT[n - 10]} belas"
    for besar, kata in (*GOLONGAN, (100, "ratus"), (10, "puluh")):
        if n >= besar:
            banyak, sisa = divmod(n, besar)
            depan = f"se{kata}" if banyak == 1 and besar in {1000, 100} else f"{eja(banyak)} {kata}"
            return f"{depan} {eja(sisa)}" if sisa else depan
    raise AssertionError(n)


@given(st.integers(0, 10**15 - 1), st.sampled_from([" ", "", "-", "  "]), st.booleans())
def test_what_is_spelled_reads_back(n: int, sela: str, kapital: bool) -> None:
    teks = eja(n).replace(" ", sela)
    assert baca_terbilang(teks.title() if kapital else teks) == n
    assert baca_terbilang(f"{teks} rupiah") == n


@given(st.integers(0, 10**6), st.integers(0, 9), st.integers(0, 9))
def test_decimals_read_back_digit_by_digit(n: int, a: int, b: int) -> None:
    assert baca_terbilang(f"{eja(n)} koma {DIGIT[a]} {DIGIT[b]}") == n + Fraction(10 * a + b, 100)


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_the_words_of_one_number_are_not_those_of_another(a: int, b: int) -> None:
    for n in (a, b):
        uang = f"{n:,}".replace(",", ".")
        ((_, angka, _, nilai),) = cari_terbilang(f"Rp {uang},- ({eja(b)} rupiah)")
        assert menyatakan(angka, nilai) is (n == b)


@pytest.mark.parametrize(
    ("kata", "nilai"),
    [
        ("Dua Milyar Seratus Tiga Puluh Juta", 2_130_000_000),
        ("tujuh belas koma dua puluh lima persen", Fraction(1725, 100)),
        ("satu ribu lima ratus", 1500),
        ("sejuta", 1_000_000),
    ],
)
def test_spellings_in_use(kata: str, nilai: Fraction | int) -> None:
    assert baca_terbilang(kata) == nilai


@pytest.mark.parametrize(
    "kata",
    [
        "",
        "orang",
        "rupiah",
        "satu dua",
        "puluh",
        "ribu juta",
        "tiga ribu dua juta",
        "sepertiga",
        "dua dari tiga",
        "koma",
    ],
)
def test_what_spells_no_number(kata: str) -> None:
    assert baca_terbilang(kata) is None


@pytest.mark.parametrize(
    ("teks", "sama"),
    [
        ("Rp. 1.250.000,- (satu juta dua ratus lima puluh ribu rupiah)", True),
        ("Rp1.250.000,00(satu juta dua ratus ribu rupiah)", False),
        ("Rp 2,5 juta (dua juta lima ratus ribu rupiah)", True),
        ("12,50 % (dua belas koma lima persen)", True),
        ("1.060 (seribu enam puluh) orang", True),
        ("3.5 (tiga koma lima)", True),
        ("11 (sebelas)", True),
        ("11 (delapan)", False),
    ],
)
def test_figures_with_words(teks: str, sama: bool) -> None:
    (_, angka, _, nilai), *lain = cari_terbilang(teks)
    assert not lain
    assert menyatakan(angka, nilai) is sama


@pytest.mark.parametrize(
    "teks",
    ["11 orang (delapan)", "11 (delapan di antaranya)", "A11 (delapan)", "11 (8)", "11 (laki-laki)", "(delapan)"],
)
def test_brackets_that_spell_nothing(teks: str) -> None:
    assert not list(cari_terbilang(teks))
