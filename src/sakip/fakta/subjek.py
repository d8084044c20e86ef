"""Whose facts a row states: known by its whole path, not by its name.

Two rows of one table are two things. Rows of two tables are one thing where neither path contradicts the other and
each is the only row of its table that fits. In doubt they are two, and nothing is compared.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import attrs

from sakip.fakta.rumpun import rumpun
from sakip.teks.jarak import mirip
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["Sebutan", "tentukan"]

MIRIP_JALUR = 0.5
"""How alike two names of a parent are when they may be spellings of one."""

ULANG_TERBANYAK = 40
"""Rows of one name in one table; with more it is a list of other things, and none is compared with other tables."""


@attrs.frozen(slots=True, eq=False)
class Sebutan:
    """What one row says of its subject.

    Attributes:
        tabel: the number of its table.
        dasar: its name: a budget code, an indicator's key, or its words within what the table is about.
        lingkup: what narrows it: another year, a unit, a source of funds; both must have the same.
        lintasan: what stands beside it, aspect and words; aspects that both have must not contradict.
        turunan: what its blank cells take over from above, and
        kelompok: the headings above it inside the table: they tell rows of one name apart.
    """

    tabel: int
    dasar: str
    lingkup: tuple[tuple[str, str], ...] = ()
    lintasan: tuple[tuple[str, str], ...] = ()
    turunan: tuple[tuple[str, str], ...] = ()
    kelompok: str = ""


def tentukan(semua: Sequence[Sebutan]) -> list[str]:
    """The subject of each row, in the order given; rows of one thing have the same."""
    hasil = [""] * len(semua)
    sekelompok: dict[tuple[str, tuple[tuple[str, str], ...]], list[int]] = {}
    for i, s in enumerate(semua):
        sekelompok.setdefault((s.dasar, s.lingkup), []).append(i)
    for (dasar, lingkup), anggota in sekelompok.items():
        awal = "|".join((dasar, *(f"{n}" for _, n in lingkup)))
        for i, nama in zip(anggota, _pilah(awal, [semua[i] for i in anggota]), strict=True):
            hasil[i] = nama
    return hasil


def _pilah(awal: str, baris: list[Sebutan]) -> list[str]:
    """The subjects of rows of one name and one scope."""
    banyak = Counter(s.tabel for s in baris)
    berulang = {t for t, n in banyak.items() if n > 1}
    if len(baris) == 1 or (not berulang and not any(_bertentangan(a, b) for a, b in combinations(baris, 2))):
        return [awal] * len(baris)
    hasil = [""] * len(baris)
    utuh = rumpun(range(len(baris)), _tautan(baris, berulang, banyak))
    terbesar = max(utuh, key=len)
    utama = terbesar if 2 * len(terbesar) > len(baris) and len(terbesar) > 1 else None
    dipakai: Counter[str] = Counter()
    for anggota in utuh:
        nama = awal if anggota is utama else "|".join((awal, *_pembeda(baris[min(anggota)])))
        dipakai[nama] += 1
        if anggota is not utama and (dipakai[nama] > 1 or nama == awal):
            nama = f"{nama}#{dipakai[nama]}"
        for i in anggota:
            hasil[i] = nama
    return hasil


def _pembeda(s: Sebutan) -> Iterable[str]:
    """What tells a row from others of its name."""
    return (x for x in (*(baku(n) for _, n in (*s.lintasan, *s.turunan)), baku(s.kelompok)) if x)


def _tautan(baris: list[Sebutan], berulang: set[int], banyak: Counter[int]) -> Callable[[int], list[int]]:
    """For each row the rows of other tables that are the same thing."""
    menurut: dict[int, list[int]] = {}
    for i, s in enumerate(baris):
        menurut.setdefault(s.tabel, []).append(i)

    def cocok(i: int, t: int) -> list[int]:
        return [j for j in menurut[t] if not _bertentangan(baris[i], baris[j], dalam=bool(berulang))]

    pasangan: dict[int, list[int]] = {i: [] for i in range(len(baris))}
    kecil = [t for t in menurut if banyak[t] <= ULANG_TERBANYAK]
    for a, b in combinations(kecil, 2):
        for i in menurut[a]:
            di_b = cocok(i, b)
            if len(di_b) == 1 and cocok(di_b[0], a) == [i]:
                pasangan[i].append(di_b[0])
                pasangan[di_b[0]].append(i)
    ragu = {
        i
        for i, milik in pasangan.items()
        if any(_bertentangan(baris[x], baris[y], dalam=bool(berulang)) for x, y in combinations(milik, 2))
    }
    return lambda i: [j for j in pasangan[i] if j not in ragu] if i not in ragu else []


def _bertentangan(a: Sebutan, b: Sebutan, *, dalam: bool = False) -> bool:
    """Whether the paths of two rows contradict each other; `dalam`: with all that stands above them."""
    lain = dict((*b.turunan, *b.lintasan) if dalam else b.lintasan)
    milik = (*a.lintasan, *a.turunan) if dalam else a.lintasan
    if any(aspek in lain and not _serupa(nama, lain[aspek]) for aspek, nama in milik):
        return True
    return dalam and bool(a.kelompok and b.kelompok) and not _serupa(a.kelompok, b.kelompok)


def _serupa(a: str, b: str) -> bool:
    return mirip(a, b) >= MIRIP_JALUR
