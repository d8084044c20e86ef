"""Pure calculations: capaian, budget absorption, means, and efficiency after PMK 214.

Every result is exact (`Nilai`) and rounded only when it is written. What a formula, a cap or a polarity
means is looked up in `regulasi/rumus.toml`; nothing here knows the name of a variant. A missing figure
gives no result, never zero.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import total_ordering
from typing import TYPE_CHECKING, TypeAlias, cast

import attrs

from sakip.angka.angka import Angka, Bilangan, Jenis, bulat, pecahan, tulis
from sakip.angka.cetakan import (
    Ambang,
    Banding,
    Cetakan,
    Kosong,
    Masa,
    Predikat,
    Rentang,
    Tanggal,
    hari_sesuai,
    satuan_waktu,
)
from sakip.angka.notasi import salah_tipe
from sakip.errors import AngkaError
from sakip.hukum.ordinal import baca_cetakan, predikat_sama
from sakip.hukum.regulasi import (
    Batas,
    ambil_batas,
    ambil_efisiensi,
    ambil_polaritas,
    ambil_rumus,
    ambil_target_nol,
    di_dalam_pita,
)
from sakip.hukum.rumus import Rumus
from sakip.hukum.skala import Skala, kategori

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

__all__ = ["BarisEfisiensi", "Efisiensi", "Langkah", "Nilai", "capaian", "efisiensi", "rerata", "serapan"]


@total_ordering
@attrs.frozen(slots=True, eq=False, order=False, repr=False, str=False)
class Nilai:
    """A calculated value, exact. Compares with Nilai, Angka, Fraction, Decimal and int, never with a float.

    Attributes:
        pecahan: the exact value.
    """

    pecahan: Fraction

    def bulat(self, desimal: int = 2) -> Decimal:
        """Rounded half-up (a tie goes away from zero)."""
        return bulat(self.pecahan, desimal)

    def tulis(self, desimal: int = 2, jenis: Jenis = Jenis.NILAI) -> str:
        """Written in Indonesian notation: `106,40`, as PERSEN `106,40%`, as RUPIAH `Rp1.234,50`."""
        return tulis(self.pecahan, desimal, jenis)

    def __str__(self) -> str:
        return self.tulis()

    def __repr__(self) -> str:
        return f"Nilai({str(self)!r})"

    def __hash__(self) -> int:
        return hash(self.pecahan)  # equal to the hash of an equal int or Decimal

    def __eq__(self, lain: object) -> bool:
        nilai = _banding(lain)
        return NotImplemented if nilai is None else self.pecahan == nilai

    def __lt__(self, lain: object) -> bool:
        nilai = _banding(lain)
        return NotImplemented if nilai is None else self.pecahan < nilai


@attrs.frozen(slots=True)
class Langkah:
    """One step of a calculation: what it is, in words with its figures, and its value (rupiah or percent)."""

    teks: str
    nilai: Nilai
    jenis: Jenis

    def __str__(self) -> str:
        return f"{self.teks} = {self.nilai.tulis(2, self.jenis)}"


@attrs.frozen(slots=True, kw_only=True)
class BarisEfisiensi:
    """One line of the efficiency table. Money in rupiah, capaian in percent."""

    pagu: Nilai
    realisasi_anggaran: Nilai
    capaian: Nilai
    pagu_capaian: Nilai
    selisih_efisiensi: Nilai


@attrs.frozen(slots=True, kw_only=True)
class Efisiensi:
    """The efficiency of spending.

    Attributes:
        baris: the lines: PAK × CK and PAK × CK − RAK.
        jumlah_pagu_capaian, jumlah_selisih_efisiensi: their sums, in rupiah.
        e: E in percent; None when the sum of PAK × CK is zero.
        ne: NE in percent, as the formula gives it; `ne_terbatas` the same within 0 and 100.
        kategori: the label of `ne`; None where the scale has a gap or there is no NE.
        langkah: every step.
    """

    baris: tuple[BarisEfisiensi, ...]
    jumlah_pagu_capaian: Nilai
    jumlah_selisih_efisiensi: Nilai
    e: Nilai | None
    ne: Nilai | None
    ne_terbatas: Nilai | None
    kategori: str | None
    langkah: tuple[Langkah, ...]


Target: TypeAlias = Bilangan | Cetakan | None
"""A target or a realisation: a figure, a printed range, or a cell without a figure."""


def capaian(
    target: Target,
    realisasi: Target,
    polaritas: str | None = None,
    rumus: str | Rumus | None = None,
    batas: str | int | Decimal | Batas | None = None,
    nol: str = "kosong",
    pita: tuple[Bilangan, Bilangan] | None = None,
) -> Nilai | None:
    """Achievement in percent.

    Args:
        target: as printed, or exact. A range (`69,1-69,5`) is a band, a bound (`≤ 3`, `min. 80`) one without an end.
        realisasi: as printed, or exact.
        polaritas: positif, negatif or stabil: which formula is meant where `rumus` names none. When left out positif,
            and negatif for a target that may not be exceeded.
        rumus: a variant of `regulasi/rumus.toml` (negatif_b …), or a formula over `target` and `realisasi`.
        batas: the cap: a name (`tanpa`, `100`, `120`, `110_120`), a figure, or a `Batas`.
        nol: what a target of zero gives where the formula divides by it: kosong (None), nol (0), galat.
        pita: the band, instead of a range in `target`.

    Within a band, or a bound, capaian is 100 (a choice of ours); above it the upper bound is the target, below it the
    lower one (PermenPANRB 8/2021). Formulas of positif and negatif_a: as there; the others as seen in practice.

    A ratio `1 : 20` counts as 20, a duration in its unit, both sides in one unit where they differ; a grade by the
    score beside it, a level by its number. A day or a grade without a score has no formula: it gives 100 where it is
    what the target says, and nothing where it is not.

    Returns:
        The exact value, or None when a figure is missing, the formula divides by zero, or there is no formula.

    Raises:
        AngkaError: a text that is no figure; a realisation that is a band or a bound, and not that of the target; two
            that cannot be compared, such as `1 : 20` and `20 : 1`; a target of zero when `nol` is galat.
        SkalaError: an unknown polaritas, rumus, batas or nol.
        TypeError: a float.
    """
    kebijakan, cap = ambil_target_nol(nol), _batas(batas)
    t, r_isi = _isi(target), _isi(realisasi)
    menurun = isinstance(t, Ambang) and t.paling_banyak
    pol = ambil_polaritas(polaritas if polaritas is not None else "negatif" if menurun else "positif")
    if pita is None and (setara := _tanpa_rumus(t, r_isi)) is not None:
        return Nilai(cap.terapkan(di_dalam_pita())) if setara else None
    rentang = _rentang(t if pita is None else pita)
    r = _tunggal(r_isi)
    if rentang is None or r is None:
        return None
    bawah, atas = rentang
    r *= _kali_satuan(t, r_isi)
    if isinstance(t, Ambang) and t.dipenuhi(r):
        return Nilai(cap.terapkan(di_dalam_pita()))
    if (pita is not None or bawah != atas or pol.pita) and bawah <= r <= atas:
        return Nilai(cap.terapkan(di_dalam_pita()))
    sasaran, nama = (bawah, pol.di_bawah) if r < bawah else (atas, pol.di_atas)
    hasil = _terapkan(nama if rumus is None else rumus, {"target": sasaran, "realisasi": r})
    if hasil is None and sasaran == 0:
        if kebijakan.galat:
            raise AngkaError("target nol: capaian tidak dapat dihitung")
        hasil = kebijakan.nilai
    return None if hasil is None else Nilai(cap.terapkan(hasil))


def serapan(pagu: Bilangan, realisasi: Bilangan, nol: str = "kosong") -> Nilai | None:
    """The share of the budget that was spent, in percent; `nol` says what a budget of zero gives.

    Raises:
        AngkaError, SkalaError, TypeError: as `capaian`.
    """
    kebijakan = ambil_target_nol(nol)
    uang: dict[Hashable, Fraction] = {
        "pagu": pecahan(pagu, Jenis.RUPIAH),
        "realisasi_anggaran": pecahan(realisasi, Jenis.RUPIAH),
    }
    hasil = _terapkan("serapan", uang)
    if hasil is None:
        if kebijakan.galat:
            raise AngkaError("pagu nol: serapan tidak dapat dihitung")
        hasil = kebijakan.nilai
    return None if hasil is None else Nilai(hasil)


def rerata(
    nilai: Iterable[Bilangan | None],
    desimal: int | None = None,
    batas: str | int | Decimal | Batas | None = None,
) -> Nilai | None:
    """The mean.

    Args:
        nilai: the values, in percent or points.
        desimal: round each value half-up first: the mean of what is printed, as reports often take it.
        batas: cap each value first. A cap after the mean gives another result; put it on the result then.

    Returns:
        The exact mean; None for no values or when one is missing: leaving it out, or taking it for zero,
        is for the caller to decide.
    """
    daftar = list(nilai)
    if not daftar or any(n is None for n in daftar):
        return None
    cap = _batas(batas)
    isi = [cap.terapkan(pecahan(cast("Bilangan", n), Jenis.PERSEN)) for n in daftar]
    if desimal is not None:
        isi = [Fraction(bulat(n, desimal)) for n in isi]
    return Nilai(sum(isi, Fraction(0)) / len(isi))


BarisAnggaran: TypeAlias = tuple[Bilangan, Bilangan, Bilangan] | tuple[Bilangan, Bilangan, Target, Target]
"""(pagu, realisasi anggaran, capaian in percent), or (pagu, realisasi anggaran, target, realisasi)."""


def efisiensi(
    baris: Iterable[BarisAnggaran],
    *,
    polaritas: str | None = None,
    rumus: str | Rumus | None = None,
    batas: str | int | Decimal | Batas | None = None,
    metode: str = "pmk214",
    skala: str | Skala | None = None,
) -> Efisiensi:
    """E and NE. After PMK 214: E = Σ(PAK × CK − RAK) / Σ(PAK × CK) × 100, NE = 50 + E/20 × 50.

    Args:
        baris: one line an output: (pagu, realisasi anggaran, capaian in percent), or with target and
            realisation in place of capaian, which then is not rounded.
        polaritas, rumus: how capaian follows from target and realisation, as in `capaian`.
        batas: the cap on capaian. None by default: the annex's own example is not capped.
        metode: the name of the method in `regulasi/rumus.toml`.
        skala: the scale of the categories, instead of the method's own.

    Raises:
        AngkaError: a line without capaian (its target is zero or missing); a text that is no figure.
        SkalaError: an unknown name.
        TypeError: a float.
        ValueError: a line of another length.
    """
    cap, m = _batas(batas), ambil_efisiensi(metode)
    rincian: list[BarisEfisiensi] = []
    langkah: list[Langkah] = []
    for ke, b in enumerate(baris, 1):
        hasil = _baris(ke, b, polaritas, rumus, cap)
        rincian.append(hasil)
        langkah += _langkah_baris(ke, hasil)
    pagu_capaian = sum((b.pagu_capaian.pecahan for b in rincian), Fraction(0))
    selisih = sum((b.selisih_efisiensi.pecahan for b in rincian), Fraction(0))
    langkah.append(Langkah("Σ(PAK × CK)", Nilai(pagu_capaian), Jenis.RUPIAH))
    langkah.append(Langkah("Σ(PAK × CK − RAK)", Nilai(selisih), Jenis.RUPIAH))
    jumlah: dict[Hashable, Fraction] = {
        "jumlah_pagu_capaian": pagu_capaian,
        "jumlah_selisih_efisiensi": selisih,
    }
    e = _langkah(m.e, jumlah, langkah)
    ne = None if e is None else _langkah(m.ne, {"e": e.pecahan}, langkah)
    terbatas = None if e is None else _langkah(m.ne_terbatas, {"e": e.pecahan}, langkah)
    return Efisiensi(
        baris=tuple(rincian),
        jumlah_pagu_capaian=Nilai(pagu_capaian),
        jumlah_selisih_efisiensi=Nilai(selisih),
        e=e,
        ne=ne,
        ne_terbatas=terbatas,
        kategori=kategori(ne, m.skala if skala is None else skala),
        langkah=tuple(langkah),
    )


def _baris(
    ke: int, baris: BarisAnggaran, polaritas: str | None, rumus: str | Rumus | None, cap: Batas
) -> BarisEfisiensi:
    if len(baris) not in (3, 4):
        raise ValueError(
            f"baris {ke}: harus (pagu, realisasi anggaran, capaian) atau "
            f"(pagu, realisasi anggaran, target, realisasi), bukan {len(baris)} isian"
        )
    pagu, rak = (pecahan(n, Jenis.RUPIAH) for n in baris[:2])
    if len(baris) == 4:
        ck = capaian(baris[2], baris[3], polaritas, rumus, cap)
    else:
        ck = Nilai(cap.terapkan(pecahan(baris[2], Jenis.PERSEN)))
    if ck is None:
        raise AngkaError(f"baris {ke}: capaian tidak dapat dihitung (target nol atau kosong)")
    pc = cast("Fraction", _terapkan("pagu_capaian", {"pagu": pagu, "capaian": ck.pecahan}))
    selisih = cast("Fraction", _terapkan("selisih_efisiensi", {"pagu_capaian": pc, "realisasi_anggaran": rak}))
    return BarisEfisiensi(
        pagu=Nilai(pagu),
        realisasi_anggaran=Nilai(rak),
        capaian=ck,
        pagu_capaian=Nilai(pc),
        selisih_efisiensi=Nilai(selisih),
    )


def _langkah_baris(ke: int, b: BarisEfisiensi) -> list[Langkah]:
    pagu, ck, pc, rak = b.pagu, _rinci(b.capaian), b.pagu_capaian, b.realisasi_anggaran
    return [
        Langkah(f"baris {ke}: PAK × CK = {pagu} × {ck}", pc, Jenis.RUPIAH),
        Langkah(f"baris {ke}: PAK × CK − RAK = {pc} − {rak}", b.selisih_efisiensi, Jenis.RUPIAH),
    ]


def _rinci(capaian: Nilai) -> str:
    """Capaian with enough decimals that a reader who multiplies sees it was not rounded: `106,404639…%`."""
    if capaian == capaian.bulat(2):
        return capaian.tulis(2, Jenis.PERSEN)
    return f"{capaian.tulis(6)}…%"


def _langkah(nama: str, nilai: dict[Hashable, Fraction], langkah: list[Langkah]) -> Nilai | None:
    """Evaluate a named formula and note the step; None when it divides by zero."""
    hasil = _terapkan(nama, nilai)
    if hasil is None:
        return None
    langkah.append(Langkah(ambil_rumus(nama).judul, Nilai(hasil), Jenis.PERSEN))
    return Nilai(hasil)


def _terapkan(rumus: str | Rumus, nilai: dict[Hashable, Fraction]) -> Fraction | None:
    """The result of a formula, or of the one of that name; None when it divides by zero."""
    if isinstance(rumus, Rumus):
        return rumus.hitung(nilai)
    baku = ambil_rumus(rumus)
    hasil = baku.rumus.hitung(nilai)
    return baku.penyebut_nol if hasil is None else hasil


def _batas(batas: str | int | Decimal | Batas | None) -> Batas:
    if isinstance(batas, Batas):
        return batas
    if batas is None or isinstance(batas, str):
        return ambil_batas("tanpa" if batas is None else batas)
    paling_tinggi = pecahan(batas)
    return Batas(nama=str(batas), di_atas=paling_tinggi, menjadi=paling_tinggi)


def _isi(nilai: Target) -> Target:
    """A printed text as what it is read as; everything else as it is."""
    return baca_cetakan(nilai) if isinstance(nilai, str) else nilai


def _tanpa_rumus(target: Target, realisasi: Target) -> bool | None:
    """Whether a day, a grade in words or a band is what the target says; None where there are figures to reckon."""
    if (hari := hari_sesuai(target, realisasi)) is not None:
        return hari
    if isinstance(target, Predikat) and isinstance(realisasi, Predikat):
        if target.pecahan is None or realisasi.pecahan is None:
            return predikat_sama(target.predikat, realisasi.predikat)
    elif isinstance(target, Rentang) and isinstance(realisasi, Rentang):
        sama = (target.bawah.nilai, target.atas.nilai) == (realisasi.bawah.nilai, realisasi.atas.nilai)
        return True if sama else None
    return None


def _kali_satuan(target: Target, realisasi: Target) -> Fraction:
    """What a realisation is multiplied by to be in the unit of the target: `7 menit 30 detik` of `1 jam`.

    Raises:
        AngkaError: two ratios that count different sides, or one beside a plain figure.
    """
    banding = [x.terbalik for x in (target, realisasi) if isinstance(x, Banding)]
    if len(banding) == 1 or len(set(banding)) > 1:
        raise AngkaError(f"{str(target)!r} dan {str(realisasi)!r} tidak dapat dibandingkan")
    if not isinstance(target, Cetakan) or not isinstance(realisasi, Cetakan):
        return Fraction(1)
    a, b = satuan_waktu(target), satuan_waktu(realisasi)
    return Fraction(b[1], a[1]) if a is not None and b is not None and a[0] == b[0] else Fraction(1)


def _rentang(target: Target | tuple[Bilangan, Bilangan]) -> tuple[Fraction, Fraction] | None:
    """The bounds of a target; the same twice for a single figure, None for a missing one."""
    if isinstance(target, tuple):
        a, b = (pecahan(n) for n in target)
        return (a, b) if a <= b else (b, a)
    if isinstance(target, Rentang):
        return target.bawah.pecahan, target.atas.pecahan
    nilai = target.pecahan if isinstance(target, Ambang) else _tunggal(target)
    return None if nilai is None else (nilai, nilai)


def _tunggal(isi: Target) -> Fraction | None:
    """The value of a figure; None where none is printed. The score beside a grade counts as one."""
    if isi is None or isinstance(isi, Kosong):
        return None
    if isinstance(isi, Banding | Predikat):
        nilai = isi.pecahan
    else:
        nilai = None if isinstance(isi, Rentang | Ambang | Tanggal | Masa) else pecahan(isi)
    if nilai is None:
        raise AngkaError(f"{str(isi)!r} bukan satu angka yang dapat dihitung")
    return nilai


def _banding(lain: object) -> Fraction | None:
    """What a `Nilai` can be compared with, as a fraction; None for anything foreign."""
    if isinstance(lain, float):
        raise salah_tipe(lain)
    if isinstance(lain, Nilai | Angka):
        return lain.pecahan
    if isinstance(lain, Decimal):
        return Fraction(lain) if lain.is_finite() else None
    return Fraction(lain) if isinstance(lain, Fraction | int) and not isinstance(lain, bool) else None
