"""Text for a terminal: cleaned, wrapped, set in tables that fit, coloured."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from textwrap import TextWrapper
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Warna", "banyak", "bersih", "besar", "bungkus", "gantung", "kepala_dan_baris", "pendek", "tabel"]

SELA = 2
"""Spaces between the columns of a table."""


def bersih(teks: str) -> str:
    """One line without anything a terminal would obey: escapes, control and direction characters.

    What a report prints comes from anywhere; a code that moves the cursor or turns the text around must not
    reach the reader's screen. White space of any kind becomes a single space.
    """
    teks = " ".join(teks.split())
    if teks.isprintable():
        return teks
    return " ".join("".join(map(_aman, teks)).split())


def _aman(c: str) -> str:
    if c.isprintable():
        return c
    jenis = unicodedata.category(c)
    if jenis.startswith("Z"):
        return " "
    return "" if jenis in {"Cc", "Cf"} else "\N{REPLACEMENT CHARACTER}"


def banyak(n: int, bahasa: str = "id") -> str:
    """A count: `1.715`, in English `1,715`."""
    teks = f"{n:,}"
    return teks if bahasa == "en" else teks.replace(",", ".")


def besar(teks: str) -> str:
    """The text as the beginning of a sentence."""
    return teks[:1].upper() + teks[1:]


@lru_cache(maxsize=64)
def _pembungkus(lebar: int, awal: str, lanjut: str) -> TextWrapper:
    return TextWrapper(
        lebar, initial_indent=awal, subsequent_indent=lanjut, break_on_hyphens=False, break_long_words=True
    )


def bungkus(teks: str, lebar: int) -> list[str]:
    """The lines of a text, none longer than `lebar`; a figure is broken only where it alone is too long."""
    if "\n" in teks:
        return [g for t in teks.split("\n") for g in bungkus(t, lebar)]
    if len(teks) <= lebar:
        return [teks]
    return _pembungkus(max(lebar, 1), "", "").wrap(teks) or [""]


def gantung(label: str, teks: str, lebar: int, masuk: int = 0, kolom: int = 0) -> list[str]:
    """A text beside its label, hanging: the lines after the first begin below the text.

    Args:
        label: stands once, at `masuk`.
        kolom: where the text begins, counted from `masuk`; two beyond the label when 0.
    """
    awal = " " * masuk + label.ljust(kolom or len(label) + SELA)
    return _pembungkus(max(lebar, len(awal) + 8), awal, " " * len(awal)).wrap(teks) or [awal.rstrip()]


def pendek(teks: str, paling_panjang: int) -> str:
    """The text, or its beginning with `…`, which says that it goes on."""
    if len(teks) <= paling_panjang:
        return teks
    potong = teks[: paling_panjang - 1]
    return potong[: potong.rfind(" ") if " " in potong[paling_panjang // 2 :] else None].rstrip() + "…"


def kepala_dan_baris(
    kepala: Sequence[str], baris: Sequence[Sequence[str]], lebar: Sequence[int], kanan: Sequence[int] = ()
) -> tuple[list[str], list[list[str]]]:
    """A table, cut into its heading and its rows, so that other lines can stand between the rows.

    Args:
        kepala: the headings.
        baris: the rows, of cleaned text.
        lebar: the width of each column; longer text goes on below.
        kanan: the columns to set flush right.
    """
    # Loaded by the first table: errors are cleaned here too, and they need none.
    from tabulate import tabulate

    isi = [[bungkus(t, w) for t, w in zip(b, lebar, strict=True)] for b in (kepala, *baris)]
    # The rule is a row like the others: it makes every column as wide as asked for, whatever the rows hold,
    # so that tables above one another align. With headings of its own tabulate adds two to their width.
    isi.insert(1, [["-" * w] for w in lebar])
    garis = tabulate(
        [["\n".join(s) for s in b] for b in isi],
        tablefmt="plain",
        disable_numparse=True,
        colalign=["right" if i in kanan else "left" for i in range(len(lebar))],
    ).split("\n")
    hasil: list[list[str]] = []
    for b in isi:
        tinggi = max(map(len, b))
        hasil.append([g.rstrip() for g in garis[:tinggi]])
        del garis[:tinggi]
    return hasil[0] + hasil[1], hasil[2:]


def tabel(
    kepala: Sequence[str],
    baris: Sequence[Sequence[str]],
    lebar: int,
    kanan: Sequence[int] = (),
) -> list[str]:
    """The lines of a table within `lebar`; where not even its figures fit beside one another, row by row."""
    if not baris:
        return []
    muat = lebar_kolom([kepala, *baris], lebar)
    if muat is None:
        return _tegak(kepala, baris, lebar)
    judul, isi = kepala_dan_baris(kepala, baris, muat, kanan)
    return [*judul, *(g for b in isi for g in b)]


def lebar_kolom(baris: Sequence[Sequence[str]], lebar: int) -> list[int] | None:
    """Widths that fit: the widest columns give way, but no word is broken. None when that cannot be."""
    kolom = list(zip(*baris, strict=True))
    wajar = [max(len(g) for t in k for g in t.split("\n")) for k in kolom]
    sempit = [max((len(kata) for t in k for kata in t.split()), default=1) for k in kolom]
    ada = lebar - SELA * (len(kolom) - 1)
    if sum(sempit) > ada:
        return None
    batas = max(wajar, default=0)
    hasil = wajar
    while sum(hasil) > ada:
        batas -= 1
        hasil = [min(w, max(s, batas)) for w, s in zip(wajar, sempit, strict=True)]
    return hasil


def _tegak(kepala: Sequence[str], baris: Sequence[Sequence[str]], lebar: int) -> list[str]:
    """A table too wide for the terminal: each row a block, each cell a line with its heading."""
    kolom = min(max(map(len, kepala)), lebar // 3) + SELA
    hasil: list[str] = []
    for b in baris:
        hasil += [""] if hasil else []
        for judul, isi in zip(kepala, b, strict=True):
            if isi:
                hasil += gantung(pendek(judul, kolom - SELA), isi, lebar, 0, kolom)
    return hasil


GAYA = {
    "kesalahan": "1;31",
    "peringatan": "33",
    "catatan": "36",
    "judul": "1",
    "samar": "2",
    "baik": "32",
}
"""Styles by what they mean; the severities by their names."""


@attrs.frozen(slots=True)
class Warna:
    """Colours a text, or leaves it as it is."""

    aktif: bool = False

    def __call__(self, teks: str, gaya: str) -> str:
        """The text in the style `gaya`."""
        return f"\x1b[{GAYA[gaya]}m{teks}\x1b[0m" if self.aktif and teks else teks
