"""What it costs to doubt a printed figure, and what a set of doubted figures costs.

Costs say how reliable a print is. A figure that other relations support costs more to doubt; a
sentence that repeats a table costs less; a figure computed from a wrong one moves with it almost
for free, as its consequence; figures that one slip spoiled cost little more than one.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import bulat
from sakip.angka.interval import Interval
from sakip.dugaan.joint_slips import Jodoh
from sakip.dugaan.propagation import BOLEH_NEGATIF
from sakip.fakta.rumpun import rumpun
from sakip.relasi import Peringkat, Rumusan, Sama
from sakip.teks.jarak import jarak_ketik

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["BIAYA_AKIBAT", "BIAYA_LUNAK", "KETIK_TERBANYAK", "POTONGAN_KETIK", "Timbangan"]

BIAYA_CETAK = 1.0
"""What it costs to doubt a print, wherever it stands and whatever it is: that a sentence errs more often than a table,
or a total than its lines, is told of reports at large, and is no evidence about this one."""

POTONGAN_ULANGAN = 0.4
"""Taken off for a sentence that repeats another doubted print: it was copied from there, and is hardly a witness."""

BIAYA_DUKUNGAN = 0.3
"""Added for each relation that holds as printed and would break."""

BIAYA_AKIBAT = 0.05
"""A result computed from an edited figure follows it."""

BIAYA_LUNAK = 1.0
"""Leaving a soft relation broken: evidence, not proof."""

POTONGAN_KETIK = 0.2
"""Taken off when one slip explains the print: a digit, two digits transposed, a sign, a separator, a part left out."""

KETIK_TERBANYAK = 2
"""Such slips that make a solution cheaper; more decide nothing, so that what a set costs at the least stays close."""

BIAYA_DESIMAL = 0.3
"""Added for an edit that no print with the same decimals would be: digits slip more easily than a column's notation."""

DESIMAL_TERBANYAK = 7
"""Below so many decimals a value is compared with a print digit by digit, and not as the print would round it."""

POTONGAN_TANDA = 0.1
"""Taken off for a print below zero where its role has none."""

POTONGAN_RUMUS = 0.5
"""Taken off for a result that follows, to the last digit, a formula that is not its own."""

JANGGAL = {"capaian": 300, "capaian_akhir": 300, "serapan": 110}
"""Percentages beyond which the print itself is odd, whatever it was reckoned from."""

POTONGAN_JANGGAL = 0.3
"""Taken off for such a print: it is doubted before the figures beside it."""


