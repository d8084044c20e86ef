"""From plain data to the model: one cattrs converter, built once, strict in everything.

The shape of the file is not that of the model. A figure stands in the file as text, or as `{nilai, asal}`
where it has a line of its own, and becomes a `Sel` read as its role demands; `asal`, `asal_atasan` … become
the `Lokasi` fields. What differs from class to class is told as data in `sakip.pembaca.folder.bentuk`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from sakip.angka.lokasi import Lokasi
from sakip.errors import AngkaError
from sakip.konversi.nilai import BentukError, baca_asal, bulat, logis, teks
from sakip.konversi.pencatat import Pencatat
from sakip.konversi.yaml_ketat import Daftar, Peta, Teks
from sakip.model.sel import Sel, baca_sel_peran, simpan
from sakip.teks.jarak import maksud

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sakip.errors import Masalah
    from sakip.konversi.yaml_ketat import Dokumen, Node
    from sakip.model.peran import Peran

__all__ = ["Bentuk", "CaraBaca", "daftar", "kelas", "konversi", "konverter", "tempat"]

T = TypeVar("T")

SALAH_TERBANYAK = 2000
"""Wrong items of a list after which the rest of it is not looked at."""


@attrs.frozen(slots=True)
class Bentuk:
    """How a class of the model stands in the file.

    Attributes:
        sel: key of a figure to its role and the column named in its place; the role may depend on the rest.
        daftar_sel: key of a list of figures to their role.
        hook: key to what reads it, where its type does not settle that.
        asal_sel: the key `asal` is the place of the figure, not of the whole.
        asal_menurun: figures without an `asal` of their own have that of the whole.
        tabel: what findings call the place, for this mapping and what is in it.
        kolom_asal: `asal_…` key to the key whose place it is.
        periksa: what is wrong with the keys taken together.
    """

    sel: Mapping[str, tuple[str | Callable[[Peta], CaraBaca], str]] = attrs.field(factory=dict)
    daftar_sel: Mapping[str, str] = attrs.field(factory=dict)
    hook: Mapping[str, Callable[[Any, Any], Any]] = attrs.field(factory=dict)
    asal_sel: bool = False
    asal_menurun: bool = True
    tabel: Callable[[Peta], str] | None = None
    kolom_asal: Mapping[str, str] = attrs.field(factory=dict)
    periksa: Callable[[Peta], list[BentukError]] | None = None


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


_BILANGAN = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")


@attrs.frozen(slots=True)
class _IsiCetak:
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


# -- figures and places ---------------------------------------------------------------


def tempat(t: _Tempat, _: Any = None) -> Lokasi:
    """A hook for the place of a mapping or of one of its keys."""
    return Lokasi(t.dok.berkas, t.baris, None, None, t.tabel or None, t.kolom, baca_asal(t.asal))


def _sel(c: _Cetak, _: Any) -> Sel:
    node, asal, kata, tersimpan = c.node, c.asal, False, None
    if type(node) is Peta:
        isi = konverter().structure(node, _IsiCetak)
        tertulis, kata, tersimpan = isi.nilai, isi.kata, isi.tersimpan
        if isi.asal is not None:
            asal = node["asal"]
    elif isinstance(node, str):
        tertulis = str(node)
    else:
        raise BentukError("harus teks, atau {nilai: …, asal: …}")
    galat: list[Exception] = []
    try:
        nomor = baca_asal(asal, "asal")
    except BentukError as e:
        galat.append(e)
        nomor = None
    lokasi = Lokasi(c.dok.berkas, node.baris, None, None, c.tabel or None, c.kolom, nomor)
    try:
        hasil = Sel(tertulis, None, lokasi) if kata else _baca_cetak(tertulis, c.cara, lokasi)
        hasil = hasil if tersimpan is None else _simpan(hasil, tersimpan)
    except (AngkaError, BentukError) as e:
        galat.insert(0, e)
    if galat:
        raise ClassValidationError("cetakan", galat, Sel)
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
        return baca_sel_peran(tertulis, cara.peran, lokasi)
    except AngkaError:
        if cara.longgar is None or not cara.longgar(tertulis):
            raise
        return Sel(tertulis, None, lokasi)


# -- lists and classes -----------------------------------------------------------


def daftar(butir: Callable[[Any, Any], Any]) -> Callable[[Any, Any], tuple[Any, ...]]:
    """A hook for a list, each item read by `butir`; every wrong item is reported."""

    def hook(nilai: Any, tipe: Any) -> tuple[Any, ...]:
        if not isinstance(nilai, list):
            raise BentukError("harus daftar")
        hasil: list[Any] = []
        galat: list[Exception] = []
        for i, n in enumerate(nilai):
            try:
                hasil.append(butir(n, None))
            except (BaseValidationError, ValueError) as e:
                e.add_note(IterableValidationNote(f"butir {i}", i, tipe))
                galat.append(e)
                if len(galat) == SALAH_TERBANYAK:
                    lagi = BentukError(f"sudah {SALAH_TERBANYAK} butir salah; selebihnya tidak diperiksa")
                    lagi.add_note(IterableValidationNote("lagi", i, tipe))
                    galat.append(lagi)
                    break
        if galat:
            raise IterableValidationError("daftar", galat, tipe)
        return tuple(hasil)

    return hook


def _kunci_berkas(atribut: str) -> str:
    """The key of the file for an attribute: `lokasi_atasan` is written `asal_atasan`."""
    if atribut in {"lokasi", "lokasi_bagian"}:
        return "asal"
    return "asal" + atribut.removeprefix("lokasi") if atribut.startswith("lokasi_") else atribut


_KUNCI: dict[type, frozenset[str]] = {}
"""The keys a class takes, for suggestions."""


def kelas(conv: Converter, cls: type[Any], bentuk: Bentuk) -> Callable[[Any, Any], Any]:
    """A hook for a class of the model that stands in the file as `bentuk` says."""
    atribut = attrs.fields(attrs.resolve_types(cls))
    ubah: dict[str, Any] = {
        a.name: override(rename=_kunci_berkas(a.name), struct_hook=bentuk.hook.get(a.name))
        for a in atribut
        if a.name in bentuk.hook or a.name.startswith("lokasi")
    }
    isi = make_dict_structure_fn(cls, conv, _cattrs_use_linecache=False, **ubah)
    asal_tempat = {_kunci_berkas(a.name) for a in atribut if a.name.startswith("lokasi")}
    _KUNCI[cls] = frozenset(_kunci_berkas(a.name) for a in atribut) | ({"asal"} if bentuk.asal_sel else set())

    def hook(peta: Any, _: Any) -> Any:
        if type(peta) is not Peta:
            raise BentukError("harus pemetaan 'kunci: nilai'")
        try:
            hasil = isi(_siapkan(peta, bentuk, asal_tempat), cls)
        except ClassValidationError as e:
            lain = bentuk.periksa(peta) if bentuk.periksa is not None else []
            if not lain:
                raise
            raise ClassValidationError(cls.__name__, [*e.exceptions, *lain], cls) from None
        if bentuk.periksa is not None and (galat := bentuk.periksa(peta)):
            raise ClassValidationError(cls.__name__, galat, cls)
        return hasil

    return hook


def _siapkan(peta: Peta, bentuk: Bentuk, asal_tempat: set[str]) -> dict[Any, Any]:
    """The mapping with its figures and places ready to be read."""
    dok = peta.dok
    if bentuk.tabel is not None:
        dok.tabel = bentuk.tabel(peta)
    siap: dict[Any, Any] = dict(peta)
    asal = peta.get("asal") if bentuk.asal_menurun else None
    if bentuk.asal_sel:
        siap.pop("asal", None)
    for kunci, (peran, kolom) in bentuk.sel.items():
        if kunci in peta:
            cara = peran(peta) if callable(peran) else _cara(peran)
            siap[kunci] = _Cetak(peta[kunci], cara, kolom, asal, dok, dok.tabel)
    for kunci, nama in bentuk.daftar_sel.items():
        isi = peta.get(kunci)
        if type(isi) is Daftar:
            siap[kunci] = [_Cetak(n, _cara(nama), kunci, asal, dok, dok.tabel) for n in isi]
    for kunci in asal_tempat:
        kolom_asal = bentuk.kolom_asal.get(kunci)
        pusat = peta.get(kolom_asal) if kolom_asal is not None else None
        baris = peta.baris if pusat is None else pusat.baris
        siap[kunci] = _Tempat(peta.get(kunci), baris, kolom_asal, dok, dok.tabel)
    return siap


def _tupel(tipe: Any) -> bool:
    return bool(get_origin(tipe) is tuple)


@cache
def _cara(peran: str) -> CaraBaca:
    from sakip.model.peran import PERAN

    return CaraBaca(PERAN[peran])


@cache
def konverter() -> Converter:
    """The converter. Its classes are prepared when the first of them is met."""
    from sakip.pembaca.folder.bentuk import BENTUK

    conv = Converter(forbid_extra_keys=True)
    conv.register_structure_hook(str, teks)
    conv.register_structure_hook(int, bulat)
    conv.register_structure_hook(bool, logis)
    conv.register_structure_hook(Lokasi, tempat)
    conv.register_structure_hook(Sel, _sel)
    kosong = Bentuk()
    conv.register_structure_hook_factory(attrs.has, lambda t: kelas(conv, t, BENTUK.get(t, kosong)))
    conv.register_structure_hook_factory(_tupel, lambda t: daftar(conv.get_structure_hook(get_args(t)[0])))
    return conv


# -- problems --------------------------------------------------------------------


def konversi(node: Node, tipe: type[T], berkas: str, masalah: list[Masalah]) -> T | None:
    """Structure `node` into the class (or tuple type) `tipe`.

    A key that already has a problem on its line is not reported again: what was refused there was replaced
    by an empty text.
    """
    try:
        return konverter().structure(node, tipe)
    except (BaseValidationError, ValueError) as e:
        _catat(e, node, Pencatat(berkas, masalah))
        return None


def _catat(e: Exception, node: Node, pencatat: Pencatat) -> None:
    lama = {(m.berkas, m.baris, m.kunci) for m in pencatat.masalah}
    baru: set[tuple[int, str, str]] = set()
    for baris, kunci, pesan in _uraikan(e, node, ""):
        if (baris, kunci, pesan) not in baru and (pencatat.berkas, baris, kunci) not in lama:
            baru.add((baris, kunci, pesan))
            pencatat.lapor(pesan, baris, kunci)
            if pencatat.penuh:
                return


def _uraikan(e: Exception, node: Any, kunci: str) -> Iterator[tuple[int, str, str]]:
    """Line, key and message of every problem in a tree of errors over the tree of the file."""
    if isinstance(e, ClassValidationError):
        dengan, tanpa = e.group_exceptions()
        for sub, catatan in dengan:
            nama = _kunci_berkas(catatan.name)
            if nama in node:
                yield from _uraikan(sub, node[nama], nama)
            elif isinstance(sub, KeyError):
                yield node.baris, nama, "kunci wajib tidak ada"
            else:
                yield from _uraikan(sub, node, nama)
        for sub in tanpa:
            yield from _uraikan(sub, node, kunci)
    elif isinstance(e, IterableValidationError):
        for sub, butir in e.group_exceptions()[0]:
            yield from _uraikan(sub, node[butir.index], str(butir.index) if isinstance(node, Peta) else kunci)
    elif isinstance(e, ForbiddenExtraKeysError):
        for k in sorted(e.extra_fields):
            baris = k.baris if isinstance(k, Teks) else node.baris
            yield baris, k, f"kunci tidak dikenal{maksud(k, _KUNCI.get(e.cl, ()))}"
    else:
        sendiri = e if isinstance(e, BentukError) else BentukError(str(e))
        yield getattr(sendiri.node, "baris", node.baris), sendiri.kunci or kunci, str(e)
