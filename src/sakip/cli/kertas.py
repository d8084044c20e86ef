"""The commands and options that write documents: `sakip tabel`, `--anotasi`, the binary formats."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sakip.errors import SakipError

if TYPE_CHECKING:
    import argparse

    from sakip.konfigurasi import Konfigurasi
    from sakip.tinjauan.engine import Reviu

__all__ = ["anotasi", "periksa", "tabel"]


def periksa(p: argparse.Namespace, berkas: str | None) -> None:
    """See, before any work is done, that a document and an annotated copy can be written as asked.

    Raises:
        SakipError: says why not, and what to do instead.
    """
    from sakip.tulis import BINER

    if p.format in BINER:
        _periksa_biner(p, BINER[p.format])
    if p.anotasi is not None:
        _periksa_anotasi(p, berkas)


def _periksa_biner(p: argparse.Namespace, akhiran: str) -> None:
    """A document goes to no terminal, and holds one report."""
    if p.keluaran is None or (p.keluaran == "-" and sys.stdout is not None and sys.stdout.isatty()):
        raise SakipError(f"--format {p.format} bukan teks; sebut berkasnya dengan -o, misalnya -o hasil{akhiran}")
    if len(p.sumber) != 1:
        raise SakipError(f"--format {p.format} memuat satu laporan; sebut satu SUMBER saja")


def _periksa_anotasi(p: argparse.Namespace, berkas: str | None) -> None:
    """The copy is neither the original nor another output."""
    from sakip.tulis.anotasi import periksa_anotasi

    periksa_anotasi(p.sumber, p.anotasi)
    lain = [x for x in (berkas, p.tanggapan) if x is not None]
    if any(os.path.realpath(x) == os.path.realpath(p.anotasi) for x in lain):
        raise SakipError(f"{p.anotasi}: sudah dipakai oleh -o atau --tanggapan; tulis anotasi ke berkas lain")


def anotasi(r: Reviu, p: argparse.Namespace) -> list[str]:
    """Write the annotated copy, when one is asked for; what there is to say of it."""
    if p.anotasi is None:
        return []
    from sakip.tulis.anotasi import beri_anotasi, catatan
    from sakip.tulis.keluaran import ke_berkas
    from sakip.tulis.words.kamus import Kamus, sebut_lokasi

    isi, sisa = beri_anotasi(r, p.sumber[0], p.bahasa)
    ke_berkas([isi], p.anotasi)
    semua = sum(1 for _ in catatan(r, p.bahasa))
    kamus = Kamus(p.bahasa, r.lain)
    pesan = [kamus("anotasi.ditulis", n=semua - len(sisa), berkas=p.anotasi)]
    if sisa:
        pesan.append(kamus("anotasi.tanpa_tempat", n=len(sisa)))
        pesan += [f"  {c.kode} {sebut_lokasi(c.lokasi, p.bahasa)}: {c.tertulis or c.pesan}" for c in sisa]
    return pesan


def tabel(p: argparse.Namespace, konfigurasi: Konfigurasi | None) -> int:
    """`sakip tabel`: the tables of Bab III as they should be."""
    from sakip.pembaca import baca
    from sakip.tinjauan.engine import reviu as tinjau
    from sakip.tulis.keluaran import ke_berkas, ke_stdout, periksa_tujuan
    from sakip.tulis.tabel import tulis_tabel

    berkas = None if p.keluaran in {None, "-"} else str(p.keluaran)
    if berkas is not None:
        periksa_tujuan(berkas, (p.sumber,))
        with suppress(OSError, ValueError):  # a source that is not there is the reader's to name
            if Path(p.sumber).samefile(berkas):
                raise SakipError(f"{berkas}: ini sumbernya sendiri; tulis ke berkas lain")
    kosakata = getattr(konfigurasi, "kosakata", None)
    laporan = baca(p.sumber, kosakata=kosakata) if kosakata else baca(p.sumber)
    potongan = tulis_tabel(tinjau(laporan, konfigurasi=konfigurasi), berkas, p.bahasa)
    if berkas is None:
        ke_stdout(potongan)
    else:
        ke_berkas(potongan, berkas)
    return 0
