"""Rules on numbering and titles: columns, lines, forms, the list of tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sakip.aturan.definisi import Keluarga, aturan
from sakip.fakta.lingkup import lingkup_judul
from sakip.relasi import Syarat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.fakta.register import Butir, Register
    from sakip.model.perjanjian import BarisAnggaran, BarisKinerja
    from sakip.model.tabel import Tabel
    from sakip.relasi import Relasi


_TAHUN = re.compile(r"\b((?:19|20)\d{2})\b")


IDN = Keluarga("IDN", "Identitas laporan", "Identity of the report")

NOM = Keluarga("NOM", "Penomoran", "Numbering")


@aturan(
    kode="NOM01",
    daftar_uji=("T.1",),
    judul="Nomor kolom dan baris tabel",
    title="Column and line numbers of tables",
    memeriksa="Nomor kolom dan nomor baris berurutan tanpa berulang atau meloncat.",
    checks="Column and line numbers follow each other without repeating or jumping.",
    penting="Nomor yang meloncat menandakan baris atau kolom yang hilang.",
    matters="A jump is the mark of a line or column that was lost.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="nomor dapat salah ketik tanpa ada yang hilang",
    reading="a number may be mistyped with nothing lost",
)
def nomor_tabel(reg: Register) -> Iterator[Relasi]:
    """Each numbered run counts by ones."""
    for t in reg.tabel:
        for deret in t.deret_nomor:
            angka = [int(b.nilai or 0) for b in deret]
            salah = [b for b, n, lalu in zip(deret[1:], angka[1:], angka, strict=False) if n != lalu + 1]
            yield Syarat(
                kode=nomor_tabel.kode,
                jenis="urutan",
                uraian=f"nomor {t.tabel.sebutan} berurutan",
                terpenuhi=not salah,
                bukti=(*salah, *(b for b in deret if b not in salah)),
                tertulis=", ".join(b.teks for b in deret),
                seharusnya=f"berurutan {angka[0]}–{angka[0] + len(angka) - 1}",
            )


def _nomor(teks: str) -> tuple[int, ...] | None:
    bagian = teks.strip().rstrip(".").split(".")
    return tuple(map(int, bagian)) if all(b.isascii() and b.isdigit() for b in bagian) else None


def _meloncat(daftar: Sequence[BarisKinerja | BarisAnggaran]) -> list[BarisKinerja | BarisAnggaran]:
    """The lines whose numbers do not follow from those before them, in a list with levels."""
    akhir: dict[tuple[int, ...], int] = {}
    salah = []
    for b in daftar:
        n = _nomor(b.no) if b.no else None
        if n is None:
            continue
        atas = n[:-1]
        if n[-1] != akhir.get(atas, 0) + 1:
            salah.append(b)
        akhir[atas] = n[-1]
    return salah


@aturan(
    kode="NOM02",
    daftar_uji=("T.1",),
    judul="Nomor baris perjanjian kinerja",
    title="Line numbers of agreements",
    memeriksa="Nomor baris kinerja dan anggaran pada satu formulir berurutan menurut jenjangnya.",
    checks="Line numbers of the performance and budget parts follow each other, level by level.",
    penting="Nomor yang meloncat menandakan baris yang hilang atau disalin dari formulir lain.",
    matters="A jump is the mark of a line lost, or copied from another form.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="nomor dapat mengikuti penomoran formulir atasan",
    reading="the numbers may follow those of the superior's form",
)
def nomor_formulir(reg: Register) -> Iterator[Relasi]:
    """Numbers of both parts of each form; the forms at fault in one relation."""
    bukti: list[Butir] = []
    uraian: list[str] = []
    for f in reg.formulir:
        bagian: list[tuple[str, Sequence[BarisKinerja | BarisAnggaran]]] = [
            ("kinerja", f.pk.kinerja),
            ("anggaran", f.pk.anggaran),
        ]
        meloncat = [(nama, b) for nama, baris in bagian for b in _meloncat(baris)]
        if meloncat:
            uraian.append(f"{', '.join(f'{nama} {b.no}' for nama, b in meloncat)} pada {f.pk.sebutan}")
            bukti += [reg.petunjuk(b.no, b.lokasi, f"{f.pk.sebutan}, {nama} {b.no}") for nama, b in meloncat]
        elif f.pk.kinerja or f.pk.anggaran:
            uraian_benar = f"nomor baris {f.pk.sebutan} berurutan"
            yield Syarat(kode=nomor_formulir.kode, jenis="urutan", uraian=uraian_benar, terpenuhi=True)
    if uraian:
        yield Syarat(
            kode=nomor_formulir.kode,
            jenis="urutan",
            uraian=f"nomor baris {len(uraian)} formulir berurutan",
            terpenuhi=False,
            bukti=tuple(bukti),
            tertulis=f"{len(uraian)} formulir dengan nomor meloncat",
            seharusnya="berurutan dari 1 pada tiap jenjang",
            rincian=tuple(uraian),
        )


@aturan(
    kode="IDN02",
    daftar_uji=("T.1",),
    judul="Judul tabel dan daftar tabel",
    title="Titles of tables and the list of tables",
    memeriksa="Judul di atas tabel sama dengan judulnya dalam daftar tabel.",
    checks="The title above a table is the one in the list of tables.",
    penting="Daftar yang berbeda menyulitkan pembaca menemukan tabel.",
    matters="A list that differs makes tables hard to find.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="judul dalam daftar dapat disingkat",
    reading="titles in the list may be shortened",
)
def judul(reg: Register) -> Iterator[Relasi]:
    """judul = judul_daftar, one relation for all that differ."""
    ada = [t.tabel for t in reg.tabel if t.tabel.judul_daftar]
    beda = [t for t in ada if baku(t.judul_daftar) != baku(t.judul)]
    if ada:
        yield Syarat(
            kode=judul.kode,
            uraian=f"judul {len(ada)} tabel sama dengan daftar tabel",
            terpenuhi=not beda,
            bukti=tuple(reg.petunjuk(t.judul, t.lokasi, f"{t.sebutan}, judul", "tabel") for t in beda),
            tertulis=f"{len(beda)} judul berbeda dari daftar tabel",
            seharusnya="sama dengan daftar tabel",
            rincian=tuple(f"{t.sebutan} {t.judul}; dalam daftar: {t.judul_daftar}" for t in beda),
        )


@aturan(
    kode="IDN03",
    daftar_uji=("T.1",),
    judul="Tahun pada judul tabel dan kolomnya",
    title="The year of a title and those of its columns",
    memeriksa="Tahun yang disebut judul tabel adalah salah satu tahun yang disebut kepala kolom targetnya atau "
    "realisasinya.",
    checks="The year that a title names is one of the years that the headings of its figures name.",
    penting="Judul yang tertinggal dari laporan tahun lalu membuat pembaca ragu tahun mana yang dilaporkan.",
    matters="A title left over from last year's report leaves open which year is reported.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="judul dapat menyebut tahun dokumen, bukan tahun angkanya",
    reading="the title may name the year of a document, not that of the figures",
)
def tahun_judul(reg: Register) -> Iterator[Relasi]:
    """The one year of a title is among those of the headings below it."""
    beda: list[tuple[Tabel, int, list[int]]] = []
    ada = 0
    for t in (x.tabel for x in reg.tabel):
        judul = lingkup_judul(t.judul).tahun
        kolom = {int(n) for k in t.kolom if k.peran.jenis is not None for n in _TAHUN.findall(k.judul)}
        if judul is None or not kolom or t.indeks("tahun") is not None:
            continue
        ada += 1
        if judul not in kolom:
            beda.append((t, judul, sorted(kolom)))
    if ada:
        yield Syarat(
            kode=tahun_judul.kode,
            uraian=f"tahun pada judul {ada} tabel sama dengan tahun kolomnya",
            terpenuhi=not beda,
            bukti=tuple(reg.petunjuk(t.judul, t.lokasi, f"{t.sebutan}, judul", "tabel") for t, _, _ in beda),
            tertulis="; ".join(f"{t.sebutan}: judul {n}, kolom {_sebut(k)}" for t, n, k in beda),
            seharusnya="tahun yang sama",
        )


def _sebut(tahun: Sequence[int]) -> str:
    return ", ".join(map(str, tahun))
