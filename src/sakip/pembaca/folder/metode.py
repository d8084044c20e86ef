"""The part `metode` of `laporan.yaml`: names of formulas, caps and scales, or a scale of the report's own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from cattrs.errors import BaseValidationError, IterableValidationError, IterableValidationNote

from sakip.angka.angka import Jenis, pecahan
from sakip.hukum.regulasi import ambil_batas, daftar_rumus
from sakip.hukum.skala import Kelas, Skala, ambil_skala
from sakip.konversi.konversi import Bentuk, daftar, kelas, konverter, tempat
from sakip.konversi.nilai import BentukError, pilihan, teks_isi
from sakip.konversi.yaml_ketat import Daftar, Peta
from sakip.teks.jarak import maksud

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from sakip.angka.lokasi import Lokasi

__all__ = ["BENTUK_METODE", "POLARITAS", "nama_rumus"]

T = TypeVar("T")

POLARITAS = ("positif", "negatif", "stabil")
BAGIAN = (*POLARITAS, "skala", "efisiensi", "batas")
"""What `asal` can give a line of its own."""

KELAS_TERBANYAK = 100


def nama_rumus(nilai: Any, tipe: Any) -> str:
    """A variant of the capaian formula."""
    return pilihan(*(n for n, r in daftar_rumus().items() if r.jenis == "capaian"))(nilai, tipe)


def _rumus_metode(nilai: Any, _: Any) -> dict[str, str]:
    if type(nilai) is not Peta:
        raise BentukError("harus pemetaan 'polaritas: rumus'")
    return _tiap(nilai, POLARITAS, "polaritas", lambda _, v: nama_rumus(v, str))


def _tiap(peta: Peta, boleh: tuple[str, ...], apa: str, baca: Callable[[str, Any], T]) -> dict[str, T]:
    """The values of a mapping whose keys are few; every wrong key and value is reported."""
    hasil: dict[str, T] = {}
    galat: list[Exception] = []
    for k, v in peta.items():
        try:
            if k not in boleh:
                raise BentukError(f"{apa} tidak dikenal: {str(k)!r}{maksud(k, boleh)}", k, k)
            hasil[str(k)] = baca(str(k), v)
        except (BaseValidationError, ValueError) as e:
            e.add_note(IterableValidationNote(f"kunci {k}", str(k), None))
            galat.append(e)
    if galat:
        raise IterableValidationError(apa, galat, dict)
    return hasil


def _nama_batas(nilai: Any, _: Any) -> str:
    return ambil_batas(teks_isi(nilai, str)).nama


def _skala(nilai: Any, tipe: Any) -> str | Skala:
    """A scale by its name, or the report's own, class by class."""
    if isinstance(nilai, str):
        return ambil_skala(teks_isi(nilai, tipe)).nama
    if type(nilai) is not Daftar or not nilai:
        raise BentukError("harus nama skala, atau daftar {batas, label}")
    if len(nilai) > KELAS_TERBANYAK:
        raise BentukError(f"lebih dari {KELAS_TERBANYAK} kelas")
    if not any(isinstance(n, Peta) and "batas" in n for n in nilai):
        return Skala("laporan", daftar(_hook_kelas())(nilai, tipe))
    batas = [(b.batas, b.label) for b in konverter().structure(nilai, tuple[_KelasBatas, ...])]
    for i, n in enumerate(nilai):
        try:
            skala = Skala.dari_batas("laporan", batas[: i + 1])
        except ValueError as e:
            raise BentukError(str(e), "batas", n) from None
    return skala


@attrs.frozen(slots=True)
class _KelasBatas:
    """A class of a scale as a report prints it: `> 90`, `Sangat Tinggi`."""

    batas: str
    label: str


@cache
def _hook_kelas() -> Callable[[Any, Any], Any]:
    return kelas(konverter(), Kelas, Bentuk(hook={"label": teks_isi, "bawah": _ujung, "atas": _ujung}))


def _ujung(nilai: Any, tipe: Any) -> Fraction:
    return pecahan(teks_isi(nilai, tipe), Jenis.PERSEN)


def _tempat_metode(t: Any, _: Any) -> Lokasi:
    """`asal` of the method: one line, or a line for each part of it."""
    return tempat(t) if type(t.asal) is not Peta else tempat(attrs.evolve(t, asal=None))


def _tempat_bagian(t: Any, _: Any) -> dict[str, Lokasi]:
    if type(t.asal) is not Peta:
        return {}
    return _tiap(t.asal, BAGIAN, "bagian metode", lambda k, v: tempat(attrs.evolve(t, asal=v, baris=v.baris, kolom=k)))


BENTUK_METODE = Bentuk(
    hook={
        "rumus": _rumus_metode,
        "skala": _skala,
        "efisiensi": pilihan("pmk214"),
        "batas": _nama_batas,
        "lokasi": _tempat_metode,
        "lokasi_bagian": _tempat_bagian,
    },
    tabel=lambda _: "Metode",
)
