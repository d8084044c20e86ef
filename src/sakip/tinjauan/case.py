"""What a review has to explain, and the one way to make a finding of it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.angka.interval import Interval
from sakip.relasi import Putusan
from sakip.teks.kalimat import Kalimat
from sakip.temuan.nilai import tulis_nilai
from sakip.temuan.temuan import Dugaan, Operan, Temuan, sidik
from sakip.tinjauan.selection import SEMUA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sakip.aturan.definisi import Aturan
    from sakip.dugaan.readings import DoubtedReading
    from sakip.fakta.register import Butir, Register
    from sakip.relasi import Evaluasi, Relasi
    from sakip.teks.kalimat import Isi
    from sakip.temuan.temuan import Akibat, Perbaikan
    from sakip.tinjauan.selection import Pilihan

__all__ = ["TRUSTED", "ZERO", "Case", "contrast", "money_difference"]

ZERO = Fraction(0)

TRUSTED = ("tabel", "hitungan", "pk", "narasi")
"""Media in the order in which copies of one error are told: the prose copies the table."""


@attrs.frozen(slots=True, eq=False)
class Case:
    """What a review has to explain.

    Attributes:
        reg: the figures.
        rules: every rule that may be reported, by its code.
        outcomes: the relations that are stated, evaluated.
        doubted: the readings that the report does not bear out.
        selection: the rules that were asked for.
        relations: the relations of each figure, without those that could not be checked and those of no value: no edit
            of a figure could mend or break these.
    """

    reg: Register
    rules: Mapping[str, Aturan]
    outcomes: Mapping[Relasi, Evaluasi]
    doubted: Sequence[DoubtedReading] = ()
    selection: Pilihan = SEMUA
    relations: Mapping[Butir, list[Relasi]] = attrs.field(
        init=False, default=attrs.Factory(lambda case: _by_figure(case.outcomes), takes_self=True)
    )

    @property
    def failed(self) -> list[Relasi]:
        """The relations that fail, in the order of the report."""
        return [r for r, e in self.outcomes.items() if e.putusan is Putusan.TIDAK_SESUAI]

    def rule_with(self, sifat: str) -> Aturan | None:
        """The rule that has a property; None where it is not among those that may be reported."""
        return next((a for a in self.rules.values() if sifat in a.sifat), None)

    def gravity(self, kode: str, relations: Iterable[Relasi]) -> str | None:
        """How grave it is that these relations fail: less than the rule says where none rests on what is sure."""
        unsure = all(r.tak_pasti for r in relations)
        return "peringatan" if unsure and self.rules[kode].keparahan == "kesalahan" else None

    def title(self, kode: str) -> Isi:
        """The name of a rule."""
        return Kalimat(f"{kode}.judul")

    def finding(
        self,
        kode: str,
        kunci: str,
        isi: Mapping[str, Isi],
        figures: Sequence[Butir],
        *,
        identity: Iterable[Butir | str] | None = None,
        places: Iterable[Butir] | None = None,
        innocent: bool = False,
        operands: Iterable[Butir] = (),
        keparahan: str | None = None,
        tempat: Isi | None = None,
        tertulis: Isi | None = None,
        seharusnya: Isi = "",
        selisih: str = "",
        uang: Fraction = ZERO,
        bukti: Iterable[Isi] = (),
        akibat: Iterable[Akibat] = (),
        dugaan: Iterable[Dugaan] = (),
        alternatif: tuple[tuple[Perbaikan, ...], ...] = (),
    ) -> Temuan:
        """Make a finding.

        Args:
            kode: the rule.
            kunci, isi: the message, and what fills it.
            figures: what it is about, the figure named first.
            identity: what tells it from other findings of its rule; `figures` when left out.
            places: what is marked in the source; `figures` when left out, without those that were computed.
            innocent: whether the innocent reading of the rule, if it has one, belongs to it.
            operands: the figures that show it.
            keparahan: how grave it is; as the rule says when left out.
            tempat, tertulis: of the first of `figures` when left out.
            seharusnya, selisih, uang, bukti, akibat, dugaan, alternatif: as `Temuan` has them.
        """
        a = self.rules[kode]
        dugaan = tuple(dugaan)
        if innocent and a.celah:
            dugaan = (*dugaan, Dugaan("celah", {"celah": Kalimat(f"{kode}.celah")}))
        if places is None:
            places = [b for b in figures if not b.tetap] or figures[:1]
        return Temuan(
            id=_identity(kode, figures if identity is None else identity),
            kode=kode,
            keparahan=a.keparahan if keparahan is None else keparahan,
            kunci=kunci,
            isi=isi,
            tempat=figures[0].tempat if tempat is None else tempat,
            lokasi=tuple(b.lokasi for b in places),
            tertulis=figures[0].teks if tertulis is None else tertulis,
            seharusnya=seharusnya,
            selisih=selisih,
            uang=uang,
            operan=tuple(Operan(b.nama, b.teks, b.lokasi) for b in operands),
            bukti=tuple(bukti),
            akibat=tuple(akibat),
            dugaan=tuple(dict.fromkeys(dugaan)),
            dasar=a.dasar,
            alternatif=alternatif,
        )


def _by_figure(outcomes: Mapping[Relasi, Evaluasi]) -> dict[Butir, list[Relasi]]:
    found: dict[Butir, list[Relasi]] = {}
    for r, e in outcomes.items():
        if e.putusan is not Putusan.TAK_DAPAT_DIPERIKSA and r.bernilai:
            for b in r.butir:
                found.setdefault(b, []).append(r)
    return found


def _identity(kode: str, parts: Iterable[Butir | str]) -> str:
    """Rows, tables and forms may change places between two drafts, so the order of the evidence is left out."""
    found: set[tuple[str, ...]] = set()
    for b in parts:
        if isinstance(b, str):
            found.add((b,))
            continue
        subjek, periode = (b.kunci.subjek, b.kunci.periode) if b.kunci else (b.pengenal, None)
        sign = "kurang dari nol" if b.nilai is not None and b.nilai < 0 else ""  # a fingerprint has no signs
        found.add((subjek, b.peran.nama, b.wadah, sign + b.teks, str(periode or "")))
    return sidik(kode, *(x for t in sorted(found) for x in t))


def money_difference(b: Butir, value: Interval | str) -> Fraction:
    """The size of the difference in rupiah; zero when it is not money."""
    if b.peran.jenis != "rupiah" or not isinstance(value, Interval) or b.nilai is None:
        return ZERO
    return abs(b.nilai - value.tengah)


def contrast(r: Relasi) -> str:
    """What a formula's result prints and what its operands give; nothing where they give none."""
    b, value = r.butir[0], r.dihitung
    return "" if value is None else f"{b.teks} ≠ {tulis_nilai(b, Interval.titik(value))}"
