"""Cocok: a print in words against what it should say."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from sakip.relasi.setiap import Kasus
from sakip.teks.kalimat import Daftar
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sakip.teks.kalimat import Isi

__all__ = ["Cocok", "nama_sama"]


def nama_sama(a: str, b: str) -> bool:
    """Whether two prints are the same, capitals and marks aside."""
    return baku(a) == baku(b)


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Cocok(Kasus):
    """A print says what it should, or at least nothing that it should not.

    Attributes:
        tertulis: the print.
        seharusnya: what it may say; None for anything.
        terlarang: what it should not say; where there is any, all else will do.
        sama: whether two prints say the same; a function of a module, since relations are pickled.
    """

    bentuk: ClassVar[str] = "cocok"

    tertulis: str
    seharusnya: tuple[str, ...] | None = None
    terlarang: tuple[str, ...] = ()
    sama: Callable[[str, str], bool] = nama_sama

    @property
    def sesuai(self) -> bool:
        if any(self.sama(self.tertulis, x) for x in self.seharusnya or ()):
            return True
        if self.terlarang:
            return not any(self.sama(self.tertulis, x) for x in self.terlarang)
        return self.seharusnya is None

    @property
    def kata(self) -> Mapping[str, Isi]:
        benar = Daftar(self.seharusnya or (), None, "atau")
        return {"nama": self.nama, "tertulis": self.tertulis, "seharusnya": benar, **self.isi}
