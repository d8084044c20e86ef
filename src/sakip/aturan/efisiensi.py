"""Rules on efficiency after PMK 214/2017: PAK × CK, E, NE and its category."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from sakip.aturan.bahan.contoh import laporan, sel, tabel
from sakip.aturan.bahan.metode import rumus_capaian, rumus_efisiensi, skala_efisiensi
from sakip.aturan.bahan.peran_relasi import RelasiPeran
from sakip.aturan.definisi import Keluarga, aturan
from sakip.fakta.register import ANGGARAN
from sakip.hukum.regulasi import ambil_rumus
from sakip.hukum.rumus import Rumus, Suku
from sakip.hukum.skala import ambil_skala
from sakip.model.indikator import Indikator
from sakip.model.laporan import Efisiensi, LangkahEfisiensi, Metode
from sakip.relasi import Jalur, Peringkat, Rumusan
from sakip.teks.istilah import bentuk
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi


EFI = Keluarga("EFI", "Efisiensi", "Efficiency")

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
USAHA = Indikator(kunci="usaha", nama="Persentase Usaha Tumbuh", satuan="%")
TEMPAT = "Perhitungan efisiensi"
TAHUN_METODE = 2020
"""Of the examples: indicators, a place, the last year in which PMK 214 was in force."""


@aturan(
    kode="EFI01",
    daftar_uji=("T.4",),
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


def _contoh_tabel(pagu_capaian: str = "78.750.000", selisih: str = "7.500.000") -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.9",
                "Efisiensi Anggaran",
                "indikator | capaian | pagu | realisasi_anggaran | pagu_capaian | selisih_efisiensi",
                f"{LULUS.nama} | 105,00% | 75.000.000 | 71.250.000 | {pagu_capaian} | {selisih}",
                f"{USAHA.nama} | 90,00% | 65.000.000 | 58.000.000 | 58.500.000 | 500.000",
                "JUMLAH | | 140.000.000 | 129.250.000 | 137.250.000 | 8.000.000",
            ),
        ),
    )


def _contoh_pagu_capaian(teks: str) -> Laporan:
    return _contoh_tabel(pagu_capaian=teks)


pagu_capaian.salah(partial(_contoh_pagu_capaian, "77.850.000"))
pagu_capaian.benar(partial(_contoh_pagu_capaian, "78.750.000"))


@aturan(
    kode="EFI02",
    daftar_uji=("T.4",),
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


def _contoh_selisih(teks: str) -> Laporan:
    return _contoh_tabel(selisih=teks)


selisih_efisiensi.salah(partial(_contoh_selisih, "5.700.000"))
selisih_efisiensi.benar(partial(_contoh_selisih, "7.500.000"))


@aturan(
    kode="EFI03",
    daftar_uji=("T.4",),
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


def _contoh_perhitungan(nilai: str = "66,00%", kategori: str = "Cukup Efisien", tahun: int = TAHUN_METODE) -> Laporan:
    """E = 8 / 125, NE = 50 + 6,40 / 20 × 50."""
    return laporan(
        tahun,
        metode=Metode(efisiensi="pmk214"),
        efisiensi=Efisiensi(
            pembilang=sel("8.000.000", "selisih_efisiensi", TEMPAT, "pembilang"),
            penyebut=sel("125.000.000", "pagu_capaian", TEMPAT, "penyebut"),
            hasil=(sel("6,40%", "efisiensi", TEMPAT, "hasil"),),
            langkah=(LangkahEfisiensi(tertulis=sel("16,00%", "persen", TEMPAT, "langkah"), arti="e_per_20_kali_50"),),
            nilai=(sel(nilai, "nilai_efisiensi", TEMPAT, "nilai"),),
            kategori=(sel(kategori, "kategori", TEMPAT),),
        ),
    )


def _contoh_nilai(teks: str) -> Laporan:
    return _contoh_perhitungan(nilai=teks)


nilai_efisiensi.salah(partial(_contoh_nilai, "65,00%"))
nilai_efisiensi.benar(partial(_contoh_nilai, "66,00%"))


@aturan(
    kode="EFI04",
    daftar_uji=("T.4",),
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


def _contoh_kategori(teks: str) -> Laporan:
    return _contoh_perhitungan(kategori=teks)


kategori_efisiensi.salah(partial(_contoh_kategori, "Efisien"))
kategori_efisiensi.benar(partial(_contoh_kategori, "Cukup Efisien"))


@aturan(
    kode="EFI05",
    daftar_uji=("T.4",),
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


def _contoh_indeks(indeks: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.9",
                "Indeks Efisiensi",
                "indikator | capaian | serapan | indeks_efisiensi | tingkat_efisiensi",
                f"{LULUS.nama} | 105,00% | 95,00% | {indeks} | 0,11",
                f"{USAHA.nama} | 90,00% | 90,00% | 1,00 | 0,00",
            ),
        ),
    )


indeks.salah(partial(_contoh_indeks, "1,01"))
indeks.benar(partial(_contoh_indeks, "1,11"))


@aturan(
    kode="EFI06",
    daftar_uji=("T.4",),
    judul="Nilai Kinerja Anggaran",
    title="Value of budget performance",
    memeriksa="NKA kementerian dan lembaga adalah separuh nilai perencanaan ditambah separuh nilai pelaksanaan "
    "anggaran (IKPA), dan tingkatnya sesuai dengan nilainya.",
    checks="The NKA of a ministry or agency is half the value of planning plus half that of carrying out the budget "
    "(IKPA), and its level is that of the value.",
    penting="NKA dibandingkan antarsatuan kerja.",
    matters="NKA is compared between units.",
    keparahan="peringatan",
    dasar=("pmk_107_2024#tingkat_nka",),
    celah="bobotnya dapat ditetapkan lain",
    reading="its weights may be laid down otherwise",
    kalimat={
        "uraian": ("{nama} = 50% perencanaan + 50% pelaksanaan", "{nama} = 50% planning + 50% carrying out"),
        "separuh": ("separuh dari keduanya", "half of both"),
        "jumlah": ("jumlah keduanya, yang sudah berbobot", "the sum of both, weighted before"),
        "tingkat": ("tingkat {nama} menurut nilainya", "level of {nama} by its value"),
    },
)
def nilai_kinerja_anggaran(reg: Register) -> Iterator[Relasi]:
    """The three lines of one table, column by column; the level printed beside the value."""
    kode, rumus = nilai_kinerja_anggaran.kode, ambil_rumus("nka").rumus
    for t in reg.tabel:
        baris = {n: [b for b in t.baris if b.nama and _bagian_nka(b.nama) == n] for n in NKA}
        if any(len(b) != 1 for b in baris.values()):
            continue
        y, *dua = (baris[n][0] for n in NKA)
        for kunci, nilai in y.butir.items():
            operan = [b.butir.get(kunci) for b in dua]
            isi = [b for b in operan if b is not None and b.berangka]
            if nilai.peran.nama in {"nilai", "realisasi"} and nilai.berangka and len(isi) == len(operan):
                separuh = Jalur.menurut(kalimat(f"{kode}.separuh"), rumus, isi)
                jumlah = Jalur.menurut(kalimat(f"{kode}.jumlah"), Rumus.jumlah(len(isi)), isi, cadangan=True)
                uraian = kalimat(f"{kode}.uraian", nama=nilai.nama)
                yield Rumusan(
                    kode=kode, jenis="hasil", uraian=uraian, hasil=nilai, jalur=(separuh, jumlah), tak_pasti=True
                )
        label, nilai_ = y.butir.get("kategori"), y.butir.get("nilai") or y.butir.get("realisasi")
        skala = ambil_skala("nka_107_2024")
        berlaku = reg.laporan.tahun >= TAHUN_TINGKAT and label is not None and skala.cari(label.label) is not None
        if berlaku and label is not None and nilai_ is not None and nilai_.berangka:
            uraian = kalimat(f"{kode}.tingkat", nama=nilai_.nama)
            yield Peringkat(kode=kode, uraian=uraian, label=label, nilai=nilai_, skala=skala, tak_pasti=True)


TAHUN_TINGKAT = 2024
"""The year from which the levels of PMK 107/2024 are in force; those before it were not read."""

NKA = ("nka.nilai", "nka.perencanaan", "nka.pelaksanaan")
"""The shapes of the lines of the value of budget performance: of itself, of its halves."""


def _bagian_nka(nama: str) -> str:
    """Which of its lines a name is; empty for any other."""
    return next((n for n in NKA[::-1] if bentuk(n).search(nama)), "")


def _contoh_nka(nilai: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.1",
                "Nilai Kinerja Anggaran",
                "nama | nilai",
                "Nilai Kinerja Perencanaan Anggaran | 84,63",
                "Nilai Kinerja Pelaksanaan Anggaran (IKPA) | 95,56",
                f"Nilai Kinerja Anggaran | {nilai}",
            ),
        ),
    )


nilai_kinerja_anggaran.salah(partial(_contoh_nka, "91,00"))
nilai_kinerja_anggaran.benar(partial(_contoh_nka, "90,10"))


def _angka(b: Butir | None) -> bool:
    return b is not None and b.berangka
