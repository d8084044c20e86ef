"""Words, figures and rows of narrow ruled cells: broken by the cell or by the page, and put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from tests.penulis.kanvas import isi, lukis

from sakip.pembaca.pdf.baris import gabung_sel, susun_baris
from sakip.pembaca.pdf.lembar import Huruf
from sakip.pembaca.pdf.sel import Lipatan, rapikan_sel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    Sel = tuple[int, int, Sequence[str]]
    """First and last column, lines."""

HURUF, TINGGI, TEPI = 10.0, 12.0, 3.0


def tabel(x: Sequence[float], baris: Sequence[Sequence[Sel]], atas: float = 700) -> Callable[[Canvas], None]:
    """Rows of ruled cells whose lines are broken as given, with the spaces at their ends."""

    def f(c: Canvas) -> None:
        y = atas
        for b in baris:
            kaki = y - TINGGI * max(len(t) for *_, t in b) - 2
            for awal, akhir, teks in b:
                c.rect(x[awal], kaki, x[akhir + 1] - x[awal], y - kaki)
                for n, t in enumerate(teks, 1):
                    c.drawString(x[awal] + TEPI, y - TINGGI * n, t)
            y = kaki

    return f


def sel(*teks: Sequence[str]) -> list[Sel]:
    """A row without merged cells."""
    return [(k, k, t) for k, t in enumerate(teks)]


def lebar(*teks: str) -> list[float]:
    """Columns as wide as these texts."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    hasil = [60.0]
    for t in teks:
        hasil.append(hasil[-1] + stringWidth(t, "Helvetica", HURUF) + 2 * TEPI)
    return hasil


BERSPASI = sel(["Uraian ", "kegiatan ini"], ["Nilai ", "akhir ini"])
"""Two cells that a program wrote which keeps its spaces."""


def test_spasi_di_ujung_baris(tmp_path: Path) -> None:
    """A full line without a space ends in a word when the others keep theirs; a shorter line was ended on purpose."""
    x = lebar("Pengembangann", "Kabupaten/Kot")
    baris = [
        BERSPASI,
        BERSPASI,
        sel(["Pengembangann", "nya ", "petik"], ["Rata-", "rata nilai naik"]),
        sel(["Satu dua tiga ", "empat lima"], ["Kabupaten/", "Kotamadya/", "Desa"]),
        BERSPASI,
    ]
    assert isi(lukis(tmp_path / "a.pdf", tabel(x, baris)))[0][2:4] == [  # type: ignore[index] # a grid
        ["Pengembangannnya petik", "Rata-rata nilai naik"],
        ["Satu dua tiga empat lima", "Kabupaten/Kotamadya/Desa"],
    ]


def test_kata_patah(tmp_path: Path) -> None:
    """A word longer than its cell is one word; two that fill theirs stay two when the document has them elsewhere."""

    def prosa(c: Canvas) -> None:
        c.drawString(60, 780, "Bidang ini menyusun target untuk kinerja seluruh bidang.")

    atas = [sel(["INDIKAT", "OR ", "KINERJA"], ["TARGETT", "KINERJA"]), sel(["Sekreta", "riat"], ["5"])]
    bawah = [sel(["NAMA"], ["NILAI"]), sel(["Sekretar", "iat"], ["7"])]
    x = lebar("INDIKAT", "TARGETT")

    def f(c: Canvas) -> None:
        prosa(c)
        tabel([60, 60 + 39.5 + 2 * TEPI, *x[2:]], atas[:1])(c)
        c.drawString(60, 640, "Bidang ini menyusun target.")
        tabel(lebar("Sekreta", "TARGETT"), atas[1:] * 2, atas=600)(c)
        c.drawString(60, 540, "Bidang ini menyusun target.")
        tabel(lebar("Sekretar", "TARGETT"), bawah, atas=500)(c)

    _, kepala, _, satu, _, dua = isi(lukis(tmp_path / "a.pdf", f))
    assert kepala == [["INDIKATOR KINERJA", "TARGETT KINERJA"]]
    assert satu == [["Sekretariat", "5"], ["Sekretariat", "5"]]
    assert dua == [["NAMA", "NILAI"], ["Sekretariat", "7"]]


