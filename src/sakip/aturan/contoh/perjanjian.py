"""Examples of the rules on agreement forms (PKJ)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.contoh.bahan import Uang, formulir, laporan, pasangan, tabel_anggaran

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan

__all__ = ["CONTOH"]


def _baris(pagu: str) -> Laporan:
    return laporan(
        tabel=(
            tabel_anggaran(
                "   | JUMLAH            | 140.000.000",
                "02 | Program Pelatihan | 75.000.000",
                "03 | Program Promosi   | 65.000.000",
            ),
        ),
        perjanjian=(
            formulir(
                "II",
                "Kepala Dinas Contoh",
                [Uang("1.", "Program Pelatihan", pagu), Uang("2.", "Program Promosi", "Rp 65.000.000")],
            ),
        ),
    )


CONTOH: Mapping[str, Pasangan] = {
    "PKJ02": pasangan(_baris, "Rp 65.000.000", "Rp 75.000.000"),
}
