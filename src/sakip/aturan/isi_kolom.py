"""Rules on what a heading or a name says it holds, against what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.definisi import Aturan, aturan
from sakip.fakta.nama import baku, kata
from sakip.relasi import Syarat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.relasi import Relasi

__all__ = ["ATURAN"]

ATURAN: list[Aturan] = []


@aturan(
    ATURAN,
    Aturan(
        kode="NOT06",
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
    ),
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
            kode="NOT06",
            uraian=f"judul {len(realisasi)} kolom realisasi",
            terpenuhi=not salah,
            bukti=tuple(b for b in isi if b is not None),
            tertulis="; ".join(f"{k.judul} ({t.tabel.sebutan})" for t, k in salah),
            seharusnya="berjudul realisasi",
        )


@aturan(
    ATURAN,
    Aturan(
        kode="KIN09",
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
    ),
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
            kode="KIN09",
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
