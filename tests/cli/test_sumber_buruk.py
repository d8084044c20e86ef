"""Hostile and broken sources: one sentence, exit status 2, bounded memory, nothing fetched and nothing run."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
import zlib
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from openpyxl import Workbook
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from sakip import cli

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
RAHASIA = OLE + "EncryptedPackage".encode("utf-16-le")
ENTITAS = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
LEMBAR = "xl/worksheets/sheet1.xml"
UTAMA = "word/document.xml"


JUDUL = "Laporan Kinerja Dinas Contoh Tahun 2025"
ISI = (("INDIKATOR", "TARGET"), ("Koperasi aktif", "80"))
"""Without a figure it would be no report."""


def docx() -> bytes:
    wadah = io.BytesIO()
    d = Document()
    d.add_paragraph(JUDUL)
    t = d.add_table(len(ISI), len(ISI[0]))
    for i, baris in enumerate(ISI):
        for j, teks in enumerate(baris):
            t.cell(i, j).text = teks
    d.save(wadah)
    return wadah.getvalue()


def xlsx() -> bytes:
    wadah = io.BytesIO()
    wb = Workbook()
    ws = wb.create_sheet("Data")
    for baris in ISI:
        ws.append(baris)
    wb.save(wadah)
    return wadah.getvalue()


def pdf(tulis: Callable[[Canvas], None], **opsi: Any) -> bytes:
    wadah = io.BytesIO()
    c = Canvas(wadah, **opsi)
    tulis(c)
    c.save()
    return wadah.getvalue()


def halo(c: Canvas) -> None:
    c.drawString(60, 700, JUDUL)
    for i, baris in enumerate(ISI):
        for j, teks in enumerate(baris):
            c.rect(60 + 200 * j, 640 - 20 * i, 200, 20)
            c.drawString(65 + 200 * j, 645 - 20 * i, teks)


def ganti(asal: bytes, bagian: dict[str, bytes]) -> bytes:
    """A package with parts of other contents."""
    wadah = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(asal)) as z,
        zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru,
    ):
        for nama, data in ({n: z.read(n) for n in z.namelist()} | bagian).items():
            baru.writestr(nama, data)
    return wadah.getvalue()


def bom_pdf() -> bytes:
    """A page whose contents inflate to 250 MB."""
    mesin = zlib.compressobj(1)
    data = b"".join(mesin.compress(b" " * 1_000_000) for _ in range(250)) + mesin.flush()
    return (
        b"%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF\n"
        % (len(data), data)
    )


def baris_juta() -> bytes:
    """A sheet of a million rows."""
    awal = b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
    return awal + b"<row><c><v>1</v></c></row>" * 1_000_000 + b"</sheetData></worksheet>"


BURUK: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "terenkripsi docx": ("a.docx", lambda: RAHASIA, "terenkripsi"),
    "terenkripsi xlsx": ("a.xlsx", lambda: RAHASIA, "terenkripsi"),
    "terenkripsi pdf": ("a.pdf", lambda: pdf(halo, encrypt=StandardEncryption("rahasia")), "terenkripsi"),
    "format lama": ("a.docx", lambda: OLE, "format Office lama"),
    "terpotong docx": ("a.docx", lambda: docx()[:-400], "rusak atau terpotong"),
    "terpotong xlsx": ("a.xlsx", lambda: xlsx()[:-400], "rusak atau terpotong"),
    "terpotong pdf": ("a.pdf", lambda: pdf(halo)[:-60], "terpotong"),
    "pdf bernama docx": ("a.docx", lambda: pdf(halo), "isinya PDF"),
    "docx bernama xlsx": ("a.xlsx", docx, "isinya dokumen Word"),
    "xlsx bernama pdf": ("a.pdf", xlsx, "bukan PDF"),
    "html bernama xlsx": ("a.xlsx", lambda: b"<html></html>", "isinya HTML"),
    "bom docx": ("a.docx", lambda: ganti(docx(), {"word/media/x.bin": b"\0" * 150_000_000}), "bom zip"),
    "bom xlsx": ("a.xlsx", lambda: ganti(xlsx(), {"xl/media/x.bin": b"\0" * 150_000_000}), "bom zip"),
    "bom pdf": ("a.pdf", bom_pdf, "terlalu berat untuk diurai"),
    "entitas docx": ("a.docx", lambda: ganti(docx(), {UTAMA: ENTITAS + b"<a>&b;</a>"}), "mendefinisikan entitas"),
    "entitas xlsx": (
        "a.xlsx",
        lambda: ganti(xlsx(), {LEMBAR: ENTITAS + b"<a>&b;</a>"}),
        "mendefinisikan entitas",
    ),
    "sejuta baris": ("a.xlsx", lambda: ganti(xlsx(), {LEMBAR: baris_juta()}), "lebih dari 100000 baris"),
    "pdf tanpa teks": ("a.pdf", lambda: pdf(lambda c: c.rect(10, 10, 50, 50)), "tidak memuat teks"),
    "bukan UTF-8": ("a.txt", lambda: b"Laporan \xff", "bukan UTF-8"),
}
"""A file, what makes it, and what is said of it."""


@cache
def isi_buruk(nama: str) -> bytes:
    return BURUK[nama][1]()


@pytest.mark.parametrize("nama", BURUK)
def test_ditolak(tmp_path: Path, nama: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One line on standard error names the file and says why; nothing is written."""
    berkas, _, pesan = BURUK[nama]
    jalur = tmp_path / berkas
    jalur.write_bytes(isi_buruk(nama))
    assert cli.main(["reviu", str(jalur), "-o", str(tmp_path / "hasil.txt")]) == 2
    hasil = capsys.readouterr()
    assert hasil.out == ""
    assert str(jalur) in hasil.err
    assert pesan in hasil.err
    assert [p.name for p in tmp_path.iterdir()] == [berkas]


