"""Words: agencies, indicators, programmes, headings, sentences. All fictional or of the trade."""

from __future__ import annotations

from typing import NamedTuple


class Ukuran(NamedTuple):
    """An indicator as it may be drawn: its usual range, decimals, and whether more is better."""

    nama: str
    satuan: str
    rendah: int
    tinggi: int
    desimal: int
    arah: int = 1


class Bidang(NamedTuple):
    """What an agency of one field of government does."""

    nama: str
    sasaran: tuple[str, ...]
    ukuran: tuple[Ukuran, ...]
    program: tuple[tuple[str, tuple[str, ...]], ...]
    unit: tuple[str, ...]
    barang: tuple[str, ...]


def _u(*baris: str) -> tuple[Ukuran, ...]:
    potong = (b.split("|") for b in baris)
    return tuple(Ukuran(n, s, int(a), int(b), int(d), int(x[0]) if x else 1) for n, s, a, b, d, *x in potong)


WILAYAH = (
    "Kabupaten Tirta Kencana",
    "Kota Sekar Arum",
    "Kabupaten Bumi Raya",
    "Kota Wanasari",
    "Kabupaten Gunung Sewu",
    "Kabupaten Pantai Jati",
    "Kota Karang Mulya",
    "Provinsi Nusa Lestari",
    "Kabupaten Lembah Asri",
)

BAB = ("PENDAHULUAN", "PERENCANAAN KINERJA", "AKUNTABILITAS KINERJA")

