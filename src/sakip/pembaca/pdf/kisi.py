"""The grids that the rules of a page make."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sakip.pembaca.pdf.lembar import Isian, Lembar, Persegi

__all__ = ["Kisi", "cari_kisi"]

DEKAT = 3.0
"""Points: rules nearer than this are one, as double lines are, and rules that miss each other by less meet."""
GARIS_TERBANYAK = 20_000
"""Rules among which tables are sought; beyond it is a drawing."""
PITA_TERBANYAK = 4
"""Rows without rules over a grid, at most."""

_Ruas: TypeAlias = tuple[float, float, float]
"""A rule: where it stands across, from where to where it goes."""
_Titik: TypeAlias = tuple[float, float]


@attrs.frozen(slots=True)
class Kisi:
    """A grid.

    Attributes:
        bingkai: the box around it.
        baris: its rows of cells; None where a cell above or to the left reaches over.
    """

    bingkai: Persegi
    baris: list[list[Persegi | None]]


def cari_kisi(lembar: Lembar) -> list[Kisi]:
    """The grids of a page, from the top down: cells that touch are of one grid."""
    garis = lembar.garis
    if not garis or len(garis) > GARIS_TERBANYAK:
        return []
    hasil = _dari_garis(garis)
    for _ in range(PITA_TERBANYAK):
        if not (tambahan := [g for k in hasil for g in _dari_isian(k, lembar)]):
            break
        garis = garis + tambahan
        hasil = _dari_garis(garis)
    return hasil


def _dari_garis(garis: Sequence[Persegi]) -> list[Kisi]:
    """The grids that rules make; where they lack a side, it is drawn."""
    tegak = _satukan((x0, y0, y1) for x0, y0, x1, y1 in garis if y1 - y0 > x1 - x0)
    datar = _satukan((y0, x0, x1) for x0, y0, x1, y1 in garis if y1 - y0 <= x1 - x0)
    sisi = _tutup(tegak, datar), _tutup(datar, tegak)
    if any(sisi):
        tegak, datar = _satukan([*tegak, *sisi[1]]), _satukan([*datar, *sisi[0]])
    return _kisi(list(_sel(_titik(tegak, datar))))


def _dari_isian(kisi: Kisi, lembar: Lembar) -> Iterator[Persegi]:
    """The rules of a grid that only fills show."""
    yield from _pita(kisi, lembar)
    yield from _belah(kisi, lembar.isian)
    yield from _sekat(kisi, lembar.isian)


def _pita(kisi: Kisi, lembar: Lembar) -> list[Persegi]:
    """The rules of a row that stands over a grid or under it, painted as wide as the grid but not ruled.

    Its columns are those of the grid, where no letter stands across.
    """
    x0, atas, x1, kaki = kisi.bingkai
    hasil: list[Persegi] = []
    for tepi, dalam, luar in ((atas, 3, 1), (kaki, 1, 3)):
        menempel = [
            p for p, _ in lembar.isian if abs(p[dalam] - tepi) <= DEKAT and p[0] >= x0 - DEKAT and p[2] <= x1 + DEKAT
        ]
        if not menempel:
            continue
        batas = max((p[luar] for p in menempel), key=lambda y: abs(y - tepi))
        if not _selebar([p for p in menempel if abs(p[luar] - batas) <= DEKAT], x0, x1):
            continue
        y0, y1 = min(batas, tepi), max(batas, tepi)
        isi = [h for h in lembar.huruf if y0 < (h.atas + h.kaki) / 2 < y1 and not h.teks.isspace()]
        kolom = sorted({s[0] for b in kisi.baris for s in b if s is not None})[1:]
        tegak = [x for x in kolom if not any(h.x0 < x < h.x1 for h in isi)]
        hasil += [(x, y0, x, y1) for x in (x0, *tegak, x1)]
        hasil += [(x0, y, x1, y) for y in (y0, y1)]
    return hasil


def _belah(kisi: Kisi, isian: Sequence[Isian]) -> list[Persegi]:
    """The rules that are missing between rows where the one is painted and the other is not.

    A fill counts that is as wide as cells are, and an edge that goes through two cells or more.
    """
    kolom: dict[float, list[Persegi]] = defaultdict(list)
    for b in kisi.baris:
        for s in b:
            if s is not None:
                kolom[s[0]].append(s)
    kiri = sorted(kolom)
    tepi = [*kiri, kisi.bingkai[2]]
    hasil: list[Persegi] = []
    dalam = [i for i in isian if i.kotak[3] >= kisi.bingkai[1] and i.kotak[1] <= kisi.bingkai[3]]
    selebar = [i for i in dalam if _ada(tepi, i.kotak[0]) and _ada(tepi, i.kotak[2])]
    for kelompok in _berdekatan(sorted(c for i in selebar for c in _terbelah(i, kolom, kiri, dalam))):
        if len({x for _, x, _ in kelompok}) > 1:
            hasil += [(a, kelompok[0][0], b, kelompok[0][0]) for _, a, b in kelompok]
    return hasil


def _terbelah(
    isian: Isian, kolom: dict[float, list[Persegi]], kiri: Sequence[float], lain: Sequence[Isian]
) -> Iterator[_Ruas]:
    """Where the top and the foot of a fill go through cells, with its colour on one side only.

    The lines of one cell may be painted each for itself.
    """
    p = isian.kotak
    for x in kiri[bisect_left(kiri, p[0] - DEKAT) : bisect_left(kiri, p[2] - DEKAT)]:
        for y, luar in ((p[1], p[1] - DEKAT), (p[3], p[3] + DEKAT)):
            k = bisect_left(kolom[x], y, key=lambda s: s[1]) - 1
            s = kolom[x][k]
            if k < 0 or not (s[1] + DEKAT < y < s[3] - DEKAT and s[2] <= p[2] + DEKAT):
                continue
            if not any(w == isian.warna and q[1] < luar < q[3] and q[0] < s[2] and q[2] > s[0] for q, w in lain):
                yield y, s[0], s[2]


def _sekat(kisi: Kisi, isian: Sequence[Isian]) -> Iterator[Persegi]:
    """The rules that are missing between cells of a row that are painted one by one, as headings often are.

    A fill counts that is as tall as the cell, and an edge where the grid has a column.
    """
    sel = sorted((s[1], s) for b in kisi.baris for s in b if s is not None)
    kolom = sorted({s[0] for _, s in sel})
    for p, _ in isian:
        for n in range(bisect_left(sel, p[1] - DEKAT, key=lambda s: s[0]), len(sel)):
            atas, s = sel[n]
            if atas > p[1] + DEKAT:
                break
            if abs(s[3] - p[3]) <= DEKAT and p[2] > s[0] and p[0] < s[2]:
                yield from (
                    (x, atas, x, s[3]) for x in (p[0], p[2]) if s[0] + DEKAT < x < s[2] - DEKAT and _ada(kolom, x)
                )


def _ada(letak: Sequence[float], x: float) -> bool:
    """Whether a rule stands nearby."""
    n = bisect_left(letak, x - DEKAT)
    return n < len(letak) and letak[n] <= x + DEKAT


def _selebar(isian: Sequence[Persegi], x0: float, x1: float) -> bool:
    """Whether fills beside each other reach from one side to the other."""
    sampai = x0
    for p in sorted(isian):
        if p[0] > sampai + DEKAT:
            return False
        sampai = max(sampai, p[2])
    return sampai >= x1 - DEKAT


def _satukan(ruas: Iterable[_Ruas]) -> list[_Ruas]:
    """Rules that are one as one, sorted."""
    hasil: list[_Ruas] = []
    for kelompok in _berdekatan(sorted(ruas)):
        letak = sum(r[0] for r in kelompok) / len(kelompok)
        mulai, sampai = -1e9, -1e9
        for _, a, b in sorted(kelompok, key=lambda r: r[1]):
            if a <= sampai + DEKAT:
                sampai = max(sampai, b)
                continue
            if sampai - mulai > DEKAT:
                hasil.append((letak, mulai, sampai))
            mulai, sampai = a, b
        if sampai - mulai > DEKAT:
            hasil.append((letak, mulai, sampai))
    return hasil


def _berdekatan(ruas: Sequence[_Ruas]) -> Iterator[list[_Ruas]]:
    """Sorted rules in groups between gaps."""
    kelompok: list[_Ruas] = []
    for r in ruas:
        if kelompok and r[0] - kelompok[-1][0] > DEKAT:
            yield kelompok
            kelompok = []
        kelompok.append(r)
    if kelompok:
        yield kelompok


def _bertemu(satu: Sequence[_Ruas], lain: Sequence[_Ruas]) -> Iterator[tuple[int, int]]:
    """Which rules meet which of those across them, both sorted."""
    letak = [r[0] for r in lain]
    for n, (x, a, b) in enumerate(satu):
        for k in range(bisect_left(letak, a - DEKAT), len(lain)):
            y, c, d = lain[k]
            if y > b + DEKAT:
                break
            if c - DEKAT <= x <= d + DEKAT:
                yield n, k


def _tutup(satu: Sequence[_Ruas], lain: Sequence[_Ruas]) -> list[_Ruas]:
    """The rules across that are missing where rules beside each other end at one height with nothing there.

    So a table looks that goes on over a page without its top rule, that has no rules at its sides, or whose heading is
    painted and not ruled. Rules belong together when a rule crosses both.
    """
    temu: dict[int, set[int]] = defaultdict(set)
    for n, k in _bertemu(satu, lain):
        temu[n].add(k)
    hasil: list[_Ruas] = []
    for ujung in (1, 2):
        terbuka = [
            (satu[n][ujung], satu[n][0], n)
            for n, k in temu.items()
            if all(abs(lain[i][0] - satu[n][ujung]) > DEKAT for i in k)
        ]
        for kelompok in _berdekatan(sorted(terbuka)):
            letak = sum(t[0] for t in kelompok) / len(kelompok)
            urut = sorted((a, int(n)) for _, a, n in kelompok)
            if len(urut) > 1:
                lewat = [(r[0], n) for n, r in enumerate(satu) if r[1] + DEKAT < letak < r[2] - DEKAT]
                kiri, kanan = ([t for t in lewat if t < urut[0]][-1:], [t for t in lewat if t > urut[-1]][:1])
                urut = [*kiri, *urut, *kanan]
            hasil += [(letak, a, b) for (a, n), (b, m) in pairwise(urut) if temu[n] & temu[m]]
    return hasil


def _titik(tegak: Sequence[_Ruas], datar: Sequence[_Ruas]) -> dict[_Titik, tuple[set[int], set[int]]]:
    """Where rules meet, and which: the upright ones, the level ones."""
    hasil: dict[_Titik, tuple[set[int], set[int]]] = {}
    for n, k in _bertemu(tegak, datar):
        t, d = hasil.setdefault((tegak[n][0], datar[k][0]), (set(), set()))
        t.add(n)
        d.add(k)
    return hasil


def _sel(titik: dict[_Titik, tuple[set[int], set[int]]]) -> Iterator[Persegi]:
    """For each point the smallest cell of which it is the top left corner."""
    kolom: dict[float, list[float]] = defaultdict(list)
    baris: dict[float, list[float]] = defaultdict(list)
    for x, y in sorted(titik):
        kolom[x].append(y)
        baris[y].append(x)
    for (x, y), (t, d) in sorted(titik.items()):
        if (kotak := _terkecil(titik, x, y, kolom[x], baris[y], t, d)) is not None:
            yield kotak


def _terkecil(
    titik: dict[_Titik, tuple[set[int], set[int]]],
    x: float,
    y: float,
    bawah: Sequence[float],
    kanan: Sequence[float],
    t: set[int],
    d: set[int],
) -> Persegi | None:
    calon = []
    for x1 in kanan[bisect_left(kanan, x) + 1 :]:
        if d.isdisjoint(titik[x1, y][1]):
            break
        calon.append((x1, titik[x1, y][0]))
    for y1 in bawah[bisect_left(bawah, y) + 1 :]:
        if t.isdisjoint(titik[x, y1][0]):
            break
        alas = titik[x, y1][1]
        for x1, samping in calon:
            sudut = titik.get((x1, y1))
            if sudut is not None and not samping.isdisjoint(sudut[0]) and not alas.isdisjoint(sudut[1]):
                return x, y, x1, y1
    return None


def _kisi(sel: Sequence[Persegi]) -> list[Kisi]:
    """The cells by grids: those that share a corner are of one."""
    induk = list(range(len(sel)))

    def akar(n: int) -> int:
        while induk[n] != n:
            induk[n] = n = induk[induk[n]]
        return n

    pemilik: dict[_Titik, int] = {}
    for n, (x0, y0, x1, y1) in enumerate(sel):
        for sudut in ((x0, y0), (x0, y1), (x1, y0), (x1, y1)):
            induk[akar(n)] = akar(pemilik.setdefault(sudut, n))
    kelompok: dict[int, list[Persegi]] = defaultdict(list)
    for n, s in enumerate(sel):
        kelompok[akar(n)].append(s)
    hasil = [_susun(k) for k in kelompok.values() if len(k) > 1]
    return sorted(hasil, key=lambda k: (k.bingkai[1], k.bingkai[0]))


def _susun(sel: Sequence[Persegi]) -> Kisi:
    kolom = {x: k for k, x in enumerate(sorted({s[0] for s in sel}))}
    baris: dict[float, list[Persegi | None]] = {y: [None] * len(kolom) for y in sorted({s[1] for s in sel})}
    for s in sel:
        baris[s[1]][kolom[s[0]]] = s
    bingkai = min(s[0] for s in sel), min(s[1] for s in sel), max(s[2] for s in sel), max(s[3] for s in sel)
    return Kisi(bingkai, list(baris.values()))
