"""The sheet Belum Diperiksa: figures without a relation, relations that could not be checked, rules that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.tulis.kkr import gaya
from sakip.tulis.teks import banyak, bersih
from sakip.tulis.words.kamus import sebut_lokasi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.tulis.kkr.isi import Isi

__all__ = ["tulis"]

KEPALA = (
    ("No", 6), ("Apa", 18), ("Angka / uji", 52), ("Tercetak", 22), ("Tempat", 42), ("Mengapa belum diperiksa", 44),
    ("Letak", 30), ("Hasil pemeriksaan pereviu", 30),
)  # fmt: skip


def tulis(ws: Worksheet, isi: Isi) -> None:
    """Write the sheet."""
    c = isi.reviu.cakupan
    keterangan = (
        f"{banyak(c.terperiksa)} dari {banyak(c.angka)} angka terperiksa ({c.persen}%). Tidak adanya temuan atas yang "
        "tercantum di sini bukan keyakinan bahwa isinya benar."
    )
    gaya.siapkan(ws, "Belum Diperiksa", keterangan, len(KEPALA))
    gaya.kepala(ws, 4, [k for k, _ in KEPALA], [w for _, w in KEPALA])
    baris = 5
    for nomor, teks in enumerate(_isi(isi), 1):
        gaya.angka(ws, baris, 1, nomor)
        for kolom, t in enumerate(teks, 2):
            gaya.tulis(ws, baris, kolom, t, "angka" if kolom == 4 else "isi")
        gaya.tulis(ws, baris, 8, "", "isian")
        lebar = [w for _, w in KEPALA[1:]]
        ws.row_dimensions[baris].height = gaya.tinggi([(bersih(t), w) for t, w in zip(teks, lebar, strict=False)])
        baris += 1
    if baris == 5:
        gaya.tulis(ws, 5, 3, "Setiap angka yang terbaca ikut dalam sekurangnya satu uji.", "tebal")
        baris += 1
    ws.auto_filter.ref = f"A4:H{baris - 1}"


def _isi(isi: Isi) -> Iterator[tuple[str, ...]]:
    for g in isi.reviu.galat:
        alasan = f"aturan gagal dijalankan: {isi.kamus.ucap(g.pesan)}"
        yield "aturan gagal", f"{g.kode} {isi.kamus.judul(g.kode)}", "", "", alasan, ""
    for h in isi.tak_dapat():
        b = h.relasi.butir[0] if h.relasi.butir else None
        letak = sebut_lokasi(b.lokasi) if b is not None else ""
        yield (
            "uji tak dapat", f"{h.kode} {isi.kamus.ucap(h.relasi.uraian)}", b.teks if b is not None else "",
            b.tempat if b is not None else "", isi.kamus.ucap(h.evaluasi.alasan), letak,
        )  # fmt: skip
    for x in isi.reviu.cakupan.belum:
        yield "angka", x.nama, x.nilai, x.tempat, isi.kamus.ucap(x.alasan), sebut_lokasi(x.lokasi)
    for kode in isi.tanpa_bahan():
        alasan = "laporan tidak memuat bahan yang diperiksa aturan ini, atau tidak terbaca"
        yield "aturan tanpa bahan", f"{kode} {isi.kamus.judul(kode)}", "", "", alasan, ""
