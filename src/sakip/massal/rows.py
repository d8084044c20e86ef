"""The rows of the tables over all reports: one a report, one a finding, and what reports are compared by."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.aturan.lintas import nama_baku
from sakip.massal.quotes import kutip
from sakip.model.laporan import Kutipan
from sakip.model.peran import PERAN
from sakip.model.sel import baca_sel_peran
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.tinjauan.engine import Reviu

__all__ = ["KOLOM_LAPORAN", "KOLOM_TEMUAN", "baca_kutipan", "baris_gagal", "baris_temuan", "susun_baris"]

KOLOM_LAPORAN: Mapping[str, type] = {
    "sumber": str,
    "status": str,
    "instansi": str,
    "tahun": int,
    "kesalahan": int,
    "peringatan": int,
    "catatan": int,
    "relasi": int,
    "tidak_sesuai": int,
    "angka": int,
    "terperiksa": int,
    "galat_aturan": int,
    "sha256": str,
    "pesan": str,
}
"""The columns of `laporan.*`; they may be added to at the end, never changed."""

KOLOM_TEMUAN: Mapping[str, type] = {
    "instansi": str,
    "tahun": int,
    "sumber": str,
    "id": str,
    "kode": str,
    "keluarga": str,
    "judul": str,
    "keparahan": str,
    "tempat": str,
    "berkas": str,
    "baris": int,
    "halaman": int,
    "sel": str,
    "tertulis": str,
    "seharusnya": str,
    "selisih": str,
    "rupiah": float,
    "pesan": str,
    "dugaan": str,
    "dasar": str,
    "letak_lain": str,
}
"""The columns of `temuan.*`; they may be added to at the end, never changed."""


def susun_baris(r: Reviu, isi: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The row of the report, then its findings, then all its quotations; `isi` is the review as the contract has it."""
    lap, ringkas = isi["laporan"], isi["ringkasan"]
    yield {
        "sumber": lap["sumber"],
        "status": "terbaca",
        "instansi": lap["instansi"],
        "tahun": lap["tahun"],
        **ringkas["temuan"],
        "relasi": sum(ringkas["relasi"].values()),
        "tidak_sesuai": ringkas["relasi"]["tidak_sesuai"],
        "angka": ringkas["cakupan"]["angka"],
        "terperiksa": ringkas["cakupan"]["terperiksa"],
        "galat_aturan": len(isi["galat"]),
        "sha256": lap["sha256"],
        "pesan": "; ".join(f"aturan {g['kode']} gagal: {g['pesan']}" for g in isi["galat"]),
        "siapa": f"{baku(lap['instansi'])}|{lap['tahun']}",  # no column: by this two reports are of one agency and year
    }
    for t, uang in zip(isi["temuan"], (t.uang for t in r.temuan), strict=True):
        yield baris_temuan(lap, t, float(uang) or None)
    kutipan = [_kutipan(r, k) for k in kutip(r.laporan)]
    if kutipan:
        yield {"kutipan": kutipan}


def _kutipan(r: Reviu, k: Kutipan) -> list[str]:
    """What is compared with what has the same, what may not differ, and the quotation: ready to be entered."""
    lokasi = attrs.evolve(k.nilai.lokasi, berkas=_di_dalam(r.laporan.sumber, k.nilai.lokasi.berkas))
    kelompok = [k.perihal, k.peran, k.periode]
    cetak = [*kelompok, k.induk, k.nilai.teks, _satuan(k), attrs.astuple(lokasi)]
    sama = nama_baku(k.nilai.teks) if k.peran == "nama" else k.nilai.teks
    return [json.dumps(kelompok, ensure_ascii=False), sama, json.dumps(cetak, ensure_ascii=False)]


def baris_gagal(sumber: str, status: str, pesan: str) -> dict[str, Any]:
    """The row of a report that has no review."""
    return dict.fromkeys(KOLOM_LAPORAN) | {"sumber": sumber, "status": status, "pesan": pesan}


def baris_temuan(lap: Mapping[str, Any], t: Mapping[str, Any], rupiah: float | None) -> dict[str, Any]:
    """The row of a finding of the contract."""
    lok = t["lokasi"][0] if t["lokasi"] else {}
    return {
        "instansi": lap["instansi"],
        "tahun": lap["tahun"],
        "sumber": lap["sumber"],
        "id": t["id"],
        "kode": t["kode"],
        "keluarga": t["kode"].rstrip("0123456789"),
        "judul": t["judul"],
        "keparahan": t["keparahan"],
        "tempat": t["tempat"],
        "berkas": _berkas(lap["sumber"], lok),
        "baris": lok.get("baris"),
        "halaman": lok.get("halaman"),
        "sel": lok.get("sel"),
        "tertulis": t["tertulis"],
        "seharusnya": t["seharusnya"],
        "selisih": t["selisih"],
        "rupiah": rupiah,
        "pesan": t["pesan"],
        "dugaan": "; ".join(d["penjelasan"] for d in t["dugaan"]),
        "dasar": "; ".join(t["dasar"]),
        "letak_lain": "; ".join(_letak(lap["sumber"], x) for x in t["lokasi"][1:]),
    }


def baca_kutipan(instansi: str, tahun: int, isi: list[Any], banyak: int) -> Kutipan:
    """A quotation back from its row, standing for so many reports."""
    perihal, peran, periode, induk, teks, satuan, lokasi = isi
    nilai = baca_sel_peran(teks, PERAN[peran], Lokasi(*lokasi), satuan=satuan)
    return Kutipan(
        instansi=instansi,
        tahun=tahun,
        perihal=perihal,
        peran=peran,
        periode=periode,
        induk=induk,
        nilai=nilai,
        banyak=banyak,
    )


def _satuan(k: Kutipan) -> str:
    """The unit that a cell was read with, when its own text does not show it."""
    a = k.nilai.angka
    return "%" if a is not None and a.jenis.value == "persen" and "%" not in k.nilai.teks else ""


def _berkas(sumber: str, lok: Mapping[str, Any]) -> str | None:
    return _di_dalam(sumber, lok["berkas"]) if lok.get("berkas") else None


def _di_dalam(sumber: str, berkas: str) -> str:
    """A file of a source: the source itself, or a part of a folder. Both may be URLs."""
    if not berkas or berkas == sumber or berkas == sumber.rpartition("/")[2]:
        return sumber
    if berkas.startswith(("/", f"{sumber}/")) or "://" in berkas or PurePath(berkas).is_absolute():
        return berkas
    return f"{sumber.rstrip('/')}/{berkas}"


def _letak(sumber: str, lok: Mapping[str, Any]) -> str:
    """A further place in a few words: file and line, else table and column."""
    berkas, baris = _berkas(sumber, lok), lok.get("baris") or lok.get("sel") or lok.get("halaman")
    if berkas:
        return f"{berkas}:{baris}" if baris else berkas
    return ", ".join(str(lok[k]) for k in ("tabel", "kolom") if lok.get(k))
