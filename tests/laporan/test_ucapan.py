"""Sentences of the second generator: true ones are tied and never accused, plain ones with a wrong digit are found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from tests.kedalaman import sedalam
from tests.lain.ucapan import BANYAK, DUA_TAHUN, KINERJA, RERATA, SELURUH, UANG, buat_ucapan, rusak_ucapan, sebut

import sakip
from sakip.angka.terbilang import baca_terbilang
from sakip.teks.angka_dalam_kata import angka_dalam_kata

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lain import Dokumen

    from sakip import Reviu, Temuan

TERIKAT = 0.9
"""The share of the figures in true sentences that is tied, at least."""


def _reviu(dok: Dokumen, folder: Path) -> Reviu:
    berkas = folder / f"laporan{dok.akhiran}"
    berkas.write_text(dok.teks, encoding="utf-8")
    return sakip.reviu(sakip.baca(berkas))


def _keras(r: Reviu) -> list[Temuan]:
    return [t for t in r.temuan if t.keparahan != "catatan"]


@pytest.mark.parametrize("puluh", range(4))
def test_kalimat_benar(puluh: int, tmp_path: Path) -> None:
    """No true sentence is accused, and nine figures in ten are tied."""
    angka, belum = 0, 0
    for benih in range(10 * puluh, 10 * puluh + sedalam(10)):
        dok, ucapan = buat_ucapan(benih)
        r = _reviu(dok, tmp_path)
        assert not _keras(r), (benih, [(t.kode, t.tertulis, t.seharusnya, t.lokasi[:1]) for t in _keras(r)])
        isi = dok.teks.split("\n")
        tak = Counter(x.lokasi.baris for x in r.cakupan.belum)
        angka += sum(len(list(angka_dalam_kata(isi[u.baris - 1]))) for u in ucapan)
        belum += sum(tak[u.baris] for u in ucapan)
    assert angka - belum >= TERIKAT * angka


def test_satu_digit_salah(tmp_path: Path) -> None:
    """A wrong digit in a sentence that says plainly whose and what its figures are is found at its line."""
    ada = kena = 0
    for benih in range(sedalam(60)):
        rusak = rusak_ucapan(benih)
        if rusak is None:
            continue
        dok, u = rusak
        ada += 1
        lokasi = (x for t in _keras(_reviu(dok, tmp_path)) for x in (*t.lokasi, *(o.lokasi for o in t.operan)))
        kena += any(x.baris == u.baris for x in lokasi)
    assert ada > 0
    assert kena >= TERIKAT * ada - 1  # one that other figures of its sentence could be wrong for


def test_enam_puluh_bentuk() -> None:
    semua = [*KINERJA, *DUA_TAHUN, *UANG, *SELURUH, *BANYAK, *RERATA]
    assert len(set(semua)) == len(semua) >= 60


@pytest.mark.parametrize("n", [0, 7, 10, 11, 19, 40, 100, 111, 999, 1000, 1001, 21_300, 1_000_000, 4_150_644_989])
def test_terbilang(n: int) -> None:
    """The words of the generator are those that the library reads."""
    assert baca_terbilang(sebut(n)) == n
