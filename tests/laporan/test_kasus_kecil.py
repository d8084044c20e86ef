"""Small reports, one fault or layout each: found where something is wrong, silent where nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.kasus_kecil.dokumen import DOKUMEN, tulis
from tests.kasus_kecil.penilai import FOLDER, Harapan, baca_harapan, keberatan

import sakip

if TYPE_CHECKING:
    from pathlib import Path

HARAPAN = baca_harapan()
BAGIAN = {
    "prosa": "sentences whose figures are tied",
    "1": "identity and reading",
    "2": "rounding and sums",
    "5": "what agencies print",
    "6": "indicators in full",
    "nilai": "kinds of value",
}
"""The parts of the work that cases belong to."""
SELESAI = {"1", "2", "nilai", "prosa"}
"""The parts that are done: their cases must come out right."""
TEGAK = {"nyata_teks_tegak.pdf", "nyata_teks_tegak_tepat_90.pdf"}
"""All their figures stand upright: they are read in their direction, and checked."""
TEKS = {".md", ".txt"}
"""What is kept as a file; other formats are written for the test."""


@pytest.mark.parametrize("harapan", [h for h in HARAPAN if h.bagian in SELESAI], ids=lambda h: h.berkas)
def test_kasus(harapan: Harapan, tmp_path: Path) -> None:
    """The review of a case says what it must, and accuses nothing else."""
    jalur = tulis(harapan.berkas, tmp_path) if harapan.berkas in DOKUMEN else FOLDER / harapan.berkas
    r = sakip.reviu(sakip.baca(jalur))
    assert not keberatan(harapan, r.temuan), harapan.keterangan
    if harapan.berkas in TEGAK:
        assert (r.cakupan.angka, r.cakupan.persen) == (9, "100,00")
        assert not any(c.hilang for c in r.laporan.catatan)


def test_harapan_lengkap() -> None:
    """Every case has an expectation and every expectation a case, of a part that is known."""
    ada = {b.name for b in FOLDER.iterdir() if b.suffix in TEKS}
    assert not ada & DOKUMEN.keys()
    assert {h.berkas for h in HARAPAN} == ada | DOKUMEN.keys()
    assert {h.bagian for h in HARAPAN} <= BAGIAN.keys()
    assert BAGIAN.keys() >= SELESAI


@pytest.mark.parametrize("harapan", HARAPAN, ids=lambda h: h.berkas)
def test_pasangan(harapan: Harapan) -> None:
    """A fault names what is right; who must only ask names at most what is printed; a clean case names nothing."""
    kanan = [bool(p.seharusnya) for p in harapan.pasangan]
    if harapan.jenis == "temuan":
        assert kanan
        assert all(kanan)
    elif harapan.jenis == "ditanyakan":
        assert not any(kanan)
    else:
        assert not kanan
