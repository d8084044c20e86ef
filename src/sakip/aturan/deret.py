"""Rules on series: the same targets under the same years, the end of the plan, the value at its start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sakip.aturan.bahan.contoh import laporan, tabel
from sakip.aturan.definisi import Keluarga, aturan
from sakip.model.indikator import Indikator
from sakip.model.laporan import Renstra
from sakip.relasi import Sama, Syarat
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi


GESERAN = (1, -1, 2, -2)
"""Years by which a series is looked for when it does not stand under its own."""


SER = Keluarga("SER", "Deret target", "Series of targets")

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
RENSTRA = "76,00 | 78,00 | 80,00 | 82,00"
"""Of the examples: an indicator, the yearly targets of its plan."""


@aturan(
    kode="SER01",
    daftar_uji=("III.2", "III.5", "T.6"),
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
                tabel=bukti[-1].di,
            ),
        )
        return
    for s, t, b, r in pasangan:
        yield Sama(kode=kode, uraian=kalimat(f"{kode}.uraian", nama=reg.sebut(s), tahun=str(t)), cetakan=(b, r))


def _contoh_kolom(peran: str) -> str:
    return " | ".join(["indikator", *(f"{peran}@{tahun}" for tahun in (2023, 2024, 2025, 2026))])


def _contoh_deret(deret: str) -> Laporan:
    return laporan(
        indikator=(LULUS,),
        tabel=(
            tabel("2.1", "Target Renstra", _contoh_kolom("target_renstra"), f"{LULUS.nama} | {RENSTRA}"),
            tabel("2.2", "Indikator Kinerja Utama", _contoh_kolom("target_iku"), f"{LULUS.nama} | {deret}"),
        ),
    )


deret.salah(partial(_contoh_deret, "78,00 | 80,00 | 82,00 | 84,00"))
deret.benar(partial(_contoh_deret, RENSTRA))


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
    daftar_uji=("III.2", "T.6"),
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


def _contoh_akhir(target: str) -> Laporan:
    return laporan(
        renstra=Renstra(awal=2021, akhir=2026),
        indikator=(LULUS,),
        tabel=(
            tabel("2.1", "Target Renstra", _contoh_kolom("target_renstra"), f"{LULUS.nama} | {RENSTRA}"),
            tabel("3.2", "Target Akhir Renstra", "indikator | target_akhir", f"{LULUS.nama} | 82,00"),
            tabel("4.1", "Kemajuan Renstra", "indikator | target_akhir", f"{LULUS.nama} | {target}"),
        ),
    )


akhir.salah(partial(_contoh_akhir, "80,00"))
akhir.benar(partial(_contoh_akhir, "82,00"))
