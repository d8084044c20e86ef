"""Reading text and Markdown: each difficulty of printed reports in a small document of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sakip.errors import SumberError
from sakip.mesin import reviu
from sakip.pembaca import baca_rinci
from sakip.pembaca.blok import Grid, Paragraf
from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.tafsir.ejaan import satu_nama
from sakip.pembaca.tafsir.kosakata import kosakata
from sakip.pembaca.teks import blok_teks

if TYPE_CHECKING:
    from sakip.model.laporan import Laporan
    from sakip.model.narasi import Klaim
    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.model.tabel import Tabel
    from sakip.pembaca.hasil import Pembacaan

FOLDER = Path(__file__).resolve().parents[1] / "examples" / "semarang_diskopum_2025"

SAMPUL = """LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)

DINAS PERTANIAN
KABUPATEN CONTOH

2025

"""

ANGGARAN = """Tabel 2.7
Anggaran dan Realisasi Tahun 2025

KODE REK\tPROGRAM/KEGIATAN/SUB KEGIATAN\tANGGARAN (Rp)\tREALISASI ANGGARAN (Rp)\t(%) CAPAIAN
URUSAN PERTANIAN\t\t300.000.000,00\t240.000.000,00\t80,00
DINAS PERTANIAN\t\t\t\t
01\tPROGRAM PENUNJANG URUSAN\t100.000.000,00\t80.000.000,00\t80,00
2.01\tPerencanaan Kinerja\t100.000.000,00\t80.000.000,00\t80,00
0001\tPenyusunan Dokumen\t100.000.000,00\t80.000.000,00\t80,00
02\tPROGRAM PENYULUHAN PERTANIAN\t200.000.000,00\t160.000.000,00\t80,00
2.01\tPelaksanaan Penyuluhan\t200.000.000,00\t160.000.000,00\t80,00
0001\tPengembangan Kapasitas Penyuluh\t200.000.000,00\t160.000.000,00\t80,00
"""

KINERJA = """Tabel 3.1
Capaian Kinerja Tahun 2025

