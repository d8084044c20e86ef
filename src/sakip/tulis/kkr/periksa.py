"""The sheet Daftar Uji."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from sakip.tulis.kkr import gaya
from sakip.tulis.kkr.daftar_uji import ADA, BELUM_TERVERIFIKASI, DIISI, butir
from sakip.tulis.kkr.isi import BELUM_CUKUP, SESUAI, TIDAK

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.tulis.kkr.isi import Isi

__all__ = ["WARNA_STATUS", "tulis"]

WARNA_STATUS = {SESUAI: "baik", TIDAK: "kesalahan", BELUM_CUKUP: "peringatan", ADA: "catatan", DIISI: "isian"}

KEPALA = (
    ("No", 7), ("Uraian (bukan bunyi resmi)", 42), ("Yang dihitung sakip", 46), ("Hasil hitungan", 16),
    ("Temuan no.", 14), ("Sisanya bagi reviuer", 34), ("Simpulan reviuer", 16), ("Catatan dan bukti reviuer", 32),
)  # fmt: skip


def tulis(ws: Worksheet, isi: Isi) -> None:
    """Write the sheet."""
    gaya.siapkan(ws, "Daftar Uji", BELUM_TERVERIFIKASI, len(KEPALA))
    ws.row_dimensions[2].height = 26
    gaya.kepala(ws, 4, [k for k, _ in KEPALA], [w for _, w in KEPALA])
    baris, kelompok = 5, ""
    for b in butir(isi):
        if b.kelompok != kelompok:
            kelompok = b.kelompok
            for kolom in range(1, len(KEPALA) + 1):
                gaya.tulis(ws, baris, kolom, "", "kelompok")
            gaya.tulis(ws, baris, 1, f"{b.nomor.partition('.')[0]}.", "kelompok")
            gaya.tulis(ws, baris, 2, kelompok, "kelompok")
            baris += 1
        nomor = ", ".join(map(str, b.temuan))
        for kolom, teks in enumerate((b.nomor, b.uraian, b.rincian or "tidak ada yang dapat dihitung"), 1):
            gaya.tulis(ws, baris, kolom, teks)
        gaya.tulis(ws, baris, 4, b.hasil, WARNA_STATUS[b.hasil])
        gaya.tulis(ws, baris, 5, nomor)
        gaya.tulis(ws, baris, 6, b.reviuer)
        gaya.tulis(ws, baris, 7, "", "isian")
        gaya.tulis(ws, baris, 8, "", "isian")
        ws.row_dimensions[baris].height = gaya.tinggi(
            [(b.uraian, 42), (b.rincian, 46), (nomor, 14), (b.reviuer, 34), (b.hasil, 16)]
        )
        baris += 1
    pilihan = DataValidation(type="list", formula1=f'"{SESUAI},{TIDAK},{BELUM_CUKUP}"', allow_blank=True)
    pilihan.add(f"G5:G{baris - 1}")
    ws.add_data_validation(pilihan)
    ws.auto_filter.ref = f"A4:H{baris - 1}"
