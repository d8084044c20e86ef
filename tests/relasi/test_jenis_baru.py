"""A new kind of relation is one class: the engine, the search and every output take it as it is."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from sakip.angka.interval import Interval
from sakip.aturan.definisi import Aturan
from sakip.fakta import susun
from sakip.pengujian import laporan_acak
from sakip.pengujian.letak import ganti, seperti, tulis_ulang
from sakip.relasi import TANDA, Evaluasi, Putusan, Relasi
from sakip.relasi.jalur import nilai_operan
from sakip.relasi.lembar import BarisLembar, Lembar
from sakip.relasi.persamaan import Persamaan, kurangi, tengah
from sakip.tinjauan.engine import reviu
from sakip.tinjauan.tabel_benar import tabel_benar
from sakip.tulis import BINER, FORMAT, Opsi, tulis
from sakip.tulis.anotasi import catatan
from sakip.tulis.pembulatan import daftar_pembulatan

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.butir import Butir
    from sakip.fakta.register import Register
    from sakip.model.laporan import Laporan
    from sakip.tinjauan.engine import Reviu

URAIAN = "hubungan jenis baru"


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Paling(Relasi):
    """No more than a kind must say: one figure is no larger than another."""

    kecil: Butir
    besar: Butir
    putusan: Putusan | None = None
    jenis: str = "paling"

    @property
    def butir(self) -> tuple[Butir, ...]:
        return (self.kecil, self.besar)

    def evaluasi(self) -> Evaluasi:
        sesuai = Putusan.SESUAI if self.dipenuhi({}) else Putusan.TIDAK_SESUAI
        return Evaluasi(self.putusan or sesuai, alasan="" if self.putusan is None else "alasan jenis baru")

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        return nilai_operan(self.kecil, ubah).tengah <= nilai_operan(self.besar, ubah).tengah


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Kelipatan(Relasi):
    """A kind that answers all that may be asked: a figure is so many times another."""

    mengikat = True

    y: Butir
    x: Butir
    kali: Fraction
    jenis: str = "kelipatan"

    @property
    def butir(self) -> tuple[Butir, ...]:
        return (self.y, self.x)

    @property
    def hasil(self) -> Butir:
        return self.y

    @property
    def diuji(self) -> tuple[Butir, ...]:
        return self.butir

    @property
    def dihitung(self) -> Fraction:
        return self.kali * tengah(self.x, {})

    def benar(self, ubah: Mapping[Butir, Interval | str]) -> Interval:
        return Interval.titik(self.kali * tengah(self.x, ubah))

    def evaluasi(self) -> Evaluasi:
        return Evaluasi(Putusan.SESUAI if self.dipenuhi({}) else Putusan.TIDAK_SESUAI)

    def dipenuhi(self, ubah: Mapping[Butir, Interval | str]) -> bool:
        return tengah(self.y, ubah) == self.kali * tengah(self.x, ubah)

    def menentukan(self, belum: Collection[Butir]) -> bool:
        return len(belum) == 1

    def semua_usul(self, butir: Butir, ubah: Mapping[Butir, Interval | str]) -> Iterator[Interval]:
        yield self.benar(ubah) if butir is self.y else Interval.titik(tengah(self.y, ubah) / self.kali)

    def nilai_menurut(
        self,
        butir: Butir,
        ubah: Mapping[Butir, Interval | str],
        belum: Collection[Butir],  # noqa: ARG002
    ) -> Iterator[Interval]:
        return self.semua_usul(butir, ubah)

    def persamaan(self, belum: Collection[Butir], ubah: Mapping[Butir, Interval | str]) -> Iterator[Persamaan]:
        p: Persamaan = {}
        for b, kali in ((self.y, Fraction(1)), (self.x, -self.kali)):
            kurangi(p, {b: Fraction(1)} if b in belum else {None: tengah(b, ubah)}, -kali)
        yield p

    def lembar(self, baris: int, evaluasi: Evaluasi) -> Lembar:  # noqa: ARG002
        return Lembar(
            tanda=f'IF(ABS(F{baris}-H{baris})<0.001,"✓","✗")',
            dihitung=f"F{baris + 1}*{self.kali.numerator}/{self.kali.denominator}",
            nilai=self.y.nilai,
            setengah=self.y.setengah,
            berselisih=True,
            baris=(BarisLembar(self.x, self.x.nilai),),
        )


def aturan(jalankan: Any) -> Aturan:
    return Aturan(
        kode="ZZZ01",
        judul="Aturan jenis baru",
        title="Rule of a new kind",
        memeriksa="-",
        checks="-",
        penting="-",
        matters="-",
        celah="celah jenis baru",
        reading="innocent reading of a new kind",
        jalankan=jalankan,
    )


def pagu(reg: Register) -> list[Butir]:
    """Different sums of money of one table, the largest first."""
    semua = {b.nilai: b for b in reg.butir if b.media == "tabel" and b.peran.nama == "pagu" and b.nilai}
    return sorted(semua.values(), key=lambda b: -(b.nilai or 0))


def semua_keluaran(r: Reviu) -> Iterator[tuple[str, str]]:
    """Every output that a review has, as text."""
    for nama in FORMAT:
        for bahasa in ("id",) if nama in BINER else ("id", "en"):
            potongan = list(tulis([r], nama, Opsi(bahasa=bahasa, rinci=True)))
            assert potongan, nama
            if nama == "kkr":
                isi = b"".join(p for p in potongan if isinstance(p, bytes))
                yield nama, "\n".join(map(str, sel_kkr(isi).values()))
            else:
                teks = "".join(p if isinstance(p, str) else "" if nama in BINER else p.decode() for p in potongan)
                yield nama, teks
    yield "tabel", str(tabel_benar(r))
    yield "anotasi", str(list(catatan(r)))


def sel_kkr(isi: bytes) -> dict[str, object]:
    """The cells of the sheet of checks."""
    openpyxl = pytest.importorskip("openpyxl")
    lembar = openpyxl.load_workbook(BytesIO(isi))["Uji"]
    return {c.coordinate: c.value for baris in lembar.iter_rows() for c in baris if c.value is not None}


@pytest.mark.parametrize("putusan", [None, Putusan.PEMBULATAN, Putusan.TAK_DAPAT_DIPERIKSA])
def test_yang_paling_sedikit(putusan: Putusan | None) -> None:
    """A kind that answers nothing but the least fails, cannot be checked, or holds by rounding, like any other."""

    def jalankan(reg: Register) -> Iterable[Relasi]:
        besar, kecil = pagu(reg)[:2]
        yield Paling(kode="ZZZ01", uraian=URAIAN, kecil=besar, besar=kecil, putusan=putusan)
        yield Paling(kode="ZZZ01", uraian="yang terpenuhi", kecil=kecil, besar=besar)

    r = reviu(laporan_acak(1), aturan=[aturan(jalankan)])
    gagal = putusan is None
    assert [(t.kode, t.kunci, t.solusi) for t in r.temuan] == ([("ZZZ01", "relasi", 0)] if gagal else [])
    assert not r.galat
    assert [p.kode for p in daftar_pembulatan(r)] == (["ZZZ01"] if putusan is Putusan.PEMBULATAN else [])
    for nama, isi in semua_keluaran(r):
        if nama in {"terminal", "json", "html", "kkr"}:
            assert URAIAN in isi, nama
        if gagal and nama in {"markdown", "sarif", "csv", "github", "junit"}:
            assert "ZZZ01" in isi, nama
        if nama == "kkr":  # what its formula gives is what the review says
            assert TANDA[putusan or Putusan.TIDAK_SESUAI] in isi


def laporan_rusak(benih: int) -> tuple[Laporan, Any, Lokasi, str]:
    """A report of which one figure is wrong, the rule of a new kind over it, its place, and what it should print."""
    utuh = laporan_acak(benih)
    x, *lain = pagu(susun(utuh))[:4]
    assert x.sel is not None
    assert x.nilai is not None
    kali = {b.lokasi: (b.nilai or Fraction(0)) / x.nilai for b in lain}
    asal = x.lokasi

    def jalankan(reg: Register) -> Iterable[Relasi]:
        di = {b.lokasi: b for b in reg.butir}
        return [Kelipatan(kode="ZZZ01", uraian=URAIAN, y=di[lok], x=di[asal], kali=k) for lok, k in kali.items()]

    salah = tulis_ulang(x.sel, seperti(x.sel, x.nilai + 90_000), x.peran)
    return ganti(utuh, {id(x.sel): salah}), jalankan, asal, x.teks.removeprefix("Rp").strip()


def test_yang_lengkap() -> None:
    """The figure that all relations of a new kind accuse is the one that is blamed, with what it should be."""
    laporan, jalankan, lokasi, benar = laporan_rusak(0)
    r = reviu(laporan, aturan=[aturan(jalankan)])
    (t,) = r.temuan
    assert (t.kode, t.kunci, t.lokasi, t.seharusnya) == ("ZZZ01", "operan", (lokasi,), benar)
    assert not r.galat
    assert [d.jenis for d in t.dugaan][-1] == "celah"
    for nama, isi in semua_keluaran(r):
        if nama in {"terminal", "json", "html", "markdown", "sarif", "csv", "github", "anotasi"}:
            assert benar in isi, nama
        if nama == "kkr":
            assert all(teks in isi for teks in (URAIAN, "=F6*", '"✓","✗")', TANDA[Putusan.TIDAK_SESUAI]))


def test_yang_utuh() -> None:
    """Where they hold, the new kind says so and is counted."""
    utuh = laporan_acak(0)
    _, jalankan, _, _ = laporan_rusak(0)
    r = reviu(utuh, aturan=[aturan(jalankan)])
    assert not r.temuan
    assert {h.putusan for h in r.relasi} == {Putusan.SESUAI}
    assert r.cakupan.terperiksa == 4
