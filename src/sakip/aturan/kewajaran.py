"""Rules on realism and consistency of targets: questions for the reviewer to ask, never accusations."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.aturan.definisi import Keluarga, aturan
from sakip.relasi import Syarat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.model.indikator import Indikator
    from sakip.relasi import Relasi


CAPAIAN_TINGGI = Fraction(120)
"""Achievement above which a target is worth asking about; the highest cap seen in practice."""


KON = Keluarga("KON", "Keselarasan dengan rencana", "Agreement with the plan")

REA = Keluarga("REA", "Kewajaran", "Plausibility")


@aturan(
    kode="REA01",
    daftar_uji=("T.7",),
    judul="Target di bawah realisasi tahun lalu",
    title="Target below last year's realisation",
    memeriksa="Target tahun laporan tidak lebih mudah daripada realisasi tahun sebelumnya.",
    checks="The year's target is not easier than what was realised the year before.",
    penting="Target yang lebih mudah dari realisasi tahun lalu tidak mendorong kinerja.",
    matters="A target easier than last year's result drives nothing.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="cakupan atau dasar penghitungan dapat berubah",
    reading="the scope or the base may have changed",
)
def target_turun(reg: Register) -> Iterator[Relasi]:
    """target@Y against realisasi@(Y−1), by polarity; one relation for all that are easier."""
    tahun = reg.laporan.tahun
    mudah: list[tuple[Indikator, Butir, Butir]] = []
    for ind in reg.laporan.indikator:
        t, r = reg.cari(ind.kunci, "target", tahun), reg.cari(ind.kunci, "realisasi", tahun - 1)
        if t is None or r is None or t.nilai is None or r.nilai is None:
            continue
        if (t.nilai < r.nilai and ind.polaritas == "positif") or (t.nilai > r.nilai and ind.polaritas == "negatif"):
            mudah.append((ind, t, r))
        else:
            uraian = f"target {ind.nama} tidak di bawah realisasi {tahun - 1}"
            yield Syarat(kode=target_turun.kode, uraian=uraian, terpenuhi=True, bukti=(t, r))
    if mudah:
        yield Syarat(
            kode=target_turun.kode,
            uraian=f"target {len(mudah)} indikator tidak lebih mudah dari realisasi {tahun - 1}",
            terpenuhi=False,
            bukti=tuple(b for _, t, r in mudah for b in (t, r)),
            tertulis=f"{len(mudah)} target lebih mudah dari realisasi {tahun - 1}",
            rincian=tuple(f"{i.nama}: target {t.teks}, realisasi {tahun - 1} {r.teks}" for i, t, r in mudah),
            seharusnya="ditanyakan alasannya",
        )


@aturan(
    kode="REA02",
    daftar_uji=("T.7",),
    judul="Capaian jauh di atas target",
    title="Achievement far above target",
    memeriksa="Capaian tidak melebihi 120 persen.",
    checks="Achievement does not exceed 120 percent.",
    penting="Capaian yang sangat tinggi lebih sering menandakan target yang terlalu mudah.",
    matters="A very high achievement is more often the mark of an easy target.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="hasilnya dapat memang jauh di atas rencana",
    reading="the result may really be far above plan",
)
def capaian_tinggi(reg: Register) -> Iterator[Relasi]:
    """Printed achievements of the year above the mark; one relation for all."""
    ada = [(i, c) for i in reg.laporan.indikator if (c := reg.cari(i.kunci, "capaian", reg.laporan.tahun)) is not None]
    tinggi = [(i, c) for i, c in ada if c.nilai is not None and c.nilai > CAPAIAN_TINGGI]
    if ada:
        yield Syarat(
            kode=capaian_tinggi.kode,
            uraian=f"capaian {len(ada)} indikator tidak di atas {CAPAIAN_TINGGI} persen",
            terpenuhi=not tinggi,
            bukti=tuple(c for _, c in tinggi),
            tertulis=f"{len(tinggi)} capaian di atas {CAPAIAN_TINGGI}",
            rincian=tuple(f"{i.nama} {c.teks}" for i, c in tinggi),
            seharusnya="ditanyakan alasannya",
        )


@aturan(
    kode="KON01",
    daftar_uji=("III.2",),
    judul="Target perjanjian kinerja dan Renstra",
    title="Targets of the agreement and of the plan",
    memeriksa="Target perjanjian kinerja sama dengan target Renstra tahun itu, atau perbedaannya dijelaskan.",
    checks="Targets of the agreement equal those of the plan for the year, or the difference is explained.",
    penting="Perbedaan target dengan dokumen perencanaan harus dijelaskan dalam laporan.",
    matters="Differences from the plan have to be explained in the report.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="laporan dapat sudah menjelaskan perbedaannya dalam kalimat",
    reading="the report may explain the difference in its prose",
)
def target_renstra(reg: Register) -> Iterator[Relasi]:
    """target@Y against target_renstra@Y; one relation for all that differ."""
    tahun = reg.laporan.tahun
    beda = []
    for ind in reg.laporan.indikator:
        t, r = reg.cari(ind.kunci, "target", tahun), reg.cari(ind.kunci, "target_renstra", tahun)
        if t is None or r is None:
            continue
        if t.nilai == r.nilai:
            uraian = f"target {ind.nama} sama dengan Renstra"
            yield Syarat(kode=target_renstra.kode, uraian=uraian, terpenuhi=True, bukti=(t, r), menguji=True)
        else:
            beda.append((ind, t, r))
    if beda:
        yield Syarat(
            kode=target_renstra.kode,
            uraian=f"target {len(beda)} indikator sama dengan Renstra",
            terpenuhi=False,
            bukti=tuple(b for _, t, r in beda for b in (t, r)),
            menguji=True,
            tertulis=f"{len(beda)} target berbeda dari Renstra",
            rincian=tuple(f"{i.nama}: {t.teks}, Renstra {r.teks}" for i, t, r in beda),
            seharusnya="sama, atau dijelaskan",
        )


NAIK = Fraction(2)
TURUN = Fraction(1, 10)
"""A revised budget more than twice, or less than a tenth of, the original is worth asking about."""


@aturan(
    kode="REA03",
    daftar_uji=("I.6", "T.7"),
    judul="Perubahan anggaran yang sangat besar",
    title="Very large budget revisions",
    memeriksa="Anggaran perubahan suatu sub kegiatan tidak lebih dari dua kali atau kurang dari sepersepuluh "
    "anggaran murninya.",
    checks="The revised budget of a sub kegiatan is not above twice or below a tenth of the original.",
    penting="Pergeseran sebesar itu mengubah target dan perlu dijelaskan.",
    matters="A shift of that size changes targets and needs an explanation.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014#bab_iii_b",),
    celah="perubahan dapat memang diperintahkan kebijakan anggaran",
    reading="budget policy may have ordered the change",
)
def perubahan_besar(reg: Register) -> Iterator[Relasi]:
    """pagu against pagu_murni of the lines at the lowest level; one relation for all."""
    besar = []
    dibandingkan = 0
    for t in reg.tabel:
        kode = {b.kode for b in t.baris if b.kode is not None}
        berincian = {k[:i] for k in kode for i, huruf in enumerate(k) if huruf == "."}
        for b in t.rincian:
            lama, baru = b.butir.get("pagu_murni"), b.butir.get("pagu")
            if lama is None or baru is None or not lama.nilai or baru.nilai is None:
                continue
            induk = b.kode in berincian
            dibandingkan += not induk
            if not induk and not TURUN <= baru.nilai / lama.nilai <= NAIK:
                besar.append((b, lama, baru))
    if dibandingkan:
        yield Syarat(
            kode=perubahan_besar.kode,
            uraian=f"perubahan anggaran {dibandingkan} baris wajar",
            terpenuhi=not besar,
            bukti=tuple(x for _, lama, baru in besar for x in (baru, lama)),
            tertulis=f"{len(besar)} anggaran berubah sangat besar",
            rincian=tuple(f"{b.nama}: {lama.teks} menjadi {baru.teks}" for b, lama, baru in besar),
            seharusnya="ditanyakan alasannya",
        )


@aturan(
    kode="KON02",
    daftar_uji=("III.5",),
    judul="Indikator pada formulir IKU",
    title="Indicators of the form of main indicators",
    memeriksa="Formulir penetapan IKU memuat semua indikator yang ditetapkan sebagai IKU.",
    checks="The form that sets the main indicators holds all of them.",
    penting="Indikator yang tertinggal tidak ikut diperjanjikan.",
    matters="An indicator left out is not agreed on.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    celah="formulir dapat memuat sasaran saja",
    reading="the form may be meant for sasaran only",
)
def formulir_iku(reg: Register) -> Iterator[Relasi]:
    """Indicators with an IKU target against those of the forms of kind `iku`."""
    ditetapkan = {k.subjek: b[0] for k, b in reg.fakta.items() if k.peran == "target_iku"}
    for f in reg.formulir:
        if f.pk.jenis != "iku" or not ditetapkan:
            continue
        ada = {k.indikator.kunci for k in f.kinerja if k.indikator is not None}
        kurang = [s for s in ditetapkan if s not in ada]
        milik = [k.angka for k in f.kinerja if k.angka is not None]
        yield Syarat(
            kode=formulir_iku.kode,
            uraian=f"{f.pk.sebutan} memuat {len(ditetapkan)} IKU",
            terpenuhi=not kurang,
            bukti=(reg.petunjuk(f.pk.sebutan, f.pk.lokasi, f.pk.sebutan), *(ditetapkan[s] for s in kurang), *milik),
            tertulis=f"{len(ada)} dari {len(ditetapkan)} indikator" if kurang else "",
            rincian=tuple(reg.sebut(s) for s in kurang),
            seharusnya="semua indikator yang ditetapkan",
        )
