"""The commands that read and prepare: `sakip baca SUMBER`, `sakip templat BERKAS`."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from sakip.konfigurasi import Konfigurasi
    from sakip.tulis import Opsi

__all__ = ["baca", "templat"]


def baca(p: argparse.Namespace, konfigurasi: Konfigurasi | None, opsi: Opsi) -> int:
    """`sakip baca`: read a source, tell how it was understood, and write its data folder."""
    from sakip.pembaca import baca_rinci
    from sakip.tinjauan.engine import reviu
    from sakip.tulis.folder import tulis_folder
    from sakip.tulis.keluaran import ke_stdout
    from sakip.tulis.pembacaan import tulis_pembacaan

    if p.keluaran is not None:
        _periksa(p.keluaran, p.sumber)
    pembacaan = baca_rinci(p.sumber, kosakata=konfigurasi.kosakata if konfigurasi else None)
    # What a review checks of it: that a figure is recognised does not mean that anything confirms it.
    cakupan = reviu(pembacaan.laporan, konfigurasi=konfigurasi).cakupan
    folder: tuple[str, Sequence[str]] | None = None
    if p.keluaran is not None:
        berkas = tulis_folder(pembacaan.laporan, p.keluaran)
        folder = (p.keluaran, berkas)
    ke_stdout(tulis_pembacaan(pembacaan, cakupan, opsi, tinjau=p.tinjau, folder=folder))
    return 0


def templat(p: argparse.Namespace) -> int:
    """`sakip templat`: write the workbook to fill in."""
    from sakip.tulis.keluaran import ke_stdout
    from sakip.tulis.templat import tulis_templat
    from sakip.tulis.words.kamus import Kamus

    n = tulis_templat(p.berkas, timpa=p.timpa, bahasa=p.bahasa)
    ke_stdout([Kamus(p.bahasa)("baca.templat.ditulis", berkas=p.berkas, n=n) + "\n"])
    return 0


def _periksa(tujuan: str, sumber: str) -> None:
    """Refuse a folder that cannot be written, or lies in what is read, before any work is done."""
    from sakip.tulis.folder import periksa_folder
    from sakip.tulis.keluaran import KeluaranError

    path = periksa_folder(tujuan)
    with suppress(OSError, ValueError):  # a source that cannot be there is the reader's to name
        asli = Path(os.path.realpath(sumber))
        if sumber.strip() and asli.is_dir() and path.is_relative_to(asli):
            raise KeluaranError("di_dalam_sumber", tujuan=tujuan, sumber=sumber)
