"""The words of the writers in two languages, and what a rule or a finding says in either."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.aturan import katalog, keluarga
from sakip.errors import SkalaError
from sakip.temuan.temuan import Dugaan
from sakip.tulis.teks import banyak
from sakip.tulis.words.catalogue import BAHASA, isi_pesan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sakip.angka.lokasi import Lokasi
    from sakip.aturan.definisi import Aturan
    from sakip.temuan.temuan import Akibat, Temuan
    from sakip.tinjauan.engine import Cakupan
    from sakip.tinjauan.tanggapan import Keadaan, ReviuBertanggapan, Tanggapan

__all__ = ["Kamus", "pesan", "sebut_lokasi", "sebut_semua"]


def sebut_lokasi(lok: Lokasi, bahasa: str = "id") -> str:
    """A place as a person or an editor goes there: `tabel/2.7.csv:35 (naskah baris 894)`; empty for none."""
    id_ = bahasa == "id"
    bagian: list[str] = []
    if lok.berkas:
        bagian.append(lok.berkas if lok.baris is None else f"{lok.berkas}:{lok.baris}")
    elif lok.baris is not None:
        baris = f"{'baris' if id_ else 'row'} {lok.baris}"
        bagian.append(f"{lok.tabel}, {baris}" if lok.tabel else baris)
    elif lok.tabel:
        bagian.append(lok.tabel)
    if lok.halaman is not None:
        bagian.append(f"{'halaman' if id_ else 'page'} {lok.halaman}")
    if lok.sel:
        bagian.append(f"{'sel' if id_ else 'cell'} {lok.sel}")
    teks = ", ".join(bagian)
    if lok.asal is not None:
        asal = f"{'naskah baris' if id_ else 'source line'} {lok.asal}"
        teks = f"{teks} ({asal})" if teks else asal
    return teks


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
            teks += f" ({'naskah baris' if bahasa == 'id' else 'source line'} {asal})" if asal else ""
        hasil.append(teks)
    return list(dict.fromkeys(t for t in hasil if t))


def pesan(benda: Temuan | Akibat | Dugaan, bahasa: str = "id") -> str:
    """A finding, what follows from it, or its probable cause, in one or two sentences.

    Raises:
        KeyError: there is no such message.
        ValueError: there is no such language.
    """
    jenis, kunci = ("dugaan", benda.jenis) if isinstance(benda, Dugaan) else (type(benda).__name__.lower(), benda.kunci)
    return isi_pesan(f"{jenis}.{kunci}", benda.isi, bahasa)


class Kamus:
    """Words, rules and findings in one language."""

    def __init__(self, bahasa: str, judul: Mapping[str, tuple[str, str]] | None = None) -> None:
        self.bahasa = bahasa
        self._ke = BAHASA.index(bahasa)
        self.aturan: dict[str, Aturan] = {a.kode: a for a in katalog()}
        self._keluarga = {k.huruf: k for k in keluarga()}
        self._lain = judul or {}

    def __call__(self, kunci: str, **isi: object) -> str:
        """The words for `kunci`, filled with `isi`."""
        return isi_pesan(kunci, isi, self.bahasa)

    def n(self, n: int) -> str:
        """A count."""
        return banyak(n, self.bahasa)

    def persen(self, teks: str) -> str:
        """A percentage written in Indonesian, as the readers of this language write it."""
        return teks if self.bahasa == "id" else teks.translate(str.maketrans(",.", ".,"))

    def keluarga(self, kode: str) -> str:
        """The name of a family of rules; the letters alone for one that is not ours."""
        k = self._keluarga.get(kode)
        return kode if k is None else f"{kode} · {(k.nama, k.name)[self._ke]}"

    def judul(self, kode: str) -> str:
        """The name of a rule; empty for one that is not in the catalogue."""
        a = self.aturan.get(kode)
        return (self._lain.get(kode, ("", "")) if a is None else (a.judul, a.title))[self._ke]

    def pesan(self, t: Temuan) -> str:
        """What a finding says."""
        return pesan(attrs.evolve(t, isi=self._isi(t.isi, t.kode)), self.bahasa)

    def akibat(self, a: Akibat) -> str:
        """What follows from a finding."""
        return pesan(a, self.bahasa)

    def penjelasan(self, d: Dugaan, kode: str) -> str:
        """A probable cause, or an innocent reading, of a finding of the rule `kode`."""
        return pesan(attrs.evolve(d, isi=self._isi(d.isi, kode)), self.bahasa)

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

    def _isi(self, isi: Mapping[str, str], kode: str) -> Mapping[str, str]:
        """What a message says, with the texts of the rule in it in our language."""
        a = self.aturan.get(kode)
        if not self._ke or a is None:
            return isi
        ganti = {a.judul: a.title}
        if a.celah and a.reading:
            ganti[a.celah] = a.reading
        return {k: ganti.get(v, v) for k, v in isi.items()}
