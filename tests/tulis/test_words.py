"""The catalogues: complete in both languages, filled by the same names, compiled."""

from __future__ import annotations

import gettext
from functools import cache
from importlib import resources
from io import BytesIO
from string import Formatter
from typing import Any

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from sakip.tulis.words.catalogue import BAHASA, isi_pesan


@cache
def katalog(bahasa: str) -> dict[str, tuple[str, ...]]:
    """The messages as a translator sees them: key to its forms."""
    teks = resources.files("sakip.tulis.words").joinpath(f"{bahasa}.po").read_bytes()
    semua = [m for m in read_po(BytesIO(teks), abort_invalid=True) if m.id]
    return {
        str(m.id[0] if isinstance(m.id, (tuple, list)) else m.id): m.string
        if isinstance(m.string, tuple)
        else (str(m.string),)
        for m in semua
    }


def nama(pola: str) -> set[str]:
    """The names that fill a message."""
    return {n for _, n, _, _ in Formatter().parse(pola) if n}


@pytest.mark.parametrize("kunci", sorted(set(katalog("id")) | set(katalog("en"))))
def test_lengkap_dan_sama_isinya(kunci: str) -> None:
    isi = {b: katalog(b).get(kunci) for b in BAHASA}
    assert all(bentuk and all(bentuk) for bentuk in isi.values()), isi
    semua = [nama(pola) for bentuk in isi.values() for pola in bentuk or ()]
    assert all(n == semua[0] for n in semua) or any(n < semua[0] and semua[0] - n <= {"n", "banyak"} for n in semua)


@pytest.mark.parametrize("bahasa", BAHASA)
def test_terkompilasi(bahasa: str) -> None:
    """`python .ci/catalogue.py` was run after the last edit."""
    akar = resources.files("sakip.tulis.words")
    wadah = BytesIO()
    write_mo(wadah, read_po(BytesIO(akar.joinpath(f"{bahasa}.po").read_bytes())))

    def isi(berkas: BytesIO) -> dict[Any, str]:
        semua: dict[Any, str] = vars(gettext.GNUTranslations(berkas))["_catalog"]
        return {kunci: teks for kunci, teks in semua.items() if kunci}  # the header has dates

    assert isi(BytesIO(akar.joinpath(f"{bahasa}.mo").read_bytes())) == isi(BytesIO(wadah.getvalue()))


def test_cacah_dan_tahun() -> None:
    """Counts are set as each language sets them; a year is a text."""
    assert isi_pesan("belum", {"n": 1234}, "id").startswith("1.234 ")
    assert "1,234" in isi_pesan("belum", {"n": 1234}, "en")
    assert "2025" in isi_pesan("laporan.bertahun", {"judul": "x", "tahun": "2025"}, "en")


def test_tidak_ada() -> None:
    with pytest.raises(KeyError):
        isi_pesan("tidak.ada", {}, "id")
    with pytest.raises(ValueError, match="fr"):
        isi_pesan("belum", {"n": 1}, "fr")
