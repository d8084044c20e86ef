"""Figures as printed: every notation met in real reports, and the laws that hold for all of them."""

from __future__ import annotations

import decimal
import pickle
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tempat import NASKAH

from sakip.angka.angka import GAYA, POLOS, Angka, Gaya, Jenis, angka, bulat, pecahan, tulis
from sakip.angka.cetakan import Banding, Cetakan, Kosong, Predikat, Rentang, baca_sel, teks
from sakip.errors import AngkaError

RUPIAH, CACAH, PERSEN, NILAI = Jenis.RUPIAH, Jenis.CACAH, Jenis.PERSEN, Jenis.NILAI

# Text, kind asked for, value, decimals, unit.
TERCETAK = [
    ("106,40", PERSEN, "106.40", 2, ""),
    ("88,72", NILAI, "88.72", 2, ""),
    ("50.70", NILAI, "50.70", 2, ""),
    ("50.70", CACAH, "50.70", 2, ""),
    ("68.34%", NILAI, "68.34", 2, "%"),
    ("59,80 %", NILAI, "59.80", 2, "%"),
    ("77,5 %", PERSEN, "77.5", 1, "%"),
    ("100 %", NILAI, "100", 0, "%"),
    ("100%", PERSEN, "100", 0, "%"),
    ("80", NILAI, "80", 0, ""),
    ("0", RUPIAH, "0", 0, ""),
    ("0,00", RUPIAH, "0.00", 2, ""),
    ("0001", CACAH, "1", 0, ""),
    ("30.791", CACAH, "30791", 0, ""),
    ("30.791", RUPIAH, "30791", 0, ""),
    ("30.791", PERSEN, "30.791", 3, ""),
    ("30.791%", CACAH, "30.791", 3, "%"),
    ("1.842.000", PERSEN, "1842000", 0, ""),
    ("1.842.000", NILAI, "1842000", 0, ""),
    ("174.861", CACAH, "174861", 0, ""),
    ("23.186,47", NILAI, "23186.47", 2, ""),
    ("4,88", NILAI, "4.88", 2, ""),
    ("1,063", NILAI, "1.063", 3, ""),
    ("0,063", RUPIAH, "0.063", 3, ""),
    ("0.063", CACAH, "0.063", 3, ""),
    ("1234.567", NILAI, "1234.567", 3, ""),
    ("1060 Orang", CACAH, "1060", 0, "Orang"),
    ("73 orang", NILAI, "73", 0, "orang"),
    ("1 Orang", CACAH, "1", 0, "Orang"),
    ("9 Dok", NILAI, "9", 0, "Dok"),
    ("9 Dok.", NILAI, "9", 0, "Dok."),
    ("9Dok", NILAI, "9", 0, "Dok"),
    ("77 Orang/bulan", NILAI, "77", 0, "Orang/bulan"),
    ("26 Kelompok Masyarakat", NILAI, "26", 0, "Kelompok Masyarakat"),
    ("500 Unit  Usaha", CACAH, "500", 0, "Unit Usaha"),
    ("120 m2", NILAI, "120", 0, "m2"),
    ("24 per 100.000 lahir hidup", NILAI, "24", 0, "per 100.000 lahir hidup"),
    ("5 (lima) Dokumen", CACAH, "5", 0, "Dokumen"),
    ("25 (dua puluh lima) orang", CACAH, "25", 0, "orang"),
    ("45 persen", NILAI, "45", 0, "persen"),
    ("Rp. 11.847.006.290,32,-", NILAI, "11847006290.32", 2, ""),
    ("Rp. 1.234.500,00-", RUPIAH, "1234500.00", 2, ""),
    ("645.400,00-", NILAI, "645400.00", 2, ""),
    ("Rp 1.234.567,-", RUPIAH, "1234567", 0, ""),
    ("Rp. 3.650.959.626,-", RUPIAH, "3650959626", 0, ""),
    ("Rp. 90.000,00,-", RUPIAH, "90000.00", 2, ""),
    ("Rp 411.755.150 ,-", RUPIAH, "411755150", 0, ""),
    ("Rp. 500.000.-", RUPIAH, "500000", 0, ""),
    ("500.000-", RUPIAH, "500000", 0, ""),
    ("Rp.1", RUPIAH, "1", 0, ""),
    ("rp1.000", NILAI, "1000", 0, ""),
    ("1.000 Rupiah", NILAI, "1000", 0, ""),
    ("15.998.000,0", RUPIAH, "15998000.0", 1, ""),
    ("- 1.453.946.320,00", RUPIAH, "-1453946320.00", 2, ""),
    ("-15.000.000,00", RUPIAH, "-15000000.00", 2, ""),
    ("\u221253.670.603,00", RUPIAH, "-53670603.00", 2, ""),
    ("\u2013 5,2", PERSEN, "-5.2", 1, ""),
    ("+5,2", PERSEN, "5.2", 1, ""),
    ("-Rp1.000", RUPIAH, "-1000", 0, ""),
    ("Rp. -1.000", RUPIAH, "-1000", 0, ""),
    ("(1.000)", RUPIAH, "-1000", 0, ""),
    ("(1.000,50)", NILAI, "-1000.50", 2, ""),
    ("Rp (1.000)", NILAI, "-1000", 0, ""),
    ("(Rp. 1.000,-)", NILAI, "-1000", 0, ""),
    ("(5,2)%", NILAI, "-5.2", 1, "%"),
    ("(5,2 %)", NILAI, "-5.2", 1, "%"),
    ("(-5,2)", NILAI, "-5.2", 1, ""),
    ("-0,00", NILAI, "0.00", 2, ""),
    ("1,004,422,800", NILAI, "1004422800", 0, ""),
    ("1,231,790,000", RUPIAH, "1231790000", 0, ""),
    ("1,234.56", RUPIAH, "1234.56", 2, ""),
    ("9\u00a0Dok", NILAI, "9", 0, "Dok"),
    ("Rp\u202f500", NILAI, "500", 0, ""),
    ("1\u00a0234\u00a0567,89", PERSEN, "1234567.89", 2, ""),
    ("1\u2009234", PERSEN, "1234", 0, ""),
    ("\u00a082,57\u2009%\u00a0", NILAI, "82.57", 2, "%"),
]


