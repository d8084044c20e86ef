"""Neraca: every figure that a document prints is in the report that was made of it.

What no table, form, calculation or sentence took up is entered as a claim that nothing ties, so that it counts as
unchecked and is listed with its place.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from sakip.hukum.skala import daftar_skala
from sakip.model.laporan import Catatan
from sakip.model.narasi import Klaim
from sakip.model.sel import baca_angka
from sakip.pembaca.blok import Paragraf
from sakip.pembaca.tafsir.prosa.buku_klaim import DALAM_KALIMAT, KLAIM_TERBANYAK, TERLALU_BANYAK
from sakip.pembaca.tafsir.tabel.rangkai import KEPALA_TERBANYAK, baris_nomor
from sakip.teks.angka_dalam_kata import angka_dalam_kata, bukan_angka
from sakip.teks.istilah import bentuk
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from sakip.angka.lokasi import Lokasi
    from sakip.model.laporan import Laporan
    from sakip.model.sel import Sel
    from sakip.pembaca.blok import Blok

__all__ = ["lengkapi"]

DI_LUAR = kalimat("di_luar_yang_dikenali")

_EKOR = re.compile(r"(?:\d{1,4}|[ivxl]{1,6})\W*\Z", re.IGNORECASE)
_DIGIT = re.compile(r"[0-9]")

HALAMAN_TERPANJANG = 40
DAFTAR_TERPANJANG = 300
"""Characters of the line of a page number, and of a line of a table of contents, at most."""

ANGKA_SEBARIS = 3
BARIS_TERSEDIKIT = 2
"""Figures in a line, and lines, from which on they look like a table."""

KELAS_TERPANJANG = 80
"""Characters of a line of a scale, at most."""
_KELAS = re.compile(r"[<>≤≥]")

_TETAPAN = frozenset({"1", "100"})
"""What a formula prints that is no figure: where a sum begins, the factor of a percentage."""

Tempat = tuple[str, int | None, int | None, str | None]


def lengkapi(laporan: Laporan, blok: Sequence[Blok], bagian: Callable[[Blok], str]) -> Laporan:
    """The report with what else its document prints.

    Args:
        laporan: what was read.
        blok: the document.
        bagian: chapter and section of a block of prose.
    """
    letak: dict[Tempat, int] = {}
    for n, b in enumerate(blok):
        for lokasi, _ in _isi(b):
            letak.setdefault(tempat(lokasi), n)
    utuh = _utuh(laporan, blok, letak)
    terbaca: dict[int, Counter[str]] = {}
    for teks, lokasi in _terbaca(laporan):
        sini = letak.get(tempat(lokasi))
        if sini is not None:
            terbaca.setdefault(utuh[sini], Counter()).update(_digit(t) for _, t in angka_dalam_kata(teks))
    batas = _batas_skala(laporan)
    klaim: list[Klaim] = []
    sebanyak: Counter[int] = Counter()
    for n, (b, daftar) in enumerate(zip(blok, _daftar(blok), strict=True)):
        isi = () if daftar else _teks(blok, n)
        for t, lokasi in _belum(isi, terbaca.setdefault(utuh[n], Counter()), batas):
            sebanyak[n] += 1
            klaim.append(_klaim(t, lokasi, bagian(b), kalimat=isinstance(b, Paragraf)))
    catatan = tuple(_tanpa_pemisah(blok, sebanyak))
    laporan = attrs.evolve(laporan, catatan=(*laporan.catatan, *catatan))
    if len(laporan.narasi) + len(klaim) > KLAIM_TERBANYAK:
        laporan = attrs.evolve(laporan, catatan=(*laporan.catatan, TERLALU_BANYAK))
        klaim = klaim[: max(KLAIM_TERBANYAK - len(laporan.narasi), 0)]
    return attrs.evolve(laporan, narasi=(*laporan.narasi, *klaim))


def _utuh(laporan: Laporan, blok: Sequence[Blok], letak: Mapping[Tempat, int]) -> list[int]:
    """For each block the first of those that it makes one thing with: the lines of a paragraph, the grids of a table.

    A figure that goes on over a line or a page stands where it began. In a PDF all lines of a page have one place.
    """
    hasil = list(range(len(blok)))
    for n, b in enumerate(blok):
        if isinstance(b, Paragraf):
            hasil[n] = hasil[n - 1] if n and b.sambung else hasil[letak[tempat(b.lokasi)]]
    for t in laporan.tabel:
        milik = sorted({letak[x] for b in t.baris for s in b.sel if (x := tempat(s.lokasi)) in letak})
        for n in milik[1:]:
            hasil[n] = hasil[milik[0]]
    return hasil


def tempat(lokasi: Lokasi) -> Tempat:
    """A place without what it was called."""
    return lokasi.berkas, lokasi.baris, lokasi.halaman, lokasi.sel


def _digit(teks: str) -> str:
    return "".join(_DIGIT.findall(teks))


def _isi(b: Blok) -> Iterator[tuple[Lokasi, str]]:
    """What a block prints, piece by piece; the numbers of its columns are none of it."""
    if isinstance(b, Paragraf):
        yield b.lokasi, b.teks
    else:
        for n, baris in enumerate(b.baris):
            if n >= KEPALA_TERBANYAK or not baris_nomor([s.teks for s in baris]):
                yield from ((s.lokasi, s.teks) for s in baris if s.teks)


def _terbaca(laporan: Laporan) -> Iterator[tuple[str, Lokasi]]:
    """Every text that the report keeps, with its place."""
    for t in laporan.tabel:
        yield from ((s.teks, s.lokasi) for b in t.baris if b.jenis != "nomor" for s in b.sel if s.teks)
    for f in laporan.perjanjian:
        for k in f.kinerja:
            yield from ((x, k.lokasi) for x in (k.no, k.sasaran, k.indikator))
            yield from ((r.nama, k.lokasi) for r in k.rincian)
            yield from _sel(k.sel)
        for a in f.anggaran:
            yield from ((x, a.lokasi) for x in (a.no, a.uraian, a.keterangan))
            yield from _sel(s for s in a.sel if s is a.anggaran or s.teks not in a.keterangan)
        if f.jumlah is not None:
            yield f.jumlah.teks, f.jumlah.lokasi
    for c in laporan.komponen:
        yield from _sel(c.sel)
    if laporan.efisiensi is not None:
        yield from _sel(laporan.efisiensi.sel)
    yield from _sel(k.tertulis for k in laporan.narasi)


def _sel(semua: Iterable[Sel]) -> Iterator[tuple[str, Lokasi]]:
    return ((s.teks, s.lokasi) for s in semua)


def _teks(blok: Sequence[Blok], n: int) -> Iterator[tuple[Lokasi, str, int, int]]:
    """What a block prints, piece by piece, each with from where to where it goes within a text."""
    b = blok[n]
    if not isinstance(b, Paragraf):
        yield from ((lokasi, teks, 0, len(teks)) for lokasi, teks in _isi(b))
        return
    # A number alone on a line is that of a page, unless the line goes on with a paragraph.
    if b.sambung or len(b.teks) > HALAMAN_TERPANJANG or not bentuk("tabel.nomor_halaman").match(b.teks):
        yield b.lokasi, *_sekitar(blok, n, b)


def _sekitar(blok: Sequence[Blok], n: int, tengah: Paragraf) -> tuple[str, int, int]:
    """A line of a paragraph among its neighbours, and from where to where it goes: its end may break a number."""
    lalu, lanjut = blok[n - 1] if n else None, blok[n + 1] if n + 1 < len(blok) else None
    depan = f"{lalu.teks} " if isinstance(lalu, Paragraf) and tengah.sambung else ""
    belakang = f" {lanjut.teks}" if isinstance(lanjut, Paragraf) and lanjut.sambung else ""
    return depan + tengah.teks + belakang, len(depan), len(depan) + len(tengah.teks)


def _belum(
    isi: Iterable[tuple[Lokasi, str, int, int]], terbaca: Counter[str], batas: Collection[str]
) -> Iterator[tuple[str, Lokasi]]:
    """The figures of some texts that the report does not have; takes those that it has out of `terbaca`."""
    for lokasi, teks, awal, akhir in isi:
        baris = teks[awal:akhir]
        rumus, kelas = "$$" in teks, len(baris) < KELAS_TERPANJANG and _KELAS.search(baris)
        nomor = bukan_angka(baris)
        for letak, t in angka_dalam_kata(teks):
            if not awal <= letak < akhir or nomor[letak - awal]:
                continue
            kunci = _digit(t)
            if terbaca[kunci] > 0:
                terbaca[kunci] -= 1
            elif not (rumus and kunci in _TETAPAN) and not (kelas and kunci in batas):
                yield t, lokasi


def _batas_skala(laporan: Laporan) -> set[str]:
    """The bounds of the scale that the report states: `80 < NE ≤ 90 : Efisien` is part of it."""
    skala = laporan.metode.skala
    if isinstance(skala, str):
        skala = daftar_skala().get(skala, "")
    if isinstance(skala, str):
        return set()
    ujung = {x for k in skala.kelas for x in (k.bawah, k.atas) if x is not None}
    return {_digit(str(Decimal(x.numerator) / Decimal(x.denominator))) for x in ujung}


def _daftar(blok: Sequence[Blok]) -> Iterator[bool]:
    """Whether each block belongs to a table of contents: lines that end with a page, under a heading that says so."""
    dalam = False
    for b in blok:
        if isinstance(b, Paragraf):
            daftar = len(b.teks) <= DAFTAR_TERPANJANG
            dalam = daftar and (
                bool(bentuk("tabel.daftar").match(baku(b.teks))) or (dalam and bool(_EKOR.search(b.teks)))
            )
        yield dalam


def _tanpa_pemisah(blok: Sequence[Blok], angka: Mapping[int, int]) -> Iterator[Catatan]:
    """Runs of lines with several figures and few words each: a table that lost what parted its columns."""
    awal: Lokasi | None = None
    baris = banyak = 0
    for i, b in enumerate((*blok, None)):
        n = angka.get(i, 0)
        if isinstance(b, Paragraf) and "$$" not in b.teks and n >= ANGKA_SEBARIS and 3 * n >= len(b.teks.split()):
            awal, baris, banyak = awal or b.lokasi, baris + 1, banyak + n
            continue
        if awal is not None and baris >= BARIS_TERSEDIKIT:
            yield Catatan(kalimat("pemisah_kolom_hilang", n=baris, angka=banyak), awal)
        awal, baris, banyak = None, 0, 0


def _klaim(teks: str, lokasi: Lokasi, bagian: str, *, kalimat: bool) -> Klaim:
    asal = attrs.evolve(lokasi, tabel=f"Narasi {bagian}".rstrip() if kalimat else lokasi.tabel, kolom="tertulis")
    return Klaim(
        tertulis=baca_angka(teks, asal), bagian=bagian, rumus="tanpa", alasan=DALAM_KALIMAT if kalimat else DI_LUAR
    )
