"""The checklist: quoted as the regulation has it, and no item better than what was found and compared."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lengkap import KEPALA, LULUS, SASARAN, formulir, laporan, pengukuran, sel, tabel, uang

from sakip.aturan import katalog
from sakip.hukum.regulasi import kutipan
from sakip.model.indikator import Indikator
from sakip.model.laporan import Catatan, Laporan
from sakip.pembaca import baca
from sakip.pengujian import laporan_acak
from sakip.temuan.temuan import Temuan
from sakip.tinjauan.engine import Galat, Reviu, reviu
from sakip.tinjauan.selection import Pilihan
from sakip.tulis import Opsi
from sakip.tulis.kkr.butir_uji import muat
from sakip.tulis.kkr.daftar_uji import (
    BAIK,
    COCOK,
    DISAJIKAN,
    HASIL,
    PEREVIU,
    TAK_BERLAKU,
    TAK_DITEMUKAN,
    butir,
    lingkup,
    nomor_ringkas,
)
from sakip.tulis.kkr.isi import BELUM_CUKUP, SESUAI, TIDAK, Isi
from sakip.tulis.words.kamus import Kamus, pesan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sakip.aturan.definisi import Aturan
    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.tulis.kkr.daftar_uji import Butir

TERBAIK = {
    "I.1": DISAJIKAN, "I.2": DISAJIKAN, "I.3": DISAJIKAN, "I.4": SESUAI, "I.5": DISAJIKAN, "I.6": SESUAI,
    "II.1": PEREVIU, "II.2": SESUAI, "II.3": PEREVIU, "II.4": PEREVIU, "II.5": PEREVIU, "II.6": PEREVIU,
    "II.7": PEREVIU, "III.1": SESUAI, "III.2": SESUAI, "III.3": TAK_BERLAKU, "III.4": SESUAI, "III.5": SESUAI,
    "III.6": TAK_BERLAKU, "III.7": SESUAI, "III.8": PEREVIU, "III.9": PEREVIU, "III.10": PEREVIU,
}  # fmt: skip
"""What each official item says of a report in which everything is found and holds."""

BERJUDUL = [n for n, h in TERBAIK.items() if h in {SESUAI, DISAJIKAN}]
"""The items that the tool decides in that report."""


def periksa(r: Reviu, opsi: Opsi | None = None) -> dict[str, Butir]:
    """The items of a review, by number."""
    return {b.nomor: b for b in butir(Isi(r, opsi or Opsi()))}


def hasil(lap: Laporan) -> dict[str, str]:
    """The outcome of each item."""
    return {n: b.hasil for n, b in periksa(reviu(lap)).items()}


@cache
def bersih() -> Reviu:
    """The review of the whole report."""
    return reviu(laporan())


# -- the form --------------------------------------------------------------------------------------------------


def test_dua_puluh_tiga_butir_resmi() -> None:
    """Three groups of 6, 7 and 10 items, and ours apart from them; the wording is verified."""
    kelompok = {k.nomor: k for k in muat().kelompok}
    assert [(n, len(k.butir)) for n, k in kelompok.items() if k.resmi] == [("I", 6), ("II", 7), ("III", 10)]
    assert [n for n, k in kelompok.items() if not k.resmi] == ["T"]
    assert kelompok["I"].butir[0].uraian == "Laporan Kinerja (LKj) telah menampilkan data penting IP"
    assert kelompok["III"].butir[9].uraian == "IKU dan IK telah SMART"
    assert "[bunyi aturan sudah dibaca]" in kutipan(muat().dasar)


def test_tidak_ada_aturan_yang_hilang() -> None:
    """Every rule of the catalogue speaks under some item other than II.5, which all speak under."""
    assert [a.kode for a in katalog() if not a.daftar_uji] == []


def test_setiap_hasil_diterangkan() -> None:
    assert {b.hasil for b in periksa(bersih()).values()} <= set(HASIL)
    assert set(HASIL) > BAIK
    assert {TIDAK, BELUM_CUKUP, TAK_DITEMUKAN}.isdisjoint(BAIK)


def test_lingkup_menyebut_praktik() -> None:
    """The regulation has reports of K/L and pemda reviewed; papers for a unit say that theirs is practice."""
    assert "C.3.e" in lingkup("Pemerintah Kota Contoh", Kamus("id"))
    assert "menurut praktik" not in lingkup("Pemerintah Kota Contoh", Kamus("id"))
    assert "menurut praktik" in lingkup("Dinas Contoh Kota Contoh", Kamus("id"))


def test_nomor_ringkas() -> None:
    assert nomor_ringkas([1, 2, 3, 4, 7, 9, 10]) == "1–4, 7, 9, 10"
    assert nomor_ringkas([]) == ""


# -- each item: earned, and not earned -------------------------------------------------------------------------


def test_laporan_lengkap() -> None:
    """Everything found on both sides, compared, and nothing in the way."""
    r = bersih()
    assert [(t.kode, pesan(t)) for t in r.temuan] == []
    semua = periksa(r)
    assert {n: b.hasil for n, b in semua.items() if b.resmi} == TERBAIK
    assert all(not b.halangan for b in semua.values() if b.hasil in {SESUAI, DISAJIKAN, COCOK})
    assert all(b.bukti for n, b in semua.items() if n in BERJUDUL)


def tanpa_tabel(*nomor: str) -> Laporan:
    """The report without some tables."""
    lap = laporan()
    return attrs.evolve(lap, tabel=tuple(t for t in lap.tabel if t.nomor not in nomor))


def ganti_tabel(nomor: str, dari: str, ke: str) -> Laporan:
    """The report with another word or figure in a table."""
    lap = laporan()
    semua = []
    for t in lap.tabel:
        if t.nomor == nomor:
            isi = [[ke if s.teks == dari else s.teks for s in b.sel] for b in t.baris]
            kolom = [k.kunci for k in t.kolom]
            assert any(ke in b for b in isi)
            t = t.susun(kolom, isi, nomor=nomor, judul=t.judul, jenis=[b.jenis for b in t.baris])
        semua.append(t)
    return attrs.evolve(lap, tabel=tuple(semua))


def ganti_formulir(ubah: Callable[[PerjanjianKinerja], PerjanjianKinerja]) -> Laporan:
    """The report with another form."""
    return attrs.evolve(laporan(), perjanjian=(ubah(formulir()),))


def _target_lain(pk: PerjanjianKinerja) -> PerjanjianKinerja:
    lain = attrs.evolve(pk.kinerja[0], target=sel("85 %", "target", pk.sebutan, "1 target"))
    return attrs.evolve(pk, kinerja=(lain, *pk.kinerja[1:]))


def _jumlah_salah(pk: PerjanjianKinerja) -> PerjanjianKinerja:
    return attrs.evolve(pk, jumlah=sel("310.000", "pagu", pk.sebutan, "jumlah"))


def _sasaran_lain(pk: PerjanjianKinerja) -> PerjanjianKinerja:
    return attrs.evolve(pk, kinerja=(attrs.evolve(pk.kinerja[0], sasaran="Terbangunnya balai desa"), *pk.kinerja[1:]))


def _satu_indikator(pk: PerjanjianKinerja) -> PerjanjianKinerja:
    return attrs.evolve(pk, kinerja=pk.kinerja[:1])


TANPA: dict[str, tuple[str, Callable[[], Laporan], str]] = {
    "I.1 tanpa bagian": ("I.1", lambda: attrs.evolve(laporan(), bagian=(), organisasi=()), TAK_DITEMUKAN),
    "I.1 sebagian": ("I.1", lambda: attrs.evolve(laporan(), bagian=()), BELUM_CUKUP),
    "I.2 tanpa target": ("I.2", lambda: tanpa_tabel("3.1"), TAK_DITEMUKAN),
    "I.3 tanpa capaian": ("I.3", lambda: tanpa_tabel("3.1"), BELUM_CUKUP),
    "I.4 tanpa formulir": ("I.4", lambda: attrs.evolve(laporan(), perjanjian=()), BELUM_CUKUP),
    "I.4 jumlah salah": ("I.4", lambda: ganti_formulir(_jumlah_salah), TIDAK),
    "I.4 formulir tanpa jabatan": ("I.4", lambda: ganti_formulir(lambda pk: attrs.evolve(pk, jabatan="")), BELUM_CUKUP),
    "I.5 tanpa upaya": ("I.5", lambda: attrs.evolve(laporan(), bagian=()), TAK_DITEMUKAN),
    "I.6 tanpa uang": ("I.6", lambda: tanpa_tabel("3.5", "3.6"), BELUM_CUKUP),
    "I.6 satu tempat": (
        "I.6",
        lambda: attrs.evolve(tanpa_tabel("3.6"), perjanjian=()),
        BELUM_CUKUP,
    ),
    "I.6 sisa salah": ("I.6", lambda: ganti_tabel("3.5", "75,00", "72,00"), TIDAK),
    "II.2 tanpa komponen": ("II.2", lambda: attrs.evolve(laporan(), komponen=()), PEREVIU),
    "II.2 satu komponen": ("II.2", lambda: attrs.evolve(laporan(), komponen=laporan().komponen[:1]), PEREVIU),
    "II.2 komponen salah": ("II.2", lambda: _komponen_salah(), TIDAK),
    "II.5 kesalahan": ("II.5", lambda: ganti_tabel("3.5", "75,00", "72,00"), TIDAK),
    "III.1 tanpa PK": ("III.1", lambda: attrs.evolve(laporan(), perjanjian=()), BELUM_CUKUP),
    "III.1 sasaran lain": ("III.1", lambda: ganti_formulir(_sasaran_lain), BELUM_CUKUP),
    "III.1 tabel tanpa sasaran": ("III.1", lambda: _tanpa_sasaran(), BELUM_CUKUP),
    "III.2 tanpa Renstra": ("III.2", lambda: tanpa_tabel("2.1"), BELUM_CUKUP),
    "III.2 sasaran lain": ("III.2", lambda: ganti_tabel("2.1", SASARAN[0], "Terbangunnya balai desa"), BELUM_CUKUP),
    "III.3 berlaku": ("III.3", lambda: tanpa_tabel("2.1"), PEREVIU),
    "III.4 tanpa PK": ("III.4", lambda: attrs.evolve(laporan(), perjanjian=()), BELUM_CUKUP),
    "III.4 target lain": ("III.4", lambda: ganti_formulir(_target_lain), TIDAK),
    "III.4 satu indikator": ("III.4", lambda: ganti_formulir(_satu_indikator), BELUM_CUKUP),
    "III.5 tanpa IKU": ("III.5", lambda: tanpa_tabel("2.2"), BELUM_CUKUP),
    "III.5 indikator lain": ("III.5", lambda: ganti_tabel("2.2", LULUS.nama, "Jumlah Balai"), BELUM_CUKUP),
    "III.6 berlaku": ("III.6", lambda: tanpa_tabel("2.2"), PEREVIU),
    "III.7 tanpa tahun lalu": ("III.7", lambda: tanpa_tabel("3.2"), BELUM_CUKUP),
    "III.7 tanpa standar nasional": ("III.7", lambda: tanpa_tabel("3.4"), BELUM_CUKUP),
    "III.7 tanpa jangka menengah": ("III.7", lambda: tanpa_tabel("3.3", "2.1"), BELUM_CUKUP),
    "III.7 perubahan salah": ("III.7", lambda: ganti_tabel("3.2", "6,00", "9,00"), TIDAK),
}


def _komponen_salah() -> Laporan:
    lap = laporan()
    k = lap.komponen[0]
    satu = attrs.evolve(k.pembilang[0], nilai=sel("71", "pembilang", "Perhitungan lulus", "pembilang"))
    return attrs.evolve(lap, komponen=(attrs.evolve(k, pembilang=(satu,)), *lap.komponen[1:]))


def _tanpa_sasaran() -> Laporan:
    lap = laporan()
    ukur = tabel(
        "3.1",
        "Pengukuran Kinerja",
        "indikator | target | realisasi | capaian",
        *(" | ".join(s.teks for s in b.sel[1:]) for b in pengukuran().baris),
    )
    return attrs.evolve(lap, tabel=tuple(ukur if t.nomor == "3.1" else t for t in lap.tabel))


@pytest.mark.parametrize("nama", TANPA)
def test_butir_tidak_diperoleh(nama: str) -> None:
    """What each item needs, taken away or made wrong: it is not what it was, and says why."""
    nomor, buat, harapan = TANPA[nama]
    b = periksa(reviu(buat()))[nomor]
    assert b.hasil == harapan
    assert b.hasil == PEREVIU or b.halangan
    assert b.hasil != TERBAIK[nomor] or nomor.startswith("II.5")


def test_setiap_butir_yang_diputuskan_diuji() -> None:
    """The table above has a case for every item that the tool decides."""
    assert {n for n, _, _ in TANPA.values()} >= set(BERJUDUL)


def test_smart_hanya_menghitung() -> None:
    """SMART is the reviewer's, with what can be counted; an indicator without a target speaks against it."""
    tanpa_target = ganti_formulir(
        lambda pk: attrs.evolve(pk, kinerja=(attrs.evolve(pk.kinerja[0], target=None), *pk.kinerja[1:]))
    )
    assert periksa(reviu(tanpa_target))["III.10"].hasil == TIDAK
    assert any("formula" in t for t in periksa(bersih())["III.10"].bukti)


