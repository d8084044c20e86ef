"""A total counts each part once, whatever shows the levels of its lines; where it is neither sum, both are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sakip.aturan.bahan.contoh import Uang, formulir, laporan
from sakip.tinjauan.engine import reviu
from sakip.tulis.words.kamus import pesan

if TYPE_CHECKING:
    from sakip.temuan.temuan import Temuan

INDUK, ANAK = ("Program Penunjang", "Program Koperasi"), ("Perencanaan", "Keuangan", "Pelatihan", "Pengawasan")
PAGU = (3_127, 1_013, 2_114, 4_089, 1_538, 2_551)
NAMA = (INDUK[0], *ANAK[:2], INDUK[1], *ANAK[2:])
TANDA: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "titik": (("1.", "1.1", "1.2", "2.", "2.1", "2.2"), NAMA),
    "romawi": (("I", "1", "2", "II", "1", "2"), NAMA),
    "huruf": (("1.", "a.", "b.", "2.", "a.", "b."), NAMA),
    "kapital": (("",) * 6, tuple(n.upper() if n in INDUK else n for n in NAMA)),
    "kata": (("",) * 6, tuple(n if n in INDUK else f"Kegiatan {n}" for n in NAMA)),
    "urut": (tuple("123456"), tuple(n.removeprefix("Program ") for n in NAMA)),
}
"""What shows the levels: numbers and names of two parents with two parts each."""


def uang(juta: int) -> str:
    return f"Rp {juta:,}.000.000".replace(",", ".")


def pk(tanda: str, jumlah: int, pagu: tuple[int, ...] = PAGU) -> list[Temuan]:
    """The errors of a form whose JUMLAH prints so many million."""
    nomor, nama = TANDA[tanda]
    baris = [Uang(no, n, uang(p)) for no, n, p in zip(nomor, nama, pagu, strict=True)]
    hasil = reviu(laporan(perjanjian=(formulir("II", "Kepala Dinas Contoh", baris, jumlah=uang(jumlah)),)))
    return [t for t in hasil.temuan if t.keparahan == "kesalahan"]


@pytest.mark.parametrize("tanda", TANDA)
def test_formulir(tanda: str) -> None:
    assert pk(tanda, 7_216) == []
    for salah in (14_432, 9_990):
        (t,) = pk(tanda, salah)
        assert (t.kode, t.tertulis, t.seharusnya) == ("PKJ01", uang(salah), "7.216.000.000")


@pytest.mark.parametrize("tanda", [t for t in TANDA if t != "urut"])
def test_formulir_induk_keliru(tanda: str) -> None:
    """A parent that is no sum is one error; a total that is neither sum is another, and names both."""
    keliru = (3_137, *PAGU[1:])
    (t,) = pk(tanda, 7_216, keliru)
    assert (t.kode, t.tertulis, t.seharusnya) == ("PKJ03", uang(3_137), "3.127.000.000")
    dua = {t.kode: t for t in pk(tanda, 9_990, keliru)}
    assert {p.seharusnya for x in dua["PKJ01"].alternatif for p in x} >= {"7.216.000.000", "7.226.000.000"}
    assert "baris teratas menjumlah 7.226.000.000, baris terbawah 7.216.000.000" in pesan(dua["PKJ01"])
    assert all(uang(3_137) in pesan(t.tertulis) for t in dua.values())


@pytest.mark.parametrize(("jumlah", "salah"), [(900, False), (450, False), (910, True)])
def test_kebetulan(jumlah: int, salah: bool) -> None:
    """Round figures of one column may happen to be sums: they show no levels, but a total may be that of either."""
    baris = [
        Uang(f"{n}.", nama, uang(p))
        for n, (nama, p) in enumerate(zip("ABCDEF", (300, 100, 200, 150, 100, 50), strict=True), 1)
    ]
    hasil = reviu(laporan(perjanjian=(formulir("II", "Kepala Dinas Contoh", baris, jumlah=uang(jumlah)),)))
    assert any(t.kode == "PKJ01" for t in hasil.temuan if t.keparahan == "kesalahan") is salah
