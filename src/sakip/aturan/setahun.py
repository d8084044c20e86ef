"""Rules on time inside the year: quarters, semesters and months against the year, in one table or in two."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import cached_property, partial
from typing import TYPE_CHECKING

import attrs

from sakip.aturan.bahan.contoh import laporan, tabel
from sakip.aturan.bahan.ukuran import ADITIF, kelas_ukuran
from sakip.aturan.definisi import aturan
from sakip.hukum.agregasi import AGREGASI, rumus_agregasi
from sakip.model.indikator import Indikator
from sakip.model.timbangan import Dasar
from sakip.relasi import RUMUS_LAIN, Bacaan, Jalur, Rumusan, Syarat
from sakip.teks.istilah import bentuk
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.fakta.register import BarisFakta, Butir, Register, TabelFakta
    from sakip.model.laporan import Laporan
    from sakip.model.peran import Kolom
    from sakip.relasi import Relasi

MENURUT_JENIS = {"uang": AGREGASI, "cacah": AGREGASI, "": ("terakhir", "rerata", "nisbah", "jumlah")}
"""The ways in the order in which practice takes them, by what is measured; where figures show none, the first."""

NISBAH = {"capaian": ("realisasi", "target"), "serapan": ("realisasi_anggaran", "pagu")}
"""Shares, and what their parts of the year are shares of."""


@attrs.frozen(slots=False, eq=False)
class _Deret:
    """A line printed by parts of the year, and the figure of its whole year.

    Attributes:
        kelas: what is measured: money, a percentage, a count, or a unit of its own. A table treats its class alike.
        kosong: parts without a figure.
        bagian: the parts, in the order of the year; `pembilang` and `penyebut` are those that a share is reckoned from.
    """

    setahun: Butir
    kelas: str
    bagian: tuple[Butir, ...]
    kosong: int
    ind: Indikator | None
    pembilang: tuple[Butir, ...] = ()
    penyebut: tuple[Butir, ...] = ()

    @cached_property
    def cara(self) -> dict[str, Jalur]:
        """Every way to reckon the year, by its name."""
        hasil = {}
        for nama in MENURUT_JENIS.get(self.kelas, MENURUT_JENIS[""]):
            operan = (*self.pembilang, *self.penyebut) if nama == "nisbah" else self.bagian
            if operan and not (nama == "jumlah" and self.setahun.peran.nama in NISBAH):
                rumus = rumus_agregasi(nama, len(operan) // 2 if nama == "nisbah" else len(operan))
                isi = [operan[int(str(i))] for i in rumus.peubah]
                hasil[nama] = Jalur.menurut(kalimat(f"agregasi.{nama}"), rumus, isi)
        return hasil

    @cached_property
    def memenuhi(self) -> frozenset[str]:
        """The ways by which it holds."""
        cetak = self.setahun.cetak
        rentang = {n: j.rentang({}) for n, j in self.cara.items()}
        return frozenset(n for n, r in rentang.items() if r is not None and cetak is not None and r.bertemu(cetak))

    @property
    def di_antara(self) -> bool:
        """Whether no way gives the year, and it lies among its parts, as a ratio of sums that are not printed may.

        Targets that rise from part to part run up to something: those are no shares to be weighted.
        """
        nilai = [x.nilai for x in self.bagian if x.nilai is not None]
        y = self.setahun.nilai
        if self.memenuhi or y is None or len(nilai) < 2 or (self.setahun.peran.target and nilai == sorted(nilai)):
            return False
        return min(nilai) <= y <= max(nilai)

    def jarak(self, nama: str) -> Fraction:
        """How far the year is from what a way gives, as a share of it."""
        r = self.cara[nama].rentang({})
        y = self.setahun.nilai or Fraction(0)
        return Fraction(1) if r is None else abs(r.tengah - y) / max(abs(r.tengah), abs(y), Fraction(1, 1000))


@aturan(
    kode="TAB06",
    daftar_uji=("T.6",),
    daftar_uji_bersama=("I.6",),
    judul="Angka setahun dari bagian tahunnya",
    title="The year from its parts",
    memeriksa="Angka setahun mengikuti dari triwulan, semester, atau bulannya: jumlahnya, yang terakhir bila "
    "kumulatif, rata-ratanya, atau nisbah jumlahnya; caranya disimpulkan dari baris sejenis.",
    checks="The figure of the year follows from its quarters, semesters or months: their sum, the last where they "
    "are cumulative, their mean, or the ratio of sums; which, the lines of its kind show.",
    penting="Realisasi triwulan dilaporkan lebih dahulu; angka tahunan harus dapat ditelusuri kepadanya.",
    matters="Quarters are reported first; the figure of the year must be traceable to them.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={"uraian": ("{nama} = {cara} [cara {dasar}]", "{nama} = {cara} [way {dasar}]")},
)
def triwulan(reg: Register) -> Iterator[Relasi]:
    """The year's figure of each line from the parts beside it."""
    for n, t in enumerate(reg.tabel):
        for setahun, bagian in _kolom_bagian(t):
            if setahun is not None:
                deret = [d for b in t.baris if (d := _deret(t, b, b.butir.get(setahun.kunci), bagian)) is not None]
                yield from _relasi(triwulan.kode, t, (n, setahun.kunci), bagian, deret, Dasar.LAZIM)


