"""Whether a declared relation holds between the figures as a text prints them, and whether it is broken for certain."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from .angka import Angka, bulatkan, hitung

if TYPE_CHECKING:
    from .angka import Relasi
    from .naskah import Dokumen

SETENGAH = Fraction(1, 2)


def nilai(dok: Dokumen, sel: Angka) -> Fraction:
    """The value that the text prints there."""
    return sel.notasi.urai(dok.baca(sel))


def jangkauan(dok: Dokumen, r: Relasi) -> tuple[Fraction, Fraction]:
    """Least and greatest result of values that round to the printed operands."""
    ujung = []
    for o in r.operan:
        x, jarak = nilai(dok, o), Fraction(0) if o.pasti else o.notasi.satuan_akhir / 2
        ujung.append((x - jarak, x + jarak))
    if r.rumus in {"jumlah", "rerata"}:
        bawah, atas = zip(*ujung, strict=True)
        return hitung(r.rumus, bawah, r.batas), hitung(r.rumus, atas, r.batas)
    semua = [hitung(r.rumus, u, r.batas) for u in product(*ujung)]
    return min(semua), max(semua)


def berlaku(dok: Dokumen, r: Relasi) -> bool:
    """Whether the printed result is that of the printed operands, half-up."""
    if r.skala is not None:
        return r.skala.nama(nilai(dok, r.operan[0])) == dok.baca(r.hasil)
    if not isinstance(r.hasil, Angka):
        return False
    x, satuan = nilai(dok, r.hasil), r.hasil.notasi.satuan_akhir
    if r.rumus == "sama":
        lain = r.operan[0].notasi.satuan_akhir
        ruang = Fraction(0) if satuan == lain else (satuan + lain) / 2
        return abs(x - nilai(dok, r.operan[0])) <= ruang
    if r.longgar:
        bawah, atas = jangkauan(dok, r)
        return bawah - satuan / 2 <= x <= atas + satuan / 2
    return x == bulatkan(hitung(r.rumus, [nilai(dok, o) for o in r.operan], r.batas), satuan)


def patah(dok: Dokumen, r: Relasi) -> bool:
    """Whether no rounding explains the printed result, not even one off by a unit."""
    if not isinstance(r.hasil, Angka):
        return not berlaku(dok, r)
    satuan = r.hasil.notasi.satuan_akhir
    bawah, atas = jangkauan(dok, r)
    if r.rumus == "sama":
        satuan = max(satuan, r.operan[0].notasi.satuan_akhir)
    ruang = satuan * (1 + SETENGAH)
    return not bawah - ruang <= nilai(dok, r.hasil) <= atas + ruang and not berlaku(dok, r)
