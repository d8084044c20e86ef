"""`--pilih` as a user gives it: what fails is a finding and sets the exit status."""

from __future__ import annotations

import json

import pytest
from tests.tempat import CONTOH

from sakip import cli


@pytest.mark.parametrize("awalan", ["ANG", "PKJ02", "NAR01", "KIN01", "TAB"])
def test_status_menurut_pilihan(awalan: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No relation that fails without a finding, and none of another rule."""
    status = cli.main(["reviu", str(CONTOH), "--pilih", awalan, "--format", "json", "--ambang", "catatan"])
    isi = json.loads(capsys.readouterr().out)
    assert bool(isi["ringkasan"]["relasi"]["tidak_sesuai"]) <= bool(isi["temuan"])
    assert status == int(bool(isi["temuan"]))
    assert all(t["kode"].startswith(awalan) for t in isi["temuan"])
