"""Sections whose last column is reckoned from those before it in a way that nothing states, and form E.81."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from . import bahan
from .anggaran import Uang
from .naskah import Baris, Kolom, angka_kolom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .dunia import Anggaran
    from .naskah import Naskah, Sel

TRIWULAN = ("I", "II", "III", "IV")
RENJA = ("pr", "lr", "tr", "q1r", "q2r", "q3r", "q4r", "jr", "sr")
"""The columns of money of the form, from the plan's to that of all years."""


def cakupan(d: Naskah) -> None:
    """Who was to be served, who was, and the share of the one in the other."""
    n, p = d.notasi(), d.persen(d.pilih((1, 2, 2)))
    baris = []
    for nama in d.r.sample(bahan.LAYANAN_DASAR, d.r.randint(4, 7)):
        s = d.r.randint(120, 48_000)
        sasaran, terlayani = d.angka(s, n), d.angka(d.r.randint(s * 62 // 100, s), n)
        c = d.hitung("cakupan", "R/T", (terlayani, sasaran), p, kata=False)
        baris.append(Baris({"nama": nama, "s": sasaran, "y": terlayani, "c": c}))
    kolom = [
        Kolom("s", d.pilih(("Sasaran", "Jumlah Sasaran", "Jumlah yang Harus Dilayani", "Total Sasaran (Orang)"))),
        Kolom("y", d.pilih(("Terlayani", "Jumlah Terlayani", "Jumlah yang Dilayani"))),
        Kolom("c", d.pilih(("Cakupan (%)", "% Cakupan", "Persentase", "Tingkat Cakupan (%)"))),
    ]
    judul = d.pilih(("Penerapan Standar Pelayanan Minimal Tahun {t}", "Cakupan Pelayanan Dasar Tahun {t}"))
    d.tabel(judul, [Kolom("nama", d.pilih(("Jenis Layanan", "Jenis Pelayanan Dasar"))), *kolom], baris)


def pertumbuhan(d: Naskah) -> None:
    """Two years and the growth between them."""
    t = d.dunia.tahun
    n, p = d.notasi(), d.persen(2)
    baris = []
    for nama in d.r.sample(bahan.DATA_SEKTORAL, d.r.randint(4, 6)):
        lalu = d.r.randint(300, 60_000)
        a, b = d.angka(lalu, n), d.angka(d.r.randint(lalu * 87 // 100, lalu * 124 // 100), n)
        baris.append(
            Baris({"nama": nama, "a": a, "b": b, "g": d.hitung("pertumbuhan", "(B-A)/A", (b, a), p, kata=False)})
        )
    kolom = [
        Kolom("a", d.pilih((f"Tahun {t - 1}", f"{t - 1}"))),
        Kolom("b", d.pilih((f"Tahun {t}", f"{t}"))),
        Kolom("g", d.pilih(("Pertumbuhan (%)", "Perubahan (%)", "Naik/Turun (%)", "Laju Pertumbuhan (%)"))),
    ]
    d.tabel(f"Perkembangan Data Sektoral {t - 1}-{t}", [Kolom("nama", d.pilih(("Uraian", "Sektor"))), *kolom], baris)


def mutasi(d: Naskah) -> None:
    """What there was, what came, what went, what is left."""
    n = d.notasi()
    baris = []
    for nama in d.r.sample(d.dunia.bidang.barang, min(len(d.dunia.bidang.barang), d.r.randint(4, 6))):
        awal = d.r.randint(60, 900)
        isi = [d.angka(x, n) for x in (awal, d.r.randint(2, 90), d.r.randint(1, 50))]
        akhir = d.hitung("mutasi", "A+B-C", isi, n, kata=False)
        baris.append(Baris({"nama": nama, **dict(zip("abc", isi, strict=True)), "d": akhir}))
    kata = d.pilih(
        (
            ("Saldo Awal", "Bertambah", "Berkurang", "Saldo Akhir"),
            ("Awal Tahun", "Masuk", "Keluar", "Akhir Tahun"),
            ("Jumlah Awal", "Pengadaan", "Penghapusan", "Jumlah Akhir"),
        )
    )
    kolom = [Kolom(k, x) for k, x in zip("abcd", kata, strict=True)]
    d.tabel("Mutasi Barang Milik Daerah Tahun {t}", [Kolom("nama", d.pilih(("Jenis Barang", "Uraian"))), *kolom], baris)


def bagian(d: Naskah) -> None:
    """A quantity and its share in all of them."""
    n, p = d.notasi(), d.persen(2)
    nama = d.r.sample(bahan.JABATAN, d.r.randint(4, min(6, len(bahan.JABATAN))))
    isi = [d.angka(d.r.randint(11, 400), n) for _ in nama]
    baris = [
        Baris({"nama": x, "j": a, "p": d.hitung("bagian", "A/ΣA", (a, *isi), p, kata=False)})
        for x, a in zip(nama, isi, strict=True)
    ]
    total = d.hitung("jumlah", "jumlah", isi, n)
    baris.append(Baris({"nama": d.kata("jumlah"), "j": total, "p": d.pilih(("100", "100,00", "100%", ""))}, "total"))
    kolom = [
        Kolom("nama", d.pilih(("Jabatan", "Uraian", "Kelompok Jabatan"))),
        Kolom("j", d.pilih(("Jumlah", "Jumlah Pegawai", "Orang"))),
        Kolom("p", d.pilih(("Persentase", "%", "Persentase (%)", "Proporsi (%)"))),
    ]
    d.tabel("Pegawai menurut Jabatan", kolom, baris)


def capaian_serapan(d: Naskah) -> None:
    """Achievement and absorption of each unit, and by how much the one is above the other."""
    n = d.persen(2)
    baris = []
    for nama in d.r.sample(bahan.BAGIAN_KERJA, min(len(bahan.BAGIAN_KERJA), d.r.randint(4, 6))):
        c = d.angka(Fraction(d.r.randint(9300, 10000), 100), n, pasti=False)
        s = d.angka(Fraction(d.r.randint(7600, 9290), 100), n, pasti=False)
        baris.append(Baris({"nama": nama, "c": c, "s": s, "e": d.hitung("selisih", "selisih", (c, s), n, kata=False)}))
    kolom = [
        Kolom("c", d.pilih(("Capaian Kinerja (%)", "Rata-rata Capaian (%)", "% Capaian Kinerja"))),
        Kolom("s", d.pilih(("Penyerapan Anggaran (%)", "% Serapan", "Realisasi Anggaran (%)"))),
        Kolom("e", d.pilih(("Tingkat Efisiensi (%)", "Efisiensi", "Selisih (%)"))),
    ]
    d.tabel(
        "Efisiensi Penggunaan Sumber Daya Tahun {t}", [Kolom("nama", d.pilih(("Unit Kerja", "Bidang"))), *kolom], baris
    )


def evaluasi_renja(d: Naskah) -> None:
    """Form E.81: figures and money of the plan, of earlier years, of each quarter, of the year and up to it.

    What is counted adds up over the quarters and the years; a percentage is that of the last quarter.
    """
    t, u, persen = d.dunia.tahun, Uang(d), d.persen(2)
    baris = []
    for x in d.r.sample(d.dunia.program, d.r.randint(1, 2)):
        sub = [_sub(d, u, y) for y in x.tingkat("sub")]
        atas = {k: u.total(angka_kolom(sub, k)) for k in RENJA}
        isi = _persentase(d, d.r.randint(30, 80)) | atas
        isi["cr"] = d.hitung("rasio", "R/T", (atas["sr"], atas["pr"]), persen, kata=False)
        isi |= {"kode": x.kode, "nama": x.nama, "ind": d.pilih(bahan.PERSENTASE_PROGRAM), "satuan": "%"}
        baris += [Baris(isi, "induk"), *sub]
    k, rp = d.pilih((("K", "Rp"), ("K", "Rp."), ("Kinerja", "Anggaran (Rp)")))
    grup = [
        ("p", d.pilih((f"Target Renstra Tahun {t + 1}", "Target Renstra Perangkat Daerah pada Akhir Periode"))),
        ("l", d.pilih((f"Realisasi Capaian Kinerja s.d. Tahun {t - 1}", f"Realisasi s/d Renja Tahun {t - 1}"))),
        ("t", d.pilih((f"Target Kinerja dan Anggaran Renja Tahun {t}", f"Target Renja Tahun {t}"))),
        *((f"q{i}", f"Realisasi Triwulan {x}") for i, x in enumerate(TRIWULAN, 1)),
        ("j", d.pilih((f"Realisasi Capaian Kinerja dan Anggaran Renja Tahun {t}", f"Realisasi Renja Tahun {t}"))),
        ("s", d.pilih((f"Realisasi Kinerja dan Anggaran Renstra s.d. Tahun {t}", f"Realisasi Renstra s/d Tahun {t}"))),
        ("c", d.pilih((f"Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra {t} (%)", "Tingkat Capaian (%)"))),
    ]  # fmt: skip
    kolom = [Kolom(g + akhir, kata, judul) for g, judul in grup for akhir, kata in (("k", k), ("r", rp))]
    kepala = [
        d.kol("kode", "kode"),
        d.kol("nama", "uraian"),
        Kolom("ind", "Indikator Kinerja"),
        d.kol("satuan", "satuan"),
    ]
    d.tabel("Evaluasi Hasil Renja {opd} Tahun {t}", [*kepala, *kolom], baris, nomor=False)


def _sub(d: Naskah, u: Uang, x: Anggaran) -> Baris:
    """A sub kegiatan: what it delivers is counted."""
    tahunan = d.r.randint(12, 60)
    n = d.notasi()
    q = [d.angka(v, n) for v in _bagi(d, tahunan * d.r.randint(80, 100) // 100)]
    lalu, rencana = d.angka(tahunan * d.r.randint(2, 3), n), d.angka(tahunan * 5, n)
    j = d.hitung("triwulan", "jumlah", q, n, kata=False)
    s = d.hitung("jumlah", "jumlah", (lalu, j), n, kata=False)
    isi: dict[str, Sel] = {"pk": rencana, "lk": lalu, "tk": d.angka(tahunan, n), "jk": j, "sk": s}
    isi |= {f"q{i}k": v for i, v in enumerate(q, 1)}
    isi["ck"] = d.hitung("rasio", "R/T", (s, rencana), u.persen, kata=False)
    qr = [u.sel(v) for v in _bagi(d, x.jumlah("realisasi"))]
    jr = d.hitung("triwulan", "jumlah", qr, u.notasi, kata=False)
    lr, pr = u.sel(x.jumlah("realisasi_lalu")), u.sel(x.jumlah("pagu") * 5)
    sr = d.hitung("jumlah", "jumlah", (lr, jr), u.notasi, kata=False)
    isi |= {"pr": pr, "lr": lr, "tr": u.sel(x.jumlah("pagu")), "jr": jr, "sr": sr}
    isi |= {f"q{i}r": v for i, v in enumerate(qr, 1)}
    isi["cr"] = d.hitung("rasio", "R/T", (sr, pr), u.persen, kata=False)
    nama, satuan = d.pilih(bahan.KELUARAN_TRIWULAN)
    return Baris(isi | {"kode": x.kode, "nama": x.nama, "ind": nama, "satuan": satuan})


def _persentase(d: Naskah, awal: int) -> dict[str, Sel]:
    """The figures of an indicator in percent: each quarter's stands for all before it, and the last for the year."""
    n = d.notasi(2)
    naik = sorted(Fraction(d.r.randint(awal * 20, awal * 100), 100) for _ in TRIWULAN)
    q = [d.angka(v, n, pasti=False) for v in naik]
    j, s = d.angka(naik[-1], n, pasti=False), d.angka(naik[-1], n, pasti=False)
    rencana = d.angka(Fraction(awal + d.r.randint(5, 15)), n, pasti=False)
    isi: dict[str, Sel] = {f"q{i}k": v for i, v in enumerate(q, 1)}
    isi |= {
        "pk": rencana,
        "lk": d.angka(Fraction(awal - 5), n, pasti=False),
        "tk": d.angka(Fraction(awal), n, pasti=False),
    }
    return isi | {"jk": j, "sk": s, "ck": d.hitung("rasio", "R/T", (s, rencana), d.notasi(2), kata=False)}


def _bagi(d: Naskah, semua: int) -> Sequence[int]:
    """A whole in four parts of one at least."""
    potong = sorted(d.r.sample(range(1, semua), 3))
    return [b - a for a, b in zip([0, *potong], [*potong, semua], strict=True)]