def _contoh_triwulan(setahun: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.2",
                "Realisasi Anggaran per Triwulan",
                "nama | realisasi_anggaran:TW I | realisasi_anggaran:TW II | realisasi_anggaran",
                f"Program Pelatihan | 20.000.000 | 35.000.000 | {setahun}",
                "Program Promosi | 15.000.000 | 25.000.000 | 40.000.000",
                "Program Penunjang | 10.000.000 | 30.000.000 | 40.000.000",
            ),
        )
    )


triwulan.salah(partial(_contoh_triwulan, "53.000.000"))
triwulan.benar(partial(_contoh_triwulan, "55.000.000"))


@aturan(
    kode="KON05",
    daftar_uji=("III.4", "T.6"),
    judul="Bagian tahun dan angka setahun di tempat lain",
    title="Parts of a year and the year elsewhere",
    memeriksa="Triwulan, semester, atau bulan pada Rencana Aksi atau tabel lain menghasilkan target, realisasi, dan "
    "anggaran setahun yang tercetak pada perjanjian kinerja atau tabel lain.",
    checks="The quarters, semesters or months of an action plan or another table give the target, realisation and "
    "money of the year that the agreement or another table prints.",
    penting="Rencana Aksi yang berakhir di angka lain bukan rencana untuk target yang diperjanjikan.",
    matters="An action plan that ends at another figure is no plan for the target agreed on.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="cara menghitung setahun dari bagiannya dapat ditetapkan lain, atau targetnya direvisi di antaranya",
    reading="the way from the parts to the year may be laid down otherwise, or the target was revised in between",
    kalimat={"uraian": ("{nama} = {cara} [cara {dasar}]", "{nama} = {cara} [way {dasar}]")},
)
def bagian_dan_setahun(reg: Register) -> Iterator[Relasi]:
    """The year's figure of each line, printed elsewhere, from the parts of a table that prints no year."""
    for n, t in enumerate(reg.tabel):
        for setahun, bagian in _kolom_bagian(t):
            if setahun is None:
                deret = [
                    d for b in t.rincian if (d := _deret(t, b, _di_tempat_lain(reg, b, bagian), bagian)) is not None
                ]
                yield from _relasi(bagian_dan_setahun.kode, t, (n, bagian[0].kunci), bagian, deret, Dasar.DUGAAN)


def _contoh_rencana_aksi(akhir: str) -> Laporan:
    layanan = Indikator(kunci="layanan", nama="Indeks Pelayanan", satuan="Nilai")
    mutu = Indikator(kunci="mutu", nama="Indeks Mutu", satuan="Nilai")
    puas = Indikator(kunci="puas", nama="Indeks Kepuasan", satuan="Nilai")
    tw = " | ".join(["indikator", *(f"target:TW {q}" for q in ("I", "II", "III", "IV"))])
    return laporan(
        indikator=(layanan, mutu, puas),
        tabel=(
            tabel(
                "2.1",
                "Perjanjian Kinerja",
                "indikator | target",
                f"{layanan.nama} | 4,47",
                f"{mutu.nama} | 3,80",
                f"{puas.nama} | 85,00",
            ),
            tabel(
                "2.2",
                "Rencana Aksi",
                tw,
                f"{layanan.nama} | 1,10 | 2,30 | 3,50 | {akhir}",
                f"{mutu.nama} | 0,90 | 1,80 | 2,90 | 3,80",
                f"{puas.nama} | 20,00 | 45,00 | 65,00 | 85,00",
            ),
        ),
    )


bagian_dan_setahun.salah(partial(_contoh_rencana_aksi, "4,70"))
bagian_dan_setahun.benar(partial(_contoh_rencana_aksi, "4,47"))


def _kolom_bagian(t: TabelFakta) -> Iterator[tuple[Kolom | None, list[Kolom]]]:
    """The columns of the parts of each year and role, in the order of the year, and the column of the year if any."""
    kelompok: dict[tuple[str, int | None, str], list[tuple[int, Kolom]]] = {}
    for k in t.tabel.kolom:
        if (k.peran.triwulanan or k.peran.nama in NISBAH) and (bagian := k.bagian_tahun) is not None:
            kelompok.setdefault((k.peran.nama, k.periode or t.tahun, bagian[0]), []).append((bagian[1], k))
    for peran in NISBAH:  # a share of the year may be printed beside parts of what it is a share of alone
        lain = [(p, tahun, macam) for p, tahun, macam in kelompok if p == NISBAH[peran][0]]
        for _, tahun, macam in lain:
            kelompok.setdefault((peran, tahun, macam), [])
    for (peran, tahun, macam), isi in kelompok.items():
        urut = [k for _, k in sorted(isi, key=lambda x: x[0])]
        setahun = next(
            (k for k in t.tabel.kolom if k.peran.nama == peran and not k.label and (k.periode or t.tahun) == tahun),
            None,
        )
        if peran in NISBAH:
            if setahun is None or any(
                k.peran.nama in NISBAH[peran] and not k.label and (k.periode or t.tahun) == tahun for k in t.tabel.kolom
            ):
                continue  # the share of the year itself is looked at by others
            dasar = [
                k for p in NISBAH[peran] for _, k in sorted(kelompok.get((p, tahun, macam), []), key=lambda x: x[0])
            ]
            yield setahun, [*urut, *dasar]
        elif len(urut) > 1:
            yield setahun, urut


