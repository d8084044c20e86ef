"""Catatan Hasil Reviu: its parts, and a statement that never says more than the open findings allow."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

docx = pytest.importorskip("docx")

from sakip.mesin import Cakupan, Galat, Reviu, reviu  # noqa: E402
from sakip.model.laporan import Laporan  # noqa: E402
from sakip.model.tabel import Tabel  # noqa: E402
from sakip.pembaca import baca  # noqa: E402
from sakip.pilihan import Pilihan  # noqa: E402
from sakip.tanggapan import Tanggapan, terapkan  # noqa: E402
from sakip.tulis import Opsi, tulis  # noqa: E402
from sakip.tulis.chr_docx import buat, simpulan  # noqa: E402
from sakip.tulis.keluaran import KeluaranError  # noqa: E402
from sakip.tulis.kkr.isi import Isi  # noqa: E402

CONTOH = Path(__file__).parents[1] / "examples" / "semarang_diskopum_2025"
HARI = date(2026, 3, 31)


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
    return reviu(baca(CONTOH))


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
            assert t.seharusnya in semua
    assert "PERNYATAAN TELAH DIREVIU" in semua
    assert "DRAF" in semua
    assert semua.count("NIP …") == 3
    assert d.core_properties.author == "sakip"


def test_pernyataan_selama_ada_kesalahan(nyata: Reviu) -> None:
    """While a kesalahan is open it is said, and the statement cannot be signed."""
    jenis, bagian = simpulan(Isi(nyata, Opsi()))
    assert jenis == "berbeda"
    assert "15 kesalahan" in bagian[0]
    assert "tidak terdapat perbedaan" not in teks(buat(nyata, Opsi()))
    assert "belum dapat menyatakan" in teks(buat(nyata, Opsi()))


def test_pernyataan_menurut_tanggapan() -> None:
    """An answer that closes the finding opens the way to a statement; one that does not, does not."""
    r = reviu(laporan())
    assert [t.keparahan for t in r.temuan] == ["kesalahan"]
    buka = Tanggapan(id=r.temuan[0].id, status="diperbaiki", tanggal=HARI)
    tutup = Tanggapan(id=r.temuan[0].id, status="ditolak", alasan="pembulatan DPA", tanggal=HARI)
    assert simpulan(Isi(terapkan(r, [buka], hari_ini=HARI), Opsi()))[0] == "berbeda"
    terjawab = terapkan(r, [tutup], hari_ini=HARI)
    assert simpulan(Isi(terjawab, Opsi()))[0] == "bersih"
    assert "pembulatan DPA" in teks(buat(terjawab, Opsi()))


def test_pernyataan_bersih_menyebut_lingkupnya() -> None:
    """Without an open finding it speaks of what was tested, and of nothing else."""
    jenis, bagian = simpulan(Isi(reviu(laporan("50.000")), Opsi()))
    assert jenis == "bersih"
    assert "6 dari 6 angka" in bagian[0]


def test_peringatan_bukan_bersih(nyata: Reviu) -> None:
    """Open warnings and notes are told."""
    r = attrs.evolve(nyata, temuan=tuple(t for t in nyata.temuan if t.keparahan != "kesalahan"))
    jenis, bagian = simpulan(Isi(r, Opsi()))
    assert jenis == "catatan"
    assert "19 peringatan dan 27 catatan" in bagian[0]
    assert "tidak terdapat perbedaan" not in " ".join(bagian)


def test_tanpa_dasar_tidak_ada_simpulan() -> None:
    """A rule that failed, a restricted review, a report without figures: no assurance at all."""
    r = reviu(laporan("50.000"))
    kasus = [
        (attrs.evolve(r, galat=(Galat("ANG03", "rusak"),)), Opsi()),
        (r, Opsi(pilihan=Pilihan(("ANG03",), ()))),
        (attrs.evolve(r, relasi=(), cakupan=Cakupan(0, 0, ())), Opsi()),
    ]
    for hasil, opsi in kasus:
        jenis, bagian = simpulan(Isi(hasil, opsi))
        assert jenis == "belum"
        assert "akurat" not in " ".join(bagian)


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
