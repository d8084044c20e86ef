"""The process that takes a PDF apart: every n-th page, a line of JSON each, within bounded memory.

    python -P -m sakip.pembaca.pdf.worker laporan.pdf 0 2

A process of its own can be stopped when a page takes for ever, and cannot take the memory of the caller.
"""

from __future__ import annotations

import contextlib
import json
import sys
import zlib
from typing import Any

__all__ = ["main"]

MEMORI_TERBESAR = 2_000_000_000
"""Bytes of address space of one process, where the system can limit it."""
ALIRAN_TERBESAR = 200_000_000
"""Bytes that one compressed stream may become."""


def main(argv: list[str]) -> int:
    """Read the pages `argv[1]`, `argv[1] + argv[2]`, … of the file `argv[0]`."""
    _batasi()
    path, mulai, langkah = argv[0], int(argv[1]), int(argv[2])
    try:
        import pdfplumber

        from sakip.pembaca.pdf.halaman import baca_halaman

        with pdfplumber.open(path) as pdf:
            banyak = len(pdf.pages)
            _tulis({"banyak": banyak})
            for n in range(mulai, banyak, langkah):
                hal = pdf.pages[n]
                _tulis({"n": n + 1, **baca_halaman(hal)})
                hal.close()
                pdf.pages[n] = None  # type: ignore[call-overload] # what was read is not needed again
    except MemoryError:
        _tulis({"galat": "memori", "rinci": ""})
    except Exception as e:  # noqa: BLE001 - a damaged file may break a parser anywhere; the caller is told
        _tulis({"galat": _macam(e), "rinci": f"{type(e).__name__}: {e}"[:200]})
    return 0


def _batasi() -> None:
    """Bound what a hostile file can make this process do."""
    asli = zlib.decompressobj

    def mekarkan(data: bytes, /, wbits: int = zlib.MAX_WBITS, bufsize: int = 0) -> bytes:  # noqa: ARG001 - its signature
        hasil = asli(wbits).decompress(data, ALIRAN_TERBESAR)
        if len(hasil) >= ALIRAN_TERBESAR:
            raise MemoryError
        return hasil

    zlib.decompress = mekarkan  # type: ignore[assignment] # pdfminer inflates without a limit; this process is ours
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORI_TERBESAR, MEMORI_TERBESAR))


def _macam(e: BaseException | None) -> str:
    """What kind of failure an exception, or what it wraps, tells of."""
    if e is None:
        return "rusak"
    nama = {type(e).__name__, *(type(a).__name__ for a in e.args if isinstance(a, BaseException))}
    if any("Password" in n or "Encryption" in n for n in nama):
        return "terenkripsi"
    if "MemoryError" in nama:
        return "memori"
    return _macam(e.__cause__)


def _tulis(isi: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(isi, ensure_ascii=True, separators=(",", ":")) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
