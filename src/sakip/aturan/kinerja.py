"""Rules on performance: achievement by the declared method, its rating, means, components, plan targets."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

import attrs

from sakip.angka.cetakan import Predikat
from sakip.aturan.bahan.contoh import TAHUN, Kinerja, formulir, laporan, sel, tabel
from sakip.aturan.bahan.metode import (
    dasar_capaian,
    dasar_polaritas,
    rumus_capaian,
    rumus_tak_pasti,
    rumus_tersurat,
    skala_laporan,
    skala_tersurat,
)
from sakip.aturan.bahan.peran_relasi import kolom_setara
from sakip.aturan.bahan.sasaran import cara_khusus, kali_satuan
from sakip.aturan.definisi import Keluarga, aturan
from sakip.hukum.ordinal import SkalaOrdinal, predikat_sama, skala_predikat
from sakip.hukum.regulasi import ambil_batas, ambil_rumus
from sakip.hukum.rumus import Rumus, Suku
from sakip.hukum.skala import Skala
from sakip.model.indikator import Indikator, Komponen, SukuKomponen
from sakip.model.laporan import Metode
from sakip.model.peran import PERAN
from sakip.model.timbangan import Dasar
from sakip.relasi import DIBATASI, RUMUS_LAIN, Bacaan, Cocok, Jalur, Peringkat, Rumusan, Setiap, Syarat
from sakip.teks.istilah import himpunan
from sakip.teks.kalimat import Daftar, kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from sakip.aturan.bahan.sasaran import Cara
    from sakip.fakta.register import BarisFakta, Butir, Register, TabelFakta
    from sakip.model.laporan import Laporan
    from sakip.model.peran import Kolom
    from sakip.relasi import Bila, Relasi
    from sakip.teks.kalimat import Kalimat


TARGET = tuple(p.nama for p in PERAN.values() if p.target)
"""Where a target may be printed more finely."""

PENUH = 100
"""The achievement of a target that is met."""

BATAS_LAZIM = (100, 120)
"""Caps that practice puts on an achievement."""


KIN = Keluarga("KIN", "Capaian kinerja", "Performance")

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
WAKTU = Indikator(kunci="waktu", nama="Lama Penerbitan Rekomendasi", satuan="hari", polaritas="negatif")
"""Indicators of the examples."""


@aturan(
    kode="KIN01",
    daftar_uji=("T.3",),
    judul="Capaian kinerja",
    title="Achievement",
    memeriksa="Capaian mengikuti dari target dan realisasi dengan rumus yang dinyatakan laporan untuk polaritas "
    "indikatornya.",
    checks="Achievement follows from target and realisation by the formula the report declares for the polarity.",
    penting="Capaian adalah angka pokok laporan kinerja.",
    matters="Achievement is what the report is about.",
    dasar=("permenpanrb_8_2021#capaian_negatif", "permenpanrb_53_2014#bab_iii_a"),
    kalimat={"bacaan": ("capaian", "achievement")},
)
def capaian(reg: Register) -> Iterator[Relasi]:
    """capaian@P from target@P and realisasi@P; a mean row over one line without its own print follows the line."""
    yield from _capaian(reg, capaian.kode, "capaian", "target")


def _contoh_capaian(capaian: str) -> Laporan:
    return laporan(
        indikator=(LULUS, WAKTU),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | satuan | target | realisasi | capaian",
                f"{LULUS.nama} | % | 80,00 | 84,00 | {capaian}",
                f"{WAKTU.nama} | hari | 10 | 8 | 120,00%",
            ),
        ),
    )


capaian.salah(partial(_contoh_capaian, "95,24%"))
capaian.benar(partial(_contoh_capaian, "105,00%"))


@aturan(
    kode="KIN05",
    daftar_uji=("III.7", "T.3"),
    judul="Capaian terhadap target akhir rencana",
    title="Achievement against the end of the plan",
    memeriksa="Capaian terhadap target jangka menengah mengikuti dari realisasi dan target akhir Renstra.",
    checks="Achievement against the medium-term target follows from realisation and that target.",
    penting="Perbandingan dengan target jangka menengah adalah salah satu isi wajib Bab III.",
    matters="The comparison with the medium-term target is a required part of chapter III.",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    kalimat={"bacaan": ("capaian", "achievement")},
)
def capaian_akhir(reg: Register) -> Iterator[Relasi]:
    """capaian_akhir from target_akhir and realisasi."""
    yield from _capaian(reg, capaian_akhir.kode, "capaian_akhir", "target_akhir")


def _contoh_capaian_akhir(capaian: str) -> Laporan:
    return laporan(
        indikator=(LULUS, WAKTU),
        tabel=(
            tabel(
                "3.2",
                "Realisasi terhadap Target Akhir Renstra",
                "indikator | realisasi | target_akhir | capaian_akhir",
                f"{LULUS.nama} | 84,00 | 87,50 | {capaian}",
                f"{WAKTU.nama} | 8 | 8 | 100,00%",
            ),
        ),
    )


capaian_akhir.salah(partial(_contoh_capaian_akhir, "69,00%"))
capaian_akhir.benar(partial(_contoh_capaian_akhir, "96,00%"))


def _capaian(reg: Register, kode: str, hasil: str, target: str) -> Iterator[Relasi]:
    didukung = _didukung(reg, hasil, target)
    for n, t in enumerate(reg.tabel):
        tersurat = {r.hasil for r in t.rumus} if hasil != "capaian" else set()
        for i, kolom in enumerate(t.tabel.kolom):
            if kolom.peran.nama != hasil or i in tersurat:
                continue  # what the column prints of itself goes before the polarity of its lines
            kunci: dict[object, str | None] = {
                "target": kolom_setara(t, target, kolom),
                "realisasi": kolom_setara(t, "realisasi", kolom),
            }
            # The plan's target of the year stands in for that of the agreement, if the lines bear it out.
            rencana = kunci["target"] is None and target == "target"
            if rencana:
                kunci["target"] = kolom_setara(t, "target_renstra", kolom)
            if None in kunci.values():
                continue
            sebelum: list[BarisFakta] = []
            # A column that states the polarity of each line leaves nothing to be guessed.
            berpolaritas = t.tabel.indeks("polaritas") is not None
            bacaan = Bacaan(
                (kode, n, kolom.kunci),
                kalimat(
                    "bacaan.kolom",
                    kolom=kolom.judul or kolom.kunci,
                    tabel=t.tabel.tempat,
                    apa=kalimat(f"{kode}.bacaan"),
                ),
                Dasar.DUGAAN if rencana else Dasar.TERSURAT if berpolaritas else Dasar.LAZIM,
            )
            for b in t.baris:
                yield from _capaian_baris(reg, kode, b, kolom, kunci, sebelum, bacaan, didukung)
                if b.jenis == "rincian":
                    sebelum.append(b)
                else:
                    sebelum = []


def _capaian_baris(
    reg: Register,
    kode: str,
    b: BarisFakta,
    kolom: Kolom,
    kunci: dict[object, str | None],
    sebelum: list[BarisFakta],
    bacaan: Bacaan,
    didukung: AbstractSet[str],
) -> Iterator[Relasi]:
    y = b.butir.get(kolom.kunci)
    if y is None or not y.berangka:
        return
    sumber = b
    if b.jenis == "rerata":
        if len(sebelum) != 1 or kolom.kunci in sebelum[0].butir:
            return
        sumber = sebelum[0]
    elif b.jenis != "rincian":
        return
    operan: dict[Hashable, Butir | None] = {p: sumber.butir.get(k or "") for p, k in kunci.items()}
    khusus = cara_khusus(reg, sumber.indikator, operan["target"], operan["realisasi"])
    if khusus is not None:
        yield _capaian_khusus(reg, kode, sumber.indikator, y, khusus, bacaan)
        return
    pilihan = rumus_capaian(reg, sumber.indikator, operan["target"], operan["realisasi"])
    cara = Daftar(tuple(n for n, _, _ in pilihan), None, "atau", ulang=True)
    uraian = dasar_capaian(reg, sumber.indikator, kalimat("capaian.rumus", hasil=y.nama, rumus=cara))
    ada = {p: o for p, o in operan.items() if o is not None and o.berangka}
    tak_positif = len(ada) == len(operan) and (ada["target"].nilai or 0) <= 0
    if tak_positif and reg.laporan.metode.target_tak_positif == "tak_diperiksa":
        yield _tak_diperiksa(kode, y, uraian, kalimat("alasan.target_tak_positif"), bacaan)
    elif len(ada) == len(operan):
        if (kali := kali_satuan(ada["target"], ada["realisasi"])) != 1:
            pilihan = [(n, rumus.dalam_satuan("realisasi", kali), bila) for n, rumus, bila in pilihan]
        jalur = tuple(_jalur(pilihan, ada))
        rinci = {p: reg.lebih_rinci(o, TARGET if o.peran.pasti else ()) or o for p, o in ada.items()}
        lain = tuple(_varian_lain(pilihan, ada))
        tak_tentu = len(pilihan) > 1 and pilihan[0][2] is None and pilihan[0][0] == "positif"
        tak_tentu = tak_tentu or _tak_didukung(reg, sumber, didukung)
        yield Rumusan(
            kode=kode,
            jenis="hasil",
            uraian=uraian,
            hasil=y,
            jalur=jalur
            if rinci == ada
            else (*jalur, *(attrs.evolve(j, cadangan=True) for j in _jalur(pilihan, rinci))),
            bacaan=bacaan,
            wajar=(*_dibatasi(reg, jalur, y), *(lain if tak_tentu else ())),
            keliru=() if tak_tentu else lain,
            tak_pasti=tak_positif or rumus_tak_pasti(reg, sumber.indikator),
        )
    elif sumber is b:
        hilang = Daftar(tuple(str(p) for p in operan if p not in ada), None, "koma")
        yield _tak_diperiksa(kode, y, uraian, kalimat("tidak_tercetak", apa=hilang), bacaan)


def _didukung(reg: Register, hasil: str, target: str) -> AbstractSet[str]:
    """The indicators whose formula some achievement of this role follows.

    The formula that a column of another role bears out, against the end of the plan, need not be that of this one.
    """
    return {
        b.subjek
        for t in reg.tabel
        for kolom in t.tabel.kolom
        if kolom.peran.nama == hasil
        for b in t.rincian
        if (c := b.butir.get(kolom.kunci)) is not None and c.cetak is not None
        if (sasaran := b.butir.get(kolom_setara(t, target, kolom) or "")) is not None and sasaran.nilai
        if (r := b.butir.get(kolom_setara(t, "realisasi", kolom) or "")) is not None and r.nilai is not None
        if (
            n := rumus_capaian(reg, b.indikator, sasaran, r)[0][1].hitung(
                {"target": sasaran.nilai, "realisasi": r.nilai}
            )
        )
        is not None
        and c.cetak.memuat(n)
    }


def _tak_didukung(reg: Register, b: BarisFakta, didukung: AbstractSet[str]) -> bool:
    """Whether only achievements of another role show how an indicator is reckoned."""
    ind = b.indikator
    dari_angka = ind is not None and ind.dasar_polaritas == "angka"
    return dari_angka and b.subjek not in didukung and not rumus_tersurat(reg, ind)


def _tak_diperiksa(kode: str, y: Butir, uraian: Kalimat, alasan: Kalimat, bacaan: Bacaan) -> Syarat:
    return Syarat(kode=kode, jenis="hasil", uraian=uraian, terpenuhi=None, bukti=(y,), alasan=alasan, bacaan=bacaan)


def _capaian_khusus(reg: Register, kode: str, ind: Indikator | None, y: Butir, khusus: Cara, bacaan: Bacaan) -> Relasi:
    """An achievement of a target that is no single figure: nothing states its formula."""
    if khusus.alasan is not None:
        return _tak_diperiksa(kode, y, kalimat("capaian.target", hasil=y.nama), khusus.alasan, bacaan)
    cara = Daftar(khusus.melalui, None, "atau", ulang=True)
    return Rumusan(
        kode=kode,
        jenis="hasil",
        uraian=dasar_capaian(reg, ind, kalimat("capaian.rumus", hasil=y.nama, rumus=cara)),
        hasil=y,
        jalur=khusus.jalur,
        bacaan=bacaan,
        wajar=(*_dibatasi(reg, khusus.jalur, y), *khusus.wajar),
        tak_pasti=True,
    )


def _jalur(pilihan: list[tuple[str, Rumus, Bila | None]], operan: Mapping[Hashable, Butir]) -> Iterator[Jalur]:
    """The ways to reckon an achievement, over the figures of one line; only the first puts a wrong one right."""
    utama = pilihan[0][0]
    for nama, rumus, bila in pilihan:
        isi = [operan[p] for p in rumus.peubah]
        yield Jalur.menurut(nama, rumus, isi, bila, cadangan=bila is None and nama != utama)


def _dibatasi(reg: Register, jalur: Sequence[Jalur], y: Butir) -> tuple[Jalur, ...]:
    """The ways with a cap that nothing shows to be theirs.

    Of a cap in force: the ways that nothing shows to be the line's. Of one that the report does not state and no other
    line shows: all, where none goes beyond it.
    """
    if reg.laporan.metode.batas != "tanpa":
        semua, batas = [j for j in jalur if j.cadangan], ambil_batas(reg.laporan.metode.batas).menjadi
    else:
        lebih = y.nilai not in BATAS_LAZIM or (y.nilai or 0) < reg.capaian_tertinggi
        semua, batas = [] if lebih else list(jalur), y.nilai
    return tuple(
        attrs.evolve(j, nama=RUMUS_LAIN if j.cadangan else DIBATASI, pola=attrs.evolve(j.pola, batas_atas=batas))
        for j in semua
        if y.nilai == batas
    )


def _varian_lain(pilihan: list[tuple[str, Rumus, Bila | None]], operan: Mapping[Hashable, Butir]) -> Iterator[Jalur]:
    """The variants that are not the line's."""
    ada = {n for n, _, _ in pilihan}
    for nama in ("positif", "negatif_a", "negatif_b", "negatif_c", "negatif_d"):
        if nama not in ada:
            rumus = ambil_rumus(nama).rumus
            yield Jalur.menurut(RUMUS_LAIN, rumus, [operan[p] for p in rumus.peubah])


