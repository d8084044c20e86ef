"""Sentences as agencies write them on figures that their tables print: passive, in clauses, lists, brackets, in words.

Each is a shape of its own; what it prints is declared like any other print.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random
from string import Formatter
from typing import TYPE_CHECKING

from . import anggaran, kinerja
from .angka import Angka, Notasi, hitung
from .dunia import bangun
from .naskah import Baris, Kolom, Naskah

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .dunia import Indikator
    from .naskah import Dokumen, Sel

KINERJA = (
    "!{n} yang pada tahun {y} ditargetkan {t} dapat direalisasikan {r}.",
    "!Dari target {n} sebesar {t}, realisasi yang dicapai adalah {r} sehingga tingkat capaiannya {c}.",
    "!Realisasi {n} adalah {r} ({c}).",
    "Sebesar {r} realisasi {n} berhasil dicapai dari target {t}.",
    "!Target {n}: {t}; realisasi {n}: {r}.",
    "{n} (target {t}, realisasi {r}, capaian {c}) menjadi perhatian pimpinan.",
    "Capaian kinerja sebesar {c} diperoleh untuk {n}, dengan realisasi {r} terhadap target {t}.",
    "!Untuk indikator {n} ditetapkan target {t} dan sampai akhir tahun {y} terealisasi {r}.",
    "Kinerja {n} menunjukkan angka {r}, sementara yang ditargetkan {t}.",
    "Indikator {n} memperoleh nilai {r} atau {c} dari target.",
    "Adapun {n} pada tahun {y} berada pada angka {r}.",
    "!Hasil pengukuran memperlihatkan {n} terealisasi sebesar {r} atau setara {c}.",
    "Target dan realisasi {n} masing-masing sebesar {t} dan {r}.",
    "{n} dengan target {t} hanya terealisasi {r}; tingkat capaiannya {c}.",
    "Pada akhir tahun {y} tercatat {n} sebesar {r}, dibandingkan target {t}.",
    "Yang berhasil diraih {n} adalah {r}, sedangkan target yang harus dipenuhi {t}.",
    "!Tingkat capaian {n} sebesar {c}, yakni perbandingan realisasi {r} dengan target {t}.",
    "Jika target {n} adalah {t}, maka realisasi {r} berarti capaian {c}.",
    "Berdasarkan tabel di atas dapat dilihat bahwa {n} telah terealisasi {r} dari {t} yang ditargetkan.",
    "Untuk tahun {y}, {n} ditargetkan pada angka {t}. Sampai dengan akhir tahun terealisasi sebesar {r}.",
    "Sasaran ini diukur dengan {n}. Target tahun {y} sebesar {t} dan realisasinya {r}.",
    "Perolehan {n} tahun {y} yaitu {r} — dari target {t} — dengan persentase capaian {c}.",
    "a. {n}: target {t}, realisasi {r}, capaian {c}",
    "Keberhasilan ini tampak dari {n}, yang realisasinya mencapai {r} dan capaiannya {c}.",
    "Angka {r} untuk {n} tersebut dibandingkan dengan target {t} menghasilkan capaian {c}.",
)
"""On an indicator; an exclamation mark before those that say plainly whose and what each figure is."""

DUA_TAHUN = (
    "{n} {arah} dari {r0} pada tahun {y0} menjadi {r} pada tahun {y}.",
    "Pada tahun {y0} {n} tercatat {r0}, lalu {arah} menjadi {r} di tahun {y}.",
    "Dibanding tahun sebelumnya yang sebesar {r0}, realisasi {n} tahun {y} sebesar {r}.",
    "Realisasi {n} tahun {y0} dan {y} berturut-turut {r0} dan {r}.",
    "!Realisasi {n} tahun {y0} sebesar {r0} dan tahun {y} sebesar {r}.",
    "{n}: {r0} ({y0}) dan {r} ({y}).",
    "Terdapat perubahan {n} dari semula {r0} di tahun {y0} ke {r} di tahun {y}, atau selisih {d}.",
    "Dengan realisasi {r}, {n} {arah} {d} dibandingkan tahun {y0} yang mencapai {r0}.",
    "Kalau pada {y0} {n} baru {r0}, pada {y} sudah {r}.",
)
"""On an indicator and the year before."""

UANG = (
    "!Anggaran {n} sebesar {p}, realisasinya sebesar {r} atau {s}.",
    "{n} menyerap {r} dari pagu {p} ({s}).",
    "Pelaksanaan {n} didukung dana {p} dengan realisasi keuangan {r} atau sebesar {s}.",
    "Untuk {n} dialokasikan {p} dan digunakan {r}, sehingga tersisa {x}.",
    "!Pagu {n} tahun {y} adalah {p}, dengan realisasi anggaran {r}.",
    "Dari anggaran {p} yang dialokasikan bagi {n}, terserap {r} ({s}).",
    "Realisasi anggaran {n} mencapai {r} atau {s} dari pagu {p}.",
    "{n} (pagu {p}; realisasi {r}; {s})",
    "Sampai akhir tahun {y}, {s} dari anggaran {n} telah terserap.",
    "Sisa anggaran {n} sebesar {x} berasal dari pagu {p} dikurangi realisasi {r}.",
    "Besarnya dana yang terpakai untuk {n} ialah {r}; pagunya {p}.",
    "Tingkat penyerapan anggaran {n} sebesar {s}, yaitu {r} dibandingkan {p}.",
    "- {n} dengan anggaran {p} dan realisasi {r}",
)
"""On the money of a programme."""

SELURUH = (
    "Total anggaran {opd} tahun {y} sebesar {p} dengan realisasi {r} ({s}).",
    "Pada tahun {y} {opd} didukung anggaran {p}. Dari jumlah tersebut terealisasi {r} atau {s}.",
    "Secara keseluruhan pagu anggaran adalah {p} dan yang terserap {r}, sehingga terdapat sisa anggaran {x}.",
    "Realisasi keuangan {opd} mencapai {s}, yakni {r} dari {p}.",
    "Anggaran yang dikelola {opd} sebesar {p} ({kata}).",
    "Jumlah belanja {opd} yang terealisasi adalah {r}, atau {s} dari total anggaran {p}.",
    "Sampai dengan 31 Desember {y} realisasi anggaran tercatat {r} ({s}), menyisakan {x}.",
)
"""On the money of the whole agency."""

BANYAK = (
    "{opd} melaksanakan {x} program dan {k} kegiatan pada tahun {y}.",
    "Anggaran tersebut terbagi dalam {x} ({xkata}) program, {k} kegiatan, dan {z} sub kegiatan.",
    "Pada tahun {y} {opd} memiliki {x} program yang terdiri atas {k} kegiatan.",
    "Dari {i} indikator kinerja, {a} indikator melampaui target, {e} indikator mencapai target dan {b} indikator belum "
    "mencapai target.",
    "Dari {i} indikator, sebanyak {ae} indikator telah mencapai target dan {b} indikator tidak mencapai target.",
    "!Pegawai berjumlah {j} orang, terdiri dari {l} laki-laki dan {w} perempuan.",
    "!Peserta kegiatan sebanyak {j} orang yang terdiri atas {w} perempuan dan {l} laki-laki.",
    "Jumlah pegawai {j} orang yaitu {l} orang pria serta {w} orang wanita.",
)
"""Counts."""

RERATA = (
    "!Rata-rata capaian kinerja adalah {m}.",
    "Capaian {i} indikator tersebut bila dirata-ratakan menghasilkan rata-rata {m}.",
    "!Rata-rata tingkat capaian kinerja tahun {y} sebesar {m}.",
    "Dengan demikian rata-rata pencapaian target seluruh indikator mencapai {m}.",
)
"""Means of the achievements of the one table that prints them."""

DIGIT = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


@dataclass(frozen=True)
class Ucapan:
    """A sentence in a report: its shape, its figures in order, and whether each is plainly what it is."""

    bentuk: str
    angka: tuple[Angka, ...]
    tegas: bool

    @property
    def baris(self) -> int:
        """The line on which it stands."""
        return self.angka[0].baris


def sebut(n: int) -> str:
    """A number in words."""
    if n < 10:
        return DIGIT[n]
    if n < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(n, f"{DIGIT[n % 10]} belas")
    for satuan, kata in ((10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if n >= satuan:
            atas, sisa = divmod(n, satuan)
            awal = f"se{kata}" if atas == 1 and satuan in {100, 1000} else f"{sebut(atas)} {kata}"
            return f"{awal} {sebut(sisa)}" if sisa else awal
    raise ValueError(n)


def tulis(d: Naskah) -> None:
    """Some sentences at the end of a chapter, on what the tables of the report have printed."""
    semua = [u for apa in (_kinerja, _dua_tahun, _uang, _seluruh) for u in apa(d, d.tercetak)]
    for u in d.r.sample(semua, min(len(semua), 3)):
        u()
        d.jenis.add("ucapan")


def buat_ucapan(benih: int, banyak: int = 30) -> tuple[Dokumen, list[Ucapan]]:
    """A report of one table of indicators, their realisations of two years and the budget, and sentences on it."""
    r = Random(f"ucapan {benih}")  # noqa: S311  # reports, not secrets
    w = bangun(r)
    d = Naskah(r, w, w.aturan, w.skala, r.choice(("id", "id", "id", "campur")), r.choice((".md", ".txt")), "{b}.{n}")
    tanda = "# " if d.akhiran == ".md" else ""
    d.blok += [[f"{tanda}LAPORAN KINERJA"], [w.instansi.upper()], [f"TAHUN {w.tahun}"]]
    d.mulai_bab(3)
    _ketentuan(d)
    tabel = kinerja.tabel_trc(d, w.indikator, "Capaian Indikator Kinerja Tahun {t}", desimal=2, mean=0)
    _perbandingan(d)
    anggaran.hierarki(d)
    pilihan = [u for apa in (_kinerja, _dua_tahun, _uang, _seluruh, _banyak) for u in apa(d, lambda _: True)]
    pilihan += list(_rerata(d, [x for b in tabel if isinstance(x := b.isi.get("c"), Angka)]))
    ucapan = [u() for u in r.sample(pilihan, min(banyak, len(pilihan)))]
    return d.selesai(), ucapan


def rusak_ucapan(benih: int, banyak: int = 30) -> tuple[Dokumen, Ucapan] | None:
    """The report of this seed with one digit changed in a sentence that is plain; None where it has none."""
    dok, ucapan = buat_ucapan(benih, banyak)
    r = Random(f"salah {benih}")  # noqa: S311  # faults, not secrets
    tegas = [u for u in ucapan if u.tegas]
    if not tegas:
        return None
    u = r.choice(tegas)
    x = r.choice(u.angka)
    while True:
        i = r.choice([i for i, c in enumerate(x.teks) if c.isdigit() and i >= len(x.notasi.depan)])
        salah = x.teks[:i] + r.choice("123456789") + x.teks[i + 1 :]
        # More than rounding explains, and a figure that a hand may have typed.
        if (
            abs(x.notasi.urai(salah) - x.nilai) > 2 * x.notasi.satuan_akhir
            and x.notasi.cetak(x.notasi.urai(salah)) == salah
        ):
            break
    baris = dok.teks.split("\n")
    baris[x.baris - 1] = baris[x.baris - 1][: x.awal] + salah + baris[x.baris - 1][x.akhir :]
    return replace(dok, teks="\n".join(baris)), u


def _ketentuan(d: Naskah) -> None:
    if d.aturan.negatif_tersurat:
        d.kalimat("positif")
        d.kalimat("negatif_a" if d.aturan.negatif == "(2T-R)/T" else "negatif_b")
    if d.aturan.batas is not None and d.aturan.batas_tersurat:
        d.kalimat("batas", c=d.aturan.batas)


def _perbandingan(d: Naskah) -> None:
    b = kinerja.Bentuk(d)
    y = d.dunia.tahun
    kolom = [d.kol("nama", "nama"), Kolom("l", f"Realisasi {y - 1}"), Kolom("k", f"Realisasi {y}")]
    baris = [Baris({"nama": i.nama, "l": b.realisasi(i, y - 1), "k": b.realisasi(i, y)}) for i in d.dunia.indikator]
    d.tabel("Perbandingan Realisasi Kinerja", kolom, baris)


def _ucapkan(d: Naskah, bentuk: str, isi: Callable[[], dict[str, Sel]]) -> Ucapan:
    """Print a sentence; only the figures that it names are printed."""
    tegas, teks = bentuk.startswith("!"), bentuk.removeprefix("!")
    sel = isi()
    d.paragraf(teks, **sel)
    nama = [n for _, n, _, _ in Formatter().parse(teks) if n]
    angka = tuple(x for n in nama if isinstance(x := sel.get(n), Angka))
    return Ucapan(bentuk, angka, tegas)


def _dipakai(bentuk: str, isi: dict[str, Callable[[], Sel]]) -> Callable[[], dict[str, Sel]]:
    nama = [n for _, n, _, _ in Formatter().parse(bentuk) if n]
    return lambda: {n: isi[n]() for n in dict.fromkeys(nama) if n in isi}


def _susun(d: Naskah, semua: Sequence[str], isi: dict[str, Callable[[], Sel]]) -> Iterator[Callable[[], Ucapan]]:
    for bentuk in semua:
        dipakai = _dipakai(bentuk.removeprefix("!"), isi)
        yield lambda b=bentuk, p=dipakai: _ucapkan(d, b, p)  # type: ignore[misc]


def _ukuran(d: Naskah, ind: Indikator) -> Notasi:
    if ind.satuan == "%":
        return d.notasi(ind.desimal, d.pilih(("%", " %", " persen")))
    return d.notasi(ind.desimal, f" {ind.satuan}" if ind.cacah and d.mungkin(0.5) else "")


def _kinerja(d: Naskah, tercetak: Callable[[tuple[object, ...]], bool]) -> Iterator[Callable[[], Ucapan]]:
    y = d.dunia.tahun
    for ind in d.dunia.indikator:
        kunci = {apa: (apa, ind.nama, y, "") for apa in ("target", "realisasi", "capaian")}
        if not all(map(tercetak, kunci.values())):
            continue
        n = _ukuran(d, ind)

        def capaian(ind: Indikator = ind, kunci: tuple[object, ...] = kunci["capaian"]) -> Angka:
            rumus = "R/T" if ind.arah > 0 else d.aturan.negatif
            nilai = hitung(rumus, [ind.realisasi[y], ind.target[y]], d.aturan.batas)
            return d.angka(nilai, d.notasi(2, d.pilih(("%", " %", " persen"))), kunci, pasti=False)

        isi: dict[str, Callable[[], Sel]] = {
            "n": lambda ind=ind: ind.nama,  # type: ignore[misc]
            "y": lambda: str(y),
            "t": lambda ind=ind, n=n, k=kunci: d.angka(ind.target[y], n, k["target"]),  # type: ignore[misc]
            "r": lambda ind=ind, n=n, k=kunci: d.angka(ind.realisasi[y], n, k["realisasi"], pasti=ind.cacah),  # type: ignore[misc]
            "c": capaian,
        }
        yield from _susun(d, KINERJA, isi)


def _dua_tahun(d: Naskah, tercetak: Callable[[tuple[object, ...]], bool]) -> Iterator[Callable[[], Ucapan]]:
    y = d.dunia.tahun
    for ind in d.dunia.indikator:
        kunci = {t: ("realisasi", ind.nama, t, "") for t in (y - 1, y)}
        a, b = ind.realisasi[y - 1], ind.realisasi[y]
        if a == b or not all(map(tercetak, kunci.values())):
            continue
        n = _ukuran(d, ind)
        arah = ("meningkat", "naik") if b > a else ("menurun", "turun")
        isi: dict[str, Callable[[], Sel]] = {
            "n": lambda ind=ind: ind.nama,  # type: ignore[misc]
            "y": lambda: str(y),
            "y0": lambda: str(y - 1),
            "arah": lambda arah=arah: d.pilih(arah),  # type: ignore[misc]
            "r0": lambda a=a, n=n, k=kunci, i=ind: d.angka(a, n, k[y - 1], pasti=i.cacah),  # type: ignore[misc]
            "r": lambda b=b, n=n, k=kunci, i=ind: d.angka(b, n, k[y], pasti=i.cacah),  # type: ignore[misc]
            "d": lambda a=a, b=b, n=n: d.angka(abs(b - a), n),  # type: ignore[misc]
        }
        yield from _susun(d, DUA_TAHUN, isi)


def _uang_isi(d: Naskah, nama: str, pagu: int, realisasi: int, *kunci: object) -> dict[str, Callable[[], Sel]]:
    u = d.uang(berawalan=True)
    s = d.notasi(2, d.pilih(("%", " %", " persen")))
    return {
        "n": lambda: nama,
        "y": lambda: str(d.dunia.tahun),
        "p": lambda: d.angka(pagu, u, ("pagu", *kunci)),
        "r": lambda: d.angka(realisasi, u, ("realisasi_rp", *kunci)),
        "s": lambda: d.angka(Fraction(100 * realisasi, pagu), s, ("serapan", *kunci), pasti=False),
        "x": lambda: d.angka(pagu - realisasi, u),
    }


def _uang(d: Naskah, tercetak: Callable[[tuple[object, ...]], bool]) -> Iterator[Callable[[], Ucapan]]:
    for p in d.dunia.program:
        if all(tercetak((apa, p.kode, d.dunia.tahun)) for apa in ("pagu", "realisasi_rp", "serapan")):
            isi = _uang_isi(d, p.nama, p.jumlah("pagu"), p.jumlah("realisasi"), p.kode, d.dunia.tahun)
            yield from _susun(d, UANG, isi)


def _seluruh(d: Naskah, tercetak: Callable[[tuple[object, ...]], bool]) -> Iterator[Callable[[], Ucapan]]:
    kunci = ("total", d.dunia.tahun)
    if all(tercetak((apa, *kunci)) for apa in ("pagu", "realisasi_rp", "serapan")):
        pagu = d.dunia.jumlah("pagu")
        isi = _uang_isi(d, "", pagu, d.dunia.jumlah("realisasi"), *kunci)
        yield from _susun(d, SELURUH, isi | {"kata": lambda: f"{sebut(pagu)} rupiah"})


def _banyak(d: Naskah, _: object) -> Iterator[Callable[[], Ucapan]]:
    w = d.dunia
    n = {k: sum(len(p.tingkat(k)) for p in w.program) for k in ("program", "kegiatan", "sub")}
    arah = [(i.realisasi[w.tahun] - i.target[w.tahun]) * i.arah for i in w.indikator]
    a, e, b = sum(x > 0 for x in arah), sum(x == 0 for x in arah), sum(x < 0 for x in arah)
    laki, perempuan = d.r.randint(12, 90), d.r.randint(12, 90)
    angka = {
        "x": n["program"], "k": n["kegiatan"], "z": n["sub"], "i": len(arah), "a": a, "e": e, "b": b, "ae": a + e,
        "l": laki, "w": perempuan, "j": laki + perempuan,
    }  # fmt: skip
    isi: dict[str, Callable[[], Sel]] = {k: lambda x=x: d.angka(x, Notasi()) for k, x in angka.items()}  # type: ignore[misc]
    yield from _susun(d, BANYAK, isi | {"y": lambda: str(w.tahun), "xkata": lambda: sebut(n["program"])})


def _rerata(d: Naskah, capaian: Sequence[Angka]) -> Iterator[Callable[[], Ucapan]]:
    isi: dict[str, Callable[[], Sel]] = {
        "y": lambda: str(d.dunia.tahun),
        "i": lambda: d.angka(len(capaian), Notasi()),
        "m": lambda: d.hitung("rerata", "rerata", capaian, d.notasi(2, d.pilih(("%", " %", " persen")))),
    }
    if len(capaian) > 1:
        yield from _susun(d, RERATA, isi)
