"""How one wrong figure probably came about: small detectors, each of one slip."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.angka.angka import bulat
from sakip.angka.interval import Interval
from sakip.hukum.regulasi import daftar_rumus
from sakip.relasi import Rumusan
from sakip.teks.jarak import jenis_ketik
from sakip.temuan.temuan import Dugaan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sakip.fakta.register import Butir, Register
    from sakip.relasi import Relasi

__all__ = ["berbukti", "duga"]

NOL = Fraction(0)

EKOR_BERARTI = 4
"""Of these final digits, how many must be left without the zeros at the end: round figures all end alike."""

ANGKA_TERPENDEK = 2
"""Digits a rounded figure must have left for a separator out of place to be told from any other number."""

BAGIAN_TERPENDEK = 3
"""Digits that a part of a sum must have for its want to be told from any other difference."""

EKOR_TERPENDEK = 6
"""Final digits two figures must share before one is said to be copied in part from the other."""


def duga(reg: Register, relasi: Mapping[Butir, list[Relasi]], b: Butir, nilai: Interval | str) -> tuple[Dugaan, ...]:
    """The likeliest slip that turned `nilai` into what `b` prints; empty when none fits."""
    if not isinstance(nilai, Interval) or b.nilai is None:
        return ()
    for detektor in _DETEKTOR:
        for d in detektor(reg, relasi, b, nilai):
            return (d,)
    return ()


def berbukti(reg: Register, relasi: Mapping[Butir, list[Relasi]], b: Butir, nilai: Interval) -> bool:
    """Whether a slip explains the print to the last digit: that speaks for `b` being the wrong figure.

    A separator out of place, a part of its sum left out or added twice, another year's operand. That a figure prints
    what its neighbour or last year's does explains as much, but right figures do so too.
    """
    if any(True for _ in _pemisah(reg, relasi, b, nilai)):
        return True
    if any(len(_digit(x.nilai or NOL, x.desimal)) >= BAGIAN_TERPENDEK for _, x in _bagian(relasi, b, nilai)):
        return True
    return any(True for _ in _operan_lain(reg, relasi, b, nilai))


def _digit(nilai: Fraction, desimal: int) -> str:
    return "".join(map(str, bulat(abs(nilai), desimal).as_tuple().digits))


def _ketik(_r: Register, _m: Mapping[Butir, list[Relasi]], b: Butir, nilai: Interval) -> Iterator[Dugaan]:
    lama, baru = _digit(b.nilai or NOL, b.desimal), _digit(nilai.tengah, b.desimal)
    if min(len(lama), len(baru)) < 3:
        return
    jenis = jenis_ketik(lama, baru)
    if jenis:
        yield Dugaan(jenis)


def _tanda(_r: Register, _m: Mapping[Butir, list[Relasi]], b: Butir, nilai: Interval) -> Iterator[Dugaan]:
    if b.nilai and nilai.memuat(-b.nilai):
        yield Dugaan("tanda")


def _pemisah(_r: Register, _m: Mapping[Butir, list[Relasi]], b: Butir, nilai: Interval) -> Iterator[Dugaan]:
    """The separator in another place; where digits were lost by it, those that are left agree."""
    if not b.nilai or b.cetak is None:
        return
    cetak = Interval.titik(b.nilai) if len(_digit(b.nilai, b.desimal).lstrip("0")) < ANGKA_TERPENDEK else b.cetak
    for geser in (10, 100, 1000, Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000)):
        if nilai.bertemu(Interval(cetak.bawah * geser, cetak.atas * geser)):
            yield Dugaan("pemisah")


def _fakta_lain(reg: Register, _m: Mapping[Butir, list[Relasi]], b: Butir, _n: Interval) -> Iterator[Dugaan]:
    """Another fact of the same subject: the target for the realisation, another year, before revision."""
    if b.kunci is None:
        return
    for k, cetakan in reg.fakta.items():
        if k.subjek != b.kunci.subjek or k == b.kunci:
            continue
        lain = next((c for c in cetakan if c is not b and _tercetak(c, b)), None)
        if lain is None:
            continue
        dari = lain.tempat
        if b.kunci.peran == "realisasi" and k.peran.startswith("target") and k.periode == b.kunci.periode:
            yield Dugaan("target", {"dari": dari})
        elif k.peran == b.kunci.peran and k.periode is not None:
            yield Dugaan("tahun_lain", {"tahun": str(k.periode), "dari": dari})
        elif {b.kunci.peran, k.peran} == {"pagu", "pagu_murni"}:
            yield Dugaan("sebelum_perubahan", {"dari": dari})


def _tercetak(c: Butir, b: Butir) -> bool:
    """Whether `b` prints the value of `c`, or that value rounded to two digits at least."""
    if c.nilai is None or b.nilai is None:
        return False
    dua_digit = abs(b.nilai) >= 20 * b.setengah
    return c.nilai == b.nilai or (dua_digit and c.setengah < b.setengah and abs(c.nilai - b.nilai) <= b.setengah)


def _jumlah(_r: Register, relasi: Mapping[Butir, list[Relasi]], b: Butir, nilai: Interval) -> Iterator[Dugaan]:
    """A part left out of a sum, or added twice."""
    for jenis, x in _bagian(relasi, b, nilai):
        yield Dugaan(jenis, {"dari": x.nama})


def _bagian(relasi: Mapping[Butir, list[Relasi]], b: Butir, nilai: Interval) -> Iterator[tuple[str, Butir]]:
    for r in relasi.get(b, ()):
        if not isinstance(r, Rumusan) or r.jenis != "jumlah" or r.hasil is not b:
            continue
        for x in r.jalur[0].operan:
            if not x.nilai or b.nilai is None:
                continue
            if nilai.memuat(b.nilai + x.nilai):
                yield "tertinggal", x
            if nilai.memuat(b.nilai - x.nilai):
                yield "dobel", x


def _tetangga(reg: Register, _m: Mapping[Butir, list[Relasi]], b: Butir, _n: Interval) -> Iterator[Dugaan]:
    """The value, or its last digits, of the line above or below in the same column."""
    kolom, urut = b.susunan
    if not kolom:
        return
    setempat = [c for c in reg.kolom[kolom] if c is not b]
    dekat = [c for c in setempat if c.susunan[1] < urut][-1:] + [c for c in setempat if c.susunan[1] > urut][:1]
    for c in dekat:
        if c.nilai is not None and c.nilai == b.nilai and c.nilai:
            yield Dugaan("salin", {"dari": c.nama})
    for c in dekat:
        if c.nilai is None or b.nilai is None:
            continue
        x, y = _digit(b.nilai, b.desimal), _digit(c.nilai, b.desimal)
        sama = 0
        while sama < min(len(x), len(y)) and x[-1 - sama] == y[-1 - sama]:
            sama += 1
        ekor = x[len(x) - sama :]
        if sama >= EKOR_TERPENDEK and len(ekor.rstrip("0")) >= EKOR_BERARTI:
            yield Dugaan("ekor", {"dari": c.nama, "ekor": _kelompok(ekor)})


def _sekolom(reg: Register, _m: Mapping[Butir, list[Relasi]], b: Butir, _n: Interval) -> Iterator[Dugaan]:
    """The same value on another line of the column, further away."""
    if not b.susunan[0] or b.nilai is None or len(_digit(b.nilai, b.desimal)) < EKOR_TERPENDEK:
        return
    for c in reg.kolom[b.susunan[0]]:
        if c is not b and c.nilai == b.nilai:
            yield Dugaan("salin", {"dari": c.nama})


def _kelompok(digit: str) -> str:
    kepala = len(digit) % 3
    bagian = [digit[:kepala]] * bool(kepala) + [digit[i : i + 3] for i in range(kepala, len(digit), 3)]
    return ".".join(bagian)


def _rumusan_fakta(reg: Register, relasi: Mapping[Butir, list[Relasi]], b: Butir) -> Iterator[Rumusan]:
    """The formulas of which `b`, or another print of the same fact, is the result."""
    cetakan = [b] if b.kunci is None else [b, *(c for c in reg.fakta.get(b.kunci, ()) if c is not b)]
    for c in cetakan:
        for r in relasi.get(c, ()):
            if isinstance(r, Rumusan) and r.hasil is c:
                yield r


def _operan_lain(reg: Register, relasi: Mapping[Butir, list[Relasi]], b: Butir, _n: Interval) -> Iterator[Dugaan]:
    """The result that follows when one operand is replaced by the target, or by another year's value."""
    for r in _rumusan_fakta(reg, relasi, b):
        for j in r.jalur:
            nilai = {o: o.nilai for o in j.operan}
            for o in j.operan:
                if o.kunci is None or o.peran.nama != "realisasi":
                    continue
                for k, cetakan in reg.fakta.items():
                    if k.subjek != o.kunci.subjek or k == o.kunci or cetakan[0].nilai in {None, o.nilai}:
                        continue
                    ganti = cetakan[0].nilai
                    hasil = j.rumus.hitung({**nilai, o: ganti})  # type: ignore[dict-item] # figures only
                    if hasil is None or not b.cetak or not b.cetak.memuat(hasil):
                        continue
                    if k.peran == "target" and k.periode == o.kunci.periode:
                        yield Dugaan("operan_target", {"nilai": cetakan[0].teks})
                    elif k.peran == o.kunci.peran and k.periode is not None:
                        yield Dugaan("operan_tahun", {"tahun": str(k.periode), "nilai": cetakan[0].teks})


