"""The words of `sakip baca` and `sakip templat`, in Indonesian and English."""

from __future__ import annotations

import re

from sakip.tulis.words.pesan import BAHASA

__all__ = ["kata", "terjemah"]


def kata(kunci: str, bahasa: str = "id", **isi: object) -> str:
    """The words for `kunci` in `bahasa`, filled with `isi`."""
    return KATA[kunci][BAHASA.index(bahasa)].format_map(isi)


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

KATA: dict[str, tuple[str, str]] = {
    "sumber": ("Sumber", "Source"),
    "tabel": ("Tabel", "Tables"),
    "tabel.banyak": ("{n} terbaca", "{n} read"),
    "tabel.asing": (
        "{n} di antaranya tidak dikenali seluruhnya atau sebagian ({angka} angka tidak diperiksa)",
        "{n} of them not recognised, wholly or in part ({angka} figures unchecked)",
    ),
    "formulir": ("Formulir", "Forms"),
    "formulir.isi": ("{kinerja} baris kinerja, {anggaran} baris anggaran", "performance {kinerja}, budget {anggaran}"),
    "indikator": ("Indikator", "Indicators"),
    "alias": ("juga ditulis: {nama}", "also spelled: {nama}"),
    "narasi": ("Narasi", "Prose"),
    "narasi.banyak": (
        "{terikat} angka terikat pada fakta; {lepas} tidak terikat, jadi tidak diperiksa",
        "{terikat} figures tied to facts; {lepas} untied, hence unchecked",
    ),
    "ikatan.fakta": ("{n} mengulang angka di tempat lain", "{n} repeat a figure printed elsewhere"),
    "ikatan.hitung": ("{n} menyebut banyaknya sesuatu", "{n} say how many there are of something"),
    "ikatan.rumus": ("{n} mengikuti angka lain", "{n} follow from other figures"),
    "ikatan.arah": ("{n} menyatakan naik atau turun", "{n} say that something rose or fell"),
    "ikatan.peringkat": ("{n} menyatakan peringkat", "{n} state a rank"),
    "ikatan.tahun_laporan": ("{n} menyebut tahun laporan", "{n} name the year of the report"),
    "ikatan.periode_renstra": ("{n} menyebut masa Renstra", "{n} name the years of the plan"),
    "lepas": ("{n} tidak terikat: {alasan}", "{n} untied: {alasan}"),
    "tanpa_alasan": ("tanpa alasan", "no reason given"),
    "diperiksa": ("Angka", "Figures"),
    "cakupan": (
        "{angka} dikenali; {terperiksa} menjadi bagian suatu pemeriksaan, {belum} dikenali tetapi tidak diperiksa",
        "{angka} recognised; {terperiksa} take part in a check, {belum} recognised but unchecked",
    ),
    "catatan": ("Catatan", "Remarks"),
    "asing": ("Tidak dikenali", "Not recognised"),
    "asing.angka": ("{n} angka tidak diperiksa", "{n} figures unchecked"),
    "tanpa_instansi": ("Instansi tidak ditemukan", "Agency not found"),
    "tanpa_tahun": ("tahun tidak ditemukan", "year not found"),
    "tanpa_judul": ("(tanpa judul)", "(no title)"),
    "tanpa_kepala": ("(tanpa kepala)", "(no heading)"),
    "tempat": ("tempat", "place"),
    "kolom": ("kolom", "columns"),
    "tak_terbaca": ("TIDAK DIKENALI; angkanya tidak diperiksa", "NOT RECOGNISED; its figures are unchecked"),
    "baris": ("baris", "rows"),
    "baris.judul": ("kepala", "heading"),
    "baris.nomor": ("nomor kolom", "column numbers"),
    "baris.kelompok": ("judul kelompok", "group headings"),
    "baris.rincian": ("rincian", "lines"),
    "baris.subtotal": ("subtotal", "subtotals"),
    "baris.total": ("total", "totals"),
    "baris.rerata": ("rata-rata", "means"),
    "baris.rerata_total": ("rata-rata seluruhnya", "overall mean"),
    "angka": ("angka", "figures"),
    "angka.semua": ("{n}, semuanya menjadi bagian suatu pemeriksaan", "{n}, all of which take part in a check"),
    "angka.belum": ("{n} dikenali; {belum} tidak diperiksa", "{n} recognised; {belum} unchecked"),
    "angka.tanpa": ("tidak ada yang dapat diperiksa", "none that can be checked"),
    "lagi": ("… dan {n} lagi", "… and {n} more"),
    "petunjuk": (
        "--tinjau menampilkan bagaimana setiap tabel dipahami; -o FOLDER menulis folder data untuk dikoreksi.",
        "--tinjau shows how each table was understood; -o FOLDER writes the data folder for correction.",
    ),
    "ditulis": ("Ditulis", "Written"),
    "ditulis.isi": (
        "{n} berkas: laporan.yaml, narasi.yaml bila ada, {tabel} tabel di tabel/, {formulir} formulir di pk/",
        "{n} files: laporan.yaml, narasi.yaml if any, {tabel} tables in tabel/, {formulir} forms in pk/",
    ),
    "lihat": ("Yang perlu dilihat", "What to look at"),
    "lihat.catatan": (
        "{n} catatan pembacaan; sel yang bukan angka ditandai di kolom kata:",
        "{n} remarks on the reading; cells that are no figures are named in the column kata:",
    ),
    "lihat.asing": (
        "{n} tabel tidak dikenali seluruhnya atau sebagian: ganti nama kolomnya di baris pertama berkas CSV "
        "({angka} angka)",
        "{n} tables not recognised, wholly or in part: rename their columns in the first line of the CSV file "
        "({angka} figures)",
    ),
    "lihat.narasi": (
        "{n} angka narasi tidak terikat: lengkapi di narasi.yaml yang ber-rumus tanpa",
        "{n} figures of the prose are untied: complete those with rumus: tanpa in narasi.yaml",
    ),
    "lihat.program": (
        "{n} indikator belum menyebut program yang menunjangnya: isi kunci program di laporan.yaml",
        "{n} indicators do not name the programs that serve them: fill in the key program in laporan.yaml",
    ),
    "lihat.tabel": (
        "cocokkan tabel/*.csv dengan laporannya; kolom asal memuat nomor baris naskah bila sumbernya teks",
        "compare tabel/*.csv with the report; the column asal has the line of the source where that is text",
    ),
    "sesudah": ("Sesudah dikoreksi: sakip reviu {folder}", "When it is corrected: sakip reviu {folder}"),
    "templat.ditulis": (
        "{berkas}: {n} lembar. Isi lembar yang ada di laporan, hapus yang tidak, lalu: sakip reviu {berkas}",
        "{berkas}: {n} sheets. Fill in those that the report has, delete the others, then: sakip reviu {berkas}",
    ),
}
"""Key to the words in each language, in the order of `BAHASA`."""
