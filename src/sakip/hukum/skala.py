"""Skala: rating scales as data. Which label a value gets, which labels a rounded figure may have, and lint.

The scales of the regulations are in `regulasi/skala.toml`; a report may bring its own (`Skala.dari_batas`).
A value that no class covers has no label: a printed scale may have gaps, and `periksa_skala` finds them.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import attrs

from sakip.angka.angka import Bilangan, Jenis, pecahan, tulis
from sakip.angka.notasi import INTI, cocok_rentang
from sakip.errors import SkalaError
from sakip.hukum.regulasi import Keyakinan, cari, muat
from sakip.teks.istilah import himpunan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sakip.angka.interval import Interval

__all__ = [
    "CacatSkala",
    "Kelas",
    "Skala",
    "ambil_skala",
    "daftar_skala",
    "kategori",
    "label_mungkin",
    "normal_label",
    "periksa_skala",
]

SKALA_BAWAAN = "permendagri86_laporan"
"""The scale used when none is named."""


def _nilai(nilai: Bilangan) -> Fraction:
    return pecahan(nilai, Jenis.PERSEN)


def _ujung(nilai: Bilangan | None) -> Fraction | None:
    return None if nilai is None else _nilai(nilai)


def _jadi_kelas(kelas: Iterable[Kelas]) -> tuple[Kelas, ...]:
    return tuple(kelas)


@attrs.frozen(slots=True)
class Kelas:
    """One class of a scale: the label, and the values that get it.

    Attributes:
        label: as printed.
        bawah, atas: the ends; None means without limit. Text, Decimal, int and Fraction are accepted.
        bawah_termasuk, atas_termasuk: whether the end itself belongs to the class.
        sebutan: the label in words, where the label is a letter.
    """

    label: str
    bawah: Fraction | None = attrs.field(default=None, converter=_ujung)
    atas: Fraction | None = attrs.field(default=None, converter=_ujung)
    bawah_termasuk: bool = False
    atas_termasuk: bool = False
    sebutan: str = ""

    def memuat(self, nilai: Fraction) -> bool:
        """Whether the value gets this label."""
        if self.bawah is not None and (nilai < self.bawah or (nilai == self.bawah and not self.bawah_termasuk)):
            return False
        return self.atas is None or nilai < self.atas or (nilai == self.atas and self.atas_termasuk)

    def bertemu(self, lain: Interval) -> bool:
        """Whether some value of the interval gets this label."""
        if self.kosong:
            return False
        b, a = self.bawah, self.atas
        return (b is None or lain.atas > b or (lain.atas == b and self.bawah_termasuk)) and (
            a is None or lain.bawah < a or (lain.bawah == a and self.atas_termasuk)
        )

    @property
    def kosong(self) -> bool:
        """Whether no value at all gets this label."""
        if self.bawah is None or self.atas is None:
            return False
        return self.bawah > self.atas or (self.bawah == self.atas and not (self.bawah_termasuk and self.atas_termasuk))

    def __str__(self) -> str:
        return f"{self.label}: {_selang(self.bawah, self.atas, self.bawah_termasuk, self.atas_termasuk)}"


@attrs.frozen(slots=True)
class Skala:
    """A rating scale. Where classes overlap the first one listed wins.

    Attributes:
        nama: the name by which a report or a caller asks for it.
        kelas: the classes, in the order printed.
        dari, sampai: the values it is meant for, when it has limits (0 to 100 for AKIP).
        dasar: keys of `regulasi/peraturan.toml`.
        keyakinan: how sure we are of its bounds.
    """

    nama: str
    kelas: tuple[Kelas, ...] = attrs.field(converter=_jadi_kelas)
    judul: str = ""
    dari: Fraction | None = attrs.field(default=None, converter=_ujung)
    sampai: Fraction | None = attrs.field(default=None, converter=_ujung)
    dasar: tuple[str, ...] = ()
    keyakinan: Keyakinan = Keyakinan.BELUM
    catatan: str = ""

    @classmethod
    def dari_batas(cls, nama: str, batas: Iterable[tuple[str, str]]) -> Skala:
        """A scale as a report prints it: pairs of bound and label, highest or lowest first.

        A bound is `> 90`, `≥ 91`, `<= 50`, `75 < x ≤ 90`, `90 ≥ x > 75`, `91-100`, `91 % ≤ 100 %`, or
        `lainnya` for the rest.
        A class with one bound ends where its neighbour before begins: `> 90`, then `> 75`, is 75 < x ≤ 90.

        Raises:
            SkalaError: a bound that cannot be read, or no class at all.
        """
        kelas: list[Kelas] = []
        for teks, label in batas:
            kelas.append(_urai_batas(teks, label, kelas))
        if not kelas:
            raise SkalaError(f"skala {nama!r} tidak memuat kelas")
        return cls(nama, tuple(kelas))

    def label(self, nilai: Fraction) -> str | None:
        """The label of a value; None where no class covers it."""
        kelas = self.kelas_dari(nilai)
        return None if kelas is None else kelas.label

    def kelas_dari(self, nilai: Fraction) -> Kelas | None:
        """The class of a value; None where no class covers it."""
        return next((k for k in self.kelas if k.memuat(nilai)), None)

    def label_mungkin(self, interval: Interval) -> tuple[str, ...]:
        """The labels that values of the interval get, in the order of the classes. Empty within a gap.

        Both ends of the interval count, so a figure printed 90,00 may be on either side of 90.
        """
        return tuple(dict.fromkeys(k.label for k in self.kelas if k.bertemu(interval)))

    def label_berlaku(self, interval: Interval) -> tuple[str, ...]:
        """The labels as practice gives them: beyond its last class a scale goes on with the label of that class.

        Reports rate an achievement of 104 by a class printed `91 ≤ 100`. Empty within a gap.
        """
        if mungkin := self.label_mungkin(interval):
            return mungkin
        atas = [k for k in self.kelas if k.atas is not None and not k.kosong]
        bawah = [k for k in self.kelas if k.bawah is not None and not k.kosong]
        if len(atas) == len(self.kelas) and interval.bawah >= max(k.atas or 0 for k in atas):
            return (max(atas, key=lambda k: k.atas or 0).label,)
        if len(bawah) == len(self.kelas) and interval.atas <= min(k.bawah or 0 for k in bawah):
            return (min(bawah, key=lambda k: k.bawah or 0).label,)
        return ()

    def bercelah(self, interval: Interval) -> bool:
        """Whether some value of the interval has no label."""
        titik = {interval.bawah, interval.atas}
        titik |= {u for k in self.kelas for u in (k.bawah, k.atas) if u is not None and interval.memuat(u)}
        urut = sorted(titik)
        antara = [(a + b) / 2 for a, b in pairwise(urut)]
        return any(self.label(x) is None for x in urut + antara)

    def cari(self, label: str) -> Kelas | None:
        """The class that a printed label means.

        Case, spaces, punctuation and a remark in brackets do not count: `SANGAT  TINGGI`, `Tinggi (T)`.
        The label in words and unambiguous initials (`ST`) are understood.
        """
        dicari = normal_label(label)
        for baca in (lambda k: k.label, lambda k: k.sebutan, _singkatan):
            cocok = [k for k in self.kelas if dicari and normal_label(baca(k)) == dicari]
            if cocok:
                return cocok[0] if len({k.label for k in cocok}) == 1 else None
        return None


@attrs.frozen(slots=True)
class CacatSkala:
    """A defect of a scale.

    Attributes:
        jenis: `celah` (values without a label), `tumpang_tindih` (values with two), `kelas_kosong` (a
            label that no value gets), `label_ganda` (a label given twice).
        bawah, atas, bawah_termasuk, atas_termasuk: the values concerned; None for an end without limit.
        label: the labels concerned.
    """

    jenis: Literal["celah", "tumpang_tindih", "kelas_kosong", "label_ganda"]
    bawah: Fraction | None = None
    atas: Fraction | None = None
    bawah_termasuk: bool = False
    atas_termasuk: bool = False
    label: tuple[str, ...] = ()

    @property
    def selang(self) -> str:
        """The values concerned: `90 < x < 91`."""
        return _selang(self.bawah, self.atas, self.bawah_termasuk, self.atas_termasuk)

    def __str__(self) -> str:
        label, selang = " dan ".join(self.label), self.selang
        return {
            "celah": f"nilai {selang} tidak berlabel",
            "tumpang_tindih": f"nilai {selang} berlabel ganda: {label}",
            "kelas_kosong": f"tidak ada nilai yang berlabel {label}",
            "label_ganda": f"label {label} dipakai lebih dari satu kelas",
        }[self.jenis]


@cache
def daftar_skala() -> Mapping[str, Skala]:
    """The scales of `regulasi/skala.toml`, by name."""
    hasil = {}
    for nama, isi in muat("skala")["skala"].items():
        lain: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in isi.items()}
        kelas = tuple(Kelas(**k) for k in lain.pop("kelas"))
        hasil[nama] = Skala(nama, kelas, keyakinan=Keyakinan(lain.pop("terverifikasi")), **lain)
    return MappingProxyType(hasil)


def ambil_skala(skala: str | Skala = SKALA_BAWAAN) -> Skala:
    """The scale of that name, or the scale itself.

    Raises:
        SkalaError: no scale has that name; the message lists those there are.
    """
    return skala if isinstance(skala, Skala) else cari(daftar_skala(), skala, "skala")


def kategori(nilai: Bilangan | None, skala: str | Skala = SKALA_BAWAAN) -> str | None:
    """The label of a value, in percent or in points as the scale has it.

    Returns:
        The label, or None where the scale has a gap or `capaian` gave no value.

    Raises:
        AngkaError: a text that is no figure.
        SkalaError: an unknown name.
        TypeError: a float.
    """
    dipakai = ambil_skala(skala)
    return None if nilai is None else dipakai.label(_nilai(nilai))


def label_mungkin(interval: Interval, skala: str | Skala = SKALA_BAWAAN) -> frozenset[str | None]:
    """The labels that values of the interval get; None among them when some value falls into a gap."""
    s = ambil_skala(skala)
    celah: frozenset[str | None] = frozenset({None}) if s.bercelah(interval) else frozenset()
    return celah | frozenset(s.label_mungkin(interval))


def normal_label(label: str) -> str:
    """A label for comparison: lower case, single spaces, without punctuation or a remark in brackets."""
    return " ".join(_KATA.findall(_DALAM_KURUNG.sub(" ", label).casefold()))


def periksa_skala(skala: str | Skala) -> list[CacatSkala]:
    """The defects of a scale, from the lowest value to the highest; empty when it labels every value once."""
    s = ambil_skala(skala)
    cacat = [CacatSkala("kelas_kosong", label=(k.label,)) for k in s.kelas if k.kosong]
    normal = [normal_label(k.label) for k in s.kelas]
    ganda = {n: k.label for n, k in zip(normal, s.kelas, strict=True) if normal.count(n) > 1}
    cacat += [CacatSkala("label_ganda", label=(label,)) for label in ganda.values()]
    for bawah, atas, label in _potongan(s):
        if len(label) == 1:
            continue
        jenis: Literal["celah", "tumpang_tindih"] = "tumpang_tindih" if label else "celah"
        cacat.append(CacatSkala(jenis, bawah[0], atas[0], bawah[1], atas[1], label))
    return cacat


_Ujung = tuple[Fraction | None, bool]


def _potongan(s: Skala) -> list[tuple[_Ujung, _Ujung, tuple[str, ...]]]:
    """The values a scale is meant for, cut where its labels change: (lower end, upper end, labels)."""
    ujung = {u for k in s.kelas for u in (k.bawah, k.atas) if u is not None}
    ujung |= {u for u in (s.dari, s.sampai) if u is not None}
    daerah = Kelas("", s.dari, s.sampai, True, True)
    hasil: list[tuple[_Ujung, _Ujung, tuple[str, ...]]] = []
    # Between two neighbouring ends nothing changes, so one value stands for all of them.
    potong: list[tuple[_Ujung, _Ujung, Fraction]] = []
    sebelum: Fraction | None = None
    for u in sorted(ujung):
        wakil = u - 1 if sebelum is None else (sebelum + u) / 2
        potong += [((sebelum, False), (u, False), wakil), ((u, True), (u, True), u)]
        sebelum = u
    potong.append(((sebelum, False), (None, False), Fraction(0) if sebelum is None else sebelum + 1))
    for bawah, atas, wakil in potong:
        if not daerah.memuat(wakil):
            continue
        label = tuple(k.label for k in s.kelas if k.memuat(wakil))
        if hasil and hasil[-1][2] == label:
            hasil[-1] = (hasil[-1][0], atas, label)
        else:
            hasil.append((bawah, atas, label))
    return hasil


_KATA = re.compile(r"[^\W_]+")
_DALAM_KURUNG = re.compile(r"\([^)]*\)")
_BATAS = re.compile(rf"(?:({INTI})\s*%?\s*([<>≤≥]=?)\s*)?[A-Za-z]*\s*(?:([<>≤≥]=?)?\s*({INTI})\s*%?)?")
_BALIK = str.maketrans("<>≤≥", "><≥≤")


def _urai_batas(teks: str, label: str, sebelum: list[Kelas]) -> Kelas:
    """A class from its bound as printed; `sebelum` are the classes before it, which it adjoins."""
    rapi = teks.strip()
    bawah = atas = None
    b_termasuk = a_termasuk = False
    for op, angka in _syarat(rapi):
        if op[0] in ">≥":
            bawah, b_termasuk = _nilai(angka), op != ">"
        else:
            atas, a_termasuk = _nilai(angka), op != "<"
    if bawah is None and atas is None and normal_label(rapi) not in himpunan("kelas_sisa"):
        raise SkalaError(f"batas kelas {label!r} tidak terbaca: {teks!r}")
    if sebelum:
        akhir, naik = sebelum[-1], sebelum[0].bawah is None
        if atas is None and akhir.bawah is not None and not naik:
            atas, a_termasuk = akhir.bawah, not akhir.bawah_termasuk
        elif bawah is None and akhir.atas is not None and naik:
            bawah, b_termasuk = akhir.atas, not akhir.atas_termasuk
    return Kelas(label, bawah, atas, b_termasuk, a_termasuk)


def _syarat(teks: str) -> list[tuple[str, str]]:
    """What a bound says of x, as operator and figure. `90 ≥ x` says what `x ≤ 90` says.

    `91-100` and `91 % ≤ 100 %`, as the annex is printed, are 91 ≤ x ≤ 100.
    """
    if rentang := cocok_rentang(teks):
        return [("≥", rentang[1]), ("≤", rentang[2])]
    cocok = _BATAS.fullmatch(teks)
    if cocok is None:
        return []
    kiri, op_kiri, op_kanan, kanan = cocok.groups()
    hasil = [(op_kiri.translate(_BALIK), kiri)] if op_kiri else []
    op_kanan = op_kanan or (op_kiri if kanan else None)
    return [*hasil, (op_kanan, kanan)] if op_kanan else hasil


def _singkatan(kelas: Kelas) -> str:
    return "".join(k[0] for k in _KATA.findall(kelas.label))


def _selang(bawah: Fraction | None, atas: Fraction | None, b_termasuk: bool, a_termasuk: bool) -> str:
    """`75 < x ≤ 90`, `x > 90`, `x = 50`."""
    if bawah is not None and bawah == atas and b_termasuk and a_termasuk:
        return f"x = {_tulis(bawah)}"
    if bawah is None:
        return "x" if atas is None else f"x {'≤' if a_termasuk else '<'} {_tulis(atas)}"
    if atas is None:
        return f"x {'≥' if b_termasuk else '>'} {_tulis(bawah)}"
    return f"{_tulis(bawah)} {'≤' if b_termasuk else '<'} x {'≤' if a_termasuk else '<'} {_tulis(atas)}"


def _tulis(nilai: Fraction) -> str:
    """As few decimals as the value needs, four at most."""
    desimal = next((d for d in range(4) if (nilai * 10**d).denominator == 1), 4)
    return tulis(nilai, desimal)
