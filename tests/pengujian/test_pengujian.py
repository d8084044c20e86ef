"""The test kit, and the laws of the engine as properties of the reports it builds."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, example, find, given, settings
from hypothesis import strategies as st
from tests.kedalaman import sedalam

import sakip
from sakip import Putusan, reviu
from sakip.angka.angka import tulis
from sakip.aturan import katalog
from sakip.model.indikator import Indikator
from sakip.model.laporan import Laporan, Metode
from sakip.model.tabel import Tabel
from sakip.pengujian import (
    JENIS_GALAT,
    Kerusakan,
    TakAdaTempat,
    assert_bersih,
    assert_temuan,
    gambar,
    jaringan,
    kerusakan,
    laporan_acak,
    laporan_konsisten,
    nilai,
    rusak,
    strategi,
)
from sakip.pengujian._entry import daftarkan
from sakip.pengujian.letak import ganti, semua_sel, seperti, tulis_ulang
from sakip.pengujian.orakel import DIPOTONG, MEMBULAT, SALAH, TAK_TENTU, TEPAT, hukum
from sakip.relasi import DIPOTONG as ALASAN_POTONG
from sakip.relasi import Rumusan, Syarat
from sakip.tulis.words.kamus import pesan

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from sakip.fakta.register import Register
    from sakip.model.sel import Sel
    from sakip.relasi import Relasi
    from sakip.tinjauan.engine import Reviu

# What Hypothesis prints of a report that fails is long; `assert_bersih` prints it as tables.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

BENIH = st.integers(0, 10**9)
hemat = settings(max_examples=sedalam(25), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
"""A review of a whole report takes as long as thousands of small properties."""


def acak(benih: int) -> Random:
    return Random(benih)  # noqa: S311 - reports, not secrets


def berangka_salah(lap: Laporan, benih: int) -> Laporan:
    """The report with a wrong digit, or as it is where there is no place for one."""
    with suppress(TakAdaTempat):
        return rusak(lap, "angka_salah", acak(benih)).laporan
    return lap


def temuan_berat(r: Reviu) -> list[tuple[str, str]]:
    return [(t.kode, pesan(t)) for t in r.temuan if t.keparahan != "catatan"]


# -- consistent reports ---------------------------------------------------------------------------------------


@given(laporan_konsisten())
@settings(hemat, max_examples=sedalam(60))
def test_laporan_konsisten_bersih(lap: Laporan) -> None:
    r = reviu(lap)
    assert not r.galat
    assert_bersih(r)


@pytest.mark.parametrize("awal", range(0, 200, 50))
def test_laporan_acak_bersih(awal: int) -> None:
    for benih in range(awal, awal + sedalam(50)):
        lap = laporan_acak(benih)
        assert_bersih(reviu(lap))


def test_benih_sama_laporan_sama() -> None:
    assert laporan_acak(5) == laporan_acak(5)
    assert laporan_acak(5) != laporan_acak(6)


def test_tempat_tidak_berulang() -> None:
    """Every cell of a report has a place of its own, so that a finding points at one."""
    for benih in range(40):
        tempat = Counter(s.lokasi for s in semua_sel(laporan_acak(benih)))
        assert max(tempat.values()) == 1, tempat.most_common(3)


def test_menyusut_menjadi_laporan_kecil() -> None:
    tanpa_jejak = settings(max_examples=100, phases=[p for p in Phase if p is not Phase.explain])
    lap = find(laporan_konsisten(), lambda x: bool(x.tabel), settings=tanpa_jejak)
    assert sum(len(t.baris) for t in lap.tabel) < 25
    assert len(gambar(lap).splitlines()) < 60


def test_hampir_semua_angka_terperiksa() -> None:
    """What the builders print stands in relations, or the detection figures would be worth nothing."""
    bagian = [reviu(laporan_acak(benih, lengkap=True)).cakupan for benih in range(20)]
    assert sum(c.terperiksa for c in bagian) > 0.92 * sum(c.angka for c in bagian)


# -- faults ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jenis", JENIS_GALAT)
def test_galat_ditemukan(jenis: str) -> None:
    """Faults of each kind are found, nearly always at their place; the benchmark has the figures."""
    n = Counter[str]()
    for benih in range(max(4, sedalam(16))):
        lap = laporan_acak(benih, lengkap=True)
        try:
            k = rusak(lap, jenis, acak(benih))
        except TakAdaTempat:
            continue
        if not k.terdeteksi:
            assert k.alasan
            continue
        hasil = nilai(k, reviu(k.laporan))
        n["dapat"] += 1
        n["terdeteksi"] += hasil.terdeteksi
        n["terlokasi"] += k.terlokasi
        n["tempat"] += k.terlokasi and hasil.tempat
    assert n["dapat"] >= sedalam(4)
    assert n["terdeteksi"] == n["dapat"]
    assert n["tempat"] >= n["terlokasi"] - sedalam(3)


@given(kerusakan())
@hemat
def test_galat_sembarang(k: Kerusakan) -> None:
    r = reviu(k.laporan)
    assert not r.galat
    if k.terdeteksi:
        assert nilai(k, r).terdeteksi, f"{k.jenis} {k.tertulis} for {k.seharusnya} at {k.lokasi}\n{gambar(k.laporan)}"


@given(BENIH, st.sampled_from(JENIS_GALAT))
@hemat
def test_rusak_satu_hal_saja(benih: int, jenis: str) -> None:
    """A fault changes the cells it names and no other; the report it is made from stays as it is."""
    lap = laporan_acak(benih % 1000)
    try:
        k = rusak(lap, jenis, acak(benih))
    except TakAdaTempat:
        return
    assert lap == laporan_acak(benih % 1000)
    assert k.laporan != lap
    if len(k.lokasi) == len(k.tertulis) and jenis not in {"pengampu_ganda", "atasan_salah", "baris_hilang"}:
        lama = {s.lokasi: s.teks for s in semua_sel(lap)}
        beda = {s.lokasi: s.teks for s in semua_sel(k.laporan) if lama.get(s.lokasi) != s.teks}
        assert set(beda) <= set(k.lokasi)
        assert [lama[x] for x in k.lokasi] == list(k.seharusnya)


def test_rusak_jenis_asing() -> None:
    with pytest.raises(KeyError):
        rusak(laporan_acak(1), "tidak_ada", acak(1))


def test_rusak_tanpa_tempat() -> None:
    with pytest.raises(TakAdaTempat):
        rusak(Laporan(instansi="Dinas", tahun=2025), "angka_salah", acak(1))


# -- laws of the engine ---------------------------------------------------------------------------------------


@given(BENIH, st.booleans())
@hemat
def test_urutan_baris_tidak_berpengaruh(benih: int, salah: bool) -> None:
    """Permuting the lines of a table without codes changes where things stand, and nothing else."""
    lap = laporan_acak(benih % 500, lengkap=True)
    if salah:
        lap = berangka_salah(lap, benih)
    r = acak(benih)
    baru = attrs.evolve(lap, tabel=tuple(_kocok(t, r) for t in lap.tabel))
    assert _isi(reviu(lap)) == _isi(reviu(baru))


def _kocok(t: Tabel, acak: Random) -> Tabel:
    """The lines in another order, in tables whose lines stand side by side and are not numbered."""
    nama = {k.peran.nama for k in t.kolom}
    if nama & {"kode", "no"} or any(b.jenis in {"kelompok", "rerata", "subtotal"} for b in t.baris):
        return t
    rincian = iter(acak.sample(isi := [b for b in t.baris if b.jenis == "rincian"], len(isi)))
    return attrs.evolve(t, baris=tuple(next(rincian) if b.jenis == "rincian" else b for b in t.baris))


def _isi(r: Reviu) -> tuple[Any, ...]:
    """What a review says, but for the order in which it names the places of one finding."""
    temuan = sorted(
        (t.kode, t.keparahan, sorted((x.tabel or "", x.kolom or "") for x in t.lokasi))
        + ((t.tertulis, t.seharusnya, t.tempat) if len(t.lokasi) == 1 else ())
        for t in r.temuan
    )
    return temuan, r.hitung_putusan(), r.cakupan.angka, r.cakupan.terperiksa


@given(BENIH, st.sampled_from((10, 1000, 7)), st.booleans())
@example(41167, 10, True)  # a report without money
@hemat
def test_rupiah_dikali_tetapan(benih: int, kali: int, salah: bool) -> None:
    """All money times a constant: every verdict stays, where no print of money was rounded to begin with."""
    lap = laporan_acak(benih % 500)
    uang = [s for s in semua_sel(lap) if s.angka and s.angka.jenis == "rupiah" and s.angka.nilai]
    if salah and uang:  # by more than the rounding of the parts of a sum could explain before they are multiplied
        s = acak(benih).choice(uang)
        lap = ganti(lap, {id(s): tulis_ulang(s, seperti(s, s.angka.pecahan + 1000 + benih % 9))}) if s.angka else lap
    tabel = tuple(t for t in lap.tabel if t.indeks("pagu_capaian") is None)
    lap = attrs.evolve(lap, tabel=tabel, efisiensi=None, narasi=())
    baru = ganti(lap, {id(s): _kali(s, kali) for s in semua_sel(lap) if s.angka and s.angka.jenis == "rupiah"})
    a, b = reviu(lap), reviu(baru)
    assert [(h.kode, h.putusan) for h in a.relasi] == [(h.kode, h.putusan) for h in b.relasi], gambar(baru)


def _kali(s: Sel, kali: int) -> Sel:
    """The cell with its value times `kali`, with the decimals that keep what it printed."""
    a = s.angka
    assert a is not None
    return tulis_ulang(s, seperti(s, a.pecahan * kali))


@given(laporan_konsisten(), BENIH)
@hemat
def test_desimal_lebih_sedikit_tidak_menambah_temuan(lap: Laporan, benih: int) -> None:
    """Printing calculated figures with fewer decimals hides things; it never accuses."""
    r = acak(benih)
    peta = {}
    for b in jaringan(lap).butir:
        a = b.sel.angka if b.sel is not None else None
        hitungan = b.peran.nama in {"serapan", "sisa_persen", "persen", "capaian_akhir"}
        if hitungan and b.sel is not None and a is not None and a.desimal and r.random() < 0.5:
            # From the value behind the print, not from the print: rounding twice is another thing.
            dasar = _nilai_tepat(lap, b.sel)
            if dasar is not None:
                teks = tulis(dasar, a.desimal - 1)
                peta[id(b.sel)] = tulis_ulang(b.sel, teks + ("%" if "%" in b.sel.teks else ""))
    sesudah = reviu(ganti(lap, peta))
    assert temuan_berat(sesudah) == []
    assert not _gagal(sesudah) - _gagal(reviu(lap))


def _gagal(r: Reviu) -> Counter[tuple[str, str]]:
    return Counter((h.kode, str(h.relasi.uraian)) for h in r.relasi if h.putusan is Putusan.TIDAK_SESUAI)


def _nilai_tepat(lap: Laporan, sel: Sel) -> Fraction | None:
    """What a printed result follows from, where it follows by rounding from the prints themselves."""
    for r in jaringan(lap).relasi.get(id(sel), []):
        if isinstance(r, Rumusan) and r.hasil.sel is sel and hukum(r) == TEPAT:
            return r.hitung(r.jalur[0])
    return None


@given(BENIH, st.booleans())
@hemat
def test_orakel_sependapat(benih: int, salah: bool) -> None:
    """Every verdict is that of an oracle in exact fractions."""
    lap = laporan_acak(benih % 1000)
    if salah:
        lap = berangka_salah(lap, benih)
    for h in reviu(lap).relasi:
        putusan = hukum(h.relasi)
        if isinstance(h.relasi, Syarat) or putusan == TAK_TENTU:
            continue
        harapan = {
            TEPAT: (Putusan.SESUAI, ""),
            MEMBULAT: (Putusan.PEMBULATAN, ""),
            DIPOTONG: (Putusan.PEMBULATAN, ALASAN_POTONG),
            SALAH: (Putusan.TIDAK_SESUAI, ""),
        }[putusan]
        assert (h.putusan, h.evaluasi.alasan) == harapan, h.relasi.uraian


@given(BENIH)
@settings(hemat, max_examples=sedalam(10))
def test_katalog_tetap_dan_hasil_sama(benih: int) -> None:
    sebelum = katalog()
    lap = berangka_salah(laporan_acak(benih % 1000, lengkap=True), benih)
    a, b = reviu(lap), reviu(lap)
    assert katalog() is sebelum
    assert a.temuan == b.temuan
    assert [pesan(t) for t in a.temuan] == [pesan(t) for t in b.temuan]
    assert a.cakupan == b.cakupan


def test_dua_proses_sama() -> None:
    """The same bytes from two interpreters with other hash seeds."""
    kode = (
        "from random import Random\nfrom sakip import pesan, reviu\nfrom sakip.pengujian import laporan_acak, rusak\n"
        "k = rusak(laporan_acak(3, lengkap=True), 'angka_salah', Random(3))\n"
        "r = reviu(k.laporan)\n"
        "print([(t.id, t.kode, pesan(t), t.lokasi) for t in r.temuan], [h.relasi.uraian for h in r.relasi])"
    )
    hasil = {
        subprocess.run(
            [sys.executable, "-c", kode], capture_output=True, check=True, env={"PYTHONHASHSEED": h, **_lingkungan()}
        ).stdout
        for h in ("1", "2")
    }
    assert len(hasil) == 1


def _lingkungan() -> dict[str, str]:
    return {"PYTHONPATH": ":".join(sys.path), "PYTHONIOENCODING": "utf-8"}


@given(st.data())
@settings(hemat, max_examples=sedalam(10))
def test_aturan_gagal_tidak_mengganggu(data: st.DataObject) -> None:
    """A crash in one rule is named, and every other rule says what it said."""
    semua = katalog()
    rusak_ini = data.draw(st.sampled_from([a for a in semua if a.jalankan is not None]))

    def gagal(_reg: Register) -> Iterable[Relasi]:
        raise RuntimeError("sengaja")

    lap = laporan_acak(4, lengkap=True)
    aturan = [attrs.evolve(a, jalankan=gagal) if a is rusak_ini else a for a in semua]
    a, b = reviu(lap), reviu(lap, aturan=aturan)
    assert [(g.kode, g.pesan) for g in b.galat] == [(rusak_ini.kode, "RuntimeError: sengaja")]
    milik = {h.kode for h in a.relasi} - {h.kode for h in b.relasi}
    sisa = [(h.kode, h.putusan) for h in b.relasi]
    semula = Counter((h.kode, h.putusan) for h in a.relasi)
    assert not Counter(sisa) - semula
    assert rusak_ini.kode in milik or rusak_ini.kode not in {h.kode for h in a.relasi} or len(sisa) < len(a.relasi)


# -- strategies and the entry point ----------------------------------------------------------------------------


def test_from_type() -> None:
    daftarkan()
    sekali = settings(max_examples=1, phases=[Phase.generate])
    for tipe in (Laporan, Tabel, Indikator, Metode, sakip.PerjanjianKinerja, sakip.Klaim, sakip.Sel, sakip.Angka):
        contoh: object = find(st.from_type(tipe), lambda _: True, settings=sekali)
        assert isinstance(contoh, tipe)


@given(strategi.angka(), strategi.rupiah(negatif=True), strategi.persen(), strategi.kode())
def test_cetakan_terbaca(a: sakip.Angka, uang: sakip.Angka, p: sakip.Angka, kode: str) -> None:
    assert a.teks
    assert uang.jenis is sakip.Jenis.RUPIAH
    assert 0 <= p.nilai <= 200
    assert kode[0].isdigit()


@given(strategi.tabel())
@hemat
def test_tabel_konsisten(t: Tabel) -> None:
    if not any(k.peran.nama in {"capaian", "pagu_capaian"} for k in t.kolom):  # by a method of its own
        assert_bersih(reviu(Laporan(instansi="Dinas", tahun=2025, tabel=(t,))))


@given(strategi.kaskade())
@hemat
def test_kaskade_konsisten(k: tuple[Tabel, list[sakip.PerjanjianKinerja]]) -> None:
    lap = Laporan(instansi="Dinas", tahun=2025, tabel=(k[0],), perjanjian=tuple(k[1]))
    assert_bersih(reviu(lap))


def test_sakip_tidak_memuat_hypothesis() -> None:
    kode = (
        "import sys, sakip\nfrom sakip.pengujian import laporan_acak\nsakip.reviu(laporan_acak(1))\n"
        "print('hypothesis' in sys.modules)"
    )
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, check=True, env=_lingkungan(), text=True)
    assert hasil.stdout.strip() == "False"


# -- assertions ------------------------------------------------------------------------------------------------


def test_assert_temuan_menunjukkan_laporan() -> None:
    k = rusak(laporan_acak(1), "bagian_tertinggal", acak(1))
    r = reviu(k.laporan)
    assert assert_temuan(r, lokasi=k.lokasi[0], dugaan="tertinggal").tertulis == k.tertulis[0]
    with pytest.raises(AssertionError) as info:
        assert_temuan(r, kode="ANG99")
    assert "no finding with kode='ANG99'" in str(info.value)
    assert k.tertulis[0] in str(info.value)
    with pytest.raises(AssertionError, match=r"finding\(s\) of peringatan or graver"):
        assert_bersih(r)
