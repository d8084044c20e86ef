"""The words of rules: complete in both languages, of one language each, under keys that something says."""

from __future__ import annotations

import re
from importlib import resources
from io import BytesIO
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from sakip.aturan import katalog
from sakip.aturan.definisi import Aturan
from sakip.relasi import Kasus
from sakip.tinjauan.engine import reviu
from sakip.tulis.words.kamus import Kamus

KATA = [pytest.param(a, kunci, id=f"{a.kode}.{kunci}") for a in katalog() for kunci in a.kalimat]
BENTUK = {k.bentuk for k in Kasus.__subclasses__()}
HUBUNG = set(
    "yang dan di ke dari pada dengan untuk tidak adalah atau sama dalam oleh bila tanpa satu seperti lebih seharusnya "  # noqa: SIM905 - a list of forty words
    "baris kolom tabel jumlah angka tahun nilai laporan hanya setiap sudah paling judul".split()
)
"""Words that an Indonesian sentence can hardly do without, and that no English one has."""


def isian(pola: str) -> set[str]:
    return {n for _, n, _, _ in Formatter().parse(pola) if n}


def katalog_pesan() -> set[str]:
    teks = resources.files("sakip.tulis.words").joinpath("id.po").read_bytes()
    return {str(m.id[0] if isinstance(m.id, (tuple, list)) else m.id) for m in read_po(BytesIO(teks)) if m.id}


@pytest.mark.parametrize(("a", "kunci"), KATA)
def test_lengkap_dalam_dua_bahasa(a: Aturan, kunci: str) -> None:
    indonesia, inggris = a.kalimat[kunci]
    assert indonesia.strip()
    assert inggris.strip()
    assert isian(indonesia) == isian(inggris)


@pytest.mark.parametrize(("a", "kunci"), KATA)
def test_inggris_tanpa_kata_indonesia(a: Aturan, kunci: str) -> None:
    kata = set(re.findall(r"\b[a-z]+\b", re.sub(r"\{.*?\}", "", a.kalimat[kunci][1])))  # JUMLAH is quoted
    assert not kata & HUBUNG


def test_kunci_suatu_jenis_ada_dalam_katalog() -> None:
    """Words under the key of a kind are said in place of those of the kind: one that is mistyped is never said."""
    assert {"batas", "berpasangan", "berurutan", "cocok", "seragam"} == BENTUK
    ada = katalog_pesan()
    milik = [f"relasi.{k}" for a in katalog() for k in a.kalimat if k.partition(".")[0] in BENTUK]
    assert len(milik) > 100
    assert [k for k in milik if k not in ada] == []


def test_tiap_jenis_berkata_lengkap() -> None:
    ada = katalog_pesan()
    apa = ("satu", "semua", "tertulis", "seharusnya", "kutip", "rinci")
    assert [f"{b}.{x}" for b in sorted(BENTUK) for x in apa if f"relasi.{b}.{x}" not in ada] == []


@pytest.mark.parametrize("a", [pytest.param(a, id=a.kode) for a in katalog()])
@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_semua_yang_dikatakan_dapat_diucapkan(a: Aturan, bahasa: str) -> None:
    """Whatever the relations and findings of an example say has words, in either language, and no key is left."""
    assert a.contoh_salah is not None
    assert a.contoh_benar is not None
    kamus = Kamus(bahasa)
    for buat in (a.contoh_salah, a.contoh_benar):
        r = reviu(buat())
        isi = [x for h in r.relasi for x in (h.relasi.uraian, h.evaluasi.jalur, h.evaluasi.alasan)]
        isi += [x for t in r.temuan for x in (t.tertulis, t.seharusnya, *t.bukti)]
        for teks in (*map(kamus.ucap, isi), *map(kamus.pesan, r.temuan)):
            assert not re.search(r"[{}]|\b[A-Z]{3}\d\d\.\w|Kalimat\(", teks), teks


def test_kunci_yang_sudah_berarti_ditolak() -> None:
    with pytest.raises(ValueError, match="celah"):
        Aturan(
            kode="UJI01",
            judul="j",
            title="t",
            memeriksa="m",
            checks="c",
            penting="p",
            matters="m",
            kalimat={"celah": ("a", "b")},
        )
