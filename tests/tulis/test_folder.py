"""A report written as a data folder is read back as the same report, apart from places."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import attrs
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contoh import laporan_contoh, pembacaan_naskah
from tests.kedalaman import sedalam
from tests.tempat import CONTOH, NASKAH

from sakip.angka.lokasi import Lokasi
from sakip.errors import SumberError
from sakip.hukum.skala import Skala
from sakip.model.indikator import Indikator
from sakip.model.laporan import Catatan, Laporan, Metode, Organisasi, Tanggal
from sakip.model.narasi import Hitungan, Klaim, PeringkatKlaim, Rujukan
from sakip.model.peran import PERAN
from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, Diampu, PerjanjianKinerja, RincianKinerja
from sakip.model.sel import Sel, baca_sel_peran, simpan
from sakip.model.tabel import Tabel
from sakip.pembaca import baca
from sakip.pengujian import strategi
from sakip.tinjauan.engine import reviu
from sakip.tulis.folder import isi_folder, tulis_folder
from sakip.tulis.folder.yaml_rapi import LEBAR, butir
from sakip.tulis.keluaran import KeluaranError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sakip.pengujian.faults import Kerusakan

TEMPAT = ("lokasi_bagian", "asal", "sumber", "sha256")


def polos(x: Any, *, cetak: bool = False) -> Any:
    """A report without its places; with `cetak` only what is printed, not how it was taken."""
    if isinstance(x, Lokasi):
        return None
    if cetak and isinstance(x, Sel):
        return x.teks
    if cetak and isinstance(x, Skala):
        return x.kelas
    if isinstance(x, tuple):
        return tuple(polos(y, cetak=cetak) for y in x)
    if attrs.has(type(x)):
        atribut = [a.name for a in attrs.fields(type(x)) if a.name not in TEMPAT]
        return (type(x).__name__, *((n, polos(getattr(x, n), cetak=cetak)) for n in atribut))
    return x


def bolak_balik(laporan: Laporan) -> Laporan:
    """The report, written and read."""
    with TemporaryDirectory() as akar:
        tujuan = Path(akar) / "data"
        berkas = tulis_folder(laporan, tujuan)
        assert sorted(berkas) == sorted(p.relative_to(tujuan).as_posix() for p in tujuan.rglob("*") if p.is_file())
        return baca(tujuan)


def id_temuan(laporan: Laporan) -> list[str]:
    """The fingerprints of what a review finds, sorted: equally grave findings stand by file and line."""
    return sorted(t.id for t in reviu(laporan).temuan)


# -- the law ---------------------------------------------------------------------------


def test_contoh() -> None:
    """The example: the same report, the same findings, the same lines of the source."""
    asli = laporan_contoh()
    hasil = bolak_balik(asli)
    assert polos(hasil) == polos(asli)
    assert id_temuan(hasil) == id_temuan(asli)
    for a, b in zip(asli.tabel, hasil.tabel, strict=True):
        assert [x.lokasi.asal for x in a.baris] == [x.lokasi.asal for x in b.baris]
    assert [k.lokasi.asal for k in hasil.narasi] == [k.lokasi.asal for k in asli.narasi]
    assert {k: v.asal for k, v in hasil.metode.lokasi_bagian.items()} == {
        k: v.asal for k, v in asli.metode.lokasi_bagian.items()
    }


def test_tetap() -> None:
    """Written twice, and written again from what was written, it is the same to the byte."""
    asli = laporan_contoh()
    sekali = isi_folder(asli)
    assert isi_folder(baca(CONTOH)) == sekali
    lagi = isi_folder(attrs.evolve(bolak_balik(asli), sumber=asli.sumber, sha256=asli.sha256))
    assert lagi == sekali


def test_dari_teks() -> None:
    """The text of a report: `asal` is its line, the findings are the same."""
    if not NASKAH.exists():
        pytest.skip("shared/sumber is not beside this checkout")
    asli = pembacaan_naskah().laporan
    hasil = bolak_balik(asli)
    for nama in ("tabel", "perjanjian", "indikator", "komponen", "efisiensi", "organisasi", "tanggal", "renstra"):
        assert polos(getattr(hasil, nama)) == polos(getattr(asli, nama))
    assert [k.tertulis.teks for k in hasil.narasi] == [k.tertulis.teks for k in asli.narasi]
    assert id_temuan(hasil) == id_temuan(asli)
    for a, b in zip(asli.tabel, hasil.tabel, strict=True):
        assert [x.lokasi.baris for x in a.baris] == [x.lokasi.asal for x in b.baris]
    assert [k.lokasi.baris for k in asli.narasi] == [k.lokasi.asal for k in hasil.narasi]


@settings(max_examples=sedalam(40))
@given(strategi.laporan_konsisten().map(lambda x: (x,)))
def test_laporan_konsisten(satu: tuple[Laporan]) -> None:
    """Any consistent report: the same prints, and from then on the same report."""
    _periksa_bolak_balik(*satu)


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@settings(max_examples=sedalam(40))
@given(strategi.kerusakan())
def test_laporan_rusak(rusak: Kerusakan) -> None:
    """Any report with a fault: the same prints, the same findings."""
    _periksa_bolak_balik(rusak.laporan)


def _periksa_bolak_balik(laporan: Laporan) -> None:
    hasil = bolak_balik(laporan)
    assert polos(hasil, cetak=True) == polos(laporan, cetak=True), "prints differ"
    assert id_temuan(hasil) == id_temuan(laporan), "findings differ"
    assert polos(bolak_balik(hasil)) == polos(hasil), "what was read differs from what it was read from"


HURUF = st.characters(codec="utf-8", exclude_characters="\0")
BERARTI = st.sampled_from(
    ["null", "~", "yes", "- a", "a: b", "#x", "'", '"', "{", "&a", "0001", "2,50", "", " a ", "%"]
)
APA_SAJA = BERARTI | st.text(HURUF, max_size=12) | st.text("ab \n\r\t,;:\"'", max_size=300)
BERISI = APA_SAJA.filter(str.strip)
ANGKA = st.sampled_from(["1.234", "80,35", "Rp. 1.000.000,00,-", "77,60 %", "-", "5 Dokumen", "100%"])


def _sel(teks: str, peran: str = "target") -> Sel:
    return baca_sel_peran(teks, PERAN[peran])


def _berubah(draw: st.DrawFn, t: Tabel) -> Tabel:
    """A table some of whose figures are words, or roundings of what a workbook stores."""

    def sel(s: Sel) -> Sel:
        if s.angka is None:
            return s
        cara = draw(st.sampled_from(("cetak", "kata", "simpan")))
        if cara == "kata":
            return Sel("belum ada")
        return simpan(s, s.angka.nilai + Decimal(draw(st.integers(-49, 49))) / 100) if cara == "simpan" else s

    return attrs.evolve(t, baris=tuple(attrs.evolve(b, sel=tuple(map(sel, b.sel))) for b in t.baris))


@st.composite
def sembarang(draw: st.DrawFn) -> Laporan:
    """A small report of which any text may be anything."""
    teks: Callable[[], str] = lambda: draw(APA_SAJA)  # noqa: E731 - a word for what is drawn
    isi: Callable[[], str] = lambda: draw(BERISI)  # noqa: E731 - as above
    kolom = ["nama", "target", "pagu@2024", f"rincian:{draw(st.text('abc @:,é', min_size=1, max_size=5))}"]
    uang, cacah = "Rp1.000", "12"
    baris = [[teks(), draw(ANGKA.filter(lambda a: "Rp" not in a)), uang, cacah] for _ in range(draw(st.integers(0, 2)))]
    jenis = ["rincian"] * len(baris) + ["kelompok"]
    kunci = isi()
    rujukan = Rujukan(peran="realisasi", subjek=kunci, periode=draw(st.none() | st.just(2024)))
    kecuali = tuple(draw(st.lists(APA_SAJA, max_size=2)))
    if "@" in kolom[3]:
        kolom[3] = kolom[3].replace("@", "＠")
    return Laporan(
        instansi="",
        catatan=(Catatan("nama instansi tidak ditemukan"), Catatan(isi(), hilang=True)),
        tahun=draw(st.sampled_from([2025, 0])),
        judul=teks(),
        tanggal=(Tanggal(nilai=Sel(teks()), bagian=teks()),),
        metode=Metode(skala=Skala.dari_batas("laporan", [("> 90,5", isi()), ("> 75", isi()), ("<= 75", isi())])),
        organisasi=(Organisasi(jabatan=isi(), atasan=isi()),),
        indikator=(Indikator(kunci=kunci, nama=isi(), alias=tuple(draw(st.lists(APA_SAJA, max_size=3)))),),
        tabel=(
            _berubah(
                draw,
                Tabel.susun(kolom, [*baris, [teks(), teks(), teks(), teks()]], nomor="1", judul=teks(), jenis=jenis),
            ),
            Tabel.susun(["nama"], [[""]], nomor="1"),
        ),
        perjanjian=(
            PerjanjianKinerja(
                eselon="III",
                jabatan=isi(),
                tahun=2025,
                unit=teks(),
                kinerja=(
                    BarisKinerja(no=teks(), indikator=teks()),
                    BarisKinerja(target=_sel("80 %"), rincian=(RincianKinerja(nama=teks(), target=_sel("5")),)),
                    BarisKinerja(target=Sel(isi()), rincian=(RincianKinerja(nama=teks(), target=Sel(teks())),)),
                ),
                anggaran=(
                    BarisAnggaran(uraian=teks(), anggaran=_sel("1.000", "pagu"), keterangan=teks()),
                    BarisAnggaran(uraian=teks(), diampu=(Diampu(unit=teks(), nilai=_sel("1.000", "pagu")),)),
                    BarisAnggaran(uraian=teks(), anggaran=Sel(teks()), diampu=(Diampu(unit="", nilai=Sel(teks())),)),
                ),
                jumlah=_sel("", "pagu"),
            ),
        ),
        narasi=(
            Klaim(tertulis=_sel("80,35", "realisasi"), bagian=teks(), fakta=rujukan),
            Klaim(tertulis=Sel("naik"), arah="naik", dari=(rujukan, rujukan)),
            Klaim(
                tertulis=_sel("3", "cacah"),
                id="k",
                peringkat=PeringkatKlaim(tabel="1", kolom="target", baris=teks(), kecuali=kecuali),
            ),
            Klaim(tertulis=_sel("8", "cacah"), hitung=Hitungan(apa="baris", tabel="1", kecuali=kecuali)),
            Klaim(
                tertulis=_sel("8", "angka"),
                rumus="jumlah",
                dari=(Rujukan(klaim="k"), Rujukan(tabel="1", baris=isi(), kolom=("target", "pagu@2024"))),
            ),
            Klaim(tertulis=Sel(isi().translate({ord(c): "x" for c in "0123456789"})), rumus="tanpa", alasan=teks()),
        ),
    )


@given(sembarang())
def test_teks_sembarang(laporan: Laporan) -> None:
    """Whatever a report prints, it comes back."""
    hasil = bolak_balik(laporan)
    for nama in (
        *(
            "instansi",
            "tahun",
            "judul",
            "tanggal",
            "metode",
            "organisasi",
            "indikator",
            "tabel",
            "perjanjian",
            "catatan",
        ),
    ):
        assert polos(getattr(hasil, nama)) == polos(getattr(laporan, nama))
    assert polos(hasil.narasi[:-1]) == polos(laporan.narasi[:-1])
    assert hasil.narasi[-1].tertulis.teks == laporan.narasi[-1].tertulis.teks
    assert hasil.narasi[-1].alasan == laporan.narasi[-1].alasan


@given(st.recursive(APA_SAJA, lambda x: st.lists(x, max_size=4) | st.dictionaries(st.sampled_from("abc"), x)))
def test_yaml_sah(isi: Any) -> None:
    """What the writer of YAML writes, any reader of YAML reads as it was."""
    teks = "".join(f"{g}\n" for g in butir(isi))
    if isi not in ([], {}):
        assert yaml.safe_load(teks) == [isi]
    assert all(len(g) <= LEBAR + 1 or " " not in g.strip() or "\\" in g or len(g.split()) < 4 for g in teks.split("\n"))


# -- the files ---------------------------------------------------------------------------


def test_untuk_orang() -> None:
    """Short entries on one line, long ones folded, quotes where needed, no line too long."""
    isi = isi_folder(laporan_contoh())
    induk = isi["laporan.yaml"]
    assert induk.startswith("# Disalin dari semarang_diskopum_2025 (sha256 ")
    assert str(CONTOH.parent) not in induk
    assert "instansi: Dinas Koperasi dan Usaha Mikro Kota Semarang\n" in induk
    assert "renstra: {awal: 2021, akhir: 2026}\n" in induk
    assert '  - {nilai: "23 Februari 2026", bagian: Kata Pengantar, asal: 34}\n' in induk
    assert max(len(g) for nama, t in isi.items() if nama.endswith(".yaml") for g in t.split("\n")) <= LEBAR
    assert isi["tabel/2.7.csv"].startswith("asal,baris,kode,nama,pagu_murni,pagu,selisih\n859,judul,KODE REK,")
    assert "tabel/lembar_pengukuran.csv" in isi


def test_nama_berkas() -> None:
    """Tables and forms get names that any system takes, each its own."""
    tabel = [Tabel.susun(["nama"], [["a"]], nomor=n, judul=j) for n, j in (("1", ""), ("1", ""), ("", "Á/b: c?"))]
    tabel += [Tabel.susun(["nama"], [["a"]], nomor=n, judul="") for n in ("", "con", "../x")]
    nama = list(isi_folder(Laporan(instansi="a", tahun=2025, tabel=tuple(tabel))))[1:]
    assert nama == [
        f"tabel/{n}.csv" for n in ("1", "1_2", "a_b_c", "tanpa_nomor", "con_", "x")
    ]  # fmt: skip


# -- the folder --------------------------------------------------------------------------


def kecil() -> Laporan:
    """The least report."""
    return Laporan(instansi="Dinas", tahun=2025, narasi=(Klaim(tertulis=Sel("tiga"), hitung=Hitungan(apa="sasaran")),))


def test_folder_kosong_dipakai(tmp_path: Path) -> None:
    """An empty folder may be there already."""
    tujuan = tmp_path / "data"
    tujuan.mkdir()
    assert tulis_folder(kecil(), tujuan) == ("laporan.yaml", "narasi.yaml")
    assert polos(baca(tujuan)) == polos(kecil())
    assert [p.name for p in tmp_path.iterdir()] == ["data"]


def test_folder_berisi_ditolak(tmp_path: Path) -> None:
    """What is there already stays as it is."""
    (tmp_path / "catatan").write_text("penting", encoding="utf-8")
    with pytest.raises(KeluaranError, match="tidak kosong"):
        tulis_folder(kecil(), tmp_path)
    with pytest.raises(KeluaranError, match="ini berkas"):
        tulis_folder(kecil(), tmp_path / "catatan")
    with pytest.raises(KeluaranError, match="induknya tidak ada"):
        tulis_folder(kecil(), tmp_path / "a" / "b")
    with pytest.raises(KeluaranError, match="bukan nama folder"):
        tulis_folder(kecil(), " ")
    assert [p.name for p in tmp_path.iterdir()] == ["catatan"]


def test_utuh_atau_tidak_sama_sekali(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When writing fails half way, nothing is left."""

    def gagal(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", gagal)
    with pytest.raises(KeluaranError, match="tidak dapat ditulis"):
        tulis_folder(kecil(), tmp_path / "data")
    assert list(tmp_path.iterdir()) == []


def test_kata_ditandai(tmp_path: Path) -> None:
    """A cell that is no figure is marked as words; without the mark the reader names its place."""
    t = Tabel.susun(["nama", "target"], [["a", "80 %"]], nomor="1")
    salah = attrs.evolve(t.baris[0], sel=(t.baris[0].sel[0], Sel("l00 persen")))
    laporan = attrs.evolve(kecil(), tabel=(attrs.evolve(t, baris=(salah,)),))
    tulis_folder(laporan, tmp_path / "data")
    assert polos(baca(tmp_path / "data")) == polos(laporan)
    berkas = tmp_path / "data" / "tabel" / "1.csv"
    berkas.write_text(berkas.read_text(encoding="utf-8").replace("target,a", ",a"), encoding="utf-8")
    with pytest.raises(SumberError, match=r"tabel/1\.csv:2: target: "):
        baca(tmp_path / "data")
    berkas.write_text("kata,tersimpan,nama,target\npagu,target=8,a,80 %\n", encoding="utf-8")
    with pytest.raises(SumberError, match=r"1\.csv:2: kata: harus daftar.*\n.*1\.csv:2: tersimpan: 8 tidak dibulatkan"):
        baca(tmp_path / "data")
