"""What a report prints where a figure should be: a figure, a band, a ratio, a bound, a duration, a day, a grade, none.

Each kind keeps its text, so that what is written reads back as what was read, and says what single number it stands
for (`pecahan`), where it stands for one:

| print | kind | stands for |
|---|---|---|
| `106,40`, `Rp 5`, `12 Orang` | `Angka` | itself |
| `80 – 90 %`, `7 bulan s/d 8 bulan` | `Rentang` | two numbers |
| `1 : 17,9` | `Banding` | 17,9: the side that is not 1; of `3 : 4` four thirds |
| `≤ 3`, `maks. 5`, `paling lambat 31 Maret` | `Ambang` | its bound |
| `7 menit 30 detik` | `Waktu` | 7,5 of its largest unit |
| `31 Maret`, `31 Maret 2025`, `31/03/2025` | `Tanggal` | none: days are only earlier or later |
| `Januari – Maret 2025`, `Maret` | `Masa` | none: its days are |
| `WTP`, `BB (75,01)`, `Level 3` | `Predikat` | the score beside it, else the number of the level |
| `-`, `NA` | `Kosong` | none |

Words of grades (`Baik`) are known by their scales: `sakip.hukum.skala.baca_cetakan`.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import TypeAlias

import attrs

from sakip.angka.angka import Angka
from sakip.angka.notasi import (
    KOSONG,
    PANJANG_TERBESAR,
    SATUAN_WAKTU,
    TAK_HINGGA,
    Jenis,
    cocok_banding,
    cocok_nilai_predikat,
    cocok_predikat,
    cocok_rentang,
    salah_tipe,
)
from sakip.errors import AngkaError
from sakip.teks.istilah import bentuk, istilah

__all__ = [
    "Ambang",
    "Banding",
    "Cetakan",
    "Kosong",
    "Masa",
    "Predikat",
    "Rentang",
    "Tanggal",
    "Waktu",
    "baca_sel",
    "hari_sesuai",
    "satuan_waktu",
    "teks",
]

HARI = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The days of the months; a day that no year has is no date."""


@attrs.frozen(slots=True)
class Rentang:
    """A printed range: `69,1-69,5`, `7 – 8 bulan`. `bawah` is the smaller end, whichever is printed first."""

    teks: str
    bawah: Angka
    atas: Angka
    satuan: str = ""
    jenis: Jenis = Jenis.NILAI

    def __str__(self) -> str:
        return self.teks


@attrs.frozen(slots=True)
class Banding:
    """A printed ratio: `1:17,9`."""

    teks: str
    kiri: Angka
    kanan: Angka
    jenis: Jenis = Jenis.NILAI

    @property
    def terbalik(self) -> bool:
        """Whether it is `n : 1`: what is counted for one stands first."""
        return self.kanan.nilai == 1 != self.kiri.nilai

    @property
    def utama(self) -> Angka:
        """The side that the ratio is told by: of `1 : 20` and of `20 : 1` twenty."""
        return self.kiri if self.terbalik else self.kanan

    @property
    def pecahan(self) -> Fraction | None:
        """What stands for one of the other side; None where that other side is zero."""
        lain = self.kanan if self.terbalik else self.kiri
        return self.utama.pecahan / lain.pecahan if lain.nilai else None

    def __str__(self) -> str:
        return self.teks


@attrs.frozen(slots=True)
class Waktu:
    """A printed duration in several units: `7 menit 30 detik`, `1 tahun 6 bulan`.

    Attributes:
        satuan: its largest unit, as printed.
        dasar: the unit that all units of its family are multiples of: `detik`, `bulan`.
        banyak: how many of these it is.
        kali: how many of these one of `satuan` is.
    """

    teks: str
    satuan: str
    dasar: str
    banyak: Fraction
    kali: int
    jenis: Jenis = Jenis.NILAI

    @property
    def pecahan(self) -> Fraction:
        """The duration in its largest unit."""
        return self.banyak / self.kali

    def __str__(self) -> str:
        return self.teks


