"""Kertas Kerja Reviu (xlsx): what the reviewer files. Always in Indonesian, since it is an Indonesian working paper.

Text from a report is stored as text and can never become a formula; the formulas are ours alone.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from sakip.tulis.office.pustaka import AUTHOR, pastikan, satu, zip_tetap
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip.tinjauan.engine import Reviu
    from sakip.tulis import Opsi

__all__ = ["buat", "tulis"]


def tulis(reviu: Iterable[Reviu], opsi: Opsi) -> Iterator[bytes]:
    """The workbook of one review.

    Raises:
        KeluaranError: openpyxl is missing, or there is more than one review.
    """
    pastikan("openpyxl", "openpyxl", "xlsx")
    yield buat(satu(reviu, "kertas kerja"), opsi)


def buat(reviu: Reviu, opsi: Opsi) -> bytes:
    """The workbook as bytes; the same review gives the same bytes."""
    from openpyxl import Workbook

    from sakip.tulis.kkr import belum, depan, periksa, rekonsiliasi, temuan, uji
    from sakip.tulis.kkr.gaya import pasang_gaya
    from sakip.tulis.kkr.isi import Isi

    isi = Isi(reviu, opsi)
    buku = Workbook()
    buku.remove(buku.worksheets[0])
    pasang_gaya(buku)
    lembar = {nama: buku.create_sheet(nama) for nama in depan.LEMBAR}
    ujung = uji.tulis(lembar["Uji"], isi)
    rekonsiliasi.tulis(lembar["Rekonsiliasi"], isi)
    belum.tulis(lembar["Belum Diperiksa"], isi)
    periksa.tulis(lembar["Daftar Uji"], isi)
    temuan.tulis(lembar["Temuan"], isi)
    depan.ringkasan(lembar["Ringkasan"], isi, ujung)
    depan.sampul(lembar["Sampul"], isi)
    buku.calculation.fullCalcOnLoad = True
    buku.properties.creator = AUTHOR
    buku.properties.title = bersih(f"Kertas Kerja Reviu {isi.instansi} {reviu.laporan.tahun}")[:250]
    wadah = io.BytesIO()
    buku.save(wadah)
    return zip_tetap(wadah.getvalue())
