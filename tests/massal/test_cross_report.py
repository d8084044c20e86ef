"""Rules across reports, from the reports' folders to the tables: each finds its fault with all places, and no other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sakip.massal import jalankan
from sakip.massal.cross_report import temuan_lintas
from sakip.massal.database import Database
from sakip.massal.quotes import kutip, wilayah
from sakip.model.indikator import Indikator
from sakip.model.laporan import Laporan
from sakip.model.tabel import Tabel
from sakip.pengujian import laporan_acak
from sakip.tulis.folder import tulis_folder

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("pyarrow")

DAERAH, LATIH, KERJA = "Pemerintah Kota Contoh", "Dinas Pelatihan Kota Contoh", "Dinas Tenaga Kerja Kota Contoh"
IKU = Indikator(kunci="lulusan", nama="Jumlah lulusan bekerja", satuan="orang")


def dinas(instansi: str, tahun: int, *, nama: str, pagu: str, kini: str, lalu: str) -> Laporan:
    anggaran = Tabel.susun(
        ["kode", "nama", "pagu"],
        [["", "JUMLAH", pagu], ["2.07.03", nama, pagu]],
        nomor="2.1",
        judul="Anggaran",
        jenis=["total", "rincian"],
    )
    kolom = ["indikator", "satuan", "realisasi", f"realisasi@{tahun - 1}"]
    kinerja = Tabel.susun(kolom, [[IKU.nama, "orang", kini, lalu]], nomor="3.1", judul="Kinerja")
    return Laporan(instansi=instansi, tahun=tahun, indikator=(IKU,), tabel=(anggaran, kinerja))


def semua(**ubah: str) -> dict[str, Laporan]:
    """A city, two of its agencies, and last year's report of one."""
    isi = {"nama": "Program Pelatihan Kerja", "kota": "45.000.000", "bagian": "320", "lalu": "300"} | ubah
    anggaran = Tabel.susun(
        ["nama", "pagu"],
        [["Dinas Pelatihan", isi["kota"]], ["Dinas Tenaga Kerja", "30.000.000"]],
        nomor="3.2",
        judul="Anggaran menurut Perangkat Daerah",
    )
    kinerja = Tabel.susun(["indikator", "satuan", "realisasi"], [[IKU.nama, "orang", "500"]], nomor="3.1", judul="K")
    program = "Program Pelatihan Kerja"
    return {
        "kota": Laporan(instansi=DAERAH, tahun=2025, indikator=(IKU,), tabel=(anggaran, kinerja)),
        "latih": dinas(LATIH, 2025, nama=program, pagu="45.000.000", kini=isi["bagian"], lalu=isi["lalu"]),
        "kerja": dinas(KERJA, 2025, nama=isi["nama"], pagu="30.000.000", kini="180", lalu="170"),
        "latih_2024": dinas(LATIH, 2024, nama="Program Lama", pagu="40.000.000", kini="300", lalu="290"),
    }


def lintas(laporan: dict[str, Laporan], folder: Path, **pilihan: Any) -> list[dict[str, Any]]:
    (folder / "s").mkdir()
    for nama, lap in laporan.items():
        tulis_folder(lap, folder / "s" / nama)
    jalankan([str(folder / "s")], str(folder / "h"), **pilihan)
    isi: list[dict[str, Any]] = json.loads((folder / "h" / "lintas.json").read_text(encoding="utf-8"))
    return isi


def milik(t: dict[str, Any], folder: Path) -> list[str]:
    """The reports whose places a finding names, its figures' included."""
    berkas = [x["berkas"] for x in (*t["lokasi"], *(o["lokasi"] for o in t["operan"]))]
    return sorted({b.removeprefix(f"{folder}/s/").partition("/")[0] for b in berkas})


def test_yang_cocok_tanpa_temuan(tmp_path: Path) -> None:
    assert lintas(semua(), tmp_path) == []


@pytest.mark.parametrize(
    ("ubah", "kode", "laporan"),
    [
        ({"nama": "Program Penempatan Tenaga Kerja"}, "LIN01", ["kerja", "latih"]),
        ({"bagian": "823"}, "LIN02", ["kerja", "kota", "latih"]),
        ({"kota": "54.000.000"}, "LIN03", ["kota", "latih"]),
        ({"lalu": "330"}, "LIN04", ["latih", "latih_2024"]),
    ],
)
def test_setiap_galat(ubah: dict[str, str], kode: str, laporan: list[str], tmp_path: Path) -> None:
    (t,) = lintas(semua(**ubah), tmp_path)
    assert (t["kode"], t["keparahan"]) == (kode, "peringatan")
    assert milik(t, tmp_path) == laporan
    assert all(x["baris"] for x in t["lokasi"])
    assert any(d["jenis"] == "celah" for d in t["dugaan"])
    assert t["laporan"]["sumber"].startswith(f"{tmp_path}/s/")


