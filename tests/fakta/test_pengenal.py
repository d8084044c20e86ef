"""Names and places as texts that never change: an answer stays with its finding, whatever the catalogues say."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import sakip
from sakip.fakta.pengenal import TETAP, pengenal
from sakip.model.peran import PERAN
from sakip.teks.kalimat import Daftar, kalimat

AKAR = Path(sakip.__file__).parent


def _lengkap(kunci: str) -> set[str]:
    """The key; of one that is put together (`nama.batas_`) those that begin so in the catalogue."""
    return {k for k in pesan_katalog() if k.startswith(kunci)} if kunci.endswith("_") else {kunci}


@cache
def pesan_katalog() -> tuple[str, ...]:
    teks = (AKAR / "tulis" / "words" / "id.po").read_text(encoding="utf-8")
    return tuple(re.findall(r'^msgid "(.+)"$', teks, re.MULTILINE))


def dibuat() -> list[str]:
    """The keys of the names and places that register and model make."""
    hasil: set[str] = set()
    for berkas in (*(AKAR / "fakta").glob("*.py"), *(AKAR / "model").glob("*.py")):
        for n in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
            if isinstance(n, ast.Constant) and str(n.value).startswith(("nama.", "tempat.")):
                hasil |= _lengkap(str(n.value))
    return sorted(hasil)


@pytest.mark.parametrize("kunci", dibuat())
def test_setiap_nama_tetap(kunci: str) -> None:
    """Without a text of its own a name would be known by how its data are set."""
    assert kunci in TETAP


def test_teks_yang_dikenal() -> None:
    """The texts that findings have been known by from the first."""
    assert pengenal(PERAN["realisasi"].ucapan) == "realisasi"
    nama = kalimat("nama.angka", peran=PERAN["sisa"].ucapan, ciri=" 2024", baris="Program A")
    assert pengenal(nama) == "sisa anggaran 2024 Program A"
    assert pengenal(kalimat("nama.dalam_kata", teks="'3 unit'")) == "angka dalam '3 unit'"
    assert pengenal(kalimat("nama.nomor_kolom", teks="3")) == "nomor kolom 3"
    tempat = (kalimat("tempat.tabel", nomor="2.7"), "Program A", kalimat("tempat.kolom", kolom="Sisa"))
    assert pengenal(Daftar(tempat, None, "koma")) == "Tabel 2.7, Program A, kolom Sisa"
