"""The process that takes a PDF apart: its pages from one on, a line of JSON each, within bounded memory.

    python -P -m sakip.pembaca.pdf.worker laporan.pdf 1

A process of its own can be stopped when a page takes for ever, cannot take the memory of the caller, and may crash.
"""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from typing import Any

__all__ = ["main"]

MEMORI_TERBESAR = 512_000_000
"""Bytes of address space of the process, where the system can limit it."""


def main(argv: list[str]) -> int:
    """Read the file `argv[0]` from page `argv[1]` on: how many pages it has, then each page."""
    _batasi()
    from sakip.pembaca.pdf.halaman import baca_halaman
    from sakip.pembaca.pdf.mesin import Berkas, MesinError

    try:
        with Berkas(Path(argv[0])) as berkas:
            _tulis({"banyak": len(berkas)})
            for n in range(int(argv[1]), len(berkas) + 1):
                try:
                    halaman = baca_halaman(berkas.lembar(n - 1))
                except MesinError as e:
                    halaman = {"masalah": f"halaman_{e.macam}"}
                except MemoryError:
                    halaman = {"masalah": "halaman_berat"}
                _tulis({"n": n, **halaman})
    except MesinError as e:
        _tulis({"galat": e.macam})
    return 0


def _batasi() -> None:
    """Bound what a hostile file can make this process take."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORI_TERBESAR, MEMORI_TERBESAR))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _tulis(isi: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(isi, ensure_ascii=True, separators=(",", ":")) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
