"""Columns by what their figures bear out, where their headings say nothing, or what the figures do not."""

from __future__ import annotations

import pytest

from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks
from sakip.tinjauan.engine import reviu

MUTASI = ((393, 80, 26, 447), (512, 14, 33, 493), (287, 51, 9, 329), (640, 22, 41, 621))


def tabel(kepala: tuple[str, ...], baris: tuple[tuple[object, ...], ...]) -> str:
    isi = [
        kepala,
        ("---",) * len(kepala),
        *((f"Barang {c}", *map(str, b)) for c, b in zip("ABCDEF", baris, strict=False)),
    ]
    return (
        "# LAPORAN KINERJA TAHUN 2024\n\nTabel 1.1 Mutasi Barang\n\n"
        + "\n".join(f"| {' | '.join(b)} |" for b in isi)
        + "\n"
    )


@pytest.mark.parametrize(
    "kepala",
    [
        ("Saldo Awal", "Bertambah", "Berkurang", "Saldo Akhir"),
        ("Jumlah Awal", "Pengadaan", "Penghapusan", "Jumlah Akhir"),
        ("Awal Tahun", "Masuk", "Keluar", "Akhir Tahun"),
    ],
)
def test_kata_yang_tidak_didukung_angkanya(kepala: tuple[str, ...]) -> None:
    """`Jumlah Akhir` is no sum, `Akhir Tahun` no end of a plan, `Bertambah` no budget: the lines say what they are."""
    r = reviu(tafsirkan(blok_teks(tabel(("Jenis", *kepala), MUTASI), "x")).laporan)
    assert [t.kode for t in r.temuan] == []
    assert r.cakupan.terperiksa == r.cakupan.angka == 16
    salah = (*MUTASI[:2], (287, 51, 9, 392), MUTASI[3])
    (t,) = reviu(tafsirkan(blok_teks(tabel(("Jenis", *kepala), salah), "x")).laporan).temuan
    assert (t.kode, t.keparahan, t.tertulis) == ("TAB10", "peringatan", "392")


def test_jumlah_yang_menjumlah_tetap_jumlah() -> None:
    """A total and its parts are such where the figures bear it out, be a line wrong."""
    baris = ((20, 30, 50), (11, 31, 42), (24, 17, 41), (18, 19, 39))
    lap = tafsirkan(blok_teks(tabel(("Jenis", "Laki-laki", "Perempuan", "Jumlah"), baris), "x")).laporan
    assert [k.peran.nama for k in lap.tabel[0].kolom] == ["nama", "rincian", "rincian", "jumlah"]
    assert [t.kode for t in reviu(lap).temuan] == ["TAB01"]


def test_titik_desimal_bukan_cacah() -> None:
    """`20.65` is no count; with a decimal comma or a point the share of a line in all of them is reckoned."""
    baris = ((183, "20.65"), (115, "12.98"), (258, "29.12"), (330, "37.25"))
    r = reviu(tafsirkan(blok_teks(tabel(("Jenis", "Orang", "Proporsi (%)"), baris), "x")).laporan)
    assert r.cakupan.terperiksa == r.cakupan.angka == 8
