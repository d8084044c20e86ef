"""Strict CSV: a printed table, header = roles, cells exactly as printed.

What belongs to a column (role, heading, how its cells are read) is settled once; a cell then costs one
figure and one place.
"""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from sakip.angka.cetakan import baca_sel
from sakip.angka.lokasi import Lokasi
from sakip.errors import AngkaError
from sakip.konversi.pencatat import Pencatat
from sakip.model.peran import PERAN, PeranError, baca_kolom
from sakip.model.sel import Sel, baca_sel_peran, simpan
from sakip.model.tabel import BARIS_KATA, JENIS_BARIS, Baris, Tabel, sebutan_tabel
from sakip.pembaca.batas import KOLOM_TERBANYAK
from sakip.teks.jarak import maksud

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sakip.errors import Masalah
    from sakip.model.peran import Kolom
    from sakip.model.sel import Cetakan

__all__ = ["Kepala", "baca_tabel"]

_BUKAN_KOLOM = ("asal", "baris", "kata", "tersimpan")
_GALAT = {
    "unexpected end of data": "tanda kutip tidak ditutup",
    "',' expected after": "sesudah tanda kutip penutup harus ada koma",
    "field larger than field limit": "sel terlalu panjang",
    "line contains NUL": "memuat karakter NUL",
}


@attrs.frozen(slots=True)
class Kepala:
    """What `laporan.yaml` says of a table."""

    berkas: str
    nomor: str = ""
    judul: str = ""
    judul_daftar: str = ""
    asal: int | None = None


@attrs.frozen(slots=True)
class _Mentah:
    """A row as the file has it: the line it begins on, its source line, its kind, its cells.

    `kata`: the columns whose cells are words where figures belong; `tersimpan`: column to the value behind its print.
    """

    baris: int
    asal: int | None
    jenis: str
    isi: list[str]
    kata: frozenset[str] = frozenset()
    tersimpan: dict[str, str] = attrs.field(factory=dict)


def baca_tabel(isi: str, kepala: Kepala, berkas: str, masalah: list[Masalah]) -> Tabel | None:
    """Read a table.

    Args:
        isi: the text of the file.
        kepala: what the list of tables says of it; its `berkas` is the place in findings.
        berkas: what problems call the file.
        masalah: receives every problem found.
    """
    return _Pembaca(kepala, berkas, masalah).baca(isi)


