"""The test kit as other projects use it: found by Hypothesis, never imported by `sakip`, small when it fails."""

from __future__ import annotations

import enum
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from tests.kedalaman import sedalam
from tests.tempat import AKAR

import sakip
from sakip import reviu
from sakip.aturan import katalog
from sakip.aturan.definisi import Aturan
from sakip.pengujian import (
    JENIS_GALAT,
    TakAdaTempat,
    assert_bersih,
    assert_temuan,
    gambar,
    kerusakan,
    laporan_acak,
    laporan_konsisten,
    rusak,
)
from sakip.pengujian._entry import daftarkan
from sakip.relasi import Syarat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip.fakta.register import Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

SUMBER = Path(sakip.__file__).resolve().parents[1]
hemat = settings(
    suppress_health_check=list(HealthCheck), max_examples=60, phases=[p for p in Phase if p is not Phase.explain]
)
"""To explain what fails Hypothesis traces every line, and here what fails is no fault."""

GALAT = {
    "transposed digits": "angka_tertukar",
    "wrong digit": "angka_salah",
    "shifted run of lines": "deret_bergeser",
    "copied line": "baris_tersalin",
    "swapped cells": "sel_tertukar",
    "wrong total": "total_salah",
    "omitted part": "bagian_tertinggal",
    "part counted twice": "bagian_dobel",
    "doubled owner": "pengampu_ganda",
    "wrong level": "atasan_salah",
    "wrong year": "tahun_salah",
    "wrong variant": "rumus_salah",
    "truncated": "terpotong",
    "wrong label": "label_salah",
    "stale figure": "angka_basi",
    "wrong unit": "satuan_salah",
    "lost line": "baris_hilang",
    "dot for comma": "titik_koma",
}
"""What people do wrong, and the kind of fault that does it."""


# -- strategies ------------------------------------------------------------------------------------------------


def jenis_umum() -> list[type[Any]]:
    """Every public type but errors; an enumeration Hypothesis knows by itself."""
    semua = (getattr(sakip, nama) for nama in sakip.__all__)
    return [t for t in semua if isinstance(t, type) and not issubclass(t, (Exception, sakip.Masalah))]


@pytest.mark.parametrize("tipe", jenis_umum(), ids=lambda t: t.__name__)
def test_setiap_jenis_umum_berstrategi(tipe: type[Any]) -> None:
    daftarkan()
    sekali = settings(hemat, max_examples=1, phases=[Phase.generate])
    contoh: object = find(st.from_type(tipe), lambda _: True, settings=sekali)
    assert isinstance(contoh, tipe)
    assert issubclass(tipe, enum.Enum) or attrs.has(tipe)


def pasang(di: Path) -> dict[str, str]:
    """An environment in which the package is installed: its source on the path, and its entry points."""
    titik = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    info = di / "sakip-0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: sakip\nVersion: 0\n", encoding="utf-8")
    isi = "".join(f"[{grup}]\n" + "".join(f"{k} = {v}\n" for k, v in t.items()) for grup, t in titik.items())
    (info / "entry_points.txt").write_text(isi, encoding="utf-8")
    jalur = os.pathsep.join([str(di), str(SUMBER), *(p for p in sys.path if p)])
    return {"PYTHONPATH": jalur, "PYTHONIOENCODING": "utf-8", "PATH": os.environ.get("PATH", "")}


def jalankan(kode: str, lingkungan: dict[str, str], di: Path) -> str:
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, env=lingkungan, cwd=di)
    assert hasil.returncode == 0, hasil.stderr
    return hasil.stdout


def test_proyek_lain(tmp_path: Path) -> None:
    """A project that imports `sakip` and Hypothesis, and nothing of the test kit, draws reports by their type."""
    kode = (
        "import sys, sakip\nassert 'hypothesis' not in sys.modules\n"
        "from hypothesis import HealthCheck, given, settings, strategies as st\n"
        "assert not any(m.startswith('sakip.pengujian.strategi') for m in sys.modules)\n"
        "n = set()\n"
        "@settings(max_examples=10, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))\n"
        "@given(st.from_type(sakip.Laporan), st.from_type(sakip.Tabel))\n"
        "def uji(laporan, tabel):\n"
        "    assert isinstance(laporan, sakip.Laporan) and isinstance(tabel, sakip.Tabel)\n"
        "    assert not [t for t in sakip.reviu(laporan).temuan if t.keparahan != 'catatan']\n"
        "    n.add(len(laporan.tabel))\n"
        "uji()\nprint(len(n))"
    )
    assert int(jalankan(kode, pasang(tmp_path), tmp_path)) > 1


def test_tanpa_hypothesis(tmp_path: Path) -> None:
    """Where Hypothesis is not installed every module but the strategies can be imported, and reviews are made."""
    kode = (
        "import importlib, pkgutil, sys\nsys.modules['hypothesis'] = None\nimport sakip\n"
        "for m in pkgutil.walk_packages(sakip.__path__, 'sakip.'):\n"
        "    if m.name not in {'sakip.__main__', 'sakip.pengujian.strategi'}:\n"
        "        importlib.import_module(m.name)\n"
        "from sakip.pengujian import assert_bersih, laporan_acak\nassert_bersih(sakip.reviu(laporan_acak(1)))\n"
        "print('selesai')"
    )
    assert jalankan(kode, pasang(tmp_path), tmp_path).strip() == "selesai"


