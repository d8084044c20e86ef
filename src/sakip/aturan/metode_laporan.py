"""Rules on the method a report declares: scales with gaps, labels another scale would not give, old law."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sakip.angka.interval import Interval
from sakip.aturan.bahan.contoh import laporan, sel, tabel
from sakip.aturan.bahan.metode import skala_laporan, skala_tersurat
from sakip.aturan.definisi import Keluarga, aturan
from sakip.fakta.register import ANGGARAN
from sakip.hukum.regulasi import ambil_efisiensi, ambil_peraturan, pengganti
from sakip.hukum.skala import ambil_skala, periksa_skala
from sakip.model.indikator import Indikator
from sakip.model.laporan import Efisiensi, Metode
from sakip.relasi import Batas, Berpasangan, Cocok, Setiap
from sakip.teks.kalimat import Daftar, kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.register import Butir, Register
    from sakip.hukum.skala import CacatSkala, Skala
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi
    from sakip.teks.kalimat import Kalimat


SKALA_LAZIM = ("permendagri86_laporan", "permendagri86_batas_bawah")
"""The two ways in which practice closes the gaps of one printed scale."""

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
USAHA = Indikator(kunci="usaha", nama="Persentase Usaha Tumbuh", satuan="%")
TAHUN_METODE = 2020
"""Indicators of the examples, and the last year in which PMK 214 was in force."""


def _letak(reg: Register, bagian: str) -> Lokasi:
    """Where the report states a part of its method."""
    metode = reg.laporan.metode
    return metode.lokasi_bagian.get(bagian, metode.lokasi)


MET = Keluarga("MET", "Metode", "Method")


@aturan(
    kode="MET01",
    daftar_uji=("T.3", "T.4"),
    judul="Peraturan yang sudah diganti",
    title="A regulation that was replaced",
    memeriksa="Metode yang dipakai laporan berdasar peraturan yang masih berlaku pada tahun laporan.",
    checks="The method rests on a regulation in force in the year of the report.",
    penting="Pembaca perlu tahu bahwa rumusnya diadaptasi dari aturan yang sudah diganti.",
    matters="The reader should know that the formula is adapted from a rule since replaced.",
    keparahan="catatan",
    dasar=("pmk_214_2017#e",),
    celah="laporan daerah mengadaptasi rumusnya, bukan terikat padanya",
    reading="regional reports adapt the formula and are not bound by it",
    kalimat={
        "berpasangan.satu": ("{nama} berlaku pada tahun {tahun}", "{nama} in force in {tahun}"),
        "berpasangan.seharusnya": ("sudah digantikan {pengganti}", "replaced by {pengganti}"),
    },
)
def peraturan_lama(reg: Register) -> Iterator[Relasi]:
    """The regulations behind the efficiency method against what replaced them."""
    nama = reg.laporan.metode.efisiensi
    if not nama:
        return
    for kode in sorted({d.partition("#")[0] for d in ambil_efisiensi(nama).dasar}):
        baru = [p for p in pengganti(kode) if p.sejak <= reg.laporan.tahun]
        p = ambil_peraturan(kode)
        lama = Berpasangan(
            nama=p.judul,
            pasangan=tuple(baru),
            paling_sedikit=0,
            paling_banyak=0,
            saksi=(reg.petunjuk(p.judul, _letak(reg, "efisiensi"), kalimat("tempat.metode_efisiensi"), media="tabel"),),
            isi={"tahun": str(reg.laporan.tahun), "pengganti": Daftar(tuple(b.judul for b in baru), None, "koma")},
        )
        yield Setiap(kode=peraturan_lama.kode, kasus=(lama,), satu=True, tertulis=p.judul)


def _tahun(tahun: int) -> Laporan:
    return laporan(tahun, metode=Metode(efisiensi="pmk214"))


peraturan_lama.salah(partial(_tahun, TAHUN_METODE + 5))
peraturan_lama.benar(partial(_tahun, TAHUN_METODE))


@aturan(
    kode="MET02",
    daftar_uji=("T.3",),
    judul="Skala bercelah atau tumpang tindih",
    title="Gaps and overlaps of the scale",
    memeriksa="Skala kategori mencakup setiap nilai tepat sekali.",
    checks="The rating scale covers each value exactly once.",
    penting="Nilai di dalam celah tidak mempunyai kategori.",
    matters="A value in a gap has no rating.",
    keparahan="catatan",
    dasar=("permendagri_86_2017#skala",),
    celah="skala dicetak dengan bilangan bulat",
    reading="the scale is printed in whole numbers",
    kalimat={
        "berpasangan.satu": ("skala {nama} lengkap", "scale {nama} is complete"),
        "berpasangan.tertulis": ("{cacat}", "{cacat}"),
        "berpasangan.seharusnya": ("tanpa celah dan tumpang tindih", "without gaps and overlaps"),
        "cacat.celah": ("nilai {selang} tidak berlabel", "no label for {selang}"),
        "cacat.tumpang_tindih": ("nilai {selang} berlabel ganda: {label}", "two labels for {selang}: {label}"),
        "cacat.kelas_kosong": ("tidak ada nilai yang berlabel {label}", "no value is labelled {label}"),
        "cacat.label_ganda": (
            "label {label} dipakai lebih dari satu kelas",
            "label {label} belongs to more than one class",
        ),
    },
)
def skala(reg: Register) -> Iterator[Relasi]:
    """The declared scale has no gap and no overlap."""
    if not skala_tersurat(reg):
        return
    s = skala_laporan(reg)
    cacat = periksa_skala(s)
    utuh = Berpasangan(
        nama=s.nama,
        pasangan=tuple(cacat),
        paling_sedikit=0,
        paling_banyak=0,
        saksi=(reg.petunjuk(s.nama, _letak(reg, "skala"), kalimat("tempat.metode_kategori"), media="tabel"),),
        isi={"cacat": Daftar(tuple(map(_cacat, cacat)), None)},
    )
    yield Setiap(kode=skala.kode, kasus=(utuh,), satu=True)


def _skala(nama: str) -> Laporan:
    return laporan(metode=Metode(skala=nama))


skala.salah(partial(_skala, "permendagri86_tercetak"))
skala.benar(partial(_skala, "permendagri86_laporan"))


def _cacat(c: CacatSkala) -> Kalimat:
    return kalimat(f"{skala.kode}.cacat.{c.jenis}", selang=c.selang, label=Daftar(c.label, None, "dan"))


@aturan(
    kode="MET03",
    daftar_uji=("T.3",),
    judul="Kategori bergantung pada pilihan skala",
    title="A rating that depends on the choice of scale",
    memeriksa="Kategori yang tercetak sama menurut kedua cara lazim menutup celah skala Permendagri 86/2017.",
    checks="The printed rating is the same under both usual ways of closing the gaps of the scale.",
    penting="Capaian 90,5 adalah Sangat Tinggi pada satu cara dan Tinggi pada cara lain.",
    matters="An achievement of 90,5 is Sangat Tinggi one way and Tinggi the other.",
    keparahan="catatan",
    dasar=("permendagri_86_2017#skala",),
    celah="laporan berhak memilih salah satu",
    reading="a report may choose either",
    kalimat={
        "cocok.semua": ("{banyak} kategori sama menurut kedua skala", "ratings the same under both scales: {banyak}"),
        "cocok.kutip": ("{nilai} {kategori}", "{nilai} {kategori}"),
        "cocok.seharusnya": ("lain menurut skala {lain}", "another under the scale {lain}"),
    },
)
def dua_skala(reg: Register) -> Iterator[Relasi]:
    """Achievements to which the two usual scales give different labels; one relation for all."""
    s = skala_laporan(reg)
    if s.nama not in SKALA_LAZIM:
        return
    lain = ambil_skala(next(n for n in SKALA_LAZIM if n != s.nama))
    dinilai = tuple(
        Cocok(
            tertulis=k.label,
            # A label that the scale of the report does not give is not for this rule to judge.
            seharusnya=tuple(_label(lain, n)) if baku(k.label) in _label(s, n) else (k.label,),
            saksi=(n, k),
            isi={"nilai": n.teks, "kategori": k.teks},
        )
        for t in reg.tabel
        for b in t.baris
        if (n := b.butir.get("capaian")) is not None
        and n.nilai is not None
        and (k := b.butir.get("kategori")) is not None
    )
    if dinilai:
        yield Setiap(kode=dua_skala.kode, kasus=dinilai, isi={"lain": lain.nama})


def _dua_skala(capaian: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | capaian | kategori",
                f"{LULUS.nama} | {capaian} | Sangat Tinggi",
                f"{USAHA.nama} | 85,00% | Tinggi",
            ),
        ),
    )


dua_skala.salah(partial(_dua_skala, "90,50%"))
dua_skala.benar(partial(_dua_skala, "95,50%"))


def _label(skala: Skala, b: Butir) -> set[str]:
    return {baku(x) for x in skala.label_mungkin(Interval.titik(b.nilai or 0))}


@aturan(
    kode="MET04",
    daftar_uji=("T.3", "T.4"),
    judul="Nilai Efisiensi di luar batas",
    title="Efficiency value out of bounds",
    memeriksa="Nilai Efisiensi terletak antara 0 dan 100 persen.",
    checks="The efficiency value lies between 0 and 100 percent.",
    penting="Nilai di luar batas menandakan capaian atau anggaran yang tidak wajar.",
    matters="A value out of bounds is the mark of an odd achievement or budget.",
    keparahan="peringatan",
    dasar=("pmk_214_2017#batas_ne",),
    celah="batasnya belum terverifikasi dalam peraturan",
    reading="the bounds are not verified in the regulation",
    kalimat={
        "batas.satu": ("Nilai Efisiensi antara {bawah} dan {atas}", "efficiency value between {bawah} and {atas}"),
        "batas.kutip": ("{teks}", "{teks}"),
        "batas.seharusnya": ("antara {bawah}% dan {atas}%", "between {bawah}% and {atas}%"),
    },
)
def batas_ne(reg: Register) -> Iterator[Relasi]:
    """0 ≤ NE ≤ 100."""
    for b in reg.cetakan(ANGGARAN, "nilai_efisiensi", reg.laporan.tahun)[:1]:
        if b.nilai is not None:
            nilai = Batas(angka=b, bawah=0, atas=100)
            yield Setiap(kode=batas_ne.kode, kasus=(nilai,), satu=True)


def _batas(nilai: str) -> Laporan:
    return laporan(efisiensi=Efisiensi(nilai=(sel(nilai, "nilai_efisiensi", "Perhitungan efisiensi", "nilai"),)))


batas_ne.salah(partial(_batas, "107,50%"))
batas_ne.benar(partial(_batas, "100,00%"))
