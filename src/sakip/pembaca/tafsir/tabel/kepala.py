"""The heading of a table: its rows told from the lines, its columns named by all that stands above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from sakip.pembaca.tafsir.kosakata import AMBANG, kata_judul
from sakip.pembaca.tafsir.tabel.rangkai import baris_nomor, mirip_judul
from sakip.teks.istilah import himpunan
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.pembaca.tafsir.kosakata import Kosakata
    from sakip.pembaca.tafsir.tabel.rangkai import BarisMentah

__all__ = ["JudulKolom", "Kepala", "baca_kepala"]

_DATA = re.compile(r"[-–(]?\s*(?:rp\.?\s*)?[-–]?[\d(][\d.,()]*\s*%?(?:\s*,?-)?\)?\Z|-\Z", re.IGNORECASE)
_TAHUN = re.compile(r"\b((?:19|20)\d{2})\b")
_MASA = re.compile(r"\b(?:19|20)\d{2}\s*(?:[-–/]|s\.?/?d\.?)\s*(?:(?:19|20)\d{2}|\d{2})\b")

KEPALA_TERBANYAK = 4
"""Rows of a heading, at most."""
TANDA_TERPANJANG = 4
"""Characters of a mark that parts a heading, such as `L` and `P`."""


@attrs.frozen(slots=True)
class JudulKolom:
    """What stands above a column, from the top down.

    Attributes:
        bagian: the headings, a heading over several columns repeated for each.
        periode: the year named lowest; ranges of years (2021-2026) are no period.
    """

    bagian: tuple[str, ...]
    periode: int | None = None

    @property
    def teks(self) -> str:
        """As findings call the column."""
        return " / ".join(self.bagian)

    @property
    def daun(self) -> str:
        """The lowest heading."""
        return self.bagian[-1] if self.bagian else ""


@attrs.frozen(slots=True)
class Kepala:
    """The heading of a table.

    Attributes:
        banyak: how many rows it takes above the row of column numbers.
        kolom: its columns.
        nomor: whether a row of column numbers follows.
        bawah: how many rows below that go on with it: `K | Rp` under one number.
    """

    banyak: int
    kolom: tuple[JudulKolom, ...]
    nomor: bool = False
    bawah: int = 0

    @property
    def tinggi(self) -> int:
        """All its rows."""
        return self.banyak + self.nomor + self.bawah


def baca_kepala(baris: Sequence[BarisMentah], kosakata: Kosakata) -> Kepala | None:
    """The heading of a table; None when its first row is none."""
    if not baris:
        return None
    for i, b in enumerate(baris[: KEPALA_TERBANYAK + 1]):
        if i and baris_nomor(b.isi) and (i + 1 < len(baris) or baris_nomor(b.isi, penuh=True)):
            bawah = int(i + 1 < len(baris) and _di_bawah_nomor(baris[i + 1].isi, b.isi))
            judul = [r.isi for r in (*baris[:i], *baris[i + 1 : i + 1 + bawah])]
            return Kepala(i, _susun(judul), nomor=True, bawah=bawah)
    atas = baris[0].isi
    if sum(bool(t) for t in atas) < 2 or any(_DATA.match(t) and not _TAHUN.fullmatch(t) for t in atas if t):
        return None
    n = 1
    while n < min(KEPALA_TERBANYAK, len(baris)) and (
        _anak_judul(baris[n].isi, [r.isi for r in baris[:n]], kosakata) or _ulang_judul(baris[n].isi, baris[n - 1].isi)
    ):
        n += 1
    if n == 1 and len(baris) > 1 and not mirip_judul(atas, kosakata) and not _kontras(atas, baris[1:]):
        return None
    return Kepala(n, _susun([r.isi for r in baris[:n]]))


def _di_bawah_nomor(sel: list[str], nomor: list[str]) -> bool:
    """Whether a row parts the numbered columns further: short marks, each beside another under one number."""
    isi = [i for i, t in enumerate(sel) if t]
    if len(isi) < 2 or not all(_tanda(sel[i]) for i in isi):
        return False
    # A number over several columns is printed over the first of them, or again over each.
    return all(_seangka(i, nomor) & set(isi) - {i} for i in isi)


def _tanda(teks: str) -> bool:
    """Whether a text may be a mark that parts a heading: `K`, `Rp.`, `%`, `Anggaran`."""
    if len(teks.strip(" .")) <= TANDA_TERPANJANG:
        return not any(map(str.isdigit, teks))
    return baku(teks) in himpunan("tanda_kinerja") | himpunan("tanda_uang")


def _seangka(i: int, nomor: list[str]) -> set[int]:
    """The columns under the same number as column `i`."""
    kelompok = [0] * len(nomor)
    for k in range(1, len(nomor)):
        kelompok[k] = kelompok[k - 1] + bool(nomor[k] and nomor[k] != nomor[k - 1])
    return {k for k, g in enumerate(kelompok) if g == kelompok[i]}


def _anak_judul(sel: list[str], atas: list[list[str]], kosakata: Kosakata) -> bool:
    """Whether a row goes on with the heading: under its gaps, words and years only."""
    isi = [i for i, t in enumerate(sel) if t]
    if len(isi) < 2 or not any(not t for t in atas[0]):
        return False
    for i in isi:
        t = sel[i]
        if len(t) > 80 or (_DATA.match(t) and not _TAHUN.fullmatch(t)) or t.endswith(":"):
            return False
    if (
        isi[0] == 0
        and kosakata.peran(kata_judul(sel[0]))[0] not in {"no", "kode"}
        and not _di_bawah_induk(sel, atas[-1])
    ):
        return False
    di_celah = sum(1 for i in isi if not atas[-1][i] or (i + 1 < len(sel) and not atas[-1][i + 1]))
    kenal = sum(1 for i in isi if kosakata.peran(kata_judul(sel[i]))[1] >= AMBANG or _TAHUN.fullmatch(sel[i]))
    return di_celah >= 1 and max(di_celah, kenal) * 2 >= len(isi)


def _ulang_judul(sel: list[str], atas: list[str]) -> bool:
    """Whether a row prints the heading again where nothing parts it, and other words under a heading over several."""
    digabung = {i for i, y in enumerate(atas) if y and y in (*atas[max(i - 1, 0) : i], *atas[i + 1 : i + 2])}
    if not digabung or any(not x for x, y in zip(sel, atas, strict=True) if y):
        return False
    return all((x == y) != (i in digabung) for i, (x, y) in enumerate(zip(sel, atas, strict=True))) and not any(
        _DATA.match(sel[i]) and not _TAHUN.fullmatch(sel[i]) for i in digabung
    )


def _di_bawah_induk(sel: list[str], atas: list[str]) -> bool:
    """Whether years or short marks (`L`, `P`) stand under headings over several columns, and nothing under others."""
    for i, t in enumerate(sel):
        berinduk = not atas[i] or (i + 1 < len(atas) and not atas[i + 1])
        if t and not (berinduk and (len(t) <= TANDA_TERPANJANG or _TAHUN.fullmatch(t))):
            return False
    return True


def _kontras(atas: list[str], bawah: Sequence[BarisMentah]) -> bool:
    """Whether columns of figures stand under words, which shows that the words are a heading."""
    for i, t in enumerate(atas):
        isi = [b.sel[i].teks for b in bawah if b.sel[i].teks]
        if t and len(isi) > 1 and sum(bool(_DATA.match(x)) for x in isi) * 2 > len(isi):
            return True
    return False


def _susun(baris: list[list[str]]) -> tuple[JudulKolom, ...]:
    """The headings of each column; a heading is carried over the gap to its right where something stands below."""
    lebar = len(baris[0])
    hasil: list[JudulKolom] = []
    bawa = [""] * len(baris)
    for i in range(lebar):
        bagian: list[str] = []
        for n, b in enumerate(baris):
            if b[i]:
                if b[i] != bawa[n]:  # else it is one over several columns, printed in each
                    for m in range(n + 1, len(baris)):
                        bawa[m] = ""
                bawa[n] = b[i]
                if b[i] not in bagian[-1:]:
                    bagian.append(b[i])
            elif bawa[n] and any(r[i] for r in baris[n + 1 :]):
                bagian.append(bawa[n])
        hasil.append(JudulKolom(tuple(bagian), _periode(bagian)))
    return tuple(hasil)


def _periode(bagian: list[str]) -> int | None:
    for t in reversed(bagian):
        tahun = _TAHUN.findall(_MASA.sub(" ", t))
        if tahun:
            return int(tahun[-1])
    return None
