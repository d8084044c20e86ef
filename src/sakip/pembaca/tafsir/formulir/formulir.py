"""Agreements and their forms: offices, superiors, the clause on supervision, lines, money. Never names of people.

A form is found by its headings and clauses. Lines that begin with `Nama` or `NIP`, and what is signed, are
passed over and never kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.model.peran import PERAN
from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, PerjanjianKinerja
from sakip.pembaca.blok import Paragraf
from sakip.pembaca.tafsir.formulir.baris import (
    Anggaran,
    baca_anggaran,
    baca_kinerja,
    baca_uang,
    jenis_tabel,
    pisah_nomor,
    sumber_dana,
)
from sakip.pembaca.tafsir.kosakata import kata_judul
from sakip.pembaca.tafsir.tabel.kepala import baca_kepala
from sakip.pembaca.tafsir.tabel.rangkai import TabelMentah
from sakip.teks.istilah import bentuk, himpunan, istilah
from sakip.teks.jarak import satu_kata
from sakip.teks.nama import baku, kata, pimpinan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.pembaca.tafsir.kosakata import Kosakata

__all__ = ["HasilFormulir", "baca_formulir"]

_TAHUN = re.compile(r"\b((?:19|20)\d{2})\b")
_ANGKA_ROMAWI = {"2": "II", "3": "III", "4": "IV"}


@attrs.define(slots=True, eq=False)
class _Konsep:
    """An agreement or form being read."""

    eselon: str = ""
    jenis: str = "murni"
    tahun: int = 0
    jabatan: str = ""
    jabatan_judul: str = ""
    """The office that the heading names, where no line below it does."""
    jabatan_formulir: str = ""
    atasan: str = ""
    pihak: str = ""
    tanggal: str = ""
    opd: bool = False
    formulir: bool = False
    lokasi: Lokasi = Lokasi()
    lokasi_perjanjian: Lokasi = Lokasi()
    lokasi_jabatan: Lokasi = Lokasi()
    lokasi_atasan: Lokasi = Lokasi()
    lokasi_supervisi: Lokasi = Lokasi()
    kinerja: list[BarisKinerja] = attrs.field(factory=list)
    anggaran: Anggaran = attrs.field(factory=Anggaran)
    fase: str = ""
    mulai: int = 0


@attrs.frozen(slots=True)
class HasilFormulir:
    """The forms of a document, the parts that they take up, and the agency as the forms print it."""

    perjanjian: tuple[PerjanjianKinerja, ...]
    terpakai: frozenset[int]
    instansi: str = ""


class _Pembaca:
    def __init__(self, bagian: Sequence[Paragraf | TabelMentah], kosakata: Kosakata, tahun: int) -> None:
        self.bagian = bagian
        self.kosakata = kosakata
        self.tahun = tahun
        self.eselon = ""
        self.kini: _Konsep | None = None
        self.hasil: list[_Konsep] = []
        self.terpakai: set[int] = set()
        self.instansi = ""

    def baca(self) -> HasilFormulir:
        i = 0
        while i < len(self.bagian):
            p = self.bagian[i]
            if isinstance(p, TabelMentah):
                if self._lain(p):
                    self._selesai(i)
                self._tabel(p)
                i += 1
            else:
                i = self._paragraf(i, p)
        self._selesai(len(self.bagian))
        return HasilFormulir(tuple(_susun(self.hasil, self.tahun)), frozenset(self.terpakai), self.instansi)

    # -- parts -----------------------------------------------------------------------

    def _blok(self, i: int) -> tuple[str, int]:
        """The lines from `i` that are printed without a gap, as one text, and where the next begins."""
        baris: list[str] = []
        j = i
        while j < len(self.bagian):
            p = self.bagian[j]
            if not isinstance(p, Paragraf) or (j > i and not p.sambung):
                break
            baris.append(p.teks)
            j += 1
        return " ".join(baris), j

    def _paragraf(self, i: int, p: Paragraf) -> int:
        teks = p.teks
        if bentuk("formulir.formulir").match(teks) and (teks.isupper() or p.tebal or teks[:8].isupper()):
            return self._mulai_formulir(i, p)
        if bentuk("formulir.perjanjian").match(teks) and (teks.isupper() or p.tebal):
            return self._mulai_perjanjian(i, p)
        if (bentuk("formulir.akhir").match(teks) and teks.isupper()) or (
            self._terisi() and bentuk("formulir.lanjut").match(teks)
        ):
            self._selesai(i)
            return i + 1
        k = self.kini
        if k is None:
            return i + 1
        if cocok := bentuk("formulir.jabatan").match(teks):
            return self._jabatan(i, k, cocok["jabatan"], p)
        if cocok := bentuk("formulir.supervisi").search(teks):
            k.pihak, k.lokasi_supervisi = cocok["pihak"].upper(), p.lokasi
        elif cocok := bentuk("formulir.tanggal").match(teks):
            k.tanggal = cocok["tanggal"]
            k.fase = "ttd"
        elif baku(teks) in himpunan("pihak"):
            k.fase = "ttd"
        elif k.formulir and not bentuk("formulir.orang").match(teks):
            return self._isi_formulir(i, k, p)
        return i + 1

    def _terisi(self) -> bool:
        """Whether the form has begun to be filled."""
        return self.kini is not None and bool(self.kini.kinerja or self.kini.anggaran.baris)

    def _mulai_perjanjian(self, i: int, p: Paragraf) -> int:
        teks, j = self._blok(i)
        self._selesai(i)
        if cocok := bentuk("formulir.eselon").search(teks):
            self.eselon = _ANGKA_ROMAWI.get(cocok["eselon"], cocok["eselon"].upper())
            return j
        tahun = _TAHUN.search(teks)
        pejabat = teks[tahun.end() :].strip(" :-–") if tahun else ""
        bernama = pejabat.isupper() and bentuk("formulir.pejabat").match(pejabat) is not None
        self.kini = _Konsep(
            eselon=self.eselon,
            jabatan_judul=pejabat if bernama else "",
            jenis="perubahan" if bentuk("formulir.perubahan").search(baku(teks)) else "murni",
            tahun=int(tahun[1]) if tahun else self.tahun,
            lokasi_perjanjian=p.lokasi,
            mulai=i,
        )
        return j

    def _mulai_formulir(self, i: int, p: Paragraf) -> int:
        teks, j = self._blok(i)
        if self.kini is None or self.kini.formulir:
            self._selesai(i)
            self.kini = _Konsep(eselon=self.eselon, tahun=self.tahun, mulai=i)
        k = self.kini
        polos = baku(teks)
        k.formulir = True
        k.lokasi = p.lokasi
        k.fase = "formulir"
        k.opd = bentuk("formulir.opd").search(polos) is not None
        if bentuk("formulir.iku").search(polos):
            k.jenis, k.opd = "iku", True
        elif bentuk("formulir.perubahan").search(polos):
            k.jenis = "perubahan"
        if tahun := _TAHUN.search(teks):
            k.tahun = int(tahun[1])
        return j

    def _jabatan(self, i: int, k: _Konsep, isi: str, p: Paragraf) -> int:
        """An office."""
        teks, j = self._isian(i, isi)
        if k.formulir:
            k.jabatan_formulir, k.lokasi_jabatan = teks, p.lokasi
        elif not k.jabatan:
            k.jabatan = teks
        elif not k.atasan:
            k.atasan, k.lokasi_atasan = teks, p.lokasi
        return j

    def _isian(self, i: int, isi: str) -> tuple[str, int]:
        """What a name such as `Jabatan :` introduces, over the lines that go on with it, and where the next begins."""
        bagian = [isi]
        j = i + 1
        while j < len(self.bagian):
            q = self.bagian[j]
            if not isinstance(q, Paragraf) or not q.sambung or bentuk("formulir.isian").match(q.teks):
                break
            if any(satu_kata(k, awal) for k in kata(q.teks)[:1] for awal in istilah("awal_pihak")):
                break
            bagian.append(q.teks)
            j += 1
        return " ".join(" ".join(bagian).split()), j

    def _isi_formulir(self, i: int, k: _Konsep, p: Paragraf) -> int:
        if bentuk("formulir.isian").match(p.teks):
            nama, _, isi = p.teks.partition(":")
            if baku(nama).startswith(istilah("isian_instansi")) and not self.instansi:
                self.instansi, j = self._isian(i, isi)
                return j
            return i + 1
        if k.fase == "ttd":
            if k.jenis == "iku" and not k.jabatan and bentuk("formulir.pejabat").match(p.teks):
                k.jabatan, j = self._blok(i)
                return j
            return i + 1
        if k.fase in {"anggaran", "jumlah"}:
            return self._baris_lepas(i, k, p)
        return i + 1

    def _baris_lepas(self, i: int, k: _Konsep, p: Paragraf) -> int:
        """What stands between the grids of a budget: a line without money, a source of funds, JUMLAH."""
        sebutan = _sebutan(k)
        teks, j = self._blok(i)
        awal, _, sisa = teks.partition(" ")
        tempat = Lokasi(p.lokasi.berkas, p.lokasi.baris, p.lokasi.halaman, p.lokasi.sel, sebutan, "jumlah")
        if baku(awal) in himpunan("jumlah_akhir") and len(teks) < 80:
            sel = baca_uang(sisa.strip(" :"), tempat)
            k.fase = "anggaran" if sel is not None else "jumlah"
            k.anggaran.jumlah = sel or k.anggaran.jumlah
            return i + 1 if sel is None else j
        if k.fase == "jumlah" and (sel := baca_uang(p.teks, tempat)) is not None:
            k.anggaran.jumlah = sel
            k.fase = "anggaran"
            return i + 1
        no, uraian = pisah_nomor(teks)
        if no and len(teks) < 300:
            asal = attrs.evolve(tempat, kolom=None)
            k.anggaran.baris.append(BarisAnggaran(no=no, uraian=uraian, lokasi=asal))
            return j
        baris = k.anggaran.baris
        if sumber_dana(p.teks) and baris and not baris[-1].keterangan:
            baris[-1] = attrs.evolve(baris[-1], keterangan=p.teks)
        return i + 1

    def _lain(self, t: TabelMentah) -> bool:
        """Whether a table stands after the form: it measures, has a number, or begins what the form has ended with."""
        k = self.kini
        if k is None or not k.formulir:
            return False
        kepala = baca_kepala(t.baris, self.kosakata)
        peran = {self.kosakata.peran(kata_judul(x.teks))[0] for x in kepala.kolom} if kepala is not None else set()
        if "kategori" in peran or any(PERAN[p].terukur for p in peran if p) or t.nomor:
            return True
        return k.anggaran.jumlah is not None and bool(peran & {"indikator", "pagu", "target"})

    def _tabel(self, t: TabelMentah) -> None:
        k = self.kini
        if k is None:
            return
        jenis = jenis_tabel(t, self.kosakata)
        if not k.formulir:
            if jenis != "kinerja" or not (k.jabatan or k.jabatan_judul):
                return
            k.jabatan = k.jabatan or k.jabatan_judul
            k.formulir, k.lokasi, k.fase = True, t.lokasi, "formulir"
        if not jenis and k.fase in {"anggaran", "jumlah"}:
            jenis = "anggaran"
        if jenis == "kinerja" or (not jenis and k.fase == "kinerja"):
            k.fase = "kinerja"
            baca_kinerja(t, self.kosakata, _sebutan(k), k.kinerja)
        elif jenis == "anggaran":
            k.fase = "anggaran"
            baca_anggaran(t, self.kosakata, _sebutan(k), k.anggaran)

    def _selesai(self, akhir: int) -> None:
        k = self.kini
        self.kini = None
        if k is None or not k.formulir or not (k.kinerja or k.anggaran.baris):
            return
        if not k.jabatan:
            k.jabatan = k.jabatan_formulir
        k.eselon = _eselon(k)
        self.hasil.append(k)
        self.terpakai.update(range(k.mulai, akhir))


def _sebutan(k: _Konsep) -> str:
    depan = "Formulir IKU" if k.jenis == "iku" else f"PK eselon {_eselon(k)}"
    return f"{depan} {k.jabatan or k.jabatan_formulir}"


def _eselon(k: _Konsep) -> str:
    """The level: the agency's own form, the heading the form stands under, else the office."""
    jabatan = k.jabatan or k.jabatan_formulir
    if k.opd or (not k.eselon and pimpinan(jabatan)):
        return "II"
    if k.eselon:
        return k.eselon
    return "IV" if bentuk("formulir.pejabat_bawah").match(baku(jabatan)) else "III"


