"""A place by fsspec URL: a folder of this machine or anywhere else, with files that are whole or not there."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sakip.massal.errors import MassalError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["SEMENTARA", "Store", "open_url"]

SEMENTARA = ".sementara-"
"""What the name of a file begins with while it is written."""


def open_url(url: str) -> tuple[Any, str, bool]:
    """The file system of a URL or path, the path in it, and whether it is a disk of this machine.

    Raises:
        MassalError: fsspec is not installed, or does not know the protocol.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise MassalError("butuh fsspec dan pyarrow: pasang sakip[massal]") from None
    try:
        fs, path = url_to_fs(url)
    except (ImportError, ValueError, OSError) as e:
        raise MassalError(f"{url}: tidak dapat dibuka: {e}") from None
    protokol = (fs.protocol,) if isinstance(fs.protocol, str) else fs.protocol
    return fs, str(path), "file" in protokol


class Store:
    """The folder of the results."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.fs, akar, self.lokal = open_url(url)
        self.akar = akar.rstrip("/")

    def path(self, nama: str) -> str:
        """A file of it, as its file system names it."""
        return f"{self.akar}/{nama}"

    def size(self, nama: str) -> int:
        """The bytes of a file; -1 when there is none."""
        try:
            if self.lokal:
                return Path(self.path(nama)).stat().st_size
            self._lupakan()
            return int(self.fs.size(self.path(nama)))
        except FileNotFoundError:
            return -1

    def names(self, folder: str = "") -> Iterator[str]:
        """The names in a folder, in no order; none when it is not there."""
        path = self.path(folder).rstrip("/")
        try:
            if self.lokal:
                with os.scandir(path) as semua:  # a name at a time, however many there are
                    yield from (x.name for x in semua)
                return
            self._lupakan()
            yield from (str(x).rstrip("/").rpartition("/")[2] for x in self.fs.ls(path, detail=False))
        except FileNotFoundError:
            return

    def read(self, nama: str) -> bytes:
        """A whole file.

        Raises:
            FileNotFoundError: it is not there.
        """
        if self.lokal:
            return Path(self.path(nama)).read_bytes()
        self._lupakan()
        return bytes(self.fs.cat_file(self.path(nama)))

    def _lupakan(self) -> None:
        """Ask the store itself: what it listed earlier here, workers elsewhere have added to."""
        self.fs.invalidate_cache()

    def prepare(self, *folder: str) -> None:
        """Make the folders."""
        for f in folder:
            self.fs.makedirs(self.path(f), exist_ok=True)

    def remove(self, nama: str) -> None:
        """Remove a file, when it is there."""
        if self.lokal:
            Path(self.path(nama)).unlink(missing_ok=True)
            return
        with suppress(FileNotFoundError):
            self.fs.rm(self.path(nama))

    def write(self, nama: str, isi: bytes, *, tahan: bool = True) -> None:
        """Write a file."""
        with self.new_file(nama, tahan=tahan) as sementara:
            sementara.write_bytes(isi)

    @contextmanager
    def new_file(self, nama: str, *, tahan: bool = True) -> Iterator[Path]:
        """A local file to fill; it becomes `nama` when it is complete, and is gone when it is not.

        Args:
            nama: the file.
            tahan: it is on the disk itself before it has its name, so that it survives a loss of power.

        Raises:
            OSError: it cannot be written: a full disk, no permission.
        """
        folder, _, akhir = nama.rpartition("/")
        acak = f"{folder}/{SEMENTARA}{os.urandom(6).hex()}".lstrip("/")
        if self.lokal:
            sementara = Path(self.path(acak))
            try:
                yield sementara
                if tahan:
                    with sementara.open("rb+") as berkas:
                        os.fsync(berkas.fileno())
                sementara.replace(self.path(nama))
            finally:
                with suppress(OSError):
                    sementara.unlink(missing_ok=True)
            return
        tempat = tempfile.mkdtemp(prefix="sakip-")
        try:
            yield Path(tempat, akhir)
            # Elsewhere a file is moved into its place on the spot; how atomic that is, its store decides.
            self.fs.put_file(str(Path(tempat, akhir)), self.path(acak))
            self.fs.mv(self.path(acak), self.path(nama))
        finally:
            shutil.rmtree(tempat, ignore_errors=True)

    def clean(self, *folder: str) -> None:
        """Remove what an interrupted run left half-written."""
        for f in folder:
            self.prune(f, lambda nama: not nama.startswith(SEMENTARA))

    def prune(self, folder: str, tetap: Callable[[str], bool]) -> int:
        """Remove the files of a folder that `tetap` does not want; how many they were."""
        n = 0
        for nama in self.names(folder):
            if not tetap(nama):
                self.remove(f"{folder}/{nama}".lstrip("/"))
                n += 1
        return n
