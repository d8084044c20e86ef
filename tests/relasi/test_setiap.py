"""Conditions on several cases: each kind against an oracle of its own, and what they say in both languages."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip.angka.angka import Jenis, tulis
from sakip.aturan.definisi import Aturan
from sakip.fakta import Butir, Register
from sakip.model.laporan import Laporan
from sakip.model.peran import PERAN
from sakip.model.sel import baca_sel_peran
from sakip.relasi import (
    Batas,
    Berpasangan,
    Berurutan,
    Cetakan,
    Cocok,
    Kasus,
    Nomor,
    Putusan,
    Seragam,
    Setiap,
    sendiri,
)
from sakip.tulis.words.catalogue import BAHASA
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Sequence

UJI = Aturan(kode="UJI01", judul="j", title="t", memeriksa="m", checks="c", penting="p", matters="w")
KAMUS = {b: Kamus(b, (UJI,)) for b in BAHASA}
BULAT, PASTI, KATA = "capaian", "pagu", "nama"
"""A role whose print was rounded, one whose print is the value itself, and one of words."""


def butir(teks: str, peran: str = BULAT) -> Butir:
    return Register(Laporan(instansi="Dinas Contoh", tahun=2025)).catat(
        baca_sel_peran(teks, PERAN[peran]), PERAN[peran], nama=teks, di=teks, wadah="uji"
    )


@st.composite
def angka(ambil: st.DrawFn) -> Butir:
    desimal = ambil(st.integers(0, 2))
    nilai = Fraction(ambil(st.integers(-300, 300)), 10**desimal)
    return butir(tulis(nilai, desimal, Jenis.NILAI), ambil(st.sampled_from((BULAT, PASTI))))


def nilai(b: Butir) -> Fraction:
    assert b.nilai is not None
    return b.nilai


def ujung(b: Butir) -> tuple[Fraction, Fraction]:
    """The least and greatest that a print may stand for, by its decimals."""
    lebar = Fraction(0) if b.peran.pasti or b.kasar else Fraction(1, 2 * 10**b.desimal)
    return nilai(b) - lebar, nilai(b) + lebar


# -- limits ----------------------------------------------------------------------------------------------------


@given(angka(), angka(), angka(), st.booleans())
def test_batas_membandingkan_cetakan(x: Butir, bawah: Butir, atas: Butir, terbuka: bool) -> None:
    ada = Batas(angka=x, bawah=bawah, atas=nilai(atas), terbuka=terbuka)
    tengah = nilai(bawah) < nilai(x) < nilai(atas) if terbuka else nilai(bawah) <= nilai(x) <= nilai(atas)
    assert ada.sesuai == tengah
    assert ada.bukti == (x, bawah)


@given(angka(), angka(), st.booleans(), st.booleans())
def test_batas_dari_dua_sisi(x: Butir, y: Butir, terbuka: bool, membulat: bool) -> None:
    """That x is not below y is the same as that y is not above x."""
    pilihan: dict[str, Any] = {"terbuka": terbuka, "membulat": membulat}
    assert Batas(angka=x, bawah=y, **pilihan).sesuai == Batas(angka=y, atas=x, **pilihan).sesuai


@given(angka(), angka())
def test_batas_yang_dapat_dibulatkan(x: Butir, y: Butir) -> None:
    """It fails only where no two values that round to the prints keep the limit."""
    assert Batas(angka=x, bawah=y, membulat=True).sesuai == (ujung(x)[1] >= ujung(y)[0])
    assert Batas(angka=x, bawah=y, membulat=True).sesuai or not Batas(angka=x, bawah=y).sesuai


@given(angka(), st.booleans())
def test_batas_tanpa_nilai(x: Butir, terbuka: bool) -> None:
    label = butir("belum rilis", KATA)
    assert label.nilai is None
    assert Batas(angka=label, bawah=0, atas=0, terbuka=terbuka).sesuai
    assert Batas(angka=x, bawah=label, terbuka=terbuka).sesuai
    assert Batas(angka=x).sesuai


# -- counterparts ----------------------------------------------------------------------------------------------


@given(st.integers(0, 5), st.integers(0, 5), st.none() | st.integers(0, 5))
def test_berpasangan_menghitung(n: int, sedikit: int, banyak: int | None) -> None:
    k = Berpasangan(pasangan=("x",) * n, paling_sedikit=sedikit, paling_banyak=banyak)
    assert k.sesuai == (n in range(sedikit, 6 if banyak is None else banyak + 1))


# -- words that are due ----------------------------------------------------------------------------------------

NAMA = st.text("abc ", min_size=1, max_size=4).filter(str.strip)


@given(NAMA, st.none() | st.lists(NAMA, max_size=3), st.lists(NAMA, max_size=3))
def test_cocok(tertulis: str, benar: list[str] | None, terlarang: list[str]) -> None:
    def sama(x: str) -> bool:
        return x.split() == tertulis.split()

    k = Cocok(tertulis=tertulis, seharusnya=None if benar is None else tuple(benar), terlarang=tuple(terlarang))
    if any(map(sama, benar or ())):
        assert k.sesuai
    elif terlarang:
        assert k.sesuai != any(map(sama, terlarang))
    else:
        assert k.sesuai == (benar is None)
    assert attrs.evolve(k, tertulis=f"{tertulis.upper()}.").sesuai == k.sesuai


# -- prints of one form ----------------------------------------------------------------------------------------

BENTUK = st.lists(st.tuples(st.sampled_from("xyz"), st.integers(1, 3)), min_size=1, max_size=6)


def seragam(bentuk: list[tuple[str, int]], **isi: Any) -> Seragam:
    return Seragam(cetakan=tuple(Cetakan(butir=butir(b, KATA), bentuk=b, banyak=n) for b, n in bentuk), **isi)


@given(BENTUK, st.permutations(range(6)))
def test_seragam(bentuk: list[tuple[str, int]], urutan: list[int]) -> None:
    k = seragam(bentuk)
    ragam = {b for b, _ in bentuk}
    assert k.sesuai == (len(ragam) == 1)
    assert bool(k.janggal) == (not k.sesuai)
    if not k.sesuai and k.umum is not None:
        sisa = tuple(c for c in k.cetakan if c not in k.janggal)
        assert attrs.evolve(k, cetakan=sisa).sesuai
        assert sum(c.banyak for c in sisa) > max(
            sum(n for b, n in bentuk if b == lain) for lain in ragam - {sisa[0].bentuk}
        )
    lain = seragam([bentuk[i] for i in urutan if i < len(bentuk)])
    assert (lain.sesuai, lain.umum, len(lain.janggal)) == (k.sesuai, k.umum, len(k.janggal))
    satu_satu = seragam([(b, 1) for b, n in bentuk for _ in range(n)])
    assert (satu_satu.sesuai, satu_satu.umum) == (k.sesuai, k.umum)


@given(BENTUK, st.sets(st.sampled_from("xyz"), min_size=1))
def test_seragam_menurut_bentuk_wajib(bentuk: list[tuple[str, int]], wajib: set[str]) -> None:
    k = seragam(bentuk, wajib=frozenset(wajib))
    assert [c.bentuk for c in k.janggal] == [b for b, _ in bentuk if b not in wajib]
    assert k.sesuai == (not k.janggal)


@given(st.sampled_from("xy"))
def test_seragam_bila_sama_banyak(seri: str) -> None:
    assert seragam([("x", 1), ("y", 1)]).umum is None
    assert seragam([("x", 1), ("y", 1)], seri=seri).umum == seri
    assert seragam([("x", 1), ("y", 1)], seri="z").umum is None
    assert seragam([("x", 2), ("y", 1)], seri="y").umum == "x"


# -- numbers that run on ---------------------------------------------------------------------------------------


@st.composite
def bernomor(ambil: st.DrawFn) -> list[tuple[int, ...]]:
    """A list with levels, numbered as it should be."""
    hasil: list[tuple[int, ...]] = []

    def isi(atas: tuple[int, ...]) -> None:
        for n in range(1, ambil(st.integers(0 if atas else 1, 3)) + 1):
            hasil.append((*atas, n))
            if len(atas) < 2:
                isi((*atas, n))

    isi(())
    return hasil


def berurutan(nomor: Sequence[tuple[int, ...]], awal: int | None = 1) -> Berurutan:
    isi = tuple(Nomor(butir=butir(".".join(map(str, n)), KATA), angka=n) for n in nomor)
    return Berurutan(nomor=isi, awal=awal)


@given(bernomor(), st.integers(0, 5))
def test_nomor_yang_berurutan(nomor: list[tuple[int, ...]], geser: int) -> None:
    assert berurutan(nomor).sesuai
    geseran = [(*n[:-1], n[-1] + geser) for n in nomor if len(n) == 1]
    assert berurutan(geseran, awal=None).sesuai
    assert berurutan(geseran, awal=1 + geser).sesuai
    assert berurutan(geseran).sesuai == (geser == 0)


@given(bernomor(), st.data())
def test_nomor_yang_hilang_atau_berulang(nomor: list[tuple[int, ...]], data: st.DataObject) -> None:
    """A lost line shows at the next one of its level, a doubled number at its second print; nowhere else."""
    i = data.draw(st.integers(0, len(nomor) - 1))
    ulang = berurutan([*nomor[: i + 1], *nomor[i:]])
    assert [n.angka for n in ulang.salah] == [nomor[i]]
    sesudah = (*nomor[i][:-1], nomor[i][-1] + 1)
    hilang = berurutan([n for n in nomor if n != nomor[i]])
    assert [n.angka for n in hilang.salah] == [n for n in nomor if n == sesudah]
    assert hilang.bukti[: len(hilang.salah)] == tuple(n.butir for n in hilang.salah)
    assert len(hilang.bukti) == len(nomor) - 1


# -- the relation ----------------------------------------------------------------------------------------------


def pasangan(sesuai: bool, nama: str = "benda") -> Berpasangan:
    return Berpasangan(nama=nama, pasangan=("x",) if sesuai else (), saksi=(butir(nama, KATA),))


@given(st.lists(st.booleans(), min_size=1, max_size=6))
def test_setiap(isi: list[bool]) -> None:
    kasus = tuple(pasangan(x, f"benda {i}") for i, x in enumerate(isi))
    r = Setiap(kode="UJI01", kasus=kasus)
    assert r.evaluasi().putusan is (Putusan.SESUAI if all(isi) else Putusan.TIDAK_SESUAI)
    assert r.dipenuhi({}) == all(isi)
    assert [b.teks for b in r.butir] == [f"benda {i}" for i, x in enumerate(isi) if not x]
    assert r.diuji == ()
    lebih = Setiap(kode="UJI01", kasus=(*kasus, pasangan(sesuai=True)), rinci=True)
    assert (lebih.salah, lebih.bukti) == (r.salah, r.bukti)
    assert len(lebih.rincian) == len(r.salah)


@given(st.lists(st.booleans(), max_size=6))
def test_sendiri(isi: list[bool]) -> None:
    """One relation for each case that holds, one for all that do not; no case is lost or told twice."""
    kasus = [pasangan(x) for x in isi]
    relasi = list(sendiri("UJI01", kasus, menguji=True))
    putusan = [r.terpenuhi for r in relasi]
    assert putusan == [True] * sum(isi) + [False] * (not all(isi))
    semua = [k for r in relasi for k in r.kasus]
    assert len(semua) == len(kasus)
    assert all(any(k is x for x in semua) for k in kasus)
    assert all(r.diuji == r.bukti for r in relasi)


def test_setiap_menolak_tanpa_kasus() -> None:
    with pytest.raises(ValueError, match="tanpa kasus"):
        Setiap(kode="UJI01", kasus=())


CONTOH: tuple[tuple[Kasus, Kasus], ...] = (
    (Batas(nama="A", angka=butir("130"), atas=120), Batas(nama="A", angka=butir("110"), atas=120)),
    (Batas(nama="A", angka=butir("0"), bawah=0, terbuka=True), Batas(nama="A", angka=butir("1"), bawah=0)),
    (Batas(nama="A", angka=butir("9"), bawah=1, atas=2, terbuka=True), Batas(nama="A", angka=butir("1"))),
    (pasangan(sesuai=False, nama="A"), pasangan(sesuai=True, nama="A")),
    (Cocok(nama="A", tertulis="b", seharusnya=("c", "d")), Cocok(nama="A", tertulis="c", seharusnya=("c", "d"))),
    (seragam([("x", 2), ("y", 1)]), seragam([("x", 2)])),
    (berurutan([(1,), (3,)]), berurutan([(1,), (2,)])),
)


@pytest.mark.parametrize("bahasa", BAHASA)
@pytest.mark.parametrize(("salah", "benar"), CONTOH, ids=[k.bentuk for k, _ in CONTOH])
def test_kata_tiap_jenis(salah: Kasus, benar: Kasus, bahasa: str) -> None:
    """Each kind says what it is about, what is printed and what should be, with no words of the rule's own."""
    assert (salah.sesuai, benar.sesuai) == (False, True)
    for satu in (True, False):
        r = Setiap(kode="UJI01", kasus=(salah,), satu=satu, rinci=True)
        kata = [KAMUS[bahasa].ucap(x) for x in (r.uraian, r.tertulis, r.seharusnya, *r.rincian)]
        assert all(kata)
        assert not any("{" in x or "UJI01" in x for x in kata)
        b = Setiap(kode="UJI01", kasus=(benar,), satu=satu)
        assert KAMUS[bahasa].ucap(b.uraian)
        assert b.rincian == ()
        assert b.tertulis == "" or satu


