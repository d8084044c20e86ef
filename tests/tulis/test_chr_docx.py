"""Catatan Hasil Reviu: its parts. The statement has tests of its own, in `test_pernyataan`."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import attrs
import pytest

docx = pytest.importorskip("docx")

from tests.contoh import reviu_contoh  # noqa: E402

from sakip.model.laporan import Laporan  # noqa: E402
from sakip.model.tabel import Tabel  # noqa: E402
from sakip.tinjauan.engine import Reviu, reviu  # noqa: E402
from sakip.tulis import Opsi, tulis  # noqa: E402
from sakip.tulis.chr_docx import buat  # noqa: E402
from sakip.tulis.keluaran import KeluaranError  # noqa: E402
from sakip.tulis.words.kamus import Kamus  # noqa: E402


def laporan(sisa: str = "60.000") -> Laporan:
    """A small report; its remainder is right when it is 50.000."""
    isi = [["Program A", "200.000", "150.000", sisa], ["Program B", "100.000", "50.000", "50.000"]]
    t = Tabel.susun(["nama", "pagu", "realisasi_anggaran", "sisa"], isi, nomor="3.1")
    return Laporan(instansi="Dinas Contoh", tahun=2025, tabel=(t,))


def teks(isi: bytes) -> str:
    """All the text of a document."""
    d = docx.Document(io.BytesIO(isi))
    bagian = [p.text for p in d.paragraphs]
    bagian += [c.text for t in d.tables for r in t.rows for c in r.cells]
    return "\n".join(bagian)


@pytest.fixture(scope="module")
def nyata() -> Reviu:
    """The review of the real report."""
    return reviu_contoh()


def test_isi_dan_bentuk(nyata: Reviu) -> None:
    """A4, a header, page numbers, every grave finding, both blocks to sign, and no name in them."""
    isi = buat(nyata, Opsi())
    d: Any = docx.Document(io.BytesIO(isi))
    s = d.sections[0]
    assert (round(s.page_width.cm, 1), round(s.page_height.cm, 1)) == (21.0, 29.7)
    assert "Catatan Hasil Reviu" in s.header.paragraphs[0].text
    assert "PAGE" in s.footer._element.xml
    assert "NUMPAGES" in s.footer._element.xml
    semua = teks(isi)
    for t in nyata.temuan:
        assert t.kode in semua
        if t.keparahan == "kesalahan":
            assert Kamus("id").ucap(t.seharusnya) in semua
    assert "PERNYATAAN TELAH DIREVIU" in semua
    assert "DRAF" in semua
    assert semua.count("NIP …") == 3
    assert d.core_properties.author == "sakip"


def test_teks_jahat_dan_berkas_utuh() -> None:
    """Control characters and markup are text; the document still opens."""
    jahat = "\x1b[31m<w:p>&\x00\ud800 Dinas"
    semua = teks(buat(reviu(attrs.evolve(laporan(), instansi=jahat)), Opsi()))
    assert "<w:p>&" in semua
    assert "\x1b" not in semua


def test_sama_tiap_kali(nyata: Reviu) -> None:
    """No clock in the file."""
    isi = buat(nyata, Opsi())
    assert isi == buat(nyata, Opsi())
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        assert {i.date_time for i in z.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_satu_laporan_saja() -> None:
    """Several reports do not fit into one document."""
    r = reviu(laporan())
    with pytest.raises(KeluaranError, match="satu laporan"):
        list(tulis([r, r], "chr"))
