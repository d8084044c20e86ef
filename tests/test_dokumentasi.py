"""The documentation says what the code does."""

from __future__ import annotations

import doctest
import re
import runpy
from typing import TYPE_CHECKING

import attrs
from tests.tempat import AKAR

from sakip.konfigurasi import Konfigurasi, urai_konfigurasi

if TYPE_CHECKING:
    import pytest


def test_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples of the README print what it says."""
    monkeypatch.chdir(AKAR)
    hasil = doctest.testfile(str(AKAR / "README.md"), module_relative=False)
    assert hasil.attempted > 8
    assert hasil.failed == 0


def test_konfigurasi() -> None:
    """The page on configuration: its files are understood, and its rule finds what the page says."""
    halaman = AKAR / "docs" / "konfigurasi.md"
    blok = re.findall(r"```toml\n(.*?)```", halaman.read_text(encoding="utf-8"), flags=re.DOTALL)
    semua = [b for b in blok if "entry-points" not in b]
    assert len(semua) == len(blok) - 1 == 3
    kunci = set(attrs.asdict(urai_konfigurasi(semua[0].encode(), "sakip.toml"), recurse=False))
    isi = [urai_konfigurasi(b.encode(), f"contoh {i}") for i, b in enumerate(semua)]
    assert [a.kode for k in isi for a in k.aturan] == ["KITA01", "KITA02", "KITA03"]
    bawaan = Konfigurasi()
    sama = {k for k in kunci if getattr(isi[0], k) == getattr(bawaan, k)}
    assert sama == {"knot_terbesar"}  # every key is in the example, and changes something
    hasil = doctest.testfile(str(halaman), module_relative=False)
    assert (hasil.attempted, hasil.failed) == (8, 0)


def test_arsitektur_dan_aturan_baru() -> None:
    """A figure followed from its cell to a finding, and a rule made, as the pages say."""
    for nama in ("architecture.md", "new_rule.md"):
        hasil = doctest.testfile(str(AKAR / "docs" / nama), module_relative=False)
        assert hasil.attempted > 5
        assert hasil.failed == 0


def test_halaman_aturan() -> None:
    """Each rule has its page, and each page is the one the rule makes: run docs/halaman_aturan.py."""
    semua = runpy.run_path(str(AKAR / "docs" / "halaman_aturan.py"))["semua"]()
    ada = {b.name: b.read_text(encoding="utf-8") for b in (AKAR / "docs" / "aturan").glob("*.md")}
    assert sorted(ada) == sorted(semua)
    assert [nama for nama in semua if ada[nama] != semua[nama]] == []


def test_halaman_peran() -> None:
    """The page of the roles is the one that their entries make: run docs/halaman_peran.py."""
    halaman = runpy.run_path(str(AKAR / "docs" / "halaman_peran.py"))["halaman"]()
    assert (AKAR / "docs" / "peran.md").read_text(encoding="utf-8") == halaman
