"""What the builders of the page share: the review, its register, and which finding belongs to which place."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.aturan.definisi import KEPARAHAN
from sakip.fakta import susun
from sakip.teks.kalimat import Daftar, Kalimat
from sakip.teks.nama import baku, kata
from sakip.tinjauan.tanggapan import tanggapan_untuk
from sakip.tulis.teks import bersih
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.teks.kalimat import Isi
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu
    from sakip.tulis import Opsi

__all__ = ["Bahan", "Tautan", "Unit", "bagian_tempat", "sama_jabatan"]

NILAI_SALAH = frozenset({"hasil", "sama", "operan", "deret", "tukar", "pasangan"})
"""Kinds of finding whose places hold a wrong value, and not merely show where something is amiss."""

MEDIA = {
    "tempat.narasi": "narasi",
    "tempat.narasi.bagian": "narasi",
    "tempat.efisiensi": "hitungan",
    "tempat.perhitungan": "hitungan",
}
"""Which part of the report a place belongs to, where it is no table."""

_BUKAN_ID = re.compile(r"[^a-z0-9]+")


def sama_jabatan(a: str, b: str) -> bool:
    """Whether two prints name one office: one begins with the other, the agency's name left out or not."""
    ka, kb = kata(a), kata(b)
    n = min(len(ka), len(kb))
    return n > 0 and ka[:n] == kb[:n]


def bagian_tempat(tempat: Isi) -> Iterator[Kalimat]:
    """The sentences that a place is put together of."""
    if isinstance(tempat, Kalimat):
        yield tempat
    elif isinstance(tempat, (tuple, Daftar)):
        for x in tempat if isinstance(tempat, tuple) else tempat.isi:
            yield from bagian_tempat(x)


@attrs.frozen(slots=True)
class Tautan:
    """A way to a finding on the page."""

    jangkar: str
    no: int
    keparahan: str


@attrs.frozen(slots=True)
class Unit:
    """An office, or a part of the report that belongs to none."""

    kunci: str
    nama: str


