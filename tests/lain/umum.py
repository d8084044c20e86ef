"""Sections on the agency itself: staff, goods, scale, AKIP, forms."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from . import bahan
from .kinerja import Bentuk
from .naskah import Baris, Kolom, angka_kolom

if TYPE_CHECKING:
    from .angka import Skala
    from .naskah import Naskah, Sel


def _lp(d: Naskah, l_: int, p: int, nama: str) -> Baris:
    a, b = d.angka(l_, d.notasi()), d.angka(p, d.notasi())
    return Baris({"nama": nama, "l": a, "p": b, "j": d.hitung("jumlah", "jumlah", (a, b), d.notasi())})


def _total(d: Naskah, atas: list[Baris]) -> dict[str, Sel]:
    hasil: dict[str, Sel] = {}
    for k in "lpj":
        hasil[k] = d.hitung("jumlah", "jumlah", angka_kolom(atas, k), d.notasi())
    return hasil


KOLOM_LP = (Kolom("l", "L"), Kolom("p", "P"), Kolom("j", "Jumlah"))
KOLOM_LP_PANJANG = (Kolom("l", "Laki-laki"), Kolom("p", "Perempuan"), Kolom("j", "Jumlah"))


def golongan_induk(d: Naskah) -> None:
    """Staff by golongan with their ranks: parents sum their lines, the total sums the parents."""
    baris: list[Baris] = []
    induk = []
    for g in ("IV", "III", "II")[: d.r.randint(2, 3)]:
        rinci = [_lp(d, d.r.randint(0, 6), d.r.randint(0, 9), f"{g}/{h}") for h in "dcba"[: d.r.randint(2, 4)]]
        atas = Baris(_total(d, rinci) | {"nama": f"Golongan {g}"}, "induk")
        induk.append(atas)
        baris += [atas, *rinci]
    baris.append(Baris(_total(d, induk) | {"nama": d.kata("jumlah")}, "total"))
    d.tabel(
        "Jumlah Pegawai Berdasarkan Pangkat dan Golongan",
        [Kolom("nama", d.pilih(("Golongan", "Pangkat/Golongan"))), *d.pilih((KOLOM_LP, KOLOM_LP_PANJANG))],
        baris,
    )


def bagan_organisasi(d: Naskah) -> None:
    """How many hold each post; some posts occur twice."""
    nama = d.r.sample(bahan.JABATAN, 5)
    nama.append(nama[-1])
    baris = []
    for j in nama:
        bagian = d.pilih(("Sekretariat", "Bidang I", "Bidang II", "UPTD"))
        baris.append(
            Baris(
                {"bagian": bagian, "nama": j, "k": str(d.r.randint(5, 15)), "j": d.angka(d.r.randint(1, 9), d.notasi())}
            )
        )
    baris[-1].isi["bagian"], baris[-2].isi["bagian"] = "Bidang I", "Bidang II"
    semua = angka_kolom(baris, "j")
    total = d.hitung("jumlah", "jumlah", semua, d.notasi())
    baris.append(Baris({"nama": d.kata("jumlah"), "j": total}, "total"))
    kolom = [
        Kolom("bagian", "Unit"),
        Kolom("nama", "Jabatan"),
        Kolom("k", "Kelas Jabatan"),
        Kolom("j", d.pilih(("Formasi", "Jumlah", "Jumlah Jabatan"))),
    ]
    d.tabel("Susunan Organisasi dan Jumlah Jabatan", kolom, baris)


def tahun_pengadaan(d: Naskah) -> None:
    """An inventory: a quantity, its unit, a year."""
    baris = [
        Baris(
            {
                "nama": b,
                "j": str(d.r.randint(1, 40)),
                "s": d.pilih(("Unit", "Buah", "Set")),
                "t": str(d.r.randint(1998, d.dunia.tahun)),
                "k": d.pilih(("Baik", "Rusak Ringan", "Kurang Baik")),
            }
        )
        for b in d.r.choices(d.dunia.bidang.barang, k=d.r.randint(4, 8))
    ]
    d.tabel(
        d.pilih(("Sarana dan Prasarana", "Daftar Inventaris Barang {opd}")),
        [
            Kolom("nama", "Nama Barang"),
            Kolom("j", d.pilih(("Jumlah", "Volume"))),
            Kolom("s", "Satuan"),
            Kolom("t", d.pilih(("Tahun Pengadaan", "Tahun Perolehan", "Thn. Beli"))),
            Kolom("k", "Kondisi"),
        ],
        baris,
    )


def kunjungan_jumlah_satuan(d: Naskah) -> None:
    """Quantities with their units: Jumlah is no total."""
    hal = (
        ("Layanan konsultasi", "Kali"),
        ("Kunjungan tamu", "Orang"),
        ("Surat masuk", "Surat"),
        ("Berkas permohonan", "Berkas"),
        ("Kunjungan lapangan", "Kali"),
        ("Peserta sosialisasi", "Orang"),
    )
    baris = [
        Baris({"nama": n, "j": str(d.r.randint(5, 900)), "s": s, "k": "-"})
        for n, s in d.r.sample(hal, d.r.randint(3, 5))
    ]
    kol = [Kolom("j", "Jumlah"), Kolom("s", "Satuan")]
    if d.mungkin(0.3):
        kol.reverse()
    d.tabel("Rekapitulasi Pelayanan Tahun {t}", [Kolom("nama", d.pilih(("Jenis Layanan", "Uraian"))), *kol], baris)


def kolom_tahun_saja(d: Naskah) -> None:
    """Columns headed by years only, with their sums."""
    t = d.dunia.tahun
    n = d.notasi(d.pilih((0, 2)), "")
    tahun = [t - 2, t - 1, t]
    baris = [
        Baris({"nama": j, **{str(y): d.angka(Fraction(d.r.randint(1000, 90000), 100), n) for y in tahun}})
        for j in d.pilih(bahan.SEKTORAL)
    ]
    total: dict[str, Sel] = {"nama": d.kata("jumlah")}
    for y in tahun:
        total[str(y)] = d.hitung("jumlah", "jumlah", angka_kolom(baris, str(y)), n)
    d.tabel(
        "Perkembangan Data Sektoral",
        [Kolom("nama", "Uraian"), *(Kolom(str(y), str(y)) for y in tahun)],
        [*baris, Baris(total, "total")],
    )


def komponen_akip(d: Naskah) -> None:
    """The value of AKIP from its components."""
    t = d.dunia.tahun
    n = d.notasi(2)
    baris = [
        Baris({"nama": k, "b": d.angka(b, d.notasi()), "v": d.angka(Fraction(b * d.r.randint(6000, 9500), 10000), n)})
        for k, b in bahan.KOMPONEN
    ]
    total: dict[str, Sel] = {
        "nama": d.pilih(("Jumlah", "Nilai Hasil Evaluasi", "Nilai Akuntabilitas Kinerja", "Total Nilai"))
    }
    for k, m in (("b", d.notasi()), ("v", n)):
        total[k] = d.hitung("jumlah", "jumlah", angka_kolom(baris, k), m)
    d.tabel(
        f"Hasil Evaluasi AKIP Tahun {t - 1}",
        [
            Kolom("nama", d.pilih(("Komponen", "Komponen yang Dinilai"))),
            Kolom("b", "Bobot"),
            Kolom("v", d.pilih(("Nilai", f"Nilai {t - 1}"))),
        ],
        [*baris, Baris(total, "total")],
    )


def skala(d: Naskah) -> None:
    """The scale of labels, as a table or a list."""
    s = d.skala
    if s is None:
        return
    atas = [100, *(b - 1 if s.celah else b for b in s.bawah)]
    bawah = [*s.bawah, 0]
    if d.mungkin(0.4):
        d.jenis.add("skala_daftar")
        d.paragraf(
            d.pilih(
                (
                    "Skala nilai:",
                    "Kategori capaian kinerja ditetapkan sebagai berikut:",
                    "Skala penilaian capaian kinerja yang digunakan:",
                )
            )
        )
        sen = d.pilih((":", "=", "→"))
        for i, label in enumerate(s.label):
            d.paragraf(f"{_rentang(s, i, 'x')} {sen} {label}")
        return
    d.jenis.add("skala_tabel")
    bentuk = d.pilih(("x", "bulat", "%", "dua"))
    label = d.pilih(("Kriteria", "Kategori", "Kriteria Penilaian Realisasi Kinerja", "Predikat"))
    if bentuk == "dua" and s.celah:
        baris = [Baris({"a": str(a), "b": str(b), "l": n}) for a, b, n in zip(bawah, atas, s.label, strict=True)]
        kolom = [Kolom("a", "Batas Bawah"), Kolom("b", "Batas Atas"), Kolom("l", label)]
    else:
        baris = [Baris({"r": _rentang(s, i, bentuk), "l": n}) for i, n in enumerate(s.label)]
        kolom = [
            Kolom("r", d.pilih(("Interval Nilai Realisasi Kinerja", "Interval Nilai", "Rentang Capaian", "Nilai"))),
            Kolom("l", label),
        ]
        if d.mungkin(0.3):
            kolom.reverse()
    d.tabel(
        d.pilih(("Skala Nilai Peringkat Kinerja", "Kategori Capaian Kinerja", "Interval Penilaian Kinerja")),
        kolom,
        baris,
    )


def _rentang(s: Skala, i: int, bentuk: str) -> str:
    """The bounds of the i-th label."""
    terbawah = i == len(s.bawah)
    if not s.celah:
        if i == 0:
            return f"≥ {s.bawah[0]}"
        return f"< {s.bawah[-1]}" if terbawah else f"{s.bawah[i]} ≤ x < {s.bawah[i - 1]}"
    if terbawah:
        return f"≤ {s.bawah[-1] - 1}" + (" %" if bentuk == "%" else "")
    bawah, atas = s.bawah[i], 100 if i == 0 else s.bawah[i - 1] - 1
    if bawah == 100:
        return "≥ 100" + (" %" if bentuk == "%" else "")
    if bentuk == "%":
        return f"{bawah} % ≤ {atas} %"
    return f"{bawah} - {atas}" if bentuk in {"x", "dua"} else f"{bawah} ≤ {atas}"


def definisi(d: Naskah) -> None:
    """Indicators with their formulas in words."""
    baris = [
        Baris(
            {
                "nama": i.nama,
                "f": d.pilih(
                    (
                        "(Jumlah yang memenuhi / jumlah seluruhnya) x 100%",
                        "Hasil survei tahun berjalan",
                        "Hasil penilaian lembaga penilai",
                    )
                ),
                "s": d.pilih(("Bidang teknis", "Sekretariat", "BPS")),
            }
        )
        for i in d.dunia.indikator
    ]
    d.tabel(
        "Indikator Kinerja Utama {opd}",
        [Kolom("nama", "Indikator Kinerja Utama"), Kolom("f", "Formulasi"), Kolom("s", "Sumber Data")],
        baris,
    )


def rencana(d: Naskah) -> None:
    """Targets of several years."""
    b = Bentuk(d, satuan=True)
    t = d.dunia.tahun
    baris = [
        Baris(
            {
                "nama": i.nama,
                "satuan": i.satuan,
                **{str(y): b.target(i, y) for y in range(t - 2, t + 1)},
                "a": b.nilai(i, i.akhir, ("akhir", i.nama), terukur=False),
            }
        )
        for i in d.dunia.indikator
    ]
    grup = d.pilih(("Target", "Target Kinerja Tahun"))
    d.tabel(
        "Target Indikator Kinerja Renstra",
        [
            d.kol("nama", "nama"),
            d.kol("satuan", "satuan"),
            *(Kolom(str(y), str(y), grup) for y in range(t - 2, t + 1)),
            Kolom("a", d.pilih(("Akhir Renstra", "Kondisi Akhir")), grup),
        ],
        baris,
    )


def pk(d: Naskah) -> None:
    """The agreement's form, as PermenPANRB 53/2014 draws it."""
    t = d.dunia.tahun
    judul = d.pilih(
        ("PERJANJIAN KINERJA TAHUN", "LAMPIRAN PERJANJIAN KINERJA TAHUN", "PERJANJIAN KINERJA PERUBAHAN TAHUN")
    )
    perubahan = "PERUBAHAN" in judul
    apa = "pagu" if perubahan else "murni"
    d.paragraf(f"{judul} {t}")
    d.paragraf(d.dunia.instansi.upper())
    if d.mungkin(0.4):
        d.paragraf(f"Jabatan : Kepala {d.dunia.bidang.nama}")
    b = Bentuk(d)
    satuan = d.mungkin(0.5)
    baris = [
        Baris({"sasaran": d.dunia.sasaran(x), "nama": x.nama, "satuan": x.satuan, "t": b.target(x, t)})
        for x in d.dunia.indikator
    ]
    kol = [
        Kolom("no", d.pilih(("No", "NO"))),
        Kolom("sasaran", d.pilih(("Sasaran Strategis", "SASARAN STRATEGIS"))),
        Kolom("nama", d.pilih(("Indikator Kinerja", "INDIKATOR KINERJA"))),
        *([Kolom("satuan", "Satuan")] if satuan else []),
        Kolom("t", d.pilih(("Target", "TARGET"))),
    ]
    for i, x in enumerate(baris, 1):
        x.isi["no"] = str(i)
    d.formulir(kol, baris)
    n = d.uang()
    bernomor = d.mungkin(0.6)
    uang = []
    for i, p in enumerate(d.dunia.program, 1):
        pagu = d.angka(p.jumlah(apa), n, (apa, p.kode, t))
        nama = p.nama if bernomor else f"{i}. {p.nama}"
        uang.append(Baris({"no": f"{i}.", "nama": nama, "p": pagu, "ket": d.pilih(("APBD", "APBD", ""))}))
    if d.mungkin(0.75):
        semua = angka_kolom(uang, "p")
        total = d.hitung("jumlah", "jumlah", semua, n, (apa, "total", t))
        uang.append(Baris({"nama": d.pilih(("Jumlah", "JUMLAH", "TOTAL ANGGARAN", "Total")), "p": total}, "total"))
    kolom = [
        Kolom("nama", d.pilih(("Program", "PROGRAM"))),
        Kolom("p", d.pilih(("Anggaran", "ANGGARAN", "Anggaran (Rp)"))),
        Kolom("ket", d.pilih(("Keterangan", "KET", "KETERANGAN"))),
    ]
    d.formulir([Kolom("no", "No"), *kolom] if bernomor else kolom, uang)
    if not perubahan:
        d.paragraf("Anggaran pada perjanjian kinerja di atas adalah anggaran sebelum perubahan APBD tahun {t}.")
