"""Rules on the cascade: eselon II to III to IV, who agrees with whom, money, owners, sources of funds, targets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sakip.aturan.anggaran import jumlah
from sakip.aturan.bahan.contoh import Kinerja, Uang, formulir, laporan, tabel_anggaran
from sakip.aturan.definisi import Keluarga, aturan
from sakip.model.kode import induk, tingkat_kode
from sakip.model.laporan import Organisasi
from sakip.relasi import Batas, Berpasangan, Cocok, Setiap, Syarat, sendiri
from sakip.teks.jarak import mirip
from sakip.teks.kalimat import Daftar, kalimat
from sakip.teks.nama import baku, kata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.fakta.register import BarisFormulir, Butir, Formulir, Register
    from sakip.model.laporan import Laporan
    from sakip.model.perjanjian import BarisAnggaran
    from sakip.model.tabel import Tabel
    from sakip.relasi import Relasi


KAS = Keluarga("KAS", "Kaskade kinerja", "Cascade")

KEPALA = "Kepala Dinas Contoh"
KABID = "Kepala Bidang Pelatihan"
KASI = "Kepala Seksi Pelatihan Dasar"
PROGRAM = "Program Pelatihan"
DASAR, MAGANG = "Kegiatan Pelatihan Dasar", "Kegiatan Magang Kerja"
KELAS, MODUL = "Sub Kegiatan Penyelenggaraan Kelas", "Sub Kegiatan Penyusunan Modul"
"""Names of the examples."""


def _susunan(*baris: str) -> Tabel:
    return tabel_anggaran(*baris, kolom="kode | nama")


def _pemilik(reg: Register) -> dict[str, list[tuple[Formulir, BarisFormulir]]]:
    """The eselon IV lines of each sub kegiatan of the budget tables."""
    hasil: dict[str, list[tuple[Formulir, BarisFormulir]]] = {
        k: [] for k in reg.kode_pasti if tingkat_kode(k) == "sub_kegiatan"
    }
    for f in reg.formulir_eselon("IV"):
        for b in f.anggaran:
            if b.kode in hasil and b.tingkat == "sub_kegiatan":
                hasil[b.kode].append((f, b))
    return hasil


def _berbagi(b: BarisFormulir) -> bool:
    return bool(b.diampu) or b.total is not None


@aturan(
    kode="KAS01",
    daftar_uji=("I.4", "T.2"),
    judul="Anggaran program dan kegiatan para eselon III",
    title="Program budgets and the kegiatan of eselon III",
    memeriksa="Anggaran program pada PK eselon II sama dengan jumlah kegiatannya pada PK eselon III, dengan "
    "memperhitungkan bagian tiap unit.",
    checks="A program's budget in the eselon II form is the sum of its kegiatan in the eselon III forms.",
    penting="Anggaran yang tidak tersalur ke bawah tidak ada yang mempertanggungjawabkan.",
    matters="Money that is not passed down has nobody to answer for it.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": (
            "{nama} = jumlah kegiatan pada PK eselon III",
            "{nama} = sum of its kegiatan in the agreements of eselon III",
        ),
    },
)
def program_kegiatan(reg: Register) -> Iterator[Relasi]:
    """Program line of eselon II = Σ kegiatan lines of eselon III, where every kegiatan of the program has a line."""
    baris_iii = [b for f in reg.formulir_eselon("III") for b in f.anggaran if b.tingkat == "kegiatan" and b.kode]
    for f in reg.formulir_eselon("II"):
        for p in f.anggaran:
            if p.tingkat != "program" or p.kode is None or p.angka is None or p.angka.nilai is None:
                continue
            kegiatan = {k for k in reg.kode_pasti if tingkat_kode(k) == "kegiatan" and induk(k) == p.kode}
            bawah = [b for b in baris_iii if b.kode in kegiatan]
            isi = [b.angka for b in bawah if b.angka is not None and b.angka.nilai is not None]
            if kegiatan and {b.kode for b in bawah} == kegiatan and len(isi) == len(bawah):
                uraian = kalimat(f"{program_kegiatan.kode}.uraian", nama=p.angka.nama)
                yield jumlah(program_kegiatan.kode, uraian, p.angka, isi)


def _program(pagu: str) -> Laporan:
    return laporan(
        tabel=(_susunan(f"02 | {PROGRAM}", f"2.01 | {DASAR}", f"2.02 | {MAGANG}"),),
        perjanjian=(
            formulir("II", KEPALA, [Uang("1.", PROGRAM, pagu)]),
            formulir("III", KABID, [Uang("1.1", DASAR, "Rp 45.000.000"), Uang("1.2", MAGANG, "Rp 30.000.000")]),
        ),
    )


program_kegiatan.salah(partial(_program, "Rp 57.000.000"))
program_kegiatan.benar(partial(_program, "Rp 75.000.000"))


@aturan(
    kode="KAS02",
    daftar_uji=("I.4", "T.2"),
    judul="Anggaran kegiatan dan sub kegiatan para eselon IV",
    title="Kegiatan budgets and the sub kegiatan of eselon IV",
    memeriksa="Anggaran kegiatan pada PK eselon III sama dengan jumlah sub kegiatannya pada PK eselon IV, dengan "
    "memperhitungkan bagian tiap unit.",
    checks="A kegiatan's budget in an eselon III form is the sum of its sub kegiatan in the eselon IV forms.",
    penting="Anggaran yang tidak tersalur ke bawah tidak ada yang mempertanggungjawabkan.",
    matters="Money that is not passed down has nobody to answer for it.",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    kalimat={
        "uraian": (
            "{nama} = jumlah sub kegiatan pada PK eselon IV",
            "{nama} = sum of its sub kegiatan in the agreements of eselon IV",
        ),
    },
)
def kegiatan_sub(reg: Register) -> Iterator[Relasi]:
    """Kegiatan line of eselon III = Σ of the unit's portions of its sub kegiatan, where each has one owner."""
    pemilik = _pemilik(reg)
    for f in reg.formulir_eselon("III"):
        for b in f.anggaran:
            if b.tingkat != "kegiatan" or b.kode is None or b.angka is None or b.angka.nilai is None:
                continue
            sub = [k for k in pemilik if induk(k) == b.kode]
            bagian = [_bagian_unit(pemilik[k], f.pk.unit, berbagi=_berbagi(b)) for k in sub]
            isi = [x for p in bagian if p is not None for x in p]
            if sub and isi and all(p is not None for p in bagian):
                uraian = kalimat(f"{kegiatan_sub.kode}.uraian", nama=b.angka.nama)
                yield jumlah(kegiatan_sub.kode, uraian, b.angka, isi)


