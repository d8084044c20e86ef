"""Where the files lie that tests read."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parent
AKAR = TESTS.parent
CONTOH = AKAR / "examples" / "semarang_diskopum_2025"
NASKAH = AKAR.parent / "shared" / "sumber" / "lkjip_diskopum_semarang_2025.txt"
"""The text of the same report, beside the repository; without it some tests are skipped."""
