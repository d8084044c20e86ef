"""Values as a reader wants to see them, in the notation of the print they correct."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.angka.angka import Jenis, bulat, tulis
from sakip.angka.interval import Interval

if TYPE_CHECKING:
    from sakip.fakta.register import Butir
    from sakip.teks.kalimat import Isi

__all__ = ["daftar", "tulis_nilai", "tulis_selisih"]


DESIMAL_TERBANYAK = 4
"""Decimals that an exact value may need beyond those of the wrong print."""


def tulis_nilai(b: Butir, nilai: Interval | Isi) -> Isi:
    """What `b` should print: with its decimals, and more where the value is exact and needs them."""
    if not isinstance(nilai, Interval):
        return nilai
    lebar = nilai.atas - nilai.bawah
    if lebar > 2 * b.setengah:
        return f"{_tulis(b, nilai.bawah)}–{_tulis(b, nilai.atas)}"
    return _tulis(b, nilai.tengah)


def tulis_selisih(b: Butir, nilai: Interval | Isi) -> str:
    """Printed minus due, signed; empty when there is nothing to subtract."""
    if not isinstance(nilai, Interval) or b.nilai is None or nilai.atas - nilai.bawah > 2 * b.setengah:
        return ""
    beda = b.nilai - Fraction(bulat(nilai.tengah, _desimal(b, nilai.tengah)))
    tanda = "+" if beda > 0 else ""
    return tanda + tulis(beda, _desimal(b, beda), Jenis.NILAI)


def _desimal(b: Butir, nilai: Fraction) -> int:
    """Enough decimals for an exact amount of money or an exact target, else the printed ones."""
    if b.peran.jenis is Jenis.RUPIAH and b.desimal < 2 and (nilai * 10**b.desimal).denominator != 1:
        return 2
    if b.peran.pasti and b.peran.jenis is not Jenis.RUPIAH:
        cukup = (d for d in range(b.desimal, DESIMAL_TERBANYAK + 1) if (nilai * 10**d).denominator == 1)
        return next(cukup, b.desimal)
    return b.desimal


def _tulis(b: Butir, nilai: Fraction) -> str:
    a = b.sel.angka if b.sel is not None else None
    satuan = a.satuan if a is not None else ""
    teks = tulis(nilai, _desimal(b, nilai), Jenis.NILAI)
    if b.peran.nama == "tahun":
        return str(nilai)
    if satuan == "%":
        return f"{teks}%"
    return f"{teks} {satuan}".strip()


def daftar(butir: list[str], paling_banyak: int = 3) -> str:
    """Names in a row, the first few of many, saying how many more there are."""
    unik = list(dict.fromkeys(butir))
    if len(unik) <= paling_banyak:
        return "; ".join(unik)
    return "; ".join(unik[:paling_banyak]) + f"; dan {len(unik) - paling_banyak} lainnya"
