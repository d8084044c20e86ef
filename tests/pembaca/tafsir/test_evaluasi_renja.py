"""Forms that evaluate a plan (E.81): headings that go on below the column numbers, formulas over numbers, `K | Rp`."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import pesan, reviu
from sakip.hukum.rumus import Rumus
from sakip.hukum.rumus_kolom import cari_rumus_kolom
from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks

if TYPE_CHECKING:
    from sakip.model.laporan import Laporan

BENIH = st.integers(0, 10**6)
ATAS = (
    ("Target Renstra Tahun 2026", 2),
    ("Realisasi Capaian Kinerja Renstra sampai dengan Tahun 2023", 2),
    ("Target Kinerja dan Anggaran Renja Tahun 2024", 2),
    ("Realisasi Kinerja pada Triwulan I", 2),
    ("Realisasi Kinerja pada Triwulan II", 2),
    ("Realisasi Kinerja pada Triwulan III", 2),
    ("Realisasi Kinerja pada Triwulan IV", 2),
    ("Realisasi Capaian Kinerja dan Anggaran Renja yang Dievaluasi", 2),
    ("Realisasi Kinerja dan Anggaran Renstra s.d. Tahun 2024", 2),
    ("Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra s.d. Tahun 2024 (%)", 2),
)
NOMOR = ("4", "5", "6", "7", "8", "9", "10", "11 = 7 + 8 + 9 + 10", "12 = 5 + 11", "13 = 12/4 x 100")
NAMA = ("Penyediaan Rambu", "Pengujian Kendaraan", "Penataan Parkir", "Pemeliharaan Halte", "Pengawasan Trayek")


def _rp(n: int) -> str:
    return f"{n:,}".replace(",", ".")


def _persen(a: int, b: int) -> str:
    return f"{(a * 20000 + b) // (2 * b) / 100:.2f}".replace(".", ",")


def formulir(benih: int, tanda: tuple[str, str] = ("K", "Rp"), *, nomor_berulang: bool = False) -> list[list[str]]:
    """A form that is right, as rows of cells: the heading, its numbers, the marks below them, the lines."""
    r = Random(benih)  # noqa: S311  # figures, not secrets
    kepala, nomor, bawah = (["No", "Program / Kegiatan", "Indikator"], ["1", "2", "3"], ["", "", ""])
    for (judul, lebar), n in zip(ATAS, NOMOR, strict=True):
        kepala += [judul, *[""] * (lebar - 1)]
        nomor += [n, *([n] if nomor_berulang else [""]) * (lebar - 1)]
        bawah += list(tanda)
    baris = [kepala, nomor, bawah]
    for i, nama in enumerate(NAMA, 1):
        tw = [(r.randint(1, 9), r.randint(10**6, 10**8)) for _ in range(4)]
        lalu = r.randint(3, 30), r.randint(10**7, 10**9)
        kini = sum(k for k, _ in tw), sum(u for _, u in tw)
        jadi = lalu[0] + kini[0], lalu[1] + kini[1]
        akhir = jadi[0] + r.randint(1, 20), jadi[1] + r.randint(10**6, 10**8)
        renja = kini[0] + r.randint(0, 3), kini[1] + r.randint(0, 10**7)
        isi = [akhir, lalu, renja, *tw, kini, jadi]
        sel = [x for k, u in isi for x in (str(k), _rp(u))]
        sel += [_persen(jadi[0], akhir[0]), _persen(jadi[1], akhir[1])]
        baris.append([str(i), nama, f"Jumlah unit {nama.lower()}", *sel])
    return baris


def _baca(baris: list[list[str]]) -> Laporan:
    garis = "|---" * len(baris[0]) + "|"
    teks = [f"| {' | '.join(b)} |" for b in baris]
    kepala = ["# Evaluasi Renja Tahun 2024", "", "Dinas Perhubungan Kabupaten Lembah", "", "Formulir E.81 Evaluasi", ""]
    isi = "\n".join([*kepala, teks[0], garis, *teks[1:]])
    return tafsirkan(blok_teks(isi, "e81")).laporan


@pytest.mark.parametrize("nomor_berulang", [False, True])
@pytest.mark.parametrize("tanda", [("K", "Rp"), ("K", "Rp."), ("Kinerja", "Anggaran")])
def test_kepala_di_bawah_nomor(tanda: tuple[str, str], nomor_berulang: bool) -> None:
    """What stands below the numbers parts their columns: performance from money, quarter by quarter."""
    lap = _baca(formulir(7, tanda, nomor_berulang=nomor_berulang))
    (t,) = lap.tabel
    peran = [k.kunci.partition("@")[0] for k in t.kolom]
    assert [p for p in peran if p.startswith("realisasi:TW")] == [f"realisasi:TW {n}" for n in ("I", "II", "III", "IV")]
    assert [p for p in peran if p.startswith("realisasi_anggaran:TW")] == [
        f"realisasi_anggaran:TW {n}" for n in ("I", "II", "III", "IV")
    ]
    assert {"target_akhir", "target", "pagu", "realisasi", "realisasi_anggaran"} <= set(peran)
    assert {"pagu:Renstra", "realisasi:Renstra", "capaian_akhir:Renstra", "serapan:Renstra"} <= set(peran)
    assert sum(b.jenis == "rincian" for b in t.baris) == len(NAMA)


@given(BENIH)
def test_formulir_benar_tidak_dituduh(benih: int) -> None:
    """Every formula that the form prints is reckoned again, for performance and for money."""
    r = reviu(_baca(formulir(benih)))
    assert [t for t in r.temuan if t.keparahan != "catatan"] == []
    uang = 2 * len(NAMA)  # the targets of the year, which no other figure of the form determines
    assert r.cakupan.angka - r.cakupan.terperiksa <= uang


@given(BENIH, st.integers(0, len(NAMA) - 1))
def test_angka_salah_disebut(benih: int, ke: int) -> None:
    """What was spent up to the year is that of the years before and of this one: `12 = 5 + 11`."""
    baris = formulir(benih)
    benar = baris[3 + ke][20]
    baris[3 + ke][20] = _rp(int(benar.replace(".", "")) + 4_000_000)
    temuan = [t for t in reviu(_baca(baris)).temuan if t.keparahan != "catatan"]
    assert any(benar in pesan(t) for t in temuan)


@pytest.mark.parametrize("satuan", ["%", ""])
@pytest.mark.parametrize("baris_persen", [(0,), (0, 3), (0, 1, 2, 3)])
@given(benih=BENIH)
def test_persentase_tidak_dijumlah(baris_persen: tuple[int, ...], satuan: str, benih: int) -> None:
    """A percentage of each quarter and year is not the sum that the form prints over all lines, and is right."""
    baris = formulir(benih)
    for i in baris_persen:
        b = baris[3 + i]
        b[2] = f"Persentase {NAMA[i].lower()}"
        b[3 : 3 + 18 : 2] = [f"100{satuan}"] * 9
        b[21] = "100,00"
    assert [t for t in reviu(_baca(baris)).temuan if t.keparahan != "catatan"] == []


KOLOM = ("Urusan/Program/Kegiatan", "Indikator Kinerja", *["Realisasi Kinerja Pada Triwulan I - IV Tahun 2024"] * 8)
URUT = ("2", "3", "7", "", "8", "", "9", "", "10", "")


def potongan(r: Random, *, selisih: int = 0) -> list[list[str]]:
    """Some columns of the form, with its numbers and without codes; the last kegiatan prints all of its lines.

    `selisih`: by how much that kegiatan is above its lines.
    """

    def baris(nama: str, ukuran: str, k: str, uang: list[int]) -> list[str]:
        return [nama, ukuran, *(x for u in uang for x in (k, _rp(u))), *["", ""] * (4 - len(uang))]

    def acak() -> list[int]:
        return [r.randint(10**7, 10**9) for _ in range(2)]

    atas = ["", "", *(x for n in ("I", "II", "III", "IV") for x in (n, ""))]
    hasil = [list(KOLOM), atas, list(URUT), ["", "", *["K", "Rp"] * 4]]
    program: list[tuple[list[int], list[list[str]]]] = []
    for p, (nama, kegiatan) in enumerate((("PENUNJANG URUSAN", 4), ("PELAYANAN KOTA", 2))):
        isi: list[list[str]] = []
        jumlah = [0, 0]
        for i in range(kegiatan):
            sub = [acak() for _ in range(3)]
            uang = [sum(x) for x in zip(*sub, strict=True)]
            if p == 0:
                uang = [u + r.randint(10**6, 10**8) for u in uang]  # of what is not printed
            elif i == kegiatan - 1:
                uang = [u + selisih for u in uang]
            isi.append(baris(f"Kegiatan{p}{i} umum", f"Persentase layanan {p}{i}", "12,5%", uang))
            isi += [baris(f"Uraian{p}{i}{j}", f"Jumlah dokumen {p}{i}{j}", "3", u) for j, u in enumerate(sub)]
            jumlah = [a + b for a, b in zip(jumlah, uang, strict=True)]
        program.append((jumlah, [baris(f"PROGRAM {nama}", f"Nilai {nama.lower()}", "", jumlah), *isi]))
    semua = [sum(x) for x in zip(*(j for j, _ in program), strict=True)]
    return [*hasil, baris("DINAS TATA KOTA", "", "", semua), *(b for _, isi in program for b in isi)]


@given(BENIH)
def test_sebagian_kolom_dan_baris(benih: int) -> None:
    """Columns left out keep their numbers; a kegiatan is told by its percentage; lines left out accuse nobody."""
    r = reviu(_baca(potongan(Random(benih))))  # noqa: S311  # figures, not secrets
    assert {t.kode for t in r.temuan} <= {"BAC01"}
    peran = [k.kunci.partition("@")[0] for k in r.laporan.tabel[0].kolom]
    assert peran[2:6] == ["realisasi:TW I", "realisasi_anggaran:TW I", "realisasi:TW II", "realisasi_anggaran:TW II"]
    assert r.cakupan.terperiksa >= 2 * (3 + 4 + 8)  # the agency, its programs, their kegiatan, and the lines of two


@given(BENIH, st.integers(10**6, 10**7))
def test_induk_di_bawah_rinciannya(benih: int, kurang: int) -> None:
    """A kegiatan below the sum of its lines is wrong, however many lines are left out elsewhere."""
    r = reviu(_baca(potongan(Random(benih), selisih=-kurang)))  # noqa: S311  # figures, not secrets
    salah = [t for t in r.temuan if t.keparahan != "catatan"]
    assert salah
    assert all("layanan 11" in pesan(t) or "dokumen 11" in pesan(t) for t in salah)


def test_baris_data_bukan_kepala() -> None:
    """A first line of short words under the numbers is a line where it stands under one column each."""
    teks = (
        "# LAPORAN\n\nTabel 3.1 Predikat Tahun 2024\n\n| No | Unsur | Predikat | Nilai |\n|---|---|---|---|\n"
        "| 1 | 2 | 3 | 4 |\n| a | ya | B | 71 |\n| b | ya | BB | 75 |\n"
    )
    (t,) = tafsirkan(blok_teks(teks, "x")).laporan.tabel
    assert sum(b.jenis == "rincian" for b in t.baris) == 2


def test_rumus_menurut_tanda() -> None:
    judul = [f"{a} / {t}" for a in ("Lalu", "Kini", "Jumlah") for t in ("K", "Rp")]
    rumus = cari_rumus_kolom(judul, ["1", "", "2", "", "3 = 1 + 2", ""])
    assert [(r.hasil, r.operan) for r in rumus] == [(4, (0, 2)), (5, (1, 3))]
    assert rumus[0].cara == (Rumus.linear([(1, 0), (1, 2)]),)


def test_rumus_menurut_tanda_yang_tidak_ada() -> None:
    """Of three columns under one number and two under another the third has no formula."""
    judul = ["Kini / K", "Kini / %", "Kini / Rp", "Jumlah / K", "Jumlah / Rp"]
    rumus = cari_rumus_kolom(judul, ["1 = 2 - 2", "", "", "2", ""])
    assert rumus == []
    rumus = cari_rumus_kolom(["A / K", "A / Rp", "B / K", "B / %", "B / Rp", "C"], ["1", "", "2 = 1 + 3", "", "", "3"])
    assert [(r.hasil, r.operan) for r in rumus] == [(2, (0, 5)), (4, (1, 5))]


def test_semua_baris_berawal_jumlah() -> None:
    """Indicators that all begin with *Jumlah* are lines, whatever their sasaran is called."""
    baris = [f"| {i} | Sasaran {i} | Jumlah kunjungan unit {i} | {20 + i} | {15 + 2 * i} |" for i in range(1, 5)]
    teks = "\n".join([
        "# LAPORAN", "", "Tabel 3.1 Pengukuran Kinerja per Triwulan", "",
        "| No | Sasaran | Indikator | Triwulan I |  |", "|---|---|---|---|---|",
        "| 1 | 2 | 3 | 4 |  |", "|  |  |  | T | R |", *baris,
    ])  # fmt: skip
    (t,) = tafsirkan(blok_teks(teks, "x")).laporan.tabel
    assert [k.kunci for k in t.kolom[3:]] == ["target:TW I", "realisasi:TW I"]
    assert [b.jenis for b in t.baris[2:]] == ["rincian"] * 4