@pytest.mark.parametrize(("cetak", "jenis", "nilai", "desimal", "satuan"), TERCETAK)
def test_baca(cetak: str, jenis: Jenis, nilai: str, desimal: int, satuan: str) -> None:
    a = Angka.baca(cetak, jenis)
    assert (a.nilai, a.desimal, a.satuan) == (Decimal(nilai), desimal, satuan)
    assert a.teks == cetak.strip()
    assert str(a) == a.teks
    assert a.nilai.is_signed() == (Decimal(nilai) < 0)


@pytest.mark.parametrize(
    ("cetak", "jenis", "nilai", "pangkat"),
    [
        ("Rp. 1.234,56 juta", NILAI, "1234560000", 6),
        ("Rp 1,5 M", NILAI, "1500000000", 9),
        ("Rp 2 T", NILAI, "2000000000000", 12),
        ("3,2 miliar rupiah", NILAI, "3200000000", 9),
        ("1,2 juta orang", CACAH, "1200000", 6),
        ("-5 ribu", NILAI, "-5000", 3),
        ("5 M", NILAI, "5", 0),
    ],
)
def test_pangkat(cetak: str, jenis: Jenis, nilai: str, pangkat: int) -> None:
    a = Angka.baca(cetak, jenis)
    assert (a.nilai, a.pangkat) == (Decimal(nilai), pangkat)


def test_pangkat_menentukan_ketelitian() -> None:
    a = Angka.baca("Rp. 1.234,56 juta")
    assert (a.desimal, a.satuan, a.jenis) == (2, "", RUPIAH)
    assert a.setengah == 5000
    assert a.interval(pasti=False).bawah == 1234555000
    kolom = Angka.baca("1.234,56", RUPIAH).dalam(6)
    assert (kolom.nilai, kolom.pangkat, kolom.setengah) == (a.nilai, 6, a.setengah)


@pytest.mark.parametrize(
    ("cetak", "jenis", "nilai", "alternatif"),
    [
        ("30.791", NILAI, "30791", "30.791"),
        ("(1.000)", NILAI, "-1000", "-1"),
        ("-1.000", NILAI, "-1000", "-1"),
        ("1,234", RUPIAH, "1234", "1.234"),
        ("1,234", CACAH, "1234", "1.234"),
        ("1,234", NILAI, "1.234", None),
        ("1,234", PERSEN, "1.234", None),
        ("30.791", CACAH, "30791", None),
        ("30.791", PERSEN, "30.791", None),
        ("1.842.000", NILAI, "1842000", None),
        ("Rp 1.234", NILAI, "1234", None),
        ("Rp 1.234 miliar", NILAI, "1234000000000", "1234000000"),
        ("Rp 1,234 miliar", NILAI, "1234000000", "1234000000000"),
        ("1234", NILAI, "1234", None),
    ],
)
def test_bacaan_lain(cetak: str, jenis: Jenis, nilai: str, alternatif: str | None) -> None:
    a = Angka.baca(cetak, jenis)
    assert a.nilai == Decimal(nilai)
    assert a.alternatif == (None if alternatif is None else Decimal(alternatif))
    assert a.ambigu is (alternatif is not None)


