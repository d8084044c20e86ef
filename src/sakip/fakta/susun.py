"""From a report to its register of facts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sakip.angka import Angka, Jenis
from sakip.fakta.formulir import susun_formulir
from sakip.fakta.kode import PenyusunKode
from sakip.fakta.nama import baku
from sakip.fakta.register import ANGGARAN, BarisFakta, Butir, Kunci, Register, TabelFakta
from sakip.model.peran import PERAN
from sakip.model.sel import Sel

if TYPE_CHECKING:
    from sakip.model.indikator import Indikator
    from sakip.model.laporan import Laporan
    from sakip.model.narasi import Klaim, Rujukan
    from sakip.model.peran import Kolom
    from sakip.model.tabel import Baris, Tabel

__all__ = ["subjek_rerata", "susun"]

TARGET_TETAP = frozenset({"target_akhir", "kondisi_awal"})
"""Roles that belong to the plan, not to a year."""

_NOMOR = re.compile(r"\s*\(?(\d{1,4})\b(?![.,]\d)")

_MENURUT = re.compile(r"\b(berdasarkan|menurut|per)\b")


def susun(laporan: Laporan) -> Register:
    """Enter every figure of `laporan` into a register."""
    reg = Register(laporan)
    for ind in laporan.indikator:
        for nama in (ind.nama, *ind.alias):
            reg.jenis_indikator.setdefault(baku(nama), ind)
    for tabel in laporan.tabel:
        reg.tabel.append(_susun_tabel(reg, tabel))
    for pk in laporan.perjanjian:
        reg.formulir.append(susun_formulir(reg, pk))
    _susun_hitungan(reg)
    for klaim in laporan.narasi:
        reg.klaim.append((klaim, _catat_klaim(reg, klaim)))
    return reg


def subjek_rerata(kunci: list[str]) -> str:
    """The subject of a mean: the set of what it is taken over."""
    return "rerata:" + "+".join(sorted(kunci))


def _ranah(tabel: Tabel) -> str:
    """What a table of counts is about: its title up to `berdasarkan`, so that two views of one thing meet."""
    return _MENURUT.split(baku(tabel.judul), maxsplit=1)[0].strip() or tabel.sebutan


def _wadah(tabel: Tabel) -> str:
    """The table in words that survive renumbering: its title, else its columns."""
    return baku(tabel.judul) or " ".join(k.kunci for k in tabel.kolom)


def _susun_tabel(reg: Register, tabel: Tabel) -> TabelFakta:
    i = tabel.indeks("kode")
    penyusun = PenyusunKode.untuk(b.sel[i].teks for b in tabel.baris if i is not None and b.jenis == "rincian")
    ranah = _ranah(tabel)
    kelompok = ""
    hasil: list[BarisFakta] = []
    sejak: list[BarisFakta] = []  # the lines a following mean or subtotal is about
    for urut, baris in enumerate(tabel.baris):
        if baris.jenis in {"judul", "nomor"}:
            continue
        if baris.jenis == "kelompok":
            kelompok = " ".join(s.teks for s in baris.sel if s.teks).strip(" :")
            sejak = []
            continue
        bf = _susun_baris(reg, tabel, baris, urut, ranah, kelompok, penyusun, sejak, hasil)
        hasil.append(bf)
        if baris.jenis == "rincian":
            sejak.append(bf)
        elif baris.jenis in {"subtotal", "rerata"}:
            sejak = []
    return TabelFakta(tabel, tuple(hasil), _deret_nomor(reg, tabel))


def _deret_nomor(reg: Register, tabel: Tabel) -> tuple[tuple[Butir, ...], ...]:
    """The printed numbers of the columns, and those of the lines from one heading to the next."""
    deret: list[list[Butir]] = []
    for baris in tabel.baris:
        if baris.jenis == "nomor":
            kolom = (_catat_nomor(reg, tabel, s, "nomor kolom") for s in baris.sel)
            deret.append([b for b in kolom if b is not None])
    for nama in ("no", "no_indikator"):
        i = tabel.indeks(nama)
        if i is None:
            continue
        deret.append([])
        for baris in tabel.baris:
            if baris.jenis == "kelompok" and nama == "no":
                deret.append([])
            elif baris.jenis == "rincian" and (b := _catat_nomor(reg, tabel, baris.sel[i], "nomor baris")) is not None:
                deret[-1].append(b)
    return tuple(tuple(d) for d in deret if d)


def _catat_nomor(reg: Register, tabel: Tabel, sel: Sel, sebut: str) -> Butir | None:
    cocok = _NOMOR.match(sel.teks)
    if cocok is None:
        return None
    return reg.catat(
        Sel(sel.teks, Angka.baca(cocok.group(1), Jenis.CACAH), sel.lokasi),
        PERAN["nomor"],
        nama=f"{sebut} {sel.teks}",
        tempat=f"{tabel.sebutan}, {sebut} {sel.teks}",
        wadah=_wadah(tabel),
    )


def _teks(tabel: Tabel, baris: Baris, *peran: str) -> str:
    for p in peran:
        i = tabel.indeks(p)
        if i is not None and baris.sel[i].teks.strip(" -"):
            return baris.sel[i].teks
    return ""


def _susun_baris(
    reg: Register,
    tabel: Tabel,
    baris: Baris,
    urut: int,
    ranah: str,
    kelompok: str,
    penyusun: PenyusunKode,
    sejak: list[BarisFakta],
    semua: list[BarisFakta],
) -> BarisFakta:
    nama = _teks(tabel, baris, "indikator", "indikator_sasaran", "indikator_tujuan", "nama", "sasaran", "kategori")
    kode_cetak = _teks(tabel, baris, "kode")
    kode: str | None = None
    ind: Indikator | None = None
    if baris.jenis == "rincian":
        if kode_cetak:
            kode = penyusun.lengkap(kode_cetak, nama)
            if kode is not None:
                reg.nama_kode.setdefault(kode, []).append(nama)
        elif tabel.indeks("indikator") is not None or tabel.indeks("indikator_sasaran") is not None:
            ind = reg.jenis_indikator.get(baku(nama))
        subjek = _subjek(tabel, nama, kode, ind, ranah)
    elif baris.jenis in {"rerata", "rerata_total"}:
        atas = sejak if baris.jenis == "rerata" else [b for b in semua if b.jenis == "rincian"]
        subjek = subjek_rerata([b.subjek for b in atas])
    else:
        anggaran = tabel.indeks("kode") is not None or tabel.indeks("pagu_capaian") is not None
        subjek = ANGGARAN if anggaran else f"{ranah}|{baris.jenis} {kelompok}".strip()
    sebut = f"{kode_cetak} {nama}".strip() or baris.jenis
    butir: dict[str, Butir] = {}
    for kolom, sel in zip(tabel.kolom, baris.sel, strict=True):
        if not sel.teks or (kolom.peran.jenis is None and kolom.peran.nama != "kategori"):
            continue
        butir[kolom.kunci] = _catat_sel(reg, tabel, kolom, sel, subjek, sebut, urut)
    return BarisFakta(baris.jenis, sebut, subjek, urut, kelompok, butir, kode, ind)


def _subjek(tabel: Tabel, nama: str, kode: str | None, ind: Indikator | None, ranah: str) -> str:
    if kode is not None:
        return kode
    if ind is not None:
        return ind.kunci
    if tabel.indeks("indikator") is not None:
        return f"indikator:{baku(nama)}"
    if any(k.peran.nama in {"pagu", "pagu_murni", "realisasi_anggaran"} for k in tabel.kolom):
        return f"belanja:{baku(nama)}"
    return f"{ranah}|{baku(nama)}"


def _periode(reg: Register, kolom: Kolom) -> int | None:
    if kolom.peran.nama in TARGET_TETAP and kolom.periode is None:
        return None
    return kolom.periode or reg.laporan.tahun


def _catat_sel(reg: Register, tabel: Tabel, kolom: Kolom, sel: Sel, subjek: str, sebut: str, urut: int) -> Butir:
    periode = _periode(reg, kolom)
    nama_peran = f"{kolom.peran.nama}:{kolom.label}" if kolom.label else kolom.peran.nama
    tahun = f" {kolom.periode}" if kolom.periode and kolom.periode != reg.laporan.tahun else ""
    label = f" {kolom.label}" if kolom.label else ""
    return reg.catat(
        sel,
        kolom.peran,
        nama=f"{kolom.peran.sebutan}{label}{tahun} {sebut}",
        tempat=f"{tabel.sebutan}, {sebut}, kolom {kolom.judul or kolom.kunci}",
        wadah=_wadah(tabel),
        kunci=Kunci(subjek, nama_peran, periode),
        susunan=(f"{tabel.sebutan}|{kolom.kunci}", urut),
    )


def _susun_hitungan(reg: Register) -> None:
    """The printed calculations: components of realisations and the steps of the efficiency."""
    lap = reg.laporan
    for k in lap.komponen:
        ind = next((i for i in lap.indikator if i.kunci == k.indikator), None)
        sebut = ind.nama if ind else k.indikator
        tempat = f"Perhitungan {sebut}"
        periode = k.periode or lap.tahun
        for bagian, suku in (("pembilang", k.pembilang), ("penyebut", k.penyebut)):
            for n, s in enumerate(suku):
                label = "" if n == 0 else f":{n + 1}"
                reg.catat(
                    s.nilai,
                    PERAN[bagian],
                    nama=f"{bagian} {sebut}",
                    tempat=f"{tempat}, {bagian}",
                    wadah=tempat,
                    kunci=Kunci(k.indikator, bagian + label, periode),
                    media="hitungan",
                )
        if k.hasil is not None:
            reg.catat(
                k.hasil,
                PERAN["realisasi"],
                nama=f"realisasi {sebut}",
                tempat=f"{tempat}, hasil",
                wadah=tempat,
                kunci=Kunci(k.indikator, "realisasi", periode),
                media="hitungan",
            )
    _susun_efisiensi(reg)


def _susun_efisiensi(reg: Register) -> None:
    e = reg.laporan.efisiensi
    if e is None:
        return
    tempat = "Perhitungan efisiensi"
    cetakan: list[tuple[Sel | None, str, str]] = [
        (e.pembilang, "selisih_efisiensi", "pembilang E"),
        (e.penyebut, "pagu_capaian", "penyebut E"),
        *((s, "efisiensi", "E") for s in e.hasil),
        *((s, "nilai_efisiensi", "Nilai Efisiensi") for s in e.nilai),
    ]
    for sel, peran, sebut in cetakan:
        if sel is not None:
            reg.catat(
                sel,
                PERAN[peran],
                nama=sebut,
                tempat=f"{tempat}, {sebut}",
                wadah=tempat,
                kunci=Kunci(ANGGARAN, peran, reg.laporan.tahun),
                media="hitungan",
            )
    for langkah in e.langkah:
        reg.catat(
            langkah.tertulis,
            PERAN["persen"],
            nama=f"langkah {langkah.tertulis.teks}",
            tempat=f"{tempat}, langkah {langkah.tertulis.teks}",
            wadah=tempat,
            kunci=Kunci(ANGGARAN, langkah.arti, reg.laporan.tahun),
            media="hitungan",
        )
    for sel in e.kategori:
        reg.catat(
            sel,
            PERAN["kategori"],
            nama="kategori Nilai Efisiensi",
            tempat=f"{tempat}, kategori",
            wadah=tempat,
            kunci=Kunci(ANGGARAN, "kategori_efisiensi", reg.laporan.tahun),
            media="hitungan",
        )


def kunci_rujukan(reg: Register, r: Rujukan) -> Kunci:
    """The fact that a reference of a claim means."""
    subjek = r.subjek
    if subjek.startswith("rerata_"):
        jenis = subjek.removeprefix("rerata_")
        subjek = subjek_rerata([i.kunci for i in reg.laporan.indikator if i.jenis == jenis])
    peran = r.peran.partition(":")[0]
    periode = r.periode or (None if peran in TARGET_TETAP else reg.laporan.tahun)
    return Kunci(subjek, r.peran, periode)


def _catat_klaim(reg: Register, klaim: Klaim) -> Butir:
    kunci = kunci_rujukan(reg, klaim.fakta) if klaim.fakta else None
    peran = PERAN["angka"]
    if klaim.fakta is not None:
        peran = PERAN.get(klaim.fakta.peran.partition(":")[0], peran)
    elif klaim.hitung is not None or klaim.peringkat is not None:
        peran = PERAN["cacah"]
    elif klaim.tertulis.angka is None:
        peran = PERAN["kategori"]
    elif klaim.tahun_laporan:
        peran = PERAN["tahun"]
    elif not klaim.tertulis.teks.rstrip().endswith("%"):
        peran = PERAN["jumlah"]
    sebutan = {"kategori": "kategori", "tahun": "tahun"}.get(peran.nama, "angka")
    bagian = f" {klaim.bagian}" if klaim.bagian else ""
    tahun = f" {kunci.periode}" if kunci and kunci.periode not in {None, reg.laporan.tahun} else ""
    return reg.catat(
        klaim.tertulis,
        peran,
        nama=f"{peran.sebutan}{tahun} {reg.sebut(kunci.subjek)}" if kunci else f"{sebutan} dalam narasi",
        tempat=f"Narasi{bagian}",
        wadah=f"narasi{bagian}",
        kunci=kunci,
        susunan=(f"narasi|{klaim.bagian}", klaim.lokasi.asal or klaim.lokasi.baris or 0),
        media="narasi",
    )
