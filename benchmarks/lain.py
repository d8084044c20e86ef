"""How a review fares on the reports of the second generator, which shares no code and no layouts with the first.

    python benchmarks/lain.py --banyak 2000

Consistent reports that are accused, by code and by kind; then the same reports with one wrong digit in a table: at its
line, named in the finding, asked about in a note that names it (`ditanyakan`), elsewhere, or missed.
The same numbers come out of the same arguments. `--simpan` writes the accused reports to a folder.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tabulate import tabulate

import sakip

sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.lain import buat, rusak

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.lain import Dokumen, Galat

    from sakip import Reviu, Temuan


@dataclass
class Hitungan:
    """What was counted."""

    laporan: int = 0
    kode: Counter[tuple[str, str]] = field(default_factory=Counter)
    jenis: Counter[str] = field(default_factory=Counter)
    tertuduh_jenis: Counter[str] = field(default_factory=Counter)
    tertuduh: dict[int, list[str]] = field(default_factory=dict)
    angka: int = 0
    terperiksa: int = 0
    galat: int = 0
    nasib: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    luput: dict[tuple[str, str], list[int]] = field(default_factory=dict)


def periksa(dok: Dokumen, folder: Path) -> Reviu:
    """Review the report as a file."""
    berkas = folder / f"laporan{dok.akhiran}"
    berkas.write_text(dok.teks, encoding="utf-8")
    return sakip.reviu(sakip.baca(berkas))


def tuduhan(r: Reviu) -> list[Temuan]:
    """Findings above a note."""
    return [t for t in r.temuan if t.keparahan != "catatan"]


def kerjakan(benih: Iterable[int], folder: Path, simpan: Path | None) -> Hitungan:
    """Review each report as it is, and with one wrong digit."""
    h = Hitungan()
    for i in benih:
        dok = buat(i)
        r = periksa(dok, folder)
        t = tuduhan(r)
        h.laporan += 1
        h.angka += r.cakupan.angka
        h.terperiksa += r.cakupan.terperiksa
        h.jenis.update(dok.jenis)
        if t:
            h.tertuduh[i] = sorted({x.kode for x in t})
            h.tertuduh_jenis.update(dok.jenis)
            h.kode.update({(x.kode, x.keparahan) for x in t})
            if simpan:
                (simpan / f"{i}{dok.akhiran}").write_text(dok.teks, encoding="utf-8")
        salah, galat = rusak(i)
        h.galat += 1
        nasib = _nasib(galat, {_kunci(x) for x in r.temuan}, periksa(salah, folder).temuan)
        jenis = "+".join(sorted({x.jenis for x in galat.patah}))
        dasar = "terputuskan" if galat.terputuskan else "tidak terputuskan"
        h.nasib[dasar, nasib, jenis] += 1
        if nasib in {"luput", "tempat lain"} and galat.terputuskan:
            h.luput.setdefault((nasib, jenis), []).append(i)
    return h


def _kunci(t: Temuan) -> tuple[object, ...]:
    return (t.kode, t.keparahan, t.tempat, t.tertulis, t.seharusnya)


def _nasib(galat: Galat, lama: set[tuple[object, ...]], temuan: Sequence[Temuan]) -> str:
    baru = [t for t in temuan if _kunci(t) not in lama]
    tuduhan_baru = [t for t in baru if t.keparahan != "catatan"]
    if any(t.lokasi and t.lokasi[0].baris == galat.baris for t in tuduhan_baru):
        return "barisnya"
    if any(_menyebut(t, galat) for t in tuduhan_baru):
        return "disebut"
    if tuduhan_baru:
        return "tempat lain"
    return "ditanyakan" if any(_menyebut(t, galat) for t in baru) else "luput"


def _menyebut(t: Temuan, galat: Galat) -> bool:
    return any(x.baris == galat.baris for x in (*t.lokasi, *(o.lokasi for o in t.operan)))


def cetak(h: Hitungan) -> None:
    """The tables."""
    print(f"{h.laporan} laporan konsisten, {len(h.tertuduh)} dituduh; {h.terperiksa} dari {h.angka} angka terperiksa")
    contoh = {k: [str(i) for i, kode in h.tertuduh.items() if k in kode][:8] for k, _ in h.kode}
    print(
        tabulate(
            [(k, p, n, " ".join(contoh[k])) for (k, p), n in h.kode.most_common()],
            ["kode", "keparahan", "laporan", "benih"],
        )
    )
    print()
    urut = sorted(h.jenis, key=lambda j: -h.tertuduh_jenis[j] / h.jenis[j])
    print(tabulate([(j, h.jenis[j], h.tertuduh_jenis[j]) for j in urut], ["jenis", "laporan", "dituduh"]))
    print()
    print(f"{h.galat} galat, satu angka dalam tabel")
    for dasar in ("terputuskan", "tidak terputuskan"):
        n: Counter[str] = Counter()
        for (d, nasib, _), banyak in h.nasib.items():
            if d == dasar:
                n[nasib] += banyak
        semua = n.total()
        terlihat = semua - n["luput"]
        kena = terlihat - n["tempat lain"]
        if semua:
            print(f"{dasar}: {semua}; terlihat {terlihat} ({terlihat / semua:.1%}),", end=" ")
            print(f"{n['ditanyakan']} di antaranya sebagai catatan;", end=" ")
            print(f"di barisnya atau disebut {kena} ({kena / max(terlihat, 1):.1%})")
    baris = [
        (d, j, n, b, " ".join(str(i) for i in h.luput.get((n, j), [])[:6]) if d == "terputuskan" else "")
        for (d, n, j), b in h.nasib.most_common()
    ]
    print(tabulate(baris, ["dasar", "relasi patah", "nasib", "banyak", "benih"]))


def main() -> int:
    """Parse the arguments, count, print."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--banyak", type=int, default=2000)
    p.add_argument("--mulai", type=int, default=0)
    p.add_argument("--simpan", type=Path)
    a = p.parse_args()
    if a.simpan:
        a.simpan.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        cetak(kerjakan(range(a.mulai, a.mulai + a.banyak), Path(folder), a.simpan))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