@pytest.mark.parametrize(
    ("cetak", "asked", "jenis"),
    [
        ("Rp. 1.000", NILAI, RUPIAH),
        ("Rp. 1.000", PERSEN, RUPIAH),
        ("1.000,-", NILAI, RUPIAH),
        ("5%", RUPIAH, PERSEN),
        ("5 % per tahun", NILAI, PERSEN),
        ("5 Orang", CACAH, CACAH),
    ],
)
def test_tanda_mengalahkan_peran(cetak: str, asked: Jenis, jenis: Jenis) -> None:
    assert Angka.baca(cetak, asked).jenis is jenis


@pytest.mark.parametrize(
    ("cetak", "alasan"),
    [
        ("", "kosong"),
        ("   ", "kosong"),
        ("NaN", "terhingga"),
        ("Infinity", "terhingga"),
        ("-inf", "terhingga"),
        ("1e5", "eksponen"),
        ("1E+5", "eksponen"),
        ("1_000", "garis bawah"),
        ("\u0663", "di luar 0–9"),
        ("1\u0663", "di luar 0–9"),
        ("\uff11", "di luar 0–9"),
        ("1½", "di luar 0–9"),
        ("5²", "di luar 0–9"),
        ("1.23.456", "tiga-tiga"),
        ("1,23,456", "tiga-tiga"),
        ("1.2345.678", "tiga-tiga"),
        ("15.998.000.00", "tiga-tiga"),
        ("0.123.456", "tiga-tiga"),
        ("1.2,3", "tiga-tiga"),
        ("1,2.3", "tiga-tiga"),
        ("1.", "tiga-tiga"),
        ("1,", "tiga-tiga"),
        ("2.17.01", "tiga-tiga"),
        ("Rp. 1.23.456", "tiga-tiga"),
        ("--5", "tiga-tiga"),
        ("-Rp -5", "tiga-tiga"),
        ("5-", "satu angka"),
        ("12 dari 15", "satu angka"),
        ("2 Dokumen, 3 Laporan", "satu angka"),
        ("121[terpotong]", "satu angka"),
        ("Rp 5%", "satu angka"),
        ("(5", "satu angka"),
        ("(5))", "satu angka"),
        ("5 (baik)", "satu angka"),
        ("1 234", "satu angka"),
        ("#DIV/0!", "satu angka"),
        ("Sangat Tinggi", "tidak memuat angka"),
        ("%", "tidak memuat angka"),
        ("Rp", "tidak memuat angka"),
        (".", "tidak memuat angka"),
    ],
)
@pytest.mark.parametrize("jenis", list(Jenis))
def test_ditolak(cetak: str, alasan: str, jenis: Jenis) -> None:
    if cetak == "5-" and jenis is RUPIAH:
        return  # money may end in a dash
    with pytest.raises(AngkaError, match=alasan) as galat:
        Angka.baca(cetak, jenis)
    assert not cetak.strip() or repr(cetak.strip()) in str(galat.value)


@pytest.mark.parametrize("jenis", [RUPIAH, CACAH])
def test_kelompok_terlalu_panjang_ditolak(jenis: Jenis) -> None:
    with pytest.raises(AngkaError, match="tiga-tiga"):
        Angka.baca("1234.567", jenis)


@pytest.mark.parametrize("bukan_teks", [1.5, float("nan"), 1, Decimal("1.5"), None, b"1", True, Fraction(1, 2), ["1"]])
def test_hanya_teks_dibaca(bukan_teks: Any) -> None:
    for baca in (Angka.baca, baca_sel):
        with pytest.raises(TypeError):
            baca(bukan_teks)


def test_float_dijelaskan() -> None:
    satu_setengah: Any = 1.5
    for f in (Angka.baca, angka, pecahan, lambda x: tulis(x, 2), lambda x: bulat(x, 2)):
        with pytest.raises(TypeError, match=r"float tidak diterima: 1\.5 .* biner"):
            f(satu_setengah)


