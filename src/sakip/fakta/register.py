"""The register of facts: every printed figure with its subject, role and period.

A fact is what a figure states: the pagu of one sub kegiatan, the target of one indicator in one year.
The same fact printed in several places must agree; the register brings those prints together.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

from sakip.angka.cetakan import Kosong, Predikat, Rentang
from sakip.fakta.butir import Butir, Kunci, Letak, bilangan, tempat
from sakip.fakta.pengenal import pengenal
from sakip.hukum.rumus_kolom import cari_rumus_kolom
from sakip.model.kode import ANGGARAN, TANPA_INDUK
from sakip.model.peran import PERAN
from sakip.model.sel import Sel
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sakip.angka.lokasi import Lokasi
    from sakip.hukum.rumus_kolom import RumusKolom
    from sakip.model.indikator import Indikator
    from sakip.model.laporan import Laporan
    from sakip.model.narasi import Klaim
    from sakip.model.peran import Peran
    from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, PerjanjianKinerja
    from sakip.model.tabel import Tabel
    from sakip.teks.kalimat import Isi, Kalimat

__all__ = [
    "ANGGARAN",
    "BarisFakta",
    "BarisFormulir",
    "Butir",
    "Formulir",
    "Kunci",
    "Letak",
    "Register",
    "TabelFakta",
]


@attrs.frozen(slots=True, eq=False)
class BarisFakta:
    """A row of a table in the register: its kind, its subject, and its figures by column key.

    `lintasan` is what stands above and beside it, aspect and words: the path that its subject is known by.
    """

    jenis: str
    nama: str
    subjek: str
    urut: int
    kelompok: str
    butir: dict[str, Butir]
    kode: str | None = None
    indikator: Indikator | None = None
    lintasan: tuple[tuple[str, str], ...] = ()


@attrs.frozen(slots=True, eq=False)
class TabelFakta:
    """A table in the register.

    Attributes:
        deret_nomor: what is numbered: the columns, and the lines of each group.
        tahun: the year of the report, which a column without one is of.
        lingkup: what its title restricts it to: a fund, a unit, a part of the year.
        rincian: the lines, without headings, totals and means.
        rumus: the formulas over its columns that it prints itself.
    """

    tabel: Tabel
    baris: tuple[BarisFakta, ...]
    deret_nomor: tuple[tuple[Butir, ...], ...] = ()
    tahun: int | None = None
    lingkup: tuple[tuple[str, str], ...] = ()
    rincian: tuple[BarisFakta, ...] = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: tuple(b for b in self.baris if b.jenis == "rincian"), takes_self=True),
    )
    rumus: tuple[RumusKolom, ...] = attrs.field(
        init=False, default=attrs.Factory(lambda self: _rumus(self.tabel), takes_self=True)
    )


def _rumus(tabel: Tabel) -> tuple[RumusKolom, ...]:
    nomor = next(([s.teks for s in b.sel] for b in tabel.baris if b.jenis == "nomor"), [])
    return tuple(cari_rumus_kolom([k.judul for k in tabel.kolom], nomor))


@attrs.frozen(slots=True, eq=False)
class BarisFormulir:
    """A line of a form in the register.

    Attributes:
        kode: the completed budget code it was matched to; None when none fits.
        tingkat: program, kegiatan or sub_kegiatan, from its numbering.
        angka: its money or its target.
        total: the whole budget of the item, where the line is a share.
        diampu: the shares of others.
    """

    baris: BarisAnggaran | BarisKinerja
    tingkat: str
    kedalaman: int
    kode: str | None = None
    angka: Butir | None = None
    total: Butir | None = None
    diampu: tuple[Butir, ...] = ()
    indikator: Indikator | None = None
    rincian: tuple[Butir, ...] = ()


@attrs.frozen(slots=True, eq=False)
class Formulir:
    """An officer's form in the register."""

    pk: PerjanjianKinerja
    anggaran: tuple[BarisFormulir, ...]
    kinerja: tuple[BarisFormulir, ...]
    jumlah: Butir | None


K = TypeVar("K")


@attrs.define(slots=True, eq=False)
class Indeks(Generic[K]):
    """Prints by some property of theirs; made when it is first asked for, then kept up with what is entered.

    Attributes:
        butir: the prints of the register, to which others may be added.
        kunci: the property; None for a print that is left out.
    """

    butir: list[Butir]
    kunci: Callable[[Butir], K | None]
    _isi: dict[K, list[Butir]] = attrs.field(factory=dict)
    _sampai: int = 0

    def isi(self) -> dict[K, list[Butir]]:
        """The prints that have the property, by it."""
        for b in self.butir[self._sampai :]:
            kunci = self.kunci(b)
            if kunci is not None:
                self._isi.setdefault(kunci, []).append(b)
        self._sampai = len(self.butir)
        return self._isi


