"""Rumusan: a result that follows from other figures by a formula."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Jenis
from sakip.angka.interval import Interval
from sakip.relasi.dasar import DIPOTONG, Evaluasi, Putusan, Relasi, nilai_hasil
from sakip.relasi.jalur import ada

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.fakta.butir import Butir
    from sakip.relasi.jalur import Jalur
    from sakip.teks.kalimat import Kalimat

__all__ = ["DIBATASI", "KASAR", "RUMUS_LAIN", "Rumusan"]

DIBATASI = "dibatasi"
RUMUS_LAIN = "rumusnya lain"
KASAR = "dihitung dari angka yang lebih rinci"
BILA_RINCI = "hanya sesuai bila dihitung dari angka yang lebih rinci daripada yang tercetak"


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Rumusan(Relasi):
    """A result that follows from other figures by a formula, in one of several ways.

    Attributes:
        kecuali: why a failure proves nothing, when it does not: a part of the sum that was left blank.
            A missing value is never taken for zero; that the rest adds up all the same is worth knowing.
        wajar: ways that would explain another result innocently, such as a cap that nothing states: what follows by one
            of them alone is asked about.
        keliru: ways that are wrong here and that slips take: a result that follows one of them is the wrong figure.
    """

    hasil: Butir
    jalur: tuple[Jalur, ...]
    kecuali: str | Kalimat = ""
    wajar: tuple[Jalur, ...] = ()
    keliru: tuple[Jalur, ...] = ()

    @property
    def butir(self) -> tuple[Butir, ...]:
        return self._butir

    @property
    def diuji(self) -> tuple[Butir, ...]:
        return self._butir

    @cached_property
    def _butir(self) -> tuple[Butir, ...]:
        return tuple(dict.fromkeys([self.hasil, *(b for j in self.jalur for b in j.operan)]))

    def potongan(self) -> bool | None:
        """Whether the result is the exact one cut off (True) or rounded (False); None where both, or neither."""
        cetak = ada(self.hasil.cetak)
        for j in self.jalur_berlaku({}):
            tepat = self.hitung(j)
            if tepat is None or tepat < 0:
                continue
            if self.memotong(tepat):
                return True
            if cetak.memuat(tepat) and tepat < (self.hasil.nilai or 0):
                return False
        return None

    def memotong(self, tepat: Fraction) -> bool:
        """Whether the result is this exact one cut off, and not rounded."""
        cetak = ada(self.hasil.cetak)
        return _terpotong(self.hasil, cetak, Interval.titik(tepat)) and not cetak.memuat(tepat)

    def keliru_tercetak(self) -> bool:
        """Whether the result is what one of the wrong ways gives, to the last digit."""
        return any(bawah and _membulat(atas, bawah, self.hasil) for atas, bawah in (j.nisbah() for j in self.keliru))

    def hitung(self, jalur: Jalur) -> Fraction | None:
        """The exact result from the figures as printed; None when it divides by zero."""
        atas, bawah = jalur.nisbah()
        return Fraction(atas, bawah) if bawah else None

    def evaluasi(self) -> Evaluasi:
        y = self.hasil
        if not y.penyebut:
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan=f"{y.nama} bukan angka")
        hasil = [(j.nama, *j.nisbah()) for j in self.jalur_berlaku({})]
        for nama, atas, bawah in hasil:
            if bawah and _membulat(atas, bawah, y):
                return _tepat(nama)
        if not any(bawah for _, _, bawah in hasil):
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan="pembaginya nol")
        return self._evaluasi_rentang(ada(y.cetak))

    def _evaluasi_rentang(self, cetak: Interval) -> Evaluasi:
        """The outcome for figures that were rounded before they were printed."""
        rentang = [(j.nama, r) for j in self.jalur_berlaku({}) if (r := j.rentang({})) is not None]
        for nama, r in rentang:
            if r.bertemu(cetak):
                return Evaluasi(Putusan.PEMBULATAN, nama)
        for nama, r in rentang:
            if _terpotong(self.hasil, cetak, r):
                return Evaluasi(Putusan.PEMBULATAN, nama, DIPOTONG)
        if self.kecuali:
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan=self.kecuali)
        for j in self.wajar:
            if (r := j.rentang({})) is not None and r.bertemu(cetak):
                return Evaluasi(
                    Putusan.TAK_DAPAT_DIPERIKSA, j.nama, f"hanya sesuai bila {j.nama}, yang tidak dinyatakan laporan"
                )
        halus = {b: ada(b.cetak) for b in self.butir if b.kasar and b is not self.hasil}
        if halus and any((r := j.rentang(halus)) is not None and r.bertemu(cetak) for j in self.jalur_berlaku({})):
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, KASAR, BILA_RINCI)
        return Evaluasi(Putusan.TIDAK_SESUAI, self.jalur_berlaku({})[0].nama)

    def jalur_berlaku(self, ubah: Mapping[Butir, Interval | str]) -> list[Jalur]:
        """The ways that are right for these values."""
        return [j for j in self.jalur if j.bila is None or j.bila.berlaku(ubah)]

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        cetak = nilai_hasil(self.hasil, ubah)
        rentang = (j.rentang(ubah) for j in self.jalur_berlaku(ubah))
        return bool(self.kecuali) or any(
            r.bertemu(cetak) or _terpotong(self.hasil, cetak, r) for r in rentang if r is not None
        )

    def tanpa(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> bool:
        """Whether it holds in a way that `butir` has no part in, so that it says nothing of it."""
        if butir is self.hasil:
            return False
        cetak = nilai_hasil(self.hasil, ubah)
        lain = (j.rentang(ubah) for j in self.jalur_berlaku(ubah) if butir not in j.operan)
        return any(r.bertemu(cetak) for r in lain if r is not None)

    def usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval | None:
        return next(self.semua_usul(butir, ubah), None)

    def semua_usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Iterator[Interval]:
        """The values of `butir` that would make it hold, way by way."""
        for j in self.jalur:
            if j.cadangan:
                continue
            if butir is self.hasil:
                usulan = j.rentang(ubah)
            elif butir in j.operan:
                usulan = j.balik(butir, nilai_hasil(self.hasil, ubah), ubah)
            else:
                continue
            if usulan is not None and (j.bila is None or j.bila.berlaku({**ubah, butir: usulan})):
                yield usulan


def _terpotong(b: Butir, cetak: Interval, hasil: Interval) -> bool:
    """Whether `hasil`, its digits cut off instead of rounded, is what is printed: less than one unit more.

    Money, counts and targets are never cut off: there a rupiah less is an error.
    """
    if b.nilai is None or b.nilai <= 0 or b.peran.pasti or b.peran.jenis is Jenis.RUPIAH:
        return False
    return hasil.atas >= cetak.bawah and hasil.bawah < cetak.atas + b.setengah


def _membulat(atas: int, bawah: int, cetak: Butir) -> bool:
    """Whether `atas / bawah`, rounded half-up to the decimals printed, is what is printed."""
    beda = atas * cetak.penyebut - cetak.pembilang * bawah
    lebih = 2 * abs(beda) - cetak.langkah * abs(bawah)
    if lebih:
        return lebih < 0
    return beda == 0 or (beda < 0) == (atas > 0)


@lru_cache(maxsize=256)
def _tepat(jalur: str | Kalimat) -> Evaluasi:
    return Evaluasi(Putusan.SESUAI, jalur)
