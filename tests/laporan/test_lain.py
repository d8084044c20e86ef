"""The second generator: its reports are consistent, its faults break what it declares, and `sakip` accuses none."""

from __future__ import annotations

import re
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.kedalaman import sedalam
from tests.lain import JENIS, buat, rusak

import sakip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.lain import Dokumen
    from tests.lain.angka import Cetakan, Relasi

_buat = cache(buat)


def _cetak(dok: Dokumen, sel: Cetakan) -> str:
    return dok.teks.split("\n")[sel.baris - 1][sel.awal : sel.awal + len(sel.teks)]


def _baca(dok: Dokumen, sel: Cetakan) -> tuple[Decimal, Decimal]:
    """The printed value and one unit of its last place, from the digits alone."""
    teks = _cetak(dok, sel)
    notasi = getattr(sel, "notasi")  # noqa: B009  # a print without one is no figure, and fails here
    isi = re.search(r"[\d.,]*\d", teks.removeprefix(notasi.depan))
    assert isi, teks
    utuh, _, pecahan = isi[0].lstrip(".").rpartition(notasi.koma) if notasi.desimal else (isi[0], "", "")
    digit = re.sub(r"\D", "", utuh) + pecahan
    satuan = Decimal(notasi.pengali).scaleb(-len(pecahan))
    return (-1 if re.match(r"[-(]", teks) else 1) * int(digit) * satuan, satuan


def _hasil(r: Relasi, x: Sequence[Decimal]) -> Decimal:
    rumus = {
        "jumlah": lambda: sum(x, Decimal(0)),
        "rerata": lambda: sum(x, Decimal(0)) / len(x),
        "selisih": lambda: x[0] - x[1],
        "A+B-C": lambda: x[0] + x[1] - x[2],
        "(B-A)/A": lambda: 100 * (x[0] / x[1] - 1),
        "A/ΣA": lambda: 100 * x[0] / sum(x[1:], Decimal()),
        "R/T": lambda: 100 * x[0] / x[1],
        "T/R": lambda: 100 * x[1] / x[0],
        "ΣR/ΣT": lambda: 100 * sum(x[: len(x) // 2], Decimal()) / sum(x[len(x) // 2 :], Decimal()),
        "(2T-R)/T": lambda: 100 * (x[1] - (x[0] - x[1])) / x[1],
        "sama": lambda: x[0],
    }
    hasil = rumus[r.rumus]()
    return hasil if r.batas is None else min(hasil, Decimal(r.batas))


def _periksa(dok: Dokumen, r: Relasi) -> bool:
    if r.skala is not None:
        nilai = _baca(dok, r.operan[0])[0]
        lulus = [n for n, b in zip(r.skala.label, r.skala.bawah, strict=False) if nilai >= b]
        return _cetak(dok, r.hasil) == (lulus or [r.skala.label[-1]])[0]
    with localcontext(prec=60):
        tercetak, satuan = _baca(dok, r.hasil)
        operan = [_baca(dok, o) for o in r.operan]
        hasil = _hasil(r, [x for x, _ in operan])
        if not r.longgar:
            return tercetak == (hasil / satuan).quantize(Decimal(1), ROUND_HALF_UP) * satuan
        if r.rumus == "sama" and satuan == operan[0][1]:
            return tercetak == hasil
        # What was rounded for print: every operand may be half a unit off, which a ratio turns into per cent.
        ruang = sum((u for _, u in operan), Decimal(0)) / 2
        if r.rumus == "R/T":
            ruang = hasil * sum((u / x for x, u in operan), Decimal(0))
        return abs(tercetak - hasil) <= satuan / 2 + ruang


@pytest.mark.parametrize("puluh", range(20))
def test_setiap_relasi_berlaku_sebagaimana_tercetak(puluh: int) -> None:
    for benih in range(10 * puluh, 10 * puluh + sedalam(10)):
        dok = _buat(benih)
        assert dok.relasi
        for r in dok.relasi:
            for sel in (r.hasil, *r.operan):
                assert _cetak(dok, sel) == sel.teks, (benih, r.jenis)
            assert _periksa(dok, r), (benih, r.jenis, _cetak(dok, r.hasil), [_cetak(dok, o) for o in r.operan])


@pytest.mark.mendalam
def test_setiap_jenis_sering_ada() -> None:
    n = Counter(j for benih in range(400) for j in _buat(benih).jenis)
    assert set(n) == set(JENIS)
    assert not {j: n[j] for j in JENIS if n[j] < 20}


def test_benih_yang_sama_memberi_laporan_yang_sama() -> None:
    for benih in range(20):
        a, b = buat(benih), buat(benih)
        assert (a.teks, a.akhiran, a.jenis) == (b.teks, b.akhiran, b.jenis)
        assert rusak(benih)[0].teks == rusak(benih)[0].teks


def test_galat_mengubah_satu_angka_dan_mematahkan_relasi() -> None:
    for benih in range(sedalam(100)):
        baik = buat(benih)
        salah, g = rusak(benih)
        beda = [(a, b) for a, b in zip(baik.teks, salah.teks, strict=True) if a != b]
        assert len(beda) == 1, benih
        assert all(c.isdigit() for c in beda[0])
        assert salah.teks.split("\n")[g.baris - 1][g.sel.awal : g.sel.akhir] == g.salah
        assert baik.teks.split("\n")[g.baris - 1][g.sel.awal : g.sel.akhir] == g.benar
        assert g.sel.di_tabel
        assert g.patah
        assert not any(_periksa(salah, r) for r in g.patah), benih


# Last: what the generator is for.


@pytest.mark.parametrize("puluh", range(6))
def test_tak_ada_laporan_konsisten_yang_dituduh(puluh: int, tmp_path: Path) -> None:
    for benih in range(10 * puluh, 10 * puluh + sedalam(10)):
        dok = _buat(benih)
        berkas = tmp_path / f"{benih}{dok.akhiran}"
        berkas.write_text(dok.teks, encoding="utf-8")
        temuan = [t for t in sakip.reviu(sakip.baca(berkas)).temuan if t.keparahan != "catatan"]
        assert not temuan, (benih, [(t.kode, t.tempat, t.tertulis, t.seharusnya) for t in temuan])
