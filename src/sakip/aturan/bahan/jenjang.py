"""Jenjang: which rows of a table are parts of which, and which rows a total sums, by what the table bears out.

Reports show the levels of their lines by codes, numbering, capitals, the words program and kegiatan, the column in
which the name stands, or not at all. Each is a reading; the one under which most parents are the sums of their
children is the table's.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Jenis
from sakip.angka.interval import Interval
from sakip.fakta.register import BarisFakta
from sakip.model.timbangan import Bobot, Dasar, terbaik
from sakip.teks.istilah import himpunan, istilah
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import baku
from sakip.temuan.nilai import tulis_nilai

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from sakip.fakta.register import Butir, Formulir, TabelFakta
    from sakip.teks.kalimat import Kalimat

    _Cara: TypeAlias = Callable[
        [Sequence[BarisFakta], Sequence["_Baris"], BarisFakta | None, Sequence[str]], "tuple[Jenjang, Bobot] | None"
    ]

__all__ = [
    "FORMULIR",
    "Jenjang",
    "baca_jenjang",
    "baca_jenjang_formulir",
    "dua_jumlah",
    "melebihi",
    "menjumlah",
]

_KODE = re.compile(r"\s*(\d+(?:\.\d+)+|\d+)\.?(?=\s|$|\s*-)")
_ROMAWI = re.compile(r"\(?[IVX]+[.)]?\s*\Z|\(?[IVX]+[.)]\s")
_HURUF_BESAR = re.compile(r"\(?[A-Z](?:[.)]|\Z)")
_ANGKA = re.compile(r"\(?\d+[.)]?(?:\s|\Z)")
_HURUF_KECIL = re.compile(r"\(?[a-z](?:[.)]|\Z)")
"""Words that call a row a total."""
FORMULIR = "anggaran"
"""The one column of the lines of a form."""
ANGKA_KHAS = 4
"""Digits of a sum that does not come about by chance."""
BERKURANG = 3
"""Parents whose lines are printed in part, at least, for that to be the way of the table."""
TANDA_TERPANJANG = 3
"""Characters of a number such as `III`; a name is longer."""


@attrs.frozen(slots=True, eq=False)
class Jenjang:
    """The levels of a table.

    Attributes:
        anak: each parent with its children, the rows next below it.
        puncak: the rows under none.
        daun: the rows above none.
        terbukti: whether the table bears it out.
        sebagian: the parents, by `urut`, whose lines the table prints in part: they stand on a level on which most
            parents are above their lines, so that one below its lines is wrong and one above them may be right.
        menurut_ukuran: the levels are told by what their lines are measured in, which then adds up on none.
    """

    anak: tuple[tuple[BarisFakta, tuple[BarisFakta, ...]], ...]
    puncak: tuple[BarisFakta, ...]
    daun: tuple[BarisFakta, ...]
    terbukti: bool
    sebagian: frozenset[int] = frozenset()
    menurut_ukuran: bool = False


def baca_jenjang(t: TabelFakta, kolom: Sequence[str]) -> Jenjang | None:
    """The levels of the lines of a table; None where nothing shows any.

    Args:
        t: the table.
        kolom: the keys of the columns that add up.
    """
    awal = next((i for i, k in enumerate(t.tabel.kolom) if k.peran.jenis is not None), len(t.tabel.kolom))
    letak_kode, letak_no, letak_nama = (t.tabel.indeks(p) for p in ("kode", "no", "nama"))
    berindikator = t.tabel.indeks("indikator") is not None
    if letak_no is None and awal > 1:
        letak_no = 0  # numbers such as `I`, `1`, `a` may pass for names
    tanda = []
    rincian = []
    for b in t.rincian:
        sel = [x.teks.strip() for x in t.tabel.baris[b.urut].sel]
        if not any(sel[:awal]):
            continue  # figures alone say nothing of their level
        rincian.append(b)
        kode, no = ("" if i is None else sel[i] for i in (letak_kode, letak_no))
        bernama = len(b.nama) > TANDA_TERPANJANG and b.nama != b.jenis
        nama = b.nama if bernama else max(sel[:awal], key=len, default="")
        if berindikator and letak_nama is not None:
            nama = sel[letak_nama]  # beside its indicator a line is known by that
        letak = next((i for i, x in enumerate(sel[:awal]) if x), awal)
        berangka = any((x := b.butir.get(k)) is not None and x.berangka for k in kolom)
        tanda.append(_Baris(kode, no, nama, letak, berangka, any("%" in x for x in sel)))
    # Over numbered lines the name of an office, or the last row of the heading, is above all of them.
    bernomor = next((n for n, b in enumerate(tanda) if b.kode or _gaya(b.no)), 0)
    if not any(b.berangka for b in tanda[:bernomor]):
        rincian, tanda = rincian[bernomor:], tanda[bernomor:]
    total = [b for b in t.baris if b.jenis == "total"]
    return _baca(rincian, tanda, total[0] if len(total) == 1 else None, kolom)


def baca_jenjang_formulir(f: Formulir) -> Jenjang | None:
    """The levels of the lines with money of an agreement form, as rows with the one column `anggaran`."""
    isi = [(n, b) for n, b in enumerate(f.anggaran) if b.angka is not None]
    baris = [
        BarisFakta("rincian", b.baris.uraian, "", n, "", {FORMULIR: b.angka})  # type: ignore[union-attr] # budget lines
        for n, b in isi
        if b.angka is not None
    ]
    tanda = [_Baris(b.baris.no, b.baris.no, b.baris.uraian) for _, b in isi]  # type: ignore[union-attr] # as above
    total = None if f.jumlah is None else BarisFakta("total", "", "", len(f.anggaran), "", {FORMULIR: f.jumlah})
    return _baca(baris, tanda, total, (FORMULIR,))


def _baca(
    rincian: Sequence[BarisFakta], baris: Sequence[_Baris], total: BarisFakta | None, kolom: Sequence[str]
) -> Jenjang | None:
    cara: tuple[_Cara, ...]
    cara = (_menurut_kode_sebagian, *(partial(_menurut_tanda, t) for t in TANDA_KUAT + TANDA_LEMAH), _menurut_ukuran)
    calon = [c for x in cara if (c := x(rincian, baris, total, kolom)) is not None]
    pilihan = terbaik(calon, lambda c: c[1])
    if pilihan is None or not pilihan[0].terbukti:
        for urutan in (rincian, rincian[::-1]):  # a parent stands above its parts, or below them
            if (tingkat := _menurut_jumlah(urutan, kolom)) is not None:
                susunan = _susun(urutan, tingkat)
                khas = len(kolom) > 1 or all(map(_khas, susunan.anak))
                return attrs.evolve(susunan, terbukti=khas or _saksi_total(susunan, rincian, total, kolom) > 0)
    return pilihan[0] if pilihan is not None else None


def _menurut_tanda(
    tanda: Callable[[Sequence[_Baris]], list[int] | None],
    rincian: Sequence[BarisFakta],
    baris: Sequence[_Baris],
    total: BarisFakta | None,
    kolom: Sequence[str],
) -> tuple[Jenjang, Bobot] | None:
    """By a mark that every line shows."""
    tingkat = tanda(baris)
    if tingkat is None or len(set(tingkat)) < 2:
        return None
    terbalik = tanda is _menurut_sebutan
    susunan = _susun(rincian[::-1], tingkat[::-1]) if terbalik else _susun(rincian, tingkat)
    bobot = _uji(susunan, rincian, total, kolom)
    lemah = tanda in TANDA_LEMAH
    if lemah and bobot.gagal >= bobot.sesuai > -bobot.gagal:
        return None  # capitals or numbers of another meaning, which the sums refute
    terbukti = bobot.terbukti if lemah else bobot.sesuai > 0 and bobot.didukung(Dasar.LAZIM)
    return attrs.evolve(susunan, terbukti=terbukti), bobot


def dua_jumlah(y: Butir, puncak: Sequence[Butir | None], daun: Sequence[Butir | None]) -> Kalimat | str:
    """What the highest lines and the lowest ones add up to, where the two differ and a total is neither; else empty."""
    hasil = []
    for bagian in (puncak, daun):
        isi = [x for x in bagian if x is not None and x.berangka]
        if len(isi) < len(bagian) or _sama(y, isi):
            return ""
        hasil.append(tulis_nilai(y, Interval.titik(sum((x.nilai or Fraction()) for x in isi))))
    if hasil[0] == hasil[1]:
        return ""
    return kalimat("jumlah.dua", puncak=hasil[0], daun=hasil[1])


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
        tuple((rincian[i], _urut(rincian[j] for j in milik)) for i, milik in sorted(anak.items())),
        _urut(rincian[i] for i in puncak),
        _urut(b for i, b in enumerate(rincian) if i not in anak),
        terbukti=False,
    )


def _urut(baris: Iterable[BarisFakta]) -> tuple[BarisFakta, ...]:
    """Rows as the table has them, from the top."""
    return tuple(sorted(baris, key=lambda b: b.urut))


def _uji(j: Jenjang, rincian: Sequence[BarisFakta], total: BarisFakta | None, kolom: Sequence[str]) -> Bobot:
    """The parents that are the sums of their children, and the total where it is that of one level and not of all."""
    ujian = [menjumlah(induk, anak, kolom) for induk, anak in j.anak if induk.urut not in j.sebagian]
    ujian.append(Bobot(_saksi_total(j, rincian, total, kolom)))
    return Bobot(sum(u.sesuai for u in ujian), sum(u.gagal for u in ujian))


def _sebagian(j: Jenjang, kolom: Sequence[str]) -> frozenset[int]:
    """The parents of the lowest level, where most of them are above their lines and few below."""
    induk = {b.urut for b, _ in j.anak}
    terbawah = [(b, anak) for b, anak in j.anak if not any(a.urut in induk for a in anak)]
    lebih = sum(melebihi(b, anak, kolom) for b, anak in terbawah)
    if lebih < BERKURANG or 2 * lebih <= len(terbawah):
        return frozenset()
    return frozenset(b.urut for b, _ in terbawah)


def melebihi(induk: BarisFakta, anak: Sequence[BarisFakta], kolom: Sequence[str]) -> bool:
    """Whether a parent is somewhere above the sum of its lines, and nowhere below."""
    pasang = [(y, [x for b in anak if (x := b.butir.get(k)) is not None]) for k in kolom if (y := induk.butir.get(k))]
    beda = [(y.nilai or 0) - sum(x.nilai or 0 for x in isi) for y, isi in pasang]
    return any(beda) and min(beda) >= 0


def _saksi_total(j: Jenjang, rincian: Sequence[BarisFakta], total: BarisFakta | None, kolom: Sequence[str]) -> int:
    """In how many more columns a total is that of one level than it is that of all lines."""
    if total is None:
        return 0
    saksi = max(menjumlah(total, x, kolom).sesuai for x in (j.puncak, j.daun))
    return max(0, saksi - menjumlah(total, rincian, kolom).sesuai)


# -- what shows a level ---------------------------------------------------------------------------------------


@attrs.frozen(slots=True, eq=False)
class _Baris:
    """What a line prints that may show its level.

    Attributes:
        kode, no, nama: its code, its number and its name, each empty where none is printed.
        kolom: the first column, of those before the figures, in which it prints anything.
        berangka: whether it has figures that are summed.
        berpersen: whether it is measured in percent.
    """

    kode: str
    no: str
    nama: str
    kolom: int = 0
    berangka: bool = True
    berpersen: bool = False


def _menurut_kode(baris: Sequence[_Baris]) -> list[int] | None:
    """By the parts of a printed code: `5`, `5.1`, `5.1.2`."""
    hasil = []
    for b in baris:
        cocok = _KODE.match(b.kode or b.nama)
        if cocok is None:
            return None
        hasil.append(cocok[1].count("."))
    return hasil


def _menurut_kode_sebagian(
    rincian: Sequence[BarisFakta], baris: Sequence[_Baris], total: BarisFakta | None, kolom: Sequence[str]
) -> tuple[Jenjang, Bobot] | None:
    """By the codes of those lines that have one, where lines without one stand between them.

    These say what the line above them is measured by, and print its money again, or none.
    """
    kode = [(i, c[1].count(".")) for i, b in enumerate(baris) if (c := _KODE.match(b.kode or b.nama)) and "." in c[1]]
    if not BERKURANG < len(kode) < len(baris) or len({n for _, n in kode}) < 2:
        return None
    susunan = _susun([rincian[i] for i, _ in kode], [n for _, n in kode])
    bobot = _uji(susunan, rincian, total, kolom)
    return (attrs.evolve(susunan, terbukti=True), bobot) if bobot.terbukti else None


def _menurut_kolom(baris: Sequence[_Baris]) -> list[int] | None:
    """By the first column in which a line prints anything."""
    return [b.kolom for b in baris]


def _menurut_kata(baris: Sequence[_Baris]) -> list[int] | None:
    """By the words program, kegiatan, sub kegiatan; a line without one is a part of the line above that has one."""
    tingkat = istilah("tingkat_belanja")
    hasil = []
    for b in baris:
        nama = baku(re.sub(r"^[\d.]+\s*", "", b.nama))
        hasil.append(next((n for n, k in enumerate(tingkat) if nama.startswith(k)), len(tingkat)))
    return hasil if min(hasil, default=0) < len(tingkat) else None


def _menurut_ukuran(
    rincian: Sequence[BarisFakta], baris: Sequence[_Baris], total: BarisFakta | None, kolom: Sequence[str]
) -> tuple[Jenjang, Bobot] | None:
    """By capitals and the word program, and below these by what a line is measured in: a kegiatan by a percentage, a
    sub kegiatan by what it delivers.
    """
    program = istilah("tingkat_belanja")[0]
    tingkat = []
    for b in baris:
        kapital = b.nama.isupper() and len(b.nama.split()) > 1
        tingkat.append(int(baku(b.nama).startswith(program)) if kapital else 2 if b.berpersen else 3)
    if tingkat[:1] not in ([0], [1]) or not {2, 3} <= set(tingkat):
        return None
    susunan = _susun(rincian, _naikkan(tingkat, rincian, kolom))
    susunan = attrs.evolve(susunan, terbukti=True, menurut_ukuran=True, sebagian=_sebagian(susunan, kolom))
    bobot = _uji(susunan, rincian, total, kolom)
    return (susunan, bobot) if bobot.terbukti else None


def _naikkan(tingkat: list[int], rincian: Sequence[BarisFakta], kolom: Sequence[str]) -> list[int]:
    """Levels where a line that is in several columns the sum of those below it is above them, whatever measures it."""
    hasil = list(tingkat)
    terbawah = max(tingkat)
    for i, n in enumerate(tingkat):
        milik = {k: y.nilai or 0 for k in kolom if (y := rincian[i].butir.get(k)) is not None and y.berangka}
        if n < terbawah or sum(map(bool, milik.values())) < 2:
            continue
        jumlah = dict.fromkeys(milik, Fraction())
        for j in range(i + 1, len(tingkat)):
            for k in jumlah:
                x = rincian[j].butir.get(k)
                jumlah[k] += (x.nilai or 0) if x is not None else 0
            if tingkat[j] < n or any(jumlah[k] > y for k, y in milik.items()):
                break
            if j > i + 1 and jumlah == milik:
                hasil[i] = n - 1
                break
    return hasil


def _menurut_nomor(baris: Sequence[_Baris]) -> list[int] | None:
    """By the kind of numbering: `I`, `A`, `1`, `a`, none, in the order in which the kinds first occur.

    A line without number or figures, such as the name of an office over its programmes, is of no kind.
    """
    gaya = list(_gaya_berurut([b.no or b.nama for b in baris]))
    urut = list(dict.fromkeys([*(g for g, b in zip(gaya, baris, strict=True) if g or b.berangka), ""]))
    return [urut.index(g) for g in gaya]


def _gaya_berurut(nomor: Iterable[str]) -> Iterator[str]:
    """The kind of each number; a letter that goes on with others is of their kind, be it a capital: `k`, `L`, `m`."""
    terakhir: dict[str, str] = {}
    for teks in nomor:
        gaya, huruf = _gaya(teks), teks.strip(" ().").lower()
        if gaya in {"A", "a"} and len(huruf) == 1:
            lain = "a" if gaya == "A" else "A"
            if gaya not in terakhir and lain in terakhir and ord(terakhir[lain]) + 1 == ord(huruf):
                gaya = lain
            terakhir[gaya] = huruf
        yield gaya


def _gaya(teks: str) -> str:
    for nama, pola in (("I", _ROMAWI), ("A", _HURUF_BESAR), ("1", _ANGKA), ("a", _HURUF_KECIL)):
        if pola.match(teks):
            return nama
    titik = re.match(r"\d+(?:\.\d+)+", teks)
    return f"1{'.1' * titik[0].count('.')}" if titik else ""


def _menurut_kapital(baris: Sequence[_Baris]) -> list[int] | None:
    """A line in capitals is the parent of those in small letters; one word in capitals is an abbreviation."""
    hasil = [0 if b.nama.isupper() and len(b.nama.split()) > 1 else 1 for b in baris]
    return hasil if hasil and hasil[0] == 0 else None


def _menurut_sebutan(baris: Sequence[_Baris]) -> list[int] | None:
    """A line that is called the sum of something is the parent of those above it."""
    hasil = [0 if himpunan("sebutan_jumlah") & set(baku(b.nama).split()[:2]) else 1 for b in baris]
    return hasil if hasil and hasil[-1] == 0 else None


def _menurut_jumlah(rincian: Sequence[BarisFakta], kolom: Sequence[str]) -> list[int] | None:
    """By the figures alone: runs of a parent and its parts, throughout, in every column, more than once.

    In one column it must be money, and each parent have several parts: small counts add up by chance.
    """
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
    return hasil if induk > 1 and lebih > 1 else None


def _jumlah_semua(induk: BarisFakta, anak: Sequence[BarisFakta], kolom: Sequence[str]) -> bool:
    bobot = menjumlah(induk, anak, kolom)
    khas = bobot.sesuai > 1 or (bobot.sesuai == len(kolom) and len(anak) > 1 and _uang(induk, kolom))
    return khas and not bobot.gagal


def _khas(keluarga: tuple[BarisFakta, tuple[BarisFakta, ...]]) -> bool:
    """Whether a parent in one column prints a sum that does not come about by chance: 53.012.783, not 300.000.000."""
    return all(len(str(abs(x.pembilang)).strip("0")) >= ANGKA_KHAS for x in keluarga[0].butir.values() if x.berangka)


def _uang(b: BarisFakta, kolom: Sequence[str]) -> bool:
    return all((x := b.butir.get(k)) is not None and x.peran.jenis is Jenis.RUPIAH and bool(x.nilai) for k in kolom)


def _nol(b: BarisFakta, kolom: Sequence[str]) -> bool:
    isi = [x.nilai for k in kolom if (x := b.butir.get(k)) is not None and x.berangka]
    return bool(isi) and not any(isi)


TANDA_KUAT = (_menurut_kode, _menurut_kata)
TANDA_LEMAH = (_menurut_kolom, _menurut_nomor, _menurut_kapital, _menurut_sebutan)
"""What shows a level by its meaning, and what may have been printed so for another reason."""
