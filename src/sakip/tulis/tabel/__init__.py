"""`sakip tabel`: the tables of Bab III as they should be, in Markdown, docx or xlsx, ready to paste.

First the figures that the review blames get their value, then whatever follows from others is reckoned
again: achievement, category, mean, absorption, remainder, PAK × CK. Every figure that differs from print is
marked, with the printed value beside it. A figure that the review blames only with an innocent reading
(`catatan`), or of which the report does not show which print is right, stays as printed.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Jenis, tulis
from sakip.angka.interval import Interval
from sakip.fakta import susun
from sakip.relasi import Peringkat, Putusan, Rumusan
from sakip.tinjauan.engine import reviu as tinjau
from sakip.tinjauan.format import tulis_nilai
from sakip.tulis.keluaran import KeluaranError
from sakip.tulis.office.pustaka import pastikan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.register import Butir, Register, TabelFakta
    from sakip.model.laporan import Laporan
    from sakip.model.tabel import Tabel
    from sakip.tinjauan.engine import Reviu

__all__ = ["SelBenar", "TabelBenar", "hitung", "tulis_tabel"]

PERAN_HITUNG = frozenset(
    {"capaian", "capaian_akhir", "serapan", "sisa", "sisa_persen", "pagu_capaian", "selisih_efisiensi"}
)
"""Roles that follow from others. A table that has one of them is a table of Bab III, whatever its number."""

PUTARAN = 8
"""Rounds of reckoning again; sums of sums need a few."""


@attrs.frozen
class SelBenar:
    """A cell: its text, and what is printed there when that differs; "" stands for nothing printed."""

    teks: str
    tercetak: str | None = None


@attrs.frozen(kw_only=True)
class TabelBenar:
    """A table as it should be; `catatan` says what was changed, `tebal` which rows are totals and means."""

    judul: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[SelBenar, ...], ...]
    angka: frozenset[int] = frozenset()
    tebal: frozenset[int] = frozenset()
    catatan: tuple[str, ...] = ()

    @property
    def beda(self) -> int:
        """How many cells differ from print."""
        return sum(s.tercetak is not None for b in self.baris for s in b)


def hitung(laporan: Laporan) -> list[TabelBenar]:
    """The tables of Bab III as they should be, and the calculation of efficiency step by step."""
    from sakip.tulis.tabel.efisiensi import tabel_efisiensi

    r = tinjau(laporan)
    reg = susun(laporan)
    ganti = _hitung_ulang(r, reg)
    hasil = [_tabel(t, ganti, r) for t in reg.tabel if _ikut(t.tabel)]
    return hasil + tabel_efisiensi(laporan, reg, ganti)


def tulis_tabel(laporan: Laporan, tujuan: str | None) -> Iterator[str | bytes]:
    """The tables in the format that the name of the target asks for: Markdown without one.

    Raises:
        KeluaranError: another format, a missing library, or a report without such a table.
    """
    akhiran = "" if tujuan is None else PurePath(tujuan).suffix.lower()
    if akhiran not in {"", ".md", ".txt", ".docx", ".xlsx"}:
        raise KeluaranError(f"{tujuan}: akhiran {akhiran} tidak dikenal; yang dapat ditulis: .md, .docx, .xlsx")
    if akhiran == ".docx":
        pastikan("docx", "python-docx", "docx")
    elif akhiran == ".xlsx":
        pastikan("openpyxl", "openpyxl", "xlsx")
    semua = hitung(laporan)
    if not semua:
        raise KeluaranError(
            f"{laporan.sumber}: tidak memuat tabel capaian, anggaran atau efisiensi yang dapat dihitung"
        )
    from sakip.tulis.tabel import bentuk

    if akhiran == ".docx":
        yield bentuk.ke_docx(laporan, semua)
    elif akhiran == ".xlsx":
        yield bentuk.ke_xlsx(laporan, semua)
    else:
        yield bentuk.ke_markdown(laporan, semua)


def _ikut(t: Tabel) -> bool:
    return any(k.peran.nama in PERAN_HITUNG for k in t.kolom)


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
    for _ in range(PUTARAN):
        berubah = False
        for hub in relasi:
            if isinstance(hub, Rumusan) and _milik(hub.hasil, tabel) and not hub.kecuali and not hub.dipenuhi(ganti):
                usul = hub.usul(hub.hasil, ganti)
                if usul is not None and hub.hasil not in ganti:
                    ganti[hub.hasil] = Interval.titik(usul.tengah)
                    berubah = True
        if not berubah:
            break
    for hub in relasi:
        if isinstance(hub, Peringkat) and _milik(hub.label, tabel) and not hub.dipenuhi(ganti):
            ganti[hub.label] = hub.label_benar(ganti) or "tanpa kategori"
    hasil: dict[Lokasi, str | Interval] = {b.lokasi: n for b, n in ganti.items()}
    hasil.update(_kategori_kosong(reg, ganti))
    return hasil


TANPA_USUL = frozenset({"setara", "beda", "relasi", "syarat", "arah", "lunak", "baris_hilang"})
"""Findings that do not say what one figure should be."""


TERBUKA = frozenset({"setara", "beda", "relasi"})
"""Findings of which the source must tell what is right."""


def _milik(b: Butir, tabel: set[str]) -> bool:
    return b.sel is not None and b.media == "tabel" and b.tempat.partition(",")[0] in tabel


def _dari_temuan(r: Reviu) -> Iterator[tuple[Lokasi, str]]:
    """The places that the review blames, with their right value as text."""
    for t in r.temuan:
        if t.keparahan == "catatan" or not t.lokasi or t.kunci in TANPA_USUL:
            continue
        if t.seharusnya:
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
    catatan: list[str] = []
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
                catatan.append(f"{nama}: {teks} (tercetak {s.teks or 'kosong'})")
        baris.append(tuple(sel))
    milik = [x for x in r.temuan if x.kunci in TERBUKA and any(y.tabel == tabel.sebutan for y in x.lokasi)]
    catatan += [f"belum dapat ditetapkan, tetap seperti tercetak: {x.pesan()}" for x in milik]
    sebutan = tabel.sebutan
    return TabelBenar(
        judul=f"{sebutan} {tabel.judul}" if tabel.judul and tabel.judul != sebutan else sebutan,
        kepala=tuple(kepala),
        baris=tuple(baris),
        angka=frozenset(i for i, k in enumerate(tabel.kolom) if k.peran.jenis is not None),
        tebal=frozenset(tebal),
        catatan=tuple(catatan),
    )


def _teks(b: Butir | None, nilai: str | Interval) -> str:
    if b is not None:
        return tulis_nilai(b, nilai)
    return nilai if isinstance(nilai, str) else tulis(nilai.tengah, 2)
