"""Rules on comparisons: with last year, with the state at the start, and what was left without any."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.aturan.definisi import aturan
from sakip.hukum.rumus import Rumus, Suku
from sakip.model.timbangan import BIAYA_LAIN
from sakip.relasi import Bacaan, Jalur, Rumusan, Syarat
from sakip.teks.nama import kata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.model.indikator import Indikator
    from sakip.relasi import Relasi


def _lebih_buruk(ind: Indikator, baru: Butir, lama: Butir) -> bool:
    """Whether one value is worse than the other beyond what rounding can explain; a band is never worse."""
    a, b = baru.interval, lama.interval
    if a is None or b is None:
        return False
    return (ind.polaritas == "positif" and a.atas < b.bawah) or (ind.polaritas == "negatif" and a.bawah > b.atas)


def _cetakan(reg: Register, b: Butir) -> list[Butir]:
    """All prints of a fact in tables and forms: a finding must not depend on which table comes first."""
    k = b.kunci
    semua = [] if k is None else reg.cetakan(k.subjek, k.peran, k.periode)
    return [x for x in semua if x.media in {"tabel", "pk"}] or [b]


@aturan(
    kode="REA05",
    daftar_uji=("T.7",),
    judul="Realisasi lebih buruk dari tahun lalu",
    title="Realisation worse than last year's",
    memeriksa="Realisasi tahun laporan tidak lebih buruk daripada realisasi tahun sebelumnya menurut polaritasnya.",
    checks="What was realised is not worse than the year before, by polarity.",
    penting="Capaian terhadap target yang rendah dapat tetap sangat tinggi sementara kinerjanya menurun.",
    matters="Against an easy target the achievement may be very high while performance declines.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    celah="penurunannya dapat sudah dijelaskan dalam kalimat",
    reading="the prose may already explain the decline",
)
def realisasi_turun(reg: Register) -> Iterator[Relasi]:
    """realisasi@Y against realisasi@(Y-1), beyond rounding; one relation for all indicators that have both."""
    tahun = reg.laporan.tahun
    ada = [
        (ind, baru, lama)
        for ind in reg.laporan.indikator
        if (baru := reg.cari(ind.kunci, "realisasi", tahun)) is not None
        and (lama := reg.cari(ind.kunci, "realisasi", tahun - 1)) is not None
    ]
    turun = [x for x in ada if _lebih_buruk(*x)]
    if ada:
        yield Syarat(
            kode=realisasi_turun.kode,
            uraian=f"realisasi {len(ada)} indikator tidak lebih buruk dari {tahun - 1}",
            terpenuhi=not turun,
            bukti=tuple(x for _, baru, lama in turun for b in (baru, lama) for x in _cetakan(reg, b)),
            tertulis=f"{len(turun)} realisasi lebih buruk dari {tahun - 1}",
            rincian=tuple(f"{i.nama}: {tahun - 1} {lama.teks}, {tahun} {baru.teks}" for i, baru, lama in turun),
            seharusnya="dijelaskan penyebabnya",
        )


@aturan(
    kode="REA06",
    daftar_uji=("III.2", "T.7"),
    judul="Target akhir di bawah kondisi awal",
    title="Final target below the state at the start",
    memeriksa="Target akhir rencana tidak lebih mudah daripada kondisi awalnya.",
    checks="The final target of the plan is not easier than the state at its start.",
    penting="Rencana yang berakhir di bawah titik awalnya merencanakan kemunduran, atau memakai ukuran yang lain.",
    matters="A plan that ends below where it began plans a decline, or measures something else.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="definisi atau cakupan indikator dapat berubah sejak kondisi awal diukur",
    reading="the definition or the scope may have changed since the start was measured",
)
def di_bawah_awal(reg: Register) -> Iterator[Relasi]:
    """target_akhir, else the plan's target of its last year, against kondisi_awal; one relation for all."""
    ada = [
        (ind, akhir, awal)
        for ind in reg.laporan.indikator
        if (awal := reg.cari(ind.kunci, "kondisi_awal", None)) is not None
        and (akhir := _target_akhir(reg, ind.kunci)) is not None
    ]
    mundur = [x for x in ada if _lebih_buruk(*x)]
    if ada:
        yield Syarat(
            kode=di_bawah_awal.kode,
            uraian=f"target akhir {len(ada)} indikator tidak lebih mudah dari kondisi awal",
            terpenuhi=not mundur,
            bukti=tuple(x for _, akhir, awal in mundur for b in (akhir, awal) for x in _cetakan(reg, b)),
            tertulis=f"{len(mundur)} target akhir lebih mudah dari kondisi awal",
            rincian=tuple(
                f"{i.nama}: kondisi awal {awal.teks}, target akhir {akhir.teks}" for i, akhir, awal in mundur
            ),
            seharusnya="ditanyakan alasannya",
        )


