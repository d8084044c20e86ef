"""Nothing that a document prints disappears: every figure is in a fact, a claim, a name or a numbering."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.lain.dokumen import buat
from tests.tempat import TESTS

from sakip import reviu
from sakip.angka.lokasi import Lokasi
from sakip.fakta import susun
from sakip.hukum.skala import daftar_skala
from sakip.model.sel import Sel
from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks
from sakip.teks.angka_dalam_kata import angka_dalam_kata, bukan_angka
from sakip.teks.kalimat import kalimat
from sakip.tulis import BINER, FORMAT, tulis

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sakip.model.laporan import Laporan

KECIL = sorted((TESTS / "kasus_kecil").glob("*.md"))
ANGKA = re.compile(r"\d+(?:[.,]\d+)*")


def _cetakan(x: Any, lokasi: Lokasi | None = None) -> Iterator[tuple[str, int | None]]:
    """Every text within a report, with the line where it stands, whatever holds it."""
    if isinstance(x, Sel):
        yield x.teks, x.lokasi.baris
    elif isinstance(x, str):
        if lokasi is not None:
            yield x, lokasi.baris
    elif isinstance(x, tuple):
        for y in x:
            yield from _cetakan(y, lokasi)
    elif attrs.has(type(x)):
        sini = getattr(x, "lokasi", None)
        for f in attrs.fields(type(x)):
            if not isinstance(y := getattr(x, f.name), Lokasi):
                yield from _cetakan(y, sini if isinstance(sini, Lokasi) and sini.baris else lokasi)


def _hilang(teks: str, laporan: Laporan, *, per_baris: bool = True) -> list[str]:
    """The figures of a text that the report does not have; line by line where no line was moved into another."""
    skala = laporan.metode.skala
    kelas = () if not skala else daftar_skala()[skala].kelas if isinstance(skala, str) else skala.kelas
    batas = {str(x) for k in kelas for x in (k.bawah, k.atas)}
    bagian = (laporan.tabel, laporan.perjanjian, laporan.narasi, laporan.komponen, laporan.efisiensi)
    ada: dict[int | None, Counter[str]] = {}
    for cetak, nomor in _cetakan(bagian):
        ada.setdefault(nomor if per_baris else None, Counter()).update(ANGKA.findall(cetak))
    hasil = []
    for n, baris in enumerate(teks.split("\n"), 1):
        tersedia = ada.setdefault(n if per_baris else None, Counter())
        semua = [s.strip() for s in (baris.strip("|").split("|") if "|" in baris else baris.split("\t"))]
        if [s.strip("()") for s in semua] == [str(i) for i in range(1, len(semua) + 1)]:
            continue  # the numbers of the columns
        for sel in semua:
            bukan = bukan_angka(sel)
            for m in ANGKA.finditer(sel):
                if bukan[m.start()] or baris.startswith(("#", "Tabel")):
                    continue
                if m[0] in batas and re.search(r"[<>≤≥]", baris):
                    continue
                if tersedia[m[0]] <= 0:
                    hasil.append(f"{n}: {m[0]} dalam {sel[:60]}")
                tersedia[m[0]] -= 1
    return hasil


@pytest.mark.parametrize("berkas", KECIL, ids=lambda p: p.stem)
def test_kasus_kecil(berkas: Path) -> None:
    teks = berkas.read_text(encoding="utf-8")
    assert _hilang(teks, tafsirkan(blok_teks(teks, "kecil")).laporan) == []


@example(8192)
@example(20263)
@example(60152)
@given(st.integers(0, 100_000))
def test_laporan_lain(benih: int) -> None:
    teks = buat(benih).teks
    assert _hilang(teks, tafsirkan(blok_teks(teks, "lain")).laporan) == []


@given(st.integers(0, 100_000), st.data())
def test_laporan_terpotong(benih: int, data: st.DataObject) -> None:
    """With lines lost, doubled, or torn out of their columns too."""
    baris = buat(benih).teks.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        i = data.draw(st.integers(0, len(baris) - 1))
        ubah = data.draw(st.sampled_from(("hapus", "ganda", "tanpa_pemisah", "kosong")))
        if ubah == "hapus" and len(baris) > 1:
            del baris[i]
        elif ubah == "ganda":
            baris.insert(i, baris[i])
        elif ubah == "tanpa_pemisah":
            baris[i] = re.sub(r"\s*[|\t]\s*", "  ", baris[i]).strip()
        else:
            baris.insert(i, "")
    teks = "\n".join(baris)
    assert _hilang(teks, tafsirkan(blok_teks(teks, "lain")).laporan, per_baris=False) == []


@given(st.integers(0, 100_000))
def test_setiap_angka_terhitung_sekali(benih: int) -> None:
    """Figures, numbers of rows and years of the register are the figures of the coverage; each is one or the other."""
    laporan = tafsirkan(blok_teks(buat(benih).teks, "lain")).laporan
    c = reviu(laporan).cakupan
    peran = Counter(b.peran.penanda for b in susun(laporan).butir if b.bernilai)
    assert (c.angka, c.penomoran + c.tahun) == (peran[False], peran[True])
    assert c.angka == c.terperiksa + len(c.belum)
    assert all(x.alasan for x in c.belum)


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("Sebanyak 12 koperasi pada tahun 2024 naik 5,3 %", ["12", "5,3 %"]),
        ("pada Tabel 2. 7 dan 2.8, halaman 12", []),
        ("Peraturan Menteri Nomor 53 Tahun 2014 pasal 5 ayat (3)", []),
        ("31 Desember 2025 tercatat 2000 orang", ["2000"]),
        ("2.17.01.2.01.0001 sebesar Rp 12.345.678,00", ["Rp 12.345.678,00"]),
        ("Level 3 (nilai 75,01)", ["3", "75,01"]),
        ("Jl. Melati No. 5 Telp. (024) 3584086", []),
        (" ".join("0" * n for n in (8, 6, 1, 3)), []),  # the shape of a NIP
        ("1. Persentase", []),
        ("BAB III .......... 25", []),
        ("Rp300 juta dari (1.000)", ["Rp300 juta", "(1.000)"]),
        ("rasio 1 : 20 dan 80 – 90 %", ["1", "20", "80", "90 %"]),
    ],
)
def test_angka_dalam_kata(teks: str, angka: list[str]) -> None:
    assert [t for _, t in angka_dalam_kata(teks)] == angka


def test_catatan_pembaca() -> None:
    """A title without a table, a table without its columns, words in columns of figures: each is said."""
    teks = """# LAPORAN KINERJA TAHUN 2024
