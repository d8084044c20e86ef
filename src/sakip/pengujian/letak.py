"""The printed cells of a report: find them, put others in their place, print a value as a cell prints its own."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from sakip.angka.angka import Angka, Gaya, Jenis, tulis
from sakip.angka.cetakan import baca_sel
from sakip.model.indikator import Komponen, SukuKomponen
from sakip.model.laporan import Efisiensi, LangkahEfisiensi, Laporan, Tanggal
from sakip.model.narasi import Klaim
from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, Diampu, PerjanjianKinerja, RincianKinerja
from sakip.model.sel import Sel, baca_sel_peran
from sakip.model.tabel import Baris, Tabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.model.peran import Peran

__all__ = ["digit", "ganti", "ganti_digit", "semua_sel", "seperti", "tulis_ulang"]

T = TypeVar("T")

BERSEL = (
    Laporan,
    Tabel,
    Baris,
    PerjanjianKinerja,
    BarisKinerja,
    BarisAnggaran,
    Diampu,
    RincianKinerja,
    Komponen,
    SukuKomponen,
    Efisiensi,
    LangkahEfisiensi,
    Tanggal,
    Klaim,
)
"""The classes of the model under which cells are found."""

_INTI = re.compile(r"[0-9][0-9.,]*[0-9]|[0-9]")


def semua_sel(x: object) -> Iterator[Sel]:
    """Every printed cell under a part of the model, in the order of the report."""
    if isinstance(x, Sel):
        yield x
    elif isinstance(x, tuple):
        for y in x:
            yield from semua_sel(y)
    elif isinstance(x, BERSEL):
        for a in attrs.fields(type(x)):
            yield from semua_sel(getattr(x, a.name))


def ganti(x: T, peta: Mapping[int, Sel]) -> T:
    """The same part of the model with other cells: `peta` goes from the `id` of a cell to the new one."""
    return cast("T", _ganti(x, peta))


def _ganti(x: object, peta: Mapping[int, Sel]) -> object:
    if isinstance(x, Sel):
        return peta.get(id(x), x)
    if isinstance(x, tuple):
        isi = tuple(_ganti(y, peta) for y in x)
        return x if all(a is b for a, b in zip(isi, x, strict=True)) else isi
    if not isinstance(x, BERSEL):
        return x
    beda: dict[str, Any] = {}
    for a in attrs.fields(type(x)):
        lama = getattr(x, a.name)
        if isinstance(lama, (Sel, tuple, *BERSEL)):
            baru = _ganti(lama, peta)
            if baru is not lama:
                beda[a.name] = baru
    return cast("Any", attrs.evolve)(x, **beda) if beda else x


def tulis_ulang(sel: Sel, teks: str, peran: Peran | None = None) -> Sel:
    """The same place with another text, read as the role demands there; without one, as the old text was.

    Raises:
        AngkaError: the text is no figure, and the old one was.
    """
    if sel.isi is not None and peran is not None:
        # A percentage that does not say so has its unit elsewhere in the row.
        satuan = "%" if sel.isi.jenis is Jenis.PERSEN and "%" not in sel.teks else ""
        return baca_sel_peran(teks, peran, sel.lokasi, satuan=satuan)
    return Sel(teks, None if sel.isi is None else baca_sel(teks, sel.isi.jenis), sel.lokasi)


def digit(teks: str) -> list[int]:
    """Where the digits of the figure stand in its text; not those of a unit after it."""
    cocok = _INTI.search(teks)
    return [] if cocok is None else [i for i in range(*cocok.span()) if teks[i].isdigit()]


def ganti_digit(teks: str, baru: Mapping[int, str]) -> str:
    """The text with other characters at these positions."""
    return "".join(baru.get(i, c) for i, c in enumerate(teks))


def seperti(sel: Sel, nilai: Fraction, *, potong: bool = False) -> str:
    """Print another value the way this cell prints its own: sign, separators, decimals, unit.

    Rounded half-up, or with `potong` cut off at the decimals that the cell prints.
    """
    lama = cast("Angka", sel.isi)
    cocok = cast("re.Match[str]", _INTI.search(sel.teks))
    nilai = nilai / Fraction(10) ** lama.pangkat
    desimal = lama.desimal
    if lama.jenis is Jenis.RUPIAH and desimal == 0 and nilai.denominator != 1 and not lama.pangkat:
        desimal = 2
    kelompok = "." in cocok[0].rpartition(",")[0] or ("." in cocok[0] and "," not in cocok[0] and desimal == 0)
    kelompok = kelompok or (lama.jenis is Jenis.RUPIAH and abs(lama.nilai) < 1000)
    if potong:
        kali = 10**desimal
        nilai = Fraction(int(nilai * kali), kali)
    inti = tulis(abs(nilai), desimal, Jenis.NILAI, gaya=Gaya(rp="", persen="", kelompok=kelompok))
    depan, belakang = sel.teks[: cocok.start()], sel.teks[cocok.end() :]
    if depan.endswith("(") or "(" in depan:
        depan, belakang = depan.replace("(", ""), belakang.replace(")", "", 1)
    depan = depan.replace("-", "").replace("−", "")
    minus = "-" if nilai < 0 and any(c in "123456789" for c in inti) else ""
    return f"{minus}{depan}{inti}{belakang}"
