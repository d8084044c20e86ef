"""The words of a PDF: which of the pieces in narrow cells are one word, and whether a text goes on."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import attrs

from sakip.pembaca.pdf.baris import PATAH, PUTUS, RAPAT, angka_penuh

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Kata", "berangka"]

BIAYA_KANAN, BIAYA_KEPING, BIAYA_KIRI, BIAYA_PENDEK, BIAYA_SUKU = 1.0, 1.05, 1.0, 0.6, 2.0
"""How unlikely a word of pieces is that stands nowhere else: the last piece, several together, a piece left of a
break; how unlikely one of a letter or two that does, and a syllable that does not."""
BIAYA_SINGKATAN = 1.15
"""How unlikely an abbreviation of two or three capitals in pieces is."""
BIAYA_SAMBUNGAN = 0.01
"""How much unlikelier a word is with each piece more."""
BIAYA_BERCABANG = 0.3
"""How unlikely a piece is as a word that different ones follow: it may be the beginning of several words."""
ANGKA_TERPANJANG = 12
"""Pieces of a figure, at most."""
KATA_TERPANJANG = 40
"""Letters of a word, at most."""
KATA_TERPENDEK = 4
"""Letters of what may be a word that stands nowhere else in the document."""
SEDIKIT = 3
"""Lines from which nothing is concluded on how a program writes them."""
SEPERSEPULUH = 10

_HURUF = re.compile(rf"[^\W\d_]+(?:{PATAH}[^\W\d_]+)+")
_KATA = re.compile(rf"[^\W\d_]+(?:{PATAH}[^\W\d_]+)*")
_KATA_AKHIR = re.compile(rf"[^\W\d_]+(?:{PATAH}[^\W\d_]+)*\Z")
_POTONGAN = re.compile(rf"\S*{PATAH}\S*")
_KODE = re.compile(r"[\dXx]+(?:\.[\dXx]+)+|\d[\d.,]*\s?[-–]\s?\d[\d.,]*")
_TANDA = re.compile(rf"(?:(?<=\w[-–])|(?<=[/(])|(?<=^[-–])){PATAH}|{PATAH}(?=[,.;)%]|[-–/]\w)")
"""A break beside a sign that stands close to the word."""
_UTUH = rf"[^\s{PATAH}{PUTUS}{RAPAT}]{{3,}}"
_BERTANDA = re.compile(f"[{PATAH}{PUTUS}{RAPAT}]")
_TAK_BERSPASI = re.compile(f"[{PUTUS}{RAPAT}]")
_UJUNG_AWAL, _UJUNG_AKHIR = re.compile(rf"\A{_UTUH}(?=\s|\Z)"), re.compile(rf"(?<!\S){_UTUH}\Z")
_UANG = re.compile(r"[(]?[-–]?(?:rp\.?)?[-–]?\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?:,?-)?[).,;]*", re.IGNORECASE)
"""A figure of money in a text."""
_UNTA = re.compile(r"[a-z]\Z")
_JUDUL = re.compile(r"[A-Z][a-z]")


def berangka(teks: str) -> bool:
    """Whether a text is one figure, or a code."""
    return angka_penuh(teks) or _KODE.fullmatch(teks) is not None


def _seangka(teks: str) -> bool:
    """Whether a text is one figure, as it stands among words."""
    return berangka(teks) or _UANG.fullmatch(teks) is not None


@attrs.define(slots=True, eq=False)
class Kata:
    """The words of a document.

    Attributes:
        dikenal: those that need not stand whole to be known.
        utuh: those that stand whole somewhere, or are the same wherever they are broken.
        cabang: pieces that fill their line and that different ones follow.
        pasangan: words that stand beside each other.
        jelas: pages on which a line that goes on ends with a space unless it ends in a word.
        bersih: whether nothing ends with a space that does not go on.
    """

    dikenal: frozenset[str]
    utuh: frozenset[str]
    cabang: frozenset[str]
    pasangan: frozenset[tuple[str, str]]
    jelas: frozenset[int]
    bersih: bool

    @classmethod
    def dari(cls, halaman: Mapping[int, dict[str, Any]], dikenal: frozenset[str] = frozenset()) -> Kata:
        """The words of all pages; `dikenal`: words that need not stand whole to be known."""
        kosong: frozenset[str] = frozenset()
        bersih = _unggul(_jumlah(halaman, "tutup")[::-1])
        return cls(dikenal, kosong, kosong, frozenset(), _jelas(halaman), bersih).mengenal(_teks(halaman))

    def mengenal(self, teks: Iterable[tuple[int, str]]) -> Kata:
        """The words of texts, each with its page."""
        utuh = set(self.dikenal)
        pasangan: set[tuple[str, str]] = set()
        ekor: dict[str, set[str]] = {}
        potongan: dict[str, frozenset[int]] = {}
        for n, t in teks:
            sebelum = ""
            for k in _KATA.findall(_putuskan(t, jelas=n in self.jelas).casefold()):
                bagian = k.split(PATAH)
                if len(bagian) == 1:
                    utuh.add(k)
                    if sebelum:
                        pasangan.add((sebelum, k))
                sebelum = k if len(bagian) == 1 else ""
                for a, b in pairwise(bagian):
                    ekor.setdefault(a, set()).add(b)
                for kata, letak in _gabungan(bagian):
                    potongan[kata] = potongan.get(kata, letak) & letak
        # Pieces of one word are cut anywhere; two words beside each other always at the space.
        utuh |= {k for k, letak in potongan.items() if not letak}
        cabang = frozenset(k for k, s in ekor.items() if len(k) > 1 and _bercabang(s))
        return attrs.evolve(self, utuh=frozenset(utuh), cabang=cabang, pasangan=frozenset(pasangan))

    def utuhkan(self, teks: str, halaman: int) -> str:
        """A text with each word that was broken put together, and words that only filled their lines parted."""
        return _POTONGAN.sub(self._potongan, _putuskan(teks, jelas=halaman in self.jelas))

    def berdampingan(self, atas: str, bawah: str) -> bool:
        """Whether the document prints the last word of a text right before the first of another."""
        a, b = _KATA.findall(atas.casefold()), _KATA.findall(bawah.casefold())
        return bool(a and b) and (a[-1], b[0]) in self.pasangan

    def sekata(self, atas: str, bawah: str, halaman: int) -> bool:
        """Whether what a text ends with and what another begins with are the pieces of one word or figure."""
        jelas = halaman in self.jelas
        a, b = _KATA_AKHIR.search(_putuskan(atas, jelas=jelas)), _KATA.match(_putuskan(bawah, jelas=jelas))
        if a is None or b is None:
            utuh = _BERTANDA.sub("", atas.rpartition(" ")[2] + bawah.partition(" ")[0])
            return _seangka(utuh)
        batas = len(a[0].replace(PATAH, ""))
        kata = self._putus([*a[0].split(PATAH), *b[0].split(PATAH)])
        return batas not in accumulate(map(len, kata))

    def _potongan(self, cocok: re.Match[str]) -> str:
        teks = _HURUF.sub(lambda m: " ".join(self._putus(m[0].split(PATAH))), cocok[0])
        bagian = _TANDA.sub("", teks).split(PATAH)
        hasil: list[str] = []
        while bagian:
            n = min(len(bagian), ANGKA_TERPANJANG)
            while n > 1 and not _seangka("".join(bagian[:n])):
                n -= 1
            hasil.append("".join(bagian[:n]))
            del bagian[:n]
        return " ".join(hasil)

    def _putus(self, bagian: list[str]) -> tuple[str, ...]:
        """The likeliest words of which pieces are made: as few unknown ones as can be."""
        terbaik: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
        for akhir in range(1, len(bagian) + 1):
            calon: list[tuple[float, tuple[str, ...]]] = []
            for awal in range(akhir - 1, -1, -1):
                baru = "".join(bagian[awal:akhir])
                if calon and len(baru) > KATA_TERPANJANG:
                    break
                biaya, kata = terbaik[awal]
                potongan = BIAYA_KIRI if akhir < len(bagian) else BIAYA_KANAN
                if akhir - awal > 1:
                    potongan = BIAYA_KEPING + BIAYA_SAMBUNGAN * (akhir - awal)
                if any(_UNTA.search(a) and _JUDUL.match(b) for a, b in pairwise(bagian[awal:akhir])):
                    potongan += BIAYA_SUKU
                calon.append((biaya + self._biaya(baru, potongan), (*kata, baru)))
            terbaik.append(min(calon, key=lambda c: (c[0], len(c[1]))))
        return terbaik[-1][1]

    def _biaya(self, kata: str, asing: float) -> float:
        """How unlikely a word is; `asing`: when the document prints it nowhere else."""
        k = kata.casefold()
        if k in self.utuh:
            return 0.0 if len(k) > 2 else BIAYA_PENDEK
        if k in self.cabang:
            return BIAYA_BERCABANG if len(k) > 2 else BIAYA_PENDEK
        if len(k) >= KATA_TERPENDEK:
            return asing
        return BIAYA_SINGKATAN if asing > BIAYA_KEPING and kata.isupper() else BIAYA_SUKU


def _teks(halaman: Mapping[int, dict[str, Any]]) -> Iterator[tuple[int, str]]:
    """Every text with its page; of rows that a page break may have cut without the words at the break."""
    for n, h in halaman.items():
        isi = [b for b in h["isi"] if b[0] == "g" or not b[5]]
        for i, b in enumerate(isi):
            if b[0] == "p":
                yield n, b[1]
                continue
            baris = b[1]["baris"]
            for r, sel in enumerate(baris):
                for t in sel:
                    teks = _UJUNG_AWAL.sub("", t) if i == r == 0 else t
                    akhir = i == len(isi) - 1 and r == len(baris) - 1
                    yield n, _UJUNG_AKHIR.sub("", teks) if akhir else teks


def _putuskan(teks: str, *, jelas: bool) -> str:
    """A text in which the missing spaces are told: they part no words where the page keeps its spaces."""
    return _TAK_BERSPASI.sub("" if jelas else PATAH, teks)


def _gabungan(bagian: list[str]) -> Iterator[tuple[str, frozenset[int]]]:
    """Every run of pieces put together, and where it is cut."""
    for awal in range(len(bagian) - 1):
        letak: list[int] = []
        for akhir in range(awal + 1, len(bagian)):
            letak.append((letak[-1] if letak else 0) + len(bagian[akhir - 1]))
            if letak[-1] + len(bagian[akhir]) > KATA_TERPANJANG:
                break
            yield "".join(bagian[awal : akhir + 1]), frozenset(letak)


def _bercabang(ekor: set[str]) -> bool:
    """Whether what follows a piece is more than one rest, cut here and there."""
    urut = sorted(ekor)
    return any(not b.startswith(a) for a, b in pairwise(urut))


def _jumlah(halaman: Mapping[int, dict[str, Any]], apa: str) -> list[int]:
    return [sum(h["lipatan"][apa][i] for h in halaman.values()) for i in (0, 1)]


def _unggul(hitung: list[int]) -> bool:
    """Whether nearly all of some things are of the second kind."""
    return hitung[1] >= SEDIKIT and hitung[0] * SEPERSEPULUH <= hitung[1]


def _jelas(halaman: Mapping[int, dict[str, Any]]) -> frozenset[int]:
    """The pages that keep the spaces at which lines are broken; those of which it is not plain are as the others."""
    semua = _unggul(_jumlah(halaman, "lipat"))
    hasil = set()
    for n, h in halaman.items():
        lipat = h["lipatan"]["lipat"]
        if _unggul(lipat) or (semua and (sum(lipat) < SEDIKIT or lipat[1] > lipat[0])):
            hasil.add(n)
    return frozenset(hasil)
