"""A new rule, with a family of its own, is one file: everything finds it, and nothing else is edited."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from tests.tempat import AKAR

from sakip.tulis import BINER, FORMAT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("aturan_baru")

KEBUN = '''"""Rules on school gardens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sakip.aturan.bahan.contoh import laporan, tabel
from sakip.aturan.definisi import Keluarga, aturan
from sakip.relasi import Batas, Setiap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi

KBN = Keluarga("KBN", "Kebun sekolah", "School gardens")


@aturan(
    kode="KBN01",
    judul="Petak yang terlalu luas",
    title="Plots that are too large",
    memeriksa="Luas petak tidak melebihi seratus.",
    checks="A plot is no larger than a hundred.",
    penting="Petak yang luas tidak terawat.",
    matters="Nobody tends to a large plot.",
    keparahan="peringatan",
    praktik=True,
    celah="petak dapat dirawat bersama",
    reading="a plot may be tended by several",
    kalimat={"batas.seharusnya": ("petak paling luas {atas}", "a plot of no more than {atas}")},
)
def petak(reg: Register) -> Iterator[Relasi]:
    """Every target is at most a hundred."""
    luas = tuple(Batas(angka=b, atas=100) for b in reg.butir if b.peran.nama == "target")
    if luas:
        yield Setiap(kode=petak.kode, kasus=luas, rinci=True)


def _petak(luas: str) -> Laporan:
    return laporan(tabel=(tabel("7.1", "Kebun", "indikator | target", f"Petak Sayur | {luas}", "Petak Bunga | 40"),))


