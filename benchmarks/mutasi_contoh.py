"""The real report mutated: every figure of its tables, forms and calculations changed by one digit, one at a time.

    python benchmarks/mutasi_contoh.py

A change is noticed when a finding names the cell that was not there before, or that says something else than
before. The survivors are listed by their role, with what is known of them. Nothing is written.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tabulate import tabulate

from sakip import baca, reviu
from sakip.errors import AngkaError
from sakip.fakta import susun
from sakip.pengujian.jaringan import jaringan
from sakip.pengujian.letak import digit, ganti, ganti_digit, tulis_ulang

if TYPE_CHECKING:
    from sakip.fakta.register import Butir
    from sakip.lokasi import Lokasi
    from sakip.mesin import Reviu
    from sakip.model.laporan import Laporan
    from sakip.model.sel import Sel

CONTOH = Path(__file__).resolve().parents[1] / "examples" / "semarang_diskopum_2025"

Hasil = tuple[str, str, str, str, str, str]
"""Medium, role, place, print, changed print, outcome."""


def kenali(r: Reviu) -> dict[Lokasi, set[tuple[str, ...]]]:
    """For each place, the findings that name it and what they say."""
    hasil: dict[Lokasi, set[tuple[str, ...]]] = {}
    for t in r.temuan:
        kata = (t.kode, t.id, t.seharusnya, t.pesan())
        for lokasi in (*t.lokasi, *(o.lokasi for o in t.operan), *(a.lokasi for a in t.akibat)):
            hasil.setdefault(lokasi, set()).add(kata)
    return hasil


def mutasi(sel: Sel, acak: Random) -> Sel | None:
    """The cell with one digit changed; None when no change of a digit leaves a figure."""
    posisi = digit(sel.teks)
    for i in acak.sample(posisi, len(posisi)):
        for d in acak.sample("0123456789", 10):
            if d == sel.teks[i] or (i == posisi[0] and d == "0" and len(posisi) > 1):
                continue
            try:
                baru = tulis_ulang(sel, ganti_digit(sel.teks, {i: d}))
            except AngkaError:
                continue
            if baru.angka is not None and sel.angka is not None and baru.angka.nilai != sel.angka.nilai:
                return baru
    return None


def sasaran(laporan: Laporan) -> list[Butir]:
    """Every printed figure outside the prose; the numbers of lines and columns apart."""
    return [
        b
        for b in susun(laporan).butir
        if b.media != "narasi" and b.peran.nama != "nomor" and b.sel is not None and b.sel.angka is not None
    ]


def kerjakan(bagian: tuple[str, int, int, int]) -> list[Hasil]:
    """Mutate every n-th figure and review the report."""
    sumber, mulai, langkah, benih = bagian
    laporan = baca(sumber)
    dasar = kenali(reviu(laporan))
    j = jaringan(laporan)
    hasil: list[Hasil] = []
    for ke, b in list(enumerate(sasaran(laporan)))[mulai::langkah]:
        baru = None if b.sel is None else mutasi(b.sel, Random(benih * 100003 + ke))  # noqa: S311 - not a secret
        if baru is None:
            continue
        r = reviu(ganti(laporan, {id(b.sel): baru}))
        terlihat = bool(kenali(r).get(b.lokasi, set()) - dasar.get(b.lokasi, set()))
        keadaan = "terlihat" if terlihat else _alasan(len(j.milik(b)))
        hasil.append((b.media, b.peran.nama, b.tempat, b.teks, baru.teks, keadaan))
    return hasil


def _alasan(hubungan: int) -> str:
    if hubungan == 0:
        return "tidak ada hubungan yang memuatnya"
    return f"{hubungan} hubungan, tetap dapat terpenuhi atau sudah gagal sebelumnya"


def main() -> None:
    """Run."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("sumber", nargs="?", default=str(CONTOH), help="a data folder; the example when left out")
    p.add_argument("--benih", type=int, default=1, help="which digit becomes which")
    p.add_argument("--pekerja", type=int, default=os.cpu_count() or 1, help="processes")
    pilihan = p.parse_args()
    mulai = time.perf_counter()
    kerja = [(pilihan.sumber, i, pilihan.pekerja * 8, pilihan.benih) for i in range(pilihan.pekerja * 8)]
    with ProcessPoolExecutor(pilihan.pekerja) as kolam:
        semua = [h for bagian in kolam.map(kerjakan, kerja) for h in bagian]
    n = Counter((h[0], h[1]) for h in semua)
    lihat = Counter((h[0], h[1]) for h in semua if h[5] == "terlihat")
    baris = [[*k, n[k], lihat[k], f"{100 * lihat[k] / n[k]:.1f}"] for k in sorted(n)]
    jumlah = sum(lihat.values())
    baris.append(["semua", "", len(semua), jumlah, f"{100 * jumlah / max(1, len(semua)):.2f}"])
    tulis = tabulate(baris, ("media", "peran", "diubah", "terlihat", "%"), "github", disable_numparse=True)
    luput = [h for h in sorted(semua) if h[5] != "terlihat"]
    daftar = tabulate(
        luput, ("media", "peran", "tempat", "tercetak", "diubah menjadi", "mengapa"), disable_numparse=True
    )
    sys.stdout.write(f"{tulis}\n\n{len(luput)} luput:\n\n{daftar}\n")
    sys.stderr.write(f"{time.perf_counter() - mulai:.0f} s\n")


if __name__ == "__main__":
    main()
