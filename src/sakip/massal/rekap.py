"""A small database on disk while the tables are made: what is counted and compared never has to fit in memory."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sakip.fakta.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

__all__ = ["Rekap"]

SUSUNAN = """
CREATE TABLE laporan (siapa TEXT, instansi TEXT, tahun INTEGER, sumber TEXT);
CREATE TABLE jumlah (instansi TEXT, keluarga TEXT, keparahan TEXT, banyak INTEGER,
                     PRIMARY KEY (instansi, keluarga, keparahan)) WITHOUT ROWID;
CREATE TABLE kutipan (kelompok TEXT, siapa TEXT, instansi TEXT, tahun INTEGER, sumber TEXT, isi TEXT);
"""


class Rekap:
    """Counts, and the quotations of all reports by what is compared."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="sakip-")
        self._basis = sqlite3.connect(Path(self._folder.name, "rekap.sqlite"), isolation_level=None)
        self._basis.execute("PRAGMA journal_mode = OFF")
        self._basis.execute("PRAGMA synchronous = OFF")
        self._basis.executescript(SUSUNAN)
        self._basis.execute("BEGIN")

    def __enter__(self) -> Rekap:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self._basis.close()
        self._folder.cleanup()

    def laporan(self, instansi: str, tahun: int, sumber: str) -> None:
        """Enter a report."""
        self._basis.execute(
            "INSERT INTO laporan VALUES (?, ?, ?, ?)", (f"{baku(instansi)}|{tahun}", instansi, tahun, sumber)
        )

    def temuan(self, instansi: str, keluarga: str, keparahan: str) -> None:
        """Count a finding."""
        self._basis.execute(
            "INSERT INTO jumlah VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET banyak = banyak + 1",
            (instansi, keluarga, keparahan),
        )

    def kutipan(self, instansi: str, tahun: int, sumber: str, isi: list[Any]) -> None:
        """Enter a quotation as its row has it."""
        kelompok = json.dumps(isi[:3], ensure_ascii=False)
        siapa = f"{baku(instansi)}|{tahun}"
        self._basis.execute(
            "INSERT INTO kutipan VALUES (?, ?, ?, ?, ?, ?)",
            (kelompok, siapa, instansi, tahun, sumber, json.dumps(isi)),
        )

    def ganda(self) -> Iterator[tuple[str, int, str]]:
        """Agency, year and source of the reports that stand beside another of the same agency and year."""
        yield from self._baca(
            "SELECT instansi, tahun, sumber FROM laporan WHERE siapa IN "
            "(SELECT siapa FROM laporan GROUP BY siapa HAVING count(*) > 1) ORDER BY siapa, sumber"
        )

    def perbandingan(self) -> Iterator[list[tuple[str, int, str, list[Any]]]]:
        """What several reports print of one thing, thing by thing; reports that are there twice left out."""
        self._basis.execute("CREATE INDEX menurut_kelompok ON kutipan (kelompok, siapa)")
        self._basis.execute(
            "DELETE FROM kutipan WHERE siapa IN (SELECT siapa FROM laporan GROUP BY siapa HAVING count(*) > 1)"
        )
        sebelum = ""
        hasil: list[tuple[str, int, str, list[Any]]] = []
        for kelompok, instansi, tahun, sumber, isi in self._baca(
            "SELECT kelompok, instansi, tahun, sumber, isi FROM kutipan WHERE kelompok IN "
            "(SELECT kelompok FROM kutipan GROUP BY kelompok HAVING count(DISTINCT siapa) > 1) "
            "ORDER BY kelompok, siapa, isi"
        ):
            if kelompok != sebelum and hasil:
                yield hasil
                hasil = []
            sebelum = kelompok
            hasil.append((instansi, tahun, sumber, json.loads(isi)))
        if hasil:
            yield hasil

    def jumlah(self) -> Iterator[tuple[str, str, str, int]]:
        """Agency, family, severity, and how many findings."""
        yield from self._baca("SELECT * FROM jumlah ORDER BY instansi, keluarga, keparahan")

    def menurut_keluarga(self) -> Iterator[tuple[str, str, int]]:
        """Family, severity, and how many findings."""
        yield from self._baca(
            "SELECT keluarga, keparahan, sum(banyak) FROM jumlah GROUP BY keluarga, keparahan "
            "ORDER BY keluarga, keparahan"
        )

    def terbanyak(self, n: int) -> Iterator[tuple[str, int, int, int]]:
        """The agencies with most findings, the grave first: agency, kesalahan, peringatan, catatan."""
        yield from self._baca(
            "SELECT instansi, sum(banyak * (keparahan = 'kesalahan')) AS k, "
            "sum(banyak * (keparahan = 'peringatan')) AS p, sum(banyak * (keparahan = 'catatan')) AS c "
            "FROM jumlah GROUP BY instansi ORDER BY k DESC, p DESC, c DESC, instansi LIMIT ?",
            n,
        )

    def _baca(self, perintah: str, *isi: object) -> Iterator[Any]:
        with closing(self._basis.execute(perintah, isi)) as kursor:
            yield from kursor
