"""The sheet Uji: every relation with its operands, recomputed by live formulas, and the tick mark they give."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
from openpyxl.worksheet.properties import Outline

from sakip.angka.angka import Jenis
from sakip.angka.interval import Interval
from sakip.relasi import Arah, Peringkat, Putusan, Rumusan, Sama, Syarat
from sakip.teks.nama import baku
from sakip.tulis.kkr import gaya
from sakip.tulis.kkr.rumus_excel import TERPANJANG, bilangan, rentang_excel, rumus_excel, toleransi
from sakip.tulis.teks import bersih
from sakip.tulis.words.kamus import sebut_lokasi

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.fakta.register import Butir
    from sakip.hukum.skala import Kelas
    from sakip.relasi import Jalur, Relasi
    from sakip.tinjauan.engine import HasilRelasi
    from sakip.tulis.kkr.isi import Isi
    from sakip.tulis.words.kamus import Kamus

__all__ = ["TANDA", "tulis"]

TANDA = {
    Putusan.SESUAI: "✓",
    Putusan.PEMBULATAN: "≈",
    Putusan.TIDAK_SESUAI: "✗",
    Putusan.TAK_DAPAT_DIPERIKSA: "?",
}
"""The tick marks."""

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


@attrs.frozen
class _Hitung:
    """What stands in the row of a relation besides its words."""

    tanda: str
    dihitung: str = ""
    terendah: str = ""
    tertinggi: str = ""
    teks: str = ""


class _Penulis:
    def __init__(self, ws: Worksheet, baris: int, kamus: Kamus) -> None:
        self.ws = ws
        self.kamus = kamus
        self.baris = baris

    def uji(self, nomor: int, h: HasilRelasi) -> None:
        """A relation and, below it, its figures."""
        r, b = h.relasi, self.baris
        hasil = {Rumusan: self._rumusan, Sama: self._sama, Peringkat: self._peringkat, Arah: self._arah}
        self.kode, self.nomor, self.buka = h.kode, nomor, h.putusan is not Putusan.SESUAI
        self.baris += 1
        metode = next((m for kelas, m in hasil.items() if isinstance(r, kelas)), self._syarat)
        x: _Hitung = metode(h)
        self._kepala(b, nomor, h)
        d = _desimal(r)
        for kolom, rumus in ((8, x.dihitung), (9, x.terendah), (10, x.tertinggi)):
            if rumus:
                gaya.rumus(self.ws, b, kolom, rumus, "uji_angka", d + 2)
        if x.teks:
            gaya.tulis(self.ws, b, 8, x.teks, "uji")
        if x.dihitung and isinstance(r, Rumusan):
            gaya.rumus(self.ws, b, 11, f"F{b}-H{b}", "uji_angka", d + 2)
        gaya.rumus(self.ws, b, 12, x.tanda, "tanda")
        gaya.tulis(self.ws, b, 13, TANDA[h.putusan], "tanda")
        gaya.rumus(self.ws, b, 14, f'IF(L{b}=M{b},"ya","TIDAK")', "tengah")
        uraian = bersih(self.kamus.ucap(r.uraian))
        self.ws.row_dimensions[b].height = gaya.tinggi([(uraian, 50), (bersih(self.kamus.ucap(h.evaluasi.alasan)), 26)])

    def _kepala(self, b: int, nomor: int, h: HasilRelasi) -> None:
        r = h.relasi
        for kolom in range(1, len(KEPALA) + 1):
            self.ws.cell(b, kolom).style = "uji"
        gaya.angka(self.ws, b, 1, nomor, 0, "uji_angka")
        gaya.tulis(self.ws, b, 2, h.kode, "uji")
        gaya.tulis(self.ws, b, 3, "UJI", "uji")
        gaya.tulis(self.ws, b, 4, self.kamus.ucap(r.uraian), "uji")
        utama = _utama(r)
        if utama is not None:
            gaya.tulis(self.ws, b, 5, utama.teks, "uji")
        elif isinstance(r, Syarat):
            gaya.tulis(self.ws, b, 5, self.kamus.ucap(r.tertulis), "uji")
            jawab = {True: "ya", False: "tidak", None: "tidak dapat diketahui"}[r.terpenuhi]
            gaya.tulis(self.ws, b, 6, jawab, "uji")
        if isinstance(r, Rumusan):
            gaya.angka(self.ws, b, 6, r.hasil.nilai, r.hasil.desimal, "uji_angka")
            gaya.angka(self.ws, b, 7, r.hasil.setengah, _desimal_g(r.hasil), "uji_angka")
        elif isinstance(r, Peringkat):
            gaya.tulis(self.ws, b, 6, _label(r), "uji")
        cara = f"cara: {self.kamus.ucap(h.evaluasi.jalur)}" if h.evaluasi.jalur else ""
        gaya.tulis(self.ws, b, 15, "; ".join(x for x in (cara, self.kamus.ucap(h.evaluasi.alasan)) if x), "uji")
        gaya.tulis(self.ws, b, 16, sebut_lokasi(utama.lokasi) if utama is not None else "", "uji")

    def _operan(self, b: Butir, nilai: Fraction | None, g: Fraction, jenis: str = "angka") -> int:
        """A figure, in a row of its own; returns the row."""
        baris = self.baris
        self.baris += 1
        ws = self.ws
        gaya.angka(ws, baris, 1, self.nomor, 0, "samar")
        gaya.tulis(ws, baris, 2, self.kode, "samar")
        gaya.tulis(ws, baris, 3, jenis, "samar")
        nama = b.nama if b.sel is not None else f"{b.nama} (dihitung sakip dari laporan)"
        gaya.tulis(ws, baris, 4, nama)
        gaya.tulis(ws, baris, 5, b.teks if b.sel is not None else "")
        if nilai is None:
            gaya.tulis(ws, baris, 6, baku(b.label))
        else:
            gaya.angka(ws, baris, 6, nilai, b.desimal if b.sel is not None else _desimal_dari(nilai))
        gaya.angka(ws, baris, 7, g, _desimal_g(b))
        gaya.kosongkan_nol(ws, baris, 7)
        wadah = b.tempat.partition(",")[0]
        gaya.tulis(ws, baris, 15, wadah, "samar")
        gaya.tulis(ws, baris, 16, sebut_lokasi(b.lokasi), "samar")
        ws.row_dimensions[baris].outlineLevel = 1
        ws.row_dimensions[baris].hidden = not self.buka
        ws.row_dimensions[baris].height = gaya.tinggi([(bersih(nama), 50), (bersih(wadah), 26)])
        return baris

    def _operan_jalur(self, jalur: Jalur) -> tuple[dict[Butir, str], dict[Butir, str], str]:
        acuan, g = {}, {}
        awal = self.baris
        for b in jalur.operan:
            n = b.interval or Interval.titik(0)
            baris = self._operan(b, b.nilai, (n.atas - n.bawah) / 2)
            acuan[b], g[b] = f"F{baris}", f"G{baris}"
        return acuan, g, f"F{awal}:F{self.baris - 1}"

    def _rumusan(self, h: HasilRelasi) -> _Hitung:
        r, b = h.relasi, self.baris - 1
        assert isinstance(r, Rumusan)  # noqa: S101 - chosen by its kind
        jalur = next((j for j in r.jalur if j.nama == h.evaluasi.jalur), r.jalur[0])
        x = self._satu_jalur(r, jalur, b)
        lain = [j for j in r.jalur_berlaku({}) if j is not jalur] if h.putusan is Putusan.TIDAK_SESUAI else []
        tanda = [x.tanda]
        for j in lain:
            # Another way of reckoning: no figure is wrong while one of them holds.
            cara = self.baris
            self._baris_cara(self.kamus.ucap(j.nama))
            y = self._satu_jalur(r, j, b, cara)
            for kolom, rumus in ((8, y.dihitung), (9, y.terendah), (10, y.tertinggi)):
                gaya.rumus(self.ws, cara, kolom, rumus, "angka", r.hasil.desimal + 2)
            gaya.rumus(self.ws, cara, 12, y.tanda, "tanda")
            tanda.append(f"L{cara}")
        gagal = '"?"' if r.kecuali or r.hasil.cetak is None else '"✗"'
        if r.hasil.cetak is None:
            return _Hitung('"?"')
        isi = f"IFERROR({x.tanda},{gagal})" if h.putusan is not Putusan.TAK_DAPAT_DIPERIKSA else x.tanda
        if h.putusan is Putusan.TAK_DAPAT_DIPERIKSA:
            isi = f'IFERROR(IF({x.tanda}="✗","?",{x.tanda}),"?")'
        elif lain:
            baik = ",".join(f'{t}<>"✗"' for t in tanda[1:])
            isi = f'IF(OR({baik}),"≈",{isi})'
        return attrs.evolve(x, tanda=isi)

    def _baris_cara(self, nama: str) -> None:
        ws, baris = self.ws, self.baris
        self.baris += 1
        gaya.angka(ws, baris, 1, self.nomor, 0, "samar")
        gaya.tulis(ws, baris, 2, self.kode, "samar")
        gaya.tulis(ws, baris, 3, "cara lain", "samar")
        gaya.tulis(ws, baris, 4, f"menurut cara lain: {nama}", "tebal")
        ws.row_dimensions[baris].outlineLevel = 1

    def _satu_jalur(self, r: Rumusan, jalur: Jalur, b: int, cara: int | None = None) -> _Hitung:
        """The formulas of one way: its result, its range, and whether the print of row `b` agrees."""
        acuan, g, deret = self._operan_jalur(jalur)
        ke = b if cara is None else cara
        nilai = {o: o.interval or Interval.titik(o.nilai or 0) for o in jalur.operan}
        dihitung = rumus_excel(jalur.rumus, lambda o: acuan[o], deret)
        ujung = rentang_excel(jalur, nilai, acuan, g)
        rendah, tinggi = ujung or (f"H{ke}", f"H{ke}")
        if max(map(len, (dihitung, rendah, tinggi))) > TERPANJANG:
            hasil = r.hitung(jalur) or Fraction(0)
            rentang = jalur.rumus.rentang(nilai) or Interval.titik(hasil)
            dihitung, rendah, tinggi = (bilangan(x) for x in (hasil, rentang.bawah, rentang.atas))
        semua = [r.hasil.nilai or Fraction(0), r.hitung(jalur) or Fraction(0), *(o.nilai or Fraction(0) for o in nilai)]
        tol = toleransi(semua)
        hasil_b, setengah, pangkat = f"F{b}", f"G{b}", _pangkat(r.hasil)
        bulat = f"ROUND(ROUND(H{ke},{pangkat + 5}),{pangkat})" if r.hasil.setengah else f"H{ke}"
        tepat = f"ABS({bulat}-{hasil_b})<={tol}"
        dekat = f"AND(J{ke}>={hasil_b}-{setengah}-{tol},I{ke}<={hasil_b}+{setengah}+{tol})"
        potong = ""
        y = r.hasil
        if y.nilai is not None and y.nilai > 0 and not y.peran.pasti and y.peran.jenis is not Jenis.RUPIAH:
            potong = f",AND(J{ke}>={hasil_b}-{setengah}-{tol},I{ke}<{hasil_b}+2*{setengah}-{tol})"
        return _Hitung(f'IF({tepat},"✓",IF(OR({dekat}{potong}),"≈","✗"))', dihitung, rendah, tinggi)

    def _sama(self, h: HasilRelasi) -> _Hitung:
        r = h.relasi
        assert isinstance(r, Sama)  # noqa: S101 - chosen by its kind
        awal = self.baris
        if r.cetakan[0].nilai is None:
            for b in r.cetakan:
                self._operan(b, None, Fraction(0), "cetakan")
            deret = f"F{awal}:F{self.baris - 1}"
            return _Hitung(f'IF(SUMPRODUCT(--({deret}<>F{awal}))=0,"✓","✗")')
        halus = min(r.cetakan, key=lambda b: b.setengah)
        pasti = halus.peran.pasti and halus.peran.jenis is not Jenis.RUPIAH
        pokok = awal
        for b in r.cetakan:
            longgar = Fraction(0) if pasti or b.setengah == halus.setengah else b.setengah
            baris = self._operan(b, b.nilai, longgar, "cetakan")
            pokok = baris if b is halus else pokok
        f, g = f"F{awal}:F{self.baris - 1}", f"G{awal}:G{self.baris - 1}"
        tol = toleransi([b.nilai or Fraction(0) for b in r.cetakan])
        dekat = f"SUMPRODUCT(--(ABS({f}-F{pokok})>{g}+{tol}))=0"
        tanda = f'IF(MAX({f})-MIN({f})<={tol},"✓",IF({dekat},"≈","✗"))'
        return _Hitung(tanda, f"F{pokok}", f"MIN({f})", f"MAX({f})")

    def _peringkat(self, h: HasilRelasi) -> _Hitung:
        r, b = h.relasi, self.baris - 1
        assert isinstance(r, Peringkat)  # noqa: S101 - chosen by its kind
        v = self._operan(r.nilai, r.nilai.nilai, r.nilai.setengah)
        label = '"(tanpa kategori)"'
        for k in reversed(r.skala.kelas):
            label = f"IF({_dalam(k, f'F{v}')},{_kutip(k.label)},{label})"
        milik = [k for k in r.skala.kelas if k.label == _label(r) and not k.kosong]
        if not milik or len(label) > TERPANJANG:
            return _Hitung('"✗"' if h.putusan is Putusan.TIDAK_SESUAI else f'"{TANDA[h.putusan]}"', "", "", "")
        tepat = ",".join(_dalam(k, f"F{v}") for k in milik)
        dekat = ",".join(_bertemu(k, f"F{v}", f"G{v}") for k in milik)
        tanda = f'IF(AND(F{b}={_kutip(_label(r))},OR({tepat})),"✓",IF(OR({dekat}),"≈","✗"))'
        return _Hitung(tanda, label)

    def _arah(self, h: HasilRelasi) -> _Hitung:
        r = h.relasi
        assert isinstance(r, Arah)  # noqa: S101 - chosen by its kind
        baris = [self._operan(b, b.nilai, Fraction(0)) for b in r.deret]
        tol = toleransi([b.nilai or Fraction(0) for b in r.deret])
        syarat = []
        for (i, a), (j, b) in zip(
            zip(baris, r.deret, strict=True), list(zip(baris, r.deret, strict=True))[1:], strict=False
        ):
            kasar = max(a.setengah, b.setengah) if a.setengah != b.setengah else Fraction(0)
            syarat.append(
                {"naik": f"F{i}<F{j}", "turun": f"F{i}>F{j}"}.get(r.arah, f"ABS(F{i}-F{j})<={bilangan(kasar)}+{tol}")
            )
        return _Hitung(f'IF(AND({",".join(syarat) or "TRUE"}),"✓","✗")')

    def _syarat(self, h: HasilRelasi) -> _Hitung:
        r, b = h.relasi, self.baris - 1
        for x in r.butir:
            self._operan(x, x.nilai, Fraction(0), "bukti")
        teks = (
            f"seharusnya {self.kamus.ucap(r.seharusnya)}"
            if isinstance(r, Syarat) and r.seharusnya and not r.terpenuhi
            else ""
        )
        return _Hitung(f'IF(F{b}="ya","✓",IF(F{b}="tidak","✗","?"))', teks=teks)


def _utama(r: Relasi) -> Butir | None:
    """The figure or word that a relation is about."""
    if isinstance(r, Rumusan):
        return r.hasil
    if isinstance(r, Peringkat):
        return r.label
    return r.kata if isinstance(r, Arah) else None


def _desimal(r: Relasi) -> int:
    if isinstance(r, Rumusan):
        return r.hasil.desimal
    return max((b.desimal for b in r.cetakan), default=0) - 2 if isinstance(r, Sama) else 0


def _desimal_g(b: Butir) -> int:
    return b.desimal + 1 if b.setengah and b.desimal else 1 if b.setengah else 0


def _desimal_dari(nilai: Fraction) -> int:
    return next((d for d in range(4) if (nilai * 10**d).denominator == 1), 4)


def _pangkat(b: Butir) -> int:
    """The decimals to which a print rounds: negative for figures in thousands or millions."""
    n, satu = 0, 2 * b.setengah
    while satu and satu < 1:
        satu, n = satu * 10, n + 1
    while satu > 1:
        satu, n = satu / 10, n - 1
    return n


def _label(r: Peringkat) -> str:
    kelas = r.skala.cari(r.label.label)
    return kelas.label if kelas is not None else r.label.label


def _kutip(teks: str) -> str:
    return '"' + gaya.aman(teks)[:120].replace('"', '""') + '"'


def _dalam(k: Kelas, v: str) -> str:
    """Whether a value belongs to a class."""
    syarat = [f"{v}>{'=' if k.bawah_termasuk else ''}{bilangan(k.bawah)}"] if k.bawah is not None else []
    syarat += [f"{v}<{'=' if k.atas_termasuk else ''}{bilangan(k.atas)}"] if k.atas is not None else []
    return f"AND({','.join(syarat)})" if syarat else "TRUE"


def _bertemu(k: Kelas, v: str, g: str) -> str:
    """Whether a value that rounds to the print belongs to a class."""
    syarat = [f"{v}+{g}>{'=' if k.bawah_termasuk else ''}{bilangan(k.bawah)}"] if k.bawah is not None else []
    syarat += [f"{v}-{g}<{'=' if k.atas_termasuk else ''}{bilangan(k.atas)}"] if k.atas is not None else []
    return f"AND({','.join(syarat)})" if syarat else "TRUE"
