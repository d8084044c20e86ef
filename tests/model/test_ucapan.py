"""The sentences of the readers: each has words, is said somewhere, and comes back from a data folder."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sakip
from sakip.angka.angka import Angka
from sakip.errors import AngkaError
from sakip.model.laporan import Catatan, Laporan
from sakip.model.narasi import Klaim
from sakip.model.sel import Sel
from sakip.model.ucapan import BEBAS, UCAPAN, kata_bebas
from sakip.pembaca.folder import baca
from sakip.teks.kalimat import Kalimat
from sakip.tulis.folder import tulis_folder
from sakip.tulis.words.catalogue import BAHASA, isi_pesan
from sakip.tulis.words.kamus import Kamus

AKAR = Path(sakip.__file__).parent
CONTOH: dict[type, Any] = {str: "contoh", int: 7, tuple: ("a", "b"), Kalimat: kata_bebas("sebab")}
"""Something to fill a sentence with."""


def diucapkan() -> list[tuple[Path, str, frozenset[str]]]:
    """Every sentence that readers and register make: where, its key, what fills it."""
    hasil = []
    for berkas in (*(AKAR / "pembaca").rglob("*.py"), *(AKAR / "fakta").rglob("*.py")):
        for n in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "kalimat":
                kunci = n.args[0]
                if isinstance(kunci, ast.Constant):
                    hasil.append((berkas, str(kunci.value), frozenset(k.arg or "**" for k in n.keywords)))
    return hasil


def contoh(kunci: str) -> Kalimat:
    return Kalimat(kunci, {nama: CONTOH[jenis] for nama, jenis in UCAPAN[kunci].items()})


@pytest.mark.parametrize("kunci", UCAPAN)
@pytest.mark.parametrize("bahasa", BAHASA)
def test_ada_katanya(kunci: str, bahasa: str) -> None:
    """The words of either language say all that fills a sentence, and nothing else."""
    teks = Kamus(bahasa).ucap(contoh(kunci))
    assert all(Kamus(bahasa).ucap(CONTOH[jenis]) in teks for jenis in UCAPAN[kunci].values())
    assert not {n for _, n, _, _ in Formatter().parse(teks) if n}


@pytest.mark.parametrize(
    ("berkas", "kunci", "isi"),
    diucapkan(),
    ids=lambda x: "" if isinstance(x, frozenset) else str(getattr(x, "name", x)),
)
def test_diucapkan_seperti_disebut(berkas: Path, kunci: str, isi: frozenset[str]) -> None:
    """What a reader fills a sentence with is what the sentence has; what the register says has no place in a folder."""
    if kunci.startswith(("sisa.", "nama.", "tempat.")):
        terisi = {k: 3 if k == "n" else f"<{k}>" for k in isi}
        for b in BAHASA:
            teks = isi_pesan(kunci, terisi, b)
            assert teks
            assert all(str(x) in teks for x in terisi.values())
    elif "**" not in isi:
        assert isi == set(UCAPAN[kunci]), berkas


@pytest.mark.parametrize("kunci", sorted(set(UCAPAN) - {BEBAS}))
def test_ada_yang_mengucapkan(kunci: str) -> None:
    """A sentence that nobody says goes."""
    semua = "".join(b.read_text(encoding="utf-8") for f in ("pembaca", "angka") for b in (AKAR / f).rglob("*.py"))
    assert f'"{kunci.removeprefix("bukan_angka.")}"' in semua or f'"{kunci}"' in semua


def galat(teks: str) -> AngkaError | None:
    """Why a text is no figure."""
    try:
        Angka.baca(teks)
    except AngkaError as e:
        return e
    return None


@given(st.text() | st.text("0123456789.,eE_+- \u200b½", max_size=12) | st.just("1" * 5000))
def test_sebab_bukan_angka(teks: str) -> None:
    """Why a text is no figure is the same as an error and as a sentence."""
    e = galat(teks)
    if e is not None:
        assert set(e.isi) == set(UCAPAN[e.kunci])
        if e.kunci != "bukan_angka.terlalu_panjang":  # its counts are set as each language sets them
            kata = isi_pesan(e.kunci, {**e.isi, "teks": ""}, "id")
            assert str(e).endswith(kata.removeprefix("'' "))


BERISI = st.text(min_size=1).map(lambda t: f"a{t}b")
ISI: dict[type, st.SearchStrategy[Any]] = {
    str: st.text(),
    int: st.integers(0, 10**8),
    tuple: st.lists(st.text(), max_size=3).map(tuple),
}


@st.composite
def ucapan(draw: st.DrawFn, dalam: int = 1) -> Kalimat:
    """Any sentence, filled with anything."""
    tunggal = [k for k, isi in UCAPAN.items() if dalam or Kalimat not in isi.values()]
    kunci = draw(st.sampled_from(tunggal))
    if kunci == BEBAS:
        return kata_bebas(draw(BERISI))
    lagi = ucapan(dalam - 1) if dalam else st.nothing()
    return Kalimat(kunci, {n: draw(lagi if j is Kalimat else ISI[j]) for n, j in UCAPAN[kunci].items()})


@given(ucapan(), ucapan())
def test_folder_menyimpannya(pesan: Kalimat, alasan: Kalimat) -> None:
    """A data folder keeps remarks and reasons as they were, so that they are said in any language."""
    klaim = Klaim(tertulis=Sel("x"), rumus="tanpa", alasan=alasan)
    laporan = Laporan(instansi="", tahun=2025, catatan=(Catatan(pesan),), narasi=(klaim,))
    with TemporaryDirectory() as akar:
        tulis_folder(laporan, Path(akar) / "data")
        hasil = baca(Path(akar) / "data", "data")
    assert [c.pesan for c in hasil.catatan] == [pesan]
    assert [k.alasan for k in hasil.narasi] == [alasan]
