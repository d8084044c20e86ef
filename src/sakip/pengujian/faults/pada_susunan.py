"""Faults in the structure of a report: owners, superiors, lost lines."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.aturan import bersifat
from sakip.fakta import susun
from sakip.pengujian.bangun.sumber import kocok
from sakip.pengujian.jaringan import Kerusakan
from sakip.pengujian.letak import semua_sel, seperti, tulis_ulang
from sakip.relasi import Rumusan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sakip.fakta.register import Butir, Formulir
    from sakip.model.laporan import Laporan
    from sakip.model.perjanjian import BarisAnggaran, PerjanjianKinerja
    from sakip.model.sel import Sel
    from sakip.model.tabel import Tabel
    from sakip.pengujian.bangun.sumber import Sumber
    from sakip.pengujian.jaringan import Jaringan

__all__ = ["SUSUNAN"]


def _ganti_formulir(laporan: Laporan, lama: PerjanjianKinerja, baru: PerjanjianKinerja) -> Laporan:
    return attrs.evolve(laporan, perjanjian=tuple(baru if p is lama else p for p in laporan.perjanjian))


def _sub_kegiatan(formulir: list[Formulir]) -> Iterator[tuple[Formulir, str, BarisAnggaran, Sel, BarisAnggaran]]:
    """The unshared sub kegiatan with money: form, code, line, cell, and the kegiatan line above."""
    for f in formulir:
        induk: BarisAnggaran | None = None
        for b, baris in zip(f.anggaran, f.pk.anggaran, strict=True):
            if b.tingkat == "kegiatan":
                induk = baris
            elif b.tingkat == "sub_kegiatan" and b.kode is not None and induk is not None and not baris.diampu:
                uang = baris.anggaran
                if uang is not None and uang.angka is not None and uang.angka.nilai:
                    yield f, b.kode, baris, uang, induk


def pengampu_ganda(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """A sub kegiatan stands in a second eselon IV form too, with its money in that form's total."""
    formulir = [f for f in susun(j.laporan).formulir if f.pk.eselon == "IV"]
    for f, kode, baris, uang, induk in kocok(s, list(_sub_kegiatan(formulir))):
        lain = [g.pk for g in formulir if g is not f and all(x.kode != kode for x in g.anggaran)]
        if not lain:
            continue
        pk = s.pilih(lain)
        tempat = pk.lokasi.tabel
        ke = 1 + max((int(x.no.split(".")[0]) for x in pk.anggaran if x.no[:1].isdigit()), default=0)
        sel = attrs.evolve(uang, lokasi=Lokasi(tabel=tempat, kolom=f"{ke}.1 anggaran"))
        judul = attrs.evolve(induk, no=f"{ke}.", anggaran=None, lokasi=Lokasi(tabel=tempat, kolom=f"{ke}."))
        salinan = attrs.evolve(baris, no=f"{ke}.1", anggaran=sel, lokasi=Lokasi(tabel=tempat, kolom=f"{ke}.1"))
        jumlah = pk.jumlah
        if jumlah is not None and jumlah.angka is not None and uang.angka is not None:
            jumlah = tulis_ulang(jumlah, seperti(jumlah, jumlah.angka.pecahan + uang.angka.pecahan))
        baru = attrs.evolve(pk, anggaran=(*pk.anggaran, judul, salinan), jumlah=jumlah)
        return Kerusakan(
            laporan=_ganti_formulir(j.laporan, pk, baru),
            jenis="pengampu_ganda",
            lokasi=(sel.lokasi, uang.lokasi),
            tertulis=(sel.teks, uang.teks),
            seharusnya=("", uang.teks),
            kode=frozenset({bersifat("pengampu_ganda")}),
        )
    return None


