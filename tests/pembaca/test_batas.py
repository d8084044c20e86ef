"""What is too much for a report is refused or read in pieces, whatever the format: in bounded time."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from tests.kedalaman import sedalam

from sakip.errors import SumberError
from sakip.pembaca import baca
from sakip.pembaca.batas import KOLOM_TERBANYAK, TABEL_TERBANYAK
from sakip.pembaca.tafsir import neraca
from sakip.pembaca.tafsir.prosa import buku_klaim
from sakip.pembaca.tafsir.prosa.alinea import ALINEA_TERPANJANG
from sakip.pembaca.tafsir.prosa.buku_klaim import KLAIM_TERBANYAK
from sakip.teks.kalimat import Kalimat, kalimat

if TYPE_CHECKING:
    from pathlib import Path

    from sakip.model.laporan import Laporan

AWAL = "LAPORAN KINERJA\n\nDINAS CONTOH\n\nTAHUN 2025\n\n"
ANGKA = "\n\nURAIAN\tJUMLAH\nPegawai\t3\n"
"""Without a figure it would be no report."""


def tulis(folder: Path, isi: str, nama: str = "laporan.txt") -> Path:
    (folder / nama).write_text(AWAL + isi, encoding="utf-8")
    return folder / nama


def salah(jalur: Path) -> list[str]:
    with pytest.raises(SumberError) as e:
        baca(jalur)
    return [str(m).removeprefix(f"{jalur}") for m in e.value.masalah]


def catatan(laporan: Laporan) -> list[Kalimat]:
    return [c.pesan for c in laporan.catatan]


@pytest.mark.parametrize(("nama", "pemisah"), [("a.txt", "\t"), ("a.md", "|")])
def test_baris_terlalu_lebar(tmp_path: Path, nama: str, pemisah: str) -> None:
    """Every line that has too many columns is named, up to a number of them."""
    lebar = pemisah.join(["", *(str(i) for i in range(sedalam(100_000))), ""])
    banyak = "\n".join([pemisah.join(["", *("x" * 3000), ""])] * 30)
    jalur = tulis(tmp_path, f"{lebar}\n{lebar}\n\nKata.\n\n{banyak}", nama)
    pesan = salah(jalur)
    assert [t.partition(" ")[0] for t in pesan[:3]] == [":7:", ":8:", ":12:"]
    assert f"paling banyak {KOLOM_TERBANYAK}" in pesan[0]
    assert pesan[-1].endswith("baris lain juga terlalu lebar")


def test_folder_data(tmp_path: Path) -> None:
    """A table of a data folder with more columns than any report has."""
    from sakip.pengujian import laporan_acak
    from sakip.tulis.folder import tulis_folder

    tulis_folder(laporan_acak(1), tmp_path / "data")
    berkas = next((tmp_path / "data" / "tabel").glob("*.csv"))
    berkas.write_text(",".join(f"rincian:k{n}" for n in range(50_000)), encoding="utf-8")
    assert f"tabel/{berkas.name}:1: 50000 kolom; paling banyak {KOLOM_TERBANYAK}" in salah(tmp_path / "data")[0]


def test_terlalu_banyak_tabel(tmp_path: Path) -> None:
    """More tiny tables than any report has."""
    assert salah(tulis(tmp_path, "\n\n".join(["1\t2"] * 20_000))) == [f": 20000 tabel; paling banyak {TABEL_TERBANYAK}"]


@pytest.mark.mendalam
def test_excel(tmp_path: Path) -> None:
    """A sheet with as many columns as Excel allows: its rows by their cells."""
    from openpyxl import Workbook

    buku: Any = Workbook(write_only=True)
    lembar = buku.create_sheet("Data")
    for _ in range(2):
        lembar.append(["x"] * 16_384)
    buku.save(tmp_path / "a.xlsx")
    assert [t.partition("; ")[2] for t in salah(tmp_path / "a.xlsx")] == [
        f"paling banyak {KOLOM_TERBANYAK} (Data!A1)",
        f"paling banyak {KOLOM_TERBANYAK} (Data!A2)",
    ]


def test_word(tmp_path: Path) -> None:
    """A row of a Word table with more cells than any report has."""
    from docx import Document

    d: Any = Document()
    baris = d.add_table(1, 1)._tbl.tr_lst[0]
    for n in range(KOLOM_TERBANYAK + 1):
        sel = deepcopy(baris.tc_lst[0])
        sel.p_lst[0].add_r().text = f"kata {n * n} dan {n * n * n}"  # a file that packs too well is refused before
        baris.append(sel)
    d.save(str(tmp_path / "a.docx"))
    assert "kolom; paling banyak" in salah(tmp_path / "a.docx")[0]


def test_alinea_panjang(tmp_path: Path) -> None:
    """A paragraph without end, in one line or in many, is read in pieces, and said so where words were parted."""
    kata = "capaian kinerja pada tahun 2025 "
    laporan = baca(tulis(tmp_path, kata * 4000 + ANGKA))
    assert kalimat("alinea_terlalu_panjang", karakter=ALINEA_TERPANJANG) in catatan(laporan)
    assert len(laporan.narasi) > 3900
    assert len(baca(tulis(tmp_path, f"{kata}\n" * 4000 + ANGKA)).narasi) == 4000 + 1


def test_terlalu_banyak_klaim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures of prose without end: so many are kept, the rest is said to be lost."""
    batas = sedalam(KLAIM_TERBANYAK)
    for modul in (buku_klaim, neraca):
        monkeypatch.setattr(modul, "KLAIM_TERBANYAK", batas)
    laporan = baca(tulis(tmp_path, "pada tahun 2025 naik\n" * (batas + 10) + ANGKA))
    assert len(laporan.narasi) == batas
    assert [c.hilang for c in laporan.catatan if c == buku_klaim.TERLALU_BANYAK] == [True]


@pytest.mark.parametrize(
    "isi",
    [
        "\n" * sedalam(1_000_000) + "Selesai.",
        "\f\n" * sedalam(300_000) + "Selesai.",
        "NO\tNAMA\n1\t" + "kata " * sedalam(400_000),
        "NO\tNAMA\n1\t" + "k" * sedalam(2_000_000),
        "NO\tJUMLAH\n1\t" + "1." * sedalam(300_000),
        "- " * sedalam(200_000) + "x",
        "*a " * sedalam(60_000) + "**b" * sedalam(60_000),
        "$$\\frac{1}{2}" * sedalam(20_000),
        "capaian sebesar " * sedalam(50_000) + "10%",
        "indikator kinerja yang telah mencapai 1 " * sedalam(10_000),
    ],
    ids=["baris kosong", "halaman", "sel", "kata", "angka", "butir", "bintang", "rumus", "sebesar", "indikator"],
)
def test_bentuk_jahat(tmp_path: Path, isi: str) -> None:
    """Whatever repeats without end, it is read; the suite would not end were it not in time."""
    assert baca(tulis(tmp_path, isi + ANGKA, "a.md")).tahun == 2025
