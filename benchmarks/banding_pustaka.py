"""The same checks on the same table by the libraries a developer would take: pandera, pydantic, frictionless.

    pip install '.[banding]' && python benchmarks/banding_pustaka.py [--baris 100 10000] [--ulang 5]

A table of money as printed: budget, spending, what is left, the percentage spent. Each checks that what is left is
budget less spending, that the percentage is right to its two decimals, and that both totals are the sums. All
begin with the printed texts. The others get a hand-written conversion to numbers, and say only which rows are wrong;
`sakip` says where, by how much, what it should be and what is not checked. Each is timed in turn, by processor
time; the medians of the ratios are the figures to quote. Each must find the one wrong row.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import TYPE_CHECKING, Any

import frictionless
import pandas as pd
import pandera.pandas as pa
from pydantic import BaseModel, ValidationError, model_validator
from tabulate import tabulate

from sakip import Laporan, Tabel, reviu
from sakip.aturan import katalog

if TYPE_CHECKING:
    from collections.abc import Callable

KOLOM = ["nama", "pagu", "realisasi_anggaran", "sisa", "serapan"]
ATURAN = [a for a in katalog() if a.kode in {"ANG03", "ANG04", "TAB01"}]
Isi = list[list[str]]


def rupiah(n: int) -> str:
    """As printed."""
    return f"{n:,}".replace(",", ".")


def buat(baris: int) -> Isi:
    """The rows as printed, one of them wrong, and the total."""
    acak = Random(baris)  # noqa: S311 - not a secret
    isi, jumlah = [], [0, 0]
    for i in range(baris):
        pagu = acak.randrange(1_000_000, 900_000_000)
        pakai = acak.randrange(pagu // 2, pagu)
        isi.append([f"Kegiatan {i}", rupiah(pagu), rupiah(pakai), rupiah(pagu - pakai), persen(pakai, pagu)])
        jumlah = [jumlah[0] + pagu, jumlah[1] + pakai]
    isi[baris // 2][3] = rupiah(angka(isi[baris // 2][3]) + 9)
    return [*isi, ["JUMLAH", *map(rupiah, jumlah), "", ""]]


def persen(a: int, b: int) -> str:
    """As printed."""
    return f"{(Decimal(a) / b * 100).quantize(Decimal('0.01'), ROUND_HALF_UP)}".replace(".", ",") + "%"


def angka(teks: str) -> int:
    """Money as an integer."""
    return int(teks.replace(".", ""))


def pecahan(teks: str) -> float:
    """A percentage as a float."""
    return float(teks.rstrip("%").replace(",", "."))


def dengan_sakip(isi: Isi) -> int:
    """By `sakip`: the findings."""
    jenis = [*["rincian"] * (len(isi) - 1), "total"]
    tabel = Tabel.susun(KOLOM, isi, nomor="1", judul="Realisasi", jenis=jenis)
    r = reviu(Laporan(instansi="Dinas Contoh", tahun=2025, tabel=(tabel,)), aturan=ATURAN)
    return len(r.temuan)


SKEMA = pa.DataFrameSchema(
    {"pagu": pa.Column(int), "realisasi_anggaran": pa.Column(int), "sisa": pa.Column(int), "serapan": pa.Column(float)},
    checks=[
        pa.Check(lambda d: d["sisa"] == d["pagu"] - d["realisasi_anggaran"]),
        pa.Check(lambda d: (d["serapan"] - d["realisasi_anggaran"] / d["pagu"] * 100).abs() <= 0.005 + 1e-9),
    ],
)


def dengan_pandera(isi: Isi) -> int:
    """By pandera: the rows in its failure cases."""
    d = pd.DataFrame(isi[:-1], columns=KOLOM)
    for k in KOLOM[1:4]:
        d[k] = d[k].str.replace(".", "").astype(int)
    d["serapan"] = d["serapan"].str.rstrip("%").str.replace(",", ".").astype(float)
    salah = {k for k, i in zip(("pagu", "realisasi_anggaran"), (1, 2), strict=True) if d[k].sum() != angka(isi[-1][i])}
    try:
        SKEMA.validate(d, lazy=True)
    except pa.errors.SchemaErrors as e:
        return len(salah) + int(e.failure_cases["index"].nunique())
    return len(salah)


class Baris(BaseModel):  # type: ignore[misc] # not checked
    """A row for pydantic."""

    nama: str
    pagu: int
    realisasi_anggaran: int
    sisa: int
    serapan: float

    @model_validator(mode="after")  # type: ignore[untyped-decorator] # not checked
    def _cocok(self) -> Baris:
        if self.sisa != self.pagu - self.realisasi_anggaran:
            raise ValueError("sisa")
        if abs(self.serapan - self.realisasi_anggaran / self.pagu * 100) > 0.005 + 1e-9:
            raise ValueError("serapan")
        return self


def dengan_pydantic(isi: Isi) -> int:
    """By pydantic: the rows that do not validate."""
    salah, jumlah = 0, [0, 0]
    for nama, pagu, pakai, sisa, serapan in isi[:-1]:
        p, r = angka(pagu), angka(pakai)
        jumlah = [jumlah[0] + p, jumlah[1] + r]
        try:
            Baris(nama=nama, pagu=p, realisasi_anggaran=r, sisa=angka(sisa), serapan=pecahan(serapan))
        except ValidationError:
            salah += 1
    return salah + sum(a != angka(b) for a, b in zip(jumlah, isi[-1][1:3], strict=True))


class Cocok(frictionless.Check):  # type: ignore[misc] # not checked
    """The row checks for frictionless."""

    type = "cocok"
    Errors = (frictionless.errors.RowConstraintError,)

    def validate_row(self, row: Any) -> Any:
        """The error of a row."""
        benar = row["sisa"] == row["pagu"] - row["realisasi_anggaran"]
        if not benar or abs(row["serapan"] - row["realisasi_anggaran"] / row["pagu"] * 100) > 0.005 + 1e-9:
            yield frictionless.errors.RowConstraintError.from_row(row, note="tidak cocok")


def dengan_frictionless(isi: Isi) -> int:
    """By frictionless: the rows with errors."""
    data: list[list[Any]] = [KOLOM, *([n, angka(a), angka(b), angka(c), pecahan(d)] for n, a, b, c, d in isi[:-1])]
    jenis = zip(KOLOM, ["string", "integer", "integer", "integer", "number"], strict=True)
    skema = frictionless.Schema.from_descriptor(
        {"fields": [{"name": n, "type": t} | ({"floatNumber": True} if t == "number" else {}) for n, t in jenis]}
    )
    sumber = frictionless.Resource(data=data, schema=skema)
    laporan = frictionless.validate(sumber, checks=[Cocok()], limit_errors=10**6)
    jumlah: list[int] = [sum(b[i] for b in data[1:]) for i in (1, 2)]
    salah = sum(a != angka(b) for a, b in zip(jumlah, isi[-1][1:3], strict=True))
    galat = {int(e.row_number) for t in laporan.tasks for e in t.errors}
    return salah + len(galat)


CARA: dict[str, Callable[[Isi], int]] = {
    "sakip": dengan_sakip,
    "pandera": dengan_pandera,
    "pydantic": dengan_pydantic,
    "frictionless": dengan_frictionless,
}


def main() -> None:
    """Print the medians and the ratios."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--baris", type=int, nargs="+", default=[100, 10_000])
    p.add_argument("--ulang", type=int, default=5, help="runs of each, after one that does not count")
    pilihan = p.parse_args()
    hasil = []
    for n in pilihan.baris:
        isi = buat(n)
        waktu = []
        for _ in range(pilihan.ulang + 1):
            satu = {}
            for nama, cara in CARA.items():
                mulai = time.process_time()
                temuan = cara(isi)
                satu[nama] = time.process_time() - mulai
                if temuan != 1:
                    raise SystemExit(f"{nama}: {temuan} found, 1 is there")
            waktu.append(satu)
        for nama in CARA:
            ms = statistics.median(w[nama] for w in waktu[1:]) * 1000
            rasio = statistics.median(w[nama] / w["sakip"] for w in waktu[1:])
            hasil.append([f"{n}", nama, f"{ms:.1f}", f"{rasio:.2f}"])
    rata = ("right", "left", "right", "right")
    tabel = tabulate(hasil, ["rows", "", "ms", "÷ sakip"], "github", disable_numparse=True, colalign=rata)
    sys.stdout.write(tabel + "\n")


if __name__ == "__main__":
    main()
