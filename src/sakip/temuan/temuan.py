"""Temuan: what a review found, with the evidence, as data. `sakip.pesan` puts it into words."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.teks.kalimat import Kalimat
from sakip.teks.nama import baku
from sakip.teks.short_repr import short_repr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from sakip.teks.kalimat import Isi

__all__ = ["Akibat", "Dugaan", "Operan", "Perbaikan", "Temuan", "sidik"]


@attrs.frozen(slots=True)
class Operan:
    """A figure that took part: its name, its text as printed, its place."""

    nama: Isi
    nilai: str
    lokasi: Lokasi = Lokasi()


@attrs.frozen(slots=True)
class Akibat:
    """What follows from the wrong figure, and would be right with it."""

    kunci: str
    isi: Mapping[str, Isi] = attrs.field(hash=False)
    lokasi: Lokasi = Lokasi()


@attrs.frozen(slots=True)
class Dugaan:
    """How the error probably came about. `jenis` names the slip; never stated as fact."""

    jenis: str
    isi: Mapping[str, Isi] = attrs.field(factory=dict, hash=False)


@attrs.frozen(slots=True, kw_only=True)
class Perbaikan:
    """What one figure would have to be in one of several solutions that are equally good.

    Attributes:
        nama, tertulis, seharusnya: the figure, as printed, as it would have to be.
        tempat, lokasi: where, in words and as a place.
        ikut: whether it only follows from the others of its solution.
    """

    nama: Isi
    tertulis: str
    seharusnya: Isi
    tempat: Isi
    lokasi: Lokasi = Lokasi()
    ikut: bool = False

    @property
    def ucapan(self) -> Kalimat:
        """The edit and its place, for writers to put into words."""
        isi = {"tertulis": self.tertulis, "seharusnya": self.seharusnya, "tempat": self.tempat}
        return Kalimat("perbaikan", isi)


@attrs.frozen(slots=True, kw_only=True, field_transformer=short_repr)
class Temuan:
    """A finding.

    Attributes:
        id: a fingerprint that survives moved lines and renumbered tables.
        kode: the rule.
        keparahan: kesalahan, peringatan or catatan.
        kunci, isi: the message and what it says; `sakip.pesan` puts them into words.
        tempat: where, in words; of several suspects, of each.
        lokasi: the places, the figure blamed first; where none is blamed, in the order of the report.
        tertulis, seharusnya, selisih: as printed, as it should be, printed minus due. Where a few solutions are equally
            good, what each edits, in the same order; where many are, nothing.
        uang: the size of the difference in rupiah, for sorting; 0 when it is not money.
        operan: the figures that show it.
        bukti: the relations that hold once it is put right, or the single cases.
        akibat: what else is wrong because of it.
        dugaan: how it probably came about.
        dasar: citations, as keys of the regulation data.
        selama: the ids of the findings of which one must be open for this one to stand; empty: it stands by itself.
        solusi: how many equally good solutions the search found: one blames its figure, with more none is blamed,
            none leaves the relation itself as the finding. None where no figure was searched for.
        tuntas: whether that search went to its end; else there may be others as good, or better.
        alternatif: the solutions, where there are more than one.
    """

    id: str
    kode: str
    keparahan: str
    kunci: str
    isi: Mapping[str, Isi] = attrs.field(hash=False)
    tempat: Isi
    lokasi: tuple[Lokasi, ...]
    tertulis: Isi = ""
    seharusnya: Isi = ""
    selisih: str = ""
    uang: Fraction
    operan: tuple[Operan, ...] = ()
    bukti: tuple[Isi, ...] = ()
    akibat: tuple[Akibat, ...] = ()
    dugaan: tuple[Dugaan, ...] = ()
    dasar: tuple[str, ...] = ()
    selama: tuple[str, ...] = ()
    solusi: int | None = None
    tuntas: bool = True
    alternatif: tuple[tuple[Perbaikan, ...], ...] = ()


def sidik(*bagian: object) -> str:
    """A fingerprint of what identifies a finding: never a line or a table number."""
    teks = "|".join(baku(str(b)) for b in bagian)
    return sha256(teks.encode()).hexdigest()[:12]
