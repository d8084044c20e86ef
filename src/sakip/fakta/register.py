"""The register of facts: every printed figure with its subject, role and period.

A fact is what a figure states: the pagu of one sub kegiatan, the target of one indicator in one year.
The same fact printed in several places must agree; the register brings those prints together.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

import attrs

from sakip.angka import Angka, Kosong, Predikat
from sakip.interval import Interval
from sakip.lokasi import Lokasi
from sakip.model.peran import PERAN
from sakip.model.sel import Sel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip.model.indikator import Indikator
    from sakip.model.laporan import Laporan
    from sakip.model.narasi import Klaim
    from sakip.model.peran import Peran
    from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, PerjanjianKinerja
    from sakip.model.tabel import Tabel

__all__ = ["ANGGARAN", "BarisFakta", "BarisFormulir", "Butir", "Formulir", "Kunci", "Register", "TabelFakta"]

ANGGARAN = "anggaran"
"""The subject of the whole budget."""


@attrs.frozen(slots=True)
class Kunci:
    """What a figure states: whose (`subjek`), what (`peran`, with the label of a part), when."""

    subjek: str
    peran: str
    periode: int | None


@attrs.frozen(slots=True, eq=False)
class Butir:
    """One printed figure or label taking part in relations.

    Attributes:
        urut: its number in the register; gives every output a fixed order.
        nama: what it is, in words: `realisasi 2024 Nilai AKIP`.
        tempat: where it is, in words.
        wadah: the table, form or section, in words that survive renumbering.
        peran: its role.
        kunci: the fact it states; None for a figure that states none.
        sel: the printed cell; None for a figure computed from the report (a count).
        nilai: the exact value printed; None for a label or a range.
        setengah: half a unit of the last printed digit.
        interval: what it stands for as an operand: a point when the role is exact or the source stores the value.
        label: the printed words, for labels.
        susunan: column and row order within its table or form, for runs of lines.
        media: where it is printed: `tabel`, `pk`, `narasi` or `hitungan` (a printed calculation).
    """

    urut: int
    nama: str
    tempat: str
    wadah: str
    peran: Peran
    kunci: Kunci | None
    sel: Sel | None
    nilai: Fraction | None
    setengah: Fraction
    interval: Interval | None
    label: str = ""
    susunan: tuple[str, int] = ("", 0)
    media: str = "tabel"

    @property
    def tetap(self) -> bool:
        """Whether it was computed and so cannot be a wrong print."""
        return self.sel is None

    @property
    def lokasi(self) -> Lokasi:
        """Where it is printed."""
        return self.sel.lokasi if self.sel is not None else Lokasi()

    @property
    def teks(self) -> str:
        """As printed."""
        return self.sel.teks if self.sel is not None else ("" if self.nilai is None else str(self.nilai))

    @property
    def desimal(self) -> int:
        """The decimals printed."""
        a = self.sel.angka if self.sel is not None else None
        return a.desimal if a is not None else 0

    @property
    def cetak(self) -> Interval | None:
        """What it stands for as a printed result: all values that round to it, whatever its role."""
        return None if self.nilai is None else Interval.dari(self.nilai, self.setengah)


@attrs.frozen(slots=True, eq=False)
class BarisFakta:
    """A row of a table in the register: its kind, its subject, and its figures by column key."""

    jenis: str
    nama: str
    subjek: str
    urut: int
    kelompok: str
    butir: dict[str, Butir]
    kode: str | None = None
    indikator: Indikator | None = None


@attrs.frozen(slots=True, eq=False)
class TabelFakta:
    """A table in the register.

    Attributes:
        deret_nomor: what is numbered: the columns, and the lines of each group.
    """

    tabel: Tabel
    baris: tuple[BarisFakta, ...]
    deret_nomor: tuple[tuple[Butir, ...], ...] = ()

    @property
    def rincian(self) -> tuple[BarisFakta, ...]:
        """The lines, without headings, totals and means."""
        return tuple(b for b in self.baris if b.jenis == "rincian")


@attrs.frozen(slots=True, eq=False)
class BarisFormulir:
    """A line of a form in the register.

    Attributes:
        kode: the completed budget code it was matched to; None when none fits.
        tingkat: program, kegiatan or sub_kegiatan, from its numbering.
        angka: its money or its target.
        total: the whole budget of the item, where the line is a share.
        diampu: the shares of others.
    """

    baris: BarisAnggaran | BarisKinerja
    tingkat: str
    kedalaman: int
    kode: str | None = None
    angka: Butir | None = None
    total: Butir | None = None
    diampu: tuple[Butir, ...] = ()
    indikator: Indikator | None = None
    rincian: tuple[Butir, ...] = ()


@attrs.frozen(slots=True, eq=False)
class Formulir:
    """An officer's form in the register."""

    pk: PerjanjianKinerja
    anggaran: tuple[BarisFormulir, ...]
    kinerja: tuple[BarisFormulir, ...]
    jumlah: Butir | None


