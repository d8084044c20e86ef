"""Rules on budgets: sums up the hierarchy, differences, remaining budget, absorption."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import attrs

from sakip.aturan.bahan.contoh import laporan, tabel, tabel_anggaran
from sakip.aturan.bahan.jenjang import baca_jenjang, dua_jumlah
from sakip.aturan.bahan.peran_relasi import RelasiPeran, kolom_setara
from sakip.aturan.definisi import Keluarga, aturan
from sakip.hukum.rumus import Rumus
from sakip.model.indikator import Indikator
from sakip.model.kode import TANPA_INDUK, TINGKAT, PenyusunKode, induk, tingkat_kode
from sakip.model.peran import PERAN
from sakip.model.timbangan import BIAYA_LAIN, Dasar
from sakip.relasi import Bacaan, Cetakan, Jalur, Rumusan, Seragam, Setiap, Syarat
from sakip.teks.istilah import himpunan
from sakip.teks.kalimat import Daftar, kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.fakta.register import BarisFakta, Butir, Register, TabelFakta
    from sakip.model.laporan import Laporan
    from sakip.model.peran import Kolom
    from sakip.model.sel import Sel
    from sakip.model.tabel import Tabel
    from sakip.relasi import Relasi
    from sakip.teks.kalimat import Kalimat

__all__ = ["jumlah"]


def jumlah(
    kode: str, uraian: str | Kalimat, total: Butir, bagian: list[Butir], kosong: int = 0, bacaan: Bacaan | None = None
) -> Rumusan:
    """The relation `total` = sum of `bagian`, of which `kosong` more print no figure."""
    jalur = Jalur.menurut("", Rumus.jumlah(len(bagian)), bagian)
    kecuali = kalimat("kosong.bagian", n=kosong) if kosong else ""
    return Rumusan(
        kode=kode, jenis="jumlah", uraian=uraian, hasil=total, jalur=(jalur,), kecuali=kecuali, bacaan=bacaan
    )


ANG = Keluarga("ANG", "Anggaran", "Budget")


@aturan(
    kode="ANG01",
    daftar_uji=("I.6",),
    sifat=frozenset({"jenjang_anggaran"}),
    judul="Jumlah anggaran menurut jenjang",
    title="Budget sums up the hierarchy",
    memeriksa="Setiap program adalah jumlah kegiatannya, setiap kegiatan jumlah sub kegiatannya, dan jumlah "
    "seluruhnya jumlah programnya, di setiap kolom uang.",
    checks="Each program is the sum of its kegiatan, each kegiatan of its sub kegiatan, and the whole of its "
    "programs, in every money column.",
    penting="Jumlah yang tidak sama dengan rinciannya berarti salah satu angka yang dilaporkan bukan angka DPA.",
    matters="A sum that differs from its lines means that one reported figure is not the budget's.",
    dasar=("kepmendagri_900_2024", "permenpanrb_53_2014"),
    praktik=True,
)
def jumlah_jenjang(reg: Register) -> Iterator[Relasi]:
    """Sums by code in every table with codes."""
    for t in reg.tabel:
        anak = _anak(t)
        induk_baris = {b.urut for b, _ in anak}
        daun = [b for b in t.baris if b.kode is not None and b.urut not in induk_baris]
        for kolom in t.tabel.kolom:
            if not kolom.peran.aditif:
                continue
            for b, bawah in anak:
                total = b.butir.get(kolom.kunci)
                bagian = [x.butir.get(kolom.kunci) for x in bawah]
                isi = [x for x in bagian if x is not None and x.berangka]
                if total is None or not total.berangka or not isi:
                    continue
                terbawah = [x.butir.get(kolom.kunci) for x in daun]
                catatan = dua_jumlah(total, bagian, terbawah) if b.jenis == "total" else ""
                uraian = kalimat("jumlah.bawah", hasil=b.nama, n=len(isi), catatan=catatan)
                yield jumlah(jumlah_jenjang.kode, uraian, total, isi, len(bagian) - len(isi))


def _contoh_jenjang(program: str) -> Laporan:
    return laporan(
        tabel=(
            tabel_anggaran(
                "     | JUMLAH                       | 150.000.000",
                f"01   | Program Penunjang Urusan     | {program}",
                "2.01 | Kegiatan Administrasi Umum   | 110.000.000",
                "2.02 | Kegiatan Pemeliharaan Barang | 40.000.000",
            ),
        )
    )


jumlah_jenjang.salah(partial(_contoh_jenjang, "105.000.000"))
jumlah_jenjang.benar(partial(_contoh_jenjang, "150.000.000"))


def _anak(t: TabelFakta) -> list[tuple[BarisFakta, list[BarisFakta]]]:
    """Each row with codes below it, and the rows next below; the total with the rows that have none above them."""
    berkode = [b for b in t.baris if b.kode is not None]
    if not berkode:
        return []
    bawah: dict[str | None, list[BarisFakta]] = {}
    ada = {b.kode for b in berkode}
    for b in berkode:
        atas = induk(b.kode or "")
        while atas is not None and atas not in ada:
            atas = induk(atas)
        bawah.setdefault(atas, []).append(b)
    hasil = [(b, bawah[b.kode]) for b in berkode if b.kode in bawah]
    return hasil + [(b, bawah[None]) for b in t.baris if b.jenis == "total" and None in bawah]


SELISIH = RelasiPeran(
    "selisih",
    "selisih",
    (
        ("murni_perubahan", Rumus.linear([(1, "pagu_murni"), (-1, "pagu")])),
        ("perubahan_murni", Rumus.linear([(1, "pagu"), (-1, "pagu_murni")])),
    ),
    isyarat=(frozenset(), himpunan("selisih_menambah")),
)
SISA = RelasiPeran(
    "selisih",
    "sisa",
    (("cara", Rumus.linear([(1, "pagu"), (-1, "realisasi_anggaran")])),),
)
SERAPAN = RelasiPeran(
    "rasio",
    "serapan",
    (("cara", Rumus.rasio("realisasi_anggaran", "pagu")),),
    asing=himpunan("serapan_asing"),
)
SISA_PERSEN = RelasiPeran(
    "rasio",
    "sisa_persen",
    (("cara", Rumus.rasio("sisa", "pagu")),),
)


@aturan(
    kode="ANG02",
    daftar_uji=("I.6",),
    judul="Selisih anggaran murni dan perubahan",
    title="Difference between original and revised budget",
    memeriksa="Kolom selisih sama dengan anggaran murni dikurangi anggaran perubahan.",
    checks="The difference column is the original budget minus the revised one.",
    penting="Selisih menunjukkan besarnya pergeseran anggaran yang harus dapat dijelaskan.",
    matters="The difference is the size of the budget shift that has to be explained.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "murni_perubahan": (
            "selisih = anggaran murni − anggaran perubahan",
            "difference = original budget − revised budget",
        ),
        "perubahan_murni": (
            "selisih = anggaran perubahan − anggaran murni",
            "difference = revised budget − original budget",
        ),
    },
)
def selisih(reg: Register) -> Iterator[Relasi]:
    """selisih = pagu_murni − pagu."""
    return SELISIH.relasi(reg, selisih.kode)


def _contoh_selisih(selisih: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "2.2",
                "Anggaran sebelum dan sesudah Perubahan",
                "nama | pagu_murni | pagu | selisih",
                f"Program Pelatihan | 90.000.000 | 75.000.000 | {selisih}",
                "Program Promosi | 60.000.000 | 65.000.000 | -5.000.000",
                "JUMLAH | 150.000.000 | 140.000.000 | 10.000.000",
            ),
        )
    )


selisih.salah(partial(_contoh_selisih, "-15.000.000"))
selisih.benar(partial(_contoh_selisih, "15.000.000"))


@aturan(
    kode="ANG03",
    daftar_uji=("I.6",),
    judul="Sisa anggaran",
    title="Remaining budget",
    memeriksa="Sisa anggaran sama dengan anggaran dikurangi realisasi.",
    checks="The remaining budget is the budget minus what was spent.",
    penting="Sisa yang keliru membuat penjelasan SiLPA tidak sesuai dengan realisasi.",
    matters="A wrong remainder makes the explanation of it disagree with the spending.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("sisa = anggaran − realisasi", "remainder = budget − spending"),
        "cara": ("anggaran − realisasi", "budget − spending"),
    },
)
def sisa(reg: Register) -> Iterator[Relasi]:
    """sisa = pagu − realisasi_anggaran."""
    return SISA.relasi(reg, sisa.kode)


def _contoh_sisa(sisa: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.4",
                "Realisasi Anggaran",
                "nama | pagu | realisasi_anggaran | sisa",
                f"Program Pelatihan | 75.000.000 | 71.250.000 | {sisa}",
                "Program Promosi | 65.000.000 | 58.500.000 | 6.500.000",
                "JUMLAH | 140.000.000 | 129.750.000 | 10.250.000",
            ),
        )
    )


sisa.salah(partial(_contoh_sisa, "3.570.000"))
sisa.benar(partial(_contoh_sisa, "3.750.000"))


@aturan(
    kode="ANG04",
    daftar_uji=("I.6",),
    judul="Serapan anggaran",
    title="Budget absorption",
    memeriksa="Persentase capaian anggaran sama dengan realisasi dibagi anggaran, baris itu sendiri atau baris di "
    "bawahnya.",
    checks="The percentage absorbed is the spending over the budget, of the line itself or of the lines below it.",
    penting="Serapan dibaca pimpinan sebagai ukuran kinerja keuangan.",
    matters="Absorption is read as the measure of financial performance.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("serapan = realisasi ÷ anggaran × 100", "absorption = spending ÷ budget × 100"),
        "cara": ("realisasi ÷ anggaran", "spending ÷ budget"),
        "bawah": ("serapan {nama} = {cara}", "absorption of {nama} = {cara}"),
        "bawah.jumlah": ("serapan baris di bawahnya", "absorption of the lines below it"),
        "bawah.rerata": ("rata-rata serapan baris di bawahnya", "mean absorption of the lines below it"),
    },
)
def serapan(reg: Register) -> Iterator[Relasi]:
    """serapan = realisasi_anggaran / pagu × 100, of the lines below it where a line prints neither."""
    kelompok = list(_serapan_kelompok(reg))
    milik = {r.hasil for r in kelompok}
    yield from (r for r in SERAPAN.relasi(reg, serapan.kode) if r.bernilai or milik.isdisjoint(r.butir))
    yield from kelompok


def _contoh_serapan(serapan: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.5",
                "Serapan Anggaran",
                "nama | pagu | realisasi_anggaran | serapan",
                f"Program Pelatihan | 75.000.000 | 71.250.000 | {serapan}",
                "Program Promosi | 65.000.000 | 58.500.000 | 90,00%",
            ),
        )
    )


serapan.salah(partial(_contoh_serapan, "59,00%"))
serapan.benar(partial(_contoh_serapan, "95,00%"))


def _serapan_kelompok(reg: Register) -> Iterator[Rumusan]:
    """The absorption of a line without money of its own, from that of the lines next below: their sums, or the mean."""
    for n, t in enumerate(reg.tabel):
        for kolom in t.tabel.kolom:
            uang = [kolom_setara(t, p, kolom) for p in ("realisasi_anggaran", "pagu")]
            if kolom.peran.nama != SERAPAN.hasil or None in uang:
                continue
            kunci = [str(k) for k in uang]
            tanpa = {b.urut for b in t.rincian if _berangka(b, kolom.kunci) and not any(k in b.butir for k in kunci)}
            if tanpa:
                anak = [(b, x) for b, x in _jenjang(t, kunci) if b.urut in tanpa]
                yield from _serapan_anak(t, n, kolom, kunci, anak)


def _jenjang(t: TabelFakta, kolom: Sequence[str]) -> Sequence[tuple[BarisFakta, Sequence[BarisFakta]]]:
    if any(b.kode is not None for b in t.rincian):
        return _anak(t)
    jenjang = baca_jenjang(t, kolom)
    return jenjang.anak if jenjang is not None else ()


def _serapan_anak(
    t: TabelFakta, n: int, kolom: Kolom, kunci: Sequence[str], anak: Sequence[tuple[BarisFakta, Sequence[BarisFakta]]]
) -> Iterator[Rumusan]:
    for ke, (nama, dari) in enumerate((("jumlah", tuple(kunci)), ("rerata", (kolom.kunci,)))):
        cara = kalimat(f"{serapan.kode}.bawah.{nama}")
        sebut = kalimat("bacaan.kolom", kolom=kolom.judul or kolom.kunci, tabel=t.tabel.tempat, apa=cara)
        bacaan = Bacaan((serapan.kode, n, kolom.kunci, "kelompok"), sebut, Dasar.DUGAAN, str(ke), BIAYA_LAIN * ke)
        for b, bawah in anak:
            operan = [x.butir[k] for k in dari for x in bawah if _berangka(x, k)]
            if len(operan) == len(dari) * len(bawah):
                rumus = Rumus.rasio_jumlah(len(bawah)) if ke == 0 else Rumus.jumlah(len(bawah), len(bawah))
                yield Rumusan(
                    kode=serapan.kode,
                    jenis=SERAPAN.jenis,
                    uraian=kalimat(f"{serapan.kode}.bawah", nama=b.nama, cara=cara),
                    hasil=b.butir[kolom.kunci],
                    jalur=(Jalur.menurut(cara, rumus, operan),),
                    bacaan=bacaan,
                )


def _berangka(b: BarisFakta, kolom: str) -> bool:
    """Whether a line prints a figure in a column."""
    x = b.butir.get(kolom)
    return x is not None and x.berangka


@aturan(
    kode="ANG05",
    daftar_uji=("I.6",),
    judul="Persentase sisa anggaran",
    title="Remaining budget in percent",
    memeriksa="Persentase sisa sama dengan sisa dibagi anggaran.",
    checks="The remaining percentage is the remainder over the budget.",
    penting="Persentase sisa dan serapan harus saling melengkapi menjadi 100.",
    matters="Remainder and absorption must add up to 100.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("persentase sisa = sisa ÷ anggaran × 100", "remaining percentage = remainder ÷ budget × 100"),
        "cara": ("sisa ÷ anggaran", "remainder ÷ budget"),
    },
)
def sisa_persen(reg: Register) -> Iterator[Relasi]:
    """sisa_persen = sisa / pagu × 100."""
    return SISA_PERSEN.relasi(reg, sisa_persen.kode)


def _contoh_sisa_persen(persen: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.6",
                "Sisa Anggaran",
                "nama | pagu | sisa | sisa_persen",
                f"Program Pelatihan | 75.000.000 | 3.750.000 | {persen}",
                "Program Promosi | 65.000.000 | 6.500.000 | 10,00%",
            ),
        )
    )


sisa_persen.salah(partial(_contoh_sisa_persen, "5,26%"))
sisa_persen.benar(partial(_contoh_sisa_persen, "5,00%"))


@aturan(
    kode="ANG06",
    daftar_uji=("I.6", "T.4"),
    judul="Anggaran sasaran dan program pendukungnya",
    title="Budget of a sasaran and of the programs that serve it",
    memeriksa="Anggaran dan realisasi yang dicantumkan pada suatu indikator sama dengan jumlah program yang "
    "mendukungnya di tabel anggaran.",
    checks="Budget and spending printed for an indicator are the sums of the programs that serve it.",
    penting="Efisiensi dihitung dari anggaran ini; program yang tertinggal atau dobel mengubah nilainya.",
    matters="Efficiency is reckoned from this budget; a program left out or counted twice changes it.",
    dasar=("pmk_214_2017",),
    praktik=True,
    kalimat={
        "uraian": ("{nama} = jumlah {n} program pendukung", "{nama} = sum of the programs that serve it ({n})"),
    },
)
def anggaran_indikator(reg: Register) -> Iterator[Relasi]:
    """Money printed beside an indicator = sum over its programs in the budget tables."""
    for t in reg.tabel:
        for b in t.rincian:
            if b.indikator is None or not b.indikator.program:
                continue
            for peran in (p.nama for p in PERAN.values() if p.anggaran):
                total = b.butir.get(peran)
                bagian = [reg.cari(k, peran, reg.laporan.tahun) for k in b.indikator.program]
                isi = [x for x in bagian if x is not None]
                if total is not None and total.berangka and len(isi) == len(bagian):
                    uraian = kalimat(f"{anggaran_indikator.kode}.uraian", nama=total.nama, n=len(isi))
                    yield jumlah(anggaran_indikator.kode, uraian, total, isi)


def _contoh_indikator(pagu: str) -> Laporan:
    return laporan(
        indikator=(Indikator(kunci="pelatihan", nama="Persentase Peserta Lulus", program=("02", "03")),),
        tabel=(
            tabel_anggaran(
                "   | JUMLAH            | 140.000.000",
                "02 | Program Pelatihan | 75.000.000",
                "03 | Program Promosi   | 65.000.000",
            ),
            tabel(
                "3.9",
                "Anggaran menurut Sasaran",
                "indikator | pagu",
                f"Persentase Peserta Lulus | {pagu}",
            ),
        ),
    )


anggaran_indikator.salah(partial(_contoh_indikator, "75.000.000"))
anggaran_indikator.benar(partial(_contoh_indikator, "140.000.000"))


@aturan(
    kode="ANG07",
    daftar_uji=("I.6",),
    judul="Baris induk anggaran",
    title="Parent lines of a budget",
    memeriksa="Tiap kegiatan berada di bawah programnya dan tiap sub kegiatan di bawah kegiatannya, pada tabel "
    "yang memuat baris sejenjang itu.",
    checks="Each kegiatan stands under its program and each sub kegiatan under its kegiatan, in a table that "
    "prints lines of that level.",
    penting="Baris induk yang hilang membawa serta anggarannya, dan rinciannya terbaca sebagai milik baris lain.",
    matters="A lost parent line takes its budget with it, and its parts read as those of another line.",
    keparahan="peringatan",
    dasar=("kepmendagri_900_2024",),
    praktik=True,
    kalimat={
        "uraian": ("baris {tingkat} {atas} ada pada {tabel}", "the line of {tingkat} {atas} is in {tabel}"),
        "tertulis": (
            "{daftar} tanpa baris {tingkat} di atasnya",
            "{daftar} without a line of its {tingkat} above",
        ),
        "seharusnya": ("di bawah baris {tingkat}", "below a line of its {tingkat}"),
    },
    celah="kode dapat salah ketik, atau tabel sengaja memuat sebagian",
    reading="a code may be mistyped, or the table leaves parent lines out on purpose",
)
def baris_induk(reg: Register) -> Iterator[Relasi]:
    """Every line of a level whose parents are printed has its own parent in the table."""
    for t in reg.tabel:
        kode = {b.kode for b in t.rincian if b.kode is not None}
        tingkat = {tingkat_kode(k) for k in kode}
        yatim: dict[str, list[BarisFakta]] = {}
        for b in t.rincian:
            atas = induk(b.kode) if b.kode is not None else None
            if atas is not None and tingkat_kode(atas) in tingkat:
                yatim.setdefault(atas, [])
                if atas not in kode:
                    yatim[atas].append(b)
        for atas, baris in yatim.items():
            nama = tingkat_kode(atas).replace("_", " ")
            yield Syarat(
                kode=baris_induk.kode,
                jenis="syarat",
                uraian=kalimat(
                    f"{baris_induk.kode}.uraian", tingkat=nama, atas=atas.rstrip(TANPA_INDUK), tabel=t.tabel.tempat
                ),
                terpenuhi=not baris,
                bukti=tuple(next(iter(b.butir.values())) for b in baris if b.butir),
                tertulis=kalimat(
                    f"{baris_induk.kode}.tertulis",
                    daftar=Daftar(tuple(b.nama for b in baris), None, "koma", ulang=True),
                    tingkat=nama,
                ),
                seharusnya=kalimat(f"{baris_induk.kode}.seharusnya", tingkat=nama),
            )


def _contoh_induk(atas: str) -> Laporan:
    return laporan(
        tabel=(
            tabel_anggaran(
                "02     | Program Pelatihan            | 80.000.000",
                "2.01   | Kegiatan Pelatihan Pengelola | 80.000.000",
                f"{atas} | Program Promosi              | 140.000.000",
                "2.01   | Kegiatan Promosi Produk      | 140.000.000",
            ),
        ),
    )


baris_induk.salah(partial(_contoh_induk, "-"))
baris_induk.benar(partial(_contoh_induk, "03"))


@attrs.frozen(kw_only=True)
class _BarisBerkode:
    """A line of a budget table: its name and the names above it, the part of the code that is its own, the cell."""

    nama: tuple[str, ...]
    tercetak: str
    kode: str
    sel: Sel
    tabel: Tabel


@aturan(
    kode="ANG08",
    daftar_uji=("I.6",),
    judul="Kode anggaran di beberapa tabel",
    title="Budget codes in several tables",
    memeriksa="Program, kegiatan, atau sub kegiatan yang sama berkode sama di setiap tabel anggaran.",
    checks="The same program, kegiatan or sub kegiatan has the same code in every budget table.",
    penting="Baris dengan kode yang keliru tidak dapat dicocokkan dengan DPA dan dengan tabel lain.",
    matters="A line with a wrong code cannot be matched with the budget document or with other tables.",
    keparahan="peringatan",
    dasar=("kepmendagri_050_2021#kode",),
    celah="kodenya dapat berubah bersama anggaran perubahan",
    reading="the code may have changed with the revised budget",
    kalimat={
        "seragam.satu": ("kode {nama} sama di setiap tabel", "code of {nama} the same in each table"),
        "seragam.semua": (
            "kode {banyak} baris anggaran sama di setiap tabel",
            "codes the same in each table, budget lines: {banyak}",
        ),
        "seragam.seharusnya": ("{rujukan}", "{rujukan}"),
        "satu_kode": ("satu kode", "one code"),
    },
)
def kode_sama(reg: Register) -> Iterator[Relasi]:
    """Lines of one name under the same names, once in each of several tables; one relation for all that agree."""
    bersama: dict[tuple[str, ...], list[_BarisBerkode]] = {}
    for t in reg.tabel:
        baris = list(_baris_berkode(t.tabel))
        banyak = Counter(b.nama for b in baris)
        for b in baris:
            if banyak[b.nama] == 1:
                bersama.setdefault(b.nama, []).append(b)
    kasus = [_per_kode(reg, g) for g in bersama.values() if len(g) > 1]
    sama = tuple(k for k in kasus if k.sesuai)
    if sama:
        yield Setiap(kode=kode_sama.kode, kasus=sama)
    yield from (Setiap(kode=kode_sama.kode, kasus=(k,), satu=True) for k in kasus if not k.sesuai)


def _kode_contoh(kode: str) -> Laporan:
    def isi(kegiatan: str) -> tuple[str, ...]:
        return (
            "     | JUMLAH                       | 150.000.000",
            "01   | Program Penunjang Urusan     | 150.000.000",
            "2.01 | Kegiatan Administrasi Umum   | 110.000.000",
            f"{kegiatan} | Kegiatan Pemeliharaan Barang | 40.000.000",
        )

    satu, dua = (tabel_anggaran(*isi(k)) for k in ("2.02", kode))
    return laporan(tabel=(satu, attrs.evolve(dua, nomor="3.5")))


kode_sama.salah(partial(_kode_contoh, "2.03"))


kode_sama.benar(partial(_kode_contoh, "2.02"))


def _per_kode(reg: Register, baris: list[_BarisBerkode]) -> Seragam:
    """The codes of one line in several tables."""
    cetakan = tuple(
        Cetakan(
            butir=reg.petunjuk(b.sel.teks, b.sel.lokasi, b.tabel.tempat, b.tercetak, media="tabel"),
            bentuk=b.kode,
            sebut=kalimat("cetakan.di", teks=b.sel.teks, tempat=b.tabel.tempat),
        )
        for b in baris
    )
    umum = Seragam(cetakan=cetakan).umum
    rujukan = next((c.sebut for c in cetakan if c.bentuk == umum), None)
    rujukan = rujukan or kalimat(f"{kode_sama.kode}.satu_kode")
    return Seragam(nama=baris[0].tercetak, cetakan=cetakan, isi={"rujukan": rujukan})


def _baris_berkode(tabel: Tabel) -> Iterator[_BarisBerkode]:
    k, n = tabel.indeks("kode"), tabel.indeks("nama")
    if k is None or n is None:
        return
    rincian = [b for b in tabel.baris if b.jenis == "rincian" and b.sel[k].teks.strip()]
    penyusun = PenyusunKode.untuk(b.sel[k].teks for b in rincian)
    di_atas = ["", ""]
    for b in rincian:
        tercetak = b.sel[n].teks
        lengkap = penyusun.lengkap(b.sel[k].teks, tercetak)
        if lengkap is None:
            continue
        tingkat = TINGKAT.index(tingkat_kode(lengkap))
        nama = (*di_atas[:tingkat], baku(tercetak))
        di_atas = [*nama[:2], "", ""][:2]
        yield _BarisBerkode(
            nama=nama, tercetak=tercetak, kode=_bagian_tabel(lengkap, tingkat), sel=b.sel[k], tabel=tabel
        )


def _bagian_tabel(lengkap: str, tingkat: int) -> str:
    """The part of a completed code that its own line adds: `2.01` of `01.2.01`."""
    bagian = lengkap.replace(TANPA_INDUK, "").split(".")
    return (bagian[0], ".".join(bagian[1:3]), bagian[-1])[tingkat]
