"""How errors came about: runs of lines shifted, cells swapped, and the slips behind one wrong figure."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.angka.angka import Jenis, tulis
from sakip.angka.interval import Interval
from sakip.dugaan.knots import Edit
from sakip.dugaan.runs import group_edits
from sakip.dugaan.slips import guess_slip
from sakip.fakta import Kunci, Register
from sakip.hukum.rumus import Rumus
from sakip.model.indikator import Indikator, Komponen, SukuKomponen
from sakip.model.laporan import Laporan
from sakip.model.narasi import Klaim, Rujukan
from sakip.model.peran import PERAN
from sakip.model.perjanjian import BarisAnggaran, PerjanjianKinerja
from sakip.model.sel import Sel, baca_sel_peran
from sakip.model.tabel import Tabel
from sakip.relasi import Jalur, Rumusan
from sakip.tinjauan.engine import reviu
from sakip.tulis.words.catalogue import BAHASA
from sakip.tulis.words.kamus import Kamus, pesan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.dugaan.runs import CommonCause
    from sakip.fakta import Butir
    from sakip.temuan.temuan import Temuan

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")


def laporan(**isi: Any) -> Laporan:
    return Laporan(instansi="Dinas Contoh", tahun=2025, **isi)


def sel(teks: str, peran: str) -> Sel:
    return baca_sel_peran(teks, PERAN[peran])


def catat(reg: Register, teks: str, peran: str = "pagu", urut: int = 0, kolom: str = "K", subjek: str = "") -> Butir:
    return reg.catat(
        sel(teks, peran),
        PERAN[peran],
        nama=f"{peran} baris {urut}",
        di="Tabel 1",
        baris=f"baris {urut}",
        wadah="uji",
        kunci=Kunci(subjek or f"baris {urut}", peran, 2025),
        susunan=(kolom, urut),
    )


def satu(**isi: Any) -> Temuan:
    """The one finding of a report."""
    r = reviu(laporan(**isi))
    assert not r.galat
    assert len(r.temuan) == 1, [(t.kode, t.tempat, t.tertulis, t.seharusnya) for t in r.temuan]
    return r.temuan[0]


# -- runs and swaps --------------------------------------------------------------------------------------------


class Kolom(NamedTuple):
    """A column of figures, each due `benar`, and the edits that put the printed ones right."""

    reg: Register
    butir: list[Butir]
    suntingan: list[Edit]

    def gabung(self) -> list[CommonCause]:
        return group_edits(self.reg, self.suntingan)

    def tempat(self, butir: Sequence[Butir]) -> list[int]:
        return [self.butir.index(b) for b in butir]


def kolom(tertulis: Sequence[int], benar: Sequence[int]) -> Kolom:
    reg = Register(laporan())
    butir = [catat(reg, tulis(Fraction(n), 0, Jenis.RUPIAH), urut=i) for i, n in enumerate(tertulis)]
    sunting = [Edit(b, Interval.titik(n)) for b, n in zip(butir, benar, strict=True) if b.nilai != n]
    return Kolom(reg, butir, sunting)


NILAI = st.lists(st.integers(1000, 10**7), min_size=4, max_size=9, unique=True)


@st.composite
def geseran(draw: st.DrawFn) -> tuple[list[int], list[int], list[int], int]:
    """A column in which a run prints what belongs to the next line, or to the line before."""
    benar = draw(NILAI)
    langkah = draw(st.sampled_from([1, -1]))
    awal = draw(st.integers(0 if langkah > 0 else 1, len(benar) - 3))
    akhir = draw(st.integers(awal + 2, len(benar) - (1 if langkah > 0 else 0)))
    run = list(range(awal, akhir))
    tertulis = [benar[i + langkah] if i in run else n for i, n in enumerate(benar)]
    return benar, tertulis, run, langkah


@given(geseran())
def test_deret_bergeser(contoh: tuple[list[int], list[int], list[int], int]) -> None:
    """One cause for the whole run, with the line to which each value belongs."""
    benar, tertulis, run, langkah = contoh
    k = kolom(tertulis, benar)
    (g,) = k.gabung()
    assert (g.jenis, g.step) == ("geser", langkah)
    assert k.tempat([s.butir for s in g.edits]) == run
    assert k.tempat(g.targets) == [i + langkah for i in run]


@given(NILAI, st.data())
def test_dua_sel_tertukar(benar: list[int], data: st.DataObject) -> None:
    i, j = sorted(data.draw(st.permutations(range(len(benar))))[:2])
    tertulis = list(benar)
    tertulis[i], tertulis[j] = benar[j], benar[i]
    k = kolom(tertulis, benar)
    (g,) = k.gabung()
    assert (g.jenis, k.tempat([s.butir for s in g.edits])) == ("tukar", [i, j])


@given(NILAI, st.data())
def test_kesalahan_lepas_tidak_digabung(benar: list[int], data: st.DataObject) -> None:
    """Values that belong to no other line have no common cause."""
    i, j = data.draw(st.permutations(range(len(benar))))[:2]
    tertulis = [n + 10**8 if x in {i, j} else n for x, n in enumerate(benar)]
    k = kolom(tertulis, benar)
    assert [g.jenis for g in k.gabung()] == ["satu", "satu"]
    assert [k.butir.index(g.edits[0].butir) for g in k.gabung()] == sorted([i, j])


SUB = ("Alat Tulis", "Jasa Kurir", "Jasa Listrik", "Rapat Kerja", "Sewa Gedung")
UANG = ("12.500.000", "7.250.000", "31.900.000", "18.400.000", "26.000.000")


def formulir(uang: Sequence[str]) -> dict[str, Any]:
    """The budget of one kegiatan, and the form of the officer who answers for it."""
    baris = [["01", "Program Penunjang", ""], ["2.01", "Kegiatan Umum", ""]]
    baris += [[f"000{i}", f"Sub Kegiatan {n}", u] for i, (n, u) in enumerate(zip(SUB, UANG, strict=True), 1)]
    pk = PerjanjianKinerja(
        eselon="IV",
        jabatan="Kepala Sub Bagian Umum",
        tahun=2025,
        anggaran=tuple(
            BarisAnggaran(no=f"1.{i}", uraian=f"Sub Kegiatan {n}", anggaran=sel(u, "pagu"))
            for i, (n, u) in enumerate(zip(SUB, uang, strict=True), 1)
        ),
    )
    return {"tabel": (Tabel.susun(["kode", "nama", "pagu"], baris, nomor="2.1"),), "perjanjian": (pk,)}


@pytest.mark.parametrize(
    ("uang", "arah", "baris"),
    [
        ((*UANG[1:4], UANG[3], UANG[4]), "ke atas", (1, 2, 3)),
        ((UANG[0], UANG[0], UANG[1], UANG[2], UANG[4]), "ke bawah", (2, 3, 4)),
    ],
)
def test_formulir_bergeser_satu_temuan(uang: Sequence[str], arah: str, baris: tuple[int, ...]) -> None:
    """The run is one finding: its lines, in which direction, and where each value belongs."""
    t = satu(**formulir(uang))
    assert (t.kode, t.kunci) == ("PKJ02", "deret")
    assert t.isi["banyak"] == str(len(baris))
    assert arah in Kamus("id").ucap(t.isi["arah"])
    assert (t.tertulis, t.seharusnya) == (uang[baris[0] - 1], UANG[baris[0] - 1])
    assert [d.jenis for d in t.dugaan] == ["geser"]
    for i in baris:
        assert f"1.{i} Sub Kegiatan {SUB[i - 1]} tercetak {uang[i - 1]}" in Kamus("id").ucap(t.isi["daftar"])
        assert UANG[i - 1] in Kamus("id").ucap(t.isi["daftar"])


def test_formulir_tertukar_satu_temuan() -> None:
    """Two cells swapped in the form, or the same two in the table: nothing says in which of them."""
    t = satu(**formulir((UANG[2], UANG[1], UANG[0], *UANG[3:])))
    assert (t.kode, t.kunci, [d.jenis for d in t.dugaan]) == ("PKJ02", "setara", ["tukar_sel"])
    assert [[pesan(p.tempat).partition(",")[0] for p in x] for x in t.alternatif] == [
        ["Tabel 2.1"] * 2,
        ["PK eselon IV Kepala Sub Bagian Umum"] * 2,
    ]
    for bahasa in BAHASA:
        assert "12.500.000" in pesan(t, bahasa)
        assert "31.900.000" in pesan(t, bahasa)


# -- the slip behind one wrong figure --------------------------------------------------------------------------


def tabel(kepala: str, *baris: str, nomor: str = "3.1", judul: str = "Capaian Kinerja") -> Tabel:
    isi = [[s.strip() for s in b.split("|")] for b in baris]
    jenis = ["total" if "JUMLAH" in b else "rincian" for b in isi]
    return Tabel.susun([k.strip() for k in kepala.split("|")], isi, nomor=nomor, judul=judul, jenis=jenis)


def capaian(capaian: str) -> dict[str, Any]:
    kepala = "indikator | target | realisasi@2024 | realisasi | capaian"
    return {"indikator": (LULUS,), "tabel": (tabel(kepala, f"{LULUS.nama} | 80,00 | 78,00 | 84,00 | {capaian}"),)}


def hitungan(pembilang: str, penyebut: str, hasil: str = "") -> Komponen:
    return Komponen(
        indikator=LULUS.kunci,
        pembilang=(SukuKomponen(nilai=sel(pembilang, "pembilang")),),
        penyebut=(SukuKomponen(nilai=sel(penyebut, "penyebut")),),
        hasil=sel(hasil, "realisasi") if hasil else None,
    )


def realisasi(teks: str) -> dict[str, Any]:
    """A table that prints another realisation than the calculation below it."""
    kepala = "indikator | target | realisasi@2024 | realisasi | capaian"
    baris = f"{LULUS.nama} | 80,00 | 78,00 | {teks} | 105,00"
    return {"indikator": (LULUS,), "tabel": (tabel(kepala, baris),), "komponen": (hitungan("210", "250", "84,00"),)}


def narasi(teks: str, peran: str = "capaian") -> dict[str, Any]:
    klaim = Klaim(tertulis=sel(teks, peran), fakta=Rujukan(peran=peran, subjek=LULUS.kunci))
    return capaian("105,00") | {"narasi": (klaim,)}


def pagu(teks: str) -> dict[str, Any]:
    """A form that prints another budget than the two tables."""
    kepala = "kode | nama | pagu_murni | pagu"
    baris = ("02 | Program Pelatihan | 68.340.000 | 75.000.000", "03 | Program Promosi | 52.115.000 | 65.000.000")
    pk = PerjanjianKinerja(
        eselon="II",
        jabatan="Kepala Dinas",
        tahun=2025,
        anggaran=(
            BarisAnggaran(no="1.", uraian="Program Pelatihan", anggaran=sel(teks, "pagu")),
            BarisAnggaran(no="2.", uraian="Program Promosi", anggaran=sel("65.000.000", "pagu")),
        ),
    )
    return {"tabel": (tabel(kepala, *baris), tabel(kepala, *baris, nomor="3.9")), "perjanjian": (pk,)}


def jumlah(total: str) -> dict[str, Any]:
    return {"tabel": (tabel("nama | jumlah", "Meja | 240", "Kursi | 1.310", "Lemari | 125", f"JUMLAH | {total}"),)}


def serapan(teks: str) -> dict[str, Any]:
    kepala = "nama | pagu | realisasi_anggaran | serapan"
    return {"tabel": (tabel(kepala, f"Program Pelatihan | 80.123.450 | 67.104.211 | {teks}"),)}


def sisa(teks: str) -> dict[str, Any]:
    kepala = "nama | pagu | realisasi_anggaran | sisa"
    return {"tabel": (tabel(kepala, f"Program Pelatihan | 80.000.000 | 67.218.345 | {teks}"),)}


@pytest.mark.parametrize(
    ("isi", "jenis", "seharusnya"),
    [
        (realisasi("80,00"), "target", "84,00"),
        (realisasi("78,00"), "tahun_lain", "84,00"),
        (narasi("78,00", "realisasi"), "tahun_lain", "84,00"),
        (pagu("68.340.000"), "sebelum_perubahan", "75.000.000"),
        (pagu("65.000.000"), "salah", "75.000.000"),
        (pagu("7.500.000"), "kurang", "75.000.000"),
        (pagu("750.000"), "pemisah", "75.000.000"),
        (jumlah("1.550"), "tertinggal", "1.675"),
        (jumlah("1.915"), "dobel", "1.675"),
        (capaian("95,24"), "rumus_lain", "105,00"),
        (capaian("97,50"), "operan_tahun", "105,00"),
        (narasi("97,50"), "operan_tahun", "105,00"),
        (serapan("38,75"), "tertukar", "83,75"),
        (serapan("83,85"), "salah", "83,75"),
        (serapan("833,75"), "lebih", "83,75"),
        (serapan("8,35"), "kurang", "83,75"),
        (sisa("-12.781.655"), "tanda", "12.781.655"),
        (sisa("12.781.655.000"), "pemisah", "12.781.655"),
    ],
)
def test_sebab(isi: dict[str, Any], jenis: str, seharusnya: str) -> None:
    t = satu(**isi)
    assert t.seharusnya == seharusnya
    assert t.dugaan[0].jenis == jenis
    for bahasa, awal in (("id", "kemungkinan "), ("en", "possibly ")):
        assert pesan(t.dugaan[0], bahasa).startswith(awal)


def test_tanpa_selip_tanpa_dugaan() -> None:
    """A value that no slip explains is not explained."""
    assert satu(**serapan("61,20")).dugaan == ()


@pytest.mark.parametrize(
    ("tertulis", "benar", "jenis"),
    [
        ("31.900.000", 7_250_000, "salin"),  # the line above
        ("18.400.000", 7_250_000, "salin"),  # the line below
        ("12.500.000", 7_250_000, "salin"),  # further away in the column
        ("45.000.000", 7_250_000, ""),  # shares no more than noughts
        ("9.918.400.000", 7_250_000, ""),  # the last digits of the line below, but noughts for the most part
        ("99.931.913.457", 7_250_000, "ekor"),  # the last eight digits of the line above
        ("612.400", 7_250_000, ""),
    ],
)
def test_tersalin_dari_baris_lain(tertulis: str, benar: int, jenis: str) -> None:
    reg = Register(laporan())
    isi = ("12.500.000", "31.913.457" if jenis == "ekor" else "31.900.000", tertulis, "18.400.000")
    salah = [catat(reg, teks, urut=urut) for urut, teks in enumerate(isi)][2]
    assert [d.jenis for d in guess_slip(reg, {}, salah, Interval.titik(benar))] == ([jenis] if jenis else [])


def test_ekor_menyebut_digitnya() -> None:
    reg = Register(laporan())
    catat(reg, "445.315.253", urut=1)
    b = catat(reg, "12.315.253", urut=2)
    (d,) = guess_slip(reg, {}, b, Interval.titik(7_250_000))
    assert (d.jenis, d.isi["ekor"]) == ("ekor", "315.253")
    assert d.isi["dari"] == "pagu baris 1"
    lima = catat(reg, "12.415.253", urut=0)
    assert guess_slip(reg, {}, lima, Interval.titik(7_250_000)) == ()


@pytest.mark.parametrize(("teks", "jenis"), [("66.666", ["potong"]), ("66.665", []), ("66.667", [])])
def test_dipotong(teks: str, jenis: list[str]) -> None:
    """Money cut off at the rupiah, where 66.666,67 was due."""
    reg = Register(laporan())
    y, x = catat(reg, teks, "pagu_capaian", 1), catat(reg, "200.000", "pagu", 2)
    r = Rumusan(kode="UJI01", jenis="hasil", uraian="sepertiga", hasil=y, jalur=(Jalur("", Rumus.linear([(1, x)], 3)),))
    dugaan = guess_slip(reg, {y: [r], x: [r]}, y, Interval.titik(Fraction(200_000, 3)))
    assert [d.jenis for d in dugaan if d.jenis == "potong"] == jenis


def test_pasangan_tahun_lain() -> None:
    """A numerator and a denominator that give last year's realisation are one slip, and one finding."""
    t = satu(**capaian("105,00"), komponen=(hitungan("210", "250", "84,00"), hitungan("156", "200")))
    assert (t.kunci, t.isi["tahun"], t.isi["hasil"]) == ("pasangan", "2024", "78,00")
    assert [d.jenis for d in t.dugaan] == ["tahun_lain"]
    assert "210" in pesan(t)
    assert "250" in pesan(t, "en")


def test_kata_tidak_diduga() -> None:
    reg = Register(laporan())
    b = catat(reg, "Tinggi", "kategori")
    assert guess_slip(reg, {}, b, "Sedang") == ()


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("Rp0,22 miliar", ["tahun_lain"]),
        ("Rp0,23 miliar", []),
        ("Rp0,2 miliar", []),
        ("Rp224.471.000,00", ["tahun_lain"]),
    ],
)
def test_nilai_tahun_lain_boleh_dibulatkan(teks: str, jenis: list[str]) -> None:
    """The value of another year is recognised in a rounded print too, if two digits are left to recognise it by."""
    reg = Register(laporan())
    b = catat(reg, teks, subjek="layanan")
    lalu = sel("Rp224.471.000,00", "pagu")
    reg.catat(lalu, PERAN["pagu"], nama="x", di="Tabel 2", wadah="x", kunci=Kunci("layanan", "pagu", 2024))
    assert [d.jenis for d in guess_slip(reg, {}, b, Interval.titik(987_654_321))] == jenis
