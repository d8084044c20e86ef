"""What a reader could not read, made known: in the `Pembacaan`, and to whoever asked only for the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.model.laporan import Laporan
    from sakip.pembaca.hasil import Catatan, Pembacaan

__all__ = ["bubuhkan", "umumkan"]


def bubuhkan(pembacaan: Pembacaan, catatan: Sequence[Catatan]) -> Pembacaan:
    """A reading with the remarks of the reader of the format before those on the content."""
    return attrs.evolve(pembacaan, catatan=(*catatan, *pembacaan.catatan)) if catatan else pembacaan


def umumkan(pembacaan: Pembacaan, catatan: Sequence[Catatan], sebutan: str) -> Laporan:
    """The report alone; remarks go to the log `sakip`, which without any setup is standard error."""
    if catatan:
        import logging

        log = logging.getLogger("sakip")
        for c in catatan:
            tempat = f"{sebutan}: {c.lokasi.sel}" if c.lokasi.sel else sebutan
            log.warning("%s", "".join(h if h.isprintable() else "?" for h in f"{tempat}: {c.pesan}"))
    return pembacaan.laporan
