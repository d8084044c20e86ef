"""The documentation says what the code does."""

from __future__ import annotations

import doctest
import runpy
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

AKAR = Path(__file__).parents[1]


def test_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples of the README print what it says."""
    monkeypatch.chdir(AKAR)
    hasil = doctest.testfile(str(AKAR / "README.md"), module_relative=False)
    assert hasil.attempted > 8
    assert hasil.failed == 0


def test_halaman_aturan() -> None:
    """Each rule has its page, and each page is the one the rule makes: run docs/halaman_aturan.py."""
    semua = runpy.run_path(str(AKAR / "docs" / "halaman_aturan.py"))["semua"]()
    ada = {b.name: b.read_text(encoding="utf-8") for b in (AKAR / "docs" / "aturan").glob("*.md")}
    assert sorted(ada) == sorted(semua)
    assert [nama for nama in semua if ada[nama] != semua[nama]] == []
