"""A share of a whole is no more than the whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sakip.angka.angka import Jenis
from sakip.aturan.definisi import aturan
from sakip.model.peran import PERAN
from sakip.model.perjanjian import BarisKinerja
from sakip.relasi import Syarat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.relasi import Relasi


SELURUHNYA = 100
UKURAN = frozenset(p.nama for p in PERAN.values() if p.ukuran)
_BAGIAN = re.compile(r"(?:persentase|prosentase|presentase|cakupan|proporsi)\b", re.IGNORECASE)
_TUMBUH = re.compile(
    r"\b(?:pertumbuhan|peningkatan|kenaikan|pertambahan|penambahan|penurunan|perubahan|laju|rasio|"
    r"terhadap|dibanding\w*|capaian|pencapaian|realisasi|kontribusi|efisiensi)\b",
    re.IGNORECASE,
)
"""Words of indicators in percent that are no share: what grows, and what is held against a target, may exceed it."""


@aturan(
    kode="REA04",
    daftar_uji=("T.7",),
    judul="Bagian lebih besar dari keseluruhan",
    title="A share above the whole",
    memeriksa="Target dan realisasi indikator yang merupakan bagian dari keseluruhan tidak melebihi 100 persen.",
    checks="Targets and realisations of indicators that are shares of a whole do not exceed 100 percent.",
    penting="Persentase dari suatu keseluruhan di atas seratus lebih sering salah ketik daripada hasil.",
    matters="A share of a whole above a hundred is more often a slip than a result.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="penyebutnya dapat rencana, bukan keseluruhan",
    reading="the denominator may be a plan, not a whole",
)
def bagian(reg: Register) -> Iterator[Relasi]:
    """Values of indicators named as shares; one relation for all."""
    ada = {b: nama for nama, b in _ukuran(reg) if _BAGIAN.match(nama) and not _TUMBUH.search(nama)}
    lebih = [b for b in ada if b.nilai is not None and b.nilai > SELURUHNYA]
    if ada:
        yield Syarat(
            kode=bagian.kode,
            uraian=f"{len(ada)} bagian tidak lebih besar dari keseluruhannya",
            terpenuhi=not lebih,
            bukti=tuple(lebih),
            tertulis="; ".join(dict.fromkeys(b.teks for b in lebih)),
            rincian=tuple(f"{ada[b]}: {b.teks}" for b in lebih),
            seharusnya="paling banyak 100%",
        )


def _ukuran(reg: Register) -> Iterator[tuple[str, Butir]]:
    """Every printed percentage that is the value of an indicator, with the name of the indicator."""
    nama = {i.kunci: i.nama for i in reg.laporan.indikator}
    for f in reg.formulir:
        for k in f.kinerja:
            if isinstance(k.baris, BarisKinerja) and k.angka is not None and _persen(k.angka):
                yield k.baris.indikator, k.angka
    for kunci, cetakan in reg.fakta.items():
        if kunci.peran in UKURAN and kunci.subjek in nama:
            for b in cetakan:
                if b.media != "pk" and _persen(b):
                    yield nama[kunci.subjek], b


def _persen(b: Butir) -> bool:
    return b.sel is not None and b.sel.angka is not None and b.sel.angka.jenis is Jenis.PERSEN
