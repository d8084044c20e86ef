"""`sakip tabel`: the tables of Bab III as they should be, each figure that differs marked."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import attrs
import pytest
from tests.contoh import laporan_contoh, reviu_contoh
from tests.tempat import CONTOH

from sakip.cli import main
from sakip.model.indikator import Indikator
from sakip.model.laporan import Laporan, Metode
from sakip.model.tabel import Tabel
from sakip.tinjauan.engine import reviu
from sakip.tinjauan.tabel_benar import TabelBenar, tabel_benar
from sakip.tulis.keluaran import KeluaranError
from sakip.tulis.tabel import tulis_tabel
from sakip.tulis.words.kamus import pesan

if TYPE_CHECKING:
    from pathlib import Path


def laporan(nama: str = "Program A") -> Laporan:
    """An achievement, its label and its mean wrong; a remainder and an absorption wrong."""
    kinerja = Tabel.susun(
        ["indikator", "target", "realisasi", "capaian", "kategori"],
        [
            ["Indikator satu", "80,00", "56,00", "70,10", "Sangat Tinggi"],
            ["Indikator dua", "50", "50", "100,00", "Sangat Tinggi"],
            ["Rata-rata", "", "", "85,00", ""],
        ],
        jenis=["rincian", "rincian", "rerata"],
        nomor="3.1",
        judul="Capaian",
    )
    uang = Tabel.susun(
        ["nama", "pagu", "realisasi_anggaran", "sisa", "serapan"],
        [[nama, "200.000", "150.000", "60.000", "85,00"], ["Program B", "100.000", "50.000", "50.000", "50,00"]],
        nomor="3.2",
        judul="Anggaran",
    )
    lain = Tabel.susun(["nama", "jumlah"], [["Meja", "3"]], nomor="1.1")
    ind = tuple(Indikator(kunci=k, nama=n) for k, n in (("satu", "Indikator satu"), ("dua", "Indikator dua")))
    return Laporan(
        instansi="Dinas",
        tahun=2025,
        metode=Metode(skala="permendagri86_laporan"),
        indikator=ind,
        tabel=(kinerja, uang, lain),
        sumber="contoh",
    )


def beda(t: TabelBenar) -> dict[str, str]:
    """Printed to right, for what differs."""
    return {s.tercetak: s.teks for b in t.baris for s in b if s.tercetak is not None}


def test_dihitung_ulang() -> None:
    """What follows from other figures is reckoned again; what is right, and other tables, stay."""
    kinerja, uang = tabel_benar(reviu(laporan()))
    assert beda(kinerja) == {"70,10": "70,00", "Sangat Tinggi": "Sedang", "": "Tinggi"}
    assert beda(uang) == {"60.000": "50.000", "85,00": "75,00"}
    assert (pesan(kinerja.sebutan), kinerja.judul) == ("Tabel 3.1", "Capaian")


def test_laporan_benar_tidak_ditandai() -> None:
    """A report put right by its own corrections has nothing left to mark."""
    t = Tabel.susun(["nama", "pagu", "realisasi_anggaran", "sisa"], [["A", "3", "2", "1"]], nomor="3.1")
    assert [x.beda for x in tabel_benar(reviu(Laporan(instansi="Dinas", tahun=2025, tabel=(t,))))] == [0]


def test_laporan_nyata() -> None:
    """On the real report: the two swapped achievements, and the efficiency step by step, which is right."""
    semua = {pesan(t.sebutan).split()[1] if t.kepala else "efisiensi": t for t in tabel_benar(reviu_contoh())}
    assert beda(semua["3.9"]) == {"100,12": "102,60", "102,60": "100,12"}
    assert beda(semua["3.10"]) == {}
    efisiensi = semua["efisiensi"]
    assert efisiensi.beda == 0
    teks = [" ".join(pesan(s.teks) for s in b) for b in efisiensi.baris]
    assert any("74,73%" in t for t in teks)
    assert any("Cukup" in t for t in teks)
    assert sum("PAK × CK = " in t for t in teks) == 3


def test_sepakat_dengan_reviu() -> None:
    """Every figure that the review blames in these tables with one right value is marked with that value."""
    lap = laporan_contoh()
    cetak = {(s.tercetak, s.teks) for t in tabel_benar(reviu(lap)) for b in t.baris for s in b if s.tercetak}
    ikut = {pesan(t.sebutan).partition(" ")[2] for t in tabel_benar(reviu(lap))}
    for t in reviu(lap).temuan:
        tabel = (t.lokasi[0].tabel or "").removeprefix("Tabel ") if t.lokasi else ""
        if t.keparahan == "kesalahan" and tabel in ikut and t.kunci in {"hasil", "operan", "sama", "label", "tukar"}:
            assert (t.tertulis, t.seharusnya) in cetak, t.id


def test_markdown() -> None:
    """Marked with the printed value; text of the report does nothing."""
    teks = "".join(x if isinstance(x, str) else "" for x in tulis_tabel(reviu(laporan("<b>|=1")), None))
    assert "**50.000** ⚠ (tercetak 60.000)" in teks
    assert "(tidak tercetak)" in teks
    assert "<b>" not in teks
    assert "\\|" in teks


def test_docx() -> None:
    """The same in Word: the marked cells are highlighted."""
    docx = pytest.importorskip("docx")
    (isi,) = tulis_tabel(reviu(laporan()), "x.docx")
    assert isinstance(isi, bytes)
    d = docx.Document(io.BytesIO(isi))
    warna = [
        r
        for t in d.tables
        for x in t.rows
        for c in x.cells
        for p in c.paragraphs
        for r in p.runs
        if r.font.highlight_color
    ]
    assert sorted(r.text for r in warna) == ["50.000", "70,00", "75,00", "Sedang", "Tinggi"]
    assert (isi,) == tuple(tulis_tabel(reviu(laporan()), "x.docx"))


def test_xlsx() -> None:
    """The same in Excel: a comment with the printed value, and no formula from the report."""
    openpyxl = pytest.importorskip("openpyxl")
    lap = attrs.evolve(laporan("=1+1"), instansi="\x00=Dinas")
    (isi,) = tulis_tabel(reviu(lap), "x.xlsx")
    assert isinstance(isi, bytes)
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    sel = [c for ws in buku for r in ws.iter_rows() for c in r]
    assert not [c for c in sel if c.data_type == "f"]
    catatan = {c.value: c.comment.text for c in sel if c.comment is not None}
    assert catatan["50.000"] == "sakip: (tercetak 60.000)"
    assert (isi,) == tuple(tulis_tabel(reviu(lap), "x.xlsx"))


def test_tidak_ada_tabelnya() -> None:
    """A report without such a table, and a format that there is none of, are clear errors."""
    with pytest.raises(KeluaranError, match="tidak memuat tabel"):
        list(tulis_tabel(reviu(Laporan(instansi="Dinas", tahun=2025, sumber="x")), None))
    with pytest.raises(KeluaranError, match="akhiran"):
        list(tulis_tabel(reviu(laporan()), "x.pdf"))


def test_menurut_konfigurasi(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rules that the reviewer's configuration chooses are those by which it is reckoned."""
    (tmp_path / "sakip.toml").write_text('pilih = ["ANG"]\n', encoding="utf-8")
    assert main(["tabel", str(CONTOH), "--konfigurasi", str(tmp_path / "sakip.toml")]) == 0
    assert "(tercetak 100,12)" not in capsys.readouterr().out
    assert main(["tabel", str(CONTOH), "--tanpa-konfigurasi"]) == 0
    assert "(tercetak 100,12)" in capsys.readouterr().out


def test_perintah(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To the screen and to a file; a target that is part of the source is refused and the source intact."""
    assert main(["tabel", str(CONTOH), "--tanpa-konfigurasi"]) == 0
    assert "Tabel 3.9" in capsys.readouterr().out
    assert main(["tabel", str(CONTOH), "-o", str(tmp_path / "a.md"), "--tanpa-konfigurasi"]) == 0
    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("# ")
    sumber = tmp_path / "lap.md"
    sumber.write_text("# LKjIP\n", encoding="utf-8")
    assert main(["tabel", str(sumber), "-o", str(sumber), "--tanpa-konfigurasi"]) == 2
    assert sumber.read_text(encoding="utf-8") == "# LKjIP\n"
