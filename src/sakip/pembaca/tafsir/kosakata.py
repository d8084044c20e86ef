"""The scored vocabulary: which role a heading speaks for, what the name of a row says of it.

The words are data (`kosakata.toml`; those of headings stand with their roles in `sakip/model/peran.toml`). A heading
is compared as a set of words; what its cells hold adds to the score or takes from it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import attrs

from sakip.model.peran import pola_judul
from sakip.teks.jarak import dimaksud

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["AMBANG", "Kosakata", "Pola", "kata_judul", "kosakata"]

AMBANG = 3.0
"""The score a role needs; below it a heading says nothing."""

PASTI = 1000.0
"""The score of a heading whose role a user has settled."""

COCOK_ISI = 1.0
TAK_COCOK_ISI = -6.0
"""What cells of the kind the role asks for add to the score, and what cells of another kind take from it."""

_KATA = re.compile(r"[^\W_]+|%")
_DUA_KATA = re.compile(r"([^\W\d_]+)(?:\s+[^\W\d_]+)?")
_TAHUN = re.compile(r"(?:19|20)\d{2}\Z")


@attrs.frozen(slots=True)
class Pola:
    """How headings of a role are known."""

    peran: str
    kata: tuple[tuple[frozenset[str], float], ...]
    bukan: frozenset[str]
    isi: frozenset[str]

    def skor(self, judul: frozenset[str], isi: str) -> float:
        """How strongly a heading over cells of the kind `isi` (empty: no cells) speaks for the role."""
        if self.bukan & judul:
            return 0.0
        dasar = max((s for k, s in self.kata if k <= judul), default=0.0)
        if not dasar or not isi:
            return dasar
        return dasar + (COCOK_ISI if isi in self.isi else TAK_COCOK_ISI)


@attrs.frozen(slots=True, eq=False)
class Kosakata:
    """The vocabulary in use."""

    pola: tuple[Pola, ...]
    umum: frozenset[str]
    awalan_baris: tuple[tuple[str, str], ...]
    bagian: Mapping[str, str]
    label: frozenset[str]
    nama_tabel: tuple[tuple[str, str], ...]
    negatif: tuple[str, ...] = ()
    penanganan: tuple[str, ...] = ()
    """Words by which a name means what is done about such a thing, of which more is better."""
    kata_polaritas: Mapping[str, str] = attrs.field(factory=dict)
    """What a column of polarities prints, to the polarity."""
    kolom: Mapping[frozenset[str], str] = attrs.field(factory=dict)
    """Whole headings whose role a user has settled."""
    dikenal: frozenset[str] = frozenset()
    """Every word by which a role is known."""

    def peran(self, judul: frozenset[str], isi: str = "") -> tuple[str, float]:
        """The role a heading speaks for best, and how strongly; an empty role below `AMBANG`."""
        if sudah := self.ditetapkan(judul):
            return sudah, PASTI
        judul = frozenset(k for kata in judul for k in _terpisah(kata, self.dikenal))
        nama, nilai = "", 0.0
        for p in self.pola:
            s = p.skor(judul, isi)
            if s > nilai:
                nama, nilai = p.peran, s
        return (nama, nilai) if nilai >= AMBANG else ("", nilai)

    def ditetapkan(self, *judul: frozenset[str]) -> str:
        """The role that a user has settled for a heading, all that stands above the column or its lowest part."""
        return next((self.kolom[j] for j in judul if j in self.kolom), "")

    def jenis_baris(self, nama: str) -> str:
        """The kind of row that a name begins: total, subtotal, rerata, rerata_total; empty for a line.

        Args:
            nama: the name, as `baku` gives it.
        """
        return next((jenis for awal, jenis in self.awalan_baris if nama == awal or nama.startswith(awal + " ")), "")

    def label_pada(self, teks: str, mulai: int) -> str:
        """The longest label of a scale that stands at a place of a text: `Cukup Berhasil`, not `Cukup`."""
        kata = _DUA_KATA.match(teks, mulai)
        calon = (kata[0], kata[1]) if kata else ()
        return next((t for t in calon if t and " ".join(t.casefold().split()) in self.label), "")

    def polaritas(self, nama: str) -> str:
        """The polarity that the words of an indicator suggest."""
        isi = f" {nama} "
        negatif = any(f" {k} " in isi for k in self.negatif) and not any(f" {k} " in isi for k in self.penanganan)
        return "negatif" if negatif else "positif"

    def menurun(self, nama: str) -> bool:
        """Whether the words of an indicator mean something of which less is better."""
        return self.polaritas(nama) == "negatif"

    def sebutan_tabel(self, judul: str) -> str:
        """What readers call a table that is printed without a number."""
        return next((s for awal, s in self.nama_tabel if judul.startswith(awal)), "")

    @classmethod
    def dari(cls, data: Mapping[str, Any]) -> Kosakata:
        """The vocabulary of a mapping shaped as `kosakata.toml`, with the words of headings under `peran`."""
        baris = [(" ".join(a.split()), jenis) for jenis, semua in data["baris"].items() for a in semua]
        pola = tuple(_pola(n, p) for n, p in data["peran"].items())
        return cls(
            pola=pola,
            dikenal=frozenset(k for p in pola for kata, _ in p.kata for k in kata),
            umum=frozenset(data["judul"]["umum"]),
            awalan_baris=tuple(sorted(baris, key=lambda b: -len(b[0]))),
            bagian={kata: jenis for jenis, semua in data["bagian"].items() for kata in semua},
            label=frozenset(data["label"]["skala"]),
            nama_tabel=tuple(data["nama_tabel"].items()),
            negatif=tuple(data["polaritas"]["negatif"]),
            penanganan=tuple(data["polaritas"]["penanganan"]),
            kata_polaritas={k: p for p, semua in data["polaritas"]["kata"].items() for k in semua},
            kolom={frozenset(k.split()): peran for k, peran in data.get("kolom", {}).items()},
        )


@lru_cache(maxsize=4096)
def _terpisah(kata: str, dikenal: frozenset[str]) -> tuple[str, ...]:
    """What is meant: two known words that a column too narrow for both ran together, or one with a slip of the pen."""
    if kata not in dikenal:
        for i in range(3, len(kata) - 2):
            if kata[:i] in dikenal and kata[i:] in dikenal:
                return kata[:i], kata[i:]
    return (dimaksud(kata, dikenal),)


def _pola(nama: str, data: Mapping[str, Any]) -> Pola:
    kata = tuple((frozenset(k.split()), float(s)) for k, s in data["kata"].items())
    return Pola(nama, kata, frozenset(data.get("bukan", ())), frozenset(data.get("isi", ())))


@cache
def _bawaan() -> dict[str, Any]:
    lain = tomllib.loads((files(__package__) / "kosakata.toml").read_text("utf-8"))
    return {"peran": pola_judul(), **lain}


@cache
def _kosakata_bawaan() -> Kosakata:
    return Kosakata.dari(_bawaan())


def kosakata(tambahan: Mapping[str, Any] | None = None) -> Kosakata:
    """The vocabulary that comes with the package.

    Args:
        tambahan: words to add, shaped as `kosakata.toml`: lists are lengthened, patterns added or given another
            weight; `kolom` gives whole headings their role.
    """
    return Kosakata.dari(_gabung(_bawaan(), tambahan)) if tambahan else _kosakata_bawaan()


def _gabung(dasar: Mapping[str, Any], tambahan: Mapping[str, Any]) -> dict[str, Any]:
    hasil = dict(dasar)
    for kunci, nilai in tambahan.items():
        lama = hasil.get(kunci)
        if isinstance(lama, dict) and isinstance(nilai, dict):
            hasil[kunci] = _gabung(lama, nilai)
        elif isinstance(lama, list) and isinstance(nilai, list):
            hasil[kunci] = [*lama, *nilai]
        else:
            hasil[kunci] = nilai
    return hasil


@lru_cache(maxsize=2048)
def kata_judul(teks: str) -> frozenset[str]:
    """The words of a heading, without years; `×` is `x`."""
    return frozenset(k for k in _KATA.findall(teks.casefold().replace("×", "x")) if not _TAHUN.match(k))
