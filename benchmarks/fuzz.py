"""Damaged files for every reader, for as long as one likes: only a report or a `SakipError` may come of them.

    python benchmarks/fuzz.py --menit 10
    python benchmarks/fuzz.py --ulang 4711      # one case again, with its traceback

The sound files in `tests/korpus/benih`, and every file that was ever found to do harm, are damaged and read by
processes of their own, each limited in memory, each case in time; what is read is reviewed, too. A file that
makes anything else happen is kept in `--simpan`, the smallest for each cause; once mended, it belongs into
`tests/korpus/temuan`, where the tests read it again.
"""

from __future__ import annotations

import argparse
import logging
import multiprocessing
import os
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tabulate import tabulate

from sakip.pengujian import laporan_acak
from sakip.pengujian.bangun.sumber import SumberAcak
from sakip.pengujian.bising import baca_apa_pun, isi_path, kacau_berkas, kacau_folder, tulis_path
from sakip.tulis.folder import isi_folder

if TYPE_CHECKING:
    from multiprocessing.queues import SimpleQueue
    from types import FrameType

    from sakip.pengujian.bising import Isi

KORPUS = Path(__file__).resolve().parents[1] / "tests" / "korpus"
DETIK = 60
"""Seconds of the processor for reading one case, and as many for its review.

The processes that take a PDF apart have limits of their own.
"""
MEMORI = 4 << 30
"""Bytes of address space for one process."""
FOLDER = 6
"""Data folders made of random reports."""

WAJAR = ("terbaca", "ditolak")
"""What may come of a case: read, and then reviewed; refused."""

Kasus = tuple[str, "Isi"]


class TerlaluLamaError(BaseException):
    """A case took longer than `DETIK`; no reader may catch it."""


def benih() -> list[Kasus]:
    """What is damaged: name and content of sound files, of files found before, of data folders."""
    folder = [isi_folder(laporan_acak(n)) for n in range(FOLDER)]
    return [
        *((j.name, isi_path(j)) for pola in ("benih/*", "temuan/*/*") for j in sorted(KORPUS.glob(pola))),
        *((f"folder_{n}", {k: v.encode() for k, v in f.items()}) for n, f in enumerate(folder)),
    ]


def kasus(nomor: int, semua: list[Kasus]) -> Kasus:
    """The case of a number: always the same for the same corpus."""
    s = SumberAcak(Random(nomor))  # noqa: S311 - not a secret
    nama, isi = semua[nomor % len(semua)]
    if isinstance(isi, dict):
        return nama, kacau_folder(s, isi)
    jenis = Path(nama).suffix
    lain = [i for n, i in semua if isinstance(i, bytes) and Path(n).suffix == jenis]
    return nama, kacau_berkas(s, isi, lain)


def _bel(_tanda: int, _bingkai: FrameType | None) -> None:
    raise TerlaluLamaError


def coba(nama: str, isi: Isi, di: Path) -> str:
    """Read one case and review it: `terbaca`, `ditolak`, or where and with what it fell over."""
    jalur = tulis_path(di, nama, isi)
    try:
        for lalu_reviu in (False, True):
            signal.signal(signal.SIGPROF, _bel)
            signal.setitimer(signal.ITIMER_PROF, DETIK)
            hasil = baca_apa_pun(jalur, lalu_reviu=lalu_reviu)
            if hasil != "terbaca" or jalur.suffix == ".pdf":
                break
    except BaseException as e:  # noqa: BLE001 - whatever it is, it is what we look for
        sendiri = [f for f in traceback.extract_tb(e.__traceback__) if f"sakip{os.sep}" in f.filename]
        letak = f"{Path(sendiri[-1].filename).name}:{sendiri[-1].lineno}" if sendiri else "?"
        return f"{type(e).__name__} {letak}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return hasil


