"""From the parts of a year to the year: how quarters, semesters or months make the figure of the whole year.

No rule that was read lays down how; reports do it in one of four ways, and `agregasi_dari` says which of them a figure
of the year follows from its parts.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.angka.angka import Angka, Jenis, pecahan
from sakip.angka.interval import Interval
from sakip.errors import AngkaError
from sakip.hukum.hitung import Nilai
from sakip.hukum.rumus import Rumus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.angka.angka import Bilangan

__all__ = ["AGREGASI", "agregasi_dari", "rumus_agregasi", "setahun"]

AGREGASI = ("jumlah", "terakhir", "rerata", "nisbah")
"""The sum of parts that are each by itself; the last of parts that are cumulative, or measure a state; their mean; the
sum of the parts over the sum of other parts, times 100."""


def rumus_agregasi(agregasi: str, banyak: int) -> Rumus:
    """The formula over so many parts in the order of the year, named 0, 1, 2 …; of `nisbah` over as many more."""
    if agregasi == "terakhir":
        return Rumus.linear([(1, banyak - 1)])
    if agregasi == "nisbah":
        return Rumus.rasio_jumlah(banyak)
    return Rumus.jumlah(banyak, banyak if agregasi == "rerata" else 1)


def setahun(bagian: Sequence[Bilangan], agregasi: str, penyebut: Sequence[Bilangan] = ()) -> Nilai | None:
    """The figure of the year from its parts.

    Args:
        bagian: the parts, in the order of the year.
        agregasi: one of `AGREGASI`.
        penyebut: of `nisbah`, what each part is a share of.

    Returns:
        The exact value; None where there is no part, or the divisor is zero.

    Raises:
        AngkaError: a text that is no figure, an unknown way, or not as many divisors as parts.
        TypeError: a float.
    """
    if agregasi not in AGREGASI:
        raise AngkaError(f"cara {agregasi!r} tidak dikenal; yang ada: {', '.join(AGREGASI)}")
    if len(penyebut) != (len(bagian) if agregasi == "nisbah" else 0):
        raise AngkaError("penyebut dipakai nisbah saja, satu untuk tiap bagian")
    nilai = {i: pecahan(x, Jenis.NILAI) for i, x in enumerate([*bagian, *penyebut])}
    hasil = rumus_agregasi(agregasi, len(bagian)).hitung(dict(nilai)) if bagian else None
    return None if hasil is None else Nilai(hasil)


def agregasi_dari(bagian: Sequence[Bilangan], setahun_: Angka | Bilangan) -> tuple[str, ...]:
    """The ways by which the figure of a year follows from its parts, rounded to its printed decimals.

    `nisbah` is not among them: it needs other figures.

    Raises:
        AngkaError: a text that is no figure.
        TypeError: a float.
    """
    cetak = Angka.baca(setahun_) if isinstance(setahun_, str) else setahun_
    tepat = pecahan(cetak, Jenis.NILAI)
    setengah = cetak.setengah if isinstance(cetak, Angka) else Fraction(0)
    rentang = Interval.dari(tepat, setengah)
    hasil = {a: setahun(bagian, a) for a in AGREGASI[:-1]}
    return tuple(a for a, n in hasil.items() if n is not None and rentang.memuat(n.pecahan))
