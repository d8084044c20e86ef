"""SVG by hand: elements made safely, and a bar that is as wide as its place.

Lengths across are percentages and lengths down are pixels, so a chart fills a phone and a desk alike without
its text growing or shrinking. No element has a `style` attribute: the page's policy would not allow it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["batang", "patah", "sumbu", "unsur"]

EM = {"besar": 0.79, "sempit": 0.37, "biasa": 0.69}
"""Mean widths of capitals, narrow characters and others in DejaVu Sans Bold, which is wide."""

GERIGI = "l4 3.5 l-4 3.5 l4 3.5 l-4 3.5"
"""The notch of a bar that is cut off."""


def unsur(nama: str, *isi: str | Markup, **sifat: object) -> Markup:
    """An element. Text is cleaned and escaped; `kelas` is the class, `_` in other names stands for `-`."""
    teks = "".join(
        f' {_nama(k)}="{escape(bersih(_angka(v)))}"' for k, v in sifat.items() if v is not None and v is not False
    )
    dalam = "".join(x if isinstance(x, Markup) else escape(bersih(x)) for x in isi)
    return Markup(f"<{nama}{teks}>{dalam}</{nama}>")  # noqa: S704 - every part was escaped above


def batang(panjang: Fraction, maks: Fraction, *, id_: str, judul: str, kelas: str, garis: Fraction | None) -> Markup:
    """A bar of `panjang` on a scale that ends at `maks`, with an upright line at `garis`.

    Args:
        id_: of its title, which is its name for those who do not see it.
        kelas: what it means, for the style sheet.
    """
    terpotong = panjang > maks
    lebar = _persen(min(max(panjang, Fraction(0)), maks), maks)
    isi = [
        unsur("title", judul, id=id_),
        unsur("rect", kelas="alas", x="0", y=4, width="100%", height=12),
        unsur("rect", kelas=f"isi {kelas}", x="0", y=4, width=lebar, height=12),
    ]
    if terpotong:
        gerigi = unsur("path", kelas="gerigi", d=f"M0 3 {GERIGI} m5 -14 {GERIGI}")
        isi.append(unsur("svg", gerigi, x="96%", y=0, overflow="visible"))
    if garis is not None:
        letak = _persen(garis, maks)
        isi.append(unsur("line", kelas="patok", x1=letak, x2=letak, y1=0, y2=20))
    return unsur("svg", *isi, kelas="batang", role="img", aria_labelledby=id_, height=20, width="100%")


def sumbu(maks: Fraction, titik: Iterable[int]) -> Markup:
    """The scale under a chart."""
    isi = []
    for t in titik:
        letak = _persen(Fraction(t), maks)
        rata = "start" if t == 0 else "end" if t == maks else "middle"
        isi += [
            unsur("line", x1=letak, x2=letak, y1=0, y2=5),
            unsur("text", f"{t}%", x=letak, y=17, text_anchor=rata),
        ]
    return unsur("svg", *isi, kelas="sumbu", aria_hidden="true", height=20, width="100%")


def patah(teks: str, lebar: float, paling_banyak: int) -> list[str]:
    """A text in lines of at most `lebar` ems; the last of too many ends with `…`."""
    garis: list[str] = [""]
    for kata in bersih(teks).split():
        coba = f"{garis[-1]} {kata}".strip()
        if garis[-1] and _em(coba) > lebar:
            garis.append(kata)
        else:
            garis[-1] = coba
    if len(garis) > paling_banyak:
        garis = [*garis[: paling_banyak - 1], garis[paling_banyak - 1] + "…"]
    return [_muat(g, lebar) for g in garis]


def _muat(teks: str, lebar: float) -> str:
    """A line; cut where one word alone is too long."""
    if _em(teks) <= lebar:
        return teks
    while teks and _em(teks) + EM["biasa"] > lebar:
        teks = teks[:-1]
    return teks.rstrip(" …") + "…"


def _em(teks: str) -> float:
    """How wide a text is, in ems, in the widest bold face a reader is likely to have."""
    besar = sum(c.isupper() for c in teks)
    sempit = sum(c in " .,:;'|!ijl" for c in teks)
    return besar * EM["besar"] + sempit * EM["sempit"] + (len(teks) - besar - sempit) * EM["biasa"]


def _nama(kunci: str) -> str:
    return "class" if kunci == "kelas" else kunci.rstrip("_").replace("_", "-")


def _angka(x: object) -> str:
    return f"{float(x):g}" if isinstance(x, Fraction | float) else str(x)


def _persen(nilai: Fraction, maks: Fraction) -> str:
    """A share of the scale; the picture needs no more than two decimals."""
    return f"{float(nilai / maks * 100):.2f}".rstrip("0").rstrip(".") + "%"
