"""What is built in Python is refused in the words in which a file is; nothing is loaded for it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from sakip import SakipError
from sakip.angka.lokasi import Lokasi
from sakip.konfigurasi import Konfigurasi
from sakip.konversi.konverter import Konverter, daftar, peta
from sakip.konversi.nilai import BentukError, bulat, logis, pilihan, tahun, tak_dikenal, tanggal, teks, teks_isi
from sakip.model.indikator import Indikator
from sakip.model.laporan import Bagian, LangkahEfisiensi, Metode
from sakip.model.narasi import Hitungan, Klaim
from sakip.model.perjanjian import PerjanjianKinerja
from sakip.model.sel import Sel
from sakip.pembaca.folder.bentuk import konverter
from sakip.tinjauan.tanggapan import STATUS, Tanggapan

if TYPE_CHECKING:
    from collections.abc import Callable

SEL = Sel("1", None, Lokasi())
BANGUN: list[tuple[Callable[..., Any], dict[str, Any], str]] = [
    (Indikator, {"kunci": "a", "nama": "A"}, "jenis"),
    (Indikator, {"kunci": "a", "nama": "A"}, "polaritas"),
    (Indikator, {"kunci": "a", "nama": "A"}, "dasar_polaritas"),
    (Indikator, {"kunci": "a", "nama": "A"}, "polaritas_kata"),
    (Indikator, {"kunci": "a", "nama": "A"}, "dasar_rumus"),
    (Indikator, {"kunci": "a", "nama": "A"}, "agregasi"),
    (PerjanjianKinerja, {"eselon": "III", "jabatan": "a", "tahun": 2025}, "eselon"),
    (PerjanjianKinerja, {"eselon": "III", "jabatan": "a", "tahun": 2025}, "jenis"),
    (Metode, {}, "efisiensi"),
    (Metode, {}, "dasar_batas"),
    (Metode, {}, "target_tak_positif"),
    (Bagian, {"jenis": "lampiran"}, "jenis"),
    (LangkahEfisiensi, {"tertulis": SEL, "arti": "e_per_20"}, "arti"),
    (Hitungan, {"apa": "program"}, "apa"),
    (Hitungan, {"apa": "program"}, "jenis"),
    (Hitungan, {"apa": "program"}, "capai"),
    (Klaim, {"tertulis": SEL}, "rumus"),
    (Klaim, {"tertulis": SEL}, "arah"),
    (Klaim, {"tertulis": SEL}, "terhadap"),
    (Konfigurasi, {}, "ambang"),
    (Konfigurasi, {}, "target_tak_positif"),
    (Tanggapan, {"id": "0123456789ab"}, "status"),
]


@pytest.mark.parametrize(("kelas", "isi", "atribut"), BANGUN)
def test_kata_yang_tidak_ada(kelas: Callable[..., Any], isi: dict[str, Any], atribut: str) -> None:
    """Each kind that is one of a few words; its default and the words themselves are taken."""
    kelas(**isi)
    with pytest.raises(SakipError) as e:
        kelas(**{**isi, atribut: "ngawur"})
    nama = getattr(kelas, "__name__", "")
    boleh = next(a.validator.boleh for a in kelas.__attrs_attrs__ if a.name == atribut)  # type: ignore[attr-defined]
    assert str(e.value) == f"{nama}.{atribut}: {tak_dikenal('ngawur', boleh)}"
    for kata in boleh:
        kelas(**{**isi, atribut: kata})


def test_semua_pilihan_teruji() -> None:
    """No class of the data folder has a choice that the list above leaves out."""
    ada = {(getattr(k, "__name__", ""), a) for k, _, a in BANGUN}
    conv = konverter()
    semua = {
        (c.__name__, a.name)
        for c in conv.bentuk
        for a in c.__attrs_attrs__  # type: ignore[attr-defined]
        if hasattr(a.validator, "boleh")
    }
    assert semua
    assert semua <= ada


def test_status_tanggapan() -> None:
    assert Tanggapan(id="0123456789ab").status == STATUS[0]


@pytest.mark.parametrize(
    ("hook", "nilai", "pesan"),
    [
        (teks, 3, "harus teks, bukan 3"),
        (teks, None, "harus teks, bukan null"),
        (teks, {}, "harus teks, bukan pemetaan"),
        (teks_isi, " ", "tidak boleh kosong"),
        (bulat, "3", "harus bilangan bulat, 0 atau lebih, bukan '3'"),
        (bulat, -1, "harus bilangan bulat, 0 atau lebih, bukan -1"),
        (bulat, True, "harus bilangan bulat, 0 atau lebih, bukan True"),
        (bulat, 10**80, "harus bilangan bulat"),
        (logis, "true", "harus true atau false, bukan 'true'"),
        (logis, 1, "harus true atau false, bukan 1"),
        (tahun, 25, "harus tahun empat angka, bukan 25"),
        (tanggal, "2026-13-01", "'2026-13-01' bukan tanggal"),
        (pilihan("a", "b"), "c", "'c' tidak dikenal; pilih salah satu: a, b"),
        (pilihan("a", "b"), 1, "harus teks, bukan 1"),
        (daftar(teks), "a", "harus daftar, bukan 'a'"),
        (peta(teks), [], "harus pemetaan 'kunci: nilai', bukan daftar"),
    ],
)
def test_nilai_biasa(hook: Callable[[Any], Any], nilai: Any, pesan: str) -> None:
    """Plain values, as JSON gives them, are held to their kind."""
    with pytest.raises(BentukError) as e:
        hook(nilai)
    assert str(e.value).startswith(pesan)


@pytest.mark.parametrize(
    ("hook", "nilai", "hasil"),
    [(teks, "a", "a"), (bulat, 3, 3), (logis, True, True), (logis, False, False), (tahun, 2025, 2025)],
)
def test_nilai_biasa_yang_benar(hook: Callable[[Any], Any], nilai: Any, hasil: Any) -> None:
    assert hook(nilai) == hasil


def test_dua_konverter_tidak_saling_tahu() -> None:
    """What one reader registers changes nothing for another."""
    satu, dua = konverter(), Konverter()
    assert satu.bentuk
    assert not dua.bentuk
    assert konverter().bentuk is not satu.bentuk


@pytest.mark.parametrize(
    "modul",
    [
        "sakip.model.laporan",
        "sakip.konversi.nilai",
        "sakip.konfigurasi",
        "sakip.tinjauan.tanggapan",
        "sakip.cli.putaran",
    ],
)
def test_cattrs_hanya_dengan_pembacaan(modul: str) -> None:
    """Neither the model nor what a command line without a configuration loads needs the converter."""
    kode = f"import sys, {modul}; print({{'cattrs', 'yaml'}} & set(sys.modules))"
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert hasil.stdout.strip() == "set()"
