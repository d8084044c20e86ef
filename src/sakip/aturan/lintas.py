"""Several reports: what one agency prints against what another, the region, or the year before prints."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sakip.aturan.definisi import Keluarga, aturan
from sakip.fakta.register import Kunci
from sakip.hukum.rumus import Rumus
from sakip.model.peran import PERAN
from sakip.relasi import Jalur, Rumusan, Sama, Syarat
from sakip.teks.nama import kata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.model.laporan import Kutipan
    from sakip.relasi import Relasi

__all__ = ["nama_baku"]


_DAERAH = frozenset({"program", "kabupaten", "kota", "provinsi", "daerah"})
"""Words that the list of codes itself varies by the level of government."""


def nama_baku(teks: str) -> str:
    """The name of a program as far as it is compared; two names with the same are one."""
    return " ".join(k for k in kata(teks) if k not in _DAERAH)


def _kelompok(reg: Register, awal: str) -> Iterator[tuple[str, list[Kutipan]]]:
    """The quotations whose matter begins with `awal`, by matter, role and period; single ones left out."""
    hasil: dict[tuple[str, str, int | None], list[Kutipan]] = {}
    for k in reg.laporan.kutipan:
        if k.perihal.startswith(awal):
            hasil.setdefault((k.perihal, k.peran, k.periode), []).append(k)
    yield from ((perihal[0].removeprefix(awal), isi) for perihal, isi in hasil.items() if len(isi) > 1)


def _butir(reg: Register, k: Kutipan) -> Butir:
    peran = PERAN[k.peran]
    letak = k.nilai.lokasi.tabel or "laporan"
    return reg.catat(
        k.nilai,
        peran,
        nama=f"{peran.sebutan} {k.periode or k.tahun} menurut {k.instansi} {k.tahun}",
        tempat=f"{k.instansi} {k.tahun}, {letak}",
        wadah=f"{k.instansi} {k.tahun}",
        kunci=Kunci(f"{k.perihal}|{k.instansi}|{k.tahun}", k.peran, k.periode),
    )


LIN = Keluarga("LIN", "Antarlaporan", "Across reports")


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
    celah="nama dapat disingkat, atau mengikuti pemutakhiran daftar kode yang berbeda",
    reading="a name may be shortened, or follow another issue of the list of codes",
)
def nama_program(reg: Register) -> Iterator[Relasi]:
    """One name a code; the words that tell a province from a city do not count."""
    for kode, isi in _kelompok(reg, "program "):
        baku = [nama_baku(x.nilai.teks) for x in isi]
        hitung: Counter[str] = Counter()
        for k, b in zip(isi, baku, strict=True):
            hitung[b] += k.banyak
        banyak = hitung.most_common()
        umum = banyak[0][0] if len(banyak) == 1 or banyak[0][1] > banyak[1][1] else ""
        # The rarer spellings first: they are what there is to look at.
        urut = sorted(zip(isi, baku, strict=True), key=lambda x: (x[1] == umum, x[0].instansi))
        bukti = [reg.petunjuk(k.nilai.teks, k.nilai.lokasi, f"{k.instansi}, program {kode}", "tabel") for k, _ in urut]
        nama = next((k.nilai.teks for k, b in urut if b == umum), "satu nama")
        yield Syarat(
            kode=nama_program.kode,
            uraian=f"program {kode} bernama sama dalam {hitung.total()} laporan",
            terpenuhi=len(banyak) == 1,
            bukti=tuple(bukti),
            tertulis=f"{kode} {urut[0][0].nilai.teks}",
            seharusnya=nama,
            rincian=tuple(f"{k.nilai.teks} ({_siapa(k)})" for k, b in urut if b != umum),
        )


def _siapa(k: Kutipan) -> str:
    return k.instansi if k.banyak == 1 else f"{k.instansi} dan {k.banyak - 1} laporan lain"


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
    celah="hasil yang dicapai bersama dapat dicatat oleh lebih dari satu perangkat daerah",
    reading="a result reached together may be recorded by more than one agency",
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
        kurang = "bagian perangkat daerah lain mungkin tidak ada di antara laporan" if sum(nilai) < total.nilai else ""
        yield Rumusan(
            kode=bagian_indikator.kode,
            jenis="jumlah",
            uraian=f"{perihal} {seluruh[0].periode} = jumlah {len(butir)} bagian",
            hasil=total,
            jalur=(Jalur("jumlah", Rumus.linear([(1, b) for b in butir])),),
            kecuali=kurang,
        )


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
    celah="salah satu laporan dapat memakai angka sebelum pemeriksaan atau pergeseran terakhir",
    reading="one of the reports may use figures from before the audit or the last shift",
)
def anggaran_perangkat(reg: Register) -> Iterator[Relasi]:
    """The region's line = the agency's total."""
    for perihal, isi in _kelompok(reg, "anggaran "):
        if len({k.induk for k in isi}) == 2:
            yield _sama(reg, anggaran_perangkat.kode, perihal, isi)


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
)
def tahun_lalu(reg: Register) -> Iterator[Relasi]:
    """A column of last year = last year's report."""
    for perihal, isi in _kelompok(reg, "tahun "):
        if len({k.tahun for k in isi}) == 2:
            yield _sama(reg, tahun_lalu.kode, perihal, isi)


def _sama(reg: Register, kode: str, perihal: str, isi: list[Kutipan]) -> Relasi:
    butir = [_butir(reg, k) for k in isi]
    angka = tuple(b for b in butir if b.nilai is not None)
    if len(angka) < len(butir):
        angka = tuple(b for b in butir if b.label) if not angka else ()
    uraian = f"{butir[0].peran.sebutan} {isi[0].periode} {perihal} sama dalam {len(isi)} laporan"
    if len(angka) < 2:
        alasan = "tidak semua cetakan dapat dibandingkan"
        return Syarat(kode=kode, uraian=uraian, terpenuhi=None, bukti=tuple(butir), alasan=alasan)
    return Sama(kode=kode, uraian=uraian, cetakan=angka)
