"""How one wrong figure probably came about: small detectors, each of one slip."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.angka.angka import bulat
from sakip.angka.interval import Interval
from sakip.dugaan.tuning import SHORTEST_FIGURE, SHORTEST_PART, SHORTEST_TAIL, SHORTEST_TYPO, TAIL_SIGNIFICANT
from sakip.hukum.regulasi import daftar_rumus
from sakip.teks.jarak import jenis_ketik
from sakip.teks.kalimat import kalimat
from sakip.temuan.temuan import Dugaan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sakip.fakta.register import Butir, Register
    from sakip.relasi import Relasi

__all__ = ["explained_by_slip", "guess_slip"]

NOL = Fraction(0)


def guess_slip(
    reg: Register, relations: Mapping[Butir, list[Relasi]], b: Butir, value: Interval | str
) -> tuple[Dugaan, ...]:
    """The likeliest slip that turned `value` into what `b` prints; empty when none fits."""
    if not isinstance(value, Interval) or b.nilai is None:
        return ()
    for detector in _DETECTORS:
        for d in detector(reg, relations, b, value):
            return (d,)
    return ()


def explained_by_slip(reg: Register, relations: Mapping[Butir, list[Relasi]], b: Butir, value: Interval) -> bool:
    """Whether a slip explains the print to the last digit: that speaks for `b` being the wrong figure.

    A separator out of place, a part of its sum left out or added twice, another year's operand. That a figure prints
    what its neighbour or last year's does explains as much, but right figures do so too.
    """
    if any(True for _ in _separator(reg, relations, b, value)):
        return True
    if any(len(_digits(x.nilai or NOL, x.desimal)) >= SHORTEST_PART for _, x in _parts(relations, b, value)):
        return True
    return any(True for _ in _other_operand(reg, relations, b, value))


def _digits(value: Fraction, decimals: int) -> str:
    return "".join(map(str, bulat(abs(value), decimals).as_tuple().digits))


def _typo(_r: Register, _m: Mapping[Butir, list[Relasi]], b: Butir, value: Interval) -> Iterator[Dugaan]:
    old, new = _digits(b.nilai or NOL, b.desimal), _digits(value.tengah, b.desimal)
    if min(len(old), len(new)) < SHORTEST_TYPO:
        return
    jenis = jenis_ketik(old, new)
    if jenis:
        yield Dugaan(jenis)


def _sign(_r: Register, _m: Mapping[Butir, list[Relasi]], b: Butir, value: Interval) -> Iterator[Dugaan]:
    if b.nilai and value.memuat(-b.nilai):
        yield Dugaan("tanda")


def _separator(_r: Register, _m: Mapping[Butir, list[Relasi]], b: Butir, value: Interval) -> Iterator[Dugaan]:
    """The separator in another place; where digits were lost by it, those that are left agree."""
    if not b.nilai or b.cetak is None:
        return
    printed = Interval.titik(b.nilai) if len(_digits(b.nilai, b.desimal).lstrip("0")) < SHORTEST_FIGURE else b.cetak
    for factor in (10, 100, 1000, Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000)):
        if value.bertemu(Interval(printed.bawah * factor, printed.atas * factor)):
            yield Dugaan("pemisah")


def _other_fact(reg: Register, _m: Mapping[Butir, list[Relasi]], b: Butir, _n: Interval) -> Iterator[Dugaan]:
    """Another fact of the same subject: the target for the realisation, another year, before revision."""
    if b.kunci is None:
        return
    for k, prints in reg.fakta.items():
        if k.subjek != b.kunci.subjek or k == b.kunci:
            continue
        other = next((c for c in prints if c is not b and _prints_value(c, b)), None)
        if other is None:
            continue
        source = other.tempat
        if b.kunci.peran == "realisasi" and k.peran.startswith("target") and k.periode == b.kunci.periode:
            yield Dugaan("target", {"dari": source})
        elif k.peran == b.kunci.peran and k.periode is not None:
            yield Dugaan("tahun_lain", {"tahun": str(k.periode), "dari": source})
        elif {b.kunci.peran, k.peran} == {"pagu", "pagu_murni"}:
            yield Dugaan("sebelum_perubahan", {"dari": source})


def _prints_value(c: Butir, b: Butir) -> bool:
    """Whether `b` prints the value of `c`, or that value rounded to two digits at least."""
    if c.nilai is None or b.nilai is None:
        return False
    two_digits = abs(b.nilai) >= 20 * b.setengah
    return c.nilai == b.nilai or (two_digits and c.setengah < b.setengah and abs(c.nilai - b.nilai) <= b.setengah)


def _sum_part(_r: Register, relations: Mapping[Butir, list[Relasi]], b: Butir, value: Interval) -> Iterator[Dugaan]:
    """A part left out of a sum, or added twice."""
    for jenis, x in _parts(relations, b, value):
        yield Dugaan(jenis, {"dari": x.nama})


def _parts(relations: Mapping[Butir, list[Relasi]], b: Butir, value: Interval) -> Iterator[tuple[str, Butir]]:
    for r in relations.get(b, ()):
        for x in r.bagian if r.hasil is b else ():
            if not x.nilai or b.nilai is None:
                continue
            if value.memuat(b.nilai + x.nilai):
                yield "tertinggal", x
            if value.memuat(b.nilai - x.nilai):
                yield "dobel", x


def _neighbour(reg: Register, _m: Mapping[Butir, list[Relasi]], b: Butir, _n: Interval) -> Iterator[Dugaan]:
    """The value, or its last digits, of the line above or below in the same column."""
    column, row = b.susunan
    if not column:
        return
    same_column = [c for c in reg.kolom[column] if c is not b]
    near = [c for c in same_column if c.susunan[1] < row][-1:] + [c for c in same_column if c.susunan[1] > row][:1]
    for c in near:
        if c.nilai is not None and c.nilai == b.nilai and c.nilai:
            yield Dugaan("salin", {"dari": c.nama})
    for c in near:
        if c.nilai is None or b.nilai is None:
            continue
        x, y = _digits(b.nilai, b.desimal), _digits(c.nilai, b.desimal)
        same = 0
        while same < min(len(x), len(y)) and x[-1 - same] == y[-1 - same]:
            same += 1
        tail = x[len(x) - same :]
        if same >= SHORTEST_TAIL and len(tail.rstrip("0")) >= TAIL_SIGNIFICANT:
            yield Dugaan("ekor", {"dari": c.nama, "ekor": _grouped(tail)})


def _same_column(reg: Register, _m: Mapping[Butir, list[Relasi]], b: Butir, _n: Interval) -> Iterator[Dugaan]:
    """The same value on another line of the column, further away."""
    if not b.susunan[0] or b.nilai is None or len(_digits(b.nilai, b.desimal)) < SHORTEST_TAIL:
        return
    for c in reg.kolom[b.susunan[0]]:
        if c is not b and c.nilai == b.nilai:
            yield Dugaan("salin", {"dari": c.nama})


def _grouped(digit: str) -> str:
    head = len(digit) % 3
    groups = [digit[:head]] * bool(head) + [digit[i : i + 3] for i in range(head, len(digit), 3)]
    return ".".join(groups)


def _formulas(reg: Register, relations: Mapping[Butir, list[Relasi]], b: Butir) -> Iterator[Relasi]:
    """The formulas of which `b`, or another print of the same fact, is the result."""
    prints = [b] if b.kunci is None else [b, *(c for c in reg.fakta.get(b.kunci, ()) if c is not b)]
    for c in prints:
        for r in relations.get(c, ()):
            if r.jalur and r.hasil is c:
                yield r


def _other_operand(reg: Register, relations: Mapping[Butir, list[Relasi]], b: Butir, _n: Interval) -> Iterator[Dugaan]:
    """The result that follows when one operand is replaced by the target, or by another year's value."""
    for r in _formulas(reg, relations, b):
        for j in r.jalur:
            value = {o: o.nilai for o in j.operan}
            for o in j.operan:
                if o.kunci is None or o.peran.nama != "realisasi":
                    continue
                for k, prints in reg.fakta.items():
                    if k.subjek != o.kunci.subjek or k == o.kunci or prints[0].nilai in {None, o.nilai}:
                        continue
                    replacement = prints[0].nilai
                    result = j.rumus.hitung({**value, o: replacement})  # type: ignore[dict-item] # figures only
                    if result is None or not b.cetak or not b.cetak.memuat(result):
                        continue
                    if k.peran == "target" and k.periode == o.kunci.periode:
                        yield Dugaan("operan_target", {"nilai": prints[0].teks})
                    elif k.peran == o.kunci.peran and k.periode is not None:
                        yield Dugaan("operan_tahun", {"tahun": str(k.periode), "nilai": prints[0].teks})


