"""The tests themselves: the same answer every time."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(not settings().derandomize, reason="a search draws what it will")
def test_undian_tidak_bergantung_pada_yang_dimuat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a property is tried with does not hang on which modules other tests have loaded."""

    def undian() -> list[tuple[int, str]]:
        hasil = []

        @settings(max_examples=200)
        @given(st.integers(), st.text())
        def sifat(n: int, t: str) -> None:
            hasil.append((n, t))

        sifat()
        return hasil

    sebelum = undian()
    (tmp_path / "modul_asing.py").write_text("N = 987_654_321_123\nT = 'kata yang khas'\n" * 20, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.import_module("modul_asing")
    assert undian() == sebelum
