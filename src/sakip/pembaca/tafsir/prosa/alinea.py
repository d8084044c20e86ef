"""The prose of a document: paragraphs put together over lines and pages, each with its chapter and section."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from sakip.pembaca.blok import Paragraf
from sakip.teks.istilah import bentuk, himpunan

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sakip.angka.lokasi import Lokasi
    from sakip.pembaca.tafsir.tabel.rangkai import TabelMentah

__all__ = ["ALINEA_TERPANJANG", "Alinea", "susun_alinea"]

_BAB = re.compile(r"BAB\s+([IVX]+|\d+)(?:\s+[^:]*)?\Z")
_HURUF = re.compile(r"([A-Z])\.(?:\s?(\d{1,2})\b\.?)?\s+\S")
_ANGKA = re.compile(r"(\d{1,2})([.)])\s+\S")
_ANAK = re.compile(r"([a-z])[.)]\s+\S")
_SELESAI = tuple('.:;!?”"')
JUDUL_TERPANJANG = 160
ALINEA_TERPANJANG = 20_000
"""Characters of a paragraph, beyond which what follows is another: patterns would be sought in it for long."""


@attrs.frozen(slots=True)
class Alinea:
    """A paragraph of prose.

    Attributes:
        teks: its words, the lines joined by a space.
        letak: where each line begins in `teks`.
        lokasi: the place of each line.
        bagian: chapter and section, `III.A.2`.
        judul: it looks like a heading: short, no end of a sentence.
        butir: it was a list item.
        urut: its place in the document.
    """

    teks: str
    letak: tuple[int, ...]
    lokasi: tuple[Lokasi, ...]
    bagian: str = ""
    judul: bool = False
    butir: bool = False
    urut: int = 0

    def tempat(self, posisi: int) -> Lokasi:
        """Where the character at `posisi` is printed."""
        return self.lokasi[bisect_right(self.letak, posisi) - 1]

    def baris(self) -> list[tuple[str, Lokasi]]:
        """Its lines, each with its place."""
        ujung = [*self.letak[1:], len(self.teks) + 1]
        return [(self.teks[i : j - 1], lok) for i, j, lok in zip(self.letak, ujung, self.lokasi, strict=True)]


class _Bagian:
    """Follows the headings: chapter, letter, number."""

    def __init__(self) -> None:
        self.bab = "Sampul"
        self.huruf = ""
        self.nomor = ""
        self.gaya = ""
        self.anak = ""

    def catat(self, teks: str, *, judul: bool, butir: bool, sendiri: bool) -> str:
        """The chapter and section of a paragraph; `sendiri`: it stands alone, not in a list."""
        if cocok := _BAB.match(teks):
            self.bab, self.huruf, self.nomor, self.gaya, self.anak = cocok[1], "", "", "", ""
        elif judul and (cocok := bentuk("bagian.depan").match(teks)):
            self.bab, self.huruf, self.nomor, self.gaya, self.anak = cocok[0].title(), "", "", "", ""
        elif judul and not butir and (cocok := _HURUF.match(teks)):
            self.huruf, self.nomor, self.anak = cocok[1], cocok[2] or "", ""
            self.gaya = "tetap" if cocok[2] else ""
        elif sendiri and not butir and (cocok := _ANGKA.match(teks)) and self.huruf and len(teks) < JUDUL_TERPANJANG:
            if judul and self.gaya in {"", cocok[2]}:
                self.nomor, self.gaya = cocok[1], cocok[2]
            self.anak = ""
        elif not butir and self.nomor and (cocok := _ANAK.match(teks)):
            self.anak = cocok[1]
        elif teks.partition(" ")[0].casefold() in himpunan("kalimat_penutup"):
            self.anak = ""  # a sentence on the whole ends the list
        return ".".join(t for t in (self.bab, self.huruf, self.nomor, self.anak) if t)


def susun_alinea(bagian: Sequence[Paragraf | TabelMentah], kecuali: Collection[int]) -> list[Alinea]:
    """The prose of a document.

    Args:
        bagian: the document in order.
        kecuali: the parts that are no prose: titles of tables, forms.
    """
    penjejak = _Bagian()
    hasil: list[Alinea] = []
    kini: list[tuple[int, Paragraf]] = []
    panjang = rumus = 0

    def tutup(*, disambung: bool = False) -> None:
        nonlocal panjang, rumus
        if kini:
            hasil.append(_alinea(kini, penjejak, disambung=disambung))
            kini.clear()
            panjang = rumus = 0

    for i, p in enumerate(bagian):
        if not isinstance(p, Paragraf) or i in kecuali:
            tutup()
            continue
        muat = panjang + len(p.teks) <= ALINEA_TERPANJANG
        if kini and not (muat and _menyambung(kini[-1][1], p, rumus=rumus % 2 == 1)):
            tutup(disambung=p.sambung)
        kini.append((i, p))
        panjang += len(p.teks)
        rumus += p.teks.count("$$")
    tutup()
    return hasil


def _menyambung(atas: Paragraf, p: Paragraf, *, rumus: bool) -> bool:
    """Whether a line goes on with the one above; `rumus`: a formula has begun there that has not ended."""
    if p.butir or (not rumus and ("$$" in p.teks or "$$" in atas.teks)):
        return False
    if p.sambung:
        return not _ANGKA.match(p.teks)
    # Broken by a page: the sentence above has not ended and this line goes on with it.
    return p.teks[:1].islower() and not _ANAK.match(p.teks) and not atas.teks.endswith(_SELESAI) and len(atas.teks) > 60


def _alinea(baris: list[tuple[int, Paragraf]], penjejak: _Bagian, *, disambung: bool) -> Alinea:
    letak: list[int] = []
    teks = ""
    for _, p in baris:
        teks += " " if teks else ""
        letak.append(len(teks))
        teks += p.teks
    judul = len(teks) <= JUDUL_TERPANJANG and not teks.endswith((".", ";", ":", ","))
    butir = baris[0][1].butir
    bagian = penjejak.catat(teks, judul=judul, butir=butir, sendiri=not baris[0][1].sambung and not disambung)
    return Alinea(teks, tuple(letak), tuple(p.lokasi for _, p in baris), bagian, judul, butir, baris[0][0])
