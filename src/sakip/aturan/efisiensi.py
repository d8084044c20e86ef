"""Rules on efficiency after PMK 214/2017: PAK × CK, E, NE and its category."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.aturan.definisi import Keluarga, aturan
from sakip.aturan.metode import rumus_capaian, rumus_efisiensi, skala_efisiensi
from sakip.aturan.peran_relasi import RelasiPeran
from sakip.fakta.register import ANGGARAN
from sakip.hukum.regulasi import ambil_rumus
from sakip.hukum.rumus import Rumus, Suku
from sakip.relasi import Jalur, Peringkat, Rumusan
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.relasi import Relasi


EFI = Keluarga("EFI", "Efisiensi", "Efficiency")


@aturan(
    kode="EFI01",
    judul="Anggaran × capaian",
    title="Budget × achievement",
    memeriksa="PAK × CK sama dengan anggaran dikali capaian, dari capaian yang tercetak atau dari realisasi dan "
    "target yang tidak dibulatkan.",
    checks="PAK × CK is budget times achievement, from the printed achievement or from unrounded R and T.",
    penting="PAK × CK adalah dasar nilai efisiensi.",
    matters="PAK × CK is the basis of the efficiency value.",
    dasar=("pmk_214_2017#e",),
    kalimat={
        "uraian": ("{nama} = anggaran × capaian", "{nama} = budget × achievement"),
        "rinci": ("capaian yang tidak dibulatkan", "unrounded achievement"),
        "tercetak": ("capaian tercetak", "printed achievement"),
    },
)
def pagu_capaian(reg: Register) -> Iterator[Relasi]:
    """pagu_capaian = pagu × capaian, by either chain."""
    kode = pagu_capaian.kode
    for t in reg.tabel:
        for b in t.rincian:
            y, pagu = b.butir.get("pagu_capaian"), b.butir.get("pagu")
            if y is None or not y.berangka or pagu is None or not pagu.berangka:
                continue
            jalur = []
            target, realisasi, ck = (b.butir.get(k) for k in ("target", "realisasi", "capaian"))
            if _angka(target) and _angka(realisasi):
                for _, rumus, bila in rumus_capaian(reg, b.indikator, target, realisasi):
                    isi = rumus.ganti({"target": target, "realisasi": realisasi})
                    kali = tuple(Suku(s.koef / 100, (*s.dari, pagu)) for s in isi.pembilang)
                    jalur.append(Jalur(kalimat(f"{kode}.rinci"), Rumus(kali, isi.penyebut), bila))
            if _angka(ck):
                jalur.append(Jalur(kalimat(f"{kode}.tercetak"), Rumus((Suku(Fraction(1, 100), (pagu, ck)),))))
            if jalur:
                yield Rumusan(
                    kode=kode,
                    jenis="hasil",
                    uraian=kalimat(f"{kode}.uraian", nama=y.nama),
                    hasil=y,
                    jalur=tuple(jalur),
                )


@aturan(
    kode="EFI02",
    judul="(Anggaran × capaian) − realisasi",
    title="(Budget × achievement) − spending",
    memeriksa="Selisih efisiensi sama dengan PAK × CK dikurangi realisasi anggaran.",
    checks="The efficiency margin is PAK × CK minus the spending.",
    penting="Selisih ini adalah pembilang efisiensi.",
    matters="This margin is the numerator of efficiency.",
    dasar=("pmk_214_2017#e",),
    kalimat={"uraian": ("{nama} = anggaran × capaian − realisasi", "{nama} = budget × achievement − spending")},
)
def selisih_efisiensi(reg: Register) -> Iterator[Relasi]:
    """selisih_efisiensi = pagu_capaian − realisasi_anggaran."""
    for t in reg.tabel:
        for b in t.rincian:
            y, pc, r = (b.butir.get(k) for k in ("selisih_efisiensi", "pagu_capaian", "realisasi_anggaran"))
            if y is not None and _angka(y) and _angka(pc) and _angka(r):
                rumus = Rumus.linear([(1, pc), (-1, r)])
                yield Rumusan(
                    kode=selisih_efisiensi.kode,
                    jenis="selisih",
                    uraian=kalimat(f"{selisih_efisiensi.kode}.uraian", nama=y.nama),
                    hasil=y,
                    jalur=(Jalur("", rumus),),
                )


@aturan(
    kode="EFI03",
    judul="Efisiensi dan Nilai Efisiensi",
    title="Efficiency and its value",
    memeriksa="E mengikuti dari jumlah PAK × CK dan selisihnya, NE dan setiap langkahnya mengikuti dari E, dari "
    "nilai tercetak maupun yang tidak dibulatkan.",
    checks="E follows from the sums, NE and each step from E, from printed or unrounded values.",
    penting="Nilai Efisiensi menentukan kategori efisiensi yang dilaporkan.",
    matters="The efficiency value decides the category that is reported.",
    dasar=("pmk_214_2017#e", "pmk_214_2017#ne"),
    kalimat={
        "uraian": ("{nama} mengikuti rumus efisiensi", "{nama} follows the formula of efficiency"),
        "jumlah": ("jumlah tercetak", "printed sums"),
        "e_tercetak": ("E tercetak", "printed E"),
        "e_rinci": ("E yang tidak dibulatkan", "unrounded E"),
    },
)
def nilai_efisiensi(reg: Register) -> Iterator[Relasi]:
    """E, its steps and NE, by the formulas of the regulation data."""
    tahun = reg.laporan.tahun
    dasar: dict[object, Butir | None] = {
        "jumlah_selisih_efisiensi": reg.cari(ANGGARAN, "selisih_efisiensi", tahun),
        "jumlah_pagu_capaian": reg.cari(ANGGARAN, "pagu_capaian", tahun),
        "e": reg.cari(ANGGARAN, "efisiensi", tahun),
    }
    jalur: dict[str, list[Jalur]] = {}
    for peran, nama, rumus in rumus_efisiensi(reg):
        if all(_angka(dasar.get(p)) for p in rumus.peubah):
            jalur.setdefault(peran, []).append(Jalur(kalimat(f"{nilai_efisiensi.kode}.{nama}"), rumus.ganti(dasar)))
    for peran, isi in jalur.items():
        y = reg.cari(ANGGARAN, peran, tahun)
        if y is not None:
            uraian = kalimat(f"{nilai_efisiensi.kode}.uraian", nama=y.nama)
            yield Rumusan(kode=nilai_efisiensi.kode, jenis="hasil", uraian=uraian, hasil=y, jalur=tuple(isi))


@aturan(
    kode="EFI04",
    judul="Kategori efisiensi",
    title="Category of efficiency",
    memeriksa="Kategori efisiensi sesuai dengan Nilai Efisiensi yang tercetak.",
    checks="The efficiency category is the one of the printed efficiency value.",
    penting="Kategori adalah kesimpulan analisis efisiensi.",
    matters="The category is the conclusion of the efficiency analysis.",
    dasar=("pmk_214_2017",),
    praktik=True,
    kalimat={"uraian": ("kategori Nilai Efisiensi", "category of the efficiency value")},
)
def kategori_efisiensi(reg: Register) -> Iterator[Relasi]:
    """kategori_efisiensi = scale(NE)."""
    ne = reg.cari(ANGGARAN, "nilai_efisiensi", reg.laporan.tahun)
    skala = skala_efisiensi(reg)
    if ne is None or skala is None:
        return
    for label in reg.cetakan(ANGGARAN, "kategori_efisiensi", reg.laporan.tahun):
        uraian = kalimat(f"{kategori_efisiensi.kode}.uraian")
        yield Peringkat(kode=kategori_efisiensi.kode, uraian=uraian, label=label, nilai=ne, skala=skala)


@aturan(
    kode="EFI05",
    judul="Indeks dan tingkat efisiensi",
    title="Index and degree of efficiency",
    memeriksa="IE sama dengan capaian output dibagi capaian input, dan TE sama dengan IE dikurangi satu.",
    checks="IE is the achievement of output over that of input, and TE is IE minus one.",
    penting="IE dan TE menentukan apakah kegiatan dinyatakan efisien.",
    matters="IE and TE decide whether an activity is called efficient.",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    kalimat={
        "indeks_efisiensi": (
            "IE = capaian output ÷ capaian input",
            "IE = achievement of output ÷ achievement of input",
        ),
        "tingkat_efisiensi": ("TE = (IE − SE) ÷ SE, SE = 1", "TE = (IE − SE) ÷ SE, SE = 1"),
    },
)
def indeks(reg: Register) -> Iterator[Relasi]:
    """indeks_efisiensi = capaian / serapan, tingkat_efisiensi = indeks_efisiensi − 1."""
    for peran in ("indeks_efisiensi", "tingkat_efisiensi"):
        cara = ((peran, ambil_rumus(peran).rumus),)
        yield from RelasiPeran("rasio", peran, cara, peran).relasi(reg, indeks.kode)


def _angka(b: Butir | None) -> bool:
    return b is not None and b.berangka
