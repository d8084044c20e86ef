"""The same fact printed in several places: tables, calculations, forms and prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.definisi import Aturan, aturan
from sakip.relasi import Sama

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Register
    from sakip.relasi import Relasi

__all__ = ["ATURAN", "KODE_MEDIA"]

ATURAN: list[Aturan] = []

KODE_MEDIA = {"tabel": "FAK01", "hitungan": "FAK01", "pk": "PKJ02", "narasi": "NAR01"}
"""The rule under which a contradicted print is reported, by where it stands."""

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
    """All prints of each fact, one relation a fact, under the code of the least trusted print."""
    for kunci, cetakan in reg.fakta.items():
        angka = tuple(b for b in cetakan if b.berangka)
        kata = tuple(b for b in cetakan if not b.berangka)
        for kelompok in (angka, kata):
            if len(kelompok) < 2:
                continue
            media = {b.media for b in kelompok}
            kode = KODE_MEDIA[next(m for m in _URUTAN if m in media)]
            tahun = f" {kunci.periode}" if kunci.periode else ""
            uraian = f"{kelompok[0].peran.sebutan} {reg.sebut(kunci.subjek)}{tahun} sama di {len(kelompok)} tempat"
            yield Sama(kode=kode, uraian=uraian, cetakan=kelompok)


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
