"""One run at a time in a folder of results: who is at work there, and whether they still are."""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sakip.massal.errors import MassalError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.massal.store import Simpanan

__all__ = ["GEMBOK", "digembok"]

GEMBOK = ".sakip/gembok.json"
"""The file that says who is at work."""


@contextmanager
def digembok(simpanan: Simpanan) -> Iterator[None]:
    """Keep other runs out.

    On a disk the system holds the lock, and lets go of it when the process ends, however it ends. Elsewhere the
    file itself is the lock: created only where there is none, as far as the store can, and taken over from a
    process of this machine that has ended.

    Raises:
        MassalError: somebody else is at work there.
    """
    kunci = _di_cakram(simpanan) if simpanan.lokal else _di_tempat_lain(simpanan)
    with kunci:
        yield


def _pemilik() -> bytes:
    isi = {"host": socket.gethostname(), "pid": os.getpid(), "mulai": datetime.now(UTC).isoformat(timespec="seconds")}
    return json.dumps(isi | {"tanda": os.urandom(8).hex()}).encode()


def _baca(isi: bytes) -> dict[str, Any]:
    """Who is at work, by the file; nobody known when it has not been filled yet."""
    try:
        pemilik = json.loads(isi)
    except ValueError:
        return {}
    return pemilik if isinstance(pemilik, dict) else {}


def _dipakai(simpanan: Simpanan, p: dict[str, Any], saran: str = "tunggu sampai selesai") -> MassalError:
    siapa = f"proses {p.get('pid')} di {p.get('host')} sejak {p.get('mulai')}" if p else "proses lain"
    return MassalError(f"{simpanan.url}: sedang dipakai {siapa}; {saran}, atau sebut folder lain")


@contextmanager
def _di_cakram(simpanan: Simpanan) -> Iterator[None]:
    jalur = Path(simpanan.jalur(GEMBOK))
    fd = -1
    while fd < 0:
        fd = os.open(jalur, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _kunci(fd)
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(fd), jalur.stat()):
                    break
            os.close(fd)  # its owner ended and removed it between our opening and our locking it
            fd = -1
        except BlockingIOError:
            isi = os.read(fd, 4096)
            os.close(fd)
            raise _dipakai(simpanan, _baca(isi)) from None
    try:
        os.truncate(fd, 0)
        os.write(fd, _pemilik())
        yield
    finally:
        with suppress(OSError):
            jalur.unlink()
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
def _di_tempat_lain(simpanan: Simpanan) -> Iterator[None]:
    milik = _pemilik()
    if not _pasang(simpanan, milik, "create"):
        p = _baca(_isi(simpanan))
        if p.get("host") != socket.gethostname() or not _mati(p.get("pid")):
            raise _dipakai(simpanan, p, f"tunggu sampai selesai; bila proses itu sudah tidak ada, hapus {GEMBOK}")
        _pasang(simpanan, milik, "overwrite")
    if _isi(simpanan) != milik:  # a store that cannot create a file only where there is none: the last one has it
        raise _dipakai(simpanan, _baca(_isi(simpanan)))
    try:
        yield
    finally:
        if _isi(simpanan) == milik:
            simpanan.hapus(GEMBOK)


def _pasang(simpanan: Simpanan, milik: bytes, cara: str) -> bool:
    if cara == "create" and simpanan.ukuran(GEMBOK) >= 0:
        return False
    try:
        simpanan.fs.pipe_file(simpanan.jalur(GEMBOK), milik, mode=cara)
    except FileExistsError:
        return False
    except (NotImplementedError, TypeError, ValueError):
        simpanan.fs.pipe_file(simpanan.jalur(GEMBOK), milik)
    return True


def _isi(simpanan: Simpanan) -> bytes:
    try:
        return simpanan.baca(GEMBOK)
    except FileNotFoundError:
        return b""


def _mati(pid: object) -> bool:
    """Whether a process of this machine has ended; False where that cannot be told."""
    if not isinstance(pid, int) or sys.platform == "win32":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
