"""What one report taught holds for the others: abbreviations, kinds of agency, long names, printed sums, misspellings.

Each is tried on documents of other agencies than the one that showed it.
"""

from __future__ import annotations

import pytest
from tests.penulis.naskah import KINERJA, formulir, laporan, peran, tabel

from sakip.fakta.susun import susun

# -- abbreviations that only this report uses ----------------------------------------------------------------

BELANJA = """Tabel 2.7
Anggaran dan Realisasi Tahun 2025

KODE REK\tPROGRAM/KEGIATAN/SUB KEGIATAN\tANGGARAN (Rp)\tREALISASI ANGGARAN (Rp)\t(%) CAPAIAN
01\tPROGRAM {program}\t200.000.000,00\t160.000.000,00\t80,00
2.01\t{satu}\t120.000.000,00\t96.000.000,00\t80,00
0001\tPenyusunan Dokumen\t120.000.000,00\t96.000.000,00\t80,00
2.02\t{dua}\t80.000.000,00\t64.000.000,00\t80,00
0001\tPenyusunan Laporan\t80.000.000,00\t64.000.000,00\t80,00

PERJANJIAN KINERJA TAHUN 2025

Jabatan : KEPALA BIDANG CONTOH

Selanjutnya disebut PIHAK PERTAMA

Jabatan : KEPALA DINAS CONTOH

FORMULIR PERJANJIAN KINERJA TAHUN 2025

NO\tSASARAN PROGRAM\tINDIKATOR KINERJA PROGRAM\tTARGET
1.\tMeningkatnya layanan\tPersentase Layanan\t80%

PROGRAM/KEGIATAN\tANGGARAN\tKETERANGAN
1. Program {singkat_program}\tRp. 200.000.000,-\tAPBD
1.1 {singkat_satu}\tRp. 120.000.000,-\tAPBD
1.2 {singkat_dua}\tRp. 80.000.000,-\tAPBD
JUMLAH\tRp. 200.000.000,-\t
"""


@pytest.mark.parametrize(
    ("penuh", "singkat"),
    [
        (
            (
                "Pemenuhan Upaya Kesehatan Masyarakat",
                "Pembangunan Puskesmas dan Jaringannya",
                "Pengadaan Alat Kesehatan",
            ),
            ("Pemenuhan UKM", "Pemb. Puskesmas dan Jar.", "Peng. Alkes"),
        ),
        (
            ("Penyelenggaraan Jalan", "Penerangan Jalan Umum Kecamatan", "Rehabilitasi Jembatan Rangka Baja"),
            ("Peny. Jalan", "PJU Kec.", "Rehab. Jembatan RB"),
        ),
        (
            ("Pengelolaan Pendidikan", "Sarana dan Prasarana Sekolah Dasar", "Beasiswa Siswa Sekolah Menengah"),
            ("Pengel. Pendidikan", "Sarpras SD", "Beasiswa Siswa SM"),
        ),
    ],
)
def test_singkatan_dari_laporan_sendiri(penuh: tuple[str, str, str], singkat: tuple[str, str, str]) -> None:
    """A form shortens what the budget table of the same report prints in full; no list has its abbreviations."""
    program, satu, dua = penuh
    isi = BELANJA.format(
        program=program.upper(),
        satu=satu,
        dua=dua,
        singkat_program=singkat[0],
        singkat_satu=singkat[1],
        singkat_dua=singkat[2],
    )
    (f,) = susun(laporan(isi)).formulir
    assert [b.kode for b in f.anggaran] == ["01", "01.2.01", "01.2.02"]


# -- who heads an agency ------------------------------------------------------------------------------------

TERTINGGI = """**PERJANJIAN KINERJA TAHUN 2025
{jabatan}**

Jabatan : **{jabatan}**

{sebutan} disebut PIHAK PERTAMA

Jabatan : **BUPATI CONTOH**

{sebutan} disebut PIHAK KEDUA

**FORMULIR PERJANJIAN KINERJA TAHUN 2025**

Organisasi Perangkat Daerah : {instansi}
 Jabatan : {jabatan}

NO\tSASARAN STRATEGIS\tINDIKATOR KINERJA\tTARGET
1.\tMeningkatnya layanan\tPersentase Layanan\t80%
"""


