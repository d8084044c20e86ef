"""Reading text and Markdown: lines, tables, and files; each difficulty in a small document of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.penulis.naskah import ANGGARAN, KINERJA, SAMPUL, baca, baris, laporan, peran, tabel

from sakip.errors import SumberError
from sakip.pembaca import baca_rinci
from sakip.pembaca.blok import Grid, Paragraf
from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.tafsir.kosakata import kosakata
from sakip.pembaca.teks import blok_teks
from sakip.teks.kalimat import kalimat
from sakip.tinjauan.engine import reviu

if TYPE_CHECKING:
    from pathlib import Path

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
    assert {b.alasan for b in tinggal.belum} == {kalimat("sisa.kolom_asing")}


def test_tabel_sel_bukan_angka() -> None:
    """A cell that is no figure is kept as printed, with a remark."""
    hasil = baca(KINERJA.replace("55,00%", "belum ada"))
    assert hasil.catatan[0].pesan.isi["sebab"] == kalimat("bukan_angka.tanpa_angka", teks="belum ada")
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
        (b"a\nb\xff\n", "bukan UTF-8"),
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
    assert [c.pesan for c in hasil.catatan] == [kalimat("tahun_tidak_ditemukan"), kalimat("instansi_tidak_ditemukan")]
