"""Peran: the role of a printed figure, which decides how it is read and whether it is exact.

Rules work from roles, never from the number or the order of a table.
"""

from __future__ import annotations

import attrs

from sakip.angka.angka import Jenis

__all__ = ["PERAN", "Kolom", "Peran", "PeranError", "baca_kolom"]


class PeranError(ValueError):
    """A column heading of a data file that names no known role."""


@attrs.frozen(slots=True)
class Peran:
    """A role.

    Attributes:
        nama: as the data files spell it.
        sebutan: as a reader of a finding wants to see it.
        jenis: how a figure of this role is read; None for text.
        pasti: True when the print is the value itself (money, counts, targets), False when it was
            rounded (achievements, means, shares, realisations of indicators).
        menurut_satuan: read as a percentage, a count or a score according to the text and its unit.
    """

    nama: str
    sebutan: str
    jenis: Jenis | None = None
    pasti: bool = False
    menurut_satuan: bool = False


def _daftar() -> dict[str, Peran]:
    teks = [
        ("no", "nomor"),
        ("no_indikator", "nomor indikator"),
        ("kode", "kode rekening"),
        ("nama", "nama"),
        ("tujuan", "tujuan"),
        ("sasaran", "sasaran"),
        ("indikator", "indikator"),
        ("indikator_tujuan", "indikator tujuan"),
        ("indikator_sasaran", "indikator sasaran"),
        ("satuan", "satuan"),
        ("polaritas", "polaritas"),
        ("definisi", "definisi operasional"),
        ("formula", "formula"),
        ("penanggung_jawab", "penanggung jawab"),
        ("sumber_data", "sumber data"),
        ("kunci", "kunci"),
        ("keterangan", "keterangan"),
        ("analisis", "analisis"),
        ("solusi", "solusi"),
        ("kategori", "kategori"),
    ]
    kinerja = [
        ("target", "target", True),
        ("target_murni", "target PK murni", True),
        ("target_renstra", "target Renstra", True),
        ("target_iku", "target IKU", True),
        ("target_akhir", "target akhir Renstra", True),
        ("kondisi_awal", "kondisi awal", True),
        ("realisasi", "realisasi", False),
    ]
    uang = [
        ("pagu_murni", "anggaran murni", True),
        ("pagu", "anggaran", True),
        ("realisasi_anggaran", "realisasi anggaran", True),
        ("selisih", "selisih anggaran", False),
        ("sisa", "sisa anggaran", False),
        ("bagian", "bagian anggaran", True),
        ("pagu_capaian", "anggaran × capaian", False),
        ("selisih_efisiensi", "(anggaran × capaian) − realisasi", False),
        ("dana", "sumber dana", True),
    ]
    persen = [
        ("capaian", "capaian"),
        ("capaian_akhir", "capaian terhadap target akhir"),
        ("serapan", "serapan anggaran"),
        ("sisa_persen", "persentase sisa"),
        ("fisik", "realisasi fisik"),
        ("persen", "persentase"),
        ("efisiensi", "efisiensi"),
        ("nilai_efisiensi", "nilai efisiensi"),
    ]
    indeks = [
        ("indeks_efisiensi", "indeks efisiensi"),
        ("tingkat_efisiensi", "tingkat efisiensi"),
        ("perubahan", "perubahan dari tahun sebelumnya"),
        ("bobot", "bobot"),
        ("nilai", "nilai"),
    ]
    cacah = [
        ("rincian", "rincian"),
        ("jumlah", "jumlah"),
        ("pembilang", "pembilang"),
        ("penyebut", "penyebut"),
        ("cacah", "banyaknya"),
        ("tahun", "tahun"),
        ("nomor", "nomor"),
    ]
    peran = [Peran(n, s) for n, s in teks]
    peran += [Peran(n, s, Jenis.NILAI, p, True) for n, s, p in kinerja]
    peran += [Peran(n, s, Jenis.RUPIAH, p) for n, s, p in uang]
    peran += [Peran(n, s, Jenis.PERSEN) for n, s in persen]
    peran += [Peran(n, s, Jenis.CACAH, True) for n, s in cacah]
    peran += [Peran(n, s, Jenis.NILAI) for n, s in indeks]
    peran.append(Peran("angka", "angka", Jenis.NILAI, False, True))
    return {p.nama: p for p in peran}


PERAN = _daftar()
"""Every role, by name."""


@attrs.frozen(slots=True)
class Kolom:
    """A column: a role, the label of a part (`rincian:Pria`), a year, and the heading as printed."""

    peran: Peran
    label: str = ""
    periode: int | None = None
    judul: str = ""

    @property
    def kunci(self) -> str:
        """As the data files spell it: `realisasi@2024`, `rincian:Pria`."""
        hasil = f"{self.peran.nama}:{self.label}" if self.label else self.peran.nama
        return hasil if self.periode is None else f"{hasil}@{self.periode}"


def baca_kolom(kunci: str) -> Kolom:
    """Read `peran[:label][@periode]`.

    Raises:
        PeranError: the role is unknown or the period is no year.
    """
    depan, at, tahun = kunci.rpartition("@")
    if not at:
        depan, tahun = kunci, ""
    nama, _, label = depan.partition(":")
    peran = PERAN.get(nama)
    if peran is None:
        raise PeranError(f"peran tidak dikenal: {nama!r}")
    if at and not (len(tahun) == 4 and tahun.isascii() and tahun.isdigit()):
        raise PeranError(f"periode bukan tahun: {tahun!r}")
    return Kolom(peran, label, int(tahun) if at else None)
