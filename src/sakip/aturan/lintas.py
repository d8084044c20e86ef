"""Several reports: what one agency prints against what another, the region, or the year before prints."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sakip.aturan.bahan.contoh import TAHUN, laporan, sel
from sakip.aturan.definisi import Keluarga, aturan
from sakip.fakta.register import Kunci
from sakip.hukum.rumus import Rumus
from sakip.model.laporan import Kutipan
from sakip.model.peran import PERAN
from sakip.relasi import Cetakan, Jalur, Rumusan, Sama, Seragam, Setiap, Syarat
from sakip.teks.istilah import himpunan
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import kata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi
    from sakip.teks.kalimat import Isi

__all__ = ["nama_baku"]


def nama_baku(teks: str) -> str:
    """The name of a program as far as it is compared; two names with the same are one."""
    return " ".join(k for k in kata(teks) if k not in himpunan("tingkat_daerah"))


def _kelompok(reg: Register, awal: str) -> Iterator[tuple[str, list[Kutipan]]]:
    """The quotations whose matter begins with `awal`, by matter, role and period; single ones left out."""
    hasil: dict[tuple[str, str, int | None], list[Kutipan]] = {}
    for k in reg.laporan.kutipan:
        if k.perihal.startswith(awal):
            hasil.setdefault((k.perihal, k.peran, k.periode), []).append(k)
    yield from ((perihal[0].removeprefix(awal), isi) for perihal, isi in hasil.items() if len(isi) > 1)


def _butir(reg: Register, k: Kutipan) -> Butir:
    peran = PERAN[k.peran]
    letak = k.nilai.lokasi.tabel or kalimat("tempat.laporan")
    return reg.catat(
        k.nilai,
        peran,
        nama=kalimat(
            "nama.menurut", peran=peran.ucapan, tahun=str(k.periode or k.tahun), laporan=f"{k.instansi} {k.tahun}"
        ),
        di=f"{k.instansi} {k.tahun}",
        baris=letak,
        wadah=f"{k.instansi} {k.tahun}",
        kunci=Kunci(f"{k.perihal}|{k.instansi}|{k.tahun}", k.peran, k.periode),
    )


LIN = Keluarga("LIN", "Antarlaporan", "Across reports")

SAMA = {
    "uraian": (
        "{peran} {tahun} {perihal} sama dalam {n} laporan",
        "{peran} {tahun} of {perihal}, the same in {n} reports",
    ),
    "tanpa_banding": ("tidak semua cetakan dapat dibandingkan", "not all prints can be compared"),
}
"""The words of rules that compare the prints of several reports."""

DAERAH = "Pemerintah Kota Contoh"
LATIH, KERJA, SOSIAL = (f"Dinas {x} Kota Contoh" for x in ("Pelatihan", "Tenaga Kerja", "Sosial"))
"""Who prints what, in the examples."""


def _kutipan(instansi: str, perihal: str, peran: str, teks: str, *, tahun: int = TAHUN, induk: bool = False) -> Kutipan:
    return Kutipan(
        instansi=instansi,
        tahun=tahun,
        perihal=perihal,
        peran=peran,
        periode=TAHUN - 1 if perihal.startswith("tahun") else TAHUN,
        induk=induk,
        nilai=sel(teks, peran, f"{instansi} {tahun}, Tabel 3.1"),
    )


@aturan(
    kode="LIN01",
    daftar_uji=("T.8",),
    judul="Nama program antarperangkat daerah",
    title="Names of a program across agencies",
    memeriksa="Program dengan kode lengkap yang sama bernama sama dalam laporan semua perangkat daerah.",
    checks="A program of one full code has one name in the reports of all agencies.",
    penting="Satu kode dengan dua nama berarti kode atau namanya keliru, sehingga anggarannya tidak dapat digabungkan.",
    matters="One code under two names means that a code or a name is wrong, and budgets cannot be put together.",
    keparahan="peringatan",
    dasar=("kepmendagri_050_2021",),
    praktik=True,
    celah="nama dapat disingkat, atau mengikuti pemutakhiran daftar kode yang berbeda",
    reading="a name may be shortened, or follow another issue of the list of codes",
    kalimat={
        "seragam.satu": (
            "program {nama} bernama sama dalam {laporan} laporan",
            "program {nama} has one name in the reports ({laporan})",
        ),
        "seragam.tertulis": ("{nama} {tercetak}", "{nama} {tercetak}"),
        "seragam.seharusnya": ("{lazim}", "{lazim}"),
        "satu_nama": ("satu nama", "one name"),
        "bersama": ("{instansi} dan {n} laporan lain", "{instansi} and other reports: {n}"),
    },
)
def nama_program(reg: Register) -> Iterator[Relasi]:
    """One name a code; the words that tell a province from a city do not count."""
    for kode, isi in _kelompok(reg, "program "):
        cetakan = [_cetakan_nama(reg, kode, k) for k in isi]
        umum = Seragam(cetakan=tuple(cetakan)).umum
        # The rarer spellings first: they are what there is to look at.
        urut = sorted(zip(isi, cetakan, strict=True), key=lambda x: (x[1].bentuk == umum, x[0].instansi))
        lazim = next((k.nilai.teks for k, c in urut if c.bentuk == umum), None)
        nama = Seragam(
            nama=kode,
            cetakan=tuple(c for _, c in urut),
            saksi=tuple(c.butir for _, c in urut),
            isi={"tercetak": urut[0][0].nilai.teks, "lazim": lazim or kalimat(f"{nama_program.kode}.satu_nama")},
        )
        yield Setiap(
            kode=nama_program.kode,
            kasus=(nama,),
            satu=True,
            isi={"laporan": sum(k.banyak for k in isi)},
            rincian=tuple(c.sebut for c in nama.janggal),
        )


def _program(nama: str) -> Laporan:
    perihal, lazim = "program 2.07.03", "Program Pelatihan Kerja dan Produktivitas"
    return laporan(
        kutipan=(
            _kutipan(LATIH, perihal, "nama", lazim),
            _kutipan(KERJA, perihal, "nama", lazim),
            _kutipan(SOSIAL, perihal, "nama", nama),
        )
    )


nama_program.salah(partial(_program, "Program Perlindungan Tenaga Kerja"))
nama_program.benar(partial(_program, "Program Pelatihan Kerja dan Produktivitas"))


def _cetakan_nama(reg: Register, kode: str, k: Kutipan) -> Cetakan:
    return Cetakan(
        butir=reg.petunjuk(
            k.nilai.teks, k.nilai.lokasi, k.instansi, kalimat("tempat.program", kode=kode), media="tabel"
        ),
        bentuk=nama_baku(k.nilai.teks),
        sebut=kalimat("cetakan.di", teks=k.nilai.teks, tempat=_siapa(k)),
        banyak=k.banyak,
    )


def _siapa(k: Kutipan) -> Isi:
    if k.banyak == 1:
        return k.instansi
    return kalimat(f"{nama_program.kode}.bersama", instansi=k.instansi, n=k.banyak - 1)


@aturan(
    kode="LIN02",
    daftar_uji=("T.8",),
    judul="Bagian indikator pada beberapa perangkat daerah",
    title="Shares of an indicator in several agencies",
    memeriksa="Bagian-bagian satu indikator pada beberapa perangkat daerah tidak melebihi nilai seluruhnya dalam "
    "laporan daerahnya, dan sama dengannya bila semua bagian ada.",
    checks="The shares of one indicator in several agencies do not exceed the whole in the region's report.",
    penting="Bagian yang melebihi seluruhnya berarti hasil yang sama dihitung lebih dari satu kali.",
    matters="Shares above the whole mean that one result is counted more than once.",
    keparahan="peringatan",
    dasar=("permenpanrb_89_2021",),
    praktik=True,
    celah="hasil yang dicapai bersama dapat dicatat oleh lebih dari satu perangkat daerah",
    reading="a result reached together may be recorded by more than one agency",
    kalimat={
        "uraian": ("{perihal} {tahun} = jumlah {n} bagian", "{perihal} {tahun} = sum of its shares ({n})"),
        "kurang": (
            "bagian perangkat daerah lain mungkin tidak ada di antara laporan",
            "the shares of other agencies may be missing among the reports",
        ),
    },
)
def bagian_indikator(reg: Register) -> Iterator[Relasi]:
    """whole = sum of the shares, where the whole is printed and no agency prints it as its own."""
    for perihal, isi in _kelompok(reg, "bagian "):
        seluruh = [k for k in isi if k.induk]
        bagian = [k for k in isi if not k.induk]
        if len(seluruh) != 1 or len(bagian) < 2:
            continue
        total = _butir(reg, seluruh[0])
        butir = [_butir(reg, k) for k in bagian]
        nilai = [b.nilai for b in butir if b.nilai is not None]
        if total.nilai is None or len(nilai) < len(butir) or total.nilai in nilai:
            continue
        kode = bagian_indikator.kode
        yield Rumusan(
            kode=kode,
            jenis="jumlah",
            uraian=kalimat(f"{kode}.uraian", perihal=perihal, tahun=str(seluruh[0].periode), n=len(butir)),
            hasil=total,
            jalur=(Jalur("jumlah", Rumus.linear([(1, b) for b in butir])),),
            kecuali=kalimat(f"{kode}.kurang") if sum(nilai) < total.nilai else "",
        )


def _bagian(teks: str) -> Laporan:
    perihal = "bagian kota contoh lulusan bekerja orang"
    return laporan(
        kutipan=(
            _kutipan(DAERAH, perihal, "realisasi", "500", induk=True),
            _kutipan(LATIH, perihal, "realisasi", "320"),
            _kutipan(KERJA, perihal, "realisasi", teks),
        )
    )


bagian_indikator.salah(partial(_bagian, "810"))
bagian_indikator.benar(partial(_bagian, "180"))


@aturan(
    kode="LIN03",
    daftar_uji=("T.8",),
    judul="Anggaran perangkat daerah dalam laporan daerah",
    title="Budget of an agency in the region's report",
    memeriksa="Anggaran dan realisasi suatu perangkat daerah dalam laporan daerah sama dengan jumlah dalam laporan "
    "perangkat daerah itu sendiri.",
    checks="Budget and spending of an agency in the region's report equal the total in the agency's own.",
    penting="Laporan daerah disusun dari laporan perangkat daerahnya; angka yang berbeda tidak dapat "
    "dipertanggungjawabkan keduanya.",
    matters="The region's report is made of its agencies'; where they differ neither can be vouched for.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="salah satu laporan dapat memakai angka sebelum pemeriksaan atau pergeseran terakhir",
    reading="one of the reports may use figures from before the audit or the last shift",
    kalimat=SAMA,
)
def anggaran_perangkat(reg: Register) -> Iterator[Relasi]:
    """The region's line = the agency's total."""
    for perihal, isi in _kelompok(reg, "anggaran "):
        if len({k.induk for k in isi}) == 2:
            yield _sama(reg, anggaran_perangkat.kode, perihal, isi)


def _anggaran(teks: str) -> Laporan:
    perihal = "anggaran dinas pelatihan kota contoh"
    return laporan(
        kutipan=(
            _kutipan(DAERAH, perihal, "pagu", teks, induk=True),
            _kutipan(LATIH, perihal, "pagu", "Rp 45.000.000"),
        )
    )


anggaran_perangkat.salah(partial(_anggaran, "Rp 54.000.000"))
anggaran_perangkat.benar(partial(_anggaran, "Rp 45.000.000"))


@aturan(
    kode="LIN04",
    daftar_uji=("III.7", "T.8"),
    judul="Kolom tahun lalu dan laporan tahun lalu",
    title="Columns of last year and last year's report",
    memeriksa="Target dan realisasi tahun sebelumnya sama dengan yang tercetak dalam laporan tahun sebelumnya.",
    checks="Targets and realisations of the year before are those that the report of that year prints.",
    penting="Kenaikan atau penurunan dihitung dari kolom tahun lalu; angka yang diubah mengubah simpulannya.",
    matters="Rise and fall are reckoned from last year's column; a changed figure changes the conclusion.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    celah="angka sementara dapat diperbaiki setelah laporan tahun lalu terbit",
    reading="a provisional figure may have been corrected after last year's report",
    kalimat=SAMA,
)
def tahun_lalu(reg: Register) -> Iterator[Relasi]:
    """A column of last year = last year's report."""
    for perihal, isi in _kelompok(reg, "tahun "):
        if len({k.tahun for k in isi}) == 2:
            yield _sama(reg, tahun_lalu.kode, perihal, isi)


