"""From blocks to whole tables: grids over page breaks are put together, each with its number and title.

A grid goes on with the one before when nothing but a page number stands between them and its heading is the
same or missing.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from sakip.pembaca.blok import Paragraf, SelGrid
from sakip.pembaca.tafsir.kosakata import AMBANG, kata_judul
from sakip.teks.istilah import bentuk, himpunan
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sakip.angka.lokasi import Lokasi
    from sakip.pembaca.blok import Blok
    from sakip.pembaca.tafsir.kosakata import Kosakata

__all__ = ["KEPALA_TERBANYAK", "BarisMentah", "Rangkaian", "TabelMentah", "baris_nomor", "mirip_judul", "rangkai"]

_EKOR_DAFTAR = re.compile(r"(?:[\s.…]*\t|\s*\.{2,}|…)\s*[\divxl]*\s*\Z|\s+\d{1,3}\s*\Z")
_BERTITIK = re.compile(r"(?:\.{2,}|…|\t)\s*[\divxl]*\s*\Z")
_BUKAN_JUDUL = re.compile(r"(?!%\Z)\(?[-–\d.,()]*\)?\s*%?\Z|[-–(]?\s*rp\.?(?:[\s\d(–-]|\Z)", re.IGNORECASE)
_TAHUN = re.compile(r"(?:19|20)\d{2}\Z")
_ISIAN = re.compile(r"[\w /.]{2,40}\s*:\s*\S")
_NOMOR = re.compile(r"\(?-?(\d{1,2})\)?(?:\s*=.*)?\Z")
_RP = re.compile(r"rp\.?\Z", re.IGNORECASE)
_UANG = re.compile(r"-?\s*\d[\d.,]*(?:\s*,?-)?\Z")

KEPALA_TERBANYAK = 5
"""Rows of a heading with its column numbers, at most."""

SERUPA = 4, 5
"""Of how many words of a heading that is printed again how many are those of the first, at least."""

SEBAGIAN = 5
"""Numbers of columns that are some of a form's, at least."""

JUDUL_TERBANYAK = 6
"""Lines of a title, at most."""

SAMBUNG_TERPANJANG = 3
"""Letters of words such as `dan` that a title prints small."""

JUDUL_TERPANJANG = 260
"""Characters in a line of a title; a longer line is prose."""


@attrs.frozen(slots=True)
class BarisMentah:
    """A row of a table not yet understood; `awal`: the first one on its page, after the heading."""

    sel: tuple[SelGrid, ...]
    awal: bool = False

    @property
    def lokasi(self) -> Lokasi:
        """Where it begins."""
        return self.sel[0].lokasi

    @property
    def isi(self) -> list[str]:
        """The texts of its cells."""
        return [s.teks for s in self.sel]


@attrs.define(slots=True, eq=False)
class TabelMentah:
    """A whole table, its rows of one length, not yet understood."""

    baris: list[BarisMentah]
    lokasi: Lokasi
    nomor: str = ""
    judul: str = ""

    @property
    def lebar(self) -> int:
        """How many columns it has."""
        return max((len(b.sel) for b in self.baris), default=0)


@attrs.frozen(slots=True)
class Rangkaian:
    """The parts of a document in order, and what the list of tables calls each table."""

    bagian: tuple[Paragraf | TabelMentah, ...]
    kepala: frozenset[int]
    """Places in `bagian` of paragraphs that are the number or title of a table."""
    daftar: dict[str, str]
    tanpa_tabel: tuple[Paragraf, ...] = ()
    """Titles of tables under which no table stands."""


def baris_nomor(sel: Sequence[str], *, penuh: bool = False) -> bool:
    """Whether a row prints column numbers: `1 2 3`, `(1) (2) (7) = (6) : (5)`; a number may be skipped or doubled.

    A table that prints some columns of a form keeps their numbers, `2 3 7 8 14`; that is none where `penuh` wants all.
    """
    isi = [t for t in sel if t]
    cocok = [_NOMOR.match(t) for t in isi]
    if len(isi) < 2 or not all(cocok):
        return False
    angka = [int(c[1]) for c in cocok if c]
    if angka[0] <= 1 and all(0 <= b - a <= 2 for a, b in pairwise(angka)):
        return True
    sebagian = not penuh and len(angka) >= SEBAGIAN and angka[-1] <= 3 * len(angka)
    return sebagian and bool(sel[0]) and all(a < b for a, b in pairwise(angka))


