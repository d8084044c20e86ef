"""Files of a data folder: found, kept within the folder, measured before they are read, read as UTF-8."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path, PurePosixPath

from sakip.errors import Masalah, sebab
from sakip.pembaca.bita import teks_berkas

__all__ = ["BERKAS_TERBANYAK", "JUMLAH_TERBESAR", "UKURAN_TERBESAR", "Folder"]

UKURAN_TERBESAR = 20 * 1024 * 1024
"""Bytes beyond which a file is refused before it is read."""

JUMLAH_TERBESAR = 100 * 1024 * 1024
"""Bytes beyond which a folder is refused."""

BERKAS_TERBANYAK = 2000
"""Files beyond which a folder is refused."""

_MB = 1024 * 1024


class Folder:
    """A data folder being read.

    Attributes:
        akar: the folder.
        sebutan: as the user named it; problems name files by it.
        masalah: receives every problem.
    """

    def __init__(self, akar: Path, sebutan: str, masalah: list[Masalah]) -> None:
        self.akar = akar
        self.sebutan = sebutan
        self.masalah = masalah
        self._nyata = os.path.realpath(akar)
        self._sidik: dict[str, bytes] = {}
        self._jumlah = 0

    def nama(self, relatif: str) -> str:
        """How problems call a file."""
        return (Path(self.sebutan) / relatif).as_posix() if relatif else self.sebutan

    def lapor(self, relatif: str, pesan: str, baris: int | None = None, kunci: str = "") -> None:
        """Record a problem."""
        self.masalah.append(Masalah(self.nama(relatif), pesan, baris, kunci))

    def ada(self, relatif: str) -> bool:
        """Whether there is something by that name, readable or not."""
        return os.path.lexists(self.akar / relatif)

    def daftar(self, sub: str) -> list[str]:
        """The visible files below a folder of the data folder, sorted, relative to the data folder."""
        hasil: list[str] = []
        for induk, folder, berkas in os.walk(self.akar / sub, onerror=lambda e: self._gagal(sub, e)):
            folder[:] = sorted(f for f in folder if not f.startswith("."))
            pangkal = Path(induk).relative_to(self.akar)
            hasil += [(pangkal / b).as_posix() for b in berkas if not b.startswith(".")]
            if len(hasil) > BERKAS_TERBANYAK:
                self.lapor(sub, f"lebih dari {BERKAS_TERBANYAK} berkas")
                return []
        return sorted(hasil)

    def path(self, tertulis: str) -> str | None:
        """A path written in a file, in its plain form; None when it leads out of the folder."""
        if "\\" in tertulis or ":" in tertulis or "\0" in tertulis or tertulis.startswith(("/", "~")):
            return None
        bagian = PurePosixPath(tertulis).parts
        return None if not bagian or ".." in bagian else "/".join(bagian)

    def baca(self, relatif: str) -> str | None:
        """The text of a file; None, with the problem recorded, when it cannot be had."""
        path = self.akar / relatif
        nyata = os.path.realpath(path)
        if os.path.commonpath([nyata, self._nyata]) != self._nyata:
            self.lapor(relatif, "menunjuk ke luar folder data")
            return None
        try:
            isi = self._byte(path, relatif)
        except (OSError, ValueError) as e:
            self._gagal(relatif, e)
            return None
        return None if isi is None else teks_berkas(isi, self.nama(relatif), self.masalah)

    def sha256(self) -> str:
        """The digest of everything read: names and bytes, in the order of the names."""
        hasil = hashlib.sha256()
        for nama, sidik in sorted(self._sidik.items()):
            hasil.update(nama.encode() + b"\0" + sidik)
        return hasil.hexdigest()

    def _gagal(self, relatif: str, e: Exception) -> None:
        self.lapor(relatif, f"tidak dapat dibaca: {sebab(e)}")

    def _byte(self, path: Path, relatif: str) -> bytes | None:
        keadaan = path.stat()
        if stat.S_ISDIR(keadaan.st_mode):
            self.lapor(relatif, "ini folder, bukan berkas")
            return None
        if not stat.S_ISREG(keadaan.st_mode):
            self.lapor(relatif, "bukan berkas biasa")
            return None
        self._jumlah += keadaan.st_size
        if keadaan.st_size > UKURAN_TERBESAR:
            besar = f"{keadaan.st_size / _MB:.0f} MB"
            self.lapor(relatif, f"terlalu besar: {besar}; batasnya {UKURAN_TERBESAR // _MB} MB")
            return None
        if self._jumlah > JUMLAH_TERBESAR:
            self.lapor(relatif, f"tidak dibaca: isi folder melampaui {JUMLAH_TERBESAR // _MB} MB")
            return None
        with path.open("rb") as aliran:
            isi = aliran.read(UKURAN_TERBESAR + 1)
        self._sidik[relatif] = hashlib.sha256(isi).digest()
        return isi
