"""The test kit: strategies for every public type, fault injection, assertions.

    >>> from random import Random
    >>> from sakip import reviu
    >>> from sakip.pengujian import assert_bersih, assert_temuan, laporan_acak, rusak
    >>> laporan = laporan_acak(1)
    >>> assert_bersih(reviu(laporan))
    >>> k = rusak(laporan, "bagian_tertinggal", Random(1))
    >>> assert_temuan(reviu(k.laporan), lokasi=k.lokasi[0], dugaan="tertinggal").tertulis == k.tertulis[0]
    True

Only the strategies need Hypothesis; they load it when they are first used. With the entry point installed
`st.from_type(sakip.Laporan)` works without importing anything from here.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from sakip.pengujian.bangun.laporan import ragam, susun_laporan
from sakip.pengujian.bangun.sumber import SumberAcak
from sakip.pengujian.faults import JENIS_GALAT, Kerusakan, Penilaian, TakAdaTempat, nilai, rusak, rusak_sembarang
from sakip.pengujian.jaringan import Jaringan, jaringan
from sakip.pengujian.penegasan import assert_bersih, assert_temuan, gambar

if TYPE_CHECKING:
    from sakip.model.laporan import Laporan
    from sakip.pengujian.strategi import (
        angka,
        cakupan,
        hasil_efisiensi,
        hasil_relasi,
        hasil_reviu,
        indikator,
        kaskade,
        kerusakan,
        klaim,
        kode,
        laporan_konsisten,
        lokasi,
        metode,
        nilai_hitung,
        perjanjian,
        persen,
        rupiah,
        sel,
        skala,
        tabel,
        tabel_anggaran_konsisten,
        tabel_efisiensi,
        tabel_indikator,
        tabel_silang,
        temuan,
    )

__all__ = [
    "JENIS_GALAT",
    "Jaringan",
    "Kerusakan",
    "Penilaian",
    "TakAdaTempat",
    "angka",
    "assert_bersih",
    "assert_temuan",
    "cakupan",
    "gambar",
    "hasil_efisiensi",
    "hasil_relasi",
    "hasil_reviu",
    "indikator",
    "jaringan",
    "kaskade",
    "kerusakan",
    "klaim",
    "kode",
    "laporan_acak",
    "laporan_konsisten",
    "lokasi",
    "metode",
    "nilai",
    "nilai_hitung",
    "perjanjian",
    "persen",
    "ragam",
    "rupiah",
    "rusak",
    "rusak_sembarang",
    "sel",
    "skala",
    "tabel",
    "tabel_anggaran_konsisten",
    "tabel_efisiensi",
    "tabel_indikator",
    "tabel_silang",
    "temuan",
]


def laporan_acak(benih: int, *, lengkap: bool = False) -> Laporan:
    """A consistent report without Hypothesis: the same seed, the same report."""
    return susun_laporan(SumberAcak(Random(benih)), lengkap=lengkap)  # noqa: S311 - reports, not secrets


if not TYPE_CHECKING:

    def __getattr__(nama: str) -> object:
        if nama not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {nama!r}")
        from sakip.pengujian import strategi

        return getattr(strategi, nama)
