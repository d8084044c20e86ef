"""What the command line prints: width, colour, languages, formats, several sources."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pytest
from tests.kedalaman import sedalam
from tests.tempat import CONTOH

from sakip import cli
from sakip.aturan import katalog

if TYPE_CHECKING:
    from pathlib import Path

Jalankan: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


LEBAR = (60, 80, 100, 109, 110, 149, 150, 160, 170)


# -- output ------------------------------------------------------------------------


def lebar_terbesar(teks: str) -> int:
    return max(map(len, teks.splitlines()))


@pytest.mark.parametrize("lebar", LEBAR[:: len(LEBAR) // sedalam(len(LEBAR))])
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


def test_proses_80_kolom_tanpa_warna(jalankan: Jalankan) -> None:
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


def test_json_satu_objek_dan_beberapa_larik(jalankan: Jalankan, salah: str, benar: str) -> None:
    satu = jalankan("reviu", salah, "--format", "json")
    beberapa = jalankan("reviu", salah, benar, "--format", "json")
    assert (satu.returncode, beberapa.returncode) == (1, 1)
    larik = json.loads(beberapa.stdout)
    assert larik[0] == json.loads(satu.stdout)
    assert [x["laporan"]["sumber"] for x in larik] == [salah, benar]
    assert satu.stdout.endswith("}\n")


def test_json_selalu_utf8_dan_selalu_sama(jalankan: Jalankan, salah: str) -> None:
    env = {"PYTHONIOENCODING": "latin-1", "PYTHONHASHSEED": "1"}
    satu = jalankan("reviu", salah, "--format", "json", "--rinci", env=env)
    dua = jalankan("reviu", salah, "--format", "json", "--rinci", env={"PYTHONHASHSEED": "2"})
    assert satu.stdout == dua.stdout
    assert "−" in satu.stdout


def test_terminal_selalu_sama(jalankan: Jalankan) -> None:
    satu, dua = (jalankan("reviu", str(CONTOH), env={"PYTHONHASHSEED": n}).stdout for n in ("1", "2"))
    assert satu == dua


def test_beberapa_sumber_berurutan(salah: str, benar: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["reviu", benar, salah]) == 1
    keluar = re.sub(r"\n {8,}", "", capsys.readouterr().out)  # a long path goes on in the next line
    assert keluar.index(benar) < keluar.index("=" * 60) < keluar.index(salah)


def test_pilih_dan_abaikan(salah: str, capsys: pytest.CaptureFixture[str]) -> None:
    def kode(*pilihan: str) -> set[str]:
        cli.main(["reviu", salah, "--format", "json", "--rinci", *pilihan])
        return {r["kode"] for r in json.loads(capsys.readouterr().out)["relasi"]}

    assert kode("--pilih", "ANG01") == {"ANG01"}
    assert kode("--pilih", "ang") == {"ANG01", "ANG02", "ANG07"}
    assert kode("--pilih", "ANG01,IDN") == {"ANG01", "IDN01"}
    assert kode("--pilih", "ANG01", "--pilih", "IDN") == {"ANG01", "IDN01"}
    assert kode("--pilih", "ANG", "--abaikan", "ANG02") == {"ANG01", "ANG07"}
    assert "ANG01" not in kode("--abaikan", "ANG01")
    assert cli.main(["reviu", salah, "--abaikan", "ANG"]) == 0


def test_bahasa(salah: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["reviu", salah, "--bahasa", "en"]) == 1
    keluar = capsys.readouterr().out
    for teks in ("ERRORS (1)", "Should be", "possibly two digits transposed", "WHAT WAS CHECKED"):
        assert teks in keluar
    assert "KESALAHAN" not in keluar
