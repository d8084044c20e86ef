"""A role is one entry of `peran.toml`: whole, consistent with itself, and enough for all that is done with a role."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sakip.model.peran
from sakip.angka.angka import Jenis
from sakip.errors import SumberError
from sakip.konfigurasi import urai_konfigurasi
from sakip.konversi.data import urai_toml
from sakip.konversi.nilai import BentukError
from sakip.model.peran import (
    CIRI,
    PERAN,
    Kolom,
    Peran,
    _semua,
    baca_kolom,
    data_peran,
    konverter_peran,
    peran_kunci,
    pola_judul,
)
from sakip.pembaca.tafsir.kosakata import AMBANG, COCOK_ISI, kata_judul, kosakata

if TYPE_CHECKING:
    from collections.abc import Callable

AKAR = Path(__file__).parents[2]
SEMUA = st.sampled_from(list(PERAN.values()))
SAH: dict[str, Any] = {"sebutan": "iuran", "term": "levy", "arti": "what members paid"}

# -- the data ------------------------------------------------------------------------------------------------------


def test_setiap_ciri_dijelaskan() -> None:
    """What an entry may say is explained at the head of the file and in the class, and nothing else is."""
    data = data_peran()
    atribut = {a.name for a in attrs.fields(Peran) if a.init} - {"nama"}
    assert {*data["ciri"], *data["isian"]} - {"ciri", "kata", "bukan", "isi"} == atribut
    assert list(data["ciri"]) == list(CIRI)
    dokumen = re.findall(r"^    (?:    )?(\w+): ", Peran.__doc__ or "", re.MULTILINE)
    assert dokumen == [a.name for a in attrs.fields(Peran)]


@pytest.mark.parametrize("nama", PERAN)
def test_isian(nama: str) -> None:
    """Properties stand once, in the order in which the head explains them."""
    isi = data_peran()["peran"][nama]
    ciri = isi.get("ciri", [])
    assert ciri == [c for c in CIRI if c in ciri]
    assert "kata" in isi or not {"bukan", "isi"} & set(isi)
    assert re.fullmatch(r"[a-z]+(?:_[a-z]+)*", nama)


@pytest.mark.parametrize("nama", pola_judul())
def test_judul(nama: str) -> None:
    """Words are written as headings are compared; each pattern, by itself over such cells, means the role."""
    isi = pola_judul()[nama]
    assert isi["isi"]
    assert [k for k in isi.get("bukan", ()) if kata_judul(k) != {k}] == []
    pola = [kata_judul(k) for k in isi["kata"]]
    assert pola == [frozenset(k.split()) for k in isi["kata"]]
    assert len(set(pola)) == len(pola)
    for kata, bobot in zip(pola, isi["kata"].values(), strict=True):
        assert not kata & set(isi.get("bukan", ()))
        if bobot + COCOK_ISI >= AMBANG:
            assert kosakata().peran(kata, isi["isi"][0])[0] == nama


@pytest.mark.parametrize("p", PERAN.values(), ids=str)
def test_ciri_yang_sejalan(p: Peran) -> None:
    """What cannot hold together does not, and what follows from another does."""
    angka = {c for c in CIRI if getattr(p, c)} - {"pengenal", "lintasan"}
    assert not (p.jenis is None and (angka or p.rencana or p.wajar_sampai))
    assert not (p.jenis is not None and (p.pengenal or p.menamai or p.urutan_nama))
    assert not (p.aditif and p.kadang_aditif)
    assert not (p.triwulanan and not (p.aditif or p.kadang_aditif))
    assert not (p.ukuran and not p.menurut_satuan)
    assert not (p.target and not (p.ukuran and p.rencana))
    assert not (p.target and p.terukur)
    assert not (p.tanpa_tahun and not p.tahun_rencana)
    assert not (p.anggaran and not (p.uang and p.belanja and p.aditif))
    assert not (p.efisiensi and not p.uang)
    assert not (p.menamai and not p.lintasan)
    assert not (p.lintasan and not p.pengenal)
    assert not (p.dirata_ratakan and p.jenis is not Jenis.PERSEN)
    assert not (p.wajar_sampai and p.jenis is not Jenis.PERSEN)


def test_urutan_nama() -> None:
    """Of two columns that can name a line it is always clear which does."""
    urutan = sorted(p.urutan_nama for p in PERAN.values() if p.urutan_nama)
    assert urutan == list(range(1, len(urutan) + 1))


@pytest.fixture
def baca(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Peran]:
    """What an entry becomes, that of the only role there is."""

    def satu(isian: str) -> Peran:
        isi = f"[isian]\n[ciri]\n[peran.iuran]\n{isian}"
        monkeypatch.setattr(sakip.model.peran, "_teks", lambda: isi)
        monkeypatch.setattr(sakip.model.peran, "data_peran", lambda: tomllib.loads(isi))
        conv, berkas = konverter_peran()
        urai_toml(isi, "peran.toml", berkas, conv)
        return _semua()["iuran"]

    return satu


SAH_TERTULIS = 'sebutan = "iuran"\nterm = "levy"\narti = "what members paid"\n'


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (SAH_TERTULIS + "aditf = true", ["7: peran.iuran.aditf: kunci tidak dikenal; yang ada: sebutan, term, arti"]),
        (SAH_TERTULIS + 'nama = "lain"', ["7: peran.iuran.nama: kunci tidak dikenal; maksud Anda 'menamai'"]),
        (SAH_TERTULIS + "pasti = true", ["7: peran.iuran.pasti: kunci tidak dikenal"]),
        (SAH_TERTULIS + 'ciri = ["aditf"]', ["7: peran.iuran.ciri: 'aditf' tidak dikenal; pilih salah satu: pasti"]),
        (SAH_TERTULIS + 'ciri = ["pasti",\n"jenis"]', ["8: peran.iuran.ciri: 'jenis' tidak dikenal"]),
        (SAH_TERTULIS + 'jenis = "uang"', ["7: peran.iuran.jenis: 'uang' tidak dikenal; pilih salah satu: rupiah"]),
        (SAH_TERTULIS + 'menamai = "orang"', ["7: peran.iuran.menamai: 'orang' tidak dikenal; pilih salah satu: ind"]),
        (SAH_TERTULIS + 'rencana = "rkpd"', ["7: peran.iuran.rencana: 'rkpd' tidak dikenal; pilih salah satu: pk"]),
        (SAH_TERTULIS + 'urutan_nama = "1"', ["7: peran.iuran.urutan_nama: harus bilangan bulat"]),
        (SAH_TERTULIS + "kata = { iuran = 101 }", ["7: peran.iuran.kata.iuran: harus bobot antara 0 dan 100"]),
        (
            SAH_TERTULIS + 'isi = ["duit"]\nbukan = "x"',
            ["7: peran.iuran.isi: 'duit'", "8: peran.iuran.bukan: harus daftar"],
        ),
        (SAH_TERTULIS.replace("what members paid", ""), ["6: peran.iuran.arti: tidak boleh kosong"]),
        ("", [f"3: peran.iuran.{k}: kunci wajib tidak ada" for k in ("sebutan", "term", "arti")]),
    ],
)
def test_isian_yang_salah(baca: Callable[[str], Peran], isi: str, pesan: list[str]) -> None:
    """Everything that is wrong is named, with its line and key."""
    with pytest.raises(SumberError) as e:
        baca(isi)
    assert len(e.value.masalah) == len(pesan)
    for m, awal in zip(e.value.masalah, pesan, strict=True):
        assert str(m).startswith(f"peran.toml:{awal}")


def test_yang_salah_disebut_sejak_awal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes an entry wrong is told where, and not only that something could not be called so."""
    isi = sakip.model.peran._teks().replace("[peran.no]\n", "[peran.no]\nnomor = 1\n", 1)
    monkeypatch.setattr(sakip.model.peran, "_teks", lambda: isi)
    monkeypatch.setattr(sakip.model.peran, "data_peran", lambda: tomllib.loads(isi))
    with pytest.raises(SumberError, match=r"^peran.toml:\d+: peran.no.nomor: kunci tidak dikenal"):
        _semua()


