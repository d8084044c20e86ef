"""The same fact printed in several places: tables, calculations, forms and prose."""

from __future__ import annotations

from collections import Counter
from functools import cache, partial
from itertools import combinations
from typing import TYPE_CHECKING

from sakip.aturan.bahan.contoh import laporan, tabel, tabel_anggaran
from sakip.aturan.bahan.jenjang import baca_jenjang
from sakip.aturan.definisi import Keluarga, aturan
from sakip.aturan.narasi import kutipan
from sakip.aturan.perjanjian import angka_formulir
from sakip.fakta.register import ANGGARAN
from sakip.fakta.rumpun import rumpun
from sakip.model.indikator import Indikator
from sakip.relasi import Sama, Syarat
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.fakta.register import Butir, Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi


UANG = 1_000_000
"""From here on a figure without a unit is money or a very large count, and no measure of a few."""

BERKOLOM = frozenset({"tabel", "pk"})
"""Media whose prints stand in columns."""

_URUTAN = ("narasi", "pk", "hitungan", "tabel")


FAK = Keluarga("FAK", "Angka yang berulang", "Repeated figures")


@aturan(
    kode="FAK01",
    daftar_uji=("T.6",),
    daftar_uji_bersama=("I.6", "II.2", "III.4", "III.7"),
    judul="Fakta yang sama di beberapa tabel",
    title="The same fact in several tables",
    memeriksa="Angka atau kategori untuk subjek, peran, dan tahun yang sama tercetak sama di semua tabel dan "
    "perhitungan.",
    checks="A figure or label for one subject, role and year is the same in all tables and calculations.",
    penting="Dua angka untuk satu hal berarti pembaca tidak tahu mana yang benar.",
    matters="Two figures for one thing leave the reader without either.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
)
def sama(reg: Register) -> Iterator[Relasi]:
    """All prints of each fact, one relation a fact, under the code of the least trusted print.

    Two columns that contradict each other on most of the facts that they share do not mean the same, whatever their
    headings say; their prints are not compared.
    """
    sefakta = [(k, _seragam(cetakan)) for k, cetakan in reg.fakta.items() if len(cetakan) > 1]
    berbeda = _kolom_berbeda([kelompok for _, semua in sefakta for kelompok in semua])
    murni = _pk_murni(reg)
    for kunci, semua in sefakta:
        for kelompok in (k for g in semua for k in _sekolom(g, berbeda)):
            if len(kelompok) < 2:
                continue
            media = {b.media for b in kelompok}
            kode = _kode_media()[next(m for m in _URUTAN if m in media)]
            nama = kalimat("nama.angka", peran=kelompok[0].peran.ucapan, ciri="", baris=reg.sebut(kunci.subjek))
            if kunci.periode:
                nama = kalimat("nama.bertahun", nama=nama, tahun=str(kunci.periode))
            uraian = kalimat("sama.tempat", nama=nama, n=len(kelompok))
            yield Sama(
                kode=kode,
                uraian=uraian,
                cetakan=tuple(kelompok),
                kode_media=_kode_media(),
                tak_pasti=_mungkin_direvisi(kelompok, murni),
            )


def _contoh_fakta(pagu: str) -> Laporan:
    return laporan(
        tabel=(
            tabel_anggaran(
                "   | JUMLAH            | 140.000.000",
                "02 | Program Pelatihan | 75.000.000",
                "03 | Program Promosi   | 65.000.000",
            ),
            tabel_anggaran(f"02 | Program Pelatihan | {pagu}", nomor="3.9"),
        )
    )


sama.salah(partial(_contoh_fakta, "57.000.000"))
sama.benar(partial(_contoh_fakta, "75.000.000"))


def _pk_murni(reg: Register) -> frozenset[Butir]:
    """What agreements print that the report calls original; what they hold may have been revised since, unseen."""
    return frozenset(
        x
        for f in reg.formulir
        if f.pk.jenis == "murni"
        for b in (*f.anggaran, *f.kinerja)
        for x in (b.angka, b.total, *b.diampu, *b.rincian)
        if x is not None
    ) | {f.jumlah for f in reg.formulir if f.pk.jenis == "murni" and f.jumlah is not None}