def _susun(konsep: list[_Konsep], tahun: int) -> list[PerjanjianKinerja]:
    unit = _unit(konsep)
    return [
        PerjanjianKinerja(
            eselon=k.eselon,
            jabatan=k.jabatan,
            tahun=k.tahun or tahun,
            jenis=k.jenis,
            jabatan_formulir=k.jabatan_formulir,
            unit=unit[i],
            atasan=k.atasan,
            pihak_supervisi=k.pihak,
            tanggal=k.tanggal,
            kinerja=tuple(_bersebutan(b, _sebutan(k)) for b in k.kinerja),
            anggaran=tuple(k.anggaran.baris),
            jumlah=k.anggaran.jumlah,
            lokasi=_bertabel(k.lokasi, _sebutan(k), None),
            lokasi_perjanjian=_bertabel(k.lokasi_perjanjian, _sebutan(k), None),
            lokasi_jabatan_formulir=_bertabel(k.lokasi_jabatan, _sebutan(k), "jabatan_formulir"),
            lokasi_atasan=_bertabel(k.lokasi_atasan, _sebutan(k), "atasan"),
            lokasi_supervisi=_bertabel(k.lokasi_supervisi, _sebutan(k), "pihak_supervisi"),
        )
        for i, k in enumerate(konsep)
    ]


