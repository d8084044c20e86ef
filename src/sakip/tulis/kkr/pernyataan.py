"""Which form of the Pernyataan Telah Direviu a review leaves room for, and what stands in the way of the plain one.

The wording (`pernyataan.toml`) is that of the example form of PermenPANRB 53/2014, anak lampiran III/1-2. Lampiran III
C.4.f foresees a paragraf penjelas on what is not yet put right; that the plain form is withheld meanwhile is our
design, not the rule.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs

from sakip.konversi.data import baca_toml
from sakip.relasi import Putusan
from sakip.tulis.kkr.daftar_uji import BAIK, nomor_ringkas
from sakip.tulis.teks import pendek

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.temuan.temuan import Temuan
    from sakip.tulis.kkr.daftar_uji import Butir
    from sakip.tulis.kkr.isi import Isi

__all__ = ["Bunyi", "Halangan", "bunyi", "halangan", "pembuka"]

TITIK_TITIK = "…………………"
"""What is left to be filled in."""
PALING_BANYAK = 40
"""Matters of one kind that the statement lists; the rest stand in the Catatan Hasil Reviu."""

ALASAN_TERPANJANG = 160
"""Characters of the reason that stands behind an item; all of it stands in the checklist."""


@attrs.frozen
class Halangan:
    """Matters of one kind that keep the statement from its plain form."""

    judul: str
    rincian: tuple[str, ...]


@attrs.frozen
class Bunyi:
    """The wording of the example form: what was reviewed and whose it is, what for, and the conclusion without
    reservation. It stays as the regulation has it, whatever the language of the papers.
    """

    dasar: str
    pembuka: str
    tujuan: str
    polos: str


@cache
def bunyi() -> Bunyi:
    """The wording, from `pernyataan.toml`."""
    return baca_toml("sakip.tulis.kkr", "pernyataan.toml", Bunyi)


def pembuka(isi: Isi) -> str:
    """What was reviewed, and whose it is."""
    return bunyi().pembuka.format(instansi=isi.instansi or TITIK_TITIK, tahun=isi.reviu.laporan.tahun or TITIK_TITIK)


def halangan(isi: Isi, daftar_uji: Sequence[Butir]) -> list[Halangan]:
    """What stands in the way of the plain form, the gravest first; empty where it may be offered."""
    return [Halangan(judul, tuple(_batasi(isi, rincian))) for judul, rincian in _halangan(isi, daftar_uji) if rincian]


def _batasi(isi: Isi, rincian: list[str]) -> list[str]:
    lebih = len(rincian) - PALING_BANYAK
    return rincian if lebih <= 1 else [*rincian[:PALING_BANYAK], isi.kamus("halangan.lainnya", n=lebih)]


def _halangan(isi: Isi, daftar_uji: Sequence[Butir]) -> Iterator[tuple[str, list[str]]]:
    r, k = isi.reviu, isi.kamus
    salah = isi.terbuka("kesalahan")
    yield k("halangan.kesalahan", n=len(salah)), [_sebut(isi, t) for t in salah]
    buka = {t.id for t in isi.terbuka()}
    jawab = [t for t in r.temuan if t.id not in buka and t.keparahan != "catatan"]
    yield k("halangan.ditanggapi"), [_sebut(isi, t) for t in jawab]
    lain = [
        k(
            f"halangan.belum_dijelaskan.{keparahan}",
            n=len(semua),
            nomor=nomor_ringkas(sorted(isi.nomor[t.id] for t in semua)),
        )
        for keparahan in ("peringatan", "catatan")
        if (semua := isi.terbuka(keparahan))
    ]
    yield k("halangan.belum_dijelaskan"), lain
    yield k("halangan.daftar_uji"), [_butir(isi, b) for b in daftar_uji if b.resmi and b.hasil not in BAIK]
    terbatas = [k("halangan.dibatasi", batasan=isi.dibatasi)] if isi.dibatasi else []
    terbatas += [k("halangan.gagal", kode=g.kode) for g in r.galat]
    if not r.cakupan.angka or not any(h.putusan in {Putusan.SESUAI, Putusan.PEMBULATAN} for h in r.relasi):
        terbatas.append(k("halangan.tanpa_angka"))
    yield k("halangan.batasan"), terbatas
    sumber = [k.catatan(c) for c in r.laporan.catatan]
    if r.cakupan.hilang and not sumber:
        sumber.append(k("halangan.hilang", n=r.cakupan.hilang))
    yield k("halangan.tak_terbaca"), sumber


def _sebut(isi: Isi, t: Temuan) -> str:
    k = isi.kamus
    tertulis, seharusnya = k.ucap(t.tertulis), k.ucap(t.seharusnya)
    akhir = ".seharusnya" if tertulis and seharusnya else ".tercetak" if tertulis else ""
    nomor, tempat = str(isi.nomor[t.id]), k.ucap(t.tempat)
    return k(
        f"halangan.temuan{akhir}", nomor=nomor, kode=t.kode, tempat=tempat, tertulis=tertulis, seharusnya=seharusnya
    )


def _butir(isi: Isi, b: Butir) -> str:
    alasan = pendek(b.halangan[0], ALASAN_TERPANJANG) if b.halangan else ""
    kunci = "halangan.butir.alasan" if alasan else "halangan.butir"
    return isi.kamus(kunci, nomor=b.nomor, uraian=b.uraian, hasil=isi.sebut_hasil(b.hasil), alasan=alasan)
