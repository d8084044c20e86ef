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
from sakip.konversi.nilai import Hook, Pilihan, harus, pilihan, teks, teks_isi
from sakip.konversi.pohon import jenis
from sakip.teks.kalimat import Kalimat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.konversi.konverter import Konverter

__all__ = [
    "BAGIAN_TAHUN",
    "BOBOT",
    "ISI",
    "PERAN",
    "Kolom",
    "Peran",
    "PeranError",
    "baca_kolom",
    "data_peran",
    "konverter_peran",
    "peran_kunci",
    "pola_judul",
]


class PeranError(ValueError):
    """A column heading of a data file that names no known role."""


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
    menamai: str = attrs.field(default="", validator=Pilihan("indikator", "sasaran", "baris"))
    urutan_nama: int = 0
    rencana: str = attrs.field(default="", validator=Pilihan("pk", "renstra", "iku"))
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

ISI = ("teks", "label", "nomor", "kode", "angka", "persen", "uang")
"""What the cells below a heading may hold."""

BOBOT_TERBESAR = 100


def _bobot(nilai: Any) -> float:
    if jenis(nilai) in {"bulat", "pecahan"}:
        angka = int(str(nilai), 0) if jenis(nilai) == "bulat" else float(nilai)
        if 0 < angka <= BOBOT_TERBESAR:
            return angka
    raise harus(f"bobot antara 0 dan {BOBOT_TERBESAR}", nilai)


BOBOT = Hook(_bobot, {"type": "number", "exclusiveMinimum": 0, "maximum": BOBOT_TERBESAR})
"""How strongly words speak for a role."""


@cache
def data_peran() -> Mapping[str, Any]:
    """What `peran.toml` says, to be read only: `isian` and `ciri` explain, `peran` has an entry a role."""
    return tomllib.loads(_teks())


def _teks() -> str:
    return Path(__file__).with_name("peran.toml").read_text(encoding="utf-8")


def pola_judul() -> dict[str, dict[str, Any]]:
    """The words of headings by role, for the roles that have any: `kata`, `bukan` and `isi` as in `peran.toml`."""
    return {
        nama: {k: isi[k] for k in JUDUL if k in isi} for nama, isi in data_peran()["peran"].items() if "kata" in isi
    }


def konverter_peran() -> tuple[Konverter, type[Any]]:
    """A converter for `peran.toml`, and the class of its content.

    The file is nearly always right, and the roles are needed where the converter is not: it is asked for what is wrong.
    """
    from sakip.konversi.konverter import Bentuk, Konverter, daftar, peta

    sendiri = {
        a.name: attrs.field(type=a.type, default=a.default, validator=a.validator)
        for a in attrs.fields(attrs.resolve_types(Peran))
        if a.init and a.name not in {"nama", *CIRI}
    }
    lain = {k: attrs.field(type=tuple, default=()) for k in ("ciri", *JUDUL)}
    entri = attrs.make_class("IsiPeran", {**sendiri, **lain}, kw_only=True)
    berkas = attrs.make_class(
        "IsiBerkas", {k: attrs.field(type=dict) for k in ("isian", "ciri", "peran")}, kw_only=True
    )
    conv = Konverter()
    conv.bentuk[entri] = Bentuk(
        hook={
            **dict.fromkeys(("sebutan", "term", "arti"), teks_isi),
            "jenis": pilihan(*(j.value for j in Jenis)),
            "ciri": daftar(pilihan(*CIRI)),
            "kata": peta(BOBOT),
            "bukan": daftar(teks_isi),
            "isi": daftar(pilihan(*ISI)),
        }
    )
    conv.bentuk[berkas] = Bentuk(hook={"isian": peta(teks), "ciri": peta(teks), "peran": peta(conv.hook(entri))})
    return conv, berkas


def _peran(nama: str, isi: Mapping[str, Any]) -> Peran:
    ukuran = {"jenis": Jenis(isi["jenis"])} if "jenis" in isi else {}
    sendiri: dict[str, Any] = {k: v for k, v in isi.items() if k != "ciri" and k not in JUDUL}
    return Peran(nama=nama, **{**sendiri, **ukuran, **dict.fromkeys(isi.get("ciri", ()), True)})


def _semua() -> dict[str, Peran]:
    try:
        return {nama: _peran(nama, isi) for nama, isi in data_peran()["peran"].items()}
    except (TypeError, ValueError):
        from sakip.konversi.data import urai_toml

        conv, berkas = konverter_peran()
        urai_toml(_teks(), "peran.toml", berkas, conv)
        raise


PERAN = _semua()
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
