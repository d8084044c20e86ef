"""What must hold, and whether it does: every kind of relation against exact fractions."""

from __future__ import annotations

import operator
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from itertools import pairwise, product
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip.angka.angka import Jenis, tulis
from sakip.angka.interval import Interval
from sakip.fakta import Register
from sakip.hukum.rumus import Rumus
from sakip.hukum.skala import Kelas, Skala, ambil_skala
from sakip.model.laporan import Laporan
from sakip.model.peran import PERAN
from sakip.model.sel import baca_sel_peran
from sakip.relasi import DIPOTONG, Arah, Evaluasi, Jalur, Peringkat, Putusan, Relasi, Rumusan, Sama, Syarat

if TYPE_CHECKING:
    from sakip.fakta import Butir

SESUAI, PEMBULATAN, TIDAK = Putusan.SESUAI, Putusan.PEMBULATAN, Putusan.TIDAK_SESUAI
PASTI, BULAT = "pagu", "capaian"
"""A role whose print is the value itself, and one whose print was rounded."""


def butir(teks: str, peran: str = BULAT) -> Butir:
    return Register(Laporan(instansi="Dinas Contoh", tahun=2025)).catat(
        baca_sel_peran(teks, PERAN[peran]), PERAN[peran], nama=teks, di=teks, wadah="uji"
    )


def cetak(nilai: int, desimal: int, peran: str = BULAT) -> Butir:
    """A figure printed with `desimal` decimals, `nilai` units of the last one."""
    return butir(tulis(Fraction(nilai, 10**desimal), desimal, Jenis.NILAI), peran)


def rumusan(hasil: Butir, *rumus: Rumus) -> Rumusan:
    jalur = tuple(Jalur(f"cara {i}", r) for i, r in enumerate(rumus, 1))
    return Rumusan(kode="UJI01", jenis="hasil", uraian="uji", hasil=hasil, jalur=jalur)


def sama(*cetakan: Butir) -> Sama:
    return Sama(kode="UJI01", uraian="uji", cetakan=cetakan)


def putusan(r: Relasi) -> Putusan:
    return r.evaluasi().putusan


# -- an oracle that knows prints only --------------------------------------------------------------------------


def setengah_naik(nilai: Fraction, desimal: int) -> Fraction:
    """Rounded half-up with the decimal module, at more digits than any of these figures has."""
    konteks = Context(prec=60, rounding=ROUND_HALF_UP)
    bagi = konteks.divide(Decimal(nilai.numerator), Decimal(nilai.denominator))
    return Fraction(bagi.quantize(Decimal(1).scaleb(-desimal), context=konteks))


def ujung(b: Butir) -> tuple[Fraction, Fraction]:
    assert b.nilai is not None
    lebar = Fraction(0) if b.peran.pasti else Fraction(1, 2 * 10**b.desimal)
    return b.nilai - lebar, b.nilai + lebar


def boleh_dipotong(b: Butir) -> bool:
    return b.peran.nama == BULAT and (b.nilai or 0) > 0


def seharusnya(hasil: Butir, tepat: Fraction, terkecil: Fraction, terbesar: Fraction) -> Evaluasi:
    """From the exact result of the prints and the least and greatest that values behind them can give."""
    assert hasil.nilai is not None
    if setengah_naik(tepat, hasil.desimal) == hasil.nilai:
        return Evaluasi(SESUAI)
    setengah = Fraction(1, 2 * 10**hasil.desimal)
    if terbesar >= hasil.nilai - setengah:
        if terkecil <= hasil.nilai + setengah:
            return Evaluasi(PEMBULATAN)
        # Cut off at the last digit: the next digit up was not reached.
        assume(terkecil != hasil.nilai + 2 * setengah)
        if boleh_dipotong(hasil) and terkecil < hasil.nilai + 2 * setengah:
            return Evaluasi(PEMBULATAN, alasan=DIPOTONG)
    return Evaluasi(TIDAK)


PERAN_UJI = st.sampled_from([PASTI, BULAT])
DESIMAL = st.integers(0, 3)
OPERAN = st.builds(cetak, st.integers(-9999, 9999), DESIMAL, PERAN_UJI)


