"""What documents say beside their tables: indicators, agreements, method, calculations, prose."""

from __future__ import annotations

import attrs
import pytest
from tests.penulis.naskah import KINERJA, formulir, laporan

from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks
from sakip.teks.jarak import satu_nama
from sakip.teks.kalimat import Kalimat, kalimat
from sakip.tinjauan.engine import reviu

# -- indicators ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "b", "setujuan", "sama"),
    [
        ("Persentase Koperasi Aktif", "Presentase koperasi aktif", False, True),
        (
            "Persentase pelaporan Kinerja dan Perencanaan SKPD",
            "Persentase pelaporan Kinerja dan Perencanaan SKP",
            False,
            True,
        ),
        ("Nilai AKIP", "Nilai AKIP Dinas Pertanian", False, True),
        ("Persentase usaha yang menjadi wirausaha", "Persentase usaha yang menjadi wirasausaha", True, True),
        ("Persentase usaha yang menjadi wirausaha", "Persentase usaha yang meningkat menjadi wirausaha", True, True),
        ("Persentase usaha yang menjadi wirausaha", "Persentase usaha yang meningkat menjadi wirausaha", False, False),
        ("Persentase Koperasi aktif", "Persentase Koperasi sehat", True, False),
        ("Persentase layanan pengadaan selesai", "Persentase layanan pengaduan selesai", False, False),
        ("Persentase siswa SD yang lulus ujian akhir", "Persentase siswa SMP yang lulus ujian akhir", True, False),
        ("Jumlah pelaku usaha yang dibina", "Persentase pelaku usaha yang dibina", True, False),
    ],
)
def test_ejaan_indikator(a: str, b: str, sama: bool, setujuan: bool) -> None:
    """Light words and slips of the pen; another word is another indicator."""
    assert satu_nama(a, b, "Dinas Pertanian", setujuan=setujuan) is sama


def test_indikator_satu_tabel_tak_digabung() -> None:
    """Two lines of one table are two indicators, however alike their names."""
    isi = KINERJA.replace("Nilai AKIP", "Persentase Kelompok Tani yang Maju")
    assert len(laporan(isi).indikator) == 2


def test_indikator_jenis_dan_polaritas() -> None:
    """Headings inside a table give the kind; printed achievements, else words, give the polarity."""
    isi = (
        "NO\tINDIKATOR KINERJA\tTARGET\tREALISASI\tCAPAIAN\nTUJUAN :\t\t\t\t\n"
        "1\tPersentase Lahan Subur\t50%\t55%\t110,00\n"
        "PROGRAM :\t\t\t\t\n1\tAngka Gagal Panen\t20\t15\t133,33\n2\tAngka Kemiskinan Petani\t10\t10\t100\n"
    )
    assert [(i.nama, i.jenis, i.polaritas, i.rumus, i.satuan) for i in laporan(isi).indikator] == [
        ("Persentase Lahan Subur", "tujuan", "positif", None, "%"),
        ("Angka Gagal Panen", "program", "negatif", "negatif_b", "nilai"),
        ("Angka Kemiskinan Petani", "program", "negatif", "negatif_b", "nilai"),
    ]


def test_indikator_satuan_dan_polaritas_tercetak() -> None:
    """Unit and polarity as their columns print them; a unit beside the figure; else a number without one."""
    isi = (
        "NO\tINDIKATOR KINERJA\tSATUAN\tPOLARITAS\tTARGET\tREALISASI\tCAPAIAN\n"
        "1\tNilai AKIP\tNilai\tPositif\t80,00\t80,80\t101,00\n"
        "2\tWaktu Tunggu\tHari\tNegatif\t10\t10\t100,00\n3\tLahan Subur\t%\tPositif\t50\t55\t110,00\n\n"
        "INDIKATOR\tTARGET\nJumlah Penyuluh\t40 Orang\nIndeks Mutu\t3,10\n"
    )
    assert [(i.nama, i.satuan, i.polaritas) for i in laporan(isi).indikator] == [
        ("Nilai AKIP", "Nilai", "positif"),
        ("Waktu Tunggu", "Hari", "negatif"),
        ("Lahan Subur", "%", "positif"),
        ("Jumlah Penyuluh", "Orang", "positif"),
        ("Indeks Mutu", "nilai", "positif"),
    ]


# -- forms ----------------------------------------------------------------------------

