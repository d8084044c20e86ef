"""The reader of the data folder: what it reads, and what it says of a folder it cannot read."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from tests.contoh import laporan_contoh
from tests.tempat import CONTOH

from sakip.angka.angka import Angka
from sakip.angka.lokasi import Lokasi
from sakip.errors import SumberError
from sakip.hukum.skala import Skala
from sakip.konversi import yaml_ketat
from sakip.pembaca import baca
from sakip.pembaca import berkas as modul_berkas
from sakip.pembaca.folder import baca as baca_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from sakip.errors import Masalah
    from sakip.model.laporan import Laporan


INDUK = "instansi: Dinas\ntahun: 2025\n"
TABEL = INDUK + "tabel:\n- {berkas: tabel/a.csv, nomor: '2.7', asal: 5}\n"
PK = "eselon: III\ntahun: 2025\njabatan: Kabid\n"
KOPERASI = INDUK + "indikator:\n- {kunci: koperasi, nama: Koperasi aktif}\n"


def folder(akar: Path, isi: Mapping[str, str | bytes]) -> Path:
    """Write a data folder; `laporan.yaml` is there unless the test says otherwise."""
    for nama, teks in {"laporan.yaml": INDUK, **isi}.items():
        jalur = akar / nama
        jalur.parent.mkdir(parents=True, exist_ok=True)
        jalur.write_bytes(teks if isinstance(teks, bytes) else teks.encode())
    return akar


def susunan(sumber: Path) -> Laporan:
    """What a folder says that need not hold any figure."""
    return baca_folder(sumber, str(sumber))


def masalah(sumber: Path) -> tuple[Masalah, ...]:
    with pytest.raises(SumberError) as info:
        baca(sumber)
    for m in info.value.masalah:
        assert str(m) in str(info.value)
    return info.value.masalah


def ringkas(akar: Path) -> list[tuple[str, int | None, str]]:
    """File, line and key of every problem."""
    return [(m.berkas.removeprefix(akar.as_posix()).removeprefix("/"), m.baris, m.kunci) for m in masalah(akar)]


# -- what it reads -----------------------------------------------------------------


def test_contoh_terbaca_utuh() -> None:
    lap = laporan_contoh()
    assert lap.instansi == "Dinas Koperasi dan Usaha Mikro Kota Semarang"
    assert (lap.tahun, len(lap.tabel), len(lap.perjanjian), len(lap.indikator)) == (2025, 24, 16, 15)
    assert lap.sumber == str(CONTOH)
    assert len(lap.sha256) == 64
    tabel = next(t for t in lap.tabel if t.nomor == "2.7")
    sel = tabel.baris[2].sel[3]
    assert sel.teks == "11.847.006.290,32"
    assert sel.lokasi == Lokasi("tabel/2.7.csv", 4, tabel="Tabel 2.7", kolom="ANGGARAN PERUBAHAN (Rp)", asal=861)
    assert tabel.kolom[3].judul == "ANGGARAN PERUBAHAN (Rp)"


def test_dua_kali_baca_sama() -> None:
    assert baca(CONTOH) == baca(str(CONTOH))


def test_tanpa_libyaml_sama(monkeypatch: pytest.MonkeyPatch) -> None:
    sebelum = baca(CONTOH)
    monkeypatch.setattr(yaml_ketat, "_PEMUAT", yaml.SafeLoader)
    assert baca(CONTOH) == sebelum


def test_tidak_ada_sisa_pembaca_dalam_laporan() -> None:
    """Lines and documents of the reader stay behind: the model holds plain values and can be pickled."""
    lap = laporan_contoh()
    assert pickle.loads(pickle.dumps(lap)) == lap  # noqa: S301
    assert b"sakip.pembaca" not in pickle.dumps(lap)


def test_tabel(tmp_path: Path) -> None:
    csv = (
        "asal,baris,indikator,satuan,target,realisasi@2024,rincian:Pria\n"
        "7,judul,URAIAN,SATUAN,TARGET,CAPAIAN 2024,PRIA\n"
        "8,nomor,(1),(2),(3),(4),(5)\n"
        '9,,"Nilai, ""akhir""",%,"77,60","82,57 %",1.060\n'
        '10,total,"dua\nbaris",,-,,\n'
    )
    lap = baca(folder(tmp_path, {"laporan.yaml": TABEL, "tabel/a.csv": csv}))
    (t,) = lap.tabel
    assert [k.kunci for k in t.kolom] == ["indikator", "satuan", "target", "realisasi@2024", "rincian:Pria"]
    assert [b.jenis for b in t.baris] == ["judul", "nomor", "rincian", "total"]
    assert t.baris[2].sel[0].teks == 'Nilai, "akhir"'
    target = t.baris[2].sel[2]
    assert isinstance(target.isi, Angka)
    assert target.isi.jenis == "persen"
    assert t.baris[2].sel[4].angka is not None
    assert t.baris[2].sel[4].angka.nilai == 1060
    assert t.baris[3].sel[0].teks == "dua\nbaris"
    assert t.baris[3].lokasi == Lokasi("tabel/a.csv", 5, tabel="Tabel 2.7", kolom="URAIAN", asal=10)
    assert t.lokasi == Lokasi("tabel/a.csv", 1, tabel="Tabel 2.7", asal=5)


