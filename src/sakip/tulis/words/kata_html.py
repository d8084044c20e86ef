"""The words of the page, Indonesian and English, beside those that all writers share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.model.peran import PERAN
from sakip.tulis.teks import banyak
from sakip.tulis.words.kata import KATA, Kamus

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["KATA_HTML", "KELUARGA", "Kata"]


class Kata(Kamus):
    """Words, rules and findings in one language; counts as its readers write them."""

    def __init__(self, bahasa: str, judul: Mapping[str, tuple[str, str]] | None = None) -> None:
        super().__init__(bahasa, judul)
        self.asing = bahasa != "id"

    def __call__(self, kunci: str, **isi: object) -> str:
        """The words for `kunci`, filled with `isi`; counts with separators."""
        kata = KATA_HTML.get(kunci) or KATA[kunci]
        return kata[self._ke].format_map({k: self.n(v) if isinstance(v, int) else v for k, v in isi.items()})

    def n(self, n: int) -> str:
        """A count."""
        return banyak(n, self.bahasa)

    def persen(self, teks: str) -> str:
        """A percentage written in Indonesian, as the readers of this language write it."""
        return teks if not self.asing else teks.translate(str.maketrans(",.", ".,"))

    def peran(self, nama: str) -> str:
        """The name of a role, as a heading."""
        teks = PERAN[nama].term if self.asing else PERAN[nama].sebutan
        return teks[:1].upper() + teks[1:]

    def keluarga(self, kode: str) -> str:
        """The name of a family of rules; the letters alone for one that is not ours."""
        nama = KELUARGA.get(kode)
        return f"{kode} · {nama[self._ke]}" if nama else kode


KELUARGA: dict[str, tuple[str, str]] = {
    "ANG": ("Anggaran", "Budget"),
    "EFI": ("Efisiensi", "Efficiency"),
    "FAK": ("Angka yang berulang", "Repeated figures"),
    "IDN": ("Identitas laporan", "Identity of the report"),
    "KAS": ("Kaskade kinerja", "Cascade"),
    "KIN": ("Capaian kinerja", "Performance"),
    "KON": ("Keselarasan dengan rencana", "Agreement with the plan"),
    "MET": ("Metode", "Method"),
    "NAM": ("Ejaan nama", "Spelling of names"),
    "NAR": ("Narasi", "Prose"),
    "NOM": ("Penomoran", "Numbering"),
    "NOT": ("Penulisan angka", "Notation"),
    "PKJ": ("Perjanjian kinerja", "Performance agreements"),
    "PRN": ("Pernyataan telah direviu", "Statement of the review"),
    "REA": ("Kewajaran", "Plausibility"),
    "SER": ("Deret target", "Series of targets"),
    "TAB": ("Hitungan tabel", "Table arithmetic"),
}
"""The families of rules."""


KATA_HTML: dict[str, tuple[str, str]] = {
    # the page
    "html.judul": ("Reviu {instansi} {tahun}", "Review of {instansi} {tahun}"),
    "html.judul_banyak": ("Reviu {n} laporan kinerja", "Review of {n} performance reports"),
    "html.langsung": ("Langsung ke temuan", "Skip to the findings"),
    "html.isi": ("Isi halaman", "Contents"),
    "html.laporan": ("Laporan", "Reports"),
    "html.kaki": (
        "Dihasilkan oleh sakip {sakip} dengan aturan {aturan}. Halaman ini utuh dalam satu berkas dan tidak "
        "mengambil apa pun dari jaringan. Arti suatu kode: sakip aturan KODE.",
        "Made by sakip {sakip} with rules {aturan}. This page is one file and fetches nothing from any network. "
        "What a code means: sakip aturan CODE.",
    ),
    # summary
    "html.ringkasan": ("Ringkasan", "Summary"),
    "html.kesimpulan": ("Kesimpulan", "Conclusion"),
    "html.tahun": ("Tahun", "Year"),
    "html.terperiksa": ("angka terperiksa", "figures checked"),
    "html.cakupan_batang": (
        "{terperiksa} dari {angka} angka terperiksa",
        "{terperiksa} of {angka} figures checked",
    ),
    "simpul.kosong": (
        "Sumber ini tidak memuat angka, sehingga tidak ada yang dapat disimpulkan.",
        "This source has no figures, so that nothing can be concluded.",
    ),
    "simpul.kesalahan": (
        "Masih terbuka {kesalahan} kesalahan: angka yang tercetak saling bertentangan. Selama belum diperbaiki "
        "atau ditanggapi, laporan ini belum dapat dinyatakan bebas dari perbedaan yang menimbulkan keraguan atas "
        "keandalan informasinya.",
        "Errors still open: {kesalahan}. Printed figures contradict one another. Until they are corrected or "
        "answered, the report cannot be declared free of differences that put its information in doubt.",
    ),
    "simpul.peringatan": (
        "Tidak ada kesalahan yang terbuka. Masih terbuka {peringatan} peringatan: perbedaan yang dapat wajar, "
        "tetapi perlu dijelaskan sebelum laporan dinyatakan telah direviu.",
        "No errors are open. Warnings still open: {peringatan}. They may be innocent, but need an explanation "
        "before the report is declared reviewed.",
    ),
    "simpul.catatan": (
        "Tidak ada kesalahan maupun peringatan yang terbuka; ada {catatan} catatan untuk dipertimbangkan.",
        "No errors and no warnings are open; notes to consider: {catatan}.",
    ),
    "simpul.bersih": (
        "Tidak ditemukan perbedaan pada angka yang terperiksa.",
        "No difference was found among the figures checked.",
    ),
    "simpul.tanpa_periksa": (
        "Tidak satu angka pun terperiksa, sehingga tidak adanya temuan tidak berarti apa-apa.",
        "Not one figure was checked, so that the absence of findings means nothing.",
    ),
    "simpul.belum": (
        "Kesimpulan ini hanya mengenai angka yang terperiksa: {belum} dari {angka} angka belum diperiksa oleh "
        "hubungan mana pun, dan kebenaran angka terhadap dokumen sumbernya tetap tugas pereviu.",
        "This is about the figures checked only: {belum} of {angka} figures were reached by no relation, and "
        "whether figures agree with their source documents remains for the reviewer.",
    ),
    "simpul.hilang": (
        "{n} bagian sumber tidak terbaca; apa yang tercetak di sana belum diperiksa sama sekali.",
        "Parts of the source could not be read, and nothing that is printed there was checked: {n}.",
    ),
    "simpul.penuh": (
        "Kesimpulan ini mengenai kesesuaian angka di dalam laporan; kebenarannya terhadap dokumen sumber tetap "
        "tugas pereviu.",
        "This is about agreement within the report; whether figures agree with their source documents remains "
        "for the reviewer.",
    ),
    "simpul.galat": (
        "{n} aturan gagal dijalankan, sehingga kesimpulan ini belum lengkap.",
        "Rules that failed to run: {n}; the conclusion is incomplete.",
    ),
    "simpul.sebagian": (
        "Hanya sebagian aturan yang dijalankan ({pilihan}).",
        "Only some of the rules were run ({pilihan}).",
    ),
    "simpul.tak_dapat": (
        "{n} hubungan tidak dapat diperiksa.",
        "Relations that could not be checked: {n}.",
    ),
    "simpul.terjawab": (
        "{n} temuan sudah dijawab dan tidak dihitung sebagai terbuka; jawabannya tertulis pada temuan itu.",
        "Findings answered and not counted as open: {n}; the answers stand with them.",
    ),
    "simpul.tak_berpasangan": (
        "{n} tanggapan tidak cocok dengan temuan mana pun: {id}.",
        "Answers that belong to no finding, {n}: {id}.",
    ),
    # charts
    "html.capaian": ("Capaian terhadap target", "Achievement against target"),
    "html.capaian.cara": (
        "Batang: capaian menurut hitungan ulang dari target dan realisasi yang tercetak; garis tegak: target (100%).",
        "Bars: achievement reckoned anew from the printed target and realisation; upright line: target (100%).",
    ),
    "html.capaian.potong": (
        "Batang bergerigi melampaui ujung skala ({maks}%); nilainya tertulis di sebelahnya.",
        "Notched bars go beyond the end of the scale ({maks}%); their value is written beside them.",
    ),
    "html.capaian.batang": (
        "Capaian {capaian}; target {target}, realisasi {realisasi}",
        "Achievement {capaian}; target {target}, realisation {realisasi}",
    ),
    "html.tercapai": ("mencapai target", "target reached"),
    "html.belum_tercapai": ("belum mencapai target", "target not reached"),
    "html.serapan": ("Serapan anggaran", "Budget absorption"),
    "html.serapan.cara": (
        "Batang: realisasi terhadap anggaran menurut hitungan ulang; panjang penuh berarti 100%.",
        "Bars: realisation against budget, reckoned anew; full length means 100%.",
    ),
    "html.serapan.batang": (
        "Serapan {serapan}: realisasi {realisasi} dari anggaran {pagu}",
        "Absorption {serapan}: realisation {realisasi} of budget {pagu}",
    ),
    "html.dari": ("{realisasi} dari {pagu}", "{realisasi} of {pagu}"),
    "html.tercetak_lain": ("tercetak {teks} pada {tempat}", "printed {teks} in {tempat}"),
    "html.tabel_data": ("Data grafik ini sebagai tabel", "The data of this chart as a table"),
    "indikator": ("Indikator", "Indicator"),
    "target": ("Target", "Target"),
    "realisasi": ("Realisasi", "Realisation"),
    "capaian": ("Capaian", "Achievement"),
    "kategori": ("Kategori tercetak", "Rating as printed"),
    "program": ("Program", "Program"),
    "baris": ("Baris", "Line"),
    "anggaran": ("Anggaran", "Budget"),
    "serapan": ("Serapan", "Absorption"),
    "keterangan": ("Keterangan", "Remark"),
    "jenis.tujuan": ("Tujuan", "Goals"),
    "jenis.sasaran": ("Sasaran", "Objectives"),
    "jenis.program": ("Program", "Programs"),
    "jenis.kegiatan": ("Kegiatan", "Activities"),
    "jenis.sub_kegiatan": ("Sub kegiatan", "Sub-activities"),
    "jenis.lain": ("Indikator lain", "Other indicators"),
    # cascade
    "html.kaskade": ("Kaskade perjanjian kinerja", "Cascade of agreements"),
    "html.kaskade.cara": (
        "Siapa mempertanggungjawabkan anggaran kepada siapa, menurut formulir perjanjian kinerja. Mata rantai yang "
        "putus ditandai dengan tanda silang, garis putus-putus dan kata-kata.",
        "Who answers for money to whom, by the agreement forms. Broken links are marked by a cross, a dashed line "
        "and words.",
    ),
    "html.kaskade.gambar": (
        "Pohon kaskade: {kantor} pejabat; {putus} mata rantai putus",
        "Tree of the cascade: officers {kantor}, broken links {putus}",
    ),
    "html.kaskade.uraian": (
        "Isi gambar ini ada pada daftar di bawahnya.",
        "What this picture shows is in the list below it.",
    ),
    "html.kaskade.daftar": ("Kaskade sebagai daftar", "The cascade as a list"),
    "html.kaskade.utuh": ("Tidak ada mata rantai yang putus.", "No broken links."),
    "kas.eselon": ("eselon {eselon}", "eselon {eselon}"),
    "kas.atasan": ("pihak kedua: {atasan}", "second party: {atasan}"),
    "kas.jumlah": ("JUMLAH {jumlah}", "total {jumlah}"),
    "kas.baris": ("{n} baris anggaran", "budget lines: {n}"),
    "kas.atasan_salah": ("pihak kedua bukan atasan langsung", "second party is not the superior"),
    "kas.atasan_salah.rinci": (
        "Pihak kedua tercetak {atasan}; seharusnya {benar}.",
        "The second party is printed {atasan}; it should be {benar}.",
    ),
    "kas.ganda": ("{n} sub kegiatan berpengampu ganda", "sub kegiatan with two owners: {n}"),
    "kas.ganda.rinci": ("Berpengampu ganda bersama {lain}: {daftar}.", "Owned also by {lain}: {daftar}."),
    "kas.geser": ("{n} baris bergeser", "shifted lines: {n}"),
    "kas.tanpa": ("Sub kegiatan tanpa pengampu", "Sub kegiatan without an owner"),
    "kas.tanpa.n": ("{n} sub kegiatan tanpa pengampu", "sub kegiatan without an owner: {n}"),
    "kas.lainnya": ("dan {n} lainnya", "and {n} more"),
    "kas.temuan": ("{n} temuan", "findings: {n}"),
    # findings
    "html.saring": ("Saring temuan", "Filter the findings"),
    "html.saring.keparahan": ("Keparahan", "Severity"),
    "html.saring.rumpun": ("Rumpun aturan", "Family of rules"),
    "html.saring.unit": ("Unit atau bagian laporan", "Office or part of the report"),
    "html.saring.cari": ("Kata atau angka", "Word or figure"),
    "html.saring.semua": ("Semua", "All"),
    "html.saring.hapus": ("Hapus saringan", "Clear the filter"),
    "html.saring.buka": ("Buka semua rincian", "Open all details"),
    "html.saring.tutup": ("Tutup semua rincian", "Close all details"),
    "html.saring.status": ("{{0}} dari {{1}} temuan ditampilkan", "{{0}} of {{1}} findings shown"),
    "html.saring.nihil": (
        "Tidak ada temuan yang cocok dengan saringan ini.",
        "No finding matches this filter.",
    ),
    "html.saring.cetak": (
        "Dicetak dengan saringan: {{0}} dari {{1}} temuan. Temuan lain tidak ikut tercetak.",
        "Printed with a filter: {{0}} of {{1}} findings. The others are not in this print.",
    ),
    "html.rincian": ("Bukti, akibat dan dasar", "Evidence, consequences and basis"),
    "html.tanpa_angka": ("–", "–"),
    "html.temuan_no": ("Temuan {no}", "Finding {no}"),
    "html.dugaan": ("Kemungkinan sebab", "Probable cause"),
    "html.pertimbangan": ("Pertimbangan", "To consider"),
    "html.pesan": ("Pesan", "Message"),
    "html.akibat": ("Akibat", "Consequences"),
    "html.bukti": ("Bukti", "Evidence"),
    "html.angka": ("Angka yang terlibat", "Figures involved"),
    "html.dasar": ("Dasar hukum", "Legal basis"),
    "html.id": ("Id temuan", "Id of the finding"),
    "html.unit": ("Unit", "Office"),
    "yakin.ya": ("bunyi aturan sudah dibaca", "wording was read"),
    "yakin.praktik": ("menurut praktik; bunyi belum dibaca", "by practice; wording not read"),
    "yakin.belum": ("belum terverifikasi", "not verified"),
    "unit.tabel": ("Tabel dan bagian lain", "Tables and other parts"),
    "unit.narasi": ("Narasi", "Prose"),
    "unit.hitungan": ("Perhitungan", "Calculations"),
    # reconciliation
    "html.rekonsiliasi": ("Rekonsiliasi anggaran", "Budget reconciliation"),
    "html.rekonsiliasi.cara": (
        "Setiap baris anggaran terhadap setiap tempat nilainya tercetak.",
        "Each budget line against each place where its value is printed.",
    ),
    "rek.tanda": ("Arti tanda", "Meaning of the marks"),
    "rek.sama": ("sama", "agrees"),
    "rek.beda": ("berbeda", "differs"),
    "rek.bagian": ("bagian", "share"),
    "rek.tunggal": ("satu-satunya cetakan", "the only print"),
    "rek.tiada": ("tidak tercetak", "not printed"),
    "rek.sama.arti": ("sama dengan nilai di kolom Nilai", "the same as the value in the column Value"),
    "rek.beda.arti": ("berbeda; yang tercetak tertulis di selnya", "differs; what is printed stands in the cell"),
    "rek.bagian.arti": (
        "memuat sebagian saja: bagian satu unit atau satu pejabat",
        "a part only: the share of one unit or officer",
    ),
    "rek.tunggal.arti": ("tercetak di satu tempat saja", "printed in one place only"),
    "rek.nilai": ("Nilai", "Value"),
    "rek.nilai.ragu": ("tidak pasti", "undecided"),
    "rek.ringkas": (
        "{n} baris: {sama} sama di semua tempat, {beda} berbeda, {tunggal} tercetak sekali.",
        "Lines: {n}; the same in all places {sama}, differing {beda}, printed once {tunggal}.",
    ),
    "rek.hanya_beda": ("Tampilkan hanya baris yang berbeda", "Show only the lines that differ"),
    "rek.status": ("{{0}} dari {{1}} baris ditampilkan", "{{0}} of {{1}} lines shown"),
    "rek.total": ("Seluruh anggaran", "The whole budget"),
    # what was checked
    "html.diperiksa": ("Yang diperiksa", "What was checked"),
    "html.diperiksa.cara": (
        "Setiap hubungan antarangka yang dihitung ulang, menurut aturannya.",
        "Every relation between figures that was reckoned anew, by rule.",
    ),
    "html.tak_dapat": ("Yang tidak dapat diperiksa", "What could not be checked"),
    "html.belum": ("Yang tidak diperiksa", "What was not checked"),
    "html.belum.isi": (
        "{n} angka tidak dicapai oleh hubungan mana pun, menurut tempat dan alasannya:",
        "Figures that no relation reached: {n}, by place and reason:",
    ),
    "html.belum.daftar": ("Daftar {n} angka yang belum terperiksa", "All unchecked figures ({n})"),
    "html.tanpa_bahan": (
        "Aturan yang dijalankan tetapi tidak menemukan apa pun untuk diperiksa",
        "Rules that were run but found nothing to check",
    ),
    "html.hubungan": ("Semua hubungan yang diperiksa", "All relations checked"),
    "html.nama": ("Nama", "Name"),
    "putusan.semua.sesuai": ("Sesuai", "Hold"),
    "putusan.semua.pembulatan": ("Pembulatan", "By rounding"),
    "putusan.semua.tidak_sesuai": ("Tidak sesuai", "Do not hold"),
    "putusan.semua.tak_dapat_diperiksa": ("Tak dapat", "Untested"),
}
"""Words of this writer alone, Indonesian and English."""