def _other_formula(reg: Register, relations: Mapping[Butir, list[Relasi]], b: Butir, _n: Interval) -> Iterator[Dugaan]:
    """Another variant of the capaian formula, or a cap."""
    if b.peran.nama not in {"capaian", "capaian_akhir"} or b.cetak is None:
        return
    for r in _formulas(reg, relations, b):
        operands = {o.peran.nama.partition("_")[0]: o for o in r.jalur[0].operan}
        t, y = operands.get("target"), operands.get("realisasi")
        if t is None or y is None or t.nilai is None or y.nilai is None:
            continue
        value = {"target": t.nilai, "realisasi": y.nilai}
        for name, standard in daftar_rumus().items():
            if (
                standard.jenis == "capaian"
                and (result := standard.rumus.hitung(value)) is not None
                and b.cetak.memuat(result)
            ):
                yield Dugaan("rumus_lain", {"rumus": kalimat(f"rumus.{name}")})


def _cut_off(_r: Register, relations: Mapping[Butir, list[Relasi]], b: Butir, _n: Interval) -> Iterator[Dugaan]:
    """Cut off at the printed decimals instead of rounded."""
    for r in relations.get(b, ()):
        result = r.dihitung if r.hasil is b and b.nilai is not None else None
        if result is not None and b.nilai is not None and 0 < abs(result) - abs(b.nilai) < 2 * b.setengah:
            yield Dugaan("potong")


_DETECTORS: tuple[Callable[[Register, Mapping[Butir, list[Relasi]], Butir, Interval], Iterator[Dugaan]], ...] = (
    _cut_off,
    _other_fact,
    _other_operand,
    _sum_part,
    _other_formula,
    _typo,
    _sign,
    _separator,
    _neighbour,
    _same_column,
)