@aturan(
    kode="KIN02",
    daftar_uji=("T.3",),
    judul="Kategori capaian",
    title="Rating of achievement",
    memeriksa="Kategori sesuai dengan skala yang dinyatakan laporan untuk capaian yang tercetak.",
    checks="The label is the one that the declared scale gives to the printed achievement.",
    penting="Predikat adalah kesimpulan yang dibaca pimpinan.",
    matters="The label is the conclusion that readers take away.",
    dasar=("permendagri_86_2017#skala",),
    kalimat={
        "tabel": ("kategori {tabel} menurut skala {skala}", "rating of {tabel} by the scale {skala}"),
        "baris": ("kategori {nama} menurut skala {skala}", "rating of {nama} by the scale {skala}"),
    },
)
def kategori(reg: Register) -> Iterator[Relasi]:
    """kategori = scale(capaian) in every row, by the scale that the report declares."""
    if not skala_tersurat(reg):
        return
    skala = skala_laporan(reg)
    for n, t in enumerate(reg.tabel):
        bacaan = Bacaan((kategori.kode, n), kalimat(f"{kategori.kode}.tabel", tabel=t.tabel.tempat, skala=skala.nama))
        for b in t.baris:
            label, nilai = b.butir.get("kategori"), b.butir.get("capaian")
            if label is None or skala.cari(label.label) is None:
                continue  # a label of another scale rates something else, or by another measure
            uraian = kalimat(f"{kategori.kode}.baris", nama=b.nama, skala=skala.nama)
            if nilai is None or not nilai.berangka:
                if t.tabel.indeks("capaian") is not None:
                    yield Syarat(
                        kode=kategori.kode,
                        jenis="peringkat",
                        uraian=uraian,
                        terpenuhi=None,
                        bukti=(label,),
                        alasan=kalimat("tidak_tercetak", apa="capaian"),
                    )
                continue
            yield Peringkat(kode=kategori.kode, uraian=uraian, label=label, nilai=nilai, skala=skala, bacaan=bacaan)


