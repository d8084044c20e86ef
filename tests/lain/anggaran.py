"""Sections on money: allocations, absorption, revisions, units, sources, rounded units."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from . import bahan
from .angka import Angka, Notasi
from .kinerja import Bentuk
from .naskah import Baris, Kolom, angka_kolom

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .dunia import Anggaran
    from .naskah import Naskah, Sel

SERAPAN = "{r}/{p}x100"


class Uang:
    """How one table writes money and absorption."""

    def __init__(self, d: Naskah, notasi: Notasi | None = None) -> None:
        self.d = d
        self.notasi = notasi or d.uang()
        self.persen = d.persen()

    def sel(self, nilai: int, kunci: tuple[object, ...] = ()) -> Angka:
        """An amount."""
        return self.d.angka(nilai, self.notasi, kunci)

    def serapan(self, r: Angka, p: Angka, kunci: tuple[object, ...] = ()) -> Angka:
        """Realised over allocated."""
        return self.d.hitung("rasio", "R/T", (r, p), self.persen, kunci)

    def prs(self, pagu: int, realisasi: int, *kunci: object) -> dict[str, Sel]:
        """Pagu, realisasi and serapan under the keys p, r, s."""
        k = [(apa, *kunci) if kunci else () for apa in ("pagu", "realisasi_rp", "serapan")]
        p, r = self.sel(pagu, k[0]), self.sel(realisasi, k[1])
        return {"p": p, "r": r, "s": self.serapan(r, p, k[2])}

    def mata(self, x: Anggaran) -> dict[str, Sel]:
        """The row of a programme, kegiatan or sub kegiatan of the agency, this year."""
        return self.prs(x.jumlah("pagu"), x.jumlah("realisasi"), x.kode, self.d.dunia.tahun) | {
            "nama": x.nama,
            "kode": x.kode,
        }

    def jumlah(self, baris: Sequence[Baris], *kunci: object, nama: str = "nama", kata: str = "") -> Baris:
        """The row of totals over p, r and s of these rows; `kunci`: what fact the totals are."""
        isi: dict[str, Sel] = {nama: kata or self.d.kata("jumlah")}
        p, r = (
            self.total(angka_kolom(baris, k), (apa, *kunci) if kunci else ())
            for k, apa in (("p", "pagu"), ("r", "realisasi_rp"))
        )
        s = self.serapan(r, p, ("serapan", *kunci) if kunci else ())
        return Baris(isi | {"p": p, "r": r, "s": s}, "total")

    def total(self, bagian: Iterable[Angka], kunci: tuple[object, ...] = ()) -> Angka:
        """A sum."""
        return self.d.hitung("jumlah", "jumlah", bagian, self.notasi, kunci)


def kolom_prs(d: Naskah, grup: str = "") -> list[Kolom]:
    """Allocation, realisation, absorption."""
    return [d.kol("p", "pagu", grup), d.kol("r", "keuangan", grup), d.kol("s", "serapan", grup, rumus=SERAPAN)]


def _program(d: Naskah, u: Uang) -> list[Baris]:
    return [Baris(u.mata(p)) for p in d.dunia.program]


def _instansi(d: Naskah) -> tuple[object, ...]:
    return ("total", d.dunia.tahun)


# -- the agency's own programmes


def per_program(d: Naskah) -> None:
    """All programmes with their total, perhaps what is left, perhaps sentences."""
    u = Uang(d)
    baris = _program(d, u)
    baris.append(u.jumlah(baris, *_instansi(d)))
    kolom = kolom_prs(d)
    if d.mungkin(0.5):
        d.jenis.add("sisa")
        for b, p, r in zip(baris, angka_kolom(baris, "p"), angka_kolom(baris, "r"), strict=True):
            b.isi["x"] = d.hitung("selisih", "selisih", (p, r), u.notasi)
        kolom.insert(d.pilih((2, 3)), d.kol("x", "sisa", rumus="{p}-{r}"))
    kode = [d.kol("kode", "kode")] if d.mungkin(0.3) else []
    d.tabel(d.pilih(bahan.KATA["judul_anggaran"]), [*kode, d.kol("nama", "program"), *kolom], baris)
    prosa(d)


def prosa(d: Naskah) -> None:
    """Sentences on the same money."""
    if d.mungkin(0.4):
        d.jenis.add("prosa_serapan")
        u = Uang(d, d.uang(berawalan=True))
        u.persen = d.notasi(2, d.pilih(("%", " %", " persen")))
        if d.mungkin(0.5):
            x = u.prs(d.dunia.jumlah("pagu"), d.dunia.jumlah("realisasi"), *_instansi(d))
            d.kalimat("serap", a=x["p"], b=x["r"], p=x["s"])
        else:
            p = d.pilih(d.dunia.program)
            x = u.mata(p)
            d.kalimat("serap_program", n=p.nama, a=x["p"], b=x["r"], p=x["s"])
    if d.mungkin(0.3):
        d.jenis.add("prosa_banyaknya")
        banyak = {k: sum(len(x.tingkat(k)) for x in d.dunia.program) for k in ("program", "kegiatan", "sub")}
        d.kalimat("banyak", x=banyak["program"], y=banyak["kegiatan"], z=banyak["sub"])
    if d.mungkin(0.4):
        satuan_miliar_prosa(d)


def satuan_miliar_prosa(d: Naskah) -> None:
    """Money of a programme in Rp juta or miliar, in a sentence."""
    d.jenis.add("satuan_miliar_prosa")
    p = d.pilih(d.dunia.program)
    pengali, kata = d.pilih(((10**6, "juta"), (10**9, "miliar")))
    n = Notasi(
        d.pilih((1, 2) if kata == "miliar" else (0, 1, 2)),
        ",",
        ".",
        d.pilih(("Rp", "Rp ", "Rp. ")),
        f" {kata}",
        pengali=pengali,
    )
    if d.gaya == "en":
        n = Notasi(n.desimal, ".", ",", n.depan, n.belakang, pengali=pengali)
    d.kalimat("miliar", n=p.nama, a=d.angka(p.jumlah("pagu"), n, ("pagu", p.kode, d.dunia.tahun)))


def hierarki(d: Naskah) -> None:
    """Programmes with their kegiatan, perhaps their sub kegiatan; parents sum their parts."""
    u = Uang(d)
    sub = d.mungkin(0.5)
    kode = d.pilih(("penuh", "penuh", "relatif"))
    baris: list[Baris] = []

    def susun(x: Anggaran) -> Baris:
        di = len(baris)
        bawah = [susun_anak for b in x.bagian if x.jenis == "program" or sub for susun_anak in [susun(b)]]
        isi = (u.jumlah(bawah, x.kode, d.dunia.tahun).isi if bawah else u.mata(x)) | {"nama": x.nama}
        isi["kode"] = (
            x.kode
            if kode == "penuh"
            else {"program": x.kode[-2:], "kegiatan": x.kode[-4:], "sub": x.kode[-4:]}[x.jenis]
        )
        hasil = Baris(isi)
        baris.insert(di, hasil)
        return hasil

    atas = [susun(p) for p in d.dunia.program]
    if d.mungkin(0.75):
        baris.append(u.jumlah(atas, *_instansi(d)))
    d.tabel(
        d.pilih(
            ("Rincian Anggaran Program dan Kegiatan Tahun {t}", "Realisasi Belanja per Program, Kegiatan Tahun {t}")
        ),
        [d.kol("kode", "kode"), d.kol("nama", "uraian"), *kolom_prs(d)],
        baris,
        nomor=False,
    )


def induk_tanpa_uang(d: Naskah) -> None:
    """Programmes that print no money of their own, but the absorption of their parts together."""
    u = Uang(d)
    baris: list[Baris] = []
    for program in d.dunia.program:
        rinci = [Baris(u.mata(x)) for x in program.bagian]
        operan = (*angka_kolom(rinci, "r"), *angka_kolom(rinci, "p"))
        s = d.hitung("rasio", "ΣR/ΣT", operan, u.persen, ("serapan", program.kode, d.dunia.tahun), kata=False)
        baris += [Baris({"nama": program.nama, "s": s}), *rinci]
    judul = d.pilih(("Serapan Anggaran Program dan Kegiatan Tahun {t}", "Capaian Keuangan Program/Kegiatan Tahun {t}"))
    d.tabel(judul, [d.kol("nama", "uraian"), *kolom_prs(d)], baris, nomor=False)


def total_sebagian(d: Naskah) -> None:
    """The programmes that support one sasaran, with their total, beside the table of all."""
    if len(d.dunia.program) < 3:
        return
    u = Uang(d)
    semua = _program(d, u)
    semua.append(u.jumlah(semua, *_instansi(d)))
    d.tabel(d.pilih(bahan.KATA["judul_anggaran"]), [d.kol("nama", "program"), *kolom_prs(d)], semua)
    u = Uang(d)
    dua = [Baris(u.mata(p)) for p in d.dunia.program[1:3]]
    dua.append(u.jumlah(dua))
    judul = d.pilih(
        (
            "Anggaran Program Pendukung Sasaran {s}",
            "Program yang Mendukung {s}",
            "Alokasi Anggaran Pencapaian Sasaran {s} Tahun {t}",
        )
    )
    d.tabel(judul.replace("{s}", d.pilih(d.dunia.bidang.sasaran)), [d.kol("nama", "program"), *kolom_prs(d)], dua)


def jumlah_per_sasaran(d: Naskah) -> None:
    """Programmes under their sasaran, a subtotal each, and the total."""
    u = Uang(d)
    sasaran = d.dunia.bidang.sasaran
    bagi = [d.dunia.program[:1], d.dunia.program[1:]] if d.mungkin(0.5) else [d.dunia.program[:2], d.dunia.program[2:]]
    baris: list[Baris] = []
    sub = []
    kepala = d.mungkin(0.5)
    for i, kelompok in enumerate(bagi, 1):
        if kepala:
            baris.append(Baris({"nama": d.pilih((f"Sasaran {i}", f"Sasaran {i}: {sasaran[i - 1]}"))}, "grup"))
        rinci = [Baris(u.mata(p)) for p in kelompok]
        sub.append(u.jumlah(rinci, kata=f"Jumlah Sasaran {i}"))
        baris += [*rinci, sub[-1]]
    baris.append(u.jumlah(sub, *_instansi(d), kata=d.pilih(("Jumlah", "TOTAL", "Jumlah Seluruhnya", "Jumlah Total"))))
    d.tabel("Anggaran dan Realisasi per Sasaran Tahun {t}", [d.kol("nama", "program"), *kolom_prs(d)], baris)


def rerata_serapan(d: Naskah) -> None:
    """The absorption of the whole by its totals, or the mean of those of the programmes, or both in two rows."""
    u = Uang(d)
    rinci = _program(d, u)
    tambah = []
    cara = d.pilih(("total", "rerata", "dua"))
    if cara != "rerata":
        tambah.append(u.jumlah(rinci, *_instansi(d)))
    if cara != "total":
        s = angka_kolom(rinci, "s")
        nama = d.pilih(("Rata-rata", "Rata-rata Serapan", "Rerata"))
        tambah.append(Baris({"nama": nama, "s": d.hitung("rerata", "rerata", s, u.persen)}, "total"))
    judul = d.pilih(("Tingkat Penyerapan Anggaran per Program Tahun {t}", "Serapan Anggaran Program Tahun {t}"))
    d.tabel(judul, [d.kol("nama", "program"), *kolom_prs(d)], [*rinci, *tambah])


def serapan_fisik(d: Naskah) -> None:
    """Physical progress beside absorption."""
    u = Uang(d)
    baris = _program(d, u)
    for b, p in zip(baris, d.dunia.program, strict=True):
        b.isi["f"] = d.angka(p.fisik, d.notasi(2), ("fisik", p.kode), pasti=False)
    if d.mungkin(0.7):
        baris.append(u.jumlah(baris, *_instansi(d)))
    pasangan = [Kolom("f", "Fisik (%)"), Kolom("s", "Keuangan (%)", rumus=SERAPAN)]
    d.r.shuffle(pasangan)
    if d.mungkin(0.4):
        pasangan = [k._replace(grup="Realisasi (%)", kepala=k.kepala.removesuffix(" (%)")) for k in pasangan]
    d.tabel(
        d.pilih(("Realisasi Fisik dan Keuangan Tahun {t}", "Progres Fisik dan Keuangan per Program {t}")),
        [
            d.kol("nama", "program"),
            d.kol("p", "pagu"),
            Kolom("r", d.pilih(("Realisasi Keuangan (Rp)", "Realisasi (Rp)"))),
            *pasangan,
        ],
        baris,
    )


def capaian_bukan_serapan(d: Naskah) -> None:
    """Performance and money of each programme under two headings."""
    u, b = Uang(d), Bentuk(d)
    program = d.dunia.program
    daftar = d.dunia.ambil(len(program))
    if len(daftar) < len(program):
        return
    baris = [
        Baris(b.trc(i, d.dunia.tahun, akhir="k") | {"indikator": i.nama} | u.mata(x))
        for i, x in zip(daftar, program, strict=True)
    ]
    persen = d.pilih(("%", "Capaian (%)", "Capaian"))
    realisasi = "Realisasi (%)" if all(i.satuan == "%" for i in daftar) and d.mungkin(0.5) else "Realisasi"
    kinerja = [Kolom(k, n, "Kinerja") for k, n in (("tk", "Target"), ("rk", realisasi), ("ck", persen))]
    uang = [
        Kolom("p", d.pilih(("Pagu", "Pagu (Rp)", "Alokasi", "Target")), "Anggaran"),
        Kolom("r", d.pilih(("Realisasi", "Realisasi (Rp)")), "Anggaran"),
        Kolom("s", d.pilih(("%", "Capaian (%)", "Serapan (%)")), "Anggaran"),
    ]
    d.tabel(
        "Pencapaian Kinerja dan Anggaran Tahun {t}",
        [d.kol("nama", "program"), Kolom("indikator", "Indikator Kinerja"), *kinerja, *uang],
        baris,
    )


def selisih_terbalik(d: Naskah) -> None:
    """What the revision added: perubahan less murni on every line."""
    u = Uang(d, d.uang(kurung=d.mungkin(0.5)))
    kepala = d.kol("x", "selisih", rumus="{b}-{m}")
    kata = kepala.kepala.startswith(("Bertambah", "Penambahan"))
    baris = []
    tahun = d.dunia.tahun
    for p in d.dunia.program:
        m = u.sel(p.jumlah("murni"), ("murni", p.kode, tahun))
        b = u.sel(p.jumlah("pagu"), ("pagu", p.kode, tahun))
        baris.append(
            Baris({"nama": p.nama, "m": m, "b": b, "x": d.hitung("selisih", "selisih", (b, m), u.notasi, kata=kata)})
        )
    m = u.total(angka_kolom(baris, "m"), ("murni", "total", tahun))
    b = u.total(angka_kolom(baris, "b"), ("pagu", "total", tahun))
    x = d.hitung("selisih", "selisih", (b, m), u.notasi, kata=kata)
    baris.append(Baris({"nama": d.kata("jumlah"), "m": m, "b": b, "x": x}, "total"))
    d.tabel(
        "Perubahan Anggaran Tahun {t}",
        [d.kol("nama", "program"), d.kol("m", "murni"), d.kol("b", "perubahan"), kepala],
        baris,
    )


def murni_dan_perubahan(d: Naskah) -> None:
    """The agreement before and after its revision, a table each."""
    for apa, kunci, judul in (
        ("murni", "murni", "Perjanjian Kinerja Tahun {t}"),
        ("pagu", "pagu", d.pilih(("Perubahan Perjanjian Kinerja Tahun {t}", "Perjanjian Kinerja Perubahan Tahun {t}"))),
    ):
        n = d.uang()
        baris = [
            Baris({"nama": p.nama, "p": d.angka(p.jumlah(apa), n, (kunci, p.kode, d.dunia.tahun)), "ket": "APBD"})
            for p in d.dunia.program
        ]
        if d.mungkin(0.7):
            u = Uang(d, n)
            baris.append(
                Baris(
                    {
                        "nama": d.kata("jumlah"),
                        "p": u.total(angka_kolom(baris, "p"), (kunci, "total", d.dunia.tahun)),
                    },
                    "total",
                )
            )
        d.tabel(
            judul,
            [
                d.kol("nama", "program"),
                Kolom("p", d.pilih(("Anggaran", "Anggaran (Rp)"))),
                Kolom("ket", d.pilih(("Keterangan", "Ket."))),
            ],
            baris,
        )
        if kunci == "murni" and d.mungkin(0.5):
            d.paragraf("Karena adanya perubahan APBD, perjanjian kinerja disesuaikan sebagai berikut.")


def juta_rupiah(d: Naskah) -> None:
    """Money in rounded units; totals and percentages come from the full amounts."""
    pengali, kata = d.pilih(((10**6, "juta"), (10**6, "juta"), (10**9, "miliar")))
    des = d.pilih((0, 1, 2)) if kata == "juta" else d.pilih((2, 3))
    u = Uang(d, Notasi(des, "." if d.gaya == "en" else ",", "," if d.gaya == "en" else ".", pengali=pengali))
    semua = d.dunia.program
    tahun = d.dunia.tahun
    baris: list[Baris] = []
    for p in [*semua, None]:
        kunci: tuple[object, ...] = (p.kode if p else "total", tahun)
        uang = [sum(x.jumlah(a) for x in ([p] if p else semua)) for a in ("pagu", "realisasi")]
        sel: list[Angka] = []
        for x, apa, kol in zip(uang, ("pagu", "realisasi_rp"), "pr", strict=True):
            if p:
                sel.append(u.sel(x, (apa, *kunci)))
            else:
                bagian = angka_kolom(baris, kol)
                sel.append(d.hitung("jumlah", "jumlah", bagian, u.notasi, (apa, *kunci), mentah=[Fraction(x)]))
            sel[-1].pasti = False
        s = d.hitung(
            "rasio",
            "R/T",
            (sel[1], sel[0]),
            u.persen,
            ("serapan", *kunci),
            mentah=[Fraction(uang[1]), Fraction(uang[0])],
        )
        baris.append(
            Baris(
                {"nama": p.nama if p else d.kata("jumlah"), "p": sel[0], "r": sel[1], "s": s}, "rinci" if p else "total"
            )
        )
    di_kepala = d.mungkin(0.6)
    satuan = d.pilih((f"Rp {kata}", f"{kata.capitalize()} Rp", f"dalam {kata} rupiah"))
    kepala = (
        [Kolom("p", f"Anggaran ({satuan})"), Kolom("r", f"Realisasi ({satuan})")]
        if di_kepala
        else [Kolom("p", "Anggaran"), Kolom("r", "Realisasi")]
    )
    judul = "Ringkasan Anggaran Tahun {t}" + ("" if di_kepala else f" (dalam {kata} rupiah)")
    d.tabel(judul, [d.kol("nama", "program"), *kepala, Kolom("s", "%")], baris)


def anggaran_per_tahun(d: Naskah) -> None:
    """One row a year."""
    u = Uang(d)
    t = d.dunia.tahun
    baris = []
    for y in range(t - d.r.randint(2, 4), t + 1):
        if y >= t - 1:
            akhir = "" if y == t else "_lalu"
            p, r = d.dunia.jumlah("pagu" if y == t else "lalu"), d.dunia.jumlah("realisasi" + akhir)
        else:
            p = d.dunia.jumlah("lalu") * d.r.randint(70, 120) // 100
            r = p * d.r.randint(80_000, 99_000) // 100_000
        baris.append(Baris(u.prs(p, r, "total", y) | {"tahun": str(y)}))
    if d.mungkin(0.3):
        baris.reverse()
    d.tabel(
        d.pilih(
            (
                "Perkembangan Anggaran dan Realisasi {opd}",
                "Anggaran dan Realisasi Beberapa Tahun Terakhir",
                "Tren Penyerapan Anggaran",
            )
        ),
        [Kolom("tahun", d.pilih(("Tahun", "Tahun Anggaran", "TA"))), *kolom_prs(d)],
        baris,
    )


def tahun_lalu(d: Naskah) -> None:
    """The programmes in the year before, told by the title alone."""
    u = Uang(d)
    lalu = d.dunia.tahun - 1
    baris = [
        Baris(u.prs(p.jumlah("lalu"), p.jumlah("realisasi_lalu"), p.kode, lalu) | {"nama": p.nama})
        for p in d.dunia.program
    ]
    baris.append(u.jumlah(baris, "total", lalu))
    d.tabel(
        d.pilih((f"Realisasi Anggaran Tahun {lalu}", f"Anggaran dan Realisasi Tahun Anggaran {lalu}")),
        [d.kol("nama", "program"), *kolom_prs(d)],
        baris,
    )


def sumber_dana(d: Naskah) -> None:
    """Sources of funds as rows, or as columns beside the programmes."""
    u = Uang(d)
    sumber = d.pilih((("APBD", "APBN", "DAK"), ("PAD", "DAU", "DAK"), ("DAU", "DAK Fisik", "DAK Non Fisik")))
    if d.mungkin(0.5):
        sisa_p, sisa_r = d.dunia.jumlah("pagu"), d.dunia.jumlah("realisasi")
        baris = []
        for i, s in enumerate(sumber):
            bagi = d.r.randint(20, 45)
            p, r = (sisa_p, sisa_r) if i == 2 else (sisa_p * bagi // 100, sisa_r * bagi // 100)
            sisa_p, sisa_r = sisa_p - p, sisa_r - r
            baris.append(Baris(u.prs(p, r) | {"nama": s}))
        baris.append(u.jumlah(baris, *_instansi(d)))
        d.tabel("Anggaran Menurut Sumber Dana Tahun {t}", [Kolom("nama", "Sumber Dana"), *kolom_prs(d)], baris)
        return
    baris = []
    for x in d.dunia.program:
        pagu = x.jumlah("pagu")
        a, b = sorted((d.r.randint(0, pagu), d.r.randint(0, pagu)))
        sel = [u.sel(v) for v in (a, b - a, pagu - b)]
        isi: dict[str, Sel] = {"nama": x.nama, "p": u.total(sel, ("pagu", x.kode, d.dunia.tahun))}
        baris.append(Baris(isi | dict(zip("abc", sel, strict=True))))
    total: dict[str, Sel] = {k: u.total(angka_kolom(baris, k)) for k in "abc"}
    total |= {"nama": d.kata("jumlah"), "p": u.total(angka_kolom(baris, "p"), ("pagu", *_instansi(d)))}
    grup = d.pilih(("", "Sumber Dana", "Pagu (Rp)"))
    d.tabel(
        "Alokasi Anggaran per Sumber Dana Tahun {t}",
        [
            d.kol("nama", "program"),
            *(Kolom(k, s, grup) for k, s in zip("abc", sumber, strict=True)),
            Kolom("p", d.pilih(("Jumlah", "Total", "Jumlah (Rp)")), grup),
        ],
        [*baris, Baris(total, "total")],
    )


def anggaran_triwulan(d: Naskah) -> None:
    """Realised money by quarter, with its sum beside the allocation."""
    u = Uang(d)
    tw = ("I", "II", "III", "IV")
    bentuk = d.pilih(("TW {}", "Triwulan {}", "Realisasi TW {}"))
    grup = "Realisasi" if not bentuk.startswith("R") and d.mungkin(0.5) else ""
    baris = []
    for x in d.dunia.program:
        r = x.jumlah("realisasi")
        potong = sorted(d.r.sample(range(1, r), 3))
        q = [u.sel(b - a) for a, b in zip([0, *potong], [*potong, r], strict=True)]
        kunci = (x.kode, d.dunia.tahun)
        p = u.sel(x.jumlah("pagu"), ("pagu", *kunci))
        total = u.total(q, ("realisasi_rp", *kunci))
        isi: dict[str, Sel] = {"nama": x.nama, "p": p, "r": total, "s": u.serapan(total, p, ("serapan", *kunci))}
        baris.append(Baris(isi | {f"q{k}": v for k, v in zip(tw, q, strict=True)}))
    d.tabel(
        "Realisasi Anggaran per Triwulan Tahun {t}",
        [
            d.kol("nama", "program"),
            d.kol("p", "pagu"),
            *(Kolom(f"q{k}", bentuk.format(k), grup) for k in tw),
            Kolom("r", d.pilih(("Jumlah", "Total Realisasi", "Jumlah Realisasi")), grup),
            Kolom("s", d.pilih(("%", "Serapan (%)"))),
        ],
        baris,
    )


def efisiensi(d: Naskah) -> None:
    """A column whose formula stands in its heading."""
    n = d.notasi(2)
    baris = []
    for i, nama in enumerate(d.r.sample(bahan.BAGIAN_KERJA, 4), 1):
        c = d.angka(Fraction(d.r.randint(9000, 10000), 100), n, pasti=False)
        s = d.angka(Fraction(d.r.randint(8000, 9900), 100), n, pasti=False)
        e = d.hitung("selisih", "selisih", (c, s), n)
        baris.append(Baris({"no": str(i), "nama": nama, "c": c, "s": s, "e": e}))
    kolom = [
        Kolom("no", "No"),
        Kolom("nama", d.pilih(("Unit Kerja", "Bagian/Bidang"))),
        Kolom("c", d.pilih(("Capaian Kinerja (%)", "Capaian Output (%)"))),
        Kolom("s", d.pilih(("Penyerapan Anggaran (%)", "Capaian Input Dana (%)"))),
        Kolom("e", d.pilih(("Tingkat Efisiensi (5=3-4)", "Efisiensi (%) (5)=(3)-(4)", "Efisiensi 5=3-4"))),
    ]
    d.tabel("Tingkat Efisiensi Sumber Daya Tahun {t}", kolom, baris, nomor=False)


# -- money outside the programmes of the agency


def _pagu(d: Naskah) -> tuple[int, int]:
    p = d.r.randint(40, 900) * 10**6 + d.r.choice((0, d.r.randint(1, 999) * 1000))
    return p, p * d.r.randint(80_000, 99_500) // 100_000


def kegiatan_per_unit(d: Naskah) -> None:
    """The same kegiatan for each unit: a column of units, or a row above each group."""
    u = Uang(d)
    jenis = d.r.sample(
        ("Operasional Pelayanan", "Pemeliharaan Gedung", "Pengadaan Bahan Habis Pakai", "Peningkatan Mutu"),
        d.r.randint(2, 3),
    )
    grup = d.mungkin(0.5)
    baris: list[Baris] = []
    for unit in d.r.sample(d.dunia.bidang.unit, d.r.randint(2, 4)):
        if grup:
            baris.append(Baris({"nama": unit}, "grup"))
        for i, j in enumerate(jenis):
            ulang = "" if i and d.mungkin(0) else unit
            baris.append(Baris(u.prs(*_pagu(d)) | {"nama": j, "unit": ulang}))
    baris.append(u.jumlah([b for b in baris if b.jenis == "rinci"]))
    nama = Kolom("nama", d.pilih(("Kegiatan", "Uraian Kegiatan", "Sub Kegiatan")))
    depan = [nama] if grup else [d.kol("unit", "unit"), nama]
    if not grup and d.mungkin(0.3):
        depan.reverse()
    d.tabel("Realisasi Bantuan Operasional menurut Unit Tahun {t}", [*depan, *kolom_prs(d)], baris)


def program_nama_sama(d: Naskah) -> None:
    """Two kegiatan of one name under different programmes."""
    u = Uang(d)
    sama = d.pilih(("Pembinaan dan Pengawasan", "Penyusunan Laporan", "Pengelolaan Data", "Koordinasi Lintas Sektor"))
    baris: list[Baris] = []
    induk = []
    kode = d.mungkin(0.7)
    for i, nama in enumerate(
        d.r.sample(
            ("Penataan Kawasan", "Peningkatan Layanan Dasar", "Pengembangan Kemitraan", "Penguatan Kelembagaan"), 2
        ),
        6,
    ):
        isi = [
            Baris(u.prs(*_pagu(d)) | {"nama": f"Kegiatan {n}", "kode": f"{i:02d}.2.{j:02d}"})
            for j, n in enumerate((sama, f"Sarana {nama}"), 1)
        ]
        atas = Baris(u.jumlah(isi).isi | {"nama": f"Program {nama}", "kode": f"{i:02d}"})
        induk.append(atas)
        baris += [atas, *isi]
    baris.append(u.jumlah(induk))
    kol = [d.kol("kode", "kode")] if kode else []
    d.tabel(
        "Anggaran Kegiatan Bersumber Tugas Pembantuan Tahun {t}",
        [*kol, d.kol("nama", "uraian"), *kolom_prs(d)],
        baris,
        nomor=False,
    )


def data_datar(d: Naskah) -> None:
    """An export of a database: several key columns, nothing summed."""
    u = Uang(d)
    kec = ("Kec. Utara", "Kec. Selatan", "Kec. Barat", "Kec. Timur")
    baris: list[Baris] = []
    for _ in range(d.r.randint(6, 10)):
        kegiatan = d.pilih(("Rehabilitasi Gedung", "Pengadaan Peralatan", "Pembangunan Jalan Lingkungan"))
        baris.append(
            Baris(
                u.prs(*_pagu(d))
                | {
                    "program": d.pilih(bahan.PROGRAM_LUAR),
                    "kegiatan": kegiatan,
                    "kec": d.pilih(kec),
                    "dana": d.pilih(("DAU", "DAK", "PAD")),
                    "paket": f"Paket {len(baris) + 1}",
                }
            )
        )
    kunci = [
        Kolom("program", "Program"),
        Kolom("kegiatan", "Kegiatan"),
        Kolom("kec", "Kecamatan"),
        Kolom("dana", "Sumber Dana"),
        Kolom("paket", "Paket Pekerjaan"),
    ]
    d.tabel(
        "Data Paket Pekerjaan Tahun {t}",
        [*kunci, Kolom("p", d.pilih(("Pagu", "Nilai Pagu (Rp)"))), Kolom("r", "Realisasi"), Kolom("s", "%")],
        baris,
    )


# -- levels without codes, columns without money


def hierarki_tanpa_kode(d: Naskah) -> None:
    """Programmes with their kegiatan, told apart by numbers, letters, capitals, words, columns, or by nothing."""
    u = Uang(d)
    cara = d.pilih(("romawi", "huruf", "titik", "kapital", "kata", "kolom", "polos"))
    baris: list[Baris] = []
    induk = []
    for i, p in enumerate(d.dunia.program, 1):
        rinci = [Baris(u.mata(x)) for x in p.bagian]
        atas = Baris(_jumlah_terbuka(u, rinci) | {"nama": p.nama})
        if cara == "kata":
            atas.isi["nama"] = f"Program {p.nama.removeprefix('Program ')}"
        if cara == "kapital":
            atas.isi["nama"] = p.nama.upper()
        atas.isi["no"] = {"romawi": ("I", "II", "III", "IV", "V", "VI")[i - 1], "huruf": "ABCDEF"[i - 1]}.get(
            cara, str(i)
        )
        for j, x in enumerate(rinci, 1):
            x.isi["no"] = {"huruf": str(j), "romawi": str(j), "titik": f"{i}.{j}"}.get(cara, "")
            if cara == "kata":
                x.isi["nama"] = f"Kegiatan {str(x.isi['nama']).removeprefix('Kegiatan ')}"
            if cara == "kolom":
                x.isi["rinci"] = x.isi.pop("nama")
        induk.append(atas)
        baris += [atas, *rinci]
    baris.append(Baris(_jumlah_terbuka(u, induk, *_instansi(d)) | {"nama": d.kata("jumlah")}, "total"))
    kolom = [d.kol("nama", "uraian"), *kolom_prs(d)]
    if cara == "kolom":
        kolom[:1] = [Kolom("nama", "Program"), Kolom("rinci", "Kegiatan")]
    if cara in {"romawi", "huruf", "titik"}:
        kolom.insert(0, Kolom("no", "No"))
    d.tabel("Anggaran dan Realisasi menurut Program dan Kegiatan Tahun {t}", kolom, baris, nomor=False)


def _jumlah_terbuka(u: Uang, baris: Sequence[Baris], *kunci: object) -> dict[str, Sel]:
    """The sums of rows that only the other sums of the table show to be its parts."""
    p, r = (
        u.d.hitung("jumlah", "jumlah", angka_kolom(baris, k), u.notasi, (apa, *kunci) if kunci else (), kata=False)
        for k, apa in (("p", "pagu"), ("r", "realisasi_rp"))
    )
    return {"p": p, "r": r, "s": u.serapan(r, p, ("serapan", *kunci) if kunci else ())}


def jumlah_di_bawah(d: Naskah) -> None:
    """Kegiatan unit by unit, the sum of each below its lines, and the total of these sums."""
    u = Uang(d)
    baris: list[Baris] = []
    sub = []
    unit = d.r.sample(d.dunia.bidang.unit, 2)
    for nama, program in zip(unit, (d.dunia.program[:1], d.dunia.program[1:]), strict=True):
        rinci = [Baris(u.mata(x)) for p in program for x in p.bagian]
        sub.append(Baris(_jumlah_terbuka(u, rinci) | {"nama": f"{d.pilih(('Jumlah', 'Sub Jumlah', 'Total'))} {nama}"}))
        baris += [*rinci, sub[-1]]
    for i, b in enumerate((b for b in baris if b not in sub), 1):
        b.isi["no"] = str(i)
    baris.append(Baris(_jumlah_terbuka(u, sub, *_instansi(d)) | {"nama": "JUMLAH"}, "total"))
    kolom = [Kolom("no", "No"), d.kol("nama", "uraian"), *kolom_prs(d)]
    d.tabel("Anggaran dan Realisasi Kegiatan menurut Bidang Tahun {t}", kolom, baris, nomor=False)


def belum_terealisasi(d: Naskah) -> None:
    """Purchases of which nothing was spent yet: zeros, or dashes, down to the total."""
    u = Uang(d)
    kosong = d.pilih(("-", "–", "nihil", "0", "0"))

    def nol(n: Notasi) -> Sel:
        return d.angka(0, n) if kosong == "0" else kosong

    baris = [
        Baris(
            {"nama": f"Pengadaan {x}", "p": u.sel(d.r.randint(40, 900) * 10**6), "r": nol(u.notasi), "s": nol(u.persen)}
        )
        for x in d.r.sample(d.dunia.bidang.barang, 3)
    ]
    total = u.total(angka_kolom(baris, "p"))
    baris.append(Baris({"nama": d.kata("jumlah"), "p": total, "r": nol(u.notasi), "s": nol(u.persen)}, "total"))
    kolom = [Kolom("nama", d.pilih(("Uraian", "Pengadaan"))), *kolom_prs(d)]
    d.tabel("Pengadaan yang Ditunda ke Tahun Berikutnya", kolom, baris)
