"""Slips that explain several edits at once: a run of lines shifted, two cells swapped, a line copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.angka.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sakip.dugaan.knots import Edit
    from sakip.fakta.register import Butir, Register
    from sakip.teks.kalimat import Isi

__all__ = ["CommonCause", "group_edits"]


@attrs.frozen(slots=True, eq=False)
class CommonCause:
    """Edits with one cause.

    `satu` is a single figure, `geser` a run of lines, `tukar` two cells, `salin` figures of a line that print what
    the line above or below prints, `pasangan` a numerator and a denominator that together belong to another year.

    Attributes:
        step: for a run: +1 when each value belongs one line further down, -1 one line up.
        targets: for a run: the line to which each printed value belongs; for a copied line: where it was copied from.
        isi: for a pair: the year and the value it belongs to.
    """

    jenis: str
    edits: tuple[Edit, ...]
    step: int = 0
    targets: tuple[Butir, ...] = ()
    isi: Mapping[str, str] = attrs.field(factory=dict)


def group_edits(reg: Register, edits: Iterable[Edit]) -> list[CommonCause]:
    """Group edits by their common cause, in the order of the report."""
    left = {s.butir: s for s in edits}
    found: list[CommonCause] = []
    for column in dict.fromkeys(b.susunan[0] for b in left if b.susunan[0] and b.nilai is not None):
        lines = reg.kolom[column]
        due = [_due(b, left) for b in lines]
        for step in (1, -1):
            for run in _shifts(lines, due, left, step):
                if len(run) == 2 and _swap(*(left[b] for b in run)):
                    continue  # each prints what the other should: no third line is needed to explain it
                targets = tuple(lines[lines.index(b) + step] for b in run)
                found.append(CommonCause("geser", tuple(left.pop(b) for b in run), step, targets))
    for a, b in _swaps(list(left.values())):
        if a.butir in left and b.butir in left:
            found.append(CommonCause("tukar", (left.pop(a.butir), left.pop(b.butir))))
    for copies, originals in _copies(reg, list(left)):
        found.append(CommonCause("salin", tuple(left.pop(b) for b in copies), targets=tuple(originals)))
    for a, b, isi in _number_pairs(reg, list(left.values())):
        found.append(CommonCause("pasangan", (left.pop(a.butir), left.pop(b.butir)), isi=isi))
    found += [CommonCause("satu", (s,)) for s in left.values()]
    return sorted(found, key=lambda g: g.edits[0].butir.urut)


def _due(b: Butir, edits: dict[Butir, Edit]) -> Interval | None:
    """What a line should print: as far as it was rounded, an interval."""
    s = edits.get(b)
    if s is None:
        return None if b.nilai is None else Interval.titik(b.nilai)
    return s.nilai if isinstance(s.nilai, Interval) else None


def _shifts(
    lines: list[Butir], due: list[Interval | None], edits: dict[Butir, Edit], step: int
) -> Iterator[list[Butir]]:
    """Maximal runs of edited lines whose printed values are due `step` lines further."""
    run: list[Butir] = []
    for i, b in enumerate(lines):
        j = i + step
        target = due[j] if 0 <= j < len(lines) else None
        if b in edits and b.nilai is not None and target is not None and target.memuat(b.nilai):
            run.append(b)
            continue
        if len(run) > 1:
            yield run
        run = []
    if len(run) > 1:
        yield run


def _swaps(edits: list[Edit]) -> Iterator[tuple[Edit, Edit]]:
    """Pairs of edits in one table or form, each printing what the other should."""
    for i, a in enumerate(edits):
        for b in edits[i + 1 :]:
            if a.butir.wadah != b.butir.wadah or a.butir.peran is not b.butir.peran:
                continue
            if _swap(a, b):
                yield a, b


def _swap(a: Edit, b: Edit) -> bool:
    return _fits(a, b) and _fits(b, a)


def _copies(reg: Register, edits: list[Butir]) -> Iterator[tuple[list[Butir], list[Butir]]]:
    """Two edits or more in one line, each with the print of the same neighbouring line in its column."""
    same: dict[tuple[str, int, int], list[tuple[Butir, Butir]]] = {}
    for b in edits:
        lines = reg.kolom.get(b.susunan[0], [])
        for step in (-1, 1):
            i = lines.index(b) + step if b in lines else -1
            if 0 <= i < len(lines) and b.nilai and lines[i].nilai == b.nilai:
                line = (b.susunan[0].partition("|")[0], b.susunan[1], step)
                same.setdefault(line, []).append((b, lines[i]))
    done: set[Butir] = set()
    for pairs in same.values():
        fresh = [(b, c) for b, c in pairs if b not in done]
        if len(fresh) > 1 and len({c.susunan[1] for _, c in fresh}) == 1:
            done |= {b for b, _ in fresh}
            yield [b for b, _ in fresh], [c for _, c in fresh]


def _fits(a: Edit, b: Edit) -> bool:
    return isinstance(b.nilai, Interval) and a.butir.nilai is not None and b.nilai.memuat(a.butir.nilai)


def _number_pairs(reg: Register, edits: list[Edit]) -> Iterator[tuple[Edit, Edit, dict[str, Isi]]]:
    """A printed numerator and denominator whose ratio is the realisation of another year."""
    denominators = {s.butir.kunci: s for s in edits if s.butir.kunci is not None and s.butir.peran.nama == "penyebut"}
    for a in edits:
        k = a.butir.kunci
        b = denominators.get(k._replace(peran="penyebut")) if k is not None and k.peran == "pembilang" else None
        if k is None or b is None or not a.butir.nilai or not b.butir.nilai:
            continue
        ratio = 100 * a.butir.nilai / b.butir.nilai
        for other, prints in reg.fakta.items():
            c = prints[0]
            alike = other.subjek == k.subjek and other.peran == "realisasi" and other.periode != k.periode
            if alike and c.cetak is not None and c.cetak.memuat(ratio):
                yield a, b, {"tahun": str(other.periode), "hasil": c.teks, "dari": c.tempat}
                break
