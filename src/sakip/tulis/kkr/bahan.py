"""What a report prints of each document that the checklist compares: its own measurement, PK, Renstra, IKU.

Forms and tables are known by kind, roles and titles; a table that prints realisations is the report's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.angka.cetakan import Kosong
from sakip.angka.notasi import kosong
from sakip.model.peran import PERAN
from sakip.model.tabel import BARIS_KATA
from sakip.teks.istilah import bentuk
from sakip.teks.jarak import mirip
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sakip.angka.lokasi import Lokasi
    from sakip.model.laporan import Laporan
    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.model.sel import Sel
    from sakip.model.tabel import Tabel
    from sakip.teks.kalimat import Isi
    from sakip.tulis.kkr.butir_uji import DokumenUji

__all__ = ["Bahan", "Hal", "Himpunan", "berangka", "pasangkan"]

INDIKATOR = tuple(p.nama for p in PERAN.values() if p.menamai == "indikator")
TARGET = tuple(p.nama for p in PERAN.values() if p.rencana == "pk")
"""Targets that were agreed on."""
UTAMA = frozenset({"tujuan", "sasaran"})
"""Kinds of the indicators that stand for the agency as a whole."""

MIRIP = 0.85
"""Names this much alike are one name in another spelling."""


@attrs.frozen
class Hal:
    """A sasaran, an indicator or a target that a document prints: what it is known by, its name, where it stands."""

    kunci: str
    nama: str
    tempat: Isi
    utama: bool = True


@attrs.frozen
class Himpunan:
    """What two documents have in common, and what only one of them has."""

    cocok: tuple[Hal, ...]
    kiri: tuple[Hal, ...]
    kanan: tuple[Hal, ...]


def berangka(s: Sel | None) -> bool:
    """Whether a cell prints a figure."""
    return s is not None and s.isi is not None and not isinstance(s.isi, Kosong)


def pasangkan(kiri: Sequence[Hal], kanan: Sequence[Hal]) -> Himpunan:
    """The sets of two documents against each other, spellings aside."""
    cocok = tuple(a for a in kiri if any(_sama(a, b) for b in kanan))
    return Himpunan(
        cocok,
        tuple(a for a in kiri if a not in cocok),
        tuple(b for b in kanan if b.utama and not any(_sama(a, b) for a in kiri)),
    )


def _sama(a: Hal, b: Hal) -> bool:
    return a.kunci == b.kunci or mirip(a.nama, b.nama) >= MIRIP


class Bahan:
    """A report as the checklist looks at it."""

    def __init__(self, laporan: Laporan, dokumen: Mapping[str, DokumenUji]) -> None:
        self.laporan = laporan
        self.dokumen = dokumen
        self._jenis = {i.kunci: i.jenis for i in laporan.indikator}
        self._kunci = {baku(n): i.kunci for i in laporan.indikator for n in (i.nama, *i.alias)}
        self._nama = {i.kunci: i.nama for i in laporan.indikator}
        # What the report measured is sought once: every comparison has it on one side.
        self.pengukuran = [
            t for t in laporan.tabel if self.kolom(t, ("realisasi", "capaian")) and self.kolom(t, INDIKATOR)
        ]

    # -- columns and cells ----------------------------------------------------------------

    def kolom(self, t: Tabel, peran: Iterable[str]) -> list[int]:
        """The columns with one of these roles, of the year of the report; `@lalu` asks for an earlier one."""
        tahun = self.laporan.tahun
        hasil = []
        for p in peran:
            nama, _, lalu = p.partition("@")
            for i, k in enumerate(t.kolom):
                dahulu = k.periode is not None and k.periode < tahun
                if k.peran.nama == nama and (dahulu if lalu else k.periode in {None, tahun}):
                    hasil.append(i)
        return hasil

    def sel(self, peran: Sequence[str]) -> dict[Isi, list[Sel]]:
        """The filled cells of all columns with these roles, table by table."""
        hasil: dict[Isi, list[Sel]] = {}
        for t in self.laporan.tabel:
            teks = [i for i in self.kolom(t, peran) if t.kolom[i].peran.jenis is None]
            angka = [i for i in self.kolom(t, peran) if i not in teks]
            isi = [b.sel[i] for b in t.baris if b.jenis not in BARIS_KATA for i in angka if berangka(b.sel[i])]
            isi += [b.sel[i] for b in t.baris if b.jenis not in BARIS_KATA for i in teks if not kosong(b.sel[i].teks)]
            if isi:
                hasil[t.tempat] = hasil.get(t.tempat, []) + isi
        return hasil

    def tabel_berjudul(self, judul: Iterable[str]) -> list[Tabel]:
        """The tables whose title has these words in a row."""
        return [t for t in self.laporan.tabel if _berjudul(t, judul)]

    # -- documents ------------------------------------------------------------------------

    def formulir(self, jenis: Sequence[str]) -> list[PerjanjianKinerja]:
        """The agreement forms of these kinds; one without an office is nobody's agreement, but a plan in that form."""
        return [f for f in self.laporan.perjanjian if f.jenis in jenis and f.jabatan.strip()]

    def tabel(self, dokumen: str) -> list[Tabel]:
        """The tables that print a document of planning, or what the report measured (`lkj`)."""
        if dokumen == "lkj":
            return self.pengukuran
        d = self.dokumen[dokumen]
        return [
            t
            for t in self.laporan.tabel
            if not any(k.peran.terukur for k in t.kolom)
            and (any(d.rencana and k.peran.rencana == d.rencana for k in t.kolom) or _berjudul(t, d.judul))
        ]

    def hal(self, apa: str, dokumen: str) -> list[Hal]:
        """The sasaran, indicators or targets that a document prints, each once."""
        hasil: dict[str, Hal] = {}
        for h in self._hal(apa, dokumen):
            lama = hasil.get(h.kunci)
            if lama is None or (h.utama and not lama.utama):
                hasil[h.kunci] = h
        return list(hasil.values())

    def _hal(self, apa: str, dokumen: str) -> Iterator[Hal]:
        for t in self.tabel(dokumen):
            yield from self._hal_tabel(apa, t, lkj=dokumen == "lkj")
        for f in self.formulir(self.dokumen[dokumen].formulir) if dokumen != "lkj" else ():
            for k in f.kinerja:
                utama = f.eselon == "II"
                if apa == "sasaran" and not kosong(k.sasaran):
                    yield Hal(baku(k.sasaran), k.sasaran, f.tempat, utama)
                elif apa != "sasaran" and k.indikator and (apa == "indikator" or berangka(k.target)):
                    yield self._indikator(k.indikator, f.tempat, utama=utama)

    def _hal_tabel(self, apa: str, t: Tabel, *, lkj: bool) -> Iterator[Hal]:
        nama = [i for i, k in enumerate(t.kolom) if k.peran.menamai == "indikator"]
        target = self.kolom(t, TARGET)
        for b in t.baris:
            ada = next((b.sel[i].teks for i in nama if not kosong(b.sel[i].teks)), "")
            ind = self._indikator(ada, t.tempat) if ada and b.jenis == "rincian" else None
            if lkj and ind is not None and not ind.utama:
                continue  # measured at a level below the agency's own
            if apa == "sasaran":
                yield from (Hal(baku(x), x, t.tempat) for x in _sasaran(t, b.jenis, b.sel))
            elif ind is not None and (apa == "indikator" or any(berangka(b.sel[i]) for i in target)):
                yield ind

    def _indikator(self, nama: str, tempat: Isi, *, utama: bool = True) -> Hal:
        kunci = self._kunci.get(baku(nama), baku(nama))
        jenis = self._jenis.get(kunci)
        return Hal(kunci, self._nama.get(kunci, nama), tempat, utama and (jenis is None or jenis in UTAMA))

    # -- places ---------------------------------------------------------------------------

    def letak(self, dokumen: str) -> set[Lokasi]:
        """The places of the figures of a document."""
        hasil = {s.lokasi for t in self.tabel(dokumen) for b in t.baris for s in b.sel}
        if dokumen != "lkj":
            for f in self.formulir(self.dokumen[dokumen].formulir):
                hasil.update(s.lokasi for s in sel_formulir(f))
        return hasil


def sel_formulir(f: PerjanjianKinerja) -> list[Sel]:
    """The figures of a form."""
    return [s for s in f.sel if berangka(s)]


def _berjudul(t: Tabel, judul: Iterable[str]) -> bool:
    teks = f" {baku(t.judul)} "
    return any(f" {j} " in teks for j in judul)


def _sasaran(t: Tabel, jenis: str, sel: Sequence[Sel]) -> Iterator[str]:
    """The sasaran or tujuan that a row prints: in its column, or as a heading of the lines below."""
    if jenis == "kelompok":
        yield from (c["nama"] for s in sel if (c := bentuk("tabel.kelompok").match(s.teks.strip())))
    elif jenis == "rincian":
        for k, s in zip(t.kolom, sel, strict=True):
            if k.peran.menamai == "sasaran" and not kosong(s.teks):
                yield s.teks
