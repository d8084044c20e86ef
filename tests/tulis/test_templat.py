"""The workbook to fill in: it explains, computes beside what is typed, and is read back and reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.kantor import perlu_soffice, ubah

from sakip import cli
from sakip.errors import SumberError
from sakip.pembaca import baca_rinci
from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.tafsir.kosakata import kata_judul, kosakata
from sakip.pembaca.xlsx import blok_xlsx
from sakip.tinjauan.engine import reviu
from sakip.tulis.keluaran import KeluaranError
from sakip.tulis.templat import tulis_templat
from sakip.tulis.templat.isi import LEMBAR
from sakip.tulis.words.catalogue import isi_pesan
from sakip.tulis.words.kamus import pesan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sakip.model.laporan import Laporan

openpyxl = pytest.importorskip("openpyxl")

PK: list[list[Any]] = [
    [1, "Meningkatnya mutu layanan", "Persentase layanan tepat waktu", "%", 80, 80],
    [2, "Meningkatnya akuntabilitas", "Nilai AKIP", "nilai", 80, 80],
]
ANGGARAN: list[list[Any]] = [
    [None, "JUMLAH ANGGARAN", 1_000_000_000, 900_000_000, 100_000_000],
    ["01", "PROGRAM PENUNJANG", 600_000_000, 500_000_000, 100_000_000],
    ["01.2.01", "Kegiatan Administrasi", 600_000_000, 500_000_000, 100_000_000],
    ["01.2.01.0001", "Penyediaan Gaji", 600_000_000, 500_000_000, 100_000_000],
    ["02", "PROGRAM LAYANAN", 400_000_000, 400_000_000, 0],
    ["02.2.01", "Kegiatan Layanan", 400_000_000, 400_000_000, 0],
    ["02.2.01.0001", "Layanan Satu", 400_000_000, 400_000_000, 0],
]
REALISASI = [830, 450, 450, 450, 380, 380, 380]
ISI: dict[str, tuple[int, Sequence[Sequence[object]]]] = {
    "Pegawai": (
        4,
        [
            ["Sekretariat", 0, 0, 1, 2, 3, 4, 0, 1, 1, 0, 12],
            ["Bidang Usaha", 0, 0, 0, 1, 2, 2, 1, 0, 0, 1, 7],
            ["JUMLAH", 0, 0, 1, 3, 5, 6, 1, 1, 1, 1, 19],
        ],
    ),
    "Target Renstra": (4, [[*PK[0][:4], 70, 72, 74, 76, 78, 80, 82], [*PK[1][:4], 75, 76, 77, 78, 79, 80, 81]]),
    "PK Kepala": (4, PK),
    "Anggaran": (3, ANGGARAN),
    "Capaian Kinerja": (
        3,
        [
            [*PK[0][:4], "Positif", 80, 84, 105, "Sangat Tinggi", 79],
            [*PK[1][:4], "Positif", 80, 81.25, 101.56, "Sangat Tinggi", 79.5],
        ],
    ),
    "Realisasi Anggaran": (
        3,
        [
            [b[0], b[1], b[3], r * 10**6, b[3] - r * 10**6, round(r * 10**8 / b[3], 2)]
            for b, r in zip(ANGGARAN, REALISASI, strict=True)
        ],
    ),
    "Efisiensi": (
        3,
        [
            [PK[0][1], PK[0][2], 400_000_000, 380_000_000, 80, 84, 105, 420_000_000, 40_000_000],
        ],
    ),
}
SALAH = {
    ("Anggaran", "D5"): 550_000_000,
    ("Capaian Kinerja", "H4"): 101.65,
    ("Realisasi Anggaran", "F4"): 9.0,
    ("Pegawai", "L4"): 13,
}
"""Wrong figures and what the column PERIKSA says of them, in `PERIKSA`."""
PERIKSA = {
    ("Anggaran", 4): "jumlah perubahan;",
    ("Anggaran", 5): "jumlah perubahan; selisih;",
    ("Capaian Kinerja", 4): "capaian;",
    ("Realisasi Anggaran", 4): "penyerapan;",
    ("Pegawai", 4): "jumlah baris;",
    ("Pegawai", 6): "jumlah kolom;",
}


def isi_templat(berkas: Path, salah: dict[tuple[str, str], float] | None = None) -> None:
    """Fill in the workbook as a person would."""
    buku = openpyxl.load_workbook(berkas)
    buku["Laporan"]["A2"] = "Dinas Contoh Kota Contoh"
    buku["Laporan"]["A3"] = 2025
    for nama, (awal, baris) in ISI.items():
        for r, b in enumerate(baris, awal):
            for c, nilai in enumerate(b, 1):
                if nilai is not None:
                    buku[nama].cell(r, c).value = nilai
    formulir = buku["Formulir PK"]
    formulir["A6"] = "Jabatan : Sekretaris Dinas Contoh"
    for c, nilai in enumerate([1, "Meningkatnya akuntabilitas", "Nilai AKIP", 80], 1):
        formulir.cell(9, c).value = nilai
    uang = [["1. Program Penunjang", 500_000_000], ["1.1 Kegiatan Administrasi", 500_000_000], ["JUMLAH", 500_000_000]]
    for r, isi in enumerate(uang, 41):
        for c, nilai in enumerate(isi, 1):
            formulir.cell(r, c).value = nilai
    for (lembar, sel), nilai in (salah or {}).items():
        buku[lembar][sel] = nilai
    buku.save(berkas)


def simpan_ulang(berkas: Path) -> Path:
    """Opens a workbook in LibreOffice, which computes it, and saves it."""
    return ubah("xlsx", berkas.parent / "tersimpan", berkas)[0]


def baca_buku(berkas: Path) -> Any:
    """Read a workbook, if the reader is there."""
    return baca_rinci(berkas)


# -- the file --------------------------------------------------------------------------


def test_ditulis(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sheet a kind of table; an existing file is refused, unless --timpa."""
    berkas = tmp_path / "laporan.xlsx"
    assert cli.main(["templat", str(berkas)]) == 0
    assert "9 lembar" in capsys.readouterr().out
    awal = berkas.read_bytes()
    assert cli.main(["templat", str(berkas)]) == 2
    assert "--timpa" in capsys.readouterr().err
    assert berkas.read_bytes() == awal
    assert cli.main(["templat", str(berkas), "--timpa", "--bahasa", "en"]) == 0
    assert "Fill in those" in capsys.readouterr().out
    assert [p.name for p in tmp_path.iterdir()] == ["laporan.xlsx"]


