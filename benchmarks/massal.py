"""Runs over many generated reports: memory, growth, two processes, and what the nation would take.

    python benchmarks/massal.py memori [--sedikit 200 --banyak 20000]
    python benchmarks/massal.py tumbuh [--sampai 10000]
    python benchmarks/massal.py proses [--laporan 1000 --ulang 3]
    python benchmarks/massal.py proyeksi [--laporan 1000 --panjang 60]

Reports are made by seed as data folders in a temporary folder, before the clock runs. Peak memory is that of the
largest process of a run, main process or worker, as the system reports it.
"""

from __future__ import annotations

import argparse
import json
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
from sakip.pembaca import baca
from sakip.pengujian import laporan_acak
from sakip.tulis.folder import tulis_folder

RAGAM = 50
"""Different reports; a run over more of them reads each several times, under other agencies' names."""

INDONESIA = 22_000
"""Reports a year of ministries, provinces, regencies, cities and their agencies."""


SEKOTA = 40
"""Agencies of a city."""

CONTOH = Path(__file__).parents[1] / "examples" / "semarang_diskopum_2025"


@attrs.frozen(slots=True)
class Lari:
    """A run in a process of its own.

    Attributes:
        detik: by the clock.
        induk, pekerja: seconds of processor time of the main process, and of its workers.
        mb: peak memory of the largest process.
    """

    detik: float
    induk: float
    pekerja: float
    mb: float


def buat(akar: Path, banyak: int, *, kecil: bool = False, panjang: bool = False) -> list[str]:
    """Write reports; a name of its own for each agency, so that they are compared but not taken for doubles.

    `kecil` leaves of each report its budget table; `panjang` takes the example in their place.
    """
    akar.mkdir()
    semua = [baca(CONTOH)] if panjang else [laporan_acak(i) for i in range(min(banyak, RAGAM))]
    if kecil:
        semua = [
            Laporan(instansi=x.instansi, tahun=x.tahun, tabel=tuple(t for t in x.tabel if t.nomor == "2.4"))
            for x in semua
        ]
    for i in range(banyak):
        laporan = semua[i % len(semua)]
        nama = f"Dinas Contoh {i % SEKOTA} Kota Contoh {i // SEKOTA}"
        tulis_folder(attrs.evolve(laporan, instansi=nama), akar / f"r{i:06}")
    return [str(akar)]


def jalan(sumber: list[str], proses: int) -> Lari:
    """Run over these reports."""
    with tempfile.TemporaryDirectory() as hasil:
        perintah = [sys.executable, __file__, "satu", "--proses", str(proses), "--hasil", f"{hasil}/h", *sumber]
        mulai = time.perf_counter()
        keluar = subprocess.run(perintah, stdout=subprocess.PIPE, check=True, encoding="utf-8")
        return Lari(time.perf_counter() - mulai, **json.loads(keluar.stdout))


