"""Konfigurasi: what a user decides about a review: rules, method, materiality, names, own relations.

It is read from `sakip.toml`, or from `[tool.sakip]` of `pyproject.toml`. Everything is optional; what is
written wrong is reported like any other bad input, all of it at once.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from sakip.errors import Masalah, SumberError, sebab
from sakip.konfigurasi.konfigurasi import Konfigurasi, Materialitas
from sakip.konversi.pohon import Peta
from sakip.konversi.toml_ketat import muat
from sakip.pembaca.bita import teks_berkas

if TYPE_CHECKING:
    from pathlib import Path

    from sakip.konversi.pohon import Node

__all__ = ["Konfigurasi", "Materialitas", "baca_konfigurasi", "cari_konfigurasi", "urai_konfigurasi"]

TERBESAR = 1_000_000
"""Bytes beyond which a file is no configuration."""


def cari_konfigurasi(folder: Path) -> Path | None:
    """`sakip.toml` in `folder`, else `pyproject.toml` there when it has `[tool.sakip]`; None when neither."""
    sendiri = folder / "sakip.toml"
    if sendiri.is_file():
        return sendiri
    proyek = folder / "pyproject.toml"
    if proyek.is_file():
        try:
            ada = _pohon(_baca(proyek), str(proyek), [])
        except OSError:
            return None
        if ada is not None:
            return proyek
    return None


def baca_konfigurasi(berkas: Path) -> Konfigurasi:
    """Read a configuration file.

    Raises:
        SumberError: the file cannot be read, or says something that is not understood; every problem is listed.
    """
    try:
        isi = _baca(berkas)
    except OSError as e:
        raise SumberError([Masalah(str(berkas), f"tidak dapat dibaca: {sebab(e)}")]) from e
    return urai_konfigurasi(isi, str(berkas))


def urai_konfigurasi(teks: bytes, berkas: str) -> Konfigurasi:
    """Read a configuration from its text, for whoever has no file; `berkas` is what messages call it.

    Raises:
        SumberError: it says something that is not understood; every problem is listed.
    """
    # The converter is loaded by whoever has a configuration.
    from sakip.konfigurasi.bentuk import IsiKonfigurasi, konverter
    from sakip.konversi.konverter import kunci_bertitik

    masalah: list[Masalah] = []
    pohon = _pohon(teks, berkas, masalah)
    isi = None if pohon is None else konverter().baca(pohon, IsiKonfigurasi, berkas, masalah, kunci_bertitik)
    if masalah:
        raise SumberError(sorted(masalah, key=lambda m: m.baris or 0))
    return Konfigurasi() if isi is None else isi.konfigurasi()


def _baca(berkas: Path) -> bytes:
    with berkas.open("rb") as aliran:
        return aliran.read(TERBESAR + 1)


def _pohon(isi: bytes, berkas: str, masalah: list[Masalah]) -> Node | None:
    """The configuration of a file; None when it is no TOML, or a `pyproject.toml` without one."""
    if len(isi) > TERBESAR:
        masalah.append(Masalah(berkas, f"lebih dari {TERBESAR // 1_000_000} MB"))
        return None
    teks = teks_berkas(isi, berkas, masalah)
    hasil: Node | None = None if teks is None else muat(teks, berkas, masalah)
    for kunci in ("tool", "sakip") if PurePath(berkas).name == "pyproject.toml" else ():
        hasil = hasil.get(kunci) if isinstance(hasil, Peta) else None
    return hasil
