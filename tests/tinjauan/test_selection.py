"""Selection: what was chosen and fails is a finding, whatever else was left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tempat import AKAR

from sakip import Laporan, Tabel, reviu
from sakip.aturan import katalog
from sakip.errors import PilihanError
from sakip.konfigurasi import urai_konfigurasi
from sakip.pengujian import strategi
from sakip.relasi import Putusan

if TYPE_CHECKING:
    from sakip.pengujian.jaringan import Kerusakan

KELUARGA = sorted({a.keluarga for a in katalog()})


def test_relasi_sendiri_menurut_halaman() -> None:
    """KITA01 of docs/konfigurasi.md, beside ANG03, which says the same and is left out there."""
    halaman = (AKAR / "docs" / "konfigurasi.md").read_text(encoding="utf-8")
    k = urai_konfigurasi(re.findall(r"```toml\n(.*?)```", halaman, re.DOTALL)[0].encode(), "sakip.toml")
    tabel = Tabel.susun(["nama", "pagu", "realisasi_anggaran", "sisa"], [["Program A", "9.000", "5.000", "3.000"]])
    r = reviu(Laporan(instansi="Dinas Contoh", tahun=2025, tabel=(tabel,)), konfigurasi=k)
    assert [(t.kode, t.keparahan) for t in r.temuan] == [("KITA01", "kesalahan")]


@given(strategi.kerusakan(), st.sets(st.sampled_from(KELUARGA), min_size=1, max_size=len(KELUARGA) - 1), st.booleans())
def test_yang_dipilih_dan_gagal_adalah_temuan(k: Kerusakan, keluarga: set[str], dipilih: bool) -> None:
    """Every wanted relation that fails is part of a finding, under a code that is wanted."""
    awalan = sorted(keluarga)
    r = reviu(k.laporan, pilih=awalan if dipilih else (), abaikan=() if dipilih else awalan)
    gagal = [h for h in r.relasi if h.putusan is Putusan.TIDAK_SESUAI and not h.relasi.lunak]
    if gagal:
        assert r.temuan
    tempat = {x for t in r.temuan for x in (*t.lokasi, *(o.lokasi for o in t.operan), *(a.lokasi for a in t.akibat))}
    for h in gagal:
        assert any(b.lokasi in tempat for b in h.relasi.butir), h.relasi.uraian


@pytest.mark.parametrize("awalan", ["XYZ", "ang", "ANG99", ""])
def test_awalan_asing(awalan: str) -> None:
    """A prefix that fits no rule is an error in Python as on the command line; the empty one fits all."""
    laporan = Laporan(instansi="Dinas Contoh", tahun=2025)
    if not awalan:
        assert reviu(laporan, pilih=[awalan]).temuan == ()
        return
    with pytest.raises(PilihanError, match=f"berawalan {awalan}"):
        reviu(laporan, pilih=[awalan])
    with pytest.raises(PilihanError, match=f"berawalan {awalan}"):
        reviu(laporan, abaikan=[awalan])


def test_saran() -> None:
    with pytest.raises(PilihanError, match="maksud Anda ANG"):
        reviu(Laporan(instansi="Dinas Contoh", tahun=2025), pilih=["ANGG"])


def test_tidak_ada_yang_tersisa() -> None:
    with pytest.raises(PilihanError, match="tidak ada aturan yang tersisa"):
        reviu(Laporan(instansi="Dinas Contoh", tahun=2025), pilih=["KIN"], abaikan=["KIN"])
