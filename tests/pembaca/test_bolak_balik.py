"""Any consistent report, written as a document in any format, is read back with the same facts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.contoh import laporan_contoh
from tests.kantor import perlu_soffice, ubah
from tests.kedalaman import sedalam
from tests.penulis.bagian import Kisi, Teks
from tests.penulis.banding import fakta, inti_formulir, periksa, periksa_tabel
from tests.penulis.susun import cetak
from tests.penulis.tulis import FORMAT, tulis_docx

from sakip.pembaca import baca, baca_rinci
from sakip.pengujian import laporan_acak, laporan_konsisten
from sakip.pengujian.bangun.sumber import SumberAcak
from sakip.tinjauan.engine import reviu
from sakip.tulis.folder import isi_folder, tulis_folder
from sakip.tulis.words.kamus import pesan

if TYPE_CHECKING:
    from tests.penulis.bagian import Bagian

    from sakip.model.laporan import Laporan
    from sakip.pengujian.bangun.sumber import Sumber

TANPA_PERAS = (Phase.explicit, Phase.reuse, Phase.generate)
"""Files are slow to write; what fails in any format is made small by the test of text."""
BENIH = st.integers(0, 10**6)
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


def bolak_balik(laporan: Laporan, benih: int, akhiran: str) -> None:
    """Write the report and read it."""
    s = SumberAcak(Random(benih))  # noqa: S311 - everything a format leaves open, from one number
    cetakan = cetak(laporan, s)
    with TemporaryDirectory() as akar:
        jalur = Path(akar) / f"laporan{akhiran}"
        FORMAT[akhiran](jalur, cetakan.bagian, s)
        hasil = baca_rinci(jalur)
    periksa(laporan, cetakan, hasil, padat=akhiran == ".pdf")


@settings(max_examples=sedalam(25))
@given(laporan_konsisten(), st.sampled_from((".txt", ".md")), BENIH)
def test_teks(laporan: Laporan, akhiran: str, benih: int) -> None:
    """Tabs or pipes; pages by their numbers or form feeds."""
    bolak_balik(laporan, benih, akhiran)


@settings(max_examples=sedalam(15), phases=TANPA_PERAS)
@given(laporan_konsisten(), BENIH)
def test_word(laporan: Laporan, benih: int) -> None:
    """Merged cells, spaces that do not break."""
    bolak_balik(laporan, benih, ".docx")


@settings(max_examples=sedalam(20), phases=TANPA_PERAS)
@given(laporan_konsisten(), BENIH)
def test_excel(laporan: Laporan, benih: int) -> None:
    """Numbers under formats and texts, several tables a sheet."""
    bolak_balik(laporan, benih, ".xlsx")


@settings(max_examples=sedalam(8), phases=TANPA_PERAS)
@given(laporan_konsisten(), BENIH)
def test_pdf(laporan: Laporan, benih: int) -> None:
    """Ruled tables over pages."""
    bolak_balik(laporan, benih, ".pdf")


def temuan(laporan: Laporan) -> Counter[tuple[str, str]]:
    """What is found in the tables, in whatever order the columns are."""
    milik = [t for t in reviu(laporan).temuan if t.kode.startswith(("ANG", "TAB", "KIN", "EFI"))]
    return Counter((t.kode, "; ".join(sorted(pesan(t.tertulis).split("; ")))) for t in milik)


@pytest.mark.parametrize(
    "akhiran", [pytest.param(a, marks=[pytest.mark.mendalam] if a == ".pdf" else []) for a in FORMAT]
)
@pytest.mark.parametrize("benih", range(sedalam(2)))
def test_contoh(tmp_path: Path, akhiran: str, benih: int) -> None:
    """The tables and the agreements of the example, wrong figures included: the same, and the same found in them."""
    asal = laporan_contoh()
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


@pytest.mark.mendalam
@perlu_soffice
@pytest.mark.parametrize("lebar", [True, False])
def test_pdf_libreoffice(tmp_path: Path, *, lebar: bool) -> None:
    """Word documents printed by LibreOffice, on wide pages and on narrow ones, where words and rows are cut."""
    ditulis = []
    for benih in (4, 16, 37, 48, 55)[: sedalam(5) + 1]:  # headings, rows and figures cut by pages, also in merged cells
        laporan, s = laporan_acak(benih), SumberAcak(Random(benih))  # noqa: S311 - the same reports on every run
        cetakan = cetak(laporan, s)
        tulis_docx(jalur := tmp_path / f"{benih}.docx", cetakan.bagian, s, lebar=lebar)
        ditulis.append((jalur, laporan, cetakan))
    for pdf, (_, laporan, cetakan) in zip(ubah("pdf", tmp_path, *(j for j, _, _ in ditulis)), ditulis, strict=True):
        periksa(laporan, cetakan, baca_rinci(pdf), padat=True)


# -- what is printed badly ----------------------------------------------------------------

CACAT = (
    "belum ada",
    "lihat lampiran",
    "l0,5",
    "#REF!",
    "12.34.5",
    "n.a",
    "Rp",
    "1:2",
    "80-",
    "JUMLAH",
    "",
    "±",
    "a; b=1",
)


def kotori(bagian: tuple[Bagian, ...], s: Sumber) -> list[Bagian]:
    """A document in which cells are something else, and lines are missing."""
    hasil: list[Bagian] = []
    for b in bagian:
        if isinstance(b, Kisi):
            isi = [tuple(s.pilih(CACAT) if s.benar(20) else t for t in r) for r in b.baris if not s.benar(25)]
            if isi:
                hasil.append(Kisi(tuple(isi)))
        elif not s.benar(10):
            hasil.append(b)
    return hasil


@settings(max_examples=sedalam(40), phases=TANPA_PERAS)
@given(laporan_konsisten(), st.sampled_from((".txt", ".md", ".xlsx")), BENIH)
def test_cacat(laporan: Laporan, akhiran: str, benih: int) -> None:
    """Whatever a document prints, it is read, and written as a data folder that says the same."""
    s = SumberAcak(Random(benih))  # noqa: S311 - everything a format leaves open, from one number
    bagian = kotori(cetak(laporan, s).bagian, s)
    with TemporaryDirectory() as akar:
        jalur = Path(akar) / f"laporan{akhiran}"
        FORMAT[akhiran](jalur, [*bagian, Teks("Akhir.")], s)
        asal = baca(jalur)
        tulis_folder(asal, Path(akar) / "data")
        lagi = baca(Path(akar) / "data")
    assert fakta(lagi) == fakta(asal)
    assert isi_folder(attrs.evolve(lagi, sumber=asal.sumber, sha256=asal.sha256)) == isi_folder(asal)
