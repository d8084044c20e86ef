"""Rules on what a name or a column says it holds, against what stands there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sakip.angka.angka import Kosong
from sakip.aturan.contoh.bahan import Kinerja, formulir, laporan, tabel
from sakip.aturan.definisi import aturan
from sakip.aturan.peran_relasi import kolom_setara
from sakip.relasi import Berpasangan, Cocok, Setiap
from sakip.teks.kalimat import Daftar
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register, TabelFakta
    from sakip.model.laporan import Laporan
    from sakip.model.peran import Kolom
    from sakip.relasi import Relasi


@aturan(
    kode="KIN09",
    daftar_uji=("III.10",),
    daftar_uji_bersama=("III.4",),
    judul="Satuan target dan nama indikator",
    title="The unit of a target and the name of its indicator",
    memeriksa="Target indikator yang namanya menyebut satuan (Jumlah Paket ...) memakai satuan itu.",
    checks="The target of an indicator whose name states a unit (number of packages) bears that unit.",
    penting="Target 200 unit usaha untuk jumlah koperasi tidak dapat dibandingkan dengan realisasinya.",
    matters="A target of 200 businesses for a number of cooperatives cannot be compared with what was realised.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="satuan dapat ditetapkan oleh nomenklatur",
    reading="the nomenclature may lay the unit down",
    kalimat={
        "cocok.semua": (
            "satuan {banyak} target seperti nama indikatornya",
            "units as the names of the indicators say, targets: {banyak}",
        ),
        "cocok.kutip": ("{teks} untuk jumlah {seharusnya}", "{teks} for a number of {seharusnya}"),
        "cocok.seharusnya": ("satuan yang disebut nama indikatornya", "the unit that the name of the indicator states"),
    },
)
def satuan_nama(reg: Register) -> Iterator[Relasi]:
    """After `Jumlah`, a unit that targets of this report bear must be the target's own; one relation for all."""
    bersatuan = [
        (b.baris.indikator, satuan, b.angka)  # type: ignore[union-attr] # lines of the performance part
        for f in reg.formulir
        for b in f.kinerja
        if b.angka is not None and b.angka.sel is not None and (satuan := baku(_satuan(b.angka)))
    ]
    dikenal = sorted({s for _, s, _ in bersatuan}, key=lambda s: -len(s))
    disebut = [(b, s, u) for nama, s, b in bersatuan if (u := _satuan_disebut(nama, dikenal))]
    kasus = tuple(
        Cocok(tertulis=s, seharusnya=(u,), sama=_satuan_sama, saksi=(b,), isi={"teks": b.teks}) for b, s, u in disebut
    )
    if kasus:
        yield Setiap(kode=satuan_nama.kode, kasus=kasus)


def _satuan_nama(target: str) -> Laporan:
    kinerja = [Kinerja("1.", "Jumlah Paket Modul Pelatihan", target), Kinerja("2.", "Cakupan Alat Peraga", "4 Paket")]
    return laporan(perjanjian=(formulir("III", "Kepala Bidang Pelatihan", kinerja=kinerja),))


satuan_nama.salah(partial(_satuan_nama, "3 Unit"))
satuan_nama.benar(partial(_satuan_nama, "3 Paket"))


def _satuan_sama(a: str, b: str) -> bool:
    """An abbreviation (Dok) and a unit said more fully (Orang/bulan) are no other unit."""
    return a.startswith(b) or b.startswith(a)


def _satuan(b: Butir) -> str:
    a = b.sel.angka if b.sel is not None else None
    return a.satuan if a is not None else ""


def _satuan_disebut(nama: str, dikenal: list[str]) -> str:
    """The unit that follows `Jumlah` in a name, the longest that is known; empty when there is none."""
    depan, _, ekor = baku(nama).partition(" ")
    if depan != "jumlah":
        return ""
    return next((s for s in dikenal if f"{ekor} ".startswith(f"{s} ")), "")


