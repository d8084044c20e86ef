"""Taking something away from a report earns no assurance for what is left.

Neither does a figure that is left count as checked because another one went, nor does an item of the checklist turn to
SESUAI, nor is a note withdrawn about what is still there. The reports are consistent, or what is taken is no part of a
contradiction; where it is one, the test says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contoh import laporan_contoh
from tests.kasus_kecil.penilai import FOLDER as KASUS_KECIL
from tests.kedalaman import sedalam
from tests.lain.dokumen import buat
from tests.lengkap import laporan as lengkap
from tests.pengurangan import Naskah, berisi, pengurangan, terperiksa, yang_bertambah

from sakip import baca, reviu
from sakip.angka.notasi import cocok_rentang
from sakip.errors import SumberError
from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks
from sakip.pengujian import laporan_acak
from sakip.tulis import Opsi
from sakip.tulis.kkr.daftar_uji import butir
from sakip.tulis.kkr.isi import SESUAI, Isi

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sakip.model.laporan import Laporan
    from sakip.tinjauan.engine import Reviu


T = TypeVar("T")


def _beberapa(semua: Sequence[T]) -> Sequence[T]:
    """On a quick run not all, but some of them from the first to the last; of a long report no more than of a short."""
    jarang = 100 // sedalam(100)
    return semua[:: jarang if jarang == 1 else max(jarang, len(semua) // 4)]


def _sebagian(lap: Laporan, pilih: Callable[[int], int]) -> Sequence[tuple[str, Laporan]]:
    """Reductions of a report."""
    return _beberapa(list(pengurangan(lap, pilih)))


def _periksa(lap: Laporan, pilih: Callable[[int], int]) -> None:
    utuh = terperiksa(lap, reviu(lap))
    for apa, kurang in _sebagian(lap, pilih):
        assert yang_bertambah(utuh, terperiksa(kurang, reviu(kurang))) <= 0, apa


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
    _periksa(laporan_contoh(), lambda n: n // 2)


def _pita(baris: str) -> set[int]:
    """Where a line prints bands: a realisation within says no more than that it is within, one beside is tested."""
    sel = re.finditer(r"[^|]+", baris)
    return {k for m in sel if cocok_rentang(m[0].strip()) for k in range(m.start(), m.end())}


@settings(max_examples=sedalam(20))
@given(st.integers(0, 100_000), st.data())
def test_baris_teks(benih: int, data: st.DataObject) -> None:
    """A line, a heading or a digit less in the document itself, read anew; what is noted of the rest stays noted."""
    naskah = Naskah(buat(benih).teks)
    i = data.draw(st.sampled_from(berisi(naskah.baris)))
    digit = [k for k, c in enumerate(naskah.baris[i]) if c.isdigit() and k not in _pita(naskah.baris[i])]
    assert not naskah.tanpa(i, data.draw(st.sampled_from(digit)) if digit and benih % 2 else None), naskah.baris[i]


# What is taken was itself the ambiguity or the contradiction.
NILAI_BERBOBOT = "the scores, whose last line is no sum, or the names, which do not call it one: the weights are summed"
DUA_CARA = "one of two lines whose columns are reckoned in two ways"
AMBIGU: dict[tuple[str, object], str] = {
    **{
        (berkas, f"{tabel} tanpa kolom {kolom}"): NILAI_BERBOBOT
        for berkas, tabel in (
            ("jumlah_komponen_berbobot.md", "Tabel 3.3"),
            ("jumlah_komponen_tanpa_kata.md", "Tabel 3.3"),
            ("makna_m1.md", "Tabel 3.2"),
        )
        for kolom in (2, 4)
    },
    ("negatif_RT_dua_kolom.md", "Tabel 3.6 tanpa baris 2"): DUA_CARA,
    ("negatif_RT_dua_kolom.md", "Tabel 3.6 tanpa baris 3"): DUA_CARA,
    ("negatif_RT_dua_kolom.md", 13): DUA_CARA,
    ("negatif_RT_dua_kolom.md", 14): DUA_CARA,
    ("jumlah_program_satu_dana.md", 9): "a title that restricts its table to one source of funds",
    ("jumlah_program_triwulan.md", 9): "a title that restricts its table to one quarter",
    ("tata_miss1_seed20030.txt", 48): "a title whose years speak against those of its columns",
    ("tata_miss1b_capaian_tahun_lalu.txt", 12): "a title whose years speak against those of its columns",
}


@pytest.mark.parametrize("berkas", sorted(b.name for b in KASUS_KECIL.iterdir() if b.suffix in {".md", ".txt"}))
def test_kasus_kecil(berkas: str) -> None:
    """The small tables of other agencies' kinds, with a part less, and with a line less."""
    try:
        lap = baca(KASUS_KECIL / berkas)
    except SumberError:
        return
    utuh = terperiksa(lap, reviu(lap))
    for posisi in sorted({0, sedalam(4) - 1, sedalam(8) - 1}):
        for apa, kurang in _sebagian(lap, lambda n, p=posisi: n * p // 8):  # type: ignore[misc] # bound at once
            if (berkas, apa) not in AMBIGU:
                assert yang_bertambah(utuh, terperiksa(kurang, reviu(kurang))) <= 0, apa
    naskah = Naskah((KASUS_KECIL / berkas).read_text(encoding="utf-8"))
    for i in _beberapa(berisi(naskah.baris)):
        assert (berkas, i + 1) in AMBIGU or not naskah.tanpa(i), (i + 1, naskah.baris[i])


@pytest.mark.parametrize("benih", range(3))
def test_daftar_uji(benih: int) -> None:
    """No item turns to SESUAI, in a report that earns most of them and in random ones.

    Where the part that is taken was itself what held an item back, a finding or figures that nothing checked, it may.
    """
    for lap in (lengkap(), laporan_acak(benih, lengkap=True)):
        asal = reviu(lap)
        baik, penghalang = _sesuai(asal), _penghalang(asal)
        for apa, kurang in _sebagian(lap, lambda n: benih % n):
            kini = reviu(kurang)
            if penghalang <= _penghalang(kini):
                assert _sesuai(kini) <= baik, apa
