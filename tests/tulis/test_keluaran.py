"""Why output cannot be written: data until it is said, in both languages alike."""

from __future__ import annotations

import ast
import errno
from pathlib import Path

import pytest

import sakip
from sakip.errors import SEBAB, sebab
from sakip.teks.kalimat import Kalimat
from sakip.tulis.keluaran import KeluaranError, alasan_sistem, periksa_tujuan
from sakip.tulis.words.catalogue import BAHASA, isi_pesan


def _dilempar() -> list[tuple[str, tuple[str, ...]]]:
    """Key and names of every such error that the package raises."""
    hasil = []
    for berkas in Path(sakip.__file__).parent.rglob("*.py"):
        for n in ast.walk(ast.parse(berkas.read_text("utf-8"))):
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "KeluaranError":
                (kunci,) = n.args
                assert isinstance(kunci, ast.Constant), f"{berkas.name}:{n.lineno}: a sentence in code"
                hasil.append((str(kunci.value), tuple(sorted(str(k.arg) for k in n.keywords))))
    return hasil


@pytest.mark.parametrize(("kunci", "nama"), sorted(set(_dilempar()), key=repr))
def test_terucap_dalam_dua_bahasa(kunci: str, nama: tuple[str, ...]) -> None:
    """Each has its words, takes what it is given and leaves nothing of it out, and is another sentence in English."""
    teks = {b: KeluaranError(kunci, **{n: f"<{n}>" for n in nama}).dalam(b) for b in BAHASA}
    for isi in teks.values():
        assert [n for n in nama if f"<{n}>" not in isi] == []
    assert teks["id"] != teks["en"]


@pytest.mark.parametrize("nomor", SEBAB)
def test_sebab_dalam_dua_bahasa(nomor: int) -> None:
    e = OSError(nomor, "system says")
    alasan = alasan_sistem(e)
    assert isinstance(alasan, Kalimat)
    id_, en = (isi_pesan(alasan.kunci, alasan.isi, b) for b in BAHASA)
    assert id_ == sebab(e)
    assert en not in {id_, "system says"}
    assert {en, id_} & {alasan.kunci} == set()


def test_sebab_yang_tidak_lazim() -> None:
    assert alasan_sistem(OSError(errno.EBUSY, "busy")) == "busy"
    assert alasan_sistem(ValueError("embedded null byte")) == Kalimat("sebab.nul")


def test_bahasa(tmp_path: Path) -> None:
    """A text without a language is Indonesian; who asked for another gets it, the reason included."""
    with pytest.raises(KeluaranError) as info:
        periksa_tujuan(str(tmp_path), ())
    assert str(info.value) == f"{tmp_path}: ini folder, bukan berkas"
    info.value.bahasa = "en"
    assert str(info.value) == f"{tmp_path}: this is a folder, not a file"
    galat = KeluaranError("tidak_dapat_ditulis", tujuan="x", sebab=alasan_sistem(OSError(errno.ENOSPC, "")))
    assert (galat.dalam("id"), galat.dalam("en")) == (
        "x: tidak dapat ditulis: cakram penuh",
        "x: cannot be written: the disk is full",
    )
