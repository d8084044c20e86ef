"""Where output goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from sakip.errors import SEBAB, SakipError
from sakip.teks.kalimat import Kalimat
from sakip.tulis.words.catalogue import BAHASA, isi_pesan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sakip.tulis import Potongan

__all__ = ["KeluaranError", "alasan_sistem", "ke_berkas", "ke_stdout", "periksa_tujuan", "tutup_stdout"]

AKHIRAN_MASUKAN = frozenset({".csv", ".yaml", ".yml"})
"""What a data folder is made of."""


class KeluaranError(SakipError):
    """Output that cannot be written.

    Attributes:
        kunci, isi: why, as data: the key of the message and what fills it.
        bahasa: the language of its text; the command line sets it to the one asked for.
    """

    def __init__(self, kunci: str, **isi: str | Kalimat) -> None:
        super().__init__(kunci)
        self.kunci = kunci
        self.isi = isi
        self.bahasa = BAHASA[0]

    def __str__(self) -> str:
        return self.dalam(self.bahasa)

    def dalam(self, bahasa: str) -> str:
        """The same in that language."""
        isi = {k: isi_pesan(v.kunci, v.isi, bahasa) if isinstance(v, Kalimat) else v for k, v in self.isi.items()}
        return isi_pesan(f"keluaran.{self.kunci}", isi, bahasa)


def alasan_sistem(e: Exception) -> str | Kalimat:
    """Why the system refused a file; in its own words where it is none of the usual reasons."""
    if isinstance(e, ValueError) and "null" in str(e):
        return Kalimat("sebab.nul")
    nomor = getattr(e, "errno", None)
    if nomor in SEBAB:
        return Kalimat(f"sebab.{SEBAB[nomor]}")
    return getattr(e, "strerror", None) or str(e) or type(e).__name__


def periksa_tujuan(tujuan: str, sumber: Sequence[str]) -> None:
    """Refuse a file that cannot be written or is part of what is read, before any work is done.

    Raises:
        KeluaranError: says why.
    """
    if not tujuan.strip() or "\0" in tujuan:
        raise KeluaranError("bukan_nama_berkas", nama=repr(tujuan))
    path = Path(os.path.realpath(tujuan))
    try:
        if path.is_dir():
            raise KeluaranError("folder", tujuan=tujuan)
        if not path.parent.is_dir():
            raise KeluaranError("folder_tidak_ada", tujuan=tujuan)
        if path.exists() and not os.access(path, os.W_OK):
            raise KeluaranError("tidak_dapat_ditulis", tujuan=tujuan, sebab=Kalimat("sebab.izin"))
    except OSError as e:
        raise KeluaranError("tidak_dapat_ditulis", tujuan=tujuan, sebab=alasan_sistem(e)) from e
    for s in sumber:
        asli = os.path.realpath(s) if s and "\0" not in s else ""
        data = path.suffix.lower() in AKHIRAN_MASUKAN and asli and path.is_relative_to(asli)
        if data or path == Path(asli):
            raise KeluaranError("bagian_sumber", tujuan=tujuan, sumber=s)


def ke_stdout(potongan: Iterable[Potongan]) -> None:
    """Write to standard output: text in its encoding, bytes as they are.

    Raises:
        BrokenPipeError: whoever read it has gone.
        KeluaranError: it cannot be written.
    """
    if sys.stdout is None:
        raise KeluaranError("standar_tertutup")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a character shows `?` instead
    for p in potongan:
        # The next piece is made outside: its errors are not those of the output.
        try:
            _ke_aliran(p)
        except BrokenPipeError:
            raise
        except (OSError, ValueError) as e:
            raise KeluaranError("standar_tidak_dapat_ditulis", sebab=alasan_sistem(e)) from e


def _ke_aliran(p: Potongan) -> None:
    aliran = sys.stdout
    mentah = getattr(aliran, "buffer", None)
    if isinstance(p, str):
        aliran.write(p)
    elif mentah is None:
        aliran.write(p.decode())
    else:
        mentah.write(p)
    aliran.flush()


def tutup_stdout() -> None:
    """Let the interpreter end without complaining about output that nobody takes."""
    with suppress(OSError, ValueError, AttributeError):
        buangan = os.open(os.devnull, os.O_WRONLY)
        os.dup2(buangan, sys.stdout.fileno())
        os.close(buangan)


def ke_berkas(potongan: Iterable[Potongan], tujuan: str) -> None:
    """Write a file: beside it first, in its place when it is complete. A device is written directly.

    Raises:
        KeluaranError: it cannot be written; what was there before is still there.
    """
    isi = list(potongan)  # made first: its errors are not those of the output
    path = Path(os.path.realpath(tujuan))
    langsung = path.exists() and not path.is_file()
    sementara = path if langsung else _sebelah(path)
    try:
        with sementara.open("wb" if langsung else "xb") as berkas:
            for p in isi:
                berkas.write(p.encode("utf-8", "replace") if isinstance(p, str) else p)
            berkas.flush()
            if not langsung:
                os.fsync(berkas.fileno())
        if not langsung:
            with suppress(OSError):
                sementara.chmod(path.stat().st_mode & 0o7777)
            sementara.replace(path)
    except OSError as e:
        raise KeluaranError("tidak_dapat_ditulis", tujuan=tujuan, sebab=alasan_sistem(e)) from e
    finally:
        if not langsung:
            with suppress(OSError):
                sementara.unlink(missing_ok=True)


def _sebelah(path: Path) -> Path:
    """A name in the same folder that nobody else uses."""
    return path.with_name(f".{path.name[:100]}.{os.urandom(6).hex()}.tmp")
