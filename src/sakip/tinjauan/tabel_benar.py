"""The tables of Bab III as they should be, from what the review found.

First the figures that the review blames get their value, then whatever follows from others is reckoned
again: achievement, category, mean, absorption, remainder, PAK × CK. Every figure that differs from print is
marked, with the printed value beside it. A figure that the review blames only with an innocent reading
(`catatan`), or of which the report does not show which print is right, stays as printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Jenis, tulis
from sakip.angka.interval import Interval
from sakip.aturan.bahan.metode import rumus_capaian, skala_efisiensi
from sakip.errors import AngkaError, SkalaError
from sakip.fakta import susun
from sakip.fakta.register import ANGGARAN
from sakip.hukum.hitung import Efisiensi, Nilai, capaian, efisiensi
from sakip.relasi import Putusan
from sakip.teks.kalimat import kalimat
from sakip.temuan.nilai import tulis_nilai

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.register import BarisFakta, Butir, Register, TabelFakta
    from sakip.model.laporan import Laporan
    from sakip.model.tabel import Tabel
    from sakip.teks.kalimat import Isi
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu

__all__ = ["Perubahan", "SelBenar", "TabelBenar", "tabel_benar"]

ROUNDS = 8
"""Rounds of reckoning again; sums of sums need a few."""


@attrs.frozen
class SelBenar:
    """A cell: its text, and what is printed there when that differs; "" stands for nothing printed."""

    teks: Isi
    tercetak: str | None = None


@attrs.frozen
class Perubahan:
    """A figure that differs from print: its name, its right value and its print."""

    nama: Isi
    benar: str
    tercetak: str


@attrs.frozen(kw_only=True)
class TabelBenar:
    """A table as it should be.

    Attributes:
        sebutan, judul: the printed table: its number in words, and its title.
        kepala: the headings; none for the calculation of efficiency, which the report does not print as a table.
        baris: the rows.
        angka: the columns of figures.
        tebal: the rows that are totals and means.
        dibanding: the rows of the calculation whose result the report prints too.
        perubahan: what was changed.
        terbuka: the findings of which the source must tell what is right.
    """

    sebutan: Isi
    judul: str = ""
    kepala: tuple[str, ...] = ()
    baris: tuple[tuple[SelBenar, ...], ...]
    angka: frozenset[int] = frozenset()
    tebal: frozenset[int] = frozenset()
    dibanding: frozenset[int] = frozenset()
    perubahan: tuple[Perubahan, ...] = ()
    terbuka: tuple[Temuan, ...] = ()

    @property
    def beda(self) -> int:
        """How many cells differ from print."""
        return sum(s.tercetak is not None for b in self.baris for s in b)


def tabel_benar(r: Reviu) -> list[TabelBenar]:
    """The tables of Bab III of a reviewed report as they should be, and its calculation of efficiency step by step."""
    reg = susun(r.laporan)
    replaced = _reckon_again(r, reg)
    found = [_corrected(t, replaced, r) for t in reg.tabel if _has_results(t.tabel)]
    return found + _efficiency_tables(r.laporan, reg, replaced)


def _has_results(t: Tabel) -> bool:
    return any(k.peran.dihitung_ulang for k in t.kolom)


def _reckon_again(r: Reviu, reg: Register) -> dict[Lokasi, str | Interval]:
    """Every figure that changes, by its place: those blamed first, then those that follow from others."""
    butir = {b.lokasi: b for h in r.relasi for b in h.relasi.butir if not b.tetap and b.media == "tabel"}
    replaced: dict[Butir, Interval | str] = {}
    for place, value in _blamed(r):
        b = butir.get(place)
        if b is not None and (x := _read_again(b, value)) is not None:
            replaced[b] = x
    tabel = {t.tempat for t in r.laporan.tabel if _has_results(t)}
    relasi = [h.relasi for h in r.relasi if not h.relasi.lunak and h.putusan is not Putusan.TAK_DAPAT_DIPERIKSA]
    following = [(y, relation) for relation in relasi if (y := relation.hasil) is not None and _printed_in(y, tabel)]
    for _ in range(ROUNDS):
        changed = False
        for y, relation in following:
            if (
                y.berangka
                and y not in replaced
                and not relation.dipenuhi(replaced)
                and (n := relation.benar(replaced)) is not None
            ):
                replaced[y] = n
                changed = True
        if not changed:
            break
    for y, relation in following:
        if not y.berangka and not relation.dipenuhi(replaced) and (n := relation.benar(replaced)) is not None:
            replaced[y] = n
    found: dict[Lokasi, str | Interval] = {b.lokasi: n for b, n in replaced.items()}
    found.update(_missing_categories(reg, replaced))
    return found


def _undecided(t: Temuan) -> bool:
    """Whether a figure was searched for, and not one alone was found: the source must tell what is right."""
    return t.solusi not in {None, 1}


def _printed_in(b: Butir, tabel: set[Isi]) -> bool:
    return b.sel is not None and b.media == "tabel" and b.di in tabel


def _blamed(r: Reviu) -> Iterator[tuple[Lokasi, str]]:
    """The places that the review blames, with their right value as text."""
    for t in r.temuan:
        if t.keparahan == "catatan" or not t.lokasi or _undecided(t) or t.kunci == "syarat":
            continue
        if isinstance(t.seharusnya, str) and t.seharusnya:
            yield t.lokasi[0], t.seharusnya
        for i, lokasi in enumerate(t.lokasi[1:], 2):
            if f"seharusnya{i}" in t.isi:
                yield lokasi, t.isi[f"seharusnya{i}"]
        for a in t.akibat:
            if "seharusnya" in a.isi:
                yield a.lokasi, a.isi["seharusnya"]


def _read_again(b: Butir, teks: str) -> Interval | str | None:
    """A value that the review wrote, as a value again; a range between two figures is none."""
    from sakip.angka.angka import Angka
    from sakip.errors import AngkaError

    if b.nilai is None:
        return teks
    try:
        return Interval.titik(Angka.baca(teks, b.peran.jenis or Jenis.NILAI).pecahan)
    except AngkaError:
        return None


def _missing_categories(reg: Register, replaced: dict[Butir, Interval | str]) -> Iterator[tuple[Lokasi, str]]:
    """The category of an achievement that the report leaves unrated."""
    from sakip.aturan.bahan.metode import skala_laporan

    skala = skala_laporan(reg)
    for t in reg.tabel:
        i = t.tabel.indeks("kategori")
        if i is None:
            continue
        for b in t.baris:
            value = b.butir.get("capaian")
            if value is None or value.nilai is None or "kategori" in b.butir:
                continue
            n = replaced.get(value)
            label = skala.label(n.tengah if isinstance(n, Interval) else value.nilai)
            if label is not None:
                yield t.tabel.baris[b.urut].sel[i].lokasi, label


def _corrected(t: TabelFakta, replaced: dict[Lokasi, str | Interval], r: Reviu) -> TabelBenar:
    tabel = t.tabel
    butir = {b.lokasi: b for x in t.baris for b in x.butir.values()}
    judul = next((b for b in tabel.baris if b.jenis == "judul"), None)
    kepala = [s.teks for s in judul.sel] if judul is not None else [k.judul or k.kunci for k in tabel.kolom]
    baris: list[tuple[SelBenar, ...]] = []
    tebal: set[int] = set()
    perubahan: list[Perubahan] = []
    for b in tabel.baris:
        if b.jenis in {"judul", "nomor"}:
            continue
        if b.jenis != "rincian":
            tebal.add(len(baris))
        sel = []
        for s, judul_kolom in zip(b.sel, kepala, strict=True):
            value = replaced.get(s.lokasi)
            teks = s.teks if value is None else _text(butir.get(s.lokasi), value)
            beda = value is not None and teks != s.teks
            sel.append(SelBenar(teks, s.teks if beda else None))
            if beda:
                nama = butir[s.lokasi].nama if s.lokasi in butir else judul_kolom
                perubahan.append(Perubahan(nama, teks, s.teks))
        baris.append(tuple(sel))
    open_findings = (
        x for x in r.temuan if _undecided(x) and x.kunci != "arah" and any(y.tabel == tabel.sebutan for y in x.lokasi)
    )
    return TabelBenar(
        sebutan=tabel.tempat,
        judul=tabel.judul,
        kepala=tuple(kepala),
        baris=tuple(baris),
        angka=frozenset(i for i, k in enumerate(tabel.kolom) if k.peran.jenis is not None),
        tebal=frozenset(tebal),
        perubahan=tuple(perubahan),
        terbuka=tuple(open_findings),
    )


def _text(b: Butir | None, value: str | Interval) -> str:
    if b is not None:
        return str(tulis_nilai(b, value))
    return value if isinstance(value, str) else tulis(value.tengah, 2)


Replaced = dict["Lokasi", "str | Interval"]


def _efficiency_tables(laporan: Laporan, reg: Register, replaced: Replaced) -> list[TabelBenar]:
    """One table for each printed table of PAK × CK; none when a line lacks a figure."""
    if not laporan.metode.efisiensi:
        return []
    found = []
    for t in reg.tabel:
        if t.tabel.indeks("pagu_capaian") is None:
            continue
        e = _efficiency(reg, t, replaced)
        if e is not None:
            found.append(_efficiency_table(reg, t, e))
    return found


def _efficiency(reg: Register, t: TabelFakta, replaced: Replaced) -> Efisiensi | None:
    baris: list[tuple[Nilai, Nilai, Nilai]] = []
    for b in t.rincian:
        isi = [_value(b.butir.get(p), replaced) for p in ("pagu", "realisasi_anggaran")]
        ck = _achievement(reg, b, replaced)
        if isi[0] is None or isi[1] is None or ck is None:
            return None
        baris.append((Nilai(isi[0]), Nilai(isi[1]), ck))
    if not baris:
        return None
    try:
        uang = [(p.pecahan, r.pecahan, c.pecahan) for p, r, c in baris]
        return efisiensi(uang, metode=reg.laporan.metode.efisiensi, skala=skala_efisiensi(reg))
    except (AngkaError, SkalaError):
        return None


def _achievement(reg: Register, b: BarisFakta, replaced: Replaced) -> Nilai | None:
    """Achievement, not rounded where target and realisation are printed."""
    target, realisasi = (b.butir.get(p) for p in ("target", "realisasi"))
    t, r = _value(target, replaced), _value(realisasi, replaced)
    if t is None or r is None:
        ck = _value(b.butir.get("capaian"), replaced)
        return None if ck is None else Nilai(ck)
    _, rumus, _ = rumus_capaian(reg, b.indikator, target, realisasi)[0]
    return capaian(t, r, rumus=rumus)


def _value(b: Butir | None, replaced: Replaced) -> Fraction | None:
    if b is None:
        return None
    n = replaced.get(b.lokasi)
    return n.tengah if isinstance(n, Interval) else b.nilai


def _efficiency_table(reg: Register, t: TabelFakta, e: Efisiensi) -> TabelBenar:
    baris = [(SelBenar(x.teks), SelBenar(x.nilai.tulis(2, x.jenis))) for x in e.langkah]
    perubahan = []
    tahun = reg.laporan.tahun
    for peran, value in (
        ("pagu_capaian", e.jumlah_pagu_capaian), ("selisih_efisiensi", e.jumlah_selisih_efisiensi),
        ("efisiensi", e.e), ("nilai_efisiensi", e.ne),
    ):  # fmt: skip
        cetak = reg.cari(ANGGARAN, peran, tahun)
        if cetak is None or value is None or cetak.cetak is None:
            continue
        jenis = Jenis.RUPIAH if cetak.peran.jenis is Jenis.RUPIAH else Jenis.PERSEN
        teks = value.tulis(max(cetak.desimal, 2), jenis)
        same = cetak.cetak.memuat(value.pecahan)
        baris.append((SelBenar(cetak.nama), SelBenar(teks, None if same else cetak.teks)))
        if not same:
            perubahan.append(Perubahan(cetak.nama, teks, cetak.teks))
    banding = len(baris) - len(e.langkah)
    if e.kategori is not None:
        cetak = next(iter(reg.cetakan(ANGGARAN, "kategori_efisiensi", tahun)), None)
        skala = skala_efisiensi(reg)
        kelas = skala.cari(cetak.label) if cetak is not None and skala is not None else None
        beda = cetak is not None and (kelas.label if kelas is not None else cetak.label) != e.kategori
        tercetak = cetak.teks if beda and cetak is not None else None
        baris.append((SelBenar(kalimat("tabel.kategori")), SelBenar(e.kategori, tercetak)))
    return TabelBenar(
        sebutan=t.tabel.tempat,
        baris=tuple(baris),
        angka=frozenset({1}),
        dibanding=frozenset(range(len(e.langkah), len(e.langkah) + banding)),
        perubahan=tuple(perubahan),
    )