NO\tSASARAN STRATEGIS\tINDIKATOR KINERJA\tTARGET\tREALISASI\tCAPAIAN %\tKATEGORI
1\t2\t3\t4\t5\t6\t7
1.\tMeningkatnya kelompok tani maju\tPersentase Kelompok Tani Maju\t50,00%\t55,00%\t110,00\tSangat Tinggi
2.\tMeningkatnya akuntabilitas\tNilai AKIP\t80,00\t80,80\t101,00\tSangat Tinggi
Rata-rata capaian\t\t\t\t\t105,50\tSangat Tinggi
"""


def baca(isi: str) -> Pembacaan:
    return tafsirkan(blok_teks(SAMPUL + isi, "laporan.txt"))


def laporan(isi: str) -> Laporan:
    return baca(isi).laporan


def tabel(isi: str) -> Tabel:
    (hasil,) = laporan(isi).tabel
    return hasil


def peran(t: Tabel) -> list[str]:
    return [k.kunci for k in t.kolom]


def baris(t: Tabel) -> list[tuple[str, ...]]:
    """The rows below the heading: kind, then the cells."""
    return [(b.jenis, *(s.teks for s in b.sel)) for b in t.baris if b.jenis not in {"judul", "nomor"}]


def formulir(isi: str) -> PerjanjianKinerja:
    (hasil,) = laporan(isi).perjanjian
    return hasil


def klaim(isi: str, tertulis: str) -> list[Klaim]:
    return [k for k in laporan(isi).narasi if k.tertulis.teks == tertulis]


# -- blocks ----------------------------------------------------------------------


def test_blok_baris_tebal_dan_butir() -> None:
    """Bold runs on over lines; bullets and italics are left out, a footnote mark is not."""
    blok = blok_teks("**PERNYATAAN\nTELAH DIREVIU**\n\n- a. *Nilai AKIP* naik\nKota A*\n", "x").blok
    assert [(p.teks, p.tebal, p.sambung, p.butir) for p in blok if isinstance(p, Paragraf)] == [
        ("PERNYATAAN", True, False, False),
        ("TELAH DIREVIU", True, True, False),
        ("a. Nilai AKIP naik", False, False, True),
        ("Kota A*", False, True, False),
    ]


@pytest.mark.parametrize(
    "isi",
    [
        "NAMA\tJUMLAH\nTraktor\t5\n",
        "| NAMA | JUMLAH |\n|---|---|\n| Traktor | 5 |\n",
        "- | NAMA | JUMLAH |\n- |---|---|\n- | Traktor | 5 |\n",
    ],
)
def test_blok_tabel(isi: str) -> None:
    """Tabs, pipes, and pipes that a converter took for a list give one grid."""
    (grid,) = blok_teks(isi, "x").blok
    assert isinstance(grid, Grid)
    assert [[s.teks.strip() for s in b] for b in grid.baris] == [["NAMA", "JUMLAH"], ["Traktor", "5"]]
    assert grid.baris[-1][0].lokasi.baris in {2, 3}


def test_blok_sel_terputus_baris() -> None:
    """A cell broken over lines is put together, also where the rest of its row follows on the last line."""
    isi = "NO\tURAIAN\tJUMLAH\n1\tPengadaan\nalat dan\nmesin\t5\n2\tPupuk\t7\n"
    (grid,) = blok_teks(isi, "x").blok
    assert isinstance(grid, Grid)
    assert [[s.teks for s in b] for b in grid.baris][1:] == [
        ["1", "Pengadaan alat dan mesin", "5"],
        ["2", "Pupuk", "7"],
    ]


def test_blok_baris_pendek_tetap_baris() -> None:
    """A short row is not glued to the next because their lengths happen to add up."""
    (grid,) = blok_teks("NO\tURAIAN\tJUMLAH\n1\tPupuk\n2\tBenih\n", "x").blok
    assert isinstance(grid, Grid)
    assert len(grid.baris) == 3


# -- tables ----------------------------------------------------------------------


def test_tabel_anggaran() -> None:
    """Roles from headings and content; the row of the whole is the total, words leave the column of codes."""
    t = tabel(ANGGARAN)
    assert (t.nomor, t.judul) == ("2.7", "Anggaran dan Realisasi Tahun 2025")
    assert peran(t) == ["kode", "nama", "pagu", "realisasi_anggaran", "serapan"]
    assert baris(t)[:3] == [
        ("total", "", "URUSAN PERTANIAN", "300.000.000,00", "240.000.000,00", "80,00"),
        ("kelompok", "", "DINAS PERTANIAN", "", "", ""),
        ("rincian", "01", "PROGRAM PENUNJANG URUSAN", "100.000.000,00", "80.000.000,00", "80,00"),
    ]
    assert not reviu(laporan(ANGGARAN)).temuan


def test_tabel_kinerja() -> None:
    """The row of column numbers is told apart; a mean is a mean; the figures carry their lines."""
    t = tabel(KINERJA)
    assert peran(t) == ["no", "sasaran", "indikator", "target", "realisasi", "capaian", "kategori"]
    assert [b.jenis for b in t.baris] == ["judul", "nomor", "rincian", "rincian", "rerata"]
    sel = t.baris[2].sel[5]
    assert (sel.lokasi.berkas, sel.lokasi.baris, sel.lokasi.tabel, sel.lokasi.kolom) == (
        "laporan.txt",
        13,
        "Tabel 3.1",
        "CAPAIAN %",
    )


@pytest.mark.parametrize("kepala", [True, False])
@pytest.mark.parametrize("antara", ["\n", "\n12\n\n", "\n\nHalaman 4\n\n", "\nLanjutan Tabel 3.1\n\n"])
def test_tabel_bersambung(antara: str, *, kepala: bool) -> None:
    """A table goes on over a page: heading repeated or not, a page number between or not."""
    baris_teks = KINERJA.splitlines()
    ulang = [baris_teks[3]] if kepala else []
    isi = "\n".join(baris_teks[:6]) + "\n" + antara + "\n".join([*ulang, *baris_teks[6:]]) + "\n"
    assert baris(tabel(isi)) == baris(tabel(KINERJA))


def test_tabel_kepala_lain_bukan_sambungan() -> None:
    """Another heading of the same width begins another table."""
    isi = "NO\tNAMA BARANG\tJUMLAH\n1\tTraktor\t5\n\nNO\tURAIAN\tANGGARAN (Rp)\n1\tPupuk\t5.000.000\n"
    assert [peran(t) for t in laporan(isi).tabel] == [["no", "nama", "jumlah"], ["no", "nama", "pagu"]]


def test_tabel_kepala_bertingkat() -> None:
    """A heading over several columns holds for each; years name the period; ranges of years do not."""
    isi = (
        "Tabel 2.1\nSasaran dan Target Renstra 2021-2026\n\n"
        "NO\tSASARAN\tINDIKATOR SASARAN\tKondisi Awal (2020)\tTARGET TAHUN KE-\t\t\n"
        "\t\t\t\t2024\t2025\t2026\n"
        "1\tMeningkatnya produksi\tProduksi padi\t50,00\t55,00\t56,00\t57,00\n"
    )
    assert peran(tabel(isi)) == [
        "no",
        "sasaran",
        "indikator",
        "kondisi_awal",
        "target_renstra@2024",
        "target_renstra@2025",
        "target_renstra@2026",
    ]


def test_tabel_silang() -> None:
    """Labels of a crosstab: the lowest heading, with the one above where it does not suffice."""
    isi = (
        "Tabel 1.1\nJumlah Pegawai\n\nBIDANG\tGOL III\t\tGOL IV\t\tJUMLAH\n\tL\tP\tL\tP\t\n"
        "Sekretariat\t4\t6\t0\t1\t11\nPenyuluhan\t2\t3\t1\t0\t6\nJUMLAH\t6\t9\t1\t1\t17\n"
    )
    t = tabel(isi)
    assert peran(t) == [
        "nama",
        "rincian:GOL III L",
        "rincian:GOL III P",
        "rincian:GOL IV L",
        "rincian:GOL IV P",
        "jumlah",
    ]
    assert baris(t)[-1][0] == "total"
    assert not reviu(laporan(isi)).temuan
    pendek = (
        "KECAMATAN\tJumlah Kelompok\t\t\tPersentase Aktif\n\tAktif\tTidak Aktif\tJumlah\t\nUtara\t3\t1\t4\t75,00%\n"
    )
    assert peran(tabel(pendek)) == ["nama", "rincian:Aktif", "rincian:Tidak Aktif", "jumlah", "persen:Aktif"]


def test_tabel_terpotong_halaman() -> None:
    """A row broken by a page goes on in lower case below the heading; a new line in capitals does not."""
    kepala = "NO\tINDIKATOR KINERJA\tTARGET\tREALISASI\tAnalisis\n"
    isi = (
        f"{kepala}1.\tNilai AKIP\t80,00\t80,80\tDidukung oleh\n\n{kepala}"
        "\t\t\t\tpembinaan yang rutin\n2.\tIndeks Mutu\t3,00\t3,10\tBaik sekali\n"
    )
    assert [b[-1] for b in baris(tabel(isi))] == ["Didukung oleh pembinaan yang rutin", "Baik sekali"]
    akar = "No\tPermasalahan\tAkar Masalah\n1.\tProduksi rendah\tBenih kurang baik\n\t\tPupuk terlambat\n"
    assert len(baris(tabel(akar))) == 2


def test_tabel_rp_tersendiri() -> None:
    """A `Rp.` in a cell of its own belongs to the figure beside it."""
    isi = "NO\tURAIAN\tANGGARAN (Rp)\t\n1\tPupuk\tRp.\t5.000.000,-\n2\tBenih\tRp.\t7.000.000,-\n"
    t = tabel(isi)
    assert peran(t) == ["no", "nama", "pagu"]
    assert [b[-1] for b in baris(t)] == ["Rp. 5.000.000,-", "Rp. 7.000.000,-"]


def test_tabel_jumlah_sebagai_nama_indikator() -> None:
    """`Jumlah …` begins the names of many indicators; only the bare word is a total."""
    isi = "INDIKATOR\tTARGET\tREALISASI\tCAPAIAN\nJumlah usaha mikro yang dibina\t10\t12\t120,00\n"
    assert [b[0] for b in baris(tabel(isi))] == ["rincian"]


def test_tabel_triwulan() -> None:
    """Figures of a part of the year are no figures of the year."""
    isi = "INDIKATOR\tTARGET 2025\tTARGET TW III\tREALISASI TW III\t% THD TW III\nLuas lahan\t40\t30\t15\t50,00\n"
    assert peran(tabel(isi)) == ["indikator", "target", "target:TW III", "realisasi:TW III", "capaian:TW III"]


def test_tabel_capaian_dalam_satuan_indikator() -> None:
    """A column headed capaian that bears `%` exactly where the target does prints realisations."""
    isi = (
        "NO\tINDIKATOR KINERJA\tTARGET TAHUN 2025\tREALISASI TAHUN 2025\tCAPAIAN TAHUN 2024\n"
        "1\tPersentase Lahan Subur\t77,60%\t82,57%\t77,58%\n2\tNilai AKIP\t80,35\t80,45\t80,25\n"
    )
    assert peran(tabel(isi))[-1] == "realisasi@2024"
    assert peran(tabel(isi.replace("77,58%", "101,20%").replace("80,25", "100,10%")))[-1] == "capaian@2024"


def test_tabel_tak_dikenali() -> None:
    """A table not understood is kept as text, named with its place, and its figures count as unchecked."""
    isi = "Tabel 9\nIndeks Lain\n\nURAIAN\tID1\tTK1\nKegiatan A\t1,06\t0,06\nKegiatan B\t1,01\t0,01\n"
    hasil = baca(isi)
    (t,) = hasil.tak_dikenali
    assert (t.judul, t.lokasi.baris, t.angka) == ("Indeks Lain", 8, 4)
    assert all(k.peran.jenis is None for k in hasil.laporan.tabel[0].kolom)
    tinggal = reviu(hasil.laporan).cakupan
    assert (tinggal.angka, tinggal.terperiksa) == (4, 0)
    assert {b.alasan for b in tinggal.belum} == {"tabel atau kolomnya tidak dikenali"}


def test_tabel_sel_bukan_angka() -> None:
    """A cell that is no figure is kept as printed, with a remark."""
    hasil = baca(KINERJA.replace("55,00%", "belum ada"))
    assert "'belum ada' bukan angka" in hasil.catatan[0].pesan
    assert hasil.laporan.tabel[0].baris[2].sel[4].teks == "belum ada"


def test_kosakata_tambahan() -> None:
    """A user's words make a heading known."""
    isi = "INDIKATOR\tSASARAN ANGKA TAHUNAN\tHASIL\nNilai AKIP\t80,00\t80,80\n"
    dokumen = blok_teks(SAMPUL + isi, "x")
    assert tafsirkan(dokumen).tak_dikenali
    kata = kosakata({"peran": {"target": {"kata": {"angka tahunan": 12}}, "realisasi": {"kata": {"hasil": 6}}}})
    (t,) = tafsirkan(dokumen, kata).laporan.tabel
    assert peran(t) == ["indikator", "target", "realisasi"]


