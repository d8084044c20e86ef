"""What a paragraph of Word inherits: whether it is a heading, bold, in capitals, and the number of its list."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import attrs

from sakip.pembaca.docx.rumus import lokal

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Gaya", "Nomor", "anak", "atribut", "baca_gaya", "nyala"]

_JUDUL = re.compile(r"(?:heading|judul|title|subtitle)\b", re.IGNORECASE)
_KAPSI = re.compile(r"(?:caption|keterangan)\b", re.IGNORECASE)
_TEMPAT = re.compile(r"%(\d)")
MATI = {"0", "false", "off", "none"}


@attrs.frozen(slots=True)
class Gaya:
    """A style of paragraphs, with what it takes from the styles it is based on."""

    judul: bool = False
    kapsi: bool = False
    tebal: bool = False
    kapital: bool = False
    tengah: bool = False
    nomor: tuple[str, int] | None = None
    bergaris: bool = False


def anak(el: Any, *nama: str) -> Any:
    """The first child by a path of names; None when there is none."""
    for n in nama:
        el = next((c for c in el if lokal(c) == n), None) if el is not None else None
    return el


def atribut(el: Any, nama: str = "val") -> str:
    """An attribute by its name without namespace."""
    if el is None:
        return ""
    return next((str(v) for k, v in el.attrib.items() if k.rpartition("}")[2] == nama), "")


def nyala(el: Any, nama: str) -> bool | None:
    """Whether a property of runs is on; None when it is not mentioned."""
    sifat = anak(el, nama) if el is not None else None
    return None if sifat is None else atribut(sifat).casefold() not in MATI


def rujukan_nomor(ppr: Any) -> tuple[str, int] | None:
    """The list and level that properties of a paragraph name."""
    num = anak(ppr, "numPr") if ppr is not None else None
    daftar = atribut(anak(num, "numId")) if num is not None else ""
    tingkat = atribut(anak(num, "ilvl")) if num is not None else ""
    return (daftar, int(tingkat) if tingkat.isdigit() else 0) if daftar else None


def baca_gaya(akar: Any) -> dict[str, Gaya]:
    """The styles of a document by their id; the default one also by the empty id."""
    elemen = {atribut(s, "styleId"): s for s in akar if lokal(s) == "style"} if akar is not None else {}
    hasil: dict[str, Gaya] = {}
    for kunci, el in elemen.items():
        rantai = _rantai(kunci, elemen)
        gaya = _warisan(rantai)
        hasil[kunci] = gaya
        if atribut(el, "type") == "paragraph" and atribut(el, "default") in {"1", "true"}:
            hasil.setdefault("", gaya)
    return hasil


def _rantai(kunci: str, elemen: dict[str, Any]) -> list[Any]:
    """A style and those it is based on, the last ancestor first."""
    rantai: list[Any] = []
    sudah: set[str] = set()
    while kunci in elemen and kunci not in sudah:
        sudah.add(kunci)
        rantai.insert(0, elemen[kunci])
        kunci = atribut(anak(elemen[kunci], "basedOn"))
    return rantai


def _warisan(rantai: list[Any]) -> Gaya:
    g = Gaya()
    for s in rantai:
        nama = atribut(anak(s, "name"))
        ppr, rpr = anak(s, "pPr"), anak(s, "rPr")
        tebal, kapital = nyala(rpr, "b"), nyala(rpr, "caps")
        jc = atribut(anak(ppr, "jc")) if ppr is not None else ""
        g = Gaya(
            judul=g.judul or bool(_JUDUL.match(nama)) or (ppr is not None and anak(ppr, "outlineLvl") is not None),
            kapsi=g.kapsi or bool(_KAPSI.match(nama)),
            tebal=g.tebal if tebal is None else tebal,
            kapital=g.kapital if kapital is None else kapital,
            tengah=jc == "center" if jc else g.tengah,
            nomor=rujukan_nomor(ppr) or g.nomor,
            bergaris=g.bergaris or bergaris(anak(s, "tblPr")),
        )
    return g


def bergaris(tblpr: Any) -> bool:
    """Whether properties of a table draw lines inside or around it."""
    garis = anak(tblpr, "tblBorders") if tblpr is not None else None
    return garis is not None and any(atribut(g).casefold() not in {"nil", "none", ""} for g in garis)


@attrs.frozen(slots=True)
class _Tingkat:
    mulai: int
    bentuk: str
    pola: str


class Nomor:
    """The numbers that Word prints before the items of lists."""

    def __init__(self, akar: Any) -> None:
        self._abstrak: dict[str, dict[int, _Tingkat]] = {}
        self._milik: dict[str, str] = {}
        self._ganti: dict[str, dict[int, int]] = {}
        self._hitung: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._dimulai: set[str] = set()
        for el in akar if akar is not None else ():
            if lokal(el) == "abstractNum":
                self._abstrak[atribut(el, "abstractNumId")] = dict(_tingkat(el))
            elif lokal(el) == "num":
                daftar = atribut(el, "numId")
                self._milik[daftar] = atribut(anak(el, "abstractNumId"))
                self._ganti[daftar] = {
                    int(atribut(o, "ilvl") or 0): int(atribut(anak(o, "startOverride")))
                    for o in el
                    if lokal(o) == "lvlOverride" and atribut(anak(o, "startOverride")).isdigit()
                }

    def cetak(self, daftar: str, tingkat: int) -> str | None:
        """The number of the next item; empty for a bullet, None when the item has neither."""
        abstrak = self._milik.get(daftar, "")
        t = self._abstrak.get(abstrak, {}).get(tingkat)
        if daftar == "0" or t is None or t.bentuk == "none":
            return None
        if t.bentuk == "bullet":
            return ""
        hitung = self._hitung[abstrak]
        if daftar not in self._dimulai:
            self._dimulai.add(daftar)
            for n, mulai in self._ganti[daftar].items():
                hitung[n] = mulai - 1
        hitung[tingkat] = hitung.get(tingkat, t.mulai - 1) + 1
        for n in [n for n in hitung if n > tingkat]:
            del hitung[n]
        semua = self._abstrak[abstrak]

        def isi(cocok: re.Match[str]) -> str:
            n = int(cocok[1]) - 1
            lain = semua.get(n, t)
            return _bentuk(hitung.setdefault(n, lain.mulai), lain.bentuk)

        return _TEMPAT.sub(isi, t.pola).strip()


def _tingkat(abstrak: Any) -> Iterator[tuple[int, _Tingkat]]:
    for el in abstrak:
        if lokal(el) == "lvl":
            mulai = atribut(anak(el, "start"))
            yield (
                int(atribut(el, "ilvl") or 0),
                _Tingkat(
                    int(mulai) if mulai.isdigit() else 1,
                    atribut(anak(el, "numFmt")) or "decimal",
                    atribut(anak(el, "lvlText")),
                ),
            )


def _bentuk(n: int, bentuk: str) -> str:
    if bentuk in {"lowerLetter", "upperLetter"} and n > 0:
        huruf = chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 % 10 + 1)
        return huruf if bentuk == "lowerLetter" else huruf.upper()
    if bentuk in {"lowerRoman", "upperRoman"} and 0 < n < 4000:
        romawi = _romawi(n)
        return romawi.lower() if bentuk == "lowerRoman" else romawi
    return f"{n:02}" if bentuk == "decimalZero" else str(n)


def _romawi(n: int) -> str:
    hasil = ""
    for nilai, huruf in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        hasil += huruf * (n // nilai)
        n %= nilai
    return hasil
