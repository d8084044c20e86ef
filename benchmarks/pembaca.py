"""How long reading a report of 300 pages takes, and how much memory, in each format.

    python benchmarks/pembaca.py [--halaman 300]

The report is made first: pages of prose and of budget tables that go on over pages. Each format is read by a
process of its own. The goals, on two cores: PDF 60 s and 1 GB, DOCX and XLSX 10 s.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Any

from tabulate import tabulate

BARIS_HALAMAN = 22
"""Rows of a table that fill a page."""
TUJUAN = {"pdf": (60, 1000), "docx": (10, None), "xlsx": (10, None)}
KEPALA = ["KODE REK", "PROGRAM/KEGIATAN/SUB KEGIATAN", "ANGGARAN (Rp)", "REALISASI ANGGARAN (Rp)", "CAPAIAN (%)"]
PROSA = (
    "Dinas Contoh Kabupaten Contoh melaksanakan program dan kegiatan tahun 2025 sesuai dengan perjanjian kinerja, "
    "dengan anggaran yang bersumber dari APBD dan didukung oleh seluruh bidang. "
)

BACA = """
import json, resource, sys, time
from sakip.pembaca import baca
mulai = time.perf_counter()
laporan = baca(sys.argv[1])
lama = time.perf_counter() - mulai
puncak = [resource.getrusage(siapa).ru_maxrss / 1000 for siapa in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(json.dumps([lama, puncak, sum(len(t.baris) for t in laporan.tabel)]))
"""


def isi(halaman: int) -> list[tuple[str, list[list[str]]]]:
    """Chapters: a paragraph, then a table of three pages."""
    acak = Random(1)  # noqa: S311 - the same report on every run
    hasil = []
    for n in range(max(1, halaman // 4)):
        baris = []
        for i in range(BARIS_HALAMAN * 3):
            pagu = acak.randrange(10**7, 10**9)
            nyata = acak.randrange(pagu // 2, pagu)
            persen = f"{100 * nyata / pagu:.2f}".replace(".", ",")
            baris.append(
                [f"{i % 99 + 1:04}", f"Penyediaan layanan {n + 1} bagian {i + 1}", _uang(pagu), _uang(nyata), persen]
            )
        hasil.append((PROSA * 14, baris))
    return hasil


def _uang(n: int) -> str:
    return f"{n:,}".replace(",", ".") + ",00"


def tulis_docx(jalur: Path, bab: list[tuple[str, list[list[str]]]]) -> None:
    """The report as a Word document."""
    import docx

    dokumen = docx.Document()
    dokumen.add_paragraph("LAPORAN KINERJA TAHUN 2025")
    for n, (prosa, baris) in enumerate(bab, 1):
        dokumen.add_paragraph(prosa)
        dokumen.add_paragraph(f"Tabel 3.{n} Anggaran dan Realisasi")
        tabel = dokumen.add_table(len(baris) + 1, len(KEPALA), style="Table Grid")
        for tr, sel in zip(tabel._tbl.tr_lst, [KEPALA, *baris], strict=True):
            for tc, teks in zip(tr.tc_lst, sel, strict=True):
                tc.p_lst[0].add_r().text = teks
    dokumen.save(str(jalur))


def tulis_xlsx(jalur: Path, bab: list[tuple[str, list[list[str]]]]) -> None:
    """The report as a workbook, its figures as numbers with formats."""
    import openpyxl
    from openpyxl.cell import WriteOnlyCell

    buku = openpyxl.Workbook(write_only=True)
    for n, (prosa, baris) in enumerate(bab, 1):
        lembar = buku.create_sheet(f"3.{n}")
        lembar.append([prosa])
        lembar.append([])
        lembar.append(KEPALA)
        for b in baris:
            sel: list[object] = list(b[:2])
            for teks in b[2:]:
                c = WriteOnlyCell(lembar, value=float(teks.replace(".", "").replace(",", ".")))
                c.number_format = "#,##0.00"
                sel.append(c)
            lembar.append(sel)
    buku.save(jalur)


def tulis_pdf(jalur: Path, bab: list[tuple[str, list[list[str]]]]) -> None:
    """The report as a PDF with ruled tables."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import LongTable, PageBreak, Paragraph, SimpleDocTemplate

    gaya = getSampleStyleSheet()["Normal"]
    alur: list[Any] = [Paragraph("LAPORAN KINERJA TAHUN 2025", gaya)]
    for n, (prosa, baris) in enumerate(bab, 1):
        alur += [Paragraph(prosa * 2, gaya), Paragraph(f"Tabel 3.{n} Anggaran dan Realisasi", gaya), PageBreak()]
        garis: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONTSIZE", (0, 0), (-1, -1), 9)]
        tinggi = 700 / (BARIS_HALAMAN + 1)
        alur += [LongTable([KEPALA, *baris], repeatRows=1, style=garis, rowHeights=tinggi), PageBreak()]
    SimpleDocTemplate(str(jalur), pagesize=A4, leftMargin=20, rightMargin=20, topMargin=60, bottomMargin=60).build(alur)


def main() -> None:
    """Make the reports, read them, print the table."""
    pengurai = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    pengurai.add_argument("--halaman", type=int, default=300, help="pages of the report")
    bab = isi(pengurai.parse_args().halaman)
    hasil = []
    with tempfile.TemporaryDirectory() as folder:
        for akhiran, tulis in (("pdf", tulis_pdf), ("docx", tulis_docx), ("xlsx", tulis_xlsx)):
            jalur = Path(folder) / f"laporan.{akhiran}"
            tulis(jalur, bab)
            mulai = time.perf_counter()
            proses = subprocess.run(
                [sys.executable, "-c", BACA, str(jalur)], stdout=subprocess.PIPE, text=True, check=True
            )
            seluruh = time.perf_counter() - mulai
            lama, (sendiri, anak), baris = json.loads(proses.stdout)
            detik, megabita = TUJUAN[akhiran]
            waktu = [f"{lama:.1f}", f"{seluruh:.1f}", detik]
            memori = [f"{sendiri:.0f}", f"{anak:.0f}", megabita or "-"]
            hasil.append([akhiran, f"{jalur.stat().st_size / 1e6:.1f}", baris, *waktu, *memori])
    kepala = ["format", "MB", "rows", "s", "s, process", "goal", "MB peak", "MB peak, a child", "goal"]
    print(tabulate(hasil, kepala, disable_numparse=True))


if __name__ == "__main__":
    main()
