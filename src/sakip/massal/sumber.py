"""Which reports a run is about: folders, files, patterns and URLs, in any mix."""

from __future__ import annotations

import os
import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from sakip.massal.galat import MassalError
from sakip.massal.simpanan import buka_url
from sakip.pembaca import PEMBACA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Penemuan", "Sumber", "temukan"]

INDUK = "laporan.yaml"
AKHIRAN = tuple(a for a in PEMBACA if a.startswith("."))
POLA = frozenset("*?[")
_BUKAN_NAMA = re.compile(r"[^a-z0-9]+")


@attrs.frozen(slots=True)
class Sumber:
    """A report: as the user named it, and where any worker finds it."""

    nama: str
    url: str

    @property
    def kunci(self) -> str:
        """The name of its result: readable, and no other report's."""
        asli = self.nama.rstrip("/").rpartition("/")[2].lower()
        depan = _BUKAN_NAMA.sub("-", asli).strip("-")[:48]
        return f"{depan or 'laporan'}-{sha256(self.nama.encode('utf-8', 'surrogateescape')).hexdigest()[:12]}"


@attrs.define(slots=True)
class Penemuan:
    """What was found.

    Attributes:
        sumber: the reports, by name.
        lain: how many other files lie in the folders.
        catatan: what the user should know: links in a circle, folders that cannot be opened.
    """

    sumber: list[Sumber] = attrs.field(factory=list)
    lain: int = 0
    catatan: list[str] = attrs.field(factory=list)


def temukan(sebutan: Sequence[str], *, kecuali: str = "") -> Penemuan:
    """Find the reports.

    Args:
        sebutan: folders, which are searched; data folders and files, which are taken; patterns; fsspec URLs.
        kecuali: the folder of the results, which is no source.

    Raises:
        MassalError: a name that is nothing, a pattern that fits nothing, or no report at all. All at once.
    """
    hasil = Penemuan()
    salah: list[str] = []
    for s in sebutan:
        _satu(s, hasil, salah, kecuali)
    if salah:
        raise MassalError("\n".join(salah))
    hasil.sumber = sorted({s.nama: s for s in hasil.sumber}.values(), key=lambda s: s.nama)
    if not hasil.sumber:
        lain = f"; {hasil.lain} berkas lain di dalamnya bukan laporan" if hasil.lain else ""
        raise MassalError(f"tidak ada laporan di {', '.join(sebutan)}{lain}")
    return hasil


def _satu(sebutan: str, hasil: Penemuan, salah: list[str], kecuali: str) -> None:
    if not sebutan.strip() or "\0" in sebutan:
        salah.append(f"{sebutan!r}: nama sumber kosong atau tidak sah")
        return
    fs, jalur, lokal = buka_url(sebutan)
    akar = _Akar(fs, sebutan, jalur, lokal, os.path.realpath(kecuali) if kecuali else "")
    try:
        if fs.exists(jalur):
            akar.ambil(jalur, hasil)
        elif POLA & set(sebutan):
            cocok = sorted(str(x) for x in fs.glob(jalur))
            if not cocok:
                salah.append(f"{sebutan}: tidak ada yang cocok dengan pola ini")
            for x in cocok:
                akar.ambil(x, hasil, pola=True)
        else:
            salah.append(f"{sebutan}: tidak ada berkas atau folder bernama ini")
    except OSError as e:
        salah.append(f"{sebutan}: tidak dapat dibaca: {e.strerror or e}")


@attrs.frozen(slots=True)
class _Akar:
    """One source as named, and how paths under it are named."""

    fs: Any
    sebutan: str
    jalur: str
    lokal: bool
    kecuali: str

    def nama(self, jalur: str) -> str:
        """A path as the user would name it."""
        if not self.lokal:
            return str(self.fs.unstrip_protocol(jalur))
        if "://" in self.sebutan or Path(self.sebutan).is_absolute():
            return jalur
        return os.path.relpath(jalur).replace(os.sep, "/")

    def sumber(self, jalur: str) -> Sumber:
        return Sumber(self.nama(jalur), jalur if self.lokal else str(self.fs.unstrip_protocol(jalur)))

    def ambil(self, jalur: str, hasil: Penemuan, *, pola: bool = False) -> None:
        """Take a file or a data folder; search any other folder. What a pattern fits may be no report."""
        if not self.fs.isdir(jalur):
            if pola and not jalur.lower().endswith(AKHIRAN):
                hasil.lain += 1
            else:
                hasil.sumber.append(self.sumber(jalur))
            return
        for s in self._telusuri(jalur.rstrip("/"), hasil, ()):
            hasil.sumber.append(self.sumber(s))

    def _telusuri(self, folder: str, hasil: Penemuan, atas: tuple[str, ...]) -> Iterator[str]:
        asli = os.path.realpath(folder) if self.lokal else folder
        if asli == self.kecuali and self.lokal:
            return
        if asli in atas:
            hasil.catatan.append(f"{self.nama(folder)}: tautan melingkar; dilewati")
            return
        try:
            isi = sorted(self.fs.ls(folder, detail=True), key=lambda x: str(x["name"]))
        except OSError as e:
            hasil.catatan.append(f"{self.nama(folder)}: tidak dapat dibuka: {e.strerror or e}; dilewati")
            return
        nama = {str(x["name"]).rstrip("/").rpartition("/")[2] for x in isi}
        if INDUK in nama:
            yield folder
            return
        for x in isi:
            jalur = str(x["name"]).rstrip("/")
            akhir = jalur.rpartition("/")[2]
            if akhir.startswith((".", "~$")):
                continue
            if x["type"] == "directory" or (self.lokal and Path(jalur).is_dir()):
                yield from self._telusuri(jalur, hasil, (*atas, asli))
            elif akhir.lower().endswith(AKHIRAN) and x["type"] == "file":
                yield jalur
            else:
                hasil.lain += 1
