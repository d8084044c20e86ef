"""What follows when some figures are set free: their values, or the figures that cannot all be right.

The freed figures are unknowns; all others are as printed. A relation with one unknown gives its value;
values spread from relation to relation. Where two relations give one unknown different values, or a
relation without unknowns fails, the figures they rest on cannot all be right: at least one more of
them must be freed. Naming them all is what makes the search in `pelokalan` exact.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeGuard

import attrs

from sakip.angka import Jenis, bulat
from sakip.dugaan.salah_ketik import jarak_ketik
from sakip.fakta.nama import baku
from sakip.interval import Interval
from sakip.relasi import Arah, Peringkat, Rumusan, Sama

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi

__all__ = ["Keadaan", "sebarkan"]

BOLEH_NEGATIF = frozenset(
    {"selisih", "capaian", "capaian_akhir", "sisa", "sisa_persen", "selisih_efisiensi", "efisiensi", "nilai_efisiensi"}
)
"""Roles whose figures may be below zero; a budget or a count that would have to be is not the wrong figure."""


@attrs.frozen(slots=True, eq=False)
class Keadaan:
    """What follows from a set of freed figures.

    Attributes:
        nilai: the values of those that have one.
        konflik: figures of which at least one more must be freed; None when everything holds.
        asal: the relation of prints of one fact that failed, when no print of it was freed.
        lain: conflicts that have no figure in common with `konflik` or with each other.
    """

    nilai: Mapping[Butir, Interval | str]
    konflik: frozenset[Butir] | None = None
    asal: Sama | None = None
    lain: tuple[frozenset[Butir], ...] = ()

    @property
    def semua_konflik(self) -> tuple[frozenset[Butir], ...]:
        """`konflik` and `lain`: of each one figure more must be freed."""
        return () if self.konflik is None else (self.konflik, *self.lain)


def sebarkan(bebas: frozenset[Butir], relasi: Iterable[Relasi]) -> Keadaan:
    """Spread values through `relasi` with the figures `bebas` free."""
    penyebar = _Penyebar(bebas, list(relasi))
    konflik = penyebar.sebar()
    return penyebar.periksa(None if konflik is None else konflik - bebas)


class _Penyebar:
    def __init__(self, bebas: frozenset[Butir], relasi: list[Relasi]) -> None:
        self.bebas = bebas
        self.relasi = relasi
        self.nilai: dict[Butir, Interval | str] = {}
        self.sandaran: dict[Butir, frozenset[Butir]] = {}  # what each value rests on
        self.belum = set(bebas)

    def sebar(self) -> frozenset[Butir] | None:
        """Give values to unknowns, one relation at a time; the figures in conflict when two disagree."""
        while self.belum:
            siap: dict[Butir, list[Relasi]] = {}
            for r in self.relasi:
                tak_diketahui = [b for b in r.butir if b in self.belum]
                # One known print of a fact settles all the others.
                if len(tak_diketahui) == 1 or (isinstance(r, Sama) and len(tak_diketahui) < len(r.butir)):
                    for b in tak_diketahui:
                        siap.setdefault(b, []).append(r)
            if not siap:
                return None
            for b in sorted(siap, key=lambda b: b.urut):
                konflik = self._tetapkan(b, siap[b])
                if konflik is not None:
                    return konflik
        return None

    def _tetapkan(self, b: Butir, milik: list[Relasi]) -> frozenset[Butir] | None:
        """The value of `b` by its relations, or the figures in conflict. Labels wait for the value they rate."""
        self.belum.discard(b)
        self.sandaran[b] = self._letak(milik)
        if b.nilai is None:
            return self._tetapkan_label(b, milik)
        usulan: Interval | None = None
        hasil_sendiri: Interval | None = None
        dipakai: list[Relasi] = []
        for r in sorted(milik, key=_banyak_cara):
            if _banyak_cara(r) and r.tanpa(b, self.nilai):
                continue
            n = _usul(r, b, self.nilai, self.belum, usulan)
            if n is None:
                if isinstance(r, (Rumusan, Sama)):
                    return self._letak([r])
                continue
            irisan = n if usulan is None else usulan.irisan(n)
            dipakai.append(r)
            if irisan is None:
                return self._letak(dipakai)
            usulan = irisan
            if isinstance(r, Rumusan) and r.hasil is b and hasil_sendiri is None:
                hasil_sendiri = n
        if usulan is None:
            return self._letak(milik)
        self.nilai[b] = _cetakan(b, usulan, hasil_sendiri)
        if usulan.atas < 0 <= (b.nilai or 0) and b.peran.nama not in BOLEH_NEGATIF:
            return self._letak(dipakai)
        return None

    def _tetapkan_label(self, b: Butir, milik: list[Relasi]) -> frozenset[Butir] | None:
        pilihan = {label for r in milik if (label := _label(r, b, self.nilai)) is not None}
        if len({baku(p) for p in pilihan}) != 1:
            return self._letak(milik)
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

    def periksa(self, konflik: frozenset[Butir] | None) -> Keadaan:
        """Check every relation whose figures are all known, beside the conflict that spreading met, if any.

        The smallest conflict leads, prints of one fact first. A statement of trend names no value: it comes
        right with its figures, or freeing more does not help.
        """
        semua: list[tuple[bool, int, frozenset[Butir], Sama | None]] = []
        if konflik is not None:
            semua.append((True, len(konflik), konflik, None))
        for r in self.relasi:
            if any(b in self.belum for b in r.butir) or r.dipenuhi(self.nilai):
                continue
            dasar = frozenset() if isinstance(r, Arah) else self._letak([r]) - self.bebas
            sendiri = isinstance(r, Sama) and not any(b in self.bebas for b in r.butir)
            semua.append((not sendiri, len(dasar), dasar, r if isinstance(r, Sama) and sendiri else None))
        berisi = sorted((x for x in semua if x[2]), key=lambda x: x[:2])
        if berisi:
            _, _, utama, asal = berisi[0]
            lain: list[frozenset[Butir]] = []
            terpakai = set(utama)
            for _, _, k, _ in berisi[1:]:
                if terpakai.isdisjoint(k):
                    lain.append(k)
                    terpakai |= k
            return Keadaan(self.nilai, utama, asal, tuple(lain))
        # Unknowns that no relation settles: nothing says what they should be, so freeing them mends nothing.
        return Keadaan(self.nilai, frozenset() if semua or self.belum else None)


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
