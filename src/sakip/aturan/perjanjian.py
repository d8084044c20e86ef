"""Rules on agreement forms: each form by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sakip.aturan.anggaran import jumlah
from sakip.aturan.bahan.contoh import Kinerja, Uang, formulir, laporan, tabel_anggaran
from sakip.aturan.bahan.jenjang import FORMULIR, baca_jenjang_formulir, dua_jumlah
from sakip.aturan.definisi import Aturan, Keluarga, aturan
from sakip.relasi import Batas, Berpasangan, Setiap, Syarat, sendiri
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.aturan.bahan.jenjang import Jenjang
    from sakip.fakta.register import BarisFormulir, Butir, Formulir, Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi


PKJ = Keluarga("PKJ", "Perjanjian kinerja", "Performance agreements")

KABID = "Kepala Bidang Pelatihan"
KASUBBAG = "Kepala Sub Bagian Umum"
"""Officers of the examples."""


@aturan(
    kode="PKJ01",
    daftar_uji=("I.4", "T.2"),
    judul="JUMLAH anggaran perjanjian kinerja",
    title="Budget total of an agreement",
    memeriksa="JUMLAH sama dengan jumlah baris anggaran formulir.",
    checks="JUMLAH is the sum of the form's budget lines.",
    penting="JUMLAH adalah anggaran yang dipertanggungjawabkan pejabat itu.",
    matters="JUMLAH is the budget the officer answers for.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": (
            "JUMLAH {formulir} = jumlah {n} baris{catatan}",
            "JUMLAH of {formulir} = sum of its lines ({n}){catatan}",
        ),
    },
)
def jumlah_formulir(reg: Register) -> Iterator[Relasi]:
    """JUMLAH = Σ of the lines that carry money and have none with money below them."""
    for f in reg.formulir:
        y, (puncak, daun) = f.jumlah, _puncak_dan_daun(f)
        isi = [d for d in daun if d.berangka]
        if y is not None and y.berangka and isi:
            kode = jumlah_formulir.kode
            catatan = dua_jumlah(y, puncak, daun)
            uraian = kalimat(f"{kode}.uraian", formulir=f.pk.tempat, n=len(isi), catatan=catatan)
            yield jumlah(kode, uraian, y, isi)


def _jumlah(jumlah: str) -> Laporan:
    baris = [Uang("1.1", "Kegiatan Pelatihan Dasar", "Rp 45.000.000"), Uang("1.2", "Kegiatan Magang", "Rp 30.000.000")]
    return laporan(perjanjian=(formulir("III", KABID, baris, jumlah=jumlah),))


jumlah_formulir.salah(partial(_jumlah, "Rp 57.000.000"))
jumlah_formulir.benar(partial(_jumlah, "Rp 75.000.000"))


def _puncak_dan_daun(f: Formulir) -> tuple[list[Butir], list[Butir]]:
    """The money of the lines under none with money, and of those above none."""
    if (jenjang := _jenjang(f)) is not None:
        puncak, daun = ([b.butir[FORMULIR] for b in x] for x in (jenjang.puncak, jenjang.daun))
        return puncak, daun
    beruang = [b for b in f.anggaran if b.angka is not None]
    bawah = {id(x) for b in beruang for x in anak(f, b)}
    return (
        [b.angka for b in beruang if b.angka is not None and id(b) not in bawah],
        [b.angka for b in beruang if b.angka is not None and not _berinduk(f, b)],
    )


def _jenjang(f: Formulir) -> Jenjang | None:
    """The levels that a form bears out where the numbers of its lines, `1`, `1.1`, do not show them."""
    if any(b.kedalaman > 1 for b in f.anggaran):
        return None
    jenjang = baca_jenjang_formulir(f)
    return jenjang if jenjang is not None and jenjang.terbukti else None


def _berinduk(f: Formulir, b: BarisFormulir) -> bool:
    """Whether `b` heads lines that carry money themselves: then those are summed, not it."""
    return any(x.angka is not None for x in anak(f, b))


def anak(f: Formulir, b: BarisFormulir) -> list[BarisFormulir]:
    """The lines under `b`, down to the next line as high as it."""
    i = next(n for n, x in enumerate(f.anggaran) if x is b)
    hasil = []
    for x in f.anggaran[i + 1 :]:
        if x.kedalaman <= b.kedalaman:
            break
        hasil.append(x)
    return hasil


@aturan(
    kode="PKJ03",
    daftar_uji=("I.4", "T.2"),
    judul="Anggaran baris induk formulir",
    title="Budget of a heading line",
    memeriksa="Anggaran pada baris program atau kegiatan sama dengan jumlah baris di bawahnya dalam formulir itu.",
    checks="Money on a program or kegiatan line is the sum of the lines under it in the form.",
    penting="Baris induk yang berbeda dari rinciannya tanda deret angka bergeser.",
    matters="A heading that differs from its lines is the mark of a run of figures shifted.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("{nama} = jumlah {n} baris di bawahnya", "{nama} = sum of the lines under it ({n})"),
    },
)
def baris_induk(reg: Register) -> Iterator[Relasi]:
    """Money on a heading = Σ of the money lines directly under it."""
    for f in reg.formulir:
        for b in f.anggaran:
            bawah = [x for x in anak(f, b) if x.kedalaman == b.kedalaman + 1]
            isi = [x.angka for x in bawah if x.angka is not None and x.angka.berangka]
            if b.angka is not None and b.angka.berangka and isi and len(isi) == len(bawah):
                yield _jumlah_bawah(b.angka, isi)
        for atas, bagian in jenjang.anak if (jenjang := _jenjang(f)) is not None else ():
            y, isi = atas.butir[FORMULIR], [x.butir[FORMULIR] for x in bagian]
            if y.berangka and all(x.berangka for x in isi):
                yield _jumlah_bawah(y, isi)


def _induk(kegiatan: str) -> Laporan:
    baris = [
        Uang("1.", "Kegiatan Administrasi Umum", kegiatan),
        Uang("1.1", "Sub Kegiatan Alat Tulis Kantor", "Rp 12.500.000"),
        Uang("1.2", "Sub Kegiatan Jasa Surat Menyurat", "Rp 7.500.000"),
    ]
    return laporan(perjanjian=(formulir("IV", KASUBBAG, baris),))


baris_induk.salah(partial(_induk, "Rp 22.000.000"))
baris_induk.benar(partial(_induk, "Rp 20.000.000"))


def _jumlah_bawah(y: Butir, isi: list[Butir]) -> Relasi:
    uraian = kalimat(f"{baris_induk.kode}.uraian", nama=y.nama, n=len(isi))
    return jumlah(baris_induk.kode, uraian, y, isi)


@aturan(
    kode="PKJ04",
    daftar_uji=("I.4", "T.2"),
    judul="Anggaran yang dibagi dengan unit lain",
    title="Budget shared with another unit",
    memeriksa="Bagian sendiri ditambah bagian yang diampu unit lain sama dengan total anggaran pada keterangan.",
    checks="The own share plus the shares borne by other units is the total in the keterangan.",
    penting="Bagian yang tidak menjumlah membuat sebagian anggaran tanpa pemilik atau berpemilik ganda.",
    matters="Shares that do not add up leave money without an owner or with two.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("{nama} = bagian sendiri + bagian unit lain", "{nama} = own share + shares of other units"),
    },
)
def bagian(reg: Register) -> Iterator[Relasi]:
    """total = own share + Σ shares of others."""
    for f in reg.formulir:
        for b in f.anggaran:
            isi = [x for x in (b.angka, *b.diampu) if x is not None and x.berangka]
            if b.total is not None and b.total.berangka and b.diampu and len(isi) == 1 + len(b.diampu):
                yield jumlah(bagian.kode, kalimat(f"{bagian.kode}.uraian", nama=b.total.nama), b.total, isi)


def _bagian(bagian: str) -> Laporan:
    baris = [
        Uang(
            "1.1",
            "Kegiatan Pelatihan Dasar",
            "Rp 45.000.000",
            total="Rp 60.000.000",
            diampu=(("Bidang Promosi", bagian),),
        )
    ]
    return laporan(perjanjian=(formulir("III", KABID, baris),))


bagian.salah(partial(_bagian, "Rp 51.000.000"))
bagian.benar(partial(_bagian, "Rp 15.000.000"))


@aturan(
    kode="PKJ05",
    daftar_uji=("I.4", "T.2"),
    daftar_uji_bersama=("III.4",),
    judul="Target dan rinciannya",
    title="Target and its parts",
    memeriksa="Target suatu indikator sama dengan jumlah rincian yang dicantumkan di bawahnya.",
    checks="A target is the sum of the parts listed under it.",
    penting="Rincian target adalah keluaran yang akan ditagih.",
    matters="The parts of a target are the outputs that will be asked for.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("{nama} = jumlah {n} rincian", "{nama} = sum of its parts ({n})"),
    },
)
def rincian_target(reg: Register) -> Iterator[Relasi]:
    """target = Σ rincian."""
    for f in reg.formulir:
        for k in f.kinerja:
            isi = [x for x in k.rincian if x.berangka]
            if k.angka is not None and k.angka.berangka and isi and len(isi) == len(k.rincian):
                uraian = kalimat(f"{rincian_target.kode}.uraian", nama=k.angka.nama, n=len(isi))
                yield jumlah(rincian_target.kode, uraian, k.angka, isi)


def _rincian(target: str) -> Laporan:
    baris = [
        Kinerja(
            "1.1",
            "Jumlah Dokumen Perencanaan",
            target,
            rincian=(("Dokumen Renja", "2 Dokumen"), ("Dokumen Perjanjian Kinerja", "3 Dokumen")),
        )
    ]
    return laporan(perjanjian=(formulir("IV", KASUBBAG, kinerja=baris),))


rincian_target.salah(partial(_rincian, "6 Dokumen"))
rincian_target.benar(partial(_rincian, "5 Dokumen"))


@aturan(
    kode="PKJ06",
    daftar_uji=("I.2", "III.10", "T.2"),
    daftar_uji_bersama=("III.4",),
    judul="Indikator tanpa target",
    title="Indicator without a target",
    memeriksa="Setiap indikator pada perjanjian kinerja mempunyai target.",
    checks="Each indicator of an agreement has a target.",
    penting="Kinerja tanpa target tidak dapat diukur.",
    matters="Performance without a target cannot be measured.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014#lampiran_perjanjian",),
    celah="target dapat tercantum pada dokumen lain",
    reading="the target may stand in another document",
    kalimat={
        "berpasangan.semua": ("setiap indikator {formulir} bertarget", "a target for each indicator of {formulir}"),
        "berpasangan.tertulis": ("{n} indikator tanpa target", "indicators without a target: {n}"),
        "berpasangan.seharusnya": ("bertarget", "with a target"),
    },
)
def tanpa_target(reg: Register) -> Iterator[Relasi]:
    """Every line with an indicator prints a target; one relation a form, its members listed."""
    for f in reg.formulir:
        indikator = tuple(
            Berpasangan(
                nama=k.baris.indikator,  # type: ignore[union-attr] # performance lines
                pasangan=() if k.angka is None else (k.angka,),
                saksi=(_tempat_indikator(reg, f, k) if k.angka is None else k.angka,),
            )
            for k in f.kinerja
            if k.baris.indikator  # type: ignore[union-attr] # as above
        )
        if indikator:
            yield Setiap(
                kode=tanpa_target.kode,
                kasus=indikator,
                lengkap=True,
                rinci=True,
                isi={"formulir": f.pk.tempat},
            )


def _bertarget(target: str) -> Laporan:
    baris = [
        Kinerja("1.1", "Jumlah Dokumen Perencanaan", "5 Dokumen"),
        Kinerja("1.2", "Jumlah Laporan Kinerja", target),
    ]
    return laporan(perjanjian=(formulir("IV", KASUBBAG, kinerja=baris),))


tanpa_target.salah(partial(_bertarget, ""))
tanpa_target.benar(partial(_bertarget, "1 Laporan"))


def _tempat_indikator(reg: Register, f: Formulir, k: BarisFormulir) -> Butir:
    return reg.petunjuk(k.baris.indikator, k.baris.lokasi, f.pk.tempat)  # type: ignore[union-attr] # performance line


@aturan(
    kode="PKJ07",
    daftar_uji=("T.2",),
    judul="Target nol dengan anggaran",
    title="Target of zero with money",
    memeriksa="Sub kegiatan yang beranggaran mempunyai target lebih dari nol.",
    checks="A sub kegiatan with money has a target above zero.",
    penting="Anggaran tanpa keluaran tidak dapat dipertanggungjawabkan.",
    matters="Money without an output cannot be accounted for.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="anggaran dapat tersisa setelah keluaran dihapus pada perubahan",
    reading="the money may be left over after the output was dropped in the revision",
    kalimat={
        "batas.satu": ("{nama} beranggaran {uang}", "{nama} with money, {uang}"),
        "batas.semua": ("{n} target {formulir} di atas nol", "targets of {formulir} above zero: {n}"),
        "batas.kutip": ("{teks}", "{teks}"),
        "batas.rinci": ("{nama}: {teks} dengan {uang}", "{nama}: {teks} with {uang}"),
        "batas.seharusnya": ("target di atas nol, atau tanpa anggaran", "a target above zero, or no money"),
    },
)
def target_nol(reg: Register) -> Iterator[Relasi]:
    """A zero target beside money, on lines of the two parts that bear the same number; one relation a form at fault."""
    for f in reg.formulir:
        target = (
            Batas(
                angka=t,
                bawah=0 if m.nilai and (t.nilai or 0) >= 0 else None,  # a rate of growth may well be below zero
                terbuka=True,
                saksi=(t, m),
                isi={"uang": m.teks},
            )
            for t, m in _target_dan_uang(f)
        )
        yield from sendiri(target_nol.kode, target, isi={"formulir": f.pk.tempat})


def _tak_nol(target: str) -> Laporan:
    return laporan(
        perjanjian=(
            formulir(
                "IV",
                KASUBBAG,
                [Uang("1.1", "Sub Kegiatan Pengadaan Mebel", "Rp 5.000.000")],
                kinerja=[Kinerja("1.1", "Jumlah Unit Mebel", target)],
            ),
        )
    )


target_nol.salah(partial(_tak_nol, "0 Unit"))
target_nol.benar(partial(_tak_nol, "4 Unit"))


def _target_dan_uang(f: Formulir) -> Iterator[tuple[Butir, Butir]]:
    """Targets and money on lines of one number; a further indicator of a line has none and takes the line's.

    Programs are left out, since the first sasaran and the first program bear one number by chance; and so is
    an indicator that is better the lower it is, for which zero is what the money is meant to reach.
    """
    uang = {
        b.baris.no.rstrip("."): b.angka
        for b in f.anggaran
        if b.angka is not None and b.baris.no and b.tingkat != "program"
    }
    no = ""
    for k in f.kinerja:
        no = k.baris.no.rstrip(".") or no
        m = uang.get(no)
        if k.indikator is not None and k.indikator.polaritas == "negatif":
            continue
        if k.angka is not None and k.angka.berangka and m is not None and m.berangka:
            yield k.angka, m


@aturan(
    kode="PKJ08",
    daftar_uji=("T.2",),
    judul="Target dan anggaran berpasangan",
    title="Targets and money in pairs",
    memeriksa="Setiap sub kegiatan yang bertarget pada perjanjian kinerja juga beranggaran, dan sebaliknya.",
    checks="Each sub kegiatan with a target in an agreement has money, and the other way round.",
    penting="Target tanpa anggaran tidak dapat dikerjakan, anggaran tanpa target tidak dapat diukur.",
    matters="A target without money cannot be worked on, money without a target cannot be measured.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014#lampiran_perjanjian",),
    celah="anggarannya dapat sudah termasuk dalam baris kegiatan",
    reading="the money may be part of the kegiatan line",
    kalimat={
        "uraian": (
            "target dan anggaran sub kegiatan {formulir} berpasangan",
            "targets and money of the sub kegiatan of {formulir} in pairs",
        ),
        "tertulis": (
            "{target} sub kegiatan bertarget, {uang} beranggaran",
            "{target} sub kegiatan with a target, {uang} with money",
        ),
        "seharusnya": ("sama banyak", "as many of each"),
        "berpasangan.semua": ("sub kegiatan {formulir} beranggaran", "money for the sub kegiatan of {formulir}"),
        "berpasangan.tertulis": (
            "{n} sub kegiatan bertarget tanpa baris anggaran",
            "sub kegiatan with a target and no budget line: {n}",
        ),
        "berpasangan.seharusnya": ("beranggaran", "with money"),
    },
)
def berpasangan(reg: Register) -> Iterator[Relasi]:
    """As many sub kegiatan with a target as with money, in each form that has both parts.

    A sub kegiatan that an eselon III officer holds directly is a line three deep.
    """
    for f in reg.formulir_eselon("IV"):
        target = [k.angka for k in f.kinerja if k.tingkat == "sub_kegiatan" and k.baris.no and k.angka is not None]
        uang = [b.angka for b in f.anggaran if b.tingkat == "sub_kegiatan" and b.angka is not None]
        if target and uang:
            kode, sama = berpasangan.kode, len(target) == len(uang)
            yield Syarat(
                kode=kode,
                uraian=kalimat(f"{kode}.uraian", formulir=f.pk.tempat),
                terpenuhi=sama,
                bukti=(*target, *uang),
                tertulis="" if sama else kalimat(f"{kode}.tertulis", target=len(target), uang=len(uang)),
                seharusnya=kalimat(f"{kode}.seharusnya"),
            )
    for f in reg.formulir_eselon("III"):
        nomor = [b.baris.no.rstrip(".") for b in f.anggaran]
        sub = tuple(
            Berpasangan(
                nama=k.angka.nama,
                pasangan=tuple(n for n in nomor if n == k.baris.no.rstrip(".")),
                saksi=(k.angka,),
            )
            for k in f.kinerja
            if k.kedalaman > 2 and k.angka is not None
        )
        if sub:
            yield Setiap(kode=berpasangan.kode, kasus=sub, rinci=True, isi={"formulir": f.pk.tempat})


def _berpasangan(anggaran: Sequence[Uang]) -> Laporan:
    janji = [Kinerja("1.1", "Jumlah Unit Mebel", "4 Unit"), Kinerja("1.2", "Jumlah Laporan Aset", "2 Laporan")]
    return laporan(perjanjian=(formulir("IV", KASUBBAG, anggaran, kinerja=janji),))


MEBEL = Uang("1.1", "Sub Kegiatan Pengadaan Mebel", "Rp 5.000.000")
ASET = Uang("1.2", "Sub Kegiatan Penatausahaan Aset", "Rp 3.000.000")

berpasangan.salah(partial(_berpasangan, [MEBEL]))
berpasangan.benar(partial(_berpasangan, [MEBEL, ASET]))


angka_formulir = Aturan(
    kode="PKJ02",
    daftar_uji=("I.4", "T.2"),
    daftar_uji_bersama=("I.6", "III.4"),
    judul="Angka perjanjian kinerja dan tabel",
    title="Figures of agreements and of tables",
    memeriksa="Anggaran dan target pada perjanjian kinerja sama dengan tabel dan dengan formulir lain untuk baris "
    "anggaran atau indikator yang sama.",
    checks="Budgets and targets in agreement forms equal those of the tables and of other forms.",
    penting="Perjanjian kinerja adalah dasar pengukuran; angka yang bergeser membuat pejabat "
    "mempertanggungjawabkan anggaran orang lain.",
    matters="The agreement is the basis of measurement; shifted figures make an officer answer for another's budget.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
)


def _contoh_baris(pagu: str) -> Laporan:
    return laporan(
        tabel=(
            tabel_anggaran(
                "   | JUMLAH            | 140.000.000",
                "02 | Program Pelatihan | 75.000.000",
                "03 | Program Promosi   | 65.000.000",
            ),
        ),
        perjanjian=(
            formulir(
                "II",
                "Kepala Dinas Contoh",
                [Uang("1.", "Program Pelatihan", pagu), Uang("2.", "Program Promosi", "Rp 65.000.000")],
            ),
        ),
    )


angka_formulir.salah(partial(_contoh_baris, "Rp 65.000.000"))


angka_formulir.benar(partial(_contoh_baris, "Rp 75.000.000"))
