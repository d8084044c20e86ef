"""The command line as a user meets it: outputs, exit statuses, and what it says when it cannot work."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import sakip
from sakip import cli
from sakip.aturan import VERSI, katalog
from sakip.mesin import Galat

CONTOH = Path(__file__).resolve().parents[1] / "examples" / "semarang_diskopum_2025"

INDUK = """\
instansi: Dinas Contoh Kota Contoh
tahun: 2025
tanggal:
- {nilai: "23 Februari 2026", bagian: Kata Pengantar, asal: 5}
- {nilai: "TANGGAL", bagian: Penutup, asal: 90}
tabel:
- {berkas: tabel/2.1.csv, nomor: "2.1", judul: Anggaran menurut Program, asal: 30}
"""
TABEL = """\
kode,nama,pagu_murni,pagu,selisih,asal,baris
,JUMLAH,200.000.000,150.000.000,50.000.000,31,total
01,Program Penunjang Urusan,200.000.000,PAGU,50.000.000,32,
2.01,Kegiatan Administrasi Umum,150.000.000,110.000.000,40.000.000,33,
2.02,Kegiatan Pemeliharaan Barang,50.000.000,40.000.000,10.000.000,34,
"""


def folder(akar: Path, *, pagu: str = "150.000.000", tanggal: str = "23 Februari 2026") -> str:
    """A small data folder without findings, unless a wrong figure or date is asked for."""
    (akar / "tabel").mkdir(parents=True)
    (akar / "laporan.yaml").write_text(INDUK.replace("TANGGAL", tanggal), encoding="utf-8")
    (akar / "tabel" / "2.1.csv").write_text(TABEL.replace("PAGU", pagu), encoding="utf-8")
    return str(akar)


@pytest.fixture
def benar(tmp_path: Path) -> str:
    return folder(tmp_path / "benar")


@pytest.fixture
def salah(tmp_path: Path) -> str:
    return folder(tmp_path / "salah", pagu="105.000.000")


@pytest.fixture
def ragu(tmp_path: Path) -> str:
    """Only a warning."""
    return folder(tmp_path / "ragu", tanggal="23 Februari 2025")


def jalankan(*argumen: str, env: dict[str, str] | None = None, **isi: Any) -> subprocess.CompletedProcess[str]:
    """`python -m sakip` in a process of its own."""
    dasar = {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "NO_COLOR", "SAKIP_DEBUG"}}
    isi.setdefault("capture_output", True)
    return subprocess.run(
        [sys.executable, "-m", "sakip", *argumen],
        check=False,
        text=True,
        encoding="utf-8",
        env={**dasar, **(env or {})},
        **isi,
    )


# -- exit status -------------------------------------------------------------------


def test_tanpa_temuan_0(benar: str) -> None:
    hasil = jalankan("reviu", benar)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert "Tidak ada temuan." in hasil.stdout
    assert "Dinas Contoh Kota Contoh" in hasil.stdout


def test_ada_temuan_1(salah: str) -> None:
    hasil = jalankan("reviu", salah)
    assert (hasil.returncode, hasil.stderr) == (1, "")
    for teks in ("KESALAHAN (1)", "ANG01", "105.000.000", "150.000.000", "-45.000.000", "tabel/2.1.csv:3"):
        assert teks in hasil.stdout
    assert "naskah baris 32" in hasil.stdout


@pytest.mark.parametrize(("ambang", "status"), [(None, 0), ("kesalahan", 0), ("peringatan", 1), ("catatan", 1)])
def test_ambang(ragu: str, ambang: str | None, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    pilihan = [] if ambang is None else ["--ambang", ambang]
    assert cli.main(["reviu", ragu, *pilihan]) == status
    assert "PERINGATAN (1)" in capsys.readouterr().out


def test_sumber_tak_terbaca_2_semua_masalah_satu_sebaris(tmp_path: Path) -> None:
    akar = tmp_path / "rusak"
    folder(akar)
    (akar / "laporan.yaml").write_text("instansi: Dinas\ntahun: dua\nwarna: biru\n", encoding="utf-8")
    hasil = jalankan("reviu", str(akar))
    assert (hasil.returncode, hasil.stdout) == (2, "")
    baris = hasil.stderr.splitlines()
    assert len(baris) >= 3
    assert all(b.startswith(akar.as_posix()) for b in baris)
    assert any("laporan.yaml:3: warna: " in b for b in baris)
    assert any("2.1.csv" in b for b in baris)
    assert "Traceback" not in hasil.stderr


def test_satu_sumber_rusak_tidak_ada_yang_ditulis(benar: str, tmp_path: Path) -> None:
    keluar = tmp_path / "hasil.txt"
    hasil = jalankan("reviu", benar, str(tmp_path / "tidak_ada"), str(tmp_path), "-o", str(keluar))
    assert (hasil.returncode, hasil.stdout) == (2, "")
    masalah = hasil.stderr.splitlines()
    assert masalah[0].endswith(": tidak ada berkas atau folder bernama ini")
    assert len(masalah) == 2
    assert not keluar.exists()


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        ([], "pemakaian: sakip"),
        (["reviu"], "belum disebut: SUMBER"),
        (["revu", "x"], "perintah tidak dikenal: revu"),
        (["reviu", "x", "--format", "xml"], "--format: 'xml' tidak dikenal; pilih salah satu: terminal, json"),
        (["reviu", "x", "--ambang", "gawat"], "--ambang: 'gawat' tidak dikenal"),
        (["reviu", "x", "--bahasa", "jv"], "--bahasa: 'jv' tidak dikenal"),
        (["reviu", "x", "--warna", "ungu"], "--warna: 'ungu' tidak dikenal"),
        (["reviu", "x", "--form", "json"], "tidak dikenal: --form json"),
        (["reviu", "x", "--pilih"], "--pilih: butuh satu isian"),
        (["reviu", "x", "--pilih", "KAS,,NAR"], "memuat kode kosong"),
        (["reviu", "x", "--rinci=ya"], "--rinci: tidak menerima isian 'ya'"),
        (["reviu", "x", "--pilih", "KAX"], "berawalan KAX; maksud Anda KAS"),
        (["reviu", "x", "--abaikan", "ZZZ9"], "tidak ada aturan yang kodenya berawalan ZZZ9"),
        (["reviu", "x", "--pilih", "KAS", "--abaikan", "KAS"], "semua yang dipilih juga diabaikan"),
        (["aturan", "KAS99"], "tidak ada aturan berkode KAS99; maksud Anda KAS"),
        (["reviu", "x", "-o", ""], "bukan nama berkas"),
        (["reviu", "x", "-o", "tidak_ada/hasil"], "folder tujuan tidak ada"),
        (["reviu", "x", "-o", "."], "ini folder, bukan berkas"),
    ],
)
def test_salah_pemakaian_2(argumen: list[str], pesan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(argumen) == 2
    keluar, galat = capsys.readouterr()
    assert keluar == ""
    assert pesan in galat
    assert "Traceback" not in galat


def test_salah_pemakaian_sebagai_proses() -> None:
    hasil = jalankan("reviu", "x", "--format", "\x1b[31mxml")
    assert hasil.returncode == 2
    assert "\x1b" not in hasil.stderr


def test_aturan_yang_gagal_bukan_bersih(
    benar: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No findings from rules that could not run is no assurance."""
    import attrs

    from sakip import mesin

    asli = mesin.reviu

    def gagal(*a: Any, **k: Any) -> Any:
        return attrs.evolve(asli(*a, **k), galat=(Galat("ANG03", "ZeroDivisionError: x"),))

    monkeypatch.setattr(mesin, "reviu", gagal)
    assert cli.main(["reviu", benar]) == 2
    keluar, galat = capsys.readouterr()
    assert "ATURAN YANG GAGAL" in keluar
    assert "aturan ANG03 gagal: ZeroDivisionError: x" in galat