def test_isian_dibaca(baca: Callable[[str], Peran]) -> None:
    p = baca(SAH_TERTULIS + 'jenis = "rupiah"\nciri = ["pasti", "aditif"]\nkata = { "iuran" = 9 }')
    assert p == Peran(nama="iuran", **SAH, jenis=Jenis.RUPIAH, pasti=True, aditif=True)
    assert p.uang
    assert str(p) == "Peran('iuran')"
    assert not baca(SAH_TERTULIS).uang
    with pytest.raises(BentukError, match=r"Peran.menamai: 'orang' tidak dikenal"):
        Peran(nama="iuran", **SAH, menamai="orang")


def test_satu_isian_setiap_peran(baca: Callable[[str], Peran]) -> None:
    """A second entry for a role is refused, not merged with the first."""
    with pytest.raises(SumberError, match=r"peran.toml:\d+: TOML tidak sah: tabel ganda"):
        baca(f'{SAH_TERTULIS}[peran.iuran]\nsebutan = "pagu"\n')


@given(SEMUA)
def test_kata_pengguna(p: Peran) -> None:
    """A user may teach a heading for any role, those included that have none of their own."""
    teks = f'[kosakata.peran.{p.nama}]\nkata = {{ "Plafon Bersama" = 9 }}\nisi = ["uang"]\n'
    kata = urai_konfigurasi(teks.encode(), "sakip.toml").kosakata
    assert kosakata(kata).peran(kata_judul("PLAFON BERSAMA 2025"), "uang")[0] == p.nama
    assert kosakata(kata).peran(kata_judul("Realisasi Anggaran"))[0] == "realisasi_anggaran"


