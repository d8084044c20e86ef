"""What holds between the figures of a sentence itself, whoever's they are: shares, sums, differences, means.

Such a relation is entered where the figures bear it out, or where the words state it so plainly that another result is
wrong: an achievement beside its target and realisation, a share behind what was spent of a budget, the two sexes of
a total.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Angka, Jenis
from sakip.errors import AngkaError
from sakip.fakta.susun import kunci_rujukan
from sakip.model.narasi import Rujukan
from sakip.pembaca.tafsir.prosa.buku_klaim import DALAM_KALIMAT
from sakip.pembaca.tafsir.prosa.ujaran import bobot
from sakip.teks.istilah import bentuk

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Sequence

    from sakip.fakta.register import Butir, Register, TabelFakta
    from sakip.pembaca.tafsir.prosa.buku_klaim import BukuKlaim
    from sakip.pembaca.tafsir.prosa.ikatan import Kalimat, Pengikat
    from sakip.pembaca.tafsir.prosa.ujaran import Bilangan

__all__ = ["hubungkan"]

BATAS = (Fraction(100), Fraction(110), Fraction(120), Fraction(150))
"""Where reports cap achievements: one that stands there follows no formula for certain."""
BERBEDA = 2
"""Digits of a difference, at least: one that small is one of many things."""
DEKAT = 6
"""Figures before and behind a difference among which the two are sought that it is of."""
KHUSUS = 4
"""Digits by which money is known to be the sum of a table."""
BAGIAN_TERBANYAK = 12
"""Parts of a sum in a sentence, at most."""


def hubungkan(kalimat: Sequence[Kalimat], reg: Register, pengikat: Pengikat, buku: BukuKlaim) -> None:
    """Enter what holds between the figures of each sentence."""
    p = _Penghubung(reg, pengikat, buku)
    for k in kalimat:
        if not k.ujaran.bilangan:
            continue
        p.rerata(k)
        p.jumlah_baris(k)
        if len(k.ujaran.bilangan) > 1:
            p.capaian(k)
            p.uang(k)
            p.sisa(k)
            p.bagian(k)
            p.gerak(k)


def _nilai(b: Bilangan) -> tuple[Fraction, Fraction] | None:
    """The value of a figure, and half of its last decimal; None where it cannot be read."""
    try:
        a = Angka.baca(b.teks, Jenis.RUPIAH if b.uang else Jenis.NILAI)
    except AngkaError:
        return None
    return a.pecahan, a.setengah if a.desimal or a.pangkat else Fraction()


def _cocok(hasil: Bilangan, operan: Sequence[Bilangan], rumus: Callable[..., Fraction]) -> bool:
    """Whether a figure is what a formula gives of values that round to the others."""
    cetak = _nilai(hasil)
    semua = [_nilai(b) for b in operan]
    if cetak is None:
        return False
    ujung = [(n - s, n + s) for x in semua if x is not None for n, s in [x]]
    if len(ujung) != len(operan):
        return False
    try:
        nilai = [rumus(*u) for u in product(*ujung)]
    except ZeroDivisionError:
        return False
    return min(nilai) - cetak[1] <= cetak[0] <= max(nilai) + cetak[1]


_CAPAIAN: tuple[Callable[[Fraction, Fraction], Fraction], ...] = (
    lambda r, t: 100 * r / t,
    lambda r, t: 100 * t / r,
    lambda r, t: 100 * (2 * t - r) / t,
    lambda r, t: 100 * (t - r) / t,
)
"""The usual formulas of achievement, the plain share first."""
_BERBAGIAN = frozenset({"serapan", "capaian", "mencapai", "realisasi", "sisa"})
"""Words for a share of a budget."""


@attrs.frozen
class _Penghubung:
    reg: Register
    pengikat: Pengikat
    buku: BukuKlaim

    def _nama(self, k: Kalimat, b: Bilangan) -> str:
        """The name by which others refer to a figure, which is entered if it is not yet; empty where it cannot be."""
        if b not in k.klaim:
            nama = self.buku.baru()
            isi = {"rumus": "tanpa", "alasan": DALAM_KALIMAT}
            lama = self.buku.di(k.alinea, b.awal)
            if lama is not None:
                nama = lama.id or nama
                self.buku.lengkapi(k.alinea, b.awal, id=nama)
            elif not self.buku.tambah(k.alinea, (b.awal, b.akhir), "pagu" if b.uang else "angka", id=nama, **isi):
                return ""
            k.klaim[b] = nama
        return k.klaim[b]

    def _bebas(self, k: Kalimat, b: Bilangan) -> bool:
        """Whether nothing tests a figure yet: no claim stands there, or one of a fact that no table prints."""
        if b in k.klaim:
            return False
        lama = self.buku.di(k.alinea, b.awal)
        if lama is None:
            return self.buku.bebas(k.alinea, b.awal, b.akhir)
        return not lama.rumus and lama.fakta is not None and not self.reg.cetakan(*kunci_rujukan(self.reg, lama.fakta))

    def _tautkan(self, k: Kalimat, hasil: Bilangan, rumus: str, operan: Iterable[Bilangan]) -> None:
        """A result that follows from other figures of its sentence."""
        nama = [self._nama(k, b) for b in operan]
        if all(nama):
            milik = self.buku.baru()
            dari = tuple(Rujukan(klaim=n) for n in nama)
            peran = "pagu" if hasil.uang else "persen" if hasil.persen else "angka"
            baru = self.buku.tambah(k.alinea, (hasil.awal, hasil.akhir), peran, id=milik, rumus=rumus, dari=dari)
            if baru or self.buku.lengkapi(k.alinea, hasil.awal, rumus=rumus, dari=dari):
                k.klaim[hasil] = milik

    # -- shares

    def capaian(self, k: Kalimat) -> None:
        """An achievement beside its target and realisation."""
        t, r, c = (_satu(k, apa) for apa in ("target", "realisasi", "capaian"))
        if c is None and r is not None:
            c = _sesudah(k, r)
        if t is None or r is None or c is None or not self._bebas(k, c) or t.uang or r.uang:
            return
        cetak, target, realisasi = _nilai(c), _nilai(t), _nilai(r)
        if cetak is None or not target or not target[0] or not realisasi or not realisasi[0]:
            return
        benar = [f for f in _CAPAIAN if _cocok(c, (r, t), f)]
        salah = not benar and cetak[0] not in BATAS and not k.ujaran.lain and _beriring((t, r, c))
        if salah or benar[:1] == [_CAPAIAN[0]]:
            self._tautkan(k, c, "persen", (r, t))

    def sisa(self, k: Kalimat) -> None:
        """What is left of a budget that the sentence names: that less what was spent, as the tables print them."""
        milik = {i.butir.subjek for i in k.ikatan.values() if i.butir.peran.uang and not i.tegas}
        for b in k.ujaran.bilangan:
            if len(milik) != 1 or not b.uang or b.kata[-1:] != ("sisa",) or not self._bebas(k, b):
                continue
            (subjek,) = milik
            tahun = self.reg.laporan.tahun
            isi = [self.reg.cari(subjek or "", p, tahun) for p in ("pagu", "realisasi_anggaran")]
            dua = [x for x in isi if x is not None and x.nilai is not None]
            if (
                len(dua) == len(isi)
                and all(map(self.pengikat.dikenal, dua))
                and _nilai(b) == ((dua[0].nilai or 0) - (dua[1].nilai or 0), Fraction())
            ):
                self._tautkan_fakta(k, b, "selisih", dua)

    def uang(self, k: Kalimat) -> None:
        """What was spent of a budget in percent, and what is left of it."""
        pagu = [b for b in k.ujaran.bilangan if b.uang and b.kata[-1:] in {("anggaran",), ("menjadi",)}]
        pakai = [
            b for b in k.ujaran.bilangan if b.uang and b.kata[-1:] in {("realisasi",), ("serapan",), ("mencapai",)}
        ]
        if len(pagu) != 1 or len(pakai) != 1:
            return
        (p,), (r,) = pagu, pakai
        for b in k.ujaran.bilangan:
            if b.uang and b.kata[-1:] == ("sisa",) and self._bebas(k, b):
                if _cocok(b, (p, r), lambda x, y: x - y) or _tegas_sisa(k, p, r, b):
                    self._tautkan(k, b, "selisih", (p, r))
            elif b.persen and (b.turunan or set(b.kata) & _BERBAGIAN) and self._bebas(k, b):
                sisa = [x for x in k.ujaran.bilangan if x.uang and x.kata[-1:] == ("sisa",)]
                atas = next((x for x in (r, *sisa) if _cocok(b, (x, p), _CAPAIAN[0])), None)
                if atas is None and _tegas_serapan(k, p, r, b):
                    atas = r
                if atas is not None:
                    self._tautkan(k, b, "persen", (atas, p))

    # -- sums and differences

    def bagian(self, k: Kalimat) -> None:
        """`45 orang terdiri dari 20 laki-laki dan 25 perempuan`: a total and its parts."""
        a, semua = k.alinea, k.ujaran.bilangan
        for n, total in enumerate(semua[:-2]):
            m = bentuk("ujaran.terdiri").search(a.teks, total.akhir, semua[n + 1].awal)
            if m is None or not self._bebas(k, total):
                continue
            bagian = [semua[n + 1]]
            for x, y in zip(semua[n + 1 :], semua[n + 2 :], strict=False):
                if bentuk("ujaran.bagian").match(a.teks[x.akhir : y.awal]) is None or len(bagian) >= BAGIAN_TERBANYAK:
                    break
                bagian.append(y)
            if len(bagian) < 2 or any(b.persen != total.persen or b.uang != total.uang for b in bagian):
                continue
            ujung = a.teks.find(".", bagian[-1].akhir)
            isi = a.teks[m.end() : ujung if ujung >= 0 else len(a.teks)]
            lengkap = len(bagian) == 2 and bentuk("ujaran.kelamin").search(isi) is not None
            if lengkap or _cocok(total, bagian, lambda *x: sum(x, Fraction())):
                self._tautkan(k, total, "jumlah", bagian)
            return

    def gerak(self, k: Kalimat) -> None:
        """`naik 3,20 poin dari 75,20 menjadi 78,40`: a difference of two others."""
        semua = k.ujaran.bilangan
        for n, d in enumerate(semua):
            kiri = k.alinea.teks[max(k.ujaran.awal, d.awal - 40) : d.awal]
            if bobot(d.teks) < BERBEDA or not self._bebas(k, d) or not bentuk("ujaran.beda").search(kiri):
                continue
            dekat = semua[max(0, n - DEKAT) : n + DEKAT + 1]
            lain = [b for b in dekat if b is not d and b.uang == d.uang]
            for x, y in product(lain, lain):
                if x is not y and _cocok(d, (x, y), lambda p, q: p - q):
                    self._tautkan(k, d, "selisih", (x, y))
                    break

    # -- over the lines of a table

    def rerata(self, k: Kalimat) -> None:
        """The mean of the achievements, or of the absorptions, of a table or of all."""
        m = bentuk("ujaran.rerata").search(k.alinea.teks, k.ujaran.awal, k.ujaran.akhir)
        if m is None:
            return
        for b in k.ujaran.bilangan:
            if b.awal < m.end() or b.uang or not self._bebas(k, b):
                continue
            peran = "serapan" if m["serapan"] else "capaian"
            if self._rerata_tercetak(k, b, peran):
                return
            populasi = self._populasi(peran)
            cocok = next((p for p in populasi if _sama_rerata(b, p)), None)
            if cocok is None and len(populasi) == 1 and self._tegas(k, b, m, populasi[0]):
                cocok = populasi[0]
            if cocok is not None:
                self._tautkan_fakta(k, b, "rerata", cocok)
            return

    def _rerata_tercetak(self, k: Kalimat, b: Bilangan, peran: str) -> bool:
        """Tie a figure to a mean that a table prints."""
        x = _nilai(b)
        for y in self.reg.butir:
            rerata = y.subjek is not None and y.subjek.startswith("rerata:") and y.peran.nama == peran
            if rerata and x is not None and y.nilai == x[0] and y.letak.periode == self.reg.laporan.tahun:
                r = self.pengikat.rujukan(y)
                nama = self.buku.baru()
                if r is not None and self.buku.tambah(k.alinea, (b.awal, b.akhir), peran, id=nama, fakta=r):
                    k.klaim[b] = nama
                    return True
        return False

    def _tegas(self, k: Kalimat, b: Bilangan, m: re.Match[str], isi: Sequence[Butir]) -> bool:
        """Whether a sentence plainly speaks of the mean of all these lines: of one kind, in one group."""
        sela = k.alinea.teks[m.end() : b.awal].replace(str(self.reg.laporan.tahun), "")
        if not m["capaian"] or k.ujaran.sebutan or not bentuk("ujaran.sambung").match(sela):
            return False
        if k.ujaran.tahun - {self.reg.laporan.tahun}:
            return False
        tabel = [t for t in self.reg.tabel if any(y in isi for baris in t.rincian for y in baris.butir.values())]
        berkelompok = any(baris.kelompok for t in tabel for baris in t.baris)
        berata = any(y.subjek is not None and y.subjek.startswith("rerata:") for y in self.reg.butir)
        jenis = {i.jenis for y in isi if (i := self.reg.indikator.get(y.subjek or "")) is not None}
        tunggal = all(len({x.nilai for x in self.reg.cetakan(*y.kunci)}) == 1 for y in isi if y.kunci is not None)
        return tunggal and not berkelompok and not berata and len(jenis) <= 1

    def _populasi(self, peran: str) -> list[list[Butir]]:
        """The lines that print a share, table by table, and all of them: each set once."""
        tahun = self.reg.laporan.tahun
        hasil: dict[frozenset[object], list[Butir]] = {}
        semua: dict[object, Butir] = {}
        for t in self.reg.tabel:
            isi = [
                self._acuan(y)
                for baris in t.rincian
                for y in baris.butir.values()
                if y.peran.nama == peran and y.letak.periode == tahun and y.kunci is not None
            ]
            if len(isi) > 1 and all(y.berangka for y in isi):
                hasil.setdefault(frozenset(y.kunci for y in isi), isi)
            for y in isi:
                if y.berangka:
                    semua.setdefault(y.kunci, y)
        if len(semua) > 1:
            hasil.setdefault(frozenset(semua), list(semua.values()))
        return list(hasil.values())

    def _acuan(self, y: Butir) -> Butir:
        """The print by which a reference to the fact of `y` is reckoned."""
        return (self.reg.cari(*y.kunci) if y.kunci is not None else None) or y

    def jumlah_baris(self, k: Kalimat) -> None:
        """Money of the whole where no table prints the total: the sum of the lines of one that has no levels."""
        uang = [b for b in k.ujaran.bilangan if b.uang and self._bebas(k, b)]
        if not k.seluruh or not uang:
            return
        for t in self.reg.tabel:
            kolom = {p: [self._acuan(y) for y in x] for p, x in _kolom_tanpa_jumlah(t).items()}
            kolom = {p: x for p, x in kolom.items() if all(map(self.pengikat.dikenal, x))}
            cocok = {b: p for b in uang for p, x in kolom.items() if _sama_jumlah(b, x)}
            if not cocok:
                continue
            for b in uang:
                peran = cocok.get(b, "")
                if not peran and b.polos and len(b.kata) == 1:
                    peran = {"anggaran": "pagu", "realisasi": "realisasi_anggaran"}.get(b.kata[0], "")
                if peran in kolom and peran not in {p for x, p in cocok.items() if x is not b}:
                    self._tautkan_fakta(k, b, "jumlah", kolom[peran])
            return

    def _tautkan_fakta(self, k: Kalimat, b: Bilangan, rumus: str, isi: Sequence[Butir]) -> None:
        dari = [r for x in isi if (r := self.pengikat.rujukan(x)) is not None]
        if len(dari) != len(isi):
            return
        nama = self.buku.baru()
        peran = "pagu" if b.uang else "persen"
        if self.buku.tambah(k.alinea, (b.awal, b.akhir), peran, id=nama, rumus=rumus, dari=tuple(dari)):
            k.klaim[b] = nama


def _kolom_tanpa_jumlah(t: TabelFakta) -> dict[str, list[Butir]]:
    """The columns of money of a table of one level that prints no total."""
    if any(b.jenis != "rincian" for b in t.baris):
        return {}
    if len({b.kode.count(".") for b in t.rincian if b.kode is not None}) > 1:
        return {}
    hasil: dict[str, list[Butir]] = {}
    for peran in ("pagu", "realisasi_anggaran"):
        isi = [y for b in t.rincian for y in b.butir.values() if y.peran.nama == peran and y.kunci is not None]
        if len(isi) == len(t.rincian) > 1 and all(y.berangka for y in isi):
            hasil[peran] = isi
    return hasil


def _satu(k: Kalimat, apa: str) -> Bilangan | None:
    """The only figure that the words before it call so; None where there are more or none."""
    semua = [b for b in k.ujaran.bilangan if b.kata[-1:] == (apa,)]
    return semua[0] if len(semua) == 1 else None


def _tegas_serapan(k: Kalimat, p: Bilangan, r: Bilangan, b: Bilangan) -> bool:
    """Whether a share right behind what was spent, right behind the budget, is plainly that of the one in the other."""
    semua = k.ujaran.bilangan
    n = semua.index(p)
    beriring = semua[n : n + 3] == (p, r, b) and r.polos and r.melekat and b.turunan
    return beriring and bentuk("ujaran.dari_lain").match(k.alinea.teks[b.akhir : k.ujaran.akhir]) is None


def _tegas_sisa(k: Kalimat, p: Bilangan, r: Bilangan, b: Bilangan) -> bool:
    """Whether money called what is left, behind what was spent of a budget, is plainly that: no other is named."""
    uang = [x for x in k.ujaran.bilangan if x.uang]
    polos = p.melekat and r.melekat and b.melekat and not k.ujaran.lain
    return (
        uang == [p, r, b]
        and polos
        and bentuk("ujaran.dari_lain").match(k.alinea.teks[b.akhir : k.ujaran.akhir]) is None
    )


def _beriring(semua: Sequence[Bilangan]) -> bool:
    """Whether figures stand one after the other, and nothing between them speaks of something else."""
    awal, *lain = sorted(semua, key=lambda b: b.awal)
    return awal.melekat and all((b.polos and b.melekat) or b.turunan for b in lain)


def _sesudah(k: Kalimat, r: Bilangan) -> Bilangan | None:
    """The share that says a figure again."""
    semua = k.ujaran.bilangan
    n = semua.index(r) + 1
    return semua[n] if n < len(semua) and semua[n].turunan and semua[n].persen else None


def _sama_rerata(b: Bilangan, isi: Sequence[Butir]) -> bool:
    x = _nilai(b)
    if x is None:
        return False
    rata = sum((y.nilai or Fraction() for y in isi), Fraction()) / len(isi)
    return abs(rata - x[0]) <= x[1]


def _sama_jumlah(b: Bilangan, isi: Sequence[Butir]) -> bool:
    x = _nilai(b)
    return (
        x is not None
        and bobot(b.teks) >= KHUSUS
        and abs(sum((y.nilai or Fraction() for y in isi), Fraction()) - x[0]) <= x[1]
    )
