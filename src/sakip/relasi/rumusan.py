"""Rumusan: a result that follows from other figures by a formula."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, ClassVar

import attrs

from sakip.angka.angka import Jenis
from sakip.angka.interval import Interval
from sakip.hukum.rumus import Suku
from sakip.relasi.dasar import DIPOTONG, Evaluasi, Putusan, Relasi, nilai_hasil
from sakip.relasi.jalur import ada
from sakip.relasi.lembar import BarisCara, BarisLembar, Lembar
from sakip.relasi.persamaan import kurangi, linear, tengah
from sakip.relasi.rumus_excel import TERPANJANG, bilangan, rentang_excel, rumus_excel, toleransi
from sakip.teks.kalimat import kalimat
from sakip.teks.short_repr import short_repr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sakip.fakta.butir import Butir
    from sakip.relasi.jalur import Jalur
    from sakip.relasi.persamaan import Persamaan
    from sakip.teks.kalimat import Kalimat

__all__ = ["DIBATASI", "KASAR", "RUMUS_LAIN", "Rumusan"]

DIBATASI = kalimat("cara.dibatasi")
RUMUS_LAIN = kalimat("cara.rumus_lain")
KASAR = kalimat("cara.rinci")
"""Ways that would explain a result, and that nothing states."""

TERHITUNG = frozenset({"hasil", "rasio"})
"""Formulas whose results may have been cut off; a mean is reckoned from figures that were rounded before."""

SATU = Suku(Fraction(1))


@attrs.frozen(slots=True, eq=False, kw_only=True, field_transformer=short_repr)
class Rumusan(Relasi):
    """A result that follows from other figures by a formula, in one of several ways.

    Attributes:
        kecuali: why a failure proves nothing, when it does not: a part of the sum that was left blank.
            A missing value is never taken for zero; that the rest adds up all the same is worth knowing.
        wajar: ways that would explain another result innocently, such as a cap that nothing states: what follows by one
            of them alone is asked about.
        keliru: ways that are wrong here and that slips take: a result that follows one of them is the wrong figure.
    """

    mengikat: ClassVar[bool] = True

    hasil: Butir  # pyright: ignore[reportIncompatibleMethodOverride] # given, not found
    jalur: tuple[Jalur, ...]  # pyright: ignore[reportIncompatibleMethodOverride] # given, not found
    kecuali: str | Kalimat = ""
    wajar: tuple[Jalur, ...] = ()
    keliru: tuple[Jalur, ...] = ()

    @property
    def diuji(self) -> tuple[Butir, ...]:
        """All; where a way holds under a condition, those of the way that held: within a band no figure is reckoned."""
        if all(j.bila is None for j in self.jalur):
            return self.butir
        jalur, berlaku = self.evaluasi().jalur, self.jalur_berlaku({})
        cara = [j for j in berlaku if j.nama == jalur] or berlaku
        return tuple(dict.fromkeys([self.hasil, *(b for j in cara for b in j.operan)]))

    @cached_property
    def butir(self) -> tuple[Butir, ...]:  # pyright: ignore[reportIncompatibleMethodOverride] # found once
        return tuple(dict.fromkeys([self.hasil, *(b for j in self.jalur for b in j.operan)]))

    @property
    def bagian(self) -> tuple[Butir, ...]:
        return self.jalur[0].operan if self.jenis == "jumlah" else ()

    @property
    def terhitung(self) -> bool:
        return self.jenis in TERHITUNG

    def potongan(self) -> bool | None:
        cetak = ada(self.hasil.cetak)
        for tepat in self._semua_tepat():
            if self._memotong(tepat):
                return True
            if tepat >= 0 and cetak.memuat(tepat) and tepat < (self.hasil.nilai or 0):
                return False
        return None

    def tepat_terpotong(self) -> Fraction | None:
        return next(filter(self._memotong, self._semua_tepat()), None)

    def _semua_tepat(self) -> Iterator[Fraction]:
        """The exact results, way by way."""
        return (n for j in self.jalur_berlaku({}) if (n := self.hitung(j)) is not None)

    def _memotong(self, tepat: Fraction) -> bool:
        """Whether the result is this exact one cut off, and not rounded."""
        cetak = ada(self.hasil.cetak)
        return tepat >= 0 and _terpotong(self.hasil, cetak, Interval.titik(tepat)) and not cetak.memuat(tepat)

    def keliru_tercetak(self) -> bool:
        return any(bawah and _membulat(atas, bawah, self.hasil) for atas, bawah in (j.nisbah() for j in self.keliru))

    @property
    def dihitung(self) -> Fraction | None:
        cara = self.jalur_berlaku({})
        return self.hitung(cara[0]) if cara else None

    def hitung(self, jalur: Jalur) -> Fraction | None:
        """The exact result from the figures as printed; None when it divides by zero."""
        atas, bawah = jalur.nisbah()
        return Fraction(atas, bawah) if bawah else None

    def evaluasi(self) -> Evaluasi:
        y = self.hasil
        if not y.penyebut:
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan=kalimat("alasan.bukan_angka", nama=y.nama))
        hasil = [(j.nama, *j.nisbah()) for j in self.jalur_berlaku({})]
        for nama, atas, bawah in hasil:
            if bawah and _membulat(atas, bawah, y):
                return _tepat(nama)
        if not any(bawah for _, _, bawah in hasil):
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan=kalimat("alasan.pembagi_nol"))
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
                alasan = kalimat("alasan.tidak_dinyatakan", cara=j.nama)
                return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, j.nama, alasan)
        halus = {b: ada(b.cetak) for b in self.butir if b.kasar and b is not self.hasil}
        if halus and any((r := j.rentang(halus)) is not None and r.bertemu(cetak) for j in self.jalur_berlaku({})):
            return Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, KASAR, kalimat("alasan.rinci"))
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

    @property
    def bercabang(self) -> bool:
        return len(self.jalur) > 1

    @property
    def longgar(self) -> bool:
        pola = self.jalur[0].pola
        return self.bercabang or not (pola.batas_bawah is pola.batas_atas is None)

    def tanpa(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> bool:
        if butir is self.hasil or not self.bercabang:
            return False
        cetak = nilai_hasil(self.hasil, ubah)
        lain = (j.rentang(ubah) for j in self.jalur_berlaku(ubah) if butir not in j.operan)
        return any(r.bertemu(cetak) for r in lain if r is not None)

    def benar(self, ubah: Mapping[Butir, Interval | str]) -> Interval | None:
        usulan = self.usul(self.hasil, ubah)
        return None if usulan is None else Interval.titik(usulan.tengah)

    def menentukan(self, belum: Collection[Butir]) -> bool:
        return len(belum) == 1

    def nilai_menurut(
        self,
        butir: Butir,
        ubah: Mapping[Butir, Interval | str],
        belum: Collection[Butir],  # noqa: ARG002 - it has one unknown
    ) -> Iterator[Interval]:
        return self.semua_usul(butir, ubah)

    def semua_usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Iterator[Interval]:
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

    def persamaan(self, belum: Collection[Butir], ubah: Mapping[Butir, Interval | str]) -> Iterator[Persamaan]:
        """One equation; none where two unknowns are multiplied, or the formula has bounds or several ways."""
        if self.longgar or not any(b in belum for b in self.butir):
            return
        rumus = self.jalur[0].rumus
        atas, bawah = linear(rumus.pembilang, belum, ubah), linear(rumus.penyebut or (SATU,), belum, ubah)
        if atas is None or bawah is None:
            return
        p: Persamaan = {}
        if self.hasil not in belum:
            kurangi(p, bawah, -tengah(self.hasil, ubah))
        elif set(bawah) == {None} and bawah[None]:
            p[self.hasil] = bawah[None]
        else:
            return
        kurangi(p, atas, Fraction(1))
        yield p

    def pembulatan(self, evaluasi: Evaluasi) -> tuple[Butir, Interval | str]:
        cara = (j for j in self.jalur_berlaku({}) if j.nama == evaluasi.jalur)
        nilai = next((n for j in cara if (n := self.hitung(j)) is not None), None)
        return self.hasil, "" if nilai is None else Interval.titik(nilai)

    def lembar(self, baris: int, evaluasi: Evaluasi) -> Lembar:
        y, gagal = self.hasil, evaluasi.putusan is Putusan.TIDAK_SESUAI
        jalur = next((j for j in self.jalur if j.nama == evaluasi.jalur), self.jalur[0])
        x = self._lembar_jalur(jalur, baris, baris)
        isi: list[BarisLembar | BarisCara] = list(x.baris)
        lain = []
        for j in self.jalur_berlaku({}) if gagal else ():
            if j is jalur:
                continue
            # Another way of reckoning: no figure is wrong while one of them holds.
            cara = baris + len(isi) + 1
            c = self._lembar_jalur(j, baris, cara)
            isi += [BarisCara(j.nama, c.tanda, c.dihitung, c.terendah, c.tertinggi), *c.baris]
            lain.append(f'L{cara}<>"✗"')
        x = attrs.evolve(
            x, nilai=y.nilai, setengah=y.setengah, desimal=y.desimal, desimal_hitung=y.desimal + 2, baris=tuple(isi)
        )
        if y.cetak is None:
            return attrs.evolve(x, tanda='"?"', dihitung="", terendah="", tertinggi="", berselisih=False)
        if evaluasi.putusan is Putusan.TAK_DAPAT_DIPERIKSA:
            return attrs.evolve(x, tanda=f'IFERROR(IF({x.tanda}="✗","?",{x.tanda}),"?")')
        tanda = f'IFERROR({x.tanda},"{"?" if self.kecuali else "✗"}")'
        return attrs.evolve(x, tanda=f'IF(OR({",".join(lain)}),"≈",{tanda})' if lain else tanda)

    def _lembar_jalur(self, jalur: Jalur, baris: int, cara: int) -> Lembar:
        """The formulas of one way, whose own row is `cara`: its result, its range, and the mark that they give."""
        y = self.hasil
        acuan = {o: f"F{n}" for n, o in enumerate(jalur.operan, cara + 1)}
        longgar = {o: f"G{n}" for n, o in enumerate(jalur.operan, cara + 1)}
        nilai = {o: o.interval or Interval.titik(o.nilai or 0) for o in jalur.operan}
        dihitung = rumus_excel(jalur.rumus, lambda o: acuan[o], f"F{cara + 1}:F{cara + len(jalur.operan)}")
        rendah, tinggi = rentang_excel(jalur, nilai, acuan, longgar) or (f"H{cara}", f"H{cara}")
        tepat = self.hitung(jalur) or Fraction(0)
        if max(map(len, (dihitung, rendah, tinggi))) > TERPANJANG:
            rentang = jalur.rumus.rentang(nilai) or Interval.titik(tepat)
            dihitung, rendah, tinggi = (bilangan(x) for x in (tepat, rentang.bawah, rentang.atas))
        tol = toleransi([y.nilai or Fraction(0), tepat, *(o.nilai or Fraction(0) for o in nilai)])
        f, g, pangkat = f"F{baris}", f"G{baris}", _pangkat(y)
        bulat = f"ROUND(ROUND(H{cara},{pangkat + 5}),{pangkat})" if y.setengah else f"H{cara}"
        dekat = f"AND(J{cara}>={f}-{g}-{tol},I{cara}<={f}+{g}+{tol})"
        if _dapat_dipotong(y):
            dekat += f",AND(J{cara}>={f}-{g}-{tol},I{cara}<{f}+2*{g}-{tol})"
        return Lembar(
            tanda=f'IF(ABS({bulat}-{f})<={tol},"✓",IF(OR({dekat}),"≈","✗"))',
            dihitung=dihitung,
            terendah=rendah,
            tertinggi=tinggi,
            berselisih=True,
            baris=tuple(BarisLembar(o, o.nilai, (n.atas - n.bawah) / 2) for o, n in nilai.items()),
        )


def _terpotong(b: Butir, cetak: Interval, hasil: Interval) -> bool:
    """Whether `hasil`, its digits cut off instead of rounded, is what is printed: less than one unit more."""
    return _dapat_dipotong(b) and hasil.atas >= cetak.bawah and hasil.bawah < cetak.atas + b.setengah


def _dapat_dipotong(b: Butir) -> bool:
    """Whether digits may have been cut off: money, counts and targets never are, there a rupiah less is an error."""
    return b.nilai is not None and b.nilai > 0 and not b.peran.pasti and b.peran.jenis is not Jenis.RUPIAH


def _pangkat(b: Butir) -> int:
    """The decimals to which a print rounds: negative for figures in thousands or millions."""
    n, satu = 0, 2 * b.setengah
    while satu and satu < 1:
        satu, n = satu * 10, n + 1
    while satu > 1:
        satu, n = satu / 10, n - 1
    return n


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