def _contoh_kategori(kategori: str) -> Laporan:
    return laporan(
        metode=Metode(skala="permendagri86_laporan"),
        indikator=(LULUS, WAKTU),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | target | realisasi | capaian | kategori",
                f"{LULUS.nama} | 80,00 | 68,00 | 85,00% | {kategori}",
                f"{WAKTU.nama} | 10 | 8 | 120,00% | Sangat Tinggi",
            ),
        ),
    )


kategori.salah(partial(_contoh_kategori, "Sangat Tinggi"))
kategori.benar(partial(_contoh_kategori, "Tinggi"))


@aturan(
    kode="KIN03",
    daftar_uji=("T.3",),
    judul="Rata-rata capaian",
    title="Mean achievement",
    memeriksa="Rata-rata sama dengan rata-rata baris yang diwakilinya, dari nilai tercetak maupun nilai yang tidak "
    "dibulatkan.",
    checks="A mean is the mean of its lines, over printed or unrounded values.",
    penting="Rata-rata capaian menjadi predikat keseluruhan.",
    matters="The mean becomes the verdict on the whole.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "bacaan": ("yang dirata-ratakan", "what the mean is of"),
        "uraian": ("{nama} = rata-rata {n} baris", "{nama} = mean of its lines ({n})"),
        "baris": ("baris tercetak", "printed lines"),
        "kelompok": ("rata-rata kelompok", "means of the groups"),
        "terakhir": ("baris kelompok terakhir", "lines of the last group"),
    },
)
def rerata(reg: Register) -> Iterator[Relasi]:
    """rerata = mean of the lines since the last heading; rerata_total = mean of the table's lines or group means."""
    for n, t in enumerate(reg.tabel):
        for kolom in t.tabel.kolom:
            if kolom.peran.dirata_ratakan:
                # Nothing in the table shows that a column of another year holds what its mean is taken over.
                sendiri = kolom.peran.nama != "capaian" or kolom_setara(t, "realisasi", kolom) is not None
                bacaan = Bacaan(
                    (rerata.kode, n, kolom.kunci),
                    kalimat(
                        "bacaan.kolom",
                        kolom=kolom.judul or kolom.kunci,
                        tabel=t.tabel.tempat,
                        apa=kalimat(f"{rerata.kode}.bacaan"),
                    ),
                    Dasar.LAZIM if sendiri else Dasar.DUGAAN,
                )
                yield from _rerata(t, kolom.kunci, bacaan)


