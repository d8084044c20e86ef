"""Indicators of every polarity and variant: targets and realisations are drawn, achievement is computed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.hukum.skala import Skala, ambil_skala
from sakip.model.indikator import Indikator
from sakip.model.laporan import Metode
from sakip.pengujian.bangun.kata import INDIKATOR, KATEGORI_SENDIRI, SASARAN
from sakip.pengujian.bangun.sumber import bagi, kocok

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sakip.pengujian.bangun.cetak import Cetak
    from sakip.pengujian.bangun.sumber import Sumber

__all__ = [
    "CAP",
    "RUMUS",
    "Kinerja",
    "Tahunan",
    "rumus_capaian",
    "skala_metode",
    "susun_indikator",
    "susun_kinerja",
    "susun_metode",
]

SERATUS = Fraction(100)
RUMUS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "positif": lambda t, r: SERATUS * r / t,
    "negatif_a": lambda t, r: SERATUS * (2 * t - r) / t,
    "negatif_b": lambda t, r: SERATUS * t / r,
    "negatif_c": lambda t, r: SERATUS * (t - r) / t,
    "negatif_d": lambda t, r: SERATUS if r <= t else SERATUS * t / r,
}
"""The variants of achievement, written out again: what is tested must not be its own witness."""
CAP = {"tanpa": None, "100": (100, 100), "120": (120, 120), "110_120": (110, 120)}
"""Above the first, the result is the second."""
SKALA = ("permendagri86_laporan", "permendagri86_batas_bawah", "permendagri86_tercetak")
SATUAN = ("%", "", "Orang", "Unit")


@attrs.frozen(kw_only=True)
class Tahunan:
    """One year of an indicator: the target, and the realisation behind the print."""

    target: Fraction
    realisasi: Fraction


@attrs.frozen(kw_only=True)
class Kinerja:
    """An indicator with its figures.

    Attributes:
        pita: the bounds of a target that is a band; its figures then support no calculation.
        desimal_target, desimal: decimals of the target and of the realisation as printed.
        tahunan: year to figures; the report's year always.
        capaian: year to achievement, exact and capped; None where it cannot be calculated.
    """

    indikator: Indikator
    sasaran: str
    desimal_target: int
    desimal: int
    tahunan: dict[int, Tahunan] = attrs.field(hash=False)
    capaian: dict[int, Fraction | None] = attrs.field(hash=False)
    target_akhir: Fraction
    pita: tuple[Fraction, Fraction] | None = None

    def cetak_target(self, cetak: Cetak, nilai: Fraction, *, satuan: bool = True) -> str:
        """A target, with its unit unless a column of its own has it."""
        if self.pita is not None:
            bawah, atas = (cetak.ukuran(p, self.desimal_target) for p in self.pita)
            return f"{bawah}-{atas}"
        return cetak.ukuran(nilai, self.desimal_target, self.indikator.satuan if satuan else "")

    def cetak_realisasi(self, cetak: Cetak, tahun: int, *, satuan: bool = True) -> str:
        """A realisation, rounded as it is printed everywhere in the report."""
        nilai = self.tahunan[tahun].realisasi
        return cetak.ukuran(nilai, self.desimal, self.indikator.satuan if satuan else "")


def susun_metode(s: Sumber) -> Metode:
    """Any declared method: variants, scale, cap, with or without efficiency."""
    rumus = {"positif": "positif", "negatif": s.pilih(("negatif_a", "negatif_b", "negatif_c", "negatif_d"))}
    skala: str | Skala = s.pilih((*SKALA[:2], "sendiri", *SKALA))
    if skala == "sendiri":
        skala = Skala.dari_batas("sendiri", KATEGORI_SENDIRI)
    return Metode(
        rumus=rumus,
        skala=skala,
        efisiensi=s.pilih(("", "pmk214", "pmk214")),
        batas=s.pilih(("tanpa", "tanpa", "100", "120", "110_120")),
    )


def skala_metode(metode: Metode) -> Skala:
    """The declared scale itself."""
    return metode.skala if isinstance(metode.skala, Skala) else ambil_skala(metode.skala)


def rumus_capaian(ind: Indikator, metode: Metode, target: Fraction, realisasi: Fraction) -> str:
    """The variant by which an indicator is measured."""
    nama = ind.rumus or metode.rumus.get(ind.polaritas)
    if nama is None:
        nama = "negatif_a" if ind.polaritas == "stabil" and realisasi >= target else "positif"
    return nama


def capaian(ind: Indikator, metode: Metode, target: Fraction, realisasi: Fraction) -> Fraction | None:
    """Achievement by the declared method, exact; None where it divides by zero."""
    try:
        hasil = RUMUS[rumus_capaian(ind, metode, target, realisasi)](target, realisasi)
    except ZeroDivisionError:
        return None
    batas = CAP[metode.batas]
    if batas is not None and hasil > batas[0]:
        hasil = Fraction(batas[1])
    return hasil


def susun_indikator(s: Sumber, nama: str, ke: int, jenis: str, program: tuple[str, ...] = ()) -> Indikator:
    """An indicator of any polarity."""
    polaritas = s.pilih(("positif", "positif", "negatif", "stabil"))
    rumus = s.pilih(tuple(RUMUS)[1:]) if polaritas == "negatif" and s.benar(4) else None
    return Indikator(
        kunci=f"indikator_{ke}",
        nama=nama,
        jenis=jenis,
        satuan=s.pilih(SATUAN),
        polaritas=polaritas,
        rumus=rumus,
        program=program,
    )


def susun_kinerja(
    s: Sumber, metode: Metode, tahun: int, tahun_lain: Sequence[int], kode_program: Sequence[str]
) -> list[Kinerja]:
    """Draw the indicators of tujuan, sasaran and program; each budget program serves at most one sasaran."""
    nama = iter(kocok(s, INDIKATOR))
    sasaran = iter(kocok(s, SASARAN))
    kelompok = bagi(s, kode_program, s.bulat(1, min(3, len(kode_program)))) if kode_program else [[]]
    hasil = []
    jenis = [("sasaran", tuple(k)) for k in kelompok]
    jenis += [("tujuan", ())] * s.bulat(0, 2)
    jenis += [("program", ())] * s.bulat(0, 3)
    for ke, (macam, program) in enumerate(jenis, 1):
        ind = susun_indikator(s, next(nama), ke, macam, program)
        teks = next(sasaran) if macam != "program" else ""
        hasil.append(_angka(s, ind, teks, metode, tahun, tahun_lain))
    return hasil


def _angka(s: Sumber, ind: Indikator, sasaran: str, metode: Metode, tahun: int, tahun_lain: Sequence[int]) -> Kinerja:
    cacah = ind.satuan in {"Orang", "Unit"}
    dt = 0 if cacah else s.pilih((2, 1, 0))
    d = 0 if cacah else s.pilih((2, 2, 1, 3))
    halus = 0 if cacah else s.pilih((0, 2))  # decimals that the print no longer shows
    atas = 2000 if cacah else 100 * 10**dt
    tahunan: dict[int, Tahunan] = {}
    for t in (tahun, *tahun_lain):
        target = Fraction(0) if s.benar(30) else Fraction(s.bulat(atas // 20, atas), 10**dt)
        persen = 1000 + s.pilih((0, s.bulat(-400, 300), s.bulat(-100, 150)))
        satuan = 10 ** (d + halus)
        realisasi = Fraction(int(target * persen * satuan / 1000), satuan)
        tahunan[t] = Tahunan(target=target, realisasi=realisasi)
    pita = None
    if ind.polaritas == "stabil" and s.benar(3):
        pita = (tahunan[tahun].target, tahunan[tahun].target + s.bulat(1, 9))
    akhir = max(x.target for x in tahunan.values()) or Fraction(s.bulat(1, 90))
    return Kinerja(
        indikator=ind,
        sasaran=sasaran,
        desimal_target=dt,
        desimal=d,
        tahunan=tahunan,
        capaian={
            t: None if pita is not None and t == tahun else capaian(ind, metode, x.target, x.realisasi)
            for t, x in tahunan.items()
        },
        target_akhir=akhir,
        pita=pita,
    )