@st.composite
def linear(draw: st.DrawFn) -> tuple[Rumusan, list[tuple[int, Butir]]]:
    """A sum or difference whose printed result is right, a little off or wrong."""
    suku = [(draw(st.sampled_from([1, -1])), b) for b in draw(st.lists(OPERAN, min_size=1, max_size=5))]
    jumlah = sum((k * (b.nilai or 0) for k, b in suku), Fraction(0))
    desimal = draw(DESIMAL)
    satuan = round(jumlah * 10**desimal) + draw(st.sampled_from([0, 0, 1, -1, 2, -3, 50, -400]))
    return rumusan(cetak(satuan, desimal, draw(PERAN_UJI)), Rumus.linear(suku)), suku


@st.composite
def rasio(draw: st.DrawFn) -> tuple[Rumusan, Butir, Butir]:
    """A percentage whose printed result is right, a little off or wrong."""
    atas = draw(st.builds(cetak, st.integers(0, 9999), DESIMAL, PERAN_UJI))
    bawah = draw(st.builds(cetak, st.integers(1, 9999), DESIMAL, PERAN_UJI))
    assume(ujung(bawah)[0] > 0)
    desimal = draw(DESIMAL)
    persen = 100 * (atas.nilai or 0) / (bawah.nilai or 1)
    satuan = round(persen * 10**desimal) + draw(st.sampled_from([0, 0, 1, -1, 5, 300]))
    return rumusan(cetak(satuan, desimal), Rumus.rasio(atas, bawah)), atas, bawah


# -- formulas --------------------------------------------------------------------------------------------------


@given(linear())
def test_jumlah_dan_selisih(contoh: tuple[Rumusan, list[tuple[int, Butir]]]) -> None:
    r, suku = contoh
    jumlah = Fraction(sum(k * (b.nilai or 0) for k, b in suku))
    sudut = [sorted(k * x for x in ujung(b)) for k, b in suku]
    terkecil = sum((s[0] for s in sudut), Fraction(0))
    terbesar = sum((s[1] for s in sudut), Fraction(0))
    hasil = r.evaluasi()
    assert hasil == attrs.evolve(seharusnya(r.hasil, jumlah, terkecil, terbesar), jalur="cara 1")


@given(rasio())
def test_rasio(contoh: tuple[Rumusan, Butir, Butir]) -> None:
    r, atas, bawah = contoh
    assert atas.nilai is not None
    assert bawah.nilai is not None
    sudut = [100 * x / y for x, y in product(ujung(atas), ujung(bawah))]
    benar = seharusnya(r.hasil, Fraction(100 * atas.nilai / bawah.nilai), min(sudut), max(sudut))
    assert r.evaluasi() == attrs.evolve(benar, jalur="cara 1")


@given(st.one_of(linear().map(lambda c: c[0]), rasio().map(lambda c: c[0])))
def test_dipenuhi_seperti_tercetak(r: Rumusan) -> None:
    """Localization and evaluation ask the same question of the prints."""
    assert r.dipenuhi({}) == (putusan(r) is not TIDAK)


@given(st.one_of(linear().map(lambda c: c[0]), rasio().map(lambda c: c[0])), st.data())
def test_usul_dan_dipenuhi_saling_membalik(r: Rumusan, data: st.DataObject) -> None:
    """A value is among those proposed for an operand exactly when the relation holds with it, and is rounded."""
    b = data.draw(st.sampled_from([x for x in r.butir if x is not r.hasil]))
    usulan = r.usul(b, {})
    assume(usulan is not None)
    assert usulan is not None
    lebar = usulan.atas - usulan.bawah
    dalam = [usulan.bawah, usulan.atas, usulan.tengah]
    luar = [usulan.bawah - Fraction(1, 10**6), usulan.atas + Fraction(1, 10**6), usulan.atas + lebar + 1]
    assert all(r.dipenuhi({b: Interval.titik(v)}) for v in dalam)
    if not boleh_dipotong(r.hasil):
        assert not any(r.dipenuhi({b: Interval.titik(v)}) for v in luar)


@given(st.one_of(linear().map(lambda c: c[0]), rasio().map(lambda c: c[0])))
def test_usul_hasil(r: Rumusan) -> None:
    """The values proposed for a result are those that its operands give; its print allows half a digit more,

    and one more below where digits may have been cut off.
    """
    usulan = r.usul(r.hasil, {})
    assert usulan is not None
    setengah = Fraction(1, 2 * 10**r.hasil.desimal)
    for nilai, benar in [
        (usulan.bawah, True),
        (usulan.tengah, True),
        (usulan.atas + setengah, True),
        (usulan.atas + setengah + Fraction(1, 10**6), False),
        (usulan.bawah - setengah * (2 if boleh_dipotong(r.hasil) else 1) - Fraction(1, 10**6), False),
    ]:
        assert r.dipenuhi({r.hasil: Interval.titik(nilai)}) is benar