def _deret(t: TabelFakta, b: BarisFakta, setahun: Butir | None, bagian: Sequence[Kolom]) -> _Deret | None:
    if setahun is None or not setahun.berangka:
        return None

    def tercetak(peran: str) -> tuple[list[Butir], int]:
        semua = [b.butir.get(k.kunci) for k in bagian if k.peran.nama == peran]
        isi = [x for x in semua if x is not None and x.berangka]
        return isi, len(semua) - len(isi)

    isi, kosong = tercetak(setahun.peran.nama)
    atas, bawah = (tercetak(p) for p in NISBAH.get(setahun.peran.nama, ("", "")))
    lengkap = len(atas[0]) == len(bawah[0]) > 1 and not atas[1] + bawah[1]
    if not isi and not lengkap:
        return None
    return _Deret(
        setahun,
        kelas_ukuran(t, b, setahun),
        tuple(isi),
        kosong,
        b.indikator,
        tuple(atas[0]) if lengkap else (),
        tuple(bawah[0]) if lengkap else (),
    )


def _di_tempat_lain(reg: Register, b: BarisFakta, bagian: Sequence[Kolom]) -> Butir | None:
    """The figure of the year that a line without one has in another table or form."""
    x = next((x for k in bagian if (x := b.butir.get(k.kunci)) is not None and x.kunci is not None), None)
    if x is None or x.kunci is None:
        return None
    return reg.cari(x.kunci.subjek, x.peran.nama, x.kunci.periode)


def _relasi(
    kode: str,
    t: TabelFakta,
    kunci: tuple[object, ...],
    kolom: Sequence[Kolom],
    deret: Sequence[_Deret],
    dasar: Dasar,
) -> Iterator[Relasi]:
    """One relation a line, by the way that the lines of its class show; a way that is declared or printed is that."""
    kumulatif = all(bentuk("tabel.kumulatif").search(k.judul) for k in kolom)
    kelas: dict[str, list[_Deret]] = {}
    for d in deret:
        kelas.setdefault(d.kelas, []).append(d)
    for nama, isi in kelas.items():
        utama, terbukti = _pilih(isi)
        # That money adds up, and counts, is usual; for all else the figures must show the way.
        lazim = dasar is Dasar.LAZIM and nama in ADITIF
        for d in isi:
            tersurat = d.ind.agregasi if d.ind is not None and d.ind.agregasi else "terakhir" if kumulatif else ""
            cara = tersurat if tersurat in d.cara else utama if utama in d.cara else next(iter(d.cara))
            dari = "tersurat" if tersurat == cara else "angka" if terbukti else "kata"
            kata = kalimat(f"agregasi.{cara}")
            bacaan = Bacaan(
                (kode, *kunci, nama),
                kalimat("bacaan.kolom", kolom=str(kunci[-1]), tabel=t.tabel.tempat, apa=kata),
                Dasar.TERSURAT if dari == "tersurat" else Dasar.LAZIM if lazim else Dasar.DUGAAN,
                pilihan=cara if dari == "tersurat" else "",
            )
            uraian = kalimat(f"{kode}.uraian", nama=d.setahun.nama, cara=kata, dasar=kalimat(f"dasar.{dari}"))
            if nama != "uang" and dari != "tersurat" and d.di_antara:
                alasan = kalimat("alasan.di_antara_bagian")
                yield Syarat(kode=kode, jenis="hasil", uraian=uraian, terpenuhi=None, bukti=(d.setahun,), alasan=alasan)
                continue
            yield Rumusan(
                kode=kode,
                jenis={"jumlah": "jumlah", "rerata": "rerata"}.get(cara, "hasil"),
                uraian=uraian,
                hasil=d.setahun,
                jalur=(d.cara[cara],),
                kecuali=kalimat("kosong.bagian", n=d.kosong) if d.kosong and cara != "terakhir" else "",
                wajar=()
                if nama == "uang" or dari == "tersurat"
                else tuple(attrs.evolve(j, nama=RUMUS_LAIN) for n, j in d.cara.items() if n != cara),
                bacaan=bacaan,
            )


def _pilih(deret: Sequence[_Deret]) -> tuple[str, bool]:
    """The way that most lines follow which do not follow all, and whether any does; else the one that is nearest."""
    suara = Counter(n for d in deret if len(d.memenuhi) < len(d.cara) for n in d.memenuhi)
    nama = list(dict.fromkeys(n for d in deret for n in d.cara))
    if suara:
        return max(nama, key=lambda n: suara[n]), True
    if any(d.memenuhi for d in deret):
        return nama[0], False
    return min(nama, key=lambda n: sum((d.jarak(n) for d in deret if n in d.cara), Fraction(0))), False
