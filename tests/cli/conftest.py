"""Small data folders, and the command line in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


def _folder(akar: Path, *, pagu: str = "150.000.000", tanggal: str = "23 Februari 2026") -> str:
    """A small data folder without findings, unless a wrong figure or date is asked for."""
    (akar / "tabel").mkdir(parents=True)
    (akar / "laporan.yaml").write_text(INDUK.replace("TANGGAL", tanggal), encoding="utf-8")
    (akar / "tabel" / "2.1.csv").write_text(TABEL.replace("PAGU", pagu), encoding="utf-8")
    return str(akar)


@pytest.fixture
def benar(tmp_path: Path) -> str:
    return _folder(tmp_path / "benar")


@pytest.fixture
def salah(tmp_path: Path) -> str:
    return _folder(tmp_path / "salah", pagu="105.000.000")


@pytest.fixture
def ragu(tmp_path: Path) -> str:
    """Only a warning."""
    return _folder(tmp_path / "ragu", tanggal="23 Februari 2025")


@pytest.fixture
def jalankan() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `python -m sakip` as a user does."""
    return _jalankan


def _jalankan(*argumen: str, env: dict[str, str] | None = None, **isi: Any) -> subprocess.CompletedProcess[str]:
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


@pytest.fixture
def folder() -> Callable[..., str]:
    """Writes such a folder where the test wants it."""
    return _folder