def satu(p: argparse.Namespace) -> None:
    """One run, in this process; what it took."""
    from sakip.massal import jalankan

    jalankan(p.sumber, p.hasil, proses=p.proses)
    diri, anak = (resource.getrusage(x) for x in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    induk, pekerja = (x.ru_utime + x.ru_stime for x in (diri, anak))
    mb = max(diri.ru_maxrss, anak.ru_maxrss) / 1024
    sys.stdout.write(json.dumps({"induk": induk, "pekerja": pekerja, "mb": mb}))


def memori(p: argparse.Namespace) -> list[list[str]]:
    """Peak memory over few and many small reports, in one process and in several."""
    baris = []
    with tempfile.TemporaryDirectory() as akar:
        sumber = {n: buat(Path(akar, str(n)), n, kecil=True) for n in (p.sedikit, p.banyak)}
        for proses in p.proses:
            puncak = {n: jalan(s, proses).mb for n, s in sumber.items()}
            rasio = puncak[p.banyak] / puncak[p.sedikit]
            baris.append([f"{proses}", *(f"{x:.0f}" for x in puncak.values()), f"{rasio:.2f}"])
    return [["processes", f"MB, {p.sedikit}", f"MB, {p.banyak}", "ratio"], *baris]


def tumbuh(p: argparse.Namespace) -> list[list[str]]:
    """Time over 1, 10, 100 … reports; what one takes once the start-up is taken off.

    All but the largest are run before and after it, so that a machine whose speed drifts counts in all alike.
    """
    lari: dict[int, list[Lari]] = {}
    banyak = [10**i for i in range(len(str(p.sampai))) if 10**i <= p.sampai]
    with tempfile.TemporaryDirectory() as akar:
        sumber = {n: buat(Path(akar, str(n)), n) for n in banyak}
        for n in (*banyak, *reversed(banyak[:-1])):
            lari.setdefault(n, []).append(jalan(sumber[n], 1))
    detik = {n: statistics.fmean(r.detik for r in x) for n, x in lari.items()}
    induk = {n: statistics.fmean(r.induk for r in x) for n, x in lari.items()}
    baris = []
    for n, x in lari.items():
        per = [detik[n] - detik[1], induk[n] - induk[1]]
        tulis = [f"{y / (n - 1) * 1000:.1f}" for y in per] if n > 1 else ["", ""]
        baris.append([f"{n:,}", f"{detik[n]:.2f}", f"{induk[n]:.2f}", *tulis, f"{max(r.mb for r in x):.0f}"])
    return [["reports", "s", "s of processor", "ms a report", "ms of processor a report", "MB"], *baris]


def proses(p: argparse.Namespace) -> list[list[str]]:
    """Two processes against one, in turn: the median of the ratios by the clock, and what processor time allows.

    By processor time two processes take what the main one takes and half of what the workers take, which is what
    the clock shows on a machine that does nothing else.
    """
    with tempfile.TemporaryDirectory() as akar:
        sumber = buat(Path(akar, "s"), p.laporan)
        lari = [(jalan(sumber, 1), jalan(sumber, 2)) for _ in range(p.ulang)]
    detik = [statistics.median(x.detik for x in sisi) for sisi in zip(*lari, strict=True)]
    jam = statistics.median(a.detik / b.detik for a, b in lari)
    kerja = statistics.median(a.induk / (b.induk + b.pekerja / 2) for a, b in lari)
    return [
        ["reports", "one, s", "two, s", "ratio", "ratio by processor time"],
        [f"{p.laporan:,}", *(f"{x:.2f}" for x in detik), f"{jam:.2f}", f"{kerja:.2f}"],
    ]


def proyeksi(p: argparse.Namespace) -> list[list[str]]:
    """What a nation's reports would take of 1, 2, 8 and 64 processors, by processor time (Amdahl).

    Of two runs with two workers over few and many reports, what a report more takes of the main process is not
    divided, and what it takes of the workers is; the rest is start-up. Network and scheduler are not in it.
    """
    baris = []
    with tempfile.TemporaryDirectory() as akar:
        for nama, banyak, panjang in (("generated", p.laporan, False), ("as the example", p.panjang, True)):
            sumber = [buat(Path(akar, f"{nama}{n}"), n, panjang=panjang) for n in (banyak // 10, banyak)]
            a, b = (jalan(s, 2) for s in sumber)
            beda = banyak - banyak // 10
            induk, pekerja = (b.induk - a.induk) / beda, (b.pekerja - a.pekerja) / beda
            mulai = max(0.0, a.induk + a.pekerja / 2 - (induk + pekerja / 2) * (banyak // 10))
            lama = [mulai + INDONESIA * (induk + pekerja / n) for n in PROSESOR]
            baris.append([nama, f"{pekerja * 1000:.1f}", f"{induk * 1000:.2f}", *(f"{x / 60:.1f}" for x in lama)])
    kepala = ["reports", "ms of a worker", "ms of the main process"]
    return [[*kepala, *(f"min, {n} processor{'s' * (n > 1)}" for n in PROSESOR)], *baris]


PROSESOR = (1, 2, 8, 64)

APA = {"memori": memori, "tumbuh": tumbuh, "proses": proses, "proyeksi": proyeksi}


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
    d.add_argument("--laporan", type=int, default=1000)
    d.add_argument("--ulang", type=int, default=3)
    n = apa.add_parser("proyeksi")
    n.add_argument("--laporan", type=int, default=1000)
    n.add_argument("--panjang", type=int, default=60)
    s = apa.add_parser("satu")
    s.add_argument("--proses", type=int, default=1)
    s.add_argument("--hasil", required=True)
    s.add_argument("sumber", nargs="+")
    pilihan = p.parse_args()
    if pilihan.apa == "satu":
        satu(pilihan)
        return
    kepala, *baris = APA[pilihan.apa](pilihan)
    rata = ("right",) * len(kepala)
    sys.stdout.write(tabulate(baris, kepala, "github", disable_numparse=True, colalign=rata) + "\n")


if __name__ == "__main__":
    main()
