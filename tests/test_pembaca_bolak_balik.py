"""Any consistent report, written as a document in any format, is read back with the same facts."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.penulis.banding import inti_formulir, periksa, periksa_tabel
from tests.penulis.susun import cetak
from tests.penulis.tulis import FORMAT, tulis_docx

from sakip.mesin import reviu
from sakip.pembaca import baca, baca_rinci
from sakip.pengujian import laporan_acak, laporan_konsisten
from sakip.pengujian.bangun.sumber import SumberAcak, SumberTarik

if TYPE_CHECKING:
    from sakip.model.laporan import Laporan

TANPA_PERAS = (Phase.explicit, Phase.reuse, Phase.generate)
"""Files are slow to write; what fails in any format is made small by the test of text."""
CONTOH = Path(__file__).parents[1] / "examples" / "semarang_diskopum_2025"
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


def temuan(laporan: Laporan) -> Counter[tuple[str, str]]:
    """What is found in the tables, in whatever order the columns are."""
    milik = [t for t in reviu(laporan).temuan if t.kode.startswith(("ANG", "TAB", "KIN", "EFI"))]
    return Counter((t.kode, "; ".join(sorted(t.tertulis.split("; ")))) for t in milik)


@pytest.mark.parametrize("akhiran", FORMAT)
@pytest.mark.parametrize("benih", range(2))
def test_contoh(tmp_path: Path, akhiran: str, benih: int) -> None:
    """The tables and the agreements of the example, wrong figures included: the same, and the same found in them."""
    asal = baca(CONTOH)
    asal = attrs.evolve(asal, perjanjian=tuple(pk for pk in asal.perjanjian if pk.jenis != "iku"))
    s = SumberAcak(Random(benih))  # noqa: S311 - the same document on every run
    cetakan = cetak(asal, s, prosa=False)
    jalur = tmp_path / f"laporan{akhiran}"
    FORMAT[akhiran](jalur, cetakan.bagian, s)
    hasil = baca(jalur)
    padat = akhiran == ".pdf"
    periksa_tabel(cetakan, hasil, padat=padat)
    assert [inti_formulir(p, padat=padat) for p in hasil.perjanjian] == [
        inti_formulir(p, padat=padat) for p in asal.perjanjian
    ]
    assert temuan(hasil) == temuan(attrs.evolve(hasil, tabel=cetakan.tabel))


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
