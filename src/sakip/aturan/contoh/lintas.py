"""Examples of the rules on several reports (LIN): what the reports print of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import TAHUN, laporan, pasangan, sel
from sakip.model.laporan import Kutipan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan

__all__ = ["CONTOH"]

DAERAH = "Pemerintah Kota Contoh"
LATIH, KERJA, SOSIAL = (f"Dinas {x} Kota Contoh" for x in ("Pelatihan", "Tenaga Kerja", "Sosial"))


def _kutipan(instansi: str, perihal: str, peran: str, teks: str, *, tahun: int = TAHUN, induk: bool = False) -> Kutipan:
    return Kutipan(
        instansi=instansi,
        tahun=tahun,
        perihal=perihal,
        peran=peran,
        periode=TAHUN - 1 if perihal.startswith("tahun") else TAHUN,
        induk=induk,
        nilai=sel(teks, peran, f"{instansi} {tahun}, Tabel 3.1"),
    )


def _program(nama: str) -> Laporan:
    perihal, lazim = "program 2.07.03", "Program Pelatihan Kerja dan Produktivitas"
    return laporan(
        kutipan=(
            _kutipan(LATIH, perihal, "nama", lazim),
            _kutipan(KERJA, perihal, "nama", lazim),
            _kutipan(SOSIAL, perihal, "nama", nama),
        )
    )


def _bagian(teks: str) -> Laporan:
    perihal = "bagian kota contoh lulusan bekerja orang"
    return laporan(
        kutipan=(
            _kutipan(DAERAH, perihal, "realisasi", "500", induk=True),
            _kutipan(LATIH, perihal, "realisasi", "320"),
            _kutipan(KERJA, perihal, "realisasi", teks),
        )
    )


def _anggaran(teks: str) -> Laporan:
    perihal = "anggaran dinas pelatihan kota contoh"
    return laporan(
        kutipan=(
            _kutipan(DAERAH, perihal, "pagu", teks, induk=True),
            _kutipan(LATIH, perihal, "pagu", "Rp 45.000.000"),
        )
    )


def _tahun(teks: str) -> Laporan:
    perihal = "tahun dinas pelatihan kota contoh persentase lulusan bekerja"
    return laporan(
        kutipan=(
            _kutipan(LATIH, perihal, "realisasi", teks, induk=True),
            _kutipan(LATIH, perihal, "realisasi", "82,57%", tahun=TAHUN - 1),
        )
    )


CONTOH: Mapping[str, Pasangan] = {
    "LIN01": pasangan(_program, "Program Perlindungan Tenaga Kerja", "Program Pelatihan Kerja dan Produktivitas"),
    "LIN02": pasangan(_bagian, "810", "180"),
    "LIN03": pasangan(_anggaran, "Rp 54.000.000", "Rp 45.000.000"),
    "LIN04": pasangan(_tahun, "85,27%", "82,57%"),
}