def test_kosakata_kolom_bertingkat() -> None:
    """A user settles a heading by its lowest part or by all that stands above the column."""
    isi = "INDIKATOR\tSASARAN ANGKA\t\tHASIL\n\tAWAL\tREVISI\t\nNilai AKIP\t79,00\t80,00\t80,80\n"
    kata = kosakata({"kolom": {"sasaran angka awal": "target_murni", "revisi": "target", "hasil": "realisasi"}})
    (t,) = tafsirkan(blok_teks(SAMPUL + isi, "x"), kata).laporan.tabel
    assert peran(t) == ["indikator", "target_murni", "target", "realisasi"]


def test_uang_negatif() -> None:
    """Negative money in brackets, with its Rp inside or before, is money."""
    isi = (
        "KODE\tURAIAN\tANGGARAN MURNI\tANGGARAN PERUBAHAN\tSELISIH\n"
        "01\tProgram A\tRp1.000.000\tRp1.500.000\t(Rp500.000)\n02\tProgram B\tRp1.000.000\tRp1.750.000\tRp (750.000)\n"
        "03\tProgram C\tRp2.000.000\tRp2.750.000\t-Rp750.000\n"
    )
    t = tabel(isi)
    assert peran(t) == ["kode", "nama", "pagu_murni", "pagu", "selisih"]
    assert [b.sel[4].angka and b.sel[4].angka.nilai for b in t.baris[1:]] == [-500000, -750000, -750000]


