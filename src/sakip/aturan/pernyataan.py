"""The rule on the statement of the review: a report does not print it beside what contradicts it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sakip.angka.lokasi import Lokasi
from sakip.aturan.bahan.contoh import laporan, tabel
from sakip.aturan.definisi import Aturan, Keluarga
from sakip.model.laporan import Bagian
from sakip.relasi import Berpasangan, Setiap
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.fakta.register import Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Syarat
    from sakip.temuan.temuan import Temuan


PRN = Keluarga("PRN", "Pernyataan telah direviu", "Statement of the review")


def _pernyataan(reg: Register, temuan: Sequence[Temuan]) -> Iterator[tuple[Syarat, Sequence[Temuan]]]:
    """The statement without reservation, against the findings that are errors."""
    salah = [t for t in temuan if t.keparahan == "kesalahan"]
    for b in reg.laporan.bagian:
        if b.jenis == "pernyataan":
            kode = pernyataan.kode
            bersih = Berpasangan(
                nama=kalimat(f"bagian.{b.jenis}"),
                pasangan=tuple(salah),
                paling_sedikit=0,
                paling_banyak=0,
                saksi=(reg.petunjuk(b.sebutan, b.lokasi, kalimat(f"bagian.{b.jenis}")),),
            )
            rincian = tuple(
                kalimat(f"{kode}.kesalahan", kode=t.kode, tempat=t.tempat, tertulis=t.tertulis) for t in salah
            )
            yield Setiap(kode=kode, kasus=(bersih,), satu=True, rincian=rincian), salah


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
    kalimat={
        "berpasangan.satu": (
            "pernyataan telah direviu tanpa penjelasan, dan tidak ada kesalahan yang terbuka",
            "the statement of the review stands without a reservation, and no error is open",
        ),
        "berpasangan.tertulis": (
            "tercetak tanpa paragraf penjelas, sedangkan reviu menemukan {pasangan} kesalahan",
            "printed without a reservation, though the review finds errors: {pasangan}",
        ),
        "berpasangan.seharusnya": (
            "kesalahannya diperbaiki lebih dahulu, atau disebut dalam paragraf penjelas",
            "the errors corrected first, or named in a reservation",
        ),
        "kesalahan": ("{kode} {tempat}: {tertulis}", "{kode} {tempat}: {tertulis}"),
    },
    sesudah=_pernyataan,
)


def _contoh(sisa: str) -> Laporan:
    uang = tabel(
        "3.5", "Sisa Anggaran", "nama | pagu | realisasi_anggaran | sisa", f"Program A | 90.000 | 60.000 | {sisa}"
    )
    tempat = Lokasi(tabel="Pernyataan Telah Direviu")
    return laporan(bagian=(Bagian(jenis="pernyataan", lokasi=tempat),), tabel=(uang,))


pernyataan.salah(partial(_contoh, "20.000"))
pernyataan.benar(partial(_contoh, "30.000"))