def _kegiatan(pagu: str) -> Laporan:
    return laporan(
        tabel=(_susunan(f"02 | {PROGRAM}", f"2.01 | {DASAR}", f"0001 | {KELAS}", f"0002 | {MODUL}"),),
        perjanjian=(
            formulir("III", KABID, [Uang("1.1", DASAR, pagu)]),
            formulir("IV", KASI, [Uang("1.1", KELAS, "Rp 32.000.000"), Uang("1.2", MODUL, "Rp 13.000.000")]),
        ),
    )


kegiatan_sub.salah(partial(_kegiatan, "Rp 54.000.000"))
kegiatan_sub.benar(partial(_kegiatan, "Rp 45.000.000"))


def _bagian_unit(pemilik: list[tuple[Formulir, BarisFormulir]], unit: str, *, berbagi: bool) -> list[Butir] | None:
    """The figures of one sub kegiatan that belong to `unit`; None when nobody or more than one owns it."""
    if not pemilik:
        return None
    if len(pemilik) > 1 and not any(_berbagi(b) for _, b in pemilik):
        return None
    lain = [
        x
        for _, b in pemilik
        for d, x in zip(b.baris.diampu, b.diampu, strict=True)  # type: ignore[union-attr] # budget lines
        if baku(d.unit) == baku(unit)
    ]
    if lain:
        return lain[:1]
    milik = [b.angka for f, b in pemilik if not berbagi or baku(f.pk.unit) == baku(unit)]
    return None if any(x is None or x.nilai is None for x in milik) else [x for x in milik if x is not None]


