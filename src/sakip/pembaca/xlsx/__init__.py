"""Workbooks (`.xlsx`, also with macros, which are never looked at) into blocks.

What counts is what is printed: stored numbers under their formats, formulas as the values that the program
which saved the workbook computed last. Formulas are not computed, links are not followed.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.model.laporan import Catatan
from sakip.pembaca.bita import gagal, kurang_pustaka
from sakip.pembaca.blok import Dokumen
from sakip.pembaca.paket import buka_paket
from sakip.pembaca.tata_letak import rapikan_teks
from sakip.pembaca.xlsx.angka import cetak_nilai, nilai_tercetak
from sakip.pembaca.xlsx.lembar import Lembar, blok_lembar, nama_lembar, nomor_kolom
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sakip.pembaca.blok import Blok
    from sakip.pembaca.paket import Paket

__all__ = ["BARIS_TERBANYAK", "SEL_TERBANYAK", "blok_xlsx"]

BARIS_TERBANYAK = 100_000
"""Rows in a sheet, at most: no report prints more."""
SEL_TERBANYAK = 1_000_000
"""Cells in a workbook, at most, with the gaps between them."""
CATATAN_TERBANYAK = 20
"""Remarks of one kind on a sheet, at most; the rest is counted."""
TEKS_TERBANYAK = 1_000_000
"""Different texts in a workbook, at most."""

_GABUNG = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
_TANPA_NILAI = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ALAMAT = re.compile(rb"\br=\"([A-Z]+\d+)\"")
_BARIS = re.compile(rb"<(?:\w+:)?row[\s>/]")
_SEL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_TEKS = re.compile(rb"<(?:\w+:)?si[\s>/]")


@attrs.define(slots=True, eq=False)
class _Ukuran:
    """Counts what a workbook holds before it is parsed."""

    sebutan: str
    kini: str = ""
    baris: int = 0
    sel: int = 0
    teks: int = 0

    def amati(self, nama: str, potong: bytes) -> None:
        if nama != self.kini:
            self.kini, self.baris = nama, 0
        if nama.startswith("xl/worksheets/"):
            self.baris += len(_BARIS.findall(potong))
            self.sel += len(_SEL.findall(potong))
            if self.baris > BARIS_TERBANYAK:
                raise gagal(self.sebutan, f"sebuah lembar memuat lebih dari {BARIS_TERBANYAK} baris; itu bukan laporan")
        elif nama == "xl/sharedStrings.xml":
            self.teks += len(_TEKS.findall(potong))
        if self.sel > SEL_TERBANYAK or self.teks > TEKS_TERBANYAK:
            raise gagal(self.sebutan, f"lebih dari {SEL_TERBANYAK} sel; itu bukan laporan")


_RUSAK = (
    *(SyntaxError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError),
    *(OSError, EOFError, zipfile.BadZipFile, zlib.error),
)
"""What openpyxl raises over parts that are not what it takes them for; nothing is read from the disk any more."""


def blok_xlsx(path: Path, sebutan: str) -> tuple[Dokumen, tuple[Catatan, ...]]:
    """The blocks of a workbook, and remarks on what was not read.

    Raises:
        SumberError: the file is no workbook, is encrypted, damaged, unsafe or too large, or is empty.
    """
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise kurang_pustaka(sebutan, "openpyxl", "xlsx") from None
    paket = buka_paket(path, sebutan, "buku kerja Excel (.xlsx)", "xl/", _Ukuran(sebutan).amati)
    blok: list[Blok] = []
    catatan: list[Catatan] = []
    try:
        with warnings.catch_warnings(), redirect_stdout(io.StringIO()):  # openpyxl prints what it misses of styles
            warnings.simplefilter("ignore")  # of drawings, validations and styles that do not concern us
            buku = load_workbook(io.BytesIO(paket.mentah), read_only=True, data_only=True, keep_links=False)
            sisa = SEL_TERBANYAK
            for nama in buku.sheetnames:
                lembar = buku[nama]
                if not hasattr(lembar, "reset_dimensions"):
                    catatan.append(Catatan(kalimat("lembar_bagan", lembar=nama)))
                    continue
                if lembar.sheet_state != "visible":
                    catatan.append(Catatan(kalimat("lembar_tersembunyi", lembar=nama)))
                    continue
                isi, sisa = _baca_lembar(lembar, paket, sebutan, sisa, catatan)
                blok += blok_lembar(isi, sebutan)
            buku.close()
    except _RUSAK as e:
        raise gagal(sebutan, f"rusak: buku kerja tidak dapat diurai ({type(e).__name__})") from None
    if not blok:
        raise gagal(sebutan, "tidak memuat sel yang terisi di lembar yang tampak")
    return Dokumen(tuple(blok), sebutan, paket.sha256), tuple(catatan)


def _baca_lembar(lembar: Any, paket: Paket, sebutan: str, sisa: int, catatan: list[Catatan]) -> tuple[Lembar, int]:
    """The printed cells of a sheet; `sisa`: how many cells the workbook may still hold."""
    hasil = Lembar(lembar.title)
    mentah = paket.baca(lembar._worksheet_path)
    hasil.gabung = [
        (int(r1), nomor_kolom(c1.decode()), int(r2), nomor_kolom(c2.decode()))
        for c1, r1, c2, r2 in _GABUNG.findall(mentah)
        if int(r2) - int(r1) <= BARIS_TERBANYAK
    ]
    lembar.reset_dimensions()  # what a file says of its size may be wrong
    for baris in lembar.iter_rows():
        sisa -= len(baris)
        if sisa < 0:
            raise gagal(sebutan, f"lebih dari {SEL_TERBANYAK} sel; itu bukan laporan")
        for s in baris:
            nilai = s.value
            if nilai is None:
                continue
            format_ = str(s.number_format)
            teks = "\n".join(t for b in cetak_nilai(nilai, format_).split("\n") if (t := rapikan_teks(b)))
            if teks:
                hasil.isi.setdefault(s.row, {})[s.column] = teks
                if (tersimpan := nilai_tercetak(nilai, teks)) is not None:
                    hasil.nilai[s.row, s.column] = tersimpan
                if isinstance(nilai, float) and "," in teks:
                    hasil.titik[s.row, s.column] = cetak_nilai(nilai, format_, titik=True)
    catatan += _tanpa_nilai(mentah, nama_lembar(lembar.title), sebutan)
    return hasil, sisa


def _tanpa_nilai(mentah: bytes, nama: str, sebutan: str) -> Iterator[Catatan]:
    """A remark for each formula whose value was never computed: what it prints nobody knows."""
    cocok = (_ALAMAT.search(c) for c in _TANPA_NILAI.findall(mentah) if b't="str"' not in c)
    alamat = [c[1].decode() for c in cocok if c is not None]
    for n, a in enumerate(alamat):
        lokasi = Lokasi(sebutan, sel=f"{nama}!{a}")
        if n == CATATAN_TERBANYAK:
            yield Catatan(kalimat("rumus_lain_tanpa_nilai", n=len(alamat) - n), lokasi, hilang=True)
            return
        yield Catatan(kalimat("rumus_tanpa_nilai", sel=f"{nama}!{a}"), lokasi, hilang=True)
