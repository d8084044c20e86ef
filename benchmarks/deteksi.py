"""How well a review finds what is wrong: consistent reports, and the same reports with one fault each.

    python benchmarks/deteksi.py --banyak 10000

Prints three tables: false alarms over the consistent reports; for each kind of fault how many were detected,
blamed at the right place, named among equals where none is blamed, and told with the right cause; and why some
faults cannot be detected or located at all.
The same numbers come out of the same arguments; nothing is written.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

from tabulate import tabulate

from sakip import reviu
from sakip.pengujian import JENIS_GALAT, TakAdaTempat, jaringan, laporan_acak, nilai, ragam, rusak
from sakip.tulis.words.kamus import pesan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sakip.model.laporan import Laporan
    from sakip.pengujian import Kerusakan, Penilaian
    from sakip.tinjauan.engine import Reviu

SEKALI = 25
"""Reports handed to a worker at a time."""

LAMBAT = 10.0
"""Seconds after which a review is named in the output."""

Hitungan = Counter[tuple[str, ...]]
"""Counts by what is counted, the kind of fault, and a detail."""


def kerjakan(benih: Sequence[int]) -> Hitungan:
    """Build the reports of these seeds, review each as it is and with one fault."""
    n: Hitungan = Counter()
    for i in benih:
        laporan = laporan_acak(i)
        r = _reviu(n, i, laporan)
        alarm = [t for t in r.temuan if t.keparahan != "catatan"]
        for t in alarm:
            n["alarm", t.keparahan, t.kode] += 1
            n["contoh", t.kode, "alarm palsu", str(i)] += 1
        n["laporan", "beralarm" if alarm else "bersih"] += 1
        n["galat aturan", "semua"] += len(r.galat)
        k = _rusak(i, laporan)
        if k is not None:
            _catat(n, i, k, nilai(k, _reviu(n, i, k.laporan)))
    return n


def hitung_ragam(benih: Sequence[int]) -> Hitungan:
    """Of what kind the reports of these seeds are."""
    return Counter(("ragam", apa, isi) for i in benih for apa, isi in ragam(laporan_acak(i)).items())


def _rusak(benih: int, laporan: Laporan) -> Kerusakan | None:
    """The kinds take turns; a report without a place for one gets the next."""
    acak = Random(benih)  # noqa: S311 - reports, not secrets
    j = jaringan(laporan)
    for langkah in range(len(JENIS_GALAT)):
        try:
            return rusak(j, JENIS_GALAT[(benih + langkah) % len(JENIS_GALAT)], acak)
        except TakAdaTempat:
            continue
    return None


def _catat(n: Hitungan, benih: int, k: Kerusakan, hasil: Penilaian) -> None:
    n["n", k.jenis] += 1
    if not k.terdeteksi:
        n["tak terdeteksi", k.jenis, k.alasan] += 1
        return
    n["pada prinsipnya", k.jenis] += 1
    n["terdeteksi", k.jenis] += hasil.terdeteksi
    n["tempat", k.jenis] += hasil.tempat
    n["setara", k.jenis] += hasil.setara
    n["terlokasi" if k.terlokasi else "tak terlokasi", k.jenis] += 1
    n["tempat terlokasi", k.jenis] += k.terlokasi and hasil.tempat
    n["setara terlokasi", k.jenis] += k.terlokasi and hasil.setara
    if hasil.sebab is not None:
        n["bersebab", k.jenis] += 1
        n["sebab", k.jenis] += hasil.sebab
    if not hasil.terdeteksi:
        n["contoh", k.jenis, "luput", str(benih)] += 1
    elif not (hasil.tempat or hasil.setara):
        n["contoh", k.jenis, "tidak disebut", str(benih)] += 1
    elif k.terlokasi and not hasil.tempat:
        n["contoh", k.jenis, "setara walau dapat dilokasi", str(benih)] += 1
    elif hasil.sebab is False:
        n["contoh", k.jenis, "salah sebab", str(benih)] += 1


def _reviu(n: Hitungan, benih: int, laporan: Laporan) -> Reviu:
    mulai = time.perf_counter()
    hasil = reviu(laporan)
    if (lama := time.perf_counter() - mulai) > LAMBAT:
        n["lambat", str(benih), f"{lama:.0f} s"] += 1
    return hasil


def potong(benih: Iterable[int]) -> Iterator[list[int]]:
    """Cut into the pieces that workers take."""
    sisa = iter(benih)
    while bagian := list(islice(sisa, SEKALI)):
        yield bagian


def persen(a: int, b: int) -> str:
    """With one decimal, cut off so that 100,0 means all; a dash where there is nothing."""
    return f"{1000 * a // b / 10:.1f}".replace(".", ",") if b else "–"


def baris(n: Hitungan, nama: str, jenis: Sequence[str]) -> list[str]:
    """A line of the table of faults, over one kind or all."""

    def c(apa: str) -> int:
        return sum(n[apa, j] for j in jenis)

    return [
        nama,
        str(c("n")),
        str(c("pada prinsipnya")),
        persen(c("terdeteksi"), c("pada prinsipnya")),
        persen(c("tempat"), c("pada prinsipnya")),
        persen(c("setara"), c("pada prinsipnya")),
        str(c("terlokasi")),
        persen(c("tempat terlokasi"), c("terlokasi")),
        persen(c("setara terlokasi"), c("terlokasi")),
        persen(c("sebab"), c("bersebab")),
    ]


KEPALA = (
    "galat",
    "banyak",
    "dapat dideteksi",
    "terdeteksi %",
    "tempat %",
    "setara %",
    "dapat dilokasi",
    "tempat %",
    "setara %",
    "sebab %",
)


def cetak(n: Hitungan, banyak: int) -> Iterator[str]:
    """The report of the benchmark."""
    yield f"{banyak} laporan konsisten: {n['laporan', 'beralarm']} dengan kesalahan atau peringatan."
    alarm = [[*k[1:], v] for k, v in sorted(n.items()) if k[0] == "alarm"]
    if alarm:
        yield tabulate(alarm, ("keparahan", "kode", "banyak"), "github", disable_numparse=True)
    if n["galat aturan", "semua"]:
        yield f"aturan yang gagal: {n['galat aturan', 'semua']}"
    yield f"\n{sum(n['n', j] for j in JENIS_GALAT)} laporan dengan satu galat:\n"
    isi = [baris(n, j, [j]) for j in JENIS_GALAT if n["n", j]]
    rata = ["left", *["right"] * (len(KEPALA) - 1)]
    yield tabulate([*isi, baris(n, "semua", JENIS_GALAT)], KEPALA, "github", disable_numparse=True, colalign=rata)
    alasan = [[k[1], k[2], v] for k, v in sorted(n.items()) if k[0] == "tak terdeteksi"]
    if alasan:
        yield "\nTidak dapat dideteksi, dan mengapa:\n"
        yield tabulate(alasan, ("galat", "alasan", "banyak"), "github", disable_numparse=True)
    tak = sum(n["tak terlokasi", j] for j in JENIS_GALAT)
    yield f"\nTerdeteksi tetapi tidak dapat dilokasi, karena angka lain sama mungkinnya: {tak}"
    contoh: dict[tuple[str, str], list[str]] = {}
    for k in n:
        if k[0] == "contoh":
            contoh.setdefault((k[1], k[2]), []).append(k[3])
    for (jenis, apa), benih in sorted(contoh.items()):
        yield f"{jenis}, {apa}: benih {', '.join(sorted(benih, key=int)[:12])}"
    for k in n:
        if k[0] == "lambat":
            yield f"lambat: benih {k[1]}, {k[2]}"


def cetak_ragam(n: Hitungan, banyak: int) -> Iterator[str]:
    """How diverse the reports are: for each property its values, with their shares."""
    apa = dict.fromkeys(k[1] for k in n)
    isi = [[a, "; ".join(f"{k[2] or '-'} {persen(v, banyak)}" for k, v in sorted(n.items()) if k[1] == a)] for a in apa]
    yield f"Ragam {banyak} laporan, dalam persen:\n"
    yield tabulate(isi, ("apa", "nilai"), "github", disable_numparse=True)


def tunjuk(benih: int) -> Iterator[str]:
    """One seed: the findings in the consistent report, the fault, the findings in the spoilt one."""
    laporan = laporan_acak(benih)
    k = _rusak(benih, laporan)
    yield f"== benih {benih}"
    yield from _temuan(reviu(laporan))
    if k is None:
        return
    yield f"-- {k.jenis}: kode {', '.join(sorted(k.kode))}; dugaan {', '.join(sorted(k.dugaan))}; {k.alasan}"
    for lokasi, tertulis, benar in zip(k.lokasi, k.tertulis, k.seharusnya, strict=False):
        yield f"   {lokasi.tabel} baris {lokasi.baris} {lokasi.kolom}: {benar} menjadi {tertulis}"
    yield from _temuan(reviu(k.laporan))


def _temuan(r: Reviu) -> Iterator[str]:
    for t in r.temuan:
        if t.keparahan != "catatan":
            dugaan = ", ".join(d.jenis for d in t.dugaan)
            yield f"   {t.kode} {t.keparahan}: {pesan(t)} [{t.tempat}; {dugaan or '-'}]"


def main() -> None:
    """Run."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--banyak", type=int, default=10000, help="consistent reports, and as many with one fault")
    p.add_argument("--awal", type=int, default=0, help="the first seed")
    p.add_argument("--pekerja", type=int, default=os.cpu_count(), help="processes")
    p.add_argument("--ragam", action="store_true", help="only how diverse the reports are")
    p.add_argument("--tunjuk", type=int, nargs="+", help="show the faults of these seeds, and what the review says")
    pilihan = p.parse_args()
    if pilihan.tunjuk:
        sys.stdout.write("\n".join(x for i in pilihan.tunjuk for x in tunjuk(i)) + "\n")
        return
    mulai = time.perf_counter()
    n: Hitungan = Counter()
    with ProcessPoolExecutor(pilihan.pekerja) as kolam:
        kerja = hitung_ragam if pilihan.ragam else kerjakan
        for hasil in kolam.map(kerja, potong(range(pilihan.awal, pilihan.awal + pilihan.banyak))):
            n.update(hasil)
    tulis = [*(cetak_ragam if pilihan.ragam else cetak)(n, pilihan.banyak)]
    sys.stdout.write("\n".join(tulis) + "\n")
    sys.stderr.write(f"{time.perf_counter() - mulai:.0f} s\n")


if __name__ == "__main__":
    main()
