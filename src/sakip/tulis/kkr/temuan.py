"""The sheet Temuan: kondisi, kriteria, sebab where one was detected, akibat, rekomendasi, bukti, status, tanggapan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from sakip.tulis.kkr import gaya
from sakip.tulis.kkr.isi import BELUM_CUKUP, TIDAK
from sakip.tulis.kkr.periksa import WARNA_STATUS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.temuan.temuan import Temuan
    from sakip.tulis.kkr.isi import Isi

__all__ = ["tulis"]

KEPALA = (
    ("no", 5), ("kode", 8), ("keparahan", 11), ("status", 12), ("letak", 26), ("kondisi", 46), ("tercetak", 18),
    ("seharusnya", 18), ("selisih", 15), ("kriteria", 34), ("sebab", 22), ("akibat", 34), ("rekomendasi", 30),
    ("bukti", 40), ("tanggapan", 24), ("lanjut", 12), ("id", 14),
)  # fmt: skip


def tulis(ws: Worksheet, isi: Isi) -> None:
    """Write the sheet."""
    k = isi.kamus
    keterangan = k(
        "kkr.temuan.keterangan",
        tidak=isi.sebut_hasil(TIDAK),
        belum=isi.sebut_hasil(BELUM_CUKUP),
        tanggapan=k("kkr.kolom.tanggapan"),
    )
    gaya.siapkan(ws, isi.lembar("temuan"), keterangan, 9, isi.kaki)
    ws.row_dimensions[2].height = 26
    gaya.kepala(ws, 4, isi.kepala(KEPALA), [w for _, w in KEPALA])
    ws.freeze_panes = "E5"
    for i, t in enumerate(isi.reviu.temuan):
        _baris(ws, 5 + i, i + 1, t, isi)
    if not isi.reviu.temuan:
        gaya.tulis(ws, 5, 6, k("kkr.temuan.tidak_ada"), "tebal")
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
        t.kode, isi.kamus(f"satu.{t.keparahan}"), isi.sebut_hasil(isi.status(t)), isi.letak(t), isi.kondisi(t),
        tertulis, seharusnya, t.selisih, isi.kriteria(t), isi.sebab(t), isi.akibat(t), isi.rekomendasi(t),
        isi.bukti(t), tanggapan, lanjut, t.id,
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
