"""Equally good explanations: all are named, none is blamed, and no order decides."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kedalaman import sedalam

from sakip import reviu
from sakip.angka.angka import Jenis, tulis
from sakip.dugaan.cost import CostModel
from sakip.dugaan.localization import ErrorLocalizer, _Search, max_causes
from sakip.dugaan.propagation import propagate
from sakip.dugaan.tuning import EQUALLY_GOOD
from sakip.fakta import Register
from sakip.hukum.rumus import Rumus
from sakip.model.laporan import Laporan
from sakip.model.narasi import Klaim, Rujukan
from sakip.model.peran import PERAN
from sakip.model.sel import baca_sel_peran
from sakip.model.tabel import Tabel
from sakip.relasi import Jalur, Rumusan, Sama
from sakip.tulis.json_ import objek
from sakip.tulis.words.kamus import Kamus, pesan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.angka.lokasi import Lokasi
    from sakip.dugaan.knots import Solution
    from sakip.fakta import Butir
    from sakip.relasi import Relasi
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu

KEPALA = ("nama", "pagu", "realisasi_anggaran", "sisa")
NAMA = ("Meja", "Kursi", "Lemari", "Lampu")


def uang(n: int) -> str:
    return tulis(Fraction(n), 0, Jenis.RUPIAH)


def periksa(*tabel: Tabel, **isi: Any) -> Reviu:
    r = reviu(Laporan(instansi="Dinas Contoh", tahun=2025, tabel=tabel, **isi))
    assert not r.galat
    return r


@attrs.frozen
class Anggaran:
    """Budget lines with their total, one figure of which is printed as another.

    Attributes:
        isi: budget and spending of each line.
        kolom: the columns there are, beside the name.
        salah: the row and the column of the wrong figure, and what it prints.
        hitung: whether what is left was reckoned from the wrong figure.
    """

    isi: tuple[tuple[int, int], ...]
    kolom: tuple[str, ...]
    salah: tuple[int, int, int]
    hitung: bool = False

    def tabel(self, urut: Sequence[int] | None = None, kolom: Sequence[str] | None = None) -> Tabel:
        """The table, with lines and columns in another order if wished; the total is the last line."""
        baris = [[a, b] for a, b in self.isi]
        i, j, nilai = self.salah
        lengkap = [*baris, [sum(b[0] for b in baris), sum(b[1] for b in baris)]]
        lengkap = [[a, b, a - b] for a, b in lengkap]
        k = KEPALA.index(self.kolom[j]) - 1
        lengkap[i][k] = nilai
        if self.hitung and k < 2:
            lengkap[i][2] = lengkap[i][0] - lengkap[i][1]
        nama = [*NAMA[: len(baris)], "JUMLAH"]
        kolom = kolom or self.kolom
        urutan = [*(urut or range(len(baris))), len(baris)]
        sel = [[nama[n], *(uang(lengkap[n][KEPALA.index(c) - 1]) for c in kolom)] for n in urutan]
        jenis = ["rincian"] * len(baris) + ["total"]
        return Tabel.susun(["nama", *kolom], sel, nomor="3.1", judul="Anggaran Perlengkapan", jenis=jenis)


@st.composite
def anggaran(draw: st.DrawFn) -> Anggaran:
    banyak = draw(st.integers(2, 4))
    isi = tuple((a, draw(st.integers(1, a))) for a in (draw(st.integers(1_000_000, 90_000_000)) for _ in range(banyak)))
    kolom = draw(st.sampled_from([KEPALA[1:2], KEPALA[1:3], KEPALA[1:]]))
    i, j = draw(st.integers(0, banyak)), draw(st.integers(0, len(kolom) - 1))
    return Anggaran(isi, kolom, (i, j, draw(st.integers(1_000, 400_000_000))), draw(st.booleans()))


def penyelesaian(r: Reviu, tabel: Tabel) -> set[tuple[str, frozenset[frozenset[tuple[str, str | None]]]]]:
    """What the findings say may be wrong, figure by figure: each choice as the sets of causes in it."""
    nama = {s.lokasi: (b.sel[0].teks, s.lokasi.kolom) for b in tabel.baris for s in b.sel}

    def milik(t: Temuan) -> Iterator[frozenset[tuple[str, str | None]]]:
        if t.alternatif:
            yield from (frozenset(nama[p.lokasi] for p in x if not p.ikut) for x in t.alternatif)
        else:
            yield frozenset(nama[x] for x in t.lokasi)

    return {(t.kode, frozenset(milik(t))) for t in r.temuan if t.solusi is not None}


def semua_termurah(pelokal: ErrorLocalizer, knot: list[Relasi]) -> list[Solution]:
    """The cheapest solutions of up to three figures, by trying every set of the figures around a knot."""
    pencarian = _Search(pelokal.costs, knot, max_causes(knot))
    dekat = {b for r in pencarian.around(pencarian.suspects) for b in r.butir}
    hasil = []
    for bebas in (frozenset(x) for n in (1, 2, 3) for x in combinations(sorted(dekat, key=lambda b: b.urut), n)):
        keadaan = propagate(bebas, pencarian.around(bebas))
        if not keadaan.conflicts and not keadaan.stuck:
            solusi, sebab = pencarian.solution_of(bebas, keadaan)
            if pencarian.plausible(solusi, sebab):
                hasil.append(solusi)
    termurah = min((s.cost for s in hasil), default=0.0)
    return [s for s in hasil if s.cost <= termurah + EQUALLY_GOOD]


@settings(max_examples=sedalam(20))
@given(anggaran())
def test_semua_yang_termurah_disebut(contoh: Anggaran) -> None:
    """Whatever mends the table for the least is named by the findings; what one of them blames, all solutions have."""
    tabel = contoh.tabel()
    knots: list[tuple[ErrorLocalizer, list[Relasi]]] = []
    asli = ErrorLocalizer.solve

    def pecahkan(self: ErrorLocalizer, knot: list[Relasi]) -> list[Solution]:
        knots.append((self, knot))
        return asli(self, knot)

    with pytest.MonkeyPatch.context() as m:
        m.setattr(ErrorLocalizer, "solve", pecahkan)
        r = periksa(tabel)
    disebut: set[Lokasi] = set()
    dituduh: set[Lokasi] = set()
    for t in r.temuan:
        assert t.tuntas
        disebut |= {p.lokasi for x in t.alternatif for p in x} | set(t.lokasi)
        if t.solusi == 1:
            dituduh |= set(t.lokasi)
    for pelokal, knot in knots:
        letak = {b.lokasi for r in knot for b in r.butir}
        for solusi in semua_termurah(pelokal, knot):
            assert {x.butir.lokasi for x in solusi.causes} <= disebut
            assert dituduh & letak <= {x.butir.lokasi for x in solusi.edits}


@settings(max_examples=sedalam(40))
@given(anggaran(), st.data())
def test_urutan_tidak_menentukan(contoh: Anggaran, data: st.DataObject) -> None:
    """The order of lines and columns changes neither who is blamed nor who is named."""
    asal = contoh.tabel()
    lain = contoh.tabel(data.draw(st.permutations(range(len(contoh.isi)))), data.draw(st.permutations(contoh.kolom)))
    assert penyelesaian(periksa(asal), asal) == penyelesaian(periksa(lain), lain)


def satu(*tabel: Tabel, **isi: Any) -> Temuan:
    (t,) = periksa(*tabel, **isi).temuan
    return t


def test_jumlah_dan_rinciannya_setara() -> None:
    """A total that its lines do not give: it, or one of them, each with what it would have to be."""
    baris = [["Meja", "12.345.678"], ["Kursi", "23.456.789"], ["JUMLAH", "41.987.654"]]
    tabel = Tabel.susun(["nama", "pagu"], baris, nomor="3.1", judul="Anggaran", jenis=["rincian", "rincian", "total"])
    t = satu(tabel)
    assert (t.kunci, t.keparahan, t.solusi, t.tuntas) == ("setara", "kesalahan", 3, True)
    usul = {p.tertulis: p.seharusnya for x in t.alternatif for p in x}
    assert usul == {"12.345.678": "18.530.865", "23.456.789": "29.641.976", "41.987.654": "35.802.467"}
    for bahasa in ("id", "en"):
        assert all(f"{a} → {b}" in pesan(t, bahasa) for a, b in usul.items())
    assert t.selisih == ""
    assert Kamus("id").ucap(t.seharusnya).split(" | ") == [usul[x] for x in Kamus("id").ucap(t.tertulis).split(" | ")]


def fakta(pertama: str, kedua: str, sisa: str = "", *, balik: bool = False) -> tuple[Tabel, ...]:
    """One budget in two tables; the second one says what is left of it, where it says anything."""
    kepala = ["kode", "nama", "pagu", *(["realisasi_anggaran", "sisa"] if sisa else [])]
    isi = ["02", "Program Pelatihan", kedua, *(["50.000.000", sisa] if sisa else [])]
    dua = (
        Tabel.susun(["kode", "nama", "pagu"], [["02", "Program Pelatihan", pertama]], nomor="2.1"),
        Tabel.susun(kepala, [isi], nomor="3.1"),
    )
    return dua[::-1] if balik else dua


@pytest.mark.parametrize("balik", [False, True])
def test_cetakan_yang_barisnya_sendiri_menang(balik: bool) -> None:
    """Of two prints the one whose own line confirms it is right, whichever comes first; where neither is, both are
    named."""
    t = satu(*fakta("75.000.000", "62.500.000", "12.500.000", balik=balik))
    assert (t.solusi, t.tertulis, t.seharusnya) == (1, "75.000.000", "62.500.000")
    assert t.lokasi[0].tabel == "Tabel 2.1"
    t = satu(*fakta("75.000.000", "62.500.000", balik=balik))
    assert (t.solusi, set(Kamus("id").ucap(t.tertulis).split(" | "))) == (2, {"75.000.000", "62.500.000"})


@pytest.mark.parametrize(("rata", "solusi"), [("99,40", 2), ("99,39", 1)])
def test_hubungan_yang_tetap_berlaku_tidak_bersaksi(rata: str, solusi: int) -> None:
    """A rounded mean that holds with the other print too speaks for neither."""
    reg = Register(Laporan(instansi="Dinas Contoh", tahun=2025))
    tabel, kalimat, lain, hasil = (
        reg.catat(baca_sel_peran(teks, PERAN["capaian"]), PERAN["capaian"], nama=teks, di="", wadah="", media=media)
        for teks, media in (("99,87", "tabel"), ("99,90", "narasi"), ("98,92", "tabel"), (rata, "tabel"))
    )
    sama = Sama(kode="UJI01", uraian="sama", cetakan=(tabel, kalimat))
    rumus = Rumus.linear([(1, tabel), (1, lain)], 2)
    rerata = Rumusan(kode="UJI02", jenis="rerata", uraian="rerata", hasil=hasil, jalur=(Jalur("", rumus),))
    milik: dict[Butir, list[Relasi]] = {tabel: [sama, rerata], kalimat: [sama], lain: [rerata], hasil: [rerata]}
    assert len(ErrorLocalizer(CostModel(milik, {sama: False, rerata: True})).solve([sama])) == solusi


@pytest.mark.parametrize("teks", ["62.500.000", "75.000.001"])
def test_kalimat_dan_tabel_setara(teks: str) -> None:
    """A sentence against a table that nothing confirms: both are named, and the sentence is said to be likelier."""
    (tabel, _) = fakta("75.000.000", "0")
    klaim = Klaim(tertulis=baca_sel_peran(teks, PERAN["pagu"]), fakta=Rujukan(peran="pagu", subjek="02"))
    t = satu(tabel, narasi=(klaim,))
    assert (t.kode, t.solusi, t.keparahan) == ("NAR01", 2, "kesalahan")
    assert "kalimat" in {d.jenis for d in t.dugaan}


def test_kontrak_json() -> None:
    """The findings of a search say how many solutions it found and whether it ended; the others that there was none."""
    r = periksa(*fakta("75.000.000", "62.500.000"))
    (t,) = objek(r, Kamus("id"))["temuan"]
    assert (t["solusi"], t["tuntas"]) == (2, True)
    assert [[p["seharusnya"] for p in x] for x in t["alternatif"]] == [["62.500.000"], ["75.000.000"]]
    assert {p["lokasi"]["tabel"] for x in t["alternatif"] for p in x} == {"Tabel 2.1", "Tabel 3.1"}


def test_pencarian_terbatas_dikatakan(monkeypatch: pytest.MonkeyPatch) -> None:
    """With more solutions than are told apart the relation itself is the finding, and the search is said to be cut."""
    monkeypatch.setattr("sakip.dugaan.localization.MAX_SOLUTIONS", 1)
    monkeypatch.setattr("sakip.tinjauan.blame.MAX_SOLUTIONS", 1)
    t = satu(*fakta("75.000.000", "62.500.000"))
    assert t.solusi == 2
    assert t.kunci == "beda"
    assert t.seharusnya == ""
