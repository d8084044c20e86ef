"""Rules on the prose: counts, derived figures, movements, ranks, years."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import attrs

from sakip.aturan.bahan.contoh import klaim as buat_klaim
from sakip.aturan.bahan.contoh import laporan, tabel, tabel_anggaran
from sakip.aturan.bahan.hitungan import hitung, peringkat, sel_rujukan, wadah_tabel
from sakip.aturan.bahan.metode import skala_laporan
from sakip.aturan.definisi import Aturan, Keluarga, aturan
from sakip.fakta.lingkup import MURNI
from sakip.fakta.susun import kunci_rujukan
from sakip.hukum.rumus import Rumus
from sakip.model.indikator import Indikator
from sakip.model.kode import TINGKAT
from sakip.model.laporan import Renstra
from sakip.model.narasi import Hitungan, PeringkatKlaim, Rujukan
from sakip.model.peran import PERAN
from sakip.relasi import Arah, Jalur, Peringkat, Rumusan, Syarat
from sakip.teks.kalimat import kalimat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip.fakta.register import Butir, Register
    from sakip.model.laporan import Laporan
    from sakip.model.narasi import Klaim
    from sakip.relasi import Relasi


NAR = Keluarga("NAR", "Narasi", "Prose")

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
USAHA = Indikator(kunci="usaha", nama="Persentase Usaha Tumbuh", satuan="%")
"""Indicators of the examples."""


def _contoh_kinerja(*narasi: Klaim) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | target | realisasi@2024 | realisasi | capaian",
                f"{LULUS.nama} | 80,00 | 78,00 | 84,00 | 105,00%",
                f"{USAHA.nama} | 60,00 | 54,00 | 60,00 | 100,00%",
            ),
        ),
        narasi=narasi,
    )


kutipan = Aturan(
    kode="NAR01",
    daftar_uji=("T.5",),
    daftar_uji_bersama=("I.6", "III.4", "III.7"),
    judul="Angka dalam narasi",
    title="Figures in the prose",
    memeriksa="Angka dalam kalimat sama dengan angka yang dikutipnya dari tabel.",
    checks="A figure in a sentence equals the figure of the table that it repeats.",
    penting="Narasi adalah bagian yang dibaca; angka tahun lalu atau target yang tertinggal menyesatkan.",
    matters="The prose is what people read; last year's value or the target left standing misleads.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
)


def _contoh_realisasi(teks: str) -> Laporan:
    return _contoh_kinerja(buat_klaim(teks, "realisasi", fakta=Rujukan(peran="realisasi", subjek="lulus")))


kutipan.salah(partial(_contoh_realisasi, "78,00"))
kutipan.benar(partial(_contoh_realisasi, "84,00"))


@aturan(
    kode="NAR02",
    daftar_uji=("T.5",),
    daftar_uji_bersama=("I.6", "III.4", "III.7"),
    judul="Pernyataan jumlah",
    title="Statements of how many",
    memeriksa="Banyaknya program, kegiatan, sub kegiatan, indikator, sasaran, atau baris yang disebut dalam "
    "kalimat sama dengan yang dapat dihitung dari laporan.",
    checks="The number of programs, kegiatan, indicators or lines that a sentence states is the number there are.",
    penting="Pernyataan jumlah adalah simpulan yang dikutip pimpinan.",
    matters="Counts are the conclusions that get quoted.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("{teks} = {cara} ({tempat})", "{teks} = {cara} ({tempat})"),
        "tak_dapat": ("{teks} {apa} ({tempat})", "{teks} {apa} ({tempat})"),
        "tiada": ("yang dihitung tidak tercetak dalam laporan", "the report does not print what is counted"),
        "yatim": ("tabel anggaran kehilangan baris induk", "the budget table lost parent lines"),
        "sebagian": ("judul tabel anggarannya membatasinya", "the title of the budget table restricts it"),
    },
)
def hitungan(reg: Register) -> Iterator[Relasi]:
    """A stated count = the count over the register."""
    kode = hitungan.kode
    for klaim, y in reg.klaim:
        if klaim.hitung is None:
            continue
        teks, apa = klaim.tertulis.teks, kalimat(f"cacah.{klaim.hitung.apa}")
        kemungkinan = hitung(reg, klaim.hitung)
        if not kemungkinan or not y.berangka:
            yield Syarat(
                kode=kode,
                jenis="hasil",
                uraian=kalimat(f"{kode}.tak_dapat", teks=teks, apa=apa, tempat=y.tempat),
                terpenuhi=None,
                bukti=(y,),
                alasan=kalimat(f"{kode}.tiada"),
            )
            continue
        if klaim.hitung.capai == "melampaui":
            longgar = hitung(reg, attrs.evolve(klaim.hitung, capai="mencapai"))
            if y.nilai in {n for _, n in longgar} - {n for _, n in kemungkinan}:
                yield _sekadar_mencapai(y, kemungkinan[0][1], longgar[0][1])
                kemungkinan = longgar
        uraian = kalimat(f"{kode}.uraian", teks=teks, cara=kemungkinan[0][0], tempat=y.tempat)
        wadah = wadah_tabel(reg, klaim.hitung.tabel)
        jalur = tuple(
            Jalur(nama, Rumus.linear([(1, reg.hitungan(n, PERAN["cacah"], nama, wadah))])) for nama, n in kemungkinan
        )
        yatim = klaim.hitung.apa in TINGKAT and len(reg.kode_pasti) < len(reg.nama_kode)
        sebagian = klaim.hitung.apa in TINGKAT and _sebagian(reg)
        kecuali = kalimat(f"{kode}.{'yatim' if yatim else 'sebagian'}") if yatim or sebagian else ""
        yield Rumusan(kode=kode, jenis="hasil", uraian=uraian, hasil=y, jalur=jalur, kecuali=kecuali)


def _contoh_banyaknya(teks: str) -> Laporan:
    return laporan(
        tabel=(
            tabel_anggaran("02 | Program Pelatihan | 75.000.000", "03 | Program Promosi | 65.000.000", nomor="2.1"),
        ),
        narasi=(buat_klaim(teks, "cacah", bagian="II.A", hitung=Hitungan(apa="program")),),
    )


hitungan.salah(partial(_contoh_banyaknya, "3"))
hitungan.benar(partial(_contoh_banyaknya, "2"))


def _sebagian(reg: Register) -> bool:
    """Whether all tables with codes show a part by their titles: those of one fund, one unit, one quarter."""
    berkode = [t for t in reg.tabel if any(b.kode is not None for b in t.baris)]
    return bool(berkode) and all(set(t.lingkup) - {MURNI} for t in berkode)


def _sekadar_mencapai(y: Butir, melampaui: int, mencapai: int) -> Syarat:
    kode = melampaui_target.kode
    return Syarat(
        kode=kode,
        uraian=kalimat(f"{kode}.uraian", teks=y.teks, tempat=y.tempat),
        terpenuhi=False,
        bukti=(y,),
        tertulis=kalimat(f"{kode}.tertulis", teks=y.teks),
        seharusnya=kalimat(f"{kode}.seharusnya", melampaui=melampaui, tepat=mencapai - melampaui),
    )


melampaui_target = Aturan(
    kode="NAR08",
    daftar_uji=("T.5",),
    daftar_uji_bersama=("I.6", "III.4", "III.7"),
    judul="Melampaui atau tepat mencapai target",
    title="Exceeding or just reaching the target",
    memeriksa="Indikator yang disebut melampaui target memang di atas target, bukan tepat sama.",
    checks="Indicators said to exceed their targets are above them, not equal to them.",
    penting="Melampaui dan mencapai adalah dua simpulan yang berbeda.",
    matters="Exceeding and reaching are two different conclusions.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("{teks} indikator melampaui target ({tempat})", "{teks} indicators exceed their targets ({tempat})"),
        "tertulis": ("{teks} melampaui target", "{teks} exceed their targets"),
        "seharusnya": (
            "{melampaui} melampaui, {tepat} tepat mencapai",
            "{melampaui} exceed them, {tepat} just reach them",
        ),
    },
    celah="melampaui dapat dipakai dalam arti mencapai",
    reading="exceeding may be meant as reaching",
)


def _contoh_melampaui(teks: str) -> Laporan:
    return _contoh_kinerja(buat_klaim(teks, "cacah", hitung=Hitungan(apa="indikator", capai="melampaui")))


melampaui_target.salah(partial(_contoh_melampaui, "2"))
melampaui_target.benar(partial(_contoh_melampaui, "1"))


@aturan(
    kode="NAR03",
    daftar_uji=("T.5",),
    daftar_uji_bersama=("I.6", "III.4", "III.7"),
    judul="Angka turunan dalam narasi",
    title="Derived figures in the prose",
    memeriksa="Jumlah, selisih, persentase, dan rata-rata yang disebut dalam kalimat mengikuti dari angka yang "
    "disebut atau dirujuknya.",
    checks="Sums, differences, percentages and means in a sentence follow from the figures it names or refers to.",
    penting="Pembaca tidak dapat menguji kalimat tanpa angka asalnya.",
    matters="A reader cannot test a sentence without the figures behind it.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("{teks} = {cara} {n} angka ({tempat})", "{teks} = {cara}, figures: {n} ({tempat})"),
        "jumlah": ("jumlah", "sum"),
        "selisih": ("selisih", "difference"),
        "persen": ("persen", "percentage"),
        "rerata": ("rerata", "mean"),
        "sama": ("sama", "same"),
        "tiada": ("angka yang dirujuk tidak tercetak", "the figures that it refers to are not printed"),
    },
)
def turunan(reg: Register) -> Iterator[Relasi]:
    """klaim = jumlah, selisih, persen, rerata or sama of its references."""
    klaim_angka = _klaim_angka(reg)
    for klaim, y in reg.klaim:
        if klaim.rumus in {"", "tanpa", "kategori"}:
            continue
        cara = kalimat(f"{turunan.kode}.{klaim.rumus}")
        uraian = kalimat(
            f"{turunan.kode}.uraian", teks=klaim.tertulis.teks, cara=cara, n=len(klaim.dari), tempat=y.tempat
        )
        suku = [_suku(reg, r, klaim_angka) for r in klaim.dari]
        rumus = _rumus(klaim, suku) if all(suku) else []
        if not rumus or not y.berangka:
            alasan = kalimat(f"{turunan.kode}.tiada")
            yield Syarat(kode=turunan.kode, jenis="hasil", uraian=uraian, terpenuhi=None, bukti=(y,), alasan=alasan)
            continue
        for r in rumus:
            yield Rumusan(kode=turunan.kode, jenis="hasil", uraian=uraian, hasil=y, jalur=(Jalur(cara, r),))


def _contoh_turunan(teks: str) -> Laporan:
    return laporan(
        narasi=(
            buat_klaim("48", "cacah", bagian="I.A", id="pegawai", rumus="tanpa", alasan="data kepegawaian"),
            buat_klaim("12", "cacah", bagian="I.A", id="magang", rumus="tanpa", alasan="data kepegawaian"),
            buat_klaim(
                teks, "persen", bagian="I.A", rumus="persen", dari=(Rujukan(klaim="magang"), Rujukan(klaim="pegawai"))
            ),
        )
    )


turunan.salah(partial(_contoh_turunan, "52,00%"))
turunan.benar(partial(_contoh_turunan, "25,00%"))


def _klaim_angka(reg: Register) -> dict[str, list[Butir]]:
    """The claims that are figures, by their name."""
    hasil: dict[str, list[Butir]] = {}
    for klaim, y in reg.klaim:
        if y.berangka:
            hasil.setdefault(klaim.id, []).append(y)
    return hasil


def _suku(reg: Register, r: Rujukan, klaim: Mapping[str, list[Butir]]) -> list[Butir]:
    """The figures a reference stands for; they are added."""
    if r.klaim:
        return klaim.get(r.klaim, [])
    if r.tabel:
        return [b for b in sel_rujukan(reg, r) if b.berangka]
    kunci = kunci_rujukan(reg, r)
    b = reg.cari(kunci.subjek, kunci.peran, kunci.periode)
    return [b] if b is not None else []


def _rumus(klaim: Klaim, suku: list[list[Butir]]) -> list[Rumus]:
    """The formulas the figure must follow, each on its own; none when a figure would count twice."""
    semua = [b for s in suku for b in s]
    if klaim.rumus == "sama":
        return [Rumus.linear([(1, b) for b in s]) for s in suku]
    if len(set(semua)) != len(semua):
        return []
    if klaim.rumus == "jumlah":
        return [Rumus.linear([(1, b) for b in semua])]
    if klaim.rumus == "selisih":
        return [Rumus.linear([(1 if i == 0 else -1, b) for i, s in enumerate(suku) for b in s])]
    if klaim.rumus == "rerata":
        return [Rumus.linear([(1, b) for b in semua], len(suku))]
    atas = Rumus.linear([(100, b) for b in suku[0]]).pembilang
    penyebut = semua if klaim.terhadap == "jumlah" else suku[1]
    return [Rumus(atas, Rumus.linear([(1, b) for b in penyebut]).pembilang)]


@aturan(
    kode="NAR04",
    daftar_uji=("T.5",),
    daftar_uji_bersama=("I.6", "III.4", "III.7"),
    judul="Pernyataan naik, turun, atau tetap",
    title="Statements of movement",
    memeriksa="Angka yang dinyatakan meningkat, menurun, melebihi, atau selaras memang demikian menurut angka "
    "tercetak.",
    checks="What is said to rise, fall, exceed or agree does so by the printed figures.",
    penting="Pernyataan kecenderungan adalah simpulan yang paling mudah diuji dan paling sering disalin.",
    matters="Statements of trend are the easiest conclusions to test and the likeliest to be copied.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("{teks}: {arah} ({tempat})", "{teks}: {arah} ({tempat})"),
        "naik": ("naik", "up"),
        "turun": ("turun", "down"),
        "tetap": ("tetap", "unchanged"),
        "tiada": ("angka yang dibandingkan tidak tercetak", "the figures that it compares are not printed"),
    },
    celah="kalimat dapat bermaksud membandingkan tahun atau angka yang lain",
    reading="the sentence may mean to compare other years or other figures",
)
def arah(reg: Register) -> Iterator[Relasi]:
    """naik, turun or tetap over the references, in their order."""
    klaim_angka = _klaim_angka(reg)
    for klaim, y in reg.klaim:
        if not klaim.arah:
            continue
        deret = [_suku(reg, r, klaim_angka) for r in klaim.dari]
        kata = kalimat(f"{arah.kode}.{klaim.arah}")
        uraian = kalimat(f"{arah.kode}.uraian", teks=klaim.tertulis.teks, arah=kata, tempat=y.tempat)
        if not all(len(d) == 1 for d in deret):
            alasan = kalimat(f"{arah.kode}.tiada")
            yield Syarat(kode=arah.kode, jenis="urutan", uraian=uraian, terpenuhi=None, bukti=(y,), alasan=alasan)
            continue
        yield Arah(kode=arah.kode, uraian=uraian, arah=klaim.arah, deret=tuple(d[0] for d in deret), kata=y)


def _contoh_arah(kata: str) -> Laporan:
    dari = (Rujukan(peran="realisasi", subjek="lulus", periode=2024), Rujukan(peran="realisasi", subjek="lulus"))
    return _contoh_kinerja(
        buat_klaim(kata, "kategori", arah={"meningkat": "naik", "menurun": "turun"}[kata], dari=dari)
    )


arah.salah(partial(_contoh_arah, "menurun"))
arah.benar(partial(_contoh_arah, "meningkat"))


@aturan(
    kode="NAR05",
    daftar_uji=("III.7", "T.5"),
    daftar_uji_bersama=("I.6", "III.4"),
    judul="Pernyataan peringkat",
    title="Statements of rank",
    memeriksa="Peringkat yang disebut sama dengan urutan pada tabel yang dirujuk.",
    checks="A stated rank is the place in the table it refers to.",
    penting="Peringkat dipakai sebagai perbandingan dengan daerah lain.",
    matters="Ranks serve as the comparison with others.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("peringkat {teks} {baris}", "rank {teks} of {baris}"),
        "nyata": ("peringkat {baris}", "rank of {baris}"),
        "tiada": ("tabel peringkat tidak tercetak", "the table of the rank is not printed"),
    },
)
def urutan(reg: Register) -> Iterator[Relasi]:
    """A stated rank = 1 + the number of lines above."""
    for klaim, y in reg.klaim:
        if klaim.peringkat is None:
            continue
        n = peringkat(reg, klaim.peringkat)
        baris = klaim.peringkat.baris
        uraian = kalimat(f"{urutan.kode}.uraian", teks=klaim.tertulis.teks, baris=baris)
        if n is None or not y.berangka:
            alasan = kalimat(f"{urutan.kode}.tiada")
            yield Syarat(kode=urutan.kode, jenis="urutan", uraian=uraian, terpenuhi=None, bukti=(y,), alasan=alasan)
            continue
        wadah = wadah_tabel(reg, klaim.peringkat.tabel)
        nyata = reg.hitungan(n, PERAN["cacah"], kalimat(f"{urutan.kode}.nyata", baris=baris), wadah)
        yield Rumusan(
            kode=urutan.kode, jenis="urutan", uraian=uraian, hasil=y, jalur=(Jalur("", Rumus.linear([(1, nyata)])),)
        )


def _contoh_peringkat(teks: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.7",
                "Koperasi Aktif menurut Kota",
                "nama | persen:Aktif",
                "Kota Umpama | 85,00%",
                "Kota Contoh | 80,00%",
                "Kota Misal | 60,00%",
            ),
        ),
        narasi=(
            buat_klaim(
                teks,
                "cacah",
                peringkat=PeringkatKlaim(tabel="3.7", kolom="persen:Aktif", baris="Kota Contoh"),
            ),
        ),
    )


urutan.salah(partial(_contoh_peringkat, "1"))
urutan.benar(partial(_contoh_peringkat, "2"))


@aturan(
    kode="NAR06",
    daftar_uji=("T.5",),
    daftar_uji_bersama=("I.6", "III.4", "III.7"),
    sifat=frozenset({"tahun_narasi"}),
    judul="Tahun laporan dan masa rencana",
    title="Year of the report and years of the plan",
    memeriksa="Tahun yang disebut sebagai tahun laporan dan masa Renstra sesuai dengan identitas laporan.",
    checks="The year named as the report's year, and the years of the plan, are those of the report.",
    penting="Tahun yang tertinggal menandakan kalimat disalin dari laporan sebelumnya.",
    matters="A year left standing shows that the sentence was copied from an earlier report.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("tahun {teks} ({tempat})", "year {teks} ({tempat})"),
        "laporan": (
            "tahun yang disebut pada {tempat} = tahun laporan {tahun}",
            "year named in {tempat} = year of the report {tahun}",
        ),
        "nyata": ("tahun laporan", "year of the report"),
    },
    celah="kalimat dapat bermaksud menyebut tahun sebelumnya",
    reading="the sentence may mean the year before",
)
def tahun(reg: Register) -> Iterator[Relasi]:
    """Years of the report and of the plan, wherever the prose names them."""
    lap = reg.laporan
    nyata = reg.hitungan(lap.tahun, PERAN["tahun"], kalimat(f"{tahun.kode}.nyata"))
    for klaim, y in reg.klaim:
        uraian = kalimat(f"{tahun.kode}.uraian", teks=klaim.tertulis.teks, tempat=y.tempat)
        if klaim.tahun_laporan and y.berangka:
            uraian = kalimat(f"{tahun.kode}.laporan", tempat=y.tempat, tahun=str(lap.tahun))
            jalur = (Jalur("", Rumus.linear([(1, nyata)])),)
            yield Rumusan(kode=tahun.kode, jenis="sama", uraian=uraian, hasil=y, jalur=jalur)
        elif klaim.periode_renstra and lap.renstra is not None:
            benar = [lap.renstra.awal, lap.renstra.akhir]
            yield Syarat(
                kode=tahun.kode,
                uraian=uraian,
                terpenuhi=[int(t) for t in re.findall(r"\b\d{4}\b", klaim.tertulis.teks)] == benar,
                bukti=(y,),
                tertulis=klaim.tertulis.teks,
                seharusnya=f"{benar[0]}-{benar[1]}",
            )


def _contoh_tahun(teks: str) -> Laporan:
    return laporan(renstra=Renstra(awal=2021, akhir=2026), narasi=(buat_klaim(teks, "tahun", tahun_laporan=True),))


tahun.salah(partial(_contoh_tahun, "2024"))
tahun.benar(partial(_contoh_tahun, "2025"))


@aturan(
    kode="NAR07",
    daftar_uji=("T.5",),
    daftar_uji_bersama=("I.6", "III.4", "III.7"),
    judul="Kategori dalam narasi",
    title="Ratings in the prose",
    memeriksa="Kategori yang disebut dalam kalimat sesuai dengan skala untuk setiap angka yang dinilainya.",
    checks="A rating in a sentence is the scale's for each figure that it rates.",
    penting="Predikat dalam simpulan harus sama dengan predikat tabel.",
    matters="The verdict in the conclusion must be that of the tables.",
    dasar=("permendagri_86_2017#skala",),
    kalimat={"uraian": ("{teks} untuk {nama}", "{teks} for {nama}")},
)
def kategori_narasi(reg: Register) -> Iterator[Relasi]:
    """The word = scale(value), for each reference."""
    skala, klaim_angka = skala_laporan(reg), _klaim_angka(reg)
    for klaim, y in reg.klaim:
        if klaim.rumus != "kategori":
            continue
        for r in klaim.dari:
            for nilai in _suku(reg, r, klaim_angka):
                uraian = kalimat(f"{kategori_narasi.kode}.uraian", teks=klaim.tertulis.teks, nama=nilai.nama)
                yield Peringkat(kode=kategori_narasi.kode, uraian=uraian, label=y, nilai=nilai, skala=skala)


def _contoh_kategori(kata: str) -> Laporan:
    dari = (Rujukan(peran="capaian", subjek="lulus"), Rujukan(peran="capaian", subjek="usaha"))
    return _contoh_kinerja(buat_klaim(kata, "kategori", rumus="kategori", dari=dari))


kategori_narasi.salah(partial(_contoh_kategori, "Tinggi"))
kategori_narasi.benar(partial(_contoh_kategori, "Sangat Tinggi"))
