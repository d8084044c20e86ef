"""Columns by what their figures bear out, where their headings say nothing, or what the figures do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks
from sakip.tinjauan.engine import reviu

if TYPE_CHECKING:
    from sakip import Reviu

MUTASI = ((393, 80, 26, 447), (512, 14, 33, 493), (287, 51, 9, 329), (640, 22, 41, 621))


def _reviu(judul: str, kepala: tuple[str, ...], *baris: tuple[object, ...]) -> Reviu:
    isi = [kepala, ("---",) * len(kepala), *(tuple(map(str, b)) for b in baris)]
    teks = f"# LAPORAN KINERJA TAHUN 2024\n\nTabel 1.1 {judul}\n\n" + "\n".join(f"| {' | '.join(b)} |" for b in isi)
    return reviu(tafsirkan(blok_teks(f"{teks}\n", "x")).laporan)


def _barang(baris: tuple[tuple[object, ...], ...]) -> list[tuple[object, ...]]:
    """Lines with a name each."""
    return [(f"Barang {c}", *b) for c, b in zip("ABCDEF", baris, strict=False)]


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
    r = _reviu("Mutasi Barang", ("Jenis", *kepala), *_barang(MUTASI))
    assert [t.kode for t in r.temuan] == []
    assert r.cakupan.terperiksa == r.cakupan.angka == 16
    salah = (*MUTASI[:2], (287, 51, 9, 392), MUTASI[3])
    (t,) = _reviu("Mutasi Barang", ("Jenis", *kepala), *_barang(salah)).temuan
    assert (t.kode, t.keparahan, t.tertulis) == ("TAB10", "peringatan", "392")


def test_jumlah_yang_menjumlah_tetap_jumlah() -> None:
    """A total and its parts are such where the figures bear it out, be a line wrong."""
    baris = ((20, 30, 50), (11, 31, 42), (24, 17, 41), (18, 19, 39))
    r = _reviu("Pegawai", ("Jenis", "Laki-laki", "Perempuan", "Jumlah"), *_barang(baris))
    assert [k.peran.nama for k in r.laporan.tabel[0].kolom] == ["nama", "rincian", "rincian", "jumlah"]
    assert [t.kode for t in r.temuan] == ["TAB01"]


def test_titik_desimal_bukan_cacah() -> None:
    """`20.65` is no count; with a decimal comma or a point the share of a line in all of them is reckoned."""
    baris = ((183, "20.65"), (115, "12.98"), (258, "29.12"), (330, "37.25"))
    r = _reviu("Pegawai", ("Jenis", "Orang", "Proporsi (%)"), *_barang(baris))
    assert r.cakupan.terperiksa == r.cakupan.angka == 8


@pytest.mark.parametrize("kepala", ["Kenaikan 2023-2024 (%)", "Pertumbuhan (%)"])
def test_perubahan_di_antara_beberapa_tahun(kepala: str) -> None:
    """Of more years than two the change is between those that its heading names, else the last; totals follow too."""
    judul = ("Layanan", "2022", "2023", "2024", kepala)
    baris = (("Jalan", "45.210", "48.905", "51.330", "4,96"), ("Inap", "9.812", "10.204", "10.951", "7,32"))
    r = _reviu("Kunjungan", judul, *baris, ("Jumlah", "55.022", "59.109", "62.281", "5,37"))
    assert [t.kode for t in r.temuan] == []
    assert r.cakupan.terperiksa == r.cakupan.angka == 12
    (t,) = _reviu("Kunjungan", judul, *baris, ("Jumlah", "55.022", "59.109", "62.281", "3,57")).temuan
    assert (t.kode, t.tertulis, t.seharusnya) == ("TAB08", "3,57", "5,37")


def test_tahun_saja_di_bawah_judul_target() -> None:
    """Columns headed by years alone print targets of a plan where the title, or the ends of the plan, say so."""
    judul = ("Indikator", "Kondisi Awal", "2023", "2024", "2025", "Kondisi Akhir")
    baris = ("Indeks Layanan", "61,20", "65,00", "68,00", "71,00", "71,00")
    for nama in ("Target Renstra", "Tujuan dan Sasaran Jangka Menengah"):
        kolom = _reviu(nama, judul, baris).laporan.tabel[0].kolom
        assert [k.peran.nama for k in kolom[2:5]] == ["target_renstra"] * 3
    isi = (("Indeks Layanan", "64,10", "66,30"), ("Indeks Tata Kelola", "58,20", "60,70"))
    kolom = _reviu("Realisasi Kinerja", ("Indikator", "2023", "2024"), *isi).laporan.tabel[0].kolom
    assert [k.peran.nama for k in kolom[1:]] == ["realisasi"] * 2


def test_polaritas_di_antara_target_dua_tahun() -> None:
    """Beside a target of another year the achievement is of the one to its left, and shows what the indicator is."""
    judul = ("Indikator", "Target 2024", "Realisasi 2024", "Capaian", "Target 2026")
    r = _reviu(
        "Capaian",
        judul,
        ("Jumlah pelanggaran", "8", "7", "112,50", "4"),
        ("Indeks Layanan", "71,00", "73,15", "103,03", "77,00"),
    )
    assert {i.nama: i.polaritas for i in r.laporan.indikator} == {
        "Jumlah pelanggaran": "negatif",
        "Indeks Layanan": "positif",
    }


def test_efisiensi_bukan_serapan() -> None:
    """A percentage headed by a word of something else, that is absorption on no line, is what its figures say."""
    baris = (
        ("Program A", "812.500.000", "780.300.000", "32.200.000", "3,96"),
        ("Program B", "1.204.750.000", "1.150.010.000", "54.740.000", "4,54"),
        ("Program C", "640.120.000", "601.700.500", "38.419.500", "6,00"),
    )
    r = _reviu("Efisiensi", ("Program", "Pagu", "Realisasi", "Efisiensi (Rp)", "Efisiensi (%)"), *baris)
    assert [t.kode for t in r.temuan] == []
    assert r.cakupan.terperiksa == r.cakupan.angka == 12


def test_sisa_dalam_kalimat() -> None:
    """What is left of a budget, behind what was spent of it, is that where no other money is named."""
    kalimat = (
        "Dari anggaran sebesar Rp 93.656.000.500 terealisasi Rp 88.042.885.610 sehingga terdapat sisa sebesar Rp {}."
    )
    for sisa, salah in (("5.613.114.890", []), ("5.631.114.890", ["NAR03"])):
        teks = f"# LAPORAN KINERJA TAHUN 2024\n\n{kalimat.format(sisa)}\n"
        assert [t.kode for t in reviu(tafsirkan(blok_teks(teks, "x")).laporan).temuan] == salah


TAHUN = ("2022", "2023", "2024", "Kondisi Akhir")
BERKODE: tuple[tuple[str, str, str, tuple[int, ...]], ...] = (
    ("1.06.01 - PROGRAM PENUNJANG", "", "", (4_120, 4_310, 4_520, 12_950)),
    ("Meningkatnya tata kelola", "Nilai SAKIP", "70,00", (4_120, 4_310, 4_520, 12_950)),
    ("1.06.01.2.01 - Perencanaan", "", "", (120, 130, 140, 390)),
    ("Tersusunnya dokumen", "Jumlah dokumen", "6", (120, 130, 140, 390)),
    ("1.06.01.2.02 - Keuangan", "", "", (4_000, 4_180, 4_380, 12_560)),
    ("Terlaksananya layanan", "Jumlah layanan", "12", (4_000, 4_180, 4_380, 12_560)),
    ("1.06.02 - PROGRAM SOSIAL", "", "", (610, 645, 702, 1_957)),
    ("1.06.02.2.03 - Pembinaan", "", "", (610, 645, 702, 1_957)),
)


@pytest.mark.parametrize(("awal", "uang"), [("", "Rp"), ("Target dan Pagu Tahun ", "Pagu")])
def test_uang_di_samping_target_rencana(awal: str, uang: str) -> None:
    """`2024 / Target | Rp` is of the plan, and no budget of the year; lines without a code may stand between others."""
    kepala = ["Program dan Kegiatan", "Indikator"]
    for t in TAHUN:
        kepala += [f"{awal if t.isdigit() else ''}{t} / {apa}" for apa in ("Target", uang)]

    def susun(isi: tuple[tuple[str, str, str, tuple[int, ...]], ...]) -> Reviu:
        def rp(juta: int) -> str:
            return f"{juta:,}".replace(",", ".") + ".000.000"

        baris = [(nama, ukuran, *(x for n in juta for x in (target, rp(n)))) for nama, ukuran, target, juta in isi]
        return _reviu("Rencana Program dan Pendanaan", tuple(kepala), *baris)

    r = susun(BERKODE)
    peran = [k.kunci for k in r.laporan.tabel[0].kolom]
    assert peran[2:6] == ["target_renstra@2022", "pagu:Renstra@2022", "target_renstra@2023", "pagu:Renstra@2023"]
    assert peran[-2:] == ["target_akhir", "pagu:Renstra"]
    assert [t.kode for t in r.temuan if t.keparahan != "catatan"] == []
    assert r.cakupan.terperiksa >= 5 * len(TAHUN)
    nama, ukuran, target, _ = BERKODE[2]
    temuan = susun((*BERKODE[:2], (nama, ukuran, target, (120, 130, 104, 390)), *BERKODE[3:])).temuan
    assert [t.kode for t in temuan if t.keparahan != "catatan"] == ["TAB02"]


def test_huruf_di_samping_tahun() -> None:
    """`2024 T`, `2024 R`, `2024 C`: target, realisation and achievement of a year."""
    judul = ("Indikator", "2023 T", "2023 R", "2023 C", "2024 T", "2024 R", "2024 C")
    baris = (
        ("Persentase desa tangguh", "35", "33", "94,29", "40", "36", "90,00"),
        ("Persentase korban", "100", "99", "99,00", "100", "97", "97,00"),
    )
    r = _reviu("Perbandingan", judul, *baris)
    assert [k.kunci for k in r.laporan.tabel[0].kolom[1:4]] == ["target@2023", "realisasi@2023", "capaian@2023"]
    assert r.cakupan.terperiksa == r.cakupan.angka == 12


@pytest.mark.parametrize("rerata", ["100,51%", "105,00%"])
def test_satu_rerata_di_bawah_beberapa_kelompok(rerata: str) -> None:
    """One mean below several groups is that of all lines, or of the last group; what is neither is wrong."""
    judul = ("No", "Indikator", "Target", "Realisasi", "Capaian")
    baris = (
        ("Sasaran 1: Siaga", "", "", "", ""),
        ("1", "Indeks Kesiapan", "132,50", "135,20", "102,04%"),
        ("2", "Persentase desa tangguh", "40", "36", "90,00%"),
        ("Sasaran 2: Pulih", "", "", "", ""),
        ("3", "Persentase bantuan tersalur", "30", "33", "110,00%"),
        ("4", "Persentase korban tertangani", "100", "100", "100,00%"),
    )
    assert [t.kode for t in _reviu("Capaian", judul, *baris, ("", "Rata-rata Capaian", "", "", rerata)).temuan] == []
    salah = _reviu("Capaian", judul, *baris, ("", "Rata-rata Capaian", "", "", "101,15%")).temuan
    assert [(t.kode, t.tertulis) for t in salah] == [("KIN03", "101,15%")]


def test_perubahan_yang_diduga_tidak_menuduh() -> None:
    """Of three years the change may be the mean of two: what nothing says accuses nobody."""
    judul = ("Layanan", "2022", "2023", "2024", "Pertumbuhan (%)")
    for baris in (
        (("Jalan", "1.000", "1.200", "1.260", "12,50"),),
        (("Jalan", "1.000", "1.200", "1.260", "12,50"), ("Inap", "800", "880", "968", "10,00")),
    ):
        assert [t.kode for t in _reviu("Kunjungan", judul, *baris).temuan if t.keparahan != "catatan"] == []


def test_setengah_tahun_bukan_setahun() -> None:
    """`Triwulan I - II` is no year: an achievement of the year is not held against it."""
    judul = ("Indikator", "Satuan", "Target", "Realisasi Triwulan I - II", "Realisasi", "Capaian (%)")
    baris = (
        ("Jumlah arsip", "berkas", "1.200", "610", "1.260", "105,00"),
        ("Jumlah unit", "unit", "40", "18", "38", "95,00"),
    )
    r = _reviu("Capaian Semester", judul, *baris)
    assert [t.kode for t in r.temuan] == []
    assert r.cakupan.terperiksa == 6


def test_judul_dua_ukuran_tidak_menentukan() -> None:
    """Under `Target Kinerja dan Kerangka Pendanaan` a target is none of money, and adds up over no lines."""
    judul = ["Kode", "Program/Kegiatan", "Indikator"]
    for t in (2025, 2026, 2027):
        judul += [f"Target Kinerja dan Kerangka Pendanaan / {t} / {apa}" for apa in ("Target", "Rp (000)")]
    baris = (
        (
            "2.22.02",
            "Program Kebudayaan",
            "Persentase terpelihara",
            "45",
            "2.450.000",
            "50",
            "2.600.500",
            "55",
            "2.755.250",
        ),
        ("2.22.02.2.01", "Pengelolaan", "Jumlah acara", "12", "1.450.000", "14", "1.500.500", "16", "1.605.250"),
        ("2.22.02.2.02", "Pelestarian", "Jumlah tradisi", "6", "1.000.000", "7", "1.100.000", "8", "1.150.000"),
    )
    r = _reviu("Indikasi Rencana Program", tuple(judul), *baris)
    assert [k.kunci for k in r.laporan.tabel[0].kolom[3:5]] == ["target_renstra@2025", "pagu:Renstra@2025"]
    assert [t.kode for t in r.temuan if t.keparahan != "catatan"] == []


def test_batas_bukan_dari_tahun_lain() -> None:
    """An achievement of last year beside this year's target and realisation shows neither cap nor formula."""
    judul = ("Indikator", "Target", "Realisasi", "Capaian 2023", "Capaian 2024")
    baris = (
        ("Arsip tertata", "60,00", "66,00", "100,00", "111,00"),
        ("Arsip dialihkan", "40,00", "43,00", "100,00", "108,00"),
    )
    lap = _reviu("Capaian", judul, *baris).laporan
    assert lap.metode.batas == "tanpa"
