"""What a user decides about a review, as the rest of the package takes it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from sakip.aturan.definisi import KEPARAHAN, Aturan
from sakip.dugaan.tuning import LARGE_KNOT
from sakip.konversi.nilai import Pilihan
from sakip.model.laporan import TARGET_TAK_POSITIF

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.hukum.skala import Skala
    from sakip.model.laporan import Laporan

__all__ = ["Konfigurasi", "Materialitas"]


@attrs.frozen(slots=True)
class Materialitas:
    """Differences in money below `rupiah` become notes; `alasan` says why and is shown with them."""

    rupiah: Fraction
    alasan: str


@attrs.frozen(slots=True, kw_only=True)
class Konfigurasi:
    """What a user decides about a review.

    Attributes:
        pilih, abaikan: code prefixes of rules wanted and not wanted.
        ambang: the severity from which the exit status is 1; empty to leave it to the command line.
        skala, rumus, batas, ordinal, target_tak_positif: the method, in place of what the report declares.
        alias: the key of an indicator to further spellings of its name.
        materialitas: the amount below which a difference of money is a note.
        knot_terbesar: figures up to which contradictions are searched to the end for what is wrong, 40 by default;
            fewer where a review of anything at all must end soon.
        aturan: rules of the user's own.
        kosakata: words by which documents are understood, added to those that come with the package; `sakip.baca`
            takes them.
    """

    pilih: tuple[str, ...] = ()
    abaikan: tuple[str, ...] = ()
    ambang: str = attrs.field(default="", validator=Pilihan(*KEPARAHAN))
    skala: str | Skala | None = None
    rumus: Mapping[str, str] = attrs.field(factory=dict)
    batas: str = ""
    ordinal: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    target_tak_positif: str = attrs.field(default="", validator=Pilihan(*TARGET_TAK_POSITIF))
    alias: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    materialitas: Materialitas | None = None
    knot_terbesar: int = LARGE_KNOT
    aturan: tuple[Aturan, ...] = ()
    kosakata: Mapping[str, Any] = attrs.field(factory=dict, hash=False)

    def terapkan(self, laporan: Laporan) -> Laporan:
        """The report with the method and the names of this configuration."""
        metode = laporan.metode
        if self.skala is not None:
            metode = attrs.evolve(metode, skala=self.skala)
        if self.rumus:
            metode = attrs.evolve(metode, rumus={**metode.rumus, **self.rumus})
        if self.batas:
            metode = attrs.evolve(metode, batas=self.batas, dasar_batas="tersurat")
        if self.ordinal:
            metode = attrs.evolve(metode, ordinal={**metode.ordinal, **self.ordinal})
        if self.target_tak_positif:
            metode = attrs.evolve(metode, target_tak_positif=self.target_tak_positif)
        indikator = tuple(
            attrs.evolve(i, alias=(*i.alias, *self.alias[i.kunci])) if i.kunci in self.alias else i
            for i in laporan.indikator
        )
        return attrs.evolve(laporan, metode=metode, indikator=indikator)
