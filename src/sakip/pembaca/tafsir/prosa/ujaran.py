"""What a sentence says of each of its figures: whose it is, what it is, and of which year, by the words around it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from sakip.teks.angka_dalam_kata import angka_dalam_kata
from sakip.teks.istilah import bentuk
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Bilangan", "Sebutan", "Ujaran", "baca_ujaran", "bobot"]

_JEDA = (",", ":", "(")
_PENANDA = re.compile(r"\b(?:nomor|no)\b\.?\s*[\w./-]+\s*\Z", re.IGNORECASE)


@attrs.frozen(slots=True)
class Sebutan:
    """A name in a sentence: where it stands, and the name as names are compared."""

    awal: int
    akhir: int
    nama: str


@attrs.frozen(slots=True)
class Bilangan:
    """A figure of a sentence.

    Attributes:
        awal, akhir, teks: where it stands in the paragraph, and what it prints.
        uang, persen: whether it is money, or a share in percent.
        kata: what the words before it call it since the figure before, the nearest last; behind it where none does.
        turunan: it says the figure before in another way: `atau 98,80 %`.
        tahun: the year that stands beside it; 0 where none does.
        melekat: between the word for it, or whose it is, and the figure stand only words that join them.
        polos: so it is from the figure before on, or from the name: nothing there speaks of something else.
        berturut: it is the first of several that follow their words in order: `masing-masing`.
        beruntun: between it and the figure before stand only words that join, so that what is said of that holds of it.
    """

    awal: int
    akhir: int
    teks: str
    uang: bool
    persen: bool
    kata: tuple[str, ...] = ()
    turunan: bool = False
    tahun: int = 0
    melekat: bool = False
    polos: bool = False
    berturut: bool = False
    beruntun: bool = False


@attrs.frozen(slots=True)
class Ujaran:
    """A sentence.

    Attributes:
        awal, akhir: where it stands in the paragraph.
        sebutan: the names in it, in order.
        bilangan: the figures in it, in order.
        tahun: the years that it names.
        lain: it speaks, or may speak, of something else than the year and the whole of what it names.
    """

    awal: int
    akhir: int
    sebutan: tuple[Sebutan, ...]
    bilangan: tuple[Bilangan, ...]
    tahun: frozenset[int]
    lain: bool


def bobot(teks: str) -> int:
    """How many digits make a print what it is: `100,00` has one, `87,93` four."""
    return len("".join(c for c in teks if c.isdigit()).strip("0"))


def baca_ujaran(teks: str, pola: re.Pattern[str] | None, tahun: int) -> Iterator[Ujaran]:
    """The sentences of a paragraph.

    Args:
        teks: the paragraph.
        pola: finds the names.
        tahun: the year of the report.
    """
    angka = list(angka_dalam_kata(teks))
    nama = [] if pola is None else [Sebutan(m.start(), m.end(), baku(m[0])) for m in pola.finditer(teks)]
    batas = [0, *(m.end() for m in bentuk("ujaran.akhir").finditer(teks)), len(teks)]
    for awal, akhir in pairwise(batas):
        if not teks[awal:akhir].strip():
            continue
        milik = [(i, t) for i, t in angka if awal <= i < akhir]
        sebut = tuple(s for s in nama if awal <= s.awal < akhir)
        yield _ujaran(teks, awal, akhir, sebut, milik, tahun)


def _ujaran(
    teks: str, awal: int, akhir: int, sebut: tuple[Sebutan, ...], angka: Sequence[tuple[int, str]], tahun: int
) -> Ujaran:
    isi = _tanpa_nama(teks, sebut)
    bertahun = list(_tahun(isi, awal, akhir, tahun))
    hasil: list[Bilangan] = []
    kiri = awal
    antrean: list[int] = []
    for n, (i, t) in enumerate(angka):
        if any(s.awal <= i < s.akhir for s in sebut):
            continue  # a digit of a name
        kanan = angka[n + 1][0] if n + 1 < len(angka) else akhir
        b = _bilangan(isi, kiri, i, t, kanan, bertahun, sebut, tahun)
        depan = [y for p, _, y in bertahun if kiri <= p < i]
        if b.berturut and len(depan) > 1:
            antrean = depan
        if antrean:
            b = attrs.evolve(b, tahun=antrean.pop(0))
        if (m := bentuk("ujaran.tahun_kini").match(isi[i + len(t) : kanan])) is not None:
            bertahun = [x for x in bertahun if x[0] != i + len(t) + m.start("tahun")]  # it is this figure's
        hasil.append(b)
        kiri = i + len(t)
    lain = bentuk("ujaran.lain").search(isi, awal, akhir) is not None
    return Ujaran(awal, akhir, sebut, tuple(hasil), frozenset(y for _, _, y in bertahun), lain)


def _tanpa_nama(teks: str, sebut: Sequence[Sebutan]) -> str:
    """The paragraph with its names made of letters that say nothing: a name may hold any word."""
    hasil = teks
    for s in sebut:
        hasil = hasil[: s.awal] + "¤" * (s.akhir - s.awal) + hasil[s.akhir :]
    return hasil


def _tahun(isi: str, awal: int, akhir: int, kini: int) -> Iterator[tuple[int, int, int]]:
    """The years that a sentence names, none that numbers a regulation and no span."""
    for m in bentuk("kinerja.tahun").finditer(isi, awal, akhir):
        if not _PENANDA.search(
            isi[max(awal, m.start() - 60) : m.start()].removesuffix("tahun ").removesuffix("Tahun ")
        ):
            yield m.start(), m.end(), int(m[0])
    for m in bentuk("ujaran.lalu").finditer(isi, awal, akhir):
        yield m.start(), m.end(), kini - 1


def _bilangan(
    isi: str,
    kiri: int,
    awal: int,
    teks: str,
    kanan: int,
    bertahun: Sequence[tuple[int, int, int]],
    sebut: Sequence[Sebutan],
    kini: int,
) -> Bilangan:
    akhir = awal + len(teks)
    depan, belakang = isi[kiri:awal], isi[akhir:kanan]
    persen = "%" in teks or bentuk("ujaran.persen").match(belakang) is not None
    kata = [(m.end(), str(m.lastgroup)) for m in bentuk("ujaran.peran").finditer(depan)]
    turunan = bentuk("ujaran.turunan").match(depan) is not None
    tahun = _tahun_di(kiri, awal, akhir, belakang, bertahun)
    melekat = False
    if kata:
        sela = depan[kata[-1][0] :]
        melekat = bentuk("ujaran.sambung").match(_tanpa_sela(sela, tahun or kini)) is not None
    elif sebut and (dekat := [s.akhir for s in sebut if kiri <= s.akhir <= awal]):
        melekat = bentuk("ujaran.sambung").match(_tanpa_sela(isi[dekat[-1] : awal], tahun or kini)) is not None
    nama = tuple(k for _, k in kata)
    if not nama and not turunan and not melekat:
        nama = _di_belakang(belakang)
    return Bilangan(
        awal,
        akhir,
        teks,
        teks[:2].casefold() == "rp",
        persen,
        nama,
        turunan,
        tahun,
        melekat,
        _polos(isi, kiri, awal, tahun or kini),
        bentuk("ujaran.berturut").search(depan) is not None,
        _hanya_sambung(_tanpa_sela(depan, tahun or kini)),
    )


def _polos(isi: str, kiri: int, awal: int, tahun: int) -> bool:
    """Whether nothing before a figure, since the one before or its name, says more than whose and what it is."""
    depan = isi[kiri:awal]
    sebut = depan.find("¤")
    if sebut >= 0:
        sebelum = _tanpa_sela(bentuk("ujaran.peran").sub(" ", depan[:sebut]), tahun)
        kata = re.findall(r"[^\s]+", sebelum)[-1:]
        if kata and not kata[0].endswith(_JEDA) and not _hanya_sambung(kata[0]):
            return False
        depan = depan[sebut:]
    return _hanya_sambung(_tanpa_sela(bentuk("ujaran.peran").sub(" ", depan), tahun))


def _hanya_sambung(teks: str) -> bool:
    return bentuk("ujaran.sambung").match(bentuk("ujaran.beruntun").sub(" ", teks)) is not None


def _di_belakang(belakang: str) -> tuple[str, ...]:
    """What the words right behind a figure call it: `78,5% dari target`, `80 persen yang ditargetkan`."""
    if bentuk("ujaran.dari_target").match(belakang):
        return ("capaian",)
    if bentuk("ujaran.dari_pagu").match(belakang):
        return ("serapan",)
    sela = re.split(r"[.,;]", belakang, maxsplit=1)[0]
    m = bentuk("ujaran.peran").search(sela)
    return (str(m.lastgroup),) if m is not None else ()


def _tanpa_sela(sela: str, tahun: int) -> str:
    """What stands between a word and its figure without names and the year."""
    return re.sub(rf"¤+|\b{tahun}\b", " ", sela)


def _tahun_di(kiri: int, awal: int, akhir: int, belakang: str, bertahun: Sequence[tuple[int, int, int]]) -> int:
    """The year beside a figure; 0 where none stands there."""
    m = bentuk("ujaran.tahun_kini").match(belakang)
    if m is not None and any(i == akhir + m.start("tahun") for i, _, _ in bertahun):
        return int(m["tahun"])
    return next((y for i, _, y in reversed(bertahun) if kiri <= i < awal), 0)
