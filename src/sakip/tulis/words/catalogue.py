"""The catalogues of messages, one a language: `id.po` and `en.po`, read by gettext from their compiled form.

A message is known by its key, in both languages alike, and filled with `str.format`. One that counts has its plural
forms; the count is `n` or `banyak`.
"""

from __future__ import annotations

import gettext
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from sakip.tulis.teks import banyak

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["BAHASA", "isi_pesan"]

BAHASA = ("id", "en")
"""The languages there are; the first is the default."""

CACAH = ("n", "banyak")
"""What a message that has a plural counts."""


class _Tiada(gettext.NullTranslations):
    """Where gettext would say the key itself, there is no such message."""

    def gettext(self, message: str) -> str:
        raise KeyError(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002 - gettext's own signature
        raise KeyError(msgid1)


@cache
def _katalog(bahasa: str) -> gettext.GNUTranslations:
    with resources.files(__package__).joinpath(f"{bahasa}.mo").open("rb") as berkas:
        katalog = gettext.GNUTranslations(berkas)
    katalog.add_fallback(_Tiada())
    return katalog


def isi_pesan(kunci: str, isi: Mapping[str, object], bahasa: str) -> str:
    """The message `kunci`, filled; whole numbers are counts and are written as such, a year is a text.

    Raises:
        KeyError: there is no such message, or it names what `isi` has not.
        ValueError: there is no such language.
    """
    if bahasa not in BAHASA:
        raise ValueError(bahasa)
    katalog = _katalog(bahasa)
    n = next((x for c in CACAH if isinstance(x := isi.get(c), int)), None)
    try:
        pola = katalog.gettext(kunci) if n is None else katalog.ngettext(kunci, kunci, n)
    except KeyError:
        pola = katalog.gettext(kunci)
    return pola.format_map({k: banyak(v, bahasa) if isinstance(v, int) else v for k, v in isi.items()})
