"""Which figure is wrong, and how it came about."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip.angka.angka import Jenis, tulis
from sakip.angka.interval import Interval
from sakip.aturan.anggaran import jumlah
from sakip.dugaan.cost import CostModel
from sakip.dugaan.knots import find_knots
from sakip.dugaan.localization import ErrorLocalizer
from sakip.dugaan.slips import guess_slip
from sakip.fakta import Kunci, Register
from sakip.hukum.rumus import Rumus
from sakip.model.laporan import Laporan, Metode
from sakip.model.peran import PERAN
from sakip.model.sel import baca_sel_peran
from sakip.model.tabel import Tabel
from sakip.relasi import Jalur, Putusan, Rumusan, Sama
from sakip.teks.jarak import jarak_ketik, jenis_ketik
from sakip.tinjauan.engine import reviu
from sakip.tulis.words.kamus import Kamus, pesan

if TYPE_CHECKING:
    from sakip.dugaan.knots import Solution
    from sakip.fakta import Butir
    from sakip.relasi import Relasi
    from sakip.temuan.temuan import Temuan


def laporan(*tabel: Tabel, **isi: Any) -> Laporan:
    return Laporan(instansi="Dinas Contoh", tahun=2025, tabel=tabel, **isi)


def catat(reg: Register, teks: str, peran: str, nama: str, media: str = "tabel") -> Butir:
    """A figure of the fact `nama`."""
    return reg.catat(
        baca_sel_peran(teks, PERAN[peran]),
        PERAN[peran],
        nama=nama,
        di=nama,
        wadah="uji",
        kunci=Kunci(nama, peran, 2025),
        media=media,
    )


def satu(*tabel: Tabel, **isi: Any) -> Temuan:
    """The one finding of a report with these tables."""
    r = reviu(laporan(*tabel, **isi))
    assert not r.galat
    assert len(r.temuan) == 1, [(t.kode, t.tempat, t.tertulis, t.seharusnya) for t in r.temuan]
    return r.temuan[0]


# -- slips of a hand -------------------------------------------------------------------------------------------

DIGIT = st.text("0123456789", min_size=3, max_size=7)


def osa(a: str, b: str) -> int:
    """The restricted Damerau-Levenshtein distance (optimal string alignment), by the textbook recurrence."""
    d = {(i, j): i + j for i in range(len(a) + 1) for j in range(len(b) + 1) if not i or not j}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            ganti = d[i - 1, j - 1] + (a[i - 1] != b[j - 1])
            d[i, j] = min(ganti, d[i - 1, j] + 1, d[i, j - 1] + 1)
            if min(i, j) > 1 and a[i - 2 : i] == b[j - 2 : j][::-1]:
                d[i, j] = min(d[i, j], d[i - 2, j - 2] + 1)
    return d[len(a), len(b)]


@st.composite
def selip(draw: st.DrawFn) -> tuple[str, str, str]:
    """What was typed, what was meant, and the slip between."""
    benar = draw(DIGIT)
    jenis = draw(st.sampled_from(["tertukar", "salah", "lebih", "kurang"]))
    i = draw(st.integers(0, len(benar) - 1))
    digit = draw(st.sampled_from("0123456789"))
    if jenis == "tertukar":
        i = draw(st.integers(0, len(benar) - 2))
        assume(benar[i] != benar[i + 1])
        return benar[:i] + benar[i + 1] + benar[i] + benar[i + 2 :], benar, jenis
    if jenis == "salah":
        assume(digit != benar[i])
        return benar[:i] + digit + benar[i + 1 :], benar, jenis
    if jenis == "lebih":
        return benar[:i] + digit + benar[i:], benar, jenis
    return benar[:i] + benar[i + 1 :], benar, jenis


@given(selip())
def test_satu_selip_dikenali(contoh: tuple[str, str, str]) -> None:
    tertulis, benar, jenis = contoh
    assert jenis_ketik(tertulis, benar) == jenis
    balik = {"lebih": "kurang", "kurang": "lebih"}
    assert jenis_ketik(benar, tertulis) == balik.get(jenis, jenis)


@given(st.one_of(st.tuples(DIGIT, DIGIT), selip().map(lambda s: s[:2])))
def test_jenis_ketik_ada_bila_jaraknya_satu(pasang: tuple[str, str]) -> None:
    assert bool(jenis_ketik(*pasang)) == (osa(*pasang) == 1)


@given(st.one_of(st.tuples(DIGIT, DIGIT), selip().map(lambda s: s[:2])), st.sampled_from([-1, 1]))
def test_jarak_ketik(pasang: tuple[str, str], tanda: int) -> None:
    """At most 2, symmetric, blind to the sign, and exact where both numbers have three digits."""
    a, b = (Decimal(p) for p in pasang)
    jarak = jarak_ketik(a * tanda, b)
    assert jarak == jarak_ketik(b, a) <= 2
    assert (jarak == 0) == (a == b)
    if min(a, b) >= 100 and not pasang[0].startswith("0") and not pasang[1].startswith("0"):
        assert jarak == min(osa(*pasang), 2)


def test_angka_pendek_tidak_berselip() -> None:
    """Any two numbers of two digits are near each other."""
    assert jarak_ketik(Decimal(12), Decimal(13)) == 2


@given(selip())
def test_dugaan_selip(contoh: tuple[str, str, str]) -> None:
    tertulis, benar, jenis = contoh
    assume(not tertulis.startswith("0") and not benar.startswith("0") and len(tertulis) > 2)
    reg = Register(laporan())
    b = catat(reg, tertulis, "pagu", "x")
    assert [d.jenis for d in guess_slip(reg, {}, b, Interval.titik(int(benar)))] == [jenis]


# -- which figure: balance edits -------------------------------------------------------------------------------


def lokalkan(*relasi: Relasi) -> list[list[Solution]]:
    """The solutions of each knot."""
    berlaku = {r: r.evaluasi().putusan is not Putusan.TIDAK_SESUAI for r in relasi}
    milik: dict[Butir, list[Relasi]] = {}
    for r in relasi:
        for b in r.butir:
            milik.setdefault(b, []).append(r)
    pelokal = ErrorLocalizer(CostModel(milik, berlaku))
    return [pelokal.solve(k) for k in find_knots(r for r in relasi if not berlaku[r])]


def sunting(solusi: Solution) -> dict[str, Fraction]:
    return {s.butir.nama: s.nilai.tengah for s in solusi.causes if isinstance(s.nilai, Interval)}


NERACA = (1452, 116, 1568, 116, 323, 76, 12, 411, 1979, 1842, 137)
"""Scholtus (2009), Automatic correction of simple typing errors in numerical data with balance edits, section 4."""


@pytest.mark.parametrize(
    "salah",
    [
        pytest.param({}, id="4"),
        pytest.param({4: 161}, id="4.1"),
        pytest.param({4: 161, 9: 19979}, id="4.2"),
        pytest.param({4: 161, 8: 0, 9: 19979}, id="4.4"),
    ],
)
def test_neraca_scholtus(salah: dict[int, int]) -> None:
    """The edited figures are the wrong ones of the paper's records, with the values of the right record.

    In record 4.4 the figure 0 for 411 is no typing error; the fewest edits find it all the same.
    """
    reg = Register(laporan())
    x = [catat(reg, str(salah.get(i, n)), "rincian", f"x{i}") for i, n in enumerate(NERACA, 1)]
    laba = Rumus.linear([(1, x[8]), (-1, x[9])])
    hasil = lokalkan(
        jumlah("UJI01", "x1 + x2 = x3", x[2], [x[0], x[1]]),
        Sama(kode="UJI01", uraian="x2 = x4", cetakan=(x[1], x[3])),
        jumlah("UJI01", "x5 + x6 + x7 = x8", x[7], x[4:7]),
        jumlah("UJI01", "x3 + x8 = x9", x[8], [x[2], x[7]]),
        Rumusan(kode="UJI01", jenis="selisih", uraian="x9 − x10 = x11", hasil=x[10], jalur=(Jalur("", laba),)),
    )
    assert [len(solusi) for solusi in hasil] == [1] * len(hasil)
    diubah = {nama: nilai for solusi in hasil for nama, nilai in sunting(solusi[0]).items()}
    assert diubah == {f"x{i}": NERACA[i - 1] for i in salah}


@pytest.mark.parametrize(
    ("omzet", "biaya", "laba", "diubah"),
    [
        ("1.452", "1.368", "-84", {"laba": 84}),  # a sign error in the balance of a profit and loss account
        ("1.452", "1.638", "84", {"biaya": 1368}),  # 1368 with two digits transposed
        ("1.542", "1.368", "84", {"omzet": 1452}),
        ("1.552", "1.368", "148", {"laba": 184}),
        ("1.452", "1.368", "48", {}),  # two digits tell of no slip, and nothing else says which of the three it is
        ("1.452", "1.368", "84", {}),
    ],
)
def test_omzet_biaya_laba(omzet: str, biaya: str, laba: str, diubah: dict[str, int]) -> None:
    reg = Register(laporan())
    x, y, z = (
        catat(reg, teks, peran, nama)
        for teks, peran, nama in [(omzet, "pagu", "omzet"), (biaya, "pagu", "biaya"), (laba, "sisa", "laba")]
    )
    selisih = Rumus.linear([(1, x), (-1, y)])
    r = Rumusan(kode="UJI01", jenis="selisih", uraian="laba", hasil=z, jalur=(Jalur("", selisih),))
    hasil = lokalkan(r)
    assert [sunting(s[0]) for s in hasil if len(s) == 1] == ([diubah] if diubah else [])


@pytest.mark.parametrize(
    ("banyak", "diubah"), [(0, [{"kalimat": 620}, {"tabel": 750}]), (1, [{"tabel": 750}]), (2, [{"tabel": 750}])]
)
def test_angka_yang_didukung_lebih_dipercaya(banyak: int, diubah: list[dict[str, int]]) -> None:
    """A print that a relation confirms is right, be it a sentence; where none is, neither is blamed."""
    reg = Register(laporan())
    kalimat, di_tabel = catat(reg, "750", "jumlah", "kalimat", "narasi"), catat(reg, "620", "jumlah", "tabel")
    relasi: list[Relasi] = [Sama(kode="UJI01", uraian="sama", cetakan=(kalimat, di_tabel))]
    for i in range(banyak):
        bagian, seluruh = catat(reg, "50", "jumlah", f"bagian {i}"), catat(reg, "800", "jumlah", f"seluruh {i}")
        relasi.append(jumlah("UJI01", "jumlah", seluruh, [kalimat, bagian]))
    (solusi,) = lokalkan(*relasi)
    assert [sunting(s) for s in solusi] == diubah


# -- which figure: tables --------------------------------------------------------------------------------------


@st.composite
def silang(draw: st.DrawFn) -> tuple[list[list[int]], int, int, int]:
    """A crosstab with its margins, a place in it, and a wrong value for that place."""
    tinggi, lebar = draw(st.integers(2, 4)), draw(st.integers(2, 4))
    isi = [[draw(st.integers(0, 999)) for _ in range(lebar)] for _ in range(tinggi)]
    isi = [[*b, sum(b)] for b in isi]
    isi.append([sum(k) for k in zip(*isi, strict=True)])
    i, j = draw(st.integers(0, tinggi)), draw(st.integers(0, lebar))
    salah = draw(st.integers(0, 5000).filter(lambda n: n != isi[i][j]))
    return isi, i, j, salah


@given(silang())
def test_satu_sel_salah_di_tabel_silang(contoh: tuple[list[list[int]], int, int, int]) -> None:
    """Wherever it stands, margins included: that cell alone, and the value it should have."""
    isi, i, j, salah = contoh
    benar = isi[i][j]
    isi = [list(b) for b in isi]
    isi[i][j] = salah
    kolom = ["nama", *(f"rincian:K{n}" for n in range(1, len(isi[0]))), "jumlah"]
    baris = [[f"Baris {n}", *(tulis(Fraction(x), 0, Jenis.CACAH) for x in b)] for n, b in enumerate(isi, 1)]
    jenis = ["rincian"] * (len(isi) - 1) + ["total"]
    tabel = Tabel.susun(kolom, baris, nomor="1.1", judul="Pegawai berdasarkan Golongan", jenis=jenis)
    t = satu(tabel)
    assert t.lokasi == (tabel.baris[i].sel[j + 1].lokasi,)
    assert (t.tertulis, t.seharusnya) == (baris[i][j + 1], tulis(Fraction(benar), 0, Jenis.CACAH))
    assert not t.akibat


def anggaran(pagu: str, selisih: str) -> tuple[Tabel, ...]:
    """A budget before and after revision, and two tables that print the revised one again."""
    baris = [["02", "Program Pelatihan", "90.000.000", pagu, selisih]]
    lain = [["02", "Program Pelatihan", "75.000.000"]]
    return (
        Tabel.susun(["kode", "nama", "pagu_murni", "pagu", "selisih"], baris, nomor="2.1"),
        Tabel.susun(["kode", "nama", "pagu"], lain, nomor="3.1"),
        Tabel.susun(["kode", "nama", "pagu"], lain, nomor="3.2"),
    )


def test_akibat_ikut_sebabnya() -> None:
    """The difference beside a wrong budget was computed from it: one finding, with its consequence."""
    t = satu(*anggaran("57.000.000", "33.000.000"))
    assert (t.lokasi[0].tabel, t.lokasi[0].kolom) == ("Tabel 2.1", "pagu")
    assert (t.tertulis, t.seharusnya, t.selisih) == ("57.000.000", "75.000.000", "-18.000.000")
    assert [d.jenis for d in t.dugaan] == ["tertukar"]
    assert [a.lokasi.kolom for a in t.akibat] == ["selisih"]
    assert "33.000.000" in pesan(t.akibat[0], "id")
    assert "15.000.000" in pesan(t.akibat[0], "en")


def test_selisih_yang_benar_bukan_akibat() -> None:
    """With the right difference beside it the wrong budget stands alone."""
    t = satu(*anggaran("57.000.000", "15.000.000"))
    assert (t.lokasi[0].kolom, t.seharusnya, t.akibat) == ("pagu", "75.000.000", ())


@pytest.mark.parametrize(
    ("capaian", "kategori", "kolom", "seharusnya"),
    [
        ("105,00%", "Tinggi", "kategori", "Sangat Tinggi"),
        ("100,50%", "Sangat Tinggi", "capaian", "105,00%"),
        ("50,10%", "Sangat Tinggi", "capaian", "105,00%"),
    ],
)
def test_label_mengikuti_nilainya(capaian: str, kategori: str, kolom: str, seharusnya: str) -> None:
    """A label is wrong only where the value it rates is right; a wrong value is what a right label shows."""
    kepala = ["indikator", "target", "realisasi", "capaian", "kategori"]
    tabel = Tabel.susun(kepala, [["Peserta Lulus", "80,00", "84,00", capaian, kategori]], nomor="3.1")
    t = satu(tabel, metode=Metode(skala="permendagri86_laporan"))
    assert (t.lokasi[0].kolom, t.seharusnya) == (kolom, seharusnya)


def test_penyelesaian_setara_disebut_semua() -> None:
    """Two prints of one fact and nothing to choose between them: both are named, neither is blamed."""
    tabel = tuple(
        Tabel.susun(["kode", "nama", "pagu"], [["02", "Program Pelatihan", teks]], nomor=nomor)
        for nomor, teks in (("2.1", "75.000.000"), ("3.1", "62.500.000"))
    )
    t = satu(*tabel)
    assert (t.kode, t.kunci) == ("FAK01", "setara")
    assert [lok.tabel for lok in t.lokasi] == ["Tabel 2.1", "Tabel 3.1"]
    for bahasa in ("id", "en"):
        assert "75.000.000" in pesan(t, bahasa)
        assert "62.500.000" in pesan(t, bahasa)


def test_dua_kesalahan_terpisah_dua_temuan() -> None:
    baris = [["A", "3", "4", "8"], ["B", "5", "6", "10"], ["C", "1", "2", "3"], ["D", "7", "2", "9"]]
    tabel = Tabel.susun(["nama", "rincian:X", "rincian:Y", "jumlah"], baris, nomor="1.1")
    r = reviu(laporan(tabel))
    assert {(t.lokasi[0].baris, Kamus("id").ucap(t.seharusnya), t.solusi) for t in r.temuan} == {
        (1, "4 | 5 | 7", 3),
        (2, "4 | 5 | 11", 3),
    }
