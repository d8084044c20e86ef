"""Hypothesis strategies for the public types of `sakip`.

Every strategy draws the leaves and computes the totals, so nothing is filtered until it happens to fit, and
what fails shrinks to a small report that can be read.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from hypothesis import assume, event
from hypothesis import strategies as st

from sakip.angka.angka import GAYA, POLOS, Angka, Jenis, tulis
from sakip.angka.lokasi import Lokasi
from sakip.hukum.hitung import Efisiensi, Nilai, efisiensi
from sakip.hukum.skala import Skala, daftar_skala
from sakip.model.peran import PERAN
from sakip.pengujian.bangun.anggaran import susun_anggaran, tabel_anggaran
from sakip.pengujian.bangun.cetak import GAYA_UANG, Cetak, cara_cetak
from sakip.pengujian.bangun.efisiensi import susun_efisiensi
from sakip.pengujian.bangun.kaskade import susun_kaskade
from sakip.pengujian.bangun.kata import INDIKATOR
from sakip.pengujian.bangun.kinerja import susun_indikator, susun_kinerja, susun_metode
from sakip.pengujian.bangun.laporan import TAHUN, ragam, susun_laporan
from sakip.pengujian.bangun.silang import tabel_pegawai, tabel_wilayah
from sakip.pengujian.bangun.sumber import SumberTarik
from sakip.pengujian.bangun.tabel_kinerja import tabel_pengukuran
from sakip.pengujian.faults import Kerusakan, TakAdaTempat, rusak_sembarang
from sakip.pengujian.faults import rusak as rusak_satu
from sakip.tinjauan.engine import reviu

if TYPE_CHECKING:
    from sakip.model.indikator import Indikator
    from sakip.model.laporan import Laporan, Metode
    from sakip.model.narasi import Klaim
    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.model.sel import Sel
    from sakip.model.tabel import Tabel
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Cakupan, HasilRelasi, Reviu

__all__ = [
    "angka",
    "cakupan",
    "hasil_efisiensi",
    "hasil_relasi",
    "hasil_reviu",
    "indikator",
    "kaskade",
    "kerusakan",
    "klaim",
    "kode",
    "laporan_konsisten",
    "lokasi",
    "metode",
    "nilai_hitung",
    "perjanjian",
    "persen",
    "rupiah",
    "sel",
    "skala",
    "tabel",
    "tabel_anggaran_konsisten",
    "tabel_efisiensi",
    "tabel_indikator",
    "tabel_silang",
    "temuan",
]

CETAK = Cetak()


@st.composite
def angka(draw: st.DrawFn, jenis: Jenis | None = None, *, negatif: bool = True) -> Angka:
    """A printed figure of a kind (any by default), in any notation that reports use."""
    j = draw(st.sampled_from(list(Jenis))) if jenis is None else jenis
    desimal = 0 if j is Jenis.CACAH else draw(st.sampled_from((0, 2, 1)))
    nilai = draw(st.integers(-(10**13) if negatif else 0, 10**13))
    gaya = draw(st.sampled_from((GAYA, POLOS)))
    return Angka.baca(tulis(Fraction(nilai, 10**desimal), desimal, j, gaya=gaya), j)


@st.composite
def rupiah(draw: st.DrawFn, *, negatif: bool = False) -> Angka:
    """A printed amount of money: bare, `Rp1.234.567`, `Rp. 1.234.567,00,-`."""
    cetak = Cetak(
        uang_gaya=draw(st.sampled_from(GAYA_UANG)), sen=draw(st.booleans()), kurung=negatif and draw(st.booleans())
    )
    sen = draw(st.booleans()) and draw(st.integers(0, 99))
    nilai = draw(st.integers(0, 10**12)) + Fraction(int(sen), 100)
    minus = negatif and draw(st.booleans())
    return Angka.baca(cetak.uang(-nilai if minus else nilai), Jenis.RUPIAH)


@st.composite
def persen(draw: st.DrawFn, terbesar: int = 200) -> Angka:
    """A printed percentage from 0 to `terbesar`, with none to three decimals, with or without its sign."""
    desimal = draw(st.sampled_from((2, 0, 1, 3)))
    nilai = Fraction(draw(st.integers(0, terbesar * 10**desimal)), 10**desimal)
    cetak = Cetak(persen=draw(st.sampled_from(("%", ""))), desimal=desimal)
    return Angka.baca(cetak.hitungan(nilai), Jenis.PERSEN)


@st.composite
def kode(draw: st.DrawFn, *, lengkap: bool = False) -> str:
    """A budget code as printed: of a program, a kegiatan or a sub kegiatan; with `lengkap` from the top."""
    program = f"{draw(st.integers(1, 20)):02}"
    kegiatan = f"{draw(st.integers(1, 2))}.{draw(st.integers(1, 20)):02}"
    sub = f"{draw(st.integers(1, 99)):0{draw(st.sampled_from((4, 2)))}}"
    tingkat = draw(st.integers(1, 3))
    if lengkap:
        urusan = draw(st.sampled_from(("", "2.17.", "X.XX.")))
        return urusan + ".".join((program, kegiatan, sub)[:tingkat])
    return (program, kegiatan, sub)[tingkat - 1]


@st.composite
def lokasi(draw: st.DrawFn) -> Lokasi:
    """A place in a source."""
    ada = st.integers(1, 500)
    return Lokasi(
        berkas=draw(st.sampled_from(("", "laporan.yaml", "tabel/2.7.csv"))),
        baris=draw(st.none() | ada),
        tabel=draw(st.none() | ada.map(lambda n: f"Tabel 2.{n}")),
        kolom=draw(st.none() | st.sampled_from(sorted(PERAN))),
    )


@st.composite
def sel(draw: st.DrawFn) -> Sel:
    """A printed cell of any role that holds a figure."""
    tabel_ = draw(tabel())
    return draw(
        st.sampled_from([s for b in tabel_.baris for s in b.sel if s.angka is not None] or [tabel_.baris[0].sel[0]])
    )


@st.composite
def indikator(draw: st.DrawFn) -> Indikator:
    """An indicator of any kind and polarity."""
    s = SumberTarik(draw)
    jenis = s.pilih(("sasaran", "tujuan", "program", "kegiatan", "sub_kegiatan"))
    return susun_indikator(s, s.pilih(INDIKATOR), 1, jenis)


@st.composite
def metode(draw: st.DrawFn) -> Metode:
    """A declared method: variants of the formula, scale, cap, efficiency."""
    return susun_metode(SumberTarik(draw))


@st.composite
def skala(draw: st.DrawFn) -> Skala:
    """A rating scale: one of the regulations, or one that labels every value once."""
    if draw(st.booleans()):
        return draw(st.sampled_from(list(daftar_skala().values())))
    batas = sorted(draw(st.sets(st.integers(1, 150), min_size=1, max_size=5)), reverse=True)
    kelas = [(f"> {b}", f"Kelas {n}") for n, b in enumerate(batas, 1)]
    return Skala.dari_batas("sendiri", [*kelas, ("lainnya", f"Kelas {len(kelas) + 1}")])


def nilai_hitung() -> st.SearchStrategy[Nilai]:
    """A calculated value."""
    return st.builds(Nilai, st.fractions(-1000, 1000, max_denominator=1000))


@st.composite
def hasil_efisiensi(draw: st.DrawFn) -> Efisiensi:
    """The efficiency of a few lines."""
    baris = st.tuples(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(1, 200))
    return efisiensi(draw(st.lists(baris, min_size=1, max_size=4)))


def hasil_reviu() -> st.SearchStrategy[Reviu]:
    """The review of a report, sound or with one fault."""
    return (laporan_konsisten() | kerusakan(lengkap=False).map(lambda k: k.laporan)).map(reviu)


def temuan() -> st.SearchStrategy[Temuan]:
    """A finding of the review of a report with one fault."""
    return kerusakan().map(lambda k: reviu(k.laporan).temuan).filter(bool).flatmap(st.sampled_from)


def hasil_relasi() -> st.SearchStrategy[HasilRelasi]:
    """A relation evaluated."""
    return hasil_reviu().map(lambda r: r.relasi).filter(bool).flatmap(st.sampled_from)


def cakupan() -> st.SearchStrategy[Cakupan]:
    """How much of a report was checked."""
    return hasil_reviu().map(lambda r: r.cakupan)


def tabel() -> st.SearchStrategy[Tabel]:
    """A consistent table of any kind."""
    return tabel_silang() | tabel_anggaran_konsisten() | tabel_indikator() | tabel_efisiensi()


@st.composite
def tabel_silang(draw: st.DrawFn) -> Tabel:
    """A table of counts that adds up both ways."""
    s = SumberTarik(draw)
    cetak = cara_cetak(s)
    return s.pilih([tabel_wilayah(s, "1.3", cetak)] if s.benar() else tabel_pegawai(s, ("1.1", "1.2"), cetak))


@st.composite
def tabel_anggaran_konsisten(draw: st.DrawFn) -> Tabel:
    """A budget by code with its sums; with revision, or with spending, remainder and absorption."""
    s = SumberTarik(draw)
    anggaran = susun_anggaran(s, terbanyak=3)
    kolom = s.pilih(
        (
            ("pagu",),
            ("pagu_murni", "pagu", "selisih"),
            ("pagu", "realisasi_anggaran", "serapan"),
            ("pagu", "realisasi_anggaran", "sisa", "serapan", "sisa_persen"),
        )
    )
    return tabel_anggaran(s, anggaran, "2.4", "Anggaran", kolom, cara_cetak(s))


@st.composite
def tabel_indikator(draw: st.DrawFn) -> Tabel:
    """Targets, realisations, achievements and ratings by the default method."""
    s = SumberTarik(draw)
    m = susun_metode(s)
    return tabel_pengukuran(s, susun_kinerja(s, m, TAHUN, [], ["01"]), m, "3.1", TAHUN, cara_cetak(s))


@st.composite
def tabel_efisiensi(draw: st.DrawFn) -> Tabel:
    """Budget times achievement, and what is left of it."""
    s = SumberTarik(draw)
    anggaran = susun_anggaran(s, terbanyak=3)
    m = susun_metode(s)
    cetak = cara_cetak(s)
    kinerja = susun_kinerja(s, m, TAHUN, [], [p.kode for p in anggaran.program])
    hasil = susun_efisiensi(s, anggaran, kinerja, "3.4", TAHUN, cetak)
    return hasil[0] if hasil is not None else tabel_wilayah(s, "1.3", cetak)


@st.composite
def kaskade(draw: st.DrawFn) -> tuple[Tabel, list[PerjanjianKinerja]]:
    """A budget table and the forms of eselon II, III and IV that pass it down, some kegiatan shared."""
    s = SumberTarik(draw)
    anggaran = susun_anggaran(s, terbanyak=3)
    cetak = cara_cetak(s)
    kinerja = susun_kinerja(s, susun_metode(s), TAHUN, [], [p.kode for p in anggaran.program])
    formulir, _ = susun_kaskade(s, anggaran, kinerja, TAHUN, cetak)
    return tabel_anggaran(s, anggaran, "2.4", "Anggaran", ("pagu",), cetak), formulir


@st.composite
def perjanjian(draw: st.DrawFn) -> PerjanjianKinerja:
    """One officer's form."""
    return draw(st.sampled_from(draw(kaskade())[1]))


