"""The register of facts: what each print states, and where else it is stated."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.angka.interval import Interval
from sakip.angka.lokasi import Lokasi
from sakip.fakta import ANGGARAN, Butir, Kunci, Register, susun
from sakip.fakta.susun import kunci_rujukan, subjek_rerata
from sakip.model.indikator import Indikator
from sakip.model.kode import PenyusunKode, induk, tingkat_kode
from sakip.model.laporan import Laporan
from sakip.model.narasi import Hitungan, Klaim, Rujukan
from sakip.model.peran import PERAN
from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, Diampu, PerjanjianKinerja
from sakip.model.sel import Sel, baca_sel_peran
from sakip.model.tabel import Tabel
from sakip.teks.jarak import mirip, terdekat
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import baku, kata
from sakip.tinjauan.engine import reviu


def sel(teks: str, peran: str = "pagu") -> Sel:
    return baca_sel_peran(teks, PERAN[peran])


def laporan(*tabel: Tabel, **isi: Any) -> Laporan:
    return Laporan(instansi="Dinas Contoh", tahun=2025, tabel=tabel, **isi)


def tabel(kepala: str, *baris: str, judul: str = "", nomor: str = "1.1") -> Tabel:
    isi = [[s.strip() for s in b.split("|")] for b in baris]
    macam = {"JUMLAH": "total", "RATA-RATA": "rerata", "RATA-RATA TOTAL": "rerata_total", "GRUP": "kelompok"}
    jenis = [macam.get(b[0], "rincian") for b in isi]
    return Tabel.susun([k.strip() for k in kepala.split("|")], isi, nomor=nomor, judul=judul, jenis=jenis)


def teks(cetakan: list[Butir]) -> list[str]:
    return [b.teks for b in cetakan]


# -- budget codes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "lengkap"),
    [
        # as most reports print them, each completed by the rows above
        (["01", "2.01", "0001", "0002", "2.02", "0001", "02|Program B", "2.01", "0003"],
         ["01", "01.2.01", "01.2.01.0001", "01.2.01.0002", "01.2.02", "01.2.02.0001", "02", "02.2.01", "02.2.01.0003"]),
        # sub kegiatan of two digits (Permendagri 90/2019)
        (["01", "2.01", "01", "02", "003"], ["01", "01.2.01", "01.2.01.01", "01.2.01.02", None]),
        # in full, with urusan and bidang or crosses for them
        (["2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001"], ["01", "01.2.01", "01.2.01.0001"]),
        (["X.XX.01", "x.xx.01.2.01", "X.XX.01.2.01.0007"], ["01", "01.2.01", "01.2.01.0007"]),
        (["01.2.01", "01.2.01.0001", "01.2.01.02"], ["01.2.01", "01.2.01.0001", "01.2.01.02"]),
        # a full code sets what the relative ones below it mean
        (["2.17.03", "2.02", "0004", "2.17.04.2.01", "0001"],
         ["03", "03.2.02", "03.2.02.0004", "04.2.01", "04.2.01.0001"]),
        ([" 01. ", "2.01.", "0001 "], ["01", "01.2.01", "01.2.01.0001"]),
        (["2.01", "0001", "01", "0001"], [None, None, "01", None]),  # nothing above to complete them
        (["A", "", "JUMLAH", "2", "01.001", "2.17.01.2.01.001", "1.000.000"], [None] * 7),
    ],
)  # fmt: skip
def test_kode_dilengkapi(kode: list[str], lengkap: list[str | None]) -> None:
    penyusun = PenyusunKode()
    assert [penyusun.lengkap(k, nama) for k, _, nama in (x.partition("|") for x in kode)] == lengkap


def test_kode_dua_angka_menurut_namanya() -> None:
    """`02` below a kegiatan is a sub kegiatan of two digits, unless its name says it is a program."""
    penyusun = PenyusunKode(program="01", kegiatan="01.2.01")
    assert penyusun.lengkap("02", "Penyediaan Gaji") == "01.2.01.02"
    assert penyusun.lengkap("02", "PROGRAM PELATIHAN") == "02"
    assert penyusun.lengkap("2.01", "Kegiatan Dasar") == "02.2.01"


def test_sub_kegiatan_yang_kegiatannya_hilang() -> None:
    """Two digits under a program are a sub kegiatan where the name says so, of a kegiatan that is not there."""
    penyusun = PenyusunKode(program="02")
    assert penyusun.lengkap("01", "Sub Kegiatan Pelatihan Dasar") == "02.0.00?.01"
    assert penyusun.lengkap("03", "Program Penataan") == "03"
    assert PenyusunKode().lengkap("01", "Sub Kegiatan Pelatihan Dasar") == "01"


DUA = st.integers(1, 99).map("{:02d}".format)
POHON = st.dictionaries(
    DUA, st.dictionaries(DUA, st.lists(st.integers(1, 9999).map("{:04d}".format), max_size=3, unique=True), max_size=3),
    min_size=1, max_size=3,
)  # fmt: skip


@given(POHON, st.sampled_from(["", "2.17.", "X.XX."]), st.booleans())
def test_semua_tulisan_kode_bermakna_sama(pohon: dict[str, dict[str, list[str]]], urusan: str, relatif: bool) -> None:
    """A tree printed with relative codes, full ones, or ones with urusan gives the same codes."""
    penyusun = PenyusunKode()
    for p, kegiatan in pohon.items():
        assert penyusun.lengkap(urusan + p, "Program") == p
        for k, sub in kegiatan.items():
            kode = f"{p}.2.{k}"
            assert penyusun.lengkap(f"2.{k}" if relatif else urusan + kode) == kode
            assert (tingkat_kode(kode), induk(kode)) == ("kegiatan", p)
            for s in sub:
                assert penyusun.lengkap(s if relatif else f"{urusan}{kode}.{s}") == f"{kode}.{s}"
                assert (tingkat_kode(f"{kode}.{s}"), induk(f"{kode}.{s}")) == ("sub_kegiatan", kode)
        assert (tingkat_kode(p), induk(p)) == ("program", None)


# -- names -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Persentase Koperasi Aktif", "PERSENTASE  koperasi aktif."),
        ("Jml UMKM yg dibina", "Jumlah Usaha Mikro, Kecil, Menengah yang Dibina"),
        ("Kasubbag Umum", "Kepala Sub Bagian Umum"),
        ("Ka. Dinas (Kab. Contoh)", "Kepala Dinas - Kabupaten Contoh"),
    ],
)
def test_nama_yang_sama(a: str, b: str) -> None:
    assert baku(a) == baku(b)
    assert mirip(a, b) == 1


NAMA = st.lists(st.sampled_from(["kop", "umkm", "yang", "data", "usaha", "SP", "Rapat"]), max_size=5).map(" ".join)


@given(NAMA, NAMA)
def test_hukum_kemiripan(a: str, b: str) -> None:
    assert mirip(a, b) == mirip(b, a)
    assert 0 <= mirip(a, b) <= 1
    assert baku(baku(a)) == baku(a) == " ".join(kata(a))
    assert (mirip(a, b) == 1) == (bool(kata(a)) and sorted(kata(a)) == sorted(kata(b)))


@pytest.mark.parametrize(
    ("nama", "hasil"),  # the second is like two names, and like neither enough to choose
    [("Kegiatan Pelatihan Kerja", "A"), ("Pelatihan kerja pemuda desa", None), ("Rapat Koordinasi", None), ("", None)],
)
def test_nama_yang_meragukan_ditolak(nama: str, hasil: str | None) -> None:
    calon = [("A", "Kegiatan Pelatihan Kerja"), ("B", "Pelatihan Kerja Pemuda"), ("C", "Pelatihan Kerja Desa")]
    assert terdekat(nama, calon, 0.5) == hasil


def test_terdekat_menurut_ejaan_terbaik() -> None:
    """A key with several names counts by the best of them, and needs to be ahead of the others by a margin."""
    calon = [("A", "Sewa Gedung"), ("A", "Sewa Gedung dan Bangunan"), ("B", "Sewa Kendaraan")]
    assert terdekat("sewa gedung dan bangunan kantor", calon, 0.6) == "A"
    assert terdekat("sewa", calon, 0.6) is None
    assert terdekat("sewa", calon, 0.6, beda=0.0) == "A"


def test_nama_yang_sama_di_dua_program_meragukan() -> None:
    assert terdekat("Sewa Gedung", [("01.2.01", "Sewa Gedung"), ("02.2.01", "Sewa Gedung")], 0.6) is None


# -- figures ---------------------------------------------------------------------------------------------------


def catat(teks: str, peran: str) -> Butir:
    return Register(laporan()).catat(sel(teks, peran), PERAN[peran], nama="x", di="y", wadah="z")


@pytest.mark.parametrize(
    ("teks", "peran", "interval"),
    [
        ("Rp. 1.500,50,-", "pagu", Interval.titik(Fraction(3001, 2))),
        ("45", "target", Interval.titik(45)),  # a target of 45 % is 45, not something between 44,5 and 45,5
        ("45", "realisasi", Interval(Fraction(89, 2), Fraction(91, 2))),
        ("82,57 %", "capaian", Interval(Fraction(16513, 200), Fraction(16515, 200))),
        ("578", "jumlah", Interval.titik(578)),
    ],
)
def test_cetakan_pasti_atau_dibulatkan(teks: str, peran: str, interval: Interval) -> None:
    b = catat(teks, peran)
    assert b.interval == interval
    assert (b.teks, b.label, b.tetap) == (teks, "", False)
    assert b.cetak is not None
    assert b.cetak.memuat(interval.bawah)


def test_yang_bukan_angka() -> None:
    for teks, peran, label in (("Tinggi", "kategori", "Tinggi"), ("-", "realisasi", ""), ("69,1-69,5", "target", "")):
        b = catat(teks, peran)
        assert (b.nilai, b.interval, b.cetak, b.label) == (None, None, None, label)


def test_kosong_bukan_fakta() -> None:
    """An empty cell is remembered as such; it is no figure, and never zero."""
    reg = susun(laporan(tabel("nama | pagu", "Program A | NA", "Program B | 0")))
    assert teks(reg.kosong[Kunci("belanja:program a", "pagu", 2025)]) == ["NA"]
    assert reg.cetakan("belanja:program a", "pagu", 2025) == []
    assert teks(reg.cetakan("belanja:program b", "pagu", 2025)) == ["0"]


def test_petunjuk_dan_hitungan_bukan_cetakan_baru() -> None:
    reg = Register(laporan())
    petunjuk = reg.petunjuk("PIHAK PERTAMA", Lokasi(baris=3), "PK")
    hitungan = reg.hitungan(14, PERAN["cacah"], "banyaknya kegiatan")
    assert not reg.butir
    assert (petunjuk.label, petunjuk.lokasi.baris, petunjuk.tetap) == ("PIHAK PERTAMA", 3, False)
    assert (hitungan.teks, hitungan.tetap, hitungan.interval) == ("14", True, Interval.titik(14))


NAMA = st.text("ab, kolom", min_size=1).filter(str.strip)


@given(NAMA, NAMA, NAMA)
def test_tempat_terurai(judul: str, jabatan: str, baris: str) -> None:
    """Which table or form a print is in is known whatever commas their names have."""
    pk = PerjanjianKinerja(
        eselon="III",
        jabatan=jabatan,
        tahun=2025,
        anggaran=(BarisAnggaran(no="1", uraian=baris, anggaran=sel("Rp 5.000"), keterangan="APBD 7.000"),),
        jumlah=sel("Rp 5.000"),
    )
    daftar = tabel("nama | pagu | keterangan", f"{baris} | Rp 5.000 | 3 unit", judul=judul, nomor="")
    reg = susun(laporan(daftar, perjanjian=(pk,)))
    assert [b.di for b in reg.butir if b.media == "tabel" and b.di != pk.tempat] == [daftar.tempat] * 2
    assert all(b.di == pk.tempat for b in reg.butir if b.media == "pk")
    assert all(b.tempat.isi[0] == b.di for b in reg.butir)
    assert {b.letak.kolom for b in reg.butir if b.di == daftar.tempat} == {"pagu", "keterangan"}


# -- tables ----------------------------------------------------------------------------------------------------

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", alias=("Peserta yang Lulus (%)",))
USAHA = Indikator(kunci="usaha", nama="Persentase Usaha Tumbuh", program=("02",))


def test_satu_fakta_di_beberapa_tempat() -> None:
    """A column without a year is the report's year; an alias is the same indicator."""
    reg = susun(
        laporan(
            tabel("indikator | target | realisasi@2024", "Persentase Peserta Lulus | 80,00 | 78,00"),
            tabel("indikator | target@2025 | target_akhir", "PESERTA yang lulus | 80,00 | 87,50", nomor="1.2"),
            tabel("indikator | realisasi", "Indikator Lain | 3", nomor="1.3"),
            indikator=(LULUS, USAHA),
            narasi=(Klaim(tertulis=sel("80", "target"), fakta=Rujukan(peran="target", subjek="lulus")),),
        )
    )
    assert [b.media for b in reg.cetakan("lulus", "target", 2025)] == ["tabel", "tabel", "narasi"]
    assert teks(reg.cetakan("lulus", "realisasi", 2024)) == ["78,00"]
    assert teks(reg.cetakan("lulus", "target_akhir", None)) == ["87,50"]
    assert teks(reg.cetakan("indikator:indikator lain", "realisasi", 2025)) == ["3"]
    assert (reg.cetakan("lulus", "realisasi", 2025), reg.sebut("lulus")) == ([], "Persentase Peserta Lulus")


