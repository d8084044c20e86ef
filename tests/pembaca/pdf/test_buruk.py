"""PDF that cannot be read, or not all of it: scans, damage, encryption, bombs, time."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfWriter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from tests.penulis.kanvas import alinea, bingkai, gambar, isi, lukis, susun, teks_baris

from sakip import pembaca
from sakip.errors import SumberError
from sakip.pembaca import pdf as modul_pdf
from sakip.pembaca.blok import Paragraf
from sakip.pembaca.pdf import blok_pdf
from sakip.teks.kalimat import kalimat
from sakip.tinjauan.engine import reviu
from sakip.tulis import Opsi, tulis

if TYPE_CHECKING:
    from sakip.tinjauan.engine import Reviu


# -- scans and bad files -------------------------------------------------------------------


def test_pindaian(tmp_path: Path) -> None:
    """A scanned page is named in the report, and the review does not claim to have seen it; the others are read."""
    baris = [["NAMA BARANG", "Baik", "Rusak", "JUMLAH"], ["Traktor", "5", "1", "6"], ["JUMLAH", "5", "1", "6"]]
    isi = [alinea("Laporan Kinerja Tahun 2025"), alinea("Tabel 1.3 Aset"), bingkai(baris)]
    gabung = PdfWriter()
    for berkas in (susun(tmp_path / "b.pdf", *isi), lukis(tmp_path / "c.pdf", gambar)):
        gabung.append(berkas)
    gabung.write(tmp_path / "a.pdf")
    laporan = pembaca.baca(tmp_path / "a.pdf")
    (lewat,) = [c for c in laporan.catatan if c.hilang]
    assert (lewat.pesan, lewat.lokasi.halaman) == (kalimat("halaman_pindaian", halaman="2"), 2)
    hasil = reviu(laporan)
    assert (hasil.cakupan.belum, hasil.cakupan.hilang, hasil.cakupan.persen) == ((), 1, "99,99")
    for format_ in ("terminal", "json", "markdown", "html"):
        assert "tidak terbaca: pindaian, halaman 2" in keluaran(hasil, format_)


def keluaran(hasil: Reviu, format_: str) -> str:
    potongan = tulis([hasil], format_, Opsi(lebar=200))
    return b"".join(x if isinstance(x, bytes) else x.encode() for x in potongan).decode()


def test_semua_pindaian(tmp_path: Path) -> None:
    """A file of scans alone cannot be read."""
    with pytest.raises(SumberError, match="tidak terbaca: pindaian, halaman 1–2; jalankan OCR"):
        pembaca.baca(lukis(tmp_path / "a.pdf", gambar, gambar))


def test_terenkripsi(tmp_path: Path) -> None:
    """A file with a password is refused; one that only forbids printing is read."""
    kunci = StandardEncryption("rahasia", canPrint=0)
    with pytest.raises(SumberError, match="terenkripsi"):
        pembaca.baca(lukis(tmp_path / "a.pdf", teks_baris("Halo."), encrypt=kunci))
    jalur = lukis(tmp_path / "b.pdf", teks_baris("Halo."), encrypt=StandardEncryption("", "pemilik", canPrint=0))
    assert isi(jalur) == ["Halo."]


def _contoh() -> bytes:
    wadah = io.BytesIO()
    c = Canvas(wadah)
    c.drawString(60, 700, "Halo.")
    c.save()
    return wadah.getvalue()


@pytest.mark.parametrize(
    ("berkas", "pesan"),
    [
        (b"", "berkas kosong"),
        (b"<!DOCTYPE html><html></html>", "bukan PDF: isinya HTML"),
        (b"PK\x03\x04xxxx", "bukan PDF: isinya arsip zip"),
        (b"%PDF-1.7\n" + b"x" * 100, "terpotong"),
        (_contoh()[:-50], "terpotong"),
        (b"%PDF-1.7\nbukan apa-apa\n%%EOF\n", "rusak"),
        (_contoh().replace(b"Halo", b"    ").replace(b"/FlateDecode", b"/FlateDecodf"), "tidak memuat|rusak"),
    ],
)
def test_berkas_buruk(tmp_path: Path, berkas: bytes, pesan: str) -> None:
    """What is no sound PDF is refused with the reason."""
    jalur = tmp_path / "laporan.pdf"
    jalur.write_bytes(berkas)
    with pytest.raises(SumberError, match=pesan):
        pembaca.baca(jalur)


def test_tanpa_teks(tmp_path: Path) -> None:
    """A PDF that prints nothing is refused."""
    with pytest.raises(SumberError, match="tidak memuat teks"):
        pembaca.baca(lukis(tmp_path / "a.pdf", lambda c: c.rect(10, 10, 50, 50)))


@pytest.mark.mendalam
def test_bom(tmp_path: Path) -> None:
    """A stream that inflates without end is stopped."""
    import zlib

    mesin = zlib.compressobj(9)
    data = b"".join(mesin.compress(b" " * 1_000_000) for _ in range(250)) + mesin.flush()
    objek = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(data), data),
    ]
    berkas = b"%PDF-1.7\n"
    letak = []
    for n, o in enumerate(objek, 1):
        letak.append(len(berkas))
        berkas += b"%d 0 obj\n%s\nendobj\n" % (n, o)
    awal = len(berkas)
    berkas += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % x for x in letak)
    berkas += b"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % awal
    jalur = tmp_path / "laporan.pdf"
    jalur.write_bytes(berkas)
    with pytest.raises(SumberError, match="terlalu berat untuk diurai"):
        pembaca.baca(jalur)


def test_terlalu_lama(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is taken apart for too long is given up, and its process stopped."""
    monkeypatch.setattr(modul_pdf, "BUKA_TERLAMA", 0.0)
    with pytest.raises(SumberError, match="terlalu lama"):
        pembaca.baca(lukis(tmp_path / "a.pdf", teks_baris("Halo.")))


