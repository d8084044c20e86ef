"""The value of AKIP from its components: PermenPANRB 88/2021, Lampiran I Bab IV.B.5 and Lampiran 2.

Components, weights, answers and predicates are data (`akip.toml`, `skala.toml`); nothing of them is repeated here.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

from sakip.angka.angka import Bilangan, bulat, pecahan, tulis
from sakip.errors import AngkaError
from sakip.hukum.hitung import Nilai
from sakip.hukum.regulasi import Keyakinan, cari, muat
from sakip.hukum.skala import ambil_skala

__all__ = ["EvaluasiAkip", "Komponen", "NilaiAkip", "NilaiKomponen", "akip", "ambil_evaluasi"]


@attrs.frozen(slots=True, kw_only=True)
class Komponen:
    """A component of the evaluation: its key, its name, its weight, and words that all occur in its name as printed."""

    kunci: str
    nama: str
    bobot: Fraction = attrs.field(converter=Fraction)
    kata: tuple[str, ...] = attrs.field(converter=tuple)


@attrs.frozen(slots=True, kw_only=True)
class EvaluasiAkip:
    """How AKIP is evaluated.

    Attributes:
        komponen: the components.
        bagian: the sub components, each with its share in the weight of its component.
        jawaban: the answers, each with the percentage of the weight that it is worth.
        skala: the name of the scale of the predicates.
        sejak: the year of the rule: the evaluation of an earlier year followed another.
    """

    nama: str
    judul: str
    sejak: int
    komponen: tuple[Komponen, ...]
    bagian: Mapping[str, Fraction] = attrs.field(hash=False)
    jawaban: Mapping[str, Fraction] = attrs.field(hash=False)
    skala: str
    dasar: tuple[str, ...] = ()
    keyakinan: Keyakinan = Keyakinan.BELUM


@attrs.frozen(slots=True)
class NilaiKomponen:
    """The value of a component, and its weight."""

    nama: str
    bobot: Fraction
    nilai: Nilai


@attrs.frozen(slots=True)
class NilaiAkip:
    """The value of AKIP.

    Attributes:
        nilai: the total.
        predikat: AA, A, BB, B, CC, C or D; None where the scale gives none (a value of 0).
        sebutan: the predicate in words.
        komponen: the components it is the sum of; empty where the total alone was given.
    """

    nilai: Nilai
    predikat: str | None
    sebutan: str
    komponen: tuple[NilaiKomponen, ...] = ()


NOL, SELURUHNYA = Fraction(0), Fraction(100)

Isian: TypeAlias = Bilangan | Mapping[str, str | Bilangan]
"""The value of a component, or the answer (`BB`) or value of each of its sub components."""


def akip(
    nilai: Bilangan | Mapping[str, Isian | None], evaluasi: str = "permenpanrb_88_2021", *, desimal: int | None = 2
) -> NilaiAkip | None:
    """The value of AKIP and its predicate.

        >>> str(akip({"perencanaan": "22,54", "pengukuran": "22,15", "pelaporan": "11,47", "evaluasi": "19,82"}).nilai)
        '75,98'

    Args:
        nilai: the total; or by component (perencanaan, pengukuran, pelaporan, evaluasi) its value, or by sub component
            (keberadaan, kualitas, pemanfaatan) the answer (`BB`: 80 percent of the weight) or the value.
        evaluasi: the rule, of `regulasi/akip.toml`.
        desimal: round each component half-up first, as evaluations print them; None: not at all. Printed totals are
            often taken over values that were not rounded, so that they differ by a unit of the last digit.

    Returns:
        The value; None where a component, or a sub component, is missing: it is never zero.

    Raises:
        AngkaError: a text that is no figure; a value below zero or above its weight.
        SkalaError: an unknown rule, component, sub component or answer.
        TypeError: a float.
    """
    cara = ambil_evaluasi(evaluasi)
    rincian: tuple[NilaiKomponen, ...] = ()
    if not isinstance(nilai, Mapping):
        jumlah = _dalam_bobot(pecahan(nilai), SELURUHNYA, "nilai")
    else:
        dikenal = {k.kunci: k for k in cara.komponen}
        for kunci in nilai:
            cari(dikenal, kunci, "komponen")
        semua = [_komponen(cara, k, nilai.get(k.kunci), desimal) for k in cara.komponen]
        rincian = tuple(k for k in semua if k is not None)
        if len(rincian) < len(semua):
            return None
        jumlah = sum((k.nilai.pecahan for k in rincian), NOL)
    kelas = ambil_skala(cara.skala).kelas_dari(jumlah)
    if kelas is None:
        return NilaiAkip(Nilai(jumlah), None, "", rincian)
    return NilaiAkip(Nilai(jumlah), kelas.label, kelas.sebutan, rincian)


def ambil_evaluasi(nama: str = "permenpanrb_88_2021") -> EvaluasiAkip:
    """The evaluation of that name. SkalaError when there is none."""
    return cari(_evaluasi(), nama, "evaluasi AKIP")


def _komponen(cara: EvaluasiAkip, k: Komponen, isi: Isian | None, desimal: int | None) -> NilaiKomponen | None:
    if isi is None:
        return None
    if isinstance(isi, Mapping):
        for kunci in isi:
            cari(cara.bagian, kunci, f"subkomponen {k.kunci}")
        if len(isi) < len(cara.bagian):
            return None
        jumlah = sum(
            (_jawaban(cara, isi[b], k.bobot * porsi, f"{k.kunci} {b}") for b, porsi in cara.bagian.items()), NOL
        )
    else:
        jumlah = _dalam_bobot(pecahan(isi), k.bobot, k.kunci)
    return NilaiKomponen(k.nama, k.bobot, Nilai(jumlah if desimal is None else Fraction(bulat(jumlah, desimal))))


def _jawaban(cara: EvaluasiAkip, isi: str | Bilangan, bobot: Fraction, nama: str) -> Fraction:
    """The value of a sub component: weight × answer."""
    if isinstance(isi, str) and isi.strip().isalpha():
        return bobot * cari(cara.jawaban, isi.strip().upper(), "jawaban") / 100
    return _dalam_bobot(pecahan(isi), bobot, nama)


def _dalam_bobot(nilai: Fraction, bobot: Fraction, nama: str) -> Fraction:
    if not 0 <= nilai <= bobot:
        raise AngkaError(f"{nama}: {tulis(nilai, 2)} di luar 0 sampai {tulis(bobot, 2)}")
    return nilai


@cache
def _evaluasi() -> Mapping[str, EvaluasiAkip]:
    return MappingProxyType({nama: _baca_evaluasi(nama, **isi) for nama, isi in muat("akip")["evaluasi"].items()})


def _baca_evaluasi(nama: str, komponen: Any, bagian: Any, jawaban: Any, dasar: Any, **isi: Any) -> EvaluasiAkip:
    return EvaluasiAkip(
        nama=nama,
        komponen=tuple(Komponen(**k) for k in komponen),
        bagian=MappingProxyType({k: Fraction(x) for k, x in bagian.items()}),
        jawaban=MappingProxyType({k: Fraction(x) for k, x in jawaban.items()}),
        dasar=tuple(dasar),
        keyakinan=Keyakinan(isi.pop("terverifikasi")),
        **isi,
    )
