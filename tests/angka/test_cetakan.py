"""What stands for a figure: bands, ratios, bounds, durations, days, grades; each with what it is compared by."""

from __future__ import annotations

import pickle
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.angka.angka import Angka
from sakip.angka.cetakan import (
    Ambang,
    Banding,
    Cetakan,
    Masa,
    Predikat,
    Rentang,
    Tanggal,
    Waktu,
    baca_sel,
    hari_sesuai,
    satuan_waktu,
    teks,
)
from sakip.errors import AngkaError


@pytest.mark.parametrize(
    ("cetak", "macam", "nilai"),
    [
        ("1 : 20", Banding, "20"), ("1:17,9", Banding, "17.9"), ("20:1", Banding, "20"), ("3:4", Banding, "4/3"),
        ("≤ 3", Ambang, "3"), ("<= 3,5", Ambang, "3.5"), ("maks. 5", Ambang, "5"), ("Maksimal 5 hari", Ambang, "5"),
        ("min. 80", Ambang, "80"), ("minimal 80%", Ambang, "80"), ("> 90", Ambang, "90"), ("< 5", Ambang, "5"),
        ("tidak lebih dari 7 menit 30 detik", Ambang, "7.5"), ("paling lambat 31 Maret", Ambang, None),
        ("7 menit 30 detik", Waktu, "7.5"), ("1 jam 15 menit", Waktu, "1.25"), ("1 tahun, 6 bulan", Waktu, "1.5"),
        ("2 jam 5 menit dan 6 detik", Waktu, "7506/3600"),
        ("31 Maret", Tanggal, None), ("1 Nopember 2024", Tanggal, None), ("31/03/2025", Tanggal, None),
        ("1-3-2025", Tanggal, None), ("31.12.2024", Tanggal, None), ("paling lambat 31/03/2025", Ambang, None),
        ("Januari – Maret", Masa, None), ("Januari s.d. Maret 2025", Masa, None), ("Maret", Masa, None),
        ("November 2024 – Januari 2025", Masa, None), ("Maret 2025", Masa, None), ("paling lambat Maret", Ambang, None),
        ("WTP", Predikat, None), ("BB (75,01)", Predikat, "75.01"), ("75,01 (BB)", Predikat, "75.01"),
        ("BB / 75,01", Predikat, "75.01"), ("75,01 / BB", Predikat, "75.01"), ("Level 3", Predikat, "3"),
        ("level III", Predikat, "3"), ("Level 3 (3,12)", Predikat, "3.12"), ("3,12 (Level 3)", Predikat, "3.12"),
        ("12 Orang/bulan", Angka, "12"), ("5 km/jam", Angka, "5"), ("31 paket", Angka, "31"), ("8 menit", Angka, "8"),
    ],
)  # fmt: skip
def test_macam_dan_nilai(cetak: str, macam: type, nilai: str | None) -> None:
    isi = baca_sel(cetak)
    assert type(isi) is macam
    assert isinstance(isi, Cetakan)
    assert getattr(isi, "pecahan", None) == (None if nilai is None else Fraction(nilai))
    assert baca_sel(teks(isi)) == isi
    assert pickle.loads(pickle.dumps(isi)) == isi  # noqa: S301  # our own bytes


@pytest.mark.parametrize(
    "cetak",
    ["≤", "maks.", "≤ tiga", "31 April 2024", "30 menit 7 menit", "7 detik 30 menit", "2 hari 4 jam", "1 bulan 3 jam",
     "31/13/2025", "31/4/2025", "31/03-2025", "Januari – 80 %", "Januari 2024 – Maret",
     "Level", "Level 3 4", "1:2:3", "< > 5"],
)  # fmt: skip
def test_ditolak(cetak: str) -> None:
    with pytest.raises(AngkaError):
        baca_sel(cetak)


