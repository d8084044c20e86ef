"""Findings of the search: each knot solved, each cause one finding with its consequences; where none is sure, a tie."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import bulat
from sakip.angka.interval import Interval
from sakip.dugaan.cost import CostModel
from sakip.dugaan.joint_slips import find_joint_slips
from sakip.dugaan.knots import find_knots, split_choices
from sakip.dugaan.localization import ErrorLocalizer
from sakip.dugaan.runs import group_edits
from sakip.dugaan.slips import explained_by_slip, guess_slip
from sakip.dugaan.tuning import MAX_SOLUTIONS, NAMED_SOLUTIONS, SOLUTIONS_SIDE_BY_SIDE
from sakip.relasi import Putusan
from sakip.teks.kalimat import Daftar, kalimat
from sakip.teks.nama import baku
from sakip.temuan.nilai import tulis_nilai, tulis_selisih
from sakip.temuan.temuan import Akibat, Dugaan, Perbaikan
from sakip.tinjauan.case import TRUSTED, ZERO, contrast, money_difference

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sakip.dugaan.knots import Edit, Solution
    from sakip.dugaan.runs import CommonCause
    from sakip.fakta.register import Butir
    from sakip.relasi import Relasi
    from sakip.teks.kalimat import Isi
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.case import Case

__all__ = ["from_knots"]


@attrs.frozen(slots=True, eq=False)
class _Solved:
    """Where the edit of a figure comes from: the knot, its solution, and whether the search was cut short."""

    knot: list[Relasi]
    solution: Solution
    cut_short: bool


def from_knots(case: Case, failed: Sequence[Relasi], largest_knot: int) -> tuple[list[Temuan], set[Butir]]:
    """The findings of relations that edits of figures could mend, and the figures that are blamed.

    Args:
        case: what is to be explained.
        failed: the relations, none of them soft.
        largest_knot: figures up to which a knot is searched to its end.
    """
    findings: list[Temuan] = []
    edits: list[Edit] = []
    solved: dict[Butir, _Solved] = {}
    for knot, solutions, cut_short in _solve(case, failed, largest_knot):
        if not solutions or len(solutions) > MAX_SOLUTIONS:
            findings += (_searched(_as_it_is(case, r), len(solutions), cut_short) for r in knot)
            continue
        for part in split_choices(solutions):
            if len(part) > 1:
                findings.append(_searched(_tie(case, knot, part), len(part), cut_short))
                continue
            solved |= {s.butir: _Solved(knot, part[0], cut_short) for s in part[0].causes}
            edits += part[0].causes
    for cause, copies in _with_copies(group_edits(case.reg, edits)):
        finding = _blamed(case, cause, copies, solved)
        findings.append(_searched(finding, 1, solved[cause.edits[0].butir].cut_short))
    return findings, set(solved)


def _solve(
    case: Case, failed: Sequence[Relasi], largest_knot: int
) -> Iterator[tuple[list[Relasi], list[Solution], bool]]:
    """The knots with their solutions; knots whose solutions touch the same figures are one knot."""
    holds = {r: e.putusan is not Putusan.TIDAK_SESUAI for r, e in case.outcomes.items()}
    weak = frozenset(r for r, e in case.outcomes.items() if e.putusan is Putusan.PEMBULATAN)
    joint = find_joint_slips(case.reg.kolom, failed)
    slipped = partial(explained_by_slip, case.reg, case.relations)
    localizer = ErrorLocalizer(CostModel(case.relations, holds, joint, weak, slipped), largest_knot)
    queue = find_knots(failed, joint.shared())
    while queue:
        done = [(k, localizer.solve(k), localizer.cut_short) for k in queue]
        touched = [{s.butir for x in solutions for s in x.edits} for _, solutions, _ in done]
        groups: list[list[int]] = []
        for i, own in enumerate(touched):
            meeting = [g for g in groups if any(own & touched[j] for j in g)]
            groups = [g for g in groups if g not in meeting] + [[*(j for g in meeting for j in g), i]]
        yield from (done[g[0]] for g in groups if len(g) == 1)
        queue = [[r for j in g for r in done[j][0]] for g in groups if len(g) > 1]


def _searched(t: Temuan, solutions: int, cut_short: bool) -> Temuan:
    """A finding that says how many solutions the search found, and where it was cut short."""
    dugaan = (*t.dugaan, Dugaan("terbatas")) if cut_short else t.dugaan
    return attrs.evolve(t, solusi=solutions, tuntas=not cut_short, dugaan=dugaan)


# -- one figure is to blame, or several that one slip spoiled


def _with_copies(causes: list[CommonCause]) -> list[tuple[CommonCause, list[Edit]]]:
    """Put edits of one fact from one wrong value to one right value together: copies of one error."""
    groups: dict[object, list[CommonCause]] = {}
    for g in causes:
        s = g.edits[0]
        b = s.butir
        same_fact = g.jenis == "satu" and b.kunci is not None
        key: object = (b.kunci, b.nilai, baku(b.label), repr(s.nilai)) if same_fact else id(g)
        groups.setdefault(key, []).append(g)
    ordered = (sorted(g, key=lambda g: TRUSTED.index(g.edits[0].butir.media)) for g in groups.values())
    return [(first, [g.edits[0] for g in others]) for first, *others in ordered]


def _blamed(case: Case, cause: CommonCause, copies: list[Edit], solved: Mapping[Butir, _Solved]) -> Temuan:
    """What is wrong, what it should be, what follows from it and what it shows by."""
    figures = [s.butir for s in cause.edits]
    b = figures[0]
    kode, r = _rule_for(case, b, solved[b].knot)
    if cause.jenis in {"geser", "salin"}:
        kode = Counter(_rule_for(case, x, solved[x].knot)[0] for x in figures).most_common(1)[0][0]
    value = _by_prints(cause.edits[0], r)
    knots = {id(solved[x].knot): solved[x].knot for x in figures}.values()
    mended = [x for knot in knots for x in knot if any(y in figures for y in x.butir)]
    kunci, isi = _message(cause, r, tulis_nilai(b, value), len(mended))
    return case.finding(
        kode,
        kunci,
        isi,
        figures,
        places=figures,
        innocent=True,
        operands=(*figures[1:], *(x for x in r.butir if x not in figures)),
        keparahan=case.gravity(kode, mended or [r]),
        seharusnya=tulis_nilai(b, value),
        selisih=tulis_selisih(b, value),
        uang=max((money_difference(x.butir, x.nilai) for x in cause.edits), default=ZERO),
        bukti=dict.fromkeys(x.uraian for x in mended),
        akibat=(*_consequences(figures, solved), *map(_copied, copies)),
        dugaan=_how(case, cause),
    )


def _rule_for(case: Case, b: Butir, knot: list[Relasi]) -> tuple[str, Relasi]:
    """The rule to report an edit of `b` under, a wanted one, and the failing relation that shows it best."""
    own = [r for r in knot if any(x is b for x in r.butir)]
    result = next((r for r in own if r.hasil is b), None)
    if result is not None:
        kode, r = result.kode, result
    elif (same := next((r for r in own if r.cetakan), None)) is not None:
        kode, r = same.kode_untuk(b), same
    else:
        r = min(own or knot, key=lambda r: (sum(x.wadah != b.wadah for x in r.butir), len(r.butir)))
        kode = r.kode
    if case.selection.berlaku(kode):
        return kode, r
    return next(((x.kode, x) for x in own if case.selection.berlaku(x.kode)), (kode, r))


def _by_prints(s: Edit, r: Relasi) -> Interval | str:
    """What an edit puts in place: of all results that rounded operands can give, the one of the operands as printed."""
    b = s.butir
    if r.hasil is not b or not isinstance(s.nilai, Interval):
        return s.nilai
    possible, exact = r.usul(b, {}), r.dihitung
    if possible is None or exact is None or bulat(possible.tengah, b.desimal) != bulat(s.nilai.tengah, b.desimal):
        return s.nilai
    return Interval.titik(exact)


def _message(cause: CommonCause, r: Relasi, due: Isi, mended: int) -> tuple[str, dict[str, Isi]]:
    s = cause.edits[0]
    b = s.butir
    isi: dict[str, Isi] = {"nama": b.nama, "tertulis": b.teks, "seharusnya": due, "uraian": r.uraian}
    isi["banyak"] = str(mended)
    isi |= {f"seharusnya{i}": tulis_nilai(x.butir, x.nilai) for i, x in enumerate(cause.edits[1:], 2)}
    if cause.jenis in {"geser", "salin"}:
        isi["banyak"] = str(len(cause.edits))
        isi["wadah"] = b.di
        isi["arah"] = kalimat("geser.atas" if cause.step > 0 else "geser.bawah")
        isi["daftar"] = tuple(
            kalimat(
                "geser.sel",
                nama=x.butir.nama,
                tertulis=x.butir.teks,
                milik=target.nama,
                seharusnya=tulis_nilai(x.butir, x.nilai),
            )
            for x, target in zip(cause.edits, cause.targets, strict=True)
        )
        return {"geser": "deret", "salin": "salinan"}[cause.jenis], isi
    if cause.jenis in {"tukar", "pasangan"}:
        t = cause.edits[1]
        isi |= {"nama2": t.butir.nama, "tertulis2": t.butir.teks}
        return cause.jenis, {**isi, **cause.isi}
    kunci, own = r.pesan_butir(b)
    return kunci, isi | own


def _consequences(figures: list[Butir], solved: Mapping[Butir, _Solved]) -> Iterator[Akibat]:
    """What else is wrong because of these figures, and would be right with them."""
    for solution in {id(x): x for x in (solved[b].solution for b in figures)}.values():
        source = {s.butir: s.follows_from for s in solution.edits}
        for s in solution.edits:
            root = s.follows_from
            while root is not None and source.get(root) is not None:
                root = source[root]
            if root in figures:
                due = tulis_nilai(s.butir, s.nilai)
                isi = {"nama": s.butir.nama, "tertulis": s.butir.teks, "seharusnya": due}
                yield Akibat("hitung", isi, s.butir.lokasi)


def _copied(s: Edit) -> Akibat:
    b = s.butir
    isi = {
        "nama": kalimat("nama.bertempat", nama=b.nama, tempat=b.tempat),
        "tertulis": b.teks,
        "seharusnya": tulis_nilai(b, s.nilai),
    }
    return Akibat("salin", isi, b.lokasi)


def _how(case: Case, cause: CommonCause) -> tuple[Dugaan, ...]:
    """How edits with one cause probably came about."""
    if cause.jenis == "geser":
        return (Dugaan("geser", {"arah": kalimat("geser.dari_bawah" if cause.step > 0 else "geser.dari_atas")}),)
    if cause.jenis == "salin":
        return (Dugaan("salin", {"dari": cause.targets[0].nama}),)
    if cause.jenis == "tukar":
        return (Dugaan("tukar_sel"),)
    if cause.jenis == "pasangan":
        return (Dugaan("tahun_lain", cause.isi),)
    s = cause.edits[0]
    return guess_slip(case.reg, case.relations, s.butir, s.nilai)


# -- equally good solutions: all are named, none is blamed


def _tie(case: Case, knot: list[Relasi], solutions: list[Solution]) -> Temuan:
    suspects = {s.butir: s for x in solutions for s in x.causes}
    edited = {s.butir for x in solutions for s in x.edits}
    own = [r for r in knot if not edited.isdisjoint(r.butir)]
    kode, r = _rule_for_tie(case, own, suspects)
    alternatives = tuple(tuple(_remedy(s, own if len(x.edits) == 1 else ()) for s in x.edits) for x in solutions)
    causes = [[p for p in x if not p.ikut] for x in alternatives]
    dugaan = [d for x in solutions for g in group_edits(case.reg, x.causes) for d in _how(case, g)]
    prose = any({s.butir.media for s in x.causes} == {"narasi"} for x in solutions)
    if prose and any(b.media != "narasi" for b in suspects):
        dugaan.append(Dugaan("kalimat"))
    return case.finding(
        kode,
        "setara",
        {
            "uraian": kalimat("relasi.beda", uraian=r.uraian, beda=beda) if (beda := contrast(r)) else r.uraian,
            "banyak": str(len(solutions)),
            "daftar": Daftar(tuple(_together(p.ucapan for p in x) for x in causes), NAMED_SOLUTIONS),
        },
        list(suspects),
        places=suspects,
        innocent=True,
        operands=r.butir,
        keparahan=case.gravity(kode, own),
        tempat=Daftar(tuple(b.di for b in suspects)),
        tertulis=_side_by_side([[p.tertulis for p in x] for x in causes]),
        seharusnya=_side_by_side([[p.seharusnya for p in x] for x in causes]),
        uang=max(money_difference(b, s.nilai) for b, s in suspects.items()),
        bukti=dict.fromkeys(x.uraian for x in own),
        dugaan=dugaan,
        alternatif=alternatives,
    )


def _rule_for_tie(case: Case, knot: list[Relasi], suspects: Collection[Butir]) -> tuple[str, Relasi]:
    """The rule to report several suspects under, and the failing relation that most of them stand in."""
    wanted = case.selection.berlaku
    r = min(
        knot,
        key=lambda r: (
            not wanted(r.kode),
            -sum(b in suspects for b in r.butir),
            r.kode,
            str(r.uraian),
            r.butir[0].teks,
        ),
    )
    least_trusted = sorted((b for b in suspects if b in r.butir), key=lambda b: -TRUSTED.index(b.media))
    return next((k for k in map(r.kode_untuk, least_trusted) if wanted(k)), r.kode), r


def _remedy(s: Edit, own: Iterable[Relasi]) -> Perbaikan:
    """An edit; a result alone is put right by its operands as printed, in the relation that it is the result of."""
    b = s.butir
    value = next((_by_prints(s, r) for r in own if r.hasil is b), s.nilai)
    return Perbaikan(
        nama=b.nama,
        tertulis=b.teks,
        seharusnya=tulis_nilai(b, value),
        tempat=b.tempat,
        lokasi=b.lokasi,
        ikut=s.follows_from is not None,
    )


def _together(texts: Iterable[Isi]) -> Isi:
    return Daftar(tuple(texts), None, "dan", ulang=True)


def _side_by_side(alternatives: list[list[Isi]]) -> Isi:
    """A few alternatives side by side; nothing where there are many."""
    if len(alternatives) > SOLUTIONS_SIDE_BY_SIDE:
        return ""
    return Daftar(tuple(map(_together, alternatives)), None, "tegak", ulang=True)


# -- no solution: the relation itself is the finding


def _as_it_is(case: Case, r: Relasi) -> Temuan:
    """A relation that no small set of edits mends, or too many do."""
    b, value = r.butir[0], r.benar({})
    due = "" if value is None else tulis_nilai(b, value)
    kunci, own = r.pesan()
    return case.finding(
        r.kode,
        kunci,
        {"uraian": r.uraian, "tertulis": b.teks, "judul": case.title(r.kode), **own, "seharusnya": due},
        r.butir,
        identity=(b, *r.pengenal),
        innocent=True,
        operands=r.butir[1:],
        keparahan=case.gravity(r.kode, [r]),
        seharusnya="" if kunci == "relasi" else due,  # the result is not blamed for what its operands give
        selisih="" if value is None else tulis_selisih(b, value),
        uang=ZERO if value is None else money_difference(b, value),
    )
