"""A total counts each part once, whatever shows the levels of its lines; where it is neither sum, both are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

from sakip.aturan.bahan.contoh import Uang, formulir, laporan, tabel
from sakip.tinjauan.engine import reviu
from sakip.tulis.words.kamus import pesan

if TYPE_CHECKING:
    from sakip.model.tabel import Tabel
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


# -- tables ------------------------------------------------------------------------------------


KOLOM = "no | nama | pagu | realisasi_anggaran"


def jumlah_kolom(*baris: str, kolom: str = KOLOM) -> list[Temuan]:
    """What column footing finds in a table."""
    hasil = reviu(laporan(tabel=(tabel("3.4", "Realisasi Anggaran", kolom, *baris),)))
    return [t for t in hasil.temuan if t.kode == "TAB02" and t.keparahan == "kesalahan"]


def bernomor(*nomor: str, anak: str = "40.123.400") -> list[str]:
    """Programs of those numbers, of two activities each."""
    return [
        b
        for n in nomor
        for b in (
            f"{n} | Pelayanan {n} besar | 100.123.400 | 80.234.500",
            f"1 | Kegiatan {n} pertama | 60.000.000 | 50.000.000",
            f"2 | Kegiatan {n} kedua | {anak} | 30.234.500",
        )
    ]


@pytest.mark.parametrize("nomor", [("I", "II", "III"), ("a", "b", "c"), ("k", "L", "m"), ("A", "b", "C")])
@pytest.mark.parametrize("atas", [(), (" | DINAS CONTOH | | ",), (" | (%) | | ", "► | DINAS CONTOH | | ")])
def test_nomor_bertingkat(nomor: tuple[str, ...], atas: tuple[str, ...]) -> None:
    """Lines without figures say nothing of the levels; a capital among small letters goes on with them."""
    total = " | JUMLAH | 300.370.200 | 240.703.500"
    assert not jumlah_kolom(*atas, *bernomor(*nomor), total)
    assert jumlah_kolom(*atas, *bernomor(*nomor), " | JUMLAH | 300.370.300 | 240.703.500")


def test_kaki_tanpa_nama() -> None:
    """A line at the foot that nothing names is a part of nothing, and accuses nobody."""
    assert not jumlah_kolom(*bernomor("I", "II", "III"), " | | 300.370.200 | 240.703.500")
    assert not jumlah_kolom(*bernomor("I", "II", "III"), " | | 900.370.200 | 940.703.500")


def test_bagian_tak_bertanda() -> None:
    """Where lines are parts of others and nothing shows of which, a total that is far less accuses nobody."""
    kolom = "nama | pagu | realisasi_anggaran"
    baris = [b.split(" | ", 1)[1] for b in bernomor("I", "II", "III")]
    baris[2] = "Kegiatan I kedua | 40.123.000 | 30.234.000"  # one sum is wrong, so that sums do not show the levels
    assert not jumlah_kolom(*baris, "JUMLAH | 300.370.200 | 240.703.500", kolom=kolom)
    assert jumlah_kolom(*baris[1:3], "JUMLAH | 100.123.900 | 80.234.500", kolom=kolom)


@pytest.mark.parametrize(("judul", "halaman", "salah"), [("", 2, False), ("Tabel lain", 2, True), ("", 4, True)])
def test_bagian_tabel_di_halaman_lain(judul: str, halaman: int, salah: bool) -> None:
    """A table without a title on the next page may be the rest of the one above: its total accuses nobody."""

    def bagian(judul: str, halaman: int, *baris: str) -> Tabel:
        t = tabel("", judul, "nama | pagu", *baris)
        sel = [[attrs.evolve(s, lokasi=attrs.evolve(s.lokasi, halaman=halaman)) for s in b.sel] for b in t.baris]
        return attrs.evolve(t, baris=tuple(attrs.evolve(b, sel=tuple(s)) for b, s in zip(t.baris, sel, strict=True)))

    atas = bagian("Realisasi", 1, "Pelayanan A | 10.123.400", "Pelayanan B | 20.000.000", "Pelayanan C | 30.500.000")
    bawah = bagian(judul, halaman, "Pelayanan D | 40.000.000", "Pelayanan E | 5.500.000", "JUMLAH | 106.123.400")
    temuan = reviu(laporan(tabel=(atas, bawah))).temuan
    assert any(t.kode == "TAB02" and t.keparahan == "kesalahan" for t in temuan) is salah
