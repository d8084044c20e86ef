"""The words of `sakip baca` and `sakip templat`, in Indonesian and English."""

from __future__ import annotations

import re

__all__ = ["terjemah"]


def terjemah(teks: str, bahasa: str) -> str:
    """A remark of the reader in `bahasa`; what is not known stays as it is."""
    if bahasa == "id":
        return teks
    for pola, ganti in _CATATAN:
        if pola.fullmatch(teks):
            return pola.sub(ganti, teks)
    return teks


_CATATAN = tuple(
    (re.compile(pola, re.DOTALL), ganti)
    for pola, ganti in (
        (r"kolom tidak dikenali: (.*)", r"columns not recognised: \1"),
        (r"tidak ada kolom yang menyebut nama baris", r"no column names the lines"),
        (r"kolomnya tidak dikenali sebagai kolom angka", r"its column was not recognised as one of figures"),
        (
            r"tidak termasuk tabel, formulir atau hitungan yang dikenali",
            r"it belongs to no table, form or calculation that was recognised",
        ),
        (r"selnya berisi kata, bukan satu angka", r"its cell holds words, not one figure"),
        (r"tertulis di antara kata, bukan di kolom angka", r"it stands among words, in no column of figures"),
        (r"tertulis di kepala tabel", r"it stands in the heading of a table"),
        (r"barisnya hanya mengepalai baris lain", r"its row only heads others"),
        (r"hubungan yang memuatnya hanya petunjuk, bukan uji", r"what it stands in is evidence, no test"),
        (r"tidak ada tabel di bawah judul (.*)", r"no table stands under the title \1"),
        (
            r"(\d+) baris tampak seperti tabel yang kehilangan pemisah kolomnya; (\d+) angka tidak diperiksa",
            r"\1 lines look like a table that lost what parted its columns; \2 figures unchecked",
        ),
        (r"subjek atau peran angkanya tidak disebut dengan jelas", r"its subject or role is not clearly named"),
        (r"tahun laporan tidak ditemukan", r"the year of the report was not found"),
        (r"nama instansi tidak ditemukan", r"the name of the agency was not found"),
        (r"(.*), kolom (.*): (.*)", r"\1, column \2: \3"),
    )
)
"""What the readers remark, and what it is in English."""