# -- no tick that the review contradicts -----------------------------------------------------------------------


def test_laporan_kosong() -> None:
    """Of a report that says nothing, nothing is found."""
    semua = hasil(Laporan(instansi="Dinas", tahun=2025))
    assert set(semua.values()) <= {BELUM_CUKUP, TAK_DITEMUKAN, PEREVIU}


@pytest.mark.parametrize("nomor", [t.nomor for t in laporan().tabel])
def test_satu_tabel(nomor: str) -> None:
    """A single table has no other side."""
    lap = laporan()
    satu = Laporan(
        instansi=lap.instansi,
        tahun=lap.tahun,
        renstra=lap.renstra,
        indikator=lap.indikator,
        tabel=tuple(t for t in lap.tabel if t.nomor == nomor),
    )
    assert SESUAI not in hasil(satu).values()


def test_satu_tabel_dengan_semua_kolom() -> None:
    """Nor has one that prints everything itself."""
    t = tabel(
        "3.1",
        "Perjanjian Kinerja, IKU, Renstra dan Perbandingan dengan Standar Nasional",
        "sasaran | indikator | target | target_iku@2025 | target_renstra@2025 | realisasi@2024 | realisasi | capaian | "
        "target_akhir | capaian_akhir | pagu | realisasi_anggaran | serapan",
        f"{SASARAN[0]} | {LULUS.nama} | 80 | 80 | 80 | 70,00 | 76,00 | 95,00 | 90 | 84,44 | 200.000 | 150.000 | 75,00",
    )
    assert SESUAI not in hasil(Laporan(instansi="Dinas", tahun=2025, indikator=(LULUS,), tabel=(t,))).values()


