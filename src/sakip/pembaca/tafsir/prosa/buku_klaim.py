"""The claims of the prose as they are found, and the figures of the tables by which a reading is confirmed."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Any

import attrs

from sakip.angka.angka import Angka
from sakip.angka.lokasi import Lokasi
from sakip.errors import AngkaError
from sakip.model.kode import PenyusunKode, tingkat_kode
from sakip.model.laporan import Catatan
from sakip.model.narasi import Klaim
from sakip.model.peran import PERAN
from sakip.model.sel import Sel, baca_sel_peran
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from fractions import Fraction

    from sakip.model.indikator import Indikator
    from sakip.model.laporan import Laporan
    from sakip.pembaca.tafsir.prosa.alinea import Alinea

__all__ = ["DALAM_KALIMAT", "KLAIM_TERBANYAK", "TERLALU_BANYAK", "BukuKlaim", "pola_nama"]

DALAM_KALIMAT = kalimat("subjek_atau_peran_tidak_jelas")
"""Why a figure of a sentence is untied."""
KLAIM_TERBANYAK = 50_000
"""Claims of a report, at most."""
TERLALU_BANYAK = Catatan(kalimat("narasi_terlalu_panjang", angka=KLAIM_TERBANYAK), hilang=True)
"""What is said of a report that has more."""


@attrs.define(slots=True, eq=False)
class BukuKlaim:
    """What was found so far.

    Attributes:
        laporan: the report, without its prose.
        klaim: the claims with the places at which they stand, for their order.
        terpakai: the stretches of each paragraph that claims stand on, in order.
        letak: where a claim begins, to its number among them.
        penuh: whether there were more claims than are kept.
        nilai: printed values of the tables by indicator, role and year.
        nama: spellings of indicators to them.
        program: codes of programs to their names.
    """

    laporan: Laporan
    klaim: list[tuple[int, int, Klaim]] = attrs.field(factory=list)
    terpakai: dict[int, list[tuple[int, int]]] = attrs.field(factory=dict)
    letak: dict[tuple[int, int], int] = attrs.field(factory=dict)
    nilai: dict[tuple[str, str, int | None], set[Fraction]] = attrs.field(factory=dict)
    nama: dict[str, Indikator] = attrs.field(factory=dict)
    program: dict[str, list[str]] = attrs.field(factory=dict)
    kode: dict[str, int] = attrs.field(factory=dict)
    urut: int = 0
    penuh: bool = False

    @classmethod
    def dari(cls, laporan: Laporan) -> BukuKlaim:
        """An empty book over a report."""
        buku = cls(laporan)
        for ind in laporan.indikator:
            for n in (ind.nama, *ind.alias):
                buku.nama.setdefault(baku(n), ind)
        buku._isi_tabel()
        return buku

    def _isi_tabel(self) -> None:
        for t in self.laporan.tabel:
            kode, nama = t.indeks("kode"), t.indeks("nama")
            ind = t.indeks("indikator") if t.indeks("indikator") is not None else t.indeks("indikator_sasaran")
            penyusun = PenyusunKode()
            for b in t.baris:
                if b.jenis != "rincian":
                    continue
                if kode is not None and nama is not None:
                    lengkap = penyusun.lengkap(b.sel[kode].teks, b.sel[nama].teks)
                    if lengkap is not None:
                        self.kode[tingkat_kode(lengkap)] = self.kode.get(tingkat_kode(lengkap), 0) + 1
                        if tingkat_kode(lengkap) == "program":
                            self.program.setdefault(lengkap, []).append(b.sel[nama].teks)
                milik = self.nama.get(baku(b.sel[ind].teks)) if ind is not None else None
                if milik is None:
                    continue
                for k, s in zip(t.kolom, b.sel, strict=True):
                    if isinstance(s.isi, Angka) and not k.label:
                        tahun = k.peran.tahun(k.periode, self.laporan.tahun)
                        self.nilai.setdefault((milik.kunci, k.peran.nama, tahun), set()).add(s.isi.pecahan)

    def baru(self) -> str:
        """A name for a claim to which others refer."""
        self.urut += 1
        return f"k{self.urut}"

    def bebas(self, a: Alinea, mulai: int, akhir: int) -> bool:
        """Whether no claim stands there yet."""
        terpakai = self.terpakai.get(a.urut, [])
        i = bisect_left(terpakai, (mulai, akhir))
        return (i == len(terpakai) or akhir <= terpakai[i][0]) and (not i or mulai >= terpakai[i - 1][1])

    def tambah(self, a: Alinea, rentang: tuple[int, int], peran: str = "", **isi: Any) -> bool:
        """Enter a claim on a stretch of a paragraph, read as `peran` demands; False when it cannot be read."""
        if len(self.klaim) >= KLAIM_TERBANYAK:
            self.penuh = True
            return False
        mulai, akhir = rentang
        teks = a.teks[mulai:akhir].strip()
        if not self.bebas(a, mulai, akhir):
            return False
        asal = a.tempat(mulai)
        lokasi = Lokasi(asal.berkas, asal.baris, asal.halaman, asal.sel, f"Narasi {a.bagian}".rstrip(), "tertulis")
        try:
            sel = baca_sel_peran(teks, PERAN[peran], lokasi) if peran else Sel(teks, None, lokasi)
        except AngkaError:
            return False
        insort(self.terpakai.setdefault(a.urut, []), rentang)
        self.letak[a.urut, mulai] = len(self.klaim)
        self.klaim.append((a.urut, mulai, Klaim(tertulis=sel, bagian=a.bagian, **isi)))
        return True

    def di(self, a: Alinea, mulai: int) -> Klaim | None:
        """The claim that begins at a place; None where none does."""
        n = self.letak.get((a.urut, mulai))
        return None if n is None else self.klaim[n][2]

    def lengkapi(self, a: Alinea, mulai: int, **isi: Any) -> bool:
        """Say more of the claim that begins at a place; False where none does."""
        n = self.letak.get((a.urut, mulai))
        if n is None:
            return False
        self.klaim[n] = (a.urut, mulai, attrs.evolve(self.klaim[n][2], **isi))
        return True

    def sama(self, kunci: str, peran: str, tahun: int | None, teks: str) -> bool:
        """Whether a table prints this very figure for the fact."""
        try:
            nilai = Angka.baca(teks).pecahan
        except AngkaError:
            return False
        return nilai in self.nilai.get((kunci, peran, tahun), ())

    def urutkan(self) -> tuple[Klaim, ...]:
        """The claims in the order printed."""
        return tuple(k for _, _, k in sorted(self.klaim, key=lambda x: x[:2]))


def pola_nama(nama: list[str]) -> re.Pattern[str] | None:
    """Finds any of the names, whatever stands between their words; the longest first."""
    pola = {r"\W+".join(map(re.escape, re.findall(r"\w+", n))) for n in nama if re.search(r"\w", n)}
    if not pola:
        return None
    return re.compile(rf"\b(?:{'|'.join(sorted(pola, key=len, reverse=True))})\b", re.IGNORECASE)
