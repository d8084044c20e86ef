"""Rules on notation: decimal marks, amounts of money, percent signs, rounding, headings of columns."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import tulis
from sakip.angka.terbilang import baca_terbilang, cari_terbilang, menyatakan
from sakip.aturan.bahan.contoh import klaim, laporan, tabel, tabel_anggaran
from sakip.aturan.definisi import Aturan, Keluarga, aturan
from sakip.aturan.tabel import menurut_kelamin
from sakip.fakta.pengenal import pengenal
from sakip.model.indikator import Indikator
from sakip.relasi import Cetakan, Cocok, Seragam, Setiap, Syarat
from sakip.teks.kalimat import Daftar, kalimat
from sakip.teks.nama import baku, kata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from sakip.fakta.register import Butir, Register, TabelFakta
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi
    from sakip.teks.kalimat import Isi

_TITIK_DESIMAL = re.compile(r"^\D*\d+\.\d{1,2}\D*$")

NOT = Keluarga("NOT", "Penulisan angka", "Notation")

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
"""An indicator of the examples."""


def _cetakan(b: Butir, bentuk: str) -> Cetakan:
    return Cetakan(butir=b, bentuk=bentuk, sebut=kalimat("cetakan.di", teks=b.teks, tempat=_wadah(b)))


def _wadah(b: Butir) -> Isi:
    return b.tempat.isi[0]


@aturan(
    kode="NOT01",
    daftar_uji=("T.1",),
    sifat=frozenset({"tanda_desimal"}),
    judul="Tanda desimal bercampur",
    title="Mixed decimal marks",
    memeriksa="Angka desimal ditulis dengan koma di seluruh laporan.",
    checks="Decimals are written with a comma throughout.",
    penting="Titik sebagai desimal dapat terbaca sebagai ribuan.",
    matters="A point for decimals can be read as thousands.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="angka dapat disalin dari aplikasi berbahasa Inggris",
    reading="figures may be copied from software in English",
    kalimat={
        "seragam.semua": ("semua desimal bertanda koma", "all decimals with a comma"),
        "seragam.tertulis": (
            "{banyak_janggal} angka berdesimal titik, antara lain {contoh} ({tempat})",
            "figures with a decimal point: {banyak_janggal}, such as {contoh} ({tempat})",
        ),
        "seragam.seharusnya": ("koma sebagai tanda desimal", "a comma as the decimal mark"),
    },
)
def desimal(reg: Register) -> Iterator[Relasi]:
    """Figures whose only separator is a decimal point, in a report that otherwise writes commas."""
    tercetak = [b for b in reg.butir if b.berangka and b.desimal]
    if not any("," in b.teks for b in tercetak):
        return
    titik = [b for b in tercetak if _TITIK_DESIMAL.match(b.teks)]
    tanda = Seragam(
        cetakan=tuple(Cetakan(butir=b, bentuk="." if _TITIK_DESIMAL.match(b.teks) else ",") for b in tercetak),
        wajib=frozenset(","),
        isi={
            "contoh": titik[0].teks if titik else "",
            "tempat": Daftar(tuple(sorted({_wadah(b) for b in titik}, key=pengenal)), None, "koma"),
        },
    )
    yield Setiap(kode=desimal.kode, kasus=(tanda,))


def _desimal(realisasi: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.1",
                "Target dan Realisasi",
                "indikator | target | realisasi",
                f"Persentase Peserta Lulus | 80,00 | {realisasi}",
                "Persentase Usaha Tumbuh | 60,00 | 54,00",
            ),
        )
    )


desimal.salah(partial(_desimal, "84.00"))
desimal.benar(partial(_desimal, "84,00"))


@aturan(
    kode="NOT02",
    daftar_uji=("T.1",),
    judul="Penulisan rupiah tidak baku",
    title="Malformed amounts of money",
    memeriksa="Sen ditulis dengan dua angka.",
    checks="Sen are written with two digits.",
    penting="Angka yang terpotong dapat menyembunyikan nilai lain.",
    matters="A figure cut short may hide another value.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="satu angka nol dapat terhapus",
    reading="a zero may have been deleted",
    kalimat={
        "seragam.semua": (
            "{cetakan} nilai rupiah tanpa sen atau bersen dua angka",
            "amounts without sen or with two digits of sen: {cetakan}",
        ),
        "seragam.seharusnya": ("tanpa sen atau sen dua angka", "no sen, or two digits of sen"),
    },
)
def rupiah(reg: Register) -> Iterator[Relasi]:
    """Money printed with one decimal, or more than two."""
    uang = [b for b in reg.butir if b.berangka and b.peran.jenis == "rupiah"]
    if uang:
        sen = Seragam(cetakan=tuple(_cetakan(b, str(b.desimal)) for b in uang), wajib=frozenset({"0", "2"}))
        yield Setiap(kode=rupiah.kode, kasus=(sen,))


def _rupiah(pagu: str) -> Laporan:
    return laporan(tabel=(tabel_anggaran(f"02 | Program Pelatihan | {pagu}", "03 | Program Promosi | 65.000.000,00"),))


rupiah.salah(partial(_rupiah, "75.000.000,0"))
rupiah.benar(partial(_rupiah, "75.000.000,00"))


potongan = Aturan(
    kode="NOT03",
    daftar_uji=("T.1",),
    sifat=frozenset({"potongan"}),
    judul="Dipotong, bukan dibulatkan",
    title="Cut off instead of rounded",
    memeriksa="Hasil perhitungan dibulatkan setengah ke atas, bukan dipotong.",
    checks="Results are rounded half-up, not cut off.",
    penting="Cara membulatkan yang berbeda-beda membuat angka yang sama tercetak berbeda.",
    matters="Rounding in several ways prints one figure in several values.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="aplikasi dapat memotong desimal",
    reading="software may cut decimals off",
)


def _serapan(serapan: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.5",
                "Serapan Anggaran",
                "nama | pagu | realisasi_anggaran | serapan",
                f"Program Pelatihan | 75.000.000 | 50.000.000 | {serapan}",
                "Program Promosi | 65.000.000 | 58.500.000 | 90,00%",
            ),
        )
    )


potongan.salah(partial(_serapan, "66,66%"))
potongan.benar(partial(_serapan, "66,67%"))


@aturan(
    kode="NOT04",
    daftar_uji=("T.1",),
    judul="Tanda persen bercampur dalam satu kolom",
    title="Percent signs mixed in one column",
    memeriksa="Dalam satu kolom persentase semua angka bertanda persen atau semuanya tidak.",
    checks="In a column of percentages all figures bear the sign or none does.",
    penting="Angka tanpa tanda di antara yang bertanda dapat terbaca sebagai nilai.",
    matters="A figure without the sign among others with it may be read as a score.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="hanya soal penulisan",
    reading="a matter of style only",
    kalimat={
        "seragam.semua": ("{banyak} kolom persentase seragam", "columns of percentages of one form each: {banyak}"),
        "seragam.seharusnya": ("seragam dalam satu kolom", "alike within a column"),
    },
)
def tanda_persen(reg: Register) -> Iterator[Relasi]:
    """Columns of achievements, shares and absorption; one relation for all that mix."""
    kolom = [
        [x for b in t.baris if (x := b.butir.get(k.kunci)) is not None and x.berangka]
        for t in reg.tabel
        for k in t.tabel.kolom
        if k.peran.jenis == "persen"
    ]
    kasus = tuple(
        Seragam(cetakan=tuple(_cetakan(b, "%" if "%" in b.teks else "") for b in isi), seri="%") for isi in kolom
    )
    if kasus:
        yield Setiap(kode=tanda_persen.kode, kasus=kasus)


def _persen(capaian: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | capaian",
                f"Persentase Peserta Lulus | {capaian}",
                "Persentase Usaha Tumbuh | 100,00%",
                "Persentase Koperasi Aktif | 96,00%",
            ),
        )
    )


tanda_persen.salah(partial(_persen, "105,00"))
tanda_persen.benar(partial(_persen, "105,00%"))


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
    kalimat={
        "cocok.semua": ("judul {banyak} kolom realisasi", "headings of columns of realisations: {banyak}"),
        "cocok.kutip": ("{tertulis} ({tabel})", "{tertulis} ({tabel})"),
        "cocok.seharusnya": ("berjudul realisasi", "headed realisation"),
    },
)
def judul_capaian(reg: Register) -> Iterator[Relasi]:
    """Headings of columns of realisations; one relation for all of them."""
    kolom = [(t, k) for t in reg.tabel for k in t.tabel.kolom]
    if not any(k.peran.nama == "capaian" for _, k in kolom):
        return
    judul = tuple(
        Cocok(
            tertulis=k.judul,
            seharusnya=("realisasi",),
            terlarang=("capaian",),
            sama=_memuat,
            saksi=tuple(b.butir[k.kunci] for b in t.baris if k.kunci in b.butir)[:1],
            isi={"tabel": t.tabel.tempat},
        )
        for t, k in kolom
        if k.peran.nama == "realisasi" and k.judul
    )
    if judul:
        yield Setiap(kode=judul_capaian.kode, kasus=judul)


def _kolom_realisasi(judul: str) -> Laporan:
    isi = tabel("3.3", "Perkembangan", "indikator | realisasi | capaian", f"{LULUS.nama} | 80,00 | 100,00")
    bernama = [attrs.evolve(k, judul=judul) if k.kunci == "realisasi" else k for k in isi.kolom]
    return laporan(indikator=(LULUS,), tabel=(attrs.evolve(isi, kolom=tuple(bernama)),))


judul_capaian.salah(partial(_kolom_realisasi, "Capaian 2025"))
judul_capaian.benar(partial(_kolom_realisasi, "Realisasi 2025"))


def _memuat(judul: str, nama: str) -> bool:
    return nama in kata(judul)


@aturan(
    kode="NOT05",
    daftar_uji=("T.1",),
    judul="Satu kode untuk dua jenis kelamin",
    title="One code for two sexes",
    memeriksa="Huruf yang berarti perempuan di satu tabel tidak berarti pria di tabel lain.",
    checks="A letter that means women in one table does not mean men in another.",
    penting="Pembaca yang membandingkan kedua tabel akan menukar kolomnya.",
    matters="A reader who compares the tables will swap the columns.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("huruf P berarti satu jenis kelamin di semua tabel", "the letter P means one sex in all tables"),
        "pria": ("P = pria ({tabel})", "P = men ({tabel})"),
        "perempuan": ("P = perempuan ({tabel})", "P = women ({tabel})"),
        "seharusnya": ("satu kode untuk tiap jenis kelamin", "one code for each sex"),
    },
    celah="tiap tabel jelas bila dibaca sendiri",
    reading="each table is clear by itself",
)
def kode_kelamin(reg: Register) -> Iterator[Relasi]:
    """`P` as perempuan beside `L` in one table and as pria beside `W` in another."""
    arti: dict[str, list[TabelFakta]] = {}
    for t in reg.tabel:
        kolom = menurut_kelamin(t)
        for makna, kunci in zip(("pria", "perempuan"), kolom or (), strict=False):
            if any(baku(k.partition(":")[2].partition("@")[0]).rpartition(" ")[2] == "p" for k in kunci):
                arti.setdefault(makna, []).append(t)
    if arti:
        semua = [t for daftar in arti.values() for t in daftar if t.tabel.baris]
        yield Syarat(
            kode=kode_kelamin.kode,
            uraian=kalimat(f"{kode_kelamin.kode}.uraian"),
            terpenuhi=len(arti) == 1,
            bukti=tuple(
                reg.petunjuk("P", t.tabel.baris[0].lokasi, t.tabel.tempat, kolom="P", media="tabel") for t in semua
            ),
            tertulis=tuple(
                kalimat(f"{kode_kelamin.kode}.{makna}", tabel=Daftar(tuple(t.tabel.tempat for t in d), None, "koma"))
                for makna, d in arti.items()
            ),
            seharusnya=kalimat(f"{kode_kelamin.kode}.seharusnya"),
        )


def _contoh_kode_kelamin(kolom: str) -> Laporan:
    baris = ("Sekretariat | 12 | 17", "Bidang Pelatihan | 4 | 6")
    return laporan(
        tabel=(
            tabel("1.1", "Pegawai berdasarkan Golongan", "nama | rincian:L | rincian:P", *baris),
            tabel("1.2", "Pegawai berdasarkan Pendidikan", f"nama | {kolom}", *baris),
        )
    )


kode_kelamin.salah(partial(_contoh_kode_kelamin, "rincian:S1 P | rincian:S1 W"))


kode_kelamin.benar(partial(_contoh_kode_kelamin, "rincian:S1 L | rincian:S1 P"))


@aturan(
    kode="NOT07",
    daftar_uji=("T.1",),
    judul="Angka dan terbilangnya berbeda",
    title="A figure and its words differ",
    memeriksa="Angka sama dengan yang tertulis dengan huruf dalam kurung di belakangnya.",
    checks="A figure is the number that the words in brackets behind it spell.",
    penting="Satu dari keduanya salah, dan pembaca tidak tahu yang mana.",
    matters="One of the two is wrong, and a reader cannot tell which.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="angka dapat benar dan kata-katanya yang salah",
    reading="the figure may be right and its words wrong",
    kalimat={
        "uraian": ("{angka} = {kata}", "{angka} = {kata}"),
        "tertulis": ("{angka} ({kata})", "{angka} ({kata})"),
        "seharusnya": (
            "{nilai} menurut kata-katanya, atau kata-kata untuk {angka}",
            "{nilai} by the words, or the words for {angka}",
        ),
    },
)
def terbilang(reg: Register) -> Iterator[Relasi]:
    """Figures with words behind them, in sentences, in tables and in agreement forms."""
    for isi, y in reg.klaim:
        nilai = baca_terbilang(isi.terbilang)
        if nilai is not None:
            yield _terbilang(y, isi.tertulis.teks, isi.terbilang, nilai)
    for t in reg.laporan.tabel:
        for b in t.baris:
            for k, s in zip(t.kolom, b.sel, strict=True):
                for _, angka, kata_kata, nilai in cari_terbilang(s.teks):
                    kolom = k.judul or k.kunci
                    bukti = reg.petunjuk(s.teks, s.lokasi, t.tempat, kolom=kolom, media="tabel")
                    yield _terbilang(bukti, angka, kata_kata, nilai)
    for f in reg.formulir:
        for s in f.pk.sel:
            for _, angka, kata_kata, nilai in cari_terbilang(s.teks):
                yield _terbilang(reg.petunjuk(s.teks, s.lokasi, f.pk.tempat), angka, kata_kata, nilai)


def _terbilang(bukti: Butir, angka: str, kata_kata: str, nilai: Fraction) -> Syarat:
    isi = {"angka": angka, "kata": kata_kata}
    desimal = next(n for n in range(len(kata_kata)) if (nilai * 10**n).denominator == 1)
    return Syarat(
        kode=terbilang.kode,
        uraian=kalimat(f"{terbilang.kode}.uraian", **isi),
        terpenuhi=menyatakan(angka, nilai),
        bukti=(bukti,),
        tertulis=kalimat(f"{terbilang.kode}.tertulis", **isi),
        seharusnya=kalimat(f"{terbilang.kode}.seharusnya", nilai=tulis(nilai, desimal), angka=angka),
    )


def _contoh_terbilang(angka: str) -> Laporan:
    return laporan(narasi=(klaim(angka, "cacah", rumus="tanpa", alasan="data kepegawaian", terbilang="dua belas"),))


terbilang.salah(partial(_contoh_terbilang, "11"))
terbilang.benar(partial(_contoh_terbilang, "12"))