def _mungkin_direvisi(kelompok: list[Butir], murni: frozenset[Butir]) -> bool:
    """Whether only prints of original agreements stand against others, which agree with each other."""
    lain = [b for b in kelompok if b not in murni]
    return 0 < len(lain) < len(kelompok) and Sama(kode="", uraian="", cetakan=tuple(lain)).dipenuhi({})


def _seragam(cetakan: list[Butir]) -> list[list[Butir]]:
    """The prints of one kind: words, amounts, and measures with their units; 3 events are no 40.000.000."""
    jenis: dict[str, list[Butir]] = {}
    for b in cetakan:
        jenis.setdefault(_jenis(b), []).append(b)
    if "uang" in jenis and "ukuran" not in jenis:
        jenis["angka"] = sorted([*jenis.pop("uang"), *jenis.get("angka", [])], key=lambda b: b.urut)
    elif "ukuran" in jenis:
        jenis["angka"] = sorted([*jenis.pop("ukuran"), *jenis.get("angka", [])], key=lambda b: b.urut)
    return [k for k in jenis.values() if len(k) > 1]


def _jenis(b: Butir) -> str:
    a = b.sel.angka if b.sel is not None else None
    if a is None or b.nilai is None:
        return "angka" if b.berangka else "kata"
    if a.satuan and a.satuan.casefold() not in {"rp", "rupiah"}:
        return "ukuran"
    return "uang" if abs(b.nilai) >= UANG else "angka"


def _kolom_berbeda(semua: list[list[Butir]]) -> set[frozenset[str]]:
    """Pairs of columns of tables and forms that contradict each other more often than they agree, and not only once.

    Once is enough where the titles do not speak of the same.
    """
    sama: Counter[frozenset[str]] = Counter()
    beda: dict[frozenset[str], list[tuple[Butir, Butir]]] = {}
    lain: set[frozenset[str]] = set()
    for kelompok in semua:
        for a, b in combinations([x for x in kelompok if x.media in BERKOLOM], 2):
            if a.susunan[0] != b.susunan[0]:
                cocok = Sama(kode="", uraian="", cetakan=(a, b)).dipenuhi({})
                pasangan = frozenset((a.susunan[0], b.susunan[0]))
                if not cocok and _turunan(a):
                    continue
                if cocok:
                    sama[pasangan] += 1
                else:
                    beda.setdefault(pasangan, []).append((a, b))
                if a.letak.tentang != b.letak.tentang:
                    lain.add(pasangan)
    return {
        p
        for p, isi in beda.items()
        if (len(isi) >= sama[p] if p in lain else len(isi) > max(1, sama[p])) and not _bergeser(isi)
    }


def _turunan(b: Butir) -> bool:
    """Whether a print follows from lines, so that it differs wherever one of these does."""
    return b.subjek is not None and (
        b.subjek == ANGGARAN or b.subjek.startswith("rerata:") or "total" in b.subjek.split("|")
    )


def _bergeser(beda: list[tuple[Butir, Butir]]) -> bool:
    """Whether columns that differ hold the same figures on other lines: a run of them shifted, or was swapped."""
    if len(beda) < 2:
        return False
    kiri, kanan = (Counter(p[i].nilai for p in beda) for i in (0, 1))
    return 2 * sum((kiri & kanan).values()) >= len(beda)


def _sekolom(cetakan: list[Butir], berbeda: set[frozenset[str]]) -> list[list[Butir]]:
    """The prints of one fact in groups of columns that may mean the same."""
    kolom = [b for b in cetakan if b.media != "narasi"]
    kalimat = [b for b in cetakan if b.media == "narasi"]

    def searti(b: Butir) -> list[Butir]:
        return [x for x in kolom if x is not b and frozenset((b.susunan[0], x.susunan[0])) not in berbeda]

    kelompok = rumpun(kolom, searti) if berbeda else [kolom] if kolom else []
    lepas: list[Butir] = []
    for b in kalimat:
        # A sentence repeats what stands in its table; where columns differ it speaks of one of them at most.
        milik = next((k for k in kelompok if any(x.nilai == b.nilai and x.label == b.label for x in k)), None)
        if milik is None and len(kelompok) == 1 and not all(x.letak.tentang for x in kelompok[0]):
            milik = kelompok[0]
        (lepas if milik is None else milik).append(b)
    return [sorted(k, key=lambda b: b.urut) for k in (*kelompok, lepas)]


