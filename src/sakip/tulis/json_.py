"""The JSON contract: one object a review; an array of them when several sources were reviewed.

Keys may be added, never changed. Texts are in the language asked for; codes, outcomes and severities are not
words but names, and stay the same.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from sakip._version import __version__
from sakip.tinjauan.tanggapan import ReviuBertanggapan, tanggapan_untuk
from sakip.tulis.pembulatan import daftar_pembulatan
from sakip.tulis.words.kamus import Kamus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip.angka.lokasi import Lokasi
    from sakip.temuan.temuan import Operan, Perbaikan, Temuan
    from sakip.tinjauan.engine import HasilRelasi, Reviu
    from sakip.tinjauan.tanggapan import Tanggapan
    from sakip.tulis import Opsi

__all__ = ["objek", "sebagai_json", "tulis"]

_TAK_TAMPAK = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""What `json` leaves as it is although a terminal may obey it, or no encoding can hold it."""


def tulis(reviu: Iterable[Reviu], opsi: Opsi) -> Iterator[bytes]:
    """The reviews as UTF-8."""
    semua = [objek(r, Kamus(opsi.bahasa, r.lain), rinci=opsi.rinci) for r in reviu]
    yield sebagai_json(semua[0] if len(semua) == 1 else semua)


def sebagai_json(isi: Any) -> bytes:
    """JSON for people and programs, as UTF-8, without anything a terminal would obey."""
    teks = json.dumps(isi, ensure_ascii=False, indent=1, allow_nan=False)
    return (_TAK_TAMPAK.sub(lambda m: f"\\u{ord(m[0]):04x}", teks) + "\n").encode()


def objek(r: Reviu, kamus: Kamus, *, rinci: bool = False) -> dict[str, Any]:
    """One review as the contract has it."""
    hasil: dict[str, Any] = {
        "sakip": __version__,
        "aturan": r.aturan,
        "laporan": {
            "instansi": r.laporan.instansi,
            "tahun": r.laporan.tahun,
            "sumber": r.laporan.sumber,
            "sha256": r.laporan.sha256,
        },
        "ringkasan": {
            "temuan": r.hitung_keparahan(),
            "relasi": {p.value: n for p, n in r.hitung_putusan().items()},
            "cakupan": {
                "angka": r.cakupan.angka,
                "terperiksa": r.cakupan.terperiksa,
                "persen": r.cakupan.persen,
                "hilang": r.cakupan.hilang,
                "penomoran": r.cakupan.penomoran,
                "tahun": r.cakupan.tahun,
            },
        },
        "temuan": [_temuan(t, kamus) | _jawaban(r, t) for t in r.temuan],
        "belum_terperiksa": [
            {
                "nilai": b.nilai,
                "lokasi": _lokasi(b.lokasi),
                "nama": kamus.ucap(b.nama),
                "tempat": kamus.ucap(b.tempat),
                "alasan": kamus.ucap(b.alasan),
            }
            for b in r.cakupan.belum
        ],
        "pembulatan": [
            {
                "kode": p.kode,
                "nama": kamus.ucap(p.butir.nama),
                "nilai": p.butir.teks,
                "dihitung": p.dihitung,
                "alasan": kamus.ucap(p.alasan),
                "tempat": kamus.ucap(p.butir.tempat),
                "lokasi": _lokasi(p.butir.lokasi),
            }
            for p in daftar_pembulatan(r)
        ],
        "galat": [{"kode": g.kode, "pesan": kamus.ucap(g.pesan)} for g in r.galat],
        "catatan_pembaca": [
            {"pesan": kamus.ucap(c.pesan), "jenis": "hilang" if c.hilang else "catatan", "lokasi": _lokasi(c.lokasi)}
            for c in r.laporan.catatan
        ],
    }
    if isinstance(r, ReviuBertanggapan):
        hasil["tanggapan"] = {
            "berkas": r.berkas,
            "hari_ini": r.hari_ini.isoformat(),
            "terbuka": r.hitung_terbuka(),
            "terjawab": len(r.terjawab),
            "kedaluwarsa": [{"id": j.id, **_tanggapan(j)} for j in r.kedaluwarsa],
            "tak_berpasangan": [{"id": j.id, **_tanggapan(j)} for j in r.tak_berpasangan],
        }
    if rinci:
        hasil["relasi"] = [_relasi(h, kamus) for h in r.relasi]
    return hasil


