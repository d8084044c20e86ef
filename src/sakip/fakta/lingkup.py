"""Lingkup: what a title narrows its table to: another year, a quarter, one unit, one source of funds, one version."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MURNI", "Lingkup", "kekhususan", "lingkup_judul", "menyempitkan", "sebelum_perubahan"]

MURNI = ("versi", "murni")
"""What narrows a table to what held before it was revised; what was revised is what is in force."""

_ATURAN = re.compile(r"\b(?:nomor|no)\b\.?\s*[\w./-]+\s+tahun\s+(?:19|20)\d{2}", re.IGNORECASE)
"""The year of a regulation is no year of figures."""
_MASA_TAHUN = re.compile(
    r"\b(?:19|20)\d{2}\s*(?:[-–/]|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?)\s*(?:tahun\s+)?(?:\d{4}|\d{2})\b",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"\b((?:19|20)\d{2})\b")
_MASA = re.compile(
    r"\b(?:(?:triwulan|tw)\.?\s*(?:ke\s*-?\s*)?(iv|i{1,3}|[1-4])|semester\s*(i{1,2}|[12])|"
    r"bulan\s+(januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember))\b",
    re.IGNORECASE,
)
_ROMAWI = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_UNIT = re.compile(
    r"\b((?:kecamatan|kelurahan|desa|puskesmas|rsud|rumah sakit|uptd?|balai|bidang|bagian|seksi|sekretariat|"
    r"inspektorat pembantu|sub ?bagian|cabang dinas|kantor cabang|satker|sdn|smpn|sman|smkn)"
    r"(?: (?!tahun\b|triwulan\b|semester\b|dan\b|pada\b|di\b|menurut\b|berdasarkan\b|untuk\b|per\b)[a-z]+){0,4})",
)
"""A unit below the agency, with the words of its name."""
_DANA = (
    "dak fisik",
    "dak non fisik",
    "dak nonfisik",
    "dak",
    "dau",
    "dbhcht",
    "dbh",
    "apbn",
    "blud",
    "hibah",
    "bok",
    "bos",
    "pnbp",
    "tugas pembantuan",
    "dekonsentrasi",
)
_BELUM = frozenset({"murni", "awal", "induk"})
_UMUM = frozenset({"urusan", "sasaran", "strategis", "kesehatan", "pendidikan", "pekerjaan", "umum"})

_PENYEMPIT = frozenset(
    [
        "kecamatan",
        "kelurahan",
        "desa",
        "rsud",
        "puskesmas",
        "uptd",
        "upt",
        "unit",
        "lokasi",
        "wilayah",
        "satker",
        "opd",
        "skpd",
        "sumber",
        "dana",
        "triwulan",
        "tw",
        "semester",
        "bulan",
        "sekolah",
        "kabupaten",
        "kota",
        "provinsi",
        "cabang",
    ]
)
"""Headings of key columns of which each value is a part of the whole: a line of one kecamatan is not the agency's."""


@attrs.frozen(slots=True)
class Lingkup:
    """What a title says its table is about.

    Attributes:
        tahun: the one year it names; None where it names none, several, or a span.
        bagian: what else narrows it, aspect and value: `masa`, `unit`, `dana`, `versi`.
    """

    tahun: int | None = None
    bagian: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=512)
def lingkup_judul(judul: str, instansi: str = "") -> Lingkup:
    """The scope that a title names; a unit that is the agency itself narrows nothing."""
    polos = _ATURAN.sub(" ", judul)
    tahun = set(map(int, _TAHUN.findall(_MASA_TAHUN.sub(" 0 ", polos))))
    kata = baku(polos)
    bagian: list[tuple[str, str]] = []
    masa = {
        next(f"{i}{_ROMAWI.get(x.casefold(), x.casefold())}" for i, x in enumerate(m) if x)
        for m in _MASA.findall(polos)
    }
    if len(masa) == 1:
        bagian.append(("masa", masa.pop()))
    sendiri = baku(instansi)
    for unit in _UNIT.findall(kata):
        ekor = unit.split()[1:]
        if ekor and unit not in sendiri and not set(ekor) <= _UMUM:
            bagian.append(("unit", unit))
            break
    dana = next((d for d in _DANA if f" {d} " in f" {kata} "), "")
    if dana:
        bagian.append(("dana", dana))
    if _BELUM & set(kata.split()) and "perubahan" not in kata.split():
        bagian.append(MURNI)
    return Lingkup(tahun.pop() if len(tahun) == 1 else None, tuple(bagian))


