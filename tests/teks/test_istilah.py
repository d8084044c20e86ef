"""The words of the field and the shapes of sentences: each shape reads its own sentences, each group is in use."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import sakip
from sakip.angka.notasi import PANGKAT
from sakip.teks.istilah import NOTASI, bentuk, himpunan, istilah, pasangan, pola, semua_bentuk, semua_istilah

if TYPE_CHECKING:
    from collections.abc import Mapping

BENTUK = dict(semua_bentuk())
ISTILAH = dict(semua_istilah())
CONTOH = [(nama, teks, isi) for nama, b in BENTUK.items() for teks, isi in b["contoh"]]
BUKAN = [(nama, teks) for nama, b in BENTUK.items() for teks in b.get("bukan", ())]


@pytest.mark.parametrize(("nama", "teks", "isi"), CONTOH)
def test_kalimat_contoh(nama: str, teks: str, isi: Mapping[str, str]) -> None:
    """What must be read from a sentence of the shape."""
    cocok = bentuk(nama).search(teks)
    assert cocok is not None
    assert {k: v for k, v in cocok.groupdict().items() if v is not None} == isi


@pytest.mark.parametrize(("nama", "teks"), BUKAN)
def test_kalimat_lain(nama: str, teks: str) -> None:
    assert bentuk(nama).search(teks) is None


@pytest.mark.parametrize(("nama", "teks", "isi"), [c for c in CONTOH if not BENTUK[c[0]].get("kapital")])
def test_kapital_tak_dihitung(nama: str, teks: str, isi: Mapping[str, str]) -> None:
    """A heading in capitals says the same, unless the shape says that capitals count."""
    for lain in (teks.lower(), teks.upper()):
        cocok = bentuk(nama).search(lain)
        assert cocok is not None
        assert {k: v.lower() for k, v in cocok.groupdict().items() if v} == {k: v.lower() for k, v in isi.items()}


@pytest.mark.parametrize("nama", BENTUK)
def test_bentuk_lengkap(nama: str) -> None:
    """A shape says what it means and has a sentence; what it names exists."""
    b: Mapping[str, Any] = BENTUK[nama]
    assert b["arti"].endswith(".")
    assert b["contoh"]
    assert set(re.findall(r"(?<!\?P)<([a-z_]+)>", b["bentuk"])) <= ISTILAH.keys() | NOTASI.keys()


@cache
def _kode() -> str:
    akar = Path(sakip.__file__).parent
    berkas = [*akar.rglob("*.py"), akar / "teks" / "bentuk.toml", akar / "teks" / "istilah.toml"]
    return "\n".join(b.read_text("utf-8") for b in berkas)


@pytest.mark.parametrize("nama", ISTILAH)
def test_istilah_dipakai(nama: str) -> None:
    """A group says what it means, holds no word twice, and some code, shape or other group asks for it."""
    isi: Mapping[str, Any] = ISTILAH[nama]
    assert isi["arti"].endswith(".")
    assert nama == "bukan_salah_ketik" or re.search(rf'"@?{nama}"|<{nama}>', _kode())
    if "kata" in isi:
        assert len(set(isi["kata"])) == len(isi["kata"])
        assert all(k == k.casefold() for k in isi["kata"])


@pytest.mark.parametrize("nama", [n for n in BENTUK if n.partition(".")[0] not in {"bukan_angka", "rumus", "bagian"}])
def test_bentuk_dipakai(nama: str) -> None:
    assert f'"{nama}"' in _kode()


@pytest.mark.parametrize("nama", [n for n, isi in ISTILAH.items() if "kata" in isi])
def test_pola_menemukan_tiap_kata(nama: str) -> None:
    """A pattern of a group finds every word of it whole, also where one begins another."""
    cari = re.compile(pola(nama), re.IGNORECASE)
    for k in istilah(nama):
        assert cari.fullmatch(k.replace("*", "nya").replace("~", " ").upper())


def test_ribuan_dikenal_notasi() -> None:
    """What a sentence may say behind a figure is read as part of it."""
    assert {k.removesuffix("an") for k in himpunan("ribuan")} <= PANGKAT.keys()


def test_bulan_berurut() -> None:
    assert len(istilah("bulan")) == 12
    assert himpunan("bulan") < himpunan("nama_bulan")


def test_kelompok_yang_tak_ada() -> None:
    with pytest.raises(KeyError):
        istilah("tak_ada")
    with pytest.raises(KeyError):
        bentuk("kinerja.tak_ada")


def test_tak_ada_singkatan_satu_laporan() -> None:
    """An abbreviation that only one report uses, or that means several things, is none for all."""
    assert not {"smg", "kop", "sp", "um", "spm", "kb"} & pasangan("singkatan").keys()
