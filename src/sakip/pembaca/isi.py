"""Whether a source gave anything to review. One that did not must not pass for a report without findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.errors import Masalah, SumberError
from sakip.model.tabel import BARIS_KATA
from sakip.teks.angka_dalam_kata import angka_dalam_kata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.model.laporan import Laporan
    from sakip.model.narasi import Klaim
    from sakip.model.sel import Sel
    from sakip.model.tabel import Tabel

__all__ = ["periksa_isi"]


def periksa_isi(laporan: Laporan, sebutan: str, *, dikenali: bool = True) -> None:
    """Refuse a source of which nothing was read that could be right or wrong: no figure, no claim.

    The year of the report, dates and numbers of lines are none: a letter and an empty form have them too.

    Args:
        laporan: what was read.
        sebutan: as the user named the source.
        dikenali: figures of tables and columns that were not understood do not count: no review can look at them.

    Raises:
        SumberError: there is none.
    """
    if laporan.metode.skala or any(map(_menyatakan, laporan.narasi)):
        return
    if any(s.angka is not None for s in _sel(laporan)):
        return
    if any(c.angka for c in laporan.catatan):
        return  # figures were seen and set aside, which the review says
    asing = sum(k.rumus == "tanpa" and k.tertulis.angka is not None for k in laporan.narasi) + sum(
        1 for t in laporan.tabel for teks in _tak_bernama(t) for _ in angka_dalam_kata(teks)
    )
    if asing and not dikenali:
        return
    pesan = "tidak memuat angka yang dapat direviu"
    if asing:
        pesan += f": {asing} angkanya tidak dikenali; sakip baca --tinjau menunjukkan di mana"
    hilang = None if asing else next((c.pesan for c in laporan.catatan if c.hilang), None)
    raise SumberError([Masalah(sebutan, pesan, catatan=hilang)])


def _sel(laporan: Laporan) -> Iterator[Sel]:
    for t in laporan.tabel:
        kolom = [i for i, k in enumerate(t.kolom) if k.peran.jenis is not None and not k.peran.penanda]
        for b in t.baris:
            if b.jenis not in BARIS_KATA:
                yield from (b.sel[i] for i in kolom)
    yield from (s for pk in laporan.perjanjian for s in pk.sel)
    yield from (s for k in laporan.komponen for s in k.sel)
    if laporan.efisiensi is not None:
        yield from laporan.efisiensi.sel


def _tak_bernama(t: Tabel) -> Iterator[str]:
    """The cells of a table in columns that hold neither figures nor names, as far as it was understood."""
    kolom = [i for i, k in enumerate(t.kolom) if k.peran.jenis is None and not k.peran.pengenal]
    return (b.sel[i].teks for b in t.baris if b.jenis not in BARIS_KATA for i in kolom)


def _menyatakan(k: Klaim) -> bool:
    """Whether a sentence says something, and more than which year it is about."""
    tahun = k.tahun_laporan or k.periode_renstra or (k.hitung is not None and k.hitung.apa == "tahun_renstra")
    return not tahun and (k.rumus != "tanpa" or k.terbilang != "")