@pytest.mark.parametrize(("nama", "pesan"), [("a.csv", "berakhiran .xlsx"), ("tidak/ada.xlsx", "tidak ada")])
def test_nama_salah(tmp_path: Path, nama: str, pesan: str) -> None:
    with pytest.raises(KeluaranError, match=pesan):
        tulis_templat(tmp_path / nama)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_isi(tmp_path: Path, bahasa: str) -> None:
    """Every heading is explained; drop-downs, live checks and their colours are there."""
    tulis_templat(tmp_path / "t.xlsx", bahasa=bahasa)
    buku = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert buku.sheetnames == ["Laporan", *(x.nama for x in LEMBAR), "Formulir PK"]
    for lembar in LEMBAR:
        ws = buku[lembar.nama]
        penjelasan = [s.comment.text for b in ws.iter_rows(max_row=4) for s in b if s.comment is not None]
        assert penjelasan == [isi_pesan(k.penjelasan, {}, bahasa) for k in sorted_kepala(lembar.kolom)]
        rumus = [s for b in ws.iter_rows() for s in b if isinstance(s.value, str) and s.value.startswith("=IF(OR(")]
        assert bool(rumus) == bool(lembar.periksa)
        assert len(ws.conditional_formatting) == (1 if lembar.periksa else 0)
    pilihan = {d.formula1 for ws in buku for d in ws.data_validations.dataValidation if d.type == "list"}
    assert pilihan == {
        '"Positif,Negatif"',
        '"Sangat Tinggi,Tinggi,Sedang,Rendah,Sangat Rendah"',
        '"ESELON II,ESELON III,ESELON IV"',
    }


def sorted_kepala(kolom: Sequence[Any]) -> list[Any]:
    """Columns as their headings stand in the sheet: those in the first row, then those below a heading of several."""
    return [k for k in kolom if not k.induk] + [k for k in kolom if k.induk]


def test_kepala_dikenal() -> None:
    """The reader knows every heading as the role that its column has, but the parts of a crosstab and the years."""
    kata = kosakata()
    for lembar in LEMBAR:
        for k in lembar.kolom:
            if not k.judul.startswith("=") and k.peran != "rincian":
                assert kata.peran(kata_judul(f"{k.induk} {k.judul}"))[0] == k.peran, (lembar.nama, k.judul)


