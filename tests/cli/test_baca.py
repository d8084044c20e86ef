"""`sakip baca`, `sakip templat`, and the user's words for headings."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pytest

from sakip import cli
from sakip.errors import SumberError
from sakip.konfigurasi import baca_konfigurasi
from sakip.pembaca import baca, baca_rinci
from sakip.tinjauan.engine import reviu

if TYPE_CHECKING:
    from pathlib import Path

Jalankan: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

NASKAH = """\
LAPORAN KINERJA INSTANSI PEMERINTAH
DINAS CONTOH KOTA CONTOH
TAHUN 2025

Tabel 3.1 Realisasi Anggaran

KODE REK\tPROGRAM/KEGIATAN\tANGGARAN (Rp)\tREALISASI ANGGARAN (Rp)
\tJUMLAH\t900.000.000\t800.000.000
01\tProgram Penunjang Urusan\t500.000.000\t450.000.000
02\tProgram Pelayanan Usaha\t400.000.000\t350.000.000

Tabel 3.2 Capaian Kinerja

NO\tINDIKATOR KINERJA\tSATUAN\tTARGET\tREALISASI\tPROGNOSIS ANTARA\tCAPAIAN (%)
1\tPersentase layanan tepat waktu\t%\t80,00\t84,00\t82,50\t105,00
2\tPersentase pelaku usaha naik kelas\t%\t50,00\t45,00\t41,25\t90,00

Realisasi anggaran Dinas Contoh tahun 2025 sebesar Rp800.000.000.
"""
KOSAKATA = """\
[kosakata.kolom]
"Prognosis Antara" = "target_murni"
"""


@pytest.fixture
def naskah(tmp_path: Path) -> str:
    """A report as text; the figures of one column of it are not understood."""
    berkas = tmp_path / "laporan.txt"
    berkas.write_text(NASKAH, encoding="utf-8")
    return str(berkas)


def keluaran(capsys: pytest.CaptureFixture[str], *argumen: str, status: int = 0) -> str:
    """What a command prints on either stream, as one line of words."""
    assert cli.main(list(argumen)) == status
    hasil = capsys.readouterr()
    return " ".join(f"{hasil.out} {hasil.err}".split())


# -- sakip baca ------------------------------------------------------------------------


def test_ringkas(naskah: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A summary, what nobody checks, and how to go on."""
    isi = keluaran(capsys, "baca", naskah)
    assert "Dinas Contoh Kota Contoh, 2025" in isi
    assert "Tabel 2 terbaca; 1 di antaranya tidak dikenali seluruhnya atau sebagian (2 angka tidak diperiksa)" in isi
    assert "dikenali tetapi tidak diperiksa" in isi
    assert "--tinjau menampilkan" in isi
    assert "TIDAK DIKENALI" not in isi


