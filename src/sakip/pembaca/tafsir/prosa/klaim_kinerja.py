"""Figures of indicators in sentences, tied where the indicator is named in full and the words say what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.model.narasi import Rujukan
from sakip.pembaca.tafsir.prosa.buku_klaim import pola_nama
from sakip.teks.istilah import bentuk, himpunan, istilah
from sakip.teks.nama import baku, kata

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from sakip.model.indikator import Indikator
    from sakip.pembaca.tafsir.kosakata import Kosakata
    from sakip.pembaca.tafsir.prosa.alinea import Alinea
    from sakip.pembaca.tafsir.prosa.buku_klaim import BukuKlaim

__all__ = ["klaim_kinerja"]


def klaim_kinerja(alinea: Sequence[Alinea], buku: BukuKlaim, kosakata: Kosakata) -> None:
    """Tie the figures of indicators in the prose."""
    ejaan = {_ejaan(n, awal): n for n in buku.nama for awal in istilah("persentase")}
    pola = pola_nama(list(ejaan))
    for a in alinea:
        if not any(c.isdigit() for c in a.teks):
            continue
        for m in bentuk("kinerja.rerata").finditer(a.teks):
            _rerata(a, m, buku, kosakata)
        if pola is not None and (sebut := list(pola.finditer(a.teks))):
            _sebutan(a, sebut, buku, ejaan)


def _ejaan(nama: str, awal: str) -> str:
    """A name that begins with the word for a share, with another spelling of it."""
    depan, jarak, ekor = nama.partition(" ")
    return f"{awal}{jarak}{ekor}" if depan in himpunan("persentase") else nama


def _sebutan(a: Alinea, sebut: list[re.Match[str]], buku: BukuKlaim, ejaan: Mapping[str, str]) -> None:
    """What is said of the indicators that a paragraph names; each word holds up to the next name."""
    akhir = bentuk("kinerja.akhir").search(a.teks, 0, sebut[0].start())
    calon: list[tuple[Indikator, tuple[int, int]]] = []
    for n, s in enumerate(sebut):
        ind = buku.nama[ejaan[baku(s[0])]]
        ujung = sebut[n + 1].start() if n + 1 < len(sebut) else len(a.teks)
        if akhir is None:
            _segmen(a, ind, s.end(), ujung, buku)
        elif t := bentuk("kinerja.terhadap_akhir").match(a.teks, s.end(), ujung):
            calon.append((ind, t.span("capaian")))
    if any(buku.sama(i.kunci, "capaian_akhir", buku.laporan.tahun, a.teks[slice(*r)]) for i, r in calon):
        for ind, rentang in calon:
            buku.tambah(a, rentang, "capaian_akhir", fakta=Rujukan(peran="capaian_akhir", subjek=ind.kunci))


def _segmen(a: Alinea, ind: Indikator, mulai: int, ujung: int, buku: BukuKlaim) -> None:
    """What is said of one indicator, up to the next that is named."""
    tahun = buku.laporan.tahun
    setahun = _setahun(a.teks, mulai, tahun)
    if m := bentuk("kinerja.dua_tahun").match(a.teks, mulai, ujung):
        _dua_tahun(a, ind, m, buku)
    elif not setahun:
        return
    elif (m := bentuk("kinerja.menjadi").match(a.teks, mulai, ujung)) and ("%" in m["nilai"] or ind.satuan != "%"):
        nama = buku.baru()
        bagian = _komponen(a, ind, m.end(), ujung, buku)
        isi = {"rumus": "persen", "dari": tuple(Rujukan(klaim=k) for k in bagian)} if bagian else {}
        buku.tambah(a, m.span("nilai"), "realisasi", id=nama, fakta=Rujukan(peran="realisasi", subjek=ind.kunci), **isi)


def _setahun(teks: str, posisi: int, tahun: int) -> bool:
    """Whether the sentence at a place names no year but the report's."""
    awal = max(teks.rfind(t, 0, posisi) for t in (". ", "; "))
    akhir = min((i for t in (". ", "; ") if (i := teks.find(t, posisi)) >= 0), default=len(teks))
    return all(int(t) == tahun for t in bentuk("kinerja.tahun").findall(teks[max(awal, 0) : akhir]))


