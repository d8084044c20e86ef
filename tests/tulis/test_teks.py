"""The text helpers of the writers: cleaned, wrapped, set in tables that fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.angka.lokasi import Lokasi
from sakip.tulis.teks import bersih, bungkus, gantung, kepala_dan_baris, lebar_kolom, pendek, tabel
from sakip.tulis.words.kamus import sebut_lokasi, sebut_semua


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("biasa", "biasa"),
        ("  dua \t\n baris  ", "dua baris"),
        ("\x1b[31mA\x1b[0m", "[31mA[0m"),
        ("a\x00b\x9bc\x7fd", "abcd"),
        ("a\u00a0b\u2028c", "a b c"),
        ("kiri\u202ekanan\u2066\ufeff", "kirikanan"),
        ("\ue000\udcff", "\ufffd\ufffd"),
        ("Σ(PAK × CK) − RAK ≥ 0", "Σ(PAK × CK) − RAK ≥ 0"),
    ],
)
def test_bersih(teks: str, hasil: str) -> None:
    assert bersih(teks) == hasil


@given(st.text(), st.integers(1, 40))
def test_apa_pun_menjadi_baris_yang_muat_dan_utuh(teks: str, lebar: int) -> None:
    aman = bersih(teks)
    assert aman.isprintable()
    assert bersih(aman) == aman
    garis = bungkus(aman, lebar)
    assert all(len(g) <= lebar for g in garis)
    assert "".join("".join(garis).split()) == "".join(aman.split())


@given(st.lists(st.tuples(*[st.text("0123456789.,-% Rpab…", max_size=30)] * 3), min_size=1), st.integers(20, 90))
def test_tabel_apa_pun_muat(baris: list[tuple[str, str, str]], lebar: int) -> None:
    isi = [[bersih(t) for t in b] for b in baris]
    garis = tabel(["a", "b", "c"], isi, lebar, (0, 2))
    assert all(len(g) <= lebar for g in garis)
    assert all(k in "\n".join(garis) for b in isi for t in b for k in t.split() if len(k) < 10)


def test_angka_tidak_dipenggal() -> None:
    assert bungkus("Rp. 10.848.567.113,32,- tercetak", 20) == ["Rp.", "10.848.567.113,32,-", "tercetak"]
    assert bungkus("satu\ndua tiga", 4) == ["satu", "dua", "tiga"]
    assert bungkus("", 5) == [""]
    assert bungkus("12345678", 3) == ["123", "456", "78"]


def test_gantung() -> None:
    assert gantung("Bukti", "satu dua tiga", 17, 2, 7) == ["  Bukti  satu dua", "         tiga"]
    assert gantung("Kosong", "", 40) == ["Kosong"]


def test_pendek_mengatakan_bahwa_ia_dipendekkan() -> None:
    assert pendek("pas", 3) == "pas"
    assert pendek("sub koordinator kelembagaan", 18) == "sub koordinator…"
    assert pendek("12345678901234567890", 10) == "123456789…"


def test_tabel_tidak_menebak_angka_dan_muat() -> None:
    baris = [["1.10", "0001", "80,443"], ["2", "-", "kata yang cukup panjang untuk dibungkus"]]
    garis = tabel(["a", "b", "c"], baris, 30, (0,))
    assert garis == [
        "   a  b     c",
        "----  ----  ------------------",
        "1.10  0001  80,443",
        "   2  -     kata yang cukup",
        "            panjang untuk",
        "            dibungkus",
    ]
    assert tabel(["a"], [], 30) == []


def test_tabel_yang_tidak_muat_ditulis_tegak() -> None:
    garis = tabel(["nama", "pagu", "sisa"], [["Program", "11.847.006.290,32", ""], ["B", "1", "2"]], 30)
    assert garis == [
        "nama  Program",
        "pagu  11.847.006.290,32",
        "",
        "nama  B",
        "pagu  1",
        "sisa  2",
    ]
    assert lebar_kolom([["nama", "x" * 30]], 20) is None


def test_kepala_dan_baris_dapat_disisipi() -> None:
    kepala, isi = kepala_dan_baris(["no", "isi"], [["1", "satu dua tiga"], ["2", "x"]], [2, 9], (0,))
    assert kepala == ["no  isi", "--  ---------"]
    assert isi == [[" 1  satu dua", "    tiga"], [" 2  x"]]


@pytest.mark.parametrize(
    ("lok", "teks"),
    [
        (Lokasi(), ""),
        (Lokasi("a.csv"), "a.csv"),
        (Lokasi("a.csv", 3), "a.csv:3"),
        (Lokasi("a.csv", 3, asal=9), "a.csv:3 (naskah baris 9)"),
        (Lokasi(asal=9), "naskah baris 9"),
        (Lokasi(baris=3, tabel="Tabel 2.1"), "Tabel 2.1, baris 3"),
        (Lokasi(baris=3), "baris 3"),
        (Lokasi(tabel="Tabel 2.1"), "Tabel 2.1"),
        (Lokasi("a.pdf", halaman=4), "a.pdf, halaman 4"),
        (Lokasi("a.xlsx", sel="C12"), "a.xlsx, sel C12"),
    ],
)
def test_sebut_lokasi(lok: Lokasi, teks: str) -> None:
    assert sebut_lokasi(lok) == teks


def test_sebut_semua_menyatukan_satu_berkas() -> None:
    lok = [Lokasi("a", 1, asal=5), Lokasi("b", 2), Lokasi("a", 3, asal=6), Lokasi("a", 1, asal=5), Lokasi()]
    assert sebut_semua(lok) == ["a:1, 3 (naskah baris 5, 6)", "b:2"]
    assert sebut_semua(lok, "en") == ["a:1, 3 (source line 5, 6)", "b:2"]