def _contoh_rerata(rerata: str) -> Laporan:
    return laporan(
        indikator=(LULUS, WAKTU),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | target | realisasi | capaian",
                f"{LULUS.nama} | 80,00 | 84,00 | 105,00%",
                f"{WAKTU.nama} | 10 | 8 | 120,00%",
                f"RATA-RATA | | | {rerata}",
            ),
        ),
    )


rerata.salah(partial(_contoh_rerata, "115,20%"))
rerata.benar(partial(_contoh_rerata, "112,50%"))


def _rerata(t: TabelFakta, kunci: str, bacaan: Bacaan) -> Iterator[Relasi]:
    sejak: list[BarisFakta] = []
    rerata_kelompok: list[Butir] = []
    kelompok = ""
    # One mean below several groups is that of all lines, or of the last group: the table does not say.
    tunggal = sum(b.jenis == "rerata" for b in t.baris) == 1 and len({b.kelompok for b in t.rincian}) > 1
    for b in t.baris:
        y = b.butir.get(kunci)
        if b.jenis == "rincian":
            if b.kelompok != kelompok:
                sejak, kelompok = [], b.kelompok
            sejak.append(b)
        elif y is not None and y.berangka and b.jenis == "rerata":
            rerata_kelompok.append(y)
            if tunggal:
                yield from _rumus_rerata(y, t.rincian, kunci, ("terakhir", _berisi(sejak, kunci)), bacaan)
            else:
                yield from _rumus_rerata(y, sejak, kunci, ("", []), bacaan)
        elif y is not None and y.berangka and b.jenis == "rerata_total":
            yield from _rumus_rerata(y, t.rincian, kunci, ("kelompok", rerata_kelompok), bacaan)
        if b.jenis == "rerata":
            sejak = []


def _berisi(baris: Sequence[BarisFakta], kunci: str) -> list[Butir]:
    """The figures of a column."""
    return [x for b in baris if (x := b.butir.get(kunci)) is not None and x.berangka]


def _rumus_rerata(
    y: Butir, baris: Sequence[BarisFakta], kunci: str, lain: tuple[str, list[Butir]], bacaan: Bacaan
) -> Iterator[Relasi]:
    """The mean of lines, or of what else it may be of.

    A blank line may have been left out of the mean or counted as zero: such a mean can hold, but not fail.
    """
    isi = _berisi(baris, kunci)
    kosong = len(baris) - len(isi)
    jalur = [("baris", isi), lain]
    terisi = [(kalimat(f"{rerata.kode}.{n}"), bagian) for n, bagian in jalur if bagian]
    if terisi:
        yield Rumusan(
            kode=rerata.kode,
            jenis="rerata",
            uraian=kalimat(f"{rerata.kode}.uraian", nama=y.nama, n=len(terisi[0][1])),
            hasil=y,
            jalur=tuple(Jalur.menurut(n, Rumus.jumlah(len(bagian), len(bagian)), bagian) for n, bagian in terisi),
            kecuali=kalimat("kosong.baris", n=kosong) if kosong else "",
            bacaan=bacaan,
        )


@aturan(
    kode="KIN04",
    daftar_uji=("II.2",),
    judul="Realisasi dari komponennya",
    title="Realisation from its components",
    memeriksa="Realisasi mengikuti dari pembilang dan penyebut yang dicantumkan dalam perhitungannya.",
    checks="A realisation follows from the numerator and denominator printed in its calculation.",
    penting="Komponen adalah jembatan antara laporan dan data sumber.",
    matters="The components link the report to its source data.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("{nama} = pembilang ÷ penyebut × {kali}", "{nama} = numerator ÷ denominator × {kali}"),
        "cara": ("pembilang ÷ penyebut", "numerator ÷ denominator"),
    },
)
def komponen(reg: Register) -> Iterator[Relasi]:
    """realisasi = Σ±pembilang / Σ±penyebut × kali, for each printed calculation."""
    for k in reg.laporan.komponen:
        periode = k.periode or reg.laporan.tahun
        atas = _suku(reg, k.indikator, "pembilang", periode, [s.minus for s in k.pembilang], k.kali)
        bawah = _suku(reg, k.indikator, "penyebut", periode, [s.minus for s in k.penyebut], 1)
        y = next(
            (b for b in reg.cetakan(k.indikator, "realisasi", periode) if b.media == "hitungan"),
            reg.cari(k.indikator, "realisasi", periode),
        )
        if atas and bawah and y is not None:
            jalur = Jalur(kalimat(f"{komponen.kode}.cara"), Rumus(tuple(atas), tuple(bawah)))
            yield Rumusan(
                kode=komponen.kode,
                jenis="rasio",
                uraian=kalimat(f"{komponen.kode}.uraian", nama=y.nama, kali=str(k.kali)),
                hasil=y,
                jalur=(jalur,),
            )


def _contoh_komponen(hasil: str) -> Laporan:
    tempat = f"Perhitungan {LULUS.nama}"
    return laporan(
        indikator=(LULUS,),
        komponen=(
            Komponen(
                indikator=LULUS.kunci,
                pembilang=(SukuKomponen(nilai=sel("210", "pembilang", tempat)),),
                penyebut=(SukuKomponen(nilai=sel("250", "penyebut", tempat)),),
                hasil=sel(hasil, "realisasi", tempat),
            ),
        ),
    )