@pytest.mark.parametrize("jenis", list(Jenis))
def test_banyak_digit_tetap_eksak(jenis: Jenis) -> None:
    digit = "1234567890" * 50
    with decimal.localcontext(decimal.Context(prec=3)):
        a = Angka.baca(digit + "," + digit, jenis)
        b = Angka.baca("-" + digit, jenis)
    assert str(a.nilai) == digit + "." + digit
    assert str(b.nilai) == "-" + digit
    with pytest.raises(AngkaError, match="panjangnya 2001"):
        Angka.baca("9" * 2001, jenis)
    assert Angka.baca("9" * 2000, jenis).nilai == 10**2000 - 1


@pytest.mark.parametrize(
    ("cetak", "jenis", "hasil"),
    [
        ("69,1-69,5", NILAI, ("69.1", "69.5", "", NILAI)),
        ("70,79-71,78", NILAI, ("70.79", "71.78", "", NILAI)),
        ("69,6-70", NILAI, ("69.6", "70", "", NILAI)),
        ("7 – 8 bulan", NILAI, ("7", "8", "bulan", NILAI)),
        ("7 bulan s/d 8 Bulan", NILAI, ("7", "8", "Bulan", NILAI)),
        ("50 % - 60 %", NILAI, ("50", "60", "%", PERSEN)),
        ("50-60%", RUPIAH, ("50", "60", "%", PERSEN)),
        ("8 sampai dengan 7", CACAH, ("7", "8", "", CACAH)),
        ("Rp 1-2 juta", NILAI, ("1000000", "2000000", "", RUPIAH)),
        ("Rp. 500.000,- s/d Rp. 1.000.000,-", NILAI, ("500000", "1000000", "", RUPIAH)),
        ("2021 – 2026", CACAH, ("2021", "2026", "", CACAH)),
    ],
)
def test_rentang(cetak: str, jenis: Jenis, hasil: tuple[str, str, str, Jenis]) -> None:
    r = baca_sel(cetak, jenis)
    assert isinstance(r, Rentang)
    assert (r.bawah.nilai, r.atas.nilai, r.satuan, r.jenis) == (
        Decimal(hasil[0]),
        Decimal(hasil[1]),
        hasil[2],
        hasil[3],
    )
    assert baca_sel(teks(r), r.jenis) == r


def test_banding() -> None:
    b = baca_sel("1:17,9")
    assert isinstance(b, Banding)
    assert (b.kiri.nilai, b.kanan.nilai) == (Decimal(1), Decimal("17.9"))
    assert baca_sel("1 : 17,9") == attrs.evolve(b, teks="1 : 17,9")


@pytest.mark.parametrize(
    ("cetak", "predikat", "nilai"),
    [
        ("WTP", "WTP", None),
        ("BB", "BB", None),
        ("A", "A", None),
        ("CC", "CC", None),
        ("BB (Nilai 75)", "BB", "75"),
        ("BB (Nilai: 75,20)", "BB", "75.20"),
        ("B (68.5)", "B", "68.5"),
        ("80,45 (A)", "A", "80.45"),
    ],
)
def test_predikat(cetak: str, predikat: str, nilai: str | None) -> None:
    p = baca_sel(cetak)
    assert isinstance(p, Predikat)
    assert p.predikat == predikat
    assert (p.nilai.nilai if p.nilai else None) == (Decimal(nilai) if nilai else None)


@pytest.mark.parametrize("cetak", ["-", "–", "—", "NA", "n/a", "N/A", "", "  ", "n.a."])
def test_kosong(cetak: str) -> None:
    assert baca_sel(cetak, RUPIAH) == Kosong(cetak.strip(), RUPIAH)


@pytest.mark.parametrize(
    "cetak",
    ["NAN", "INF", "Sangat Tinggi", "wtp", "ABCDE", "1-2-3", "28-13-2025", "5% - 6 orang", "7 bulan - 8 Dok",
     "1:2:3", "BB (1.23.456)", "x" * 3000, "1-" * 1500, "Rp 5 - 6 %"],
)  # fmt: skip
def test_sel_ditolak(cetak: str) -> None:
    with pytest.raises(AngkaError):
        baca_sel(cetak)