@aturan(
    kode="FAK02",
    daftar_uji=("T.6",),
    daftar_uji_bersama=("I.6", "II.2", "III.4", "III.7"),
    judul="Kosong di satu tempat, terisi di tempat lain",
    title="Empty in one place, filled in another",
    memeriksa="Nilai yang tercetak kosong atau NA di satu tabel tidak terisi di tabel lain.",
    checks="A value that one table leaves empty or NA is not filled in another.",
    penting="Pembaca tidak tahu apakah data awalnya ada.",
    matters="The reader cannot tell whether there are data.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("{nama} terisi di semua tempat", "{nama} is filled everywhere"),
        "kosong": ("kosong ({tempat})", "empty ({tempat})"),
        "seharusnya": (
            "sama di kedua tempat; tercetak {teks} pada {tempat}",
            "the same in both places; {teks} is printed in {tempat}",
        ),
    },
    celah="datanya dapat baru tersedia kemudian",
    reading="the data may have become available later",
)
def kosong(reg: Register) -> Iterator[Relasi]:
    """No fact is printed empty in one place and as a figure in another, save by a line that heads others."""
    kepala = _kepala(reg)
    for kunci, semua in reg.kosong.items():
        lowong = [b for b in semua if b not in kepala]
        isi = [b for b in reg.fakta.get(kunci, ()) if b.berangka]
        if lowong and isi:
            kode, teks, tempat = kosong.kode, lowong[0].teks, lowong[0].tempat
            yield Syarat(
                kode=kode,
                uraian=kalimat(f"{kode}.uraian", nama=lowong[0].nama),
                terpenuhi=False,
                bukti=(*lowong, *isi),
                tertulis=kalimat("cetakan.di", teks=teks, tempat=tempat)
                if teks
                else kalimat(f"{kode}.kosong", tempat=tempat),
                seharusnya=kalimat(f"{kode}.seharusnya", teks=isi[0].teks, tempat=isi[0].tempat),
            )


def _contoh_kosong(realisasi: str) -> Laporan:
    lulus = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
    return laporan(
        indikator=(lulus,),
        tabel=(
            tabel("3.3", "Perbandingan Realisasi", "indikator | realisasi@2023", f"{lulus.nama} | {realisasi}"),
            tabel("4.1", "Realisasi Lima Tahun", "indikator | realisasi@2023", f"{lulus.nama} | 76,00"),
        ),
    )


kosong.salah(partial(_contoh_kosong, "NA"))
kosong.benar(partial(_contoh_kosong, "76,00"))


def _kepala(reg: Register) -> set[Butir]:
    """The empty cells of lines that head those below them: they leave all sums to these."""
    hasil: set[Butir] = set()
    for t in reg.tabel:
        kolom = [k.kunci for k in t.tabel.kolom if k.peran.aditif]
        lowong = {b.urut: [b.butir[k] for k in kolom if k in b.butir] for b in t.rincian}
        lowong = {urut: sel for urut, sel in lowong.items() if sel and not any(x.berangka for x in sel)}
        jenjang = baca_jenjang(t, kolom) if lowong else None
        for induk, _ in jenjang.anak if jenjang is not None else ():
            hasil.update(lowong.get(induk.urut, ()))
    return hasil


@cache
def _kode_media() -> Mapping[str, str]:
    """The rule under which a contradicted print is reported, by where it stands."""
    return {"tabel": sama.kode, "hitungan": sama.kode, "pk": angka_formulir.kode, "narasi": kutipan.kode}
