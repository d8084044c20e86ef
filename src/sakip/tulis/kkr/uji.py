"""The sheet Uji: every relation with its operands, recomputed by live formulas, and the tick mark they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.properties import Outline

from sakip.relasi import BERLAKU, TANDA, Putusan
from sakip.relasi.lembar import BarisCara
from sakip.teks.nama import baku
from sakip.tulis.kkr import gaya
from sakip.tulis.teks import bersih
from sakip.tulis.words.kamus import sebut_lokasi

if TYPE_CHECKING:
    from fractions import Fraction

    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.relasi.lembar import BarisLembar, Lembar
    from sakip.tinjauan.engine import HasilRelasi
    from sakip.tulis.kkr.isi import Isi
    from sakip.tulis.words.kamus import Kamus

__all__ = ["tulis"]

KEPALA = (
    ("No", 6), ("Kode", 8), ("Baris", 8), ("Uraian", 50), ("Tercetak", 20), ("Nilai", 18), ("± pembulatan", 10),
    ("Dihitung ulang", 18), ("Terendah", 16), ("Tertinggi", 16), ("Selisih", 15), ("Tanda", 7), ("sakip", 7),
    ("Cocok", 8), ("Cara / alasan", 26), ("Letak", 30),
)  # fmt: skip

KETERANGAN = (
    "Tiap UJI diikuti angka-angkanya. Rumus pada kolom Dihitung ulang, Terendah, Tertinggi, Selisih dan Tanda "
    "menghitung dari sel Nilai dan ± pembulatan di bawahnya; ubah angka untuk mencoba. ✓ tepat setelah dibulatkan; ≈ "
    "terpenuhi karena pembulatan; ✗ tidak terpenuhi; ? tidak dapat diperiksa. Cocok membandingkan tanda hasil rumus "
    "dengan putusan sakip. Syarat susunan (jabatan, penomoran, ejaan) dinilai sakip dan tidak dapat dihitung ulang "
    "dengan rumus: kolom Nilai berisi ya atau tidak. Buka rincian dengan tanda + di tepi kiri."
)

URUTAN = (Putusan.TIDAK_SESUAI, Putusan.PEMBULATAN, Putusan.TAK_DAPAT_DIPERIKSA, Putusan.SESUAI)

AWAL = 4
"""The row of the headings."""


def tulis(ws: Worksheet, isi: Isi) -> int:
    """Write the sheet, what does not hold first; returns its last row."""
    gaya.siapkan(ws, "Uji: semua hubungan antarangka", KETERANGAN, len(KEPALA))
    ws.row_dimensions[2].height = 38
    gaya.kepala(ws, AWAL, [k for k, _ in KEPALA], [w for _, w in KEPALA])
    ws.freeze_panes = f"E{AWAL + 1}"
    ws.sheet_properties.outlinePr = Outline(summaryBelow=False)
    penulis = _Penulis(ws, AWAL + 1, isi.kamus)
    urut = sorted(isi.reviu.relasi, key=lambda h: (URUTAN.index(h.putusan), h.kode))
    for nomor, h in enumerate(urut, 1):
        penulis.uji(nomor, h)
    akhir = max(penulis.baris - 1, AWAL + 1)
    ws.auto_filter.ref = f"A{AWAL}:P{akhir}"
    return akhir


class _Penulis:
    def __init__(self, ws: Worksheet, baris: int, kamus: Kamus) -> None:
        self.ws = ws
        self.kamus = kamus
        self.baris = baris

    def uji(self, nomor: int, h: HasilRelasi) -> None:
        """A relation and, below it, its figures."""
        r, b = h.relasi, self.baris
        self.kode, self.nomor, self.buka = h.kode, nomor, h.putusan is not Putusan.SESUAI
        self.baris += 1
        x = r.lembar(b, h.evaluasi)
        self._kepala(b, nomor, h, x)
        self._hitungan(b, x, "uji_angka", x.desimal_hitung)
        if r.seharusnya and h.putusan not in BERLAKU:
            gaya.tulis(self.ws, b, 8, f"seharusnya {self.kamus.ucap(r.seharusnya)}", "uji")
        if x.berselisih:
            gaya.rumus(self.ws, b, 11, f"F{b}-H{b}", "uji_angka", x.desimal_hitung)
        gaya.tulis(self.ws, b, 13, TANDA[h.putusan], "tanda")
        gaya.rumus(self.ws, b, 14, f'IF(L{b}=M{b},"ya","TIDAK")', "tengah")
        uraian = bersih(self.kamus.ucap(r.uraian))
        self.ws.row_dimensions[b].height = gaya.tinggi([(uraian, 50), (bersih(self.kamus.ucap(h.evaluasi.alasan)), 26)])
        for y in x.baris:
            if isinstance(y, BarisCara):
                self._cara(y, x.desimal_hitung)
            else:
                self._figur(y)

    def _kepala(self, b: int, nomor: int, h: HasilRelasi, x: Lembar) -> None:
        r = h.relasi
        for kolom in range(1, len(KEPALA) + 1):
            self.ws.cell(b, kolom).style = "uji"
        gaya.angka(self.ws, b, 1, nomor, 0, "uji_angka")
        gaya.tulis(self.ws, b, 2, h.kode, "uji")
        gaya.tulis(self.ws, b, 3, "UJI", "uji")
        gaya.tulis(self.ws, b, 4, self.kamus.ucap(r.uraian), "uji")
        utama = r.utama
        gaya.tulis(self.ws, b, 5, self.kamus.ucap(r.tertulis) if utama is None else utama.teks, "uji")
        if isinstance(x.nilai, str):
            gaya.tulis(self.ws, b, 6, x.nilai, "uji")
        elif x.nilai is not None:
            gaya.angka(self.ws, b, 6, x.nilai, x.desimal, "uji_angka")
        if x.setengah is not None:
            gaya.angka(self.ws, b, 7, x.setengah, _desimal_g(x.setengah, x.desimal), "uji_angka")
        cara = f"cara: {self.kamus.ucap(h.evaluasi.jalur)}" if h.evaluasi.jalur else ""
        gaya.tulis(self.ws, b, 15, "; ".join(x for x in (cara, self.kamus.ucap(h.evaluasi.alasan)) if x), "uji")
        gaya.tulis(self.ws, b, 16, sebut_lokasi(utama.lokasi) if utama is not None else "", "uji")

    def _hitungan(self, b: int, x: Lembar | BarisCara, bentuk: str, desimal: int) -> None:
        for kolom, rumus in ((8, x.dihitung), (9, x.terendah), (10, x.tertinggi)):
            if rumus:
                gaya.rumus(self.ws, b, kolom, rumus, bentuk, desimal)
        gaya.rumus(self.ws, b, 12, x.tanda, "tanda")

    def _baris(self, jenis: str) -> int:
        """Begin a row of details; returns its number."""
        baris, ws = self.baris, self.ws
        self.baris += 1
        gaya.angka(ws, baris, 1, self.nomor, 0, "samar")
        gaya.tulis(ws, baris, 2, self.kode, "samar")
        gaya.tulis(ws, baris, 3, jenis, "samar")
        ws.row_dimensions[baris].outlineLevel = 1
        return baris

    def _figur(self, x: BarisLembar) -> None:
        baris, ws, b = self._baris(x.jenis), self.ws, x.butir
        nama = self.kamus.ucap(b.nama) + ("" if b.sel is not None else " (dihitung sakip dari laporan)")
        gaya.tulis(ws, baris, 4, nama)
        gaya.tulis(ws, baris, 5, b.teks if b.sel is not None else "")
        if x.nilai is None:
            gaya.tulis(ws, baris, 6, baku(b.label))
        else:
            gaya.angka(ws, baris, 6, x.nilai, b.desimal if b.sel is not None else _desimal_dari(x.nilai))
        gaya.angka(ws, baris, 7, x.longgar, _desimal_g(b.setengah, b.desimal))
        gaya.kosongkan_nol(ws, baris, 7)
        wadah = b.bagian
        gaya.tulis(ws, baris, 15, wadah, "samar")
        gaya.tulis(ws, baris, 16, sebut_lokasi(b.lokasi), "samar")
        ws.row_dimensions[baris].hidden = not self.buka
        ws.row_dimensions[baris].height = gaya.tinggi([(bersih(nama), 50), (bersih(wadah), 26)])

    def _cara(self, x: BarisCara, desimal: int) -> None:
        """Another way of reckoning."""
        baris = self._baris("cara lain")
        gaya.tulis(self.ws, baris, 4, f"menurut cara lain: {self.kamus.ucap(x.nama)}", "tebal")
        self._hitungan(baris, x, "angka", desimal)


def _desimal_g(setengah: Fraction, desimal: int) -> int:
    return desimal + 1 if setengah and desimal else 1 if setengah else 0


def _desimal_dari(nilai: Fraction) -> int:
    return next((d for d in range(4) if (nilai * 10**d).denominator == 1), 4)