def test_pohon_anggaran() -> None:
    t = tabel(
        "kode | nama | pagu | pagu_murni",
        "JUMLAH | Dinas | 9 | 8",
        "01 | Program A | 5 | 4",
        "2.01 | Kegiatan B | 5 | 4",
        "0001 | Sub Kegiatan C | 5 | -",
    )
    reg = susun(laporan(t))
    assert teks(reg.cetakan(ANGGARAN, "pagu", 2025)) == ["9"]
    assert [teks(reg.cetakan(k, "pagu", 2025)) for k in ("01", "01.2.01", "01.2.01.0001")] == [["5"]] * 3
    assert reg.nama_kode["01.2.01"] == ["Kegiatan B"]
    assert [b.kode for b in reg.baris_anggaran()] == ["01", "01.2.01", "01.2.01.0001"]
    assert reg.cetakan("01", "pagu", 2025)[0].tempat.isi == (
        kalimat("tempat.tabel", nomor="1.1"),
        "01 Program A",
        kalimat("tempat.kolom", kolom="pagu"),
    )


def test_rerata_dikenal_dari_isinya() -> None:
    """The mean of the same lines is one fact, in whatever order and table they stand."""
    baris = ["Persentase Peserta Lulus | 105,00", "Persentase Usaha Tumbuh | 90,00"]
    reg = susun(
        laporan(
            tabel("indikator | capaian", *baris, "RATA-RATA | 97,50"),
            tabel("indikator | capaian", *reversed(baris), "RATA-RATA TOTAL | 97,50", nomor="1.2"),
            tabel("indikator | capaian", baris[0], "RATA-RATA | 105,00", "GRUP | ", baris[1], "RATA-RATA | 90,00"),
            indikator=(LULUS, USAHA),
        )
    )
    assert subjek_rerata(["usaha", "lulus"]) == subjek_rerata(["lulus", "usaha"])
    assert teks(reg.cetakan(subjek_rerata(["lulus", "usaha"]), "capaian", 2025)) == ["97,50", "97,50"]
    assert teks(reg.cetakan(subjek_rerata(["usaha"]), "capaian", 2025)) == ["90,00"]
    rujukan = Rujukan(peran="capaian", subjek="rerata_sasaran")
    assert kunci_rujukan(reg, rujukan) == Kunci(subjek_rerata(["lulus", "usaha"]), "capaian", 2025)


