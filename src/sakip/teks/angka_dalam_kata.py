"""Figures among words: what a sentence, a remark or a cell of words prints that is a figure.

Years, dates, numbers of tables and regulations, codes and the numbering of a list are no figures: they measure nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["angka_dalam_kata", "bukan_angka"]

_BULAN = (
    "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|"
    "jan|feb|mar|apr|jun|jul|ags|agt|sept?|okt|nov|nop|des"
)
_RUJUKAN = (
    "tabel|gambar|grafik|diagram|bagan|lampiran|formulir|bab|sub ?bab|pasal|ayat|huruf|butir|nomor|no|halaman|hal|hlm|"
    "triwulan|tw|semester|eselon|ke|perda|perwal|perbup|pergub|uu|pp|perpres|inpres|kepres|pmk|kmk|permen\\w*|"
    "kepmen\\w*|peraturan|undang-undang|keputusan|instruksi|surat edaran|se|sdgs?|iku|ik|sasaran|tujuan|misi|golongan|"
    "gol|rt|rw|jalan|jl|telp|telepon|fax|nip|kode pos"
)
_ANGKA_RUJUKAN = r"\d+(?:[./-]\s?\d+)*"
_BUKAN_ANGKA = re.compile(
    "|".join(
        (
            rf"\b\d{{1,2}}\s*(?:[-–/]\s*\d{{1,2}}\s*)?(?:{_BULAN})\b\.?(?:\s*(?:19|20)\d{{2}})?",
            r"\b\d{1,2}[/-]\d{1,2}[/-](?:19|20)?\d{2}\b",
            rf"\b(?:{_RUJUKAN})\b[.:]?\s*(?:ke\s*-?\s*)?(?:nomor|no)?[.:]?\s*\(?{_ANGKA_RUJUKAN}"
            rf"(?:\s*(?:,|dan|s\.?/?d\.?|sampai(?:\s+dengan)?|[-–])\s*{_ANGKA_RUJUKAN})*",
            r"(?<![\d.,])(?:19|20)\d{2}(?:\s*(?:[-–/]|s\.?/?d\.?)\s*(?:19|20)?\d{2})?(?![\d.,]*\d|\s*(?:%|persen\b|orang\b|unit\b))",
            r"\b\d{1,3}/[A-Za-z]?\w*/\w+",
            r"(?<![\d.,])\d{1,2}(?:\.\d{1,4}){2,}\.?(?!\d)(?<!\.\d{3}\.\d{3})",
            r"(?<!\d)(?<!Rp)(?<!Rp )(?<!Rp\. )(?<!Rp\.)\d{9,}(?!\d)",
            r"(?<!\d)\d{8}\s\d{6}\s\d\s\d{3}(?!\d)|(?<![\d.,])(?:19|20)\d{6}(?!\d)",  # NIP, and dates as in it
            r"\[[^\]\d]{2,40}\d{1,3}\]",
            r"\b(?:industri|society|versi|web)\s+\d\.\d\b",
            r"\b(?!Rp)[A-Za-z]+[-/]?\d[\w.-]*",
            r"(?<![\d.])\d+(?:\.\d+)*[A-Za-z]\w*",
        )
    ),
    re.IGNORECASE | re.ASCII,
)
"""What prints digits and measures nothing."""
_ALAMAT = re.compile(
    r"\b(?:telp|telepon|fax|faks|faksimile|kode pos|e-?mail|website|www)\b|\A\s*(?:jl|jalan)\b|"
    r"\A[A-Za-z ]+[-–]?\s*\d{5}\s*\Z",
    re.IGNORECASE | re.ASCII,
)
"""What a letterhead says."""
ALAMAT_TERPANJANG = 200
_AWAL = re.compile(r"\s*(?:\(?\d{1,3}[.)](?!\d)|\(\d{1,3}\)|\d{1,2}(?:\.\d{1,2})+\.?(?=\s+[A-Za-z]))")
"""The number of a heading or of an item of a list."""
_ISI = re.compile(r"(?<![\s.…_\-])[\s.…_\-]{3,}[0-9]{1,4}\s*\Z|\t\s*[0-9]{1,4}\s*\Z")
"""The page that a table of contents gives."""
_ANGKA = re.compile(
    r"(?<![\d.,])(?:Rp\.?\s*)?(?:\(\d+(?:[.,]\d+)*\)|-?\d+(?:[.,]\d+)*)(?:,-)?"
    r"(?:\s?(?:%|(?:ribu|juta|miliar|milyar|triliun|trilyun)(?:an)?\b))?",
    re.IGNORECASE | re.ASCII,
)


def bukan_angka(teks: str) -> bytearray:
    """For each character whether its digit measures nothing: years, dates, references, codes, numbering."""
    hasil = bytearray(len(teks))
    if len(teks) <= ALAMAT_TERPANJANG and _ALAMAT.search(teks):
        return bytearray(b"\x01" * len(teks))
    for m in (*_BUKAN_ANGKA.finditer(teks), _AWAL.match(teks), _ISI.search(teks)):
        if m is not None:
            hasil[m.start() : m.end()] = b"\x01" * (m.end() - m.start())
    return hasil


def angka_dalam_kata(teks: str) -> Iterator[tuple[int, str]]:
    """The figures in a text, each with where it begins.

    A figure is a run of digits with its marks, its `Rp`, `%` or large unit; what `bukan_angka` marks is none.
    """
    if not any(c.isdigit() for c in teks):
        return
    bukan = bukan_angka(teks)
    for m in _ANGKA.finditer(teks):
        digit = m.start() + next(i for i, c in enumerate(m[0]) if c.isdigit())
        if not bukan[digit]:
            yield m.start(), m[0].strip()