@pytest.mark.parametrize(
    ("jabatan", "instansi", "unit"),
    [
        ("KEPALA BADAN KEPEGAWAIAN", "Badan Kepegawaian", "Badan"),
        ("INSPEKTUR KABUPATEN CONTOH", "Inspektorat", "Inspektorat"),
        ("CAMAT CONTOH TIMUR", "Kecamatan Contoh Timur", "Kecamatan"),
        ("SEKRETARIS DPRD", "Sekretariat DPRD", "Sekretariat DPRD"),
        ("KEPALA SATUAN POLISI PAMONG PRAJA", "Satuan Polisi Pamong Praja", "Satuan"),
        ("KEPALA DINAS KESEHATAN", "Dinas Kesehatan", "Dinas"),
    ],
)
def test_unit_pimpinan(jabatan: str, instansi: str, unit: str) -> None:
    """The unit of who heads the agency is the agency, whatever kind it is of."""
    pk = formulir(TERTINGGI.format(jabatan=jabatan, instansi=instansi, sebutan="Selanjutnya"))
    assert (pk.eselon, pk.unit) == ("II", unit)


@pytest.mark.parametrize("sebutan", ["Selanjutnya", "Selanjutya", "Selajutnya", "SELANJUTYA", "Selnajutnya"])
def test_sebutan_pihak_salah_ketik(sebutan: str) -> None:
    """The line on what a party is called ends its office, also where it bears a slip of the pen."""
    isi = TERTINGGI.format(jabatan="KEPALA BADAN CONTOH", instansi="Badan Contoh", sebutan=sebutan)
    pk = formulir(isi.replace("**\n\n" + sebutan, f"**\n{sebutan}"))
    assert (pk.jabatan, pk.atasan) == ("KEPALA BADAN CONTOH", "BUPATI CONTOH")


# -- names of any length ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nama", "seluruh", "bagian"),
    [
        ("Persentase Koperasi Sehat", "koperasi", "koperasi yang sehat"),
        ("Persentase Perpustakaan Desa Terakreditasi", "perpustakaan desa", "perpustakaan desa yang terakreditasi"),
        ("Cakupan Jalan Kabupaten dalam Kondisi Mantap", "jalan kabupaten", "jalan kabupaten dalam kondisi mantap"),
        (
            "Persentase Balita Stunting Mendapat Asuhan Gizi",
            "balita stunting",
            "balita stunting yang mendapat asuhan gizi",
        ),
    ],
)
def test_komponen_dalam_kalimat(nama: str, seluruh: str, bagian: str) -> None:
    """The parts of a share are tied where the sentence makes up its name, wherever the name parts."""
    isi = (
        f"{KINERJA.replace('Persentase Kelompok Tani Maju', nama)}\nDengan perhitungan :\n\n1) {nama}\n\n"
        f"= 22/40 x 100% = 55,00 %\n\n{nama} meningkat menjadi 55,00% dari seluruh jumlah {seluruh} sebanyak 40 unit, "
        f"{bagian} sebanyak 22 unit.\n"
    )
    peran_klaim = {k.tertulis.teks: k.fakta.peran for k in laporan(isi).narasi if k.fakta is not None}
    assert peran_klaim == {"55,00%": "realisasi", "40": "penyebut", "22": "pembilang"}


