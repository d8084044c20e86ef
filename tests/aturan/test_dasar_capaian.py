"""What an achievement is held to, and whether that is stated, borne out by the report's lines, or unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import sakip
from sakip.errors import SumberError
from sakip.konfigurasi import urai_konfigurasi
from sakip.relasi import Putusan

if TYPE_CHECKING:
    from pathlib import Path

    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu

KEPALA = "# LAPORAN KINERJA DINAS SOSIAL TAHUN 2024\n\n## BAB III AKUNTABILITAS KINERJA\n\n{prosa}\n\n{judul}\n\n"
POLOS = "No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%)"
BERARAH = "No | Indikator Kinerja | Satuan | Polaritas | Target | Realisasi | Capaian (%)"
POSITIF = "Rumus capaian kinerja: Capaian = Realisasi / Target x 100%."


def reviu(folder: Path, kolom: str, *baris: str, prosa: str = "Uraian.", toml: str = "") -> Reviu:
    isi = "\n".join(f"| {b} |" for b in (kolom, " | ".join(["---"] * (kolom.count("|") + 1)), *baris))
    (folder / "a.md").write_text(KEPALA.format(prosa=prosa, judul="Tabel 3.1 Capaian Kinerja Tahun 2024") + isi + "\n")
    konfigurasi = urai_konfigurasi(toml.encode(), "sakip.toml") if toml else None
    return sakip.reviu(sakip.baca(folder / "a.md"), konfigurasi=konfigurasi)


def temuan(r: Reviu, *kode: str) -> list[Temuan]:
    return [t for t in r.temuan if t.kode in kode]


@pytest.mark.parametrize(
    ("prosa", "kolom", "baris", "kata"),
    [
        ("", POLOS, ["1 | Cakupan Layanan | % | 80 | 60 | 57"], ("polaritas tidak diketahui", "rumus tidak diketahui")),
        (POSITIF, POLOS, ["1 | Cakupan Layanan | % | 80 | 60 | 57"], ("rumus dinyatakan laporan",)),
        (
            "",
            BERARAH,
            ["1 | Angka Kesakitan | % | Negatif | 10 | 12 | 120"],
            ("polaritas dinyatakan laporan", "rumus tidak diketahui"),
        ),
    ],
)
def test_dinyatakan_atau_tidak_diketahui(
    tmp_path: Path, prosa: str, kolom: str, baris: list[str], kata: tuple[str, ...]
) -> None:
    (t,) = temuan(reviu(tmp_path, kolom, *baris, prosa=prosa), "KIN01")
    assert all(k in sakip.pesan(t) for k in kata)


def test_didukung_barisnya_dalam_dua_bahasa(tmp_path: Path) -> None:
    """Two earlier years bear T/R out; the third is held to it, and the finding says so."""
    kolom = "No | Indikator Kinerja | Tahun | Target | Realisasi | Capaian (%)"
    baris = ["1 | Angka Kesakitan | 2022 | 10 | 8 | 125", "2 | Angka Kesakitan | 2023 | 10 | 16 | 62,5"]
    (t,) = temuan(reviu(tmp_path, kolom, *baris, "3 | Angka Kesakitan | 2024 | 10 | 5 | 230"), "KIN01")
    assert "polaritas didukung baris laporan; rumus didukung baris laporan" in sakip.pesan(t)
    assert "polarity borne out by the report's lines" in sakip.pesan(t, "en")


def test_batas_dinyatakan_atau_didukung(tmp_path: Path) -> None:
    baris = [
        "1 | Cakupan A | % | 50 | 80 | 120",
        "2 | Cakupan B | % | 40 | 72 | 120",
        "3 | Cakupan C | % | 80 | 60 | 57",
    ]
    (t,) = temuan(reviu(tmp_path, POLOS, *baris), "KIN01")
    assert "batas didukung baris laporan" in sakip.pesan(t)
    prosa = "Capaian kinerja ditetapkan paling tinggi 120%."
    (t,) = temuan(reviu(tmp_path, POLOS, *baris, prosa=prosa), "KIN01")
    assert "batas dinyatakan laporan" in sakip.pesan(t)


def test_kolom_akhir_tidak_mengikat_kolom_tahun(tmp_path: Path) -> None:
    """R/T of the year beside T/R of the plan's end: what one column bears out accuses nobody in the other."""
    kolom = (
        "No | Indikator Kinerja | Target | Realisasi | Capaian (%) | Target Akhir Renstra | Capaian Target Akhir (%)"
    )
    baris = [
        "1 | Angka Kemiskinan | 10,00 | 12,00 | 120,00 | 8,00 | 66,67",
        "2 | Tingkat Pengangguran Terbuka | 5,00 | 6,00 | 120,00 | 4,00 | 66,67",
        "3 | Persentase Lulusan | 80,00 | 84,00 | 105,00 | 90,00 | 93,33",
    ]
    r = reviu(tmp_path, kolom, *baris)
    assert {t.keparahan for t in temuan(r, "KIN01", "KIN05")} == {"catatan"}
    assert [t.tertulis for t in temuan(r, "KIN01")] == ["120,00", "120,00"]
    salah = reviu(tmp_path, kolom, baris[0].replace("120,00", "127,00"), *baris[1:])
    (t,) = (t for t in salah.temuan if t.keparahan == "kesalahan")
    assert "127,00" in sakip.pesan(t)


