"""What every relation is, what comes of it, and the reading that it may rest on."""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.angka.interval import Interval
from sakip.model.timbangan import Dasar
from sakip.relasi.jalur import ada

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.fakta.butir import Butir
    from sakip.teks.kalimat import Kalimat

__all__ = [
    "BERLAKU",
    "DIPOTONG",
    "PEMBULATAN",
    "SESUAI",
    "TIDAK_SESUAI",
    "Bacaan",
    "Evaluasi",
    "Putusan",
    "Relasi",
    "nilai_hasil",
]


class Putusan(enum.Enum):
    """The outcome of a relation."""

    SESUAI = "sesuai"
    PEMBULATAN = "pembulatan"
    TIDAK_SESUAI = "tidak_sesuai"
    TAK_DAPAT_DIPERIKSA = "tak_dapat_diperiksa"
    GALAT_ATURAN = "galat_aturan"


@attrs.frozen(slots=True)
class Evaluasi:
    """The outcome, the way that led to it, and the reason when there is no outcome.

    Attributes:
        putusan: the outcome.
        jalur: the way of reckoning that held, or came nearest, where a relation allows several.
        alasan: why it could not be checked.
    """

    putusan: Putusan
    jalur: str | Kalimat = ""
    alasan: str | Kalimat = ""


@attrs.frozen(slots=True)
class Bacaan:
    """How a part of a report was read: a hypothesis that all relations which rest on it share.

    Attributes:
        kunci: what was read: the table, the column or row, the rule.
        uraian: as what, in words.
        dasar: what that rests on.
        pilihan: which of several readings of the same thing this is; empty where there is one.
        biaya: what it costs to depart from the words so far, in lines that would be wrong.
    """

    kunci: tuple[object, ...]
    uraian: str | Kalimat
    dasar: Dasar = Dasar.LAZIM
    pilihan: str = ""
    biaya: Fraction = Fraction()


BERLAKU = frozenset({Putusan.SESUAI, Putusan.PEMBULATAN})
"""The outcomes of a relation that holds."""

DIPOTONG = "dipotong, bukan dibulatkan"
"""The reason given with an outcome that holds only because digits were cut off."""

SESUAI = Evaluasi(Putusan.SESUAI)
PEMBULATAN = Evaluasi(Putusan.PEMBULATAN)
TIDAK_SESUAI = Evaluasi(Putusan.TIDAK_SESUAI)


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Relasi:
    """What a rule says must hold.

    Attributes:
        kode: the code of the rule.
        jenis: jumlah, selisih, rasio, rerata, hasil, sama, peringkat, urutan or syarat.
        uraian: what is stated, in words.
        lunak: evidence only: it may fail for an innocent reason, so it accuses nobody by itself.
        bacaan: the reading that it rests on; None where nothing was read into the print.
    """

    kode: str
    jenis: str
    uraian: str | Kalimat
    lunak: bool = False
    bacaan: Bacaan | None = None

    @property
    def butir(self) -> tuple[Butir, ...]:
        """Every figure and label that takes part."""
        raise NotImplementedError

    @property
    def semua_kode(self) -> tuple[str, ...]:
        """The code of its rule, and those that it may be reported under besides."""
        return (self.kode,)

    def kode_untuk(self, butir: Butir) -> str:  # noqa: ARG002 - for the kinds that tell prints apart
        """The code under which `butir` is reported, where it is at fault."""
        return self.kode

    @property
    def diuji(self) -> tuple[Butir, ...]:
        """The figures whose values it tests: where it holds, another value of one of them would have been noticed.

        Numbering, notation, questions, structure, a class or a direction vouch for no value.
        """
        return ()

    def evaluasi(self) -> Evaluasi:
        """The outcome for the figures as printed."""
        raise NotImplementedError

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        """Whether it would hold with the values of `ubah` in place of the printed ones."""
        raise NotImplementedError

    def usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval | None:
        """The values of `butir` that would make it hold, all else as printed or in `ubah`."""
        raise NotImplementedError


def nilai_hasil(b: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval:
    """What a figure stands for as a result: every value that rounds to it, printed or in `ubah`."""
    n = ubah.get(b)
    if isinstance(n, Interval):
        return Interval(n.bawah - b.setengah, n.atas + b.setengah) if n.tunggal else n
    return ada(b.cetak)
