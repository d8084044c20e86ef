"""The whole text of the report, typed into every other format: the same findings, each with its place there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from tests.contoh import reviu_naskah
from tests.kantor import perlu_soffice, ubah
from tests.penulis.bagian import dari_blok
from tests.penulis.tulis import FORMAT, tulis_docx
from tests.tempat import NASKAH

from sakip.pembaca import baca
from sakip.pembaca.teks import blok_teks
from sakip.tinjauan.engine import reviu
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import TypeVar

    T = TypeVar("T")

pytestmark = pytest.mark.skipif(not NASKAH.exists(), reason="the text of the report is not beside the repository")


class Lazim:
    """The simplest choice wherever a format leaves one."""

    def bulat(self, bawah: int, atas: int) -> int:  # noqa: ARG002 - the signature of a `Sumber`
        return bawah

    def pilih(self, daftar: Sequence[T]) -> T:
        return daftar[0]

    def benar(self, dari: int = 2) -> bool:  # noqa: ARG002 - the signature of a `Sumber`
        return False


@pytest.mark.parametrize(
    "akhiran", [pytest.param(a, marks=[pytest.mark.mendalam] if a == ".pdf" else []) for a in FORMAT if a != ".txt"]
)
def test_temuan_sama(tmp_path: Path, akhiran: str) -> None:
    """Markdown, Word, a workbook, PDF."""
    jalur = tmp_path / f"laporan{akhiran}"
    FORMAT[akhiran](jalur, dari_blok(blok_teks(NASKAH.read_text(encoding="utf-8")).blok), Lazim())
    _periksa(jalur)


@pytest.mark.mendalam
@perlu_soffice
def test_libreoffice(tmp_path: Path) -> None:
    """Word printed by LibreOffice on upright pages, where tables of up to fourteen columns break most words."""
    tulis_docx(tmp_path / "laporan.docx", dari_blok(blok_teks(NASKAH.read_text(encoding="utf-8")).blok), Lazim())
    _periksa(*ubah("pdf", tmp_path, tmp_path / "laporan.docx"))


def _periksa(jalur: Path) -> None:
    asal, hasil = reviu_naskah(), reviu(baca(jalur))
    ucap = Kamus("id").ucap
    tercetak, tercetak_asal = (Counter((t.kode, ucap(t.tertulis)) for t in r.temuan) for r in (hasil, asal))
    assert tercetak == tercetak_asal
    assert hasil.cakupan.persen == asal.cakupan.persen
    assert all(t.lokasi[0].sel or t.lokasi[0].halaman or t.lokasi[0].baris for t in hasil.temuan if t.lokasi)