@aturan(
    kode="KAS03",
    daftar_uji=("T.2",),
    sifat=frozenset({"tanpa_pengampu"}),
    judul="Sub kegiatan tanpa pengampu",
    title="Sub kegiatan without an owner",
    memeriksa="Setiap sub kegiatan di tabel anggaran tercantum pada satu perjanjian kinerja eselon IV.",
    checks="Each sub kegiatan of the budget tables stands in an eselon IV agreement.",
    penting="Sub kegiatan tanpa pengampu tidak ada yang mempertanggungjawabkan keluarannya.",
    matters="Nobody answers for the output of a sub kegiatan without an owner.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="pejabat eselon III dapat mengampu sendiri bila tidak ada pejabat di bawahnya",
    reading="an eselon III officer may hold it directly where there is nobody below",
    kalimat={
        "berpasangan.satu": ("{kode} berpengampu", "{kode} has an owner"),
        "berpasangan.semua": ("{n} sub kegiatan berpengampu", "an owner for each of {n} sub kegiatan"),
        "berpasangan.kutip": ("{kode}", "{kode}"),
        "berpasangan.rinci": ("{kode} {nama}", "{kode} {nama}"),
        "berpasangan.seharusnya": ("tercantum pada satu PK eselon IV", "listed in one agreement of eselon IV"),
    },
)
def tanpa_pengampu(reg: Register) -> Iterator[Relasi]:
    """One relation for each owned sub kegiatan, one for all that have no owner."""
    if not reg.formulir_eselon("IV"):
        return
    baris: dict[str | None, list[Butir]] = {}
    for b in reg.baris_anggaran():
        baris.setdefault(b.kode, []).extend(x for x in (b.butir.get("pagu"),) if x is not None)
    yield from sendiri(
        tanpa_pengampu.kode,
        (
            Berpasangan(
                nama=reg.nama_kode[kode][0],
                pasangan=tuple(milik),
                saksi=(*pagu, *_uang(milik)),
                isi={"kode": kode},
            )
            for kode, milik in _pemilik(reg).items()
            if (pagu := baris.get(kode))
        ),
        sambung="koma",
    )


def _pengampu(baris: Sequence[Sequence[Uang]]) -> Laporan:
    """The sub kegiatan in the budget table, and what the two officers of eselon IV answer for."""
    return laporan(
        tabel=(
            tabel_anggaran(
                f"02 | {PROGRAM} | 45.000.000",
                f"2.01 | {DASAR} | 45.000.000",
                f"0001 | {KELAS} | 32.000.000",
                f"0002 | {MODUL} | 13.000.000",
            ),
        ),
        perjanjian=(formulir("IV", KASI, baris[0]), formulir("IV", "Kepala Seksi Penyusunan Modul", baris[1])),
    )


SATU = Uang("1.1", KELAS, "Rp 32.000.000")
DUA = Uang("1.1", MODUL, "Rp 13.000.000")
SATU_LAGI = Uang("1.2", KELAS, "Rp 32.000.000")

tanpa_pengampu.salah(partial(_pengampu, ([SATU], [])))
tanpa_pengampu.benar(partial(_pengampu, ([SATU], [DUA])))


def _uang(milik: list[tuple[Formulir, BarisFormulir]]) -> list[Butir]:
    return [b.angka for _, b in milik if b.angka is not None]


@aturan(
    kode="KAS04",
    daftar_uji=("T.2",),
    sifat=frozenset({"pengampu_ganda"}),
    judul="Sub kegiatan berpengampu ganda",
    title="Sub kegiatan with two owners",
    memeriksa="Tidak ada sub kegiatan yang tercantum penuh pada dua perjanjian kinerja eselon IV.",
    checks="No sub kegiatan stands in full in two eselon IV agreements.",
    penting="Anggaran yang sama dipertanggungjawabkan dua kali, dan jumlah eselon IV melebihi pagu.",
    matters="The same money is answered for twice, and eselon IV exceeds the budget.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="kedua pejabat dapat mengampunya bersama-sama tanpa membagi anggarannya",
    reading="the two officers may hold it together without dividing its budget",
    kalimat={
        "berpasangan.satu": ("{kode} berpengampu satu", "{kode} has one owner"),
        "berpasangan.semua": ("{n} sub kegiatan berpengampu satu", "one owner for each of {n} sub kegiatan"),
        "berpasangan.tertulis": ("{daftar} pada {pejabat}", "{daftar} with {pejabat}"),
        "berpasangan.kutip": ("{kode}", "{kode}"),
        "berpasangan.seharusnya": (
            "hanya pada satu pejabat, agaknya {calon}, atau dengan bagian masing-masing",
            "with one officer only, presumably {calon}, or with a share for each",
        ),
    },
)
def pengampu_ganda(reg: Register) -> Iterator[Relasi]:
    """One relation a pair of forms that share sub kegiatan in full; the line of the likelier stranger first."""
    kelompok: dict[tuple[Formulir, ...], list[Berpasangan]] = {}
    pemilik = _pemilik(reg)
    for kode, milik in pemilik.items():
        penuh = [(f, b) for f, b in milik if not _berbagi(b)]
        if not penuh:
            continue
        kasus = Berpasangan(pasangan=tuple(penuh), paling_banyak=1, saksi=tuple(_uang(penuh)), isi={"kode": kode})
        if kasus.sesuai:
            isi = {"pejabat": milik[0][0].pk.jabatan, "calon": milik[0][0].pk.jabatan}
            yield Setiap(kode=pengampu_ganda.kode, kasus=(kasus,), satu=True, isi=isi)
            continue
        nama = reg.nama_kode.get(induk(kode) or kode, [""])[0]
        urut = sorted((f for f, _ in penuh), key=lambda f: mirip(f.pk.jabatan, nama))
        kelompok.setdefault(tuple(urut), []).append(kasus)
    for forms, daftar in kelompok.items():
        pejabat = [f.pk.jabatan for f in forms]
        milik = [fb for k in daftar for fb in pemilik[str(k.isi["kode"])]]
        yield Setiap(
            kode=pengampu_ganda.kode,
            kasus=tuple(daftar),
            bukti=tuple(b.angka for f in forms for g, b in milik if g is f and b.angka is not None),
            sambung="koma",
            isi={"pejabat": Daftar(tuple(pejabat), None, "dan", ulang=True), "calon": pejabat[-1]},
        )