def test_kata_berbeda_menurut_bahasa() -> None:
    for salah, _ in CONTOH:
        r = Setiap(kode="UJI01", kasus=(salah,))
        assert KAMUS["id"].ucap(r.uraian) != KAMUS["en"].ucap(r.uraian)


def test_kata_milik_aturan() -> None:
    """A rule says it in words of its own, under the key of the kind, filled with what the kind knows."""
    milik = attrs.evolve(UJI, kalimat={"batas.tertulis": ("{n} dari {banyak}: {daftar}", "{n} of {banyak}: {daftar}")})
    kasus = tuple(Batas(nama=f"A{i}", angka=butir(str(i)), atas=1) for i in range(4))
    r = Setiap(kode="UJI01", kasus=kasus, sambung="koma")
    assert Kamus("id", (milik,)).ucap(r.tertulis) == "2 dari 4: A2 2, A3 3"
    assert Kamus("en", (milik,)).ucap(r.tertulis) == "2 of 4: A2 2, A3 3"
    assert Kamus("en", (milik,)).ucap(r.seharusnya) == "at most 1"


def test_dapat_dipickle() -> None:
    for salah, benar in CONTOH:
        r = pickle.loads(pickle.dumps(Setiap(kode="UJI01", kasus=(salah, benar))))  # noqa: S301 - our own bytes
        assert [k.sesuai for k in r.kasus] == [False, True]


@given(angka(), angka())
def test_batas_menyebut_batasnya(x: Butir, y: Butir) -> None:
    assume(nilai(x) > nilai(y))
    r = Setiap(kode="UJI01", kasus=(Batas(angka=x, atas=y),), satu=True)
    assert KAMUS["id"].ucap(r.tertulis) == f"{x.nama} {x.teks}"
    assert KAMUS["id"].ucap(r.seharusnya) == f"paling banyak {y.teks}"
