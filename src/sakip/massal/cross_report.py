"""What several reports say of one thing, compared by the rules on several reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sakip.aturan import katalog
from sakip.aturan.lintas import LIN
from sakip.massal.rows import baca_kutipan
from sakip.model.laporan import Laporan
from sakip.tinjauan.engine import reviu
from sakip.tulis.json_ import objek
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.massal.database import Database

__all__ = ["temuan_lintas"]


def temuan_lintas(
    database: Database, bahasa: str, pilih: Sequence[str], abaikan: Sequence[str]
) -> Iterator[tuple[dict[str, Any], dict[str, Any], float | None]]:
    """The findings, each with the report it is put down to and its money: as the rows of a report's own."""
    for isi in database.perbandingan():
        kutipan = tuple(baca_kutipan(instansi, tahun, k, banyak) for instansi, tahun, _, k, banyak in isi)
        gabungan = Laporan(instansi=kutipan[0].instansi, tahun=max(k.tahun for k in kutipan), kutipan=kutipan)
        r = reviu(gabungan, pilih=pilih, abaikan=abaikan, aturan=[a for a in katalog() if a.keluarga == LIN.huruf])
        if not r.temuan:
            continue
        hasil = objek(r, Kamus(bahasa, r.lain))
        for t, asli in zip(hasil["temuan"], r.temuan, strict=True):
            tempat = asli.lokasi[0]
            i = next((i for i, k in enumerate(kutipan) if k.nilai.lokasi == tempat), 0)
            instansi, tahun, sumber, *_ = isi[i]
            lap: dict[str, Any] = {"instansi": instansi, "tahun": tahun, "sumber": sumber}
            yield lap, t, float(asli.uang) or None
