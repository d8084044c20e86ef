"""The words of the writers in two languages, and what a rule or a finding says in either."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs

from sakip.aturan import katalog, keluarga, plugin
from sakip.errors import SkalaError
from sakip.model.peran import PERAN
from sakip.teks.kalimat import Daftar, Kalimat
from sakip.temuan.temuan import Akibat, Dugaan, Temuan
from sakip.tulis.teks import banyak, besar
from sakip.tulis.words.catalogue import BAHASA, isi_pesan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip.angka.lokasi import Lokasi
    from sakip.aturan.definisi import Aturan
    from sakip.errors import Masalah
    from sakip.model.laporan import Catatan
    from sakip.teks.kalimat import Isi
    from sakip.tinjauan.engine import Cakupan
    from sakip.tinjauan.tanggapan import Keadaan, ReviuBertanggapan, Tanggapan

__all__ = ["BATAS", "Kamus", "pesan", "sebut_lokasi", "sebut_masalah", "sebut_semua"]

SAMBUNG = {"titik_koma": "; ", "koma": ", ", "tegak": " | "}
"""What stands between things in a row, where it is the same in both languages."""

BATAS = "\0"
"""Stands for what fills a message where it is to be taken apart; nothing that is printed has it."""


def sebut_lokasi(lok: Lokasi, bahasa: str = "id") -> str:
    """A place as a person or an editor goes there: `tabel/2.7.csv:35 (naskah baris 894)`; empty for none."""
    bagian: list[str] = []
    if lok.berkas:
        bagian.append(lok.berkas if lok.baris is None else f"{lok.berkas}:{lok.baris}")
    else:
        if lok.tabel:
            bagian.append(lok.tabel)
        if lok.baris is not None:
            bagian.append(_di("baris", lok.baris, bahasa))
    if lok.halaman is not None:
        bagian.append(_di("halaman", lok.halaman, bahasa))
    if lok.sel:
        bagian.append(_di("sel", lok.sel, bahasa))
    teks = ", ".join(bagian)
    if lok.asal is not None:
        asal = _di("asal", lok.asal, bahasa)
        teks = f"{teks} ({asal})" if teks else asal
    return teks


def _di(apa: str, nomor: object, bahasa: str) -> str:
    return isi_pesan(f"lokasi.{apa}", {"nomor": str(nomor)}, bahasa)


def sebut_semua(lokasi: Iterable[Lokasi], bahasa: str = "id") -> list[str]:
    """Places, those in one file together: `pk/20.yaml:92, 97 (naskah baris 2383, 2384)`."""
    berkas: dict[str, list[Lokasi]] = {}
    for lok in dict.fromkeys(lokasi):
        baris = bool(lok.berkas) and lok.baris is not None and lok.halaman is None and not lok.sel
        berkas.setdefault(lok.berkas if baris else repr(lok), []).append(lok)
    hasil = []
    for isi in berkas.values():
        teks = sebut_lokasi(isi[0], bahasa)
        if len(isi) > 1:
            nomor = ", ".join(dict.fromkeys(str(x.baris) for x in isi))
            asal = ", ".join(dict.fromkeys(str(x.asal) for x in isi if x.asal is not None))
            teks = f"{isi[0].berkas}:{nomor}"
            teks += f" ({_di('asal', asal, bahasa)})" if asal else ""
        hasil.append(teks)
    return list(dict.fromkeys(t for t in hasil if t))


def pesan(benda: Temuan | Akibat | Dugaan | Isi, bahasa: str = "id", lain: Iterable[Aturan] = ()) -> str:
    """A finding, what follows from it, its probable cause, or a sentence that is data, in words.

    Args:
        benda: what is to be said.
        bahasa: id or en.
        lain: rules that are not in the catalogue: `Reviu.lain`. One that is not known is named by its code.

    Raises:
        KeyError: there is no such message.
        ValueError: there is no such language.
    """
    kamus = Kamus(bahasa, lain) if lain else _kamus(bahasa)
    return kamus.pesan(benda) if isinstance(benda, (Temuan, Akibat, Dugaan)) else kamus.ucap(benda)


@cache
def _kamus(bahasa: str) -> Kamus:
    return Kamus(bahasa)


def sebut_masalah(m: Masalah) -> str:
    """A problem of an input file with what its reader remarked; in Indonesian, as problems are."""
    return str(m) if m.catatan is None else f"{m}; {_kamus('id').ucap(m.catatan)}"


class Kamus:
    """Words, rules and findings in one language."""

    def __init__(self, bahasa: str, lain: Iterable[Aturan] = ()) -> None:
        """Take the rules of the catalogue and of plugins, and `lain`: those of the configuration."""
        self.bahasa = bahasa
        self._ke = BAHASA.index(bahasa)
        self.aturan: dict[str, Aturan] = {a.kode: a for a in (*lain, *plugin().aturan, *katalog())}
        self._keluarga = {k.huruf: k for k in keluarga()}

    def __call__(self, kunci: str, **isi: object) -> str:
        """The words for `kunci`, filled with `isi`."""
        return isi_pesan(kunci, isi, self.bahasa)

    def ucap(self, isi: Isi) -> str:
        """A sentence, or what fills one, in words: texts stay, counts are set, lists are joined."""
        if isinstance(isi, str):
            return isi
        if isinstance(isi, Kalimat):
            return self._kalimat(isi)
        if isinstance(isi, Daftar):
            return self._daftar(isi)
        if isinstance(isi, int):
            return banyak(isi, self.bahasa)
        return "; ".join(self.butir(isi))

    def _kalimat(self, k: Kalimat) -> str:
        kode, _, nama = k.kunci.partition(".")
        if kode == "peran":
            return (PERAN[nama].sebutan, PERAN[nama].term)[self._ke]
        isi = {nama: x if isinstance(x, (str, int)) else self.ucap(x) for nama, x in k.isi.items()}
        if (a := self.aturan.get(kode)) is None:
            # Whoever has a finding without its review has not the rules of a user's own either.
            return kode if nama == "judul" and kode.isupper() else isi_pesan(k.kunci, isi, self.bahasa)
        tetap = {"judul": (a.judul, a.title), "celah": (a.celah, a.reading)}.get(nama)
        if tetap is not None:  # a user's own, which may have braces
            return tetap[self._ke]
        sendiri = a.kalimat.get(nama)
        if sendiri is None:  # what relations of its kind say where the rule has no words of its own
            return isi_pesan(f"relasi.{nama}", isi, self.bahasa)
        return sendiri[self._ke].format_map({n: self.ucap(x) for n, x in isi.items()})

    def _daftar(self, d: Daftar) -> str:
        return (SAMBUNG.get(d.sambung) or f" {self(f'daftar.{d.sambung}')} ").join(self.butir(d))

    def n(self, n: int) -> str:
        """A count."""
        return banyak(n, self.bahasa)

    def persen(self, teks: str) -> str:
        """A percentage written in Indonesian, as the readers of this language write it."""
        return teks if self.bahasa == "id" else teks.translate(str.maketrans(",.", ".,"))

    def peran(self, nama: str) -> str:
        """The name of a role, as a heading."""
        return besar((PERAN[nama].sebutan, PERAN[nama].term)[self._ke])

    def keluarga(self, kode: str) -> str:
        """The name of a family of rules; the letters alone for one that is not ours."""
        k = self._keluarga.get(kode)
        return kode if k is None else f"{kode} · {(k.nama, k.name)[self._ke]}"

    def dokumen(self, judul: str, tahun: int) -> str:
        """What a document is called, with the year that it is about; a document without either says so."""
        sebutan = " ".join(judul.split()) or self("laporan.judul")
        if not tahun:
            return self("laporan.tanpa_tahun", judul=sebutan)
        return sebutan if str(tahun) in sebutan else self("laporan.bertahun", judul=sebutan, tahun=str(tahun))

    def judul(self, kode: str) -> str:
        """The name of a rule; empty for one that is not known."""
        a = self.aturan.get(kode)
        return "" if a is None else (a.judul, a.title)[self._ke]

    def memeriksa(self, a: Aturan) -> str:
        """What a rule checks."""
        return (a.memeriksa, a.checks)[self._ke]

    def penting(self, a: Aturan) -> str:
        """Why a rule matters."""
        return (a.penting, a.matters)[self._ke]

    def pesan(self, benda: Temuan | Akibat | Dugaan) -> str:
        """What a finding says, what follows from it, or how it probably came about."""
        if isinstance(benda, Dugaan):
            return self.ucap(Kalimat(f"dugaan.{benda.jenis}", benda.isi))
        return self.ucap(Kalimat(f"{type(benda).__name__.lower()}.{benda.kunci}", benda.isi))

    def berbutir(self, t: Temuan, panjang: int) -> tuple[str, list[str], str]:
        """What a finding says, where it names many things in a row, of more characters than `panjang`: what stands
        before them, each of them, what stands after. Else all of it, and nothing."""
        for nama in ("daftar", "tertulis"):
            isi = t.isi.get(nama)
            if isinstance(isi, (tuple, Daftar)) and len(butir := self.butir(isi)) > 1 and len(self.ucap(isi)) > panjang:
                depan, _, belakang = self.pesan(attrs.evolve(t, isi={**t.isi, nama: BATAS})).partition(BATAS)
                return depan, butir, belakang.lstrip(" ;.")
        return self.pesan(t), [], ""

    def butir(self, isi: Isi) -> list[str]:
        """Each of the things in a row, in words."""
        if isinstance(isi, tuple):
            return list(map(self.ucap, isi))
        if not isinstance(isi, Daftar):
            return [self.ucap(isi)]
        semua = list(map(self.ucap, isi.isi) if isi.ulang else dict.fromkeys(map(self.ucap, isi.isi)))
        if isi.terbanyak is None or len(semua) <= isi.terbanyak:
            return semua
        return [*semua[: isi.terbanyak], self("daftar.lainnya", n=len(semua) - isi.terbanyak)]

    def akibat(self, a: Akibat) -> str:
        """What follows from a finding."""
        return self.pesan(a)

    def penjelasan(self, d: Dugaan) -> str:
        """A probable cause, or an innocent reading."""
        return self.pesan(d)

    def catatan(self, c: Catatan) -> str:
        """A remark of the reader, with its place."""
        letak = sebut_lokasi(c.lokasi, self.bahasa)
        return f"{self.ucap(c.pesan)} [{letak}]" if letak else self.ucap(c.pesan)

    def dasar(self, kunci: tuple[str, ...]) -> list[str]:
        """Citations, with how sure we are of each; a key that the regulation data lacks as it is."""
        # The regulations are read only by whoever shows a citation.
        from sakip.hukum.regulasi import kutipan

        hasil = []
        for k in kunci:
            try:
                hasil.append(kutipan(k))
            except SkalaError:
                hasil.append(k)
        return hasil

    def cakupan(self, c: Cakupan) -> str:
        """How much was checked."""
        persen = c.persen if self._ke == 0 else c.persen.replace(",", ".")
        n = {"terperiksa": banyak(c.terperiksa, self.bahasa), "angka": banyak(c.angka, self.bahasa)}
        hasil = self("cakupan.banyak", **n, persen=persen)
        if c.penomoran or c.tahun:
            luar = {"nomor": banyak(c.penomoran, self.bahasa), "tahun": banyak(c.tahun, self.bahasa)}
            hasil += self("cakupan.luar", **luar)
        return hasil + self("cakupan.hilang", n=banyak(c.hilang, self.bahasa)) if c.hilang else hasil

    def jawaban(self, j: Tanggapan, keadaan: Keadaan | None = None) -> str:
        """An answer, beginning with how its finding stands; with its own status where there is no finding."""
        depan = self(f"keadaan.{j.status if keadaan is None else keadaan.value}")
        if j.tanggal is not None:
            depan += f" ({j.tanggal}; {j.oleh})" if j.oleh else f" ({j.tanggal})"
        bagian = [f"{depan}: {j.alasan}" if j.alasan else depan]
        if j.sampai is not None:
            bagian.append(self("sampai", tanggal=j.sampai))
        return "; ".join(bagian)

    def ringkas_tanggapan(self, r: ReviuBertanggapan) -> str:
        """How many findings are answered, and which are open."""
        terbuka = {k: banyak(n, self.bahasa) for k, n in r.hitung_terbuka().items()}
        bagian = [self("tanggapan.banyak", n=banyak(len(r.terjawab), self.bahasa), **terbuka)]
        for kunci, isi in (("kedaluwarsa.banyak", r.kedaluwarsa), ("tak_berpasangan.banyak", r.tak_berpasangan)):
            if isi:
                bagian.append(self(kunci, n=banyak(len(isi), self.bahasa)))
        return "; ".join(bagian)
