"""Writers: a review in the form somebody wants to read it.

A writer is a module with `tulis(reviu, opsi)`, entered in `FORMAT`: it takes reviews one by one and yields
the pieces of its output, text for a person (`str`) or the exact bytes of a file format (`bytes`). It is
loaded when it is asked for, so what one format needs costs the others nothing.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast

import attrs

from sakip.tinjauan.selection import Pilihan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sakip.tinjauan.engine import Reviu

__all__ = ["BINER", "FORMAT", "Opsi", "Potongan", "tulis"]

FORMAT: Mapping[str, str] = MappingProxyType(
    {
        "terminal": "sakip.tulis.terminal",
        "json": "sakip.tulis.json_",
        "html": "sakip.tulis.html",
        "sarif": "sakip.tulis.sarif",
        "junit": "sakip.tulis.junit",
        "markdown": "sakip.tulis.markdown",
        "csv": "sakip.tulis.csv_",
        "github": "sakip.tulis.github",
        "kkr": "sakip.tulis.kkr",
        "chr": "sakip.tulis.chr_docx",
    }
)
"""Name of a format to the module that writes it; the first is the default."""

BINER: Mapping[str, str] = MappingProxyType({"kkr": ".xlsx", "chr": ".docx"})
"""Formats that are no text, with the suffix of their files: never for a terminal, one report a file."""


@attrs.frozen(slots=True, kw_only=True)
class Opsi:
    """How to write.

    Attributes:
        bahasa: id or en.
        rinci: everything there is, nothing shortened.
        lebar: columns of the terminal.
        warna: whether to colour.
        pilihan: which rules were asked for; the writer names those of them that found nothing to check.
        ambang: the severity from which findings count, as they do for the exit status.
    """

    bahasa: str = "id"
    rinci: bool = False
    lebar: int = 80
    warna: bool = False
    pilihan: Pilihan = Pilihan()
    ambang: str = "kesalahan"


Potongan = str | bytes
"""A piece of output: text, to be encoded as its reader needs it, or bytes that are written as they are."""


class Penulis(Protocol):
    """A writer."""

    def tulis(self, reviu: Iterable[Reviu], opsi: Opsi) -> Iterator[Potongan]:
        """The output for reviews that are made as they are asked for."""
        ...


def tulis(reviu: Iterable[Reviu], format: str = "terminal", opsi: Opsi | None = None) -> Iterator[Potongan]:  # noqa: A002 - the word every caller expects
    """Write reviews.

    Raises:
        KeyError: there is no such format.
    """
    penulis = cast("Penulis", import_module(FORMAT[format]))
    return penulis.tulis(reviu, Opsi() if opsi is None else opsi)
