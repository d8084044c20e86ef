"""Forms and tables as other agencies print them: offices in headings, tables without titles."""

from __future__ import annotations

from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks
from sakip.tinjauan.engine import reviu

JUDUL = "PERJANJIAN KINERJA TAHUN 2025\n{}\n"
KINERJA = "\n| No | Sasaran | Indikator Kinerja | Target |\n|---|---|---|---|\n| 1 | Sasaran {n} | Indeks {n} | {t} |\n"
ANGGARAN = "\n| No | {apa} | Anggaran |\n|---|---|---|\n{baris}\n|  | Jumlah | Rp {jumlah}.000.000 |\n\n"


def anggaran(apa: str, jumlah: str, *baris: tuple[str, str]) -> str:
    isi = "\n".join(f"| {i} | {nama} | Rp {juta}.000.000 |" for i, (nama, juta) in enumerate(baris, 1))
    return ANGGARAN.format(apa=apa, baris=isi, jumlah=jumlah)


def test_jabatan_di_judul_formulir() -> None:
    """The office below `PERJANJIAN KINERJA` is that of the form, where no line names it otherwise."""
    teks = "# LAPORAN KINERJA TAHUN 2025\n\nDINAS CONTOH KOTA MISAL\n\n"
    teks += JUDUL.format("KEPALA DINAS CONTOH KOTA MISAL") + KINERJA.format(n="Mutu", t="81,50")
    teks += anggaran("Program", "10.190", ("Program Sarana", "8.250"), ("Program Penyuluhan", "1.940"))
    teks += JUDUL.format("KEPALA BIDANG SARANA") + KINERJA.format(n="Sarana", t="85,00")
    teks += anggaran("Kegiatan", "8.250", ("Pengawasan", "2.250"), ("Pengelolaan", "6.000"))
    lap = tafsirkan(blok_teks(teks, "x")).laporan
    assert [(pk.jabatan, pk.eselon, len(pk.anggaran)) for pk in lap.perjanjian] == [
        ("KEPALA DINAS CONTOH KOTA MISAL", "II", 2),
        ("KEPALA BIDANG SARANA", "III", 2),
    ]
    assert [t.kode for t in reviu(lap).temuan if t.keparahan != "catatan"] == []


def test_tabel_tanpa_judul_bukan_satu_hal() -> None:
    """The totals of two tables without a title are two things, and a sentence on the budget means neither."""
    teks = "# LAPORAN KINERJA TAHUN 2025\n\nPagu dinas tahun 2025 sebesar Rp 10,19 miliar.\n"
    for apa, jumlah, *baris in (
        ("Program", "10.190", ("Program Sarana", "8.250"), ("Program Penyuluhan", "1.940")),
        ("Kegiatan", "8.250", ("Pengawasan", "2.250"), ("Pengelolaan", "6.000")),
    ):
        teks += "\nRinciannya sebagai berikut.\n" + anggaran(str(apa), str(jumlah), *baris)
    r = reviu(tafsirkan(blok_teks(teks, "x")).laporan)
    assert [t.kode for t in r.temuan if t.keparahan != "catatan"] == []


def test_kalimat_di_bawah_judul_bukan_jabatan() -> None:
    """A sentence below `PERJANJIAN KINERJA` that begins with an office names no form's."""
    teks = "# LAPORAN KINERJA TAHUN 2025\n\nDINAS CONTOH KOTA MISAL\n\n**PERJANJIAN KINERJA TAHUN 2025**\n"
    teks += "Kepala Dinas Contoh telah menetapkan target berikut bersama Wali Kota:\n" + KINERJA.format(
        n="Mutu", t="81,50"
    )
    assert tafsirkan(blok_teks(teks, "x")).laporan.perjanjian == ()
