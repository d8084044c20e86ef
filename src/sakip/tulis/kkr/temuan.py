"""The sheet Temuan: kondisi, kriteria, sebab where one was detected, akibat, rekomendasi, bukti, status, tanggapan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from sakip.tulis.kkr import gaya
from sakip.tulis.kkr.periksa import WARNA_STATUS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.temuan.temuan import Temuan
    from sakip.tulis.kkr.isi import Isi

__all__ = ["tulis"]

KEPALA = (
    ("No", 5), ("Kode", 8), ("Keparahan", 11), ("Status", 12), ("Letak", 26), ("Kondisi", 46), ("Tercetak", 18),
    ("Seharusnya", 18), ("Selisih", 15), ("Kriteria", 34), ("Sebab", 22), ("Akibat", 34), ("Rekomendasi", 30),
    ("Bukti", 40), ("Tanggapan OPD", 24), ("Tindak lanjut", 12), ("Id", 14),
)  # fmt: skip

KETERANGAN = (
    "Sebab hanya berisi kesalahan tulis yang terdeteksi, dan selalu sebagai kemungkinan; bila kosong, sebab belum "
    "diketahui dan tidak boleh disimpulkan dari kertas kerja ini. Status: TIDAK SESUAI angka tercetak bertentangan; "
    "TIDAK CUKUP DATA perlu penjelasan atau dokumen lain. Kolom Tanggapan OPD diisi oleh yang direviu."
)


def tulis(ws: Worksheet, isi: Isi) -> None:
    """Write the sheet."""
    gaya.siapkan(ws, "Temuan", KETERANGAN, 9)
    ws.row_dimensions[2].height = 26
    gaya.kepala(ws, 4, [k for k, _ in KEPALA], [w for _, w in KEPALA])
    ws.freeze_panes = "E5"
    for i, t in enumerate(isi.reviu.temuan):
        _baris(ws, 5 + i, i + 1, t, isi)
    if not isi.reviu.temuan:
        gaya.tulis(ws, 5, 6, "Tidak ada temuan.", "tebal")
    # On paper: what was found on one page, what to make of it on the next, both with number and code.
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    ws.page_setup.scale = 62
    ws.print_title_cols = "A:B"
    ws.page_setup.pageOrder = "overThenDown"
    ws.col_breaks.append(Break(id=9))
    ws.auto_filter.ref = f"A4:Q{max(4 + len(isi.reviu.temuan), 5)}"


def _baris(ws: Worksheet, baris: int, nomor: int, t: Temuan, isi: Isi) -> None:
    tanggapan, lanjut = isi.tanggapan(t)
    gaya.angka(ws, baris, 1, nomor)
    tertulis, seharusnya = isi.kamus.ucap(t.tertulis), isi.kamus.ucap(t.seharusnya)
    teks = [
        t.kode, t.keparahan, isi.status(t), isi.letak(t), isi.kondisi(t), tertulis, seharusnya, t.selisih,
        isi.kriteria(t), isi.sebab(t), isi.akibat(t), isi.rekomendasi(t), isi.bukti(t), tanggapan, lanjut, t.id,
    ]  # fmt: skip
    khusus = {
        3: t.keparahan,
        4: WARNA_STATUS[isi.status(t)],
        7: "angka",
        8: "angka",
        9: "angka",
        15: "isian",
        16: "isian",
    }
    for kolom, nilai in enumerate(teks, 2):
        gaya.tulis(ws, baris, kolom, nilai, khusus.get(kolom, "isi"), sebaris=False)
    lebar = [w for _, w in KEPALA[1:]]
    ws.row_dimensions[baris].height = gaya.tinggi(list(zip(teks, lebar, strict=True)))
