"""Tables of a page: those with ruled cells, and those of which only the columns can be seen."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs

from sakip.pembaca.pdf.baris import Baris, Segmen, angka_penuh, gabung_sel, susun_baris
from sakip.pembaca.pdf.sel import Lipatan, Ujung, rapikan_sel, tepi_tabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sakip.pembaca.pdf.kisi import Kisi
    from sakip.pembaca.pdf.lembar import Huruf, Persegi

__all__ = ["Kotak", "tabel_bergaris", "tabel_polos"]

CELAH_KOLOM = 3.0
"""Points that columns without rules are apart, at least."""
BARIS_AWAL = 6
"""Rows at the top of a page among which the rest of a cut row is looked for, below the heading."""
CELAH_JUDUL = 40.0
"""Points that a heading and the figures below it are apart, at most, when they stand at two edges of a column."""
KOLOM_POLOS = 50
"""Columns of a table without rules in which such a heading is looked for, at most."""
JARAK_BARIS = 2.6
"""Lines farther apart than this many sizes of their letters are not of one table without rules."""
RAPAT = 1.22
"""Lines nearer than this many of the nearest are one row of a table without rules."""


_SETENGAH = re.compile(r"\d\s?[-–]\Z")
"""The first end of a range."""


@attrs.define(slots=True, eq=False)
class Kotak:
    """A table found: its top and foot, its rows of texts."""

    atas: float
    kaki: float
    baris: list[list[str]]
    tepi: list[float] = attrs.field(factory=list)
    """The left edges of the columns, and the right edge of the table; none without rules."""
    akhir: list[list[Any] | None] = attrs.field(factory=list)
    """For each cell at the foot where it ends, in which row its text stands (from below, the last is -1), and the
    `Ujung` of its last line; None beside a cell that is merged over columns."""
    awal: list[list[list[float] | None]] = attrs.field(factory=list)
    """For each cell of the first rows where it ends, and how wide its first word is, and the letters it begins with."""


# -- ruled -----------------------------------------------------------------------------


def tabel_bergaris(kisi: Sequence[Kisi], huruf: Sequence[Huruf], lipatan: Lipatan) -> tuple[list[Kotak], list[Huruf]]:
    """Fill the ruled tables of a page with its letters.

    Args:
        kisi: the grids of the page.
        huruf: the letters of the page.
        lipatan: counts how lines of cells end.

    Returns:
        The tables of two columns or more, and the letters outside them.
    """
    hasil: list[Kotak] = []
    for t in kisi:
        if len(t.baris[0]) < 2:
            continue
        kotak, sisa = _isi(t, huruf, lipatan)
        isi = sum(bool(s) for b in kotak.baris for s in b)
        if isi > 1 or (isi and len(t.baris) == 1):  # one cell in one row: the rest of a row of the page before
            hasil.append(kotak)
            huruf = sisa
    return hasil, list(huruf)


def _isi(kisi: Kisi, huruf: Sequence[Huruf], lipatan: Lipatan) -> tuple[Kotak, list[Huruf]]:
    isi, sisa = _bagikan(kisi, huruf)
    bingkai, baris = kisi.bingkai, kisi.baris
    tepi = tepi_tabel(
        (k, c[0], g) for (r, k), g in isi.items() if (c := baris[r][k]) is not None and not any(b.arah for b in g)
    )
    kolom = [min(c[0] for b in baris if (c := b[k])) for k in range(len(baris[0]))]
    kotak = Kotak(bingkai[1], bingkai[3], [], tepi=[*kolom, bingkai[2]])
    sebaris: dict[int, int] = {}
    """Rows of the page that are one row of the table, to its place there; a row that is several has -1."""
    rapi: dict[tuple[int, int], list[Baris]] = {}
    for r, b in enumerate(baris):
        for k, c in enumerate(b):
            asli = isi.get((r, k), [])
            lebar = _lebar(c, tepi, asli)
            if r < len(baris) - 1:
                lipatan.catat(asli, lebar)
            rapi[r, k] = rapikan_sel(asli, lebar)
        pecahan = [t for t in _pecah_baris([rapi[r, k] for k in range(len(b))]) if any(t)]
        if len(pecahan) == 1 and len(kotak.awal) == len(kotak.baris) < BARIS_AWAL:
            kotak.awal.append([_awal(isi.get((r, k), []), c) for k, c in enumerate(b)])
        if pecahan:
            sebaris[r] = len(kotak.baris) if len(pecahan) == 1 else -1
        kotak.baris += pecahan
    if sebaris and sebaris[bawah := max(sebaris)] >= 0:
        kotak.akhir = [_akhir(baris, k, bawah, rapi, tepi) for k in range(len(kolom))]
        for x in kotak.akhir:
            if x is not None:
                x[1] = max(sebaris.get(x[1], 0), 0) - len(kotak.baris)
    return kotak, sisa


def _bagikan(kisi: Kisi, huruf: Sequence[Huruf]) -> tuple[dict[tuple[int, int], list[Baris]], list[Huruf]]:
    """The lines of each cell, by row and column, and the letters outside the table."""
    x0, atas, x1, kaki = kisi.bingkai
    sel = sorted((c[1], c[3], c[0], c[2], r, k) for r, b in enumerate(kisi.baris) for k, c in enumerate(b) if c)
    mulai = [s[0] for s in sel]
    isi: dict[tuple[int, int], list[Huruf]] = {}
    sisa: list[Huruf] = []
    for h in huruf:
        # The space at the end of a full line may reach over the rule.
        x, y = h.x0 if h.teks == " " else (h.x0 + h.x1) / 2, (h.atas + h.kaki) / 2
        if not (x0 <= x <= x1 and atas <= y <= kaki):
            sisa.append(h)
            continue
        for n in range(bisect_right(mulai, y) - 1, -1, -1):
            s = sel[n]
            if s[2] <= x <= s[3] and y <= s[1]:
                isi.setdefault((s[4], s[5]), []).append(h)
                break
    return {letak: susun_baris(h) for letak, h in isi.items()}, sisa


def _lebar(sel: Persegi | None, tepi: float, baris: Sequence[Baris]) -> float:
    """How wide the text of a cell can be: along its lines, which may be turned."""
    if not sel:
        return 0.0
    tegak = bool(baris) and baris[0].arah % 2 == 1
    return (sel[3] - sel[1] if tegak else sel[2] - sel[0]) - 2 * tepi


def _awal(baris: list[Baris], sel: Persegi | None) -> list[float] | None:
    if not sel:
        return None
    return [sel[2], baris[0].lebar_kata, baris[0].lebar_gugus] if baris else [sel[2], 0.0, 0.0]


def _akhir(
    baris: list[list[Persegi | None]], k: int, bawah: int, isi: Mapping[tuple[int, int], list[Baris]], tepi: float
) -> list[Any] | None:
    """What is told of the cell of a column that reaches down to the row `bawah`; it may begin further up."""
    kaki = max(c[3] for c in baris[bawah] if c)
    r, sel = next(((r, c) for r in range(bawah, -1, -1) if (c := baris[r][k])), (0, None))
    if sel is None or sel[3] < kaki - 1:
        return None
    lebar = _lebar(sel, tepi, isi[r, k])
    ujung = Ujung.dari(isi[r, k][-1], lebar) if isi[r, k] else Ujung(lebar, 0.0, spasi=None, sekata=False)
    return [sel[2], r, *attrs.astuple(ujung)]


def _pecah_baris(sel: list[list[Baris]]) -> list[list[str]]:
    """A ruled row; where rules between its lines are missing, a row for each line of the figures."""
    banyak = [[b for b in s if not b.arah and angka_penuh(b.teks) and not _SETENGAH.search(b.teks)] for s in sel]
    deret = [a for a, s in zip(banyak, sel, strict=True) if len(a) > 1 and len(a) == len(s)]
    utuh = [gabung_sel([b.teks for b in s]) for s in sel]
    tegak = [d for d in deret if not angka_penuh(gabung_sel([b.teks for b in d]))]
    if not tegak or any(len(d) != len(tegak[0]) for d in tegak):
        return [utuh]
    acuan = [b.kaki for b in tegak[0]]
    lebih = tegak[0][0].ukuran * 0.5
    hasil = [[""] * len(sel) for _ in acuan]
    for k, s in enumerate(sel):
        tempat: dict[int, list[str]] = {}
        for b in s:
            n = 0 if b.arah else max(0, bisect_right(acuan, b.kaki + lebih) - 1)
            tempat.setdefault(n, []).append(b.teks)
        for n, teks in tempat.items():
            hasil[n][k] = gabung_sel(teks)
    return hasil


# -- without rules -----------------------------------------------------------------------


def tabel_polos(baris: Sequence[Baris], garis: Sequence[float]) -> list[tuple[int, int, Kotak]]:
    """Tables among lines of text.

    Args:
        baris: the lines of a page outside ruled tables, from the top down.
        garis: the heights of horizontal rules, sorted.

    Returns:
        For each the first line, the line after the last, and the table.
    """
    hasil: list[tuple[int, int, Kotak]] = []
    i = 0
    while i < len(baris):
        if len(baris[i].segmen) < 2:
            i += 1
            continue
        j = i + 1
        while j < len(baris) and _serangkai(baris[j - 1], baris[j]) and _sebaris(baris, i, j):
            j += 1
        while j > i + 1 and len(baris[j - 1].segmen) < 2 and not _ekor(baris, i, j):
            j -= 1
        kotak = _kotak(baris[i:j], garis)
        if kotak is not None:
            hasil.append((i, j, kotak))
        i = j
    return hasil


def _ekor(baris: Sequence[Baris], i: int, j: int) -> bool:
    """Whether the last line is the rest of a cell: close under its row, beside the first column."""
    atas, b = baris[j - 2], baris[j - 1]
    return b.kaki - atas.kaki <= 1.35 * b.ukuran and b.segmen[0].x0 > max(c.segmen[0].x1 for c in baris[i : j - 1])


def _serangkai(atas: Baris, bawah: Baris) -> bool:
    return bawah.kaki - atas.kaki <= JARAK_BARIS * max(atas.ukuran, bawah.ukuran)


def _sebaris(baris: Sequence[Baris], i: int, j: int) -> bool:
    """Whether a line goes on with the table above: it has columns, or keeps to one of them."""
    b = baris[j]
    if len(b.segmen) > 1:
        return True
    s = b.segmen[0]
    atas = max(baris[i:j], key=lambda c: len(c.segmen))
    menyentuh = [t for t in atas.segmen if t.x0 < s.x1 and s.x0 < t.x1]
    return len(menyentuh) <= 1 and s.x1 - s.x0 < 0.75 * (atas.segmen[-1].x1 - atas.segmen[0].x0)


def _kotak(baris: Sequence[Baris], garis: Sequence[float]) -> Kotak | None:
    """A table from lines; None when they are none."""
    kolom = _satukan_kolom(_kolom(baris), baris)
    if len(kolom) < 2 or len(baris) < 2:
        return None
    isi = [_tempatkan(b.segmen, kolom) for b in baris]
    rata = [[gabung_sel(s) for s in r] for r in _baris_tabel(baris, isi, garis)]
    angka = [sum(angka_penuh(r[k]) for r in rata) for k in range(len(kolom))]
    penuh = sum(sum(map(bool, r)) > 2 for r in rata)
    cukup = (len(kolom) > 2 and (sum(angka) > 1 or penuh > 2)) or (len(kolom) == 2 and angka[1] > 1)
    if len(rata) < 2 or not cukup:
        return None
    return Kotak(baris[0].atas, baris[-1].kaki, rata)


def _kolom(baris: Sequence[Baris]) -> list[tuple[float, float]]:
    """The columns: what the fullest lines cover, with clear space between."""
    banyak = max(len(b.segmen) for b in baris)
    bentang = sorted((s.x0, s.x1) for b in baris if len(b.segmen) >= max(2, 0.6 * banyak) for s in b.segmen)
    hasil: list[tuple[float, float]] = []
    for x0, x1 in bentang:
        if hasil and x0 <= hasil[-1][1] + CELAH_KOLOM:
            hasil[-1] = (hasil[-1][0], max(hasil[-1][1], x1))
        else:
            hasil.append((x0, x1))
    return hasil


def _satukan_kolom(kolom: list[tuple[float, float]], baris: Sequence[Baris]) -> list[tuple[float, float]]:
    """Put a heading and the figures set beside it, to the other edge of their column, into one column."""
    k = 0 if len(kolom) <= KOLOM_POLOS else len(kolom)
    while k + 1 < len(kolom):
        pasang = [_tempatkan(b.segmen, kolom)[k : k + 2] for b in baris]
        kiri, kanan = ([t for p in pasang for t in p[n]] for n in (0, 1))
        terpisah = not any(p[0] and p[1] for p in pasang)
        beda = any(all(map(angka_penuh, a)) and not any(map(angka_penuh, b)) for a, b in ((kiri, kanan), (kanan, kiri)))
        if terpisah and beda and kolom[k + 1][0] - kolom[k][1] < CELAH_JUDUL:
            kolom[k : k + 2] = [(kolom[k][0], kolom[k + 1][1])]
        else:
            k += 1
    return kolom


def _tempatkan(segmen: Sequence[Segmen], kolom: Sequence[tuple[float, float]]) -> list[list[str]]:
    hasil: list[list[str]] = [[] for _ in kolom]
    for s in segmen:
        kena = [k for k, (a, b) in enumerate(kolom) if s.x0 < b and a < s.x1]
        k = kena[0] if kena else min(range(len(kolom)), key=lambda n: abs(kolom[n][0] - s.x0))
        hasil[k].append(s.teks)
    return [[" ".join(t)] if t else [] for t in hasil]


def _baris_tabel(baris: Sequence[Baris], isi: list[list[list[str]]], garis: Sequence[float]) -> list[list[list[str]]]:
    """Lines put together to rows: by the rules between them, else by how near they are and what they hold."""
    jarak = [b.kaki - a.kaki for a, b in pairwise(baris)]
    pita = [bisect_right(garis, (b.atas + b.kaki) / 2) for b in baris]
    bergaris = len(set(pita)) > max(2, len(baris) // 3)
    renggang = max(jarak) > RAPAT * RAPAT * min(jarak)
    hasil = [[list(s) for s in isi[0]]]
    for n in range(1, len(baris)):
        bentrok = any(x and y and angka_penuh(y[0]) for x, y in zip(hasil[-1], isi[n], strict=True))
        if bergaris:
            baru = pita[n] != pita[n - 1]
        elif renggang:
            baru = jarak[n - 1] > RAPAT * min(jarak)
        else:
            baru = bool(isi[n][0]) or any(angka_penuh(t) for s in isi[n] for t in s)
        if baru or bentrok:
            hasil.append([list(s) for s in isi[n]])
        else:
            for s, t in zip(hasil[-1], isi[n], strict=True):
                s += t
    return hasil
