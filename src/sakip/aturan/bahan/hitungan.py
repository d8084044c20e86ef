"""Counting over the register: how many programs, indicators, lines; which place in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.angka.interval import Interval
from sakip.aturan.bahan.metode import skala_laporan
from sakip.model.kode import TINGKAT, tingkat_kode
from sakip.model.peran import peran_kunci
from sakip.teks.jarak import mirip
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from sakip.fakta.register import BarisFakta, Butir, Register, TabelFakta
    from sakip.model.indikator import Indikator
    from sakip.model.narasi import Hitungan, PeringkatKlaim, Rujukan
    from sakip.teks.kalimat import Isi, Kalimat

__all__ = ["hitung", "peringkat", "sel_rujukan", "wadah_tabel"]


MIRIP_NAMA = 0.7
"""How alike two names of a program are when they may be spellings of one."""


def hitung(reg: Register, h: Hitungan) -> list[tuple[Kalimat, int]]:
    """What can be counted for a statement, with the way of counting; several ways where each is right."""
    return _CARA[h.apa](reg, h) if h.apa in _CARA else []


def _anggaran(reg: Register, h: Hitungan) -> list[tuple[Kalimat, int]]:
    kode = [
        k for k in reg.kode_pasti if tingkat_kode(k) == h.apa and (not h.di or k == h.di or k.startswith(h.di + "."))
    ]
    if not kode or not _lengkap(reg, h):
        return []  # tables that print no line of a level, or not all, do not say how many there are
    isi: dict[str, Isi] = {"apa": kalimat(f"cacah.{h.apa}")} | ({"kode": h.di} if h.di else {})
    akhir = "_kode" if h.di else ""
    terbatas = {b.kode for t in reg.tabel if t.lingkup for b in t.baris}
    terbatas -= {b.kode for t in reg.tabel if not t.lingkup for b in t.baris}
    cara = [(kalimat(f"hitung.anggaran{akhir}", **isi), len(kode))]
    umum = len([k for k in kode if k not in terbatas])
    if 0 < umum < len(kode):
        cara.insert(0, (kalimat(f"hitung.anggaran_dana{akhir}", **isi), umum))
    return cara


def _lengkap(reg: Register, h: Hitungan) -> bool:
    """Whether every line above that level has one of it below, and every program that is named has a code."""
    atas = {k for k in reg.kode_pasti if not h.di or k == h.di or k.startswith(h.di + ".")}
    for tingkat in TINGKAT[: TINGKAT.index(h.apa)]:
        if any(tingkat_kode(k) == tingkat and not any(x.startswith(f"{k}.") for x in atas) for k in atas):
            return False
    beruang = {
        b.kode for t in reg.tabel if any(k.peran.anggaran for k in t.tabel.kolom) for b in t.baris if b.kode is not None
    }
    if any(tingkat_kode(k) == h.apa and k not in beruang for k in atas):
        return False
    bernama = {baku(n) for k in reg.kode_pasti if tingkat_kode(k) == "program" for n in reg.nama_kode[k]}
    lain = {
        b.subjek.partition(":")[2]
        for t in reg.tabel
        for b in t.rincian
        if b.kode is None and b.subjek.startswith("belanja:program ")
    }
    return all(any(mirip(x, n) >= MIRIP_NAMA for n in bernama) for x in lain)


def _indikator(reg: Register, h: Hitungan) -> list[tuple[Kalimat, int]]:
    calon = [i for i in reg.laporan.indikator if not h.jenis or i.jenis == h.jenis]
    nilai = [_cocok(reg, h, i) for i in calon]
    if any(n is None for n in nilai):
        return []
    return [(kalimat("hitung.indikator"), sum(bool(n) for n in nilai))]


_BANDING: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "melampaui": lambda r, t: r > t,
    "mencapai": lambda r, t: r >= t,
    "tidak_mencapai": lambda r, t: r < t,
}


def _cocok(reg: Register, h: Hitungan, ind: Indikator) -> bool | None:
    """Whether an indicator is among those counted; None when the report does not say."""
    cocok = True
    if h.capai:
        r, t = _peran(reg, ind, h.nilai), _peran(reg, ind, h.terhadap)
        if r is None or t is None or r.nilai is None or t.nilai is None:
            return None
        nr, nt = r.nilai, t.nilai
        if ind.polaritas == "negatif":
            nr, nt = nt, nr
        cocok = _BANDING[h.capai](nr, nt)
    if h.kategori and cocok:
        c = reg.cari(ind.kunci, "capaian", reg.laporan.tahun)
        if c is None or c.nilai is None:
            return None
        label = skala_laporan(reg).label_mungkin(Interval.titik(c.nilai))
        cocok = baku(h.kategori) in {baku(x) for x in label}
    return cocok


def _peran(reg: Register, ind: Indikator, peran: str) -> Butir | None:
    nama, _, tahun = peran.partition("@")
    milik = peran_kunci(nama)
    if milik is None:
        return None
    return reg.cari(ind.kunci, nama, milik.tahun(int(tahun) if tahun else None, reg.laporan.tahun))


def _kolom(reg: Register, h: Hitungan) -> list[tuple[Kalimat, int]]:
    """Distinct names in a column of the plan tables, or in the agency's own agreement."""
    for t in reg.tabel:
        i = t.tabel.indeks(h.apa)
        if i is None or t.tabel.indeks("tujuan") is None:
            continue
        nama = {baku(b.sel[i].teks) for b in t.tabel.baris if b.jenis == "rincian"} - {""}
        return [(kalimat("hitung.nama", apa=kalimat(f"cacah.{h.apa}"), tempat=t.tabel.tempat), len(nama))]
    for f in reg.formulir:
        if f.pk.eselon == "II" and f.pk.jenis != "iku" and h.apa == "sasaran":
            cara = kalimat("hitung.nama", apa=kalimat("cacah.sasaran"), tempat=f.pk.tempat)
            return [(cara, len({baku(k.sasaran) for k in f.pk.kinerja} - {""}))]
    return []


