"""Formula, polarity and cap from printed achievements, where the report states none; no false alarm from prose."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.kedalaman import sedalam
from tests.penulis.bagian import Teks
from tests.penulis.naskah import SAMPUL
from tests.penulis.prosa import prosa
from tests.penulis.susun import cetak
from tests.penulis.tulis import FORMAT

from sakip.pembaca import baca
from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks
from sakip.pengujian import laporan_konsisten
from sakip.pengujian.bangun.sumber import SumberAcak
from sakip.tinjauan.engine import reviu
from sakip.tulis.words.kamus import pesan

if TYPE_CHECKING:
    from pathlib import Path

    from sakip.model.laporan import Laporan

KEPALA = "Tabel 3.1\nCapaian Kinerja Tahun 2025\n\nNO\tSASARAN\tINDIKATOR KINERJA\tTARGET\tREALISASI\tCAPAIAN %\n"


SAMPUL_CETAK = 4
"""Parts of the cover, after which sentences are put."""


def laporan(*baris: tuple[str, str, str, str], lanjut: str = "") -> Laporan:
    """A report of one table: names, targets, realisations, achievements."""
    isi = "\n".join("\t".join((f"{n}.", f"Sasaran {n}", *b)) for n, b in enumerate(baris, 1))
    return tafsirkan(blok_teks(f"{SAMPUL}{KEPALA}{isi}\n{lanjut}", "laporan.txt")).laporan


def keras(hasil: Laporan) -> list[tuple[str, str]]:
    return [(t.kode, pesan(t.tertulis)) for t in reviu(hasil).temuan if t.keparahan in {"kesalahan", "peringatan"}]


@pytest.mark.parametrize(
    ("t", "r", "c", "polaritas"),
    [
        ("40,00", "50,00", "125,00", "positif"),
        ("40,00", "50,00", "75,00", "negatif"),
        ("40,00", "50,00", "80,00", "negatif"),
        ("50,00", "40,00", "20,00", "positif"),
        ("50,00", "40,00", "100,00", "positif"),
        ("45,3", "45,89", "98,700", "negatif"),
    ],
)
def test_rumus(t: str, r: str, c: str, polaritas: str) -> None:
    """Whichever formula an achievement follows, it is no error; the name says nothing here."""
    hasil = laporan(("Hasil panen", t, r, c), ("Luas lahan", "50,00", "60,00", "120,00"))
    assert [i.polaritas for i in hasil.indikator] == [polaritas, "positif"]
    assert keras(hasil) == []


@pytest.mark.parametrize(
    ("baris", "batas"),
    [
        ([("50,00", "60,00", "100,00"), ("50,00", "70,00", "100,00")], "100"),
        ([("50,00", "60,00", "100,00"), ("50,00", "40,00", "80,00")], "tanpa"),
        ([("50,00", "80,00", "120,00"), ("50,00", "68,00", "120,00")], "120"),
        ([("50,00", "80,00", "120,00"), ("50,00", "58,00", "116,00")], "tanpa"),
        ([("50,00", "80,00", "120,00"), ("50,00", "58,00", "120,00")], "110_120"),
        ([("50,00", "80,00", "160,00"), ("50,00", "58,00", "116,00")], "tanpa"),
        ([("50,00", "50,00", "100,00"), ("50,00", "40,00", "80,00")], "tanpa"),
    ],
)
def test_batas(baris: list[tuple[str, str, str]], batas: str) -> None:
    """A cap that nobody states is known by several achievements at it; by one it is asked about, and accuses nobody."""
    hasil = laporan(*((f"Indikator {nama}", *b) for nama, b in zip(("padi", "jagung"), baris, strict=True)))
    assert hasil.metode.batas == batas
    assert keras(hasil) == []


def test_salah_tetap_salah() -> None:
    """What follows no formula, under no cap that the other lines allow, is found."""
    hasil = laporan(
        ("Hasil panen", "50,00", "60,00", "210,00"),
        ("Luas lahan", "50,00", "60,00", "100,00"),
        ("Jumlah petani", "50,00", "62,00", "124,00"),
        ("Hasil ternak", "50,00", "41,00", "82,00"),
        ("Hasil ikan", "40,00", "41,00", "102,50"),
    )
    assert hasil.metode.batas == "tanpa"
    assert keras(hasil) == [("KIN01", "210,00"), ("KIN01", "60,00 | 100,00")]


@settings(max_examples=sedalam(25), phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(laporan_konsisten(), st.integers(0, 10**6), st.sampled_from((".txt", ".txt", ".md", ".docx", ".pdf")))
def test_tanpa_temuan(tmp_path_factory: pytest.TempPathFactory, asal: Laporan, benih: int, akhiran: str) -> None:
    """A consistent report read back has no error and no warning, whatever true sentences stand in it.

    It is printed without polarities and caps; among the sentences are figures of other things.
    """
    s = SumberAcak(Random(benih))  # noqa: S311 - everything a format leaves open, from one number
    jalur: Path = tmp_path_factory.mktemp("varian") / f"laporan{akhiran}"
    bagian = cetak(asal, s).bagian
    kalimat = map(Teks, prosa(asal, s))
    FORMAT[akhiran](jalur, [*bagian[:SAMPUL_CETAK], *kalimat, *bagian[SAMPUL_CETAK:]], s)
    assert keras(baca(jalur)) == []


def test_label_dua_kata() -> None:
    """Of labels that begin alike the longest is meant."""
    isi = "\nRata-rata capaian kinerja sasaran sebesar 80,00 dengan kategori {} dan naik.\n"
    baris = ("Hasil panen", "50,00", "40,00", "80,00")
    for label in ("Cukup Berhasil", "Sangat Tinggi", "Tinggi"):
        hasil = laporan(baris, lanjut=isi.format(label))
        assert [k.tertulis.teks for k in hasil.narasi if k.rumus == "kategori"] == [label]