@attrs.frozen(slots=True)
class Tanggal:
    """A printed day: `31 Maret`, `31 Maret 2025`, `31-3-2025`; `tahun` is None where none is printed."""

    teks: str
    hari: int
    bulan: int
    tahun: int | None = None
    jenis: Jenis = Jenis.NILAI

    def sebelum(self, lain: Tanggal) -> bool | None:
        """Whether it is an earlier day; None where one prints a year and the other does not."""
        if (self.tahun is None) != (lain.tahun is None):
            return None
        return (self.tahun or 0, self.bulan, self.hari) < (lain.tahun or 0, lain.bulan, lain.hari)

    def __str__(self) -> str:
        return self.teks


@attrs.frozen(slots=True)
class Masa:
    """Printed months: `Januari – Maret 2025`, `November 2024 s.d. Januari 2025`, `Maret`.

    `mulai` is the first day of the first, `akhir` the last day of the last; a year printed once is that of the last.
    """

    teks: str
    mulai: Tanggal
    akhir: Tanggal
    jenis: Jenis = Jenis.NILAI

    def __str__(self) -> str:
        return self.teks


@attrs.frozen(slots=True)
class Ambang:
    """A printed bound: `≤ 3`, `maks. 5`, `min. 80 %`, `paling lambat 31 Maret`.

    Attributes:
        nilai: the bound.
        paling_banyak: whether what is measured may not exceed it; otherwise it may not fall short of it.
        termasuk: whether the bound itself is allowed.
    """

    teks: str
    nilai: Angka | Waktu | Tanggal
    paling_banyak: bool
    termasuk: bool = True
    jenis: Jenis = Jenis.NILAI

    @property
    def pecahan(self) -> Fraction | None:
        """The bound; None for a day."""
        return None if isinstance(self.nilai, Tanggal) else self.nilai.pecahan

    def dipenuhi(self, nilai: Fraction | Tanggal) -> bool | None:
        """Whether a value keeps within the bound; None where the two cannot be compared."""
        batas = self.nilai
        if isinstance(batas, Tanggal) or isinstance(nilai, Tanggal):
            if not (isinstance(batas, Tanggal) and isinstance(nilai, Tanggal)):
                return None
            kurang, lebih = nilai.sebelum(batas), batas.sebelum(nilai)
            if kurang is None or lebih is None:
                return None
        else:
            kurang, lebih = nilai < batas.pecahan, nilai > batas.pecahan
        if not kurang and not lebih:
            return self.termasuk
        return kurang if self.paling_banyak else lebih

    def __str__(self) -> str:
        return self.teks


@attrs.frozen(slots=True)
class Predikat:
    """A printed grade: `WTP`, `BB (Nilai 75)`, `80,45 (A)`, `Level 3`.

    Attributes:
        predikat: the grade as printed, without its score.
        nilai: the score beside it, if printed.
        tingkat: the number of the level, where the grade is one.
    """

    teks: str
    predikat: str
    nilai: Angka | None = None
    jenis: Jenis = Jenis.NILAI
    tingkat: int | None = None

    @property
    def pecahan(self) -> Fraction | None:
        """The score, else the number of the level; None for words alone."""
        if self.nilai is not None:
            return self.nilai.pecahan
        return None if self.tingkat is None else Fraction(self.tingkat)

    def __str__(self) -> str:
        return self.teks


@attrs.frozen(slots=True)
class Kosong:
    """A cell that says there is no figure: empty, `-`, `NA`, `n/a`. It is never zero."""

    teks: str = ""
    jenis: Jenis = Jenis.NILAI

    def __str__(self) -> str:
        return self.teks


Cetakan: TypeAlias = Angka | Rentang | Banding | Ambang | Waktu | Tanggal | Masa | Predikat | Kosong
"""What can be printed where a figure should be."""


def teks(cetakan: Cetakan) -> str:
    """The text as printed. `baca_sel(teks(x), x.jenis) == x` for every `x` that was read."""
    return cetakan.teks


def hari_sesuai(target: object, realisasi: object) -> bool | None:
    """Whether days are as a target says: the day, within its months, within its bound; None where it names no day.

    Months are so where all of their days are. Days of which only one prints its year cannot be compared, and are not.
    """
    if isinstance(realisasi, Tanggal):
        hari = (realisasi, realisasi)
    elif isinstance(realisasi, Masa):
        hari = (realisasi.mulai, realisasi.akhir)
    else:
        return None
    if isinstance(target, Ambang) and isinstance(target.nilai, Tanggal):
        return all(target.dipenuhi(x) for x in hari)
    if isinstance(target, Tanggal):
        batas = (target, target)
    elif isinstance(target, Masa):
        batas = (target.mulai, target.akhir)
    else:
        return None
    urut = (batas[0], hari[0], hari[1], batas[1])
    return all(b.sebelum(a) is False for a, b in pairwise(urut))


