"""The same fact printed in several places: tables, calculations, forms and prose."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from sakip.aturan.definisi import Aturan, aturan
from sakip.fakta.register import ANGGARAN
from sakip.fakta.rumpun import rumpun
from sakip.relasi import Sama
from sakip.teks.istilah import himpunan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.relasi import Relasi

__all__ = ["ATURAN"]

ATURAN: list[Aturan] = []

KODE_MEDIA = {"tabel": "FAK01", "hitungan": "FAK01", "pk": "PKJ02", "narasi": "NAR01"}
"""The rule under which a contradicted print is reported, by where it stands."""

UANG = 1_000_000
"""From here on a figure without a unit is money or a very large count, and no measure of a few."""

BERKOLOM = frozenset({"tabel", "pk"})
"""Media whose prints stand in columns."""

_URUTAN = ("narasi", "pk", "hitungan", "tabel")


@aturan(
    ATURAN,
    Aturan(
        kode="FAK01",
        judul="Fakta yang sama di beberapa tabel",
        title="The same fact in several tables",
        memeriksa="Angka atau kategori untuk subjek, peran, dan tahun yang sama tercetak sama di semua tabel dan "
        "perhitungan.",
        checks="A figure or label for one subject, role and year is the same in all tables and calculations.",
        penting="Dua angka untuk satu hal berarti pembaca tidak tahu mana yang benar.",
        matters="Two figures for one thing leave the reader without either.",
        dasar=("permenpanrb_53_2014",),
    ),
)
def sama(reg: Register) -> Iterator[Relasi]:
    """All prints of each fact, one relation a fact, under the code of the least trusted print.

    Two columns that contradict each other on most of the facts that they share do not mean the same, whatever their
    headings say; their prints are not compared.
    """
    sefakta = [(k, _seragam(cetakan)) for k, cetakan in reg.fakta.items() if len(cetakan) > 1]
    berbeda = _kolom_berbeda([kelompok for _, semua in sefakta for kelompok in semua])
    for kunci, semua in sefakta:
        for kelompok in (k for g in semua for k in _sekolom(g, berbeda)):
            if len(kelompok) < 2:
                continue
            media = {b.media for b in kelompok}
            kode = KODE_MEDIA[next(m for m in _URUTAN if m in media)]
            tahun = f" {kunci.periode}" if kunci.periode else ""
            uraian = f"{kelompok[0].peran.sebutan} {reg.sebut(kunci.subjek)}{tahun} sama di {len(kelompok)} tempat"
            yield Sama(kode=kode, uraian=uraian, cetakan=tuple(kelompok), kode_media=KODE_MEDIA)


def _seragam(cetakan: list[Butir]) -> list[list[Butir]]:
    """The prints of one kind: words, amounts, and measures with their units; 3 events are no 40.000.000."""
    jenis: dict[str, list[Butir]] = {}
    for b in cetakan:
        jenis.setdefault(_jenis(b), []).append(b)
    if "uang" in jenis and "ukuran" not in jenis:
        jenis["angka"] = sorted([*jenis.pop("uang"), *jenis.get("angka", [])], key=lambda b: b.urut)
    elif "ukuran" in jenis:
        jenis["angka"] = sorted([*jenis.pop("ukuran"), *jenis.get("angka", [])], key=lambda b: b.urut)
    return [k for k in jenis.values() if len(k) > 1]


def _jenis(b: Butir) -> str:
    a = b.sel.angka if b.sel is not None else None
    if a is None or b.nilai is None:
        return "angka" if b.berangka else "kata"
    if a.satuan and a.satuan.casefold() not in himpunan("rupiah"):
        return "ukuran"
    return "uang" if abs(b.nilai) >= UANG else "angka"


def _kolom_berbeda(semua: list[list[Butir]]) -> set[frozenset[str]]:
    """Pairs of columns of tables and forms that contradict each other more often than they agree, and not only once.

    Once is enough where the titles do not speak of the same.
    """
    sama: Counter[frozenset[str]] = Counter()
    beda: dict[frozenset[str], list[tuple[Butir, Butir]]] = {}
    lain: set[frozenset[str]] = set()
    for kelompok in semua:
        for a, b in combinations([x for x in kelompok if x.media in BERKOLOM], 2):
            if a.susunan[0] != b.susunan[0]:
                cocok = Sama(kode="", uraian="", cetakan=(a, b)).dipenuhi({})
                pasangan = frozenset((a.susunan[0], b.susunan[0]))
                if not cocok and _turunan(a):
                    continue
                if cocok:
                    sama[pasangan] += 1
                else:
                    beda.setdefault(pasangan, []).append((a, b))
                if a.letak.tentang != b.letak.tentang:
                    lain.add(pasangan)
    return {
        p
        for p, isi in beda.items()
        if (len(isi) >= sama[p] if p in lain else len(isi) > max(1, sama[p])) and not _bergeser(isi)
    }


def _turunan(b: Butir) -> bool:
    """Whether a print follows from lines, so that it differs wherever one of these does."""
    return b.subjek is not None and (
        b.subjek == ANGGARAN or b.subjek.startswith("rerata:") or "total" in b.subjek.split("|")
    )


def _bergeser(beda: list[tuple[Butir, Butir]]) -> bool:
    """Whether columns that differ hold the same figures on other lines: a run of them shifted, or was swapped."""
    if len(beda) < 2:
        return False
    kiri, kanan = (Counter(p[i].nilai for p in beda) for i in (0, 1))
    return 2 * sum((kiri & kanan).values()) >= len(beda)


def _sekolom(cetakan: list[Butir], berbeda: set[frozenset[str]]) -> list[list[Butir]]:
    """The prints of one fact in groups of columns that may mean the same."""
    kolom = [b for b in cetakan if b.media != "narasi"]
    kalimat = [b for b in cetakan if b.media == "narasi"]

    def searti(b: Butir) -> list[Butir]:
        return [x for x in kolom if x is not b and frozenset((b.susunan[0], x.susunan[0])) not in berbeda]

    kelompok = rumpun(kolom, searti) if berbeda else [kolom] if kolom else []
    lepas: list[Butir] = []
    for b in kalimat:
        # A sentence repeats what stands in its table; where columns differ it speaks of one of them at most.
        milik = next((k for k in kelompok if any(x.nilai == b.nilai and x.label == b.label for x in k)), None)
        if milik is None and len(kelompok) == 1 and not all(x.letak.tentang for x in kelompok[0]):
            milik = kelompok[0]
        (lepas if milik is None else milik).append(b)
    return [sorted(k, key=lambda b: b.urut) for k in (*kelompok, lepas)]


ATURAN += [
    Aturan(
        kode="PKJ02",
        judul="Angka perjanjian kinerja dan tabel",
        title="Figures of agreements and of tables",
        memeriksa="Anggaran dan target pada perjanjian kinerja sama dengan tabel dan dengan formulir lain untuk baris "
        "anggaran atau indikator yang sama.",
        checks="Budgets and targets in agreement forms equal those of the tables and of other forms.",
        penting="Perjanjian kinerja adalah dasar pengukuran; angka yang bergeser membuat pejabat "
        "mempertanggungjawabkan anggaran orang lain.",
        matters="The agreement is the basis of measurement; shifted figures make an officer answer for "
        "another's budget.",
        dasar=("permenpanrb_53_2014",),
    ),
    Aturan(
        kode="NAR01",
        judul="Angka dalam narasi",
        title="Figures in the prose",
        memeriksa="Angka dalam kalimat sama dengan angka yang dikutipnya dari tabel.",
        checks="A figure in a sentence equals the figure of the table that it repeats.",
        penting="Narasi adalah bagian yang dibaca; angka tahun lalu atau target yang tertinggal menyesatkan.",
        matters="The prose is what people read; last year's value or the target left standing misleads.",
        dasar=("permenpanrb_53_2014",),
    ),
]