# -- filled in -------------------------------------------------------------------------


def test_kosong_terbaca(tmp_path: Path) -> None:
    """An empty template holds no figure, no claim and no form; so it is no report, and that is said."""
    tulis_templat(tmp_path / "t.xlsx")
    dokumen, _ = blok_xlsx(tmp_path / "t.xlsx", "t.xlsx")
    hasil = tafsirkan(dokumen)
    assert hasil.laporan.perjanjian == ()
    assert hasil.laporan.narasi == ()
    assert hasil.laporan.tahun == 0
    assert hasil.tak_dikenali == ()
    with pytest.raises(SumberError, match=r"t\.xlsx: tidak memuat angka yang dapat direviu"):
        baca_buku(tmp_path / "t.xlsx")


@perlu_soffice
def test_terisi_terbaca(tmp_path: Path) -> None:
    """Filled in and saved by LibreOffice: everything is read, nothing is accused, every check holds."""
    tulis_templat(tmp_path / "t.xlsx")
    isi_templat(tmp_path / "t.xlsx")
    berkas = simpan_ulang(tmp_path / "t.xlsx")
    assert set(tanda(berkas).values()) == {"✓"}
    hasil = baca_buku(berkas)
    _periksa_terbaca(hasil.laporan)
    assert hasil.tak_dikenali == ()
    assert hasil.laporan.narasi == ()
    assert [(t.kode, pesan(t)) for t in reviu(hasil.laporan).temuan] == []


def _periksa_terbaca(lap: Laporan) -> None:
    assert (lap.instansi, lap.tahun) == ("Dinas Contoh Kota Contoh", 2025)
    assert [t.nomor for t in lap.tabel] == ["1.1", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3"]
    kolom = {t.nomor: [k.kunci for k in t.kolom] for t in lap.tabel}
    assert kolom["2.1"][5:] == [f"target_renstra@{t}" for t in range(2021, 2027)]
    assert kolom["2.2"][4:] == ["target_murni", "target"]
    assert kolom["2.3"] == ["kode", "nama", "pagu_murni", "pagu", "selisih"]
    assert kolom["3.1"][5:] == ["target", "realisasi", "capaian", "kategori", "realisasi@2024"]
    assert kolom["3.2"] == ["kode", "nama", "pagu", "realisasi_anggaran", "sisa", "serapan"]
    assert kolom["3.3"][-3:] == ["capaian", "pagu_capaian", "selisih_efisiensi"]
    assert [b.jenis for b in lap.tabel[0].baris] == ["judul", "rincian", "rincian", "total"]
    (pk,) = lap.perjanjian
    assert (pk.eselon, pk.jabatan, pk.jenis) == ("III", "Sekretaris Dinas Contoh", "perubahan")
    assert [len(pk.kinerja), len(pk.anggaran)] == [1, 2]
    assert pk.jumlah is not None
    assert [i.nama for i in lap.indikator] == ["Persentase layanan tepat waktu", "Nilai AKIP"]


@perlu_soffice
def test_salah_ditemukan(tmp_path: Path) -> None:
    """Wrong figures: the sheet itself says so, and the review names the cells."""
    tulis_templat(tmp_path / "t.xlsx")
    isi_templat(tmp_path / "t.xlsx", SALAH)
    berkas = simpan_ulang(tmp_path / "t.xlsx")
    silang = {k: v for k, v in tanda(berkas).items() if v != "✓"}
    assert silang == {k: f"✗ {v}" for k, v in PERIKSA.items()}
    lokasi = {t.lokasi[0].sel for t in reviu(baca_buku(berkas).laporan).temuan}
    assert lokasi == {_alamat(lembar, sel) for lembar, sel in SALAH}


def tanda(berkas: Path) -> dict[tuple[str, int], str]:
    """What the column PERIKSA shows, where it shows something."""
    buku = openpyxl.load_workbook(berkas, data_only=True)
    return {
        (ws.title, s.row): s.value
        for ws in buku
        for b in ws.iter_rows()
        for s in b
        if isinstance(s.value, str) and s.value[:1] in {"✓", "✗", "#"}
    }


def _alamat(lembar: str, sel: str) -> str:
    return f"'{lembar}'!{sel}" if " " in lembar else f"{lembar}!{sel}"
