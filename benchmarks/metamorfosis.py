"""Take each part away from documents, and count where more of what is left was checked than before.

    python benchmarks/metamorfosis.py BERKAS [BERKAS ...]

Every table, form and sentence in turn, and of each table a column and a row at the beginning, in the middle and at the
end; of a document of text every line too. A case is printed with the figures that were checked only without the part:
where that part was the ambiguity, or spoke against what is left, this is as it should be. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.pengurangan import Naskah, berisi, pengurangan, terperiksa, yang_bertambah

from sakip import baca, reviu


def periksa(berkas: Path) -> tuple[int, int]:
    """How many parts were taken away from a document, and in how many cases more of the rest was checked."""
    lap = baca(berkas)
    utuh = terperiksa(lap, reviu(lap))
    dicoba = bertambah = 0
    for pilih in (lambda _: 0, lambda n: n // 2, lambda n: n - 1):
        for apa, kurang in pengurangan(lap, pilih):
            sisa = terperiksa(kurang, reviu(kurang))
            dicoba += 1
            if yang_bertambah(utuh, sisa) > 0:
                bertambah += 1
                tinggal = utuh[0] & sisa[0]
                lebih = [f"{teks} ({lokasi})" for teks, lokasi in (sisa[1] & tinggal) - (utuh[1] & tinggal)]
                print(f"  {apa}: {'; '.join(lebih[:3])}")
    if berkas.suffix in {".md", ".txt"}:
        naskah = Naskah(berkas.read_text(encoding="utf-8"))
        for i in berisi(naskah.baris):
            dicoba += 1
            if salah := naskah.tanpa(i):
                bertambah += 1
                print(f"  tanpa baris {i + 1}, {naskah.baris[i][:60]!r}: {salah}")
    return dicoba, bertambah


if __name__ == "__main__":
    argumen = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    argumen.add_argument("berkas", nargs="+", type=Path)
    for b in argumen.parse_args().berkas:
        dicoba, bertambah = periksa(b)
        print(f"{b.name}: {dicoba} parts taken away, more checked without {bertambah}")
