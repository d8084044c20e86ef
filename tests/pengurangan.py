"""A report with something taken away, and the figures of what is left that were checked.

What goes on is the law of `tests/laporan/test_metamorfosis.py`; `benchmarks/metamorfosis.py` tries it on any document.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from sakip import reviu
from sakip.fakta import susun
from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sakip.angka.lokasi import Lokasi
    from sakip.model.laporan import Laporan
    from sakip.model.tabel import Tabel
    from sakip.tinjauan.engine import Reviu

    Cetakan = Counter[tuple[str, object]]

__all__ = ["Naskah", "berisi", "pengurangan", "terperiksa", "yang_bertambah"]


def terperiksa(laporan: Laporan, r: Reviu, di: Callable[[Lokasi], object] = lambda x: x) -> tuple[Cetakan, Cetakan]:
    """The figures of a report, and those that were checked, each by its text and place."""
    semua = Counter((b.teks, di(b.lokasi)) for b in susun(laporan).butir if b.bernilai and not b.peran.penanda)
    return semua, semua - Counter((x.nilai, di(x.lokasi)) for x in r.cakupan.belum)


def _tanpa_kolom(t: Tabel, k: int) -> Tabel:
    baris = tuple(attrs.evolve(b, sel=(*b.sel[:k], *b.sel[k + 1 :])) for b in t.baris)
    return attrs.evolve(t, kolom=(*t.kolom[:k], *t.kolom[k + 1 :]), baris=baris)


def pengurangan(lap: Laporan, pilih: Callable[[int], int]) -> Iterator[tuple[str, Laporan]]:
    """The report without each table and form, without a column and a row of each table, and without a sentence."""
    for i, t in enumerate(lap.tabel):
        sisa = (*lap.tabel[:i], *lap.tabel[i + 1 :])
        yield f"tanpa {t.sebutan}", attrs.evolve(lap, tabel=sisa)
        lain = []
        if len(t.kolom) > 1:
            k = pilih(len(t.kolom))
            lain.append((f"kolom {k + 1}", _tanpa_kolom(t, k)))
        if len(t.baris) > 1:
            b = pilih(len(t.baris))
            lain.append((f"baris {b + 1}", attrs.evolve(t, baris=(*t.baris[:b], *t.baris[b + 1 :]))))
        for apa, u in lain:
            yield f"{t.sebutan} tanpa {apa}", attrs.evolve(lap, tabel=(*lap.tabel[:i], u, *lap.tabel[i + 1 :]))
    for i, f in enumerate(lap.perjanjian):
        yield f"tanpa {f.sebutan}", attrs.evolve(lap, perjanjian=(*lap.perjanjian[:i], *lap.perjanjian[i + 1 :]))
    if lap.narasi:
        i = pilih(len(lap.narasi))
        sisa_narasi = (*lap.narasi[:i], *lap.narasi[i + 1 :])
        yield f"tanpa {lap.narasi[i].tertulis.teks}", attrs.evolve(lap, narasi=sisa_narasi)


def berisi(teks: list[str]) -> list[int]:
    """The lines of a document that say something."""
    return [i for i, b in enumerate(teks) if b.strip() and not set(b) <= set("|-: ")]


def yang_bertambah(utuh: tuple[Cetakan, Cetakan], sisa: tuple[Cetakan, Cetakan]) -> int:
    """By how many more of the figures that are left were checked than before."""
    tinggal = utuh[0] & sisa[0]
    return (sisa[1] & tinggal).total() - (utuh[1] & tinggal).total()


class Naskah:
    """A document as text, whole, and what becomes of the rest of it without a line or without a digit of one."""

    def __init__(self, teks: str) -> None:
        self.baris = teks.split("\n")
        self.catatan, self.angka = _baca(self.baris, range(len(self.baris)))

    def tanpa(self, i: int, digit: int | None = None) -> str:
        """What is wrong with the rest, if anything is: more figures of it checked, or a remark on it withdrawn.

        A table that lost the line which heads its columns is no table any more: what was remarked on in it may be
        unchecked in place of that.
        """
        nomor = list(range(len(self.baris)))
        if digit is None:
            sisa, nomor = [*self.baris[:i], *self.baris[i + 1 :]], [*nomor[:i], *nomor[i + 1 :]]
        else:
            sisa = [*self.baris[:i], self.baris[i][:digit] + self.baris[i][digit + 1 :], *self.baris[i + 1 :]]
        catatan, angka = _baca(sisa, nomor)
        if (n := yang_bertambah(self.angka, angka)) > 0:
            return f"{n} more figures checked"
        hilang = (self.catatan - catatan) & {baris for _, baris in angka[1]}
        return f"nothing is remarked any more on the lines {hilang}" if hilang else ""


def _baca(teks: Sequence[str], nomor: Sequence[int]) -> tuple[set[object], tuple[Cetakan, Cetakan]]:
    """The lines that the reader remarks on, and the figures, each by its line of the whole document."""
    lap = tafsirkan(blok_teks("\n".join(teks), "naskah")).laporan
    catatan: set[object] = {nomor[c.lokasi.baris - 1] for c in lap.catatan if c.lokasi and c.lokasi.baris}
    return catatan, terperiksa(lap, reviu(lap), lambda x: nomor[(x.baris or 1) - 1])
