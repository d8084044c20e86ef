"""The laws of intervals, against single values drawn from them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip.angka.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Callable

NILAI = st.fractions(-1000, 1000, max_denominator=200)
INTERVAL = st.tuples(NILAI, NILAI).map(lambda p: Interval(min(p), max(p)))


@st.composite
def interval_dan_isi(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval and a value in it, the ends among them."""
    i = draw(INTERVAL)
    bagian = draw(st.fractions(0, 1, max_denominator=10))
    return i, i.bawah + bagian * (i.atas - i.bawah)


ISI = interval_dan_isi()


@given(ISI, ISI)
@pytest.mark.parametrize(
    ("selang", "nilai"),
    [
        (lambda a, b: a + b, lambda a, b: a + b),
        (lambda a, b: a - b, lambda a, b: a - b),
        (lambda a, b: a * b, lambda a, b: a * b),
    ],
    ids=["+", "-", "*"],
)
def test_hasil_memuat_hasil_nilai(
    selang: Callable[[Interval, Interval], Interval],
    nilai: Callable[[Fraction, Fraction], Fraction],
    a: tuple[Interval, Fraction],
    b: tuple[Interval, Fraction],
) -> None:
    hasil = selang(a[0], b[0])
    assert hasil.memuat(nilai(a[1], b[1]))
    ujung = [nilai(x, y) for x in (a[0].bawah, a[0].atas) for y in (b[0].bawah, b[0].atas)]
    assert (hasil.bawah, hasil.atas) == (min(ujung), max(ujung))  # no wider than it must be


@given(ISI, ISI)
def test_bagi(a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]) -> None:
    if b[0].memuat(0):
        with pytest.raises(ZeroDivisionError):
            a[0] / b[0]
        return
    hasil = a[0] / b[0]
    assert hasil.memuat(a[1] / b[1])
    ujung = [x / y for x in (a[0].bawah, a[0].atas) for y in (b[0].bawah, b[0].atas)]
    assert (hasil.bawah, hasil.atas) == (min(ujung), max(ujung))


@given(INTERVAL, INTERVAL, INTERVAL)
def test_aljabar(a: Interval, b: Interval, c: Interval) -> None:
    assert a + b == b + a
    assert a * b == b * a
    assert (a + b) + c == a + (b + c)
    negatif = -a
    assert -negatif == a
    assert a - b == a + -b
    assert a + Interval.titik(0) == a
    assert a * Interval.titik(1) == a


@given(INTERVAL, INTERVAL)
def test_bertemu_dan_irisan(a: Interval, b: Interval) -> None:
    irisan = a.irisan(b)
    assert a.bertemu(b) == b.bertemu(a) == (irisan is not None)
    assert irisan == b.irisan(a)
    if irisan is not None:
        for x in (irisan.bawah, irisan.tengah, irisan.atas):
            assert a.memuat(x)
            assert b.memuat(x)
    else:
        assert not any(a.memuat(x) for x in (b.bawah, b.tengah, b.atas))
    assert a.irisan(a) == a


@given(ISI)
def test_tengah_dan_tunggal(a: tuple[Interval, Fraction]) -> None:
    i, isi = a
    assert i.memuat(isi)
    assert i.memuat(i.tengah)
    assert i.tengah - i.bawah == i.atas - i.tengah
    assert i.tunggal == (i.bawah == i.atas)


@given(NILAI, st.fractions(0, 10))
def test_dari(nilai: Fraction, setengah: Fraction) -> None:
    i = Interval.dari(nilai, setengah)
    assert i.tengah == nilai
    assert i.atas - i.bawah == 2 * setengah
    assume(setengah > 0)
    assert not i.memuat(nilai + setengah * Fraction(11, 10))


@given(st.lists(NILAI, min_size=1))
def test_gabung(nilai: list[Fraction]) -> None:
    i = Interval.gabung(nilai)
    assert all(i.memuat(n) for n in nilai)
    assert {i.bawah, i.atas} <= set(nilai)


def test_menerima_decimal_dan_int() -> None:
    i = Interval.dari(Decimal("106.40"), Fraction(1, 200))
    assert (i.bawah, i.atas) == (Fraction("106.395"), Fraction("106.405"))
    assert i.memuat(Decimal("106.405"))  # both ends belong to it
    assert not i.memuat(Decimal("106.4051"))
    assert not i.memuat(106)
    assert Interval.titik(Decimal("0.1")) == Interval.titik(Fraction(1, 10))
    assert repr(Interval.titik(2)) == "Interval(2, 2)"
    assert len({Interval.titik(2), Interval.titik(Decimal(2))}) == 1
