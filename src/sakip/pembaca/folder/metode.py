"""The part `metode` of `laporan.yaml`: names of formulas, caps and scales, or a scale of the report's own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from sakip.angka.angka import Jenis, pecahan
from sakip.hukum.regulasi import daftar_batas, daftar_rumus
from sakip.hukum.skala import Kelas, Skala, daftar_skala, normal_label
from sakip.konversi.konverter import Bentuk, daftar, peta
from sakip.konversi.nilai import BentukError, Hook, asal, harus, pilihan, teks, teks_isi
from sakip.konversi.pohon import Peta
from sakip.model.indikator import POLARITAS
from sakip.model.laporan import Metode
from sakip.pembaca.folder.cetakan import bercetak, tempat

if TYPE_CHECKING:
    from fractions import Fraction

    from sakip.angka.lokasi import Lokasi
    from sakip.konversi.konverter import Konverter

__all__ = ["bentuk_metode", "nama_batas", "nama_rumus", "rumus_metode", "skala", "urutan_predikat"]

BAGIAN = (*POLARITAS, "skala", "efisiensi", "batas")
"""What `asal` can give a line of its own."""

KELAS_TERBANYAK = 100
PREDIKAT_TERSEDIKIT = 2

_predikat = daftar(teks_isi)


@cache
def nama_rumus() -> Hook:
    """A hook for a variant of the capaian formula."""
    return pilihan(*(n for n, r in daftar_rumus().items() if r.jenis == "capaian"))


@cache
def rumus_metode() -> Hook:
    """A hook for polarities and the variant of the capaian formula of each."""
    return peta(nama_rumus(), boleh=POLARITAS)


@cache
def nama_batas() -> Hook:
    """A hook for the name of a cap."""
    return pilihan(*daftar_batas())


@cache
def urutan_predikat() -> Hook:
    """A hook for grades in their order, by the name of their scale."""

    def baca(nilai: Any) -> tuple[str, ...]:
        hasil: tuple[str, ...] = _predikat(nilai)
        if len({normal_label(x) for x in hasil}) != len(hasil) or len(hasil) < PREDIKAT_TERSEDIKIT:
            raise BentukError("perlu dua predikat atau lebih, yang terbaik dahulu, masing-masing sekali")
        return hasil

    return peta(Hook(baca, _predikat.skema))


def skala(conv: Konverter, nama: str) -> Hook:
    """A hook for a scale by its name, or one's own, class by class, as `Kelas` stands for that converter.

    Args:
        conv: the converter.
        nama: the name of a scale that is one's own.
    """

    baku = pilihan(*daftar_skala())

    def baca(nilai: Any) -> str | Skala:
        if isinstance(nilai, str):
            return str(baku(nilai))
        if not isinstance(nilai, list) or not nilai:
            raise harus("nama skala, atau daftar kelas {batas, label} atau {label, bawah, atas}", nilai)
        if len(nilai) > KELAS_TERBANYAK:
            raise BentukError(f"lebih dari {KELAS_TERBANYAK} kelas")
        if not any(isinstance(n, dict) and "batas" in n for n in nilai):
            return Skala(nama, conv.structure(nilai, tuple[Kelas, ...]))
        batas = [(b.batas, b.label) for b in conv.structure(nilai, tuple[KelasBatas, ...])]
        for i, n in enumerate(nilai):
            try:
                hasil = Skala.dari_batas(nama, batas[: i + 1])
            except ValueError as e:
                raise BentukError(str(e), "batas", n) from None
        return hasil

    satu = {"anyOf": [conv.hook(k).skema for k in (Kelas, KelasBatas)]}
    kelas = {"type": "array", "minItems": 1, "maxItems": KELAS_TERBANYAK, "items": satu}
    return Hook(baca, {"anyOf": [baku.skema, kelas]})


@attrs.frozen(slots=True)
class KelasBatas:
    """A class of a scale as a report prints it: `> 90`, `Sangat Tinggi`."""

    batas: str
    label: str


def _ujung(nilai: Any) -> Fraction:
    return pecahan(teks_isi(nilai), Jenis.PERSEN)


def _tempat_metode(t: Any) -> Lokasi:
    return tempat(t) if type(t.asal) is not Peta else tempat(attrs.evolve(t, asal=None))


TEMPAT = Hook(_tempat_metode, {"anyOf": [asal.skema, peta(asal, boleh=BAGIAN).skema]})
"""`asal` of the method: one line, or a line for each part of it."""


def _tempat_bagian(t: Any, _: Any) -> dict[str, Lokasi]:
    if type(t.asal) is not Peta:
        return {}
    bagian = {k: attrs.evolve(t, asal=v, baris=v.baris, kolom=k) for k, v in t.asal.items()}
    hasil: dict[str, Lokasi] = peta(tempat, boleh=BAGIAN)(bagian)
    return hasil


def bentuk_metode(conv: Konverter) -> dict[type, Bentuk]:
    """How the method and the classes of a scale stand in the file."""
    return {
        KelasBatas: Bentuk(),
        Kelas: Bentuk(hook={"label": teks_isi, "bawah": Hook(_ujung, teks.skema), "atas": Hook(_ujung, teks.skema)}),
        Metode: bercetak(
            Metode,
            hook={
                "rumus": rumus_metode(),
                "skala": skala(conv, "laporan"),
                "batas": nama_batas(),
                "ordinal": urutan_predikat(),
                "lokasi": TEMPAT,
                "lokasi_bagian": _tempat_bagian,
            },
            tabel=lambda _: "Metode",
        ),
    }
