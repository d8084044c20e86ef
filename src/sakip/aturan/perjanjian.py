"""Rules on agreement forms: each form by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.anggaran import jumlah
from sakip.aturan.definisi import Keluarga, aturan
from sakip.aturan.jenjang import FORMULIR, baca_jenjang_formulir, dua_jumlah
from sakip.relasi import Syarat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.aturan.jenjang import Jenjang
    from sakip.fakta.register import BarisFormulir, Butir, Formulir, Register
    from sakip.relasi import Relasi


PKJ = Keluarga("PKJ", "Perjanjian kinerja", "Performance agreements")


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
)
def jumlah_formulir(reg: Register) -> Iterator[Relasi]:
    """JUMLAH = Σ of the lines that carry money and have none with money below them."""
    for f in reg.formulir:
        y, (puncak, daun) = f.jumlah, _puncak_dan_daun(f)
        isi = [d for d in daun if d.berangka]
        if y is not None and y.berangka and isi:
            uraian = f"JUMLAH {f.pk.sebutan} = jumlah {len(isi)} baris{dua_jumlah(y, puncak, daun)}"
            yield jumlah(jumlah_formulir.kode, uraian, y, isi)


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
)
def baris_induk(reg: Register) -> Iterator[Relasi]:
    """Money on a heading = Σ of the money lines directly under it."""
    for f in reg.formulir:
        for b in f.anggaran:
            bawah = [x for x in anak(f, b) if x.kedalaman == b.kedalaman + 1]
            isi = [x.angka for x in bawah if x.angka is not None and x.angka.berangka]
            if b.angka is not None and b.angka.berangka and isi and len(isi) == len(bawah):
                yield jumlah(baris_induk.kode, f"{b.angka.nama} = jumlah {len(isi)} baris di bawahnya", b.angka, isi)
        for atas, bagian in jenjang.anak if (jenjang := _jenjang(f)) is not None else ():
            y, isi = atas.butir[FORMULIR], [x.butir[FORMULIR] for x in bagian]
            if y.berangka and all(x.berangka for x in isi):
                yield jumlah(baris_induk.kode, f"{y.nama} = jumlah {len(isi)} baris di bawahnya", y, isi)


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
)
def bagian(reg: Register) -> Iterator[Relasi]:
    """total = own share + Σ shares of others."""
    for f in reg.formulir:
        for b in f.anggaran:
            isi = [x for x in (b.angka, *b.diampu) if x is not None and x.berangka]
            if b.total is not None and b.total.berangka and b.diampu and len(isi) == 1 + len(b.diampu):
                yield jumlah(bagian.kode, f"{b.total.nama} = bagian sendiri + bagian unit lain", b.total, isi)


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
)
def rincian_target(reg: Register) -> Iterator[Relasi]:
    """target = Σ rincian."""
    for f in reg.formulir:
        for k in f.kinerja:
            isi = [x for x in k.rincian if x.berangka]
            if k.angka is not None and k.angka.berangka and isi and len(isi) == len(k.rincian):
                yield jumlah(rincian_target.kode, f"{k.angka.nama} = jumlah {len(isi)} rincian", k.angka, isi)


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
    dasar=("permenpanrb_53_2014",),
    celah="target dapat tercantum pada dokumen lain",
    reading="the target may stand in another document",
)
def tanpa_target(reg: Register) -> Iterator[Relasi]:
    """Every line with an indicator prints a target; one relation a form, its members listed."""
    for f in reg.formulir:
        indikator = [k for k in f.kinerja if k.baris.indikator]  # type: ignore[union-attr] # performance lines
        if not indikator:
            continue
        kosong = [k for k in indikator if k.angka is None]
        yield Syarat(
            kode=tanpa_target.kode,
            uraian=f"setiap indikator {f.pk.sebutan} bertarget",
            terpenuhi=not kosong,
            bukti=tuple(_tempat_indikator(reg, f, k) for k in kosong)
            or tuple(k.angka for k in indikator if k.angka is not None),
            tertulis=f"{len(kosong)} indikator tanpa target",
            rincian=tuple(k.baris.indikator for k in kosong),  # type: ignore[union-attr] # as above
            seharusnya="bertarget",
        )


def _tempat_indikator(reg: Register, f: Formulir, k: BarisFormulir) -> Butir:
    return reg.petunjuk(k.baris.indikator, k.baris.lokasi, f.pk.sebutan)  # type: ignore[union-attr] # performance line


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
    celah="anggaran dapat tersisa setelah keluaran dihapus pada perubahan",
    reading="the money may be left over after the output was dropped in the revision",
)
def target_nol(reg: Register) -> Iterator[Relasi]:
    """A zero target beside money, on lines of the two parts that bear the same number; one relation a form at fault."""
    for f in reg.formulir:
        nol: list[tuple[Butir, Butir]] = []
        for t, m in _target_dan_uang(f):
            if t.nilai == 0 and m.nilai:
                nol.append((t, m))
            else:
                yield Syarat(
                    kode=target_nol.kode, uraian=f"{t.nama} beranggaran {m.teks}", terpenuhi=True, bukti=(t, m)
                )
        if nol:
            yield Syarat(
                kode=target_nol.kode,
                uraian=f"{len(nol)} target {f.pk.sebutan} di atas nol",
                terpenuhi=False,
                bukti=tuple(b for pasang in nol for b in pasang),
                tertulis="; ".join(t.teks for t, _ in nol),
                rincian=tuple(f"{t.nama}: {t.teks} dengan {m.teks}" for t, m in nol),
                seharusnya="target di atas nol, atau tanpa anggaran",
            )


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
    dasar=("permenpanrb_53_2014#perjanjian",),
    celah="anggarannya dapat sudah termasuk dalam baris kegiatan",
    reading="the money may be part of the kegiatan line",
)
def berpasangan(reg: Register) -> Iterator[Relasi]:
    """As many sub kegiatan with a target as with money, in each form that has both parts.

    A sub kegiatan that an eselon III officer holds directly is a line three deep.
    """
    for f in reg.formulir_eselon("IV"):
        target = [k.angka for k in f.kinerja if k.tingkat == "sub_kegiatan" and k.baris.no and k.angka is not None]
        uang = [b.angka for b in f.anggaran if b.tingkat == "sub_kegiatan" and b.angka is not None]
        if target and uang:
            sama = len(target) == len(uang)
            yield Syarat(
                kode=berpasangan.kode,
                uraian=f"target dan anggaran sub kegiatan {f.pk.sebutan} berpasangan",
                terpenuhi=sama,
                bukti=(*target, *uang),
                tertulis="" if sama else f"{len(target)} sub kegiatan bertarget, {len(uang)} beranggaran",
                seharusnya="sama banyak",
            )
    for f in reg.formulir_eselon("III"):
        nomor = {b.baris.no.rstrip(".") for b in f.anggaran}
        sub = [k for k in f.kinerja if k.kedalaman > 2 and k.angka is not None]
        lepas = [k for k in sub if k.baris.no.rstrip(".") not in nomor]
        if sub:
            yield Syarat(
                kode=berpasangan.kode,
                uraian=f"sub kegiatan {f.pk.sebutan} beranggaran",
                terpenuhi=not lepas,
                bukti=tuple(k.angka for k in lepas if k.angka is not None),
                tertulis=f"{len(lepas)} sub kegiatan bertarget tanpa baris anggaran" if lepas else "",
                rincian=tuple(k.angka.nama for k in lepas if k.angka is not None),
                seharusnya="beranggaran",
            )