komponen.salah(partial(_contoh_komponen, "80,00%"))
komponen.benar(partial(_contoh_komponen, "84,00%"))


def _suku(reg: Register, subjek: str, peran: str, periode: int, minus: list[bool], kali: int) -> list[Suku]:
    hasil = []
    for n, negatif in enumerate(minus):
        b = reg.cari(subjek, peran if n == 0 else f"{peran}:{n + 1}", periode)
        if b is None:
            return []
        hasil.append(Suku(Fraction(-kali if negatif else kali), (b,)))
    return hasil


@aturan(
    kode="KIN06",
    daftar_uji=("III.7",),
    judul="Capaian tahun lalu dan target Renstra",
    title="Earlier achievement and plan targets",
    memeriksa="Capaian tahun-tahun sebelumnya dibandingkan dengan realisasi dan target Renstra tahun itu.",
    checks="Achievements of earlier years are compared with realisation and plan target of that year.",
    penting="Menunjukkan target mana yang dipakai sebagai dasar capaian tahun lalu.",
    matters="Shows which target an earlier achievement was measured against.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    kalimat={
        "uraian": (
            "{nama} dihitung terhadap target Renstra {tahun}",
            "{nama} is reckoned against the target of the Renstra for {tahun}",
        ),
    },
    celah="dasar capaian tahun itu dapat berupa target perjanjian kinerja yang tidak tercetak dalam laporan ini",
    reading="the achievement may be measured against an agreement target that this report does not print",
)
def capaian_lalu(reg: Register) -> Iterator[Relasi]:
    """capaian@P against target_renstra@P where the table itself prints no target for that year; soft evidence."""
    for t in reg.tabel:
        for kolom in t.tabel.kolom:
            if kolom.peran.nama != "capaian" or kolom.periode in {None, reg.laporan.tahun}:
                continue
            if any(kolom_setara(t, p, kolom) is not None for p in ("target", "target_renstra")):
                continue  # then KIN01 looks at it
            for b in t.rincian:
                y = b.butir.get(kolom.kunci)
                r = b.butir.get(f"realisasi@{kolom.periode}")
                target = reg.cari(b.subjek, "target_renstra", kolom.periode)
                if y is None or not y.berangka or r is None or not r.berangka or target is None:
                    continue
                pilihan = rumus_capaian(reg, b.indikator, target, r)
                yield Rumusan(
                    kode=capaian_lalu.kode,
                    jenis="hasil",
                    uraian=kalimat(f"{capaian_lalu.kode}.uraian", nama=y.nama, tahun=str(kolom.periode)),
                    hasil=y,
                    jalur=tuple(_jalur(pilihan, {"target": target, "realisasi": r})),
                    lunak=True,
                )


def _contoh_capaian_lalu(capaian: str) -> Laporan:
    lalu = TAHUN - 1
    return laporan(
        indikator=(LULUS,),
        tabel=(
            tabel("2.3", "Target Renstra", f"indikator | target_renstra@{lalu}", f"{LULUS.nama} | 75,00"),
            tabel(
                "3.3",
                "Perbandingan dengan Tahun Lalu",
                f"indikator | realisasi@{lalu} | capaian@{lalu}",
                f"{LULUS.nama} | 78,00 | {capaian}",
            ),
        ),
    )


capaian_lalu.salah(partial(_contoh_capaian_lalu, "97,50%"))
capaian_lalu.benar(partial(_contoh_capaian_lalu, "104,00%"))


@aturan(
    kode="KIN07",
    daftar_uji=("I.2", "III.10"),
    daftar_uji_bersama=("III.4",),
    judul="Satuan target",
    title="Unit of a target",
    memeriksa="Target satu indikator memakai satuan yang sama di semua tabel dan formulir.",
    checks="The targets of one indicator bear the same unit in all tables and forms.",
    penting="Target 100 koperasi dan 100 unit usaha bukan target yang sama.",
    matters="100 cooperatives and 100 businesses are not the same target.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("satuan target {nama}", "unit of the targets of {nama}"),
        "seharusnya": ("satu satuan", "one unit"),
    },
    celah="satuan dapat ditulis dengan istilah lain",
    reading="the unit may be worded differently",
)
def satuan(reg: Register) -> Iterator[Relasi]:
    """Units printed with the targets of one subject; prints without a unit do not count."""
    menurut_subjek: dict[str, list[Butir]] = {}
    for kunci, cetakan in reg.fakta.items():
        if cetakan[0].peran.target:
            menurut_subjek.setdefault(kunci.subjek, []).extend(b for b in cetakan if _satuan(b))
    for subjek, cetakan in menurut_subjek.items():
        ragam = {baku(_satuan(b)): b for b in reversed(cetakan)}
        if len(cetakan) > 1:
            yield Syarat(
                kode=satuan.kode,
                uraian=kalimat(f"{satuan.kode}.uraian", nama=reg.sebut(subjek)),
                terpenuhi=len(ragam) == 1,
                bukti=tuple(cetakan),
                tertulis=Daftar(
                    tuple(kalimat("cetakan.di", teks=b.teks, tempat=b.tempat) for b in ragam.values()), None, "dan"
                )
                if len(ragam) > 1
                else "",
                seharusnya=kalimat(f"{satuan.kode}.seharusnya"),
            )


def _contoh_satuan(target: str) -> Laporan:
    peserta = Indikator(kunci="peserta", nama="Jumlah Peserta Kelas", satuan="Orang")
    return laporan(
        indikator=(peserta,),
        tabel=(
            tabel("2.4", "Perjanjian Kinerja", "indikator | target", f"{peserta.nama} | {target}"),
            tabel("3.1", "Target Kinerja", "indikator | target", f"{peserta.nama} | 500 Orang"),
        ),
    )


satuan.salah(partial(_contoh_satuan, "500 Kelompok"))
satuan.benar(partial(_contoh_satuan, "500 Orang"))


