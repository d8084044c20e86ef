"""A PDF with a highlight and a note at each wrong figure: pypdf writes, pdfplumber knows where words stand."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

from sakip.tulis.keluaran import KeluaranError
from sakip.tulis.office.pustaka import AUTHOR, pastikan
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sakip.tulis.anotasi import Catatan

__all__ = ["anotasi"]

WARNA = {"kesalahan": "ff9999", "peringatan": "ffe680", "catatan": "b3d9ff"}

TERBANYAK = 12
"""Words that one printed figure may be made of: `Rp. 1.234 ,00 -`."""


def anotasi(path: Path, catatan: Sequence[Catatan]) -> tuple[bytes, list[Catatan]]:
    """The document with its highlights. A figure is looked for on the page of its place."""
    pastikan("pdfplumber", "pdfplumber", "pdf")
    import pdfplumber

    sisa: list[Catatan] = []
    menurut: dict[int, list[Catatan]] = {}
    for c in catatan:
        if c.lokasi.halaman is None:
            sisa.append(c)
        else:
            menurut.setdefault(c.lokasi.halaman, []).append(c)
    try:
        penulis = PdfWriter(clone_from=PdfReader(path))
        with pdfplumber.open(path) as pdf:
            for nomor, semua in sorted(menurut.items()):
                if not 1 <= nomor <= len(pdf.pages):
                    sisa += semua
                    continue
                hal = pdf.pages[nomor - 1]
                kata = hal.extract_words(keep_blank_chars=False, use_text_flow=False)
                dipakai: dict[str, int] = {}
                for c in semua:
                    kotak = _cari(kata, c.tertulis, dipakai.get(c.tertulis, 0))
                    if kotak is None:
                        sisa.append(c)
                        continue
                    dipakai[c.tertulis] = dipakai.get(c.tertulis, 0) + 1
                    penulis.add_annotation(nomor - 1, _sorot(kotak, float(hal.height), c))
                hal.close()
    except PyPdfError as e:
        raise KeluaranError("bukan_pdf", sumber=str(path), galat=str(e)) from e
    wadah = io.BytesIO()
    penulis.write(wadah)
    return wadah.getvalue(), sisa


def _cari(kata: list[dict[str, Any]], teks: str, ke: int) -> tuple[float, float, float, float] | None:
    """The box around the words that print a figure; the last one that there is when it was found before."""
    dicari = "".join(teks.split())
    if not dicari:
        return None
    ada = []
    for i in range(len(kata)):
        isi = ""
        for j in range(i, min(i + TERBANYAK, len(kata))):
            isi += "".join(kata[j]["text"].split())
            if isi == dicari or (i == j and dicari in isi and not _lebih(isi, dicari)):
                bagian = kata[i : j + 1]
                ada.append((
                    min(float(w["x0"]) for w in bagian), min(float(w["top"]) for w in bagian),
                    max(float(w["x1"]) for w in bagian), max(float(w["bottom"]) for w in bagian),
                ))  # fmt: skip
                break
            if not dicari.startswith(isi):
                break
    return ada[min(ke, len(ada) - 1)] if ada else None


def _lebih(isi: str, dicari: str) -> bool:
    """Whether the word is a longer figure that only contains the one looked for."""
    depan, _, belakang = isi.partition(dicari)
    return depan[-1:].isdigit() or belakang[:1].isdigit()


def _sorot(kotak: tuple[float, float, float, float], tinggi: float, c: Catatan) -> Highlight:
    x0, atas, x1, bawah = kotak
    y0, y1 = tinggi - bawah, tinggi - atas
    titik = [x0, y1, x1, y1, x0, y0, x1, y0]
    h = Highlight(
        rect=(x0, y0, x1, y1),
        quad_points=ArrayObject([FloatObject(t) for t in titik]),
        highlight_color=WARNA[c.keparahan],
        title_bar=AUTHOR,
    )
    h[NameObject("/Contents")] = TextStringObject(bersih(str(c)))
    return h
