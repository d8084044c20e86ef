"""Figures of a report that stand in no role: among words, in remarks, in rows that only head others.

They state no fact and no relation rests on them; they are entered so that they count as unchecked, with the reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sakip.angka.angka import Angka, Jenis
from sakip.fakta.butir import Letak
from sakip.model.peran import PERAN
from sakip.model.sel import Sel, baca_angka
from sakip.model.tabel import BARIS_KATA
from sakip.teks.angka_dalam_kata import angka_dalam_kata

if TYPE_CHECKING:
    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.register import Register
    from sakip.model.tabel import Tabel

__all__ = ["catat_sisa"]

DIGIT_KEPALA = 3
"""Digits of a number that is more than part of a label."""

_TAHUN = re.compile(r"\s*(?:19|20)\d{2}\s*")

ASING = "kolomnya tidak dikenali sebagai kolom angka"
KATA = "selnya berisi kata, bukan satu angka"
KETERANGAN = "tertulis di antara kata, bukan di kolom angka"
KEPALA = "tertulis di kepala tabel"
KELOMPOK = "barisnya hanya mengepalai baris lain"


def catat_sisa(reg: Register) -> None:
    """Enter the figures of tables and forms that no role took in, with why."""
    for t in reg.laporan.tabel:
        _tabel(reg, t)
    for f in reg.formulir:
        for b in f.pk.kinerja:
            if b.target is not None and b.target.angka is None:
                _kata(reg, b.target.teks, b.target.lokasi, f"{f.pk.sebutan}, {b.indikator}, target", KATA)
        for a in f.pk.anggaran:
            if a.total is None and not a.diampu:
                _kata(reg, a.keterangan, a.lokasi, f"{f.pk.sebutan}, {a.uraian}, keterangan", KETERANGAN)


def _tabel(reg: Register, t: Tabel) -> None:
    bernama = [k.peran.pengenal for k in t.kolom]
    for baris in t.baris:
        if baris.jenis == "nomor":
            continue
        kata = baris.jenis in BARIS_KATA
        for i, sel in enumerate(baris.sel):
            if (bernama[i] and baris.jenis != "judul") or not sel.teks or (not kata and isinstance(sel.isi, Angka)):
                continue
            peran = t.kolom[i].peran
            tempat = f"{t.sebutan}, kolom {t.kolom[i].judul or t.kolom[i].kunci}"
            if kata:
                if "=" not in sel.teks:  # a printed formula over columns
                    _kata(reg, sel.teks, sel.lokasi, tempat, KEPALA if baris.jenis == "judul" else KELOMPOK)
            elif not _tahun(reg, sel, tempat):
                alasan = KETERANGAN if peran.jenis is None or peran.nama == "tahun" else KATA
                _kata(reg, sel.teks, sel.lokasi, tempat, alasan)


def _tahun(reg: Register, sel: Sel, tempat: str) -> bool:
    """Enter a cell that prints a year and no more; whether it does."""
    if not _TAHUN.fullmatch(sel.teks):
        return False
    isi = Sel(sel.teks, Angka.baca(sel.teks, Jenis.CACAH), sel.lokasi)
    reg.catat(isi, PERAN["tahun"], nama=f"tahun {sel.teks}", tempat=tempat, wadah=tempat)
    return True


def _kata(reg: Register, teks: str, lokasi: Lokasi, tempat: str, alasan: str) -> None:
    for _, cetak in angka_dalam_kata(teks):
        if alasan == KEPALA and cetak.isdigit() and len(cetak) < DIGIT_KEPALA:
            continue  # `S 1`, `Tahun 2`: part of a label
        if alasan == KETERANGAN and cetak == teks.strip():
            alasan = ASING
        letak = Letak(PERAN["angka"], (f"angka dalam {teks[:60]!r}",), (tempat,), tempat)
        reg.sisa[reg.masukkan(baca_angka(cetak, lokasi), letak)] = alasan
