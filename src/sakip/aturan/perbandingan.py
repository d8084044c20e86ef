"""The rule on columns of change: they follow from the two years that a table compares."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import laporan, tabel
from sakip.aturan.definisi import aturan
from sakip.hukum.rumus import Rumus, Suku
from sakip.model.timbangan import BIAYA_LAIN
from sakip.relasi import Bacaan, Jalur, Rumusan
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi


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
    kalimat={
        "bacaan": ("kolom {kolom} {tabel}: {cara}", "column {kolom} of {tabel}: {cara}"),
        "uraian": ("{nama} = {cara}", "{nama} = {cara}"),
        "selisih": ("tahun ini − tahun sebelumnya", "this year − the year before"),
        "selisih_terbalik": ("tahun sebelumnya − tahun ini", "the year before − this year"),
        "pertumbuhan": (
            "(tahun ini − tahun sebelumnya) ÷ tahun sebelumnya × 100",
            "(this year − the year before) ÷ the year before × 100",
        ),
    },
)
def perubahan(reg: Register) -> Iterator[Relasi]:
    """perubahan = later − earlier, the other way, or in percent of the earlier; one way for the whole column."""
    for n, t in enumerate(reg.tabel):
        kolom = next((k for k in t.tabel.kolom if k.peran.nama == "perubahan"), None)
        tahunan = {k.periode or t.tahun: k.kunci for k in t.tabel.kolom if k.peran.nama == "realisasi" and not k.label}
        if kolom is None or len(tahunan) != BANDINGAN:
            continue
        (_, lama), (_, baru) = sorted((th or 0, k) for th, k in tahunan.items())
        kode, judul = perubahan.kode, kolom.judul or kolom.kunci
        for ke, (nama, rumus) in enumerate(CARA_PERUBAHAN):
            cara = kalimat(f"{kode}.{nama}")
            uraian = kalimat(f"{kode}.bacaan", kolom=judul, tabel=t.tabel.sebutan, cara=cara)
            bacaan = Bacaan((kode, n, kolom.kunci), uraian, pilihan=str(ke), biaya=BIAYA_LAIN * ke)
            for b in t.rincian:
                y = b.butir.get(kolom.kunci)
                isi = [b.butir.get({"baru": baru, "lama": lama}[str(p)]) for p in rumus.peubah]
                ada = [x for x in isi if x is not None and x.berangka]
                if y is not None and y.berangka and len(ada) == len(isi):
                    jalur = Jalur.menurut(cara, rumus, ada)
                    yield Rumusan(
                        kode=kode,
                        jenis="selisih",
                        uraian=kalimat(f"{kode}.uraian", nama=y.nama, cara=cara),
                        hasil=y,
                        jalur=(jalur,),
                        bacaan=bacaan,
                    )


def _perubahan(perubahan: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.4",
                "Perbandingan dengan Tahun Sebelumnya",
                "indikator | realisasi@2024 | realisasi@2025 | perubahan",
                f"Persentase Peserta Lulus | 78,00 | 84,00 | {perubahan}",
                "Indeks Kepuasan | 81,20 | 83,70 | 2,50",
                "Cakupan Layanan | 66,00 | 64,50 | -1,50",
            ),
        )
    )


perubahan.salah(partial(_perubahan, "16,00"))
perubahan.benar(partial(_perubahan, "6,00"))


BANDINGAN = 2
"""The years that a column of changes compares."""

CARA_PERUBAHAN = (
    ("selisih", Rumus.linear([(1, "baru"), (-1, "lama")])),
    ("selisih_terbalik", Rumus.linear([(1, "lama"), (-1, "baru")])),
    (
        "pertumbuhan",
        Rumus((Suku(Fraction(100), ("baru",)), Suku(Fraction(-100), ("lama",))), (Suku(Fraction(1), ("lama",)),)),
    ),
)
"""The ways in which reports print a change."""
