"""Klaim: a figure or a countable statement of the prose, tied to the fact it repeats."""

from __future__ import annotations

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.konversi.nilai import Pilihan
from sakip.model.indikator import JENIS_INDIKATOR
from sakip.model.sel import Sel
from sakip.model.ucapan import ucapan_atau_tiada
from sakip.teks.kalimat import Kalimat

__all__ = ["Hitungan", "Klaim", "PeringkatKlaim", "Rujukan"]

RUMUS = ("jumlah", "selisih", "persen", "rerata", "sama", "kategori", "tanpa")
APA = ("program", "kegiatan", "sub_kegiatan", "indikator", "sasaran", "tujuan", "baris", "butir", "tahun_renstra")


@attrs.frozen(slots=True, kw_only=True)
class Rujukan:
    """A reference to figures of the report: a fact, a cell of a table, or another claim.

    Attributes:
        peran, subjek, periode: a fact.
        tabel, baris, kolom: cells: the printed number of the table, the printed name of the line
            (`total` for the total), the columns, which are added.
        klaim: the `id` of another claim.
    """

    peran: str = ""
    subjek: str = ""
    periode: int | None = None
    tabel: str = ""
    baris: str = ""
    kolom: tuple[str, ...] = ()
    klaim: str = ""


@attrs.frozen(slots=True, kw_only=True)
class Hitungan:
    """A statement of how many there are.

    Attributes:
        apa: program, kegiatan, sub_kegiatan, indikator, sasaran, tujuan, baris of a table, butir of a
            list, or tahun_renstra (which year of the plan the report's year is).
        di: the budget code under which to count.
        jenis: which indicators.
        kategori: only those so rated.
        capai: only those that exceed (`melampaui`), reach (`mencapai`) or miss (`tidak_mencapai`) it.
        nilai: the role of what is compared, when it is not the year's realisation (`realisasi@2024`).
        terhadap: the role of the target, when it is not the year's (`target_akhir`).
        tabel, kecuali: the table whose lines are counted, and the lines left out by name.
        butir: the lines of the source on which the counted items of a printed list begin.
    """

    apa: str = attrs.field(validator=Pilihan(*APA))
    di: str = ""
    jenis: str = attrs.field(default="", validator=Pilihan(*JENIS_INDIKATOR))
    kategori: str = ""
    capai: str = attrs.field(default="", validator=Pilihan("melampaui", "mencapai", "tidak_mencapai"))
    nilai: str = "realisasi"
    terhadap: str = "target"
    tabel: str = ""
    kecuali: tuple[str, ...] = ()
    butir: tuple[int, ...] = ()


@attrs.frozen(slots=True, kw_only=True)
class PeringkatKlaim:
    """A statement of rank: the place of a line among the lines of a table by one column, highest first.

    Lines named in `kecuali` (a province among its regencies) take no part.
    """

    tabel: str
    kolom: str
    baris: str
    kecuali: tuple[str, ...] = ()


@attrs.frozen(slots=True, kw_only=True)
class Klaim:
    """A claim of the prose.

    Attributes:
        tertulis: the figure or word as printed, with its place.
        bagian: chapter or section.
        id: a name by which other claims refer to it.
        fakta: the fact it repeats.
        hitung: what it counts.
        rumus, dari: jumlah, selisih, persen, rerata, sama or kategori (the label of each) over the
            references; `tanpa`: it stands alone.
        arah: naik, turun or tetap over the references.
        peringkat: the rank it states.
        tahun_laporan: it names the year of the report.
        periode_renstra: it names the years of the medium-term plan, `2021-2026`.
        terbilang: the words in brackets behind the figure that spell it, whatever it is tied to.
        alasan: why nothing in the report can confirm it; a text is taken as words of somebody's own.
    """

    tertulis: Sel
    bagian: str = ""
    id: str = ""
    fakta: Rujukan | None = None
    hitung: Hitungan | None = None
    rumus: str = attrs.field(default="", validator=Pilihan(*RUMUS))
    dari: tuple[Rujukan, ...] = ()
    terhadap: str = attrs.field(default="", validator=Pilihan("jumlah"))
    arah: str = attrs.field(default="", validator=Pilihan("naik", "turun", "tetap"))
    peringkat: PeringkatKlaim | None = None
    tahun_laporan: bool = False
    periode_renstra: bool = False
    terbilang: str = ""
    alasan: Kalimat | None = attrs.field(default=None, converter=ucapan_atau_tiada)

    @property
    def lokasi(self) -> Lokasi:
        """Where it is printed."""
        return self.tertulis.lokasi

    @property
    def tempat(self) -> Kalimat:
        """The same as a sentence: the prose, and the chapter or section of it."""
        return Kalimat("tempat.narasi.bagian", {"bagian": self.bagian}) if self.bagian else Kalimat("tempat.narasi")
