"""Every indicator of the example left out of, or replaced in, each table and form: what the lists notice."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs
import pytest
from tests.tempat import CONTOH

import sakip
from sakip.aturan import katalog
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.model.laporan import Laporan
    from sakip.model.tabel import Baris
    from sakip.temuan.temuan import Temuan

DAFTAR = [a for a in katalog() if a.kode in {"KON02", "KON03", "KON06", "KON07", "PKJ08"}]
"""The rules that compare sets."""

LAIN = "Cakupan Zona Hijau Terpelihara"
"""An indicator that no other one resembles."""

TAK_DITUNTUT = {
    "Tabel 3.5": "compares with the nation what the nation measures",
    "Tabel 3.7": "analyses what it likes; its title names no list",
    "Tabel 3.8": "sums the budgets of what it lists, which the sums check",
}
"""The tables whose set nothing demands, and why; a program's line is demanded all the same."""


@cache
def laporan() -> Laporan:
    return sakip.baca(CONTOH)


def suara(isi: Laporan) -> set[tuple[str, str, str]]:
    """What the rules on sets say of a report."""
    temuan: tuple[Temuan, ...] = sakip.reviu(isi, aturan=DAFTAR).temuan
    return {(t.kode, sakip.pesan(t), str([sakip.pesan(b) for b in t.bukti])) for t in temuan}


ASAL = cache(lambda: suara(laporan()))


def kasus() -> Iterator[tuple[str, str, Laporan, Laporan]]:
    """Each indicator of each table and form: where, its name, the report without it, the report with another."""
    asal = laporan()
    kenal = {baku(n) for i in asal.indikator for n in (i.nama, *i.alias)}
    for n, t in enumerate(asal.tabel):
        kolom = [i for i, k in enumerate(t.kolom) if k.peran.menamai == "indikator"]
        for j, b in enumerate(t.baris):
            i = next((i for i in kolom if baku(b.sel[i].teks) in kenal), None)
            if i is None or b.jenis != "rincian":
                continue
            ganti = attrs.evolve(b, sel=(*b.sel[:i], attrs.evolve(b.sel[i], teks=LAIN), *b.sel[i + 1 :]))
            tanpa, lain = (
                attrs.evolve(asal, tabel=(*asal.tabel[:n], attrs.evolve(t, baris=x), *asal.tabel[n + 1 :]))
                for x in (_tukar(t.baris, j, None), _tukar(t.baris, j, ganti))
            )
            yield t.sebutan, b.sel[i].teks, tanpa, lain
    for n, pk in enumerate(asal.perjanjian):
        for j, k in enumerate(pk.kinerja):
            if baku(k.indikator) in kenal:
                ganti_k = (*pk.kinerja[:j], attrs.evolve(k, indikator=LAIN), *pk.kinerja[j + 1 :])
                tanpa, lain = (
                    attrs.evolve(
                        asal, perjanjian=(*asal.perjanjian[:n], attrs.evolve(pk, kinerja=x), *asal.perjanjian[n + 1 :])
                    )
                    for x in ((*pk.kinerja[:j], *pk.kinerja[j + 1 :]), ganti_k)
                )
                yield pk.sebutan, k.indikator, tanpa, lain


def _tukar(baris: tuple[Baris, ...], j: int, ganti: Baris | None) -> tuple[Baris, ...]:
    return (*baris[:j], *(() if ganti is None else (ganti,)), *baris[j + 1 :])


KASUS = list(kasus())


def program(nama: str) -> bool:
    return any(i.jenis == "program" and baku(nama) in map(baku, (i.nama, *i.alias)) for i in laporan().indikator)


@pytest.mark.parametrize("apa", ["tanpa", "diganti"])
@pytest.mark.parametrize(
    "n",
    [n for n, (di, nama, *_) in enumerate(KASUS) if di not in TAK_DITUNTUT or program(nama)],
    ids=lambda n: KASUS[n][:2],
)
def test_tiap_indikator_terdengar(n: int, apa: str) -> None:
    di, nama, tanpa, lain = KASUS[n]
    assert suara(tanpa if apa == "tanpa" else lain) != ASAL(), (di, nama)


@pytest.mark.parametrize("di", TAK_DITUNTUT)
def test_daftar_yang_tidak_dituntut_saja(di: str) -> None:
    """The list of what nothing demands is no longer than it must be."""
    assert any(
        suara(isi) == ASAL() for tempat, nama, *dua in KASUS if tempat == di and not program(nama) for isi in dua
    )