@pytest.mark.parametrize(
    ("baris", "utuh"),
    [
        (("1.234.5", "67,00"), "1.234.567,00"),
        (("508.618,", "-"), "508.618,-"),
        (("-", "1.234,00"), "-1.234,00"),
        (("Jumlah ", "1.234.5", "67 unit"), "Jumlah 1.234.567 unit"),
        (("1.234.567,0", "0", "8.234.567,0", "0 naik"), "1.234.567,00 8.234.567,00 naik"),
    ],
)
def test_angka_patah(tmp_path: Path, baris: Sequence[str], utuh: str) -> None:
    """A figure broken because its cell is full, alone or in a text."""
    x = lebar("Uraian kegiatann", max(baris, key=len))
    hasil = isi(lukis(tmp_path / "a.pdf", tabel(x, [sel(["Nama"], ["Nilai"]), sel(["Satu"], baris)])))
    assert hasil == [[["Nama", "Nilai"], ["Satu", utuh]]]


def test_kepala_terpotong_halaman(tmp_path: Path) -> None:
    """A heading cut by the page is one, with its cells over two columns and those below them."""
    x = lebar("NOMOR", "JUMLAH", "S 1", "S 1")
    atas: list[Sel] = [(0, 0, ["NOM"]), (1, 1, ["JUM"]), (2, 3, ["S 1"])]
    sisa = sel(["OR"], ["LAH"], ["L"], ["P"])
    data = sel(["1"], ["5"], ["2"], ["3"])
    x = [x[0], x[0] + 29, x[0] + 58, *x[3:]]
    jalur = lukis(
        tmp_path / "a.pdf", tabel(x, [atas], atas=80), tabel(x, [sisa, data, sel(["2"], ["7"], ["3"], ["4"])], A4[1])
    )
    hasil = isi(jalur)
    assert hasil[0] == [["NOMOR", "JUMLAH", "S 1", ""], ["", "", "L", "P"]]
    assert hasil[1] == [["1", "5", "2", "3"], ["2", "7", "3", "4"]]


def test_gabungan_terpotong_halaman(tmp_path: Path) -> None:
    """A cell merged over rows that the page cuts gets its rest back in the row where it began."""
    x = lebar("Meningkatnyaaa", "Indikator satu", "Nilai")

    def halaman(c: Canvas) -> None:
        tabel(x, [sel(["Sasaran"], ["Indikator"], ["Nilai"])], atas=92)(c)
        c.rect(x[0], 50, x[1] - x[0], 28)
        c.drawString(x[0] + TEPI, 66, "Meningkatnya ")
        for n, (y, t) in enumerate(((64, "Indikator satu"), (50, "Indikator dua"))):
            c.rect(x[1], y, x[2] - x[1], 14)
            c.rect(x[2], y, x[3] - x[2], 14)
            c.drawString(x[1] + TEPI, y + 2, t)
            c.drawString(x[2] + TEPI, y + 2, str(n + 7))

    bawah = [sel(["akuntabilitas"], [""], [""]), sel(["Naiknya minat"], ["Indikator tiga"], ["9"])]
    hasil = isi(lukis(tmp_path / "a.pdf", halaman, tabel(x, bawah, atas=A4[1])))
    assert hasil[0] == [
        ["Sasaran", "Indikator", "Nilai"],
        ["Meningkatnya akuntabilitas", "Indikator satu", "7"],
        ["", "Indikator dua", "8"],
    ]
    assert hasil[1] == [["Naiknya minat", "Indikator tiga", "9"]]