def test_daftar_isi_bukan_tabel() -> None:
    """The list of contents is no table; the list of tables gives the titles that differ."""
    isi = (
        "DAFTAR ISI\n\nBAB I\t1\nBAB II\t5\n\nDAFTAR TABEL\n\nTabel 3. 1 Capaian Kinerja Dinas\t12\n\n"
        "DAFTAR GAMBAR\n\nGambar 1\t3\n\nBAB III\n\n" + KINERJA
    )
    t = tabel(isi)
    assert (t.judul, t.judul_daftar) == ("Capaian Kinerja Tahun 2025", "Capaian Kinerja Dinas")


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
        ("Angka Kemiskinan Petani", "program", "negatif", None, "nilai"),
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
    isi = repr(
        laporan("Contoh, 2 Januari 2026\n\nSITI CONTOH\nNIP. 19700101\n\n" + orang + "\nAkhir.\n\n" + PERJANJIAN + UANG)
    )
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


# -- profile and prose -------------------------------------------------------------------


def test_profil() -> None:
    """Agency in the spelling of the prose, year, plan, dates with their chapter."""
    isi = (
        "Kata Pengantar\n\nLaporan Kinerja Instansi Pemerintah (LKjIP) Dinas Pertanian Kabupaten Contoh Tahun 2025 "
        "disusun menurut Renstra 2021-2026.\n\nContoh, 12 Februari 2026\n"
    )
    hasil = laporan(isi)
    assert (hasil.instansi, hasil.tahun) == ("Dinas Pertanian Kabupaten Contoh", 2025)
    assert hasil.judul == "Laporan Kinerja Instansi Pemerintah (LKjIP)"
    assert hasil.renstra is not None
    assert (hasil.renstra.awal, hasil.renstra.akhir) == (2021, 2026)
    assert [(t.nilai.teks, t.bagian) for t in hasil.tanggal] == [("12 Februari 2026", "Kata Pengantar")]


