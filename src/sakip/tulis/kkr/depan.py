"""The first sheets: Sampul, which says what this is, and Ringkasan, which counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip._version import __version__
from sakip.relasi import TANDA, Putusan
from sakip.tulis.jalur import jalur
from sakip.tulis.kkr import gaya
from sakip.tulis.kkr.daftar_uji import lingkup
from sakip.tulis.kkr.periksa import WARNA_STATUS
from sakip.tulis.teks import banyak, bersih

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.tulis.kkr.isi import Isi

__all__ = ["LEMBAR", "ringkasan", "sampul"]

LEMBAR = {
    "Sampul": "",
    "Ringkasan": "banyaknya temuan dan uji, hasil tiap aturan",
    "Temuan": "kondisi, kriteria, sebab, akibat, rekomendasi, bukti, status, tanggapan OPD",
    "Uji": "setiap hubungan antarangka, dihitung ulang dengan rumus",
    "Rekonsiliasi": "setiap baris anggaran di semua tempat yang mencetaknya",
    "Belum Diperiksa": "angka yang tidak ikut dalam uji mana pun, dan sebabnya",
    "Daftar Uji": "23 butir formulir PermenPANRB 53/2014 dan uji tambahan: bukti, penghalang, sisa bagi pereviu",
}
"""The sheets in their order, and what each is for."""


def sampul(ws: Worksheet, isi: Isi) -> None:
    """The cover: what was reviewed, by what, what is in the workbook, and room to sign."""
    lap = isi.reviu.laporan
    gaya.siapkan(ws, "KERTAS KERJA REVIU", "", 4)
    ws.page_setup.fitToHeight = 1
    for huruf, lebar in zip("ABCD", (26, 46, 30, 30), strict=True):
        ws.column_dimensions[huruf].width = lebar
    gaya.tulis(ws, 2, 1, "Reviu atas laporan kinerja instansi pemerintah", "anak_judul")
    data = [
        ("Instansi yang direviu", lap.instansi),
        ("Laporan", isi.judul),
        ("Sumber yang dibaca", jalur(lap.sumber) if lap.sumber else ""),
        ("Sidik sumber (SHA-256)", lap.sha256),
        ("Disusun dengan", f"sakip {__version__}, aturan {isi.reviu.aturan}"),
    ]
    if isi.dibatasi:
        data.append(("Batasan reviu", f"aturan: {isi.dibatasi}"))
    baris = 4
    for nama, nilai in data:
        if nilai:
            gaya.tulis(ws, baris, 1, nama, "tebal")
            for kolom in (3, 4):
                gaya.tulis(ws, baris, kolom, "")
            gaya.tulis(ws, baris, 2, nilai)
            ws.merge_cells(start_row=baris, start_column=2, end_row=baris, end_column=4)
            ws.row_dimensions[baris].height = gaya.tinggi([(bersih(nilai), 106)], 16)
            baris += 1
    baris += 1
    gaya.tulis(ws, baris, 1, "Isi kertas kerja", "anak_judul")
    for nama, guna in list(LEMBAR.items())[1:]:
        baris += 1
        sel = gaya.tulis(ws, baris, 1, nama, "tebal")
        sel.hyperlink = f"#'{nama}'!A1"
        gaya.tulis(ws, baris, 2, guna)
        ws.merge_cells(start_row=baris, start_column=2, end_row=baris, end_column=4)
        for kolom in (3, 4):
            ws.cell(baris, kolom).style = "isi"
        ws.row_dimensions[baris].height = 16
    baris += 2
    gaya.tulis(ws, baris, 1, "Keyakinan", "anak_judul")
    teks = (
        "Kertas kerja ini menghitung ulang angka yang tercetak dalam laporan dan membandingkannya satu sama lain. Ia "
        "tidak membandingkan laporan dengan dokumen sumber, dan tidak menyatakan sebab; keduanya tugas pereviu. Yang "
        "tercantum di lembar Belum Diperiksa tidak tercakup."
    )
    gaya.tulis(ws, baris + 1, 1, teks, "bebas")
    ws.merge_cells(start_row=baris + 1, start_column=1, end_row=baris + 1, end_column=4)
    ws.row_dimensions[baris + 1].height = 30
    teks = lingkup(isi.instansi)
    gaya.tulis(ws, baris + 2, 1, teks, "bebas")
    ws.merge_cells(start_row=baris + 2, start_column=1, end_row=baris + 2, end_column=4)
    ws.row_dimensions[baris + 2].height = 30
    baris += 4
    for kolom, judul in ((1, "Disusun oleh"), (2, "Direviu oleh"), (3, "Disetujui oleh")):
        gaya.tulis(ws, baris, kolom, judul, "kepala")
        gaya.tulis(ws, baris + 1, kolom, "Nama:\n\nNIP:\n\nTanggal dan paraf:", "isian", sebaris=False)
    ws.row_dimensions[baris + 1].height = 76


def ringkasan(ws: Worksheet, isi: Isi, ujung: int) -> None:
    """The counts. Those of the relations are formulas over the sheet Uji."""
    gaya.siapkan(ws, "Ringkasan", "", 8)
    for huruf, lebar in zip("ABCDEFGHI", (10, 52, 12, 12, 12, 12, 12, 20, 12), strict=True):
        ws.column_dimensions[huruf].width = lebar
    baris = _temuan(ws, isi, 3)
    baris = _uji(ws, isi, baris + 1, ujung)
    _aturan(ws, isi, baris + 1)


def _temuan(ws: Worksheet, isi: Isi, baris: int) -> int:
    gaya.tulis(ws, baris, 1, "Temuan", "anak_judul")
    for kolom, judul in enumerate(("", "Keparahan", "Banyak", "Terbuka"), 1):
        if kolom > 1:
            gaya.tulis(ws, baris + 1, kolom, judul, "kepala")
    arti = {
        "kesalahan": "kesalahan: angka tercetak saling bertentangan",
        "peringatan": "peringatan: bertentangan, tetapi dapat wajar",
        "catatan": "catatan: perlu ditanyakan, atau soal penulisan",
    }
    baris += 2
    for keparahan, n in isi.reviu.hitung_keparahan().items():
        gaya.tulis(ws, baris, 2, arti[keparahan], keparahan)
        gaya.angka(ws, baris, 3, n)
        gaya.angka(ws, baris, 4, len(isi.terbuka(keparahan)))
        baris += 1
    return baris


def _uji(ws: Worksheet, isi: Isi, baris: int, ujung: int) -> int:
    """Outcomes by the engine and by the formulas of the workbook, side by side."""
    gaya.tulis(ws, baris, 1, "Uji", "anak_judul")
    for kolom, judul in enumerate(("Tanda", "Arti", "sakip", "Rumus"), 1):
        gaya.tulis(ws, baris + 1, kolom, judul, "kepala")
    arti = {
        Putusan.SESUAI: "sesuai, tepat setelah dibulatkan",
        Putusan.PEMBULATAN: "sesuai karena angka yang mendasarinya telah dibulatkan",
        Putusan.TIDAK_SESUAI: "tidak sesuai",
        Putusan.TAK_DAPAT_DIPERIKSA: "tidak dapat diperiksa",
    }
    n = isi.reviu.hitung_putusan()
    baris += 2
    awal = baris
    for putusan, tanda in TANDA.items():
        gaya.tulis(ws, baris, 1, tanda, "tanda")
        gaya.tulis(ws, baris, 2, arti[putusan])
        gaya.angka(ws, baris, 3, n[putusan])
        # Compared cell by cell: COUNTIF would take ? for any character.
        gaya.rumus(ws, baris, 4, f'SUMPRODUCT((Uji!$C$5:$C${ujung}="UJI")*(Uji!$L$5:$L${ujung}=A{baris}))', "angka", 0)
        baris += 1
    gaya.tulis(ws, baris, 1, "Σ", "tanda")
    gaya.tulis(ws, baris, 2, "semua uji", "tebal")
    gaya.rumus(ws, baris, 3, f"SUM(C{awal}:C{baris - 1})", "angka", 0)
    gaya.rumus(ws, baris, 4, f"SUM(D{awal}:D{baris - 1})", "angka", 0)
    baris += 1
    gaya.tulis(ws, baris, 1, "", "isi")
    gaya.tulis(ws, baris, 2, "uji yang tanda rumusnya berbeda dari putusan sakip (harus 0)", "tebal")
    gaya.tulis(ws, baris, 3, "")
    gaya.rumus(ws, baris, 4, f'COUNTIF(Uji!$N$5:$N${ujung},"TIDAK")', "angka", 0)
    baris += 1
    c = isi.reviu.cakupan
    gaya.tulis(ws, baris, 1, "")
    gaya.tulis(ws, baris, 2, f"cakupan: {banyak(c.terperiksa)} dari {banyak(c.angka)} angka terperiksa")
    gaya.tulis(ws, baris, 3, f"{c.persen}%", "angka")
    gaya.tulis(ws, baris, 4, "")
    if isi.reviu.galat:
        baris += 1
        gaya.tulis(ws, baris, 2, f"{len(isi.reviu.galat)} aturan gagal dijalankan; lihat Belum Diperiksa", "kesalahan")
    return baris + 1


def _aturan(ws: Worksheet, isi: Isi, baris: int) -> None:
    gaya.tulis(ws, baris, 1, "Hasil tiap aturan", "anak_judul")
    judul = ["Kode", "Aturan", *TANDA.values(), "Temuan", "Status"]
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
        status = isi.status_kode([kode])
        gaya.tulis(ws, baris, 8, status, WARNA_STATUS.get(status, "isi"))
        baris += 1
    ws.auto_filter.ref = f"A{kepala}:H{max(baris - 1, kepala + 1)}"
    ws.freeze_panes = "A3"
