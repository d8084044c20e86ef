"""Which reports a run is about: folders, files, patterns and URLs, in any mix."""

from __future__ import annotations

import os
from glob import iglob
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from sakip.errors import sebab
from sakip.massal.errors import MassalError
from sakip.massal.store import open_url
from sakip.massal.worklist import Sumber, Worklist
from sakip.pembaca import PEMBACA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Penemuan", "Sumber", "temukan"]

INDUK = "laporan.yaml"
AKHIRAN = tuple(a for a in PEMBACA if a.startswith("."))
POLA = frozenset("*?[")


@attrs.define(slots=True)
class Penemuan:
    """What was found.

    Attributes:
        sumber: the reports, by name.
        lain: how many other files lie in the folders.
        catatan: what the user should know: links in a circle, folders that cannot be opened.
    """

    sumber: Worklist = attrs.field(factory=Worklist)
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
    hasil.catatan.sort()
    if not hasil.sumber:
        lain = f"; {hasil.lain} berkas lain di dalamnya bukan laporan" if hasil.lain else ""
        raise MassalError(f"tidak ada laporan di {', '.join(sebutan)}{lain}")
    return hasil


def _satu(sebutan: str, hasil: Penemuan, salah: list[str], kecuali: str) -> None:
    if not sebutan.strip() or "\0" in sebutan:
        salah.append(f"{sebutan!r}: nama sumber kosong atau tidak sah")
        return
    fs, path, lokal = open_url(sebutan)
    akar = _Akar(fs, sebutan, path, lokal, os.path.realpath(kecuali) if kecuali else "")
    try:
        if fs.exists(path):
            akar.ambil(path, hasil)
        elif POLA & set(sebutan):
            # fsspec lists a folder in full detail for a pattern; Path.glob takes no absolute one.
            semua = iglob(path, recursive=True) if lokal else map(str, fs.glob(path))  # noqa: PTH207 - as said
            cocok = sorted(semua)
            if not cocok:
                salah.append(f"{sebutan}: tidak ada yang cocok dengan pola ini")
            for x in cocok:
                akar.ambil(x, hasil, pola=True)
        else:
            salah.append(f"{sebutan}: tidak ada berkas atau folder bernama ini")
    except OSError as e:
        salah.append(f"{sebutan}: tidak dapat dibaca: {sebab(e)}")


@attrs.frozen(slots=True)
class _Isi:
    """An entry of a folder."""

    nama: str
    folder: bool = False
    berkas: bool = False
    asli: str = ""


@attrs.frozen(slots=True)
class _Akar:
    """One source as named, and how paths under it are named."""

    fs: Any
    sebutan: str
    path: str
    lokal: bool
    kecuali: str

    def nama(self, path: str) -> str:
        """A path as the user would name it."""
        if not self.lokal:
            return str(self.fs.unstrip_protocol(path))
        if "://" in self.sebutan or Path(self.sebutan).is_absolute():
            return path
        return os.path.relpath(path).replace(os.sep, "/")

    def sumber(self, path: str) -> Sumber:
        return Sumber(self.nama(path), path if self.lokal else str(self.fs.unstrip_protocol(path)))

    def ambil(self, path: str, hasil: Penemuan, *, pola: bool = False) -> None:
        """Take a file or a data folder; search any other folder. What a pattern fits may be no report."""
        if not self.fs.isdir(path):
            if pola and not path.lower().endswith(AKHIRAN):
                hasil.lain += 1
            else:
                hasil.sumber.tambah(self.sumber(path))
            return
        folder = path.rstrip("/")
        for s in self._telusuri(folder, os.path.realpath(folder) if self.lokal else folder, hasil, ()):
            hasil.sumber.tambah(self.sumber(s))

    def _telusuri(self, folder: str, asli: str, hasil: Penemuan, atas: tuple[str, ...]) -> Iterator[str]:
        """The reports in a folder, and in those below it; `asli` is the folder that a link leads to."""
        if asli == self.kecuali and self.lokal:
            return
        if asli in atas:
            hasil.catatan.append(f"{self.nama(folder)}: tautan melingkar; dilewati")
            return
        try:
            for isi in self._isi(folder, asli):
                if isi.nama == INDUK:
                    yield folder
                    return
                if isi.nama.startswith((".", "~$")):
                    continue
                if isi.folder:
                    yield from self._telusuri(f"{folder}/{isi.nama}", isi.asli, hasil, (*atas, asli))
                elif isi.berkas and isi.nama.lower().endswith(AKHIRAN):
                    yield f"{folder}/{isi.nama}"
                else:
                    hasil.lain += 1
        except OSError as e:
            hasil.catatan.append(f"{self.nama(folder)}: tidak dapat dibuka: {sebab(e)}; dilewati")

    def _isi(self, folder: str, asli: str) -> Iterator[_Isi]:
        """What lies in a folder, what makes it a report first."""
        if not self.lokal:
            isi = {str(x["name"]).rstrip("/"): x["type"] == "directory" for x in self.fs.ls(folder, detail=True)}
            isi.pop(folder, None)  # object stores list a folder within itself, when somebody made it as an object
            for path in sorted(isi, key=lambda x: not x.endswith(f"/{INDUK}")):
                nama = path.rpartition("/")[2]
                yield _Isi(nama, folder=isi[path], berkas=not isi[path], asli=path)
            return
        if Path(folder, INDUK).exists():
            yield _Isi(INDUK, berkas=True)
            return
        with os.scandir(folder) as semua:
            for x in semua:
                ke = os.path.realpath(x.path) if x.is_symlink() else f"{asli.rstrip('/')}/{x.name}"
                yield _Isi(x.name, folder=x.is_dir(), berkas=x.is_file(), asli=ke)
