"""The user's code that the type checkers read (`tests/typing`) also runs."""

from __future__ import annotations

import runpy

from tests.tempat import AKAR, CONTOH


def test_kode_pemakai() -> None:
    """What the checkers are promised is what is returned."""
    isi = runpy.run_path(str(AKAR / "tests" / "typing" / "pemakai.py"))
    capaian, kategori, efisiensi = isi["hitung"]()
    assert (str(capaian), kategori, str(efisiensi.e)) == ("106,40", "Sangat Tinggi", "14,95")
    temuan = isi["tinjau"](str(CONTOH))
    assert any(kode == "PKJ01" and seharusnya for kode, _, seharusnya in temuan)
    assert isi["susun"]().tabel[0].baris
