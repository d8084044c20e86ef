"""Which role a column has: from its heading, from what its cells hold, and from the columns beside it."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from sakip.angka.angka import Angka, Jenis
from sakip.angka.cetakan import Kosong, Masa, Predikat
from sakip.angka.notasi import kosong
from sakip.errors import AngkaError
from sakip.hukum.ordinal import baca_cetakan, skala_predikat
from sakip.hukum.rumus_kolom import cari_rumus_kolom
from sakip.hukum.rumus_tersirat import cari_rumus_tersirat
from sakip.model.peran import PERAN, Kolom, peran_kunci
from sakip.pembaca.tafsir.kosakata import kata_judul
from sakip.pembaca.tafsir.tabel.hipotesis import BERSAING, RENSTRA, Tafsiran, berencana, nilai_sel, tafsirkan_persen
from sakip.teks.istilah import bentuk, himpunan, istilah, pasangan
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from fractions import Fraction

    from sakip.hukum.rumus_tersirat import Cetak
    from sakip.model.peran import Peran
    from sakip.pembaca.tafsir.kosakata import Kosakata
    from sakip.pembaca.tafsir.tabel.kepala import JudulKolom

__all__ = ["KolomTafsir", "isi_kolom", "jenis_sel", "tafsirkan_kolom"]

_ANGKA = re.compile(r"[-–]?\s*\(?\d[\d.,]*\)?\Z")
_SATUAN = re.compile(r"[-–]?\s*\d[\d.,]*\s+[A-Za-z/ ]{1,30}\Z")
_UANG = re.compile(
    r"[-–(]?\s*(?:rp\.?\s*)?[-–(]?\s*\d{1,3}(?:[.,]\d{3}){2,}(?:[.,]\d{1,2})?\)?(?:\s*,?-)?\)?\Z|"
    r"[-–(]?\s*rp\.?\s*[-–(]?\s*\d.*",
    re.IGNORECASE,
)
_RIBUAN_SEN = re.compile(r"[-–]?\s*\d{1,3}(?:\.\d{3})+,\d{1,2}\Z")
_KODE = re.compile(r"(?:[\dXx]\.[\dXx]{2}(?:\.\d{2}(?:\.\d\.\d{2}(?:\.\d{2,4})?)?)?|0\d|0\d{3})\Z")
_PECAHAN = re.compile(r"[.,]\d{1,2}(?![\d.,])")
_NOMOR = re.compile(r"\d{1,3}(?:\.\d{1,2})*\.|[a-z]\.|[ivx]+\.", re.IGNORECASE)
CETAKAN_TERPANJANG = 40
"""Characters of a band, a ratio, a bound or a grade, at most."""
DERET = 3
"""Targets of so many years in one heading are those of a plan."""


@attrs.frozen(slots=True)
class KolomTafsir:
    """A column with its role; `angka`: it holds figures whatever its role, `kenal`: its heading was understood."""

    kolom: Kolom
    angka: bool = False
    kenal: bool = True


def jenis_sel(teks: str, kosakata: Kosakata) -> str:
    """What a cell holds; empty when it holds nothing."""
    if kosong(teks):
        return ""
    if "%" in teks and len(teks) < 20 and teks[0] in "0123456789-–(":
        return "persen"
    if _KODE.match(teks):
        return "kode"
    if _NOMOR.fullmatch(teks):
        return "nomor"
    if _UANG.match(teks) or _RIBUAN_SEN.match(teks):
        return "uang"
    if _ANGKA.match(teks) or _SATUAN.match(teks):
        return "angka"
    return "label" if baku(teks) in kosakata.label else _jenis_cetakan(teks)


@lru_cache(maxsize=4096)
def _jenis_cetakan(teks: str) -> str:
    """What a cell holds that is neither a plain figure nor a label of the vocabulary: a band, a ratio, words."""
    if len(teks) > CETAKAN_TERPANJANG:
        return "teks"
    try:
        isi = baca_cetakan(teks)
    except AngkaError:
        return "teks"
    if isinstance(isi, Predikat):
        return "label" if isi.tingkat is not None or skala_predikat(isi.predikat) is not None else "teks"
    # A unit may be anything: `2 orang per tim (minimal)` reads as a figure and is a sentence.
    # Months name lines as often as they are values.
    return "teks" if isinstance(isi, Angka | Kosong | Masa) else "angka"


def isi_kolom(sel: Sequence[str], kosakata: Kosakata) -> tuple[str, Counter[str]]:
    """What most cells of a column hold, and how many hold what."""
    hitung = Counter(j for t in sel if (j := jenis_sel(t, kosakata)))
    if not hitung:
        return "", hitung
    utama = hitung.most_common(1)[0][0]
    angka = hitung["angka"] + hitung["persen"] + hitung["uang"] + hitung["kode"]
    if utama in {"angka", "kode"} and hitung["persen"]:
        utama = "angka"
    if utama in {"teks", "label"} and angka >= hitung["teks"] + hitung["label"]:
        utama = "angka"
    return utama, hitung


def tafsirkan_kolom(
    judul: Sequence[JudulKolom],
    data: Sequence[Sequence[str]],
    kosakata: Kosakata,
    tahun: int,
    judul_tabel: str,
    nomor: Sequence[str] = (),
) -> list[KolomTafsir]:
    """The columns of a table.

    Args:
        judul: the headings.
        data: the cells of the lines, column by column.
        kosakata: the vocabulary.
        tahun: the year of the report: a column headed with it needs no period.
        judul_tabel: the title, which says whose targets are meant.
        nomor: what the row of column numbers prints.
    """
    judul = _pecah_garis(judul)
    isi = [isi_kolom(k, kosakata) for k in data]
    peran = [_kunci_tahun(j, k) or _peran_awal(j, u, kosakata) for j, k, (u, _) in zip(judul, data, isi, strict=True)]
    _beberapa_angka(peran, judul, isi, kosakata)
    _menurut_total(peran, judul, kosakata)
    _uang_bertarget(peran, judul)
    _menurut_kelompok(peran, judul, isi)
    _persen_bertanda(peran, judul)
    _lengkapi_teks(peran, judul, isi)
    _lengkapi_angka(peran, judul, isi, data, judul_tabel)
    _pecah_jumlah(peran, data)
    periode = [j.periode for j in judul]
    _uang(peran, data, kosakata, judul_tabel)
    _bagian_tahun(peran, judul, isi, judul_tabel)
    _konteks(peran, judul, data, kosakata, judul_tabel, periode)
    for r in cari_rumus_kolom([j.teks for j in judul], nomor):
        for i in (r.hasil, *r.operan):
            if not peran[i] and isi[i][0] in {"angka", "persen", "uang", "kode"}:
                peran[i] = f"angka:{' '.join(judul[i].teks.split())}"
    _menurut_angka(peran, judul, isi, data)
    kolom = _periode(peran, judul, tahun, periode)
    hasil = _tanpa_kembar(kolom, judul)
    angka = [u in {"angka", "persen", "uang"} for u, _ in isi]
    return [KolomTafsir(k, a, bool(p)) for k, a, p in zip(hasil, angka, peran, strict=True)]


def _menurut_angka(
    peran: list[str],
    judul: Sequence[JudulKolom],
    isi: Sequence[tuple[str, Counter[str]]],
    data: Sequence[Sequence[str]],
) -> None:
    """Columns whose headings say nothing, and that follow from others, or others from them, as their figures show.

    So do those whose headings say what the figures do not bear out: `Jumlah Akhir` is what there was, and came, less
    what went.
    """
    berangka = [i for i, (u, _) in enumerate(isi) if u in BERANGKA]
    asing = {i for i, p in enumerate(peran) if not p and i in berangka}
    dugaan = _tak_terbukti(peran, judul, data)
    if not asing | dugaan or len(berangka) < 2:
        return
    cacah = {i for i in berangka if _cacah(data[i], isi[i][0])}
    cetakan = [[_cetak(t, i in cacah) if i in berangka else None for t in k] for i, k in enumerate(data)]
    for r in cari_rumus_tersirat(cetakan, berangka):
        for i in (asing | (dugaan if r.hasil in dugaan else set())) & {r.hasil, *r.operan}:
            peran[i] = f"{'cacah' if i in cacah else 'angka'}:{' '.join(judul[i].teks.split())}"


def _tak_terbukti(peran: Sequence[str], judul: Sequence[JudulKolom], data: Sequence[Sequence[str]]) -> set[int]:
    """Columns whose roles rest on one word, and on nothing beside them.

    A total and its parts that do not add up; the end of a plan, or what was added to a budget, in a table without any
    other figure of a plan or a budget; absorption on no line, under a heading that has a word of something else.
    """
    hasil = {i for i, p in enumerate(peran) if p in {"jumlah", "rincian"}}
    if any(peran[i] == "jumlah" and _menjumlah(i, peran, data) for i in hasil):
        hasil = set()
    for i, p in enumerate(peran):
        if p == "serapan" and himpunan("serapan_asing") & set(baku(judul[i].teks).split()):
            t = tafsirkan_persen(i, peran, [None] * len(peran), data)
            hasil |= {i} if t is not None and not t.bobot.sesuai else set()
    for nama, beserta in _SENDIRI.items():
        if nama in peran and not _ada([p for p in peran if p != nama], beserta):
            hasil |= {i for i, p in enumerate(peran) if p == nama}
    return hasil


_SENDIRI: dict[str, Callable[[Peran], bool]] = {"target_akhir": lambda p: p.ukuran, "selisih": lambda p: p.belanja}
"""Roles that mean nothing in a table without others of their kind."""


def _menjumlah(i: int, peran: Sequence[str], data: Sequence[Sequence[str]]) -> bool:
    """Whether a total is on most lines the sum of its parts: those next to it, or all."""
    kiri, kanan = i, i + 1
    while kiri and peran[kiri - 1] == "rincian":
        kiri -= 1
    while kanan < len(peran) and peran[kanan] == "rincian":
        kanan += 1
    semua = [j for j, p in enumerate(peran) if p == "rincian"]
    for bagian in ([*range(kiri, i)], [*range(i + 1, kanan)], semua):
        baris = [[_nilai(data[j][n], Jenis.CACAH) for j in (i, *bagian)] for n in range(len(data[i]))]
        penuh = [(x[0], sum(y or 0 for y in x[1:])) for x in baris if x[0] is not None]
        if len(bagian) > 1 and 2 * sum(y == x for x, y in penuh) > len(penuh):
            return True
    return False


BERANGKA = frozenset({"angka", "persen", "uang", "kode"})
"""Contents of columns of figures; 5.88 looks like a code."""


def _cetak(teks: str, cacah: bool) -> Cetak | None:
    if cacah:
        n = _nilai(teks, Jenis.CACAH)
        return None if n is None else (float(n), 0.0)
    x = nilai_sel(teks)
    return None if x is None else (float(x.pecahan), float(x.setengah))


def _pecah_garis(judul: Sequence[JudulKolom]) -> list[JudulKolom]:
    """Headings that a converter wrote as `Kinerja / Target`, where columns side by side share what comes first."""
    awal = [j.daun.partition(" / ")[0] if len(j.bagian) == 1 and " / " in j.daun else "" for j in judul]
    hasil = []
    for i, j in enumerate(judul):
        tetangga = [awal[k] for k in (i - 1, i + 1) if 0 <= k < len(awal)]
        bersama = awal[i] and awal[i] in tetangga
        hasil.append(attrs.evolve(j, bagian=tuple(j.daun.split(" / "))) if bersama else j)
    return hasil


def _beberapa_angka(
    peran: list[str], judul: Sequence[JudulKolom], isi: Sequence[tuple[str, Counter[str]]], kosakata: Kosakata
) -> None:
    """Targets and realisations of which most are words, `Level 3`, `WTP`, and some are figures."""
    for i, (utama, hitung) in enumerate(isi):
        if not peran[i] and utama in {"teks", "label"} and hitung["angka"] + hitung["persen"]:
            nama = _peran_awal(judul[i], "angka", kosakata)
            peran[i] = nama if nama in {"target", "realisasi"} else ""


def _menurut_total(peran: list[str], judul: Sequence[JudulKolom], kosakata: Kosakata) -> None:
    """Under one heading, what stands beside a total and has no role of its own is a part of it."""
    for i, j in enumerate(judul):
        kata = kata_judul(j.daun)
        if len(j.bagian) < 2 or not kata or not kata <= {"jumlah", "total", "jml"}:
            continue
        saudara = [k for k, x in enumerate(judul) if k != i and x.bagian[:-1] == j.bagian[:-1]]
        if any(_masa(judul[k]) for k in saudara):
            continue  # the whole year beside its quarters is what they are
        if len(saudara) > 1 and not any(kosakata.peran(kata_judul(judul[k].daun))[0] for k in saudara):
            peran[i] = "jumlah"
            for k in saudara:
                peran[k] = "rincian"


def _kunci_tahun(judul: JudulKolom, sel: Sequence[str]) -> str:
    """A column of years names the lines by year; a year of something else, of purchase, is a property of theirs."""
    isi = [t for t in sel if not kosong(t)]
    kata = set(baku(judul.daun).split())
    if "tahun" not in kata or not isi or not all(_TAHUN_SEL.fullmatch(t) for t in isi):
        return ""
    return "tahun" if kata <= {"tahun", "anggaran", "pelaporan"} else "kunci"


_HURUF = {"t": "target", "r": "realisasi", "c": "capaian"}
"""Letters under a heading over several columns, or beside a year."""
_TAHUN_SEL = re.compile(r"(?:19|20)\d{2}")
_MENURUT_KELOMPOK = {
    "kinerja": {"pagu": "target", "realisasi_anggaran": "realisasi", "serapan": "capaian", "persen": "capaian"},
    "keuangan": {"target": "pagu", "realisasi": "realisasi_anggaran", "capaian": "serapan", "persen": "serapan"},
}
"""What a column means under a heading over several columns that says which measure they are of."""


def _menurut_kelompok(peran: list[str], judul: Sequence[JudulKolom], isi: Sequence[tuple[str, Counter[str]]]) -> None:
    """The heading over several columns decides the measure: the realisation of a performance is no money."""
    for i, (p, j) in enumerate(zip(peran, judul, strict=True)):
        kata = {k for t in j.bagian[:-1] for k in baku(t).split()}
        tanda = {baku(j.daun)} if len(j.bagian) > 1 else set()
        ukuran = next((k for x in (tanda, kata) if (k := _satu_ukuran(x))), "")
        if ukuran == "kinerja" and isi[i][0] == "uang":
            continue
        if p == "target" and any(_beruang(judul[k]) for k in _sekelompok(i, judul)):
            continue  # a target and a budget under one heading are two measures
        if ukuran:
            daun = kata_judul(j.daun)
            if "realisasi" in daun and p == "serapan":
                p = "realisasi" if ukuran == "kinerja" or isi[i][0] == "uang" else "serapan"
            peran[i] = _MENURUT_KELOMPOK[ukuran].get(p, p)
            if peran[i] == "realisasi_anggaran" and isi[i][0] == "persen":
                peran[i] = "serapan"
        elif p == "serapan" and "realisasi" in (daun := kata_judul(j.daun)) and not daun & himpunan("keuangan"):
            peran[i] = "realisasi" if "pagu" not in peran or (i and _ada(peran[i - 1 : i], lambda p: p.target)) else p


def _satu_ukuran(kata: set[str]) -> str:
    """The one measure that words name; `Target Kinerja dan Kerangka Pendanaan` names two, and decides nothing."""
    ada = [k for k in ("keuangan", "kinerja") if kata & himpunan(k)]
    return ada[0] if len(ada) == 1 else ""


def _sekelompok(i: int, judul: Sequence[JudulKolom]) -> list[int]:
    """The other columns under the same heading over several."""
    atas = judul[i].bagian[:-1]
    return [k for k, j in enumerate(judul) if k != i and atas and j.bagian[:-1] == atas]


def _beruang(judul: JudulKolom) -> bool:
    """Whether the lowest heading is a mark of money and no more: `Rp`, `Pagu (Rp)`, `Rp (000)`, `Rp juta`."""
    kata = {k for k in baku(judul.daun).split() if not k.isdigit()} - himpunan("ribuan")
    return bool(kata) and kata <= himpunan("tanda_uang")


def _uang_bertarget(peran: list[str], judul: Sequence[JudulKolom]) -> None:
    """Money beside a target under one heading, a year or the end of a plan: `2024 / Target | Rp`."""
    for i, j in enumerate(judul):
        bertanda = _beruang(j) and peran[i] in {"", "target_akhir"}
        samping = {peran[k] for k in _sekelompok(i, judul)}
        if samping == {"target"} and bertanda:
            peran[i] = "pagu"
        elif samping == {"target_akhir"} and (bertanda or peran[i] == "pagu"):
            peran[i] = f"pagu:{RENSTRA}"


def _peran_awal(judul: JudulKolom, isi: str, kosakata: Kosakata) -> str:
    """The role a heading speaks for: its lowest part, with those above where that says nothing by itself."""
    daun = kata_judul(bentuk("tabel.diratakan").sub(r"\g<judul>", judul.daun))
    if huruf := _berhuruf(judul):
        return huruf
    if sudah := kosakata.ditetapkan(kata_judul(judul.teks), daun):
        return sudah
    if len(judul.bagian) > 1 and (bertanda := _bertanda(judul, isi)):
        return bertanda
    umum = daun <= kosakata.umum
    lintasan = kata_judul(judul.teks)
    nama, skor = kosakata.peran(daun, isi)
    if not nama and isi == "kode":
        nama, skor = kosakata.peran(daun, "angka")  # 5.88 looks like a code, and is one under no heading of a figure
    if umum or not nama:
        nama_lintasan, skor_lintasan = kosakata.peran(lintasan, isi)
        if nama_lintasan and (skor_lintasan > skor or umum) and not (nama_lintasan == "jumlah" and not umum):
            nama = nama_lintasan
    else:
        nama = _menurut_atas(nama, judul, lintasan, kosakata)
    if nama == "definisi" or (nama == "formula" and "operasional" in daun):
        return "definisi"
    return nama


def _berhuruf(judul: JudulKolom) -> str:
    """The role of a letter under a heading over several columns, or beside a year: `2024 T`, `R (2024)`."""
    tanpa_tahun = _TAHUN_SEL.sub(" ", judul.daun)
    if len(judul.bagian) < 2 and tanpa_tahun == judul.daun:
        return ""
    return _HURUF.get(tanpa_tahun.strip(" .()/-").casefold(), "")


def _menurut_atas(nama: str, judul: JudulKolom, lintasan: Collection[str], kosakata: Kosakata) -> str:
    """A role with what the headings above add to it: of the indicator, of the original budget, of the end of a plan."""
    if nama == "no" and "indikator" in lintasan:
        return "no_indikator"
    if nama == "target" and "murni" in lintasan:
        return "target_murni"
    if nama == "target" and kosakata.peran(kata_judul(" ".join(judul.bagian[:-1])))[0] == "target_akhir":
        return "target_akhir"
    return nama


def _bertanda(judul: JudulKolom, isi: str) -> str:
    """The role under a mark that parts performance from money, `K | Rp`: what the heading above begins with says it.

    What is of all years of a plan has its label, whether of a target, of what was realised so far, or of their ratio.
    """
    uang = _beruang(judul)
    if not uang and baku(judul.daun) not in himpunan("tanda_kinerja"):
        return ""
    atas = " ".join(judul.bagian[:-1])
    rencana = f":{RENSTRA}" if himpunan("rencana_menengah") & set(baku(atas).split()) else ""
    awal = _awal(judul)
    if awal in {"capaian", "tingkat"}:
        return f"serapan{rencana}" if uang else f"capaian_akhir{rencana}" if rencana else "capaian"
    if uang and (isi == "persen" or "%" in atas):
        return "serapan" if awal == "realisasi" else ""
    if awal == "realisasi":
        # Up to a year it is more than that year's own.
        sampai = "" if _masa(judul) or not bentuk("tabel.kumulatif").search(atas) else f":{RENSTRA}"
        return f"realisasi_anggaran{sampai}" if uang else f"realisasi{sampai}"
    if awal == "target":
        return f"pagu{rencana}" if uang else "target_akhir" if rencana else "target"
    return ""


def _persen_bertanda(peran: list[str], judul: Sequence[JudulKolom]) -> None:
    """Beside `K` of what was realised a `%` does not say of what: of the target, or of the work done so far."""
    bertanda = {j.bagian[:-1] for j in judul if len(j.bagian) > 1 and {baku(j.daun)} & himpunan("tanda_kinerja")}
    for i, j in enumerate(judul):
        if j.daun.strip() == "%" and j.bagian[:-1] in bertanda and _awal(j) == "realisasi":
            peran[i] = "persen"


def _awal(judul: JudulKolom) -> str:
    """What the heading over several columns says first."""
    return next((k for k in baku(" ".join(judul.bagian[:-1])).split() if k in _DIAWALI), "")


_DIAWALI = frozenset({"realisasi", "target", "capaian", "tingkat"})


def _lengkapi_teks(peran: list[str], judul: Sequence[JudulKolom], isi: list[tuple[str, Counter[str]]]) -> None:
    """Columns of words without a known heading: the first names the line, the others are part of its path."""
    for i, p in enumerate(peran):
        if not p and isi[i][0] in {"teks", "label"} and judul[i].bagian:
            peran[i] = "kunci" if _ada(peran, lambda p: bool(p.menamai)) else "nama"
    if "indikator_sasaran" in peran and "indikator_tujuan" not in peran:
        peran[peran.index("indikator_sasaran")] = "indikator"
    if not _ada(peran, lambda p: bool(p.menamai)) and "kode" not in peran:
        bebas = [i for i, p in enumerate(peran) if not p and isi[i][0] in {"", "teks"}]
        if bebas:
            peran[bebas[0]] = "nama"


def _ukuran_tahunan(peran: Sequence[str], judul_tabel: str) -> str:
    """What columns headed by years alone print: of indicators what the title says, or the ends of a plan beside."""
    if not _ada(peran, lambda p: p.menamai == "indikator"):
        return "jumlah"
    kata = set(baku(judul_tabel).split())
    rencana = bool({"kondisi_awal", "target_akhir"} & set(peran))
    if "target" in kata and not kata & {"realisasi", "capaian"}:
        return "target"
    if "realisasi" in kata and not rencana:
        return "realisasi"
    return "target" if rencana and not kata & {"realisasi", "capaian"} else "jumlah"


def _lengkapi_angka(
    peran: list[str],
    judul: Sequence[JudulKolom],
    isi: list[tuple[str, Counter[str]]],
    data: Sequence[Sequence[str]],
    judul_tabel: str,
) -> None:
    """Columns of counts without a known heading: parts of a crosstab, if the table has no other figures."""
    kinerja = _ada(peran, lambda p: p.pokok)
    if not kinerja:
        ukuran = _ukuran_tahunan(peran, judul_tabel)
        for i, j in enumerate(judul):
            if not peran[i] and _TAHUN_SEL.fullmatch(j.daun.strip()) and isi[i][0] in {"angka", "persen", "uang"}:
                peran[i] = ukuran if isi[i][0] != "persen" or ukuran != "jumlah" else ""
    calon = [i for i, p in enumerate(peran) if not p and judul[i].bagian and _cacah(data[i], isi[i][0])]
    if calon and not kinerja and ("jumlah" in peran or len(calon) > 1):
        for i in calon:
            peran[i] = "rincian"


def _pecah_jumlah(peran: list[str], data: Sequence[Sequence[str]]) -> None:
    """Of three or more counts called `jumlah`, those that add up to another are its parts."""
    calon = [i for i, p in enumerate(peran) if p == "jumlah"]
    if len(calon) < DERET or "rincian" in peran:
        return
    baris = list(zip(*([_nilai(t, Jenis.CACAH) for t in data[i]] for i in calon), strict=True))
    penuh = [b for b in baris if all(x is not None for x in b)]
    for n, i in enumerate(calon):
        cocok = sum(2 * (b[n] or 0) == sum(x or 0 for x in b) for b in penuh)
        if cocok * 2 > len(penuh):
            for j in calon:
                peran[j] = "jumlah" if j == i else "rincian"
            return


def _ada(peran: Sequence[str], syarat: Callable[[Peran], bool]) -> bool:
    """Whether a column has a role of which something holds."""
    return any((p := peran_kunci(nama)) is not None and syarat(p) for nama in peran)


def _cacah(sel: Sequence[str], isi: str) -> bool:
    """Whether all figures of a column are whole numbers, or money."""
    if isi not in {"angka", "kode", "uang", "nomor", ""}:
        return False
    return isi == "uang" or all("%" not in t and not _PECAHAN.search(t) for t in sel)


BEDA_JELAS = 2
"""How many times larger a figure is than another when they are clearly not of one kind."""


def _konteks(
    peran: list[str],
    judul: Sequence[JudulKolom],
    data: Sequence[Sequence[str]],
    kosakata: Kosakata,
    judul_tabel: str,
    periode: list[int | None],
) -> None:
    """What the other columns say of a column; a column without a year gets that of what it is reckoned from."""
    for i, p in enumerate(peran):
        if (
            p == "definisi"
            and "formula" not in peran
            and sum(bool(bentuk("tabel.hitungan").search(t)) for t in data[i]) * 2 > len([t for t in data[i] if t])
        ):
            peran[i] = "formula"
    _capaian_lalu(peran, judul, data)
    ditargetkan = {_masa(j) for p, j in zip(peran, judul, strict=True) if p.partition(":")[0] == "target"}
    _persen(peran, periode, data, {i for i, j in enumerate(judul) if _masa(j) and _masa(j) not in ditargetkan})
    _capaian_bersatuan(peran, judul, data)
    _belanja(peran, data, kosakata, judul_tabel)
    _target_rencana(peran, judul, judul_tabel)


def _bagian_tahun(
    peran: list[str], judul: Sequence[JudulKolom], isi: Sequence[tuple[str, Counter[str]]], judul_tabel: str
) -> None:
    """Quarters, months, and what follows them: their sum is what was realised in the year; money was spent.

    Under the title of an action plan they are targets.
    """
    tw = [
        i
        for i, j in enumerate(judul)
        if _masa(j) and peran[i].partition(":")[0] in {"", "realisasi", "realisasi_anggaran"}
    ]
    tw = tw or _bulanan(peran, judul, isi)
    if len(tw) < 2 or {"realisasi", "realisasi_anggaran"} <= {peran[i] for i in tw}:
        return
    if "target" in peran and bentuk("tabel.rencana_aksi").search(judul_tabel) and not any(peran[i] for i in tw):
        for i in tw:
            peran[i] = "target"
        return
    uang = "pagu" in peran and "target" not in peran and all(isi[i][0] in {"uang", "angka"} for i in tw)
    menjadi = "realisasi_anggaran" if uang else peran[tw[0]] or "realisasi"
    if not uang and not peran[tw[0]] and "target" not in peran:
        return
    for i in tw:
        peran[i] = menjadi
    akhir = tw[-1] + 1
    if akhir < len(peran) and peran[akhir] in {"jumlah", "realisasi", "realisasi_anggaran"} and not _masa(judul[akhir]):
        peran[akhir] = menjadi


def _uang(peran: list[str], data: Sequence[Sequence[str]], kosakata: Kosakata, judul_tabel: str) -> None:
    """Targets and realisations in money are a budget and what was spent of it, unless the title is about revenue."""
    uang = {p: [i for i, q in enumerate(peran) if q == p and _berisi(data[i], kosakata) == "uang"] for p in _BERUANG}
    if "pagu" in peran:
        semua = [i for i, p in enumerate(peran) if p == "realisasi" and _berisi(data[i], kosakata) != "persen"]
        tunggal = uang["realisasi"] if "target" in peran or "indikator" in peran else semua
        if "realisasi_anggaran" not in peran and len(tunggal) == 1:
            peran[tunggal[0]] = "realisasi_anggaran"
    elif len(uang["target"]) == len(uang["realisasi"]) == 1 and not himpunan("penerimaan") & set(
        baku(judul_tabel).split()
    ):
        for p, menjadi in _BERUANG.items():
            peran[uang[p][0]] = menjadi


_BERUANG = {"target": "pagu", "realisasi": "realisasi_anggaran"}


def _persen(
    peran: list[str], periode: list[int | None], data: Sequence[Sequence[str]], sebagian: Collection[int]
) -> None:
    """Percentages by what they are of; a second one that follows nothing beside one that does is something else.

    Those in `sebagian` are of a part of the year that has no target: not of the end of the plan, and of its own year's
    target only where their heading calls them an achievement.
    """
    efisiensi = _ada(peran, lambda p: p.efisiensi)
    terpilih: dict[int, Tafsiran] = {}
    for i, p in enumerate(peran):
        if p not in BERSAING or (p == "persen" and i in sebagian):
            continue
        if (t := tafsirkan_persen(i, peran, periode, data)) is not None:
            if p == "capaian" and efisiensi and not t.bobot.terbukti:
                continue  # what the budget is multiplied by, not what was spent of it
            terpilih[i] = t
    for i, t in terpilih.items():
        if i in sebagian and t.peran == "capaian_akhir":
            peran[i] = "persen"
            continue
        kembar = [x for j, x in terpilih.items() if j != i and (x.peran, x.operan) == (t.peran, t.operan)]
        if 2 * t.bobot.gagal >= max(t.bobot.sesuai, 1) and any(
            x.bobot.terbukti and x.bobot.gagal < t.bobot.gagal for x in kembar
        ):
            peran[i] = "persen"
            continue
        if not t.bobot.terbukti and max(t.operan) > i:
            continue  # a percentage stands after what it is reckoned from, unless the lines show otherwise
        tahun = next((x for j in t.operan if (x := periode[j]) is not None and not berencana(peran[j])), None)
        peran[i] = _sepanjang_rencana(t, peran)
        if periode[i] is None and t.peran != "capaian_akhir":
            periode[i] = tahun


def _sepanjang_rencana(t: Tafsiran, peran: Sequence[str]) -> str:
    """The key of a percentage: with the label of the plan where it is of what was realised in all of its years."""
    return f"{t.peran}:{RENSTRA}" if any(peran[j].partition(":")[2] == RENSTRA for j in t.operan) else t.peran


def _capaian_lalu(peran: list[str], judul: Sequence[JudulKolom], data: Sequence[Sequence[str]]) -> None:
    """Columns of other years headed achievement hold realisations where they are near these, not achievements."""
    kini = {p: i for i, p in enumerate(peran) if p in {"realisasi", "capaian"} and _bukan_lalu(i, peran, judul)}
    if len(kini) < 2:
        return
    for i, p in enumerate(peran):
        if p != "capaian" or i == kini["capaian"] or judul[i].periode is None:
            continue
        if any(q in {"realisasi", "target"} and judul[j].periode == judul[i].periode for j, q in enumerate(peran)):
            continue
        suara: Counter[str] = Counter()
        for lalu, r, c in zip(data[i], data[kini["realisasi"]], data[kini["capaian"]], strict=True):
            x, y, z = (nilai_sel(t) for t in (lalu, r, c))
            if x is None or y is None or z is None or min(x.pecahan, y.pecahan, z.pecahan) <= 0:
                continue
            dekat = {
                n: max(x.pecahan / m.pecahan, m.pecahan / x.pecahan) for n, m in (("realisasi", y), ("capaian", z))
            }
            if max(dekat.values()) > BEDA_JELAS:
                suara[min(dekat, key=lambda n: dekat[n])] += 1
        if suara["realisasi"] and not suara["capaian"]:
            peran[i] = "realisasi"


def _bukan_lalu(i: int, peran: Sequence[str], judul: Sequence[JudulKolom]) -> bool:
    """Whether a column is that of the latest year of its role, or of none."""
    tahun = [judul[j].periode for j, p in enumerate(peran) if p == peran[i]]
    return judul[i].periode is None or judul[i].periode == max(t for t in tahun if t is not None)


def _belanja(peran: list[str], data: Sequence[Sequence[str]], kosakata: Kosakata, judul_tabel: str) -> None:
    """The one column of money of a table about spending, headed `Rp` and no more."""
    rupiah = [i for i, p in enumerate(peran) if not p and _berisi(data[i], kosakata) == "uang"]
    sudah = _ada(peran, lambda p: p.belanja and p.uang)
    if len(rupiah) == 1 and not sudah and himpunan("belanja") & set(baku(judul_tabel).split()):
        peran[rupiah[0]] = "pagu"


def _target_rencana(peran: list[str], judul: Sequence[JudulKolom], judul_tabel: str) -> None:
    """Targets of several years are those of the plan, or of the main indicators."""
    for i, p in enumerate(peran):
        if p == "target" and (ke := bentuk("tabel.tahun_ke").search(judul[i].teks)):
            peran[i] = f"target_renstra:tahun ke-{ke[1]}"
    terukur = {j.periode for p, j in zip(peran, judul, strict=True) if p == "realisasi"}
    rencana = [j.periode for p, j in zip(peran, judul, strict=True) if p == "target" and j.periode is not None]
    if len(rencana) >= DERET and sum(t in terukur for t in rencana) < 2:
        iku = "iku" in baku(judul_tabel).split() or "indikator kinerja utama" in baku(judul_tabel)
        for i, p in enumerate(peran):
            if p == "target":
                peran[i] = "target_iku" if iku else "target_renstra"
            elif p == "target_akhir" and iku:
                peran[i] = "target_akhir:IKU"
            elif p == "pagu" and judul[i].periode is not None and "realisasi_anggaran" not in peran:
                peran[i] = f"pagu:{RENSTRA}"  # what a plan means to spend is not what was allotted


def _berisi(sel: Sequence[str], kosakata: Kosakata) -> str:
    return isi_kolom(sel, kosakata)[0]


def _capaian_bersatuan(peran: list[str], judul: Sequence[JudulKolom], data: Sequence[Sequence[str]]) -> None:
    """An achievement of another year, printed in the units of the indicators, is a realisation.

    Achievements are all in percent; where the sign `%` stands exactly on the lines on which the target bears
    it, and some line has none, the figures are the indicators' own.
    """
    if "target" not in peran:
        return
    t = data[peran.index("target")]
    sudah = {j.periode for p, j in zip(peran, judul, strict=True) if p == "realisasi"}
    for i, p in enumerate(peran):
        if p != "capaian" or judul[i].periode is None or judul[i].periode in sudah:
            continue
        pasang = [("%" in a, "%" in b) for a, b in zip(t, data[i], strict=True) if a and b]
        if pasang and all(a == b for a, b in pasang) and len(set(pasang)) == 2:
            peran[i] = "realisasi"


def _nilai(teks: str, jenis: Jenis) -> Fraction | None:
    if kosong(teks):
        return None
    try:
        return Angka.baca(teks, jenis).pecahan
    except AngkaError:
        return None


def _periode(
    peran: list[str], judul: Sequence[JudulKolom], tahun: int, tahun_kolom: Sequence[int | None]
) -> list[Kolom]:
    """Columns with their years; the year of the report is left out unless it is one of a series."""
    seri = Counter((p, _pola(j)) for p, j in zip(peran, judul, strict=True))
    hasil: list[Kolom] = []
    for p, j, periode in zip(peran, judul, tahun_kolom, strict=True):
        nama, _, label = p.partition(":")
        milik = PERAN[nama or "keterangan"]
        kata = milik.jenis is None and nama != "kategori"
        akhir = milik.tahun_rencana or (p == f"pagu:{RENSTRA}" and peran.count(p) == 1)
        if kata or akhir or (periode == tahun and seri[p, _pola(j)] < 2):
            periode = None
        if milik.jenis is not None and not label:
            label = _masa(j) or (_bulan(j) if milik.triwulanan else "")
        hasil.append(Kolom(milik, label, periode, j.teks))
    return hasil


def _masa(judul: JudulKolom) -> str:
    """The part of a year that a heading names: `TW III`, `Semester I`; under `Triwulan I - IV` its number alone."""
    rentang = bentuk("tabel.rentang_bagian_tahun")
    semua = next((c for t in judul.bagian if (c := rentang.search(t))), None)
    teks = " ".join(rentang.sub(" ", t) for t in judul.bagian)
    if semua is not None:
        ke = next((t for t in judul.bagian if _KE.fullmatch(t)), "")
        teks += f" {semua['bagian']} {ke}"
    cocok = bentuk("tabel.bagian_tahun").search(teks)
    if cocok is None:
        return ""
    bagian = pasangan("label_bagian_tahun")[cocok["bagian"].lower()]
    return " ".join(f"{bagian}{cocok['ke'].upper()}".split())


_KE = re.compile(r"IV|I{1,3}|[1-4]", re.IGNORECASE)
"""The number of a part of a year, alone in its row of a heading."""


def _bulan(judul: JudulKolom) -> str:
    """The month that a heading is: `Januari`, `Agt.`, `Nop 2024`."""
    kata, _, tahun = baku(judul.daun).partition(" ")
    if kata not in himpunan("nama_bulan") | himpunan("bulan_singkat") or not (tahun.isdigit() or not tahun):
        return ""
    awal = pasangan("ejaan_bulan").get(kata[:3], kata[:3])
    return next((f"BULAN {n}" for n, b in enumerate(istilah("bulan"), 1) if b.startswith(awal)), "")


BULAN_TERSEDIKIT = 6
"""Columns of months that are parts of a year, in its order, and no list of a few."""


def _bulanan(peran: Sequence[str], judul: Sequence[JudulKolom], isi: Sequence[tuple[str, Counter[str]]]) -> list[int]:
    """The columns of months of what the table plans or measures."""
    if not {"target", "realisasi", "pagu", "realisasi_anggaran"}.intersection(p.partition(":")[0] for p in peran):
        return []
    bulan = [
        (i, b)
        for i, (j, p) in enumerate(zip(judul, peran, strict=True))
        if p.partition(":")[0] in {"", "realisasi", "realisasi_anggaran"} and isi[i][0] not in {"teks", "label"}
        if (b := _bulan(j))
    ]
    nomor = [int(b.partition(" ")[2]) for _, b in bulan]
    return [i for i, _ in bulan] if len(bulan) >= BULAN_TERSEDIKIT and nomor == sorted(set(nomor)) else []


def _pola(judul: JudulKolom) -> str:
    return re.sub(r"\d{4}", "#", judul.teks)


def _tanpa_kembar(kolom: list[Kolom], judul: Sequence[JudulKolom]) -> list[Kolom]:
    """Labels for parts of a crosstab, and for columns that would otherwise mean the same."""
    bagian = [j for k, j in zip(kolom, judul, strict=True) if k.peran.nama == "rincian"]
    seinduk = len({j.bagian[:-1] for j in bagian}) == 1
    awal = _awal_bersama([j.daun for j in bagian])
    hasil: list[Kolom] = []
    for k, j in zip(kolom, judul, strict=True):
        if k.peran.nama == "rincian":
            label = j.daun[awal:] if seinduk else " ".join(j.bagian)
            k = attrs.evolve(k, label=" ".join(label.split()))
        hasil.append(k)
    for i, k in enumerate(hasil):
        if k.peran.nama == "persen" and not k.label:
            hasil[i] = attrs.evolve(k, label=_bagian(k.judul, hasil))
    dipakai: set[str] = set()
    for i, k in enumerate(hasil):
        if k.kunci in dipakai:
            depan = judul[i].bagian[0] if judul[i].bagian else f"kolom {i + 1}"
            label = f"{k.label} {depan}".strip()
            baru = attrs.evolve(k, label=label)
            if baru.kunci in dipakai:
                baru = attrs.evolve(k, label=f"{label} {i + 1}")
            hasil[i] = k = baru
        dipakai.add(k.kunci)
    return hasil


def _awal_bersama(judul: list[str]) -> int:
    """How many characters of the headings are the same words, from `Jumlah` on, when each goes on after them."""
    if len(judul) < 2 or not all(t.casefold().startswith("jumlah ") for t in judul):
        return 0
    sama = 0
    for kata in zip(*(t.split(" ") for t in judul), strict=False):
        if len(set(kata)) > 1:
            break
        sama += len(kata[0]) + 1
    return sama if all(len(t) > sama for t in judul) else 0


def _bagian(judul: str, kolom: Sequence[Kolom]) -> str:
    """Which part of the row a percentage is of: the longest label its heading ends with, or names."""
    kata = f" {baku(judul)} "
    label = sorted((k.label for k in kolom if k.peran.nama == "rincian"), key=len, reverse=True)
    return next((x for x in label if f" {baku(x)} " in kata), "")
