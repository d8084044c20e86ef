"""Examples of the rules on targets over the years (SER)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import laporan, pasangan, tabel
from sakip.model.indikator import Indikator
from sakip.model.laporan import Renstra

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan

__all__ = ["CONTOH"]

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
RENSTRA = "76,00 | 78,00 | 80,00 | 82,00"
"""The yearly targets of the plan."""


def _kolom(peran: str) -> str:
    return " | ".join(["indikator", *(f"{peran}@{tahun}" for tahun in (2023, 2024, 2025, 2026))])


def _deret(deret: str) -> Laporan:
    return laporan(
        indikator=(LULUS,),
        tabel=(
            tabel("2.1", "Target Renstra", _kolom("target_renstra"), f"{LULUS.nama} | {RENSTRA}"),
            tabel("2.2", "Indikator Kinerja Utama", _kolom("target_iku"), f"{LULUS.nama} | {deret}"),
        ),
    )


def _akhir(target: str) -> Laporan:
    return laporan(
        renstra=Renstra(awal=2021, akhir=2026),
        indikator=(LULUS,),
        tabel=(
            tabel("2.1", "Target Renstra", _kolom("target_renstra"), f"{LULUS.nama} | {RENSTRA}"),
            tabel("3.2", "Target Akhir Renstra", "indikator | target_akhir", f"{LULUS.nama} | 82,00"),
            tabel("4.1", "Kemajuan Renstra", "indikator | target_akhir", f"{LULUS.nama} | {target}"),
        ),
    )


CONTOH: Mapping[str, Pasangan] = {
    "SER01": pasangan(_deret, "78,00 | 80,00 | 82,00 | 84,00", RENSTRA),
    "SER02": pasangan(_akhir, "80,00", "82,00"),
}
