"""Every format and every way in which a file may be no report: one sentence, exit status 2, nothing written.

A cell of the table is a source and the sentence that every command says of it. Hostile files are the business of
`test_sumber_buruk`.
"""

from __future__ import annotations

import csv
import errno
import io
import os
import sys
import zipfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from openpyxl import Workbook
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from tests.kedalaman import sedalam
from tests.tempat import TESTS

from sakip import Laporan, SumberError, baca, cli, reviu
from sakip.massal.finish import TERBANYAK
from sakip.pembaca import PEMBACA, baca_rinci
from sakip.tulis import BINER, FORMAT

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Sequence


Isi = bytes | dict[str, bytes]


# -- what the files are made of ------------------------------------------------------------------------------------


def docx(alinea: Sequence[str] = (), tabel: Sequence[Sequence[str]] = ()) -> bytes:
    wadah, d = io.BytesIO(), Document()
    for teks in alinea:
        d.add_paragraph(teks)
    if tabel:
        t = d.add_table(len(tabel), len(tabel[0]))
        for i, baris in enumerate(tabel):
            for j, sel in enumerate(baris):
                t.cell(i, j).text = sel
    d.save(wadah)
    return wadah.getvalue()


def xlsx(*lembar: Sequence[Sequence[object]]) -> bytes:
    wadah, buku = io.BytesIO(), Workbook(write_only=True)
    for n, baris in enumerate(lembar or ((),)):
        ws = buku.create_sheet(f"Lembar{n}")
        for b in baris:
            ws.append(list(b))
    buku.save(wadah)
    return wadah.getvalue()


def pdf(*halaman: Sequence[str], gambar: int = 0, **opsi: Any) -> bytes:
    """Pages of lines, after pages that are pictures."""
    wadah = io.BytesIO()
    c = Canvas(wadah, **opsi)
    for _ in range(gambar):
        c.drawInlineImage(GAMBAR, 0, 0, 595, 842)
        c.showPage()
    for baris in halaman:
        for n, teks in enumerate(baris):
            c.drawString(60, 780 - 20 * n, teks)
        c.showPage()
    c.save()
    return wadah.getvalue()


def arsip(**isi: str) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as z:
        for nama, teks in isi.items():
            z.writestr(nama, teks)
    return wadah.getvalue()


def gambar_kosong() -> Any:
    from PIL import Image

    return Image.new("L", (60, 80), 255)


GAMBAR = gambar_kosong()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
RAHASIA = OLE + "EncryptedPackage".encode("utf-16-le")
PNG = b"\x89PNG\r\n\x1a\n" + Random(1).randbytes(300)  # noqa: S311 - an image, not a secret
JPG = b"\xff\xd8\xff\xe0" + Random(2).randbytes(300)  # noqa: S311 - as above
ACAK = b"\xc3\x28\x01" + Random(3).randbytes(3000)  # noqa: S311 - as above

PROSA = ("Laporan ini menceritakan kegiatan dinas.", "Pegawai bekerja dengan baik dan masyarakat puas.")
SURAT = ("Semarang, 12 Januari 2026", "Nomor: 045/123/2026", "Jalan Pemuda No. 148", "Bersama ini kami kirim berkas.")
SAMPUL = ("LAPORAN KINERJA", "DINAS CONTOH", "TAHUN 2025", "Renstra 2021-2026 dilaksanakan pada tahun 2025.")
TANPA_ANGKA = (("NO", "NAMA BARANG", "WARNA"), ("1", "Kursi", "merah"), ("2", "Meja", "biru"))
KEPALA = (("INDIKATOR", "TARGET", "REALISASI"),)
ASING = (("NAMA BARANG", "WARNA", "UKURAN"), ("Kursi", "merah", "40"), ("Meja", "biru", "120"))

HAMPA = "tidak memuat angka yang dapat direviu"
TAK_DIKENALI = f"{HAMPA}: 2 angkanya tidak dikenali; sakip baca --tinjau menunjukkan di mana"
KUNCI = "terenkripsi; buka dengan kata sandinya dan simpan tanpa kata sandi"
LAMA = "format Office lama (.doc, .xls); simpan ulang sebagai .docx atau .xlsx"
SIMPAN = "simpan ulang sebagai UTF-8"
ENTAH = "isinya tidak dikenal, mungkin rusak"