@given(benih=st.integers(0, 400), tinggal=st.integers(0, 30))
def test_satu_tabel_dari_laporan_acak(benih: int, tinggal: int) -> None:
    lap = laporan_acak(benih)
    if lap.tabel:
        t = lap.tabel[tinggal % len(lap.tabel)]
        satu = attrs.evolve(lap, tabel=(t,), perjanjian=(), komponen=(), narasi=(), efisiensi=None)
        assert SESUAI not in hasil(satu).values()


def menurut(a: Aturan) -> set[str]:
    """The items that a rule says it speaks under."""
    return {*a.daftar_uji, *a.daftar_uji_bersama}


@pytest.mark.parametrize("kode", [a.kode for a in katalog()])
def test_reviu_yang_dibatasi(kode: str) -> None:
    """An item of which a rule was left out is not SESUAI; with one rule alone, only what needs no other can be."""
    aturan = next(a for a in katalog() if a.kode == kode)
    satu = periksa(reviu(laporan(), pilih=[kode]))
    for k in muat().kelompok:
        for ke, b in enumerate(k.butir, 1):
            nomor = f"{k.nomor}.{ke}"
            if satu[nomor].hasil == SESUAI:
                assert [a.kode for a in katalog() if b.semua or nomor in menurut(a)] == [kode]
    kurang = periksa(reviu(laporan(), abaikan=[kode]))
    for k in muat().kelompok:
        for ke, b in enumerate(k.butir, 1):
            nomor = f"{k.nomor}.{ke}"
            if b.semua or nomor in menurut(aturan):
                assert kurang[nomor].hasil not in {SESUAI, DISAJIKAN, COCOK}


