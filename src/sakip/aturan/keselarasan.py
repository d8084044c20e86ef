"""Rules on agreement with the plan: targets, main indicators, and the comparisons that a report owes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from sakip.aturan.bahan.contoh import Kinerja, formulir, laporan, tabel
from sakip.aturan.definisi import Keluarga, aturan
from sakip.model.indikator import Indikator
from sakip.relasi import Berpasangan, Cetakan, Seragam, Setiap, sendiri
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import kata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.fakta.register import Butir, Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi
    from sakip.teks.kalimat import Isi

KON = Keluarga("KON", "Keselarasan dengan rencana", "Agreement with the plan")

STANDAR = frozenset({"standar", "standart", "standard"})
"""The word standard, as reports spell it."""

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
USAHA = Indikator(kunci="usaha", nama="Persentase Usaha Tumbuh", satuan="%")
"""Indicators of the examples."""

RENSTRA = "76,00 | 78,00 | 80,00 | 82,00"
"""The yearly targets of the plan in the examples."""


def _kolom(peran: str) -> str:
    return " | ".join(["indikator", *(f"{peran}@{tahun}" for tahun in (2023, 2024, 2025, 2026))])


@aturan(
    kode="KON01",
    daftar_uji=("III.2",),
    judul="Target perjanjian kinerja dan Renstra",
    title="Targets of the agreement and of the plan",
    memeriksa="Target perjanjian kinerja sama dengan target Renstra tahun itu, atau perbedaannya dijelaskan.",
    checks="Targets of the agreement equal those of the plan for the year, or the difference is explained.",
    penting="Tanpa penjelasan pembaca tidak tahu target mana yang dipegang.",
    matters="Without an explanation the reader does not know which target holds.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="laporan dapat sudah menjelaskan perbedaannya dalam kalimat",
    reading="the report may explain the difference in its prose",
    kalimat={
        "seragam.satu": ("target {nama} sama dengan Renstra", "target of {nama} as in the Renstra"),
        "seragam.semua": ("target {n} indikator sama dengan Renstra", "targets as in the Renstra, indicators: {n}"),
        "seragam.tertulis": ("{n} target berbeda dari Renstra", "targets unlike those of the Renstra: {n}"),
        "seragam.rinci": ("{nama}: {target}, Renstra {rencana}", "{nama}: {target}, Renstra {rencana}"),
        "seragam.seharusnya": ("sama, atau dijelaskan", "the same, or explained"),
    },
)
def target_renstra(reg: Register) -> Iterator[Relasi]:
    """target@Y against target_renstra@Y; one relation for all that differ."""
    tahun = reg.laporan.tahun
    target = (
        Seragam(
            nama=ind.nama,
            cetakan=tuple(Cetakan(butir=b, bentuk=str(b.nilai)) for b in (t, r)),
            saksi=(t, r),
            isi={"target": t.teks, "rencana": r.teks},
        )
        for ind in reg.laporan.indikator
        if (t := reg.cari(ind.kunci, "target", tahun)) is not None
        and (r := reg.cari(ind.kunci, "target_renstra", tahun)) is not None
    )
    yield from sendiri(target_renstra.kode, target, menguji=True)


def _renstra(target: str) -> Laporan:
    return laporan(
        indikator=(LULUS,),
        tabel=(
            tabel("2.1", "Target Renstra", _kolom("target_renstra"), f"{LULUS.nama} | {RENSTRA}"),
            tabel("2.4", "Perjanjian Kinerja", "indikator | target", f"{LULUS.nama} | {target}"),
        ),
    )


target_renstra.salah(partial(_renstra, "79,00"))
target_renstra.benar(partial(_renstra, "80,00"))


@aturan(
    kode="KON02",
    daftar_uji=("III.5",),
    judul="Indikator pada formulir IKU",
    title="Indicators of the form of main indicators",
    memeriksa="Formulir penetapan IKU memuat semua indikator yang ditetapkan sebagai IKU.",
    checks="The form that sets the main indicators holds all of them.",
    penting="Indikator yang tertinggal tidak ikut diperjanjikan.",
    matters="An indicator left out is not agreed on.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014#daftar_uji_iku",),
    celah="formulir dapat memuat sasaran saja",
    reading="the form may be meant for sasaran only",
    kalimat={
        "berpasangan.semua": ("{formulir} memuat {banyak} IKU", "{formulir} holds the main indicators ({banyak})"),
        "berpasangan.tertulis": ("{ada} dari {banyak} indikator", "{ada} of {banyak} indicators"),
        "berpasangan.seharusnya": ("semua indikator yang ditetapkan", "all indicators that were set"),
    },
)
def formulir_iku(reg: Register) -> Iterator[Relasi]:
    """Indicators with an IKU target against those of the forms of kind `iku`."""
    ditetapkan = {k.subjek: b[0] for k, b in reg.fakta.items() if k.peran == "target_iku"}
    for f in reg.formulir:
        if f.pk.jenis != "iku" or not ditetapkan:
            continue
        ada = {k.indikator.kunci for k in f.kinerja if k.indikator is not None}
        iku = tuple(
            Berpasangan(nama=reg.sebut(s), pasangan=tuple(x for x in ada if x == s), saksi=(b,))
            for s, b in ditetapkan.items()
        )
        kurang = (b for k in iku if not k.sesuai for b in k.bukti)
        milik = (k.angka for k in f.kinerja if k.angka is not None)
        yield Setiap(
            kode=formulir_iku.kode,
            kasus=iku,
            bukti=(reg.petunjuk(f.pk.sebutan, f.pk.lokasi, f.pk.tempat), *kurang, *milik),
            rinci=True,
            isi={"formulir": f.pk.tempat, "ada": sum(k.sesuai for k in iku)},
        )


def _formulir_iku(kinerja: Sequence[Kinerja]) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "2.2",
                "Indikator Kinerja Utama",
                "indikator | target_iku@2025",
                f"{LULUS.nama} | 80,00",
                f"{USAHA.nama} | 60,00",
            ),
        ),
        perjanjian=(formulir("II", "Kepala Dinas Contoh", kinerja=kinerja, jenis="iku"),),
    )


IKU = [Kinerja("1.", LULUS.nama, "80,00"), Kinerja("2.", USAHA.nama, "60,00")]

formulir_iku.salah(partial(_formulir_iku, IKU[:1]))
formulir_iku.benar(partial(_formulir_iku, IKU))


@aturan(
    kode="KON03",
    daftar_uji=("I.3", "III.5", "III.7"),
    judul="Indikator yang tidak ikut diperbandingkan",
    title="Indicators left out of the comparisons",
    memeriksa="Indikator perjanjian kinerja eselon II terealisasi dalam laporan, dan indikator tujuan dan sasaran "
    "ikut dibandingkan dengan tahun lalu dan target akhir rencana bila indikator lainnya dibandingkan.",
    checks="Indicators of the eselon II agreement have a realisation, and those of goals and sasaran are compared "
    "with last year and the plan's end where others are.",
    penting="Indikator yang tidak dilaporkan atau tidak dibandingkan luput dari penilaian.",
    matters="An indicator that is not reported, or not compared, escapes judgement.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    celah="laporan dapat membatasi perbandingan pada sasaran, atau nilainya belum terbit",
    reading="the report may compare sasaran only, or the value may not be out yet",
    kalimat={
        "berpasangan.semua": (
            "{indikator} indikator dilaporkan dan diperbandingkan",
            "indicators reported and compared: {indikator}",
        ),
        "berpasangan.tertulis": ("{tanpa} indikator tanpa pembanding", "indicators without a comparison: {tanpa}"),
        "berpasangan.rinci": ("{nama}: tanpa {apa}", "{nama}: without {apa}"),
        "berpasangan.seharusnya": (
            "lengkap untuk setiap indikator, atau dijelaskan",
            "complete for each indicator, or explained",
        ),
        "realisasi": ("realisasi", "a realisation"),
        "tahun_lalu": ("realisasi {tahun}", "what was realised in {tahun}"),
        "target_akhir": ("capaian terhadap target akhir", "an achievement against the final target"),
    },
)
def tak_dibandingkan(reg: Register) -> Iterator[Relasi]:
    """A realisation for what was agreed on, and each comparison that other indicators have; one relation for all."""
    tahun = reg.laporan.tahun
    nilai = {i.kunci: r for i in reg.laporan.indikator if (r := reg.cari(i.kunci, "realisasi", tahun)) is not None}
    utama = [i.kunci for i in reg.laporan.indikator if i.kunci in nilai and i.jenis in {"tujuan", "sasaran"}]
    target = {
        k.indikator.kunci: k.angka
        for f in reg.formulir_eselon("II")
        for k in f.kinerja
        if k.indikator is not None and k.angka is not None
    }
    if not nilai:
        return
    kode = tak_dibandingkan.kode

    def ikut(b: Butir, apa: Isi, ada: bool) -> Berpasangan:
        nama = b.nama if b.kunci is None else reg.sebut(b.kunci.subjek)
        return Berpasangan(nama=nama, pasangan=(b,) if ada else (), saksi=(b,), isi={"apa": apa})

    kasus = [ikut(b, kalimat(f"{kode}.realisasi"), k in nilai) for k, b in {**nilai, **target}.items()]
    for apa, peran, periode in (
        (kalimat(f"{kode}.tahun_lalu", tahun=str(tahun - 1)), "realisasi", tahun - 1),
        (kalimat(f"{kode}.target_akhir"), "capaian_akhir", tahun),
    ):
        punya = {k for k in utama if reg.cetakan(k, peran, periode)}
        kasus += [ikut(nilai[k], apa, k in punya) for k in utama if punya]
    kurang = dict.fromkeys(b for k in kasus if not k.sesuai for b in k.bukti)
    yield Setiap(
        kode=kode,
        kasus=tuple(kasus),
        bukti=reg.tercetak(*kurang),
        rinci=True,
        isi={"indikator": len(nilai), "tanpa": len({b.kunci for b in kurang})},
    )


def _pembanding(capaian: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.4",
                "Kemajuan Renstra",
                "indikator | realisasi | capaian_akhir",
                f"{LULUS.nama} | 80,00 | {capaian}",
                f"{USAHA.nama} | 54,00 | 90,00",
            ),
        ),
    )


tak_dibandingkan.salah(partial(_pembanding, ""))
tak_dibandingkan.benar(partial(_pembanding, "97,56"))


@aturan(
    kode="KON04",
    daftar_uji=("III.7",),
    judul="Perbandingan dengan standar nasional tanpa standarnya",
    title="Comparison with a national standard that shows none",
    memeriksa="Tabel yang berjudul perbandingan dengan standar nasional memuat kolom atau baris standarnya.",
    checks="A table that is titled a comparison with a national standard has a column or a row for the standard.",
    penting="Tanpa pembandingnya, perbandingan yang diminta Bab III.A tidak ada.",
    matters="Without the standard, the comparison that chapter III.A asks for is missing.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    celah="pembandingnya dapat tercetak pada tabel atau kalimat lain",
    reading="the standard may be printed in another table or in the prose",
    kalimat={
        "berpasangan.satu": ("{nama} memuat standar nasional", "{nama} shows a national standard"),
        "berpasangan.tertulis": (
            "tidak ada kolom atau baris standar nasional",
            "no column or row of a national standard",
        ),
        "berpasangan.seharusnya": (
            "memuat standar nasional sebagai pembanding",
            "a national standard to compare with",
        ),
    },
)
def tanpa_standar(reg: Register) -> Iterator[Relasi]:
    """A table titled by a national standard, whose headings are printed: one of them, or a row, must name it."""
    for t in reg.tabel:
        judul = kata(t.tabel.judul)
        if "nasional" not in judul or not STANDAR.intersection(judul) or not any(k.judul for k in t.tabel.kolom):
            continue
        isi = [*(f"{k.judul} {k.label}" for k in t.tabel.kolom), *(s.teks for b in t.tabel.baris for s in b.sel)]
        standar = Berpasangan(
            nama=t.tabel.tempat,
            pasangan=tuple(x for x in isi if STANDAR.intersection(k := kata(x)) or "nasional" in k),
            saksi=(
                reg.petunjuk(t.tabel.judul, t.tabel.lokasi, t.tabel.tempat, kalimat("tempat.judul"), media="tabel"),
            ),
        )
        yield Setiap(kode=tanpa_standar.kode, kasus=(standar,), satu=True)


def _standar(judul: str) -> Laporan:
    isi = tabel("3.5", "Realisasi dan Standar Nasional", "indikator | realisasi | target", f"{LULUS.nama} | 80 | 75")
    bernama = [attrs.evolve(k, judul=judul) if k.kunci == "target" else k for k in isi.kolom]
    return laporan(indikator=(LULUS,), tabel=(attrs.evolve(isi, kolom=tuple(bernama)),))


tanpa_standar.salah(partial(_standar, "Target"))
tanpa_standar.benar(partial(_standar, "Standar Nasional"))
