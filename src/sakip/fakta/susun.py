"""From a report to its register of facts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sakip.angka import Angka, Jenis
from sakip.fakta.formulir import nama_menurut_tingkat, susun_formulir
from sakip.fakta.kode import PenyusunKode
from sakip.fakta.nama import baku
from sakip.fakta.register import ANGGARAN, BarisFakta, Butir, Kunci, Letak, Register, TabelFakta
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

NAMA = ("indikator", "indikator_sasaran", "indikator_tujuan", "nama", "sasaran", "kategori")
"""Roles of the columns that name a line, the best first."""

_NOMOR = re.compile(r"\s*\(?(\d{1,4})\b(?![.,]\d)")

_MENURUT = re.compile(r"\b(berdasarkan|menurut|per)\b")


def susun(laporan: Laporan) -> Register:
    """Enter every figure of `laporan` into a register."""
    reg = Register(laporan)
    for ind in laporan.indikator:
        reg.indikator.setdefault(ind.kunci, ind)
        for nama in (ind.nama, *ind.alias):
            reg.jenis_indikator.setdefault(baku(nama), ind)
    for tabel in laporan.tabel:
        reg.tabel.append(_PenyusunTabel(reg, tabel).susun())
    baris_anggaran = nama_menurut_tingkat(reg)
    for pk in laporan.perjanjian:
        reg.formulir.append(susun_formulir(reg, pk, baris_anggaran))
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


class _PenyusunTabel:
    """Enters a table, line by line. What is the same for all lines is looked up once."""

    def __init__(self, reg: Register, tabel: Tabel) -> None:
        self.reg = reg
        self.tabel = tabel
        self.ranah = _ranah(tabel)
        self.letak = [_letak(reg, tabel, k) for k in tabel.kolom]
        self.kolom_nama = [i for p in NAMA if (i := tabel.indeks(p)) is not None]
        self.kolom_kode = [i for p in ("kode",) if (i := tabel.indeks(p)) is not None]
        rincian = [b for b in tabel.baris if b.jenis == "rincian"]
        self.kode = PenyusunKode.untuk(b.sel[i].teks for i in self.kolom_kode for b in rincian)
        self.berindikator = any(tabel.indeks(p) is not None for p in ("indikator", "indikator_sasaran"))
        self.beranggaran = bool(self.kolom_kode) or tabel.indeks("pagu_capaian") is not None
        self.lain = self._lain()
        self.kelompok = ""
        self.baris: list[BarisFakta] = []
        self.sejak: list[BarisFakta] = []  # the lines a following mean or subtotal is about

    def susun(self) -> TabelFakta:
        """Every line with its figures."""
        for urut, baris in enumerate(self.tabel.baris):
            if baris.jenis in {"judul", "nomor"}:
                continue
            if baris.jenis == "kelompok":
                self.kelompok = " ".join(s.teks for s in baris.sel if s.teks).strip(" :")
                self.sejak = []
                continue
            bf = self._susun_baris(baris, urut)
            self.baris.append(bf)
            if baris.jenis == "rincian":
                self.sejak.append(bf)
            elif baris.jenis in {"subtotal", "rerata"}:
                self.sejak = []
        return TabelFakta(self.tabel, tuple(self.baris), _deret_nomor(self.reg, self.tabel))

    def _susun_baris(self, baris: Baris, urut: int) -> BarisFakta:
        nama, kode_cetak = _tercetak(baris, self.kolom_nama), _tercetak(baris, self.kolom_kode)
        kode: str | None = None
        ind: Indikator | None = None
        if baris.jenis == "rincian":
            if kode_cetak:
                kode = self.kode.lengkap(kode_cetak, nama)
                if kode is not None:
                    self.reg.nama_kode.setdefault(kode, []).append(nama)
            elif self.berindikator:
                ind = self.reg.jenis_indikator.get(baku(nama))
            subjek = kode or (ind.kunci if ind is not None else f"{self.lain}{baku(nama)}")
        elif baris.jenis in {"rerata", "rerata_total"}:
            atas = self.sejak if baris.jenis == "rerata" else [b for b in self.baris if b.jenis == "rincian"]
            subjek = subjek_rerata([b.subjek for b in atas])
        else:
            subjek = ANGGARAN if self.beranggaran else f"{self.ranah}|{baris.jenis} {self.kelompok}".strip()
        sebut = f"{kode_cetak} {nama}".strip() or baris.jenis
        butir = {
            kunci: self.reg.masukkan(sel, letak, sebut, subjek, urut)
            for (kunci, letak), sel in zip(self.letak, baris.sel, strict=True)
            if letak is not None and sel.teks
        }
        return BarisFakta(baris.jenis, sebut, subjek, urut, self.kelompok, butir, kode, ind)

    def _lain(self) -> str:
        """What goes before the name of a line that is neither a budget line nor a known indicator."""
        if self.tabel.indeks("indikator") is not None:
            return "indikator:"
        if any(k.peran.nama in {"pagu", "pagu_murni", "realisasi_anggaran"} for k in self.tabel.kolom):
            return "belanja:"
        return f"{self.ranah}|"


def _tercetak(baris: Baris, kolom: list[int]) -> str:
    """What the first of these columns that is filled prints."""
    return next((t for i in kolom if (t := baris.sel[i].teks).strip(" -")), "")


def _letak(reg: Register, tabel: Tabel, kolom: Kolom) -> tuple[str, Letak | None]:
    """The key of a column, and what its prints have in common; None where it has no figures."""
    if kolom.peran.jenis is None and kolom.peran.nama != "kategori":
        return kolom.kunci, None
    label = f" {kolom.label}" if kolom.label else ""
    tahun = f" {kolom.periode}" if kolom.periode and kolom.periode != reg.laporan.tahun else ""
    tetap = kolom.peran.nama in TARGET_TETAP and kolom.periode is None
    return kolom.kunci, Letak(
        kolom.peran,
        nama=(f"{kolom.peran.sebutan}{label}{tahun} ", ""),
        tempat=(f"{tabel.sebutan}, ", f", kolom {kolom.judul or kolom.kunci}"),
        wadah=_wadah(tabel),
        fakta=f"{kolom.peran.nama}:{kolom.label}" if kolom.label else kolom.peran.nama,
        periode=None if tetap else kolom.periode or reg.laporan.tahun,
        susunan=f"{tabel.sebutan}|{kolom.kunci}",
    )


def _deret_nomor(reg: Register, tabel: Tabel) -> tuple[tuple[Butir, ...], ...]:
    """The printed numbers of the columns, and those of the lines from one heading to the next."""
    deret: list[list[Butir]] = []
    letak = _letak_nomor(tabel, "nomor kolom")
    for baris in tabel.baris:
        if baris.jenis == "nomor":
            kolom = (_catat_nomor(reg, letak, s) for s in baris.sel)
            deret.append([b for b in kolom if b is not None])
    letak = _letak_nomor(tabel, "nomor baris")
    for nama in ("no", "no_indikator"):
        i = tabel.indeks(nama)
        if i is None:
            continue
        deret.append([])
        for baris in tabel.baris:
            if baris.jenis == "kelompok" and nama == "no":
                deret.append([])
            elif baris.jenis == "rincian" and (b := _catat_nomor(reg, letak, baris.sel[i])) is not None:
                deret[-1].append(b)
    return tuple(tuple(d) for d in deret if d)


def _letak_nomor(tabel: Tabel, sebut: str) -> Letak:
    return Letak(PERAN["nomor"], (f"{sebut} ", ""), (f"{tabel.sebutan}, {sebut} ", ""), _wadah(tabel))


def _catat_nomor(reg: Register, letak: Letak, sel: Sel) -> Butir | None:
    cocok = _NOMOR.match(sel.teks)
    if cocok is None:
        return None
    return reg.masukkan(Sel(sel.teks, Angka.baca(cocok.group(1), Jenis.CACAH), sel.lokasi), letak, sel.teks)


def _susun_hitungan(reg: Register) -> None:
    """The printed calculations: components of realisations and the steps of the efficiency."""
    lap = reg.laporan
    for k in lap.komponen:
        ind = reg.indikator.get(k.indikator)
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
    nama = f"{peran.sebutan}{tahun} {reg.sebut(kunci.subjek)}" if kunci else f"{sebutan} dalam narasi"
    subjek, fakta, periode = kunci or (None, "", None)
    letak = Letak(
        peran,
        nama=(nama,),
        tempat=(f"Narasi{bagian}",),
        wadah=f"narasi{bagian}",
        fakta=fakta,
        periode=periode,
        susunan=f"narasi|{klaim.bagian}",
        media="narasi",
    )
    return reg.masukkan(klaim.tertulis, letak, subjek=subjek, ke=klaim.lokasi.asal or klaim.lokasi.baris or 0)
