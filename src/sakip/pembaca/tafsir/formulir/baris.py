"""The lines of an agreement form: what a row of its two tables says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from sakip.angka.lokasi import Lokasi
from sakip.errors import AngkaError
from sakip.model.peran import PERAN
from sakip.model.perjanjian import BarisAnggaran, BarisKinerja, Diampu, RincianKinerja
from sakip.model.sel import Sel, baca_sel_peran, simpan
from sakip.pembaca.tafsir.kosakata import AMBANG, kata_judul
from sakip.pembaca.tafsir.tabel.kepala import baca_kepala
from sakip.pembaca.tafsir.tabel.rangkai import BarisMentah, baris_nomor
from sakip.teks.istilah import NOTASI, bentuk, himpunan
from sakip.teks.nama import baku

if TYPE_CHECKING:
    from sakip.pembaca.blok import SelGrid
    from sakip.pembaca.tafsir.kosakata import Kosakata
    from sakip.pembaca.tafsir.tabel.rangkai import TabelMentah

__all__ = ["Anggaran", "baca_anggaran", "baca_kinerja", "baca_uang", "jenis_tabel", "pisah_nomor", "sumber_dana"]

_NOMOR = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s+(\S.*)", re.DOTALL)
_UANG = re.compile(rf"{NOTASI['uang_formulir']}\Z", re.IGNORECASE)
_BILANGAN = re.compile(r"\d[\d.,]*(?:\s*,?-)?")
_BUTIR = re.compile(r"(?:^|\s)[-•]\s+(?=\S)")
_BERTARGET = re.compile(r"(.+?)\s*\(\s*(\d[\d.,]*\s*%?(?:\s*[A-Za-z/ ]+)?)\s*\)\s*\Z")
_JATUH = re.compile(r"(.+?)\s+(\d{1,2}(?:\.\d{1,2})*\.?\s+\S.*)", re.DOTALL)


@attrs.define(slots=True, eq=False)
class Anggaran:
    """The budget part of a form, as far as it was read."""

    baris: list[BarisAnggaran] = attrs.field(factory=list)
    jumlah: Sel | None = None


def jenis_tabel(tabel: TabelMentah, kosakata: Kosakata) -> str:
    """kinerja or anggaran by the heading; empty when there is none."""
    kata = frozenset().union(*(kata_judul(t) for t in tabel.baris[0].isi[:8]))
    if "target" in kata and kata & {"indikator", "sasaran", "kinerja"}:
        return "kinerja"
    kepala = sum(kosakata.peran(kata_judul(t))[1] >= AMBANG for t in tabel.baris[0].isi if t)
    return "anggaran" if kata & {"anggaran", "pagu"} and kepala >= 2 else ""


def baca_uang(teks: str, lokasi: Lokasi, pola: re.Pattern[str] = _UANG) -> Sel | None:
    """A figure of money; None when the text is none by its looks (`pola`)."""
    if not pola.fullmatch(teks):
        return None
    try:
        return baca_sel_peran(teks, PERAN["pagu"], lokasi)
    except AngkaError:
        return Sel(teks, None, lokasi)


def pisah_nomor(teks: str) -> tuple[str, str]:
    """The printed number of a line, and the rest."""
    cocok = _NOMOR.match(teks)
    return (cocok[1], cocok[2].strip()) if cocok else ("", teks)


def sumber_dana(teks: str) -> bool:
    """Whether a text names a source of funds."""
    return len(teks) < 120 and bentuk("formulir.dana").search(teks) is not None


def _tempat(asal: Lokasi, sebutan: str, kolom: str) -> Lokasi:
    return Lokasi(asal.berkas, asal.baris, asal.halaman, asal.sel, sebutan, kolom)


# -- performance -----------------------------------------------------------------------


def baca_kinerja(tabel: TabelMentah, kosakata: Kosakata, sebutan: str, sebelum: list[BarisKinerja]) -> None:
    """Add the lines of a performance table to `sebelum`."""
    kepala = baca_kepala(tabel.baris, kosakata)
    peran: list[str] = []
    mulai = 0
    if kepala is not None:
        mulai = kepala.tinggi
        peran = [kosakata.peran(kata_judul(k.teks))[0] for k in kepala.kolom]
    if "target" not in peran:
        peran = ["no", "sasaran", "indikator", "target"][-tabel.lebar :]
    for b in tabel.baris[mulai:]:
        isi = {
            p: s for p, s in zip(peran, b.sel, strict=False) if p in {"no", "sasaran", "tujuan", "indikator", "target"}
        }
        if isi and not baris_nomor(b.isi) and any(s.teks for s in isi.values()):
            _baris_kinerja(isi, sebutan, sebelum)


def _baris_kinerja(isi: dict[str, SelGrid], sebutan: str, hasil: list[BarisKinerja]) -> None:
    teks = {p: s.teks for p, s in isi.items()}
    no, sasaran = teks.get("no", ""), teks.get("sasaran") or teks.get("tujuan", "")
    asal = next(s.lokasi for s in isi.values() if s.teks)
    tempat = _tempat(asal, sebutan, "")
    tempat = attrs.evolve(tempat, kolom=None)
    target = _target(isi["target"], sebutan) if teks.get("target") else None
    depan, *butir = [t.strip() for t in _BUTIR.split(teks.get("indikator", ""))]
    cocok = [_BERTARGET.match(t) for t in butir]
    if butir and all(cocok):
        rincian = tuple(
            RincianKinerja(nama=c[1], target=_baca_target(c[2], _tempat(asal, sebutan, "target"))) for c in cocok if c
        )
        if not (no or sasaran or depan or target) and hasil:
            atas = hasil[-1]
            hasil[-1] = attrs.evolve(atas, rincian=atas.rincian + rincian)
            return
        hasil.append(
            BarisKinerja(no=no, sasaran=sasaran, indikator=depan, target=target, rincian=rincian, lokasi=tempat)
        )
    elif butir and not depan:
        hasil.append(BarisKinerja(no=no, sasaran=sasaran, indikator=butir[0], target=target, lokasi=tempat))
        hasil += [BarisKinerja(indikator=t, lokasi=tempat) for t in butir[1:]]
    else:
        utuh = teks.get("indikator", "")
        hasil.append(BarisKinerja(no=no, sasaran=sasaran, indikator=utuh, target=target, lokasi=tempat))


def _target(sel: SelGrid, sebutan: str) -> Sel:
    return simpan(_baca_target(sel.teks, _tempat(sel.lokasi, sebutan, "target")), sel.tersimpan)


def _baca_target(teks: str, lokasi: Lokasi) -> Sel:
    try:
        return baca_sel_peran(teks, PERAN["target"], lokasi)
    except AngkaError:
        return Sel(teks, None, lokasi)


# -- money -----------------------------------------------------------------------------


def baca_anggaran(tabel: TabelMentah, kosakata: Kosakata, sebutan: str, hasil: Anggaran) -> None:
    """Add the lines of a budget table, with or without a heading, to `hasil`."""
    baris = list(tabel.baris)
    ket = uang = None
    if jenis_tabel(tabel, kosakata) == "anggaran":
        kepala, jatuh = _angkat(baris[0], kosakata)
        ket = next((i for i, s in enumerate(kepala.sel) if kata_judul(s.teks) & {"keterangan", "ket"}), None)
        uang = next((i for i, s in enumerate(kepala.sel) if kosakata.peran(kata_judul(s.teks))[0] == "pagu"), None)
        baris = [*([jatuh] if jatuh else []), *baris[1:]]
    for b in baris:
        if not baris_nomor(b.isi):
            _baris_anggaran(b, uang, ket, sebutan, hasil)


def _angkat(kepala: BarisMentah, kosakata: Kosakata) -> tuple[BarisMentah, BarisMentah | None]:
    """A heading into which the first line fell, and that line."""
    if not any(_JATUH.match(s.teks) for s in kepala.sel):
        return kepala, None
    atas: list[SelGrid] = []
    bawah: list[SelGrid] = []
    for s in kepala.sel:
        judul, sisa = _pisah_judul(s.teks, kosakata)
        atas.append(attrs.evolve(s, teks=judul))
        bawah.append(attrs.evolve(s, teks=sisa))
    return BarisMentah(tuple(atas)), BarisMentah(tuple(bawah))


def _pisah_judul(teks: str, kosakata: Kosakata) -> tuple[str, str]:
    """The shortest beginning of a cell that is a heading, and the rest; a number ends a heading."""
    cocok = _JATUH.match(teks)
    if cocok:
        return cocok[1], cocok[2]
    kata = teks.split()
    for n in range(1, len(kata)):
        if kosakata.peran(kata_judul(" ".join(kata[:n])))[1] >= AMBANG:
            return " ".join(kata[:n]), " ".join(kata[n:])
    return teks, ""


def _baris_anggaran(b: BarisMentah, kolom: int | None, ket: int | None, sebutan: str, hasil: Anggaran) -> None:
    """A line; `kolom` and `ket`: where the heading has the money and the remarks."""
    uang = next((i for i, s in enumerate(b.sel) if _UANG.fullmatch(s.teks)), None)
    if uang is None and kolom is not None and _BILANGAN.fullmatch(b.sel[kolom].teks):
        uang = kolom
    akhir = uang if uang is not None else (ket if ket is not None else len(b.sel))
    kiri = " ".join(s.teks for s in b.sel[:akhir] if s.teks)
    kanan = " ".join(s.teks for s in b.sel[akhir + (uang is not None) :] if s.teks)
    if uang is None and ket is None and sumber_dana(b.sel[-1].teks) and len(b.sel) > 1:
        kanan = b.sel[-1].teks
        kiri = " ".join(s.teks for s in b.sel[:-1] if s.teks)
    if not kiri and uang is None:
        if kanan and hasil.baris and not hasil.baris[-1].keterangan:
            hasil.baris[-1] = attrs.evolve(hasil.baris[-1], keterangan=kanan)
        return
    asal = b.lokasi
    tempat = attrs.evolve(_tempat(asal, sebutan, ""), kolom=None)
    tempat_uang = _tempat(b.sel[uang or 0].lokasi, sebutan, "anggaran")
    sel = None
    if uang is not None:
        teks = b.sel[uang].teks
        sel = baca_uang(teks, tempat_uang, _UANG if _UANG.fullmatch(teks) else _BILANGAN)
        sel = sel and simpan(sel, b.sel[uang].tersimpan)
    if baku(kiri).partition(" ")[0] in himpunan("jumlah_akhir") and sel is not None:
        hasil.jumlah = attrs.evolve(sel, lokasi=attrs.evolve(sel.lokasi, kolom="jumlah"))
        return
    no, uraian = pisah_nomor(kiri)
    polos, total, diampu = _keterangan(kanan, asal, sebutan)
    hasil.baris.append(
        BarisAnggaran(no=no, uraian=uraian, anggaran=sel, keterangan=polos, total=total, diampu=diampu, lokasi=tempat)
    )


def _keterangan(teks: str, asal: Lokasi, sebutan: str) -> tuple[str, Sel | None, tuple[Diampu, ...]]:
    """A remark: the source of funds, the whole budget, the shares that other units bear."""
    cocok = bentuk("formulir.total").search(teks)
    bagian = list(bentuk("formulir.diampu").finditer(teks))
    if cocok is None and not bagian:
        return teks, None, ()
    mulai = min(m.start() for m in (cocok, *bagian) if m)
    total = None
    if cocok:
        uang = cocok["uang"].rstrip(" ,.")
        total = baca_uang(uang, _tempat(asal, sebutan, "total"), _UANG if _UANG.fullmatch(uang) else _BILANGAN)
    diampu = []
    for m in bagian:
        uang, unit = m["uang"].rstrip(" ,."), m["unit"].strip()
        sel = baca_uang(uang, _tempat(asal, sebutan, "diampu"), _UANG if _UANG.fullmatch(uang) else _BILANGAN)
        if sel is not None:
            diampu.append(Diampu(unit=unit, nilai=sel))
    return teks[:mulai].rstrip(" (;,"), total, tuple(diampu)