def satuan_waktu(cetakan: Cetakan) -> tuple[str, int] | None:
    """The unit of time a print is in: what it is a multiple of, and of how many (`jam` is 3600 `detik`); None: no time.

    Days and weeks are in no family: whether a day has 24 hours or those of an office, a print does not say.
    """
    if isinstance(cetakan, Ambang):
        return satuan_waktu(cetakan.nilai)
    if isinstance(cetakan, Waktu):
        return cetakan.dasar, cetakan.kali
    if isinstance(cetakan, Angka | Rentang):
        return SATUAN_WAKTU.get(cetakan.satuan.casefold().rstrip("."))
    return None


def baca_sel(teks: str, jenis: Jenis = Jenis.NILAI) -> Cetakan:
    """Read a cell in which a figure of this kind is expected.

    Raises:
        AngkaError: the cell holds neither a figure nor anything that stands for one.
    """
    if not isinstance(teks, str):
        raise salah_tipe(teks)
    teks = teks.strip()
    if teks.casefold() in KOSONG:
        return Kosong(teks, jenis)
    try:
        a = Angka.baca(teks, jenis)
    except AngkaError:
        hasil = _baca_bukan_angka(teks, jenis) if len(teks) <= PANJANG_TERBESAR else None
        if hasil is None:
            raise
        return hasil
    if a.satuan and a.satuan[0] not in "%‰":
        return _baca_tanggal(teks, jenis) or _baca_bergaris(teks, a.satuan, jenis) or a
    return a


def _baca_bukan_angka(teks: str, jenis: Jenis) -> Cetakan | None:
    """What is printed that is no single figure; None when the text is none of it."""
    try:
        for baca in (_baca_tanggal, _baca_masa, _baca_waktu, _baca_ambang):
            if hasil := baca(teks, jenis):
                return hasil
        if cocok := cocok_rentang(teks):
            return _baca_rentang(teks, cocok[1], cocok[2], jenis)
        if cocok := cocok_banding(teks):
            return Banding(teks, Angka.baca(cocok[1], jenis), Angka.baca(cocok[2], jenis), jenis)
        return _baca_predikat(teks, jenis)
    except AngkaError:
        return None


def _baca_rentang(teks: str, kiri: str, kanan: str, jenis: Jenis) -> Rentang | None:
    a, b = Angka.baca(kiri, jenis), Angka.baca(kanan, jenis)
    sejenis = b.jenis if b.jenis is not jenis else a.jenis
    a, b = Angka.baca(kiri, sejenis), Angka.baca(kanan, sejenis)
    if a.jenis is not b.jenis or (a.satuan and b.satuan and a.satuan.casefold() != b.satuan.casefold()):
        return None
    if b.pangkat and not a.pangkat:
        a = a.dalam(b.pangkat)  # `1-2 juta`: the word holds for both ends
    if a.nilai > b.nilai:
        a, b = b, a
    return Rentang(teks, a, b, b.satuan or a.satuan, sejenis)


@cache
def _bulan() -> dict[str, int]:
    nomor = {b: i for i, b in enumerate(istilah("bulan"), 1)}
    return nomor | {lama: nomor[kini] for lama, kini in (("pebruari", "februari"), ("nopember", "november"))}


def _baca_tanggal(teks: str, jenis: Jenis) -> Tanggal | None:
    if cocok := bentuk("cetakan.tanggal").fullmatch(teks):
        bulan = _bulan()[cocok["bulan"].casefold()]
    elif cocok := bentuk("cetakan.tanggal_angka").fullmatch(teks):
        bulan = int(cocok["bulan"])
    else:
        return None
    hari, tahun = int(cocok["hari"]), int(cocok["tahun"]) if cocok["tahun"] else None
    ada = 1 <= bulan <= len(HARI) and 1 <= hari <= HARI[bulan - 1]
    return Tanggal(teks, hari, bulan, tahun, jenis) if ada else None