pengampu_ganda.salah(partial(_pengampu, ([SATU], [DUA, SATU_LAGI])))
pengampu_ganda.benar(partial(_pengampu, ([SATU], [DUA])))


def _jabatan_sama(a: str, b: str) -> bool:
    """Whether two prints name one office: one begins with the other, the agency's name left out or not."""
    ka, kb = kata(a), kata(b)
    n = min(len(ka), len(kb))
    return n > 0 and ka[:n] == kb[:n]


@aturan(
    kode="KAS05",
    daftar_uji=("T.2",),
    sifat=frozenset({"atasan"}),
    judul="Atasan langsung",
    title="Direct superior",
    memeriksa="Pihak kedua adalah atasan langsung: menurut susunan organisasi dalam laporan, atau pejabat satu "
    "tingkat di atasnya.",
    checks="The second party is the direct superior: by the report's own organisation, or an officer one level up.",
    penting="Perjanjian dengan pejabat yang bukan atasan langsung memutus rantai pertanggungjawaban.",
    matters="An agreement with anyone but the direct superior breaks the chain of accountability.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014#perjanjian",),
    celah="kepala perangkat daerah dapat menandatangani bila jabatan antara kosong",
    reading="the head of the agency may sign while the office between is vacant",
    kalimat={
        "cocok.satu": ("atasan langsung {nama}", "direct superior of {nama}"),
    },
)
def atasan(reg: Register) -> Iterator[Relasi]:
    """The superior on the form = the superior that the report states, else an officer of the eselon above."""
    di_atas = {"III": reg.formulir_eselon("II"), "IV": reg.formulir_eselon("III")}
    for f in reg.formulir:
        if not f.pk.atasan:
            continue
        nyata = [o.atasan for o in reg.laporan.organisasi if _jabatan_sama(o.jabatan, f.pk.jabatan)]
        calon = nyata or [g.pk.jabatan for g in di_atas.get(f.pk.eselon, [])]
        if not calon:
            continue
        pihak = Cocok(
            nama=f.pk.jabatan,
            tertulis=f.pk.atasan,
            seharusnya=tuple(calon),
            sama=_jabatan_sama,
            saksi=(reg.petunjuk(f.pk.atasan, f.pk.lokasi_atasan, f.pk.tempat, kalimat("tempat.pihak_kedua")),),
        )
        yield Setiap(kode=atasan.kode, kasus=(pihak,), satu=True)


def _atasan(atasan: str) -> Laporan:
    return laporan(
        organisasi=(Organisasi(jabatan=KASI, atasan=KABID),),
        perjanjian=(formulir("IV", KASI, atasan=atasan),),
    )


atasan.salah(partial(_atasan, KEPALA))
atasan.benar(partial(_atasan, KABID))


