"""The sheet Uji: every relation with its operands, recomputed by live formulas, and the tick mark they give."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import attrs
from openpyxl.worksheet.properties import Outline

from sakip.relasi import BERLAKU, TANDA, Putusan
from sakip.relasi.lembar import BarisCara, Lembar
from sakip.relasi.rumus_excel import kutip
from sakip.teks.kalimat import Kalimat
from sakip.teks.nama import baku
from sakip.tulis.kkr import gaya
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from fractions import Fraction

    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.relasi.lembar import BarisLembar
    from sakip.tinjauan.engine import HasilRelasi
    from sakip.tulis.kkr.isi import Isi

__all__ = ["tulis"]

KEPALA = (
    ("no", 6), ("kode", 8), ("baris", 8), ("uraian", 50), ("tercetak", 20), ("nilai", 18), ("longgar", 10),
    ("dihitung", 18), ("terendah", 16), ("tertinggi", 16), ("selisih", 15), ("tanda", 7), ("sakip", 7), ("cocok", 8),
    ("cara", 26), ("letak", 30),
)  # fmt: skip

URUTAN = (Putusan.TIDAK_SESUAI, Putusan.PEMBULATAN, Putusan.TAK_DAPAT_DIPERIKSA, Putusan.SESUAI)

_Baris = TypeVar("_Baris", Lembar, BarisCara)
_KATA = re.compile(r"\{(lembar\.\w+)\}")

AWAL = 4
"""The row of the headings."""


def tulis(ws: Worksheet, isi: Isi) -> int:
    """Write the sheet, what does not hold first; returns its last row."""
    k = isi.kamus
    keterangan = k("kkr.uji.keterangan", uji=k("kkr.uji.uji"))
    gaya.siapkan(ws, k("kkr.uji.judul"), keterangan, len(KEPALA), isi.kaki)
    ws.row_dimensions[2].height = 38
    gaya.kepala(ws, AWAL, isi.kepala(KEPALA), [w for _, w in KEPALA])
    ws.freeze_panes = f"E{AWAL + 1}"
    ws.sheet_properties.outlinePr = Outline(summaryBelow=False)
    penulis = _Penulis(ws, AWAL + 1, isi)
    urut = sorted(isi.reviu.relasi, key=lambda h: (URUTAN.index(h.putusan), h.kode))
    for nomor, h in enumerate(urut, 1):
        penulis.uji(nomor, h)
    akhir = max(penulis.baris - 1, AWAL + 1)
    ws.auto_filter.ref = f"A{AWAL}:P{akhir}"
    return akhir


class _Penulis:
    def __init__(self, ws: Worksheet, baris: int, isi: Isi) -> None:
        self.ws = ws
        self.isi = isi
        self.kamus = isi.kamus
        self.baris = baris

    def uji(self, nomor: int, h: HasilRelasi) -> None:
        """A relation and, below it, its figures."""
        r, b = h.relasi, self.baris
        self.kode, self.nomor, self.buka = h.kode, nomor, h.putusan is not Putusan.SESUAI
        self.baris += 1
        x = self._terisi(r.lembar(b, h.evaluasi))
        self._kepala(b, nomor, h, x)
        self._hitungan(b, x, "uji_angka", x.desimal_hitung)
        if r.seharusnya and h.putusan not in BERLAKU:
            gaya.tulis(self.ws, b, 8, self.kamus("kkr.uji.seharusnya", seharusnya=self.kamus.ucap(r.seharusnya)), "uji")
        if x.berselisih:
            gaya.rumus(self.ws, b, 11, f"F{b}-H{b}", "uji_angka", x.desimal_hitung)
        gaya.tulis(self.ws, b, 13, TANDA[h.putusan], "tanda")
        gaya.rumus(
            self.ws, b, 14, f'IF(L{b}=M{b},"{self.kamus("kkr.cocok.ya")}","{self.kamus("kkr.cocok.tidak")}")', "tengah"
        )
        uraian = bersih(self.kamus.ucap(r.uraian))
        alasan = bersih(self.kamus.ucap(h.evaluasi.alasan))
        self.ws.row_dimensions[b].height = gaya.tinggi([(uraian, 50), (alasan, 26)])
        for y in x.baris:
            if isinstance(y, BarisCara):
                self._cara(self._terisi(y), x.desimal_hitung)
            else:
                self._figur(y)

    def _terisi(self, x: _Baris) -> _Baris:
        """The same with our words in its formulas."""

        def kata(cocok: re.Match[str]) -> str:
            return kutip(self.kamus(cocok[1]))

        return attrs.evolve(
            x,
            tanda=_KATA.sub(kata, x.tanda),
            dihitung=_KATA.sub(kata, x.dihitung),
            terendah=_KATA.sub(kata, x.terendah),
            tertinggi=_KATA.sub(kata, x.tertinggi),
        )

    def _kepala(self, b: int, nomor: int, h: HasilRelasi, x: Lembar) -> None:
        r = h.relasi
        for kolom in range(1, len(KEPALA) + 1):
            self.ws.cell(b, kolom).style = "uji"
        gaya.angka(self.ws, b, 1, nomor, 0, "uji_angka")
        gaya.tulis(self.ws, b, 2, h.kode, "uji")
        gaya.tulis(self.ws, b, 3, self.kamus("kkr.uji.uji"), "uji")
        gaya.tulis(self.ws, b, 4, self.kamus.ucap(r.uraian), "uji")
        utama = r.utama
        gaya.tulis(self.ws, b, 5, self.kamus.ucap(r.tertulis) if utama is None else utama.teks, "uji")
        if isinstance(x.nilai, (str, Kalimat)):
            gaya.tulis(self.ws, b, 6, self.kamus.ucap(x.nilai), "uji")
        elif x.nilai is not None:
            gaya.angka(self.ws, b, 6, x.nilai, x.desimal, "uji_angka")
        if x.setengah is not None:
            gaya.angka(self.ws, b, 7, x.setengah, _desimal_g(x.setengah, x.desimal), "uji_angka")
        cara = self.kamus("kkr.uji.cara", cara=self.kamus.ucap(h.evaluasi.jalur)) if h.evaluasi.jalur else ""
        gaya.tulis(self.ws, b, 15, "; ".join(x for x in (cara, self.kamus.ucap(h.evaluasi.alasan)) if x), "uji")
        gaya.tulis(self.ws, b, 16, self.isi.sebut(utama.lokasi) if utama is not None else "", "uji")

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
        baris, ws, b = self._baris(self.kamus(f"kkr.uji.{x.jenis}")), self.ws, x.butir
        nama = self.kamus.ucap(b.nama)
        if b.sel is None:
            nama = self.kamus("kkr.uji.dihitung", nama=nama)
        gaya.tulis(ws, baris, 4, nama)
        gaya.tulis(ws, baris, 5, b.teks if b.sel is not None else "")
        if x.nilai is None:
            gaya.tulis(ws, baris, 6, baku(b.label))
        else:
            gaya.angka(ws, baris, 6, x.nilai, b.desimal if b.sel is not None else _desimal_dari(x.nilai))
        gaya.angka(ws, baris, 7, x.longgar, _desimal_g(b.setengah, b.desimal))
        gaya.kosongkan_nol(ws, baris, 7)
        wadah = self.kamus.ucap(b.di)
        gaya.tulis(ws, baris, 15, wadah, "samar")
        gaya.tulis(ws, baris, 16, self.isi.sebut(b.lokasi), "samar")
        ws.row_dimensions[baris].hidden = not self.buka
        ws.row_dimensions[baris].height = gaya.tinggi([(bersih(nama), 50), (bersih(wadah), 26)])

    def _cara(self, x: BarisCara, desimal: int) -> None:
        """Another way of reckoning."""
        baris = self._baris(self.kamus("kkr.uji.cara_lain"))
        gaya.tulis(self.ws, baris, 4, self.kamus("kkr.uji.menurut", cara=self.kamus.ucap(x.nama)), "tebal")
        self._hitungan(baris, x, "angka", desimal)


def _desimal_g(setengah: Fraction, desimal: int) -> int:
    return desimal + 1 if setengah and desimal else 1 if setengah else 0


def _desimal_dari(nilai: Fraction) -> int:
    return next((d for d in range(4) if (nilai * 10**d).denominator == 1), 4)
