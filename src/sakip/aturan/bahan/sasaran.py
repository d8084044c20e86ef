"""How an achievement follows from targets that are no single figure: bands, bounds, ratios, durations, days, grades.

None of the ways is stated by a report or by a rule that binds agencies, so what does not follow is asked about.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from sakip.angka.angka import Angka
from sakip.angka.cetakan import Ambang, Banding, Masa, Predikat, Rentang, Tanggal, hari_sesuai, satuan_waktu
from sakip.aturan.bahan.metode import rumus_sisi
from sakip.hukum.ordinal import predikat_sama
from sakip.hukum.regulasi import di_dalam_pita
from sakip.hukum.rumus import Rumus, Suku
from sakip.relasi import RUMUS_LAIN, Bila, Jalur
from sakip.teks.istilah import bentuk
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sakip.angka.cetakan import Cetakan
    from sakip.fakta.register import Butir, Register
    from sakip.model.indikator import Indikator
    from sakip.teks.kalimat import Kalimat

__all__ = ["Cara", "cara_khusus", "kali_satuan"]

PENUH = Rumus((Suku(di_dalam_pita()),))
"""What a realisation within its target gives."""


@attrs.frozen(slots=True, kw_only=True)
class Cara:
    """The ways to reckon an achievement, those that would explain another one, or why there is none.

    `melalui` are the names of the ways, the one for the printed figures first.
    """

    jalur: tuple[Jalur, ...] = ()
    wajar: tuple[Jalur, ...] = ()
    alasan: Kalimat | None = None

    @property
    def melalui(self) -> tuple[str | Kalimat, ...]:
        """The names of the ways."""
        return tuple(dict.fromkeys(j.nama for j in self.jalur))


def cara_khusus(reg: Register, ind: Indikator | None, target: Butir | None, realisasi: Butir | None) -> Cara | None:
    """The ways for a target or realisation that is no plain figure; None where both are figures, or one is missing."""
    if target is None or realisasi is None or target.sel is None or realisasi.sel is None:
        return None
    t, r = _berbatas(target.sel.isi, ind, target), realisasi.sel.isi
    if isinstance(t, Predikat | Tanggal | Masa | Ambang | Rentang) and (setara := _setara(t, r)) is not None:
        if setara:
            return Cara(jalur=(Jalur(kalimat("cara.sesuai_target"), PENUH),))
        return Cara(alasan=kalimat("alasan.tanpa_rumus"))
    if isinstance(t, Rentang) and realisasi.berangka:
        return _pita(reg, ind, target, realisasi)
    if not (target.berangka and realisasi.berangka):
        return None
    banding = [x.terbalik for x in (t, r) if isinstance(x, Banding)]
    if len(set(banding)) > 1:
        return Cara(alasan=kalimat("alasan.beda_arah"))
    if isinstance(t, Ambang):
        return _ambang(reg, ind, t, target, realisasi)
    if banding or any(isinstance(x, Predikat) and x.nilai is None for x in (t, r)):
        jalur = list(_varian(rumus_sisi(reg, ind), {"target": target, "realisasi": realisasi}))
        if banding:  # as quotients `1 : 20` is less than `1 : 18`
            jalur.append(Jalur(kalimat("cara.hasil_bagi"), Rumus.rasio(target, realisasi), cadangan=True))
        return Cara(jalur=tuple(jalur))
    return None


def kali_satuan(target: Butir, realisasi: Butir) -> Fraction:
    """What the realisation is multiplied by to be in the unit of the target, where both are in units of time."""
    isi = [b.sel.isi for b in (target, realisasi) if b.sel is not None and b.sel.isi is not None]
    satuan = [satuan_waktu(x) for x in isi]
    if len(satuan) < 2 or satuan[0] is None or satuan[1] is None or satuan[0][0] != satuan[1][0]:
        return Fraction(1)
    return Fraction(satuan[1][1], satuan[0][1])


def _berbatas(t: Cetakan | None, ind: Indikator | None, target: Butir) -> Cetakan | None:
    """A figure whose unit or heading says that it is a bound (`maks. hari`, `Target (minimal)`) as that bound."""
    if not isinstance(t, Angka):
        return t
    for teks in (t.satuan, ind.satuan if ind is not None else "", target.letak.kolom):
        if isinstance(teks, str) and (cocok := bentuk("satuan.ambang").search(teks)):
            return Ambang(t.teks, t, paling_banyak=bool(cocok["banyak"]), jenis=t.jenis)
    return t


def _setara(t: Predikat | Tanggal | Masa | Ambang | Rentang, r: object) -> bool | None:
    """Whether what no formula can be applied to is what the target says; None where there are figures."""
    if isinstance(t, Rentang):
        sama = isinstance(r, Rentang) and (t.bawah.nilai, t.atas.nilai) == (r.bawah.nilai, r.atas.nilai)
        return True if sama else False if isinstance(r, Rentang) else None
    if isinstance(t, Predikat):
        if not isinstance(r, Predikat) or (t.pecahan is not None and r.pecahan is not None):
            return None
        return predikat_sama(t.predikat, r.predikat)
    return hari_sesuai(t, r)


def _pita(reg: Register, ind: Indikator | None, target: Butir, realisasi: Butir) -> Cara:
    """A band: the lower end below it, the upper one above it (PermenPANRB 8/2021).

    That a realisation within it gives 100 is a choice of ours; who takes one end, or the middle, for all is asked.
    """
    bawah, atas = reg.pita[target]
    if kali_satuan(target, realisasi) != 1:
        return Cara(alasan=kalimat("alasan.beda_satuan"))
    kurang, lebih = Bila(realisasi, bawah, kurang=True), Bila(atas, realisasi, kurang=True)
    dalam = Bila(realisasi, bawah, kurang=False, dan=Bila(atas, realisasi, kurang=False))
    jalur = [Jalur(kalimat("cara.dalam_pita"), PENUH, dalam)]
    for batas, bila, di_bawah in ((bawah, kurang, True), (atas, lebih, False)):
        operan = {"target": batas, "realisasi": realisasi}
        jalur += _varian(rumus_sisi(reg, ind, di_bawah=di_bawah), operan, bila)
    tengah = Rumus((Suku(Fraction(200), (realisasi,)),), (Suku(Fraction(1), (bawah,)), Suku(Fraction(1), (atas,))))
    lain = [Rumus.rasio(realisasi, bawah), Rumus.rasio(realisasi, atas), tengah]
    jalur.sort(key=lambda j: not (j.bila is not None and j.bila.berlaku({})))
    wajar = (Jalur(RUMUS_LAIN, x) for x in (lain if dalam.berlaku({}) else ()))
    return Cara(jalur=tuple(jalur), wajar=tuple(wajar))


def _ambang(reg: Register, ind: Indikator | None, t: Ambang, target: Butir, realisasi: Butir) -> Cara:
    """A bound: full where it is kept, by a formula where it is not; some reckon by the formula in either case."""
    if kali_satuan(target, realisasi) != 1:
        return Cara(alasan=kalimat("alasan.beda_satuan"))
    kiri, kanan = (realisasi, target) if t.paling_banyak == (not t.termasuk) else (target, realisasi)
    penuh = Jalur(kalimat("cara.dalam_batas"), PENUH, Bila(kiri, kanan, kurang=not t.termasuk))
    varian = rumus_sisi(reg, ind, di_bawah=not t.paling_banyak, arah="negatif" if t.paling_banyak else "positif")
    jalur = list(_varian(varian, {"target": target, "realisasi": realisasi}))
    if penuh.bila is not None and penuh.bila.berlaku({}):
        return Cara(jalur=(penuh, *(attrs.evolve(j, cadangan=True) for j in jalur)))
    return Cara(jalur=(*jalur, penuh))


def _varian(
    pilihan: Sequence[tuple[str, Rumus]], operan: Mapping[Any, Butir], bila: Bila | None = None
) -> Iterable[Jalur]:
    """The variants over these figures; only the first puts a wrong one right."""
    for n, (nama, rumus) in enumerate(pilihan):
        yield Jalur.menurut(nama, rumus, [operan[p] for p in rumus.peubah], bila, cadangan=n > 0)
