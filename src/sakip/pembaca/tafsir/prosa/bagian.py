"""The parts of a report that are known by their kind: sections by their headings, the statement of the review.

The Pernyataan Telah Direviu is known by what it states, in any of its usual wordings, whoever prints it how: first
person and the heading tell it from a sentence that speaks of a review. The example form of PermenPANRB 53/2014
(anak lampiran III/1-2) is one such wording.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from sakip.model.laporan import JENIS_BAGIAN, Bagian
from sakip.pembaca.blok import Paragraf
from sakip.teks.istilah import bentuk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.angka.lokasi import Lokasi
    from sakip.pembaca.tafsir.prosa.alinea import Alinea
    from sakip.pembaca.tafsir.tabel.rangkai import TabelMentah

__all__ = ["cari_bagian"]

JUDUL = ("gambaran_umum", "isu_strategis", "perbaikan", "lampiran")
"""The kinds of section that are known by their heading."""

_BERNOMOR = re.compile(r"(?:BAB\s+)?(?:[A-Z]|[IVX]+|[a-z]|\d{1,2})(?:\.\d{1,2})*[.):]?\s+\S")
_DAFTAR_ISI = re.compile(r"(?:\t|\.{2,}|…|\s{2,})\s*[\divxl]*\s*\Z|\s[\divxl]{1,4}\s*\Z", re.IGNORECASE)
JUDUL_TERPANJANG = 120

SEBELUM = 2500
"""Characters before the clause in which the heading, or what was reviewed, is looked for."""
DEKAT = 300
"""Characters before it within which it says that it speaks of a review."""
SESUDAH = 2000
"""Characters after it in which an explanation may stand, where no signature ends it."""


def cari_bagian(bagian: Sequence[Paragraf | TabelMentah], alinea: Sequence[Alinea]) -> tuple[Bagian, ...]:
    """The first part of each kind, in the order of the kinds."""
    hasil: dict[str, Bagian] = {}
    for a in alinea:
        for jenis in _jenis_judul(a, bagian):
            hasil.setdefault(jenis, _bagian(jenis, a.lokasi[0]))
    for b in _pernyataan(bagian):
        hasil.setdefault(b.jenis, b)
    return tuple(hasil[j] for j in JENIS_BAGIAN if j in hasil)


def _bagian(jenis: str, lokasi: Lokasi) -> Bagian:
    return Bagian(jenis=jenis, lokasi=attrs.evolve(lokasi, tabel=JENIS_BAGIAN[jenis]))


def _jenis_judul(a: Alinea, bagian: Sequence[Paragraf | TabelMentah]) -> Iterator[str]:
    """The kinds of section that a paragraph heads; a line of the table of contents heads none."""
    teks = a.teks.strip()
    if not a.judul or len(teks) > JUDUL_TERPANJANG or _DAFTAR_ISI.search(teks):
        return
    p = bagian[a.urut]
    if teks.isupper() or _BERNOMOR.match(teks) or (isinstance(p, Paragraf) and p.tebal):
        yield from (jenis for jenis in JUDUL if bentuk(f"bagian.{jenis}").search(teks))


def _pernyataan(bagian: Sequence[Paragraf | TabelMentah]) -> Iterator[Bagian]:
    """The statements of the review, with a reservation or without."""
    letak: list[int] = []
    lokasi: list[Lokasi] = []
    isi: list[str] = []
    panjang = 0
    for teks, tempat in _potongan(bagian):
        letak.append(panjang)
        lokasi.append(tempat)
        isi.append(teks)
        panjang += len(teks) + 1
    semua = "\n".join(isi)
    for cocok in bentuk("reviu.polos").finditer(semua):
        awal = semua.rfind(".", 0, cocok.start()) + 1
        titik = semua.find(".", cocok.end(), cocok.end() + DEKAT)
        akhir = cocok.end() if titik < 0 else titik
        atas = semua[max(0, cocok.start() - SEBELUM) : akhir]
        kepala = max((m.end() for m in bentuk("reviu.kepala").finditer(atas)), default=0)
        dekat = bentuk("reviu.kata").search(semua, max(0, cocok.start() - DEKAT), cocok.end())
        kami = kepala or bentuk("reviu.kami").search(atas)
        dikenal = dekat and kami and bentuk("reviu.kinerja").search(atas[kepala:])
        if not dikenal or bentuk("reviu.keuangan").search(semua, cocok.start(), akhir):
            continue
        bawah = semua[cocok.end() : cocok.end() + SESUDAH]
        selesai = bentuk("reviu.selesai").search(bawah)
        sisa = semua[awal : cocok.end()] + (bawah[: selesai.start()] if selesai else bawah)
        jenis = "pernyataan_penjelas" if bentuk("reviu.penjelas").search(sisa) else "pernyataan"
        yield _bagian(jenis, lokasi[bisect_right(letak, cocok.start()) - 1])


def _potongan(bagian: Sequence[Paragraf | TabelMentah]) -> Iterator[tuple[str, Lokasi]]:
    """The lines in order; a page may be framed, which makes its text cells."""
    for p in bagian:
        if isinstance(p, Paragraf):
            yield p.teks, p.lokasi
        elif p.lebar <= 2:
            yield from ((s.teks, s.lokasi) for b in p.baris for s in b.sel if s.teks)