def _satuan(b: Butir) -> str:
    a = b.sel.angka if b.sel is not None else None
    return a.satuan if a is not None else ""


@aturan(
    kode="KIN08",
    daftar_uji=("I.3",),
    judul="Capaian tanpa kategori",
    title="Achievement without a rating",
    memeriksa="Setiap capaian dan rata-rata pada tabel yang berkolom kategori diberi kategori.",
    checks="Each achievement and mean in a table with a rating column is rated.",
    penting="Simpulan keseluruhan tidak boleh tertinggal.",
    matters="The overall conclusion must not be left out.",
    keparahan="catatan",
    dasar=("permendagri_86_2017",),
    praktik=True,
    kalimat={
        "uraian": ("{n} capaian berkategori", "achievements with a rating: {n}"),
        "seharusnya": ("berkategori", "rated"),
    },
    celah="kategorinya dapat disebut dalam kalimat",
    reading="the rating may be given in the prose",
)
def tanpa_kategori(reg: Register) -> Iterator[Relasi]:
    """Rows with capaian but an empty kategori; one relation for all."""
    dinilai = [
        b
        for t in reg.tabel
        if t.tabel.indeks("kategori") is not None
        for b in t.baris
        if "capaian" in b.butir and b.butir["capaian"].berangka
    ]
    kosong = [b.butir["capaian"] for b in dinilai if "kategori" not in b.butir]
    if dinilai:
        yield Syarat(
            kode=tanpa_kategori.kode,
            uraian=kalimat(f"{tanpa_kategori.kode}.uraian", n=len(dinilai)),
            terpenuhi=not kosong,
            bukti=tuple(kosong),
            tertulis=tuple(kalimat("cetakan.di", teks=b.teks, tempat=b.di) for b in kosong),
            seharusnya=kalimat(f"{tanpa_kategori.kode}.seharusnya"),
        )


def _contoh_berkategori(kategori: str) -> Laporan:
    return laporan(
        indikator=(LULUS, WAKTU),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | capaian | kategori",
                f"{LULUS.nama} | 85,00% | {kategori}",
                f"{WAKTU.nama} | 120,00% | Sangat Tinggi",
            ),
        ),
    )


tanpa_kategori.salah(partial(_contoh_berkategori, ""))
tanpa_kategori.benar(partial(_contoh_berkategori, "Tinggi"))


@aturan(
    kode="KIN10",
    daftar_uji=("I.3", "T.3"),
    judul="Polaritas yang perlu ditanyakan",
    title="A polarity to ask about",
    memeriksa="Indikator yang polaritasnya tidak dinyatakan diukur searah dengan yang ditunjuk namanya.",
    checks="An indicator of which the report states no polarity is measured the way that its name suggests.",
    penting="Kemiskinan di atas target, atau cakupan di bawahnya, terbaca sebagai capaian di atas 100.",
    matters="Poverty above its target, or coverage below it, reads as an achievement above 100.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    kalimat={
        "uraian": ("polaritas {n} capaian", "polarity of achievements: {n}"),
        "tertulis": (
            "{nama} {teks}, dihitung sebagai indikator {polaritas} [polaritas {dasar}]",
            "{nama} {teks}, reckoned as an indicator of polarity {polaritas} [polarity {dasar}]",
        ),
        "seharusnya": ("polaritasnya ditegaskan", "with its polarity stated"),
    },
    celah="indikatornya dapat memang diukur demikian",
    reading="the indicator may be measured so indeed",
)
def polaritas_nama(reg: Register) -> Iterator[Relasi]:
    """Achievements, other than 100, whose formula contradicts what the words of the indicator suggest; one for all."""
    dinilai = [x for x in _berlawanan(reg) if not _terbalik(reg, x[0])]
    if dinilai:
        yield _polaritas_ditanyakan(polaritas_nama.kode, dinilai)


def _berlawanan(reg: Register) -> list[tuple[Indikator, Butir]]:
    """Indicators with an achievement that is reckoned against what their names suggest."""
    return [
        (b.indikator, c)
        for t in reg.tabel
        for b in t.rincian
        if b.indikator is not None and b.indikator.polaritas_kata not in {"", b.indikator.polaritas}
        if (c := b.butir.get("capaian")) is not None and c.nilai not in {None, PENUH}
    ]


def _terbalik(reg: Register, ind: Indikator) -> bool:
    """Whether the report states a formula for what less of is better, and this one is reckoned by another.

    A name with a clause (anak putus sekolah yang kembali) may mean the opposite of its words.
    """
    berklausa = himpunan("klausa") & set(baku(ind.nama).split())
    return ind.polaritas_kata == "negatif" and not berklausa and "negatif" in reg.laporan.metode.rumus


def _polaritas_ditanyakan(kode: str, dinilai: Sequence[tuple[Indikator, Butir]]) -> Syarat:
    return Syarat(
        kode=kode,
        uraian=kalimat(f"{kode}.uraian", n=len(dinilai)),
        terpenuhi=False,
        bukti=tuple(c for _, c in dinilai),
        tertulis=tuple(
            kalimat(f"{kode}.tertulis", nama=i.nama, teks=c.teks, polaritas=i.polaritas, dasar=dasar_polaritas(i))
            for i, c in dinilai
        ),
        seharusnya=kalimat(f"{kode}.seharusnya"),
    )


def _contoh_polaritas(capaian: str) -> Laporan:
    miskin = Indikator(
        kunci="miskin", nama="Angka Kemiskinan", satuan="%", dasar_polaritas="angka", polaritas_kata="negatif"
    )
    return laporan(
        indikator=(miskin,),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | target | realisasi | capaian",
                f"{miskin.nama} | 10,00 | {capaian}",
            ),
        ),
    )


polaritas_nama.salah(partial(_contoh_polaritas, "11,00 | 110,00%"))
polaritas_nama.benar(partial(_contoh_polaritas, "10,00 | 100,00%"))


