"""Which readings a report bears out: a relation that fails on most of its lines accuses the reading, not figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.fakta.rumpun import rumpun
from sakip.model.timbangan import Bobot, terbaik
from sakip.relasi import BERLAKU, DIBATASI, KASAR, RUMUS_LAIN, Putusan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sakip.fakta.register import Butir
    from sakip.relasi import Bacaan, Evaluasi, Relasi

__all__ = ["DoubtedReading", "weigh_readings"]


@attrs.frozen(slots=True, eq=False)
class DoubtedReading:
    """A reading that its table does not bear out.

    Attributes:
        bacaan: the reading.
        failed: the relations that fail under it.
        holding: how many hold.
        every: all relations that rest on it, in the order of the report.
    """

    bacaan: Bacaan
    failed: tuple[Relasi, ...]
    holding: int
    every: tuple[Relasi, ...]


def weigh_readings(
    outcomes: Mapping[Relasi, Evaluasi], joint_of: Callable[[list[Relasi]], Mapping[Butir, frozenset[Butir]]]
) -> tuple[set[Relasi], list[DoubtedReading]]:
    """Weigh every reading by the relations that rest on it.

    Args:
        outcomes: the relations, evaluated.
        joint_of: for relations that fail, the figures that one slip may have spoiled together: lines that a swap or a
            shift explains are one cause.

    Returns:
        The relations of readings that another reading of the same thing beats, which nobody states any more; and the
        readings that are in doubt.
    """
    by_reading: dict[tuple[object, ...], dict[str, list[Relasi]]] = {}
    for r in outcomes:
        if r.bacaan is not None:
            by_reading.setdefault(r.bacaan.kunci, {}).setdefault(r.bacaan.pilihan, []).append(r)
    beaten: set[Relasi] = set()
    doubted: list[DoubtedReading] = []
    for choices in by_reading.values():
        weights = {p: _weight(rs, outcomes) for p, rs in choices.items()}
        best = terbaik(choices, weights.__getitem__)
        if best is None:
            continue
        beaten.update(r for p, rs in choices.items() if p != best for r in rs)
        x = _doubt(choices[best], weights[best], outcomes, joint_of)
        if x is not None:
            doubted.append(x)
    return beaten, doubted


def _weight(relations: list[Relasi], outcomes: Mapping[Relasi, Evaluasi]) -> Bobot:
    """The lines that hold and that fail under a reading. A way that nothing states speaks for no reading."""
    failed = sum(_against(outcomes[r]) for r in relations)
    holding = sum(outcomes[r].putusan in BERLAKU or outcomes[r].jalur in {DIBATASI, RUMUS_LAIN} for r in relations)
    return Bobot(holding, failed, _reading(relations).biaya)


def _doubt(
    relations: list[Relasi],
    weights: Bobot,
    outcomes: Mapping[Relasi, Evaluasi],
    joint_of: Callable[[list[Relasi]], Mapping[Butir, frozenset[Butir]]],
) -> DoubtedReading | None:
    basis = _reading(relations).dasar
    if weights.didukung(basis):
        return None
    failed = tuple(r for r in relations if _against(outcomes[r]))
    if len(failed) > 1 and weights.didukung_sebab(basis, _slips(failed, joint_of(list(failed)))):
        return None
    return DoubtedReading(_reading(relations), failed, weights.sesuai, tuple(relations))


def _slips(failed: tuple[Relasi, ...], joint: Mapping[Butir, frozenset[Butir]]) -> int:
    """How many slips the failing lines are, where one slip may have spoiled several."""
    own: dict[Butir, list[Relasi]] = {}
    for r in failed:
        for b in r.butir:
            own.setdefault(b, []).append(r)
    return len(rumpun(failed, lambda r: [x for b in r.butir for c in joint.get(b, ()) for x in own.get(c, ())]))


def _against(e: Evaluasi) -> bool:
    """Whether a line speaks against the reading: it fails, or holds only in a way that nothing states."""
    return e.putusan is Putusan.TIDAK_SESUAI or e.jalur == KASAR


def _reading(relations: list[Relasi]) -> Bacaan:
    bacaan = relations[0].bacaan
    if bacaan is None:
        raise ValueError("relasi tanpa bacaan")
    return bacaan
