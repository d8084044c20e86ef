"""The catalogue of messages, Indonesian and English. Evidence is kept as data; text is made on writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.temuan.temuan import Dugaan

if TYPE_CHECKING:
    from sakip.temuan.temuan import Akibat, Temuan

__all__ = ["BAHASA", "pesan"]

BAHASA = ("id", "en")
"""The languages there are; the first is the default."""


def pesan(benda: Temuan | Akibat | Dugaan, bahasa: str = "id") -> str:
    """A finding, what follows from it, or its probable cause, in one or two sentences.

    Raises:
        KeyError: there is no such message.
        ValueError: there is no such language.
    """
    jenis, kunci = ("dugaan", benda.jenis) if isinstance(benda, Dugaan) else (type(benda).__name__.lower(), benda.kunci)
    return KATALOG[f"{jenis}.{kunci}"][BAHASA.index(bahasa)].format_map(benda.isi)


KATALOG: dict[str, tuple[str, str]] = {
    "temuan.hasil": (
        "{nama} tercetak {tertulis}; menurut angka yang mendasarinya seharusnya {seharusnya} ({uraian}).",
        "{nama} is printed {tertulis}; by the figures it rests on it should be {seharusnya} ({uraian}).",
    ),
    "temuan.sama": (
        "{nama} tercetak {tertulis}, sedangkan di tempat lain {seharusnya} ({saksi}).",
        "{nama} is printed {tertulis}, but elsewhere {seharusnya} ({saksi}).",
    ),
    "temuan.operan": (
        "{nama} tercetak {tertulis}; {banyak} hubungan baru terpenuhi bila nilainya {seharusnya} ({uraian}).",
        "{nama} is printed {tertulis}; {banyak} relation(s) hold only if it is {seharusnya} ({uraian}).",
    ),
    "temuan.label": (
        "{nama} tercetak {tertulis}; menurut skala seharusnya {seharusnya} ({uraian}).",
        "{nama} is printed {tertulis}; by the scale it should be {seharusnya} ({uraian}).",
    ),
    "temuan.deret": (
        "Deret {banyak} angka pada {wadah} bergeser {arah} mulai {nama}: {daftar}.",
        "A run of {banyak} figures in {wadah} is shifted {arah} from {nama}: {daftar}.",
    ),
    "temuan.salinan": (
        "{banyak} angka pada satu baris {wadah} sama dengan angka baris di sebelahnya: {daftar}.",
        "{banyak} figures of one line of {wadah} are those of the line next to it: {daftar}.",
    ),
    "temuan.tukar": (
        "{nama} dan {nama2} tertukar: tercetak {tertulis} dan {tertulis2}, seharusnya {seharusnya} dan {seharusnya2}.",
        "{nama} and {nama2} are swapped: printed {tertulis} and {tertulis2}, should be {seharusnya} and {seharusnya2}.",
    ),
    "temuan.pasangan": (
        "{nama} dan {nama2} tercetak {tertulis} dan {tertulis2}, seharusnya {seharusnya} dan {seharusnya2}; yang "
        "tercetak menghasilkan {hasil}, realisasi tahun {tahun}.",
        "{nama} and {nama2} are printed {tertulis} and {tertulis2}, should be {seharusnya} and {seharusnya2}; as "
        "printed they give {hasil}, the realisation of {tahun}.",
    ),
    "temuan.setara": (
        "{uraian} tidak terpenuhi. Ada {banyak} perbaikan terkecil, dan laporan tidak menunjukkan yang mana: {daftar}.",
        "{uraian} does not hold. There are {banyak} smallest corrections, and the report does not show which is right: "
        "{daftar}.",
    ),
    "temuan.relasi": (
        "{uraian} tidak terpenuhi: tercetak {tertulis}, sedangkan angka lainnya menghasilkan {seharusnya}.",
        "{uraian} does not hold: printed {tertulis}, while the other figures give {seharusnya}.",
    ),
    "temuan.beda": (
        "{uraian} tidak terpenuhi: {daftar}. Laporan tidak menunjukkan mana yang benar.",
        "{uraian} does not hold: {daftar}. The report does not show which is right.",
    ),
    "temuan.baris_hilang": (
        "Jumlah pada {wadah} melebihi rinciannya di {banyak} kolom, dan kelebihannya sendiri menjumlah seperti satu "
        "baris: {daftar}.",
        "The totals of {wadah} exceed their lines in {banyak} columns, by figures that add up like a line of their "
        "own: {daftar}.",
    ),
    "temuan.syarat": ("{judul}: {tertulis}; seharusnya {seharusnya}.", "{judul}: {tertulis}; should be {seharusnya}."),
    "temuan.arah": (
        "Dinyatakan {kata}, tetapi angkanya {deret}.",
        "The text says {kata}, but the figures are {deret}.",
    ),
    "temuan.lunak": (
        "{banyak} angka tidak mengikuti dasar yang tercetak ({uraian}). {daftar}",
        "{banyak} figures do not follow from the printed base ({uraian}). {daftar}",
    ),
    "temuan.wajar_dibatasi": (
        "{nama} tercetak {tertulis}, sedangkan rumusnya menghasilkan {seharusnya}. Dapat pula dibatasi {tertulis}, "
        "tetapi laporan tidak menyatakan batas dan tidak ada baris lain yang menunjukkannya.",
        "{nama} is printed {tertulis}, while its formula gives {seharusnya}. It may be capped at {tertulis}, but the "
        "report states no cap and no other line shows one.",
    ),
    "temuan.wajar_rumusnya": (
        "{nama} tercetak {tertulis}, sedangkan rumus yang lazim menghasilkan {seharusnya}. Angka itu mengikuti rumus "
        "lain, yang tidak dinyatakan laporan dan tidak ditunjukkan baris lain.",
        "{nama} is printed {tertulis}, while the usual formula gives {seharusnya}. The figure follows another formula, "
        "which the report does not state and no other line shows.",
    ),
    "temuan.wajar_dihitung": (
        "{nama} tercetak {tertulis}, sedangkan angka yang tercetak menghasilkan {seharusnya}. Keduanya hanya sejalan "
        "bila dihitung dari realisasi yang lebih rinci daripada yang tercetak.",
        "{nama} is printed {tertulis}, while the printed figures give {seharusnya}. Both can only stand if it was "
        "reckoned from a finer realisation than is printed.",
    ),
    "temuan.bacaan": (
        "Dibaca: {uraian}. {gagal} dari {banyak} hubungannya tidak terpenuhi, sehingga yang diragukan pembacaan ini, "
        "bukan angkanya; angka-angka itu tidak diperiksa menurutnya. Antara lain {daftar}.",
        "Read as: {uraian}. {gagal} of {banyak} relations fail, so that the reading is in doubt and not the figures, "
        "which are not checked by it. Among them {daftar}.",
    ),
    "temuan.kolom_nol": (
        "Kolom {kolom} {wadah} seluruhnya nol, tetapi angka yang berhubungan dengannya tidak demikian: {daftar}. Kolom "
        "itu belum diisi, atau angka lain itu keliru.",
        "Column {kolom} of {wadah} is zero throughout, but the figures related to it are not: {daftar}. The column was "
        "not filled in, or those figures are wrong.",
    ),
    "akibat.hitung": (
        "{nama} tercetak {tertulis}; ikut berubah menjadi {seharusnya}.",
        "{nama} is printed {tertulis}; it becomes {seharusnya}.",
    ),
    "akibat.hilang": (
        "{nama} tercetak {tertulis} ({tempat}); sesuai lagi bila baris itu ada.",
        "{nama} is printed {tertulis} ({tempat}); it is right again with that line.",
    ),
    "akibat.salin": (
        "{nama} tercetak {tertulis} juga; ikut menjadi {seharusnya}.",
        "{nama} is printed {tertulis} too; it becomes {seharusnya}.",
    ),
    "dugaan.tertukar": ("kemungkinan dua angka bertukar tempat", "possibly two digits transposed"),
    "dugaan.salah": ("kemungkinan satu angka salah ketik", "possibly one digit mistyped"),
    "dugaan.lebih": ("kemungkinan satu angka terketik lebih", "possibly one digit too many"),
    "dugaan.kurang": ("kemungkinan satu angka tertinggal", "possibly one digit left out"),
    "dugaan.tanda": ("kemungkinan tanda minus keliru", "possibly a wrong sign"),
    "dugaan.pemisah": ("kemungkinan pemisah desimal bergeser", "possibly the separator misplaced"),
    "dugaan.potong": ("kemungkinan dipotong, bukan dibulatkan", "possibly cut off instead of rounded"),
    "dugaan.salin": ("kemungkinan tersalin dari {dari}", "possibly copied from {dari}"),
    "dugaan.ekor": (
        "kemungkinan sebagian angka tersalin dari {dari} (sama-sama berakhir {ekor})",
        "possibly copied in part from {dari} (both end in {ekor})",
    ),
    "dugaan.tahun_lain": ("kemungkinan nilai tahun {tahun} ({dari})", "possibly the value of {tahun} ({dari})"),
    "dugaan.sebelum_perubahan": (
        "kemungkinan anggaran sebelum perubahan ({dari})",
        "possibly the budget before revision ({dari})",
    ),
    "dugaan.target": (
        "kemungkinan target dipakai sebagai realisasi ({dari})",
        "possibly the target taken for the realisation ({dari})",
    ),
    "dugaan.operan_target": (
        "kemungkinan dihitung dari target {nilai}, bukan dari realisasi",
        "possibly reckoned from the target {nilai} instead of the realisation",
    ),
    "dugaan.operan_tahun": (
        "kemungkinan dihitung dari nilai tahun {tahun} ({nilai})",
        "possibly reckoned from the value of {tahun} ({nilai})",
    ),
    "dugaan.tertinggal": ("kemungkinan {dari} tidak ikut dijumlahkan", "possibly {dari} was left out of the sum"),
    "dugaan.dobel": ("kemungkinan {dari} dijumlahkan dua kali", "possibly {dari} was added twice"),
    "dugaan.rumus_lain": ("kemungkinan dihitung dengan rumus {rumus}", "possibly reckoned by the formula {rumus}"),
    "dugaan.geser": (
        "kemungkinan tersalin dari baris {arah}, sehingga deretnya bergeser",
        "possibly copied from the line {arah}, so that the run shifted",
    ),
    "dugaan.baris_hilang": ("kemungkinan satu baris tidak tercetak", "possibly one line was not printed"),
    "dugaan.tukar_sel": ("kemungkinan isi dua sel tertukar", "possibly the contents of two cells swapped"),
    "dugaan.formulir_lain": (
        "kemungkinan baris tersalin dari formulir {dari}",
        "possibly the lines were copied from the form of {dari}",
    ),
    "dugaan.celah": ("dapat pula wajar: {celah}", "may be innocent: {celah}"),
    "dugaan.materialitas": ("di bawah materialitas: {alasan}", "below materiality: {alasan}"),
    "dugaan.terbatas": (
        "pencarian dibatasi; mungkin ada perbaikan lain yang sama sederhananya, atau lebih",
        "the search was cut short; another correction may be as simple, or simpler",
    ),
    "dugaan.kalimat": (
        "lebih mungkin kalimatnya yang keliru, karena kalimat biasanya mengulang tabel",
        "more likely the sentence, since sentences mostly repeat tables",
    ),
    "dugaan.dasar_lain": (
        "cocok bila dasarnya {nilai}; dasar itu dapat berasal dari dokumen lain",
        "fits if the base is {nilai}; that base may come from another document",
    ),
}
