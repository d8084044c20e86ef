"""Text and Markdown into blocks, as OCR and converters write them.

A table is lines with tabs or pipes. A cell broken over lines is put together again; what ties grids over
pages together, and what a grid means, is the business of `sakip.pembaca.tafsir`.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from sakip.angka.lokasi import Lokasi
from sakip.errors import Masalah, SumberError
from sakip.pembaca.bita import BukanTeksError, baca_berkas, urai_teks
from sakip.pembaca.blok import Dokumen, Grid, Paragraf, SelGrid

if TYPE_CHECKING:
    from pathlib import Path

    from sakip.model.laporan import Catatan
    from sakip.pembaca.blok import Blok

__all__ = ["TERBESAR", "blok_berkas", "blok_teks"]

TERBESAR = 50_000_000
"""Bytes beyond which a text is refused; no report is that long."""

_PIPA = re.compile(r"\s*(?:[-*+]\s+)?\|(.*)\|\s*$")
"""A pipe row, also one that a converter took for a list item."""
_GARIS = re.compile(r"[\s|:=-]*\Z")
"""The line under the heading of a pipe table, or an empty pipe row."""
_BUTIR = re.compile(r"(?:[-•●▪◦*+➤❖✓]|\uf0b7)\s+")
_PAGAR = re.compile(r"#{1,6}\s+")
_MIRING = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")
"""Italics: a pair of asterisks around words; a single one is a footnote mark."""
_HALAMAN = re.compile(r"\f")
_TAK_TAMPAK = str.maketrans({"\ufeff": None, "\u200b": None, "\u00ad": None, "\u00a0": " "})


class _Pembaca:
    """Reads line by line; `tebal` runs on over lines until the marker that closes it."""

    def __init__(self, sumber: str) -> None:
        self.sumber = sumber
        self.blok: list[Blok] = []
        self.tebal = False
        self.sambung = False
        self.baris: list[list[tuple[str, int]]] = []
        """The rows of the grid being read: cells with their lines."""
        self.susul: list[tuple[str, int]] = []
        """Lines without tabs after a row: the rest of its last cell if another row follows, else paragraphs."""

    def baca(self, isi: str) -> tuple[Blok, ...]:
        for nomor, mentah in enumerate(isi.split("\n"), 1):
            baris = mentah.translate(_TAK_TAMPAK).rstrip()
            sel = _sel_baris(mentah, baris)
            if sel is not None:
                self._baris_tabel([t.replace("**", "").strip() for t in sel], nomor)
            elif not baris:
                self._tutup()
                self.sambung = False
            elif "|" in baris and _GARIS.match(baris.lstrip(" -*+")):
                continue
            elif self.baris:
                self.susul.append((baris, nomor))
            else:
                self._paragraf(baris, nomor)
        self._tutup()
        return tuple(self.blok)

    def _baris_tabel(self, sel: list[str], nomor: int) -> None:
        isi = [(t, nomor) for t in sel]
        lebar = len(self.baris[0]) if self.baris else 0
        if self.baris and self.susul:
            atas = self.baris[-1]
            sambungan = " ".join(t.replace("**", "").strip() for t, _ in self.susul)
            atas[-1] = (f"{atas[-1][0]} {sambungan}".strip(), atas[-1][1])
            self.susul = []
            terbuka = True
        else:
            terbuka = False
        if self.baris and lebar and len(self.baris) > 1:
            atas = self.baris[-1]
            kurang = len(atas) < lebar and len(atas) + len(isi) - 1 == lebar
            if kurang and (_lanjutan(atas, isi) or (terbuka and not isi[0][0][:1].isdigit())):
                atas[-1] = (f"{atas[-1][0]} {isi[0][0]}".strip(), atas[-1][1])
                atas += isi[1:]
                return
        self.baris.append(isi)

    def _paragraf(self, baris: str, nomor: int) -> None:
        teks = baris.strip()
        buka = self.tebal
        if "**" in teks:
            self.tebal ^= teks.count("**") % 2 == 1
            buka = buka or teks.startswith("**")
            teks = teks.replace("**", "").strip()
        judul = _PAGAR.match(teks)
        butir = _BUTIR.match(teks)
        if judul or butir:
            teks = teks[(judul or butir).end() :]  # type: ignore[union-attr] # one of them matched
        if "*" in teks:
            teks = _MIRING.sub(r"\1", teks)
        if teks:
            lokasi = Lokasi(self.sumber, nomor)
            self.blok.append(Paragraf(teks, lokasi, self.sambung, bool(judul) or buka, bool(butir)))
            self.sambung = True

    def _tutup(self) -> None:
        """End the grid; lines that nothing follows were never part of it."""
        if self.baris:
            baris = tuple(tuple(SelGrid(t, Lokasi(self.sumber, n)) for t, n in b) for b in self.baris)
            self.blok.append(Grid(baris, baris[0][0].lokasi))
            self.baris = []
            self.sambung = False
        for teks, nomor in self.susul:
            self._paragraf(teks, nomor)
        self.susul = []


def _sel_baris(mentah: str, baris: str) -> list[str] | None:
    """The cells of a line of a table; None for any other line."""
    if "\t" in mentah:
        sel = mentah.translate(_TAK_TAMPAK).rstrip("\r\n").split("\t")
        return sel if any(t.strip() for t in sel) else None
    if "|" in baris:
        cocok = _PIPA.match(baris)
        if cocok and not _GARIS.match(baris.lstrip(" -*+")):
            return cocok[1].replace("\\|", "¦").split("|")
    return None


def _lanjutan(atas: list[tuple[str, int]], isi: list[tuple[str, int]]) -> bool:
    """Whether a row of the wrong length is the rest of the row above, broken in the middle of a cell."""
    depan = isi[0][0]
    return bool(atas[-1][0]) and depan[:1].islower()


def blok_teks(isi: str, sumber: str = "", sha256: str = "") -> Dokumen:
    """The blocks of a text.

    Args:
        isi: the text.
        sumber: what places call the file.
        sha256: the digest of the file.
    """
    return Dokumen(_Pembaca(sumber).baca(_HALAMAN.sub("", isi)), sumber, sha256)


def blok_berkas(path: Path, sebutan: str) -> tuple[Dokumen, tuple[Catatan, ...]]:
    """The blocks of a file of text or Markdown, in UTF-8 with or without a byte order mark.

    Raises:
        SumberError: the file cannot be read or is no text.
    """
    isi = baca_berkas(path, sebutan, TERBESAR)
    try:
        teks = urai_teks(isi)
    except BukanTeksError as e:
        raise SumberError([Masalah(sebutan, e.pesan, e.baris)]) from None
    if not teks.strip():
        raise SumberError([Masalah(sebutan, "berkas kosong")])
    return blok_teks(teks, sebutan, sha256(isi).hexdigest()), ()
