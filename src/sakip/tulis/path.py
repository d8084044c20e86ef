"""Where the files of a report are, as seen from the current folder: what an editor or a code host can open."""

from __future__ import annotations

import os
from pathlib import PurePath
from urllib.parse import quote

__all__ = ["path", "uri"]


def path(sumber: str, berkas: str = "") -> str:
    """The path of a file of a source, with `/`: relative to the current folder, or absolute when outside it.

    Args:
        sumber: the source, as the user named it.
        berkas: the file as a `Lokasi` names it, relative to the source when that is a folder; the source
            itself when empty.
    """
    sendiri = not berkas or berkas == sumber or PurePath(sumber).name == berkas
    milik = PurePath(sumber) if sendiri else PurePath(sumber) / berkas  # an absolute name stays what it is
    asli = os.path.abspath(milik)  # noqa: PTH100 - Path.absolute keeps `..`, Path.resolve follows links
    try:
        relatif = PurePath(os.path.relpath(asli))
    except ValueError:  # another drive
        return PurePath(asli).as_posix()
    return PurePath(asli).as_posix() if relatif.parts[:1] == (os.pardir,) else relatif.as_posix()


def uri(sumber: str, berkas: str = "") -> str:
    """The same as a URI reference: `file:` when absolute, otherwise relative; names percent-encoded."""
    teks = path(sumber, berkas)
    depan = ("file://" if teks.startswith("/") else "file:///") if PurePath(teks).is_absolute() else ""
    try:
        isi = os.fsencode(teks)
    except UnicodeEncodeError:  # a name that no file has
        isi = teks.encode("utf-8", "replace")
    return depan + quote(isi, safe="/")
