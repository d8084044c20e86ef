"""Where things stand in TOML and JSON: what the scanner finds is what was written there, in whatever layout."""

from __future__ import annotations

import json
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.konversi import json_ketat, toml_ketat
from sakip.konversi.letak import letak_json, letak_toml
from sakip.konversi.pohon import Daftar, Peta, Teks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sakip.errors import Masalah
    from sakip.konversi.letak import KeyPath

AKAR = Path(__file__).parents[2]

KATA = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=8)
POLOS = st.text("abcXYZ019_-", min_size=1, max_size=4)
SKALAR = st.one_of(KATA, st.integers(-99, 99), st.booleans(), st.floats(-9, 9), st.dates(), st.datetimes())
ISI = st.recursive(SKALAR, lambda dalam: st.lists(dalam, max_size=3) | st.dictionaries(KATA | POLOS, dalam, max_size=3))


class Penulis:
    """Writes TOML in a layout drawn at random, and keeps the lines on which values and keys were put."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self.draw = draw
        self.teks = ""
        self.baris: dict[KeyPath, int] = {}
        self.baris_kunci: dict[KeyPath, int] = {}

    @property
    def kini(self) -> int:
        return self.teks.count("\n") + 1

    def ruang(self, *, boleh_baris: bool) -> None:
        pilih = ["", " ", "\t"]
        if boleh_baris:
            pilih += ["\n", "\r\n", " # '\"[{ =\n", "\n\n"]
        self.teks += self.draw(st.sampled_from(pilih))

    def kunci(self, k: str) -> None:
        polos = k.isascii() and k and all(c.isalnum() or c in "_-" for c in k)
        self.teks += k if polos and self.draw(st.booleans()) else json.dumps(k, ensure_ascii=False)

    def nilai(self, isi: Any, jalur: KeyPath) -> None:
        self.baris[jalur] = self.kini
        if isinstance(isi, dict):
            self.teks += "{"
            for i, (k, v) in enumerate(isi.items()):
                self.teks += "," * bool(i)
                self.ruang(boleh_baris=False)
                self.pasangan(k, v, jalur)
                self.ruang(boleh_baris=False)
            self.teks += "}"
        elif isinstance(isi, list):
            self.teks += "["
            for i, v in enumerate(isi):
                self.ruang(boleh_baris=True)
                self.nilai(v, (*jalur, i))
                self.ruang(boleh_baris=True)
                self.teks += "," * (i < len(isi) - 1 or self.draw(st.booleans()))
            self.ruang(boleh_baris=True)
            self.teks += "]"
        elif isinstance(isi, str):
            self.teks += self.draw(st.sampled_from(cara_tulis(isi)))
        else:
            self.teks += str(isi).lower() if isinstance(isi, (bool, float)) else str(isi)

    def pasangan(self, k: str, v: Any, induk: KeyPath) -> None:
        self.baris_kunci[(*induk, k)] = self.kini
        self.kunci(k)
        self.ruang(boleh_baris=False)
        self.teks += "="
        self.ruang(boleh_baris=False)
        self.nilai(v, (*induk, k))

    def dokumen(self, isi: dict[str, Any]) -> None:
        """Scalars first; then tables and lists of tables, each under a heading or within braces."""
        self.tabel(isi, ())

    def tabel(self, isi: dict[str, Any], induk: KeyPath) -> None:
        lanjut: list[tuple[str, Any]] = []
        for k, v in isi.items():
            bertabel = isinstance(v, dict) or (isinstance(v, list) and v and all(isinstance(x, dict) for x in v))
            if bertabel and self.draw(st.booleans()):
                lanjut.append((k, v))
                continue
            self.ruang(boleh_baris=True)
            self.pasangan(k, v, induk)
            self.ruang(boleh_baris=False)
            self.teks += "\n"
        for k, v in lanjut:
            if isinstance(v, list):
                for i, x in enumerate(v):
                    self.kepala((*induk, k), "[[", "]]")
                    self.baris[(*induk, k, i)] = self.kini - 1
                    self.tabel(x, (*induk, k, i))
            else:
                self.kepala((*induk, k), "[", "]")
                self.baris[(*induk, k)] = self.kini - 1
                self.tabel(v, (*induk, k))

    def kepala(self, jalur: KeyPath, buka: str, tutup: str) -> None:
        self.ruang(boleh_baris=True)
        self.teks += buka
        for i, k in enumerate(x for x in jalur if isinstance(x, str)):
            self.teks += "." * bool(i)
            self.ruang(boleh_baris=False)
            self.kunci(k)
            self.ruang(boleh_baris=False)
        self.teks += f"{tutup}\n"


def cara_tulis(isi: str) -> list[str]:
    """A text in every kind of quotes that can hold it."""
    dasar = json.dumps(isi, ensure_ascii=False).replace("\x7f", "\\u007f")
    cara = [dasar, '"""\n' + dasar[1:-1].replace("a", "\\\n  a") + '"""', '"""' + dasar[1:-1] + '"""']
    if "'" not in isi and "\x7f" not in isi:
        cara += [f"'{isi}'", f"'''{isi}'''", f"'''\n{isi}'''"]
    return cara


@given(st.data(), st.dictionaries(POLOS | KATA, ISI, max_size=5))
def test_baris_toml(data: st.DataObject, isi: dict[str, Any]) -> None:
    p = Penulis(data.draw)
    p.dokumen(isi)
    terbaca = tomllib.loads(p.teks)
    ada = letak_toml(p.teks)
    for jalur, baris in p.baris.items():
        assert ada[jalur].baris == baris, (p.teks, jalur)
    for jalur, baris in p.baris_kunci.items():
        assert ada[jalur].baris_kunci == baris, (p.teks, jalur)
    assert set(ada) == set(jalur_semua(terbaca)), p.teks


def jalur_semua(isi: Any, jalur: KeyPath = ()) -> Iterator[KeyPath]:
    """The way to every value but the whole."""
    anak = isi.items() if isinstance(isi, dict) else enumerate(isi) if isinstance(isi, list) else ()
    for k, v in anak:
        yield (*jalur, k)
        yield from jalur_semua(v, (*jalur, k))


@pytest.mark.parametrize("berkas", [*sorted(AKAR.glob("src/**/*.toml")), AKAR / "pyproject.toml"], ids=lambda b: b.name)
def test_berkas_toml_sendiri(berkas: Path) -> None:
    """Every TOML file of ours: each value on the line that its text is on, and none missed."""
    isi = berkas.read_text(encoding="utf-8")
    baris, ada, terbaca = isi.split("\n"), letak_toml(isi), tomllib.loads(isi)
    assert set(ada) == set(jalur_semua(terbaca))
    for letak in ada.values():
        assert letak.mentah.split("\n")[0] in baris[letak.baris - 1]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda dalam: st.lists(dalam, max_size=3) | st.dictionaries(st.text(), dalam, max_size=3),
)


@given(JSON, st.sampled_from([None, 0, 1, "\t"]))
def test_baris_json(isi: Any, jorok: Any) -> None:
    """The tree with lines holds what the parser gave; with a value a line, these follow one another."""
    teks = json.dumps(isi, indent=jorok, ensure_ascii=False)
    pohon = json_ketat.berbaris(isi, teks, "x")
    assert datar(pohon) == datar(isi)
    ada = letak_json(teks)
    assert set(ada) == {(), *jalur_semua(isi)}
    urut = [ada[j].baris for j in jalur_semua(isi)]
    if jorok is None:
        assert set(urut) <= {1}
    else:
        assert all(a < b for a, b in pairwise(urut))


def datar(isi: Any) -> Any:
    """Scalars as JSON spells them."""
    if isinstance(isi, dict):
        return {str(k): datar(v) for k, v in isi.items()}
    if isinstance(isi, list):
        return [datar(v) for v in isi]
    return str(isi) if isinstance(isi, str) else json.dumps(isi)


@given(st.text(max_size=60) | st.text("abc =.\"[]{}'\n#,1-\\", max_size=40))
def test_teks_apa_pun(isi: str) -> None:
    """Whatever is written: a tree in which all has a line of the file, or a problem."""
    masalah: list[Masalah] = []
    pohon = toml_ketat.muat(isi, "x", masalah)
    assert (pohon is None) == bool(masalah)
    antre: list[Any] = [pohon] if pohon is not None else []
    while antre:
        n = antre.pop()
        assert isinstance(n, (Teks, Peta, Daftar))
        assert 1 <= n.baris <= isi.count("\n") + 1
        antre += n.values() if isinstance(n, Peta) else n if isinstance(n, Daftar) else ()


@pytest.mark.parametrize(
    ("isi", "baris", "pesan"),
    [
        ("a = 1\nb\n", 2, "'=' diharapkan sesudah kunci"),
        ("a = 1\n\na = 2\n", 3, "kunci ganda"),
        ("[a]\n[a]\n", 2, "tabel ganda"),
        ("a = {b = 1}\na.c = 2\n", 2, "tabel yang sudah ditulis dalam kurung kurawal tidak dapat ditambahi"),
        ("a = 'x\n", 1, "tanda kutip tidak ditutup"),
        ('a = "x\n', 1, "karakter yang tidak boleh di sini"),
        ("a = 'x", 1, "tanda kutip tidak ditutup"),
        ('a = """x\n', 1, "tanda kutip tidak ditutup"),
        ("a = [1,\n 2\n", 2, "',' atau kurung penutup diharapkan di sini"),
        ("a = x\n", 1, "nilai tidak sah; teks ditulis dalam tanda kutip"),
        ("a = 2026-02-30\n", 1, "tanggal tidak sah"),
        ("a = 1 b = 2\n", 1, "hanya satu kunci dan nilainya dalam satu baris"),
        (f"a = {'9' * 5000}\n", None, "bilangan dengan terlalu banyak angka"),
        ('a = "\\x"\n', 1, "garis miring terbalik di dalam teks ditulis dua kali"),
        ("[a\n", 1, "kurung siku penutup diharapkan di sini"),
        ("= 3\n", 1, "kunci diharapkan di sini"),
    ],
)
def test_bukan_toml(isi: str, baris: int | None, pesan: str) -> None:
    masalah: list[Masalah] = []
    assert toml_ketat.muat(isi, "x", masalah) is None
    (m,) = masalah
    assert m.baris == baris
    assert m.pesan.startswith(f"TOML tidak sah: {pesan}")
