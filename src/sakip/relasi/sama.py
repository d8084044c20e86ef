"""Sama: several prints of one fact."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

import attrs

from sakip.angka.angka import Jenis
from sakip.angka.interval import Interval
from sakip.relasi.dasar import PEMBULATAN, SESUAI, TIDAK_SESUAI, Evaluasi, Relasi
from sakip.relasi.jalur import nilai_operan
from sakip.relasi.lembar import BarisLembar, Lembar
from sakip.relasi.rumus_excel import toleransi
from sakip.teks.kalimat import Daftar, kalimat
from sakip.teks.nama import baku
from sakip.teks.short_repr import short_repr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sakip.fakta.butir import Butir
    from sakip.relasi.persamaan import Persamaan
    from sakip.teks.kalimat import Isi

__all__ = ["Sama"]


@attrs.frozen(slots=True, eq=False, kw_only=True, field_transformer=short_repr)
class Sama(Relasi):
    """Several prints of one fact.

    Attributes:
        kode_media: the code to report a print under, by where it stands; all under `kode` where it is empty.
    """

    mengikat: ClassVar[bool] = True

    cetakan: tuple[Butir, ...]  # pyright: ignore[reportIncompatibleMethodOverride] # given, not found
    kode_media: Mapping[str, str] = attrs.field(factory=dict)
    jenis: str = "sama"

    @property
    def butir(self) -> tuple[Butir, ...]:
        return self.cetakan

    @property
    def semua_kode(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.kode, *map(self.kode_untuk, self.cetakan))))

    def kode_untuk(self, butir: Butir) -> str:
        return self.kode_media.get(butir.media, self.kode)

    @property
    def diuji(self) -> tuple[Butir, ...]:
        return self.cetakan

    def evaluasi(self) -> Evaluasi:
        b0 = self.cetakan[0]
        if not b0.penyebut:
            sama = len({baku(b.label) for b in self.cetakan}) == 1
            return SESUAI if sama else TIDAK_SESUAI
        atas, bawah = b0.pembilang, b0.penyebut
        if all(b.pembilang * bawah == atas * b.penyebut for b in self.cetakan):
            return SESUAI
        return PEMBULATAN if self._bertemu({}) else TIDAK_SESUAI

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        if self.cetakan[0].nilai is None:
            return len({baku(str(ubah.get(b, b.label))) for b in self.cetakan}) == 1
        return self._bertemu(ubah)

    def _bertemu(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        """Whether every print is the value of the finest print, rounded to its own decimals."""
        halus = self._terhalus
        nilai = nilai_operan(halus, ubah).tengah
        for b in self.cetakan:
            n = nilai_operan(b, ubah).tengah
            if n != nilai and abs(n - nilai) > self._longgar(b, halus):
                return False
        return True

    def kelompok(self, ubah: Mapping[Butir, Interval | str]) -> list[list[Butir]]:
        """The prints grouped by the value they agree on, the largest group first."""
        hasil: dict[object, list[Butir]] = {}
        for b in self.cetakan:
            n = ubah.get(b)
            kunci: object = b.nilai if b.nilai is not None else baku(b.label)
            if isinstance(n, Interval):
                kunci = n.tengah
            elif isinstance(n, str):
                kunci = baku(n)
            hasil.setdefault(kunci, []).append(b)
        return sorted(hasil.values(), key=lambda g: (-len(g), g[0].urut))

    def semua_usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Iterator[Interval]:
        """The value of the largest group of prints that `butir` does not agree with."""
        lain = [b for b in self.cetakan if b is not butir]
        kelompok = next((g for g in self.kelompok(ubah) if butir not in g), lain)
        if kelompok and butir.nilai is not None:
            yield nilai_operan(kelompok[0], ubah)

    def menentukan(self, belum: Collection[Butir]) -> bool:
        """One known print of a fact settles all the others."""
        return 0 < len(belum) < len(self.cetakan)

    def nilai_menurut(
        self, butir: Butir, ubah: Mapping[Butir, Interval | str], belum: Collection[Butir]
    ) -> Iterator[Interval]:
        """What the other prints say: all the same, and a print in millions no more than its millions."""
        hasil: Interval | None = None
        sama: Fraction | None = None
        for c in self.cetakan:
            if c is butir or c in belum:
                continue
            n = ubah.get(c)
            milik = n if isinstance(n, Interval) else c.interval
            if milik is None:
                return
            if c.setengah > butir.setengah and c.peran.jenis is Jenis.RUPIAH:
                milik = Interval.dari(milik.tengah, c.setengah)
            elif sama is not None and sama != milik.tengah:
                return
            else:
                sama = milik.tengah
            hasil = milik if hasil is None else hasil.irisan(milik)
            if hasil is None:
                return
        if hasil is not None:
            yield hasil

    def label_menurut(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> str | None:
        lain = {str(ubah.get(c, c.label)) for c in self.cetakan if c is not butir}
        return min(lain) if len({baku(x) for x in lain}) == 1 else None

    def persamaan(self, belum: Collection[Butir], ubah: Mapping[Butir, Interval | str]) -> Iterator[Persamaan]:  # noqa: ARG002 - what is known comes alone
        for a, b in pairwise([b for b in self.cetakan if b in belum]):
            yield {a: Fraction(1), b: Fraction(-1)}

    def pesan(self) -> tuple[str, dict[str, Isi]]:
        return "beda", {"daftar": tuple(kalimat("cetakan.di", teks=b.teks, tempat=b.tempat) for b in self.cetakan)}

    def pesan_butir(self, butir: Butir) -> tuple[str, dict[str, Isi]]:
        lain = (b for b in self.cetakan if b.nilai != butir.nilai or b.label != butir.label)
        return "sama", {"saksi": Daftar(tuple(b.tempat for b in lain))}

    def pembulatan(self, evaluasi: Evaluasi) -> tuple[Butir, str]:  # noqa: ARG002 - there is but one way
        halus = self._terhalus
        return next((b for b in self.cetakan if b.nilai != halus.nilai), halus), halus.teks

    def lembar(self, baris: int, evaluasi: Evaluasi) -> Lembar:  # noqa: ARG002 - the formula alone tells it
        awal, akhir = baris + 1, baris + len(self.cetakan)
        f, g = f"F{awal}:F{akhir}", f"G{awal}:G{akhir}"
        desimal = max((b.desimal for b in self.cetakan), default=0)
        if self.cetakan[0].nilai is None:
            return Lembar(
                tanda=f'IF(SUMPRODUCT(--({f}<>F{awal}))=0,"✓","✗")',
                desimal_hitung=desimal,
                baris=tuple(BarisLembar(b, None, jenis="cetakan") for b in self.cetakan),
            )
        halus = self._terhalus
        pokok = f"F{awal + self.cetakan.index(halus)}"
        tol = toleransi([b.nilai or Fraction(0) for b in self.cetakan])
        dekat = f"SUMPRODUCT(--(ABS({f}-{pokok})>{g}+{tol}))=0"
        return Lembar(
            tanda=f'IF(MAX({f})-MIN({f})<={tol},"✓",IF({dekat},"≈","✗"))',
            dihitung=pokok,
            terendah=f"MIN({f})",
            tertinggi=f"MAX({f})",
            desimal_hitung=desimal,
            baris=tuple(BarisLembar(b, b.nilai, self._longgar(b, halus), "cetakan") for b in self.cetakan),
        )

    @cached_property
    def _terhalus(self) -> Butir:
        """The print with the most digits."""
        return min(self.cetakan, key=lambda b: b.setengah)

    @staticmethod
    def _longgar(b: Butir, halus: Butir) -> Fraction:
        """How far a print may be from the finest: half of its last digit, and not at all where values are exact.

        An exact target of 80 is not a rounded 80,25; money may be printed without its sen.
        """
        pasti = halus.peran.pasti and halus.peran.jenis is not Jenis.RUPIAH
        return Fraction(0) if pasti or b.setengah == halus.setengah else b.setengah