def test_tinjau(naskah: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each table with its place, columns and rows; what was not recognised; nothing left unsaid."""
    monkeypatch.setenv("COLUMNS", "200")  # places are not broken over lines, however long the path is
    isi = keluaran(capsys, "baca", naskah, "--tinjau")
    for teks in (
        "TABEL (2)",
        "Tabel 3.1: Realisasi Anggaran",
        "laporan.txt:5",
        "ANGGARAN (Rp) → pagu (anggaran)",
        "REALISASI ANGGARAN (Rp) → realisasi_anggaran",
        "PROGNOSIS ANTARA → TIDAK DIKENALI; angkanya tidak diperiksa",
        "baris 1 kepala, 1 total, 2 rincian",
        "angka 6, semuanya menjadi bagian suatu pemeriksaan",
        "INDIKATOR (2)",
        "Persentase layanan tepat waktu (sasaran, %, positif)",
        "TIDAK DIKENALI (1)",
        "Capaian Kinerja: kolom tidak dikenali: PROGNOSIS ANTARA",
        "2 angka tidak diperiksa",
    ):
        assert teks in isi, teks
    assert "--tinjau menampilkan" not in isi


def test_inggris(naskah: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The same in English."""
    isi = keluaran(capsys, "baca", naskah, "--tinjau", "--bahasa", "en", "-o", str(tmp_path / "data"))
    for teks in (
        "Tables 2 read; 1 of them not recognised",
        "recognised but unchecked",
        "rows 1 heading, 1 totals, 2 lines",
        "PROGNOSIS ANTARA → NOT RECOGNISED",
        "columns not recognised: PROGNOSIS ANTARA",
        "WHAT TO LOOK AT",
        "When it is corrected: sakip reviu",
    ):
        assert teks in isi, teks


def test_keluaran(jalankan: Jalankan, naskah: str, tmp_path: Path) -> None:
    """The data folder is written, can be reviewed, and a second time is refused."""
    tujuan = str(tmp_path / "data")
    hasil = jalankan("baca", naskah, "-o", tujuan)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    isi = " ".join(hasil.stdout.split())
    assert "DITULIS" in isi
    assert "YANG PERLU DILIHAT" in isi
    assert "1 tabel tidak dikenali seluruhnya atau sebagian: ganti nama kolomnya" in isi
    assert f"Sesudah dikoreksi: sakip reviu {tujuan}" in isi
    assert sorted(p.name for p in (tmp_path / "data").iterdir()) == ["laporan.yaml", "narasi.yaml", "tabel"]
    assert (tmp_path / "data" / "tabel" / "3.1.csv").read_text(encoding="utf-8").startswith("asal,baris,kode,nama,pagu")
    assert jalankan("reviu", tujuan).returncode == jalankan("reviu", naskah).returncode
    lagi = jalankan("baca", naskah, "-o", tujuan)
    assert (lagi.returncode, lagi.stdout) == (2, "")
    assert "folder tidak kosong" in lagi.stderr


def test_kata_di_kolom_angka(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words where a figure belongs, and an agency that is not named, are told, written, and read as they were."""
    berkas = tmp_path / "laporan.txt"
    naskah = NASKAH.replace("DINAS CONTOH", "CONTOH").replace("Dinas Contoh", "Contoh")
    berkas.write_text(naskah.replace("450.000.000", "lihat lampiran"), encoding="utf-8")
    asal = baca(berkas)
    assert (asal.instansi, asal.tahun) == ("", 2025)
    isi = keluaran(capsys, "baca", str(berkas), "-o", str(tmp_path / "data"))
    assert "2 catatan pembacaan" in isi
    assert "'lihat lampiran' bukan angka" in isi
    assert "nama instansi tidak ditemukan" in isi
    tabel = (tmp_path / "data" / "tabel" / "3.1.csv").read_text(encoding="utf-8")
    assert ",realisasi_anggaran,01,Program Penunjang Urusan,500.000.000,lihat lampiran\n" in tabel
    lagi = baca(tmp_path / "data")
    assert [c.pesan for c in lagi.catatan] == [c.pesan for c in asal.catatan]
    assert [t.id for t in reviu(lagi).temuan] == [t.id for t in reviu(asal).temuan]


def test_folder_sebagai_sumber(benar: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A data folder is a source like any other, but not written into."""
    assert "Tabel 1 terbaca" in keluaran(capsys, "baca", benar)
    keluaran(capsys, "baca", benar, "-o", str(tmp_path / "salinan"))
    assert baca(tmp_path / "salinan").instansi == baca(benar).instansi
    assert "di dalam sumber" in keluaran(capsys, "baca", benar, "-o", f"{benar}/lagi", status=2)


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (["baca"], "belum disebut: SUMBER"),
        (["baca", "tidak_ada.txt"], "tidak ada berkas atau folder bernama ini"),
        (["templat"], "belum disebut: BERKAS"),
    ],
)
def test_salah_2(jalankan: Jalankan, argumen: list[str], pesan: str, tmp_path: Path) -> None:
    hasil = jalankan(*argumen, cwd=tmp_path)
    assert (hasil.returncode, hasil.stdout) == (2, "")
    assert pesan in hasil.stderr


