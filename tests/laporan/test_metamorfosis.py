"""Taking something away from a report earns no assurance for what is left.

Neither does a figure that is left count as checked because another one went, nor does an item of the checklist turn to
SESUAI, nor is a note withdrawn about what is still there. The reports are consistent, or what is taken is no part of a
contradiction; where it is one, the test says so.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kedalaman import sedalam
from tests.lain.dokumen import buat
from tests.lengkap import laporan as lengkap
from tests.tempat import CONTOH

from sakip import baca, reviu
from sakip.fakta import susun
from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks
from sakip.pengujian import laporan_acak
from sakip.tulis import Opsi
from sakip.tulis.kkr.daftar_uji import butir
from sakip.tulis.kkr.isi import SESUAI, Isi

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sakip.angka.lokasi import Lokasi
    from sakip.model.laporan import Laporan
    from sakip.model.tabel import Tabel
    from sakip.tinjauan.engine import Reviu

    Cetakan = Counter[tuple[str, Lokasi]]


def _angka(laporan: Laporan, r: Reviu, di: Callable[[Lokasi], object] = lambda x: x) -> tuple[Counter, Counter]:  # type: ignore[type-arg] # places differ
    """The figures of a report, and those that were checked, each by its text and place."""
    semua = Counter((b.teks, di(b.lokasi)) for b in susun(laporan).butir if b.berangka and not b.peran.penanda)
    return semua, semua - Counter((x.nilai, di(x.lokasi)) for x in r.cakupan.belum)


def _tanpa_kolom(t: Tabel, k: int) -> Tabel:
    baris = tuple(attrs.evolve(b, sel=(*b.sel[:k], *b.sel[k + 1 :])) for b in t.baris)
    return attrs.evolve(t, kolom=(*t.kolom[:k], *t.kolom[k + 1 :]), baris=baris)


def _pengurangan(lap: Laporan, pilih: Callable[[int], int]) -> Iterator[tuple[str, Laporan]]:
    """The report without each table and form, and without one column, row and sentence of each.

    On a quick run not all of them, but some of each kind.
    """
    yield from islice(_semua_pengurangan(lap, pilih), 0, None, 100 // sedalam(100))


def _semua_pengurangan(lap: Laporan, pilih: Callable[[int], int]) -> Iterator[tuple[str, Laporan]]:
    for i, t in enumerate(lap.tabel):
        sisa = (*lap.tabel[:i], *lap.tabel[i + 1 :])
        yield f"tanpa {t.sebutan}", attrs.evolve(lap, tabel=sisa)
        lain = []
        if len(t.kolom) > 1:
            lain.append(_tanpa_kolom(t, pilih(len(t.kolom))))
        if len(t.baris) > 1:
            b = pilih(len(t.baris))
            lain.append(attrs.evolve(t, baris=(*t.baris[:b], *t.baris[b + 1 :])))
        for u in lain:
            yield f"{t.sebutan} terpotong", attrs.evolve(lap, tabel=(*lap.tabel[:i], u, *lap.tabel[i + 1 :]))
    for i, f in enumerate(lap.perjanjian):
        yield f"tanpa {f.sebutan}", attrs.evolve(lap, perjanjian=(*lap.perjanjian[:i], *lap.perjanjian[i + 1 :]))
    if lap.narasi:
        i = pilih(len(lap.narasi))
        sisa_narasi = (*lap.narasi[:i], *lap.narasi[i + 1 :])
        yield f"tanpa {lap.narasi[i].tertulis.teks}", attrs.evolve(lap, narasi=sisa_narasi)


def _periksa(lap: Laporan, pilih: Callable[[int], int]) -> None:
    asal = reviu(lap)
    semua, terperiksa = _angka(lap, asal)
    for apa, kurang in _pengurangan(lap, pilih):
        ada, kini = _angka(kurang, reviu(kurang))
        tinggal = semua & ada
        assert (kini & tinggal).total() <= (terperiksa & tinggal).total(), apa


def _penghalang(r: Reviu) -> set[object]:
    """What stands in the way of an item: findings, and figures that nothing checked."""
    return {t.kode for t in r.temuan} | {x.lokasi for x in r.cakupan.belum}


def _sesuai(r: Reviu) -> set[str]:
    return {b.nomor for b in butir(Isi(r, Opsi())) if b.hasil == SESUAI}


@settings(max_examples=sedalam(8))
@given(st.integers(0, 100_000), st.randoms(use_true_random=False))
def test_laporan_konsisten(benih: int, acak: st.Random) -> None:  # type: ignore[name-defined] # of hypothesis
    _periksa(laporan_acak(benih), acak.randrange)


@settings(max_examples=sedalam(8))
@given(st.integers(0, 100_000), st.randoms(use_true_random=False))
def test_laporan_lain(benih: int, acak: st.Random) -> None:  # type: ignore[name-defined] # of hypothesis
    _periksa(tafsirkan(blok_teks(buat(benih).teks, "lain")).laporan, acak.randrange)


def test_contoh() -> None:
    """The example, with what is wrong in it: no figure of it is checked because a contradiction went."""
    _periksa(baca(CONTOH), lambda n: n // 2)


@settings(max_examples=sedalam(20))
@given(st.integers(0, 100_000), st.data())
def test_baris_teks(benih: int, data: st.DataObject) -> None:
    """A line, a heading or a digit less in the document itself, read anew; what is noted of the rest stays noted."""
    baris = buat(benih).teks.split("\n")
    berisi = [i for i, b in enumerate(baris) if b.strip() and not set(b) <= set("|-: ")]
    i = data.draw(st.sampled_from(berisi))
    digit = [k for k, c in enumerate(baris[i]) if c.isdigit()]
    if digit and benih % 2:
        k = data.draw(st.sampled_from(digit))
        kurang, asal = [*baris], list(range(len(baris)))
        kurang[i] = baris[i][:k] + baris[i][k + 1 :]
    else:
        kurang, asal = [*baris[:i], *baris[i + 1 :]], [j for j in range(len(baris)) if j != i]
    utuh = tafsirkan(blok_teks("\n".join(baris), "lain")).laporan
    sisa = tafsirkan(blok_teks("\n".join(kurang), "lain")).laporan
    semua, terperiksa = _angka(utuh, reviu(utuh), lambda x: (x.baris or 1) - 1)
    ada, kini = _angka(sisa, reviu(sisa), lambda x: asal[(x.baris or 1) - 1])
    tinggal = semua & ada
    assert (kini & tinggal).total() <= (terperiksa & tinggal).total()


@pytest.mark.parametrize("benih", range(3))
def test_daftar_uji(benih: int) -> None:
    """No item turns to SESUAI, in a report that earns most of them and in random ones.

    Where the part that is taken was itself what held an item back, a finding or figures that nothing checked, it may.
    """
    for lap in (lengkap(), laporan_acak(benih, lengkap=True)):
        asal = reviu(lap)
        baik, penghalang = _sesuai(asal), _penghalang(asal)
        for apa, kurang in _pengurangan(lap, lambda n: benih % n):
            kini = reviu(kurang)
            if penghalang <= _penghalang(kini):
                assert _sesuai(kini) <= baik, apa