GOLONGAN = tabel(
    "nama | rincian:III | rincian:IV | jumlah", "Sekretariat | 12 | 5 | 17", "JUMLAH | 12 | 5 | 17",
    judul="Pegawai Dinas Contoh berdasarkan Golongan",
)  # fmt: skip


def pendidikan(judul: str, sarjana: int) -> Tabel:
    isi = f"6 | {sarjana} | {6 + sarjana}"
    kepala = "nama | rincian:SMA | rincian:S1 | jumlah"
    return tabel(kepala, f"Sekretariat | {isi}", f"JUMLAH | {isi}", judul=judul, nomor="1.2")


@pytest.mark.parametrize(
    ("judul", "banyak"),
    [
        ("Pegawai Dinas Contoh menurut Pendidikan", 2),
        ("PEGAWAI DINAS CONTOH PER PENDIDIKAN", 2),
        ("Sarana", 1),
        ("", 1),
    ],
)
def test_satu_hal_dilihat_dari_dua_sisi(judul: str, banyak: int) -> None:
    """Staff by grade and staff by education are as many, line by line and in all."""
    reg = susun(laporan(GOLONGAN, pendidikan(judul, 11)))
    ranah = "pegawai dinas contoh"
    assert len(reg.cetakan(f"{ranah}|sekretariat", "jumlah", 2025)) == banyak
    assert len(reg.cetakan(f"{ranah}|total", "jumlah", 2025)) == banyak
    assert len(reg.cetakan(f"{ranah}|sekretariat", "rincian:S1", 2025)) == banyak - 1


