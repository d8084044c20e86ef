"""What the package itself wrote: its data files and its records, read as strictly as what users write.

Data files are nearly always right. So they are read without lines; these are looked for when something is wrong.
"""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TypeVar

from sakip.errors import Masalah, SumberError
from sakip.konversi.json_ketat import muat as muat_json
from sakip.konversi.konverter import Konverter, kunci_bertitik
from sakip.konversi.toml_ketat import muat

__all__ = ["baca_toml", "catatan_json", "urai_toml"]

T = TypeVar("T")


def baca_toml(paket: str, nama: str, kelas: type[T], konverter: Konverter | None = None) -> T:
    """What the file `nama` of a package holds, as an object of `kelas`.

    Args:
        paket: the package that has the file.
        nama: the file.
        kelas: what it is to become.
        konverter: knows how its classes stand in the file; by default as in Python.

    Raises:
        SumberError: it holds something else; every problem with its line and key.
    """
    return urai_toml(_teks(paket, nama), nama, kelas, konverter)


def _teks(paket: str, nama: str) -> str:
    return resources.files(paket).joinpath(nama).read_text(encoding="utf-8")


def urai_toml(isi: str, nama: str, kelas: type[T], konverter: Konverter | None = None) -> T:
    """The same of the text of a file."""
    conv = Konverter() if konverter is None else konverter
    try:
        hasil = conv.baca(tomllib.loads(isi), kelas, nama, [])
    except ValueError:
        hasil = None
    if hasil is not None:
        return hasil
    masalah: list[Masalah] = []
    if (pohon := muat(isi, nama, masalah)) is not None:
        conv.baca(pohon, kelas, nama, masalah, kunci_bertitik)
    raise SumberError(sorted(masalah, key=lambda m: m.baris or 0))


def catatan_json(isi: bytes, kelas: type[T]) -> T | None:
    """A record that a process of ours left for others; None where it is none, or not whole yet."""
    masalah: list[Masalah] = []
    catatan = muat_json(isi.decode("utf-8", "replace"), "", masalah)
    return None if masalah else Konverter().baca(catatan, kelas, "", masalah)