@attrs.define(slots=True, eq=False)
class Timbangan:
    """Weighs doubts over all relations of a report.

    Attributes:
        relasi: the relations of each figure.
        berlaku: whether each relation holds as printed.
        jodoh: the figures that one slip may have spoiled together.
        lemah: the relations that hold only by the rounding of their operands: they speak for no figure.
        selip: whether a slip other than a digit's explains that a figure of this value was printed as it is.
    """

    relasi: Mapping[Butir, list[Relasi]]
    berlaku: Mapping[Relasi, bool]
    jodoh: Jodoh = attrs.field(factory=Jodoh)
    lemah: frozenset[Relasi] = frozenset()
    selip: Callable[[Butir, Interval], bool] = lambda _b, _n: False
    _biaya: dict[Butir, float] = attrs.field(factory=dict)
    _serupa: dict[Butir, frozenset[Butir]] = attrs.field(factory=dict)
    _dari: dict[Butir, frozenset[Butir]] = attrs.field(factory=dict)
    _asal: dict[Butir, frozenset[Butir]] = attrs.field(factory=dict)
    _rumpun: dict[Butir, frozenset[Butir]] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        bersama = self.jodoh.bersama()
        semua = (frozenset(r) for r in rumpun(bersama, lambda b: bersama[b]))
        self._rumpun = {b: r for r in semua for b in r}

    def biaya(self, b: Butir) -> float:
        """What it costs to doubt a print: its medium, and the relations that speak for it."""
        biaya = self._biaya.get(b)
        if biaya is None:
            lain = self._cetakan_lain(b)
            dukungan = sum(
                self.berlaku[r] and not r.lunak and r not in self.lemah and isinstance(r, (Rumusan, Sama))
                for r in self.relasi.get(b, ())
                if not lain or any(not r.dipenuhi({b: n}) for n in lain)
            )
            biaya = BIAYA_CETAK + BIAYA_DUKUNGAN * min(dukungan, 4)
            if b.nilai is not None and b.nilai < 0 and b.peran.nama not in BOLEH_NEGATIF:
                biaya -= POTONGAN_TANDA
            if b.nilai is not None and b.nilai > JANGGAL.get(b.peran.nama, b.nilai):
                biaya -= POTONGAN_JANGGAL
            self._biaya[b] = biaya
        return biaya

    def _cetakan_lain(self, b: Butir) -> list[Interval]:
        """What other prints of its fact say, where nothing else contradicts `b`.

        A relation that would hold with these too, such as a rounded mean, speaks for neither.
        """
        gagal = [r for r in self.relasi.get(b, ()) if not self.berlaku[r] and not r.lunak]
        if not all(isinstance(r, Sama) for r in gagal):
            return []
        return [c.interval for r in gagal for c in r.butir if c.interval is not None and c.nilai != b.nilai]

    def biaya_sebab(self, b: Butir) -> float:
        """What `b` costs as a cause."""
        return self.biaya(b) - (POTONGAN_RUMUS if self._rumus_keliru(b) else 0.0)

    def biaya_terendah(self, b: Butir) -> float:
        """What `b` costs as a cause at the least, whatever is doubted with it."""
        ulangan = b.media == "narasi" and len(self.serupa(b)) > 1
        return self.biaya_sebab(b) - (POTONGAN_ULANGAN if ulangan else 0.0)

    def _rumus_keliru(self, b: Butir) -> bool:
        """Whether `b` is what another formula gives than the one it fails."""
        milik = (r for r in self.relasi.get(b, ()) if isinstance(r, Rumusan) and r.hasil is b and r.keliru)
        return any(not self.berlaku[r] and r.keliru_tercetak() for r in milik)

    def dari(self, b: Butir) -> frozenset[Butir]:
        """What `b` was computed from: the operands of the formulas that hold as printed and have it as their result."""
        hasil = self._dari.get(b)
        if hasil is None:
            semua: set[Butir] = set()
            for r in self.relasi.get(b, ()):
                if self.berlaku[r] and isinstance(r, Rumusan) and r.hasil is b:
                    semua.update(r.butir)
                if self.berlaku[r] and isinstance(r, Peringkat) and r.label is b:
                    semua.add(r.nilai)
            hasil = self._dari[b] = frozenset(semua - {b})
        return hasil

    def sebab(self, b: Butir, bebas: frozenset[Butir]) -> Butir | None:
        """The freed operand that `b`, the result of a formula which holds as printed, was computed from."""
        return min(self.dari(b) & bebas, key=lambda o: o.urut, default=None)

    def asal(self, b: Butir) -> frozenset[Butir]:
        """The figures of which one must be wrong for `b` to be: itself, and what it was computed from, step by step."""
        hasil = self._asal.get(b)
        if hasil is None:
            semua, antre = {b}, [b]
            while antre:
                baru = {o for o in self.dari(antre.pop()) if o not in semua and not o.tetap}
                semua |= baru
                antre += baru
            hasil = self._asal[b] = frozenset(x for x in semua if not x.tetap)
        return hasil

    def serupa(self, b: Butir) -> frozenset[Butir]:
        """`b` and the prints that say the same and must: of its fact, and of any fact that one of these states too."""
        hasil = self._serupa.get(b)
        if hasil is None:
            semua, antre = {b}, [b]
            while antre:
                milik = self.relasi.get(antre.pop(), ())
                cetakan = {c for r in milik if isinstance(r, Sama) for c in r.cetakan} - semua
                baru = [c for c in cetakan if c.nilai == b.nilai and c.label == b.label]
                semua.update(baru)
                antre += baru
            hasil = frozenset(semua)
            self._serupa.update(dict.fromkeys(hasil, hasil))
        return hasil

    def sekaligus(self, sebab: Collection[Butir], nilai: Mapping[Butir, Interval | str]) -> tuple[int, float]:
        """How many causes these figures are, and what they cost.

        Figures that one slip spoiled are one cause and cost little more than one of them. Prints of one fact that
        say the same were copied: one cause too, but each of them is a print to doubt.

        Args:
            sebab: the figures.
            nilai: the values of all that are doubted, these and what follows from them.
        """
        salinan = [baris for baris in self.jodoh.salinan if baris <= nilai.keys()]

        def jodoh(b: Butir) -> Iterable[Butir]:
            yield from (c for c in self.jodoh.pasangan.get(b, ()) if c in sebab and _sejodoh(b, c, nilai))
            yield from (c for baris in salinan if b in baris for c in baris if c in sebab)

        biaya = ketik = 0.0
        for r in rumpun(sebab, jodoh):
            biaya += max(self.biaya_sebab(b) for b in r) + BIAYA_AKIBAT * (len(r) - 1)
            biaya += BIAYA_AKIBAT * self._tak_dijelaskan(r, nilai)
            if len(r) == 1:
                ketik += self._terselip(r[0], nilai[r[0]])
                biaya += BIAYA_DESIMAL * self._ubah_desimal(r[0], nilai)
        biaya -= POTONGAN_ULANGAN * self._ulangan(sebab)
        banyak = len(rumpun(sebab, lambda b: {*jodoh(b), *self.serupa(b)}))
        return banyak, biaya - POTONGAN_KETIK * min(KETIK_TERBANYAK, ketik)

    def _tak_dijelaskan(self, serentak: list[Butir], nilai: Mapping[Butir, Interval | str]) -> int:
        """How many figures of one slip print what is due neither to another of them nor to a line beside their own."""

        def milik(b: Butir, c: Butir) -> bool:
            n = nilai.get(c, c.interval)
            return isinstance(n, Interval) and b.nilai is not None and n.memuat(b.nilai)

        def dekat(b: Butir) -> Iterable[Butir]:
            return (*serentak, *self.jodoh.tetangga.get(b, ()))

        return sum(not any(c is not b and milik(b, c) for c in dekat(b)) for b in serentak) if len(serentak) > 1 else 0

    def _terselip(self, b: Butir, nilai: Interval | str) -> bool:
        """Whether an edit is one slip."""
        return isinstance(nilai, Interval) and (_ketik(b, nilai) or self.selip(b, nilai))

    def _ulangan(self, sebab: Collection[Butir]) -> int:
        """How many of these figures are sentences that repeat another of them; of sentences alone one is the first."""
        milik = set(sebab)
        kalimat = [b for b in milik if b.media == "narasi"]
        pertama = {self.serupa(b) for b in kalimat if all(c.media == "narasi" for c in self.serupa(b) & milik)}
        return len(kalimat) - len(pertama)

    def _ubah_desimal(self, b: Butir, nilai: Mapping[Butir, Interval | str]) -> bool:
        """Whether no print of `b` with its own decimals lets its relations hold."""
        n, langkah = nilai[b], 2 * b.setengah
        if not isinstance(n, Interval) or not langkah or (n.tengah / langkah).denominator == 1:
            return False
        tercetak = {**nilai, b: Interval.titik(floor(n.tengah / langkah + Fraction(1, 2)) * langkah)}
        return not all(r.dipenuhi(tercetak) for r in self.relasi.get(b, ()) if not r.lunak)

    def berjodoh(self, milik: frozenset[Butir]) -> frozenset[Butir]:
        """These figures and all that one slip may have spoiled with one of them."""
        return milik.union(*(self._rumpun[b] for b in milik if b in self._rumpun))

    def lunak_rusak(self, nilai: Mapping[Butir, Interval | str]) -> int:
        """How many soft relations around the edits stay broken; another print of an edited fact counts too."""
        dekat = {c for b in nilai for s in self.relasi.get(b, ()) if isinstance(s, Sama) for c in s.butir}
        lunak = {r for b in {*nilai, *dekat} for r in self.relasi.get(b, ()) if r.lunak}
        return sum(not r.dipenuhi(nilai) for r in lunak)