def test_narasi_kinerja() -> None:
    """Target, realisation and achievement of a named indicator are tied; a wrong one is a finding at its line."""
    kalimat = (
        "Persentase Kelompok Tani Maju dari yang ditargetkan 50,00% tercapai 56,00% atau mencapai target 110,00%.\n"
    )
    isi = f"{KINERJA}\n{kalimat}"
    (k,) = klaim(isi, "56,00%")
    assert k.fakta is not None
    assert (k.fakta.peran, k.fakta.subjek) == ("realisasi", "kelompok_tani_maju")
    (t,) = [t for t in reviu(laporan(isi)).temuan if t.kode.startswith("NAR")]
    assert (t.tertulis, t.seharusnya, t.lokasi[0].baris) == ("56,00%", "55,00%", 17)


def test_narasi_anggaran() -> None:
    """Money of a named program: budget, spending, percentage, remainder."""
    kalimat = (
        "a. Program Penyuluhan Pertanian, Anggaran sebesar Rp. 200.000.000,00 terealisasi sebesar "
        "Rp. 160.000.000,00 (80,00%) dan sisa anggaran sebesar Rp 40.000.000,00 (20,00%).\n"
    )
    isi = f"{ANGGARAN}\n{kalimat}"
    fakta = {k.tertulis.teks: (k.fakta.peran, k.fakta.subjek) for k in laporan(isi).narasi if k.fakta is not None}
    assert fakta == {
        "Rp. 200.000.000,00": ("pagu", "02"),
        "Rp. 160.000.000,00": ("realisasi_anggaran", "02"),
        "80,00%": ("serapan", "02"),
        "Rp 40.000.000,00": ("sisa", "02"),
        "20,00%": ("sisa_persen", "02"),
    }
    assert not reviu(laporan(isi)).temuan


def test_narasi_jumlah() -> None:
    """Counts of programs, kegiatan and sub kegiatan, also under the heading of a program."""
    isi = (
        f"{ANGGARAN}\nYang dilaksanakan terdiri dari 2 Program, 2 Kegiatan dan 3 Sub kegiatan sebagai berikut :\n\n"
        "1. Program Penunjang Urusan\n\nMeliputi 1 Kegiatan dan 1 Sub Kegiatan, yaitu :\n\n"
        "2. Program Penyuluhan Pertanian\n\nMeliputi 1 Kegiatan dan 1 Sub Kegiatan, yaitu :\n"
    )
    hitung = [(k.tertulis.teks, k.hitung.apa, k.hitung.di) for k in laporan(isi).narasi if k.hitung is not None]
    assert hitung == [
        ("2", "program", ""),
        ("2", "kegiatan", ""),
        ("3", "sub_kegiatan", ""),
        ("1", "kegiatan", "01"),
        ("1", "sub_kegiatan", "01"),
        ("1", "kegiatan", "02"),
        ("1", "sub_kegiatan", "02"),
    ]
    assert {(t.kode, t.tertulis) for t in reviu(laporan(isi)).temuan} == {("NAR02", "3")}