KASAR = Fraction(1, 100)
"""Half a unit of the last printed decimal beyond this share of a target: the target was a rate, and rounded."""


@cache
def _setengah(pangkat: int) -> Fraction:
    """Half a unit of the digit that stands for this power of ten."""
    return Fraction(10) ** pangkat / 2


def _kasar(nilai: Fraction, setengah: Fraction) -> bool:
    """Whether a target such as 0,16 has so few digits that it is itself the rounding of a finer one."""
    return setengah < Fraction(1, 2) and setengah > KASAR * abs(nilai)


@attrs.define(slots=True, eq=False)
class Register:
    """All figures of a report, by fact, table, form and claim. Built once by `susun`, then only read."""

    laporan: Laporan
    butir: list[Butir] = attrs.field(factory=list)
    fakta: dict[Kunci, list[Butir]] = attrs.field(factory=dict)
    tabel: list[TabelFakta] = attrs.field(factory=list)
    formulir: list[Formulir] = attrs.field(factory=list)
    klaim: list[tuple[Klaim, Butir]] = attrs.field(factory=list)
    kosong: dict[Kunci, list[Butir]] = attrs.field(factory=dict)
    nama_kode: dict[str, list[str]] = attrs.field(factory=dict)
    jenis_indikator: dict[str, Indikator] = attrs.field(factory=dict)

    def catat(
        self,
        sel: Sel,
        peran: Peran,
        *,
        nama: str,
        tempat: str,
        wadah: str,
        kunci: Kunci | None = None,
        susunan: tuple[str, int] = ("", 0),
        media: str = "tabel",
    ) -> Butir:
        """Enter a printed figure or label."""
        isi = sel.isi
        nilai, setengah, label = None, Fraction(0), ""
        if isinstance(isi, Angka):
            nilai = Fraction(isi.nilai)
            setengah = _setengah(isi.pangkat - isi.desimal)
        elif isi is None or isinstance(isi, Predikat):
            label = sel.teks
        interval = None
        if nilai is not None:
            pasti = peran.pasti and not (peran.menurut_satuan and _kasar(nilai, setengah))
            interval = Interval.titik(nilai) if pasti else Interval.dari(nilai, setengah)
            if sel.tersimpan is not None:
                interval = Interval.titik(sel.tersimpan)
        butir = Butir(
            len(self.butir), nama, tempat, wadah, peran, kunci, sel, nilai, setengah, interval, label, susunan, media
        )
        self.butir.append(butir)
        if kunci is not None and isinstance(isi, Kosong):
            self.kosong.setdefault(kunci, []).append(butir)
        if kunci is not None and (nilai is not None or label):
            self.fakta.setdefault(kunci, []).append(butir)
        return butir

    def hitungan(self, nilai: Fraction | int, peran: Peran, nama: str) -> Butir:
        """A figure computed from the report, which no print can contradict but by being wrong itself."""
        f = Fraction(nilai)
        return Butir(-1, nama, nama, "", peran, None, None, f, Fraction(0), Interval.titik(f), media="hitungan")

    def petunjuk(self, teks: str, lokasi: Lokasi, tempat: str, media: str = "pk") -> Butir:
        """A printed text that shows where a structural condition fails; it states no fact of its own."""
        sel = Sel(teks, None, lokasi)
        return Butir(
            len(self.butir), teks, tempat, "", PERAN["nama"], None, sel, None, Fraction(0), None, teks, media=media
        )

    def sebut(self, subjek: str) -> str:
        """A subject in the words of the report."""
        ind = next((i for i in self.laporan.indikator if i.kunci == subjek), None)
        if ind is not None:
            return ind.nama
        if subjek in self.nama_kode:
            return f"{subjek} {self.nama_kode[subjek][0]}"
        if subjek.startswith("rerata:"):
            return f"rata-rata {subjek.count('+') + 1} indikator"
        return subjek.replace("indikator:", "").replace("|", " ").strip()

    def cari(self, subjek: str, peran: str, periode: int | None) -> Butir | None:
        """The first print of a fact that is a figure; None when the report does not print it."""
        for b in self.fakta.get(Kunci(subjek, peran, periode), ()):
            if b.nilai is not None:
                return b
        return None

    def cetakan(self, subjek: str, peran: str, periode: int | None) -> list[Butir]:
        """Every print of a fact."""
        return self.fakta.get(Kunci(subjek, peran, periode), [])

    def formulir_eselon(self, eselon: str) -> list[Formulir]:
        """The agreements of one level that are in force: the revised ones, where there are any.

        The form that sets the main indicators is no agreement.
        """
        berlaku = "perubahan" if any(f.pk.jenis == "perubahan" for f in self.formulir) else "murni"
        return [f for f in self.formulir if f.pk.eselon == eselon and f.pk.jenis == berlaku]

    def baris_anggaran(self) -> Iterable[BarisFakta]:
        """The lines of all budget tables that have a code."""
        return (b for t in self.tabel for b in t.baris if b.kode is not None)
