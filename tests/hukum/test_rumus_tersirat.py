"""Formulas that only the figures of a table show: found where they hold, and not by chance."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import pesan, reviu
from sakip.hukum.rumus_tersirat import SELURUHNYA, cari_rumus_tersirat
from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks

if TYPE_CHECKING:
    from collections.abc import Callable

    from sakip.hukum.rumus_tersirat import Cetak

BENIH = st.integers(0, 10**6)
CARA: dict[str, tuple[int, Callable[..., Fraction]]] = {
    "selisih": (0, lambda a, b, _: Fraction(a - b)),
    "mutasi": (0, lambda a, b, c: Fraction(a + b - c)),
    "jumlah": (0, lambda a, b, c: Fraction(a + b + c)),
    "persen": (2, lambda a, b, _: Fraction(100 * a, b)),
    "hasil_bagi": (4, lambda a, b, _: Fraction(a, b)),
    "pertumbuhan": (2, lambda a, b, _: Fraction(100 * (a - b), b)),
    "hasil_kali": (0, lambda a, b, _: Fraction(a * b)),
    "tertimbang": (2, lambda a, b, _: Fraction(a * b, 100)),
}


def _bulat(x: Fraction, desimal: int) -> Cetak:
    satuan = 10**desimal
    return round(x * satuan) / satuan, 0.5 / satuan if desimal else 0.0


def _kolom(cara: str, r: Random, baris: int) -> list[list[Cetak | None]]:
    desimal, hitung = CARA[cara]
    angka = [[r.randint(150, 9800) for _ in range(3)] for _ in range(baris)]
    hasil = [_bulat(hitung(*a), desimal) for a in angka]
    operan: list[list[Cetak | None]] = [[(float(a[i]), 0.0) for a in angka] for i in range(3)]
    return [*operan, list(hasil)]


@pytest.mark.parametrize("cara", CARA)
@given(BENIH, st.integers(5, 12))
def test_cara_ditemukan(cara: str, benih: int, baris: int) -> None:
    """Whatever way the column was reckoned, it is the one that is found, with every line of it."""
    (r,) = cari_rumus_tersirat(_kolom(cara, Random(benih), baris), [3])  # noqa: S311  # figures, not secrets
    assert (r.cara, r.operan) == (cara, (0, 1, 2)[: 3 if cara in {"mutasi", "jumlah"} else 2])
    assert (r.sesuai, r.gagal) == (tuple(range(baris)), ())


@pytest.mark.parametrize("cara", CARA)
@given(BENIH, st.integers(6, 12))
def test_rumus_menyatakan_hal_yang_sama(cara: str, benih: int, baris: int) -> None:
    """The formula gives on every line what the column prints."""
    kolom = _kolom(cara, Random(benih), baris)  # noqa: S311
    (r,) = cari_rumus_tersirat(kolom, [3])
    for n in range(baris):
        nilai = {i: Fraction(x[0]) for i in r.operan if (x := kolom[i][n]) is not None}
        hasil, z = r.rumus.hitung(nilai), kolom[3][n]
        assert hasil is not None
        assert z is not None
        assert abs(float(hasil) - z[0]) <= z[1] * 1.01 + 1e-9


@pytest.mark.parametrize("cara", CARA)
@given(BENIH, st.integers(6, 12))
def test_satu_baris_salah_disebut(cara: str, benih: int, baris: int) -> None:
    """One wrong line neither hides the formula nor is taken for right."""
    r = Random(benih)  # noqa: S311
    kolom, n = _kolom(cara, r, baris), r.randrange(baris)
    z = kolom[3][n]
    assert z is not None
    kolom[3][n] = (z[0] + 37, z[1])
    (x,) = cari_rumus_tersirat(kolom, [3])
    assert x.gagal == (n,)


@given(BENIH, st.integers(5, 12))
def test_bagian_dari_seluruhnya(benih: int, baris: int) -> None:
    r = Random(benih)  # noqa: S311
    angka = [r.randint(101, 9800) for _ in range(baris)]
    bagian = [_bulat(Fraction(100 * a, sum(angka)), 2) for a in angka]
    (x,) = cari_rumus_tersirat([[(float(a), 0.0) for a in angka], list(bagian)], [1])
    assert (x.cara, x.operan) == ("bagian", (0,))
    assert SELURUHNYA in x.rumus.peubah


@given(BENIH, st.integers(1, 12), st.integers(2, 8))
def test_kebetulan_bukan_rumus(benih: int, baris: int, lebar: int) -> None:
    """Figures that have nothing to do with each other follow from nothing."""
    r = Random(benih)  # noqa: S311
    kolom: list[list[Cetak | None]] = [
        [(r.randint(100, 99999) / 100, 0.005) for _ in range(baris)] for _ in range(lebar)
    ]
    assert list(cari_rumus_tersirat(kolom, range(lebar))) == []


@pytest.mark.parametrize(
    "isi",
    [
        [(4.0, 4.0, 100.0), (2.0, 2.0, 100.0), (12.0, 12.0, 100.0), (1.0, 1.0, 100.0)],
        [(1.0, 2.0, 3.0), (2.0, 2.0, 4.0), (1.0, 4.0, 5.0), (3.0, 2.0, 5.0)],
        [(0.0, 7.0, 7.0), (0.0, 9.0, 9.0), (0.0, 3.0, 3.0), (0.0, 12.0, 12.0)],
    ],
)
def test_angka_yang_cocok_dengan_apa_saja(isi: list[tuple[float, ...]]) -> None:
    """Hundreds, zeros and single digits agree with many formulas and bear none out."""
    assert list(cari_rumus_tersirat([[(x, 0.0) for x in k] for k in zip(*isi, strict=True)], [2])) == []


@pytest.mark.parametrize("isi", [[], [None, None, None], [(5.0, 0.0)]])
def test_kolom_tanpa_angka(isi: list[Cetak | None]) -> None:
    """A column that prints nothing, or one figure, follows from nothing."""
    angka = [(187.0, 0.0), (243.0, 0.0), (319.0, 0.0)][: len(isi)]
    assert list(cari_rumus_tersirat([angka, angka, isi], [0, 1, 2])) == []


def test_baris_dengan_cara_lain_bukan_saksi() -> None:
    """Where less is better, or a cap holds, a percentage of the same figures speaks neither for nor against."""
    baris = [(187, 153, 81.82), (243, 219, 90.12), (319, 287, 89.97), (50, 40, 120.0), (80, 64, 125.0)]
    kolom: list[list[Cetak | None]] = [[(float(b[i]), 0.0 if i < 2 else 0.005) for b in baris] for i in range(3)]
    (x,) = cari_rumus_tersirat(kolom, [2])
    assert (x.sesuai, x.gagal) == ((0, 1, 2), ())


@pytest.mark.parametrize(
    ("cara", "baris"),
    [
        ("selisih", [(80.25, 58.5, 21.75), (91.4, 58.12, 33.28), (66.3, 21.05, 45.25), (12.5, 34.75, 22.25)]),
        ("pertumbuhan", [(187, 153, 22.22), (243, 219, 10.96), (319, 287, 11.15), (150, 200, 25.0)]),
        ("tertimbang", [(12.5, 97.31, 12.16), (17.5, 88.46, 15.48), (22.5, 93.77, 21.10), (15.0, 118.2, 15.0)]),
        ("persen", [(187, 153, 122.22), (243, 219, 110.96), (319, 287, 111.15), (400, 160, 150.0)]),
    ],
)
def test_cara_lain_yang_lazim(cara: str, baris: list[tuple[float, ...]]) -> None:
    """The other way round where less is better, without its sign, or capped: no witness, and no fault."""
    kolom: list[list[Cetak | None]] = [[(b[i], 0.005 if b[i] % 1 or i == 2 else 0.0) for b in baris] for i in range(3)]
    (x,) = cari_rumus_tersirat(kolom, [2])
    assert (x.cara, x.sesuai, x.gagal) == (cara, (0, 1, 2), ())


KEPALA = "# LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2024\n\nDINAS REKAAN KABUPATEN LEMBAH\n\n# BAB III\n\n"


def _dokumen(judul: str, *baris: str) -> str:
    kepala, *isi = baris
    garis = "|---" * (kepala.count("|") + 1) + "|"
    return f"{KEPALA}Tabel 3.1 {judul}\n\n| {kepala} |\n{garis}\n" + "".join(f"| {b} |\n" for b in isi)


DOKUMEN = {
    "pelayanan": _dokumen(
        "Standar Pelayanan Minimal Tahun 2024",
        "No | Jenis Pelayanan | Yang Harus Dilayani | Terlayani | Capaian (%)",
        "1 | Penyandang disabilitas | 187 | 153 | 81,82",
        "2 | Anak terlantar | 243 | 219 | 90,12",
        "3 | Lanjut usia | 319 | 287 | 89,97",
        "4 | Tuna sosial | 96 | 83 | 86,46",
    ),
    "pertumbuhan": _dokumen(
        "Pengunjung menurut Kecamatan",
        "No | Kecamatan | 2023 | 2024 | Pertumbuhan (%)",
        "1 | Hulu | 412 | 455 | 10,44",
        "2 | Hilir | 389 | 371 | -4,63",
        "3 | Tengah | 1.204 | 1.377 | 14,37",
        "4 | Pesisir | 688 | 754 | 9,59",
        " | Jumlah | 2.693 | 2.957 | 9,80",
    ),
    "mutasi": _dokumen(
        "Barang Persediaan Tahun 2024",
        "No | Nama Barang | Saldo Awal | Masuk | Keluar | Saldo Akhir",
        "1 | Kertas | 1.250 | 4.300 | 3.975 | 1.575",
        "2 | Map | 842 | 1.200 | 1.616 | 426",
        "3 | Tinta | 317 | 640 | 588 | 369",
        "4 | Amplop | 5.120 | 2.500 | 3.310 | 4.310",
    ),
    "efisiensi": _dokumen(
        "Efisiensi Sumber Daya Tahun 2024",
        "No | Sasaran | % Capaian Kinerja | % Penyerapan Anggaran | Tingkat Efisiensi",
        "1 | Sasaran satu | 104,12 | 91,87 | 12,25",
        "2 | Sasaran dua | 98,40 | 95,06 | 3,34",
        "3 | Sasaran tiga | 111,73 | 88,31 | 23,42",
        "4 | Sasaran empat | 107,55 | 90,08 | 17,47",
    ),
}


@pytest.mark.parametrize("nama", DOKUMEN)
def test_dokumen_terperiksa(nama: str) -> None:
    """Columns under headings of any kind are reckoned again: nothing is accused, every figure is checked."""
    r = reviu(tafsirkan(blok_teks(DOKUMEN[nama], nama)).laporan)
    assert r.temuan == ()
    assert r.cakupan.terperiksa == r.cakupan.angka


@pytest.mark.parametrize(
    ("nama", "benar", "salah"),
    [
        ("pelayanan", "90,12", "92,12"),
        ("pertumbuhan", "14,37", "41,37"),
        ("mutasi", "1.575", "1.775"),
        ("efisiensi", "23,42", "23,24"),
    ],
)
def test_angka_salah_ditemukan(nama: str, benar: str, salah: str) -> None:
    """With nothing else that says which of its figures is wrong, all that would mend the line are named."""
    r = reviu(tafsirkan(blok_teks(DOKUMEN[nama].replace(benar, salah), nama)).laporan)
    (t,) = r.temuan
    tersurat = nama == "pertumbuhan"  # its heading says what it is, and TAB08 knows of which years
    assert (t.kode, t.keparahan) == (("TAB08", "kesalahan") if tersurat else ("TAB10", "peringatan"))
    assert (t.tertulis, t.seharusnya) == (salah, benar) or f"{salah} → {benar}" in pesan(t)
