"""The sheet Rekonsiliasi: each budget line in every place that prints it, and whether the prints agree."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from sakip.fakta import susun
from sakip.fakta.register import ANGGARAN
from sakip.model.peran import PERAN
from sakip.tulis.kkr import gaya
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from sakip.fakta.register import Butir, Kunci, Register
    from sakip.tulis.kkr.isi import Isi

__all__ = ["tulis"]

URUT_PERAN = [p.nama for p in sorted(PERAN.values(), key=lambda p: not p.murni) if p.anggaran]
"""What a budget line prints in several places: as it was before the revision first."""
TINGKAT = {0: "Program", 2: "Kegiatan", 3: "Sub kegiatan"}
"""The level of a completed code, by its dots."""
TETAP = 4
"""Columns before those of the places."""

KETERANGAN = (
    "Tiap baris anggaran pada setiap tempat yang mencetaknya. Rentang, Banyak dan Tanda adalah rumus: ✓ semua cetakan "
    "sama; ✗ ada yang berbeda (sel merah: berbeda dari nilai terbanyak); – tercetak sekali saja, sehingga tidak ada "
    "pembandingnya. Bagian anggaran yang dibagi antarunit tidak dibandingkan di sini; lihat Uji."
)


def tulis(ws: Worksheet, isi: Isi) -> None:
    """Write the sheet."""
    reg = susun(isi.reviu.laporan)
    fakta = _fakta(reg, isi.reviu.laporan.tahun)
    tempat = list(dict.fromkeys(t for b in fakta.values() for t in b))
    pk = ("PK", "Formulir")
    tempat.sort(key=lambda t: (1, *t) if t[0].startswith(pk) else (2, *t) if t[0] == "Narasi" else (0, "", 0))
    akhir = TETAP + len(tempat)
    gaya.siapkan(ws, "Rekonsiliasi anggaran antartempat", KETERANGAN, akhir + 4)
    ws.row_dimensions[2].height = 26
    judul = [f"{nama} ({ke})" if ke > 1 else nama for nama, ke in tempat]
    kepala = ["Kode", "Tingkat", "Nama", "Angka", *judul, "Rentang", "Banyak", "Tanda"]
    gaya.kepala(ws, 4, kepala, [14, 11, 44, 18, *[17] * len(tempat), 16, 8, 8])
    ws.freeze_panes = f"{get_column_letter(TETAP + 1)}5"
    baris = 5
    for kunci, cetakan in fakta.items():
        _baris(ws, baris, kunci, cetakan, tempat, reg)
        baris += 1
    if not fakta:
        gaya.tulis(ws, baris, 1, "Laporan ini tidak memuat baris anggaran berkode.", "bebas")
    ws.auto_filter.ref = f"A4:{get_column_letter(akhir + 3)}{max(baris - 1, 5)}"


def _fakta(reg: Register, tahun: int) -> dict[Kunci, dict[tuple[str, int], Butir]]:
    """The money of the report's year by fact and place; several prints in one place get columns of their own."""
    hasil: dict[Kunci, dict[tuple[str, int], Butir]] = {}
    milik_anggaran = {*reg.nama_kode, ANGGARAN}
    kunci = [k for k in reg.fakta if k.peran in URUT_PERAN and k.periode == tahun and k.subjek in milik_anggaran]
    kunci.sort(key=lambda k: (k.subjek != ANGGARAN, k.subjek, URUT_PERAN.index(k.peran)))
    for k in kunci:
        milik: dict[tuple[str, int], Butir] = {}
        for b in reg.fakta[k]:
            if b.nilai is None:
                continue
            nama = _tempat(b)
            ke = 1 + sum(n == nama for n, _ in milik)
            milik[nama, ke] = b
        if milik:
            hasil[k] = milik
    return hasil


def _tempat(b: Butir) -> str:
    """A table by its number, the forms of one level together, the prose as one place."""
    nama = b.bagian
    if b.media == "narasi":
        return "Narasi"
    if b.media == "pk":
        kata = nama.split()
        return " ".join(kata[: kata.index("eselon") + 2]) if "eselon" in kata else "Formulir IKU"
    return bersih(nama)


def _baris(
    ws: Worksheet,
    baris: int,
    kunci: Kunci,
    cetakan: dict[tuple[str, int], Butir],
    tempat: list[tuple[str, int]],
    reg: Register,
) -> None:
    nama = "Seluruh anggaran" if kunci.subjek == ANGGARAN else reg.nama_kode[kunci.subjek][0]
    gaya.tulis(ws, baris, 1, "" if kunci.subjek == ANGGARAN else kunci.subjek)
    gaya.tulis(ws, baris, 2, "Total" if kunci.subjek == ANGGARAN else TINGKAT.get(kunci.subjek.count("."), ""))
    gaya.tulis(ws, baris, 3, nama)
    gaya.tulis(ws, baris, 4, PERAN[kunci.peran].sebutan)
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