PERJANJIAN = """**PERJANJIAN KINERJA PERUBAHAN
ESELON III**

PERJANJIAN KINERJA PERUBAHAN TAHUN 2025
KEPALA BIDANG PENYULUHAN

kami yang bertanda tangan di bawah ini :

Nama : **BUDI CONTOH, S.P.**

Jabatan : **KEPALA BIDANG PENYULUHAN**

Selanjutnya disebut PIHAK PERTAMA

Nama : **SITI CONTOH**

Jabatan : **KEPALA DINAS PERTANIAN KABUPATEN**
CONTOH

Selaku atasan langsung PIHAK PERTAMA, selanjutnya disebut PIHAK KEDUA

PIHAK KEDUA akan melakukan supervisi yang diperlukan.

Contoh, 28 Agustus 2025

BUDI CONTOH, S.P.
NIP. 00000000 000000 0 000

**FORMULIR PERJANJIAN KINERJA PERUBAHAN TAHUN 2025
KEPALA BIDANG PENYULUHAN**

Organisasi Perangkat Daerah : Dinas Pertanian Kabupaten Contoh
 Jabatan : Kepala Bidang Penyuluhan
 Tahun Anggaran : 2025

NO\tSASARAN PROGRAM\tINDIKATOR KINERJA PROGRAM\tTARGET
(1)\t(2)\t(3)\t(4)
1.\tMeningkatnya penyuluh\t- Persentase Penyuluh Aktif - Persentase Penyuluh Terlatih\t
1.1\tTersedianya dokumen\tJumlah Dokumen Penyuluhan - Dokumen Renja (2 Dokumen) - Dokumen RTP (1 Dokumen)\t3 Dokumen
\t\tPersentase Kehadiran\t100 %

"""

UANG = """PROGRAM/KEGIATAN\tANGGARAN\tKETERANGAN
1. Program Penyuluhan\t\t
1.1 Kegiatan Pelaksanaan\tRp. 60.000.000,-\tAPBD (Total Anggaran Rp. 100.000.000 Rp. 40.000.000 diampu Bidang Sarana)
JUMLAH\tRp. 60.000.000,-\t
"""


def test_formulir() -> None:
    """Offices, superior over two lines, the clause, lists in cells, parts of targets, shares of other units."""
    pk = formulir(PERJANJIAN + UANG)
    assert (pk.eselon, pk.jenis, pk.tahun, pk.jabatan) == ("III", "perubahan", 2025, "KEPALA BIDANG PENYULUHAN")
    assert (pk.jabatan_formulir, pk.unit) == ("Kepala Bidang Penyuluhan", "Bidang Penyuluhan")
    assert pk.atasan == "KEPALA DINAS PERTANIAN KABUPATEN CONTOH"
    assert (pk.pihak_supervisi, pk.tanggal) == ("PIHAK KEDUA", "28 Agustus 2025")
    assert [(k.no, k.indikator, k.target.teks if k.target else None) for k in pk.kinerja] == [
        ("1.", "Persentase Penyuluh Aktif", None),
        ("", "Persentase Penyuluh Terlatih", None),
        ("1.1", "Jumlah Dokumen Penyuluhan", "3 Dokumen"),
        ("", "Persentase Kehadiran", "100 %"),
    ]
    assert [(r.nama, r.target.teks) for r in pk.kinerja[2].rincian] == [
        ("Dokumen Renja", "2 Dokumen"),
        ("Dokumen RTP", "1 Dokumen"),
    ]
    bagian = pk.anggaran[1]
    assert (bagian.no, bagian.uraian, bagian.keterangan) == ("1.1", "Kegiatan Pelaksanaan", "APBD")
    assert bagian.total is not None
    assert bagian.total.teks == "Rp. 100.000.000"
    assert [(d.unit, d.nilai.teks) for d in bagian.diampu] == [("Bidang Sarana", "Rp. 40.000.000")]
    assert pk.jumlah is not None
    assert (pk.jumlah.teks, pk.jumlah.lokasi.kolom) == ("Rp. 60.000.000,-", "jumlah")