def _rumus_lain(reg: Register, relasi: Mapping[Butir, list[Relasi]], b: Butir, _n: Interval) -> Iterator[Dugaan]:
    """Another variant of the capaian formula, or a cap."""
    if b.peran.nama not in {"capaian", "capaian_akhir"} or b.cetak is None:
        return
    for r in _rumusan_fakta(reg, relasi, b):
        operan = {o.peran.nama.partition("_")[0]: o for o in r.jalur[0].operan}
        t, y = operan.get("target"), operan.get("realisasi")
        if t is None or y is None or t.nilai is None or y.nilai is None:
            continue
        nilai = {"target": t.nilai, "realisasi": y.nilai}
        for baku in daftar_rumus().values():
            if baku.jenis == "capaian" and (hasil := baku.rumus.hitung(nilai)) is not None and b.cetak.memuat(hasil):
                yield Dugaan("rumus_lain", {"rumus": baku.judul})


def _potong(_r: Register, relasi: Mapping[Butir, list[Relasi]], b: Butir, _n: Interval) -> Iterator[Dugaan]:
    """Cut off at the printed decimals instead of rounded."""
    for r in relasi.get(b, ()):
        if not isinstance(r, Rumusan) or r.hasil is not b or b.nilai is None:
            continue
        hasil = r.hitung(r.jalur[0])
        if hasil is not None and 0 < abs(hasil) - abs(b.nilai) < 2 * b.setengah:
            yield Dugaan("potong")


_DETEKTOR: tuple[Callable[[Register, Mapping[Butir, list[Relasi]], Butir, Interval], Iterator[Dugaan]], ...] = (
    _potong,
    _fakta_lain,
    _operan_lain,
    _jumlah,
    _rumus_lain,
    _ketik,
    _tanda,
    _pemisah,
    _tetangga,
    _sekolom,
)
