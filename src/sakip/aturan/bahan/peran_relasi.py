"""Relations between the columns of a row, declared by role.

A declaration names the role of the result and a formula over the roles of the operands. It applies
to every row of every table that has those columns, for each period and each labelled part.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from sakip.model.peran import BAGIAN_TAHUN
from sakip.model.timbangan import BIAYA_LAIN, Dasar
from sakip.relasi import Bacaan, Jalur, Rumusan, Syarat
from sakip.teks.kalimat import Daftar, kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.fakta.register import BarisFakta, Butir, Register, TabelFakta
    from sakip.hukum.rumus import Rumus
    from sakip.model.peran import Kolom
    from sakip.teks.kalimat import Kalimat

__all__ = ["RelasiPeran", "kolom_setara", "operan_lengkap"]


@attrs.frozen(slots=True)
class RelasiPeran:
    """`hasil` follows from the other columns of its row by one of the `jalur` (name, formula over roles).

    What it states and the names of its ways are words of its rule's own (`Aturan.kalimat`), by their keys.

    Attributes:
        uraian: what it states.
        isyarat: for each of the `jalur`, words of a heading that speak for it. With it the `jalur` are ways to read the
            whole column, of which one holds for all of its lines; without it each line may follow any of them.
        asing: words of a heading that make it a guess that the column is what its role says.
    """

    jenis: str
    hasil: str
    jalur: tuple[tuple[str, Rumus], ...]
    uraian: str = "uraian"
    isyarat: tuple[frozenset[str], ...] = ()
    asing: frozenset[str] = frozenset()

    def relasi(self, reg: Register, kode: str) -> Iterator[Rumusan | Syarat]:
        """The relations of all tables."""
        for n, t in enumerate(reg.tabel):
            for kolom in t.tabel.kolom:
                if kolom.peran.nama == self.hasil:
                    yield from self._kolom(t, kolom, (kode, n, kolom.kunci))

    def _kolom(self, t: TabelFakta, kolom: Kolom, kunci_bacaan: tuple[str, int, str]) -> Iterator[Rumusan | Syarat]:
        kode = kunci_bacaan[0]
        jalur: list[tuple[Kalimat, Rumus, list[str]]] = []
        for nama, rumus in self.jalur:
            kunci = [kolom_setara(t, str(p), kolom) for p in rumus.peubah]
            if None not in kunci:
                jalur.append((kalimat(f"{kode}.{nama}"), rumus, [str(k) for k in kunci]))
        kata = frozenset(baku(kolom.judul).split())
        pilihan = [[j] for j in jalur] if self.isyarat else [jalur]
        for ke, isi in enumerate(pilihan if jalur else ()):
            uraian = isi[0][0] if self.isyarat else kalimat(f"{kode}.{self.uraian}")
            bacaan = self._bacaan(t, kolom, kunci_bacaan, kata, uraian, ke)
            for b in t.baris:
                y = b.butir.get(kolom.kunci)
                if y is not None and y.berangka:
                    yield from self._baris(kode, uraian, b, y, isi, bacaan)

    def _bacaan(
        self, t: TabelFakta, kolom: Kolom, kunci: tuple[str, int, str], kata: frozenset[str], uraian: Kalimat, ke: int
    ) -> Bacaan:
        biaya = Fraction()
        if self.isyarat:
            tersirat = next((i for i, x in enumerate(self.isyarat) if x & kata), 0)
            biaya = Fraction() if ke == tersirat else BIAYA_LAIN
        return Bacaan(
            kunci,
            kalimat("bacaan.kolom", kolom=kolom.judul or kolom.kunci, tabel=t.tabel.tempat, apa=uraian),
            Dasar.DUGAAN if self.asing & kata else Dasar.LAZIM,
            str(ke),
            biaya,
        )

    def _baris(
        self,
        kode: str,
        uraian: Kalimat,
        b: BarisFakta,
        y: Butir,
        jalur: list[tuple[Kalimat, Rumus, list[str]]],
        bacaan: Bacaan,
    ) -> Iterator[Rumusan | Syarat]:
        """The relation of one row: one formula for all rows, with the figures of this one."""
        lengkap = []
        for nama, rumus, kunci in jalur:
            if (operan := operan_lengkap(b, kunci)) is not None:
                lengkap.append(Jalur.menurut(nama, rumus, operan))
        if lengkap:
            yield Rumusan(kode=kode, jenis=self.jenis, uraian=uraian, hasil=y, jalur=tuple(lengkap), bacaan=bacaan)
        elif b.jenis == "rincian":
            _, rumus, kunci = jalur[0]
            ada = {k for k in kunci if k in b.butir and b.butir[k].berangka}
            kurang = tuple(str(p) for p, k in zip(rumus.peubah, kunci, strict=True) if k not in ada)
            yield Syarat(
                kode=kode,
                jenis=self.jenis,
                uraian=uraian,
                terpenuhi=None,
                bukti=(y,),
                alasan=kalimat("tidak_tercetak", apa=Daftar(kurang, None, "koma")),
                bacaan=bacaan,
            )


def operan_lengkap(b: BarisFakta, kunci: Sequence[str]) -> list[Butir] | None:
    """The figures of a row in some columns; None where one prints none."""
    isi = [o for k in kunci if (o := b.butir.get(k)) is not None and o.berangka]
    return isi if len(isi) == len(kunci) else None


def kolom_setara(t: TabelFakta, peran: str, kolom: Kolom) -> str | None:
    """The key of the column with `peran` that belongs to `kolom`: same year, and same label if it has one.

    A column without a year is of the year that the report is about. Of a column over which the table prints a formula
    it is one of those that the formula names.
    """
    tersurat = next((r for r in t.rumus if t.tabel.kolom[r.hasil] is kolom), None)
    if tersurat is not None:
        operan = [t.tabel.kolom[i] for i in tersurat.operan]
        return next((k.kunci for k in operan if k.peran.nama == peran), None)
    tahun = kolom.periode or t.tahun
    if peran == "target_akhir" and t.tabel.indeks(peran) is None:
        rencana = [k for k in t.tabel.kolom if k.peran.nama == "target_renstra"]
        if len(rencana) != 1 or ("akhir" in baku(kolom.judul).split() and rencana[0].periode in {None, t.tahun}):
            return None  # this year's target is not that of the end
        return rencana[0].kunci
    calon = [k for k in t.tabel.kolom if k.peran.nama == peran and (k.periode or t.tahun) == tahun]
    for k in calon:
        if k.label == kolom.label:
            return k.kunci
    if kolom.bagian_tahun is not None and not any(k.label == kolom.label and k is not kolom for k in t.tabel.kolom):
        return None  # figures of the year say nothing of a part of it
    tanpa_label = next((k.kunci for k in calon if not k.label), None)
    akhir = calon[0].bagian_tahun if len(calon) == 1 else None
    if tanpa_label is None and akhir is not None and akhir[1] == BAGIAN_TAHUN[akhir[0]] and len(t.rincian) > 1:
        return calon[0].kunci  # the last quarter alone may be the year so far, which more than one line must show
    return tanpa_label
