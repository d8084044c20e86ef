"""By which formula, and under which cap, the printed achievements were reckoned, where the report does not say."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Angka
from sakip.angka.cetakan import satuan_waktu
from sakip.hukum.regulasi import ambil_batas
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sakip.model.tabel import Baris, Tabel

__all__ = ["JARANG", "Tercetak", "batas_tercetak", "pilih_varian", "tampak_dibatasi", "varian_tercetak"]

UKURAN = (("target", "realisasi", "capaian"), ("target_akhir", "realisasi", "capaian_akhir"))
"""The columns that show by which formula achievement is reckoned."""
BATAS = ("tanpa", "100", "120", "110_120")
"""The caps that are tried."""
SEMUA = frozenset({"positif", "negatif_a", "negatif_b"})
"""What a line that meets its target exactly follows: it tells nothing."""
JARANG = frozenset({"negatif_c", "negatif_d"})
"""Variants that give 0 or 100 for much: one line shows nothing."""
TERBUKTI = 2
"""Lines that show a cap; one alone may be a slip."""
KASAR = Fraction(1, 50)
"""Percent by which an achievement may differ whatever its decimals."""


@attrs.frozen(slots=True)
class Tercetak:
    """What a line prints: the variants that its achievement follows, and whether it goes beyond the target."""

    varian: frozenset[str]
    lebih: bool


def batas_tercetak(tabel: Sequence[Tabel], negatif: Callable[[str], bool]) -> str:
    """The cap that the printed achievements show: several lines stand at it that nothing else explains.

    A line that goes beyond a cap by its own formula speaks against it, and weighs as much as two that stand at it: it
    is right as it stands. `tanpa` where none is shown.

    Args:
        tabel: the tables.
        negatif: whether a name means something of which less is better.
    """

    def bukti(nama: str) -> int:
        di_batas, melampaui = _saksi_batas(nama, tabel, negatif)
        return di_batas if di_batas > 2 * melampaui else 0

    terbaik = max(BATAS, key=bukti)
    return terbaik if bukti(terbaik) >= TERBUKTI else "tanpa"


def tampak_dibatasi(nama: str, tabel: Sequence[Tabel], negatif: Callable[[str], bool]) -> bool:
    """Whether some achievement stands at a cap that alone explains it, and no more go beyond it."""
    di_batas, melampaui = _saksi_batas(nama, tabel, negatif)
    return 0 < di_batas >= melampaui


def _saksi_batas(nama: str, tabel: Sequence[Tabel], negatif: Callable[[str], bool]) -> tuple[int, int]:
    """How many lines only this cap explains, and how many follow a formula beyond it.

    A line that follows a formula without the cap, or that no formula takes beyond it, is no evidence: the one is right
    all the same, the other is wrong all the same.
    """
    batas = ambil_batas(nama)
    di_batas = melampaui = 0
    if batas.menjadi is None or batas.di_atas is None:
        return 0, 0
    for indikator, b, letak in _baris(tabel):
        isi = _angka(b, letak)
        if isi is None:
            continue
        t, r, c = (x.pecahan for x in isi)
        if _varian(*isi, "tanpa"):
            melampaui += c > batas.di_atas and c != batas.menjadi
        elif c == batas.menjadi:
            di_batas += _lebih(t, r, negatif(indikator)) - isi[1].setengah / t * 100 > batas.di_atas
    return di_batas, melampaui


def _lebih(t: Fraction, r: Fraction, negatif: bool) -> Fraction:
    """What a line gives by the usual formula for what it measures."""
    return 100 * (2 * t - r) / t if negatif else 100 * r / t


def varian_tercetak(tabel: Sequence[Tabel], batas: str, negatif: Callable[[str], bool]) -> dict[str, list[Tercetak]]:
    """Names of indicators to what their lines print; lines that follow no variant tell nothing.

    Args:
        tabel: the tables.
        batas: the cap in force.
        negatif: whether a name means something of which less is better.
    """
    hasil: dict[str, list[Tercetak]] = {}
    for nama, b, letak in _baris(tabel):
        isi = _angka(b, letak)
        if isi is not None and (cocok := _varian(*isi, batas)):
            if isi[2].pecahan == ambil_batas(batas).menjadi and "positif" not in cocok and not negatif(nama):
                continue  # many a formula comes to a cap
            hasil.setdefault(nama, []).append(Tercetak(cocok, isi[1].pecahan > isi[0].pecahan))
    return hasil


def pilih_varian(cetak: Sequence[Tercetak], lazim: str, negatif: str) -> str:
    """The variant that the lines of an indicator show; empty when they tell none.

    It is the one that all of them follow, else the one that most follow, so that a line that follows it not is told
    from the others. One that falls short by `positif` and goes beyond by `negatif_a` is `stabil`: the nearer, the
    better.

    Args:
        cetak: the lines.
        lazim: the polarity that is printed, or that the name suggests; of several variants those of it come first.
        negatif: the formula that the report prints for less is better.
    """
    tentu = [c for c in cetak if c.varian and not c.varian >= SEMUA]
    if not tentu:
        return ""
    suara = Counter(v for c in tentu for v in c.varian)
    for v in JARANG & suara.keys():
        if suara[v] < TERBUKTI and lazim != "negatif":
            del suara[v]  # 100, or 0, on one line is no formula
    if not suara:
        return ""
    if max(suara.values()) < len(tentu) and all(
        "negatif_a" in c.varian if c.lebih else "positif" in c.varian for c in tentu
    ):
        return "stabil"
    return min(suara, key=lambda v: (-suara[v], v.partition("_")[0] != lazim, v != negatif, v))


def _baris(tabel: Sequence[Tabel]) -> Iterator[tuple[str, Baris, list[int]]]:
    """Every line that prints a target, a realisation and an achievement: its indicator, it, their columns."""
    for t in tabel:
        i = t.indeks("indikator") if t.indeks("indikator") is not None else t.indeks("indikator_sasaran")
        if i is None:
            continue
        for *dari, hasil in UKURAN:
            for c in (j for j, k in enumerate(t.kolom) if k.peran.nama == hasil and not k.label):
                if (letak := _setahun(t, dari, c)) is not None:
                    yield from ((baku(b.sel[i].teks), b, [*letak, c]) for b in t.baris if b.jenis == "rincian")


def _setahun(t: Tabel, peran: Sequence[str], c: int) -> list[int] | None:
    """The columns with these roles that column `c` belongs to: of its year, or like it of none.

    One without a year beside columns of several is of the year that alone stands to its left, or that all of them have
    last; else none is told.
    """
    tahun = t.kolom[c].periode
    calon = [{k.periode: j for j, k in enumerate(t.kolom) if k.peran.nama == p and not k.label} for p in peran]
    if all(tahun in x for x in calon):
        return [x[tahun] for x in calon]
    if tahun is not None:
        return None
    di_kiri = [{n for n, j in x.items() if n is not None and j < c} for x in calon if None not in x]
    bersama = set.intersection(*di_kiri)
    if not bersama or (len(di_kiri) < len(peran) and len(bersama) > 1):
        return None
    return [x[None] if None in x else x[max(bersama)] for x in calon]


def _angka(b: Baris, letak: list[int]) -> tuple[Angka, Angka, Angka] | None:
    isi = [x for i in letak if isinstance(x := b.sel[i].isi, Angka)]
    if len(isi) != 3 or isi[0].pecahan <= 0:
        return None
    satuan = [s for x in isi[:2] if (s := satuan_waktu(x)) is not None]
    return (isi[0], isi[1], isi[2]) if len(set(satuan)) < 2 else None


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
