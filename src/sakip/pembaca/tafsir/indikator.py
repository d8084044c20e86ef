"""The indicators of a report, from its own tables: kind, unit, polarity, and the spellings that mean the same.

Two spellings are taken for one indicator only when nothing but light words or a slip of the pen tells them
apart and no table lists both: a wrong merge would be a false alarm.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.model.indikator import Indikator
from sakip.pembaca.tafsir.varian import JARANG, pilih_varian, varian_tercetak
from sakip.teks.jarak import satu_nama
from sakip.teks.nama import baku, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sakip.model.laporan import Metode
    from sakip.model.perjanjian import PerjanjianKinerja
    from sakip.model.tabel import Baris, Tabel
    from sakip.pembaca.tafsir.kosakata import Kosakata
    from sakip.pembaca.tafsir.varian import Tercetak

__all__ = ["cari_indikator"]

URUTAN = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
_HURUF = re.compile(r"[^\W\d_]")


@attrs.define(slots=True, eq=False)
class _Nama:
    """One spelling: how often, where first, of which kinds, goals, units and polarities, in which lines of tables.

    `jenis` are the kinds said by a heading over the line or the column; `tersirat` those implied by the column of
    goals beside it, which count only where nothing is said.
    """

    baku: str
    cetakan: Counter[str] = attrs.field(factory=Counter)
    jenis: Counter[str] = attrs.field(factory=Counter)
    tersirat: Counter[str] = attrs.field(factory=Counter)
    tujuan: set[str] = attrs.field(factory=set)
    baris: set[tuple[int, int]] = attrs.field(factory=set)
    satuan: Counter[str] = attrs.field(factory=Counter)
    polaritas: Counter[str] = attrs.field(factory=Counter)
    lokasi: Lokasi | None = None
    urut: int = 0


def cari_indikator(
    tabel: Sequence[Tabel],
    perjanjian: Sequence[PerjanjianKinerja],
    kosakata: Kosakata,
    instansi: str,
    metode: Metode,
) -> tuple[Indikator, ...]:
    """The indicators of tujuan, sasaran, program … that the tables name, with the spellings of tables and forms."""
    nama: dict[str, _Nama] = {}
    for n, t in enumerate(tabel):
        _dari_tabel(t, n, nama, kosakata)
    kelompok = _kelompokkan(list(nama.values()), instansi)
    _tambah_formulir(kelompok, perjanjian, instansi)
    varian = varian_tercetak(tabel, metode.batas, kosakata.menurun)
    hasil: list[Indikator] = []
    kunci: set[str] = set()
    tersirat = "" if "negatif" in metode.rumus else _rumus_tersirat(varian.values())
    urut = sorted(kelompok, key=lambda g: (URUTAN.index(_jenis(g)), min(x.urut for x in g)))
    for g in urut:
        indikator = _susun(g, kunci, varian, kosakata, metode, tersirat)
        kunci.add(indikator.kunci)
        hasil.append(indikator)
    return tuple(hasil)


def _dari_tabel(t: Tabel, nomor: int, nama: dict[str, _Nama], kosakata: Kosakata) -> None:
    kolom = [(i, k.peran.nama) for i, k in enumerate(t.kolom) if k.peran.menamai == "indikator"]
    if not kolom or (_letak_ukuran(t) is None and len(kolom) < 2 and t.indeks("formula") is None):
        return
    bagian = ""
    bagian_bawaan = _jenis_tabel(t, kosakata)
    for urut, b in enumerate(t.baris):
        if b.jenis == "kelompok":
            teks = baku(" ".join(s.teks for s in b.sel if s.teks))
            bagian = kosakata.bagian.get(teks, bagian if not teks else "")
        if b.jenis != "rincian":
            continue
        for i, peran in kolom:
            teks = b.sel[i].teks.strip()
            if not _HURUF.search(teks):
                continue
            x = nama.setdefault(baku(teks), _Nama(baku(teks), urut=len(nama), lokasi=b.sel[i].lokasi))
            x.cetakan[teks] += 1
            if jenis := peran.removeprefix("indikator").lstrip("_") or bagian:
                x.jenis[jenis] += 1
            elif bagian_bawaan:
                x.tersirat[bagian_bawaan] += 1
            x.baris.add((nomor, urut))
            _lengkapi(x, t, b, kosakata)


def _lengkapi(x: _Nama, t: Tabel, b: Baris, kosakata: Kosakata) -> None:
    """The goal of the line, the unit of its figures, and its polarity."""
    for p in ("tujuan", "sasaran"):
        j = t.indeks(p)
        if j is not None and _HURUF.search(b.sel[j].teks):
            x.tujuan.add(baku(b.sel[j].teks))
    ukuran, satuan, polaritas = _letak_ukuran(t), t.indeks("satuan"), t.indeks("polaritas")
    cetak = b.sel[satuan].teks.strip(" -") if satuan is not None else ""
    if ukuran is not None and not cetak and (angka := b.sel[ukuran].angka) is not None:
        cetak = angka.satuan or "nilai"
    if cetak:
        x.satuan["%" if "%" in cetak or baku(cetak) == "persen" else cetak] += 1
    if polaritas is not None and (arah := kosakata.kata_polaritas.get(baku(b.sel[polaritas].teks))):
        x.polaritas[arah] += 1


def _letak_ukuran(t: Tabel) -> int | None:
    """The first column of figures in the units of the indicators."""
    return next((i for i, k in enumerate(t.kolom) if k.peran.ukuran), None)


def _jenis_tabel(t: Tabel, kosakata: Kosakata) -> str:
    """What the heading of the column of goals says of the indicators, in a table without headings inside."""
    ind = t.indeks("indikator")
    if ind is not None and (jenis := baku(t.kolom[ind].judul).removeprefix("indikator ")) in kosakata.bagian:
        return kosakata.bagian[jenis]
    i = t.indeks("sasaran")
    if i is None or any(b.jenis == "kelompok" for b in t.baris):
        return ""
    judul = baku(t.kolom[i].judul.partition(" / ")[0])
    if judul.startswith("tujuan"):
        return ""
    return kosakata.bagian.get(judul, "sasaran" if judul.startswith("sasaran") else "")


def _kelompokkan(nama: list[_Nama], instansi: str) -> list[list[_Nama]]:
    """Spellings of one indicator put together; a kind that no table tells is taken for the lowest."""
    for x in nama:
        x.jenis = x.jenis or x.tersirat
    kelompok: list[list[_Nama]] = []
    for x in sorted(nama, key=lambda x: x.urut):
        calon = [g for g in kelompok if _satu(g, x, instansi)]
        if len(calon) == 1:
            calon[0].append(x)
        else:
            kelompok.append([x])
    bawaan = "kegiatan" if any(x.jenis for x in nama) else "sasaran"
    for g in kelompok:
        if not any(x.jenis for x in g):
            g[0].jenis[bawaan] += 1
    return kelompok


def _satu(g: list[_Nama], x: _Nama, instansi: str) -> bool:
    tabel = {t for y in g for t, _ in y.baris}
    if tabel & {t for t, _ in x.baris}:
        return False  # a table lists both, as two lines
    if any(y.jenis for y in g) and x.jenis and not {j for y in g for j in y.jenis} & set(x.jenis):
        return False
    tujuan = {t for y in g for t in y.tujuan}
    setujuan = any(satu_nama(a, b, instansi) for a in tujuan for b in x.tujuan)
    return any(satu_nama(y.baku, x.baku, instansi, setujuan=setujuan) for y in g)


def _tambah_formulir(kelompok: list[list[_Nama]], perjanjian: Sequence[PerjanjianKinerja], instansi: str) -> None:
    """Spellings that only the forms use."""
    kenal = {x.baku for g in kelompok for x in g}
    urut = sum(len(g) for g in kelompok)
    for pk in perjanjian:
        for b in pk.kinerja:
            polos = baku(b.indikator)
            if not polos or polos in kenal:
                continue
            calon = [g for g in kelompok if any(satu_nama(x.baku, polos, instansi) for x in g)]
            if len(calon) == 1:
                kenal.add(polos)
                urut += 1
                calon[0].append(_Nama(polos, Counter([b.indikator]), lokasi=b.lokasi, urut=urut))


def _jenis(g: list[_Nama]) -> str:
    suara: Counter[str] = Counter()
    for x in g:
        suara.update(x.jenis)
    return suara.most_common(1)[0][0]


def _susun(
    g: list[_Nama],
    kunci: set[str],
    varian: Mapping[str, Sequence[Tercetak]],
    kosakata: Kosakata,
    metode: Metode,
    tersirat: str,
) -> Indikator:
    utama = max(g, key=lambda x: (sum(x.cetakan.values()), -x.urut))
    nama = utama.cetakan.most_common(1)[0][0]
    dasar = slug(nama)
    k, n = dasar, 1
    while k in kunci:
        n += 1
        k = f"{dasar}_{n}"
    satuan = sum((x.satuan for x in g), Counter[str]())
    tertulis = sum((x.polaritas for x in g), Counter[str]())
    alias = [x.cetakan.most_common(1)[0][0] for x in g if x is not utama]
    kata = kosakata.polaritas(utama.baku)
    lazim = tertulis.most_common(1)[0][0] if tertulis else kata
    rumus = pilih_varian([v for x in g for v in varian.get(x.baku, ())], lazim, metode.rumus.get("negatif", ""))
    polaritas = lazim if tertulis or not rumus else rumus.partition("_")[0]
    return Indikator(
        kunci=k,
        nama=nama,
        alias=tuple(alias),
        jenis=_jenis(g),
        satuan=satuan.most_common(1)[0][0] if satuan else "%",
        polaritas=polaritas,
        dasar_polaritas="tersurat" if tertulis else "angka" if rumus else "kata",
        polaritas_kata=kata if not tertulis and {kata, polaritas} == {"positif", "negatif"} else "",
        rumus=(sendiri := _rumus_sendiri(rumus, polaritas, metode, tersirat)),
        dasar_rumus="tersurat" if sendiri is None else "angka",
        asal=utama.lokasi.baris if utama.lokasi is not None else None,
        lokasi=utama.lokasi or Lokasi(),
    )


def _rumus_tersirat(varian: Iterable[Sequence[Tercetak]]) -> str:
    """The variant for less is better which the lines that follow one alone show; empty where they differ."""
    lazim = [c.varian - JARANG for semua in varian for c in semua]
    negatif = {v for isi in lazim if len(isi) == 1 for v in isi if v.startswith("negatif")}
    return negatif.pop() if len(negatif) == 1 else ""


def _rumus_sendiri(rumus: str, polaritas: str, metode: Metode, tersirat: str) -> str | None:
    """The variant of an indicator that the report does not state: shown by its lines, else by those of others."""
    if rumus.startswith(f"{polaritas}_") and rumus != metode.rumus.get(polaritas):
        return rumus
    return tersirat if tersirat and not rumus and polaritas == "negatif" else None
