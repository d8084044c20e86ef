"""The sheet Daftar Uji: the items of the regulation's form, then our own, each with its proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from sakip.tulis.kkr import gaya
from sakip.tulis.kkr.daftar_uji import (
    COCOK,
    DISAJIKAN,
    HASIL,
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
    ("no", 7), ("pernyataan", 40), ("hasil", 17), ("bukti_uji", 50), ("halangan", 44), ("temuan_no", 12),
    ("pereviu", 28), ("centang", 14), ("catatan", 30),
)  # fmt: skip


def tulis(ws: Worksheet, isi: Isi) -> None:
    """Write the sheet."""
    k = isi.kamus
    keterangan = f"{k('uji.formulir')} {lingkup(isi.instansi, k)}"
    gaya.siapkan(ws, isi.lembar("daftar_uji"), keterangan, len(KEPALA), isi.kaki)
    ws.row_dimensions[2].height = 52
    gaya.kepala(ws, 4, isi.kepala(KEPALA), [w for _, w in KEPALA])
    baris, kelompok = 5, ""
    for b in butir(isi):
        if b.kelompok != kelompok:
            kelompok = b.kelompok
            for kolom in range(1, len(KEPALA) + 1):
                gaya.tulis(ws, baris, kolom, "", "kelompok")
            gaya.tulis(ws, baris, 1, b.nomor.partition(".")[0], "kelompok")
            gaya.tulis(ws, baris, 2, kelompok if b.resmi else k("kkr.tambahan", kelompok=kelompok), "kelompok")
            baris += 1
        teks = (
            b.nomor, b.uraian, isi.sebut_hasil(b.hasil), _daftar(b.bukti, isi), _daftar(b.halangan, isi),
            nomor_ringkas(b.temuan), b.pereviu,
        )  # fmt: skip
        for kolom, t in enumerate(teks, 1):
            gaya.tulis(ws, baris, kolom, t, WARNA_STATUS[b.hasil] if kolom == 3 else "isi", sebaris=False)
        gaya.tulis(ws, baris, 8, "", "isian")
        gaya.tulis(ws, baris, 9, "", "isian")
        ws.row_dimensions[baris].height = gaya.tinggi([(t, KEPALA[i][1]) for i, t in enumerate(teks)])
        baris += 1
    pilihan = DataValidation(type="list", formula1=f'"{k("kkr.centang")}"', allow_blank=True)
    pilihan.add(f"H5:H{baris - 1}")
    ws.add_data_validation(pilihan)
    ws.auto_filter.ref = f"A4:I{baris - 1}"
    gaya.tulis(ws, baris + 1, 2, k("hasil.arti"), "tebal")
    for ke, kunci in enumerate(HASIL, baris + 2):
        arti, hasil = k(f"hasil.arti.{kunci}"), isi.sebut_hasil(kunci)
        gaya.tulis(ws, ke, 2, arti)
        gaya.tulis(ws, ke, 3, hasil, WARNA_STATUS[kunci])
        ws.row_dimensions[ke].height = gaya.tinggi([(arti, 40), (hasil, 17)])


def _daftar(teks: tuple[str, ...], isi: Isi) -> str:
    return "\n".join(isi.kamus("butir_daftar", teks=t) for t in teks)
