"""Reading workbooks: formats of numbers, layouts of sheets, bad files."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from sakip import pembaca
from sakip.errors import SumberError
from sakip.pembaca.blok import Paragraf
from sakip.pembaca.xlsx import BARIS_TERBANYAK, blok_xlsx
from sakip.pembaca.xlsx.angka import cetak_nilai
from sakip.teks.kalimat import kalimat
from sakip.tinjauan.engine import reviu
from sakip.tulis.folder import tulis_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sakip.model.laporan import Catatan
    from sakip.pembaca.blok import Blok
    from sakip.temuan.temuan import Temuan

Isi = dict[str, Any]


def buku(*lembar: tuple[str, Isi], gabung: tuple[str, ...] = ()) -> Workbook:
    """A workbook: for each sheet its name, and its cells by address; a pair is a value and its format."""
    hasil = Workbook()
    hasil.remove(hasil.active)  # type: ignore[arg-type] # a new workbook has a sheet
    for nama, isi in lembar:
        ws = hasil.create_sheet(nama)
        for alamat, nilai in isi.items():
            ws[alamat] = nilai[0] if isinstance(nilai, tuple) else nilai
            if isinstance(nilai, tuple):
                ws[alamat].number_format = nilai[1]
        for g in gabung:
            ws.merge_cells(g)
    return hasil


def baca(wb: Workbook, tmp_path: Path) -> tuple[list[object], tuple[Catatan, ...]]:
    jalur = tmp_path / "laporan.xlsx"
    wb.save(jalur)
    dokumen, catatan = blok_xlsx(jalur, "laporan.xlsx")
    return [teks(b) for b in dokumen.blok], catatan


def teks(b: Blok) -> object:
    return b.teks if isinstance(b, Paragraf) else [[s.teks for s in baris] for baris in b.baris]


def daftar(baris: list[list[Any]], mulai: str = "A1") -> Isi:
    """Rows as cells, from an address on."""
    kolom, nomor = ord(mulai[0]), int(mulai[1:])
    return {f"{chr(kolom + j)}{nomor + i}": x for i, b in enumerate(baris) for j, x in enumerate(b) if x is not None}


# -- numbers as printed ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("nilai", "format_", "tercetak"),
    [
        (1234567, "General", "1234567"),
        (0.8257, "General", "0,8257"),
        (1 / 3, "General", "0,333333333"),
        (106.4, "", "106,4"),
        (123456789012, "General", "123456789012"),
        (82.5, "@", "82,5"),
        (1234567, "#,##0.00", "1.234.567,00"),
        (0, "#,##0", "0"),
        (0.825674, "0.00%", "82,57%"),
        (1.005, "0.00", "1,01"),
        (-0.001, "0.00", "0,00"),
        (-12.5, "0.0", "-12,5"),
        (1.5, "0.##", "1,5"),
        (0.5, "#.00", ",50"),
        (1, "00", "01"),
        (201, "0000", "0201"),
        (1234567, '"Rp"#,##0', "Rp1.234.567"),
        (1234567, "[$Rp-421]#,##0.00", "Rp1.234.567,00"),
        (1234567.5, '_("Rp"* #,##0.00_);_("Rp"* (#,##0.00);_("Rp"* "-"??_);_(@_)', "Rp 1.234.567,50"),
        (-1500, '_("Rp"* #,##0_);_("Rp"* (#,##0);_("Rp"* "-"_)', "Rp (1.500)"),
        (0, '#,##0;(#,##0);"-"', "-"),
        (-1500, "#,##0;[Red]-#,##0", "-1.500"),
        (1234567, "#,##0,", "1.235"),
        (5, '0" orang"', "5 orang"),
        (82.57, '0.00"%"', "82,57%"),
        (0.5, "# ?/?", "0,5"),
        (12345, "0.00E+00", "12345"),
        (7, "[>5]0;0.0", "7"),
        (True, "General", "BENAR"),
        (datetime(2026, 2, 12, 9, 5), "dd/mm/yyyy", "12/02/2026"),  # noqa: DTZ001 - as a workbook holds it
        (date(2026, 2, 12), "[$-421]d mmmm yyyy;@", "12 Februari 2026"),
        (date(2026, 2, 12), "mm-dd-yy", "12/02/2026"),
        (date(2026, 2, 12), "dddd, d mmm yy", "Kamis, 12 Feb 26"),
        (datetime(2026, 2, 12, 9, 5), "yyyy-mm-dd hh:mm", "2026-02-12 09:05"),  # noqa: DTZ001 - as a workbook holds it
    ],
)
def test_tercetak(nilai: object, format_: str, tercetak: str) -> None:
    """A stored value under its format, in Indonesian notation."""
    assert cetak_nilai(nilai, format_) == tercetak


def test_sel_berformat(tmp_path: Path) -> None:
    """Cells of a sheet: numbers formatted, texts as they are, codes with their point."""
    isi = daftar(
        [
            ["KODE REK", "URAIAN", "PAGU", "SERAPAN"],
            [2.01, "Pupuk", (1234567, "#,##0.00"), (0.5, "0.00%")],
            ["0001", "Rp\u00a01.000", " 77,60 ", None],
        ]
    )
    assert baca(buku(("Sheet1", isi)), tmp_path)[0][1] == [
        ["KODE REK", "URAIAN", "PAGU", "SERAPAN"],
        ["2.01", "Pupuk", "1.234.567,00", "50,00%"],
        ["0001", "Rp 1.000", "77,60", ""],
    ]


# -- layouts -----------------------------------------------------------------------------

KECIL: list[list[Any]] = [["NAMA", "JUMLAH"], ["Traktor", 5], ["Bajak", 7]]
KECIL_TEKS = [["NAMA", "JUMLAH"], ["Traktor", "5"], ["Bajak", "7"]]


def test_beberapa_tabel(tmp_path: Path) -> None:
    """Tables below and beside each other, each with its title and its remark."""
    isi = {
        "A1": "Tabel 1 Alat",
        **daftar(KECIL, "A2"),
        "A6": "Tabel 2 Kiri",
        "E6": "Tabel 3 Kanan",
        **daftar(KECIL, "A7"),
        **daftar(KECIL, "E7"),
        "E10": "Sumber: Dinas",
    }
    hasil, _ = baca(buku(("Data", isi)), tmp_path)
    assert hasil == [
        "Data",
        "Tabel 1 Alat",
        KECIL_TEKS,
        "Tabel 2 Kiri",
        KECIL_TEKS,
        "Tabel 3 Kanan",
        KECIL_TEKS,
        "Sumber: Dinas",
    ]


def test_kepala_gabung(tmp_path: Path) -> None:
    """A merged cell stands in the first of its cells and holds the columns of its table together."""
    isi = {"A1": "URAIAN", "B1": "TARGET", "B2": 2024, "D2": 2025, "A3": "Nilai", "B3": 1, "D3": 2}
    hasil, _ = baca(buku(("Data", isi), gabung=("A1:A2", "B1:D1")), tmp_path)
    assert hasil[1] == [["URAIAN", "TARGET", "", ""], ["", "2024", "", "2025"], ["Nilai", "1", "", "2"]]


def test_jumlah_sesudah_baris_kosong(tmp_path: Path) -> None:
    """A total below an empty row keeps the columns of its table."""
    isi = {**daftar([["NO", "NAMA", "SATUAN", "JUMLAH"], [1, "Traktor", "buah", 5]]), "B4": "JUMLAH", "D4": 5}
    hasil, _ = baca(buku(("Data", isi)), tmp_path)
    assert hasil[2] == [["", "JUMLAH", "", "5"]]


def test_nama_lembar(tmp_path: Path) -> None:
    """The name of a sheet is a title unless the program gave it; places name it as an address does."""
    wb = buku(("2.7", daftar(KECIL)), ("Sheet2", daftar(KECIL)), ("Kosong", {}))
    jalur = tmp_path / "laporan.xlsx"
    wb.save(jalur)
    hasil = pembaca.baca_rinci(jalur).laporan
    assert [t.nomor for t in hasil.tabel] == ["2.7", ""]
    assert [t.baris[1].sel[1].lokasi.sel for t in hasil.tabel] == ["'2.7'!B2", "Sheet2!B2"]
    assert hasil.tabel[0].baris[1].sel[1].lokasi.baris is None


def test_rumus(tmp_path: Path) -> None:
    """A formula prints the value last computed; where there is none, a remark names the cell."""
    jalur = tmp_path / "laporan.xlsx"
    buku(("Data", {**daftar(KECIL), "A4": "JUMLAH", "B4": "=SUM(B2:B3)", "C2": "=1+1"})).save(jalur)
    ubah(jalur, "xl/worksheets/sheet1.xml", lambda b: re.sub(rb"(B2:B3\)</f>)<v\s*/?>(</v>)?", rb"\1<v>12</v>", b))
    dokumen, catatan = blok_xlsx(jalur, "laporan.xlsx")
    assert teks(dokumen.blok[1]) == [*KECIL_TEKS, ["JUMLAH", "12"]]
    (c,) = catatan
    assert (c.lokasi.sel, c.pesan, c.hilang) == ("Data!C2", kalimat("rumus_tanpa_nilai", sel="Data!C2"), True)


def test_lembar_tersembunyi(tmp_path: Path) -> None:
    """What is not shown is not read, and that is said."""
    wb = buku(("Data", daftar(KECIL)), ("Rahasia", daftar(KECIL)))
    wb["Rahasia"].sheet_state = "hidden"
    wb.create_chartsheet("Bagan").add_chart(BarChart())
    hasil, catatan = baca(wb, tmp_path)
    assert hasil == ["Data", KECIL_TEKS]
    pesan = [c.pesan for c in catatan]
    assert sorted(pesan, key=str) == [
        kalimat("lembar_bagan", lembar="Bagan"),
        kalimat("lembar_tersembunyi", lembar="Rahasia"),
    ]


def test_temuan_dan_tempat(tmp_path: Path) -> None:
    """A wrong total in a workbook is found at its cell."""
    isi = daftar(
        [
            ["NO", "NAMA BARANG", "Jumlah Baik", "Jumlah Rusak", "JUMLAH"],
            [1, "Traktor", 5, 1, 6],
            [2, "Bajak", 7, 2, 9],
            [None, "JUMLAH", 12, 3, 16],
        ],
        "B3",
    )
    jalur = tmp_path / "laporan.xlsx"
    buku(("Aset", {"B1": "Tabel 1.3 Aset Tahun 2025", **isi})).save(jalur)
    (t,) = [t for t in reviu(pembaca.baca(jalur)).temuan if t.kode.startswith("TAB")]
    assert (t.tertulis, t.seharusnya, t.lokasi[0].sel) == ("16", "15", "Aset!F6")


def _tersangka(t: Temuan) -> list[str]:
    """What a finding names as possibly wrong, the largest first."""
    return sorted((p.tertulis for x in t.alternatif for p in x), reverse=True)


@pytest.mark.parametrize(("jumlah", "temuan"), [(3000001.2, []), (3000003.2, [("ANG01", "3.000.003")])])
def test_tersimpan(tmp_path: Path, jumlah: float, temuan: list[tuple[str, str]]) -> None:
    """A total over cells that print rounded is judged by what they store, in the workbook and in its data folder."""
    uang = "#,##0"
    isi = daftar(
        [
            ["KODE REK", "PROGRAM", "ANGGARAN (Rp)", "REALISASI ANGGARAN (Rp)", "SERAPAN (%)"],
            [None, "JUMLAH", (jumlah, uang), (1500000, uang), (50, "0.00")],
            ["01", "Program A", (1000000.4, uang), (500000, uang), (0.4999998 * 100, "0.00")],
            ["02", "Program B", (1000000.4, uang), (500000, uang), (0.4999998 * 100, "0.00")],
            ["03", "Program C", (1000000.4, uang), (500000, uang), (0.4999998 * 100, "0.00")],
        ],
        "A2",
    )
    jalur = tmp_path / "laporan.xlsx"
    buku(("Sheet1", {"A1": "Tabel 3.5 Realisasi Anggaran Tahun 2025", **isi})).save(jalur)
    laporan = pembaca.baca(jalur)
    assert [(s.teks, s.tersimpan) for s in laporan.tabel[0].baris[2].sel[2:4]] == [
        ("1.000.000", Decimal("1000000.4")),
        ("500.000", None),
    ]
    tulis_folder(laporan, tmp_path / "data")
    assert "pagu=1000000.4; serapan=49.99998" in (tmp_path / "data" / "tabel" / "3.5.csv").read_text(encoding="utf-8")
    for sumber in (jalur, tmp_path / "data"):
        milik = [t for t in reviu(pembaca.baca(sumber)).temuan if t.kode.startswith("ANG")]
        assert [(t.kode, _tersangka(t)[0]) for t in milik] == temuan
        assert all(len(_tersangka(t)) == 4 for t in milik)  # the total and its lines alike


@pytest.mark.parametrize(("jumlah", "temuan"), [(3000001.2, []), (3000003.2, [("PKJ01", "Rp3.000.003")])])
def test_tersimpan_formulir(tmp_path: Path, jumlah: float, temuan: list[tuple[str, str]]) -> None:
    """So are the forms: what a line of an agreement stores decides on its total; the data folder keeps it."""
    uang = '"Rp"#,##0'
    isi: dict[str, Any] = {
        "A1": "PERJANJIAN KINERJA TAHUN 2025",
        "A3": "Jabatan : Kepala Dinas Contoh",
        "A4": "Selanjutnya disebut PIHAK PERTAMA",
        "A5": "Jabatan : Bupati Contoh",
        "A6": "Selaku atasan langsung PIHAK PERTAMA, selanjutnya disebut PIHAK KEDUA",
        "A8": "FORMULIR PERJANJIAN KINERJA TAHUN 2025",
        **daftar(
            [["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"], [1, "Naiknya hasil", "Hasil panen", (50.26, "0.0")]],
            "A10",
        ),
        **daftar(
            [
                ["NO", "PROGRAM", "ANGGARAN", "KETERANGAN"],
                *([n, f"Program {x}", (1000000.4, uang), "APBD"] for n, x in enumerate("ABC", 1)),
                [None, "JUMLAH", (jumlah, uang), None],
            ],
            "A13",
        ),
    }
    buku(("PK", {"A1": "LAPORAN KINERJA DINAS CONTOH TAHUN 2025"}), ("Formulir", isi)).save(tmp_path / "a.xlsx")
    laporan = pembaca.baca(tmp_path / "a.xlsx")
    (pk,) = laporan.perjanjian
    sel = [pk.kinerja[0].target, *(b.anggaran for b in pk.anggaran), pk.jumlah]
    assert [s and s.tersimpan for s in sel] == [Decimal("50.26"), *[Decimal("1000000.4")] * 3, Decimal(str(jumlah))]
    tulis_folder(laporan, tmp_path / "data")
    for sumber in (tmp_path / "a.xlsx", tmp_path / "data"):
        baca = pembaca.baca(sumber)
        assert [s and s.tersimpan for s in (baca.perjanjian[0].jumlah,)] == [Decimal(str(jumlah))]
        milik = [t for t in reviu(baca).temuan if t.kode.startswith("PKJ")]
        assert [(t.kode, _tersangka(t)[0]) for t in milik] == temuan
        assert all(len(_tersangka(t)) == 4 for t in milik)  # the total and its lines alike


# -- bad files -------------------------------------------------------------------------


def ubah(jalur: Path, bagian: str, cara: Callable[[bytes], bytes]) -> None:
    """Change a part of a package."""
    with zipfile.ZipFile(io.BytesIO(jalur.read_bytes())) as z:
        isi = {n: z.read(n) for n in z.namelist()}
    isi[bagian] = cara(isi.get(bagian, b""))
    with zipfile.ZipFile(jalur, "w", zipfile.ZIP_DEFLATED) as z:
        for nama, data in isi.items():
            z.writestr(nama, data)


LEMBAR = "xl/worksheets/sheet1.xml"
NS = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TUTUP = b"</sheetData></worksheet>"
BANYAK_SEL = b"".join(b'<c s="%d"/>' % (i * 7919 % 10007) for i in range(100_100)) * 10
SEL_JAUH = b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (i, i) for i in range(1, 200))


@pytest.mark.parametrize(
    ("bagian", "cara", "pesan"),
    [
        (LEMBAR, lambda b: b'<!DOCTYPE x [<!ENTITY a "b">]>' + b, "mendefinisikan entitas"),
        (LEMBAR, lambda b: b[: len(b) // 2], "tidak dapat diurai"),
        ("xl/workbook.xml", lambda _: b"<a", "tidak dapat diurai"),
        (LEMBAR, lambda _: NS + TUTUP, "tidak memuat sel"),
        (LEMBAR, lambda _: NS + b"<row/>" * (BARIS_TERBANYAK + 1) + TUTUP, f"lebih dari {BARIS_TERBANYAK} baris"),
        (LEMBAR, lambda _: NS + b"<row>" + BANYAK_SEL + b"</row>" + TUTUP, "lebih dari 1000000 sel"),
        (
            LEMBAR,
            lambda _: NS + SEL_JAUH + TUTUP,
            "lebih dari 1000000 sel",
        ),
        ("xl/media/x.bin", lambda _: b"\0" * 30_000_000, "bom zip"),
    ],
)  # fmt: skip
def test_buku_buruk(tmp_path: Path, bagian: str, cara: Callable[[bytes], bytes], pesan: str) -> None:
    """A workbook that is damaged, unsafe or no report is refused with the reason."""
    jalur = tmp_path / "laporan.xlsx"
    buku(("Data", daftar(KECIL))).save(jalur)
    ubah(jalur, bagian, cara)
    with pytest.raises(SumberError, match=pesan):
        pembaca.baca(jalur)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "berkas kosong"),
        (b"NAMA;JUMLAH\n", "bukan buku kerja Excel .*isinya teks biasa"),
        (b"<html></html>", "isinya HTML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "format Office lama"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "terenkripsi"),
        (b"PK\x03\x04" + b"\0" * 100, "rusak atau terpotong"),
    ],
)
def test_bukan_buku(tmp_path: Path, isi: bytes, pesan: str) -> None:
    """What is no workbook is refused, and told what it seems to be."""
    jalur = tmp_path / "laporan.xlsx"
    jalur.write_bytes(isi)
    with pytest.raises(SumberError, match=pesan):
        pembaca.baca(jalur)


def test_baris_jauh(tmp_path: Path) -> None:
    """A cell in the last row there is takes no time and no memory."""
    hasil, _ = baca(buku(("Data", {**daftar(KECIL), "A1048576": "Akhir"})), tmp_path)
    assert hasil == ["Data", KECIL_TEKS, "Akhir"]


def test_makro_dan_tautan(tmp_path: Path) -> None:
    """Macros are not looked at and links not followed; what the workbook holds is read."""
    jalur = tmp_path / "laporan.xlsx"
    buku(("Data", daftar(KECIL))).save(jalur)
    ubah(jalur, "xl/vbaProject.bin", lambda _: b"makro")
    ubah(jalur, "[Content_Types].xml", lambda b: b.replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"))  # fmt: skip
    tautan = b'<Relationship Id="r91" Type="x/externalLink" Target="http://127.0.0.1:9/x" TargetMode="External"/>'
    ubah(jalur, "xl/_rels/workbook.xml.rels", lambda b: b.replace(b"</Relationships>", tautan + b"</Relationships>"))
    assert [teks(b) for b in blok_xlsx(jalur, "x")[0].blok] == ["Data", KECIL_TEKS]


def test_tanpa_pustaka(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library the message names the extra to install."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    jalur = tmp_path / "laporan.xlsx"
    jalur.write_bytes(b"PK")
    with pytest.raises(SumberError, match=r"pip install 'sakip\[xlsx\]'"):
        pembaca.baca(jalur)
