"""Counts in sentences: programs, kegiatan, sub kegiatan; indicators that reached targets; years of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.model.narasi import Hitungan, Rujukan
from sakip.teks.istilah import bentuk
from sakip.teks.jarak import terdekat

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from sakip.pembaca.tafsir.kosakata import Kosakata
    from sakip.pembaca.tafsir.prosa.alinea import Alinea
    from sakip.pembaca.tafsir.prosa.buku_klaim import BukuKlaim

__all__ = ["klaim_hitung"]

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
        for m in bentuk("hitung.tahun_ke").finditer(a.teks):
            if buku.laporan.renstra is not None:
                buku.tambah(a, m.span("ke"), "cacah", hitung=Hitungan(apa="tahun_renstra"))


def _anggaran(alinea: Sequence[Alinea], buku: BukuKlaim) -> None:
    """Programs, kegiatan and sub kegiatan: of the whole, and under the heading of each program."""
    kode = ""
    semua: list[tuple[Alinea, re.Match[str]]] = []
    bagian: dict[str, list[str]] = {"kegiatan": [], "sub_kegiatan": []}
    calon = [(k, n) for k, nama in buku.program.items() for n in nama]
    for a in alinea:
        if (m := bentuk("hitung.program").match(a.teks)) and len(a.teks) < JUDUL_TERPANJANG:
            kode = terdekat(m["program"], calon, MIRIP_PROGRAM) or ""
        if kode and (m := bentuk("hitung.meliputi").search(a.teks)):
            for apa in bagian:
                nama = buku.baru()
                if buku.tambah(a, m.span(apa), "cacah", id=nama, hitung=Hitungan(apa=apa, di=kode)):
                    bagian[apa].append(nama)
            kode = ""
        semua += [(a, m) for m in bentuk("hitung.semua").finditer(a.teks)]
    lengkap = len(semua) == 1 and len(bagian["kegiatan"]) == len(buku.program)
    for a, m in semua:
        for apa in TINGKAT:
            dari = tuple(Rujukan(klaim=n) for n in bagian.get(apa, ())) if lengkap else ()
            isi = {"rumus": "jumlah", "dari": dari} if dari else {}
            buku.tambah(a, m.span(apa), "cacah", hitung=Hitungan(apa=apa), **isi)


def _indikator(a: Alinea, buku: BukuKlaim, kosakata: Kosakata) -> None:
    """Counts of indicators; only kinds that the report's own tables list."""
    ada = {i.jenis for i in buku.laporan.indikator}
    if m := bentuk("hitung.terdapat").search(a.teks):
        jenis = m["jenis"].casefold()
        if jenis not in ada:
            return
        apa = m["apa"].casefold()
        if apa != "program" or buku.kode:
            buku.tambah(a, m.span("banyak"), "cacah", hitung=Hitungan(apa=apa))
        anak = _anak(a, jenis, m.end(), buku, kosakata)
        seluruh = bentuk("hitung.seluruh").match(a.teks[m.end() :].lstrip(" ,;"))
        if not anak and seluruh:
            label = _label(seluruh, kosakata)
            hitung = Hitungan(apa="indikator", jenis=jenis, capai=_CAPAI[seluruh["capai"].casefold()], kategori=label)
        else:
            hitung = Hitungan(apa="indikator", jenis=jenis)
        isi = {"rumus": "jumlah", "dari": tuple(Rujukan(klaim=n) for n in anak)} if len(anak) > 1 else {}
        buku.tambah(a, m.span("indikator"), "cacah", hitung=hitung, **isi)
    elif (m := bentuk("hitung.capaian").search(a.teks)) and (jenis := m["jenis"].casefold()) in ada:
        buku.tambah(a, m.span("banyak"), "cacah", hitung=Hitungan(apa="indikator", jenis=jenis))
        _anak(a, jenis, m.end(), buku, kosakata)
    elif (m := bentuk("hitung.tidak").search(a.teks)) and (jenis := m["jenis"].casefold()) in ada:
        hitung = Hitungan(apa="indikator", jenis=jenis, capai="tidak_mencapai")
        buku.tambah(a, m.span("banyak"), "cacah", hitung=hitung)


def _anak(a: Alinea, jenis: str, mulai: int, buku: BukuKlaim, kosakata: Kosakata) -> list[str]:
    """`9 indikator kinerja melampaui target dan memiliki predikat sangat tinggi`, as often as it is said."""
    hasil: list[str] = []
    for m in bentuk("hitung.bagian").finditer(a.teks, mulai):
        label = _label(m, kosakata)
        nama = buku.baru()
        capai = _CAPAI.get(" ".join(m["capai"].casefold().split()), "")
        hitung = Hitungan(apa="indikator", jenis=jenis, capai=capai, kategori=label)
        if label and buku.tambah(a, m.span("banyak"), "cacah", id=nama, hitung=hitung):
            hasil.append(nama)
    return hasil


def _label(m: re.Match[str], kosakata: Kosakata) -> str:
    """The label that begins where `kategori` was found."""
    return " ".join(kosakata.label_pada(m.string, m.start("kategori")).split()).title() if m["kategori"] else ""
