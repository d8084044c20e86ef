"""The text of the Semarang report as the reader understands it, against the same report as a data folder.

The text lies beside the repository, in `shared/sumber`; without it all is skipped.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import attrs
import pytest
from tests.contoh import laporan_contoh, pembacaan_naskah
from tests.tempat import NASKAH

from sakip.teks.nama import baku
from sakip.tinjauan.engine import reviu
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.angka.lokasi import Lokasi
    from sakip.model.laporan import Laporan
    from sakip.model.narasi import Rujukan
    from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, PerjanjianKinerja
    from sakip.model.sel import Sel
    from sakip.model.tabel import Tabel
    from sakip.temuan.temuan import Temuan


pytestmark = pytest.mark.skipif(not NASKAH.is_file(), reason="the text of the report is not beside the repository")


ucap = Kamus("id").ucap

HANYA_FOLDER = {
    ("NAR04", "melebihi"): "which figures a year's result exceeds, the sentence does not say one by one",
    ("NAR04", "peningkatan"): "a rise of all achievements together is said of no figure in particular",
    ("NAR06", "2024"): "the achievement of 2024 may be meant; only the transcriber knows that it is not",
}
"""Findings that the person who transcribed the report could tie and a reader must not."""


@cache
def folder() -> Laporan:
    return laporan_contoh()


@cache
def teks() -> Laporan:
    """The report as read, with the keys that the folder gives the indicators."""
    lap = pembacaan_naskah().laporan
    nama = {baku(n): i.kunci for i in folder().indikator for n in (i.nama, *i.alias)}
    kunci = {i.kunci: {nama[baku(n)] for n in (i.nama, *i.alias) if baku(n) in nama} for i in lap.indikator}
    ganti = {k: next(iter(v)) for k, v in kunci.items() if len(v) == 1}
    assert len(set(ganti.values())) == len(lap.indikator), "an indicator was merged or split"

    def rujukan(r: Rujukan) -> Rujukan:
        return attrs.evolve(r, subjek=ganti.get(r.subjek, r.subjek))

    return attrs.evolve(
        lap,
        indikator=tuple(attrs.evolve(i, kunci=ganti[i.kunci]) for i in lap.indikator),
        komponen=tuple(attrs.evolve(k, indikator=ganti[k.indikator]) for k in lap.komponen),
        narasi=tuple(
            attrs.evolve(k, fakta=k.fakta and rujukan(k.fakta), dari=tuple(map(rujukan, k.dari))) for k in lap.narasi
        ),
    )


def asal(lokasi: Lokasi) -> int | None:
    """The line in the source, whether this is the source or a transcription of it."""
    return lokasi.asal if lokasi.asal is not None else lokasi.baris


def sama(a: str, b: str) -> bool:
    """Whether two texts are the same print; the folder cuts long texts short with `…`."""
    a, b = " ".join(a.split()), " ".join(b.split())
    return a == b or (a.endswith("…") and b.startswith(a[:-1]))


# -- differences ------------------------------------------------------------------------


def beda_tabel(a: Tabel, b: Tabel) -> Iterator[str]:
    """What the reader has otherwise than the folder in a table."""
    for nama in ("nomor", "judul", "judul_daftar"):
        if not sama(getattr(a, nama), getattr(b, nama)):
            yield f"{a.sebutan} {nama}: {getattr(a, nama)!r} {getattr(b, nama)!r}"
    if asal(a.lokasi) != asal(b.lokasi):
        yield f"{a.sebutan}: baris {asal(a.lokasi)} {asal(b.lokasi)}"
    kolom = [[k.kunci.casefold() for k in t.kolom] for t in (a, b)]
    if kolom[0] != kolom[1]:
        yield f"{a.sebutan}: kolom {kolom[0]} {kolom[1]}"
    if len(a.baris) != len(b.baris):
        yield f"{a.sebutan}: {len(a.baris)} baris, {len(b.baris)}"
    for x, y in zip(a.baris, b.baris, strict=False):
        tempat = f"{a.sebutan} baris {asal(x.lokasi)}"
        if (x.jenis, asal(x.lokasi)) != (y.jenis, asal(y.lokasi)):
            yield f"{tempat}: {x.jenis} {y.jenis} {asal(y.lokasi)}"
        for s, t in zip(x.sel, y.sel, strict=False):
            if not sama(s.teks, t.teks) or s.isi != t.isi or s.lokasi.kolom != t.lokasi.kolom:
                yield f"{tempat}: {s.teks!r} {t.teks!r}"


def _sel(s: Sel | None) -> object:
    return s and (s.teks, s.isi, asal(s.lokasi), s.lokasi.tabel, s.lokasi.kolom)


def _kinerja(k: BarisKinerja) -> object:
    rincian = [(r.nama, _sel(r.target)) for r in k.rincian]
    return (k.no, k.sasaran, k.indikator, _sel(k.target), rincian, asal(k.lokasi))


def _anggaran(b: BarisAnggaran) -> object:
    diampu = [(d.unit, _sel(d.nilai)) for d in b.diampu]
    return (b.no, b.uraian, _sel(b.anggaran), b.keterangan, _sel(b.total), diampu, asal(b.lokasi))


def beda_formulir(a: PerjanjianKinerja, b: PerjanjianKinerja) -> Iterator[str]:
    """What the reader has otherwise than the folder in a form; the folder calls one unit by its abbreviation."""
    biasa = ("eselon", "jabatan", "tahun", "jenis", "jabatan_formulir", "atasan", "pihak_supervisi", "tanggal")
    for nama in (*biasa, *(() if a.unit.startswith("UPTD") else ("unit",))):
        if getattr(a, nama) != getattr(b, nama):
            yield f"{a.sebutan} {nama}: {getattr(a, nama)!r} {getattr(b, nama)!r}"
    for nama in ("", "_perjanjian", "_jabatan_formulir", "_atasan", "_supervisi"):
        x, y = getattr(a, f"lokasi{nama}"), getattr(b, f"lokasi{nama}")
        if asal(x) != asal(y) and not (x.asal is None and y.baris is None):
            yield f"{a.sebutan} lokasi{nama}: {asal(x)} {asal(y)}"
    daftar: list[tuple[str, list[object], list[object]]] = [
        ("kinerja", [_kinerja(k) for k in a.kinerja], [_kinerja(k) for k in b.kinerja]),
        ("anggaran", [_anggaran(k) for k in a.anggaran], [_anggaran(k) for k in b.anggaran]),
        ("jumlah", [_sel(a.jumlah)], [_sel(b.jumlah)]),
    ]
    for nama, x, y in daftar:
        if len(x) != len(y):
            yield f"{a.sebutan} {nama}: {len(x)} baris, {len(y)}"
        yield from (f"{a.sebutan} {nama}: {p} {q}" for p, q in zip(x, y, strict=False) if p != q)


# -- tests ------------------------------------------------------------------------------


def test_tabel_sama() -> None:
    """Every table: number, titles, columns with roles and periods, kinds of row, cells, lines."""
    assert [t.sebutan for t in teks().tabel] == [t.sebutan for t in folder().tabel]
    assert [x for a, b in zip(folder().tabel, teks().tabel, strict=True) for x in beda_tabel(a, b)] == []


def test_formulir_sama() -> None:
    """Every form: offices, clauses, targets and their parts, money, shares, JUMLAH, lines."""
    pasang = zip(folder().perjanjian, teks().perjanjian, strict=True)
    assert [x for a, b in pasang for x in beda_formulir(a, b)] == []


def test_profil_dan_metode_sama() -> None:
    """Agency, year, plan, dates, formulas, scale, efficiency method and where each is printed."""
    a, b = folder(), teks()
    assert (a.instansi, a.tahun, a.judul) == (b.instansi, b.tahun, b.judul)
    assert a.renstra is not None
    assert b.renstra is not None
    assert (a.renstra.awal, a.renstra.akhir) == (b.renstra.awal, b.renstra.akhir)
    tanggal = [[(t.nilai.teks, t.bagian, asal(t.nilai.lokasi)) for t in x.tanggal] for x in (a, b)]
    assert tanggal[0] == tanggal[1]
    metode = [(x.metode.rumus, x.metode.skala, x.metode.efisiensi, x.metode.batas) for x in (a, b)]
    assert metode[0] == metode[1]
    bagian = [{k: asal(v) for k, v in x.metode.lokasi_bagian.items()} for x in (a, b)]
    assert bagian[0] == bagian[1]


def test_indikator_sama() -> None:
    """The same indicators of the same kinds; which programs serve them only a person knows."""
    inti = [{(i.kunci, i.jenis, i.satuan, i.polaritas, i.rumus) for i in x.indikator} for x in (folder(), teks())]
    assert inti[0] == inti[1]


def test_hitungan_sama() -> None:
    """The parts of the realisations, and the efficiency step by step."""
    a, b = folder(), teks()

    def inti(lap: Laporan) -> object:
        return [
            (
                k.indikator,
                [(s.minus, _angka(s.nilai)) for s in (*k.pembilang, *k.penyebut)],
                k.hasil and _angka(k.hasil),
            )
            for k in lap.komponen
        ]

    assert inti(a) == inti(b)
    assert a.efisiensi is not None
    assert b.efisiensi is not None
    for nama in ("pembilang", "penyebut"):
        x, y = getattr(a.efisiensi, nama), getattr(b.efisiensi, nama)
        assert _angka(x) == _angka(y)
    for nama in ("hasil", "nilai", "kategori"):
        assert list(map(_angka, getattr(a.efisiensi, nama))) == list(map(_angka, getattr(b.efisiensi, nama)))
    langkah = [[(s.arti, _angka(s.tertulis)) for s in e.langkah] for e in (a.efisiensi, b.efisiensi)]
    assert langkah[0] == langkah[1]


def _angka(s: Sel) -> tuple[str, object, int | None]:
    return s.teks, s.isi, asal(s.lokasi)


@cache
def temuan() -> tuple[dict[str, Temuan], dict[str, Temuan]]:
    """The findings of the folder and of the text, by their fingerprints."""
    hasil = [{t.id: t for t in reviu(x).temuan} for x in (folder(), teks())]
    return hasil[0], hasil[1]


def test_temuan_sama() -> None:
    """The same findings, but for those of prose that only a person can tie; none that the folder has not."""
    a, b = temuan()
    assert [(t.kode, t.tertulis, t.tempat) for k, t in b.items() if k not in a] == []
    hilang = {(t.kode, ucap(t.tertulis)) for k, t in a.items() if k not in b}
    assert hilang == set(HANYA_FOLDER)


def test_temuan_di_tempat_yang_sama() -> None:
    """Each finding at the same lines, with the same figures."""
    a, b = temuan()
    for kunci in a.keys() & b.keys():
        x, y = a[kunci], b[kunci]
        assert [asal(lokasi) for lokasi in x.lokasi] == [asal(lokasi) for lokasi in y.lokasi]
        assert (ucap(x.tertulis), baku(ucap(x.seharusnya))) == (ucap(y.tertulis), baku(ucap(y.seharusnya)))


def test_klaim_terikat_benar() -> None:
    """A figure of the prose that both tie to a fact is tied to the same one, or to the cell that it repeats."""
    manusia: dict[tuple[int | None, str], set[object]] = {}
    sel: dict[tuple[int | None, str], set[str]] = {}
    for k in folder().narasi:
        if k.fakta is not None:
            manusia.setdefault((asal(k.lokasi), k.tertulis.teks), set()).add(k.fakta)
            sel.setdefault((asal(k.lokasi), k.tertulis.teks), set()).update(x for r in k.dari for x in r.kolom)
    terikat = [k for k in teks().narasi if k.fakta is not None]
    assert len(terikat) >= 45
    asing = [
        (asal(k.lokasi), k.tertulis.teks, k.fakta)
        for k in terikat
        if k.fakta is not None
        and k.fakta not in manusia.get((asal(k.lokasi), k.tertulis.teks), {k.fakta})
        and k.fakta.peran not in sel[asal(k.lokasi), k.tertulis.teks]
    ]
    assert asing == []


def test_semua_dikenali() -> None:
    """No table is left unknown, no cell unread."""
    assert pembacaan_naskah().tak_dikenali == ()
    assert pembacaan_naskah().catatan == ()


def test_tanpa_nama_orang() -> None:
    """Neither NIP nor the placeholders of names are anywhere in the report."""
    isi = str(attrs.asdict(pembacaan_naskah()))
    assert "PEJABAT" not in isi
    assert "NIP" not in isi
    assert re.search(r"\bPembina\b", isi) is None