def _temuan(t: Temuan, kamus: Kamus) -> dict[str, Any]:
    return {
        "id": t.id,
        "kode": t.kode,
        "judul": kamus.judul(t.kode),
        "keparahan": t.keparahan,
        "pesan": kamus.pesan(t),
        "tempat": kamus.ucap(t.tempat),
        "lokasi": [_lokasi(x) for x in t.lokasi],
        "tertulis": kamus.ucap(t.tertulis),
        "seharusnya": kamus.ucap(t.seharusnya),
        "selisih": t.selisih,
        "operan": [_operan(o, kamus) for o in t.operan],
        "akibat": [{"pesan": kamus.akibat(a), "lokasi": _lokasi(a.lokasi)} for a in t.akibat],
        "dugaan": [{"jenis": d.jenis, "penjelasan": kamus.penjelasan(d)} for d in t.dugaan],
        "dasar": kamus.dasar(t.dasar),
        "bukti": list(map(kamus.ucap, t.bukti)),
        "solusi": t.solusi,
        "tuntas": t.tuntas,
        "alternatif": [[_perbaikan(p, kamus) for p in x] for x in t.alternatif],
    }


def _jawaban(r: Reviu, t: Temuan) -> dict[str, Any]:
    """The answer to a finding and whether it closes it; nothing when nobody was asked for answers."""
    if not isinstance(r, ReviuBertanggapan):
        return {}
    keadaan, j = tanggapan_untuk(r, t)
    if j is None:
        return {"tanggapan": None}
    return {"tanggapan": {"keadaan": keadaan.value, "terbuka": keadaan.terbuka, **_tanggapan(j)}}


def _tanggapan(j: Tanggapan) -> dict[str, Any]:
    return {
        "status": j.status,
        "alasan": j.alasan,
        "tanggal": None if j.tanggal is None else j.tanggal.isoformat(),
        "sampai": None if j.sampai is None else j.sampai.isoformat(),
        "oleh": j.oleh,
        "baris": j.baris,
    }


def _relasi(h: HasilRelasi, kamus: Kamus) -> dict[str, Any]:
    return {
        "kode": h.kode,
        "jenis": h.relasi.jenis,
        "uraian": kamus.ucap(h.relasi.uraian),
        "putusan": h.putusan.value,
        "jalur": kamus.ucap(h.evaluasi.jalur),
        "alasan": kamus.ucap(h.evaluasi.alasan),
        "operan": [{"nama": kamus.ucap(b.nama), "nilai": b.teks, "lokasi": _lokasi(b.lokasi)} for b in h.relasi.butir],
    }


def _operan(o: Operan, kamus: Kamus) -> dict[str, Any]:
    return {"nama": kamus.ucap(o.nama), "nilai": o.nilai, "lokasi": _lokasi(o.lokasi)}


def _perbaikan(p: Perbaikan, kamus: Kamus) -> dict[str, Any]:
    return {
        "nama": kamus.ucap(p.nama),
        "tertulis": p.tertulis,
        "seharusnya": kamus.ucap(p.seharusnya),
        "tempat": kamus.ucap(p.tempat),
        "lokasi": _lokasi(p.lokasi),
        "ikut": p.ikut,
    }


def _lokasi(x: Lokasi) -> dict[str, Any]:
    return {
        "berkas": x.berkas,
        "baris": x.baris,
        "halaman": x.halaman,
        "sel": x.sel,
        "tabel": x.tabel,
        "kolom": x.kolom,
        "asal": x.asal,
    }