petak.salah(partial(_petak, "180"))
petak.benar(partial(_petak, "80"))
'''

JALANKAN = """
import contextlib, io, json, runpy, sys

import sakip.aturan
if sys.argv[1]:
    sakip.aturan.__path__.append(sys.argv[1])

from sakip.aturan import katalog, keluarga, plugin
from sakip.cli.command import main
from sakip.tulis import BINER, FORMAT
from sakip.tulis.folder import tulis_folder

(a,) = (a for a in (*katalog(), *plugin().aturan) if a.kode == "KBN01")
tulis_folder(a.contoh_salah(), "salah")
tulis_folder(a.contoh_benar(), "benar")

def jalankan(*arg):
    keluaran = io.StringIO()
    with contextlib.redirect_stdout(keluaran):
        status = main(list(arg))
    return [status, keluaran.getvalue()]

reviu = ("reviu", "--tanpa-konfigurasi", "--ambang", "peringatan")
hasil = {"keluarga": [k.huruf for k in keluarga()]}
for b in ("id", "en"):
    hasil[f"daftar_{b}"] = jalankan("aturan", "--bahasa", b)
    hasil[f"arti_{b}"] = jalankan("aturan", "kbn01", "--bahasa", b)
    hasil[f"bersih_{b}"] = jalankan(*reviu, "benar", "--bahasa", b)
    hasil[f"lain_{b}"] = jalankan(*reviu, "salah", "--bahasa", b, "--abaikan", "KBN")
    for f in FORMAT:
        if f not in BINER:
            hasil[f"{f}_{b}"] = jalankan(*reviu, "salah", "--bahasa", b, "--format", f, "--rinci")
for f, akhiran in BINER.items():
    hasil[f] = jalankan(*reviu, "salah", "--format", f, "--keluaran", f"hasil{akhiran}")
hasil["halaman"] = runpy.run_path(sys.argv[2])["halaman"](a)
print(json.dumps(hasil))
"""


@pytest.fixture(scope="module", params=["di paket", "sebagai plugin"])
def hasil(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What `sakip` says once the file is there: in the package, or installed beside it under an entry point."""
    di: Path = tmp_path_factory.mktemp("kebun")
    plugin = request.param == "sebagai plugin"
    (di / "kebun.py").write_text(KEBUN, encoding="utf-8")
    if plugin:
        info = di / "kebun-1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: kebun\nVersion: 1\n", encoding="utf-8")
        (info / "entry_points.txt").write_text("[sakip.aturan]\nkebun = kebun\n", encoding="utf-8")
    jalur = [*([str(di)] if plugin else []), str(AKAR / "src"), *(p for p in sys.path if p)]
    proses = subprocess.run(
        [sys.executable, "-c", JALANKAN, "" if plugin else str(di), str(AKAR / "docs" / "halaman_aturan.py")],
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=di,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(jalur), "PYTHONIOENCODING": "utf-8"},
    )
    assert proses.returncode == 0, proses.stderr
    isi: dict[str, object] = {**json.loads(proses.stdout), "di": di}
    return isi


def teks(hasil: dict[str, object], kunci: str, status: int = 0) -> str:
    isi = hasil[kunci]
    assert isinstance(isi, list)
    assert isi[0] == status
    return " ".join(str(isi[1]).split())


def test_ada_dalam_katalog(hasil: dict[str, object]) -> None:
    keluarga = hasil["keluarga"]
    assert isinstance(keluarga, list)
    assert "KBN" in keluarga
    assert keluarga == sorted(keluarga)
    assert "KBN01 peringatan Petak yang terlalu luas" in teks(hasil, "daftar_id")
    assert "KBN01 warning Plots that are too large" in teks(hasil, "daftar_en")


def test_diterangkan_dengan_contohnya(hasil: dict[str, object]) -> None:
    indonesia, inggris = teks(hasil, "arti_id"), teks(hasil, "arti_en")
    assert "Luas petak tidak melebihi seratus." in indonesia
    assert "Petak yang terlalu luas: target Petak Sayur 180; seharusnya petak paling luas 100." in indonesia
    assert "A plot is no larger than a hundred." in inggris
    assert "Plots that are too large: target Petak Sayur 180; should be a plot of no more than 100." in inggris
    assert "may be innocent: a plot may be tended by several" in inggris
    assert inggris.endswith("No findings.")
    halaman = str(hasil["halaman"])
    assert halaman.startswith("# KBN01 Petak yang terlalu luas\n")
    assert halaman.count("```text") == 2


@pytest.mark.parametrize("bahasa", ["id", "en"])
@pytest.mark.parametrize("format_", [f for f in FORMAT if f not in BINER])
def test_setiap_keluaran_menyebutnya(hasil: dict[str, object], format_: str, bahasa: str) -> None:
    isi = teks(hasil, f"{format_}_{bahasa}", status=1)
    assert "KBN01" in isi
    milik, lain = ("petak paling luas 100", "a plot of no more than 100")[:: 1 if bahasa == "id" else -1]
    assert milik in isi
    assert lain not in isi
    assert "KBN01." not in isi  # a key without its words


def test_relasinya_berkata_menurut_jenisnya(hasil: dict[str, object]) -> None:
    for bahasa, uraian in (("id", "2 angka paling banyak 100"), ("en", "figures at most 100: 2")):
        (isi,) = [r for r in json.loads(str(hasil[f"json_{bahasa}"][1]))["relasi"] if r["kode"] == "KBN01"]  # type: ignore[index]
        assert isi["uraian"] == uraian
        (t,) = json.loads(str(hasil[f"json_{bahasa}"][1]))["temuan"]  # type: ignore[index]
        assert t["bukti"] == ["target Petak Sayur: 180"]


@pytest.mark.parametrize("format_", BINER)
def test_berkas_menyebutnya(hasil: dict[str, object], format_: str) -> None:
    teks(hasil, format_, status=1)
    di = hasil["di"]
    with zipfile.ZipFile(f"{di}/hasil{BINER[format_]}") as berkas:
        assert any(b"KBN01" in berkas.read(nama) for nama in berkas.namelist())


def test_dapat_dipilih_dan_tidak_menuduh(hasil: dict[str, object]) -> None:
    for bahasa in ("id", "en"):
        assert "KBN01" not in teks(hasil, f"lain_{bahasa}")
        teks(hasil, f"bersih_{bahasa}")
