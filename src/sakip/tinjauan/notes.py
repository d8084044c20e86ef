"""Findings that need no search: conditions, lost lines, readings in doubt, and what is noted or asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.angka.interval import Interval
from sakip.dugaan.tuning import ZERO_LINES
from sakip.model.timbangan import Dasar
from sakip.relasi import BERLAKU, DIBATASI, DIPOTONG, KASAR, RUMUS_LAIN
from sakip.teks.kalimat import Daftar, kalimat
from sakip.temuan.nilai import tulis_nilai
from sakip.temuan.temuan import Akibat, Dugaan
from sakip.tinjauan.case import ZERO, contrast

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sakip.dugaan.lost_line import LostLine
    from sakip.dugaan.readings import DoubtedReading
    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi
    from sakip.teks.kalimat import Isi
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.case import Case

__all__ = ["condition", "cut_off_results", "doubted_readings", "lost_line", "soft_relations", "unstated_ways"]

UNSTATED: Mapping[object, tuple[str, str, str]] = {
    DIBATASI: ("wajar_dibatasi", "catatan", "dibatasi"),
    RUMUS_LAIN: ("wajar_rumusnya", "catatan", "rumusnya lain"),
    KASAR: ("wajar_dihitung", "peringatan", "dihitung dari angka yang lebih rinci"),
}
"""Ways that would explain a result innocently, each with its message, how grave it is that nothing states it, and
what stands for it in fingerprints, which never change."""


def condition(case: Case, r: Relasi) -> Temuan:
    """A relation that no edit of a figure could mend."""
    return case.finding(
        r.kode,
        "syarat",
        {"judul": case.title(r.kode), "tertulis": r.tertulis, "seharusnya": r.seharusnya},
        r.butir,
        identity=r.butir or [str(r.tertulis)],
        places=r.butir,
        innocent=True,
        operands=r.butir,
        keparahan=case.gravity(r.kode, [r]),
        tempat=r.butir[0].tempat if r.butir else "",
        tertulis=r.tertulis,
        seharusnya=r.seharusnya,
        bukti=r.rincian,
    )


def lost_line(case: Case, x: LostLine) -> Temuan:
    """Totals that one lost line would explain: one finding, which says what that line printed."""
    r = max(x.sums, key=lambda r: (x.missing[r.butir[0]], -r.butir[0].urut))
    b = r.butir[0]
    return case.finding(
        r.kode,
        "baris_hilang",
        {
            "wadah": b.di,
            "banyak": str(len(x.missing)),
            "daftar": tuple(_printed(t, tulis_nilai(t, Interval.titik(n))) for t, n in x.missing.items()),
        },
        (b, *(t for t in x.missing if t is not b)),
        operands=r.butir[1:],
        selisih=tulis_nilai(b, Interval.titik(x.missing[b])),
        uang=max((n for t, n in x.missing.items() if t.peran.jenis == "rupiah"), default=ZERO),
        bukti=(y.uraian for y in (*x.sums, *x.counts)),
        akibat=(_gone(y.butir[0]) for y in x.counts),
        dugaan=[Dugaan("baris_hilang")],
    )


def _gone(b: Butir) -> Akibat:
    return Akibat("hilang", {"nama": b.nama, "tertulis": b.teks, "tempat": b.tempat}, b.lokasi)


def soft_relations(case: Case, failed: Iterable[Relasi], blamed: Collection[Butir]) -> Iterator[Temuan]:
    """Soft relations that no edit explains: one note a rule and column, with the bases that would fit."""
    groups: dict[tuple[str, str], list[Relasi]] = {}
    for r in failed:
        if r.hasil is not None and not any(b in blamed for b in r.butir):
            groups.setdefault((r.kode, r.hasil.susunan[0]), []).append(r)
    for (kode, _), own in groups.items():
        lines, bases = [], []
        for r in own:
            result, *operands = r.butir
            target = next((o for o in operands if o.peran.pasti), operands[0])
            proposal = r.usul(target, {})
            printed, base = _printed(result, result.teks), _printed(target, target.teks)
            lines.append(kalimat("nama.banding", nama=printed, dasar=base))
            bases.append(_printed(target, tulis_nilai(target, proposal) if proposal is not None else "?"))
        yield case.finding(
            kode,
            "lunak",
            {"banyak": str(len(lines)), "uraian": case.title(kode), "daftar": tuple(lines)},
            [r.butir[0] for r in own],
            operands=(b for r in own for b in r.butir),
            dugaan=[Dugaan("dasar_lain", {"nilai": tuple(bases)})],
        )


def unstated_ways(case: Case) -> Iterator[Temuan]:
    """Results that follow only in a way that the report does not state: each is asked about."""
    for r, e in case.outcomes.items():
        if e.jalur not in UNSTATED or (value := r.dihitung) is None:
            continue
        kunci, keparahan, token = UNSTATED[e.jalur]
        b, due = r.butir[0], tulis_nilai(r.butir[0], Interval.titik(value))
        yield case.finding(
            r.kode,
            kunci,
            {"nama": b.nama, "tertulis": b.teks, "seharusnya": due, "uraian": r.uraian},
            [b],
            identity=(b, token),
            operands=r.butir[1:],
            keparahan=keparahan,
            seharusnya=due,
            bukti=[r.uraian],
        )


def doubted_readings(case: Case) -> Iterator[Temuan]:
    """Readings that their table does not bear out: each is one question, whatever fails under it."""
    a = case.rule_with("bacaan")
    if a is None or case.selection.diabaikan(a.kode):
        return
    for x in case.doubted:
        if zeros := _zero_column(case, x):
            yield _from_zero_column(case, x, zeros)
            continue
        yield case.finding(
            a.kode,
            "bacaan",
            {
                "uraian": x.bacaan.uraian,
                "gagal": str(len(x.failed)),
                "banyak": str(len(x.failed) + x.holding),
                "daftar": Daftar(tuple(_against(r) for r in x.failed)),
            },
            [r.butir[0] for r in x.failed],
            innocent=True,
            operands=(b for r in x.failed for b in r.butir),
        )


def _zero_column(case: Case, x: DoubtedReading) -> list[Butir]:
    """The zeros of a column that prints nothing else and takes part in every relation that fails under a reading.

    No other reading makes another figure of zero: not the reading is wrong then, but the column, or what follows.
    Of targets of zero nobody knows what they give.
    """
    guessed = x.bacaan.dasar is Dasar.DUGAAN
    if len(x.failed) < ZERO_LINES or guessed or not all(r.terhitung for r in x.failed):
        return []
    zeros = [[b for b in r.butir if b.nilai == 0 and not b.peran.target] for r in x.failed]
    shared = set.intersection(*({b.susunan[0] for b in line} for line in zeros))
    column = next((k for k in sorted(shared) if not any(b.nilai for b in case.reg.kolom.get(k, ()))), "")
    return [b for line in zeros for b in line if b.susunan[0] == column] if column else []


def _from_zero_column(case: Case, x: DoubtedReading, zeros: list[Butir]) -> Temuan:
    """A column of zeros against what is reckoned from it: one finding for all of its lines."""
    results = [r.butir[0] for r in x.failed]
    lines = [_against(r) for r in x.failed]
    return case.finding(
        x.failed[0].kode,
        "kolom_nol",
        {"wadah": zeros[0].di, "kolom": zeros[0].kolom, "daftar": Daftar(tuple(lines))},
        results,
        identity=(*zeros, *results),
        places={b.lokasi: b for b in (*results, *zeros)}.values(),
        operands=(b for r in x.failed for b in r.butir),
        bukti=lines,
    )


def cut_off_results(case: Case) -> Iterator[Temuan]:
    """Results that hold only because digits were cut off: one note for all."""
    cut = [r for r, e in case.outcomes.items() if e.alasan == DIPOTONG]
    cut += [r for r in _cut_columns(case) if r not in cut]
    a = case.rule_with("potongan")
    if not cut or a is None or not case.selection.berlaku(a.kode):
        return
    lines = [_cut_off(r) for r in cut]
    results = [r.butir[0] for r in cut]
    yield case.finding(
        a.kode,
        "syarat",
        {"judul": case.title(a.kode), "tertulis": Daftar(tuple(lines)), "seharusnya": kalimat("potongan.dibulatkan")},
        results,
        operands=results,
        seharusnya=kalimat("potongan.bukan_dipotong"),
        bukti=lines,
        dugaan=[Dugaan("potong")],
    )


def _cut_columns(case: Case) -> Iterator[Relasi]:
    """The results of columns in which some are the exact ones cut off, and none is rounded up."""
    by_column: dict[str, list[tuple[Relasi, bool]]] = {}
    for r, e in case.outcomes.items():
        if e.putusan in BERLAKU and r.terhitung and (cut := r.potongan()) is not None:
            by_column.setdefault(r.butir[0].susunan[0], []).append((r, cut))
    for column in by_column.values():
        if all(cut for _, cut in column):
            yield from (r for r, _ in column)


def _cut_off(r: Relasi) -> Isi:
    """A result that was cut off, and what rounding gives."""
    b, exact = r.butir[0], r.tepat_terpotong()
    if exact is None:
        return _printed(b, b.teks)
    return kalimat("potongan.angka", nama=b.nama, teks=b.teks, bulat=tulis_nilai(b, Interval.titik(exact)))


def _against(r: Relasi) -> Isi:
    """The result of a relation that fails, beside what its operands give."""
    b = r.butir[0]
    return _printed(b, contrast(r) or b.teks)


def _printed(b: Butir, text: Isi) -> Isi:
    return kalimat("nama.tertulis", nama=b.nama, teks=text)
