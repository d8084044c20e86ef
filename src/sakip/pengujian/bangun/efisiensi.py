"""The efficiency of spending, with the steps from E to NE."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import bulat
from sakip.hukum.skala import ambil_skala
from sakip.model.laporan import Efisiensi, LangkahEfisiensi
from sakip.model.tabel import Tabel
from sakip.pengujian.bangun.cetak import sel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.pengujian.bangun.anggaran import Anggaran
    from sakip.pengujian.bangun.cetak import Cetak
    from sakip.pengujian.bangun.kinerja import Kinerja
    from sakip.pengujian.bangun.sumber import Sumber

__all__ = ["susun_efisiensi"]

TEMPAT = "Perhitungan efisiensi"
KOLOM = (
    "sasaran",
    "indikator",
    "pagu",
    "realisasi_anggaran",
    "target",
    "realisasi",
    "capaian",
    "pagu_capaian",
    "selisih_efisiensi",
)


def susun_efisiensi(
    s: Sumber, anggaran: Anggaran, kinerja: Sequence[Kinerja], nomor: str, tahun: int, cetak: Cetak
) -> tuple[Tabel, Efisiensi] | None:
    """The table and the calculation; None where no indicator has both money and achievement."""
    pos = {p.kode: p for p in anggaran.program}
    isi = [
        (k, [pos[p] for p in k.indikator.program], c)
        for k in kinerja
        if k.indikator.program and (c := k.capaian[tahun]) is not None and c > 0
    ]
    if not isi:
        return None
    # What a worksheet multiplies is the achievement itself; what a person multiplies is its print.
    tercetak = s.benar()
    uang = attrs.evolve(cetak, sen=True)
    baris: list[list[str]] = []
    jumlah_pc = jumlah_selisih = Fraction(0)
    for k, program, c in isi:
        pagu, rak = (sum((p.uang(r) for p in program), Fraction(0)) for r in ("pagu", "realisasi_anggaran"))
        pc = pagu * (Fraction(bulat(c, cetak.desimal)) if tercetak else c) / 100
        jumlah_pc += pc
        jumlah_selisih += pc - rak
        baris.append(
            [
                k.sasaran,
                k.indikator.nama,
                cetak.uang(pagu),
                cetak.uang(rak),
                k.cetak_target(cetak, k.tahunan[tahun].target),
                k.cetak_realisasi(cetak, tahun),
                cetak.hitungan(c),
                uang.uang(pc, 2),
                uang.uang(pc - rak, 2),
            ]
        )
    if jumlah_pc == 0:
        return None
    baris.append(["TOTAL", *[""] * 6, uang.uang(jumlah_pc, 2), uang.uang(jumlah_selisih, 2)])
    jenis = ["rincian"] * len(isi) + ["total"]
    tabel = Tabel.susun(KOLOM, baris, nomor=nomor, judul="Efisiensi Penggunaan Anggaran", jenis=jenis)
    return tabel, _langkah(s, jumlah_pc, jumlah_selisih, uang)


def _langkah(s: Sumber, jumlah_pc: Fraction, jumlah_selisih: Fraction, cetak: Cetak) -> Efisiensi:
    cetak = attrs.evolve(cetak, persen="%", desimal=max(cetak.desimal, 2))
    e = 100 * jumlah_selisih / jumlah_pc
    if s.benar():
        e = Fraction(bulat(e, cetak.desimal))  # NE from the printed E
    ne = min(max(50 + e / 20 * 50, Fraction(0)), Fraction(100))
    langkah = []
    if s.benar():
        langkah = [
            LangkahEfisiensi(tertulis=sel(cetak.hitungan(n), "persen", TEMPAT, arti), arti=arti)
            for arti, n in (("e_per_20", e / 20), ("e_per_20_kali_50", e / 20 * 50))
        ]
    kata = ambil_skala("efisiensi_pmk214").label(Fraction(bulat(ne, cetak.desimal))) or ""
    return Efisiensi(
        pembilang=sel(cetak.uang(jumlah_selisih, 2), "selisih_efisiensi", TEMPAT, "pembilang"),
        penyebut=sel(cetak.uang(jumlah_pc, 2), "pagu_capaian", TEMPAT, "penyebut"),
        hasil=tuple(sel(cetak.hitungan(e), "efisiensi", TEMPAT, f"hasil {i}") for i in range(1, s.pilih((1, 2)) + 1)),
        langkah=tuple(langkah),
        nilai=tuple(
            sel(cetak.hitungan(ne), "nilai_efisiensi", TEMPAT, f"nilai {i}") for i in range(1, s.pilih((1, 2)) + 1)
        ),
        kategori=(sel(kata, "kategori", TEMPAT, "kategori"),),
    )