def _baris(reg: Register, h: Hitungan) -> list[tuple[Kalimat, int]]:
    t = _tabel(reg, h.tabel)
    if t is None:
        return []
    kecuali = {baku(k) for k in h.kecuali}
    return [(kalimat("hitung.baris", tabel=t.tabel.tempat), sum(not (_nama(t, b) & kecuali) for b in t.rincian))]


def _butir(reg: Register, h: Hitungan) -> list[tuple[Kalimat, int]]:  # noqa: ARG001 - same signature as its siblings
    return [(kalimat("hitung.butir"), len(h.butir))]


def _tahun_renstra(reg: Register, h: Hitungan) -> list[tuple[Kalimat, int]]:  # noqa: ARG001 - as above
    lap = reg.laporan
    if lap.renstra is None:
        return []
    cara = [(kalimat("hitung.awal_renstra"), lap.tahun - lap.renstra.awal + 1)]
    bertarget = [k.periode for k in reg.fakta if k.peran == "target_renstra" and k.periode is not None]
    if bertarget:
        cara.append((kalimat("hitung.awal_target"), lap.tahun - min(bertarget) + 1))
    return cara


_CARA: dict[str, Callable[[Register, Hitungan], list[tuple[Kalimat, int]]]] = {
    "program": _anggaran,
    "kegiatan": _anggaran,
    "sub_kegiatan": _anggaran,
    "indikator": _indikator,
    "sasaran": _kolom,
    "tujuan": _kolom,
    "baris": _baris,
    "butir": _butir,
    "tahun_renstra": _tahun_renstra,
}


def _tabel(reg: Register, nomor: str) -> TabelFakta | None:
    return next((t for t in reg.tabel if t.tabel.nomor == nomor), None)


def wadah_tabel(reg: Register, nomor: str) -> str:
    """The table of a number, as its figures name it; empty when there is none."""
    t = _tabel(reg, nomor)
    return next((y.wadah for b in t.baris for y in b.butir.values()), "") if t is not None else ""


def _nama(t: TabelFakta, b: BarisFakta) -> set[str]:
    """The printed names of a row, by which a claim can mean it."""
    baris = t.tabel.baris[b.urut]
    kolom = [t.tabel.indeks(p) for p in ("nama", "indikator", "indikator_sasaran", "sasaran")]
    return {baku(baris.sel[i].teks) for i in kolom if i is not None} - {""}


def sel_rujukan(reg: Register, r: Rujukan) -> list[Butir]:
    """The cells that a reference names; empty when there are none."""
    t = _tabel(reg, r.tabel)
    if t is None:
        return []
    for b in t.baris:
        cocok = b.jenis == "total" if r.baris == "total" else baku(r.baris) in _nama(t, b)
        if cocok:
            return [b.butir[k] for k in r.kolom if k in b.butir]
    return []


def peringkat(reg: Register, p: PeringkatKlaim) -> int | None:
    """The place of a line by one column, highest first; None when the table does not tell."""
    t = _tabel(reg, p.tabel)
    if t is None:
        return None
    kecuali = {baku(k) for k in p.kecuali}
    nilai: list[Fraction] = []
    milik: Fraction | None = None
    for b in t.rincian:
        y = b.butir.get(p.kolom)
        nama = _nama(t, b)
        if y is None or y.nilai is None or nama & kecuali:
            continue
        nilai.append(y.nilai)
        if baku(p.baris) in nama:
            milik = y.nilai
    return None if milik is None else 1 + sum(n > milik for n in nilai)