def mirip_judul(sel: Sequence[str], kosakata: Kosakata) -> bool:
    """Whether a row may be the heading of a table: words, most of which the vocabulary knows."""
    isi = [t for t in sel if t]
    if len(isi) < 2 or any(len(t) > 120 or (_BUKAN_JUDUL.match(t) and not _TAHUN.match(t)) for t in isi):
        return False
    if "%" in isi and not sel[0].strip():
        return False  # the lower row of a heading, which a page may have cut off
    kenal = sum(kosakata.peran(kata_judul(t))[1] >= AMBANG for t in isi)
    return 2 * kenal >= len(isi)


def rangkai(blok: Iterable[Blok], kosakata: Kosakata) -> Rangkaian:
    """Put the grids of a document together."""
    bagian: list[Paragraf | TabelMentah] = []
    kepala: set[int] = set()
    terbuka: TabelMentah | None = None
    for b in blok:
        if isinstance(b, Paragraf):
            if terbuka is not None and bentuk("tabel.lanjutan").match(b.teks):
                kepala.add(len(bagian))
            elif not bentuk("tabel.halaman").match(b.teks):
                terbuka = None
            bagian.append(b)
            continue
        baris = [_satukan_rp(r) for r in b.baris]
        if terbuka is not None and _lanjutan(terbuka, baris, kosakata):
            _sambung(terbuka, baris)
            continue
        terbuka = TabelMentah([BarisMentah(r) for r in baris], b.lokasi, judul=b.judul)
        if not b.judul:
            _cari_judul(terbuka, bagian, kepala, kosakata)
        bagian.append(terbuka)
    daftar, dalam = _daftar_tabel(bagian, kepala)
    yatim = _tanpa_tabel(bagian, kepala | dalam)
    return Rangkaian(tuple(map(_selesai, bagian)), frozenset(kepala), daftar, yatim)


def _tanpa_tabel(bagian: Sequence[Paragraf | TabelMentah], kecuali: set[int]) -> tuple[Paragraf, ...]:
    ada = {t.nomor for t in bagian if isinstance(t, TabelMentah)}
    hasil: dict[str, Paragraf] = {}
    for i, p in enumerate(bagian):
        if i in kecuali or not isinstance(p, Paragraf) or len(p.teks) > JUDUL_TERPANJANG:
            continue
        cocok = bentuk("tabel.kepala").match(p.teks)
        if not cocok or bentuk("tabel.kalimat").search(p.teks):
            continue
        if not cocok["judul"] or cocok["judul"][0].isupper():
            nomor = _nomor_tabel(cocok["nomor"])
            if nomor not in ada:
                hasil.setdefault(nomor, p)
    return tuple(hasil.values())


def _nomor_tabel(teks: str) -> str:
    return re.sub(r"\s+", "", teks).replace("-", ".")


def _selesai(bagian: Paragraf | TabelMentah) -> Paragraf | TabelMentah:
    """A part with its rows made of one length; a table of contents is no table."""
    if isinstance(bagian, TabelMentah):
        if baku(bagian.judul).startswith("daftar "):
            return Paragraf(bagian.judul, bagian.lokasi)
        _buang_kepala_ulang(bagian)
        _ratakan(bagian)
    return bagian


def _satukan_rp(baris: tuple[SelGrid, ...]) -> tuple[SelGrid, ...]:
    """A `Rp` in a cell of its own, and the figure in the next, are one cell; the other stays empty."""
    for i in range(len(baris) - 1):
        if _RP.match(baris[i].teks) and _UANG.match(baris[i + 1].teks):
            gabung = attrs.evolve(baris[i], teks=f"{baris[i].teks} {baris[i + 1].teks}")
            return _satukan_rp((*baris[:i], gabung, attrs.evolve(baris[i + 1], teks=""), *baris[i + 2 :]))
    return baris


def _baku_baris(sel: Iterable[SelGrid]) -> list[str]:
    return [baku(s.teks) for s in sel]


