"""What every relation is, what comes of it, and the reading that it may rest on."""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

import attrs

from sakip.angka.interval import Interval
from sakip.model.timbangan import Dasar
from sakip.relasi.jalur import ada
from sakip.relasi.lembar import BarisLembar, Lembar
from sakip.teks.kalimat import kalimat
from sakip.teks.short_repr import short_repr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sakip.fakta.butir import Butir
    from sakip.relasi.jalur import Jalur
    from sakip.relasi.persamaan import Persamaan
    from sakip.teks.kalimat import Isi, Kalimat

__all__ = [
    "BERLAKU",
    "DIPOTONG",
    "PEMBULATAN",
    "SESUAI",
    "TANDA",
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

TANDA = {
    Putusan.SESUAI: "✓",
    Putusan.PEMBULATAN: "≈",
    Putusan.TIDAK_SESUAI: "✗",
    Putusan.TAK_DAPAT_DIPERIKSA: "?",
}
"""The tick marks of a working paper."""

DIPOTONG = kalimat("alasan.dipotong")
"""The reason given with an outcome that holds only because digits were cut off."""

SESUAI = Evaluasi(Putusan.SESUAI)
PEMBULATAN = Evaluasi(Putusan.PEMBULATAN)
TIDAK_SESUAI = Evaluasi(Putusan.TIDAK_SESUAI)


@attrs.frozen(slots=True, eq=False, kw_only=True, field_transformer=short_repr)
class Relasi:
    """What a rule says must hold.

    A kind of relation is a class of its own. It must name its figures (`butir`), say whether it holds (`evaluasi`) and
    whether it would with other values (`dipenuhi`). All else that the engine, the search and the writers ask of it has
    an answer here, which a kind replaces where it knows better; nobody asks of which kind a relation is.

    Attributes:
        kode: the code of the rule.
        jenis: jumlah, selisih, rasio, rerata, hasil, sama, peringkat, urutan or syarat.
        uraian: what is stated, in words.
        lunak: evidence only: it may fail for an innocent reason, so it accuses nobody by itself.
        bacaan: the reading that it rests on; None where nothing was read into the print.
        tak_pasti: it rests on a formula or an order that neither the report states nor anybody verified: what it alone
            shows to be wrong is asked about.
    """

    bernilai: ClassVar[bool] = True
    """Whether another value of one of its figures could mend or break it; no edit of a figure mends a structure."""

    mengikat: ClassVar[bool] = False
    """Whether it gives each of its figures a value by the others, so that it speaks for them while it holds."""

    kode: str
    jenis: str
    uraian: str | Kalimat
    lunak: bool = False
    bacaan: Bacaan | None = None
    tak_pasti: bool = False

    # -- what it is about

    @property
    def butir(self) -> tuple[Butir, ...]:
        """Every figure and label that takes part, the one that it is about first."""
        raise NotImplementedError

    @property
    def hasil(self) -> Butir | None:
        """The print that follows from the others; None where none does."""
        return None

    @property
    def utama(self) -> Butir | None:
        """The print that it is about; None where it is about all of them alike."""
        return self.hasil

    @property
    def jalur(self) -> tuple[Jalur, ...]:
        """The ways in which its result may be reckoned."""
        return ()

    @property
    def bagian(self) -> tuple[Butir, ...]:
        """The figures of which its result is the sum."""
        return ()

    @property
    def terhitung(self) -> bool:
        """Whether its result is a product or a share of other figures, whose last digits may have been cut off."""
        return False

    @property
    def cetakan(self) -> tuple[Butir, ...]:
        """The prints of one fact that must agree."""
        return ()

    @property
    def diuji(self) -> tuple[Butir, ...]:
        """The figures whose values it tests: where it holds, another value of one of them would have been noticed.

        Numbering, notation, questions, structure, a class or a direction vouch for no value.
        """
        return ()

    # -- whether it holds

    def evaluasi(self) -> Evaluasi:
        """The outcome for the figures as printed."""
        raise NotImplementedError

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        """Whether it would hold with the values of `ubah` in place of the printed ones."""
        raise NotImplementedError

    def potongan(self) -> bool | None:
        """Whether its result is the exact one cut off (True) or rounded (False); None where both, or neither."""
        return None

    def tepat_terpotong(self) -> Fraction | None:
        """The exact result that was cut off, not rounded, to the printed one; None where it was not."""
        return None

    def keliru_tercetak(self) -> bool:
        """Whether its result is, to the last digit, what a way gives that is wrong here and that slips take."""
        return False

    # -- what it says of its figures: all that error localization needs to know

    @property
    def bercabang(self) -> bool:
        """Whether it may hold in several ways."""
        return False

    @property
    def longgar(self) -> bool:
        """Whether more values of a figure may let it hold than those it proposes: it has several ways, or bounds."""
        return self.bercabang

    @property
    def dihitung(self) -> Fraction | None:
        """The exact result that the figures give as printed; None where they give none."""
        return None

    def benar(self, ubah: Mapping[Butir, Interval | str]) -> Interval | str | None:  # noqa: ARG002 - by kind
        """What its first print should be, all else as printed or in `ubah`; None where it does not say."""
        return None

    def usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval | None:
        """The values of `butir` that would make it hold, all else as printed or in `ubah`."""
        return next(self.semua_usul(butir, ubah), None)

    def semua_usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Iterator[Interval]:  # noqa: ARG002
        """The values of `butir` that would make it hold, one after the other where there are several ways."""
        return iter(())

    def menentukan(self, belum: Collection[Butir]) -> bool:  # noqa: ARG002 - by kind
        """Whether it settles these of its figures when they alone are unknown."""
        return False

    def nilai_menurut(
        self,
        butir: Butir,  # noqa: ARG002 - by kind
        ubah: Mapping[Butir, Interval | str],  # noqa: ARG002
        belum: Collection[Butir],  # noqa: ARG002
    ) -> Iterator[Interval]:
        """The values that it gives to the figure `butir`, with the figures of `belum` unknown."""
        return iter(())

    def label_menurut(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> str | None:  # noqa: ARG002 - by kind
        """The label that it gives to `butir`; None where it gives none, or several."""
        return None

    def tanpa(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> bool:  # noqa: ARG002 - by kind
        """Whether it holds in a way that `butir` has no part in, so that it says nothing of it."""
        return False

    def kelompok(self, ubah: Mapping[Butir, Interval | str]) -> list[list[Butir]]:  # noqa: ARG002 - by kind
        """Its prints of one fact grouped by the value they agree on, the largest group first."""
        return []

    def persamaan(
        self,
        belum: Collection[Butir],  # noqa: ARG002 - by kind
        ubah: Mapping[Butir, Interval | str],  # noqa: ARG002
    ) -> Iterator[Persamaan]:
        """What it says of several unknowns together, as linear equations; none where it cannot be put so."""
        return iter(())

    # -- how it is told

    @property
    def semua_kode(self) -> tuple[str, ...]:
        """The code of its rule, and those that it may be reported under besides."""
        return (self.kode,)

    def kode_untuk(self, butir: Butir) -> str:  # noqa: ARG002 - for the kinds that tell prints apart
        """The code under which `butir` is reported, where it is at fault."""
        return self.kode

    @property
    def tertulis(self) -> Isi:
        """What is printed, where that is no single print."""
        return ""

    @property
    def seharusnya(self) -> Isi:
        """What should be printed, where that is no value of a figure."""
        return ""

    @property
    def rincian(self) -> tuple[Isi, ...]:
        """The single cases, where it is about several."""
        return ()

    @property
    def pengenal(self) -> tuple[str, ...]:
        """What tells the finding that it fails from others on its first print, where no figure is blamed."""
        return tuple(b.pengenal for b in self.butir[1:])

    def pesan(self) -> tuple[str, dict[str, Isi]]:
        """The message of the finding that it fails, where no figure is blamed: its key, and what this kind fills in."""
        return "relasi", {}

    def pesan_butir(self, butir: Butir) -> tuple[str, dict[str, Isi]]:
        """The same where `butir` is blamed for its failure."""
        return ("hasil" if butir is self.hasil else "operan"), {}

    def pembulatan(self, evaluasi: Evaluasi) -> tuple[Butir, Interval | str]:  # noqa: ARG002 - by kind
        """The print that holds only by rounding, and what the others give for it; "" where they give nothing."""
        return self.butir[0], ""

    def lembar(self, baris: int, evaluasi: Evaluasi) -> Lembar:
        """Its check as formulas of a spreadsheet, its own row being `baris` and its figures in the rows below.

        Where a kind has none, the outcome is written down and the figures are shown.
        """
        jawab = {Putusan.SESUAI: "lembar.ya", Putusan.TIDAK_SESUAI: "lembar.tidak"}.get(evaluasi.putusan)
        ditulis = f'IF(F{baris}={{lembar.ya}},"✓",IF(F{baris}={{lembar.tidak}},"✗","?"))'
        return Lembar(
            tanda=f'"{TANDA[evaluasi.putusan]}"' if evaluasi.putusan is Putusan.PEMBULATAN else ditulis,
            nilai=kalimat(jawab or "lembar.tak_tahu"),
            baris=tuple(BarisLembar(b, b.nilai, jenis="bukti") for b in self.butir),
        )


def nilai_hasil(b: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval:
    """What a figure stands for as a result: every value that rounds to it, printed or in `ubah`."""
    n = ubah.get(b)
    if isinstance(n, Interval):
        return Interval(n.bawah - b.setengah, n.atas + b.setengah) if n.tunggal else n
    return ada(b.cetak)
