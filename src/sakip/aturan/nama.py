"""Rules on names: one thing spelled in several ways, a name in the place of another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sakip.angka.notasi import kosong
from sakip.aturan.bahan.contoh import laporan, tabel, tabel_anggaran
from sakip.aturan.definisi import Keluarga, aturan
from sakip.model.indikator import Indikator
from sakip.relasi import Cetakan, Cocok, Seragam, Setiap
from sakip.teks.jarak import mirip, terdekat
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.register import Formulir, Register
    from sakip.model.laporan import Laporan
    from sakip.model.perjanjian import BarisKinerja
    from sakip.relasi import Relasi
    from sakip.teks.kalimat import Isi


Tercetak = tuple[str, "Lokasi", "Isi", "Isi"]
"""A name as printed, its place, and in words the table or form that it stands in and its line there."""

AWALAN = ("sub kegiatan ", "kegiatan ", "program ")

MIRIP_EJAAN = 0.7
"""How alike two sasaran of one indicator must be to count as spellings of one."""

MIRIP_JENJANG = 0.85
"""How alike a sasaran must be to one of the eselon above to count as a spelling of it: nothing else ties them."""

NAM = Keluarga("NAM", "Ejaan nama", "Spelling of names")

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
"""An indicator of the examples."""


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
    praktik=True,
    celah="nama dapat disingkat",
    reading="names may be shortened",
    kalimat={
        "seragam.semua": ("ejaan {banyak} nama {apa}", "spelling of {apa}: {banyak}"),
        "seragam.tertulis": ("{n} nama {apa} dalam beberapa ejaan", "{apa} in several spellings: {n}"),
        "seragam.rinci": ("{ragam}", "{ragam}"),
        "seragam.seharusnya": ("satu ejaan untuk tiap nama", "one spelling for each name"),
        "anggaran": ("anggaran", "names of budget lines"),
        "indikator": ("indikator", "names of indicators"),
        "sasaran": ("tujuan atau sasaran", "names of goals or sasaran"),
    },
)
def ejaan(reg: Register) -> Iterator[Relasi]:
    """Variants of budget names by code, of indicators by key, of sasaran by likeness; one relation a family."""
    semua = {
        "anggaran": _nama_anggaran(reg),
        "indikator": _nama_indikator(reg),
        "sasaran": _nama_sasaran(reg),
    }
    for golongan, nama in semua.items():
        if nama:
            kasus = tuple(_ragam(reg, v) for v in nama.values())
            apa = kalimat(f"{ejaan.kode}.{golongan}")
            yield Setiap(kode=ejaan.kode, kasus=kasus, rinci=True, isi={"apa": apa})


def _ejaan(nama: str) -> Laporan:
    return laporan(
        tabel=(
            tabel_anggaran("02 | Program Pelatihan Kerja | 75.000.000"),
            tabel_anggaran(f"02 | {nama} | 75.000.000", nomor="3.9"),
        )
    )


ejaan.salah(partial(_ejaan, "Program Pelatihan Tenaga Kerja"))
ejaan.benar(partial(_ejaan, "Program Pelatihan Kerja"))


def _ragam(reg: Register, ejaan: dict[str, Tercetak]) -> Seragam:
    """The spellings of one name, with a print of each."""
    cetakan = tuple(Cetakan(butir=reg.petunjuk(*c, media="tabel"), bentuk=inti) for inti, c in ejaan.items())
    tercetak = " / ".join(teks for teks, *_ in ejaan.values())
    return Seragam(cetakan=cetakan, saksi=tuple(c.butir for c in cetakan), isi={"ragam": tercetak})


def _inti(nama: str) -> str:
    inti = baku(nama)
    for awal in AWALAN:
        inti = inti.removeprefix(awal)
    return inti


def _tambah(hasil: dict[str, dict[str, Tercetak]], kunci: str, cetakan: Tercetak) -> None:
    hasil.setdefault(kunci, {}).setdefault(_inti(cetakan[0]), cetakan)


def _nama_anggaran(reg: Register) -> dict[str, dict[str, Tercetak]]:
    hasil: dict[str, dict[str, Tercetak]] = {}
    for t in reg.tabel:
        i = t.tabel.indeks("nama")
        for b in t.baris:
            if b.kode is not None and i is not None:
                sel = t.tabel.baris[b.urut].sel[i]
                _tambah(hasil, b.kode, (sel.teks, sel.lokasi, t.tabel.tempat, b.nama))
    for f in reg.formulir:
        for a, baris in zip(f.anggaran, f.pk.anggaran, strict=True):
            if a.kode is not None:
                _tambah(
                    hasil, a.kode, (baris.uraian, baris.lokasi, f.pk.tempat, kalimat("tempat.anggaran", no=baris.no))
                )
    return hasil


def _nama_indikator(reg: Register) -> dict[str, dict[str, Tercetak]]:
    hasil: dict[str, dict[str, Tercetak]] = {}
    for cetakan in _kolom(reg, "indikator", "indikator_sasaran", "indikator_tujuan"):
        ind = reg.jenis_indikator.get(baku(cetakan[0]))
        if ind is not None:
            _tambah(hasil, ind.kunci, cetakan)
    return hasil


def _nama_sasaran(reg: Register) -> dict[str, dict[str, Tercetak]]:
    """The sasaran that each indicator is printed beside: spellings of one, where they are alike."""
    hasil: dict[str, dict[str, Tercetak]] = {}
    for ind, cetakan in _sasaran(reg):
        lama = hasil.get(ind, {})
        if not lama or any(mirip(k, cetakan[0]) >= MIRIP_EJAAN for k in lama):
            _tambah(hasil, ind, cetakan)
    for atas, turunan in _sasaran_turunan(reg):
        kunci = f"jenjang {baku(atas[0])}"
        _tambah(hasil, kunci, atas)
        _tambah(hasil, kunci, turunan)
    return hasil


def _sasaran_turunan(reg: Register) -> Iterator[tuple[Tercetak, Tercetak]]:
    """Sasaran of the eselon III, each with the heading of an eselon IV form that repeats it."""
    atas = {
        baku(k.sasaran): _baris_kinerja(f, k) for f in reg.formulir_eselon("III") for k in f.pk.kinerja if k.sasaran
    }
    calon = [(kunci, c[0]) for kunci, c in atas.items()]
    for f in reg.formulir_eselon("IV"):
        for k in f.pk.kinerja:
            if k.sasaran and not k.indikator and (kunci := terdekat(k.sasaran, calon, MIRIP_JENJANG)) is not None:
                yield atas[kunci], _baris_kinerja(f, k)


def _baris_kinerja(f: Formulir, k: BarisKinerja) -> Tercetak:
    """The sasaran that a line of a form names."""
    return k.sasaran, k.lokasi, f.pk.tempat, kalimat("tempat.kinerja", no=k.no)


def _sasaran(reg: Register) -> Iterator[tuple[str, Tercetak]]:
    for t in reg.tabel:
        kolom = [i for p in ("sasaran", "tujuan") if (i := t.tabel.indeks(p)) is not None]
        for b in t.rincian:
            sel = next((s for i in kolom if not kosong((s := t.tabel.baris[b.urut].sel[i]).teks)), None)
            if b.indikator is not None and sel is not None:
                yield b.indikator.kunci, (sel.teks, sel.lokasi, t.tabel.tempat, sel.teks)
    for f in reg.formulir:
        for k, baris in zip(f.kinerja, f.pk.kinerja, strict=True):
            if k.indikator is not None and baris.sasaran:
                yield k.indikator.kunci, _baris_kinerja(f, baris)


def _kolom(reg: Register, *peran: str) -> Iterator[Tercetak]:
    for t in reg.tabel:
        for i in [i for p in peran if (i := t.tabel.indeks(p)) is not None]:
            for b in t.tabel.baris:
                sel = b.sel[i]
                if b.jenis == "rincian" and not kosong(sel.teks):
                    yield sel.teks, sel.lokasi, t.tabel.tempat, sel.teks
    for f in reg.formulir:
        for k in f.pk.kinerja:
            if k.indikator:
                yield k.indikator, k.lokasi, f.pk.tempat, kalimat("tempat.kinerja", no=k.no)


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
    praktik=True,
    celah="sasaran dapat memang dirumuskan seperti indikatornya",
    reading="the sasaran may really be worded like its indicator",
    kalimat={
        "cocok.semua": ("kolom sasaran pada {banyak} baris", "sasaran of the lines: {banyak}"),
        "cocok.kutip": ("{tertulis} ({tabel})", "{tertulis} ({tabel})"),
        "cocok.seharusnya": ("rumusan sasarannya, seperti di tabel lain", "the sasaran itself, as in other tables"),
    },
)
def sasaran_indikator(reg: Register) -> Iterator[Relasi]:
    """Rows whose sasaran spells their indicator, beside rows of the indicator that name a sasaran; one relation."""
    semua = list(_sasaran(reg))
    milik = {i.kunci: {baku(n) for n in (i.nama, *i.alias)} for i in reg.laporan.indikator}
    bernama = {ind for ind, (teks, *_) in semua if baku(teks) not in milik[ind]}
    kasus = tuple(
        Cocok(
            tertulis=cetakan[0],
            terlarang=tuple(milik[ind]) if ind in bernama else (),
            saksi=(reg.petunjuk(*cetakan, media="tabel"),),
            isi={"tabel": cetakan[2]},
        )
        for ind, cetakan in semua
    )
    if kasus:
        yield Setiap(kode=sasaran_indikator.kode, kasus=kasus)


def _sasaran_contoh(sasaran: str) -> Laporan:
    baris = ("Tumbuhnya usaha binaan | Persentase Usaha Tumbuh",)
    return laporan(
        indikator=(LULUS,),
        tabel=(
            tabel("2.1", "Sasaran Renstra", "sasaran | indikator", f"Siapnya tenaga kerja | {LULUS.nama}", *baris),
            tabel("3.1", "Sasaran Strategis", "sasaran | indikator", f"{sasaran} | {LULUS.nama}", *baris),
        ),
    )


sasaran_indikator.salah(partial(_sasaran_contoh, "Persentase Peserta Lulus"))
sasaran_indikator.benar(partial(_sasaran_contoh, "Siapnya tenaga kerja"))