BIDANG = (
    Bidang(
        "Dinas Kesehatan",
        (
            "Meningkatnya derajat kesehatan ibu dan anak",
            "Meningkatnya mutu pelayanan kesehatan",
            "Terkendalinya penyakit menular",
            "Meningkatnya perilaku hidup sehat",
        ),
        _u(
            "Cakupan pelayanan antenatal|%|70|95|2",
            "Persentase persalinan di fasilitas kesehatan|%|75|96|2",
            "Cakupan imunisasi dasar lengkap|%|70|95|2",
            "Persentase Puskesmas terakreditasi paripurna|%|40|80|2",
            "Usia Harapan Hidup|Tahun|68|74|2",
            "Cakupan penemuan kasus TBC|%|50|90|1",
            "Persentase desa siaga aktif|%|40|85|2",
            "Jumlah posyandu aktif|Posyandu|120|480|0",
            "Persentase rumah tangga ber-PHBS|%|50|85|2",
            "Rasio dokter terhadap penduduk|Rasio|20|60|2",
        ),
        (
            (
                "Pemenuhan Upaya Kesehatan Perorangan dan Masyarakat",
                ("Penyediaan Layanan Kesehatan", "Penyelenggaraan Sistem Informasi Kesehatan"),
            ),
            (
                "Peningkatan Kapasitas Sumber Daya Manusia Kesehatan",
                ("Perencanaan Kebutuhan Tenaga Kesehatan", "Pengembangan Mutu Tenaga Kesehatan"),
            ),
            ("Sediaan Farmasi dan Makanan Minuman", ("Pemberian Izin Apotek", "Pengawasan Makanan Jajanan")),
            (
                "Pemberdayaan Masyarakat Bidang Kesehatan",
                ("Advokasi dan Kemitraan", "Pengembangan Upaya Kesehatan Bersumber Masyarakat"),
            ),
        ),
        (
            "RSUD Sekar Husada",
            "Puskesmas Wonoasri",
            "Puskesmas Tirtosari",
            "Puskesmas Karangjati",
            "RSUD Bina Waras",
            "Labkesda",
        ),
        ("Ambulans", "Lemari Vaksin", "Timbangan Bayi", "Mikroskop", "Tempat Tidur Pasien"),
    ),
    Bidang(
        "Dinas Pendidikan dan Kebudayaan",
        (
            "Meningkatnya akses pendidikan dasar",
            "Meningkatnya mutu satuan pendidikan",
            "Meningkatnya literasi masyarakat",
            "Terlestarikannya budaya daerah",
        ),
        _u(
            "Angka Partisipasi Murni SD|%|85|98|2",
            "Angka Partisipasi Kasar PAUD|%|60|90|2",
            "Persentase satuan pendidikan terakreditasi A|%|40|80|2",
            "Persentase guru bersertifikat pendidik|%|50|85|2",
            "Harapan Lama Sekolah|Tahun|11|14|2",
            "Persentase ruang kelas kondisi baik|%|60|92|2",
            "Indeks literasi siswa|Indeks|50|80|2",
            "Jumlah cagar budaya dilestarikan|Objek|12|60|0",
            "Persentase lulusan melanjutkan sekolah|%|70|97|1",
            "Jumlah sanggar seni aktif|Sanggar|15|90|0",
        ),
        (
            (
                "Pengelolaan Pendidikan",
                ("Pengelolaan Pendidikan Sekolah Dasar", "Pengelolaan Pendidikan Anak Usia Dini"),
            ),
            ("Pengembangan Kurikulum", ("Penetapan Kurikulum Muatan Lokal", "Evaluasi Muatan Lokal")),
            ("Pendidik dan Tenaga Kependidikan", ("Pemerataan Kuantitas Pendidik", "Peningkatan Kompetensi Pendidik")),
            ("Pelestarian Cagar Budaya", ("Penetapan Cagar Budaya", "Pemeliharaan Cagar Budaya")),
        ),
        (
            "SMP Negeri 1 Wonoasri",
            "SMP Negeri 2 Karangjati",
            "SD Negeri Tirtosari",
            "SKB Sekar Arum",
            "SMP Negeri 3 Bumirejo",
        ),
        ("Meja Siswa", "Komputer", "Proyektor", "Kursi Guru", "Lemari Buku"),
    ),
    Bidang(
        "Dinas Perhubungan",
        (
            "Meningkatnya keselamatan lalu lintas",
            "Meningkatnya layanan angkutan umum",
            "Meningkatnya kelengkapan prasarana jalan",
        ),
        _u(
            "Persentase kelengkapan rambu lalu lintas|%|50|90|2",
            "Persentase angkutan umum laik jalan|%|60|95|2",
            "Persentase halte kondisi baik|%|50|90|2",
            "Jumlah kendaraan wajib uji yang diuji|Unit|300|980|0",
            "Indeks kinerja ruas jalan|Indeks|50|85|2",
            "Persentase trayek terlayani|%|60|95|1",
            "Persentase lampu jalan menyala|%|65|96|2",
            "Tingkat keterisian angkutan perintis|%|40|80|2",
            "Jumlah titik parkir berizin|Titik|40|220|0",
        ),
        (
            (
                "Penyelenggaraan Lalu Lintas dan Angkutan Jalan",
                ("Penyediaan Perlengkapan Jalan", "Pengujian Berkala Kendaraan Bermotor"),
            ),
            ("Pengelolaan Pelayaran", ("Pembinaan Angkutan Sungai", "Pemeliharaan Dermaga")),
            ("Pengelolaan Perparkiran", ("Penataan Titik Parkir", "Pengawasan Juru Parkir")),
            ("Pengembangan Angkutan Umum", ("Penyediaan Angkutan Perintis", "Pembinaan Operator Angkutan")),
        ),
        ("UPTD Terminal Wonoasri", "UPTD Pengujian Karangjati", "UPTD Parkir Tirtosari", "UPTD Dermaga Bumirejo"),
        ("Bus Sekolah", "Alat Uji Emisi", "Mobil Derek", "Rambu Portabel", "Genset"),
    ),
    Bidang(
        "Dinas Koperasi dan Usaha Mikro",
        ("Meningkatnya kualitas koperasi", "Meningkatnya daya saing usaha mikro", "Meningkatnya akses pembiayaan"),
        _u(
            "Persentase koperasi aktif|%|50|90|2",
            "Persentase koperasi sehat|%|30|75|2",
            "Persentase usaha mikro naik kelas|%|10|40|2",
            "Jumlah usaha mikro berizin|Unit|200|950|0",
            "Persentase koperasi melaksanakan RAT|%|50|90|1",
            "Pertumbuhan volume usaha koperasi|%|10|30|2",
            "Jumlah wirausaha baru|Orang|50|300|0",
            "Persentase produk usaha mikro bermerek|%|20|60|2",
            "Persentase usaha mikro mengakses KUR|%|25|65|2",
        ),
        (
            ("Pengawasan dan Pemeriksaan Koperasi", ("Pemeriksaan Kepatuhan Koperasi", "Penilaian Kesehatan Koperasi")),
            (
                "Pendidikan dan Latihan Perkoperasian",
                ("Pelatihan Pengurus Koperasi", "Pelatihan Pengelola Simpan Pinjam"),
            ),
            ("Pemberdayaan Usaha Mikro", ("Pendataan Usaha Mikro", "Fasilitasi Perizinan Usaha Mikro")),
            ("Pengembangan UMKM", ("Pendampingan Produksi", "Fasilitasi Pemasaran")),
        ),
        (
            "Kelurahan Wonoasri",
            "Kelurahan Tirtosari",
            "Kelurahan Karangjati",
            "Kelurahan Bumirejo",
            "Kelurahan Sumberagung",
        ),
        ("Etalase Produk", "Mesin Jahit", "Laptop", "Tenda Pameran", "Printer Label"),
    ),
    Bidang(
        "Dinas Pertanian dan Ketahanan Pangan",
        ("Meningkatnya produksi tanaman pangan", "Meningkatnya populasi ternak", "Meningkatnya ketersediaan pangan"),
        _u(
            "Produktivitas padi|Ku/Ha|45|65|2",
            "Produktivitas jagung|Ku/Ha|48|72|2",
            "Persentase lahan beririgasi baik|%|50|85|2",
            "Skor Pola Pangan Harapan|Skor|70|94|1",
            "Cakupan vaksinasi ternak|%|50|90|2",
            "Persentase kelompok tani naik kelas|%|15|45|2",
            "Jumlah kelompok tani dibina|Kelompok|60|400|0",
            "Persentase pangan segar aman|%|70|96|2",
            "Jumlah lumbung pangan aktif|Unit|10|70|0",
        ),
        (
            ("Penyediaan Sarana Pertanian", ("Pengawasan Penggunaan Pupuk", "Penyediaan Benih Unggul")),
            (
                "Penyediaan Prasarana Pertanian",
                ("Pembangunan Jalan Usaha Tani", "Rehabilitasi Jaringan Irigasi Tersier"),
            ),
            ("Penyuluhan Pertanian", ("Pembinaan Kelompok Tani", "Pengembangan Metode Penyuluhan")),
            ("Pengendalian Kesehatan Hewan", ("Pelayanan Jasa Medik Veteriner", "Pengawasan Lalu Lintas Ternak")),
        ),
        (
            "Kecamatan Wonoasri",
            "Kecamatan Tirtosari",
            "Kecamatan Karangjati",
            "Kecamatan Bumirejo",
            "Kecamatan Sumberagung",
        ),
        ("Traktor Tangan", "Pompa Air", "Hand Sprayer", "Mesin Pengering", "Lemari Sampel"),
    ),
    Bidang(
        "Dinas Pariwisata",
        ("Meningkatnya kunjungan wisata", "Berkembangnya ekonomi kreatif", "Meningkatnya mutu destinasi"),
        _u(
            "Persentase destinasi berstandar|%|30|75|2",
            "Persentase pelaku wisata bersertifikat|%|30|80|2",
            "Tingkat hunian hotel|%|30|70|2",
            "Jumlah desa wisata mandiri|Desa|8|45|0",
            "Pertumbuhan pelaku ekonomi kreatif|%|8|25|2",
            "Indeks kepuasan wisatawan|Indeks|70|90|2",
            "Jumlah acara dalam kalender wisata|Acara|10|48|0",
            "Persentase kelompok sadar wisata aktif|%|45|90|1",
            "Kontribusi pariwisata terhadap PAD|%|5|25|2",
        ),
        (
            (
                "Peningkatan Daya Tarik Destinasi",
                ("Pengelolaan Destinasi", "Pengembangan Kawasan Strategis Pariwisata"),
            ),
            ("Pemasaran Pariwisata", ("Promosi Dalam Negeri", "Penyediaan Data Pariwisata")),
            ("Pengembangan Ekonomi Kreatif", ("Penyediaan Ruang Kreatif", "Pelatihan Pelaku Kreatif")),
            ("Pengembangan Sumber Daya Pariwisata", ("Pelatihan Dasar Kepariwisataan", "Sertifikasi Pemandu")),
        ),
        ("Kecamatan Pantai Jati", "Kecamatan Lembah Asri", "Kecamatan Gunung Sewu", "Kecamatan Karang Mulya"),
        ("Perahu Wisata", "Kamera", "Gazebo", "Papan Informasi", "Sound System"),
    ),
)

