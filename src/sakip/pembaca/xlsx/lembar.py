"""A sheet of a workbook into blocks: several tables beside and below each other, with their titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.pembaca.blok import Grid, Paragraf, SelGrid
from sakip.pembaca.tata_letak import lepas_butir, uraikan
from sakip.teks.istilah import bentuk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from sakip.pembaca.blok import Blok

__all__ = ["Lembar", "blok_lembar", "huruf_kolom", "nama_lembar", "nomor_kolom"]

_NAMA_NOMOR = re.compile(r"\d+(?:\.\d+)+")
_SEDERHANA = re.compile(r"[A-Za-z_]\w*\Z")
KEPALA_TERDALAM = 8
"""Rows below the top of a table in which the word `kode` is looked for."""


@attrs.define(slots=True, eq=False)
class Lembar:
    """A sheet as printed.

    Attributes:
        nama: as the tab says.
        isi: row to column to text, without empty cells.
        titik: the same for the cells whose decimal separator depends on the column: as a code would print.
        nilai: the numbers stored, in the units printed.
        gabung: merged ranges: first row, first column, last row, last column.
    """

    nama: str
    isi: dict[int, dict[int, str]] = attrs.field(factory=dict)
    titik: dict[tuple[int, int], str] = attrs.field(factory=dict)
    nilai: dict[tuple[int, int], Decimal] = attrs.field(factory=dict)
    gabung: list[tuple[int, int, int, int]] = attrs.field(factory=list)


def huruf_kolom(n: int) -> str:
    """1 → A, 28 → AB."""
    hasil = ""
    while n:
        n, sisa = divmod(n - 1, 26)
        hasil = chr(ord("A") + sisa) + hasil
    return hasil


def nomor_kolom(huruf: str) -> int:
    """A → 1, AB → 28."""
    n = 0
    for h in huruf:
        n = 26 * n + ord(h) - ord("A") + 1
    return n


def nama_lembar(nama: str) -> str:
    """The name of a sheet as an address spells it."""
    return nama if _SEDERHANA.match(nama) else "'" + nama.replace("'", "''") + "'"


def blok_lembar(lembar: Lembar, berkas: str) -> list[Blok]:
    """The blocks of a sheet; none when it is empty."""
    if not lembar.isi:
        return []
    pembaca = _Pembaca(lembar, berkas)
    pembaca.baca()
    return [pembaca.judul(), *pembaca.blok]


class _Pembaca:
    def __init__(self, lembar: Lembar, berkas: str) -> None:
        self.lembar = lembar
        self.berkas = berkas
        self.blok: list[Blok] = []
        self.bentang: tuple[int, int] | None = None
        """The columns of the table right above; rows below an empty row may belong to it."""
        self.nama = nama_lembar(lembar.nama)

    def judul(self) -> Paragraf:
        """The name of the sheet, which may be the only title there is; it keeps tables of two sheets apart."""
        nama = self.lembar.nama.strip()
        if not nama or bentuk("lembar.nama_bawaan").match(nama):
            return Paragraf("Lembar", Lokasi(self.berkas, sel=f"{self.nama}!A1"))
        teks = f"Tabel {nama}" if _NAMA_NOMOR.fullmatch(nama) else nama
        return Paragraf(teks, Lokasi(self.berkas, sel=f"{self.nama}!A1"), tebal=True)

    def baca(self) -> None:
        for atas, bawah in self._pita():
            self._pita_ke_blok(atas, bawah)

    # -- areas -------------------------------------------------------------------------

    def _pita(self) -> Iterator[tuple[int, int]]:
        """Runs of rows that are not empty; a merged cell holds its rows together."""
        terisi = set(self.lembar.isi)
        for r1, c1, r2, _ in self.lembar.gabung:
            if c1 in self.lembar.isi.get(r1, {}):
                terisi.update(range(r1, r2 + 1))
        awal = akhir = 0
        for r in sorted(terisi):
            if awal and r == akhir + 1:
                akhir = r
                continue
            if awal:
                yield awal, akhir
            awal = akhir = r
        if awal:
            yield awal, akhir

    def _pita_ke_blok(self, atas: int, bawah: int) -> None:
        awal = atas
        while awal <= bawah and len(self.lembar.isi.get(awal, {})) <= 1:
            awal += 1
        if awal > bawah:
            self._alinea(range(atas, bawah + 1))
            return
        if awal > atas:
            self._alinea(range(atas, awal))
        kolom = self._kolom(awal, bawah)
        if self.bentang and awal == atas and self.bentang[0] <= kolom[0][0] and kolom[-1][1] <= self.bentang[1]:
            kolom = [self.bentang]
        for kiri, kanan in kolom:
            self._daerah(awal, bawah, kiri, kanan)
        self.bentang = kolom[0] if len(kolom) == 1 else None

    def _kolom(self, atas: int, bawah: int) -> list[tuple[int, int]]:
        """Runs of columns that are not empty between two rows; a merged cell holds its columns together."""
        terisi = {c for r in range(atas, bawah + 1) for c in self.lembar.isi.get(r, {})}
        for r1, c1, r2, c2 in self.lembar.gabung:
            if atas <= r1 and r2 <= bawah and c1 in self.lembar.isi.get(r1, {}):
                terisi.update(range(c1, c2 + 1))
        hasil: list[tuple[int, int]] = []
        for c in sorted(terisi):
            if hasil and c == hasil[-1][1] + 1:
                hasil[-1] = (hasil[-1][0], c)
            else:
                hasil.append((c, c))
        return hasil

    def _daerah(self, atas: int, bawah: int, kiri: int, kanan: int) -> None:
        """One table, without the titles above it and the remarks below it."""
        isi = {r: [c for c in self.lembar.isi.get(r, {}) if kiri <= c <= kanan] for r in range(atas, bawah + 1)}
        penuh = [r for r, c in isi.items() if len(c) > 1]
        if not penuh:
            self._alinea(range(atas, bawah + 1), kiri, kanan)
            return
        self._alinea(range(atas, penuh[0]), kiri, kanan)
        kode = self._kolom_kode(penuh[0], bawah, kiri, kanan)
        akhir = bawah
        while akhir > penuh[-1] and self._keterangan(akhir, isi[akhir], kanan - kiri):
            akhir -= 1
        baris = tuple(
            tuple(self._sel(r, c, titik=c in kode) for c in range(kiri, kanan + 1))
            for r in range(penuh[0], akhir + 1)
            if isi[r]
        )
        self.blok += uraikan(Grid(baris, baris[0][0].lokasi))
        self._alinea(range(akhir + 1, bawah + 1), kiri, kanan)

    def _keterangan(self, r: int, kolom: list[int], lebar: int) -> bool:
        """Whether the one cell of a row below a table is a remark on it and no line of it."""
        teks = self.lembar.isi[r][kolom[0]] if kolom else ""
        melebar = any(r1 == r and 2 * (c2 - c1) >= lebar for r1, c1, _, c2 in self.lembar.gabung)
        return not teks or melebar or bentuk("lembar.keterangan").match(teks) is not None

    def _kolom_kode(self, atas: int, bawah: int, kiri: int, kanan: int) -> set[int]:
        """The columns headed as codes or numbers of lines: there `2.01` is stored as a number and prints a point."""
        hasil: set[int] = set()
        for r in range(atas, min(bawah, atas + KEPALA_TERDALAM) + 1):
            for c, teks in self.lembar.isi.get(r, {}).items():
                if kiri <= c <= kanan and len(teks) < 30 and bentuk("lembar.kode").search(teks):
                    hasil.add(c)
        return hasil

    # -- cells -------------------------------------------------------------------------

    def _alinea(self, baris: Iterable[int], kiri: int = 1, kanan: int = 1 << 20) -> None:
        """Rows of one cell as paragraphs; lines right below each other go on with each other when short."""
        sebelum = 0
        for r in baris:
            for c in sorted(self.lembar.isi.get(r, {})):
                if kiri <= c <= kanan:
                    lokasi = self._sel(r, c).lokasi
                    for n, t in enumerate(self.lembar.isi[r][c].split("\n")):
                        teks, butir = lepas_butir(t)
                        self.blok.append(Paragraf(teks, lokasi, n > 0 or sebelum == r - 1, butir=butir))
                    sebelum = r
                    self.bentang = None

    def _sel(self, r: int, c: int, *, titik: bool = False) -> SelGrid:
        teks = self.lembar.isi.get(r, {}).get(c, "")
        if titik:
            teks = self.lembar.titik.get((r, c), teks)
        lokasi = Lokasi(self.berkas, sel=f"{self.nama}!{huruf_kolom(c)}{r}")
        return SelGrid(teks.replace("\n", " "), lokasi, self.lembar.nilai.get((r, c)))
