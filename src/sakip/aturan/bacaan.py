"""The rule on readings: what a table was taken to mean must be borne out by it."""

from __future__ import annotations

from sakip.aturan.definisi import Aturan, Keluarga

BAC = Keluarga("BAC", "Pembacaan", "Readings")

bacaan = Aturan(
    kode="BAC01",
    daftar_uji=("T.6",),
    daftar_uji_bersama=("I.6", "III.4", "III.7", "T.3"),
    sifat=frozenset({"bacaan"}),
    judul="Pembacaan yang tidak didukung tabelnya",
    title="A reading that its table does not bear out",
    memeriksa="Arti kolom, baris jumlah, arah selisih, dan rumus yang tidak tersurat didukung oleh sebagian besar "
    "baris tabelnya.",
    checks="What a column, a total, the direction of a difference or an unstated formula was taken to mean holds "
    "on most lines of its table.",
    penting="Hubungan yang gagal di hampir semua baris menunjukkan salah baca atau cara hitung lain, bukan banyak "
    "salah ketik.",
    matters="What fails on nearly every line shows a misreading or another convention, not as many slips.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    celah="kolom atau baris itu mungkin berarti lain daripada yang dibaca",
    reading="the column or row may mean something other than was read",
)
