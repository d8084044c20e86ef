"""Figures of a report that stand in no role: among words, in remarks, in rows that only head others.

They state no fact and no relation rests on them; they are entered so that they count as unchecked, with the reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sakip.angka.angka import Angka, Jenis
from sakip.angka.cetakan import Masa, Rentang, Tanggal
from sakip.fakta.butir import bilangan
from sakip.model.peran import PERAN
from sakip.model.sel import Sel, baca_angka
from sakip.model.tabel import BARIS_KATA
from sakip.teks.angka_dalam_kata import angka_dalam_kata
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from sakip.fakta.register import Register
    from sakip.model.tabel import Tabel
    from sakip.teks.kalimat import Isi, Kalimat

__all__ = ["catat_sisa"]

DIGIT_KEPALA = 3
"""Digits of a number that is more than part of a label."""

_TAHUN = re.compile(r"\s*(?:19|20)\d{2}\s*")

ASING = kalimat("sisa.kolom_asing")
KATA = kalimat("sisa.kata")
KETERANGAN = kalimat("sisa.keterangan")
KEPALA = kalimat("sisa.kepala")
KELOMPOK = kalimat("sisa.kelompok")


def catat_sisa(reg: Register) -> None:
    """Enter the figures of tables and forms that no role took in, with why."""
    for t in reg.laporan.tabel:
        _tabel(reg, t)
    for f in reg.formulir:
        for b in f.pk.kinerja:
            if b.target is not None and not _bernilai(b.target):
                _kata(reg, b.target, f.pk.tempat, KATA, b.indikator, kalimat("tempat.target"))
        for a in f.pk.anggaran:
            if a.total is None and not a.diampu:
                isi = Sel(a.keterangan, None, a.lokasi)
                _kata(reg, isi, f.pk.tempat, KETERANGAN, a.uraian, kalimat("tempat.keterangan"))


def _bernilai(sel: Sel) -> bool:
    """Whether a cell was read as a value, so that its digits are no words."""
    return isinstance(sel.isi, Angka | Rentang | Tanggal | Masa) or bilangan(sel.isi)[1] != 0


def _tabel(reg: Register, t: Tabel) -> None:
    bernama = [k.peran.pengenal for k in t.kolom]
    for baris in t.baris:
        if baris.jenis == "nomor":
            continue
        kata = baris.jenis in BARIS_KATA
        for i, sel in enumerate(baris.sel):
            if (bernama[i] and baris.jenis != "judul") or not sel.teks or (not kata and _bernilai(sel)):
                continue
            peran = t.kolom[i].peran
            kolom = t.kolom[i].judul or t.kolom[i].kunci
            if kata:
                if "=" not in sel.teks:  # a printed formula over columns
                    _kata(reg, sel, t.tempat, KEPALA if baris.jenis == "judul" else KELOMPOK, kolom=kolom)
            elif not _tahun(reg, sel, t.tempat, kolom):
                alasan = KETERANGAN if peran.jenis is None or peran.nama == "tahun" else KATA
                _kata(reg, sel, t.tempat, alasan, kolom=kolom)


def _tahun(reg: Register, sel: Sel, di: Isi, kolom: str) -> bool:
    """Enter a cell that prints a year and no more; whether it does."""
    if not _TAHUN.fullmatch(sel.teks):
        return False
    isi = Sel(sel.teks, Angka.baca(sel.teks, Jenis.CACAH), sel.lokasi)
    reg.catat(isi, PERAN["tahun"], nama=kalimat("nama.tahun", teks=sel.teks), di=di, kolom=kolom)
    return True


def _kata(reg: Register, sel: Sel, di: Isi, alasan: Kalimat, baris: str = "", kolom: Isi = "") -> None:
    for _, cetak in angka_dalam_kata(sel.teks):
        if alasan is KEPALA and cetak.isdigit() and len(cetak) < DIGIT_KEPALA:
            continue  # `S 1`, `Tahun 2`: part of a label
        if alasan is KETERANGAN and cetak == sel.teks.strip():
            alasan = ASING
        isi = baca_angka(cetak, sel.lokasi)
        nama = kalimat("nama.dalam_kata", teks=repr(sel.teks[:60]))
        butir = reg.catat(isi, PERAN["angka"], nama=nama, di=di, baris=baris, kolom=kolom)
        reg.sisa[butir] = alasan
