"""Words of the reports that are built: every agency, office and program in them is made up."""

from __future__ import annotations

__all__ = [
    "BIDANG",
    "INDIKATOR",
    "INSTANSI",
    "KATEGORI_SENDIRI",
    "KEGIATAN",
    "PENDIDIKAN",
    "PROGRAM",
    "SASARAN",
    "SEKSI",
    "SUB_KEGIATAN",
    "UNIT",
    "WILAYAH",
]

INSTANSI = "Dinas Contoh Kota Contoh"

PROGRAM = (
    "Penunjang Urusan Pemerintahan Daerah",
    "Pemberdayaan Perajin Tenun",
    "Pengelolaan Air Tanah",
    "Peningkatan Mutu Perpustakaan",
    "Penataan Taman Lingkungan",
    "Pelatihan Tenaga Terampil",
)
KEGIATAN = (
    "Administrasi Keuangan Perangkat Daerah",
    "Fasilitasi Sentra Tenun",
    "Pemantauan Sumur Resapan",
    "Pembinaan Perpustakaan Kelurahan",
    "Penghijauan Bantaran Sungai",
    "Pelatihan Las Dasar",
    "Penyediaan Jasa Penunjang",
    "Promosi Produk Daerah",
    "Inventarisasi Mata Air",
    "Digitalisasi Naskah Kuno",
    "Pemeliharaan Pohon Peneduh",
    "Sertifikasi Juru Masak",
)
SUB_KEGIATAN = (
    "Penyusunan Dokumen Perencanaan",
    "Penyediaan Gaji Pegawai",
    "Pelaksanaan Pendampingan Lapangan",
    "Pengadaan Peralatan Kerja",
    "Penyelenggaraan Pameran",
    "Pemutakhiran Basis Data",
)
SASARAN = (
    "Meningkatnya kemandirian perajin",
    "Terjaganya cadangan air tanah",
    "Meningkatnya minat baca warga",
    "Meningkatnya luas ruang hijau",
    "Meningkatnya akuntabilitas kinerja",
    "Terserapnya lulusan pelatihan",
)
INDIKATOR = (
    "Persentase perajin mandiri",
    "Muka air tanah rata-rata",
    "Indeks kegemaran membaca",
    "Persentase ruang terbuka hijau",
    "Nilai evaluasi AKIP",
    "Persentase lulusan bekerja",
    "Jumlah sengketa lahan",
    "Tingkat kerusakan pohon",
    "Jumlah koleksi digital",
    "Waktu tunggu layanan",
)
BIDANG = ("Bidang Kerajinan", "Bidang Sumber Daya Air", "Bidang Literasi", "Bidang Pertamanan")
SEKSI = ("Tata Usaha", "Pembinaan", "Pengawasan", "Sarana", "Kemitraan", "Informasi", "Pengembangan", "Evaluasi")
UNIT = ("Sekretariat", *BIDANG)
WILAYAH = ("Kecamatan Utara", "Kecamatan Selatan", "Kecamatan Timur", "Kecamatan Barat", "Kecamatan Tengah")
PENDIDIKAN = ("SMA", "D III", "S 1", "S 2")
KATEGORI_SENDIRI = (("> 100", "Sangat Berhasil"), ("> 85", "Berhasil"), ("> 70", "Cukup Berhasil"), ("<= 70", "Kurang"))
