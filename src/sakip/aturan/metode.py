"""The method that a report declares, as formulas and scales: the report is checked against it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.regulasi import ambil_batas, ambil_efisiensi, ambil_polaritas, ambil_rumus
from sakip.skala import Skala, ambil_skala

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.model.indikator import Indikator
    from sakip.regulasi import Batas
    from sakip.rumus import Rumus

__all__ = ["rumus_capaian", "rumus_efisiensi", "skala_efisiensi", "skala_laporan"]


def rumus_capaian(
    reg: Register, ind: Indikator | None, target: Butir | None = None, realisasi: Butir | None = None
) -> tuple[str, Rumus]:
    """The capaian variant for an indicator, by name, and its formula over `target` and `realisasi`.

    The indicator's own variant comes first, then the report's for the polarity, then the regulation's.

    Raises:
        SkalaError: the report names a polarity, variant or cap that is not known.
    """
    metode = reg.laporan.metode
    polaritas = ind.polaritas if ind else "positif"
    nama = (ind.rumus if ind else None) or metode.rumus.get(polaritas)
    if nama is None:
        p = ambil_polaritas(polaritas)
        r, t = (b.nilai if b is not None else None for b in (realisasi, target))
        nama = p.di_bawah if r is not None and t is not None and r < t else p.di_atas
    rumus = ambil_rumus(nama).rumus
    batas = ambil_batas(metode.batas)
    if batas.menjadi is not None and not _di_bawah(rumus, batas):
        rumus = attrs.evolve(rumus, batas_atas=batas.menjadi, ambang_atas=batas.di_atas)
    return nama, rumus


def _di_bawah(rumus: Rumus, batas: Batas) -> bool:
    """Whether a variant is bounded so low that the report's cap never comes into play."""
    return rumus.batas_atas is not None and batas.di_atas is not None and rumus.batas_atas <= batas.di_atas


def skala_laporan(reg: Register) -> Skala:
    """The rating scale that the report declares.

    Raises:
        SkalaError: it names a scale that is not known.
    """
    skala = reg.laporan.metode.skala
    return skala if isinstance(skala, Skala) else ambil_skala(skala)


def rumus_efisiensi(reg: Register) -> Iterator[tuple[str, str, Rumus]]:
    """For each printed figure of the efficiency calculation: its role, a way to reckon it, the formula.

    Each is reckoned from the printed E, and from the sums without rounding E in between.
    """
    nama = reg.laporan.metode.efisiensi
    if not nama:
        return
    metode = ambil_efisiensi(nama)
    e = ambil_rumus(metode.e).rumus
    yield "efisiensi", "jumlah tercetak", e
    for peran, daftar in metode.langkah.items():
        for langkah in daftar:
            rumus = ambil_rumus(langkah).rumus
            yield peran, "E tercetak", rumus
            yield peran, "E yang tidak dibulatkan", rumus.sisip("e", e)


def skala_efisiensi(reg: Register) -> Skala | None:
    """The scale of the efficiency value; None when the report declares no efficiency method."""
    nama = reg.laporan.metode.efisiensi
    return ambil_skala(ambil_efisiensi(nama).skala) if nama else None
