"""The command line: `sakip reviu SUMBER…`, `sakip massal SUMBER…`, `sakip aturan` and others.

Exit status: 0 nothing at or above `--ambang`; 1 findings; 2 it could not do its work. Never a traceback,
unless `SAKIP_DEBUG=1` asks for it. What a command needs is loaded by the command.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from sakip._version import __version__
from sakip.cli.arguments import pengurai
from sakip.cli.common import (
    BERSIH,
    GAGAL,
    PemakaianError,
    baca_semua,
    berkas_keluaran,
    keluarkan,
    konfigurasi_pemakai,
    lapor,
    lapor_semua,
    opsi_tulis,
    persiapan,
    status_reviu,
    tutup,
)
from sakip.errors import SakipError, SumberError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

    from sakip.errors import Masalah
    from sakip.model.laporan import Laporan
    from sakip.tinjauan.engine import Reviu
    from sakip.tinjauan.tanggapan import Tanggapan

__all__ = ["main"]

DIHENTIKAN, PEMBACA_PERGI = 130, 141
"""128 + SIGINT, 128 + SIGPIPE: as the shell would report it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    Args:
        argv: the arguments, without the name of the program; those of the process when left out.
    """
    sampah = gc.isenabled()
    gc.disable()  # a run makes no garbage worth looking for: the report lives until the end
    try:
        return _jalankan(argv)
    except BrokenPipeError:
        tutup(argv)
        return PEMBACA_PERGI
    except KeyboardInterrupt:
        lapor("dihentikan")
        return DIHENTIKAN
    except SumberError as e:
        from sakip.tulis.words.kamus import sebut_masalah

        for m in e.masalah:
            lapor(sebut_masalah(m), "")
    except SakipError as e:
        lapor_semua(e)
        tutup(argv)
    except Exception as e:  # noqa: BLE001 - the last one to see it: whoever runs the command gets a sentence
        if os.environ.get("SAKIP_DEBUG") == "1":
            import traceback

            traceback.print_exc()
        lapor(f"galat di dalam sakip sendiri: {type(e).__name__}: {e} (SAKIP_DEBUG=1 menampilkan jejaknya)")
    finally:
        if argv is None:
            gc.freeze()  # the process ends here: no last look for garbage either
        elif sampah:
            gc.enable()
    return GAGAL


def _jalankan(argv: Sequence[str] | None) -> int:
    from sakip.tulis.keluaran import KeluaranError, ke_stdout

    utama = pengurai()
    try:
        pilihan = utama.parse_args(argv)
    except SystemExit as e:
        ke_stdout([""])  # the help is still in the buffer
        return int(e.code or 0)
    if pilihan.versi:
        from sakip.aturan import VERSI

        ke_stdout([f"sakip {__version__} (aturan {VERSI})\n"])
        return BERSIH
    if pilihan.perintah is None:
        utama.print_help(sys.stderr)
        return GAGAL
    perintah = {
        "reviu": reviu,
        "tabel": tabel,
        "baca": baca,
        "templat": templat,
        "tanggapan": tanggapan,
        "banding": banding,
        "massal": massal,
        "aturan": aturan,
    }
    try:
        return perintah[pilihan.perintah](pilihan)
    except KeluaranError as e:
        e.bahasa = getattr(pilihan, "bahasa", e.bahasa)
        raise


def reviu(p: argparse.Namespace) -> int:
    """`sakip reviu`: read every source, then review and print one after the other."""
    from sakip.cli.kertas import anotasi, periksa
    from sakip.tinjauan.engine import reviu as tinjau
    from sakip.tinjauan.tanggapan import baca_tanggapan, terapkan
    from sakip.tulis import tulis
    from sakip.tulis.keluaran import periksa_tujuan

    konfigurasi, pilihan, ambang = persiapan(p)
    if p.tanggapan is not None and len(p.sumber) > 1:
        raise PemakaianError("--tanggapan menjawab satu laporan; sebut satu SUMBER saja")
    berkas = berkas_keluaran(p)
    periksa(p, berkas)
    if berkas is not None:
        periksa_tujuan(berkas, p.sumber if p.tanggapan is None else (*p.sumber, p.tanggapan))
    masalah: list[Masalah] = []
    jawaban: tuple[Tanggapan, ...] = ()
    if p.tanggapan is not None:
        try:
            jawaban = baca_tanggapan(p.tanggapan)
        except SumberError as e:
            masalah += e.masalah
    status: list[int] = []

    def hasil(semua: Iterable[Laporan]) -> Iterator[Reviu]:
        for laporan in semua:
            r = tinjau(laporan, pilih=p.pilih, abaikan=p.abaikan, konfigurasi=konfigurasi)
            if p.tanggapan is not None:
                r = terapkan(r, jawaban, berkas=p.tanggapan)
            status.append(status_reviu(r, ambang))
            for pesan in anotasi(r, p):
                lapor(pesan)
            yield r

    keluarkan(
        tulis(hasil(baca_semua(p.sumber, masalah, konfigurasi)), p.format, opsi_tulis(p, pilihan, berkas, ambang)),
        berkas,
    )
    return max(status)


def tabel(p: argparse.Namespace) -> int:
    """`sakip tabel`: the tables of Bab III as they should be."""
    from sakip.cli.kertas import tabel as jalankan

    return jalankan(p, konfigurasi_pemakai(p))


def baca(p: argparse.Namespace) -> int:
    """`sakip baca`: how a source is understood, and its data folder."""
    from sakip.cli.baca import baca as jalankan
    from sakip.tinjauan.selection import Pilihan

    return jalankan(p, konfigurasi_pemakai(p), opsi_tulis(p, Pilihan(), None))


def templat(p: argparse.Namespace) -> int:
    """`sakip templat`: a workbook to fill in."""
    from sakip.cli.baca import templat as jalankan

    return jalankan(p)


def tanggapan(p: argparse.Namespace) -> int:
    """`sakip tanggapan`: complete the file of answers; what is in it stays as it is."""
    from sakip.cli.putaran import tanggapan as jalankan

    return jalankan(p)


def banding(p: argparse.Namespace) -> int:
    """`sakip banding`: what became of the findings of a draft."""
    from sakip.cli.putaran import banding as jalankan

    return jalankan(p)


def massal(p: argparse.Namespace) -> int:
    """`sakip massal`: many reports, one result each, and the tables over all of them."""
    from sakip.cli.massal import massal as jalankan

    konfigurasi, pilihan, ambang = persiapan(p)
    return jalankan(p, konfigurasi, opsi_tulis(p, pilihan, None, ambang), lapor)


def aturan(p: argparse.Namespace) -> int:
    """`sakip aturan`: list the rules, those of a family, or explain one."""
    from sakip.tinjauan.engine import aturan_berlaku
    from sakip.tinjauan.selection import Pilihan, saran_kode
    from sakip.tulis import aturan as penulis
    from sakip.tulis.keluaran import ke_stdout

    opsi = opsi_tulis(p, Pilihan(), None)
    semua, _ = aturan_berlaku()
    kode = "" if p.kode is None else p.kode.strip().upper()
    milik = [a for a in semua if a.kode.startswith(kode)]
    if kode in {a.kode for a in semua}:
        ke_stdout(penulis.jelaskan(next(a for a in semua if a.kode == kode), opsi))
    elif milik:
        ke_stdout(penulis.daftar(milik, opsi))
    else:
        raise PemakaianError(f"tidak ada aturan berkode {p.kode}{saran_kode(kode, [a.kode for a in semua])}")
    return BERSIH
