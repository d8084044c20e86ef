"""Rules on what a heading or a name says it holds, against what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.angka.angka import Kosong
from sakip.aturan.definisi import aturan
from sakip.aturan.peran_relasi import kolom_setara
from sakip.relasi import Syarat
from sakip.teks.nama import baku, kata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register, TabelFakta
    from sakip.model.peran import Kolom
    from sakip.relasi import Relasi


@aturan(
    kode="NOT06",
    daftar_uji=("T.1",),
    judul="Kolom berjudul capaian yang memuat realisasi",
    title="A column headed achievement that holds realisations",
    memeriksa="Kolom yang memuat realisasi tidak berjudul capaian bila laporan juga mencetak kolom capaian.",
    checks="A column of realisations is not headed achievement where the report has columns of achievement too.",
    penting="Realisasi 76 % dan capaian 76 % bukan hal yang sama.",
    matters="A realisation of 76 % and an achievement of 76 % are not the same thing.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    celah="capaian dapat dipakai dalam arti realisasi",
    reading="achievement may be used in the sense of realisation",
)
def judul_capaian(reg: Register) -> Iterator[Relasi]:
    """Headings of columns of realisations; one relation for all of them."""
    kolom = [(t, k) for t in reg.tabel for k in t.tabel.kolom]
    if not any(k.peran.nama == "capaian" for _, k in kolom):
        return
    realisasi = [(t, k) for t, k in kolom if k.peran.nama == "realisasi" and k.judul]
    salah = [(t, k) for t, k in realisasi if "capaian" in (j := kata(k.judul)) and "realisasi" not in j]
    isi = [next((b.butir[k.kunci] for b in t.baris if k.kunci in b.butir), None) for t, k in salah]
    if realisasi:
        yield Syarat(
            kode=judul_capaian.kode,
            uraian=f"judul {len(realisasi)} kolom realisasi",
            terpenuhi=not salah,
            bukti=tuple(b for b in isi if b is not None),
            tertulis="; ".join(f"{k.judul} ({t.tabel.sebutan})" for t, k in salah),
            seharusnya="berjudul realisasi",
        )


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
    celah="satuan dapat ditetapkan oleh nomenklatur",
    reading="the nomenclature may lay the unit down",
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
    # An abbreviation (Dok) and a unit said more fully (Orang/bulan) are no other unit.
    salah = [(b, u) for b, s, u in disebut if not (s.startswith(u) or u.startswith(s))]
    if disebut:
        yield Syarat(
            kode=satuan_nama.kode,
            uraian=f"satuan {len(disebut)} target seperti nama indikatornya",
            terpenuhi=not salah,
            bukti=tuple(b for b, _ in salah),
            tertulis="; ".join(f"{b.teks} untuk jumlah {u}" for b, u in salah),
            seharusnya="satuan yang disebut nama indikatornya",
        )


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
    celah="dasarnya dapat tercetak di tabel lain",
    reading="its base may be printed in another table",
)
def tanpa_dasar(reg: Register) -> Iterator[Relasi]:
    """Figures that follow from columns of dashes, column by column."""
    for t in reg.tabel:
        for k in t.tabel.kolom:
            if k.peran.jenis is not None and _bertanda_hubung(t, k):
                hasil = list(_hasil(t, k))
                yield Syarat(
                    kode=tanpa_dasar.kode,
                    uraian=f"kolom {k.judul or k.kunci} {t.tabel.sebutan} tanpa angka dan tanpa hasil",
                    terpenuhi=not hasil,
                    bukti=tuple(hasil),
                    tertulis="; ".join(f"{b.nama} {b.teks}" for b in hasil),
                    seharusnya=f"kolom {k.judul or k.kunci} berangka",
                )


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
