"""Rules on series: the same targets under the same years, the end of the plan, the value at its start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.anggaran import PERAN_JUMLAH
from sakip.aturan.definisi import Keluarga, aturan
from sakip.aturan.jenjang import baca_jenjang
from sakip.relasi import Sama, Syarat
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.relasi import Relasi


GESERAN = (1, -1, 2, -2)
"""Years by which a series is looked for when it does not stand under its own."""


SER = Keluarga("SER", "Deret target", "Series of targets")


@aturan(
    kode="SER01",
    judul="Deret target Renstra dan IKU",
    title="Target series of the plan and of the main indicators",
    memeriksa="Target tahunan indikator pada penetapan IKU sama dengan target Renstra pada tahun yang sama.",
    checks="Yearly targets of the main indicators equal those of the plan in the same year.",
    penting="Deret yang bergeser setahun membuat capaian diukur terhadap target tahun lain.",
    matters="A series shifted by a year has achievement measured against another year's target.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": (
            "target {nama} {tahun} menurut Renstra dan IKU",
            "target of {nama} {tahun} by the Renstra and the IKU",
        ),
        "geser": ("deret target {n} indikator di bawah tahun yang sama", "series of targets under the same years: {n}"),
        "tertulis": ("{n} deret target di bawah tahun {tahun}", "series of targets under the years {tahun}: {n}"),
        "seharusnya": ("di bawah tahun {tahun}, seperti {tabel}", "under the years {tahun}, as in {tabel}"),
    },
    celah="penetapan IKU dapat memuat target yang memang berbeda dari Renstra",
    reading="the main indicators may have been set targets other than the plan's",
)
def deret(reg: Register) -> Iterator[Relasi]:
    """target_iku@Y = target_renstra@Y; when all stand under another year, one relation that says which."""
    kode = deret.kode
    iku = _deret(reg, "target_iku")
    renstra = _deret(reg, "target_renstra")
    pasangan = [(s, t, b, renstra[s][t]) for s in iku if s in renstra for t, b in iku[s].items() if t in renstra[s]]
    geser = next((g for g in GESERAN if _bergeser(iku, renstra, g)), 0)
    if geser and any(b.nilai != r.nilai for *_, b, r in pasangan):
        bersama = [s for s in iku if s in renstra]
        tahun = sorted({t for s in bersama for t in iku[s]})
        bukti = [b for s in bersama for b in iku[s].values()] + [b for s in bersama for b in renstra[s].values()]
        yield Syarat(
            kode=kode,
            uraian=kalimat(f"{kode}.geser", n=len(bersama)),
            terpenuhi=False,
            bukti=tuple(bukti),
            menguji=True,
            tertulis=kalimat(f"{kode}.tertulis", n=len(bersama), tahun=f"{tahun[0]}–{tahun[-1]}"),
            seharusnya=kalimat(
                f"{kode}.seharusnya",
                tahun=f"{tahun[0] + geser}–{tahun[-1] + geser}",
                tabel=bukti[-1].tempat.split(",")[0],
            ),
        )
        return
    for s, t, b, r in pasangan:
        yield Sama(kode=kode, uraian=kalimat(f"{kode}.uraian", nama=reg.sebut(s), tahun=str(t)), cetakan=(b, r))


def _deret(reg: Register, peran: str) -> dict[str, dict[int, Butir]]:
    hasil: dict[str, dict[int, Butir]] = {}
    for k, cetakan in reg.fakta.items():
        if k.peran == peran and k.periode is not None and cetakan[0].berangka:
            hasil.setdefault(k.subjek, {})[k.periode] = cetakan[0]
    return hasil


def _bergeser(iku: dict[str, dict[int, Butir]], renstra: dict[str, dict[int, Butir]], geser: int) -> bool:
    """Whether every series of three years or more stands `geser` years before its own."""
    bersama = [s for s in iku if s in renstra]
    cocok = [
        b.nilai == renstra[s][t + geser].nilai for s in bersama for t, b in iku[s].items() if t + geser in renstra[s]
    ]
    return bool(bersama) and len(cocok) >= 3 * len(bersama) and all(cocok)


@aturan(
    kode="SER02",
    judul="Target akhir rencana",
    title="Target at the end of the plan",
    memeriksa="Target akhir Renstra sama dengan target tahun terakhirnya di setiap tabel.",
    checks="The target at the end of the plan is that of its last year, in each table.",
    penting="Capaian jangka menengah diukur terhadap target ini.",
    matters="Medium-term achievement is measured against this target.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={"uraian": ("target akhir Renstra {nama}", "target of {nama} at the end of the Renstra")},
)
def akhir(reg: Register) -> Iterator[Relasi]:
    """target_akhir = target_renstra of the last year of the plan."""
    renstra = reg.laporan.renstra
    if renstra is None:
        return
    tercetak: dict[str, list[Butir]] = {}
    for k, daftar in reg.fakta.items():
        if k.peran.partition(":")[0] == "target_akhir":
            tercetak.setdefault(k.subjek, []).extend(daftar)
    for ind in reg.laporan.indikator:
        cetakan = tercetak.get(ind.kunci, []) + reg.cetakan(ind.kunci, "target_renstra", renstra.akhir)
        angka = tuple(b for b in cetakan if b.berangka)
        if len(angka) > 1:
            yield Sama(kode=akhir.kode, uraian=kalimat(f"{akhir.kode}.uraian", nama=ind.nama), cetakan=angka)


@aturan(
    kode="FAK02",
    judul="Kosong di satu tempat, terisi di tempat lain",
    title="Empty in one place, filled in another",
    memeriksa="Nilai yang tercetak kosong atau NA di satu tabel tidak terisi di tabel lain.",
    checks="A value that one table leaves empty or NA is not filled in another.",
    penting="Pembaca tidak tahu apakah data awalnya ada.",
    matters="The reader cannot tell whether there are data.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("{nama} terisi di semua tempat", "{nama} is filled everywhere"),
        "kosong": ("kosong ({tempat})", "empty ({tempat})"),
        "seharusnya": (
            "sama di kedua tempat; tercetak {teks} pada {tempat}",
            "the same in both places; {teks} is printed in {tempat}",
        ),
    },
    celah="datanya dapat baru tersedia kemudian",
    reading="the data may have become available later",
)
def kosong(reg: Register) -> Iterator[Relasi]:
    """No fact is printed empty in one place and as a figure in another, save by a line that heads others."""
    kepala = _kepala(reg)
    for kunci, semua in reg.kosong.items():
        lowong = [b for b in semua if b not in kepala]
        isi = [b for b in reg.fakta.get(kunci, ()) if b.berangka]
        if lowong and isi:
            kode, teks, tempat = kosong.kode, lowong[0].teks, lowong[0].tempat
            yield Syarat(
                kode=kode,
                uraian=kalimat(f"{kode}.uraian", nama=lowong[0].nama),
                terpenuhi=False,
                bukti=(*lowong, *isi),
                tertulis=kalimat("cetakan.di", teks=teks, tempat=tempat)
                if teks
                else kalimat(f"{kode}.kosong", tempat=tempat),
                seharusnya=kalimat(f"{kode}.seharusnya", teks=isi[0].teks, tempat=isi[0].tempat),
            )


def _kepala(reg: Register) -> set[Butir]:
    """The empty cells of lines that head those below them: they leave all sums to these."""
    hasil: set[Butir] = set()
    for t in reg.tabel:
        kolom = [k.kunci for k in t.tabel.kolom if k.peran.nama in PERAN_JUMLAH]
        lowong = {b.urut: [b.butir[k] for k in kolom if k in b.butir] for b in t.rincian}
        lowong = {urut: sel for urut, sel in lowong.items() if sel and not any(x.berangka for x in sel)}
        jenjang = baca_jenjang(t, kolom) if lowong else None
        for induk, _ in jenjang.anak if jenjang is not None else ():
            hasil.update(lowong.get(induk.urut, ()))
    return hasil
