"""Strict YAML: plain data in which every text, mapping and list knows its line.

Every scalar is text, so that `0001`, `2,50` and `no` stay what is written. What makes YAML surprising is
refused: duplicate keys, anchors and aliases, tags, several documents, keys that are no text, keys without a
value, deep nesting. The events of the parser are read one by one, so nothing is ever expanded or resolved.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from sakip.errors import Masalah
from sakip.konversi.pencatat import Pencatat
from sakip.konversi.pohon import Daftar, Peta, Teks, teks

if TYPE_CHECKING:
    from sakip.konversi.pohon import Dokumen, Node

__all__ = ["DALAM_TERBESAR", "muat"]

DALAM_TERBESAR = 50
"""The deepest nesting that is read."""

ISI_TERBANYAK = 1_000_000
"""Keys, values and brackets of a file beyond which it is no report."""

_PEMUAT: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAK_TERCETAK = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HAMPA = frozenset({"", "~", "null", "Null", "NULL"})

_TERJEMAHAN = {
    "mapping values are not allowed": "ada ': ' di dalam teks; beri tanda kutip pada seluruh teks",
    "found character '\\t'": "tab tidak boleh dipakai untuk menjorokkan baris; pakai spasi",
    "found character": "teks ini harus diberi tanda kutip",
    "found unexpected end of stream": "tanda kutip tidak ditutup",
    "did not find expected key": "kunci diharapkan di sini; periksa jorokan baris dan tanda kutip",
    "did not find expected '-' indicator": "butir daftar '- ' diharapkan di sini; periksa jorokan baris",
    "did not find expected ',' or": "',' atau kurung penutup diharapkan di sini",
    "expected ',' or": "',' atau kurung penutup diharapkan di sini",
    "expected <block end>": "jorokan baris tidak sejajar dengan baris di atasnya",
    "block sequence entries are not allowed": "butir '- ' tidak boleh di sini; beri tanda kutip bila ia teks",
    "sequence entries are not allowed": "butir '- ' tidak boleh di sini; beri tanda kutip bila ia teks",
    "could not find expected ':'": "':' diharapkan sesudah kunci",
}


def muat(isi: str, berkas: str, dok: Dokumen, masalah: list[Masalah]) -> Node | None:
    """Read one document.

    Args:
        isi: the text of the file.
        berkas: what problems call the file.
        dok: attached to every mapping.
        masalah: receives every problem found.

    Returns:
        The tree; None when there is none, or none that can be used. Where an alias or an empty value was
        refused an empty text stands, so that the rest can still be checked.
    """
    if salah := _TAK_TERCETAK.search(isi):
        baris = isi.count("\n", 0, salah.start()) + 1
        masalah.append(Masalah(berkas, f"karakter yang tidak dapat dicetak: U+{ord(salah[0]):04X}", baris))
        return None
    pembangun = _Pembangun(berkas, dok, masalah)
    try:
        pembangun.bangun(_PEMUAT(isi))
    except yaml.YAMLError as e:
        masalah.append(_error_yaml(e, isi, berkas))
        return None
    if pembangun.akar is None and not pembangun.gagal:
        masalah.append(Masalah(berkas, "berkas kosong", 1))
    return None if pembangun.gagal else pembangun.akar


def _error_yaml(e: yaml.YAMLError, isi: str, berkas: str) -> Masalah:
    soal = str(getattr(e, "problem", None) or e)
    tanda = getattr(e, "problem_mark", None)
    if "unexpected end of stream" in soal:
        # Where the quotation began says more than where the file ends.
        tanda = getattr(e, "context_mark", None) or tanda
    elif tanda is not None and _karakter(isi, tanda) == "\t":
        soal = "found character '\\t'"
    penjelasan = next((v for k, v in _TERJEMAHAN.items() if soal.startswith(k)), soal)
    return Masalah(berkas, f"YAML tidak sah: {penjelasan}", None if tanda is None else tanda.line + 1)


def _karakter(isi: str, tanda: Any) -> str:
    baris = isi.split("\n", tanda.line + 1)
    return baris[tanda.line][tanda.column : tanda.column + 1] if tanda.line < len(baris) else ""


class _Pembangun(Pencatat):
    """Builds the tree from the events of the parser."""

    def __init__(self, berkas: str, dok: Dokumen, masalah: list[Masalah]) -> None:
        super().__init__(berkas, masalah)
        self.dok = dok
        self.akar: Node | None = None
        self.gagal = False
        self.dokumen = 0
        # One entry an open container: the container, the key it stands under, the key waiting for its value.
        self.wadah: list[Peta | Daftar] = []
        self.nama: list[str] = []
        self.kunci: list[Teks | None] = []

    def bangun(self, pemuat: Any) -> None:
        """Take the events of the parser until they end or the rest cannot be read."""
        p: Any = None
        try:
            for _ in range(ISI_TERBANYAK):
                p = pemuat.get_event()
                if type(p) is yaml.StreamEndEvent or not self.terima(p):
                    return
            self.lapor(f"memuat lebih dari {ISI_TERBANYAK} isi", p.start_mark.line + 1)
            self.gagal = True
        finally:
            pemuat.dispose()

    def terima(self, p: Any) -> bool:
        """Take one event; False when the rest of the file cannot be read."""
        jenis = type(p)
        if jenis is yaml.ScalarEvent:
            self._skalar(p)
        elif jenis is yaml.MappingEndEvent or jenis is yaml.SequenceEndEvent:
            self.wadah.pop()
            self.nama.pop()
            self.kunci.pop()
        elif jenis is yaml.MappingStartEvent or jenis is yaml.SequenceStartEvent:
            return self._buka(p, Peta() if jenis is yaml.MappingStartEvent else Daftar())
        elif jenis is yaml.AliasEvent:
            baris = p.start_mark.line + 1
            self._salah(f"alias (*{p.anchor}) tidak dipakai di sini; tulis isinya", baris)
            self._taruh(teks("", baris))
        elif jenis is yaml.DocumentStartEvent:
            self.dokumen += 1
            if self.dokumen > 1:
                self._salah("lebih dari satu dokumen dalam satu berkas ('---')", p.start_mark.line + 1)
                return False
        return True

    def _salah(self, pesan: str, baris: int, kunci: str | None = None) -> None:
        if kunci is None:
            kunci = self._kunci_kini()
        self.lapor(pesan, baris, kunci)

    def _kunci_kini(self) -> str:
        return (self.kunci[-1] or self.nama[-1]) if self.wadah else ""

    def _periksa_hiasan(self, p: Any) -> None:
        if p.anchor is not None:
            self._salah(f"jangkar (&{p.anchor}) tidak dipakai di sini", p.start_mark.line + 1)
        if p.tag is not None:
            self._salah(f"tanda tipe ({p.tag}) tidak dipakai di sini", p.start_mark.line + 1)

    def _skalar(self, p: Any) -> None:
        baris = p.start_mark.line + 1
        if p.anchor is not None or p.tag is not None:
            self._periksa_hiasan(p)
        nilai = teks(p.value, baris)
        if p.implicit[0] and p.tag is None and p.value in _HAMPA:
            if self._menunggu_kunci():
                self._salah("kunci kosong", baris, "")
            else:
                self._salah("tanpa isi; hapus kuncinya bila tidak tercetak, tulis '' bila tercetak kosong", baris)
                nilai = teks("", baris)
        self._taruh(nilai)

    def _menunggu_kunci(self) -> bool:
        return bool(self.wadah) and type(self.wadah[-1]) is Peta and self.kunci[-1] is None

    def _buka(self, p: Any, isi: Peta | Daftar) -> bool:
        baris = p.start_mark.line + 1
        isi.baris = baris
        if isinstance(isi, Peta):
            isi.dok = self.dok
        self._periksa_hiasan(p)
        if len(self.wadah) >= DALAM_TERBESAR:
            self._salah(f"bersarang lebih dari {DALAM_TERBESAR} tingkat", baris)
            self.gagal = True
            return False
        nama = self._kunci_kini()
        if self._menunggu_kunci():
            self._salah("kunci harus teks", baris, "")
            self.kunci[-1] = teks("", baris)  # takes the place of the key until its value came
        else:
            self._taruh(isi)
        self.wadah.append(isi)
        self.nama.append(nama)
        self.kunci.append(None)
        return True

    def _taruh(self, nilai: Node) -> None:
        if not self.wadah:
            self.akar = nilai
            return
        wadah = self.wadah[-1]
        if isinstance(wadah, Daftar):
            wadah.append(nilai)
            return
        kunci = self.kunci[-1]
        if kunci is None:
            if isinstance(nilai, Teks):
                self.kunci[-1] = nilai
            return
        self.kunci[-1] = None
        if kunci in wadah:
            awal = wadah.letak(kunci)
            tempat = "" if awal is None else f"; sudah ada di baris {awal.baris}"
            self._salah(f"kunci ganda{tempat}", kunci.baris, kunci)
        elif kunci:
            wadah[kunci] = nilai