# -- shrinking and messages ------------------------------------------------------------------------------------


def aturan_sendiri(reg: Register) -> Iterable[Relasi]:
    """A rule that every report with a revised budget breaks."""
    for t in reg.tabel:
        bukti = [b.butir["selisih"] for b in t.baris if "selisih" in b.butir]
        if bukti:
            tempat = t.tabel.sebutan
            yield Syarat(kode="KITA01", uraian="tanpa perubahan", terpenuhi=False, bukti=tuple(bukti), tertulis=tempat)


KITA = Aturan(
    kode="KITA01",
    judul="Tanpa perubahan",
    title="No revision",
    memeriksa="-",
    checks="-",
    penting="-",
    matters="-",
    keparahan="kesalahan",
    jalankan=aturan_sendiri,
)


@pytest.mark.mendalam
def test_pesan_memuat_laporan_terkecil() -> None:
    """The message of a failed assertion under Hypothesis shows the smallest report: one program with one line."""

    @given(laporan_konsisten())
    @settings(hemat)
    def sifat(laporan: Laporan) -> None:
        assert_bersih(reviu(laporan, aturan=(KITA,)))

    with pytest.raises(AssertionError) as info:
        sifat()
    pesan = str(info.value)
    assert "1 finding(s) of peringatan or graver" in pesan
    assert "pagu_murni" in pesan
    assert pesan.count("Sub Kegiatan ") <= 4
    assert len(pesan.splitlines()) < 50


def test_kerusakan_menyusut() -> None:
    """A fault comes in a report that fits a screen or two."""
    k = find(kerusakan("label_salah", lengkap=False), lambda k: k.terdeteksi, settings=hemat)
    assert len(gambar(k.laporan).splitlines()) < 70


def test_pesan_assert_temuan() -> None:
    k = rusak(laporan_acak(1), "bagian_tertinggal", Random(1))  # noqa: S311 - not a secret
    with pytest.raises(AssertionError) as info:
        assert_temuan(reviu(k.laporan), kode="ANG01", dugaan="tidak_ada")
    for yang_diminta in ("kode='ANG01'", "dugaan='tidak_ada'", k.tertulis[0], gambar(k.laporan)):
        assert yang_diminta in str(info.value)


# -- faults ----------------------------------------------------------------------------------------------------


def test_setiap_galat_orang_ada() -> None:
    assert set(GALAT.values()) == set(JENIS_GALAT)


@pytest.mark.parametrize("jenis", JENIS_GALAT)
def test_galat_menyebut_temuan_dan_tempatnya(jenis: str) -> None:
    """Each fault says under which rules it must be reported and where; the rules exist, the places are printed."""
    ada = {a.kode for a in katalog()}
    banyak = 0
    for benih in range(max(5, sedalam(20))):
        try:
            k = rusak(laporan_acak(benih, lengkap=True), jenis, Random(benih))  # noqa: S311 - not a secret
        except TakAdaTempat:
            continue
        banyak += k.terdeteksi
        assert k.terdeteksi or k.alasan
        if k.terdeteksi:
            assert k.kode
            assert k.kode <= ada
            assert k.lokasi
            assert all(x.tabel for x in k.lokasi)
    assert banyak


# -- laws ------------------------------------------------------------------------------------------------------


def test_katalog_tidak_berubah_isinya() -> None:
    """Not only the same catalogue after a run: the same rules, attribute by attribute."""
    sebelum = [attrs.astuple(a, recurse=False) for a in katalog()]
    for benih in range(5):
        reviu(rusak(laporan_acak(benih, lengkap=True), "angka_salah", Random(benih)).laporan)  # noqa: S311 - not a secret
    assert [attrs.astuple(a, recurse=False) for a in katalog()] == sebelum
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        katalog()[0].judul = "lain"  # type: ignore[misc] # that it is refused is the point


def test_byte_sama_di_dua_proses(tmp_path: Path) -> None:
    """Every format of text, written by two interpreters with other hash seeds, is the same byte for byte."""
    kode = (
        "from random import Random\nimport hashlib\nfrom sakip import reviu\n"
        "from sakip.pengujian import laporan_acak, rusak_sembarang\n"
        "from sakip.tulis import BINER, FORMAT, Opsi, tulis\n"
        "for n in range(3):\n"
        "    r = reviu(rusak_sembarang(laporan_acak(n, lengkap=True), Random(n)).laporan)\n"
        "    for f in FORMAT:\n"
        "        if f not in BINER:\n"
        "            isi = ''.join(map(str, tulis([r], f, Opsi(rinci=True))))\n"
        "            print(n, f, len(isi), hashlib.sha256(isi.encode()).hexdigest())\n"
    )
    lingkungan = pasang(tmp_path)
    hasil = [jalankan(kode, {**lingkungan, "PYTHONHASHSEED": h}, tmp_path) for h in ("1", "2")]
    assert hasil[0] == hasil[1]
    assert len(hasil[0].splitlines()) == 24