UMUM = _u(
    "Nilai evaluasi pelayanan publik|Nilai|60|85|2",
    "Indeks Kepuasan Masyarakat|Indeks|75|92|2",
    "Persentase pengadaan tepat waktu|%|70|95|2",
    "Persentase arsip tertata|%|50|90|2",
    "Indeks Profesionalitas ASN|Indeks|60|88|2",
    "Persentase aset tercatat|%|70|97|2",
    "Persentase pegawai mengikuti diklat|%|40|80|2",
    "Nilai keterbukaan informasi|Nilai|60|95|1",
    "Persentase usulan musrenbang terakomodasi|%|30|70|2",
    "Persentase layanan tepat waktu|%|65|95|2",
    "Jumlah inovasi pelayanan|Inovasi|5|30|0",
    "Persentase data statistik termutakhirkan|%|55|95|2",
    "Persentase rekomendasi ditindaklanjuti|%|60|97|2",
    "Indeks kematangan organisasi|Indeks|40|80|2",
    "Persentase belanja produk dalam negeri|%|50|95|2",
    "Persentase standar pelayanan diterapkan|%|60|95|1",
)

NEGATIF = _u(
    "Angka kematian ibu|Per 100.000 KH|80|180|2|-1",
    "Prevalensi stunting|%|12|28|2|-1",
    "Angka kemiskinan|%|6|16|2|-1",
    "Tingkat pengangguran terbuka|%|4|12|2|-1",
    "Angka putus sekolah|%|2|9|2|-1",
    "Waktu tanggap layanan|Menit|15|60|0|-1",
    "Angka kesakitan DBD|Per 100.000|20|90|1|-1",
    "Persentase kehilangan air|%|15|38|2|-1",
    "Jumlah kecelakaan lalu lintas|Kejadian|40|200|0|-1",
    "Persentase temuan berulang|%|8|30|2|-1",
    "Jumlah desa rawan pangan|Desa|10|60|0|-1",
)

