"""A small report as text: its tables as printed, its forms and claims in the words of the data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.model.sel import Sel
from sakip.model.tabel import BARIS_KATA
from sakip.model.ucapan import BEBAS
from sakip.teks.kalimat import Kalimat
from sakip.tulis.teks import bersih, bungkus, gantung, tabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.model.laporan import Laporan
    from sakip.model.narasi import Klaim
    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.model.tabel import Tabel
    from sakip.tulis.words.kamus import Kamus

__all__ = ["tulis_laporan"]

MASUK = 2
"""Spaces before the lines of a part."""

_BUKAN_BAGIAN = frozenset({"instansi", "tahun", "tabel", "perjanjian", "narasi", "sumber", "sha256"})
"""Parts of a report that have a layout of their own, or none here."""


def tulis_laporan(laporan: Laporan, kamus: Kamus, lebar: int) -> Iterator[str]:
    """The lines of a report, its parts divided by empty lines; what a part is called is in the language of `kamus`."""
    bagian = [
        list(_lainnya(laporan, lebar)),
        *(list(_tabel(t, kamus, lebar)) for t in laporan.tabel),
        *(list(_formulir(pk, kamus, lebar)) for pk in laporan.perjanjian),
        list(_narasi(laporan.narasi, kamus, lebar)),
    ]
    pertama = True
    for b in bagian:
        if b:
            yield from () if pertama else ("",)
            yield from b
            pertama = False


def _lainnya(laporan: Laporan, lebar: int) -> Iterator[str]:
    """Method, indicators, components and the rest, each in a line."""
    for nama, nilai in _terisi(laporan):
        if nama in _BUKAN_BAGIAN:
            continue
        for satu in nilai if isinstance(nilai, tuple) else (nilai,):
            yield from gantung(f"{nama}:", _sebut(satu, luar=True), lebar)


def _tabel(t: Tabel, kamus: Kamus, lebar: int) -> Iterator[str]:
    sebutan = kamus.ucap(t.tempat)
    yield from bungkus(bersih(f"{sebutan}  {t.judul}" if t.judul not in {"", sebutan} else sebutan), lebar)
    kepala = [bersih(k.judul or k.kunci) for k in t.kolom]
    baris = [[bersih(s.teks) for s in b.sel] for b in t.baris if b.jenis != "judul"]
    angka = [
        i
        for i, k in enumerate(t.kolom)
        if k.peran.jenis is not None and any(b.jenis not in BARIS_KATA and b.sel[i].isi is not None for b in t.baris)
    ]
    yield from _masuk(tabel(kepala, baris, lebar - MASUK, angka))


def _formulir(pk: PerjanjianKinerja, kamus: Kamus, lebar: int) -> Iterator[str]:
    yield from bungkus(bersih(kamus.ucap(pk.tempat)), lebar)
    for nama, nilai in _terisi(pk):
        if nama not in {"eselon", "jabatan", "kinerja", "anggaran", "tahun"}:
            yield from gantung(f"{nama}:", _sebut(nilai), lebar, MASUK)
    for nama, isi in (("kinerja", pk.kinerja), ("anggaran", pk.anggaran)):
        if isi:
            yield f"  {nama}:"
            yield from _masuk(_baris_formulir(isi, lebar - 2 * MASUK), 2 * MASUK)


def _baris_formulir(isi: tuple[Any, ...], lebar: int) -> list[str]:
    """Lines of a form as a table, with the columns that any of them fills."""
    baris = [dict(_terisi(b)) for b in isi]
    kolom = [f.name for f in attrs.fields(type(isi[0])) if any(f.name in b for b in baris)]
    uang = [i for i, k in enumerate(kolom) if k in {"anggaran", "total", "target"}]
    return tabel(kolom, [[_sel(b.get(k, "")) for k in kolom] for b in baris], lebar, uang)


def _sel(x: Any) -> str:
    """A cell; the parts of a line one below the other."""
    return "\n".join(_sebut(v, luar=True) for v in x) if isinstance(x, tuple) else _sebut(x)


def _narasi(narasi: tuple[Klaim, ...], kamus: Kamus, lebar: int) -> Iterator[str]:
    for k in narasi:
        terikat = {n: v for n, v in _terisi(k) if n not in {"tertulis", "bagian"}}
        depan = bersih(kamus.ucap(k.tempat))
        kata = "; ".join(f"{n}: {_sebut(v)}" for n, v in terikat.items())
        yield from gantung(f"{depan}:", bersih(f"“{k.tertulis.teks}”  {kata}"), lebar)


def _terisi(x: Any) -> Iterator[tuple[str, Any]]:
    """The fields of a part that say something, without places."""
    for f in attrs.fields(type(x)):
        nilai = getattr(x, f.name)
        bawaan = f.default
        if isinstance(bawaan, attrs.Factory):  # type: ignore[arg-type] # a class at run time
            bawaan = bawaan.factory()
        if not f.name.startswith("lokasi") and not isinstance(nilai, Lokasi) and nilai not in (bawaan, None, "", ()):
            yield f.name, nilai


def _sebut(x: Any, *, luar: bool = False) -> str:
    """A value as the data folder would write it on one line."""
    if isinstance(x, Sel):
        return bersih(x.teks)
    if isinstance(x, Kalimat):
        return bersih(x.isi[BEBAS]) if x.kunci == BEBAS else _sebut({"kunci": x.kunci, **x.isi})
    if attrs.has(type(x)):
        teks = ", ".join(f"{n}: {_sebut(v)}" for n, v in _terisi(x))
        return teks if luar else f"{{{teks}}}"
    if isinstance(x, dict):
        return "{" + ", ".join(f"{n}: {_sebut(v)}" for n, v in x.items()) + "}"
    if isinstance(x, tuple):
        return "[" + ", ".join(map(_sebut, x)) + "]"
    return bersih(str(x))


def _masuk(garis: list[str], berapa: int = MASUK) -> Iterator[str]:
    return (" " * berapa + g if g else g for g in garis)
