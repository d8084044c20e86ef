"""Office files before they are parsed: what they are, how large they become, that no XML part defines entities.

A `.docx` or `.xlsx` is a zip of XML. All of it is inflated once, in pieces that are thrown away, so that no
parser ever sees a bomb, a document type or an encoding that could hide one.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING

import attrs

from sakip.pembaca.bita import MB, baca_berkas, gagal, tampaknya

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["INFLASI_TERBESAR", "Paket", "buka_paket"]

INFLASI_TERBESAR = 200 * MB
"""Bytes beyond which the contents of a package are refused, declared or inflated."""
NISBAH_TERBESAR = 250
"""How many times its size a part may become."""
NISBAH_MULAI = 5 * MB
"""Parts smaller than this may have any ratio: they do no harm."""
BAGIAN_TERBANYAK = 10_000
"""Parts in a package, at most."""

_POTONG = 1 << 20
_TERLARANG = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0!\0(?:D\0O\0C\0T\0Y\0P\0E|E\0N\0T\0I\0T\0Y)", re.IGNORECASE)
"""A document type or an entity, in an encoding of one byte or of two."""
_PENYANDIAN = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)", re.IGNORECASE)
_DIKENAL = {b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252", b"utf-16"}


@attrs.frozen(slots=True, eq=False)
class Paket:
    """A package found harmless.

    Attributes:
        arsip: the zip, from memory.
        sha256: the digest of the file.
        mentah: the file.
    """

    arsip: zipfile.ZipFile
    sha256: str
    mentah: bytes

    def ada(self, nama: str) -> bool:
        """Whether there is such a part."""
        return nama in self.arsip.NameToInfo

    def baca(self, nama: str) -> bytes:
        """A part."""
        return self.arsip.read(nama)


def buka_paket(
    path: Path, sebutan: str, jenis: str, inti: str, amati: Callable[[str, bytes], None] | None = None
) -> Paket:
    """Open an Office file, after looking at all of it.

    Args:
        path: the file.
        sebutan: as the user named it.
        jenis: what it should be, in words: `dokumen Word (.docx)`.
        inti: the folder every file of that kind has: `word/`.
        amati: is shown every piece of every part while they are inflated, with the name of the part.

    Raises:
        SumberError: it is not what its name says, encrypted, truncated, a bomb, or defines entities.
    """
    isi = baca_berkas(path, sebutan)
    if not isi.startswith(b"PK\x03\x04"):
        raise gagal(sebutan, f"bukan {jenis}: {tampaknya(isi)}")
    try:
        arsip = zipfile.ZipFile(io.BytesIO(isi))
        _periksa(arsip, sebutan, amati)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError) as e:
        raise gagal(sebutan, f"rusak atau terpotong: {_sebab(e)}") from None
    if not any(n.startswith(inti) for n in arsip.NameToInfo):
        raise gagal(sebutan, f"bukan {jenis}: {_isi_arsip(arsip)}")
    return Paket(arsip, sha256(isi).hexdigest(), isi)


def _isi_arsip(arsip: zipfile.ZipFile) -> str:
    nama = arsip.NameToInfo
    for awal, sebutan in (("word/", "dokumen Word"), ("xl/", "buku kerja Excel"), ("ppt/", "salindia PowerPoint")):
        if any(n.startswith(awal) for n in nama):
            return f"isinya {sebutan}"
    if "mimetype" in nama and "content.xml" in nama:
        return "isinya OpenDocument (.odt, .ods); simpan ulang sebagai .docx atau .xlsx"
    return "isinya arsip zip biasa"


def _periksa(arsip: zipfile.ZipFile, sebutan: str, amati: Callable[[str, bytes], None] | None) -> None:
    anggota = arsip.infolist()
    if len(anggota) > BAGIAN_TERBANYAK:
        raise gagal(sebutan, f"lebih dari {BAGIAN_TERBANYAK} bagian di dalamnya")
    if any(a.flag_bits & 1 for a in anggota):
        raise gagal(sebutan, "terenkripsi; buka dengan kata sandinya dan simpan tanpa kata sandi")
    if sum(a.file_size for a in anggota) > INFLASI_TERBESAR:
        raise gagal(sebutan, f"isinya melampaui {INFLASI_TERBESAR // MB} MB setelah dimekarkan (bom zip?)")
    if len({a.filename for a in anggota}) < len(anggota):
        raise gagal(sebutan, "memuat dua bagian bernama sama")
    jumlah = 0
    for a in anggota:
        jumlah += _periksa_bagian(arsip, a, sebutan, INFLASI_TERBESAR - jumlah, amati)


def _periksa_bagian(
    arsip: zipfile.ZipFile, a: zipfile.ZipInfo, sebutan: str, sisa: int, amati: Callable[[str, bytes], None] | None
) -> int:
    """Inflate a part and return its true size."""
    xml = a.filename.lower().endswith((".xml", ".rels", ".vml"))
    panjang = 0
    ekor = b""
    with arsip.open(a) as aliran:
        while potong := aliran.read(_POTONG):
            if xml:
                if not panjang:
                    _periksa_awal(potong, a.filename, sebutan)
                if _TERLARANG.search(ekor + potong):
                    raise gagal(sebutan, f"bagian {a.filename} mendefinisikan entitas atau tipe dokumen XML; ditolak")
                ekor = potong[-32:]
            panjang += len(potong)
            if panjang > sisa or (panjang > NISBAH_MULAI and panjang > NISBAH_TERBESAR * max(a.compress_size, 1)):
                raise gagal(sebutan, f"bagian {a.filename} mekar tidak wajar (bom zip?)")
            if amati is not None:
                amati(a.filename, potong)
    return panjang


def _periksa_awal(awal: bytes, nama: str, sebutan: str) -> None:
    """An XML part is in an encoding in which a document type cannot hide."""
    cocok = _PENYANDIAN.match(awal.removeprefix(b"\xef\xbb\xbf").lstrip())
    asing = cocok is not None and cocok[1].lower() not in _DIKENAL
    if asing or not re.match(rb"(?:\xef\xbb\xbf)?\s*<|\xff\xfe<\0|\xfe\xff\0<", awal):
        raise gagal(sebutan, f"bagian {nama} bukan XML dalam penyandian yang dikenal")


def _sebab(e: Exception) -> str:
    if isinstance(e, zipfile.BadZipFile) and "CRC" in str(e):
        return "isi tidak cocok dengan jumlah ujinya"
    return "arsipnya tidak utuh"
