"""Examples of the rules on budgets (ANG)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.aturan.contoh.bahan import laporan, pasangan, tabel_anggaran

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip.aturan.contoh.bahan import Pasangan
    from sakip.model.laporan import Laporan

__all__ = ["CONTOH"]


def _kode(kode: str) -> Laporan:
    def isi(kegiatan: str) -> tuple[str, ...]:
        return (
            "     | JUMLAH                       | 150.000.000",
            "01   | Program Penunjang Urusan     | 150.000.000",
            "2.01 | Kegiatan Administrasi Umum   | 110.000.000",
            f"{kegiatan} | Kegiatan Pemeliharaan Barang | 40.000.000",
        )

    satu, dua = (tabel_anggaran(*isi(k)) for k in ("2.02", kode))
    return laporan(tabel=(satu, attrs.evolve(dua, nomor="3.5")))


CONTOH: Mapping[str, Pasangan] = {
    "ANG08": pasangan(_kode, "2.03", "2.02"),
}
