"""Strict TOML: what `tomllib` reads, with the line of every key and value, and its complaints in Indonesian."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, cast

from sakip.errors import Masalah
from sakip.konversi.letak import letak_toml
from sakip.konversi.pohon import Dokumen, susun

if TYPE_CHECKING:
    from sakip.konversi.pohon import Peta

__all__ = ["muat"]

TITIK_TERBANYAK = 500
"""Dots in a line: the parser copies a dotted key once for each of its parts."""

_TEMPAT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_TERJEMAHAN = {
    "Expected '=' after": "'=' diharapkan sesudah kunci",
    "Expected newline or end": "hanya satu kunci dan nilainya dalam satu baris",
    "Expected ']": "kurung siku penutup diharapkan di sini",
    "Invalid statement": "kunci diharapkan di sini",
    "Invalid initial character for a key": "kunci diharapkan di sini",
    "Invalid value": "nilai tidak sah; teks ditulis dalam tanda kutip",
    "Invalid date": "tanggal tidak sah",
    "Cannot overwrite a value": "kunci ganda",
    "Cannot declare": "tabel ganda",
    "Cannot mutate immutable": "tabel yang sudah ditulis dalam kurung kurawal tidak dapat ditambahi",
    "Cannot redefine namespace": "tabel yang sudah ditulis dalam kurung kurawal tidak dapat ditambahi",
    "Duplicate inline table key": "kunci ganda",
    "Unclosed array": "',' atau kurung penutup diharapkan di sini",
    "Unclosed inline table": "',' atau kurung penutup diharapkan di sini",
    "Unterminated string": "tanda kutip tidak ditutup",
    "Expected": "tanda kutip tidak ditutup",
    "Illegal character": "karakter yang tidak boleh di sini, misalnya akhir baris di dalam tanda kutip",
    "Unescaped '\\'": "garis miring terbalik di dalam teks ditulis dua kali",
    "Invalid hex value": "kode karakter tidak sah",
    "Escaped character is not": "kode karakter tidak sah",
    "Exceeds the limit": "bilangan dengan terlalu banyak angka",
}


def muat(isi: str, berkas: str, masalah: list[Masalah]) -> Peta | None:
    """Read a document.

    Args:
        isi: the text of the file.
        berkas: what problems call the file.
        masalah: receives what is wrong.

    Returns:
        The tree; None when it is no TOML, which is then a problem.
    """
    for nomor, baris in enumerate(isi.split("\n"), 1):
        if baris.count(".") > TITIK_TERBANYAK:
            masalah.append(Masalah(berkas, f"memuat lebih dari {TITIK_TERBANYAK} titik", nomor))
            return None
    try:
        nilai = tomllib.loads(isi)
        return cast("Peta", susun(nilai, letak_toml(isi), Dokumen(berkas)))
    except RecursionError:
        masalah.append(Masalah(berkas, "TOML bersarang terlalu dalam"))
    except ValueError as e:  # also an integer of more digits than Python reads
        masalah.append(_error(e, isi, berkas))
    return None


def _error(e: ValueError, isi: str, berkas: str) -> Masalah:
    soal = str(e)
    baris = None
    if tempat := _TEMPAT.search(soal):
        soal = soal[: tempat.start()]
        baris = int(tempat[1]) if tempat[1] else isi.rstrip("\n").count("\n") + 1
    penjelasan = next((v for k, v in _TERJEMAHAN.items() if soal.startswith(k)), soal)
    return Masalah(berkas, f"TOML tidak sah: {penjelasan}", baris)
