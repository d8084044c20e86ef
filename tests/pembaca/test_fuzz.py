"""Readers of every format on damaged files: only a report or a `SakipError`. The long run is `benchmarks/fuzz.py`."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.kedalaman import sedalam
from tests.tempat import TESTS

from sakip import baca, reviu
from sakip.pengujian import assert_bersih, laporan_acak
from sakip.pengujian.bangun.sumber import SumberAcak, SumberTarik
from sakip.pengujian.bising import baca_apa_pun, isi_path, kacau_berkas, kacau_folder, tulis_path
from sakip.tulis.folder import isi_folder

if TYPE_CHECKING:
    from pathlib import Path

    from sakip.pengujian.bising import Isi

KORPUS = TESTS / "korpus"
BENIH = {j.name: j.read_bytes() for j in sorted((KORPUS / "benih").iterdir())}
FOLDER = {k: v.encode() for k, v in isi_folder(laporan_acak(2)).items()}
BANYAK = {"laporan.pdf": 8}
"""A PDF is read by a process of its own, which takes a second to start."""


@st.composite
def rusak(draw: st.DrawFn, nama: str) -> bytes:
    """One of the sound files, damaged."""
    return kacau_berkas(SumberTarik(draw), BENIH[nama])


@st.composite
def folder_rusak(draw: st.DrawFn) -> dict[str, bytes]:
    """A data folder, one of its files damaged."""
    return kacau_folder(SumberTarik(draw), FOLDER)


def coba(di: Path, nama: str, isi: Isi, *, lalu_reviu: bool = False) -> str:
    """Read it; whatever is neither a report nor a `SakipError` fails the test."""
    return baca_apa_pun(tulis_path(di, nama, isi), lalu_reviu=lalu_reviu)


@pytest.mark.parametrize("nama", BENIH)
def test_benih_terbaca(tmp_path: Path, nama: str) -> None:
    """What is damaged is sound to begin with, or nothing deep would ever be reached."""
    assert coba(tmp_path, nama, BENIH[nama]) == "terbaca"


@pytest.mark.parametrize("nama", [n for n in BENIH if n.startswith("laporan.")])
def test_benih_bersih(tmp_path: Path, nama: str) -> None:
    """The sound files are free of errors, in every format: what is found in them is misread."""
    assert_bersih(reviu(baca(tulis_path(tmp_path, nama, BENIH[nama]))), keparahan="kesalahan")


def test_folder_benih_terbaca(tmp_path: Path) -> None:
    assert coba(tmp_path, "folder", FOLDER) == "terbaca"


PANJANG = {"txt_ratusan_jumlah"}
"""At full depth only: what is read and reviewed longest. `txt_angka_di_banyak_jumlah` did the same harm."""


@pytest.mark.parametrize(
    "jalur",
    [
        pytest.param(j, id=j.parent.name, marks=[pytest.mark.mendalam] if j.parent.name in PANJANG else [])
        for j in sorted((KORPUS / "temuan").glob("*/*"))
    ],
)
def test_temuan_lama(tmp_path: Path, jalur: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every file that ever did harm does none now, and nothing is printed where results go."""
    coba(tmp_path, jalur.name, isi_path(jalur), lalu_reviu=True)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("nama", BENIH)
def test_byte_apa_pun(tmp_path_factory: pytest.TempPathFactory, nama: str) -> None:
    di = tmp_path_factory.mktemp("byte")

    @given(st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
    @example(b"")
    @example(b"\xff\xfe\0")
    @example(BENIH[nama][:20])
    @settings(max_examples=sedalam(BANYAK.get(nama, 40)))
    def cek(isi: bytes) -> None:
        coba(di, nama, isi)

    cek()


@pytest.mark.parametrize("nama", BENIH)
def test_berkas_rusak(tmp_path_factory: pytest.TempPathFactory, nama: str) -> None:
    di = tmp_path_factory.mktemp("rusak")

    @given(rusak(nama))
    @settings(max_examples=sedalam(BANYAK.get(nama, 40)))
    def cek(isi: bytes) -> None:
        coba(di, nama, isi)

    cek()


@given(isi=folder_rusak())
@settings(max_examples=sedalam(40))
def test_folder_rusak(tmp_path_factory: pytest.TempPathFactory, isi: dict[str, bytes]) -> None:
    coba(tmp_path_factory.mktemp("folder"), "folder", isi)


def test_kerusakan_sampai_ke_dalam(tmp_path: Path) -> None:
    """Most damaged files get past the first look at them: they are read, or refused for what stands within."""
    for nama in ("laporan.docx", "laporan.xlsx", "laporan.txt", "laporan.md"):
        acak = [SumberAcak(Random(n)) for n in range(sedalam(40))]  # noqa: S311 - not a secret
        hasil = [coba(tmp_path, nama, kacau_berkas(s, BENIH[nama])) for s in acak]
        assert hasil.count("terbaca") > 0.375 * len(hasil), nama
