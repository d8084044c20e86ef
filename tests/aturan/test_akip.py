"""Tables of the value of AKIP: no true one is accused, and every fault planted in one is found."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sakip
from sakip.hukum.skala import kategori
from sakip.pembaca.tafsir.susun import tafsirkan
from sakip.pembaca.teks import blok_teks

if TYPE_CHECKING:
    from sakip import Temuan

NAMA = (
    ("Perencanaan Kinerja", "Pengukuran Kinerja", "Pelaporan Kinerja", "Evaluasi Akuntabilitas Kinerja Internal"),
    ("Komponen Perencanaan Kinerja", "Komponen Pengukuran Kinerja", "Komponen Pelaporan Kinerja",
     "Komponen Evaluasi Internal"),
)  # fmt: skip
BOBOT = (30, 30, 15, 25)
BAGIAN = (("Keberadaan", Fraction(1, 5)), ("Kualitas", Fraction(3, 10)), ("Pemanfaatan", Fraction(1, 2)))
BENIH = st.integers(0, 10**6)


@attrs.define
class Lke:
    """A printed evaluation, cell by cell."""

    judul: str
    baris: list[list[str]]
    total: list[str]
    predikat: list[str]
    indikator: list[str]

    def teks(self) -> str:
        isi = "".join(f"| {' | '.join(b)} |\n" for b in (*self.baris, self.total, self.predikat))
        return (
            "# LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2024\n\nBADAN REKAAN KABUPATEN LEMBAH\n\n"
            f"# BAB III AKUNTABILITAS KINERJA\n\nTabel 3.1 {self.judul}\n\n| No | Komponen | Bobot | Nilai |\n"
            f"|---|---|---|---|\n{isi}\nTabel 3.2 Capaian Kinerja Tahun 2024\n\n"
            "| No | Indikator | Target | Realisasi | Capaian (%) |\n|---|---|---|---|---|\n"
            f"| {' | '.join(self.indikator)} |\n"
        )

    def temuan(self) -> list[Temuan]:
        """What is said of it above a note."""
        r = sakip.reviu(tafsirkan(blok_teks(self.teks(), "contoh.md")).laporan)
        return [t for t in r.temuan if t.keparahan != "catatan"]


def _cetak(x: Fraction | Decimal, desimal: int = 2) -> str:
    return f"{Decimal(x.numerator) / x.denominator if isinstance(x, Fraction) else x:.{desimal}f}".replace(".", ",")


def _desimal(x: Fraction) -> str:
    return str(int(x)) if x.denominator == 1 else _cetak(x, 1)


def buat(benih: int) -> Lke:
    """An evaluation that is right: components to two decimals, the total with or without rounding in between."""
    r = Random(benih)  # noqa: S311  # reports, not secrets
    berinci = r.random() < 0.5
    tepat, baris = Fraction(0), []
    for i, (nama, bobot) in enumerate(zip(r.choice(NAMA), BOBOT, strict=True), 1):
        rinci = [Fraction(r.randint(4500, 9900), 10000) * bobot * porsi for _, porsi in BAGIAN]
        if berinci:
            rinci = [Fraction(round(x * 100), 100) for x in rinci]
        tepat += sum(rinci)
        baris.append([str(i), nama, str(bobot), _cetak(sum(rinci, Fraction(0)))])
        if berinci:
            for (kata, porsi), x in zip(BAGIAN, rinci, strict=True):
                baris.append(["", kata, _desimal(bobot * porsi), _cetak(x)])
    nilai = _cetak(tepat)
    huruf = kategori(nilai, "akip_88_2021") or ""
    target = Fraction(r.randint(6000, 7900), 100)
    realisasi = Fraction(nilai.replace(",", "."))
    bentuk = r.choice(("{n}", "{p} ({n})", "{n} ({p})"))
    t, c = bentuk.format(n=_cetak(target), p=kategori(_cetak(target), "akip_88_2021")), realisasi / target * 100
    return Lke(
        r.choice(("Hasil Evaluasi AKIP Tahun 2024", "Nilai SAKIP per Komponen", "Rekapitulasi Hasil Evaluasi SAKIP")),
        baris,
        ["", r.choice(("Jumlah", "Nilai Hasil Evaluasi", "Nilai Akuntabilitas Kinerja")), "100", nilai],
        ["", "Predikat", "", huruf],
        ["1", "Nilai AKIP", t, bentuk.format(n=nilai, p=huruf), _cetak(c)],
    )


@given(BENIH)
def test_evaluasi_benar_tidak_dituduh(benih: int) -> None:
    lke = buat(benih)
    assert [(t.kode, t.tertulis, t.seharusnya) for t in lke.temuan()] == [], lke.teks()


def _menyebut(temuan: list[Temuan], teks: str) -> bool:
    return any(teks in str(sakip.pesan(t)) or any(o.nilai == teks for o in t.operan) for t in temuan)


@given(BENIH)
def test_predikat_salah_ditemukan(benih: int) -> None:
    lke = buat(benih)
    benar = lke.predikat[3]
    lke.predikat[3] = {"AA": "BB", "A": "BB", "BB": "A", "B": "BB", "CC": "B"}[benar]
    temuan = lke.temuan()
    assert [t.kode for t in temuan] == ["AKP01"]
    if temuan[0].kunci == "setara":  # the rounded components make a value that has the printed predicate
        isi = [Fraction(b[3].replace(",", ".")) for b in lke.baris if b[0]]
        assert kategori(sum(isi), "akip_88_2021") == lke.predikat[3]
        assert f"{lke.predikat[3]} → {benar}" in sakip.pesan(temuan[0])
    else:
        assert (temuan[0].tertulis, temuan[0].seharusnya) == (lke.predikat[3], benar)


@given(BENIH)
def test_predikat_dalam_sel_salah_ditemukan(benih: int) -> None:
    lke = buat(benih)
    if "(" not in lke.indikator[3]:
        return
    benar = lke.predikat[3]
    salah = "C" if benar != "C" else "B"
    lke.indikator[3] = lke.indikator[3].replace(benar, salah)
    assert [(t.kode, t.tertulis, t.seharusnya) for t in lke.temuan()] == [("AKP01", salah, benar)]


@given(BENIH)
def test_komponen_di_atas_bobot_ditemukan(benih: int) -> None:
    lke = buat(benih)
    ke = Random(benih).randrange(len(lke.baris))  # noqa: S311
    bobot = Fraction(lke.baris[ke][2].replace(",", "."))
    lke.baris[ke][3] = _cetak(bobot + Fraction(3, 2))
    temuan = lke.temuan()
    assert "AKP02" in {t.kode for t in temuan}
    assert _menyebut(temuan, lke.baris[ke][3])


@given(BENIH, st.integers(5, 900))
def test_jumlah_salah_ditemukan(benih: int, beda: int) -> None:
    lke = buat(benih)
    salah = Fraction(lke.total[3].replace(",", ".")) + Fraction(beda, 100)
    if salah > 99:
        return
    lke.total[3] = _cetak(salah)
    assert _menyebut(lke.temuan(), lke.total[3])


@pytest.mark.parametrize("benih", range(12))
def test_bobot_lain_ditanyakan(benih: int) -> None:
    lke = buat(benih)
    induk = [b for b in lke.baris if b[0]]
    induk[2][2], induk[3][2] = "20", "20"
    temuan = lke.temuan()
    assert "AKP03" in {t.kode for t in temuan}
    assert all(t.keparahan == "peringatan" for t in temuan if t.kode == "AKP03")
