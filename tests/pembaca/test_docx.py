"""Reading Word documents: each difficulty as a small document, bad files."""

from __future__ import annotations

import io
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from sakip import pembaca
from sakip.errors import SumberError
from sakip.pembaca.blok import Grid, Paragraf
from sakip.pembaca.docx import blok_docx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sakip.pembaca.blok import Blok


def blok(dokumen: Any, tmp_path: Path) -> tuple[Blok, ...]:
    jalur = tmp_path / "laporan.docx"
    dokumen.save(str(jalur))
    return blok_docx(jalur, "laporan.docx")[0].blok


def teks(b: Blok) -> object:
    """A block without places."""
    return b.teks if isinstance(b, Paragraf) else [[s.teks for s in baris] for baris in b.baris]


def isi(dokumen: Any, tmp_path: Path) -> list[object]:
    return [teks(b) for b in blok(dokumen, tmp_path)]


def alinea(dokumen: Any, xml: str) -> None:
    """Add a paragraph as it stands in the file."""
    ns = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    dokumen.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')} {ns}>{xml}</w:p>"))


def tabel(dokumen: Any, baris: list[list[str]], gaya: str | None = "Table Grid") -> Any:
    hasil = dokumen.add_table(len(baris), len(baris[0]), style=gaya)
    for tr, sel in zip(hasil.rows, baris, strict=True):
        for tc, t in zip(tr.cells, sel, strict=True):
            tc.text = t
    return hasil


# -- paragraphs ------------------------------------------------------------------------


def test_urutan_badan(tmp_path: Path) -> None:
    """Paragraphs and tables in the order of the body; headings and bold are told."""
    d = Document()
    d.add_heading("Akuntabilitas", 1)
    tabel(d, [["NAMA", "JUMLAH"], ["Traktor", "5"]])
    d.add_paragraph().add_run("Penting").bold = True
    d.add_paragraph("Biasa")
    hasil = blok(d, tmp_path)
    assert [teks(b) for b in hasil] == ["Akuntabilitas", [["NAMA", "JUMLAH"], ["Traktor", "5"]], "Penting", "Biasa"]
    assert [b.tebal for b in hasil if isinstance(b, Paragraf)] == [True, True, False]
    grid = hasil[1]
    assert isinstance(grid, Grid)
    assert (grid.baris[1][1].lokasi.sel, grid.baris[1][1].lokasi.tabel) == ("T1 B2 K2", "Akuntabilitas")
    assert grid.baris[1][1].lokasi.baris is None


def test_spasi_dan_baris(tmp_path: Path) -> None:
    """Non-breaking spaces are spaces, soft breaks begin a line that goes on, hidden text is not printed."""
    d = Document()
    p = d.add_paragraph("Rp\u00a05.000\u00ad.000")
    p.add_run().add_break()
    p.add_run("baris kedua")
    p.add_run(" rahasia").font.hidden = True
    p.add_run(" besar").font.all_caps = True
    hasil = [(b.teks, b.sambung) for b in blok(d, tmp_path) if isinstance(b, Paragraf)]
    assert hasil == [("Rp 5.000.000", False), ("baris kedua BESAR", True)]


def test_daftar(tmp_path: Path) -> None:
    """The numbers of lists are printed and so are read; bullets are not."""
    d = Document()
    for t in ("Program A", "Program B"):
        d.add_paragraph(t, style="List Number")
    d.add_paragraph("Butir", style="List Bullet")
    d.add_paragraph("- Ketikan")
    hasil = [(b.teks, b.butir) for b in blok(d, tmp_path) if isinstance(b, Paragraf)]
    assert hasil == [("1. Program A", False), ("2. Program B", False), ("Butir", True), ("Ketikan", True)]


def test_lacak_perubahan(tmp_path: Path) -> None:
    """Tracked changes as accepted: what was inserted or moved here stays, what was deleted or moved away is gone."""
    d = Document()
    tulis = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>".format
    alinea(
        d,
        tulis("Capaian ")
        + f"<w:ins w:id='1'>{tulis('105,00')}</w:ins><w:del w:id='2'><w:r><w:delText>99,00</w:delText></w:r></w:del>"
        + f"<w:moveFrom w:id='3'>{tulis('X')}</w:moveFrom><w:moveTo w:id='4'>{tulis(' persen')}</w:moveTo>",
    )
    alinea(d, "<w:pPr><w:rPr><w:del w:id='5'/></w:rPr></w:pPr>" + tulis("Terputus"))
    alinea(d, tulis("sambung"))
    t = tabel(d, [["NAMA", "JUMLAH"], ["Dihapus", "9"], ["Tetap", "1"]])
    t.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')} w:id='6'/>"))
    assert isi(d, tmp_path) == ["Capaian 105,00 persen", "Terputus sambung", [["NAMA", "JUMLAH"], ["Tetap", "1"]]]


