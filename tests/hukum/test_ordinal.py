"""Ordinal scales: their order, the grades they know, cells that print grades in words."""

from __future__ import annotations

from itertools import combinations

import pytest

from sakip.angka.cetakan import Predikat
from sakip.errors import AngkaError
from sakip.hukum.ordinal import (
    SkalaOrdinal,
    baca_cetakan,
    daftar_ordinal,
    predikat_sama,
    skala_predikat,
)
from sakip.hukum.regulasi import Keyakinan
from sakip.hukum.skala import Kelas


@pytest.mark.parametrize("nama", list(daftar_ordinal()))
def test_urutan_tanpa_ganda(nama: str) -> None:
    s = daftar_ordinal()[nama]
    for i, j in combinations(range(len(s.kelas)), 2):
        a, b = s.kelas[i].label, s.kelas[j].label
        assert s.lebih_baik(a, b) is True
        assert s.lebih_baik(b, a) is False
    assert s.lebih_baik(s.kelas[0].label, "bukan predikat") is None


def test_urutan_opini_belum_terverifikasi() -> None:
    s = daftar_ordinal()["opini"]
    assert s.keyakinan is Keyakinan.BELUM
    assert s.lebih_baik("WTP", "Wajar Dengan Pengecualian") is True


def test_urutan_skala_bernilai_menurut_batasnya() -> None:
    assert [k.label for k in daftar_ordinal()["akip_88_2021"].kelas] == ["AA", "A", "BB", "B", "CC", "C", "D"]


def test_skala_sendiri_didahulukan() -> None:
    sendiri = SkalaOrdinal("laporan", (Kelas("Kurang"), Kelas("Baik")))
    ditemukan = skala_predikat("Baik", "Kurang", sendiri=[sendiri])
    assert ditemukan is sendiri
    assert ditemukan.lebih_baik("Kurang", "Baik") is True
    assert skala_predikat("WTP", "Baik") is None


def test_urutan_yang_diganti() -> None:
    """An order of the reviewer's own stands for the known one of its name, and knows its longer names."""
    lain = SkalaOrdinal.dari_urutan("opini", ["WTP", "TW", "WDP"])
    assert lain.keyakinan is Keyakinan.BELUM
    assert lain.lebih_baik("TW", "Wajar Dengan Pengecualian") is True
    assert skala_predikat("TW", "WDP", sendiri=[lain]) is lain
    assert skala_predikat("TW", "TMP", sendiri=[lain]) is None


def test_paragraf_penjelas() -> None:
    opini = daftar_ordinal()["opini"]
    assert opini.lebih_baik("WTP", "WTP-DPP") is opini.lebih_baik("WTP-DPP", "WDP") is True
    assert not predikat_sama("WTP", "WTP DPP")
    isi = baca_cetakan("WTP-DPP")
    assert isinstance(isi, Predikat)
    assert isi.predikat == "WTP-DPP"


def test_predikat_sama() -> None:
    assert predikat_sama("WTP", "wajar tanpa pengecualian")
    assert not predikat_sama("WTP", "WDP")
    assert predikat_sama("Level 3", "level  3")


@pytest.mark.parametrize(
    ("cetak", "predikat", "nilai"),
    [("Baik", "Baik", None), ("sangat baik", "sangat baik", None), ("Sangat Baik (88,31)", "Sangat Baik", "88,31"),
     ("88,31 (Sangat Baik)", "Sangat Baik", "88,31"), ("Memuaskan / 82", "Memuaskan", "82"),
     ("Wajar Tanpa Pengecualian", "Wajar Tanpa Pengecualian", None), ("BB (75,01)", "BB", "75,01")],
)  # fmt: skip
def test_predikat_dalam_kata(cetak: str, predikat: str, nilai: str | None) -> None:
    p = baca_cetakan(cetak)
    assert isinstance(p, Predikat)
    assert (p.predikat, str(p.nilai) if p.nilai else None) == (predikat, nilai)


@pytest.mark.parametrize("cetak", ["Sesuai jadwal", "Baik sekali (1.23.456)", "Terlaksana", "baik " * 30])
def test_kata_lain_ditolak(cetak: str) -> None:
    with pytest.raises(AngkaError):
        baca_cetakan(cetak)
