"""The user's code that the type checkers read (`tests/typing`) also runs."""

from __future__ import annotations

import runpy
from pathlib import Path

AKAR = Path(__file__).parents[1]


def test_kode_pemakai() -> None:
    """What the checkers are promised is what is returned."""
    isi = runpy.run_path(str(AKAR / "tests" / "typing" / "pemakai.py"))
    capaian, kategori, efisiensi = isi["hitung"]()
    assert (str(capaian), kategori, str(efisiensi.e)) == ("106,40", "Sangat Tinggi", "14,95")
    temuan = isi["tinjau"](str(AKAR / "examples" / "semarang_diskopum_2025"))
    assert any(kode == "PKJ01" and seharusnya for kode, _, seharusnya in temuan)
    assert isi["susun"]().tabel[0].baris