def test_tempat_pada_formulir(tmp_path: Path) -> None:
    pk = PK + (
        "atasan: Kadis\n"
        "asal: 1\nasal_perjanjian: 2\nasal_atasan: 3\n"
        "kinerja:\n- {no: '1', target: 2 Dokumen, asal: 11}\n"
        "anggaran:\n- uraian: Kegiatan\n  total: {nilai: Rp 5, asal: 13}\n"
        "  diampu: [{unit: B, nilai: Rp 2}]\n  asal: 12\n"
        "jumlah: {nilai: 'Rp. 3,-', asal: 14}\n"
    )
    (p,) = baca(folder(tmp_path, {"pk/a.yaml": pk})).perjanjian
    nama = "PK eselon III Kabid"
    assert p.sebutan == nama
    assert p.lokasi == Lokasi("pk/a.yaml", 1, tabel=nama, asal=1)
    assert p.lokasi_perjanjian == Lokasi("pk/a.yaml", 1, tabel=nama, asal=2)
    assert p.lokasi_atasan == Lokasi("pk/a.yaml", 4, tabel=nama, kolom="atasan", asal=3)
    assert p.kinerja[0].target is not None
    assert p.kinerja[0].target.lokasi == Lokasi("pk/a.yaml", 9, tabel=nama, kolom="target", asal=11)
    anggaran = p.anggaran[0]
    assert anggaran.lokasi == Lokasi("pk/a.yaml", 11, tabel=nama, asal=12)
    assert anggaran.total is not None
    assert (anggaran.total.lokasi.baris, anggaran.total.lokasi.asal) == (12, 13)
    assert anggaran.diampu[0].nilai.lokasi.kolom == "diampu"
    assert p.jumlah is not None
    assert p.jumlah.lokasi == Lokasi("pk/a.yaml", 15, tabel=nama, kolom="jumlah", asal=14)


@pytest.mark.parametrize(
    ("klaim", "jenis"),
    [
        ("{tertulis: 'Rp. 1.500,-', rumus: tanpa}", "rupiah"),
        ("{tertulis: '33,96%', rumus: tanpa}", "persen"),
        ("{tertulis: '9.921', hitung: {apa: program}}", "cacah"),
        ("{tertulis: '80,45', fakta: {peran: realisasi, subjek: koperasi}}", "nilai"),
        ("{tertulis: '2025', tahun_laporan: true}", "cacah"),
        ("{tertulis: '12', rumus: tanpa}", "nilai"),
        ("{tertulis: Sangat Tinggi, fakta: {peran: kategori, subjek: rerata_sasaran}}", None),
        ("{tertulis: 23 Februari 2026, rumus: tanpa}", None),
        ("{tertulis: tiga, hitung: {apa: sasaran}}", None),
        (
            "{tertulis: naik, arah: naik, dari: [{peran: pagu, subjek: '01'}, {peran: pagu, subjek: '02'}]}",
            None,
        ),
    ],
)
def test_klaim_dibaca_menurut_ikatannya(tmp_path: Path, klaim: str, jenis: str | None) -> None:
    (k,) = susunan(folder(tmp_path, {"laporan.yaml": KOPERASI, "narasi.yaml": f"- {klaim}\n"})).narasi
    isi = k.tertulis.isi
    assert (None if isi is None else isi.jenis) == jenis
    assert k.lokasi.tabel == "Narasi"


