"""Banding: two drafts of one report, by the ids of their findings: resolved, remaining, new."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import attrs

from sakip.aturan.definisi import KEPARAHAN
from sakip.errors import Masalah, SumberError
from sakip.konversi.nilai import Pilihan
from sakip.pembaca.bita import isi_berkas, teks_berkas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sakip.konversi.konverter import Konverter

__all__ = ["Banding", "baca_hasil", "bandingkan"]

T = TypeVar("T")

TERBESAR = 100_000_000
"""Bytes beyond which an output is refused before it is read."""


@attrs.frozen(slots=True, kw_only=True)
class IsiTemuan:
    """What a finding of an output must have to be compared."""

    id: str
    kode: str
    judul: str
    keparahan: str = attrs.field(validator=Pilihan(*KEPARAHAN))
    pesan: str
    tempat: str
    lokasi: tuple[dict[str, Any], ...]
    tertulis: str
    seharusnya: str
    selisih: str


@attrs.frozen(slots=True, kw_only=True)
class IsiHasil:
    """What an output must have to be compared."""

    sakip: str
    laporan: dict[str, Any]
    temuan: tuple[IsiTemuan, ...]


@attrs.frozen(slots=True)
class Banding(Generic[T]):
    """What became of the findings of a draft.

    Attributes:
        selesai: were there and are no more.
        tersisa: are still there: as they were, and as they are.
        baru: were not there.
        berubah: for new findings at the place of one that is resolved, by the same rule, which that was: its
            figure was changed and is still wrong. The id of the new one to the id of the old one.
    """

    selesai: tuple[T, ...]
    tersisa: tuple[tuple[T, T], ...]
    baru: tuple[T, ...]
    berubah: Mapping[str, str] = attrs.field(factory=dict, hash=False)


def bandingkan(lama: Iterable[T], baru: Iterable[T], *, ambil: Callable[[T, str], Any] = getattr) -> Banding[T]:
    """Compare the findings of two reviews.

    Args:
        lama: the findings of the earlier draft.
        baru: those of the later one.
        ambil: how to get `id`, `kode` and `tempat` of a finding.
    """
    dulu = {ambil(t, "id"): t for t in lama}
    kini = {ambil(t, "id"): t for t in baru}
    selesai = tuple(t for i, t in dulu.items() if i not in kini)
    muncul = tuple(t for i, t in kini.items() if i not in dulu)
    tempat: dict[tuple[str, str], list[T]] = {}
    for t in selesai:
        tempat.setdefault((ambil(t, "kode"), ambil(t, "tempat")), []).append(t)
    berubah = {}
    for t in muncul:
        calon = tempat.get((ambil(t, "kode"), ambil(t, "tempat")))
        if calon:
            berubah[ambil(t, "id")] = ambil(calon.pop(0), "id")
    tersisa = tuple((t, kini[i]) for i, t in dulu.items() if i in kini)
    return Banding(selesai, tersisa, muncul, berubah)


def baca_hasil(berkas: str | os.PathLike[str]) -> dict[str, Any]:
    """Read the output of `sakip reviu --format json` on one source.

    Raises:
        SumberError: it is none; every problem is listed.
    """
    from sakip.konversi.json_ketat import berbaris, muat
    from sakip.konversi.konverter import kunci_berindeks

    sebutan = os.fsdecode(berkas)
    masalah: list[Masalah] = []
    teks = teks_berkas(isi_berkas(sebutan, TERBESAR), sebutan, masalah)
    isi = None if teks is None else muat(teks, sebutan, masalah)
    if not masalah:
        if isinstance(isi, list):
            masalah.append(Masalah(sebutan, f"memuat {len(isi)} reviu; banding membutuhkan satu"))
        elif not isinstance(isi, dict) or "sakip" not in isi:
            masalah.append(Masalah(sebutan, "bukan keluaran sakip reviu --format json"))
        elif _konverter().baca(isi, IsiHasil, sebutan, masalah, kunci_berindeks) is None:
            pohon = berbaris(isi, teks or "", sebutan)
            if pohon is not None:
                masalah = []
                _konverter().baca(pohon, IsiHasil, sebutan, masalah, kunci_berindeks)
    if masalah:
        raise SumberError(sorted(masalah, key=lambda m: m.baris or 0))
    return cast("dict[str, Any]", isi)


@cache
def _konverter() -> Konverter:
    """A converter that knows what of an output is looked at; what else it has may be of a later version."""
    from sakip.konversi.konverter import Bentuk, Konverter, daftar, peta
    from sakip.konversi.nilai import Hook

    conv = Konverter()
    objek = peta(Hook(lambda nilai: nilai))
    temuan = daftar(conv.hook(IsiTemuan), unik="id")
    conv.bentuk[IsiTemuan] = Bentuk(hook={"lokasi": daftar(objek)}, longgar=True)
    conv.bentuk[IsiHasil] = Bentuk(hook={"laporan": objek, "temuan": temuan}, longgar=True)
    return conv
