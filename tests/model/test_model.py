"""The model: a report built in Python, without any file."""

from __future__ import annotations

import pickle
from decimal import Decimal

import attrs
import pytest

from sakip.angka.lokasi import Lokasi
from sakip.errors import AngkaError
from sakip.model.indikator import Indikator
from sakip.model.laporan import Laporan, Metode
from sakip.model.narasi import Klaim, Rujukan
from sakip.model.peran import PERAN, PeranError, baca_kolom
from sakip.model.perjanjian import BarisAnggaran, PerjanjianKinerja
from sakip.model.sel import Sel, baca_sel_peran
from sakip.model.tabel import Tabel


def anggaran() -> Tabel:
    return Tabel.susun(
        ["kode", "nama", "pagu", "serapan"],
        [
            ["KODE", "PROGRAM", "ANGGARAN", "%"],
            {"nama": "Dinas", "pagu": "Rp. 3,-"},
            ["01", "Program A", "1", "50,00"],
            ["02", "Program B", "2", "-"],
        ],
        nomor="2.7",
        judul="Alokasi Anggaran",
        jenis=["judul", "total", "rincian", "rincian"],
    )


def laporan() -> Laporan:
    pagu = baca_sel_peran("Rp. 3,-", PERAN["pagu"], Lokasi(halaman=4))
    return Laporan(
        instansi="Dinas",
        tahun=2025,
        indikator=(Indikator(kunci="koperasi", nama="Koperasi aktif", satuan="%"),),
        tabel=(anggaran(),),
        perjanjian=(
            PerjanjianKinerja(
                eselon="III",
                jabatan="Kabid",
                tahun=2025,
                anggaran=(BarisAnggaran(uraian="A", anggaran=pagu),),
            ),
        ),
        narasi=(Klaim(tertulis=pagu, fakta=Rujukan(peran="pagu", subjek="anggaran")),),
    )


def test_laporan_tanpa_berkas() -> None:
    lap = laporan()
    assert lap.metode == Metode()
    assert lap.perjanjian[0].sebutan == "PK eselon III Kabid"
    assert lap.narasi[0].lokasi == Lokasi(halaman=4)
    assert lap.sumber == ""


def test_tabel_susun() -> None:
    t = anggaran()
    assert t.sebutan == "Tabel 2.7"
    assert [b.jenis for b in t.baris] == ["judul", "total", "rincian", "rincian"]
    assert [s.teks for s in t.baris[1].sel] == ["", "Dinas", "Rp. 3,-", ""]
    judul, rincian = t.baris[0].sel[2], t.baris[2].sel[2]
    assert judul.isi is None
    assert rincian.angka is not None
    assert rincian.angka.nilai == 1
    assert rincian.lokasi == Lokasi(baris=3, tabel="Tabel 2.7", kolom="pagu")
    assert t.baris[2].lokasi == t.baris[2].sel[0].lokasi
    assert t.indeks("pagu") == 2
    assert t.indeks("sisa") is None


def test_tabel_susun_membaca_menurut_satuan() -> None:
    """A unit in the row decides how a measure is read, as it does in a file: 1.658 percent is no thousand."""
    kolom = ["indikator", "satuan", "target"]
    t = Tabel.susun(kolom, [["a", "%", "1.658"], ["b", "Orang", "1.658"]])
    assert [b.sel[2].angka and b.sel[2].angka.nilai for b in t.baris] == [Decimal("1.658"), Decimal(1658)]


@pytest.mark.parametrize(
    ("nomor", "judul", "sebutan"),
    [
        ("2.7", "x", "Tabel 2.7"),
        ("II.3", "x", "Tabel II.3"),
        ("Lembar", "x", "Lembar"),
        ("", "Lampiran", "Lampiran"),
    ],
)
def test_sebutan_tabel(nomor: str, judul: str, sebutan: str) -> None:
    assert Tabel.susun(["nama"], [], nomor=nomor, judul=judul).sebutan == sebutan


@pytest.mark.parametrize(
    ("kolom", "baris", "jenis", "galat"),
    [
        (["nma"], [], None, PeranError),
        (["pagu@25"], [], None, PeranError),
        (["pagu"], [["x"]], None, AngkaError),
        (["pagu"], [["1", "2"]], None, ValueError),
        (["pagu"], [{"pgu": "1"}], None, ValueError),
        (["pagu"], [["1"]], ["ttal"], ValueError),
        (["pagu"], [["1"]], [], ValueError),
    ],
)
def test_tabel_susun_menolak(
    kolom: list[str], baris: list[list[str]], jenis: list[str] | None, galat: type[Exception]
) -> None:
    with pytest.raises(galat):
        Tabel.susun(kolom, baris, jenis=jenis)


def test_beku() -> None:
    lap = laporan()
    for benda, nama in ((lap, "tahun"), (lap.tabel[0], "judul"), (lap.narasi[0].tertulis, "teks")):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(benda, nama, None)


def test_sama_dan_hash() -> None:
    assert laporan() == laporan()
    assert hash(laporan()) == hash(laporan())
    lain = attrs.evolve(laporan(), metode=Metode(rumus={"positif": "positif"}))
    assert lain != laporan()
    assert len({laporan(), laporan(), lain}) == 2


def test_pickle() -> None:
    assert pickle.loads(pickle.dumps(laporan())) == laporan()  # noqa: S301


def test_kolom() -> None:
    k = baca_kolom("rincian:GOL I L@2024")
    assert (k.peran.nama, k.label, k.periode, k.kunci) == ("rincian", "GOL I L", 2024, "rincian:GOL I L@2024")
    assert baca_kolom("target").kunci == "target"


@pytest.mark.parametrize(
    ("teks", "peran", "satuan", "jenis"),
    [
        ("77,60 %", "target", "", "persen"),
        ("77,60", "target", "%", "persen"),
        ("80,35", "target", "nilai", "nilai"),
        ("1.060 Orang", "target", "", "cacah"),
        ("Rp 1.000", "pagu", "", "rupiah"),
        ("578", "jumlah", "", "cacah"),
    ],
)
def test_sel_menurut_peran(teks: str, peran: str, satuan: str, jenis: str) -> None:
    sel = baca_sel_peran(teks, PERAN[peran], satuan=satuan)
    assert sel.angka is not None
    assert sel.angka.jenis == jenis


def test_sel_teks() -> None:
    assert baca_sel_peran("Sangat Tinggi", PERAN["kategori"]) == Sel("Sangat Tinggi")