def _bentuk() -> st.SearchStrategy[tuple[str, Decimal]]:
    """A figure in Indonesian notation and its value, from parts drawn apart."""

    @st.composite
    def susun(draw: st.DrawFn) -> tuple[str, Decimal]:
        utuh = draw(st.integers(0, 10**15))
        pecah = draw(st.from_regex(r"[0-9]{1,2}", fullmatch=True) | st.just(""))
        minus = draw(st.sampled_from(["", "-", "- ", "\u2212"]))
        nilai = Decimal(f"{'-' if minus else ''}{utuh}.{pecah or 0}")
        badan = f"{utuh:,}".replace(",", ".") + (f",{pecah}" if pecah else "")
        depan = draw(st.sampled_from(["", "Rp", "Rp. ", "Rp "]))
        ekor = draw(st.sampled_from(["", ",-"])) if depan else ""
        satuan = "" if depan else draw(st.sampled_from(["", " Orang", " Dokumen", " Unit Usaha"]))
        return f"{minus}{depan}{badan}{ekor}{satuan}", nilai

    return susun()


@given(_bentuk(), st.sampled_from([RUPIAH, CACAH]))
def test_nilai_tercetak_terbaca(bentuk: tuple[str, Decimal], jenis: Jenis) -> None:
    cetak, nilai = bentuk
    a = Angka.baca(cetak, jenis)
    assert a.nilai == nilai
    assert baca_sel(teks(a), a.jenis) == a
    assert str(a) == teks(a)


KERUH = st.text("0123456789.,-–%() RpjutaODk/:\u00a0\u2212ABe_+", max_size=25) | st.text(max_size=25)


@given(KERUH, st.sampled_from(list(Jenis)))
def test_sel_apa_pun_terbaca_kembali_atau_ditolak(cetak: str, jenis: Jenis) -> None:
    try:
        hasil: Cetakan = baca_sel(cetak, jenis)
    except AngkaError:
        return
    assert teks(hasil) == str(hasil) == cetak.strip()
    assert baca_sel(teks(hasil), hasil.jenis) == hasil
    assert pickle.loads(pickle.dumps(hasil)) == hasil  # noqa: S301  # our own bytes
    assert len({hasil, baca_sel(cetak, jenis)}) == 1


NILAI_APA_PUN = st.fractions(-(10**12), 10**12) | st.integers(-(10**9), 10**9).map(lambda n: Fraction(n, 1000))


@given(
    NILAI_APA_PUN,
    st.integers(0, 6),
    st.sampled_from(list(Jenis)),
    st.sampled_from(["", "%", "persen", "Orang/bulan"]),
    st.sampled_from([GAYA, POLOS, Gaya(rp="Rp. ", ekor=",-", persen=" %")]),
)
def test_yang_ditulis_terbaca(nilai: Fraction, desimal: int, jenis: Jenis, satuan: str, gaya: Gaya) -> None:
    cetak = tulis(nilai, desimal, jenis, satuan, gaya)
    a = Angka.baca(cetak, jenis)
    assert a.nilai == bulat(nilai, desimal)
    assert a.satuan in ("%", satuan)
    assert baca_sel(teks(a), a.jenis) == a
    if gaya is GAYA:
        assert Angka.baca(cetak).nilai == bulat(nilai, desimal)


@given(NILAI_APA_PUN, st.integers(0, 6))
def test_bulat_setengah_menjauhi_nol(nilai: Fraction, desimal: int) -> None:
    hasil = Fraction(bulat(nilai, desimal))
    skala = 10**desimal
    seharusnya = Fraction((abs(nilai) * skala + Fraction(1, 2)).__floor__(), skala)
    assert hasil == (seharusnya if nilai >= 0 else -seharusnya)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=5), st.integers(0, 4))
def test_bulat_seperti_decimal(nilai: Decimal, desimal: int) -> None:
    konteks = decimal.Context(prec=60, rounding=decimal.ROUND_HALF_UP)
    hasil = bulat(nilai, desimal)
    assert hasil == nilai.quantize(Decimal(1).scaleb(-desimal), context=konteks)
    assert hasil.as_tuple().exponent == -desimal


def test_bulat_menolak_desimal_negatif() -> None:
    with pytest.raises(ValueError, match="negatif"):
        bulat(Fraction(1), -1)


@given(NILAI_APA_PUN, st.integers(0, 6))
def test_interval_memuat_yang_dibulatkan(nilai: Fraction, desimal: int) -> None:
    a = angka(bulat(nilai, desimal))
    assert a.interval(pasti=False).memuat(nilai)
    assert a.interval(pasti=True).bawah == a.interval(pasti=True).atas == a.pecahan
    assert a.interval(pasti=False).atas - a.interval(pasti=False).bawah == Fraction(1, 10**desimal)


