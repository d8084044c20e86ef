"""The bytes of a file before anybody parses them: fetched, and named by what they are."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from sakip.errors import Masalah, SumberError, sebab

__all__ = [
    "MB",
    "UKURAN_TERBESAR",
    "BukanTeksError",
    "baca_berkas",
    "gagal",
    "isi_berkas",
    "kurang_pustaka",
    "tampaknya",
    "teks_berkas",
    "urai_teks",
]

MB = 1_000_000
UKURAN_TERBESAR = 200 * MB
"""Bytes beyond which a file is refused before it is read."""

_TANDA = (
    (b"%PDF-", "isinya PDF"),
    (b"PK\x03\x04", "isinya arsip zip atau berkas Office"),
    (b"{\\rtf", "isinya RTF"),
    (b"<?xml", "isinya XML"),
    (b"<html", "isinya HTML"),
    (b"<!doctype", "isinya HTML"),
    *((tanda, "isinya gambar") for tanda in (b"\x89png", b"\xff\xd8\xff", b"ii*\0", b"mm\0*", b"gif8")),
)
"""How files of other kinds begin, in small letters."""
_BOM_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_KENDALI = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""What no text has, in whatever encoding of one byte."""
SEPATAH = 8
"""Bytes below which there is too little text to tell its encoding by."""
_BUKAN_UTF8 = "bukan UTF-8 (tampaknya {}); simpan ulang sebagai UTF-8"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def gagal(sebutan: str, pesan: str) -> SumberError:
    """The error for a source that cannot be read."""
    return SumberError([Masalah(sebutan, pesan)])


def kurang_pustaka(sebutan: str, pustaka: str, ekstra: str) -> SumberError:
    """The error for a library that is not installed."""
    return gagal(sebutan, f"membaca .{ekstra} memerlukan pustaka {pustaka}: pip install 'sakip[{ekstra}]'")


def baca_berkas(path: Path, sebutan: str, terbesar: int = UKURAN_TERBESAR) -> bytes:
    """The bytes of a regular file of at most `terbesar` bytes.

    Raises:
        SumberError: it cannot be had, is empty or is too large.
    """
    try:
        keadaan = path.stat()
        if not stat.S_ISREG(keadaan.st_mode):
            raise gagal(sebutan, "bukan berkas biasa")
        if keadaan.st_size > terbesar:
            raise gagal(sebutan, f"terlalu besar: {keadaan.st_size // MB} MB; batasnya {terbesar // MB} MB")
        with path.open("rb") as aliran:
            isi = aliran.read(terbesar + 1)
    except (OSError, ValueError) as e:
        raise gagal(sebutan, f"tidak dapat dibaca: {sebab(e)}") from None
    if not isi:
        raise gagal(sebutan, "berkas kosong")
    return isi


def isi_berkas(sebutan: str, terbesar: int) -> bytes:
    """The bytes of a file that a person wrote, which may be empty.

    Raises:
        SumberError: there is none, or it is no ordinary file of at most `terbesar` bytes.
    """
    try:
        path = Path(sebutan)
        keadaan = path.stat()
        if stat.S_ISDIR(keadaan.st_mode):
            raise gagal(sebutan, "ini folder, bukan berkas")
        if not stat.S_ISREG(keadaan.st_mode):
            raise gagal(sebutan, "bukan berkas biasa")
        if keadaan.st_size > terbesar:
            raise gagal(sebutan, f"terlalu besar: batasnya {terbesar // MB} MB")
        return path.read_bytes()
    except FileNotFoundError:
        raise gagal(sebutan, "berkas tidak ada") from None
    except (OSError, ValueError) as e:
        raise gagal(sebutan, f"tidak dapat dibaca: {sebab(e)}") from None


def tampaknya(isi: bytes) -> str:
    """What a file seems to be, by its first bytes."""
    if asing := isi_asing(isi):
        return asing
    if _utf16(isi):
        return "isinya teks UTF-16"
    return "isinya tidak dikenal, mungkin rusak" if b"\0" in isi[:1024] else "isinya teks biasa"


def isi_asing(isi: bytes) -> str:
    """What a file is that is no text, by how it begins; empty when it does not tell."""
    if isi.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in isi:
            return "berkas terenkripsi; buka dengan kata sandinya dan simpan tanpa kata sandi"
        return "format Office lama (.doc, .xls); simpan ulang sebagai .docx atau .xlsx"
    awal = isi[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((nama for tanda, nama in _TANDA if awal.startswith(tanda.lower())), "")


class BukanTeksError(ValueError):
    """Bytes that are no text in UTF-8: what they seem to be, and the line in which that shows."""

    def __init__(self, pesan: str, baris: int | None = None) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.baris = baris


def urai_teks(isi: bytes) -> str:
    """The text of a file in UTF-8, with or without a byte order mark.

    Raises:
        BukanTeksError: it is something else.
    """
    if asing := isi_asing(isi):
        raise BukanTeksError(f"bukan teks: {asing}")
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise BukanTeksError(_penyandian(isi), isi.count(b"\n", 0, e.start) + 1) from None
    if (letak := isi.find(b"\0")) >= 0:
        pesan = _BUKAN_UTF8.format("UTF-16") if _utf16(isi) else "memuat karakter NUL; bukan teks"
        raise BukanTeksError(pesan, isi.count(b"\n", 0, letak) + 1)
    return teks


def teks_berkas(isi: bytes, sebutan: str, masalah: list[Masalah]) -> str | None:
    """The text of a file; None, with the problem recorded, when it is none."""
    try:
        return urai_teks(isi)
    except BukanTeksError as e:
        masalah.append(Masalah(sebutan, e.pesan, e.baris))
        return None


def _penyandian(isi: bytes) -> str:
    """What bytes that are no UTF-8 may be instead."""
    if _utf16(isi):
        return _BUKAN_UTF8.format("UTF-16")
    if _KENDALI.search(isi[:100_000]):
        return "bukan teks: isinya tidak dikenal, mungkin rusak"
    return _BUKAN_UTF8.format("Windows-1252 atau Latin-1")


def _utf16(isi: bytes) -> bool:
    """Whether it begins so, or every other byte of what would be letters is zero."""
    genap, ganjil = (b.count(0) for b in (isi[:400:2], isi[1:400:2]))
    berselang = len(isi) > SEPATAH and not min(genap, ganjil) and 4 * max(genap, ganjil) > len(isi[:400])
    return isi.startswith(_BOM_UTF16) or berselang
