"""What the commands share: the configuration, the sources, where output goes, what is said on standard error."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from sakip.errors import PilihanError, SakipError, SumberError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from sakip.errors import Masalah
    from sakip.konfigurasi import Konfigurasi
    from sakip.model.laporan import Laporan
    from sakip.tinjauan.engine import Reviu
    from sakip.tinjauan.selection import Pilihan
    from sakip.tulis import Opsi, Potongan

BERSIH, ADA_TEMUAN, GAGAL = 0, 1, 2
"""Exit status: nothing at or above the threshold; findings; the work could not be done."""


class PemakaianError(SakipError):
    """A command that cannot be carried out as given."""


def persiapan(p: argparse.Namespace) -> tuple[Konfigurasi | None, Pilihan, str]:
    """The configuration, the rules asked for and the threshold, from both."""
    from sakip.aturan.definisi import KEPARAHAN
    from sakip.tinjauan.engine import aturan_berlaku
    from sakip.tinjauan.selection import Pilihan

    konfigurasi = konfigurasi_pemakai(p)
    ambang = getattr(p, "ambang", None) or (konfigurasi.ambang if konfigurasi else "") or KEPARAHAN[0]
    pilihan = Pilihan(
        (*p.pilih, *(konfigurasi.pilih if konfigurasi else ())),
        (*p.abaikan, *(konfigurasi.abaikan if konfigurasi else ())),
    )
    try:
        pilihan.periksa({a.kode for a in aturan_berlaku(konfigurasi)[0]})
    except PilihanError as e:
        raise PemakaianError(str(e)) from None
    return konfigurasi, pilihan, ambang


def berkas_keluaran(p: argparse.Namespace) -> str | None:
    """The file to write to; None for standard output."""
    return None if p.keluaran in {None, "-"} else str(p.keluaran)


def keluarkan(potongan: Iterable[Potongan], berkas: str | None) -> None:
    from sakip.tulis.keluaran import ke_berkas, ke_stdout

    if berkas is not None:
        ke_berkas(potongan, berkas)
    else:
        ke_stdout(potongan)


def baca_semua(
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


def laporkan_galat(r: Reviu) -> bool:
    """Say which rules failed; whether any did."""
    from sakip.tulis.words.kamus import Kamus

    kamus = Kamus("id", r.lain)
    for g in r.galat:
        lapor(f"{r.laporan.sumber}: aturan {g.kode} gagal: {kamus.ucap(g.pesan)}")
    return bool(r.galat)


def status_reviu(r: Reviu, ambang: str) -> int:
    """What a review means for the exit status. A rule that failed vouches for nothing."""
    from sakip.tinjauan.tanggapan import ReviuBertanggapan

    gagal = laporkan_galat(r)
    n = r.hitung_terbuka() if isinstance(r, ReviuBertanggapan) else r.hitung_keparahan()
    berat = list(n)[: list(n).index(ambang) + 1]
    if any(n[k] for k in berat):
        return ADA_TEMUAN
    return GAGAL if gagal else BERSIH


def opsi_tulis(p: argparse.Namespace, pilihan: Pilihan, berkas: str | None, ambang: str = "kesalahan") -> Opsi:
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


def konfigurasi_pemakai(p: argparse.Namespace) -> Konfigurasi | None:
    """What the user decided; never a file that came with the report, which is not the reviewer's to decide."""
    from pathlib import Path

    from sakip.konfigurasi import baca_konfigurasi, cari_konfigurasi

    if p.konfigurasi is not None:
        return baca_konfigurasi(Path(p.konfigurasi))
    berkas = None if p.tanpa_konfigurasi else cari_konfigurasi(Path())
    if berkas is None:
        return None
    lapor(f"memakai konfigurasi {berkas}")
    return baca_konfigurasi(berkas)


def tutup(argv: Sequence[str] | None) -> None:
    if argv is None:  # only where the process ends: a caller goes on using its output
        from sakip.tulis.keluaran import tutup_stdout

        tutup_stdout()


def lapor_semua(error: SakipError) -> None:
    """An error that says several things: a line each."""
    for pesan in str(error).splitlines():
        lapor(pesan)


def lapor(pesan: str, nama: str = "sakip: ") -> None:
    """A line on standard error, whatever it can show."""
    from sakip.tulis.teks import bersih

    teks = f"{nama}{bersih(pesan)}\n"
    try:
        sys.stderr.write(teks.encode(sys.stderr.encoding or "utf-8", "replace").decode(sys.stderr.encoding or "utf-8"))
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass  # nobody is there to read it; the exit status still tells
