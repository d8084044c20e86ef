"""Any consistent report, written as a document in any format, is read back with the same facts."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.penulis.banding import periksa
from tests.penulis.susun import cetak
from tests.penulis.tulis import FORMAT, tulis_docx

from sakip.pembaca import baca_rinci
from sakip.pengujian import laporan_acak, laporan_konsisten
from sakip.pengujian.bangun.sumber import SumberAcak, SumberTarik

if TYPE_CHECKING:
    from sakip.model.laporan import Laporan

TANPA_PERAS = (Phase.explicit, Phase.reuse, Phase.generate)
"""Files are slow to write; what fails in any format is made small by the test of text."""
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


def bolak_balik(laporan: Laporan, data: st.DataObject, akhiran: str) -> None:
    """Write the report, with everything that a format leaves open drawn, and read it."""
    s = SumberTarik(data.draw)
    cetakan = cetak(laporan, s)
    with TemporaryDirectory() as akar:
        jalur = Path(akar) / f"laporan{akhiran}"
        FORMAT[akhiran](jalur, cetakan.bagian, s)
        hasil = baca_rinci(jalur)
    periksa(laporan, cetakan, hasil, padat=akhiran == ".pdf")


@settings(max_examples=25)
@given(laporan_konsisten(), st.sampled_from((".txt", ".md")), st.data())
def test_teks(laporan: Laporan, akhiran: str, data: st.DataObject) -> None:
    """Tabs or pipes; pages by their numbers or form feeds."""
    bolak_balik(laporan, data, akhiran)


@settings(max_examples=15, phases=TANPA_PERAS)
@given(laporan_konsisten(), st.data())
def test_word(laporan: Laporan, data: st.DataObject) -> None:
    """Merged cells, spaces that do not break."""
    bolak_balik(laporan, data, ".docx")


@settings(max_examples=20, phases=TANPA_PERAS)
@given(laporan_konsisten(), st.data())
def test_excel(laporan: Laporan, data: st.DataObject) -> None:
    """Numbers under formats and texts, several tables a sheet."""
    bolak_balik(laporan, data, ".xlsx")


@settings(max_examples=8, phases=TANPA_PERAS)
@given(laporan_konsisten(), st.data())
def test_pdf(laporan: Laporan, data: st.DataObject) -> None:
    """Ruled tables over pages."""
    bolak_balik(laporan, data, ".pdf")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("lebar", [True, False])
def test_pdf_libreoffice(tmp_path: Path, *, lebar: bool) -> None:
    """Word documents printed by LibreOffice, on wide pages and on narrow ones, where words and rows are cut."""
    cetakan = {}
    for benih in range(3):
        laporan, s = laporan_acak(benih), SumberAcak(Random(benih))  # noqa: S311 - the same reports on every run
        cetakan[benih] = laporan, cetak(laporan, s)
        tulis_docx(tmp_path / f"{benih}.docx", cetakan[benih][1].bagian, s, lebar=lebar)
    perintah = [shutil.which("soffice") or "", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless"]
    perintah += ["--convert-to", "pdf", "--outdir", str(tmp_path), *(str(tmp_path / f"{n}.docx") for n in cetakan)]
    subprocess.run(perintah, check=True, capture_output=True, timeout=240)
    for benih, (laporan, c) in cetakan.items():
        periksa(laporan, c, baca_rinci(tmp_path / f"{benih}.pdf"), padat=True)
