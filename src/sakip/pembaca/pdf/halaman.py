"""A page of a PDF into lines and tables, as plain data that travels between processes."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs

from sakip.pembaca.pdf.baris import SPASI, Baris, susun_baris
from sakip.pembaca.pdf.kisi import cari_kisi
from sakip.pembaca.pdf.sel import Lipatan
from sakip.pembaca.pdf.tabel import tabel_bergaris, tabel_polos
from sakip.pembaca.tata_letak import lepas_butir

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.pembaca.pdf.baris import Segmen
    from sakip.pembaca.pdf.lembar import Huruf, Lembar

__all__ = ["baca_halaman"]

GARIS_TERPENDEK = 100.0
"""Points of a rule that may stand between the rows of a table without upright rules, at least."""
HURUF_PINDAIAN = 40
"""A page with fewer letters, most of it a picture, is a scan."""
GAMBAR_PINDAIAN = 0.5
TEPI = 54.0
"""Points from the edge of a page within which running heads and page numbers stand."""
KOLOM_TERPENDEK = 4
"""Lines that two columns of text have, at least."""
KATA_SEBARIS = 3
"""Words in a line of such a column, on average, at least."""
CELAH_KOLOM = 6.0
"""Points between two columns of text, at least."""
TAK_BERPETA = 0.2
"""A page of which this share of the letters has no Unicode cannot be read."""


def baca_halaman(lembar: Lembar) -> dict[str, Any]:
    """What a page prints.

    Returns:
        `isi`: its lines `["p", text, goes on, bold, bullet, in the margin, height]` and tables `["g", {…}]` (a `Kotak`)
            in reading order;
        `lipatan`: how lines of cells end (`Lipatan`);
        `masalah`: why it cannot be read, the key of a remark; else empty;
        `diputar`: how many digits stand aslant, and were left out.
    """
    huruf = [h for h in lembar.huruf if h.arah >= 0]
    diputar = sum(h.arah < 0 and h.teks.isdigit() for h in lembar.huruf)
    lipatan = Lipatan()
    if masalah := _masalah(lembar, huruf):
        return {"isi": [], "lipatan": attrs.asdict(lipatan), "masalah": masalah, "diputar": diputar}
    kotak, sisa = tabel_bergaris(cari_kisi(lembar), huruf, lipatan)
    semua = susun_baris(sisa)
    baris = _berkolom([b for b in semua if not b.arah])
    datar = [y for x0, y, x1, kaki in lembar.garis if kaki == y and x1 - x0 > GARIS_TERPENDEK]
    datar += [y for (x0, atas, x1, kaki), _ in lembar.isian if x1 - x0 > GARIS_TERPENDEK for y in (atas, kaki)]
    garis = sorted({round(y, 1) for y in datar})
    polos = tabel_polos(baris, garis) if len(baris) < 1000 else []
    isi: list[tuple[float, list[Any]]] = [(k.atas, ["g", attrs.asdict(k)]) for k in [*kotak, *(k for _, _, k in polos)]]
    dipakai = {n for i, j, _ in polos for n in range(i, j)}
    isi += _alinea(baris, dipakai, [k.atas for k in kotak], lembar.tinggi)
    isi += ((_puncak(b), ["p", b.teks, False, b.tebal, False, False, _puncak(b)]) for b in semua if b.arah)
    isi.sort(key=lambda b: b[0])
    return {"isi": [b for _, b in isi], "lipatan": attrs.asdict(lipatan), "masalah": "", "diputar": diputar}


def _puncak(b: Baris) -> float:
    """Where the top of a line that is turned stands on the page."""
    return {1: -b.segmen[-1].x1, 2: -b.kaki}.get(b.arah, b.segmen[0].x0)


def _masalah(lembar: Lembar, huruf: Sequence[Huruf]) -> str:
    """Why a page cannot be read."""
    terlihat = [h for h in huruf if not h.teks.isspace()]
    if len(terlihat) < HURUF_PINDAIAN:
        luas = max(lembar.lebar * lembar.tinggi, 1.0)
        gambar = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in lembar.gambar) / luas
        if gambar > GAMBAR_PINDAIAN or (not terlihat and lembar.gambar):
            return "halaman_pindaian"
    if terlihat and sum(h.tanpa_peta or "\ufffd" in h.teks for h in terlihat) > TAK_BERPETA * len(terlihat):
        return "halaman_tanpa_unicode"
    return ""


def _berkolom(baris: list[Baris]) -> list[Baris]:
    """The lines with text set in two columns put in its order: the left column, then the right.

    Columns of text are several lines of words on both sides of one gap; figures beside names are a table.
    """
    hasil: list[Baris] = []
    i = 0
    while i < len(baris):
        j, celah = i, (0.0, 1e9)
        while j < len(baris) and (kini := _celah(baris[j], celah)) is not None:
            celah = kini
            j += 1
        run = baris[i:j]
        dua = [b for b in run if len(b.segmen) > 1]
        if len(dua) >= KOLOM_TERPENDEK and all(_prosa([b.segmen[k] for b in dua]) for k in (0, 1)):
            for kiri in (True, False):
                for b in run:
                    segmen = [s for s in b.segmen if (s.x1 <= celah[1]) is kiri]
                    hasil += [attrs.evolve(b, segmen=segmen)] if segmen else []
        else:
            hasil += run or [baris[i]]
        i = max(j, i + 1)
    return hasil


def _celah(b: Baris, celah: tuple[float, float]) -> tuple[float, float] | None:
    """What is left of the gap between two columns when a line is set around it; None when it is set across."""
    if len(b.segmen) > 2:
        return None
    kiri, kanan = celah
    tengah = (kiri + kanan) / 2
    if len(b.segmen) == 2:
        kiri, kanan = max(kiri, b.segmen[0].x1), min(kanan, b.segmen[1].x0)
    elif kanan > 1e8:
        return None  # a run begins with a line in both columns
    elif b.segmen[0].x1 <= tengah or b.segmen[0].x0 < kiri:
        kiri = max(kiri, b.segmen[0].x1)
    else:
        kanan = min(kanan, b.segmen[0].x0)
    return (kiri, kanan) if kanan - kiri >= CELAH_KOLOM else None


def _prosa(segmen: Sequence[Segmen]) -> bool:
    """Whether pieces of lines are those of a text."""
    kata = [k for s in segmen for k in s.teks.split()]
    berangka = sum(any(c.isdigit() for c in k) for k in kata)
    return len(kata) >= KATA_SEBARIS * len(segmen) and 4 * berangka <= len(kata)


def _alinea(
    baris: Sequence[Baris], dipakai: set[int], tabel: Sequence[float], tinggi: float
) -> list[tuple[float, list[Any]]]:
    """The lines outside tables, each with whether it goes on with the one before."""
    jarak = _jarak_biasa(baris)
    kanan = max((b.segmen[-1].x1 for b in baris), default=0.0)
    hasil: list[tuple[float, list[Any]]] = []
    sebelum: Baris | None = None
    letak = 0.0  # the second column of a text stands above the end of the first, and is read after it
    for n, b in enumerate(baris):
        letak = max(letak, b.atas)
        if n in dipakai:
            sebelum = None
            continue
        terpisah = sebelum is None or any(sebelum.atas < t < b.atas for t in tabel)
        for s in b.segmen:
            teks, butir = lepas_butir(s.teks)
            sambung = not terpisah and not butir and sebelum is not None and _sambung(sebelum, b, jarak, kanan)
            tepi = b.kaki < TEPI or b.atas > tinggi - TEPI
            hasil.append((letak, ["p", teks, sambung, b.tebal, butir, tepi, round(b.kaki, 1)]))
        sebelum = b
    return hasil


def _sambung(atas: Baris, bawah: Baris, jarak: float, kanan: float) -> bool:
    if (
        bawah.kaki < atas.kaki
        or len(bawah.segmen) > 1
        or len(atas.segmen) > 1
        or abs(atas.ukuran - bawah.ukuran) > 0.2 * atas.ukuran
    ):
        return False
    muat = atas.segmen[-1].x1 + SPASI * bawah.ukuran + bawah.lebar_kata < kanan
    selesai = atas.teks.endswith((".", ":", ";")) and muat and not atas.spasi
    return bawah.kaki - atas.kaki <= min(1.25 * jarak, 1.85 * bawah.ukuran) and not selesai


def _jarak_biasa(baris: Sequence[Baris]) -> float:
    """How far apart lines of one paragraph are, on this page."""
    jarak = Counter(
        round(b.kaki - a.kaki) for a, b in pairwise(baris) if 0.9 * a.ukuran < b.kaki - a.kaki < 2.3 * a.ukuran
    )
    return float(min((j for j, n in jarak.items() if n > 1), default=min(jarak, default=14)))
