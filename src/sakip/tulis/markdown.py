"""Markdown (GitHub flavoured): a review that a person pastes into an issue or a page.

Text from a report is shown as it is and does nothing: whatever would be markup is escaped, and nobody is
mentioned by it.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import count
from typing import TYPE_CHECKING

from sakip._version import __version__
from sakip.relasi import Putusan
from sakip.tinjauan.tanggapan import ReviuBertanggapan, tanggapan_untuk
from sakip.tulis.hasil_aturan import DIHITUNG, hasil_aturan
from sakip.tulis.pembulatan import daftar_pembulatan
from sakip.tulis.teks import banyak, bersih, besar, pendek
from sakip.tulis.words.kamus import Kamus, sebut_lokasi, sebut_semua

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu
    from sakip.tulis import Opsi

__all__ = ["lolos", "tulis"]

PANJANG_SEL = 80
"""Characters of a cell; the whole text stands in the details."""

AKIBAT, BUKTI, CONTOH = 3, 2, 3
"""Consequences, evidence and unchecked figures named when not everything is asked for."""

_TANDA = re.compile(r"([\\`*_\[\]|~$])")
_AWAL = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+])(?=\s|$)|^([-=#])(?=[-=#\s]*(?:\s|$))")
_SEBUT = re.compile(r"(@|#)(?=\w)")
_TAUTAN = re.compile(r"://|\b(www)\.", re.IGNORECASE)


def lolos(teks: str) -> str:
    """Text that Markdown shows as it is, on one line.

    An empty comment parts `@` and `#` from a name or number: hosts look for mentions after the escapes are gone.
    """
    aman = bersih(teks).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    aman = _TANDA.sub(r"\\\1", aman)
    aman = _AWAL.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[0]}", aman)
    aman = _TAUTAN.sub(lambda m: f"{m[1]}\\." if m[1] else ":\\/\\/", aman)
    return _SEBUT.sub(r"\1<!-- -->", aman)


def tulis(reviu: Iterable[Reviu], opsi: Opsi) -> Iterator[str]:
    """One review after the other."""
    for ke, r in enumerate(reviu):
        pemisah = "\n---\n\n" if ke else ""
        yield pemisah + "\n".join(_Penulis(r, opsi).baris()) + "\n"


class _Penulis:
    """Writes one review."""

    def __init__(self, reviu: Reviu, opsi: Opsi) -> None:
        self.reviu = reviu
        self.opsi = opsi
        self.kamus = Kamus(opsi.bahasa, reviu.lain)

    def baris(self) -> Iterator[str]:
        """The lines."""
        yield from self._kepala()
        yield from self._temuan()
        yield from self._diperiksa()
        yield from self._pembulatan()
        yield from self._tak_dapat()
        yield from self._galat()
        yield from self._pembaca()
        yield from self._cakupan()
        yield ""
        yield lolos(self.kamus("kaki"))

    def _n(self, n: int) -> str:
        return banyak(n, self.opsi.bahasa)

    def _judul(self, teks: str, tingkat: int = 2) -> Iterator[str]:
        yield ""
        yield f"{'#' * tingkat} {teks}"
        yield ""

    def _kepala(self) -> Iterator[str]:
        lap, k = self.reviu.laporan, self.kamus
        yield f"# {lolos(lap.instansi)}"
        yield ""
        yield lolos(k.dokumen(lap.judul, lap.tahun))
        yield ""
        putusan = {p.value: self._n(n) for p, n in self.reviu.hitung_putusan().items()}
        isi = [
            ("sumber", lap.sumber),
            ("temuan", k("temuan.banyak", **{p: self._n(n) for p, n in self.reviu.hitung_keparahan().items()})),
            ("hubungan", k("hubungan.banyak", **putusan)),
            ("cakupan", k.cakupan(self.reviu.cakupan)),
            ("versi", k("versi.isi", sakip=__version__, aturan=self.reviu.aturan)),
            ("sidik", lap.sha256),
        ]
        if isinstance(self.reviu, ReviuBertanggapan):
            isi.insert(2, ("tanggapan", k.ringkas_tanggapan(self.reviu)))
        for kunci, teks in isi:
            if teks:
                yield f"- **{k(kunci)}:** {lolos(teks)}"

    def _temuan(self) -> Iterator[str]:
        k = self.kamus
        yield from self._judul(k("temuan"))
        if not self.reviu.temuan:
            yield lolos(k("bersih"))
        nomor = count(1)
        for keparahan in self.reviu.hitung_keparahan():
            milik = [(next(nomor), t) for t in self.reviu.temuan if t.keparahan == keparahan]
            if not milik:
                continue
            if milik[0][0] > 1:
                yield ""
            yield f"### {k(keparahan)} ({self._n(len(milik))})"
            yield ""
            kepala = [k(x) for x in ("no", "kode", "tempat", "tercetak", "seharusnya", "selisih")]
            baris = [
                [str(no), t.kode, k.ucap(t.tempat), k.ucap(t.tertulis), k.ucap(t.seharusnya), t.selisih]
                for no, t in milik
            ]
            yield from _tabel(kepala, baris, (0, 3, 4, 5))
            yield ""
            for no, t in milik:
                yield from self._rincian(no, t)

    def _rincian(self, no: int, t: Temuan) -> Iterator[str]:
        """A finding in full, as an item of a list."""
        k = self.kamus
        judul = f" {lolos(k.judul(t.kode))}" if k.judul(t.kode) else ""
        yield f"- **{no}. {lolos(t.kode)}**{judul}"
        yield f"  - {lolos(besar(k.pesan(t)))}"
        letak = [sebut_lokasi(a.lokasi, k.bahasa) for a in t.akibat]
        akibat = [k.akibat(a) + (f" [{x}]" if x else "") for a, x in zip(t.akibat, letak, strict=True)]
        isi = [
            ("tempat", [k.ucap(t.tempat)]),
            ("letak", ["; ".join(sebut_semua(t.lokasi, k.bahasa))]),
            ("dugaan", [k.penjelasan(d) for d in t.dugaan]),
            ("akibat", self._batasi(akibat, AKIBAT)),
            ("bukti", self._batasi([k.ucap(b) for b in t.bukti], BUKTI)),
            ("dasar", k.dasar(t.dasar) if self.opsi.rinci else []),
            ("tanggapan", self._tanggapan(t)),
        ]
        for kunci, semua in isi:
            for teks in semua:
                if teks:
                    yield f"  - {k(kunci)}: {lolos(teks)}"
        yield f"  - {k('sidik_temuan')}: `{t.id}`"

    def _tanggapan(self, t: Temuan) -> list[str]:
        keadaan, jawaban = tanggapan_untuk(self.reviu, t)
        return [] if jawaban is None else [self.kamus.jawaban(jawaban, keadaan)]

    def _batasi(self, teks: list[str], paling_banyak: int) -> list[str]:
        if self.opsi.rinci or len(teks) <= paling_banyak:
            return teks
        return [*teks[:paling_banyak], self.kamus("lainnya", n=self._n(len(teks) - paling_banyak))]

    def _diperiksa(self) -> Iterator[str]:
        """Every rule that spoke, with the outcomes of its relations."""
        k = self.kamus
        yield from self._judul(k("diperiksa"))
        baris = [[a.kode, k.judul(a.kode), *map(self._n, (*a.putusan, a.temuan))] for a in hasil_aturan(self.reviu)]
        kepala = [k("kode"), k("aturan"), *(k(f"putusan.{p.value}") for p in DIHITUNG), k("temuan")]
        yield from _tabel(kepala, baris, range(2, len(kepala)))

    def _pembulatan(self) -> Iterator[str]:
        k = self.kamus
        baris = [
            [p.kode, k.ucap(p.butir.nama), p.butir.teks, p.dihitung, k.ucap(p.butir.tempat)]
            for p in daftar_pembulatan(self.reviu)
        ]
        if baris:
            yield from self._judul(k("pembulatan.judul"))
            yield lolos(k("pembulatan.isi"))
            yield ""
            kepala = [k("kode"), k("misalnya"), k("tercetak"), k("pembulatan.dihitung"), k("tempat")]
            yield from _tabel(kepala, baris)

    def _tak_dapat(self) -> Iterator[str]:
        n: Counter[tuple[str, str]] = Counter()
        for h in self.reviu.relasi:
            if h.putusan is Putusan.TAK_DAPAT_DIPERIKSA:
                n[h.kode, self.kamus.ucap(h.evaluasi.alasan)] += 1
        if n:
            k = self.kamus
            yield from self._judul(k("tidak_diperiksa"))
            baris = [[kode, self._n(x), alasan] for (kode, alasan), x in n.items()]
            yield from _tabel([k("kode"), k("banyak"), k("alasan")], baris, (1,))

    def _galat(self) -> Iterator[str]:
        if self.reviu.galat:
            yield from self._judul(self.kamus("aturan_gagal"))
            yield lolos(self.kamus("aturan_gagal.isi"))
            yield ""
            for g in self.reviu.galat:
                yield f"- **{lolos(g.kode)}**: {lolos(self.kamus.ucap(g.pesan))}"

    def _pembaca(self) -> Iterator[str]:
        catatan = self.reviu.laporan.catatan
        if catatan:
            yield from self._judul(self.kamus("pembaca"))
            yield lolos(self.kamus("pembaca.isi"))
            yield ""
            for c in sorted(catatan, key=lambda c: not c.hilang):
                yield f"- {lolos(self.kamus.ucap(c.pesan))}"

    def _cakupan(self) -> Iterator[str]:
        k, belum = self.kamus, self.reviu.cakupan.belum
        yield from self._judul(k("cakupan"))
        yield lolos(k.cakupan(self.reviu.cakupan) + ".")
        if not belum:
            return
        baris = []
        for (tempat, alasan), isi in self.reviu.cakupan.belum_menurut_tempat().items():
            nama = [f"{k.ucap(b.nama)}: {b.nilai}" for b in isi]
            contoh = "; ".join(self._batasi(nama, CONTOH))
            baris.append([k.ucap(tempat), self._n(len(isi)), contoh, k.ucap(alasan)])
        yield ""
        yield lolos(k("belum", n=self._n(len(belum))))
        yield ""
        kepala = [k("tempat"), k("banyak"), k("misalnya"), k("alasan")]
        yield from _tabel(kepala, baris, (1,), None)


def _tabel(
    kepala: Sequence[str], baris: Iterable[Sequence[str]], kanan: Sequence[int] = (), panjang: int | None = PANJANG_SEL
) -> Iterator[str]:
    """A table; a cell is never empty, so that every reader counts the same columns."""
    yield f"| {' | '.join(map(lolos, kepala))} |"
    yield f"|{'|'.join('---:' if i in kanan else '---' for i in range(len(kepala)))}|"
    for b in baris:
        sel = [bersih(s) for s in b]
        yield f"| {' | '.join(lolos(pendek(s, panjang) if panjang else s) or ' ' for s in sel)} |"
