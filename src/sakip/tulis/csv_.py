"""CSV (RFC 4180): one finding a row, for a spreadsheet or a script.

UTF-8 without a byte order mark, comma, CRLF. What comes from a report is text and can never be a formula: a
cell that begins like one gets an apostrophe in front. Numbers that `sakip` reckoned stand in columns of their
own, written plainly (`-45000000`, `11.72`), and nothing is put in front of them.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from sakip.angka.angka import bulat
from sakip.tinjauan.tanggapan import tanggapan_untuk
from sakip.tulis.path import path
from sakip.tulis.teks import bersih
from sakip.tulis.words.kamus import Kamus, sebut_semua

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from sakip.model.laporan import Catatan
    from sakip.temuan.temuan import Temuan
    from sakip.tinjauan.engine import Reviu
    from sakip.tulis import Opsi

__all__ = ["teks_aman", "tulis"]

KOLOM = (
    "instansi", "tahun", "sumber", "id", "kode", "judul", "keparahan", "keadaan", "tempat", "berkas", "baris",
    "halaman", "sel", "asal", "tertulis", "seharusnya", "selisih", "rupiah", "pesan", "dugaan", "dasar",
    "letak_lain", "tanggapan", "alasan", "tanggal", "sampai", "oleh", "solusi", "tuntas",
)  # fmt: skip
"""The columns. They may be added to at the end, never changed."""

BAHAYA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with, also in full width, which some spreadsheets take for the same."""

_ANGKA = re.compile(r"[+-]?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")


def tulis(reviu: Iterable[Reviu], opsi: Opsi) -> Iterator[bytes]:
    """The heading, then the findings of each review, and what the reader remarked (`keparahan` is `pembacaan`)."""
    yield _baris(KOLOM)
    for r in reviu:
        kamus = Kamus(opsi.bahasa, r.lain)
        for t in r.temuan:
            yield _baris(_sel(t, r, kamus))
        for c in r.laporan.catatan:
            isi = _sel_catatan(c, r, kamus)
            yield _baris(isi.get(k) for k in KOLOM)


def _sel_catatan(c: Catatan, r: Reviu, kamus: Kamus) -> dict[str, str | int | None]:
    """A remark of the reader: no finding, but what was not reviewed."""
    lap, lok = r.laporan, c.lokasi
    return {
        "instansi": teks_aman(lap.instansi),
        "tahun": lap.tahun,
        "sumber": teks_aman(path(lap.sumber)),
        "judul": kamus("pembaca"),
        "keparahan": "pembacaan",
        "tempat": teks_aman(lok.tabel or ""),
        "berkas": teks_aman(path(lap.sumber, lok.berkas)) if lok.berkas else None,
        "baris": lok.baris,
        "halaman": lok.halaman,
        "sel": teks_aman(lok.sel or ""),
        "asal": lok.asal,
        "pesan": teks_aman(kamus.ucap(c.pesan)),
    }


def _baris(sel: Iterable[str | int | None]) -> bytes:
    wadah = io.StringIO(newline="")
    csv.writer(wadah).writerow(sel)
    return wadah.getvalue().encode()


def _sel(t: Temuan, r: Reviu, kamus: Kamus) -> Iterator[str | int | None]:
    lap = r.laporan
    lok = t.lokasi[0] if t.lokasi else None
    keadaan, jawaban = tanggapan_untuk(r, t)
    yield teks_aman(lap.instansi)
    yield lap.tahun
    yield teks_aman(path(lap.sumber))
    yield teks_aman(t.id)
    yield teks_aman(t.kode)
    yield teks_aman(kamus.judul(t.kode))
    yield t.keparahan
    yield keadaan.value
    yield teks_aman(kamus.ucap(t.tempat))
    yield teks_aman(path(lap.sumber, lok.berkas)) if lok and lok.berkas else None
    yield lok.baris if lok else None
    yield lok.halaman if lok else None
    yield teks_aman(lok.sel or "") if lok else None
    yield lok.asal if lok else None
    yield teks_aman(kamus.ucap(t.tertulis))
    yield teks_aman(kamus.ucap(t.seharusnya))
    yield _angka(t.selisih)
    yield _rupiah(t.uang) if t.uang else None
    yield teks_aman(kamus.pesan(t))
    yield teks_aman("; ".join(kamus.penjelasan(d) for d in t.dugaan))
    yield teks_aman("; ".join(kamus.dasar(t.dasar)))
    yield teks_aman("; ".join(sebut_semua(t.lokasi[1:], kamus.bahasa)))
    if jawaban is None:
        yield from [None] * 5
    else:
        yield jawaban.status
        yield teks_aman(jawaban.alasan)
        yield jawaban.tanggal.isoformat() if jawaban.tanggal else None
        yield jawaban.sampai.isoformat() if jawaban.sampai else None
        yield teks_aman(jawaban.oleh)
    yield t.solusi
    yield None if t.solusi is None else "ya" if t.tuntas else "tidak"


def teks_aman(teks: str) -> str:
    """Text that stays text in any spreadsheet."""
    aman = bersih(teks)
    return f"'{aman}" if aman.startswith(BAHAYA) else aman


def _angka(teks: str) -> str | None:
    """A difference as `sakip` writes it, plainly; nothing when it is more than a number."""
    return teks.replace(".", "").replace(",", ".").removeprefix("+") if _ANGKA.fullmatch(teks) else None


def _rupiah(nilai: Fraction) -> str:
    return str(nilai) if nilai.denominator == 1 else f"{bulat(nilai, 2):f}"
