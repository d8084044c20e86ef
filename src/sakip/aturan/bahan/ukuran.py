"""What the lines of a table measure, so far as it decides whether their figures add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.angka.angka import Jenis
from sakip.fakta.susun import menghitung
from sakip.teks.istilah import himpunan
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from sakip.fakta.register import BarisFakta, Butir, TabelFakta

__all__ = ["ADITIF", "kelas_ukuran"]

ADITIF = frozenset({"uang", "cacah"})
"""What adds up as a rule: money, and counts."""


def kelas_ukuran(t: TabelFakta, b: BarisFakta, butir: Butir) -> str:
    """What a figure of a line measures: `uang`, `persen` (rates too), `cacah`, else its unit; empty if unknown."""
    if butir.peran.jenis is Jenis.RUPIAH:
        return "uang"
    i = t.tabel.indeks("satuan")
    angka = butir.sel.angka if butir.sel is not None else None
    satuan = angka.satuan if angka is not None else ""
    satuan = satuan or (t.tabel.baris[b.urut].sel[i].teks if i is not None else "")
    if not satuan and himpunan("bukan_cacah") & set(baku(_nama(t, b)).split()):
        return "persen"
    satuan = satuan or (b.indikator.satuan if b.indikator is not None else "")
    if "%" in butir.teks or "%" in satuan or butir.peran.jenis is Jenis.PERSEN:
        return "persen"
    return "cacah" if satuan and menghitung(satuan) else baku(satuan)


def _nama(t: TabelFakta, b: BarisFakta) -> str:
    """The name of what is measured: the indicator beside the program, or the line's own."""
    i = t.tabel.indeks("indikator")
    return (t.tabel.baris[b.urut].sel[i].teks if i is not None else "") or b.nama