@aturan(
    kode="KAS06",
    daftar_uji=("T.2",),
    judul="Nama jabatan dalam satu perjanjian",
    title="Name of the office within one agreement",
    memeriksa="Jabatan pada formulir lampiran sama dengan jabatan pihak pertama.",
    checks="The office on the annexed form is that of the first party.",
    penting="Formulir dengan jabatan lain dapat dianggap milik pejabat lain.",
    matters="A form with another office on it may be taken for another officer's.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="nama jabatan dapat disingkat",
    reading="the name of the office may be shortened",
    kalimat={
        "cocok.satu": ("jabatan pada formulir {nama}", "office on the form of {nama}"),
    },
)
def nama_jabatan(reg: Register) -> Iterator[Relasi]:
    """jabatan_formulir names the same office as jabatan."""
    for f in reg.formulir:
        if not f.pk.jabatan_formulir:
            continue
        tercetak = Cocok(
            nama=f.pk.jabatan,
            tertulis=f.pk.jabatan_formulir,
            seharusnya=(f.pk.jabatan,),
            sama=_jabatan_sama,
            saksi=(
                reg.petunjuk(
                    f.pk.jabatan_formulir, f.pk.lokasi_jabatan_formulir, f.pk.tempat, kalimat("tempat.jabatan")
                ),
            ),
        )
        yield Setiap(kode=nama_jabatan.kode, kasus=(tercetak,), satu=True)


def _jabatan(jabatan: str) -> Laporan:
    return laporan(perjanjian=(formulir("IV", KASI, jabatan_formulir=jabatan),))


nama_jabatan.salah(partial(_jabatan, "Kepala Seksi Magang"))
nama_jabatan.benar(partial(_jabatan, KASI))


@aturan(
    kode="KAS07",
    daftar_uji=("T.2",),
    judul="Pihak yang melakukan supervisi",
    title="The party that supervises",
    memeriksa="Klausul supervisi menyebut pihak kedua, yaitu atasan langsung.",
    checks="The clause on supervision names the second party, the superior.",
    penting="Klausul yang menyebut pihak pertama membuat pejabat menyupervisi dirinya sendiri.",
    matters="A clause that names the first party has the officer supervise himself.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="klausul baku dapat sekadar salah ketik",
    reading="it may be a mere slip in a standard clause",
    kalimat={
        "cocok.satu": ("klausul supervisi {nama}", "clause on supervision, {nama}"),
        "cocok.semua": ("klausul supervisi {n} perjanjian", "clause on supervision, agreements: {n}"),
        "cocok.tertulis": ("{tertulis} pada {n} perjanjian", "{tertulis}, agreements: {n}"),
        "cocok.rinci": ("{jabatan}", "{jabatan}"),
    },
)
def supervisi(reg: Register) -> Iterator[Relasi]:
    """pihak_supervisi is PIHAK KEDUA; the forms at fault in one relation."""
    yield from sendiri(
        supervisi.kode,
        (
            Cocok(
                nama=f.pk.tempat,
                tertulis=f.pk.pihak_supervisi,
                seharusnya=("PIHAK KEDUA",),
                saksi=(_klausul(reg, f),),
                isi={"jabatan": f.pk.jabatan},
            )
            for f in reg.formulir
            if f.pk.pihak_supervisi
        ),
    )


def _supervisi(pihak: str) -> Laporan:
    return laporan(perjanjian=(formulir("IV", KASI, pihak_supervisi=pihak),))


supervisi.salah(partial(_supervisi, "PIHAK PERTAMA"))
supervisi.benar(partial(_supervisi, "PIHAK KEDUA"))


def _klausul(reg: Register, f: Formulir) -> Butir:
    return reg.petunjuk(f.pk.pihak_supervisi, f.pk.lokasi_supervisi, f.pk.tempat, kalimat("tempat.supervisi"))


def _sumber(b: BarisAnggaran) -> frozenset[str]:
    """The sources of funds of a line; an agency's own name beside APBD does not make another source."""
    return frozenset(k[0] for bagian in b.keterangan.split("+") if (k := kata(bagian)))


