"""What the readers remark on a report is the same in whatever format it comes, in either language."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.penulis.bagian import Kisi, Teks
from tests.penulis.tulis import FORMAT

from sakip.pembaca import baca
from sakip.pengujian.bangun.sumber import SumberAcak
from sakip.tinjauan.engine import reviu
from sakip.tulis.folder import tulis_folder
from sakip.tulis.json_ import objek
from sakip.tulis.words.catalogue import BAHASA
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from pathlib import Path

    from tests.penulis.bagian import Bagian

    from sakip.model.laporan import Laporan

KINERJA = (
    ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"),
    ("1", "Persentase Usaha Mikro Aktif", "%", "80,00", "belum ada", "90,00"),
    ("2", "Persentase Koperasi Aktif", "%", "80,00", "72,00", "90,00"),
)
ASING = (
    ("Uraian", "ID1", "TK1"),
    ("Kegiatan Pertama", "1,06", "0,06"),
    ("Kegiatan Kedua", "1,01", "0,01"),
)
ISI: list[Bagian] = [
    Teks("LAPORAN KINERJA", tebal=True),
    Teks("Jumlah peserta seluruhnya sebanyak 1.234 orang."),
    Teks("Tabel 3.1 Capaian Kinerja"),
    Kisi(KINERJA),
    Teks("Tabel 3.2 Indeks Lain"),
    Kisi(ASING),
    Teks("Demikian data tersebut disajikan."),
]
"""A report without a year and an agency, with a cell that is no figure, strange columns and an untied figure."""

HARAPAN = {
    "id": [
        "Tabel 3.1, kolom Realisasi: 'belum ada' bukan angka: tidak memuat angka",
        "nama instansi tidak ditemukan",
        "tabel tidak dikenali: Indeks Lain: kolom tidak dikenali: ID1; TK1",
        "tahun laporan tidak ditemukan",
    ],
    "en": [
        "Tabel 3.1, column Realisasi: 'belum ada' is no figure: it has no digit",
        "table not recognised: Indeks Lain: columns not recognised: ID1; TK1",
        "the name of the agency was not found",
        "the year of the report was not found",
    ],
}
UCAPAN_KLAIM = {
    "id": "subjek atau peran angkanya tidak disebut dengan jelas",
    "en": "its subject or role is not clearly named",
}


def ucapkan(laporan: Laporan, bahasa: str) -> tuple[list[str], set[tuple[str, str]]]:
    """The remarks on a report and why its figures are unchecked, as the contract has them."""
    isi = objek(reviu(laporan), Kamus(bahasa))
    belum = {(b["nilai"], b["alasan"]) for b in isi["belum_terperiksa"]}
    return sorted(c["pesan"] for c in isi["catatan_pembaca"]), belum


@pytest.mark.parametrize("bahasa", BAHASA)
@pytest.mark.parametrize("akhiran", FORMAT)
def test_sama_di_setiap_bentuk(tmp_path: Path, akhiran: str, bahasa: str) -> None:
    """Document and data folder alike."""
    jalur = tmp_path / f"laporan{akhiran}"
    FORMAT[akhiran](jalur, ISI, SumberAcak(Random(1)))  # noqa: S311 - what a format leaves open
    laporan = baca(jalur)
    tulis_folder(laporan, tmp_path / "data")
    for asal in (laporan, baca(tmp_path / "data")):
        catatan, belum = ucapkan(asal, bahasa)
        assert catatan == HARAPAN[bahasa]
        assert ("1.234", UCAPAN_KLAIM[bahasa]) in belum
