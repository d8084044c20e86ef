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

__all__ = ["Ragu", "timbang_bacaan"]


@attrs.frozen(slots=True, eq=False)
class Ragu:
    """A reading that its table does not bear out.

    Attributes:
        bacaan: the reading.
        gagal: the relations that fail under it.
        sesuai: how many hold.
        semua: all relations that rest on it, in the order of the report.
    """

    bacaan: Bacaan
    gagal: tuple[Relasi, ...]
    sesuai: int
    semua: tuple[Relasi, ...]


def timbang_bacaan(
    hasil: Mapping[Relasi, Evaluasi], sejodoh: Callable[[list[Relasi]], Mapping[Butir, frozenset[Butir]]]
) -> tuple[set[Relasi], list[Ragu]]:
    """Weigh every reading by the relations that rest on it.

    Args:
        hasil: the relations, evaluated.
        sejodoh: for relations that fail, the figures that one slip may have spoiled together: lines that a swap or a
            shift explains are one cause.

    Returns:
        The relations of readings that another reading of the same thing beats, which nobody states any more; and the
        readings that are in doubt.
    """
    menurut: dict[tuple[object, ...], dict[str, list[Relasi]]] = {}
    for r in hasil:
        if r.bacaan is not None:
            menurut.setdefault(r.bacaan.kunci, {}).setdefault(r.bacaan.pilihan, []).append(r)
    kalah: set[Relasi] = set()
    ragu: list[Ragu] = []
    for pilihan in menurut.values():
        bobot = {p: _bobot(rs, hasil) for p, rs in pilihan.items()}
        menang = terbaik(pilihan, bobot.__getitem__)
        if menang is None:
            continue
        kalah.update(r for p, rs in pilihan.items() if p != menang for r in rs)
        x = _timbang(pilihan[menang], bobot[menang], hasil, sejodoh)
        if x is not None:
            ragu.append(x)
    return kalah, ragu


def _bobot(relasi: list[Relasi], hasil: Mapping[Relasi, Evaluasi]) -> Bobot:
    """The lines that hold and that fail under a reading. A way that nothing states speaks for no reading."""
    gagal = sum(_melawan(hasil[r]) for r in relasi)
    sesuai = sum(hasil[r].putusan in BERLAKU or hasil[r].jalur in {DIBATASI, RUMUS_LAIN} for r in relasi)
    return Bobot(sesuai, gagal, _bacaan(relasi).biaya)


def _timbang(
    relasi: list[Relasi],
    bobot: Bobot,
    hasil: Mapping[Relasi, Evaluasi],
    sejodoh: Callable[[list[Relasi]], Mapping[Butir, frozenset[Butir]]],
) -> Ragu | None:
    dasar = _bacaan(relasi).dasar
    if bobot.didukung(dasar):
        return None
    gagal = tuple(r for r in relasi if _melawan(hasil[r]))
    if len(gagal) > 1 and bobot.didukung_sebab(dasar, _sebab(gagal, sejodoh(list(gagal)))):
        return None
    return Ragu(_bacaan(relasi), gagal, bobot.sesuai, tuple(relasi))


def _sebab(gagal: tuple[Relasi, ...], jodoh: Mapping[Butir, frozenset[Butir]]) -> int:
    """How many slips the failing lines are, where one slip may have spoiled several."""
    milik: dict[Butir, list[Relasi]] = {}
    for r in gagal:
        for b in r.butir:
            milik.setdefault(b, []).append(r)
    return len(rumpun(gagal, lambda r: [x for b in r.butir for c in jodoh.get(b, ()) for x in milik.get(c, ())]))


def _melawan(e: Evaluasi) -> bool:
    """Whether a line speaks against the reading: it fails, or holds only in a way that nothing states."""
    return e.putusan is Putusan.TIDAK_SESUAI or e.jalur == KASAR


def _bacaan(relasi: list[Relasi]) -> Bacaan:
    bacaan = relasi[0].bacaan
    if bacaan is None:
        raise ValueError("relasi tanpa bacaan")
    return bacaan