def test_aturan_yang_dijalankan_dicatat() -> None:
    """Which rules were run is known to the review itself, whatever the options of the writer say."""
    r = reviu(laporan(), pilih=["PKJ"])
    assert all(k.startswith("PKJ") for k in r.dijalankan)
    assert Isi(r, Opsi()).dibatasi
    assert Isi(r, Opsi(pilihan=Pilihan(("PKJ",), ()))).dibatasi == "hanya PKJ"
    assert not Isi(bersih(), Opsi()).dibatasi


def _temuan(kode: str, keparahan: str) -> Temuan:
    return Temuan(
        id="a" * 12, kode=kode, keparahan=keparahan, kunci="syarat", tempat="", lokasi=(), uang=Fraction(0),
        isi={"judul": "x", "tertulis": "x", "seharusnya": "x"},
    )  # fmt: skip


@pytest.mark.parametrize("keparahan", ["kesalahan", "peringatan", "catatan"])
@pytest.mark.parametrize("nomor", BERJUDUL)
def test_temuan_terbuka_menghalangi(nomor: str, keparahan: str) -> None:
    """An open finding of any of the item's rules, KON03 and KON04 among them, turns it away."""
    for kode in [a.kode for a in katalog() if nomor in a.daftar_uji]:
        b = periksa(attrs.evolve(bersih(), temuan=(_temuan(kode, keparahan),)))[nomor]
        assert b.hasil not in {SESUAI, DISAJIKAN}
        assert b.temuan == (1,)


