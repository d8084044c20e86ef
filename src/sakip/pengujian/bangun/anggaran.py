"""A budget: programs, kegiatan and sub kegiatan with their money, and the tables that print it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.model.tabel import Tabel
from sakip.pengujian.bangun.cetak import daun_uang
from sakip.pengujian.bangun.kata import KEGIATAN, PROGRAM, SUB_KEGIATAN
from sakip.pengujian.bangun.sumber import ambil, kocok

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.pengujian.bangun.cetak import Cetak
    from sakip.pengujian.bangun.sumber import Sumber

__all__ = ["Anggaran", "Pos", "susun_anggaran", "tabel_anggaran"]

RATUS = Fraction(100)


@attrs.frozen(kw_only=True)
class Pos:
    """A budget line: its code within its parent, its name, and its own money or the lines below it."""

    kode: str
    nama: str
    daun: dict[str, Fraction] = attrs.field(factory=dict, hash=False)
    bawah: tuple[Pos, ...] = ()

    def uang(self, peran: str) -> Fraction:
        """Its money in one role: its own, or the sum of the lines below."""
        if self.bawah:
            return sum((p.uang(peran) for p in self.bawah), Fraction(0))
        return self.daun[peran]


@attrs.frozen(kw_only=True)
class Anggaran:
    """The whole budget of an agency; `direvisi` says whether original and revised budget differ."""

    program: tuple[Pos, ...]
    direvisi: bool = False

    def uang(self, peran: str) -> Fraction:
        """The money of the whole."""
        return sum((p.uang(peran) for p in self.program), Fraction(0))

    def semua(self) -> Iterator[tuple[int, str, Pos]]:
        """Every line: its level from 0, its completed code, itself."""
        for p in self.program:
            yield 0, p.kode, p
            for k in p.bawah:
                yield 1, f"{p.kode}.{k.kode}", k
                for u in k.bawah:
                    yield 2, f"{p.kode}.{k.kode}.{u.kode}", u


def susun_anggaran(s: Sumber, *, terbanyak: int = 4) -> Anggaran:
    """Draw a budget of one to `terbanyak` programs."""
    direvisi = s.benar()
    sen = s.benar(3)
    lebar = 2 if s.benar(5) else 4  # two digits before Kepmendagri 050-5889/2021
    nama_kegiatan = iter(kocok(s, KEGIATAN))
    program = []
    for i, nama in enumerate(ambil(s, PROGRAM, s.bulat(1, terbanyak)), 1):
        kegiatan = []
        for j in range(1, s.pilih((1, 2, 2, 3)) + 1):
            sub = tuple(
                Pos(kode=f"{n:0{lebar}}", nama=f"Sub Kegiatan {nama_sub}", daun=_daun(s, direvisi=direvisi, sen=sen))
                for n, nama_sub in enumerate(ambil(s, SUB_KEGIATAN, s.pilih((1, 2, 3, 2, 4))), 1)
            )
            kegiatan.append(Pos(kode=f"2.{j:02}", nama=f"Kegiatan {next(nama_kegiatan)}", bawah=sub))
        program.append(Pos(kode=f"{i:02}", nama=f"Program {nama}", bawah=tuple(kegiatan)))
    return Anggaran(program=tuple(program), direvisi=direvisi)


def _daun(s: Sumber, *, direvisi: bool, sen: bool) -> dict[str, Fraction]:
    pagu = daun_uang(s, sen=sen)
    murni = daun_uang(s, sen=sen) if direvisi and not s.benar(4) else pagu
    # The simplest spending is all of it; what is left over is drawn in parts of a thousand, with odd rupiah.
    sisa = min(pagu, pagu * s.bulat(0, 400) / 1000)
    kali = 1 if pagu.denominator == 1 else 100
    sisa = Fraction(int(sisa * kali), kali)
    return {"pagu": pagu, "pagu_murni": murni, "realisasi_anggaran": pagu - sisa}


HITUNG = {
    "selisih": ("pagu_murni", "pagu"),
    "sisa": ("pagu", "realisasi_anggaran"),
}
"""Columns that are the first role minus the second."""

BAGI = {"serapan": "realisasi_anggaran", "sisa_persen": "sisa"}
"""Columns that are that role over the budget, in percent."""


def _isi(pos: Pos | Anggaran, peran: str, cetak: Cetak) -> str:
    if peran in HITUNG:
        a, b = HITUNG[peran]
        return cetak.uang(pos.uang(a) - pos.uang(b))
    if peran in BAGI:
        pagu = pos.uang("pagu")
        if pagu == 0:
            return "-"
        terpakai = pos.uang("realisasi_anggaran")
        return cetak.hitungan(RATUS * (terpakai if peran == "serapan" else pagu - terpakai) / pagu)
    return cetak.uang(pos.uang(peran))


def tabel_anggaran(
    s: Sumber, anggaran: Anggaran, nomor: str, judul: str, peran: tuple[str, ...], cetak: Cetak
) -> Tabel:
    """Print the budget with these columns: in any notation of codes, the total first or last."""
    lengkap, urusan = s.pilih(((False, ""), (True, ""), (True, "2.17.")))
    # A bare two-digit code is told from a two-digit sub kegiatan by the word before its name, where there are both.
    pendek = any(len(pos.kode) == 2 for tingkat, _, pos in anggaran.semua() if tingkat == 2)
    awalan = not (s.benar(4) and (urusan or not pendek))
    baris: list[list[str]] = []
    for _, kode, pos in anggaran.semua():
        cetak_kode = urusan + kode if lengkap else pos.kode
        nama = pos.nama if awalan else pos.nama.removeprefix("Sub ").partition(" ")[2]
        baris.append([cetak_kode, nama, *(_isi(pos, p, cetak) for p in peran)])
    jenis = ["rincian"] * len(baris)
    total = ["", "JUMLAH", *(_isi(anggaran, p, cetak) for p in peran)]
    di_atas = s.benar()
    baris.insert(0 if di_atas else len(baris), total)
    jenis.insert(0 if di_atas else len(jenis), "total")
    return Tabel.susun(["kode", "nama", *peran], baris, nomor=nomor, judul=judul, jenis=jenis)
