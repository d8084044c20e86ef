"""The end of a run: from the results of the single reports to the tables, in an order that nothing changes."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import attrs

from sakip.massal.cross_report import temuan_lintas
from sakip.massal.database import Database
from sakip.massal.errors import MassalError
from sakip.massal.rows import KOLOM_LAPORAN, KOLOM_TEMUAN, baris_temuan
from sakip.massal.single import nama_baris
from sakip.massal.tables import Tabel
from sakip.tulis.json_ import sebagai_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sakip.massal.store import Store

__all__ = ["AKHIR", "Ringkasan", "susun_akhir"]

AKHIR = (
    "ringkasan.json",
    "lintas.json",
    *(f"{n}.{a}" for n in ("laporan", "temuan", "ringkasan") for a in ("csv", "parquet")),
)
"""What stands in the folder of the results only when a run is complete."""

KOLOM_RINGKASAN = {"instansi": str, "keluarga": str, "keparahan": str, "banyak": int}

TERBANYAK = 10
"""Agencies that the summary on the terminal names."""


@attrs.define(slots=True)
class Ringkasan:
    """The run in numbers.

    Attributes:
        status: how many reports were read, could not be read, or ended in a failure of `sakip`.
        keparahan: how many findings of each severity, those across reports included.
        keluarga: family, severity, how many.
        instansi: the agencies with most findings: name, kesalahan, peringatan, catatan.
        ganda: reports of one agency and year: agency, year, source.
        tak_terbaca: the first reports that are no more than a row with an error: source, message.
        galat_aturan: how many reports have rules that failed themselves.
    """

    status: dict[str, int] = attrs.field(factory=dict)
    keparahan: dict[str, int] = attrs.field(factory=lambda: dict.fromkeys(("kesalahan", "peringatan", "catatan"), 0))
    keluarga: list[tuple[str, str, int]] = attrs.field(factory=list)
    instansi: list[tuple[str, int, int, int]] = attrs.field(factory=list)
    ganda: list[tuple[str, int, str]] = attrs.field(factory=list)
    tak_terbaca: list[tuple[str, str]] = attrs.field(factory=list)
    galat_aturan: int = 0


def susun_akhir(
    store: Store,
    satu: Iterable[tuple[str, str]],
    versi: str,
    bahasa: str,
    pilih: Sequence[str],
    abaikan: Sequence[str],
) -> Ringkasan:
    """Write every table from the results of these reports: their names, and the digests of their rows.

    Raises:
        MassalError: a result is not what the worker wrote or found.
        OSError: the tables cannot be written.
    """
    hasil = Ringkasan()
    with Database() as database:
        with (
            Tabel(store, "laporan", KOLOM_LAPORAN) as laporan,
            Tabel(store, "temuan", KOLOM_TEMUAN) as temuan,
        ):
            for nama, sidik in satu:
                _, garis, *lain = _baris(store, nama_baris(nama), sidik).splitlines(keepends=True)
                kepala = json.loads(garis)
                laporan.tulis(kepala, garis)
                _catat_laporan(hasil, database, kepala)
                for garis in lain:
                    _catat(hasil, database, temuan, json.loads(garis), garis)
            with store.new_file("lintas.json") as path, path.open("wb") as lintas:
                for i, (lap, t, rupiah) in enumerate(temuan_lintas(database, bahasa, pilih, abaikan)):
                    _catat(hasil, database, temuan, baris_temuan(lap, t, rupiah))
                    lintas.write((b",\n" if i else b"[\n") + sebagai_json({"laporan": lap, **t}).rstrip())
                lintas.write(b"\n]\n" if lintas.tell() else b"[]\n")
        with Tabel(store, "ringkasan", KOLOM_RINGKASAN) as ringkasan:
            for isi in database.jumlah():
                ringkasan.tulis(dict(zip(KOLOM_RINGKASAN, isi, strict=True)))
        hasil.keluarga = list(database.menurut_keluarga())
        hasil.instansi = list(database.terbanyak(TERBANYAK))
        hasil.ganda = list(database.ganda())
    store.write("ringkasan.json", sebagai_json({"versi": versi, **attrs.asdict(hasil)}))
    return hasil


def _baris(store: Store, berkas: str, sidik: str) -> bytes:
    """The rows of a result: between the moment they were written or found whole and now anything may have happened."""
    try:
        isi = store.read(berkas)
    except FileNotFoundError:
        isi = b""
    if sha256(isi).hexdigest() != sidik:
        raise MassalError(f"{store.url}: {berkas} berubah selama dikerjakan; jalankan lagi")
    return isi


def _catat_laporan(hasil: Ringkasan, database: Database, kepala: dict[str, Any]) -> None:
    status = kepala["status"]
    hasil.status[status] = hasil.status.get(status, 0) + 1
    if status == "terbaca":
        database.laporan(kepala["siapa"], kepala["instansi"], kepala["tahun"], kepala["sumber"])
        hasil.galat_aturan += bool(kepala["galat_aturan"])
    elif len(hasil.tak_terbaca) < TERBANYAK:
        hasil.tak_terbaca.append((kepala["sumber"], kepala["pesan"]))


def _catat(hasil: Ringkasan, database: Database, temuan: Tabel, b: dict[str, Any], garis: bytes = b"") -> None:
    if "kutipan" in b:
        database.kutipan(b["kutipan"])
        return
    temuan.tulis(b, garis)
    hasil.keparahan[b["keparahan"]] += 1
    database.temuan(b["instansi"], b["keluarga"], b["keparahan"])
