"""The façade: cheap to import, complete, and its functions stay functions."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import sakip


def python(kode: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, "-c", kode], check=True, capture_output=True, text=True).stdout


def test_impor_hampir_tidak_memuat_apa_pun() -> None:
    muat = python(
        "import sys; sebelum = set(sys.modules); import sakip; print(*sorted(set(sys.modules) - sebelum))"
    ).split()
    assert muat == ["sakip", "sakip._version"]


@pytest.mark.parametrize(
    ("kode", "tidak"),
    [
        ("sakip.capaian('1', '2')", ("cattrs", "yaml", "tabulate", "hypothesis", "argparse", "sakip.tinjauan.engine")),
        ("sakip.kategori('106,40')", ("cattrs", "yaml", "tabulate", "hypothesis", "sakip.tinjauan.engine")),
        ("sakip.reviu", ("cattrs", "yaml", "tabulate", "hypothesis", "argparse", "sakip.tulis")),
        ("sakip.baca", ("tabulate", "hypothesis", "argparse", "sakip.tinjauan.engine")),
    ],
)
def test_tiap_nama_memuat_yang_diperlukannya_saja(kode: str, tidak: tuple[str, ...]) -> None:
    muat = set(python(f"import sys, sakip; {kode}; print(*sys.modules)").split())
    assert not muat.intersection(tidak)


def test_semua_nama_ada() -> None:
    assert len(sakip.__all__) == len(set(sakip.__all__))
    for nama in sakip.__all__:
        assert getattr(sakip, nama) is not None
        assert nama in dir(sakip)


def test_nama_yang_tidak_ada() -> None:
    with pytest.raises(AttributeError, match="no attribute 'kapasitas'"):
        sakip.kapasitas  # type: ignore[attr-defined] # noqa: B018 - that is the test


def test_yang_dilihat_pemeriksa_tipe_sama_dengan_yang_dimuat() -> None:
    """The imports under TYPE_CHECKING and the table of the lazy ones are the same names of the same modules."""
    pohon = ast.parse(Path(sakip.__file__).read_text(encoding="utf-8"))
    tampak: dict[str, str] = {}
    for n in ast.walk(pohon):
        if isinstance(n, ast.If) and isinstance(n.test, ast.Name) and n.test.id == "TYPE_CHECKING":
            for i in n.body:
                assert isinstance(i, ast.ImportFrom)
                tampak |= {a.name: str(i.module) for a in i.names}
    asal: dict[str, str] = vars(sakip)["_ASAL"]
    assert tampak == {nama: f"sakip.{modul}" for nama, modul in asal.items()}
    assert sorted(tampak) == sorted(set(sakip.__all__) - {"__version__"})


def test_fungsi_tetap_fungsi_setelah_submodul_dimuat() -> None:
    keluar = python(
        "import importlib, pkgutil, sakip\n"
        "for m in pkgutil.walk_packages(sakip.__path__, 'sakip.'):\n"
        "    if not m.name.endswith('__main__'): importlib.import_module(m.name)\n"
        "print(*(callable(getattr(sakip, n)) for n in ('baca', 'reviu', 'capaian', 'kategori', 'efisiensi')))\n"
        "print(sakip.capaian('77,60', '82,57'), sakip.kategori('106,40'))\n"
    )
    assert keluar == "True True True True True\n106,40 Sangat Tinggi\n"


def test_setiap_submodul_dapat_dimuat() -> None:
    for m in pkgutil.walk_packages(sakip.__path__, "sakip."):
        if not m.name.endswith("__main__"):
            assert importlib.import_module(m.name)


def test_nama_publik_adalah_benda_yang_sama() -> None:
    mesin: Any = importlib.import_module("sakip.tinjauan.engine")
    assert sakip.reviu is mesin.reviu
    assert sakip.Reviu is mesin.Reviu
    assert sakip.baca is importlib.import_module("sakip.pembaca").baca


def test_tanpa_berkas_apa_pun() -> None:
    """A report made in Python, reviewed from the façade alone."""
    tabel = sakip.Tabel.susun(
        ["kode", "nama", "pagu"],
        [["", "JUMLAH", "150.000.000"], ["01", "Program Penunjang", "105.000.000"]],
        nomor="2.1",
        jenis=["total", "rincian"],
    )
    hasil = sakip.reviu(sakip.Laporan(instansi="Dinas Contoh", tahun=2025, tabel=(tabel,)), pilih=["ANG01"])
    assert [h.putusan for h in hasil.relasi] == [sakip.Putusan.TIDAK_SESUAI]
    assert isinstance(hasil.temuan[0], sakip.Temuan)


def test_versi() -> None:
    assert sakip.__version__.count(".") == 2
    assert (Path(sakip.__file__).parent / "py.typed").is_file()
