"""A PDF with a highlight and a note at each wrong figure: pypdf writes, PDFium knows where words stand."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

from sakip.pembaca.pdf.baris import susun_kata
from sakip.tulis.keluaran import KeluaranError
from sakip.tulis.office.pustaka import AUTHOR, pastikan
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sakip.pembaca.pdf.lembar import Bidang, Persegi
    from sakip.tulis.anotasi import Catatan

__all__ = ["anotasi"]

WARNA = {"kesalahan": "ff9999", "peringatan": "ffe680", "catatan": "b3d9ff"}

TERBANYAK = 12
"""Words that one printed figure may be made of: `Rp. 1.234 ,00 -`."""


def anotasi(path: Path, catatan: Sequence[Catatan]) -> tuple[bytes, list[Catatan]]:
    """The document with its highlights. A figure is looked for on the page of its place."""
    pastikan("pypdfium2", "pypdfium2", "pdf")
    from sakip.pembaca.pdf.mesin import Berkas, MesinError

    sisa: list[Catatan] = []
    menurut: dict[int, list[Catatan]] = {}
    for c in catatan:
        if c.lokasi.halaman is None:
            sisa.append(c)
        else:
            menurut.setdefault(c.lokasi.halaman, []).append(c)
    try:
        penulis = PdfWriter(clone_from=PdfReader(path))
        with Berkas(path) as berkas:
            for nomor, semua in sorted(menurut.items()):
                if not 1 <= nomor <= len(berkas):
                    sisa += semua
                    continue
                lembar = berkas.lembar(nomor - 1)
                kata = susun_kata(lembar.huruf)
                dipakai: dict[str, int] = {}
                for c in semua:
                    kotak = _cari(kata, c.tertulis, dipakai.get(c.tertulis, 0))
                    if kotak is None:
                        sisa.append(c)
                        continue
                    dipakai[c.tertulis] = dipakai.get(c.tertulis, 0) + 1
                    penulis.add_annotation(nomor - 1, _sorot(kotak, lembar.bidang, c))
    except (PyPdfError, MesinError) as e:
        raise KeluaranError("bukan_pdf", sumber=str(path), galat=str(e)) from e
    wadah = io.BytesIO()
    penulis.write(wadah)
    return wadah.getvalue(), sisa


def _cari(kata: Sequence[tuple[str, Persegi]], teks: str, ke: int) -> Persegi | None:
    """The box around the words that print a figure; the last one that there is when it was found before."""
    dicari = "".join(teks.split())
    if not dicari:
        return None
    ada: list[Persegi] = []
    for i in range(len(kata)):
        isi = ""
        for j in range(i, min(i + TERBANYAK, len(kata))):
            isi += kata[j][0]
            if isi == dicari or (i == j and dicari in isi and not _lebih(isi, dicari)):
                kotak = [k for _, k in kata[i : j + 1]]
                kiri, atas, kanan, kaki = zip(*kotak, strict=True)
                ada.append((min(kiri), min(atas), max(kanan), max(kaki)))
                break
            if not dicari.startswith(isi):
                break
    return ada[min(ke, len(ada) - 1)] if ada else None


def _lebih(isi: str, dicari: str) -> bool:
    """Whether the word is a longer figure that only contains the one looked for."""
    depan, _, belakang = isi.partition(dicari)
    return depan[-1:].isdigit() or belakang[:1].isdigit()


def _sorot(kotak: Persegi, bidang: Bidang, c: Catatan) -> Highlight:
    sudut = bidang.asal(*kotak[:2]), bidang.asal(*kotak[2:])
    (x0, x1), (y0, y1) = (sorted(s) for s in zip(*sudut, strict=True))
    titik = [x0, y1, x1, y1, x0, y0, x1, y0]
    h = Highlight(
        rect=(x0, y0, x1, y1),
        quad_points=ArrayObject([FloatObject(t) for t in titik]),
        highlight_color=WARNA[c.keparahan],
        title_bar=AUTHOR,
    )
    h[NameObject("/Contents")] = TextStringObject(bersih(str(c)))
    return h
