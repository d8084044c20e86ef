"""How long a review takes, side by side with importing the libraries it stands on.

    python benchmarks/kecepatan.py [--ulang 15]

Whole processes, taken in turn so that a machine whose speed drifts slows both; the median of the ratios is
the figure to quote. The goals: the review of the example within 4 times the imports, `import sakip` within
1.5 times `import attrs`.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tabulate import tabulate

CONTOH = Path(__file__).parents[1] / "examples" / "semarang_diskopum_2025"

PASANGAN = (
    ("sakip reviu", ["-m", "sakip", "reviu", str(CONTOH)], "import attrs, cattrs, tabulate, yaml", 4.0),
    ("import sakip", ["-c", "import sakip"], "import attrs", 1.5),
)


def lama(argumen: list[str]) -> float:
    """Wall seconds of one run of this interpreter with `argumen`."""
    mulai = time.perf_counter()
    subprocess.run([sys.executable, *argumen], stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - mulai


def main() -> None:
    """Print the medians and the ratios."""
    pengurai = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    pengurai.add_argument("--ulang", type=int, default=15, help="runs of each, after one that does not count")
    ulang = pengurai.parse_args().ulang
    baris = []
    for nama, argumen, banding, tujuan in PASANGAN:
        pasangan = [(lama(argumen), lama(["-c", banding])) for _ in range(ulang + 1)][1:]
        rasio = sorted(a / b for a, b in pasangan)
        a, b = (statistics.median(x) * 1000 for x in zip(*pasangan, strict=True))
        baris.append([nama, f"{a:.0f}", banding, f"{b:.0f}", f"{statistics.median(rasio):.2f}", f"{tujuan:.1f}"])
    kepala = ["A", "ms", "B", "ms", "A/B", "goal"]
    print(tabulate(baris, kepala, disable_numparse=True, colalign=("left", "right", "left", "right", "right", "right")))


if __name__ == "__main__":
    main()