class Bahan:
    """A review with everything the builders look up more than once.

    Attributes:
        urutan: the way to each finding, in the order of the review.
        tautan: the same by the identity of the finding.
        awalan: goes before every id, so that several reviews can share a page.
    """

    def __init__(self, reviu: Reviu, opsi: Opsi, awalan: str = "") -> None:
        self.reviu = reviu
        self.opsi = opsi
        self.awalan = awalan
        self.kata = Kamus(opsi.bahasa, reviu.lain)
        self.reg: Register = susun(reviu.laporan)
        self.urutan = [self._tautan(no, t) for no, t in enumerate(reviu.temuan, 1)]
        self.tautan = {id(t): x for t, x in zip(reviu.temuan, self.urutan, strict=True)}

    def id(self, *bagian: object) -> str:
        """An id of the page, made of letters, digits and hyphens whatever the parts are."""
        return self.awalan + "-".join(_BUKAN_ID.sub("-", str(b).lower()).strip("-") or "x" for b in bagian)

    def _tautan(self, no: int, t: Temuan) -> Tautan:
        sama = [x.id for x in self.reviu.temuan[: no - 1]].count(t.id)
        return Tautan(self.id("t", t.id, *([sama + 1] if sama else [])), no, t.keparahan)

    @cached_property
    def terbuka(self) -> dict[str, int]:
        """How many findings of each severity no answer has closed."""
        buka = [t for t in self.reviu.temuan if tanggapan_untuk(self.reviu, t)[0].terbuka]
        return {k: sum(t.keparahan == k for t in buka) for k in KEPARAHAN}

    @cached_property
    def di_lokasi(self) -> dict[Lokasi, list[Temuan]]:
        """The findings at each place."""
        hasil: dict[Lokasi, list[Temuan]] = {}
        for t in self.reviu.temuan:
            for lok in dict.fromkeys(t.lokasi):
                if lok != Lokasi():
                    hasil.setdefault(lok, []).append(t)
        return hasil

    def temuan_butir(self, b: Butir) -> list[Temuan]:
        """The findings at the place of a figure."""
        return self.di_lokasi.get(b.lokasi, [])

    def salah(self, b: Butir) -> Temuan | None:
        """The finding that calls the value of a figure wrong; None when none does."""
        return next((t for t in self.temuan_butir(b) if t.kunci in NILAI_SALAH), None)

    def disepakati(self, cetakan: Iterable[Butir]) -> tuple[Butir | None, list[list[Butir]]]:
        """The print that most agree on, and the prints grouped by value.

        Prints that a finding calls wrong have no vote as long as others have one. None when the votes are equal.
        """
        angka = [b for b in cetakan if b.nilai is not None]
        suara = _kelompok([b for b in angka if self.salah(b) is None] or angka)
        menang = suara and (len(suara) == 1 or len(suara[0]) > len(suara[1]))
        return (suara[0][0] if menang else None), _kelompok(angka)

    # -- offices ---------------------------------------------------------------------

    @cached_property
    def _unit_lokasi(self) -> dict[Lokasi, Unit]:
        hasil: dict[Lokasi, Unit] = {}
        for b in self.reg.butir:
            if b.media in {"narasi", "hitungan"}:
                hasil.setdefault(b.lokasi, self._bagian(b.media))
        for pk in self.reviu.laporan.perjanjian:
            for lok in _semua_lokasi(pk):
                hasil.setdefault(lok, self.unit_formulir(pk))
        hasil.pop(Lokasi(), None)
        return hasil

    def _bagian(self, media: str) -> Unit:
        return Unit(f"bagian-{media}", self.kata(f"unit.{media}"))

    def unit_formulir(self, pk: PerjanjianKinerja) -> Unit:
        """The office of a form; one office may have several forms."""
        return Unit(self.id("unit", baku(pk.jabatan))[len(self.awalan) :], bersih(pk.jabatan))

    def unit(self, t: Temuan) -> list[Unit]:
        """The offices on whose forms a finding lies; a part of the report where it lies on none."""
        hasil = dict.fromkeys(u for lok in t.lokasi if (u := self._unit_lokasi.get(lok)) is not None)
        if not hasil:
            hasil = dict.fromkeys(self._unit_tempat(t))
        kantor = [u for u in hasil if not u.kunci.startswith("bagian-")]
        return kantor or list(hasil)

    def _unit_tempat(self, t: Temuan) -> Iterator[Unit]:
        """What its place is a part of, for a finding that no location tells."""
        tempat = list(bagian_tempat(t.tempat))
        milik = [pk for pk in self.reviu.laporan.perjanjian if pk.tempat in tempat]
        if milik:
            yield self.unit_formulir(milik[0])
        else:
            yield self._bagian(next((m for x in tempat if (m := MEDIA.get(x.kunci))), "tabel"))


def _kelompok(cetakan: list[Butir]) -> list[list[Butir]]:
    """Prints grouped by value, the largest group first; money may be printed without its sen."""
    hasil: list[list[Butir]] = []
    for b in sorted(cetakan, key=lambda b: (b.setengah, b.urut)):
        for g in hasil:
            if b.nilai is not None and g[0].nilai is not None and abs(b.nilai - g[0].nilai) <= _kelonggaran(b, g[0]):
                g.append(b)
                break
        else:
            hasil.append([b])
    return sorted(hasil, key=lambda g: (-len(g), min(b.urut for b in g)))


def _kelonggaran(b: Butir, halus: Butir) -> Fraction:
    """How far a print may be from a finer one and still be its rounding; nothing for prints as fine."""
    return b.setengah if b.setengah > halus.setengah else Fraction(0)


def _semua_lokasi(x: Any) -> Iterator[Lokasi]:
    """Every place within a part of the model."""
    if isinstance(x, Lokasi):
        yield x
    elif isinstance(x, tuple):
        for y in x:
            yield from _semua_lokasi(y)
    elif attrs.has(type(x)):
        for f in attrs.fields(type(x)):
            yield from _semua_lokasi(getattr(x, f.name))
