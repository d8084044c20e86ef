"""What was checked, what could not be, and what was not: silence is not assurance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.relasi import Putusan
from sakip.tulis.hasil_aturan import DIHITUNG, aturan_tanpa_bahan, hasil_aturan
from sakip.tulis.teks import bersih, pendek
from sakip.tulis.words.kamus import sebut_lokasi

if TYPE_CHECKING:
    from sakip.tinjauan.engine import Belum, HasilRelasi
    from sakip.tulis.html.bahan import Bahan

__all__ = ["AngkaBelum", "BarisAturan", "Diperiksa", "Hubungan", "KelompokBelum", "TakDapat", "diperiksa"]

CONTOH_BELUM = 3
"""Unchecked figures named of each place; the whole list follows."""


@attrs.frozen(slots=True)
class BarisAturan:
    """A rule with how many relations had each outcome, and how many findings it made."""

    kode: str
    judul: str
    angka: tuple[str, ...]
    temuan: int


@attrs.frozen(slots=True)
class TakDapat:
    """Relations of one rule that could not be evaluated for one reason."""

    kode: str
    banyak: int
    alasan: str
    hubungan: tuple[str, ...]


@attrs.frozen(slots=True)
class KelompokBelum:
    """Unchecked figures of one place with one reason."""

    tempat: str
    banyak: int
    misalnya: str
    alasan: str


@attrs.frozen(slots=True)
class AngkaBelum:
    """An unchecked figure."""

    nilai: str
    nama: str
    letak: str


@attrs.frozen(slots=True)
class Hubungan:
    """A relation with its outcome and its figures: a tick mark."""

    kode: str
    putusan: str
    kata: str
    uraian: str
    angka: str


@attrs.frozen(slots=True, kw_only=True)
class Diperiksa:
    """All of it.

    Attributes:
        hubungan: every relation, when everything was asked for.
        pembaca: what the reader could not read or understand, what is lost first.
        lengkap: whether there are figures, nothing was lost, and all of them were checked.
    """

    kolom: tuple[str, ...]
    aturan: tuple[BarisAturan, ...]
    jumlah: tuple[str, ...]
    tanpa_bahan: tuple[tuple[str, str], ...]
    tak_dapat: tuple[TakDapat, ...]
    galat: tuple[tuple[str, str], ...]
    belum: tuple[KelompokBelum, ...]
    daftar_belum: tuple[AngkaBelum, ...]
    pembaca: tuple[str, ...]
    hubungan: tuple[Hubungan, ...]
    lengkap: bool


def diperiksa(b: Bahan) -> Diperiksa:
    """What the review says about itself."""
    kata, r = b.kata, b.reviu
    semua = r.hitung_putusan()
    return Diperiksa(
        kolom=tuple(kata(f"putusan.semua.{p.value}") for p in DIHITUNG),
        aturan=tuple(
            BarisAturan(a.kode, kata.judul(a.kode), tuple(map(kata.n, a.putusan)), a.temuan) for a in hasil_aturan(r)
        ),
        jumlah=tuple(kata.n(semua[p]) for p in DIHITUNG),
        tanpa_bahan=tuple((k, kata.judul(k)) for k in aturan_tanpa_bahan(r, kata.aturan, b.opsi.pilihan)),
        tak_dapat=_tak_dapat(b),
        galat=tuple((g.kode, kata.ucap(g.pesan)) for g in r.galat),
        belum=_belum(b),
        daftar_belum=tuple(
            AngkaBelum(x.nilai, kata.ucap(x.nama), sebut_lokasi(x.lokasi, b.opsi.bahasa)) for x in r.cakupan.belum
        ),
        pembaca=tuple(bersih(b.kata.catatan(c)) for c in sorted(r.laporan.catatan, key=lambda c: not c.hilang)),
        hubungan=tuple(_hubungan(b, h) for h in r.relasi) if b.opsi.rinci else (),
        lengkap=bool(r.cakupan.angka) and not r.cakupan.belum and not r.cakupan.hilang,
    )


def _tak_dapat(b: Bahan) -> tuple[TakDapat, ...]:
    kelompok: dict[tuple[str, str], list[HasilRelasi]] = {}
    for h in b.reviu.relasi:
        if h.putusan is Putusan.TAK_DAPAT_DIPERIKSA:
            kelompok.setdefault((h.kode, b.kata.ucap(h.evaluasi.alasan)), []).append(h)
    return tuple(
        TakDapat(kode, len(isi), alasan, tuple(dict.fromkeys(_sebut(b, h) for h in isi)))
        for (kode, alasan), isi in kelompok.items()
    )


def _sebut(b: Bahan, h: HasilRelasi) -> str:
    """What a relation states, and where: the words of many are the same in every row of a table."""
    uraian = bersih(b.kata.ucap(h.relasi.uraian))
    tempat = bersih(b.kata.ucap(h.relasi.butir[0].tempat)) if h.relasi.butir else ""
    return f"{uraian} ({tempat})" if tempat and tempat not in uraian else uraian


def _belum(b: Bahan) -> tuple[KelompokBelum, ...]:
    return tuple(
        KelompokBelum(b.kata.ucap(t), len(isi), _misalnya(b, isi), b.kata.ucap(alasan))
        for (t, alasan), isi in b.reviu.cakupan.belum_menurut_tempat().items()
    )


def _misalnya(b: Bahan, isi: list[Belum]) -> str:
    nama = [_angka_belum(b, x) for x in isi[:CONTOH_BELUM]]
    if len(isi) > CONTOH_BELUM:
        nama.append(b.kata("kas.lainnya", n=len(isi) - CONTOH_BELUM))
    return "; ".join(nama)


def _angka_belum(b: Bahan, x: Belum) -> str:
    nama, nilai = bersih(b.kata.ucap(x.nama)), bersih(x.nilai)
    return nama if nama.startswith(nilai) else f"{pendek(nama, 60)}: {nilai}"


def _hubungan(b: Bahan, h: HasilRelasi) -> Hubungan:
    uraian = bersih(b.kata.ucap(h.relasi.uraian))
    if h.evaluasi.jalur:
        uraian += f" [{b.kata('cara')} {bersih(b.kata.ucap(h.evaluasi.jalur))}]"
    if h.evaluasi.alasan:
        uraian += f": {bersih(b.kata.ucap(h.evaluasi.alasan))}"
    angka = "; ".join(bersih(x.teks) for x in h.relasi.butir)
    return Hubungan(h.kode, h.putusan.value, b.kata(f"putusan.{h.putusan.value}"), uraian, angka)