JENIS = {".docx": "bukan dokumen Word (.docx)", ".xlsx": "bukan buku kerja Excel (.xlsx)", ".pdf": "bukan PDF"}
DOKUMEN = {".docx": docx(PROSA), ".xlsx": xlsx(KEPALA), ".pdf": pdf(PROSA)}
TEKS = (".txt", ".md")

ZIP = "isinya arsip zip atau berkas Office"
DOKUMEN_LAIN = {".docx": "isinya dokumen Word", ".xlsx": "isinya buku kerja Excel", ".pdf": "isinya PDF"}
UTF16 = f":1: bukan UTF-8 (tampaknya UTF-16); {SIMPAN}"
LATIN = f":2: bukan UTF-8 (tampaknya Windows-1252 atau Latin-1); {SIMPAN}"

ASAL: dict[str, tuple[bytes, str, str]] = {
    "gambar png": (PNG, "isinya gambar", ": bukan teks: isinya gambar"),
    "gambar jpg": (JPG, "isinya gambar", ": bukan teks: isinya gambar"),
    "Office lama": (OLE, LAMA, f": bukan teks: {LAMA}"),
    "terenkripsi": (RAHASIA, f"berkas {KUNCI}", f": bukan teks: berkas {KUNCI}"),
    "RTF": (b"{\\rtf1 halo}", "isinya RTF", ": bukan teks: isinya RTF"),
    "HTML": (b"<!DOCTYPE html>\n<html>halo</html>", "isinya HTML", ": bukan teks: isinya HTML"),
    "XML": (b"<?xml version='1.0'?><a/>", "isinya XML", ": bukan teks: isinya XML"),
    "nol": (b"\0" * 2000, ENTAH, ":1: memuat karakter NUL; bukan teks"),
    "acak": (ACAK, ENTAH, f":1: bukan teks: {ENTAH}"),
    "UTF-16": ("\n".join(SAMPUL).encode("utf-16"), "isinya teks UTF-16", UTF16),
    "UTF-16 tanpa tanda": ("\n".join(SAMPUL).encode("utf-16-be"), "isinya teks UTF-16", UTF16),
    "Latin-1": ("Dinas\nKafé\n".encode("latin-1"), "isinya teks biasa", LATIN),
}
"""Content of another kind, what it is called as an Office file or PDF, and as text."""


def sebagai(akhiran: str, isi: bytes, dokumen: str, teks: str) -> tuple[str, Isi, str]:
    """The cell of a file with that suffix: what it is called where a document was due, and where a text was."""
    if akhiran in TEKS:
        return f"a{akhiran}", isi, teks
    return f"a{akhiran}", isi, f": {JENIS[akhiran]}: {dokumen}"


def kasus_asing() -> dict[str, tuple[str, Isi, str]]:
    """What a file is that its suffix says it is not."""
    hasil: dict[str, tuple[str, Isi, str]] = {}
    for akhiran in (*JENIS, *TEKS):
        for nama, (isi, dokumen, teks) in ASAL.items():
            hasil[f"{akhiran} {nama}"] = sebagai(akhiran, isi, dokumen, teks)
        for asal, apa in DOKUMEN_LAIN.items():
            if asal != akhiran:
                apa = apa if asal == ".pdf" or akhiran in {".docx", ".xlsx"} else ZIP
                hasil[f"{akhiran} ternyata {asal}"] = sebagai(akhiran, DOKUMEN[asal], apa, f": bukan teks: {apa}")
    return hasil


