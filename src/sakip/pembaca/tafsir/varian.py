"""By which formula, and under which cap, the printed achievements were reckoned, where the report does not say."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.angka import Angka
from sakip.fakta.nama import baku
from sakip.regulasi import ambil_batas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.model.tabel import Baris, Tabel

__all__ = ["Tercetak", "batas_tercetak", "pilih_varian", "varian_tercetak"]

UKURAN = (("target", "realisasi", "capaian"), ("target_akhir", "realisasi", "capaian_akhir"))
"""The columns that show by which formula achievement is reckoned."""
BATAS = ("tanpa", "100", "120", "110_120")
"""The caps that are tried."""
KASAR = Fraction(1, 50)
"""Percent by which an achievement may differ whatever its decimals."""


@attrs.frozen(slots=True)
class Tercetak:
    """What a line prints: the variants that its achievement follows, and whether it goes beyond the target."""

    varian: frozenset[str]
    lebih: bool


def batas_tercetak(tabel: Sequence[Tabel]) -> str:
    """The cap that the printed achievements show: none of them is above it, and some stand at it that no formula gives.

    `tanpa` where none is shown.
    """
    isi = [x for _, b, letak in _baris(tabel) if (x := _angka(b, letak)) is not None]
    tertinggi = max((c.pecahan for _, _, c in isi), default=Fraction(0))

    def jelas(batas: str) -> int:
        """How many lines follow some variant under a cap, and how many indicators one in all their lines."""
        menjadi = ambil_batas(batas).menjadi
        if menjadi is not None and tertinggi > menjadi:
            return -1
        semua = varian_tercetak(tabel, batas).values()
        return sum(len(c) + bool(pilih_varian(c, "", "")) for c in semua)

    return max(BATAS, key=jelas)


def varian_tercetak(tabel: Sequence[Tabel], batas: str) -> dict[str, list[Tercetak]]:
    """Names of indicators to what their lines print; lines that follow no variant tell nothing."""
    hasil: dict[str, list[Tercetak]] = {}
    for nama, b, letak in _baris(tabel):
        isi = _angka(b, letak)
        if isi is not None and (cocok := _varian(*isi, batas)):
            hasil.setdefault(nama, []).append(Tercetak(cocok, isi[1].pecahan > isi[0].pecahan))
    return hasil


def pilih_varian(cetak: Sequence[Tercetak], lazim: str, negatif: str) -> str:
    """The variant that all lines of an indicator follow; empty when they tell none.

    One that falls short by `positif` and goes beyond by `negatif_a` is `stabil`: the nearer, the better.

    Args:
        cetak: the lines.
        lazim: the polarity that is printed, or that the name suggests; of several variants those of it come first.
        negatif: the formula that the report prints for less is better.
    """
    if not cetak:
        return ""
    bersama = frozenset.intersection(*(c.varian for c in cetak))
    if bersama:
        return min(bersama, key=lambda v: (v.partition("_")[0] != lazim, v != negatif, v))
    return "stabil" if all("negatif_a" in c.varian if c.lebih else "positif" in c.varian for c in cetak) else ""


def _baris(tabel: Sequence[Tabel]) -> Iterator[tuple[str, Baris, list[int]]]:
    """Every line that prints a target, a realisation and an achievement: its indicator, it, their columns."""
    for t in tabel:
        i = t.indeks("indikator") if t.indeks("indikator") is not None else t.indeks("indikator_sasaran")
        for peran in UKURAN:
            letak = [j for p in peran if (j := t.indeks(p)) is not None]
            if i is not None and len(letak) == len(peran):
                yield from ((baku(b.sel[i].teks), b, letak) for b in t.baris if b.jenis == "rincian")


def _angka(b: Baris, letak: list[int]) -> tuple[Angka, Angka, Angka] | None:
    isi = [x for i in letak if isinstance(x := b.sel[i].isi, Angka)]
    return (isi[0], isi[1], isi[2]) if len(isi) == 3 and isi[0].pecahan > 0 else None


def _varian(target: Angka, realisasi: Angka, capaian: Angka, batas: str) -> frozenset[str]:
    """The variants by which an achievement follows; where it follows from none, those from which it is not far."""
    t, r, c = target.pecahan, realisasi.pecahan, capaian.pecahan
    cap = ambil_batas(batas)
    hasil = _hasil(t, r)
    tepi = [_hasil(t, x) for x in (r - realisasi.setengah, r + realisasi.setengah)]
    for kasar, bulat in ((Fraction(0), False), (Fraction(0), True), (KASAR, True)):
        cocok = set()
        for nama, nilai in hasil.items():
            semua = [cap.terapkan(x) for x in (nilai, *(y[nama] for y in tepi if bulat and nama in y))]
            if min(semua) - kasar <= c + capaian.setengah and c - capaian.setengah <= max(semua) + kasar:
                cocok.add(nama)
        if cocok:
            return frozenset(cocok)
    return frozenset()


def _hasil(t: Fraction, r: Fraction) -> dict[str, Fraction]:
    """Each variant over a target and a realisation."""
    hasil = {"positif": 100 * r / t, "negatif_a": 100 * (2 * t - r) / t, "negatif_c": 100 * (t - r) / t}
    if r > 0:
        hasil["negatif_b"] = 100 * t / r
        hasil["negatif_d"] = min(hasil["negatif_b"], Fraction(100))
    return hasil
