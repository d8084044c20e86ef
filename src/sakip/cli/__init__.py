"""The command line: `sakip reviu SUMBER…`, `sakip massal SUMBER…`, `sakip aturan` and others.

Exit status: 0 nothing at or above `--ambang`; 1 findings; 2 it could not do its work. Never a traceback,
unless `SAKIP_DEBUG=1` asks for it. What a command needs is loaded by the command.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from sakip import __version__
from sakip.cli.arguments import pengurai
from sakip.errors import PilihanError, SakipError, SumberError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

    from sakip.errors import Masalah
    from sakip.konfigurasi import Konfigurasi
    from sakip.model.laporan import Laporan
    from sakip.tinjauan.engine import Reviu
    from sakip.tinjauan.selection import Pilihan
    from sakip.tinjauan.tanggapan import Tanggapan
    from sakip.tulis import Opsi, Potongan

__all__ = ["main"]

BERSIH, ADA_TEMUAN, GAGAL = 0, 1, 2
DIHENTIKAN, PEMBACA_PERGI = 130, 141
"""128 + SIGINT, 128 + SIGPIPE: as the shell would report it."""


class _PemakaianError(SakipError):
    """A command that cannot be carried out as given."""


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
        _tutup(argv)
        return PEMBACA_PERGI
    except KeyboardInterrupt:
        _lapor("dihentikan")
        return DIHENTIKAN
    except SumberError as e:
        for m in e.masalah:
            _lapor(str(m), "")
    except SakipError as e:
        _lapor_semua(e)
        _tutup(argv)
    except Exception as e:  # noqa: BLE001 - the last one to see it: whoever runs the command gets a sentence
        if os.environ.get("SAKIP_DEBUG") == "1":
            import traceback

            traceback.print_exc()
        _lapor(f"galat di dalam sakip sendiri: {type(e).__name__}: {e} (SAKIP_DEBUG=1 menampilkan jejaknya)")
    finally:
        if argv is None:
            gc.freeze()  # the process ends here: no last look for garbage either
        elif sampah:
            gc.enable()
    return GAGAL


def _jalankan(argv: Sequence[str] | None) -> int:
    from sakip.tulis.keluaran import ke_stdout

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
    return perintah[pilihan.perintah](pilihan)


def reviu(p: argparse.Namespace) -> int:
    """`sakip reviu`: read every source, then review and print one after the other."""
    from sakip.cli.kertas import anotasi, periksa
    from sakip.tinjauan.engine import reviu as tinjau
    from sakip.tinjauan.tanggapan import baca_tanggapan, terapkan
    from sakip.tulis import tulis
    from sakip.tulis.keluaran import periksa_tujuan

    konfigurasi, pilihan, ambang = _persiapan(p)
    if p.tanggapan is not None and len(p.sumber) > 1:
        raise _PemakaianError("--tanggapan menjawab satu laporan; sebut satu SUMBER saja")
    berkas = _berkas(p)
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
            status.append(_status(r, ambang))
            for pesan in anotasi(r, p):
                _lapor(pesan)
            yield r

    _tulis(tulis(hasil(_baca(p.sumber, masalah, konfigurasi)), p.format, _opsi(p, pilihan, berkas, ambang)), berkas)
    return max(status)


def tabel(p: argparse.Namespace) -> int:
    """`sakip tabel`: the tables of Bab III as they should be."""
    from sakip.cli.kertas import tabel as jalankan

    return jalankan(p, _konfigurasi(p))


def baca(p: argparse.Namespace) -> int:
    """`sakip baca`: how a source is understood, and its data folder."""
    from sakip.cli.baca import baca as jalankan
    from sakip.tinjauan.selection import Pilihan

    return jalankan(p, _konfigurasi(p), _opsi(p, Pilihan(), None))


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

    konfigurasi, pilihan, ambang = _persiapan(p)
    return jalankan(p, konfigurasi, _opsi(p, pilihan, None, ambang), _lapor)


def aturan(p: argparse.Namespace) -> int:
    """`sakip aturan`: list the rules, those of a family, or explain one."""
    from sakip.aturan import katalog
    from sakip.tinjauan.selection import Pilihan, saran_kode
    from sakip.tulis import aturan as penulis
    from sakip.tulis.keluaran import ke_stdout

    opsi = _opsi(p, Pilihan(), None)
    semua = katalog()
    kode = "" if p.kode is None else p.kode.strip().upper()
    milik = [a for a in semua if a.kode.startswith(kode)]
    if kode in {a.kode for a in semua}:
        ke_stdout(penulis.jelaskan(next(a for a in semua if a.kode == kode), opsi))
    elif milik:
        ke_stdout(penulis.daftar(milik, opsi))
    else:
        raise _PemakaianError(f"tidak ada aturan berkode {p.kode}{saran_kode(kode, [a.kode for a in semua])}")
    return BERSIH


def _persiapan(p: argparse.Namespace) -> tuple[Konfigurasi | None, Pilihan, str]:
    """The configuration, the rules asked for and the threshold, from both."""
    from sakip.aturan.definisi import KEPARAHAN
    from sakip.tinjauan.engine import aturan_berlaku
    from sakip.tinjauan.selection import Pilihan

    konfigurasi = _konfigurasi(p)
    ambang = getattr(p, "ambang", None) or (konfigurasi.ambang if konfigurasi else "") or KEPARAHAN[0]
    pilihan = Pilihan(
        (*p.pilih, *(konfigurasi.pilih if konfigurasi else ())),
        (*p.abaikan, *(konfigurasi.abaikan if konfigurasi else ())),
    )
    try:
        pilihan.periksa({a.kode for a in aturan_berlaku(konfigurasi)[0]})
    except PilihanError as e:
        raise _PemakaianError(str(e)) from None
    return konfigurasi, pilihan, ambang


def _berkas(p: argparse.Namespace) -> str | None:
    """The file to write to; None for standard output."""
    return None if p.keluaran in {None, "-"} else str(p.keluaran)


def _tulis(potongan: Iterable[Potongan], berkas: str | None) -> None:
    from sakip.tulis.keluaran import ke_berkas, ke_stdout

    if berkas is not None:
        ke_berkas(potongan, berkas)
    else:
        ke_stdout(potongan)


def _baca(
    sumber: Sequence[str], masalah: Sequence[Masalah] = (), konfigurasi: Konfigurasi | None = None
) -> list[Laporan]:
    """Every source; when any cannot be read, the problems of all of them, after `masalah`, and nothing else."""
    from sakip.pembaca import baca as baca_sumber

    kosakata = konfigurasi.kosakata if konfigurasi else None
    laporan: list[Laporan] = []
    semua = list(masalah)
    for s in sumber:
        try:
            laporan.append(baca_sumber(s, kosakata=kosakata))
        except SumberError as e:
            semua += e.masalah
    if semua:
        raise SumberError(semua)
    return laporan


def _laporkan_galat(r: Reviu) -> bool:
    """Say which rules failed; whether any did."""
    for g in r.galat:
        _lapor(f"{r.laporan.sumber}: aturan {g.kode} gagal: {g.pesan}")
    return bool(r.galat)


def _status(r: Reviu, ambang: str) -> int:
    """What a review means for the exit status. A rule that failed vouches for nothing."""
    from sakip.tinjauan.tanggapan import ReviuBertanggapan

    galat = _laporkan_galat(r)
    n = r.hitung_terbuka() if isinstance(r, ReviuBertanggapan) else r.hitung_keparahan()
    berat = list(n)[: list(n).index(ambang) + 1]
    if any(n[k] for k in berat):
        return ADA_TEMUAN
    return GAGAL if galat else BERSIH


def _opsi(p: argparse.Namespace, pilihan: Pilihan, berkas: str | None, ambang: str = "kesalahan") -> Opsi:
    from shutil import get_terminal_size

    from sakip.tulis import Opsi

    warna = p.warna == "selalu"
    if p.warna == "auto" and berkas is None and not os.environ.get("NO_COLOR"):
        warna = os.environ.get("TERM") != "dumb" and sys.stdout is not None and sys.stdout.isatty()
    return Opsi(
        bahasa=p.bahasa,
        rinci=getattr(p, "rinci", False),
        lebar=get_terminal_size().columns,
        warna=warna,
        pilihan=pilihan,
        ambang=ambang,
    )


def _konfigurasi(p: argparse.Namespace) -> Konfigurasi | None:
    """What the user decided; never a file that came with the report, which is not the reviewer's to decide."""
    from pathlib import Path

    from sakip.konfigurasi import baca_konfigurasi, cari_konfigurasi

    if p.konfigurasi is not None:
        return baca_konfigurasi(Path(p.konfigurasi))
    berkas = None if p.tanpa_konfigurasi else cari_konfigurasi(Path())
    if berkas is None:
        return None
    _lapor(f"memakai konfigurasi {berkas}")
    return baca_konfigurasi(berkas)


def _tutup(argv: Sequence[str] | None) -> None:
    if argv is None:  # only where the process ends: a caller goes on using its output
        from sakip.tulis.keluaran import tutup_stdout

        tutup_stdout()


def _lapor_semua(galat: SakipError) -> None:
    """An error that says several things: a line each."""
    for pesan in str(galat).splitlines():
        _lapor(pesan)


def _lapor(pesan: str, nama: str = "sakip: ") -> None:
    """A line on standard error, whatever it can show."""
    from sakip.tulis.teks import bersih

    teks = f"{nama}{bersih(pesan)}\n"
    try:
        sys.stderr.write(teks.encode(sys.stderr.encoding or "utf-8", "replace").decode(sys.stderr.encoding or "utf-8"))
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass  # nobody is there to read it; the exit status still tells
