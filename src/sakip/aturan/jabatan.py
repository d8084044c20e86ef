"""Rules on who agrees with whom: superiors, names of offices, the party that supervises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.definisi import aturan
from sakip.relasi import Syarat
from sakip.teks.nama import baku, kata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Formulir, Register
    from sakip.relasi import Relasi


def _jabatan_sama(a: str, b: str) -> bool:
    """Whether two prints name one office: one begins with the other, the agency's name left out or not."""
    ka, kb = kata(a), kata(b)
    n = min(len(ka), len(kb))
    return n > 0 and ka[:n] == kb[:n]


@aturan(
    kode="KAS05",
    daftar_uji=("T.2",),
    sifat=frozenset({"atasan"}),
    judul="Atasan langsung",
    title="Direct superior",
    memeriksa="Pihak kedua adalah atasan langsung: menurut susunan organisasi dalam laporan, atau pejabat satu "
    "tingkat di atasnya.",
    checks="The second party is the direct superior: by the report's own organisation, or an officer one level up.",
    penting="Perjanjian dengan pejabat yang bukan atasan langsung memutus rantai pertanggungjawaban.",
    matters="An agreement with anyone but the direct superior breaks the chain of accountability.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    celah="kepala perangkat daerah dapat menandatangani bila jabatan antara kosong",
    reading="the head of the agency may sign while the office between is vacant",
)
def atasan(reg: Register) -> Iterator[Relasi]:
    """The superior on the form = the superior that the report states, else an officer of the eselon above."""
    di_atas = {"III": reg.formulir_eselon("II"), "IV": reg.formulir_eselon("III")}
    for f in reg.formulir:
        if not f.pk.atasan:
            continue
        nyata = [o.atasan for o in reg.laporan.organisasi if _jabatan_sama(o.jabatan, f.pk.jabatan)]
        calon = nyata or [g.pk.jabatan for g in di_atas.get(f.pk.eselon, [])]
        if not calon:
            continue
        yield Syarat(
            kode=atasan.kode,
            uraian=f"atasan langsung {f.pk.jabatan}",
            terpenuhi=any(_jabatan_sama(c, f.pk.atasan) for c in calon),
            bukti=(reg.petunjuk(f.pk.atasan, f.pk.lokasi_atasan, f"{f.pk.sebutan}, pihak kedua"),),
            tertulis=f.pk.atasan,
            seharusnya=" atau ".join(calon),
        )


@aturan(
    kode="KAS06",
    daftar_uji=("T.2",),
    judul="Nama jabatan dalam satu perjanjian",
    title="Name of the office within one agreement",
    memeriksa="Jabatan pada formulir lampiran sama dengan jabatan pihak pertama.",
    checks="The office on the annexed form is that of the first party.",
    penting="Formulir dengan jabatan lain dapat dianggap milik pejabat lain.",
    matters="A form with another office on it may be taken for another officer's.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    celah="nama jabatan dapat disingkat",
    reading="the name of the office may be shortened",
)
def nama_jabatan(reg: Register) -> Iterator[Relasi]:
    """jabatan_formulir names the same office as jabatan."""
    for f in reg.formulir:
        if not f.pk.jabatan_formulir:
            continue
        tempat = f"{f.pk.sebutan}, jabatan pada formulir"
        yield Syarat(
            kode=nama_jabatan.kode,
            uraian=f"jabatan pada formulir {f.pk.jabatan}",
            terpenuhi=_jabatan_sama(f.pk.jabatan, f.pk.jabatan_formulir),
            bukti=(reg.petunjuk(f.pk.jabatan_formulir, f.pk.lokasi_jabatan_formulir, tempat),),
            tertulis=f.pk.jabatan_formulir,
            seharusnya=f.pk.jabatan,
        )


@aturan(
    kode="KAS07",
    daftar_uji=("T.2",),
    judul="Pihak yang melakukan supervisi",
    title="The party that supervises",
    memeriksa="Klausul supervisi menyebut pihak kedua, yaitu atasan langsung.",
    checks="The clause on supervision names the second party, the superior.",
    penting="Klausul yang menyebut pihak pertama membuat pejabat menyupervisi dirinya sendiri.",
    matters="A clause that names the first party has the officer supervise himself.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    celah="klausul baku dapat sekadar salah ketik",
    reading="it may be a mere slip in a standard clause",
)
def supervisi(reg: Register) -> Iterator[Relasi]:
    """pihak_supervisi is PIHAK KEDUA; the forms at fault in one relation."""
    salah: list[Formulir] = []
    for f in reg.formulir:
        if not f.pk.pihak_supervisi:
            continue
        if baku(f.pk.pihak_supervisi) == "pihak kedua":
            yield Syarat(
                kode=supervisi.kode,
                uraian=f"klausul supervisi {f.pk.sebutan}",
                terpenuhi=True,
                bukti=(_klausul(reg, f),),
            )
        else:
            salah.append(f)
    if salah:
        yield Syarat(
            kode=supervisi.kode,
            uraian=f"klausul supervisi {len(salah)} perjanjian",
            terpenuhi=False,
            bukti=tuple(_klausul(reg, f) for f in salah),
            tertulis=f"{salah[0].pk.pihak_supervisi} pada {len(salah)} perjanjian",
            seharusnya="PIHAK KEDUA",
            rincian=tuple(f.pk.jabatan for f in salah),
        )


def _klausul(reg: Register, f: Formulir) -> Butir:
    return reg.petunjuk(f.pk.pihak_supervisi, f.pk.lokasi_supervisi, f"{f.pk.sebutan}, klausul supervisi")