@pytest.mark.parametrize(
    "skala",
    [
        "[{batas: '> 90', label: Tinggi}, {batas: '> 75', label: Sedang}, {batas: lainnya, label: Rendah}]",
        "[{label: Tinggi, bawah: '90'}, {label: Sedang, bawah: '75', atas: '90', atas_termasuk: true}]",
    ],
)
def test_skala_sendiri(tmp_path: Path, skala: str) -> None:
    lap = susunan(folder(tmp_path, {"laporan.yaml": INDUK + f"metode:\n  skala: {skala}\n"}))
    assert isinstance(lap.metode.skala, Skala)
    assert [lap.metode.skala.label(n) for n in map(_pecahan, ("90,5", "90"))] == ["Tinggi", "Sedang"]


def _pecahan(teks: str) -> Fraction:
    return Angka.baca(teks).pecahan


def test_metode_dengan_baris_tiap_bagian(tmp_path: Path) -> None:
    metode = "metode:\n  rumus: {positif: positif}\n  asal: {positif: 7, skala: 9}\n"
    m = susunan(folder(tmp_path, {"laporan.yaml": INDUK + metode})).metode
    assert {k: v.asal for k, v in m.lokasi_bagian.items()} == {"positif": 7, "skala": 9}
    m = susunan(folder(tmp_path, {"laporan.yaml": INDUK + "metode: {asal: 8}\n"})).metode
    assert (m.lokasi.asal, m.lokasi_bagian) == (8, {})


def test_semua_skalar_teks(tmp_path: Path) -> None:
    induk = "instansi: no\ntahun: 2025\njudul: 0001\nindikator: [{kunci: '1', nama: 2.50, satuan: ''}]\n"
    lap = susunan(folder(tmp_path, {"laporan.yaml": induk}))
    assert (lap.instansi, lap.judul, lap.indikator[0].nama, lap.indikator[0].satuan) == (
        "no",
        "0001",
        "2.50",
        "",
    )
    assert type(lap.judul) is str


def test_bom_dan_crlf(tmp_path: Path) -> None:
    csv = "nama,jumlah\r\nA,3\r\n\r\n".encode("utf-8-sig")
    isi = {"laporan.yaml": TABEL.replace("\n", "\r\n").encode("utf-8-sig"), "tabel/a.csv": csv}
    (t,) = baca(folder(tmp_path, isi)).tabel
    assert [s.teks for b in t.baris for s in b.sel] == ["A", "3"]


def test_sha256_menurut_isi(tmp_path: Path) -> None:
    satu = susunan(folder(tmp_path / "a", {"pk/a.yaml": PK})).sha256
    assert susunan(folder(tmp_path / "b", {"pk/a.yaml": PK, "catatan.txt": "x"})).sha256 == satu
    assert susunan(folder(tmp_path / "c", {"pk/b.yaml": PK})).sha256 != satu
    assert susunan(folder(tmp_path / "d", {"pk/a.yaml": PK + "\n"})).sha256 != satu


def test_hanya_pembaca_yang_memuat_cattrs_dan_yaml() -> None:
    kode = "import sys, sakip.pembaca, sakip.model.laporan; print({'cattrs', 'yaml'} & set(sys.modules))"
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert hasil.stdout.strip() == "set()"


# -- what it refuses: the source -----------------------------------------------------


def test_sumber_tidak_ada(tmp_path: Path) -> None:
    assert "tidak ada berkas atau folder" in str(masalah(tmp_path / "tiada")[0])


