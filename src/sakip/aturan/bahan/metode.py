"""The method that a report declares, as formulas and scales: the report is checked against it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.hukum.regulasi import Keyakinan, ambil_batas, ambil_efisiensi, ambil_polaritas, ambil_rumus
from sakip.hukum.skala import SKALA_BAWAAN, Skala, ambil_skala
from sakip.relasi import Bila
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.hukum.regulasi import Batas, Polaritas
    from sakip.hukum.rumus import Rumus
    from sakip.model.indikator import Indikator
    from sakip.teks.kalimat import Kalimat

__all__ = [
    "dasar_capaian",
    "dasar_polaritas",
    "rumus_capaian",
    "rumus_efisiensi",
    "rumus_sisi",
    "rumus_tak_pasti",
    "rumus_tersurat",
    "skala_efisiensi",
    "skala_laporan",
    "skala_tersurat",
]

VARIAN = {"positif": ("positif",), "negatif": ("negatif_a", "negatif_b")}
"""The usual variants of a polarity, where the report states none; no rule that was read fixes one for agencies."""


def rumus_capaian(
    reg: Register, ind: Indikator | None, target: Butir | None = None, realisasi: Butir | None = None
) -> list[tuple[str, Rumus, Bila | None]]:
    """The capaian variants for an indicator: their names, formulas over `target` and `realisasi`, and when each holds.

    What the report states comes first: the indicator's own variant, the report's for its polarity. Where it states
    none, an achievement may follow any variant of the polarity; where nothing shows the polarity, any usual variant.
    Where a polarity means one formula below the target and another above it, the one for the printed figures comes
    first.

    Raises:
        SkalaError: the report names a polarity, variant or cap that is not known.
    """
    p = _menurut_sisi(reg, ind)
    if p is None:
        return [(n, rumus, None) for n, rumus in rumus_sisi(reg, ind)]
    if target is None or realisasi is None or target.nilai is None or realisasi.nilai is None:
        return [(p.di_atas, _berbatas(reg, p.di_atas), None)]
    bawah = (p.di_bawah, _berbatas(reg, p.di_bawah), Bila(realisasi, target, kurang=True))
    atas = (p.di_atas, _berbatas(reg, p.di_atas), Bila(realisasi, target, kurang=False))
    return [bawah, atas] if realisasi.nilai < target.nilai else [atas, bawah]


def rumus_sisi(
    reg: Register, ind: Indikator | None, *, di_bawah: bool = False, arah: str = ""
) -> list[tuple[str, Rumus]]:
    """The same on one side of the target alone, below it or not below it.

    Args:
        reg: the report.
        ind: the indicator.
        di_bawah: which side.
        arah: the polarity that the print of the target suggests, where nothing else shows it.

    Raises:
        SkalaError: as `rumus_capaian`.
    """
    if ind is not None and ind.rumus is not None:
        return [(ind.rumus, _berbatas(reg, ind.rumus))]
    if (p := _menurut_sisi(reg, ind)) is not None:
        nama = p.di_bawah if di_bawah else p.di_atas
        return [(nama, _berbatas(reg, nama))]
    if ind is not None and ind.dasar_polaritas != "kata":
        return [(n, _berbatas(reg, n)) for n in _varian(reg, ind.polaritas)]
    utama = arah or (ind.polaritas if ind is not None else "positif")
    urut = (utama, *(p for p in ("positif", "negatif") if p != utama))
    semua = [n for p in urut for n in _varian(reg, p)]
    # Many a formula comes to a cap; only the first may.
    return [(n, _berbatas(reg, n) if n == semua[0] else ambil_rumus(n).rumus) for n in semua]


def _menurut_sisi(reg: Register, ind: Indikator | None) -> Polaritas | None:
    """The polarity that means one formula below the target and another above it; None where one formula serves both."""
    if ind is None or ind.rumus is not None or ind.dasar_polaritas == "kata":
        return None
    if ind.polaritas in reg.laporan.metode.rumus or ind.polaritas in VARIAN:
        return None
    return ambil_polaritas(ind.polaritas)


def rumus_tak_pasti(reg: Register, ind: Indikator | None) -> bool:
    """Whether the formula of an indicator is one that nobody verified and the report does not state."""
    p = _menurut_sisi(reg, ind)
    return p is not None and p.keyakinan is Keyakinan.BELUM


def rumus_tersurat(reg: Register, ind: Indikator | None) -> bool:
    """Whether the report states the formula of an indicator, or that of its polarity."""
    if ind is not None and ind.rumus is not None:
        return ind.dasar_rumus == "tersurat"
    return (ind.polaritas if ind is not None else "positif") in reg.laporan.metode.rumus


def dasar_polaritas(ind: Indikator | None) -> Kalimat:
    """Whether the polarity of an indicator is stated, borne out by figures, or unknown."""
    return kalimat(f"dasar.{'kata' if ind is None else ind.dasar_polaritas}")


def dasar_capaian(reg: Register, ind: Indikator | None, uraian: Kalimat) -> Kalimat:
    """What is said of an achievement, and whether its polarity, formula and cap are stated, borne out or unknown."""
    m = reg.laporan.metode
    didukung = ind is not None and (ind.rumus is not None or ind.dasar_polaritas == "angka")
    rumus = "tersurat" if rumus_tersurat(reg, ind) else "angka" if didukung else "kata"
    isi = {"uraian": uraian, "polaritas": dasar_polaritas(ind), "rumus": kalimat(f"dasar.{rumus}")}
    if m.batas == "tanpa":
        return kalimat("capaian.dasar", **isi)
    return kalimat("capaian.dasar_batas", **isi, batas=kalimat(f"dasar.{m.dasar_batas}"))


def _varian(reg: Register, polaritas: str) -> tuple[str, ...]:
    """The variant that the report states for a polarity, else those that are usual."""
    tersurat = reg.laporan.metode.rumus.get(polaritas)
    return (tersurat,) if tersurat is not None else VARIAN.get(polaritas, ())


def _berbatas(reg: Register, nama: str) -> Rumus:
    """A variant with the report's cap."""
    rumus = ambil_rumus(nama).rumus
    batas = ambil_batas(reg.laporan.metode.batas)
    if batas.menjadi is not None and not _di_bawah(rumus, batas):
        return attrs.evolve(rumus, batas_atas=batas.menjadi, ambang_atas=batas.di_atas)
    return rumus