def _baca_masa(teks: str, jenis: Jenis) -> Masa | None:
    cocok = bentuk("cetakan.masa").fullmatch(teks)
    if cocok is None:
        return None
    mulai, akhir = (_bulan()[cocok[b].casefold()] for b in ("mulai", "akhir" if cocok["akhir"] else "mulai"))
    if cocok["tahun_mulai"] and not cocok["tahun"]:
        return None
    tahun = int(cocok["tahun"]) if cocok["tahun"] else None
    sejak = int(cocok["tahun_mulai"]) if cocok["tahun_mulai"] else tahun
    if sejak is not None and not cocok["tahun_mulai"] and mulai > akhir:
        sejak -= 1  # `November – Januari 2025`
    return Masa(teks, Tanggal(teks, 1, mulai, sejak), Tanggal(teks, HARI[akhir - 1], akhir, tahun), jenis)


_BAGIAN_WAKTU = re.compile(r"([0-9][0-9.,]*)\s*([A-Za-z]+)\.?(?:\s*(?:,|dan\b))?\s*")


def _baca_waktu(teks: str, jenis: Jenis) -> Waktu | None:
    """Two units or more of one family, the larger first, none twice."""
    bagian: list[tuple[Fraction, str, str, int]] = []
    ke = 0
    while cocok := _BAGIAN_WAKTU.match(teks, ke):
        satuan = SATUAN_WAKTU.get(cocok[2].casefold())
        if satuan is None:
            return None
        bagian.append((Angka.baca(cocok[1]).pecahan, cocok[2], *satuan))
        ke = cocok.end()
    if ke < len(teks) or len(bagian) < 2 or len({b[2] for b in bagian}) > 1:
        return None
    kali = [b[3] for b in bagian]
    if kali != sorted(set(kali), reverse=True):
        return None
    banyak = sum((n * k for n, _, _, k in bagian), Fraction(0))
    return Waktu(teks, bagian[0][1], bagian[0][2], banyak, kali[0], jenis)


def _baca_ambang(teks: str, jenis: Jenis) -> Ambang | None:
    cocok = bentuk("cetakan.ambang").fullmatch(teks)
    if cocok is None:
        return None
    isi = cocok["isi"]
    banyak, termasuk = bool(cocok["banyak"] or cocok["kurang"]), not (cocok["kurang"] or cocok["lebih"])
    if masa := _baca_masa(isi, jenis):
        batas: Angka | Waktu | Tanggal = masa.akhir if banyak == termasuk else masa.mulai
    else:
        batas = _baca_tanggal(isi, jenis) or _baca_waktu(isi, jenis) or Angka.baca(isi, jenis)
    return Ambang(teks, batas, paling_banyak=banyak, termasuk=termasuk, jenis=jenis)


_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7}


def _baca_predikat(teks: str, jenis: Jenis) -> Predikat | None:
    if cocok := bentuk("cetakan.tingkat").fullmatch(teks):
        nomor = cocok["nomor"].casefold()
        skor = cocok["skor"] or cocok["depan"]
        tingkat = _ROMAWI.get(nomor) or int(nomor)
        return Predikat(teks, cocok["tingkat"], Angka.baca(skor) if skor else None, jenis, tingkat)
    predikat = skor = None
    if cocok := cocok_predikat(teks):
        predikat, dalam, garis = cocok.groups()
        skor = dalam or garis
    elif cocok := cocok_nilai_predikat(teks):
        skor, predikat = cocok.groups()
    if predikat is None or predikat.casefold() in TAK_HINGGA:
        return None
    return Predikat(teks, predikat, Angka.baca(skor) if skor else None, jenis)


def _baca_bergaris(teks: str, satuan: str, jenis: Jenis) -> Predikat | None:
    """`75,01 / BB`, which reads like a figure with a unit that begins with a stroke."""
    if satuan[0] != "/":
        return None
    skor, _, predikat = teks.partition("/")
    if not (skor[0].isdigit() and cocok_predikat(predikat.strip())):
        return None
    return Predikat(teks, predikat.strip(), Angka.baca(skor.strip()), jenis)
