"""`-o`: a file is whole or not there, and never an input."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from sakip import cli

Jalankan: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


def test_keluaran_ke_berkas_sama_dengan_layar(jalankan: Jalankan, salah: str, tmp_path: Path) -> None:
    tujuan = tmp_path / "hasil.json"
    hasil = jalankan("reviu", salah, "--format", "json", "-o", str(tujuan))
    assert (hasil.returncode, hasil.stdout, hasil.stderr) == (1, "", "")
    assert tujuan.read_text(encoding="utf-8") == jalankan("reviu", salah, "--format", "json").stdout
    assert jalankan("reviu", salah, "--format", "json", "-o", "-").stdout == tujuan.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("bahasa", "pesan"), [("id", "ini folder, bukan berkas"), ("en", "this is a folder, not a file")]
)
def test_sebab_dalam_bahasa_yang_diminta(
    salah: str, tmp_path: Path, bahasa: str, pesan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["reviu", salah, "-o", str(tmp_path), "--bahasa", bahasa]) == 2
    assert capsys.readouterr().err == f"sakip: {tmp_path}: {pesan}\n"


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
