"""A review is a value: the same findings and relations make the same review, wherever it has been."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contoh import reviu_contoh
from tests.kedalaman import sedalam
from tests.tempat import CONTOH

import sakip
from sakip.pengujian import laporan_acak

if TYPE_CHECKING:
    from collections.abc import Iterator

TERPANJANG = 900
"""Characters of a repr: some twenty fields of at most sixty."""


@pytest.fixture(scope="module")
def contoh() -> sakip.Reviu:
    return reviu_contoh()


@settings(max_examples=sedalam(20))
@given(st.integers(0, 100_000))
def test_sama_di_mana_pun(benih: int) -> None:
    laporan = laporan_acak(benih)
    reviu = sakip.reviu(laporan)
    for lain in (sakip.reviu(laporan), pickle.loads(pickle.dumps(reviu)), copy.deepcopy(reviu)):  # noqa: S301 # our own
        assert lain == reviu
        assert hash(lain) == hash(reviu)
        assert len({lain, reviu}) == 1


def test_berbeda(contoh: sakip.Reviu) -> None:
    """Each part counts: a finding, a relation, a figure of a relation."""
    satu = contoh.relasi[0]
    asal = satu.relasi.butir[0].sel
    assert asal is not None
    sel = attrs.evolve(asal, teks="1")
    lain = attrs.evolve(satu.relasi, hasil=attrs.evolve(satu.relasi.butir[0], sel=sel))  # type: ignore[call-arg] # a Rumusan
    assert attrs.evolve(contoh, temuan=contoh.temuan[1:]) != contoh
    assert attrs.evolve(contoh, relasi=contoh.relasi[1:]) != contoh
    assert sakip.HasilRelasi(lain, satu.evaluasi) != satu
    assert sakip.HasilRelasi(attrs.evolve(satu.relasi), satu.evaluasi) == satu


def test_repr_pendek(contoh: sakip.Reviu) -> None:
    def semua() -> Iterator[object]:
        yield contoh
        yield contoh.cakupan
        yield from contoh.temuan
        yield from contoh.cakupan.belum
        for h in contoh.relasi:
            yield h
            yield h.relasi
            yield from h.relasi.butir
        yield contoh.laporan
        yield from contoh.laporan.tabel
        yield from contoh.laporan.perjanjian

    terpanjang = max(map(repr, semua()), key=len)
    assert len(terpanjang) <= TERPANJANG, terpanjang
    assert "62 Temuan" in repr(contoh)


@pytest.mark.parametrize("bukan", [None, 5, "laporan.docx", CONTOH])
def test_bukan_laporan(bukan: object) -> None:
    with pytest.raises(TypeError, match=f"bukan {type(bukan).__name__}"):
        sakip.reviu(bukan)  # type: ignore[arg-type] # what is tested
