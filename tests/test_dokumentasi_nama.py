"""What the documents name is there: paths, modules and their members, commands, options, codes, keys."""

from __future__ import annotations

import argparse
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import attrs
import pytest
from tests.tempat import AKAR

import sakip
from sakip.aturan import katalog
from sakip.cli.arguments import pengurai

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOKUMEN = [
    p
    for p in (AKAR / "README.md", AKAR / "CONTRIBUTING.md", *sorted((AKAR / "docs").rglob("*.md")))
    if p.exists() and p.parent.name != "aturan"
]
SUMBER = ("src", "tests", "benchmarks", "examples", ".ci", "docs")
BERKAS = {".py", ".toml", ".po", ".yaml", ".csv", ".j2", ".js", ".css", ".json"}
MILIK_PEMAKAI = re.compile(
    r"^(~|/|https?:|s3:|\.\./|\.sakip/|hasil/|laporan/|tabel/|pk/|naskah|laporan_|sumber/|data/)|\.(?:csv|parquet)$|[*…<>]|^[A-Z]+(/|$)"
)
"""Paths that a user has or gets, patterns, and placeholders in capitals."""


def isi(p: Path) -> str:
    return p.read_text(encoding="utf-8")


@cache
def kata_kode() -> frozenset[str]:
    """Every word of code, data and tests."""
    berkas = (p for s in SUMBER for p in (AKAR / s).rglob("*") if p.suffix in BERKAS and p != Path(__file__))
    semua = (isi(p) for p in (*berkas, AKAR / "pyproject.toml", AKAR / ".ci" / "run"))
    return frozenset(k for teks in semua for k in re.findall(r"\w+", teks))


@cache
def modul() -> dict[str, object]:
    """The modules of `sakip`, by their name and by its end."""
    semua = {m.name: import_module(m.name) for m in walk_packages(sakip.__path__, "sakip.") if "__main__" not in m.name}
    return {"sakip": sakip, **semua, **{nama.removeprefix("sakip."): m for nama, m in semua.items()}}


@cache
def kelas() -> dict[str, type]:
    """The classes of `sakip`, by name."""
    benda = (x for m in modul().values() for x in vars(m).values() if isinstance(x, type))
    return {x.__name__: x for x in benda if x.__module__.startswith("sakip")}


def perintah(p: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """The commands of `sakip`, by name; itself without one."""
    yield "", p
    for a in p._actions:
        if isinstance(a, argparse._SubParsersAction):
            yield from a.choices.items()


@cache
def pilihan() -> frozenset[str]:
    """The options of all commands, and those of the benchmarks."""
    sendiri = {o for _, p in perintah(pengurai()) for a in p._actions for o in a.option_strings}
    lain = (isi(p) for s in ("benchmarks", "docs", ".ci") for p in (AKAR / s).glob("*.py"))
    return frozenset(sendiri | {o for teks in lain for o in re.findall(r'"(--[a-z-]+)"', teks)})


@cache
def kode() -> str:
    return "\n".join(isi(p) for p in (AKAR / "src").rglob("*.py"))


def ada_berkas(q: str) -> bool:
    """Whether a path is one of ours, or a name that code gives to a file of the user's."""
    if MILIK_PEMAKAI.search(q) or q.startswith(".") or q in kode():
        return True
    akar = (AKAR, AKAR / "src" / "sakip", AKAR / "docs", AKAR / "docs" / "inspektorat")
    return any((a / q).exists() for a in akar)


def ada_nama(induk: str, nama: str) -> bool:
    """Whether a module or a class has a member; what is neither is no name of ours."""
    if (m := modul().get(induk)) is not None:
        return hasattr(m, nama) or f"{induk}.{nama}" in modul()
    if (k := kelas().get(induk)) is not None:
        return hasattr(k, nama) or (attrs.has(k) and nama in attrs.fields_dict(k))
    return not (induk[:1].isupper() or induk.startswith("sakip"))


POLA: tuple[tuple[str, Callable[..., bool]], ...] = (
    (r"([A-Z]{3,4}\d\d)", lambda q: q in {a.kode for a in katalog()} or q.startswith(("KITA", "ABC"))),
    (r"([\w./-]+(?:/[\w./-]*|\w\.(?:py|toml|md|ya?ml|po|csv|parquet)))", ada_berkas),
    (r"([A-Za-z_][\w.]*)\.([A-Za-z_]\w*)(?:\(.*\))?", ada_nama),
    (r"\[*([a-z_]\w+)\]*(?:\(.*\))?", lambda q: q in kata_kode()),
)
"""Shapes of what is quoted, and whether what they name is there."""


def salah(q: str) -> list[str]:
    """What is not there of what a quotation names."""
    hasil = []
    if q.startswith(("sakip ", "--", "python benchmarks", "python docs", "python .ci")):
        hasil += [o for o in re.findall(r"(?<!\S)--[a-z][a-z-]+", q) if o not in pilihan()]
    if (m := re.match(r"sakip ([a-z]+)\b", q)) and m[1] not in {n for n, _ in perintah(pengurai())}:
        hasil.append(m[0])
    if " " in q:
        return hasil + [k for k in re.findall(r"[\w.-]+/[\w./-]+\.(?:py|toml|md)", q) if not ada_berkas(k)]
    cocok = next(((m, ada) for pola, ada in POLA if (m := re.fullmatch(pola, q))), None)
    return [*hasil, q] if cocok is not None and not cocok[1](*cocok[0].groups()) else hasil


def kutipan(teks: str) -> Iterator[str]:
    """What stands in backticks in the prose, and the lines of code blocks that are commands."""
    yield from re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", teks, flags=re.DOTALL))
    for blok in re.findall(r"```(?:sh|console|text)?\n(.*?)```", teks, flags=re.DOTALL):
        yield from (b.strip() for b in blok.splitlines() if b.startswith(("sakip ", "python ")))


@pytest.mark.parametrize("dokumen", DOKUMEN, ids=lambda d: str(d.relative_to(AKAR)))
def test_yang_disebut_ada(dokumen: Path) -> None:
    assert sorted({s for q in kutipan(isi(dokumen)) for s in salah(q.strip())}) == []


@pytest.mark.parametrize("dokumen", DOKUMEN, ids=lambda d: str(d.relative_to(AKAR)))
def test_tautan_ada(dokumen: Path) -> None:
    """Links between the documents lead somewhere."""
    tautan = re.findall(r"\]\((?!https?:)([^)#\s]+)", isi(dokumen))
    assert [t for t in tautan if not (dokumen.parent / t).exists()] == []


TIADA = ["src/tidak/ada.py", "--tidak-ada", "sakip tidakada", "XYZ99", "sakip.tiada", "Temuan.tiada", "tukar_angkaa"]


@pytest.mark.parametrize("q", TIADA)
def test_yang_tidak_ada_ditemukan(q: str) -> None:
    assert [s for x in kutipan(f"a `{q}` b") for s in salah(x)] == [q]