def kasus_rusak() -> dict[str, tuple[str, Isi, str]]:
    """Empty, cut short, locked."""
    hasil: dict[str, tuple[str, Isi, str]] = {
        f"{a} kosong": (f"a{a}", b"", ": berkas kosong") for a in PEMBACA if a.startswith(".")
    }
    for a in (".docx", ".xlsx"):
        hasil[f"{a} zip"] = (f"a{a}", arsip(foto="halo"), f": {JENIS[a]}: isinya arsip zip biasa")
    for a in TEKS:
        hasil[f"{a} spasi"] = (f"a{a}", b"\xef\xbb\xbf \n\t\n", ": berkas kosong")
    for a, isi in DOKUMEN.items():
        pesan = "terpotong: penanda akhir PDF tidak ada" if a == ".pdf" else "rusak atau terpotong: arsipnya tidak utuh"
        for bagian in (4, 2, 1):
            hasil[f"{a} terpotong {bagian}"] = (f"a{a}", isi[: len(isi) // bagian - 60], f": {pesan}")
    hasil[".pdf hanya tanda"] = ("a.pdf", b"%PDF-1.4\n%%EOF\n", ": rusak: PDF tidak dapat diurai")
    hasil[".pdf berkata sandi"] = ("a.pdf", pdf(PROSA, encrypt=StandardEncryption("rahasia")), f": {KUNCI}")
    for jenis, mulai in ((".doc", OLE), (".xls", OLE), (".odt", b"PK"), (".csv", b"a,b\n"), ("", b"teks")):
        saran = " (sebut foldernya, bukan berkas di dalamnya)" if jenis == ".csv" else ""
        dapat = f"yang dapat dibaca: folder data, .txt, .md, .docx, .xlsx, .pdf{saran}"
        pesan = f": jenis sumber tidak dikenal: {jenis or 'tanpa akhiran'}; {dapat}"
        hasil[f"akhiran {jenis or 'tidak ada'}"] = (f"a{jenis}", mulai, pesan)
    return hasil


def kasus_hampa() -> dict[str, tuple[str, Isi, str]]:
    """Sound files in which there is nothing to review."""
    hasil: dict[str, tuple[str, Isi, str]] = {}
    for nama, baris in (("prosa", PROSA), ("surat", SURAT), ("sampul", SAMPUL)):
        teks = "\n\n".join(baris).encode()
        hasil |= {f"{a} {nama}": (f"a{a}", teks, f": {HAMPA}") for a in TEKS}
        hasil[f".docx {nama}"] = ("a.docx", docx(baris), f": {HAMPA}")
        hasil[f".xlsx {nama}"] = ("a.xlsx", xlsx([(b,) for b in baris]), f": {HAMPA}")
        hasil[f".pdf {nama}"] = ("a.pdf", pdf(baris), f": {HAMPA}")
    for nama, tabel in (("tabel tanpa angka", TANPA_ANGKA), ("hanya kepala", KEPALA), ("tabel asing", ASING)):
        pesan = TAK_DIKENALI if tabel is ASING else HAMPA
        hasil[f".txt {nama}"] = ("a.txt", "\n".join("\t".join(b) for b in tabel).encode(), f": {pesan}")
        hasil[f".md {nama}"] = ("a.md", "\n".join(f"| {' | '.join(b)} |" for b in tabel).encode(), f": {pesan}")
        hasil[f".docx {nama}"] = ("a.docx", docx((), tabel), f": {pesan}")
        hasil[f".xlsx {nama}"] = ("a.xlsx", xlsx(tabel), f": {pesan}")
    hasil[".docx tanpa isi"] = ("a.docx", docx(), ": tidak memuat teks")
    hasil[".docx alinea kosong"] = ("a.docx", docx(("", " ")), ": tidak memuat teks")
    hasil[".docx tabel kosong"] = ("a.docx", docx((), (("", ""), ("", ""))), ": tidak memuat teks")
    lembar = ": tidak memuat sel yang terisi di lembar yang tampak"
    hasil[".xlsx lembar kosong"] = ("a.xlsx", xlsx((), ()), lembar)
    hasil[".pdf halaman kosong"] = ("a.pdf", pdf((), ()), ": tidak memuat teks")
    ocr = ": tidak terbaca: pindaian, halaman 1; jalankan OCR lebih dahulu"
    hasil[".pdf pindaian"] = ("a.pdf", pdf(gambar=1), ocr)
    sebagian = f": {HAMPA}; tidak terbaca: pindaian, halaman 1"
    hasil[".pdf pindaian dan prosa"] = ("a.pdf", pdf(PROSA, gambar=1), sebagian)
    rumus = xlsx([("INDIKATOR", "TARGET"), ("Koperasi aktif", "=1+1")])
    pesan = "rumus tanpa nilai tersimpan di Lembar0!B2; buka dan simpan dengan Excel atau LibreOffice"
    hasil[".xlsx rumus tanpa nilai"] = ("a.xlsx", rumus, f": {HAMPA}; {pesan}")
    return hasil


INDUK = b"instansi: Dinas\ntahun: 2025\n"
BERTABEL = INDUK + b"tabel:\n- {berkas: tabel/a.csv, nomor: '2.7'}\n"


def kasus_folder() -> dict[str, tuple[str, Isi, str]]:
    latin = f"bukan UTF-8 (tampaknya Windows-1252 atau Latin-1); {SIMPAN}"
    semua: dict[str, tuple[dict[str, bytes], str]] = {
        "kosong": ({}, ": folder kosong: laporan.yaml tidak ada"),
        "tanpa laporan.yaml": ({"tabel/a.csv": b"nama\n"}, ": bukan folder data: laporan.yaml tidak ada"),
        "laporan.yaml kosong": ({"laporan.yaml": b""}, "/laporan.yaml:1: berkas kosong"),
        "nol": ({"laporan.yaml": b"\0" * 99}, "/laporan.yaml:1: memuat karakter NUL; bukan teks"),
        "acak": ({"laporan.yaml": ACAK}, f"/laporan.yaml:1: bukan teks: {ENTAH}"),
        "zip": ({"laporan.yaml": arsip(a="b")}, "/laporan.yaml: bukan teks: isinya arsip zip atau berkas Office"),
        "UTF-16": (
            {"laporan.yaml": INDUK.decode().encode("utf-16")},
            f"/laporan.yaml:1: bukan UTF-8 (tampaknya UTF-16); {SIMPAN}",
        ),
        "CSV Latin-1": (
            {"laporan.yaml": BERTABEL, "tabel/a.csv": b"nama,pagu\nKaf\xe9,1\n"},
            f"/tabel/a.csv:2: {latin}",
        ),
        "CSV gambar": ({"laporan.yaml": BERTABEL, "tabel/a.csv": PNG}, "/tabel/a.csv: bukan teks: isinya gambar"),
        "hanya induk": ({"laporan.yaml": INDUK}, f": {HAMPA}"),
        "narasi kosong": ({"laporan.yaml": INDUK, "narasi.yaml": b"[]\n"}, f": {HAMPA}"),
        "narasi tahun": (
            {"laporan.yaml": INDUK, "narasi.yaml": b"- {tertulis: '2025', tahun_laporan: true}\n"},
            f": {HAMPA}",
        ),
        "tabel tanpa baris": ({"laporan.yaml": BERTABEL, "tabel/a.csv": b"nama,pagu\n"}, f": {HAMPA}"),
        "tabel tanpa angka": ({"laporan.yaml": BERTABEL, "tabel/a.csv": b"no,nama,pagu\n1,a,\n"}, f": {HAMPA}"),
        "formulir tanpa angka": (
            {"laporan.yaml": INDUK, "pk/a.yaml": b"eselon: III\ntahun: 2025\njabatan: Kabid\n"},
            f": {HAMPA}",
        ),
        "hanya tanggal": (
            {"laporan.yaml": INDUK + b"tanggal:\n- {nilai: '23 Februari 2026', bagian: Penutup}\n"},
            f": {HAMPA}",
        ),
    }
    return {f"folder {n}": ("data", isi, pesan) for n, (isi, pesan) in semua.items()}


RUSAK = kasus_asing() | kasus_rusak() | kasus_hampa() | kasus_folder()


def siapkan(akar: Path, nama: str, isi: Isi) -> Path:
    """The source, in a folder of its own."""
    jalur = akar / "sumber" / nama
    jalur.parent.mkdir(parents=True)
    if isinstance(isi, bytes):
        jalur.write_bytes(isi)
        return jalur
    jalur.mkdir()
    for n, data in isi.items():
        (jalur / n).parent.mkdir(exist_ok=True)
        (jalur / n).write_bytes(data)
    return jalur


BAIK = str(TESTS / "korpus" / "benih" / "laporan.txt")


def perintah(sumber: str, ke: Path) -> list[list[str]]:
    """Every command that reads a source, with an output where it takes one."""
    polos = "--tanpa-konfigurasi"
    return [
        ["reviu", sumber, polos],
        ["reviu", sumber, polos, "-o", str(ke / "a.html"), "--format", "html"],
        ["baca", sumber, polos],
        ["baca", sumber, polos, "-o", str(ke / "data")],
        ["tabel", sumber, polos, "-o", str(ke / "a.xlsx")],
        ["tanggapan", sumber, str(ke / "t.yaml"), polos],
        ["banding", sumber, BAIK, polos],
        ["banding", BAIK, sumber, polos, "-o", str(ke / "b.json"), "--format", "json"],
    ]


@pytest.mark.parametrize("nama", RUSAK)
def test_satu_kalimat(nama: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command says the same sentence, ends with status 2, prints nothing and writes nothing.

    On a quick run each source is given to some of the commands, to others than the one before it.
    """
    berkas, isi, pesan = RUSAK[nama]
    sumber = siapkan(tmp_path, berkas, isi)
    ke = tmp_path / "keluar"
    ke.mkdir()
    semua = perintah(str(sumber), ke)
    langkah = len(semua) // sedalam(len(semua))
    for argumen in semua[list(RUSAK).index(nama) % langkah :: langkah]:
        if argumen[0] == "baca" and pesan.endswith(TAK_DIKENALI):
            continue  # to tell what was not understood is what it is for
        assert cli.main(argumen) == 2, argumen
        hasil = capsys.readouterr()
        assert (hasil.out, hasil.err) == ("", f"{sumber}{pesan}\n"), argumen
        assert list(ke.iterdir()) == [], argumen


BERKAS_RUSAK = [n for n in RUSAK if not n.startswith("folder ")]
LARI = -(-len(BERKAS_RUSAK) // TERBANYAK)
"""Runs in which every one of them is named on the screen, too."""


@pytest.mark.parametrize("ke", range(LARI))
def test_massal_mencantumkannya(ke: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A run over many reports has a row with that sentence for each that is none, and status 2."""
    pesan = {}
    for i, (berkas, isi, kalimat) in enumerate(RUSAK[n] for n in BERKAS_RUSAK[ke::LARI]):
        pesan[str(siapkan(tmp_path / str(i), berkas, isi))] = kalimat
    assert cli.main(["massal", *pesan, "-o", str(tmp_path / "hasil"), "--tanpa-konfigurasi"]) == 2
    tercetak = capsys.readouterr().out
    with (tmp_path / "hasil" / "laporan.csv").open(encoding="utf-8-sig", newline="") as f:
        baris = {b["sumber"]: (b["status"], b["pesan"]) for b in csv.DictReader(f)}
    assert baris == {sumber: ("tak_terbaca", f"{sumber}{kalimat}") for sumber, kalimat in pesan.items()}
    assert [sumber for sumber, kalimat in pesan.items() if f"  {sumber}{kalimat}\n" not in tercetak] == []
    assert list((tmp_path / "hasil" / "laporan").iterdir()) == []


WAKIL = (".txt prosa", ".md surat", ".docx sampul", ".xlsx hanya kepala", "folder hanya induk")


@pytest.mark.parametrize("bentuk", FORMAT)
@pytest.mark.parametrize(
    "nama", [".txt prosa", ".md surat", ".docx sampul", ".xlsx lembar kosong", "folder hanya induk"]
)
def test_setiap_format(bentuk: str, nama: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is asked for, a source without anything to review never prints that there are no findings."""
    berkas, isi, pesan = RUSAK[nama]
    sumber = siapkan(tmp_path, berkas, isi)
    ke = tmp_path / f"hasil{BINER.get(bentuk, '.txt')}"
    for keluaran in ([], ["-o", str(ke)]) if bentuk not in BINER else (["-o", str(ke)],):
        for bahasa in ("id", "en"):
            argumen = ["reviu", str(sumber), "--format", bentuk, "--bahasa", bahasa, "--tanpa-konfigurasi", *keluaran]
            assert cli.main(argumen) == 2
            hasil = capsys.readouterr()
            assert (hasil.out, hasil.err) == ("", f"{sumber}{pesan}\n")
            assert not ke.exists()


def test_beberapa_sumber_sekaligus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line each, in their order; the sound one among them is not printed as if it were all."""
    satu, dua = tmp_path / "1.txt", tmp_path / "2.docx"
    satu.write_bytes("\n".join(PROSA).encode())
    dua.write_bytes(OLE)
    assert cli.main(["reviu", str(satu), BAIK, str(dua), "--tanpa-konfigurasi"]) == 2
    hasil = capsys.readouterr()
    assert hasil.out == ""
    assert hasil.err == f"{satu}: {HAMPA}\n{dua}: {JENIS['.docx']}: {LAMA}\n"


@pytest.mark.parametrize(
    "nama", [".txt prosa", ".md UTF-16", ".docx terpotong 2", ".xlsx Office lama", ".pdf pindaian"]
)
def test_sebagai_pemakai(nama: str, tmp_path: Path, jalankan: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """In a process of its own: nothing else is printed by anything."""
    berkas, isi, pesan = RUSAK[nama]
    sumber = siapkan(tmp_path, berkas, isi)
    p = jalankan("reviu", f"sumber/{berkas}", cwd=tmp_path)
    assert (p.returncode, p.stdout, p.stderr) == (2, "", f"sumber/{berkas}{pesan}\n")
    assert sumber.exists()


# -- places --------------------------------------------------------------------------------------------------------


def _tautan(akar: Path, ke: str) -> Path:
    (akar / "a.txt").symlink_to(ke)
    return akar / "a.txt"


def _pipa(akar: Path) -> Path:
    os.mkfifo(akar / "a.txt")
    return akar / "a.txt"


def _berkas(akar: Path) -> Path:
    (akar / "a.txt").write_bytes(b"x")
    return akar / "a.txt"


TIADA = "tidak ada berkas atau folder bernama ini"
TEMPAT: dict[str, tuple[Callable[[Path], Path], str]] = {
    "tidak ada": (lambda d: d / "tiada.docx", TIADA),
    "tidak ada, tanpa akhiran": (lambda d: d / "tiada", TIADA),
    "folder tidak ada": (lambda d: d / "tiada" / "a.pdf", TIADA),
    "tautan putus": (lambda d: _tautan(d, "tiada"), TIADA),
    "tautan melingkar": (lambda d: _tautan(d, "a.txt"), "tidak dapat dibaca: tautan melingkar"),
    "di bawah berkas": (lambda d: _berkas(d) / "b.txt", "tidak dapat dibaca: bagian depannya bukan folder"),
    "nama panjang": (lambda d: d / f"{'a' * 300}.txt", "tidak dapat dibaca: namanya terlalu panjang"),
    "nama ber-NUL": (lambda d: d / "a\0b.txt", "tidak dapat dibaca: namanya memuat karakter NUL"),
    "perangkat": (lambda d: _tautan(d, os.devnull), "bukan berkas biasa"),
    "pipa": (_pipa, "bukan berkas biasa"),
    "tidak terbaca cakramnya": (lambda d: _tautan(d, "/proc/self/mem"), "tidak dapat dibaca: cakramnya gagal"),
}


@pytest.mark.skipif(sys.platform != "linux", reason="links, pipes and /proc as Linux has them")
@pytest.mark.parametrize("nama", TEMPAT)
def test_tempat(nama: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is not there, or is no file: each command says why, in Indonesian."""
    buat, pesan = TEMPAT[nama]
    (tmp_path / "sumber").mkdir()
    sumber = buat(tmp_path / "sumber")
    ke = tmp_path / "keluar"
    ke.mkdir()
    for argumen in perintah(str(sumber), ke):
        assert cli.main(argumen) == 2, argumen
        hasil = capsys.readouterr()
        (baris,) = hasil.err.splitlines()
        assert hasil.out == ""
        assert baris.startswith(f"{sumber}".replace("\0", "")), argumen
        assert f": {pesan}" in baris, argumen
        assert list(ke.iterdir()) == []


@pytest.mark.parametrize("nama", ["a.txt", "a.docx", "a.xlsx", "a.pdf", "data"])
def test_tanpa_izin(
    nama: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    isi: Isi = {"laporan.yaml": INDUK} if nama == "data" else b"x"
    sumber = siapkan(tmp_path, nama, isi)
    terkunci = sumber / "laporan.yaml" if nama == "data" else sumber
    buka = Path.open

    def tolak(self: Path, *argumen: Any, **lain: Any) -> Any:
        """The answer of the system to all but the superuser, who may read everything."""
        if self == terkunci:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
        return buka(self, *argumen, **lain)

    monkeypatch.setattr(Path, "open", tolak)
    di = f"{sumber}/laporan.yaml" if nama == "data" else f"{sumber}"
    for argumen in perintah(str(sumber), tmp_path):
        assert cli.main(argumen) == 2
        assert capsys.readouterr().err == f"{di}: tidak dapat dibaca: izin ditolak\n"


# -- the interface for programs ------------------------------------------------------------------------------------


def test_model_buatan_sendiri_boleh_kosong() -> None:
    """The error belongs to reading: what somebody builds may be as empty as they like."""
    r = reviu(Laporan(instansi="Dinas", tahun=2025))
    assert (r.temuan, r.cakupan.angka) == ((), 0)


def test_baca_rinci_menunjukkan_yang_tidak_dikenali(tmp_path: Path) -> None:
    """A table that nobody understands is refused as a report, and shown by the command that shows tables."""
    sumber = siapkan(tmp_path, "a.xlsx", xlsx(ASING))
    with pytest.raises(SumberError, match="2 angkanya tidak dikenali"):
        baca(sumber)
    assert [t.angka for t in baca_rinci(sumber).tak_dikenali] == [2]
    assert cli.main(["baca", str(sumber), "--tinjau", "--tanpa-konfigurasi"]) == 0
    assert cli.main(["massal", str(sumber), "-o", str(tmp_path / "hasil"), "--tanpa-konfigurasi"]) == 2


SATU: dict[str, tuple[str, Isi]] = {
    "satu sel": ("a.txt", b"INDIKATOR\tTARGET\tREALISASI\nKoperasi aktif\t80\t\n"),
    "satu sel xlsx": ("a.xlsx", xlsx((("INDIKATOR", "TARGET"), ("Koperasi aktif", 80)))),
    "satu hitungan": ("data", {"laporan.yaml": INDUK, "narasi.yaml": b"- {tertulis: tiga, hitung: {apa: sasaran}}\n"}),
    "skala": (
        "a.docx",
        docx(
            (),
            (
                ("INTERVAL", "KRITERIA"),
                ("91-100", "Sangat Tinggi"),
                ("76-90", "Tinggi"),
                ("66-75", "Sedang"),
                ("51-65", "Rendah"),
                ("≤ 50", "Sangat Rendah"),
            ),
        ),
    ),
    "satu target": (
        "data",
        {
            "laporan.yaml": INDUK,
            "pk/a.yaml": b"eselon: III\ntahun: 2025\njabatan: Kabid\nkinerja:\n- {indikator: a, target: '3'}\n",
        },
    ),
    "satu pagu formulir": (
        "data",
        {"laporan.yaml": INDUK, "pk/a.yaml": b"eselon: III\ntahun: 2025\njabatan: Kabid\njumlah: 'Rp. 10,-'\n"},
    ),
    "satu hasil efisiensi": ("data", {"laporan.yaml": INDUK + b"efisiensi:\n  hasil: [{nilai: '9,50%'}]\n"}),
}


@pytest.mark.parametrize("nama", SATU)
def test_satu_angka_cukup(nama: str, tmp_path: Path) -> None:
    """On this side of the line a source is a report, however little it says; its figure counts in the coverage."""
    r = reviu(baca(siapkan(tmp_path, *SATU[nama])))
    assert r.cakupan.angka or any(k.tertulis.angka is None for k in r.laporan.narasi) or r.relasi


def test_yang_terbaca_selalu_berangka() -> None:
    """What `baca` lets pass, the review counts: no report with a coverage of nothing."""
    from sakip.pembaca.isi import periksa_isi
    from sakip.pengujian import laporan_acak

    for n in range(20):
        lap = laporan_acak(n)
        periksa_isi(lap, "x")
        assert reviu(lap).cakupan.angka > 0