@given(linear(), st.data())
def test_usul_memakai_suntingan_lain(contoh: tuple[Rumusan, list[tuple[int, Butir]]], data: st.DataObject) -> None:
    """A proposal reckons with the edits made so far."""
    r, suku = contoh
    assume(len(suku) > 1)
    (k, b), (kl, lain) = data.draw(st.permutations(suku))[:2]
    geser = data.draw(st.integers(1, 500))
    assert lain.nilai is not None
    awal = r.usul(b, {lain: Interval.titik(lain.nilai)})
    kemudian = r.usul(b, {lain: Interval.titik(lain.nilai + geser)})
    assert awal is not None
    assert kemudian is not None
    assert kemudian.tengah - awal.tengah == -geser * kl * k


def test_beberapa_jalur() -> None:
    """A mean may be taken over the lines or over the means of groups; the way that holds is told."""
    a, b, c, d = butir("100,00"), butir("80,00"), butir("60,00"), butir("75,00")
    baris = Rumus.linear([(1, a), (1, b), (1, c)], 3)
    kelompok = Rumus.linear([(1, a), (1, d)], 2)
    assert (rumusan(butir("80,00"), baris, kelompok).evaluasi().jalur) == "cara 1"
    assert (rumusan(butir("87,50"), baris, kelompok).evaluasi().jalur) == "cara 2"
    salah = rumusan(butir("85,00"), baris, kelompok)
    assert (putusan(salah), salah.evaluasi().jalur) == (TIDAK, "cara 1")
    assert salah.butir == (salah.hasil, a, b, c, d)
    assert not salah.dipenuhi({})
    assert salah.dipenuhi({d: Interval.titik(70)})


@pytest.mark.parametrize(
    ("peran", "teks", "hasil"),
    [
        ("capaian", "66,67", Evaluasi(SESUAI, "cara 1")),
        ("capaian", "66,66", Evaluasi(PEMBULATAN, "cara 1", DIPOTONG)),
        ("capaian", "66,65", Evaluasi(TIDAK, "cara 1")),
        ("capaian", "66,68", Evaluasi(TIDAK, "cara 1")),
        ("pagu", "66,66", Evaluasi(TIDAK, "cara 1")),  # money is never cut off
        ("capaian", "66", Evaluasi(PEMBULATAN, "cara 1", DIPOTONG)),
    ],
)
def test_dipotong(peran: str, teks: str, hasil: Evaluasi) -> None:
    """Two thirds, printed in several ways."""
    r = rumusan(butir(teks, peran), Rumus.rasio(butir("2", PASTI), butir("3", PASTI)))
    assert r.evaluasi() == hasil
    assert r.dipenuhi({}) is (hasil.putusan is not TIDAK)


def test_satu_satuan_kurang_bukan_dipotong() -> None:
    """95 cut off is 95,00 and never 94,99."""
    r = rumusan(butir("94,99"), Rumus.rasio(butir("71.250.000", PASTI), butir("75.000.000", PASTI)))
    assert putusan(r) is TIDAK


def test_jalur_membulat_mengalahkan_dipotong() -> None:
    tiga = Rumus.rasio(butir("2", PASTI), butir("3", PASTI))
    r = rumusan(butir("66,66"), tiga, Rumus.linear([(1, butir("66,7"))]))
    assert r.evaluasi() == Evaluasi(PEMBULATAN, "cara 2")


def test_jalur_tepat_mengalahkan_pembulatan() -> None:
    a, b = butir("10,0"), butir("10,04")
    r = rumusan(butir("10,04"), Rumus.linear([(1, a)]), Rumus.linear([(1, b)]))
    assert (putusan(r), r.evaluasi().jalur) == (SESUAI, "cara 2")


def test_setengah_dibulatkan_menjauhi_nol() -> None:
    """0,125 is printed 0,13 and not 0,12, which only a value below it gives."""
    a = butir("0,125", PASTI)
    atas, bawah = (rumusan(butir(t), Rumus.linear([(1, a)])) for t in ("0,13", "0,12"))
    assert (putusan(atas), putusan(bawah)) == (SESUAI, PEMBULATAN)
    negatif = rumusan(butir("-0,13"), Rumus.linear([(-1, a)]))
    assert putusan(negatif) is SESUAI


