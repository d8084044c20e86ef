"""Arah: a movement that a sentence states."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from sakip.fakta.pengenal import pengenal
from sakip.relasi.dasar import SESUAI, TIDAK_SESUAI, Evaluasi, Relasi
from sakip.relasi.jalur import nilai_operan
from sakip.relasi.lembar import BarisLembar, Lembar
from sakip.relasi.rumus_excel import bilangan, toleransi
from sakip.teks.kalimat import kalimat
from sakip.teks.short_repr import short_repr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.angka.interval import Interval
    from sakip.fakta.butir import Butir
    from sakip.teks.kalimat import Isi

__all__ = ["Arah"]


@attrs.frozen(slots=True, eq=False, kw_only=True, field_transformer=short_repr)
class Arah(Relasi):
    """A movement that a sentence states: each figure above (`naik`), below (`turun`) or equal to the one before."""

    arah: str
    deret: tuple[Butir, ...]
    kata: Butir
    jenis: str = "urutan"

    @property
    def butir(self) -> tuple[Butir, ...]:
        return (self.kata, *self.deret)

    @property
    def utama(self) -> Butir:
        return self.kata

    def evaluasi(self) -> Evaluasi:
        return SESUAI if self.dipenuhi({}) else TIDAK_SESUAI

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        pasangan = [(nilai_operan(a, ubah).tengah, nilai_operan(b, ubah).tengah) for a, b in pairwise(self.deret)]
        if self.arah == "naik":
            return all(a < b for a, b in pasangan)
        if self.arah == "turun":
            return all(a > b for a, b in pasangan)
        kasar = [_kasar(a, b) for a, b in pairwise(self.deret)]
        return all(abs(a - b) <= k for (a, b), k in zip(pasangan, kasar, strict=True))

    def benar(self, ubah: Mapping[Butir, Interval | str]) -> str:  # noqa: ARG002 - the figures themselves say it
        return " → ".join(b.teks for b in self.deret)

    @property
    def pengenal(self) -> tuple[str, ...]:
        return (f"{self.kata.teks}: {self.arah} ({pengenal(self.kata.tempat)})",)

    def pesan(self) -> tuple[str, dict[str, Isi]]:
        return "arah", {
            "kata": self.kata.teks,
            "deret": tuple(kalimat("cetakan.di", teks=b.teks, tempat=b.nama) for b in self.deret),
        }

    def lembar(self, baris: int, evaluasi: Evaluasi) -> Lembar:  # noqa: ARG002 - the formula alone tells it
        tol = toleransi([b.nilai or Fraction(0) for b in self.deret])
        syarat = []
        for (i, a), (j, b) in pairwise(enumerate(self.deret, baris + 1)):
            longgar = f"{bilangan(_kasar(a, b))}+{tol}"
            syarat.append({"naik": f"F{i}<F{j}", "turun": f"F{i}>F{j}"}.get(self.arah, f"ABS(F{i}-F{j})<={longgar}"))
        return Lembar(
            tanda=f'IF(AND({",".join(syarat) or "TRUE"}),"✓","✗")',
            baris=tuple(BarisLembar(b, b.nilai) for b in self.deret),
        )


def _kasar(a: Butir, b: Butir) -> Fraction:
    """How far two figures that stayed the same may differ: as the coarser of them was rounded."""
    return max(a.setengah, b.setengah) if a.setengah != b.setengah else Fraction(0)