def test_dua_sisi_yang_berbeda_ditemukan() -> None:
    temuan = reviu(laporan(GOLONGAN, pendidikan("Pegawai Dinas Contoh menurut Pendidikan", 12))).temuan
    assert {t.kode for t in temuan} == {"FAK01"}


# -- forms and claims ------------------------------------------------------------------------------------------

SUSUNAN = tabel(
    "kode | nama", "01 | Program Penunjang Urusan", "2.01 | Kegiatan Administrasi Umum",
    "0001 | Sub Kegiatan Penyediaan Alat Tulis", "0002 | Sub Kegiatan Penyediaan Alat Listrik",
    "02 | Program Pelatihan", "2.01 | Kegiatan Pelatihan Kerja", "0001 | Sub Kegiatan Penyelenggaraan Kelas",
)  # fmt: skip


def formulir(eselon: str, *anggaran: BarisAnggaran, **isi: Any) -> PerjanjianKinerja:
    return PerjanjianKinerja(eselon=eselon, tahun=2025, anggaran=anggaran, **{"jabatan": "Kepala Contoh", **isi})


def baris(no: str, uraian: str, uang: str = "1.000", **isi: Any) -> BarisAnggaran:
    return BarisAnggaran(no=no, uraian=uraian, anggaran=sel(uang) if uang else None, **isi)


