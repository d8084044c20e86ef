"""Error localization: the cheapest set of edits that makes everything hold.

The principle is that of Fellegi and Holt (1976): change the fewest, least reliable figures such that
all relations can hold. Failing relations that share figures form a knot; each knot is solved by a
best-first search over sets of freed figures. A set that does not yet let everything hold names the
figures of which one more must be freed (`penyebaran`), and each of them is a branch; the first set
that lets everything hold is the cheapest, unless the search was cut short, and then the finding says so.

Costs say how reliable a print is. A figure that other relations support costs more to doubt; a
sentence that repeats a table costs less; a figure computed from a wrong one moves with it almost
for free, as its consequence.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

import attrs

from sakip.angka import bulat
from sakip.dugaan.penyebaran import sebarkan
from sakip.dugaan.salah_ketik import jarak_ketik
from sakip.dugaan.simpul import Solusi, Suntingan
from sakip.interval import Interval
from sakip.relasi import Peringkat, Rumusan, Sama

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.dugaan.penyebaran import Keadaan
    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["Pelokal"]

BIAYA_MEDIA = {"tabel": 1.0, "pk": 0.95, "hitungan": 0.9, "narasi": 0.6}
"""What it costs to doubt a print, by where it stands: prose repeats tables, tables are the record."""

BIAYA_DUKUNGAN = 0.3
"""Added for each relation that holds as printed and would break."""

BIAYA_AKIBAT = 0.05
"""A result computed from an edited figure follows it."""

BIAYA_LUNAK = 1.0
"""Leaving a soft relation broken: evidence, not proof."""

POTONGAN_KETIK = 0.2
"""Taken off when the edit is one slip of a hand: a digit, two digits transposed, a sign."""

POTONGAN_HASIL = 0.1
"""Taken off for the result of a broken formula: results are copied and retyped more than operands."""

SETARA = 0.04
"""Solutions whose costs differ by no more are equally good."""

BIAYA_AWAL, BIAYA_TIAP_RELASI = 2.0, 1.5
"""What a solution may cost at the most, and more for each relation it mends: beyond it the relations say more."""

LANGKAH_TERBANYAK = 1500
"""Sets tried in one knot before the search settles for the best found so far."""


@attrs.define(slots=True, eq=False)
class Pelokal:
    """Solves knots over all relations of a report.

    Attributes:
        relasi: the relations of each figure.
        berlaku: whether each relation holds as printed.
        habis: set when a search ran out of steps, so that the finding can say so.
    """

    relasi: Mapping[Butir, list[Relasi]]
    berlaku: Mapping[Relasi, bool]
    habis: bool = False
    _dasar: dict[Butir, float] = attrs.field(factory=dict)
    _kembar: dict[Butir, frozenset[Butir]] = attrs.field(factory=dict)

    def pecahkan(self, knot: list[Relasi]) -> list[Solusi]:
        """The cheapest solutions of a knot, equally good ones all; empty when there is none."""
        keras = [r for r in knot if not r.lunak]
        batas = BIAYA_AWAL + BIAYA_TIAP_RELASI * len(keras)
        self.habis = False
        antre: list[tuple[float, int, frozenset[Butir], Keadaan | None]] = [(0.0, 0, frozenset(), None)]
        pernah: set[frozenset[Butir]] = {frozenset()}
        solusi: list[Solusi] = []
        for _ in range(LANGKAH_TERBANYAK):
            if not antre or antre[0][0] > batas + SETARA:
                return self._pilih(solusi)
            biaya, urut, bebas, keadaan = heappop(antre)
            if keadaan is None:
                keadaan = sebarkan(bebas, self._sekitar(keras, bebas))
                nyata = self._taksiran(bebas, keadaan)
                if nyata > biaya:  # dearer than it looked before its values were known: wait for its turn
                    heappush(antre, (nyata, urut, bebas, keadaan))
                    continue
            if keadaan.konflik is None:
                solusi.append(self._solusi(bebas, keadaan))
                batas = min(batas, solusi[-1].biaya)
                continue
            for tambah in self._cabang(keadaan, bebas):
                lebih = bebas | tambah
                if lebih not in pernah:
                    pernah.add(lebih)
                    heappush(antre, (max(biaya, self._taksiran(lebih, keadaan)), len(pernah), lebih, None))
        self.habis = True
        return self._pilih(solusi)

    def _sekitar(self, knot: list[Relasi], bebas: frozenset[Butir]) -> list[Relasi]:
        """The relations that must hold: the knot's, and those that the freed figures stand in."""
        lain = (r for b in sorted(bebas, key=lambda b: b.urut) for r in self.relasi.get(b, ()) if not r.lunak)
        return list(dict.fromkeys([*knot, *lain]))

    def _cabang(self, keadaan: Keadaan, bebas: frozenset[Butir]) -> Iterator[frozenset[Butir]]:
        """The figures to free next: one of the conflict, or all prints but those of one value.

        A print that others repeat is freed with them: alone it would take their value again.
        """
        if keadaan.asal is not None:
            for kelompok in keadaan.asal.kelompok({}):
                lain = frozenset(b for b in keadaan.asal.cetakan if b not in kelompok)
                if not any(b.tetap for b in lain):
                    yield lain
            return
        sudah: set[frozenset[Butir]] = set()
        for b in sorted(keadaan.konflik or (), key=lambda b: b.urut):
            tambah = self._serupa(b) - bebas
            if tambah not in sudah and not any(c.tetap for c in tambah):
                sudah.add(tambah)
                yield tambah

    def _serupa(self, b: Butir) -> frozenset[Butir]:
        """`b` and the prints of the same fact that say the same."""
        hasil = self._kembar.get(b)
        if hasil is None:
            semua = {c for r in self.relasi.get(b, ()) if isinstance(r, Sama) for c in r.cetakan}
            hasil = self._kembar[b] = frozenset({b, *(c for c in semua if c.nilai == b.nilai and c.label == b.label)})
        return hasil

    def _taksiran(self, bebas: frozenset[Butir], keadaan: Keadaan) -> float:
        """What a set costs so far, at the least.

        A figure whose value is not known yet may turn out to be a likely slip. Results whose formulas hold as
        printed may yet follow from one cause still to be found: together they are taken for one.
        """
        biaya, hasil = 0.0, 0.0
        for b in bebas:
            potongan = self._potongan(b, keadaan.nilai[b]) if b in keadaan.nilai else POTONGAN_KETIK
            penuh = self._biaya(b) - potongan
            if self._sebab(b, bebas) is not None:
                biaya += BIAYA_AKIBAT
            elif self._hasil_berlaku(b):
                hasil = max(hasil, penuh)
                biaya += BIAYA_AKIBAT
            else:
                biaya += penuh
        return biaya + hasil - (BIAYA_AKIBAT if hasil else 0.0)

    def _hasil_berlaku(self, b: Butir) -> bool:
        return any(
            self.berlaku[r]
            and ((isinstance(r, Rumusan) and r.hasil is b) or (isinstance(r, Peringkat) and r.label is b))
            for r in self.relasi.get(b, ())
        )

    def _biaya(self, b: Butir) -> float:
        """What it costs to doubt a print: its medium, and the relations that speak for it."""
        biaya = self._dasar.get(b)
        if biaya is None:
            dukungan = sum(
                self.berlaku[r] and not r.lunak and isinstance(r, (Rumusan, Sama)) for r in self.relasi.get(b, ())
            )
            biaya = self._dasar[b] = BIAYA_MEDIA[b.media] + BIAYA_DUKUNGAN * min(dukungan, 4)
        return biaya

    def _solusi(self, bebas: frozenset[Butir], keadaan: Keadaan) -> Solusi:
        biaya = BIAYA_LUNAK * self._lunak_rusak(keadaan.nilai)
        suntingan = []
        for b in sorted(bebas, key=lambda b: b.urut):
            nilai = keadaan.nilai[b]
            sebab = self._sebab(b, bebas)
            biaya += BIAYA_AKIBAT if sebab is not None else self._biaya(b) - self._potongan(b, nilai)
            suntingan.append(Suntingan(b, nilai, sebab))
        return Solusi(tuple(suntingan), biaya)

    def _sebab(self, b: Butir, bebas: frozenset[Butir]) -> Butir | None:
        """The freed operand that `b`, the result of a formula which holds as printed, was computed from."""
        for r in self.relasi.get(b, ()):
            if not self.berlaku[r]:
                continue
            if isinstance(r, Rumusan) and r.hasil is b:
                sebab = next((o for o in r.butir if o is not b and o in bebas), None)
                if sebab is not None:
                    return sebab
            if isinstance(r, Peringkat) and r.label is b and r.nilai in bebas:
                return r.nilai
        return None

    def _potongan(self, b: Butir, nilai: Interval | str) -> float:
        """What is taken off the cost of an edit because it is a likely slip."""
        potongan = 0.0
        for r in self.relasi.get(b, ()):
            if isinstance(r, Rumusan) and r.hasil is b and not self.berlaku[r]:
                potongan = POTONGAN_HASIL
        if isinstance(nilai, Interval) and b.nilai is not None:
            baru, lama = bulat(nilai.tengah, b.desimal), bulat(b.nilai, b.desimal)
            if jarak_ketik(lama, baru) == 1 or (lama != 0 and lama == -baru):
                potongan += POTONGAN_KETIK
        return potongan

    def _lunak_rusak(self, nilai: Mapping[Butir, Interval | str]) -> int:
        """How many soft relations around the edits stay broken; another print of an edited fact counts too."""
        dekat = {c for b in nilai for s in self.relasi.get(b, ()) if isinstance(s, Sama) for c in s.butir}
        lunak = {r for b in {*nilai, *dekat} for r in self.relasi.get(b, ()) if r.lunak}
        return sum(not r.dipenuhi(nilai) for r in lunak)

    def _pilih(self, solusi: list[Solusi]) -> list[Solusi]:
        """The cheapest, each set of causes once."""
        unik: dict[frozenset[Butir], Solusi] = {}
        for s in sorted(solusi, key=lambda s: (s.biaya, [x.butir.urut for x in s.suntingan])):
            if s.biaya <= solusi_termurah(solusi) + SETARA:
                unik.setdefault(frozenset(x.butir for x in s.pokok), s)
        return list(unik.values())


def solusi_termurah(solusi: list[Solusi]) -> float:
    """The cost of the cheapest."""
    return min(s.biaya for s in solusi)
