"""What is to be said, as data: a key of the catalogue and what fills it. Writers make the words, in their language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Daftar", "Isi", "Kalimat", "kalimat"]

Isi = Any
"""What fills a sentence: a print or a name as text, a count, another sentence, or a tuple of these (a list)."""


@attrs.frozen(slots=True, init=False)
class Kalimat:
    """A sentence, or a part of one, before it has words.

    Attributes:
        kunci: the key of the catalogue of messages, or of the own words of a rule.
        isi: what fills it, by name.
    """

    kunci: str
    isi: Mapping[str, Isi] = attrs.field(hash=False)

    def __init__(self, kunci: str, isi: Mapping[str, Isi] | None = None, /, **kata: Isi) -> None:
        """Take what fills the sentence as a mapping, or by name.

        Every relation has a sentence, so that it is made without another call.
        """
        object.__setattr__(self, "kunci", kunci)
        object.__setattr__(self, "isi", kata if isi is None else isi)

    def __str__(self) -> str:
        """The same text for the same sentence, whatever the language; for keys and fingerprints, never for readers."""
        isi = ", ".join(f"{k}={v}" for k, v in sorted(self.isi.items()))
        return f"{self.kunci}({isi})"


@attrs.frozen(slots=True)
class Daftar:
    """Things in a row, each once: the first few of many, and how many more there are.

    Attributes:
        isi: the things.
        terbanyak: how many are named; None for all.
        sambung: what stands between them: `titik_koma`, `koma`, `tegak`, `dan` or `atau`.
        ulang: whether what is said twice is written twice.
    """

    isi: tuple[Isi, ...]
    terbanyak: int | None = 3
    sambung: str = "titik_koma"
    ulang: bool = False


kalimat = Kalimat
"""Makes a sentence: `kalimat("key", name=value)`."""
