"""Jenjang: which rows of a table are parts of which, and which rows a total sums, by what the table bears out.

Reports show the levels of their lines by codes, numbering, capitals, the words program and kegiatan, the column in
which the name stands, or not at all. Each is a reading; the one under which most parents are the sums of their
children is the table's.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.fakta.nama import baku
from sakip.timbangan import Bobot, terbaik

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.fakta.register import BarisFakta, Butir, TabelFakta

__all__ = ["Jenjang", "baca_jenjang", "menjumlah"]

_KODE = re.compile(r"\s*(\d+(?:\.\d+)+|\d+)\.?(?=\s|$|\s*-)")
_ROMAWI = re.compile(r"\(?[IVX]+[.)]?\s*\Z|\(?[IVX]+[.)]\s")
_HURUF_BESAR = re.compile(r"\(?[A-Z][.)]")
_ANGKA = re.compile(r"\(?\d+[.)]?(?:\s|\Z)")
_HURUF_KECIL = re.compile(r"\(?[a-z][.)]")
_TINGKAT = ("program", "kegiatan", "sub kegiatan")


@attrs.frozen(slots=True, eq=False)
class Jenjang:
    """The levels of a table.

    Attributes:
        anak: each parent with its children, the rows next below it.
        puncak: the rows under none.
        daun: the rows above none.
        terbukti: whether the table bears it out.
    """

    anak: tuple[tuple[BarisFakta, tuple[BarisFakta, ...]], ...]
    puncak: tuple[BarisFakta, ...]
    daun: tuple[BarisFakta, ...]
    terbukti: bool


def baca_jenjang(t: TabelFakta, kolom: Sequence[str]) -> Jenjang | None:
    """The levels of the lines of a table; None where nothing shows any.

    Args:
        t: the table.
        kolom: the keys of the columns that add up.
    """
    calon: list[tuple[Jenjang, Bobot]] = []
    for tanda in (*TANDA_KUAT, *TANDA_LEMAH):
        tingkat = tanda(t)
        if tingkat is None or len(set(tingkat)) < 2:
            continue
        susunan = _susun(t.rincian, tingkat)
        bobot = _uji(susunan, kolom)
        if tanda in TANDA_LEMAH and bobot.gagal >= bobot.sesuai > -bobot.gagal:
            continue  # capitals or numbers of another meaning, which the sums refute
        calon.append((attrs.evolve(susunan, terbukti=bobot.terbukti), bobot))
    pilihan = terbaik(calon, lambda c: c[1])
    if (pilihan is None or not pilihan[0].terbukti) and (tingkat := _menurut_jumlah(t, kolom)) is not None:
        return attrs.evolve(_susun(t.rincian, tingkat), terbukti=True)
    return pilihan[0] if pilihan is not None else None


def menjumlah(total: BarisFakta, bagian: Sequence[BarisFakta], kolom: Sequence[str]) -> Bobot:
    """In how many columns a row is the sum of others, and in how many it is not; blanks tell nothing."""
    ya = tidak = 0
    for k in kolom:
        y = total.butir.get(k)
        isi = [b.butir.get(k) for b in bagian]
        ada = [x for x in isi if x is not None and x.berangka]
        if y is None or not y.berangka or not ada:
            continue
        if _sama(y, ada):
            ya += 1
        elif len(ada) == len(isi):
            tidak += 1
    return Bobot(ya, tidak)


def _sama(y: Butir, bagian: Sequence[Butir]) -> bool:
    beda = abs(sum((x.nilai or Fraction()) for x in bagian) - (y.nilai or Fraction()))
    if not y.letak.dibulatkan:
        return beda <= y.setengah
    return beda <= max(x.setengah for x in (y, *bagian)) * (len(bagian) + 1)


def _susun(rincian: Sequence[BarisFakta], tingkat: Sequence[int]) -> Jenjang:
    anak: dict[int, list[int]] = {}
    puncak: list[int] = []
    atas: list[int] = []
    for i, n in enumerate(tingkat):
        while atas and tingkat[atas[-1]] >= n:
            atas.pop()
        if atas:
            anak.setdefault(atas[-1], []).append(i)
        else:
            puncak.append(i)
        atas.append(i)
    return Jenjang(
        tuple((rincian[i], tuple(rincian[j] for j in milik)) for i, milik in sorted(anak.items())),
        tuple(rincian[i] for i in puncak),
        tuple(b for i, b in enumerate(rincian) if i not in anak),
        terbukti=False,
    )


def _uji(j: Jenjang, kolom: Sequence[str]) -> Bobot:
    ujian = [menjumlah(induk, anak, kolom) for induk, anak in j.anak]
    return Bobot(sum(u.sesuai for u in ujian), sum(u.gagal for u in ujian))


# -- what shows a level ---------------------------------------------------------------------------------------


def _sel(t: TabelFakta, b: BarisFakta, peran: str) -> str:
    i = t.tabel.indeks(peran)
    return t.tabel.baris[b.urut].sel[i].teks.strip() if i is not None else ""


def _menurut_kode(t: TabelFakta) -> list[int] | None:
    """By the parts of a printed code: `5`, `5.1`, `5.1.2`."""
    hasil = []
    for b in t.rincian:
        cocok = _KODE.match(_sel(t, b, "kode") or b.nama)
        if cocok is None:
            return None
        hasil.append(cocok[1].count("."))
    return hasil


def _menurut_kolom(t: TabelFakta) -> list[int] | None:
    """By the first column, of those before the figures, in which a line prints anything."""
    awal = next((i for i, k in enumerate(t.tabel.kolom) if k.peran.jenis is not None), len(t.tabel.kolom))
    hasil = []
    for b in t.rincian:
        sel = t.tabel.baris[b.urut].sel[:awal]
        hasil.append(next((i for i, s in enumerate(sel) if s.teks.strip()), awal))
    return hasil


def _menurut_kata(t: TabelFakta) -> list[int] | None:
    """By the words program, kegiatan, sub kegiatan; a line without one is a part of the line above that has one."""
    hasil = []
    for b in t.rincian:
        nama = baku(re.sub(r"^[\d.]+\s*", "", b.nama))
        hasil.append(next((n for n, k in reversed(list(enumerate(_TINGKAT))) if nama.startswith(k)), len(_TINGKAT)))
    return hasil if min(hasil, default=0) < len(_TINGKAT) else None


def _menurut_nomor(t: TabelFakta) -> list[int] | None:
    """By the kind of numbering: `I`, `A`, `1`, `a`, none, in the order in which the kinds first occur."""
    gaya = [_gaya(_sel(t, b, "no") or b.nama) for b in t.rincian]
    urut = list(dict.fromkeys(gaya))
    return [urut.index(g) for g in gaya]


def _gaya(teks: str) -> str:
    for nama, pola in (("I", _ROMAWI), ("A", _HURUF_BESAR), ("1", _ANGKA), ("a", _HURUF_KECIL)):
        if pola.match(teks):
            return nama
    titik = re.match(r"\d+(?:\.\d+)+", teks)
    return f"1{'.1' * titik[0].count('.')}" if titik else ""


def _menurut_kapital(t: TabelFakta) -> list[int] | None:
    """A line in capitals is the parent of those in small letters; one word in capitals is an abbreviation."""
    hasil = [0 if b.nama.isupper() and len(b.nama.split()) > 1 else 1 for b in t.rincian]
    return hasil if hasil and hasil[0] == 0 else None


def _menurut_jumlah(t: TabelFakta, kolom: Sequence[str]) -> list[int] | None:
    """By the figures alone: runs of a parent and its parts, throughout, in every column, more than once."""
    rincian = t.rincian
    hasil: list[int] = []
    i = induk = 0
    while i < len(rincian):
        banyak = next(
            (k for k in range(1, len(rincian) - i) if _jumlah_semua(rincian[i], rincian[i + 1 : i + 1 + k], kolom)), 0
        )
        if not banyak:
            return None
        # Lines of nothing that follow are parts of nothing else.
        while i + banyak + 1 < len(rincian) and _nol(rincian[i + banyak + 1], kolom):
            banyak += 1
        hasil += [0, *[1] * banyak]
        induk += 1
        i += banyak + 1
    lebih = max((hasil[j:].index(0) if 0 in hasil[j:] else len(hasil) - j for j, n in enumerate(hasil) if n), default=0)
    return hasil if induk > 1 and lebih > 1 and len(kolom) > 1 else None


def _jumlah_semua(induk: BarisFakta, anak: Sequence[BarisFakta], kolom: Sequence[str]) -> bool:
    bobot = menjumlah(induk, anak, kolom)
    return bobot.sesuai > 1 and not bobot.gagal


def _nol(b: BarisFakta, kolom: Sequence[str]) -> bool:
    isi = [x.nilai for k in kolom if (x := b.butir.get(k)) is not None and x.berangka]
    return bool(isi) and not any(isi)


TANDA_KUAT = (_menurut_kode, _menurut_kata)
TANDA_LEMAH = (_menurut_kolom, _menurut_nomor, _menurut_kapital)
"""What shows a level by its meaning, and what may have been printed so for another reason."""
