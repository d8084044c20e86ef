"""How alike texts are: the laws of a distance, and what they decide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.teks.istilah import istilah
from sakip.teks.jarak import dimaksud, jarak, maksud, menyebut, mirip, satu_kata, satu_nama, serupa, terdekat

KATA = st.text("abcn", max_size=8)
NAMA = st.lists(st.sampled_from(["data", "usaha", "Rapat", "yang", "umkm", "laporan"]), max_size=5).map(" ".join)


def osa(a: str, b: str) -> int:
    """The restricted Damerau-Levenshtein distance by its definition."""
    d = {(i, 0): i for i in range(len(a) + 1)} | {(0, j): j for j in range(len(b) + 1)}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            d[i, j] = min(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                d[i, j] = min(d[i, j], d[i - 2, j - 2] + 1)
    return d[len(a), len(b)]


@given(KATA, KATA, st.integers(0, 4))
def test_jarak(a: str, b: str, batas: int) -> None:
    """The distance by its definition, up to one beyond the bound, and so symmetric and 0 for the same only."""
    assert jarak(a, b, batas) == min(osa(a, b), batas + 1) == jarak(b, a, batas)
    assert (jarak(a, b, batas) == 0) == (a == b)


@given(KATA, KATA)
def test_satu_kata(a: str, b: str) -> None:
    """Symmetric; one slip only from five letters on, two from nine."""
    assert satu_kata(a, b) == satu_kata(b, a)
    assert satu_kata(a, a)
    if satu_kata(a, b) and a != b:
        pendek = min(len(a), len(b))
        assert pendek >= 5
        assert osa(a, b) <= (2 if pendek >= 9 else 1)


DIKENAL = frozenset(
    {"definisi", "realisasi", "jumlah", "target", "satuan", "indikator", "alokasi", "peringkat", "keterangan"}
)


@pytest.mark.parametrize(
    ("tertulis", "arti"),
    [
        ("difinisi", "definisi"),
        ("realisas", "realisasi"),
        ("indiktor", "indikator"),
        ("ketrangan", "keterangan"),
        ("relaisasi", "realisasi"),
        ("jmh", "jumlah"),
        ("jlh", "jumlah"),
        ("stn", "satuan"),
        ("tgt", "target"),
        # Words of their own, words too short to tell, and figures.
        ("lokasi", "lokasi"),
        ("perangkat", "perangkat"),
        ("strategi", "strategi"),
        ("targt", "targt"),
        ("jml2", "jml2"),
        ("pns", "pns"),
    ],
)
def test_dimaksud(tertulis: str, arti: str) -> None:
    assert dimaksud(tertulis, DIKENAL) == arti


@given(st.sampled_from(sorted(DIKENAL)), st.integers(1, 12), st.sampled_from("aeiouknrst"))
def test_satu_selip_terbaca(kata: str, letak: int, huruf: str) -> None:
    """One wrong letter of a long word is read as it was meant, unless it makes a word that is known."""
    if len(kata) < 8 or letak >= len(kata):
        return
    salah = kata[:letak] + huruf + kata[letak + 1 :]
    assert dimaksud(salah, DIKENAL) in {
        kata,
        salah if salah in istilah("bukan_salah_ketik") or salah in DIKENAL else kata,
    }


@given(KATA, st.frozensets(KATA, max_size=5))
def test_dimaksud_dikenal(kata: str, dikenal: frozenset[str]) -> None:
    """What is known is itself; what is not is one of the known words, or itself."""
    assert dimaksud(kata, dikenal) in dikenal | {kata}
    assert dimaksud(kata, dikenal | {kata}) == kata


@pytest.mark.parametrize(
    ("teks", "ada"),
    [
        ("dalam Rencana Strategis periode", True),
        ("dalam Rencana Stretegis periode", True),
        ("dalam Renstra", True),
        ("rencana kerja strategis", False),
        ("", False),
    ],
)
def test_menyebut(teks: str, ada: bool) -> None:
    assert menyebut(teks, istilah("rencana")) is ada


@given(NAMA, NAMA)
def test_mirip(a: str, b: str) -> None:
    """Symmetric, between 0 and 1, and no less where slips are forgiven."""
    assert mirip(a, b) == mirip(b, a)
    assert 0 <= mirip(a, b) <= mirip(a, b, salah_ketik=True) <= 1


def test_mirip_salah_ketik() -> None:
    assert mirip("Bidang Perijinan", "Bidang Perizinan") == 0.5
    assert mirip("Bidang Perijinan", "Bidang Perizinan", salah_ketik=True) == 1


@given(NAMA, st.lists(st.tuples(st.sampled_from("AB"), NAMA), max_size=4))
def test_terdekat(nama: str, calon: list[tuple[str, str]]) -> None:
    """One of the keys, or none; never one whose names are less alike than asked; the order does not count."""
    hasil = terdekat(nama, calon, 0.6)
    assert hasil == terdekat(nama, calon[::-1], 0.6)
    if hasil is not None:
        assert max(mirip(nama, n) for k, n in calon if k == hasil) >= 0.6


def test_terdekat_menurut_singkatan() -> None:
    """A name that a form shortens is the line that the same report prints in full."""
    calon = [("A", "Pembangunan Sarana dan Prasarana Puskesmas"), ("B", "Pemeliharaan Kendaraan Puskesmas")]
    assert terdekat("Pemb. Sarpras Puskesmas", calon, 0.7) == "A"


@given(NAMA, NAMA)
def test_satu_nama(a: str, b: str) -> None:
    assert satu_nama(a, b) == satu_nama(b, a)
    assert satu_nama(a, a) or len(a.split()) < 2


def test_saran() -> None:
    assert serupa("tagret", ["target", "realisasi"]) == ["target"]
    assert serupa("ANG99", ["ANG01", "TAB01"], 3, 0.5) == ["ANG01"]
    assert maksud("tagret", ["Target"]) == "; maksud Anda 'Target'?"
    assert maksud("xyz", ["target"]) == ""
