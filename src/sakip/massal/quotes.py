"""What of a report is compared with other reports: a few dozen prints, never the report itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sakip.fakta import susun
from sakip.fakta.register import ANGGARAN
from sakip.model.laporan import Kutipan
from sakip.model.peran import PERAN
from sakip.teks.istilah import bentuk, himpunan
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Register, TabelFakta
    from sakip.model.laporan import Laporan
    from sakip.model.sel import Sel

__all__ = ["kutip", "wilayah"]

_PROGRAM = re.compile(r"[\dXx]\.[\dXx]{2}\.\d{2}")
"""The full code of a program. A relative code is another program in another urusan."""

UANG = tuple(p.nama for p in PERAN.values() if p.dikutip and p.anggaran)
KINERJA = tuple(p.nama for p in PERAN.values() if p.dikutip and p.ukuran)


def wilayah(instansi: str) -> tuple[str, str]:
    """The agency without its region, and the region: both as plain words, either may be empty."""
    nama = baku(instansi)
    cocok = bentuk("instansi.wilayah").match(nama)
    return (cocok["instansi"], cocok["wilayah"]) if cocok else (nama, "")


def kutip(laporan: Laporan) -> Iterator[Kutipan]:
    """The prints of a report that others may contradict, each with what it is compared by."""
    reg = susun(laporan)
    opd, daerah = wilayah(laporan.instansi)
    yield from _program(laporan)
    if daerah and opd in himpunan("pemerintah"):
        yield from _perangkat(reg, daerah)
    elif daerah:
        yield from _anggaran(reg, opd, daerah)
    yield from _indikator(reg, opd, daerah)


def _buat(laporan: Laporan, perihal: str, peran: str, periode: int | None, nilai: Sel, *, induk: bool) -> Kutipan:
    return Kutipan(
        instansi=laporan.instansi,
        tahun=laporan.tahun,
        perihal=perihal,
        peran=peran,
        periode=periode,
        induk=induk,
        nilai=nilai,
    )


def _program(laporan: Laporan) -> Iterator[Kutipan]:
    """The name of each program, once."""
    sudah: set[str] = set()
    for t in laporan.tabel:
        kode, nama = t.indeks("kode"), t.indeks("nama")
        if kode is None or nama is None:
            continue
        for b in t.baris:
            cetak = b.sel[kode].teks.strip().rstrip(".").upper()
            if _PROGRAM.fullmatch(cetak) and cetak not in sudah and baku(b.sel[nama].teks):
                sudah.add(cetak)
                yield _buat(laporan, f"program {cetak}", "nama", laporan.tahun, b.sel[nama], induk=False)


def _anggaran(reg: Register, opd: str, daerah: str) -> Iterator[Kutipan]:
    """The whole budget of an agency."""
    for peran in UANG:
        b = reg.cari(ANGGARAN, peran, reg.laporan.tahun)
        if b is not None and b.sel is not None:
            yield _buat(reg.laporan, f"anggaran {opd} {daerah}", peran, reg.laporan.tahun, b.sel, induk=False)


def _perangkat(reg: Register, daerah: str) -> Iterator[Kutipan]:
    """The budgets that the report of a region prints for its agencies."""
    sudah: set[tuple[str, str]] = set()
    for t in reg.tabel:
        for nama, peran, sel in _baris_uang(t):
            opd = wilayah(nama)[0]
            if opd and (opd, peran) not in sudah:
                sudah.add((opd, peran))
                yield _buat(reg.laporan, f"anggaran {opd} {daerah}", peran, reg.laporan.tahun, sel, induk=True)


def _baris_uang(t: TabelFakta) -> Iterator[tuple[str, str, Sel]]:
    """Lines without a budget code that print money of the year under a name."""
    for b in t.rincian:
        if b.kode is None and b.indikator is None and b.subjek.startswith("belanja:"):
            for peran in UANG:
                butir = b.butir.get(peran)
                if butir is not None and butir.nilai is not None and butir.sel is not None:
                    yield b.nama, peran, butir.sel


def _indikator(reg: Register, opd: str, daerah: str) -> Iterator[Kutipan]:
    """Targets and realisations of each indicator, of this year and of those before it.

    What an agency shares with others of its region is a count: a percentage or an index has no shares.
    """
    lap = reg.laporan
    for i in lap.indikator:
        nama, satuan = baku(i.nama), baku(i.satuan)
        for peran in KINERJA:
            for tahun in (lap.tahun, lap.tahun - 1):
                b = reg.cari(i.kunci, peran, tahun)
                if b is None or b.sel is None:
                    continue
                yield _buat(lap, f"tahun {opd} {daerah} {nama}", peran, tahun, b.sel, induk=tahun < lap.tahun)
                if tahun == lap.tahun and daerah and _TERBAGI & set(satuan.split()) and b.sel.angka is not None:
                    perihal = f"bagian {daerah} {nama} {satuan}"
                    yield _buat(lap, perihal, peran, tahun, b.sel, induk=opd in himpunan("pemerintah"))


_TERBAGI = frozenset(
    {"orang", "jiwa", "peserta", "unit", "usaha", "umkm", "koperasi", "keluarga", "kk", "rumah", "hektar", "ha", "ton"}
    | {"kg", "ekor", "kunjungan", "wisatawan", "siswa", "pegawai", "kelompok", "desa", "kelurahan", "rupiah"}
)
"""Units of what can be divided among agencies and added up again."""