@pytest.mark.parametrize(
    ("kalimat", "tertulis"),
    [
        (
            "Modal usaha awal Dinas Pertanian Kabupaten Contoh sebesar Rp. 500.000.000,- harus dipenuhi.",
            "Rp. 500.000.000,-",
        ),
        ("Kelompok tani maju naik sehingga mencapai 61,00% di seluruh wilayah.", "61,00%"),
        ("Persentase Kelompok Tani Maju di kabupaten tetangga sebesar 61,00%.", "61,00%"),
        ("Persentase Kelompok Tani Maju pada tahun 2024 ditargetkan 61,00%.", "61,00%"),
        ("Pada tahun 2024 Persentase Kelompok Tani Maju meningkat menjadi 61,00%.", "61,00%"),
        ("Jumlah penerima bantuan sebanyak 3.042 orang.", "3.042"),
    ],
)
def test_narasi_tak_diikat(kalimat: str, tertulis: str) -> None:
    """A figure whose subject or role is in doubt is counted as unchecked, never tied."""
    isi = f"{KINERJA}\n{ANGGARAN}\n{kalimat}\n"
    (k,) = klaim(isi, tertulis)
    assert (k.rumus, k.fakta, bool(k.alasan)) == ("tanpa", None, True)
    assert not reviu(laporan(isi)).temuan


def test_narasi_tahun() -> None:
    """The report's year and the years of the plan are tied; the year of a regulation is not."""
    isi = (
        "Kinerja tahun 2025 diukur menurut Peraturan Nomor 29 Tahun 2014 dan Renstra 2021-2026, sejak tahun 2024.\n\n"
        "Target pada Rencana Strategis 2021-2026 menjadi acuan.\n"
    )
    hasil = laporan(isi).narasi
    assert [k.tertulis.teks for k in hasil if k.tahun_laporan] == ["2025"]
    assert [k.tertulis.teks for k in hasil if k.periode_renstra] == ["2021-2026", "2021-2026"]


def test_narasi_tahun_tertinggal() -> None:
    """A sentence that announces a table by its title names the year of the table."""
    isi = ANGGARAN.replace(
        "Tabel 2.7\n", "Adapun anggaran dan realisasi tahun 2024 tersaji pada tabel berikut :\n\nTabel 2.7\n"
    )
    assert [(t.kode, t.tertulis, t.seharusnya) for t in reviu(laporan(isi)).temuan] == [("NAR06", "2024", "2025")]


# -- files -----------------------------------------------------------------------------


def test_berkas(tmp_path: Path) -> None:
    """A file is read with its name and digest."""
    jalur = tmp_path / "laporan.md"
    jalur.write_bytes(b"\xef\xbb\xbf" + (SAMPUL + KINERJA).replace("\n", "\r\n").encode())
    hasil = baca_rinci(jalur).laporan
    assert (hasil.sumber, len(hasil.sha256), hasil.tahun) == (str(jalur), 64, 2025)
    assert baris(hasil.tabel[0]) == baris(tabel(KINERJA))


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "berkas kosong"),
        (b"a\nb\xff\n", "bukan teks UTF-8"),
        (b"a\0b", "karakter NUL"),
        (None, "tidak ada berkas"),
    ],
)
def test_berkas_buruk(tmp_path: Path, isi: bytes | None, pesan: str) -> None:
    """What is no text is refused with the reason."""
    jalur = tmp_path / "laporan.txt"
    if isi is not None:
        jalur.write_bytes(isi)
    with pytest.raises(SumberError, match=pesan):
        baca_rinci(jalur)


def test_tanpa_isi() -> None:
    """A document without tables, forms or a year still gives a report, with remarks."""
    hasil = tafsirkan(blok_teks("Halo.\n", "x"))
    assert (hasil.laporan.tahun, hasil.laporan.tabel) == (0, ())
    assert [c.pesan for c in hasil.catatan] == ["tahun laporan tidak ditemukan", "nama instansi tidak ditemukan"]