def test_pembagi_nol() -> None:
    r = rumusan(butir("5"), Rumus.rasio(butir("5"), butir("0", PASTI)))
    assert putusan(r) is Putusan.TAK_DAPAT_DIPERIKSA
    assert r.evaluasi().alasan
    assert r.usul(r.hasil, {}) is None
    assert r.usul(butir("7"), {}) is None
    kata = rumusan(butir("Tinggi", "kategori"), Rumus.linear([(1, butir("5"))]))
    assert putusan(kata) is Putusan.TAK_DAPAT_DIPERIKSA
    assert "Tinggi" in str(kata.evaluasi().alasan)


# -- prints of one fact ----------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.integers(7940, 8060), st.integers(0, 2)), min_size=2, max_size=4))
def test_sama_dibulatkan(daftar: list[tuple[int, int]]) -> None:
    """Rounded prints agree when each is the finest of them, rounded up or down to its own decimals."""
    cetakan = [cetak(round(Fraction(n, 10 ** (2 - d))), d) for n, d in daftar]
    halus = max(cetakan, key=lambda b: b.desimal)
    assert halus.nilai is not None
    benar = all(
        b.nilai == halus.nilai
        or (b.desimal < halus.desimal and abs((b.nilai or 0) - halus.nilai) <= Fraction(1, 2 * 10**b.desimal))
        for b in cetakan
    )
    tepat = len({b.nilai for b in cetakan}) == 1
    assert putusan(sama(*cetakan)) is (SESUAI if tepat else PEMBULATAN if benar else TIDAK)
    assert sama(*cetakan).dipenuhi({}) is benar
    assert putusan(sama(*reversed(cetakan))) is putusan(sama(*cetakan))


@pytest.mark.parametrize(
    ("peran", "teks", "hasil"),
    [
        ("target", ("80", "80,00"), SESUAI),
        ("target", ("80", "80,25"), TIDAK),  # a target of 80 is not a rounded 80,25
        ("realisasi", ("80", "80,25"), PEMBULATAN),
        ("realisasi", ("80", "80,75"), TIDAK),
        ("pagu", ("1.000", "1.000,40"), PEMBULATAN),  # money may be printed without its sen
        ("pagu", ("1.000", "1.001"), TIDAK),
        ("pagu", ("1.000", "1.000,60"), TIDAK),
        ("capaian", ("80,00", "80,00", "80,01"), TIDAK),
        ("capaian", ("82,57", "82,6", "83"), PEMBULATAN),
        ("kategori", ("Sangat Tinggi", "SANGAT  TINGGI"), SESUAI),
        ("kategori", ("Sangat Tinggi", "Tinggi"), TIDAK),
    ],
)
def test_sama(peran: str, teks: tuple[str, ...], hasil: Putusan) -> None:
    r = sama(*(butir(t, peran) for t in teks))
    assert putusan(r) is hasil
    assert r.dipenuhi({}) is (hasil is not TIDAK)


def test_sama_mengikuti_suntingan() -> None:
    a, b, c = (butir(t, "pagu") for t in ("75", "75", "57"))
    r = sama(a, b, c)
    assert [[x.teks for x in g] for g in r.kelompok({})] == [["75", "75"], ["57"]]
    assert r.usul(c, {}) == Interval.titik(75)
    assert r.usul(a, {}) == Interval.titik(57)
    assert r.dipenuhi({c: Interval.titik(75)})
    assert not r.dipenuhi({a: Interval.titik(57)})
    assert [len(g) for g in r.kelompok({c: Interval.titik(75)})] == [3]
    kata = sama(butir("Tinggi", "kategori"), butir("Sedang", "kategori"))
    assert (kata.dipenuhi({kata.cetakan[1]: "tinggi"}), kata.usul(kata.cetakan[1], {})) == (True, None)


# -- labels ----------------------------------------------------------------------------------------------------

SKALA = ambil_skala("permendagri86_laporan")
BATAS_BAWAH = {"Sangat Tinggi": 90, "Tinggi": 75, "Sedang": 65, "Rendah": 50}
"""Above which value a label begins; the rest is Sangat Rendah."""


def label_benar(nilai: Fraction) -> str:
    return next((label for label, bawah in BATAS_BAWAH.items() if nilai > bawah), "Sangat Rendah")