@pytest.mark.parametrize(
    ("eselon", "baris_form", "kode"),
    [
        ("II", [("1.", "PROGRAM PENUNJANG URUSAN"), ("2.", "Program Pelatihan Masyarakat")], ["01", "02"]),
        ("III", [("1.", "Program Pelatihan"), ("1.1", "Pelatihan Kerja")], ["02", "02.2.01"]),
        ("IV", [("1.", "Administrasi Umum"), ("1.1", "Alat Tulis")], ["01.2.01", "01.2.01.0001"]),
        ("IV", [("1.", "Kegiatan Administrasi Umum"), ("1.1", "Sub Kegiatan Penyediaan Alat")], ["01.2.01", None]),
        ("II", [("1.", "Program Pariwisata")], [None]),
    ],
)
def test_baris_formulir_dicocokkan(eselon: str, baris_form: list[tuple[str, str]], kode: list[str | None]) -> None:
    """By name among the lines of the level that its number gives, under the line above; a doubtful one by none."""
    reg = susun(laporan(SUSUNAN, perjanjian=(formulir(eselon, *(baris(*b) for b in baris_form)),)))
    assert [b.kode for b in reg.formulir[0].anggaran] == kode


def test_kode_tercetak_mengalahkan_nama() -> None:
    pk = formulir("IV", baris("1.", "Administrasi Umum"), baris("1.1", "Penyediaan Alat", kode="01.2.01.0002"))
    reg = susun(laporan(SUSUNAN, perjanjian=(pk,)))
    assert [b.kode for b in reg.formulir[0].anggaran] == ["01.2.01", "01.2.01.0002"]


def test_fakta_formulir() -> None:
    """The money of a line states the whole of its code, a share of it, or no fact."""
    berbagi = baris(
        "1.1",
        "Penyediaan Alat Tulis",
        "600",
        total=sel("1.000"),
        diampu=(Diampu(unit="Bidang Lain", nilai=sel("400")),),
    )
    baris_iv = (baris("1.", "Administrasi Umum"), berbagi, baris("1.2", "Penyediaan Alat Listrik", "70"))
    iv = formulir("IV", *baris_iv, jabatan="Kasubbag Umum", unit="Sekretariat", jumlah=sel("670"))
    ii = formulir("II", baris("1.", "Program Pelatihan", "90"), jumlah=sel("760"))
    reg = susun(laporan(SUSUNAN, perjanjian=(iv, ii)))
    sub = "01.2.01.0001"
    assert teks(reg.cetakan(sub, "pagu", 2025)) == ["1.000"]
    assert teks(reg.cetakan(f"{sub}|sekretariat", "bagian", 2025)) == ["600"]
    assert teks(reg.cetakan(f"{sub}|bidang lain", "bagian", 2025)) == ["400"]
    assert teks(reg.cetakan("01.2.01.0002", "pagu", 2025)) == ["70"]
    assert reg.cetakan("01.2.01", "pagu", 2025) == []  # a kegiatan may be split among officers of eselon IV
    assert teks(reg.cetakan("pk:kepala sub bagian umum", "pagu", 2025)) == ["670"]
    assert teks(reg.cetakan(ANGGARAN, "pagu", 2025)) == ["760"]


