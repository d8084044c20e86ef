"""The finer points of the core, each of which a mutant of the code once got past the other tests."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any
from unittest.mock import ANY

import attrs
import pytest

from sakip.angka import Angka, Banding, Jenis, Rentang, angka, baca_sel, pecahan
from sakip.errors import AngkaError, SkalaError
from sakip.fakta import Butir, Register
from sakip.hitung import Nilai, _batas, capaian, efisiensi, rerata, serapan
from sakip.interval import Interval
from sakip.model.laporan import Laporan
from sakip.model.peran import PERAN
from sakip.model.sel import baca_sel_peran
from sakip.notasi import PANJANG_TERBESAR
from sakip.relasi import DIPOTONG, Arah, Bila, Evaluasi, Jalur, Peringkat, Putusan, Rumusan, Sama
from sakip.rumus import Rumus, Suku
from sakip.skala import Kelas, Skala, ambil_skala, daftar_skala, kategori, periksa_skala

RUPIAH, CACAH, PERSEN = Jenis.RUPIAH, Jenis.CACAH, Jenis.PERSEN
SESUAI, PEMBULATAN, TIDAK = Putusan.SESUAI, Putusan.PEMBULATAN, Putusan.TIDAK_SESUAI


def butir(teks: str, peran: str = "capaian") -> Butir:
    return Register(Laporan(instansi="Dinas Contoh", tahun=2025)).catat(
        baca_sel_peran(teks, PERAN[peran]), PERAN[peran], nama=teks, tempat=teks, wadah="uji"
    )


def hasil(b: Butir, *operan: Butir, kecuali: str = "") -> Rumusan:
    """`b` as the sum of the others."""
    jalur = (Jalur("cara", Rumus.linear([(1, o) for o in operan])),)
    return Rumusan(kode="UJI01", jenis="hasil", uraian="uji", hasil=b, jalur=jalur, kecuali=kecuali)


def sama(*cetakan: Butir) -> Sama:
    return Sama(kode="UJI01", uraian="uji", cetakan=cetakan)


# -- angka -----------------------------------------------------------------------------------------------------


def test_jenis_sampai_ke_setiap_bentuk() -> None:
    """The kind asked for decides in brackets, ratios, grades and numbers as it does in a plain figure."""
    kurung = Angka.baca("(50.125)", PERSEN)
    assert (kurung.nilai, kurung.jenis) == (Decimal("-50.125"), PERSEN)
    banding = baca_sel("50.125:60.125", PERSEN)
    assert isinstance(banding, Banding)
    assert [banding.kiri.nilai, banding.kanan.nilai, banding.jenis] == [Decimal("50.125"), Decimal("60.125"), PERSEN]
    assert baca_sel("WTP", PERSEN).jenis is PERSEN
    assert angka("50.125", PERSEN).nilai == Decimal("50.125")
    assert pecahan("50.125", PERSEN) == Fraction("50.125")
    assert angka(Decimal("1.234"), RUPIAH).nilai == Decimal("1.234")  # what is a number is not read again as a text


def test_bacaan_lain_mengikuti_kepala() -> None:
    """Under a heading that gives the scale the other reading is scaled as well."""
    assert Angka.baca("1.234").dalam(6).alternatif == Decimal(1_234_000)
    assert Angka.baca("5").dalam(6).alternatif is None


def test_ribuan_tidak_berdesimal() -> None:
    assert [Angka.baca("1,234", RUPIAH).desimal, Angka.baca("1,234", RUPIAH).nilai] == [0, 1234]


def test_nol_di_depan_bukan_ribuan() -> None:
    assert Angka.baca("0.963", CACAH).nilai == Decimal("0.963")
    with pytest.raises(AngkaError, match="tiga-tiga"):
        Angka.baca("1234.067", RUPIAH)


def test_kurung_kecil() -> None:
    assert Angka.baca("(0,5)").nilai == Decimal("-0.5")
    assert not Angka.baca("(0)").nilai.is_signed()


def test_rentang() -> None:
    """Each end keeps its own power of ten; ends of equal value stay in the order printed."""
    uang = baca_sel("1 ribu-2 juta")
    assert isinstance(uang, Rentang)
    assert [uang.bawah.nilai, uang.atas.nilai] == [1000, 2_000_000]
    kembar = baca_sel("5,0-5,00")
    assert isinstance(kembar, Rentang)
    assert kembar.bawah.teks == "5,0"


@pytest.mark.parametrize("lebih", [0, 1])
def test_batas_panjang(lebih: int) -> None:
    """What is as long as a cell may be is read, whatever its shape; one character more is refused."""
    n = PANJANG_TERBESAR + lebih
    for teks in ("9" * n, "(" + "9" * (n - 2) + ")", "WTP (" + " " * (n - 7) + "5)"):
        assert len(teks) == n
        if lebih:
            with pytest.raises(AngkaError, match=f"panjangnya {n} karakter"):
                baca_sel(teks)
        else:
            assert baca_sel(teks).teks == teks


@pytest.mark.parametrize("nilai", [10**PANJANG_TERBESAR, Decimal(f"1e-{PANJANG_TERBESAR}")], ids=["besar", "kecil"])
def test_bilangan_terlalu_panjang(nilai: int | Decimal) -> None:
    with pytest.raises(AngkaError, match=r"^angka terlalu panjang: lebih dari 2000 karakter$"):
        angka(nilai)
    assert angka(10 ** (PANJANG_TERBESAR - 1)).nilai == 10 ** (PANJANG_TERBESAR - 1)


def test_pesan_menyebut_yang_salah() -> None:
    bukan_teks: Any = []
    with pytest.raises(TypeError, match="bukan list"):
        baca_sel(bukan_teks)
    with pytest.raises(TypeError, match="bukan list"):
        pecahan(bukan_teks)
    for salah in (None, True, 1.5):
        keliru: Any = salah
        with pytest.raises(TypeError, match=r"angka harus berupa|float tidak diterima"):
            pecahan(keliru)
    with pytest.raises(AngkaError, match=r"^NaN bukan angka: nilainya tidak terhingga"):
        angka(Decimal("NaN"))


def test_satuan() -> None:
    """Words of money and percentages, in any case, with or without their stop."""
    for teks in ("1.000 rp", "1.000 Rp.", "1.000 Rupiah"):
        assert (Angka.baca(teks).jenis, Angka.baca(teks).satuan) == (RUPIAH, "")
    assert Angka.baca("45 Persen", CACAH).jenis is PERSEN
    assert Angka.baca("Rp 5 jt.").nilai == 5_000_000


# -- interval --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("bawah", "atas"), [(0, 1), (-1, 0), (-1, 1), (0, 0)])
def test_pembagi_memuat_nol(bawah: int, atas: int) -> None:
    with pytest.raises(ZeroDivisionError, match=r"^pembagi memuat nol$"):
        Interval.titik(1) / Interval(Fraction(bawah), Fraction(atas))


# -- hitung ----------------------------------------------------------------------------------------------------


class Terbesar:
    """Greater than anything, if asked."""

    def __gt__(self, lain: object) -> bool:
        return True


def test_nilai_membiarkan_yang_asing_menjawab() -> None:
    assert Nilai(Fraction(1)) == ANY
    terbesar: Any = Terbesar()
    assert Nilai(Fraction(1)) < terbesar


def test_ujung_pita_termasuk() -> None:
    """At the very end of the band achievement is 100 by any formula, also by one that would say 0."""
    for ujung in (3, 5):
        assert capaian(None, ujung, "negatif", "negatif_c", pita=(3, 5)) == 100
    assert capaian(None, 6, "negatif", "negatif_c", pita=(3, 5)) == -20


def test_pesan_pembagi_nol() -> None:
    with pytest.raises(AngkaError, match=r"^target nol: capaian tidak dapat dihitung$"):
        capaian("0", "5", nol="galat")
    with pytest.raises(AngkaError, match=r"^pagu nol: serapan tidak dapat dihitung$"):
        serapan("0", "5", nol="galat")


def test_jenis_menentukan_pemisah() -> None:
    """`1,234` is money in thousands, `50.125` a percentage with decimals."""
    assert serapan("1,234", "1.234") == serapan("1.234", "1,234") == 100
    assert rerata(["50.125"]) == Decimal("50.125")
    assert kategori("50.125") == kategori(Decimal("50.125"))
    e = efisiensi([("1,234", "1,000", "50.125")])
    assert [e.baris[0].pagu, e.baris[0].realisasi_anggaran, e.baris[0].capaian] == [1234, 1000, Decimal("50.125")]


def test_efisiensi_memakai_rumus_dan_batas() -> None:
    e = efisiensi([("100", "1", "10", "20")], polaritas="negatif", rumus="negatif_b")
    assert e.baris[0].capaian == 50
    e = efisiensi([("100", "1", "10", "20")], batas="100")
    assert e.baris[0].capaian == 100


def test_efisiensi_menyimpan_setiap_langkah() -> None:
    e = efisiensi([("100", "1", "12,345"), ("100", "1", "50")])
    assert len(e.langkah) == 2 * 2 + 2 + 3
    assert "12,345000…%" in e.langkah[0].teks  # two decimals would hide that it was not rounded
    assert "50,00%" in e.langkah[2].teks


def test_efisiensi_tanpa_baris() -> None:
    """Sums of nothing are exact zeros; a scale that does not exist is named all the same."""
    e = efisiensi([])
    assert type(e.jumlah_pagu_capaian.pecahan) is type(e.jumlah_selisih_efisiensi.pecahan) is Fraction
    assert (e.e, e.ne, e.kategori) == (None, None, None)
    with pytest.raises(SkalaError):
        efisiensi([], skala="tidak_ada")


def test_batas_bernama_menurut_angkanya() -> None:
    assert _batas(110).nama == "110"


# -- relasi ----------------------------------------------------------------------------------------------------


def test_alasan_disebut() -> None:
    nol = Rumusan(
        kode="UJI01",
        jenis="rasio",
        uraian="uji",
        hasil=butir("5,00"),
        jalur=(Jalur("cara", Rumus.rasio(butir("5", "pagu"), butir("0", "pagu"))),),
    )
    assert nol.evaluasi() == Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan="pembaginya nol")
    bagian = butir("7", "pagu")
    kosong = hasil(butir("10", "pagu"), bagian, kecuali="satu baris kosong")
    assert kosong.evaluasi() == Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan="satu baris kosong")
    assert kosong.dipenuhi({bagian: Interval.titik(1)})
    assert hasil(butir("7", "pagu"), bagian, kecuali="satu baris kosong").evaluasi() == Evaluasi(SESUAI, "cara")
    tak_tercetak = hasil(butir("10", "pagu"), butir("-", "pagu"))
    with pytest.raises(ValueError, match=r"^relasi memuat angka yang tidak tercetak$"):
        tak_tercetak.evaluasi()


def stabil(target: str, realisasi: str, tercetak: str) -> tuple[Rumusan, Butir, Butir]:
    """Better the nearer to the target: R/T below it, (2T − R)/T from it on."""
    t, r = butir(target, "target"), butir(realisasi, "realisasi")
    seratus, satu = Fraction(100), (Suku(Fraction(1), (t,)),)
    jalur = (
        Jalur("di bawah", Rumus((Suku(seratus, (r,)),), satu), Bila(r, t, True)),
        Jalur("di atas", Rumus((Suku(2 * seratus, (t,)), Suku(-seratus, (r,))), satu), Bila(r, t, False)),
    )
    return Rumusan(kode="UJI01", jenis="hasil", uraian="uji", hasil=butir(tercetak), jalur=jalur), t, r


@pytest.mark.parametrize(
    ("realisasi", "tercetak", "evaluasi"),
    [
        ("40", "80,00", Evaluasi(SESUAI, "di bawah")),
        ("60", "80,00", Evaluasi(SESUAI, "di atas")),
        ("50", "100,00", Evaluasi(SESUAI, "di atas")),
        ("60", "120,00", Evaluasi(TIDAK, "di atas")),
        ("40", "120,00", Evaluasi(TIDAK, "di bawah")),
        ("40", "79,00", Evaluasi(PEMBULATAN, "di bawah")),
    ],
)
def test_jalur_menurut_sisinya(realisasi: str, tercetak: str, evaluasi: Evaluasi) -> None:
    """Only the formula of its own side of the target counts, in the outcome as in its name."""
    r, _, _ = stabil("50", realisasi, tercetak)
    assert r.evaluasi() == evaluasi


def test_suntingan_melintasi_target() -> None:
    """An edit that carries the realisation over the target changes the formula; proposals stay on their side."""
    r, target, realisasi = stabil("50", "40", "80,00")
    assert [j.nama for j in r.jalur_berlaku({})] == ["di bawah"]
    assert [j.nama for j in r.jalur_berlaku({realisasi: Interval.titik(60)})] == ["di atas"]
    assert r.dipenuhi({realisasi: Interval.titik(60)})
    assert not r.dipenuhi({realisasi: Interval.titik(70)})
    assert [u.tengah for u in r.semua_usul(realisasi, {})] == [40, 60]
    assert [round(u.tengah) for u in r.semua_usul(target, {})] == [50, 33]  # 80 is reached from either side
    salah, _, realisasi = stabil("50", "40", "-20,00")
    assert [u.tengah for u in salah.semua_usul(realisasi, {})] == [-10, 110]
    assert not list(salah.semua_usul(butir("1", "target"), {}))


def test_hubungan_yang_tidak_memerlukan_angkanya() -> None:
    """A relation that holds in a way of which a figure is no part says nothing of that figure."""
    a, b, jumlah = butir("3", "pagu"), butir("4", "pagu"), butir("3", "pagu")
    jalur = (Jalur("a saja", Rumus.linear([(1, a)])), Jalur("a dan b", Rumus.linear([(1, a), (1, b)])))
    r = Rumusan(kode="UJI01", jenis="hasil", uraian="uji", hasil=jumlah, jalur=jalur)
    assert r.tanpa(b, {})
    assert not r.tanpa(a, {})
    assert not r.tanpa(jumlah, {})
    assert not r.tanpa(b, {a: Interval.titik(5)})
    assert not r.tanpa(b, {jumlah: Interval.titik(7)})
    assert r.tanpa(b, {a: Interval.titik(5), jumlah: Interval.titik(5)})
    # A way that divides by zero, and one that is not right on this side, say nothing either.
    nol = butir("0", "pagu")
    bagi = Rumusan(
        kode="UJI01",
        jenis="rasio",
        uraian="uji",
        hasil=butir("3"),
        jalur=(
            Jalur("per nol", Rumus.rasio(a, nol)),
            Jalur("sisi lain", Rumus.linear([(1, a)]), Bila(a, b, False)),
            Jalur("bersama", Rumus.linear([(1, a), (1, b)])),
        ),
    )
    assert not bagi.tanpa(b, {})
    assert bagi.tanpa(b, {b: Interval.titik(2)})


def test_usul_hanya_di_sisinya() -> None:
    """An achievement above 100 has no realisation on either side."""
    r, _, realisasi = stabil("50", "40", "120,00")
    assert list(r.semua_usul(realisasi, {})) == []


def test_usul_mencari_di_setiap_jalur() -> None:
    a, b, jumlah = butir("3", "pagu"), butir("4", "pagu"), butir("9", "pagu")
    jalur = (Jalur("a saja", Rumus.linear([(1, a)])), Jalur("a dan b", Rumus.linear([(1, a), (1, b)])))
    r = Rumusan(kode="UJI01", jenis="hasil", uraian="uji", hasil=jumlah, jalur=jalur)
    usul = r.usul(b, {})
    assert usul is not None
    assert usul.tengah == 6


def test_sama_dengan_satu_cetakan() -> None:
    """A fact printed once agrees with itself, and nothing proposes another value for it."""
    for b in (butir("80"), butir("Tinggi", "kategori")):
        r = sama(b)
        assert r.evaluasi().putusan is SESUAI
        assert r.dipenuhi({})
        assert r.usul(b, {}) is None


def test_sama_menurut_label() -> None:
    """Labels are grouped by their words, also by those that an edit puts in their place."""
    a, b, c = butir("Tinggi", "kategori"), butir("TINGGI", "kategori"), butir("Rendah", "kategori")
    r = sama(a, b, c)
    assert r.kelompok({}) == [[a, b], [c]]
    assert r.kelompok({b: "rendah"}) == [[b, c], [a]]
    assert r.kelompok({c: "tinggi"}) == [[a, b, c]]


def test_usul_bila_semua_sepakat() -> None:
    a, b = butir("80,00"), butir("80,00")
    assert sama(a, b).usul(a, {}) == Interval.dari(Fraction(80), Fraction(1, 200))


def test_peringkat_di_batas() -> None:
    """`90,00` may stand for a little more than 90; an interval put in its place is taken as it is."""
    skala = ambil_skala("permendagri86_laporan")

    def r(label: str, nilai: str = "90,00") -> Peringkat:
        label_, nilai_ = butir(label, "kategori"), butir(nilai)
        return Peringkat(kode="UJI01", uraian="uji", label=label_, nilai=nilai_, skala=skala)

    assert r("Tinggi").evaluasi().putusan is SESUAI
    assert r("Sangat Tinggi").evaluasi().putusan is PEMBULATAN
    assert r("Hebat").evaluasi().putusan is TIDAK
    tinggi = r("Sangat Tinggi", "95,00")
    assert not tinggi.dipenuhi({tinggi.nilai: Interval(Fraction(89), Fraction(90))})
    assert tinggi.dipenuhi({tinggi.nilai: Interval.titik(90)})


@pytest.mark.parametrize(
    ("deret", "putusan"),
    [(("80", "80,4"), SESUAI), (("80,4", "80"), SESUAI), (("80", "80,6"), TIDAK), (("80,4", "80,5"), TIDAK)],
)
def test_tetap_sejauh_tercetak(deret: tuple[str, ...], putusan: Putusan) -> None:
    """A coarser print of the same value is no movement; the same decimals must be the same digits."""
    r = Arah(
        kode="UJI01",
        uraian="uji",
        arah="tetap",
        deret=tuple(butir(t) for t in deret),
        kata=butir("tetap", "kategori"),
    )
    assert r.evaluasi().putusan is putusan


def test_tetap_bagi_nilai_suntingan() -> None:
    """A value put in place of a print is taken as it is, not as rounded."""
    a, b = butir("80,4"), butir("80,4")
    r = Arah(kode="UJI01", uraian="uji", arah="tetap", deret=(a, b), kata=butir("tetap", "kategori"))
    assert r.dipenuhi({a: Interval.titik(Fraction("80.40"))})
    assert not r.dipenuhi({a: Interval.titik(Fraction("80.42"))})


@pytest.mark.parametrize(
    ("peran", "tercetak", "bagian", "evaluasi"),
    [
        ("capaian", "0,55", "0,559", Evaluasi(PEMBULATAN, "cara", DIPOTONG)),
        ("target", "5,1", "5,19", Evaluasi(TIDAK, "cara")),
        ("pagu_capaian", "5,1", "5,19", Evaluasi(TIDAK, "cara")),
        ("pagu", "5,1", "5,19", Evaluasi(TIDAK, "cara")),
    ],
)
def test_yang_boleh_dipotong(peran: str, tercetak: str, bagian: str, evaluasi: Evaluasi) -> None:
    """Only calculated figures that are no money are ever cut off."""
    assert hasil(butir(tercetak, peran), butir(bagian, "pagu")).evaluasi() == evaluasi


def test_angka_yang_dihitung_tidak_membulat() -> None:
    """A figure that was counted, not printed, has no decimals to round to: it is the value or it is not."""
    for bagian, putusan in (("7", SESUAI), ("8", TIDAK)):
        b = attrs.evolve(butir("7", "jumlah"), setengah=Fraction(0), interval=Interval.titik(7))
        assert hasil(b, butir(bagian, "jumlah")).evaluasi().putusan is putusan


# -- skala -----------------------------------------------------------------------------------------------------


def test_kelas_di_ujung() -> None:
    setengah_terbuka = Kelas("x", 0, 10, True, False)
    assert not setengah_terbuka.bertemu(Interval(Fraction(10), Fraction(20)))
    assert setengah_terbuka.bertemu(Interval(Fraction(-5), Fraction(0)))


def test_celah_di_dalam_rentang() -> None:
    """Both ends of the interval have labels, and a value between them has none."""
    skala = Skala("celah", [Kelas("A", None, 50, False, True), Kelas("B", 51, None, True, False)])
    assert skala.bercelah(Interval(Fraction(50), Fraction(51)))
    assert not skala.bercelah(Interval(Fraction(40), Fraction(50)))


def test_cacat_di_ujung_daerah() -> None:
    """The values that a scale is meant for include both ends; below the first there is nothing to find."""
    skala = Skala("x", [Kelas("A", 0, 100)], dari=0, sampai=100)
    assert [str(c) for c in periksa_skala(skala)] == ["nilai x = 0 tidak berlabel", "nilai x = 100 tidak berlabel"]
    terbuka = Skala("x", [Kelas("A", None, 100)])
    (cacat,) = periksa_skala(terbuka)
    assert [cacat.bawah, cacat.bawah_termasuk, cacat.atas, cacat.atas_termasuk] == [100, True, None, False]


def test_skala_dari_batas() -> None:
    skala = Skala.dari_batas("sendiri", [("90 < x", "A"), ("lainnya", "B")])
    assert (skala.nama, [str(k) for k in skala.kelas]) == ("sendiri", ["A: x > 90", "B: x ≤ 90"])
    with pytest.raises(SkalaError, match=r"^batas kelas 'A' tidak terbaca: 'banyak'$"):
        Skala.dari_batas("sendiri", [("banyak", "A")])


def test_daftar_skala() -> None:
    """Each scale knows its name, and can be hashed, as all data that is shared can."""
    for nama, skala in daftar_skala().items():
        assert skala.nama == nama
        assert isinstance(skala.dasar, tuple)


def test_tanpa_nilai_tanpa_kategori() -> None:
    assert kategori(None) is None
    with pytest.raises(SkalaError, match=r"^skala tidak dikenal"):
        ambil_skala("tidak_ada")


def test_batas_tak_terhingga_desimalnya() -> None:
    assert str(Kelas("x", Fraction(1, 3))) == "x: x > 0,3333"
    assert str(Kelas("x", Fraction("0.1234"))) == "x: x > 0,1234"
