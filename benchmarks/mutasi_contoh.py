"""The real report mutated: every numeric cell of it changed by one digit, one at a time.

    python benchmarks/mutasi_contoh.py

A change is noticed when a finding names the cell that was not there before, or that says something else than
before. The survivors are listed by their role, with what is known of them: how many relations the figure stands
in, and whether it was under a finding already. Nothing is written.

Figures of tables, forms and calculations are counted apart from the figures of the prose, from the numbers of
lines and columns, and from budget codes, for which any new finding in the line counts.
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
from typing import TYPE_CHECKING, cast

import attrs
from tabulate import tabulate

from sakip import baca, reviu
from sakip.errors import AngkaError
from sakip.fakta import susun
from sakip.pengujian.jaringan import jaringan
from sakip.pengujian.letak import digit, ganti, ganti_digit, tulis_ulang
from sakip.tulis.words.kamus import pesan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.register import Butir
    from sakip.model.laporan import Laporan
    from sakip.model.sel import Sel
    from sakip.pengujian.jaringan import Jaringan
    from sakip.tinjauan.engine import Reviu

CONTOH = Path(__file__).resolve().parents[1] / "examples" / "semarang_diskopum_2025"

Hasil = tuple[str, str, str, str, str, str]
"""Group, role, place, print, changed print; why it was not noticed, or nothing."""

POKOK = "tabel, formulir, hitungan"
"""The group of the figures that a review is about."""


def kenali(r: Reviu) -> dict[Lokasi, set[tuple[str, ...]]]:
    """For each place, the findings that name it and what they say."""
    hasil: dict[Lokasi, set[tuple[str, ...]]] = {}
    for t in r.temuan:
        kata = (t.kode, t.id, t.seharusnya, pesan(t))
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
            if sel.angka is None or (baru.angka is not None and baru.angka.nilai != sel.angka.nilai):
                return baru
    return None


@attrs.frozen(kw_only=True)
class Sasaran:
    """A cell to change.

    Attributes:
        kelompok: what is counted together.
        tempat: in words.
        sekitar: the cells in one of which a new finding counts.
        hubungan: how many relations it stands in.
    """

    kelompok: str
    peran: str
    tempat: str
    sel: Sel
    sekitar: tuple[Lokasi, ...]
    hubungan: int = 0


def sasaran(laporan: Laporan) -> list[Sasaran]:
    """Every numeric cell."""
    j = jaringan(laporan)
    return [*(_angka(b, j) for b in susun(laporan).butir if b.sel is not None and _dihitung(b)), *_nomor(laporan)]


def _dihitung(b: Butir) -> bool:
    return b.peran.nama != "nomor" and b.sel is not None and b.sel.angka is not None


def _angka(b: Butir, j: Jaringan) -> Sasaran:
    return Sasaran(
        kelompok=POKOK if b.media != "narasi" else "narasi",
        peran=f"{b.media} {b.peran.nama}" if b.media != "narasi" else b.peran.nama,
        tempat=pesan(b.tempat),
        sel=cast("Sel", b.sel),
        sekitar=(b.lokasi,),
        hubungan=len(j.milik(b)),
    )


def _nomor(laporan: Laporan) -> Iterator[Sasaran]:
    """Numbers of columns and lines, and budget codes, which tables keep as texts."""
    for t in laporan.tabel:
        for b in t.baris:
            for k, s in zip(t.kolom, b.sel, strict=True):
                kode = k.peran.nama == "kode"
                if not digit(s.teks) or not (
                    b.jenis == "nomor" or (k.peran.nama in {"no", "kode"} and b.jenis != "judul")
                ):
                    continue
                yield Sasaran(
                    kelompok="kode" if kode and b.jenis != "nomor" else "nomor",
                    peran=f"{b.jenis} {k.peran.nama}" if b.jenis != "nomor" else "nomor kolom",
                    tempat=f"{t.sebutan}, {s.teks}",
                    sel=s,
                    sekitar=tuple(x.lokasi for x in b.sel) if kode else (s.lokasi,),
                )


def kerjakan(bagian: tuple[str, int, int, int]) -> list[Hasil]:
    """Mutate every n-th figure and review the report."""
    sumber, mulai, langkah, benih = bagian
    laporan = baca(sumber)
    dasar = kenali(reviu(laporan))
    hasil: list[Hasil] = []
    for ke, x in list(enumerate(sasaran(laporan)))[mulai::langkah]:
        baru = mutasi(x.sel, Random(benih * 100003 + ke))  # noqa: S311 - not a secret
        if baru is None:
            continue
        kini = kenali(reviu(ganti(laporan, {id(x.sel): baru})))
        terlihat = any(kini.get(di, set()) - dasar.get(di, set()) for di in x.sekitar)
        dulu = any(di in dasar for di in x.sekitar)
        hasil.append((x.kelompok, x.peran, x.tempat, x.sel.teks, baru.teks, "" if terlihat else _alasan(x, dulu)))
    return hasil


def _alasan(x: Sasaran, dulu: bool) -> str:
    if dulu:
        return "sudah disebut sebuah temuan, yang tetap atau hilang"
    if x.hubungan == 0:
        return "tidak ada hubungan yang memuatnya"
    return f"{x.hubungan} hubungan, tetap dapat terpenuhi"


def _bagian(semua: int, terlihat: int) -> list[str]:
    return [str(semua), str(terlihat), f"{100 * terlihat / max(1, semua):.2f}"]


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
    lihat = Counter((h[0], h[1]) for h in semua if not h[5])
    baris = [[*k, *_bagian(n[k], lihat[k])] for k in sorted(n)]
    for kelompok in sorted({k for k, _ in n}):
        jumlah = (sum(v for (k, _), v in c.items() if k == kelompok) for c in (n, lihat))
        baris += [[kelompok, "semua", *_bagian(*jumlah)]]
    baris += [["semua", "", *_bagian(n.total(), lihat.total())]]
    tulis = tabulate(baris, ("kelompok", "peran", "diubah", "terlihat", "%"), "github", disable_numparse=True)
    luput = [h for h in sorted(semua) if h[5]]
    kepala = ("kelompok", "peran", "tempat", "tercetak", "diubah menjadi", "mengapa")
    sys.stdout.write(f"{tulis}\n\n{len(luput)} luput:\n\n{tabulate(luput, kepala, disable_numparse=True)}\n")
    sys.stderr.write(f"{time.perf_counter() - mulai:.0f} s\n")


if __name__ == "__main__":
    main()
