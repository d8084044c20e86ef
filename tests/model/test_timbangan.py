"""Laws of weighing readings."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sakip.model.timbangan import BIAYA_KATA, BIAYA_LAIN, Bobot, Dasar, terbaik

BANYAK = st.integers(0, 12)
BOBOT = st.builds(Bobot, BANYAK, BANYAK, st.sampled_from((Fraction(), Fraction(1, 10), BIAYA_LAIN, BIAYA_KATA)))


@given(st.lists(BOBOT, min_size=1))
def test_terbaik_tidak_kalah(semua: list[Bobot]) -> None:
    """Nothing is better than the best, and of equals it is the first."""
    menang = terbaik(range(len(semua)), lambda i: semua[i])
    assert menang is not None
    assert all(semua[menang].harga < b.harga for b in semua[:menang])
    assert all(semua[menang].harga <= b.harga for b in semua[menang:])


def test_tanpa_bacaan() -> None:
    assert terbaik([], lambda b: b) is None


@given(st.integers(0, 12), st.integers(0, 12), st.integers(1, 12))
def test_biaya_sebaris(a: int, b: int, n: int) -> None:
    """Of the same lines a reading that the words do not suggest must spare one to win, one they contradict two."""
    a, b = min(a, n), min(b, n)
    kata, lain, lawan = Bobot(n - a, a), Bobot(n - b, b, BIAYA_LAIN), Bobot(n - b, b, BIAYA_KATA)
    assert (terbaik((kata, lain), lambda x: x) is lain) == (b < a)
    assert (terbaik((kata, lawan), lambda x: x) is lawan) == (b < a - 1)


@given(BOBOT)
def test_dasar_makin_lemah(b: Bobot) -> None:
    """What a guess may accuse of the usual reading may too, and what that may the printed words may."""
    boleh = [b.didukung(d) for d in (Dasar.DUGAAN, Dasar.LAZIM, Dasar.TERSURAT)]
    assert boleh == sorted(boleh)
    assert boleh[-1]


@given(BOBOT, st.sampled_from(Dasar))
def test_satu_baris_lagi_sesuai(b: Bobot, dasar: Dasar) -> None:
    """A line more that holds never takes support away; one more that fails never gives it."""
    if b.didukung(dasar):
        assert Bobot(b.sesuai + 1, b.gagal, b.biaya).didukung(dasar)
    elif b.gagal + b.sesuai > 1:
        assert not Bobot(b.sesuai, b.gagal + 1, b.biaya).didukung(dasar)