def atasan_salah(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """An agreement is made with an officer of the wrong level."""
    pk = j.laporan.perjanjian
    jabatan = {e: [p.jabatan for p in pk if p.eselon == e] for e in ("II", "III", "IV")}
    calon = [(p, x) for p in pk for x in jabatan[{"IV": "II", "III": "III"}.get(p.eselon, "III")] if x != p.jabatan]
    calon = [(p, x) for p, x in calon if p.eselon != "II" and p.atasan and x != p.atasan]
    if not calon:
        return None
    p, atasan = s.pilih(calon)
    return Kerusakan(
        laporan=_ganti_formulir(j.laporan, p, attrs.evolve(p, atasan=atasan)),
        jenis="atasan_salah",
        lokasi=(p.lokasi_atasan,),
        tertulis=(atasan,),
        seharusnya=(p.atasan,),
        kode=frozenset({bersifat("atasan")}),
    )


def baris_hilang(j: Jaringan, s: Sumber) -> Kerusakan | None:
    """A line of a table, or of the money of a form, is lost."""
    calon = [("tabel", t, n) for t in j.laporan.tabel for n, b in enumerate(t.baris) if b.jenis == "rincian"]
    formulir = [("pk", p, n) for p in j.laporan.perjanjian for n, b in enumerate(p.anggaran) if b.anggaran is not None]
    for macam, x, n in kocok(s, [*calon, *formulir]):
        if macam == "tabel":
            return _baris_tabel_hilang(j, x, n)  # type: ignore[arg-type] # told by its kind
        return _baris_formulir_hilang(j, x, n)  # type: ignore[arg-type] # as above
    return None


def _total(j: Jaringan, hilang: list[Butir]) -> tuple[list[Butir], set[str]]:
    """The totals and means that included the lost cells and no longer follow, and their rules."""
    milik = {id(b.sel) for b in hilang}
    hasil: dict[int, Butir] = {}
    kode = set()
    for b in hilang:
        for r in j.sejenis(Rumusan, b):
            if r.jenis not in {"jumlah", "rerata"} or r.kecuali or id(r.hasil.sel) in milik:
                continue
            sisa = [o for o in r.jalur[0].operan if id(o.sel) not in milik]
            pembagi = len(sisa) if r.jenis == "rerata" else 1
            jumlah = sum((o.nilai or Fraction(0) for o in sisa), Fraction(0))
            lebar = r.hasil.setengah + sum((o.setengah for o in sisa if not o.peran.pasti), Fraction(0)) / max(
                pembagi, 1
            )
            if sisa and abs(jumlah / pembagi - (r.hasil.nilai or Fraction(0))) > 2 * lebar:
                hasil[id(r.hasil.sel)] = r.hasil
                kode.add(r.kode)
    return list(hasil.values()), kode


def _baris_tabel_hilang(j: Jaringan, t: Tabel, n: int) -> Kerusakan:
    sel = {id(x) for x in t.baris[n].sel}
    hilang = [b for b in j.butir if id(b.sel) in sel]
    total, kode = _total(j, hilang)
    # Below a lost program its kegiatan still add up to the whole.
    induk = bersifat("jenjang_anggaran")
    berbawah = any(r.kode == induk and r.hasil.sel is x.sel for x in hilang for r in j.sejenis(Rumusan, x))
    tetap = {id(x) for b in t.baris for x in b.sel}
    total = [b for b in total if id(b.sel) in tetap]
    baru = attrs.evolve(t, baris=t.baris[:n] + t.baris[n + 1 :])
    laporan = attrs.evolve(j.laporan, tabel=tuple(baru if x is t else x for x in j.laporan.tabel))
    teks = " ".join(x.teks for x in t.baris[n].sel)
    if berbawah:
        return _hilang(laporan, [], set(), teks, "rincian baris induk yang hilang tetap menjumlah")
    return _hilang(laporan, total, kode if total else set(), teks)


def _baris_formulir_hilang(j: Jaringan, p: PerjanjianKinerja, n: int) -> Kerusakan:
    sel = {id(x) for x in semua_sel(p.anggaran[n])}
    total, kode = _total(j, [b for b in j.butir if id(b.sel) in sel])
    baru = attrs.evolve(p, anggaran=p.anggaran[:n] + p.anggaran[n + 1 :])
    laporan = _ganti_formulir(j.laporan, p, baru)
    uraian = p.anggaran[n].uraian
    if _anak_tunggal(p, n):
        return _hilang(laporan, [], set(), uraian, "baris di atasnya memuat anggaran yang sama")
    return _hilang(laporan, total, kode, uraian)


def _anak_tunggal(p: PerjanjianKinerja, n: int) -> bool:
    """Whether a line is the only one under a heading with money, which then stands for it in every sum."""
    induk = p.anggaran[n].no.rpartition(".")[0]
    if not induk:
        return False
    saudara = [b for b in p.anggaran if b.no.rpartition(".")[0] == induk and b.no.rstrip(".") != induk]
    return len(saudara) == 1 and any(b.no.rstrip(".") == induk and b.anggaran is not None for b in p.anggaran)


def _hilang(
    laporan: Laporan,
    total: list[Butir],
    kode: set[str],
    teks: str,
    alasan: str = "tidak ada jumlah yang memuat baris itu",
) -> Kerusakan:
    return Kerusakan(
        laporan=laporan,
        jenis="baris_hilang",
        lokasi=tuple(b.lokasi for b in total),
        tertulis=("",),
        seharusnya=(teks,),
        kode=frozenset(kode),
        terdeteksi=bool(total),
        terlokasi=bool(total),
        alasan="" if total else alasan,
    )


SUSUNAN: dict[str, Callable[[Jaringan, Sumber], Kerusakan | None]] = {
    f.__name__: f for f in (pengampu_ganda, atasan_salah, baris_hilang)
}
"""The kinds by name."""
