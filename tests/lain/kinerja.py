"""Sections on performance: targets, realisations, achievements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import bahan
from .angka import Angka, Skala, hitung
from .naskah import Baris, Kolom, angka_kolom

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from fractions import Fraction

    from .dunia import Indikator
    from .naskah import Naskah, Sel


POKOK = ("Target", "Realisasi", "Capaian (%)")


class Bentuk:
    """How one table writes the figures of indicators."""

    def __init__(self, d: Naskah, *, satuan: bool = False, desimal: int | None = None) -> None:
        self.d = d
        self.persen = d.persen(2 if d.skala else desimal)
        self.satuan = "" if satuan else d.pilih(("", "%", "semua"))

    def nilai(self, ind: Indikator, x: Fraction, kunci: tuple[object, ...], *, terukur: bool) -> Angka:
        """A target, or (`terukur`) a realisation."""
        akhir = ""
        if self.satuan and ind.satuan == "%":
            akhir = "%"
        elif self.satuan == "semua" and ind.cacah:
            akhir = f" {ind.satuan}"
        return self.d.angka(x, self.d.notasi(ind.desimal, akhir), kunci, pasti=ind.cacah or not terukur)

    def target(self, ind: Indikator, tahun: int, lingkup: str = "") -> Angka:
        """The target of a year."""
        return self.nilai(ind, ind.target[tahun], ("target", ind.nama, tahun, lingkup), terukur=False)

    def realisasi(self, ind: Indikator, tahun: int, lingkup: str = "") -> Angka:
        """The realisation of a year."""
        return self.nilai(ind, ind.realisasi[tahun], ("realisasi", ind.nama, tahun, lingkup), terukur=True)

    def capaian(self, ind: Indikator, r: Angka, t: Angka, kunci: tuple[object, ...] = ()) -> Angka:
        """The achievement, by the conventions of the report."""
        a = self.d.aturan
        rumus = "R/T" if ind.arah > 0 else a.negatif
        terpotong = a.batas is not None and hitung(rumus, [r.nilai, t.nilai]) > a.batas
        if terpotong:
            self.d.jenis.add(f"batas_{a.batas}")
        if ind.arah < 0:
            self.d.jenis.add(f"polaritas_negatif_{'a' if rumus == '(2T-R)/T' else 'b'}")
        kata = (ind.arah > 0 or a.negatif_tersurat) and (a.batas_tersurat or not terpotong)
        return self.d.hitung("capaian", rumus, (r, t), self.persen, kunci, kata=kata, batas=a.batas)

    def trc(self, ind: Indikator, tahun: int, lingkup: str = "", akhir: str = "") -> dict[str, Sel]:
        """Target, realisasi and capaian of a year, under the keys t, r, c (and `akhir`)."""
        t, r = self.target(ind, tahun, lingkup), self.realisasi(ind, tahun, lingkup)
        c = self.capaian(ind, r, t, ("capaian", ind.nama, tahun, lingkup))
        return {"nama": ind.nama, "satuan": ind.satuan, f"t{akhir}": t, f"r{akhir}": r, f"c{akhir}": c}


def kolom_trc(d: Naskah, *, satuan: bool, akhir: str = "", grup: str = "") -> list[Kolom]:
    """The usual columns after the name."""
    kol = [d.kol("satuan", "satuan")] if satuan else []
    return [
        *kol,
        d.kol(f"t{akhir}", "target", grup),
        d.kol(f"r{akhir}", "realisasi", grup),
        d.kol(f"c{akhir}", "capaian", grup, rumus=f"{{r{akhir}}}/{{t{akhir}}}x100" if d.aturan.batas is None else ""),
    ]


def rerata(d: Naskah, baris: list[Baris], b: Bentuk, *kunci: str, nama: str = "nama") -> list[Angka]:
    """Add a row with the mean of these columns."""
    if len(baris) < 2:
        return []
    hasil = []
    isi: dict[str, Sel] = {nama: d.kata("rerata")}
    for k in kunci:
        nilai = angka_kolom(baris, k)
        isi[k] = d.hitung("rerata", "rerata", nilai, b.persen)
        hasil.append(isi[k])
    baris.append(Baris(isi, "total"))
    return [x for x in hasil if isinstance(x, Angka)]


def tabel_trc(
    d: Naskah,
    daftar: Sequence[Indikator],
    judul: str,
    *,
    lingkup: str = "",
    depan: Sequence[Kolom] = (),
    kolom: Sequence[Kolom] = (),
    isi: Callable[[Indikator, Angka], dict[str, Sel]] | None = None,
    desimal: int | None = None,
    mean: float = 0.25,
) -> list[Baris]:
    """A table of these indicators; `isi` fills further columns from the indicator and its achievement."""
    satuan = d.mungkin(0.5)
    b = Bentuk(d, satuan=satuan, desimal=desimal)
    baris = []
    for ind in daftar:
        sel = b.trc(ind, d.dunia.tahun, lingkup)
        c = sel["c"]
        if isi and isinstance(c, Angka):
            sel |= isi(ind, c)
        baris.append(Baris(sel))
    if d.mungkin(mean):
        rerata(d, baris, b, "c")
    trc = kolom_trc(d, satuan=satuan)
    if d.mungkin(0.2):
        grup = d.pilih(("Kinerja", "Tahun {t}", "Capaian Kinerja")).format(t=d.dunia.tahun)
        trc = trc[:-3] + [k._replace(kepala=n, grup=grup) for k, n in zip(trc[-3:], POKOK, strict=True)]
    isi_kolom = [*kolom, *trc] if d.mungkin(0.2) else [*trc, *kolom]
    d.tabel(judul, [*depan, d.kol("nama", "nama"), *isi_kolom], baris)
    return baris


# -- the indicators of the agency


def utama(d: Naskah) -> None:
    """Its main indicators, with their sasaran, labels where the report has a scale, and sentences."""
    daftar = d.dunia.indikator
    depan = [d.kol("sasaran", "sasaran")] if d.mungkin(0.4) else []
    skala = d.skala if d.mungkin(0.9) else None
    kolom = [d.kol("label", "kategori")] if skala else []

    def isi(ind: Indikator, c: Angka) -> dict[str, Sel]:
        label: dict[str, Sel] = {"label": d.label(c, skala, kata=True)} if skala else {}
        return label | {"sasaran": d.dunia.sasaran(ind)}

    if skala:
        d.jenis.add("label_berskala")
    judul = d.pilih(bahan.KATA["judul_kinerja"])
    semua = tabel_trc(d, daftar, judul, depan=depan, kolom=kolom, isi=isi, desimal=2)
    c = angka_kolom([b for b in semua if b.jenis == "rinci"], "c")
    if d.mungkin(0.7):
        d.jenis.add("prosa_rerata")
        p = d.hitung("rerata", "rerata", c, d.notasi(2, d.pilih(("%", " %", " persen"))))
        d.kalimat("mean", k=len(c), p=p)
    if d.mungkin(0.5):
        prosa(d)


def prosa(d: Naskah) -> None:
    """Sentences on an indicator of the agency."""
    ind = d.pilih(d.dunia.indikator)
    if d.mungkin(0.7):
        b = Bentuk(d, desimal=2)
        x = b.trc(ind, d.dunia.tahun)
        d.jenis.add("prosa_capaian")
        d.kalimat("capai", n=ind.nama, a=x["t"], b=x["r"], p=x["c"])
    if d.mungkin(0.7):
        b = Bentuk(d)
        lalu = d.dunia.tahun - 1
        d.jenis.add("prosa_tahun_lalu")
        d.kalimat("banding", n=ind.nama, b=b.realisasi(ind, d.dunia.tahun), a=b.realisasi(ind, lalu), l=lalu)


def tahun_di_kepala(d: Naskah) -> None:
    """Groups of columns, one a year."""
    tahun = range(d.dunia.tahun - d.r.randint(1, 2), d.dunia.tahun + 1)
    b = Bentuk(d)
    bentuk = d.pilih(("{}", "Tahun {}"))
    nama = [d.pilih(("Target", "T")), d.pilih(("Realisasi", "R")), d.pilih(("Capaian", "Capaian (%)", "%"))]
    if nama[0] == "T" or nama[1] == "R":
        nama = ["T", "R", "C"]
    kolom = [d.kol("nama", "nama")]
    for t in tahun:
        kolom += [Kolom(f"{k}{t}", n, bentuk.format(t)) for k, n in zip("trc", nama, strict=True)]
    baris = []
    for ind in d.dunia.indikator:
        isi: dict[str, Sel] = {}
        for t in tahun:
            isi |= b.trc(ind, t, akhir=str(t))
        baris.append(Baris(isi))
    judul = d.pilih(
        (
            "Perbandingan Capaian Kinerja Tahun {a}-{t}",
            "Capaian Kinerja Beberapa Tahun",
            "Perkembangan Target dan Realisasi {a} s.d. {t}",
        )
    )
    d.tabel(judul.replace("{a}", str(tahun[0])), kolom, baris)


def capaian_terhadap_akhir(d: Naskah) -> None:
    """Realisations against the target of the medium-term plan."""
    b = Bentuk(d)
    rencana = d.pilih(("Renstra", "RPJMD", "Jangka Menengah"))
    akhir = d.dunia.tahun + d.r.randint(1, 3)
    baris = []
    for ind in (x for x in d.dunia.indikator if x.arah > 0 and x.akhir >= x.realisasi[d.dunia.tahun]):
        t = b.nilai(ind, ind.akhir, ("akhir", ind.nama), terukur=False)
        r = b.realisasi(ind, d.dunia.tahun)
        c = d.hitung("capaian", "R/T", (r, t), b.persen)
        baris.append(Baris({"nama": ind.nama, "satuan": ind.satuan, "t": t, "r": r, "c": c}))
    target = Kolom(
        "t", d.pilih((f"Target Akhir {rencana}", f"Target {rencana} {akhir}", f"Target Akhir {rencana} ({akhir})"))
    )
    kemajuan = Kolom(
        "c",
        d.pilih(
            (
                "Capaian (%)",
                f"Capaian terhadap Target Akhir {rencana} (%)",
                "Tingkat Kemajuan (%)",
                f"% Capaian thd Target {rencana}",
            )
        ),
        rumus="{r}/{t}x100",
    )
    tengah = [target, d.kol("r", "realisasi")]
    d.r.shuffle(tengah)
    satuan = [d.kol("satuan", "satuan")] if d.mungkin(0.5) else []
    d.tabel(
        f"Realisasi Kinerja Tahun {{t}} terhadap Target {rencana}",
        [d.kol("nama", "nama"), *satuan, *tengah, kemajuan],
        baris,
    )


def capaian_berisi_realisasi(d: Naskah) -> None:
    """Columns headed Capaian with a year, which hold the realisations of that year."""
    b = Bentuk(d)
    lalu = (d.dunia.tahun - 2, d.dunia.tahun - 1)
    kata = d.pilih(("Capaian {}", "Capaian Kinerja {}", "Capaian Tahun {}"))
    baris = []
    for ind in d.dunia.indikator:
        isi = b.trc(ind, d.dunia.tahun)
        isi |= {f"l{t}": b.realisasi(ind, t) for t in lalu}
        baris.append(Baris(isi))
    kolom = [
        d.kol("nama", "nama"),
        *(Kolom(f"l{t}", kata.format(t)) for t in lalu),
        Kolom("t", f"Target {d.dunia.tahun}"),
        Kolom("r", f"Realisasi {d.dunia.tahun}"),
        Kolom("c", d.pilih(("Capaian (%)", "% Capaian", "Persentase Capaian"))),
    ]
    d.tabel(
        d.pilih(("Pencapaian Sasaran", "Perkembangan Capaian Indikator", "Capaian Kinerja Dibanding Tahun Sebelumnya")),
        kolom,
        baris,
    )


def tabel_judul_tahun_lain(d: Naskah) -> None:
    """A table titled with last year, whose headings name no year."""
    lalu = d.dunia.tahun - 1
    b = Bentuk(d)
    baris = [Baris(b.trc(ind, lalu)) for ind in d.dunia.indikator]
    kolom = [
        d.kol("nama", "nama"),
        Kolom("t", "Target"),
        Kolom("r", "Realisasi"),
        Kolom("c", d.pilih(("Capaian (%)", "% Capaian"))),
    ]
    d.tabel(
        d.pilih(
            ("Capaian Kinerja Tahun {l}", "Pengukuran Kinerja Tahun {l}", "Realisasi Kinerja Tahun Sebelumnya ({l})")
        ).replace("{l}", str(lalu)),
        kolom,
        baris,
    )


def tabel_unit_lain(d: Naskah) -> None:
    """The same indicators measured for one unit each."""
    ukuran = [x for x in d.dunia.bidang.ukuran if x.nama in {i.nama for i in d.dunia.indikator}] or list(
        d.dunia.bidang.ukuran[:2]
    )
    judul = d.pilih(("Capaian Kinerja {u} Tahun {t}", "Target dan Realisasi Kinerja pada {u} Tahun {t}"))
    for unit in d.r.sample(d.dunia.bidang.unit, d.r.randint(1, 2)):
        daftar = [d.dunia.ukur(u) for u in ukuran]
        tabel_trc(d, daftar, judul.replace("{u}", unit), lingkup=unit, mean=0.1)


def tabel_triwulan_lain(d: Naskah) -> None:
    """One table a quarter, with the same rows."""
    ind = d.dunia.ambil(d.r.randint(2, 3))
    ukuran = {u.nama: u for u in d.dunia.bidang.ukuran + bahan.UMUM}
    kata = d.pilih(("Triwulan {}", "TW {}"))
    for tw in ("I", "II") if d.mungkin(0.6) else ("III", "IV"):
        daftar = [d.dunia.ukur(ukuran[i.nama]) for i in ind]
        judul = f"Capaian Kinerja {kata.format(tw)} Tahun {{t}}"
        b = Bentuk(d)
        baris = [Baris(b.trc(i, d.dunia.tahun, f"TW {tw}")) for i in daftar]
        kolom = [d.kol("nama", "nama"), Kolom("t", "Target"), Kolom("r", "Realisasi"), Kolom("c", "Capaian (%)")]
        d.tabel(judul, kolom, baris)


# -- indicators of a table of its own


def polaritas(d: Naskah) -> None:
    """Lower is better, by one of two formulas: stated in a column or in prose, or only borne out by the lines."""
    baik = d.dunia.ambil(d.r.randint(1, 2))
    buruk = d.dunia.ambil(d.r.randint(4, 5), "negatif")
    if len(buruk) < 4:
        return
    semua = d.r.sample(baik + buruk, len(baik + buruk))
    if not d.aturan.negatif_tersurat and d.mungkin(0.6):
        plus, minus = d.pilih(
            (
                ("Positif", "Negatif"),
                ("Maximize", "Minimize"),
                ("Semakin tinggi semakin baik", "Semakin rendah semakin baik"),
                ("positif", "negatif"),
            )
        )
        kolom = [Kolom("p", d.pilih(("Polaritas", "Arah", "Jenis Indikator", "Sifat")))]
        d.jenis.add("kolom_polaritas")
        tabel_trc(
            d,
            semua,
            "Capaian Indikator Program Tahun {t}",
            kolom=kolom,
            isi=lambda i, _: {"p": plus if i.arah > 0 else minus},
            desimal=2,
        )
    else:
        tabel_trc(d, semua, "Capaian Indikator Program Tahun {t}", desimal=2)


def batas(d: Naskah) -> None:
    """Several lines at the cap, none above."""
    if d.aturan.batas is None:
        return
    lampaui = d.r.randint(3, 4)
    daftar = d.dunia.ambil(lampaui + d.r.randint(2, 3), lampaui=lampaui)
    if len(daftar) < lampaui + 1:
        return
    tabel_trc(d, d.r.sample(daftar, len(daftar)), "Capaian Indikator Kegiatan Tahun {t}", desimal=2)


def label_tanpa_skala(d: Naskah) -> None:
    """Labels of a scale that is printed nowhere."""
    if d.skala:
        return
    skala = Skala(d.pilih(bahan.LABEL_TAK_BERSKALA), (100, d.r.randint(88, 93), d.r.randint(80, 85)))
    d.jenis.add("label_tanpa_skala")
    tabel_trc(
        d,
        d.dunia.ambil(d.r.randint(3, 5)),
        "Capaian Kinerja dan Kategorinya Tahun {t}",
        kolom=[d.kol("label", "kategori")],
        isi=lambda _, c: {"label": skala.nama(c.nilai) or ""},
        desimal=2,
    )


def nama_berawal_jumlah(d: Naskah) -> None:
    """Indicators whose names begin like a total or a mean."""
    daftar = d.dunia.ambil(d.r.randint(2, 3), "berawal") + d.dunia.ambil(d.r.randint(2, 3))
    tabel_trc(d, d.r.sample(daftar, len(daftar)), "Capaian Indikator Makro Tahun {t}", mean=0.4)


def kata_polaritas_menipu(d: Naskah) -> None:
    """Names with a word of ill omen, where more is better."""
    daftar = d.dunia.ambil(d.r.randint(3, 4), "menipu") + d.dunia.ambil(d.r.randint(1, 2))
    tabel_trc(d, d.r.sample(daftar, len(daftar)), "Capaian Standar Pelayanan Minimal Tahun {t}")


def realisasi_indikator_persen(d: Naskah) -> None:
    """Target (%) and Realisasi (%) of indicators, which are no absorption."""
    daftar = [i for i in d.dunia.ambil(5) if i.satuan == "%"]
    if len(daftar) < 2:
        return
    b = Bentuk(d, satuan=True)
    baris = [Baris(b.trc(i, d.dunia.tahun)) for i in daftar]
    kolom = [
        d.kol("nama", "nama"),
        Kolom("t", "Target (%)"),
        Kolom("r", "Realisasi (%)"),
        Kolom(
            "c", d.pilih(("Capaian (%)", "Tingkat Capaian (%)")), rumus="{r}/{t}x100" if d.aturan.batas is None else ""
        ),
    ]
    d.tabel("Capaian Cakupan Pelayanan Tahun {t}", kolom, baris)


def nilai_capaian_konversi(d: Naskah) -> None:
    """A converted score beside the achievement."""
    jenjang = Skala(d.pilih((("4", "3", "2", "1"), ("109", "100", "88", "70"), ("5", "4", "3", "2"))), (100, 92, 80))
    kolom = [Kolom("k", d.pilih(("Nilai Capaian", "Nilai Konversi", "Skor", "Nilai capaian (konversi)")))]
    tabel_trc(
        d,
        d.dunia.ambil(d.r.randint(3, 5)),
        "Capaian IKI Tahun {t}",
        kolom=kolom,
        isi=lambda _, c: {"k": jenjang.nama(c.nilai) or ""},
        mean=0,
    )


def indikator_ulang_per_sasaran(d: Naskah) -> None:
    """One indicator again under each parent, the parent printed once."""
    kepala, dari = d.pilih((("Bidang", bahan.BAGIAN_KERJA), ("Sasaran", d.dunia.bidang.sasaran)))
    induk = d.r.sample(dari, 3)
    b = Bentuk(d)
    ulang = d.r.sample(bahan.KELUARAN, 2)
    satuan = d.mungkin(0.5)
    sekali = d.mungkin(0.7)
    baris = []
    for p in induk:
        for i, (nama, sat) in enumerate(ulang):
            ind = d.dunia.ukur(bahan.Ukuran(nama, sat, 8, 40, 0))
            baris.append(Baris(b.trc(ind, d.dunia.tahun, p) | {"induk": "" if i and sekali else p}))
    kolom = [Kolom("induk", kepala), d.kol("nama", "nama"), *kolom_trc(d, satuan=satuan)]
    d.tabel(f"Capaian Kinerja per {kepala} Tahun {{t}}", kolom, baris, nomor=False)


def indikator_pada_kegiatan_dan_sub(d: Naskah) -> None:
    """One indicator at the kegiatan and at its sub kegiatan, with other targets."""
    nama, satuan = d.pilih(bahan.KELUARAN)
    b = Bentuk(d, satuan=True)
    baris = []
    for k in [k for p in d.dunia.program for k in p.bagian][:3]:
        for x in k.semua()[:3]:
            ind = d.dunia.ukur(bahan.Ukuran(nama, satuan, 6, 60, 0))
            baris.append(Baris(b.trc(ind, d.dunia.tahun, x.kode) | {"uraian": x.nama, "kode": x.kode}))
    kode = [d.kol("kode", "kode")] if d.mungkin(0.6) else []
    kol = [
        *kode,
        Kolom("uraian", d.pilih(("Kegiatan/Sub Kegiatan", "Kegiatan / Sub Kegiatan", "Uraian"))),
        d.kol("nama", "nama"),
        *kolom_trc(d, satuan=True),
    ]
    d.tabel("Capaian Keluaran Kegiatan dan Sub Kegiatan Tahun {t}", kol, baris, nomor=False)


def kata_bukan_angka(d: Naskah) -> None:
    """Cells with words, and remarks with digits."""
    b = Bentuk(d)
    alasan = ("n/a", "dalam proses", "belum rilis", "N/A", "tidak diukur")
    catatan = (
        "Data per 31 Desember",
        "Rilis BPS 2 kali setahun",
        "Sumber: aplikasi e-Data versi 2",
        "Diukur setiap 5 tahun",
        "Sesuai RPJMD",
    )
    baris = []
    for i, ind in enumerate(d.dunia.ambil(d.r.randint(4, 5))):
        isi: dict[str, Sel] = {"nama": ind.nama, "ket": d.pilih(catatan)}
        if i:
            isi |= b.trc(ind, d.dunia.tahun)
        else:
            isi |= {"t": b.target(ind, d.dunia.tahun), "r": d.pilih(alasan), "c": d.pilih(("-", "n/a", ""))}
        baris.append(Baris(isi))
    if d.mungkin(0.5):
        tetap = d.angka(100, b.persen)
        kata = d.pilih(
            (
                ("Opini atas laporan keuangan", "WTP"),
                ("Predikat kepatuhan pelayanan", "Zona Hijau"),
                ("Maturitas SPIP", "Level 3"),
            )
        )
        baris.append(Baris({"nama": kata[0], "t": kata[1], "r": kata[1], "c": tetap, "ket": d.pilih(catatan)}))
    d.r.shuffle(baris)
    d.tabel(
        "Capaian Indikator Pendukung Tahun {t}",
        [d.kol("nama", "nama"), *kolom_trc(d, satuan=False), Kolom("ket", d.pilih(("Keterangan", "Catatan", "Ket.")))],
        baris,
    )


def baris_bertahun(d: Naskah) -> None:
    """Rows keyed by a year; the title names the indicator, or nothing does."""
    b = Bentuk(d)
    daftar = d.dunia.ambil(1)
    if not daftar:
        return
    ind = daftar[0]
    bernama = d.mungkin(0.5)
    d.jenis.add("tahun_di_baris" if bernama else "baris_tanpa_nama")
    tahun = sorted(ind.target)
    baris = [Baris(b.trc(ind, t) | {"tahun": str(t)}) for t in tahun]
    kolom = [
        Kolom("tahun", "Tahun"),
        Kolom("t", "Target"),
        Kolom("r", "Realisasi"),
        Kolom("c", d.pilih(("Capaian", "Capaian (%)", "%"))),
    ]
    if bernama:
        d.tabel(f"Perkembangan {ind.nama}", kolom, baris)
        return
    hal = d.pilih(("Permohonan", "Perkara", "Berkas", "Pengaduan"))
    for x in baris:
        masuk = d.r.randint(40, 90)
        x.isi |= {"m": str(masuk), "s": str(masuk - d.r.randint(0, 9))}
    d.tabel(
        f"{hal} yang Diselesaikan Tepat Waktu",
        [kolom[0], Kolom("m", hal), Kolom("s", f"{hal} Selesai"), *kolom[1:]],
        baris,
    )


def triwulan(d: Naskah) -> None:
    """Quarters with their sum."""
    tw = ("I", "II", "III", "IV")
    grup = d.pilih(("", "Realisasi"))
    kolom = [Kolom("nama", "Indikator Kinerja"), Kolom("satuan", "Satuan"), Kolom("t", "Target")]
    bentuk = "TW {}" if grup else d.pilih(("Realisasi TW {}", "Realisasi Triwulan {}"))
    kolom += [Kolom(f"q{q}", bentuk.format(q), grup) for q in tw]
    kolom += [Kolom("r", d.pilih(("Jumlah", "Total", "Jumlah Realisasi")), grup), Kolom("c", "Capaian (%)")]
    b = Bentuk(d, satuan=True)
    baris = []
    for nama, sat in d.r.sample(bahan.KELUARAN_TRIWULAN, d.r.randint(2, 4)):
        ind = d.dunia.ukur(bahan.Ukuran(nama, sat, 20, 90, 0))
        total = int(ind.realisasi[d.dunia.tahun])
        potong = sorted(d.r.sample(range(1, total), 3))
        bagian = [a - z for a, z in zip([*potong, total], [0, *potong], strict=True)]
        q = [d.angka(x, d.notasi()) for x in bagian]
        r = d.hitung("triwulan", "jumlah", q, d.notasi())
        t = b.target(ind, d.dunia.tahun)
        isi: dict[str, Sel] = {"nama": nama, "satuan": ind.satuan, "t": t, "r": r, "c": b.capaian(ind, r, t)}
        baris.append(Baris(isi | {f"q{k}": x for k, x in zip(tw, q, strict=True)}))
    d.tabel("Realisasi Kinerja per Triwulan Tahun {t}", kolom, baris)


def naik_turun(d: Naskah) -> None:
    """This year's realisations less last year's."""
    b = Bentuk(d, satuan=True)
    t = d.dunia.tahun
    baris = []
    for ind in d.dunia.indikator:
        x, y = b.realisasi(ind, t - 1), b.realisasi(ind, t)
        s = d.hitung("selisih", "selisih", (y, x), x.notasi)
        baris.append(Baris({"nama": ind.nama, "satuan": ind.satuan, "x": x, "y": y, "s": s}))
    kolom = [
        d.kol("nama", "nama"),
        d.kol("satuan", "satuan"),
        Kolom("x", f"Realisasi {t - 1}"),
        Kolom("y", f"Realisasi {t}"),
        Kolom(
            "s",
            d.pilih(("Kenaikan/Penurunan", "Naik/(Turun)", "Peningkatan / Penurunan", "Perubahan")),
            rumus="{y}-{x}",
        ),
    ]
    d.tabel(f"Perbandingan Realisasi Tahun {t - 1} dan {{t}}", kolom, baris)


def banding_nasional(d: Naskah) -> None:
    """Beside the figures of the province and the nation, which nothing in the report checks."""
    b = Bentuk(d, satuan=True)
    baris = []
    for ind in d.dunia.indikator:
        lain = [
            b.nilai(ind, d.dunia.ukur(u).realisasi[d.dunia.tahun], (), terukur=True)
            for u in [bahan.Ukuran(ind.nama, ind.satuan, 40, 80, ind.desimal)] * 2
        ]
        baris.append(
            Baris(
                {
                    "nama": ind.nama,
                    "satuan": ind.satuan,
                    "r": b.realisasi(ind, d.dunia.tahun),
                    "p": lain[0],
                    "n": lain[1],
                }
            )
        )
    kolom = [
        d.kol("nama", "nama"),
        d.kol("satuan", "satuan"),
        Kolom("r", f"Realisasi {d.dunia.tahun}"),
        Kolom("p", "Rata-rata Provinsi"),
        Kolom("n", d.pilih(("Standar Nasional", "Realisasi Nasional"))),
    ]
    d.tabel("Perbandingan Realisasi dengan Standar Nasional Tahun {t}", kolom, baris)