MENIPU = _u(
    "Persentase balita gizi buruk yang mendapat perawatan|%|70|98|2",
    "Persentase pengaduan yang ditindaklanjuti|%|70|97|2",
    "Persentase penurunan angka kemiskinan|%|5|20|2",
    "Jumlah kasus kekerasan yang terselesaikan|Kasus|20|90|0",
    "Persentase korban bencana yang dilayani|%|65|97|2",
    "Cakupan penanganan kawasan kumuh|%|20|70|2",
    "Persentase pelanggaran perda yang ditertibkan|%|60|95|2",
    "Penurunan luas genangan banjir|Ha|10|80|2",
    "Jumlah penyandang masalah sosial yang dibina|Orang|100|600|0",
    "Persentase anak putus sekolah yang kembali bersekolah|%|30|80|2",
)

BERAWAL_JUMLAH = _u(
    "Rata-rata Lama Sekolah|Tahun|7|11|2",
    "Jumlah kunjungan wisatawan|Orang|400|990|0",
    "Total Fertility Rate|Angka|2|4|2",
    "Rerata Nilai Ujian|Nilai|55|85|2",
    "Rata - rata lama tinggal tamu|Hari|2|5|2",
    "Jumlah Penerimaan Retribusi|Juta Rupiah|300|900|0",
    "Total luas lahan tanam|Ha|200|900|0",
    "Rata-Rata waktu layanan informasi|Skor|60|90|2",
    "Jml pelatihan terselenggara|Paket|6|40|0",
    "Total nilai investasi|Miliar Rupiah|50|300|2",
    "Rerata skor kepatuhan unit layanan|Skor|60|95|2",
)

