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

    from sakip.fakta.register import BarisFakta, Register, TabelFakta
    from sakip.model.peran import Kolom
    from sakip.rumus import Rumus

__all__ = ["RelasiPeran", "kolom_setara", "rumusan_baris"]


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
        jalur = []
        for nama, rumus in self.jalur:
            kunci = {p: kolom_setara(t, str(p), kolom) for p in rumus.peubah}
            if all(kunci.values()):
                jalur.append((nama, rumus, kunci))
        if not jalur:
            return
        for b in t.baris:
            r = rumusan_baris(self.kode, self.jenis, self.uraian, b, kolom.kunci, jalur)
            if r is not None:
                yield r


def kolom_setara(t: TabelFakta, peran: str, kolom: Kolom) -> str | None:
    """The key of the column with `peran` that belongs to `kolom`: same period, and same label if it has one."""
    calon = [k for k in t.tabel.kolom if k.peran.nama == peran and k.periode == kolom.periode]
    for k in calon:
        if k.label == kolom.label:
            return k.kunci
    return next((k.kunci for k in calon if not k.label), None)


def rumusan_baris(
    kode: str,
    jenis: str,
    uraian: str,
    b: BarisFakta,
    hasil: str,
    jalur: list[tuple[str, Rumus, dict[object, str | None]]],
) -> Rumusan | Syarat | None:
    """The relation of one row; None when the row does not print the result."""
    y = b.butir.get(hasil)
    if y is None or y.nilai is None:
        return None
    lengkap = []
    kurang = ""
    for nama, rumus, kunci in jalur:
        operan = {p: b.butir.get(k or "") for p, k in kunci.items()}
        hilang = [str(p) for p, o in operan.items() if o is None or o.nilai is None]
        if hilang:
            kurang = kurang or ", ".join(hilang)
            continue
        lengkap.append(Jalur(nama, rumus.ganti(operan)))
    if lengkap:
        return Rumusan(kode=kode, jenis=jenis, uraian=uraian, hasil=y, jalur=tuple(lengkap))
    if b.jenis != "rincian":
        return None
    return Syarat(kode=kode, jenis=jenis, uraian=uraian, terpenuhi=None, bukti=(y,), alasan=f"{kurang} tidak tercetak")
