"""A report in the making: its style, its blocks, the relations it declares; and how it is written out."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from . import bahan
from .angka import Angka, Cetakan, Notasi, Relasi, Skala, hitung

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from random import Random

    from .dunia import Aturan, Dunia

T = TypeVar("T")
Sel = str | Cetakan
Kunci = tuple[object, ...]


@dataclass(frozen=True)
class Dokumen:
    """A report, and what it declares of itself."""

    teks: str
    akhiran: str
    jenis: frozenset[str]
    relasi: tuple[Relasi, ...]

    def baca(self, sel: Cetakan) -> str:
        """What the text prints at the place of `sel`."""
        return self.teks.split("\n")[sel.baris - 1][sel.awal : sel.akhir]


class Kolom(NamedTuple):
    """A column: its key in the rows, its heading, the heading above it, its formula in terms of keys."""

    kunci: str
    kepala: str
    grup: str = ""
    rumus: str = ""


@dataclass
class Baris:
    """A row: `jenis` is rinci, induk, grup (one cell of words) or total."""

    isi: dict[str, Sel]
    jenis: str = "rinci"


@dataclass
class Tabel:
    """A table as it will be printed."""

    judul: tuple[str, ...]
    kepala: list[list[str]]
    isi: list[list[Sel]]


Blok = list[Sel] | Tabel
"""A paragraph in pieces, or a table."""


@dataclass
class Naskah:
    """What the sections write on."""

    r: Random
    dunia: Dunia
    aturan: Aturan
    skala: Skala | None
    gaya: str
    akhiran: str
    bentuk_nomor: str
    """Of tables: from `b` and `r`, the chapter in digits and letters, and `n`."""
    jenis: set[str] = field(default_factory=set)
    relasi: list[Relasi] = field(default_factory=list)
    blok: list[Blok] = field(default_factory=list)
    bab: int = 1
    _fakta: dict[Kunci, Angka] = field(default_factory=dict)
    _urut: int = 0
    _tabel: int = 0

    def tercetak(self, fakta: Kunci) -> bool:
        """Whether a fact has been printed."""
        return fakta in self._fakta

    # -- words

    def pilih(self, dari: Sequence[T]) -> T:
        """One of these."""
        return self.r.choice(dari)

    def mungkin(self, peluang: float) -> bool:
        """True with this probability."""
        return self.r.random() < peluang

    def kata(self, apa: str, **isi: object) -> str:
        """One of the wordings of `apa`, for the year of the report."""
        return self.pilih(bahan.KATA[apa]).format(**{"t": self.dunia.tahun, "opd": self.dunia.instansi, **isi})

    def kol(self, kunci: str, apa: str, grup: str = "", rumus: str = "", **isi: object) -> Kolom:
        """A column headed by one of the wordings of `apa`."""
        return Kolom(kunci, self.kata(apa, **isi), grup, rumus)

    # -- figures

    def notasi(self, desimal: int = 0, belakang: str = "") -> Notasi:
        """Plain figures in the style of the report. A decimal point leaves no separator for thousands."""
        titik = self.gaya != "id"
        if titik and desimal:
            self.jenis.add("desimal_titik")
        return Notasi(desimal, "." if titik else ",", "" if titik else ".", belakang=belakang)

    def uang(self, *, kurung: bool = False, berawalan: bool = False) -> Notasi:
        """One way to write money; `berawalan`: with its Rp, as in sentences."""
        depan, belakang, desimal = self.pilih([x for x in bahan.UANG if x[0] or not berawalan])
        koma, ribuan = (".", ",") if self.gaya == "en" else (",", ".")
        return Notasi(desimal, koma, ribuan, depan, "" if self.gaya == "en" else belakang, kurung=kurung)

    def persen(self, desimal: int | None = None) -> Notasi:
        """One way to write percentages."""
        return self.notasi(
            self.r.choices((2, 1, 0), (80, 12, 8))[0] if desimal is None else desimal, self.pilih(("", "", "%", " %"))
        )

    def angka(self, nilai: Fraction | int, notasi: Notasi, fakta: Kunci = (), *, pasti: bool = True) -> Angka:
        """Print a value. Prints of one fact are declared to be the same."""
        baru = Angka(notasi.cetak(Fraction(nilai)), notasi=notasi, pasti=pasti)
        if fakta:
            lama = self._fakta.setdefault(fakta, baru)
            if lama is not baru:
                self._nyatakan("sama", "sama", baru, (lama,), longgar=True)
        return baru

    def hitung(
        self,
        jenis: str,
        rumus: str,
        operan: Iterable[Angka],
        notasi: Notasi,
        fakta: Kunci = (),
        *,
        kata: bool = True,
        batas: int | None = None,
        mentah: Sequence[Fraction] = (),
    ) -> Angka:
        """Print what follows from other prints, or from `mentah`, their values before they were rounded."""
        operan = tuple(operan)
        nilai = hitung(rumus, mentah or [o.nilai for o in operan], batas)
        pasti = jenis in {"jumlah", "selisih"} and all(o.pasti for o in operan)
        hasil = self.angka(nilai, notasi, fakta, pasti=pasti)
        self._nyatakan(jenis, rumus, hasil, operan, kata=kata, batas=batas, longgar=bool(mentah))
        return hasil

    def label(self, capaian: Angka, skala: Skala, *, kata: bool) -> Cetakan:
        """The label of a printed value."""
        nama = skala.nama(capaian.nilai)
        if nama is None:
            raise ValueError(capaian.teks)
        hasil = Cetakan(nama)
        self._nyatakan("label", "label", hasil, (capaian,), kata=kata, skala=skala)
        return hasil

    def _nyatakan(
        self,
        jenis: str,
        rumus: str,
        hasil: Cetakan,
        operan: tuple[Angka, ...],
        *,
        kata: bool = True,
        batas: int | None = None,
        skala: Skala | None = None,
        longgar: bool = False,
    ) -> None:
        kelompok = f"{self._urut}/{rumus}/{kata}"
        self.relasi.append(Relasi(jenis, rumus, hasil, operan, kata, kelompok, batas, skala, longgar))

    # -- blocks

    def paragraf(self, templat: str, **isi: Sel | int) -> None:
        """A paragraph; figures stand for the names in braces."""
        potong: list[Sel] = []
        for teks, nama, _, _ in Formatter().parse(templat):
            potong.append(teks)
            if nama is not None:
                x = isi.get(nama, {"t": self.dunia.tahun, "opd": self.dunia.instansi}.get(nama, ""))
                potong.append(x if isinstance(x, Cetakan) else str(x))
        self.blok.append(potong)
        self._urut += 1

    def kalimat(self, apa: str, **isi: Sel | int) -> None:
        """A paragraph in one of the wordings of `apa`."""
        self.paragraf(self.pilih(bahan.KATA[apa]), **isi)

    def mulai_bab(self, nomor: int) -> None:
        """A chapter heading."""
        self.bab, self._tabel = nomor, 0
        tanda = "# " if self.akhiran == ".md" else ""
        self.blok.append([f"{tanda}BAB {'I' * nomor} {bahan.BAB[nomor - 1]}"])

    def tabel(self, judul: str, kolom: Sequence[Kolom], baris: Sequence[Baris], *, nomor: bool | None = None) -> None:
        """A table with this title. `nomor`: with a column of numbers or without; by chance when None."""
        if nomor is None:
            nomor = self.mungkin(0.6)
        if nomor:
            kolom = [Kolom("no", self.pilih(("No", "No.", "NO", "No"))), *kolom]
            self._nomori(baris)
        if self.mungkin(0.25):
            _majukan(kolom[0].kunci, baris)
        kosong = self.pilih(("", "", "-", "–", "—"))
        isi = [[b.isi.get(k.kunci, "" if b.jenis != "rinci" else kosong) for k in kolom] for b in baris]
        kepala = self._kepala(kolom)
        if self.mungkin(0.2):
            kepala.append(self._nomor_kolom(kolom))
        self.blok.append(Tabel(self._judul(judul.format(t=self.dunia.tahun, opd=self.dunia.instansi)), kepala, isi))
        self._urut += 1

    def formulir(self, kolom: Sequence[Kolom], baris: Sequence[Baris]) -> None:
        """The table of a form: no number, no title."""
        isi = [[b.isi.get(k.kunci, "") for k in kolom] for b in baris]
        kepala = [[k.kepala for k in kolom]]
        if self.mungkin(0.4):
            kepala.append(self._nomor_kolom(kolom))
        self.blok.append(Tabel((), kepala, isi))
        self._urut += 1

    def _nomori(self, baris: Sequence[Baris]) -> None:
        """Parents are numbered where there are some, otherwise the lines."""
        titik = self.pilih(("", "", "."))
        yang = "induk" if any(b.jenis == "induk" for b in baris) else "rinci"
        urut = 0
        for b in baris:
            if b.jenis == yang and "no" not in b.isi:
                urut += 1
                b.isi["no"] = f"{urut}{titik}"
            else:
                b.isi.setdefault("no", "")

    def _kepala(self, kolom: Sequence[Kolom]) -> list[list[str]]:
        if not any(k.grup for k in kolom):
            return [[k.kepala for k in kolom]]
        cara = self.pilih(("gabung", "ulang", "sekali"))
        if cara == "gabung":
            return [[f"{k.grup} / {k.kepala}" if k.grup else k.kepala for k in kolom]]
        atas = [k.grup or k.kepala for k in kolom]
        bawah = [k.kepala if k.grup or cara == "ulang" else "" for k in kolom]
        if cara == "sekali":
            atas = [
                "" if i and k.grup and k.grup == kolom[i - 1].grup else a
                for i, (k, a) in enumerate(zip(kolom, atas, strict=True))
            ]
        return [atas, bawah]

    def _nomor_kolom(self, kolom: Sequence[Kolom]) -> list[str]:
        bentuk = self.pilih(("({})", "({})", "{}"))
        urutan = {k.kunci: bentuk.format(i) for i, k in enumerate(kolom, 1)}
        rumus = self.mungkin(0.5) and bentuk != "{}"
        return [urutan[k.kunci] + ("=" + k.rumus.format(**urutan) if rumus and k.rumus else "") for k in kolom]

    def _judul(self, judul: str) -> tuple[str, ...]:
        self._tabel += 1
        nomor = self.bentuk_nomor.format(b=self.bab, n=self._tabel, r="I" * self.bab)
        if self.mungkin(0.08):
            return (judul,)
        if self.mungkin(0.4):
            return (f"Tabel {nomor}", judul)
        return (f"Tabel {nomor}{self.pilih(('', '', '.', ':'))} {judul}",)

    # -- writing

    def selesai(self) -> Dokumen:
        """The report as text; every print learns its place."""
        tulis = _Penulis()
        for b in self.blok:
            if isinstance(b, Tabel):
                self._tulis_tabel(tulis, b)
            else:
                tulis.baris(b)
                tulis.baris([])
        return Dokumen("\n".join(tulis.teks), self.akhiran, frozenset(self.jenis), tuple(self.relasi))

    def _tulis_tabel(self, tulis: _Penulis, t: Tabel) -> None:
        for j in t.judul:
            tulis.baris([j])
        tulis.baris([])
        awal, antara, akhir = ("| ", " | ", " |") if self.akhiran == ".md" else ("", "\t", "")
        semua: list[Sequence[Sel]] = [*t.kepala, *t.isi]
        for i, sel in enumerate(semua):
            tulis.baris([awal, *_sela(sel, antara), akhir], di_tabel=True)
            if i == 0 and self.akhiran == ".md":
                tulis.baris(["|" + "---|" * len(sel)])
        tulis.baris([])


def angka_kolom(baris: Iterable[Baris], kunci: str) -> list[Angka]:
    """The figures of a column."""
    return [x for b in baris if isinstance(x := b.isi.get(kunci), Angka)]


def _majukan(kunci: str, baris: Iterable[Baris]) -> None:
    """Print the names of totals in the first column, as merged cells do."""
    for b in baris:
        if b.jenis == "total" and kunci != "nama" and "nama" in b.isi:
            b.isi[kunci] = b.isi.pop("nama")


def _sela(sel: Sequence[Sel], antara: str) -> Iterator[Sel]:
    for i, s in enumerate(sel):
        if i:
            yield antara
        yield s


@dataclass
class _Penulis:
    teks: list[str] = field(default_factory=list)

    def baris(self, potong: Sequence[Sel], *, di_tabel: bool = False) -> None:
        teks = ""
        for p in potong:
            if isinstance(p, Cetakan):
                p.baris, p.awal, p.di_tabel = len(self.teks) + 1, len(teks), di_tabel
            teks += p.teks if isinstance(p, Cetakan) else p
        self.teks.append(teks)