def test_rumus(tmp_path: Path) -> None:
    """An equation is LaTeX, as the rest of the reader expects it."""
    d = Document()
    r = "<m:r><m:t>{}</m:t></m:r>".format
    alinea(
        d,
        f"<m:oMathPara><m:oMath>{r('=')}<m:f><m:num>{r('346')}</m:num><m:den>{r('578')}</m:den></m:f>"
        f"{r('×100%')}</m:oMath></m:oMathPara>",
    )
    assert isi(d, tmp_path) == [r"$$=\frac{346}{578} \times 100\%$$"]


def test_kotak_teks(tmp_path: Path) -> None:
    """A text box is read once, after its paragraph, whichever age of Word it is for."""
    d = Document()
    kotak = "<w:txbxContent><w:p><w:r><w:t>Di dalam kotak</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    alinea(
        d,
        f"<w:r><w:t>Luar</w:t></w:r><w:r><mc:AlternateContent {mc}><mc:Choice Requires='wps'><w:drawing>{kotak}"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{kotak}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert isi(d, tmp_path) == ["Luar", "Di dalam kotak"]


# -- tables ----------------------------------------------------------------------------


def test_sel_gabung(tmp_path: Path) -> None:
    """A merged cell stands in the first of its cells, the others are there and empty."""
    d = Document()
    t = tabel(d, [["URAIAN", "TARGET", ""], ["", "2024", "2025"], ["Nilai", "1", "2"]])
    t.cell(0, 1).merge(t.cell(0, 2))
    t.cell(0, 0).merge(t.cell(1, 0))
    assert isi(d, tmp_path) == [[["URAIAN", "TARGET", ""], ["", "2024", "2025"], ["Nilai", "1", "2"]]]


def test_tabel_bersarang(tmp_path: Path) -> None:
    """A table in a cell is a table of its own, after the one it stands in."""
    d = Document()
    t = tabel(d, [["NAMA", "JUMLAH"], ["Luar", "1"]])
    dalam = t.cell(1, 0).add_table(2, 2)
    for sel, x in zip(dalam._cells, ["A", "B", "C", "2"], strict=True):
        sel.text = x
    assert isi(d, tmp_path) == [[["NAMA", "JUMLAH"], ["Luar", "1"]], [["A", "B"], ["C", "2"]]]


def test_nomor_otomatis_dalam_sel(tmp_path: Path) -> None:
    """A number that Word makes is in the cell as printed."""
    d = Document()
    t = tabel(d, [["NO", "NAMA", "JUMLAH"], ["", "Pupuk", "5"], ["", "Benih", "6"]])
    for baris in t.rows[1:]:
        baris.cells[0].paragraphs[0].style = "List Number"
        baris.cells[0].paragraphs[0].add_run("")
    assert isi(d, tmp_path) == [[["NO", "NAMA", "JUMLAH"], ["1.", "Pupuk", "5"], ["2.", "Benih", "6"]]]


def test_tabel_tata_letak(tmp_path: Path) -> None:
    """Tables that only lay out are the paragraphs they print."""
    d = Document()
    tabel(d, [["Nama", ":", "X"], ["Jabatan", ":", "Sekretaris"]], None)
    d.add_paragraph("Tanda tangan")
    tabel(d, [["PIHAK KEDUA", "PIHAK PERTAMA"], ["KEPALA DINAS", "SEKRETARIS"]], None)
    d.add_paragraph("Kotak")
    tabel(d, [["Isi kotak"]])
    assert isi(d, tmp_path) == [
        "Nama : X",
        "Jabatan : Sekretaris",
        "Tanda tangan",
        "PIHAK KEDUA",
        "KEPALA DINAS",
        "PIHAK PERTAMA",
        "SEKRETARIS",
        "Kotak",
        "Isi kotak",
    ]


# -- bad files -------------------------------------------------------------------------


def _zip(bagian: dict[str, bytes], cara: int = zipfile.ZIP_DEFLATED) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", cara) as z:
        for nama, data in bagian.items():
            z.writestr(nama, data)
    return wadah.getvalue()


def _dokumen() -> bytes:
    wadah = io.BytesIO()
    d = Document()
    d.add_paragraph("Halo.")
    d.save(wadah)
    return wadah.getvalue()


def _ganti(nama: str, ubah: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(_dokumen())) as z:
        return _zip({n: ubah(z.read(n)) if n == nama else z.read(n) for n in z.namelist()})


ENTITAS = b'<!DOCTYPE x [<!ENTITY a "b">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UTAMA = "word/document.xml"


