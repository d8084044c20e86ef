"""Ties the figures of sentences to facts by what the sentences say.

A figure is *explained* by a fact that prints its value, where the sentence names the subject, or clearly goes on with
the one before, and its words admit role and year. That accuses nobody. Where subject, role and year are plain and
the report prints one value for the fact, a figure that nothing explains is *tested* against it. All others stay
unchecked.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Angka, Jenis
from sakip.errors import AngkaError
from sakip.fakta.register import ANGGARAN, Kunci
from sakip.fakta.susun import kunci_rujukan
from sakip.model.narasi import Rujukan
from sakip.model.peran import PERAN
from sakip.model.sel import baca_sel_peran
from sakip.pembaca.tafsir.prosa.buku_klaim import pola_nama
from sakip.pembaca.tafsir.prosa.ujaran import Bilangan, Ujaran, baca_ujaran, bobot
from sakip.teks.istilah import bentuk, himpunan, istilah
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.fakta.register import Butir, Register
    from sakip.pembaca.tafsir.prosa.alinea import Alinea
    from sakip.pembaca.tafsir.prosa.buku_klaim import BukuKlaim

__all__ = ["Ikatan", "Kalimat", "Pengikat", "ikat"]

_TARGET = ("target", "target_murni", "target_iku", "target_renstra", "target_akhir")
_PERAN = {
    "target": _TARGET,
    "realisasi": ("realisasi", "realisasi_anggaran", "nilai", "serapan", "capaian", "fisik"),
    "capaian": ("capaian", "capaian_akhir", "realisasi", "nilai", "serapan", "fisik", "realisasi_anggaran"),
    "mencapai": ("realisasi", "capaian", "capaian_akhir", "realisasi_anggaran", "serapan", "nilai", "fisik"),
    "menjadi": ("realisasi", "pagu", "nilai", "capaian", "realisasi_anggaran"),
    "anggaran": ("pagu", "pagu_murni", "realisasi_anggaran"),
    "murni": ("pagu_murni", "target_murni"),
    "semula": ("realisasi", "pagu_murni", "target_murni", "pagu", "target"),
    "sisa": ("sisa", "sisa_persen"),
    "perubahan": ("selisih", "perubahan", "sisa"),
    "serapan": ("serapan", "realisasi_anggaran"),
    "fisik": ("fisik",),
    "nilai": ("realisasi", "nilai", "capaian"),
}
"""What a word may mean by a figure, the likeliest first; money is told from measures by its print."""

_TEGAS = {
    "target": "target",
    "realisasi": "realisasi",
    "capaian": "capaian",
    "anggaran": "pagu",
    "murni": "pagu_murni",
    "sisa": "sisa",
    "serapan": "serapan",
}
"""What a word means where it is plain."""

_TURUNAN = {
    "realisasi": ("capaian", "capaian_akhir"),
    "nilai": ("capaian", "capaian_akhir"),
    "realisasi_anggaran": ("serapan",),
    "sisa": ("sisa_persen",),
}
"""As what a share says a figure again: `atau 98,80 %`."""

TERSIRAT = ("realisasi", "nilai", "capaian")
"""What a figure of an indicator is where no word says it: `X tahun 2024 sebesar 78,4`."""

SELURUH = frozenset({*(p.nama for p in PERAN.values() if p.uang), "serapan", "sisa_persen", "fisik"})
"""What a sentence may say of the whole budget."""

KHUSUS = 4
"""Digits by which a print is known among the facts of its subject, without a word for it."""
TERBAWA = 3
"""Digits that it must have where its subject was named in the sentence before."""
UANG = 1_000_000
"""From here on a figure without a unit may be money."""

SERIBU = 500
"""By which figures of money that may be in different units differ at least, with room for a misprint."""

_KURUNG = re.compile(r"\(([^()]*)\)")
_SINGKATAN = re.compile(r"[A-Z][A-Z0-9-]{2,}")


@attrs.define(slots=True)
class Ikatan:
    """What a figure of a sentence is held to be.

    Attributes:
        butir: a print of the fact.
        tegas: it was not explained, but is plainly that fact.
    """

    butir: Butir
    tegas: bool = False

    @property
    def peran(self) -> str:
        """The role."""
        return self.butir.peran.nama


@attrs.define(slots=True)
class Kalimat:
    """A sentence with what its figures are tied to."""

    alinea: Alinea
    ujaran: Ujaran
    ikatan: dict[Bilangan, Ikatan] = attrs.field(factory=dict)
    klaim: dict[Bilangan, str] = attrs.field(factory=dict)
    seluruh: bool = False


class Pengikat:
    """Knows whose facts the tables print under which names."""

    def __init__(self, reg: Register, buku: BukuKlaim) -> None:
        self.reg = reg
        self.buku = buku
        self.tahun = reg.laporan.tahun
        self.fakta: dict[str, list[Butir]] = {}
        # What a table prints in thousands or millions, a sentence prints in full.
        kasar = {b.kunci for b in reg.butir if b.letak.dibulatkan}
        for b in reg.butir:
            # The second thing of one name has a key that only the register knows; no sentence means it plainly.
            if b.kunci is not None and b.kunci not in kasar and b.berangka and b.subjek and "#" not in b.subjek:
                self.fakta.setdefault(b.subjek, []).append(b)
        self.subjek: dict[str, dict[str, None]] = {}
        ejaan: dict[str, None] = {}
        for nama, milik in _nama(reg):
            for tertulis in _ejaan(nama):
                self.subjek.setdefault(baku(tertulis), {})[milik] = None
                ejaan[tertulis] = ejaan[baku(tertulis)] = None
        self.pola = pola_nama(list(ejaan))
        self.seluruh = [ANGGARAN, *(s for s in self.fakta if s != ANGGARAN and "|total" in s)]
        self.instansi = " ".join(baku(reg.laporan.instansi).split()[:3])

    def ikat(self, a: Alinea, u: Ujaran, terbawa: Sequence[str], *, dibawa_seluruh: bool) -> Kalimat:
        """A sentence with what its figures are tied to; `terbawa` are the subjects of the sentence before."""
        k = Kalimat(a, u)
        teks = a.teks[u.awal : u.akhir]
        sendiri = list(dict.fromkeys(s.nama for s in u.sebutan))
        belanja = any(PERAN["pagu"].nama in {b.peran.nama for b in self._milik(n)} for n in sendiri)
        disebut = bool(self.instansi) and self.instansi in baku(teks)
        k.seluruh = not belanja and (
            disebut or bool(bentuk("ujaran.seluruh").search(teks)) or (dibawa_seluruh and not sendiri)
        )
        kata_terakhir: tuple[str, ...] = ()
        antrean: list[str] = []
        for n, b in enumerate(u.bilangan):
            lalu = u.bilangan[n - 1] if n else None
            kata = b.kata
            if b.berturut and len(kata) > 1:
                antrean = list(kata)
            if antrean:
                kata = (antrean.pop(0),)
            elif not kata and b.beruntun and not b.turunan:
                kata = kata_terakhir
            kata_terakhir = kata or kata_terakhir
            hasil = self._jelaskan(k, b, kata, k.ikatan.get(lalu) if lalu else None, terbawa)
            if hasil is not None:
                k.ikatan[b] = Ikatan(hasil)
        for n, b in enumerate(u.bilangan):
            if b not in k.ikatan and (tegas := self._tegas(k, b, u.bilangan[n - 1] if n else None, sendiri)):
                k.ikatan[b] = Ikatan(tegas, tegas=True)
        return k

    def _milik(self, nama: str) -> Iterator[Butir]:
        return (b for s in self.subjek.get(nama, ()) for b in self.fakta.get(s, ()))

    def dikenal(self, x: Butir) -> bool:
        """Whether a sentence may repeat the fact of a print."""
        return x in self.fakta.get(x.subjek or "", ())

    # -- explained

    def _jelaskan(
        self, k: Kalimat, b: Bilangan, kata: tuple[str, ...], lalu: Ikatan | None, terbawa: Sequence[str]
    ) -> Butir | None:
        """The fact that explains a figure; None where none does."""
        u = k.ujaran
        tahun = {b.tahun} if b.tahun else {*u.tahun, self.tahun}
        khusus = bobot(b.teks) >= KHUSUS and not (kata and b.melekat)
        peran = _peran_diakui(b, kata, lalu)
        depan = [s.nama for s in u.sebutan if s.awal < b.awal]
        lain = [s.nama for s in u.sebutan if s.awal >= b.awal]
        nama = [*reversed(depan), *lain] if len(depan) <= 1 or khusus or b.beruntun or b.berturut else [depan[-1]]
        for n in dict.fromkeys(nama):
            if x := self._cari(self.subjek[n], b, peran, tahun, khusus=khusus):
                return x
        jelas = bobot(b.teks) >= KHUSUS or (b.turunan and lalu is not None) or kata[-1:] == ("serapan",)
        if k.seluruh and jelas:
            uang = tuple(p for p in peran if p in SELURUH)
            if x := self._cari(self.seluruh, b, uang, tahun, khusus=khusus and b.uang):
                return x
        if not u.sebutan and bobot(b.teks) >= TERBAWA:
            for n in terbawa:
                if x := self._cari(self.subjek[n], b, peran, tahun, khusus=khusus):
                    return x
        return None

    def _cari(
        self,
        subjek: Sequence[str] | dict[str, None],
        b: Bilangan,
        peran: tuple[str, ...],
        tahun: set[int],
        *,
        khusus: bool,
    ) -> Butir | None:
        """A print of these subjects that has the value of a figure, in a role and year that its words admit."""
        calon = [x for s in subjek for x in self.fakta.get(s, ()) if self._boleh(x, b, tahun)]
        for p in peran:
            for x in calon:
                if x.peran.nama == p and sama(b, x):
                    return x
        return next((x for x in calon if sama(b, x)), None) if khusus else None

    def _boleh(self, x: Butir, b: Bilangan, tahun: set[int]) -> bool:
        """Whether a fact may be what a figure prints, by year and unit."""
        if x.letak.periode is not None and x.letak.periode not in tahun:
            return False
        if b.uang or x.peran.jenis is Jenis.RUPIAH:
            besar = x.nilai is not None and abs(x.nilai) >= UANG
            return x.peran.jenis is Jenis.RUPIAH and (b.uang or (besar and not b.persen))
        return not b.persen or self._persen(x) is not False

    def _persen(self, x: Butir) -> bool | None:
        """Whether a print is one in percent, by its role or unit; None where neither says."""
        if not x.peran.menurut_satuan:
            return x.peran.jenis is Jenis.PERSEN
        a = x.sel.angka if x.sel is not None else None
        ind = self.reg.indikator.get(x.subjek or "")
        satuan = (a.satuan if a is not None else "") or (ind.satuan if ind is not None else "")
        if not satuan or baku(satuan) in himpunan("satuan_lepas"):
            return None
        return "%" in satuan or "persen" in baku(satuan)

    # -- tested

    def _tegas(self, k: Kalimat, b: Bilangan, lalu: Bilangan | None, nama: list[str]) -> Butir | None:
        """The fact that a figure plainly states, with another value; None where anything is in doubt."""
        u = k.ujaran
        if len(nama) != 1 or u.lain or not (b.polos or b.turunan) or (u.tahun - {self.tahun} and not b.tahun):
            return None
        if not any(s.awal < b.awal for s in u.sebutan) and len(u.bilangan) > 1:
            return None
        peran = self._peran_tegas(k, b, lalu)
        if not peran:
            return None
        milik = PERAN[peran]
        tahun = milik.tahun(b.tahun or None, self.tahun)
        calon = [
            c
            for s in self.subjek[nama[0]]
            if "|" not in s  # of a part: a unit, a quarter, the budget before its revision
            # Without a label: what is of a quarter, or of all years of a plan, is said to be.
            if (c := [x for x in self.fakta.get(s, ()) if x.letak.fakta == peran and x.letak.periode == tahun])
        ]
        if len(calon) != 1 or len({x.nilai for x in calon[0]}) != 1:
            return None
        x = calon[0][0]
        satuan_sama = not milik.menurut_satuan or self._persen(x) in {None, b.persen}
        return x if self._boleh(x, b, {b.tahun or self.tahun}) and satuan_sama and _sebanding(b, x) else None

    def _peran_tegas(self, k: Kalimat, b: Bilangan, lalu: Bilangan | None) -> str:
        """The role that the words of a figure fix; empty where they do not."""
        if b.turunan:
            sebelum = k.ikatan.get(lalu) if lalu is not None else None
            tertutup = bentuk("ujaran.tertutup").match(k.alinea.teks[b.akhir : k.ujaran.akhir])
            if sebelum is None or not b.persen or tertutup is None:
                return ""
            return {"realisasi": "capaian", "realisasi_anggaran": "serapan"}.get(sebelum.peran, "")
        if not b.kata and b.beruntun and b.tahun and lalu is not None and lalu in k.ikatan:
            return k.ikatan[lalu].peran  # another year of what the figure before is
        if not b.kata or len(set(b.kata)) != 1 or not b.melekat:
            return ""
        peran = _TEGAS.get(b.kata[0], "")
        if b.uang:
            peran = {"realisasi": "realisasi_anggaran", "serapan": "realisasi_anggaran"}.get(peran, peran)
        elif peran == "capaian" and not {x.peran for x in k.ikatan.values()} & {"realisasi", "target"}:
            return ""  # `capaian` alone may be the realisation
        return peran if peran and (PERAN[peran].jenis is Jenis.RUPIAH) == b.uang else ""

    # -- into claims

    def rujukan(self, x: Butir) -> Rujukan | None:
        """A reference to the fact of a print; None where a reference cannot mean it."""
        kunci = x.kunci
        if kunci is None:
            return None
        periode = None if kunci.periode in {None, self.tahun} else kunci.periode
        r = Rujukan(peran=kunci.peran, subjek=kunci.subjek, periode=periode)
        return r if kunci_rujukan(self.reg, r) == Kunci(*kunci) else None

    def catat(self, k: Kalimat) -> None:
        """Enter the claims of a sentence, where no other stands yet."""
        for b, i in k.ikatan.items():
            r = self.rujukan(i.butir)
            if r is None:
                continue
            nama = self.buku.baru()
            if self.buku.tambah(k.alinea, (b.awal, b.akhir), i.peran, id=nama, fakta=r):
                k.klaim[b] = nama


def ikat(alinea: Sequence[Alinea], p: Pengikat) -> list[Kalimat]:
    """Tie the figures of the prose, and give its sentences for what else holds in them."""
    hasil: list[Kalimat] = []
    terbawa: list[str] = []
    seluruh = False
    for a in alinea:
        if a.judul:
            kepala = list(dict.fromkeys(baku(m[0]) for m in p.pola.finditer(a.teks))) if p.pola is not None else []
            terbawa, seluruh = (kepala if len(kepala) == 1 else []), False
        if not any(c.isdigit() for c in a.teks):
            if not a.judul:
                terbawa, seluruh = [], False
            continue
        for u in baca_ujaran(a.teks, p.pola, p.tahun):
            k = p.ikat(a, u, terbawa, dibawa_seluruh=seluruh)
            p.catat(k)
            hasil.append(k)
            sebut = list(dict.fromkeys(s.nama for s in u.sebutan))
            terbawa, seluruh = sebut or terbawa, k.seluruh
        if not a.judul:
            terbawa = []
    return hasil


def _nama(reg: Register) -> Iterator[tuple[str, str]]:
    """The names of the lines of tables, each with the subject of its facts."""
    for ind in reg.laporan.indikator:
        yield from ((n, ind.kunci) for n in (ind.nama, *ind.alias))
    for t in reg.tabel:
        kolom = {
            p: i
            for p in ("nama", "indikator", "indikator_sasaran", "sasaran", "tujuan")
            if (i := t.tabel.indeks(p)) is not None
        }
        utama = [i for p, i in kolom.items() if p in {"nama", "indikator", "indikator_sasaran"}] or list(
            kolom.values()
        )[:1]
        for b in t.rincian:
            isi = t.tabel.baris[b.urut].sel
            milik = dict.fromkeys([b.subjek, *(y.subjek for y in b.butir.values() if y.subjek is not None)])
            for i in utama:
                yield from ((isi[i].teks, s) for s in milik)


def _ejaan(nama: str) -> Iterator[str]:
    """The spellings of a name by which a sentence may name it: without what stands in brackets, or by that alone."""
    lain = [nama, _KURUNG.sub(" ", nama), *(m[1] for m in _KURUNG.finditer(nama) if _SINGKATAN.fullmatch(m[1].strip()))]
    for n in lain:
        depan, _, ekor = n.strip().partition(" ")
        if baku(n) in himpunan("bukan_nama") or (not ekor and not _SINGKATAN.fullmatch(depan)):
            continue
        yield n.strip()
        if depan.casefold() in himpunan("persentase"):
            yield from (f"{x} {ekor}" for x in istilah("persentase") if x != depan.casefold())


def _peran_diakui(b: Bilangan, kata: tuple[str, ...], lalu: Ikatan | None) -> tuple[str, ...]:
    """The roles that the words of a figure admit, the likeliest first."""
    if b.turunan:
        return _TURUNAN.get(lalu.peran, ()) if lalu else tuple(p for x in _TURUNAN.values() for p in x)
    if kata:
        return tuple(dict.fromkeys(p for x in reversed(kata) for p in _PERAN[x]))
    if b.beruntun and lalu is not None:
        return (lalu.peran, *TERSIRAT)
    return TERSIRAT if b.melekat else ()


def sama(b: Bilangan, x: Butir) -> bool:
    """Whether a figure of a sentence prints the value of a print, or rounds it where its role may be rounded."""
    a = _baca(b, x)
    if a is None or x.nilai is None:
        return False
    for nilai in (a.nilai, a.alternatif):
        if nilai is not None and Fraction(nilai) == x.nilai:
            return True
    pasti = x.peran.pasti and x.peran.jenis is not Jenis.RUPIAH
    longgar = Fraction(0) if pasti or a.setengah == x.setengah else max(a.setengah, x.setengah)
    return abs(a.pecahan - x.nilai) <= longgar


def _baca(b: Bilangan, x: Butir) -> Angka | None:
    try:
        return baca_sel_peran(b.teks, x.peran).angka
    except AngkaError:
        return None


def _sebanding(b: Bilangan, x: Butir) -> bool:
    """Whether a figure may be a misprint of another: not one in another unit, a thousand times as large."""
    a = _baca(b, x)
    if a is None or x.nilai is None:
        return False
    return not x.peran.uang or 0 < abs(x.nilai) < SERIBU * abs(a.pecahan) < SERIBU**2 * abs(x.nilai)
