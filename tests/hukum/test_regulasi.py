"""The law as data: it loads, it is consistent, and it says how sure we are."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib import resources
from typing import Any

import attrs
import pytest

from sakip.errors import SkalaError
from sakip.hukum import regulasi
from sakip.hukum.regulasi import Keyakinan
from sakip.hukum.rumus import Rumus, Suku
from sakip.hukum.skala import daftar_skala

BERKAS = ["rumus", "skala", "peraturan"]


def _isi(nama: str) -> dict[str, Any]:
    teks = resources.files("sakip.hukum").joinpath(f"{nama}.toml").read_text(encoding="utf-8")
    return tomllib.loads(teks)


def _semua(isi: Any) -> list[Any]:
    """Every value of a file, at any depth."""
    anak = isi.values() if isinstance(isi, dict) else isi if isinstance(isi, list) else []
    return [isi, *(x for a in anak for x in _semua(a))]


@pytest.mark.parametrize("berkas", BERKAS)
def test_berkas_bertanggal_dan_tanpa_float(berkas: str) -> None:
    assert isinstance(regulasi.terakhir_diperiksa(berkas), date)
    assert not [x for x in _semua(_isi(berkas)) if isinstance(x, float)]


@pytest.mark.parametrize("berkas", BERKAS)
def test_setiap_catatan_menyebut_keyakinan(berkas: str) -> None:
    for kelompok, isi in _isi(berkas).items():
        if not isinstance(isi, dict) or kelompok == "pita":
            continue
        for nama, catatan in isi.items():
            assert catatan["terverifikasi"] in (True, "praktik", False), nama


def test_setiap_dasar_dapat_dikutip() -> None:
    dasar = {d for berkas in BERKAS for x in _semua(_isi(berkas)) if isinstance(x, dict) for d in x.get("dasar", ())}
    assert dasar
    for d in dasar:
        assert regulasi.kutipan(d)


@pytest.mark.parametrize(
    ("nama", "keyakinan"),
    [
        ("positif", Keyakinan.YA),
        ("negatif_a", Keyakinan.YA),
        ("negatif_b", Keyakinan.PRAKTIK),
        ("negatif_c", Keyakinan.PRAKTIK),
        ("negatif_d", Keyakinan.PRAKTIK),
        ("e", Keyakinan.YA),
        ("ne", Keyakinan.PRAKTIK),
        ("ne_terbatas", Keyakinan.BELUM),
    ],
)
def test_keyakinan_rumus(nama: str, keyakinan: Keyakinan) -> None:
    assert regulasi.ambil_rumus(nama).keyakinan is keyakinan


@pytest.mark.parametrize("skala", daftar_skala().values(), ids=lambda s: s.nama)
def test_skala_tidak_diakui_sebagai_bunyi_aturan(skala: Any) -> None:
    """Only the predicates of AKIP were read as they stand."""
    dibaca = skala.nama == "akip_88_2021"
    assert skala.keyakinan is (Keyakinan.YA if dibaca else Keyakinan.PRAKTIK)


def test_rumus_dari_data() -> None:
    negatif_a = regulasi.ambil_rumus("negatif_a")
    assert negatif_a.rumus == Rumus(
        (Suku(Fraction(200), ("target",)), Suku(Fraction(-100), ("realisasi",))),
        (Suku(Fraction(1), ("target",)),),
    )
    assert regulasi.ambil_rumus("ne").rumus.hitung({"e": Fraction("9.892")}) == Fraction("74.73")
    assert regulasi.ambil_rumus("e_per_20").rumus.hitung({"e": Fraction(10)}) == Fraction(1, 2)
    assert {r.jenis for r in regulasi.daftar_rumus().values()} == {"capaian", "anggaran", "efisiensi"}


def test_batas_adalah_aturan_langkah() -> None:
    uji = [Fraction(100), Fraction(105), Fraction(110), Fraction(115), Fraction(130)]
    hasil = {nama: [regulasi.ambil_batas(nama).terapkan(x) for x in uji] for nama in ("tanpa", "100", "120", "110_120")}
    assert hasil == {
        "tanpa": uji,
        "100": [100] * 5,
        "120": [100, 105, 110, 115, 120],
        "110_120": [100, 105, 110, 120, 120],
    }


def test_kebijakan_target_nol() -> None:
    nilai = {nama: regulasi.ambil_target_nol(nama) for nama in ("kosong", "nol", "galat")}
    assert [(k.nilai, k.galat) for k in nilai.values()] == [(None, False), (0, False), (None, True)]


def test_rumus_setiap_polaritas_dan_metode_ada() -> None:
    for nama in ("positif", "negatif", "stabil"):
        p = regulasi.ambil_polaritas(nama)
        assert regulasi.ambil_rumus(p.di_bawah)
        assert regulasi.ambil_rumus(p.di_atas)
    assert regulasi.ambil_polaritas("stabil").keyakinan is Keyakinan.BELUM
    m = regulasi.ambil_efisiensi("pmk214")
    for nama in (m.e, m.ne, m.ne_terbatas, *(n for daftar in m.langkah.values() for n in daftar)):
        assert regulasi.ambil_rumus(nama)
    assert m.skala in daftar_skala()


def test_kutipan() -> None:
    pmk = regulasi.kutipan("pmk_214_2017")
    assert pmk.startswith("PMK 214/PMK.02/2017 tentang Pengukuran dan Evaluasi Kinerja Anggaran")
    assert "digantikan oleh PMK 22/PMK.02/2021" in pmk
    assert pmk.endswith("[bunyi aturan sudah dibaca]")
    assert regulasi.kutipan("pmk_214_2017#batas_ne").endswith("[belum terverifikasi]")
    assert "diubah oleh PMK 107/2024" in regulasi.kutipan("pmk_62_2023")
    assert regulasi.kutipan("permendagri_86_2017#skala").endswith("bunyi aturan belum dibaca]")


@pytest.mark.parametrize("kode", regulasi.daftar_peraturan())
def test_setiap_peraturan_utuh(kode: str) -> None:
    p = regulasi.ambil_peraturan(kode)
    assert p.kode == kode
    assert str(p.sejak) in kode
    for lain in (*p.dicabut_oleh, *p.diubah_oleh):
        assert regulasi.ambil_peraturan(lain).sejak >= p.sejak
    for k in p.klausul:
        assert regulasi.kutipan(f"{kode}#{k.nama}")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        p.kode = "lain"  # type: ignore[misc]
    assert hash(p) == hash(attrs.evolve(p))


def test_rantai_pengganti() -> None:
    assert [p.judul for p in regulasi.pengganti("pmk_214_2017")] == ["PMK 22/PMK.02/2021", "PMK 62/2023"]
    assert regulasi.pengganti("pmk_62_2023") == ()


@pytest.mark.parametrize(
    ("ambil", "ada"),
    [
        (regulasi.ambil_rumus, "negatif_a"),
        (regulasi.ambil_batas, "110_120"),
        (regulasi.ambil_polaritas, "stabil"),
        (regulasi.ambil_target_nol, "kosong"),
        (regulasi.ambil_efisiensi, "pmk214"),
        (regulasi.ambil_peraturan, "permenpanrb_53_2014"),
        (regulasi.kutipan, "permenpanrb_53_2014"),
    ],
)
def test_nama_tak_dikenal(ambil: Any, ada: str) -> None:
    with pytest.raises(SkalaError, match=rf"'ngawur'.*{ada}"):
        ambil("ngawur")


def test_klausul_tak_dikenal() -> None:
    with pytest.raises(SkalaError, match=r"klausul PermenPANRB 53/2014.*bab_iii_a"):
        regulasi.kutipan("permenpanrb_53_2014#ngawur")


def test_daftar_tak_dapat_diubah() -> None:
    for daftar in (
        regulasi.daftar_rumus(),
        regulasi.daftar_peraturan(),
        daftar_skala(),
        regulasi.muat("rumus"),
    ):
        with pytest.raises(TypeError):
            daftar["baru"] = None  # type: ignore[index]
    assert regulasi.daftar_rumus() is regulasi.daftar_rumus()


def test_pecahan_toml_dibaca_eksak() -> None:
    assert not any(isinstance(x, float) for x in _semua(dict(regulasi.muat("skala"))))
    assert Fraction(Decimal("0.1")) == Fraction(1, 10)
