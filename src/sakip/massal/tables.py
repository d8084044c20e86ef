"""The tables over all reports, row by row: CSV for Excel, Parquet for DuckDB and pandas."""

from __future__ import annotations

import csv
import io
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from sakip.massal.single import garis_json
from sakip.tulis.csv_ import teks_aman

if TYPE_CHECKING:
    from collections.abc import Mapping
    from io import TextIOWrapper
    from pathlib import Path
    from types import TracebackType

    from sakip.massal.store import Store

__all__ = ["Tabel"]

SEKALI = 250
"""Rows of a group of a Parquet file: all that is ever held."""

TERPANJANG = 32_767
"""Characters that Excel takes in a cell; it drops the rest, or the row, without a word."""


class Tabel:
    """A table as `nama.csv` and `nama.parquet`: whole when the block ends well, and else not there.

    The CSV begins with a byte order mark, without which Excel takes UTF-8 for something else.
    """

    def __init__(self, store: Store, nama: str, kolom: Mapping[str, type]) -> None:
        self.kolom = kolom
        self._store = store
        self._nama = nama
        self._antre: list[bytes] = []
        self._susun = ExitStack()

    def __enter__(self) -> Tabel:
        import pyarrow as pa
        import pyarrow.parquet as pq

        with ExitStack() as susun:
            path = susun.enter_context(self._store.new_file(f"{self._nama}.csv"))
            self._berkas = susun.enter_context(_buka(path))
            self._csv = csv.writer(self._berkas)
            self._csv.writerow(self.kolom)
            tipe = {str: pa.string(), int: pa.int64(), float: pa.float64()}
            self._skema = pa.schema([(n, tipe[t]) for n, t in self.kolom.items()])
            path = susun.enter_context(self._store.new_file(f"{self._nama}.parquet"))
            # The allocator of pyarrow's own keeps what it has had; that of the system gives it back.
            self._pool = pa.system_memory_pool()
            # Dictionaries would take 5 MB while a table is written, and save nothing that zstd does not.
            self._parquet = susun.enter_context(
                pq.ParquetWriter(path, self._skema, compression="zstd", use_dictionary=False, memory_pool=self._pool)
            )
            self._susun = susun.pop_all()
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, error: BaseException | None, jejak: TracebackType | None
    ) -> None:
        if jenis is None:
            try:
                self._tuang()
            except BaseException as e:
                self._susun.__exit__(type(e), e, e.__traceback__)
                raise
        self._susun.__exit__(jenis, error, jejak)

    def tulis(self, baris: Mapping[str, Any], garis: bytes = b"") -> None:
        """Write a row; `garis` is the same as a line of JSON, where it is at hand."""
        self._csv.writerow([_sel(baris.get(k)) for k in self.kolom])
        self._antre.append(garis or garis_json(baris))
        if len(self._antre) >= SEKALI:
            self._tuang()

    def _tuang(self) -> None:
        from pyarrow import json

        if self._antre:
            isi = b"".join(self._antre)
            # Not pyarrow.table over the values: that loads pandas wherever it is installed, and 50 MB with it.
            baca = json.ReadOptions(use_threads=False, block_size=len(isi) + 1)
            urai = json.ParseOptions(explicit_schema=self._skema, unexpected_field_behavior="ignore")
            tabel = json.read_json(io.BytesIO(isi), baca, urai, memory_pool=self._pool)
            self._parquet.write_table(tabel.select(self._skema.names))
            self._antre = []
            del tabel
            self._pool.release_unused()


def _buka(path: Path) -> TextIOWrapper:
    return path.open("w", encoding="utf-8-sig", newline="", errors="backslashreplace")


def _sel(nilai: Any) -> object:
    if isinstance(nilai, str):
        teks = teks_aman(nilai)
        return teks if len(teks) <= TERPANJANG else f"{teks[: TERPANJANG - 2]} …"
    if isinstance(nilai, float):
        return f"{nilai:.2f}".rstrip("0").rstrip(".")
    return nilai
