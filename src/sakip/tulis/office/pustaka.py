"""What the writers of office documents share: libraries that may be missing, files that do not change by themselves."""

from __future__ import annotations

import io
import re
import zipfile
from importlib import import_module
from typing import TYPE_CHECKING

from sakip.tulis.keluaran import KeluaranError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip.tinjauan.engine import Reviu

__all__ = ["AUTHOR", "pastikan", "satu", "zip_tetap"]

AUTHOR = "sakip"
"""Who a document says it was made by; never the name of a person."""

_TANGGAL = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can hold; stands for none."""

_WAKTU = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>|<cp:lastPrinted>[^<]*</cp:lastPrinted>")


def pastikan(modul: str, paket: str, extra: str) -> None:
    """See that a library is there, before any of it is used.

    Raises:
        KeluaranError: it is not installed; the message says how to install it.
    """
    try:
        import_module(modul)
    except ImportError:
        raise KeluaranError("butuh_pustaka", paket=paket, extra=extra) from None


def satu(reviu: Iterable[Reviu], apa: str) -> Reviu:
    """The one review that a document is about.

    Raises:
        KeluaranError: there are several, or none.
    """
    semua = list(reviu)
    if len(semua) != 1:
        raise KeluaranError("satu_laporan", apa=apa)
    return semua[0]


def zip_tetap(isi: bytes) -> bytes:
    """The same office document without the time at which it was written, so that equal reviews give equal files."""
    hasil = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as dari, zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as ke:
        for lama in dari.infolist():
            data = dari.read(lama)
            if lama.filename == "docProps/core.xml":
                data = _WAKTU.sub(b"", data)
            baru = zipfile.ZipInfo(lama.filename, _TANGGAL)
            baru.compress_type = zipfile.ZIP_DEFLATED
            ke.writestr(baru, data)
    return hasil.getvalue()