def test_halaman_berat(tmp_path: Path) -> None:
    """A page that holds more than any report is given up and named; the others are read."""

    def berat(c: Canvas) -> None:
        c._code.append("0 0 m 9 9 l S\n" * 250_000)  # type: ignore[attr-defined] # a drawing without end

    jalur = lukis(tmp_path / "a.pdf", teks_baris("Satu."), berat, teks_baris("Tiga."))
    dokumen, catatan = blok_pdf(jalur, "a.pdf")
    assert isi(jalur) == ["Satu.", "Tiga."]
    assert [(c.pesan, c.hilang) for c in catatan] == [(kalimat("halaman_berat", halaman="2"), True)]
    assert len(dokumen.blok) == 2
    with pytest.raises(SumberError, match=r"terlalu berat untuk diurai, halaman 1\Z"):
        pembaca.baca(lukis(tmp_path / "b.pdf", berat))


MACET = """
import json, sys, time
def kata(n):
    baris = ["p", f"Baris {'abc'[n - 1]}.", False, False, False, False, 90.0]
    print(json.dumps({"n": n, "isi": [baris]}), flush=True)
print(json.dumps({"banyak": 3}), flush=True)
for n in range(int(sys.argv[1]), 4):
    if n == 2:
        %s
    kata(n)
"""
"""A process that stops on the second page."""


@pytest.mark.parametrize("akhir", ["time.sleep(60)", "sys.exit(1)", "print('{', flush=True)"])
def test_proses_macet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, akhir: str) -> None:
    """A page on which the process hangs, dies or babbles is given up and named; the next one is read by another."""
    asli = subprocess.Popen

    def mulai(perintah: list[str], **opsi: Any) -> subprocess.Popen[str]:
        return asli([sys.executable, "-c", MACET % akhir, perintah[-1]], **opsi)

    monkeypatch.setattr(subprocess, "Popen", mulai)
    monkeypatch.setattr(modul_pdf, "HALAMAN_TERLAMA", 1.0)
    dokumen, catatan = blok_pdf(lukis(tmp_path / "a.pdf", teks_baris("Halo.")), "a.pdf")
    assert [b.teks for b in dokumen.blok if isinstance(b, Paragraf)] == ["Baris a.", "Baris c."]
    assert [(c.pesan, c.lokasi.halaman) for c in catatan] == [(kalimat("halaman_berat", halaman="2"), 2)]


def test_semua_macet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of pages on which the process dies is not tried to the end."""
    asli = subprocess.Popen
    skrip = "print('{\"banyak\": 3000}')"
    monkeypatch.setattr(subprocess, "Popen", lambda _, **opsi: asli([sys.executable, "-c", skrip], **opsi))
    with pytest.raises(SumberError, match="terlalu lama diurai di sekitar halaman 6; tidak dibaca"):
        blok_pdf(lukis(tmp_path / "a.pdf", teks_baris("Halo.")), "a.pdf")


def test_modul_di_folder_laporan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies beside the report is never run."""
    (tmp_path / "pypdfium2.py").write_text("raise SystemExit", encoding="utf-8")
    jalur = lukis(tmp_path / "-a b.pdf", teks_baris("Halo."))
    monkeypatch.chdir(tmp_path)
    assert isi(Path(jalur.name)) == ["Halo."]


def test_tanpa_pustaka(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library the message names the extra to install."""
    monkeypatch.setattr(modul_pdf, "find_spec", lambda _: None)
    jalur = tmp_path / "laporan.pdf"
    jalur.write_bytes(_contoh())
    with pytest.raises(SumberError, match=r"pip install 'sakip\[pdf\]'"):
        pembaca.baca(jalur)


def test_kemajuan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar on a terminal, taken away at the end; nothing where there is none."""

    class Layar(io.StringIO):
        def isatty(self) -> bool:
            return True

    jalur = lukis(tmp_path / "a.pdf", *[teks_baris(f"Isi yang {n}") for n in ("satu", "dua", "tiga")])
    layar, berkas = Layar(), io.StringIO()
    for aliran in (layar, berkas):
        monkeypatch.setattr(sys, "stderr", aliran)
        blok_pdf(jalur, "a.pdf")
    assert "3/3 halaman" in layar.getvalue()
    assert layar.getvalue().endswith("\r\x1b[K")
    assert berkas.getvalue() == ""
