"""One run at a time in a folder of results: who is at work there, and whether they still are."""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from sakip.massal.errors import MassalError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.massal.store import Store

__all__ = ["LOCK_FILE", "locked"]

LOCK_FILE = ".sakip/gembok.json"
"""The file that says who is at work."""


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Keep other runs out.

    On a disk the system holds the lock, and lets go of it when the process ends, however it ends. Elsewhere the
    file itself is the lock: created only where there is none, as far as the store can, and taken over from a
    process of this machine that has ended.

    Raises:
        MassalError: somebody else is at work there.
    """
    kunci = _lock_on_disk(store) if store.lokal else _lock_elsewhere(store)
    with kunci:
        yield


@attrs.frozen(slots=True)
class Owner:
    """Who is at work: the machine, the process, since when, and a sign by which it knows its own lock."""

    host: str
    pid: int
    mulai: str
    tanda: str = ""


def _pemilik() -> bytes:
    mulai = datetime.now(UTC).isoformat(timespec="seconds")
    return json.dumps(attrs.asdict(Owner(socket.gethostname(), os.getpid(), mulai, os.urandom(8).hex()))).encode()


def _baca(isi: bytes) -> Owner | None:
    """Who is at work, by the file; nobody known when it has not been filled yet."""
    from sakip.konversi.data import catatan_json

    return catatan_json(isi, Owner)


def _dipakai(store: Store, p: Owner | None, saran: str = "tunggu sampai selesai") -> MassalError:
    siapa = "proses lain" if p is None else f"proses {p.pid} di {p.host} sejak {p.mulai}"
    return MassalError(f"{store.url}: sedang dipakai {siapa}; {saran}, atau sebut folder lain")


@contextmanager
def _lock_on_disk(store: Store) -> Iterator[None]:
    path = Path(store.path(LOCK_FILE))
    fd = -1
    while fd < 0:
        fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _kunci(fd)
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(fd), path.stat()):
                    break
            os.close(fd)  # its owner ended and removed it between our opening and our locking it
            fd = -1
        except BlockingIOError:
            isi = os.read(fd, 4096)
            os.close(fd)
            raise _dipakai(store, _baca(isi)) from None
    try:
        os.truncate(fd, 0)
        os.write(fd, _pemilik())
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(fd)


def _kunci(fd: int) -> None:
    """Lock an open file, or raise BlockingIOError. A disk that knows no locks is used without."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(fd, 1 << 20, os.SEEK_SET)  # beyond the content, which others shall be able to read
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError as e:
            raise BlockingIOError from e
        finally:
            os.lseek(fd, 0, os.SEEK_SET)
        return
    import fcntl

    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:
        return


@contextmanager
def _lock_elsewhere(store: Store) -> Iterator[None]:
    milik = _pemilik()
    if not _pasang(store, milik, "create"):
        p = _baca(_isi(store))
        if p is None or p.host != socket.gethostname() or not _mati(p.pid):
            raise _dipakai(store, p, f"tunggu sampai selesai; bila proses itu sudah tidak ada, hapus {LOCK_FILE}")
        _pasang(store, milik, "overwrite")
    if _isi(store) != milik:  # a store that cannot create a file only where there is none: the last one has it
        raise _dipakai(store, _baca(_isi(store)))
    try:
        yield
    finally:
        if _isi(store) == milik:
            store.remove(LOCK_FILE)


def _pasang(store: Store, milik: bytes, cara: str) -> bool:
    if cara == "create" and store.size(LOCK_FILE) >= 0:
        return False
    try:
        store.fs.pipe_file(store.path(LOCK_FILE), milik, mode=cara)
    except FileExistsError:
        return False
    except (NotImplementedError, TypeError, ValueError):
        store.fs.pipe_file(store.path(LOCK_FILE), milik)
    return True


def _isi(store: Store) -> bytes:
    try:
        return store.read(LOCK_FILE)
    except FileNotFoundError:
        return b""


def _mati(pid: int) -> bool:
    """Whether a process of this machine has ended; False where that cannot be told."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
