"""Rules on the value of AKIP: its predicate, its components and their weights (PermenPANRB 88/2021)."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from sakip.aturan.bahan.contoh import laporan, tabel
from sakip.aturan.definisi import Keluarga, aturan
from sakip.hukum.akip import ambil_evaluasi
from sakip.hukum.rumus import Rumus
from sakip.hukum.skala import Skala, ambil_skala, normal_label
from sakip.model.indikator import Indikator
from sakip.relasi import Batas, Cocok, Jalur, Peringkat, Rumusan, Setiap
from sakip.teks.istilah import bentuk
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sakip.fakta.register import BarisFakta, Butir, Register, TabelFakta
    from sakip.hukum.akip import Komponen
    from sakip.model.laporan import Laporan
    from sakip.model.peran import Kolom
    from sakip.relasi import Relasi

AKP = Keluarga("AKP", "Nilai AKIP", "Value of AKIP")

SEBAGIAN_BESAR = 2
"""More than one line in so many must be within its weight for a table to print values, not percentages of them."""

SELURUHNYA = 100
"""The weights of all components."""

NILAI_SAKIP = Indikator(kunci="sakip", nama="Nilai SAKIP", satuan="Nilai")
"""The indicator of the examples."""


@aturan(
    kode="AKP01",
    daftar_uji=("I.3", "T.3"),
    judul="Predikat nilai AKIP",
    title="Predicate of the value of AKIP",
    memeriksa="Predikat yang tercetak bersama nilai AKIP sesuai dengan nilainya.",
    checks="The predicate that is printed with a value of AKIP is that of the value.",
    penting="Nilai AKIP adalah ukuran yang dipakai menilai setiap instansi.",
    matters="The value of AKIP is what every agency is judged by.",
    dasar=("permenpanrb_88_2021#predikat",),
    kalimat={"uraian": ("predikat {nama} menurut nilainya", "predicate of {nama} by its value")},
)
def predikat(reg: Register) -> Iterator[Relasi]:
    """The predicate in the cell of a value, in the line of an indicator, or below the components; by the value."""
    cara = ambil_evaluasi()
    skala = ambil_skala(cara.skala)
    sendiri = reg.laporan.metode.skala
    for label, nilai in dict(_berpasangan(reg, skala)).items():
        if isinstance(sendiri, Skala) and sendiri.cari(label.label) is not None:
            continue  # a label of the report's own scale
        tahun = nilai.letak.periode or reg.laporan.tahun
        yield Peringkat(
            kode=predikat.kode,
            uraian=kalimat(f"{predikat.kode}.uraian", nama=nilai.nama),
            label=label,
            nilai=nilai,
            skala=skala,
            tak_pasti=tahun < cara.sejak,
        )


def _berpasangan(reg: Register, skala: Skala) -> Iterator[tuple[Butir, Butir]]:
    """Predicates with the values that they are printed with."""
    huruf = {normal_label(k.label) for k in skala.kelas}

    def berhuruf(b: Butir | None) -> bool:
        return b is not None and not b.berangka and normal_label(b.label) in huruf

    for t in reg.tabel:
        komponen = bool(_kolom_nilai(t)) and _tentang_akip(t)
        for b in t.baris:
            if komponen or bentuk("akip.nilai").search(baku(b.nama)):
                yield from ((p, x) for x in b.butir.values() if (p := reg.predikat.get(x)) is not None and berhuruf(p))
                label = b.butir.get("kategori")
                nilai = b.butir.get("realisasi") or b.butir.get("nilai")
                if label is None or not berhuruf(label) or _menilai_capaian(t, b, label, berhuruf):
                    continue
                if nilai is not None and nilai.berangka:
                    yield label, nilai
        for k in _kolom_nilai(t) if komponen else ():
            isi = [x for b in t.baris if (x := b.butir.get(k.kunci)) is not None]
            atas, tertulis = _total(t), [x for x in isi if berhuruf(x)]
            dinilai = atas.butir.get(k.kunci) if atas is not None else None
            if len(tertulis) == 1 and dinilai is not None and dinilai.berangka:
                yield tertulis[0], dinilai


def _menilai_capaian(t: TabelFakta, b: BarisFakta, label: Butir, berhuruf: Callable[[Butir | None], bool]) -> bool:
    """Whether a letter may rate the achievement of a line, as those of its neighbours do, and not its value."""
    if t.tabel.indeks("capaian") is None:
        return False
    return len(normal_label(label.label)) == 1 or any(berhuruf(x.butir.get("kategori")) for x in t.baris if x is not b)


def _tentang_akip(t: TabelFakta) -> bool:
    """Whether a table prints the components of the value of AKIP: its title says so, or its lines are they."""
    return bool(bentuk("akip.evaluasi").search(t.tabel.judul)) or len(_komponen(t)) == len(ambil_evaluasi().komponen)


def _kolom_nilai(t: TabelFakta) -> list[Kolom]:
    """The columns of values beside one of weights."""
    return [k for k in t.tabel.kolom if k.peran.nama == "nilai"] if t.tabel.indeks("bobot") is not None else []


def _komponen(t: TabelFakta) -> dict[str, tuple[Komponen, BarisFakta]]:
    """The lines that are components of the value of AKIP, each once; none where others stand beside them.

    An evaluation by an earlier rule has components of these names, with other weights, and one more.
    """
    hasil: dict[str, tuple[Komponen, BarisFakta]] = {}
    for b in t.rincian:
        kata = set(baku(b.nama).split())
        for k in ambil_evaluasi().komponen:
            if kata.issuperset(k.kata) and k.kunci not in hasil:
                hasil[k.kunci] = (k, b)
                break
    milik = [b for _, b in hasil.values()]
    jumlah = sum((x.nilai or 0 for b in milik if (x := b.butir.get("bobot")) is not None), Fraction(0))
    lain = any("bobot" in b.butir and b not in milik and b.butir["bobot"].nilai != jumlah for b in t.rincian)
    semua = len(hasil) == len(ambil_evaluasi().komponen)
    return {} if semua and lain and jumlah != SELURUHNYA else hasil


def _total(t: TabelFakta) -> BarisFakta | None:
    """The line of the whole: its weight is that of all components together; else the one that is called a total."""
    komponen = [b for _, b in _komponen(t).values()]
    bobot = [x.nilai for b in komponen if (x := b.butir.get("bobot")) is not None and x.nilai is not None]
    seluruhnya = [
        b for b in t.baris if b not in komponen and bobot and (x := b.butir.get("bobot")) and x.nilai == sum(bobot)
    ]
    calon = seluruhnya or [b for b in t.baris if b.jenis == "total"]
    return calon[0] if len(calon) == 1 else None


def _contoh_predikat(predikat: str) -> Laporan:
    return laporan(
        indikator=(NILAI_SAKIP,),
        tabel=(
            tabel(
                "3.1",
                "Capaian Kinerja",
                "indikator | target | realisasi | kategori",
                f"{NILAI_SAKIP.nama} | 75,00 | 80,45 | {predikat}",
            ),
        ),
    )


predikat.salah(partial(_contoh_predikat, "BB"))
predikat.benar(partial(_contoh_predikat, "A"))


@aturan(
    kode="AKP02",
    daftar_uji=("I.3",),
    judul="Nilai komponen AKIP dan bobotnya",
    title="Components of the value of AKIP and their weights",
    memeriksa="Nilai komponen AKIP tidak melebihi bobotnya.",
    checks="The value of a component of AKIP is not above its weight.",
    penting="Nilai di atas bobotnya tidak mungkin, sehingga nilai, bobot, atau jumlahnya salah.",
    matters="A value above its weight cannot be, so that the value, the weight or the total is wrong.",
    dasar=("permenpanrb_88_2021#komponen",),
    kalimat={
        "batas.semua": ("nilai {banyak} komponen paling tinggi sebesar bobotnya", "values within weights: {banyak}"),
        "batas.kutip": ("{nama} {teks} dari bobot {atas}", "{nama} {teks} of a weight of {atas}"),
        "batas.seharusnya": ("tidak melebihi bobotnya", "not above the weight"),
        "batas.tertulis": ("{daftar}", "{daftar}"),
    },
)
def bobot(reg: Register) -> Iterator[Relasi]:
    """nilai ≤ bobot of each component, in tables that print values and not percentages; one relation a table."""
    for t in reg.tabel:
        if not _tentang_akip(t):
            continue
        for k in _kolom_nilai(t):
            kasus = tuple(
                Batas(nama=b.nama, angka=x, atas=y)
                for b in t.rincian
                if (x := b.butir.get(k.kunci)) is not None and x.berangka
                if (y := b.butir.get("bobot")) is not None and y.berangka
            )
            if sum(x.sesuai for x in kasus) * SEBAGIAN_BESAR > len(kasus):
                tahun = k.periode or reg.laporan.tahun
                yield Setiap(kode=bobot.kode, kasus=kasus, tak_pasti=tahun < ambil_evaluasi().sejak)


def _contoh_komponen(nilai: str = "11,47", bobot: str = "15") -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.2",
                "Hasil Evaluasi AKIP",
                "nama | bobot | nilai",
                "Perencanaan Kinerja | 30 | 22,54",
                "Pengukuran Kinerja | 30 | 22,15",
                f"Pelaporan Kinerja | {bobot} | {nilai}",
                "Evaluasi Akuntabilitas Kinerja Internal | 25 | 19,82",
            ),
        ),
    )


bobot.salah(partial(_contoh_komponen, "17,41"))
bobot.benar(_contoh_komponen)


@aturan(
    kode="AKP03",
    daftar_uji=("I.3",),
    judul="Bobot komponen AKIP",
    title="Weights of the components of AKIP",
    memeriksa="Bobot keempat komponen AKIP seperti yang ditetapkan.",
    checks="The weights of the four components of AKIP are those laid down.",
    penting="Bobot yang lain memberi nilai yang lain.",
    matters="Other weights give another value.",
    keparahan="peringatan",
    dasar=("permenpanrb_88_2021#komponen",),
    kalimat={
        "cocok.semua": ("bobot {banyak} komponen AKIP", "weights of the components of AKIP: {banyak}"),
        "cocok.kutip": ("{nama} {teks}, ditetapkan {seharusnya}", "{nama} {teks}, laid down {seharusnya}"),
        "cocok.seharusnya": ("bobot yang ditetapkan", "the weights laid down"),
    },
    celah="tabelnya dapat memuat evaluasi menurut aturan lain",
    reading="the table may be about an evaluation by another rule",
)
def bobot_komponen(reg: Register) -> Iterator[Relasi]:
    """The weight of each of the four components; only where a table prints all four and the weights sum to 100."""
    cara = ambil_evaluasi()
    for t in reg.tabel:
        semua = _komponen(t)
        isi = [(k, x) for k, b in semua.values() if (x := b.butir.get("bobot")) is not None and x.berangka]
        if len(isi) < len(cara.komponen) or reg.laporan.tahun < cara.sejak:
            continue
        yield Setiap(
            kode=bobot_komponen.kode,
            kasus=tuple(
                Cocok(
                    nama=x.sebut,
                    tertulis=str(x.nilai),
                    seharusnya=(str(k.bobot),),
                    saksi=(x,),
                    isi={"teks": x.teks},
                )
                for k, x in isi
            ),
        )


bobot_komponen.salah(partial(_contoh_komponen, bobot="20"))
bobot_komponen.benar(_contoh_komponen)


@aturan(
    kode="AKP04",
    daftar_uji=("I.3", "T.3"),
    judul="Jumlah nilai AKIP",
    title="Sum of the value of AKIP",
    memeriksa="Nilai AKIP sama dengan jumlah komponennya, dan nilai komponen sama dengan jumlah subkomponennya.",
    checks="The value of AKIP is the sum of its components, and that of a component the sum of its sub components.",
    penting="Predikat mengikuti jumlahnya.",
    matters="The predicate follows from the sum.",
    dasar=("permenpanrb_88_2021#komponen",),
    kalimat={
        "uraian": ("{nama} = jumlah {n} bagiannya", "{nama} = sum of its parts ({n})"),
        "cara": ("jumlah bagiannya", "sum of its parts"),
    },
)
def jumlah(reg: Register) -> Iterator[Relasi]:
    """The total over the four components, and each component over the lines between it and the next."""
    for t in reg.tabel:
        semua = [b for _, b in _komponen(t).values()] if _tentang_akip(t) else []
        for k in _kolom_nilai(t):
            total = _total(t)
            if total is not None and len(semua) == len(ambil_evaluasi().komponen):
                yield from _jumlah(total, semua, k)
            for b in semua:
                yield from _jumlah(b, _di_bawah(t, b, semua), k)


def _di_bawah(t: TabelFakta, b: BarisFakta, komponen: list[BarisFakta]) -> list[BarisFakta]:
    """The lines that follow a component, as many as it has sub components, where their weights sum to its own."""
    ke = t.rincian.index(b) + 1
    akhir = next((i for i, x in enumerate(t.rincian[ke:], ke) if x in komponen), len(t.rincian))
    isi = [x for x in t.rincian[ke:akhir] if "bobot" in x.butir]
    bobot = [x.butir["bobot"].nilai for x in (*isi, b) if "bobot" in x.butir]
    if len(isi) != len(ambil_evaluasi().bagian) or len(bobot) != len(isi) + 1 or None in bobot:
        return []
    *bagian, seluruhnya = (n for n in bobot if n is not None)
    return isi if sum(bagian) == seluruhnya else []


def _jumlah(atas: BarisFakta, bagian: list[BarisFakta], k: Kolom) -> Iterator[Relasi]:
    y = atas.butir.get(k.kunci)
    isi = [x for b in bagian if (x := b.butir.get(k.kunci)) is not None and x.berangka]
    if y is not None and y.berangka and isi and len(isi) == len(bagian):
        yield Rumusan(
            kode=jumlah.kode,
            jenis="jumlah",
            uraian=kalimat(f"{jumlah.kode}.uraian", nama=y.nama, n=len(isi)),
            hasil=y,
            jalur=(Jalur.menurut(kalimat(f"{jumlah.kode}.cara"), Rumus.jumlah(len(isi)), isi),),
        )


def _contoh_jumlah(nilai: str) -> Laporan:
    return laporan(
        tabel=(
            tabel(
                "3.2",
                "Hasil Evaluasi AKIP",
                "nama | bobot | nilai",
                f"Perencanaan Kinerja | 30 | {nilai}",
                "Keberadaan | 6 | 5,40",
                "Kualitas | 9 | 7,20",
                "Pemanfaatan | 15 | 10,50",
            ),
        ),
    )


jumlah.salah(partial(_contoh_jumlah, "21,30"))
jumlah.benar(partial(_contoh_jumlah, "23,10"))
