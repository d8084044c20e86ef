"""What follows when some figures are set free: their values, or the figures that cannot all be right.

The freed figures are unknowns; all others are as printed. A relation with one unknown gives its value;
values spread from relation to relation. Where two relations give one unknown different values, or a
relation without unknowns fails, the figures they rest on cannot all be right: at least one more of
them must be freed. Naming them all is what makes the search in `pelokalan` exact; saying in which sets
that is so lets it learn from one set for all others.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, TypeGuard

import attrs

from sakip.angka.angka import Jenis, bulat
from sakip.angka.interval import Interval
from sakip.dugaan.linear_system import selesaikan_bersama
from sakip.relasi import Arah, Peringkat, Rumusan, Sama
from sakip.teks.jarak import jarak_ketik
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["Keadaan", "Konflik", "sebarkan"]

BOLEH_NEGATIF = frozenset(
    {"selisih", "capaian", "capaian_akhir", "sisa", "sisa_persen", "selisih_efisiensi", "efisiensi", "nilai_efisiensi"}
)
"""Roles whose figures may be below zero; a budget or a count that would have to be is not the wrong figure."""


@attrs.frozen(slots=True, eq=False)
class Konflik:
    """Figures that cannot all be right.

    Attributes:
        anggota: of these one must be freed,
        syarat: in every set that frees these; in every set at all when there are none.
        asal: the relation of prints of one fact that failed, when no print of it was freed.
    """

    anggota: frozenset[Butir]
    syarat: frozenset[Butir] = frozenset()
    asal: Sama | None = None


@attrs.frozen(slots=True, eq=False)
class Keadaan:
    """What follows from a set of freed figures.

    Attributes:
        nilai: the values of those that have one.
        konflik: the conflicts that remain; none when everything holds, or when nothing can help.
        buntu: whether freeing more mends nothing.
    """

    nilai: Mapping[Butir, Interval | str]
    konflik: tuple[Konflik, ...] = ()
    buntu: bool = False


def sebarkan(bebas: frozenset[Butir], relasi: Iterable[Relasi]) -> Keadaan:
    """Spread values through `relasi` with the figures `bebas` free."""
    penyebar = _Penyebar(bebas, list(relasi))
    return penyebar.periksa(penyebar.sebar())


class _Penyebar:
    def __init__(self, bebas: frozenset[Butir], relasi: list[Relasi]) -> None:
        self.bebas = bebas
        self.relasi = relasi
        self.nilai: dict[Butir, Interval | str] = {}
        self.sandaran: dict[Butir, frozenset[Butir]] = {}  # what each value rests on
        self.belum = set(bebas)
        self.pilihan: set[Butir] = set()  # freed figures whose value is one of several that would do

    def sebar(self) -> Konflik | None:
        """Give values to unknowns, one relation at a time; the figures in conflict when two disagree."""
        while self.belum:
            siap: dict[Butir, list[Relasi]] = {}
            for r in self.relasi:
                if isinstance(r, Arah):
                    continue  # it names no value
                tak_diketahui = [b for b in r.butir if b in self.belum]
                # One known print of a fact settles all the others.
                if len(tak_diketahui) == 1 or (isinstance(r, Sama) and len(tak_diketahui) < len(r.butir)):
                    for b in tak_diketahui:
                        siap.setdefault(b, []).append(r)
            if not siap:
                if not self._bersama():
                    return None
                continue
            for b in sorted(siap, key=lambda b: b.urut):
                konflik = self._tetapkan(b, siap[b])
                if konflik is not None:
                    return konflik
        return None

    def _tetapkan(self, b: Butir, milik: list[Relasi]) -> Konflik | None:
        """The value of `b` by its relations, or the figures in conflict. Labels wait for the value they rate."""
        self.belum.discard(b)
        self.sandaran[b] = self._letak(milik)
        if b.nilai is None:
            return self._tetapkan_label(b, milik)
        usulan: Interval | None = None
        hasil_sendiri: Interval | None = None
        longgar = False
        penentu: list[Relasi] = [
            r
            for r in sorted(milik, key=_banyak_cara)
            if isinstance(r, (Rumusan, Sama)) and not (_banyak_cara(r) and r.tanpa(b, self.nilai))
        ]
        for i, r in enumerate(penentu, 1):
            n = _usul(r, b, self.nilai, self.belum, usulan)
            if n is None:
                return self._konflik([r], selalu=False)
            longgar = longgar or _longgar(r, b, n)
            irisan = n if usulan is None else usulan.irisan(n)
            if irisan is None:
                return self._konflik(penentu[:i], selalu=not longgar)
            usulan = irisan
            if hasil_sendiri is None and r.butir[0] is b and isinstance(r, Rumusan):
                hasil_sendiri = n
        if usulan is None:
            return self._konflik(milik, selalu=False)
        self.nilai[b] = _cetakan(b, usulan, hasil_sendiri)
        if longgar or not _satu_cetakan(b, usulan):
            self.pilihan.add(b)
        if _mustahil(b, usulan.atas):
            return self._konflik(penentu, selalu=not longgar)
        return None

    def _bersama(self) -> bool:
        """Give values to unknowns that no relation settles alone; false when none is settled, or one is impossible."""
        terbuka = [r for r in self.relasi if not self.belum.isdisjoint(r.butir)]
        selesai = selesaikan_bersama(terbuka, self.belum, self.nilai)
        if any(_mustahil(b, n) for b, n in selesai.items()):
            return False
        sandaran = self._letak(terbuka)
        for b, n in selesai.items():
            self.belum.discard(b)
            self.sandaran[b] = sandaran
            self.pilihan.add(b)
            self.nilai[b] = _cetakan(b, Interval.dari(n, b.setengah), None)
        return bool(selesai)

    def _tetapkan_label(self, b: Butir, milik: list[Relasi]) -> Konflik | None:
        self.pilihan.add(b)
        pilihan = {label for r in milik if (label := _label(r, b, self.nilai)) is not None}
        if len({baku(p) for p in pilihan}) != 1:
            return self._konflik(milik, selalu=False)
        self.nilai[b] = min(pilihan)
        return None

    def _letak(self, relasi: list[Relasi]) -> frozenset[Butir]:
        """The figures that some relations rest on, through the values they use."""
        hasil: set[Butir] = set()
        for r in relasi:
            for b in r.butir:
                hasil.add(b)
                hasil |= self.sandaran.get(b, frozenset())
        return frozenset(hasil)

    def _konflik(self, relasi: list[Relasi], *, selalu: bool, asal: Sama | None = None) -> Konflik:
        """The conflict between some relations.

        Where every value on the way is the only one possible it stands for any set (`selalu`); else only for sets
        that free the same figures, in which the same values would be taken.
        """
        letak = self._letak(relasi)
        pasti = selalu and letak.isdisjoint(self.pilihan)
        return Konflik(letak - self.bebas, frozenset() if pasti else letak & self.bebas, asal)

    def periksa(self, konflik: Konflik | None) -> Keadaan:
        """Check every relation whose figures are all known, beside the conflict that spreading met, if any.

        Where no relation settles an unknown, freeing more does not help: nothing says what it should be.
        """
        semua = [] if konflik is None else [konflik]
        tak_diketahui = self.bebas - self.nilai.keys()
        for r in self.relasi:
            if not tak_diketahui.isdisjoint(r.butir) or r.dipenuhi(self.nilai):
                continue
            asal = r if isinstance(r, Sama) and self.bebas.isdisjoint(r.butir) else None
            semua.append(self._konflik([r], selalu=not _banyak_cara(r), asal=asal))
        return Keadaan(self.nilai, tuple(semua), bool(self.belum) and not semua)


def _mustahil(b: Butir, nilai: Fraction) -> bool:
    """Whether a figure cannot have a value: its role has none below zero, and neither has its print."""
    return nilai < 0 and (b.nilai is None or b.nilai >= 0) and b.peran.nama not in BOLEH_NEGATIF


def _longgar(r: Relasi, b: Butir, usulan: Interval) -> bool:
    """Whether a relation says less of a figure than its proposal does: it holds in several ways, or by cut digits."""
    if _banyak_cara(r):
        return True
    if isinstance(r, Rumusan) and not (r.jalur[0].pola.batas_bawah is r.jalur[0].pola.batas_atas is None):
        return True
    cetak = b.cetak
    return cetak is not None and not cetak.bertemu(usulan) and r.dipenuhi({})


def _satu_cetakan(b: Butir, usulan: Interval) -> bool:
    """Whether only one value with the decimals of the print lies within the proposal."""
    langkah: int = 10**b.desimal
    return floor(usulan.atas * langkah) == ceil(usulan.bawah * langkah)


def _banyak_cara(r: Relasi) -> TypeGuard[Rumusan]:
    return isinstance(r, Rumusan) and len(r.jalur) > 1


def _usul(
    r: Relasi, b: Butir, nilai: Mapping[Butir, Interval | str], belum: set[Butir], sejauh_ini: Interval | None
) -> Interval | None:
    """The value a relation gives to its one unknown; of several, one that agrees with others, a slip first."""
    if isinstance(r, Sama):
        return _usul_fakta([c for c in r.cetakan if c is not b and c not in belum], b, nilai)
    if not isinstance(r, Rumusan):
        return None
    semua = list(r.semua_usul(b, nilai))
    cocok = [n for n in semua if sejauh_ini is None or n.bertemu(sejauh_ini)]
    return min(cocok or semua, key=lambda n: not _selip(b, n), default=None)


def _selip(b: Butir, nilai: Interval) -> bool:
    """Whether one slip of a hand lies between the print and a value."""
    return b.nilai is not None and jarak_ketik(bulat(b.nilai, b.desimal), bulat(nilai.tengah, b.desimal)) == 1


def _usul_fakta(lain: list[Butir], b: Butir, nilai: Mapping[Butir, Interval | str]) -> Interval | None:
    """What other prints of its fact say of `b`: all the same, and a print in millions no more than its millions."""
    hasil: Interval | None = None
    sama: Fraction | None = None
    for c in lain:
        n = nilai.get(c)
        milik = n if isinstance(n, Interval) else c.interval
        if milik is None:
            return None
        if c.setengah > b.setengah and c.peran.jenis is Jenis.RUPIAH:
            milik = Interval.dari(milik.tengah, c.setengah)
        elif sama is not None and sama != milik.tengah:
            return None
        else:
            sama = milik.tengah
        hasil = milik if hasil is None else hasil.irisan(milik)
        if hasil is None:
            return None
    return hasil


def _label(r: Relasi, b: Butir, nilai: Mapping[Butir, Interval | str]) -> str | None:
    if isinstance(r, Peringkat):
        return r.label_benar(nilai)
    if isinstance(r, Sama):
        lain = {str(nilai.get(c, c.label)) for c in r.cetakan if c is not b}
        return min(lain) if len({baku(x) for x in lain}) == 1 else None
    return None


def _cetakan(b: Butir, usulan: Interval, hasil_sendiri: Interval | None) -> Interval:
    """A value within `usulan` as it would be printed: its own formula's result first, else the roundest.

    An exact value keeps decimals that the wrong print had not.
    """
    if b.peran.pasti and usulan.tunggal:
        return usulan
    calon = [] if hasil_sendiri is None else [bulat(hasil_sendiri.tengah, b.desimal)]
    calon += [bulat(usulan.tengah, d) for d in range(b.desimal + 1)]
    for c in map(Fraction, calon):
        if usulan.memuat(c):
            return Interval.titik(c) if b.peran.pasti else Interval.dari(c, b.setengah)
    tercetak = Interval.dari(Fraction(bulat(usulan.tengah, b.desimal)), b.setengah)
    return tercetak if tercetak.bertemu(usulan) else usulan
