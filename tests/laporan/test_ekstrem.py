"""Figures and files made to hurt: exact results or a clear error, by every way in, and never a hang."""

from __future__ import annotations

import json
import zipfile
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from tests.kedalaman import sedalam
from tests.tempat import TESTS

import sakip
from sakip import cli
from sakip.angka.cetakan import baca_sel
from sakip.hukum.hitung import serapan
from sakip.konfigurasi import baca_konfigurasi
from sakip.relasi import Rumusan
from sakip.tinjauan.tanggapan import baca_tanggapan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DALAM = sedalam(100_000)
BENIH = TESTS / "korpus" / "benih"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

EKSAK: dict[str, tuple[str, Fraction]] = {
    "10^30 rupiah": (f"Rp{10**30:,}".replace(",", "."), Fraction(10**30)),
    "500 angka": ("9" * 500, Fraction(10**500 - 1)),
    "500 desimal": ("0," + "3" * 500, Fraction((10**500 - 1) // 3, 10**500)),
    "minus tipografis": ("−1.234,50", Fraction(-2469, 2)),
    "nol negatif": ("-0,00", Fraction(0)),
    "spasi sempit": ("1\u202f234\u202f567", Fraction(1234567)),
    "spasi di tepi": (" " * 5000 + "5" + "\t" * 5000, Fraction(5)),
}
"""Texts that are figures, however large, and their values."""

DITOLAK: dict[str, tuple[str, str]] = {
    "eksponen": ("1e999999999", "eksponen"),
    "eksponen besar": ("1E5", "eksponen"),
    "NaN": ("NaN", "tidak terhingga"),
    "sNaN": ("sNaN", "tidak terhingga"),
    "Infinity": ("-Infinity", "tidak terhingga"),
    "angka Arab": ("٣٤", "angka di luar 0–9"),
    "angka Parsi": ("۱۲٫۵", "angka di luar 0–9"),
    "angka lebar": ("１２", "angka di luar 0–9"),
    "setengah": ("½", "angka di luar 0–9"),
    "lebar nol di depan": ("\u200b5", "U+200B"),
    "lebar nol di dalam": ("1.000\u200b.000", "U+200B"),
    "arah tulisan": ("\u202e12", "U+202E"),
    "penanda urutan byte": ("5\ufeff", "U+FEFF"),
    "pecahan dengan penyebut nol": ("1/0", "bukan satu angka"),
    "nol per nol": ("0/0", "bukan satu angka"),
    "heksadesimal": ("0x10", "bukan satu angka"),
    "garis bawah": ("1_000", "garis bawah"),
    "5000 angka": ("9" * 5000, "panjangnya 5000"),
    "kurung bersarang": ("(" * DALAM + "5" + ")" * DALAM, "panjangnya"),
    "minus beruntun": ("-" * 1999 + "5", "bukan angka"),
    "titik beruntun": ("1" + "." * 1999, "bukan angka"),
    "rentang beruntun": ("5-" * 999, "bukan angka"),
}
"""Texts that are none, and what the message says of them."""

JALAN: dict[str, Callable[[str], object]] = {
    "Angka.baca": sakip.Angka.baca,
    "baca_sel": baca_sel,
    "capaian, target": lambda t: sakip.capaian(t, "5"),
    "capaian, realisasi": lambda t: sakip.capaian("5", t),
    "kategori": sakip.kategori,
    "serapan": lambda t: serapan("5", t),
    "efisiensi": lambda t: sakip.efisiensi([(t, "1", "100")]),
    "efisiensi, realisasi": lambda t: sakip.efisiensi([("1", "1", "100", t)]),
}
"""Every way in for a figure as text."""


@pytest.mark.parametrize("nama", EKSAK)
def test_eksak(nama: str) -> None:
    teks, nilai = EKSAK[nama]
    assert sakip.Angka.baca(teks).pecahan == nilai
    capaian = sakip.capaian("7", teks)
    assert capaian is not None
    assert capaian.pecahan == 100 * nilai / 7
    e = sakip.efisiensi([(teks, "1", "200")])
    assert e.jumlah_pagu_capaian.pecahan == 2 * nilai
    assert e.jumlah_selisih_efisiensi.pecahan == 2 * nilai - 1
    assert sakip.kategori(teks) == ("Sangat Tinggi" if nilai > 90 else "Sangat Rendah")


@pytest.mark.parametrize("jalan", JALAN)
@pytest.mark.parametrize("nama", DITOLAK)
def test_ditolak(nama: str, jalan: str) -> None:
    teks, kata = DITOLAK[nama]
    with pytest.raises(sakip.SakipError) as info:
        JALAN[jalan](teks)
    assert kata in str(info.value)
    assert len(str(info.value)) < min(5000, 2 * len(teks) + 200)


@pytest.mark.parametrize(
    "nilai", [Decimal("1e999999999"), Decimal("-1e-999999999"), 10**5000], ids=["besar", "kecil", "int"]
)
def test_bilangan_terlalu_panjang(nilai: Decimal | int) -> None:
    with pytest.raises(sakip.AngkaError, match="terlalu panjang"):
        sakip.capaian("5", nilai)


@pytest.mark.parametrize("nilai", ["NaN", "sNaN", "Infinity"])
def test_decimal_tanpa_nilai(nilai: str) -> None:
    with pytest.raises(sakip.AngkaError, match="tidak terhingga"):
        sakip.capaian("5", Decimal(nilai))


def test_hasil_lebih_panjang_dari_batas_python() -> None:
    """A product of long figures is exact and can be written, though Python prints no integer of that length."""
    e = sakip.efisiensi([("9" * 1999, "1", "0," + "0" * 1990 + "1", "9" * 1999)])
    capaian = 100 * (10**1999 - 1) * 10**1991
    assert e.baris[0].capaian.pecahan == capaian
    assert e.jumlah_pagu_capaian.pecahan == Fraction((10**1999 - 1) * capaian, 100)
    tertulis = e.jumlah_pagu_capaian.tulis(2)
    assert tertulis.replace(".", "").startswith("9" * 1998 + "8")
    assert len(tertulis.replace(".", "")) == 5989 + len(",00")


# -- through the readers and the command line ---------------------------------------------------------------------


def folder(di: Path, sel: str) -> Path:
    """A data folder with one table, in which `sel` is a printed amount."""
    (di / "tabel").mkdir(parents=True)
    (di / "laporan.yaml").write_text(
        'instansi: Dinas\ntahun: 2025\ntabel:\n- {berkas: tabel/a.csv, nomor: "1"}\n', encoding="utf-8"
    )
    isi = f'nama,pagu,realisasi_anggaran,sisa\nA,"{sel}",1,0\nB,5,1,4\n'
    (di / "tabel" / "a.csv").write_text(isi, encoding="utf-8")
    return di


def berkas(di: Path, sel: str, nama: str = "laporan.txt") -> Path:
    """The same as text."""
    isi = f"LAPORAN KINERJA 2025\n\nURAIAN\tANGGARAN (Rp)\tREALISASI ANGGARAN (Rp)\tSISA\nA\t{sel}\t1\t0\nB\t5\t1\t4\n"
    jalur = di / nama
    jalur.write_text(isi, encoding="utf-8")
    return jalur


@pytest.mark.parametrize("nama", ["10^30 rupiah", "500 angka", "minus tipografis", "nol negatif"])
def test_eksak_lewat_pembaca(tmp_path: Path, nama: str) -> None:
    """The remainder that follows is the exact one, by the folder as by the text, and what is printed is not it."""
    teks, nilai = EKSAK[nama]
    for sumber in (folder(tmp_path / "data", teks), berkas(tmp_path, teks)):
        hasil = sakip.reviu(sakip.baca(sumber))
        (h,) = [h for h in hasil.relasi if h.kode == "ANG03" and h.putusan is sakip.Putusan.TIDAK_SESUAI]
        assert isinstance(h.relasi, Rumusan)
        assert h.relasi.hitung(h.relasi.jalur[0]) == nilai - 1
        assert [t.kode for t in hasil.temuan if t.keparahan == "kesalahan"]


@pytest.mark.parametrize("nama", [n for n, (t, _) in DITOLAK.items() if "\n" not in t])
def test_ditolak_lewat_folder(tmp_path: Path, nama: str, capsys: pytest.CaptureFixture[str]) -> None:
    """File, line and column; status 2; nothing of a traceback, by the command line."""
    teks = DITOLAK[nama][0]
    sumber = folder(tmp_path / "data", teks)
    assert cli.main(["reviu", str(sumber)]) == 2
    layar = capsys.readouterr()
    assert not layar.out
    assert "tabel/a.csv:2: " in layar.err
    assert "Traceback" not in layar.err


@pytest.mark.parametrize("nama", DITOLAK)
def test_bukan_angka_lewat_teks(tmp_path: Path, nama: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In a document a cell that is no figure is kept as printed and named, and the rest is reviewed."""
    sumber = berkas(tmp_path, DITOLAK[nama][0])
    assert cli.main(["reviu", str(sumber), "--format", "json"]) in {0, 1}
    hasil = json.loads(capsys.readouterr().out)
    assert hasil


DALAM_SEKALI: dict[str, tuple[str, str]] = {
    "daftar yaml": ("folder/laporan.yaml", "instansi: x\ntahun: 2025\njudul: " + "[" * DALAM + "]" * DALAM),
    "pemetaan yaml": ("folder/laporan.yaml", "instansi: x\ntahun: 2025\njudul: " + "{a: " * DALAM + "1" + "}" * DALAM),
    "butir yaml": ("folder/laporan.yaml", "- " * DALAM + "x"),
    "kunci yaml": ("folder/laporan.yaml", "? " * DALAM + "x"),
    "tanggapan": ("tanggapan.yaml", "- " + "[" * DALAM + "]" * DALAM),
    "larik toml": ("sakip.toml", "a = " + "[" * DALAM + "]" * DALAM),
    "tabel toml": ("sakip.toml", "a = " + "{a=" * DALAM + "1" + "}" * DALAM),
    "kunci toml": ("sakip.toml", ".".join(["a"] * DALAM) + " = 1"),
    "pangkat toml": ("sakip.toml", '[materialitas]\nrupiah = "1e999999999"\nalasan = "x"'),
    "bagi nol toml": ("sakip.toml", '[materialitas]\nrupiah = "1/0"\nalasan = "x"'),
    "bilangan toml": ("sakip.toml", f'[materialitas]\nrupiah = {"9" * 5000}\nalasan = "x"'),
    "angka Arab toml": ("sakip.toml", '[materialitas]\nrupiah = "٣"\nalasan = "x"'),
    "pipa md": ("laporan.md", "| " * DALAM + "|\n" + "|" * DALAM + "\n"),
    "html md": ("laporan.md", "<table><tr><td>" * DALAM + "5" + "</td></tr></table>" * DALAM),
    "kutipan md": ("laporan.md", "> " * DALAM + "5\n" + "- " * DALAM + "5\n" + "#" * DALAM + " x\n" + "*" * DALAM),
    "kurung txt": ("laporan.txt", "Capaian " + "(" * DALAM + "5" + ")" * DALAM + " % dari " + "[" * DALAM),
    "rumus txt": ("laporan.txt", "Nilai = " + "( 1 / " * DALAM + "0" + " )" * DALAM + " x 100%\n"),
    "pecahan txt": ("laporan.txt", "= " + "\\frac{1}{" * DALAM + "0" + "}" * DALAM + " = 5%\n"),
    "angka txt": ("laporan.txt", "Realisasi sebesar " + "1." * DALAM + "000 dari " + "9" * DALAM + "%\n"),
}
"""A place and what stands there, nested or strung together a hundred thousand times at full depth."""


@pytest.mark.parametrize("nama", DALAM_SEKALI)
def test_bersarang_dalam(tmp_path: Path, nama: str) -> None:
    """A report or a `SakipError`; the problem named is one."""
    letak, isi = DALAM_SEKALI[nama]
    jalur = tmp_path / letak
    jalur.parent.mkdir(exist_ok=True)
    jalur.write_text(isi, encoding="utf-8")
    if jalur.suffix in {".md", ".txt"}:
        jalur.write_text(f"{isi}\n\nURAIAN\tJUMLAH\nPegawai\t3\n", encoding="utf-8")  # without a figure it is no report
        assert isinstance(sakip.baca(jalur), sakip.Laporan)
        return
    pembaca: dict[str, Callable[[Path], object]] = {".toml": baca_konfigurasi, ".yaml": baca_tanggapan}
    with pytest.raises(sakip.SumberError) as info:
        sakip.baca(jalur.parent) if jalur.name == "laporan.yaml" else pembaca[jalur.suffix](jalur)
    assert len(info.value.masalah) < 100


def paket(di: Path, benih: str, bagian: str, isi: str) -> Path:
    """An Office file with one part replaced; not compressed, or it would be refused for how much it inflates."""
    jalur = di / benih
    with zipfile.ZipFile(BENIH / benih) as asal, zipfile.ZipFile(jalur, "w") as arsip:
        for nama in asal.namelist():
            arsip.writestr(nama, isi if nama == bagian else asal.read(nama))
    return jalur


def tabel_bersarang(dalam: int) -> str:
    """A Word document of tables within tables, a figure in the innermost."""
    isi = "<w:p><w:r><w:t>5</w:t></w:r></w:p>"
    return (
        f"<w:document {W}><w:body>{'<w:tbl><w:tr><w:tc>' * dalam}{isi}{'</w:tc></w:tr></w:tbl>' * dalam}"
        "</w:body></w:document>"
    )


def test_tabel_word_bersarang(tmp_path: Path) -> None:
    """Refused where the parser refuses it, read where it does not."""
    pytest.importorskip("docx")
    from sakip.pembaca.docx import blok_docx

    with pytest.raises(sakip.SumberError, match="tidak dapat diurai"):
        sakip.baca(paket(tmp_path, "laporan.docx", "word/document.xml", tabel_bersarang(DALAM)))
    dokumen, _ = blok_docx(paket(tmp_path, "laporan.docx", "word/document.xml", tabel_bersarang(60)), "laporan.docx")
    assert any("5" in str(b) for b in dokumen.blok)


def terbaca_atau_rusak(jalur: Path) -> bool:
    """Whether it is read, or refused as damaged."""
    try:
        return isinstance(sakip.baca(jalur), sakip.Laporan)
    except sakip.SumberError as e:
        return any(kata in str(e) for kata in ("rusak", "tidak memuat", "tidak terbaca"))


LEMBAR = ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/theme/theme1.xml"]


@pytest.mark.parametrize("bagian", LEMBAR)
def test_xml_excel_bersarang(tmp_path: Path, bagian: str) -> None:
    pytest.importorskip("openpyxl")
    akar = '<a xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    assert terbaca_atau_rusak(paket(tmp_path, "laporan.xlsx", bagian, akar * DALAM + "</a>" * DALAM))


@pytest.mark.mendalam
@pytest.mark.parametrize(("cari", "sisip"), [(b"/Kids [", b"["), (b"trailer", b"<</A "), (b"BT", b"[")])
def test_objek_pdf_bersarang(tmp_path: Path, cari: bytes, sisip: bytes) -> None:
    pytest.importorskip("pypdfium2")
    isi = (BENIH / "laporan.pdf").read_bytes()
    assert cari in isi
    jalur = tmp_path / "laporan.pdf"
    jalur.write_bytes(isi.replace(cari, cari + sisip * DALAM, 1))
    assert terbaca_atau_rusak(jalur)