# -- nothing ends in a traceback ---------------------------------------------------


def _meledak(*_: object, **__: object) -> Any:
    raise RuntimeError("di luar dugaan \x1b[31m")


@pytest.mark.parametrize("debug", ["", "1"])
def test_galat_sendiri(
    benar: str, debug: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAKIP_DEBUG", debug)
    monkeypatch.setattr("sakip.mesin.reviu", _meledak)
    assert cli.main(["reviu", benar]) == 2
    galat = capsys.readouterr().err
    assert "galat di dalam sakip sendiri: RuntimeError: di luar dugaan" in galat
    assert ("Traceback" in galat) == bool(debug)


def test_galat_sendiri_tidak_menyisakan_berkas(benar: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tujuan = tmp_path / "hasil.txt"
    tujuan.write_text("yang lama", encoding="utf-8")
    monkeypatch.setattr("sakip.mesin.reviu", _meledak)
    assert cli.main(["reviu", benar, "-o", str(tujuan)]) == 2
    assert tujuan.read_text(encoding="utf-8") == "yang lama"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["hasil.txt"]


def test_dihentikan_130(benar: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def henti(*_: object, **__: object) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr("sakip.mesin.reviu", henti)
    assert cli.main(["reviu", benar]) == 130
    assert capsys.readouterr().err == "sakip: dihentikan\n"


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="pipes of this kind are POSIX")
def test_pembaca_pergi() -> None:
    """`sakip … | true`: silent, as the shell knows it."""
    baca, tulis = os.pipe()
    os.close(baca)
    try:
        hasil = jalankan("aturan", capture_output=False, stdout=tulis, stderr=subprocess.PIPE)
    finally:
        os.close(tulis)
    assert (hasil.returncode, hasil.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("argumen", [["aturan"], ["--help"], ["--version"], ["reviu", "FOLDER", "--format", "json"]])
def test_keluaran_penuh(argumen: list[str], benar: str) -> None:
    with Path("/dev/full").open("w") as penuh:
        hasil = jalankan(
            *(benar if a == "FOLDER" else a for a in argumen),
            capture_output=False, stdout=penuh, stderr=subprocess.PIPE,
        )  # fmt: skip
    assert hasil.returncode == 2
    assert hasil.stderr.startswith("sakip: keluaran standar tidak dapat ditulis")
    assert len(hasil.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix", reason="closes a file descriptor in the shell")
def test_keluaran_tertutup(benar: str) -> None:
    perintah = f'"{sys.executable}" -m sakip reviu "{benar}" >&-'
    hasil = subprocess.run(["sh", "-c", perintah], check=False, capture_output=True, text=True)  # noqa: S607 - any sh
    assert hasil.returncode == 2
    assert "Traceback" not in hasil.stderr


def test_layar_yang_tidak_mengenal_karakter(salah: str) -> None:
    hasil = jalankan("reviu", salah, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert hasil.returncode == 1
    assert "selisih = anggaran murni ? anggaran perubahan" in " ".join(hasil.stdout.split())


# -- output ------------------------------------------------------------------------


def lebar_terbesar(teks: str) -> int:
    return max(map(len, teks.splitlines()))


@pytest.mark.parametrize("lebar", [60, 80, 100, 109, 110, 149, 150, 160, 170])
@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_tidak_pernah_lebih_lebar_dari_terminal(
    lebar: int, bahasa: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(lebar))
    assert cli.main(["reviu", str(CONTOH), "--bahasa", bahasa]) == 1
    keluar = capsys.readouterr().out
    assert lebar_terbesar(keluar) <= lebar
    assert lebar_terbesar(keluar) >= lebar - 4, "a wide terminal is used"


def test_rinci_tidak_lebih_lebar_dan_memuat_semua(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert cli.main(["reviu", str(CONTOH), "--rinci"]) == 1
    rinci = capsys.readouterr().out
    assert lebar_terbesar(rinci) <= 80
    assert "(--rinci)" not in rinci
    assert "SEMUA HUBUNGAN" in rinci


def test_aturan_tidak_lebih_lebar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for a in katalog():
        assert cli.main(["aturan", a.kode]) == 0
        assert lebar_terbesar(capsys.readouterr().out) <= 80


def test_proses_80_kolom_tanpa_warna() -> None:
    hasil = jalankan("reviu", str(CONTOH), env={"COLUMNS": "80"})
    assert (hasil.returncode, hasil.stderr) == (1, "")
    assert lebar_terbesar(hasil.stdout) <= 80
    assert "\x1b" not in hasil.stdout, "no colour into a pipe"


class _Layar:
    """Standard output that is a terminal."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.isi = ""

    def isatty(self) -> bool:
        return True

    def write(self, teks: str) -> int:
        self.isi += teks
        return len(teks)

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(
    ("env", "pilihan", "berwarna"),
    [
        ({}, [], True),
        ({"NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": ""}, [], True),
        ({"TERM": "dumb"}, [], False),
        ({}, ["--warna", "tidak"], False),
        ({"NO_COLOR": "1"}, ["--warna", "selalu"], True),
    ],
)
def test_warna_di_terminal(
    salah: str, env: dict[str, str], pilihan: list[str], berwarna: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for k in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(k, raising=False)
    for k, v in env.items():
        monkeypatch.setenv(k, v)
    layar = _Layar()
    monkeypatch.setattr(sys, "stdout", layar)
    assert cli.main(["reviu", salah, *pilihan]) == 1
    assert ("\x1b[" in layar.isi) == berwarna
    polos = layar.isi.replace("\x1b[1;31mANG01\x1b[0m", "ANG01")
    assert " 1  ANG01 " in polos


def test_warna_tidak_masuk_berkas(salah: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stdout", _Layar())
    tujuan = tmp_path / "hasil.txt"
    assert cli.main(["reviu", salah, "-o", str(tujuan)]) == 1
    assert "\x1b" not in tujuan.read_text(encoding="utf-8")


def test_json_ke_layar_tanpa_penyangga(salah: str, monkeypatch: pytest.MonkeyPatch) -> None:
    layar = _Layar()
    monkeypatch.setattr(sys, "stdout", layar)
    assert cli.main(["reviu", salah, "--format", "json"]) == 1
    assert json.loads(layar.isi)["temuan"][0]["kode"] == "ANG01"


def test_json_satu_objek_dan_beberapa_larik(salah: str, benar: str) -> None:
    satu = jalankan("reviu", salah, "--format", "json")
    beberapa = jalankan("reviu", salah, benar, "--format", "json")
    assert (satu.returncode, beberapa.returncode) == (1, 1)
    larik = json.loads(beberapa.stdout)
    assert larik[0] == json.loads(satu.stdout)
    assert [x["laporan"]["sumber"] for x in larik] == [salah, benar]
    assert satu.stdout.endswith("}\n")


def test_json_selalu_utf8_dan_selalu_sama(salah: str) -> None:
    env = {"PYTHONIOENCODING": "latin-1", "PYTHONHASHSEED": "1"}
    satu = jalankan("reviu", salah, "--format", "json", "--rinci", env=env)
    dua = jalankan("reviu", salah, "--format", "json", "--rinci", env={"PYTHONHASHSEED": "2"})
    assert satu.stdout == dua.stdout
    assert "−" in satu.stdout


def test_terminal_selalu_sama() -> None:
    satu, dua = (jalankan("reviu", str(CONTOH), env={"PYTHONHASHSEED": n}).stdout for n in ("1", "2"))
    assert satu == dua


def test_beberapa_sumber_berurutan(salah: str, benar: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["reviu", benar, salah]) == 1
    keluar = capsys.readouterr().out
    assert keluar.index(benar) < keluar.index("=" * 60) < keluar.index(salah)


def test_pilih_dan_abaikan(salah: str, capsys: pytest.CaptureFixture[str]) -> None:
    def kode(*pilihan: str) -> set[str]:
        cli.main(["reviu", salah, "--format", "json", "--rinci", *pilihan])
        return {r["kode"] for r in json.loads(capsys.readouterr().out)["relasi"]}

    assert kode("--pilih", "ANG01") == {"ANG01"}
    assert kode("--pilih", "ang") == {"ANG01", "ANG02"}
    assert kode("--pilih", "ANG01,IDN") == {"ANG01", "IDN01"}
    assert kode("--pilih", "ANG01", "--pilih", "IDN") == {"ANG01", "IDN01"}
    assert kode("--pilih", "ANG", "--abaikan", "ANG02") == {"ANG01"}
    assert "ANG01" not in kode("--abaikan", "ANG01")
    assert cli.main(["reviu", salah, "--abaikan", "ANG"]) == 0


def test_bahasa(salah: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["reviu", salah, "--bahasa", "en"]) == 1
    keluar = capsys.readouterr().out
    for teks in ("ERRORS (1)", "Should be", "possibly two digits transposed", "WHAT WAS CHECKED"):
        assert teks in keluar
    assert "KESALAHAN" not in keluar


# -- -o ----------------------------------------------------------------------------


def test_keluaran_ke_berkas_sama_dengan_layar(salah: str, tmp_path: Path) -> None:
    tujuan = tmp_path / "hasil.json"
    hasil = jalankan("reviu", salah, "--format", "json", "-o", str(tujuan))
    assert (hasil.returncode, hasil.stdout, hasil.stderr) == (1, "", "")
    assert tujuan.read_text(encoding="utf-8") == jalankan("reviu", salah, "--format", "json").stdout
    assert jalankan("reviu", salah, "--format", "json", "-o", "-").stdout == tujuan.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="modes and links are POSIX")
def test_berkas_baru_dan_lama(salah: str, tmp_path: Path) -> None:
    baru, lama, tautan = tmp_path / "baru", tmp_path / "lama", tmp_path / "tautan"
    lama.write_text("x", encoding="utf-8")
    lama.chmod(0o600)
    tautan.symlink_to(lama)
    assert cli.main(["reviu", salah, "-o", str(baru)]) == 1
    assert cli.main(["reviu", salah, "-o", str(tautan)]) == 1
    assert tautan.is_symlink()
    assert lama.read_text(encoding="utf-8") == baru.read_text(encoding="utf-8")
    assert stat.S_IMODE(lama.stat().st_mode) == 0o600
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(baru.stat().st_mode) == 0o666 & ~umask
    assert sorted(p.name for p in tmp_path.iterdir()) == ["baru", "lama", "salah", "tautan"]


@pytest.mark.parametrize("nama", ["laporan.yaml", "tabel/2.1.csv", "tabel/baru.csv", "narasi.YAML"])
def test_masukan_tidak_pernah_ditimpa(salah: str, nama: str, capsys: pytest.CaptureFixture[str]) -> None:
    tujuan = Path(salah) / nama
    sebelum = tujuan.read_bytes() if tujuan.exists() else None
    assert cli.main(["reviu", salah, "-o", str(tujuan)]) == 2
    assert "keluaran tidak boleh menimpanya" in capsys.readouterr().err
    assert (tujuan.read_bytes() if tujuan.exists() else None) == sebelum


def test_masukan_lewat_tautan_pun_tidak(salah: str, tmp_path: Path) -> None:
    tautan = tmp_path / "tautan.txt"
    tautan.symlink_to(Path(salah) / "laporan.yaml")
    sebelum = (Path(salah) / "laporan.yaml").read_bytes()
    assert cli.main(["reviu", salah, "-o", str(tautan)]) == 2
    assert (Path(salah) / "laporan.yaml").read_bytes() == sebelum


def test_berkas_lain_di_folder_data_boleh(salah: str) -> None:
    for _ in range(2):
        assert cli.main(["reviu", salah, "-o", str(Path(salah) / "hasil.txt")]) == 1


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs /dev/null")
def test_perangkat_tidak_diganti_berkas(salah: str) -> None:
    assert cli.main(["reviu", salah, "-o", "/dev/null"]) == 1
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_perangkat_penuh(salah: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["reviu", salah, "-o", "/dev/full"]) == 2
    assert "/dev/full: tidak dapat ditulis" in capsys.readouterr().err


def test_gagal_saat_menaruh_yang_lama_tetap(
    salah: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tujuan = tmp_path / "hasil.txt"
    tujuan.write_text("yang lama", encoding="utf-8")

    def tolak(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", tolak)
    assert cli.main(["reviu", salah, "-o", str(tujuan)]) == 2
    assert "hasil.txt: tidak dapat ditulis: izin ditolak" in capsys.readouterr().err
    assert tujuan.read_text(encoding="utf-8") == "yang lama"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["hasil.txt", "salah"]


# -- the rest ----------------------------------------------------------------------


def test_versi() -> None:
    assert jalankan("--version").stdout == f"sakip {sakip.__version__} (aturan {VERSI})\n"


@pytest.mark.parametrize("argumen", [["--help"], ["reviu", "-h"], ["aturan", "--help"]])
def test_bantuan_berbahasa_indonesia(argumen: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(argumen) == 0
    keluar = capsys.readouterr().out
    assert keluar.startswith("pemakaian: sakip")
    for asing in ("usage", "options:", "positional", "show this", "default"):
        assert asing not in keluar


def test_daftar_aturan(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["aturan"]) == 0
    keluar = capsys.readouterr().out
    for a in katalog():
        assert a.kode in keluar
    assert cli.main(["aturan", "kas"]) == 0
    keluarga = capsys.readouterr().out
    assert "KAS01" in keluarga
    assert "ANG01" not in keluarga


def test_jelaskan_aturan(capsys: pytest.CaptureFixture[str]) -> None:
    a = next(a for a in katalog() if a.kode == "ANG01")
    assert cli.main(["aturan", "ang01"]) == 0
    keluar = " ".join(capsys.readouterr().out.split())
    for teks in (a.judul, a.memeriksa, a.penting, "PermenPANRB 53/2014", "CONTOH YANG SALAH", "Tidak ada temuan."):
        assert teks in keluar
    assert cli.main(["aturan", "ANG01", "--bahasa", "en"]) == 0
    english = " ".join(capsys.readouterr().out.split())
    for teks in (a.title, a.checks, a.matters, "A FAILING EXAMPLE", "No findings."):
        assert teks in english


@pytest.mark.parametrize("a", katalog(), ids=lambda a: a.kode)
def test_contoh_yang_ditampilkan_berbuat_seperti_namanya(a: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["aturan", a.kode]) == 0
    _, _, contoh = capsys.readouterr().out.partition("CONTOH YANG SALAH")
    salah, _, benar = contoh.partition("CONTOH YANG BENAR")
    if a.contoh_salah is not None:
        assert "Temuannya:" in salah
        assert benar.endswith("Tidak ada temuan.\n")
    else:
        assert "Belum ada contohnya." in salah
