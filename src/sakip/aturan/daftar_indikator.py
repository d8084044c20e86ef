"""Rules on which indicators a report holds: agreed on, set as main ones, planned, measured, handed down."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from sakip.aturan.bahan.contoh import Kinerja, formulir, laporan, tabel
from sakip.aturan.definisi import aturan
from sakip.model.indikator import Indikator
from sakip.model.perjanjian import BarisAnggaran
from sakip.relasi import Berpasangan, Setiap
from sakip.teks.istilah import bentuk, himpunan
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import baku, kata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sakip.fakta.register import BarisFakta, BarisFormulir, Butir, Formulir, Register, TabelFakta
    from sakip.model.laporan import Laporan
    from sakip.relasi import Relasi
    from sakip.teks.kalimat import Isi

LULUS = Indikator(kunci="lulus", nama="Persentase Peserta Lulus", satuan="%")
USAHA = Indikator(kunci="usaha", nama="Indeks Pertumbuhan Usaha", satuan="Nilai")
NILAI = Indikator(kunci="nilai", nama="Nilai Kepuasan Layanan", satuan="Nilai")
"""Indicators of the examples."""

UTAMA = frozenset({"tujuan", "sasaran"})
"""The kinds of indicator that an agency as a whole agrees on."""

TERSEDIKIT = 2
"""Indicators of a list; one alone is no list."""

MIRIP = 2
"""One of so many words in common makes two names doubtful: they may be one indicator, which is no question of lists."""


@attrs.frozen(slots=True, eq=False)
class _Daftar:
    """A table or form that lists the indicators of a kind.

    Attributes:
        macam: `pk`, `iku`, `renstra`, or `banding`: a comparison, which a report owes of what was agreed on.
        isi: the indicators, with what shows each.
        mengukur: whether it prints what was realised, so that it may hold a part only and others the rest.
        pembanding: of a comparison, the roles and years that its indicators are compared by.
        asing: names in it that are no known indicator.
        tunjuk: what shows the list itself.
    """

    macam: str
    tempat: Isi
    isi: dict[str, Butir]
    mengukur: bool
    asing: tuple[str, ...]
    tunjuk: Butir
    pembanding: tuple[tuple[str, int | None], ...] = ()

    @property
    def kunci(self) -> frozenset[str]:
        """The indicators."""
        return frozenset(self.isi)


@aturan(
    kode="KON06",
    daftar_uji=("III.1", "III.2", "III.5"),
    judul="Indikator yang tidak ada di semua daftarnya",
    title="Indicators that are not in all of their lists",
    memeriksa="Daftar indikator perjanjian kinerja memuat indikator yang sama di setiap tabel dan formulirnya, "
    "demikian pula daftar IKU; semuanya ada dalam Renstra, dan yang diukur ada dalam salah satunya.",
    checks="The lists of the indicators agreed on hold the same in each table and form, and so do those of the main "
    "indicators; the plan has all of them, and what is measured is in one of them.",
    penting="Indikator yang hilang atau diganti di satu daftar luput dari pengukuran, atau diukur tanpa dijanjikan.",
    matters="An indicator that is missing or replaced in one list escapes measurement, or is measured without a "
    "promise.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014#daftar_uji_iku",),
    praktik=True,
    celah="tabel dapat memuat sebagian indikator saja, atau namanya ditulis lain",
    reading="a table may hold some of the indicators only, or word their names otherwise",
    kalimat={
        "berpasangan.semua": (
            "{banyak} indikator ada di setiap daftarnya",
            "indicators in each of their lists: {banyak}",
        ),
        "berpasangan.tertulis": (
            "{n} indikator tidak ada di semua daftarnya",
            "indicators not in all of their lists: {n}",
        ),
        "berpasangan.rinci": ("{nama}: {apa} {tempat}", "{nama}: {apa} {tempat}"),
        "berpasangan.seharusnya": ("sama di setiap daftar, atau dijelaskan", "the same in each list, or explained"),
        "tanpa": ("tidak ada di", "not in"),
        "lebih": ("tidak termasuk yang ditetapkan, tetapi ada di", "not among those set, but in"),
        "tak_diukur": ("diperjanjikan, tetapi tidak diukur:", "agreed on, but not measured:"),
        "diukur": (
            "diukur, tetapi tidak ada dalam perjanjian kinerja, IKU, atau Renstra:",
            "measured, but in no list:",
        ),
    },
)
def daftar_berbeda(reg: Register) -> Iterator[Relasi]:
    """Each list against what those of its kind hold, what is agreed against the plan; one relation for all."""
    daftar = [*_tabel(reg), *_formulir(reg)]
    kasus: list[Berpasangan] = []
    for macam in ("pk", "iku"):
        milik = [d for d in daftar if d.macam == macam]
        ditetapkan = _ditetapkan([d for d in milik if not d.mengukur])
        if len(ditetapkan) < TERSEDIKIT:
            continue
        for d in milik:
            if _sebanding(d, ditetapkan):
                bagian = [x for x in milik if x.mengukur and d.mengukur and not x.kunci & d.kunci]
                kasus += _banding(reg, daftar, d, ditetapkan - _semua(bagian), ditetapkan)
        for d in daftar:
            if d.macam == "renstra" or (d.macam, macam) == ("banding", "pk"):
                lain = [x for x in daftar if x.macam == d.macam and not x.kunci & d.kunci]
                wajib = ditetapkan - _semua(lain)
                if d.macam == "banding":  # what is compared nowhere is told by itself
                    wajib = frozenset(k for k in wajib if any(reg.cetakan(k, *p) for p in d.pembanding))
                kasus += _banding(reg, daftar, d, wajib, None) if _sebanding(d, ditetapkan) else ()
    kasus += _diukur(reg, [d for d in daftar if not d.mengukur])
    if kasus:
        yield Setiap(kode=daftar_berbeda.kode, kasus=tuple(kasus), rinci=True)


def _daftar_contoh(baris: Sequence[str]) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA, NILAI),
        tabel=(
            tabel("2.4", "Perjanjian Kinerja", "indikator | target", *baris),
            tabel(
                "3.1",
                "Capaian Perjanjian Kinerja",
                "indikator | target | realisasi",
                f"{LULUS.nama} | 80,00 | 81,00",
                f"{USAHA.nama} | 60,00 | 61,00",
                f"{NILAI.nama} | 70,00 | 71,00",
            ),
        ),
        perjanjian=(formulir("II", "Kepala Dinas Contoh", kinerja=JANJI),),
    )


JANJI = [Kinerja("1.", LULUS.nama, "80,00"), Kinerja("2.", USAHA.nama, "60,00"), Kinerja("3.", NILAI.nama, "70,00")]
BARIS = (f"{LULUS.nama} | 80,00", f"{USAHA.nama} | 60,00", f"{NILAI.nama} | 70,00")

daftar_berbeda.salah(partial(_daftar_contoh, BARIS[:2]))
daftar_berbeda.benar(partial(_daftar_contoh, BARIS))


def _tabel(reg: Register) -> Iterator[_Daftar]:
    for t in reg.tabel:
        macam = _macam(t)
        isi = {
            b.indikator.kunci: _petunjuk(reg, t, b)
            for b in t.rincian
            if b.indikator is not None and b.indikator.jenis in UTAMA
        }
        if macam and isi:
            yield _Daftar(
                macam,
                t.tabel.tempat,
                isi,
                any(k.peran.terukur and k.peran.ukuran for k in t.tabel.kolom),
                tuple(b.nama for b in t.rincian if b.indikator is None),
                next(iter(isi.values())),
                tuple(
                    (k.peran.nama, k.periode or t.tahun)
                    for k in t.tabel.kolom
                    if k.peran.nama == "capaian_akhir"
                    or (k.peran.nama == "realisasi" and k.periode not in {None, t.tahun})
                ),
            )


def _formulir(reg: Register) -> Iterator[_Daftar]:
    """The agreements of the head; the form of the main indicators is looked at by itself."""
    for f in reg.formulir_eselon("II"):
        isi = {
            k.indikator.kunci: _petunjuk_formulir(reg, f, k)
            for k in f.kinerja
            if k.indikator is not None and k.indikator.jenis in UTAMA
        }
        if isi:
            asing = tuple(k.baris.indikator for k in f.kinerja if k.indikator is None)  # type: ignore[union-attr]
            yield _Daftar("pk", f.pk.tempat, isi, False, asing, next(iter(isi.values())))


def _macam(t: TabelFakta) -> str:
    """What a table lists, by its title or its columns; empty where neither says it, or the title says two things."""
    judul = t.tabel.judul
    peran = {k.peran.nama for k in t.tabel.kolom}
    pk = bool(bentuk("judul.perjanjian").search(judul)) or "target_murni" in peran
    iku = bool(bentuk("judul.iku").search(judul)) or "target_iku" in peran
    if pk != iku:
        return "pk" if pk else "iku"
    if pk:
        return ""
    tahun = {p: {k.periode for k in t.tabel.kolom if k.peran.nama == p} for p in ("target_renstra", "realisasi")}
    if "capaian_akhir" in peran or len(tahun["realisasi"]) > 1:
        return "banding"
    return "renstra" if len(tahun["target_renstra"]) > 1 and bentuk("judul.renstra").search(judul) else ""


def _petunjuk(reg: Register, t: TabelFakta, b: BarisFakta) -> Butir:
    if b.butir:
        return next(iter(b.butir.values()))
    i = next(i for i, k in enumerate(t.tabel.kolom) if k.peran.menamai)
    sel = t.tabel.baris[b.urut].sel[i]
    return reg.petunjuk(sel.teks or b.nama, sel.lokasi, t.tabel.tempat, b.nama, media="tabel")


def _petunjuk_formulir(reg: Register, f: Formulir, k: BarisFormulir) -> Butir:
    """The figure of a line of a form, or its words where it prints none."""
    if k.angka is not None:
        return k.angka
    nama = k.baris.uraian if isinstance(k.baris, BarisAnggaran) else k.baris.indikator
    return reg.petunjuk(nama, k.baris.lokasi, f.pk.tempat, nama)


def _semua(daftar: Iterable[_Daftar]) -> frozenset[str]:
    """The indicators of some lists; of others that share none with a list, which hold the rest of it."""
    return frozenset(k for d in daftar for k in d.kunci)


def _ditetapkan(daftar: Sequence[_Daftar]) -> frozenset[str]:
    """What the lists of a kind hold by most of them; a form of the head, which is signed, by itself."""
    tanda_tangan = {k for d in daftar if d.tunjuk.media == "pk" for k in d.kunci}
    if tanda_tangan:
        return frozenset(tanda_tangan)
    semua = [k for d in daftar for k in d.kunci]
    return frozenset(k for k in semua if 2 * semua.count(k) >= len(daftar))


def _sebanding(d: _Daftar, ditetapkan: frozenset[str]) -> bool:
    """Whether a list holds most of what was set, so that the rest is a difference and it is no other list."""
    return 2 * len(d.kunci & ditetapkan) >= len(ditetapkan)


def _banding(
    reg: Register, daftar: Sequence[_Daftar], d: _Daftar, wajib: frozenset[str], boleh: frozenset[str] | None
) -> Iterator[Berpasangan]:
    """What a list must hold, and, unless it may hold anything, what it may."""
    kode = daftar_berbeda.kode

    for k in sorted(wajib):
        ada = k in d.kunci or _serupa(reg, daftar, k, d.kunci, d.asing)
        isi = {"apa": kalimat(f"{kode}.tanpa"), "tempat": d.tempat}
        yield Berpasangan(nama=reg.sebut(k), pasangan=(k,) if ada else (), saksi=(d.isi.get(k, d.tunjuk),), isi=isi)
    for k in sorted(d.kunci - (d.kunci if boleh is None else boleh)):
        isi = {"apa": kalimat(f"{kode}.lebih"), "tempat": d.tempat}
        ada = _serupa(reg, daftar, k, (boleh or frozenset()) - d.kunci)
        yield Berpasangan(nama=reg.sebut(k), pasangan=(k,) if ada else (), saksi=(d.isi[k],), isi=isi)


def _serupa(
    reg: Register, daftar: Sequence[_Daftar], kunci: str, lain: Iterable[str], asing: Sequence[str] = ()
) -> bool:
    """Whether one of some indicators may be this one, worded otherwise; what some list holds beside it is another."""
    beda = _semua(d for d in daftar if kunci in d.kunci)
    return _mirip(reg, kunci, [*(reg.indikator[x].nama for x in lain if x not in beda), *asing])


def _mirip(reg: Register, kunci: str, nama: Iterable[str]) -> bool:
    """Whether one of some names may be that of the indicator, worded otherwise."""
    milik = _isi(reg.indikator[kunci].nama)
    return any(MIRIP * len(milik & (lain := _isi(x))) >= min(len(milik), len(lain)) > 0 for x in nama)


def _isi(nama: str) -> set[str]:
    """The words of a name that say what is measured, and not how."""
    return set(kata(nama)) - himpunan("ringan") - himpunan("bukan_cacah") - {"nilai", "angka", "cakupan", "capaian"}


def _diukur(reg: Register, daftar: Sequence[_Daftar]) -> Iterator[Berpasangan]:
    """Indicators of sasaran measured this year against those that the lists have, where these are mostly the same."""
    kode, tahun = daftar_berbeda.kode, reg.laporan.tahun
    semua = _semua(daftar)
    diukur = {
        i.kunci: b
        for i in reg.laporan.indikator
        if i.jenis in UTAMA and (b := reg.cari(i.kunci, "realisasi", tahun)) is not None
    }
    asing = [x for d in daftar for x in d.asing]
    terdaftar = {k for k in diukur if k in semua or _serupa(reg, daftar, k, semua, asing)}
    if len(semua) < TERSEDIKIT or 2 * (len(diukur) - len(terdaftar)) > len(terdaftar) or not diukur:
        return  # another list is measured besides
    for k, b in diukur.items():
        isi = {"apa": kalimat(f"{kode}.diukur"), "tempat": b.tempat}
        yield Berpasangan(nama=reg.sebut(k), pasangan=(k,) if k in terdaftar else (), saksi=(b,), isi=isi)
    # Those of the form that the head signed are looked at with the comparisons.
    formulir = _semua(d for d in daftar if d.tunjuk.media == "pk")
    for d in daftar:
        for k, b in d.isi.items() if d.macam == "pk" else ():
            if k not in formulir:
                isi = {"apa": kalimat(f"{kode}.tak_diukur"), "tempat": d.tempat}
                ada = bool(reg.cetakan(k, "realisasi", tahun)) or _serupa(reg, daftar, k, diukur)
                yield Berpasangan(nama=reg.sebut(k), pasangan=(k,) if ada else (), saksi=(b,), isi=isi)


@aturan(
    kode="KON07",
    daftar_uji=("III.1", "T.2"),
    judul="Indikator program pada perjanjian eselon III",
    title="Indicators of programs in the agreements of eselon III",
    memeriksa="Indikator program yang diukur ada dalam salah satu perjanjian kinerja eselon III, dan sebaliknya.",
    checks="An indicator of a program that is measured is in an agreement of eselon III, and the other way round.",
    penting="Indikator yang hilang atau diganti di formulir bawahan tidak lagi ada pengampunya.",
    matters="An indicator that is missing or replaced in a form below has no owner any more.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="formulirnya dapat tidak seluruhnya dilampirkan, atau namanya ditulis lain",
    reading="not all forms may be attached, or names may be worded otherwise",
    kalimat={
        "berpasangan.semua": ("{banyak} indikator program ada di kedua tempat", "indicators in both places: {banyak}"),
        "berpasangan.tertulis": ("{n} indikator program di satu tempat saja", "indicators in one place only: {n}"),
        "berpasangan.rinci": ("{nama}: {apa}", "{nama}: {apa}"),
        "berpasangan.seharusnya": (
            "diperjanjikan dan diukur, atau dijelaskan",
            "agreed on and measured, or explained",
        ),
        "tanpa_pk": ("tidak ada dalam perjanjian eselon III", "in no agreement of eselon III"),
        "tanpa_ukuran": ("tidak diukur", "not measured"),
        "tanpa_indikator": ("tanpa indikator pada formulirnya", "no indicator in its form"),
    },
)
def indikator_program(reg: Register) -> Iterator[Relasi]:
    """Realisations of program indicators against the lines of the agreements below the head."""
    tahun, kode = reg.laporan.tahun, indikator_program.kode
    program = [i for i in reg.laporan.indikator if i.jenis == "program"]
    diukur = {i.kunci: b for i in program if (b := reg.cari(i.kunci, "realisasi", tahun)) is not None}
    janji = {
        k.indikator.kunci: _petunjuk_formulir(reg, f, k)
        for f in reg.formulir_eselon("III")
        for k in f.kinerja
        if k.indikator is not None and k.indikator.jenis == "program"
    }
    if len(diukur) < TERSEDIKIT or 2 * len(diukur.keys() & janji.keys()) < max(len(diukur), len(janji)):
        return
    asing = [
        k.baris.indikator  # type: ignore[union-attr] # lines of the performance part
        for f in reg.formulir_eselon("III")
        for k in f.kinerja
        if k.indikator is None
    ]
    kasus = [
        Berpasangan(
            nama=reg.sebut(k),
            pasangan=(k,) if k in janji or baku(reg.indikator[k].nama) in map(baku, asing) else (),
            saksi=(b,),
            isi={"apa": kalimat(f"{kode}.tanpa_pk")},
        )
        for k, b in diukur.items()
    ]
    kasus += [
        Berpasangan(
            nama=reg.sebut(k),
            pasangan=(k,) if k in diukur else (),
            saksi=(b,),
            isi={"apa": kalimat(f"{kode}.tanpa_ukuran")},
        )
        for k, b in janji.items()
    ]
    kasus += _baris_program(reg, frozenset(diukur))
    yield Setiap(kode=kode, kasus=tuple(kasus), rinci=True)


def _baris_program(reg: Register, diukur: frozenset[str]) -> list[Berpasangan]:
    """The programs of each form, by the number of their line: with an indicator that is measured, if most are."""
    hasil = []
    for f in reg.formulir_eselon("III"):
        for a in f.anggaran:
            if a.tingkat != "program" or not a.baris.no:
                continue
            nomor = a.baris.no.rstrip(".")
            milik = [k for k in f.kinerja if k.baris.no and k.baris.no.rstrip(".") == nomor]
            terukur = tuple(k for k in milik if k.indikator is not None and k.indikator.kunci in diukur)
            apa = "tanpa_ukuran" if milik else "tanpa_indikator"
            isi = {"apa": kalimat(f"{indikator_program.kode}.{apa}")}
            tunjuk = _petunjuk_formulir(reg, f, a)
            hasil.append(Berpasangan(nama=tunjuk.nama, pasangan=terukur, saksi=(tunjuk,), isi=isi))
    return hasil if 2 * sum(k.sesuai for k in hasil) >= len(hasil) else []


PROGRAM = tuple(attrs.evolve(i, jenis="program") for i in (LULUS, USAHA, NILAI))


def _program_contoh(kinerja: Sequence[Kinerja]) -> Laporan:
    return laporan(
        indikator=PROGRAM,
        tabel=(
            tabel(
                "3.1",
                "Capaian Program",
                "indikator | target | realisasi",
                f"{LULUS.nama} | 80,00 | 81,00",
                f"{USAHA.nama} | 60,00 | 61,00",
                f"{NILAI.nama} | 70,00 | 71,00",
            ),
        ),
        perjanjian=(formulir("III", "Kepala Bidang Pelatihan", kinerja=kinerja),),
    )


indikator_program.salah(partial(_program_contoh, JANJI[:2]))
indikator_program.benar(partial(_program_contoh, JANJI))


@aturan(
    kode="KON08",
    daftar_uji=("III.8",),
    judul="Sasaran tanpa indikator",
    title="Sasaran without an indicator",
    memeriksa="Setiap sasaran pada tabel perjanjian kinerja, IKU, dan Renstra mempunyai indikator di salah satu tabel "
    "atau formulir.",
    checks="Each sasaran in the tables of the agreement, the main indicators and the plan has an indicator in some "
    "table or form.",
    penting="Sasaran tanpa indikator tidak dapat dinyatakan tercapai.",
    matters="A sasaran without an indicator cannot be said to be met.",
    keparahan="catatan",
    dasar=("permenpanrb_53_2014",),
    praktik=True,
    celah="indikatornya dapat tercetak di bagian lain dengan nama sasaran yang lain",
    reading="its indicator may be printed elsewhere, under another wording of the sasaran",
    kalimat={
        "berpasangan.semua": ("{banyak} sasaran berindikator", "sasaran with an indicator: {banyak}"),
        "berpasangan.seharusnya": ("masing-masing berindikator", "each with an indicator"),
    },
)
def sasaran_tanpa_indikator(reg: Register) -> Iterator[Relasi]:
    """Cells of the column of sasaran whose lines name no indicator, anywhere; one relation for all."""
    berindikator = {baku(k.sasaran) for f in reg.formulir for k in f.pk.kinerja if k.indikator}
    sasaran: dict[str, Butir] = {}
    for t in reg.tabel:
        i = t.tabel.indeks("sasaran")
        ukuran = [j for j, k in enumerate(t.tabel.kolom) if k.peran.menamai == "indikator"]
        if i is None or not ukuran:
            continue
        punya, tanpa, kini = set(), {}, ""
        for b in t.tabel.baris:
            kini = (baku(b.sel[i].teks) or kini) if b.jenis == "rincian" else ""
            if any(any(c.isalpha() for c in b.sel[j].teks) for j in ukuran):
                punya.add(kini)
            elif kini and any(c.isalpha() for c in b.sel[i].teks):
                tanpa[kini] = b.sel[i]
        tanpa = {k: s for k, s in tanpa.items() if k not in punya}
        berindikator |= punya
        # Where most have none the column is another one, and so it may be in a table that is no list.
        if 2 * len(tanpa) <= len(punya) and _macam(t) in {"pk", "iku", "renstra"}:
            for k, s in tanpa.items():
                sasaran.setdefault(k, reg.petunjuk(s.teks, s.lokasi, t.tabel.tempat, s.teks, media="tabel"))
    kasus = tuple(
        Berpasangan(nama=b.teks, pasangan=(k,) if k in berindikator else (), saksi=(b,)) for k, b in sasaran.items()
    )
    if kasus:
        yield Setiap(kode=sasaran_tanpa_indikator.kode, kasus=kasus)


def _sasaran_contoh(indikator: str) -> Laporan:
    return laporan(
        indikator=(LULUS, USAHA, NILAI),
        tabel=(
            tabel(
                "2.1",
                "Perjanjian Kinerja",
                "sasaran | indikator | target",
                f"Meningkatnya lulusan | {LULUS.nama} | 80,00",
                f"Meningkatnya kepuasan | {NILAI.nama} | 70,00",
                f"Meningkatnya usaha | {indikator} | ",
            ),
        ),
    )


sasaran_tanpa_indikator.salah(partial(_sasaran_contoh, ""))
sasaran_tanpa_indikator.benar(partial(_sasaran_contoh, USAHA.nama))
