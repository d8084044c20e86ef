"""Fault injection: every kind of error that people make, put into a report that had none.

    >>> from random import Random
    >>> from sakip.pengujian import laporan_acak, rusak
    >>> k = rusak(laporan_acak(7), "angka_tertukar", Random(1))
    >>> k.jenis, k.terdeteksi
    ('angka_tertukar', True)

A fault says where it is, under which rule a review must report it, and what it must guess as the cause. Some
faults contradict nothing that the report prints; those say so (`terdeteksi`), with the reason.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import attrs

from sakip.pengujian.bangun.sumber import SumberAcak, SumberTarik, kocok
from sakip.pengujian.faults.pada_nilai import NILAI
from sakip.pengujian.faults.pada_susunan import SUSUNAN
from sakip.pengujian.jaringan import Jaringan, Kerusakan, jaringan

if TYPE_CHECKING:
    from collections.abc import Callable

    from sakip.angka.lokasi import Lokasi
    from sakip.model.laporan import Laporan
    from sakip.pengujian.bangun.sumber import Sumber
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu

__all__ = ["JENIS_GALAT", "Kerusakan", "Penilaian", "TakAdaTempat", "nilai", "rusak", "rusak_sembarang"]

_SEMUA = {**NILAI, **SUSUNAN}

JENIS_GALAT = tuple(_SEMUA)
"""The kinds of fault."""


class TakAdaTempat(ValueError):  # noqa: N818 - not an error of the caller's: the report has no such place
    """The report has no place where this kind of fault can be made."""


def rusak(laporan: Laporan | Jaringan, jenis: str, acak: Random | Sumber | Callable[..., int]) -> Kerusakan:
    """Put one fault of a kind into a report.

    Args:
        laporan: a report without errors; or what `jaringan` made of it, when many faults are wanted.
        jenis: one of `JENIS_GALAT`.
        acak: a seeded generator, or `draw` of a Hypothesis composite strategy.

    Raises:
        KeyError: an unknown kind.
        TakAdaTempat: the report has no place for it.
    """
    buat = _SEMUA[jenis]
    j = laporan if isinstance(laporan, Jaringan) else jaringan(laporan)
    hasil = buat(j, _sumber(acak))
    if hasil is None:
        raise TakAdaTempat(f"tidak ada tempat untuk {jenis}")
    return hasil


def rusak_sembarang(laporan: Laporan | Jaringan, acak: Random | Sumber | Callable[..., int]) -> Kerusakan:
    """Put one fault of any kind that the report has a place for into it."""
    j = laporan if isinstance(laporan, Jaringan) else jaringan(laporan)
    s = _sumber(acak)
    for jenis in kocok(s, JENIS_GALAT):
        hasil = _SEMUA[jenis](j, s)
        if hasil is not None:
            return hasil
    raise TakAdaTempat("tidak ada tempat untuk galat apa pun")


def _sumber(acak: Random | Sumber | Callable[..., int]) -> Sumber:
    if isinstance(acak, Random):
        return SumberAcak(acak)
    return acak if isinstance(acak, (SumberAcak, SumberTarik)) else SumberTarik(acak)  # type: ignore[arg-type]


@attrs.frozen(kw_only=True)
class Penilaian:
    """How a review dealt with a fault.

    Attributes:
        terdeteksi: a finding under one of the right rules names one of the wrong places.
        tempat: it blames a figure, and that is a wrong one.
        setara: it blames none, and a wrong figure is among those that it says are equally likely.
        sebab: it guesses the right cause; None where no cause is to be guessed, or no figure to be blamed.
        temuan: the finding that was judged.
    """

    terdeteksi: bool
    tempat: bool
    setara: bool
    sebab: bool | None
    temuan: Temuan | None = None


def nilai(k: Kerusakan, reviu: Reviu) -> Penilaian:
    """Judge a review of a spoilt report."""
    milik = [t for t in reviu.temuan if t.kode in k.kode and _tempat(t) & set(k.lokasi)]
    tepat = [t for t in milik if not t.alternatif and t.lokasi[0] in k.lokasi]
    setara = [t for t in milik if any(p.lokasi in k.lokasi for x in t.alternatif for p in x if not p.ikut)]
    sebab = [t for t in tepat or setara or milik if {d.jenis for d in t.dugaan} & k.dugaan]
    return Penilaian(
        terdeteksi=bool(milik),
        tempat=bool(tepat),
        setara=bool(setara) and not tepat,
        sebab=bool(sebab) if k.dugaan and k.terlokasi else None,
        temuan=next(iter(sebab or tepat or setara or milik), None),
    )


def _tempat(t: Temuan) -> set[Lokasi]:
    return {*t.lokasi, *(o.lokasi for o in t.operan), *(a.lokasi for a in t.akibat)}
