"""What makes a review quick changes nothing that it says: whole numbers, shared formulas, names on demand."""

from __future__ import annotations

import sys
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip import Laporan, Tabel, reviu
from sakip.angka.angka import Angka
from sakip.angka.interval import Interval
from sakip.fakta import Kunci, Register
from sakip.fakta.butir import bilangan
from sakip.hukum.rumus import Rumus, Suku
from sakip.model.peran import PERAN
from sakip.model.sel import baca_sel_peran
from sakip.pengujian import angka
from sakip.relasi import Bila, Jalur, Putusan, Rumusan

if TYPE_CHECKING:
    from types import FrameType

    from sakip.fakta import Butir

NAMA = ("a", "b", "c", "d")
KOEF = st.fractions(-3, 3, max_denominator=6)
SUKU = st.builds(Suku, KOEF, st.lists(st.sampled_from(NAMA), max_size=3, unique=True).map(tuple))
RUMUS = st.builds(Rumus, st.lists(SUKU, min_size=1, max_size=4).map(tuple), st.lists(SUKU, max_size=3).map(tuple))
NILAI = st.fixed_dictionaries({n: st.fractions(-50, 50, max_denominator=60) for n in NAMA})


def sel_butir(teks: str, peran: str = "pagu") -> Butir:
    reg = Register(Laporan(instansi="Dinas Contoh", tahun=2025))
    return reg.catat(baca_sel_peran(teks, PERAN[peran]), PERAN[peran], nama=teks, di=teks, wadah="uji")


def jumlah(suku: tuple[Suku, ...], nilai: dict[str, Fraction]) -> Fraction:
    return sum((s.koef * prod((nilai[str(k)] for k in s.dari), start=Fraction(1)) for s in suku), Fraction(0))


# -- whole numbers ---------------------------------------------------------------------------------------------


@given(RUMUS, NILAI)
def test_rumus_seperti_pecahan(rumus: Rumus, nilai: dict[str, Fraction]) -> None:
    """Reckoned in whole numbers, a formula gives what fractions give, whatever its terms and coefficients."""
    atas = jumlah(rumus.pembilang, nilai)
    bawah = jumlah(rumus.penyebut, nilai) if rumus.penyebut else Fraction(1)
    assert rumus.hitung(nilai) == (atas / bawah if bawah else None)


@given(RUMUS, NILAI, st.fractions(-9, 9), st.fractions(-9, 9))
def test_rumus_berbatas(rumus: Rumus, nilai: dict[str, Fraction], x: Fraction, y: Fraction) -> None:
    berbatas = Rumus(rumus.pembilang, rumus.penyebut, batas_bawah=min(x, y), batas_atas=max(x, y))
    bebas = rumus.hitung(nilai)
    assert berbatas.hitung(nilai) == (None if bebas is None else max(min(x, y), min(max(x, y), bebas)))


@given(angka())
def test_cetakan_sebagai_bilangan_bulat(a: Angka) -> None:
    """Value and half a unit of the last digit, as the print has them."""
    pembilang, penyebut, langkah = bilangan(a)
    assert Fraction(pembilang, penyebut) == a.pecahan
    assert Fraction(langkah, 2 * penyebut) == a.setengah


def test_cetakan_dengan_nilai_yang_lebih_halus() -> None:
    """A figure that a program made, finer than the decimals it claims, keeps its value."""
    pembilang, penyebut, langkah = bilangan(Angka("1,2", Decimal("1.234"), desimal=1))
    assert (Fraction(pembilang, penyebut), Fraction(langkah, penyebut)) == (Fraction("1.234"), Fraction("0.1"))


BILANGAN = st.integers(-9999, 9999)


@given(BILANGAN, BILANGAN.filter(bool), st.integers(0, 3), st.sampled_from([0, 0, 0, 1, -1]))
def test_pembulatan_bertanda(atas: int, bawah: int, desimal: int, geser: int) -> None:
    """Half-up goes away from zero on either side of it, also where the formula divides by a negative figure."""
    tepat = Fraction(100 * atas, bawah) * 10**desimal
    naik = (abs(tepat) + Fraction(1, 2)).__floor__()
    satuan = (naik if tepat >= 0 else -naik) + geser
    teks = f"{abs(satuan):0{desimal + 1}d}"
    utuh, pecah = (teks[:-desimal], f",{teks[-desimal:]}") if desimal else (teks, "")
    hasil = sel_butir(f"{'-' if satuan < 0 else ''}{utuh}{pecah}", "capaian")
    assume(hasil.nilai == Fraction(satuan, 10**desimal))  # `1,234` alone may mean more than a thousand
    operan = [sel_butir(str(n), "selisih") for n in (atas, bawah)]
    r = Rumusan(
        kode="UJI01", jenis="rasio", uraian="u", hasil=hasil, jalur=(Jalur("x", Rumus.rasio(operan[0], operan[1])),)
    )
    assert (r.evaluasi().putusan is Putusan.SESUAI) == (geser == 0)


@pytest.mark.parametrize(
    ("rumus", "operan", "tercetak", "lain"),
    [
        (
            Rumus.linear([(1, "a"), (1, "b")]),
            ("123.456.789.012.345.678", "0,5"),
            "123.456.789.012.345.678,5",
            "123.456.789.012.345.679,5",
        ),
        (Rumus.rasio("a", "b", kali=1), ("1", "2"), "1", "0"),
    ],
)
def test_tepat(rumus: Rumus, operan: tuple[str, str], tercetak: str, lain: str) -> None:
    """Beyond the digits that a float holds; and the half that goes up."""
    isi = [sel_butir(t) for t in operan]
    for teks, sesuai in ((tercetak, True), (lain, False)):
        jalur = (Jalur.menurut("x", rumus, isi),)
        r = Rumusan(kode="UJI01", jenis="j", uraian="u", hasil=sel_butir(teks, "selisih"), jalur=jalur)
        assert (r.evaluasi().putusan is Putusan.SESUAI) is sesuai