def test_tanggal() -> None:
    assert not isinstance(baca_sel("31 April"), Tanggal)
    a, b, c = (baca_sel(t) for t in ("31 Maret", "1 April", "31 Maret 2024"))
    assert isinstance(a, Tanggal)
    assert isinstance(b, Tanggal)
    assert isinstance(c, Tanggal)
    assert (a.sebelum(b), b.sebelum(a), a.sebelum(a)) == (True, False, False)
    assert a.sebelum(c) is None


@given(st.integers(0, 200), st.integers(0, 59), st.integers(0, 59))
def test_waktu_dalam_satuan_terbesar(jam: int, menit: int, detik: int) -> None:
    w = baca_sel(f"{jam} jam {menit} menit {detik} detik")
    assert isinstance(w, Waktu)
    assert w.pecahan == Fraction(jam * 3600 + menit * 60 + detik, 3600)
    assert satuan_waktu(w) == satuan_waktu(baca_sel("1 jam")) == ("detik", 3600)


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.sampled_from(["≤", "<", "≥", ">", "maks.", "minimal"]))
def test_ambang_dipenuhi(batas: int, nilai: int, tanda: str) -> None:
    a = baca_sel(f"{tanda} {batas}")
    assert isinstance(a, Ambang)
    menurut = {"≤": nilai <= batas, "<": nilai < batas, "≥": nilai >= batas, ">": nilai > batas}
    menurut |= {"maks.": menurut["≤"], "minimal": menurut["≥"]}
    assert a.dipenuhi(Fraction(nilai)) is menurut[tanda]


def test_ambang_tanggal() -> None:
    batas, sebelum, sesudah, lain = (baca_sel(t) for t in ("paling lambat 31 Maret", "15 Maret", "2 April", "5"))
    assert isinstance(batas, Ambang)
    assert isinstance(sebelum, Tanggal)
    assert isinstance(sesudah, Tanggal)
    assert isinstance(lain, Angka)
    assert batas.dipenuhi(sebelum) is True
    assert batas.dipenuhi(sesudah) is False
    assert batas.dipenuhi(lain.pecahan) is None


def test_banding_dua_arah() -> None:
    a, b = baca_sel("1:20"), baca_sel("20:1")
    assert isinstance(a, Banding)
    assert isinstance(b, Banding)
    assert (a.terbalik, b.terbalik) == (False, True)
    nol = baca_sel("0:5")
    assert isinstance(nol, Banding)
    assert nol.pecahan is None


def test_tanpa_satuan_waktu() -> None:
    assert satuan_waktu(baca_sel("3 hari")) is None
    assert satuan_waktu(baca_sel("WTP")) is None
    r = baca_sel("7 – 8 bulan")
    assert isinstance(r, Rentang)
    assert satuan_waktu(r) == ("bulan", 1)
    assert satuan_waktu(attrs.evolve(r, satuan="paket")) is None


@pytest.mark.parametrize(
    ("target", "realisasi", "sesuai"),
    [
        ("31 Maret 2025", "31/03/2025", True), ("31 Maret", "30 Maret", False), ("31 Maret", "31/03/2025", False),
        ("Januari – Maret", "Februari", True), ("Januari – Maret", "31 Maret", True),
        ("Januari – Maret", "April", False),
        ("Januari – Maret", "Februari – Maret", True), ("Januari – Maret", "Maret – April", False),
        ("November – Januari 2025", "Desember 2024", True), ("November – Januari 2025", "Desember 2025", False),
        ("November – Januari", "Desember", False), ("paling lambat 31 Maret", "Februari", True),
        ("paling lambat Maret", "31 Maret", True), ("paling lambat Maret", "1 April", False),
        ("paling lambat 15 Maret", "Maret", False), ("Maret", "80 %", None), ("80 – 90 %", "Maret", None),
    ],
)  # fmt: skip
def test_hari_sesuai(target: str, realisasi: str, *, sesuai: bool | None) -> None:
    assert hari_sesuai(baca_sel(target), baca_sel(realisasi)) is sesuai
