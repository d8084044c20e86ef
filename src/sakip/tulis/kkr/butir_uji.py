"""The checklist as data: what stands in `daftar_uji.toml`, read strictly."""

from __future__ import annotations

from functools import cache

import attrs

from sakip.konversi.data import baca_toml
from sakip.konversi.nilai import Pilihan

__all__ = ["Banding", "ButirUji", "DaftarUji", "DokumenUji", "KelompokUji", "Unsur", "muat"]

HAL = ("sasaran", "indikator", "target")
DOKUMEN = ("pk", "renstra", "iku")


@attrs.frozen(slots=True, kw_only=True)
class Unsur:
    """A part that must be found, and where; see the head of the file."""

    apa: str
    kolom: tuple[str, ...] = ()
    bagian: tuple[str, ...] = ()
    judul: tuple[str, ...] = ()
    formulir: tuple[str, ...] = ()
    komponen: bool = False
    organisasi: bool = False
    pelengkap: bool = False


@attrs.frozen(slots=True, kw_only=True)
class Banding:
    """What of the report is held against which document."""

    hal: str = attrs.field(validator=Pilihan(*HAL))
    dokumen: str = attrs.field(validator=Pilihan(*DOKUMEN))


@attrs.frozen(slots=True, kw_only=True)
class ButirUji:
    """An item, with what it needs."""

    terbaik: str = attrs.field(validator=Pilihan("disajikan", "sesuai", "pereviu", "cocok"))
    uraian: str = ""
    selain: str = attrs.field(default="", validator=Pilihan("pereviu"))
    menolak: str = attrs.field(default="peringatan", validator=Pilihan("kesalahan", "peringatan", "catatan"))
    unsur: tuple[Unsur, ...] = ()
    terperiksa: bool = False
    banding: Banding | None = None
    silang: str = attrs.field(default="", validator=Pilihan("fakta", "formulir"))
    peran: tuple[str, ...] = ()
    semua: bool = False
    utama: bool = False
    jika: tuple[str, ...] = ()


@attrs.frozen(slots=True, kw_only=True)
class KelompokUji:
    """A group of items; one that the regulation has bears the name that it has there."""

    nomor: str
    nama: str = ""
    butir: tuple[ButirUji, ...]

    @property
    def resmi(self) -> bool:
        """Whether it is part of the regulation's form."""
        return bool(self.nama)


@attrs.frozen(slots=True, kw_only=True)
class DokumenUji:
    """A document of planning, and how a report prints it."""

    formulir: tuple[str, ...] = ()
    rencana: str = ""
    judul: tuple[str, ...] = ()


@attrs.frozen(slots=True, kw_only=True)
class DaftarUji:
    """The whole file."""

    dasar: str
    dokumen: dict[str, DokumenUji]
    kelompok: tuple[KelompokUji, ...]


@cache
def muat() -> DaftarUji:
    """The checklist."""
    return baca_toml("sakip.tulis.kkr", "daftar_uji.toml", DaftarUji)
