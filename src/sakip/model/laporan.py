"""Laporan: a whole report."""

from __future__ import annotations

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.hukum.skala import Skala
from sakip.konversi.nilai import Pilihan
from sakip.model.indikator import Indikator, Komponen
from sakip.model.narasi import Klaim
from sakip.model.perjanjian import PerjanjianKinerja
from sakip.model.sel import Sel, tercetak
from sakip.model.tabel import Tabel
from sakip.model.ucapan import ucapan
from sakip.teks.kalimat import Kalimat
from sakip.teks.short_repr import short_repr

__all__ = [
    "JENIS_BAGIAN",
    "TARGET_TAK_POSITIF",
    "Bagian",
    "Catatan",
    "Efisiensi",
    "Kutipan",
    "LangkahEfisiensi",
    "Laporan",
    "Metode",
    "Organisasi",
    "Renstra",
    "Tanggal",
]


TARGET_TAK_POSITIF = ("tak_diperiksa", "rumus")
"""Policies for targets of zero or less, the default first."""


@attrs.frozen(slots=True, kw_only=True)
class Metode:
    """What the report says it uses. It is checked against its own method first.

    Attributes:
        rumus: polarity to the variant of the capaian formula (`regulasi/rumus.toml`), where the report states one.
        skala: the rating scale: a name of `regulasi/skala.toml`, or the report's own; empty where it states none.
        efisiensi: the efficiency method; empty when the report has none.
        batas: the cap on capaian: tanpa, 100, 120 …
        dasar_batas: what the cap rests on: `tersurat`, or `angka`: several achievements stand at it.
        ordinal: grades by the name of their scale, the best first, where they are others than those of `skala.toml`, or
            in another order.
        target_tak_positif: what is made of a target of zero or less, for which no formula was read: `tak_diperiksa`, or
            `rumus`, the formula that would serve another target; what does not follow it is asked about.
        lokasi_bagian: where each part is printed: positif, negatif, skala, efisiensi.
    """

    rumus: dict[str, str] = attrs.field(factory=dict, hash=False)
    skala: str | Skala = ""
    efisiensi: str = attrs.field(default="", validator=Pilihan("pmk214"))
    batas: str = "tanpa"
    dasar_batas: str = attrs.field(default="tersurat", validator=Pilihan("tersurat", "angka"))
    ordinal: dict[str, tuple[str, ...]] = attrs.field(factory=dict, hash=False)
    target_tak_positif: str = attrs.field(default=TARGET_TAK_POSITIF[0], validator=Pilihan(*TARGET_TAK_POSITIF))
    lokasi: Lokasi = Lokasi()
    lokasi_bagian: dict[str, Lokasi] = attrs.field(factory=dict, hash=False)


@attrs.frozen(slots=True, kw_only=True)
class Renstra:
    """The first and last year of the medium-term plan."""

    awal: int
    akhir: int


@attrs.frozen(slots=True, kw_only=True)
class Tanggal:
    """A date on which the report says it was signed."""

    nilai: Sel
    bagian: str = ""


@attrs.frozen(slots=True, kw_only=True)
class Organisasi:
    """What the report itself says of who is under whom."""

    jabatan: str
    atasan: str
    lokasi: Lokasi = Lokasi()


@attrs.frozen(slots=True, kw_only=True)
class LangkahEfisiensi:
    """A printed step between E and NE; `arti` is `e_per_20` or `e_per_20_kali_50`."""

    tertulis: Sel
    arti: str = attrs.field(validator=Pilihan("e_per_20", "e_per_20_kali_50"))


@attrs.frozen(slots=True, kw_only=True)
class Efisiensi:
    """The printed efficiency calculation.

    Attributes:
        pembilang: Σ(PAK × CK − RAK).
        penyebut: Σ(PAK × CK).
        hasil: E, every time it is printed, in percent.
        langkah: the steps from E to NE.
        nilai: NE, every time it is printed, in percent.
        kategori: the label given to NE, every time it is printed.
    """

    pembilang: Sel | None = None
    penyebut: Sel | None = None
    hasil: tuple[Sel, ...] = ()
    langkah: tuple[LangkahEfisiensi, ...] = ()
    nilai: tuple[Sel, ...] = ()
    kategori: tuple[Sel, ...] = ()

    @property
    def sel(self) -> tuple[Sel, ...]:
        """Its printed figures, without the labels."""
        langkah = (x.tertulis for x in self.langkah)
        return tercetak(self.pembilang, self.penyebut, *self.hasil, *langkah, *self.nilai)