PENUNJANG = (
    "Penunjang Urusan Pemerintahan Daerah",
    (
        "Perencanaan dan Evaluasi Kinerja Perangkat Daerah",
        "Administrasi Keuangan Perangkat Daerah",
        "Administrasi Umum Perangkat Daerah",
    ),
)

SUB = (
    "Penyusunan Dokumen",
    "Koordinasi dan Sinkronisasi",
    "Pembinaan Teknis",
    "Monitoring dan Pelaporan",
    "Fasilitasi Pelaksanaan",
)

KELUARAN = (
    ("Jumlah dokumen", "Dokumen"),
    ("Jumlah laporan", "Laporan"),
    ("Jumlah peserta", "Orang"),
    ("Jumlah kegiatan", "Kali"),
)

UANG = (
    ("", "", 0),
    ("", "", 0),
    ("Rp", "", 0),
    ("Rp ", "", 0),
    ("Rp. ", ",-", 0),
    ("Rp.", "", 2),
    ("Rp", "", 2),
    ("", "", 2),
)

LABEL = (
    ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"),
    ("Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang"),
    ("Sangat Berhasil", "Berhasil", "Cukup Berhasil", "Kurang Berhasil", "Tidak Berhasil"),
    ("Memuaskan", "Baik", "Cukup Baik", "Kurang Baik", "Buruk"),
)

LABEL_TAK_BERSKALA = (
    ("Amat Baik", "Baik", "Sedang", "Kurang"),
    ("Tercapai", "Tercapai", "Hampir Tercapai", "Tidak Tercapai"),
    ("Sangat Memuaskan", "Memuaskan", "Cukup", "Perlu Perhatian"),
    ("Hijau", "Hijau", "Kuning", "Merah"),
    ("Istimewa", "Baik", "Cukup", "Buruk"),
)

KELUARAN_TRIWULAN = (
    ("Jumlah dokumen perencanaan", "Dokumen"),
    ("Jumlah laporan evaluasi", "Laporan"),
    ("Jumlah pembinaan", "Kali"),
    ("Jumlah sosialisasi", "Kali"),
    ("Jumlah peserta bimbingan", "Orang"),
)

LAYANAN_DASAR = (
    "Pelayanan ibu hamil",
    "Pelayanan bayi baru lahir",
    "Pelayanan balita",
    "Pendidikan anak usia dini",
    "Pendidikan kesetaraan",
    "Penyediaan air minum",
    "Rehabilitasi sosial lanjut usia",
    "Informasi rawan bencana",
)

DATA_SEKTORAL = (
    "Kunjungan perpustakaan",
    "Produksi ikan tangkap",
    "Penumpang angkutan umum",
    "Pelanggan air bersih",
    "Pencari kerja terdaftar",
    "Wajib pajak terdaftar",
    "Populasi ternak",
)

PERSENTASE_PROGRAM = (
    "Persentase layanan yang memenuhi standar",
    "Persentase ketersediaan laporan tepat waktu",
    "Persentase aparatur yang dilayani",
)

BAGIAN_KERJA = ("Sekretariat", "Bidang Perencanaan", "Bidang Pembinaan", "Bidang Data", "Bidang Pengembangan")

SEKTORAL = (
    ("Aspal", "Kerikil", "Tanah"),
    ("Kondisi Baik", "Kondisi Sedang", "Kondisi Rusak"),
    ("Wilayah Utara", "Wilayah Selatan", "Wilayah Tengah"),
)

PROGRAM_LUAR = (
    "Program Bantuan Prasarana Desa",
    "Program Dana Insentif Kecamatan",
    "Program Hibah Kelompok Masyarakat",
)

JABATAN = (
    "Kepala Dinas",
    "Sekretaris",
    "Kepala Bidang",
    "Kepala Subbagian Umum",
    "Kepala Subbagian Keuangan",
    "Jabatan Fungsional",
    "Pelaksana",
    "Kepala UPTD",
    "Kelompok Substansi",
)

