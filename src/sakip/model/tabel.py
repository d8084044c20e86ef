"""Tabel: a printed table, cell by cell, by roles."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.model.peran import baca_kolom
from sakip.model.sel import Sel, baca_sel_peran
from sakip.teks.kalimat import kalimat
from sakip.teks.short_repr import short_repr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sakip.model.peran import Kolom, Peran
    from sakip.teks.kalimat import Isi

__all__ = ["BARIS_KATA", "JENIS_BARIS", "Baris", "Tabel", "sebutan_tabel"]

JENIS_BARIS = frozenset({"judul", "nomor", "kelompok", "rincian", "subtotal", "total", "rerata", "rerata_total"})
"""The kinds of row, as the data files spell them; see `docs/format.md`."""

BARIS_KATA = frozenset({"judul", "nomor", "kelompok"})
"""The kinds of row that hold words only, whatever the roles of their columns."""


TANPA_JUDUL = "Tabel tanpa judul"
"""How findings call a table that has neither a number nor a title; its place says which."""


@lru_cache(maxsize=256)
def sebutan_tabel(nomor: str, judul: str) -> str:
    """How findings call a table: `Tabel 2.7`; a name in place of a number (`Lembar Pengukuran`) as it is."""
    if any(c.isdigit() for c in nomor):
        return f"Tabel {nomor}"
    return nomor or judul or TANPA_JUDUL


@lru_cache(maxsize=256)
def tempat_tabel(nomor: str, judul: str) -> Isi:
    """The same as a sentence, for writers to put into words."""
    if any(c.isdigit() for c in nomor):
        return kalimat("tempat.tabel", nomor=nomor)
    return nomor or judul or kalimat("tempat.tanpa_judul")


@attrs.frozen(slots=True)
class Baris:
    """A printed row: its kind and its cells, in the order of the table's columns."""

    jenis: str
    sel: tuple[Sel, ...]

    @property
    def lokasi(self) -> Lokasi:
        """Where the row begins."""
        return self.sel[0].lokasi if self.sel else Lokasi()


@attrs.frozen(slots=True, field_transformer=short_repr)
class Tabel:
    """A printed table.

    Attributes:
        kolom: the columns, with their roles.
        baris: the rows, with `judul` and `nomor` rows for what is printed above the columns.
        nomor: as printed, `2.7`.
        judul: the title above the table.
        judul_daftar: the title in the list of tables, when it is another one.
        lokasi: where the table begins.
    """

    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    nomor: str = ""
    judul: str = ""
    judul_daftar: str = ""
    lokasi: Lokasi = Lokasi()

    @property
    def sebutan(self) -> str:
        """How findings call it: `Tabel 2.7`, or its name when it has no number."""
        return sebutan_tabel(self.nomor, self.judul)

    @property
    def tempat(self) -> Isi:
        """Where its figures are, as a sentence."""
        return tempat_tabel(self.nomor, self.judul)

    def indeks(self, peran: str) -> int | None:
        """The first column with the role `peran`, without label and period; None when there is none."""
        for i, k in enumerate(self.kolom):
            if k.peran.nama == peran and not k.label and k.periode is None:
                return i
        return None

    @classmethod
    def susun(
        cls,
        kolom: Sequence[str],
        baris: Iterable[Sequence[str] | Mapping[str, str]],
        *,
        nomor: str = "",
        judul: str = "",
        jenis: Sequence[str] | None = None,
    ) -> Tabel:
        """Build a table in Python, without any file.

        Args:
            kolom: the roles, as in the header of a data file: `["nama", "pagu", "realisasi_anggaran"]`.
            baris: the cells of each row as printed, in the order of `kolom` or by role.
            nomor: the printed number of the table.
            judul: the title.
            jenis: the kind of each row; `rincian` when left out.

        Raises:
            PeranError: an unknown role.
            AngkaError: a cell of a figure's role that is no figure.
            ValueError: an unknown kind of row, a row of the wrong length or with a role that is no column,
                or not one kind for every row.
        """
        kepala = tuple(baca_kolom(k) for k in kolom)
        semua = list(baris)
        if jenis is not None and len(jenis) != len(semua):
            raise ValueError(f"{len(jenis)} jenis untuk {len(semua)} baris")
        sebutan = sebutan_tabel(nomor, judul)
        judul_kolom = [(k.peran, k.judul or k.kunci) for k in kepala]
        hasil = tuple(
            Baris(macam, _susun_sel(i, macam, _urutkan(i, isi, kolom), judul_kolom, sebutan))
            for i, (isi, macam) in enumerate(zip(semua, jenis or ["rincian"] * len(semua), strict=True), 1)
        )
        return cls(kepala, hasil, nomor=nomor, judul=judul, lokasi=Lokasi(tabel=sebutan))


def _urutkan(nomor: int, isi: Sequence[str] | Mapping[str, str], kolom: Sequence[str]) -> Sequence[str]:
    """The cells of a row in the order of the columns."""
    if isinstance(isi, Mapping):
        if asing := [k for k in isi if k not in kolom]:
            raise ValueError(f"baris {nomor}: bukan kolom tabel ini: {', '.join(asing)}")
        return [isi.get(k, "") for k in kolom]
    if len(isi) != len(kolom):
        raise ValueError(f"baris {nomor}: {len(isi)} sel untuk {len(kolom)} kolom")
    return isi


def _susun_sel(
    nomor: int, jenis: str, isi: Sequence[str], kolom: list[tuple[Peran, str]], sebutan: str
) -> tuple[Sel, ...]:
    if jenis not in JENIS_BARIS:
        raise ValueError(f"baris {nomor}: jenis baris tidak dikenal: {jenis!r}")
    sel = [
        (t, peran, Lokasi("", nomor, None, None, sebutan, judul)) for t, (peran, judul) in zip(isi, kolom, strict=True)
    ]
    if jenis in BARIS_KATA:
        return tuple([Sel(t, None, lokasi) for t, _, lokasi in sel])
    satuan = next((t for t, peran, _ in sel if peran.nama == "satuan"), "")
    return tuple([baca_sel_peran(t, peran, lokasi, satuan=satuan) for t, peran, lokasi in sel])
