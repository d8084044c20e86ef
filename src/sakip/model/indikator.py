"""Indikator and the printed calculations behind its realisation."""

from __future__ import annotations

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.hukum.agregasi import AGREGASI
from sakip.konversi.nilai import Pilihan
from sakip.model.sel import Sel, tercetak

__all__ = ["JENIS_INDIKATOR", "POLARITAS", "Indikator", "Komponen", "SukuKomponen"]

JENIS_INDIKATOR = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
POLARITAS = ("positif", "negatif", "stabil")


@attrs.frozen(slots=True, kw_only=True)
class Indikator:
    """A performance indicator.

    Attributes:
        kunci: the short name by which data files refer to it.
        nama: as the plan spells it.
        alias: other spellings in the same report.
        jenis: tujuan, sasaran, program, kegiatan or sub_kegiatan.
        satuan: the unit of target and realisation.
        polaritas: positif (more is better), negatif or stabil.
        dasar_polaritas: what that rests on: `tersurat` (the report says so), `angka` (its achievements show it) or
            `kata` (only the words of the name, or nothing).
        polaritas_kata: the polarity that the words of the name suggest, where the figures show another.
        rumus: the variant of the capaian formula, when it is not the report's own.
        dasar_rumus: what `rumus` rests on: `tersurat`, or `angka`: achievements show it, its own or those of others.
        agregasi: how its parts of a year make the year, where that is declared: one of `sakip.hukum.agregasi.AGREGASI`.
        program: codes of the budget lines that serve it.
    """

    kunci: str
    nama: str
    alias: tuple[str, ...] = ()
    jenis: str = attrs.field(default="sasaran", validator=Pilihan(*JENIS_INDIKATOR))
    satuan: str = ""
    polaritas: str = attrs.field(default="positif", validator=Pilihan(*POLARITAS))
    dasar_polaritas: str = attrs.field(default="tersurat", validator=Pilihan("tersurat", "angka", "kata"))
    polaritas_kata: str = attrs.field(default="", validator=Pilihan(*POLARITAS))
    rumus: str | None = None
    dasar_rumus: str = attrs.field(default="tersurat", validator=Pilihan("tersurat", "angka"))
    agregasi: str = attrs.field(default="", validator=Pilihan(*AGREGASI))
    program: tuple[str, ...] = ()
    asal: int | None = None
    lokasi: Lokasi = Lokasi()


@attrs.frozen(slots=True, kw_only=True)
class SukuKomponen:
    """A printed part of a formula, added or (`minus`) subtracted."""

    nilai: Sel
    minus: bool = False


@attrs.frozen(slots=True, kw_only=True)
class Komponen:
    """A printed calculation of a realisation: (sum of `pembilang`) / (sum of `penyebut`) × `kali`.

    `kali` is 100 for a percentage, 1.000 or 100.000 for a rate.
    """

    indikator: str
    pembilang: tuple[SukuKomponen, ...]
    penyebut: tuple[SukuKomponen, ...]
    hasil: Sel | None = None
    kali: int = 100
    periode: int | None = None
    lokasi: Lokasi = Lokasi()

    @property
    def sel(self) -> tuple[Sel, ...]:
        """Its printed figures."""
        return tercetak(*(s.nilai for s in (*self.pembilang, *self.penyebut)), self.hasil)
