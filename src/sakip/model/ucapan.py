"""What a report carries in sentences: what the reader remarks on its source, and why a figure is untied.

They are data (`Kalimat`), in the report and in the data folder; who transcribes a report may write words of his own,
which are a sentence too.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from sakip.teks.kalimat import Kalimat, kalimat

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["BEBAS", "UCAPAN", "kata_bebas", "ucapan", "ucapan_atau_tiada"]

BEBAS = "teks"
"""The key of words of somebody's own, which are the same in every language."""

UCAPAN: Mapping[str, Mapping[str, type]] = MappingProxyType(
    {
        BEBAS: {"teks": str},
        "alinea_terlalu_panjang": {"karakter": int},
        "bagian_sumber_dana": {},
        "bukan_angka.bukan_satu": {"teks": str},
        "bukan_angka.di_luar_09": {"teks": str},
        "bukan_angka.eksponen": {"teks": str},
        "bukan_angka.garis_bawah": {"teks": str},
        "bukan_angka.kosong": {},
        "bukan_angka.pemisah": {"teks": str},
        "bukan_angka.tak_tampak": {"teks": str, "karakter": str},
        "bukan_angka.tak_terhingga": {"teks": str},
        "bukan_angka.tanpa_angka": {"teks": str},
        "bukan_angka.terlalu_panjang": {"teks": str, "karakter": int, "terbanyak": int},
        "di_luar_yang_dikenali": {},
        "halaman_berat": {"halaman": str},
        "halaman_pindaian": {"halaman": str},
        "halaman_rusak": {"halaman": str},
        "halaman_tanpa_unicode": {"halaman": str},
        "instansi_tidak_ditemukan": {},
        "kata_terlalu_panjang": {"n": int, "karakter": int},
        "kolom_bukan_angka": {"tabel": str, "kolom": str, "sebab": Kalimat},
        "kolom_tidak_dikenali": {"kolom": tuple},
        "lembar_bagan": {"lembar": str},
        "lembar_tersembunyi": {"lembar": str},
        "narasi_terlalu_panjang": {"angka": int},
        "pemisah_kolom_hilang": {"n": int, "angka": int},
        "rumus_capaian_ganda": {"polaritas": str, "pertama": str, "kedua": str},
        "rumus_lain_tanpa_nilai": {"n": int},
        "rumus_tanpa_nilai": {"sel": str},
        "sisipan_tidak_dibaca": {},
        "skala_ganda": {},
        "subjek_atau_peran_tidak_jelas": {},
        "tabel_tidak_ada": {"judul": str},
        "tabel_tidak_dikenali": {"judul": str, "sebab": Kalimat},
        "tahun_tidak_ditemukan": {},
        "tanpa_kolom_nama": {},
        "teks_diputar": {"halaman": str, "n": int},
    }
)
"""The sentences, by key, with what fills them: a text, a count, another sentence, or a list of texts."""


def kata_bebas(teks: str) -> Kalimat:
    """Words of somebody's own."""
    return kalimat(BEBAS, teks=teks)


def ucapan(isi: str | Kalimat) -> Kalimat:
    """A sentence as it is; a text as words of somebody's own."""
    return kata_bebas(isi) if isinstance(isi, str) else isi


def ucapan_atau_tiada(isi: str | Kalimat | None) -> Kalimat | None:
    """As `ucapan`; None for no words."""
    return ucapan(isi) if isi else None
