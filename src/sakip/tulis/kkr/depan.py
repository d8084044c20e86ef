"""The first sheets: Sampul, which says what this is, and Ringkasan, which counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.relasi import TANDA
from sakip.tulis.kkr import gaya
from sakip.tulis.kkr.daftar_uji import lingkup
from sakip.tulis.kkr.periksa import WARNA_STATUS
from sakip.tulis.path import path
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.tulis.kkr.isi import Isi

__all__ = ["LEMBAR", "ringkasan", "sampul"]

LEMBAR = ("sampul", "ringkasan", "temuan", "uji", "rekonsiliasi", "belum", "daftar_uji")
"""The sheets in their order."""


def sampul(ws: Worksheet, isi: Isi) -> None:
    """The cover: what was reviewed, by what, what is in the workbook, and room to sign."""
    lap, k = isi.reviu.laporan, isi.kamus
    gaya.siapkan(ws, k("kkr.judul"), "", 4, isi.kaki)
    ws.page_setup.fitToHeight = 1
    for huruf, lebar in zip("ABCD", (26, 46, 30, 30), strict=True):
        ws.column_dimensions[huruf].width = lebar
    gaya.tulis(ws, 2, 1, k("kkr.anak_judul"), "anak_judul")
    data = [
        ("instansi", lap.instansi),
        ("laporan", isi.judul),
        ("sumber", path(lap.sumber) if lap.sumber else ""),
        ("sidik", lap.sha256),
        ("alat", isi.alat),
        ("batasan", k("kkr.batasan.isi", batasan=isi.dibatasi) if isi.dibatasi else ""),
    ]
    baris = 4
    for kunci, nilai in data:
        if nilai:
            gaya.tulis(ws, baris, 1, k(f"kkr.{kunci}"), "tebal")
            for kolom in (3, 4):
                gaya.tulis(ws, baris, kolom, "")
            gaya.tulis(ws, baris, 2, nilai)
            ws.merge_cells(start_row=baris, start_column=2, end_row=baris, end_column=4)
            ws.row_dimensions[baris].height = gaya.tinggi([(bersih(nilai), 106)], 16)
            baris += 1
    baris += 1
    gaya.tulis(ws, baris, 1, k("kkr.isi"), "anak_judul")
    for kunci in LEMBAR[1:]:
        baris += 1
        nama = isi.lembar(kunci)
        sel = gaya.tulis(ws, baris, 1, nama, "tebal")
        sel.hyperlink = f"#'{nama}'!A1"
        gaya.tulis(ws, baris, 2, k(f"kkr.guna.{kunci}"))
        ws.merge_cells(start_row=baris, start_column=2, end_row=baris, end_column=4)
        for kolom in (3, 4):
            ws.cell(baris, kolom).style = "isi"
        ws.row_dimensions[baris].height = 16
    baris += 2
    gaya.tulis(ws, baris, 1, k("kkr.keyakinan"), "anak_judul")
    teks = k("kkr.keyakinan.isi", belum=isi.lembar("belum"))
    gaya.tulis(ws, baris + 1, 1, teks, "bebas")
    ws.merge_cells(start_row=baris + 1, start_column=1, end_row=baris + 1, end_column=4)
    ws.row_dimensions[baris + 1].height = 30
    teks = lingkup(isi.instansi, isi.kamus)
    gaya.tulis(ws, baris + 2, 1, teks, "bebas")
    ws.merge_cells(start_row=baris + 2, start_column=1, end_row=baris + 2, end_column=4)
    ws.row_dimensions[baris + 2].height = 30
    baris += 4
    for kolom, oleh in enumerate(("disusun", "direviu", "disetujui"), 1):
        gaya.tulis(ws, baris, kolom, k(f"kkr.{oleh}"), "kepala")
        gaya.tulis(ws, baris + 1, kolom, k("kkr.paraf"), "isian", sebaris=False)
    ws.row_dimensions[baris + 1].height = 76


def ringkasan(ws: Worksheet, isi: Isi, ujung: int) -> None:
    """The counts. Those of the relations are formulas over the sheet Uji."""
    gaya.siapkan(ws, isi.lembar("ringkasan"), "", 8, isi.kaki)
    for huruf, lebar in zip("ABCDEFGHI", (10, 52, 12, 12, 12, 12, 12, 20, 12), strict=True):
        ws.column_dimensions[huruf].width = lebar
    baris = _temuan(ws, isi, 3)
    baris = _uji(ws, isi, baris + 1, ujung)
    _aturan(ws, isi, baris + 1)


def _temuan(ws: Worksheet, isi: Isi, baris: int) -> int:
    gaya.tulis(ws, baris, 1, isi.lembar("temuan"), "anak_judul")
    for kolom, kunci in enumerate(("keparahan", "banyak", "terbuka"), 2):
        gaya.tulis(ws, baris + 1, kolom, isi.kamus(f"kkr.kolom.{kunci}"), "kepala")
    baris += 2
    for keparahan, n in isi.reviu.hitung_keparahan().items():
        gaya.tulis(ws, baris, 2, isi.kamus(f"kkr.ringkasan.arti.{keparahan}"), keparahan)
        gaya.angka(ws, baris, 3, n)
        gaya.angka(ws, baris, 4, len(isi.terbuka(keparahan)))
        baris += 1
    return baris


def _uji(ws: Worksheet, isi: Isi, baris: int, ujung: int) -> int:
    """Outcomes by the engine and by the formulas of the workbook, side by side."""
    k, lembar = isi.kamus, f"'{isi.lembar('uji')}'!"
    gaya.tulis(ws, baris, 1, isi.lembar("uji"), "anak_judul")
    for kolom, kunci in enumerate(("tanda", "arti", "sakip", "rumus"), 1):
        gaya.tulis(ws, baris + 1, kolom, k(f"kkr.kolom.{kunci}"), "kepala")
    n = isi.reviu.hitung_putusan()
    baris += 2
    awal = baris
    for putusan, tanda in TANDA.items():
        gaya.tulis(ws, baris, 1, tanda, "tanda")
        gaya.tulis(ws, baris, 2, k(f"kkr.ringkasan.{putusan.value}"))
        gaya.angka(ws, baris, 3, n[putusan])
        # Compared cell by cell: COUNTIF would take ? for any character.
        uji, tanda_uji = f'{lembar}$C$5:$C${ujung}="{k("kkr.uji.uji")}"', f"{lembar}$L$5:$L${ujung}=A{baris}"
        gaya.rumus(ws, baris, 4, f"SUMPRODUCT(({uji})*({tanda_uji}))", "angka", 0)
        baris += 1
    gaya.tulis(ws, baris, 1, "Σ", "tanda")
    gaya.tulis(ws, baris, 2, k("kkr.ringkasan.semua"), "tebal")
    gaya.rumus(ws, baris, 3, f"SUM(C{awal}:C{baris - 1})", "angka", 0)
    gaya.rumus(ws, baris, 4, f"SUM(D{awal}:D{baris - 1})", "angka", 0)
    baris += 1
    gaya.tulis(ws, baris, 1, "", "isi")
    gaya.tulis(ws, baris, 2, k("kkr.ringkasan.berbeda"), "tebal")
    gaya.tulis(ws, baris, 3, "")
    gaya.rumus(ws, baris, 4, f'COUNTIF({lembar}$N$5:$N${ujung},"{k("kkr.cocok.tidak")}")', "angka", 0)
    baris += 1
    gaya.tulis(ws, baris, 1, "")
    gaya.tulis(ws, baris, 2, k("kkr.ringkasan.cakupan", **isi.cakupan))
    gaya.tulis(ws, baris, 3, f"{isi.cakupan['persen']}%", "angka")
    gaya.tulis(ws, baris, 4, "")
    if isi.reviu.galat:
        baris += 1
        gagal = k("kkr.ringkasan.gagal", n=len(isi.reviu.galat), belum=isi.lembar("belum"))
        gaya.tulis(ws, baris, 2, gagal, "kesalahan")
    return baris + 1


def _aturan(ws: Worksheet, isi: Isi, baris: int) -> None:
    gaya.tulis(ws, baris, 1, isi.kamus("kkr.ringkasan.aturan"), "anak_judul")
    nama, aturan, temuan, status = (isi.kamus(f"kkr.kolom.{n}") for n in ("kode", "aturan", "temuan", "status"))
    judul = [nama, aturan, *TANDA.values(), temuan, status]
    for kolom, j in enumerate(judul, 1):
        gaya.tulis(ws, baris + 1, kolom, j, "kepala")
    kepala = baris + 1
    baris += 2
    for kode in isi.kode():
        gaya.tulis(ws, baris, 1, kode)
        gaya.tulis(ws, baris, 2, isi.kamus.judul(kode))
        for kolom, putusan in enumerate(TANDA, 3):
            n = isi.hasil[kode][putusan] if kode in isi.hasil else 0
            gaya.angka(ws, baris, kolom, n or None)
        gaya.angka(ws, baris, 7, len(isi.temuan_kode.get(kode, ())) or None)
        hasil = isi.status_kode([kode])
        gaya.tulis(ws, baris, 8, isi.sebut_hasil(hasil), WARNA_STATUS.get(hasil, "isi"))
        baris += 1
    ws.auto_filter.ref = f"A{kepala}:H{max(baris - 1, kepala + 1)}"
    ws.freeze_panes = "A3"
