"""The annotated original: a note at each wrong figure, nothing else changed, the original intact."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from sakip.angka.lokasi import Lokasi
from sakip.cli import main
from sakip.model.laporan import Laporan
from sakip.model.tabel import Tabel
from sakip.tinjauan.engine import Reviu, reviu
from sakip.tulis.anotasi import beri_anotasi, catatan, periksa_anotasi
from sakip.tulis.anotasi.teks import TANDA
from sakip.tulis.keluaran import KeluaranError

if TYPE_CHECKING:
    from pathlib import Path

JAHAT = 'Program --> <script>x</script> | "A"'

NASKAH = """# LKjIP Dinas Contoh Tahun 2025

Tabel 3.1 Anggaran dan Realisasi

| Program | Anggaran (Rp) | Realisasi (Rp) | Sisa (Rp) |
|---|---|---|---|
| Program A | 200.000 | 150.000 | 60.000 |
| Program B | 100.000 | 50.000 | 50.000 |

Selesai.
"""


def tinjauan(lokasi: Lokasi, nama: str = "Program A") -> Reviu:
    """A review with one wrong figure, printed at a place of our choice."""
    t = Tabel.susun(
        ["nama", "pagu", "realisasi_anggaran", "sisa"],
        [
            [nama, "200.000", "150.000", "60.000"],
            ["Program B", "100.000", "50.000", "50.000"],
            ["JUMLAH", "300.000", "200.000", "100.000"],
        ],
        nomor="3.1",
        jenis=["rincian", "rincian", "total"],
    )
    r = reviu(Laporan(instansi="Dinas", tahun=2025, tabel=(t,)))
    assert [x.tertulis for x in r.temuan] == ["60.000"]
    return attrs.evolve(r, temuan=tuple(attrs.evolve(x, lokasi=(lokasi,)) for x in r.temuan))


@pytest.mark.parametrize("akhir", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("akhiran", [".md", ".txt"])
def test_teks_kembali_utuh(tmp_path: Path, akhir: str, bom: str, akhiran: str) -> None:
    """Without its notes the copy is the original, byte for byte; the note is at the line of the figure."""
    asal = tmp_path / f"lap{akhiran}"
    mentah = (bom + NASKAH.replace("\n", akhir)).encode()
    asal.write_bytes(mentah)
    hasil, sisa = beri_anotasi(tinjauan(Lokasi(str(asal), 7), JAHAT), str(asal))
    assert sisa == []
    teks = hasil.decode()
    if akhiran == ".txt":
        baris = teks.split(akhir)
        assert baris[7].startswith(f"{TANDA}sakip kesalahan ANG03: tercetak 60.000, seharusnya 50.000")
        polos = akhir.join(b for b in baris if not b.startswith(TANDA))
    else:
        baris = teks.split(akhir)
        assert baris[6].startswith("| Program A | 200.000 | 150.000 | 60.000 | <!-- sakip kesalahan ANG03")
        polos = re.sub(r" ?<!-- sakip .*? -->", "", teks)
        assert "<script>" not in teks
    assert polos.encode() == mentah
    assert asal.read_bytes() == mentah


def test_teks_tanpa_baris(tmp_path: Path) -> None:
    """A finding that belongs to no line stands at the end."""
    asal = tmp_path / "lap.txt"
    asal.write_text("satu\ndua", encoding="utf-8")
    hasil, sisa = beri_anotasi(tinjauan(Lokasi()), str(asal))
    assert sisa == []
    assert hasil.decode().startswith(f"satu\ndua\n{TANDA}sakip kesalahan ANG03")


def test_yang_terjawab_tidak_dicatat() -> None:
    """A note says what is wrong, what it should be, and the id by which to answer it."""
    r = tinjauan(Lokasi("x", 1))
    (c,) = catatan(r)
    assert r.temuan[0].id in c.pesan
    assert "seharusnya 50.000" in c.pesan


def test_xlsx(tmp_path: Path) -> None:
    """A comment and a fill in the cell; values, formulas and the comment that was there stay."""
    openpyxl = pytest.importorskip("openpyxl")
    buku = openpyxl.Workbook()
    ws = buku.active
    ws.title = "Tabel 3.1"
    ws.append(["Program A", "200.000", "150.000", "60.000"])
    ws["E1"] = "=1+1"
    ws["D1"].comment = openpyxl.comments.Comment("lama", "x")
    asal = tmp_path / "lap.xlsx"
    buku.save(asal)
    mentah = asal.read_bytes()
    hasil, sisa = beri_anotasi(tinjauan(Lokasi(str(asal), sel="Tabel 3.1!D1")), str(asal))
    assert sisa == []
    ws = openpyxl.load_workbook(io.BytesIO(hasil))["Tabel 3.1"]
    assert ws["D1"].value == "60.000"
    assert ws["D1"].comment.text.startswith("lama\nsakip kesalahan ANG03")
    assert ws["D1"].fill.start_color.rgb.endswith("FFC7CE")
    assert ws["E1"].value == "=1+1"
    assert ws["A1"].comment is None
    assert asal.read_bytes() == mentah
    for sel in ("Lain!D1", "bukan sel", None):
        assert len(beri_anotasi(tinjauan(Lokasi(str(asal), sel=sel)), str(asal))[1]) == 1


def test_docx(tmp_path: Path) -> None:
    """A real comment on the runs that print the figure, found by its place or, failing that, by its text."""
    docx = pytest.importorskip("docx")
    d = docx.Document()
    d.add_paragraph("Sisa anggaran Program A 60.000 rupiah.")
    t = d.add_table(rows=1, cols=4)
    for c, teks in zip(t.rows[0].cells, ["Program A", "200.000", "150.000", "60.000"], strict=True):
        c.text = teks
    asal = tmp_path / "lap.docx"
    d.save(str(asal))
    mentah = asal.read_bytes()
    for sel in ("T1 B1 K4", "P1"):
        hasil, sisa = beri_anotasi(tinjauan(Lokasi(str(asal), sel=sel)), str(asal))
        assert sisa == []
        b: Any = docx.Document(io.BytesIO(hasil))
        (c,) = b.comments
        assert c.author == "sakip"
        assert "seharusnya 50.000" in c.text
        di_sel = "commentRangeStart" in b.tables[0].rows[0].cells[3]._tc.xml
        assert di_sel is sel.startswith("T")
        assert [p.text for p in b.paragraphs] == [p.text for p in d.paragraphs]
    assert asal.read_bytes() == mentah


def test_pdf(tmp_path: Path) -> None:
    """A highlight on the figure, with a note; a figure that is not on the page is handed back."""
    kanvas = pytest.importorskip("reportlab.pdfgen.canvas")
    pypdf = pytest.importorskip("pypdf")
    pytest.importorskip("pypdfium2")
    asal = tmp_path / "lap.pdf"
    k = kanvas.Canvas(str(asal), pagesize=(595, 842))
    k.drawString(100, 700, "Program A 200.000 150.000 60.000")
    k.drawString(100, 680, "Program B 160.000")
    k.showPage()
    k.save()
    mentah = asal.read_bytes()
    hasil, sisa = beri_anotasi(tinjauan(Lokasi(str(asal), halaman=1)), str(asal))
    assert sisa == []
    hal = pypdf.PdfReader(io.BytesIO(hasil)).pages[0]
    (a,) = [x.get_object() for x in hal["/Annots"]]
    assert a["/Subtype"] == "/Highlight"
    assert "seharusnya 50.000" in a["/Contents"]
    x0, y0, x1, y1 = map(float, a["/Rect"])
    assert 200 < x0 < x1 < 330
    assert 690 < y0 < 700 < y1 < 715
    assert asal.read_bytes() == mentah
    assert len(beri_anotasi(tinjauan(Lokasi(str(asal), halaman=9)), str(asal))[1]) == 1


@pytest.mark.parametrize("akhiran", [".xlsx", ".docx", ".pdf"])
def test_berkas_rusak(tmp_path: Path, akhiran: str) -> None:
    """A file that is not what its name says is a clear error."""
    pytest.importorskip({".xlsx": "openpyxl", ".docx": "docx", ".pdf": "pypdf"}[akhiran])
    asal = tmp_path / f"lap{akhiran}"
    asal.write_bytes(b"bukan")
    with pytest.raises(KeluaranError):
        beri_anotasi(tinjauan(Lokasi(str(asal), halaman=1, sel="A!A1")), str(asal))


def test_tujuan_ditolak(tmp_path: Path) -> None:
    """The original by any name, another kind of file, a folder, several sources."""
    asal = tmp_path / "lap.md"
    asal.write_text(NASKAH, encoding="utf-8")
    keras = tmp_path / "keras.md"
    keras.hardlink_to(asal)
    lunak = tmp_path / "lunak.md"
    lunak.symlink_to(asal)
    for tujuan in (asal, keras, lunak, tmp_path / "lap.docx", tmp_path):
        with pytest.raises(KeluaranError):
            periksa_anotasi([str(asal)], str(tujuan))
    with pytest.raises(KeluaranError, match="folder data"):
        periksa_anotasi([str(tmp_path)], str(tmp_path / "x.md"))
    with pytest.raises(KeluaranError, match="satu"):
        periksa_anotasi([str(asal), str(asal)], str(tmp_path / "x.md"))
    assert asal.read_text(encoding="utf-8") == NASKAH


def test_perintah(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`sakip reviu lap.md --anotasi hasil.md`: the review on the screen, the copy beside the original."""
    asal, hasil = tmp_path / "lap.md", tmp_path / "hasil.md"
    asal.write_text(NASKAH, encoding="utf-8")
    status = main(["reviu", str(asal), "--anotasi", str(hasil), "--tanpa-konfigurasi"])
    keluar = capsys.readouterr()
    assert status == 1, keluar.err
    assert "ANG03" in keluar.out
    assert "catatan ditulis" in keluar.err
    assert "<!-- sakip kesalahan ANG03" in hasil.read_text(encoding="utf-8")
    assert asal.read_text(encoding="utf-8") == NASKAH
    assert main(["reviu", str(asal), "--anotasi", str(asal), "--tanpa-konfigurasi"]) == 2
    assert main(["reviu", str(asal), "--anotasi", str(hasil), "-o", str(hasil), "--tanpa-konfigurasi"]) == 2
    assert asal.read_text(encoding="utf-8") == NASKAH


@pytest.mark.parametrize(("bentuk", "akhiran"), [("kkr", ".xlsx"), ("chr", ".docx")])
def test_dokumen_tidak_ke_layar(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], bentuk: str, akhiran: str
) -> None:
    """A document goes to a file; what is there is replaced whole or not at all."""
    pytest.importorskip({"kkr": "openpyxl", "chr": "docx"}[bentuk])
    asal = tmp_path / "lap.md"
    asal.write_text(NASKAH, encoding="utf-8")
    assert main(["reviu", str(asal), "--format", bentuk, "--tanpa-konfigurasi"]) == 2
    assert b"-o" in capsysbinary.readouterr().err
    tujuan = tmp_path / f"hasil{akhiran}"
    assert main(["reviu", str(asal), "--format", bentuk, "-o", str(tujuan), "--tanpa-konfigurasi"]) == 1
    assert tujuan.read_bytes()[:2] == b"PK"
    assert main(["reviu", str(asal), str(asal), "--format", bentuk, "-o", str(tujuan), "--tanpa-konfigurasi"]) == 2
    assert list(tmp_path.glob(".*")) == []
