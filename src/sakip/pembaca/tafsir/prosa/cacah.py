"""Counts in sentences that the report bears out: its programs, kegiatan and indicators, and how many reached what.

A count is entered where there are so many: a small number that differs may count something else. Sentences that say
plainly what they count are tied by their shape (`klaim_hitung`).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from sakip.model.indikator import JENIS_INDIKATOR
from sakip.model.kode import TINGKAT, tingkat_kode
from sakip.model.narasi import Hitungan, Rujukan
from sakip.teks.istilah import bentuk

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from sakip.fakta.register import Register
    from sakip.model.indikator import Indikator
    from sakip.pembaca.tafsir.prosa.buku_klaim import BukuKlaim
    from sakip.pembaca.tafsir.prosa.ikatan import Kalimat, Pengikat
    from sakip.pembaca.tafsir.prosa.ujaran import Bilangan

__all__ = ["cacah"]

_CAPAI = {"lampau": "melampaui", "capai": "mencapai", "tidak": "tidak_mencapai"}


def cacah(kalimat: Sequence[Kalimat], pengikat: Pengikat, buku: BukuKlaim) -> None:
    """Enter the counts that the report bears out."""
    p = _Pencacah(pengikat, buku)
    for k in kalimat:
        p.belanja(k)
        p.indikator(k)


@attrs.define(slots=True)
class _Pencacah:
    pengikat: Pengikat
    buku: BukuKlaim

    @property
    def reg(self) -> Register:
        """The register of the tables."""
        return self.pengikat.reg

    def _dicacah(self, k: Kalimat, shape: str) -> Iterator[tuple[Bilangan, re.Match[str], int]]:
        """The whole numbers of a sentence that nothing ties yet, each with the words behind it."""
        for b in k.ujaran.bilangan:
            if b.teks.isdigit() and not b.persen and self.buku.bebas(k.alinea, b.awal, b.akhir):
                m = bentuk(shape).match(k.alinea.teks, b.akhir, k.ujaran.akhir)
                if m is not None:
                    yield b, m, int(b.teks)

    def _catat(self, k: Kalimat, b: Bilangan, **isi: object) -> None:
        nama = self.buku.baru()
        if self.buku.tambah(k.alinea, (b.awal, b.akhir), "cacah", id=nama, **isi):
            k.klaim[b] = nama

    def belanja(self, k: Kalimat) -> None:
        """Programs, kegiatan and sub kegiatan, of the whole or of the one program that is named."""
        kode = {s for x in k.ujaran.sebutan for s in self.pengikat.subjek[x.nama] if s in self.reg.nama_kode}
        if len(kode) > 1 or (k.ujaran.sebutan and not kode):
            return
        di = next(iter(kode), "")
        banyak = Counter(tingkat_kode(x) for x in self.reg.kode_pasti if not di or x.startswith(f"{di}."))
        if not bentuk("ujaran.memuat").search(k.alinea.teks, k.ujaran.awal, k.ujaran.akhir):
            return
        for b, m, n in self._dicacah(k, "ujaran.cacah_belanja"):
            apa = "sub_kegiatan" if m["sub"] else "kegiatan" if m["kegiatan"] else "program"
            if apa in TINGKAT and banyak[apa] == n:
                self._catat(k, b, hitung=Hitungan(apa=apa, di=di))

    def indikator(self, k: Kalimat) -> None:
        """`dari 5 indikator, 3 melampaui target, 1 mencapai, 1 tidak`."""
        semua = list(self._dicacah(k, "ujaran.cacah_indikator"))
        if not semua or (k.ujaran.tahun - {self.reg.laporan.tahun}):
            return
        total, _, n = semua[0]
        for jenis in ("", *JENIS_INDIKATOR):
            milik = [i for i in self.reg.laporan.indikator if not jenis or i.jenis == jenis]
            if len(milik) == n:
                break
        else:
            return
        if semua[0][1]["capai"]:
            return  # no word of all of them
        self._catat(k, total, hitung=Hitungan(apa="indikator", jenis=jenis))
        banyak = Counter(x for i in milik for x in self._status(i))
        lain = list(self._dicacah(k, "ujaran.cacah_capai"))
        for b, m, x in lain:
            capai = next(_CAPAI[g] for g in ("lampau", "tidak", "capai") if m[g])
            if banyak["diketahui"] == n and banyak[capai] == x:
                self._catat(k, b, hitung=Hitungan(apa="indikator", jenis=jenis, capai=capai))
        # Those that just reach it are what is left.
        sisa = [(b, x) for b, _, x in lain if b not in k.klaim]
        terikat = [k.klaim[b] for b, _, _ in lain if b in k.klaim]
        if len(sisa) == 1 and terikat and total in k.klaim and sum(x for _, _, x in lain) == n:
            dari = tuple(Rujukan(klaim=x) for x in (k.klaim[total], *terikat))
            self._catat(k, sisa[0][0], rumus="selisih", dari=dari)

    def _status(self, ind: Indikator) -> Iterator[str]:
        r, t = (self.reg.cari(ind.kunci, p, self.reg.laporan.tahun) for p in ("realisasi", "target"))
        if r is None or t is None or r.nilai is None or t.nilai is None:
            return
        beda = (r.nilai - t.nilai) * (-1 if ind.polaritas == "negatif" else 1)
        yield "diketahui"
        yield "mencapai" if beda >= 0 else "tidak_mencapai"
        if beda > 0:
            yield "melampaui"
