"""The rule on the statement of the review: a report does not print it beside what contradicts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.aturan.definisi import Aturan, Keluarga
from sakip.relasi import Syarat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.fakta.register import Register
    from sakip.temuan.temuan import Temuan


PRN = Keluarga("PRN", "Pernyataan telah direviu", "Statement of the review")


def _pernyataan(reg: Register, temuan: Sequence[Temuan]) -> Iterator[tuple[Syarat, Sequence[Temuan]]]:
    """The statement without reservation, against the findings that are errors."""
    salah = [t for t in temuan if t.keparahan == "kesalahan"]
    for b in reg.laporan.bagian:
        if b.jenis == "pernyataan":
            syarat = Syarat(
                kode=pernyataan.kode,
                uraian="pernyataan telah direviu tanpa penjelasan, dan tidak ada kesalahan yang terbuka",
                terpenuhi=not salah,
                bukti=(reg.petunjuk(b.sebutan, b.lokasi, b.sebutan),),
                tertulis=f"tercetak tanpa paragraf penjelas, sedangkan reviu menemukan {len(salah)} kesalahan"
                if salah
                else "",
                seharusnya="kesalahannya diperbaiki lebih dahulu, atau disebut dalam paragraf penjelas",
                rincian=tuple(f"{t.kode} {t.tempat}: {t.tertulis}" for t in salah),
            )
            yield syarat, salah


pernyataan = Aturan(
    kode="PRN01",
    daftar_uji=("T.5",),
    judul="Pernyataan telah direviu di samping kesalahan",
    title="The statement of the review beside errors",
    memeriksa="Laporan yang mencetak Pernyataan Telah Direviu tanpa paragraf penjelas tidak memuat kesalahan yang "
    "masih terbuka.",
    checks="A report that prints the statement of its review without a reservation holds no open error.",
    penting="Pernyataan itu berisi bahwa tidak ada hal yang menimbulkan perbedaan dalam meyakini keandalan "
    "laporan; kesalahan yang terbuka menyangkalnya. Peringatan, bukan kesalahan: yang bertentangan dengan "
    "angka adalah sebuah pernyataan, dan kesalahannya sudah dilaporkan masing-masing.",
    matters="The statement says that nothing was met that would make the report less reliable; an open error "
    "denies that. A warning and no error: what is contradicted is a statement, and each error has its own finding.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014#pernyataan",),
    celah="reviu dapat memakai naskah lain, atau kesalahannya sudah disepakati untuk diperbaiki",
    reading="the review may have had another draft, or the errors may have been agreed on for correction",
    sesudah=_pernyataan,
)
