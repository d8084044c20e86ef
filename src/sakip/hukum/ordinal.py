"""Ordinal scales: grades of which one is better than another, without figures; and cells that print grades in words.

The scales are in `skala.toml`: those under `ordinal` have an order and no bounds, and every rating scale (`skala`) has
the order of its classes. Whether an order is verified is said with it (`keyakinan`); one that is not accuses nobody.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from sakip.angka.angka import Angka, Jenis
from sakip.angka.cetakan import Cetakan, Predikat, baca_sel
from sakip.errors import AngkaError
from sakip.hukum.regulasi import Keyakinan, muat
from sakip.hukum.skala import Kelas, Skala, daftar_skala, normal_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["SkalaOrdinal", "baca_cetakan", "daftar_ordinal", "predikat_sama", "skala_predikat"]


@attrs.frozen(slots=True)
class SkalaOrdinal:
    """Grades in their order, the best first.

    Attributes:
        nama: its name among those of `daftar_ordinal`.
        kelas: the grades; their bounds, if they have any, do not matter here.
        dasar: keys of `peraturan.toml`.
        keyakinan: how sure we are of the order.
    """

    nama: str
    kelas: tuple[Kelas, ...]
    judul: str = ""
    dasar: tuple[str, ...] = ()
    keyakinan: Keyakinan = Keyakinan.BELUM
    catatan: str = ""

    @classmethod
    def dari_skala(cls, skala: Skala) -> SkalaOrdinal:
        """The grades of a rating scale, by the values that get them."""
        urut = sorted(skala.kelas, key=lambda k: (k.bawah is not None, k.bawah or 0), reverse=True)
        return cls(skala.nama, tuple(urut), skala.judul, skala.dasar, skala.keyakinan, skala.catatan)

    @classmethod
    def dari_urutan(cls, nama: str, label: Iterable[str]) -> SkalaOrdinal:
        """Grades in an order that nobody verified, the best first; what a known scale calls them besides is kept."""
        dikenal = [k for s in daftar_ordinal().values() for k in s.kelas if k.sebutan]
        lain = {normal_label(a): b for k in dikenal for a, b in ((k.label, k.sebutan), (k.sebutan, k.label))}
        return cls(nama, tuple(Kelas(x, sebutan=lain.get(normal_label(x), "")) for x in label))

    def letak(self, label: str) -> int | None:
        """The place of a grade, 0 for the best; None where it is none of this scale."""
        dicari = normal_label(label)
        return next(
            (i for i, k in enumerate(self.kelas) if dicari and dicari in {normal_label(k.label), *_lain(k)}), None
        )

    def lebih_baik(self, a: str, b: str) -> bool | None:
        """Whether one grade is better than another; None where one of them is none of this scale."""
        i, j = self.letak(a), self.letak(b)
        return None if i is None or j is None else i < j


def _lain(k: Kelas) -> set[str]:
    return {normal_label(k.sebutan)} if k.sebutan else set()


@cache
def daftar_ordinal() -> Mapping[str, SkalaOrdinal]:
    """All ordinal scales by name: those of `ordinal`, then the order of the classes of each rating scale."""
    hasil = {}
    for nama, isi in muat("skala")["ordinal"].items():
        lain: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in isi.items()}
        kelas = tuple(Kelas(**k) for k in lain.pop("kelas"))
        hasil[nama] = SkalaOrdinal(nama, kelas, keyakinan=Keyakinan(lain.pop("terverifikasi")), **lain)
    hasil |= {nama: SkalaOrdinal.dari_skala(s) for nama, s in daftar_skala().items()}
    return MappingProxyType(hasil)


def skala_predikat(*label: str, sendiri: Iterable[SkalaOrdinal] = ()) -> SkalaOrdinal | None:
    """The scale that all these grades are of: those of `sendiri`, a report's own, first; None where none has them all.

    One of `sendiri` stands for the known one of its name.
    """
    semua = {s.nama: s for s in sendiri}
    semua |= {nama: s for nama, s in daftar_ordinal().items() if nama not in semua}
    return next((s for s in semua.values() if all(s.letak(x) is not None for x in label)), None)


def predikat_sama(a: str, b: str) -> bool:
    """Whether two prints are one grade: `WTP` and `Wajar Tanpa Pengecualian`."""
    if normal_label(a) == normal_label(b):
        return True
    return any((i := s.letak(a)) is not None and i == s.letak(b) for s in daftar_ordinal().values())


@cache
def _label() -> frozenset[str]:
    return frozenset(x for s in daftar_ordinal().values() for k in s.kelas for x in {normal_label(k.label), *_lain(k)})


_KATA = r"[A-Za-z][A-Za-z /-]*?[A-Za-z]"
_ANGKA = r"[0-9][0-9.,]*"
_BENTUK = re.compile(
    rf"(?P<kata>{_KATA})\s*(?:[(/]\s*(?:[A-Za-z]+\s*[:=]?\s*)?(?P<belakang>{_ANGKA})\s*\)?)?|"
    rf"(?P<depan>{_ANGKA})\s*[(/]\s*(?P<sesudah>{_KATA})\s*\)?"
)


def baca_cetakan(teks: str, jenis: Jenis = Jenis.NILAI) -> Cetakan:
    """Read a cell in which a value is expected: what `baca_sel` reads, and grades in words with or without a score.

    Raises:
        AngkaError: the cell holds neither a figure nor anything that stands for one.
    """
    try:
        return baca_sel(teks, jenis)
    except AngkaError:
        hasil = _baca_kata(teks.strip(), jenis)
        if hasil is None:
            raise
        return hasil


def _baca_kata(teks: str, jenis: Jenis) -> Predikat | None:
    cocok = _BENTUK.fullmatch(teks) if len(teks) < TERPANJANG else None
    if cocok is None:
        return None
    kata, skor = cocok["kata"] or cocok["sesudah"], cocok["belakang"] or cocok["depan"]
    if normal_label(kata) not in _label():
        return None
    try:
        return Predikat(teks, kata, Angka.baca(skor) if skor else None, jenis)
    except AngkaError:
        return None


TERPANJANG = 60
"""Characters of a grade with its score, at most."""