# -- names and years -----------------------------------------------------------------------------------------------


@given(SEMUA, st.text("ab :@2", max_size=6), st.none() | st.integers(1000, 9999))
def test_peran_kunci(p: Peran, label: str, periode: int | None) -> None:
    """The role of a column is known by its key, whatever label and year follow."""
    assert peran_kunci(Kolom(p, label, periode).kunci) is p
    assert peran_kunci(f"bukan {p.nama}") is None
    if "@" not in label:
        assert baca_kolom(Kolom(p, label, periode).kunci) == Kolom(p, label, periode)


@given(SEMUA, st.none() | st.integers(2000, 2100), st.integers(2000, 2100))
def test_tahun(p: Peran, tercetak: int | None, laporan: int) -> None:
    """A printed year stands; without one the report's is meant, but for what belongs to the plan as a whole."""
    hasil = p.tahun(tercetak, laporan)
    assert hasil == (tercetak if tercetak is not None else laporan) or (hasil is None and p.tanpa_tahun)
    assert (hasil is None) == (tercetak is None and p.tanpa_tahun)


# -- a role more ---------------------------------------------------------------------------------------------------

IURAN = """
[peran.iuran]
sebutan = "anggaran iuran"
term = "levy"
arti = "what members paid for the program"
jenis = "rupiah"
ciri = ["pasti", "aditif", "triwulanan", "anggaran", "belanja", "dikutip"]
kata = { "iuran" = 9 }
isi = ["uang", "angka"]
"""

