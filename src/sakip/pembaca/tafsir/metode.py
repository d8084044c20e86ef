"""The method that a report prints: formulas of achievement, rating scale, efficiency."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from sakip.angka.notasi import kosong
from sakip.errors import AngkaError, SkalaError
from sakip.hukum.skala import Skala, daftar_skala
from sakip.model.laporan import Catatan, Metode
from sakip.pembaca.tafsir.varian import batas_tercetak, tampak_dibatasi
from sakip.teks.istilah import bentuk, himpunan, semua_bentuk
from sakip.teks.kalimat import kalimat
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip.angka.lokasi import Lokasi
    from sakip.model.tabel import Tabel
    from sakip.pembaca.tafsir.kosakata import Kosakata
    from sakip.pembaca.tafsir.prosa.alinea import Alinea

__all__ = ["cari_metode", "polos"]

_TEKS = re.compile(r"\\(?:text|mathrm|textbf|mathbf)\s*\{([^{}]*)\}")
_SPASI = re.compile(r"[\s{}$]|\\left|\\right|\\,|\\;|\\quad|\\!")
_BATAS = re.compile(
    r"\$?\s*((?:[<>≥≤=]+\s*)?\d[\d.,]*\s*%?\s*(?:(?:[<>≥≤]=?\s*\w+\s*[<>≥≤]=?|[-–]|s/d)\s*\d[\d.,]*\s*%?)?|"
    r"[A-Za-z]{1,8}\s*[<>≥≤]=?\s*\d[\d.,]*\s*%?)\s*\$?\s*[:=]\s*([A-Za-z][A-Za-z ]{2,30})\s*\.?\Z"
)
_PEUBAH = re.compile(r"\A[A-Za-z]{1,8}\s*(?=[<>≥≤])")
_LABEL = re.compile(r"[A-Za-z]+(?:[ /-]+[A-Za-z()]+){0,3}\Z")
KELAS_TERSEDIKIT = 3
KELAS_TERBANYAK = 10


def polos(teks: str) -> str:
    r"""A formula without markup: `\\frac{a}{b}` becomes `a|b` behind `\\frac`, spaces go."""
    teks = _TEKS.sub(r"\1", teks).replace("}{", "|").replace("−", "-").replace("–", "-")
    return _SPASI.sub("", teks)


def cari_metode(
    alinea: Sequence[Alinea], kosakata: Kosakata, tabel: Sequence[Tabel] = ()
) -> tuple[Metode, list[Catatan]]:
    """The method as the report states it, in sentences, lists and tables; and what it says of it in two ways."""
    rumus: dict[str, str] = {}
    tempat: dict[str, Lokasi] = {}
    catatan: list[Catatan] = []
    batas: list[tuple[str, str, Lokasi]] = []
    efisiensi = dibatasi = ""
    for a in alinea:
        dibatasi = dibatasi or _batas_tersurat(a.teks, tabel, kosakata)
        for polaritas, nama in _rumus_tercetak(a.teks):
            if rumus.setdefault(polaritas, nama) == nama:
                tempat.setdefault(polaritas, attrs.evolve(a.lokasi[0], tabel="Metode", kolom=polaritas))
            else:
                dua = {"pertama": rumus[polaritas], "kedua": nama}
                catatan.append(Catatan(kalimat("rumus_capaian_ganda", polaritas=polaritas, **dua), a.lokasi[0]))
        batas += [(*cocok, lokasi) for teks, lokasi in a.baris() if (cocok := _cocok_batas(teks))]
        if not efisiensi and "PAK" in a.teks and "RAK" in a.teks and "CK" in a.teks and "=" in a.teks:
            efisiensi = "pmk214"
            tempat["efisiensi"] = attrs.evolve(a.lokasi[0], tabel="Metode", kolom="efisiensi")
    skala = _terpakai([*_skala(batas, kosakata), *skala_tabel(tabel)], tabel)
    for s, lokasi in skala[:1]:
        tempat["skala"] = attrs.evolve(lokasi, tabel="Metode", kolom="skala")
        lain = [x for t, x in skala if not _sama(s, t) and len(_label(s) & _label(t)) >= KELAS_TERSEDIKIT]
        catatan += [Catatan(kalimat("skala_ganda"), x) for x in lain]
    terbukti = "tanpa" if dibatasi else batas_tercetak(tabel, kosakata.menurun)
    metode = Metode(
        rumus=rumus,
        skala=_nama_skala(skala[0][0]) if skala else "",
        efisiensi=efisiensi,
        batas=dibatasi or terbukti,
        dasar_batas="tersurat" if terbukti == "tanpa" else "angka",
        lokasi_bagian=tempat,
    )
    return metode, catatan


def _batas_tersurat(teks: str, tabel: Sequence[Tabel], kosakata: Kosakata) -> str:
    """The cap that a sentence puts on achievements; one that it only seems to put must be seen in the tables."""
    if not bentuk("metode.capaian").search(teks):
        return ""
    menetapkan = bentuk("metode.menetapkan").search(teks)
    if menetapkan and bentuk("metode.meloncat").search(teks):
        return "110_120"
    cocok = bentuk("metode.dibatasi").search(teks)
    if cocok and (menetapkan or tampak_dibatasi(cocok["batas"], tabel, kosakata.menurun)):
        return cocok["batas"]
    return ""


def skala_tabel(tabel: Sequence[Tabel]) -> Iterator[tuple[Skala, Lokasi]]:
    """The tables that print a scale of achievement: a column of labels beside one of bounds, or two of ends."""
    for t in tabel:
        kata = {k for x in (t.judul, *(k.judul for k in t.kolom)) for k in baku(x).split()}
        baris = [[s.teks.strip() for s in b.sel] for b in t.baris if b.jenis == "rincian"]
        ukuran = [(i, k.peran) for i, k in enumerate(t.kolom) if k.peran.pokok or k.peran.menamai == "indikator"]
        # A heading may say realisasi over the bounds of classes, which are no figures.
        if any(p.jenis is None or any(b.sel[i].angka is not None for b in t.baris) for i, p in ukuran):
            continue
        if (
            not kata & himpunan("kata_skala")
            or kata & himpunan("skala_lain")
            or not KELAS_TERSEDIKIT <= len(baris) <= KELAS_TERBANYAK
        ):
            continue
        kolom = list(zip(*baris, strict=True))
        label = next(
            (i for i, k in enumerate(kolom) if all(map(_LABEL.match, k)) and len(set(map(baku, k))) == len(k)), None
        )
        nomor = t.indeks("no")
        for batas in _batas_kolom([k for i, k in enumerate(kolom) if i not in {label, nomor}]):
            if label is None:
                break
            with suppress(SkalaError, AngkaError):
                yield Skala.dari_batas("laporan", list(zip(batas, kolom[label], strict=True))), t.lokasi
                break


def _batas_kolom(kolom: list[tuple[str, ...]]) -> Iterator[list[str]]:
    """The bounds of the classes: one column, or the lower and the upper ends of two."""
    for k in kolom:
        if all(re.search(r"\d", t) for t in k) and any(re.search(r"[<>≤≥–-]|s\.?/?d", t) for t in k):
            yield [_PEUBAH.sub("", t.replace("%", "").strip()) for t in k]
    angka = [k for k in kolom if all(re.fullmatch(r"[\d.,]+\s*%?|-?", t) for t in k)]
    for a, b in pairwise(angka):
        yield [
            f"{x.strip(' %') or 0} - {y.strip(' %')}" if not kosong(y) else f"≥ {x}" for x, y in zip(a, b, strict=True)
        ]


def _terpakai(skala: list[tuple[Skala, Lokasi]], tabel: Sequence[Tabel]) -> list[tuple[Skala, Lokasi]]:
    """The scales, those first whose labels the tables use most."""
    label = [
        b.sel[i].teks
        for t in tabel
        if (i := t.indeks("kategori")) is not None and any(k.peran.nama == "capaian" for k in t.kolom)
        for b in t.baris
    ]
    return sorted(skala, key=lambda s: -sum(s[0].cari(x) is not None for x in label))


def _rumus_tercetak(teks: str) -> Iterator[tuple[str, str]]:
    """The formulas of achievement that a paragraph prints: polarity, and variant."""
    if "=" in teks and bentuk("metode.capaian").search(teks) and "arget" in teks:
        rapi = polos(teks).replace("&", "")
        rumus = [(nama, r) for nama, r in semua_bentuk() if nama.startswith("rumus.") and bentuk(nama).search(rapi)]
        yield from {r["polaritas"]: r["varian"] for _, r in reversed(rumus)}.items()


def _cocok_batas(teks: str) -> tuple[str, str] | None:
    """A class of a scale: bound and label."""
    if len(teks) > 80 or ":" not in teks:
        return None
    teks = teks.replace("\\geq", "≥").replace("\\leq", "≤").replace("\\ge", "≥").replace("\\le", "≤")
    cocok = _BATAS.match(teks.replace("\\%", "%").replace("$", ""))
    return (cocok[1].strip(), cocok[2].strip()) if cocok else None


def _skala(batas: list[tuple[str, str, Lokasi]], kosakata: Kosakata) -> Iterator[tuple[Skala, Lokasi]]:
    """The runs of classes that rate performance, as scales."""
    deret: list[tuple[str, str, Lokasi]] = []
    for b in [*batas, None]:
        bersambung = b is not None and baku(b[1]) in kosakata.label and "efisien" not in baku(b[1])
        if b is not None and bersambung and baku(b[1]) not in {baku(x[1]) for x in deret}:
            deret.append(b)
            continue
        if len(deret) >= KELAS_TERSEDIKIT:
            with suppress(SkalaError, AngkaError):
                yield Skala.dari_batas("laporan", [(_PEUBAH.sub("", t), label) for t, label, _ in deret]), deret[0][2]
        deret = [b] if b is not None and bersambung else []


def _nama_skala(skala: Skala) -> str | Skala:
    """The name of a known scale, else the report's own."""
    return next((nama for nama, lain in daftar_skala().items() if _sama(skala, lain)), skala)


def _label(s: Skala) -> set[str]:
    return {baku(k.label) for k in s.kelas}


def _sama(a: Skala, b: Skala) -> bool:
    def inti(s: Skala) -> list[tuple[object, ...]]:
        return [(baku(k.label), k.bawah, k.atas, k.bawah_termasuk, k.atas_termasuk) for k in s.kelas]

    return inti(a) == inti(b)