@pytest.mark.parametrize(
    "baris", ["1 | Laju | % | Positif | -2,00 | -1,00 | 150", "1 | Kasus | % | Negatif | 0 | 3 | 50"]
)
@pytest.mark.parametrize("prosa", ["", POSITIF])
def test_target_tak_positif(tmp_path: Path, baris: str, prosa: str) -> None:
    """Unchecked unless the reviewer asks for the formula; in no case a kesalahan."""
    r = reviu(tmp_path, BERARAH, baris, prosa=prosa)
    assert not temuan(r, "KIN01")
    assert not any(h.putusan is Putusan.SESUAI for h in r.relasi if h.kode == "KIN01")
    dihitung = reviu(tmp_path, BERARAH, baris, prosa=prosa, toml='[metode]\ntarget_tak_positif = "rumus"\n')
    assert not any(t.keparahan == "kesalahan" for t in dihitung.temuan)


def test_target_negatif_dihitung_bila_diminta(tmp_path: Path) -> None:
    toml = '[metode]\ntarget_tak_positif = "rumus"\n'
    baris = "1 | Laju | % | Positif | -2,00 | -1,00 | {}"
    assert not temuan(reviu(tmp_path, BERARAH, baris.format("50,00"), toml=toml), "KIN01")
    (t,) = temuan(reviu(tmp_path, BERARAH, baris.format("57,00"), toml=toml), "KIN01")
    assert t.keparahan == "peringatan"


HARI = "No | Indikator Kinerja | Target | Realisasi | Capaian (%)"


@pytest.mark.parametrize(
    ("target", "realisasi"),
    [
        ("31 Maret 2025", "31/03/2025"),
        ("Januari – Maret", "Februari"),
        ("paling lambat 31-3-2025", "Februari 2025"),
        ("WTP-DPP", "Wajar Tanpa Pengecualian dengan Paragraf Penjelas"),
    ],
)
def test_capaian_hari_bulan_dan_predikat(tmp_path: Path, target: str, realisasi: str) -> None:
    """What is met gives 100; what prints another achievement is asked about at most."""
    lain = "2 | Cakupan | 80,00 | 84,00 | 105,00"
    r = reviu(tmp_path, HARI, f"1 | Waktu Penetapan | {target} | {realisasi} | 100,00", lain)
    assert not r.temuan
    assert [h.evaluasi.putusan for h in r.relasi if h.kode == "KIN01"] == [Putusan.SESUAI] * 2
    salah = reviu(tmp_path, HARI, f"1 | Waktu Penetapan | {target} | {realisasi} | 90,00", lain)
    assert not any(t.keparahan == "kesalahan" for t in salah.temuan)