DINAS CONTOH KOTA MAJU
# BAB III AKUNTABILITAS KINERJA
Tabel 3.1 Capaian Kinerja Tahun 2024

| No | Indikator | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|
| 1 | Maturitas SPIP | Level 3 | Level 3 | 100 |
| 2 | Indeks Kepuasan | 90 | 81 | 95,00 |

Tabel 3.67 Perbandingan dengan Standar Nasional

1 Koperasi Sehat 40 38 95,00
2 Usaha Mikro 100 120 120,00
"""
    laporan = tafsirkan(blok_teks(teks, "contoh.md")).laporan
    pesan = [c.pesan for c in laporan.catatan]
    assert kalimat("tabel_tidak_ada", judul="Tabel 3.67 Perbandingan dengan Standar Nasional") in pesan
    assert kalimat("pemisah_kolom_hilang", n=2, angka=8) in pesan
    r = reviu(laporan)
    assert [(t.kode, t.tertulis, t.seharusnya) for t in r.temuan if t.keparahan == "kesalahan"] == [
        ("KIN01", "95,00", "90,00")
    ]
    assert "Level 3" not in {x.nilai for x in r.cakupan.belum}
    assert r.cakupan.hilang == 1


@pytest.mark.parametrize("format_", FORMAT)
def test_catatan_di_setiap_keluaran(format_: str) -> None:
    """What the reader set aside is told wherever the review is."""
    teks = """# LAPORAN KINERJA TAHUN 2024
DINAS CONTOH KOTA MAJU
# BAB III AKUNTABILITAS KINERJA
Tabel 3.1 Capaian Kinerja Tahun 2024

| No | Indikator | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|
| 1 | Indeks Kepuasan | 90 | 81 | 90,00 |

Tabel 3.67 Perbandingan dengan Standar Nasional
"""
    r = reviu(tafsirkan(blok_teks(teks, "contoh.md")).laporan)
    isi = b"".join(x if isinstance(x, bytes) else x.encode() for x in tulis([r], format_))
    if format_ in BINER:
        with ZipFile(BytesIO(isi)) as paket:
            isi = b"".join(paket.read(n) for n in paket.namelist() if n.endswith(".xml"))
    assert "tidak ada tabel di bawah judul" in " ".join(isi.decode().split())
