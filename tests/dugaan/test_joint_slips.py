"""Slips that spoil several figures at once: what they are told by, and that nothing else is taken for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.kedalaman import sedalam

from sakip import pesan, reviu
from sakip.model.laporan import Laporan
from sakip.model.tabel import Tabel

if TYPE_CHECKING:
    from sakip.temuan.temuan import Temuan

KOLOM = ("nama", "rincian:A", "rincian:B", "rincian:C", "jumlah")

Isi = list[list[int]]


def silang(isi: Isi, nomor: str = "1.3") -> Tabel:
    """A crosstab with its totals to the right and below."""
    baris = [[*b, sum(b)] for b in isi]
    baris.append([sum(k) for k in zip(*baris, strict=True)])
    nama = [*(f"Bidang {chr(65 + i)}" for i in range(len(isi))), "JUMLAH"]
    sel = [[n, *map(str, b)] for n, b in zip(nama, baris, strict=True)]
    return Tabel.susun(KOLOM, sel, nomor=nomor, judul="Pegawai", jenis=[*["rincian"] * len(isi), "total"])


def ganti(t: Tabel, isi: dict[tuple[int, int], str]) -> Tabel:
    """Other texts in some cells, by line and column."""
    teks = [[isi.get((i, j), s.teks) for j, s in enumerate(b.sel)] for i, b in enumerate(t.baris)]
    return Tabel.susun(KOLOM, teks, nomor=t.nomor, judul=t.judul, jenis=[b.jenis for b in t.baris])


def kesalahan(t: Tabel) -> list[Temuan]:
    r = reviu(Laporan(instansi="Dinas", tahun=2025, tabel=(t,)))
    assert not r.galat
    return [x for x in r.temuan if x.keparahan == "kesalahan"]


def sebab(t: Temuan) -> set[str]:
    return {d.jenis for d in t.dugaan}


ISI = st.lists(st.lists(st.integers(0, 400), min_size=3, max_size=3), min_size=3, max_size=6)


@settings(max_examples=sedalam(60))
@given(ISI, st.data())
def test_baris_hilang(isi: Isi, data: st.DataObject) -> None:
    """A line left out is one finding, which says what it printed; the line that is left in is not doubted."""
    n = data.draw(st.integers(0, len(isi) - 1))
    assume(sum(x > 0 for x in isi[n]) > 1 and len({*map(tuple, isi)}) == len(isi))
    t = silang(isi)
    (temuan,) = kesalahan(attrs.evolve(t, baris=t.baris[:n] + t.baris[n + 1 :]))
    assert (temuan.kode, temuan.kunci, sebab(temuan)) == ("TAB02", "baris_hilang", {"baris_hilang"})
    angka = [x for x in (*isi[n], sum(isi[n])) if x]
    assert sorted(int(pesan(x).rsplit(" ", 1)[1].replace(".", "")) for x in temuan.isi["daftar"]) == sorted(angka)
    assert temuan.lokasi[0].kolom == "jumlah"
    assert not temuan.seharusnya


@pytest.mark.parametrize("beda", [(5, 7, 0, 13), (5, -7, 0, -2), (5, 0, 0, 0)])
def test_bukan_baris_hilang(beda: tuple[int, ...]) -> None:
    """Totals that exceed their lines by what makes up no line, or fall short of them, are wrong totals."""
    t = silang([[41, 52, 63], [17, 28, 39], [104, 205, 306]])
    jumlah = [int(s.teks) for s in t.baris[3].sel[1:]]
    isi = {(3, j): str(n + d) for j, (n, d) in enumerate(zip(jumlah, beda, strict=True), 1)}
    temuan = kesalahan(ganti(t, isi))
    assert temuan
    assert all(x.kunci != "baris_hilang" for x in temuan)


@settings(max_examples=sedalam(60))
@given(ISI, st.data())
def test_sel_tertukar(isi: Isi, data: st.DataObject) -> None:
    """Two cells swapped in a column are one finding that names both, where no other swap would do the same."""
    j = data.draw(st.integers(0, 2))
    a, b = data.draw(st.lists(st.integers(0, len(isi) - 1), min_size=2, max_size=2, unique=True))
    beda = [x - y for x, y in zip([*isi[a], sum(isi[a])], [*isi[b], sum(isi[b])], strict=True)]
    assume(beda[j] and beda[3] != beda[j] and all(abs(d) != abs(beda[j]) for k, d in enumerate(beda[:3]) if k != j))
    t = silang(isi)
    temuan = kesalahan(ganti(t, {(a, j + 1): str(isi[b][j]), (b, j + 1): str(isi[a][j])}))
    (x,) = temuan
    assert x.kunci == "tukar"
    assert {(y.baris, y.kolom) for y in x.lokasi} == {(a + 1, KOLOM[j + 1]), (b + 1, KOLOM[j + 1])}
    assert "tukar_sel" in sebab(x)


def test_deret_bergeser() -> None:
    """A run of figures one line too low is one finding that says to which line each belongs."""
    isi = [[11, 320, 63], [17, 281, 39], [104, 205, 306], [55, 66, 77]]
    geser = {(1, 2): "320", (2, 2): "281", (3, 2): "205"}
    (x,) = kesalahan(ganti(silang(isi), geser))
    assert x.kunci == "deret"
    assert [y.baris for y in x.lokasi] == [2, 3, 4]
    assert "geser" in sebab(x)


def test_dua_salah_ketik_bukan_satu_sebab() -> None:
    """Two figures that have nothing to do with each other are two findings."""
    isi = [[111, 320, 163], [217, 281, 139], [104, 205, 306]]
    temuan = kesalahan(ganti(silang(isi), {(0, 1): "171", (2, 3): "309"}))
    assert sorted((x.tertulis, x.seharusnya) for x in temuan) == [("171", "111"), ("309", "306")]


def test_angka_salah_dengan_selisihnya_bukan_baris_hilang() -> None:
    """A budget mistyped on one line, and the difference reckoned from it: totals exceed their lines in two columns."""
    baris = [["A", "100", "10", "90"], ["B", "80", "80", "0"], ["JUMLAH", "180", "180", "0"]]
    t = Tabel.susun(
        ["nama", "pagu_murni", "pagu", "selisih"], baris, nomor="2.7", jenis=["rincian", "rincian", "total"]
    )
    temuan = kesalahan(t)
    assert temuan
    assert all(x.kunci != "baris_hilang" for x in temuan)


def test_baris_tersalin() -> None:
    """A line that prints the figures of the line above is one finding: where from, and what each should be."""
    kolom = ["nama", "pagu", "realisasi_anggaran", "sisa"]
    baris = [
        ["Pelatihan", "83.064.584", "82.400.068", "664.516"],
        ["Promosi", "83.064.584", "82.400.068", "664.516"],
        ["JUMLAH", "759.701.219", "717.761.869", "41.939.350"],
    ]
    anggaran = [["Pelatihan", "83.064.584"], ["Promosi", "676.636.635"], ["JUMLAH", "759.701.219"]]
    jenis = ["rincian", "rincian", "total"]
    lap = Laporan(
        instansi="Dinas",
        tahun=2025,
        tabel=(
            Tabel.susun(["nama", "pagu"], anggaran, nomor="2.7", judul="Anggaran", jenis=jenis),
            Tabel.susun(kolom, baris, nomor="3.5", judul="Realisasi", jenis=jenis),
        ),
    )
    (x,) = reviu(lap).temuan
    assert x.kunci == "salinan"
    assert [(y.baris, y.kolom) for y in x.lokasi] == [(2, "pagu"), (2, "realisasi_anggaran")]
    assert (x.seharusnya, x.isi["seharusnya2"]) == ("676.636.635", "635.361.801")
    assert [(d.jenis, pesan(d.isi["dari"])) for d in x.dugaan] == [("salin", "anggaran Pelatihan")]
    assert len(x.akibat) == 1