NASKAH = """LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)

DINAS PERTANIAN
KABUPATEN CONTOH

2025

Tabel 2.7
Iuran Tahun 2025

KODE REK\tPROGRAM/KEGIATAN/SUB KEGIATAN\tIURAN (Rp)
DINAS PERTANIAN\t\t300.000.000,00
01\tPROGRAM PENUNJANG URUSAN\t100.000.000,00
02\tPROGRAM PENYULUHAN PERTANIAN\t200.000.000,00
2.01\tPelaksanaan Penyuluhan\t200.000.000,00
0001\tPengembangan Kapasitas Penyuluh\t120.000.000,00
0002\tPelatihan Kelompok Tani\t80.000.000,00

Tabel 2.8
Iuran menurut Program Tahun 2025

KODE REK\tPROGRAM/KEGIATAN/SUB KEGIATAN\tPEMBERIAN PIHAK LAIN
DINAS PERTANIAN\t\t300.000.000,00
01\tPROGRAM PENUNJANG URUSAN\t100.000.000,00
02\tPROGRAM PENYULUHAN PERTANIAN\t210.000.000,00

Tabel 2.9
Iuran menurut Triwulan Tahun 2025

NO\tNAMA\tIURAN TW I (Rp)\tIURAN TW II (Rp)\tIURAN (Rp)
1\tKelompok Maju\t1.000.000,00\t2.000.000,00\t3.000.000,00
2\tKelompok Jaya\t1.500.000,00\t2.500.000,00\t4.100.000,00

Tabel 2.10
Iuran menurut Asal Tahun 2025

NO\tASAL\tIURAN (Rp)
1\tYayasan Lestari\t4.000.000,00
2\tKoperasi Sejahtera\t5.250.000,00
3\tPerorangan\t1.300.000,00
JUMLAH\t\t11.550.000,00
"""

CERITA = """
import io, json, runpy, sys
from openpyxl import load_workbook
from sakip import baca, pesan, reviu
from sakip.massal.quotes import kutip
from sakip.tulis import tulis
from sakip.tulis.folder import tulis_folder
from sakip.tulis.templat.isi import RUPIAH, KolomTemplat

laporan = baca("naskah.txt", kosakata={"kolom": {"pemberian pihak lain": "iuran"}})
tulis_folder(laporan, "folder")
r = reviu(laporan)
kkr = load_workbook(io.BytesIO(b"".join(tulis([r], "kkr"))))
print(json.dumps({
    "kolom": [[k.kunci for k in t.kolom] for t in laporan.tabel],
    "temuan": sorted([t.kode, pesan(t.tempat).partition(",")[0], pesan(t.seharusnya)] for t in r.temuan),
    "sama": [t.id for t in reviu(baca("folder")).temuan] == [t.id for t in r.temuan],
    "belum": len(r.cakupan.belum),
    "kutipan": sorted({k.peran for k in kutip(laporan)}),
    "html": "<h3 id=\\"rek-iuran\\">Anggaran iuran</h3>" in "".join(map(str, tulis([r], "html"))),
    "kkr": sum("anggaran iuran" in b for b in kkr["Rekonsiliasi"].values),
    "templat": KolomTemplat("iuran", "IURAN (Rp)", RUPIAH).isi,
    "halaman": "| `iuran` | anggaran iuran | levy |" in runpy.run_path(sys.argv[1])["halaman"](),
}))
"""


def test_peran_baru(tmp_path: Path) -> None:
    """With one entry more the package reads, adds up, checks, compares and writes figures of a role it never had."""
    paket = tmp_path / "sakip"
    shutil.copytree(Path(sakip.__file__).parent, paket)
    with (paket / "model" / "peran.toml").open("a", encoding="utf-8") as berkas:
        berkas.write(IURAN)
    (tmp_path / "naskah.txt").write_text(NASKAH, encoding="utf-8")
    hasil = subprocess.run(
        [sys.executable, "-c", CERITA, str(AKAR / "docs" / "halaman_peran.py")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert hasil.returncode == 0, hasil.stderr
    assert json.loads(hasil.stdout) == {
        "kolom": [
            ["kode", "nama", "iuran"],
            ["kode", "nama", "iuran"],
            ["no", "nama", "iuran:TW I", "iuran:TW II", "iuran"],
            ["no", "nama", "iuran"],
        ],
        "temuan": [
            ["FAK01", "Tabel 2.8", "200.000.000,00"],
            ["TAB02", "Tabel 2.10", ""],
            ["TAB06", "Tabel 2.9", "1.600.000,00 | 2.600.000,00 | 4.000.000,00"],
        ],
        "sama": True,
        "belum": 0,
        "kutipan": ["iuran"],
        "html": True,
        "kkr": 6,
        "templat": "uang",
        "halaman": True,
    }