def test_formulir_kepala_jatuh() -> None:
    """A heading that fell into the first line is lifted out of it."""
    isi = (
        "KEGIATAN/SUB KEGIATAN 2. Kegiatan Pelaksanaan\tANGGARAN\tKETERANGAN APBD Kabupaten\n"
        "2.1. Pengembangan Kapasitas\tRp. 5.000.000,-\t\nJUMLAH\tRp. 5.000.000,-\t\n"
    )
    pk = formulir(PERJANJIAN + isi)
    assert [(b.no, b.uraian, b.keterangan) for b in pk.anggaran] == [
        ("2.", "Kegiatan Pelaksanaan", "APBD Kabupaten"),
        ("2.1.", "Pengembangan Kapasitas", ""),
    ]


@pytest.mark.parametrize(
    "jumlah", ["JUMLAH\n\nRp. 9.000.000,-\n", "JUMLAH Rp. 9.000.000,-\n", "JUMLAH\nRp. 9.000.000,-\n"]
)
def test_formulir_baris_lepas(jumlah: str) -> None:
    """Lines between the grids: a heading without money, a source of funds, a list of pipes, JUMLAH by itself."""
    isi = (
        "\tKEGIATAN/SUB KEGIATAN\tANGGARAN\tKETERANGAN\n1.\tKegiatan Pelaksanaan\tRp.\t4.000.000,-\n\n"
        "**2. Kegiatan Pemeliharaan\nBarang Milik Daerah**\n\nAPBD Kabupaten\n\n- | | | | |\n|---|---|---|---|\n"
        f"| 2.1 | Pemeliharaan Mesin | Rp. 5.000.000,- | APBD |\n\n{jumlah}"
    )
    pk = formulir(PERJANJIAN + isi)
    assert [(b.no, b.uraian, b.anggaran.teks if b.anggaran else None, b.keterangan) for b in pk.anggaran] == [
        ("1.", "Kegiatan Pelaksanaan", "Rp. 4.000.000,-", ""),
        ("2.", "Kegiatan Pemeliharaan Barang Milik Daerah", None, "APBD Kabupaten"),
        ("2.1", "Pemeliharaan Mesin", "Rp. 5.000.000,-", "APBD"),
    ]
    assert pk.jumlah is not None
    assert pk.jumlah.teks == "Rp. 9.000.000,-"


def test_tanpa_nama_orang() -> None:
    """Names of people and NIP are nowhere in the report, from forms, signatures or tables of people."""
    orang = "NO\tNAMA\tNIP\tJABATAN\n1\tANDI CONTOH\t19800101\tPenyuluh\n"
    naskah = "Contoh, 2 Januari 2026\n\nSITI CONTOH\nNIP. 19700101\n\n" + orang + "\nAkhir.\n\n" + PERJANJIAN + UANG
    isi = str(attrs.asdict(laporan(naskah)))
    for nama in ("BUDI", "SITI", "ANDI", "19700101", "19800101", "NIP."):
        assert nama not in isi
    assert "Penyuluh" in isi


# -- method and calculations ------------------------------------------------------------

METODE = r"""Pengukuran capaian dilakukan dengan perhitungan sebagai berikut :

$$\text{Capaian kinerja} = \frac{\text{Realisasi}}{\text{Target}} \times 100 \%$$

$$\text{Capaian kinerja} = \frac{\text{Target}}{\text{Realisasi}} \times 100 \%$$

- $x \geq 91$: Sangat Baik
- $91 > x \geq 76$: Baik
- $x < 76$: Kurang

"""


def test_metode() -> None:
    """The formulas and the scale that the report prints; a scale of its own is kept as such."""
    m = laporan(METODE).metode
    assert m.rumus == {"positif": "positif", "negatif": "negatif_b"}
    assert not isinstance(m.skala, str)
    assert [k.label for k in m.skala.kelas] == ["Sangat Baik", "Baik", "Kurang"]
    assert m.skala.label(m.skala.kelas[1].bawah or m.skala.kelas[0].bawah) == "Baik"  # type: ignore[arg-type] # bounded
    assert m.efisiensi == ""


LAIN = r"$$\text{Capaian} = \frac{\text{Target} - (\text{Realisasi} - \text{Target})}{\text{Target}} \times 100 \%$$"


