"""One fictional agency: its conventions, indicators, programmes, money. What two tables both print comes from here."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from . import bahan
from .angka import Skala, bulatkan, hitung

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True)
class Aturan:
    """How this report computes achievements."""

    negatif: str
    """The formula for indicators where lower is better."""
    negatif_tersurat: bool
    batas: int | None
    batas_tersurat: bool


@dataclass(frozen=True)
class Indikator:
    """An indicator and its figures by year."""

    nama: str
    satuan: str
    desimal: int
    arah: int
    target: dict[int, Fraction]
    realisasi: dict[int, Fraction]
    akhir: Fraction

    @property
    def cacah(self) -> bool:
        """Whether its figures are counts, exact as printed."""
        return self.desimal == 0 and self.satuan != "%"


@dataclass(frozen=True)
class Anggaran:
    """Money of a programme, kegiatan or sub kegiatan; that of a parent is the sum of its parts."""

    kode: str
    nama: str
    jenis: str
    bagian: tuple[Anggaran, ...] = ()
    murni_: int = 0
    pagu_: int = 0
    realisasi_: int = 0
    lalu_: int = 0
    realisasi_lalu_: int = 0
    fisik: Fraction = Fraction(100)

    def jumlah(self, apa: str) -> int:
        """`apa`: murni, pagu, realisasi, lalu or realisasi_lalu."""
        return sum(b.jumlah(apa) for b in self.bagian) if self.bagian else int(getattr(self, f"{apa}_"))

    def semua(self) -> list[Anggaran]:
        """It and all below it, in printed order."""
        return [self, *(x for b in self.bagian for x in b.semua())]

    def tingkat(self, jenis: str) -> list[Anggaran]:
        """Those of one level."""
        return [x for x in self.semua() if x.jenis == jenis]


@dataclass
class Dunia:
    """The agency."""

    r: Random
    aturan: Aturan
    skala: Skala | None
    bidang: bahan.Bidang
    instansi: str
    wilayah: str
    tahun: int
    indikator: list[Indikator] = field(default_factory=list)
    program: list[Anggaran] = field(default_factory=list)
    _kolam: dict[str, list[bahan.Ukuran]] = field(default_factory=dict)

    def ambil(self, banyak: int, dari: str = "positif", *, lampaui: int = 0) -> list[Indikator]:
        """Indicators that no other table of this report prints."""
        if dari not in self._kolam:
            semua = {
                "positif": self.bidang.ukuran + bahan.UMUM,
                "negatif": bahan.NEGATIF,
                "menipu": bahan.MENIPU,
                "berawal": bahan.BERAWAL_JUMLAH,
            }[dari]
            self._kolam[dari] = self.r.sample(semua, len(semua))
        kolam = self._kolam[dari]
        diambil, self._kolam[dari] = kolam[:banyak], kolam[banyak:]
        return [self.ukur(u, lampaui=i < lampaui) for i, u in enumerate(diambil)]

    def ukur(self, u: bahan.Ukuran, *, lampaui: bool = False) -> Indikator:
        """Draw the figures of an indicator. `lampaui`: its realisasi this year is far above its target."""
        if lampaui and u.satuan == "%":
            u = u._replace(rendah=30, tinggi=60)
        satuan = Fraction(1, 10**u.desimal)
        tahun = range(self.tahun - 3, self.tahun + 1)
        pangkal = Fraction(self.r.randint(u.rendah * 100, u.tinggi * 80 + u.rendah * 20), 100)
        langkah = Fraction(self.r.randint(5, 30), 1000)
        target = {t: bulatkan(pangkal * (1 + u.arah * langkah * i), satuan) for i, t in enumerate(tahun)}
        akhir = bulatkan(target[self.tahun] * (1 + u.arah * Fraction(self.r.randint(160, 260), 1000)), satuan)
        if u.satuan == "%":
            target = {t: min(x, Fraction(100)) for t, x in target.items()}
            akhir = min(akhir, Fraction(100))
        return Indikator(
            u.nama,
            u.satuan,
            u.desimal,
            u.arah,
            target,
            {t: self._realisasi(u, x, satuan, lampaui=lampaui and t == self.tahun) for t, x in target.items()},
            akhir,
        )

    def _realisasi(self, u: bahan.Ukuran, target: Fraction, satuan: Fraction, *, lampaui: bool) -> Fraction:
        while True:
            rasio = Fraction(self.r.randint(126_000, 150_000) if lampaui else self.r.randint(78_000, 115_000), 100_000)
            x = bulatkan(target * rasio, satuan)
            if (u.satuan != "%" or x <= 100) and self._boleh(u.arah, target, x, lampaui=lampaui):
                return x

    def _boleh(self, arah: int, target: Fraction, x: Fraction, *, lampaui: bool) -> bool:
        """Whether a reader can tell by the figure how it was computed, and how it is labelled."""
        if x <= 0 or (arah < 0 and abs(x - target) * 50 < target):
            return False
        mentah = hitung("R/T" if arah > 0 else self.aturan.negatif, [x, target])
        batas = self.aturan.batas
        if batas is not None and not self.aturan.batas_tersurat and not lampaui and mentah > batas:
            return False
        dicetak = bulatkan(mentah if batas is None else min(mentah, Fraction(batas)), Fraction(1, 100))
        return self.skala is None or self.skala.nama(dicetak) is not None

    def sasaran(self, ind: Indikator) -> str:
        """The sasaran that an indicator of the agency measures."""
        return self.bidang.sasaran[self.indikator.index(ind) * 2 // len(self.indikator)]

    def jumlah(self, apa: str) -> int:
        """Money of the whole agency."""
        return sum(p.jumlah(apa) for p in self.program)


def _uang(r: Random, juta: int) -> int:
    return r.randint(juta * 100, juta * 1500) * 1000 + r.choice((0, 0, r.randint(1, 999)))


def _sub(r: Random, kode: str, nama: str) -> Anggaran:
    pagu = _uang(r, 400)
    lalu = pagu * r.randint(60, 130) // 100
    return Anggaran(
        kode,
        nama,
        "sub",
        murni_=pagu + r.choice((-1, 1)) * r.randint(1, pagu // 5000) * 1000,
        pagu_=pagu,
        realisasi_=pagu * r.randint(80_000, 99_900) // 100_000,
        lalu_=lalu,
        realisasi_lalu_=lalu * r.randint(78_000, 99_500) // 100_000,
        fisik=Fraction(r.randint(9000, 10000), 100),
    )


def _program(r: Random, kode: str, nama: str, kegiatan: tuple[str, ...]) -> Anggaran:
    isi = []
    for i, k in enumerate(r.sample(kegiatan, r.randint(1, len(kegiatan))), 1):
        k_kode = f"{kode}.2.{i:02d}"
        kata = r.sample(bahan.SUB, r.randint(2, 3))
        isi.append(
            Anggaran(
                k_kode,
                f"Kegiatan {k}",
                "kegiatan",
                tuple(_sub(r, f"{k_kode}.{j:04d}", f"{w} {k}") for j, w in enumerate(kata, 1)),
                fisik=Fraction(r.randint(9000, 10000), 100),
            )
        )
    return Anggaran(kode, f"Program {nama}", "program", tuple(isi), fisik=Fraction(r.randint(9000, 10000), 100))


def bangun(r: Random) -> Dunia:
    """Draw an agency."""
    batas = r.choices((None, 100, 120), (50, 22, 28))[0]
    aturan = Aturan(r.choice(("(2T-R)/T", "T/R")), r.random() < 0.35, batas, r.random() < 0.5)
    bawah = r.choice(((91, 76, 66, 51), (90, 75, 65, 50), (85, 70, 55, 40), (100, 80, 60, 50)))
    skala = Skala(r.choice(bahan.LABEL), bawah, r.random() < 0.4) if r.random() < 0.5 else None
    bidang = r.choice(bahan.BIDANG)
    wilayah = r.choice(bahan.WILAYAH)
    d = Dunia(r, aturan, skala, bidang, f"{bidang.nama} {wilayah}", wilayah, r.randint(2018, 2025))
    d.indikator = d.ambil(r.randint(3, 5))
    if aturan.negatif_tersurat:
        d.indikator += d.ambil(r.randint(1, 2), "negatif")
    urusan = f"{r.randint(1, 3)}.{r.randint(1, 26):02d}"
    nama = [bahan.PENUNJANG, *r.sample(bidang.program, r.randint(2, 3))]
    d.program = [_program(r, f"{urusan}.{i:02d}", n, k) for i, (n, k) in enumerate(nama, 1)]
    return d
