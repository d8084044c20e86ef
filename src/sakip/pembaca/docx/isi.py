"""The body of a Word document into blocks: paragraphs, tables, boxes, in the accepted view of tracked changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.pembaca.batas import KOLOM_TERBANYAK
from sakip.pembaca.blok import Grid, Paragraf, SelGrid
from sakip.pembaca.docx.gaya import Gaya, Nomor, anak, atribut, bergaris, nyala, rujukan_nomor
from sakip.pembaca.docx.rumus import latex, lokal
from sakip.pembaca.tata_letak import lepas_butir, rapikan_teks, uraikan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.pembaca.blok import Blok

__all__ = ["Isi"]

_BUNGKUS = {
    "ins",
    "moveTo",
    "smartTag",
    "hyperlink",
    "fldSimple",
    "customXml",
    "sdt",
    "sdtContent",
    "dir",
    "bdo",
    "Choice",
}
"""What may stand around runs, rows and paragraphs without being seen."""
_DIBUANG = {"del", "moveFrom", "Fallback"}
_ALTERNATIF = "AlternateContent"
RENTANG_TERBANYAK = 200
"""Columns of a table up to which cells are merged; wider spans are cut."""


@attrs.define(slots=True, eq=False)
class _Baris:
    """What a paragraph prints: its lines, the boxes anchored in it, whether all of it is bold."""

    teks: list[str] = attrs.field(factory=lambda: [""])
    tebal: list[bool] = attrs.field(factory=list)
    kotak: list[Any] = attrs.field(factory=list)
    kapital: bool = False

    def tambah(self, teks: str, *, tebal: bool) -> None:
        self.teks[-1] += teks
        if teks.strip():
            self.tebal.append(tebal)


class Isi:
    """Walks through a document once; numbers of lists and of tables run on."""

    def __init__(self, berkas: str, gaya: dict[str, Gaya], nomor: Nomor) -> None:
        self.berkas = berkas
        self.gaya = gaya
        self.nomor = nomor
        self.blok: list[Blok] = []
        self.judul = ""
        """The nearest heading or caption above."""
        self.tabel = 0
        self.alinea = 0
        self.tunda = ""
        """The text of paragraphs whose end was deleted: they go on in the next."""
        self.dekat = False
        """The block before is a centred line right above."""

    def baca(self, wadah: Any) -> None:
        """Add the blocks of a container: the body, a box, a note."""
        for el in _urai(wadah):
            nama = lokal(el)
            if nama == "p":
                self._paragraf(el)
            elif nama == "tbl":
                self._tabel(el)

    # -- paragraphs ------------------------------------------------------------------

    def _paragraf(self, p: Any) -> None:
        self.alinea += 1
        ppr = anak(p, "pPr")
        gaya = self.gaya.get(atribut(anak(ppr, "pStyle")) if ppr is not None else "", self.gaya.get("", Gaya()))
        isi = self._teks(p, gaya)
        if ppr is not None and anak(ppr, "rPr", "del") is not None:
            self.tunda += " ".join(isi.teks) + " "
            return
        baris = [rapikan_teks(t) for t in isi.teks]
        baris[0] = rapikan_teks(self.tunda + baris[0])
        self.tunda = ""
        cetak = self._nomor(ppr, gaya) if any(baris) else None
        if cetak:
            baris[0] = f"{cetak} {baris[0]}".strip()
        tebal = gaya.judul or (bool(isi.tebal) and all(isi.tebal))
        jc = atribut(anak(ppr, "jc")) if ppr is not None else ""
        tengah = jc == "center" if jc else gaya.tengah
        baris = [t for t in baris if t]
        if baris and (gaya.judul or gaya.kapsi or (tebal and len(baris[0]) < 160)):
            self.judul = " ".join(baris)[:160]
        lokasi = Lokasi(self.berkas, sel=f"P{self.alinea}", tabel=self.judul or None)
        for n, t in enumerate(baris):
            sambung = n > 0 or (self.dekat and tengah)
            teks, butir = lepas_butir(t)
            self.blok.append(Paragraf(teks, lokasi, sambung, tebal, butir or (cetak == "" and n == 0)))
        self.dekat = bool(baris) and tengah
        for kotak in isi.kotak:
            self.dekat = False
            self.baca(kotak)

    def _nomor(self, ppr: Any, gaya: Gaya) -> str | None:
        rujukan = rujukan_nomor(ppr) or gaya.nomor
        return None if rujukan is None else self.nomor.cetak(*rujukan)

    def _teks(self, p: Any, gaya: Gaya) -> _Baris:
        hasil = _Baris()
        self._rangkaian(p, gaya, hasil)
        return hasil

    def _rangkaian(self, wadah: Any, gaya: Gaya, hasil: _Baris) -> None:
        for el in wadah:
            nama = lokal(el)
            if nama == "r":
                self._run(el, gaya, hasil)
            elif nama == "oMathPara":
                rumus = [latex(c).strip() for c in el if lokal(c) == "oMath"]
                hasil.tambah(f" $${' '.join(rumus)}$$ ", tebal=False)
            elif nama == "oMath":
                hasil.tambah(f" ${latex(el).strip()}$ ", tebal=False)
            elif nama in _BUNGKUS or nama == _ALTERNATIF:
                self._rangkaian(el, gaya, hasil)

    def _run(self, r: Any, gaya: Gaya, hasil: _Baris) -> None:
        rpr = anak(r, "rPr")
        if nyala(rpr, "vanish"):
            return
        tebal, kapital = nyala(rpr, "b"), nyala(rpr, "caps")
        tebal = gaya.tebal if tebal is None else tebal
        kapital = gaya.kapital if kapital is None else kapital
        for el in r:
            nama = lokal(el)
            if nama == "t":
                teks = el.text or ""
                hasil.tambah(teks.upper() if kapital else teks, tebal=tebal)
            elif nama in {"tab", "ptab"}:
                hasil.tambah(" ", tebal=tebal)
            elif nama == "noBreakHyphen":
                hasil.tambah("-", tebal=tebal)
            elif nama in {"br", "cr"}:
                hasil.teks.append("")
            elif nama in {"drawing", "pict", "object", _ALTERNATIF}:
                hasil.kotak += _kotak(el)

    # -- tables ----------------------------------------------------------------------

    def _tabel(self, tbl: Any) -> None:
        self.tabel += 1
        self.dekat = False
        nomor = self.tabel
        tblpr = anak(tbl, "tblPr")
        dalam: list[Any] = []
        baris: list[tuple[SelGrid, ...]] = []
        for tr in _urai(tbl):
            if lokal(tr) == "tr" and anak(tr, "trPr", "del") is None:
                sel = self._baris(tr, nomor, len(baris) + 1, dalam)
                if sel:
                    baris.append(sel)
        gaya = self.gaya.get(atribut(anak(tblpr, "tblStyle")) if tblpr is not None else "", Gaya())
        polos = not (bergaris(tblpr) or gaya.bergaris or _sel_bergaris(tbl))
        if baris:
            self.blok += uraikan(Grid(tuple(baris), baris[0][0].lokasi), tak_bergaris=polos)
        for el in dalam:
            if lokal(el) == "tbl":
                self._tabel(el)
            else:
                self.baca(el)

    def _baris(self, tr: Any, nomor: int, urut: int, dalam: list[Any]) -> tuple[SelGrid, ...]:
        hasil: list[SelGrid] = []

        def tambah(teks: str, lebar: int) -> None:
            for n in range(max(1, min(lebar, RENTANG_TERBANYAK - len(hasil)))):
                sel = f"T{nomor} B{urut} K{len(hasil) + 1}"
                hasil.append(SelGrid("" if n else teks, Lokasi(self.berkas, sel=sel, tabel=self.judul or None)))

        trpr = anak(tr, "trPr")
        sebelum = atribut(anak(trpr, "gridBefore")) if trpr is not None else ""
        if sebelum.isdigit() and int(sebelum):
            tambah("", int(sebelum))
        for tc in _urai(tr):
            if lokal(tc) != "tc" or len(hasil) > KOLOM_TERBANYAK:
                continue
            tcpr = anak(tc, "tcPr")
            if tcpr is not None and anak(tcpr, "cellDel") is not None:
                continue
            lebar = atribut(anak(tcpr, "gridSpan")) if tcpr is not None else ""
            gabung = anak(tcpr, "vMerge") if tcpr is not None else None
            lanjutan = gabung is not None and atribut(gabung) != "restart"
            teks = self._sel(tc, dalam)
            tambah("" if lanjutan else teks, int(lebar) if lebar.isdigit() else 1)
        return tuple(hasil)

    def _sel(self, tc: Any, dalam: list[Any]) -> str:
        """The text of a cell; what is nested in it goes to `dalam`."""
        bagian: list[str] = []
        for el in _urai(tc):
            if lokal(el) == "tbl":
                dalam.append(el)
            elif lokal(el) == "p":
                ppr = anak(el, "pPr")
                gaya = self.gaya.get(atribut(anak(ppr, "pStyle")) if ppr is not None else "", self.gaya.get("", Gaya()))
                isi = self._teks(el, gaya)
                dalam += isi.kotak
                teks = rapikan_teks(" ".join(isi.teks))
                rujukan = rujukan_nomor(ppr) or gaya.nomor
                if rujukan is not None:
                    cetak = self.nomor.cetak(*rujukan)
                    teks = teks if cetak is None else f"{cetak or '-'} {teks}".strip()
                bagian.append(teks)
        return " ".join(t for t in bagian if t)


def _urai(wadah: Any) -> Iterator[Any]:
    """The children of a container, those in invisible wrappers too; what was deleted is left out."""
    for el in wadah:
        nama = lokal(el)
        if nama in _BUNGKUS or nama == _ALTERNATIF:
            yield from _urai(el)
        elif nama not in _DIBUANG:
            yield el


def _kotak(el: Any) -> Iterator[Any]:
    """The text boxes in a drawing; of two versions for two ages of Word the first."""
    for c in el:
        nama = lokal(c)
        if nama == "txbxContent":
            yield c
        elif nama != "Fallback":
            yield from _kotak(c)


def _sel_bergaris(tbl: Any) -> bool:
    """Whether cells of a table draw their own lines."""
    for tr in _urai(tbl):
        for tc in _urai(tr) if lokal(tr) == "tr" else ():
            garis = anak(tc, "tcPr", "tcBorders") if lokal(tc) == "tc" else None
            if garis is not None and any(atribut(g).casefold() not in {"nil", "none", ""} for g in garis):
                return True
    return False
