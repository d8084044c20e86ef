"""Banding: two drafts of one report, by the ids of their findings: resolved, remaining, new."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

import attrs

from sakip.aturan.definisi import KEPARAHAN
from sakip.errors import Masalah, SumberError
from sakip.tinjauan.tanggapan import isi_berkas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["Banding", "baca_hasil", "bandingkan"]

T = TypeVar("T")

TERBESAR = 100_000_000
"""Bytes beyond which an output is refused before it is read."""

WAJIB: Mapping[str, type] = {
    "id": str,
    "kode": str,
    "judul": str,
    "keparahan": str,
    "pesan": str,
    "tempat": str,
    "lokasi": list,
    "tertulis": str,
    "seharusnya": str,
    "selisih": str,
}
"""What a finding of an output must have to be compared."""


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
    sebutan = os.fsdecode(berkas)
    isi = _muat(isi_berkas(sebutan, TERBESAR), sebutan)
    if isinstance(isi, list):
        _tolak(sebutan, f"memuat {len(isi)} reviu; banding membutuhkan satu")
    masalah: list[Masalah] = []
    if not isinstance(isi, dict) or "sakip" not in isi or not isinstance(isi.get("temuan"), list):
        _tolak(sebutan, "bukan keluaran sakip reviu --format json")
    if not isinstance(isi.get("laporan"), dict):
        masalah.append(Masalah(sebutan, "harus objek", kunci="laporan"))
    sudah: dict[str, int] = {}
    for n, t in enumerate(isi["temuan"]):
        masalah += _periksa(t, sebutan, f"temuan[{n}]")
        if isinstance(t, dict) and isinstance(t.get("id"), str):
            if t["id"] in sudah:
                masalah.append(
                    Masalah(sebutan, f"id ganda, sudah pada temuan[{sudah[t['id']]}]", kunci=f"temuan[{n}].id")
                )
            sudah.setdefault(t["id"], n)
    if masalah:
        raise SumberError(masalah)
    return isi


def _periksa(t: Any, sebutan: str, kunci: str) -> Iterable[Masalah]:
    if not isinstance(t, dict):
        yield Masalah(sebutan, "harus objek", kunci=kunci)
        return
    for nama, jenis in WAJIB.items():
        if not isinstance(t.get(nama), jenis):
            pesan = "tidak ada" if nama not in t else f"harus {'teks' if jenis is str else 'larik'}"
            yield Masalah(sebutan, pesan, kunci=f"{kunci}.{nama}")
    if isinstance(t.get("keparahan"), str) and t["keparahan"] not in KEPARAHAN:
        yield Masalah(sebutan, f"harus salah satu dari {', '.join(KEPARAHAN)}", kunci=f"{kunci}.keparahan")
    if isinstance(t.get("lokasi"), list) and not all(isinstance(x, dict) for x in t["lokasi"]):
        yield Masalah(sebutan, "harus larik objek", kunci=f"{kunci}.lokasi")


def _muat(isi: bytes, sebutan: str) -> Any:
    """JSON without what the standard library lets pass: keys twice, NaN."""

    def peta(pasangan: list[tuple[str, Any]]) -> dict[str, Any]:
        hasil = dict(pasangan)
        if len(hasil) != len(pasangan):
            raise ValueError("kunci ganda dalam satu objek")
        return hasil

    def tolak(nama: str) -> NoReturn:
        raise ValueError(f"{nama} bukan bilangan JSON")

    try:
        return json.loads(isi.decode("utf-8-sig"), object_pairs_hook=peta, parse_constant=tolak)
    except json.JSONDecodeError as e:
        raise SumberError([Masalah(sebutan, f"JSON tidak sah pada kolom {e.colno}", e.lineno)]) from None
    except UnicodeDecodeError:
        _tolak(sebutan, "bukan UTF-8")
    except RecursionError:
        _tolak(sebutan, "JSON bersarang terlalu dalam")
    except ValueError as e:
        _tolak(sebutan, f"JSON tidak sah: {e}")


def _tolak(sebutan: str, pesan: str) -> NoReturn:
    raise SumberError([Masalah(sebutan, pesan)]) from None
