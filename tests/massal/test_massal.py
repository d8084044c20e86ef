"""Many reports in one process: what is found, what is written, what is used again."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from tests.kantor import perlu_soffice, ubah

from sakip import reviu
from sakip.massal import MassalError, jalankan, temukan
from sakip.massal.rows import KOLOM_TEMUAN
from sakip.massal.store import Store
from sakip.pengujian import laporan_acak
from sakip.pengujian.faults import rusak_sembarang
from sakip.tulis.folder import tulis_folder

if TYPE_CHECKING:
    from pathlib import Path

from random import Random

duckdb = pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")


def isi_folder(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its relative name."""
    return {b.relative_to(folder).as_posix(): b.read_bytes() for b in sorted(folder.rglob("*")) if b.is_file()}


@pytest.fixture(scope="module")
def sumber(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six data folders, every other one with a fault, and a document that is none."""
    akar = tmp_path_factory.mktemp("massal") / "sumber"
    akar.mkdir()
    for i in range(6):
        laporan = laporan_acak(i)
        if i % 2:
            laporan = rusak_sembarang(laporan, Random(i)).laporan  # noqa: S311 - reports, not secrets
        tulis_folder(laporan, akar / f"r{i}")
    (akar / "rusak.docx").write_bytes(b"bukan dokumen")
    (akar / "baca aku.csv").write_text("a,b\n")
    return akar


@pytest.fixture
def hasil(sumber: Path, tmp_path: Path) -> Path:
    jalankan([str(sumber)], str(tmp_path / "hasil"))
    return tmp_path / "hasil"


def csv_baris(berkas: Path) -> list[dict[str, str]]:
    with berkas.open(encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def sql(hasil: Path, perintah: str) -> list[Any]:
    """Ask DuckDB, which finds the tables by their names within `hasil`."""
    with duckdb.connect() as basis:
        basis.execute("SET file_search_path = ?", [str(hasil)])
        return list(basis.execute(perintah).fetchall())


def test_satu_hasil_per_laporan(sumber: Path, hasil: Path) -> None:
    """Each result is the review of its report as the contract has it."""
    satu = sorted((hasil / "laporan").glob("*.json"))
    assert len(satu) == 6
    for berkas in satu:
        isi = json.loads(berkas.read_text(encoding="utf-8"))
        laporan = isi["laporan"]
        from sakip import baca

        r = reviu(baca(laporan["sumber"]))
        assert [t["id"] for t in isi["temuan"]] == [t.id for t in r.temuan]
        assert laporan["sumber"].startswith(str(sumber))


def test_tabel_dibaca_duckdb_dan_excel(hasil: Path) -> None:
    """The tables say the same in both forms, one row a finding, one row a report."""
    baris = csv_baris(hasil / "temuan.csv")
    temuan = [t for b in sorted((hasil / "laporan").glob("*.json")) for t in json.loads(b.read_text())["temuan"]]
    satu = [b for b in baris if b["keluarga"] != "LIN"]
    assert sorted(b["id"] for b in satu) == sorted(t["id"] for t in temuan)
    assert satu
    for akhiran in ("csv", "parquet"):
        assert sql(hasil, f"SELECT count(*) FROM 'temuan.{akhiran}'") == [(len(baris),)]  # noqa: S608 - one of two
        status = sql(hasil, f"SELECT status, count(*) FROM 'laporan.{akhiran}' GROUP BY 1 ORDER BY 1")  # noqa: S608
        assert status == [("tak_terbaca", 1), ("terbaca", 6)]
    jumlah = sql(hasil, "SELECT keluarga, keparahan, sum(banyak) FROM 'ringkasan.parquet' GROUP BY 1, 2 ORDER BY 1, 2")
    assert jumlah == sql(hasil, "SELECT keluarga, keparahan, count(*) FROM 'temuan.csv' GROUP BY 1, 2 ORDER BY 1, 2")


def test_yang_tak_terbaca_adalah_baris(hasil: Path) -> None:
    (baris,) = [b for b in csv_baris(hasil / "laporan.csv") if b["status"] != "terbaca"]
    assert baris["sumber"].endswith("rusak.docx")
    assert "bukan dokumen Word" in baris["pesan"]


def test_dua_kali_sama_dan_tidak_dikerjakan_lagi(sumber: Path, hasil: Path) -> None:
    sebelum = isi_folder(hasil)
    waktu = {b: b.stat().st_mtime_ns for b in (hasil / "laporan").iterdir()}
    kedua = jalankan([str(sumber)], str(hasil))
    assert (kedua.baru, kedua.tetap, kedua.lain) == (0, 7, 1)
    assert isi_folder(hasil) == sebelum
    assert waktu == {b: b.stat().st_mtime_ns for b in (hasil / "laporan").iterdir()}


def test_isi_versi_dan_konfigurasi_menentukan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A result holds only for the same content, version and configuration."""
    sumber, hasil, konfigurasi = tmp_path / "s", tmp_path / "h", tmp_path / "sakip.toml"
    tulis_folder(laporan_acak(1), sumber)
    konfigurasi.write_text('abaikan = ["NOT"]\n')
    lari = [{}, {}, {"abaikan": ["NAM"]}, {"konfigurasi": konfigurasi}, {"konfigurasi": konfigurasi}, {"bahasa": "en"}]
    assert [jalankan([str(sumber)], str(hasil), **x).baru for x in lari] == [1, 0, 1, 1, 0, 1]  # type: ignore[arg-type] # as a caller writes it
    induk = sumber / "laporan.yaml"
    induk.write_text(induk.read_text(encoding="utf-8") + "# catatan\n", encoding="utf-8")
    assert jalankan([str(sumber)], str(hasil), bahasa="en").baru == 1
    for modul in ("single", "run"):
        monkeypatch.setattr(f"sakip.massal.{modul}.versi", lambda: "sakip 9.9.9")
    assert jalankan([str(sumber)], str(hasil), bahasa="en").baru == 1


def test_hasil_yang_hilang_dibuat_lagi(sumber: Path, hasil: Path) -> None:
    sebelum = isi_folder(hasil)
    next((hasil / "laporan").iterdir()).unlink()
    next((hasil / ".sakip").iterdir()).write_bytes(b"{setengah")
    (hasil / "laporan" / ".sementara-abc").write_bytes(b"setengah")
    assert jalankan([str(sumber)], str(hasil)).baru in {1, 2}
    assert isi_folder(hasil) == sebelum


def test_laporan_yang_tidak_lagi_disebut(sumber: Path, hasil: Path) -> None:
    """The results are of the reports that were named: what else an earlier run left is removed, and counted."""
    (hasil / ".sakip" / "catatan.txt").touch()
    r = jalankan([str(sumber / "r0"), str(sumber / "r1")], str(hasil))
    assert (r.baru, r.tetap, r.usang) == (0, 2, 5)
    assert len(list((hasil / "laporan").iterdir())) == 2
    assert len(list((hasil / ".sakip").glob("*.jsonl"))) == 2
    assert {b["sumber"] for b in csv_baris(hasil / "laporan.csv")} == {str(sumber / n) for n in ("r0", "r1")}
    assert (hasil / ".sakip" / "catatan.txt").exists()
    assert jalankan([str(sumber)], str(hasil)).baru == 5


@pytest.mark.parametrize("berkas", ["laporan", ".sakip"])
def test_hasil_yang_terpotong_dibuat_lagi(berkas: str, sumber: Path, hasil: Path) -> None:
    """What a loss of power leaves: names in their places, contents not."""
    sebelum = isi_folder(hasil)
    korban = sorted((hasil / berkas).iterdir())[1]
    korban.write_bytes(korban.read_bytes()[:-200])
    assert jalankan([str(sumber)], str(hasil)).baru == 1
    assert isi_folder(hasil) == sebelum


def test_kabar_satu_demi_satu(sumber: Path, tmp_path: Path) -> None:
    """Of each report as soon as it is done, not of a queue full of them."""
    kabar: list[tuple[int, int]] = []
    jalankan(
        [str(sumber)],
        str(tmp_path / "hasil"),
        kemajuan=lambda k: kabar.append((k.selesai, len(list((tmp_path / "hasil" / ".sakip").glob("*.jsonl"))))),
    )
    assert kabar == [(i, i) for i in range(1, 8)]


# -- sources ---------------------------------------------------------------------------------------------------


def test_campuran_sumber(sumber: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders, files, patterns and URLs; what is named twice is there once."""
    monkeypatch.chdir(sumber.parent)
    nama = [
        s.nama for s in temukan(["sumber", "sumber/r0", "sumber/r[12]", f"file://{sumber}/r3", "sumber/*.csv"]).sumber
    ]
    assert nama == sorted([*(f"sumber/r{i}" for i in range(6)), "sumber/rusak.docx", f"{sumber}/r3"])
    monkeypatch.chdir(tmp_path)
    assert all(s.nama.startswith("..") or s.nama.startswith("/") for s in temukan([os.path.relpath(sumber)]).sumber)


def test_kunci_tidak_pernah_sama(sumber: Path) -> None:
    kunci = [s.kunci for s in temukan([str(sumber)]).sumber]
    assert len(set(kunci)) == 7
    assert all(re.fullmatch(r"[a-z0-9-]+", k) for k in kunci)


def test_sepuluh_ribu_berkas_lain(tmp_path: Path) -> None:
    folder = tmp_path / "foto"
    folder.mkdir()
    for i in range(10000):
        (folder / f"{i}.jpg").touch()
    with pytest.raises(MassalError, match=r"tidak ada laporan di .*10000 berkas lain di dalamnya bukan laporan"):
        jalankan([str(folder)], str(tmp_path / "hasil"))
    assert not (tmp_path / "hasil").exists()
    tulis_folder(laporan_acak(1), folder / "laporan")
    assert jalankan([str(folder)], str(tmp_path / "hasil")).lain == 10000


def test_tautan_melingkar(tmp_path: Path) -> None:
    tulis_folder(laporan_acak(1), tmp_path / "r")
    (tmp_path / "lingkar").symlink_to(tmp_path, target_is_directory=True)
    penemuan = temukan([str(tmp_path)])
    assert [s.nama for s in penemuan.sumber] == [str(tmp_path / "r")]
    assert penemuan.catatan == [f"{tmp_path}/lingkar: tautan melingkar; dilewati"]


@pytest.mark.parametrize(
    ("sumber", "pesan"),
    [
        (["tidak-ada"], "tidak-ada: tidak ada berkas atau folder"),
        (["*.xlsx", ""], r"tidak ada yang cocok(?s:.*)nama sumber kosong"),
        (["aneh://x"], "aneh://x: tidak dapat dibuka"),
    ],
)
def test_sumber_salah(sumber: list[str], pesan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every wrong source at once, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MassalError, match=pesan):
        jalankan(sumber, "hasil")
    assert list(tmp_path.iterdir()) == []


def test_semua_sumber_salah_sebaris_seorang(tmp_path: Path) -> None:
    argumen = [sys.executable, "-m", "sakip", "massal", "tak-ada", "x*", "-o", str(tmp_path / "hasil")]
    p = subprocess.run(argumen, capture_output=True, encoding="utf-8", check=False)
    assert (p.returncode, p.stdout) == (2, "")
    assert p.stderr.splitlines() == [
        "sakip: tak-ada: tidak ada berkas atau folder bernama ini",
        "sakip: x*: tidak ada yang cocok dengan pola ini",
    ]


def test_hasil_bukan_milik_kita(sumber: Path, tmp_path: Path) -> None:
    (tmp_path / "surat.txt").touch()
    with pytest.raises(MassalError, match=r"berisi hal lain \(surat.txt\)"):
        jalankan([str(sumber)], str(tmp_path))
    with pytest.raises(MassalError, match="ini berkas, bukan folder"):
        jalankan([str(sumber)], str(tmp_path / "surat.txt"))
    assert [b.name for b in tmp_path.iterdir()] == ["surat.txt"]


def test_hasil_di_dalam_sumber(tmp_path: Path) -> None:
    """The results are no source, even where they lie among the reports."""
    tulis_folder(laporan_acak(1), tmp_path / "r")
    jalankan([str(tmp_path)], str(tmp_path / "hasil"))
    assert jalankan([str(tmp_path)], str(tmp_path / "hasil")).tetap == 1


def test_url_di_tempat_lain(sumber: Path, hasil: Path) -> None:
    """Sources and results in another store than this machine's disk; the same findings."""
    fsspec = pytest.importorskip("fsspec")
    memori = fsspec.filesystem("memory")
    memori.put(f"{sumber}/", "/sumber/", recursive=True)
    r = jalankan(["memory://sumber"], "memory://hasil")
    assert r.ringkasan.status == {"terbaca": 6, "tak_terbaca": 1}
    store = Store("memory://hasil")
    assert list(store.names("laporan"))
    assert not any(n.startswith(".sementara") for f in ("", "laporan", ".sakip") for n in store.names(f))
    teks = store.read("temuan.csv").decode("utf-8-sig")
    assert "memory://" in teks
    assert str(sumber) not in teks
    assert "sakip-" not in teks
    lama = csv_baris(hasil / "temuan.csv")
    baru = list(csv.DictReader(teks.splitlines()))
    assert sorted((b["id"], b["pesan"]) for b in baru) == sorted((b["id"], b["pesan"]) for b in lama)
    assert jalankan(["memory://sumber"], "memory://hasil").tetap == 7


def test_pekerja_yang_datang_kemudian(sumber: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker of another version that nobody asked beforehand takes no report, and is named."""
    monkeypatch.setattr("sakip.massal.single.versi", lambda: "sakip 0.0.1")
    with pytest.raises(MassalError, match=r"seorang pekerja memakai sakip 0.0.1, sedangkan di sini sakip"):
        jalankan([str(sumber)], str(tmp_path / "hasil"))
    assert not any((tmp_path / "hasil" / "laporan").iterdir())


@perlu_soffice
def test_csv_di_lembar_kerja(hasil: Path, tmp_path: Path) -> None:
    """A spreadsheet that is told it is UTF-8 has the columns apart, the texts as they are, and no mark in them."""
    openpyxl = pytest.importorskip("openpyxl")
    masuk = "CSV:44,34,76,1,,0,true"  # comma, quote, UTF-8, from line 1; what is quoted is text
    (berkas,) = ubah("xlsx", tmp_path, hasil / "temuan.csv", masuk=masuk)
    buku = openpyxl.load_workbook(berkas, read_only=True)
    kepala, *baris = buku.active.iter_rows(values_only=True)
    buku.close()
    asli = csv_baris(hasil / "temuan.csv")
    assert kepala == tuple(KOLOM_TEMUAN)
    assert [b[3] for b in baris] == [b["id"] for b in asli]
    assert [b[kepala.index("pesan")] for b in baris] == [b["pesan"] for b in asli]


def test_nama_berkas_bukan_utf8(tmp_path: Path) -> None:
    """A name of other bytes is a name: reviewed, spelled out in the tables, and found again."""
    (tmp_path / "s").mkdir()
    try:
        (tmp_path / "s" / os.fsdecode(b"caf\xe9.docx")).write_bytes(b"bukan dokumen")
    except OSError:
        pytest.skip("cakram ini tidak menerima nama yang bukan UTF-8")
    hasil = tmp_path / "hasil"
    assert jalankan([str(tmp_path / "s")], str(hasil)).ringkasan.status == {"tak_terbaca": 1}
    (baris,) = csv_baris(hasil / "laporan.csv")
    assert baris["sumber"].endswith("caf\\udce9.docx")
    assert sql(hasil, "SELECT sumber FROM 'laporan.parquet'") == [(baris["sumber"],)]
    assert jalankan([str(tmp_path / "s")], str(hasil)).tetap == 1


def test_sel_tidak_lebih_panjang_dari_sel_excel(tmp_path: Path) -> None:
    import attrs

    tulis_folder(attrs.evolve(laporan_acak(1), instansi="Dinas " + "x" * 40_000), tmp_path / "r")
    jalankan([str(tmp_path / "r")], str(tmp_path / "hasil"))
    csv.field_size_limit(1 << 20)
    (baris,) = csv_baris(tmp_path / "hasil" / "laporan.csv")
    assert len(baris["instansi"]) == 32_767
    assert baris["instansi"].endswith("x …")
    assert sql(tmp_path / "hasil", "SELECT length(instansi) FROM 'laporan.parquet'") == [(40_006,)]


def test_nama_laporan_tidak_menjadi_rumus(tmp_path: Path) -> None:
    """What comes from a report is text in a spreadsheet, whatever it looks like."""
    import attrs

    tulis_folder(attrs.evolve(laporan_acak(1), instansi="=1+1"), tmp_path / "r")
    jalankan([str(tmp_path / "r")], str(tmp_path / "hasil"))
    (baris,) = csv_baris(tmp_path / "hasil" / "laporan.csv")
    assert baris["instansi"] == "'=1+1"
    assert sql(tmp_path / "hasil", "SELECT instansi FROM 'laporan.parquet'") == [("=1+1",)]
