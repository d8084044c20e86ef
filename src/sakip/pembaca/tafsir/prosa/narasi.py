"""The prose: its figures tied to facts where subject and role are both named."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from sakip.angka.terbilang import cari_terbilang
from sakip.fakta.susun import susun
from sakip.pembaca.tafsir.kosakata import kosakata as kosakata_bawaan
from sakip.pembaca.tafsir.prosa.buku_klaim import DALAM_KALIMAT, TERLALU_BANYAK, BukuKlaim
from sakip.pembaca.tafsir.prosa.cacah import cacah
from sakip.pembaca.tafsir.prosa.hubungan import hubungkan
from sakip.pembaca.tafsir.prosa.ikatan import Pengikat, ikat
from sakip.pembaca.tafsir.prosa.klaim_anggaran import klaim_anggaran
from sakip.pembaca.tafsir.prosa.klaim_hitung import klaim_hitung
from sakip.pembaca.tafsir.prosa.klaim_kinerja import klaim_kinerja
from sakip.teks.istilah import bentuk, istilah
from sakip.teks.jarak import menyebut
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sakip.model.laporan import Catatan, Laporan
    from sakip.model.narasi import Klaim
    from sakip.pembaca.tafsir.kosakata import Kosakata
    from sakip.pembaca.tafsir.prosa.alinea import Alinea

__all__ = ["cari_klaim"]

DEKAT = 160
DEKAT_RENCANA = 130
"""Characters before a year, and before the years of the plan, in which the words that explain them are sought."""


def cari_klaim(
    alinea: Sequence[Alinea],
    laporan: Laporan,
    kosakata: Kosakata | None = None,
    pengantar: Mapping[int, str] = MappingProxyType({}),
) -> tuple[tuple[Klaim, ...], tuple[Catatan, ...]]:
    """The claims of the prose, and a remark when there are more than are kept.

    Args:
        alinea: the paragraphs.
        laporan: the report, without its prose.
        kosakata: the vocabulary.
        pengantar: place of the line right above a table to the title of that table.
    """
    kata = kosakata or kosakata_bawaan()
    buku = BukuKlaim.dari(laporan)
    prosa = [a for a in alinea if "$$" not in a.teks]
    klaim_kinerja(prosa, buku, kata)
    reg = susun(laporan)
    klaim_anggaran(prosa, buku, reg)
    klaim_hitung(prosa, buku, kata)
    pengikat = Pengikat(reg, buku)
    kalimat = ikat(prosa, pengikat)
    cacah(kalimat, pengikat, buku)
    hubungkan(kalimat, reg, pengikat, buku)
    for a in prosa:
        _terbilang(a, buku)
        _tahun(a, buku)
        _tahun_tabel(a, pengantar.get(a.urut + len(a.lokasi) - 1, ""), buku)
    if not buku.penuh:
        return buku.urutkan(), ()
    return buku.urutkan(), (TERLALU_BANYAK,)


def _tahun(a: Alinea, buku: BukuKlaim) -> None:
    """Where the sentence names the year of the report, and the years of the plan with the plan."""
    lap = buku.laporan
    for m in bentuk("tahun.satu").finditer(a.teks):
        if int(m["tahun"]) == lap.tahun and not bentuk("tahun.peraturan").search(_kiri(a, m.start())):
            buku.tambah(a, m.span("tahun"), "tahun", tahun_laporan=True)
    if lap.renstra is None:
        return
    for m in bentuk("tahun.masa").finditer(a.teks):
        kalimat = re.split("[.;]", _kiri(a, m.start(), DEKAT_RENCANA))[-1]
        if menyebut(kalimat, istilah("rencana")):
            buku.tambah(a, m.span(), periode_renstra=True)


def _terbilang(a: Alinea, buku: BukuKlaim) -> None:
    """Figures with words behind them that spell a number, whatever else the sentence says of them."""
    for rentang, _, kata, _ in cari_terbilang(a.teks):
        if not buku.lengkapi(a, rentang[0], terbilang=kata):
            buku.tambah(a, rentang, "angka", rumus="tanpa", alasan=DALAM_KALIMAT, terbilang=kata)


def _kiri(a: Alinea, posisi: int, banyak: int = DEKAT) -> str:
    """The words right before a place."""
    return a.teks[max(0, posisi - banyak) : posisi]


def _tahun_tabel(a: Alinea, judul: str, buku: BukuKlaim) -> None:
    """`rincian sisa anggaran tahun 2024 tersaji pada tabel berikut`, above the table of that name of this year.

    The three words before the year must stand so in the title, and the title must name the report's year only.
    """
    tahun = set(re.findall(r"\b(?:19|20)\d{2}\b", judul))
    cocok = list(bentuk("tahun.satu").finditer(a.teks))
    if len(cocok) != 1 or tahun != {str(buku.laporan.tahun)} or "tabel" not in a.teks.casefold():
        return
    kata = baku(a.teks[: cocok[0].start()]).split()[-3:]
    if len(kata) == 3 and f" {' '.join(kata)} " in f" {baku(judul)} ":
        buku.tambah(a, cocok[0].span("tahun"), "tahun", tahun_laporan=True)