@aturan(
    kode="KAS08",
    daftar_uji=("T.2",),
    judul="Sumber dana antarjenjang",
    title="Sources of funds between levels",
    memeriksa="Sumber dana pada baris bawahan tercantum juga pada baris atasan untuk program atau kegiatan yang sama.",
    checks="The sources of funds of a line below stand also on the line above for the same program or kegiatan.",
    penting="Sumber dana yang hilang di satu jenjang membuat penggunaan DBHCHT atau DAK tidak terlacak.",
    matters="A source that is missing on one level leaves earmarked funds untraceable.",
    keparahan="peringatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="keterangan dapat ditulis ringkas",
    reading="the remark may have been shortened",
    kalimat={
        "berpasangan.semua": ("sumber dana {baris}", "sources of funds, {baris}"),
        "berpasangan.seharusnya": ("memuat juga {daftar}", "{daftar} listed too"),
    },
)
def sumber_dana(reg: Register) -> Iterator[Relasi]:
    """sources(line) ⊇ sources of the lines below it in other forms, by code."""
    semua = [
        (f, b, s)
        for e in ("II", "III", "IV")
        for f in reg.formulir_eselon(e)
        for b in f.anggaran
        if b.kode and (s := _sumber(b.baris))  # type: ignore[arg-type] # budget lines
    ]
    for f, b, s in semua:
        bawah = [
            (g, c, t)
            for g, c, t in semua
            if g.pk.eselon > f.pk.eselon
            and c.kode is not None
            and b.kode is not None
            and c.kode.startswith(b.kode + ".")
        ]
        if not bawah or b.angka is None:
            continue
        di_bawah = {x for _, _, t in bawah for x in t}
        kurang = di_bawah - s
        saksi = [c.angka for _, c, t in bawah if c.angka is not None and (not kurang or kurang & t)]
        yield Setiap(
            kode=sumber_dana.kode,
            kasus=tuple(Berpasangan(nama=x.upper(), pasangan=(x,) if x in s else ()) for x in sorted(di_bawah)),
            bukti=(b.angka, *saksi),
            sambung="koma",
            isi={"baris": b.angka.nama},
            tertulis=b.baris.keterangan,  # type: ignore[union-attr] # budget lines
        )


def _sumber_contoh(keterangan: str) -> Laporan:
    return laporan(
        tabel=(_susunan(f"02 | {PROGRAM}", f"2.01 | {DASAR}"),),
        perjanjian=(
            formulir("II", KEPALA, [Uang("1.", PROGRAM, "Rp 45.000.000", keterangan)]),
            formulir("III", KABID, [Uang("1.1", DASAR, "Rp 45.000.000", "APBD + DBHCHT")]),
        ),
    )


sumber_dana.salah(partial(_sumber_contoh, "APBD"))
sumber_dana.benar(partial(_sumber_contoh, "APBD + DBHCHT"))


@aturan(
    kode="KAS09",
    daftar_uji=("T.2",),
    judul="Target penuh pada anggaran yang dibagi",
    title="Full target on shared money",
    memeriksa="Unit yang berbagi anggaran satu sub kegiatan juga berbagi targetnya.",
    checks="Units that share the money of a sub kegiatan share its target too.",
    penting="Target yang sama dihitung dua kali bila dua unit mencantumkannya penuh.",
    matters="A target that two units state in full is counted twice.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="kedua unit dapat memang bersama-sama mengejar satu target",
    reading="the two units may pursue one target together",
    kalimat={
        "uraian": ("{nama} dibagi antarunit", "{nama} is divided among the units"),
        "tertulis": ("{teks} pada {unit}", "{teks} with {unit}"),
        "seharusnya": ("dibagi seperti anggarannya", "divided as its money is"),
    },
)
def target_bersama(reg: Register) -> Iterator[Relasi]:
    """A counted target that units which share the budget print alike; one relation a target."""
    oleh: dict[str, dict[str, Butir]] = {}
    for f in reg.formulir:
        for k in f.kinerja:
            kunci = k.angka.kunci if k.angka is not None else None
            ekor = f"|{baku(f.pk.unit)}"
            if k.angka is not None and kunci is not None and kunci.subjek.endswith(ekor):
                oleh.setdefault(kunci.subjek.removesuffix(ekor), {})[f.pk.unit] = k.angka
    for milik in oleh.values():
        b = list(milik.values())
        if len(b) > 1:
            sama = len({x.nilai for x in b}) == 1
            unit = Daftar(tuple(milik), None, "dan")
            yield Syarat(
                kode=target_bersama.kode,
                uraian=kalimat(f"{target_bersama.kode}.uraian", nama=b[0].nama),
                terpenuhi=not sama,
                bukti=tuple(b),
                tertulis=kalimat(f"{target_bersama.kode}.tertulis", teks=b[0].teks, unit=unit) if sama else "",
                seharusnya=kalimat(f"{target_bersama.kode}.seharusnya"),
            )