@pytest.mark.parametrize("bagian", ["koperasi yang aktif", "sekolah yang sehat", "koperasi"])
def test_komponen_hal_lain(bagian: str) -> None:
    """What does not make up the name is something else."""
    nama = "Persentase Koperasi Sehat"
    isi = (
        f"{KINERJA.replace('Persentase Kelompok Tani Maju', nama)}\nDengan perhitungan :\n\n1) {nama}\n\n"
        f"= 22/40 x 100% = 55,00 %\n\n{nama} meningkat menjadi 55,00% dari seluruh jumlah koperasi sebanyak 40 unit, "
        f"{bagian} sebanyak 22 unit.\n"
    )
    assert {k.fakta.peran for k in laporan(isi).narasi if k.fakta is not None} == {"realisasi"}


# -- printed steps of NE ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("baris", "hasil", "langkah"),
    [
        ("Nilai Efisiensi = 50% + (8,00%/20 × 50)", ["8,00%"], []),
        ("Nilai Efisiensi = 50,00 % + ( -8,00% / 20 x 50 )", ["-8,00%"], []),
        (r"$$\text{Nilai Efisiensi} = 50 + \left(\frac{8,00\%}{20} \times 50\right)$$", ["8,00%"], []),
        ("Nilai Efisiensi = 50 + (0,40% x 50)", [], [("0,40%", "e_per_20")]),
        ("Nilai Efisiensi = 50,0% + 20,00%", [], [("20,00%", "e_per_20_kali_50")]),
        ("Nilai Efisiensi = 40% + 20,00%", [], []),  # another constant: no step of this formula
    ],
)
def test_langkah_ne(baris: str, hasil: list[str], langkah: list[tuple[str, str]]) -> None:
    """The constant of NE is the regulation's, however it is printed; what is divided is E."""
    e = laporan(f"{KINERJA}\n{baris}\n\nNilai Efisiensi = 70,00%\n").efisiensi
    assert e is not None
    assert [s.teks for s in e.hasil] == hasil
    assert [(s.tertulis.teks, s.arti) for s in e.langkah] == langkah
    assert [s.teks for s in e.nilai] == ["70,00%"]


# -- misspelled and shortened headings ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kepala", "harus"),
    [
        ("NO\tINDIKTOR KINERJA\tTARGET\tREALISAS\tCAPAIAN", ["no", "indikator", "target", "realisasi", "capaian"]),
        ("NO\tINDIKATOR\tTGT\tREALIASI\tKETRANGAN", ["no", "indikator", "target", "realisasi", "keterangan"]),
        ("NO\tINDIKATOR\tSTN\tDEFENISI\tRUMUS", ["no", "indikator", "satuan", "definisi", "formula"]),
    ],
)
def test_judul_salah_ketik(kepala: str, harus: list[str]) -> None:
    """One word of the vocabulary is meant and no other."""
    isi = {
        "target": ("40", "60"),
        "realisasi": ("30", "60"),
        "capaian": ("75,00", "100,00"),
        "satuan": ("Orang", "Unit"),
        "definisi": ("Banyaknya peserta yang lulus", "Banyaknya unit yang baik"),
        "formula": ("Jumlah peserta lulus dibagi jumlah peserta", "Jumlah unit baik dibagi jumlah unit"),
        "keterangan": ("tercapai sebagian", "tercapai seluruhnya"),
        "indikator": ("Persentase Peserta Lulus", "Persentase Unit Baik"),
        "no": ("1", "2"),
    }
    baris = "\n".join("\t".join(isi[p][i] for p in harus) for i in range(2))
    assert peran(tabel(f"Tabel 3.1 Kinerja Tahun 2025\n\n{kepala}\n{baris}\n")) == harus


@pytest.mark.parametrize("judul", ["LOKASI", "PERANGKAT DAERAH", "PENYERAHAN", "STRATEGI"])
def test_judul_lain_tak_diubah(judul: str) -> None:
    """A word of its own, one letter from a word of the vocabulary, is itself."""
    isi = f"NO\tINDIKATOR\t{judul}\tTARGET\n1\tPersentase Peserta Lulus\tKota\t40\n2\tPersentase Unit Baik\tDesa\t60\n"
    assert not {"pagu", "kategori", "serapan", "sasaran"} & set(peran(tabel(isi)))
