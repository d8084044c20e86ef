"""The reconciliation matrix: each budget line against each place where its value is printed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from sakip.angka.notasi import tulis as tulis_angka
from sakip.fakta.register import ANGGARAN, Kunci
from sakip.model.kode import tingkat_kode
from sakip.model.peran import PERAN
from sakip.teks.kalimat import Kalimat
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip.fakta.register import Butir
    from sakip.tulis.html.bahan import Bahan, Tautan

__all__ = ["BarisMatriks", "Cetakan", "Matriks", "SelMatriks", "matriks"]

FAKTA = tuple(p.nama for p in PERAN.values() if p.anggaran)
"""What a budget line prints in several places, one matrix each."""

TANDA = {"sama": "✓", "beda": "✗", "bagian": "◐", "tunggal": "○"}
"""How a cell is marked besides its colour and its words; the word is `rek.` and the key."""


@attrs.frozen(slots=True)
class Cetakan:
    """One print: how it stands to the others, what it says when it differs, and whose form it is in."""

    keadaan: str
    tanda: str
    kata: str
    teks: str
    oleh: str
    tautan: tuple[Tautan, ...]


@attrs.frozen(slots=True)
class SelMatriks:
    """A place of a line."""

    tempat: str
    cetakan: tuple[Cetakan, ...]


@attrs.frozen(slots=True)
class BarisMatriks:
    """A budget line. `keadaan` is `beda` when any of its places differs, else `sama` or `tunggal`."""

    kode: str
    nama: str
    tingkat: str
    nilai: str
    keadaan: str
    sel: tuple[SelMatriks, ...]


@attrs.frozen(slots=True, kw_only=True)
class Matriks:
    """The matrix of one fact."""

    id: str
    judul: str
    tempat: tuple[str, ...]
    baris: tuple[BarisMatriks, ...]
    ringkas: str
    beda: int


def matriks(b: Bahan) -> tuple[Matriks, ...]:
    """A matrix for each fact of which several lines are printed in more than one place."""
    return tuple(m for peran in FAKTA for m in _satu(b, peran))


@attrs.frozen(slots=True)
class _Cetak:
    """A print with the column it belongs to."""

    kolom: str
    butir: Butir
    oleh: str = ""
    bagian: bool = False


def _satu(b: Bahan, peran: str) -> Iterator[Matriks]:
    per_subjek: dict[str, list[_Cetak]] = {}
    for subjek, c in _cetakan(b, peran):
        per_subjek.setdefault(subjek, []).append(c)
    berkode = {s: x for s, x in per_subjek.items() if s == ANGGARAN or s in b.reg.nama_kode}
    per_subjek = berkode or per_subjek
    if sum(len(x) > 1 for x in per_subjek.values()) < 2:
        return
    tempat = tuple(dict.fromkeys(c.kolom for c in sorted(_rata(per_subjek), key=_urut_kolom)))
    baris = tuple(_baris(b, s, per_subjek[s], tempat) for s in _urut(b, per_subjek))
    n = Counter(x.keadaan for x in baris)
    yield Matriks(
        id=b.id("rek", peran),
        judul=b.kata.peran(peran),
        tempat=tempat,
        baris=baris,
        ringkas=b.kata("rek.ringkas", n=len(baris), sama=n["sama"], beda=n["beda"], tunggal=n["tunggal"]),
        beda=n["beda"],
    )


def _rata(x: dict[str, list[_Cetak]]) -> Iterator[_Cetak]:
    return (c for isi in x.values() for c in isi)


def _cetakan(b: Bahan, peran: str) -> Iterator[tuple[str, _Cetak]]:
    """Every print of the fact, in tables, forms, calculations and prose."""
    tahun = b.reviu.laporan.tahun
    for t in b.reg.tabel:
        for baris in t.baris:
            for butir in baris.butir.values():
                if butir.kunci == Kunci(baris.subjek, peran, tahun) and butir.nilai is not None:
                    yield baris.subjek, _Cetak(bersih(b.kata.ucap(t.tabel.tempat)), butir)
    if peran == "pagu":
        yield from _formulir(b)
    lain = [x for k, isi in b.reg.fakta.items() if k == Kunci(k.subjek, peran, tahun) for x in isi]
    for butir in lain:
        if butir.media in {"narasi", "hitungan"} and butir.nilai is not None and butir.kunci is not None:
            kolom = b.kata(f"unit.{butir.media}")
            yield butir.kunci.subjek, _Cetak(kolom, butir, bersih(b.kata.ucap(butir.tempat)))


def _formulir(b: Bahan) -> Iterator[tuple[str, _Cetak]]:
    for f in b.reg.formulir:
        if f.pk.jenis == "iku":
            continue
        kolom, oleh = f"PK {f.pk.eselon}", bersih(f.pk.jabatan)
        for x in f.anggaran:
            for butir in (x.angka, x.total):
                if x.kode is None or butir is None or butir.nilai is None:
                    continue
                penuh = butir.kunci is not None and butir.kunci.peran == "pagu"
                yield x.kode, _Cetak(kolom, butir, oleh, bagian=not penuh)
        if f.jumlah is not None and f.jumlah.kunci is not None and f.jumlah.kunci.subjek == ANGGARAN:
            yield ANGGARAN, _Cetak(kolom, f.jumlah, oleh)


def _urut_kolom(c: _Cetak) -> tuple[int, str, int]:
    """Tables in the order of the report, forms from the top, then calculations and prose."""
    media = ("tabel", "pk", "hitungan", "narasi").index(c.butir.media)
    return (media, c.kolom if media == 1 else "", c.butir.urut)


def _urut(b: Bahan, per_subjek: dict[str, list[_Cetak]]) -> list[str]:
    """The whole first, then by code, then what has no code."""

    def kunci(s: str) -> tuple[int, str]:
        if s == ANGGARAN:
            return 0, ""
        return (1, s) if s in b.reg.nama_kode else (2, b.kata.ucap(per_subjek[s][0].butir.nama))

    return sorted(per_subjek, key=kunci)


def _baris(b: Bahan, subjek: str, isi: list[_Cetak], tempat: tuple[str, ...]) -> BarisMatriks:
    penuh = [c.butir for c in isi if not c.bagian]
    sepakat, _ = b.disepakati(penuh)
    per_kolom: dict[str, list[Cetakan]] = {t: [] for t in tempat}
    for c in isi:
        per_kolom[c.kolom].append(_sel(b, c, sepakat, len(isi)))
    keadaan = {x.keadaan for k in per_kolom.values() for x in k}
    kode = subjek if subjek in b.reg.nama_kode else ""
    nama = b.kata("rek.total") if subjek == ANGGARAN else b.reg.nama_kode[kode][0] if kode else _nama(b, isi)
    return BarisMatriks(
        kode=kode,
        nama=bersih(nama),
        tingkat="total" if subjek == ANGGARAN else tingkat_kode(kode) if kode else "lain",
        nilai=_uang(sepakat) if sepakat is not None else b.kata("rek.nilai.ragu"),
        keadaan=next(k for k in ("beda", "sama", "bagian", "tunggal") if k in keadaan),
        sel=tuple(SelMatriks(t, tuple(per_kolom[t])) for t in tempat),
    )


def _nama(b: Bahan, isi: list[_Cetak]) -> str:
    """Whose figure it is: its name without the role, which the matrix is about."""
    nama = isi[0].butir.nama
    if isinstance(nama, Kalimat) and nama.kunci == "nama.angka":
        return f"{nama.isi['ciri']} {b.kata.ucap(nama.isi['baris'])}".strip()
    return b.kata.ucap(nama)


def _sel(b: Bahan, c: _Cetak, sepakat: Butir | None, banyak: int) -> Cetakan:
    keadaan = _keadaan(b, c, sepakat, banyak)
    temuan = [] if keadaan in {"sama", "tunggal"} else b.temuan_butir(c.butir)
    return Cetakan(
        keadaan,
        TANDA[keadaan],
        b.kata(f"rek.{keadaan}"),
        _uang(c.butir) if keadaan in {"beda", "bagian"} else "",
        c.oleh,
        tuple(b.tautan[id(t)] for t in temuan),
    )


def _keadaan(b: Bahan, c: _Cetak, sepakat: Butir | None, banyak: int) -> str:
    if banyak == 1:
        return "tunggal"
    if sepakat is None:
        return "bagian" if c.bagian else "beda"
    _, kelompok = b.disepakati([sepakat, c.butir])
    if len(kelompok) == 1:
        return "sama"
    return "bagian" if c.bagian and b.salah(c.butir) is None else "beda"


def _uang(x: Butir) -> str:
    nilai = x.nilai
    if nilai is None:
        return bersih(x.teks)
    return tulis_angka(nilai, 0 if nilai.denominator == 1 else 2)
