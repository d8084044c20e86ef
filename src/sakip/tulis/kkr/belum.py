"""The sheet Belum Diperiksa: figures without a relation, relations that could not be checked, rules that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.tulis.kkr import gaya
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.tulis.kkr.isi import Isi

__all__ = ["tulis"]

KEPALA = (
    ("no", 6), ("apa", 18), ("angka_uji", 52), ("tercetak", 22), ("tempat", 42), ("mengapa", 44), ("letak", 30),
    ("pemeriksaan", 30),
)  # fmt: skip


def tulis(ws: Worksheet, isi: Isi) -> None:
    """Write the sheet."""
    gaya.siapkan(ws, isi.lembar("belum"), isi.kamus("kkr.belum.keterangan", **isi.cakupan), len(KEPALA), isi.kaki)
    gaya.kepala(ws, 4, isi.kepala(KEPALA), [w for _, w in KEPALA])
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
        gaya.tulis(ws, 5, 3, isi.kamus("kkr.belum.tidak_ada"), "tebal")
        baris += 1
    ws.auto_filter.ref = f"A4:H{baris - 1}"


def _isi(isi: Isi) -> Iterator[tuple[str, ...]]:
    k = isi.kamus
    for g in isi.reviu.galat:
        alasan = k("kkr.belum.gagal", pesan=k.ucap(g.pesan))
        yield k("kkr.belum.aturan_gagal"), f"{g.kode} {k.judul(g.kode)}", "", "", alasan, ""
    for h in isi.tak_dapat():
        b = h.relasi.butir[0] if h.relasi.butir else None
        letak = isi.sebut(b.lokasi) if b is not None else ""
        yield (
            k("kkr.belum.uji"), f"{h.kode} {k.ucap(h.relasi.uraian)}", b.teks if b is not None else "",
            k.ucap(b.tempat) if b is not None else "", k.ucap(h.evaluasi.alasan), letak,
        )  # fmt: skip
    for x in isi.reviu.cakupan.belum:
        yield k("kkr.belum.angka"), k.ucap(x.nama), x.nilai, k.ucap(x.tempat), k.ucap(x.alasan), isi.sebut(x.lokasi)
    for kode in isi.tanpa_bahan():
        yield k("kkr.belum.tanpa_bahan"), f"{kode} {k.judul(kode)}", "", "", k("kkr.belum.tanpa_bahan.alasan"), ""
