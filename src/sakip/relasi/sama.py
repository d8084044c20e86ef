"""Sama: several prints of one fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Jenis
from sakip.angka.interval import Interval
from sakip.relasi.dasar import PEMBULATAN, SESUAI, TIDAK_SESUAI, Evaluasi, Relasi
from sakip.relasi.jalur import nilai_operan
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.fakta.butir import Butir

__all__ = ["Sama"]


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Sama(Relasi):
    """Several prints of one fact.

    Attributes:
        kode_media: the code to report a print under, by where it stands; all under `kode` where it is empty.
    """

    cetakan: tuple[Butir, ...]
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
        """Whether every print is the value of the finest print, rounded to its own decimals.

        An exact target of 80 is not a rounded 80,25; money may be printed without its sen.
        """
        halus = min(self.cetakan, key=lambda b: b.setengah)
        nilai = nilai_operan(halus, ubah).tengah
        pasti = halus.peran.pasti and halus.peran.jenis is not Jenis.RUPIAH
        for b in self.cetakan:
            n = nilai_operan(b, ubah).tengah
            if n != nilai and (pasti or b.setengah == halus.setengah or abs(n - nilai) > b.setengah):
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

    def usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Interval | None:
        lain = [b for b in self.cetakan if b is not butir]
        kelompok = next((g for g in self.kelompok(ubah) if butir not in g), lain)
        return nilai_operan(kelompok[0], ubah) if kelompok and butir.nilai is not None else None