@pytest.mark.parametrize("nama", ["laporan.yaml", "laporan.exe", "tanpa_akhiran"])
def test_jenis_sumber_tidak_dikenal(tmp_path: Path, nama: str) -> None:
    jalur = folder(tmp_path, {nama: "x: 1"}) / nama
    (m,) = masalah(jalur)
    assert "jenis sumber tidak dikenal" in m.pesan
    assert ("sebut foldernya" in m.pesan) == nama.endswith(".yaml")


@pytest.mark.parametrize("nama", ["", "  ", "a\0b"])
def test_nama_sumber_mustahil(nama: str) -> None:
    with pytest.raises(SumberError):
        baca(nama)


def test_folder_kosong_dan_folder_induk(tmp_path: Path) -> None:
    assert "folder kosong" in masalah(tmp_path)[0].pesan
    folder(tmp_path / "dalam", {})
    assert f"maksud Anda '{tmp_path.as_posix()}/dalam'?" in masalah(tmp_path)[0].pesan
    (tmp_path / "dalam" / "laporan.yaml").unlink()
    assert "laporan.yaml tidak ada" in masalah(tmp_path)[0].pesan


def test_berkas_terlalu_besar_ditolak_sebelum_dibaca(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path, {"laporan.yaml": TABEL, "tabel/a.csv": "nama\n"})
    os.truncate(tmp_path / "tabel" / "a.csv", 100 * 1024 * 1024)
    buka = Path.open
    monkeypatch.setattr(Path, "open", lambda p, *a: pytest.fail("dibuka") if p.suffix == ".csv" else buka(p, *a))
    (m,) = masalah(tmp_path)
    assert "terlalu besar: 100 MB; batasnya 20 MB" in m.pesan


def test_folder_terlalu_besar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path, {"pk/a.yaml": PK, "pk/b.yaml": PK})
    monkeypatch.setattr(modul_berkas, "JUMLAH_TERBESAR", len(INDUK) + len(PK))
    assert ringkas(tmp_path) == [("pk/b.yaml", None, "")]
    monkeypatch.setattr(modul_berkas, "BERKAS_TERBANYAK", 1)
    assert ringkas(tmp_path) == [("pk", None, "")]


def test_izin_ditolak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def tolak(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder(tmp_path, {})
    monkeypatch.setattr(Path, "open", tolak)
    (m,) = masalah(tmp_path)
    assert "izin ditolak" in m.pesan


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_bukan_berkas_biasa(tmp_path: Path) -> None:
    folder(tmp_path, {"pk/a.yaml": PK})
    os.mkfifo(tmp_path / "pk" / "b.yaml")
    assert ringkas(tmp_path) == [("pk/b.yaml", None, "")]


@pytest.mark.parametrize("tautan", ["tabel/a.csv", "pk/a.yaml", "narasi.yaml"])
def test_tautan_ke_luar_folder(tmp_path: Path, tautan: str) -> None:
    luar = tmp_path / "luar.csv"
    luar.write_text("nama\n")
    akar = folder(tmp_path / "data", {"laporan.yaml": TABEL, "tabel/a.csv": "nama\n"})
    (akar / tautan).parent.mkdir(exist_ok=True)
    (akar / tautan).unlink(missing_ok=True)
    (akar / tautan).symlink_to(luar)
    (m,) = masalah(akar)
    assert m.berkas.endswith(tautan)
    assert "ke luar folder" in m.pesan


def test_tautan_putus(tmp_path: Path) -> None:
    folder(tmp_path, {"pk/a.yaml": PK})
    (tmp_path / "pk" / "b.yaml").symlink_to(tmp_path / "pk" / "tiada.yaml")
    (m,) = masalah(tmp_path)
    assert "pk/b.yaml: tidak dapat dibaca: berkas tidak ada" in str(m)


def test_folder_di_tempat_berkas(tmp_path: Path) -> None:
    folder(tmp_path, {"laporan.yaml": TABEL, "tabel/a.csv/x.txt": "", "pk": ""})
    assert ringkas(tmp_path) == [("tabel/a.csv", None, ""), ("pk", None, "")]
