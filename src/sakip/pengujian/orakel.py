"""An oracle in exact fractions: what a relation says of the figures printed, worked out a second way.

It takes from a relation only what it states (the formula, the prints, the scale), never how the engine
evaluates it, so that the two can be held against each other.
"""

from __future__ import annotations

from fractions import Fraction
from functools import singledispatch
from itertools import pairwise, product
from typing import TYPE_CHECKING

from sakip.angka.angka import Jenis
from sakip.relasi import Arah, Peringkat, Rumusan, Sama
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.fakta.register import Butir
    from sakip.hukum.rumus import Rumus
    from sakip.hukum.skala import Kelas, Skala
    from sakip.model.sel import Sel
    from sakip.relasi import Bila, Relasi

__all__ = ["DIPOTONG", "MEMBULAT", "SALAH", "TAK_TENTU", "TEPAT", "hukum"]

TEPAT, MEMBULAT, DIPOTONG, SALAH, TAK_TENTU = "tepat", "membulat", "dipotong", "salah", "tak tentu"
"""It follows by rounding; it can follow; it follows by cutting off; it cannot; it cannot be told."""

SUDUT_TERBANYAK = 12
NOL = Fraction(0)


def hukum(r: Relasi, ganti: Mapping[int, Sel] | None = None) -> str:
    """The verdict on a relation, with other cells in place of those whose `id` is in `ganti`."""
    return _hukum(r, ganti or {})


@singledispatch
def _hukum(r: Relasi, peta: Mapping[int, Sel]) -> str:  # noqa: ARG001 - a kind that the oracle has no law for
    return TAK_TENTU


def _sel(b: Butir, peta: Mapping[int, Sel]) -> Sel | None:
    return None if b.sel is None else peta.get(id(b.sel), b.sel)


def _nilai(b: Butir, peta: Mapping[int, Sel]) -> Fraction | None:
    sel = _sel(b, peta)
    if sel is None:
        return b.nilai
    if sel is b.sel:
        return b.nilai
    return None if sel.angka is None else Fraction(sel.angka.nilai)


def _setengah(b: Butir, peta: Mapping[int, Sel]) -> Fraction:
    sel = _sel(b, peta)
    if sel is None or sel.angka is None:
        return NOL
    return Fraction(10) ** (sel.angka.pangkat - sel.angka.desimal) / 2


def _ujung(b: Butir, peta: Mapping[int, Sel]) -> tuple[Fraction, Fraction]:
    """What an operand can be: itself when its print is exact, else all that rounds to it."""
    nilai = _nilai(b, peta) or NOL
    lebar = NOL if b.interval is None or b.interval.tunggal else _setengah(b, peta)
    return nilai - lebar, nilai + lebar


# -- formulas -------------------------------------------------------------------------------------------------


@_hukum.register(Rumusan)
def _hukum_rumusan(r: Rumusan, peta: Mapping[int, Sel]) -> str:
    cetak = _nilai(r.hasil, peta)
    if cetak is None or any(_nilai(b, peta) is None for b in r.butir):
        return TAK_TENTU
    cara = [j for j in r.jalur if j.bila is None or _berlaku(j.bila, peta)]
    tepat = [_hitung(j.rumus, {b: _nilai(b, peta) or NOL for b in j.operan}) for j in cara]
    if all(h is None for h in tepat):
        return TAK_TENTU
    lebar = _setengah(r.hasil, peta)
    if any(h is not None and _setengah_naik(h, lebar) == cetak for h in tepat):
        return TEPAT
    # Where some lines print no figure the result may hold, but nothing says that it must.
    hasil = TAK_TENTU if r.kecuali else SALAH
    bisa_potong = cetak > 0 and not r.hasil.peran.pasti and r.hasil.peran.jenis is not Jenis.RUPIAH
    for j, h in zip(cara, tepat, strict=True):
        hasil_sudut = list(_sudut(j.rumus, {b: _ujung(b, peta) for b in j.operan}))
        if not hasil_sudut:
            continue
        if (ambang := j.rumus.ambang_atas) is not None and h is not None:
            sepihak = [x for x in hasil_sudut if (x > ambang) == (h > ambang)]
            terpisah = h <= ambang and len(sepihak) < len(hasil_sudut)
            hasil_sudut = [*sepihak, ambang] if terpisah else sepihak
        kecil, besar = min(hasil_sudut), max(hasil_sudut)
        if kecil <= cetak + lebar and cetak - lebar <= besar:
            return MEMBULAT
        if bisa_potong and kecil < cetak + 2 * lebar and cetak - lebar <= besar:
            hasil = DIPOTONG
    return hasil


def _berlaku(bila: Bila, peta: Mapping[int, Sel]) -> bool:
    kurang = (_nilai(bila.kiri, peta) or NOL) < (_nilai(bila.kanan, peta) or NOL)
    return kurang == bila.kurang and (bila.dan is None or _berlaku(bila.dan, peta))