@given(st.integers(4900, 9100), st.integers(0, 2), st.sampled_from([*BATAS_BAWAH, "Sangat Rendah"]))
def test_peringkat(satuan: int, desimal: int, label: str) -> None:
    nilai = cetak(satuan // 10 ** (2 - desimal), desimal)
    assert nilai.nilai is not None
    r = Peringkat(kode="UJI01", uraian="uji", label=butir(label, "kategori"), nilai=nilai, skala=SKALA)
    bawah, atas = ujung(nilai)
    # A value just above the lower end belongs to the class above a bound that the print touches.
    mungkin = {label_benar(x) for x in (bawah, nilai.nilai, atas, bawah + Fraction(1, 10**9))}
    if label == label_benar(nilai.nilai):
        assert putusan(r) is SESUAI
    else:
        assert putusan(r) is (PEMBULATAN if label in mungkin else TIDAK)
    assert r.label_benar({}) == label_benar(nilai.nilai)
    assert r.dipenuhi({r.label: label_benar(nilai.nilai)})
    assert r.dipenuhi({}) is (putusan(r) is not TIDAK)
    assert r.usul(r.nilai, {}) is None


def test_peringkat_mengikuti_nilai_baru() -> None:
    r = Peringkat(kode="UJI01", uraian="uji", label=butir("Tinggi", "kategori"), nilai=butir("95,00"), skala=SKALA)
    assert not r.dipenuhi({})
    assert r.dipenuhi({r.nilai: Interval.titik(80)})
    assert r.label_benar({r.nilai: Interval.titik(70)}) == "Sedang"


def test_peringkat_di_celah_skala() -> None:
    """A printed scale may have gaps; a value in one has no label, and none is wrong for it."""
    bercelah = Skala("celah", [Kelas("Baik", 91, 100, True, True), Kelas("Cukup", 76, 90, True, True)])
    for label in ("Baik", "Cukup"):
        r = Peringkat(kode="UJI01", uraian="uji", label=butir(label, "kategori"), nilai=butir("90,50"), skala=bercelah)
        assert putusan(r) is Putusan.TAK_DAPAT_DIPERIKSA
        assert r.label_benar({}) is None
    lebih = Peringkat(
        kode="UJI01", uraian="uji", label=butir("Baik", "kategori"), nilai=butir("104,00"), skala=bercelah
    )
    assert putusan(lebih) is Putusan.SESUAI  # beyond its last class a scale goes on with that label


# -- movements and conditions ----------------------------------------------------------------------------------


@given(st.sampled_from(["naik", "turun", "tetap"]), st.lists(st.integers(0, 5), min_size=2, max_size=4))
def test_arah(arah: str, angka: list[int]) -> None:
    deret = tuple(cetak(n, 0) for n in angka)
    r = Arah(kode="UJI01", uraian="uji", arah=arah, deret=deret, kata=butir(arah, "kategori"))
    pas = {"naik": operator.lt, "turun": operator.gt, "tetap": operator.eq}[arah]
    assert putusan(r) is (SESUAI if all(pas(a, b) for a, b in pairwise(angka)) else TIDAK)
    tegak = {b: Interval.titik(i if arah == "naik" else -i if arah == "turun" else 1) for i, b in enumerate(deret)}
    assert (r.dipenuhi(tegak), r.usul(deret[0], {})) == (True, None)
    assert r.butir == (r.kata, *deret)


@pytest.mark.parametrize(("terpenuhi", "hasil"), [(True, SESUAI), (False, TIDAK), (None, Putusan.TAK_DAPAT_DIPERIKSA)])
def test_syarat(terpenuhi: bool | None, hasil: Putusan) -> None:
    bukti = (butir("80"),)
    r = Syarat(kode="UJI01", uraian="uji", terpenuhi=terpenuhi, bukti=bukti, alasan="tidak tercetak")
    assert putusan(r) is hasil
    assert r.evaluasi().alasan == ("tidak tercetak" if terpenuhi is None else "")
    assert r.dipenuhi({}) is (terpenuhi is not False)
    assert r.butir == bukti
    assert r.usul(bukti[0], {}) is None


def test_yang_tidak_tercetak_tidak_dinilai() -> None:
    """A cell without a figure is no value, and never zero."""
    assert putusan(rumusan(butir("-", PASTI), Rumus.linear([(1, butir("5"))]))) is Putusan.TAK_DAPAT_DIPERIKSA