JENIS_BAGIAN = {
    "gambaran_umum": "Gambaran umum organisasi",
    "isu_strategis": "Isu strategis",
    "perbaikan": "Upaya perbaikan ke depan",
    "lampiran": "Lampiran",
    "pernyataan": "Pernyataan Telah Direviu",
    "pernyataan_penjelas": "Pernyataan Telah Direviu dengan penjelasan",
}
"""The kinds of parts that are told apart, and what findings call them.

`pernyataan` is the statement of the review without reservation; with one it is `pernyataan_penjelas`.
"""


@attrs.frozen(slots=True, kw_only=True)
class Bagian:
    """A part of the report that is known by its kind, a key of `JENIS_BAGIAN`, and the place where it begins.

    Of a statement it is the place of its operative clause. Only that it is printed, never its words.
    """

    jenis: str = attrs.field(validator=Pilihan(*JENIS_BAGIAN))
    lokasi: Lokasi = Lokasi()

    @property
    def sebutan(self) -> str:
        """How findings call it."""
        return JENIS_BAGIAN[self.jenis]


@attrs.frozen(slots=True)
class Catatan:
    """A remark of the reader on its source: a page it could not read, a cell that is no figure.

    Attributes:
        pesan: the remark; a text is taken as words of somebody's own.
        lokasi: where.
        hilang: what stands there could not be read, so that nothing is known of its figures.
        angka: how many digits stand there, where they were seen and set aside.
    """

    pesan: Kalimat = attrs.field(converter=ucapan)
    lokasi: Lokasi = Lokasi()
    hilang: bool = False
    angka: int = 0


@attrs.frozen(slots=True, kw_only=True)
class Kutipan:
    """A print quoted from one of several reports, so that they can be compared.

    Attributes:
        instansi, tahun: whose report, of which year.
        perihal: what is compared with what has the same: a budget code, an indicator, an agency's budget.
        peran: the role of the print.
        periode: the year it is about.
        induk: it is the whole, of which the quotations of other reports are parts.
        nilai: the print, at its place in the report it is from.
        banyak: how many reports it stands for, where more print the same than can be listed.
    """

    instansi: str
    tahun: int
    perihal: str
    peran: str
    periode: int | None = None
    induk: bool = False
    nilai: Sel
    banyak: int = 1


@attrs.frozen(slots=True, kw_only=True, field_transformer=short_repr)
class Laporan:
    """A report, as it says what it says.

    Attributes:
        instansi: the agency.
        tahun: the year reported on.
        bagian: parts that are known by their kind: sections, the statement of the review.
        kutipan: what several reports print of one thing; only of a comparison of reports, never of a report.
        sumber: what was read, as the user named it.
        sha256: the digest of what was read.
        catatan: what of the source could not be read, or not be understood.
    """

    instansi: str
    tahun: int
    judul: str = ""
    tanggal: tuple[Tanggal, ...] = ()
    bagian: tuple[Bagian, ...] = ()
    renstra: Renstra | None = None
    metode: Metode = attrs.field(factory=Metode)
    organisasi: tuple[Organisasi, ...] = ()
    indikator: tuple[Indikator, ...] = ()
    tabel: tuple[Tabel, ...] = ()
    komponen: tuple[Komponen, ...] = ()
    efisiensi: Efisiensi | None = None
    perjanjian: tuple[PerjanjianKinerja, ...] = ()
    narasi: tuple[Klaim, ...] = ()
    kutipan: tuple[Kutipan, ...] = ()
    sumber: str = ""
    sha256: str = ""
    catatan: tuple[Catatan, ...] = ()