@aturan(
    kode="KIN11",
    daftar_uji=("I.3", "T.3"),
    judul="Capaian nilai berperingkat",
    title="Achievement of a grade",
    memeriksa="Capaian indikator yang bernilai predikat atau opini tidak berlawanan dengan urutan predikatnya.",
    checks="The achievement of an indicator measured by a grade does not go against the order of the grades.",
    penting="Opini yang turun dengan capaian 100 terbaca sebagai target yang tercapai.",
    matters="An opinion that fell, with an achievement of 100, reads as a target that was met.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    praktik=True,
    kalimat={
        "uraian": ("{n} capaian nilai berperingkat", "achievements of grades: {n}"),
        "tertulis": (
            "{nama}: target {target}, realisasi {realisasi}, capaian {teks}",
            "{nama}: target {target}, realisation {realisasi}, achievement {teks}",
        ),
        "seharusnya": ("searah dengan urutan predikatnya", "in line with the order of the grades"),
    },
    celah="urutan predikat atau cara menghitungnya dapat ditetapkan lain",
    reading="the order of the grades, or how they are reckoned, may be laid down otherwise",
)
def capaian_predikat(reg: Register) -> Iterator[Relasi]:
    """Grades in words: worse than the target at 100 or more, or better at less; one relation for all."""
    kode = capaian_predikat.kode
    dinilai, berlawanan = 0, []
    for t in reg.tabel:
        for b in t.rincian:
            target, realisasi, c = (b.butir.get(p) for p in ("target", "realisasi", "capaian"))
            if target is None or realisasi is None or c is None or c.nilai is None:
                continue
            lebih_baik = _lebih_baik(reg, realisasi, target)
            dinilai += lebih_baik is not None
            if lebih_baik is not None and lebih_baik == (c.nilai < PENUH):
                berlawanan.append((b, target, realisasi, c))
    if dinilai:
        yield Syarat(
            kode=kode,
            uraian=kalimat(f"{kode}.uraian", n=dinilai),
            terpenuhi=not berlawanan,
            bukti=tuple(c for *_, c in berlawanan),
            tertulis=tuple(
                kalimat(f"{kode}.tertulis", nama=b.nama, target=t.teks, realisasi=r.teks, teks=c.teks)
                for b, t, r, c in berlawanan
            ),
            seharusnya=kalimat(f"{kode}.seharusnya"),
        )


def _lebih_baik(reg: Register, a: Butir, b: Butir) -> bool | None:
    """Whether a grade is better than another; None where they are alike, are figures, or no scale has both."""
    isi = [x.sel.isi for x in (a, b) if x.sel is not None]
    if all(isinstance(p, Predikat) and p.pecahan is not None for p in isi):
        return None
    # A grade of the report's own scale may have been read as words.
    predikat = [p.predikat if isinstance(p, Predikat) else x.label for p, x in zip(isi, (a, b), strict=True)]
    satu, dua = predikat
    m = reg.laporan.metode
    sendiri = [SkalaOrdinal.dari_urutan(nama, label) for nama, label in m.ordinal.items()]
    sendiri += [SkalaOrdinal.dari_skala(m.skala)] if isinstance(m.skala, Skala) else []
    skala = skala_predikat(satu, dua, sendiri=sendiri)
    return None if skala is None or predikat_sama(satu, dua) else skala.lebih_baik(satu, dua)


def _contoh_predikat(realisasi: str) -> Laporan:
    opini = Indikator(kunci="opini", nama="Opini atas Laporan Keuangan", satuan="Opini")
    return laporan(
        indikator=(opini,),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | target | realisasi | capaian",
                f"{opini.nama} | WTP | {realisasi} | 100,00%",
                f"{LULUS.nama} | 80,00 | 84,00 | 105,00%",
            ),
        ),
    )


capaian_predikat.salah(partial(_contoh_predikat, "WDP"))
capaian_predikat.benar(partial(_contoh_predikat, "WTP"))


@aturan(
    kode="KIN12",
    daftar_uji=("I.3", "T.3"),
    judul="Rumus negatif yang dinyatakan tidak dipakai",
    title="A stated formula for less is better that is not used",
    memeriksa="Bila laporan menyatakan rumus untuk indikator yang makin rendah makin baik, indikator yang namanya "
    "menunjukkan hal demikian dihitung dengannya.",
    checks="Where the report states a formula for indicators of which less is better, those whose names suggest it are "
    "reckoned by it.",
    penting="Kemiskinan di atas target terbaca sebagai capaian di atas 100.",
    matters="Poverty above its target reads as an achievement above 100.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    praktik=True,
    kalimat={
        "uraian": ("rumus negatif untuk {n} capaian", "formula of less is better, achievements: {n}"),
        "tertulis": (
            "{nama} {teks}, dihitung sebagai indikator {polaritas} [polaritas {dasar}]",
            "{nama} {teks}, reckoned as an indicator of polarity {polaritas} [polarity {dasar}]",
        ),
        "seharusnya": ("menurut rumus negatif yang dinyatakan", "by the stated formula of less is better"),
    },
    celah="polaritas indikatornya tidak dinyatakan dan dapat memang positif",
    reading="the polarity of the indicator is not stated and may be positive indeed",
)
def rumus_negatif(reg: Register) -> Iterator[Relasi]:
    """As KIN10, where the report states the formula that is not used; one relation for all."""
    dinilai = [x for x in _berlawanan(reg) if _terbalik(reg, x[0])]
    if dinilai:
        yield _polaritas_ditanyakan(rumus_negatif.kode, dinilai)


def _contoh_rumus_negatif(capaian: str) -> Laporan:
    return attrs.evolve(_contoh_polaritas(capaian), metode=Metode(rumus={"negatif": "negatif_a"}))


rumus_negatif.salah(partial(_contoh_rumus_negatif, "11,00 | 110,00%"))
rumus_negatif.benar(partial(_contoh_rumus_negatif, "10,00 | 100,00%"))