@pytest.mark.parametrize(
    ("nilai", "desimal", "jenis", "satuan", "cetak"),
    [
        ("1234567.89", 2, RUPIAH, "", "Rp1.234.567,89"),
        ("1234567", 2, RUPIAH, "", "Rp1.234.567,00"),
        ("-1234.5", 0, RUPIAH, "", "-Rp1.235"),
        ("106.395", 2, PERSEN, "", "106,40%"),
        ("1234", 0, PERSEN, "", "1234%"),
        ("1234.5", 1, PERSEN, "", "1.234,5%"),
        ("30791", 0, CACAH, "Orang", "30.791 Orang"),
        ("1.234", 3, CACAH, "", "1,2340"),
        ("1.234", 3, NILAI, "", "1,234"),
        ("0.5", 0, NILAI, "", "1"),
        ("-0.004", 2, NILAI, "", "0,00"),
        ("5", 2, NILAI, "%", "5,00%"),
        ("1000", 0, RUPIAH, "%", "1000%"),
        ("1000", 0, CACAH, "persen", "1000 persen"),
    ],
)
def test_tulis(nilai: str, desimal: int, jenis: Jenis, satuan: str, cetak: str) -> None:
    assert tulis(Decimal(nilai), desimal, jenis, satuan) == cetak


def test_tulis_menurut_gaya() -> None:
    assert tulis(1234, 0, RUPIAH, gaya=Gaya(rp="Rp. ", ekor=",-")) == "Rp. 1.234,-"
    assert tulis(1234, 2, RUPIAH, gaya=POLOS) == "1234,00"
    assert tulis(Fraction(1, 3), 2, PERSEN, gaya=Gaya(persen=" %")) == "0,33 %"


@pytest.mark.parametrize("jenis", list(Jenis))
@given(nilai=st.decimals(allow_nan=False, allow_infinity=False) | st.integers())
def test_angka_dari_bilangan(jenis: Jenis, nilai: Decimal | int) -> None:
    a = angka(nilai, jenis)
    assert a.nilai == nilai
    assert (a.jenis, a.ambigu) == (jenis, False)
    assert baca_sel(a.teks, jenis) == a
    assert angka(a) is a
    assert pecahan(nilai) == pecahan(a) == a.pecahan == Fraction(nilai)


def test_angka_dari_teks() -> None:
    assert angka("Rp 5") == Angka.baca("Rp 5")


@pytest.mark.parametrize("nilai", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+999999", "1E-999999"])
def test_angka_menolak_decimal_aneh(nilai: str) -> None:
    with pytest.raises(AngkaError):
        angka(Decimal(nilai))


@pytest.mark.parametrize("nilai", [True, None, object(), [1], 1j])
def test_angka_menolak_yang_lain(nilai: Any) -> None:
    for f in (angka, pecahan):
        with pytest.raises(TypeError):
            f(nilai)


@pytest.mark.skipif(not NASKAH.exists(), reason="the text of the report is not part of the repository")
def test_seluruh_angka_laporan_semarang() -> None:
    """Every cell of the report's tables that starts like a figure is read, and to the value it prints."""
    kepala = re.compile(r"[-(]?\s?(Rp\.? ?)?[0-9]")
    # Numbering (`1.`, `1.2.`, `(3)`) and headings that begin with a number are no figures.
    bukan = re.compile(
        r"[0-9]+(\.[0-9]+)*[.)]( .*)?|[0-9]+(\.[0-9]{1,2}){2}( .*)?|\([0-9]\).*|[0-9.]+ (Sub |Keg|Prog).*"
    )
    sel = {
        s.strip()
        for baris in NASKAH.read_text(encoding="utf-8").splitlines()
        if "\t" in baris
        for s in baris.split("\t")
    }
    angka_laporan = [s for s in sel if kepala.match(s) and not bukan.fullmatch(s)]
    assert len(angka_laporan) > 600
    for s in angka_laporan:
        a = Angka.baca(s, RUPIAH if "%" not in s else PERSEN)
        inti = re.sub(r"(,?-)$", "", re.sub(r"[^0-9.,-]", "", s.replace("Rp.", "")))
        utuh, _, pecah = inti.partition(",")
        if not pecah and not re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})*|-?[0-9]+", utuh):
            utuh, _, pecah = utuh.partition(".")
        assert a.nilai == Decimal(f"{utuh.replace('.', '')}.{pecah or 0}"), s
        assert a.desimal == len(pecah), s
        assert baca_sel(s, a.jenis) == a
