"""The words of the writers in two languages, and what a rule or a finding says in either."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.aturan import katalog
from sakip.errors import SkalaError
from sakip.tulis.teks import banyak
from sakip.tulis.words.pesan import BAHASA, pesan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sakip.angka.lokasi import Lokasi
    from sakip.aturan.definisi import Aturan
    from sakip.temuan.temuan import Akibat, Dugaan, Temuan
    from sakip.tinjauan.engine import Cakupan
    from sakip.tinjauan.tanggapan import Keadaan, ReviuBertanggapan, Tanggapan

__all__ = ["Kamus", "sebut_lokasi", "sebut_semua"]


def sebut_lokasi(lok: Lokasi, bahasa: str = "id") -> str:
    """A place as a person or an editor goes there: `tabel/2.7.csv:35 (naskah baris 894)`; empty for none."""
    id_ = bahasa == "id"
    bagian: list[str] = []
    if lok.berkas:
        bagian.append(lok.berkas if lok.baris is None else f"{lok.berkas}:{lok.baris}")
    elif lok.baris is not None:
        baris = f"{'baris' if id_ else 'row'} {lok.baris}"
        bagian.append(f"{lok.tabel}, {baris}" if lok.tabel else baris)
    elif lok.tabel:
        bagian.append(lok.tabel)
    if lok.halaman is not None:
        bagian.append(f"{'halaman' if id_ else 'page'} {lok.halaman}")
    if lok.sel:
        bagian.append(f"{'sel' if id_ else 'cell'} {lok.sel}")
    teks = ", ".join(bagian)
    if lok.asal is not None:
        asal = f"{'naskah baris' if id_ else 'source line'} {lok.asal}"
        teks = f"{teks} ({asal})" if teks else asal
    return teks


def sebut_semua(lokasi: Iterable[Lokasi], bahasa: str = "id") -> list[str]:
    """Places, those in one file together: `pk/20.yaml:92, 97 (naskah baris 2383, 2384)`."""
    berkas: dict[str, list[Lokasi]] = {}
    for lok in dict.fromkeys(lokasi):
        baris = bool(lok.berkas) and lok.baris is not None and lok.halaman is None and not lok.sel
        berkas.setdefault(lok.berkas if baris else repr(lok), []).append(lok)
    hasil = []
    for isi in berkas.values():
        teks = sebut_lokasi(isi[0], bahasa)
        if len(isi) > 1:
            nomor = ", ".join(dict.fromkeys(str(x.baris) for x in isi))
            asal = ", ".join(dict.fromkeys(str(x.asal) for x in isi if x.asal is not None))
            teks = f"{isi[0].berkas}:{nomor}"
            teks += f" ({'naskah baris' if bahasa == 'id' else 'source line'} {asal})" if asal else ""
        hasil.append(teks)
    return list(dict.fromkeys(t for t in hasil if t))


class Kamus:
    """Words, rules and findings in one language."""

    def __init__(self, bahasa: str, judul: Mapping[str, tuple[str, str]] | None = None) -> None:
        self.bahasa = bahasa
        self._ke = BAHASA.index(bahasa)
        self.aturan: dict[str, Aturan] = {a.kode: a for a in katalog()}
        self._lain = judul or {}

    def __call__(self, kunci: str, **isi: object) -> str:
        """The words for `kunci`, filled with `isi`."""
        return KATA[kunci][self._ke].format_map(isi)

    def judul(self, kode: str) -> str:
        """The name of a rule; empty for one that is not in the catalogue."""
        a = self.aturan.get(kode)
        return (self._lain.get(kode, ("", "")) if a is None else (a.judul, a.title))[self._ke]

    def pesan(self, t: Temuan) -> str:
        """What a finding says."""
        return pesan(attrs.evolve(t, isi=self._isi(t.isi, t.kode)), self.bahasa)

    def akibat(self, a: Akibat) -> str:
        """What follows from a finding."""
        return pesan(a, self.bahasa)

    def penjelasan(self, d: Dugaan, kode: str) -> str:
        """A probable cause, or an innocent reading, of a finding of the rule `kode`."""
        return pesan(attrs.evolve(d, isi=self._isi(d.isi, kode)), self.bahasa)

    def dasar(self, kunci: tuple[str, ...]) -> list[str]:
        """Citations, with how sure we are of each; a key that the regulation data lacks as it is."""
        # The regulations are read only by whoever shows a citation.
        from sakip.hukum.regulasi import kutipan

        hasil = []
        for k in kunci:
            try:
                hasil.append(kutipan(k))
            except SkalaError:
                hasil.append(k)
        return hasil

    def cakupan(self, c: Cakupan) -> str:
        """How much was checked."""
        persen = c.persen if self._ke == 0 else c.persen.replace(",", ".")
        n = {"terperiksa": banyak(c.terperiksa, self.bahasa), "angka": banyak(c.angka, self.bahasa)}
        hasil = self("cakupan.banyak", **n, persen=persen)
        if c.penomoran or c.tahun:
            luar = {"nomor": banyak(c.penomoran, self.bahasa), "tahun": banyak(c.tahun, self.bahasa)}
            hasil += self("cakupan.luar", **luar)
        return hasil + self("cakupan.hilang", n=banyak(c.hilang, self.bahasa)) if c.hilang else hasil

    def jawaban(self, j: Tanggapan, keadaan: Keadaan | None = None) -> str:
        """An answer, beginning with how its finding stands; with its own status where there is no finding."""
        depan = self(f"keadaan.{j.status if keadaan is None else keadaan.value}")
        if j.tanggal is not None:
            depan += f" ({j.tanggal}; {j.oleh})" if j.oleh else f" ({j.tanggal})"
        bagian = [f"{depan}: {j.alasan}" if j.alasan else depan]
        if j.sampai is not None:
            bagian.append(self("sampai", tanggal=j.sampai))
        return "; ".join(bagian)

    def ringkas_tanggapan(self, r: ReviuBertanggapan) -> str:
        """How many findings are answered, and which are open."""
        terbuka = {k: banyak(n, self.bahasa) for k, n in r.hitung_terbuka().items()}
        bagian = [self("tanggapan.banyak", n=banyak(len(r.terjawab), self.bahasa), **terbuka)]
        for kunci, isi in (("kedaluwarsa.banyak", r.kedaluwarsa), ("tak_berpasangan.banyak", r.tak_berpasangan)):
            if isi:
                bagian.append(self(kunci, n=banyak(len(isi), self.bahasa)))
        return "; ".join(bagian)

    def _isi(self, isi: Mapping[str, str], kode: str) -> Mapping[str, str]:
        """What a message says, with the texts of the rule in it in our language."""
        a = self.aturan.get(kode)
        if not self._ke or a is None:
            return isi
        ganti = {a.judul: a.title}
        if a.celah and a.reading:
            ganti[a.celah] = a.reading
        return {k: ganti.get(v, v) for k, v in isi.items()}


KATA: dict[str, tuple[str, str]] = {
    # what was reviewed
    "tahun": ("Laporan kinerja tahun {tahun}", "Performance report of {tahun}"),
    "sumber": ("Sumber", "Source"),
    "isi": ("Isi", "Contents"),
    "isi.angka": (
        "{tabel} tabel, {formulir} formulir perjanjian kinerja, {klaim} klaim narasi, {angka} angka",
        "tables {tabel}, agreement forms {formulir}, claims of the prose {klaim}, figures {angka}",
    ),
    "temuan": ("Temuan", "Findings"),
    "temuan.banyak": (
        "{kesalahan} kesalahan, {peringatan} peringatan, {catatan} catatan",
        "errors {kesalahan}, warnings {peringatan}, notes {catatan}",
    ),
    "hubungan": ("Hubungan", "Relations"),
    "hubungan.banyak": (
        "{sesuai} sesuai, {pembulatan} sesuai karena pembulatan, {tidak_sesuai} tidak sesuai, "
        "{tak_dapat_diperiksa} tidak dapat diperiksa",
        "{sesuai} hold, {pembulatan} hold by rounding, {tidak_sesuai} do not hold, "
        "{tak_dapat_diperiksa} could not be checked",
    ),
    "cakupan": ("Cakupan", "Coverage"),
    "cakupan.banyak": (
        "{terperiksa} dari {angka} angka terperiksa ({persen}%)",
        "{terperiksa} of {angka} figures checked ({persen}%)",
    ),
    "cakupan.luar": (
        "; di luar itu {nomor} nomor baris atau kolom dan {tahun} tahun",
        "; besides, {nomor} numbers of rows or columns and {tahun} years",
    ),
    "cakupan.hilang": (
        "; {n} bagian sumber tidak terbaca, sehingga angkanya tidak ikut dihitung",
        "; parts of the source that could not be read, whose figures are not counted: {n}",
    ),
    "pembaca": ("Catatan pembacaan", "Remarks on the reading"),
    "pembaca.isi": (
        "Yang tidak terbaca atau tidak dipahami tidak diperiksa.",
        "What could not be read or understood was not checked.",
    ),
    "versi": ("Versi", "Version"),
    "versi.isi": ("sakip {sakip}, aturan {aturan}", "sakip {sakip}, rules {aturan}"),
    "sidik": ("SHA-256", "SHA-256"),
    "galat.banyak": (
        "{n} aturan gagal dijalankan; lihat di bawah",
        "rules that failed to run: {n}; see below",
    ),
    "galat": ("Galat", "Failure"),
    # findings
    "bersih": ("Tidak ada temuan.", "No findings."),
    "kesalahan": ("Kesalahan", "Errors"),
    "peringatan": ("Peringatan", "Warnings"),
    "catatan": ("Catatan", "Notes"),
    "satu.kesalahan": ("kesalahan", "error"),
    "satu.peringatan": ("peringatan", "warning"),
    "satu.catatan": ("catatan", "note"),
    "no": ("No", "No"),
    "kode": ("Kode", "Code"),
    "tempat": ("Tempat", "Place"),
    "tercetak": ("Tercetak", "Printed"),
    "seharusnya": ("Seharusnya", "Should be"),
    "selisih": ("Selisih", "Difference"),
    "sebab": ("Kemungkinan sebab", "Probable cause"),
    "dugaan": ("Dugaan", "Cause"),
    "akibat": ("Akibat", "Leads to"),
    "bukti": ("Bukti", "Evidence"),
    "angka": ("Angka", "Figures"),
    "letak": ("Letak", "Where"),
    "letak.lainnya": ("dan {n} tempat lainnya (--rinci)", "and {n} more places (--rinci)"),
    "dasar": ("Dasar", "Basis"),
    "sidik_temuan": ("Id", "Id"),
    "alternatif.banyak": ("{n} kemungkinan", "{n} possibilities"),
    "lainnya": ("dan {n} lainnya (--rinci)", "and {n} more (--rinci)"),
    "dipendekkan": (
        "Yang dipendekkan ditandai … atau (--rinci); --rinci menampilkan semuanya. Arti suatu kode: sakip aturan KODE.",
        "What is shortened is marked … or (--rinci); --rinci shows all. What a code means: sakip aturan CODE.",
    ),
    "kaki": ("Arti suatu kode: sakip aturan KODE.", "What a code means: sakip aturan CODE."),
    # what was checked
    "diperiksa": ("Yang diperiksa", "What was checked"),
    "aturan": ("Aturan", "Rule"),
    "sesuai": ("Sesuai", "Hold"),
    "pembulatan": ("Pembu-\nlatan", "Round-\ning"),
    "tidak_sesuai": ("Tidak\nsesuai", "Do not\nhold"),
    "tak_dapat_diperiksa": ("Tak\ndapat", "Un-\ntested"),
    "jumlah": ("Jumlah", "Total"),
    "tanpa_bahan": (
        "Tidak menemukan apa pun untuk diperiksa:",
        "Found nothing to check:",
    ),
    "pembulatan.judul": ("Sesuai karena pembulatan", "Right by rounding only"),
    "pembulatan.isi": (
        "Angka ini mengikuti dari angka yang mendasarinya hanya bila angka itu dibulatkan, atau angka ini dipotong, "
        "sebelum dicetak. Menurut angka yang tercetak hasilnya lain; cocokkan dengan data sumbernya.",
        "These figures follow from the figures behind them only if those were rounded, or these cut off, before they "
        "were printed. What is printed gives another result; compare with the source data.",
    ),
    "pembulatan.dihitung": ("Menurut angka tercetak", "As printed figures give"),
    "tidak_diperiksa": ("Tidak dapat diperiksa", "What could not be checked"),
    "tidak_diperiksa.tidak_ada": (
        "Semua hubungan yang dinyatakan dapat diperiksa.",
        "Every relation stated could be checked.",
    ),
    "alasan": ("Alasan", "Reason"),
    "hubungan.apa": ("Hubungan", "Relation"),
    "aturan_gagal": ("Aturan yang gagal", "Rules that failed"),
    "aturan_gagal.isi": (
        "Aturan ini sendiri gagal, bukan laporannya; yang diperiksanya belum diperiksa.",
        "The rule itself failed, not the report; what it checks has not been checked.",
    ),
    # coverage
    "belum": (
        "{n} angka belum terperiksa:",
        "Unchecked figures, {n}:",
    ),
    "belum.tidak_ada": ("Setiap angka terperiksa.", "Every figure was checked."),
    "banyak": ("Banyak", "Count"),
    "misalnya": ("Angka", "Figures"),
    "daftar_belum": ("Angka yang belum terperiksa", "Unchecked figures"),
    "semua_hubungan": ("Semua hubungan", "All relations"),
    "putusan.sesuai": ("sesuai", "holds"),
    "putusan.pembulatan": ("pembulatan", "by rounding"),
    "putusan.tidak_sesuai": ("TIDAK SESUAI", "DOES NOT HOLD"),
    "putusan.tak_dapat_diperiksa": ("tak dapat", "not checkable"),
    "cara": ("cara", "by"),
    # answers to findings
    "tanggapan": ("Tanggapan", "Answer"),
    "tanggapan.banyak": (
        "{n} terjawab; terbuka {kesalahan} kesalahan, {peringatan} peringatan, {catatan} catatan",
        "{n} answered; open errors {kesalahan}, warnings {peringatan}, notes {catatan}",
    ),
    "kedaluwarsa.banyak": ("{n} tanggapan kedaluwarsa", "answers expired: {n}"),
    "tak_berpasangan.banyak": ("{n} tanggapan tak berpasangan", "answers to no finding: {n}"),
    "kedaluwarsa": (
        "Tanggapan yang kedaluwarsa; temuannya terbuka lagi:",
        "Answers that have expired; their findings are open again:",
    ),
    "tak_berpasangan": (
        "Tanggapan yang tidak cocok dengan temuan mana pun (temuannya sudah hilang, angkanya berubah, atau "
        "aturannya tidak dipilih):",
        "Answers that belong to no finding (it is gone, its figure changed, or its rule was not asked for):",
    ),
    "keadaan.terbuka": ("belum dijawab", "not answered yet"),
    "keadaan.diterima": ("diterima", "accepted"),
    "keadaan.ditolak": ("ditolak", "refused"),
    "keadaan.diperbaiki": ("diperbaiki", "mended"),
    "keadaan.kedaluwarsa": ("tanggapan kedaluwarsa", "answer expired"),
    "keadaan.belum_diperbaiki": (
        "dinyatakan diperbaiki, tetapi masih ditemukan",
        "said to be mended, but still found",
    ),
    "sampai": ("berlaku sampai {tanggal}", "holds until {tanggal}"),
    "tanggapan.petunjuk": (
        "# Tanggapan atas temuan reviu. Ganti status dengan diterima, ditolak, atau diperbaiki, lalu isi tanggal\n"
        "# (tahun-bulan-tanggal). Yang ditolak harus beralasan. Boleh ditambah: sampai (tanggal terakhir berlaku)\n"
        "# dan oleh (jabatan, bukan nama orang).",
        "# Answers to the findings of a review. Change the status to diterima (accepted), ditolak (refused) or\n"
        "# diperbaiki (mended) and fill in the date, tanggal (year-month-day). A refusal needs its reason, alasan.\n"
        "# May be added: sampai (the last day it holds) and oleh (the office, no person's name).",
    ),
    "tanggapan.ditambah": (
        "{berkas}: {n} temuan ditambahkan, {ada} sudah ada",
        "{berkas}: findings added {n}, there already {ada}",
    ),
    "tanggapan.lengkap": (
        "{berkas}: tidak ada yang ditambahkan; {ada} temuan sudah ada",
        "{berkas}: nothing to add; findings there already {ada}",
    ),
    # two drafts
    "banding": ("Perbandingan dua naskah", "Two drafts compared"),
    "banding.lama": ("Lama", "Earlier"),
    "banding.baru": ("Baru", "Later"),
    "banding.banyak": (
        "{selesai} selesai, {tersisa} tersisa, {baru} baru",
        "resolved {selesai}, remaining {tersisa}, new {baru}",
    ),
    "banding.sisi": ("{sumber} (aturan {aturan}, {n} temuan)", "{sumber} (rules {aturan}, findings {n})"),
    "banding.muncul": ("Temuan baru", "New findings"),
    "banding.tersisa": ("Temuan yang tersisa", "Remaining findings"),
    "banding.selesai": ("Temuan yang selesai", "Resolved findings"),
    "banding.tidak_ada": ("Tidak ada.", "None."),
    "banding.sebelumnya": ("(sebelumnya {nilai})", "(before: {nilai})"),
    "banding.laporan_lain": (
        "Perhatian: instansi atau tahunnya berbeda; keduanya tampaknya bukan naskah dari satu laporan.",
        "Note: the agency or the year differs; these do not seem to be drafts of one report.",
    ),
    "banding.aturan_lain": (
        "Perhatian: versi aturannya berbeda; temuan dapat muncul atau hilang karena aturannya.",
        "Note: the versions of the rules differ; findings may come or go because of the rules.",
    ),
    # formats for tools
    "alat.akar": ("folder tempat sakip dijalankan", "the folder in which sakip was run"),
    # one rule
    "aturan.daftar": ("Aturan {versi}: {n} aturan", "Rules {versi}: {n} rules"),
    "keparahan": ("Keparahan", "Severity"),
    "judul": ("Judul", "Title"),
    "memeriksa": ("Memeriksa", "Checks"),
    "penting": ("Mengapa", "Why"),
    "wajar": ("Dapat wajar", "Innocent if"),
    "wajar.tidak_ada": (
        "tidak ada: yang dilaporkan pasti saling bertentangan",
        "never: what it reports is always a contradiction",
    ),
    "sejak": ("Sejak", "Since"),
    "sejak.isi": ("aturan {versi}", "rules {versi}"),
    "dasar.tidak_ada": ("tidak ada; ini pemeriksaan hitungan", "none; this is arithmetic"),
    "contoh_salah": ("Contoh yang salah", "A failing example"),
    "contoh_benar": ("Contoh yang benar", "A passing example"),
    "contoh.tidak_ada": ("Belum ada contohnya.", "There is no example yet."),
    "contoh.temuan": ("Temuannya:", "It finds:"),
    "contoh.bersih": ("Tidak ada temuan.", "No findings."),
}
"""The words, Indonesian and English."""
