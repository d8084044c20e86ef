"""Word documents (`.docx`, also with macros, which are never looked at) into blocks.

The package is inspected before anything is parsed; only the text, its styles, lists and notes are read. No
relation is followed out of the package, nothing is run.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from sakip.model.laporan import Catatan
from sakip.pembaca.bita import gagal, kurang_pustaka
from sakip.pembaca.blok import Dokumen
from sakip.pembaca.paket import buka_paket
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from pathlib import Path

    from sakip.pembaca.paket import Paket

__all__ = ["blok_docx"]

_UTAMA = "/officeDocument"
_CATATAN_KAKI = ("/footnotes", "/endnotes")
_GAYA, _NOMOR, _SISIPAN = "/styles", "/numbering", "/aFChunk"


def blok_docx(path: Path, sebutan: str) -> tuple[Dokumen, tuple[Catatan, ...]]:
    """The blocks of a Word document, and remarks on what was not read.

    Raises:
        SumberError: the file is no Word document, is encrypted, damaged or unsafe, or holds no text.
    """
    try:
        from docx.oxml.parser import parse_xml
    except ImportError:
        raise kurang_pustaka(sebutan, "python-docx", "docx") from None
    from sakip.pembaca.docx.gaya import Nomor, baca_gaya
    from sakip.pembaca.docx.isi import Isi

    paket = buka_paket(path, sebutan, "dokumen Word (.docx)", "word/")
    try:
        hubungan = _hubungan(paket, "", parse_xml)
        utama = next((t for j, t in hubungan if j.endswith(_UTAMA)), "word/document.xml")
        if not paket.ada(utama):
            raise gagal(sebutan, "rusak atau terpotong: isi dokumennya tidak ada")
        bagian = _hubungan(paket, utama, parse_xml)

        def akar(jenis: str) -> Any:
            nama = next((t for j, t in bagian if j.endswith(jenis) and paket.ada(t)), "")
            return parse_xml(paket.baca(nama)) if nama else None

        isi = Isi(sebutan, baca_gaya(akar(_GAYA)), Nomor(akar(_NOMOR)))
        dokumen = parse_xml(paket.baca(utama))
        for badan in dokumen:
            isi.baca(badan)
        for jenis in _CATATAN_KAKI:
            kaki = akar(jenis)  # an element without children is false to Python
            for catatan_kaki in () if kaki is None else kaki:
                isi.baca(catatan_kaki)
    except (SyntaxError, ValueError, KeyError, RecursionError, AttributeError) as e:
        raise gagal(sebutan, f"rusak: bagian XML tidak dapat diurai ({type(e).__name__})") from None
    if not isi.blok:
        raise gagal(sebutan, "tidak memuat teks")
    catatan: tuple[Catatan, ...] = ()
    if any(j.endswith(_SISIPAN) for j, _ in bagian):
        catatan = (Catatan(kalimat("sisipan_tidak_dibaca"), isi.blok[0].lokasi, hilang=True),)
    return Dokumen(tuple(isi.blok), sebutan, paket.sha256), catatan


def _hubungan(paket: Paket, asal: str, parse_xml: Any) -> list[tuple[str, str]]:
    """The relations of a part to other parts of the package: kind and name; those that lead outside are left out."""
    folder, _, nama = asal.rpartition("/")
    letak = posixpath.join(folder, "_rels", f"{nama}.rels")
    if not paket.ada(letak):
        return []
    hasil = []
    for el in parse_xml(paket.baca(letak)):
        if el.get("TargetMode") != "External":
            tujuan = el.get("Target") or ""
            penuh = tujuan[1:] if tujuan.startswith("/") else posixpath.normpath(posixpath.join(folder, tujuan))
            hasil.append((el.get("Type") or "", penuh))
    return hasil
