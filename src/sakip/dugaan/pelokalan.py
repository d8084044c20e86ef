"""Error localization: the cheapest set of edits that makes everything hold.

The principle is that of Fellegi and Holt (1976): change the fewest, least reliable figures such that
all relations can hold. Failing relations that share figures form a knot (`simpul`); each knot is
solved by branch and bound, a violated relation at a time: every figure that could mend it is a branch.

Costs say how reliable a print is. A figure that other relations support costs more to doubt; a
sentence that repeats a table costs less; a figure computed from a wrong one moves with it almost
for free, as its consequence.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.angka import bulat
from sakip.dugaan.salah_ketik import jarak_ketik
from sakip.interval import Interval
from sakip.relasi import Peringkat, Rumusan, Sama

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["Pelokal", "Solusi", "Suntingan", "simpul"]

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

LANGKAH_TERBANYAK = 4000
"""Branches tried in one knot before the search settles for the best found so far."""


@attrs.frozen(slots=True, eq=False)
class Suntingan:
    """One edit: a figure, the value it should have, and the edit it follows from (None: a cause itself).

    `dari` is the formula of which the figure is the result: when an operand is edited later, the value follows.
    """

    butir: Butir
    nilai: Interval | str
    akibat_dari: Butir | None = None
    dari: Relasi | None = None


@attrs.frozen(slots=True, eq=False)
class Solusi:
    """A set of edits that mends a knot."""

    suntingan: tuple[Suntingan, ...]
    biaya: float

    @property
    def pokok(self) -> tuple[Suntingan, ...]:
        """The edits that are causes, in the order of the report."""
        return tuple(sorted((s for s in self.suntingan if s.akibat_dari is None), key=lambda s: s.butir.urut))


def simpul(gagal: Iterable[Relasi]) -> list[list[Relasi]]:
    """Group failing relations that share a printed figure, in the order given."""
    kelompok: list[list[Relasi]] = []
    milik: dict[Butir, list[Relasi]] = {}
    for r in gagal:
        bertemu: list[list[Relasi]] = []
        for b in r.butir:
            k = milik.get(b)
            if k is not None and not b.tetap and not any(k is x for x in bertemu):
                bertemu.append(k)
        satu = bertemu[0] if bertemu else []
        if not bertemu:
            kelompok.append(satu)
        for lain in bertemu[1:]:
            satu += lain
            for x in lain:
                for b in x.butir:
                    milik[b] = satu
            kelompok = [k for k in kelompok if k is not lain]
        satu.append(r)
        for b in r.butir:
            if not b.tetap:
                milik[b] = satu
    return kelompok


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
    _langkah: int = 0
    _terbaik: float = 0.0
    _temuan: list[Solusi] = attrs.field(factory=list)

    def pecahkan(self, knot: list[Relasi]) -> list[Solusi]:
        """The cheapest solutions of a knot, equally good ones all; empty when none was found."""
        self._langkah = 0
        self._terbaik = 2.0 + 1.5 * len(knot)
        self._temuan = []
        self.habis = False
        self._cari([r for r in knot if not r.lunak], {}, {}, 0.0)
        batas = self._terbaik + SETARA
        unik: dict[frozenset[Butir], Solusi] = {}
        for s in sorted(self._temuan, key=lambda s: (s.biaya, [x.butir.urut for x in s.suntingan])):
            if s.biaya <= batas:
                unik.setdefault(frozenset(x.butir for x in s.pokok), s)
        return list(unik.values())

    def _cari(
        self,
        rusak: list[Relasi],
        ubah: dict[Butir, Interval | str],
        jejak: dict[Butir, Suntingan],
        biaya: float,
    ) -> None:
        """Extend the edits `jejak` so that the relations `rusak` hold; keep what is not dearer than the best."""
        self._langkah += 1
        if self._langkah > LANGKAH_TERBANYAK:
            self.habis = True
            return
        if not rusak:
            total = biaya + BIAYA_LUNAK * self._lunak_rusak(ubah)
            if total <= self._terbaik + SETARA:
                self._terbaik = min(self._terbaik, total)
                self._temuan.append(Solusi(tuple(jejak.values()), total))
            return
        for tambah, sunting in self._cabang(rusak, ubah, jejak):
            if biaya + tambah > self._terbaik + SETARA:
                break
            baru = ubah | {s.butir: s.nilai for s in sunting}
            terkena = (r for s in sunting for r in self.relasi.get(s.butir, ()) if not r.lunak)
            sisa = [r for r in dict.fromkeys([*rusak, *terkena]) if not r.dipenuhi(baru)]
            self._cari(sisa, baru, jejak | {s.butir: s for s in sunting}, biaya + tambah)

    def _cabang(
        self, rusak: list[Relasi], ubah: Mapping[Butir, Interval | str], jejak: Mapping[Butir, Suntingan]
    ) -> list[tuple[float, list[Suntingan]]]:
        """The ways to mend one of the broken relations, the cheapest first.

        The relation is the first in turn, with the fewest figures, that has a way to be mended.
        A statement of trend has no value of its own to mend: it may come right with its figures.
        """
        for r in sorted(rusak, key=lambda r: self._giliran(r, jejak)):
            pilihan = self._pilihan(r, ubah, jejak)
            if pilihan:
                return sorted(pilihan, key=lambda c: (c[0], c[1][0].butir.urut))
        return []

    def _giliran(self, r: Relasi, jejak: Mapping[Butir, Suntingan]) -> tuple[int, int]:
        """When to mend a relation: prints of one fact first, labels last.

        A result that was edited to follow its formula may move again when an operand does; relations it
        stands in wait until then.
        """
        if isinstance(r, Sama):
            return (0, len(r.butir))
        if isinstance(r, Peringkat):
            return (3, len(r.butir))
        menunggu = any((s := jejak.get(b)) is not None and s.dari not in {None, r} for b in r.butir)
        return (2 if menunggu else 1, len(r.butir))

    def _lunak_rusak(self, ubah: Mapping[Butir, Interval | str]) -> int:
        lunak = {r for b in ubah for r in self.relasi.get(b, ()) if r.lunak}
        tetangga = {
            r
            for b in ubah
            for s in self.relasi.get(b, ())
            if isinstance(s, Sama)
            for c in s.butir
            for r in self.relasi.get(c, ())
            if r.lunak
        }
        return sum(not r.dipenuhi(ubah) for r in lunak | tetangga)

    def _pilihan(
        self, r: Relasi, ubah: Mapping[Butir, Interval | str], jejak: Mapping[Butir, Suntingan]
    ) -> list[tuple[float, list[Suntingan]]]:
        """The ways to mend `r`: each a cost and the edits."""
        if isinstance(r, Sama):
            return self._pilihan_sama(r, ubah)
        if isinstance(r, Peringkat):
            label = r.label_benar(ubah)
            if label is None or r.label in ubah:
                return []
            akibat = r.nilai if r.nilai in ubah and self.berlaku[r] else None
            return [(BIAYA_AKIBAT if akibat else self._biaya(r.label), [Suntingan(r.label, label, akibat)])]
        if not isinstance(r, Rumusan):
            return []
        hasil: list[tuple[float, list[Suntingan]]] = []
        for b in r.butir:
            lama = jejak.get(b)
            if b.tetap or (lama is not None and lama.dari is not r):
                continue
            usulan = r.usul(b, ubah)
            nilai = self._nilai_baru(b, usulan, r, ubah) if usulan is not None else None
            if nilai is None:
                continue
            if lama is not None:
                return [(0.0, [attrs.evolve(lama, nilai=nilai)])]
            sebab = next((o for o in r.butir if o in ubah), None) if b is r.hasil and self.berlaku[r] else None
            if sebab is not None:
                biaya = BIAYA_AKIBAT
            else:
                biaya = self._biaya(b) - (POTONGAN_HASIL if b is r.hasil else 0) - self._potongan(b, nilai)
            hasil.append((biaya, [Suntingan(b, nilai, sebab, r if b is r.hasil else None)]))
        return hasil

    def _pilihan_sama(self, r: Sama, ubah: Mapping[Butir, Interval | str]) -> list[tuple[float, list[Suntingan]]]:
        hasil: list[tuple[float, list[Suntingan]]] = []
        for g in r.kelompok(ubah):
            acuan = g[0]
            nilai = ubah.get(acuan) or acuan.interval or acuan.label
            lain = [b for b in r.cetakan if b not in g]
            if any(b in ubah or b.tetap for b in lain):
                continue
            sunting = [Suntingan(b, nilai) for b in lain]
            biaya = sum(self._biaya(s.butir) - self._potongan(s.butir, s.nilai) for s in sunting)
            hasil.append((biaya, sunting))
        return hasil

    def _biaya(self, b: Butir) -> float:
        dukungan = sum(
            1 for r in self.relasi.get(b, ()) if self.berlaku[r] and not r.lunak and isinstance(r, (Rumusan, Sama))
        )
        return BIAYA_MEDIA[b.media] + BIAYA_DUKUNGAN * min(dukungan, 4)

    def _potongan(self, b: Butir, nilai: Interval | str) -> float:
        if not isinstance(nilai, Interval) or b.nilai is None:
            return 0.0
        baru = bulat(nilai.tengah, b.desimal)
        lama = bulat(b.nilai, b.desimal)
        sekali = jarak_ketik(lama, baru) == 1 or (lama != 0 and lama == -baru)
        return POTONGAN_KETIK if sekali else 0.0

    def _nilai_baru(
        self, b: Butir, usulan: Interval, r: Relasi, ubah: Mapping[Butir, Interval | str]
    ) -> Interval | None:
        """A value for `b` within `usulan` that its other relations can live with, as it would be printed."""
        sendiri = usulan.tengah
        for lain in () if usulan.tunggal else self.relasi.get(b, ()):
            if lain is r or lain.lunak or isinstance(lain, Peringkat):
                continue
            tambahan = lain.usul(b, ubah)
            irisan = usulan.irisan(tambahan) if tambahan is not None else None
            usulan = irisan if irisan is not None else usulan
        if usulan.atas < 0 <= _ada(b.nilai) and b.peran.nama not in {"selisih", "sisa", "efisiensi"}:
            return None
        calon = [bulat(usulan.tengah, desimal) for desimal in range(b.desimal + 1)]
        if isinstance(r, Rumusan) and b is r.hasil:
            calon.insert(0, bulat(sendiri, b.desimal))  # a result is its own formula's before it is a round number
        for cetak in map(Fraction, calon):
            if usulan.memuat(cetak):
                return Interval.titik(cetak) if b.peran.pasti else Interval.dari(cetak, b.setengah)
        cetak = Fraction(bulat(usulan.tengah, b.desimal))
        mungkin = Interval.dari(cetak, b.setengah)
        return mungkin if mungkin.bertemu(usulan) else usulan


def _ada(x: Fraction | None) -> Fraction | Decimal:
    return Decimal(0) if x is None else x