BARIS_TANPA_ANGKA = 2
"""Lines from which a column without a figure is one."""

MENURUT = (
    ("capaian", ("target", "realisasi")),
    ("capaian_akhir", ("target_akhir", "realisasi")),
    ("serapan", ("pagu", "realisasi_anggaran")),
    ("sisa_persen", ("pagu", "sisa")),
    ("sisa", ("pagu", "realisasi_anggaran")),
)
"""Roles, and what they are reckoned from."""


@aturan(
    kode="TAB09",
    daftar_uji=("T.6",),
    daftar_uji_bersama=("I.6",),
    judul="Hasil dari kolom tanpa angka",
    title="A result of a column without figures",
    memeriksa="Kolom yang di semua barisnya tercetak tanda hubung tidak mempunyai jumlah, capaian, serapan atau sisa.",
    checks="A column that prints a dash on every line has no total, achievement, absorption or remainder.",
    penting="Angka tanpa dasar tidak dapat ditelusuri.",
    matters="A figure without a base cannot be traced.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="dasarnya dapat tercetak di tabel lain",
    reading="its base may be printed in another table",
    kalimat={
        "berpasangan.satu": (
            "kolom {nama} {tabel} tanpa angka dan tanpa hasil",
            "column {nama} of {tabel} without figures and without results",
        ),
        "berpasangan.tertulis": ("{hasil}", "{hasil}"),
        "berpasangan.seharusnya": ("kolom {nama} berangka", "figures in the column {nama}"),
    },
)
def tanpa_dasar(reg: Register) -> Iterator[Relasi]:
    """Figures that follow from columns of dashes, column by column."""
    for t in reg.tabel:
        for k in t.tabel.kolom:
            if k.peran.jenis is not None and _bertanda_hubung(t, k):
                hasil = tuple(_hasil(t, k))
                dasar = Berpasangan(
                    nama=k.judul or k.kunci,
                    pasangan=hasil,
                    paling_sedikit=0,
                    paling_banyak=0,
                    saksi=hasil,
                    isi={
                        "tabel": t.tabel.sebutan,
                        "hasil": Daftar(tuple(f"{b.nama} {b.teks}" for b in hasil), None, ulang=True),
                    },
                )
                yield Setiap(kode=tanpa_dasar.kode, kasus=(dasar,), satu=True)


def _tanpa_dasar(jumlah: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.8",
                "Anggaran dan Realisasi Dana Dekonsentrasi",
                "nama | pagu | realisasi_anggaran",
                "Program Pelatihan | 80.000.000 | -",
                "Program Promosi | 50.000.000 | -",
                f"JUMLAH | 130.000.000 | {jumlah}",
            ),
        )
    )


tanpa_dasar.salah(partial(_tanpa_dasar, "1.200.000"))
tanpa_dasar.benar(partial(_tanpa_dasar, "-"))


def _bertanda_hubung(t: TabelFakta, kolom: Kolom) -> bool:
    """Whether every line prints in a column that there is no figure."""
    isi = [b.butir.get(kolom.kunci) for b in t.rincian]
    return len(isi) >= BARIS_TANPA_ANGKA and all(
        x is not None and x.sel is not None and isinstance(x.sel.isi, Kosong) for x in isi
    )


def _hasil(t: TabelFakta, kolom: Kolom) -> Iterator[Butir]:
    """The figures other than zero that follow from a column: its totals, and what its lines reckon from it."""
    if kolom.peran.aditif:
        jumlah = (b.butir.get(kolom.kunci) for b in t.baris if b.jenis in {"total", "subtotal"})
        yield from (x for x in jumlah if x is not None and x.nilai)
    for peran, dari in MENURUT:
        for k in t.tabel.kolom:
            if k.peran.nama == peran and any(kolom_setara(t, p, k) == kolom.kunci for p in dari):
                yield from (x for b in t.baris if (x := b.butir.get(k.kunci)) is not None and x.nilai)
