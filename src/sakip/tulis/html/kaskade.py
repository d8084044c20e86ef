"""The cascade of the agreement forms: who answers to whom, and where the chain is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sakip.aturan import bersifat
from sakip.model.kode import induk
from sakip.relasi import Putusan
from sakip.teks.nama import baku
from sakip.tulis.html.bahan import bagian_tempat, sama_jabatan
from sakip.tulis.html.pohon import Putus, Simpul, gambar
from sakip.tulis.teks import bersih

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from sakip.fakta.register import Formulir
    from sakip.temuan.temuan import Temuan
    from sakip.tulis.html.bahan import Bahan, Tautan

__all__ = ["Kaskade", "kaskade"]


@attrs.frozen(slots=True, kw_only=True)
class Kaskade:
    """The tree, as a picture and as what a list needs."""

    akar: tuple[Simpul, ...]
    putus: int
    gambar: Markup


def kaskade(b: Bahan) -> Kaskade | None:
    """The tree; None for a report without forms."""
    simpul = _simpul(b)
    if not simpul:
        return None
    _tandai_atasan(b, simpul)
    akar = _sambung(b, simpul)
    _tandai_ganda(b, simpul)
    _tandai_geser(b, simpul)
    _tandai_tanpa(b, simpul, akar)
    putus = sum(len(s.putus) + (s.tanpa is not None) for s in simpul)
    judul = b.kata("html.kaskade.gambar", kantor=len(simpul), putus=putus)
    lukisan = gambar(akar, b.kata, id_=b.id("pohon"), judul=judul, uraian=b.kata("html.kaskade.uraian"))
    return Kaskade(akar=tuple(akar), putus=putus, gambar=lukisan)


def _simpul(b: Bahan) -> list[Simpul]:
    """An office a node; of several forms of one office the revised one counts."""
    pilih: dict[str, Formulir] = {}
    for f in b.reg.formulir:
        kunci = baku(f.pk.jabatan)
        if f.pk.jenis != "iku" and (kunci not in pilih or f.pk.jenis == "perubahan"):
            pilih[kunci] = f
    hasil = []
    for f in pilih.values():
        unit = b.unit_formulir(f.pk)
        temuan = [b.tautan[id(t)] for t in b.reviu.temuan if unit in b.unit(t)]
        jumlah = bersih(f.jumlah.teks) if f.jumlah is not None else ""
        eselon, atasan = bersih(f.pk.eselon), bersih(f.pk.atasan)
        hasil.append(Simpul(f, unit, unit.nama, eselon, atasan, jumlah, len(f.anggaran), temuan=temuan))
    return hasil


def _cari(simpul: list[Simpul], jabatan: str, kecuali: Simpul) -> Simpul | None:
    lain = [s for s in simpul if s is not kecuali]
    persis = next((s for s in lain if baku(s.jabatan) == baku(jabatan)), None)
    return persis or next((s for s in lain if sama_jabatan(s.jabatan, jabatan)), None)


def _tandai_atasan(b: Bahan, simpul: list[Simpul]) -> None:
    for t in b.reviu.temuan:
        if t.kode != bersifat("atasan"):
            continue
        for s in simpul:
            if s.formulir.pk.tempat in bagian_tempat(t.tempat):
                s.seharusnya = b.kata.ucap(t.seharusnya)
                rinci = b.kata("kas.atasan_salah.rinci", atasan=s.atasan, benar=bersih(s.seharusnya))
                s.putus.append(Putus("atasan", b.kata("kas.atasan_salah"), rinci, (b.tautan[id(t)],)))


def _sambung(b: Bahan, simpul: list[Simpul]) -> list[Simpul]:
    """Hang each office under its superior: by the report's organisation, else as a finding or its form says."""
    atas: dict[int, Simpul] = {}
    for s in simpul:
        nyata = [o.atasan for o in b.reviu.laporan.organisasi if sama_jabatan(o.jabatan, s.formulir.pk.jabatan)]
        tercetak = _cari(simpul, s.formulir.pk.atasan, s)
        benar = next((x for o in (*nyata, s.seharusnya) if (x := _cari(simpul, o, s)) is not None), None) or tercetak
        if benar is not None and not _di_atas(s, benar, atas):
            atas[id(s)] = benar
        if s.seharusnya and tercetak is not benar:
            s.tercetak = tercetak
    akar: list[Simpul] = []
    for s in simpul:
        induknya = atas.get(id(s))
        (akar if induknya is None else induknya.anak).append(s)
    return akar


