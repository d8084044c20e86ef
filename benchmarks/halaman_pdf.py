"""What a page of a PDF costs, side by side with importing the libraries that a review stands on.

    python benchmarks/halaman_pdf.py [BERKAS.pdf ...] [--halaman 163] [--ulang 5]

Without files, a report is made of that many pages, prose and budget tables. Processor time, children included, in
turn with the imports so that a machine whose speed drifts slows both; the median of the ratios is the figure to quote.
The goals: a page of a report printed by an office suite 20 ms, a dense form of rectangles (E.81) 80 ms, the whole
review of 163 pages 20 times the imports.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tabulate import tabulate

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.pembaca import isi, tulis_pdf

IMPOR = ["-c", "import attrs, cattrs, tabulate, yaml"]
WAKTU = """
import json, resource, subprocess, sys
subprocess.run([sys.executable, *sys.argv[1:]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
r = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([r.ru_utime + r.ru_stime, r.ru_maxrss / 1000]))
"""
HALAMAN = """
import json, sys, time
from pathlib import Path
from sakip.pembaca.pdf.halaman import baca_halaman
from sakip.pembaca.pdf.mesin import Berkas
with Berkas(Path(sys.argv[1])) as berkas:
    mulai = time.process_time()
    lembar = [berkas.lembar(n) for n in range(len(berkas))]
    tengah = time.process_time()
    for x in lembar:
        baca_halaman(x)
    print(json.dumps([len(lembar), tengah - mulai, time.process_time() - tengah]))
"""


def jalankan(*argumen: str) -> tuple[float, float]:
    """Processor seconds of a run of this interpreter and its children, and MB at most of one of them."""
    keluaran = subprocess.run([sys.executable, "-c", WAKTU, *argumen], capture_output=True, check=True).stdout
    detik, puncak = json.loads(keluaran)
    return detik, puncak


def ukur(berkas: Path, ulang: int) -> list[str]:
    """A row: pages, milliseconds of a page in the engine and in the layout, the review against the imports, MB."""
    halaman, rasio, puncak = [], [], 0.0
    for _ in range(ulang):
        keluaran = subprocess.run([sys.executable, "-c", HALAMAN, str(berkas)], capture_output=True, check=True).stdout
        halaman.append(json.loads(keluaran))
        reviu, mb = jalankan("-m", "sakip", "reviu", "--tanpa-konfigurasi", str(berkas))
        rasio.append(reviu / jalankan(*IMPOR)[0])
        puncak = max(puncak, mb)
    banyak = halaman[0][0]
    mesin, susun = (1000 * statistics.median(h[i] for h in halaman) / banyak for i in (1, 2))
    return [berkas.name[:40], str(banyak), f"{mesin:.1f}", f"{susun:.1f}", f"{mesin + susun:.1f}",
            f"{statistics.median(rasio):.1f}", f"{puncak:.0f}"]  # fmt: skip


def main() -> None:
    """Print the table."""
    pengurai = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    pengurai.add_argument("berkas", nargs="*", type=Path)
    pengurai.add_argument("--halaman", type=int, default=163)
    pengurai.add_argument("--ulang", type=int, default=5)
    pilihan = pengurai.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        berkas = pilihan.berkas
        if not berkas:
            berkas = [Path(folder) / "laporan.pdf"]
            tulis_pdf(berkas[0], isi(pilihan.halaman))
        baris = [ukur(b, pilihan.ulang) for b in berkas]
    kepala = ["file", "pages", "engine ms", "layout ms", "page ms", "review / imports", "MB"]
    print(tabulate(baris, kepala, disable_numparse=True, colalign=("left", *["right"] * 6)))


if __name__ == "__main__":
    main()