@aturan(
    kode="KIN13",
    daftar_uji=("I.3", "T.3"),
    judul="Beberapa rumus untuk indikator sejenis",
    title="Several formulas for indicators of one kind",
    memeriksa="Indikator yang makin rendah makin baik dalam satu tabel dihitung dengan satu rumus.",
    checks="The indicators of one table of which less is better are reckoned by one formula.",
    penting="Dua rumus memberi dua capaian untuk hasil yang sama.",
    matters="Two formulas give two achievements for one result.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    praktik=True,
    kalimat={
        "uraian": ("satu rumus untuk {n} indikator {tabel}", "one formula for the indicators of {tabel}: {n}"),
        "tertulis": ("{nama} {teks} menurut {rumus}", "{nama} {teks} by {rumus}"),
        "seharusnya": ("satu rumus", "one formula"),
    },
    celah="tiap indikator dapat mempunyai rumus yang ditetapkan sendiri",
    reading="each indicator may have a formula that was laid down for it",
)
def rumus_campur(reg: Register) -> Iterator[Relasi]:
    """The variants that lines with a negative name or polarity follow, each by one alone; one relation a table."""
    kode = rumus_campur.kode
    for t in reg.tabel:
        dinilai = [
            (b.nama, c, rumus)
            for b in t.rincian
            if b.indikator is not None and "negatif" in {b.indikator.polaritas, b.indikator.polaritas_kata}
            if (c := b.butir.get("capaian")) is not None and (rumus := _satu_rumus(b, c))
        ]
        if len(dinilai) > 1:
            yield Syarat(
                kode=kode,
                uraian=kalimat(f"{kode}.uraian", n=len(dinilai), tabel=t.tabel.tempat),
                terpenuhi=len({r for *_, r in dinilai}) == 1,
                bukti=tuple(c for _, c, _ in dinilai),
                tertulis=tuple(kalimat(f"{kode}.tertulis", nama=n, teks=c.teks, rumus=r) for n, c, r in dinilai)
                if len({r for *_, r in dinilai}) > 1
                else "",
                seharusnya=kalimat(f"{kode}.seharusnya"),
            )


def _satu_rumus(b: BarisFakta, c: Butir) -> str:
    """The one usual variant that a line follows; empty where it follows none, or several."""
    target, realisasi = b.butir.get("target"), b.butir.get("realisasi")
    if target is None or realisasi is None or not target.nilai or not realisasi.nilai or c.cetak is None:
        return ""
    nilai = {"target": target.nilai, "realisasi": realisasi.nilai}
    hasil = {n: ambil_rumus(n).rumus.hitung(nilai) for n in ("positif", "negatif_a", "negatif_b")}
    cocok = [n for n, h in hasil.items() if h is not None and c.cetak.memuat(h)]
    return cocok[0] if len(cocok) == 1 else ""


def _contoh_campur(capaian: str) -> Laporan:
    sakit = Indikator(kunci="sakit", nama="Angka Kesakitan", satuan="%", polaritas="negatif", rumus="negatif_b")
    miskin = Indikator(
        kunci="miskin", nama="Angka Kemiskinan", satuan="%", polaritas="negatif", dasar_polaritas="angka"
    )
    return laporan(
        indikator=(sakit, miskin),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | target | realisasi | capaian",
                f"{sakit.nama} | 10,00 | 9,00 | 111,11%",
                f"{miskin.nama} | 10,00 | 9,00 | {capaian}",
            ),
        ),
    )


rumus_campur.salah(partial(_contoh_campur, "110,00%"))
rumus_campur.benar(partial(_contoh_campur, "111,11%"))


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
    praktik=True,
    celah="satuan dapat ditetapkan oleh nomenklatur",
    reading="the nomenclature may lay the unit down",
    kalimat={
        "cocok.semua": (
            "satuan {banyak} target seperti nama indikatornya",
            "units as the names of the indicators say, targets: {banyak}",
        ),
        "cocok.kutip": ("{teks} untuk jumlah {seharusnya}", "{teks} for a number of {seharusnya}"),
        "cocok.seharusnya": ("satuan yang disebut nama indikatornya", "the unit that the name of the indicator states"),
    },
)
def satuan_nama(reg: Register) -> Iterator[Relasi]:
    """After `Jumlah`, a unit that targets of this report bear must be the target's own; one relation for all."""
    bersatuan = [
        (b.baris.indikator, satuan, b.angka)  # type: ignore[union-attr] # lines of the performance part
        for f in reg.formulir
        for b in f.kinerja
        if b.angka is not None and b.angka.sel is not None and (satuan := baku(_satuan_kolom(b.angka)))
    ]
    dikenal = sorted({s for _, s, _ in bersatuan}, key=lambda s: -len(s))
    disebut = [(b, s, u) for nama, s, b in bersatuan if (u := _satuan_disebut(nama, dikenal))]
    kasus = tuple(
        Cocok(tertulis=s, seharusnya=(u,), sama=_satuan_sama, saksi=(b,), isi={"teks": b.teks}) for b, s, u in disebut
    )
    if kasus:
        yield Setiap(kode=satuan_nama.kode, kasus=kasus)


def _satuan_nama(target: str) -> Laporan:
    kinerja = [Kinerja("1.", "Jumlah Paket Modul Pelatihan", target), Kinerja("2.", "Cakupan Alat Peraga", "4 Paket")]
    return laporan(perjanjian=(formulir("III", "Kepala Bidang Pelatihan", kinerja=kinerja),))


satuan_nama.salah(partial(_satuan_nama, "3 Unit"))


satuan_nama.benar(partial(_satuan_nama, "3 Paket"))


def _satuan_sama(a: str, b: str) -> bool:
    """An abbreviation (Dok) and a unit said more fully (Orang/bulan) are no other unit."""
    return a.startswith(b) or b.startswith(a)


def _satuan_kolom(b: Butir) -> str:
    a = b.sel.angka if b.sel is not None else None
    return a.satuan if a is not None else ""


def _satuan_disebut(nama: str, dikenal: list[str]) -> str:
    """The unit that follows `Jumlah` in a name, the longest that is known; empty when there is none."""
    depan, _, ekor = baku(nama).partition(" ")
    if depan != "jumlah":
        return ""
    return next((s for s in dikenal if f"{ekor} ".startswith(f"{s} ")), "")