def _di_atas(s: Simpul, benar: Simpul, atas: dict[int, Simpul]) -> bool:
    """Whether `s` is already above `benar`: forms can name each other as superior."""
    x: Simpul | None = benar
    while x is not None:
        if x is s:
            return True
        x = atas.get(id(x))
    return False


def _tandai_ganda(b: Bahan, simpul: list[Simpul]) -> None:
    wadah = {baku(s.formulir.pk.sebutan): s for s in simpul}
    for tautan, subjek in _gagal(b, bersifat("pengampu_ganda")):
        milik = list(dict.fromkeys(s for w, _ in subjek if (s := wadah.get(w)) is not None))
        sub = list(dict.fromkeys(k for _, k in subjek))
        for s in milik:
            lain = [x for x in milik if x is not s]
            s.bersama += [x for x in lain if x not in s.bersama]
            rinci = b.kata("kas.ganda.rinci", lain=", ".join(x.jabatan for x in lain), daftar=", ".join(sub))
            s.putus.append(Putus("ganda", b.kata("kas.ganda", n=len(sub)), rinci, tautan))


def _tandai_geser(b: Bahan, simpul: list[Simpul]) -> None:
    for t in b.reviu.temuan:
        if t.kunci == "deret":
            unit = b.unit(t)
            for s in simpul:
                if s.unit in unit:
                    tautan = (b.tautan[id(t)],)
                    kata = b.kata("kas.geser", n=len(t.lokasi))
                    s.putus.append(Putus("geser", kata, bersih(b.kata.ucap(t.tempat)), tautan))


def _tandai_tanpa(b: Bahan, simpul: list[Simpul], akar: list[Simpul]) -> None:
    """Hang the sub kegiatan that nobody owns under the office that has their kegiatan, or their program."""
    yatim: dict[Simpul, list[str]] = {}
    tautan: tuple[Tautan, ...] = ()
    for tautan_ini, subjek in _gagal(b, bersifat("tanpa_pengampu")):
        tautan = tautan_ini
        for kode in dict.fromkeys(k for _, k in subjek):
            yatim.setdefault(_pemegang(simpul, kode) or akar[0], []).append(kode)
    for s, milik in yatim.items():
        nama = tuple(f"{k} {bersih(b.reg.nama_kode[k][0])}" if k in b.reg.nama_kode else k for k in milik)
        s.tanpa = Putus("tanpa", b.kata("kas.tanpa.n", n=len(milik)), b.kata("kas.tanpa"), tautan, nama)


def _pemegang(simpul: list[Simpul], kode: str) -> Simpul | None:
    atas = induk(kode)
    while atas is not None:
        for s in simpul:
            if s.eselon != "IV" and any(x.kode == atas for x in s.formulir.anggaran):
                return s
        atas = induk(atas)
    return None


def _gagal(b: Bahan, kode: str) -> Iterator[tuple[tuple[Tautan, ...], list[tuple[str, str]]]]:
    """The failed relations of a rule: their findings, and the form and budget code of each of their figures."""
    for h in b.reviu.relasi:
        if h.kode == kode and h.putusan is Putusan.TIDAK_SESUAI:
            isi = [(x.wadah, x.kunci.subjek) for x in h.relasi.butir if x.kunci is not None]
            temuan: dict[int, Temuan] = {id(t): t for x in h.relasi.butir for t in b.temuan_butir(x) if t.kode == kode}
            yield tuple(b.tautan[i] for i in temuan), isi