@st.composite
def klaim(draw: st.DrawFn) -> Klaim:
    """A claim of the prose, of any kind."""
    return draw(st.sampled_from(susun_laporan(SumberTarik(draw), lengkap=True).narasi))


@st.composite
def laporan_konsisten(draw: st.DrawFn, *, lengkap: bool = False) -> Laporan:
    """A whole report without errors; with `lengkap` none of its parts is missing.

    The kind of report is told through `event()`: `pytest --hypothesis-show-statistics` shows how diverse they are.
    """
    laporan = susun_laporan(SumberTarik(draw), lengkap=lengkap)
    for apa, nilai in ragam(laporan).items():
        event(f"{apa}: {nilai}")
    return laporan


@st.composite
def kerusakan(draw: st.DrawFn, jenis: str | None = None, *, lengkap: bool = True) -> Kerusakan:
    """A report with one fault, of a kind (`JENIS_GALAT`) or of any.

    A report that has no place for a kind is given up (`assume`); a full one nearly always has.
    """
    laporan = draw(laporan_konsisten(lengkap=lengkap))
    sumber: Any = SumberTarik(draw)
    try:
        hasil = rusak_sembarang(laporan, sumber) if jenis is None else rusak_satu(laporan, jenis, sumber)
    except TakAdaTempat:
        assume(False)
        raise
    event(f"galat: {hasil.jenis}")
    return hasil