def _lanjutan(tabel: TabelMentah, baris: list[tuple[SelGrid, ...]], kosakata: Kosakata) -> bool:
    awal = _baku_baris(tabel.baris[0].sel)
    kini = _baku_baris(baris[0])
    if awal == kini:
        return True
    if len(awal) != len(kini):
        return False
    return not mirip_judul([s.teks for s in baris[0]], kosakata) or (
        _berhalaman(tabel, baris) and _judul_lagi(baris[0], _kata_kepala(tabel))
    )


def _berhalaman(tabel: TabelMentah, baris: Sequence[tuple[SelGrid, ...]]) -> bool:
    """Whether rows stand on the page after the last of a table that has its heading behind it."""
    atas, bawah = tabel.baris[-1].lokasi.halaman, baris[0][0].lokasi.halaman
    return atas is not None and bawah == atas + 1 and any(_berangka(b.sel) for b in tabel.baris)


def _kata_kepala(tabel: TabelMentah) -> set[str]:
    """The words of the heading of a table: of its first rows, up to one with figures."""
    hasil: set[str] = set()
    for b in tabel.baris[:KEPALA_TERBANYAK]:
        if _berangka(b.sel):
            break
        hasil.update(k for t in _baku_baris(b.sel) for k in t.split())
    return hasil


def _berangka(sel: Iterable[SelGrid]) -> bool:
    return any(
        t and _BUKAN_JUDUL.match(t) and any(map(str.isdigit, t)) and not _TAHUN.match(t) for t in (s.teks for s in sel)
    )


def _judul_lagi(sel: Sequence[SelGrid], kepala: set[str]) -> bool:
    """Whether a row on top of a page prints the heading again, if in a few other words: `Pagu (Rp)` and `Pagu`.

    What is a figure in it, a year for one, is the same.
    """
    kata = [k for t in _baku_baris(sel) for k in t.split()]
    ada = [k in kepala for k in kata]
    if _berangka(sel) or not all(a for k, a in zip(kata, ada, strict=True) if any(map(str.isdigit, k))):
        return False
    return sum(bool(s.teks) for s in sel) > 1 and sum(ada) * SERUPA[1] >= len(ada) * SERUPA[0]


def _sambung(tabel: TabelMentah, baris: list[tuple[SelGrid, ...]]) -> None:
    """Add the rows of the next page, without the heading that is printed again."""
    n = _kepala_ulang([_baku_baris(b.sel) for b in tabel.baris[:KEPALA_TERBANYAK]], baris)
    if _berhalaman(tabel, baris):
        kepala = _kata_kepala(tabel)
        while n < min(len(baris), KEPALA_TERBANYAK) and _judul_lagi(baris[n], kepala):
            n += 1
        bernomor = any(baris_nomor(b.isi) for b in tabel.baris[:KEPALA_TERBANYAK])
        if 0 < n < len(baris) and bernomor and baris_nomor([s.teks for s in baris[n]]):
            n += 1
    tabel.baris += [BarisMentah(r, awal=i == 0) for i, r in enumerate(baris[n:])]


def _kepala_ulang(atas: list[list[str]], baris: Sequence[tuple[SelGrid, ...]]) -> int:
    """How many rows print the heading of the table, `atas`, again."""
    n = 0
    while n < min(len(baris), len(atas)) and _baku_baris(baris[n]) == atas[n]:
        n += 1
    if n < len(baris) and baris_nomor([s.teks for s in baris[n]]) and _baku_baris(baris[n]) in atas:
        n += 1
    return n


def _buang_kepala_ulang(tabel: TabelMentah) -> None:
    """Leave out the heading where a page begins inside a grid and prints it again."""
    atas = [_baku_baris(b.sel) for b in tabel.baris[:KEPALA_TERBANYAK]]
    if sum(map(bool, atas[0])) < 2:
        return
    hasil = tabel.baris[:1]
    i = 1
    while i < len(tabel.baris):
        n = 0
        if _baku_baris(tabel.baris[i].sel) == atas[0]:
            n = _kepala_ulang(atas, [b.sel for b in tabel.baris[i : i + KEPALA_TERBANYAK + 1]])
        if not n:
            hasil.append(tabel.baris[i])
        i += n or 1
    tabel.baris = hasil


