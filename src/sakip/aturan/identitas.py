"""Rules on the identity of the report: titles, and the years that they name."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import attrs

from sakip.aturan.bahan.contoh import laporan, sel, tabel
from sakip.aturan.definisi import Keluarga, aturan
from sakip.fakta.lingkup import lingkup_judul
from sakip.model.indikator import Indikator
from sakip.model.laporan import Tanggal
from sakip.relasi import Cocok, Setiap, Syarat
from sakip.teks.kalimat import Daftar, kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.model.laporan import Laporan
    from sakip.model.tabel import Tabel
    from sakip.relasi import Relasi

_TAHUN = re.compile(r"\b((?:19|20)\d{2})\b")

IDN = Keluarga("IDN", "Identitas laporan", "Identity of the report")

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
"""An indicator of the examples."""


def _judul_tercetak(reg: Register, t: Tabel) -> tuple[Butir, ...]:
    return (reg.petunjuk(t.judul, t.lokasi, t.tempat, kalimat("tempat.judul"), media="tabel"),)


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
    praktik=True,
    celah="judul dalam daftar dapat disingkat",
    reading="titles in the list may be shortened",
    kalimat={
        "cocok.semua": ("judul {banyak} tabel sama dengan daftar tabel", "titles as in the list of tables: {banyak}"),
        "cocok.tertulis": ("{n} judul berbeda dari daftar tabel", "titles unlike the list of tables: {n}"),
        "cocok.rinci": (
            "{nama} {tertulis}; dalam daftar: {seharusnya}",
            "{nama} {tertulis}; in the list: {seharusnya}",
        ),
        "cocok.seharusnya": ("sama dengan daftar tabel", "as in the list of tables"),
    },
)
def judul(reg: Register) -> Iterator[Relasi]:
    """judul = judul_daftar, one relation for all that differ."""
    kasus = tuple(
        Cocok(nama=t.tempat, tertulis=t.judul, seharusnya=(t.judul_daftar,), saksi=_judul_tercetak(reg, t))
        for t in (x.tabel for x in reg.tabel)
        if t.judul_daftar
    )
    if kasus:
        yield Setiap(kode=judul.kode, kasus=kasus, rinci=True)


def _judul(judul: str) -> Laporan:
    isi = tabel("1.3", "Sarana Kerja", "nama | jumlah", "Meja Kerja | 24", "Kursi Kerja | 30")
    return laporan(tabel=(attrs.evolve(isi, judul_daftar=judul),))


judul.salah(partial(_judul, "Prasarana Kerja"))
judul.benar(partial(_judul, "Sarana Kerja"))


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
    praktik=True,
    celah="judul dapat menyebut tahun dokumen, bukan tahun angkanya",
    reading="the title may name the year of a document, not that of the figures",
    kalimat={
        "cocok.semua": (
            "tahun pada judul {banyak} tabel sama dengan tahun kolomnya",
            "years of titles among those of the columns, tables: {banyak}",
        ),
        "cocok.kutip": ("{nama}: judul {tertulis}, kolom {kolom}", "{nama}: title {tertulis}, columns {kolom}"),
        "cocok.seharusnya": ("tahun yang sama", "the same year"),
    },
)
def tahun_judul(reg: Register) -> Iterator[Relasi]:
    """The one year of a title is among those of the headings below it."""
    kasus = []
    for t in (x.tabel for x in reg.tabel):
        tahun = lingkup_judul(t.judul).tahun
        kolom = {int(n) for k in t.kolom if k.peran.jenis is not None for n in _TAHUN.findall(k.judul)}
        if tahun is None or not kolom or t.indeks("tahun") is not None:
            continue
        benar = tuple(map(str, sorted(kolom)))
        kasus.append(
            Cocok(
                nama=t.tempat,
                tertulis=str(tahun),
                seharusnya=benar,
                saksi=_judul_tercetak(reg, t),
                isi={"kolom": Daftar(benar, None, "koma")},
            )
        )
    if kasus:
        yield Setiap(kode=tahun_judul.kode, kasus=tuple(kasus))


def _tahun_judul(judul: str) -> Laporan:
    isi = tabel("3.1", judul, "indikator | target | realisasi | capaian", f"{LULUS.nama} | 80,00 | 60,00 | 75,00")
    kepala = {"target": "Target 2025", "realisasi": "Realisasi 2025"}
    kolom = tuple(attrs.evolve(k, judul=kepala.get(k.kunci, k.judul)) for k in isi.kolom)
    return laporan(indikator=(LULUS,), tabel=(attrs.evolve(isi, kolom=kolom),))


tahun_judul.salah(partial(_tahun_judul, "Capaian Indikator Kinerja Tahun 2024"))
tahun_judul.benar(partial(_tahun_judul, "Capaian Indikator Kinerja Tahun 2025"))


@aturan(
    kode="IDN01",
    daftar_uji=("T.1",),
    judul="Tanggal laporan",
    title="Date of the report",
    memeriksa="Laporan ditandatangani sesudah tahun yang dilaporkan berakhir, dengan tahun yang sama di setiap "
    "halaman.",
    checks="The report is signed after the year it reports on, in the same year on each page.",
    penting="Laporan yang bertanggal sebelum tahunnya berakhir tidak mungkin memuat realisasi setahun.",
    matters="A report dated before its year ended cannot hold the year's results.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={"uraian": ("tanggal {teks} sesudah tahun {tahun}", "date {teks} after the year {tahun}")},
    celah="laporan dapat diberi tanggal akhir tahun anggarannya",
    reading="a report may be dated at the end of its own year",
)
def tanggal(reg: Register) -> Iterator[Relasi]:
    """Each date of signing falls after the end of the reported year."""
    lap = reg.laporan
    terbaca = [(t, th) for t in lap.tanggal if (th := re.findall(r"\b\d{4}\b", t.nilai.teks))]
    lain = [int(th[-1]) for _, th in terbaca if int(th[-1]) > lap.tahun]
    for t, th in terbaca:
        tempat = kalimat("tempat.tanggal.bagian", bagian=t.bagian) if t.bagian else kalimat("tempat.tanggal")
        b = reg.petunjuk(t.nilai.teks, t.nilai.lokasi, tempat, media="narasi")
        benar = int(th[-1]) > lap.tahun
        yield Syarat(
            kode=tanggal.kode,
            uraian=kalimat(f"{tanggal.kode}.uraian", teks=t.nilai.teks, tahun=str(lap.tahun)),
            terpenuhi=benar,
            bukti=(b,),
            tertulis=t.nilai.teks,
            seharusnya=t.nilai.teks if benar else t.nilai.teks.replace(th[-1], str(lain[0] if lain else lap.tahun + 1)),
        )


def _contoh_tanggal(teks: str) -> Laporan:
    return laporan(tanggal=(Tanggal(nilai=sel(teks, "nama", "Tanggal"), bagian="Kata Pengantar"),))


tanggal.salah(partial(_contoh_tanggal, "20 Februari 2025"))


tanggal.benar(partial(_contoh_tanggal, "20 Februari 2026"))