@pytest.mark.parametrize("nomor", [n for n, h in TERBAIK.items() if h == SESUAI])
def test_yang_tidak_terbaca_menghalangi(nomor: str) -> None:
    """What the reader could not read, or not understand, may be what the item compares."""
    for hilang in (True, False):
        lap = attrs.evolve(laporan(), catatan=(Catatan("tidak terbaca: halaman 3", hilang=hilang),))
        b = periksa(reviu(lap))[nomor]
        assert b.hasil in {BELUM_CUKUP, PEREVIU}
        assert any("halaman 3" in t for t in b.halangan)


@given(kode=st.sampled_from([a.kode for a in katalog()]))
def test_aturan_yang_gagal_menghalangi(kode: str) -> None:
    semua = periksa(attrs.evolve(bersih(), galat=(Galat(kode, "rusak"),)))
    for n, b in periksa(bersih()).items():
        if any(f"aturan gagal dijalankan: {kode}" in t for t in semua[n].halangan):
            assert semua[n].hasil not in {SESUAI, DISAJIKAN, COCOK}
        else:
            assert semua[n].hasil == b.hasil or n in {"III.3", "III.6"}


def test_angka_belum_terperiksa_menghalangi() -> None:
    """A figure of the item that nothing tests."""
    lap = laporan()
    lain = tabel("3.7", "Realisasi Kegiatan", "nama | realisasi_anggaran", "Kegiatan Magang | 7.000")
    b = periksa(reviu(attrs.evolve(lap, tabel=(*lap.tabel, lain))))["I.6"]
    assert b.hasil == BELUM_CUKUP
    assert any("belum terperiksa" in t for t in b.halangan)


def test_indikator_program_tidak_diminta() -> None:
    """What is measured below the agency's own level need not be a main indicator."""
    lap = laporan()
    program = Indikator(kunci="magang", nama="Jumlah Peserta Magang", jenis="program", satuan="orang")
    t = tabel(
        "3.8", "Kinerja Program", "indikator | target | realisasi | capaian", f"{program.nama} | 40 | 40 | 100,00"
    )
    semua = hasil(attrs.evolve(lap, indikator=(*lap.indikator, program), tabel=(*lap.tabel, t)))
    assert (semua["III.4"], semua["III.5"]) == (SESUAI, SESUAI)


def test_uang_saja_bukan_sasaran() -> None:
    """Neither Renstra nor IKU nor PK in the file: no item about them is SESUAI, whatever holds."""
    lap = Laporan(instansi="Dinas", tahun=2025, tabel=(uang("3.5", "Realisasi"), uang("3.6", "Realisasi lagi")))
    semua = hasil(lap)
    assert {semua[n] for n in ("III.1", "III.2", "III.4", "III.5", "III.7")} == {BELUM_CUKUP}
    assert semua["I.6"] == SESUAI


def test_rencana_kinerja_tahunan_bukan_perjanjian(tmp_path: Path) -> None:
    """A plan of the year in the layout of an agreement binds nobody: it has no office."""
    naskah = f"""\
# LAPORAN KINERJA DINAS CONTOH

TAHUN 2025

FORMULIR RENCANA KINERJA TAHUNAN

| No | Sasaran Strategis | Indikator Kinerja | Target |
|---|---|---|---|
| 1 | {SASARAN[0]} | {LULUS.nama} | 80% |

Pengukuran Kinerja

| No | Sasaran Strategis | Indikator Kinerja | Satuan | Target | Realisasi | Capaian |
|---|---|---|---|---|---|---|
| 1 | {SASARAN[0]} | {LULUS.nama} | % | 80 | 76,00 | 95,00% |
"""
    (tmp_path / "l.md").write_text(naskah, encoding="utf-8")
    semua = hasil(baca(tmp_path / "l.md"))
    assert {semua[n] for n in ("I.4", "III.1", "III.4")} == {BELUM_CUKUP}
    assert KEPALA not in naskah
