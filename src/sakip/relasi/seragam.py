"""Seragam: several prints of one form."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

import attrs

from sakip.relasi.setiap import Kasus
from sakip.teks.kalimat import Daftar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.fakta.butir import Butir
    from sakip.teks.kalimat import Isi

__all__ = ["Cetakan", "Seragam"]


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Cetakan:
    """A print, and the form that it has.

    Attributes:
        butir: the print.
        bentuk: its form: how it is spelled, which mark it bears, the value it states.
        sebut: the print in words, where more than the print itself is to be said.
        banyak: how many prints it stands for.
    """

    butir: Butir
    bentuk: str
    sebut: Isi = ""
    banyak: int = 1


@attrs.frozen(slots=True, eq=False, kw_only=True)
class Seragam(Kasus):
    """All prints of a thing have one form, or a form that is due.

    Attributes:
        cetakan: the prints.
        wajib: the forms that are due; none where any will do that all have.
        seri: the form that counts as commoner where two are as common.
    """

    bentuk: ClassVar[str] = "seragam"
    tercetak: ClassVar[bool] = False

    cetakan: tuple[Cetakan, ...]
    wajib: frozenset[str] = frozenset()
    seri: str | None = None

    @property
    def sesuai(self) -> bool:
        ragam = {c.bentuk for c in self.cetakan}
        return ragam <= self.wajib if self.wajib else len(ragam) < 2

    @property
    def umum(self) -> str | None:
        """The form that most prints have; None where two are as common."""
        n = Counter[str]()
        for c in self.cetakan:
            n[c.bentuk] += c.banyak
        terbanyak = [bentuk for bentuk, banyak in n.items() if banyak == max(n.values())]
        return terbanyak[0] if len(terbanyak) == 1 else self.seri if self.seri in terbanyak else None

    @property
    def janggal(self) -> tuple[Cetakan, ...]:
        """The prints of another form than is due, or than most have; all, where no form is commoner."""
        wajib = self.wajib or {self.umum}
        return tuple(c for c in self.cetakan if c.bentuk not in wajib)

    @property
    def bukti(self) -> tuple[Butir, ...]:
        return self.saksi or tuple(c.butir for c in self.janggal)

    @property
    def kata(self) -> Mapping[str, Isi]:
        janggal = Daftar(tuple(c.sebut or c.butir.teks for c in self.janggal), None)
        cetakan = {"cetakan": len(self.cetakan), "banyak_janggal": len(self.janggal)}
        return {"nama": self.nama, "janggal": janggal, **cetakan, **self.isi}
