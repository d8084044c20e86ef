"""Relations between the columns of a row, declared by role.

A declaration names the role of the result and a formula over the roles of the operands. It applies
to every row of every table that has those columns, for each period and each labelled part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.relasi import Jalur, Rumusan, Syarat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import BarisFakta, Butir, Register, TabelFakta
    from sakip.model.peran import Kolom
    from sakip.rumus import Rumus

__all__ = ["RelasiPeran", "kolom_setara"]


@attrs.frozen(slots=True)
class RelasiPeran:
    """`hasil` follows from the other columns of its row by one of the `jalur` (name, formula over roles)."""

    kode: str
    jenis: str
    hasil: str
    jalur: tuple[tuple[str, Rumus], ...]
    uraian: str

    def relasi(self, reg: Register) -> Iterator[Rumusan | Syarat]:
        """The relations of all tables."""
        for t in reg.tabel:
            for kolom in t.tabel.kolom:
                if kolom.peran.nama == self.hasil:
                    yield from self._kolom(t, kolom)

    def _kolom(self, t: TabelFakta, kolom: Kolom) -> Iterator[Rumusan | Syarat]:
        jalur: list[tuple[str, Rumus, list[str]]] = []
        for nama, rumus in self.jalur:
            kunci = [kolom_setara(t, str(p), kolom) for p in rumus.peubah]
            if None not in kunci:
                jalur.append((nama, rumus, [str(k) for k in kunci]))
        for b in t.baris if jalur else ():
            y = b.butir.get(kolom.kunci)
            if y is not None and y.berangka:
                yield from self._baris(b, y, jalur)

    def _baris(self, b: BarisFakta, y: Butir, jalur: list[tuple[str, Rumus, list[str]]]) -> Iterator[Rumusan | Syarat]:
        """The relation of one row: one formula for all rows, with the figures of this one."""
        lengkap = []
        for nama, rumus, kunci in jalur:
            operan = [o for k in kunci if (o := b.butir.get(k)) is not None and o.berangka]
            if len(operan) == len(kunci):
                lengkap.append(Jalur.menurut(nama, rumus, operan))
        if lengkap:
            yield Rumusan(kode=self.kode, jenis=self.jenis, uraian=self.uraian, hasil=y, jalur=tuple(lengkap))
        elif b.jenis == "rincian":
            _, rumus, kunci = jalur[0]
            ada = {k for k in kunci if k in b.butir and b.butir[k].berangka}
            kurang = ", ".join(str(p) for p, k in zip(rumus.peubah, kunci, strict=True) if k not in ada)
            yield Syarat(
                kode=self.kode,
                jenis=self.jenis,
                uraian=self.uraian,
                terpenuhi=None,
                bukti=(y,),
                alasan=f"{kurang} tidak tercetak",
            )


def kolom_setara(t: TabelFakta, peran: str, kolom: Kolom) -> str | None:
    """The key of the column with `peran` that belongs to `kolom`: same period, and same label if it has one."""
    calon = [k for k in t.tabel.kolom if k.peran.nama == peran and k.periode == kolom.periode]
    for k in calon:
        if k.label == kolom.label:
            return k.kunci
    return next((k.kunci for k in calon if not k.label), None)