def _target_akhir(reg: Register, kunci: str) -> Butir | None:
    rencana = reg.laporan.renstra
    akhir = reg.cari(kunci, "target_akhir", None)
    if akhir is None and rencana is not None:
        akhir = reg.cari(kunci, "target_renstra", rencana.akhir)
    return akhir


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
    kurang = [(t, "realisasi") for k, t in target.items() if nilai and k not in nilai]
    for sebutan, peran, periode in (
        (f"realisasi {tahun - 1}", "realisasi", tahun - 1),
        ("capaian terhadap target akhir", "capaian_akhir", tahun),
    ):
        punya = {k for k in utama if reg.cetakan(k, peran, periode)}
        kurang += [(nilai[k], sebutan) for k in utama if punya and k not in punya]
    if nilai:
        yield Syarat(
            kode=tak_dibandingkan.kode,
            uraian=f"{len(nilai)} indikator dilaporkan dan diperbandingkan",
            terpenuhi=not kurang,
            bukti=tuple(x for b in dict.fromkeys(b for b, _ in kurang) for x in _cetakan(reg, b)),
            tertulis=f"{len({b.kunci for b, _ in kurang})} indikator tanpa pembanding",
            rincian=tuple(f"{reg.sebut(b.kunci.subjek)}: tanpa {apa}" for b, apa in kurang if b.kunci is not None),
            seharusnya="lengkap untuk setiap indikator, atau dijelaskan",
        )


STANDAR = frozenset({"standar", "standart", "standard"})
"""The word standard, as reports spell it."""


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
)
def tanpa_standar(reg: Register) -> Iterator[Relasi]:
    """A table titled by a national standard, whose headings are printed: one of them, or a row, must name it."""
    for t in reg.tabel:
        judul = kata(t.tabel.judul)
        if "nasional" not in judul or not STANDAR.intersection(judul) or not any(k.judul for k in t.tabel.kolom):
            continue
        isi = [*(f"{k.judul} {k.label}" for k in t.tabel.kolom), *(s.teks for b in t.tabel.baris for s in b.sel)]
        yield Syarat(
            kode=tanpa_standar.kode,
            uraian=f"{t.tabel.sebutan} memuat standar nasional",
            terpenuhi=any(STANDAR.intersection(k) or "nasional" in k for k in map(kata, isi)),
            bukti=(reg.petunjuk(t.tabel.judul, t.tabel.lokasi, f"{t.tabel.sebutan}, judul", "tabel"),),
            tertulis="tidak ada kolom atau baris standar nasional",
            seharusnya="memuat standar nasional sebagai pembanding",
        )


@aturan(
    kode="TAB08",
    daftar_uji=("III.7", "T.6"),
    daftar_uji_bersama=("I.6",),
    judul="Perubahan dari tahun sebelumnya",
    title="Change from the year before",
    memeriksa="Kolom kenaikan atau penurunan mengikuti dari realisasi dua tahun yang diperbandingkan.",
    checks="A column of changes follows from the realisations of the two years that are compared.",
    penting="Perbandingan dengan tahun lalu adalah salah satu isi wajib Bab III.",
    matters="The comparison with last year is a required part of chapter III.",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
)
def perubahan(reg: Register) -> Iterator[Relasi]:
    """perubahan = later − earlier, the other way, or in percent of the earlier; one way for the whole column."""
    for n, t in enumerate(reg.tabel):
        kolom = next((k for k in t.tabel.kolom if k.peran.nama == "perubahan"), None)
        tahunan = {k.periode or t.tahun: k.kunci for k in t.tabel.kolom if k.peran.nama == "realisasi" and not k.label}
        if kolom is None or len(tahunan) != BANDINGAN:
            continue
        (_, lama), (_, baru) = sorted((th or 0, k) for th, k in tahunan.items())
        for ke, (nama, rumus) in enumerate(CARA_PERUBAHAN):
            uraian = f"kolom {kolom.judul or kolom.kunci} {t.tabel.sebutan}: {nama}"
            bacaan = Bacaan((perubahan.kode, n, kolom.kunci), uraian, pilihan=str(ke), biaya=BIAYA_LAIN * ke)
            for b in t.rincian:
                y = b.butir.get(kolom.kunci)
                isi = [b.butir.get({"baru": baru, "lama": lama}[str(p)]) for p in rumus.peubah]
                ada = [x for x in isi if x is not None and x.berangka]
                if y is not None and y.berangka and len(ada) == len(isi):
                    jalur = Jalur.menurut(nama, rumus, ada)
                    yield Rumusan(
                        kode=perubahan.kode,
                        jenis="selisih",
                        uraian=f"{y.nama} = {nama}",
                        hasil=y,
                        jalur=(jalur,),
                        bacaan=bacaan,
                    )


BANDINGAN = 2
"""The years that a column of changes compares."""

CARA_PERUBAHAN = (
    ("tahun ini − tahun sebelumnya", Rumus.linear([(1, "baru"), (-1, "lama")])),
    ("tahun sebelumnya − tahun ini", Rumus.linear([(1, "lama"), (-1, "baru")])),
    (
        "(tahun ini − tahun sebelumnya) ÷ tahun sebelumnya × 100",
        Rumus((Suku(Fraction(100), ("baru",)), Suku(Fraction(-100), ("lama",))), (Suku(Fraction(1), ("lama",)),)),
    ),
)
"""The ways in which reports print a change."""