@attrs.define(slots=True, eq=False)
class Register:
    """All figures of a report, by fact, table, form and claim. Built once by `susun`, then only read.

    `sisa` are the figures that no role took in, with why. `pita` are the ends of the printed bands, the lower
    first, `predikat` the grades printed beside scores.
    """

    laporan: Laporan
    butir: list[Butir] = attrs.field(factory=list)
    tabel: list[TabelFakta] = attrs.field(factory=list)
    formulir: list[Formulir] = attrs.field(factory=list)
    klaim: list[tuple[Klaim, Butir]] = attrs.field(factory=list)
    nama_kode: dict[str, list[str]] = attrs.field(factory=dict)
    indikator: dict[str, Indikator] = attrs.field(factory=dict)
    jenis_indikator: dict[str, Indikator] = attrs.field(factory=dict)
    sisa: dict[Butir, Kalimat] = attrs.field(factory=dict)
    pita: dict[Butir, tuple[Butir, Butir]] = attrs.field(factory=dict)
    predikat: dict[Butir, Butir] = attrs.field(factory=dict)
    _fakta: Indeks[Kunci] = attrs.field(init=False)
    _kosong: Indeks[Kunci] = attrs.field(init=False)
    _kolom: Indeks[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._fakta = Indeks(self.butir, lambda b: b.kunci if b.berangka or b.label else None)
        self._kosong = Indeks(self.butir, lambda b: b.kunci if b.sel and isinstance(b.sel.isi, Kosong) else None)
        self._kolom = Indeks(self.butir, lambda b: b.letak.susunan or None)

    @cached_property
    def capaian_tertinggi(self) -> Fraction:
        """The highest achievement that the tables print; a cap below it is none."""
        semua = (b.nilai for b in self.butir if b.peran.nama == "capaian" and b.media == "tabel")
        return max((n for n in semua if n is not None), default=Fraction(0))

    @property
    def kolom(self) -> dict[str, list[Butir]]:
        """The prints of each column of a table or form, from the top."""
        return self._kolom.isi()

    @property
    def fakta(self) -> dict[Kunci, list[Butir]]:
        """The prints of each fact that are figures or labels."""
        return self._fakta.isi()

    @property
    def kosong(self) -> dict[Kunci, list[Butir]]:
        """The cells of each fact in which no figure is printed."""
        return self._kosong.isi()

    def masukkan(self, sel: Sel, letak: Letak, sebut: Isi = "", subjek: str | None = None, ke: int = 0) -> Butir:
        """Enter a printed figure or label.

        Args:
            sel: the printed cell.
            letak: its column, or what it is alone.
            sebut: the name of its line.
            subjek: whose fact it states; None for a figure that states none.
            ke: the number of its line within the column.
        """
        butir = Butir(len(self.butir), letak, sel, sebut, subjek, (letak.susunan, ke), *bilangan(sel.isi))
        self.butir.append(butir)
        if isinstance(sel.isi, Rentang) and letak.peran.menurut_satuan:
            bawah, atas = (
                self.masukkan(Sel(a.teks, a, sel.lokasi), _ujung(butir, ujung), sebut, subjek, ke)
                for ujung, a in (("bawah", sel.isi.bawah), ("atas", sel.isi.atas))
            )
            self.pita[butir] = (bawah, atas)
        if isinstance(sel.isi, Predikat) and sel.isi.nilai is not None:
            label = Sel(sel.isi.predikat, Predikat(sel.isi.predikat, sel.isi.predikat), sel.lokasi)
            nama = kalimat("nama.predikat", nama=butir.nama)
            di_sini = attrs.evolve(letak, peran=PERAN["kategori"], nama=nama, fakta="", susunan="")
            self.predikat[butir] = self.masukkan(label, di_sini, sebut, subjek, ke)
        return butir

    def catat(
        self,
        sel: Sel,
        peran: Peran,
        *,
        nama: Isi,
        di: Isi,
        baris: Isi = "",
        kolom: Isi = "",
        wadah: str = "",
        kunci: Kunci | None = None,
        susunan: tuple[str, int] = ("", 0),
        media: str = "tabel",
    ) -> Butir:
        """Enter a lone print that is a figure or a label; without `wadah` its place stands for that."""
        subjek, fakta, periode = kunci or (None, "", None)
        deret, ke = susunan
        letak = Letak(
            peran,
            di,
            nama,
            baris=baris,
            kolom=kolom,
            wadah=wadah or pengenal(tempat(di, baris, kolom)),
            fakta=fakta,
            periode=periode,
            susunan=deret,
            media=media,
        )
        return self.masukkan(sel, letak, "", subjek, ke)

    def hitungan(self, nilai: Fraction | int, peran: Peran, nama: Isi, wadah: str = "") -> Butir:
        """A figure computed from the report, which no print can contradict but by being wrong itself.

        `wadah` is the table whose lines were counted, if it is one.
        """
        atas, bawah = nilai.as_integer_ratio()
        letak = Letak(peran, "", nama, wadah=wadah, media="hitungan")
        return Butir(-1, letak, None, pembilang=atas, penyebut=bawah)

    def petunjuk(
        self, teks: str, lokasi: Lokasi, di: Isi, baris: Isi = "", kolom: Isi = "", *, media: str = "pk"
    ) -> Butir:
        """A printed text that shows where a structural condition fails; it states no fact of its own."""
        letak = Letak(PERAN["nama"], di, teks, baris=baris, kolom=kolom, media=media)
        return Butir(len(self.butir), letak, Sel(teks, None, lokasi))

    @property
    def kode_pasti(self) -> list[str]:
        """The budget codes whose parents are printed; those of lines without one are guesses."""
        return [k for k in self.nama_kode if TANPA_INDUK not in k]

    def sebut(self, subjek: str) -> Isi:
        """A subject in the words of the report."""
        ind = self.indikator.get(subjek)
        if ind is not None:
            return ind.nama
        if subjek in self.nama_kode:
            return f"{subjek} {self.nama_kode[subjek][0]}"
        if subjek.startswith("rerata:"):
            return kalimat("nama.rerata", n=subjek.count("+") + 1)
        return subjek.replace("indikator:", "").replace("|", " ").strip()

    def cari(self, subjek: str, peran: str, periode: int | None) -> Butir | None:
        """The first print of a fact that is a figure; None when the report does not print it."""
        for b in self.fakta.get(Kunci(subjek, peran, periode), ()):
            if b.berangka:
                return b
        return None

    def cetakan(self, subjek: str, peran: str, periode: int | None) -> list[Butir]:
        """Every print of a fact."""
        return self.fakta.get(Kunci(subjek, peran, periode), [])

    def tercetak(self, *butir: Butir) -> tuple[Butir, ...]:
        """All prints of the facts of figures in tables and forms: a finding must not depend on which comes first."""
        semua = ((b, self.fakta.get(b.kunci, ()) if b.kunci is not None else ()) for b in butir)
        return tuple(x for b, isi in semua for x in [y for y in isi if y.media in {"tabel", "pk"}] or [b])

    def lebih_rinci(self, b: Butir, peran: Iterable[str] = ()) -> Butir | None:
        """The finest other print of the fact that `b` rounds, under its role or one of `peran`; None without one."""
        if b.kunci is None or b.nilai is None:
            return None
        semua = (x for p in (b.kunci.peran, *peran) for x in self.fakta.get(b.kunci._replace(peran=p), ()))
        rinci = [x for x in semua if x.setengah < b.setengah and abs((x.nilai or 0) - b.nilai) <= b.setengah]
        return min(rinci, key=lambda x: x.setengah, default=None)

    def formulir_eselon(self, eselon: str) -> list[Formulir]:
        """The agreements of one level that are in force: the revised ones, where there are any.

        The form that sets the main indicators is no agreement.
        """
        berlaku = "perubahan" if any(f.pk.jenis == "perubahan" for f in self.formulir) else "murni"
        return [f for f in self.formulir if f.pk.eselon == eselon and f.pk.jenis == berlaku]

    def baris_anggaran(self) -> Iterable[BarisFakta]:
        """The lines of all budget tables that have a code."""
        return (b for t in self.tabel for b in t.baris if b.kode is not None)


def _ujung(pita: Butir, ujung: str) -> Letak:
    """The place of one end of a band: it states a fact of its own and stands in no run of lines."""
    letak = pita.letak
    fakta = f"{letak.fakta}:{ujung}" if letak.fakta else ""
    return attrs.evolve(letak, nama=kalimat(f"nama.batas_{ujung}", nama=pita.nama), fakta=fakta, susunan="")
