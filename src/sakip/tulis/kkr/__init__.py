"""Kertas Kerja Reviu (xlsx): what the reviewer files. What it quotes of a regulation stays as the regulation has it.

Text from a report is stored as text and can never become a formula; the formulas are ours alone.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from sakip.tulis.office.pustaka import AUTHOR, pastikan, satu, zip_tetap
from sakip.tulis.teks import bersih
from sakip.tulis.words.catalogue import isi_pesan

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
    yield buat(satu(reviu, isi_pesan("kkr.satu", {}, opsi.bahasa)), opsi)


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
    lembar = {kunci: buku.create_sheet(isi.lembar(kunci)) for kunci in depan.LEMBAR}
    ujung = uji.tulis(lembar["uji"], isi)
    rekonsiliasi.tulis(lembar["rekonsiliasi"], isi)
    belum.tulis(lembar["belum"], isi)
    periksa.tulis(lembar["daftar_uji"], isi)
    temuan.tulis(lembar["temuan"], isi)
    depan.ringkasan(lembar["ringkasan"], isi, ujung)
    depan.sampul(lembar["sampul"], isi)
    buku.calculation.fullCalcOnLoad = True
    buku.properties.creator = AUTHOR
    buku.properties.title = bersih(
        isi.kamus("kkr.judul.berkas", instansi=isi.instansi, tahun=str(reviu.laporan.tahun))
    )[:250]
    wadah = io.BytesIO()
    buku.save(wadah)
    return zip_tetap(wadah.getvalue())
