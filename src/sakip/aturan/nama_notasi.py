"""Rules on names and notation: one thing spelled in several ways, mixed decimal marks, malformed figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sakip.angka.notasi import kosong
from sakip.aturan.definisi import Aturan, Keluarga, aturan
from sakip.relasi import Syarat
from sakip.teks.nama import baku, mirip, terdekat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.register import Butir, Register
    from sakip.model.perjanjian import BarisKinerja
    from sakip.relasi import Relasi


Cetakan = tuple[str, "Lokasi", str]
"""A name as printed, its place, and the place in words."""

AWALAN = ("sub kegiatan ", "kegiatan ", "program ")

MIRIP_EJAAN = 0.7
"""How alike two sasaran of one indicator must be to count as spellings of one."""

MIRIP_JENJANG = 0.85
"""How alike a sasaran must be to one of the eselon above to count as a spelling of it: nothing else ties them."""

_TITIK_DESIMAL = re.compile(r"^\D*\d+\.\d{1,2}\D*$")


NAM = Keluarga("NAM", "Ejaan nama", "Spelling of names")

NOT = Keluarga("NOT", "Penulisan angka", "Notation")


@aturan(
    kode="NAM01",
    daftar_uji=("T.1",),
    judul="Satu nama dengan beberapa ejaan",
    title="One name in several spellings",
    memeriksa="Program, kegiatan, sub kegiatan, indikator, dan sasaran ditulis sama di semua tabel dan formulir.",
    checks="Programs, kegiatan, indicators and sasaran are spelled alike in all tables and forms.",
    penting="Nama yang berbeda dari nomenklatur menyulitkan penelusuran antar dokumen.",
    matters="A name unlike the nomenclature is hard to trace between documents.",
    keparahan="catatan",
    dasar=("kepmendagri_900_2024",),
    celah="nama dapat disingkat",
    reading="names may be shortened",
)
def ejaan(reg: Register) -> Iterator[Relasi]:
    """Variants of budget names by code, of indicators by key, of sasaran by likeness; one relation a family."""
    semua = {
        "anggaran": _nama_anggaran(reg),
        "indikator": _nama_indikator(reg),
        "tujuan atau sasaran": _nama_sasaran(reg),
    }
    for keluarga, nama in semua.items():
        ragam = {k: v for k, v in nama.items() if len(v) > 1}
        if not nama:
            continue
        bukti = [reg.petunjuk(*c, "tabel") for v in ragam.values() for c in v.values()]
        yield Syarat(
            kode=ejaan.kode,
            uraian=f"ejaan {len(nama)} nama {keluarga}",
            terpenuhi=not ragam,
            bukti=tuple(bukti),
            tertulis=f"{len(ragam)} nama {keluarga} dalam beberapa ejaan",
            rincian=tuple(" / ".join(t for t, _, _ in v.values()) for v in ragam.values()),
            seharusnya="satu ejaan untuk tiap nama",
        )


def _inti(nama: str) -> str:
    inti = baku(nama)
    for awal in AWALAN:
        inti = inti.removeprefix(awal)
    return inti


def _tambah(hasil: dict[str, dict[str, Cetakan]], kunci: str, teks: str, lokasi: Lokasi, tempat: str) -> None:
    hasil.setdefault(kunci, {}).setdefault(_inti(teks), (teks, lokasi, tempat))


def _nama_anggaran(reg: Register) -> dict[str, dict[str, Cetakan]]:
    hasil: dict[str, dict[str, Cetakan]] = {}
    for t in reg.tabel:
        i = t.tabel.indeks("nama")
        for b in t.baris:
            if b.kode is not None and i is not None:
                sel = t.tabel.baris[b.urut].sel[i]
                _tambah(hasil, b.kode, sel.teks, sel.lokasi, f"{t.tabel.sebutan}, {b.nama}")
    for f in reg.formulir:
        for a, baris in zip(f.anggaran, f.pk.anggaran, strict=True):
            if a.kode is not None:
                _tambah(hasil, a.kode, baris.uraian, baris.lokasi, f"{f.pk.sebutan}, anggaran {baris.no}")
    return hasil


def _nama_indikator(reg: Register) -> dict[str, dict[str, Cetakan]]:
    hasil: dict[str, dict[str, Cetakan]] = {}
    for teks, lokasi, tempat in _kolom(reg, "indikator", "indikator_sasaran", "indikator_tujuan"):
        ind = reg.jenis_indikator.get(baku(teks))
        if ind is not None:
            _tambah(hasil, ind.kunci, teks, lokasi, tempat)
    return hasil


def _nama_sasaran(reg: Register) -> dict[str, dict[str, Cetakan]]:
    """The sasaran that each indicator is printed beside: spellings of one, where they are alike."""
    hasil: dict[str, dict[str, Cetakan]] = {}
    for ind, teks, lokasi, tempat in _sasaran(reg):
        lama = hasil.get(ind, {})
        if not lama or any(mirip(k, teks) >= MIRIP_EJAAN for k in lama):
            _tambah(hasil, ind, teks, lokasi, tempat)
    for baris, tempat, atas in _sasaran_turunan(reg):
        _tambah(hasil, f"jenjang {baku(atas.sasaran)}", atas.sasaran, atas.lokasi, f"PK eselon III, {atas.no}")
        _tambah(hasil, f"jenjang {baku(atas.sasaran)}", baris.sasaran, baris.lokasi, tempat)
    return hasil


def _sasaran_turunan(reg: Register) -> Iterator[tuple[BarisKinerja, str, BarisKinerja]]:
    """Sasaran that an eselon IV form repeats as a heading from the eselon above, with the line they come from."""
    atas = {baku(k.sasaran): k for f in reg.formulir_eselon("III") for k in f.pk.kinerja if k.sasaran}
    calon = [(kunci, k.sasaran) for kunci, k in atas.items()]
    for f in reg.formulir_eselon("IV"):
        for k in f.pk.kinerja:
            if k.sasaran and not k.indikator and (kunci := terdekat(k.sasaran, calon, MIRIP_JENJANG)) is not None:
                yield k, f"{f.pk.sebutan}, kinerja {k.no}", atas[kunci]


def _sasaran(reg: Register) -> Iterator[tuple[str, str, Lokasi, str]]:
    for t in reg.tabel:
        kolom = [i for p in ("sasaran", "tujuan") if (i := t.tabel.indeks(p)) is not None]
        for b in t.rincian:
            sel = next((s for i in kolom if not kosong((s := t.tabel.baris[b.urut].sel[i]).teks)), None)
            if b.indikator is not None and sel is not None:
                yield b.indikator.kunci, sel.teks, sel.lokasi, f"{t.tabel.sebutan}, {sel.teks}"
    for f in reg.formulir:
        for k, baris in zip(f.kinerja, f.pk.kinerja, strict=True):
            if k.indikator is not None and baris.sasaran:
                yield k.indikator.kunci, baris.sasaran, baris.lokasi, f"{f.pk.sebutan}, kinerja {baris.no}"


@aturan(
    kode="NAM02",
    daftar_uji=("III.1", "III.2", "T.1"),
    judul="Kolom sasaran berisi nama indikator",
    title="The name of the indicator in the place of the sasaran",
    memeriksa="Sasaran sebuah indikator tidak diisi nama indikatornya bila tabel lain menyebut sasarannya.",
    checks="The sasaran of an indicator is not filled with its own name where another table names the sasaran.",
    penting="Sasaran yang hilang memutus hubungan indikator dengan rencana.",
    matters="Without its sasaran an indicator is cut off from the plan.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="sasaran dapat memang dirumuskan seperti indikatornya",
    reading="the sasaran may really be worded like its indicator",
)
def sasaran_indikator(reg: Register) -> Iterator[Relasi]:
    """Rows whose sasaran spells their indicator, beside rows of the indicator that name a sasaran; one relation."""
    semua = list(_sasaran(reg))
    milik = {i.kunci: {baku(n) for n in (i.nama, *i.alias)} for i in reg.laporan.indikator}
    bernama = {ind for ind, teks, _, _ in semua if baku(teks) not in milik[ind]}
    salah = [(t, lokasi, tempat) for ind, t, lokasi, tempat in semua if ind in bernama and baku(t) in milik[ind]]
    if semua:
        yield Syarat(
            kode=sasaran_indikator.kode,
            uraian=f"kolom sasaran pada {len(semua)} baris",
            terpenuhi=not salah,
            bukti=tuple(reg.petunjuk(*c, "tabel") for c in salah),
            tertulis="; ".join(f"{teks} ({tempat.split(',')[0]})" for teks, _, tempat in salah),
            seharusnya="rumusan sasarannya, seperti di tabel lain",
        )


def _kolom(reg: Register, *peran: str) -> Iterator[Cetakan]:
    for t in reg.tabel:
        for i in [i for p in peran if (i := t.tabel.indeks(p)) is not None]:
            for b in t.tabel.baris:
                sel = b.sel[i]
                if b.jenis == "rincian" and not kosong(sel.teks):
                    yield sel.teks, sel.lokasi, f"{t.tabel.sebutan}, {sel.teks}"
    for f in reg.formulir:
        for k in f.pk.kinerja:
            if k.indikator:
                yield k.indikator, k.lokasi, f"{f.pk.sebutan}, kinerja {k.no}"


@aturan(
    kode="NOT01",
    daftar_uji=("T.1",),
    sifat=frozenset({"tanda_desimal"}),
    judul="Tanda desimal bercampur",
    title="Mixed decimal marks",
    memeriksa="Angka desimal ditulis dengan koma di seluruh laporan.",
    checks="Decimals are written with a comma throughout.",
    penting="Titik sebagai desimal dapat terbaca sebagai ribuan.",
    matters="A point for decimals can be read as thousands.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="angka dapat disalin dari aplikasi berbahasa Inggris",
    reading="figures may be copied from software in English",
)
def desimal(reg: Register) -> Iterator[Relasi]:
    """Figures whose only separator is a decimal point, in a report that otherwise writes commas."""
    koma = any("," in b.teks and b.desimal for b in reg.butir if b.berangka)
    titik = [b for b in reg.butir if b.berangka and b.desimal and _TITIK_DESIMAL.match(b.teks)]
    if koma:
        tempat = sorted({b.tempat.split(",")[0] for b in titik})
        yield Syarat(
            kode=desimal.kode,
            uraian="semua desimal bertanda koma",
            terpenuhi=not titik,
            bukti=tuple(titik),
            tertulis=f"{len(titik)} angka berdesimal titik, antara lain {titik[0].teks} ({', '.join(tempat)})"
            if titik
            else "",
            seharusnya="koma sebagai tanda desimal",
        )


@aturan(
    kode="NOT02",
    daftar_uji=("T.1",),
    judul="Penulisan rupiah tidak baku",
    title="Malformed amounts of money",
    memeriksa="Sen ditulis dengan dua angka.",
    checks="Sen are written with two digits.",
    penting="Angka yang terpotong dapat menyembunyikan nilai lain.",
    matters="A figure cut short may hide another value.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="satu angka nol dapat terhapus",
    reading="a zero may have been deleted",
)
def rupiah(reg: Register) -> Iterator[Relasi]:
    """Money printed with one decimal, or more than two."""
    uang = [b for b in reg.butir if b.berangka and b.peran.jenis == "rupiah"]
    salah = [b for b in uang if b.desimal not in {0, 2}]
    if uang:
        yield Syarat(
            kode=rupiah.kode,
            uraian=f"{len(uang)} nilai rupiah tanpa sen atau bersen dua angka",
            terpenuhi=not salah,
            bukti=tuple(salah),
            tertulis="; ".join(f"{b.teks} ({b.tempat.split(',')[0]})" for b in salah),
            seharusnya="tanpa sen atau sen dua angka",
        )


potongan = Aturan(
    kode="NOT03",
    daftar_uji=("T.1",),
    sifat=frozenset({"potongan"}),
    judul="Dipotong, bukan dibulatkan",
    title="Cut off instead of rounded",
    memeriksa="Hasil perhitungan dibulatkan setengah ke atas, bukan dipotong.",
    checks="Results are rounded half-up, not cut off.",
    penting="Cara membulatkan yang berbeda-beda membuat angka yang sama tercetak berbeda.",
    matters="Rounding in several ways prints one figure in several values.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="aplikasi dapat memotong desimal",
    reading="software may cut decimals off",
)


@aturan(
    kode="NOT04",
    daftar_uji=("T.1",),
    judul="Tanda persen bercampur dalam satu kolom",
    title="Percent signs mixed in one column",
    memeriksa="Dalam satu kolom persentase semua angka bertanda persen atau semuanya tidak.",
    checks="In a column of percentages all figures bear the sign or none does.",
    penting="Angka tanpa tanda di antara yang bertanda dapat terbaca sebagai nilai.",
    matters="A figure without the sign among others with it may be read as a score.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="hanya soal penulisan",
    reading="a matter of style only",
)
def tanda_persen(reg: Register) -> Iterator[Relasi]:
    """Columns of achievements, shares and absorption; one relation for all that mix."""
    salah: list[Butir] = []
    banyak = 0
    for t in reg.tabel:
        for kolom in t.tabel.kolom:
            if kolom.peran.jenis != "persen":
                continue
            banyak += 1
            isi = [x for b in t.baris if (x := b.butir.get(kolom.kunci)) is not None and x.berangka]
            bertanda = [x for x in isi if "%" in x.teks]
            tanpa = [x for x in isi if "%" not in x.teks]
            if bertanda and tanpa:
                salah += bertanda if len(bertanda) < len(tanpa) else tanpa
    if banyak:
        yield Syarat(
            kode=tanda_persen.kode,
            uraian=f"{banyak} kolom persentase seragam",
            terpenuhi=not salah,
            bukti=tuple(salah),
            tertulis="; ".join(f"{b.teks} ({b.tempat.split(',')[0]})" for b in salah),
            seharusnya="seragam dalam satu kolom",
        )