def kerjakan(mulai: int, langkah: int, sampai: float, di: Path, hasil: SimpleQueue[tuple[int, str]]) -> None:
    """Every `langkah`-th case until time is up; says which before and what came of it after."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORI, MEMORI))
    warnings.simplefilter("error")
    semua = benih()
    nomor = mulai
    while time.monotonic() < sampai:
        hasil.put((nomor, ""))
        hasil.put((nomor, coba(*kasus(nomor, semua), di)))
        nomor += langkah


class Buku:
    """What came of the cases: counts by format and outcome, and the smallest case of each kind of harm."""

    def __init__(self, simpan: Path) -> None:
        self.simpan = simpan
        self.semua = benih()
        self.n: Counter[tuple[str, str]] = Counter()
        self.terkecil: dict[str, int] = {}

    def catat(self, nomor: int, apa: str) -> None:
        """Count a case; keep it when it did harm."""
        nama, isi = kasus(nomor, self.semua)
        wajar = apa in WAJAR
        self.n[nama.rpartition(".")[2].partition("_")[0], apa if wajar else "lain"] += 1
        lama = self.terkecil.get(apa)
        if not wajar and (lama is None or _besar(isi) < _besar(kasus(lama, self.semua)[1])):
            self.terkecil[apa] = nomor
            tulis_path(self.simpan / apa.replace(" ", "_").replace(":", "_"), nama, isi)


def putaran(awal: int, proses: int, sampai: float, buku: Buku) -> int:
    """Cases from `awal` on until time is up or a process dies; the number after the last."""
    antre: SimpleQueue[tuple[int, str]] = multiprocessing.SimpleQueue()
    kini: dict[int, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        pekerja = [
            multiprocessing.Process(target=kerjakan, args=(awal + i, proses, sampai, Path(folder, str(i)), antre))
            for i in range(proses)
        ]
        for p in pekerja:
            p.start()
        while all(p.is_alive() for p in pekerja) or not antre.empty():
            if antre.empty():
                time.sleep(0.02)
                continue
            nomor, apa = antre.get()
            kini[(nomor - awal) % proses] = nomor
            if apa:
                buku.catat(nomor, apa)
        mati = [(i, p.exitcode) for i, p in enumerate(pekerja) if p.exitcode]
        for p in pekerja:
            p.terminate()
            p.join()
    for i, kode in mati:
        buku.catat(kini[i], f"proses mati {kode}")
    return max(kini.values(), default=awal) + 1


def _besar(isi: Isi) -> int:
    return len(isi) if isinstance(isi, bytes) else sum(map(len, isi.values()))


def main() -> int:
    """Run; status 1 when anything but a report or a refusal came of a case."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--menit", type=float, default=10, help="how long")
    p.add_argument("--awal", type=int, default=0, help="the number of the first case")
    p.add_argument("--pekerja", type=int, default=os.cpu_count() or 1, help="processes")
    p.add_argument("--simpan", type=Path, default=Path("fuzz"), help="where harmful files are kept")
    p.add_argument("--ulang", type=int, help="read the case of this number once more, in this process")
    pilihan = p.parse_args()
    if pilihan.ulang is not None:
        warnings.simplefilter("error")
        nama, isi = kasus(pilihan.ulang, benih())
        sys.stdout.write(f"{nama}: {baca_apa_pun(tulis_path(pilihan.simpan, nama, isi))}\n")
        return 0
    logging.disable()  # what was not understood of a damaged file interests nobody
    buku = Buku(pilihan.simpan)
    nomor, sampai = pilihan.awal, time.monotonic() + 60 * pilihan.menit
    while time.monotonic() < sampai:
        nomor = putaran(nomor, pilihan.pekerja, sampai, buku)
    kolom = (*WAJAR, "lain")
    baris = [[j, *(buku.n[j, a] for a in kolom)] for j in sorted({j for j, _ in buku.n})]
    sys.stdout.write(tabulate(baris, ("format", *kolom), "github") + "\n")
    for apa, ke in sorted(buku.terkecil.items()):
        sys.stdout.write(f"{apa}: kasus {ke}\n")
    return 1 if buku.terkecil else 0


if __name__ == "__main__":
    sys.exit(main())
