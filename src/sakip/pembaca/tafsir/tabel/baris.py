"""Totals and means told from lines: by their place, their numbering, their empty cells and by what they sum.

The first word of a name says little: `Jumlah kunjungan wisatawan` and `Rata-rata Lama Sekolah` are indicators.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.angka.notasi import kosong
from sakip.model.timbangan import Bobot, terbaik
from sakip.pembaca.tafsir.tabel.hipotesis import nilai_sel
from sakip.teks.istilah import himpunan
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["bukan_jumlah", "jumlah_tersirat"]

BERNOMOR = 3
TANPA_NOMOR = 1
BERSATUAN = 2
KATA = 2
ISI_KOSONG = 1
TERBUKTI = 3
"""What each piece of evidence costs the reading that it speaks against."""
BAGIAN_TERSEDIKIT = 3
"""Lines whose sum a row must be to be their total without being called so."""
ANGKA_KHAS = 4
"""Digits of a sum that does not come about by chance."""


def bukan_jumlah(
    urut: int,
    semua: Sequence[tuple[str, Sequence[str]]],
    nama: int | None,
    nomor: int | None,
    satuan: int | None,
    angka: Sequence[int],
    *,
    indikator: bool = False,
) -> bool:
    """Whether a row that is called a total or a mean is a line of its table.

    Args:
        urut: the row.
        semua: all rows, kind and cells.
        nama, nomor, satuan: the columns of the names, of the numbers of lines and of the units, where there are.
        angka: the columns of figures.
        indikator: the names are those of indicators, which seldom add up.
    """
    jenis, sel = semua[urut]
    rincian = [s for j, s in semua if j == "rincian"]
    melawan = {"rincian": 0, "jumlah": 0}
    melawan["rincian" if _tanpa_nama_khas(sel, nama) else "jumlah"] += KATA
    if nomor is not None and sum(bool(_angka(s[nomor])) for s in rincian) * 2 > len(rincian):
        bernomor = _angka(sel[nomor])
        melawan["jumlah" if bernomor else "rincian"] += BERNOMOR if bernomor else TANPA_NOMOR
    if satuan is not None and not kosong(sel[satuan]):
        melawan["jumlah"] += BERSATUAN
    biasa = [i for i in angka if sum(bool(s[i]) for s in rincian) * 2 > len(rincian)]
    if biasa:
        penuh = not any(kosong(sel[i]) for i in biasa)
        melawan["jumlah" if penuh else "rincian"] += ISI_KOSONG
        if penuh and indikator and not jenis.startswith("rerata"):
            melawan["jumlah"] += BERSATUAN
    if _terbukti(jenis, sel, rincian, angka):
        melawan["rincian"] += TERBUKTI
    return terbaik(melawan, lambda m: Bobot(biaya=Fraction(melawan[m]))) == "rincian"


def jumlah_tersirat(semua: Sequence[tuple[str, Sequence[str]]], nomor: int | None, angka: Sequence[int]) -> int | None:
    """The last row of figures, where by another name, it is the total: the sum of the lines, unnumbered under numbered.

    Where no line is numbered the sum must be one that does not come about by chance.
    """
    urut = max((n for n, (_, s) in enumerate(semua) if any(nilai_sel(s[i]) is not None for i in angka)), default=None)
    if urut is None or semua[urut][0] != "rincian":
        return None
    akhir, rincian = semua[urut][1], [s for j, s in semua[:urut] if j == "rincian"]
    if len(rincian) < BAGIAN_TERSEDIKIT:
        return None
    if nomor is None:
        angka = [i for i in angka if sum(map(str.isdigit, akhir[i])) >= ANGKA_KHAS]
    elif akhir[nomor].strip() or not all(_angka(s[nomor]) for s in rincian):
        return None
    return urut if _terbukti("total", akhir, rincian, angka) else None


def _tanpa_nama_khas(sel: Sequence[str], nama: int | None) -> bool:
    """Whether a name says nothing of what is counted."""
    teks = (
        sel[nama]
        if nama is not None and sel[nama]
        else max(sel, key=lambda t: len(re.findall(r"[A-Za-z]", t)), default="")
    )
    return all(k in himpunan("bukan_rincian") or k.isdigit() for k in baku(teks).split())


def _angka(teks: str) -> bool:
    return bool(re.fullmatch(r"\(?\d{1,3}[.)]?", teks.strip()))


def _terbukti(jenis: str, sel: Sequence[str], rincian: Sequence[Sequence[str]], angka: Sequence[int]) -> bool:
    """Whether in some column it is the sum, or the mean, of the lines."""
    for i in angka:
        milik, bagian = nilai_sel(sel[i]), [n for s in rincian if (n := nilai_sel(s[i])) is not None]
        if milik is None or len(bagian) < 2 or not milik.pecahan:
            continue
        hasil: Fraction = sum((n.pecahan for n in bagian), Fraction(0))
        if jenis.startswith("rerata"):
            hasil /= len(bagian)
        if abs(hasil - milik.pecahan) <= milik.setengah:
            return True
    return False
