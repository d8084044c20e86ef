"""The sheet Daftar Uji: the items of the regulation's form, then our own, each with its proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from sakip.tulis.kkr import gaya
from sakip.tulis.kkr.daftar_uji import (
    ARTI,
    COCOK,
    DISAJIKAN,
    FORMULIR,
    PEREVIU,
    TAK_BERLAKU,
    TAK_DITEMUKAN,
    butir,
    lingkup,
    nomor_ringkas,
)
from sakip.tulis.kkr.isi import BELUM_CUKUP, SESUAI, TIDAK

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.tulis.kkr.isi import Isi

__all__ = ["WARNA_STATUS", "tulis"]

WARNA_STATUS = {
    SESUAI: "baik", DISAJIKAN: "baik", COCOK: "baik", TIDAK: "kesalahan", BELUM_CUKUP: "peringatan",
    TAK_DITEMUKAN: "peringatan", PEREVIU: "isian", TAK_BERLAKU: "catatan",
}  # fmt: skip

KEPALA = (
    ("No", 7), ("Pernyataan", 40), ("Hasil hitungan", 17), ("Bukti: ditemukan, dibandingkan, diuji", 50),
    ("Yang menghalangi", 44), ("Temuan no.", 12), ("Sisanya bagi pereviu", 28), ("Check list pereviu", 14),
    ("Catatan dan bukti pereviu", 30),
)  # fmt: skip


def tulis(ws: Worksheet, isi: Isi) -> None:
    """Write the sheet."""
    gaya.siapkan(ws, "Daftar Uji", f"{FORMULIR} {lingkup(isi.instansi)}", len(KEPALA))
    ws.row_dimensions[2].height = 52
    gaya.kepala(ws, 4, [k for k, _ in KEPALA], [w for _, w in KEPALA])
    baris, kelompok = 5, ""
    for b in butir(isi):
        if b.kelompok != kelompok:
            kelompok = b.kelompok
            for kolom in range(1, len(KEPALA) + 1):
                gaya.tulis(ws, baris, kolom, "", "kelompok")
            gaya.tulis(ws, baris, 1, b.nomor.partition(".")[0], "kelompok")
            gaya.tulis(ws, baris, 2, kelompok if b.resmi else f"{kelompok} (bukan bagian formulir)", "kelompok")
            baris += 1
        teks = (
            b.nomor, b.uraian, b.hasil, _daftar(b.bukti), _daftar(b.halangan), nomor_ringkas(b.temuan), b.pereviu,
        )  # fmt: skip
        for kolom, t in enumerate(teks, 1):
            gaya.tulis(ws, baris, kolom, t, WARNA_STATUS[b.hasil] if kolom == 3 else "isi", sebaris=False)
        gaya.tulis(ws, baris, 8, "", "isian")
        gaya.tulis(ws, baris, 9, "", "isian")
        ws.row_dimensions[baris].height = gaya.tinggi([(t, KEPALA[i][1]) for i, t in enumerate(teks)])
        baris += 1
    pilihan = DataValidation(type="list", formula1='"ya,tidak,tidak berlaku"', allow_blank=True)
    pilihan.add(f"H5:H{baris - 1}")
    ws.add_data_validation(pilihan)
    ws.auto_filter.ref = f"A4:I{baris - 1}"
    gaya.tulis(ws, baris + 1, 2, "Arti hasil hitungan", "tebal")
    for ke, (hasil, arti) in enumerate(ARTI.items(), baris + 2):
        gaya.tulis(ws, ke, 2, arti)
        gaya.tulis(ws, ke, 3, hasil, WARNA_STATUS[hasil])
        ws.row_dimensions[ke].height = gaya.tinggi([(arti, 40), (hasil, 17)])


def _daftar(teks: tuple[str, ...]) -> str:
    return "\n".join(f"• {t}" for t in teks)
