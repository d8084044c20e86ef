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
from sakip.aturan.metode import rumus_capaian, skala_efisiensi
from sakip.errors import AngkaError, SkalaError
from sakip.fakta import susun
from sakip.fakta.register import ANGGARAN
from sakip.hukum.hitung import Efisiensi, Nilai, capaian, efisiensi
from sakip.relasi import Putusan
from sakip.temuan.nilai import tulis_nilai

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.register import BarisFakta, Butir, Register, TabelFakta
    from sakip.model.laporan import Laporan
    from sakip.model.tabel import Tabel
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu

__all__ = ["Perubahan", "SelBenar", "TabelBenar", "tabel_benar"]

PUTARAN = 8
"""Rounds of reckoning again; sums of sums need a few."""


@attrs.frozen
class SelBenar:
    """A cell: its text, and what is printed there when that differs; "" stands for nothing printed."""

    teks: str
    tercetak: str | None = None


@attrs.frozen
class Perubahan:
    """A figure that differs from print: its name, its right value and its print."""

    nama: str
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

    sebutan: str
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
    ganti = _hitung_ulang(r, reg)
    hasil = [_tabel(t, ganti, r) for t in reg.tabel if _ikut(t.tabel)]
    return hasil + _semua_efisiensi(r.laporan, reg, ganti)


def _ikut(t: Tabel) -> bool:
    return any(k.peran.dihitung_ulang for k in t.kolom)


def _hitung_ulang(r: Reviu, reg: Register) -> dict[Lokasi, str | Interval]:
    """Every figure that changes, by its place: those blamed first, then those that follow from others."""
    butir = {b.lokasi: b for h in r.relasi for b in h.relasi.butir if not b.tetap and b.media == "tabel"}
    ganti: dict[Butir, Interval | str] = {}
    for lok, nilai in _dari_temuan(r):
        b = butir.get(lok)
        if b is not None and (x := _baca(b, nilai)) is not None:
            ganti[b] = x
    tabel = {t.sebutan for t in r.laporan.tabel if _ikut(t)}
    relasi = [h.relasi for h in r.relasi if not h.relasi.lunak and h.putusan is not Putusan.TAK_DAPAT_DIPERIKSA]
    mengikuti = [(y, hub) for hub in relasi if (y := hub.hasil) is not None and _milik(y, tabel)]
    for _ in range(PUTARAN):
        berubah = False
        for y, hub in mengikuti:
            if y.berangka and y not in ganti and not hub.dipenuhi(ganti) and (n := hub.benar(ganti)) is not None:
                ganti[y] = n
                berubah = True
        if not berubah:
            break
    for y, hub in mengikuti:
        if not y.berangka and not hub.dipenuhi(ganti) and (n := hub.benar(ganti)) is not None:
            ganti[y] = n
    hasil: dict[Lokasi, str | Interval] = {b.lokasi: n for b, n in ganti.items()}
    hasil.update(_kategori_kosong(reg, ganti))
    return hasil


TANPA_USUL = frozenset({"setara", "beda", "relasi", "syarat", "arah", "lunak", "baris_hilang"})
"""Findings that do not say what one figure should be."""


TERBUKA = frozenset({"setara", "beda", "relasi"})
"""Findings of which the source must tell what is right."""


def _milik(b: Butir, tabel: set[str]) -> bool:
    return b.sel is not None and b.media == "tabel" and b.bagian in tabel


def _dari_temuan(r: Reviu) -> Iterator[tuple[Lokasi, str]]:
    """The places that the review blames, with their right value as text."""
    for t in r.temuan:
        if t.keparahan == "catatan" or not t.lokasi or t.kunci in TANPA_USUL:
            continue
        if isinstance(t.seharusnya, str) and t.seharusnya:
            yield t.lokasi[0], t.seharusnya
        for i, lokasi in enumerate(t.lokasi[1:], 2):
            if f"seharusnya{i}" in t.isi:
                yield lokasi, t.isi[f"seharusnya{i}"]
        for a in t.akibat:
            if "seharusnya" in a.isi:
                yield a.lokasi, a.isi["seharusnya"]


def _baca(b: Butir, teks: str) -> Interval | str | None:
    """A value that the review wrote, as a value again; a range between two figures is none."""
    from sakip.angka.angka import Angka
    from sakip.errors import AngkaError

    if b.nilai is None:
        return teks
    try:
        return Interval.titik(Angka.baca(teks, b.peran.jenis or Jenis.NILAI).pecahan)
    except AngkaError:
        return None


def _kategori_kosong(reg: Register, ganti: dict[Butir, Interval | str]) -> Iterator[tuple[Lokasi, str]]:
    """The category of an achievement that the report leaves unrated."""
    from sakip.aturan.metode import skala_laporan

    skala = skala_laporan(reg)
    for t in reg.tabel:
        i = t.tabel.indeks("kategori")
        if i is None:
            continue
        for b in t.baris:
            nilai = b.butir.get("capaian")
            if nilai is None or nilai.nilai is None or "kategori" in b.butir:
                continue
            n = ganti.get(nilai)
            label = skala.label(n.tengah if isinstance(n, Interval) else nilai.nilai)
            if label is not None:
                yield t.tabel.baris[b.urut].sel[i].lokasi, label