def _setengah_naik(nilai: Fraction, lebar: Fraction) -> Fraction:
    if lebar == 0:
        return nilai
    langkah = 2 * lebar
    bulat = (abs(nilai) / langkah + Fraction(1, 2)) // 1 * langkah
    return bulat if nilai >= 0 else -bulat


def _hitung(rumus: Rumus, nilai: Mapping[Butir, Fraction]) -> Fraction | None:
    def jumlah(suku: object) -> Fraction:
        hasil = NOL
        for s in suku:  # type: ignore[attr-defined] # terms of a formula
            kali = s.koef
            for k in s.dari:
                kali *= nilai[k]
            hasil += kali
        return hasil

    bawah = jumlah(rumus.penyebut) if rumus.penyebut else Fraction(1)
    if bawah == 0:
        return None
    hasil = jumlah(rumus.pembilang) / bawah
    ambang = rumus.batas_atas if rumus.ambang_atas is None else rumus.ambang_atas
    if rumus.batas_atas is not None and ambang is not None and hasil > ambang:
        return rumus.batas_atas
    if rumus.batas_bawah is not None:
        return max(hasil, rumus.batas_bawah)
    return hasil


def _sudut(rumus: Rumus, ujung: Mapping[Butir, tuple[Fraction, Fraction]]) -> Iterator[Fraction]:
    """The results at the corners of the operands' intervals; for long sums, at the two that are extreme."""
    longgar = [b for b, (a, z) in ujung.items() if a != z]
    if len(longgar) > SUDUT_TERBANYAK and not rumus.penyebut and all(len(s.dari) == 1 for s in rumus.pembilang):
        koef = {s.dari[0]: s.koef for s in rumus.pembilang}
        for arah in (0, 1):
            hasil = _hitung(rumus, {b: u[arah if koef[b] > 0 else 1 - arah] for b, u in ujung.items()})
            if hasil is not None:
                yield hasil
        return
    for pilihan in product(*(ujung[b] for b in longgar)):
        tetap = {b: a for b, (a, _) in ujung.items()}
        hasil = _hitung(rumus, tetap | dict(zip(longgar, pilihan, strict=True)))
        if hasil is None:
            return  # the corners straddle a division by zero and say nothing
        yield hasil


# -- prints of one fact, ratings, directions ------------------------------------------------------------------


@_hukum.register(Sama)
def _hukum_sama(r: Sama, peta: Mapping[int, Sel]) -> str:
    if r.cetakan[0].nilai is None:
        kata = {baku(s.teks) for b in r.cetakan if (s := _sel(b, peta)) is not None}
        return TEPAT if len(kata) == 1 else SALAH
    isi = [(n, _setengah(b, peta), b) for b in r.cetakan if (n := _nilai(b, peta)) is not None]
    if len({n for n, _, _ in isi}) == 1:
        return TEPAT
    halus, lebar_halus, butir = min(isi, key=lambda x: x[1])
    if butir.peran.pasti and butir.peran.jenis is not Jenis.RUPIAH:
        return SALAH
    for n, lebar, _ in isi:
        if n != halus and (lebar == lebar_halus or abs(n - halus) > lebar):
            return SALAH
    return MEMBULAT


@_hukum.register(Peringkat)
def _hukum_peringkat(r: Peringkat, peta: Mapping[int, Sel]) -> str:
    nilai, label = _nilai(r.nilai, peta), _sel(r.label, peta)
    if nilai is None or label is None:
        return TAK_TENTU
    lebar = _setengah(r.nilai, peta)
    kata = baku(label.teks)
    if kata in {baku(k.label) for k in _kelas(r.skala, nilai, nilai)}:
        return TEPAT
    return MEMBULAT if kata in {baku(k.label) for k in _kelas(r.skala, nilai - lebar, nilai + lebar)} else SALAH


@_hukum.register(Arah)
def _hukum_arah(r: Arah, peta: Mapping[int, Sel]) -> str:
    nilai = [_nilai(b, peta) for b in r.deret]
    if any(n is None for n in nilai):
        return TAK_TENTU
    tanda = {(a > b) - (a < b) for a, b in pairwise([n or NOL for n in nilai])}
    return TEPAT if tanda == {{"naik": -1, "turun": 1}.get(r.arah, 0)} else SALAH


def _kelas(skala: Skala, kecil: Fraction, besar: Fraction) -> Iterator[Kelas]:
    """The classes that some value from `kecil` to `besar` belongs to."""
    for k in skala.kelas:
        di_atas = k.bawah is None or besar > k.bawah or (besar == k.bawah and k.bawah_termasuk)
        di_bawah = k.atas is None or kecil < k.atas or (kecil == k.atas and k.atas_termasuk)
        if di_atas and di_bawah:
            yield k