def _target(kinerja: Sequence[Kinerja]) -> Laporan:
    """Two units share the money of one sub kegiatan, 30 and 15 million; `kinerja` is what the second promises."""
    janji = ([Kinerja("1.1", "Jumlah Peserta Kelas", "500 Orang")], kinerja)
    unit = ("Bidang Pelatihan", "Bidang Promosi")
    uang = ("Rp 30.000.000", "Rp 15.000.000")
    return laporan(
        perjanjian=tuple(
            formulir(
                "IV",
                f"Kepala Seksi {unit[i]}",
                [Uang("1.1", KELAS, uang[i], total="Rp 45.000.000", diampu=((unit[1 - i], uang[1 - i]),))],
                kinerja=janji[i],
                unit=unit[i],
            )
            for i in (0, 1)
        )
    )


target_bersama.salah(partial(_target, [Kinerja("1.1", "Jumlah Peserta Kelas", "500 Orang")]))
target_bersama.benar(partial(_target, []))


@aturan(
    kode="KAS10",
    daftar_uji=("T.2",),
    judul="Target bawahan lebih besar dari target atasan",
    title="A target below larger than the one above",
    memeriksa="Target sub kegiatan tidak melebihi target kegiatannya bila satuannya sama.",
    checks="The target of a sub kegiatan does not exceed that of its kegiatan in the same unit.",
    penting="Target kegiatan yang lebih kecil dari salah satu bagiannya tidak mungkin menaunginya.",
    matters="A target smaller than one of its parts cannot cover it.",
    keparahan="catatan",
    dasar=("permenpanrb_89_2021#penjenjangan",),
    celah="kedua indikator dapat mengukur hal yang berbeda dengan satuan yang sama",
    reading="the two indicators may count different things in one unit",
    kalimat={
        "batas.satu": ("{nama} tidak melebihi {atasan}", "{nama} does not exceed {atasan}"),
        "batas.kutip": (
            "{atas} pada kegiatan, {teks} pada sub kegiatannya",
            "{atas} on the kegiatan, {teks} on its sub kegiatan",
        ),
        "batas.seharusnya": ("target kegiatan tidak lebih kecil", "a target of the kegiatan that is no smaller"),
    },
)
def target_jenjang(reg: Register) -> Iterator[Relasi]:
    """Targets of eselon III kegiatan lines and of the eselon IV sub kegiatan lines under the same code."""
    atas = [(k, t) for f in reg.formulir_eselon("III") for k, t in _target_berkode(f, "kegiatan")]
    bawah = [(k, t) for f in reg.formulir_eselon("IV") for k, t in _target_berkode(f, "sub_kegiatan")]
    for kode, t in atas:
        for sub, u in bawah:
            if induk(sub) != kode or not _satuan(t) or _satuan(t) != _satuan(u) or t.nilai is None or u.nilai is None:
                continue
            target = Batas(angka=u, atas=t, saksi=(t, u), isi={"atasan": t.nama})
            yield Setiap(kode=target_jenjang.kode, kasus=(target,), satu=True)


def _target_jenjang(target: str) -> Laporan:
    uang = "Rp 45.000.000"
    return laporan(
        tabel=(_susunan(f"02 | {PROGRAM}", f"2.01 | {DASAR}", f"0001 | {KELAS}"),),
        perjanjian=(
            formulir("III", KABID, [Uang("1.1", DASAR, uang)], kinerja=[Kinerja("1.1", "Peserta Pelatihan", target)]),
            formulir("IV", KASI, [Uang("1.1", KELAS, uang)], kinerja=[Kinerja("1.1", "Peserta Kelas", "450 Orang")]),
        ),
    )


target_jenjang.salah(partial(_target_jenjang, "400 Orang"))
target_jenjang.benar(partial(_target_jenjang, "500 Orang"))


def _target_berkode(f: Formulir, tingkat: str) -> Iterator[tuple[str, Butir]]:
    """Targets with the budget code of the line that bears the same number."""
    kode = {b.baris.no.rstrip("."): b.kode for b in f.anggaran if b.kode and b.tingkat == tingkat and b.baris.no}
    for k in f.kinerja:
        milik = kode.get(k.baris.no.rstrip(".")) if k.baris.no else None
        if milik is not None and k.angka is not None:
            yield milik, k.angka


def _satuan(b: Butir) -> str:
    a = b.sel.angka if b.sel is not None else None
    return baku(a.satuan) if a is not None and a.satuan != "%" else ""
