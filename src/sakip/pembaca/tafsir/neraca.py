"""Neraca: every figure that a document prints is in the report that was made of it.

What no table, form, calculation or sentence took up is entered as a claim that nothing ties, so that it counts as
unchecked and is listed with its place.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from sakip.angka_dalam_kata import angka_dalam_kata
from sakip.fakta.nama import baku
from sakip.model.laporan import Catatan
from sakip.model.narasi import Klaim
from sakip.model.sel import baca_angka
from sakip.pembaca.blok import Paragraf
from sakip.pembaca.tafsir.buku_klaim import KLAIM_TERBANYAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sakip.lokasi import Lokasi
    from sakip.model.laporan import Laporan
    from sakip.model.sel import Sel
    from sakip.pembaca.blok import Blok

__all__ = ["lengkapi"]

DALAM_KALIMAT = "subjek atau peran angkanya tidak disebut dengan jelas"
DI_LUAR = "tidak termasuk tabel, formulir atau hitungan yang dikenali"

_HALAMAN = re.compile(r"\W*(?:halaman|hal\.?|page)?\W*(?:\d{1,4}|[ivxl]{1,6})\W*\Z", re.IGNORECASE)
_DAFTAR = re.compile(r"daftar (?:isi|tabel|gambar|grafik|diagram|bagan|lampiran|formulir)\Z")
_EKOR = re.compile(r"(?:\d{1,4}|[ivxl]{1,6})\W*\Z", re.IGNORECASE)
_DIGIT = re.compile(r"\d")

ANGKA_SEBARIS = 3
BARIS_TERSEDIKIT = 2
"""Figures in a line, and lines, from which on they look like a table."""

BATAS_TERPANJANG = 80
"""Characters of a line of a scale, at most."""

Tempat = tuple[str, int | None, int | None, str | None]


def lengkapi(laporan: Laporan, blok: Sequence[Blok], bagian: Mapping[Tempat, str]) -> Laporan:
    """The report with what else its document prints.

    Args:
        laporan: what was read.
        blok: the document.
        bagian: chapter and section of each place of the prose.
    """
    letak = {tempat(lokasi): n for n, b in enumerate(blok) for lokasi, _ in _isi(b)}
    terbaca: dict[int, Counter[str]] = {}
    for teks, lokasi in _terbaca(laporan):
        hitung = terbaca.setdefault(letak.get(tempat(lokasi), -1), Counter())
        hitung.update(_digit(t) for _, t in angka_dalam_kata(teks))
    lebih = [
        (n, t, lokasi)
        for n, (b, daftar) in enumerate(zip(blok, _daftar(blok), strict=True))
        for t, lokasi in _belum(b, terbaca.get(n, Counter()), daftar=daftar)
    ]
    # A cell that goes on over a line or a page stands where it began.
    sisa = sum(terbaca.values(), Counter())
    klaim: list[Klaim] = []
    sebanyak: Counter[int] = Counter()
    for n, t, lokasi in lebih:
        if sisa[_digit(t)] > 0:
            sisa[_digit(t)] -= 1
        else:
            sebanyak[n] += 1
            klaim.append(_klaim(t, lokasi, bagian.get(tempat(lokasi), ""), kalimat=isinstance(blok[n], Paragraf)))
    catatan = tuple(_tanpa_pemisah(blok, sebanyak))
    laporan = attrs.evolve(laporan, catatan=(*laporan.catatan, *catatan))
    if len(laporan.narasi) + len(klaim) > KLAIM_TERBANYAK:
        pesan = f"narasi memuat lebih dari {KLAIM_TERBANYAK} angka; selebihnya tidak dibaca"
        laporan = attrs.evolve(laporan, catatan=(*laporan.catatan, Catatan(pesan, hilang=True)))
        klaim = klaim[: max(KLAIM_TERBANYAK - len(laporan.narasi), 0)]
    return attrs.evolve(laporan, narasi=(*laporan.narasi, *klaim))


def tempat(lokasi: Lokasi) -> Tempat:
    """A place without what it was called."""
    return lokasi.berkas, lokasi.baris, lokasi.halaman, lokasi.sel


def _digit(teks: str) -> str:
    return "".join(_DIGIT.findall(teks))


def _isi(b: Blok) -> Iterator[tuple[Lokasi, str]]:
    """What a block prints, piece by piece."""
    if isinstance(b, Paragraf):
        yield b.lokasi, b.teks
    else:
        yield from ((s.lokasi, s.teks) for baris in b.baris for s in baris if s.teks)


def _terbaca(laporan: Laporan) -> Iterator[tuple[str, Lokasi]]:
    """Every text that the report keeps, with its place."""
    for t in laporan.tabel:
        yield from ((s.teks, s.lokasi) for b in t.baris for s in b.sel if s.teks)
    for f in laporan.perjanjian:
        for k in f.kinerja:
            yield from ((x, k.lokasi) for x in (k.no, k.sasaran, k.indikator))
            yield from ((r.nama, k.lokasi) for r in k.rincian)
            yield from _sel((k.target, *(r.target for r in k.rincian)))
        for a in f.anggaran:
            yield from ((x, a.lokasi) for x in (a.no, a.uraian, a.keterangan))
            diampu = [d.nilai for d in a.diampu]
            yield from _sel((a.anggaran, *(s for s in (a.total, *diampu) if s and s.teks not in a.keterangan)))
        yield from _sel((f.jumlah,))
    for c in laporan.komponen:
        yield from _sel((*(s.nilai for s in (*c.pembilang, *c.penyebut)), c.hasil))
    if (e := laporan.efisiensi) is not None:
        yield from _sel((e.pembilang, e.penyebut, *e.hasil, *(x.tertulis for x in e.langkah), *e.nilai))
    yield from _sel(k.tertulis for k in laporan.narasi)


def _sel(semua: Iterable[Sel | None]) -> Iterator[tuple[str, Lokasi]]:
    return ((s.teks, s.lokasi) for s in semua if s is not None)


def _belum(b: Blok, terbaca: Counter[str], *, daftar: bool) -> Iterator[tuple[str, Lokasi]]:
    """The figures of a block that the report does not have; takes those that it has out of `terbaca`."""
    for lokasi, teks in _isi(b):
        if daftar or (isinstance(b, Paragraf) and (_HALAMAN.match(teks) or _batas(teks))):
            continue
        rumus = "$$" in teks
        for _, t in angka_dalam_kata(teks):
            kunci = _digit(t)
            if terbaca[kunci] > 0:
                terbaca[kunci] -= 1
            elif not (rumus and kunci == "100"):  # the factor of a percentage
                yield t, lokasi


def _batas(teks: str) -> bool:
    """Whether a line states the bounds of a class: `80 < NE ≤ 90 : Efisien`."""
    return len(teks) < BATAS_TERPANJANG and bool(re.search(r"[<>≤≥]", teks))


def _daftar(blok: Sequence[Blok]) -> Iterator[bool]:
    """Whether each block belongs to a table of contents: lines that end with a page, under a heading that says so."""
    dalam = False
    for b in blok:
        if isinstance(b, Paragraf):
            dalam = bool(_DAFTAR.match(baku(b.teks))) or (dalam and bool(_EKOR.search(b.teks)))
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
            pesan = f"{baris} baris tampak seperti tabel yang kehilangan pemisah kolomnya"
            yield Catatan(f"{pesan}; {banyak} angka tidak diperiksa", awal)
        awal, baris, banyak = None, 0, 0


def _klaim(teks: str, lokasi: Lokasi, bagian: str, *, kalimat: bool) -> Klaim:
    asal = attrs.evolve(lokasi, tabel=f"Narasi {bagian}".rstrip() if kalimat else lokasi.tabel, kolom="tertulis")
    return Klaim(
        tertulis=baca_angka(teks, asal), bagian=bagian, rumus="tanpa", alasan=DALAM_KALIMAT if kalimat else DI_LUAR
    )
