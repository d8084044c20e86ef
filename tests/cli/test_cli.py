"""Exit statuses of the command line, and what it says when it cannot work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import attrs
import pytest

import sakip
from sakip import cli
from sakip.aturan import VERSI, katalog
from sakip.tinjauan import engine
from sakip.tinjauan.engine import Galat

Jalankan: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


# -- exit status -------------------------------------------------------------------


def test_tanpa_temuan_0(jalankan: Jalankan, benar: str) -> None:
    hasil = jalankan("reviu", benar)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert "Tidak ada temuan." in hasil.stdout
    assert "Dinas Contoh Kota Contoh" in hasil.stdout


def test_ada_temuan_1(jalankan: Jalankan, salah: str) -> None:
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


def test_sumber_tak_terbaca_2_semua_masalah_satu_sebaris(
    jalankan: Jalankan, folder: Callable[..., str], tmp_path: Path
) -> None:
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


def test_satu_sumber_rusak_tidak_ada_yang_ditulis(jalankan: Jalankan, benar: str, tmp_path: Path) -> None:
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


def test_salah_pemakaian_sebagai_proses(jalankan: Jalankan) -> None:
    hasil = jalankan("reviu", "x", "--format", "\x1b[31mxml")
    assert hasil.returncode == 2
    assert "\x1b" not in hasil.stderr


def test_aturan_yang_gagal_bukan_bersih(
    benar: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No findings from rules that could not run is no assurance."""

    asli = engine.reviu

    def gagal(*a: Any, **k: Any) -> Any:
        return attrs.evolve(asli(*a, **k), galat=(Galat("ANG03", "ZeroDivisionError: x"),))

    monkeypatch.setattr(engine, "reviu", gagal)
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
    monkeypatch.setattr("sakip.tinjauan.engine.reviu", _meledak)
    assert cli.main(["reviu", benar]) == 2
    galat = capsys.readouterr().err
    assert "galat di dalam sakip sendiri: RuntimeError: di luar dugaan" in galat
    assert ("Traceback" in galat) == bool(debug)


def test_galat_sendiri_tidak_menyisakan_berkas(benar: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tujuan = tmp_path / "hasil.txt"
    tujuan.write_text("yang lama", encoding="utf-8")
    monkeypatch.setattr("sakip.tinjauan.engine.reviu", _meledak)
    assert cli.main(["reviu", benar, "-o", str(tujuan)]) == 2
    assert tujuan.read_text(encoding="utf-8") == "yang lama"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["hasil.txt"]


def test_dihentikan_130(benar: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def henti(*_: object, **__: object) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr("sakip.tinjauan.engine.reviu", henti)
    assert cli.main(["reviu", benar]) == 130
    assert capsys.readouterr().err == "sakip: dihentikan\n"


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="pipes of this kind are POSIX")
def test_pembaca_pergi(jalankan: Jalankan) -> None:
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
def test_keluaran_penuh(jalankan: Jalankan, argumen: list[str], benar: str) -> None:
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


def test_layar_yang_tidak_mengenal_karakter(jalankan: Jalankan, salah: str) -> None:
    hasil = jalankan("reviu", salah, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert hasil.returncode == 1
    assert "selisih = anggaran murni ? anggaran perubahan" in " ".join(hasil.stdout.split())


# -- the rest ----------------------------------------------------------------------


def test_versi(jalankan: Jalankan) -> None:
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