def test_target_formulir() -> None:
    kinerja = (
        BarisKinerja(no="1.", indikator="PERSENTASE PESERTA LULUS", target=sel("80 %", "target")),
        BarisKinerja(no="1.1", sasaran="Kelas", indikator="Jumlah Kelas", target=sel("5 Kelas", "target")),
        BarisKinerja(no="1.2", indikator="Tanpa Target"),
    )
    pk = [formulir("II", kinerja=kinerja), formulir("II", kinerja=kinerja[:1], jenis="murni")]
    reg = susun(laporan(indikator=(LULUS,), perjanjian=tuple(pk)))
    assert teks(reg.cetakan("lulus", "target", 2025)) == ["80 %"]
    assert teks(reg.cetakan("lulus", "target_murni", 2025)) == ["80 %"]
    assert teks(reg.cetakan("indikator:kelas|jumlah kelas", "target", 2025)) == ["5 Kelas"]
    assert [b.angka is None for b in reg.formulir[0].kinerja] == [False, False, True]
    assert (reg.formulir_eselon("II"), reg.formulir_eselon("III")) == (reg.formulir[:1], [])


@pytest.mark.parametrize(
    ("klaim", "peran"),
    [
        (Klaim(tertulis=sel("84,00", "realisasi"), fakta=Rujukan(peran="realisasi", subjek="lulus")), "realisasi"),
        (Klaim(tertulis=sel("8", "cacah"), hitung=Hitungan(apa="program")), "cacah"),
        (Klaim(tertulis=sel("2025", "tahun"), tahun_laporan=True), "tahun"),
        (Klaim(tertulis=sel("33,96%", "persen"), rumus="persen"), "angka"),
        (Klaim(tertulis=sel("53", "angka"), rumus="sama"), "jumlah"),
        (Klaim(tertulis=sel("meningkat", "kategori"), arah="naik"), "kategori"),
    ],
)
def test_peran_klaim(klaim: Klaim, peran: str) -> None:
    reg = susun(laporan(narasi=(klaim,)))
    assert [(k, y.peran.nama, y.media) for k, y in reg.klaim] == [(klaim, peran, "narasi")]


@pytest.mark.parametrize(
    ("rujukan", "kunci"),
    [
        (Rujukan(peran="realisasi", subjek="lulus", periode=2022), Kunci("lulus", "realisasi", 2022)),
        (Rujukan(peran="target_akhir", subjek="lulus"), Kunci("lulus", "target_akhir", None)),
        (Rujukan(peran="rincian:Pria", subjek="x"), Kunci("x", "rincian:Pria", 2025)),
    ],
)
def test_rujukan(rujukan: Rujukan, kunci: Kunci) -> None:
    assert kunci_rujukan(susun(laporan(indikator=(LULUS,))), rujukan) == kunci


def test_uang_dalam_satuan_besar_dicetak_dengan_satu_cara() -> None:
    """One amount below one billion shows what the mark parts, in the other columns of money too."""
    t = Tabel.susun(
        ["nama", "pagu", "realisasi_anggaran", "serapan"],
        [["Program Satu", "1,309", "1,214", "92,74"], ["Program Dua", "1,130", "0,984", "87,08"]],
        nomor="3.5",
        judul="Ringkasan Anggaran (dalam miliar rupiah)",
    )
    baris = susun(Laporan(instansi="DINAS REKAAN", tahun=2024, tabel=(t,))).tabel[0].baris
    nilai = [[b.butir[k].nilai for k in ("pagu", "realisasi_anggaran")] for b in baris]
    assert nilai == [[Fraction("1.309"), Fraction("1.214")], [Fraction("1.130"), Fraction("0.984")]]
