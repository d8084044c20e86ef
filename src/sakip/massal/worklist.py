"""The reports of a run in a list on disk: sorted, each once, and never in memory as a whole."""

from __future__ import annotations

import os
import re
import sqlite3
import weakref
from hashlib import sha256
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Sumber", "Worklist", "temporary_database"]

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


def temporary_database() -> sqlite3.Connection:
    """A database that SQLite keeps in a file of its own, without a name, as soon as it outgrows 512 KB."""
    basis = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    basis.execute("PRAGMA cache_size = -512")
    basis.execute("PRAGMA journal_mode = OFF")
    return basis


class Worklist:
    """Sources by name. Iterates over `Sumber`; has a length; `in` takes the `kunci` of one."""

    def __init__(self) -> None:
        self._basis = temporary_database()
        self._basis.execute("CREATE TABLE sumber (nama BLOB PRIMARY KEY, url BLOB, kunci TEXT) WITHOUT ROWID")
        self._basis.execute("CREATE INDEX menurut_kunci ON sumber (kunci)")
        self._basis.execute("CREATE TABLE hasil (kunci TEXT PRIMARY KEY, sidik TEXT) WITHOUT ROWID")
        self._basis.execute("BEGIN")
        self._tutup = weakref.finalize(self, self._basis.close)

    def tambah(self, s: Sumber) -> None:
        """Enter a source; one of that name that is there already gives way."""
        # A name of bytes that are no UTF-8 is a name all the same; bytes sort as their letters do.
        isi = (os.fsencode(s.nama), os.fsencode(s.url), s.kunci)
        self._basis.execute("INSERT OR REPLACE INTO sumber VALUES (?, ?, ?)", isi)

    def catat(self, kunci: str, sidik: str) -> None:
        """Enter the digest of the rows of a result."""
        self._basis.execute("INSERT OR REPLACE INTO hasil VALUES (?, ?)", (kunci, sidik))

    def hasil(self) -> Iterator[tuple[str, str]]:
        """The names of the results and the digests of their rows, in the order of the sources."""
        return self._basis.execute("SELECT kunci, sidik FROM sumber JOIN hasil USING (kunci) ORDER BY nama")

    def __iter__(self) -> Iterator[Sumber]:
        for nama, url in self._basis.execute("SELECT nama, url FROM sumber ORDER BY nama"):
            yield Sumber(os.fsdecode(nama), os.fsdecode(url))

    def __len__(self) -> int:
        return int(self._basis.execute("SELECT count(*) FROM sumber").fetchone()[0])

    def __contains__(self, kunci: object) -> bool:
        return self._basis.execute("SELECT 1 FROM sumber WHERE kunci = ?", (kunci,)).fetchone() is not None

    def tutup(self) -> None:
        """Let go of the file."""
        self._tutup()