def _komponen(a: Alinea, ind: Indikator, mulai: int, ujung: int, buku: BukuKlaim) -> tuple[str, str] | None:
    """`dari seluruh jumlah X sebanyak 736 unit, X yang Y sebanyak 571`: the parts of `Persentase X Y`.

    Only where the report prints the calculation with one part above and one below. What is counted (X) and what is
    asked of it (Y) must make up the name behind its first word, wherever it parts.
    """
    cetak = [k for k in buku.laporan.komponen if k.indikator == ind.kunci]
    if len(cetak) != 1 or len(cetak[0].pembilang) != 1 or len(cetak[0].penyebut) != 1:
        return None
    m = bentuk("kinerja.komponen").match(a.teks, mulai, ujung)
    if m is None or not _menyusun(ind.nama, m["seluruh"], m["bagian"]):
        return None
    atas, bawah = buku.baru(), buku.baru()
    buku.tambah(a, m.span("penyebut"), "penyebut", id=bawah, fakta=Rujukan(peran="penyebut", subjek=ind.kunci))
    buku.tambah(a, m.span("pembilang"), "pembilang", id=atas, fakta=Rujukan(peran="pembilang", subjek=ind.kunci))
    return atas, bawah


def _menyusun(nama: str, seluruh: str, bagian: str) -> bool:
    """Whether `seluruh` begins as what is named behind the first word does, and `bagian` names all of it."""
    x, xy, utuh = ([k for k in kata(t) if k not in himpunan("ringan")] for t in (seluruh, bagian, nama))
    dinamai = utuh[1:]
    utuh_disebut = any(xy[i : i + len(dinamai)] == dinamai for i in range(len(xy)))
    return len(dinamai) > 1 and x[:1] == dinamai[:1] and x != dinamai and utuh_disebut


def _dua_tahun(a: Alinea, ind: Indikator, m: re.Match[str], buku: BukuKlaim) -> None:
    """Two years compared: realisations when a table prints one of the two figures as that, and none as capaian."""
    cetak = ((int(m["awal"]), m["nilai_awal"]), (int(m["akhir"]), m["nilai_akhir"]))
    if not any(buku.sama(ind.kunci, "realisasi", t, x) for t, x in cetak):
        return
    if any(buku.sama(ind.kunci, "capaian", t, x) for t, x in cetak):
        return
    nama = (buku.baru(), buku.baru())
    tahun = buku.laporan.tahun
    for k, (t, _), n in zip(("nilai_awal", "nilai_akhir"), cetak, nama, strict=True):
        fakta = Rujukan(peran="realisasi", subjek=ind.kunci, periode=None if t == tahun else t)
        if not buku.tambah(a, m.span(k), "realisasi", id=n, fakta=fakta):
            return
    arah = "turun" if m["gerak"].casefold() in himpunan("turun") else "naik"
    buku.tambah(a, m.span("gerak"), arah=arah, dari=(Rujukan(klaim=nama[0]), Rujukan(klaim=nama[1])))


def _rerata(a: Alinea, m: re.Match[str], buku: BukuKlaim, kosakata: Kosakata) -> None:
    if not _setahun(a.teks, m.start(), buku.laporan.tahun):
        return
    subjek = f"rerata_{m['jenis'].casefold()}"
    nama = buku.baru()
    if not buku.tambah(a, m.span("nilai"), "capaian", id=nama, fakta=Rujukan(peran="capaian", subjek=subjek)):
        return
    if m["kategori"] and (label := kosakata.label_pada(a.teks, m.start("kategori"))):
        buku.tambah(
            a,
            (m.start("kategori"), m.start("kategori") + len(label)),
            fakta=Rujukan(peran="kategori", subjek=subjek),
            rumus="kategori",
            dari=(Rujukan(klaim=nama),),
        )