def _di_bawah(rumus: Rumus, batas: Batas) -> bool:
    """Whether a variant is bounded so low that the report's cap never comes into play."""
    return rumus.batas_atas is not None and batas.di_atas is not None and rumus.batas_atas <= batas.di_atas


def skala_laporan(reg: Register) -> Skala:
    """The rating scale that the report declares, else the usual one.

    Raises:
        SkalaError: it names a scale that is not known.
    """
    skala = reg.laporan.metode.skala
    return skala if isinstance(skala, Skala) else ambil_skala(skala or SKALA_BAWAAN)


def skala_tersurat(reg: Register) -> bool:
    """Whether the report declares its scale; one that is merely assumed accuses nobody."""
    return bool(reg.laporan.metode.skala)


def rumus_efisiensi(reg: Register) -> Iterator[tuple[str, str, Rumus]]:
    """For each printed figure of the efficiency calculation: its role, a way to reckon it, the formula.

    Each is reckoned from the printed E (`e_tercetak`), and from the sums without rounding E in between (`e_rinci`).
    """
    nama = reg.laporan.metode.efisiensi
    if not nama:
        return
    metode = ambil_efisiensi(nama)
    e = ambil_rumus(metode.e).rumus
    yield "efisiensi", "jumlah", e
    for peran, daftar in metode.langkah.items():
        for langkah in daftar:
            rumus = ambil_rumus(langkah).rumus
            yield peran, "e_tercetak", rumus
            yield peran, "e_rinci", rumus.sisip("e", e)


def skala_efisiensi(reg: Register) -> Skala | None:
    """The scale of the efficiency value; None when the report declares no efficiency method."""
    nama = reg.laporan.metode.efisiensi
    return ambil_skala(ambil_efisiensi(nama).skala) if nama else None
