"""Which relations each printed cell stands in: what decides whether an error in it can be seen at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from sakip.fakta import susun
from sakip.pengujian.letak import ganti, semua_sel
from sakip.pengujian.orakel import MEMBULAT, TAK_TENTU, TEPAT, hukum
from sakip.relasi import Relasi
from sakip.tinjauan.engine import reviu

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sakip.angka.lokasi import Lokasi
    from sakip.fakta.register import Butir
    from sakip.model.laporan import Laporan
    from sakip.model.sel import Sel

__all__ = ["Jaringan", "Kerusakan", "jaringan"]

R = TypeVar("R", bound=Relasi)


@attrs.frozen(kw_only=True)
class Kerusakan:
    """A report with one fault, and what a review must say of it.

    Attributes:
        laporan: the report with the fault.
        jenis: the kind of fault.
        lokasi: the places that are wrong; a finding that names the first of its places among them is right.
        tertulis, seharusnya: what stands there and what stood there before, place by place.
        kode: the rules under which the fault may be reported.
        dugaan: the causes that explain it; empty where no cause can be told from the figure alone.
        terdeteksi: whether it contradicts anything the report prints.
        terlokasi: whether the contradiction tells which figure is at fault.
        alasan: why it cannot be seen, or located.
    """

    laporan: Laporan
    jenis: str
    lokasi: tuple[Lokasi, ...]
    tertulis: tuple[str, ...] = ()
    seharusnya: tuple[str, ...] = ()
    kode: frozenset[str]
    dugaan: frozenset[str] = frozenset()
    terdeteksi: bool = True
    terlokasi: bool = True
    alasan: str = ""


@attrs.frozen(kw_only=True)
class Jaringan:
    """A report with its figures and the relations over them.

    Attributes:
        laporan: the report, as it is.
        butir: every figure and label that is a cell of the report.
        relasi: the `id` of a cell to the relations that bind it; soft evidence and conditions left out.
    """

    laporan: Laporan
    butir: tuple[Butir, ...]
    relasi: dict[int, list[Relasi]]

    def milik(self, b: Butir) -> list[Relasi]:
        """The relations of one figure."""
        return self.relasi.get(id(b.sel), [])

    def sejenis(self, jenis: type[R], b: Butir) -> list[R]:
        """Those of them of one kind."""
        return [r for r in self.milik(b) if isinstance(r, jenis)]

    def tentang(self, jenis: type[R], b: Butir) -> R | None:
        """The first of these that is about the figure itself; None where there is none."""
        return next((r for r in self.sejenis(jenis, b) if r.butir[0].sel is b.sel), None)

    def rusak(
        self,
        jenis: str,
        baru: Mapping[int, Sel],
        butir: Sequence[Butir],
        dugaan: Sequence[str] = (),
        *,
        potongan: bool = False,
    ) -> Kerusakan:
        """The fault that puts other cells in place of those of `butir`.

        It can be seen when it breaks a relation; with `potongan`, when a result no longer follows by rounding.
        """
        semua = {id(r): r for i in baru for r in self.relasi.get(i, ())}.values()
        wajar = {TEPAT, MEMBULAT, TAK_TENTU}
        sebelum = [r for r in semua if hukum(r) in wajar]
        langgar = [r for r in sebelum if (h := hukum(r, baru)) not in wajar and (potongan or h != "dipotong")]
        kode = {r.kode for r in langgar}
        kode |= {r.kode_untuk(b) for r in langgar if r.cetakan for b in butir}
        saingan = next((x for b in butir if (x := self._saingan(b, langgar))), "")
        alasan = saingan
        if not langgar:
            alasan = "tidak ada hubungan yang memuatnya" if not semua else "semua hubungannya tetap dapat terpenuhi"
        return Kerusakan(
            laporan=ganti(self.laporan, baru),
            jenis=jenis,
            lokasi=tuple(b.lokasi for b in butir),
            tertulis=tuple(baru[id(b.sel)].teks for b in butir),
            seharusnya=tuple(b.teks for b in butir),
            kode=frozenset(kode),
            dugaan=frozenset(dugaan),
            terdeteksi=bool(langgar),
            terlokasi=bool(langgar) and not saingan,
            alasan=alasan,
        )

    def _saingan(self, b: Butir, langgar: Sequence[Relasi]) -> str:
        """Another figure whose change alone would mend as much and break nothing: the report cannot tell which."""
        langgar = [r for r in langgar if any(x.sel is b.sel for x in r.butir)]
        if not langgar or all(not r.mengikat and r.hasil is not None and r.hasil.sel is b.sel for r in langgar):
            return ""  # a rating is doubted before the figure it rates
        bersama = set.intersection(*({id(x.sel) for x in r.butir if x.sel is not None} for r in langgar))
        rusak = {id(r) for r in langgar}
        for r in langgar:
            for x in r.butir:
                kuat = [y for y in self.milik(x) if y.mengikat]
                if x.sel is not b.sel and id(x.sel) in bersama and all(id(y) in rusak for y in kuat):
                    return f"{x.nama} sama mungkinnya"
        return ""


def jaringan(laporan: Laporan) -> Jaringan:
    """Find the relations of every cell of a report."""
    ada = {id(s) for s in semua_sel(laporan)}
    relasi: dict[int, list[Relasi]] = {}
    for h in reviu(laporan).relasi:
        r = h.relasi
        if r.lunak or not r.bernilai:
            continue
        for b in r.butir:
            if b.sel is not None and id(b.sel) in ada:
                relasi.setdefault(id(b.sel), []).append(r)
    butir = tuple(b for b in susun(laporan).butir if b.sel is not None and id(b.sel) in ada)
    return Jaringan(laporan=laporan, butir=butir, relasi=relasi)
