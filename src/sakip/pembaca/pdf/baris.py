"""Characters of a page into lines, and lines into segments between wide gaps."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING

import attrs

from sakip.pembaca.pdf.lembar import putar
from sakip.pembaca.tata_letak import rapikan_teks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sakip.pembaca.pdf.lembar import Huruf, Persegi

__all__ = [
    "PATAH",
    "PENGGALAN",
    "PUTUS",
    "RAPAT",
    "SPASI",
    "TAK_PUTUS",
    "Baris",
    "Segmen",
    "angka_penuh",
    "gabung_sel",
    "susun_baris",
    "susun_kata",
]

PATAH = "\u2060"
"""Stands where a word may have been broken because its cell is full; `pdf_kata` decides when all words are known."""
PUTUS = "\u2061"
"""The same where a space would have had room, and is not there."""
RAPAT = "\u2062"
"""Stands where a line was broken beside a sign and a space that would have had room is not there."""

_TAK_TAMPAK = f"\ufeff\u200b\u00ad{PATAH}{PUTUS}{RAPAT}"
"""Letters that print nothing."""
TAK_PUTUS = re.compile(r"[-–(]?rp\.?", re.IGNORECASE)
"""After what a space may be one at which no line is broken: the engine tells such a space from no other."""
SPASI = 0.22
"""A gap wider than this share of the size of the letters parts words."""
CELAH = 1.2
"""A gap wider than this share of the size of the letters parts columns."""
SEGARIS = 0.4
"""Letters whose feet are nearer than this share of their size stand on one line."""

_ANGKA = re.compile(r"\(?[-–]?\s*(?:rp\.?\s*)?\d[\d.,]*\)?(?:\s*,?-)?\s*%?\)?", re.IGNORECASE)
_UANG_UTUH = re.compile(r"[-–(]?(?:rp\.?\s*)?[-–(]?\d{1,3}(?:\.\d{3})+(?:,\d+)?(?:,?-)?\)?", re.IGNORECASE)
PENGGALAN = re.compile(r"(?=.*\d)[-–(]?(?:rp\.?\s*)?[\d.,()-]+%?", re.IGNORECASE)
_NOMOR = re.compile(r"(?:\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[.)](?:\d{1,2}\.?)?|[-–•●▪◦*➤❖✓○■□\uf000-\uf0ff])")
_GUGUS = re.compile(r"\d?[.,%)-]*")
_HUBUNG = re.compile(r"[^\W\d_]-\w|\d-\d\Z")
_MENEMPEL = (PATAH, PUTUS, RAPAT, ")", "%")
_TITIK = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}")


@attrs.define(slots=True, eq=False)
class Segmen:
    """Words of a line without a wide gap between them.

    Attributes:
        kata: where each letter of its first word ends, from where the word begins.
    """

    x0: float
    x1: float
    teks: str
    kata: list[float] = attrs.field(factory=list)


@attrs.define(slots=True, eq=False)
class Baris:
    """A line: where its letters stand, its segments from left to right.

    Attributes:
        sekata: no space stands in it at which it could have been broken.
        spasi: it ends with a space, as lines that go on do when they are written by most programs.
        arah: its direction (`Huruf.arah`); it stands where it would if the page were turned by that.
    """

    atas: float
    kaki: float
    ukuran: float
    tebal: bool
    segmen: list[Segmen]
    sekata: bool = False
    spasi: bool = False
    arah: int = 0

    @property
    def teks(self) -> str:
        """The whole line."""
        return rapikan_teks(" ".join(s.teks for s in self.segmen))

    @property
    def lebar(self) -> float:
        """From its first letter to its last."""
        return self.segmen[-1].x1 - self.segmen[0].x0

    @property
    def lebar_kata(self) -> float:
        """How wide its first word is."""
        return self.segmen[0].kata[-1]

    @property
    def lebar_gugus(self) -> float:
        """How wide the letters are that it begins with and that are never parted."""
        s = self.segmen[0]
        return s.kata[min(gugus(s.teks), len(s.kata)) - 1]


def angka_penuh(teks: str) -> bool:
    """Whether a text is one figure and nothing else."""
    return _ANGKA.fullmatch(teks) is not None


def gugus(teks: str) -> int:
    """How many letters at the beginning of a line are never parted: a digit and the signs that follow it."""
    cocok = _GUGUS.match(teks)
    return max(1, len(cocok[0])) if cocok else 1


def susun_baris(huruf: Iterable[Huruf]) -> list[Baris]:
    """Lines from the top down, letters from left to right; those that stand upright, then those of each direction."""
    return [b for arah, isi in _segaris(huruf) if (b := _baris(isi, arah)) is not None]


def susun_kata(huruf: Iterable[Huruf]) -> list[tuple[str, Persegi]]:
    """The words of a page in reading order, each with the box around it on the page."""
    hasil: list[tuple[str, Persegi]] = []
    for arah, isi in _segaris(huruf):
        teks, kotak = "", (0.0, 0.0, 0.0, 0.0)
        for h in [*isi, None]:
            putus = h is None or h.teks.isspace() or h.x0 - kotak[2] > SPASI * h.ukuran
            if putus and teks:
                hasil.append((teks, putar(kotak, -arah % 4)))
                teks = ""
            if h is not None and not h.teks.isspace():
                x0, atas, _, kaki = kotak if teks else (h.x0, h.atas, h.x1, h.kaki)
                teks, kotak = teks + h.teks, (x0, min(atas, h.atas), h.x1, max(kaki, h.kaki))
    return hasil


def _segaris(huruf: Iterable[Huruf]) -> Iterator[tuple[int, list[Huruf]]]:
    """The letters of each line, as they stand when the page is turned by the direction of the line."""
    menurut: dict[int, list[Huruf]] = {}
    for h in huruf:
        menurut.setdefault(h.arah, []).append(h)
    for arah, isi in sorted(menurut.items()):
        baris: list[Huruf] = []
        for h in sorted(isi if not arah else [h.tegak() for h in isi], key=attrgetter("kaki")):
            if baris and h.kaki - baris[0].kaki > SEGARIS * max(h.ukuran, 1):
                yield arah, sorted(baris, key=attrgetter("x0"))
                baris = []
            baris.append(h)
        if baris:
            yield arah, sorted(baris, key=attrgetter("x0"))


def _baris(huruf: Sequence[Huruf], arah: int) -> Baris | None:
    huruf = [h for h in huruf if h.teks.strip(_TAK_TAMPAK)]
    terlihat = [h for h in huruf if not h.teks.isspace()]
    if not terlihat:
        return None
    ukuran = sorted(h.ukuran for h in terlihat)[len(terlihat) // 2] or 1.0
    segmen: list[Segmen] = []
    tertunda = ""
    sekata = True
    for h in huruf:
        teks = h.teks
        if teks.isspace():
            tertunda += teks
            continue
        celah = h.x0 - segmen[-1].x1 if segmen else 0.0
        lebar = [h.x1 - h.x0] * len(teks)
        if not segmen or celah > CELAH * ukuran:
            sekata = sekata and not segmen
            segmen.append(Segmen(h.x0, h.x1, teks, lebar))
        else:
            s = segmen[-1]
            baru = bool(tertunda) or celah > SPASI * ukuran
            if not baru and len(s.kata) == len(s.teks):
                s.kata += [h.x1 - s.x0] * len(teks)
            sekata = sekata and (not baru or TAK_PUTUS.fullmatch(s.teks) is not None)
            s.teks += f" {teks}" if baru else teks
            s.x1 = max(s.x1, h.x1)
        tertunda = ""
    tebal = sum(h.tebal for h in terlihat) * 2 > len(terlihat)
    atas, kaki = min(h.atas for h in terlihat), max(h.kaki for h in terlihat)
    return Baris(atas, kaki, ukuran, tebal, _rapikan_segmen(segmen), sekata, tertunda.endswith(" "), arah)


def _rapikan_segmen(segmen: list[Segmen]) -> list[Segmen]:
    """Segments that belong together: a colon and what it introduces, a number and its item, dotted leaders."""
    for s in segmen:
        s.teks = rapikan_teks(s.teks)
    if any(_TITIK.search(s.teks) for s in segmen):
        return [Segmen(segmen[0].x0, segmen[-1].x1, " ".join(s.teks for s in segmen), segmen[0].kata)]
    hasil: list[Segmen] = []
    for s in segmen:
        bernomor = len(hasil) == 1 and len(segmen) == 2 and _NOMOR.fullmatch(hasil[0].teks) and not angka_penuh(s.teks)
        if hasil and (s.teks.startswith(":") or hasil[-1].teks.endswith(" :") or hasil[-1].teks == ":" or bernomor):
            hasil[-1].teks += f" {s.teks}"
            hasil[-1].x1 = s.x1
        else:
            hasil.append(s)
    return hasil


def gabung_sel(baris: Sequence[str]) -> str:
    """The lines of a cell as one text; a figure or a doubled word broken over lines is mended."""
    hasil = ""
    for t in baris:
        if not hasil:
            hasil = t
        elif t.startswith(_MENEMPEL) or _terpotong(hasil, t) or _HUBUNG.search(f"{hasil[-2:]}{t[:1]}"):
            hasil += t
        else:
            hasil += f" {t}"
    return hasil


def _terpotong(atas: str, bawah: str) -> bool:
    """Whether two lines are the pieces of one figure of money."""
    if not (PENGGALAN.fullmatch(atas) and PENGGALAN.fullmatch(bawah)):
        return False
    return _UANG_UTUH.fullmatch(atas + bawah) is not None and not (_UANG_UTUH.fullmatch(atas) and len(bawah) > 3)
