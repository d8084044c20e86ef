"""A page of a PDF into lines and tables, as plain data that travels between processes."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs

from sakip.pembaca.pdf.baris import SPASI, Baris, susun_baris
from sakip.pembaca.pdf.sel import Lipatan
from sakip.pembaca.pdf.tabel import tabel_bergaris, tabel_polos
from sakip.pembaca.tata_letak import lepas_butir

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.pembaca.pdf.baris import Segmen

__all__ = ["HURUF_TERBANYAK", "baca_halaman"]

HURUF_TERBANYAK = 60_000
"""Letters on a page, at most."""
GARIS_TERBANYAK = 20_000
"""Lines and rectangles among which tables are sought; beyond it is a drawing."""
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


def baca_halaman(hal: Any) -> dict[str, Any]:
    """What a page prints.

    Args:
        hal: a page of pdfplumber.

    Returns:
        `isi`: its lines `["p", text, goes on, bold, bullet, margin]` and tables `["g", {…}]` (a `Kotak`)
            in reading order;
        `lipatan`: how lines of cells end (`Lipatan`);
        `masalah`: why it cannot be read, the key of a remark; else empty;
        `diputar`: how many digits do not stand upright, and were left out.
    """
    huruf, diputar = _huruf(hal)
    masalah = _masalah(hal, huruf)
    if masalah:
        return {"isi": [], "lipatan": attrs.asdict(Lipatan()), "masalah": masalah, "diputar": diputar}
    tabel: list[Any] = []
    if len(hal.edges) <= GARIS_TERBANYAK and hal.edges:
        tabel = hal.find_tables()
    lipatan = Lipatan()
    kotak, sisa = tabel_bergaris(tabel, huruf, lipatan)
    baris = _berkolom(susun_baris(sisa))
    garis = sorted({round(e["top"], 1) for e in hal.edges if e["orientation"] == "h" and e["x1"] - e["x0"] > 100})
    polos = tabel_polos(baris, garis) if len(baris) < 1000 else []
    isi: list[tuple[float, list[Any]]] = [(k.atas, ["g", attrs.asdict(k)]) for k in [*kotak, *(k for _, _, k in polos)]]
    dipakai = {n for i, j, _ in polos for n in range(i, j)}
    isi += _alinea(baris, dipakai, [k.atas for k in kotak], float(hal.height))
    isi.sort(key=lambda b: b[0])
    return {"isi": [b for _, b in isi], "lipatan": attrs.asdict(lipatan), "masalah": "", "diputar": diputar}


def _huruf(hal: Any) -> tuple[list[dict[str, Any]], int]:
    """The letters of a page that stand upright, those printed twice for boldness once, and how many digits do not.

    They are taken out of the layout before pdfplumber makes its objects of the rest: of a letter we need little,
    and pages are full of them.
    """
    from pdfminer.layout import LTChar

    sudah: set[tuple[str, int, int]] = set()
    hasil: list[dict[str, Any]] = []
    diputar = 0
    geser, kaki = float(hal.mediabox[0]), float(hal.height) + float(hal.mediabox[1])
    for h in _ambil(hal.layout, LTChar):
        x0, atas, teks = h.x0 + geser, kaki - h.y1, h.get_text()
        kunci = (teks, round(x0), round(atas))
        # pdfminer takes letters turned by 89 or 180 degrees for upright ones.
        tegak = h.upright and h.matrix[0] > abs(h.matrix[1])
        diputar += not tegak and teks.isdigit()
        if tegak and kunci not in sudah:
            sudah.add(kunci)
            hasil.append(
                {
                    "text": teks,
                    "x0": x0,
                    "x1": h.x1 + geser,
                    "top": atas,
                    "bottom": kaki - h.y0,
                    "size": h.size,
                    "fontname": h.fontname,
                }
            )
    if len(hasil) > HURUF_TERBANYAK:
        raise ValueError(f"halaman memuat lebih dari {HURUF_TERBANYAK} huruf")
    return hasil, diputar


def _ambil(wadah: Any, jenis: type[Any]) -> Iterator[Any]:
    """Take the letters out of a container and of those in it."""
    huruf = [o for o in wadah if isinstance(o, jenis)]
    wadah._objs = [o for o in wadah if not isinstance(o, jenis)]
    yield from huruf
    for o in wadah:
        if hasattr(o, "_objs"):
            yield from _ambil(o, jenis)


def _masalah(hal: Any, huruf: Sequence[dict[str, Any]]) -> str:
    """Why a page cannot be read."""
    terlihat = [h["text"] for h in huruf if not h["text"].isspace()]
    if len(terlihat) < HURUF_PINDAIAN:
        luas = max(float(hal.width) * float(hal.height), 1.0)
        gambar = sum(max(0.0, g["x1"] - g["x0"]) * max(0.0, g["bottom"] - g["top"]) for g in hal.images) / luas
        if gambar > GAMBAR_PINDAIAN or (not terlihat and hal.images):
            return "halaman_pindaian"
    if terlihat and sum(t.startswith("(cid:") or "\ufffd" in t for t in terlihat) > TAK_BERPETA * len(terlihat):
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
            hasil.append((letak, ["p", teks, sambung, b.tebal, butir, tepi]))
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