def test_gagal_menulis_sebelum_membaca(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where it is to be written is looked at first, and nothing is left behind."""
    isi = keluaran(capsys, "baca", "tidak_ada.txt", "-o", str(tmp_path / "a" / "b"), status=2)
    assert "folder induknya tidak ada" in isi
    assert list(tmp_path.iterdir()) == []


# -- the user's words ------------------------------------------------------------------


def test_kosakata(naskah: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A heading that the user explains is understood, by `baca` and by `reviu`."""
    konfigurasi = tmp_path / "sakip.toml"
    konfigurasi.write_text(KOSAKATA, encoding="utf-8")
    isi = keluaran(capsys, "baca", naskah, "--tinjau", "--konfigurasi", str(konfigurasi))
    assert "PROGNOSIS ANTARA → target_murni" in isi
    assert "TIDAK DIKENALI" not in isi
    sebelum = keluaran(capsys, "reviu", naskah, "--format", "json", status=cli.main(["reviu", naskah]))
    sesudah = cli.main(["reviu", naskah, "--format", "json", "--konfigurasi", str(konfigurasi)])
    assert sesudah in {0, 1}
    assert "kolomnya tidak dikenali sebagai kolom angka" in sebelum
    assert "kolomnya tidak dikenali sebagai kolom angka" not in capsys.readouterr().out


def test_kosakata_di_python(naskah: str, tmp_path: Path) -> None:
    """The same without the command line; a data folder takes no notice."""
    berkas = tmp_path / "sakip.toml"
    berkas.write_text(KOSAKATA, encoding="utf-8")
    k = baca_konfigurasi(berkas)
    assert len(baca_rinci(naskah).tak_dikenali) == 1
    assert baca_rinci(naskah, kosakata=k.kosakata).tak_dikenali == ()
    kolom = [x.kunci for x in baca(naskah, kosakata=k.kosakata).tabel[1].kolom]
    assert "target_murni" in kolom
    assert "target_murni" not in [x.kunci for x in baca(naskah).tabel[1].kolom]


def test_kosakata_pola(tmp_path: Path) -> None:
    """Patterns of roles and kinds of row, in the shape of the vocabulary that comes with the package."""
    (tmp_path / "sakip.toml").write_text(
        '[kosakata.peran.pagu]\nkata = { "plafon" = 7 }\n[kosakata.baris]\ntotal = ["Seluruhnya"]\n', encoding="utf-8"
    )
    kata = baca_konfigurasi(tmp_path / "sakip.toml").kosakata
    naskah = tmp_path / "laporan.txt"
    isi = NASKAH.replace("\tANGGARAN (Rp)", "\tPLAFON BELANJA (Rp)").replace("\tJUMLAH\t", "\tSELURUHNYA\t")
    naskah.write_text(isi, encoding="utf-8")
    tabel = baca(naskah, kosakata=kata).tabel[0]
    assert [k.kunci for k in tabel.kolom] == ["kode", "nama", "pagu", "realisasi_anggaran"]
    assert [b.jenis for b in tabel.baris] == ["judul", "total", "rincian", "rincian"]


def test_kosakata_salah_semua_disebut(tmp_path: Path) -> None:
    """Every problem, each with its key."""
    (tmp_path / "sakip.toml").write_text(
        """
ambang = "parah"
[kosakata.kolom]
"2025" = "pagu"
"Plafon" = "bukan_peran"
"Plafon (Rp)" = "pagu"
"RP Plafon" = "sisa"
[kosakata.peran.pagu]
kata = { "plafon" = 0, "dana" = "kuat" }
isi = ["apa"]
warna = 1
[kosakata.peran.sisa]
bukan = "teks"
[kosakata.baris]
total = [1]
judul = ["x"]
[kosakata.nama_tabel]
"lembar" = 3
[kosakata.lain]
""",
        encoding="utf-8",
    )
    with pytest.raises(SumberError) as e:
        baca_konfigurasi(tmp_path / "sakip.toml")
    kunci = [m.kunci for m in e.value.masalah]
    assert sorted(kunci) == sorted(
        [
            "ambang",
            "kosakata.lain",
            "kosakata.kolom.2025",
            "kosakata.kolom.Plafon",
            "kosakata.kolom.RP Plafon",
            "kosakata.peran.pagu.warna",
            "kosakata.peran.pagu.kata.plafon",
            "kosakata.peran.pagu.kata.dana",
            "kosakata.peran.pagu.isi",
            "kosakata.peran.sisa.kata",
            "kosakata.peran.sisa.bukan",
            "kosakata.baris.judul",
            "kosakata.baris.total",
            "kosakata.nama_tabel.lembar",
        ]
    )


def test_kosakata_bukan_tabel(tmp_path: Path) -> None:
    (tmp_path / "sakip.toml").write_text('kosakata = "x"\n', encoding="utf-8")
    with pytest.raises(SumberError, match="kosakata: harus pemetaan"):
        baca_konfigurasi(tmp_path / "sakip.toml")
