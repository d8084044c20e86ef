"""The rule on readings: what a table was taken to mean must be borne out by it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sakip.aturan.bahan.contoh import laporan, tabel
from sakip.aturan.definisi import Aturan, Keluarga

if TYPE_CHECKING:
    from sakip.model.laporan import Laporan

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
    praktik=True,
    celah="kolom atau baris itu mungkin berarti lain daripada yang dibaca",
    reading="the column or row may mean something other than was read",
)


def _bacaan(serapan: tuple[str, str]) -> Laporan:
    """A column that was taken for absorption; on most lines it follows nothing of the kind."""
    return laporan(
        tabel=(
            tabel(
                "3.5",
                "Anggaran dan Realisasi",
                "nama | pagu | realisasi_anggaran | serapan",
                "Program Pelatihan | 80.000.000 | 60.000.000 | 75,00",
                f"Program Promosi | 50.000.000 | 45.000.000 | {serapan[0]}",
                f"Program Penunjang | 40.000.000 | 38.000.000 | {serapan[1]}",
            ),
        )
    )


bacaan.salah(partial(_bacaan, ("100,00", "100,00")))
bacaan.benar(partial(_bacaan, ("90,00", "95,00")))
