"""What every kind of relation answers, held against whether it holds: the laws that its answers keep."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from sakip.angka.interval import Interval
from sakip.pengujian import laporan_acak
from sakip.relasi import BERLAKU, TANDA, Arah, Peringkat, Putusan, Rumusan, Sama, Syarat
from sakip.relasi.lembar import BarisLembar
from sakip.relasi.persamaan import NOL
from sakip.teks.kalimat import Kalimat
from sakip.tinjauan.engine import reviu

if TYPE_CHECKING:
    from sakip.fakta.butir import Butir
    from sakip.relasi import Relasi
    from sakip.tinjauan.engine import HasilRelasi

SEL = re.compile(r"\b[F-L](\d+)\b")


def hubungan(benih: int) -> tuple[HasilRelasi, ...]:
    """The relations of a random report, evaluated; some hold, some cannot be checked."""
    return reviu(laporan_acak(benih)).relasi


def angka(r: Relasi) -> list[Butir]:
    """Its printed figures that take part once: of a fact printed in words none has a value."""
    return [b for b in r.butir if b.berangka and r.butir.count(b) == 1]


def periksa_susunan(h: HasilRelasi) -> None:
    """Everything it names takes part in it, and what it is about comes first."""
    r = h.relasi
    semua = set(r.butir)
    assert semua.issuperset((*r.diuji, *r.bagian, *r.cetakan, *(o for j in r.jalur for o in j.operan)))
    assert r.hasil in {None, *r.butir[:1]}
    assert r.utama in {None, *r.butir[:1]}
    assert not r.menentukan([])
    assert all(r.kode_untuk(b) in r.semua_kode for b in r.butir)
    assert not r.mengikat or r.bernilai
    if r.butir:
        assert r.pembulatan(h.evaluasi)[0] in semua
    if not r.bernilai:
        assert not r.mengikat
        assert r.hasil is None


def periksa_nilai(h: HasilRelasi) -> None:
    """What it gives to one of its figures lets it hold; what it gives to none, nobody is told to change."""
    r = h.relasi
    for b in angka(r):
        usulan = list(r.nilai_menurut(b, {}, {b}))
        assert r.mengikat or not usulan
        if r.longgar:
            continue  # of the values that a cap or another way allows, no interval has all and only those
        assert all(r.dipenuhi({b: n}) for n in usulan), (r.uraian, b.nama, usulan)
        if usulan and b.cetak is not None and h.putusan is Putusan.SESUAI:
            assert any(n.bertemu(b.cetak) for n in usulan), (r.uraian, b.nama, usulan)
        for p in r.persamaan({b}, {}):
            if b not in p:
                continue  # its factor is zero: the others say nothing of it
            nilai = -p.get(None, NOL) / p[b]
            assert r.dipenuhi({b: Interval.dari(nilai, b.setengah)}), (r.uraian, b.nama, nilai)
    benar = r.benar({})
    if r.hasil is not None and benar is not None and not isinstance(benar, Kalimat):
        assert r.dipenuhi({r.hasil: benar}), (r.uraian, benar)
    if r.hasil is not None and not r.hasil.berangka:
        label = r.label_menurut(r.hasil, {})
        assert label is None or r.dipenuhi({r.hasil: label})


def periksa_lembar(h: HasilRelasi) -> None:
    """Its formulas name only cells of its own rows, and every figure that they name is one of its own."""
    r, awal = h.relasi, 100
    x = r.lembar(awal, h.evaluasi)
    rumus = [x.tanda, x.dihitung, x.terendah, x.tertinggi]
    rumus += [f for y in x.baris if not isinstance(y, BarisLembar) for f in (y.tanda, y.dihitung, y.terendah)]
    baris = {int(n) for f in rumus for n in SEL.findall(f)}
    assert baris <= set(range(awal, awal + len(x.baris) + 1)), rumus
    assert {y.butir for y in x.baris if isinstance(y, BarisLembar)} <= set(r.butir)
    assert x.tanda
    assert any(t in x.tanda for t in TANDA.values())


@settings(max_examples=5, deadline=None)
@given(benih=st.integers(0, 500))
def test_jawaban(benih: int) -> None:
    semua = hubungan(benih)
    for h in semua:
        if h.relasi.butir:
            periksa_susunan(h)
            periksa_lembar(h)
        if h.putusan in BERLAKU and not h.relasi.lunak:
            periksa_nilai(h)


def test_semua_jenis_terkena() -> None:
    """The reports have relations of every kind: none keeps the laws for want of one."""
    ada = {type(h.relasi) for benih in range(4) for h in hubungan(benih)}
    assert ada >= {Rumusan, Sama, Peringkat, Syarat, Arah}
