"""Rules on the method a report declares: scales with gaps, labels another scale would not give, old law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.angka.interval import Interval
from sakip.aturan.definisi import Keluarga, aturan
from sakip.aturan.metode import skala_laporan, skala_tersurat
from sakip.fakta.register import ANGGARAN
from sakip.hukum.regulasi import ambil_efisiensi, ambil_peraturan, pengganti
from sakip.hukum.skala import ambil_skala, periksa_skala
from sakip.relasi import Syarat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.register import Butir, Register
    from sakip.hukum.skala import Skala
    from sakip.relasi import Relasi


SKALA_LAZIM = ("permendagri86_laporan", "permendagri86_batas_bawah")
"""The two ways in which practice closes the gaps of one printed scale."""


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
    dasar=("pmk_214_2017",),
    celah="laporan daerah mengadaptasi rumusnya, bukan terikat padanya",
    reading="regional reports adapt the formula and are not bound by it",
)
def peraturan_lama(reg: Register) -> Iterator[Relasi]:
    """The regulations behind the efficiency method against what replaced them."""
    nama = reg.laporan.metode.efisiensi
    if not nama:
        return
    for kode in sorted({d.partition("#")[0] for d in ambil_efisiensi(nama).dasar}):
        baru = [p for p in pengganti(kode) if p.sejak <= reg.laporan.tahun]
        p = ambil_peraturan(kode)
        yield Syarat(
            kode=peraturan_lama.kode,
            uraian=f"{p.judul} berlaku pada tahun {reg.laporan.tahun}",
            terpenuhi=not baru,
            bukti=(reg.petunjuk(p.judul, _letak(reg, "efisiensi"), "Metode efisiensi", "tabel"),),
            tertulis=p.judul,
            seharusnya=f"sudah digantikan {', '.join(b.judul for b in baru)}" if baru else "",
        )


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
    dasar=("permendagri_86_2017",),
    celah="skala dicetak dengan bilangan bulat",
    reading="the scale is printed in whole numbers",
)
def skala(reg: Register) -> Iterator[Relasi]:
    """The declared scale has no gap and no overlap."""
    if not skala_tersurat(reg):
        return
    s = skala_laporan(reg)
    cacat = periksa_skala(s)
    yield Syarat(
        kode=skala.kode,
        uraian=f"skala {s.nama} lengkap",
        terpenuhi=not cacat,
        bukti=(reg.petunjuk(s.nama, _letak(reg, "skala"), "Metode kategori", "tabel"),),
        tertulis="; ".join(map(str, cacat)),
        seharusnya="tanpa celah dan tumpang tindih",
    )


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
    dasar=("permendagri_86_2017",),
    celah="laporan berhak memilih salah satu",
    reading="a report may choose either",
)
def dua_skala(reg: Register) -> Iterator[Relasi]:
    """Achievements to which the two usual scales give different labels; one relation for all."""
    s = skala_laporan(reg)
    if s.nama not in SKALA_LAZIM:
        return
    lain = ambil_skala(next(n for n in SKALA_LAZIM if n != s.nama))
    dinilai = [
        (n, k)
        for t in reg.tabel
        for b in t.baris
        if (n := b.butir.get("capaian")) is not None
        and n.nilai is not None
        and (k := b.butir.get("kategori")) is not None
    ]
    beda = [(n, k) for n, k in dinilai if baku(k.label) in _label(s, n) and baku(k.label) not in _label(lain, n)]
    if dinilai:
        yield Syarat(
            kode=dua_skala.kode,
            uraian=f"{len(dinilai)} kategori sama menurut kedua skala",
            terpenuhi=not beda,
            bukti=tuple(b for pasang in beda for b in pasang),
            tertulis="; ".join(f"{n.teks} {k.teks}" for n, k in beda),
            seharusnya=f"lain menurut skala {lain.nama}",
        )


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
)
def batas_ne(reg: Register) -> Iterator[Relasi]:
    """0 ≤ NE ≤ 100."""
    for b in reg.cetakan(ANGGARAN, "nilai_efisiensi", reg.laporan.tahun)[:1]:
        if b.nilai is not None:
            yield Syarat(
                kode=batas_ne.kode,
                uraian="Nilai Efisiensi antara 0 dan 100",
                terpenuhi=0 <= b.nilai <= 100,
                bukti=(b,),
                tertulis=b.teks,
                seharusnya="antara 0% dan 100%",
            )
