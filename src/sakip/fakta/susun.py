"""From a report to its register of facts."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Angka, Jenis
from sakip.angka.notasi import kosong
from sakip.fakta.formulir import nama_menurut_tingkat, susun_formulir
from sakip.fakta.lingkup import MURNI, kekhususan, lingkup_judul, menyempitkan, sebelum_perubahan
from sakip.fakta.register import ANGGARAN, BarisFakta, Butir, Kunci, Letak, Register, TabelFakta
from sakip.fakta.sisa import catat_sisa
from sakip.fakta.subjek import Sebutan, tentukan
from sakip.model.kode import PenyusunKode, tingkat_kode
from sakip.model.peran import PERAN, peran_kunci
from sakip.model.sel import Sel
from sakip.teks.istilah import himpunan, istilah
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sakip.fakta.lingkup import Lingkup
    from sakip.model.indikator import Indikator
    from sakip.model.laporan import Efisiensi, Laporan
    from sakip.model.narasi import Klaim, Rujukan
    from sakip.model.peran import Kolom
    from sakip.model.tabel import Baris, Tabel
    from sakip.teks.kalimat import Isi

__all__ = ["menghitung", "subjek_rerata", "susun"]

NAMA = tuple(p.nama for p in sorted(PERAN.values(), key=lambda p: p.urutan_nama) if p.urutan_nama)
"""Roles of the columns that name a line, the best first."""

PANJANG_RIBUAN = 3
"""Digits behind a mark that may part thousands or decimals."""


_PASTI_DESIMAL = re.compile(r"(?<![\d.,])0[.,]\d{3}(?!\d)")
_DUA_DESIMAL = re.compile(r"\d[.,]\d{1,2}(?!\d)")
_RIBUAN = re.compile(r"\D*(\d{1,3}(?:\.\d{3})+)\D*")
_TIGA_DESIMAL = re.compile(r"\D*(\d{1,3})[.,](\d{3})\D*")

_TAHUN = re.compile(r"\b(?:19|20)\d{2}\b")

_NOMOR = re.compile(r"\s*\(?(\d{1,4})\b(?![.,]\d)")


def susun(laporan: Laporan) -> Register:
    """Enter every figure of `laporan` into a register."""
    reg = Register(laporan)
    for ind in laporan.indikator:
        reg.indikator.setdefault(ind.kunci, ind)
        for nama in (ind.nama, *ind.alias):
            reg.jenis_indikator.setdefault(baku(nama), ind)
    lama = sebelum_perubahan(t.judul for t in laporan.tabel)
    tanpa_judul = sum(not t.judul and not t.nomor for t in laporan.tabel)
    penyusun = [
        _PenyusunTabel(reg, t, urut, murni=baku(t.judul) in lama, sendiri=tanpa_judul < 2)
        for urut, t in enumerate(laporan.tabel)
    ]
    seluruh = {k for k in reg.nama_kode if tingkat_kode(k) == "program"}
    subjek = iter(tentukan([s for p in penyusun for s in p.sebutan(seluruh)]))
    reg.tabel += [p.susun(subjek) for p in penyusun]
    baris_anggaran = nama_menurut_tingkat(reg)
    for pk in laporan.perjanjian:
        reg.formulir.append(susun_formulir(reg, pk, baris_anggaran))
    _susun_hitungan(reg)
    for klaim in laporan.narasi:
        reg.klaim.append((klaim, _catat_klaim(reg, klaim)))
    catat_sisa(reg)
    return reg


def subjek_rerata(kunci: list[str]) -> str:
    """The subject of a mean: the set of what it is taken over."""
    return "rerata:" + "+".join(sorted(kunci))


def _ranah(tabel: Tabel) -> str:
    """What a table of counts is about: its title up to `berdasarkan`, so that two views of one thing meet."""
    kata = baku(tabel.judul).split()
    return " ".join(takewhile(lambda k: k not in himpunan("menurut"), kata)) or tabel.sebutan


def _wadah(tabel: Tabel) -> str:
    """The table in words that survive renumbering: its title, else its columns."""
    return baku(tabel.judul) or " ".join(k.kunci for k in tabel.kolom)


@attrs.define(slots=True, eq=False)
class _Calon:
    """A row on its way into the register: what it is called, and what its path says of it.

    `lintasan` is what its own cells print beside its name, `turunan` what blank ones take over from above.
    """

    baris: Baris
    urut: int
    sebut: str
    nama: str
    kelompok: str
    lintasan: tuple[tuple[str, str], ...] = ()
    turunan: tuple[tuple[str, str], ...] = ()
    lingkup: tuple[tuple[str, str], ...] = ()
    tahun: int | None = None
    kode: str | None = None
    indikator: Indikator | None = None


class _PenyusunTabel:
    """Enters a table, line by line. What is the same for all lines is looked up once."""

    def __init__(self, reg: Register, tabel: Tabel, urut: int, *, murni: bool, sendiri: bool) -> None:
        self.reg = reg
        self.tabel = tabel
        self.urut = urut
        self.ranah = _ranah(tabel)
        if not sendiri and not tabel.judul and not tabel.nomor:
            self.ranah += f" #{urut}"  # of several tables without a title none speaks of what another does
        self.lingkup = lingkup_judul(tabel.judul, reg.laporan.instansi)
        self.sempit = (
            (*self.lingkup.bagian, MURNI) if murni and MURNI not in self.lingkup.bagian else self.lingkup.bagian
        )
        kunci = [i for i, k in enumerate(tabel.kolom) if k.peran.nama == "kunci"]
        self.kolom_nama = [i for p in NAMA if (i := tabel.indeks(p)) is not None] or kunci[:1]
        self.kolom_kode = [i for p in ("kode",) if (i := tabel.indeks(p)) is not None]
        self.kolom_tahun = next((i for i, k in enumerate(tabel.kolom) if k.peran.nama == "tahun" and not k.label), None)
        utama = self.kolom_nama[0] if self.kolom_nama else None
        self.kolom_lintasan = [(i, _aspek(k)) for i, k in enumerate(tabel.kolom) if i != utama and k.peran.lintasan]
        self.letak = [_letak(reg, tabel, k, self.lingkup, urut) for k in tabel.kolom]
        self._bertahun: dict[int, list[tuple[str, Letak | None]]] = {}
        self._cacah: dict[Letak, Letak] = {}
        rincian = [b for b in tabel.baris if b.jenis == "rincian"]
        self.kode = PenyusunKode.untuk(b.sel[i].teks for i in self.kolom_kode for b in rincian)
        self.berindikator = any(tabel.indeks(p) is not None for p in ("indikator", "indikator_sasaran"))
        belanja = tabel.indeks("nama"), tabel.indeks("indikator")
        berdua = any(k.peran.belanja for k in tabel.kolom)
        self.berdua = [i for i in belanja if i is not None] if berdua and None not in belanja else []
        self.lain = self._lain()
        self.desimal = {i for i, k in enumerate(tabel.kolom) if _berdesimal(tabel, i, k)}
        besar = {i for i, k in enumerate(tabel.kolom) if _bersatuan_besar(k, tabel)}
        if self.desimal & besar:
            self.desimal |= besar  # money in one large unit is printed in one way
        self.ribuan = {i for i, k in enumerate(tabel.kolom) if k.peran.jenis is Jenis.PERSEN and _beribuan(tabel, i)}
        self.pecahan = {
            baku(satuan)
            for b in rincian
            for sel, k in zip(b.sel, tabel.kolom, strict=True)
            if k.peran.menurut_satuan and (a := sel.angka) is not None and a.nilai % 1
            if (satuan := a.satuan or (b.sel[i].teks if (i := tabel.indeks("satuan")) is not None else ""))
        }
        self.calon = list(self._baca())

    def _baca(self) -> Iterator[_Calon]:
        """The rows that hold figures, each with the path that leads to it."""
        kelompok = ""
        atas: dict[int, str] = {}
        for urut, baris in enumerate(self.tabel.baris):
            if baris.jenis in {"judul", "nomor"}:
                continue
            if baris.jenis == "kelompok":
                kelompok, atas = " ".join(s.teks for s in baris.sel if s.teks).strip(" :"), {}
                continue
            nama, kode_cetak = _tercetak(baris, self.kolom_nama), _tercetak(baris, self.kolom_kode)
            sebut = f"{kode_cetak} {nama}".strip() or baris.jenis
            c = _Calon(baris, urut, sebut, nama, kelompok)
            if self.kolom_tahun is not None and (cocok := _TAHUN.fullmatch(baris.sel[self.kolom_tahun].teks.strip())):
                c.tahun = int(cocok[0])
            if baris.jenis == "rincian":
                sendiri = {i: t.strip(" -") for i, _ in self.kolom_lintasan if not kosong(t := baris.sel[i].teks)}
                atas |= sendiri
                self._kenali(c, kode_cetak, atas, sendiri)
            yield c

    def _kenali(self, c: _Calon, kode_cetak: str, atas: Mapping[int, str], sendiri: Mapping[int, str]) -> None:
        """What a line is: a budget code, a known indicator, or its name under its path.

        What is printed above a blank cell tells lines of one name apart, and no more: lines may change places.
        """
        if kode_cetak:
            c.kode = self.kode.lengkap(kode_cetak, c.nama)
            if c.kode is not None:
                self.reg.nama_kode.setdefault(c.kode, []).append(c.nama)
        elif self.berindikator:
            c.indikator = self.reg.jenis_indikator.get(baku(c.nama))
        isi = [(i, aspek, t) for i, aspek in self.kolom_lintasan if (t := atas.get(i, "")) and baku(t) != baku(c.nama)]
        sempit = [(aspek, baku(t)) for i, aspek, t in isi if menyempitkan(self.tabel.kolom[i].judul or aspek)]
        c.lingkup = (*self.sempit, *sempit)
        c.lintasan = tuple((aspek, t) for i, aspek, t in isi if i in sendiri and (aspek, baku(t)) not in sempit)
        c.turunan = tuple((aspek, t) for i, aspek, t in isi if i not in sendiri and (aspek, baku(t)) not in sempit)

    def sebutan(self, seluruh: set[str]) -> Iterator[Sebutan]:
        """What each row says of its subject; means are named by what they are taken over.

        Args:
            seluruh: the codes of all programs: a total over fewer is no total of the whole budget.
        """
        program = {c.kode for c in self.calon if c.kode and tingkat_kode(c.kode) == "program"}
        for c in self.calon:
            if c.baris.jenis == "rincian":
                yield Sebutan(self.urut, self._dasar(c), c.lingkup, c.lintasan, c.turunan, c.kelompok)
                if nama := self._yang_dibelanjai(c):
                    lintasan = (*(x for x in c.lintasan if x[0] != "nama"), *self._diukur(c))
                    yield Sebutan(self.urut, f"belanja:{nama}", c.lingkup, lintasan, c.turunan, c.kelompok)
            elif c.baris.jenis not in {"rerata", "rerata_total"}:
                dasar = f"{self.ranah}|{c.baris.jenis}"
                if c.baris.jenis == "total" and self.kolom_kode and program >= seluruh:
                    dasar = ANGGARAN
                yield Sebutan(self.urut, dasar, self.sempit, kelompok=c.kelompok)

    def _yang_dibelanjai(self, c: _Calon) -> str:
        """The program or kegiatan that the money of a line with an indicator is spent on; empty where none is named."""
        if not self.berdua or c.kode is not None or c.baris.jenis != "rincian":
            return ""
        nama = baku(c.baris.sel[self.berdua[0]].teks)
        return nama if nama.startswith(tuple(f"{t} " for t in istilah("tingkat_belanja"))) else ""

    def _diukur(self, c: _Calon) -> tuple[tuple[str, str], ...]:
        """The indicator, which tells two lines of one program apart, where the path does not have it."""
        ada = any(aspek == "indikator" for aspek, _ in (*c.lintasan, *c.turunan))
        return () if ada else (("indikator", c.nama),)

    def _dasar(self, c: _Calon) -> str:
        if c.kode:
            return c.kode
        if c.indikator is not None:
            return c.indikator.kunci
        if (nama := baku(c.nama)) and nama not in himpunan("bukan_nama"):
            return f"{self.lain}{nama}"
        # A line without a name is no subject: what it prints tells it from all others, in any order of lines.
        return f"{self.ranah}|tanpa nama {' '.join(s.teks for s in c.baris.sel if s.teks)}|{self.urut}"

    def susun(self, subjek: Iterator[str]) -> TabelFakta:
        """Every line with its figures, given the subjects of `sebutan` in turn."""
        semua: list[BarisFakta] = []
        sejak: list[BarisFakta] = []  # the lines a following mean or subtotal is about
        kelompok = ""
        for c in self.calon:
            if c.kelompok != kelompok:
                kelompok, sejak = c.kelompok, []
            if c.baris.jenis in {"rerata", "rerata_total"}:
                atas = sejak if c.baris.jenis == "rerata" else [b for b in semua if b.jenis == "rincian"]
                milik = subjek_rerata([b.subjek for b in atas])
            else:
                milik = next(subjek)
            bf = self._susun_baris(c, milik, next(subjek) if self._yang_dibelanjai(c) else milik)
            semua.append(bf)
            if c.baris.jenis == "rincian":
                sejak.append(bf)
            elif c.baris.jenis in {"subtotal", "rerata"}:
                sejak = []
        nomor = _deret_nomor(self.reg, self.tabel)
        return TabelFakta(self.tabel, tuple(semua), nomor, self.reg.laporan.tahun, tuple(self.sempit))

    def _susun_baris(self, c: _Calon, subjek: str, belanja: str) -> BarisFakta:
        butir = {}
        for i, ((kunci, letak), sel) in enumerate(zip(self._letak_baris(c.tahun), c.baris.sel, strict=True)):
            if letak is not None and sel.teks:
                if i in self.desimal:
                    sel = _sebagai_desimal(sel)
                elif i in self.ribuan:
                    sel = _sebagai_ribuan(sel)
                if letak.peran.nama == "realisasi" and self._cacahan(c, sel):
                    letak = self._letak_cacahan(letak)
                seluruhnya = c.baris.jenis == "total" and letak.peran.efisiensi
                milik = ANGGARAN if seluruhnya else belanja if letak.peran.belanja else subjek
                butir[kunci] = self.reg.masukkan(sel, letak, c.sebut, milik, c.urut)
        return BarisFakta(
            c.baris.jenis, c.sebut, subjek, c.urut, c.kelompok, butir, c.kode, c.indikator, (*c.lintasan, *c.turunan)
        )

    def _letak_baris(self, tahun: int | None) -> list[tuple[str, Letak | None]]:
        """The columns as a line of that year has them; a year in the heading goes before the one in the line."""
        if tahun is None:
            return self.letak
        if tahun not in self._bertahun:
            self._bertahun[tahun] = [
                (k, attrs.evolve(x, periode=tahun) if x is not None and kolom.periode is None else x)
                for (k, x), kolom in zip(self.letak, self.tabel.kolom, strict=True)
            ]
        return self._bertahun[tahun]

    def _cacahan(self, c: _Calon, sel: Sel) -> bool:
        """Whether a realisation counts whole things: it is whole, and its unit or its name says so."""
        a = sel.angka
        if a is None or a.nilai % 1:
            return False
        satuan = self._satuan(c, a)
        if satuan:
            bukan = baku(satuan) in self.pecahan or himpunan("bukan_cacah") & set(baku(c.nama).split())
            return menghitung(satuan) and not bukan
        return baku(c.nama).partition(" ")[0] in himpunan("cacah")

    def _satuan(self, c: _Calon, a: Angka) -> str:
        """The unit of a figure of a line: its own, that of its line, that of its target, that of its indicator."""
        i = self.tabel.indeks("satuan")
        target = (s.angka for s, k in zip(c.baris.sel, self.tabel.kolom, strict=True) if k.peran.target)
        return (
            a.satuan
            or (c.baris.sel[i].teks if i is not None else "")
            or next((t.satuan for t in target if t is not None and t.satuan), "")
            or (c.indikator.satuan if c.indikator is not None else "")
        )

    def _letak_cacahan(self, letak: Letak) -> Letak:
        if letak not in self._cacah:
            self._cacah[letak] = attrs.evolve(letak, cacahan=True)
        return self._cacah[letak]

    def _lain(self) -> str:
        """What goes before the name of a line that is neither a budget line nor a known indicator."""
        if self.tabel.indeks("indikator") is not None:
            return "indikator:"
        if any(k.peran.anggaran for k in self.tabel.kolom):
            return "belanja:"
        return f"{self.ranah}|"


def menghitung(satuan: str) -> bool:
    """Whether a unit counts whole things: neither a measure nor a rate (`per`, `%`, `/1.000`)."""
    return not re.search(r"[%‰\d]", satuan) and not himpunan("satuan_ukuran") & set(baku(satuan).split())


def _berdesimal(tabel: Tabel, i: int, kolom: Kolom) -> bool:
    """Whether the cells of a column show that its mark parts decimals: in one of them it can part nothing else."""
    if kolom.peran.jenis not in {Jenis.RUPIAH, Jenis.CACAH}:
        return False
    besar = _bersatuan_besar(kolom, tabel)
    return any(_PASTI_DESIMAL.search(t := b.sel[i].teks) or (besar and _DUA_DESIMAL.search(t)) for b in tabel.baris)


def _beribuan(tabel: Tabel, i: int) -> bool:
    """Whether the points of a column of percentages part thousands: the others are whole, or have a decimal comma."""
    isi = [t for b in tabel.baris if b.sel[i].angka is not None and (t := b.sel[i].teks)]
    bertitik = [t for t in isi if "." in t]
    return (
        0 < 2 * len(bertitik) < len(isi)
        and all(_RIBUAN.fullmatch(t) for t in bertitik)
        and not any(re.fullmatch(r"(?:0|\d{2}|100)\.\d{3}", t) for t in bertitik)
    )


def _sebagai_ribuan(sel: Sel) -> Sel:
    """A cell such as `3.750` read as the whole number that its column shows it to be."""
    a, cocok = sel.angka, _RIBUAN.fullmatch(sel.teks)
    if a is None or cocok is None:
        return sel
    tanda = -1 if a.nilai < 0 else 1
    return attrs.evolve(sel, isi=attrs.evolve(a, nilai=tanda * Decimal(cocok[1].replace(".", "")), desimal=0))


def _sebagai_desimal(sel: Sel) -> Sel:
    """A cell such as `1,027` with its mark read as that of the column."""
    a = sel.angka
    cocok = _TIGA_DESIMAL.fullmatch(sel.teks)
    if a is None or cocok is None or a.desimal:
        return sel
    tanda = -1 if a.nilai < 0 else 1
    return attrs.evolve(sel, isi=attrs.evolve(a, nilai=tanda * Decimal(f"{cocok[1]}.{cocok[2]}"), desimal=3))


def _aspek(k: Kolom) -> str:
    """What a key column says of a line: the heading of one without a role of its own."""
    return f"kunci {baku(k.label or k.judul)}" if k.peran.nama == "kunci" else k.peran.nama


def _tercetak(baris: Baris, kolom: list[int]) -> str:
    """What the first of these columns that is filled prints."""
    return next((t for i in kolom if not kosong(t := baris.sel[i].teks)), "")


DINILAI = frozenset({"capaian", "realisasi", "nilai"})
"""What a label beside it may rate."""


def _letak(reg: Register, tabel: Tabel, kolom: Kolom, lingkup: Lingkup, urut: int) -> tuple[str, Letak | None]:
    """The key of a column, and what its prints have in common; None where it has no figures."""
    berlabel = kolom.peran.nama == "kategori" and any(k.peran.nama in DINILAI for k in tabel.kolom)
    if kolom.peran.nama == "tahun" or (kolom.peran.jenis is None and not berlabel):
        return kolom.kunci, None
    label = f" {kolom.label}" if kolom.label else ""
    tahun = f" {kolom.periode}" if kolom.periode and kolom.periode != reg.laporan.tahun else ""
    tersirat = reg.laporan.tahun if _TAHUN.search(kolom.judul) else lingkup.tahun or reg.laporan.tahun
    fakta = "" if _tahun_tak_tentu(kolom, tabel) or _pagu_rencana(kolom, tabel) else kolom.peran.nama
    return kolom.kunci, Letak(
        kolom.peran,
        tabel.tempat,
        ciri=f"{label}{tahun}",
        kolom=kolom.judul or kolom.kunci,
        wadah=_wadah(tabel),
        fakta=f"{fakta}:{kolom.label}" if kolom.label else fakta,
        periode=kolom.peran.tahun(kolom.periode, tersirat),
        susunan=f"{tabel.sebutan} #{urut}|{kolom.kunci}",  # titles repeat, or are missing
        dibulatkan=_bersatuan_besar(kolom, tabel),
        tentang=kekhususan(tabel.judul, reg.laporan.instansi),
    )


def _tahun_tak_tentu(kolom: Kolom, tabel: Tabel) -> bool:
    """Whether nobody can tell the year of a target: it has none, and stands beside realisations of several years."""
    if kolom.peran.nama != "target" or kolom.periode is not None or _TAHUN.search(kolom.judul):
        return False
    tahun = [k.periode for k in tabel.kolom if k.peran.nama == "realisasi"]
    return len(tahun) > 1 and None not in tahun and tabel.indeks("capaian") is None


def _pagu_rencana(kolom: Kolom, tabel: Tabel) -> bool:
    """Whether a budget by years may be that of the plan: what was spent stands there for other years only."""
    if kolom.peran.nama != "pagu" or kolom.periode is None:
        return False
    terpakai = {k.periode for k in tabel.kolom if k.peran.nama == "realisasi_anggaran"}
    return len(terpakai) > 1 and kolom.periode not in terpakai


def _bersatuan_besar(kolom: Kolom, tabel: Tabel) -> bool:
    """Whether the heading or the title says that the money is in thousands, millions or billions."""
    uang = kolom.peran.jenis in {Jenis.RUPIAH, Jenis.CACAH}
    return uang and bool(himpunan("ribuan") & {*baku(kolom.judul).split(), *baku(tabel.judul).split()})


def _deret_nomor(reg: Register, tabel: Tabel) -> tuple[tuple[Butir, ...], ...]:
    """The printed numbers of the columns, and those of the lines from one heading to the next."""
    deret: list[list[Butir]] = []
    letak = Letak(PERAN["nomor"], tabel.tempat, "", wadah=_wadah(tabel))
    for baris in tabel.baris:
        if baris.jenis == "nomor":
            kolom = [b for s in baris.sel if (b := _catat_nomor(reg, letak, s, "kolom")) is not None]
            deret.append([] if _sebagian_kolom(kolom) else kolom)
    for nama in ("no", "no_indikator"):
        i = tabel.indeks(nama)
        if i is None:
            continue
        deret.append([])
        antara: list[str] = []
        for baris in tabel.baris:
            b = _catat_nomor(reg, letak, baris.sel[i], "baris") if baris.jenis == "rincian" else None
            if baris.jenis == "kelompok" and nama == "no":
                deret.append([])
            elif b is None:
                antara.append(baris.jenis)
            else:
                if deret[-1] and antara and _lepas(deret[-1][-1], b, antara.count("rincian")):
                    deret.append([])
                deret[-1].append(b)
                antara = []
    return tuple(tuple(d) for d in deret if d)


def _sebagian_kolom(nomor: Sequence[Butir]) -> bool:
    """Whether columns keep the numbers of a form of which the table leaves some out: `2 3 7 8 14`."""
    angka = [int(b.nilai or 0) for b in nomor]
    loncat = sum(b > a + 1 for a, b in pairwise(angka))
    return all(a < b for a, b in pairwise(angka)) and (angka[:1] > [1] or loncat > 1)


def _lepas(a: Butir, b: Butir, tak_bernomor: int) -> bool:
    """Whether a number does not go on from the last one, over lines without a number that stand between them.

    One begins a new list, under a head that has a Roman number, a letter or none. A number that leaves out as many as
    there are such lines says that they have their numbers elsewhere.
    """
    lalu, kini = int(a.nilai or 0), int(b.nilai or 0)
    return kini == 1 or (tak_bernomor > 0 and kini == lalu + 1 + tak_bernomor)


def _catat_nomor(reg: Register, letak: Letak, sel: Sel, apa: str) -> Butir | None:
    cocok = _NOMOR.match(sel.teks)
    if cocok is None:
        return None
    nomor = Sel(sel.teks, Angka.baca(cocok.group(1), Jenis.CACAH), sel.lokasi)
    return reg.masukkan(nomor, letak, kalimat(f"nama.nomor_{apa}", teks=sel.teks))


def _susun_hitungan(reg: Register) -> None:
    """The printed calculations: components of realisations and the steps of the efficiency."""
    lap = reg.laporan
    for k in lap.komponen:
        ind = reg.indikator.get(k.indikator)
        sebut = ind.nama if ind else k.indikator
        di, periode = kalimat("tempat.perhitungan", nama=sebut), k.periode or lap.tahun
        for bagian, suku in (("pembilang", k.pembilang), ("penyebut", k.penyebut)):
            for n, s in enumerate(suku):
                kunci = Kunci(k.indikator, bagian if n == 0 else f"{bagian}:{n + 1}", periode)
                apa = PERAN[bagian].ucapan
                nama = kalimat("nama.bagian", bagian=apa, nama=sebut)
                _catat_hitungan(reg, s.nilai, bagian, nama, di, f"Perhitungan {sebut}", apa, kunci)
        if k.hasil is not None:
            kunci = Kunci(k.indikator, "realisasi", periode)
            nama = kalimat("nama.angka", peran=PERAN["realisasi"].ucapan, ciri="", baris=sebut)
            _catat_hitungan(reg, k.hasil, "realisasi", nama, di, f"Perhitungan {sebut}", kalimat("nama.hasil"), kunci)
    if lap.efisiensi is not None:
        _susun_efisiensi(reg, lap.efisiensi)


def _susun_efisiensi(reg: Register, e: Efisiensi) -> None:
    langkah = [(x.tertulis, "persen", x.arti, kalimat("nama.langkah", teks=x.tertulis.teks)) for x in e.langkah]
    cetakan: list[tuple[Sel | None, str, str, Isi]] = [
        (e.pembilang, "selisih_efisiensi", "selisih_efisiensi", kalimat("nama.pembilang_e")),
        (e.penyebut, "pagu_capaian", "pagu_capaian", kalimat("nama.penyebut_e")),
        *((s, "efisiensi", "efisiensi", "E") for s in e.hasil),
        *((s, "nilai_efisiensi", "nilai_efisiensi", kalimat("nama.nilai_e")) for s in e.nilai),
        *langkah,
    ]
    di, wadah, tahun = kalimat("tempat.efisiensi"), "Perhitungan efisiensi", reg.laporan.tahun
    for sel, peran, fakta, sebut in cetakan:
        if sel is not None:
            _catat_hitungan(reg, sel, peran, sebut, di, wadah, sebut, Kunci(ANGGARAN, fakta, tahun))
    kunci = Kunci(ANGGARAN, "kategori_efisiensi", tahun)
    for sel in e.kategori:
        apa = PERAN["kategori"].ucapan
        _catat_hitungan(reg, sel, "kategori", kalimat("nama.kategori_e"), di, wadah, apa, kunci)


def _catat_hitungan(
    reg: Register, sel: Sel, peran: str, nama: Isi, di: Isi, wadah: str, baris: Isi, kunci: Kunci
) -> None:
    reg.catat(sel, PERAN[peran], nama=nama, di=di, baris=baris, wadah=wadah, kunci=kunci, media="hitungan")


def kunci_rujukan(reg: Register, r: Rujukan) -> Kunci:
    """The fact that a reference of a claim means."""
    subjek = r.subjek
    if subjek.startswith("rerata_"):
        jenis = subjek.removeprefix("rerata_")
        subjek = subjek_rerata([i.kunci for i in reg.laporan.indikator if i.jenis == jenis])
    peran = peran_kunci(r.peran)
    tahun = reg.laporan.tahun
    return Kunci(subjek, r.peran, r.periode or tahun if peran is None else peran.tahun(r.periode, tahun))


def _catat_klaim(reg: Register, klaim: Klaim) -> Butir:
    kunci = kunci_rujukan(reg, klaim.fakta) if klaim.fakta else None
    peran = PERAN["angka"]
    if klaim.fakta is not None:
        peran = peran_kunci(klaim.fakta.peran) or peran
    elif klaim.hitung is not None or klaim.peringkat is not None:
        peran = PERAN["cacah"]
    elif klaim.tertulis.angka is None:
        peran = PERAN["kategori"]
    elif klaim.tahun_laporan:
        peran = PERAN["tahun"]
    elif not klaim.tertulis.teks.rstrip().endswith("%"):
        peran = PERAN["jumlah"]
    tahun = f" {kunci.periode}" if kunci and kunci.periode not in {None, reg.laporan.tahun} else ""
    if kunci:
        nama = kalimat("nama.angka", peran=peran.ucapan, ciri=tahun, baris=reg.sebut(kunci.subjek))
    else:
        apa = peran if peran.nama in {"kategori", "tahun"} else PERAN["angka"]
        nama = kalimat("nama.narasi", peran=apa.ucapan)
    subjek, fakta, periode = kunci or (None, "", None)
    letak = Letak(
        peran,
        klaim.tempat,
        nama,
        wadah=f"narasi {klaim.bagian}" if klaim.bagian else "narasi",
        fakta=fakta,
        periode=periode,
        susunan=f"narasi|{klaim.bagian}",
        media="narasi",
    )
    sel = klaim.tertulis if kunci is None else _sebagai_fakta(klaim.tertulis, reg.cari(*kunci))
    return reg.masukkan(sel, letak, subjek=subjek, ke=klaim.lokasi.asal or klaim.lokasi.baris or 0)


def _sebagai_fakta(sel: Sel, lain: Butir | None) -> Sel:
    """A print that can be read in two ways, read as the fact that it repeats where that is one of them."""
    a = sel.angka
    if a is None or a.alternatif is None or lain is None or lain.nilai is None:
        return sel
    satu = Fraction(10) ** (a.pangkat if a.desimal else a.pangkat - PANJANG_RIBUAN)
    if abs(lain.nilai - Fraction(a.alternatif)) > satu / 2:
        return sel
    desimal = 0 if a.desimal else PANJANG_RIBUAN
    return attrs.evolve(sel, isi=attrs.evolve(a, nilai=a.alternatif, desimal=desimal, alternatif=a.nilai))
