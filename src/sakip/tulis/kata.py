"""The words of the writers in two languages, and what a rule or a finding says in either."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.aturan import katalog
from sakip.errors import SkalaError
from sakip.pesan import BAHASA
from sakip.pesan import pesan as isi_pesan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.katalog import Aturan
    from sakip.lokasi import Lokasi
    from sakip.temuan import Dugaan, Temuan

__all__ = ["Kamus", "sebut_lokasi"]


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


class Kamus:
    """Words, rules and findings in one language."""

    def __init__(self, bahasa: str) -> None:
        self.bahasa = bahasa
        self._ke = BAHASA.index(bahasa)
        self.aturan: dict[str, Aturan] = {a.kode: a for a in katalog()}

    def __call__(self, kunci: str, **isi: object) -> str:
        """The words for `kunci`, filled with `isi`."""
        return KATA[kunci][self._ke].format_map(isi)

    def judul(self, kode: str) -> str:
        """The name of a rule; empty for one that is not in the catalogue."""
        a = self.aturan.get(kode)
        return "" if a is None else (a.judul, a.title)[self._ke]

    def pesan(self, t: Temuan) -> str:
        """What a finding says."""
        return attrs.evolve(t, isi=self._isi(t.isi, t.kode)).pesan(self.bahasa)

    def penjelasan(self, d: Dugaan, kode: str) -> str:
        """A probable cause, or an innocent reading, of a finding of the rule `kode`."""
        return attrs.evolve(d, isi=self._isi(d.isi, kode)).penjelasan(self.bahasa)

    def dasar(self, kunci: tuple[str, ...]) -> list[str]:
        """Citations, with how sure we are of each; a key that the regulation data lacks as it is."""
        # The regulations are read only by whoever shows a citation.
        from sakip.regulasi import kutipan

        hasil = []
        for k in kunci:
            try:
                hasil.append(kutipan(k))
            except SkalaError:
                hasil.append(k)
        return hasil

    def _isi(self, isi: Mapping[str, str], kode: str) -> Mapping[str, str]:
        """What a message says, with the texts of the rule in it in our language."""
        a = self.aturan.get(kode)
        if not self._ke or a is None:
            return isi
        ganti = {a.judul: a.title}
        if a.celah and a.reading:
            ganti[a.celah] = a.reading
        return {k: ganti.get(v, v) for k, v in isi.items()}


def kata_pesan(kunci: str, isi: Mapping[str, str], bahasa: str) -> str:
    """A message of the engine's own catalogue."""
    return isi_pesan(kunci, isi, bahasa)
