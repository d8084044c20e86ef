"""How a document was understood, for the person who answers for it: `sakip baca`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sakip.model.tabel import BARIS_KATA
from sakip.tulis.teks import Warna, banyak, bersih, bungkus, gantung, pendek
from sakip.tulis.words.kamus import Kamus, sebut_lokasi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sakip.model.laporan import Laporan
    from sakip.model.narasi import Klaim
    from sakip.model.tabel import Tabel
    from sakip.pembaca.hasil import Pembacaan
    from sakip.tinjauan.engine import Cakupan
    from sakip.tulis import Opsi

__all__ = ["tulis_pembacaan"]

LABEL = 12
"""Columns of what stands before the details of a table."""
TERTULIS = 20
"""Entries of a list after which the rest is counted only, unless all is asked for."""
IKATAN = ("fakta", "hitung", "rumus", "arah", "peringkat", "tahun_laporan", "periode_renstra")


class _Penulis:
    def __init__(self, pembacaan: Pembacaan, cakupan: Cakupan, opsi: Opsi) -> None:
        self.pembacaan = pembacaan
        self.laporan: Laporan = pembacaan.laporan
        self.cakupan = cakupan
        self.opsi = opsi
        self.kamus = Kamus(opsi.bahasa)
        self.warna = Warna(opsi.warna)
        self.belum = Counter(b.lokasi.tabel for b in cakupan.belum)

    def kata(self, kunci: str, **isi: object) -> str:
        """Words in the language asked for; numbers are set in its manner."""
        return self.kamus(f"baca.{kunci}", **isi)

    def judul(self, kunci: str, n: int | None = None) -> list[str]:
        """The heading of a part."""
        teks = self.kata(kunci).upper() + ("" if n is None else f" ({banyak(n, self.opsi.bahasa)})")
        return ["", self.warna(teks, "judul"), "-" * len(teks)]

    def rinci(self, label: str, teks: str, masuk: int = 2) -> list[str]:
        """A detail beside its label."""
        return gantung(label, bersih(teks), self.opsi.lebar, masuk, LABEL)

    # -- parts --------------------------------------------------------------------------

    def ringkasan(self) -> Iterator[str]:
        """What was found, in a few lines."""
        lap = self.laporan
        nama = bersih(lap.instansi) or self.kata("tanpa_instansi")
        tahun = str(lap.tahun) if lap.tahun else self.kata("tanpa_tahun")
        for g in bungkus(f"{nama}, {tahun}", self.opsi.lebar):
            yield self.warna(g, "judul")
        yield from self.rinci(self.kata("sumber"), lap.sumber, 0)
        asing = self.pembacaan.tak_dikenali
        n_asing = sum(t.angka for t in asing)
        isi = self.kata("tabel.banyak", n=len(lap.tabel)) + (
            "; " + self.kata("tabel.asing", n=len(asing), angka=n_asing) if asing else ""
        )
        yield from self.rinci(self.kata("tabel"), isi, 0)
        yield from self.rinci(self.kata("formulir"), banyak(len(lap.perjanjian), self.opsi.bahasa), 0)
        yield from self.rinci(self.kata("indikator"), banyak(len(lap.indikator), self.opsi.bahasa), 0)
        lepas = sum(map(_lepas, lap.narasi))
        narasi = self.kata("narasi.banyak", terikat=len(lap.narasi) - lepas, lepas=lepas)
        yield from self.rinci(self.kata("narasi"), narasi, 0)
        yield from self.rinci(self.kata("diperiksa"), self._cakupan(), 0)
        if self.pembacaan.catatan:
            yield from self.rinci(self.kata("catatan"), banyak(len(self.pembacaan.catatan), self.opsi.bahasa), 0)

    def _cakupan(self) -> str:
        c = self.cakupan
        return self.kata("cakupan", angka=c.angka, terperiksa=c.terperiksa, belum=len(c.belum))

    def tabel(self) -> Iterator[str]:
        """Every table: title, place, columns, rows."""
        yield from self.judul("tabel", len(self.laporan.tabel))
        for t in self.laporan.tabel:
            yield from self._satu_tabel(t)

    def _satu_tabel(self, t: Tabel) -> Iterator[str]:
        sebutan = self.kamus.ucap(t.tempat) if t.nomor else ""
        judul = bersih(f"{sebutan}: {t.judul}" if sebutan else t.judul) or self.kata("tanpa_judul")
        yield ""
        for g in bungkus(judul, self.opsi.lebar):
            yield self.warna(g, "judul")
        if tempat := sebut_lokasi(t.lokasi, self.opsi.bahasa):
            yield from self.rinci(self.kata("tempat"), tempat)
        asing = self._kolom_asing(t)
        label = self.kata("kolom")
        for k in t.kolom:
            tercetak = bersih(k.judul) or self.kata("tanpa_kepala")
            arti = self.kata("tak_terbaca") if k.kunci in asing else k.kunci
            nama = k.peran.sebutan if self.opsi.bahasa == "id" else k.peran.term
            if k.kunci not in asing and nama.replace(" ", "_") != k.peran.nama:
                arti += f" ({nama})"
            yield from self.rinci(label, f"{tercetak} → {arti}")
            label = ""
        jenis = Counter(b.jenis for b in t.baris)
        isi = ", ".join(f"{banyak(n, self.opsi.bahasa)} {self.kata(f'baris.{j}')}" for j, n in jenis.items())
        yield from self.rinci(self.kata("baris"), isi or "0")
        angka = sum(s.angka is not None for b in t.baris if b.jenis not in BARIS_KATA for s in b.sel)
        belum = self.belum[t.sebutan]
        kunci = "angka.belum" if belum else "angka.semua" if angka else "angka.tanpa"
        yield from self.rinci(self.kata("angka"), self.kata(kunci, n=angka, belum=belum))

    def _kolom_asing(self, t: Tabel) -> set[str]:
        """The columns whose figures were not understood."""
        milik = (a for a in self.pembacaan.tak_dikenali if a.lokasi == t.lokasi)
        asing = {judul for a in milik for judul in a.kolom}
        return {k.kunci for k in t.kolom if k.peran.nama == "keterangan" and (k.judul or k.label) in asing}

    def formulir(self) -> Iterator[str]:
        """The agreement forms."""
        if not self.laporan.perjanjian:
            return
        yield from self.judul("formulir", len(self.laporan.perjanjian))
        for pk in self.laporan.perjanjian:
            isi = self.kata("formulir.isi", kinerja=len(pk.kinerja), anggaran=len(pk.anggaran))
            jumlah = "" if pk.jumlah is None else f"; JUMLAH {pk.jumlah.teks}"
            yield from gantung("-", bersih(f"{self.kamus.ucap(pk.tempat)}: {isi}{jumlah}"), self.opsi.lebar)
            if tempat := sebut_lokasi(pk.lokasi, self.opsi.bahasa):
                yield from gantung("", tempat, self.opsi.lebar, 0, 3)

    def indikator(self) -> Iterator[str]:
        """The indicators with their other spellings."""
        if not self.laporan.indikator:
            return
        yield from self.judul("indikator", len(self.laporan.indikator))
        for i in self.laporan.indikator:
            sifat = ", ".join(bersih(x) for x in (i.jenis, i.satuan, i.polaritas) if x)
            yield from gantung("-", f"{bersih(i.nama)} ({sifat}) [{bersih(i.kunci)}]", self.opsi.lebar)
            for a in i.alias:
                yield from gantung("", self.kata("alias", nama=bersih(a)), self.opsi.lebar, 0, 3)

    def narasi(self) -> Iterator[str]:
        """How many figures of the prose are tied, and to what."""
        if not self.laporan.narasi:
            return
        yield from self.judul("narasi", len(self.laporan.narasi))
        terikat = Counter(_ikatan(k) for k in self.laporan.narasi if not _lepas(k))
        for nama, n in terikat.most_common():
            yield from gantung("-", self.kata(f"ikatan.{nama}", n=n), self.opsi.lebar)
        lepas = Counter("" if k.alasan is None else self.kamus.ucap(k.alasan) for k in self.laporan.narasi if _lepas(k))
        for alasan, n in lepas.most_common():
            sebab = bersih(alasan) or self.kata("tanpa_alasan")
            yield from gantung("-", self.kata("lepas", n=n, alasan=sebab), self.opsi.lebar)

    def asing(self) -> Iterator[str]:
        """What was not recognised, and remarks."""
        semua = self.pembacaan.tak_dikenali
        if semua:
            yield from self.judul("asing", len(semua))
        for t in semua:
            tempat = sebut_lokasi(t.lokasi, self.opsi.bahasa)
            isi = f"{pendek(bersih(t.judul), 160)}: {bersih(self.kamus.ucap(t.alasan))}"
            yield from gantung("-", isi, self.opsi.lebar)
            ekor = self.kata("asing.angka", n=t.angka)
            yield from gantung("", f"{tempat}; {ekor}" if tempat else ekor, self.opsi.lebar, 0, 3)
        if self.pembacaan.catatan:
            yield from self.judul("catatan", len(self.pembacaan.catatan))
            isi_catatan = [
                (bersih(self.kamus.ucap(c.pesan)), sebut_lokasi(c.lokasi, self.opsi.bahasa))
                for c in self.pembacaan.catatan
            ]
            yield from self._daftar(f"{tempat}: {pesan}" if tempat else pesan for pesan, tempat in isi_catatan)

    def _daftar(self, isi: Iterable[str]) -> Iterator[str]:
        semua = list(isi)
        for teks in semua[:TERTULIS]:
            yield from gantung("-", teks, self.opsi.lebar)
        if len(semua) > TERTULIS:
            yield self.kata("lagi", n=len(semua) - TERTULIS)

    def ditulis(self, tujuan: str, berkas: Sequence[str]) -> Iterator[str]:
        """What was written, and what a person should look at there."""
        lap = self.laporan
        yield from self.judul("ditulis")
        n = len(berkas)
        isi = self.kata("ditulis.isi", n=n, tabel=len(lap.tabel), formulir=len(lap.perjanjian))
        yield from bungkus(f"{bersih(tujuan)}: {isi}", self.opsi.lebar)
        yield from self.judul("lihat")
        butir = []
        catatan = self.pembacaan.catatan
        if catatan:
            butir.append(self.kata("lihat.catatan", n=len(catatan)))
        asing = self.pembacaan.tak_dikenali
        if asing:
            butir.append(self.kata("lihat.asing", n=len(asing), angka=sum(t.angka for t in asing)))
        if lepas := sum(map(_lepas, lap.narasi)):
            butir.append(self.kata("lihat.narasi", n=lepas))
        if any(not i.program for i in lap.indikator):
            butir.append(self.kata("lihat.program", n=sum(not i.program for i in lap.indikator)))
        butir.append(self.kata("lihat.tabel"))
        for i, teks in enumerate(butir):
            yield from gantung("-", teks, self.opsi.lebar)
            if catatan and i == 0:
                yield from (f"   {bersih(self.kamus.ucap(c.pesan))}" for c in catatan[:TERTULIS])
                if len(catatan) > TERTULIS:
                    yield "   " + self.kata("lagi", n=len(catatan) - TERTULIS)
        yield ""
        yield from bungkus(self.kata("sesudah", folder=bersih(tujuan)), self.opsi.lebar)


def _lepas(k: Klaim) -> bool:
    """Whether nothing in the report can confirm it."""
    return k.rumus == "tanpa" and k.fakta is None and k.hitung is None and k.peringkat is None


def _ikatan(k: Klaim) -> str:
    return next((n for n in IKATAN if getattr(k, n)), "rumus")


def tulis_pembacaan(
    pembacaan: Pembacaan,
    cakupan: Cakupan,
    opsi: Opsi,
    *,
    tinjau: bool = False,
    folder: tuple[str, Sequence[str]] | None = None,
) -> Iterator[str]:
    """The lines of what was read.

    Args:
        pembacaan: what was read.
        cakupan: what a review checks of it.
        opsi: language, width, colour.
        tinjau: everything: each table, form and indicator, and what was not recognised.
        folder: the folder that was written, and its files.
    """
    p = _Penulis(pembacaan, cakupan, opsi)
    bagian = [p.ringkasan()]
    if tinjau:
        bagian += [p.tabel(), p.formulir(), p.indikator(), p.narasi(), p.asing()]
    elif folder is None:
        bagian.append(iter(["", *bungkus(p.kata("petunjuk"), opsi.lebar)]))
    if folder is not None:
        bagian.append(p.ditulis(*folder))
    for isi in bagian:
        for baris in isi:
            yield f"{baris}\n"