@pytest.mark.parametrize(
    ("kolom", "satuan"),
    [(POLOS, "maks. hari"), (POLOS, "Hari (maksimal)"), (POLOS.replace("Target", "Target (maks.)"), "Hari")],
)
@pytest.mark.parametrize(
    ("realisasi", "capaian", "sesuai"), [("4", "100", True), ("4", "125", True), ("8", "40", True), ("8", "100", False)]
)
def test_satuan_berbatas(
    tmp_path: Path, kolom: str, satuan: str, realisasi: str, capaian: str, *, sesuai: bool
) -> None:
    """A unit or a heading that says maks. makes a bound of the target: full while it is kept."""
    baris = f"1 | Penerbitan Rekomendasi | {satuan} | 5 | {realisasi} | {capaian}"
    r = reviu(tmp_path, kolom, baris, "2 | Cakupan | % | 80,00 | 84,00 | 105,00")
    assert [t.keparahan for t in temuan(r, "KIN01")] == ([] if sesuai else ["peringatan"])


def test_urutan_predikat_dari_konfigurasi(tmp_path: Path) -> None:
    """The order of grades is the reviewer's to set, also for grades that nobody else knows."""
    baris = ["1 | Opini | WDP | TW | 100,00", "2 | Tingkat Kota Layak | Nindya | Madya | 100,00"]
    assert len(temuan(reviu(tmp_path, HARI, *baris), "KIN11")) == 1
    toml = '[metode]\nordinal = { opini = ["WTP", "TW", "WDP"], layak = ["Utama", "Nindya", "Madya"] }\n'
    (t,) = temuan(reviu(tmp_path, HARI, *baris, toml=toml), "KIN11")
    assert t.keparahan == "catatan"
    assert "Tingkat Kota Layak" in sakip.pesan(t)
    assert "Opini" not in sakip.pesan(t)


@pytest.mark.parametrize("nilai", ['["WTP"]', '["WTP", "wtp"]', "3", '"WTP"'])
def test_urutan_predikat_yang_keliru(nilai: str) -> None:
    with pytest.raises(SumberError, match=r"sakip\.toml:2: metode\.ordinal\.opini"):
        urai_konfigurasi(f"[metode]\nordinal.opini = {nilai}\n".encode(), "sakip.toml")


@pytest.mark.parametrize(
    ("perencanaan", "pelaksanaan", "nka", "tingkat", "sesuai"),
    [
        ("84,63", "95,56", "90,10", "Sangat Baik", True),  # half-up: 90,095
        ("18,70", "99,27", "58,99", "Kurang", True),
        ("42,32", "47,78", "90,10", "Sangat Baik", True),  # weighted before
        ("84,63", "95,56", "91,00", "Sangat Baik", False),
        ("18,70", "99,27", "58,99", "Cukup", False),
    ],
)
def test_nka(tmp_path: Path, perencanaan: str, pelaksanaan: str, nka: str, tingkat: str, *, sesuai: bool) -> None:
    """Half of each, rounded half-up, and the level of the value; never more than a peringatan."""
    baris = [
        f"1 | Nilai Kinerja Perencanaan Anggaran | 90 | {perencanaan} | ",
        f"2 | Nilai IKPA | 90 | {pelaksanaan} | ",
        f"3 | Nilai Kinerja Anggaran | 90 | {nka} | {tingkat}",
    ]
    r = reviu(tmp_path, "No | Uraian | Target | Nilai | Kategori", *baris)
    assert [t.keparahan for t in temuan(r, "EFI06")] == ([] if sesuai else ["peringatan"])
    assert [h.putusan for h in r.relasi if h.kode == "EFI06"].count(Putusan.SESUAI) == (2 if sesuai else 1)