class _Pembaca(Pencatat):
    def __init__(self, kepala: Kepala, berkas: str, masalah: list[Masalah]) -> None:
        super().__init__(berkas, masalah)
        self.kepala = kepala
        self.sebutan = sebutan_tabel(kepala.nomor, kepala.judul)
        self.ejaan: list[str] = []
        self.letak: list[int] = []
        self.lain: dict[str, int] = {}
        """Where the columns stand that are not printed."""
        self.daftar = re.compile("")

    def baca(self, isi: str) -> Tabel | None:
        if "\0" in isi:
            self.lapor("memuat karakter NUL", isi.count("\n", 0, isi.index("\0")) + 1)
            return None
        baris = self._pecah(isi)
        kepala = next(baris, None)
        if kepala is None:
            if not self.jumlah:
                self.lapor("berkas kosong; baris pertama harus menyebut peran tiap kolom", 1)
            return None
        if len(kepala[1]) > KOLOM_TERBANYAK:
            self.lapor(f"{len(kepala[1])} kolom; paling banyak {KOLOM_TERBANYAK}", kepala[0])
            return None
        kolom = self._baca_kepala(*kepala)
        if kolom is None:
            return None
        mentah = [m for n, sel in baris if (m := self._mentah(n, sel)) is not None]
        kolom = _beri_judul(kolom, mentah)
        hasil = self._isi(kolom, mentah)
        k = self.kepala
        return Tabel(
            kolom,
            hasil,
            nomor=k.nomor,
            judul=k.judul,
            judul_daftar=k.judul_daftar,
            lokasi=Lokasi(k.berkas, 1, None, None, self.sebutan, None, k.asal),
        )

    def _pecah(self, isi: str) -> Iterator[tuple[int, list[str]]]:
        """The rows that are not empty, each with the line it begins on, while problems are still listed."""
        pembaca = csv.reader(io.StringIO(isi, newline=""), strict=True)
        mulai = 1
        try:
            for sel in pembaca:
                if sel:
                    yield mulai, sel
                if self.penuh:
                    return
                mulai = pembaca.line_num + 1
        except csv.Error as e:
            pesan = next((v for k, v in _GALAT.items() if str(e).startswith(k)), str(e))
            self.lapor(f"CSV tidak sah: {pesan}", mulai)

    def _baca_kepala(self, baris: int, sel: list[str]) -> tuple[Kolom, ...] | None:
        kolom: list[Kolom] = []
        baik = True
        for i, nama in enumerate(sel):
            if nama in sel[:i]:
                self.lapor("kolom ganda", baris, nama)
                baik = False
            elif nama in _BUKAN_KOLOM:
                self.lain[nama] = i
            else:
                try:
                    kolom.append(baca_kolom(nama))
                except PeranError as e:
                    dekat = maksud(nama.partition("@")[0].partition(":")[0], [*PERAN, *_BUKAN_KOLOM])
                    self.lapor(f"{e}{dekat}", baris, nama or f"kolom ke-{i + 1}")
                    baik = False
                else:
                    self.letak.append(i)
        self.ejaan = sel
        cetak = sorted((sel[i] for i in self.letak), key=len, reverse=True)
        self.daftar = re.compile(rf"({'|'.join(map(re.escape, cetak))})(?:=(-?\d+(?:\.\d+)?))?(?:; |\Z)")
        if baik and not kolom:
            self.lapor(f"tidak ada kolom selain {', '.join(self.lain)}", baris)
        return tuple(kolom) if baik and kolom else None

    def _mentah(self, nomor: int, sel: list[str]) -> _Mentah | None:
        if len(sel) != len(self.ejaan):
            self.lapor(f"{len(sel)} sel untuk {len(self.ejaan)} kolom", nomor)
            return None
        lain = {k: sel[i] for k, i in self.lain.items()}
        asal: int | None = None
        if tertulis := lain.get("asal"):
            if tertulis.isascii() and tertulis.isdigit() and len(tertulis) < 10 and int(tertulis):
                asal = int(tertulis)
            else:
                self.lapor(f"harus nomor baris, bukan {tertulis!r}", nomor, "asal")
        jenis = lain.get("baris") or "rincian"
        if jenis not in JENIS_BARIS:
            self.lapor(f"jenis baris tidak dikenal: {jenis!r}{maksud(jenis, JENIS_BARIS)}", nomor, "baris")
            return None
        kata = frozenset(self._urai(nomor, "kata", lain, bernilai=False))
        tersimpan = self._urai(nomor, "tersimpan", lain, bernilai=True)
        return _Mentah(nomor, asal, jenis, [sel[i] for i in self.letak], kata, tersimpan)

    def _urai(self, nomor: int, nama: str, lain: dict[str, str], *, bernilai: bool) -> dict[str, str]:
        """The columns that `kata` or `tersimpan` names, each with its value."""
        teks = lain.get(nama, "")
        hasil: dict[str, str] = {}
        letak = 0
        while letak < len(teks):
            cocok = self.daftar.match(teks, letak)
            if cocok is None or bernilai != bool(cocok[2]):
                contoh = "kolom=nilai" if bernilai else "kolom"
                self.lapor(f"harus daftar '{contoh}; …' dari kolom tabel ini, bukan {teks[letak:]!r}", nomor, nama)
                return {}
            hasil[cocok[1]] = cocok[2] or ""
            letak = cocok.end()
        return hasil

    def _isi(self, kolom: tuple[Kolom, ...], mentah: list[_Mentah]) -> tuple[Baris, ...]:
        berkas, sebutan = self.kepala.berkas, self.sebutan
        judul = [k.judul or k.kunci for k in kolom]
        pembaca = [_pembaca_sel(k) for k in kolom]
        satuan = next((i for i, k in enumerate(kolom) if k.peran.nama == "satuan"), -1)
        nama = [self.ejaan[i] for i in self.letak]
        hasil: list[Baris] = []
        for m in mentah:
            if self.penuh:
                break
            kata = m.jenis in BARIS_KATA
            unit = m.isi[satuan] if satuan >= 0 else ""
            sel: list[Sel] = []
            for teks, baca, jdl, ejaan in zip(m.isi, pembaca, judul, nama, strict=True):
                isi: Cetakan | None = None
                if baca is not None and not kata and ejaan not in m.kata:
                    try:
                        isi = baca(teks, unit)
                    except AngkaError as e:
                        self.lapor(str(e), m.baris, ejaan)
                x = Sel(teks, isi, Lokasi(berkas, m.baris, None, None, sebutan, jdl, m.asal))
                sel.append(self._simpan(x, m, ejaan) if ejaan in m.tersimpan else x)
            hasil.append(Baris(m.jenis, tuple(sel)))
        return tuple(hasil)

    def _simpan(self, sel: Sel, m: _Mentah, nama: str) -> Sel:
        hasil = simpan(sel, Decimal(m.tersimpan[nama]))
        if hasil.tersimpan is None:
            self.lapor(f"{m.tersimpan[nama]} tidak dibulatkan menjadi {sel.teks!r}", m.baris, "tersimpan")
        return hasil


def _pembaca_sel(kolom: Kolom) -> Callable[[str, str], Cetakan | None] | None:
    """What reads the cells of a column, given the unit of the row; None for text."""
    peran = kolom.peran
    jenis = peran.jenis
    if jenis is None:
        return None
    if peran.menurut_satuan:
        return lambda teks, satuan: baca_sel_peran(teks, peran, satuan=satuan).isi
    return lambda teks, _: baca_sel(teks, jenis)


def _beri_judul(kolom: tuple[Kolom, ...], mentah: list[_Mentah]) -> tuple[Kolom, ...]:
    """The columns with their printed headings; what several heading rows print is joined by ` / `."""
    baris_judul = [m.isi for m in mentah if m.jenis == "judul"]
    if not baris_judul:
        return kolom
    return tuple(
        attrs.evolve(k, judul=" / ".join(dict.fromkeys(j[i] for j in baris_judul if j[i]))) for i, k in enumerate(kolom)
    )
