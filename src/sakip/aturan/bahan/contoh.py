"""What the examples are built from: an agency, its tables, forms and sentences, each in a line or two."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from sakip.angka.lokasi import Lokasi
from sakip.model.laporan import Laporan
from sakip.model.narasi import Klaim
from sakip.model.peran import PERAN
from sakip.model.perjanjian import (
    BarisAnggaran,
    BarisKinerja,
    Diampu,
    PerjanjianKinerja,
    RincianKinerja,
)
from sakip.model.sel import Sel, baca_sel_peran
from sakip.model.tabel import Tabel

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "INSTANSI",
    "TAHUN",
    "Kinerja",
    "Pasangan",
    "Uang",
    "formulir",
    "klaim",
    "laporan",
    "pasangan",
    "sel",
    "tabel",
    "tabel_anggaran",
]

T = TypeVar("T")

Pasangan: TypeAlias = tuple[Callable[[], Laporan], Callable[[], Laporan]]
"""Makes the wrong report; makes the right one."""

INSTANSI = "Dinas Contoh Kota Contoh"
TAHUN = 2025


def pasangan(buat: Callable[[T], Laporan], salah: T, benar: T) -> Pasangan:
    """The two reports of a rule: all that differs between them is `salah` in the place of `benar`."""
    return partial(buat, salah), partial(buat, benar)


def laporan(tahun: int = TAHUN, **isi: Any) -> Laporan:
    """A report of the agency with these parts."""
    return Laporan(instansi=INSTANSI, tahun=tahun, **isi)


def sel(teks: str, peran: str, tempat: str, kolom: str = "") -> Sel:
    """A print outside the tables: its text, its role, the place it stands in."""
    return baca_sel_peran(teks, PERAN[peran], Lokasi(tabel=tempat, kolom=kolom or peran))


def tabel(nomor: str, judul: str, kolom: str, *baris: str) -> Tabel:
    """A table, its columns and the cells of each row divided by bars.

    A row is a total when its name is JUMLAH, the mean of the lines above it when it is RATA-RATA.
    """
    isi = [[s.strip() for s in b.split("|")] for b in baris]
    macam = {"JUMLAH": "total", "RATA-RATA": "rerata"}
    jenis = [next((macam[s] for s in b if s in macam), "rincian") for b in isi]
    return Tabel.susun([k.strip() for k in kolom.split("|")], isi, nomor=nomor, judul=judul, jenis=jenis)


def tabel_anggaran(*baris: str, kolom: str = "kode | nama | pagu", nomor: str = "2.1") -> Tabel:
    """A table of the budget by code."""
    return tabel(nomor, "Anggaran menurut Program, Kegiatan dan Sub Kegiatan", kolom, *baris)


class Uang(NamedTuple):
    """A budget line of a form: a share of `total` when other units bear a part of it (`diampu`)."""

    no: str
    uraian: str
    anggaran: str = ""
    keterangan: str = ""
    total: str = ""
    diampu: tuple[tuple[str, str], ...] = ()

    def baris(self, tempat: str) -> BarisAnggaran:
        """The line within the form `tempat`."""
        return BarisAnggaran(
            no=self.no,
            uraian=self.uraian,
            anggaran=self._sel(self.anggaran, tempat, "anggaran"),
            keterangan=self.keterangan,
            total=self._sel(self.total, tempat, "total"),
            diampu=tuple(
                Diampu(unit=unit, nilai=sel(nilai, "bagian", tempat, f"{self.no} diampu {unit}"))
                for unit, nilai in self.diampu
            ),
            lokasi=Lokasi(tabel=tempat, kolom=self.no),
        )

    def _sel(self, teks: str, tempat: str, kolom: str) -> Sel | None:
        return sel(teks, "pagu", tempat, f"{self.no} {kolom}") if teks else None


class Kinerja(NamedTuple):
    """A performance line of a form."""

    no: str
    indikator: str
    target: str = ""
    rincian: tuple[tuple[str, str], ...] = ()

    def baris(self, tempat: str) -> BarisKinerja:
        """The line within the form `tempat`."""
        return BarisKinerja(
            no=self.no,
            indikator=self.indikator,
            target=sel(self.target, "target", tempat, f"{self.no} target") if self.target else None,
            rincian=tuple(
                RincianKinerja(nama=nama, target=sel(t, "jumlah", tempat, f"{self.no} {nama}"))
                for nama, t in self.rincian
            ),
            lokasi=Lokasi(tabel=tempat, kolom=self.no),
        )


def formulir(
    eselon: str,
    jabatan: str,
    anggaran: Sequence[Uang] = (),
    *,
    kinerja: Sequence[Kinerja] = (),
    jumlah: str = "",
    **isi: Any,
) -> PerjanjianKinerja:
    """An officer's form for 2025."""
    tempat = f"Formulir IKU {jabatan}" if isi.get("jenis") == "iku" else f"PK eselon {eselon} {jabatan}"
    return PerjanjianKinerja(
        eselon=eselon,
        jabatan=jabatan,
        tahun=TAHUN,
        kinerja=tuple(k.baris(tempat) for k in kinerja),
        anggaran=tuple(u.baris(tempat) for u in anggaran),
        jumlah=sel(jumlah, "pagu", tempat, "JUMLAH") if jumlah else None,
        lokasi=Lokasi(tabel=tempat),
        lokasi_atasan=Lokasi(tabel=tempat, kolom="atasan"),
        lokasi_jabatan_formulir=Lokasi(tabel=tempat, kolom="jabatan_formulir"),
        lokasi_supervisi=Lokasi(tabel=tempat, kolom="pihak_supervisi"),
        **isi,
    )


def klaim(tertulis: str, peran: str, **isi: Any) -> Klaim:
    """A sentence's figure or word, read as `peran`, and what it is tied to."""
    bagian = isi.pop("bagian", "III.A")
    kolom = isi.get("id", "tertulis")
    return Klaim(tertulis=sel(tertulis, peran, f"Narasi {bagian}", kolom), bagian=bagian, **isi)
