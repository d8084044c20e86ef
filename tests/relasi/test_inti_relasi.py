"""The finer points of relations, each of which a mutant of the code once got past the other tests."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sakip.angka.interval import Interval
from sakip.fakta import Butir, Register
from sakip.hukum.rumus import Rumus, Suku
from sakip.hukum.skala import ambil_skala
from sakip.model.laporan import Laporan
from sakip.model.peran import PERAN
from sakip.model.sel import baca_sel_peran
from sakip.relasi import DIPOTONG, Arah, Bila, Evaluasi, Jalur, Peringkat, Putusan, Rumusan, Sama
from sakip.teks.kalimat import kalimat

SESUAI, PEMBULATAN, TIDAK = Putusan.SESUAI, Putusan.PEMBULATAN, Putusan.TIDAK_SESUAI


def butir(teks: str, peran: str = "capaian") -> Butir:
    return Register(Laporan(instansi="Dinas Contoh", tahun=2025)).catat(
        baca_sel_peran(teks, PERAN[peran]), PERAN[peran], nama=teks, di=teks, wadah="uji"
    )


def hasil(b: Butir, *operan: Butir, kecuali: str = "") -> Rumusan:
    """`b` as the sum of the others."""
    jalur = (Jalur("cara", Rumus.linear([(1, o) for o in operan])),)
    return Rumusan(kode="UJI01", jenis="hasil", uraian="uji", hasil=b, jalur=jalur, kecuali=kecuali)


def sama(*cetakan: Butir) -> Sama:
    return Sama(kode="UJI01", uraian="uji", cetakan=cetakan)


def test_alasan_disebut() -> None:
    nol = Rumusan(
        kode="UJI01",
        jenis="rasio",
        uraian="uji",
        hasil=butir("5,00"),
        jalur=(Jalur("cara", Rumus.rasio(butir("5", "pagu"), butir("0", "pagu"))),),
    )
    assert nol.evaluasi() == Evaluasi(Putusan.TAK_DAPAT_DIPERIKSA, alasan=kalimat("alasan.pembagi_nol"))
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
        b = Register(Laporan(instansi="Dinas Contoh", tahun=2025)).hitungan(7, PERAN["jumlah"], "banyaknya")
        assert hasil(b, butir(bagian, "jumlah")).evaluasi().putusan is putusan
