"""Runs over many generated reports: memory, growth, two processes, and what the nation would take.

    python benchmarks/massal.py memori [--sedikit 200 --banyak 20000]
    python benchmarks/massal.py tumbuh [--sampai 10000]
    python benchmarks/massal.py proses [--laporan 200 --ulang 5]

Reports are made by seed as data folders in a temporary folder, before the clock runs. Peak memory is that of the
largest process of a run, main process or worker, as the system reports it.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import attrs
from tabulate import tabulate

from sakip.model.laporan import Laporan
from sakip.pengujian import laporan_acak
from sakip.tulis.folder import tulis_folder

RAGAM = 50
"""Different reports; a run over more of them reads each several times, under other agencies' names."""

INDONESIA = 22_000
"""Reports a year of ministries, provinces, regencies, cities and their agencies."""


def buat(akar: Path, banyak: int, *, kecil: bool = False) -> list[str]:
    """Write reports; a name of its own for each agency, so that they are compared but not taken for doubles.

    `kecil` leaves of each report its budget table.
    """
    akar.mkdir()
    semua = [laporan_acak(i) for i in range(min(banyak, RAGAM))]
    if kecil:
        semua = [
            Laporan(instansi=x.instansi, tahun=x.tahun, tabel=tuple(t for t in x.tabel if t.nomor == "2.4"))
            for x in semua
        ]
    for i in range(banyak):
        laporan = semua[i % len(semua)]
        nama = f"Dinas Contoh {i} Kota Contoh"
        tulis_folder(attrs.evolve(laporan, instansi=nama), akar / f"r{i:06}")
    return [str(akar)]


def jalan(sumber: list[str], proses: int) -> tuple[float, float, float]:
    """Wall seconds, peak memory (MB) and seconds of processor time of a run in a process of its own."""
    with tempfile.TemporaryDirectory() as hasil:
        perintah = [sys.executable, __file__, "satu", "--proses", str(proses), "--hasil", f"{hasil}/h", *sumber]
        mulai, dulu = time.perf_counter(), _prosesor()
        keluar = subprocess.run(perintah, stdout=subprocess.PIPE, check=True, encoding="utf-8")
        return time.perf_counter() - mulai, float(keluar.stdout), _prosesor() - dulu


def _prosesor() -> float:
    """Seconds of processor time that processes started here, and have ended, took."""
    r = resource.getrusage(resource.RUSAGE_CHILDREN)
    return r.ru_utime + r.ru_stime


def satu(p: argparse.Namespace) -> None:
    """One run, in this process; its peak memory."""
    from sakip.massal import jalankan

    jalankan(p.sumber, p.hasil, proses=p.proses)
    puncak = max(resource.getrusage(x).ru_maxrss for x in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    sys.stdout.write(f"{puncak / 1024:.1f}\n")


def memori(p: argparse.Namespace) -> list[list[str]]:
    """Peak memory over few and many small reports, in one process and in several."""
    baris = []
    with tempfile.TemporaryDirectory() as akar:
        sumber = {n: buat(Path(akar, str(n)), n, kecil=True) for n in (p.sedikit, p.banyak)}
        for proses in p.proses:
            puncak = {n: jalan(s, proses)[1] for n, s in sumber.items()}
            rasio = puncak[p.banyak] / puncak[p.sedikit]
            baris.append([f"{proses}", *(f"{x:.0f}" for x in puncak.values()), f"{rasio:.2f}"])
    return [["processes", f"MB, {p.sedikit}", f"MB, {p.banyak}", "ratio"], *baris]


def tumbuh(p: argparse.Namespace) -> list[list[str]]:
    """Time over 1, 10, 100 … reports; what one takes of the processor once the start-up is taken off."""
    baris, n, mulai = [], 1, 0.0
    with tempfile.TemporaryDirectory() as akar:
        while n <= p.sampai:
            lama, puncak, kerja = jalan(buat(Path(akar, str(n)), n), 1)
            mulai = mulai or kerja
            per = (kerja - mulai) / (n - 1) * 1000 if n > 1 else 0.0
            baris.append([f"{n}", f"{lama:.2f}", f"{kerja:.2f}", f"{per:.1f}" if n > 1 else "", f"{puncak:.0f}"])
            n *= 10
    jam = INDONESIA * per / 3_600_000
    baris.append([f"{INDONESIA} (reckoned)", "", f"{jam * 3600:.0f}", f"{per:.1f}", ""])
    return [["reports", "s", "s of processor", "ms a report", "MB"], *baris]


def proses(p: argparse.Namespace) -> list[list[str]]:
    """Two processes against one, in turn; the median of the ratios."""
    with tempfile.TemporaryDirectory() as akar:
        sumber = buat(Path(akar, "s"), p.laporan)
        waktu = [(jalan(sumber, 1)[0], jalan(sumber, 2)[0]) for _ in range(p.ulang)]
    satu_, dua = (f"{statistics.median(x):.2f}" for x in zip(*waktu, strict=True))
    return [
        ["reports", "one, s", "two, s", "ratio"],
        [f"{p.laporan}", satu_, dua, f"{statistics.median(a / b for a, b in waktu):.2f}"],
    ]


def main() -> None:
    """Run one of them."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    apa = p.add_subparsers(dest="apa", required=True)
    m = apa.add_parser("memori")
    m.add_argument("--sedikit", type=int, default=200)
    m.add_argument("--banyak", type=int, default=20_000)
    m.add_argument("--proses", type=int, nargs="+", default=[1, 2])
    t = apa.add_parser("tumbuh")
    t.add_argument("--sampai", type=int, default=10_000)
    d = apa.add_parser("proses")
    d.add_argument("--laporan", type=int, default=200)
    d.add_argument("--ulang", type=int, default=5)
    s = apa.add_parser("satu")
    s.add_argument("--proses", type=int, default=1)
    s.add_argument("--hasil", required=True)
    s.add_argument("sumber", nargs="+")
    pilihan = p.parse_args()
    if pilihan.apa == "satu":
        satu(pilihan)
        return
    kepala, *baris = {"memori": memori, "tumbuh": tumbuh, "proses": proses}[pilihan.apa](pilihan)
    rata = ("right",) * len(kepala)
    sys.stdout.write(tabulate(baris, kepala, "github", disable_numparse=True, colalign=rata) + "\n")


if __name__ == "__main__":
    main()