def _tabel(t: TabelFakta, ganti: dict[Lokasi, str | Interval], r: Reviu) -> TabelBenar:
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
            nilai = ganti.get(s.lokasi)
            teks = s.teks if nilai is None else _teks(butir.get(s.lokasi), nilai)
            beda = nilai is not None and teks != s.teks
            sel.append(SelBenar(teks, s.teks if beda else None))
            if beda:
                nama = butir[s.lokasi].nama if s.lokasi in butir else judul_kolom
                perubahan.append(Perubahan(nama, teks, s.teks))
        baris.append(tuple(sel))
    milik = (x for x in r.temuan if x.kunci in TERBUKA and any(y.tabel == tabel.sebutan for y in x.lokasi))
    return TabelBenar(
        sebutan=tabel.sebutan,
        judul=tabel.judul,
        kepala=tuple(kepala),
        baris=tuple(baris),
        angka=frozenset(i for i, k in enumerate(tabel.kolom) if k.peran.jenis is not None),
        tebal=frozenset(tebal),
        perubahan=tuple(perubahan),
        terbuka=tuple(milik),
    )


def _teks(b: Butir | None, nilai: str | Interval) -> str:
    if b is not None:
        return str(tulis_nilai(b, nilai))
    return nilai if isinstance(nilai, str) else tulis(nilai.tengah, 2)


Ganti = dict["Lokasi", "str | Interval"]


def _semua_efisiensi(laporan: Laporan, reg: Register, ganti: Ganti) -> list[TabelBenar]:
    """One table for each printed table of PAK × CK; none when a line lacks a figure."""
    if not laporan.metode.efisiensi:
        return []
    hasil = []
    for t in reg.tabel:
        if t.tabel.indeks("pagu_capaian") is None:
            continue
        e = _hitung_efisiensi(reg, t, ganti)
        if e is not None:
            hasil.append(_tabel_efisiensi(reg, t, e))
    return hasil


def _hitung_efisiensi(reg: Register, t: TabelFakta, ganti: Ganti) -> Efisiensi | None:
    baris: list[tuple[Nilai, Nilai, Nilai]] = []
    for b in t.rincian:
        isi = [_nilai(b.butir.get(p), ganti) for p in ("pagu", "realisasi_anggaran")]
        ck = _capaian(reg, b, ganti)
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


def _capaian(reg: Register, b: BarisFakta, ganti: Ganti) -> Nilai | None:
    """Achievement, not rounded where target and realisation are printed."""
    target, realisasi = (b.butir.get(p) for p in ("target", "realisasi"))
    t, r = _nilai(target, ganti), _nilai(realisasi, ganti)
    if t is None or r is None:
        ck = _nilai(b.butir.get("capaian"), ganti)
        return None if ck is None else Nilai(ck)
    _, rumus, _ = rumus_capaian(reg, b.indikator, target, realisasi)[0]
    return capaian(t, r, rumus=rumus)


def _nilai(b: Butir | None, ganti: Ganti) -> Fraction | None:
    if b is None:
        return None
    n = ganti.get(b.lokasi)
    return n.tengah if isinstance(n, Interval) else b.nilai


def _tabel_efisiensi(reg: Register, t: TabelFakta, e: Efisiensi) -> TabelBenar:
    baris = [(SelBenar(x.teks), SelBenar(x.nilai.tulis(2, x.jenis))) for x in e.langkah]
    perubahan = []
    tahun = reg.laporan.tahun
    for peran, nilai in (
        ("pagu_capaian", e.jumlah_pagu_capaian), ("selisih_efisiensi", e.jumlah_selisih_efisiensi),
        ("efisiensi", e.e), ("nilai_efisiensi", e.ne),
    ):  # fmt: skip
        cetak = reg.cari(ANGGARAN, peran, tahun)
        if cetak is None or nilai is None or cetak.cetak is None:
            continue
        jenis = Jenis.RUPIAH if cetak.peran.jenis is Jenis.RUPIAH else Jenis.PERSEN
        teks = nilai.tulis(max(cetak.desimal, 2), jenis)
        sama = cetak.cetak.memuat(nilai.pecahan)
        baris.append((SelBenar(cetak.nama), SelBenar(teks, None if sama else cetak.teks)))
        if not sama:
            perubahan.append(Perubahan(cetak.nama, teks, cetak.teks))
    banding = len(baris) - len(e.langkah)
    if e.kategori is not None:
        cetak = next(iter(reg.cetakan(ANGGARAN, "kategori_efisiensi", tahun)), None)
        skala = skala_efisiensi(reg)
        kelas = skala.cari(cetak.label) if cetak is not None and skala is not None else None
        beda = cetak is not None and (kelas.label if kelas is not None else cetak.label) != e.kategori
        tercetak = cetak.teks if beda and cetak is not None else None
        baris.append((SelBenar("Kategori"), SelBenar(e.kategori, tercetak)))
    return TabelBenar(
        sebutan=t.tabel.sebutan,
        baris=tuple(baris),
        angka=frozenset({1}),
        dibanding=frozenset(range(len(e.langkah), len(e.langkah) + banding)),
        perubahan=tuple(perubahan),
    )