@pytest.mark.mendalam
@pytest.mark.skipif(os.name != "posix", reason="memory is limited by POSIX")
@pytest.mark.parametrize("nama", [n for n in BURUK if n.startswith(("bom", "sejuta", "entitas"))])
def test_memori_terbatas(tmp_path: Path, nama: str) -> None:
    """What would grow beyond measure is refused within 600 MB of address space."""
    berkas, _, pesan = BURUK[nama]
    jalur = tmp_path / berkas
    jalur.write_bytes(isi_buruk(nama))
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000)); "
        "from sakip import cli; sys.exit(cli.main(['reviu', sys.argv[1]]))"
    )
    hasil = subprocess.run([sys.executable, "-c", program, str(jalur)], capture_output=True, text=True, check=False)
    assert hasil.returncode == 2, hasil.stderr
    assert pesan in hasil.stderr
    assert "Traceback" not in hasil.stderr


LUAR = b"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r91" Type="x/image" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>"""


def bertautan(c: Canvas) -> None:
    halo(c)
    c.linkURL("http://127.0.0.1:9/x", (0, 0, 500, 800))


LUAR_BERKAS = {
    "a.docx": ganti(docx(), {"word/vbaProject.bin": OLE, "word/_rels/document.xml.rels": LUAR}),
    "a.xlsx": ganti(xlsx(), {"xl/vbaProject.bin": OLE, "xl/worksheets/_rels/sheet1.xml.rels": LUAR}),
    "a.pdf": pdf(bertautan),
}


@pytest.mark.parametrize("berkas", LUAR_BERKAS)
def test_tidak_diambil_tidak_dijalankan(tmp_path: Path, berkas: str) -> None:
    """Macros, links and pictures elsewhere: the file is read, no connection is made, no program of it is run."""
    jalur = tmp_path / berkas
    jalur.write_bytes(LUAR_BERKAS[berkas])
    program = (
        "import sys\n"
        "def awasi(e, a):\n"
        "    if e in ('socket.connect', 'os.system', 'os.exec', 'urllib.Request'): sys.exit(f'TERLARANG {e}')\n"
        "    if e == 'subprocess.Popen' and 'sakip.pembaca.pdf.worker' not in a[1]: sys.exit(f'TERLARANG {a}')\n"
        "sys.addaudithook(awasi)\n"
        "from sakip import cli\n"
        "sys.exit(cli.main(['reviu', sys.argv[1]]))"
    )
    hasil = subprocess.run([sys.executable, "-c", program, str(jalur)], capture_output=True, text=True, check=False)
    assert (hasil.returncode, hasil.stderr) == (0, "")
