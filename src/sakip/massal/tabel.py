"""The tables over all reports, row by row: CSV for Excel, Parquet for DuckDB and pandas."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from sakip.tulis.csv_ import teks_aman

if TYPE_CHECKING:
    from collections.abc import Mapping
    from io import TextIOWrapper
    from pathlib import Path
    from types import TracebackType

    from sakip.massal.simpanan import Simpanan

__all__ = ["Tabel"]

SEKALI = 1000
"""Rows of a group of a Parquet file: all that is ever held."""


class Tabel:
    """A table as `nama.csv` and `nama.parquet`: whole when the block ends well, and else not there.

    The CSV begins with a byte order mark, without which Excel takes UTF-8 for something else.
    """

    def __init__(self, simpanan: Simpanan, nama: str, kolom: Mapping[str, type]) -> None:
        self.kolom = kolom
        self._simpanan = simpanan
        self._nama = nama
        self._antre: list[Mapping[str, Any]] = []
        self._susun = ExitStack()

    def __enter__(self) -> Tabel:
        import pyarrow as pa
        import pyarrow.parquet as pq

        with ExitStack() as susun:
            jalur = susun.enter_context(self._simpanan.baru(f"{self._nama}.csv"))
            self._berkas = susun.enter_context(_buka(jalur))
            self._csv = csv.writer(self._berkas)
            self._csv.writerow(self.kolom)
            tipe = {str: pa.string(), int: pa.int64(), float: pa.float64()}
            self._skema = pa.schema([(n, tipe[t]) for n, t in self.kolom.items()])
            jalur = susun.enter_context(self._simpanan.baru(f"{self._nama}.parquet"))
            self._parquet = susun.enter_context(pq.ParquetWriter(jalur, self._skema, compression="zstd"))
            self._susun = susun.pop_all()
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        if jenis is None:
            try:
                self._tuang()
            except BaseException as e:
                self._susun.__exit__(type(e), e, e.__traceback__)
                raise
        self._susun.__exit__(jenis, galat, jejak)

    def tulis(self, baris: Mapping[str, Any]) -> None:
        """Write a row."""
        self._csv.writerow([_sel(baris.get(k)) for k in self.kolom])
        self._antre.append(baris)
        if len(self._antre) >= SEKALI:
            self._tuang()

    def _tuang(self) -> None:
        import pyarrow as pa

        if self._antre:
            kolom = {k: [b.get(k) for b in self._antre] for k in self.kolom}
            self._parquet.write_table(pa.table(kolom, schema=self._skema))
            self._antre = []


def _buka(jalur: Path) -> TextIOWrapper:
    return jalur.open("w", encoding="utf-8-sig", newline="", errors="backslashreplace")


def _sel(nilai: Any) -> object:
    if isinstance(nilai, str):
        return teks_aman(nilai)
    if isinstance(nilai, float):
        return f"{nilai:.2f}".rstrip("0").rstrip(".")
    return nilai
