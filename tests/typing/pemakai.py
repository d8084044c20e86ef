"""A user's code, for the type checkers and to be run: what they know of the public API without a cast."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_type

import sakip


def hitung() -> tuple[sakip.Nilai | None, str | None, sakip.Efisiensi]:
    """The calculations of an e-SAKIP application."""
    capaian = sakip.capaian("77,60", Decimal("82.57"))
    assert_type(capaian, sakip.Nilai | None)
    kategori = sakip.kategori(capaian)
    assert_type(kategori, str | None)
    efisiensi = sakip.efisiensi([("2.222.600.041,00", "2.011.324.055,00", "77,60", "82,57")])
    assert_type(efisiensi, sakip.Efisiensi)
    return capaian, kategori, efisiensi


def tinjau(folder: str) -> list[tuple[str, str, str | None]]:
    """A review, taken apart."""
    laporan = sakip.baca(folder)
    assert_type(laporan, sakip.Laporan)
    hasil = sakip.reviu(laporan)
    assert_type(hasil, sakip.Reviu)
    for relasi in hasil.relasi:
        assert_type(relasi.putusan, sakip.Putusan)
    return [(t.kode, t.id, t.seharusnya) for t in hasil.temuan]


def susun() -> sakip.Laporan:
    """A report without any file."""
    tabel = sakip.Tabel.susun(["nama", "pagu"], [["Program A", "925.896.500"]], nomor="1")
    return sakip.Laporan(instansi="Dinas Contoh", tahun=2025, tabel=(tabel,))


if __name__ == "__main__":
    print(hitung(), susun())