@pytest.mark.parametrize(
    ("lagi", "pesan"),
    [
        (METODE, []),
        (LAIN, [kalimat("rumus_capaian_ganda", polaritas="negatif", pertama="negatif_b", kedua="negatif_a")]),
        ("- $x \\geq 90$: Sangat Baik\n- $90 > x \\geq 76$: Baik\n- $x < 76$: Kurang", [kalimat("skala_ganda")]),
        ("- 90 - 100: Unggul\n- 70 - 80: Mandiri\n- 60 - 70: Maju", []),
    ],
)
def test_metode_bertentangan(lagi: str, pesan: list[Kalimat]) -> None:
    """A method that the report states in two ways is named in the review, and the first is used."""
    sekali, dua = laporan(METODE), laporan(f"{METODE}\n{lagi}\n")
    catatan = [c for c in dua.catatan if c not in sekali.catatan]
    assert [c.pesan for c in catatan] == pesan
    assert all(c.lokasi.baris and c.lokasi.baris > METODE.count("\n") for c in catatan)
    assert (dua.metode.rumus, repr(dua.metode.skala)) == (sekali.metode.rumus, repr(sekali.metode.skala))


@pytest.mark.parametrize(
    "rumus",
    [
        "$$= \\frac{55}{100} \\times 100 \\%$$\n\n$$= 55,00 \\%$$",
        "$$\\begin{aligned} &= \\frac{55}{100} \\times 100 \\% \\\\ &= 55,00 \\% \\end{aligned}$$",
        "= 55/100 x 100% = 55,00 %",
    ],
)
def test_komponen(rumus: str) -> None:
    """The parts of a realisation, in LaTeX or with a slash, under the name of the indicator."""
    isi = (
        f"{KINERJA}\nDengan perhitungan sebagai berikut :\n\n1) Persentase Kelompok Tani Maju\n\n{rumus}\n\nDemikian.\n"
    )
    (k,) = laporan(isi).komponen
    assert ([s.nilai.teks for s in k.pembilang], [s.nilai.teks for s in k.penyebut]) == (["55"], ["100"])
    assert k.hasil is not None
    assert k.hasil.teks.replace(" ", "") == "55,00%"
    assert not [t for t in reviu(laporan(isi)).temuan if t.kode == "KIN04"]


def test_efisiensi() -> None:
    """E over its sums, its value, the steps of NE, the label."""
    isi = r"""$$E = \frac{\sum_{n=1}^n (PAKi \times CKi) - RAKi}{\sum_{n=1}^n (PAKi \times CKi)} \times 100\%$$

$$E = \frac{10.000.000,00}{100.000.000,00} \times 100\%$$

$$E = 10,00\%$$

$$\text{Nilai Efisiensi} = 50\% + (0,50\% \times 50)$$

$$\text{Nilai Efisiensi} = 75,00\% \text{ (Cukup Efisien)}$$
"""
    hasil = laporan(isi)
    e = hasil.efisiensi
    assert hasil.metode.efisiensi == "pmk214"
    assert e is not None
    assert e.pembilang is not None
    assert (e.pembilang.teks, [s.teks for s in e.hasil]) == ("10.000.000,00", ["10,00%"])
    assert [(s.tertulis.teks, s.arti) for s in e.langkah] == [("0,50%", "e_per_20")]
    assert ([s.teks for s in e.nilai], [s.teks for s in e.kategori]) == (["75,00%"], ["Cukup Efisien"])


# -- identity ------------------------------------------------------------------------


def _instansi(teks: str) -> tuple[str, int]:
    lap = tafsirkan(blok_teks(teks, "x")).laporan
    return lap.instansi, lap.tahun


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("Perangkat Daerah : DINAS PUPR KOTA MISAL\n\nTahun 2023\n", ("Dinas PUPR Kota Misal", 2023)),
        ("Pemerintah (LAKIP) Tahun 2021 Badan Contoh dan Uji Kota Misal telah selesai.\n\n"
         "Tugas Badan Contoh dan Uji Kota Misal diatur tersendiri.\n", ("Badan Contoh dan Uji Kota Misal", 2021)),
        ("| Uraian | Target Tahun 2023 |\n|---|---|\n| SATUAN POLISI PAMONG PRAJA | 12 |\n| Patroli | 34 |\n",
         ("Satuan Polisi Pamong Praja", 2023)),
        ("Data Badan Pusat Statistik tahun 2023. Menurut Badan Pusat Statistik demikian.\n", ("", 2023)),
        ("KEMENTERIAN CONTOH TAHUN 2023\n", ("Kementerian Contoh", 2023)),
    ],
)  # fmt: skip
def test_siapa_dan_tahun_berapa(teks: str, harap: tuple[str, int]) -> None:
    """The agency by the line that says so, by what the text names most, by the first line of a table."""
    assert _instansi(teks) == harap
