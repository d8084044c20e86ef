"""Printed calculations: the parts of a realisation (`346/578 × 100 %`), and the efficiency step by step."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.errors import AngkaError
from sakip.hukum.regulasi import ambil_efisiensi, ambil_rumus
from sakip.model.indikator import Komponen, SukuKomponen
from sakip.model.laporan import Efisiensi, LangkahEfisiensi
from sakip.model.peran import PERAN
from sakip.model.sel import Sel, baca_sel_peran
from sakip.pembaca.tafsir.metode import polos
from sakip.teks.istilah import bentuk
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.angka.lokasi import Lokasi
    from sakip.model.indikator import Indikator
    from sakip.pembaca.tafsir.kosakata import Kosakata
    from sakip.pembaca.tafsir.prosa.alinea import Alinea

__all__ = ["cari_efisiensi", "cari_komponen"]

_SUKU = r"\(?\d[\d.,]*(?:[+-]\d[\d.,]*)*\)?"
_PECAHAN = re.compile(rf"(?:\\frac({_SUKU})\|({_SUKU})|(?<![\d.,/])({_SUKU})/({_SUKU}))(?:\\times|x|×|\*)100")
_HASIL_CETAK = re.compile(r"=\s*(\d[\d.,]*\d|\d)\s*(\\?%)?")
_POLOS_PECAHAN = re.compile(r"\d\)?\s*/\s*\(?\d[\d.,+\s-]*\)?\s*[x×*]\s*100")
_ANGKA = re.compile(r"([+-]?)(\d[\d.,]*\d|\d)")
_E_PECAHAN = re.compile(r"E=\(?(?:\\frac)?\(?(-?\d[\d.,]*)\)?[|/]\(?(-?\d[\d.,]*)\)?\)?(?:\\times|[x×*])100")
_PERSEN = re.compile(r"(?:(?<=[c|=/(+])-)?\d+(?:[.,]\d+)?\s*\\?%")
_LABEL = re.compile(r"\(([A-Za-z ]{4,30})\)")
_E = re.compile(r"\$*\s*E\s*=")
_KALI = re.compile(r"\\times|[x×*]")
_TETAPAN = re.compile(r"\(?(\d+(?:[.,]\d+)?)\s*%?\Z")
_DIBAGI = re.compile(r"[|/]")

NAMA_TERPANJANG = 300
JAUH = 6
"""Paragraphs from the name of an indicator to its calculation, at most."""


def cari_komponen(alinea: Sequence[Alinea], indikator: Sequence[Indikator]) -> tuple[Komponen, ...]:
    """The calculations under a line that names an indicator and nothing else."""
    nama = {baku(n): i for i in indikator for n in (i.nama, *i.alias)}
    hasil: list[Komponen] = []
    kini: tuple[Indikator, int] | None = None
    for n, a in enumerate(alinea):
        if len(a.teks) < NAMA_TERPANJANG and "$$" not in a.teks and not _POLOS_PECAHAN.search(a.teks):
            teks = re.sub(r"^\(?(?:\d{1,2}|[a-z])[.)]\s*", "", a.teks).rstrip(" :")
            milik = nama.get(baku(teks))
            if milik is not None:
                kini = (milik, n)
            continue
        if kini is None or n - kini[1] > JAUH:
            continue
        k = _komponen(kini[0], n, alinea)
        if k is not None:
            hasil.append(k)
            kini = None
    return tuple(hasil)


def _komponen(ind: Indikator, n: int, alinea: Sequence[Alinea]) -> Komponen | None:
    a = alinea[n]
    rapi = polos(a.teks).replace("&", "").replace("\\%", "%")
    cocok = _PECAHAN.search(rapi)
    if cocok is None:
        return None
    tempat = attrs.evolve(a.lokasi[0], tabel=f"Perhitungan {ind.kunci}")
    atas, bawah = (cocok[1], cocok[2]) if cocok[1] else (cocok[3], cocok[4])
    pembilang, penyebut = _suku(atas, "pembilang", tempat), _suku(bawah, "penyebut", tempat)
    if not pembilang or not penyebut:
        return None
    return Komponen(
        indikator=ind.kunci,
        pembilang=pembilang,
        penyebut=penyebut,
        hasil=_hasil(n, rapi[cocok.end() :], alinea, ind),
        lokasi=tempat,
    )


def _hasil(n: int, sisa: str, alinea: Sequence[Alinea], ind: Indikator) -> Sel | None:
    """The result: after the fraction, or in the next formula."""
    for i in range(n, min(n + 3, len(alinea))):
        teks = alinea[i].teks
        rapi = sisa if i == n else polos(teks).replace("&", "")
        if i > n and ("frac" in teks or _POLOS_PECAHAN.search(teks) or not rapi.startswith("=")):
            return None
        if not re.search(r"=\d", rapi):
            continue
        cocok = list(_HASIL_CETAK.finditer(teks.replace("&", "").replace("$", "")))
        if cocok:
            cetak = f"{cocok[-1][1]} %" if cocok[-1][2] else cocok[-1][1]
            lokasi = attrs.evolve(alinea[i].lokasi[0], tabel=f"Perhitungan {ind.kunci}", kolom="hasil")
            return _sel(cetak, "realisasi", lokasi)
    return None


def _suku(teks: str, peran: str, tempat: Lokasi) -> tuple[SukuKomponen, ...]:
    hasil: list[SukuKomponen] = []
    for tanda, angka in _ANGKA.findall(teks.strip("()")):
        sel = _sel(angka, peran, attrs.evolve(tempat, kolom=peran))
        if sel is None:
            return ()
        hasil.append(SukuKomponen(nilai=sel, minus=tanda == "-"))
    return tuple(hasil)


def _sel(teks: str, peran: str, lokasi: Lokasi) -> Sel | None:
    try:
        return baca_sel_peran(teks, PERAN[peran], lokasi)
    except AngkaError:
        return None


# -- efficiency --------------------------------------------------------------------------


def cari_efisiensi(alinea: Sequence[Alinea], kosakata: Kosakata) -> Efisiensi | None:
    """The printed efficiency, step by step; None when none of it is printed."""
    pembaca = _PembacaEfisiensi(kosakata)
    for a in alinea:
        if "fisiensi" not in a.teks and not _E.match(a.teks):
            continue
        if "=" in a.teks and len(a.teks) < 250:
            pembaca.rumus(a)
        else:
            pembaca.kalimat(a)
    return pembaca.susun()


class _PembacaEfisiensi:
    def __init__(self, kosakata: Kosakata) -> None:
        self.kosakata = kosakata
        self.pembilang: Sel | None = None
        self.penyebut: Sel | None = None
        self.hasil: list[Sel] = []
        self.langkah: list[LangkahEfisiensi] = []
        self.nilai: list[Sel] = []
        self.kategori: list[Sel] = []

    def rumus(self, a: Alinea) -> None:
        """A formula: E over its sums, its value, or a step of NE."""
        rapi = polos(a.teks).replace("\\%", "%")
        tempat = _tempat(a, 0)
        bagian = _E_PECAHAN.match(rapi)
        persen = _PERSEN.findall(rapi[2:])
        if rapi.casefold().startswith("nilaiefisiensi="):
            self._nilai(rapi.partition("=")[2], a, tempat)
        elif bagian is not None:
            self.pembilang = _sel(bagian[1], "selisih_efisiensi", attrs.evolve(tempat, kolom="pembilang"))
            self.penyebut = _sel(bagian[2], "pagu_capaian", attrs.evolve(tempat, kolom="penyebut"))
        elif rapi.startswith("E=") and persen and not re.search(r"PAK|frac", rapi):
            _tambah(self.hasil, persen[-1], "efisiensi", tempat, "hasil")

    def _nilai(self, kanan: str, a: Alinea, tempat: Lokasi) -> None:
        """The right side of a line of NE: its constant and E over 20 times 50, then E/20, then the product, then NE."""
        depan, tambah, suku = kanan.partition("+")
        persen = _PERSEN.findall(suku if tambah else kanan)
        if len(persen) != 1 or (tambah and not _tetapan_ne(depan)):
            return
        if tambah and _DIBAGI.search(suku):
            _tambah(self.hasil, persen[0], "efisiensi", tempat, "hasil")
        elif tambah:
            arti = "e_per_20" if _KALI.search(suku) else "e_per_20_kali_50"
            sel = _sel(persen[0], "persen", attrs.evolve(tempat, kolom="langkah"))
            if sel is not None:
                self.langkah.append(LangkahEfisiensi(tertulis=sel, arti=arti))
        else:
            _tambah(self.nilai, persen[0], "nilai_efisiensi", tempat, "nilai")
            label = _LABEL.search(a.teks)
            if label and baku(label[1]) in self.kosakata.label:
                self.kategori.append(Sel(label[1].strip(), None, attrs.evolve(tempat, kolom="kategori")))

    def kalimat(self, a: Alinea) -> None:
        """A sentence that prints E, or NE with its label."""
        if cocok := bentuk("hitungan.ne").search(a.teks):
            _tambah(self.nilai, cocok["nilai"], "nilai_efisiensi", _tempat(a, cocok.start("nilai")), "nilai")
            if label := bentuk("hitungan.kategori").search(a.teks, cocok.end()):
                tempat = attrs.evolve(_tempat(a, label.start("kategori")), kolom="kategori")
                self.kategori.append(Sel(label["kategori"], None, tempat))
        elif cocok := bentuk("hitungan.e").search(a.teks):
            _tambah(self.hasil, cocok["nilai"], "efisiensi", _tempat(a, cocok.start("nilai")), "hasil")

    def susun(self) -> Efisiensi | None:
        """What was found; None when it is nothing."""
        if self.pembilang is None and not self.hasil and not self.nilai:
            return None
        return Efisiensi(
            pembilang=self.pembilang,
            penyebut=self.penyebut,
            hasil=tuple(self.hasil),
            langkah=tuple(self.langkah),
            nilai=tuple(self.nilai),
            kategori=tuple(self.kategori),
        )


def _tetapan_ne(teks: str) -> bool:
    """Whether a text is the constant of NE, as the regulation has it."""
    cocok = _TETAPAN.match(teks)
    rumus = ambil_rumus(ambil_efisiensi("pmk214").ne).rumus
    tetapan = sum(s.koef for s in rumus.pembilang if not s.dari)
    return cocok is not None and Fraction(cocok[1].replace(",", ".")) == tetapan


def _tempat(a: Alinea, posisi: int) -> Lokasi:
    return attrs.evolve(a.tempat(posisi), tabel="Perhitungan efisiensi")


def _tambah(daftar: list[Sel], teks: str, peran: str, tempat: Lokasi, kolom: str) -> None:
    sel = _sel(teks, peran, attrs.evolve(tempat, kolom=kolom))
    if sel is not None:
        daftar.append(sel)
