"""Rules on tables of counts: rows and columns add up, shares follow from counts."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

import attrs

from sakip.angka.cetakan import Kosong
from sakip.aturan.anggaran import jumlah
from sakip.aturan.bahan.contoh import laporan, tabel
from sakip.aturan.bahan.jenjang import baca_jenjang, dua_jumlah, melebihi, menjumlah
from sakip.aturan.bahan.peran_relasi import RelasiPeran, kolom_setara, operan_lengkap
from sakip.aturan.bahan.ukuran import ADITIF, kelas_ukuran
from sakip.aturan.definisi import Keluarga, aturan
from sakip.hukum.rumus import Rumus, Suku
from sakip.model.timbangan import BIAYA_LAIN, Dasar
from sakip.relasi import Bacaan, Berpasangan, Jalur, Rumusan, Setiap, Syarat
from sakip.teks.istilah import himpunan
from sakip.teks.kalimat import Daftar, kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.aturan.bahan.jenjang import Jenjang
    from sakip.fakta.register import BarisFakta, Butir, Register, TabelFakta
    from sakip.model.laporan import Laporan
    from sakip.model.peran import Kolom
    from sakip.model.tabel import Tabel
    from sakip.relasi import Relasi
    from sakip.teks.kalimat import Isi


JAUH_LEBIH = 10
"""How many times its lines a total must be before these are taken for a part of a table that a page cut."""

JAUH_KURANG = Fraction(3, 2)
"""How many times a total its lines must be before some of them are taken for parts of others."""


TAB = Keluarga("TAB", "Hitungan tabel", "Table arithmetic")

PEGAWAI = "Pegawai berdasarkan Golongan"
"""The title of a table of the examples."""


@aturan(
    kode="TAB01",
    daftar_uji=("T.6",),
    daftar_uji_bersama=("I.6",),
    judul="Jumlah ke samping",
    title="Row footing",
    memeriksa="Kolom jumlah sama dengan jumlah kolom rincian pada baris yang sama.",
    checks="The total column is the sum of the parts in its row.",
    penting="Tabel silang yang tidak menjumlah tidak dapat dijadikan data dukung.",
    matters="A crosstab that does not foot cannot support anything.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "bacaan": ("jumlah ke samping", "total of the row"),
        "uraian": ("jumlah {nama} = jumlah {n} rinciannya", "total of {nama} = sum of its parts ({n})"),
    },
)
def jumlah_baris(reg: Register) -> Iterator[Relasi]:
    """jumlah = Σ rincian of the row, for each period."""
    for n, t in enumerate(reg.tabel):
        for kolom in t.tabel.kolom:
            if kolom.peran.nama != "jumlah" or kolom.label:
                continue
            bacaan = Bacaan(
                (jumlah_baris.kode, n, kolom.kunci),
                kalimat(
                    "bacaan.kolom",
                    kolom=kolom.judul or kolom.kunci,
                    tabel=t.tabel.tempat,
                    apa=kalimat(f"{jumlah_baris.kode}.bacaan"),
                ),
            )
            bagian = [k.kunci for k in t.tabel.kolom if k.peran.nama == "rincian" and k.periode == kolom.periode]
            for b in t.baris if len(bagian) > 1 else ():  # one column that happens to equal another is no part of it
                total = b.butir.get(kolom.kunci)
                isi = [x for k in bagian if (x := b.butir.get(k)) is not None and x.berangka]
                if total is not None and total.berangka and isi:
                    uraian = kalimat(f"{jumlah_baris.kode}.uraian", nama=b.nama, n=len(isi))
                    yield jumlah(jumlah_baris.kode, uraian, total, isi, len(bagian) - len(isi), bacaan)


def _contoh_ke_samping(jumlah: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "1.1",
                PEGAWAI,
                "nama | rincian:Pria | rincian:Wanita | jumlah",
                f"Golongan III | 12 | 17 | {jumlah}",
                "Golongan IV | 4 | 6 | 10",
                "JUMLAH | 16 | 23 | 39",
            ),
        )
    )


jumlah_baris.salah(partial(_contoh_ke_samping, "27"))
jumlah_baris.benar(partial(_contoh_ke_samping, "29"))


@aturan(
    kode="TAB02",
    daftar_uji=("T.6",),
    daftar_uji_bersama=("I.6",),
    judul="Jumlah ke bawah",
    title="Column footing",
    memeriksa="Baris jumlah dan subjumlah sama dengan jumlah baris di atasnya, di setiap kolom yang dapat dijumlah.",
    checks="Total and subtotal rows are the sums of their lines, in every column that adds up.",
    penting="Jumlah di kaki tabel adalah angka yang dikutip di bagian lain laporan.",
    matters="The figure at the foot of a table is the one that the rest of the report quotes.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "bacaan": ("{nama} {tabel}: jumlah {n} baris", "{nama} of {tabel}: sum of its lines ({n})"),
        "bacaan.sebagian": (
            "{tabel}: jumlah baris di bawahnya, yang tampaknya tidak semua tercetak",
            "{tabel}: sums of the lines below, not all of which seem to be printed",
        ),
        "uraian": ("{nama} = jumlah {n} baris{catatan}", "{nama} = sum of its lines ({n}){catatan}"),
    },
)
def jumlah_kolom(reg: Register) -> Iterator[Relasi]:
    """Totals, subtotals and parents over the rows that the table shows them to sum, in tables without budget codes."""
    for n, t in enumerate(reg.tabel):
        if any(b.kode is not None for b in t.baris):
            continue
        pasti = [k.kunci for k in t.tabel.kolom if k.peran.aditif]
        mungkin = [k.kunci for k in t.tabel.kolom if k.peran.kadang_aditif]
        if pasti or mungkin:
            sekitar = zip(reg.tabel[max(n - 1, 0) :], reg.tabel[max(n - 1, 0) + 1 : n + 2], strict=False)
            terpotong = any(_berlanjut(a.tabel, b.tabel) for a, b in sekitar)
            yield from _ke_bawah(t, n, pasti, mungkin, terpotong=terpotong, terakhir=n == len(reg.tabel) - 1)


def _contoh_ke_bawah(jumlah: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "1.1",
                PEGAWAI,
                "nama | jumlah",
                "Golongan II | 8",
                "Golongan III | 29",
                "Golongan IV | 10",
                f"JUMLAH | {jumlah}",
            ),
        )
    )


jumlah_kolom.salah(partial(_contoh_ke_bawah, "39"))
jumlah_kolom.benar(partial(_contoh_ke_bawah, "47"))


def _berlanjut(atas: Tabel, bawah: Tabel) -> bool:
    """Whether a table may go on in the next one: that stands on the next page, is as wide, and has no title."""
    di_atas, di_bawah = _halaman(atas, -1), _halaman(bawah, 0)
    if di_atas is None or di_bawah != di_atas + 1:
        return False
    return not bawah.judul and not bawah.nomor and len(atas.kolom) == len(bawah.kolom)


def _ke_bawah(
    t: TabelFakta, n: int, pasti: list[str], mungkin: list[str], *, terpotong: bool, terakhir: bool
) -> Iterator[Relasi]:
    """The sums of one table; measures add up only where the table bears it out.

    Of a table that may be a part of another, what is no sum of its lines may be one of lines that stand elsewhere. So
    may what is above the lines at the foot of the last page: the file may be a part of a document.
    """
    jenjang = baca_jenjang(t, pasti) if pasti else None
    terbuka = _terbuka(t, jenjang, pasti) if terakhir else frozenset()
    for total, baris, keyakinan in (*_jumlah(t, pasti or mungkin, jenjang), *_induk(jenjang, pasti)):
        if terpotong and not menjumlah(total, baris, pasti or mungkin).sesuai:
            keyakinan = Dasar.DUGAAN
        if total.urut in terbuka and melebihi(total, baris, pasti):
            keyakinan = Dasar.DUGAAN
        kode = jumlah_kolom.kode
        dibaca = kalimat(f"{kode}.bacaan", nama=total.nama, tabel=t.tabel.tempat, n=len(baris))
        kunci = total.urut
        if keyakinan is Dasar.DUGAAN and jenjang is not None and total.urut in jenjang.sebagian:
            dibaca, kunci = kalimat(f"{kode}.bacaan.sebagian", tabel=t.tabel.tempat), -1
        lazim = Dasar.LAZIM if himpunan("sebutan_jumlah") & set(baku(total.nama).split()) else Dasar.DUGAAN
        berbeda = total.jenis == "rincian" and jenjang is not None and jenjang.menurut_ukuran
        for kolom, dasar in ((pasti, keyakinan), ([] if berbeda else mungkin, lazim)):
            bacaan = Bacaan((kode, n, kunci, dasar), dibaca, dasar)
            for k in kolom:
                y = total.butir.get(k)
                isi = [x for r in baris if (x := r.butir.get(k)) is not None and x.berangka]
                if y is not None and y.berangka and len(isi) > (kolom is not pasti):
                    catatan: Isi = ""
                    if jenjang is not None and jenjang.terbukti and total.jenis == "total":
                        puncak, daun = ([r.butir.get(k) for r in x] for x in (jenjang.puncak, jenjang.daun))
                        catatan = dua_jumlah(y, puncak, daun)
                    uraian = kalimat(f"{kode}.uraian", nama=y.nama, n=len(isi), catatan=catatan)
                    yield jumlah(kode, uraian, y, isi, len(baris) - len(isi), bacaan)


def _terbuka(t: TabelFakta, j: Jenjang | None, kolom: Sequence[str]) -> frozenset[int]:
    """The parents, by `urut`, whose lines the foot of the last page may have cut off.

    Where the highest of them is the sum of its lines, nothing was.
    """
    if j is None or not t.baris or t.baris[-1].jenis != "rincian" or _halaman(t.tabel, -1) is None:
        return frozenset()
    induk = {a.urut: b for b, anak in j.anak for a in anak}
    terakhir = max((*induk, *(b.urut for b in j.puncak)), default=-1)
    hasil: list[BarisFakta] = []
    while terakhir in induk:
        hasil.append(induk[terakhir])
        terakhir = hasil[-1].urut
    anak = next((anak for b, anak in j.anak if hasil and b is hasil[-1]), ())
    utuh = bool(anak) and menjumlah(hasil[-1], anak, kolom).terbukti
    return frozenset() if utuh else frozenset(b.urut for b in hasil)


def _halaman(t: Tabel, n: int) -> int | None:
    """The page of a row."""
    return t.baris[n].sel[0].lokasi.halaman if t.baris and t.baris[n].sel else None


def _induk(j: Jenjang | None, kolom: Sequence[str]) -> Iterator[tuple[BarisFakta, Sequence[BarisFakta], Dasar]]:
    """Each parent with its children, where the table bears the levels out.

    Above lines that the table prints in part it may be right.
    """
    for induk, anak in j.anak if j is not None and j.terbukti else ():
        ragu = j is not None and induk.urut in j.sebagian and melebihi(induk, anak, kolom)
        yield induk, anak, Dasar.DUGAAN if ragu else Dasar.TERSURAT


def _jumlah(
    t: TabelFakta, kolom: Sequence[str], j: Jenjang | None
) -> Iterator[tuple[BarisFakta, Sequence[BarisFakta], Dasar]]:
    """Each total and subtotal with the rows it sums: those that give it in most columns, of the rows there are.

    Where several fit alike, or none, it is those that its place says: the lines since the last total, or all.
    """
    sejak: list[BarisFakta] = []
    jumlah_bagian: list[BarisFakta] = []
    kelompok = ""
    banyak_total = sum(b.jenis == "total" for b in t.baris)
    for b in t.baris:
        if b.jenis == "rincian":
            if b.kelompok != kelompok:
                sejak, kelompok = [], b.kelompok
            sejak.append(b)
        elif b.jenis in {"subtotal", "total"}:
            menurut_tempat = _bagian(t, b, kolom) if b.jenis == "total" and banyak_total == 1 else sejak
            calon = [menurut_tempat or list(t.rincian), sejak, jumlah_bagian]
            if b.jenis == "total":
                calon.append(list(t.rincian))
            bertingkat = j is not None and j.terbukti
            if j is not None and b.jenis == "total":
                # Where the levels are borne out a sum over all of them counts twice, and is no reading.
                calon = [list(j.puncak), list(j.daun)] + ([] if bertingkat else calon)
            calon = [c for c in calon if c]
            if calon:
                terbaik = max(calon, key=lambda c: menjumlah(b, c, kolom).sesuai)
                # Levels that nothing bears out make it a guess which rows are summed.
                ya = menjumlah(b, terbaik, kolom).sesuai
                ganda = bertingkat and menjumlah(b, t.rincian, kolom).sesuai
                ragu = not ya and not ganda and ((j is not None and not bertingkat) or _jauh(b, terbaik, kolom))
                if ragu and not bertingkat:
                    terbaik = menurut_tempat or terbaik
                yield b, terbaik, Dasar.DUGAAN if ragu else Dasar.TERSURAT
            jumlah_bagian.append(b)
            sejak = []


def _bagian(t: TabelFakta, total: BarisFakta, kolom: Sequence[str]) -> list[BarisFakta]:
    """The lines that the one total of a table sums: all but those below it that have nothing to add."""
    return [b for b in t.rincian if b.urut < total.urut or any(k in b.butir and b.butir[k].berangka for k in kolom)]


def _jauh(total: BarisFakta, bagian: Sequence[BarisFakta], kolom: Sequence[str]) -> bool:
    """Whether a total and its lines are far apart in all of several columns.

    Many times its lines, most of them stand elsewhere; far less, lines are parts of others, which nothing shows.
    """
    lebih, kurang = [], []
    for k in kolom:
        y, isi = total.butir.get(k), [x.nilai or 0 for b in bagian if (x := b.butir.get(k)) is not None and x.berangka]
        if y is not None and y.nilai is not None and isi:
            lebih.append(y.nilai > JAUH_LEBIH * sum(isi))
            kurang.append(JAUH_KURANG * y.nilai < sum(isi))
    return len(lebih) > 1 and (all(lebih) or all(kurang))


PERSEN = RelasiPeran(
    "rasio",
    "persen",
    (("cara", Rumus.rasio("rincian", "jumlah")),),
)


@aturan(
    kode="TAB03",
    daftar_uji=("T.6",),
    daftar_uji_bersama=("I.6",),
    judul="Persentase bagian",
    title="Share of a part",
    memeriksa="Persentase suatu bagian sama dengan bagian itu dibagi jumlah barisnya.",
    checks="The share of a part is that part over the total of its row.",
    penting="Peringkat dan perbandingan antardaerah dibaca dari persentase ini.",
    matters="Ranks and comparisons are read from these shares.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("persentase = bagian ÷ jumlah × 100", "percentage = part ÷ total × 100"),
        "cara": ("bagian ÷ jumlah", "part ÷ total"),
    },
)
def persen(reg: Register) -> Iterator[Relasi]:
    """persen:L = rincian:L / jumlah × 100."""
    return PERSEN.relasi(reg, persen.kode)


def _contoh_persentase(persen: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.7",
                "Koperasi Aktif menurut Kota",
                "nama | rincian:Aktif | rincian:Tidak Aktif | jumlah | persen:Aktif",
                f"Kota Contoh | 360 | 90 | 450 | {persen}",
                "Kota Misal | 210 | 140 | 350 | 60,00%",
            ),
        )
    )


persen.salah(partial(_contoh_persentase, "85,00%"))
persen.benar(partial(_contoh_persentase, "80,00%"))


@aturan(
    kode="TAB04",
    daftar_uji=("T.6",),
    daftar_uji_bersama=("I.6",),
    judul="Dua tabel tentang hal yang sama menurut jenis kelamin",
    title="Two tables about one thing, by sex",
    memeriksa="Banyaknya laki-laki dan perempuan pada baris yang sama dari dua tabel tentang hal yang sama, "
    "misalnya pegawai menurut golongan dan menurut pendidikan, adalah sama.",
    checks="Men and women on the same line of two tables about one thing, such as staff by grade and by education, "
    "are as many.",
    penting="Satu pegawai tidak berganti jenis kelamin antartabel.",
    matters="Nobody changes sex between tables.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "satu": ("{nama} menurut jenis kelamin di {a} dan {b}", "{nama} by sex in {a} and {b}"),
        "banyak": ("{n} baris menurut jenis kelamin di {a} dan {b}", "lines by sex in {a} and {b}: {n}"),
        "tertulis": (
            "{nama} {pria} laki-laki dan {wanita} perempuan ({tabel})",
            "{nama} {pria} men and {wanita} women ({tabel})",
        ),
        "seharusnya": (
            "{pria} dan {wanita} ({tabel}), atau sebaliknya",
            "{pria} and {wanita} ({tabel}), or vice versa",
        ),
        "rinci": (
            "{nama}: {pria} laki-laki dan {wanita} perempuan ({tabel}), {pria2} dan {wanita2} ({tabel2})",
            "{nama}: {pria} men and {wanita} women ({tabel}), {pria2} and {wanita2} ({tabel2})",
        ),
    },
)
def jenis_kelamin(reg: Register) -> Iterator[Relasi]:
    """Sums of the columns for men and for women, by line, between tables of one subject."""
    pilah = [(t, k) for t in reg.tabel if (k := menurut_kelamin(t)) is not None]
    for i, (a, ka) in enumerate(pilah):
        for b, kb in pilah[i + 1 :]:
            yield from _banding_kelamin(a, ka, b, kb)


def _contoh_kelamin(sarjana: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "1.1",
                PEGAWAI,
                "nama | rincian:L | rincian:P",
                "Sekretariat | 12 | 17",
                "Bidang Pelatihan | 4 | 6",
            ),
            tabel(
                "1.2",
                "Pegawai berdasarkan Pendidikan",
                "nama | rincian:SMA L | rincian:SMA P | rincian:S1 L | rincian:S1 P",
                f"Sekretariat | 3 | 2 | {sarjana}",
                "Bidang Pelatihan | 1 | 1 | 3 | 5",
            ),
        )
    )


jenis_kelamin.salah(partial(_contoh_kelamin, "15 | 9"))
jenis_kelamin.benar(partial(_contoh_kelamin, "9 | 15"))


def menurut_kelamin(t: TabelFakta) -> tuple[list[str], list[str]] | None:
    """The keys of the columns for men and for women. `P` is perempuan beside `L`, and pria beside `W`."""
    akhir = {k.kunci: baku(k.label).rpartition(" ")[2] for k in t.tabel.kolom if k.peran.nama == "rincian"}
    huruf = set(akhir.values())
    laki = himpunan("laki") | ({"p"} if huruf & himpunan("perempuan") else set())
    perempuan = himpunan("perempuan") | ({"p"} if huruf & himpunan("laki") else set())
    if not akhir or not huruf <= laki | perempuan or huruf & laki & perempuan:
        return None
    pria = [k for k, h in akhir.items() if h in laki]
    wanita = [k for k, h in akhir.items() if h in perempuan]
    return (pria, wanita) if pria and wanita else None


def _banding_kelamin(
    a: TabelFakta, ka: tuple[list[str], list[str]], b: TabelFakta, kb: tuple[list[str], list[str]]
) -> Iterator[Relasi]:
    lain = {x.subjek: x for x in b.baris}
    kode, beda = jenis_kelamin.kode, list[tuple[str, tuple[int, int], tuple[int, int]]]()
    bukti: list[Butir] = []
    for x in sorted(a.baris, key=lambda x: x.jenis != "rincian"):
        y = lain.get(x.subjek)
        if y is None:
            continue
        sel = [_sel(x, k) for k in ka] + [_sel(y, k) for k in kb]
        pa, wa, pb, wb = (sum(int(c.nilai or 0) for c in s) for s in sel)
        semua = tuple(c for s in (*sel[2:], *sel[:2]) for c in s)
        if (pa, wa) == (pb, wb):
            uraian = kalimat(f"{kode}.satu", nama=x.nama, a=a.tabel.tempat, b=b.tabel.tempat)
            yield Syarat(kode=kode, uraian=uraian, terpenuhi=True, bukti=semua, menguji=True)
        elif pa + wa == pb + wb:
            bukti += [c for c in semua if c.nilai]
            beda.append((x.nama, (pb, wb), (pa, wa)))
    if beda:
        nama, (pb, wb), (pa, wa) = beda[0]
        yield Syarat(
            kode=kode,
            uraian=kalimat(f"{kode}.banyak", n=len(beda), a=a.tabel.tempat, b=b.tabel.tempat),
            terpenuhi=False,
            bukti=tuple(bukti),
            menguji=True,
            tertulis=kalimat(f"{kode}.tertulis", nama=nama, pria=pb, wanita=wb, tabel=b.tabel.tempat),
            seharusnya=kalimat(f"{kode}.seharusnya", pria=pa, wanita=wa, tabel=a.tabel.tempat),
            rincian=tuple(
                kalimat(
                    f"{kode}.rinci",
                    nama=nama,
                    pria=pb,
                    wanita=wb,
                    tabel=b.tabel.tempat,
                    pria2=pa,
                    wanita2=wa,
                    tabel2=a.tabel.tempat,
                )
                for nama, (pb, wb), (pa, wa) in beda
            ),
        )


def _sel(b: BarisFakta, kunci: list[str]) -> list[Butir]:
    return [c for k in kunci if (c := b.butir.get(k)) is not None and c.berangka]


@aturan(
    kode="TAB05",
    daftar_uji=("T.1", "T.6"),
    daftar_uji_bersama=("I.6",),
    judul="Baris jumlah yang tidak lengkap",
    title="An incomplete total row",
    memeriksa="Baris jumlah mengisi setiap kolom yang dapat dijumlah bila salah satunya diisi.",
    checks="A total row fills each column that adds up, when it fills one.",
    penting="Kolom tanpa jumlah tidak dapat dibandingkan dengan tabel lain.",
    matters="A column without its total cannot be compared with other tables.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": ("setiap kolom yang dapat dijumlah berjumlah", "each column that adds up has its total"),
        "tertulis": ("{tabel} {kolom} tanpa jumlah", "{tabel} {kolom} without a total"),
        "seharusnya": ("terisi", "filled"),
    },
    celah="jumlahnya dapat tercetak di tabel lain",
    reading="the total may be printed in another table",
)
def jumlah_kosong(reg: Register) -> Iterator[Relasi]:
    """Additive columns that are full but for the total; one relation for all."""
    kode = jumlah_kosong.kode
    kosong: list[tuple[TabelFakta, str, Butir]] = []
    for t in reg.tabel:
        tambah = [k for k in t.tabel.kolom if k.peran.aditif]
        for b in t.baris:
            isi = [x for k in tambah if (x := b.butir.get(k.kunci)) is not None and x.berangka]
            if b.jenis != "total" or not isi:
                continue
            penuh = [k for k in tambah if all(k.kunci in r.butir for r in t.rincian)]
            kosong += [(t, k.judul or k.kunci, isi[0]) for k in penuh if k.kunci not in b.butir]
    if kosong or any(b.jenis == "total" for t in reg.tabel for b in t.baris):
        yield Syarat(
            kode=kode,
            uraian=kalimat(f"{kode}.uraian"),
            terpenuhi=not kosong,
            bukti=tuple(dict.fromkeys(b for _, _, b in kosong)),
            tertulis=tuple(kalimat(f"{kode}.tertulis", tabel=t.tabel.tempat, kolom=judul) for t, judul, _ in kosong),
            seharusnya=kalimat(f"{kode}.seharusnya"),
        )


def _contoh_jumlah_lengkap(jumlah: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "1.1",
                PEGAWAI,
                "nama | rincian:Pria | rincian:Wanita | jumlah",
                "Golongan III | 12 | 17 | 29",
                "Golongan IV | 4 | 6 | 10",
                f"JUMLAH | 16 | 23 | {jumlah}",
            ),
        )
    )


jumlah_kosong.salah(partial(_contoh_jumlah_lengkap, ""))
jumlah_kosong.benar(partial(_contoh_jumlah_lengkap, "39"))


@aturan(
    kode="TAB07",
    daftar_uji=("T.3", "T.6"),
    daftar_uji_bersama=("I.6",),
    judul="Rumus kolom yang tercetak",
    title="A formula printed over a column",
    memeriksa="Isi kolom mengikuti rumus antarkolom yang tercetak pada kepala tabel atau baris nomor kolom.",
    checks="A column follows the formula over columns that its heading or the row of column numbers prints.",
    penting="Rumus itu cara hitung yang dinyatakan laporan sendiri.",
    matters="That formula is the report's own statement of how it reckons.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={"uraian": ("{nama}: {rumus}", "{nama}: {rumus}")},
)
def rumus_kolom(reg: Register) -> Iterator[Relasi]:
    """What `13 = 9 + 10` says of each line."""
    for n, t in enumerate(reg.tabel):
        kunci = [k.kunci for k in t.tabel.kolom]
        for r in t.rumus:
            peran = [t.tabel.kolom[i].peran.nama for i in (r.hasil, *r.operan)]
            if set(peran) == {peran[0]} and all(t.tabel.kolom[i].bagian_tahun for i in r.operan):
                continue  # quarters add up, or run up to the year: another rule weighs the two
            if peran[0] == "capaian" and set(peran[1:]) == {"target", "realisasi"}:
                continue  # where less is better it holds the other way round, which KIN01 knows
            for ke, rumus in enumerate(r.cara):
                judul = t.tabel.kolom[r.hasil].judul or str(r.hasil + 1)
                dibaca = kalimat("bacaan.kolom", kolom=judul, tabel=t.tabel.tempat, apa=r.teks)
                jumlah_ukuran = not rumus.penyebut and t.tabel.kolom[r.hasil].peran.ukuran
                for b in t.rincian:
                    y = b.butir.get(kunci[r.hasil])
                    # A form prints one sum for the indicators of all lines: rates do not add up, whatever it says.
                    kelas = kelas_ukuran(t, b, y) if jumlah_ukuran and y is not None else ""
                    dasar = Dasar.DUGAAN if kelas and kelas not in ADITIF else Dasar.LAZIM
                    bacaan = Bacaan((rumus_kolom.kode, n, r.hasil, kelas), dibaca, dasar, str(ke), BIAYA_LAIN * ke)
                    operan = [
                        x for p in rumus.peubah if (x := b.butir.get(kunci[int(str(p))])) is not None and x.berangka
                    ]
                    if y is not None and y.berangka and len(operan) == len(rumus.peubah):
                        jalur = Jalur.menurut(r.teks, rumus, operan)
                        yield Rumusan(
                            kode=rumus_kolom.kode,
                            jenis="hasil",
                            uraian=kalimat(f"{rumus_kolom.kode}.uraian", nama=y.nama, rumus=r.teks),
                            hasil=y,
                            jalur=(jalur,),
                            bacaan=bacaan,
                        )


def _contoh_rumus_kolom(hasil: str) -> Laporan:
    t = tabel(
        "3.6",
        "Efisiensi menurut Sasaran",
        "nama | angka:masukan | angka:keluaran | angka:efisiensi",
        f"Sasaran Pertama | 97,80 | 106,52 | {hasil}",
        "Sasaran Kedua | 98,30 | 106,93 | 108,78",
        "Sasaran Ketiga | 95,00 | 99,75 | 105,00",
    )
    judul = ("Sasaran", "Masukan (%)", "Keluaran (%)", "Efisiensi 4 = 3/2")
    return laporan(
        tabel=(attrs.evolve(t, kolom=tuple(attrs.evolve(k, judul=j) for k, j in zip(t.kolom, judul, strict=True))),)
    )


rumus_kolom.salah(partial(_contoh_rumus_kolom, "118,92"))
rumus_kolom.benar(partial(_contoh_rumus_kolom, "108,92"))


BARIS_TANPA_ANGKA = 2
"""Lines from which a column without a figure is one."""


MENURUT = (
    ("capaian", ("target", "realisasi")),
    ("capaian_akhir", ("target_akhir", "realisasi")),
    ("serapan", ("pagu", "realisasi_anggaran")),
    ("sisa_persen", ("pagu", "sisa")),
    ("sisa", ("pagu", "realisasi_anggaran")),
    ("selisih", ("pagu_murni", "pagu")),
    ("tingkat_efisiensi", ("indeks_efisiensi",)),
)
"""Roles, and what they are reckoned from."""


@aturan(
    kode="TAB09",
    daftar_uji=("T.6",),
    daftar_uji_bersama=("I.6",),
    judul="Hasil dari kolom tanpa angka",
    title="A result of a column without figures",
    memeriksa="Kolom yang di semua barisnya tercetak tanda hubung tidak mempunyai jumlah, capaian, serapan atau sisa.",
    checks="A column that prints a dash on every line has no total, achievement, absorption or remainder.",
    penting="Angka tanpa dasar tidak dapat ditelusuri.",
    matters="A figure without a base cannot be traced.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="dasarnya dapat tercetak di tabel lain",
    reading="its base may be printed in another table",
    kalimat={
        "berpasangan.satu": (
            "kolom {nama} {tabel} tanpa angka dan tanpa hasil",
            "column {nama} of {tabel} without figures and without results",
        ),
        "berpasangan.tertulis": ("{hasil}", "{hasil}"),
        "berpasangan.seharusnya": ("kolom {nama} berangka", "figures in the column {nama}"),
    },
)
def tanpa_dasar(reg: Register) -> Iterator[Relasi]:
    """Figures that follow from columns of dashes, column by column."""
    for t in reg.tabel:
        for k in t.tabel.kolom:
            if k.peran.jenis is not None and _bertanda_hubung(t, k):
                hasil = tuple(_hasil(t, k))
                dasar = Berpasangan(
                    nama=k.judul or k.kunci,
                    pasangan=hasil,
                    paling_sedikit=0,
                    paling_banyak=0,
                    saksi=hasil,
                    isi={
                        "tabel": t.tabel.tempat,
                        "hasil": Daftar(
                            tuple(kalimat("nama.tertulis", nama=b.nama, teks=b.teks) for b in hasil), None, ulang=True
                        ),
                    },
                )
                yield Setiap(kode=tanpa_dasar.kode, kasus=(dasar,), satu=True)


def _tanpa_dasar(jumlah: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.8",
                "Anggaran dan Realisasi Dana Dekonsentrasi",
                "nama | pagu | realisasi_anggaran",
                "Program Pelatihan | 80.000.000 | -",
                "Program Promosi | 50.000.000 | -",
                f"JUMLAH | 130.000.000 | {jumlah}",
            ),
        )
    )


tanpa_dasar.salah(partial(_tanpa_dasar, "1.200.000"))


tanpa_dasar.benar(partial(_tanpa_dasar, "-"))


def _bertanda_hubung(t: TabelFakta, kolom: Kolom) -> bool:
    """Whether every line prints in a column that there is no figure."""
    isi = [b.butir.get(kolom.kunci) for b in t.rincian]
    return len(isi) >= BARIS_TANPA_ANGKA and all(
        x is not None and x.sel is not None and isinstance(x.sel.isi, Kosong) for x in isi
    )


def _hasil(t: TabelFakta, kolom: Kolom) -> Iterator[Butir]:
    """The figures other than zero that follow from a column: its totals, and what its lines reckon from it."""
    if kolom.peran.aditif:
        jumlah = (b.butir.get(kolom.kunci) for b in t.baris if b.jenis in {"total", "subtotal"})
        yield from (x for x in jumlah if x is not None and x.nilai)
    for peran, dari in MENURUT:
        for k in t.tabel.kolom:
            if k.peran.nama == peran and any(kolom_setara(t, p, k) == kolom.kunci for p in dari):
                yield from (x for b in t.baris if (x := b.butir.get(k.kunci)) is not None and x.nilai)


@aturan(
    kode="TAB08",
    daftar_uji=("III.7", "T.6"),
    daftar_uji_bersama=("I.6",),
    judul="Perubahan dari tahun sebelumnya",
    title="Change from the year before",
    memeriksa="Kolom kenaikan atau penurunan mengikuti dari realisasi dua tahun yang diperbandingkan.",
    checks="A column of changes follows from the realisations of the two years that are compared.",
    penting="Perbandingan dengan tahun lalu adalah salah satu isi wajib Bab III.",
    matters="The comparison with last year is a required part of chapter III.",
    dasar=("permenpanrb_53_2014#bab_iii_a",),
    kalimat={
        "bacaan": ("kolom {kolom} {tabel}: {cara}", "column {kolom} of {tabel}: {cara}"),
        "uraian": ("{nama} = {cara}", "{nama} = {cara}"),
        "selisih": ("tahun ini − tahun sebelumnya", "this year − the year before"),
        "selisih_terbalik": ("tahun sebelumnya − tahun ini", "the year before − this year"),
        "pertumbuhan": (
            "(tahun ini − tahun sebelumnya) ÷ tahun sebelumnya × 100",
            "(this year − the year before) ÷ the year before × 100",
        ),
    },
)
def perubahan(reg: Register) -> Iterator[Relasi]:
    """perubahan = later − earlier, the other way, or in percent of the earlier; one way for the whole column."""
    for n, t in enumerate(reg.tabel):
        for kolom in t.tabel.kolom:
            dua = tahun_dibandingkan(t, kolom)
            if dua is not None:
                yield from _dari_dua_tahun(t, n, kolom, *dua)


def tahun_dibandingkan(t: TabelFakta, kolom: Kolom) -> tuple[str, str, Dasar] | None:
    """The columns of the earlier and the later year of which a column prints the change; None where none are told.

    They are those that its heading names, else the only two; of more years they are by guess this one and the one
    before, since a change may be that over all of them.
    """
    if kolom.peran.nama != "perubahan":
        return None
    for peran in BERUBAH:
        milik = {k.periode or t.tahun: k.kunci for k in t.tabel.kolom if k.peran.nama == peran and not k.label}
        tahunan = {n: k for n, k in milik.items() if n is not None}
        tertulis = {int(n) for n in re.findall(r"\b(?:19|20)\d{2}\b", kolom.judul)} & tahunan.keys()
        terakhir = {n for n in tahunan if t.tahun is not None and t.tahun - 1 <= n <= t.tahun}
        for dua, dasar in ((tertulis, Dasar.LAZIM), (tahunan.keys(), Dasar.LAZIM), (terakhir, Dasar.DUGAAN)):
            if len(dua) == BANDINGAN:
                return tahunan[min(dua)], tahunan[max(dua)], dasar
    return None


def _dari_dua_tahun(t: TabelFakta, n: int, kolom: Kolom, lama: str, baru: str, dasar: Dasar) -> Iterator[Relasi]:
    kode, judul = perubahan.kode, kolom.judul or kolom.kunci
    aditif = any(k.kunci == baru and k.peran.aditif for k in t.tabel.kolom)
    for ke, (nama, rumus) in enumerate(CARA_PERUBAHAN):
        cara = kalimat(f"{kode}.{nama}")
        uraian = kalimat(f"{kode}.bacaan", kolom=judul, tabel=t.tabel.tempat, cara=cara)
        bacaan = Bacaan((kode, n, kolom.kunci), uraian, dasar, str(ke), BIAYA_LAIN * ke)
        kunci = [{"baru": baru, "lama": lama}[str(p)] for p in rumus.peubah]
        for b in t.baris if aditif else t.rincian:
            y, isi = b.butir.get(kolom.kunci), operan_lengkap(b, kunci)
            if y is not None and y.berangka and isi is not None:
                uraian = kalimat(f"{kode}.uraian", nama=y.nama, cara=cara)
                jalur = (Jalur.menurut(cara, rumus, isi),)
                yield Rumusan(kode=kode, jenis="selisih", uraian=uraian, hasil=y, jalur=jalur, bacaan=bacaan)


def _perubahan(perubahan: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.4",
                "Perbandingan dengan Tahun Sebelumnya",
                "indikator | realisasi@2024 | realisasi@2025 | perubahan",
                f"Persentase Peserta Lulus | 78,00 | 84,00 | {perubahan}",
                "Indeks Kepuasan | 81,20 | 83,70 | 2,50",
                "Cakupan Layanan | 66,00 | 64,50 | -1,50",
            ),
        )
    )


perubahan.salah(partial(_perubahan, "16,00"))


perubahan.benar(partial(_perubahan, "6,00"))


BANDINGAN = 2
"""The years that a column of changes compares."""
BERUBAH = ("realisasi", "jumlah", "nilai")
"""What may change from year to year, the likeliest first."""


CARA_PERUBAHAN = (
    ("selisih", Rumus.linear([(1, "baru"), (-1, "lama")])),
    ("selisih_terbalik", Rumus.linear([(1, "lama"), (-1, "baru")])),
    (
        "pertumbuhan",
        Rumus((Suku(Fraction(100), ("baru",)), Suku(Fraction(-100), ("lama",))), (Suku(Fraction(1), ("lama",)),)),
    ),
)
"""The ways in which reports print a change."""
