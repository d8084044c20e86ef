"""Small reports as text, and what is read of them, for the tests of the interpreter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.pembaca.tafsir import tafsirkan
from sakip.pembaca.teks import blok_teks

if TYPE_CHECKING:
    from sakip.model.laporan import Laporan
    from sakip.model.narasi import Klaim
    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.model.tabel import Tabel
    from sakip.pembaca.hasil import Pembacaan

SAMPUL = """LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)

DINAS PERTANIAN
KABUPATEN CONTOH

2025

"""

ANGGARAN = """Tabel 2.7
Anggaran dan Realisasi Tahun 2025

KODE REK\tPROGRAM/KEGIATAN/SUB KEGIATAN\tANGGARAN (Rp)\tREALISASI ANGGARAN (Rp)\t(%) CAPAIAN
URUSAN PERTANIAN\t\t300.000.000,00\t240.000.000,00\t80,00
DINAS PERTANIAN\t\t\t\t
01\tPROGRAM PENUNJANG URUSAN\t100.000.000,00\t80.000.000,00\t80,00
2.01\tPerencanaan Kinerja\t100.000.000,00\t80.000.000,00\t80,00
0001\tPenyusunan Dokumen\t100.000.000,00\t80.000.000,00\t80,00
02\tPROGRAM PENYULUHAN PERTANIAN\t200.000.000,00\t160.000.000,00\t80,00
2.01\tPelaksanaan Penyuluhan\t200.000.000,00\t160.000.000,00\t80,00
0001\tPengembangan Kapasitas Penyuluh\t200.000.000,00\t160.000.000,00\t80,00
"""

KINERJA = """Tabel 3.1
Capaian Kinerja Tahun 2025

NO\tSASARAN STRATEGIS\tINDIKATOR KINERJA\tTARGET\tREALISASI\tCAPAIAN %\tKATEGORI
1\t2\t3\t4\t5\t6\t7
1.\tMeningkatnya kelompok tani maju\tPersentase Kelompok Tani Maju\t50,00%\t55,00%\t110,00\tSangat Tinggi
2.\tMeningkatnya akuntabilitas\tNilai AKIP\t80,00\t80,80\t101,00\tSangat Tinggi
Rata-rata capaian\t\t\t\t\t105,50\tSangat Tinggi
"""


def baca(isi: str) -> Pembacaan:
    return tafsirkan(blok_teks(SAMPUL + isi, "laporan.txt"))


def laporan(isi: str) -> Laporan:
    return baca(isi).laporan


def tabel(isi: str) -> Tabel:
    (hasil,) = laporan(isi).tabel
    return hasil


def peran(t: Tabel) -> list[str]:
    return [k.kunci for k in t.kolom]


def baris(t: Tabel) -> list[tuple[str, ...]]:
    """The rows below the heading: kind, then the cells."""
    return [(b.jenis, *(s.teks for s in b.sel)) for b in t.baris if b.jenis not in {"judul", "nomor"}]


def formulir(isi: str) -> PerjanjianKinerja:
    (hasil,) = laporan(isi).perjanjian
    return hasil


def klaim(isi: str, tertulis: str) -> list[Klaim]:
    return [k for k in laporan(isi).narasi if k.tertulis.teks == tertulis]
