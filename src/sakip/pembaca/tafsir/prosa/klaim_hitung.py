"""Counts in sentences: programs, kegiatan, sub kegiatan; indicators that reached targets; years of the plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sakip.model.narasi import Hitungan, Rujukan
from sakip.teks.nama import terdekat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip.pembaca.tafsir.kosakata import Kosakata
    from sakip.pembaca.tafsir.prosa.alinea import Alinea
    from sakip.pembaca.tafsir.prosa.buku_klaim import BukuKlaim

__all__ = ["klaim_hitung"]

_SEMUA = re.compile(
    r"\b(\d{1,3})\s+program\b\s*(?:,|dan)?\s*(\d{1,3})\s+kegiatan\b\s*(?:,\s*)?(?:dan|serta)?\s*(\d{1,3})\s+sub\s?-?kegiatan\b",
    re.IGNORECASE,
)
_MELIPUTI = re.compile(
    r"(?:meliputi|terdiri\s+(?:dari|atas))\s+(\d{1,3})\s+kegiatan\s+(?:dan|serta)\s+(\d{1,3})\s+sub\s?-?kegiatan\b",
    re.IGNORECASE,
)
_PROGRAM = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s*(program\s.+?)\.?\Z", re.IGNORECASE)
_TERDAPAT = re.compile(
    r"\bterdapat\s+(\d{1,3})\s+(tujuan|sasaran|program)\s+dengan\s+(\d{1,3})\s+indikator\s+kinerja\s+(tujuan|sasaran|program)\b",
    re.IGNORECASE,
)
_ANAK = re.compile(
    r"(\d{1,3})\s+indikator(?:\s+kinerja)?\s+(?:yang\s+)?(?:telah\s+)?((?:tidak\s+)?(?:melampaui|mencapai)|tercapai|capaiannya)"
    r"([^.;\d]{0,80}?)\b((?:sangat\s+)?(?:tinggi|rendah|baik|kurang)|sedang|cukup)\b",
    re.IGNORECASE,
)
_SELURUH = re.compile(
    r"(?:dimana\s+|yang\s+)?(?:realisasinya\s+)?(?:telah\s+)(melampaui|mencapai)\s+target"
    r"(?:[^.;\d]{0,50}?\bpredikat\s+(?:capaian\s+)?((?:sangat\s+)?\w+))?",
    re.IGNORECASE,
)
_CAPAIAN = re.compile(r"\bcapaian\s+(\d{1,3})\s+indikator\s+kinerja\s+(tujuan|sasaran|program)\b", re.IGNORECASE)
_TIDAK = re.compile(
    r"\btidak\s+tercapainya\s+(\d{1,3})\s+indikator\s+(?:kinerja\s+)?(tujuan|sasaran|program)\b", re.IGNORECASE
)
_TAHUN_KE = re.compile(
    r"\btahun\s+ke\s?-?\s?(\d)\s+(?:pada|dari|dalam)\s+(?:renstra|rencana\s+strategis)\b", re.IGNORECASE
)
_CAPAI = {
    "melampaui": "melampaui",
    "mencapai": "mencapai",
    "tidak melampaui": "tidak_mencapai",
    "tidak mencapai": "tidak_mencapai",
}
MIRIP_PROGRAM = 0.75
JUDUL_TERPANJANG = 160
TINGKAT = ("program", "kegiatan", "sub_kegiatan")


def klaim_hitung(alinea: Sequence[Alinea], buku: BukuKlaim, kosakata: Kosakata) -> None:
    """Tie the counts of the prose."""
    if buku.kode:
        _anggaran(alinea, buku)
    for a in alinea:
        _indikator(a, buku, kosakata)
        for m in _TAHUN_KE.finditer(a.teks):
            if buku.laporan.renstra is not None:
                buku.tambah(a, m.span(1), "cacah", hitung=Hitungan(apa="tahun_renstra"))


def _anggaran(alinea: Sequence[Alinea], buku: BukuKlaim) -> None:
    """Programs, kegiatan and sub kegiatan: of the whole, and under the heading of each program."""
    kode = ""
    semua: list[tuple[Alinea, re.Match[str]]] = []
    bagian: dict[str, list[str]] = {"kegiatan": [], "sub_kegiatan": []}
    calon = [(k, n) for k, nama in buku.program.items() for n in nama]
    for a in alinea:
        if (m := _PROGRAM.match(a.teks)) and len(a.teks) < JUDUL_TERPANJANG:
            kode = terdekat(m[1], calon, MIRIP_PROGRAM) or ""
        if kode and (m := _MELIPUTI.search(a.teks)):
            for k, apa in ((1, "kegiatan"), (2, "sub_kegiatan")):
                nama = buku.baru()
                if buku.tambah(a, m.span(k), "cacah", id=nama, hitung=Hitungan(apa=apa, di=kode)):
                    bagian[apa].append(nama)
            kode = ""
        semua += [(a, m) for m in _SEMUA.finditer(a.teks)]
    lengkap = len(semua) == 1 and len(bagian["kegiatan"]) == len(buku.program)
    for a, m in semua:
        for k, apa in enumerate(TINGKAT, 1):
            dari = tuple(Rujukan(klaim=n) for n in bagian.get(apa, ())) if lengkap else ()
            isi = {"rumus": "jumlah", "dari": dari} if dari else {}
            buku.tambah(a, m.span(k), "cacah", hitung=Hitungan(apa=apa), **isi)


def _indikator(a: Alinea, buku: BukuKlaim, kosakata: Kosakata) -> None:
    """Counts of indicators; only kinds that the report's own tables list."""
    ada = {i.jenis for i in buku.laporan.indikator}
    if m := _TERDAPAT.search(a.teks):
        jenis = m[4].casefold()
        if jenis not in ada:
            return
        apa = m[2].casefold()
        if apa != "program" or buku.kode:
            buku.tambah(a, m.span(1), "cacah", hitung=Hitungan(apa=apa))
        anak = _anak(a, jenis, m.end(), buku, kosakata)
        seluruh = _SELURUH.match(a.teks.rstrip(), _lewati(a.teks, m.end()))
        if not anak and seluruh:
            label = _label(a, seluruh, 2, kosakata)
            hitung = Hitungan(apa="indikator", jenis=jenis, capai=_CAPAI[seluruh[1].casefold()], kategori=label)
        else:
            hitung = Hitungan(apa="indikator", jenis=jenis)
        isi = {"rumus": "jumlah", "dari": tuple(Rujukan(klaim=n) for n in anak)} if len(anak) > 1 else {}
        buku.tambah(a, m.span(3), "cacah", hitung=hitung, **isi)
    elif (m := _CAPAIAN.search(a.teks)) and m[2].casefold() in ada:
        buku.tambah(a, m.span(1), "cacah", hitung=Hitungan(apa="indikator", jenis=m[2].casefold()))
        _anak(a, m[2].casefold(), m.end(), buku, kosakata)
    elif (m := _TIDAK.search(a.teks)) and m[2].casefold() in ada:
        buku.tambah(
            a, m.span(1), "cacah", hitung=Hitungan(apa="indikator", jenis=m[2].casefold(), capai="tidak_mencapai")
        )


def _lewati(teks: str, i: int) -> int:
    while i < len(teks) and teks[i] in " ,;":
        i += 1
    return i


def _anak(a: Alinea, jenis: str, mulai: int, buku: BukuKlaim, kosakata: Kosakata) -> list[str]:
    """`9 indikator kinerja melampaui target dan memiliki predikat sangat tinggi`, as often as it is said."""
    hasil: list[str] = []
    for m in _ANAK.finditer(a.teks, mulai):
        label = _label(a, m, 4, kosakata)
        nama = buku.baru()
        capai = _CAPAI.get(" ".join(m[2].casefold().split()), "")
        hitung = Hitungan(apa="indikator", jenis=jenis, capai=capai, kategori=label)
        if label and buku.tambah(a, m.span(1), "cacah", id=nama, hitung=hitung):
            hasil.append(nama)
    return hasil


def _label(a: Alinea, m: re.Match[str], kelompok: int, kosakata: Kosakata) -> str:
    """The label that begins where a group was found."""
    return " ".join(kosakata.label_pada(a.teks, m.start(kelompok)).split()).title() if m[kelompok] else ""
