"""Plain data in which every text, mapping and list knows its line, whatever format it came from."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.konversi.letak import KeyPath, Letak

__all__ = ["Daftar", "Dokumen", "Node", "Peta", "Teks", "jenis", "susun", "teks"]

_JENIS: dict[type, str] = {
    str: "teks",
    bool: "logis",
    int: "bulat",
    float: "pecahan",
    datetime: "tanggal",
    date: "tanggal",
    time: "tanggal",
    type(None): "null",
    list: "daftar",
    dict: "pemetaan",
}


class Dokumen:
    """The file that a tree was read from, and the form or claim now being structured.

    Attributes:
        berkas: the file, as places name it.
        tabel: what findings call the place within it; moves on while the tree is structured.
    """

    __slots__ = ("berkas", "tabel")

    def __init__(self, berkas: str, tabel: str = "") -> None:
        self.berkas = berkas
        self.tabel = tabel


class Teks(str):
    """A scalar, as written, and its line.

    Attributes:
        jenis: teks, bulat, pecahan, logis, tanggal or null, where the format tells them apart; empty in YAML, of
            which every scalar is read as text.
    """

    __slots__ = ("baris", "jenis")
    baris: int
    jenis: str


class Peta(dict[str, "Node"]):
    """A mapping, its line and its document."""

    __slots__ = ("baris", "dok")
    baris: int
    dok: Dokumen

    def letak(self, kunci: str) -> Teks | None:
        """The key as the file spells it, with its line."""
        return next((k for k in self if k == kunci and isinstance(k, Teks)), None)


class Daftar(list["Node"]):
    """A list and its line."""

    __slots__ = ("baris",)
    baris: int


Node: TypeAlias = Teks | Peta | Daftar


def teks(isi: str, baris: int, jenis: str = "") -> Teks:
    """Make a `Teks`."""
    hasil = Teks(isi)
    hasil.baris = baris
    hasil.jenis = jenis
    return hasil


def jenis(nilai: object) -> str:
    """What a value of a tree, or a plain value, is; empty for a scalar of a format that does not tell."""
    if isinstance(nilai, Teks):
        return nilai.jenis
    return next((nama for tipe, nama in _JENIS.items() if isinstance(nilai, tipe)), type(nilai).__name__)


def susun(nilai: Any, letak: Mapping[KeyPath, Letak], dok: Dokumen, path: KeyPath = (), baris: int = 1) -> Node:
    """The tree of values that a parser gave, with the places that were found for them.

    Args:
        nilai: dicts, lists and scalars.
        letak: where each of them stands; what is missing has the line of what holds it.
        dok: attached to every mapping.
        path: the keys and indices that lead to `nilai`.
        baris: the line of what holds it.
    """
    tempat = letak.get(path)
    baris = baris if tempat is None else tempat.baris
    if isinstance(nilai, dict):
        peta = Peta()
        peta.baris, peta.dok = baris, dok
        for k, v in nilai.items():
            anak = letak.get((*path, k))
            peta[teks(k, baris if anak is None else anak.baris_kunci)] = susun(v, letak, dok, (*path, k), baris)
        return peta
    if isinstance(nilai, list):
        daftar = Daftar(susun(v, letak, dok, (*path, i), baris) for i, v in enumerate(nilai))
        daftar.baris = baris
        return daftar
    if isinstance(nilai, str):
        return teks(nilai, baris, "teks")
    # As spelled: no number is written anew, which for one of thousands of digits cannot even be done.
    return teks("" if tempat is None else tempat.mentah, baris, jenis(nilai))
