"""`--pilih` as a user gives it: what fails is a finding and sets the exit status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.tempat import CONTOH

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable


@pytest.mark.parametrize("awalan", ["ANG", "PKJ02", "NAR01", "KIN01", "TAB"])
def test_status_menurut_pilihan(awalan: str, jalankan: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """No relation that fails without a finding, and none of another rule."""
    hasil = jalankan("reviu", str(CONTOH), "--pilih", awalan, "--format", "json", "--ambang", "catatan")
    isi = json.loads(hasil.stdout)
    assert bool(isi["ringkasan"]["relasi"]["tidak_sesuai"]) <= bool(isi["temuan"])
    assert hasil.returncode == int(bool(isi["temuan"]))
    assert all(t["kode"].startswith(awalan) for t in isi["temuan"])
