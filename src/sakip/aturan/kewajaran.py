"""Rules on plausibility: questions for the reviewer to ask, never accusations."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

from sakip.angka.angka import Jenis
from sakip.aturan.bahan.contoh import Kinerja, formulir, laporan, tabel
from sakip.aturan.definisi import Keluarga, aturan
from sakip.model.indikator import Indikator
from sakip.model.perjanjian import BarisKinerja
from sakip.relasi import Batas, Setiap, sendiri
from sakip.teks.istilah import bentuk
from sakip.teks.kalimat import Daftar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir, Register
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi

REA = Keluarga("REA", "Kewajaran", "Plausibility")

CAPAIAN_TINGGI = 120
"""Achievement above which a target is worth asking about; the highest cap seen in practice."""

NAIK = Fraction(2)
TURUN = Fraction(1, 10)
"""A revised budget more than twice, or less than a tenth of, the original is worth asking about."""

SELURUHNYA = 100
UKURAN = frozenset(
    {"target", "target_murni", "target_renstra", "target_iku", "target_akhir", "kondisi_awal", "realisasi"}
)
"""Roles that hold the value of an indicator itself."""

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
USAHA = Indikator(kunci="usaha", nama="Persentase Usaha Tumbuh", satuan="%")
"""Indicators of the examples."""


def _tidak_lebih_mudah(ind: Indikator, baru: Butir, lama: Butir, **isi: Any) -> Batas:
    """What is no easier, or no worse, than what it is compared with, by polarity; a band is never worse."""
    pola = ind.polaritas
    return Batas(
        nama=ind.nama,
        angka=baru,
        bawah=lama if pola == "positif" else None,
        atas=lama if pola == "negatif" else None,
        **isi,
    )


@aturan(
    kode="REA01",
    daftar_uji=("T.7",),
    judul="Target di bawah realisasi tahun lalu",
    title="Target below last year's realisation",
    memeriksa="Target tahun laporan tidak lebih mudah daripada realisasi tahun sebelumnya.",
    checks="The year's target is not easier than what was realised the year before.",
    penting="Target yang lebih mudah dari realisasi tahun lalu tidak mendorong kinerja.",
    matters="A target easier than last year's result drives nothing.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="cakupan atau dasar penghitungan dapat berubah",
    reading="the scope or the base may have changed",
    kalimat={
        "batas.satu": (
            "target {nama} tidak di bawah realisasi {tahun}",
            "target of {nama} not below what was realised in {tahun}",
        ),
        "batas.semua": (
            "target {n} indikator tidak lebih mudah dari realisasi {tahun}",
            "targets no easier than what was realised in {tahun}, indicators: {n}",
        ),
        "batas.tertulis": (
            "{n} target lebih mudah dari realisasi {tahun}",
            "targets easier than what was realised in {tahun}: {n}",
        ),
        "batas.rinci": (
            "{nama}: target {teks}, realisasi {tahun} {realisasi}",
            "{nama}: target {teks}, realised in {tahun} {realisasi}",
        ),
        "batas.seharusnya": ("ditanyakan alasannya", "to be asked about"),
    },
)
def target_turun(reg: Register) -> Iterator[Relasi]:
    """target@Y against realisasi@(Y−1), by polarity; one relation for all that are easier."""
    tahun = reg.laporan.tahun
    target = (
        _tidak_lebih_mudah(ind, t, r, saksi=(t, r), isi={"realisasi": r.teks})
        for ind in reg.laporan.indikator
        if (t := reg.cari(ind.kunci, "target", tahun)) is not None
        and (r := reg.cari(ind.kunci, "realisasi", tahun - 1)) is not None
    )
    yield from sendiri(target_turun.kode, target, isi={"tahun": str(tahun - 1)})


def _tahun_lalu(target: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.3",
                "Target dan Realisasi Tahun Lalu",
                "indikator | target | realisasi@2024",
                f"{LULUS.nama} | {target} | 78,00",
                f"{USAHA.nama} | 60,00 | 54,00",
            ),
        ),
    )


target_turun.salah(partial(_tahun_lalu, "75,00"))
target_turun.benar(partial(_tahun_lalu, "80,00"))


@aturan(
    kode="REA02",
    daftar_uji=("T.7",),
    judul="Capaian jauh di atas target",
    title="Achievement far above target",
    memeriksa="Capaian tidak melebihi 120 persen.",
    checks="Achievement does not exceed 120 percent.",
    penting="Capaian yang sangat tinggi lebih sering menandakan target yang terlalu mudah.",
    matters="A very high achievement is more often the mark of an easy target.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="hasilnya dapat memang jauh di atas rencana",
    reading="the result may really be far above plan",
    kalimat={
        "batas.semua": (
            "capaian {banyak} indikator tidak di atas {atas} persen",
            "achievements not above {atas} percent, indicators: {banyak}",
        ),
        "batas.tertulis": ("{n} capaian di atas {atas}", "achievements above {atas}: {n}"),
        "batas.rinci": ("{nama} {teks}", "{nama} {teks}"),
        "batas.seharusnya": ("ditanyakan alasannya", "to be asked about"),
    },
)
def capaian_tinggi(reg: Register) -> Iterator[Relasi]:
    """Printed achievements of the year above the mark; one relation for all."""
    capaian = tuple(
        Batas(nama=i.nama, angka=c, atas=CAPAIAN_TINGGI)
        for i in reg.laporan.indikator
        if (c := reg.cari(i.kunci, "capaian", reg.laporan.tahun)) is not None
    )
    if capaian:
        yield Setiap(kode=capaian_tinggi.kode, kasus=capaian, rinci=True)


def _tinggi(capaian: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | capaian",
                f"{LULUS.nama} | {capaian}",
                f"{USAHA.nama} | 100,00%",
            ),
        ),
    )


capaian_tinggi.salah(partial(_tinggi, "125,00%"))
capaian_tinggi.benar(partial(_tinggi, "105,00%"))


@aturan(
    kode="REA03",
    daftar_uji=("I.6", "T.7"),
    judul="Perubahan anggaran yang sangat besar",
    title="Very large budget revisions",
    memeriksa="Anggaran perubahan suatu sub kegiatan tidak lebih dari dua kali atau kurang dari sepersepuluh "
    "anggaran murninya.",
    checks="The revised budget of a sub kegiatan is not above twice or below a tenth of the original.",
    penting="Pergeseran sebesar itu mengubah target dan perlu dijelaskan.",
    matters="A shift of that size changes targets and needs an explanation.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014#bab_iii_b",),
    celah="perubahan dapat memang diperintahkan kebijakan anggaran",
    reading="budget policy may have ordered the change",
    kalimat={
        "batas.semua": ("perubahan anggaran {banyak} baris wajar", "plausible revisions of budget lines: {banyak}"),
        "batas.tertulis": ("{n} anggaran berubah sangat besar", "budgets changed very much: {n}"),
        "batas.rinci": ("{nama}: {lama} menjadi {teks}", "{nama}: {lama} became {teks}"),
        "batas.seharusnya": ("ditanyakan alasannya", "to be asked about"),
    },
)
def perubahan_besar(reg: Register) -> Iterator[Relasi]:
    """pagu against pagu_murni of the lines at the lowest level; one relation for all."""
    anggaran: list[Batas] = []
    for t in reg.tabel:
        kode = {b.kode for b in t.baris if b.kode is not None}
        berincian = {k[:i] for k in kode for i, huruf in enumerate(k) if huruf == "."}
        for b in t.rincian:
            lama, baru = b.butir.get("pagu_murni"), b.butir.get("pagu")
            if lama is None or baru is None or not lama.nilai or baru.nilai is None or b.kode in berincian:
                continue
            bawah, atas = sorted((lama.nilai * TURUN, lama.nilai * NAIK))
            anggaran.append(
                Batas(nama=b.nama, angka=baru, bawah=bawah, atas=atas, saksi=(baru, lama), isi={"lama": lama.teks})
            )
    if anggaran:
        yield Setiap(kode=perubahan_besar.kode, kasus=tuple(anggaran), rinci=True)


def _perubahan(pagu: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "2.2",
                "Anggaran sebelum dan sesudah Perubahan",
                "nama | pagu_murni | pagu",
                f"Program Pelatihan | 90.000.000 | {pagu}",
                "Program Promosi | 60.000.000 | 65.000.000",
            ),
        )
    )


perubahan_besar.salah(partial(_perubahan, "195.000.000"))
perubahan_besar.benar(partial(_perubahan, "95.000.000"))


@aturan(
    kode="REA04",
    daftar_uji=("T.7",),
    judul="Bagian lebih besar dari keseluruhan",
    title="A share above the whole",
    memeriksa="Target dan realisasi indikator yang merupakan bagian dari keseluruhan tidak melebihi 100 persen.",
    checks="Targets and realisations of indicators that are shares of a whole do not exceed 100 percent.",
    penting="Persentase dari suatu keseluruhan di atas seratus lebih sering salah ketik daripada hasil.",
    matters="A share of a whole above a hundred is more often a slip than a result.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="penyebutnya dapat rencana, bukan keseluruhan",
    reading="the denominator may be a plan, not a whole",
    kalimat={
        "batas.semua": (
            "{banyak} bagian tidak lebih besar dari keseluruhannya",
            "shares no larger than their whole: {banyak}",
        ),
        "batas.tertulis": ("{lebih}", "{lebih}"),
        "batas.seharusnya": ("paling banyak {atas}%", "at most {atas}%"),
    },
)
def bagian_besar(reg: Register) -> Iterator[Relasi]:
    """Values of indicators named as shares; one relation for all."""
    bernama, melebihi = bentuk("ukuran.bagian"), bentuk("ukuran.melebihi")
    ada = {b: nama for nama, b in _ukuran(reg) if bernama.match(nama) and not melebihi.search(nama)}
    bagian = tuple(Batas(nama=nama, angka=b, atas=SELURUHNYA) for b, nama in ada.items())
    if bagian:
        lebih = Daftar(tuple(k.angka.teks for k in bagian if not k.sesuai), None)
        yield Setiap(kode=bagian_besar.kode, kasus=bagian, rinci=True, isi={"lebih": lebih})


def _bagian(target: str) -> Laporan:
    return laporan(
        perjanjian=(
            formulir(
                "III",
                "Kepala Bidang Pelatihan",
                kinerja=[
                    Kinerja("1.", "Cakupan Layanan Pelatihan", target),
                    Kinerja("2.", "Persentase Pertumbuhan Peserta", "120 %"),
                ],
            ),
        ),
    )


bagian_besar.salah(partial(_bagian, "180 %"))
bagian_besar.benar(partial(_bagian, "100 %"))


def _ukuran(reg: Register) -> Iterator[tuple[str, Butir]]:
    """Every printed percentage that is the value of an indicator, with the name of the indicator."""
    nama = {i.kunci: i.nama for i in reg.laporan.indikator}
    for f in reg.formulir:
        for k in f.kinerja:
            if isinstance(k.baris, BarisKinerja) and k.angka is not None and _persen(k.angka):
                yield k.baris.indikator, k.angka
    for kunci, cetakan in reg.fakta.items():
        if kunci.peran in UKURAN and kunci.subjek in nama:
            for b in cetakan:
                if b.media != "pk" and _persen(b):
                    yield nama[kunci.subjek], b


def _persen(b: Butir) -> bool:
    return b.sel is not None and b.sel.angka is not None and b.sel.angka.jenis is Jenis.PERSEN


@aturan(
    kode="REA05",
    daftar_uji=("T.7",),
    judul="Realisasi lebih buruk dari tahun lalu",
    title="Realisation worse than last year's",
    memeriksa="Realisasi tahun laporan tidak lebih buruk daripada realisasi tahun sebelumnya menurut polaritasnya.",
    checks="What was realised is not worse than the year before, by polarity.",
    penting="Capaian terhadap target yang rendah dapat tetap sangat tinggi sementara kinerjanya menurun.",
    matters="Against an easy target the achievement may be very high while performance declines.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    celah="penurunannya dapat sudah dijelaskan dalam kalimat",
    reading="the prose may already explain the decline",
    kalimat={
        "batas.semua": (
            "realisasi {banyak} indikator tidak lebih buruk dari {lalu}",
            "realisations no worse than in {lalu}, indicators: {banyak}",
        ),
        "batas.tertulis": ("{n} realisasi lebih buruk dari {lalu}", "realisations worse than in {lalu}: {n}"),
        "batas.rinci": ("{nama}: {lalu} {lama}, {tahun} {teks}", "{nama}: {lalu} {lama}, {tahun} {teks}"),
        "batas.seharusnya": ("dijelaskan penyebabnya", "to be explained"),
    },
)
def realisasi_turun(reg: Register) -> Iterator[Relasi]:
    """realisasi@Y against realisasi@(Y-1), beyond rounding; one relation for all indicators that have both."""
    tahun = reg.laporan.tahun
    realisasi = tuple(
        _tidak_lebih_mudah(ind, baru, lama, membulat=True, saksi=reg.tercetak(baru, lama), isi={"lama": lama.teks})
        for ind in reg.laporan.indikator
        if (baru := reg.cari(ind.kunci, "realisasi", tahun)) is not None
        and (lama := reg.cari(ind.kunci, "realisasi", tahun - 1)) is not None
    )
    if realisasi:
        isi = {"tahun": str(tahun), "lalu": str(tahun - 1)}
        yield Setiap(kode=realisasi_turun.kode, kasus=realisasi, rinci=True, isi=isi)


def _turun(realisasi: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.3",
                "Realisasi Dua Tahun",
                "indikator | realisasi@2024 | realisasi",
                f"{LULUS.nama} | 78,00 | {realisasi}",
                f"{USAHA.nama} | 54,00 | 56,00",
            ),
        ),
    )


realisasi_turun.salah(partial(_turun, "75,00"))
realisasi_turun.benar(partial(_turun, "80,00"))


@aturan(
    kode="REA06",
    daftar_uji=("III.2", "T.7"),
    judul="Target akhir di bawah kondisi awal",
    title="Final target below the state at the start",
    memeriksa="Target akhir rencana tidak lebih mudah daripada kondisi awalnya.",
    checks="The final target of the plan is not easier than the state at its start.",
    penting="Rencana yang berakhir di bawah titik awalnya merencanakan kemunduran, atau memakai ukuran yang lain.",
    matters="A plan that ends below where it began plans a decline, or measures something else.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="definisi atau cakupan indikator dapat berubah sejak kondisi awal diukur",
    reading="the definition or the scope may have changed since the start was measured",
    kalimat={
        "batas.semua": (
            "target akhir {banyak} indikator tidak lebih mudah dari kondisi awal",
            "final targets no easier than the state at the start, indicators: {banyak}",
        ),
        "batas.tertulis": (
            "{n} target akhir lebih mudah dari kondisi awal",
            "final targets easier than the state at the start: {n}",
        ),
        "batas.rinci": (
            "{nama}: kondisi awal {awal}, target akhir {teks}",
            "{nama}: at the start {awal}, final target {teks}",
        ),
        "batas.seharusnya": ("ditanyakan alasannya", "to be asked about"),
    },
)
def di_bawah_awal(reg: Register) -> Iterator[Relasi]:
    """target_akhir, else the plan's target of its last year, against kondisi_awal; one relation for all."""
    target = tuple(
        _tidak_lebih_mudah(ind, akhir, awal, membulat=True, saksi=reg.tercetak(akhir, awal), isi={"awal": awal.teks})
        for ind in reg.laporan.indikator
        if (awal := reg.cari(ind.kunci, "kondisi_awal", None)) is not None
        and (akhir := _target_akhir(reg, ind.kunci)) is not None
    )
    if target:
        yield Setiap(kode=di_bawah_awal.kode, kasus=target, rinci=True)


def _awal(target: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "2.1",
                "Target Akhir Renstra",
                "indikator | kondisi_awal | target_akhir",
                f"{LULUS.nama} | 74,00 | {target}",
                f"{USAHA.nama} | 50,00 | 60,00",
            ),
        ),
    )


di_bawah_awal.salah(partial(_awal, "72,00"))
di_bawah_awal.benar(partial(_awal, "82,00"))


def _target_akhir(reg: Register, kunci: str) -> Butir | None:
    rencana = reg.laporan.renstra
    akhir = reg.cari(kunci, "target_akhir", None)
    if akhir is None and rencana is not None:
        akhir = reg.cari(kunci, "target_renstra", rencana.akhir)
    return akhir
