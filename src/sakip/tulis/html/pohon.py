"""The tree of the cascade as a picture: a column a level, broken links crossed and dashed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.tulis.html.svg import patah, unsur

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from sakip.fakta.register import Formulir
    from sakip.tulis.html.bahan import Tautan, Unit
    from sakip.tulis.words.kamus import Kamus

__all__ = ["Putus", "Simpul", "gambar"]

LEBAR, SELA, BARIS, TEPI = 250, 40, 14, 9
"""Pixels: a box, between two columns, a line of text, the edge within a box."""

MASUK, JARAK, KANAN = 20, 12, 24
"""Pixels: an office under one of its own level, between boxes, room at the right for links between boxes."""

HURUF = (LEBAR - 2 * TEPI) / 11.5
"""Ems of text that fit a box; the style sheet sets the size."""

TINGKAT = {"II": 0, "III": 1}


@attrs.frozen(slots=True)
class Putus:
    """A broken link: `atasan`, `ganda`, `geser` or `tanpa`; in a few words, in full, and its findings."""

    jenis: str
    kata: str
    rinci: str
    tautan: tuple[Tautan, ...] = ()
    butir: tuple[str, ...] = ()


@attrs.define(slots=True, eq=False)
class Simpul:
    """An office in the tree.

    Attributes:
        putus: its broken links.
        temuan: every finding on its form.
        tercetak: the superior that its form names, where that is another office than the one above it.
        seharusnya: the superior that a finding asks for; empty when its form names the right one.
        bersama: the offices that own some of the same sub kegiatan.
        tanpa: the sub kegiatan of its kegiatan that nobody owns.
    """

    formulir: Formulir
    unit: Unit
    jabatan: str
    eselon: str
    atasan: str
    jumlah: str
    baris: int
    anak: list[Simpul] = attrs.field(factory=list)
    putus: list[Putus] = attrs.field(factory=list)
    temuan: list[Tautan] = attrs.field(factory=list)
    tercetak: Simpul | None = None
    seharusnya: str = ""
    bersama: list[Simpul] = attrs.field(factory=list)
    tanpa: Putus | None = None


@attrs.define(slots=True, eq=False)
class _Kotak:
    """A box: its lines with the class of each, and where it stands."""

    teks: list[tuple[str, str]]
    kelas: str
    x: int = 0
    y: int = 0

    @property
    def tinggi(self) -> int:
        return len(self.teks) * BARIS + 2 * TEPI - 3

    @property
    def tengah(self) -> int:
        return self.y + TEPI + BARIS // 2

    @property
    def kanan(self) -> int:
        return self.x + LEBAR


class _Pohon:
    def __init__(self, kata: Kamus) -> None:
        self.kata = kata
        self.kotak: dict[int, _Kotak] = {}
        self.semua: list[_Kotak] = []
        self.garis: list[Markup] = []
        self.putus: list[Markup] = []

    def pasang(self, s: Simpul, kolom: int, masuk: int, y: int) -> int:
        """Place an office at `y` and all below it beside it; return where the next one can stand."""
        kotak = self._taruh(_Kotak(list(self._teks(s)), "putus" if s.putus else ""), kolom, masuk, y)
        self.kotak[id(s)] = kotak
        bawah, samping = kotak.y + kotak.tinggi + JARAK, y
        for anak in s.anak:
            tingkat = TINGKAT.get(anak.eselon, 2)
            if tingkat > kolom:
                samping = self.pasang(anak, tingkat, 0, samping)
            else:  # one level: indented below
                bawah = self.pasang(anak, kolom, masuk + MASUK, max(bawah, samping))
            self._hubung(kotak, self.kotak[id(anak)], putus=False)
        if s.tanpa is not None:
            teks = [("judul", t) for t in patah(s.tanpa.kata, HURUF, 2)]
            kode = ", ".join(x.partition(" ")[0] for x in s.tanpa.butir)
            teks += [("", t) for t in patah(kode, HURUF, 4)]
            tanpa = self._taruh(_Kotak(teks, "tanpa"), max(kolom + 1, 2), 0, samping)
            samping = tanpa.y + tanpa.tinggi + JARAK
            self._hubung(kotak, tanpa, putus=True)
        return max(bawah, samping)

    def _taruh(self, k: _Kotak, kolom: int, masuk: int, y: int) -> _Kotak:
        k.x, k.y = 1 + kolom * (LEBAR + SELA) + masuk, y
        self.semua.append(k)
        return k

    def _teks(self, s: Simpul) -> Iterator[tuple[str, str]]:
        yield from (("judul", t) for t in patah(s.jabatan, HURUF, 4))
        bawah = [self.kata("kas.eselon", eselon=s.eselon)]
        if s.temuan:
            bawah.append(self.kata("kas.temuan", n=len(s.temuan)))
        yield "", " · ".join(bawah)
        if s.jumlah:
            yield "", patah(s.jumlah, HURUF, 1)[0]
        for p in s.putus:
            pertama, *lanjut = patah(p.kata, HURUF - 1.5, 3)
            yield "salah", f"✗ {pertama}"
            yield from (("salah", t) for t in lanjut)

    def _hubung(self, atas: _Kotak, anak: _Kotak, *, putus: bool) -> None:
        if anak.x < atas.kanan:  # one level, indented below
            x = atas.x + MASUK // 2
            d = f"M{x} {atas.y + atas.tinggi} V{anak.tengah} H{anak.x}"
        else:
            geser = 8 if putus else 0  # beside the line of those who are there
            x, y = atas.kanan + SELA // 2 - geser, atas.tengah + geser
            d = f"M{atas.kanan} {y} H{x} V{anak.tengah} H{anak.x}"
        self.garis.append(unsur("path", d=d, kelas="putus" if putus else "sambung"))
        if putus:
            self.putus.append(_silang(anak.x - SELA // 4, anak.tengah))

    def tautkan(self, s: Simpul) -> None:
        """Draw what is broken: the superior that the form names, and the other owners."""
        kotak = self.kotak[id(s)]
        if s.tercetak is not None:
            atas = self.kotak[id(s.tercetak)]
            y, x = kotak.y + kotak.tinggi - TEPI, atas.kanan + 8
            d = f"M{kotak.x} {y} H{x} V{atas.tengah + 9} H{atas.kanan}"
            self.garis.append(unsur("path", d=d, kelas="putus"))  # below the boxes it may have to pass
            self.putus.append(_silang(kotak.x - SELA // 4, y))
        for lain in s.bersama:
            k = self.kotak[id(lain)]
            if k.y > kotak.y:
                y1, y2, x = kotak.tengah, k.tengah, max(kotak.kanan, k.kanan) + 14
                d = f"M{kotak.kanan} {y1} H{x} V{y2} H{k.kanan}"
                self.garis.append(unsur("path", d=d, kelas="putus"))
                self.putus.append(_silang(x, (y1 + y2) // 2))

    def lukis(self) -> Iterator[Markup]:
        """The lines, the boxes over them, the marks on top."""
        yield from self.garis
        for k in self.semua:
            yield unsur("rect", x=k.x, y=k.y, width=LEBAR, height=k.tinggi, rx=4, kelas=f"kotak {k.kelas}".strip())
            for i, (kelas, teks) in enumerate(k.teks):
                y = k.y + TEPI + i * BARIS + 9
                yield unsur("text", teks, x=k.x + TEPI, y=y, kelas=kelas or None)
        yield from self.putus


def gambar(akar: Sequence[Simpul], kata: Kamus, *, id_: str, judul: str, uraian: str) -> Markup:
    """The picture of a forest of offices."""
    p = _Pohon(kata)
    bawah = 1
    for s in akar:
        bawah = p.pasang(s, TINGKAT.get(s.eselon, 2), 0, bawah)
    antre = list(akar)
    while antre:
        s = antre.pop(0)
        p.tautkan(s)
        antre += s.anak
    lebar = max(k.kanan for k in p.semua) + KANAN
    return unsur(
        "svg",
        unsur("title", judul, id=f"{id_}-judul"),
        unsur("desc", uraian, id=f"{id_}-uraian"),
        *p.lukis(),
        kelas="pohon",
        role="img",
        aria_labelledby=f"{id_}-judul {id_}-uraian",
        viewBox=f"0 0 {lebar} {bawah}",
        width=lebar,
        height=bawah,
    )


def _silang(x: int, y: int) -> Markup:
    return unsur("path", d=f"M{x - 5} {y - 5} l10 10 m-10 0 l10 -10", kelas="silang")
