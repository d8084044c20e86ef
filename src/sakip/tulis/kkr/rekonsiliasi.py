"""The sheet Rekonsiliasi: each budget line in every place that prints it, and whether the prints agree."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils import get_column_letter

from sakip.fakta import susun
from sakip.fakta.register import ANGGARAN
from sakip.model.kode import tingkat_kode
from sakip.model.peran import PERAN
from sakip.teks.kalimat import Isi as Ucapan
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import baku
from sakip.tulis.kkr import gaya
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.fakta.register import Butir, Kunci, Register
    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.tulis.kkr.isi import Isi

__all__ = ["tulis"]

URUT_PERAN = [p.nama for p in sorted(PERAN.values(), key=lambda p: not p.murni) if p.anggaran]
"""What a budget line prints in several places: as it was before the revision first."""
TETAP = 4
"""Columns before those of the places."""


class Tempat(NamedTuple):
    """A place that prints the budget: its rank, what it is called, and which print of a line it holds."""

    urut: int
    nama: Ucapan
    ke: int


def tulis(ws: Worksheet, isi: Isi) -> None:
    """Write the sheet."""
    reg = susun(isi.reviu.laporan)
    fakta = _fakta(reg, isi.reviu.laporan.tahun)
    k = isi.kamus
    tempat = sorted(
        dict.fromkeys(t for b in fakta.values() for t in b),
        key=lambda t: (t.urut, *((k.ucap(t.nama), t.ke) if t.urut else ("", 0))),
    )
    akhir = TETAP + len(tempat)
    gaya.siapkan(ws, k("kkr.rekonsiliasi.judul"), k("kkr.rekonsiliasi.keterangan"), akhir + 4, isi.kaki)
    ws.row_dimensions[2].height = 26
    judul = [k("tempat.lagi", tempat=k.ucap(t.nama), ke=t.ke) if t.ke > 1 else bersih(k.ucap(t.nama)) for t in tempat]
    kolom = [k(f"kkr.kolom.{n}") for n in ("kode", "tingkat", "nama", "angka", "rentang", "banyak", "tanda")]
    kepala = [*kolom[:TETAP], *judul, *kolom[TETAP:]]
    gaya.kepala(ws, 4, kepala, [14, 11, 44, 18, *[17] * len(tempat), 16, 8, 8])
    ws.freeze_panes = f"{get_column_letter(TETAP + 1)}5"
    baris = 5
    for kunci, cetakan in fakta.items():
        _baris(ws, baris, kunci, cetakan, tempat, reg, isi)
        baris += 1
    if not fakta:
        gaya.tulis(ws, baris, 1, k("kkr.rekonsiliasi.tidak_ada"), "bebas")
    ws.auto_filter.ref = f"A4:{get_column_letter(akhir + 3)}{max(baris - 1, 5)}"


def _fakta(reg: Register, tahun: int) -> dict[Kunci, dict[Tempat, Butir]]:
    """The money of the report's year by fact and place; several prints in one place get columns of their own."""
    hasil: dict[Kunci, dict[Tempat, Butir]] = {}
    formulir = {baku(pk.sebutan): pk for pk in reg.laporan.perjanjian}
    milik_anggaran = {*reg.nama_kode, ANGGARAN}
    kunci = [k for k in reg.fakta if k.peran in URUT_PERAN and k.periode == tahun and k.subjek in milik_anggaran]
    kunci.sort(key=lambda k: (k.subjek != ANGGARAN, k.subjek, URUT_PERAN.index(k.peran)))
    for k in kunci:
        milik: dict[Tempat, Butir] = {}
        for b in reg.fakta[k]:
            if b.nilai is None:
                continue
            urut, nama = _tempat(b, formulir)
            milik[Tempat(urut, nama, 1 + sum(t.nama == nama for t in milik))] = b
        if milik:
            hasil[k] = milik
    return hasil


def _tempat(b: Butir, formulir: Mapping[str, PerjanjianKinerja]) -> tuple[int, Ucapan]:
    """A table by its number, the forms of one level together, the prose as one place; with its rank among them."""
    if b.media == "narasi":
        return 2, kalimat("tempat.narasi")
    if b.media == "pk":
        pk = formulir[b.wadah]
        kunci = {"iku": "tempat.tingkat.iku", "murni": "tempat.tingkat.pk_murni"}.get(pk.jenis, "tempat.tingkat.pk")
        return 1, kalimat(kunci, eselon=pk.eselon)
    return 0, b.di


def _baris(
    ws: Worksheet,
    baris: int,
    kunci: Kunci,
    cetakan: dict[Tempat, Butir],
    tempat: list[Tempat],
    reg: Register,
    isi: Isi,
) -> None:
    k, seluruh = isi.kamus, kunci.subjek == ANGGARAN
    nama = k("kkr.rekonsiliasi.seluruh") if seluruh else reg.nama_kode[kunci.subjek][0]
    gaya.tulis(ws, baris, 1, "" if seluruh else kunci.subjek)
    gaya.tulis(ws, baris, 2, k(f"kkr.tingkat.{'total' if seluruh else tingkat_kode(kunci.subjek)}"))
    gaya.tulis(ws, baris, 3, nama)
    gaya.tulis(ws, baris, 4, k.ucap(PERAN[kunci.peran].ucapan))
    nilai = [b.nilai for b in cetakan.values()]
    umum = max(dict.fromkeys(nilai), key=nilai.count)
    longgar = max((b.setengah for b in cetakan.values()), default=Fraction(0))
    if all(b.setengah == longgar for b in cetakan.values()):
        longgar = Fraction(0)
    for i, t in enumerate(tempat, TETAP + 1):
        b = cetakan.get(t)
        beda = b is not None and b.nilai is not None and umum is not None and abs(b.nilai - umum) > longgar
        gaya.angka(ws, baris, i, b.nilai if b is not None else None, 2, "beda" if beda else "angka")
    akhir = TETAP + len(tempat)
    deret = f"{get_column_letter(TETAP + 1)}{baris}:{get_column_letter(akhir)}{baris}"
    rentang, banyak = (f"{get_column_letter(akhir + i)}{baris}" for i in (1, 2))
    gaya.rumus(ws, baris, akhir + 1, f"IF(COUNT({deret})>1,MAX({deret})-MIN({deret}),0)", "angka", 2)
    gaya.rumus(ws, baris, akhir + 2, f"COUNT({deret})", "tengah", 0)
    batas = f"{float(longgar) + 0.0001:.4f}"
    gaya.rumus(ws, baris, akhir + 3, f'IF({banyak}<2,"–",IF({rentang}<={batas},"✓","✗"))', "tanda")
    ws.row_dimensions[baris].height = gaya.tinggi([(bersih(nama), 44)])
