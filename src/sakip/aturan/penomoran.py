"""Rules on numbering: columns and lines of tables, lines of forms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sakip.aturan.bahan.contoh import Uang, formulir, laporan, tabel
from sakip.aturan.definisi import Keluarga, aturan
from sakip.relasi import Berurutan, Nomor, Setiap
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.fakta.register import Formulir, Register
    from sakip.model.laporan import Laporan
    from sakip.model.perjanjian import BarisAnggaran, BarisKinerja
    from sakip.relasi import Relasi


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
    praktik=True,
    celah="nomor dapat salah ketik tanpa ada yang hilang",
    reading="a number may be mistyped with nothing lost",
)
def nomor_tabel(reg: Register) -> Iterator[Relasi]:
    """Each numbered run counts by ones."""
    for t in reg.tabel:
        for deret in t.deret_nomor:
            nomor = tuple(Nomor(butir=b, angka=(int(b.nilai or 0),)) for b in deret)
            yield Setiap(kode=nomor_tabel.kode, kasus=(Berurutan(nama=t.tabel.tempat, nomor=nomor),), satu=True)


def _nomor_baris(no: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "1.3",
                "Sarana Kerja",
                "no | nama | jumlah",
                "1 | Meja Kerja | 24",
                "2 | Kursi Kerja | 30",
                f"{no} | Lemari Arsip | 12",
            ),
        )
    )


nomor_tabel.salah(partial(_nomor_baris, "4"))
nomor_tabel.benar(partial(_nomor_baris, "3"))


def _nomor(teks: str) -> tuple[int, ...] | None:
    bagian = teks.strip().rstrip(".").split(".")
    return tuple(map(int, bagian)) if all(b.isascii() and b.isdigit() for b in bagian) else None


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
    praktik=True,
    celah="nomor dapat mengikuti penomoran formulir atasan",
    reading="the numbers may follow those of the superior's form",
    kalimat={
        "berurutan.satu": ("nomor baris {nama} berurutan", "line numbers of {nama} run on"),
        "berurutan.semua": ("nomor baris {n} formulir berurutan", "line numbers run on, forms: {n}"),
        "berurutan.tertulis": ("{n} formulir dengan nomor meloncat", "forms with numbers that jump: {n}"),
        "berurutan.rinci": ("{salah} pada {nama}", "{salah} in {nama}"),
        "berurutan.seharusnya": ("berurutan dari 1 pada tiap jenjang", "running from 1 on each level"),
        "kinerja": ("kinerja {no}", "performance {no}"),
        "anggaran": ("anggaran {no}", "budget {no}"),
    },
)
def nomor_formulir(reg: Register) -> Iterator[Relasi]:
    """Numbers of both parts of each form; the forms at fault in one relation."""
    kasus = [Berurutan(nama=f.pk.tempat, nomor=tuple(_nomor_formulir(reg, f)), awal=1) for f in reg.formulir]
    ada = [k for f, k in zip(reg.formulir, kasus, strict=True) if f.pk.kinerja or f.pk.anggaran]
    yield from (Setiap(kode=nomor_formulir.kode, kasus=(k,), satu=True, bukti=(), tertulis="") for k in ada if k.sesuai)
    if salah := tuple(k for k in ada if not k.sesuai):
        bukti = tuple(n.butir for k in salah for n in k.salah)
        yield Setiap(kode=nomor_formulir.kode, kasus=salah, bukti=bukti, rinci=True)


def _nomor_formulir_contoh(no: str) -> Laporan:
    baris = [
        Uang("1.1", "Kegiatan Pelatihan Dasar", "Rp 45.000.000"),
        Uang(no, "Kegiatan Magang Kerja", "Rp 30.000.000"),
    ]
    return laporan(perjanjian=(formulir("III", "Kepala Bidang Pelatihan", baris),))


nomor_formulir.salah(partial(_nomor_formulir_contoh, "1.3"))
nomor_formulir.benar(partial(_nomor_formulir_contoh, "1.2"))


def _nomor_formulir(reg: Register, f: Formulir) -> Iterator[Nomor]:
    """The numbers of a form; each part counts by itself."""
    bagian_formulir: tuple[tuple[str, Sequence[BarisKinerja | BarisAnggaran]], ...] = (
        ("kinerja", f.pk.kinerja),
        ("anggaran", f.pk.anggaran),
    )
    for ke, (bagian, baris) in enumerate(bagian_formulir):
        for b in baris:
            if b.no and (angka := _nomor(b.no)) is not None:
                yield Nomor(
                    butir=reg.petunjuk(b.no, b.lokasi, f.pk.tempat, kalimat(f"tempat.{bagian}", no=b.no)),
                    angka=(ke, *angka),
                    sebut=kalimat(f"{nomor_formulir.kode}.{bagian}", no=b.no),
                )
