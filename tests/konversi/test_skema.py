"""The JSON Schemas: those on disk are those the code makes; they take what is read and refuse what is not."""

from __future__ import annotations

import json
import re
import runpy
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from collections.abc import Iterator

AKAR = Path(__file__).parents[2]
CONTOH = AKAR / "examples" / "semarang_diskopum_2025"
KASUS: dict[str, dict[str, Any]] = runpy.run_path(str(Path(__file__).with_name("test_masukan.py")))["KASUS"]
SKEMA = {p.name.partition(".")[0]: json.loads(p.read_text("utf-8")) for p in (AKAR / "docs/skema").glob("*.json")}

DENGAN_SKEMA = {"laporan.yaml": "laporan", "narasi.yaml": "narasi", "pk/a.yaml": "pk", "tanggapan.yaml": "tanggapan",
                "sakip.toml": "sakip"}  # fmt: skip
DILIHAT = ("kunci asing", "jenis", "bentuk", "kunci kurang", "pilihan")
"""The mistakes that a schema can see in every source."""


class Penyunting(yaml.SafeLoader):
    """Scalars as YAML 1.2 has them, by which editors go: `no` is a word."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as the base class has it
        awal: [(tanda, pola) for tanda, pola in semua if awal in "tTfF" or not tanda.endswith(":bool")]
        for awal, semua in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def urai(nama: str, isi: str) -> list[Any]:
    """As editors read it, with numbers and dates; and as `sakip` does, all text."""
    if nama.endswith(".toml"):
        return [tomllib.loads(isi)]
    muat = [yaml.load(isi, p) for p in (Penyunting, yaml.BaseLoader)]  # noqa: S506 - both make plain data only
    return [json.loads(json.dumps(x, default=str)) for x in muat]


def salah(skema: str, isi: Any) -> list[str]:
    return [e.message for e in Draft202012Validator(SKEMA[skema]).iter_errors(isi)]


def test_skema_yang_dibuat() -> None:
    """Run docs/skema.py when this fails."""
    semua = runpy.run_path(str(AKAR / "docs" / "skema.py"))["semua"]()
    assert {n: json.loads(t) for n, t in semua.items()} == {f"{n}.schema.json": s for n, s in SKEMA.items()}


@pytest.mark.parametrize("nama", sorted(SKEMA))
def test_skema_sah(nama: str) -> None:
    Draft202012Validator.check_schema(SKEMA[nama])
    assert "$ref" in SKEMA[nama] or SKEMA[nama]["type"] == "array"


def contoh() -> Iterator[tuple[str, Path]]:
    yield from ((n, CONTOH / f"{n}.yaml") for n in ("laporan", "narasi"))
    yield from (("pk", b) for b in sorted((CONTOH / "pk").glob("*.yaml")))


def test_contoh_menurut_skema() -> None:
    semua = list(contoh())
    assert len(semua) > 5
    for nama, berkas in semua:
        for isi in urai(berkas.name, berkas.read_text("utf-8")):
            assert salah(nama, isi) == []


def test_halaman_konfigurasi_menurut_skema() -> None:
    blok = re.findall(r"```toml\n(.*?)```", (AKAR / "docs/konfigurasi.md").read_text("utf-8"), flags=re.DOTALL)
    sendiri = [b for b in blok if "entry-points" not in b]
    assert len(sendiri) >= 3
    for b in sendiri:
        assert salah("sakip", tomllib.loads(b)) == []


@pytest.mark.parametrize(("sumber", "kesalahan"), [(s, k) for s in DENGAN_SKEMA for k in DILIHAT])
def test_kesalahan_terlihat_di_penyunting(sumber: str, kesalahan: str) -> None:
    """What the reader refuses for its shape, an editor marks."""
    for isi in urai(sumber, KASUS[sumber][kesalahan].isi):
        assert salah(DENGAN_SKEMA[sumber], isi)