@pytest.mark.parametrize(
    "ubah",
    [
        {"nama": "PROGRAM PELATIHAN KERJA KABUPATEN/KOTA"},
        {"bagian": "120"},
        {"bagian": "500"},
        {"kota": "Rp. 45.000.000,00"},
    ],
    ids=["ejaan", "ada bagian yang tidak ikut", "dicatat seluruhnya", "cetakan lain"],
)
def test_bukan_galat(ubah: dict[str, str], tmp_path: Path) -> None:
    assert lintas(semua(**ubah), tmp_path) == []


def cetak(perihal: str, peran: str, teks: str, baris: int, *, induk: bool = False) -> list[str]:
    """A quotation as its row has it."""
    isi = [perihal, peran, 2025, induk, teks, "", ["t.csv", baris, None, None, "Tabel 2.1", peran, None]]
    return [json.dumps(isi[:3]), teks, json.dumps(isi)]


def test_banyak_laporan_diwakili() -> None:
    """Of very many that print one name, some are listed and all are counted; who prints another is listed."""
    with Database() as database:
        for i in range(1000):
            nama = "Program Lain" if i == 500 else "Program Pelatihan Kerja"
            database.laporan(f"dinas {i}|2025", f"Dinas {i}", 2025, f"r{i}")
            database.kutipan(
                [
                    cetak("program 2.07.03", "nama", nama, i),
                    cetak("anggaran x", "pagu", str(i), i, induk=i == 0),
                    cetak("tahun x", "target", "1", i),
                ]
            )
        angka, nama_ = database.perbandingan()
        assert [x[4] for x in angka] == [1] * 1000  # shares add up only when all of them are there
        assert (len(nama_), sum(x[4] for x in nama_)) == (101, 1000)
        assert [x[2] for x in nama_ if x[3][4] == "Program Lain"] == ["r500"]
        ((_, t, _),) = [x for x in temuan_lintas(database, "id", [], []) if x[1]["kode"] == "LIN01"]
    assert t["seharusnya"] == "Program Pelatihan Kerja"
    assert t["tempat"].startswith("Dinas 500,")
    assert len(t["lokasi"]) == 101


def test_laporan_ganda_tidak_ikut(tmp_path: Path) -> None:
    laporan = semua(kota="54.000.000")
    assert lintas({**laporan, "latih2": laporan["latih"]}, tmp_path) == []


def test_dapat_diabaikan(tmp_path: Path) -> None:
    assert lintas(semua(kota="54.000.000"), tmp_path, abaikan=["LIN"]) == []


def test_kode_tanpa_urusan_tidak_dibandingkan() -> None:
    """The same relative code is another program in another urusan."""
    tabel = Tabel.susun(["kode", "nama", "pagu"], [["02", "Program A", "1.000"], ["2.01", "Kegiatan B", "1.000"]])
    assert list(kutip(Laporan(instansi=LATIH, tahun=2025, tabel=(tabel,)))) == []


def test_persentase_tidak_dijumlahkan() -> None:
    semua_kutipan = [k for i in range(20) for k in kutip(laporan_acak(i))]
    bagian = [k for k in semua_kutipan if k.perihal.startswith("bagian ")]
    assert all("%" not in k.nilai.teks for k in bagian)
    assert any(k.perihal.startswith("tahun ") for k in semua_kutipan)


@pytest.mark.parametrize(
    ("instansi", "hasil"),
    [
        ("Dinas Pelatihan Kota Contoh", ("dinas pelatihan", "kota contoh")),
        ("Pemerintah Kabupaten Contoh", ("pemerintah", "kabupaten contoh")),
        ("PROVINSI CONTOH", ("", "provinsi contoh")),
        ("Kementerian Contoh", ("kementerian contoh", "")),
    ],
)
def test_wilayah(instansi: str, hasil: tuple[str, str]) -> None:
    assert wilayah(instansi) == hasil
