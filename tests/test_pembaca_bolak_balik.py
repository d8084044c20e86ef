"""Any consistent report, written as a document in any format, is read back with the same facts."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.penulis.banding import periksa
from tests.penulis.susun import cetak
from tests.penulis.tulis import FORMAT

from sakip.pembaca import baca_rinci
from sakip.pengujian import laporan_konsisten
from sakip.pengujian.bangun.sumber import SumberTarik

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