def test_angka_yang_tidak_tercetak() -> None:
    """A relation over what is no figure is the rule's fault, and says so however it is asked."""
    kosong = sel_butir("-")
    r = Rumusan(
        kode="UJI01", jenis="j", uraian="u", hasil=sel_butir("1"), jalur=(Jalur("x", Rumus.linear([(1, kosong)])),)
    )
    for tanya in (r.evaluasi, lambda: r.dipenuhi({})):
        with pytest.raises(ValueError, match=r"^relasi memuat angka yang tidak tercetak$"):
            tanya()


# -- one formula for many lines --------------------------------------------------------------------------------


@given(RUMUS, st.data())
def test_satu_rumus_bagi_banyak_baris(rumus: Rumus, data: st.DataObject) -> None:
    """A formula over names with the figures of a line is the formula over those figures, also when one comes twice."""
    kolam = [sel_butir(t, p) for t, p in (("7", "pagu"), ("12,50", "capaian"), ("-3", "selisih"), ("0,5", "target"))]
    peubah = rumus.peubah
    operan = [data.draw(st.sampled_from(kolam)) for _ in peubah]
    try:
        langsung = Jalur("x", rumus.ganti(dict(zip(peubah, operan, strict=True))))
    except ValueError:  # a figure may not be multiplied by itself
        with pytest.raises(ValueError, match="dua kali"):
            Jalur.menurut("x", rumus, operan)
        return
    bila = Bila(kolam[0], kolam[1], kurang=True)
    menurut = Jalur.menurut("x", rumus, operan, bila)
    assert (menurut.nama, menurut.bila, menurut.operan) == ("x", bila, langsung.operan)
    assert menurut.rumus == langsung.rumus
    (a, b), (c, d) = menurut.nisbah(), langsung.nisbah()
    assert a * d == c * b
    ubah = {kolam[0]: Interval.titik(5)}
    assert menurut.rentang(ubah) == langsung.rentang(ubah)
    for o in menurut.operan:
        cetak = Interval.dari(10, Fraction(1, 2))
        assert menurut.balik(o, cetak, ubah) == langsung.balik(o, cetak, ubah)


def test_hasil_menurut_yang_tercetak() -> None:
    """What a way gives for the figures as printed; nothing where it divides by zero."""
    a, b, nol = (sel_butir(t) for t in ("1", "3", "0"))
    sepertiga, per_nol = Jalur("x", Rumus.rasio(a, b)), Jalur("y", Rumus.rasio(a, nol))
    r = Rumusan(kode="UJI01", jenis="rasio", uraian="u", hasil=sel_butir("33"), jalur=(sepertiga, per_nol))
    assert [r.hitung(j) for j in r.jalur] == [Fraction(100, 3), None]


# -- what is looked up on demand -------------------------------------------------------------------------------


def test_fakta_yang_dicatat_kemudian() -> None:
    """A figure entered after the facts were looked up is among them the next time."""
    reg = Register(Laporan(instansi="Dinas Contoh", tahun=2025))
    kunci = Kunci("x", "pagu", 2025)
    assert reg.fakta == {}
    for n, teks in enumerate(("5", "NA", "6"), 1):
        sel = baca_sel_peran(teks, PERAN["pagu"])
        reg.catat(sel, PERAN["pagu"], nama="n", di="t", wadah="w", kunci=kunci)
        assert len(reg.fakta[kunci]) + len(reg.kosong.get(kunci, ())) == n
    assert [b.teks for b in reg.cetakan("x", "pagu", 2025)] == ["5", "6"]


# -- growth ----------------------------------------------------------------------------------------------------


def laporan(banyak: int) -> Laporan:
    """A budget table of so many lines in two programs, and a table of so many indicators, all consistent."""
    isi: list[list[str]] = []
    for p in (1, 2):
        n = str(banyak // 2 * 100)
        isi += [[f"0{p}", f"Program {p}", n, n, "0", n], ["2.01", f"Kegiatan {p}", n, n, "0", n]]
        isi += [[f"{i:04d}", f"Sub kegiatan {p} {i}", "100", "100", "0", "100"] for i in range(1, banyak // 2 + 1)]
    kolom = ["kode", "nama", "pagu_murni", "pagu", "selisih", "realisasi_anggaran"]
    capaian = [[f"Indikator {i}", "80,00", "84,00", "105,00%", "Sangat Tinggi"] for i in range(banyak)]
    return Laporan(
        instansi="Dinas Contoh",
        tahun=2025,
        tabel=(
            Tabel.susun(kolom, isi, nomor="1", judul="Anggaran"),
            Tabel.susun(
                ["indikator", "target", "realisasi", "capaian", "kategori"], capaian, nomor="2", judul="Capaian"
            ),
        ),
    )


def panggilan(x: Laporan) -> int:
    """How many functions a review calls, of Python and of C."""
    n: Counter[str] = Counter()

    def hitung(_bingkai: FrameType, apa: str, _: object) -> None:
        n[apa] += 1

    sys.setprofile(hitung)
    try:
        r = reviu(x)
    finally:
        sys.setprofile(None)
    assert not r.galat
    return n["call"] + n["c_call"]


def test_kerja_tumbuh_bersama_laporan() -> None:
    """Four times the lines are four times the work: no rule compares each line with each other."""
    reviu(laporan(10))  # what is read once: rules, regulations
    kecil, besar = (panggilan(laporan(n)) for n in (100, 400))
    assert besar < 4.4 * kecil
