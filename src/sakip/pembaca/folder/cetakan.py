"""Figures and places of the data folder: how prints stand in YAML, and the classes of the model that hold them.

A figure stands in the file as text, or as `{nilai, asal}` where it has a line of its own, and becomes a `Sel` read as
its role demands; `asal`, `asal_atasan` … become the `Lokasi` fields.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
from cattrs.errors import ClassValidationError

from sakip.angka.cetakan import Masa, Tanggal
from sakip.angka.lokasi import Lokasi
from sakip.errors import AngkaError
from sakip.konversi.konverter import Bentuk
from sakip.konversi.nilai import BentukError, asal, baca_asal, harus, teks
from sakip.konversi.pohon import Daftar, Peta
from sakip.model.peran import PERAN
from sakip.model.sel import Sel, baca_sel_peran, simpan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sakip.konversi.konverter import Konverter
    from sakip.konversi.pohon import Dokumen
    from sakip.model.peran import Peran

__all__ = ["CaraBaca", "bercetak", "daftarkan", "tempat"]

_BILANGAN = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")


@attrs.frozen(slots=True)
class CaraBaca:
    """How a print is read: its role, None for words; `longgar` tells which non-figures are words."""

    peran: Peran | None
    longgar: Callable[[str], bool] | None = None


@attrs.frozen(slots=True)
class _Cetak:
    """A print not yet read."""

    node: Any
    cara: CaraBaca
    kolom: str
    asal: Any
    dok: Dokumen
    tabel: str


@attrs.frozen(slots=True)
class IsiCetak:
    """A print with its own line in the source; `kata`: words where a figure belongs; `tersimpan`: what it rounds."""

    nilai: str
    asal: int | None = None
    kata: bool = False
    tersimpan: str | None = None


@attrs.frozen(slots=True)
class _Tempat:
    """A place not yet read."""

    asal: Any
    baris: int
    kolom: str | None
    dok: Dokumen
    tabel: str


def daftarkan(conv: Konverter) -> None:
    """Teach a converter figures and places."""

    def sel(c: _Cetak, _: Any) -> Sel:
        return _sel(c, conv)

    conv.register_structure_hook(Lokasi, tempat)
    conv.register_structure_hook(Sel, sel)
    conv.skema_tipe |= {Lokasi: asal.skema, Sel: {"anyOf": [teks.skema, {"$ref": IsiCetak.__name__}]}}
    conv.bentuk[IsiCetak] = Bentuk(hook={"asal": asal})


def bercetak(
    cls: type[Any],
    *,
    sel: Mapping[str, tuple[str | Callable[[Peta], CaraBaca], str]] | None = None,
    daftar_sel: Mapping[str, str] | None = None,
    asal_sel: bool = False,
    asal_menurun: bool = True,
    tabel: Callable[[Peta], str] | None = None,
    kolom_asal: Mapping[str, str] | None = None,
    **lain: Any,
) -> Bentuk:
    """How a class of the model with figures and places stands in the file.

    Args:
        cls: the class.
        sel: key of a figure to its role and the column named in its place; the role may depend on the rest.
        daftar_sel: key of a list of figures to their role.
        asal_sel: the key `asal` is the place of the figure, not of the whole.
        asal_menurun: figures without an `asal` of their own have that of the whole.
        tabel: what findings call the place, for this mapping and what is in it.
        kolom_asal: `asal_…` key to the key whose place it is.
        lain: what `Bentuk` takes.
    """
    tempat_ = {
        kunci_berkas(a.name): kolom_asal.get(kunci_berkas(a.name)) if kolom_asal else None
        for a in attrs.fields(cls)
        if a.name.startswith("lokasi")
    }

    def siapkan(peta: Peta) -> dict[Any, Any]:
        """The mapping with its figures and places ready to be read."""
        dok = peta.dok
        if tabel is not None:
            dok.tabel = tabel(peta)
        siap: dict[Any, Any] = dict(peta)
        turun = peta.get("asal") if asal_menurun else None
        if asal_sel:
            siap.pop("asal", None)
        for kunci, (peran, kolom) in (sel or {}).items():
            if kunci in peta:
                cara = peran(peta) if callable(peran) else _cara(peran)
                siap[kunci] = _Cetak(peta[kunci], cara, kolom, turun, dok, dok.tabel)
        for kunci, nama in (daftar_sel or {}).items():
            isi = peta.get(kunci)
            if type(isi) is Daftar:
                siap[kunci] = [_Cetak(n, _cara(nama), kunci, turun, dok, dok.tabel) for n in isi]
        for kunci, pusat in tempat_.items():
            baris = peta[pusat].baris if pusat is not None and pusat in peta else peta.baris
            siap[kunci] = _Tempat(peta.get(kunci), baris, pusat, dok, dok.tabel)
        return siap

    tambahan = {"asal": asal} if asal_sel else {}
    return Bentuk(kunci=kunci_berkas, siapkan=siapkan, tambahan=tambahan, **lain)


def kunci_berkas(atribut: str) -> str:
    """The key of the file for an attribute: `lokasi_atasan` is written `asal_atasan`."""
    if atribut in {"lokasi", "lokasi_bagian"}:
        return "asal"
    return "asal" + atribut.removeprefix("lokasi") if atribut.startswith("lokasi_") else atribut


def tempat(t: _Tempat, _: Any = None) -> Lokasi:
    """A hook for the place of a mapping or of one of its keys."""
    return Lokasi(t.dok.berkas, t.baris, None, None, t.tabel or None, t.kolom, baca_asal(t.asal))


def _sel(c: _Cetak, conv: Konverter) -> Sel:
    node, asal_, kata, tersimpan = c.node, c.asal, False, None
    if type(node) is Peta:
        isi = conv.structure(node, IsiCetak)
        tertulis, kata, tersimpan = isi.nilai, isi.kata, isi.tersimpan
        if isi.asal is not None:
            asal_ = node["asal"]
    elif isinstance(node, str):
        tertulis = str(node)
    else:
        raise harus("teks, atau {nilai: …, asal: …}", node)
    errors: list[Exception] = []
    try:
        nomor = baca_asal(asal_, "asal")
    except BentukError as e:
        errors.append(e)
        nomor = None
    lokasi = Lokasi(c.dok.berkas, node.baris, None, None, c.tabel or None, c.kolom, nomor)
    try:
        hasil = Sel(tertulis, None, lokasi) if kata else _baca_cetak(tertulis, c.cara, lokasi)
        hasil = hasil if tersimpan is None else _simpan(hasil, tersimpan)
    except (AngkaError, BentukError) as e:
        errors.insert(0, e)
    if errors:
        raise ClassValidationError("cetakan", errors, Sel)
    return hasil


def _simpan(sel: Sel, tersimpan: str) -> Sel:
    """A figure with the value behind its print."""
    if not _BILANGAN.fullmatch(tersimpan):
        raise BentukError("bukan bilangan dengan titik desimal", "tersimpan", tersimpan)
    hasil = simpan(sel, Decimal(tersimpan))
    if hasil.tersimpan is None:
        raise BentukError(f"{tersimpan} tidak dibulatkan menjadi {sel.teks!r}", "tersimpan")
    return hasil


def _baca_cetak(tertulis: str, cara: CaraBaca, lokasi: Lokasi) -> Sel:
    if cara.peran is None:
        return Sel(tertulis, None, lokasi)
    try:
        sel = baca_sel_peran(tertulis, cara.peran, lokasi)
    except AngkaError:
        if cara.longgar is None or not cara.longgar(tertulis):
            raise
        return Sel(tertulis, None, lokasi)
    hari = cara.longgar is not None and isinstance(sel.isi, Tanggal | Masa)
    return attrs.evolve(sel, isi=None) if hari else sel  # in a sentence a day measures nothing


@cache
def _cara(peran: str) -> CaraBaca:
    return CaraBaca(PERAN[peran])
