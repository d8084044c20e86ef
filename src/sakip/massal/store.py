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

__all__ = ["SEMENTARA", "Simpanan", "buka_url"]

SEMENTARA = ".sementara-"
"""What the name of a file begins with while it is written."""


def buka_url(url: str) -> tuple[Any, str, bool]:
    """The file system of a URL or path, the path in it, and whether it is a disk of this machine.

    Raises:
        MassalError: fsspec is not installed, or does not know the protocol.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise MassalError("butuh fsspec dan pyarrow: pasang sakip[massal]") from None
    try:
        fs, jalur = url_to_fs(url)
    except (ImportError, ValueError, OSError) as e:
        raise MassalError(f"{url}: tidak dapat dibuka: {e}") from None
    protokol = (fs.protocol,) if isinstance(fs.protocol, str) else fs.protocol
    return fs, str(jalur), "file" in protokol


class Simpanan:
    """The folder of the results."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.fs, akar, self.lokal = buka_url(url)
        self.akar = akar.rstrip("/")

    def jalur(self, nama: str) -> str:
        """A file of it, as its file system names it."""
        return f"{self.akar}/{nama}"

    def ukuran(self, nama: str) -> int:
        """The bytes of a file; -1 when there is none."""
        try:
            if self.lokal:
                return Path(self.jalur(nama)).stat().st_size
            self._lupakan()
            return int(self.fs.size(self.jalur(nama)))
        except FileNotFoundError:
            return -1

    def isi(self, folder: str = "") -> Iterator[str]:
        """The names in a folder, in no order; none when it is not there."""
        jalur = self.jalur(folder).rstrip("/")
        try:
            if self.lokal:
                with os.scandir(jalur) as semua:  # a name at a time, however many there are
                    yield from (x.name for x in semua)
                return
            self._lupakan()
            yield from (str(x).rstrip("/").rpartition("/")[2] for x in self.fs.ls(jalur, detail=False))
        except FileNotFoundError:
            return

    def baca(self, nama: str) -> bytes:
        """A whole file.

        Raises:
            FileNotFoundError: it is not there.
        """
        if self.lokal:
            return Path(self.jalur(nama)).read_bytes()
        self._lupakan()
        return bytes(self.fs.cat_file(self.jalur(nama)))

    def _lupakan(self) -> None:
        """Ask the store itself: what it listed earlier here, workers elsewhere have added to."""
        self.fs.invalidate_cache()

    def siapkan(self, *folder: str) -> None:
        """Make the folders."""
        for f in folder:
            self.fs.makedirs(self.jalur(f), exist_ok=True)

    def hapus(self, nama: str) -> None:
        """Remove a file, when it is there."""
        if self.lokal:
            Path(self.jalur(nama)).unlink(missing_ok=True)
            return
        with suppress(FileNotFoundError):
            self.fs.rm(self.jalur(nama))

    def tulis(self, nama: str, isi: bytes, *, tahan: bool = True) -> None:
        """Write a file."""
        with self.baru(nama, tahan=tahan) as sementara:
            sementara.write_bytes(isi)

    @contextmanager
    def baru(self, nama: str, *, tahan: bool = True) -> Iterator[Path]:
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
            sementara = Path(self.jalur(acak))
            try:
                yield sementara
                if tahan:
                    with sementara.open("rb+") as berkas:
                        os.fsync(berkas.fileno())
                sementara.replace(self.jalur(nama))
            finally:
                with suppress(OSError):
                    sementara.unlink(missing_ok=True)
            return
        tempat = tempfile.mkdtemp(prefix="sakip-")
        try:
            yield Path(tempat, akhir)
            # Elsewhere a file is moved into its place on the spot; how atomic that is, its store decides.
            self.fs.put_file(str(Path(tempat, akhir)), self.jalur(acak))
            self.fs.mv(self.jalur(acak), self.jalur(nama))
        finally:
            shutil.rmtree(tempat, ignore_errors=True)

    def bersihkan(self, *folder: str) -> None:
        """Remove what an interrupted run left half-written."""
        for f in folder:
            self.saring(f, lambda nama: not nama.startswith(SEMENTARA))

    def saring(self, folder: str, tetap: Callable[[str], bool]) -> int:
        """Remove the files of a folder that `tetap` does not want; how many they were."""
        n = 0
        for nama in self.isi(folder):
            if not tetap(nama):
                self.hapus(f"{folder}/{nama}".lstrip("/"))
                n += 1
        return n