@pytest.mark.parametrize(("ujung", "terputus"), [(" ", True), ("", False)])
def test_kelompok_atau_sisa(tmp_path: Path, ujung: str, terputus: bool) -> None:
    """A line that keeps its space goes on over the page; one that ends without it is followed by a heading."""
    x = lebar("Rata-rata nilai", "Hasil tahun ini")
    atas = [
        sel(["Uraian ", "kegiatan ini"], ["Nilai ", "tahun akhir"]),
        sel(["Tujuan"], [""]),
        sel(["Uraian ", "kegiatan ini"], ["Nilai ", "tahun akhir"]),
        sel(["Uraian ", "kegiatan ini"], ["Nilai ", "tahun akhir"]),
        sel([f"Rata-rata{ujung}"], ["105,45"]),
    ]
    bawah = [sel(["Sasaran akhir"], [""]), sel(["Uraian"], ["Nilai"])]
    hasil = isi(lukis(tmp_path / "a.pdf", tabel(x, atas, atas=150), tabel(x, bawah, atas=A4[1])))
    assert hasil[0][-1] == [f"Rata-rata{' Sasaran akhir' * terputus}", "105,45"]  # type: ignore[index] # a grid
    assert (["Sasaran akhir", ""] in hasil[1]) is not terputus  # type: ignore[operator] # a grid


def test_figur_dan_baris_penuh(tmp_path: Path) -> None:
    """A row all of whose cells are cut is one when a figure plainly lacks its end."""
    x = lebar("2.17.03.2.01.", "578.292.000,0")
    atas = [sel(["Kode"], ["Anggaran"]), sel(["01"], ["5,00"]), sel(["2.17.03.2.01."], ["578.292.000,"])]
    bawah = [sel(["0001"], ["00"]), sel(["02"], ["7,00"])]
    hasil = isi(lukis(tmp_path / "a.pdf", tabel(x, atas, atas=92), tabel(x, bawah, atas=A4[1])))
    assert hasil == [
        [["Kode", "Anggaran"], ["01", "5,00"], ["2.17.03.2.01.0001", "578.292.000,00"]],
        [["02", "7,00"]],
    ]


HURUF_ACAK = st.text(st.sampled_from("aB1., -/\u00a0\u200b\u2060\u2061\u2062\u00adRp%"), max_size=4)


@given(st.lists(st.tuples(HURUF_ACAK, st.floats(0, 90), st.sampled_from((700.0, 712.0, 724.0))), max_size=12))
def test_huruf_apa_pun(huruf: list[tuple[str, float, float]]) -> None:
    """Whatever letters stand in a cell, also those that print nothing, its lines are read."""
    isi = [
        Huruf(t, x, y, x + 5, y + 10, 10.0)
        for kata, awal, y in huruf
        for t, x in zip(kata, [awal + 5 * n for n in range(len(kata))], strict=True)
    ]
    baris = susun_baris(isi)
    hasil = gabung_sel([b.teks for b in rapikan_sel(baris, 80.0)])
    Lipatan().catat(baris, 80.0)
    terlihat = "".join(t for kata, *_ in huruf for t in kata if t in "aB1.,-/Rp%")
    assert sorted(t for t in hasil if t in "aB1.,-/Rp%") == sorted(terlihat)


def test_judul_dari_tabel_yang_lebih_lebar(tmp_path: Path) -> None:
    """A heading inside a table of four columns says nothing of the next page's table, which has fewer."""
    kolom = [60.0, 160.0, 260.0, 360.0, 460.0]
    atas = tabel(
        kolom, [sel(["a"], ["b"], ["c"], ["d"]), sel([""], [""], [""], ["Grup"]), sel(["1"], ["2"], ["3"], ["4"])]
    )
    sempit = tabel([60.0, 160.0, 360.0], [sel(["e"], ["f"]), sel(["5"], ["6"])], 780)
    lebih = tabel(kolom[:4], [sel(["g"], ["h"], ["i"]), sel(["7"], ["8"], ["9"])], 780)
    hasil = isi(lukis(tmp_path / "a.pdf", atas, sempit, lebih))
    assert hasil == [
        [["a", "b", "c", "d"], ["", "", "", "Grup"], ["1", "2", "3", "4"]],
        [["e", "f", ""], ["5", "6", ""]],
        [["g", "h", "i"], ["7", "8", "9"]],
    ]
