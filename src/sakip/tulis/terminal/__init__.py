"""A review for a person at a terminal: findings first, then what was checked, and what nobody checked."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sakip._version import __version__
from sakip.relasi import Putusan
from sakip.tinjauan.tanggapan import ReviuBertanggapan
from sakip.tulis.hasil_aturan import DIHITUNG, aturan_tanpa_bahan, hasil_aturan
from sakip.tulis.pembulatan import daftar_pembulatan
from sakip.tulis.teks import Warna, banyak, bersih, bungkus, gantung, pendek, tabel
from sakip.tulis.terminal.temuan import tulis_temuan
from sakip.tulis.words.kamus import Kamus, sebut_lokasi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.register import Butir
    from sakip.tinjauan.engine import Belum, HasilRelasi, Reviu
    from sakip.tulis import Opsi

__all__ = ["tulis"]

LEBAR_TERKECIL, LEBAR_TERBESAR = 60, 170
"""Narrower, no figure fits beside another; wider, no eye finds the next line."""

CONTOH_BELUM = 3
"""Unchecked figures named of each place when not everything is asked for."""

CONTOH_TAK_DAPAT = 5

CONTOH_PEMBULATAN = 10


def tulis(reviu: Iterable[Reviu], opsi: Opsi) -> Iterator[str]:
    """One review after the other."""
    for ke, r in enumerate(reviu):
        penulis = _Penulis(r, opsi)
        pemisah = ["", penulis.garis, ""] if ke else []
        yield "\n".join([*pemisah, *penulis.baris()]) + "\n"


class _Penulis:
    """Writes one review."""

    def __init__(self, reviu: Reviu, opsi: Opsi) -> None:
        self.reviu = reviu
        self.opsi = opsi
        self.kamus = Kamus(opsi.bahasa, reviu.lain)
        self.warna = Warna(opsi.warna)
        self.lebar = min(max(opsi.lebar, LEBAR_TERKECIL), LEBAR_TERBESAR)
        self.garis = "=" * self.lebar

    def baris(self) -> Iterator[str]:
        """The lines."""
        yield from self._kepala()
        yield from tulis_temuan(self.reviu, self.kamus, self.warna, self.lebar, rinci=self.opsi.rinci)
        yield from self._tanggapan()
        yield from self._diperiksa()
        yield from self._pembulatan()
        yield from self._tak_dapat()
        yield from self._galat()
        yield from self._pembaca()
        yield from self._cakupan()
        if self.opsi.rinci:
            yield from self._semua_hubungan()
        yield ""
        kaki = self.kamus("kaki" if self.opsi.rinci else "dipendekkan")
        yield from (self.warna(g, "samar") for g in bungkus(kaki, self.lebar))

    def _n(self, n: int) -> str:
        return banyak(n, self.opsi.bahasa)

    def _judul(self, teks: str) -> Iterator[str]:
        yield ""
        yield self.warna(teks.upper(), "judul")
        yield "-" * len(teks)

    def _kepala(self) -> Iterator[str]:
        lap, cakupan, k = self.reviu.laporan, self.reviu.cakupan, self.kamus
        for g in bungkus(bersih(lap.instansi), self.lebar):
            yield self.warna(g, "judul")
        yield from bungkus(bersih(k.dokumen(lap.judul, lap.tahun)), self.lebar)
        yield ""
        isi = k(
            "isi.angka",
            tabel=self._n(len(lap.tabel)),
            formulir=self._n(len(lap.perjanjian)),
            klaim=self._n(len(lap.narasi)),
            angka=self._n(cakupan.angka),
        )
        putusan = {p.value: self._n(n) for p, n in self.reviu.hitung_putusan().items()}
        keparahan = {p: self._n(n) for p, n in self.reviu.hitung_keparahan().items()}
        daftar = [
            ("sumber", bersih(lap.sumber)),
            ("isi", isi),
            ("temuan", k("temuan.banyak", **keparahan)),
            ("tanggapan", k.ringkas_tanggapan(self.reviu) if isinstance(self.reviu, ReviuBertanggapan) else ""),
            ("hubungan", k("hubungan.banyak", **putusan)),
            ("cakupan", k.cakupan(cakupan)),
            ("galat", k("galat.banyak", n=len(self.reviu.galat)) if self.reviu.galat else ""),
            ("versi", k("versi.isi", sakip=__version__, aturan=self.reviu.aturan)),
            ("sidik", lap.sha256 if self.opsi.rinci else ""),
        ]
        daftar = [(kunci, teks) for kunci, teks in daftar if teks]
        kolom = max(len(k(kunci)) for kunci, _ in daftar) + 2
        for kunci, teks in daftar:
            yield from gantung(k(kunci), teks, self.lebar, 0, kolom)

    def _tanggapan(self) -> Iterator[str]:
        """The answers that close nothing: past their end, or to no finding."""
        r, k = self.reviu, self.kamus
        if not isinstance(r, ReviuBertanggapan) or not (r.kedaluwarsa or r.tak_berpasangan):
            return
        yield from self._judul(k("tanggapan"))
        for kunci, isi in (("kedaluwarsa", r.kedaluwarsa), ("tak_berpasangan", r.tak_berpasangan)):
            if isi:
                yield from bungkus(k(kunci), self.lebar)
            for j in isi:
                letak = f" [{bersih(r.berkas)}:{j.baris}]" if j.baris is not None else ""
                yield from gantung("-", f"{j.id}  {bersih(k.jawaban(j))}{letak}", self.lebar)

    def _diperiksa(self) -> Iterator[str]:
        k = self.kamus
        yield from self._judul(k("diperiksa"))
        baris = [
            [a.kode, bersih(k.judul(a.kode)), *(self._n(x) if x else "-" for x in (*a.putusan, a.temuan))]
            for a in hasil_aturan(self.reviu)
        ]
        semua = self.reviu.hitung_putusan()
        jumlah = [*(semua[p] for p in DIHITUNG), len(self.reviu.temuan)]
        baris.append(["", k("jumlah"), *map(self._n, jumlah)])
        kepala = [k("kode"), k("aturan"), *(k(p.value) for p in DIHITUNG), k("temuan")]
        yield from tabel(kepala, baris, self.lebar, range(2, len(kepala)))
        kosong = aturan_tanpa_bahan(self.reviu, k.aturan, self.opsi.pilihan)
        if kosong:
            yield ""
            yield from bungkus(f"{k('tanpa_bahan')} {', '.join(kosong)}.", self.lebar)

    def _pembulatan(self) -> Iterator[str]:
        """The figures that hold only by rounding."""
        k, semua = self.kamus, list(daftar_pembulatan(self.reviu))
        if not semua:
            return
        yield from self._judul(k("pembulatan.judul"))
        yield from bungkus(k("pembulatan.isi"), self.lebar)
        yield ""
        tampil = semua if self.opsi.rinci else semua[:CONTOH_PEMBULATAN]
        baris = [
            [p.kode, bersih(k.ucap(p.butir.nama)), bersih(p.butir.teks), p.dihitung, bersih(k.ucap(p.butir.tempat))]
            for p in tampil
        ]
        yield from tabel(
            [k("kode"), k("misalnya"), k("tercetak"), k("pembulatan.dihitung"), k("tempat")], baris, self.lebar
        )
        if len(tampil) < len(semua):
            yield k("lainnya", n=self._n(len(semua) - len(tampil)))

    def _tak_dapat(self) -> Iterator[str]:
        """Relations that could not be evaluated, those with one reason together."""
        k = self.kamus
        yield from self._judul(k("tidak_diperiksa"))
        kelompok: dict[tuple[str, str], list[HasilRelasi]] = {}
        for h in self.reviu.relasi:
            if h.putusan is Putusan.TAK_DAPAT_DIPERIKSA:
                kelompok.setdefault((h.kode, k.ucap(h.evaluasi.alasan)), []).append(h)
        if not kelompok:
            yield k("tidak_diperiksa.tidak_ada")
            return
        baris = []
        for (kode, alasan), isi in kelompok.items():
            nama = list(dict.fromkeys(_sebut_hubungan(h, k) for h in isi))
            baris.append([kode, self._n(len(isi)), bersih(alasan), self._sebagian(nama, CONTOH_TAK_DAPAT)])
        kepala = [k("kode"), k("banyak"), k("alasan"), k("hubungan.apa")]
        yield from tabel(kepala, baris, self.lebar, (1,))

    def _sebagian(self, nama: list[str], paling_banyak: int) -> str:
        """Names in a row; the first ones when there are many, and how many more."""
        if self.opsi.rinci or len(nama) <= paling_banyak:
            return "; ".join(nama)
        sisa = self.kamus("lainnya", n=self._n(len(nama) - paling_banyak))
        return f"{'; '.join(nama[:paling_banyak])}; {sisa}"

    def _galat(self) -> Iterator[str]:
        if not self.reviu.galat:
            return
        yield from self._judul(self.kamus("aturan_gagal"))
        yield from bungkus(self.kamus("aturan_gagal.isi"), self.lebar)
        for g in self.reviu.galat:
            yield from gantung(g.kode, bersih(self.kamus.ucap(g.pesan)), self.lebar)

    def _cakupan(self) -> Iterator[str]:
        k, belum = self.kamus, self.reviu.cakupan.belum
        yield from self._judul(k("cakupan"))
        yield from bungkus(k.cakupan(self.reviu.cakupan) + ".", self.lebar)
        if not belum:
            if self.reviu.cakupan.angka:
                yield k("belum.tidak_ada")
            return
        yield from bungkus(k("belum", n=self._n(len(belum))), self.lebar)
        yield ""
        baris = [
            [
                bersih(k.ucap(tempat)),
                self._n(len(isi)),
                self._sebagian([_angka_belum(b, k) for b in isi], CONTOH_BELUM),
                bersih(k.ucap(alasan)),
            ]
            for (tempat, alasan), isi in self.reviu.cakupan.belum_menurut_tempat().items()
        ]
        kepala = [k("tempat"), k("banyak"), k("misalnya"), k("alasan")]
        yield from tabel(kepala, baris, self.lebar, (1,))
        if self.opsi.rinci:
            yield from self._judul(k("daftar_belum"))
            rinci = [
                [bersih(b.nilai), bersih(k.ucap(b.nama)), bersih(sebut_lokasi(b.lokasi, self.opsi.bahasa))]
                for b in belum
            ]
            yield from tabel([k("tercetak"), k("misalnya"), k("letak")], rinci, self.lebar)

    def _pembaca(self) -> Iterator[str]:
        """What the reader could not read or understand."""
        catatan = self.reviu.laporan.catatan
        if not catatan:
            return
        yield from self._judul(self.kamus("pembaca"))
        yield from bungkus(self.kamus("pembaca.isi"), self.lebar)
        for c in sorted(catatan, key=lambda c: not c.hilang):
            yield from gantung("-", bersih(self.kamus.catatan(c)), self.lebar)

    def _semua_hubungan(self) -> Iterator[str]:
        """Every relation with its outcome and its figures: the tick marks."""
        k = self.kamus
        yield from self._judul(k("semua_hubungan"))
        kolom = max(len(k(f"putusan.{p.value}")) for p in Putusan if p is not Putusan.GALAT_ATURAN) + 2
        kode = ""
        for h in self.reviu.relasi:
            if h.kode != kode:
                kode = h.kode
                yield ""
                yield self.warna(f"{kode}  {bersih(k.judul(kode))}".rstrip(), "judul")
            teks = bersih(k.ucap(h.relasi.uraian))
            if h.evaluasi.jalur:
                teks += f" [{k('cara')} {bersih(k.ucap(h.evaluasi.jalur))}]"
            if h.evaluasi.alasan:
                teks += f": {bersih(k.ucap(h.evaluasi.alasan))}"
            yield from gantung(k(f"putusan.{h.putusan.value}"), teks, self.lebar, 0, kolom)
            angka = _sebaris(h.relasi.butir)
            if angka:
                yield from gantung("", f"{bersih(k.ucap(h.relasi.butir[0].nama))}: {angka}", self.lebar, 0, kolom)


def _sebut_hubungan(h: HasilRelasi, kamus: Kamus) -> str:
    """What a relation states, and where: the words of many are the same in every row of a table."""
    uraian = bersih(kamus.ucap(h.relasi.uraian))
    tempat = bersih(kamus.ucap(h.relasi.butir[0].tempat)) if h.relasi.butir else ""
    return f"{uraian} ({tempat})" if tempat and tempat not in uraian else uraian


def _sebaris(butir: Iterable[Butir]) -> str:
    """The figures of a relation, those on one line of a file together: `5; 2; 3 [tabel/1.1.csv:8]`."""
    kelompok = groupby(butir, lambda b: _letak(b.lokasi))
    return "; ".join("; ".join(bersih(b.teks) for b in isi) + letak for letak, isi in kelompok)


def _letak(lok: Lokasi) -> str:
    """The file and line alone: there are thousands of them."""
    if lok.baris is None:
        return ""
    return f" [{bersih(lok.berkas)}:{lok.baris}]" if lok.berkas else f" [{bersih(lok.tabel or '')}:{lok.baris}]"


def _angka_belum(b: Belum, kamus: Kamus) -> str:
    nama, nilai = bersih(kamus.ucap(b.nama)), bersih(b.nilai)
    return nama if nama.startswith(nilai) else f"{pendek(nama, 48)}: {nilai}"