def _ratakan(tabel: TabelMentah) -> None:
    """Make the rows of one length."""
    lebar = tabel.lebar
    for i, b in enumerate(tabel.baris):
        if len(b.sel) < lebar:
            kosong = (SelGrid("", b.sel[-1].lokasi),) * (lebar - len(b.sel))
            tabel.baris[i] = attrs.evolve(b, sel=b.sel + kosong)


def _cari_judul(tabel: TabelMentah, bagian: list[Paragraf | TabelMentah], kepala: set[int], kosakata: Kosakata) -> None:
    """Find the number and title in the lines above: `Tabel 2. 7` and what follows it, else the nearest heading."""
    atas: list[tuple[int, Paragraf]] = []
    for i in range(len(bagian) - 1, -1, -1):
        p = bagian[i]
        if isinstance(p, TabelMentah) or len(atas) >= JUDUL_TERBANYAK or len(p.teks) > JUDUL_TERPANJANG:
            break
        atas.append((i, p))
        cocok = bentuk("tabel.kepala").match(p.teks)
        if cocok:
            tabel.nomor = _nomor_tabel(cocok["nomor"])
            lain = [q.teks for _, q in reversed(atas[:-1])]
            tabel.judul = " ".join(t for t in (cocok["judul"], *lain) if t)
            tabel.lokasi = p.lokasi
            kepala.update(j for j, _ in atas)
            return
    satuan = atas.pop(0) if len(atas) > 1 and bentuk("tabel.dalam_satuan").match(atas[0][1].teks.strip()) else None
    berjudul = himpunan("kata_judul_tabel")
    calon = [(i, p) for i, p in atas if berjudul & set(baku(p.teks).split()) and not _ISIAN.match(p.teks)]
    if calon and (
        calon[0][1].teks.isupper() or calon[0][1].tebal or (calon[0][0] == atas[0][0] and _seperti_judul(calon[0][1]))
    ):
        i, p = calon[0]
        baris = [p.teks]
        kepala.add(i)
        if satuan is not None:
            baris.append(satuan[1].teks)
            kepala.add(satuan[0])
        while isinstance(q := bagian[i], Paragraf) and q.sambung and i:
            i -= 1
            q = bagian[i]
            if not isinstance(q, Paragraf):
                break
            kepala.add(i)
            baris.insert(0, q.teks)
        tabel.judul = " ".join(baris)
        tabel.nomor = kosakata.sebutan_tabel(baku(tabel.judul))
        tabel.lokasi = calon[0][1].lokasi


def _seperti_judul(p: Paragraf) -> bool:
    """Whether the line right above a table reads as its title: short, no sentence, its words in capitals."""
    polos = re.sub(r"\([^()]*\)", " ", p.teks)
    kata = [k for k in polos.split() if k[0].isalpha() and len(k) > SAMBUNG_TERPANJANG]
    besar = sum(k[0].isupper() for k in kata)
    return not p.butir and not p.teks.endswith((".", ":", ";", ",")) and len(kata) > 1 and besar * 5 >= len(kata) * 4


def _daftar_tabel(bagian: list[Paragraf | TabelMentah], kepala: set[int]) -> tuple[dict[str, str], set[int]]:
    """Number to title, as the list of tables at the front has it, and the places of its lines."""
    hasil: dict[str, str] = {}
    letak: set[int] = set()
    dalam = False
    for i, p in enumerate(bagian):
        if isinstance(p, TabelMentah):
            baris = ["\t".join(b.isi) for b in p.baris] if baku(p.judul) == "daftar tabel" else []
        elif i in kepala:
            continue
        else:
            if bentuk("tabel.awal_bagian").match(p.teks):
                dalam = baku(p.teks) == "daftar tabel"
            baris = [p.teks] if dalam else []
            if dalam or (len(p.teks) <= JUDUL_TERPANJANG and _BERTITIK.search(p.teks)):
                letak.add(i)
        for t in baris:
            cocok = bentuk("tabel.kepala").match(t)
            if cocok and cocok["judul"]:
                hasil.setdefault(_nomor_tabel(cocok["nomor"]), _EKOR_DAFTAR.sub("", cocok["judul"]).strip())
    return hasil, letak