def sebelum_perubahan(judul: Iterable[str]) -> set[str]:
    """Titles, as `baku` gives them, of which another table bears the same with the word `perubahan`."""
    semua = {baku(j) for j in judul}
    revisi = {" ".join(k for k in j.split() if k != "perubahan") for j in semua if "perubahan" in j.split()}
    return {j for j in semua if j and j in revisi}


def menyempitkan(judul_kolom: str) -> bool:
    """Whether the values of a key column with this heading are parts of the whole, not ways to name a thing."""
    return bool(_PENYEMPIT & set(baku(judul_kolom).split()))


@lru_cache(maxsize=512)
def kekhususan(judul: str, instansi: str = "") -> frozenset[str]:
    """The names in a title that neither the field nor the agency's name explains: what it is about besides."""
    umum = _KATA_BIDANG | set(baku(instansi).split())
    besar = {baku(k) for k in judul.split() if k[0].isupper()}
    return frozenset(k for k in baku(judul).split() if k in besar and k not in umum and not k.isdigit() and len(k) > 1)


_KATA_BIDANG = frozenset(
    [
        "tabel",
        "capaian",
        "pencapaian",
        "kinerja",
        "indikator",
        "utama",
        "iku",
        "realisasi",
        "target",
        "perbandingan",
        "pengukuran",
        "evaluasi",
        "hasil",
        "tahun",
        "sebelumnya",
        "lalu",
        "ini",
        "dan",
        "dengan",
        "terhadap",
        "antara",
        "sampai",
        "dari",
        "pada",
        "di",
        "untuk",
        "per",
        "menurut",
        "berdasarkan",
        "sasaran",
        "strategis",
        "tujuan",
        "program",
        "kegiatan",
        "sub",
        "anggaran",
        "pagu",
        "belanja",
        "alokasi",
        "serapan",
        "penyerapan",
        "keuangan",
        "rekapitulasi",
        "rekap",
        "rincian",
        "daftar",
        "laporan",
        "perjanjian",
        "penetapan",
        "rencana",
        "renstra",
        "rpjmd",
        "renja",
        "jangka",
        "menengah",
        "akhir",
        "perangkat",
        "daerah",
        "opd",
        "skpd",
        "dinas",
        "badan",
        "kantor",
        "kota",
        "kabupaten",
        "provinsi",
        "kementerian",
        "apbd",
        "apbn",
        "perubahan",
        "murni",
        "rangka",
        "tingkat",
        "efisiensi",
        "efektivitas",
        "penggunaan",
        "sumber",
        "daya",
        "analisis",
        "kemajuan",
        "perkembangan",
        "data",
        "nasional",
        "standar",
        "kategori",
        "lanjutan",
        "sd",
        "s",
        "d",
        "iii",
        "ii",
        "iv",
        "vi",
        "ringkasan",
        "jumlah",
        "nilai",
        "persentase",
        "dibanding",
        "dibandingkan",
        "beberapa",
        "periode",
        "masa",
        "formulir",
        "matriks",
        "perencanaan",
        "dokumen",
        "beserta",
        "terakhir",
        "keberhasilan",
        "kegagalan",
        "faktor",
        "sisa",
        "pegawai",
        "golongan",
        "pangkat",
        "pendidikan",
        "jenis",
        "antar",
        "berjalan",
        "selama",
        "kurun",
        "waktu",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "terkini",
        "semula",
        "menjadi",
        "secara",
        "keseluruhan",
        "akumulasi",
        "kumulatif",
        "penjelasan",
        "ikhtisar",
        "gambaran",
        "profil",
        "komposisi",
        "dana",
        "pendanaan",
        "komparasi",
        "tren",
        "grafik",
        "kondisi",
        "awal",
        "tahunan",
        "bulanan",
        "triwulanan",
        "semester",
        "bulan",
        "besaran",
        "progres",
        "fisik",
        "selisih",
        "pohon",
        "matrik",
        "uraian",
        "output",
        "outcome",
        "kelamin",
        "sarana",
        "prasarana",
        "organisasi",
        "lembar",
        "struktur",
        "jabatan",
        "upaya",
        "kendala",
        "solusi",
        "umum",
        "bidang",
        "layanan",
        "pelayanan",
        "instansi",
        "pemerintah",
        "lkjip",
        "lakip",
        "lkj",
        "akuntabilitas",
        "pendukung",
        "pelaksanaan",
        "penyelenggaraan",
        "urusan",
        "yang",
        "ke",
        "tw",
        "triwulan",
    ]
)
"""Words of titles that say nothing of what a table is about but that it measures."""
