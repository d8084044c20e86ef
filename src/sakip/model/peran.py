"""Peran: the role of a printed figure, which decides how it is read and whether it is exact.

Rules work from roles, never from the number or the order of a table. What is known of a role is data (`peran.toml`,
docs/peran.md); the code asks for a property and lists no names.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from sakip.angka.angka import Jenis
from sakip.teks.kalimat import Kalimat

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "BAGIAN_TAHUN",
    "PERAN",
    "Kolom",
    "Peran",
    "PeranError",
    "baca_kolom",
    "baca_peran",
    "data_peran",
    "peran_kunci",
    "pola_judul",
]


class PeranError(ValueError):
    """A column heading of a data file that names no known role, or a role whose description is wrong."""


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Peran:
    """A role.

    Attributes:
        nama: as the data files spell it.
        sebutan: as a reader of a finding wants to see it.
        term: the same in English.
        arti: what it is.
        jenis: how a figure of this role is read; None for text.
        menamai: what its words name: `indikator`, `sasaran` (a tujuan too) or `baris`; empty for others.
        urutan_nama: its place among the columns that can name a line, the best is 1; 0 where it cannot.
        rencana: the plan that sets it: `pk`, `renstra` or `iku`; empty for others.
        wajar_sampai: the percentage beyond which the print itself is odd; None where no print is.
        pasti: the print is the value itself (money, counts, targets); otherwise it was rounded (achievements, means,
            shares, realisations of indicators).
        menurut_satuan: read as a percentage, a count or a score according to the text and its unit.
        aditif: its lines add up to their total; percentages and scores do not.
        kadang_aditif: its lines add up in some tables, and in others do not.
        boleh_negatif: may be below zero; a budget or a count that would have to be is not the wrong figure.
        dirata_ratakan: reports print means of it.
        triwulanan: reports print it by quarters.
        ukuran: the value of an indicator itself, in the unit of the indicator.
        target: what a realisation is held against.
        terukur: what was achieved or spent; no document of planning prints it.
        turunan: it may follow from other figures of its line, in whatever way the report reckons.
        murni: held before the budget was revised.
        tanpa_tahun: belongs to the plan as a whole, not to a year.
        tahun_rencana: a year in its heading is that of the plan.
        anggaran: money of a budget line itself.
        belanja: said of the program that the money is for, not of the indicator in its line.
        efisiensi: the efficiency of the agency is reckoned from its total.
        dihitung_ulang: reckoned again in the corrected tables of Bab III.
        pokok: performance or spending; a table that prints it is no crosstab of counts and no scale.
        dikutip: compared across reports.
        pengenal: words that say what a line is; their digits are part of a name.
        lintasan: part of the path by which a line is known.
        penanda: its figures measure nothing: they number lines and columns, or are years.
        ucapan: its name, for writers to put into words.
    """

    nama: str
    sebutan: str
    term: str
    arti: str
    jenis: Jenis | None = None
    menamai: str = ""
    urutan_nama: int = 0
    rencana: str = ""
    wajar_sampai: int | None = None
    pasti: bool = False
    menurut_satuan: bool = False
    aditif: bool = False
    kadang_aditif: bool = False
    boleh_negatif: bool = False
    dirata_ratakan: bool = False
    triwulanan: bool = False
    ukuran: bool = False
    target: bool = False
    terukur: bool = False
    turunan: bool = False
    murni: bool = False
    tanpa_tahun: bool = False
    tahun_rencana: bool = False
    anggaran: bool = False
    belanja: bool = False
    efisiensi: bool = False
    dihitung_ulang: bool = False
    pokok: bool = False
    dikutip: bool = False
    pengenal: bool = False
    lintasan: bool = False
    penanda: bool = False
    ucapan: Kalimat = attrs.field(
        init=False, eq=False, default=attrs.Factory(lambda p: Kalimat(f"peran.{p.nama}"), takes_self=True)
    )

    @property
    def uang(self) -> bool:
        """Whether it is an amount of money."""
        return self.jenis is Jenis.RUPIAH

    def tahun(self, tercetak: int | None, laporan: int) -> int | None:
        """The year of a fact in this role; None where it belongs to the plan as a whole.

        Args:
            tercetak: the year printed with it.
            laporan: the year that is meant where none is printed.
        """
        return tercetak or (None if self.tanpa_tahun else laporan)

    def __repr__(self) -> str:
        return f"Peran({self.nama!r})"


CIRI = tuple(a.name for a in attrs.fields(Peran) if a.default is False)
"""The properties that a role has or has not."""

JUDUL = ("kata", "bukan", "isi")
"""What an entry says of headings: only readers of documents need it."""

PILIHAN = {
    "jenis": {j.value for j in Jenis},
    "menamai": {"indikator", "sasaran", "baris"},
    "rencana": {"pk", "renstra", "iku"},
}
"""The values that some keys of an entry may have."""


def baca_peran(nama: str, isi: Mapping[str, Any]) -> Peran:
    """A role from its entry.

    Raises:
        PeranError: a key, a property or a value that there is not, or no name or no meaning.
    """
    nilai = {k: v for k, v in isi.items() if k not in JUDUL and k != "ciri"}
    boleh = {a.name for a in attrs.fields(Peran) if a.init} - {"nama", *CIRI}
    salah = [f"kunci tidak dikenal: {k}" for k in nilai if k not in boleh]
    salah += [f"ciri tidak dikenal: {c}" for c in isi.get("ciri", ()) if c not in CIRI]
    salah += [f"{k} tidak dikenal: {nilai[k]!r}" for k, ada in PILIHAN.items() if k in nilai and nilai[k] not in ada]
    salah += [f"perlu '{k}'" for k in ("sebutan", "term", "arti") if not nilai.get(k)]
    if salah:
        raise PeranError(f"peran {nama}: {'; '.join(salah)}")
    if "jenis" in nilai:
        nilai["jenis"] = Jenis(nilai["jenis"])
    semua: dict[str, Any] = {**nilai, **dict.fromkeys(isi.get("ciri", ()), True)}
    return Peran(nama=nama, **semua)


@cache
def data_peran() -> Mapping[str, Any]:
    """What `peran.toml` says, to be read only: `isian` and `ciri` explain, `peran` has an entry a role."""
    return tomllib.loads(Path(__file__).with_name("peran.toml").read_text(encoding="utf-8"))


def pola_judul() -> dict[str, dict[str, Any]]:
    """The words of headings by role, for the roles that have any: `kata`, `bukan` and `isi` as in `peran.toml`."""
    return {
        nama: {k: isi[k] for k in JUDUL if k in isi} for nama, isi in data_peran()["peran"].items() if "kata" in isi
    }


PERAN = {nama: baca_peran(nama, isi) for nama, isi in data_peran()["peran"].items()}
"""Every role, by name."""


def _kunci(k: Kolom) -> str:
    hasil = f"{k.peran.nama}:{k.label}" if k.label else k.peran.nama
    return hasil if k.periode is None else f"{hasil}@{k.periode}"


@attrs.frozen(slots=True)
class Kolom:
    """A column: a role, the label of a part (`rincian:Pria`), a year, and the heading as printed.

    Attributes:
        kunci: as the data files spell it: `realisasi@2024`, `rincian:Pria`.
    """

    peran: Peran
    label: str = ""
    periode: int | None = None
    judul: str = ""
    kunci: str = attrs.field(init=False, default=attrs.Factory(_kunci, takes_self=True), eq=False)

    @property
    def bagian_tahun(self) -> tuple[str, int] | None:
        """The part of the year that it is of, by its label: its kind and its number; None for the year."""
        return _bagian_tahun(self.label)


BAGIAN_TAHUN = {"TW": 4, "SEMESTER": 2, "BULAN": 12}
"""The parts of a year, as labels begin, and how many there are."""

_NOMOR = {"I": 1, "II": 2, "III": 3, "IV": 4} | {str(n): n for n in range(1, 13)}


@lru_cache(maxsize=256)
def _bagian_tahun(label: str) -> tuple[str, int] | None:
    macam, _, nomor = label.partition(" ")
    n = _NOMOR.get(nomor, 0)
    return (macam, n) if 0 < n <= BAGIAN_TAHUN.get(macam, 0) else None


def peran_kunci(kunci: str) -> Peran | None:
    """The role that `peran[:label][@periode]` names; None where there is no such role."""
    return PERAN.get(kunci.partition("@")[0].partition(":")[0])


def baca_kolom(kunci: str) -> Kolom:
    """Read `peran[:label][@periode]`.

    Raises:
        PeranError: the role is unknown or the period is no year.
    """
    depan, at, tahun = kunci.rpartition("@")
    if not at:
        depan, tahun = kunci, ""
    nama, _, label = depan.partition(":")
    peran = PERAN.get(nama)
    if peran is None:
        raise PeranError(f"peran tidak dikenal: {nama!r}")
    if at and not (len(tahun) == 4 and tahun.isascii() and tahun.isdigit()):
        raise PeranError(f"periode bukan tahun: {tahun!r}")
    return Kolom(peran, label, int(tahun) if at else None)
