"""The finer points of the core, each of which a mutant of the code once got past the other tests."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any
from unittest.mock import ANY

import pytest

from sakip.angka.angka import Angka, Jenis, angka, pecahan
from sakip.angka.cetakan import Banding, Rentang, baca_sel
from sakip.angka.interval import Interval
from sakip.angka.notasi import PANJANG_TERBESAR
from sakip.errors import AngkaError, SkalaError
from sakip.hukum.hitung import Nilai, _batas, capaian, efisiensi, rerata, serapan
from sakip.hukum.skala import Kelas, Skala, ambil_skala, daftar_skala, kategori, periksa_skala

RUPIAH, CACAH, PERSEN = Jenis.RUPIAH, Jenis.CACAH, Jenis.PERSEN


# -- angka -----------------------------------------------------------------------------------------------------


def test_jenis_sampai_ke_setiap_bentuk() -> None:
    """The kind asked for decides in brackets, ratios, grades and numbers as it does in a plain figure."""
    kurung = Angka.baca("(50.125)", PERSEN)
    assert (kurung.nilai, kurung.jenis) == (Decimal("-50.125"), PERSEN)
    banding = baca_sel("50.125:60.125", PERSEN)
    assert isinstance(banding, Banding)
    assert [banding.kiri.nilai, banding.kanan.nilai, banding.jenis] == [Decimal("50.125"), Decimal("60.125"), PERSEN]
    assert baca_sel("WTP", PERSEN).jenis is PERSEN
    assert angka("50.125", PERSEN).nilai == Decimal("50.125")
    assert pecahan("50.125", PERSEN) == Fraction("50.125")
    assert angka(Decimal("1.234"), RUPIAH).nilai == Decimal("1.234")  # what is a number is not read again as a text


def test_bacaan_lain_mengikuti_kepala() -> None:
    """Under a heading that gives the scale the other reading is scaled as well."""
    assert Angka.baca("1.234").dalam(6).alternatif == Decimal(1_234_000)
    assert Angka.baca("5").dalam(6).alternatif is None


def test_ribuan_tidak_berdesimal() -> None:
    assert [Angka.baca("1,234", RUPIAH).desimal, Angka.baca("1,234", RUPIAH).nilai] == [0, 1234]


def test_nol_di_depan_bukan_ribuan() -> None:
    assert Angka.baca("0.963", CACAH).nilai == Decimal("0.963")
    with pytest.raises(AngkaError, match="tiga-tiga"):
        Angka.baca("1234.067", RUPIAH)


def test_kurung_kecil() -> None:
    assert Angka.baca("(0,5)").nilai == Decimal("-0.5")
    assert not Angka.baca("(0)").nilai.is_signed()


def test_rentang() -> None:
    """Each end keeps its own power of ten; ends of equal value stay in the order printed."""
    uang = baca_sel("1 ribu-2 juta")
    assert isinstance(uang, Rentang)
    assert [uang.bawah.nilai, uang.atas.nilai] == [1000, 2_000_000]
    kembar = baca_sel("5,0-5,00")
    assert isinstance(kembar, Rentang)
    assert kembar.bawah.teks == "5,0"


@pytest.mark.parametrize("lebih", [0, 1])
def test_batas_panjang(lebih: int) -> None:
    """What is as long as a cell may be is read, whatever its shape; one character more is refused."""
    n = PANJANG_TERBESAR + lebih
    for teks in ("9" * n, "(" + "9" * (n - 2) + ")", "WTP (" + " " * (n - 7) + "5)"):
        assert len(teks) == n
        if lebih:
            with pytest.raises(AngkaError, match=f"panjangnya {n} karakter"):
                baca_sel(teks)
        else:
            assert baca_sel(teks).teks == teks


@pytest.mark.parametrize("nilai", [10**PANJANG_TERBESAR, Decimal(f"1e-{PANJANG_TERBESAR}")], ids=["besar", "kecil"])
def test_bilangan_terlalu_panjang(nilai: int | Decimal) -> None:
    with pytest.raises(AngkaError, match=r"^angka terlalu panjang: lebih dari 2000 karakter$"):
        angka(nilai)
    assert angka(10 ** (PANJANG_TERBESAR - 1)).nilai == 10 ** (PANJANG_TERBESAR - 1)


def test_pesan_menyebut_yang_salah() -> None:
    bukan_teks: Any = []
    with pytest.raises(TypeError, match="bukan list"):
        baca_sel(bukan_teks)
    with pytest.raises(TypeError, match="bukan list"):
        pecahan(bukan_teks)
    for salah in (None, True, 1.5):
        keliru: Any = salah
        with pytest.raises(TypeError, match=r"angka harus berupa|float tidak diterima"):
            pecahan(keliru)
    with pytest.raises(AngkaError, match=r"^NaN bukan angka: nilainya tidak terhingga"):
        angka(Decimal("NaN"))


def test_satuan() -> None:
    """Words of money and percentages, in any case, with or without their stop."""
    for teks in ("1.000 rp", "1.000 Rp.", "1.000 Rupiah"):
        assert (Angka.baca(teks).jenis, Angka.baca(teks).satuan) == (RUPIAH, "")
    assert Angka.baca("45 Persen", CACAH).jenis is PERSEN
    assert Angka.baca("Rp 5 jt.").nilai == 5_000_000


# -- interval --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("bawah", "atas"), [(0, 1), (-1, 0), (-1, 1), (0, 0)])
def test_pembagi_memuat_nol(bawah: int, atas: int) -> None:
    with pytest.raises(ZeroDivisionError, match=r"^pembagi memuat nol$"):
        Interval.titik(1) / Interval(Fraction(bawah), Fraction(atas))


# -- hitung ----------------------------------------------------------------------------------------------------


class Terbesar:
    """Greater than anything, if asked."""

    def __gt__(self, lain: object) -> bool:
        return True


def test_nilai_membiarkan_yang_asing_menjawab() -> None:
    assert Nilai(Fraction(1)) == ANY
    terbesar: Any = Terbesar()
    assert Nilai(Fraction(1)) < terbesar


def test_ujung_pita_termasuk() -> None:
    """At the very end of the band achievement is 100 by any formula, also by one that would say 0."""
    for ujung in (3, 5):
        assert capaian(None, ujung, "negatif", "negatif_c", pita=(3, 5)) == 100
    assert capaian(None, 6, "negatif", "negatif_c", pita=(3, 5)) == -20


def test_pesan_pembagi_nol() -> None:
    with pytest.raises(AngkaError, match=r"^target nol: capaian tidak dapat dihitung$"):
        capaian("0", "5", nol="galat")
    with pytest.raises(AngkaError, match=r"^pagu nol: serapan tidak dapat dihitung$"):
        serapan("0", "5", nol="galat")


def test_jenis_menentukan_pemisah() -> None:
    """`1,234` is money in thousands, `50.125` a percentage with decimals."""
    assert serapan("1,234", "1.234") == serapan("1.234", "1,234") == 100
    assert rerata(["50.125"]) == Decimal("50.125")
    assert kategori("50.125") == kategori(Decimal("50.125"))
    e = efisiensi([("1,234", "1,000", "50.125")])
    assert [e.baris[0].pagu, e.baris[0].realisasi_anggaran, e.baris[0].capaian] == [1234, 1000, Decimal("50.125")]


def test_efisiensi_memakai_rumus_dan_batas() -> None:
    e = efisiensi([("100", "1", "10", "20")], polaritas="negatif", rumus="negatif_b")
    assert e.baris[0].capaian == 50
    e = efisiensi([("100", "1", "10", "20")], batas="100")
    assert e.baris[0].capaian == 100


def test_efisiensi_menyimpan_setiap_langkah() -> None:
    e = efisiensi([("100", "1", "12,345"), ("100", "1", "50")])
    assert len(e.langkah) == 2 * 2 + 2 + 3
    assert "12,345000…%" in e.langkah[0].teks  # two decimals would hide that it was not rounded
    assert "50,00%" in e.langkah[2].teks


def test_efisiensi_tanpa_baris() -> None:
    """Sums of nothing are exact zeros; a scale that does not exist is named all the same."""
    e = efisiensi([])
    assert type(e.jumlah_pagu_capaian.pecahan) is type(e.jumlah_selisih_efisiensi.pecahan) is Fraction
    assert (e.e, e.ne, e.kategori) == (None, None, None)
    with pytest.raises(SkalaError):
        efisiensi([], skala="tidak_ada")


def test_batas_bernama_menurut_angkanya() -> None:
    assert _batas(110).nama == "110"


# -- skala -----------------------------------------------------------------------------------------------------


def test_kelas_di_ujung() -> None:
    setengah_terbuka = Kelas("x", 0, 10, True, False)
    assert not setengah_terbuka.bertemu(Interval(Fraction(10), Fraction(20)))
    assert setengah_terbuka.bertemu(Interval(Fraction(-5), Fraction(0)))


def test_celah_di_dalam_rentang() -> None:
    """Both ends of the interval have labels, and a value between them has none."""
    skala = Skala("celah", [Kelas("A", None, 50, False, True), Kelas("B", 51, None, True, False)])
    assert skala.bercelah(Interval(Fraction(50), Fraction(51)))
    assert not skala.bercelah(Interval(Fraction(40), Fraction(50)))


def test_cacat_di_ujung_daerah() -> None:
    """The values that a scale is meant for include both ends; below the first there is nothing to find."""
    skala = Skala("x", [Kelas("A", 0, 100)], dari=0, sampai=100)
    assert [str(c) for c in periksa_skala(skala)] == ["nilai x = 0 tidak berlabel", "nilai x = 100 tidak berlabel"]
    terbuka = Skala("x", [Kelas("A", None, 100)])
    (cacat,) = periksa_skala(terbuka)
    assert [cacat.bawah, cacat.bawah_termasuk, cacat.atas, cacat.atas_termasuk] == [100, True, None, False]


def test_skala_dari_batas() -> None:
    skala = Skala.dari_batas("sendiri", [("90 < x", "A"), ("lainnya", "B")])
    assert (skala.nama, [str(k) for k in skala.kelas]) == ("sendiri", ["A: x > 90", "B: x ≤ 90"])
    with pytest.raises(SkalaError, match=r"^batas kelas 'A' tidak terbaca: 'banyak'$"):
        Skala.dari_batas("sendiri", [("banyak", "A")])


def test_daftar_skala() -> None:
    """Each scale knows its name, and can be hashed, as all data that is shared can."""
    for nama, skala in daftar_skala().items():
        assert skala.nama == nama
        assert isinstance(skala.dasar, tuple)


def test_tanpa_nilai_tanpa_kategori() -> None:
    assert kategori(None) is None
    with pytest.raises(SkalaError, match=r"^skala tidak dikenal"):
        ambil_skala("tidak_ada")


def test_batas_tak_terhingga_desimalnya() -> None:
    assert str(Kelas("x", Fraction(1, 3))) == "x: x > 0,3333"
    assert str(Kelas("x", Fraction("0.1234"))) == "x: x > 0,1234"