def _tahun(teks: str) -> Laporan:
    perihal = "tahun dinas pelatihan kota contoh persentase lulusan bekerja"
    return laporan(
        kutipan=(
            _kutipan(LATIH, perihal, "realisasi", teks, induk=True),
            _kutipan(LATIH, perihal, "realisasi", "82,57%", tahun=TAHUN - 1),
        )
    )


tahun_lalu.salah(partial(_tahun, "85,27%"))
tahun_lalu.benar(partial(_tahun, "82,57%"))


def _sama(reg: Register, kode: str, perihal: str, isi: list[Kutipan]) -> Relasi:
    butir = [_butir(reg, k) for k in isi]
    angka = tuple(b for b in butir if b.nilai is not None)
    if len(angka) < len(butir):
        angka = tuple(b for b in butir if b.label) if not angka else ()
    peran, tahun = butir[0].peran.ucapan, str(isi[0].periode)
    uraian = kalimat(f"{kode}.uraian", peran=peran, tahun=tahun, perihal=perihal, n=len(isi))
    if len(angka) < 2:
        alasan = kalimat(f"{kode}.tanpa_banding")
        return Syarat(kode=kode, uraian=uraian, terpenuhi=None, bukti=tuple(butir), alasan=alasan)
    return Sama(kode=kode, uraian=uraian, cetakan=angka)
