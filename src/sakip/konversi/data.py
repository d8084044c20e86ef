"""The data files of the package itself, read as strictly as those of users."""

from __future__ import annotations

from importlib import resources
from typing import TypeVar

from sakip.errors import Masalah, SumberError
from sakip.konversi.konverter import Konverter, kunci_bertitik
from sakip.konversi.toml_ketat import muat

__all__ = ["baca_toml", "urai_toml"]

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
    return urai_toml(resources.files(paket).joinpath(nama).read_text(encoding="utf-8"), nama, kelas, konverter)


def urai_toml(isi: str, nama: str, kelas: type[T], konverter: Konverter | None = None) -> T:
    """The same of the text of a file."""
    masalah: list[Masalah] = []
    pohon = muat(isi, nama, masalah)
    conv = Konverter() if konverter is None else konverter
    hasil = None if pohon is None else conv.baca(pohon, kelas, nama, masalah, kunci_bertitik)
    if hasil is None:
        raise SumberError(masalah)
    return hasil