def _ketik(b: Butir, nilai: Interval) -> bool:
    """Whether an edit is one slip of a hand; another last digit is no more than a small difference.

    Whether it is does not depend on which of the two numbers was printed: both are compared with as many decimals as
    they need together.
    """
    if b.nilai is None:
        return False
    if b.peran.nama == "realisasi" and b.desimal and b.nilai.denominator == 1 and ceil(nilai.bawah) > nilai.atas:
        return False  # what is whole where decimals are printed is a count, and nobody counts a part of a thing
    desimal = b.desimal
    if nilai.tunggal:
        cukup = (
            d for d in range(DESIMAL_TERBANYAK) if all((n * 10**d).denominator == 1 for n in (b.nilai, nilai.tengah))
        )
        desimal = next(cukup, desimal)
    lama, baru = (int(bulat(n, desimal).scaleb(desimal)) for n in (b.nilai, nilai.tengah))
    if lama and lama == -baru:
        return True
    return jarak_ketik(Decimal(lama), Decimal(baru)) == 1 and abs(lama) // 10 != abs(baru) // 10


def _sejodoh(a: Butir, b: Butir, nilai: Mapping[Butir, Interval | str]) -> bool:
    """Whether one slip spoiled both, by the values they should have: one prints what the other should."""
    x, y = nilai[a], nilai[b]
    return any(
        isinstance(n, Interval) and c.nilai is not None and n.bertemu(Interval.dari(c.nilai, c.setengah))
        for n, c in ((x, b), (y, a))
    )
