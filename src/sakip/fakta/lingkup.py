"""Lingkup: what a title narrows its table to: another year, a quarter, one unit, one source of funds, one version."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from sakip.teks.istilah import NOTASI, bentuk, himpunan, istilah
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MURNI", "Lingkup", "kekhususan", "lingkup_judul", "menyempitkan", "sebelum_perubahan"]

MURNI = ("versi", "murni")
"""What narrows a table to what held before it was revised; what was revised is what is in force."""

_MASA = re.compile(rf"\b{NOTASI['masa']}", re.IGNORECASE)
_TAHUN = re.compile(r"\b((?:19|20)\d{2})\b")
_ROMAWI = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


@attrs.frozen(slots=True)
class Lingkup:
    """What a title says its table is about.

    Attributes:
        tahun: the one year it names; None where it names none, several, or a span.
        bagian: what else narrows it, aspect and value: `masa`, `unit`, `dana`, `versi`.
    """

    tahun: int | None = None
    bagian: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=512)
def lingkup_judul(judul: str, instansi: str = "") -> Lingkup:
    """The scope that a title names; a unit that is the agency itself narrows nothing."""
    polos = bentuk("lingkup.peraturan").sub(" ", judul)
    tahun = set(map(int, _TAHUN.findall(_MASA.sub(" 0 ", polos))))
    kata = baku(polos)
    bagian: list[tuple[str, str]] = []
    masa = {
        f"{m.lastgroup} {_ROMAWI.get(x, x)}"
        for m in bentuk("lingkup.masa").finditer(polos)
        for x in [m[m.lastgroup or 0].casefold()]
    }
    if len(masa) == 1:
        bagian.append(("masa", masa.pop()))
    sendiri = baku(instansi)
    for cocok in bentuk("lingkup.unit").finditer(kata):
        unit = cocok["unit"]
        ekor = unit.split()[1:]
        if ekor and unit not in sendiri and not himpunan("nama_urusan").issuperset(ekor):
            bagian.append(("unit", unit))
            break
    dana = next((d for d in istilah("sumber_dana") if f" {d} " in f" {kata} "), "")
    if dana:
        bagian.append(("dana", dana))
    if himpunan("sebelum_perubahan") & set(kata.split()) and not himpunan("perubahan") & set(kata.split()):
        bagian.append(MURNI)
    return Lingkup(tahun.pop() if len(tahun) == 1 else None, tuple(bagian))


def sebelum_perubahan(judul: Iterable[str]) -> set[str]:
    """Titles, as `baku` gives them, of which another table bears the same with a word of `perubahan`."""
    semua, kata = {baku(j) for j in judul}, himpunan("perubahan")
    revisi = {" ".join(k for k in j.split() if k not in kata) for j in semua if kata & set(j.split())}
    return {j for j in semua if j and j in revisi}


def menyempitkan(judul_kolom: str) -> bool:
    """Whether the values of a key column with this heading are parts of the whole, not ways to name a thing."""
    return bool(himpunan("penyempit") & set(baku(judul_kolom).split()))


@lru_cache(maxsize=512)
def kekhususan(judul: str, instansi: str = "") -> frozenset[str]:
    """The names in a title that neither the field nor the agency's name explains: what it is about besides."""
    umum = himpunan("kata_judul_umum") | set(baku(instansi).split())
    besar = {baku(k) for k in judul.split() if k[0].isupper()}
    return frozenset(k for k in baku(judul).split() if k in besar and k not in umum and not k.isdigit() and len(k) > 1)