KOMPONEN = (
    ("Perencanaan Kinerja", 30),
    ("Pengukuran Kinerja", 30),
    ("Pelaporan Kinerja", 15),
    ("Evaluasi Akuntabilitas Kinerja Internal", 25),
)

KATA: dict[str, tuple[str, ...]] = {
    # headings
    "nama": (
        "Indikator",
        "Indikator Kinerja",
        "Indikator Kinerja Utama",
        "IKU",
        "Indikator Sasaran",
        "INDIKATOR KINERJA",
    ),
    "sasaran": ("Sasaran", "Sasaran Strategis", "SASARAN STRATEGIS", "Sasaran Perangkat Daerah"),
    "satuan": ("Satuan", "SATUAN", "Sat."),
    "target": ("Target", "Target {t}", "Target PK", "Target Tahun {t}", "TARGET"),
    "realisasi": ("Realisasi", "Realisasi {t}", "Realisasi Tahun {t}", "REALISASI"),
    "capaian": (
        "Capaian (%)",
        "% Capaian",
        "Tingkat Capaian (%)",
        "Persentase Capaian",
        "Capaian",
        "CAPAIAN (%)",
        "Capaian Kinerja (%)",
    ),
    "pagu": (
        "Anggaran",
        "Anggaran (Rp)",
        "Pagu",
        "Pagu (Rp)",
        "Alokasi Anggaran",
        "Pagu Anggaran (Rp)",
        "DPPA",
        "Anggaran Perubahan (Rp)",
        "Jumlah Anggaran",
    ),
    "pagu_saja": ("Anggaran", "Anggaran (Rp)", "Pagu", "Pagu Anggaran (Rp)", "Alokasi Anggaran (Rp)"),
    "keuangan": (
        "Realisasi",
        "Realisasi (Rp)",
        "Realisasi Keuangan",
        "Realisasi Anggaran (Rp)",
        "Realisasi Keuangan (Rp)",
    ),
    "serapan": (
        "%",
        "Persentase",
        "Serapan (%)",
        "Persentase Serapan",
        "Penyerapan (%)",
        "% Realisasi",
        "Tingkat Serapan (%)",
    ),
    "sisa": ("Sisa", "Sisa Anggaran", "Sisa Anggaran (Rp)", "Sisa Pagu"),
    "program": ("Program", "PROGRAM", "Nama Program", "Uraian Program"),
    "uraian": ("Program/Kegiatan", "Program / Kegiatan / Sub Kegiatan", "Uraian", "PROGRAM/KEGIATAN/SUB KEGIATAN"),
    "kode": ("Kode", "Kode Rekening", "KODE"),
    "kategori": ("Kategori", "Kriteria", "Predikat", "Keterangan", "Kategori Capaian"),
    "selisih": (
        "Selisih",
        "Selisih (Rp)",
        "Bertambah/(Berkurang)",
        "Bertambah / (Berkurang) (Rp)",
        "Penambahan/Pengurangan",
    ),
    "murni": ("Anggaran Murni (Rp)", "APBD Murni", "Sebelum Perubahan (Rp)", "DPA", "Semula"),
    "perubahan": ("Anggaran Perubahan (Rp)", "APBD Perubahan", "Setelah Perubahan (Rp)", "DPPA", "Menjadi"),
    "jumlah": ("Jumlah", "JUMLAH", "Total", "TOTAL", "Jumlah Total", "Jumlah Seluruhnya"),
    "rerata": ("Rata-rata", "Rata-rata Capaian", "RATA-RATA", "Rerata", "Rata-rata Capaian Kinerja"),
    "unit": ("Unit Kerja", "Unit Pelaksana", "Lokasi", "Satuan Kerja", "Penanggung Jawab"),
    # titles
    "judul_kinerja": (
        "Capaian Indikator Kinerja Tahun {t}",
        "Pengukuran Kinerja {opd} Tahun {t}",
        "Target dan Realisasi Kinerja Tahun {t}",
        "Capaian Kinerja {opd} {t}",
        "Pencapaian Kinerja Sasaran Tahun {t}",
    ),
    "judul_anggaran": (
        "Realisasi Anggaran Tahun {t}",
        "Anggaran dan Realisasi Belanja Tahun Anggaran {t}",
        "Alokasi dan Realisasi Anggaran per Program TA {t}",
        "Penyerapan Anggaran {opd} Tahun {t}",
    ),
    # sentences
    "serap": (
        "Anggaran {opd} tahun {t} sebesar {a} terealisasi sebesar {b} atau {p}.",
        "Dari pagu anggaran sebesar {a}, realisasi tahun {t} mencapai {b} atau sebesar {p}.",
        "Pada tahun {t} {opd} mengelola anggaran {a} dengan realisasi {b} ({p}).",
        "Total anggaran yang dikelola pada tahun {t} adalah {a} dan yang terserap {b}, atau {p} dari pagu.",
    ),
    "serap_program": (
        "{n} dengan anggaran sebesar {a} terealisasi sebesar {b} atau {p}.",
        "Untuk {n} tersedia pagu {a} dan terserap {b} atau {p}.",
        "{n} didukung anggaran {a}, realisasinya {b} atau sebesar {p}.",
    ),
    "capai": (
        "{n} ditargetkan {a} dan terealisasi {b} sehingga capaian kinerjanya {p}.",
        "Realisasi {n} tahun {t} sebesar {b} dari target {a}, capaiannya {p}.",
        "Target {n} tahun {t} sebesar {a}, realisasi {b} dengan tingkat capaian {p}.",
    ),
    "banding": (
        "Realisasi {n} tahun {t} sebesar {b}, sedangkan pada tahun {l} sebesar {a}.",
        "Dibandingkan dengan tahun {l} yang sebesar {a}, realisasi {n} pada tahun {t} adalah {b}.",
    ),
    "banyak": (
        "Kewenangan {opd} tahun {t} dilaksanakan melalui {x} program dan {y} kegiatan.",
        "Urusan wajib pada {opd} tahun {t} didukung oleh {x} program, {y} kegiatan dan {z} sub kegiatan.",
    ),
    "mean": (
        "Rata-rata capaian {k} indikator pada tabel di atas adalah {p}.",
        "Capaian {k} indikator tersebut rata-rata {p}.",
    ),
    "miliar": (
        "Alokasi untuk {n} tahun {t} sekitar {a}.",
        "{n} pada tahun {t} mendapat anggaran kurang lebih {a}.",
        "Secara garis besar {n} mengelola pagu {a} pada tahun {t}.",
    ),
    "isi": (
        "Laporan ini disusun sebagai bentuk pertanggungjawaban atas pelaksanaan tugas.",
        "Uraian berikut menyajikan data yang tersedia sampai akhir tahun {t}.",
        "Faktor pendukung adalah koordinasi dengan perangkat daerah lain.",
        "Hambatan yang ditemui antara lain keterbatasan tenaga teknis.",
        "Data pada tabel berikut bersumber dari bidang teknis terkait.",
        "Tabel berikut menyajikan rinciannya.",
    ),
    "batas": (
        "Capaian kinerja yang melebihi {c}% dihitung paling tinggi {c}%.",
        "Dalam laporan ini persentase capaian dibatasi maksimal {c}%.",
        "Apabila capaian suatu indikator melampaui {c}%, maka capaian yang dicantumkan adalah {c}%.",
    ),
    "negatif_a": (
        "Untuk indikator negatif (semakin rendah semakin baik), capaian = (2 x Target - Realisasi) / Target x 100%.",
        "Indikator negatif: Capaian = (Target - (Realisasi - Target)) / Target x 100%",
    ),
    "negatif_b": (
        "Untuk indikator negatif (semakin rendah realisasi semakin baik), capaian = Target / Realisasi x 100%.",
        "Indikator negatif: Capaian = Target / Realisasi x 100%",
    ),
    "positif": (
        "Indikator positif: Capaian = Realisasi / Target x 100%",
        "Untuk indikator positif (semakin tinggi realisasi semakin baik), capaian = Realisasi / Target x 100%.",
    ),
}