@pytest.mark.parametrize(
    ("berkas", "pesan"),
    [
        (b"", "berkas kosong"),
        (b"Halo, ini teks.", "bukan dokumen Word .*isinya teks biasa"),
        (b"<html><body>x</body></html>", "isinya HTML"),
        (b"%PDF-1.7\n", "isinya PDF"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "terenkripsi"),
        (OLE + b"\0" * 600, "format Office lama"),
        (_dokumen()[:-400], "rusak atau terpotong"),
        (_dokumen()[:2000], "rusak atau terpotong"),
        (_zip({"xl/workbook.xml": b"<a/>"}), "isinya buku kerja Excel"),
        (_zip({"a.txt": b"x"}), "isinya arsip zip biasa"),
        (_ganti(UTAMA, lambda b: b.replace(b"?>", b"?>" + ENTITAS, 1)), "mendefinisikan entitas"),
        (_ganti(UTAMA, lambda b: ("<!DOCTYPE x []>" + b.decode().partition("?>")[2]).encode("utf-16")), "entitas"),
        (_ganti(UTAMA, lambda b: b.decode().encode("cp037")), "penyandian"),
        (_ganti(UTAMA, lambda b: b.replace(b"UTF-8", b"UTF-7", 1)), "penyandian"),
        (_ganti(UTAMA, lambda b: b[:500]), "rusak: bagian XML"),
        (_ganti(UTAMA, lambda b: b.replace(b"Halo.", b"")), "tidak memuat teks"),
        (_zip({UTAMA: b"<a/>", "word/media/x.bin": b"\0" * 30_000_000}), "bom zip"),
        (_zip({f"word/{n}.xml": b"<a/>" for n in range(10_001)}, zipfile.ZIP_STORED), "lebih dari 10000 bagian"),
    ],
)  # fmt: skip
def test_berkas_buruk(tmp_path: Path, berkas: bytes, pesan: str) -> None:
    """What is no sound document is refused with the reason."""
    jalur = tmp_path / "laporan.docx"
    jalur.write_bytes(berkas)
    with pytest.raises(SumberError, match=pesan):
        pembaca.baca(jalur)


def test_ukuran_dusta(tmp_path: Path) -> None:
    """A part that inflates to more than it declares is found out."""
    berkas = bytearray(_zip({UTAMA: b"<a>" + b" " * 3_000_000 + b"</a>"}))
    for tanda, letak in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        i = berkas.index(tanda) + letak
        berkas[i : i + 4] = (1000).to_bytes(4, "little")
    jalur = tmp_path / "laporan.docx"
    jalur.write_bytes(berkas)
    with pytest.raises(SumberError, match="rusak"):
        pembaca.baca(jalur)


def test_jumlah_dinyatakan(tmp_path: Path) -> None:
    """What a package declares to hold is bounded before anything is inflated."""
    berkas = bytearray(_zip({UTAMA: b"<a/>"}))
    i = berkas.index(b"PK\x01\x02") + 24
    berkas[i : i + 4] = (300_000_000).to_bytes(4, "little")
    jalur = tmp_path / "laporan.docx"
    jalur.write_bytes(berkas)
    with pytest.raises(SumberError, match="200 MB"):
        pembaca.baca(jalur)


def test_makro_dan_tautan(tmp_path: Path) -> None:
    """Macros are not looked at, links not followed, broken relations do no harm; the text is read."""
    with zipfile.ZipFile(io.BytesIO(_dokumen())) as z:
        bagian = {n: z.read(n) for n in z.namelist()}
    jenis = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    bagian["[Content_Types].xml"] = bagian["[Content_Types].xml"].replace(
        jenis, b"application/vnd.ms-word.document.macroEnabled.main+xml"
    )
    bagian["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0makro"
    bagian["word/_rels/document.xml.rels"] = bagian["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="r91" Type="x/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>'
        b'<Relationship Id="r92" Type="x/attachedTemplate" Target="file:///x.dotm" TargetMode="External"/>'
        b'<Relationship Id="r93" Type="x/image" Target="NULL"/></Relationships>',
    )
    jalur = tmp_path / "laporan.docx"
    jalur.write_bytes(_zip(bagian))
    assert [teks(b) for b in blok_docx(jalur, "x")[0].blok] == ["Halo."]


def test_tanpa_pustaka(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library the message names the extra to install."""
    monkeypatch.setitem(sys.modules, "docx.oxml.parser", None)
    jalur = tmp_path / "laporan.docx"
    jalur.write_bytes(_dokumen())
    with pytest.raises(SumberError, match=r"pip install 'sakip\[docx\]'"):
        pembaca.baca(jalur)
