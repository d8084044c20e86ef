"""From the parts of a year to the year: sum, last, mean, ratio of sums."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sakip
from sakip.errors import AngkaError
from sakip.hukum.agregasi import AGREGASI, agregasi_dari, setahun

BAGIAN = st.lists(st.decimals(0, 1000, places=2), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("agregasi", "hasil"), [("jumlah", "100"), ("terakhir", "40"), ("rerata", "25"), ("nisbah", "50")]
)
def test_setahun(agregasi: str, hasil: str) -> None:
    penyebut = ["20", "40", "60", "80"] if agregasi == "nisbah" else []
    n = sakip.setahun(["10", "20", "30", "40"], agregasi, penyebut)
    assert n is not None
    assert str(n) == f"{hasil},00"


def test_tanpa_bagian_tanpa_angka() -> None:
    assert [setahun([], a) for a in AGREGASI[:-1]] == [None] * 3
    assert setahun([], "nisbah") is None
    assert setahun(["1"], "nisbah", ["0"]) is None


@pytest.mark.parametrize(
    ("bagian", "agregasi", "penyebut"),
    [(["1"], "median", []), (["1"], "jumlah", ["2"]), (["1", "2"], "nisbah", ["2"]), (["satu"], "jumlah", [])],
)
def test_ditolak(bagian: list[str], agregasi: str, penyebut: list[str]) -> None:
    with pytest.raises(AngkaError):
        setahun(bagian, agregasi, penyebut)


@given(BAGIAN)
def test_yang_dihitung_dikenali(bagian: list[object]) -> None:
    """What a way gives, printed to two decimals, is told to follow by that way."""
    for a in AGREGASI[:-1]:
        n = setahun(bagian, a)  # type: ignore[arg-type]
        assert n is not None
        assert a in agregasi_dari(bagian, n.tulis())  # type: ignore[arg-type]


def test_agregasi_dari() -> None:
    assert sakip.agregasi_dari(["80", "82", "84", "86"], "83") == ("rerata",)
    assert sakip.agregasi_dari(["20", "45", "70", "90"], "90") == ("terakhir",)
    assert sakip.agregasi_dari(["1", "1", "1", "1"], Fraction(5)) == ()
    assert sakip.agregasi_dari(["100", "100"], "100") == ("terakhir", "rerata")
