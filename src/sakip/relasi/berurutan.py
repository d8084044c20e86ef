"""Berurutan: numbers that run on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from sakip.relasi.setiap import Kasus
from sakip.teks.kalimat import Daftar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.fakta.butir import Butir
    from sakip.teks.kalimat import Isi

__all__ = ["Berurutan", "Nomor"]


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Nomor:
    """A number as printed.

    Attributes:
        butir: the print.
        angka: its parts: `1.2` is 1 and 2.
        sebut: the print in words, where more than the print itself is to be said.
    """

    butir: Butir
    angka: tuple[int, ...]
    sebut: Isi = ""


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Berurutan(Kasus):
    """Numbers count by ones, each level by itself: 1, 1.1, 1.2, 2.

    After a number that does not follow, counting goes on from it.

    Attributes:
        nomor: the numbers, in the order in which they stand.
        awal: the number that each level begins with; None for any.
    """

    bentuk: ClassVar[str] = "berurutan"
    jenis: ClassVar[str] = "urutan"

    nomor: tuple[Nomor, ...]
    awal: int | None = None

    @property
    def salah(self) -> tuple[Nomor, ...]:
        """The numbers that do not follow from those before them."""
        akhir: dict[tuple[int, ...], int] = {}
        hasil = []
        for n in self.nomor:
            atas, angka = n.angka[:-1], n.angka[-1]
            lalu = akhir.get(atas, None if self.awal is None else self.awal - 1)
            if lalu is not None and angka != lalu + 1:
                hasil.append(n)
            akhir[atas] = angka
        return tuple(hasil)

    @property
    def sesuai(self) -> bool:
        return not self.salah

    @property
    def bukti(self) -> tuple[Butir, ...]:
        salah = self.salah
        return self.saksi or tuple(n.butir for n in (*salah, *(n for n in self.nomor if n not in salah)))

    @property
    def kata(self) -> Mapping[str, Isi]:
        awal = self.nomor[0].angka[-1] if self.nomor else 0
        return {
            "nama": self.nama,
            "nomor": Daftar(tuple(n.butir.teks for n in self.nomor), None, "koma", ulang=True),
            "salah": Daftar(tuple(n.sebut or n.butir.teks for n in self.salah), None, "koma", ulang=True),
            "dari": str(awal),
            "sampai": str(awal + len(self.nomor) - 1),
            **self.isi,
        }
