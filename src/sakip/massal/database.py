"""A small database on disk while the tables are made: what is counted and compared never has to fit in memory."""

from __future__ import annotations

import json
from contextlib import closing
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sakip.massal.worklist import temporary_database

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import TracebackType

__all__ = ["Database"]

SUSUNAN = """
CREATE TABLE laporan (siapa TEXT, instansi TEXT, tahun INTEGER, sumber TEXT);
CREATE TABLE jumlah (instansi TEXT, keluarga TEXT, keparahan TEXT, banyak INTEGER,
                     PRIMARY KEY (instansi, keluarga, keparahan)) WITHOUT ROWID;
CREATE TABLE kutipan (kelompok TEXT, baku TEXT, isi TEXT, siapa TEXT, instansi TEXT, tahun INTEGER, sumber TEXT);
"""

TERBANYAK = 200
"""Reports that a comparison of names lists. Where more print the same, one of them stands for the rest."""

Banding = tuple[str, int, str, list[Any], int]
"""Agency, year, source, quotation, and how many reports it stands for."""


class Database:
    """Counts, and the quotations of all reports by what is compared."""

    def __init__(self) -> None:
        self._basis = temporary_database()
        self._basis.executescript(SUSUNAN)
        self._basis.execute("BEGIN")

    def __enter__(self) -> Database:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self._basis.close()

    def laporan(self, siapa: str, instansi: str, tahun: int, sumber: str) -> None:
        """Enter a report; the quotations that follow are of it. Reports with one `siapa` are doubles."""
        self._milik = (siapa, instansi, tahun, sumber)
        self._basis.execute("INSERT INTO laporan VALUES (?, ?, ?, ?)", self._milik)

    def temuan(self, instansi: str, keluarga: str, keparahan: str) -> None:
        """Count a finding."""
        self._basis.execute(
            "INSERT INTO jumlah VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET banyak = banyak + 1",
            (instansi, keluarga, keparahan),
        )

    def kutipan(self, isi: Iterable[Sequence[str]]) -> None:
        """Enter quotations as a row of them has them: those of one thing that are the same do not contradict."""
        self._basis.executemany("INSERT INTO kutipan VALUES (?, ?, ?, ?, ?, ?, ?)", ((*k, *self._milik) for k in isi))

    def ganda(self) -> Iterator[tuple[str, int, str]]:
        """Agency, year and source of the reports that stand beside another of the same agency and year."""
        yield from self._baca(
            "SELECT instansi, tahun, sumber FROM laporan WHERE siapa IN "
            "(SELECT siapa FROM laporan GROUP BY siapa HAVING count(*) > 1) ORDER BY siapa, sumber"
        )

    def perbandingan(self) -> Iterator[list[Banding]]:
        """What several reports print of one thing, where they do not all print the same, thing by thing.

        Reports that are there twice are left out.
        """
        self._basis.execute("CREATE INDEX IF NOT EXISTS menurut_kelompok ON kutipan (kelompok, baku, siapa)")
        self._basis.execute(
            "DELETE FROM kutipan WHERE siapa IN (SELECT siapa FROM laporan GROUP BY siapa HAVING count(*) > 1)"
        )
        for kelompok, ragam in self._baca(
            "SELECT kelompok, count(DISTINCT baku) AS ragam FROM kutipan GROUP BY kelompok "
            "HAVING ragam > 1 AND count(DISTINCT siapa) > 1 ORDER BY kelompok"
        ):
            muat = max(1, TERBANYAK // ragam) if json.loads(kelompok)[1] == "nama" else None
            yield sorted(self._ringkaskan(kelompok, muat), key=itemgetter(0, 1, 2))

    def _ringkaskan(self, kelompok: str, muat: int | None) -> Iterator[Banding]:
        """The quotations of a thing; of those that print the same, `muat` at most."""
        semua = self._baca(
            "SELECT baku, instansi, tahun, sumber, isi FROM kutipan WHERE kelompok = ? ORDER BY baku, siapa, isi",
            kelompok,
        )
        for _, sama in groupby(semua, key=itemgetter(0)):
            milik = iter(sama)
            *awal, wakil = islice(milik, muat)
            lebih = sum(1 for _ in milik)
            for (_, instansi, tahun, sumber, isi), banyak in (*((x, 1) for x in awal), (wakil, 1 + lebih)):
                yield instansi, tahun, sumber, json.loads(isi), banyak

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