def _bertabel(lokasi: Lokasi, sebutan: str, kolom: str | None) -> Lokasi:
    return lokasi if lokasi == Lokasi() else attrs.evolve(lokasi, tabel=sebutan, kolom=kolom)


def _bersebutan(b: BarisKinerja, sebutan: str) -> BarisKinerja:
    """The line with the name of its form, which may have become known only by the signature."""
    if b.lokasi.tabel == sebutan:
        return b
    target = b.target and attrs.evolve(b.target, lokasi=attrs.evolve(b.target.lokasi, tabel=sebutan))
    return attrs.evolve(b, lokasi=attrs.evolve(b.lokasi, tabel=sebutan), target=target)


def _unit(konsep: list[_Konsep]) -> list[str]:
    """The unit whose budget each form is: the bidang, the secretariat, the UPTD; under eselon IV the superior's."""
    atas = {" ".join(kata(k.jabatan)): _unit_sendiri(k) for k in konsep if k.eselon == "III"}
    hasil: list[str] = []
    for k in konsep:
        sendiri = _unit_sendiri(k)
        if k.eselon == "IV" and not sendiri.upper().startswith("UPT"):
            sendiri = atas.get(" ".join(kata(k.atasan))) or _nama_unit(k.atasan) or sendiri
        hasil.append(sendiri)
    return hasil


def _unit_sendiri(k: _Konsep) -> str:
    """The unit that an office heads; what an office of eselon II heads is the agency, by its kind."""
    jabatan = k.jabatan_formulir or k.jabatan
    return pimpinan(jabatan) if k.eselon == "II" else _nama_unit(jabatan)


def _nama_unit(jabatan: str) -> str:
    polos = jabatan.strip(" .")
    if baku(polos).startswith("sekretaris"):
        return "Sekretariat"
    cocok = bentuk("formulir.unit").search(polos)
    if cocok is None:
        return ""
    nama = cocok["unit"]
    return nama.title().replace(" Dan ", " dan ") if nama.isupper() else nama


def baca_formulir(bagian: Sequence[Paragraf | TabelMentah], kosakata: Kosakata, tahun: int) -> HasilFormulir:
    """The agreement forms of a document.

    Args:
        bagian: the document in order.
        kosakata: the vocabulary.
        tahun: the year of the report, for forms that name none.
    """
    return _Pembaca(bagian, kosakata, tahun).baca()
